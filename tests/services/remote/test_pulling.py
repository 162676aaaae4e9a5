"""Part of an endpoint comes into a project whole or not at all, and overwrites nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kgapp import bootstrap
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound, UserError
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Literal, Quad, parse
from kgapp.services.ports import Pattern
from kgapp.services.remote import pulling
from kgapp.services.remote.pulling import Part
from kgapp.services.workspace import Workspace
from tests.servers import Hostile, Server

BASE = "https://e.org/"
DECIMAL = "<http://www.w3.org/2001/XMLSchema#decimal>"
THERE = f"""<{BASE}a> <{BASE}p> "7.4"^^{DECIMAL} <{BASE}g> .
<{BASE}a> <{BASE}t> "x" <{BASE}g> .
<{BASE}a> <{BASE}q> <{BASE}b> <{BASE}g> .
<{BASE}b> <{BASE}q> <{BASE}c> <{BASE}h> .
<{BASE}c> <{BASE}t> "far" <{BASE}h> .
"""


def quad(subject: str, predicate: str, value: str, graph: str) -> Quad:
    return Quad(Iri(BASE + subject), Iri(BASE + predicate), parse(value), Iri(BASE + graph))


@pytest.fixture
def local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    monkeypatch.setenv("KGAPP_ALLOW_PRIVATE", "1")
    bootstrap.create(tmp_path / "p.kgproject", Iri(BASE), "e")
    with bootstrap.writing(tmp_path / "p.kgproject") as workspace:
        here = frozenset((quad("a", "p", f'"7.40"^^{DECIMAL}', "mine"), quad("a", "t", '"y"', "mine")))
        workspace.commit(ChangeSet("here", added=here), Note(workspace.author, "test"))
        yield workspace


@pytest.fixture(params=["oxigraph_server", "virtuoso"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    found: Server = request.getfixturevalue(request.param)
    found.empty()
    found.fill(THERE.encode())
    yield found
    found.empty()


def test_a_part_comes_with_its_surroundings_and_overwrites_nothing(server: Server, local: Workspace) -> None:
    with bootstrap.reading(server.query_url) as remote:
        planned = pulling.plan(remote.reader, local.reader, Part((Iri(BASE + "a"),), 1))
    assert (planned.found, planned.things) == (4, 2)
    assert planned.change.added == {
        quad("a", "t", '"x"', "g"),
        quad("a", "q", f"<{BASE}b>", "g"),
        quad("b", "q", f"<{BASE}c>", "h"),
    }
    assert planned.beside == ("e:a: e:t is “y” here; “x” comes beside it",)
    revision = pulling.commit(local, planned, "for the review")
    assert revision is not None
    assert server.query_url in revision.summary
    assert quad("a", "p", f'"7.40"^^{DECIMAL}', "mine") in set(local.reader.quads(Pattern()))
    with pytest.raises(BadInput, match="changed since"):
        pulling.commit(local, planned, "again")
    with bootstrap.reading(server.query_url) as remote:
        again = pulling.plan(remote.reader, local.reader, Part((Iri(BASE + "a"),), 1))
        assert pulling.commit(local, again, "again") is None
        with pytest.raises(NotFound, match="says nothing of"):
            pulling.plan(remote.reader, local.reader, Part((Iri(BASE + "none"),)))


def test_too_much_is_refused(oxigraph_server: Server, local: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    oxigraph_server.empty()
    oxigraph_server.fill(THERE.encode())
    monkeypatch.setattr(pulling, "MOST_STATEMENTS", 2)
    with bootstrap.reading(oxigraph_server.query_url) as remote, pytest.raises(BadInput, match="more than 2"):
        pulling.plan(remote.reader, local.reader, Part((Iri(BASE + "a"),), 1))


def test_an_answer_that_breaks_off_adds_nothing(hostile: Hostile, local: Workspace) -> None:
    hostile.answer = lambda talk: talk.send(
        b'{"head":{"vars":["s"]},"results":{"bindings":[', "application/sparql-results+json"
    )
    before = local.reader.count()
    with bootstrap.reading(hostile.url) as remote, pytest.raises(UserError):
        pulling.plan(remote.reader, local.reader, Part((Iri(BASE + "a"),), 1))
    assert local.reader.count() == before


def test_numbers_are_compared_by_their_values() -> None:
    same = [
        pulling.value_of(Literal(each, Iri("http://www.w3.org/2001/XMLSchema#decimal")))
        for each in ("7.40", "7.4", "NaN", "x")
    ]
    assert (same[0] == same[1], same[2] == same[3]) == (True, False)
