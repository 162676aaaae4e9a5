"""The findings panel on a real project: what it shows, where it leads, what its quick fixes do."""

from __future__ import annotations

import csv
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kgapp import bootstrap
from kgapp.domain.changes import ChangeSet
from kgapp.domain.findings import Finding, Severity
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Quad
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services import editing
from kgapp.services.workspace import Workspace
from kgapp.ui.findings import LiveFindings, Stand
from kgapp.ui.models import roles
from kgapp.ui.models.findings import MOST, By, Column, FindingsModel, Shown, Source
from kgapp.ui.panels.finding_counts import FindingCounts, in_words
from kgapp.ui.panels.findings import FindingsPanel
from kgapp.ui.project import OpenProject
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure, Tasks
from kgapp.ui.theme import Theme

Until = Callable[[Callable[[], object]], None]
BASE = "https://w3id.org/kgapp/demo/"
NOR = Iri(BASE + "NOR-BOS-P17")


@dataclass
class Desk:
    """What the panel needs of the window; remembers where it was led."""

    project: OpenProject
    theme: Theme
    findings: LiveFindings
    went: list[tuple[str, object]] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def edit(self, iri: Iri, predicate: Iri | None = None) -> None:
        self.went.append((iri, predicate))

    def open_entity(self, iri: Iri) -> None:
        self.went.append((iri, "page"))

    def save(self, step: Step) -> None:
        self.project.write(lambda workspace: step.work(workspace, "a test"), step.done, self.tell)

    def say(self, words: str) -> None:
        self.went.append(("said", words))

    def tell(self, failure: Failure) -> None:
        self.failures.append(failure)


@pytest.fixture
def desk(demo: Path, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    """A project with its findings checked, and no window."""
    tasks = Tasks()
    workspace = bootstrap.open_for_window(demo)
    project, findings = OpenProject(workspace, tasks), LiveFindings()
    findings.watch(project, bootstrap.shape_checker)
    yield Desk(project, theme, findings)
    findings.leave()
    project.close()
    tasks.close(workspace.close)


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot, until: Until) -> FindingsPanel:
    made = FindingsPanel(desk)  # type: ignore[arg-type]  # as much of a desk as it uses
    qtbot.addWidget(made)
    made.resize(1100, 320)
    made.show()
    until(lambda: desk.findings.stand is Stand.CURRENT and made.states.showing == "content")
    return made


def edit(desk: Desk, thing: Iri, predicate: Iri, *texts: str) -> None:
    """Set the values of a property."""

    def work(workspace: Workspace) -> object:
        if not texts:
            return editing.unset_values(workspace, thing, predicate, (), "a test")
        return editing.set_values(workspace, thing, predicate, texts, "a test")

    desk.project.write(work, lambda _: None, desk.tell)


def children() -> set[str]:
    """The child processes of this one."""
    found: set[str] = set()
    for task in Path(f"/proc/{os.getpid()}/task").iterdir():
        with suppress(FileNotFoundError):  # a thread that ended meanwhile
            found.update((task / "children").read_text().split())
    return found


def row(panel: FindingsPanel, thing: Iri, words: str = "") -> QModelIndex:
    """The first row about a thing whose sentence has some words."""
    found = (each for each in panel.model.findings() if each.focus == thing and words in each.message)
    return panel.model.place(next(found))


def click(panel: FindingsPanel, index: QModelIndex, column: Column) -> None:
    """Click a cell."""
    cell = index.siblingAtColumn(column.value)
    panel.tree.scrollTo(cell)
    place = panel.tree.visualRect(cell).center()
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(place))


def button(inside: QWidget, text: str) -> QPushButton:
    """The button in sight whose text begins so."""
    return next(each for each in inside.findChildren(QPushButton) if each.text().startswith(text))


def test_an_edit_brings_a_row_that_leads_to_its_field_and_a_quick_fix_takes_it_away(
    panel: FindingsPanel, desk: Desk, qtbot: QtBot, until: Until
) -> None:
    warnings = panel.model.shown
    edit(desk, NOR, KG.lowerLimit, "4.5")
    until(lambda: panel.model.shown > warnings)
    index = row(panel, NOR, "above the upper limit")
    assert index.siblingAtColumn(Column.SENTENCE.value).data() == "The lower limit 4.5 is above the upper limit 4."
    click(panel, index, Column.SENTENCE)
    click(panel, index, Column.THING)
    click(panel, index, Column.SEVERITY)
    assert desk.went == [(NOR, KG.lowerLimit), (NOR, "page")]
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert desk.went[2:] == [(NOR, KG.lowerLimit)]
    fix = "Exchange the limits"
    until(lambda: [each for each in panel.detail.findChildren(QPushButton) if each.text().startswith(fix)])
    assert "lower limit was “4.5”, is “4”" in button(panel.detail, fix).accessibleDescription()
    button(panel.detail, fix).click()
    until(lambda: not [each for each in panel.model.findings() if "above the upper" in each.message])
    assert desk.failures == []
    assert any("Saved as revision 3" in str(words) for _, words in desk.went)
    desk.project.undo(lambda _: None, desk.tell)
    until(lambda: [each for each in panel.model.findings() if "above the upper" in each.message])


def test_findings_are_grouped_filtered_and_told_from_old_ones(
    panel: FindingsPanel, desk: Desk, qtbot: QtBot, until: Until
) -> None:
    model, combo = panel.model, panel.findChildren(QComboBox)[0]
    everything = model.shown
    assert model.index(0, 0).data() == f"Warnings · {everything - 15}", "and 15 notes"
    for at, group in ((1, "MOI at Leiden · 1"), (2, "Normal is proven · 19")):
        combo.setCurrentIndex(at)
        assert group in [model.index(each, 0).data() for each in range(model.rowCount())]
        assert model.shown == everything
    words = panel.findChildren(QLineEdit)[0]
    QTest.keyClicks(words, "titre leiden moi")
    until(lambda: model.shown == 3)
    QTest.keyClick(words, Qt.Key.Key_Escape)
    until(lambda: model.shown == everything)
    new, mine = button(panel, "Since opening"), button(panel, "My last edit")
    new.click()
    assert (model.shown, panel.states.showing) == (0, "empty")
    edit(desk, NOR, KG.upperLimit, "6")
    until(lambda: model.shown == 2)
    assert row(panel, NOR).siblingAtColumn(Column.SENTENCE.value).data(roles.NOTE) == "new"
    mine.click()
    assert model.shown == 2
    edit(desk, Iri(BASE + "T14"), KG.cue, "another cue")
    until(lambda: model.shown == 0)
    assert panel.states.showing == "empty"
    button(panel, "Show all").click()
    assert model.shown == everything + 2


def test_what_is_shown_can_be_copied_and_exported(
    panel: FindingsPanel, desk: Desk, until: Until, tmp_path: Path
) -> None:
    panel.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["Severity", "Thing", "What was found", "Property", "Site"]
    assert len(lines) == panel.model.shown + 1
    panel.export_to(tmp_path / "f.csv")
    until(lambda: [words for _, words in desk.went if "Saved" in str(words)])
    with (tmp_path / "f.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == panel.model.shown + 1
    panel.export_to(tmp_path / "nowhere" / "f.csv")
    until(lambda: desk.failures)


def test_the_model_keeps_qts_rules(panel: FindingsPanel, desk: Desk, until: Until, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(panel.model)  # type: ignore[no-untyped-call]  # pytest-qt has no types here
    assert not panel.model.index(0, 9).isValid()
    assert panel.model.finding(QModelIndex()) is None


def test_more_than_can_be_shown_is_counted(theme: Theme) -> None:
    many = tuple(
        Finding(f"https://e.org/{at}", "", "", Severity.INFO, "m.", "https://e.org/rule#OwnRule", "c")
        for at in range(MOST + 5)
    )
    model = FindingsModel()
    for by in By:
        model.show(Source(many), Shown(by))
        assert (model.shown, model.fitting) == (MOST, MOST + 5)
    assert model.index(0, 0).data() == "Own rule · 2,000 of 2,005"
    assert model.index(0, 0, model.index(0, 0)).data() == "Note"
    assert model.index(0, 0, model.index(0, 0)).data(roles.ICON) == "note"


def test_a_check_of_everything_is_stopped_and_leaves_what_was_known(
    panel: FindingsPanel, desk: Desk, until: Until
) -> None:
    known = desk.findings.known
    desk.findings.check_all()
    until(lambda: desk.findings.progress and desk.findings.progress.total)
    assert "checking everything…" in in_words(desk.findings)
    button(panel, "Stop").click()
    assert desk.findings.progress is None
    assert desk.findings.known is known
    assert desk.findings.stand is Stand.CURRENT
    desk.findings.stop()


def test_a_check_whose_process_is_killed_says_so_and_can_be_made_again(
    panel: FindingsPanel, desk: Desk, until: Until
) -> None:
    before = children()
    desk.findings.check_all()
    until(lambda: desk.findings.progress and desk.findings.progress.total)
    for child in children() - before:
        os.kill(int(child), signal.SIGKILL)
    until(lambda: desk.findings.failure)
    assert panel.states.showing == "content"
    button(panel, "Check everything").click()
    until(lambda: desk.findings.failure is None and desk.findings.progress is None)


def test_much_at_once_is_not_followed_but_offered(panel: FindingsPanel, desk: Desk, until: Until) -> None:
    many = frozenset(Quad(Iri(f"{BASE}N{at}"), RDF.type, KG.Person, Iri(BASE + "graph/main")) for at in range(150))
    desk.project.write(
        lambda workspace: workspace.commit(ChangeSet("many", added=many), Note(workspace.author, "test")),
        lambda _: None,
        desk.tell,
    )
    until(lambda: desk.findings.stand is Stand.OUTDATED)
    assert in_words(desk.findings).endswith("not checked since revision 1")
    edit(desk, NOR, KG.upperLimit, "6")
    assert desk.findings.stand is Stand.OUTDATED
    button(panel, "Check everything").click()
    until(lambda: desk.findings.stand is Stand.CURRENT)
    assert desk.findings.counts().violations == 152


def test_what_was_found_is_known_again_when_the_project_is_opened_again(
    panel: FindingsPanel, desk: Desk, demo: Path, until: Until
) -> None:
    edit(desk, NOR, KG.upperLimit, "6")
    until(lambda: desk.findings.counts().violations)
    tasks, again = Tasks(), LiveFindings()
    project = OpenProject(bootstrap.open_for_window(demo), tasks)
    again.watch(project, bootstrap.shape_checker)
    until(lambda: again.known)
    assert again.counts() == desk.findings.counts()
    assert again.stand is Stand.CURRENT
    again.leave()
    again.leave()
    tasks.close(project.close())


def test_the_counts_stand_in_the_status_bar_and_lead_to_the_panel(
    panel: FindingsPanel, desk: Desk, theme: Theme, qtbot: QtBot, until: Until
) -> None:
    counts = FindingCounts(desk.findings, theme)
    qtbot.addWidget(counts)
    assert counts.text().strip() == "46 warnings · 15 notes · checked revision 1"
    edit(desk, NOR, KG.upperLimit, "6")
    until(lambda: "2 violations · 46 warnings · 15 notes · checked revision 2" in counts.text())
    assert counts.accessibleName() == "Findings: 2 violations · 46 warnings · 15 notes · checked revision 2"
    with qtbot.waitSignal(counts.wanted):
        counts.click()


def test_a_project_that_was_never_checked_says_so_until_it_is(
    demo_made: Path, tmp_path: Path, theme: Theme, qtbot: QtBot, until: Until
) -> None:
    tasks, findings = Tasks(), LiveFindings()
    workspace = bootstrap.open_for_window(Path(shutil.copy(demo_made, tmp_path / "new.kgproject")))
    project = OpenProject(workspace, tasks)
    findings.watch(project, bootstrap.shape_checker)
    panel = FindingsPanel(Desk(project, theme, findings))  # type: ignore[arg-type]  # as much of a desk as it uses
    qtbot.addWidget(panel)
    panel.resize(900, 300)
    panel.show()
    assert (panel.states.showing, in_words(findings)) == ("empty", "not checked yet")
    button(panel, "Check everything").click()
    assert panel.states.showing == "busy"
    until(lambda: findings.stand is Stand.CURRENT)
    assert panel.states.showing == "content"
    findings.leave()
    tasks.close(project.close())


def test_without_a_project_there_is_nothing_to_show(desk: Desk, theme: Theme, qtbot: QtBot) -> None:
    desk.findings.leave()
    counts = FindingCounts(desk.findings, theme)
    qtbot.addWidget(counts)
    assert counts.text().strip() == ""
    desk.findings.check_all()
    assert desk.findings.stand is Stand.NOTHING
