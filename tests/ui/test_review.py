"""A review in its window: kept, judged row by row and in bulk, doubted, closed, compared."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from kgapp import bootstrap
from kgapp.domain.assessment import Function, ItemKey, Outcome
from kgapp.domain.impact import ChangeKind
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import editing
from kgapp.services.assessments import changes, judging, reading
from kgapp.services.assessments.changes import Opening, Proposed
from kgapp.services.assessments.judging import Judgement
from kgapp.services.impact.assess import Question
from kgapp.ui.panels import review_dialogs
from kgapp.ui.panels.assessments import AssessmentsPanel
from kgapp.ui.panels.impact import ImpactPanel
from kgapp.ui.panels.review_compared import ComparedPanel
from kgapp.ui.panels.review_dialogs import ReviewDialog
from kgapp.ui.panels.review_tabs import Page
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.panels.verdict_box import VerdictBox
from kgapp.ui.window import MainWindow

DEMO = "https://w3id.org/kgapp/demo/"
LEIDEN = Iri(f"{DEMO}LEI")
MOI = Iri(f"{DEMO}P17")
Until = Callable[[Callable[[], object]], None]


def said(widget: QWidget) -> str:
    """All words that are shown in a widget."""
    labels = [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]
    return "\n".join((*labels, *(button.text() for button in widget.findChildren(QAbstractButton))))


def dialog() -> ReviewDialog:
    """The dialog that is open."""
    tops = QApplication.topLevelWidgets()
    return next(each for each in tops if isinstance(each, ReviewDialog) and each.isVisible())


def field(name: str) -> QLineEdit:
    found = next(each for each in dialog().findChildren(QLineEdit) if each.accessibleName() == name)
    assert isinstance(found, QLineEdit)
    return found


def box(window: MainWindow) -> VerdictBox:
    """Where the verdict is given now."""
    found = [each for each in window.inspector.findChildren(VerdictBox) if not each.isHidden()]
    assert found
    return found[-1]


def decided(panel: ImpactPanel, count: int) -> bool:
    """Whether so many items are decided."""
    return panel.review.state is not None and panel.review.state.decided == count


def assessed(project: Path) -> Iri:
    """A kept assessment with one verdict, of a change that can be assessed at Leiden."""
    proposed = Proposed(MOI, ChangeKind.VALUE, "3", "5", site=LEIDEN, external_id="CC-7")
    with bootstrap.writing(project) as workspace:
        opening = Opening(proposed=(proposed,), asks=(Function.QC,), label="Higher MOI")
        iri, _ = changes.open_assessment(workspace, opening, "more CAR+ cells are wanted")
        report = reading.report(workspace, reading.read(workspace.reader, iri))
        key = ItemKey(Iri(f"{DEMO}Q04"), LEIDEN)
        judging.judge(workspace, iri, report, (key,), Judgement(Function.QC, Outcome.IMPACTED, "no valid test"))
    return iri


def opened_review(tabs: Tabs, place: str, until: Until) -> ImpactPanel:
    panel = tabs.go(place)
    assert isinstance(panel, ImpactPanel)
    until(lambda: panel.report and panel.states.showing == "content")
    return panel


def test_a_review_is_kept_judged_in_bulk_and_closed(window: MainWindow, opened: Tabs, until: Until) -> None:
    window.open_impact(Question(MOI, ChangeKind.VALUE, "3", "5", LEIDEN), "MOI")
    panel = opened.here
    assert isinstance(panel, ImpactPanel)
    until(lambda: panel.report)
    assert "recorded once this is kept" in said(window.inspector)

    review_dialogs.keep(window, panel.review)
    dialog().does.click()
    assert "Say why" in said(dialog())
    for each in dialog().findChildren(QAbstractButton):
        if each.isCheckable() and each.text() in ("Process", "Regulatory"):
            each.setChecked(False)
    field("Why?").setText("more CAR+ cells are wanted")
    dialog().does.click()
    until(lambda: panel.review.state is not None)
    assert panel.place.startswith("assessment ")
    assert "in review" in {each.accessibleName() for each in panel.head.findChildren(QWidget)}

    first = panel.table.current
    box(window).outcomes[Outcome.IMPACTED].click()
    assert "Give the reason first" in said(window.inspector)
    QTest.keyClicks(box(window).reason, "no valid test here")
    box(window).outcomes[Outcome.IMPACTED].click()
    until(lambda: panel.review.state and panel.review.state.decided == 1)
    assert panel.table.current is not None
    assert panel.table.current.key != (first.key if first else None)

    review_dialogs.close(window, panel.review, panel.show_undecided)
    assert "without a verdict" in said(dialog())
    dialog().does.click()
    assert all(row.undecided for row in panel.table.list.rows)
    for page in (Page.WORK, Page.CELLS):
        panel.show_page(page)
        QTest.keyClick(panel.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        count = len(panel.table.chosen_rows)
        assert f"One verdict for {count} rows" in said(window.inspector)
        wanted = count + (panel.review.state.decided if panel.review.state else 0)
        box(window).reason.setPlainText("looked at together")
        box(window).outcomes[Outcome.NOT_IMPACTED].click()
        until(partial(decided, panel, wanted))
    total = panel.review.state.total if panel.review.state else 0
    until(lambda: f"{total} of {total} decided" in said(panel.head))

    review_dialogs.close(window, panel.review, panel.show_undecided)
    dialog().does.click()
    assert "Write the conclusion" in said(dialog())
    text = dialog().findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    text.setPlainText("The change is supported with a new test.")
    dialog().does.click()
    until(lambda: panel.review.assessment and panel.review.assessment.closed)
    until(lambda: "It is read-only." in said(panel.head))
    panel.filters.reset()
    panel.show_page(Page.WORK)
    panel.table.choose_first()
    until(lambda: "nothing in it is altered" in said(window.inspector))


def test_a_suspect_verdict_says_what_changed_and_can_be_confirmed(window: MainWindow, demo: Path, until: Until) -> None:
    iri = assessed(demo)
    with bootstrap.writing(demo) as workspace:
        influence = Iri(f"{DEMO}INF-P17-Q04")
        editing.set_values(workspace, influence, KG.strength, ("kg:low",), "new data")
    window.open(demo)
    until(lambda: window.tabs is not None and window.tabs.map.view.spots)
    assert window.tabs is not None
    panel = opened_review(window.tabs, f"assessment {iri}", until)
    assert "CC-7" in said(panel.head)
    panel.table.choose(ItemKey(Iri(f"{DEMO}Q04"), LEIDEN))
    until(lambda: "Suspect:" in said(window.inspector))
    assert "is now low" in said(window.inspector)
    box(window).reason.setPlainText("the smaller effect is still there")
    next(each for each in box(window).findChildren(QAbstractButton) if each.text() == "Confirm again").click()
    until(lambda: panel.review.state and not panel.review.state.suspect)
    standing = panel.review.standing(ItemKey(Iri(f"{DEMO}Q04"), LEIDEN))
    assert standing is not None
    assert standing.verdicts[0].verdict.outcome is Outcome.IMPACTED

    panel.show_page(Page.FOLLOWS)
    assert (
        "filed range"
        in " ".join(
            panel.follows.rows.index(0, 3, panel.follows.rows.index(at, 0)).data() or "" for at in range(3)
        ).lower()
    )
    panel.show_page(Page.HELD)
    assert panel.held.rows.rowCount()
    panel.show_page(Page.MATRIX)
    panel.show_page(Page.WORK)

    window.open_impact(Question(MOI, ChangeKind.VALUE, "3", "4", LEIDEN), "MOI")
    other = window.tabs.here
    assert isinstance(other, ImpactPanel)
    until(lambda: other.report)
    shown = said(window.inspector)
    panel.table.choose_first()
    assert said(window.inspector) == shown, "a review behind another tab keeps out of the inspector"
    window.open_place(f"compared {panel.review.name} {other.review.name}")
    compared = window.tabs.here
    assert isinstance(compared, ComparedPanel)
    until(lambda: compared.found)
    assert "stand differently" in said(compared)
    window.open_place("assessments")
    listed = window.tabs.here
    assert isinstance(listed, AssessmentsPanel)
    until(listed.table.rows.rowCount)
    assert "1 open assessment" in said(listed)


def test_the_reason_of_a_verdict_that_is_refused_is_still_there(
    window: MainWindow, demo: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    iri = assessed(demo)
    window.open(demo)
    until(lambda: window.tabs is not None)
    assert window.tabs is not None
    panel = opened_review(window.tabs, f"assessment {iri}", until)
    key = next(row.key for row in panel.table.list.rows if row.undecided)
    told: list[str] = []
    monkeypatch.setattr(window, "tell", lambda failure: told.append(failure.sentence))
    panel.review.typed[key,] = "to be studied"
    panel.review.judge((key,), Judgement(Function.QC, Outcome.NEEDS_STUDY, "to be studied"))
    until(lambda: told)
    assert "needs somebody who sees to it" in told[0]
    assert panel.review.typed == {(key,): "to be studied"}
