"""The first look at an endpoint, which tells how many rows its server gives along with what it was asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kgapp.adapters.sparql_endpoint.client import SparqlEndpoint
from kgapp.domain.connections import Connection
from kgapp.domain.errors import IncompleteAnswer, QueryFailed
from tests.servers import Hostile, Talk

LOOK = "SELECT ?seen WHERE { ?s ?p ?seen } LIMIT 1"
SEEN = '{"seen": {"type": "uri", "value": "https://e.org/seen"}}'
PROBE = '{"kgapp_x": {"type": "literal", "value": "1"}}'
ROW = '{"x": {"type": "uri", "value": "https://e.org/a"}}'


@pytest.fixture
def client(hostile: Hostile) -> Iterator[SparqlEndpoint]:
    made = SparqlEndpoint(Connection("hostile", hostile.url, allow_private=True))
    yield made
    made.close()


class Giving:
    """A server that holds some rows, gives at most so many of an answer, and says nothing of it."""

    def __init__(self, most: int, there: int, *, look_last: bool = False, takes_both: bool = True) -> None:
        self.most = most
        self._there = there
        self._last = look_last
        self._takes_both = takes_both

    def __call__(self, talk: Talk) -> None:
        query = talk.asked.form["query"]
        if "kgapp_x" in query:
            rows = [*[PROBE] * 10_000, SEEN] if self._last else [SEEN, *[PROBE] * 10_000]
            self._tell(talk, '"seen", "kgapp_x"', rows) if self._takes_both else talk.send(b"no", status=400)
        elif "kgapp_rows" in query:
            self._tell(talk, '"n"', [f'{{"n": {{"type": "literal", "value": "{self._there}"}}}}'])
        elif "?y" in query:
            self._tell(talk, '"x"', [ROW] * 10_000)
        elif query == LOOK:
            self._tell(talk, '"seen"', [SEEN])
        else:
            self._tell(talk, '"x"', [ROW] * self._there)

    def _tell(self, talk: Talk, names: str, rows: list[str]) -> None:
        bindings = ", ".join(rows[: self.most])
        talk.results(f'{{"head": {{"vars": [{names}]}}, "results": {{"bindings": [{bindings}]}}}}')


def test_one_request_tells_what_is_seen_and_how_many_rows_come(hostile: Hostile, client: SparqlEndpoint) -> None:
    hostile.answer = Giving(most=7, there=6)
    assert client.look(LOOK) == (("<https://e.org/seen>",),)
    assert len(client.select("SELECT ?x WHERE { ?x ?p ?o }").rows) == 6
    assert client.requests == 2


@pytest.mark.parametrize("most", [1, 7, 10_000])
def test_an_answer_that_the_server_cut_is_still_found_out(hostile: Hostile, client: SparqlEndpoint, most: int) -> None:
    hostile.answer = Giving(most=most, there=most + 1)
    client.look(LOOK)
    with pytest.raises(IncompleteAnswer, match=f"{most:,} rows came, {most + 1:,} are there"):
        client.select("SELECT ?x WHERE { ?x ?p ?o }")
    assert client.requests == 3


@pytest.mark.parametrize("most", [7, 10_000])
def test_what_may_have_been_cut_off_is_asked_for_alone(hostile: Hostile, client: SparqlEndpoint, most: int) -> None:
    hostile.answer = Giving(most=most, there=5, look_last=True)
    assert client.look(LOOK) == (("<https://e.org/seen>",),)
    assert client.requests == 2
    assert len(client.select("SELECT ?x WHERE { ?x ?p ?o }").rows) == 5
    assert client.requests == 3


def test_a_server_that_does_not_take_both_together_is_asked_one_by_one(
    hostile: Hostile, client: SparqlEndpoint
) -> None:
    hostile.answer = Giving(most=7, there=7, takes_both=False)
    assert client.look(LOOK) == (("<https://e.org/seen>",),)
    assert len(client.select("SELECT ?x WHERE { ?x ?p ?o }").rows) == 7
    assert client.requests == 5


def test_a_refused_look_is_told(hostile: Hostile, client: SparqlEndpoint) -> None:
    hostile.answer = lambda talk: talk.send(b"no", status=401)
    with pytest.raises(QueryFailed, match="does not let you in"):
        client.look(LOOK)
