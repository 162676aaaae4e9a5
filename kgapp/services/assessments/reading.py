"""Reads assessments from the record: the list of them, one with everything said in it, and the question it asks.

What was entered by other programs is read as far as it goes: what cannot be read of a verdict makes it suspect, never
valid. An assessment is closed when its status says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from kgapp.domain.assessment import Assessment, Assignment, Function, ItemKey, Outcome, Raised, RuleException, Verdict
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.impact import ImpactReport, Named
from kgapp.domain.names import fold
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services import browsing, rulebook
from kgapp.services.assessments import proposals
from kgapp.services.impact import assess
from kgapp.services.impact.assess import Question
from kgapp.services.ports import Having, RecordReader
from kgapp.services.statements import Statements
from kgapp.services.workspace import Workspace

MEMBERS: Final = (KG.Verdict, KG.Assignment, KG.RuleException)
_FUNCTIONS: Final = {each.iri: each for each in Function}
_OUTCOMES: Final = {each.iri: each for each in Outcome}


@dataclass(frozen=True, slots=True)
class Row:
    """An assessment in the list. ``verdicts`` counts those given; how many are suspect only a report can tell."""

    iri: Iri
    label: str
    closed: bool
    changes: tuple[Named, ...]
    external_ids: tuple[str, ...]
    owners: tuple[Named, ...]
    opened_at: datetime | None
    closed_at: datetime | None
    conclusion: str
    verdicts: int


def graph(base: Iri) -> Iri:
    """Where assessments live, with their verdicts, assignments and rule exceptions."""
    return Iri(f"{base}graph/assessments")


def rows(reader: RecordReader) -> tuple[Row, ...]:
    """All assessments: open ones first, the newest first."""
    known = Statements(reader)
    assessments = reader.instances((KG.Assessment,))
    given = reader.tally(KG.inAssessment, assessments, having=(Having(RDF.type, (KG.Verdict,)),))
    found = [_row(known, each, given.get(each, 0)) for each in assessments]
    return tuple(sorted(found, key=lambda row: (row.closed, *_newest_first(row), row.label, row.iri)))


def resolve(reader: RecordReader, text: str) -> Iri:
    """The assessment that a text names: by its label where only one has it, else as any other thing.

    Raises ``NotFound``, or ``Ambiguous`` with the candidates.
    """
    wanted = fold(text)
    called = [each for each in reader.called(wanted) if KG.Assessment in reader.types((each,)).get(each, ())]
    return called[0] if len(called) == 1 else browsing.resolve(reader, text)


def read(reader: RecordReader, iri: Iri) -> Assessment:
    """One assessment. Raises ``NotFound`` for what is none."""
    known = Statements(reader)
    if KG.Assessment not in known.types(iri):
        raise NotFound(f"“{known.name(iri)}” is not an assessment.", hint="kgapp assess list PROJECT names them.")
    members = {kind: _members(known, iri, kind) for kind in MEMBERS}
    return Assessment(
        iri=iri,
        label=known.name(iri),
        closed=is_closed(known, iri),
        changes=tuple(proposals.read(known, each) for each in changes_of(known, iri)),
        asks=tuple(each for each in Function if each.iri in known.things(iri, KG.asksFunction)),
        owners=proposals.named(known, iri, KG.owner),
        opened_at=_time(known, iri, KG.openedAt),
        arises_from=proposals.named(known, iri, KG.arisesFrom),
        closed_at=_time(known, iri, KG.closedAt),
        closed_by=known.text(iri, KG.closedBy),
        conclusion=known.text(iri, KG.conclusion),
        revision=known.text(iri, KG.atRevision),
        rules_digest=known.text(iri, KG.rulesDigest),
        verdicts=tuple(found for each in members[KG.Verdict] for found in _verdicts(known, each)),
        assignments=tuple(found for each in members[KG.Assignment] for found in _assignments(known, each)),
        exceptions=tuple(_exception(known, each) for each in members[KG.RuleException]),
        raised=tuple(_raised(known, each) for each in known.that(KG.raisedBy, iri) if KG.Action in known.types(each)),
    )


def is_closed(known: Statements, iri: Iri) -> bool:
    """Whether an assessment is closed: its status says so, or it says when it was."""
    return KG.closed in known.things(iri, KG.status) or bool(known.text(iri, KG.closedAt))


def changes_of(known: Statements, iri: Iri) -> tuple[Iri, ...]:
    """The changes that are assessed, the first one entered first where their order can be known."""
    return tuple(sorted(known.things(iri, KG.assesses), key=lambda each: (known.text(each, KG.effectiveFrom), each)))


def question(assessment: Assessment) -> Question:
    """What the assessment asks: its changes together, without the rules it does without.

    Raises ``BadInput`` when it has no change, or one that does not say what changes, or how.
    """
    asked = tuple(each for proposal in assessment.changes for each in proposals.questions(proposal))
    if not asked:
        raise BadInput(
            f"“{assessment.label}” assesses no change, so there is nothing to assess.", hint="Add a change to it."
        )
    off = frozenset(each.rule.iri for each in assessment.exceptions)
    return replace(asked[0], also=asked[1:], switched_off=off)


def report(workspace: Workspace, assessment: Assessment, *, details: bool = False) -> ImpactReport:
    """The impact of what an assessment is about, as the graph is now."""
    return assess.of_workspace(workspace, replace(question(assessment), details=details))


def moment(text: str) -> datetime | None:
    """A time as it was written; ``None`` for what is none. One without zone is taken as UTC."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def key_of(known: Statements, member: Iri) -> ItemKey | None:
    """What a verdict or an assignment is about; ``None`` when it does not say."""
    about = known.thing(member, KG.concerns)
    return ItemKey(about, known.thing(member, KG.atSite), known.thing(member, KG.aboutFactor)) if about else None


def _members(known: Statements, iri: Iri, kind: Iri) -> list[Iri]:
    return [each for each in known.that(KG.inAssessment, iri) if kind in known.types(each)]


def _row(known: Statements, iri: Iri, verdicts: int) -> Row:
    changes = changes_of(known, iri)
    return Row(
        iri,
        known.name(iri),
        is_closed(known, iri),
        tuple(Named(each, known.name(each)) for each in changes),
        tuple(text for each in changes for text in proposals.texts(known, each, KG.externalId)),
        proposals.named(known, iri, KG.owner),
        _time(known, iri, KG.openedAt),
        _time(known, iri, KG.closedAt),
        known.text(iri, KG.conclusion),
        verdicts,
    )


def _newest_first(row: Row) -> tuple[float, ...]:
    when = row.closed_at or row.opened_at
    return (-when.timestamp() if when else 0.0,)


def _time(known: Statements, subject: Iri, predicate: Iri) -> datetime | None:
    return moment(known.text(subject, predicate))


def _verdicts(known: Statements, iri: Iri) -> tuple[Verdict, ...]:
    """The verdict, unless it lacks what makes it one: then it counts for nothing."""
    key = key_of(known, iri)
    function = _FUNCTIONS.get(known.thing(iri, KG.function) or Iri(""))
    outcome = _OUTCOMES.get(known.thing(iri, KG.outcome) or Iri(""))
    if key is None or function is None or outcome is None:
        return ()
    return (
        Verdict(
            iri,
            key,
            function,
            outcome,
            known.text(iri, KG.rationale),
            known.text(iri, KG.judgedBy),
            _time(known, iri, KG.judgedAt),
            known.text(iri, KG.atRevision),
            known.text(iri, KG.judgedState),
            known.things(iri, KG.ownsAction),
        ),
    )


def _assignments(known: Statements, iri: Iri) -> tuple[Assignment, ...]:
    key = key_of(known, iri)
    function = _FUNCTIONS.get(known.thing(iri, KG.function) or Iri(""))
    owners = proposals.named(known, iri, KG.owner)
    return (Assignment(iri, key, function, owners, known.text(iri, KG.due)),) if key else ()


def _exception(known: Statements, iri: Iri) -> RuleException:
    rule = known.thing(iri, KG.ofRule) or iri
    shipped = rulebook.SHIPPED.get(rule)
    return RuleException(
        iri, Named(rule, shipped.label if shipped else known.name(rule)), known.text(iri, KG.rationale)
    )


def _raised(known: Statements, iri: Iri) -> Raised:
    return Raised(
        iri,
        known.name(iri),
        known.thing(iri, KG.actionKind),
        known.thing(iri, KG.status),
        proposals.named(known, iri, KG.owner),
        known.text(iri, KG.due),
        known.text(iri, KG.answer),
        known.things(iri, KG.concerns),
        known.thing(iri, KG.atSite),
    )
