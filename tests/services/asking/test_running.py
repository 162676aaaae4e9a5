"""Running a query with a limit that is said, on a source made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

import pytest

from kgapp.domain.answers import Answer, Row, Table
from kgapp.domain.sparql_text import Form
from kgapp.services.asking import limits, plan, running

if TYPE_CHECKING:
    from kgapp.services.ports import RecordReader


class Source:
    """Answers everything with the same pages; ``asked`` is the last text, ``read`` how many pages were taken."""

    def __init__(self, *pages: tuple[Row, ...]) -> None:
        self.asked = ""
        self.read = 0
        self._pages = pages

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        raise AssertionError((query, timeout_s))

    @contextmanager
    def answer(self, query: str, *, timeout_s: float = 60.0) -> Iterator[Answer]:
        assert timeout_s == limits.SECONDS
        self.asked = query
        yield Answer(Form.SELECT, 0, ("x",), self._taken())

    def _taken(self) -> Iterator[tuple[Row, ...]]:
        for page in self._pages:
            self.read += 1
            yield page


class Reader:
    """An empty project, or an endpoint."""

    prefixes = ()

    def __init__(self, endpoint: str = "") -> None:
        self.endpoint = endpoint

    def meta(self) -> Reader:
        return self


def reader(endpoint: str = "") -> RecordReader:
    return cast("RecordReader", Reader(endpoint))


def page(start: int, end: int) -> tuple[Row, ...]:
    return tuple((f'"{n}"',) for n in range(start, end))


@pytest.mark.parametrize(
    ("most", "rows", "more", "taken"), [(4, 4, True, 2), (6, 6, False, 2), (5, 5, True, 2), (None, 6, False, 2)]
)
def test_no_more_rows_than_the_limit_are_shown_and_that_there_are_more_is_said(
    most: int | None, rows: int, more: bool, taken: int
) -> None:
    source = Source(page(0, 3), page(3, 6))
    with running.run(reader(), source, "SELECT ?x { ?x ?p ?o }", most_rows=most) as run:
        shown = [row for each in run.pages() for row in each]
    assert shown == list(page(0, rows))
    assert (run.rows, run.more, source.read) == (rows, more, taken)
    assert ("limit is set by kgapp" in run.said()) is more


def test_a_limit_that_a_page_ends_at_shows_no_empty_page() -> None:
    source = Source(page(0, 3), page(3, 6))
    with running.run(reader(), source, "SELECT ?x { ?x ?p ?o }", most_rows=3) as run:
        assert list(run.pages()) == [page(0, 3)]
    assert run.more
    assert run.said().startswith("Showing the first 3 rows of more")


def test_an_endpoint_is_asked_for_one_row_more_than_is_shown_and_the_engine_for_what_the_text_says() -> None:
    source = Source(page(0, 3))
    with running.run(reader("https://e.org/sparql"), source, "SELECT ?x { ?x ?p ?o }", most_rows=2) as run:
        assert source.asked.endswith("\nLIMIT 3")
        assert run.endpoint == "https://e.org/sparql"
    with running.run(reader(), source, "SELECT ?x { ?x ?p ?o }", most_rows=2):
        assert "LIMIT" not in source.asked


def test_a_limit_comes_before_trailing_values_and_after_a_comment() -> None:
    text = "SELECT * { ?s ?p ?o VALUES ?s { <http://e/a> } } # end\nVALUES ?p { <http://e/p> }"
    assert limits.with_limit(text, 5).index("LIMIT 5") == text.index("\nVALUES") + 2
    assert limits.with_limit("SELECT * { ?s ?p ?o } # all", 5).endswith("# all\nLIMIT 5")
    assert limits.with_limit("ASK { ?s ?p ?o }", 5) == "ASK { ?s ?p ?o }"


def test_that_there_is_no_plan_is_said_of_the_engine_and_of_an_endpoint() -> None:
    assert plan.said("") == plan.NONE_HERE
    assert plan.said("https://e.org/sparql") == plan.NONE_THERE
