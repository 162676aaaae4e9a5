"""Knowledge at risk: every piece of know-how with its holders, what depends on it, and whether it is written down.

Personal figures are read by ``people`` alone. Nothing is inferred from what is not recorded.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from kgapp.domain.grades import evidence_of, grade_of
from kgapp.domain.knowledge import Competence, KnowHow, PersonRisk, Stake, Survey, Thing, View, day, figure
from kgapp.domain.shapes import with_subclasses, with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, PROPERTIES
from kgapp.services import retiring
from kgapp.services.knowledge_holders import Holders
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

SOURCE: Final = PROPERTIES[KG.attritionRisk].source
"""Where the figures of a person and their product come from."""

_MOVES: Final = (KG.affectsFactor, KG.controlsFactor)
_VOID: Final = frozenset((KG.rejected, KG.retired))


def reference_day(reader: RecordReader, today: date) -> date:
    """The day that counts as today: the project's reference date, if exactly one is recorded, else ``today``."""
    known = Statements(reader)
    days = {
        found
        for project in reader.instances(with_subclasses((KG.Project,)))
        if (found := day(known.text(project, KG.referenceDate))) is not None
    }
    return days.pop() if len(days) == 1 else today


def marked_personal(reader: RecordReader) -> frozenset[Iri]:
    """What is marked personal as a whole: never to be shown unless asked for."""
    return frozenset(Statements(reader).that(KG.confidentiality, KG.personal))


def survey(reader: RecordReader, on: date, hidden: frozenset[Iri] = frozenset()) -> Survey:
    """All know-how in use on a day but for what is ``hidden``, the most at risk first, and what contradicts each other."""
    holders = Holders(Statements(reader), on)
    every = reader.instances(with_subclasses((KG.KnowHow,)))
    used = [one for one in every if not retiring.is_retired(reader, one)]
    shown = [one for one in used if one not in hidden]
    found = sorted((know_how(holders, one, hidden) for one in shown), key=lambda each: each.order)
    return Survey(
        on, tuple(found), _contradictions(holders, shown, hidden), len(every) - len(used), len(used) - len(shown)
    )


def know_how(holders: Holders, one: Iri, hidden: frozenset[Iri] = frozenset()) -> KnowHow:
    """One piece of know-how as it stands."""
    known = holders.known
    held = holders.of(one)
    covered = {site.iri for holder in held if holder.competence is Competence.COMPETENT for site in holder.sites}
    return KnowHow(
        holders.thing(one),
        held,
        stakes(holders, known.things(one, KG.concerns), known.things(one, KG.affectsAttribute)),
        holders.things(
            each
            for each in factors(known, known.things(one, KG.concerns))
            if known.thing(each, KG.criticality) == KG.CPP
        ),
        holders.things(known.things(one, KG.codifiedIn)),
        holders.things(site for site in known.things(one, KG.appliesAt) if site not in covered),
        tuple(each for each in holders.transfers(one) if each.thing.iri not in hidden),
    )


def people(reader: RecordReader, shown: Survey) -> tuple[PersonRisk, ...]:
    """The personal figures, the highest total first, then those of which it is not known: for those allowed to see them."""
    holders = Holders(Statements(reader), shown.on)
    found = [_person(holders, one, shown) for one in holders.people()]
    return tuple(sorted(found, key=lambda each: (each.total is None, -(each.total or 0), -each.alone, each.person.id)))


def _person(holders: Holders, one: Iri, shown: Survey) -> PersonRisk:
    known = holders.known
    held = [each for each in shown.know_how if any(holder.person.iri == one for holder in each.holders)]
    return PersonRisk(
        holders.thing(one),
        holders.things(known.things(one, KG.worksAt)),
        figure(known.text(one, KG.attritionRisk)),
        figure(known.text(one, KG.positionRisk)),
        day(known.text(one, KG.leavesOn)),
        len(held),
        sum(len(each.holders) == 1 for each in held),
    )


def stakes(holders: Holders, about: tuple[Iri, ...], affected: tuple[Iri, ...] = ()) -> tuple[Stake, ...]:
    """The attributes among things and those ``affected``, and those that a factor among them has an influence on."""
    known = holders.known
    found = {*affected, *_of_kind(known, about, KG.QualityAttribute)}
    for factor in factors(known, about):
        found |= set(_influenced(known, factor))
    return tuple(
        Stake(holders.thing(each), grade_of(known.thing(each, KG.severity)))
        for each in sorted(found, key=lambda each: (known.notation(each), each))
    )


def factors(known: Statements, about: tuple[Iri, ...]) -> tuple[Iri, ...]:
    """The factors among things, and those that a material or equipment model among them affects."""
    moved = (factor for each in about for way in _MOVES for factor in known.things(each, way))
    return tuple(dict.fromkeys((*_of_kind(known, about, KG.Factor), *moved)))


def _influenced(known: Statements, factor: Iri) -> tuple[Iri, ...]:
    links = (
        link
        for link in known.that(KG.hasCause, factor)
        if known.thing(link, KG.strength) != KG.none and known.thing(link, KG.status) not in _VOID
    )
    effects = (effect for link in links for effect in known.things(link, KG.hasEffect))
    return _of_kind(known, tuple(effects), KG.QualityAttribute)


def _of_kind(known: Statements, things: tuple[Iri, ...], kind: Iri) -> tuple[Iri, ...]:
    return tuple(each for each in things if kind in with_superclasses(known.types(each)))


def _contradictions(holders: Holders, used: list[Iri], hidden: frozenset[Iri]) -> tuple[tuple[View, View], ...]:
    """Each pair once, whichever of the two says so; also against one that is retired."""
    pairs = {
        (min(one, other, key=str), max(one, other, key=str))
        for one in used
        for other in holders.known.things(one, KG.contradicts)
        if other != one and other not in hidden
    }
    return tuple((_view(holders, one), _view(holders, other)) for one, other in sorted(pairs))


def _view(holders: Holders, one: Iri) -> View:
    known = holders.known
    cited = {source for each in known.things(one, KG.hasEvidence) for source in known.things(each, KG.cites)}
    sources = sorted(cited | set(known.things(one, KG.cites)))
    return View(
        holders.thing(one),
        known.text(one, KG.action),
        known.text(one, KG.rationale),
        known.text(one, KG.scope),
        holders.things(known.things(one, KG.appliesAt)),
        known.word(one, KG.status),
        evidence_of(known.thing(one, KG.evidenceLevel)).phrase,
        holders.things(sources),
        _people(holders, one),
    )


def _people(holders: Holders, one: Iri) -> tuple[Thing, ...]:
    return tuple(holder.person for holder in holders.of(one))
