"""What stands beside reach: tests that would detect an effect, where the move stands, and what nobody has assessed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from itertools import product
from typing import Final

from kgapp.domain.impact import ChangeKind, Detection, Named, RangePosition
from kgapp.domain.quantity import Position, Quantity, Span, decimal, position, seconds, symbol
from kgapp.domain.rules import Kind
from kgapp.domain.terms import Iri, sparql
from kgapp.domain.vocabulary import CONCEPTS, KG
from kgapp.services.impact.asking import Asking, Branch, batches
from kgapp.services.impact.barriers import Case, basis_reason
from kgapp.services.impact.context import limits, range_words
from kgapp.services.impact.reached import ANYWHERE, Entity
from kgapp.services.impact.ways import subclasses

_VALID: Final = frozenset({KG.validated, KG.transferred})
NOTHING_AT: Final = "Nothing detects it at"
_ORDER: Final = (KG.filed, KG.PAR, KG.NOR, KG.edgeOfFailure, KG.studied, KG.publishedObservation)
_NO_CRITERION: Final = re.compile(
    r"\b(not (yet|set|specified|defined|applicable|established)|none|to be|tb[dacs]|pending|unknown|n/?a|open|draft|"
    r"no (limit|criterion|specification)|report(ed)?( (only|result|value))?|for information|monitor(ed|ing)?|informative)\b",
    re.IGNORECASE,
)
"""Words that stand where a criterion is still missing, or where a figure is reported without one."""


def flow(asking: Asking, cases: Sequence[Case]) -> Mapping[Iri, frozenset[Iri]]:
    """For each step with a moved factor, the steps at which a sample can show what it did: itself, later ones, release."""
    first = cases[0]
    acting = {step for iri in first.moved for step in _steps(cases, iri)}
    if not acting or not any(KG.SamplingPoint in each.types for each in first.reached.entities.values()):
        return {}
    precedes, part, order = sparql(KG.precedes), sparql(KG.partOf), sparql(KG.order)
    later = (
        "BIND(?a AS ?u)",
        f"?a {precedes} ?next . ?next {precedes}* ?u .",  # not "+": Virtuoso finds no start for it
        f"?a {order} ?m ; {part} ?g . ?u {part} ?g ; {order} ?n . FILTER(?n > ?m)",
        f"?u a {sparql(KG.ReleaseTesting)} .",
    )
    found: dict[Iri, set[Iri]] = defaultdict(set)
    for batch in batches(sorted(acting)):
        branches = [Branch(each, batch) for each in later]
        branches += [Branch(f"{each} ?b {sparql(KG.ofUnitOperation)} ?u", batch) for each in later]
        for step, unit_operation, at_site in asking.rows(("a", "u", "b"), branches):
            later_one = at_site or unit_operation
            if step and later_one:
                found[Iri(step[1:-1])].add(Iri(later_one[1:-1]))
    return {step: frozenset(each) for step, each in found.items()}


def _steps(cases: Sequence[Case], factor: Iri) -> tuple[Iri, ...]:
    entity = cases[0].reached.entities.get(factor)
    steps = entity.things(KG.hasFactor) if entity else ()
    changed = (case.around.factor for case in cases)
    return steps or next((each.things(KG.hasFactor) for each in changed if each and each.iri == factor), ())


class Tests:
    """The tests among what was reached, by attribute and site. ``later`` are the steps at or after each step, as of ``flow``."""

    def __init__(self, cases: Sequence[Case], later: Mapping[Iri, frozenset[Iri]]) -> None:
        self._cases = cases
        self._case = cases[0]  # what is asked of it here is shared by all
        self._moving = any(each.change.kind is not ChangeKind.RELOCATION for each in cases)
        self._later = later
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
            if not found:
                reasons.append(f"{NOTHING_AT} {self._case.around.named(each).label}.")
        return tuple(sorted(valid, key=_earliest)), tuple(reasons)

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
        wanted = frozenset(each for each in point.things(KG.ofMethod) if self._measures(each, attribute))
        if not point.in_force:
            return f"{point.label} is not in force.", point, ""
        if not wanted:
            return f"The method of {point.label} is not recorded to measure it.", point, ""
        methods = [
            each for each in self._methods if site in each.sites and wanted.intersection(each.things(KG.ofMethod))
        ]
        if not methods:
            return f"The method of {point.label} is not set up at {place}.", point, ""
        good = [each for each in methods if _is_valid(each)]
        if not good:
            return f"{methods[0].label} is {_status(methods[0])}: no valid method at {place}.", point, ""
        altered = [each for each in (point, good[0]) if each.iri in self._case.undermined]
        if altered and self._moving:  # in a relocation the status says that it was set up
            return f"The change reaches {altered[0].label} itself.", point, ""
        if early := self._before_it_acts(point, attribute):
            return early, point, ""
        limit = self._limit(attribute, site, {point.iri, good[0].iri, *wanted})
        if not limit:
            return f"No criterion or action limit for it is in force at {place}.", point, ""
        return "", good[0], limit

    def _measures(self, method: Iri, attribute: Iri) -> bool:
        found = self._case.reached.entities.get(method)
        return found is not None and attribute in found.things(KG.measuresAttribute)

    def _limit(self, attribute: Iri, site: Iri, tests: set[Iri]) -> str:
        region = self._case.around.sites[site].thing(KG.inRegion) if site in self._case.around.sites else None
        for each in self._criteria:
            here = site in each.sites or (not each.sites and region is not None and region in each.things(KG.inRegion))
            if here and each.in_force and attribute in each.things(KG.forAttribute):
                allowed = limits(each, None)
                if allowed is not None and (allowed.low is not None or allowed.high is not None):
                    return f"limit {allowed}"
                words = " / ".join(sorted(each.texts(KG.textValue)))
                if allowed is not None and words and not _NO_CRITERION.search(words):
                    return f"criterion in words: {words}"
        for each in self._controls:
            valid = each.in_force and each.things(KG.statusAtSite) == (KG.validated,)
            its_test = not each.things(KG.testedBy) or tests.intersection(each.things(KG.testedBy))
            if site in each.sites and valid and its_test and attribute in each.things(KG.controls):
                figure = decimal(each.text(KG.actionLimit))
                if figure is not None:
                    return f"action limit {Quantity(figure, each.thing(KG.unit), each.text(KG.actionLimit))}"
        return ""

    def _detection(self, point: Entity, method: Entity, limit: str, place: str) -> Detection:
        at = point.thing(KG.atStep)
        step = self._step(at) if at else None
        available = point.things(KG.resultAvailable)
        before = {KG.beforeInfusion: True, KG.afterInfusion: False}.get(available[0]) if len(available) == 1 else None
        when = {True: ", before infusion", False: ", after infusion", None: ""}[before]
        figure = decimal(point.text(KG.turnaround)) if len(point.texts(KG.turnaround)) == 1 else None
        turnaround = Quantity(figure, point.thing(KG.unit), point.text(KG.turnaround)) if figure is not None else None
        where = f", step {step.label}" if step else ""
        sentence = f"Detected at {place} by {method.label}{where}{when} ({limit})."
        return Detection(point.named, method.named, step, before, turnaround, limit, sentence)

    def _step(self, iri: Iri) -> Named:
        label = self._case.reached.labels.get(iri)
        return Named(iri, label) if label else self._case.around.named(iri)

    def _before_it_acts(self, point: Entity, attribute: Iri) -> str:
        """Why a sample may be taken before what moves has acted on an attribute; empty when it is taken after all of it."""
        at = point.things(KG.atStep)
        for step in sorted(self._acts_on(attribute)):
            acts = self._step(step).label
            if not at:
                return f"At which step {point.label} is taken is not recorded; the change acts at {acts}."
            if not self._later.get(step, frozenset()).issuperset(at):
                taken = self._step(at[0]).label
                return f"{point.label} is taken at {taken}: not recorded as at or after {acts}, where the change acts."
        return ""

    @cached_property
    def _entering(self) -> Mapping[Iri, set[Iri]]:
        entering: dict[Iri, set[Iri]] = defaultdict(set)
        for source, links in self._case.reached.links.items():
            for link in links:
                entering[link.target].add(source)
        return entering

    def _acts_on(self, entity: Iri) -> set[Iri]:
        """The steps whose moved factors act on something with no other moved factor between."""
        steps: set[Iri] = set()
        seen, waiting = {entity}, [entity]
        while waiting:
            for source in self._entering.get(waiting.pop(), ()):
                if source in self._case.moved:
                    steps.update(_steps(self._cases, source))
                elif source not in seen:
                    seen.add(source)
                    waiting.append(source)
        return steps

    def _of(self, wanted: Iri) -> list[Entity]:
        entities, classes = self._case.reached.entities, subclasses(wanted)
        return [entities[iri] for iri in sorted(entities) if entities[iri].types & classes]


def all_positions(cases: Sequence[Case]) -> tuple[RangePosition, ...]:
    """Where every move stands; with several changes each sentence names its factor."""
    found: dict[RangePosition, None] = {}
    for case in cases:
        for each in positions(case):
            told = f"{each.factor.label}: {each.sentence}" if each.factor and len(cases) > 1 else each.sentence
            found[replace(each, sentence=told)] = None
    return tuple(found)


def positions(case: Case) -> tuple[RangePosition, ...]:
    """Where a move stands against every range of its factor that is in use: filed first, published observations last.

    A range of several kinds, sites, regions or attributes is told for each.
    """
    found = [place for each in case.around.ranges if not each.retired for place in _places(each, case)]
    return tuple(sorted(found, key=lambda each: (_rank(each.range_type), each.range.iri)))


def _places(each: Entity, case: Case) -> Iterable[RangePosition]:
    details = [detail for detail in case.around.registrations if each.iri in detail.things(KG.filedRange)]
    regions = dict.fromkeys(region for detail in details for region in detail.things(KG.inRegion))
    filed = (KG.filed,) if each.iri in case.around.filed else ()
    kinds = dict.fromkeys((*filed, *each.things(KG.rangeType)) or (KG.studied,))
    for kind, site, region, attribute in product(
        kinds,
        each.sites or (ANYWHERE,),
        regions or each.things(KG.inRegion) or (None,),
        each.things(KG.forAttribute) or (None,),
    ):
        yield replace(
            _position(each, kind, case),
            site=case.around.site(site),
            region=case.around.named(region) if region else None,
            attribute=case.around.named(attribute) if attribute else None,
        )


def _position(each: Entity, kind: Iri, case: Case) -> RangePosition:
    """How the move stands to a range of a kind, wherever it holds."""
    factor = case.around.factor
    allowed = limits(each, factor.thing(KG.unit) if factor else None)
    old, new = (_stands(figure, allowed) for figure in (case.change.old, case.change.new))
    reason = _incomparable(each, allowed, case)
    return RangePosition(
        range=each.named,
        range_type=kind,
        limits=allowed or Span(None, None),
        site=None,
        region=None,
        attribute=None,
        old=old,
        new=new,
        reason=reason,
        sentence=_stance(kind, range_words(each, allowed), (old, new), reason, case),
        factor=factor.named if factor else None,
        words=range_words(each, allowed),
    )


def _stands(figure: object, allowed: Span | None) -> Position | None:
    if not isinstance(figure, Quantity | Span):
        return None
    return position(figure, allowed) if allowed is not None else Position.NOT_COMPARABLE


def _incomparable(each: Entity, allowed: Span | None, case: Case) -> str:
    if allowed is None:
        return "Its limits are no figures, or contradict each other."
    if allowed.low is None and allowed.high is None:
        return "It has no figures."
    if odd := next(filter(None, (_units(figure, allowed) for figure in (case.change.old, case.change.new))), ""):
        return odd
    here = case.around.bases_at(case.site)
    own: tuple[Iri, ...] = case.around.factor.things(KG.basis) if case.around.factor else ()
    wanted = each.things(KG.basis) or (() if each.thing(KG.rangeType) == KG.publishedObservation else own)
    if not wanted and here == {None}:
        return ""
    if not wanted:
        return "How its figures were measured is not recorded."
    return basis_reason(wanted, case).replace(", and no study bridges the two.", ": the same figure is not the same.")


def _units(figure: object, allowed: Span) -> str:
    """Why a figure and a range do not compare for their units; empty when they do."""
    if not isinstance(figure, Quantity | Span) or position(figure, allowed) is not Position.NOT_COMPARABLE:
        return ""
    one, other = (_unit_of(each) for each in (figure, allowed))
    if one is None or other is None:
        return f"A figure without a unit does not compare with one in {symbol(one or other)}."
    return f"{symbol(one)} and {symbol(other)} do not convert into each other."


def _unit_of(figure: Quantity | Span) -> Iri | None:
    ends = (figure,) if isinstance(figure, Quantity) else (figure.low, figure.high)
    return next((each.unit for each in ends if each is not None), None)


def _stance(
    kind: Iri, limits_told: str, stands: tuple[Position | None, Position | None], reason: str, case: Case
) -> str:
    told = [
        f"{figure} is {where.value}" if where is not Position.NOT_COMPARABLE else f"{figure} does not compare"
        for figure, where in zip((case.change.old, case.change.new), stands, strict=True)
        if where is not None
    ]
    label = CONCEPTS[kind].label if kind in CONCEPTS else "range"
    words = f"{label[:1].upper()}{label[1:]} {limits_told}"
    compares = any(where in {Position.INSIDE, Position.OUTSIDE} for where in stands)
    moved = f": {', '.join(told)}{' as figures' if reason and compares else ''}" if told else ""
    return f"{words}{moved}. {reason}".strip()


def _is_valid(method: Entity) -> bool:
    status = method.things(KG.methodStatus)
    return method.in_force and bool(status) and set(status) <= _VALID


def _status(method: Entity) -> str:
    if not method.in_force:
        return "not in force"
    status = method.thing(KG.methodStatus)
    return CONCEPTS[status].label if status and status in CONCEPTS else "of unknown status"


def _earliest(each: Detection) -> tuple[bool, bool, Fraction, str]:
    wait = seconds(each.turnaround) if each.turnaround else None
    return each.before_infusion is not True, wait is None, wait or Fraction(0), each.sampling_point.iri


def _rank(kind: Iri) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def affected_kinds(kinds: Iterable[Kind]) -> Kind:
    """What is told of something that is affected in several ways: the product before the result."""
    found = set(kinds)
    return Kind.PRODUCT if Kind.PRODUCT in found else Kind.RESULT
