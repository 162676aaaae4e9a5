"""The coverage matrix: what a cell says, what is counted, what a run of judgements writes and leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgapp.domain import coverage
from kgapp.domain.changes import ChangeSet
from kgapp.domain.coverage import Cell, Direction, Effects, Judgement, Place, Standing
from kgapp.domain.errors import BadInput
from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Quad
from kgapp.domain.vocabulary import KG
from kgapp.services import coverage_matrix, coverage_writing, history, retiring
from kgapp.services.coverage_writing import Entry, Run, Said
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
Tell = Callable[[str], None]

PROCESS = """
GP a GeneralProcess
GP label "General process"
U1 a UnitOperation
U1 label "Transduction"
U1 partOf GP
U1 order "1"
U1 hasFactor P17
U1 hasFactor P18
U2 a ReleaseTesting
U2 label "Release testing"
U2 partOf GP
U2 hasFactor P17
U2 hasFactor P60
P17 a ProcessParameter
P17 label "MOI"
P17 notation "P17"
P17 criticality CPP
P18 a ProcessParameter
P18 label "Cell density"
P60 a ProcessParameter
P99 a ProcessParameter
P99 label "Of no step"
Q1 a QualityAttribute
Q1 label "Copy number"
Q1 notation "Q04"
Q1 severity high
Q2 a QualityAttribute
Q2 label "Viability"
EV a Evidence
EV label "Interview"
EV evidenceLevel opinion
EX1 a Person
EX1 label "Expert"
L a Site
L label "Leiden"
"""


def iri(name: str) -> Iri:
    return Iri(BASE + name)


def at(factor: str, effect: str) -> Place:
    return Place(iri(factor), iri(effect))


def influence(name: str, factor: str, effect: str, **said: str) -> str:
    lines = [f"{name} a Influence", f'{name} label "{name}"', f"{name} hasCause {factor}", f"{name} hasEffect {effect}"]
    return "\n".join([*lines, *(f"{name} {predicate} {value}" for predicate, value in said.items())])


def cell(workspace: Workspace, place: Place, site: Iri | None = None) -> Cell:
    return coverage_matrix.matrix(workspace.reader, site=site).cell(place)


def judgement(strength: Grade | None, direction: Direction | None = None, **more: bool) -> Judgement:
    return Judgement(
        Iri("i"),
        "i",
        strength,
        direction,
        Evidence.OPINION,
        "accepted",
        more.get("void", False),
        more.get("here", True),
    )


RUN = Run(KG.opinion, "Rated in the meeting", iri("EX1"), evidence=iri("EV"))


def judge(workspace: Workspace, place: Place, *said: Said, run: Run = RUN) -> tuple[str, ...]:
    _, judged = coverage_writing.judge(workspace, [Entry(place, each) for each in said], run, "test")
    return tuple(each.sentence for each in judged.refused)


@pytest.fixture
def project(workspace: Workspace, tell: Tell) -> Workspace:
    tell(PROCESS)
    return workspace


def test_rows_are_factors_by_step_each_once_and_those_of_no_step_last(project: Workspace) -> None:
    found = coverage_matrix.matrix(project.reader)
    steps = [(rows.step.label if rows.step else "", [each.label for each in rows.factors]) for rows in found.steps]
    assert steps == [("Transduction", ["MOI", "Cell density"]), ("Release testing", ["demo:P60"]), ("", ["Of no step"])]
    assert [(each.named, each.note) for each in found.columns] == [("Q04 Copy number", "high"), ("Q2 Viability", "")]
    assert found.process is not None
    assert found.process.label == "General process"
    assert found.size == 8
    assert found.coverage.total.not_assessed == len(found.missing()) == 8


def test_a_step_has_its_own_factors_only_and_nothing_else_has_a_matrix(project: Workspace) -> None:
    found = coverage_matrix.matrix(project.reader, iri("U2"))
    assert [each.label for each in found.factors] == ["MOI", "demo:P60"]
    assert found.process is not None
    with pytest.raises(BadInput, match="no general process"):
        coverage_matrix.matrix(project.reader, iri("P17"))


def test_a_project_without_process_counts_every_factor_against_every_attribute(
    workspace: Workspace, tell: Tell
) -> None:
    empty = coverage_matrix.matrix(workspace.reader)
    assert (empty.process, empty.steps, empty.size) == (None, (), 0)
    assert empty.coverage.total.percent_assessed == 0
    tell("P1 a ProcessParameter\nQ1 a QualityAttribute")
    assert coverage_matrix.matrix(workspace.reader).size == 1


def test_a_cell_is_assessed_with_or_without_effect_or_not_at_all(project: Workspace, tell: Tell) -> None:
    tell(
        influence("I1", "P17", "Q1", strength="high", direction="increases", evidenceLevel="opinion", status="accepted")
    )
    tell(influence("I2", "P17", "Q2", strength="none", evidenceLevel="opinion", status="accepted"))
    tell(influence("I3", "P18", "Q1", strength="none", evidenceLevel="opinion", status="hypothesis"))
    tell(influence("I4", "P18", "Q2", strength="high", evidenceLevel="opinion", status="retired"))
    tell(influence("I5", "P60", "Q1", strength="low", evidenceLevel="opinion", status="accepted", atSite="L"))
    found = coverage_matrix.matrix(project.reader)
    assert {place.factor[-3:] + place.effect[-2:]: each.standing for place, each in found.cells.items()} == {
        "P17Q1": Standing.EFFECT,
        "P17Q2": Standing.NO_EFFECT,
        "P18Q1": Standing.UNKNOWN,
        "P18Q2": Standing.VOID,
        "P60Q1": Standing.ELSEWHERE,
    }
    assert found.cell(at("P99", "Q1")).standing is Standing.OPEN
    best = found.cell(at("P17", "Q1"))
    assert (best.strength, best.direction, best.evidence) == (Grade.HIGH, Direction.UP, Evidence.OPINION)
    assert found.coverage.total.percent_assessed == 25
    assert [step.percent_assessed for step in found.coverage.steps] == [50, 0, 0]
    assert cell(project, at("P60", "Q1"), iri("L")).standing is Standing.EFFECT


def test_several_judgements_are_told_apart_when_they_disagree() -> None:
    same = Cell((judgement(Grade.LOW, Direction.UP), judgement(Grade.LOW, Direction.UP)))
    assert not same.conflicting
    assert Cell((judgement(Grade.LOW), judgement(Grade.HIGH))).conflicting
    both = Cell((judgement(Grade.LOW, Direction.UP), judgement(Grade.LOW, Direction.DOWN)))
    assert (both.conflicting, both.direction) == (True, Direction.UNKNOWN)
    mixed = Cell((judgement(Grade.LOW, Direction.UP), judgement(Grade.LOW, Direction.MIXED)))
    assert mixed.direction is Direction.MIXED
    assert Cell((judgement(None), judgement(Grade.NONE))).standing is Standing.NO_EFFECT
    assert Cell().evidence is None
    assert coverage.judged([], Evidence.OPINION, hypothesis=False) is None


def test_another_process_keeps_its_attributes_to_itself(project: Workspace, tell: Tell) -> None:
    tell('GP2 a GeneralProcess\nGP2 label "Zeta"\nU9 a UnitOperation\nU9 partOf GP2\nU9 hasFactor P80\nP80 a Factor')
    tell("Q9 a QualityAttribute\nU8 a UnitOperation\nU8 hasFactor P81\nP81 a ProcessParameter")
    tell(influence("I9", "P80", "Q9", strength="low"))
    tell(influence("I8", "P81", "Q2", strength="low"))
    assert [each.label for each in coverage_matrix.matrix(project.reader).columns] == ["Copy number", "Viability"]
    other = coverage_matrix.matrix(project.reader, iri("GP2"))
    assert [each.label for each in other.columns] == ["Copy number", "Viability", "demo:Q9"]
    assert len(other.factors) == 2, "its own, and the one that no step has"
    part = coverage_matrix.matrix(project.reader, only=(frozenset({iri("P80"), iri("P99")}), frozenset()))
    assert part.process == other.process, "some factors are shown in their own process"
    assert len(part.factors) == 2


def test_what_is_retired_is_neither_row_nor_column(project: Workspace) -> None:
    for name in ("P18", "Q2"):
        retiring.retire(project, iri(name), "test")
    found = coverage_matrix.matrix(project.reader)
    assert "Cell density" not in [each.label for each in found.factors]
    assert [each.label for each in found.columns] == ["Copy number"]


def test_effects_on_other_parameters_are_columns_of_their_own(project: Workspace, tell: Tell) -> None:
    tell(influence("I1", "P17", "P18", strength="high"))
    tell(influence("I2", "P18", "P18", strength="high"))
    tell("X a Interaction\nX hasCause P17\nX hasEffect P18\nP60 hasCause P17\nP60 hasEffect Q1")
    found = coverage_matrix.matrix(project.reader, effects=Effects.FACTORS)
    assert len(found.cell(at("P17", "P18")).judgements) == 1
    assert [each.label for each in found.columns] == ["Cell density"]
    assert found.size == 3, "nothing is judged against itself"
    assert at("P18", "P18") not in found.missing()


def test_a_part_of_the_matrix_is_some_factors_and_some_columns(project: Workspace) -> None:
    found = coverage_matrix.matrix(project.reader, only=(frozenset({iri("P17")}), frozenset({iri("Q1")})))
    assert (found.size, [each.label for each in found.factors]) == (1, ["MOI"])
    assert coverage_matrix.matrix(project.reader, only=(frozenset(), frozenset({iri("Q1")}))).size == 4


def test_a_risk_that_names_both_suggests_and_judges_nothing(project: Workspace, tell: Tell) -> None:
    tell('R a RiskItem\nR label "Too much vector"\nR concerns P17\nR concerns Q1\nR concerns P18')
    found = cell(project, at("P17", "Q1"))
    assert ([each.label for each in found.suggested], found.standing) == (["Too much vector"], Standing.OPEN)
    retiring.retire(project, iri("R"), "test")
    assert not cell(project, at("P17", "Q1")).suggested


def test_a_judgement_is_an_influence_with_what_the_run_rests_on(project: Workspace) -> None:
    assert judge(project, at("P17", "Q1"), Grade.HIGH, Direction.UP) == ()
    found = cell(project, at("P17", "Q1"))
    assert (found.strength, found.direction, found.evidence) == (Grade.HIGH, Direction.UP, Evidence.OPINION)
    (made,) = found.judgements
    said = {quad.predicate: quad.object for quad in project.reader.quads(Pattern(subject=made.iri))}
    assert made.label == "MOI → Copy number"
    assert said[KG.hasEvidence] == iri("EV")
    assert said[KG.status] == KG.accepted
    assert project.reader.head().summary == "Judge MOI → Copy number: high, increases"  # type: ignore[union-attr]


def test_a_changed_judgement_changes_the_same_influence_and_undo_takes_it_back(project: Workspace) -> None:
    judge(project, at("P17", "Q1"), Grade.HIGH, Direction.UP)
    judge(project, at("P17", "Q1"), Grade.NONE)
    found = cell(project, at("P17", "Q1"))
    assert (len(found.judgements), found.strength, found.direction) == (1, Grade.NONE, None)
    history.undo(project, "test")
    assert cell(project, at("P17", "Q1")).strength is Grade.HIGH
    assert judge(project, at("P17", "Q1"), Direction.DOWN) == ()
    assert cell(project, at("P17", "Q1")).direction is Direction.DOWN


def test_the_same_judgement_again_changes_nothing(project: Workspace) -> None:
    judge(project, at("P17", "Q1"), Grade.LOW)
    revision, _ = coverage_writing.judge(project, [Entry(at("P17", "Q1"), Grade.LOW)], RUN, "test")
    assert revision is None


def test_what_is_taken_back_is_retired_and_the_cell_is_not_assessed(project: Workspace) -> None:
    judge(project, at("P17", "Q1"), Grade.LOW)
    assert judge(project, at("P17", "Q1"), Grade.HIGH, None) == ()
    assert cell(project, at("P17", "Q1")).standing is Standing.VOID
    assert judge(project, at("P17", "Q1"), None) == ("Nothing is recorded here that could be taken back.",)
    judge(project, at("P17", "Q1"), Grade.MEDIUM)
    assert len(cell(project, at("P17", "Q1")).judgements) == 2, "the retired one stays"


def test_a_cell_with_several_influences_is_left_alone(project: Workspace, tell: Tell) -> None:
    tell(influence("I1", "P17", "Q1", strength="low", status="accepted"))
    tell(influence("I2", "P17", "Q1", strength="high", status="accepted"))
    (because,) = judge(project, at("P17", "Q1"), Grade.NONE)
    assert because.startswith("2 influences")
    assert cell(project, at("P17", "Q1")).conflicting


def test_stronger_evidence_is_not_overwritten_by_an_opinion(project: Workspace, tell: Tell) -> None:
    tell(influence("I1", "P17", "Q1", strength="low", status="accepted", evidenceLevel="smallScale"))
    (because,) = judge(project, at("P17", "Q1"), Grade.HIGH)
    assert "small-scale study" in because
    assert cell(project, at("P17", "Q1")).strength is Grade.LOW


def test_no_effect_is_never_judged_from_a_guess(project: Workspace) -> None:
    guess = Run(KG.opinion, "b", hypothesis=True)
    assert "not known from a guess" in judge(project, at("P17", "Q1"), Grade.NONE, run=guess)[0]
    assert judge(project, at("P17", "Q1"), Grade.LOW, run=guess) == ()
    (made,) = cell(project, at("P17", "Q1")).judgements
    assert made.status == "hypothesis"
    unknown = Run(KG.unknownEvidence, "b", evidence=iri("EV"))
    assert judge(project, at("P17", "Q2"), Grade.NONE, run=unknown)


def test_a_run_for_a_site_judges_for_that_site(project: Workspace) -> None:
    judge(project, at("P17", "Q1"), Grade.LOW, run=Run(KG.opinion, "b", evidence=iri("EV"), site=iri("L")))
    assert cell(project, at("P17", "Q1")).standing is Standing.ELSEWHERE
    assert cell(project, at("P17", "Q1"), iri("L")).standing is Standing.EFFECT


def test_new_evidence_of_a_run_is_made_with_its_first_judgement_once(project: Workspace) -> None:
    run = coverage_writing.prepared(
        project.reader, Run(KG.opinion, " Rated ", iri("EX1"), evidence_label="Judgement of Expert")
    )
    assert (run.basis, run.evidence) == ("Rated", iri("Evidence-judgement-of-expert"))
    judge(project, at("P17", "Q1"), Grade.LOW, run=run)
    judge(project, at("P17", "Q2"), Grade.LOW, run=run)
    made = list(project.reader.quads(Pattern(subject=run.evidence)))
    assert {quad.object for quad in made if quad.predicate == KG.attributedTo} == {iri("EX1")}
    assert sum(quad.predicate == KG.evidenceLevel for quad in made) == 1
    nobody = coverage_writing.prepared(project.reader, Run(KG.opinion, "b", evidence_label="Of nobody"))
    judge(project, at("P18", "Q2"), Grade.LOW, run=nobody)
    assert not list(project.reader.quads(Pattern(subject=nobody.evidence, predicate=KG.attributedTo)))


def test_a_run_says_what_it_rests_on(project: Workspace) -> None:
    with pytest.raises(BadInput, match="strengths rest"):
        coverage_writing.prepared(project.reader, Run(KG.opinion, " "))
    with pytest.raises(BadInput, match="judgements rest on"):
        coverage_writing.prepared(project.reader, Run(KG.opinion, "b"))
    assert coverage_writing.prepared(project.reader, Run(KG.opinion, "b", hypothesis=True)).evidence is None
    assert coverage_writing.prepared(project.reader, RUN) == RUN
    found = coverage_writing.choices(project.reader)
    assert [each.label for each in (*found.evidence, *found.people, *found.sites)] == ["Interview", "Expert", "Leiden"]


def test_a_whole_run_can_be_one_revision(project: Workspace) -> None:
    entries = [Entry(at(factor, "Q1"), Grade.LOW) for factor in ("P17", "P18", "P60")]
    revision, judged = coverage_writing.judge(project, [*entries, Entry(at("P99", "Q1"), None)], RUN, "test")
    assert revision is not None
    assert revision.summary == "Judge 3 cells of the coverage matrix"
    assert len(judged.refused) == 1
    history.undo(project, "test")
    assert coverage_matrix.matrix(project.reader).coverage.total.with_effect == 0


def test_a_judgement_stays_in_the_graph_it_was_in(project: Workspace) -> None:
    other = Iri(BASE + "graph/other")
    quads = {
        Quad(iri("I1"), predicate, value, other)
        for predicate, value in (
            (Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), KG.Influence),
            (KG.hasCause, iri("P17")),
            (KG.hasEffect, iri("Q1")),
        )
    }
    project.commit(ChangeSet("told", added=frozenset(quads)), Note(project.author, "test"))
    judge(project, at("P17", "Q1"), Grade.LOW)
    graphs = {quad.graph for quad in project.reader.quads(Pattern(subject=iri("I1")))}
    assert graphs == {other}
