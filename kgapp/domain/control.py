"""The control strategy as values: what keeps a quality attribute within its limits, on what evidence, and how it went.

An attribute is controlled by elements at steps and sites (ICH Q10, glossary: "control strategy"). Nothing here says that
control suffices: what nobody recorded is named, never counted as controlled.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.impact import Named
from kgapp.domain.quantity import Position

FORMAT: Final = "kgapp-control/1"


class ElementKind(StrEnum):
    """What kind of element controls, in the order in which it is told."""

    RANGE = "range of a factor"
    AUTOMATIC = "control"
    IN_PROCESS = "in-process control"
    IDENTITY = "identity checkpoint"
    TEST = "test"
    OTHER = "control strategy element"


class Force(StrEnum):
    """Whether an element is in force at its site."""

    IN_FORCE = "in force"
    NOT_IN_FORCE = "not in force"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Support:
    """What an element rests on: a document, a study, an influence or a person, with the level of evidence."""

    thing: Named
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Element:
    """One element of the control strategy of an attribute.

    ``through`` is the factor by which it bears on the attribute, ``None`` where it is about the attribute itself;
    ``strength`` is that of the factor's influence, ``None`` where nobody recorded it. ``limit`` is what it holds or asks for,
    in words with unit. ``status`` is as recorded; ``why`` says what speaks against its being in force.
    """

    kind: ElementKind
    thing: Named
    site: Named | None
    step: Named | None
    through: Named | None
    strength: Grade | None
    limit: str
    status: str
    force: Force
    why: tuple[str, ...]
    support: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class Uncontrolled:
    """A factor that affects the attribute, or may, and for which no element is in force at the site."""

    factor: Named
    site: Named
    step: Named | None
    strength: Grade | None
    sentence: str


@dataclass(frozen=True, slots=True)
class BatchOutcome:
    """A result of a batch against one specification. ``why`` says why the two do not compare."""

    batch: Named
    site: Named | None
    day: str
    value: str
    specification: Named
    limit: str
    position: Position
    why: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A deviation about the attribute, one of its factors or elements. ``about`` is what it names of them."""

    deviation: Named
    site: Named | None
    day: str
    status: str
    about: tuple[Named, ...]
    batches: tuple[Named, ...]
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class AttributeControl:
    """The control strategy of one attribute. ``unjudged`` batches have a result and no specification to hold it against."""

    attribute: Named
    severity: Grade | None
    role: str
    elements: tuple[Element, ...]
    uncontrolled: tuple[Uncontrolled, ...]
    outcomes: tuple[BatchOutcome, ...]
    unjudged: int
    events: tuple[Event, ...]

    def count(self, force: Force) -> int:
        """How many elements stand so."""
        return sum(element.force is force for element in self.elements)

    def standing(self, position: Position) -> int:
        """How many results stand so to a specification."""
        return sum(outcome.position is position for outcome in self.outcomes)


@dataclass(frozen=True, slots=True)
class ControlStrategy:
    """All attributes of a project, the most severe first, as of one revision; ``site`` narrows it to one."""

    site: Named | None
    attributes: tuple[AttributeControl, ...]
    revision: int
    revision_hash: str
    made_at: datetime | None
