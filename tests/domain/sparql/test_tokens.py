"""Pieces of a text that is being written: those before a cursor are found from those of the whole text."""

from __future__ import annotations

import pytest

from kgapp.domain.sparql import tokens

TEXTS = (
    'PREFIX ex: <https://e.org/>\n# note\nSELECT * {\n  ?a ex:b 1.5e3 ; ex:c \'x\' .\r\n  ?b ex:d.e """long\n text""" .\n}\n',
    "SELECT ?a {\n ?a ex:b '''never\n ended",
    "\n\n?a 1\n:b\n<https://e.org/\n>",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
def test_what_stands_before_a_place_is_read_as_if_nothing_followed(text: str) -> None:
    for cursor in range(len(text) + 1):
        assert tokens.before(text, cursor) == tokens.pieces(text[:cursor])


def test_a_text_is_read_once() -> None:
    text = TEXTS[0]
    assert tokens.whole(text) is tokens.whole(f"{text[:5]}{text[5:]}")
    assert "".join(piece.text for piece in tokens.whole(text)) == text
