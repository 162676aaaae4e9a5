"""Verdicts on items of an assessment, and what goes with them: assignments, questions, switched-off rules, risks.

Each is one revision, however many items it is about. A verdict that replaces another takes its address: the history of
that address tells what was said before, by whom and why.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from kgapp.domain.assessment import Assessment, Function, ItemKey, Outcome, Verdict
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.history import Note, Revision
from kgapp.domain.impact import ImpactReport
from kgapp.domain.terms import Iri, Literal, Quad, Term, shorten
from kgapp.domain.vocabulary import KG, XSD
from kgapp.services import browsing, rulebook
from kgapp.services.assessments import fingerprints, standing, writing
from kgapp.services.assessments.fingerprints import Basis, Given
from kgapp.services.assessments.writing import Task
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.statements import Statements
from kgapp.services.workspace import Workspace

_Said = list[tuple[Iri, Term | None]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a function found, and why. ``name`` is who gives it, when that is not who enters it.

    ``action`` is what follows: of what needs study, the study. One action is made for all items of one judgement.
    """

    function: Function
    outcome: Outcome
    rationale: str
    name: str = ""
    action: Task | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """Who is to judge, for which function (``None``: any) and until when (an ISO date, or empty)."""

    owner: Iri
    function: Function | None = None
    due: str = ""


def judge(
    workspace: Workspace, iri: Iri, report: ImpactReport, keys: Collection[ItemKey], judgement: Judgement, why: str = ""
) -> Revision:
    """Give a verdict on these items, in place of those the function gave before. ``report`` is what the person looked at.

    Raises ``BadInput`` without an item, a reason or a name, for a study that nobody sees to, and for an item that
    the report does not hold and nobody has judged; ``Sealed`` for a closed assessment.
    """
    reader = workspace.reader
    assessment = _about(reader, iri, report)
    rationale = writing.text(judgement.rationale, "The reason of the verdict", "Say why in one sentence.")
    by = writing.signature(workspace.author, judgement.name)
    states = _states(reader, assessment, report, keys)
    action, added = _follow_up(reader, assessment, judgement, keys)
    removed = frozenset[Quad]()
    for key, given in states.items():
        old = _given_before(assessment, key, judgement.function)
        removed |= writing.said_of(reader, (each.iri for each in old))
        kept = tuple(each for verdict in old for each in verdict.actions if verdict.outcome is judgement.outcome)
        said: _Said = [
            *_signed(iri, judgement, rationale, by, report.revision_hash),
            *writing.about(key),
            (KG.judgedState, Literal(fingerprints.to_json(given))),
            *((KG.ownsAction, each) for each in ((action,) if action else kept)),
        ]
        label = f"Verdict of {judgement.function.label}: {judgement.outcome.label}"
        added |= writing.statements(
            _address(reader, iri, key, judgement.function), KG.Verdict, label, said, writing.assessments(reader)
        )
    told = f"Verdict ({judgement.function.label}) on {_counted(reader, states)}: {judgement.outcome.label}"
    summary = shorten(f"{told}, in “{assessment.label}”", 200)
    return done(workspace.commit(ChangeSet(summary, removed, added), Note(workspace.author, why or rationale)))


def confirm(
    workspace: Workspace,
    iri: Iri,
    report: ImpactReport,
    keys: Collection[ItemKey],
    judgement: tuple[Function, str],
    name: str = "",
) -> Revision:
    """Give the function's verdicts on these items again as they were, on what the report says now; one revision.

    ``judgement`` is the function and the reason for which they still hold. Raises as ``judge``, and ``BadInput`` where the
    function has given none.
    """
    function, reason = judgement
    reader = workspace.reader
    assessment = _about(reader, iri, report)
    rationale = writing.text(reason, "The reason why it still holds", "Say why in one sentence.")
    by = writing.signature(workspace.author, name)
    removed, added = frozenset[Quad](), frozenset[Quad]()
    for key, given in _states(reader, assessment, report, keys).items():
        old = _given_before(assessment, key, function)
        if len(old) != 1:
            raise BadInput(
                f"The function {function.label} has no one verdict on “{_name(reader, key)}” to confirm.",
                hint="Give a verdict on it.",
            )
        said = writing.said_of(reader, (old[0].iri,))
        out = {quad for quad in said if quad.predicate in _ANEW}
        into: _Said = [
            (KG.rationale, Literal(rationale)),
            (KG.judgedBy, Literal(by)),
            (KG.judgedAt, writing.now()),
            (KG.atRevision, Literal(report.revision_hash)),
            (KG.judgedState, Literal(fingerprints.to_json(given))),
        ]
        graph = writing.assessments(reader)
        removed |= out
        added |= {Quad(old[0].iri, predicate, value, graph) for predicate, value in into if value is not None}
    told = f"Confirm verdicts ({function.label}) on {_counted(reader, keys)}"
    summary = shorten(f"{told}, in “{assessment.label}”", 200)
    return done(workspace.commit(ChangeSet(summary, removed, added), Note(workspace.author, rationale)))


def assign(workspace: Workspace, iri: Iri, keys: Collection[ItemKey], charge: Charge, why: str) -> Revision | None:
    """Say who is to judge these items, in place of who was for the same function; ``None`` when that is said already."""
    reader = workspace.reader
    assessment = writing.open_one(reader, iri)
    _check_some(keys)
    owner, due = writing.owner(reader, charge.owner), writing.dated(writing.day(charge.due))
    function = charge.function.iri if charge.function else None
    removed, added = frozenset[Quad](), frozenset[Quad]()
    name = browsing.labels(reader, (owner,))[owner]
    for key in keys:
        address = writing.member(reader, KG.Assignment, iri, *_spelled(key), function)
        before = [each.iri for each in assessment.assignments if (each.key, each.function) == (key, charge.function)]
        removed |= writing.said_of(reader, before)
        said: _Said = [(KG.inAssessment, iri), *writing.about(key), (KG.owner, owner), (KG.due, due)]
        said.append((KG.function, function))
        added |= writing.statements(address, KG.Assignment, f"Assigned to {name}", said, writing.assessments(reader))
    summary = shorten(f"Assign {_counted(reader, keys)} to {name} in “{assessment.label}”", 200)
    return workspace.commit(ChangeSet(summary, removed, added), Note(workspace.author, why))


def unassign(workspace: Workspace, iri: Iri, keys: Collection[ItemKey], why: str) -> Revision | None:
    """Take back who is to judge these items; ``None`` when nobody is."""
    assessment = writing.open_one(workspace.reader, iri)
    gone = [each.iri for each in assessment.assignments if each.key in keys]
    summary = shorten(f"Assign {_counted(workspace.reader, keys)} to nobody in “{assessment.label}”", 200)
    change = ChangeSet(summary, writing.said_of(workspace.reader, gone))
    return workspace.commit(change, Note(workspace.author, why))


def ask(workspace: Workspace, iri: Iri, keys: Collection[ItemKey], question: Task, why: str) -> tuple[Iri, Revision]:
    """Ask somebody about these items, or, without items, about the assessment: the question's address and the revision."""
    return _raise(workspace, iri, keys, KG.questionAction, question, f"Question “{question.label}”", why)


def act(workspace: Workspace, iri: Iri, keys: Collection[ItemKey], task: Task, why: str) -> tuple[Iri, Revision]:
    """Note something that is to be done about these items; its address and the revision."""
    return _raise(workspace, iri, keys, KG.taskAction, task, f"Action “{task.label}”", why)


def answer(workspace: Workspace, question: Iri, said: str, why: str) -> Revision | None:
    """Answer a question, which closes it; ``None`` when that is its answer. Also after the assessment is closed."""
    reader = workspace.reader
    known = Statements(reader)
    if KG.questionAction not in known.things(question, KG.actionKind):
        raise NotFound(f"“{known.name(question)}” is not a question.", hint="Answer one that was asked.")
    text = writing.text(said, "The answer", "Write it in a sentence or two.")
    before = frozenset(
        quad for quad in reader.quads(Pattern(subject=question)) if quad.predicate in (KG.answer, KG.status)
    )
    graph = next((quad.graph for quad in before), writing.main(reader))
    added = frozenset((Quad(question, KG.answer, Literal(text), graph), Quad(question, KG.status, KG.closed, graph)))
    summary = shorten(f"Answer “{known.name(question)}”: {text}", 200)
    return workspace.commit(ChangeSet(summary, before - added, added - before), Note(workspace.author, why))


def switch_off(workspace: Workspace, iri: Iri, rule: Iri, rationale: str, why: str = "") -> Revision | None:
    """Do without a rule, or a kind of barrier, in this assessment; it stands on the first page of every report.

    Raises ``BadInput`` without a reason, ``NotFound`` for what is no rule in force.
    """
    reader = workspace.reader
    assessment = writing.open_one(reader, iri)
    reason = writing.text(rationale, "The reason for switching the rule off", "Say why in one sentence.")
    book = rulebook.book(reader)
    labels = {each.iri: each.label for each in book.rules} | {each.iri: each.label for each in book.barriers}
    if rule not in labels:
        raise NotFound(
            f"“{browsing.compact(reader, rule)}” is no rule that is in force here.", hint="kgapp rules lists them."
        )
    address = writing.member(reader, KG.RuleException, iri, rule)
    removed = writing.said_of(reader, (each.iri for each in assessment.exceptions if each.rule.iri == rule))
    said: _Said = [(KG.inAssessment, iri), (KG.ofRule, rule), (KG.rationale, Literal(reason))]
    label = f"Without the rule “{labels[rule]}”"
    added = writing.statements(address, KG.RuleException, label, said, writing.assessments(reader))
    summary = shorten(f"{label} in “{assessment.label}”", 200)
    return workspace.commit(ChangeSet(summary, removed - added, added), Note(workspace.author, why or reason))


def switch_on(workspace: Workspace, iri: Iri, rule: Iri, why: str) -> Revision | None:
    """Apply a rule again that was switched off in this assessment; ``None`` when it was not."""
    reader = workspace.reader
    assessment = writing.open_one(reader, iri)
    gone = [each for each in assessment.exceptions if each.rule.iri == rule]
    summary = shorten(f"With the rule “{gone[0].rule.label if gone else rule}” again in “{assessment.label}”", 200)
    change = ChangeSet(summary, writing.said_of(reader, (each.iri for each in gone)))
    return workspace.commit(change, Note(workspace.author, why))


def done(revision: Revision | None) -> Revision:
    """A write that always changes something, be it only when it was done."""
    assert revision is not None, "it was signed at another moment"
    return revision


def _about(reader: RecordReader, iri: Iri, report: ImpactReport) -> Assessment:
    """The open assessment, and that the report is about its changes."""
    assessment = writing.open_one(reader, iri)
    meant = {entity.iri for change in assessment.changes for entity in change.entities}
    if {each.entity.iri for each in (report.change, *report.also)} != meant:
        raise BadInput(
            f"What was looked at is about other changes than “{assessment.label}” assesses.",
            hint="Assess its impact again, then judge.",
        )
    return assessment


def _states(
    reader: RecordReader, assessment: Assessment, report: ImpactReport, keys: Collection[ItemKey]
) -> dict[ItemKey, Given]:
    """What each verdict is given on. Raises ``BadInput`` for an item that there is nothing to judge about."""
    _check_some(keys)
    now = standing.givens(reader, report)
    basis, judged = Basis(reader, report), {each.key for each in assessment.verdicts}
    found: dict[ItemKey, Given] = {}
    for key in keys:
        given = now.get(key) or (basis.of_nothing(key) if key in judged else None)
        if given is None:
            raise BadInput(
                f"“{_name(reader, key)}” is not reached by what “{assessment.label}” assesses.",
                hint="Judge what its work list holds. If an influence is missing, add that first.",
            )
        found[key] = given
    return found


def _follow_up(
    reader: RecordReader, assessment: Assessment, judgement: Judgement, keys: Collection[ItemKey]
) -> tuple[Iri | None, frozenset[Quad]]:
    if judgement.action is None:
        covered = all(_studied(assessment, key, judgement.function) for key in keys)
        if judgement.outcome is Outcome.NEEDS_STUDY and not covered:
            raise BadInput(
                "What needs study needs somebody who sees to it.",
                hint="Say what is to be done, by whom and until when.",
            )
        return None, frozenset()
    kind = KG.studyAction if judgement.outcome is Outcome.NEEDS_STUDY else KG.taskAction
    return writing.action(reader, assessment.iri, kind, judgement.action, keys)


def _studied(assessment: Assessment, key: ItemKey, function: Function) -> bool:
    """Whether the function has asked for a study of it before."""
    return any(each.actions for each in _given_before(assessment, key, function) if each.outcome is Outcome.NEEDS_STUDY)


def _given_before(assessment: Assessment, key: ItemKey, function: Function) -> list[Verdict]:
    return [each for each in assessment.verdicts if each.key == key and each.function is function]


def _signed(iri: Iri, judgement: Judgement, rationale: str, by: str, revision: str) -> _Said:
    return [
        (KG.inAssessment, iri),
        (KG.function, judgement.function.iri),
        (KG.outcome, judgement.outcome.iri),
        (KG.rationale, Literal(rationale)),
        (KG.judgedBy, Literal(by, XSD.string)),
        (KG.judgedAt, writing.now()),
        (KG.atRevision, Literal(revision)),
    ]


def _raise(
    workspace: Workspace, iri: Iri, keys: Collection[ItemKey], kind: Iri, task: Task, summary: str, why: str
) -> tuple[Iri, Revision]:
    assessment = writing.open_one(workspace.reader, iri)
    made, added = writing.action(workspace.reader, iri, kind, task, keys)
    told = shorten(f"{summary} in “{assessment.label}”", 200)
    return made, done(workspace.commit(ChangeSet(told, added=added), Note(workspace.author, why)))


def _check_some(keys: Collection[ItemKey]) -> None:
    if not keys:
        raise BadInput("Nothing was chosen.", hint="Choose one or more items of the work list.")


def _address(reader: RecordReader, iri: Iri, key: ItemKey, function: Function) -> Iri:
    return writing.member(reader, KG.Verdict, iri, *_spelled(key), function.iri)


def _spelled(key: ItemKey) -> tuple[Iri, Iri | None, Iri | None]:
    return key.item, key.site, key.about_factor


def _name(reader: RecordReader, key: ItemKey) -> str:
    things = [each for each in (key.about_factor, key.item) if each]
    names = browsing.labels(reader, things)
    return " → ".join(names[each] for each in things)


def _counted(reader: RecordReader, keys: Iterable[ItemKey]) -> str:
    listed = list(keys)
    return f"“{_name(reader, listed[0])}”" if len(listed) == 1 else f"{len(listed)} items"


_ANEW: Final = frozenset((KG.rationale, KG.judgedBy, KG.judgedAt, KG.atRevision, KG.judgedState))
