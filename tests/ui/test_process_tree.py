"""The tree twin: the same things as the drawn map, in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from kgapp import bootstrap
from kgapp.domain.findings import Finding, Severity
from kgapp.domain.terms import Iri
from kgapp.services import explorer
from kgapp.services.process_board import ProcessMap
from kgapp.services.process_differences import only_differing
from kgapp.services.process_map import process_map
from kgapp.ui.canvas.layout import Sizes, Wish, arrange
from kgapp.ui.canvas.map_level import Level
from kgapp.ui.canvas.map_spots import Spots
from kgapp.ui.models import roles
from kgapp.ui.models.process_parts import Key, MarkKind, Part, counted, marks, summary
from kgapp.ui.models.process_tree import BADGES, DIFFERENCE, NAME, VALUE, ProcessTree

DEMO = "https://w3id.org/kgapp/demo/"
LEIDEN = Iri(f"{DEMO}LEI")
TRANSDUCTION = Iri(f"{DEMO}UO05")
MOI = Key(Part.FACTOR, Iri(f"{DEMO}P17"), LEIDEN, step=TRANSDUCTION)


def findings_of(thing: Iri) -> tuple[Finding, ...]:
    """One finding, about the setting of the MOI at Leiden."""
    if thing != f"{DEMO}SET-LEI-P17":
        return ()
    return (Finding(thing, "", "", Severity.VIOLATION, "No proven range holds", "", ""),)


@pytest.fixture(scope="module")
def board(demo_made: Path) -> ProcessMap:
    with bootstrap.reading(demo_made) as workspace:
        return process_map(workspace.reader)


@pytest.fixture
def tree(board: ProcessMap) -> ProcessTree:
    made = ProcessTree(findings_of)
    made.show_map(board)
    return made


def rows(model: ProcessTree, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    """Every row, depth first."""
    above = parent if parent is not None else QModelIndex()
    for at in range(model.rowCount(above)):
        index = model.index(at, NAME, above)
        yield index
        yield from rows(model, index)


def things_of_tree(model: ProcessTree) -> set[tuple[str, Iri | None]]:
    """What can be opened from the tree, with the site that it stands at."""
    found = set()
    for index in rows(model):
        key, thing = model.key_at(index), str(index.data(roles.IRI))
        if thing:
            found.add((thing, key.site if key else None))
    return found


def things_of_map(board: ProcessMap, level: Level) -> set[tuple[str, Iri | None]]:
    """What can be opened from the drawn map: its places, and the lists behind badges."""
    wish = Wish(
        board, None, level, Sizes.at(round, level), 800, 600, lambda text, _strong: 7.0 * len(text), findings_of
    )  # fmt: skip
    found: set[tuple[str, Iri | None]] = set()
    for spot in Spots(arrange(wish)).all:
        if not spot.entries:
            found.add((spot.thing, spot.site))
        found.update((entry.thing, spot.site) for entry in spot.entries)
    return found


def test_the_model_keeps_the_rules_of_qt(tree: ProcessTree, board: ProcessMap, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(tree)  # type: ignore[no-untyped-call]  # pytest-qt has no types here
    tree.show_map(only_differing(board))
    qtmodeltester.check(tree)  # type: ignore[no-untyped-call]  # pytest-qt has no types here
    tree.show_map(None)
    qtmodeltester.check(tree)  # type: ignore[no-untyped-call]  # pytest-qt has no types here
    assert tree.rowCount() == 0


@pytest.mark.parametrize("level", [Level.STEP, Level.PARAMETER])
def test_tree_and_drawn_map_reach_the_same_things(tree: ProcessTree, board: ProcessMap, level: Level) -> None:
    assert things_of_tree(tree) == things_of_map(board, level)


def test_the_overview_reaches_nothing_that_the_tree_does_not(tree: ProcessTree, board: ProcessMap) -> None:
    overview = things_of_map(board, Level.OVERVIEW)
    assert overview <= things_of_tree(tree)
    assert {thing for thing, _ in overview} >= {step.step.iri for step in board.steps}


def test_filtered_tree_and_map_reach_the_same_things(tree: ProcessTree, board: ProcessMap) -> None:
    left = only_differing(board)
    tree.show_map(left)
    assert things_of_tree(tree) == things_of_map(left, Level.PARAMETER)


def test_every_key_leads_back_to_its_row(tree: ProcessTree) -> None:
    keyed = [index for index in rows(tree) if tree.data(index, roles.IRI)]
    assert len(keyed) > 200
    for index in keyed:
        key = tree.key_at(index)
        assert key is not None
        found = tree.index_of(key)
        assert tree.key_at(found) == key


def test_a_key_that_is_not_there_leads_to_its_card_or_nowhere(tree: ProcessTree) -> None:
    badge = Key(Part.MARK, TRANSDUCTION, LEIDEN, MarkKind.FACTORS, TRANSDUCTION)
    assert tree.key_at(tree.index_of(badge)) == Key(Part.STEP, TRANSDUCTION, LEIDEN)
    assert not tree.index_of(Key(Part.FACTOR, Iri(f"{DEMO}P17"), LEIDEN, step=Iri(f"{DEMO}UO01"))).isValid()
    assert not tree.index_of(Key(Part.FACTOR, Iri(f"{DEMO}nothing"), LEIDEN)).isValid()


def test_a_factor_is_told_with_value_difference_and_what_stands_beside_it(tree: ProcessTree) -> None:
    index = tree.index_of(MOI)
    cells = [str(index.siblingAtColumn(column).data()) for column in (NAME, VALUE, DIFFERENCE, BADGES)]
    assert cells[:2] == ["MOI", "3 (2–4) TU/cell"]
    assert cells[2].startswith("Same figure, other basis")
    assert cells[3].startswith("CPP · Basis: Titre by the Leiden assay")
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("MOI at Leiden: 3 (2–4) TU/cell. CPP. Basis")
    assert "&quot;" not in str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert index.data(roles.ICON) == "parameter"


def test_findings_are_counted_and_listed(tree: ProcessTree, board: ProcessMap) -> None:
    card = next(card for card in board.cards[1] if card.step.iri == TRANSDUCTION)
    first = marks(card, findings_of)[0]
    assert (first.kind, first.count, first.words) == (MarkKind.FINDINGS, 1, "1 finding")
    assert first.entries[0].words == "violation: No proven range holds"
    index = tree.index_of(Key(Part.MARK, TRANSDUCTION, LEIDEN, MarkKind.FINDINGS, TRANSDUCTION))
    entry = tree.index(0, NAME, index)
    assert entry.data(roles.IRI) == f"{DEMO}SET-LEI-P17"
    assert tree.key_at(entry) == tree.key_at(index)


def test_explorer_tree_and_overview_count_the_same_factors(
    tree: ProcessTree, board: ProcessMap, demo_made: Path
) -> None:
    with bootstrap.reading(demo_made) as workspace:
        branches = explorer.roots(workspace.reader)[0].children
    told = {one.iri: one.count - one.indicators for one in branches}
    for column, step in enumerate(board.steps):
        card = board.cards[0][column]
        assert told[step.step.iri] == step.factors
        assert summary(card, findings_of, step.factors)[0].words == counted(MarkKind.FACTORS, step.factors)
    expansion = next(step for step in board.steps if step.step.label == "Expansion")
    row = tree.index_of(Key(Part.COLUMN, expansion.step.iri))
    assert row.siblingAtColumn(VALUE).data() == "16 factors"
    assert tree.index(0, VALUE, row).data() == "16 factors, 11 listed"
    card = board.cards[0][board.steps.index(expansion)]
    assert summary(card, findings_of, 16)[0].entries[-1].words.startswith("5 more are not on the map")


def test_a_planned_site_says_so(tree: ProcessTree) -> None:
    index = tree.index_of(Key(Part.LANE, Iri(f"{DEMO}KOB"), Iri(f"{DEMO}KOB")))
    assert [index.data(), index.siblingAtColumn(VALUE).data()] == ["Kobe", "planned: nothing is set here yet"]


@pytest.mark.parametrize("kind", list(MarkKind))
def test_numbers_are_told_with_their_noun(kind: MarkKind) -> None:
    assert counted(kind, 1).startswith("1 ")
    assert counted(kind, 2) != counted(kind, 1).replace("1", "2")
