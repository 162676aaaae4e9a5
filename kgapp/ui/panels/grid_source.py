"""Where the rows of a grid come from, and its unsaved cells as text for the case of a crash."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from kgapp.domain.terms import Iri
from kgapp.services import browsing, grid_rows
from kgapp.services.grid import CellEdit
from kgapp.services.grid_rows import Choice, Plan
from kgapp.services.ports import RecordReader
from kgapp.ui.models.cell_edits import Entered
from kgapp.ui.texts import number
from kgapp.ui.words import tr


@dataclass(frozen=True, slots=True)
class Source:
    """Which things are the rows: ``class`` of one, ``of`` what is linked with one, or these ``things``."""

    word: str
    things: tuple[Iri, ...]

    def place(self) -> str:
        """The place of this grid in the window."""
        return " ".join(("grid", self.word, *self.things)).strip()


def source_of(rest: str) -> Source:
    """The source that a place names, after its first word."""
    word, *things = rest.split() or ("class",)
    return Source(word, tuple(Iri(each) for each in things))


@dataclass(frozen=True, slots=True)
class Opened:
    """A grid as it is opened: what it is called, which rows there could be, and those that were chosen."""

    title: str
    choices: tuple[Choice, ...]
    chosen: Iri | None
    plan: Plan


def opened(reader: RecordReader, source: Source, chosen: Iri | None) -> Opened:
    """Look up the rows of a source; ``chosen`` is the class that the user picked there."""
    if source.word == "things":
        plan = grid_rows.plan(reader, source.things)
        return Opened(tr("{count} things").format(count=number(len(source.things))), (), None, plan)
    if source.word == "of":
        thing, *kinds = source.things
        choices = grid_rows.linked(reader, thing)
        kind = chosen or next(iter(kinds), None) or next((each.kind for each in choices), None)
        name = browsing.labels(reader, (thing,))[thing]
        return Opened(name, choices, kind, grid_rows.of_thing(reader, thing, kind) if kind else Plan((), ()))
    choices = grid_rows.classes(reader)
    kind = chosen or next(iter(source.things), None) or next((each.kind for each in choices), None)
    name = browsing.labels(reader, (kind,))[kind] if kind else tr("no things")
    return Opened(name, choices, kind, grid_rows.of_class(reader, kind) if kind else Plan((), ()))


def draft_of(edits: Iterable[CellEdit]) -> str:
    """Unsaved cells as text; ``cells_of`` reads it."""
    return json.dumps([[each.thing, each.predicate, each.seen, each.text] for each in edits])


def cells_of(content: str) -> dict[tuple[Iri, Iri], Entered]:
    """The edits of a draft; what is not understood is left out."""
    try:
        read = json.loads(content)
    except ValueError:
        return {}
    rows = read if isinstance(read, list) else []
    return {
        (Iri(row[0]), Iri(row[1])): Entered(row[2], row[3])
        for row in rows
        if isinstance(row, list) and len(row) == 4 and all(isinstance(text, str) for text in row)
    }
