"""The rules of impact as rows of a table, by group; and which of them a filter leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from kgapp.domain.findings import Finding
from kgapp.domain.names import local_name
from kgapp.domain.rules import BarrierKind, Group, LinkNode, Rule
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES, OWL, PROPERTIES
from kgapp.services.rules_editing import Entry, Origin
from kgapp.ui.models import sections
from kgapp.ui.models.sections import Cell, Row
from kgapp.ui.texts import number
from kgapp.ui.tones import Tone
from kgapp.ui.words import mark, said, tr

COLUMNS: Final = (
    mark("Rule"),
    mark("From → to"),
    mark("Path or link"),
    mark("Takes → hands on"),
    mark("Links"),
    mark("State"),
)
_GROUPS: Final = {
    Group.CAUSAL: mark("Cause: what is affected"),
    Group.OBLIGATION: mark("Obligation: what must be looked at"),
    Group.SUPPORT: mark("Support: what loses somebody or something"),
}
_ORIGINS: Final = {
    Origin.SHIPPED: mark("shipped"),
    Origin.CHANGED: mark("changed here"),
    Origin.OWN: mark("own"),
}


class Shown(Enum):
    """Which rules are shown."""

    ALL = "all"
    OF_PROJECT = "of the project"
    UNMATCHED = "unmatched"
    ODD = "odd"


SHOWN: Final = {
    Shown.ALL: mark("All"),
    Shown.OF_PROJECT: mark("Own, changed or switched off"),
    Shown.UNMATCHED: mark("Match nothing here"),
    Shown.ODD: mark("With a finding"),
}


@dataclass(frozen=True, slots=True)
class Rules:
    """What the table shows: the rows, how many links each matches (``None``: it takes too long to count), and what is odd about them."""

    entries: tuple[Entry, ...]
    counts: Mapping[Iri, int | None]
    findings: tuple[Finding, ...] = ()

    def odd(self, iri: Iri) -> tuple[str, ...]:
        """What is odd about a rule."""
        return tuple(finding.message for finding in self.findings if finding.focus == iri)

    def chosen(self, words: str, shown: Shown) -> tuple[Entry, ...]:
        """The rules that a filter leaves: all words occur, in any order."""
        wanted = words.casefold().split()
        odd = {finding.focus for finding in self.findings}
        tests: dict[Shown, Callable[[Entry], bool]] = {
            Shown.ALL: lambda _: True,
            Shown.OF_PROJECT: lambda each: each.off is not None or each.origin is not Origin.SHIPPED,
            Shown.UNMATCHED: lambda each: self.counts.get(each.iri) == 0,
            Shown.ODD: lambda each: each.iri in odd,
        }
        test = tests[shown]
        return tuple(each for each in self.entries if test(each) and all(word in _searched(each) for word in wanted))

    def groups(self, entries: Iterable[Entry]) -> tuple[sections.Group, ...]:
        """Some of the rows under their headings."""
        placed: dict[str, list[Row]] = {}
        for each in entries:
            placed.setdefault(_group(each), []).append(self._row(each))
        return tuple(
            sections.Group(f"{title} ({number(len(rows))})", tuple(rows), title) for title, rows in placed.items()
        )

    def _row(self, entry: Entry) -> Row:
        row = entry.row
        count = self.counts.get(entry.iri)
        waiting = tr("not counted") if entry.iri in self.counts else tr("counting…")
        counted = waiting if count is None else number(count)
        links = counted if isinstance(row, Rule) and entry.off is None else ""
        return Row(
            (
                Cell(entry.label, icon="change" if isinstance(row, Rule) else "control"),
                Cell(_ends(row), ink="second"),
                Cell(way(row), ink="second"),
                Cell(_kinds(row), ink="second"),
                Cell(links, ink="third" if count == 0 else "second"),
                _state(entry, odd=bool(self.odd(entry.iri))),
            ),
            entry.iri,
        )


def class_word(iri: Iri) -> str:
    """What a class is called; every class of things is “anything”."""
    if iri == OWL.Thing:
        return tr("anything")
    term = CLASSES.get(iri)
    return term.label if term else local_name(iri)


def property_word(iri: Iri) -> str:
    """What a property is called."""
    term = PROPERTIES.get(iri)
    return term.label if term else local_name(iri)


def way(row: Rule | BarrierKind | None) -> str:
    """How a rule leads from one thing to the other; an arrow back is a property that is followed from value to thing."""
    if not isinstance(row, Rule):
        return class_word(row.node_class) if row else ""
    if isinstance(row.way, LinkNode):
        ends = (property_word(row.way.entry), class_word(row.way.node_class), property_word(row.way.exit))
        return "← {} · {} · {} →".format(*ends)
    return " ".join(f"{'←' if hop.inverse else '→'} {property_word(hop.predicate)}" for hop in row.way)


def _ends(row: Rule | BarrierKind | None) -> str:
    return f"{class_word(row.from_class)} → {class_word(row.to_class)}" if isinstance(row, Rule) else ""


def _kinds(row: Rule | BarrierKind | None) -> str:
    if not isinstance(row, Rule):
        return row.holds.value if row else ""
    return f"{', '.join(sorted(kind.value for kind in row.accepts))} → {row.passes.value}"


def _group(entry: Entry) -> str:
    if entry.row is None:
        return tr("Cannot be used: no impact can be asked for until these are corrected or switched off")
    return said(_GROUPS[entry.row.group]) if isinstance(entry.row, Rule) else tr("What can hold a change or detect it")


def _state(entry: Entry, *, odd: bool) -> Cell:
    if entry.off is not None:
        return Cell(tr("off"), tone=Tone.MEDIUM)
    if entry.row is None:
        return Cell(tr("cannot be used"), tone=Tone.HIGH)
    if odd:
        return Cell(tr("leads nowhere"), tone=Tone.MEDIUM)
    return Cell(said(_ORIGINS[entry.origin]), tone=None if entry.origin is Origin.SHIPPED else Tone.LOW, ink="third")


def _searched(entry: Entry) -> str:
    row = entry.row
    words = (entry.label, entry.iri, row.sentence if row else "", _ends(row), way(row), _kinds(row), _group(entry))
    return " ".join(words).casefold()
