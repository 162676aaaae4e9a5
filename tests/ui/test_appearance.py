"""Colours and sizes: legible, told apart, kept, and in force everywhere."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QToolTip
from pytestqt.qtbot import QtBot

from kgapp.ui import icons
from kgapp.ui.colours import CONTRAST, DARK, LIGHT, Colours
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.theme import SCALES, Look, Theme
from kgapp.ui.tones import Tone
from kgapp.ui.window import MainWindow

Seen = tuple[float, float, float]

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB
EYES: dict[str, tuple[Seen, Seen, Seen]] = {
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}


def linear(colour: str) -> Seen:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """After WCAG 2.2, section 1.4.3."""
    red, green, blue = zip(linear(one), linear(other), strict=True)
    light = [0.2126 * red[at] + 0.7152 * green[at] + 0.0722 * blue[at] + 0.05 for at in (0, 1)]
    return max(light) / min(light)


def lab(colour: str, eyes: tuple[Seen, Seen, Seen]) -> Seen:
    """CIE L*a*b* of a colour as such eyes see it."""
    told = linear(colour)
    red, green, blue = (min(1.0, max(0.0, sum(a * b for a, b in zip(row, told, strict=True)))) for row in eyes)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize(("colours", "least"), [(LIGHT, 4.5), (DARK, 4.5), (CONTRAST, 7.0)])
def test_every_ink_is_legible_on_every_ground_it_stands_on(colours: Colours, least: float) -> None:
    assert [pair for pair in colours.written() if contrast(*pair) < least] == []


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST])
def test_tones_stay_apart_for_colour_blind_eyes(colours: Colours, eyes: str) -> None:
    tones = {tone: lab(colours.tone(tone)[0], EYES[eyes]) for tone in Tone}
    near = [
        (one.value, other.value)
        for one, other in itertools.combinations(tones, 2)
        if sum((a - b) ** 2 for a, b in zip(tones[one], tones[other], strict=True)) ** 0.5 < 12
    ]
    assert near == []


def test_high_contrast_has_thicker_edges_and_focus_marks(theme: Theme, qapp: QApplication) -> None:
    assert (CONTRAST.edge, CONTRAST.focus) > (LIGHT.edge, LIGHT.focus)
    theme.choose(Look.CONTRAST)
    assert "border: 3px solid #FFE04D" in qapp.styleSheet()


@pytest.mark.parametrize("asked", [Qt.ContrastPreference.HighContrast, Qt.ContrastPreference.NoPreference])
def test_the_system_decides_on_high_contrast_until_told_otherwise(
    theme: Theme, monkeypatch: pytest.MonkeyPatch, asked: Qt.ContrastPreference
) -> None:
    class Accessibility:
        def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802 - Qt's name
            return asked

    class Hints:
        def accessibility(self) -> Accessibility:
            return Accessibility()

        def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
            return Qt.ColorScheme.Dark

    monkeypatch.setattr(QGuiApplication, "styleHints", Hints)
    theme.choose(Look.SYSTEM)
    assert theme.colours is (CONTRAST if asked is Qt.ContrastPreference.HighContrast else DARK)
    theme.choose(Look.LIGHT)
    assert theme.colours is LIGHT


def test_a_light_system_is_followed_at_once(theme: Theme) -> None:
    theme.choose(Look.SYSTEM)
    theme.colours = DARK
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.colours is not DARK
    assert theme.colours is LIGHT


STARTED = """
import sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from kgapp.ui import application
from kgapp.ui.theme import Look, Theme
program = QApplication(sys.argv[:1])
application.dress(program)
theme = Theme(program)
theme.apply()
print(theme.look.value, theme.scale, program.palette().window().color().name(), flush=True)
if len(sys.argv) > 1:
    theme.choose(Look(sys.argv[1]))
    theme.choose_scale(int(sys.argv[2]))
    import os
    os._exit(0)  # no tidy end: a crash must not take the choice back
"""


def test_colours_and_size_outlive_a_restart(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}

    def start(*arguments: str) -> str:
        command = [sys.executable, "-c", STARTED, *arguments]
        return subprocess.run(command, capture_output=True, text=True, env=environment, check=True).stdout.strip()

    start("dark", "150")
    assert start("contrast", "200") == f"dark 150 {DARK.page.lower()}"
    assert start() == f"contrast 200 {CONTRAST.page.lower()}"


@pytest.mark.parametrize("scale", SCALES)
def test_one_size_scales_menus_dialogs_and_tool_tips(theme: Theme, qtbot: QtBot, scale: int) -> None:
    theme.choose_scale(scale)
    wanted = max(8, round(13 * scale / 100))
    for widget in (QMenu("File"), QMessageBox(), QLabel("words")):
        qtbot.addWidget(widget)
        assert widget.font().pixelSize() == wanted, widget
    assert QToolTip.font().pixelSize() == wanted


def test_the_menu_shows_the_present_choice(window: MainWindow, theme: Theme) -> None:
    by_text = {action.text().replace("&", ""): action for action in window.actions()}
    by_text["High contrast"].trigger()
    ticked = ("Colours as the system", "Light colours", "Dark colours", "High contrast")
    assert {text for text in ticked if by_text[text].isChecked()} == {"High contrast"}
    by_text["Larger text"].trigger()
    assert theme.scale == 110
    by_text["Usual text size"].trigger()
    assert theme.scale == 100


def ink(image: QImage) -> int:
    """How many points are darker than paper."""
    places = itertools.product(range(image.width()), range(image.height()))
    return sum(1 for x, y in places if image.pixelColor(x, y).alpha() > 40)


@pytest.mark.parametrize("sharpness", [1.0, 1.25, 1.5, 2.0])
def test_icons_are_drawn_for_the_sharpness_of_the_screen(qapp: QApplication, sharpness: float) -> None:
    pixmap = icons.icon("search", "#000000", 16).pixmap(QSize(16, 16), sharpness)
    assert pixmap.devicePixelRatio() == pytest.approx(sharpness)
    assert pixmap.width() == round(16 * sharpness)


@pytest.mark.parametrize("kind", sorted(icons.KINDS))
def test_every_icon_of_the_family_draws_inside_its_square(qapp: QApplication, kind: str) -> None:
    image = QImage(84, 84, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icons.paint(painter, kind, QRectF(14, 14, 56, 56), QColor("#000000"))
    painter.end()
    assert ink(image.copy(14, 14, 56, 56)) > 100
    assert ink(image) == ink(image.copy(13, 13, 58, 58)), "lines outside the square"


@pytest.mark.parametrize("scale", [80, 200])
def test_the_window_fits_its_screen_at_every_size(
    opened: Tabs, window: MainWindow, theme: Theme, until: Callable[[Callable[[], object]], None], scale: int
) -> None:
    theme.choose_scale(scale)
    assert window.minimumSizeHint().width() <= 1280
