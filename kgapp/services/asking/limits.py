"""The limit that kgapp sets where a query has none: how many rows are shown, and how that is said."""

from __future__ import annotations

from typing import Final

from kgapp.domain import sparql_text
from kgapp.domain.sparql_text import Form

MOST_ROWS: Final = 1000
"""Rows that are shown unless somebody asks for more."""
SECONDS: Final = 30.0
"""After so long a query is stopped unless somebody gives it more time."""


def with_limit(text: str, most: int) -> str:
    """A SELECT query that answers at most ``most`` rows; one with a LIMIT of its own stays as it is, so do other forms.

    >>> with_limit("SELECT * { ?s ?p ?o }", 10).splitlines()[-1]
    'LIMIT 10'
    >>> with_limit("SELECT * { { SELECT ?s { ?s ?p ?o } LIMIT 3 } } LIMIT 5", 10)
    'SELECT * { { SELECT ?s { ?s ?p ?o } LIMIT 3 } } LIMIT 5'
    """
    if sparql_text.gate(text).form is not Form.SELECT:
        return text
    depth = 0
    seen_pattern = False
    for token in sparql_text.tokens(text):
        depth += (token.kind == "open") - (token.kind == "close")
        seen_pattern = seen_pattern or (depth == 0 and token.text == "}")
        word = token.text.upper() if token.kind == "word" and depth == 0 and seen_pattern else ""
        if word == "LIMIT":
            return text
        if word == "VALUES":  # it comes last of all
            return f"{text[: token.start]}\nLIMIT {most}\n{text[token.start :]}"
    return f"{text}\nLIMIT {most}"


def said(rows: int, *, more: bool, seconds: float) -> str:
    """How many rows there are and how long it took, for people.

    >>> said(24, more=False, seconds=0.0031)
    '24 rows · 3 ms'
    >>> said(1000, more=True, seconds=2)
    'Showing the first 1,000 rows of more: the limit is set by kgapp, not by the query · 2.00 s'
    """
    counted = f"{rows:,} row{'' if rows == 1 else 's'}"
    if more:
        counted = f"Showing the first {counted} of more: the limit is set by kgapp, not by the query"
    return f"{counted} · {duration(seconds)}"


def duration(seconds: float) -> str:
    """A time for people.

    >>> duration(0.0004), duration(0.25), duration(75)
    ('< 1 ms', '250 ms', '75.00 s')
    """
    if seconds < 0.001:
        return "< 1 ms"
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"
