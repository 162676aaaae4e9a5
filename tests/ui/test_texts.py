"""Text from the graph made fit to show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgapp.ui.texts import BLOCK, LINE, block, caption, count_of, line, tip


@given(st.text())
def test_a_line_is_short_and_has_nothing_hidden_in_it(text: str) -> None:
    shown = line(text)
    assert len(shown) <= LINE
    assert not any(ord(character) < 0x20 or character in "\u202e\u2066\u200f\x7f" for character in shown)


@given(st.text(max_size=300))
def test_a_block_has_line_breaks_and_nothing_else_hidden(text: str) -> None:
    assert len(block(text)) <= BLOCK + 1
    assert all(part == line(part, BLOCK) for part in block(text).split("\n"))


def test_a_very_long_text_is_cut_before_it_is_looked_at() -> None:
    assert line("x" * 1_000_000) == "x" * (LINE - 1) + "…"


@pytest.mark.parametrize(
    ("text", "shown"), [("a\x00b", "a␀b"), ("a\u202eb", "a·b"), ("a\tb\nc", "a b c"), ("µ → ≤ 5 °C", "µ → ≤ 5 °C")]
)
def test_hidden_characters_become_visible(text: str, shown: str) -> None:
    assert line(text) == shown


def test_markup_in_a_tip_or_a_tab_is_only_text() -> None:
    assert tip("<img src=x>") == "<qt>&lt;img src=x&gt;</qt>"
    assert tip("") == ""
    assert caption("Q&A") == "Q&&A"


def test_counts_have_their_noun() -> None:
    assert (count_of(1, "hop", "hops"), count_of(1200, "hop", "hops")) == ("1 hop", "1,200 hops")
