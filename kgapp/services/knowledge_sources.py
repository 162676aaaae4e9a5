"""What goes with a supplier or a site: materials and their second sources, methods, equipment and processes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kgapp.domain.grades import Grade
from kgapp.domain.knowledge import Left, Loss, Lost
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, PROV
from kgapp.services import knowledge_risk, retiring
from kgapp.services.knowledge_holders import Holders

_VALID: Final = frozenset((KG.validated, KG.transferred))


def of_supplier(look: Holders, supplier: Iri) -> Iterator[Loss]:
    """Every offering, by the site it is qualified for: is another supplier's offering qualified there too?"""
    known = look.known
    for offering in _used(look, known.that(KG.offeredBy, supplier)):
        for material in known.things(offering, KG.offersMaterial):
            rivals = tuple(
                each
                for each in _used(look, known.that(KG.offersMaterial, material))
                if supplier not in known.things(each, KG.offeredBy)
            )
            places = known.things(offering, KG.qualifiedFor)
            yield from (_qualified(look, offering, material, place, rivals) for place in places)
            if not places:
                yield _unqualified(look, offering, material, rivals)


def _qualified(look: Holders, offering: Iri, material: Iri, place: Iri, rivals: tuple[Iri, ...]) -> Loss:
    second = tuple(each for each in rivals if place in look.known.things(each, KG.qualifiedFor))
    if second:
        said = f"Second source qualified: {_sources(look, second)}."
    elif rivals:
        said = f"No second source is qualified; offered too, not qualified here: {_sources(look, rivals)}."
    else:
        said = "No second source is recorded."
    left = Left.OTHERS if second else Left.NOTHING
    said = f"{said}{_uses(look, offering, material)}"
    return Loss(Lost.OFFERING, look.thing(place), left, said, look.things(second), _severity(look, material))


def _unqualified(look: Holders, offering: Iri, material: Iri, rivals: tuple[Iri, ...]) -> Loss:
    offered = f"Offered too by {_sources(look, rivals)}." if rivals else "No second source is recorded."
    said = f"Not recorded as qualified at any site. {offered}{_uses(look, offering, material)}"
    left = Left.OTHERS if rivals else Left.NOTHING
    return Loss(Lost.OFFERING, look.thing(offering), left, said, look.things(rivals), _severity(look, material))


def of_site(look: Holders, site: Iri) -> Iterator[Loss]:
    """Methods, materials, equipment and processes of a site: does another site have the same?"""
    known = look.known
    for one in _used(look, known.that(KG.atSite, site)):
        types = known.types(one)
        if KG.MethodAtSite in types and known.thing(one, KG.methodStatus) in _VALID:
            yield _elsewhere(look, one, Lost.METHOD, (KG.ofMethod, KG.methodStatus, _VALID), "valid")
        elif KG.MaterialAtSite in types and known.thing(one, KG.qualificationStatus) in {None, KG.qualified}:
            wanted = (KG.ofMaterial, KG.qualificationStatus, frozenset((KG.qualified,)))
            yield _elsewhere(look, one, Lost.OFFERING, wanted, "qualified")
        elif KG.SiteProcess in types:
            yield _elsewhere(
                look, one, Lost.PROCESS, (PROV.wasDerivedFrom, None, frozenset()), "of the same general process"
            )
    for one in _used(look, known.that(KG.locatedAt, site)):
        yield _elsewhere(look, one, Lost.EQUIPMENT, (KG.ofModel, None, frozenset()), "of the same model")


def _elsewhere(look: Holders, one: Iri, kind: Lost, same: tuple[Iri, Iri | None, frozenset[Iri]], word: str) -> Loss:
    """``same`` is what two of a kind share, and the property and words that make another one count."""
    known = look.known
    shared, state, wanted = same
    of_what = known.thing(one, shared)
    if of_what is None:
        return Loss(kind, look.thing(one), Left.UNKNOWN, "What it is of is not recorded.")
    homes = {*known.things(one, KG.atSite), *known.things(one, KG.locatedAt)}
    others = tuple(
        each
        for each in _used(look, known.that(shared, of_what))
        if homes.isdisjoint((*known.things(each, KG.atSite), *known.things(each, KG.locatedAt)))
        and known.types(each) == known.types(one)
    )
    good = tuple(each for each in others if state is None or known.thing(each, state) in wanted)
    said = f"Elsewhere {word}: {_labels(look, good)}." if good else f"Nowhere else recorded as {word}."
    severity = _severity(look, of_what, *known.things(of_what, KG.measuresAttribute))
    return Loss(kind, look.thing(one), Left.OTHERS if good else Left.NOTHING, said, look.things(good), severity)


def _used(look: Holders, found: tuple[Iri, ...]) -> tuple[Iri, ...]:
    return tuple(each for each in found if not retiring.is_retired(look.known.reader, each))


def _sources(look: Holders, offerings: tuple[Iri, ...]) -> str:
    names = (known for each in offerings for known in look.known.things(each, KG.offeredBy))
    return ", ".join(dict.fromkeys(look.known.name(each) for each in names)) or _labels(look, offerings)


def _labels(look: Holders, things: tuple[Iri, ...]) -> str:
    return ", ".join(look.known.name(each) for each in things)


def _uses(look: Holders, offering: Iri, material: Iri) -> str:
    known = look.known
    steps = [each for each in known.that(KG.consumesMaterial, material) if KG.SiteStep not in known.types(each)]
    days = known.text(offering, KG.leadTimeDays)
    instead = known.things(material, KG.substitutableBy)
    said = f" Consumed by {_labels(look, tuple(steps))}." if steps else ""
    said += f" Recorded as a substitute: {_labels(look, instead)}." if instead else ""
    return said + (f" Its lead time is {days} days." if days else "")


def _severity(look: Holders, *about: Iri) -> Grade | None:
    stakes = knowledge_risk.stakes(look, about)
    return max((each.severity for each in stakes if each.severity is not None), default=None)
