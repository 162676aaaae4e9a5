"""How an item of an impact is told in few words: its tone, its evidence, and what it is."""

from __future__ import annotations

import re
from typing import Final

from kgapp.domain.grades import Grade
from kgapp.domain.impact import Effect, Item
from kgapp.ui.kinds import kind_of
from kgapp.ui.tones import Tone
from kgapp.ui.words import mark, said, tr


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


def item_title(item: Item) -> str:
    """The heading of the group that an item stands under."""
    if item.effect is Effect.AFFECTED:
        return tr("Affected: quality attributes") if _is_attribute(item) else tr("Affected: process and results")
    plural = _PLURALS.get(item.class_label)
    what = said(plural) if plural else item.class_label or tr("other things")
    return f"{said(_EFFECTS[item.effect])}: {what}"


def _is_attribute(item: Item) -> bool:
    return bool(item.class_iri) and kind_of((item.class_iri,) if item.class_iri else ()) == "attribute"


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
