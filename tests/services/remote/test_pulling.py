"""Part of an endpoint comes into a project whole or not at all, and overwrites nothing."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import pytest

from kgapp import bootstrap
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound, UserError
from kgapp.domain.history import Note
from kgapp.domain.terms import XSD, Iri, Literal, Quad, parse
from kgapp.domain.vocabulary import DCTERMS, KG, PROV, RDF, RDFS
from kgapp.services import browsing, rulebook
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.remote import part_reading, pulling
from kgapp.services.remote.part_reading import Part
from kgapp.services.remote.pulling import Plan, Things
from kgapp.services.workspace import Workspace
from tests.servers import Hostile, Server

BASE = "https://e.org/"
SOURCES = pulling.source_graph(Iri(BASE))
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
        planned = pulling.plan(remote.reader, local.reader, Part((Iri(BASE + "a"),)))
    assert (planned.found, planned.copied, planned.things) == (4, 3, Things(new=1, differing=1, same=0))
    assert {each for each in planned.change.added if each.graph != SOURCES} == {
        quad("a", "t", '"x"', "g"),
        quad("a", "q", f"<{BASE}b>", "g"),
        quad("b", "q", f"<{BASE}c>", "h"),
    }
    assert planned.beside == ("e:a: e:t is “y” here; “x” comes beside it",)
    revision = pulling.commit(local, planned, "for the review")
    assert revision is not None
    assert server.query_url in revision.summary
    copied = {each.subject: each.object for each in local.reader.quads(Pattern(predicate=PROV.wasGeneratedBy))}
    assert set(copied) == {BASE + "a", BASE + "b"}
    said = {
        each.predicate: each.object for each in local.reader.quads(Pattern(subject=Iri(str(copied[Iri(BASE + "a")]))))
    }
    assert said[PROV.used] == server.query_url
    assert "4 statements about 2 things found, 3 of them added" in str(said[DCTERMS.description])
    assert f"<{BASE}a>) with 1 step around" in str(said[DCTERMS.description])
    facts = {fact.predicate.label: fact.label for fact in browsing.page(local.reader, Iri(BASE + "a")).facts}
    assert facts["came by"].startswith(f"Copied from {server.query_url} on 20")
    assert quad("a", "p", f'"7.40"^^{DECIMAL}', "mine") in set(local.reader.quads(Pattern()))
    with pytest.raises(BadInput, match="changed since"):
        pulling.commit(local, planned, "again")
    with bootstrap.reading(server.query_url) as remote:
        again = pulling.plan(remote.reader, local.reader, Part((Iri(BASE + "a"),)))
        assert again.things == Things(new=0, differing=0, same=2)
        assert pulling.commit(local, again, "again") is None
        with pytest.raises(NotFound, match="says nothing of"):
            pulling.plan(remote.reader, local.reader, Part((Iri(BASE + "none"),)))


KINDS = f"""<{BASE}p1> <{RDF.type}> <{KG.ProcessParameter}> <{BASE}g> .
<{BASE}p1> <{RDFS.label}> "Dose" <{BASE}g> .
<{BASE}p1> <{BASE}q> <{KG.open}> <{BASE}g> .
<{BASE}p2> <{RDF.type}> <{KG.QualityAttribute}> <{BASE}h> .
<{BASE}u> <{BASE}q> <{BASE}p1> <{BASE}h> .
<{BASE}u> <{BASE}q> <{BASE}v> <{BASE}h> .
<{BASE}v> <{BASE}t> "far" <{BASE}h> .
<{BASE}r> <{BASE}t> "rule" <{rulebook.rules_graph(Iri(BASE))}> .
<{BASE}r> <{BASE}i> "follows" <urn:kgapp:inferred> .
<{KG.open}> <{BASE}t> "a word" <{BASE}h> .
"""


def test_a_class_a_graph_and_what_leads_to_a_thing_can_be_copied(oxigraph_server: Server, local: Workspace) -> None:
    oxigraph_server.empty()
    oxigraph_server.fill(KINDS.encode())

    def subjects(planned: Plan) -> set[str]:
        return {each.subject.removeprefix(BASE) for each in planned.change.added if each.graph != SOURCES}

    with bootstrap.reading(oxigraph_server.query_url) as remote:

        def plan(*things: str, hops: int = 1, uses: bool = False, kind: str = "", graph: str = "") -> Plan:
            part = part_reading.named(
                remote.reader,
                things=things,
                classes=(kind,) if kind else (),
                graphs=(graph,) if graph else (),
                hops=hops,
                uses=uses,
            )
            return pulling.plan(remote.reader, local.reader, part)

        assert subjects(plan("Dose", hops=3)) == {"p1"}, "no step leads on from a word of the model"
        assert subjects(plan("Dose", hops=0, uses=True)) == {"p1", "u"}
        assert subjects(plan("Dose", hops=2, uses=True)) == {"p1", "u", "v"}
        assert subjects(plan(kind="factor")) == {"p1"}, "with the narrower classes"
        assert subjects(plan(kind=f"<{KG.ProcessParameter}>")) == {"p1"}
        planned = plan(graph=f"<{BASE}h>")
        assert (subjects(planned), planned.found) == ({"p2", "u", "v", str(KG.open)}, 5)
        assert "Dose" in " ".join(planned.sentences), "what is not here yet is called as it is there"
        ruling = plan(f"{BASE}r")
        assert subjects(ruling) == {"r"}
        assert [each.split(" ", 1)[0] for each in ruling.notes] == ["1", "1"]
        assert "join the rules" in ruling.notes[0]
        for words, match in (({"graph": "nothing"}, "no graph nothing"), ({"kind": "nothing"}, "no class")):
            with pytest.raises(NotFound, match=match):
                plan(**words)  # type: ignore[arg-type]
        with pytest.raises(NotFound, match="no graph"):
            plan(graph=f"<{BASE}nothing>")
        with pytest.raises(NotFound, match="nothing of the class"):
            plan(kind="Site")
        with pytest.raises(BadInput, match="not said what"):
            plan()
    oxigraph_server.empty()
    oxigraph_server.fill(f'<{BASE}n> <{BASE}t> "no graph" .\n'.encode())
    with bootstrap.reading(oxigraph_server.query_url) as remote:
        planned = pulling.plan(remote.reader, local.reader, Part((Iri(BASE + "n"),)))
        assert {each.graph for each in planned.change.added} == {f"{BASE}graph/main", SOURCES}
        with pytest.raises(NotFound) as none:
            part_reading.named(remote.reader, graphs=("nothing",))
    assert none.value.hint == "It has no named graph."


@pytest.mark.parametrize(
    "line", [f"<{BASE}a> <{BASE}q> _:x <{BASE}g> .", f"_:x <{BASE}q> <{BASE}a> <{BASE}g> ."], ids=["value", "subject"]
)
def test_what_has_no_name_is_refused(server: Server, local: Workspace, line: str) -> None:
    server.fill(f"{line}\n".encode())
    with bootstrap.reading(server.query_url) as remote:
        for part in (Part((Iri(BASE + "a"),), uses=True), Part(graphs=(Iri(BASE + "g"),))):
            with pytest.raises(BadInput, match="blank node"):
                pulling.plan(remote.reader, local.reader, part)


def test_what_is_no_address_is_refused() -> None:
    said = Quad(Iri(BASE + "a"), Iri(BASE + "p"), Iri("no address"), Iri(BASE + "g"))

    class Careless:
        def any_of(self, patterns: Iterable[Pattern]) -> Iterator[Quad]:
            return iter((said,))

    with pytest.raises(BadInput, match="uses what is no address"):
        part_reading.read(cast("RecordReader", Careless()), Part((said.subject,), hops=0))


def test_too_much_is_refused(oxigraph_server: Server, local: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    oxigraph_server.empty()
    oxigraph_server.fill(THERE.encode())
    kinds = "".join(f"<{BASE}{each}> <{RDF.type}> <{BASE}K> .\n" for each in "xy")
    oxigraph_server.fill(kinds.replace(" .", f" <{BASE}g> .").encode())
    thing, graph = Part((Iri(BASE + "a"),), hops=1), Part(graphs=(Iri(BASE + "g"),))
    with bootstrap.reading(oxigraph_server.query_url) as remote:
        monkeypatch.setattr(part_reading, "MOST_STATEMENTS", 2)
        for part in (thing, graph):
            with pytest.raises(BadInput, match="more than 2 statements"):
                pulling.plan(remote.reader, local.reader, part)
        monkeypatch.undo()
        monkeypatch.setattr(part_reading, "MOST_THINGS", 1)
        for part in (thing, Part((Iri(BASE + "c"),), hops=0, uses=True), Part(classes=(Iri(BASE + "K"),))):
            with pytest.raises(BadInput, match="more than 1 things"):
                pulling.plan(remote.reader, local.reader, part)


def test_an_answer_that_breaks_off_adds_nothing(hostile: Hostile, local: Workspace) -> None:
    hostile.answer = lambda talk: talk.send(
        b'{"head":{"vars":["s"]},"results":{"bindings":[', "application/sparql-results+json"
    )
    before = local.reader.count()
    with bootstrap.reading(hostile.url) as remote, pytest.raises(UserError):
        pulling.plan(remote.reader, local.reader, Part((Iri(BASE + "a"),)))
    assert local.reader.count() == before


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("7.40", "decimal"), ("7.4", "decimal"), True),
        (("NaN", "decimal"), ("x", "decimal"), False),
        (("5", "byte"), ("5", "integer"), True),
        (("1", "boolean"), ("true", "boolean"), True),
        (("true", "boolean"), ("1", "integer"), False),
        (("PT90S", "duration"), ("PT1M30S", "duration"), True),
        (("1E2", "hexBinary"), ("0100", "hexBinary"), False),
        (("3.14159265358979323846264338327", "decimal"), ("3.14159265358979323846264338328", "decimal"), False),
    ],
)
def test_what_is_here_already_is_known_by_its_value(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    left, right = (pulling.value_of(Literal(text, Iri(XSD + kind))) for text, kind in (one, other))
    assert (left == right) is same
