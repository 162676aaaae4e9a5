"""The impact of one change: the sentence, the tabs with their counts, and the list to work through."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kgapp.domain.impact import Change, ImpactReport, Item
from kgapp.domain.terms import Iri
from kgapp.services.impact.assess import Question
from kgapp.ui.models import impact_items
from kgapp.ui.models.impact_items import COLUMNS, FILTERS, Filter
from kgapp.ui.models.sections import Group
from kgapp.ui.panels import inspector_item, parts
from kgapp.ui.panels.states import States
from kgapp.ui.panels.table import Table
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line
from kgapp.ui.tones import Tone
from kgapp.ui.views import View
from kgapp.ui.words import said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_NUMBERS = itertools.count(1)
_NARROW = 560
_READABLE = 920
_Tab = tuple[str, Callable[[], tuple[Group, ...]]]


class ImpactPanel(View):
    """Asks for the report itself, and again when told to."""

    def __init__(self, desk: Desk, question: Question, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question, self.report = question, None
        self._desk, self._project, self._theme = desk, desk.project, desk.theme
        self._name, theme = name, desk.theme
        self.place = f"impact {next(_NUMBERS)}"
        self._topic = self.place
        self._outdated = self._narrow = False
        self.table = Table(tr("Items of the impact"), tuple(map(said, COLUMNS)), (0.28, 104, 126, 58, 0), theme)
        self.table.opened.connect(desk.open_entity)
        self.table.menu_wanted.connect(lambda iri, place: desk.menu((Iri(iri),), place))
        self.table.chosen.connect(self._choose)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(16, 12, 16, 8)
        self._head.setSpacing(8)
        self._tab_place = QVBoxLayout()
        self._words = QLineEdit()
        self._words.setPlaceholderText(tr("Filter the list"))
        self._words.setAccessibleName(tr("Filter the list"))
        self._words.setClearButtonEnabled(True)
        self._words.textChanged.connect(lambda _: self._fill())
        self._groups: Callable[[], tuple[Group, ...]] = tuple
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = parts.column(content)
        inner.addLayout(self._head)
        inner.addLayout(self._narrowing())
        inner.addWidget(self.table, 1)
        self.states = States(content, theme)
        parts.column(self).addWidget(self.states)
        theme.changed.connect(self._redraw)
        self.ask()

    report: ImpactReport | None

    @property
    def chosen_item(self) -> tuple[ImpactReport, Item] | None:
        """The item of the chosen row."""
        subject = self.table.rows.subject(self.table.currentIndex())
        return (self.report, subject) if self.report is not None and isinstance(subject, Item) else None

    def ask(self) -> None:
        """Ask for the report (again)."""
        self._outdated = False
        self.states.busy(tr("Tracing what {name} reaches…").format(name=line(self._name, 80)), self.stop)
        self._project.impact(self.question, self._topic, self._show, self._fail)

    def stop(self) -> None:
        """Stop asking."""
        self._project.stop(self._topic)
        again = parts.button(tr("Ask again"), self.ask, primary=True)
        self.states.empty(tr("Stopped"), tr("Nothing was changed. A part of an answer is never shown."), again)

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self.mark_outdated()

    def came_to_front(self) -> None:
        if self.chosen_item is not None:
            inspector_item.show(self._desk, *self.chosen_item)

    def take_focus(self) -> None:
        self.table.setFocus()

    def closing(self) -> None:
        self.forget()

    def forget(self) -> None:
        """The tab closes."""
        self._project.forget(self._topic)

    def mark_outdated(self) -> None:
        """The project changed after this report was made."""
        if self.report is not None and not self._outdated:
            self._outdated = True
            self._redraw()

    def _show(self, report: ImpactReport) -> None:
        self.report = report
        self._redraw()
        self.states.content()
        self.titled.emit(tr("Impact: {what}").format(what=about(report.change)))
        first = self.table.rows.index(0, 0, self.table.rows.index(0, 0))
        if first.isValid():
            self.table.setCurrentIndex(first)
        if self.isVisible() and not _typing():
            self.table.setFocus()

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self.ask)

    def _redraw(self) -> None:
        report = self.report
        if report is None:
            return
        parts.clear(self._head)
        parts.clear(self._tab_place)
        self._narrow = self._is_narrow()
        first, *rest = (*report.summary, *report.notes)
        more = parts.text(" ".join(rest), ink="second")
        more.setMaximumWidth(self._theme.px(_READABLE))
        if self._narrow:
            more.hide()  # never shown before it has a parent: it would be a window and take the focus
        self._head.addWidget(parts.heading(title(report.change), self._theme, 17))
        self._head.addWidget(self._buttons(report, more))
        self._head.addWidget(parts.text(first))
        self._head.addWidget(more)
        self._tab_place.addWidget(self._tabs(report))
        self._words.setFixedWidth(self._theme.px(150))
        self._fill()

    def _narrowing(self) -> QHBoxLayout:
        place = QHBoxLayout()
        place.setContentsMargins(16, 0, 16, 10)
        place.setSpacing(8)
        place.addLayout(self._tab_place, 1)
        place.addWidget(self._words, 0, Qt.AlignmentFlag.AlignTop)
        return place

    def _buttons(self, report: ImpactReport, more: QWidget) -> QWidget:
        made: list[QWidget] = []
        if self._outdated:
            made.append(parts.Chip(tr("the project changed since"), Tone.MEDIUM, self._theme))
            made.append(parts.button(tr("Ask again"), self.ask))
        made.append(parts.button(tr("Show on map"), lambda: self._show_on_map(report), primary=True))
        made.append(parts.button(tr("Change the question…"), lambda: self._desk.ask_again(self.question)))
        made.append(parts.button(tr("Save report…"), lambda: self._desk.save_report(report)))
        if self._narrow:
            made.append(parts.button(tr("More on this"), lambda: more.setVisible(more.isHidden())))
        return parts.Flow(made)

    def _is_narrow(self) -> bool:
        """Whether there is little room for the size of text in force: what is less needed is folded away then."""
        return self.width() < self._theme.px(_NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._narrow != self._is_narrow():
            self._redraw()

    def _show_on_map(self, report: ImpactReport) -> None:
        self._desk.lay_on_map(report, self.chosen_item[1] if self.chosen_item is not None else None)

    def _tabs(self, report: ImpactReport) -> QWidget:
        tabs: list[_Tab] = []
        for one in FILTERS:
            count = sum(map(one.keeps, report.items))
            if count or one is FILTERS[0]:
                tabs.append((f"{said(one.name)} {count}", self._kept(report, one)))
        missing = sum(len(each.attributes) for each in report.not_covered)
        if missing:
            tabs.append((tr("Not assessed {count}").format(count=missing), lambda: impact_items.not_assessed(report)))
        if report.barriers:
            tabs.append(
                (
                    tr("What could hold it {count}").format(count=len(report.barriers)),
                    lambda: impact_items.barriers(report),
                )
            )
        self._groups = tabs[0][1]
        return self._tab_list(tabs) if self._narrow else self._tab_buttons(tabs)

    def _tab_list(self, tabs: list[_Tab]) -> QWidget:
        """One line, where there is little room."""
        chosen = QComboBox()
        chosen.setAccessibleName(tr("What the list shows"))
        chosen.addItems([words for words, _ in tabs])
        chosen.activated.connect(lambda at: self._choose_tab(tabs[at][1]))
        return chosen

    def _tab_buttons(self, tabs: list[_Tab]) -> QWidget:
        chosen = QButtonGroup(self)
        buttons: list[QWidget] = []
        for words, groups in tabs:
            button = parts.button(words, partial(self._choose_tab, groups))
            button.setCheckable(True)
            chosen.addButton(button)
            buttons.append(button)
        chosen.buttons()[0].setChecked(True)
        return parts.Flow(buttons)

    def _kept(self, report: ImpactReport, one: Filter) -> Callable[[], tuple[Group, ...]]:
        return lambda: impact_items.groups(report, one.keeps, self._words.text())

    def _choose_tab(self, groups: Callable[[], tuple[Group, ...]]) -> None:
        self._groups = groups
        self._fill()

    def _fill(self) -> None:
        before = self.chosen_item
        self.table.show_groups(self._groups())
        if before is not None:
            self.table.choose(before[1])

    def _choose(self, subject: object) -> None:
        if isinstance(subject, Item) and self.report is not None:
            inspector_item.show(self._desk, self.report, subject)


def _typing() -> bool:
    """Whether somebody is in the middle of a text."""
    widget = QApplication.focusWidget()
    return isinstance(widget, QLineEdit) and bool(widget.text())


def about(change: Change) -> str:
    """What changes and where: ``MOI at Leiden``."""
    if change.site is None or change.site.iri == change.entity.iri:
        return line(change.entity.label, 90)
    return line(tr("{thing} at {site}").format(thing=change.entity.label, site=_plain(change.site.label)), 90)


def title(change: Change) -> str:
    """A change in a few words: ``MOI at Leiden: 3 → 5 TU/cell``."""
    if change.old is not None and change.new is not None:
        return line(f"{about(change)}: {getattr(change.old, 'written', change.old)} → {change.new}", 120)
    return line(f"{about(change)}: {change.kind.value}", 120)


def _plain(label: str) -> str:
    """A site's name without what stands in brackets after it."""
    return label.partition(" (")[0]
