"""The process map as values: steps, lanes, cards, and what stands on them. ``process_map`` makes them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kgapp.domain.names import unmarked
from kgapp.domain.quantity import Quantity
from kgapp.domain.terms import Iri
from kgapp.services.browsing import Named


class Standing(Enum):
    """How a factor stands at a site."""

    SET = "set"
    MISSING = "missing"
    NOT_APPLICABLE = "not applicable by design"


def plain_name(label: str) -> str:
    """``Kobe, planned (invented)`` as ``Kobe``."""
    return unmarked(label).removesuffix(", planned")


@dataclass(frozen=True, slots=True)
class Step:
    """A unit operation, with its factors, set somewhere or not, and how much know-how concerns it or them."""

    step: Named
    own: frozenset[Iri]
    know_how: int

    @property
    def factors(self) -> int:
        """How many factors it has."""
        return len(self.own)


@dataclass(frozen=True, slots=True)
class Lane:
    """A site process. ``planned`` says that nothing is set there yet."""

    process: Named
    site: Named
    region: str
    planned: bool
    invented: bool = False

    @property
    def name(self) -> str:
        """What the site is called, without saying that it is invented or planned, which is told beside it."""
        return plain_name(self.site.label)


@dataclass(frozen=True, slots=True)
class FactorRow:
    """A factor at a site: ``value`` is setpoint, normal operating range and unit as one text.

    ``differs`` says how it differs from the reference lane, or is empty. ``bridged`` are the bases that a study relates to
    its own. ``own`` are the records behind it: the setting and the ranges that hold there. ``exact`` are setpoint and limits
    to compare by value; empty where that cannot be done.
    """

    factor: Named
    criticality: str
    value: str
    standing: Standing
    basis: str
    differs: str = ""
    figure: str = ""
    normal: str = ""
    unit: str = ""
    basis_iri: Iri | None = None
    bridged: frozenset[Iri] = frozenset()
    controls: tuple[Named, ...] = ()
    own: tuple[Iri, ...] = ()
    exact: tuple[Quantity | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Resource:
    """Equipment or a material in a step at a site. ``of`` is the model or the material, which lanes are compared by.

    ``absent`` marks what only the reference lane has.
    """

    thing: Named
    of: Iri
    grade: str = ""
    suppliers: tuple[str, ...] = ()
    status: str = ""
    differs: str = ""
    absent: bool = False

    @property
    def label(self) -> str:
        """What it is called."""
        return self.thing.label


@dataclass(frozen=True, slots=True)
class Card:
    """One step at one site. ``own`` are all records behind it, which findings can be about."""

    step: Named
    site: Named
    rows: tuple[FactorRow, ...]
    equipment: tuple[Resource, ...]
    materials: tuple[Resource, ...] = ()
    know_how: tuple[Named, ...] = ()
    risks: tuple[Named, ...] = ()
    gaps: tuple[Named, ...] = ()
    own: tuple[Iri, ...] = ()

    @property
    def differing(self) -> int:
        """How many factors, materials and machines differ from the reference lane."""
        resources = (*self.equipment, *self.materials)
        return sum(bool(row.differs) for row in self.rows) + sum(bool(each.differs) for each in resources)


@dataclass(frozen=True, slots=True)
class ProcessMap:
    """All of it; ``cards`` by lane, in the order of the steps. ``process`` is ``None`` in a project without one.

    ``reference`` is the site that the other lanes are compared with. ``processes`` names the general processes there are.
    """

    process: Named | None
    steps: tuple[Step, ...]
    lanes: tuple[Lane, ...]
    cards: tuple[tuple[Card, ...], ...]
    reference: Iri | None = None
    processes: tuple[Named, ...] = ()

    @property
    def factors(self) -> int:
        """How many factors the process has; one that stands in two steps is one."""
        return len(frozenset[Iri]().union(*(step.own for step in self.steps)))

    @property
    def shown(self) -> int:
        """How many factors have a setting at some site, and so a row."""
        return len({row.factor.iri for lane in self.cards for card in lane for row in card.rows})
