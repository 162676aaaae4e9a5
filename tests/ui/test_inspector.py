"""The inspector: one thing in four tabs, several in one list, what is retired is marked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kgapp.domain.history import Revision
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import RDFS
from kgapp.services import editing, inspection, retiring
from kgapp.services.workspace import Workspace
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.inspector import Inspector
from kgapp.ui.panels.parts import Chip, Link
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.saving import Step
from kgapp.ui.window import MainWindow

DEMO = "https://w3id.org/kgapp/demo/"
Until = Callable[[Callable[[], object]], None]


def said(inspector: Inspector) -> str:
    return "\n".join(label.text() for label in inspector.findChildren(QLabel) if not label.isHidden())


def test_a_chosen_thing_is_told_in_four_tabs(window: MainWindow, opened: Tabs, until: Until) -> None:
    inspector = window.inspector
    window.inspect(Iri(DEMO + "INF-P17-Q04"))
    until(lambda: "MOI → Vector copy number" in said(inspector))
    assert "Strength" in said(inspector)
    inspector.tabs.setFocus()
    QTest.keyClick(inspector.tabs, Qt.Key.Key_Right)
    until(lambda: "Judgement of Expert EX1" in said(inspector))
    QTest.keyClick(inspector.tabs, Qt.Key.Key_Right)
    assert inspector.tabs.tabText(2).startswith("Used by")
    QTest.keyClick(inspector.tabs, Qt.Key.Key_Right)
    until(lambda: "Revision 1" in said(inspector))
    window.inspect(Iri(DEMO + "P17"))
    until(lambda: "MOI" in said(inspector) and "MOI → Vector" not in said(inspector))
    assert inspector.tabs.currentIndex() == 3
    assert inspector.focusProxy() is inspector.tabs


def test_its_buttons_and_links_lead_on(window: MainWindow, opened: Tabs, until: Until) -> None:
    inspector = window.inspector
    window.inspect(Iri(DEMO + "P17"))
    until(lambda: "MOI" in said(inspector))
    buttons = {button.text(): button for button in inspector.findChildren(QPushButton)}
    assert list(buttons) == ["Open page", "Impact of…", "Edit", "Show in graph"]
    buttons["Edit"].click()
    page = opened.currentWidget()
    assert isinstance(page, EntityPanel)
    assert page.editing
    link = next(link for link in inspector.findChildren(Link) if "Tian" in link.text())
    QTest.keyClick(link, Qt.Key.Key_Return)
    until(lambda: opened.entity_here() != DEMO + "P17")


def test_beside_its_page_a_thing_is_told_from_the_other_end(window: MainWindow, opened: Tabs, until: Until) -> None:
    window.open_entity(Iri(DEMO + "P17"))
    until(lambda: "concerns" in said(window.inspector))
    assert window.inspector.tabs.currentIndex() == 2
    assert "Open page" not in {button.text() for button in window.inspector.findChildren(QPushButton)}


def test_what_is_retired_is_marked_on_page_and_inspector(window: MainWindow, opened: Tabs, until: Until) -> None:
    thing = Iri(DEMO + "T14")
    window.project.write(lambda workspace: retiring.retire(workspace, thing, "old"), lambda _: None, window.tell)
    window.open_entity(thing)
    page = opened.currentWidget()
    assert isinstance(page, EntityPanel)
    until(lambda: page.portrait is not None and page.portrait.retired)
    marks = {chip.accessibleName() for chip in page.findChildren(Chip)}
    assert "retired" in marks
    assert "No longer used" in "\n".join(label.text() for label in page.findChildren(QLabel))
    until(lambda: "retired" in {chip.accessibleName() for chip in window.inspector.findChildren(Chip)})


def test_several_things_are_summed_up_and_what_is_gone_says_so(window: MainWindow, opened: Tabs, until: Until) -> None:
    things = tuple(Iri(DEMO + name) for name in ("P17", "P18", "Q04"))
    window.project.read(lambda reader: inspection.several(reader, things), window.inspector.show_several, window.tell)
    until(lambda: "3 things" in said(window.inspector))
    assert "2  process parameter" in said(window.inspector)
    window.inspect(Iri(DEMO + "nothing"))
    until(lambda: "Nothing in this project is called" in said(window.inspector))


def test_determined_is_explained(window: MainWindow, opened: Tabs, qtbot: QtBot) -> None:
    assert "every link" in _tips(window)


def _tips(window: MainWindow) -> str:
    from kgapp.ui.models import item_words

    return item_words.determined()


def test_what_is_changed_elsewhere_is_read_again(window: MainWindow, opened: Tabs, until: Until) -> None:
    inspector = window.inspector
    window.inspect(Iri(DEMO + "P17"))
    until(lambda: "MOI" in said(inspector))

    def rename(workspace: Workspace, why: str) -> Revision | None:
        return editing.set_values(workspace, Iri(DEMO + "P17"), RDFS.label, ("Multiplicity",), why)

    window.keeping.saver.use_spell("as the procedure says")
    window.save(Step("Rename MOI", rename, lambda _: None))
    until(lambda: "Multiplicity" in said(inspector))
