"""The bar at the top: where one has been, the project's name, search, undo and the menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from kgapp.services.revision_log import NextSteps
from kgapp.ui import icons
from kgapp.ui.actions import ACTIONS, Menu
from kgapp.ui.panels import parts
from kgapp.ui.panels.search import SearchBox
from kgapp.ui.panels.steps_menu import StepsMenu
from kgapp.ui.texts import caption, tip
from kgapp.ui.theme import Theme
from kgapp.ui.words import said, tr

_ROOMY: Final = 980
"""From this width on the newest step is named beside the button that takes it back."""
_NAMED: Final = 700
"""From this width on the project is named; the status bar names it anyway."""


class TopBar(QWidget):
    """Buttons for the actions one needs all the time; the menu has them all."""

    def __init__(self, actions: Mapping[str, QAction], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._actions = theme, actions
        self.search = SearchBox(actions, theme, self)
        self._title = parts.heading("kgapp", theme, 13, wrap=False)
        self._buttons = {name: self._button(name) for name in ("back", "forward", "undo", "redo")}
        self._steps = {
            "undo": StepsMenu(tr("Steps to undo"), self),
            "redo": StepsMenu(tr("Steps to redo"), self),
        }
        for name, menu in self._steps.items():
            self._buttons[name].setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
            self._buttons[name].setMenu(menu)
        self._assess = QPushButton(tr("Assess a change…"))
        self._assess.clicked.connect(actions["assess"].trigger)
        self._menu = self._menu_button()
        layout = parts.row(stretch=False, spacing=6)
        layout.setContentsMargins(12, 7, 12, 7)
        for widget in (self._buttons["back"], self._buttons["forward"], self._title):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addWidget(self.search, 4)
        for widget in (self._buttons["undo"], self._buttons["redo"]):
            layout.addWidget(widget)
        layout.addStretch(3)
        layout.addWidget(self._assess)
        layout.addWidget(self._menu)
        self.setLayout(layout)
        back, forward, undo, redo = self._buttons.values()
        order = (back, forward, self.search, undo, redo, self._assess, self._menu)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def undo_button(self) -> QToolButton:
        """Takes the newest step back."""
        return self._buttons["undo"]

    def name(self, project: str) -> None:
        """The name of the open project."""
        self._title.setText(caption(project, 40).replace("&&", "&"))

    def name_steps(
        self,
        steps: NextSteps,
        undo_to: Callable[[int], None],
        redo_to: Callable[[int], None],
        open_history: Callable[[], None],
    ) -> None:
        """The steps to undo and to redo; taking back several goes to the one that is chosen."""
        undo, redo = (side[0][1] if side else "" for side in (steps.undo, steps.redo))
        self._buttons["undo"].setText(tr("Undo “{step}”").format(step=caption(undo, 30)) if undo else "")
        words = tr("Undo: {step}").format(step=undo) if undo else tr("Nothing to undo")
        if not undo and steps.blocked_by is not None:
            words = tr("Nothing to undo in passing: the step before is taken back in the history")
        self._buttons["undo"].setToolTip(tip(words))
        words = tr("Redo: {step}").format(step=redo) if redo else tr("Nothing to redo")
        self._buttons["redo"].setToolTip(tip(words))
        self._steps["undo"].show_steps(steps.undo, undo_to)
        self._steps["undo"].add_history(steps, open_history)
        self._steps["redo"].show_steps(steps.redo, redo_to)

    def enable(self, *, project: bool) -> None:
        """Search and assessing need a project."""
        self.search.setEnabled(project)
        self._assess.setEnabled(project)

    def _button(self, name: str) -> QToolButton:
        action = self._actions[name]
        button = QToolButton()
        button.setAccessibleName(action.toolTip())
        button.setToolTip(action.toolTip())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        return button

    def _menu_button(self) -> QToolButton:
        menu = QMenu(self)
        for part in Menu:
            self._fill(menu.addMenu(said(part.value)), part)
        button = QToolButton()
        button.setAccessibleName(tr("Menu"))
        button.setToolTip(tr("Menu"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu, part: Menu) -> None:
        rows = sorted((row for row in ACTIONS if row.menu is part), key=lambda row: row.group)
        for before, row in zip((None, *rows), rows, strict=False):
            if before is not None and before.group != row.group:
                menu.addSeparator()
            menu.addAction(self._actions[row.id])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """In a narrow bar undo is an icon; its tool tip names the step."""
        roomy = self.width() >= self._theme.px(_ROOMY)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if roomy else Qt.ToolButtonStyle.ToolButtonIconOnly
        self._buttons["undo"].setToolButtonStyle(style)
        self._title.setVisible(self.width() >= self._theme.px(_NAMED))

    def _dress(self) -> None:
        """Icons and sizes after the theme."""
        self._share()
        side = self._theme.px(15)
        ink = self._theme.colours.ink
        for name, button in (*self._buttons.items(), ("menu", self._menu)):
            button.setIcon(icons.icon(name, ink, side))
            button.setIconSize(QSize(side, side))
        self._title.setFont(self._theme.font(strong=True))
        self.search.setMinimumWidth(self._theme.px(110))
        self.search.setMaximumWidth(self._theme.px(460))
