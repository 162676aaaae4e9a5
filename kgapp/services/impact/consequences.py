"""What stands beside reach: tests that would detect an effect, where the move stands, and what nobody has assessed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kgapp.domain.impact import ChangeKind, Detection, Named, RangePosition
from kgapp.domain.quantity import Position, Quantity, Span, decimal, position
from kgapp.domain.rules import Kind
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CONCEPTS, KG
from kgapp.services.impact.barriers import Case
from kgapp.services.impact.context import limits
from kgapp.services.impact.reached import ANYWHERE, Entity
from kgapp.services.impact.ways import subclasses

_VALID: Final = frozenset({KG.validated, KG.transferred})
_ORDER: Final = (KG.filed, KG.PAR, KG.NOR, KG.edgeOfFailure, KG.studied, KG.publishedObservation)


class Tests:
    """The tests among what was reached, by attribute and site."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._points = self._of(KG.SamplingPoint)
        self._methods = self._of(KG.MethodAtSite)
        self._criteria = self._of(KG.Specification)
        self._controls = self._of(KG.InProcessControl)

    def of(self, attribute: Iri, site: Iri) -> tuple[tuple[Detection, ...], tuple[str, ...]]:
        """What detects an effect on an attribute at a site, earliest first, and why other tests do not."""
        if site != ANYWHERE:
            return self._at(attribute, site)
        valid: list[Detection] = []
        reasons: list[str] = []
        for each in sorted(self._case.around.sites):
            found, missing = self._at(attribute, each)
            valid.extend(found)
            reasons.extend(missing)
        return tuple(valid), tuple(reasons)

    def _at(self, attribute: Iri, site: Iri) -> tuple[tuple[Detection, ...], tuple[str, ...]]:
        place = self._case.around.named(site).label
        points = [each for each in self._points if attribute in each.things(KG.forAttribute) and site in each.sites]
        if not points:
            return (), (f"No sampling point for it is recorded at {place}.",)
        valid: list[Detection] = []
        reasons: list[str] = []
        for point in points:
            reason, method, limit = self._judged(point, attribute, site)
            if reason:
                reasons.append(reason)
            else:
                valid.append(self._detection(point, method, limit, place))
        return tuple(sorted(valid, key=_earliest)), tuple(dict.fromkeys(reasons))

    def _judged(self, point: Entity, attribute: Iri, site: Iri) -> tuple[str, Entity, str]:
        place = self._case.around.named(site).label
        wanted = frozenset(point.things(KG.ofMethod))
        methods = [
            each for each in self._methods if site in each.sites and wanted.intersection(each.things(KG.ofMethod))
        ]
        if not methods:
            return f"The method of {point.label} is not set up at {place}.", point, ""
        good = [each for each in methods if each.thing(KG.methodStatus) in _VALID]
        if not good:
            return f"{methods[0].label} is {_status(methods[0])}: no valid method at {place}.", point, ""
        altered = [each for each in (point, good[0]) if each.iri in self._case.undermined]
        if altered and self._case.change.kind is not ChangeKind.RELOCATION:  # there the status says that it was set up
            return f"The change reaches {altered[0].label} itself.", point, ""
        limit = self._limit(attribute, site)
        if not limit:
            return f"No criterion or action limit for it is in force at {place}.", point, ""
        return "", good[0], limit

    def _limit(self, attribute: Iri, site: Iri) -> str:
        region = self._case.around.sites[site].thing(KG.inRegion) if site in self._case.around.sites else None
        for each in self._criteria:
            here = site in each.sites or (not each.sites and region is not None and region in each.things(KG.inRegion))
            if here and attribute in each.things(KG.forAttribute):
                words = each.text(KG.textValue)
                allowed = limits(each, None)
                if words or allowed.low is not None or allowed.high is not None:
                    return words or str(allowed)
        for each in self._controls:
            if site in each.sites and attribute in each.things(KG.controls) and each.text(KG.actionLimit):
                return f"action limit {each.text(KG.actionLimit)}"
        return ""

    def _detection(self, point: Entity, method: Entity, limit: str, place: str) -> Detection:
        at = point.thing(KG.atStep)
        step = self._step(at) if at else None
        available = point.thing(KG.resultAvailable)
        before = {KG.beforeInfusion: True, KG.afterInfusion: False}.get(available) if available else None
        when = {True: ", before infusion", False: ", after infusion", None: ""}[before]
        figure = decimal(point.text(KG.turnaround))
        turnaround = Quantity(figure, point.thing(KG.unit), point.text(KG.turnaround)) if figure is not None else None
        where = f", step {step.label}" if step else ""
        sentence = f"Detected at {place} by {method.label}{where}{when} (limit {limit})."
        return Detection(point.named, method.named, step, before, turnaround, limit, sentence)

    def _step(self, iri: Iri) -> Named:
        label = self._case.reached.labels.get(iri)
        return Named(iri, label) if label else self._case.around.named(iri)

    def _of(self, wanted: Iri) -> list[Entity]:
        classes = subclasses(wanted)
        entities = self._case.reached.entities
        return [entities[iri] for iri in sorted(entities) if not entities[iri].types.isdisjoint(classes)]


def positions(case: Case) -> tuple[RangePosition, ...]:
    """Where the move stands against every range of the changed factor: filed first, published observations last."""
    found = [_position(each, case) for each in case.around.ranges]
    return tuple(sorted(found, key=lambda each: (_rank(each.range_type), each.range.iri)))


def _position(each: Entity, case: Case) -> RangePosition:
    factor = case.around.factor
    allowed = limits(each, factor.thing(KG.unit) if factor else None)
    kind = each.thing(KG.rangeType) or KG.studied
    site = each.sites[0] if each.sites else ANYWHERE
    regions = [
        detail.thing(KG.inRegion) for detail in case.around.registrations if each.iri in detail.things(KG.filedRange)
    ]
    region = next((each for each in regions if each), None) or each.thing(KG.inRegion)
    attribute = each.thing(KG.forAttribute)
    old, new = (_stands(figure, allowed) for figure in (case.change.old, case.change.new))
    reason = _incomparable(each, allowed, case)
    return RangePosition(
        range=each.named,
        range_type=kind,
        limits=allowed,
        site=case.around.site(site),
        region=case.around.named(region) if region else None,
        attribute=case.around.named(attribute) if attribute else None,
        old=old,
        new=new,
        reason=reason,
        sentence=_stance(each, allowed, (old, new), reason, case),
    )


def _stands(figure: object, allowed: Span) -> Position | None:
    return position(figure, allowed) if isinstance(figure, Quantity | Span) else None


def _incomparable(each: Entity, allowed: Span, case: Case) -> str:
    if allowed.low is None and allowed.high is None:
        return "It has no figures."
    wanted, here = each.thing(KG.basis), case.around.basis_at(case.site)
    if wanted is None and here is not None and each.thing(KG.rangeType) == KG.publishedObservation:
        return "How its figures were measured is not recorded."
    if wanted is not None and not case.around.same_basis(wanted, here):
        other = case.around.named(here).label if here else "a way that is not recorded"
        return f"Its figures are measured by {case.around.named(wanted).label}, those here by {other}: the same figure is not the same."
    return ""


def _stance(
    each: Entity, allowed: Span, stands: tuple[Position | None, Position | None], reason: str, case: Case
) -> str:
    told = [
        f"{figure} is {where.value}" if where is not Position.NOT_COMPARABLE else f"{figure} does not compare"
        for figure, where in zip((case.change.old, case.change.new), stands, strict=True)
        if where is not None
    ]
    kind = CONCEPTS[each.thing(KG.rangeType) or KG.studied].label
    words = f"{kind[:1].upper()}{kind[1:]} {allowed}"
    moved = f": {', '.join(told)}{' as figures' if reason else ''}" if told else ""
    return f"{words}{moved}. {reason}".strip()


def _status(method: Entity) -> str:
    status = method.thing(KG.methodStatus)
    return CONCEPTS[status].label if status and status in CONCEPTS else "of unknown status"


def _earliest(each: Detection) -> tuple[bool, float, str]:
    turnaround = float(each.turnaround.value) if each.turnaround else float("inf")
    return each.before_infusion is not True, turnaround, each.sampling_point.iri


def _rank(kind: Iri) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def affected_kinds(kinds: Iterable[Kind]) -> Kind:
    """What is told of something that is affected in several ways: the product before the result."""
    found = set(kinds)
    return Kind.PRODUCT if Kind.PRODUCT in found else Kind.RESULT
