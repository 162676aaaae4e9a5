"""What can be chosen on the process map, and what is said of it: the same for the drawn map and for its tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from kgapp.domain.findings import Finding, worst_first
from kgapp.domain.terms import Iri
from kgapp.services.browsing import Named
from kgapp.services.process_board import Card, FactorRow, Lane, Resource, Standing
from kgapp.ui.texts import count_of, line
from kgapp.ui.words import tr

FindingsOf = Callable[[Iri], tuple[Finding, ...]]


class Part(Enum):
    """What a place on the map stands for."""

    COLUMN = "step"
    LANE = "site"
    STEP = "step at a site"
    FACTOR = "factor"
    EQUIPMENT = "equipment"
    MATERIAL = "material"
    MARK = "badge"
    REACHED = "thing that a change reaches"


class MarkKind(Enum):
    """The badges, by the icon that each is drawn with."""

    FACTORS = "parameter"
    DIFFERENCES = "differs"
    FINDINGS = "finding"
    KNOW_HOW = "know-how"
    RISKS = "risk"
    GAPS = "gap"
    CONTROLS = "control"
    EQUIPMENT = "equipment"
    MATERIALS = "material"


@dataclass(frozen=True, slots=True)
class Key:
    """What is chosen. ``thing`` is what opens; ``mark`` tells the badges of one step apart.

    ``step`` is where a factor, a machine, a material or a badge stands: one machine may stand in several steps.
    """

    part: Part
    thing: Iri
    site: Iri | None = None
    mark: MarkKind | None = None
    step: Iri | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list behind a badge."""

    thing: Iri
    words: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A badge: how much of something there is, and what."""

    kind: MarkKind
    entries: tuple[Entry, ...]
    unlisted: int = 0
    """How many there are that are not on the map; then the last entry says so."""

    @property
    def count(self) -> int:
        """The number beside the icon."""
        return len(self.entries) + self.unlisted - bool(self.unlisted)

    @property
    def words(self) -> str:
        """The badge in words."""
        return counted(self.kind, self.count)


def counted(kind: MarkKind, count: int) -> str:
    """A number of something: ``3 findings``."""
    one, many = {
        MarkKind.FACTORS: (tr("factor"), tr("factors")),
        MarkKind.DIFFERENCES: (tr("difference"), tr("differences")),
        MarkKind.FINDINGS: (tr("finding"), tr("findings")),
        MarkKind.KNOW_HOW: (tr("piece of know-how"), tr("pieces of know-how")),
        MarkKind.RISKS: (tr("risk"), tr("risks")),
        MarkKind.GAPS: (tr("gap"), tr("gaps")),
        MarkKind.CONTROLS: (tr("control"), tr("controls")),
        MarkKind.EQUIPMENT: (tr("machine"), tr("machines")),
        MarkKind.MATERIALS: (tr("material"), tr("materials")),
    }[kind]
    return count_of(count, one, many)


def marks(card: Card, findings_of: FindingsOf) -> tuple[Mark, ...]:
    """The badges of a card that have something to say, findings first."""
    found = [
        Mark(MarkKind.FINDINGS, _findings(card.own, findings_of)),
        Mark(MarkKind.KNOW_HOW, _entries(card.know_how)),
        Mark(MarkKind.RISKS, _entries(card.risks)),
        Mark(MarkKind.GAPS, _entries(card.gaps)),
        Mark(MarkKind.CONTROLS, _controls(card.rows)),
    ]
    return tuple(mark for mark in found if mark.entries)


def summary(card: Card, findings_of: FindingsOf, total: int) -> tuple[Mark, ...]:
    """All badges of the overview: how many factors the step has in all and how many differences, then those of the card."""
    factors = _all_factors(card, total)
    differing = Mark(MarkKind.DIFFERENCES, differences(card))
    first = tuple(mark for mark in (factors, differing) if mark.entries)
    return first + tuple(mark for mark in marks(card, findings_of) if mark.kind is not MarkKind.CONTROLS)


def _all_factors(card: Card, total: int) -> Mark:
    listed, unlisted = factor_entries(card.rows), max(0, total - len(card.rows))
    if not unlisted:
        return Mark(MarkKind.FACTORS, listed)
    why = tr("{count} more are not on the map: no setting at any site, or left out by “Only what differs”")
    return Mark(MarkKind.FACTORS, (*listed, Entry(card.step.iri, why.format(count=unlisted))), unlisted)


def factor_entries(rows: Iterable[FactorRow]) -> tuple[Entry, ...]:
    """Factors with their values."""
    return tuple(Entry(row.factor.iri, f"{line(row.factor.label)}: {value_of(row)}") for row in rows)


def resource_entries(resources: Iterable[Resource]) -> tuple[Entry, ...]:
    """Equipment or materials with what is known of them."""
    return tuple(Entry(one.thing.iri, " · ".join((line(one.label), *details(one)))) for one in resources)


def control_mark(row: FactorRow) -> Mark:
    """The controls of one factor."""
    return Mark(MarkKind.CONTROLS, _entries(row.controls))


def differences(card: Card) -> tuple[Entry, ...]:
    """What differs from the reference lane, each with why."""
    rows = [Entry(row.factor.iri, f"{line(row.factor.label)}: {_both(row)}") for row in card.rows if row.differs]
    others = [one for one in (*card.equipment, *card.materials) if one.differs]
    return (*rows, *(Entry(one.thing.iri, f"{line(one.label)}: {line(one.differs)}") for one in others))


def value_of(row: FactorRow) -> str:
    """What a factor is set to, or why it is not."""
    words = {
        Standing.NOT_APPLICABLE: tr("not applicable by design"),
        Standing.MISSING: tr("not recorded"),
    }
    return words.get(row.standing) or line(row.value) or tr("not recorded")


def brief_of(row: FactorRow) -> str:
    """The same for a small place: without the range, and with fewer words."""
    if row.standing is Standing.NOT_APPLICABLE:
        return tr("not here")
    if row.standing is Standing.SET and row.figure:
        return " ".join(part for part in (line(row.figure), line(row.unit)) if part)
    return value_of(row)


def details(one: Resource) -> tuple[str, ...]:
    """What is known of a machine or a material at a site."""
    suppliers = tr("from {suppliers}").format(suppliers=", ".join(map(line, one.suppliers))) if one.suppliers else ""
    return tuple(part for part in (line(one.grade), suppliers, line(one.status)) if part)


def factor_words(row: FactorRow, where: str) -> str:
    """A factor at a site, for a screen reader and a tool tip: value, basis and difference."""
    parts = (
        f"{line(row.factor.label)} {tr('at')} {where}: {value_of(row)}",
        line(row.criticality),
        tr("Basis: {basis}").format(basis=line(row.basis)) if row.basis else "",
        line(row.differs, 400),
        ", ".join(line(each.label) for each in row.controls),
    )
    return sentence(parts)


def resource_words(one: Resource, where: str) -> str:
    """A machine or a material at a site, in words."""
    return sentence((f"{line(one.label)} {tr('at')} {where}", *details(one), line(one.differs, 400)))


def mark_words(mark: Mark, what: str, where: str) -> str:
    """A badge in words: what there is of it, and the first few."""
    few = "; ".join(entry.words for entry in mark.entries[:_FEW])
    more = tr(" and {count} more").format(count=mark.count - _FEW) if mark.count > _FEW else ""
    return f"{line(what)} {tr('at')} {where}: {mark.words}. {few}{more}."


def lane_words(lane: Lane) -> str:
    """A site in words."""
    planned = tr("planned: nothing is set here yet") if lane.planned else ""
    return sentence((line(lane.name), line(lane.region), planned, tr("invented") if lane.invented else ""))


def sentence(parts: Iterable[str]) -> str:
    """Parts with full stops between them; empty ones are left out."""
    return ". ".join(part.rstrip(".") for part in parts if part)


def _both(row: FactorRow) -> str:
    return f"{value_of(row)} · {line(row.differs)}"


def _entries(things: Iterable[Named]) -> tuple[Entry, ...]:
    return tuple(Entry(thing.iri, line(thing.label)) for thing in things)


def _findings(things: Iterable[Iri], findings_of: FindingsOf) -> tuple[Entry, ...]:
    found = sorted((each for thing in things for each in findings_of(thing)), key=worst_first)
    return tuple(Entry(Iri(each.focus), f"{each.severity.value}: {line(each.message, 300)}") for each in found)


def _controls(rows: Iterable[FactorRow]) -> tuple[Entry, ...]:
    named = dict.fromkeys(one for row in rows for one in row.controls)
    return _entries(named)


_FEW: Final = 5
