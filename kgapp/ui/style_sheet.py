"""The style sheet of the window, written from a palette and a size."""

from __future__ import annotations

from collections.abc import Callable
from string import Template
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kgapp.ui.colours import Colours
    from kgapp.ui.marks import Marks


def style_sheet(colours: Colours, px: Callable[[float], int], marks: Marks) -> str:
    """The sheet for these colours; ``px`` sizes a length of the drawings, ``marks`` draws ticks and arrows."""
    named = {name: getattr(colours, name) for name in _COLOURS}
    sizes = {f"p{length}": f"{px(length)}px" for length in (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24)}
    lines = {"edge": f"{max(colours.edge, px(colours.edge))}px", "focus": f"{max(colours.focus, px(colours.focus))}px"}
    rim = max(colours.focus, px(colours.focus)) - max(colours.edge, px(colours.edge))
    sizes |= {f"in{length}": f"{max(0, px(length) - rim)}px" for length in (5, 6, 7, 8, 10)}
    named["high_ink"] = colours.high[0]
    named["unknown_ink"] = colours.unknown[0]
    pictures = {
        "tick": marks.file("check", colours.on_accent, px(_MARK)),
        "faint_tick": marks.file("check", colours.third, px(_MARK)),
        "ink_tick": marks.file("check", colours.ink, px(_MARK)),
        "down": marks.file("down", colours.second, px(_MARK)),
        "up": marks.file("up", colours.second, px(_MARK)),
    }
    return _SHEET.substitute(named | sizes | lines | pictures)


_MARK: Final = 12
_COLOURS: Final = (
    "accent", "accent_ground", "on_accent", "ink", "second", "third", "page", "panel", "line", "faint_line",
)  # fmt: skip

_SHEET: Final = Template("""
QMainWindow, QDialog { background: $panel; }
QWidget#top { background: $panel; border-bottom: $edge solid $line; }
QWidget#side, QWidget#inspector, QWidget#page, QWidget#card { background: $panel; }
QWidget#card { border: $edge solid $line; border-radius: $p8; }
QWidget#board { background: $page; }
QSplitter::handle { background: $line; }
QWidget#banner { background: $accent_ground; border-bottom: $edge solid $line; }
QStatusBar { background: $panel; border-top: $edge solid $line; color: $second; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $second; padding: $p3 $p6; }
QToolButton#counts { color: $second; padding: $p2 $p6; }
QWidget#findings { background: $panel; border-top: 1px solid $line; }
QLabel[ink="second"] { color: $second; }
QLabel[ink="third"] { color: $third; }
QLabel[ink="accent"] { color: $accent; }
QLabel[ink="high"] { color: $high_ink; }
QLabel[ink="unknown"] { color: $unknown_ink; }
QWidget#verdict { background: $panel; border-top: $edge solid $line; }
QTreeView#grown, QTreeView#grown:focus { border: none; }
QTabBar#sections { background: transparent; }
QTabBar#sections::tab { background: transparent; color: $second; border: none; border-bottom: $p2 solid transparent;
  padding: $p4 $p8; margin-left: $p4; }
QTabBar#sections::tab:selected { color: $ink; border-bottom: $p2 solid $accent; background: transparent; }
QTabBar#sections::tab:focus { color: $accent; }
QTabBar#sections QToolButton { background: $panel; padding: 0; }
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
  background: $panel; color: $ink; border: $edge solid $line; border-radius: $p6; padding: $p6 $p8;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $third;
}
QComboBox, QAbstractSpinBox { padding: $p5 $p8; }
QLineEdit#search, QLineEdit#filter { background: $page; padding: $p7 $p10; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border: $focus solid $accent; }
QLineEdit:focus { padding: $in6 $in8; }
QComboBox:focus, QAbstractSpinBox:focus { padding: $in5 $in8; }
QLineEdit#search:focus, QLineEdit#filter:focus { padding: $in7 $in10; }
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: $third; }
QLineEdit:read-only { background: $page; }
QTextBrowser { border: none; border-radius: 0; padding: $p12 $p16; }
QComboBox::drop-down { border: none; width: $p24; }
QComboBox::down-arrow { image: url($down); width: $p12; height: $p12; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: $p20; }
QAbstractSpinBox::up-arrow { image: url($up); width: $p10; height: $p10; }
QAbstractSpinBox::down-arrow { image: url($down); width: $p10; height: $p10; }
QDateEdit::drop-down { border: none; width: $p24; }
QDateEdit::down-arrow { image: url($down); width: $p12; height: $p12; }
QComboBox QAbstractItemView { background: $panel; color: $ink; border: $edge solid $line; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0; background: transparent; }
QCheckBox, QRadioButton { spacing: $p6; padding: $p2; border: $edge solid transparent; border-radius: $p4; }
QCheckBox:focus, QRadioButton:focus { border: $edge solid $accent; }
QCheckBox::indicator, QRadioButton::indicator, QTreeView::indicator, QListView::indicator, QTableView::indicator {
  width: $p12; height: $p12; background: $panel; border: $edge solid $second; border-radius: $p3; }
QRadioButton::indicator { border-radius: $p7; }
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked,
QTableView::indicator:checked { background: $accent; border-color: $accent; image: url($tick); }
QRadioButton::indicator:checked { background: $panel; border: $p4 solid $accent; width: $p6; height: $p6; }
QCheckBox::indicator:disabled { border-color: $line; background: $page; }
QCheckBox::indicator:checked:disabled { image: url($faint_tick); }
QGroupBox { border: $edge solid $line; border-radius: $p6; margin-top: $p16; padding: $p8; }
QGroupBox::title { subcontrol-origin: margin; left: $p8; color: $second; }
QPushButton {
  background: $panel; color: $ink; border: $edge solid $line; border-radius: $p6; padding: $p6 $p12; min-height: $p16; }
QPushButton[compact="true"] { padding: $p6 $p8; }
QPushButton:hover, QToolButton:hover { background: $faint_line; }
QPushButton:focus, QToolButton:focus { border: $focus solid $accent; }
QPushButton:disabled { color: $third; }
QPushButton:checked { background: $accent_ground; border: $edge solid $accent; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border: $edge solid $accent; }
QPushButton[primary="true"]:focus { border: $focus solid $ink; }
QPushButton[primary="true"]:disabled { background: $faint_line; color: $third; border-color: $line; }
QToolButton {
  background: transparent; color: $ink; border: $edge solid transparent; border-radius: $p6; padding: $p4 $p8; }
QToolButton#close { padding: 0; border: none; }
QToolButton:disabled { color: $third; }
QToolButton:checked { background: $accent_ground; border: $edge solid $accent; }
QToolButton::menu-indicator { image: none; }
QToolButton[popupMode="1"] { padding-right: $p20; }
QToolButton::menu-button { border: none; width: $p16; }
QToolButton::menu-arrow { image: url($down); width: $p10; height: $p10; }
QPushButton::menu-indicator { image: url($down); width: $p10; height: $p10; right: $p6; subcontrol-position: right center;
  subcontrol-origin: padding; }
QTabWidget::pane { border: none; border-top: $edge solid $line; }
QTabWidget::tab-bar { left: $p10; }
QTabWidget { background: $page; }
QTabBar { background: $page; }
QTabBar::tab { background: transparent; color: $second; padding: $p8 $p14; border: $edge solid transparent;
  border-bottom: none; border-top-left-radius: $p6; border-top-right-radius: $p6; }
QTabBar::tab:selected { background: $panel; color: $ink; border-color: $line; }
QTabBar::tab:hover:!selected { color: $ink; }
QTabBar::tab:focus { color: $accent; }
QTabBar::tear { width: 0; image: none; }
QTreeView, QListView, QTableView { background: $panel; border: $edge solid transparent; outline: 0; gridline-color: $line; }
QTreeView:focus, QListView:focus, QTableView:focus, QTextBrowser:focus, QGraphicsView:focus {
  border: $edge solid $accent; }
QTreeView::item, QListView::item { border: none; }
QListWidget::item, QTreeWidget::item { padding: $p4 $p6; }
QListWidget::item:selected, QTreeWidget::item:selected { background: $accent_ground; color: $ink; }
QTreeView#explorer { background: $panel; }
QTreeView::branch, QTreeView::branch:selected { background: transparent; }
QTreeView { show-decoration-selected: 0; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section { background: $panel; color: $second; border: none; border-bottom: $edge solid $line;
  padding: $p8 $p8; font-weight: 600; text-align: left; }
QTableView::item { padding: 0 $p8; }
QListWidget::item { padding: $p4 $p8; }
QWidget#spell { background: $accent_ground; border-radius: $p6; }
QTableCornerButton::section { background: $panel; border: none; }
QTableView { background: $panel; border: $edge solid $line; gridline-color: $faint_line; outline: 0; }
QTableView QHeaderView::section { padding: $p4 $p8; border-right: 1px solid $faint_line; }
QTableView QHeaderView::section:vertical { font-weight: 400; color: $ink; border-bottom: 1px solid $faint_line; }
QTableCornerButton::section { background: $panel; border: none; border-bottom: 1px solid $line; }
QLineEdit#cell { border: 2px solid $accent; border-radius: 0; padding: 0 $p4; }
QListWidget { background: $panel; border: 1px solid $line; border-radius: $p6; }
QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea:focus { border: $edge solid $accent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: $p12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $p12; margin: 0; }
QScrollBar::handle { background: $line; border-radius: $p4; margin: $p2; }
QScrollBar::handle:vertical { min-height: $p24; }
QScrollBar::handle:horizontal { min-width: $p24; }
QScrollBar::handle:hover { background: $third; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QFrame#popup { background: $panel; border: $edge solid $line; border-radius: $p8; }
QMenu { menu-scrollable: 1; background: $panel; color: $ink; border: $edge solid $line; padding: $p4; }
QMenu::item { padding: $p6 $p24 $p6 $p24; border: $edge solid transparent; border-radius: $p4; }
QMenu::item:selected { background: $accent_ground; border-color: $accent; }
QMenu::item:disabled { color: $third; }
QMenu::indicator { width: $p12; height: $p12; left: $p6; }
QMenu::indicator:checked { image: url($ink_tick); }
QMenu::separator { height: $edge; background: $line; margin: $p4 $p8; }
QToolTip { background: $panel; color: $ink; border: $edge solid $line; padding: $p4; }
QProgressBar { background: $faint_line; border: none; border-radius: $p2; max-height: $p4; }
QProgressBar::chunk { background: $accent; border-radius: $p2; }
QGraphicsView { background: $page; border: $edge solid transparent; }
QMessageBox QLabel { min-height: $p16; }
""")
