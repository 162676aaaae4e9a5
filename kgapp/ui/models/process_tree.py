"""The process map as a tree: sites, then step → site → factor, machine, material and badge; the twin of the drawn map."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kgapp.domain.terms import Iri
from kgapp.services.process_board import Card, FactorRow, ProcessMap, Resource, Standing
from kgapp.ui.canvas.overlay import Lit, Overlay
from kgapp.ui.models import roles
from kgapp.ui.models.process_parts import (
    FindingsOf,
    Key,
    Mark,
    Part,
    control_mark,
    details,
    factor_words,
    lane_words,
    mark_words,
    marks,
    resource_words,
    summary,
    value_of,
)
from kgapp.ui.texts import count_of, line, tip
from kgapp.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
NAME, VALUE, DIFFERENCE, BADGES = range(4)


@dataclass(slots=True, eq=False)
class _Row:
    """A row; its children are made when they are asked for."""

    texts: tuple[str, str, str, str]
    words: str
    icon: str
    thing: Iri | None = None
    key: Key | None = None
    make: Callable[[], Iterator[_Row]] | None = None
    parent: _Row | None = None
    at: int = 0
    made: list[_Row] | None = field(default=None)

    @property
    def children(self) -> list[_Row]:
        """What stands below it."""
        if self.made is None:
            self.made = list(self.make()) if self.make else []
            for at, child in enumerate(self.made):
                child.parent, child.at = self, at
        return self.made


class ProcessTree(QAbstractItemModel):
    """Reads a map that was prepared for the window; works without one."""

    def __init__(self, findings_of: FindingsOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings_of = findings_of
        self._board: ProcessMap | None = None
        self._overlay: Overlay | None = None
        self._root = _Row(("", "", "", ""), "", "")

    def show_map(self, board: ProcessMap | None, overlay: Overlay | None = None) -> None:
        """Another map, or none."""
        self.beginResetModel()
        self._board, self._overlay = board, overlay
        self._root = _Row(("", "", "", ""), "", "", make=self._branches)
        self.endResetModel()

    def index_of(self, key: Key) -> QModelIndex:
        """The row of a key; that of its step at its site where it has none."""
        row = self._find(key)
        return self.createIndex(row.at, 0, row) if row is not None else QModelIndex()

    def key_at(self, index: Index) -> Key | None:
        """What a row stands for: its own key, or that of the row that it explains."""
        row: _Row | None = self._row(index)
        while row is not None and row.key is None:
            row = row.parent
        return row.key if row is not None else None

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - as Qt has it
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._row(parent).children[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008 - as Qt has it
        above = self._row(index).parent if index.isValid() else None
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.at, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return len(self._row(parent).children) if parent.column() <= 0 else 0

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - as Qt has it
        row = self._row(parent)
        if parent.column() > 0:
            return False
        return bool(row.children) if row.made is not None or row is self._root else row.make is not None

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return len(_HEADINGS())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._row(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.texts[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row.texts[index.column()])
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return row.words if index.column() == NAME else row.texts[index.column()]
        if role == roles.IRI:
            return row.thing or ""
        if role == roles.ICON:
            return row.icon if index.column() == NAME else ""
        return None

    def _row(self, index: Index) -> _Row:
        row = index.internalPointer() if index.isValid() else None
        return row if isinstance(row, _Row) else self._root

    def _find(self, key: Key) -> _Row | None:
        below = self._root.children
        if key.part in (Part.LANE, Part.REACHED):
            return next((row for each in below if each.key is None for row in each.children if row.key == key), None)
        for step in (row for row in below if row.key is not None):
            if step.key == key:
                return step
            site = next((row for row in step.children if row.key and row.key.site == key.site), None)
            found = self._within(site, key) if site is not None and self._may_hold(step, key) else None
            if found is not None:
                return found
        return None

    def _within(self, site: _Row, key: Key) -> _Row | None:
        rows = [site, *site.children, *(below for row in site.children for below in row.children)]
        exact = next((row for row in rows if row.key == key), None)
        return exact or site

    def _may_hold(self, step: _Row, key: Key) -> bool:
        """Whether the step is, or has at the site, what the key names; nothing is made to find that out."""
        if self._board is None or step.key is None or key.step not in (None, step.key.thing):
            return False
        column = next(at for at, one in enumerate(self._board.steps) if one.step.iri == step.key.thing)
        cards = [lane[column] for lane in self._board.cards if lane[column].site.iri == key.site]
        return key.thing == step.key.thing or any(key.thing in _things(card) for card in cards)

    def _branches(self) -> Iterator[_Row]:
        board = self._board
        if board is None:
            return
        sites = count_of(len(board.lanes), tr("site"), tr("sites"))
        yield _Row((tr("Sites"), sites, "", ""), tr("Sites"), "site", make=self._sites)
        for column, step in enumerate(board.steps):
            factors = count_of(step.factors, tr("factor"), tr("factors"))
            differing = sum(lane[column].differing for lane in board.cards)
            texts = (line(step.step.label), factors, _differ(differing), "")
            words = ", ".join(text for text in texts if text)
            key = Key(Part.COLUMN, step.step.iri)
            yield _Row(texts, words, "step", step.step.iri, key, partial(self._cards, column, step.factors))
        if self._overlay is not None:
            shown = tr("{shown} of {total}").format(shown=self._overlay.shown, total=self._overlay.total)
            yield _Row(
                (tr("Reached by the change"), shown, "", ""), tr("Reached by the change"), "change", make=self._reached
            )

    def _sites(self) -> Iterator[_Row]:
        for lane in self._board.lanes if self._board else ():
            planned = tr("planned: nothing is set here yet") if lane.planned else ""
            key = Key(Part.LANE, lane.site.iri, lane.site.iri)
            texts = (line(lane.name), planned or line(lane.region), "", tr("invented") if lane.invented else "")
            yield _Row(texts, lane_words(lane), "site", lane.site.iri, key)

    def _reached(self) -> Iterator[_Row]:
        for node in (*self._overlay.affected, *self._overlay.others) if self._overlay else ():
            item = node.item
            key = Key(Part.REACHED, item.iri, item.site.iri if item.site else None)
            texts = (line(item.label), line(node.word), "", line(node.below))
            yield _Row(texts, f"{texts[0]}: {texts[1]}, {texts[3]}", node.kind, item.iri, key)

    def _cards(self, column: int, factors: int) -> Iterator[_Row]:
        for lane, cards in zip(self._board.lanes, self._board.cards, strict=True) if self._board else ():
            if not lane.planned:
                card = cards[column]
                badges = ", ".join(mark.words for mark in marks(card, self._findings_of))
                said = ", ".join(mark.words for mark in summary(card, self._findings_of, factors))
                texts = (
                    lane.name,
                    _listed(len(card.rows), factors),
                    _differ(card.differing),
                    badges,
                )
                words = f"{line(card.step.label)} {tr('at')} {lane.name}: {said}"
                key = Key(Part.STEP, card.step.iri, card.site.iri)
                make = partial(self._parts, card, lane.name)
                yield _Row(texts, words, "site", card.step.iri, key, make)

    def _parts(self, card: Card, where: str) -> Iterator[_Row]:
        site = card.site.iri
        for row in card.rows:
            yield self._factor(row, card, where)
        for part, group in ((Part.EQUIPMENT, card.equipment), (Part.MATERIAL, card.materials)):
            for one in group:
                yield _resource(one, part, card, where)
        for mark in marks(card, self._findings_of):
            yield _mark(mark, Key(Part.MARK, card.step.iri, site, mark.kind, card.step.iri), card.step.label, where)

    def _factor(self, row: FactorRow, card: Card, where: str) -> _Row:
        site, step = card.site.iri, card.step.iri
        controls = control_mark(row)
        lit = self._lit(row, site)
        value = lit.value if lit is not None and lit.value else value_of(row)
        reach = lit.item.reach if lit is not None and lit.item is not None else ""
        beside = " · ".join(part for part in (line(reach), _beside(row)) if part)
        texts = (line(row.factor.label), value, line(row.differs, 300), beside)
        key = Key(Part.FACTOR, row.factor.iri, site, step=step)
        badge = Key(Part.MARK, row.factor.iri, site, controls.kind, step)

        def below() -> Iterator[_Row]:
            yield _mark(controls, badge, row.factor.label, where)

        make = below if controls.entries else None
        words = factor_words(row, where) + (f". {line(reach)}" if reach else "")
        return _Row(texts, words, "parameter", row.factor.iri, key, make)

    def _lit(self, row: FactorRow, site: Iri) -> Lit | None:
        """What of an impact reaches a factor at a site."""
        if self._overlay is None or row.standing is Standing.NOT_APPLICABLE:
            return None
        return next(
            (one for one in self._overlay.lit if one.factor == row.factor.iri and one.site in (site, None)), None
        )


def _beside(row: FactorRow) -> str:
    basis = tr("Basis: {basis}").format(basis=line(row.basis)) if row.basis else ""
    missing = "" if row.standing is Standing.SET else row.standing.value
    return " · ".join(part for part in (line(row.criticality), basis, missing) if part)


def _resource(one: Resource, part: Part, card: Card, where: str) -> _Row:
    key = Key(part, one.thing.iri, card.site.iri, step=card.step.iri)
    texts = (
        line(one.label),
        tr("not recorded") if one.absent else "",
        line(one.differs, 300),
        " · ".join(details(one)),
    )
    return _Row(texts, resource_words(one, where), part.value, one.thing.iri, key)


def _mark(mark: Mark, key: Key, what: str, where: str) -> _Row:
    def entries() -> Iterator[_Row]:
        for entry in mark.entries:
            yield _Row((entry.words, "", "", ""), entry.words, mark.kind.value, entry.thing)

    texts = (mark.words, "", "", "")
    return _Row(texts, mark_words(mark, what, where), mark.kind.value, None, key, entries)


def _listed(count: int, factors: int) -> str:
    """Of the factors of a step those without a setting anywhere are not listed."""
    words = count_of(factors, tr("factor"), tr("factors"))
    return words if count == factors else tr("{factors}, {count} listed").format(factors=words, count=count)


def _differ(count: int) -> str:
    return count_of(count, tr("difference"), tr("differences")) if count else ""


def _things(card: Card) -> set[Iri]:
    named = {row.factor.iri for row in card.rows}
    return named | {one.thing.iri for one in (*card.equipment, *card.materials)}


_HEADINGS: Final[Callable[[], tuple[str, ...]]] = lambda: (  # noqa: E731 - words come from the translator in force
    tr("Step, site, factor"),
    tr("Value"),
    tr("Difference"),
    tr("Notes"),
)
