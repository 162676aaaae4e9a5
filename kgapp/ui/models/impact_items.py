"""The items of an impact report as rows, grouped as a reviewer works through them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kgapp.domain.grades import Grade
from kgapp.domain.impact import Barrier, Effect, ImpactReport, Item
from kgapp.ui.kinds import kind_of
from kgapp.ui.models.sections import Cell, Group, Row
from kgapp.ui.texts import count_of
from kgapp.ui.tones import Tone
from kgapp.ui.words import mark, said, tr

COLUMNS: Final = (mark("Affected"), mark("Reach"), mark("Evidence"), mark("Hops"), mark("Why"))


@dataclass(frozen=True, slots=True)
class Filter:
    """One of the tabs above the list: its marked words and what it shows."""

    name: str
    keeps: Callable[[Item], bool]


FILTERS: Final = (
    Filter(mark("Work list"), lambda _: True),
    Filter(mark("Affected"), lambda item: item.effect is Effect.AFFECTED),
    Filter(mark("Touched"), lambda item: item.effect is Effect.TOUCHED),
    Filter(mark("Loses support"), lambda item: item.effect is Effect.LOSES_SUPPORT),
    Filter(mark("Decided by unknowns"), lambda item: item.undetermined),
    Filter(mark("Held"), lambda item: item.held is not None and item.held != item.high),
)


def tone_of(item: Item) -> Tone:
    """The tone of an item's reach."""
    if item.high is None:
        return Tone.PLAIN
    if item.undetermined:
        return Tone.UNKNOWN
    return tone_of_grade(item.high)


def tone_of_grade(grade: Grade) -> Tone:
    """The tone of a grade."""
    return {Grade.HIGH: Tone.HIGH, Grade.MEDIUM: Tone.MEDIUM, Grade.LOW: Tone.LOW}.get(grade, Tone.PLAIN)


def short_evidence(item: Item) -> str:
    """What the weakest link of the witness rests on, in as few words as possible."""
    return re.sub("([A-Z])", r" \1", item.evidence.word).lower()


def groups(report: ImpactReport, keeps: Callable[[Item], bool], words: str = "") -> tuple[Group, ...]:
    """The items that a filter keeps and that hold all words, by effect and class, in the order of the report."""
    wanted = words.casefold().split()
    found: dict[str, list[Row]] = {}
    for item in report.items:
        if keeps(item) and all(word in f"{item.label} {item.class_label}".casefold() for word in wanted):
            found.setdefault(item_title(item), []).append(_row(item))
    return tuple(Group(f"{title}  {len(rows)}", tuple(rows)) for title, rows in found.items())


def not_assessed(report: ImpactReport) -> tuple[Group, ...]:
    """Attributes for which nobody has assessed the effect of what moves: unknown, never "no impact"."""
    return tuple(
        Group(
            tr("{factor}: effect not assessed on {attributes}").format(
                factor=missing.factor.label,
                attributes=count_of(len(missing.attributes), tr("attribute"), tr("attributes")),
            ),
            tuple(
                Row(
                    (
                        Cell(attribute.label, icon="attribute", iri=attribute.iri),
                        Cell(tr("unknown"), tone=Tone.UNKNOWN),
                        Cell(tr("none"), ink="second"),
                        Cell(""),
                        Cell(tr("Nobody has recorded whether it is affected: unknown, not “no impact”."), ink="second"),
                    ),
                )
                for attribute in missing.attributes
            ),
        )
        for missing in report.not_covered
    )


def barriers(report: ImpactReport) -> tuple[Group, ...]:
    """Everything that could hold the change, with what makes it void."""
    rows = tuple(_barrier(one) for one in report.barriers)
    return (Group(tr("What could hold this change"), rows),)


def _barrier(one: Barrier) -> Row:
    void = " ".join(one.void)
    return Row(
        (
            Cell(one.label, icon="parameter", iri=one.iri),
            Cell(tr("void") if void else tr("holds"), tone=Tone.PLAIN if void else Tone.LOW),
            Cell(one.evidence.phrase, ink="second"),
            Cell(""),
            Cell(void or one.sentence, ink="second"),
        ),
    )


def item_title(item: Item) -> str:
    """The heading of the group that an item stands under."""
    if item.effect is Effect.AFFECTED:
        return tr("Affected: quality attributes") if _is_attribute(item) else tr("Affected: process and results")
    plural = _PLURALS.get(item.class_label)
    what = said(plural) if plural else item.class_label or tr("other things")
    return f"{said(_EFFECTS[item.effect])}: {what}"


def _is_attribute(item: Item) -> bool:
    return bool(item.class_iri) and kind_of((item.class_iri,) if item.class_iri else ()) == "attribute"


def _row(item: Item) -> Row:
    kind = kind_of((item.class_iri,) if item.class_iri else ())
    opposing = " " + tr("Other paths point the other way.") if item.opposing else ""
    return Row(
        (
            Cell(item.label, icon=kind, iri=item.iri),
            Cell(item.reach, tone=tone_of(item)),
            Cell(short_evidence(item), ink="second"),
            Cell(str(item.hops), ink="second"),
            Cell(_STRENGTHS.sub("", item.why) + opposing),
        ),
        item,
    )


_STRENGTHS: Final = re.compile(r" \(strength [^()]*\)")
"""What the columns beside a sentence say already."""

_EFFECTS: Final = {
    Effect.AFFECTED: mark("Affected"),
    Effect.TOUCHED: mark("Touched"),
    Effect.LOSES_SUPPORT: mark("Loses support"),
}

_PLURALS: Final = {
    "acceptable range": mark("ranges"),
    "analytical method": mark("methods"),
    "batch record step": mark("batch record steps"),
    "change": mark("other changes"),
    "comparability study": mark("comparability studies"),
    "control": mark("controls"),
    "document": mark("documents"),
    "established condition": mark("established conditions"),
    "gap": mark("gaps"),
    "in process control": mark("in-process controls"),
    "knowledge transfer": mark("trainings"),
    "material": mark("materials"),
    "provision": mark("provisions"),
    "published know-how": mark("published know-how"),
    "registration detail": mark("registration details"),
    "risk item": mark("risks"),
    "sampling point": mark("sampling points"),
    "site setting": mark("settings at sites"),
    "specification": mark("specifications"),
    "supply offering": mark("supply"),
    "tacit assertion": mark("know-how of experts"),
}
