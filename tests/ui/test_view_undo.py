"""Undo of what was done to a view: states as values."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kgapp.ui.view_undo import MOST, ViewSteps


def test_an_operation_is_taken_back_and_done_again_by_name() -> None:
    steps = ViewSteps(0).did("Hide MOI", 1).did("Pin VCN", 2)
    assert (steps.here, steps.to_undo, steps.to_redo) == (2, "Pin VCN", "")
    back = steps.back()
    assert (back.here, back.to_undo, back.to_redo) == (1, "Hide MOI", "Pin VCN")
    assert back.forward() == steps
    assert back.did("Fold", 5).to_redo == ""
    assert ViewSteps(0).back() == ViewSteps(0)
    assert ViewSteps(0).forward() == ViewSteps(0)


def test_what_changes_nothing_is_no_step() -> None:
    assert ViewSteps(0).did("Zoom", 0).to_undo == ""
    assert ViewSteps(0).did("Zoom", 1).shown(7).back().here == 0


def test_operations_that_belong_together_are_one_step() -> None:
    steps = ViewSteps(0).did("Zoom", 1, "zoom").did("Zoom", 2, "zoom").did("Zoom", 3, "zoom")
    assert steps.back().here == 0
    assert steps.back().did("Zoom", 9, "zoom").to_undo == "Zoom"
    assert steps.did("Hide", 4).did("Zoom", 5, "zoom").back().here == 4


def test_old_steps_are_forgotten() -> None:
    steps = ViewSteps(0)
    for at in range(1, MOST + 10):
        steps = steps.did("Move", at)
    assert len(steps.past) == MOST


@given(st.lists(st.one_of(st.integers(0, 3), st.sampled_from(["back", "forward"])), max_size=30))
def test_all_the_way_back_and_forward_is_where_one_was(operations: list[int | str]) -> None:
    steps = ViewSteps(0)
    for operation in operations:
        if isinstance(operation, int):
            steps = steps.did("Set", operation)
        else:
            steps = steps.back() if operation == "back" else steps.forward()
    end, count = steps.here, 0
    while steps.to_redo:
        steps = steps.forward()
    last = steps.here
    while steps.to_undo:
        steps, count = steps.back(), count + 1
    assert steps.here == 0
    for _ in range(count):
        steps = steps.forward()
    assert steps.here == last
    assert end in {0, 1, 2, 3}
