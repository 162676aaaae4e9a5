"""Graphs that an endpoint answers are read by a child: each statement once, or a sentence."""

from __future__ import annotations

import itertools
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kgapp.adapters.sparql_endpoint import graphs
from kgapp.adapters.sparql_endpoint.client import SparqlEndpoint
from kgapp.domain.answers import TRIPLE, Row
from kgapp.domain.connections import Connection
from kgapp.domain.errors import IncompleteAnswer, QueryFailed, QueryTimeout, UserError
from tests.servers import Hostile, Talk

QUERY = "CONSTRUCT WHERE { ?s ?p ?o }"


@pytest.fixture
def endpoint(hostile: Hostile) -> Iterator[SparqlEndpoint]:
    client = SparqlEndpoint(Connection("hostile", hostile.url, allow_private=True))
    yield client
    client.close()


def answering(graph: bytes, kind: str = "application/n-triples") -> Callable[[Talk], None]:
    """A server with this graph, which takes no other questions than for it and for rows without data."""

    def answer(talk: Talk) -> None:
        if "VALUES" in talk.asked.form["query"]:
            row = '{"x": {"type": "uri", "value": "urn:x"}}'
            talk.results(f'{{"head": {{"vars": ["x"]}}, "results": {{"bindings": [{", ".join([row] * 1000)}]}}}}')
        else:
            talk.send(graph, kind)

    return answer


def statements(number: int) -> bytes:
    return "".join(f"<urn:s> <urn:p> <urn:o{each}> .\n" for each in range(number)).encode()


def asked(client: SparqlEndpoint) -> list[Row]:
    with client.answer(QUERY) as answer:
        assert answer.columns == TRIPLE
        return list(itertools.chain.from_iterable(answer.pages))


def test_turtle_is_read_with_blank_nodes_statements_about_statements_and_repetitions(
    hostile: Hostile, endpoint: SparqlEndpoint
) -> None:
    text = b"""<a> <p> _:x , "7.40"^^<http://www.w3.org/2001/XMLSchema#decimal> .
<a> <p> _:x . _:x <q> <<( <a> <p> _:x )>> , "b"@en ."""
    hostile.answer = answering(text, "text/turtle; charset=utf-8")
    at = f"http://127.0.0.1:{hostile.port}/"
    assert set(asked(endpoint)) == {
        (f"<{at}a>", f"<{at}p>", "_:b0"),
        (f"<{at}a>", f"<{at}p>", '"7.40"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ("_:b0", f"<{at}q>", f"<< <{at}a> <{at}p> _:b0 >>"),
        ("_:b0", f"<{at}q>", '"b"@en'),
    }


def test_many_statements_come_in_pages(hostile: Hostile, endpoint: SparqlEndpoint) -> None:
    hostile.answer = answering(statements(999))
    with endpoint.answer(QUERY) as answer:
        assert [len(page) for page in answer.pages] == [500, 499]


def test_so_many_statements_that_they_may_be_cut_are_counted(hostile: Hostile, endpoint: SparqlEndpoint) -> None:
    hostile.answer = answering(statements(1000))
    with pytest.raises(IncompleteAnswer, match="could not be counted"):
        asked(endpoint)


def no_end(talk: Talk) -> None:
    talk.head(200, {"Content-Type": "application/n-triples"})
    talk.raw(b"<urn:a> <urn:b> <urn:c> .\n")


@pytest.mark.parametrize(
    ("answer", "error", "sentence"),
    [
        (lambda t: t.send(b"a,b", "text/csv"), QueryFailed, "text/csv, not with a graph as N-Triples or Turtle"),
        (lambda t: t.send(b"<html>Log in", "text/html"), QueryFailed, "looks like a login page"),
        (lambda t: t.send(b"<urn:a> <urn:b> oops", "text/turtle"), QueryFailed, "a graph that cannot be read"),
        (no_end, IncompleteAnswer, "connection broke"),
    ],
)
def test_what_is_no_whole_graph_is_told(
    hostile: Hostile, endpoint: SparqlEndpoint, answer: Callable[[Talk], None], error: type[UserError], sentence: str
) -> None:
    hostile.answer = answer
    with pytest.raises(error, match=sentence):
        asked(endpoint)


def test_a_reader_that_is_late_or_stopped_says_so(tmp_path: Path) -> None:
    file = tmp_path / "answer"
    os.mkfifo(file)  # nobody writes: it never comes to an end
    late = graphs.Reading(file, "nt", "urn:x")
    try:
        with pytest.raises(QueryTimeout):
            late.rows(0.05)
    finally:
        late.close()
    stopped = graphs.Reading(file, "nt", "urn:x")
    try:
        stopped.stop(QueryFailed("for this reason"))
        with pytest.raises(QueryFailed, match="for this reason"):
            stopped.rows(5.0)
    finally:
        stopped.close()


def test_a_damaged_reader_is_told(tmp_path: Path) -> None:
    reading = graphs.Reading(tmp_path / "missing", "nt", "urn:x")
    try:
        with pytest.raises(QueryFailed, match="its reader ended"):
            reading.rows(5.0)
    finally:
        reading.close()


def test_stop_ends_a_graph_on_its_way(hostile: Hostile, endpoint: SparqlEndpoint) -> None:
    arrived = threading.Event()

    def answer(talk: Talk) -> None:
        arrived.set()
        talk.wait()

    def stop() -> None:
        arrived.wait(10)
        endpoint.stop()

    hostile.answer = answer
    stopper = threading.Thread(target=stop)
    stopper.start()
    with pytest.raises(UserError, match="Stopped"):
        asked(endpoint)
    stopper.join()
