"""New thing, duplicate, merge, retire and relate, through their dialogs on the demo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget

from kgapp import bootstrap
from kgapp.domain.terms import Iri, Literal
from kgapp.domain.vocabulary import DCTERMS, KG, OWL, RDFS
from kgapp.services.ports import Pattern
from kgapp.services.retiring import is_retired
from kgapp.ui import entity_commands, menus
from kgapp.ui.dragging import mime_of
from kgapp.ui.models.choices import ChoicesModel
from kgapp.ui.models.classes import ClassesModel, ClassFilter
from kgapp.ui.panels.choose_class import ChooseClass
from kgapp.ui.panels.duplicate import DuplicateDialog
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.form_view import NewView
from kgapp.ui.panels.merge import MergeDialog
from kgapp.ui.panels.parts import Link
from kgapp.ui.panels.reason import ReasonDialog
from kgapp.ui.panels.relate import RelateDialog
from kgapp.ui.panels.retire import RetireDialog
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.window import MainWindow

D = "https://w3id.org/kgapp/demo/"
BOS, LEI, MOI = Iri(D + "NOR-BOS-P17"), Iri(D + "NOR-LEI-P17"), Iri(D + "P17")
Until = Callable[[Callable[[], object]], None]
W = TypeVar("W", bound=QWidget)


class Dialogs:
    """Finds the dialogs of a test and answers the one that asks why."""

    def __init__(self, demo: Path, until: Until) -> None:
        self.demo, self.until = demo, until

    def get(self, kind: type[W]) -> W:
        self.until(lambda: self._found(kind))
        return self._found(kind)[0]

    def reason(self) -> None:
        dialog = self.get(ReasonDialog)
        dialog.reason.setText("because")
        dialog.save.click()

    def said(self, thing: Iri, predicate: Iri) -> set[str]:
        with bootstrap.reading(self.demo) as workspace:
            found = workspace.reader.quads(Pattern(subject=thing, predicate=predicate))
            return {quad.object.lexical if isinstance(quad.object, Literal) else quad.object for quad in found}

    def retired(self, thing: Iri) -> bool:
        with bootstrap.reading(self.demo) as workspace:
            return is_retired(workspace.reader, thing)

    def _found(self, kind: type[W]) -> list[W]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]


@pytest.fixture
def dialogs(opened: Tabs, demo: Path, until: Until) -> Dialogs:
    return Dialogs(demo, until)


def test_the_kind_of_a_new_thing_is_found_by_typing(window: MainWindow, opened: Tabs, dialogs: Dialogs) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = dialogs.get(ChooseClass)
    QTest.keyClicks(dialog.filter, "hold")
    assert str(dialog.tree.currentIndex().data()) == "Hold time"
    QTest.keyClicks(dialog.filter, "xyz")
    assert not dialog.make.isEnabled()
    dialog.filter.clear()
    QTest.keyClicks(dialog.filter, "know-how")
    first = dialog.tree.currentIndex().data()
    QTest.keyClick(dialog.filter, Qt.Key.Key_Down)
    assert dialog.tree.currentIndex().data() != first
    QTest.keyClick(dialog.filter, Qt.Key.Key_Up)
    dialog.make.click()
    view = opened.currentWidget()
    assert isinstance(view, NewView)
    assert view.place == f"new {KG.KnowHow}"


def test_the_classes_are_a_sound_model() -> None:
    model = ClassesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    narrowed = ClassFilter(model)
    narrowed.narrow("range")
    assert narrowed.rowCount()
    choices = ChoicesModel()
    QAbstractItemModelTester(choices, QAbstractItemModelTester.FailureReportingMode.Fatal)
    choices.show((), "New…")
    assert choices.index(0, 0).data() == "New…"


def test_a_copy_is_made_and_its_page_opens(window: MainWindow, opened: Tabs, dialogs: Dialogs) -> None:
    entity_commands.duplicate(window, (BOS,))
    dialog = dialogs.get(DuplicateDialog)
    assert dialog.label.text() == "Copy of Normal operating range of MOI at Boston"
    dialog.label.setText("  ")
    assert not dialog.copy.isEnabled()
    dialog.label.setText("Range for the study")
    dialog.copy.click()
    dialogs.reason()
    copy = Iri(D + "AcceptableRange-range-for-the-study")
    dialogs.until(lambda: opened.entity_here() == copy)
    assert dialogs.said(copy, KG.lowerLimit) == {"2"}


def test_two_things_become_one_with_the_chosen_values(window: MainWindow, opened: Tabs, dialogs: Dialogs) -> None:
    entity_commands.merge(window, (BOS, LEI))
    dialog = dialogs.get(MergeDialog)
    dialogs.until(lambda: dialog.plan)
    dialog.swap.click()
    dialogs.until(lambda: dialog.plan is not None and dialog.plan.stays.iri == LEI)
    dialog.swap.click()
    dialogs.until(lambda: dialog.plan is not None and dialog.plan.stays.iri == BOS)
    dialog.group(KG.atSite).button(1).setChecked(True)
    dialog.ready.click()
    dialogs.reason()
    dialogs.until(lambda: opened.entity_here() == BOS)
    assert dialogs.said(BOS, KG.atSite) == {D + "LEI"}
    assert dialogs.said(LEI, DCTERMS.isReplacedBy) == {BOS}
    assert dialogs.retired(LEI)


def test_what_cannot_be_merged_says_why(window: MainWindow, dialogs: Dialogs) -> None:
    entity_commands.merge(window, (BOS,))
    dialog = dialogs.get(MergeDialog)
    dialogs.until(lambda: "Nothing is done yet" in dialog.said)
    assert not dialog.ready.isEnabled()
    dialog.other.editor.choose(BOS, "itself")
    dialogs.until(lambda: "cannot be merged with itself" in dialog.said)
    assert not dialog.ready.isEnabled()
    dialog.reject()


def test_before_retiring_one_sees_what_refers_to_it(window: MainWindow, opened: Tabs, dialogs: Dialogs) -> None:
    entity_commands.retire(window, (MOI,))
    dialog = dialogs.get(RetireDialog)
    assert not dialog.delete.isEnabled()
    links = dialog.findChildren(Link)
    assert "Normal operating range of MOI at Boston" in [link.text() for link in links] or len(links) > 10
    dialog.ready.click()
    dialogs.reason()
    dialogs.until(lambda: dialogs.retired(MOI))
    entity_commands.retire(window, (MOI,))
    again = dialogs.get(RetireDialog)
    assert not again.ready.isEnabled()
    again.findChildren(Link)[0].followed.emit()
    dialogs.until(lambda: opened.entity_here() is not None)
    entity_commands.unretire(window, (MOI,))
    dialogs.reason()
    dialogs.until(lambda: not dialogs.retired(MOI))
    assert dialogs.said(MOI, OWL.deprecated) == set()


def test_only_what_nothing_refers_to_is_deleted(window: MainWindow, opened: Tabs, dialogs: Dialogs) -> None:
    entity_commands.duplicate(window, (BOS,))
    dialogs.get(DuplicateDialog).copy.click()
    dialogs.reason()
    dialogs.until(opened.entity_here)
    copy = opened.entity_here()
    assert copy is not None
    entity_commands.retire(window, (copy,))
    dialog = dialogs.get(RetireDialog)
    dialog.delete.setChecked(True)
    assert dialog.ready.text() == "Delete…"
    dialog.ready.click()
    dialogs.reason()
    dialogs.until(lambda: not dialogs.said(copy, RDFS.label))


def test_a_relation_is_said_in_words_added_and_removed(window: MainWindow, dialogs: Dialogs) -> None:
    entity_commands.add_relation(window, (Iri(D + "T14"),))
    dialog = dialogs.get(RelateDialog)
    dialog.other.editor.choose(Iri(D + "P18"), "…")
    dialogs.until(dialog.choices.buttons)
    names = [each.text() for each in dialog.choices.buttons()]
    at = next(at for at, name in enumerate(names) if name.startswith("Transfer the titration") and "concerns" in name)
    dialog.choices.button(at).setChecked(True)
    dialog.add.click()
    dialogs.reason()
    dialogs.until(lambda: D + "P18" in dialogs.said(Iri(D + "T14"), KG.concerns))

    entity_commands.add_relation(window, (Iri(D + "T14"), Iri(D + "P18")))
    again = dialogs.get(RelateDialog)
    dialogs.until(again.choices.buttons)
    again.choices.button(0).setChecked(True)
    assert not again.add.isEnabled()
    again.remove.click()
    dialogs.reason()
    dialogs.until(lambda: D + "P18" not in dialogs.said(Iri(D + "T14"), KG.concerns))


def test_a_thing_dropped_on_a_page_asks_how_the_two_are_related(
    window: MainWindow, opened: Tabs, dialogs: Dialogs
) -> None:
    opened.open_entity(Iri(D + "T14"))
    page = opened.here
    assert isinstance(page, EntityPanel)
    carried = mime_of((Iri(D + "P18"),))
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, carried, *_NO_KEYS)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, carried, *_NO_KEYS))
    dialog = dialogs.get(RelateDialog)
    dialogs.until(dialog.choices.buttons)
    assert dialog.chosen is not None
    assert "Transfer the titration" in dialog.chosen.sentence
    dialog.reject()


_NO_KEYS = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def test_where_the_model_has_no_relation_that_is_said(window: MainWindow, dialogs: Dialogs) -> None:
    entity_commands.add_relation(window, (Iri(D + "BOS"), Iri(D + "LEI")))
    dialog = dialogs.get(RelateDialog)
    dialogs.until(lambda: "has no relation" in dialog.said)
    assert not dialog.add.isEnabled()
    dialog.reject()


def test_the_menu_of_things_has_the_commands_that_make_sense() -> None:
    def texts(count: int, *, retired: int = 0, writable: bool = True) -> set[str]:
        things = tuple(Iri(f"a:{at}") for at in range(count))
        about = menus.Target(things, ((KG.Site,),) * count, frozenset((KG.Site,)), writable, retired)
        return {row.text for row in menus.rows(about)}

    assert {"Duplicate…", "Add a relation…", "Merge with another…", "Retire…"} <= texts(1)
    assert {"Take back into use…", "Delete for good…"} <= texts(1, retired=1)
    assert "Retire…" not in texts(1, retired=1)
    assert {"Merge the two…", "Relate the two…"} <= texts(2)
    assert not {"Duplicate…", "Merge with another…", "Retire…"} & texts(1, writable=False)
    assert not {"Merge the two…", "Retire…", "Duplicate…"} & texts(3)
