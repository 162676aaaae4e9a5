"""What a stranger says about single things is checked to the last field."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgapp.domain.errors import BadInput
from kgapp.domain.terms import Iri, Literal, Quad, nquad
from kgapp.services.bundles import items
from kgapp.services.bundles.items import Item, Items, Status, Word

A = Iri("https://e.org/p/a")
QUAD = Quad(A, Iri("https://e.org/p/says"), Literal('tab\t, quote " and\nline'), Iri("https://e.org/p/graph/main"))
WORDS = st.builds(Word, st.sampled_from(Status), st.text(max_size=50))


@given(st.lists(st.tuples(WORDS, WORDS), max_size=4))
def test_what_is_written_is_read(words: list[tuple[Word, Word]]) -> None:
    told = Items(
        tuple(Item(Iri(f"https://e.org/p/{n}"), ours, theirs) for n, (ours, theirs) in enumerate(words)),
        frozenset({items.sealed("ab" * 32, nquad(QUAD).encode())}),
    )
    assert items.read(items.written(told)) == told


def test_a_comment_has_its_length() -> None:
    with pytest.raises(BadInput, match="4,000 characters"):
        items.written(Items((Item(A, Word(Status.OPEN, "x" * 4_001)),)))


def told(**changed: Any) -> bytes:
    word = {"status": "open", "comment": ""}
    item = {"entity": str(A), "sender": word, "receiver": word}
    return json.dumps({"format": items.FORMAT, "items": [item], "removed": [], **changed}).encode()


ITEM = {"entity": str(A), "sender": {"status": "open", "comment": ""}, "receiver": {"status": "open", "comment": ""}}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[" * 100_000,
        told(format="kgapp-bundle-items/1"),
        told(more=1),
        told(items=[ITEM, ITEM]),
        told(items=[{**ITEM, "entity": "no address"}]),
        told(items=[{**ITEM, "sender": {"status": "perhaps", "comment": ""}}]),
        told(items=[{**ITEM, "sender": {"status": "open", "comment": "x" * 4_001}}]),
        told(items=[{**ITEM, "sender": {"status": "open", "comment": "", "by": "Ann"}}]),
        told(items=[{**ITEM, "extra": 1}]),
        told(removed=["nothing"]),
        told(removed=[nquad(QUAD)]),
        told(removed=["AB" * 32]),
        told(removed=["ab" * 32 + "\n"]),
        told(removed=["ab" * 31]),
        told(removed=[""]),
    ],
)
def test_what_is_not_as_kgapp_writes_it_is_refused(content: bytes) -> None:
    with pytest.raises(BadInput):
        items.read(content)
