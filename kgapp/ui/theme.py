"""Colours, fonts and spacing in force: one of the palettes, and one size that scales everything."""

from __future__ import annotations

from enum import Enum
from typing import Any, Final

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from kgapp.ui.colours import CONTRAST, DARK, LIGHT, Colours
from kgapp.ui.marks import Marks
from kgapp.ui.style_sheet import style_sheet

TEXT_PX: Final = 13
SCALES: Final = (80, 90, 100, 110, 125, 150, 175, 200)
USUAL: Final = 100
_FAMILIES: Final = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")
_LOOK: Final = "appearance/colours"
_SCALE: Final = "appearance/scale"
_OWN_FONTS: Final = ("QMenu", "QMessageBox", "QAbstractButton", "QAbstractItemView", "QHeaderView", "QStatusBar")
"""What some systems give a font of its own."""


class Look(Enum):
    """What the user chose; the value is kept in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Theme(QObject):
    """The palette and the size in force. Follows the system until told otherwise."""

    changed = Signal()

    def __init__(self, application: QApplication, marks: Marks | None = None) -> None:
        super().__init__(application)
        self._application = application
        kept = str(QSettings().value(_LOOK, ""))
        self._look = next((look for look in Look if look.value == kept), Look.SYSTEM)
        self._marks = marks or Marks()
        self._scale = _known_scale(QSettings().value(_SCALE, USUAL))
        family = next((name for name in _FAMILIES if name in QFontDatabase.families()), "")
        self._family = family or application.font().family()
        self.colours = LIGHT
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        accessibility = getattr(hints, "accessibility", None)  # Qt 6.10
        if accessibility is not None:
            accessibility().contrastPreferenceChanged.connect(self._system_changed)

    @property
    def look(self) -> Look:
        """What the user chose."""
        return self._look

    @property
    def scale(self) -> int:
        """The size of everything, in percent."""
        return self._scale

    def choose(self, look: Look) -> None:
        """Palettes, or what the system says; kept for the next start."""
        self._look = look
        _keep(_LOOK, look.value)
        self.apply()

    def choose_scale(self, percent: int) -> None:
        """Size everything; kept for the next start."""
        self._scale = _known_scale(percent)
        _keep(_SCALE, self._scale)
        self.apply()

    def step_scale(self, steps: int) -> None:
        """One size up or down."""
        at = SCALES.index(self._scale) + steps
        self.choose_scale(SCALES[max(0, min(at, len(SCALES) - 1))])

    def apply(self) -> None:
        """Put palette, font and style sheet in force."""
        self.colours = _PALETTES[_system() if self._look is Look.SYSTEM else self._look]
        font = self.font()
        self._application.setFont(font)
        set_font: Any = self._application.setFont  # its stub wants bytes, itself a name
        for kind in _OWN_FONTS:
            set_font(font, kind)
        QToolTip.setFont(font)
        palette = _palette(self.colours)
        QToolTip.setPalette(palette)
        self._application.setPalette(palette)
        sheet = style_sheet(self.colours, self.px, self._marks)
        if sheet != self._application.styleSheet():  # Qt dresses every widget anew, also for the same sheet
            self._application.setStyleSheet(sheet)
        self.changed.emit()

    def px(self, length: float) -> int:
        """A length of the drawings at the size in force."""
        return round(length * self._scale / 100)

    def font(self, size_px: float = TEXT_PX, *, strong: bool = False) -> QFont:
        """The program's font at a size of the drawings; figures have one width each where the font offers it."""
        font = QFont(self._family)
        font.setPixelSize(max(8, self.px(size_px)))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def metrics(self, size_px: float = TEXT_PX, *, strong: bool = False) -> QFontMetricsF:
        """Measures of that font."""
        return QFontMetricsF(self.font(size_px, strong=strong))

    def _system_changed(self) -> None:
        if self._look is Look.SYSTEM:
            self.apply()


_PALETTES: Final = {Look.LIGHT: LIGHT, Look.DARK: DARK, Look.CONTRAST: CONTRAST}


def _system() -> Look:
    """What the system asks for: its high contrast first, where Qt tells of it, then light or dark."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is not None and accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Look.CONTRAST
    return Look.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Look.LIGHT


def _keep(key: str, value: object) -> None:
    """Written at once: a crash later does not take it back."""
    settings = QSettings()
    settings.setValue(key, value)
    settings.sync()


def _known_scale(value: object) -> int:
    text = str(value)
    percent = int(text) if text.isdigit() else USUAL
    return min(SCALES, key=lambda known: abs(known - percent))


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for group, colour in (
        (role.Window, colours.page),
        (role.Base, colours.panel),
        (role.AlternateBase, colours.page),
        (role.Button, colours.panel),
        (role.ToolTipBase, colours.panel),
        (role.WindowText, colours.ink),
        (role.Text, colours.ink),
        (role.ButtonText, colours.ink),
        (role.ToolTipText, colours.ink),
        (role.BrightText, colours.ink),
        (role.PlaceholderText, colours.third),
        (role.Highlight, colours.accent_ground),
        (role.HighlightedText, colours.ink),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Accent, colours.accent),
        (role.Mid, colours.line),
        (role.Dark, colours.line),
        (role.Light, colours.faint_line),
    ):
        palette.setColor(group, QColor(colour))
    for group in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, group, QColor(colours.third))
    return palette
