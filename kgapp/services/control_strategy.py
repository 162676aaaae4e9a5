"""The control strategy of a project: attribute, elements, evidence, batches and deviations, now or as of a revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kgapp.domain.control import AttributeControl, BatchOutcome, ControlStrategy, Element, ElementKind, Event, Force
from kgapp.domain.errors import BadInput
from kgapp.domain.grades import grade_of
from kgapp.domain.quantity import Position, Quantity, Span, decimal, position
from kgapp.domain.shapes import with_subclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services import as_of
from kgapp.services.control_elements import VALID_METHOD, bearing, elements, named, uncontrolled
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

_BINDING: Final = frozenset((KG.inForce,))
_KINDS: Final = tuple(ElementKind)
_WEAKEST: Final = (Force.NOT_IN_FORCE, Force.UNKNOWN, Force.IN_FORCE)


def strategy(
    reader: RecordReader, attribute: Iri | None = None, site: Iri | None = None, seq: int | None = None
) -> ControlStrategy:
    """The control strategy of one attribute or of all, at one site or at all, now or after revision ``seq``.

    Raises ``BadInput`` for what is no attribute or no site then, ``NotFound`` for a revision that does not exist.
    """
    known, revision = as_of.at(reader, seq)
    every = _of_class(known, KG.QualityAttribute)
    sites = _of_class(known, KG.Site)
    if attribute is not None and attribute not in every:
        raise BadInput(f"“{known.name(attribute)}” is no quality attribute.", hint="Name one, or none for all of them.")
    if site is not None and site not in sites:
        raise BadInput(f"“{known.name(site)}” is no site.", hint="Name a site, or none for all of them.")
    wanted = [attribute] if attribute is not None else [each for each in every if not known.retired(each)]
    found = [_attribute(known, each, (site,) if site else sites) for each in wanted]
    return ControlStrategy(
        named(known, site) if site else None,
        tuple(sorted(found, key=lambda each: (-_rank(each), known.notation(each.attribute.iri)))),
        revision.seq if revision else 0,
        revision.hash if revision else "",
        revision.at if revision else None,
    )


def _of_class(known: Statements, kind: Iri) -> tuple[Iri, ...]:
    return tuple(sorted({each for wanted in with_subclasses((kind,)) for each in known.that(RDF.type, wanted)}))


def _rank(each: AttributeControl) -> int:
    return -1 if each.severity is None else int(each.severity)


def _attribute(known: Statements, attribute: Iri, sites: tuple[Iri, ...]) -> AttributeControl:
    factors = bearing(known, attribute)
    here = frozenset(sites)
    found = [each for each in elements(known, attribute, factors) if each.site is None or each.site.iri in here]
    run = [site for site in sites if _runs(known, site)]
    outcomes, unjudged = _outcomes(known, attribute, here)
    about = {attribute, *(each.factor for each in factors), *(each.thing.iri for each in found)}
    return AttributeControl(
        named(known, attribute),
        grade_of(known.thing(attribute, KG.severity)),
        known.word(attribute, KG.role),
        tuple(sorted(found, key=_order)),
        tuple(uncontrolled(known, factors, found, run)),
        outcomes,
        unjudged,
        tuple(sorted(_events(known, about, here), key=lambda each: (each.day, each.deviation.label), reverse=True)),
    )


def _order(each: Element) -> tuple[int, int, int, str, str]:
    """By kind; what is not in force first."""
    strength = -1 if each.strength is None else int(each.strength)
    return (
        _KINDS.index(each.kind),
        _WEAKEST.index(each.force),
        -strength,
        each.site.label if each.site else "",
        each.thing.label,
    )


def _runs(known: Statements, site: Iri) -> bool:
    """Whether a site runs a process, as far as recorded."""
    return any(KG.SiteProcess in known.types(each) and not known.retired(each) for each in known.that(KG.atSite, site))


def _outcomes(known: Statements, attribute: Iri, sites: frozenset[Iri]) -> tuple[tuple[BatchOutcome, ...], int]:
    about = [each for each in known.that(KG.forAttribute, attribute) if not known.retired(each)]
    limits = [each for each in about if KG.Specification in known.types(each) and _binds(known, each)]
    found: list[BatchOutcome] = []
    unjudged = 0
    for result in (each for each in about if KG.Result in known.types(each)):
        batch = known.thing(result, KG.ofBatch)
        site = known.thing(batch, KG.atSite) if batch else None
        if site is not None and site not in sites:
            continue
        mine = [each for each in limits if _for_region(known, each, site)]
        unjudged += not mine
        found += [_outcome(known, result, batch or result, site, each, attribute) for each in mine]
    return tuple(sorted(found, key=lambda each: (each.day, each.batch.label, each.specification.label))), unjudged


def _binds(known: Statements, one: Iri) -> bool:
    status = known.thing(one, KG.status)
    return status is None or status in _BINDING


def _for_region(known: Statements, specification: Iri, site: Iri | None) -> bool:
    """Every region's limit binds a batch: product of one site is released in many; a site's own limit binds there alone."""
    own = known.things(specification, KG.atSite)
    return not own or site is None or site in own


def _outcome(
    known: Statements, result: Iri, batch: Iri, site: Iri | None, specification: Iri, attribute: Iri
) -> BatchOutcome:
    written = known.text(result, KG.value)
    unit = known.thing(result, KG.unit) or known.thing(attribute, KG.unit)
    limits, why = _limits(known, specification, attribute), ""
    figure = decimal(written)
    stands = Position.NOT_COMPARABLE
    if figure is None:
        stands, why = _words(known, result, specification)
    elif limits is None:
        why = "The specification has no figures."
    elif why := _method_not_valid(known, result) or _other_basis(known, result, specification, attribute):
        pass
    else:
        stands = position(Quantity(figure, unit, written), limits)
        why = "The units do not convert, or one is not recorded." if stands is Position.NOT_COMPARABLE else ""
    return BatchOutcome(
        named(known, batch),
        named(known, site) if site else None,
        known.text(batch, KG.manufacturedOn) or known.text(result, KG.resultDate),
        f"{written or known.text(result, KG.textValue) or 'no value'} {known.unit(result) if written else ''}".strip(),
        named(known, specification),
        str(limits) if limits else known.text(specification, KG.textValue) or "no figures",
        stands,
        why,
    )


def _words(known: Statements, result: Iri, specification: Iri) -> tuple[Position, str]:
    """Words are as specified when they are the same; whether other words mean the same a person says."""
    said, wanted = (" ".join(known.text(each, KG.textValue).casefold().split()) for each in (result, specification))
    if said and said == wanted:
        return Position.INSIDE, ""
    return Position.NOT_COMPARABLE, "The result is no figure: a person compares it." if said else "It has no value."


def _limits(known: Statements, specification: Iri, attribute: Iri) -> Span | None:
    unit = known.thing(specification, KG.unit) or known.thing(attribute, KG.unit)
    written = [known.text(specification, end) for end in (KG.lowerLimit, KG.upperLimit)]
    ends = [Quantity(figure, unit, each) if (figure := decimal(each)) is not None else None for each in written]
    unread = any(each and end is None for each, end in zip(written, ends, strict=True))
    return None if unread or ends == [None, None] else Span(*ends)


def _method_not_valid(known: Statements, result: Iri) -> str:
    method = known.thing(result, KG.byMethod)
    status = known.thing(method, KG.methodStatus) if method else None
    if method is None or status is None or status in VALID_METHOD:
        return ""
    return f"Measured by a method that is {known.word(method, KG.methodStatus)} at its site."


def _other_basis(known: Statements, result: Iri, specification: Iri, attribute: Iri) -> str:
    default = known.thing(attribute, KG.basis)
    one, other = (known.thing(each, KG.basis) or default for each in (result, specification))
    if one == other:
        return ""
    if one is None or other is None:
        return "How one of the two is measured is not recorded."
    if known.bridged(one, other):
        return ""
    return f"Measured by “{known.name(one)}”, specified for “{known.name(other)}”: not bridged."


def _events(known: Statements, about: Iterable[Iri], sites: frozenset[Iri]) -> Iterator[Event]:
    found: dict[Iri, set[Iri]] = {}
    for thing in about:
        for each in known.that(KG.concerns, thing):
            if KG.Deviation in known.types(each):
                found.setdefault(each, set()).add(thing)
    for deviation, things in found.items():
        site = known.thing(deviation, KG.atSite)
        if site is None or site in sites:
            yield Event(
                named(known, deviation),
                named(known, site) if site else None,
                known.text(deviation, KG.eventDate),
                known.word(deviation, KG.status) or "status not recorded",
                tuple(named(known, each) for each in sorted(things)),
                tuple(named(known, each) for each in known.things(deviation, KG.affectsBatch)),
                known.text(deviation, KG.externalId),
            )
