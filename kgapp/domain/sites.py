"""A comparison of two site processes as values, and the rules for when two recorded things agree.

``SAME`` is never a guess: value, unit, basis and, where there is one, method must agree, and all must be recorded. Only
figures whose unit says by itself what is measured, such as 37 °C or 2 h, agree without a basis, where neither site has one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import Final

from kgapp.domain.grades import Grade
from kgapp.domain.impact import ChangeKind, Named
from kgapp.domain.quantity import Order, Quantity, Span, compare
from kgapp.domain.terms import Iri, Quad
from kgapp.domain.vocabulary import KG, UNITS

FORMAT: Final = "kgapp-sites/1"


class State(StrEnum):
    """How the receiving site stands to the sending one, in one respect."""

    DIFFERS = "differs"
    WIDER = "wider"
    NARROWER = "narrower"
    MISSING = "missing"
    UNKNOWN = "unknown"
    JUSTIFIED = "justified difference"
    SAME = "same"
    NOT_APPLICABLE = "not applicable by design"


GAPS: Final = frozenset({State.DIFFERS, State.WIDER, State.NARROWER, State.MISSING})
"""What somebody has to close, justify or accept."""


class Dimension(StrEnum):
    """In which respect two sites are compared."""

    OPTION = "option"
    SETTING = "setting"
    NORMAL_RANGE = "normal range"
    HOLD_TIME = "hold time"
    CUMULATIVE = "cumulative hold time"
    EQUIPMENT = "equipment"
    FUNCTION = "function of equipment"
    REPLACES = "takes the place of"
    MATERIAL = "material"
    METHOD = "method"
    SAMPLING = "sampling"
    OPENNESS = "openness"
    ENVIRONMENT = "environment grade"
    BIOSAFETY = "biosafety level"
    AUTOMATION = "automation level"
    CONTROL = "control strategy"
    IDENTITY = "identity and custody"
    PEOPLE = "qualified people"
    KNOW_HOW = "know-how"
    PROVISIONS = "provisions"
    GATE = "gate"


@dataclass(frozen=True, slots=True)
class Side:
    """What one site records: in words with unit, and the statements it was read from. No words: nothing is recorded."""

    text: str = ""
    quads: tuple[Quad, ...] = ()

    @property
    def recorded(self) -> bool:
        """Whether there is something to compare."""
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Start:
    """A difference as the question that an impact answers; the texts are as a person would type them."""

    entity: Iri
    kind: ChangeKind
    site: Iri | None
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing in one respect. ``step`` is ``None`` for what belongs to the whole process.

    ``severity`` is the highest of the attributes that the thing bears on directly, as recorded; ``None`` without one.
    ``gaps`` are the recorded gaps about it.
    """

    step: Named | None
    dimension: Dimension
    thing: Named
    sending: Side
    receiving: Side
    state: State
    meaning: str
    severity: Grade | None = None
    start: Start | None = None
    gaps: tuple[Named, ...] = ()


class Readiness(StrEnum):
    """Whether a step can begin at the receiving site, as far as recorded."""

    READY = "nothing recorded stands against it"
    NOT_READY = "not ready"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class StepReadiness:
    """A step with the reasons against it. ``unknown`` counts what nobody recorded; ``NOT_KNOWN`` rests on it alone."""

    step: Named
    readiness: Readiness
    reasons: tuple[str, ...]
    unknown: int


@dataclass(frozen=True, slots=True)
class Place:
    """A site process, its site and region. ``name`` is the site's, without saying that it is invented."""

    process: Named
    site: Named
    name: str
    region: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """All rows in the order of the steps, then dimension. ``on`` is the day that qualifications are checked against."""

    general: Named
    sending: Place
    receiving: Place
    on: date
    rows: tuple[Row, ...]
    readiness: tuple[StepReadiness, ...]
    revision_hash: str = ""

    def count(self, state: State) -> int:
        """How many rows have a state."""
        return sum(row.state is state for row in self.rows)

    @property
    def gaps(self) -> tuple[Row, ...]:
        """What differs or is missing and is not justified."""
        return tuple(row for row in self.rows if row.state in GAPS)

    @property
    def title(self) -> str:
        """``Boston → Leiden``."""
        return f"{self.sending.name} → {self.receiving.name}"


# ---- when two recorded things agree


class Because(Enum):
    """What decides about two values."""

    AGREES = "agrees"
    NEITHER = "neither is recorded"
    NO_SENDING = "nothing at the sending site"
    NO_RECEIVING = "nothing at the receiving site"
    SEVERAL = "several values at one site"
    NO_UNIT = "a unit is not recorded"
    UNITS = "units do not convert"
    KIND = "a figure and words"
    VALUE = "another value"
    BASIS = "another basis"
    NO_BASIS = "a basis is not recorded"
    NEITHER_BASIS = "neither basis is recorded"
    RANGE = "one range inside the other"


@dataclass(frozen=True, slots=True)
class Measured:
    """A value with how it was measured; words where it is no figure, ``None`` where nothing is recorded.

    ``bridged`` are the bases that a study relates to its own. ``several`` says that more than one value is recorded.
    """

    value: Quantity | Span | str | None = None
    basis: Iri | None = None
    bridged: frozenset[Iri] = frozenset()
    several: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """The state of the receiving value, and what decided it."""

    state: State
    because: Because


def judge(sending: Measured, receiving: Measured) -> Judgement:
    """How the receiving value stands to the sending one; exchanging them exchanges wider and narrower."""
    if sending.several or receiving.several:
        return Judgement(State.UNKNOWN, Because.SEVERAL)
    here, there = receiving.value, sending.value
    if here is None or there is None:
        if here is None and there is None:
            return Judgement(State.UNKNOWN, Because.NEITHER)
        return Judgement(State.UNKNOWN, Because.NO_RECEIVING if here is None else Because.NO_SENDING)
    found = _values(there, here)
    return _on_bases(found, sending, receiving)


def _values(there: Quantity | Span | str, here: Quantity | Span | str) -> Judgement:
    if isinstance(there, str) and isinstance(here, str):
        return _agrees() if _folded(there) == _folded(here) else Judgement(State.DIFFERS, Because.VALUE)
    if isinstance(there, Quantity) and isinstance(here, Quantity):
        return _figures(there, here)
    if isinstance(there, Span) and isinstance(here, Span):
        return _spans(there, here)
    return Judgement(State.DIFFERS, Because.KIND)


def _figures(there: Quantity, here: Quantity) -> Judgement:
    if there.unit is None or here.unit is None:
        return Judgement(State.UNKNOWN, Because.NO_UNIT)
    order = compare(there, here)
    if order is None:
        return Judgement(State.DIFFERS, Because.UNITS)
    return _agrees() if order is Order.EQUAL else Judgement(State.DIFFERS, Because.VALUE)


def _spans(there: Span, here: Span) -> Judgement:
    figures = [each for each in (there.low, there.high, here.low, here.high) if each is not None]
    if any(each.unit is None for each in figures):
        return Judgement(State.UNKNOWN, Because.NO_UNIT)
    if any(compare(figures[0], each) is None for each in figures):
        return Judgement(State.DIFFERS, Because.UNITS)
    below, above = _reaches(there.low, here.low, Order.BELOW), _reaches(there.high, here.high, Order.ABOVE)
    if below == above == 0:
        return _agrees()
    if min(below, above) >= 0:
        return Judgement(State.WIDER, Because.RANGE)
    return (
        Judgement(State.NARROWER, Because.RANGE) if max(below, above) <= 0 else Judgement(State.DIFFERS, Because.VALUE)
    )


def _reaches(there: Quantity | None, here: Quantity | None, outward: Order) -> int:
    """1 where the receiving end lies further out, -1 where further in, 0 where they are equal; an open end is furthest."""
    if there is None or here is None:
        return (here is None) - (there is None)
    order = compare(here, there)
    return 0 if order is Order.EQUAL else 1 if order is outward else -1


def _on_bases(found: Judgement, sending: Measured, receiving: Measured) -> Judgement:
    """Figures of bases that nobody bridged do not compare, whichever is larger."""
    one, other = sending.basis, receiving.basis
    if one is None and other is None and found.state is State.SAME and not _plain(receiving.value):
        return Judgement(State.UNKNOWN, Because.NEITHER_BASIS)
    if one == other or found.because in (Because.NO_UNIT, Because.UNITS, Because.KIND):
        return found
    if one is None or other is None:
        return found if found.state is State.DIFFERS else Judgement(State.UNKNOWN, Because.NO_BASIS)
    if other in sending.bridged or one in receiving.bridged:
        return found
    return Judgement(State.DIFFERS, Because.BASIS)


def _plain(value: Quantity | Span | str | None) -> bool:
    """Whether a value says by itself what is measured: words, and figures in units such as °C, h, mL or × g."""
    limits = (value.low, value.high) if isinstance(value, Span) else (value,)
    units = [UNITS.get(each.unit) if each.unit else None for each in limits if isinstance(each, Quantity)]
    return all(unit is not None and unit.quantity_kind in _PLAIN for unit in units)


def _agrees() -> Judgement:
    return Judgement(State.SAME, Because.AGREES)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


_PLAIN: Final = frozenset(
    {
        KG.timeKind,
        KG.temperatureKind,
        KG.lengthKind,
        KG.massKind,
        KG.volumeKind,
        KG.angleKind,
        KG.relativeForceKind,
        KG.rotationKind,
    }
)
"""Kinds of quantity for which everybody measures the same thing; counts, ratios, titres and rates depend on how."""
