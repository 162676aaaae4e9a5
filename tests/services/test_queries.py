"""Queries of any form, on a source made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

import pytest

from kgapp.domain.answers import Answer, Row, Table
from kgapp.domain.errors import NotFound
from kgapp.domain.sparql_text import Form
from kgapp.services import queries

if TYPE_CHECKING:
    from kgapp.services.ports import RecordReader


class Source:
    """Answers everything with the same pages, and keeps what it was asked."""

    def __init__(self, form: Form, seq: int, columns: tuple[str, ...], *pages: tuple[Row, ...]) -> None:
        self.asked = ""
        self._answer = Answer(form, seq, columns, iter(pages))

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        raise AssertionError((query, timeout_s))

    @contextmanager
    def answer(self, query: str, *, timeout_s: float = 60.0) -> Iterator[Answer]:
        assert timeout_s > 0
        self.asked = query
        yield self._answer


class Reader:
    """A record of one revision with one prefix."""

    prefixes = (("demo", "http://demo/"),)
    hash = "ab" * 32
    endpoint = ""

    def meta(self) -> Reader:
        return self

    def revision(self, seq: int) -> Reader:
        if seq != 1:
            raise NotFound(f"no revision {seq}")
        return self


READER = cast("RecordReader", Reader())


def test_prefixes_of_the_project_and_the_usual_ones_need_no_declaration() -> None:
    source = Source(Form.SELECT, 1, ("x",))
    with queries.run(READER, source, "SELECT ?x { demo:a kg:hasCause ?x }"):
        assert source.asked.startswith("PREFIX kg: <")
        assert "PREFIX demo: <http://demo/>" in source.asked


@pytest.mark.parametrize(("seq", "expected"), [(1, "ab" * 32), (0, ""), (7, "")])
def test_a_result_names_the_revision_it_is_true_of(seq: int, expected: str) -> None:
    with queries.run(READER, Source(Form.ASK, seq, ("answer",)), "ASK { }") as result:
        assert result.revision_hash == expected
        assert result.seconds >= 0


def test_select_star_puts_columns_in_the_order_of_the_text() -> None:
    source = Source(Form.SELECT, 1, ("a", "b", "z"), (("1", "2", "3"),), (("4", "5", None),))
    with queries.run(READER, source, "SELECT * { ?z ?b ?a }") as result:
        assert result.answer.columns == ("z", "b", "a")
        assert list(result.answer.pages) == [(("3", "2", "1"),), ((None, "5", "4"),)]


@pytest.mark.parametrize("text", ["SELECT ?b ?a { ?a ?b ?c }", "SELECT * { ?a ?other ?x }", "SELECT * { ?a ?b }"])
def test_other_columns_stay_as_they_are(text: str) -> None:
    with queries.run(READER, Source(Form.SELECT, 1, ("a", "b")), text) as result:
        assert result.answer.columns == ("a", "b")


def test_first_rows_stop_reading_and_say_that_there_are_more() -> None:
    pages: list[tuple[Row, ...]] = [(("1",), ("2",)), (("3",), ("4",)), (("5",),)]
    with queries.run(READER, Source(Form.SELECT, 1, ("x",), *pages), "SELECT ?x {}") as result:
        assert queries.first_rows(result.answer, 3) == ((("1",), ("2",), ("3",)), True)
        assert queries.first_rows(result.answer, 3) == ((("5",),), False)


def test_a_single_column_of_select_star_keeps_its_rows() -> None:
    with queries.run(READER, Source(Form.SELECT, 1, ("x",), (("1",),)), "SELECT * { ?x a ?x }") as result:
        assert list(result.answer.pages) == [(("1",),)]
