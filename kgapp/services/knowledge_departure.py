"""Rehearses a departure: what loses support when a person, a supplier or a site goes, and what is left of it.

Everything said is recorded; what is not recorded is said to be unknown. Next steps are open work that somebody has recorded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from kgapp.domain.errors import BadInput
from kgapp.domain.grades import evidence_of
from kgapp.domain.knowledge import Competence, Departure, Holder, KnowHow, Left, Loss, Lost, Next, Thing, Transfer, day
from kgapp.domain.shapes import with_subclasses, with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import browsing, knowledge_risk, knowledge_sources, retiring
from kgapp.services.knowledge_holders import Holders
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

_CHARGES: Final = ((KG.owner, "Owned by"), (KG.responsibleParty, "The responsibility of"))
_VOID: Final = frozenset((KG.rejected, KG.retired))


def goes(types: tuple[Iri, ...]) -> Iri | None:
    """Which of person, supplier and site something of these classes is; ``None`` for anything else."""
    every = with_superclasses(types)
    return next((kind for kind in (KG.Person, KG.Supplier, KG.Site) if kind in every), None)


def rehearse(reader: RecordReader, entity: Iri, on: date, hidden: frozenset[Iri] = frozenset()) -> Departure:
    """What loses support when an entity goes, without telling of what is ``hidden``. Raises ``BadInput`` for anything but a person, a supplier or a site."""
    known = Statements(reader)
    kind = goes(known.types(entity))
    if kind is None:
        raise BadInput(
            f"“{browsing.compact(reader, entity)}” is no person, supplier or site.",
            hint="Only the departure of one of these can be rehearsed.",
        )
    everybody = Holders(known, on)
    people = {KG.Person: (entity,), KG.Site: known.that(KG.worksAt, entity)}.get(kind, ())
    gone = tuple(one for one in people if one == entity or not everybody.is_retired(one))
    return _without(_Rehearsal(everybody, entity, kind, gone, hidden).departure(), hidden)


def _without(departure: Departure, hidden: frozenset[Iri]) -> Departure:
    """What may be told; only how much is left out is said of the rest."""
    losses = tuple(
        replace(loss, others=tuple(each for each in loss.others if each.iri not in hidden))
        for loss in departure.losses
        if loss.thing.iri not in hidden
    )
    steps = tuple(each for each in departure.next if each.thing.iri not in hidden)
    return replace(departure, losses=losses, next=steps, hidden=len(departure.losses) - len(losses))


class _Rehearsal:
    """One departure, looked at with and without those who go."""

    def __init__(self, before: Holders, entity: Iri, kind: Iri, gone: tuple[Iri, ...], hidden: frozenset[Iri]) -> None:
        self._before = before
        self._after = Holders(before.known, before.on, frozenset(gone))
        self._known = before.known
        self._entity = entity
        self._kind = kind
        self._gone = gone
        self._hidden = hidden
        self._all = tuple(
            one
            for one in self._known.reader.instances(with_subclasses((KG.KnowHow,)))
            if not retiring.is_retired(self._known.reader, one)
        )

    def departure(self) -> Departure:
        """The whole of it."""
        know_how = [found for one in self._all if (found := self._know_how(one)) is not None]
        orphaned = tuple(after for after, loss in know_how if loss.left is not Left.OTHERS)
        losses = [loss for _, loss in know_how]
        losses += [*self._conclusions(), *self._qualifications(), *self._trainings(orphaned), *self._charges()]
        if self._kind == KG.Supplier:
            losses += knowledge_sources.of_supplier(self._before, self._entity)
        if self._kind == KG.Site:
            losses += knowledge_sources.of_site(self._before, self._entity)
        return Departure(
            self._before.thing(self._entity),
            self._before.on,
            self._before.things(self._gone),
            tuple(sorted(dict.fromkeys(losses), key=lambda loss: loss.order)),
            tuple(sorted(dict.fromkeys(self._next(orphaned)), key=lambda each: (each.day or date.max, each.thing.id))),
            len(self._all),
        )

    def _know_how(self, one: Iri) -> tuple[KnowHow, Loss] | None:
        before = {holder.person.iri for holder in self._before.of(one)}
        told = set(self._known.things(one, KG.elicitedFrom))
        if before.isdisjoint(self._gone) and not (told & set(self._gone) and not before):
            return None
        after = knowledge_risk.know_how(self._after, one, self._hidden)
        left = Left.OTHERS if after.holders else Left.NOTHING if before else Left.UNKNOWN
        others = tuple(holder.person for holder in after.holders)
        said = self._told_of(after, left)
        return after, Loss(Lost.KNOW_HOW, after.thing, left, said, others, after.severity, after.codified)

    def _told_of(self, after: KnowHow, left: Left) -> str:
        where = ", ".join(thing.label for thing in after.codified_in)
        written = f"Written down in {where}." if where else "Not recorded as written down."
        if left is Left.UNKNOWN:
            return f"Nobody is recorded as holding it. {written}"
        if left is Left.OTHERS:
            return f"{'; '.join(holder_text(holder) for holder in after.holders)}. {written}"
        failed = [
            f"{each.person.id} did not pass {each.thing.id}"
            for each in after.transfers
            if each.competent is False and each.person
        ]
        return " ".join((written, *(f"{each}." for each in failed)))

    def _conclusions(self) -> Iterator[Loss]:
        known, gone = self._known, set(self._gone)
        judged = {each for person in self._gone for each in known.that(KG.attributedTo, person)}
        lost = {each for each in judged if set(known.things(each, KG.attributedTo)) <= gone}
        resting = {one for each in lost for one in known.that(KG.hasEvidence, each)}
        for one in resting - set(self._all):
            if known.thing(one, KG.status) in _VOID or retiring.is_retired(known.reader, one):
                continue
            rest = self._before.things(each for each in known.things(one, KG.hasEvidence) if each not in lost)
            levels = list(dict.fromkeys(map(self._level, rest)))
            said = f"Rests on {'; '.join(levels)} too." if rest else "Rests on this judgement alone."
            guessed = known.thing(one, KG.status) == KG.hypothesis
            if guessed:
                said = f"A hypothesis. {said}"
            stakes = knowledge_risk.stakes(self._before, known.things(one, KG.hasEffect))
            severity = max((each.severity for each in stakes if each.severity is not None), default=None)
            left = Left.OTHERS if rest else Left.NOTHING
            yield Loss(Lost.CONCLUSION, self._before.thing(one), left, said, rest, severity, hypothesis=guessed)

    def _level(self, evidence: Thing) -> str:
        if evidence.iri in self._hidden:
            return "evidence marked personal"
        level = evidence_of(self._known.thing(evidence.iri, KG.evidenceLevel))
        return f"{evidence.label} ({level.phrase})"

    def _qualifications(self) -> Iterator[Loss]:
        mine = {
            step
            for person in self._gone
            for _, steps, until in self._before.qualifications(person)
            if until is None or until >= self._before.on
            for step in steps
        }
        homes = {site.iri for person in self._gone for site in self._sites(person)}
        others = [person for person in self._before.people() if person not in self._gone]
        for step in sorted(mine):
            able = [one for one in others if self._before.qualified(one, frozenset((step,))).valid]
            near = [one for one in able if homes & {site.iri for site in self._sites(one)}]
            names = ", ".join(self._with_sites(one) for one in able)
            said = f"Qualified too: {names}." if able else "Nobody else has a valid qualification recorded."
            if able and homes and not near:
                said += " Nobody of them works at the same site."
            left = Left.OTHERS if able else Left.NOTHING
            yield Loss(Lost.QUALIFICATION, self._before.thing(step), left, said, self._before.things(able))

    def _trainings(self, orphaned: tuple[KnowHow, ...]) -> Iterator[Loss]:
        known = self._known
        yield from (
            Loss(
                Lost.TRAINING, each.thing, Left.NOTHING, f"No result yet, and nobody is left who holds {one.thing.id}."
            )
            for one in orphaned
            for each in one.transfers
            if each.competent is None and (each.person is None or each.person.iri not in self._gone)
        )
        for person in self._gone:
            name = known.notation(person)
            for each in (self._before.transfer(one) for one in known.that(KG.toPerson, person)):
                result = {True: "competence shown", False: "not passed", None: "no result yet"}[each.competent]
                yield Loss(Lost.TRAINING, each.thing, Left.NOTHING, f"Trained {name}: {result}.")
            for each in (self._before.transfer(one) for one in known.that(KG.assessor, person)):
                left, said = self._assessed(each)
                yield Loss(Lost.TRAINING, each.thing, left, said)

    def _assessed(self, each: Transfer) -> tuple[Left, str]:
        if each.competent is not None:
            return Left.OTHERS, "Assessed by who goes; the result is recorded."
        others = [one.id for one in each.assessors if one.iri not in self._gone]
        if others:
            return Left.OTHERS, f"To be assessed; {', '.join(others)} can do it too."
        return Left.NOTHING, "To be assessed, and no other assessor is recorded."

    def _charges(self) -> Iterator[Loss]:
        known = self._known
        for way, word in _CHARGES:
            for charged in dict.fromkeys((self._entity, *self._gone)):
                for one in known.that(way, charged):
                    if known.thing(one, KG.status) == KG.closed:
                        continue
                    rest = self._before.things(each for each in known.things(one, way) if each not in self._gone)
                    rest = tuple(each for each in rest if each.iri != self._entity)
                    also = f" Also {', '.join(each.id for each in rest)}." if rest else ""
                    said = f"{word} {known.notation(charged)}.{also}"
                    left = Left.OTHERS if rest else Left.NOTHING
                    yield Loss(Lost.CHARGE, self._before.thing(one), left, said, rest)

    def _next(self, orphaned: tuple[KnowHow, ...]) -> Iterator[Next]:
        for one in orphaned:
            for each in one.transfers:
                if each.competent is None and each.person and each.person.iri not in self._gone:
                    yield Next(each.thing, _planned(each, one, self._before.on), each.day)
            for gap in self._known.that(KG.concerns, one.thing.iri):
                if KG.Gap in self._known.types(gap) and self._known.thing(gap, KG.status) != KG.closed:
                    yield self._open_gap(gap)

    def _open_gap(self, gap: Iri) -> Next:
        known = self._known
        due = day(known.text(gap, KG.due))
        owners = ", ".join(known.notation(each) for each in known.things(gap, KG.owner)) or "nobody recorded"
        lead = ", ".join(known.notation(each) for each in known.things(gap, KG.concerns))
        return Next(
            self._before.thing(gap), f"Open gap about {lead}; owner {owners}; due {due or 'on no recorded day'}.", due
        )

    def _sites(self, person: Iri) -> tuple[Thing, ...]:
        return self._before.things(self._known.things(person, KG.worksAt))

    def _with_sites(self, person: Iri) -> str:
        where = ", ".join(site.id for site in self._sites(person)) or "no site recorded"
        return f"{self._known.notation(person)} ({where})"


def holder_text(holder: Holder) -> str:
    """A holder in words: ``EX2 (BOS) knows it: competence not known, no assessment …``."""
    where = ", ".join(site.id for site in holder.sites) or "no site recorded"
    reason = f", {holder.because}" if holder.competence is not Competence.UNKNOWN else ""
    return f"{holder.person.id} ({where}): {holder.competence.value}{reason}"


def _planned(each: Transfer, one: KnowHow, on: date) -> str:
    assert each.person is not None, "asked of trainings with a learner only"
    where = ", ".join(site.id for site in each.sites)
    who = f"{one.thing.id} to {each.person.id}{f' at {where}' if where else ''}"
    if each.day is None:
        return f"Training of {who}; no day recorded."
    if each.day < on:
        return f"Training of {who} on {each.day}; no result is recorded."
    return f"Training of {who}, planned for {each.day}."
