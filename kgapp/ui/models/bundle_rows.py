"""What a bundle says that is not so here as rows: the thing, what would change, what its sender says and what is decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kgapp.domain.terms import Iri
from kgapp.services.bundles.differences import Choice, What
from kgapp.services.bundles.looking import Arrival, Arrived, Conflict
from kgapp.services.transfer.cells import Kind
from kgapp.ui.models.sheet import SheetCell, SheetColumn, SheetRow
from kgapp.ui.texts import line
from kgapp.ui.tones import Tone
from kgapp.ui.words import mark, said, tr

ACCEPT: Final = mark("Accept")
DRAFT: Final = mark("Accept as draft")
REFUSE: Final = mark("Refuse")
LATER: Final = mark("Later")
DECIDE: Final = mark("Decide…")
SIDES: Final = {Choice.THEIRS: mark("Theirs"), Choice.MINE: mark("Mine"), Choice.BOTH: mark("Both")}
_WHAT: Final = {
    What.NEW: (mark("+ new"), Tone.LOW),
    What.CHANGED: (mark("± changed"), Tone.MEDIUM),
    What.REMOVED: (mark("− removed"), Tone.UNKNOWN),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What the user says about a thing: accepted, refused or later, whose values where both changed some, and why."""

    accepted: bool | None = None
    side: Choice | None = None
    why: str = ""


def rows(arrival: Arrival, told: Mapping[Iri, Said], *, open_to: bool) -> tuple[SheetRow, ...]:
    """The things under the process steps that they are about; without headings where they are about none."""
    found: list[SheetRow] = []
    groups = arrival.by_step
    for step, things in groups:
        if len(groups) > 1 or step:
            found.append(SheetRow.heading(line(step, 200) or tr("About no step"), len(heads())))
        found += (row(each, told.get(each.difference.entity, Said()), open_to=open_to) for each in things)
    return tuple(found)


def heads() -> tuple[SheetColumn, ...]:
    return (
        SheetColumn("what", tr("What"), 106),
        SheetColumn("entity", tr("Thing"), 0.22),
        SheetColumn("words", tr("In words"), 0.36),
        SheetColumn("comment", tr("Their comment"), 0.2),
        SheetColumn("you", tr("You"), 112),
        SheetColumn("why", tr("Your comment"), 0.2),
    )


def row(each: Arrived, told: Said, *, open_to: bool) -> SheetRow:
    conflicts = each.difference.conflicts
    words, tone = _WHAT[each.difference.what]
    badge = SheetCell(tr("⇄ conflict"), tone=Tone.HIGH) if conflicts else SheetCell(said(words), tone=tone)
    changeable = open_to and not each.blocked
    return SheetRow(
        each.difference.entity,
        (
            badge,
            SheetCell(line(each.name, 200), line(each.kind, 100), strong=True),
            _words(each),
            SheetCell(line(each.word.comment, 4_000)),
            _you(each, told, changeable=changeable),
            SheetCell(told.why, kind=Kind.TEXT if open_to else None),
        ),
        each,
        each.difference.entity,
    )


def _words(each: Arrived) -> SheetCell:
    if each.blocked:
        return SheetCell(line(each.sentences[0], 4_000), line(each.blocked, 300), share=True)
    if each.conflicts:
        mine = " · ".join(
            tr("{property}: you: {value}").format(property=one.property, value=_mine(one)) for one in each.conflicts
        )
        theirs = (
            tr("{property}: they: {value}").format(property=one.property, value=one.theirs or tr("nothing"))
            for one in each.conflicts
        )
        return SheetCell(line(mine, 4_000), line("; ".join((*theirs, *each.sentences)), 4_000), share=True)
    first, *more = each.sentences
    return SheetCell(line(first, 4_000), line("; ".join((*more, *each.notes)), 4_000), share=True)


def _mine(one: Conflict) -> str:
    value = one.here or tr("nothing")
    if one.since is None:
        return value
    words = tr("{value}, since revision {number} ({who_and_when})")
    return words.format(value=value, number=one.since.seq, who_and_when=one.since.who_and_when)


def _you(each: Arrived, told: Said, *, changeable: bool) -> SheetCell:
    conflicts = each.difference.conflicts
    if each.blocked:
        return SheetCell(tr("not possible"))
    if conflicts:
        both = [Choice.BOTH] if not any(one.single for one in conflicts) else []
        sides = [said(SIDES[side]) for side in (Choice.THEIRS, Choice.MINE, *both)]
        choices = (*sides, said(REFUSE), said(LATER))
        now = said(SIDES[told.side]) if told.side else said(DECIDE)
    else:
        take = said(DRAFT if each.draft else ACCEPT)
        choices = (take, said(REFUSE), said(LATER))
        now = take if told.accepted else said(LATER)
    if told.accepted is False:
        now = said(REFUSE)
    return SheetCell(now, kind=Kind.WORD if changeable else None, choices=choices, strong=True)
