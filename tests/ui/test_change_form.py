"""The form of a change: what its kind asks for, several changes together, and open ones that are named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QCheckBox

from kgapp.domain.impact import ChangeKind
from kgapp.domain.terms import Iri
from kgapp.services import change_choices
from kgapp.services.change_drafts import Drafted
from kgapp.ui.panels.change_form import ChangeForm
from kgapp.ui.panels.tabs import Tabs
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
