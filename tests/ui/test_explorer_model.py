"""The explorer's model without a window, through Qt's own tester, filled from values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.explorer_branches import Branch, Page
from kgapp.ui import dragging
from kgapp.ui.models import roles
from kgapp.ui.models.explorer import ExplorerModel, Wanted

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
SIZE = 3
"""Rows of a page."""


def leaf(name: str, note: str = "", *, retired: bool = False) -> Branch:
    return Branch(name, Iri(f"https://e.org/{name}"), (KG.Factor,), note, retired=retired)


def step(name: str, count: int) -> Branch:
    return Branch(name, Iri(f"https://e.org/{name}"), (KG.UnitOperation,), "", f"in {name}", count)


class Source:
    """Answers the model's questions from a table, at once or later."""

    def __init__(self, model: ExplorerModel, inside: Mapping[str, tuple[Branch, ...]]) -> None:
        self.model, self.inside = model, dict(inside)
        self.open: list[Wanted] = []
        model.wanted.connect(self.open.append)

    def answer(self) -> None:
        while self.open:
            wanted = self.open.pop(0)
            rows = self.inside[wanted.key]
            self.model.fill(wanted, Page(rows[wanted.offset : wanted.offset + SIZE], len(rows), wanted.offset))

    def section(self) -> Branch:
        rows = self.inside["top"]
        return Branch("Process", inside="top", heading=True, count=len(rows), children=rows[:SIZE])

    def renew(self) -> None:
        pages = {
            key: Page(self.inside[key][: max(rows, SIZE)], len(self.inside[key])) for key, rows in self.model.opened()
        }
        self.model.renew((self.section(),), pages)


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[ExplorerModel]:
    made = ExplorerModel()
    tester = QAbstractItemModelTester(made, FATAL)
    tester.setUseFetchMore(False)
    yield made
    assert tester.model() is made


def names(model: ExplorerModel, parent: QModelIndex | None = None) -> list[str]:
    above = QModelIndex() if parent is None else parent
    return [model.index(row, 0, above).data() for row in range(model.rowCount(above))]


INSIDE = {
    "top": (step("Activation", 0), step("Transduction", 5)),
    "in Transduction": tuple(leaf(f"P{at}", "CPP") for at in range(5)),
}


def shown(model: ExplorerModel) -> tuple[Source, QModelIndex]:
    """The table as a tree; gives the row of the step."""
    source = Source(model, INSIDE)
    model.show((source.section(),))
    return source, model.index(1, 0, model.index(0, 0))


def test_a_branch_is_looked_up_when_it_is_opened_and_only_once(model: ExplorerModel) -> None:
    source, place = shown(model)
    assert model.hasChildren(place)
    assert not model.hasChildren(model.index(0, 0, model.index(0, 0)))
    assert model.rowCount(place) == 0
    model.fetchMore(place)
    model.fetchMore(place)
    assert source.open == [Wanted(source.open[0].node, "in Transduction", 0)]
    source.answer()
    assert names(model, place) == ["P0", "P1", "P2", "3 of 5 · more"]
    assert not model.canFetchMore(place)


def test_the_last_row_loads_on_until_there_is_no_more(model: ExplorerModel) -> None:
    source, place = shown(model)
    model.fetchMore(place)
    source.answer()
    more = model.index(3, 0, place)
    assert (more.data(roles.INK), more.data(roles.IRI), more.data(roles.MARKS)) == ("accent", "", None)
    assert not model.load_on(model.index(0, 0, place))
    assert model.load_on(more)
    source.answer()
    assert names(model, place) == ["P0", "P1", "P2", "P3", "P4"]


def test_what_was_looked_up_in_vain_is_asked_again(model: ExplorerModel) -> None:
    source, place = shown(model)
    model.fetchMore(place)
    model.fail(source.open.pop())
    assert model.canFetchMore(place)
    model.fail(Wanted(10_000, "", 0))


def test_answers_to_what_is_there_no_more_are_dropped(model: ExplorerModel) -> None:
    source, place = shown(model)
    model.fetchMore(place)
    late = source.open.pop()
    model.show(())
    model.fill(late, Page((leaf("P0"),), 1))
    assert model.rowCount() == 0


def test_a_step_tells_factors_and_indicators_apart() -> None:
    model = ExplorerModel()
    made = Branch(
        "Expansion", Iri("https://e.org/U"), (KG.UnitOperation,), "", "factors https://e.org/U", 18, indicators=2
    )
    model.show((Branch("All", heading=True, count=2, children=(made, replace(made, iri=None, count=5, indicators=0))),))
    step, plain = (model.index(row, 0, model.index(0, 0)) for row in range(2))
    assert (step.data(roles.NOTE), plain.data(roles.NOTE)) == ("16 + 2", "5")
    assert "16 factors, 2 indicators" in step.data(Qt.ItemDataRole.ToolTipRole)
    assert step.data(Qt.ItemDataRole.AccessibleTextRole) == "Expansion 16 factors, 2 indicators"
    assert plain.data(Qt.ItemDataRole.AccessibleTextRole) == "Expansion 5 factors"


def test_a_row_says_what_it_is(model: ExplorerModel) -> None:
    branches = (
        leaf("MOI", "CPP"),
        leaf("old", retired=True),
        Branch("Know-how", None, (KG.KnowHow,), "", "known", 1200),
        Branch("other", None, (Iri("https://e.org/Foo"),)),
    )
    model.show((Branch("All", heading=True, count=4, children=branches),))
    section = model.index(0, 0)
    moi, old, group, other = (model.index(row, 0, section) for row in range(4))
    assert (section.data(roles.HEADING), section.data(roles.NOTE), section.data(roles.ICON)) == (True, "", "")
    assert (moi.data(roles.NOTE), moi.data(roles.IRI), moi.data(roles.ICON)) == (
        "CPP",
        "https://e.org/MOI",
        "parameter",
    )
    assert moi.data(Qt.ItemDataRole.AccessibleTextRole) == "MOI CPP"
    assert "factor" in moi.data(Qt.ItemDataRole.ToolTipRole)
    assert (old.data(roles.NOTE), old.data(roles.INK)) == ("retired", "third")
    assert "retired" in old.data(Qt.ItemDataRole.ToolTipRole)
    assert (group.data(roles.NOTE), group.data(roles.IRI)) == ("1,200", "")
    assert "skilled" in group.data(Qt.ItemDataRole.ToolTipRole)
    assert other.data(Qt.ItemDataRole.ToolTipRole) == "<qt>other</qt>"
    assert moi.data(Qt.ItemDataRole.FontRole) is None


def test_what_was_looked_for_is_marked_in_what_was_found_only(model: ExplorerModel) -> None:
    found = Branch("MOI at Leiden", Iri("https://e.org/a"), found=True)
    model.show((Branch("MOI", children=(found,), heading=True, count=1),), "lei mo")
    section = model.index(0, 0)
    assert section.data(roles.MARKS) == ()
    assert model.index(0, 0, section).data(roles.MARKS) == ((0, 2), (7, 3))
    assert model.index(0, 0, section).data(roles.FOUND)


def test_things_can_be_dragged_out(model: ExplorerModel) -> None:
    source, place = shown(model)
    model.fetchMore(place)
    source.answer()
    section, more = model.index(0, 0), model.index(3, 0, place)
    assert model.flags(place) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.flags(section) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    carried = model.mimeData([place, model.index(0, 0, place), place, more, section])
    assert dragging.things_in(carried) == ("https://e.org/Transduction", "https://e.org/P0")
    assert dragging.MIME_THINGS in model.mimeTypes()


def test_rows_that_stay_are_the_same_rows_after_a_change(model: ExplorerModel) -> None:
    source, place = shown(model)
    model.fetchMore(place)
    source.answer()
    kept = [model.index(row, 0, place) for row in (0, 2)]
    lasting = model.place(Iri("https://e.org/P2"))
    source.inside["in Transduction"] = (leaf("New"), leaf("P2", "KPP"), leaf("P0", "CPP"))
    source.inside["top"] = (step("Transduction", 3), step("Activation", 1))
    source.inside["in Activation"] = (leaf("P9"),)
    source.renew()
    place = model.place(Iri("https://e.org/Transduction"))
    assert place.row() == 0
    assert names(model, place) == ["New", "P2", "P0"]
    assert model.place(Iri("https://e.org/P2")).data(roles.NOTE) == "KPP"
    assert lasting.internalId() == model.place(Iri("https://e.org/P2")).internalId()
    assert not model.place(Iri("https://e.org/P1")).isValid()
    assert model.canFetchMore(model.place(Iri("https://e.org/Activation")))
    assert kept


def test_a_branch_that_became_empty_closes_and_may_fill_again(model: ExplorerModel) -> None:
    source, place = shown(model)
    model.fetchMore(place)
    source.answer()
    source.inside |= {"in Transduction": (), "top": (step("Transduction", 0),)}
    source.renew()
    place = model.place(Iri("https://e.org/Transduction"))
    assert not model.hasChildren(place)
    source.inside |= {"in Transduction": (leaf("P1"),), "top": (step("Transduction", 1),)}
    source.renew()
    assert model.canFetchMore(model.place(Iri("https://e.org/Transduction")))


def test_a_path_tells_a_row_from_all_others(model: ExplorerModel) -> None:
    _, place = shown(model)
    assert model.path(place) == ("top", "https://e.org/Transduction")
    assert model.path(QModelIndex()) == ()
    assert model.is_heading(model.index(0, 0))
    assert not model.is_heading(QModelIndex())


tables = st.dictionaries(
    st.sampled_from(["in A", "in B", "in C"]),
    st.lists(st.sampled_from("DEFGH"), unique=True, max_size=5),
    min_size=3,
    max_size=3,
)
Table = dict[str, list[str]]


def branch(name: str, table: Table) -> Branch:
    return step(name, len(table[f"in {name}"])) if f"in {name}" in table else leaf(name)


def made(table: Table, top: list[str]) -> dict[str, tuple[Branch, ...]]:
    inside = {key: tuple(branch(name, table) for name in rows) for key, rows in table.items()}
    return inside | {"top": tuple(branch(name, table) for name in top)}


def everything(model: ExplorerModel, parent: QModelIndex, visit: Callable[[QModelIndex], None], depth: int = 1) -> None:
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        visit(index)
        if depth:
            everything(model, index, visit, depth - 1)


@settings(max_examples=20, deadline=None)
@given(
    before=tables,
    after=tables,
    tops=st.tuples(*[st.lists(st.sampled_from("ABCDEFGH"), unique=True, min_size=1, max_size=5)] * 2),
)
def test_a_renewed_tree_is_the_tree_of_the_new_state(
    before: Table, after: Table, tops: tuple[list[str], list[str]]
) -> None:
    model = ExplorerModel()
    tester = QAbstractItemModelTester(model, FATAL)
    source = Source(model, made(before, tops[0]))
    model.show((source.section(),))
    for _ in range(2):
        everything(model, QModelIndex(), model.fetchMore)
        source.answer()
    source.inside = made(after, tops[1])
    source.renew()
    section = model.index(0, 0)
    shown = [name for name in names(model, section) if "more" not in name]
    assert shown == tops[1][: max(SIZE, len(shown))]
    for name in shown:
        place = model.place(Iri(f"https://e.org/{name}"))
        wanted = after.get(f"in {name}", [])
        there = [one for one in names(model, place) if "more" not in one]
        assert there == wanted[: len(there)]
        assert bool(wanted) == model.hasChildren(place)
    assert tester.model() is model
