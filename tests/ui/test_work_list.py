"""The work list without a window: rows, groups, order, filters, verdicts, and what follows as rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kgapp.domain.assessment import (
    Assessment,
    Assignment,
    Comparison,
    Doubt,
    Function,
    ItemKey,
    ItemStanding,
    Judged,
    Outcome,
    Shift,
    State,
    Suspicion,
    Verdict,
)
from kgapp.domain.follows import Citation, Filing, FollowGroup, Following, Follows, RegionFilings, Stage, Told, Topic
from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.impact import (
    Barrier,
    Change,
    ChangeKind,
    Coverage,
    Detection,
    Effect,
    ImpactReport,
    Item,
    Named,
    NotCovered,
    SmallestSet,
    SmallestSize,
    Step,
    StepCoverage,
)
from kgapp.domain.rules import Group, Kind
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.ui.models import compare_rows, follow_rows, item_words, roles, work_rows
from kgapp.ui.models.work_list import WorkList
from kgapp.ui.models.work_rows import COLUMNS, GroupBy, Scope, WorkRow, WorkView

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
LEIDEN = Named(Iri("https://e.org/LEI"), "Leiden (invented)")


def iri(name: str) -> Iri:
    return Iri(f"https://e.org/{name}")


def link(sentence: str, *, judged: bool = True) -> Step:
    ends = (iri("from"), iri("rule"), iri("INF"), iri("to"))
    return Step(
        sentence, *ends, Kind.PRODUCT, Kind.PRODUCT, Group.CAUSAL, Grade.HIGH, Evidence.OPINION, judged, sentence, ()
    )


def item(name: str, **changed: object) -> Item:
    made = Item(
        iri=iri(name),
        label=name,
        class_iri=KG.QualityAttribute,
        class_label="quality attribute",
        group=Group.CAUSAL,
        effect=Effect.AFFECTED,
        kind=Kind.PRODUCT,
        site=LEIDEN,
        step=None,
        low=Grade.HIGH,
        high=Grade.HIGH,
        held=Grade.HIGH,
        held_by=(),
        severity=Grade.HIGH,
        detected_by=(),
        undetected_because=(),
        best=(),
        evidence=Evidence.OPINION,
        path=(link(f"MOI raises {name} (strength high, evidence: opinion)."),),
        disjoint_paths=None,
        load_bearing=(),
        smallest_set=None,
        decided_by=(),
        opposing=False,
    )
    return replace(made, **changed)  # type: ignore[arg-type]  # only fields of an item are given


def detection(before: bool | None) -> Detection:
    point = Named(iri("SP"), "sampling")
    return Detection(point, point, None, before, None, "", "Detected.")


DETAIL = {"class_iri": KG.RegistrationDetail, "class_label": "registration detail", "effect": Effect.TOUCHED}
ITEMS = (
    item("Copy number", undetected_because=("No valid method at Leiden.",)),
    item("Potency", low=Grade.NONE, detected_by=(detection(False), detection(True))),
    item("Viability", low=Grade.LOW, high=Grade.LOW, held=Grade.NONE, severity=Grade.MEDIUM),
    item("MOI filed", **DETAIL, low=None, high=None, held=None, severity=None, group=Group.OBLIGATION, site=None),
)
MISSING = (NotCovered(Named(iri("P17"), "MOI"), None, (Named(iri("Q9"), "Sterility"),)),)


def report(items: Iterable[Item] = ITEMS, barriers: tuple[Barrier, ...] = ()) -> ImpactReport:
    change = Change(Named(iri("P17"), "MOI"), ChangeKind.VALUE, site=LEIDEN)
    covered = Coverage((StepCoverage(None, 1, 0, 1),))
    made = datetime(2026, 1, 1, tzinfo=UTC)
    return ImpactReport(change, "", "", None, made, tuple(items), (), barriers, covered, MISSING, ("One.",), (), 1)


def key(one: Item) -> ItemKey:
    return ItemKey(one.iri, one.site.iri if one.site else None)


def judged(one: Item, function: Function, outcome: Outcome, *doubts: Doubt) -> Judged:
    verdict = Verdict(iri("V"), key(one), function, outcome, "because", "A. Analyst", None, "", "")
    return Judged(verdict, tuple(Suspicion(each, f"{each.value}.") for each in doubts))


def state(*verdicts: Judged, asks: tuple[Function, ...] = (Function.PROCESS, Function.QC)) -> State:
    """Every item of the report, the cell that nobody assessed, and one that is no longer reached."""
    found = []
    for one in ITEMS:
        own = tuple(each for each in verdicts if each.verdict.key == key(one))
        holding = {each.verdict.function for each in own if not each.suspect}
        missing = tuple(each for each in asks if each not in holding)
        owner = Assignment(iri("A"), key(one), None, (Named(iri("EX3"), "Expert EX3 (invented)"),), "")
        assigned = (owner,) if one.label == "Potency" else ()
        found.append(ItemStanding(key(one), one.label, one.site, None, one, own, assigned, (), missing, False))
    cell = ItemKey(iri("Q9"), None, iri("P17"))
    found.append(
        ItemStanding(cell, "Sterility", None, Named(iri("P17"), "MOI"), None, (), (), (), asks, awaits_any=False)
    )
    gone = ItemKey(iri("OLD"), LEIDEN.iri)
    found.append(ItemStanding(gone, "Old method", LEIDEN, None, None, (), (), (), asks, awaits_any=False))
    kept = Assessment(iri("AS"), "Higher MOI", False, (), asks, (), None, ())
    return State(kept, report(), tuple(found), ())


def labels(rows: Iterable[WorkRow], view: WorkView) -> list[str]:
    return [row.label for _, found in work_rows.shown(tuple(rows), view) for row in found]


def test_the_list_is_a_sound_model_with_headings_and_rows(qtbot: QtBot) -> None:
    model = WorkList()
    tester = QAbstractItemModelTester(model, FATAL)
    rows = work_rows.rows(report(), None)
    for view in (WorkView(), WorkView(words="nothing has this"), WorkView(group=GroupBy.NOTHING), WorkView()):
        model.show(rows, view)
    assert [model.index(at, 0).data() for at in model.headings] == [
        "Affected: quality attributes  3",
        "Touched: registration details  1",
    ]
    first = model.place(key(ITEMS[0]))
    assert (first.data(), first.data(roles.HEADING), first.data(roles.IRI)) == ("Copy number", False, ITEMS[0].iri)
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert list(model.below(model.index(0, 0))) == [1, 2, 3]
    spoken = model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Severity: high"
    assert tester.model() is model


def test_the_order_is_that_of_the_report_until_a_column_sorts() -> None:
    rows = work_rows.rows(report(), None)
    flat = WorkView(group=GroupBy.NOTHING)
    assert labels(rows, flat) == ["Copy number", "Potency", "Viability", "MOI filed"]
    reach = [column.name for column in COLUMNS].index("Reach")
    assert labels(rows, replace(flat, column=reach, descending=True)) == [
        "Copy number",
        "Potency",
        "Viability",
        "MOI filed",
    ]
    assert labels(rows, replace(flat, column=0))[0] == "Copy number"
    assert labels(rows, replace(flat, column=0, descending=True))[0] == "Viability"


def test_rows_can_be_grouped_by_what_a_reviewer_asks_for() -> None:
    rows = work_rows.rows(state().report, state())
    titles = {
        group: [title for title, _ in work_rows.shown(rows, WorkView(group=group))]
        for group in (GroupBy.SITE, GroupBy.CLASS, GroupBy.OWNER, GroupBy.STEP)
    }
    assert titles[GroupBy.SITE] == ["Leiden", "Any site"]
    assert titles[GroupBy.CLASS] == ["Quality attribute", "Registration detail", "Other things"]
    assert titles[GroupBy.OWNER] == ["Nobody yet", "Expert EX3"]
    assert titles[GroupBy.STEP] == ["No one step · Leiden", "No one step"]


def test_detection_is_told_by_the_earliest_valid_test() -> None:
    told = {row.label: row.detected for row in work_rows.rows(report(), None)}
    assert (told["Copy number"], told["Potency"], told["MOI filed"]) == ("nothing", "before infusion", "")
    partly = item("Dose", detected_by=(detection(None),), undetected_because=("Not at Boston.",))
    assert work_rows.rows(report((partly,)), None)[0].detected == "when not recorded, not at every site"


def test_filters_of_one_kind_widen_and_of_different_kinds_narrow() -> None:
    kept = state(judged(ITEMS[0], Function.QC, Outcome.IMPACTED), judged(ITEMS[0], Function.PROCESS, Outcome.IMPACTED))
    rows = work_rows.rows(kept.report, kept)

    def found(**filters: object) -> list[str]:
        return labels(rows, replace(WorkView(group=GroupBy.NOTHING), **filters))  # type: ignore[arg-type]

    assert found(only=frozenset({"severity high"})) == ["Copy number", "Potency"]
    assert found(only=frozenset({"severity high", "severity medium"})) == ["Copy number", "Potency", "Viability"]
    assert found(only=frozenset({"severity high", "undecided"})) == ["Potency"]
    assert found(only=frozenset({"held"})) == ["Viability"]
    assert found(only=frozenset({"not detected"})) == ["Copy number"]
    assert found(only=frozenset({"decided by unknowns"})) == ["Potency"]
    assert found(only=frozenset({"impacted"})) == ["Copy number"]
    assert found(owner="Expert EX3") == ["Potency"]
    assert "Potency" not in found(owner="")
    assert "Copy number" not in found(function=Function.QC)
    assert found(words="filed moi") == ["MOI filed"]


def test_what_nobody_assessed_and_what_is_gone_are_to_be_decided_too() -> None:
    kept = state()
    rows = work_rows.rows(kept.report, kept)
    assert [row.label for row in rows if WorkView(scope=Scope.CELLS).keeps(row)] == ["Sterility"]
    gone = next(row for row in rows if row.label == "Old method")
    assert (gone.reach, gone.what) == ("not reached", "No longer reached")
    assert WorkView().keeps(gone)
    cell = next(row for row in work_rows.rows(report(), None) if row.cell)
    assert "unknown, not “no impact”" in cell.why


def test_a_verdict_is_told_by_sign_and_function_and_says_who_is_still_asked() -> None:
    one, both = (
        state(judged(ITEMS[0], Function.QC, Outcome.IMPACTED)),
        state(judged(ITEMS[0], Function.QC, Outcome.NEEDS_STUDY), asks=()),
    )
    told = [work_rows.rows(each.report, each)[0].verdict for each in (state(), one, both)]
    assert told == ["open", "● QC\nopen: Process", "◐ Needs study"]


def test_a_suspect_verdict_says_so_before_anything_else(qtbot: QtBot) -> None:
    kept = state(judged(ITEMS[0], Function.QC, Outcome.NOT_IMPACTED, Doubt.RANGE))
    row = work_rows.rows(kept.report, kept)[0]
    assert row.suspect
    assert row.undecided
    assert row.verdict.startswith("⚠ suspect\n○ QC")
    assert "a range changed" in item_words.verdict(kept.standings[0].verdicts[0]) or row.standing is not None


def test_new_verdicts_move_nothing_unless_a_filter_wants_it(qtbot: QtBot) -> None:
    model = WorkList()
    before, after = state(), state(judged(ITEMS[0], Function.QC, Outcome.IMPACTED))
    rows = work_rows.rows(before.report, before), work_rows.rows(after.report, after)
    model.show(rows[0], WorkView())
    with qtbot.assertNotEmitted(model.modelReset):
        assert model.replace(rows[1])
    assert model.place(key(ITEMS[0])).siblingAtColumn(len(COLUMNS) - 1).data().startswith("● QC")
    model.show(rows[0], WorkView(only=frozenset({"impacted"})))
    assert not model.replace(rows[1])
    assert len(model.rows) == 1


def test_filings_stand_beside_their_category_and_a_region_without_one_is_unknown() -> None:
    draft = Citation(Named(iri("D"), "Draft guidance"), "", "draft", settled=False)
    filing = Filing(ITEMS[3], True, "3.2.S", "2–4 TU/cell", (), "US: PAS", (draft,), Stage.COMMERCIAL, ())
    training = Following(ITEMS[3], (Told("to person", "EX3"), Told("on", "")))
    found = Follows(
        (
            RegionFilings(Named(iri("US"), "United States"), (filing,)),
            RegionFilings(Named(iri("JP"), "Japan"), (), "Japan: no filing recorded: unknown."),
            RegionFilings(None, (replace(filing, filed="", category="", citations=(), section="", established=False),)),
        ),
        (FollowGroup(Topic.TRAININGS, (training,)),),
    )
    groups = follow_rows.follows(found)
    cells = [cell.text for cell in groups[0].rows[0].cells]
    assert cells == [
        "MOI filed",
        "2–4 TU/cell · commercial · section 3.2.S · established condition",
        "US: PAS",
        "Draft guidance [draft]",
    ]
    assert [cell.text for cell in groups[1].rows[0].cells][1] == "no filing recorded"
    not_touched = RegionFilings(Named(iri("JP"), "Japan"), (), "Japan: MOI filed.", "MOI filed")
    assert follow_rows.follows(Follows((not_touched,), ()))[0].rows[0].cells[1].text == "filed, not touched"
    assert groups[2].rows[0].cells[1].text.startswith("filed range not recorded")
    assert groups[3].rows[0].cells[1].text == "to person EX3 · on not recorded"


def barrier(*void: str, unsure: bool = False) -> Barrier:
    named = (iri("PAR"), "Proven range", KG.PAR, "proven range")
    return Barrier(*named, None, None, Evidence.AT_SCALE, "It lies inside.", void, unsure=unsure)


def test_every_reason_that_makes_a_barrier_void_has_a_row_of_its_own() -> None:
    held = item("Viability", held=Grade.NONE, held_by=(barrier(),))
    found = follow_rows.held(report((held,), (barrier("Other site.", "Other basis."), barrier("?", unsure=True))))
    assert [row.cells[1].text for row in found[0].rows] == ["high → none"]
    assert [row.cells[3].text for row in found[1].rows] == ["Other site.", "Other basis.", "?"]
    assert [row.cells[1].text for row in found[1].rows] == ["void", "", "not known"]


def test_two_reports_side_by_side_say_what_differs_first() -> None:
    one, other = ITEMS[0], replace(ITEMS[0], low=Grade.LOW, high=Grade.LOW)
    found = Comparison(
        one=report(),
        other=report(),
        only_one=(ITEMS[1],),
        only_other=(ITEMS[2],),
        shifted=(Shift(one, other, ("high, then low.",), other_witness=False),),
        same=1,
        cells_only_one=(),
        cells_only_other=(),
        notes=(),
    )
    groups = [group for group in compare_rows.groups(found) if group.rows]
    assert [group.title for group in groups] == ["Stands differently  1", "Only in A  1", "Only in B  1"]
    assert [cell.text for cell in groups[0].rows[0].cells] == ["Copy number · Leiden", "high", "low", "high, then low."]
    assert groups[1].rows[0].cells[2].text == "not reached"


def test_what_an_item_rests_on_is_said_for_every_size() -> None:
    step = link("MOI raises CAR (strength high, evidence: opinion).")
    told = {
        size: [each.text for each in item_words.rests_on(item("Q", smallest_set=SmallestSet(size, links)))]
        for size, links in (
            (SmallestSize.FACTS, ()),
            (SmallestSize.MORE, ()),
            (SmallestSize.TWO, (step, step)),
        )
    }
    assert told[SmallestSize.FACTS] == ["Recorded facts only."]
    assert "More than three" in told[SmallestSize.MORE][0]
    assert told[SmallestSize.TWO] == [
        "MOI raises CAR.",
        "MOI raises CAR.",
        "It falls only if these 2 fall together.",
    ]
    assert item_words.rests_on(item("Q", load_bearing=(step,)))[0].beside == "load-bearing"
    assert "another path" in item_words.rests_on(item("Q"))[0].text
    assert item_words.rests_on(item("Q", path=(link("x", judged=False),)))[0].text == "Recorded facts only."


def test_other_paths_and_opposing_directions_are_told() -> None:
    told = item_words.what_else(item("Q", opposing=True, disjoint_paths=2, others=((link("A raises B."),),)))
    assert "At least 2 paths" in told[0]
    assert "Also: A raises B." in told[1]
    assert "opposite" in told[2]
    assert item_words.what_else(item("Q", disjoint_paths=1))[0].startswith("No further path")


def test_void_barriers_are_told_and_a_holding_one_waits_for_a_person() -> None:
    held = item("Q", held=Grade.NONE, held_by=(barrier(),))
    assert item_words.held(held)[-1] == "A person confirms it."
    assert item_words.held(item("Q")) == ["Nothing."]
    assert [each.void for each in item_words.void(report((), (barrier("Other site."),)), item("Q"))] == [
        ("Other site.",)
    ]
