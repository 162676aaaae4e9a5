"""Forms in the real window, on the demo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kgapp import bootstrap
from kgapp.domain.terms import Iri, Literal
from kgapp.domain.vocabulary import CLASSES, KG, RDFS, SKOS, UNIT
from kgapp.services import editing, retiring
from kgapp.services.form_fields import Entry, Field, Kind
from kgapp.services.form_input import FormDraft
from kgapp.services.ports import Pattern
from kgapp.ui import places_table
from kgapp.ui.dragging import mime_of, things_in
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.field_date import DateEditor
from kgapp.ui.panels.field_list import FieldEditor
from kgapp.ui.panels.field_measured import MeasuredEditor
from kgapp.ui.panels.fields import LineEditor, TaggedEditor, TextEditor, TooLong, ValueEditor
from kgapp.ui.panels.form import FormPanel
from kgapp.ui.panels.form_view import NewView
from kgapp.ui.panels.new_inline import NewInline
from kgapp.ui.panels.picker import LinkEditor
from kgapp.ui.panels.reason import ReasonDialog
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.window import MainWindow

D = "https://w3id.org/kgapp/demo/"
NOR = Iri(D + "NOR-BOS-P17")
Until = Callable[[Callable[[], object]], None]


class Forms:
    """Opens forms on the window of a test, fills and saves them."""

    def __init__(self, window: MainWindow, demo: Path, qtbot: QtBot, until: Until) -> None:
        self.window, self.demo, self.until, self._qtbot = window, demo, until, qtbot

    def open(self, entity: str, predicate: Iri | None = None) -> FormPanel:
        return self.show(FormPanel(self.window, Iri(D + entity), predicate))

    def show(self, form: FormPanel) -> FormPanel:
        ready: list[bool] = []
        form.filled.connect(lambda: ready.append(True))
        self._qtbot.addWidget(form)
        form.resize(700, 700)
        form.show()
        form.activateWindow()
        self.until(lambda: ready and form.isActiveWindow())
        return form

    def wait(self, ready: list[bool]) -> None:
        self.until(lambda: ready)

    def reason(self, why: str) -> None:
        self.until(lambda: self.dialog(ReasonDialog))
        dialog = self.dialog(ReasonDialog)
        assert isinstance(dialog, ReasonDialog)
        dialog.reason.setText(why)
        dialog.save.click()

    def save(self, form: FormPanel, why: str = "because") -> None:
        saved: list[str] = []
        form.saved.connect(saved.append)
        form.save()
        self.reason(why)
        self.until(lambda: saved)

    def dialog(self, kind: type[QWidget]) -> QWidget | None:
        return next(
            (each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()), None
        )

    def values(self, entity: Iri, predicate: Iri) -> set[str]:
        with bootstrap.reading(self.demo) as workspace:
            found = workspace.reader.quads(Pattern(subject=entity, predicate=predicate))
            return {quad.object.lexical if isinstance(quad.object, Literal) else quad.object for quad in found}

    def elsewhere(self, predicate: Iri, text: str) -> None:
        """Somebody else changes the normal range."""
        done: list[object] = []
        self.window.project.write(
            lambda workspace: editing.set_values(workspace, NOR, predicate, [text], "elsewhere"), done.append, print
        )
        self.until(lambda: done)


@pytest.fixture
def forms_of(window: MainWindow, opened: Tabs, demo: Path, qtbot: QtBot, until: Until) -> Forms:
    return Forms(window, demo, qtbot, until)


def measured(form: FormPanel, path: Iri) -> MeasuredEditor:
    view = form.row(path)
    assert view is not None
    assert isinstance(view.editor, MeasuredEditor)
    return view.editor


def field(form: FormPanel, path: Iri) -> FieldEditor:
    view = form.row(path)
    assert view is not None
    assert isinstance(view.editor, FieldEditor)
    return view.editor


def type_in(editor: ValueEditor, text: str) -> None:
    assert isinstance(editor, LineEditor | DateEditor | LinkEditor)
    editor.line.setFocus()
    editor.line.selectAll()
    QTest.keyClicks(editor.line, text)


def said(form: FormPanel, path: Iri) -> str:
    view = form.row(path)
    assert view is not None
    return view.said


def seen(place: QWidget, name: str) -> QWidget:
    """The first widget with a name that can be seen."""
    return next(each for each in place.findChildren(QWidget) if each.accessibleName() == name and each.isVisible())


def button(form: QWidget, text: str) -> QPushButton:
    return next(each for each in form.findChildren(QPushButton) if each.text() == text)


def test_a_range_is_widened_with_a_reason_and_only_that_is_changed(forms_of: Forms) -> None:
    form = forms_of.open("NOR-BOS-P17", KG.upperLimit)
    editor = measured(form, KG.upperLimit)
    forms_of.until(lambda: editor.isAncestorOf(form.focusWidget()))
    assert not form.foot.save.isEnabled()
    type_in(editor.figure(KG.upperLimit).first, "6")
    assert form.changed
    assert form.foot.save.isEnabled()
    assert "1 field changed" in form.foot.said.text()
    forms_of.save(form, "wider after the study")
    assert forms_of.values(NOR, KG.upperLimit) == {"6"}
    assert forms_of.values(NOR, KG.lowerLimit) == {"2"}
    with bootstrap.reading(forms_of.demo) as workspace:
        head = workspace.reader.head()
        assert head is not None
        assert (head.note.why, head.removed_count, head.added_count) == ("wider after the study", 1, 1)
        assert head.summary.startswith("Set “upper limit” of “Normal operating range of MOI at Boston”")


def test_the_keyboard_is_in_the_wanted_field_also_when_the_window_comes_to_the_front_while_the_form_is_made(
    window: MainWindow, opened: Tabs, qtbot: QtBot, until: Until
) -> None:
    form = FormPanel(window, NOR, KG.upperLimit)
    qtbot.addWidget(form)
    form.show()
    window.activateWindow()
    until(window.isActiveWindow)
    form.filled.connect(form.activateWindow)
    until(form.isActiveWindow)
    until(lambda: measured(form, KG.upperLimit).isAncestorOf(form.focusWidget()))


def test_a_decimal_comma_is_explained_and_not_saved(forms_of: Forms) -> None:
    form = forms_of.open("NOR-BOS-P17")
    figure = measured(form, KG.upperLimit).figure(KG.upperLimit).first
    type_in(figure, "6,5")
    assert "Write a point instead of the comma: 6.5." in said(form, KG.upperLimit)
    form.save()
    assert forms_of.dialog(ReasonDialog) is None
    type_in(figure, "1")
    assert "ends below its start" in said(form, KG.upperLimit)
    view = form.row(KG.upperLimit)
    assert view is not None
    view.taken_back.emit()
    assert (form.changed, said(form, KG.upperLimit)) == (False, "")


def test_only_units_of_the_kind_of_the_factor_are_offered(forms_of: Forms) -> None:
    unit = measured(forms_of.open("NOR-BOS-P17"), KG.unit).unit
    assert unit is not None
    assert [unit.itemText(at) for at in range(unit.count())] == ["no unit", "TU/cell"]
    unit.setCurrentIndex(0)
    unit.activated.emit(0)
    assert unit.entries() == ()


def test_what_somebody_else_changed_is_shown_beside_and_one_is_chosen(forms_of: Forms) -> None:
    form = forms_of.open("NOR-BOS-P17")
    type_in(measured(form, KG.upperLimit).figure(KG.upperLimit).first, "6")
    forms_of.elsewhere(KG.upperLimit, "5")
    forms_of.until(lambda: any(each.text() == "Keep mine" for each in form.findChildren(QPushButton)))
    form.save()
    assert forms_of.dialog(ReasonDialog) is None
    button(form, "Keep mine").click()
    forms_of.until(lambda: not any(each.text() == "Keep mine" for each in form.findChildren(QPushButton)))
    forms_of.save(form)
    assert forms_of.values(NOR, KG.upperLimit) == {"6"}


def test_theirs_can_be_taken_and_other_fields_follow_by_themselves(forms_of: Forms) -> None:
    form = forms_of.open("NOR-BOS-P17")
    type_in(measured(form, KG.upperLimit).figure(KG.upperLimit).first, "6")
    forms_of.elsewhere(KG.lowerLimit, "3")
    forms_of.until(lambda: measured(form, KG.lowerLimit).entries()[KG.lowerLimit][0].text == "3")
    assert measured(form, KG.upperLimit).entries()[KG.upperLimit][0].text == "6"
    forms_of.elsewhere(KG.upperLimit, "5")
    forms_of.until(lambda: any(each.text() == "Take theirs" for each in form.findChildren(QPushButton)))
    button(form, "Take theirs").click()
    forms_of.until(lambda: measured(form, KG.upperLimit).entries()[KG.upperLimit][0].text == "5")
    assert not form.changed


def test_leaving_asks_and_a_draft_comes_back(forms_of: Forms) -> None:
    form = forms_of.open("NOR-BOS-P17")
    assert form.may_close()
    type_in(measured(form, KG.upperLimit).figure(KG.upperLimit).first, "6")
    left: list[bool] = []
    form.left.connect(lambda: left.append(True))
    assert not form.may_close()
    box = form.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    next(each for each in box.buttons() if each.text() == "Keep as draft").click()
    forms_of.until(lambda: left)
    assert [draft.place for draft in forms_of.window.drafts.left] == [f"edit {NOR}"]
    again = forms_of.open("NOR-BOS-P17")
    assert measured(again, KG.upperLimit).entries()[KG.upperLimit][0].text == "6"
    assert again.changed
    again.leave()
    box = again.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    next(each for each in box.buttons() if each.text() == "Discard").click()
    third = forms_of.open("NOR-BOS-P17")
    assert not third.changed


def test_input_is_a_plain_value_that_can_be_put_back(forms_of: Forms) -> None:
    form = forms_of.open("NOR-BOS-P17")
    type_in(measured(form, KG.upperLimit).figure(KG.upperLimit).first, "6")
    draft = FormDraft.from_json(form.to_draft().to_json())
    form.revert()
    assert not form.to_draft()
    form.from_draft(draft)
    forms_of.until(lambda: form.groups is not None and form.groups.rows)
    assert form.changed
    assert form.to_draft() == draft


def test_a_link_is_found_by_typing_and_chosen_with_the_keys(forms_of: Forms) -> None:
    form = forms_of.open("NOR-BOS-P17", KG.forFactor)
    link = field(form, KG.forFactor).first
    assert isinstance(link, LinkEditor)
    type_in(link, "hold")
    assert "Choose one from the list" in said(form, KG.forFactor)
    forms_of.until(lambda: link.choosing)
    QTest.keyClick(link.line, Qt.Key.Key_Down)
    QTest.keyClick(link.line, Qt.Key.Key_Up)
    first = link.popup.choice
    assert first is not None
    QTest.keyClick(link.line, Qt.Key.Key_Return)
    assert not link.choosing
    assert link.entry().text == first.thing.iri
    assert link.line.text() == first.thing.label
    assert said(form, KG.forFactor) == ""
    QTest.keyClick(link.line, Qt.Key.Key_Down)
    forms_of.until(lambda: link.choosing)
    QTest.keyClick(link.line, Qt.Key.Key_Escape)
    assert not link.choosing


def test_nothing_is_chosen_from_what_was_found_for_other_words(forms_of: Forms) -> None:
    link = field(forms_of.open("NOR-BOS-P17", KG.forFactor), KG.forFactor).first
    assert isinstance(link, LinkEditor)
    type_in(link, "hold")
    forms_of.until(lambda: link.choosing)
    type_in(link, "MOI")
    QTest.keyClick(link.line, Qt.Key.Key_Return)
    assert link.entry().text == "MOI"
    forms_of.until(lambda: link.popup.choice is not None and link.popup.choice.thing.iri == D + "P17")
    QTest.keyClick(link.line, Qt.Key.Key_Return)
    assert link.entry().text == D + "P17"


def test_a_thing_is_dropped_on_a_field_that_takes_it(forms_of: Forms) -> None:
    form = forms_of.open("NOR-BOS-P17", KG.forFactor)
    link = field(form, KG.forFactor).first
    assert isinstance(link, LinkEditor)

    def drop(name: str) -> None:
        carried = mime_of((Iri(D + name),))
        event = QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            carried,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QEvent.Type.Drop,
        )
        link.dropEvent(event)

    drop("BOS")
    forms_of.until(lambda: "this field takes" in forms_of.window.statusBar().currentMessage())
    assert link.entry().text == D + "P17"
    drop("P18")
    forms_of.until(lambda: link.entry().text == D + "P18")


def test_what_is_carried_is_read_as_it_was_put_in() -> None:
    assert things_in(mime_of((Iri("a:b"), Iri("c:d")))) == (Iri("a:b"), Iri("c:d"))
    assert things_in(QMimeData()) == ()
    assert things_in(mime_of((Iri("not an address"), Iri("c:d")))) == (Iri("c:d"),)


def test_a_new_thing_is_made_beside_and_put_in(forms_of: Forms) -> None:
    form = forms_of.open("NOR-BOS-P17", KG.establishedBy)
    link = field(form, KG.establishedBy).first
    assert isinstance(link, LinkEditor)
    type_in(link, "Report of a new study")
    forms_of.until(lambda: link.choosing and link.popup.choice is None)
    QTest.keyClick(link.line, Qt.Key.Key_Return)
    forms_of.until(lambda: forms_of.dialog(NewInline))
    dialog = forms_of.dialog(NewInline)
    assert isinstance(dialog, NewInline)
    assert dialog.label.text() == "Report of a new study"
    dialog.kind.setCurrentIndex(dialog.kind.findData(KG.Document))
    dialog.save.click()
    forms_of.reason("needed")
    forms_of.until(lambda: link.entry().text == D + "Document-report-of-a-new-study")
    assert forms_of.values(Iri(link.entry().text), RDFS.label) == {"Report of a new study"}


def test_values_are_added_and_removed(forms_of: Forms) -> None:
    form = forms_of.open("P17", SKOS.altLabel)
    names = field(form, SKOS.altLabel)
    assert [entry.text for entry in names.entries()] == ["Multiplicity of infection"]
    add = seen(names, "Also called: add another")
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    assert len(names.entries()) == 2
    second = QApplication.focusWidget()
    assert isinstance(second, QLineEdit)
    QTest.keyClicks(second, "Vector dose")
    remove = seen(names, "Also called: remove this value")
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert [entry.text for entry in names.entries()] == ["Vector dose"]
    forms_of.save(form)
    assert forms_of.values(Iri(D + "P17"), SKOS.altLabel) == {"Vector dose"}


def test_a_date_is_chosen_in_the_calendar(forms_of: Forms) -> None:
    form = forms_of.open("CH1", KG.effectiveFrom)
    date = field(form, KG.effectiveFrom).first
    assert isinstance(date, DateEditor)
    QTest.keyClick(date.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = form.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate().toString("yyyy-MM-dd") == "2026-06-01"
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert date.entry().text == "2026-06-02"
    type_in(date, "soon")
    assert "a date such as" in said(form, KG.effectiveFrom)


def test_a_text_keeps_its_language_until_it_is_changed(forms_of: Forms) -> None:
    form = forms_of.open("T14", KG.cue)
    text = field(form, KG.cue).first
    assert isinstance(text, TaggedEditor)
    assert text.entry().language == "en"
    text.language.setEditText("de")
    assert form.changed
    text.language.setEditText("en")
    assert not form.changed


def test_a_new_parameter_begins_in_the_step_it_was_asked_for(forms_of: Forms, opened: Tabs) -> None:
    step = Iri("https://w3id.org/kgapp/demo/UO06")
    forms_of.window.open_place(places_table.new_in_step(KG.ProcessParameter, step))
    view = opened.currentWidget()
    assert isinstance(view, NewView)
    forms_of.until(lambda: dict(view.form.to_draft().fields).get(KG.hasFactor) == (Entry(step),))
    forms_of.until(lambda: "Expansion" in [each.text() for each in view.form.findChildren(QLineEdit)])
    view.form.revert()
    assert not view.form.changed


def test_a_new_thing_gets_a_form_and_then_a_page(forms_of: Forms, opened: Tabs) -> None:
    forms_of.window.open_place(f"new {KG.Site}")
    view = opened.currentWidget()
    assert isinstance(view, NewView)
    forms_of.until(lambda: view.form.row(RDFS.label))
    view.form.save()
    assert "needs a label" in said(view.form, RDFS.label)
    label = field(view.form, RDFS.label).first
    assert isinstance(label, TaggedEditor)
    line = label.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "Basel")
    view.form.save()
    forms_of.reason("a third site")
    forms_of.until(lambda: opened.entity_here() == D + "Site-basel")
    forms_of.until(lambda: not any(isinstance(each, NewView) for each in opened.views))
    assert forms_of.values(Iri(D + "Site-basel"), RDFS.label) == {"Basel"}
    page = opened.here
    assert isinstance(page, EntityPanel)
    forms_of.window.activateWindow()
    forms_of.until(page.table.hasFocus)


def test_a_retired_thing_is_marked(forms_of: Forms) -> None:
    done: list[object] = []
    forms_of.window.project.write(lambda workspace: retiring.retire(workspace, NOR, "old"), done.append, done.append)
    forms_of.until(lambda: done)
    form = forms_of.open("NOR-BOS-P17")
    assert any(each.accessibleName() == "retired" for each in form.head.findChildren(QWidget))


def test_a_text_that_is_too_long_for_a_field_stays_as_it_is(forms_of: Forms) -> None:
    long = "x" * 1_000_000
    done: list[object] = []
    forms_of.window.project.write(
        lambda workspace: editing.set_values(workspace, NOR, RDFS.comment, [long], "long"), done.append, done.append
    )
    forms_of.until(lambda: done)
    form = forms_of.open("NOR-BOS-P17")
    note = field(form, RDFS.comment)
    assert isinstance(note.first, TooLong)
    assert note.entries()[0].text == long
    assert not form.changed


def test_a_thing_that_is_gone_says_so(forms_of: Forms, qtbot: QtBot) -> None:
    form = FormPanel(forms_of.window, Iri(D + "none"))
    qtbot.addWidget(form)
    forms_of.until(lambda: form.states.showing == "failed")


def test_every_field_of_every_class_has_a_widget_that_works(forms_of: Forms) -> None:
    checked: set[tuple[Iri, Kind, bool]] = set()
    for kind in sorted(CLASSES):
        ready: list[bool] = []
        form = FormPanel.new(forms_of.window, kind)
        form.filled.connect(partial(ready.append, True))
        forms_of.wait(ready)
        assert form.groups is not None
        assert form.form is not None
        form.groups.show_all()
        for each in form.form.fields:
            if (each.path, each.kind, each.many) not in checked:
                checked.add((each.path, each.kind, each.many))
                check(form, each)
        form.deleteLater()


def check(form: FormPanel, each: Field) -> None:
    view = form.row(each.path)
    assert view is not None
    entry = Entry(SAMPLES[each.kind] or _word(each.shape.texts, each.shape.words), "en" if each.tagged else "")
    view.show_inputs({**view.inputs(), each.path: (entry,)})
    assert view.inputs()[each.path] == (entry,), (form.kind, each.path)
    lists = [inner for box in view.findChildren(QComboBox) for inner in box.findChildren(QWidget)]
    focusable = [w for w in view.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w not in lists]
    unnamed = [w for w in focusable if not w.accessibleName()]
    assert not unnamed, (form.kind, each.path)


def _word(texts: tuple[str, ...], words: tuple[Iri, ...]) -> str:
    return (*texts, *words)[0]


SAMPLES = {
    Kind.DECIMAL: "7.40",
    Kind.INTEGER: "3",
    Kind.BOOLEAN: "true",
    Kind.DATE: "2026-03-31",
    Kind.DATE_TIME: "2026-03-31T09:30:00Z",
    Kind.LINK: D + "P17",
    Kind.TEXT: "words",
    Kind.OTHER: '"7"',
    Kind.WORD: "",
    Kind.CHOICE: "",
}


def test_hostile_text_stands_in_a_field_as_it_is(forms_of: Forms) -> None:
    text = '<img src="file:///etc/passwd"> \u202eabc\nsecond'
    form = forms_of.open("NOR-BOS-P17")
    editor = field(form, KG.finding)
    editor.show_entries((Entry(text, "en"),))
    assert editor.entries()[0].text == text
    assert isinstance(editor.first, TaggedEditor)
    assert editor.first.findChild(TextEditor) is not None


@pytest.mark.parametrize("text", ["37\u00a0°C\nthen 4\u00a0°C", "one\r\ntwo\r\n", "one\ntwo"])
def test_what_is_not_typed_over_stays_to_the_character(forms_of: Forms, text: str) -> None:
    form = forms_of.open("NOR-BOS-P17")
    editor = field(form, KG.finding)
    editor.show_entries((Entry(text, "en"),))
    inner = editor.first.findChild(TextEditor)
    assert inner is not None
    QTest.keyClicks(inner.text, "x")
    assert editor.entries()[0].text == f"x{text}"


def test_a_unit_that_somebody_else_changed_is_shown_before_its_figure_is_saved(forms_of: Forms) -> None:
    form = forms_of.open("NOR-BOS-P17")
    type_in(measured(form, KG.upperLimit).figure(KG.upperLimit).first, "6")
    forms_of.elsewhere(KG.unit, UNIT.NUM)
    forms_of.until(lambda: any(each.text() == "Keep mine" for each in form.findChildren(QPushButton)))
    form.save()
    assert forms_of.dialog(ReasonDialog) is None
    button(form, "Keep mine").click()
    forms_of.until(lambda: not any(each.text() == "Keep mine" for each in form.findChildren(QPushButton)))
    forms_of.save(form)
    assert forms_of.values(NOR, KG.upperLimit) == {"6"}
    assert forms_of.values(NOR, KG.unit) == {KG.TU_PER_CELL}


def test_while_a_form_is_saved_nothing_is_entered_and_it_is_not_left(forms_of: Forms) -> None:
    form = forms_of.open("NOR-BOS-P17")
    type_in(measured(form, KG.upperLimit).figure(KG.upperLimit).first, "6")
    saved: list[str] = []
    form.saved.connect(saved.append)
    forms_of.window.keeping.saver.use_spell("because")
    form.save()
    assert not measured(form, KG.upperLimit).isEnabled()
    assert not form.may_close()
    assert form.findChild(QMessageBox) is None
    forms_of.until(lambda: saved)
    assert form.may_close()


def test_of_thousands_of_values_the_first_are_edited_and_none_is_lost(forms_of: Forms) -> None:
    many = tuple(Entry(f"name {at}", "en", f'"name {at}"@en') for at in range(5_000))
    form = forms_of.open("P17", SKOS.altLabel)
    names = field(form, SKOS.altLabel)
    names.show_entries(many)
    assert names.entries() == many
    assert len(names.findChildren(TaggedEditor)) < 100
    QTest.mouseClick(seen(names, "Also called: add another"), Qt.MouseButton.LeftButton)
    assert len(names.entries()) == 5_001


def test_a_draft_that_began_from_other_values_says_so(forms_of: Forms) -> None:
    form = forms_of.open("NOR-BOS-P17")
    type_in(measured(form, KG.upperLimit).figure(KG.upperLimit).first, "6")
    forms_of.window.drafts.set_aside(form.place, "the range", form.to_draft().to_json())
    form.hide()
    forms_of.elsewhere(KG.upperLimit, "5")
    again = forms_of.open("NOR-BOS-P17")
    assert any("was changed since" in label.text() for label in again.head.findChildren(QLabel))
    assert again.changed
    forms_of.window.drafts.set_aside(form.place, "the range", "what nobody wrote")
    third = forms_of.open("NOR-BOS-P17")
    assert any("cannot be read" in label.text() for label in third.head.findChildren(QLabel))
    assert not third.changed


def test_the_form_is_saved_and_left_with_the_keys(forms_of: Forms) -> None:
    form = forms_of.open("NOR-BOS-P17", KG.basis)
    type_in(measured(form, KG.upperLimit).figure(KG.upperLimit).first, "6")
    saved: list[str] = []
    left: list[bool] = []
    form.saved.connect(saved.append)
    form.left.connect(lambda: left.append(True))
    QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    forms_of.reason("with the keys")
    forms_of.until(lambda: saved)
    assert saved == [NOR]
    assert not form.changed
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert left


def test_a_save_without_a_reason_leaves_everything_as_it_was(forms_of: Forms) -> None:
    form = forms_of.open("NOR-BOS-P17", KG.unit)
    type_in(measured(form, KG.upperLimit).figure(KG.upperLimit).first, "6")
    form.save()
    forms_of.until(lambda: forms_of.dialog(ReasonDialog))
    dialog = forms_of.dialog(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    assert not form.foot.save.isEnabled()
    dialog.reject()
    forms_of.until(form.foot.save.isEnabled)
    assert form.changed
    forms_of.window.theme.changed.emit()
    forms_of.until(lambda: measured(form, KG.upperLimit).entries()[KG.upperLimit][0].text == "6")
