"""Changes as a person has entered them, before anything is kept: the question they ask together, and what keeping them needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kgapp.domain.assessment import Function
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.assessments import proposals, triage
from kgapp.services.impact.assess import Question
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements


@dataclass(frozen=True, slots=True)
class ChangeDraft:
    """One change. ``existing`` is the recorded change that it is, if any; ``arises_from`` the deviation or gap behind it.

    ``batches`` are in process when it takes effect; of an excursion those that it happened to. ``external_id`` is its number
    in the company's quality system.
    """

    question: Question
    batches: tuple[Iri, ...] = ()
    external_id: str = ""
    existing: Iri | None = None
    arises_from: Iri | None = None
    asks: tuple[Function, ...] = ()
    """The functions that usually judge such a change; empty where nobody chose a usual one."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """Changes that are assessed together, because they can interact; at least one."""

    changes: tuple[ChangeDraft, ...]

    @property
    def question(self) -> Question:
        """What they ask together; what is recorded once is asked once."""
        first, *more = dict.fromkeys(draft.question for draft in self.changes)
        return replace(first, also=tuple(more))

    @property
    def asks(self) -> tuple[Function, ...]:
        """The functions that usually judge one of these changes, in their order."""
        wanted = {function for draft in self.changes for function in draft.asks}
        return tuple(each for each in Function if each in wanted)


def recorded(reader: RecordReader, changes: Iterable[Iri]) -> tuple[ChangeDraft, ...]:
    """Changes that are recorded, one draft for each thing they change.

    Raises ``BadInput`` for one that does not say what changes, or how.
    """
    known = Statements(reader)
    read = [proposals.read(known, change) for change in changes]
    return tuple(
        ChangeDraft(question, tuple(batch.iri for batch in one.batches), " ".join(one.external_ids), existing=one.iri)
        for one in read
        for question in proposals.questions(one)
    )


def of_deviation(reader: RecordReader, deviation: Iri) -> Drafted:
    """What a recorded deviation means: an excursion of each factor that it concerns.

    Raises ``BadInput`` when it concerns nothing that can be out of its value.
    """
    known = Statements(reader)
    lasted = proposals.duration_of(known, deviation)
    return Drafted(
        tuple(
            ChangeDraft(
                Question(
                    each.entity,
                    each.kind,
                    new=each.new,
                    site=each.site,
                    effective=each.effective,
                    batch=next(iter(each.batches), None),
                    duration=lasted,
                ),
                each.batches,
                known.text(deviation, KG.externalId),
                arises_from=deviation,
                asks=triage.ASKED,
            )
            for each in triage.proposed(reader, deviation)
        )
    )
