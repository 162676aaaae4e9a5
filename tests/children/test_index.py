"""The index without its process: one request, one answer."""

from __future__ import annotations

import io
from typing import Any

import pytest

from kgapp.children import index
from kgapp.children.protocol import Channel, Closed
from kgapp.domain.messages import (
    Ask,
    AskAll,
    EndOfQuads,
    Fetch,
    Forget,
    Gap,
    JobFailed,
    Load,
    ObjectsNow,
    Page,
    Ready,
    Replace,
    Truth,
)

ALL = "SELECT ?s ?o { ?s ?p ?o }"
LINES = b"".join(b'<http://e/s%d> <http://e/p> "v%d" <http://e/g> .\n' % (n, n) for n in range(1200))


def talk(*requests: object) -> list[Any]:
    """Serve the requests and return the answers."""
    incoming, outgoing = io.BytesIO(), io.BytesIO()
    asking = Channel(io.BytesIO(), incoming)
    for request in requests:
        asking.send_quads(request) if isinstance(request, bytes) else asking.send(request)
    incoming.seek(0)
    with pytest.raises(Closed):
        index.serve(Channel(incoming, outgoing))
    outgoing.seek(0)
    answers, answered = [], Channel(outgoing, io.BytesIO())
    while outgoing.tell() < len(outgoing.getvalue()):
        answers.append(answered.receive(Ready, Gap, Truth, Page, JobFailed))
    return answers


def loaded(*requests: object) -> list[Any]:
    return talk(Load(1), LINES, EndOfQuads(), *requests)[1:]


def test_a_page_has_at_most_five_hundred_rows_and_the_rest_waits() -> None:
    first, second, third, gone = loaded(Ask(1, ALL, True, 9), Fetch(1, 9), Fetch(1, 9), Fetch(1, 9))
    assert [len(page.rows) for page in (first, second, third)] == [500, 500, 200]
    assert (first.answer, second.answer, third.answer) == (1, 1, 0)
    assert isinstance(gone, JobFailed)


def test_a_page_of_long_rows_is_short() -> None:
    page = loaded(Ask(1, 'SELECT ?t { ?s ?p ?o BIND(CONCAT(?o, "%s") AS ?t) }' % ("x" * 10_000), True, 9))[0]
    assert 0 < len(page.rows) <= 50


def test_ask_all_sends_every_page() -> None:
    answers = loaded(AskAll(1, ALL, True, 9))
    assert [len(page.rows) for page in answers] == [500, 500, 200]


def test_a_forgotten_answer_is_gone() -> None:
    answers = loaded(Ask(1, ALL, True, 9), Forget(1), Fetch(1, 9))
    assert answers[1] == Ready(1, 1200)
    assert isinstance(answers[2], JobFailed)


def test_a_request_for_another_revision_is_a_gap() -> None:
    assert loaded(Ask(2, ALL, True, 9), Replace(3, 2, ())) == [Gap(1), Gap(1)]


def test_a_delta_replaces_all_objects_of_its_place() -> None:
    entry = ObjectsNow("<http://e/s0>", "<http://e/p>", "<http://e/g>", ('"a"', '"b"'))
    ready, page = loaded(Replace(2, 1, (entry,)), Ask(2, "SELECT ?o { <http://e/s0> ?p ?o } ORDER BY ?o", True, 9))
    assert ready == Ready(2, 1201)
    assert page.rows == (('"a"',), ('"b"',))


def test_loading_forgets_what_was_there() -> None:
    ready, answer = loaded(Load(5), EndOfQuads(), Ask(5, "ASK { ?s ?p ?o }", True, 9))
    assert ready == Ready(5, 0)
    assert answer == Truth(False)


def test_errors_of_the_query_are_told() -> None:
    assert isinstance(loaded(Ask(1, "SELECT * {", True, 9))[0], JobFailed)
    assert isinstance(loaded(Ask(1, "SELECT * { ?s ?p ?o FILTER(<http://e/f>(?o)) }", True, 9))[0], JobFailed | Page)


def test_construct_answers_triples() -> None:
    page = loaded(Ask(1, "CONSTRUCT { ?s <http://e/q> ?o } WHERE { ?s ?p ?o } LIMIT 1", True, 9))[0]
    assert page.triples
    assert page.columns == ("subject", "predicate", "object")
