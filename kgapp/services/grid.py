"""Many cells of a grid changed at once: each is typed by itself, all that fit become one change, and nothing is guessed.

A cell that does not fit is refused with the reason; it does not keep the others from being saved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kgapp.domain import shapes
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import Ambiguous, BadInput, UserError
from kgapp.domain.history import Note, Revision
from kgapp.domain.names import LABELS, fold
from kgapp.domain.quantity import decimal, symbol
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.shapes import PropertyShape
from kgapp.domain.terms import RDF_LANG_STRING, Iri, Literal, Quad, Term, language_literal, shorten
from kgapp.domain.vocabulary import KG, UNITS, XSD
from kgapp.services import browsing, editing, grid_rows
from kgapp.services.exchange import main_graph
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.statements import Statements
from kgapp.services.workspace import Workspace

_WITH_UNIT: Final = re.compile(r"(?P<figure>[+-]?[\d.]+)\s*(?P<unit>[^\d\s.].*)\Z", re.DOTALL)
_EXPONENT: Final = re.compile(r"[+-]?[\d.]+[eE][+-]?\d+\Z")
_BOOLEANS: Final = {"TRUE": "true", "FALSE": "false"}
_NAMED: Final = 3
_LANGUAGE: Final = "en"


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A cell to change: what it showed when it was edited, and what it is to hold; empty text clears it."""

    thing: Iri
    predicate: Iri
    seen: str
    text: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell that cannot be as it was edited, and why, in one sentence or two."""

    edit: CellEdit
    why: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What some edits come to: the cells that fit as one change, and the others. ``cells`` are those that fit and alter something."""

    change: ChangeSet
    cells: tuple[CellEdit, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved; ``revision`` is ``None`` when nothing was left to change."""

    revision: Revision | None
    outcome: Outcome


def outcome(
    reader: RecordReader,
    edits: Iterable[CellEdit],
    coming: Mapping[Iri, tuple[Iri, ...]] | None = None,
    called: Mapping[str, tuple[Iri, ...]] | None = None,
) -> Outcome:
    """Type every cell by the shape of its property, and put what fits together into one change.

    ``coming`` are the classes of things that are not there yet, ``called`` those of them that have a (folded) name.
    """
    known = tuple(edits)
    looked = _Look(reader, known, coming or {}, called or {})
    removed: set[Quad] = set()
    added: set[Quad] = set()
    fitting: list[CellEdit] = []
    refused: list[Refusal] = []
    for edit in known:
        try:
            gone, new = looked.replacement(edit)
        except UserError as error:
            refused.append(Refusal(edit, _why(error)))
            continue
        removed |= gone
        added |= new
        if gone or new:
            fitting.append(edit)
    summary = _summary(reader, fitting)
    return Outcome(ChangeSet(summary, frozenset(removed), frozenset(added)), tuple(fitting), tuple(refused))


def save(workspace: Workspace, edits: Iterable[CellEdit], why: str) -> Saved:
    """Commit the cells that fit as one revision."""
    found = outcome(workspace.reader, edits)
    revision = workspace.commit(found.change, Note(workspace.author, why)) if found.change else None
    return Saved(revision, found)


def with_points(edits: Iterable[CellEdit]) -> tuple[CellEdit, ...]:
    """The edits whose text is a figure with one decimal comma, with a point in its place: done only when a person says so."""
    return tuple(
        replace(edit, text=edit.text.strip().replace(",", "."))
        for edit in edits
        if re.fullmatch(r"\s*[+-]?\d+,\d+\s*", edit.text)
    )


class _Look:
    """One look at the record for many edits: what is asked more than once is kept."""

    def __init__(
        self,
        reader: RecordReader,
        edits: Sequence[CellEdit],
        coming: Mapping[Iri, tuple[Iri, ...]],
        called: Mapping[str, tuple[Iri, ...]],
    ) -> None:
        self._reader = reader
        self._coming, self._called = coming, called
        self._known = Statements(reader)
        self._types = {**reader.types({edit.thing for edit in edits}), **coming}
        self._units = {edit.thing: edit.text.strip() for edit in edits if edit.predicate == KG.unit}
        self._main = main_graph(reader.meta().base)
        self._things: dict[tuple[Iri, str], Iri] = {}
        self._present: dict[Iri, dict[Iri, set[Quad]]] = {}

    def replacement(self, edit: CellEdit) -> tuple[frozenset[Quad], frozenset[Quad]]:
        """The quads that go and those that come. Raises ``UserError``."""
        shape = self._shape(edit)
        present = self._now(edit)
        self._check_seen(edit, present)
        wanted = self._values(edit, shape, present)
        kept = {quad.object for quad in present}
        gone = frozenset(quad for quad in present if quad.object not in wanted)
        return gone, frozenset(
            Quad(edit.thing, edit.predicate, term, graph)
            for term in wanted - kept
            for graph in _graphs(gone) or (min((quad.graph for quad in present), default=self._main),)
        )

    def _now(self, edit: CellEdit) -> frozenset[Quad]:
        """What a cell holds; everything of a thing is looked up at once."""
        if edit.thing not in self._present:
            found: dict[Iri, set[Quad]] = {}
            for quad in self._reader.quads(Pattern(subject=edit.thing)):
                found.setdefault(quad.predicate, set()).add(quad)
            self._present[edit.thing] = found
        return frozenset(self._present[edit.thing].get(edit.predicate, ()))

    def _shape(self, edit: CellEdit) -> PropertyShape:
        types = self._types.get(edit.thing, ())
        shape = next((each for each in shapes.properties_of(types, SHAPES) if each.path == edit.predicate), None)
        if shape is None:
            raise BadInput("A thing of this class has no such property.")
        return shape

    def _check_seen(self, edit: CellEdit, present: frozenset[Quad]) -> None:
        terms = frozenset(quad.object for quad in present)
        things = {term for term in terms if isinstance(term, str)}
        names = browsing.labels(self._reader, things) if things else {}
        now = grid_rows.cell(terms, names)
        if now.several:
            raise BadInput("Several texts stand here.", hint="Edit them on the page of the thing.")
        if now.text != edit.seen:
            raise BadInput(
                f"It was changed meanwhile: it is now “{shorten(now.text)}”."
                if now.text
                else "It was cleared meanwhile.",
                hint="Look at it, then enter it again.",
            )

    def _values(self, edit: CellEdit, shape: PropertyShape, present: frozenset[Quad]) -> frozenset[Term]:
        if not edit.text.strip():
            if shape.min_count:
                raise BadInput("It cannot be empty.", hint=shape.message)
            return frozenset()
        if shapes.holds_literals(shape):
            return frozenset((self._literal(edit, shape, present),))
        several = shape.max_count != 1 and grid_rows.BETWEEN.strip() in edit.text
        parts = edit.text.split(grid_rows.BETWEEN.strip()) if several else (edit.text,)
        return frozenset(self._thing(edit, shape, part.strip()) for part in parts if part.strip())

    def _literal(self, edit: CellEdit, shape: PropertyShape, present: frozenset[Quad]) -> Term:
        text = edit.text if shape.datatype in _AS_TYPED else edit.text.strip()
        if shape.datatype == XSD.boolean:
            text = _BOOLEANS.get(text.upper(), text)
        if shape.datatype in _NUMBERS:
            text = self._figure(edit, text)
        return _with_language(shapes.literal(shape, text), shape, present)

    def _figure(self, edit: CellEdit, text: str) -> str:
        """The figure of ``3 TU/cell`` where that is the unit of the row; anything else is left to the shape or refused."""
        if _EXPONENT.match(text):
            raise BadInput(
                f"“{shorten(text)}” is shortened.",
                hint="Write the figure out, such as 3000000; spreadsheets shorten large ones.",
            )
        parted = _WITH_UNIT.match(text)
        if parted is None or decimal(parted["figure"]) is None or parted["unit"].startswith(","):
            return text
        meant = _same_unit(parted["unit"].strip())
        unit = self._units.get(edit.thing) or self._known.unit(edit.thing)
        if not unit:
            raise BadInput(
                f"“{shorten(text)}” has a unit, and none is recorded beside this figure.",
                hint="Enter the figure here and its unit in the column of units.",
            )
        if meant != _same_unit(unit):
            raise BadInput(
                f"The figures of this row are in {shorten(unit)}, not in “{shorten(parted['unit'])}”.",
                hint="Convert the figure, or change the unit of the row with it.",
            )
        return parted["figure"]

    def _thing(self, edit: CellEdit, shape: PropertyShape, text: str) -> Iri:
        """What a name means here; the same name in the same column means the same in every row."""
        key = (edit.predicate, text)
        if key not in self._things:
            self._things[key] = self._found(edit, shape, text)
        return self._things[key]

    def _found(self, edit: CellEdit, shape: PropertyShape, text: str) -> Iri:
        if KG.Unit in shape.classes:
            units = [unit for unit in UNITS if _same_unit(text) in (_same_unit(symbol(unit)), UNITS[unit].label)]
            if len(units) == 1:
                return units[0]
        new = self._new(shape, text)
        if new is not None:
            return new
        if edit.thing in self._coming:
            found = editing.by_shape(self._reader, shape, text)
        else:
            found = editing.value(self._reader, edit.thing, edit.predicate, text)
        assert isinstance(found, str), "a property that holds things types no literals"
        return found

    def _new(self, shape: PropertyShape, text: str) -> Iri | None:
        """The one thing that is coming and is called so, of a class that fits; what is there already has the name first."""
        if shape.words or self._reader.called(fold(text)):
            return None
        fitting = [
            thing
            for thing in self._called.get(fold(text), ())
            if not shape.classes or set(shapes.with_superclasses(self._coming[thing])).intersection(shape.classes)
        ]
        return fitting[0] if len(fitting) == 1 else None


def _graphs(gone: frozenset[Quad]) -> tuple[Iri, ...]:
    """Where a new value stands: in every graph of the one that it replaces; of several, in the first."""
    graphs = tuple(sorted({quad.graph for quad in gone}))
    return graphs if len({quad.object for quad in gone}) == 1 else graphs[:1]


def _with_language(typed: Literal, shape: PropertyShape, present: frozenset[Quad]) -> Literal:
    """A text has the language of the one it replaces; a new name is English."""
    spoken = sorted(quad.object.language for quad in present if isinstance(quad.object, Literal))
    language = spoken[0] if spoken else _LANGUAGE if shape.path in LABELS else ""
    free = shape.datatype in (None, RDF_LANG_STRING) and not shape.texts
    return language_literal(typed.lexical, language or _LANGUAGE) if free and (language or shape.datatype) else typed


def _same_unit(text: str) -> str:
    """The sign of micro exists twice: U+00B5 and U+03BC."""
    return text.replace("\u03bc", "\u00b5")


def _why(error: UserError) -> str:
    """Why, with what to do. Of several things with one name, the first are named."""
    if isinstance(error, Ambiguous):
        named = ", ".join(f"{label} <{iri}>" for iri, label in error.candidates[:_NAMED])
        return f"{error.sentence} {named}"
    return str(error)


def _summary(reader: RecordReader, edits: Sequence[CellEdit]) -> str:
    if not edits:
        return "Change nothing in the grid"
    names = browsing.labels(reader, {edit.predicate for edit in edits} | {edits[0].thing})
    columns = ", ".join(sorted({names[edit.predicate] for edit in edits}))
    things = len({edit.thing for edit in edits})
    if len(edits) == 1:
        verb = f"to {shorten(edits[0].text, 60)}" if edits[0].text.strip() else "to nothing"
        return shorten(f"Set “{columns}” of “{names[edits[0].thing]}” {verb}", 200)
    of = f"{things} things" if things > 1 else f"“{names[edits[0].thing]}”"
    return shorten(f"Set {len(edits)} values of {of} in the grid: {columns}", 200)


_NUMBERS: Final = frozenset((XSD.decimal, XSD.integer))
_AS_TYPED: Final = frozenset((None, XSD.string))
"""Texts are kept to the character; around figures, dates and words blanks mean nothing."""
