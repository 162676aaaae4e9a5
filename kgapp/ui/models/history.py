"""The revisions of a project as a Qt model, newest first; further pages are asked for when one scrolls to the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kgapp.domain.history import Revision, RevisionKind
from kgapp.services.revision_log import LogPage
from kgapp.ui.texts import line, number, tip
from kgapp.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class HistoryModel(QAbstractTableModel):
    """One row a revision."""

    wanted = Signal(int)
    """The page that begins before this revision is wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Revision] = []
        self._before: int | None = None
        self._asked = False

    @property
    def complete(self) -> bool:
        """Whether the first revision has been reached."""
        return self._before is None

    def show(self, page: LogPage) -> None:
        """Begin anew with a page."""
        self.beginResetModel()
        self._rows, self._before, self._asked = list(page.revisions), page.before, False
        self.endResetModel()

    def add(self, page: LogPage) -> None:
        """The page that was wanted."""
        if page.revisions:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page.revisions) - 1)
            self._rows.extend(page.revisions)
            self.endInsertRows()
        self._before, self._asked = page.before, False

    def revision(self, row: int) -> Revision | None:
        """The revision of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, seq: int) -> int:
        """The row of a revision; -1 when it is not here."""
        return next((at for at, revision in enumerate(self._rows) if revision.seq == seq), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def canFetchMore(self, parent: Index = _NOWHERE) -> bool:
        return not parent.isValid() and self._before is not None and not self._asked

    def fetchMore(self, parent: Index = _NOWHERE) -> None:
        if self._before is not None and not self._asked:
            self._asked = True
            self.wanted.emit(self._before)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(_COLUMNS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return headings()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        revision = self.revision(index.row()) if index.isValid() else None
        if revision is None:
            return None
        text = _COLUMNS[index.column()](revision)
        if role == Qt.ItemDataRole.DisplayRole:
            return line(text)
        return tip(text) if role == Qt.ItemDataRole.ToolTipRole else None


def headings() -> tuple[str, ...]:
    """What stands above the columns."""
    return tr("No."), tr("When"), tr("Who"), tr("Why"), tr("What"), tr("Statements")


def moment(at: datetime) -> str:
    """A time of this computer's zone, with the zone: ``2026-11-23 15:04 +01:00``."""
    here = at.astimezone()
    zone = f"{here:%z}"
    return f"{here:%Y-%m-%d %H:%M} {zone[:3]}:{zone[3:5]}"


def kind_of(revision: Revision) -> str:
    """The kind of a revision in a word."""
    return _kinds()[revision.note.kind]


def counts(revision: Revision) -> str:
    """How many statements came and went."""
    parts = [f"+{number(revision.added_count)}"] * bool(revision.added_count)
    parts += [f"−{number(revision.removed_count)}"] * bool(revision.removed_count)
    return " ".join(parts)


def _kinds() -> Mapping[RevisionKind, str]:
    return {
        RevisionKind.EDIT: tr("edit"),
        RevisionKind.IMPORT: tr("import"),
        RevisionKind.UPDATE: tr("update"),
        RevisionKind.UNDO: tr("undo"),
        RevisionKind.REDO: tr("redo"),
    }


_COLUMNS: Final[tuple[Callable[[Revision], str], ...]] = (
    lambda revision: number(revision.seq),
    lambda revision: moment(revision.at),
    lambda revision: revision.note.author.name,
    lambda revision: revision.note.why,
    lambda revision: revision.summary,
    counts,
)
