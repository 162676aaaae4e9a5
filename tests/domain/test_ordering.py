"""Sorting in parts is sorting."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kgapp.domain.ordering import sorted_in_parts


@given(st.lists(st.integers()), st.integers(1, 20))
def test_the_order_is_the_one_of_sorted(values: list[int], at_once: int) -> None:
    assert sorted_in_parts(values, at_once) == sorted(values)


@given(st.sets(st.text(max_size=4)), st.integers(1, 5))
def test_sets_of_texts_too(values: set[str], at_once: int) -> None:
    assert sorted_in_parts(values, at_once) == sorted(values)


def test_many_equal_values_are_no_trouble() -> None:
    values = [7] * 1_000 + [3] * 1_000
    assert sorted_in_parts(values, 10) == sorted(values)
