"""The window offscreen, on a copy of the demo, with settings of its own; children left behind fail the test."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kgapp import bootstrap
from kgapp.services import kept_findings, known_findings
from kgapp.services.watch import Watch
from kgapp.ui import application
from kgapp.ui.marks import Marks
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.project import OpenProject
from kgapp.ui.theme import Look, Theme
from kgapp.ui.window import MainWindow

LIMIT_MS = 30_000


def children() -> set[str]:
    """The child processes of this one, where the system tells."""
    place = Path(f"/proc/{os.getpid()}/task")
    if not place.is_dir():
        return set()
    found: set[str] = set()
    for task in place.iterdir():
        with suppress(FileNotFoundError):  # a thread that ended meanwhile
            found.update((task / "children").read_text().split())
    return found


@pytest.fixture(autouse=True)
def no_children_left() -> Iterator[None]:
    """Fail a test that leaves a child process."""
    before = children()
    yield
    assert children() <= before, "child processes left behind"


@pytest.fixture(autouse=True)
def cycles_are_collected_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the real program, no other thread takes widgets away."""
    gc.disable()
    yield
    gc.enable()
    if "qapp" in request.fixturenames:  # else there are none
        gc.collect()


@pytest.fixture
def all_begins() -> None:
    """For tests of what begins behind the window: it does, as in the program."""


@pytest.fixture(autouse=True)
def nothing_begins_unasked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Engine and checker start when the first question comes, not ahead of it: most tests have none."""
    if "all_begins" not in request.fixturenames:
        monkeypatch.setattr(OpenProject, "start_engine", lambda _project: None)
        monkeypatch.setattr(OpenProject, "when_ready", lambda *_: None)
        monkeypatch.setattr(known_findings, "warm", lambda *_: None)


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and projects of the user's are never touched."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="session")
def demo_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, made and checked once: windows on copies of it need not check everything again."""
    path = tmp_path_factory.mktemp("demo") / "demo.kgproject"
    bootstrap.create_demo(path)
    with bootstrap.writing(path) as workspace, closing(bootstrap.shape_checker()) as checker:
        found = known_findings.whole(workspace.reader, checker, Watch())
        kept_findings.keep(workspace, checker.fingerprint(), found)
    return path


@pytest.fixture
def demo(demo_made: Path, tmp_path: Path) -> Path:
    """A copy of the demo to work in."""
    return Path(shutil.copy(demo_made, tmp_path / "CAR-T.kgproject"))


@pytest.fixture(scope="session")
def marks(qapp: QApplication) -> Marks:
    """Pictures of the style sheet, drawn once: it stays the same from test to test."""
    application.dress(qapp)
    return Marks()


@pytest.fixture
def theme(qapp: QApplication, marks: Marks) -> Theme:
    """The light theme, whatever the system says."""
    made = Theme(qapp, marks)
    made.choose(Look.LIGHT)
    return made


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Iterator[MainWindow]:
    """An empty window, closed at the end."""
    made = MainWindow(bootstrap, theme)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=LIMIT_MS)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], object]], None]:
    """Let the window work until something is true."""
    return lambda true: qtbot.waitUntil(lambda: bool(true()), timeout=LIMIT_MS)


@pytest.fixture
def opened(window: MainWindow, demo: Path, until: Callable[[Callable[[], object]], None]) -> Tabs:
    """The window on the demo, map and explorer loaded; gives its tabs."""
    window.open(demo)
    until(lambda: window.tabs is not None and window.tabs.map.view.spots)
    until(lambda: window.explorer.tree.model().rowCount())
    assert window.tabs is not None
    return window.tabs
