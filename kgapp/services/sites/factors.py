"""Options, settings, normal ranges and hold times of two site processes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kgapp.domain.impact import ChangeKind, Named
from kgapp.domain.quantity import Order, Position, Quantity, Span, compare, decimal, position, seconds, symbol
from kgapp.domain.sites import GAPS, Because, Dimension, Judgement, Measured, Place, Row, Side, Start, State, judge
from kgapp.domain.terms import Iri, Literal, Term
from kgapp.domain.vocabulary import KG
from kgapp.services.sites.pair import Fit, Pair, Subject, apart, known_about, spoken


def options(pair: Pair) -> Iterator[Row]:
    """The option chosen in each group."""
    known = pair.known
    every = {one for place in pair.places for one in pair.chosen(place)}
    groups = {known.text(one, KG.optionGroup) or known.name(one) for one in every}
    for group in sorted(groups):
        ours, theirs = (_of_group(pair, place, group) for place in pair.places)
        names = apart(known, ours, theirs)
        sides = (_chosen(pair, pair.sending, ours, names[0]), _chosen(pair, pair.receiving, theirs, names[1]))
        thing = (theirs or ours)[0]
        brought = [each for one in {*ours, *theirs} for each in known.things(one, KG.brings)]
        subject = Subject(None, Dimension.OPTION, thing, pair.bears_on(brought), (*ours, *theirs))
        found = judge(Measured(sides[0].text or None), Measured(sides[1].text or None))
        start = Start(
            (ours or theirs)[0], ChangeKind.REPLACEMENT, pair.receiving.site.iri, *(side.text for side in sides)
        )
        meaning = {
            Because.AGREES: f"The same choice of “{group}”.",
            Because.VALUE: f"Another choice of “{group}”: what it brings applies, what the other brought does not.",
        }.get(found.because, f"One site has not chosen about “{group}”.")
        yield replace(pair.row(subject, sides, found.state, meaning, start), thing=Named(thing, group))


def settings(pair: Pair, step: Iri) -> Iterator[Row]:
    """Each factor of a step: what is set, then its normal range where one is recorded."""
    for factor in pair.factors[step]:
        yield _setting(pair, step, factor)
        ranges = tuple(_ranges(pair, factor, place) for place in pair.places)
        if any(ranges):
            yield _normal(pair, step, factor, (ranges[0], ranges[1]))


def _of_group(pair: Pair, place: Place, group: str) -> tuple[Iri, ...]:
    known = pair.known
    return tuple(one for one in pair.chosen(place) if (known.text(one, KG.optionGroup) or known.name(one)) == group)


def _chosen(pair: Pair, place: Place, options: tuple[Iri, ...], names: str) -> Side:
    quads = pair.known.quads(place.process.iri, KG.choosesOption)
    return Side(names, tuple(each for each in quads if each.object in options))


def _setting(pair: Pair, step: Iri, factor: Iri) -> Row:
    hold = KG.HoldTime in pair.known.types(factor)
    dimension = Dimension.HOLD_TIME if hold else Dimension.SETTING
    found = [set_at(pair, factor, place) for place in pair.places]
    measured = [value_of(pair, factor, each) for each in found]
    sides = [set_side(pair, factor, each) for each in found]
    judgement = judge(*measured)
    subject = Subject(step, dimension, factor, pair.bears_on((factor,)), tuple(one for each in found for one in each))
    state, meaning = _stated(pair, factor, (sides[0], sides[1]), judgement, (measured[0], measured[1]))
    state, meaning = _with_words(pair, (found[0], found[1]), state, meaning)
    if judgement.because is Because.VALUE:
        meaning = f"{meaning} {_against(pair, factor, measured[1])}".strip()
    kind = ChangeKind.TIMING if hold else ChangeKind.VALUE
    missing = state is State.MISSING
    figures = all(isinstance(each.value, Quantity) for each in measured)
    choice = KG.MaterialChoice in pair.known.types(factor)
    words = [str(each.value) if figures or choice else "" for each in measured]
    start = Start(
        factor, ChangeKind.ADDITION if missing else kind, pair.receiving.site.iri, *([] if missing else words)
    )
    return pair.row(subject, (sides[0], sides[1]), state, meaning, start)


def _stated(
    pair: Pair, factor: Iri, sides: tuple[Side, Side], found: Judgement, measured: tuple[Measured, Measured]
) -> tuple[State, str]:
    here, there = pair.receiving.name, pair.sending.name
    fits = [pair.fit(factor, place) for place in pair.places]
    options = spoken(map(pair.known.name, pair.bringing(factor)))
    if fits[1] is Fit.LEFT_OUT and not sides[1].recorded:
        return State.NOT_APPLICABLE, f"Belongs to “{options}”, and {here} chose another option."
    if fits[0] is Fit.LEFT_OUT and not sides[0].recorded:
        if sides[1].recorded:
            return State.NOT_APPLICABLE, f"New at {here}: “{options}” brings it, and {there} chose another option."
        if fits[1] is Fit.BROUGHT:
            return State.MISSING, f"“{options}”, chosen at {here}, brings it, and nothing is set there."
    if fits[1] is Fit.UNDECIDED and not sides[1].recorded:
        return found.state, f"{here} has not decided whether “{options}” is used, and records nothing."
    told = sentence(pair, found, measured)
    return found.state, f"{told} {_known_about(pair, factor)}".strip() if found.state in GAPS else told


def _with_words(
    pair: Pair, found: tuple[tuple[Iri, ...], tuple[Iri, ...]], state: State, meaning: str
) -> tuple[State, str]:
    """Figures that agree are not the same where other words stand beside them: 500, and 500 “stepped by density”."""
    beside = [spoken(pair.known.text(one, words) for one in each for words in _WORDS) for each in found]
    if state is not State.SAME or len({" ".join(each.casefold().split()) for each in beside}) == 1:
        return state, meaning
    told = " and ".join(f"“{each}”" if each else "nothing" for each in beside)
    return State.UNKNOWN, f"{meaning} What is written beside them does not: {told}."


def _known_about(pair: Pair, factor: Iri) -> str:
    """Which know-how concerns a factor that differs, and whether it agrees with itself."""
    known = pair.known
    about = known_about(pair, factor)
    against = [one for one in about if set(known.things(one, KG.contradicts)) & set(about)]
    words = "Know-how about it disagrees" if against else "Know-how about it"
    return f"{words}: {spoken(map(known.notation, about))}." if about else ""


def sentence(pair: Pair, found: Judgement, measured: tuple[Measured, Measured]) -> str:
    """What a judgement of two values means, in one sentence."""
    here, there = pair.receiving.name, pair.sending.name
    bases = [pair.known.name(each.basis) if each.basis else "not recorded" for each in measured]
    ways = f"{there}: {bases[0]}; {here}: {bases[1]}"
    equal = judge(Measured(measured[0].value), Measured(measured[1].value)).because in _EQUAL
    return {
        Because.AGREES: "Value and unit agree"
        + (
            "."
            if measured[0].basis is None
            else ", and so does the basis."
            if bases[0] == bases[1]
            else "; a study bridges the two bases."
        ),
        Because.NEITHER: "Nothing is recorded at either site.",
        Because.NO_SENDING: f"Nothing is recorded at {there} to compare with.",
        Because.NO_RECEIVING: f"Nothing is recorded at {here}.",
        Because.SEVERAL: "More than one value, unit or basis is recorded at one site: which one holds is not said.",
        Because.NO_UNIT: "A unit is not recorded, so the figures do not compare.",
        Because.UNITS: "The units do not convert into each other.",
        Because.KIND: "One site records a figure, the other words: they do not compare.",
        Because.VALUE: _moved(pair, measured),
        Because.BASIS: ("Same figure, other meaning" if equal else "The figures do not compare")
        + f": measured in another way, and no study bridges the two ({ways}).",
        Because.NO_BASIS: f"How it is measured is recorded at one site only ({ways}).",
        Because.NEITHER_BASIS: "The figures agree, but how it is measured is recorded at neither site.",
        Because.RANGE: f"The range at {here} is {found.state.value}.",
    }[found.because]


def _against(pair: Pair, factor: Iri, receiving: Measured) -> str:
    """How the receiving figure stands to the normal range of the sending site, where it has one with figures."""
    limits = value_of(pair, factor, _ranges(pair, factor, pair.sending)).value
    if not isinstance(limits, Span) or not isinstance(receiving.value, Quantity):
        return ""
    words = {Position.INSIDE: "Inside", Position.OUTSIDE: "Outside"}.get(position(receiving.value, limits))
    return f"{words} the normal range at {pair.sending.name} ({limits})." if words else ""


def _moved(pair: Pair, measured: tuple[Measured, Measured]) -> str:
    there, here = (each.value for each in measured)
    if isinstance(there, Quantity) and isinstance(here, Quantity):
        up, down = ("Higher", "Lower") if seconds(here) is None else ("Longer", "Shorter")
        return f"{up if compare(here, there) is Order.ABOVE else down} at {pair.receiving.name}."
    return "Another range." if isinstance(here, Span) else "Another choice."


def set_at(pair: Pair, factor: Iri, place: Place) -> tuple[Iri, ...]:
    known = pair.known
    about = known.that(KG.forFactor, factor)
    return tuple(one for one in about if KG.SiteSetting in known.types(one) and pair.belongs(one, place))


def _ranges(pair: Pair, factor: Iri, place: Place) -> tuple[Iri, ...]:
    known = pair.known
    about = known.that(KG.forFactor, factor)
    return tuple(one for one in about if KG.NOR in known.things(one, KG.rangeType) and pair.belongs(one, place))


def value_of(pair: Pair, factor: Iri, found: tuple[Iri, ...]) -> Measured:
    if len(found) != 1 or _says_several(pair, factor, found[0]):
        return Measured(several=bool(found))
    known, one = pair.known, found[0]
    basis = known.thing(one, KG.basis) or known.thing(factor, KG.basis)
    bridged = frozenset(known.things(basis, KG.bridgedTo)) if basis else frozenset()
    return Measured(_value(pair, factor, one), basis, bridged)


def _says_several(pair: Pair, factor: Iri, one: Iri) -> bool:
    """Whether a setting or range says something twice, in one language, that decides about its value."""
    said, of_factor = (pair.known.about(each) for each in (one, factor))
    counted = [said.get(each, ()) for each in _READ]
    counted += [of_factor.get(each, ()) for each in (KG.unit, KG.basis) if not said.get(each)]
    return any(len({_language(value) for value in values}) < len(values) for values in counted)


def _language(value: Term) -> str:
    return value.language if isinstance(value, Literal) else ""


def _value(pair: Pair, factor: Iri, one: Iri) -> Quantity | Span | str | None:
    known = pair.known
    unit = known.thing(one, KG.unit) or known.thing(factor, KG.unit)
    if KG.AcceptableRange in known.types(one):
        written = [known.text(one, limit) for limit in (KG.lowerLimit, KG.upperLimit)]
        low, high = (_figure(text, unit) for text in written)
        if [bool(text) for text in written] != [bool(low), bool(high)]:
            return f"{known.limits(one)} {symbol(unit)}".strip()  # a limit in words bounds by no figure
        return Span(low, high) if low or high else known.text(one, KG.finding) or None
    text = known.text(one, KG.setpoint)
    return _figure(text, unit) or text or known.text(one, KG.textValue) or None


def _figure(text: str, unit: Iri | None) -> Quantity | None:
    number = decimal(text)
    return None if number is None else Quantity(number, unit, text)


def set_side(pair: Pair, factor: Iri, found: tuple[Iri, ...]) -> Side:
    values = spoken(_told(pair, factor, one) for one in found)
    return pair.known.side(values, found, *_READ)


def _told(pair: Pair, factor: Iri, one: Iri) -> str:
    """The value in words; all that is written where that is more than one."""
    if _says_several(pair, factor, one):
        said = pair.known.about(one)
        figures = [value.lexical for each in _VALUES for value in said.get(each, ()) if isinstance(value, Literal)]
        units = [symbol(unit) for unit in pair.known.things(one, KG.unit) or pair.known.things(factor, KG.unit)]
        return " ".join(filter(None, (" / ".join(figures), " / ".join(units))))
    value = _value(pair, factor, one)
    return "" if value is None else str(value)


def _normal(pair: Pair, step: Iri, factor: Iri, found: tuple[tuple[Iri, ...], tuple[Iri, ...]]) -> Row:
    measured = (value_of(pair, factor, found[0]), value_of(pair, factor, found[1]))
    sides = (set_side(pair, factor, found[0]), set_side(pair, factor, found[1]))
    judgement = judge(*measured)
    subject = Subject(step, Dimension.NORMAL_RANGE, factor, pair.bears_on((factor,)), (*found[0], *found[1]))
    state, meaning = _stated(pair, factor, sides, judgement, measured)
    state, meaning = _with_words(pair, found, state, meaning)
    words = [_typed(each.value) for each in measured]
    start = Start(factor, ChangeKind.RANGE, pair.receiving.site.iri, *(words if all(words) else []))
    return pair.row(subject, sides, state, meaning, start)


def _typed(value: Quantity | Span | str | None) -> str:
    """A range with both ends, as a person types it."""
    return str(value) if isinstance(value, Span) and value.low and value.high else ""


_EQUAL = (Because.AGREES, Because.NEITHER_BASIS)
_WORDS = (KG.textValue, KG.finding)
_VALUES = (KG.setpoint, KG.lowerLimit, KG.upperLimit, *_WORDS)
_READ = (*_VALUES, KG.unit, KG.basis)
