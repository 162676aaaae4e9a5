"""A closed assessment is never altered, by whatever part of the program; it is opened by number and with a reason only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kgapp.adapters.children.updates import ChildUpdates
from kgapp.domain.assessment import Function, ItemKey, Outcome
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound, NotReady, Sealed, UndoConflict
from kgapp.domain.history import Note, RevisionKind
from kgapp.domain.impact import ImpactReport
from kgapp.domain.terms import Iri, Literal, Quad, nquad
from kgapp.domain.vocabulary import KG, RDF, RDFS
from kgapp.services import editing, forms, history, merging, retiring, revision_log, sealing, updating
from kgapp.services.assessments import changes, closing, judging, reading, standing
from kgapp.services.assessments.changes import Opening
from kgapp.services.assessments.judging import Charge, Judgement
from kgapp.services.assessments.writing import Task
from kgapp.services.form_fields import Entry
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace
from tests.services.assessments.conftest import MAIN, edited, seen, thing

YES = Judgement(Function.PROCESS, Outcome.IMPACTED, "It rises.")
GRAPH = Iri("https://w3id.org/kgapp/demo/graph/assessments")


def judge_all(workspace: Workspace, iri: Iri) -> None:
    report = reading.report(workspace, reading.read(workspace.reader, iri))
    judging.judge(workspace, iri, report, standing.keys(report), YES)


@pytest.fixture
def closed(workspace: Workspace, opened: Iri) -> Iri:
    """An assessment that was judged and closed."""
    judging.assign(workspace, opened, [ItemKey(thing("Q"), thing("LEI"))], Charge(thing("EX1")), "t")
    judge_all(workspace, opened)
    report = reading.report(workspace, reading.read(workspace.reader, opened))
    closing.close(workspace, opened, report, " It can be done. ")
    return opened


def head(workspace: Workspace) -> int:
    newest = workspace.reader.head()
    assert newest is not None
    return newest.seq


def test_closing_names_everything_that_is_missing(workspace: Workspace, opened: Iri) -> None:
    report = reading.report(workspace, reading.read(workspace.reader, opened))
    with pytest.raises(NotReady) as refused:
        closing.close(workspace, opened, report, " ")
    total = len(standing.keys(report)) - 1  # the change itself is no item of its own assessment
    assert refused.value.missing[0].startswith(f"{total} of {total} are without a verdict: “copy number” at Leiden")
    assert refused.value.missing[-1] == "It has no conclusion."
    assert refused.value.details() == refused.value.missing
    judging.judge(workspace, opened, report, standing.keys(report)[1:], YES)
    report = reading.report(workspace, reading.read(workspace.reader, opened))
    with pytest.raises(NotReady) as refused:
        closing.close(workspace, opened, report, "Fine.")
    assert refused.value.missing == (f"1 of {total} is without a verdict: “copy number” at Leiden.",)


def test_a_closed_one_says_who_closed_it_on_what(workspace: Workspace, closed: Iri) -> None:
    found = reading.read(workspace.reader, closed)
    assert (found.closed, found.conclusion, found.closed_by) == (True, "It can be done.", "A. Scientist (KGAPP_USER)")
    assert found.revision == workspace.reader.revision(head(workspace) - 1).hash
    assert len(found.rules_digest) == 64
    assert found.closed_at is not None
    state = seen(workspace, closed)
    assert (state.missing, state.review) == ((), ())
    (row,) = reading.rows(workspace.reader)
    assert (row.closed, row.conclusion, row.verdicts) == (True, "It can be done.", state.total + 1)


def test_a_report_that_is_older_than_the_graph_closes_nothing(workspace: Workspace, opened: Iri) -> None:
    judge_all(workspace, opened)
    report = reading.report(workspace, reading.read(workspace.reader, opened))
    edited(workspace, added='demo:Z rdfs:label "new" .')
    with pytest.raises(BadInput, match="has changed since its impact was looked at"):
        closing.close(workspace, opened, report, "Fine.")


def member(workspace: Workspace, kind: Iri) -> Iri:
    return next(each for each in workspace.reader.instances((kind,)))


ROUTES: dict[str, Callable[[Workspace, Iri], object]] = {
    "set": lambda space, iri: editing.set_values(space, iri, KG.conclusion, ["Other"], "t"),
    "unset": lambda space, iri: editing.unset_values(space, iri, KG.closedAt, [], "t"),
    "open again by hand": lambda space, iri: editing.set_values(space, iri, KG.status, ["open"], "t"),
    "label": lambda space, iri: editing.set_values(space, iri, RDFS.label, ["Other"], "t"),
    "a verdict's label": lambda space, _: editing.set_values(space, member(space, KG.Verdict), RDFS.label, ["x"], "t"),
    "an assignment": lambda space, _: editing.unset_values(space, member(space, KG.Assignment), KG.owner, [], "t"),
    "what was assessed": lambda space, _: editing.set_values(space, thing("CH"), KG.toValue, ["9"], "t"),
    "what changes": lambda space, _: editing.set_values(space, thing("CH"), KG.changes, ["demo:R"], "t"),
    "form": lambda space, iri: forms.save(space, forms.form(space.reader, iri), {KG.conclusion: (Entry("x"),)}, "t"),
    "retire": lambda space, iri: retiring.retire(space, iri, "t"),
    "delete": lambda space, _: retiring.delete(space, member(space, KG.Verdict), "t"),
    "merge what it judged": lambda space, _: merging.merge(space, thing("U"), thing("Q"), {}, "t"),
    "judge": lambda space, iri: judging.judge(
        space, iri, report_of(space, iri), standing.keys(report_of(space, iri)), YES
    ),
    "assign": lambda space, iri: judging.assign(space, iri, [ItemKey(thing("Q"))], Charge(thing("EX1")), "t"),
    "unassign": lambda space, iri: judging.unassign(space, iri, [], "t"),
    "ask": lambda space, iri: judging.ask(space, iri, [], Task("x", thing("EX1")), "t"),
    "rule": lambda space, iri: judging.switch_on(space, iri, thing("P"), "t"),
    "functions": lambda space, iri: changes.set_asked(space, iri, [Function.QC], "t"),
    "add a change": lambda space, iri: changes.add_change(space, iri, thing("CT"), "t"),
    "drop a change": lambda space, iri: changes.drop_change(space, iri, thing("CH"), "t"),
    "close": lambda space, iri: closing.close(space, iri, report_of(space, iri), "again"),
    "join": lambda space, iri: space.commit(
        ChangeSet("x", added=frozenset({Quad(thing("new"), KG.inAssessment, iri, MAIN)})), Note(space.author, "t")
    ),
    "attach": lambda space, iri: space.attach(
        b"x", ChangeSet("x", added=frozenset({Quad(iri, RDFS.seeAlso, thing("doc"), MAIN)})), Note(space.author, "t")
    ),
    "import": lambda space, iri: imported(space, Quad(iri, KG.conclusion, Literal("Other"), GRAPH)),
    "import a verdict of it": lambda space, iri: imported(space, Quad(thing("new"), KG.inAssessment, iri, GRAPH)),
    "import about a verdict": lambda space, _: imported(
        space, Quad(member(space, KG.Verdict), RDFS.comment, Literal("x"), GRAPH)
    ),
    "import what was assessed": lambda space, _: imported(space, Quad(thing("CH"), KG.toValue, Literal("9"), MAIN)),
    "undo": lambda space, _: history.undo(space, "t"),
    "undo to": lambda space, _: history.undo_to(space, "t", 3),
    "undo a verdict by number": lambda space, _: history.undo(space, "t", head(space) - 1),
}


def report_of(workspace: Workspace, iri: Iri) -> ImpactReport:
    return reading.report(workspace, reading.read(workspace.reader, iri))


def imported(workspace: Workspace, *quads: Quad) -> object:
    lines = "".join(f"{nquad(quad)}\n" for quad in quads).encode()
    return workspace.import_nquads([lines], "Imported", Note(workspace.author, "t", RevisionKind.IMPORT))


def test_no_part_of_the_program_alters_a_closed_assessment(workspace: Workspace, closed: Iri) -> None:
    before = head(workspace)
    for name, write in ROUTES.items():
        with pytest.raises(Sealed) as refused:
            write(workspace, closed)
        assert refused.value.hint, name
        assert head(workspace) == before, name


def test_everything_else_goes_on(workspace: Workspace, closed: Iri) -> None:
    editing.set_values(workspace, thing("CH"), KG.status, ["closed"], "implemented")
    editing.set_values(workspace, thing("CH"), KG.externalId, ["CC-1"], "number")
    editing.set_values(workspace, thing("CH"), RDFS.label, ["Another name"], "name")
    imported(
        workspace, Quad(thing("CH"), RDFS.comment, Literal("x"), MAIN), Quad(thing("new"), RDF.type, KG.Batch, MAIN)
    )
    assert imported(workspace, *workspace.reader.quads(Pattern(subject=closed))) is None, "what is here already"
    changes.open_assessment(workspace, Opening(changes=(thing("CH"),)), "a new one of the same change")
    assert sum(row.closed for row in reading.rows(workspace.reader)) == 1


def test_what_changes_afterwards_asks_for_a_review(workspace: Workspace, closed: Iri) -> None:
    edited(
        workspace,
        "demo:I kg:strength kg:medium .",
        """demo:I kg:strength kg:high .
        demo:J a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:R ; kg:strength kg:low ; kg:evidenceLevel kg:opinion .""",
    )
    state = seen(workspace, closed)
    assert state.missing == ()
    assert "“copy number” at Leiden, “dose” at Leiden: A stronger path appears: medium → high." in state.review
    assert "“temperature” at Leiden is reached now and was not when the assessment was closed." in state.review
    edited(workspace, "demo:CH kg:status kg:open .", "demo:CH kg:status kg:closed .")
    edited(workspace, added='demo:W a kg:QualityAttribute ; rdfs:label "purity" .')
    assert (
        "“MOI → purity” is not assessed now and was not when the assessment was closed."
        in seen(workspace, closed).review
    )


def test_a_closing_is_taken_back_by_number_and_only_while_it_fits(workspace: Workspace, closed: Iri) -> None:
    closing_revision = head(workspace)
    with pytest.raises(Sealed, match=f"Take it back by its number, {closing_revision}, with a reason"):
        history.undo(workspace, "t")
    with pytest.raises(BadInput, match="needs a reason"):
        history.undo(workspace, " ", closing_revision)
    history.undo(workspace, "It was too early.", closing_revision)
    assert not reading.read(workspace.reader, closed).closed
    with pytest.raises(Sealed, match="Take it back by its number"):
        history.redo(workspace, "t")
    with pytest.raises(Sealed, match="is closed by closing it"):
        history.undo(workspace, "close it again like this", head(workspace))
    judge_all(workspace, closed)
    closing.close(workspace, closed, report_of(workspace, closed), "Again.")
    with pytest.raises(UndoConflict):
        history.undo(workspace, "the old closing", closing_revision)
    assert reading.read(workspace.reader, closed).conclusion == "Again."


def test_undo_ends_at_a_signed_verdict_and_names_it(workspace: Workspace, opened: Iri) -> None:
    judge_all(workspace, opened)
    verdicts = head(workspace)
    edited(workspace, added='demo:Z rdfs:label "new" .')
    steps = revision_log.next_steps(workspace.reader)
    assert [seq for seq, _ in steps.undo] == [verdicts + 1]
    assert steps.blocked_by is not None
    assert steps.blocked_by.seq == verdicts
    with pytest.raises(Sealed):
        history.undo_to(workspace, "t", verdicts)
    assert head(workspace) == verdicts + 1, "nothing was done"
    history.undo(workspace, "t")
    with pytest.raises(Sealed, match="holds signed verdicts"):
        history.undo(workspace, "t")
    history.undo(workspace, "a reason", verdicts)
    assert reading.read(workspace.reader, opened).verdicts == ()
    assert revision_log.next_steps(workspace.reader).redo == ()
    with pytest.raises(Sealed):
        history.redo_to(workspace, "t", head(workspace))
    history.undo(workspace, "they were right", head(workspace))
    assert seen(workspace, opened).missing == ()


def test_an_assessment_stays_while_something_was_said_in_it(workspace: Workspace, opened: Iri) -> None:
    opening = head(workspace)
    judge_all(workspace, opened)
    with pytest.raises(Sealed, match="holds verdicts or other things that were said in it"):
        history.undo(workspace, "t", opening)
    history.undo(workspace, "t", opening + 1)
    history.undo(workspace, "t", opening)
    assert reading.rows(workspace.reader) == ()


def test_a_signed_verdict_is_given_anew_and_never_edited(workspace: Workspace, opened: Iri) -> None:
    judge_all(workspace, opened)
    verdict = member(workspace, KG.Verdict)
    for predicate, text in ((KG.outcome, "not impacted"), (KG.rationale, "x"), (KG.judgedBy, "x"), (KG.function, "QC")):
        with pytest.raises(Sealed, match="is a signed verdict and is not altered"):
            editing.set_values(workspace, verdict, predicate, [text], "t")
    with pytest.raises(Sealed, match="signed verdict"):
        retiring.delete(workspace, verdict, "t")
    with pytest.raises(Sealed, match="was signed"):
        imported(workspace, Quad(verdict, KG.outcome, KG.notImpacted, GRAPH))
    imported(workspace, Quad(verdict, RDFS.comment, Literal("a note"), GRAPH))
    editing.set_values(workspace, verdict, RDFS.label, ["my words"], "t")


def test_an_assessment_is_not_closed_by_its_status(workspace: Workspace, opened: Iri) -> None:
    with pytest.raises(Sealed, match="is not closed by setting its status"):
        editing.set_values(workspace, opened, KG.status, ["closed"], "t")
    with pytest.raises(Sealed, match="was signed or is part"):
        imported(workspace, Quad(opened, KG.closedAt, Literal("2026"), GRAPH))


def test_an_import_that_brought_a_closed_one_is_taken_back_whole_by_number(workspace: Workspace, closed: Iri) -> None:
    lines = list(workspace.reader.quads(Pattern(graph=GRAPH)))
    elsewhere = [Quad(Iri(f"{quad.subject}-copy"), quad.predicate, quad.object, quad.graph) for quad in lines]
    moved = [
        Quad(each.subject, each.predicate, Iri(f"{closed}-copy"), each.graph)
        if each.predicate == KG.inAssessment
        else each
        for each in elsewhere
    ]
    imported(workspace, *moved)
    assert sum(row.closed for row in reading.rows(workspace.reader)) == 2
    with pytest.raises(Sealed):
        history.undo(workspace, "t")
    history.undo(workspace, "not ours", head(workspace))
    assert len(reading.rows(workspace.reader)) == 1
    history.undo(workspace, "ours after all", head(workspace))
    assert len(reading.rows(workspace.reader)) == 2


def test_a_project_without_assessments_is_not_looked_through(workspace: Workspace) -> None:
    chunks = [b"not a statement at all\n"]
    assert list(sealing.checked(workspace.reader, chunks)) == chunks
    with pytest.raises(NotFound, match="is not an assessment"):
        reading.read(workspace.reader, thing("P"))


def test_an_update_alters_nothing_that_is_sealed(workspace: Workspace, closed: Iri) -> None:
    before = head(workspace), workspace.reader.count()
    for text in (
        f'DELETE {{ <{closed}> kg:conclusion ?c }} INSERT {{ <{closed}> kg:conclusion "Other" }} WHERE {{ <{closed}> kg:conclusion ?c }}',
        f"DELETE {{ ?v kg:outcome ?o }} INSERT {{ ?v kg:outcome kg:notImpacted }} WHERE {{ ?v kg:inAssessment <{closed}> ; kg:outcome ?o }}",
        "DELETE WHERE { ?v a kg:Verdict ; ?p ?o }",
        f"INSERT DATA {{ GRAPH <{GRAPH}> {{ demo:more a kg:Verdict ; kg:inAssessment <{closed}> }} }}",
        f"CLEAR GRAPH <{GRAPH}>",
    ):
        with pytest.raises(Sealed):
            updating.preview(workspace, ChildUpdates(), text, timeout_s=30)
    assert (head(workspace), workspace.reader.count()) == before
    other = updating.preview(workspace, ChildUpdates(), 'INSERT DATA { demo:P rdfs:comment "x" }', timeout_s=30)
    assert updating.commit(workspace, other, "t") is not None
    sealed = replace(
        other, seq=head(workspace), revision_hash=hash_of(workspace), change=ChangeSet("x", everything(workspace))
    )
    with pytest.raises(Sealed):
        updating.commit(workspace, sealed, "t")


def hash_of(workspace: Workspace) -> str:
    newest = workspace.reader.head()
    assert newest is not None
    return newest.hash


def everything(workspace: Workspace) -> frozenset[Quad]:
    return frozenset(workspace.reader.quads(Pattern()))
