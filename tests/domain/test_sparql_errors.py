"""Messages of engines in plain words."""

from __future__ import annotations

import pytest

from kgapp.domain import sparql_errors, sparql_text


@pytest.mark.parametrize(
    ("message", "text", "said"),
    [
        (
            "error at 1:19: expected one of LATERAL, [_]",
            "SELECT * { ?s ?p  }",
            "line 1, column 19: “}” cannot stand there.",
        ),
        (
            "error at 1:11: expected one of \"$\", ['0'..='9']",
            "SELECT * {",
            "column 11: something is missing at its end.",
        ),
        ("error at 2:2: expected x", "SELECT *\n\n{ ?a ?b ?c }", "line 2, column 2: “{” cannot stand there."),
        ("error at 9:9: expected x", "SELECT *", "line 9, column 9: something is missing at its end."),
        (
            "error at 1:5: expected one of OPTIONAL, Prefix not found",
            "ASK {a:b",
            "column 5: the prefix is not declared.",
        ),
        ("error at 1:5: IRI parsing failed", "ASK {<a>", "column 5: the IRI is not absolute."),
        (
            "The custom function\nis not known",
            "ASK {}",
            "The query cannot be answered: The custom function is not known.",
        ),
    ],
)
def test_a_message_becomes_a_sentence_with_its_place(message: str, text: str, said: str) -> None:
    assert sparql_errors.explained(message, text).endswith(said)


def test_the_place_is_that_of_the_users_own_text() -> None:
    text = sparql_text.with_prefixes("SELECT * { a:b", [("a", "http://a/")])
    assert "line 1, column 15" in sparql_errors.explained("error at 2:15: expected x", text)
