"""Help: pages, keys, about, preferences, and the tour that watches and never acts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidgetItem, QPushButton, QTreeWidgetItemIterator
from pytestqt.qtbot import QtBot

from kgapp import bootstrap
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import editing
from kgapp.ui import about_text, guide, key_table, places
from kgapp.ui.actions import ACTIONS
from kgapp.ui.panels.about import AboutDialog
from kgapp.ui.panels.help import HelpPages, HelpView, HelpWindow
from kgapp.ui.panels.keys import KeysDialog
from kgapp.ui.panels.preferences import Preferences
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.panels.tour import TourCard
from kgapp.ui.theme import Look, Theme
from kgapp.ui.tour import DEMO, MOI, RANGE, STEPS
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]


@pytest.fixture
def pages(theme: Theme, qtbot: QtBot) -> HelpPages:
    made = HelpPages(theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def rows(pages: HelpPages) -> list[QListWidgetItem]:
    return [pages.list.item(at) for at in range(pages.list.count())]


def test_every_page_is_shown_whole_with_its_pictures(pages: HelpPages) -> None:
    for page in guide.PAGES:
        pages.show_page(page)
        text = pages.page.toPlainText()
        assert len(text) > 400
        for title in re.findall(r"^#+ (.+)$", guide.text(page), re.MULTILINE):
            assert guide.plain(title) in text
    for name in re.findall(r"\]\((pictures/[^)]+)\)", guide.text(guide.FIRST)):
        picture = pages.page.loadResource(2, QUrl(name))
        assert isinstance(picture, QImage)
        assert 0 < picture.width() <= pages.page.viewport().width()


def test_pictures_grow_with_the_page(pages: HelpPages, until: Until) -> None:
    pages.resize(700, 700)
    until(lambda: abs(pages.page.drawn_for - pages.page.viewport().width()) < 100)
    narrow = pages.page.drawn_for
    pages.resize(1300, 700)
    until(lambda: pages.page.drawn_for > narrow + 300)


def test_nothing_but_pictures_of_help_is_loaded(pages: HelpPages) -> None:
    for name in ("../domain/terms.py", "file:///etc/passwd", "/etc/passwd", "https://example.org/a.png", "a.png"):
        assert pages.page.loadResource(2, QUrl(name)) is None
        assert pages.page.loadResource(3, QUrl(name)) is None


def test_links_lead_to_headings_and_pages(pages: HelpPages, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("kgapp.ui.panels.help.QDesktopServices.openUrl", lambda url: opened.append(url.toString()))
    follow = pages.page.anchorClicked.emit
    follow(QUrl("impact.md"))
    assert pages.page.page == "impact"
    follow(QUrl("command-line.md#finding-and-reading"))
    assert pages.page.textCursor().block().text() == "Finding and reading"
    follow(QUrl("#checking"))
    assert pages.page.textCursor().block().text() == "Checking"
    follow(QUrl("https://example.org/"))
    follow(QUrl("file:///etc/passwd"))
    assert opened == ["https://example.org/"]
    follow(QUrl("nowhere.md"))
    assert pages.page.page == guide.FIRST


def test_every_link_between_pages_leads_somewhere() -> None:
    for page in guide.PAGES:
        for target, heading in re.findall(r"\]\(([\w-]*)(?:\.md)?(?:#([\w-]+))?\)", guide.text(page)):
            assert not target or target in guide.PAGES, (page, target)
            titles = re.findall(r"^#+ (.+)$", guide.text(target or page), re.MULTILINE)
            assert not heading or heading in {guide.anchor(title) for title in titles}, (page, heading)


def test_help_is_searched_in_all_pages(pages: HelpPages, qtbot: QtBot) -> None:
    pages.words.setText("undo revision")
    found = [row.text() for row in rows(pages)]
    assert found
    assert all("undo" in text.casefold() or "revision" in text.casefold() for text in found)
    pages.list.itemActivated.emit(rows(pages)[0])
    assert pages.page.textCursor().block().text()
    pages.words.setText("zebra")
    assert [row.text() for row in rows(pages)] == ["Nothing in help has all these words."]
    pages.list.itemActivated.emit(rows(pages)[0])
    pages.words.clear()
    assert [row.text() for row in rows(pages)][:1] == ["User guide"]
    assert guide.find(" ") == ()


def test_a_page_survives_other_colours(pages: HelpPages, theme: Theme) -> None:
    before = pages.page.toPlainText()
    theme.choose(Look.CONTRAST)
    theme.choose_scale(200)
    assert pages.page.toPlainText() == before
    assert "does not come" in guide.text("../secret")


def test_help_opens_in_a_tab_or_without_a_project_in_a_window(window: MainWindow, demo: Path, until: Until) -> None:
    window.start()
    window.helping.page(guide.WHATS_NEW)
    alone = window.findChild(HelpWindow)
    assert isinstance(alone, HelpWindow)
    alone.close()
    window.open(demo)
    until(lambda: window.tabs is not None and window.tabs.map.view.spots)
    window.helping.page(guide.DECISIONS)
    assert window.tabs is not None
    assert isinstance(window.tabs.here, HelpView)
    assert window.tabs.tabText(window.tabs.currentIndex()) == "Decisions"


def test_the_overview_has_every_shortcut_and_is_searched(theme: Theme, qtbot: QtBot) -> None:
    shown = key_table.overview()
    assert len([row for row in shown if row.where.startswith("Menu ")]) == len([row for row in ACTIONS if row.shortcut])
    dialog = KeysDialog(theme)
    qtbot.addWidget(dialog)
    dialog.words.setText("larger")
    leaves = QTreeWidgetItemIterator(dialog.tree, QTreeWidgetItemIterator.IteratorFlag.NoChildren)
    assert leaves.value().text(1) == "Larger text"
    dialog.words.setText("no such key at all")
    row = dialog.tree.topLevelItem(0)
    assert row is not None
    assert row.text(0) == "No key does that."


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_two_keys_open_the_overview(window: MainWindow, key: Qt.Key, until: Until) -> None:
    window.start()
    window.setFocus()
    QTest.keyClick(window, key)
    until(lambda: window.findChild(KeysDialog))


def test_about_names_versions_and_licences_and_copies_them(theme: Theme, qtbot: QtBot) -> None:
    dialog = AboutDialog(theme)
    qtbot.addWidget(dialog)
    parts = {part.name.casefold(): part for part in about_text.needed()}
    assert "MIT" in parts["rdflib"].licence or "BSD" in parts["rdflib"].licence
    assert parts["pyside6_essentials"].version
    assert all(part.licence for part in parts.values())
    next(each for each in dialog.findChildren(QPushButton) if each.text() == "Copy as text").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("kgapp ")
    assert "pyoxigraph" in copied
    assert "Qt 6" in copied


def test_preferences_are_kept_and_the_name_goes_into_the_history(
    window: MainWindow, opened: Tabs, theme: Theme, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KGAPP_USER", raising=False)
    window.helping.preferences()
    dialog = window.findChild(Preferences)
    assert isinstance(dialog, Preferences)
    dialog.look.setCurrentIndex(2)
    dialog.look.activated.emit(2)
    assert theme.look is Look.DARK
    dialog.text_size.setCurrentIndex(dialog.text_size.findData(150))
    dialog.text_size.activated.emit(0)
    assert theme.scale == 150
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    dialog.language.activated.emit(1)
    assert "started again" in dialog.told.text()
    dialog.name.setText("Maria Gómez")
    dialog.name.editingFinished.emit()
    assert "Maria Gómez" in dialog.told.text()
    dialog.folder.setText("relative")
    dialog.folder.editingFinished.emit()
    assert "whole path" in dialog.told.text()
    dialog.folder.setText(str(places.home()))
    dialog.accept()
    assert bootstrap.author().name == "Maria Gómez"
    done: list[str] = []
    window.project.write(lambda workspace: workspace.author.name, done.append, window.tell)
    until(lambda: done)
    assert done == ["Maria Gómez"]


def test_a_name_that_cannot_be_kept_is_said(
    theme: Theme, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "file"))
    dialog = Preferences(theme, bootstrap, lambda: None)
    qtbot.addWidget(dialog)
    dialog.name.setText("Maria")
    dialog.name.editingFinished.emit()
    assert "not kept" in dialog.told.text()


def card_of(window: MainWindow) -> TourCard:
    card = window.findChild(TourCard)
    assert isinstance(card, TourCard)
    return card


def says(window: MainWindow) -> list[str]:
    return [label.text() for label in card_of(window).findChildren(QLabel) if label.isVisible()]


def press(window: MainWindow, words: str) -> None:
    buttons = card_of(window).findChildren(QPushButton)
    next(each for each in buttons if each.text() == words and each.isVisible()).click()


def test_the_tour_sees_each_step_done(window: MainWindow, opened: Tabs, until: Until) -> None:
    window.helping.tour()
    until(lambda: "Step 1 of 5" in says(window))
    window.open_entity(Iri(f"{DEMO}UO05"))
    until(lambda: STEPS[1].title in says(window))
    window.open_entity(MOI)
    until(lambda: STEPS[2].title in says(window))
    window.project.write(
        lambda workspace: editing.set_values(workspace, RANGE, KG.upperLimit, ("6",), "Wider, as agreed"),
        lambda _: None,
        window.tell,
    )
    until(lambda: STEPS[3].title in says(window))
    if window.areas.is_folded("findings"):
        window.areas.fold_findings()
    assert STEPS[3].title in says(window)
    assert card_of(window).geometry().bottom() < window.height() // 2
    found = window.below.model
    until(lambda: any(each.focus == RANGE for each in found.findings()))
    about = next(each for each in found.findings() if each.focus == RANGE)
    window.below.tree.setCurrentIndex(found.place(about))
    until(lambda: STEPS[4].title in says(window))
    window.steps.undo()
    until(lambda: window.tasks.idle)
    window.open_place("history")
    until(lambda: "That was the tour" in says(window))
    press(window, "Close")
    assert not card_of(window).isVisible()


def test_the_tour_points_skips_goes_back_and_is_taken_up_again(window: MainWindow, opened: Tabs, until: Until) -> None:
    window.helping.tour()
    until(lambda: "Step 1 of 5" in says(window))
    card = card_of(window)
    press(window, "Show me where")
    assert card.pointer.isVisible()
    assert card.pointer.geometry().intersects(window.top.search.geometry())
    press(window, "Skip this step")
    assert not card.pointer.isVisible()
    press(window, "Skip this step")
    press(window, "Back")
    assert "Step 2 of 5" in says(window)
    press(window, "Leave the tour")
    assert not card.isVisible()
    window.helping.tour()
    assert "Step 2 of 5" in says(window)


def test_the_tour_needs_the_demo_and_offers_it(window: MainWindow, tmp_path: Path, until: Until) -> None:
    bootstrap.create(tmp_path / "mine.kgproject")
    window.open(tmp_path / "mine.kgproject")
    until(lambda: window.has_project)
    window.helping.tour()
    assert "Open the demo" in says(window)
    window.open_entity(Iri(f"{DEMO}UO05"))
    assert "Open the demo" in says(window)
    press(window, "Leave the tour")
