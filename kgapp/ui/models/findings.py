"""Findings as a tree of groups, filtered; at most so many rows at once, and the rest counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kgapp.domain.findings import Finding, Severity
from kgapp.domain.names import fold
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import PROPERTIES
from kgapp.services.quick_fixes import field_of, rule_of
from kgapp.ui.models import roles
from kgapp.ui.texts import line, tip
from kgapp.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
MOST: Final = 2_000
"""So many findings are shown at once; a filter brings others."""


class By(Enum):
    """What groups findings."""

    SEVERITY = "severity"
    THING = "thing"
    RULE = "rule"


class Column(Enum):
    """The columns, in their order."""

    SEVERITY = 0
    THING = 1
    SENTENCE = 2
    FIELD = 3
    WHERE = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be seen of the findings, and how it is grouped."""

    by: By = By.SEVERITY
    words: str = ""
    new_only: bool = False
    mine_only: bool = False
    about: frozenset[Iri] = frozenset()
    """Only findings about these things; all when there are none."""


@dataclass(frozen=True, slots=True)
class Source:
    """All that is known, with what tells new findings and those of the newest edit from others."""

    findings: tuple[Finding, ...] = ()
    names: Mapping[Iri, str] = field(default_factory=dict)
    sites: Mapping[Iri, str] = field(default_factory=dict)
    is_new: Callable[[Finding], bool] = lambda _: False
    caused: frozenset[Finding] = frozenset()


@dataclass(frozen=True, slots=True)
class _Group:
    title: str
    icon: str
    thing: str
    rows: tuple[Finding, ...]
    total: int


class FindingsModel(QAbstractItemModel):
    """Groups on the first level, findings on the second."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = Source()
        self._groups: tuple[_Group, ...] = ()
        self.fitting = 0
        """How many findings fit the filter, shown or not."""
        self.shown = 0

    def show(self, source: Source, wanted: Shown) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._source = source
        fitting = [finding for finding in source.findings if _fits(source, finding, wanted)]
        self.fitting, self.shown = len(fitting), min(len(fitting), MOST)
        self._groups = _grouped(source, fitting, wanted.by)
        self.endResetModel()

    def finding(self, index: Index) -> Finding | None:
        """The finding of a row; ``None`` for a group."""
        if not index.isValid() or not index.internalId():
            return None
        return self._groups[int(index.internalId()) - 1].rows[index.row()]

    def findings(self) -> tuple[Finding, ...]:
        """All that are shown, in their order."""
        return tuple(finding for group in self._groups for finding in group.rows)

    def place(self, finding: Finding) -> QModelIndex:
        """Where a finding stands; nowhere if it is not shown."""
        for at, group in enumerate(self._groups):
            if finding in group.rows:
                return self.createIndex(group.rows.index(finding), 0, at + 1)
        return QModelIndex()

    def cells(self, finding: Finding) -> tuple[str, ...]:
        """The texts of a row."""
        return tuple(self._text(finding, column) for column in Column)

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not 0 <= column < len(Column) or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = _NOWHERE) -> Any:
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId() or parent.column() > 0:
            return 0
        return len(self._groups[parent.row()].rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemNeverHasChildren if index.internalId() else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Severity"), tr("Thing"), tr("What was found"), tr("Property"), tr("Site"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        finding = self.finding(index)
        if finding is None:
            return _of_group(self._groups[index.row()], index.column(), role)
        return self._of_finding(finding, Column(index.column()), role)

    def _of_finding(self, finding: Finding, column: Column, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(finding, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._text(finding, column, 600)) if column is not Column.SEVERITY else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(cell for cell in self.cells(finding) if cell) if column is Column.SEVERITY else None
            case roles.ICON:
                return ICONS[finding.severity] if column is Column.SEVERITY else ""
            case roles.IRI:
                return finding.focus
            case roles.NOTE:
                new = column is Column.SENTENCE and self._source.is_new(finding)
                return tr("new") if new else ""
            case roles.INK:
                return "first" if column is Column.SENTENCE else ("accent" if column is Column.THING else "second")
        return None

    def _text(self, finding: Finding, column: Column, limit: int = 300) -> str:
        names = self._source.names
        match column:
            case Column.SEVERITY:
                return severity_word(finding.severity)
            case Column.THING:
                return line(names.get(Iri(finding.focus), finding.focus))
            case Column.SENTENCE:
                return line(finding.message, limit)
            case Column.FIELD:
                return field_word(finding)
            case Column.WHERE:
                return line(self._source.sites.get(Iri(finding.focus), ""))


def severity_word(severity: Severity) -> str:
    """A severity in a word."""
    return {
        Severity.VIOLATION: tr("Violation"),
        Severity.WARNING: tr("Warning"),
        Severity.INFO: tr("Note"),
    }[severity]


def field_word(finding: Finding) -> str:
    """The property at which a finding can be mended, in its own name."""
    predicate = field_of(finding)
    if predicate is None:
        return ""
    return PROPERTIES[predicate].label if predicate in PROPERTIES else line(re.split(r"[#/]", predicate)[-1])


def rule_word(finding: Finding) -> str:
    """What a rule is about: ``Normal inside proven``, ``Acceptable range: unit``."""
    rule = rule_of(finding)
    shape = next((shape for kind, shape in SHAPES.items() if kind.rpartition("#")[2] == rule), None)
    if shape is not None:
        word = field_word(finding)
        return f"{shape.name.capitalize()}: {word}" if word else shape.name.capitalize()
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.split(r"[#/]", rule)[-1])
    return line(words.lower().capitalize()) or tr("A rule without a name")


def _fits(source: Source, finding: Finding, wanted: Shown) -> bool:
    if wanted.new_only and not source.is_new(finding):
        return False
    if wanted.mine_only and finding not in source.caused:
        return False
    if wanted.about and Iri(finding.focus) not in wanted.about:
        return False
    if not wanted.words.strip():
        return True
    named = (source.names.get(Iri(finding.focus), ""), source.sites.get(Iri(finding.focus), ""))
    texts = fold(" ".join((*named, finding.focus, finding.message, field_word(finding), rule_word(finding))))
    return all(word in texts for word in fold(wanted.words).split())


def _grouped(source: Source, findings: list[Finding], by: By) -> tuple[_Group, ...]:
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_key(source, finding, by), []).append(finding)
    made, left = [], MOST
    for (thing, title), members in groups.items():
        if left <= 0:
            break
        first = members[0]
        icon = ICONS[first.severity] if by is By.SEVERITY else ""
        made.append(_Group(title, icon, thing, tuple(members[:left]), len(members)))
        left -= len(members)
    return tuple(made)


def _key(source: Source, finding: Finding, by: By) -> tuple[str, str]:
    """The thing of a group, if it is of one, and its title: things of one name are still two."""
    match by:
        case By.SEVERITY:
            return "", _PLURALS[finding.severity]()
        case By.THING:
            return finding.focus, line(source.names.get(Iri(finding.focus), finding.focus))
        case By.RULE:
            return "", rule_word(finding)


def _of_group(group: _Group, column: int, role: int) -> Any:
    if role == roles.HEADING:
        return True
    if role == roles.IRI:
        return group.thing
    if column != 0:
        return None
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
            if len(group.rows) < group.total:
                return tr("{name} · {shown} of {count}").format(
                    name=group.title, shown=f"{len(group.rows):,}", count=f"{group.total:,}"
                )
            return f"{group.title} · {group.total:,}"
        case roles.ICON:
            return group.icon
    return None


ICONS: Final = {Severity.VIOLATION: "finding", Severity.WARNING: "gap", Severity.INFO: "note"}
_PLURALS: Final[Mapping[Severity, Callable[[], str]]] = {
    Severity.VIOLATION: lambda: tr("Violations"),
    Severity.WARNING: lambda: tr("Warnings"),
    Severity.INFO: lambda: tr("Notes"),
}
