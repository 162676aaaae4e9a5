"""Ways to begin: the start page, the form of a new project, files that are dropped."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kgapp.ui import places
from kgapp.ui.panels import parts
from kgapp.ui.panels.new_project import NewProject, Wish, slug_of
from kgapp.ui.panels.start import StartPage
from kgapp.ui.panels.tour import TourCard
from kgapp.ui.theme import Theme
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]


def page_of(window: MainWindow) -> StartPage:
    page = window.states.currentWidget()
    assert isinstance(page, StartPage)
    return page


def test_projects_opened_before_are_listed_newest_first_and_eight_at_most(tmp_path: Path) -> None:
    for number in range(10):
        places.remember(tmp_path / f"{number}.kgproject")
    places.remember(tmp_path / "5.kgproject")
    assert [one.path.stem for one in places.recent()] == ["5", "9", "8", "7", "6", "4", "3", "2"]
    places.forget(tmp_path / "9.kgproject")
    assert [one.path.stem for one in places.recent()] == ["5", "8", "7", "6", "4", "3", "2"]


@pytest.mark.parametrize("text", ["{", "[1]", '[["x", "no date"]]', '{"a": 1}'])
def test_a_damaged_list_is_an_empty_one(text: str) -> None:
    QSettings().setValue("projects/recent", text)
    assert places.recent() == ()


def test_the_folder_of_projects_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KGAPP_HOME")
    places.choose_home(tmp_path / "mine")
    assert places.demo() == tmp_path / "mine" / "demo.kgproject"
    places.choose_home(None)
    assert places.home().name == "kgapp"


def test_a_project_of_the_list_opens(window: MainWindow, demo: Path, until: Until, qtbot: QtBot) -> None:
    places.remember(demo)
    window.start()
    link = page_of(window).findChild(parts.Link)
    assert isinstance(link, parts.Link)
    assert link.accessibleName() == "Open CAR-T"
    QTest.keyClick(link, Qt.Key.Key_Return)
    until(lambda: window.tabs is not None and window.windowTitle().startswith("CAR-T"))


def test_a_project_that_is_gone_says_so_and_can_be_taken_off(
    window: MainWindow, demo: Path, tmp_path: Path, until: Until
) -> None:
    gone = Path(shutil.copy(demo, tmp_path / "gone.kgproject"))
    places.remember(gone)
    places.remember(demo)
    gone.unlink()
    window.start()
    page = page_of(window)
    until(lambda: page.gone == (gone,))
    assert any(label.text() == "not found" and label.isVisible() for label in page.findChildren(QLabel))
    button = next(each for each in page.findChildren(QPushButton) if each.isVisible() and "Remove" in each.text())
    button.click()
    assert [one.path for one in places.recent()] == [demo]


def test_a_new_project_gets_its_name_place_and_base_address(window: MainWindow, tmp_path: Path, until: Until) -> None:
    window.start()
    page_of(window).new.click()
    form = window.findChild(NewProject)
    assert isinstance(form, NewProject)
    assert not form.create_button.isEnabled()
    form.name.setText("Größe 2: no")
    assert "cannot have this name" in form.problem.text()
    form.name.setText("Viral vector")
    form.folder.setText(str(tmp_path / "new" / "folder"))
    assert form.base.text() == "https://w3id.org/kgapp/project/viral-vector/"
    form.create_button.click()
    until(lambda: window.tabs is not None)
    assert (tmp_path / "new" / "folder" / "Viral vector.kgproject").is_file()


@pytest.mark.parametrize(
    ("name", "folder", "base", "said"),
    [
        ("", "", "", ""),
        ("a/b", "/x", "https://a.org/", "cannot have this name"),
        (" .", "/x", "https://a.org/", "cannot have this name"),
        ("a", "", "https://a.org/", "Choose the folder"),
        ("a", "relative", "https://a.org/", "Choose the folder"),
        ("a", "/x", "https://a.org", "ends with / or #"),
        ("a", "/x", "file:///a/", "begins with https://"),
        ("a", "/x", "https://a.org/<b>/", "begins with https://"),
    ],
)
def test_what_is_wrong_with_a_wish_is_said(
    theme: Theme, qtbot: QtBot, name: str, folder: str, base: str, said: str
) -> None:
    form = NewProject(lambda _: None, theme)
    qtbot.addWidget(form)
    form.name.setText(name)
    form.folder.setText(folder)
    form.base.setText(base)
    wish = form.wish()
    assert isinstance(wish, str)
    assert said in wish


def test_a_project_that_is_there_already_is_not_replaced(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.kgproject").touch()
    form = NewProject(lambda _: None, theme)
    qtbot.addWidget(form)
    form.folder.setText(str(tmp_path))
    form.name.setText("a.kgproject")
    assert "already" in str(form.wish())
    form.base.setText("https://example.org/mine#")
    form.name.setText("b")
    assert isinstance(form.wish(), Wish)


def test_a_folder_that_cannot_be_made_is_said(
    window: MainWindow, tmp_path: Path, until: Until, qapp: QApplication
) -> None:
    (tmp_path / "file").touch()
    window.start()
    window.opening.choose_and_create()
    form = window.findChild(NewProject)
    assert isinstance(form, NewProject)
    form.folder.setText(str(tmp_path / "file"))
    form.name.setText("x")
    form.create_button.click()
    until(lambda: any("cannot be made" in label.text() for label in window.findChildren(QLabel)))
    assert window.states.showing == "empty"


def test_names_become_addresses() -> None:
    assert slug_of("  CAR-T: Größe 2 (Leiden) ") == "car-t-grosse-2-leiden"


def test_a_project_dropped_on_the_window_opens(window: MainWindow, demo: Path, until: Until) -> None:
    window.start()
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/x.kgproject"), QUrl.fromLocalFile(str(demo))])
    drop, none, left = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    over = QDragEnterEvent(QPointF(9, 9).toPoint(), drop, mime, left, none)
    QApplication.sendEvent(window, over)
    assert over.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), drop, mime, left, none))
    until(lambda: window.tabs is not None)


def test_other_files_are_not_taken(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/a.txt")])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    over = QDragEnterEvent(QPointF(9, 9).toPoint(), Qt.DropAction.CopyAction, mime, left, none)
    over.ignore()
    QApplication.sendEvent(window, over)
    assert not over.isAccepted()


def test_the_tour_is_offered_beside_the_demo(window: MainWindow, demo: Path, until: Until) -> None:
    places.demo().parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(demo, places.demo())
    window.start()
    page_of(window).tour.click()
    card = window.findChild(TourCard)
    assert card is not None
    until(lambda: window.has_project and any("Step 1 of 5" in each.text() for each in card.findChildren(QLabel)))
