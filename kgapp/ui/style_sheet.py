"""The style sheet of the window, written from a palette and a size."""

from __future__ import annotations

from collections.abc import Callable
from string import Template
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kgapp.ui.theme import Colours


def style_sheet(colours: Colours, px: Callable[[float], int]) -> str:
    """The sheet for these colours; ``px`` sizes a length of the drawings."""
    named = {name: getattr(colours, name) for name in _COLOURS}
    sizes = {f"p{length}": f"{px(length)}px" for length in (1, 2, 3, 4, 6, 7, 8, 10, 12, 14, 16)}
    return _SHEET.substitute(named | sizes)


_COLOURS: Final = (
    "accent", "accent_ground", "on_accent", "ink", "second", "third", "page", "panel", "line", "faint_line",
)  # fmt: skip

_SHEET: Final = Template("""
QMainWindow, QDialog { background: $panel; }
QWidget#top { background: $panel; border-bottom: 1px solid $line; }
QWidget#side, QWidget#inspector, QWidget#page, QWidget#card { background: $panel; }
QWidget#board { background: $page; }
QSplitter::handle { background: $line; }
QWidget#banner { background: $accent_ground; border-bottom: 1px solid $line; }
QStatusBar { background: $panel; border-top: 1px solid $line; color: $second; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $second; padding: $p3 $p6; }
QLabel[ink="second"] { color: $second; }
QLabel[ink="third"] { color: $third; }
QLabel[ink="accent"] { color: $accent; }
QLineEdit {
  background: $panel; color: $ink; border: 1px solid $line; border-radius: $p6; padding: $p6 $p8;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit#search, QLineEdit#filter { background: $page; padding: $p7 $p10; }
QLineEdit:focus { border: 1px solid $accent; }
QComboBox { padding: $p4 $p6; }
QPushButton { background: $panel; color: $ink; border: 1px solid $line; border-radius: $p6; padding: $p6 $p12; }
QPushButton:hover, QToolButton:hover { background: $faint_line; }
QPushButton:focus, QToolButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $third; }
QPushButton:checked { background: $accent_ground; border: 1px solid $accent; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[primary="true"]:focus { border: 2px solid $ink; }
QToolButton { background: transparent; color: $ink; border: 1px solid transparent; border-radius: $p6; padding: $p4 $p8; }
QToolButton#close { padding: 0; border: none; }
QToolButton:disabled { color: $third; }
QToolButton::menu-indicator { image: none; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabWidget::tab-bar { left: $p10; }
QTabWidget { background: $page; }
QTabBar { background: $page; }
QTabBar::tab { background: transparent; color: $second; padding: $p8 $p14; border: 1px solid transparent;
  border-bottom: none; border-top-left-radius: $p6; border-top-right-radius: $p6; }
QTabBar::tab:selected { background: $panel; color: $ink; border-color: $line; }
QTabBar::tab:hover:!selected { color: $ink; }
QTabBar::tab:focus { color: $accent; }
QTreeView, QListView { background: $panel; border: none; outline: 0; }
QTreeView::item, QListView::item { border: none; }
QTreeView#explorer { background: $panel; }
QTreeView::branch, QTreeView::branch:selected { background: transparent; }
QTreeView { show-decoration-selected: 0; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section { background: $panel; color: $second; border: none; border-bottom: 1px solid $line;
  padding: $p8 $p8; font-weight: 600; text-align: left; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: $p10; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $p10; margin: 0; }
QScrollBar::handle { background: $line; border-radius: $p4; min-height: 24px; min-width: 24px; margin: $p2; }
QScrollBar::handle:hover { background: $third; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QFrame#popup { background: $panel; border: 1px solid $line; border-radius: $p8; }
QMenu { background: $panel; color: $ink; border: 1px solid $line; padding: $p4; }
QMenu::item { padding: $p6 $p16; border-radius: $p4; }
QMenu::item:selected { background: $accent_ground; }
QMenu::item:disabled { color: $third; }
QMenu::separator { height: 1px; background: $line; margin: $p4 $p8; }
QToolTip { background: $panel; color: $ink; border: 1px solid $line; padding: $p4; }
QProgressBar { background: $faint_line; border: none; border-radius: $p2; max-height: $p4; }
QProgressBar::chunk { background: $accent; border-radius: $p2; }
QGraphicsView { background: $page; border: none; }
""")
