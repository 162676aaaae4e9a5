"""Two sites compared in the window: what is listed, what a row says and does, and what all differences lead to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu

from kgapp.domain.grades import Grade
from kgapp.domain.impact import ChangeKind, Named
from kgapp.domain.sites import GAPS, Comparison, Dimension, Place, Readiness, Row, Side, Start, State, StepReadiness
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import editing
from kgapp.services.sites import gaps
from kgapp.services.sites.gaps import NotRun, Reach
from kgapp.services.sites.overview import Overview, Transfer
from kgapp.ui import places_table, site_rows
from kgapp.ui.models import site_compare as model
from kgapp.ui.models.sections import Group, SectionsModel
from kgapp.ui.models.sections import Row as TableRow
from kgapp.ui.models.site_compare import Grouping, Shown
from kgapp.ui.panels import site_compare_choose
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.form_view import NewView
from kgapp.ui.panels.impact import ImpactPanel
from kgapp.ui.panels.site_compare import SiteComparePanel
from kgapp.ui.panels.site_compare_choose import ChooseSites
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.saving import Step
from kgapp.ui.tones import Tone
from kgapp.ui.window import MainWindow

DEMO = "https://w3id.org/kgapp/demo/"
Until = Callable[[Callable[[], object]], None]
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", "raise()")


def named(name: str) -> Named:
    return Named(Iri(f"urn:{name}"), name)


def row(name: str, state: State, dimension: Dimension = Dimension.SETTING, severity: Grade | None = Grade.HIGH) -> Row:
    start = Start(Iri(f"urn:{name}"), ChangeKind.VALUE, None) if state in GAPS else None
    sides = (Side("2000000000 /mL"), Side("" if state is State.UNKNOWN else "5"))
    return Row(named("Fill"), dimension, named(name), *sides, state, "It says why.", severity, start)


def compared(*rows: Row) -> Comparison:
    boston, leiden = (
        Place(named(name), named(name), name, region) for name, region in (("Boston", "US"), ("Leiden", ""))
    )
    steps = (
        StepReadiness(named("Fill"), Readiness.READY, (), 0),
        StepReadiness(named("Wash"), Readiness.NOT_READY, ("An open gap.", "Nobody is qualified."), 2),
    )
    return Comparison(named("CAR-T"), boston, leiden, date(2026, 3, 1), rows, steps)


EVERY = tuple(row(f"{state.value} thing", state) for state in State)


def texts(groups: tuple[Group, ...]) -> list[str]:
    return [each.cells[0].text for group in groups for each in group.rows]


def test_only_what_is_open_is_listed_at_first() -> None:
    comparison = compared(*EVERY)
    listed = {each.state for each in model.rows(comparison, Shown())}
    assert listed == GAPS | {State.UNKNOWN}
    assert len(model.rows(comparison, Shown(only_gaps=False))) == len(State)
    same = next(at for at, count in enumerate(model.COUNTS) if State.SAME in count.states)
    assert [each.state for each in model.rows(comparison, Shown(count=same))] == [State.SAME]
    assert [each.state for each in model.rows(comparison, Shown(words="MISSING thing"))] == [State.MISSING]
    assert sum(model.counted(comparison, count) for count in model.COUNTS) == len(State)


@pytest.mark.parametrize("grouping", list(Grouping))
def test_every_grouping_lists_the_same_rows(grouping: Grouping) -> None:
    comparison = compared(*EVERY, row("other", State.DIFFERS, Dimension.GATE, severity=None))
    shown = Shown(only_gaps=False, grouping=grouping)
    groups = model.groups(comparison, shown, {}, writable=True)
    assert sorted(texts(groups)) == sorted(model.item(each) for each in comparison.rows)
    assert all(group.title.endswith(f"  {len(group.rows)}") for group in groups)


def test_a_state_has_a_mark_and_a_word_and_a_difference_an_edge() -> None:
    cells = {state: model.state(row("a", state)) for state in State}
    assert all(cell.text for cell in cells.values())
    assert len({cell.text for cell in cells.values()}) == len(State)
    assert {state for state, cell in cells.items() if cell.edge} == {State.DIFFERS, State.WIDER, State.NARROWER}
    assert cells[State.UNKNOWN].tone is Tone.UNKNOWN


def test_reach_is_never_nothing_where_it_is_not_known() -> None:
    gap = row("a", State.DIFFERS)
    assert gap.start is not None
    told: dict[str, tuple[Row, dict[Start, Reach | NotRun]]] = {
        "?": (row("b", State.UNKNOWN), {}),
        "…": (gap, {}),
        "not run": (gap, {gap.start: NotRun(gap.start, "no figure")}),
        "3 touched": (gap, {gap.start: Reach(gap.start, 0, 3, None, None, None, 0)}),
        "7 · high": (gap, {gap.start: Reach(gap.start, 7, 3, Grade.HIGH, Grade.HIGH, None, 0)}),
        "7 · none–high": (gap, {gap.start: Reach(gap.start, 7, 3, Grade.NONE, Grade.HIGH, None, 0)}),
        "": (row("c", State.SAME), {}),
    }
    assert {words: model.reach(*given).text for words, given in told.items()} == {words: words for words in told}
    assert model.reach(*told["7 · none–high"]).tone is Tone.UNKNOWN


def test_rows_say_what_they_are_about_and_large_figures_are_short() -> None:
    assert model.item(row("MOI", State.SAME, Dimension.NORMAL_RANGE)) == "MOI: normal range"
    assert model.item(row("Fill", State.SAME, Dimension.OPENNESS)) == "Openness"
    (group,) = model.groups(compared(row("MOI", State.UNKNOWN)), Shown(), {}, writable=True)
    assert [cell.text for cell in group.rows[0].cells[1:3]] == ["2e9 /mL", "not recorded"]
    assert group.rows[0].cells[model.GAP].text == "+ Gap"
    (group,) = model.groups(compared(row("MOI", State.UNKNOWN)), Shown(), {}, writable=False)
    assert group.rows[0].cells[model.GAP].text == ""
    head, line = model.table(compared(row("MOI", State.MISSING)), Shown(), {})
    assert head[2:4] == ("Boston · US", "Leiden")
    assert line[:3] == ("Fill", "MOI", "2000000000 /mL")


def test_readiness_gives_every_reason_a_row() -> None:
    groups = model.readiness(compared())
    assert [group.title for group in groups] == ["Wash: not ready · 2 not recorded", "Fill: nothing against it"]
    assert texts(groups) == ["An open gap.", "Nobody is qualified.", "Nothing recorded stands against it."]


def cells(rows: QAbstractItemModel, column: int) -> list[str]:
    groups = [rows.index(at, 0) for at in range(rows.rowCount(QModelIndex()))]
    return [
        str(rows.index(below, column, group).data() or "") for group in groups for below in range(rows.rowCount(group))
    ]


def test_a_reach_is_told_in_its_row_and_nothing_else_moves() -> None:
    comparison = compared(*EVERY)
    rows = SectionsModel(model.headings(comparison))
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.show(model.groups(comparison, Shown(), {}, writable=True))
    start = next(each.start for each in comparison.rows if each.start is not None)
    found = {start: Reach(start, 7, 3, Grade.HIGH, Grade.HIGH, None, 0)}
    changed: list[tuple[int, int]] = []
    rows.dataChanged.connect(lambda first, last: changed.append((first.column(), last.column())))
    rows.exchange(lambda each: model.with_reach(each, frozenset(found), found), model.REACH)
    assert changed == [(model.REACH, model.REACH)]
    assert cells(rows, model.REACH).count("7 · high") == 1
    rows.exchange(lambda _: None, model.REACH)
    assert len(changed) == 1
    assert model.with_reach(TableRow(()), frozenset(found), found) is None


def test_the_form_of_a_gap_begins_with_what_the_row_says() -> None:
    gap = row("MOI", State.DIFFERS, Dimension.HOLD_TIME)
    transfer = Transfer(named("TP"), 1, 2)
    place = site_rows.new_gap(gap, Overview(compared(gap), transfer))
    kind, *given = place.split()[1:]
    assert kind == KG.Gap
    assert (KG.concerns, "urn:MOI") in list(zip(given[::2], given[1::2], strict=True))
    assert {KG.gapDimension, KG.atStep, KG.inTransferProject, KG.gapSeverity} <= set(given[::2])
    assert " " not in places_table.text("hold time")
    whole = Row(None, Dimension.GATE, named("a"), Side(), Side(), State.MISSING, "")
    assert KG.atStep not in site_rows.new_gap(whole, Overview(compared(whole), None))


# ---- in the window


@pytest.fixture
def panel(window: MainWindow, opened: Tabs, until: Until) -> SiteComparePanel:
    window.open_place(places_table.sites_of(Iri(DEMO + "BOS"), Iri(DEMO + "LEI")))
    made = opened.here
    assert isinstance(made, SiteComparePanel)
    until(lambda: made.table and made.table.rows.rowCount())
    return made


def of(panel: SiteComparePanel, thing: str, dimension: Dimension) -> Row:
    assert panel.comparison is not None
    return next(
        each for each in panel.comparison.rows if each.thing.iri == DEMO + thing and each.dimension is dimension
    )


def said(panel: SiteComparePanel) -> str:
    assert panel.page is not None
    return "\n".join(label.text() for label in panel.page.findChildren(QLabel))


def test_a_transfer_team_works_through_the_differences(
    monkeypatch: pytest.MonkeyPatch, panel: SiteComparePanel, window: MainWindow, opened: Tabs, until: Until
) -> None:
    panel.reaching.stop()
    known = Grade.HIGH
    monkeypatch.setattr(gaps, "one", lambda start, _ask: Reach(start, 7, 3, known, known, known, 1))
    table = panel.table
    assert table is not None
    assert opened.tabText(opened.currentIndex()) == "Boston → Leiden"
    moi = of(panel, "P17", Dimension.SETTING)
    assert table.choose(moi)
    until(lambda: "basis Titre by the Leiden assay" in said(panel))
    assert "MOI taken over without the titration assay" in said(panel)
    assert "EU-2001-18" in said(panel)

    panel.head.counts[0].click()
    assert set(cells(table.rows, 3)) == {"= same"}
    panel.words.setText("nothing has these words")
    assert not table.rows.rowCount()
    panel.words.clear()
    panel.head.counts[0].click()
    panel.grouping.setCurrentIndex(3)
    panel.grouping.activated.emit(3)
    titles = [str(table.rows.index(at, 0).data()) for at in range(table.rows.rowCount())]
    assert [title.rpartition("  ")[0] for title in titles][-2:] == ["∅ missing", "? unknown"]
    panel.steps.click()
    assert panel.ready.isVisible()
    panel.steps.click()
    assert table.isVisible()

    assert not panel.reaching.running
    assert panel.reaching.left
    panel.reaching.go_on()
    panel.assess_all()
    until(lambda: isinstance(opened.here, ImpactPanel))
    assert not panel.reaching.left
    assert len(panel.reaching.found) == panel.reaching.total
    window.open_place(panel.place)
    until(lambda: any("high" in each for each in cells(table.rows, model.REACH)))
    panel.copy()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert panel.comparison is not None
    assert len(copied) == 1 + len(model.rows(panel.comparison, Shown()))
    assert table.choose(moi)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Same figure, other meaning" in QGuiApplication.clipboard().text()
    assert "7 affected" in said(panel)
    assessed = panel.assessed()
    assert assessed is not None
    assert assessed.of(moi) is not None


def test_a_row_leads_to_its_impact_its_gap_and_its_commands(
    panel: SiteComparePanel, window: MainWindow, opened: Tabs, until: Until
) -> None:
    table = panel.table
    assert table is not None
    window.areas.fold_inspector()
    moi, wash = of(panel, "P17", Dimension.SETTING), of(panel, "P06", Dimension.SETTING)
    panel.reaching.stop()
    assert table.choose(moi)
    until(lambda: not table.isColumnHidden(model.GAP))
    place = table.visualRect(table.currentIndex().siblingAtColumn(model.GAP)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    until(lambda: isinstance(opened.here, EntityPanel))
    assert opened.entity_here() == DEMO + "GAP1"
    window.open_place(panel.place)
    table.setFocus()
    assert table.choose(wash)
    QTest.keyClick(table, Qt.Key.Key_G)
    until(lambda: isinstance(opened.here, NewView))
    gap = opened.here
    assert isinstance(gap, NewView)
    until(lambda: gap.form.changed)  # it is filled from the row: unsaved input would hold the window at its end
    gap.form.revert()
    window.open_place(panel.place)
    QTest.keyClick(table, Qt.Key.Key_A)
    until(lambda: isinstance(opened.here, ImpactPanel))
    window.open_place(panel.place)
    table.row_menu_wanted.emit(wash, wash.thing.iri, table.mapToGlobal(place))
    until(lambda: window.findChild(QMenu, "things") or panel.findChild(QMenu, "things"))
    menu = window.findChild(QMenu, "things") or panel.findChild(QMenu, "things")
    assert isinstance(menu, QMenu)
    offered = {action.text().partition("\t")[0] for action in menu.actions()}
    assert {"Impact of this difference", "Record a gap…", "Copy the list as table"} <= offered
    menu.close()
    people = of(panel, "UO02", Dimension.PEOPLE)
    before = opened.count()
    panel.assess(people)
    assert opened.count() == before


def test_little_room_folds_the_head_and_keeps_item_and_state(
    panel: SiteComparePanel, window: MainWindow, until: Until
) -> None:
    assert panel.head.counts
    window.theme.choose_scale(200)
    until(lambda: not panel.head.counts)
    assert not panel.only_gaps.isVisible()
    table = panel.table
    assert table is not None
    until(lambda: table.isColumnHidden(4))
    assert not table.isColumnHidden(model.ITEM)
    box = panel.head.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert set(cells(table.rows, 3)) == {"= same"}
    window.theme.choose_scale(100)
    until(lambda: panel.head.counts)
    assert panel.head.counts[0].isChecked()


def test_two_sites_are_chosen(window: MainWindow, opened: Tabs, until: Until) -> None:
    window.action("compare_sites").trigger()
    until(lambda: isinstance(QApplication.activeModalWidget(), ChooseSites))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ChooseSites)
    assert dialog.sending.currentText() == "CAR-T process at Boston"
    assert dialog.receiving.currentText() == "CAR-T process at Leiden"
    dialog.receiving.setCurrentIndex(dialog.sending.currentIndex())
    assert not dialog.compare.isEnabled()
    kobe = dialog.receiving.findText("Kobe", Qt.MatchFlag.MatchContains)
    dialog.receiving.setCurrentIndex(kobe)
    dialog.compare.click()
    until(lambda: isinstance(opened.here, SiteComparePanel))
    here = opened.here
    assert isinstance(here, SiteComparePanel)
    until(lambda: here.comparison)
    assert here.comparison is not None
    assert here.comparison.receiving.name.startswith("Kobe")
    window.open_place(f"sites {DEMO}P17 {DEMO}LEI")
    until(lambda: isinstance(opened.here, SiteComparePanel) and opened.here.states.showing == "failed")


def test_all_differences_become_the_changes_of_one_assessment(
    monkeypatch: pytest.MonkeyPatch, panel: SiteComparePanel, window: MainWindow, until: Until
) -> None:
    assert panel.comparison is not None
    panel.reaching.stop()
    start = of(panel, "P17", Dimension.SETTING).start
    monkeypatch.setattr(
        gaps,
        "one",
        lambda each, _ask: (
            Reach(each, 7, 3, Grade.HIGH, Grade.HIGH, Grade.HIGH, 1)
            if each == start
            else NotRun(each, "not asked here")
        ),
    )
    given: list[Step] = []
    monkeypatch.setattr(window, "save", given.append)
    panel.open_assessment()
    until(lambda: given)
    made: list[object] = []
    window.project.write(lambda workspace: given[0].work(workspace, "Start"), made.append, window.tell)
    until(lambda: made)
    titles: list[str] = []
    monkeypatch.setattr(window, "open_place", titles.append)
    given[0].done(None)
    assert titles[0].startswith("assessment ")
    until(lambda: not panel.reaching.left)
    wash = of(panel, "P06", Dimension.SETTING)
    said_: list[str] = []
    monkeypatch.setattr(window, "say", said_.append)
    panel.assess(wash)
    panel.assess(of(panel, "UO02", Dimension.PEOPLE))
    assert said_[0] == "not asked here"
    assert "No kind of change" in said_[1]
    documents: list[str] = []
    monkeypatch.setattr(window, "save_report", lambda name, _make: documents.append(name))
    panel.save_report()
    assert documents == ["Boston-Leiden"]


def test_a_change_of_the_project_compares_again(panel: SiteComparePanel, window: MainWindow, until: Until) -> None:
    panel.reaching.stop()
    wanted = Iri(DEMO + "SET-LEI-P06")
    made: list[object] = []
    window.project.write(
        lambda workspace: editing.set_values(workspace, wanted, KG.setpoint, ("37",), "Warm it"),
        made.append,
        window.tell,
    )
    until(lambda: made)
    until(lambda: of(panel, "P06", Dimension.SETTING).state is State.SAME)
    window.open_place("map")
    panel.project_changed(frozenset())
    before = panel.overview
    window.open_place(panel.place)
    until(lambda: panel.overview is not before)


def test_a_question_about_the_sites_leads_to_the_comparison(window: MainWindow, opened: Tabs, until: Until) -> None:
    site_compare_choose.compare_transfer(window)
    until(
        lambda: isinstance(QApplication.activeModalWidget(), ChooseSites) or isinstance(opened.here, SiteComparePanel)
    )
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, ChooseSites):
        dialog.reject()
    site_compare_choose.compare_with(window, Iri(DEMO + "LEI"))
    until(lambda: isinstance(opened.here, SiteComparePanel))
    here = opened.here
    assert isinstance(here, SiteComparePanel)
    until(lambda: here.comparison)
    here.reaching.stop()
    assert here.comparison is not None
    assert here.comparison.title == "Boston → Leiden"
    site_compare_choose.compare_with(window, None)
