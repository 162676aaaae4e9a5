"""What stands above the work list: words, grouping, the filter menu, and the filters that are on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPushButton, QWidget

from kgapp.domain.assessment import Function
from kgapp.ui.models.verdict_words import function_words
from kgapp.ui.models.work_rows import FILTERS, GroupBy, WorkView
from kgapp.ui.panels import parts
from kgapp.ui.texts import caption, line
from kgapp.ui.words import said, tr

if TYPE_CHECKING:
    from kgapp.ui.theme import Theme


class WorkFilters(QWidget):
    """Holds the view of the list and tells when it changes."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.view = WorkView()
        self._owners: tuple[str, ...] = ()
        self._functions: tuple[Function, ...] = ()
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Filter the list"))
        self.words.setAccessibleName(tr("Filter the list"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda text: self._change(replace(self.view, words=text)))
        self.group = QComboBox()
        self.group.setAccessibleName(tr("Group by"))
        for each in GroupBy:
            self.group.addItem(tr("By {what}").format(what=said(each.value).lower()), each.name)
        self.group.activated.connect(
            lambda at: self._change(replace(self.view, group=GroupBy[self.group.itemData(at)]))
        )
        self.menu_button = QPushButton(tr("Filters"))
        self.menu_button.setMenu(QMenu(self.menu_button))
        self.menu_button.menu().aboutToShow.connect(self._fill)
        self._layout = parts.column(self, (16, 0, 16, 8), 6)
        self._line = parts.Flow((self.words, self.group, self.menu_button), 8)
        self._on = parts.column(holder := QWidget())
        self._holder = holder
        self._layout.addWidget(self._line)
        self._layout.addWidget(holder)
        theme.changed.connect(self._dress)
        self._dress()

    def offer(self, owners: tuple[str, ...], functions: tuple[Function, ...]) -> None:
        """The owners and functions that there are."""
        self._owners, self._functions = owners, functions

    def take(self, view: WorkView) -> None:
        """Show a view that came from elsewhere, such as a click on a column."""
        self.view = view
        self._show_on()

    def narrow(self, name: str) -> None:
        """Turn one filter on, and all others off."""
        self.reset()
        self._change(replace(self.view, only=frozenset({name})))

    def reset(self) -> None:
        """Everything again."""
        self.words.clear()
        self._change(replace(self.view, words="", only=frozenset(), owner=None, function=None))

    def _change(self, view: WorkView) -> None:
        if view != self.view:
            self.view = view
            self._show_on()
            self.changed.emit()

    def _fill(self) -> None:
        menu = self.menu_button.menu()
        menu.clear()
        kind = ""
        for each in FILTERS:
            if each.kind != kind:
                kind = each.kind
                menu.addSection(said(kind))
            name = each.name
            self._tick(menu, said(name), on=name in self.view.only, then=self._toggled(name))
        if self._owners:
            owners = menu.addMenu(tr("Owner"))
            for owner in (*self._owners, ""):
                chosen = self.view.owner == owner
                then = replace(self.view, owner=None if chosen else owner)
                self._tick(owners, line(owner, 60) or tr("nobody yet"), on=chosen, then=then)
        functions = menu.addMenu(tr("Open for"))
        for function in self._functions:
            chosen = self.view.function is function
            then = replace(self.view, function=None if chosen else function)
            self._tick(functions, function_words(function), on=chosen, then=then)
        menu.addSeparator()
        menu.addAction(tr("Show everything")).triggered.connect(lambda _=False: self.reset())

    def _tick(self, menu: QMenu, words: str, *, on: bool, then: WorkView) -> None:
        action = QAction(caption(words), menu)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _=False: self._change(then))
        menu.addAction(action)

    def _toggled(self, name: str) -> WorkView:
        return replace(self.view, only=self.view.only ^ {name})

    def _show_on(self) -> None:
        """Each filter that is on, with a click to take it away."""
        parts.clear(self._on)
        view = self.view
        made: list[QWidget] = [
            self._chip(said(each.name), self._toggled(each.name)) for each in FILTERS if each.name in view.only
        ]
        if view.owner is not None:
            made.append(self._chip(line(view.owner, 40) or tr("nobody yet"), replace(view, owner=None)))
        if view.function is not None:
            words = tr("open for {function}").format(function=function_words(view.function))
            made.append(self._chip(words, replace(view, function=None)))
        if made:
            self._on.addWidget(parts.Flow(made, 6))
        self._holder.setVisible(bool(made))

    def _chip(self, words: str, then: WorkView) -> QPushButton:
        button = parts.button(f"{caption(words)}  ×", lambda: self._change(then))
        button.setAccessibleName(tr("Take the filter “{name}” away").format(name=words))
        return button

    def _dress(self) -> None:
        self.words.setFixedWidth(self._theme.px(190))
        self._line.again()
