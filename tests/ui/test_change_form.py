"""The form of a change: what its kind asks for, several changes together, and open ones that are named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton

from kgapp.domain.assessment import Function
from kgapp.domain.impact import ChangeKind
from kgapp.domain.terms import Iri
from kgapp.services import change_choices
from kgapp.services.change_drafts import Drafted
from kgapp.ui.panels import review_dialogs
from kgapp.ui.panels.change_form import ChangeForm
from kgapp.ui.panels.impact import ImpactPanel
from kgapp.ui.panels.review_dialogs import ReviewDialog
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.panels.triage_form import TriageForm
from kgapp.ui.window import MainWindow

DEMO = "https://w3id.org/kgapp/demo/"
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", "raise()")
Until = Callable[[Callable[[], object]], None]


@dataclass
class Asked:
    """What a form asked."""

    drafted: list[Drafted] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def __call__(self, drafted: Drafted, name: str) -> None:
        self.drafted.append(drafted)
        self.names.append(name)


def form_of(window: MainWindow, thing: str, until: Until) -> tuple[ChangeForm, Asked]:
    asked, made = Asked(), list[ChangeForm]()
    window.project.read(
        lambda reader: change_choices.choices(reader, Iri(DEMO + thing)),
        lambda choices: made.append(ChangeForm(window, choices, asked)),
        window.tell,
    )
    until(lambda: made)
    made[0].open()
    return made[0], asked


def choose_kind(form: ChangeForm, kind: ChangeKind) -> None:
    form.kind.setCurrentIndex(form.kind.findData(kind.value))


def test_changes_are_entered_together_and_an_open_one_nearby_joins_them(
    window: MainWindow, opened: Tabs, until: Until
) -> None:
    form, asked = form_of(window, "P17", until)
    ticks = {each.toolTip(): each for each in form.findChildren(QCheckBox)}
    assert any("MOI at Leiden from 3 to 5" in words and "changes the same" in words for words in ticks)
    form.editor.external.setText("QS-12")
    form.editor.batches.menu().actions()[0].setChecked(True)
    form.more.show_thing(Iri(DEMO + "P09"), "Post-thaw rest time")
    form.more.chosen.emit(DEMO + "P09")
    until(lambda: form.tabs.count() == 2)
    choose_kind(form, ChangeKind.TIMING)
    form.old.setText("2")
    form.new.setText("16")
    next(tick for words, tick in ticks.items() if "MOI at Leiden from 3 to 5" in words).setChecked(True)
    form.accept()
    until(lambda: asked.drafted)
    one, two, recorded = asked.drafted[0].changes
    assert (one.external_id, len(one.batches), one.question.new) == ("QS-12", 1, "5")
    assert (two.question.entity, two.question.kind, two.question.new) == (DEMO + "P09", ChangeKind.TIMING, "16")
    assert recorded.existing == DEMO + "CH1"
    assert "MOI at Leiden" in asked.names[0]
    assert [each.entity for each in asked.drafted[0].question.also] == [DEMO + "P09", DEMO + "P17"]


def test_each_kind_of_change_has_its_own_fields(window: MainWindow, opened: Tabs, until: Until) -> None:
    form, asked = form_of(window, "M02", until)
    choose_kind(form, ChangeKind.REPLACEMENT)
    assert form.editor.by.isVisible()
    assert not form.old.isVisible()
    form.editor.by.show_thing(Iri(DEMO + "M03"), "Dynabeads")
    form.editor.by.chosen.emit(DEMO + "M03")
    assert form.question().new_thing == DEMO + "M03"
    form.more.chosen.emit(DEMO + "REGION-EU")
    until(form.complaint.isVisible)
    assert "cannot change by itself" in form.complaint.text()
    form.more.chosen.emit(DEMO + "P03")
    until(lambda: form.tabs.count() == 2)
    choose_kind(form, ChangeKind.EXCURSION)
    assert form.editor.duration.isVisible()
    form.editor.duration.setText("30 h")
    assert form.editor.question().duration == "30 h"
    form.out.click()
    assert form.tabs.count() == 1
    assert not form.out.isVisible()
    form.accept()
    assert len(asked.drafted[0].changes) == 1


def test_a_usual_change_sets_the_kind_and_who_usually_judges_it(window: MainWindow, opened: Tabs, until: Until) -> None:
    form, asked = form_of(window, "P17", until)
    at = form.editor.usual.findText("Wider or narrower normal range", Qt.MatchFlag.MatchStartsWith)
    form.editor.usual.setCurrentIndex(at)
    assert form.question().kind is ChangeKind.RANGE
    form.new.setText("3-12")
    form.accept()
    assert Function.REGULATORY in asked.drafted[0].asks


def test_a_deviation_is_looked_at_and_recorded_with_its_assessment(
    window: MainWindow, opened: Tabs, until: Until
) -> None:
    looked, kept = Asked(), list[Iri]()
    form = TriageForm(window, looked, kept.append)
    form.open()
    form.findChildren(QPushButton)[-1].click()
    assert form.complaint.text() == "Choose what was out of its value."
    form.factor.show_thing(Iri(DEMO + "P02"), "Temperature")
    form.batch.show_thing(Iri(DEMO + "B-BOS-09"), "Batch 9")
    form.batch.chosen.emit(DEMO + "B-BOS-09")
    until(lambda: "Boston" in form.where.text())
    form.value.setText("15 °C")
    form.duration.setText("30 h")
    record = next(each for each in form.findChildren(QPushButton) if each.text() == "Record and assess")
    record.click()
    assert "Say in a sentence why" in form.complaint.text()
    form.why.setText("Reported by the courier")
    record.click()
    until(lambda: kept)
    other = TriageForm(window, looked, kept.append)
    other.factor.show_thing(Iri(DEMO + "P02"), "Temperature")
    other.batch.show_thing(Iri(DEMO + "B-BOS-09"), "Batch 9")
    other.batch.chosen.emit(DEMO + "B-BOS-09")
    until(lambda: "Boston" in other.where.text())
    other.value.setText("15 °C")
    next(each for each in other.findChildren(QPushButton) if each.text() == "Only look").click()
    assert looked.drafted[0].question.kind is ChangeKind.EXCURSION
    assert looked.drafted[0].question.site == DEMO + "BOS"


@pytest.mark.parametrize(("thing", "kind"), [("CH1", ChangeKind.VALUE), ("DEV2", ChangeKind.EXCURSION)])
def test_a_recorded_change_or_deviation_is_assessed_as_it_says(
    window: MainWindow, opened: Tabs, until: Until, thing: str, kind: ChangeKind
) -> None:
    window.assess(Iri(DEMO + thing))
    until(lambda: isinstance(opened.currentWidget(), ImpactPanel))
    panel = opened.currentWidget()
    assert isinstance(panel, ImpactPanel)
    until(lambda: panel.report)
    assert panel.report is not None
    assert panel.report.change.kind is kind


def test_keeping_the_assessment_of_a_recorded_change_is_about_that_change(
    window: MainWindow, opened: Tabs, until: Until
) -> None:
    window.assess(Iri(DEMO + "CH1"))
    until(lambda: isinstance(opened.currentWidget(), ImpactPanel))
    panel = opened.currentWidget()
    assert isinstance(panel, ImpactPanel)
    until(lambda: panel.report)
    review_dialogs.keep(window, panel.review)
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, ReviewDialog))
    lines = {each.accessibleName(): each for each in dialog.findChildren(QLineEdit)}
    assert lines["Number in the quality system"].text() == "INV-CC-0147"
    lines["Why?"].setText("Low CAR+ results")
    dialog.does.click()
    until(lambda: panel.review.assessment)
    assert panel.review.assessment is not None
    assert [each.iri for each in panel.review.assessment.changes] == [DEMO + "CH1"]
