"""Methods, sampling and the control strategy of two site processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kgapp.domain.impact import ChangeKind
from kgapp.domain.quantity import Quantity, decimal
from kgapp.domain.sites import Dimension, Measured, Row, Side, Start, State, judge
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.sites.pair import Fit, Pair, Subject, apart, spoken
from kgapp.services.sites.parts import Part, together

Both = tuple[tuple[Iri, ...], tuple[Iri, ...]]


def methods(pair: Pair) -> Iterator[Row]:
    """Each analytical method that one of the sites records."""
    known = pair.known
    every = pair.recorded(KG.MethodAtSite)
    kinds = {method for one in every for method in known.used(known.things(one, KG.ofMethod))}
    for method in sorted(kinds, key=known.name):
        found = of_both([one for one in every if method in known.things(one, KG.ofMethod)], pair)
        yield _method(pair, method, found)


def sampling(pair: Pair) -> Iterator[Row]:
    """Each quality attribute that one of the sites samples."""
    known = pair.known
    every = pair.recorded(KG.SamplingPoint)
    attributes = {each for one in every for each in known.used(known.things(one, KG.forAttribute))}
    for attribute in sorted(attributes, key=known.name):
        yield _sampled(
            pair, attribute, of_both([one for one in every if attribute in known.things(one, KG.forAttribute)], pair)
        )


def controls(pair: Pair) -> Iterator[Row]:
    """Each factor or attribute that an element of the control strategy controls at one of the sites."""
    known = pair.known
    classes = (KG.ControlStrategyElement, KG.Control, KG.InProcessControl)
    every = pair.recorded(*classes)
    controlled = {each for one in every for each in known.used(known.things(one, KG.controls))}
    for thing in sorted(controlled, key=known.name):
        yield _controlled(pair, thing, of_both([one for one in every if thing in known.things(one, KG.controls)], pair))


def sited(pair: Pair, one: Iri) -> bool:
    return any(pair.belongs(one, place) for place in pair.places)


def of_both(found: list[Iri], pair: Pair) -> Both:
    ours, theirs = (tuple(one for one in found if pair.belongs(one, place)) for place in pair.places)
    return ours, theirs


def _method(pair: Pair, method: Iri, found: Both) -> Row:
    known = pair.known
    sides = told_of(pair, found, lambda one: _method_words(pair, one), _METHOD)
    attributes = known.things(method, KG.measuresAttribute)
    subject = Subject(
        _step_of(pair, method), Dimension.METHOD, method, frozenset(attributes), (*found[0], *found[1], *attributes)
    )
    start = Start(method, ChangeKind.METHOD, pair.receiving.site.iri)
    lacking = [one for one in found[1] if known.thing(one, KG.methodStatus) in _NOT_USABLE]
    if lacking:
        word = known.word(lacking[0], KG.methodStatus)
        meaning = f"At {pair.receiving.name} the method is {word}: no result of it can be used there."
        return pair.row(subject, sides, State.MISSING, meaning, start)
    state, meaning = together(pair, _method_parts(pair, found))
    return pair.row(subject, sides, state, meaning, start)


def _method_parts(pair: Pair, found: Both) -> Iterator[Part]:
    known = pair.known
    usable = all(each and all(known.thing(one, KG.methodStatus) in _USABLE for one in each) for each in found)
    yield Part("status", *each_of(found, lambda each: worded(pair, each, KG.methodStatus)), agrees=usable)
    yield Part("version", *each_of(found, lambda each: worded(pair, each, KG.methodVersion)))
    yield Part("reference", *each_of(found, lambda each: worded(pair, each, KG.referenceStandard)))
    yield Part("instrument", *apart(known, *(_models(pair, each) for each in found)))
    yield _basis(pair, found)


def _basis(pair: Pair, found: Both) -> Part:
    """What methods measure by: agrees only where a study bridges the two sites."""
    return Part("basis", *_told_apart(pair, found, KG.basis), agrees=bridged(pair, found))


def bridged(pair: Pair, found: Both) -> bool:
    """Whether a study relates the methods, or what they measure by, of the two sites."""
    known = pair.known
    return (
        bool(found[0])
        and bool(found[1])
        and all(
            known.bridged(one, other)
            or any(
                known.bridged(ours, theirs)
                for ours in known.things(one, KG.basis)
                for theirs in known.things(other, KG.basis)
            )
            for one in found[0]
            for other in found[1]
        )
    )


def _sampled(pair: Pair, attribute: Iri, found: Both) -> Row:
    known = pair.known
    sides = told_of(pair, found, lambda one: _sample_words(pair, one), _SAMPLING)
    steps = [unit_operation(pair, one) for each in found for one in each]
    step = _first(pair, steps)
    methods = [method for each in found for one in each for method in known.things(one, KG.ofMethod)]
    subject = Subject(step, Dimension.SAMPLING, attribute, frozenset({attribute}), (*found[0], *found[1], *methods))
    start = Start(found[1][0], ChangeKind.TIMING, pair.receiving.site.iri) if found[1] else None
    lacking = [one for one in _at_sites(pair, found)[1] if known.thing(one, KG.methodStatus) in _NOT_USABLE]
    if lacking and all(found):
        meaning = (
            f"Sampled at {pair.receiving.name} too, but the method is {known.word(lacking[0], KG.methodStatus)} there."
        )
        return pair.row(subject, sides, State.MISSING, meaning, start)
    state, meaning = together(pair, _sample_parts(pair, found))
    return pair.row(subject, sides, state, meaning, start)


def _sample_parts(pair: Pair, found: Both) -> Iterator[Part]:
    steps = ([step for one in each if (step := unit_operation(pair, one))] for each in found)
    yield Part("step", *apart(pair.known, *steps))
    yield Part("method", *_told_apart(pair, found, KG.ofMethod))
    times = [[_turnaround(pair, one) for one in each] for each in found]
    one_each = len(times[0]) == len(times[1]) == 1
    agree = one_each and judge(Measured(times[0][0]), Measured(times[1][0])).state is State.SAME
    told = [spoken(str(each) for each in listed if each) for listed in times]
    yield Part("turnaround", told[0], told[1], agrees=agree)
    yield Part("time of the result", *each_of(found, lambda each: worded(pair, each, KG.resultAvailable)))
    yield _basis(pair, _at_sites(pair, found))


def _at_sites(pair: Pair, found: Both) -> Both:
    """The methods of sampling points as each site runs them."""
    known = pair.known
    every = [
        at_site
        for method in dict.fromkeys(each for side in found for one in side for each in known.things(one, KG.ofMethod))
        for at_site in known.that(KG.ofMethod, method)
        if KG.MethodAtSite in known.types(at_site)
    ]
    return of_both(every, pair)


def _controlled(pair: Pair, thing: Iri, found: Both) -> Row:
    known = pair.known
    sides = told_of(
        pair,
        found,
        lambda one: f"{known.name(one)} ({known.word(one, KG.statusAtSite) or 'status not recorded'})",
        _CONTROL,
    )
    steps = [unit_operation(pair, one) for each in found for one in each]
    step = _first(pair, steps) or next((one for one in pair.steps if thing in pair.factors[one]), None)
    bears = frozenset({thing}) if KG.QualityAttribute in known.types(thing) else pair.bears_on((thing,))
    subject = Subject(step, Dimension.CONTROL, thing, bears, (*found[0], *found[1]))
    here = pair.receiving
    start = Start(found[1][0], ChangeKind.REPLACEMENT, here.site.iri) if found[1] else None
    if any(not each and pair.fit(thing, place) is Fit.LEFT_OUT for each, place in zip(found, pair.places, strict=True)):
        options = spoken(map(known.name, pair.bringing(thing)))
        return pair.row(
            subject, sides, State.NOT_APPLICABLE, f"Belongs to “{options}”, which only one site chose.", None
        )
    if found[0] and found[1] and all(known.thing(one, KG.statusAtSite) in NOT_WORKING for one in found[1]):
        words = spoken(known.word(one, KG.statusAtSite) for one in found[1])
        return pair.row(
            subject, sides, State.MISSING, f"At {here.name} the control is {words}: it holds nothing yet.", start
        )
    state, meaning = together(pair, _control_parts(pair, found))
    return pair.row(subject, sides, state, meaning, start)


def _control_parts(pair: Pair, found: Both) -> Iterator[Part]:
    yield Part("kind", *each_of(found, lambda each: worded(pair, each, KG.controlKind)))
    yield Part("status", *each_of(found, lambda each: worded(pair, each, KG.statusAtSite)))
    yield Part("action limit", *each_of(found, lambda each: _limits(pair, each)), optional=True)
    known = pair.known
    tests = [tuple(test for one in each for test in known.things(one, KG.testedBy)) for each in found]
    both = bridged(pair, (tests[0], tests[1]))
    names = apart(known, tests[0], tests[1])
    yield Part("test" if both else "unbridged test", *names, optional=True, agrees=both)


def _limits(pair: Pair, found: Iterable[Iri]) -> str:
    known = pair.known
    limits = [(text, known.unit(one)) for one in found if (text := known.text(one, KG.actionLimit))]
    return spoken(f"{text} {unit}".strip() for text, unit in limits)


def each_of(found: Both, words: Callable[[tuple[Iri, ...]], str]) -> tuple[str, str]:
    return words(found[0]), words(found[1])


def _told_apart(pair: Pair, found: Both, predicate: Iri) -> tuple[str, str]:
    known = pair.known
    ours, theirs = ([each for one in side for each in known.things(one, predicate)] for side in found)
    return apart(known, ours, theirs)


def told_of(pair: Pair, found: Both, words: Callable[[Iri], str], read: tuple[Iri, ...]) -> tuple[Side, Side]:
    texts = [spoken(words(one) for one in each) for each in found]
    return pair.known.side(texts[0], found[0], *read), pair.known.side(texts[1], found[1], *read)


def _method_words(pair: Pair, one: Iri) -> str:
    known = pair.known
    version = known.written(one, KG.methodVersion)
    parts = (known.word(one, KG.methodStatus), f"version {version}" if version else "", _instrument(pair, (one,)))
    return " · ".join(part for part in parts if part) or known.name(one)


def _sample_words(pair: Pair, one: Iri) -> str:
    known = pair.known
    step, time = unit_operation(pair, one), _turnaround(pair, one)
    words = (
        known.name(step) if step else "",
        f"result after {time}" if time else "",
        known.word(one, KG.resultAvailable),
    )
    return " · ".join(part for part in words if part) or known.name(one)


def _instrument(pair: Pair, found: Iterable[Iri]) -> str:
    return spoken(map(pair.known.name, _models(pair, found)))


def _models(pair: Pair, found: Iterable[Iri]) -> list[Iri]:
    """The models of the instruments, or the instruments where no model is recorded."""
    known = pair.known
    machines = [machine for one in found for machine in known.things(one, KG.instrument)]
    return [known.thing(one, KG.ofModel) or one for one in machines]


def worded(pair: Pair, found: Iterable[Iri], predicate: Iri) -> str:
    """Words or texts of a property, nothing where one of the things lacks it."""
    known = pair.known
    told = [known.word(one, predicate) or known.written(one, predicate) for one in found]
    return "" if "" in told else spoken(sorted(told))


def _turnaround(pair: Pair, one: Iri) -> Quantity | None:
    text = pair.known.text(one, KG.turnaround)
    number = decimal(text)
    return None if number is None else Quantity(number, pair.known.thing(one, KG.unit), text)


def unit_operation(pair: Pair, one: Iri) -> Iri | None:
    step = pair.known.thing(one, KG.atStep)
    return (pair.known.thing(step, KG.ofUnitOperation) or step) if step else None


def _step_of(pair: Pair, method: Iri) -> Iri | None:
    """The step that a method is sampled at first."""
    known = pair.known
    points = [
        one for one in known.that(KG.ofMethod, method) if KG.SamplingPoint in known.types(one) and sited(pair, one)
    ]
    return _first(pair, (unit_operation(pair, one) for one in points))


def _first(pair: Pair, steps: Iterable[Iri | None]) -> Iri | None:
    """The first in the order of the process; else what is no step of it, such as release testing."""
    found = {step for step in steps if step is not None}
    return next((step for step in pair.steps if step in found), min(found, default=None))


_USABLE = (KG.validated, KG.transferred)
_NOT_USABLE = (KG.notTransferred, KG.inTransfer)
NOT_WORKING = (KG.planned, KG.notImplemented)
_METHOD = (KG.methodStatus, KG.methodVersion, KG.instrument, KG.referenceStandard, KG.basis, KG.bridgedTo)
_SAMPLING = (KG.atStep, KG.ofMethod, KG.turnaround, KG.unit, KG.resultAvailable)
_CONTROL = (KG.controls, KG.controlKind, KG.statusAtSite, KG.actionLimit, KG.unit, KG.testedBy)
