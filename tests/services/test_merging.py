from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Literal, Quad, Term
from kgapp.domain.vocabulary import DCTERMS, KG, OWL, RDF, RDFS, SKOS
from kgapp.services import history, merging, retiring
from kgapp.services.merging import Side
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace

B = "https://w3id.org/kgapp/demo/"
MAIN = Iri(B + "graph/main")
ONE, TWO = Iri(B + "R1"), Iri(B + "R2")
Tell = Callable[[str], None]


@pytest.fixture
def told(tell: Tell) -> None:
    tell(
        """
        R1 a AcceptableRange
        R1 label "Range of MOI"
        R1 atSite BOS
        R1 lowerLimit "2"^^<http://www.w3.org/2001/XMLSchema#decimal>
        R1 establishedBy D1
        R2 a AcceptableRange
        R2 label "MOI range"
        R2 atSite LEI
        R2 lowerLimit "2"^^<http://www.w3.org/2001/XMLSchema#decimal>
        R2 upperLimit "4"^^<http://www.w3.org/2001/XMLSchema#decimal>
        R2 establishedBy D1
        R2 establishedBy D2
        R2 contradicts R1
        X fromRange R2
        X fromRange R1
        Y toRange R2
        BOS label "Boston"
        LEI label "Leiden"
        """
    )


def about(workspace: Workspace, thing: Iri) -> set[tuple[Iri, Term]]:
    return {(quad.predicate, quad.object) for quad in workspace.reader.quads(Pattern(subject=thing))}


def test_the_plan_tells_what_would_happen(workspace: Workspace, told: None) -> None:
    plan = merging.plan(workspace.reader, ONE, TWO)
    assert (plan.stays.label, plan.goes.label) == ("Range of MOI", "MOI range")
    assert [(each.predicate.label, each.stays_text, each.goes_text) for each in plan.conflicts] == [
        ("label", "Range of MOI", "MOI range"),
        ("at site", "Boston", "Leiden"),
    ]
    assert (plan.moved, plan.redirected, plan.between, plan.of_other_kind) == (4, 2, 1, False)


def test_the_one_that_goes_hands_everything_over_and_stays_readable(workspace: Workspace, told: None) -> None:
    before = frozenset(workspace.reader.quads(Pattern()))
    revision = merging.merge(workspace, ONE, TWO, {}, "the same")
    assert revision is not None
    assert revision.summary == "Merge “MOI range” into “Range of MOI”"
    said = about(workspace, ONE)
    assert (SKOS.altLabel, Literal("MOI range")) in said
    assert (RDFS.label, Literal("MOI range")) not in said
    assert {value for path, value in said if path == KG.establishedBy} == {Iri(B + "D1"), Iri(B + "D2")}
    assert (KG.atSite, Iri(B + "BOS")) in said
    assert (KG.atSite, Iri(B + "LEI")) not in said
    assert any(path == KG.upperLimit for path, _ in said)
    assert about(workspace, TWO) == {
        (RDF.type, KG.AcceptableRange),
        (RDFS.label, Literal("MOI range")),
        (DCTERMS.isReplacedBy, ONE),
        (OWL.deprecated, retiring.TRUE),
    }
    referring = {quad.subject for quad in workspace.reader.quads(Pattern(object=ONE))}
    assert referring == {Iri(B + "X"), Iri(B + "Y"), TWO}
    assert not tuple(workspace.reader.quads(Pattern(object=TWO)))
    history.undo(workspace, "back")
    assert frozenset(workspace.reader.quads(Pattern())) == before


def test_a_value_of_the_one_that_goes_can_be_chosen(workspace: Workspace, told: None) -> None:
    merging.merge(workspace, ONE, TWO, {KG.atSite: Side.GOES, RDFS.label: Side.GOES}, "the same")
    said = about(workspace, ONE)
    assert {value for path, value in said if path == KG.atSite} == {Iri(B + "LEI")}
    assert {value for path, value in said if path == RDFS.label} == {Literal("MOI range")}
    assert (SKOS.altLabel, Literal("Range of MOI")) in said


@pytest.mark.parametrize(
    ("unit_of", "chosen", "unit"),
    [("R2", Side.STAYS, None), ("R2", Side.GOES, KG.TU_PER_CELL), ("R1", Side.GOES, None)],
)
def test_a_figure_never_gets_the_unit_of_the_other_unasked(
    workspace: Workspace, told: None, tell: Tell, unit_of: str, chosen: Side, unit: Iri | None
) -> None:
    tell(f"{unit_of} unit TU-PER-CELL")
    plan = merging.plan(workspace.reader, ONE, TWO)
    (conflict,) = (each for each in plan.conflicts if each.predicate.iri == KG.unit)
    assert "" in (conflict.stays_text, conflict.goes_text)
    merging.merge(workspace, ONE, TWO, {KG.unit: chosen}, "the same")
    assert next((value for path, value in about(workspace, ONE) if path == KG.unit), None) == unit
    history.undo(workspace, "back")


def test_a_thing_without_figures_takes_the_unit_over(workspace: Workspace, tell: Tell) -> None:
    tell('P1 a ProcessParameter\nP1 label "a"\nP2 a ProcessParameter\nP2 label "b"\nP2 unit TU-PER-CELL')
    plan = merging.plan(workspace.reader, Iri(B + "P1"), Iri(B + "P2"))
    assert [each.predicate.iri for each in plan.conflicts] == [RDFS.label]


def test_a_thing_with_a_status_is_retired_in_it(workspace: Workspace, tell: Tell) -> None:
    tell('T1 a TacitAssertion\nT1 status approved\nT2 a TacitAssertion\nT2 label "b"\nT2 status elicited')
    plan = merging.plan(workspace.reader, Iri(B + "T1"), Iri(B + "T2"))
    assert [each.predicate.iri for each in plan.conflicts] == [KG.status]
    merging.merge(workspace, Iri(B + "T1"), Iri(B + "T2"), {}, "the same")
    assert (KG.status, KG.approved) in about(workspace, Iri(B + "T1"))
    assert (RDFS.label, Literal("b")) in about(workspace, Iri(B + "T1"))
    assert {value for path, value in about(workspace, Iri(B + "T2")) if path == KG.status} == {KG.retired}
    with pytest.raises(BadInput, match="retired"):
        merging.plan(workspace.reader, Iri(B + "T2"), Iri(B + "T1"))


def test_a_retired_thing_can_be_merged_into_one_in_use(workspace: Workspace, told: None) -> None:
    retiring.retire(workspace, TWO, "first")
    merging.merge(workspace, ONE, TWO, {}, "then")
    assert not retiring.is_retired(workspace.reader, ONE)
    assert retiring.is_retired(workspace.reader, TWO)


@pytest.mark.parametrize(("stays", "goes"), [("R1", "R1"), ("R1", "none"), ("none", "R1")])
def test_what_cannot_be_merged_is_refused(workspace: Workspace, told: None, stays: str, goes: str) -> None:
    with pytest.raises(BadInput):
        merging.plan(workspace.reader, Iri(B + stays), Iri(B + goes))


def test_things_of_different_kinds_are_told(workspace: Workspace, told: None) -> None:
    assert merging.plan(workspace.reader, ONE, Iri(B + "BOS")).of_other_kind


NUMBERS = itertools.count()
PATHS = (RDFS.label, RDFS.comment, SKOS.altLabel, KG.atSite, KG.establishedBy, KG.contradicts, KG.finding)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_statement_is_lost_but_what_is_replaced(workspace: Workspace, data: st.DataObject) -> None:
    number = next(NUMBERS)
    one, two, third = (Iri(f"{B}M{number}-{name}") for name in "abc")
    values = st.one_of(st.sampled_from((one, two, third)), st.sampled_from("pqr").map(Literal))
    graphs = st.sampled_from((MAIN, Iri(B + "graph/other")))
    quad = st.builds(Quad, st.sampled_from((one, two, third)), st.sampled_from(PATHS), values, graphs)
    given_quads = data.draw(st.frozensets(quad, max_size=14)) | {
        Quad(each, RDF.type, KG.AcceptableRange, MAIN) for each in (one, two)
    }
    workspace.commit(ChangeSet("given", added=given_quads), Note(workspace.author, "test"))
    plan = merging.plan(workspace.reader, one, two)
    chosen = {each.predicate.iri: data.draw(st.sampled_from(Side)) for each in plan.conflicts}
    revision = merging.merge(workspace, one, two, chosen, "the same")
    assert revision is not None

    def now() -> frozenset[Quad]:
        return frozenset(quad for thing in (one, two, third) for quad in workspace.reader.quads(Pattern(subject=thing)))

    after = {(quad.subject, quad.predicate, quad.object) for quad in now()}
    for quad_before in given_quads:
        ends = {quad_before.subject, quad_before.object}
        if quad_before.subject in (one, two) and quad_before.object in (one, two):
            continue  # between the two
        subject = one if quad_before.subject == two else quad_before.subject
        value = one if quad_before.object == two else quad_before.object
        side = chosen.get(quad_before.predicate) if ends & {one, two} and quad_before.subject in (one, two) else None
        lost = side is not None and (quad_before.subject == one) != (side is Side.STAYS)
        if not lost:
            assert (subject, quad_before.predicate, value) in after
        elif quad_before.predicate == RDFS.label:
            assert (one, SKOS.altLabel, value) in after
    assert {(two, DCTERMS.isReplacedBy, one), (two, OWL.deprecated, retiring.TRUE)} <= after
    assert not {subject for subject, path, value in after if value == two}
    history.undo(workspace, "back")
    assert now() == given_quads
