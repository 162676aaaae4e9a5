"""Verdicts, assignments, questions, risks: each one revision, signed, with what is missing said in a sentence."""

from __future__ import annotations

import re

import pytest

from kgapp.domain.assessment import Function, ItemKey, Outcome, Standing
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.history import Author, Note
from kgapp.domain.impact import ImpactReport
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services import rulebook
from kgapp.services.assessments import changes, judging, reading, risks, standing, writing
from kgapp.services.assessments.judging import Charge, Judgement
from kgapp.services.assessments.risks import Scores
from kgapp.services.assessments.writing import Task
from kgapp.services.statements import Statements
from kgapp.services.workspace import Workspace
from tests.services.assessments.conftest import edited, seen, thing

Q = ItemKey(thing("Q"), thing("LEI"))
CELL = ItemKey(thing("U"), None, thing("P"))
YES = Judgement(Function.PROCESS, Outcome.IMPACTED, "It rises.")
STUDY = Judgement(
    Function.QC, Outcome.NEEDS_STUDY, "Never measured.", action=Task("Measure it", thing("EX1"), "2026-12-01")
)


@pytest.fixture
def report(workspace: Workspace, opened: Iri) -> ImpactReport:
    return reading.report(workspace, reading.read(workspace.reader, opened))


def test_one_reason_for_many_items_is_one_revision(workspace: Workspace, opened: Iri, report: ImpactReport) -> None:
    keys = standing.keys(report)
    revision = judging.judge(workspace, opened, report, keys, YES)
    assert revision.summary.startswith(f"Verdict (process) on {len(keys)} items: impacted")
    assert revision.note.why == "It rises."
    verdicts = reading.read(workspace.reader, opened).verdicts
    assert {each.key for each in verdicts} == set(keys)
    assert {(each.by, each.rationale, each.revision) for each in verdicts} == {
        ("A. Scientist (KGAPP_USER)", "It rises.", report.revision_hash)
    }
    assert all(each.at is not None and each.at.tzinfo for each in verdicts)
    written = {q.object for q in workspace.reader.change(revision.seq).added if q.predicate == KG.judgedAt}
    assert all(
        re.fullmatch(r"[-0-9]{10}T[:0-9]{8}\.[0-9]{3}\+00:00", each.lexical)
        for each in written
        if isinstance(each, Literal)
    )
    assert all(
        quad.graph == reading.graph(workspace.reader.meta().base)
        for quad in workspace.reader.change(revision.seq).added
    )


def test_a_new_verdict_takes_the_place_of_the_functions_older_one_which_stays_in_the_history(
    workspace: Workspace, opened: Iri, report: ImpactReport
) -> None:
    judging.judge(workspace, opened, report, [Q], YES)
    judging.judge(workspace, opened, report, [Q], Judgement(Function.PROCESS, Outcome.NOT_IMPACTED, "It does not."))
    judging.judge(workspace, opened, report, [Q], Judgement(Function.QC, Outcome.IMPACTED, "We see it."))
    found = seen(workspace, opened).of(Q)
    assert found is not None
    assert [(each.verdict.function, each.verdict.rationale) for each in found.verdicts] == [
        (Function.PROCESS, "It does not."),
        (Function.QC, "We see it."),
    ]
    assert found.by(Function.SUPPLY) is None
    first = found.by(Function.PROCESS)
    assert first is not None
    assert len(workspace.reader.revisions(entity=first.verdict.iri)) == 2


def test_what_is_written_for_programs_is_not_found_by_a_search(
    workspace: Workspace, opened: Iri, report: ImpactReport
) -> None:
    judging.judge(workspace, opened, report, [Q], YES)
    (verdict,) = reading.read(workspace.reader, opened).verdicts
    assert "rules" in verdict.state
    assert [each.iri for each in workspace.reader.matching(("rises",), 9, names_only=False)] == [verdict.iri]
    assert workspace.reader.matching(("uncovered",), 9, names_only=False) == ()


def test_functions_that_are_asked_must_each_judge(workspace: Workspace, opened: Iri, report: ImpactReport) -> None:
    changes.set_asked(workspace, opened, [Function.PROCESS, Function.QC], "both")
    assert changes.set_asked(workspace, opened, [Function.PROCESS, Function.QC], "again") is None
    judging.judge(workspace, opened, report, [Q], YES)
    found = seen(workspace, opened).of(Q)
    assert found is not None
    assert (found.standing, found.missing) == (Standing.PARTLY, (Function.QC,))
    assert any("“copy number” at Leiden (quality control)" in each for each in seen(workspace, opened).missing)
    changes.set_asked(workspace, opened, [], "any")
    found = seen(workspace, opened).of(Q)
    assert found is not None
    assert found.standing is Standing.DECIDED


@pytest.mark.parametrize(
    ("judgement", "said"),
    [
        (Judgement(Function.QC, Outcome.IMPACTED, "  "), "The reason of the verdict is missing"),
        (Judgement(Function.QC, Outcome.NEEDS_STUDY, "Why."), "needs somebody who sees to it"),
        (
            Judgement(Function.QC, Outcome.NEEDS_STUDY, "Why.", action=Task("", thing("EX1"))),
            "What is to be done is missing",
        ),
        (Judgement(Function.QC, Outcome.NEEDS_STUDY, "Why.", action=Task("x")), "Nobody is named"),
        (Judgement(Function.QC, Outcome.NEEDS_STUDY, "Why.", action=Task("x", thing("P"))), "is not a person"),
        (
            Judgement(Function.QC, Outcome.NEEDS_STUDY, "Why.", action=Task("x", thing("EX1"), "soon")),
            "“soon” is not a date",
        ),
    ],
)
def test_what_a_verdict_lacks_is_said_and_nothing_is_written(
    workspace: Workspace, opened: Iri, report: ImpactReport, judgement: Judgement, said: str
) -> None:
    before = workspace.reader.head()
    with pytest.raises(BadInput, match=said):
        judging.judge(workspace, opened, report, [Q], judgement)
    assert workspace.reader.head() == before


def test_an_item_that_is_not_reached_is_refused(workspace: Workspace, opened: Iri, report: ImpactReport) -> None:
    for key in (ItemKey(thing("EX1")), ItemKey(thing("Q")), ItemKey(thing("Q"), None, thing("R"))):
        with pytest.raises(BadInput, match="is not reached by what"):
            judging.judge(workspace, opened, report, [key], YES)
    with pytest.raises(BadInput, match="Nothing was chosen"):
        judging.judge(workspace, opened, report, [], YES)


def test_a_report_of_other_changes_is_refused(workspace: Workspace, opened: Iri) -> None:
    other, _ = changes.open_assessment(workspace, changes.Opening(changes=(thing("CT"),)), "t")
    report = reading.report(workspace, reading.read(workspace.reader, other))
    with pytest.raises(BadInput, match="is about other changes than"):
        judging.judge(workspace, opened, report, [Q], YES)


def test_nobody_judges_without_a_name(workspace: Workspace, opened: Iri, report: ImpactReport) -> None:
    workspace.author = Author(" ", "setting")
    with pytest.raises(BadInput, match="needs the name of who gives it"):
        judging.judge(workspace, opened, report, [Q], YES)
    workspace.author = Author("A. Scientist", "setting")
    judging.judge(workspace, opened, report, [Q], Judgement(Function.QC, Outcome.IMPACTED, "x", name=" B.  Quality "))
    judging.judge(workspace, opened, report, [CELL], Judgement(Function.QC, Outcome.IMPACTED, "x", name="A. Scientist"))
    said = {each.key: each.by for each in reading.read(workspace.reader, opened).verdicts}
    assert said == {Q: "B. Quality, entered by A. Scientist (setting)", CELL: "A. Scientist (setting)"}


def test_what_needs_study_owns_one_action_for_all_its_items(
    workspace: Workspace, opened: Iri, report: ImpactReport
) -> None:
    judging.judge(workspace, opened, report, [Q, CELL], STUDY)
    found = reading.read(workspace.reader, opened)
    (raised,) = found.raised
    assert {each.actions for each in found.verdicts} == {(raised.iri,)}
    assert (raised.label, raised.kind, raised.due, raised.owners[0].label) == (
        "Measure it",
        KG.studyAction,
        "2026-12-01",
        "Expert",
    )
    assert (set(raised.concerns), raised.site) == ({thing("Q"), thing("U")}, None)
    judging.judge(workspace, opened, report, [Q], Judgement(Function.QC, Outcome.NEEDS_STUDY, "Still not measured."))
    again = reading.read(workspace.reader, opened)
    assert {each.actions for each in again.verdicts} == {(raised.iri,)}, "the study that was asked for is kept"
    assert seen(workspace, opened).total == seen(workspace, opened).total


def test_an_action_that_follows_from_an_impact_is_a_task(
    workspace: Workspace, opened: Iri, report: ImpactReport
) -> None:
    judging.judge(
        workspace,
        opened,
        report,
        [Q],
        Judgement(Function.QC, Outcome.IMPACTED, "x", action=Task("Do it", thing("EX1"))),
    )
    (raised,) = reading.read(workspace.reader, opened).raised
    assert (raised.kind, raised.due, raised.site) == (KG.taskAction, "", thing("LEI"))


def test_suspect_verdicts_are_confirmed_together(workspace: Workspace, opened: Iri, report: ImpactReport) -> None:
    judging.judge(workspace, opened, report, standing.keys(report), YES)
    edited(workspace, "demo:I kg:strength kg:medium .", "demo:I kg:strength kg:high .")
    state = seen(workspace, opened)
    keys = [each.key for each in state.standings if each.standing is Standing.SUSPECT]
    assert keys
    judging.confirm(workspace, opened, state.report, keys, (Function.PROCESS, "It holds all the more."))
    state = seen(workspace, opened)
    assert (state.suspect, state.missing) == (0, ())
    found = state.of(keys[0])
    assert found is not None
    assert found.verdicts[0].verdict.rationale == "It holds all the more."
    assert found.verdicts[0].verdict.outcome is Outcome.IMPACTED
    with pytest.raises(BadInput, match="has no one verdict on “copy number” to confirm"):
        judging.confirm(workspace, opened, state.report, [Q], (Function.QC, "x"))
    with pytest.raises(BadInput, match="why it still holds is missing"):
        judging.confirm(workspace, opened, state.report, [Q], (Function.PROCESS, ""))


def test_what_is_no_longer_reached_is_judged_once_more(workspace: Workspace, opened: Iri, report: ImpactReport) -> None:
    judging.judge(workspace, opened, report, standing.keys(report), YES)
    edited(workspace, "demo:I kg:hasEffect demo:Q .")
    state = seen(workspace, opened)
    gone = [each for each in state.standings if not each.reached]
    assert {each.label for each in gone} >= {"copy number", "dose"}
    judging.judge(workspace, opened, state.report, [each.key for each in gone], YES)
    state = seen(workspace, opened)
    assert state.suspect == 0
    assert state.of(ItemKey(thing("nothing"))) is None


def test_what_two_verdicts_of_a_function_say_is_settled_by_a_new_one(
    workspace: Workspace, opened: Iri, report: ImpactReport
) -> None:
    judging.judge(workspace, opened, report, [Q], YES)
    (own,) = reading.read(workspace.reader, opened).verdicts
    graph = reading.graph(workspace.reader.meta().base)
    twin = frozenset(
        Quad(thing("twin"), quad.predicate, KG.notImpacted if quad.predicate == KG.outcome else quad.object, graph)
        for quad in writing.said_of(workspace.reader, (own.iri,))
    )
    workspace.commit(ChangeSet("imported", added=twin), Note(workspace.author, "t"))
    found = seen(workspace, opened).of(Q)
    assert found is not None
    assert found.standing is Standing.SUSPECT
    judging.judge(workspace, opened, report, [Q], YES)
    assert [each.iri for each in reading.read(workspace.reader, opened).verdicts] == [own.iri]


def test_assignments_replace_those_of_the_same_function(workspace: Workspace, opened: Iri) -> None:
    charge = Charge(thing("EX1"), Function.QC, "2026-12-01")
    assert judging.assign(workspace, opened, [Q], charge, "t") is not None
    assert judging.assign(workspace, opened, [Q], charge, "t") is None
    judging.assign(workspace, opened, [Q, CELL], Charge(thing("EX1")), "t")
    found = seen(workspace, opened).of(Q)
    assert found is not None
    assert {(each.function, each.due, each.owners[0].label) for each in found.assignments} == {
        (Function.QC, "2026-12-01", "Expert"),
        (None, "", "Expert"),
    }
    judging.unassign(workspace, opened, [Q, CELL], "t")
    assert reading.read(workspace.reader, opened).assignments == ()
    assert judging.unassign(workspace, opened, [Q], "t") is None
    with pytest.raises(BadInput, match="Nothing was chosen"):
        judging.assign(workspace, opened, [], charge, "t")


def test_a_question_is_asked_and_answered(workspace: Workspace, opened: Iri) -> None:
    question, _ = judging.ask(workspace, opened, [Q], Task(" How  sure? ", thing("EX1")), "t")
    task, _ = judging.act(workspace, opened, [], Task("Tell the site", thing("EX1")), "t")
    found = seen(workspace, opened).of(Q)
    assert found is not None
    assert [(each.label, each.answer) for each in found.raised] == [("How sure?", "")]
    assert judging.answer(workspace, question, "Very.", "t") is not None
    assert judging.answer(workspace, question, "Very.", "t") is None
    found = seen(workspace, opened).of(Q)
    assert found is not None
    assert [(each.answer, each.status) for each in found.raised] == [("Very.", KG.closed)]
    with pytest.raises(NotFound, match="is not a question"):
        judging.answer(workspace, task, "x", "t")
    with pytest.raises(BadInput, match="The answer is missing"):
        judging.answer(workspace, question, " ", "t")


def test_a_rule_is_switched_off_with_a_reason_only(workspace: Workspace, opened: Iri) -> None:
    rule = next(iter(rulebook.SHIPPED))
    with pytest.raises(BadInput, match="reason for switching the rule off is missing"):
        judging.switch_off(workspace, opened, rule, " ")
    with pytest.raises(NotFound, match="is no rule that is in force"):
        judging.switch_off(workspace, opened, thing("P"), "x")
    judging.switch_off(workspace, opened, rule, "Not at this site.")
    judging.switch_off(workspace, opened, rule, "Not at all.")
    (exception,) = reading.read(workspace.reader, opened).exceptions
    assert (exception.rule.iri, exception.rule.label, exception.rationale) == (
        rule,
        rulebook.SHIPPED[rule].label,
        "Not at all.",
    )
    assert [each.iri for each in seen(workspace, opened).report.switched_off] == [rule]
    judging.switch_on(workspace, opened, rule, "t")
    assert judging.switch_on(workspace, opened, rule, "t") is None
    assert reading.read(workspace.reader, opened).exceptions == ()


def test_a_risk_is_prefilled_but_for_its_scores(workspace: Workspace, opened: Iri, report: ImpactReport) -> None:
    row = risks.prefilled(workspace.reader, report, Q)
    assert row.label == "MOI changes: copy number affected at Leiden"
    assert (row.severity_hint, row.occurrence_hint) == ("high", "reach medium, evidence: opinion")
    assert "digital PCR at Leiden" in row.detection_hint
    assert row.mitigated_by == (), "a range mitigates nothing"
    cell = risks.prefilled(workspace.reader, report, CELL)
    assert (cell.label, cell.severity_hint) == ("MOI → potency: effect not assessed", "not known")
    dose = risks.prefilled(workspace.reader, report, ItemKey(thing("D"), thing("LEI")))
    assert (dose.severity_hint, dose.detection_hint[:19]) == ("not recorded", "Nothing detects it.")
    with pytest.raises(NotFound, match="does not hold this item"):
        risks.prefilled(workspace.reader, report, ItemKey(thing("EX1")))
    for scores, said in (
        ((0, 1, 1), "Severity is 0"),
        ((1, 11, 1), "Occurrence is 11"),
        ((1, 1, -1), "Detection is -1"),
    ):
        with pytest.raises(BadInput, match=said):
            risks.add(workspace, opened, row, Scores(*scores), "t")
    iri, _ = risks.add(workspace, opened, row, Scores(8, 3, 10), "t")
    assert workspace.reader.holds(
        [
            Quad(iri, RDF.type, KG.RiskItem, writing.main(workspace.reader)),
            Quad(iri, KG.raisedBy, opened, writing.main(workspace.reader)),
        ]
    ) == frozenset(
        quad for quad in writing.said_of(workspace.reader, (iri,)) if quad.predicate in (RDF.type, KG.raisedBy)
    )
    assert all(each.key.item != iri for each in seen(workspace, opened).standings), (
        "it is no item of its own assessment"
    )


def test_the_first_sentence_counts_what_the_list_holds(workspace: Workspace, opened: Iri, report: ImpactReport) -> None:
    found = seen(workspace, opened)
    listed = [each for each in found.standings if each.item is not None]
    numbers = [int(each) for each in re.findall(r"(\d+) (?:affected|touched|lose support)", found.report.summary[0])]
    assert sum(numbers) == len(listed) == len(found.report.items) == len(report.items) - 1, "the change is no item"
    assert found.report.summary[1:] == report.summary[1:]


def test_controls_that_hold_are_offered_as_what_mitigates(workspace: Workspace) -> None:
    edited(
        workspace,
        added="""demo:J a kg:Influence ; kg:hasCause demo:E ; kg:hasEffect demo:P ; kg:strength kg:high .
        demo:K a kg:Control ; rdfs:label "probe" ; kg:controls demo:P ; kg:atSite demo:BOS ; kg:statusAtSite kg:validated ; kg:controlKind kg:proceduralControl .
        demo:BE a kg:Equipment ; rdfs:label "pump" ; kg:ofModel demo:M ; kg:locatedAt demo:BOS .
        demo:CE a kg:Change ; kg:changes demo:BE ; kg:changeKind kg:replacement ; kg:status kg:open .""",
    )
    iri, _ = changes.open_assessment(workspace, changes.Opening(changes=(thing("CE"),)), "t")
    report = reading.report(workspace, reading.read(workspace.reader, iri))
    holding = {item.iri: item.held_by for item in report.items if any(not each.void for each in item.held_by)}
    assert holding, report.barriers
    key = next(standing.key_of(item) for item in report.items if item.iri in holding)
    assert [each.label for each in risks.prefilled(workspace.reader, report, key).mitigated_by] == ["probe"]


@pytest.mark.parametrize(
    "text", ['"', "\n\t", "<script>", "\u202e", "{placeholder}", "%s", "'; DROP", "a" * 5000, "\x00\x07"]
)
def test_hostile_texts_are_kept_to_the_letter_and_harm_nothing(
    workspace: Workspace, opened: Iri, report: ImpactReport, text: str
) -> None:
    judging.judge(
        workspace, opened, report, [Q], Judgement(Function.QC, Outcome.IMPACTED, f"x{text}x", name=f"N{text}N")
    )
    (verdict,) = reading.read(workspace.reader, opened).verdicts
    assert verdict.rationale == f"x{text}x"
    assert seen(workspace, opened).suspect == 0
    judging.ask(workspace, opened, [Q], Task(f"x{text}x", thing("EX1")), "t")
    changes.open_assessment(workspace, changes.Opening(changes=(thing("CX"),), label=f"x{text}x"), "t")
    assert len(reading.rows(workspace.reader)) == 2


def test_a_time_or_function_that_cannot_be_read_is_read_past(workspace: Workspace, opened: Iri) -> None:
    graph = reading.graph(workspace.reader.meta().base)
    odd = {
        Quad(thing("V"), RDF.type, KG.Verdict, graph),
        Quad(thing("V"), KG.inAssessment, opened, graph),
        Quad(thing("A"), RDF.type, KG.Assignment, graph),
        Quad(thing("A"), KG.inAssessment, opened, graph),
        Quad(thing("X"), RDF.type, KG.RuleException, graph),
        Quad(thing("X"), KG.inAssessment, opened, graph),
    }
    workspace.commit(ChangeSet("odd", added=frozenset(odd)), Note(workspace.author, "t"))
    found = reading.read(workspace.reader, opened)
    assert (found.verdicts, found.assignments) == ((), ())
    assert found.exceptions[0].rationale == ""
    assert any("switched off, and nobody said why" in each for each in seen(workspace, opened).missing)
    assert reading.moment("yesterday") is None
    assert str(reading.moment("2026-01-01T00:00:00")) == "2026-01-01 00:00:00+00:00"
    assert reading.key_of(Statements(workspace.reader), thing("V")) is None
