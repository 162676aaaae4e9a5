"""Colours, fonts and spacing: light and dark after ``look``; one size scales everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from kgapp.ui.style_sheet import style_sheet
from kgapp.ui.tones import Tone

TEXT_PX: Final = 13
SCALES: Final = (80, 90, 100, 110, 125, 150, 175, 200)
_FAMILIES: Final = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette; pairs are ink and ground."""

    accent: str
    accent_ground: str
    on_accent: str
    ink: str
    second: str
    third: str
    page: str
    panel: str
    line: str
    faint_line: str
    difference: str
    high: tuple[str, str]
    medium: tuple[str, str]
    low: tuple[str, str]
    unknown: tuple[str, str]
    plain: tuple[str, str]

    def tone(self, tone: Tone) -> tuple[str, str]:
        """Ink and ground of a tone."""
        return {
            Tone.HIGH: self.high,
            Tone.MEDIUM: self.medium,
            Tone.LOW: self.low,
            Tone.UNKNOWN: self.unknown,
            Tone.PLAIN: self.plain,
        }[tone]


LIGHT: Final = Colours(
    accent="#2457D6",
    accent_ground="#DCE6FD",
    on_accent="#FFFFFF",
    ink="#1B2330",
    second="#5A6474",
    third="#6B7484",
    page="#F4F5F7",
    panel="#FFFFFF",
    line="#DFE2E8",
    faint_line="#EDEFF3",
    difference="#D98A00",
    high=("#B4232A", "#FBE9E9"),
    medium=("#A85B00", "#FDF1DF"),
    low=("#2F6F4F", "#E6F3EB"),
    unknown=("#5B4B8A", "#EEEAF7"),
    plain=("#5A6474", "#EDEFF3"),
)

DARK: Final = Colours(
    accent="#7FA5FF",
    accent_ground="#25345F",
    on_accent="#14171C",
    ink="#E8EBF0",
    second="#A8B0BE",
    third="#949DAD",
    page="#14171C",
    panel="#1C2026",
    line="#323843",
    faint_line="#282D36",
    difference="#F2B35C",
    high=("#FF8B86", "#43211F"),
    medium=("#F2B35C", "#3D2C12"),
    low=("#7CCB9C", "#1C3628"),
    unknown=("#BBA8F0", "#2E2747"),
    plain=("#A8B0BE", "#2A303A"),
)


class Theme(QObject):
    """The palette and the size in force. Follows the system's light or dark until told otherwise."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._dark = {"dark": True, "light": False}.get(str(QSettings().value("appearance/colours", "")))
        self._scale = _known_scale(QSettings().value("appearance/scale", 100))
        family = next((name for name in _FAMILIES if name in QFontDatabase.families()), "")
        self._family = family or application.font().family()
        self.colours = LIGHT
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.apply)

    @property
    def dark(self) -> bool:
        """Whether the dark palette is in force."""
        return self.colours is DARK

    @property
    def chosen(self) -> bool | None:
        """What the user chose: dark, light, or as the system (``None``)."""
        return self._dark

    @property
    def scale(self) -> int:
        """The size of everything, in percent."""
        return self._scale

    def choose(self, *, dark: bool | None) -> None:
        """Light, dark, or what the system says (``None``); kept for the next start."""
        self._dark = dark
        QSettings().setValue("appearance/colours", {True: "dark", False: "light", None: "system"}[dark])
        self.apply()

    def choose_scale(self, percent: int) -> None:
        """Size everything; kept for the next start."""
        self._scale = _known_scale(percent)
        QSettings().setValue("appearance/scale", self._scale)
        self.apply()

    def step_scale(self, steps: int) -> None:
        """One size up or down."""
        at = SCALES.index(self._scale) + steps
        self.choose_scale(SCALES[max(0, min(at, len(SCALES) - 1))])

    def apply(self) -> None:
        """Put palette, font and style sheet in force."""
        dark = self._dark
        if dark is None:
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self.colours = DARK if dark else LIGHT
        self._application.setFont(self.font())
        self._application.setPalette(_palette(self.colours))
        self._application.setStyleSheet(style_sheet(self.colours, self.px))
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


def _known_scale(value: object) -> int:
    text = str(value)
    percent = int(text) if text.isdigit() else 100
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
        (role.PlaceholderText, colours.third),
        (role.Highlight, colours.accent_ground),
        (role.HighlightedText, colours.ink),
        (role.Link, colours.accent),
        (role.Mid, colours.line),
    ):
        palette.setColor(group, QColor(colour))
    for group in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, group, QColor(colours.third))
    return palette
