"""What cells want of things, put together: typed by the shapes, refused with the reason, and only what differs is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from kgapp.domain import shapes
from kgapp.domain.errors import UserError
from kgapp.domain.names import fold
from kgapp.domain.quantity import Quantity, decimal, exactly, quantity, symbol
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.shapes import PropertyShape
from kgapp.domain.terms import Iri, Quad, Term, shorten
from kgapp.domain.vocabulary import CONCEPTS, KG, PROPERTIES, RDF, RDFS, XSD
from kgapp.services import browsing, grid, grid_rows
from kgapp.services.exchange import main_graph
from kgapp.services.grid import CellEdit
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.statements import Statements
from kgapp.services.workbooks import own
from kgapp.services.workbooks.matching import Subject, label_of
from kgapp.services.workbooks.plan import Difference, Rejected, Where

Key = tuple[Iri, Iri]


@dataclass(frozen=True, slots=True)
class Wish:
    """What one cell wants a property to be; empty text takes its values away.

    ``adds`` keeps the values that are there where there can be several; ``sent`` is what the cell held when kgapp wrote it.
    """

    path: Iri
    text: str
    where: Where
    unit: Iri | None = None
    adds: bool = True
    sent: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What the wishes come to."""

    removed: frozenset[Quad]
    added: frozenset[Quad]
    differences: tuple[Difference, ...]
    same: int


@dataclass(frozen=True, slots=True)
class _Cell:
    """An edit with where it comes from, and what it looks like to people."""

    edit: CellEdit
    where: Where
    after: str


class Wishes:
    """All that the cells of a workbook want; ``rejected`` is added to."""

    def __init__(self, reader: RecordReader, known: Statements, rejected: list[Rejected]) -> None:
        self._reader, self._known, self._rejected = reader, known, rejected
        self._subjects: dict[Iri, Subject] = {}
        self._new: dict[Iri, Subject] = {}
        self._wanted: dict[Key, list[Wish]] = defaultdict(list)
        self._links: list[tuple[Subject, Quad, Difference]] = []
        self._same = 0

    def add(self, subject: Subject) -> None:
        """A new thing is coming."""
        self._new[subject.iri] = subject

    def want(self, subject: Subject, wish: Wish) -> None:
        """Ask for a value."""
        self._subjects[subject.iri] = subject
        self._wanted[subject.iri, wish.path].append(wish)

    def wanted(self, thing: Iri, path: Iri) -> str:
        """What was asked for so far of a property with one value."""
        return next((each.text for each in self._wanted.get((thing, path), ())), "")

    def link(self, subject: Subject, quad: Quad, owner: str, where: Where) -> None:
        """Say of another thing that it has the subject."""
        kind = label_of(subject.kind)
        shown = Difference(where, quad.subject, owner, kind, _property(quad.predicate), "", subject.name, True)
        self._links.append((subject, quad, shown))

    def reject(self, where: Where, text: str, why: str) -> None:
        """List what is not taken over."""
        self._rejected.append(Rejected(where, shorten(text, 200), why))

    def coming_called(self, alias: str, kind: Iri) -> Subject | None:
        """A new thing of a class that has this name or identifier."""
        wanted = fold(alias)
        return next((one for one in self._new.values() if one.kind == kind and wanted in map(fold, one.aliases)), None)

    def coming(self) -> frozenset[str]:
        """What the new things are called, folded; after ``outcome`` those that are made."""
        return frozenset(fold(alias) for one in self._new.values() for alias in one.aliases)

    def outcome(self) -> Done:
        """The change. New things that lack what their class needs fall, and with them what refers to them; all of it is listed."""
        cells = list(self._cells())
        while True:
            found = self._typed(cells)
            fallen = self._incomplete(found)
            if not fallen:
                break
            cells = [cell for cell in cells if cell.edit.thing not in fallen]
        places = {(cell.edit.thing, cell.edit.predicate): cell for cell in cells}
        for refusal in found.refused:
            cell = places[refusal.edit.thing, refusal.edit.predicate]
            self.reject(cell.where, cell.after, refusal.why)
        return self._done(found, places)

    def _typed(self, cells: list[_Cell]) -> grid.Outcome:
        called: dict[str, list[Iri]] = defaultdict(list)
        for subject in self._new.values():
            for name in dict.fromkeys(map(fold, subject.aliases)):
                called[name].append(subject.iri)
        coming = {one.iri: (one.kind,) for one in self._new.values()}
        names = {name: tuple(things) for name, things in called.items()}
        return grid.outcome(self._reader, (cell.edit for cell in cells), coming, names)

    def _incomplete(self, found: grid.Outcome) -> set[Iri]:
        """Takes out the new things that lack something needed."""
        said: dict[Iri, set[Iri]] = defaultdict(set)
        for cell in found.cells:
            said[cell.thing].add(cell.predicate)
        fallen: set[Iri] = set()
        for subject in list(self._new.values()):
            there = said[subject.iri] | {quad.predicate for quad in subject.direct}
            needed = [each for each in shapes.properties_of((subject.kind,), SHAPES) if each.min_count]
            missing = [each.name for each in needed if each.path not in there]
            if subject.parent is not None and not missing and said[subject.iri] <= _ALONE:
                missing = ["a value that can be read"]
            if missing:
                self._fall(
                    subject, f"A new {label_of(subject.kind)} needs: {', '.join(missing)}. Nothing of it is made."
                )
                fallen.add(subject.iri)
        for subject in list(self._new.values()):
            if subject.parent in fallen:
                self._fall(subject, "What it belongs to is not made.")
                fallen.add(subject.iri)
        if fallen:
            self._why_not(found, fallen)
        return fallen

    def _fall(self, subject: Subject, why: str) -> None:
        del self._new[subject.iri]
        self._links = [each for each in self._links if each[0].iri != subject.iri]
        self.reject(subject.where, subject.name, why)

    def _why_not(self, found: grid.Outcome, fallen: set[Iri]) -> None:
        """Cells of things that fall are gone from the next look: what was wrong with them is listed now."""
        for refusal in found.refused:
            if refusal.edit.thing in fallen:
                wish = self._wanted[refusal.edit.thing, refusal.edit.predicate][-1]
                self.reject(wish.where, refusal.edit.text, refusal.why)

    def _cells(self) -> Iterator[_Cell]:
        for (thing, path), wishes in list(self._wanted.items()):
            subject = self._subjects[thing]
            shape = _shape(self._kinds(subject), path)
            if shape is None:
                label = label_of(subject.kind)
                for wish in wishes:
                    self.reject(wish.where, wish.text, f"A {label} has no property “{_property(path)}”.")
                continue
            now = self._now(thing, path)
            if shapes.holds_literals(shape):
                found = self._literal(subject, shape, wishes, now)
            else:
                found = self._things(subject, shape, wishes, now)
            if found is not None:
                yield found

    def _kinds(self, subject: Subject) -> tuple[Iri, ...]:
        return (subject.kind,) if subject.new else self._known.types(subject.iri)

    def _now(self, thing: Iri, path: Iri) -> tuple[Term, ...]:
        return self._known.about(thing).get(path, ())

    def _shown(self, terms: Iterable[Term]) -> str:
        known = tuple(terms)
        names = browsing.labels(self._reader, {term for term in known if isinstance(term, str)})
        return grid_rows.cell(known, names).text

    def _literal(
        self, subject: Subject, shape: PropertyShape, wishes: list[Wish], now: tuple[Term, ...]
    ) -> _Cell | None:
        first = wishes[0]
        for other in wishes[1:]:
            if (other.text, other.unit) != (first.text, first.unit):
                self.reject(other.where, other.text, f"Another column says “{shorten(first.text, 60)}” already.")
        seen = self._shown(now)
        if self._conflict(first, seen):
            return None
        text = self._in_unit(subject, first) if shape.datatype in _FIGURES else first.text
        if text is None:
            return None
        if _same(shape, text, seen) or (first.adds and text in {_lexical(term) for term in now}):
            self._same += 1
            return None
        after = text if text == first.text else f"{text} ({first.text} {symbol(first.unit)} in the table)"
        return _Cell(CellEdit(subject.iri, shape.path, seen, text), first.where, after)

    def _things(
        self, subject: Subject, shape: PropertyShape, wishes: list[Wish], now: tuple[Term, ...]
    ) -> _Cell | None:
        first = wishes[0]
        seen = self._shown(now)
        if self._conflict(first, seen):
            return None
        texts = [part for wish in wishes for part in self._parts(wish.text)]
        single = shape.max_count == 1
        if single and len({fold(text) for text in texts}) > 1:
            self.reject(wishes[-1].where, "; ".join(texts), f"There is one “{shape.name}” only.")
            return None
        texts = texts[:1] if single else list(dict.fromkeys(texts))
        shown = {fold(part) for part in seen.split(grid_rows.BETWEEN)} | {fold(_word(term)) for term in now}
        if texts and ({fold(text) for text in texts} <= shown if first.adds else fold("; ".join(texts)) == fold(seen)):
            self._same += 1
            return None
        kept = [f"<{term}>" for term in now if isinstance(term, str)] if first.adds and not single else []
        after = "; ".join((*filter(None, (seen if kept else "",)), *texts))
        text = "; ".join((*kept, *texts))
        return _Cell(CellEdit(subject.iri, shape.path, seen, text), first.where, after)

    def _parts(self, text: str) -> list[str]:
        """The values of a cell; a name may hold a semicolon itself."""
        whole = self._reader.called(fold(text)) if ";" in text else ()
        if len(whole) == 1:
            return [f"<{whole[0]}>"]
        return [part.strip() for part in text.split(";") if part.strip()]

    def _conflict(self, wish: Wish, seen: str) -> bool:
        """Whether the value was changed in the project, too, since the workbook was written."""
        if wish.sent is None or own.plain(wish.sent) == own.plain(seen) or own.plain(wish.text) == own.plain(seen):
            return False
        why = f"It was changed on both sides: sent “{shorten(wish.sent, 60)}”, recorded now “{shorten(seen, 60)}”."
        self.reject(wish.where, wish.text, why)
        return True

    def _in_unit(self, subject: Subject, wish: Wish) -> str | None:
        """The figure in the unit that is recorded with it, converted where nothing is rounded; ``None`` when it is listed."""
        meant = symbol(wish.unit)
        said = self.wanted(subject.iri, KG.unit)
        recorded = said or ("" if subject.new else self._known.unit(subject.iri))
        figure = decimal(wish.text)
        if wish.unit is None or not recorded or fold(recorded) == fold(meant) or figure is None:
            return wish.text
        found = _converted(Quantity(figure, wish.unit, wish.text), recorded)
        if found is None:
            self.reject(
                wish.where, wish.text, f"The column is in {meant}, the unit recorded is {recorded}: convert it."
            )
        return found

    def _done(self, found: grid.Outcome, places: dict[Key, _Cell]) -> Done:
        main = main_graph(self._reader.meta().base)
        added = set(found.change.added)
        differences = []
        for subject in self._new.values():
            added |= subject.direct | {Quad(subject.iri, RDF.type, subject.kind, main)}
            differences.append(Difference(subject.where, subject.iri, subject.name, label_of(subject.kind)))
        for edit in found.cells:
            cell, subject = places[edit.thing, edit.predicate], self._subjects[edit.thing]
            if not (subject.new and fold(edit.text) == fold(subject.name)):
                kind, what = label_of(subject.kind), _property(edit.predicate)
                differences.append(Difference(cell.where, edit.thing, subject.name, kind, what, edit.seen, cell.after))
        for _, quad, shown in self._links:
            added.add(quad)
            differences.append(shown)
        differences.sort(key=lambda each: (each.where.sheet, each.where.row, bool(each.what)))
        removed = self._everywhere(found.change.removed)
        same = self._same + len(places) - len(found.cells) - len(found.refused)
        return Done(removed, frozenset(added), tuple(differences), same)

    def _everywhere(self, removed: frozenset[Quad]) -> frozenset[Quad]:
        """A value that goes, goes from every graph in which it stands."""
        return frozenset(
            quad for each in removed for quad in self._reader.quads(Pattern(each.subject, each.predicate, each.object))
        )


def _shape(kinds: Iterable[Iri], path: Iri) -> PropertyShape | None:
    return next((each for each in shapes.properties_of(kinds, SHAPES) if each.path == path), None)


def _property(path: Iri) -> str:
    return PROPERTIES[path].label if path in PROPERTIES else "label"


def _converted(figure: Quantity, unit: str) -> str | None:
    try:
        wanted = quantity(f"0 {unit}", None).unit
    except UserError:
        return None
    found = exactly(figure, wanted) if wanted else None
    return f"{found:f}" if found is not None else None


def _lexical(term: Term) -> str:
    return "" if isinstance(term, str) else term.lexical


def _word(term: Term) -> str:
    """The short form of a controlled word: ``CPP``."""
    return CONCEPTS[term].notation if isinstance(term, str) and term in CONCEPTS else ""


def _same(shape: PropertyShape, text: str, seen: str) -> bool:
    if own.plain(text) == own.plain(seen):
        return True
    one, other = (_figure(each) for each in (text, seen))
    return shape.datatype in _FIGURES and one is not None and one == other


def _figure(text: str) -> Decimal | None:
    return decimal(text)


_FIGURES = frozenset((XSD.decimal, XSD.integer))
_ALONE = frozenset((RDFS.label, KG.unit))
"""What alone makes no range or setting."""
