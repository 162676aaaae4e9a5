"""A project goes into one graph of a server, whole and compared, or it is said what is there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kgapp import bootstrap
from kgapp.adapters.publish_states import PublishStates
from kgapp.adapters.sparql_endpoint.updates import Over, UpdateTarget
from kgapp.domain.answers import Table
from kgapp.domain.changes import ChangeSet
from kgapp.domain.connections import Connection, SignIn
from kgapp.domain.errors import (
    BadInput,
    IncompleteAnswer,
    QueryFailed,
    QueryRefused,
    QueryStopped,
    QuestionTooLarge,
    UserError,
)
from kgapp.domain.history import Note
from kgapp.domain.terms import XSD, Iri, Literal, Quad, ntriples
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services.ports import Pattern
from kgapp.services.remote import by_value, outgoing, publishing
from kgapp.services.remote.outgoing import Plan
from kgapp.services.remote.publishing import Progress, Published
from kgapp.services.workspace import Workspace
from tests.servers import Hostile, Server, Talk

BASE = "https://e.org/"
GRAPH = Iri(BASE + "published")
VALUES = (
    *(("1.0", "decimal"), ("7.40", "decimal"), ("007", "integer"), ("true", "boolean"), ("false", "boolean")),
    *(("1.50E2", "double"), ("2024-01-05", "date"), ("2024-01-05T10:00:00.120+02:00", "dateTime"), ("2024", "gYear")),
    ("http://a.b/c", "anyURI"),
)


def iri(name: str) -> Iri:
    return Iri(BASE + name)


def statements() -> frozenset[Quad]:
    texts = [Literal('a\n"\\u0041 \tü😀'), Literal("x", language="en-gb", datatype=Iri(str(RDF.langString)))]
    typed = [Literal(value, Iri(XSD + kind)) for value, kind in VALUES]
    quads = {Quad(iri(f"s{n}"), iri("p"), each, iri("g")) for n, each in enumerate((*texts, *typed))}
    return frozenset(
        {
            *quads,
            *(Quad(iri(f"t{n}"), iri("q"), iri(f"t{n + 1}"), iri("g")) for n in range(30)),
            Quad(iri("t0"), iri("q"), iri("t1"), iri("h")),
            Quad(iri("ann"), KG.attritionRisk, Literal("high"), iri("g")),
            Quad(iri("ann"), iri("name"), Literal("Ann"), iri("g")),
            Quad(iri("talk"), KG.confidentiality, KG.personal, iri("g")),
            Quad(iri("t1"), iri("q"), iri("talk"), iri("g")),
            Quad(iri("know"), RDF.type, KG.TacitAssertion, iri("g")),
            Quad(iri("secret"), KG.confidentiality, KG.internal, iri("g")),
        }
    )


@pytest.fixture
def local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    monkeypatch.setenv("KGAPP_ALLOW_PRIVATE", "1")
    bootstrap.create(tmp_path / "p.kgproject", Iri(BASE), "e")
    with bootstrap.writing(tmp_path / "p.kgproject") as workspace:
        workspace.commit(ChangeSet("here", added=statements()), Note(workspace.author, "test"))
        yield workspace


@pytest.fixture
def states(tmp_path: Path) -> PublishStates:
    return PublishStates(tmp_path / "publishing")


@pytest.fixture(params=["oxigraph_server", "virtuoso"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    found: Server = request.getfixturevalue(request.param)
    found.empty()
    yield found
    found.empty()


def target(server: Server, over: Over = Over.UPDATE) -> UpdateTarget:
    stores = {"Oxigraph": server.update_url.replace("/update", "/store"), "Virtuoso": server.query_url + "-graph-crud"}
    url = server.update_url if over is Over.UPDATE else stores[server.name]
    return UpdateTarget(Connection("here", server.query_url, allow_private=True), over=over, write_url=url)


def last(steps: Iterator[Progress | Published]) -> Published:
    found = list(steps)[-1]
    assert isinstance(found, Published)
    return found


@pytest.mark.parametrize("over", list(Over))
def test_a_project_is_written_once_and_is_the_same_by_value(
    server: Server, local: Workspace, states: PublishStates, over: Over
) -> None:
    planned = outgoing.plan(local.reader)
    there = target(server, over)
    done = last(publishing.publish(there, states, GRAPH, planned, confidential=2))
    assert (done.sent, done.statements, done.compared, done.removed) == (len(planned.triples),) * 3 + (0,)
    assert done.rewritten
    assert "the same by value" in done.sentence
    with bootstrap.reading(server.query_url) as remote:
        found = {(q.subject, q.predicate, by_value.of(q.object)) for q in remote.reader.quads(Pattern(graph=GRAPH))}
    assert found == {(s, p, by_value.of(o)) for s, p, o in planned.triples}
    assert last(publishing.publish(there, states, GRAPH, planned, confidential=2)).compared == len(planned.triples)
    if over is Over.UPDATE:
        publishing.try_writing(there)
    there.close()
    nowhere = UpdateTarget(Connection("here", server.query_url, allow_private=True), write_url=server.query_url + "x")
    with pytest.raises(QueryFailed, match="It answers, but writing does not work"):
        publishing.try_writing(nowhere)
    nowhere.close()


@pytest.mark.parametrize("over", list(Over))
def test_what_is_there_is_removed_only_when_that_is_said(
    server: Server, local: Workspace, states: PublishStates, over: Over
) -> None:
    server.fill(f"<{BASE}old> <{BASE}p> <{BASE}x> <{GRAPH}> .\n<{BASE}t0> <{BASE}q> <{BASE}t1> <{GRAPH}> .\n".encode())
    planned, there = outgoing.plan(local.reader), target(server, over)
    with pytest.raises(BadInput, match="holds 1 statements that are not of this project") as refused:
        last(publishing.publish(there, states, GRAPH, planned, confidential=2))
    assert "removes all 2" in refused.value.hint
    assert publishing.look(there, GRAPH, planned) == publishing.There(2, 1)
    assert last(publishing.publish(there, states, GRAPH, planned, replace=True, confidential=2)).removed == 2
    there.close()


def test_what_is_sent_and_left_out_is_said(local: Workspace) -> None:
    planned = outgoing.plan(local.reader)
    assert (planned.joined, planned.left_out, planned.personal_things, planned.internal_things) == (1, 3, 1, 2)
    assert not any(iri("talk") in each or KG.attritionRisk in each for each in planned.triples)
    assert "Left out: 3 statements" in planned.sentences[1]
    assert len(outgoing.plan(local.reader, people=True).triples) == len(planned.triples) + 3
    assert "2 things marked internal, or know-how without a mark. Whoever" in planned.sentences[2]
    open_to_all = outgoing.plan(local.reader, people=True)
    assert (planned.confidential, open_to_all.confidential, planned.named) == (2, 4, 0)
    assert "1 things marked personal; 1 figures on people. Whoever" in open_to_all.sentences[1]
    for each in (0, 3):
        with pytest.raises(BadInput, match="2 things marked internal") as refused:
            last(publishing.publish(Store(), PublishStates(Path()), GRAPH, planned, confidential=each))
        assert "--confidential 2" in refused.value.hint
    more = ChangeSet("more", added=frozenset({Quad(iri("n"), iri("p"), iri("m"), iri("g"))}))
    local.commit(more, Note(local.author, "test"))
    assert outgoing.plan(local.reader, 1).triples == planned.triples
    assert outgoing.plan(local.reader, 2).digest != planned.digest


def test_what_was_marked_later_stays_here_with_an_earlier_revision_too(local: Workspace) -> None:
    marked = {(each, KG.confidentiality, mark) for each, mark in ((iri("t5"), KG.personal), (iri("t9"), KG.internal))}
    later = ChangeSet("marked", added=frozenset(Quad(*each, iri("g")) for each in marked))
    before = outgoing.plan(local.reader)
    local.commit(later, Note(local.author, "test"))
    planned = outgoing.plan(local.reader, 1)
    assert {each for each in before.triples if iri("t5") in each} == set(before.triples) - set(planned.triples)
    assert (planned.personal_things, planned.internal_things) == (2, 3)
    assert not marked & set(planned.triples)


def test_an_empty_project_says_so(tmp_path: Path) -> None:
    bootstrap.create(tmp_path / "e.kgproject", Iri(BASE), "e")
    with bootstrap.reading(tmp_path / "e.kgproject") as workspace:
        planned = outgoing.plan(workspace.reader)
    assert (planned.seq, planned.triples) == (0, ())
    assert "empty" in planned.sentences[0]
    assert len(planned.sentences) == 2


class Store:
    """A server in memory that can be told to go wrong."""

    address = "https://e.org/sparql"

    def __init__(self) -> None:
        self.held: dict[str, None] = {}
        self.sizes: list[int] = []
        self.fail_at = self.lose = self.most_lines = -1
        self.most_rows = 1_000
        self.stubborn = False
        self.count = ""

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        if "COUNT" in query:
            return Table(("n",), ((self.count or f'"{len(self.held)}"^^<{XSD}integer>',),))
        named = set(query.split("{ VALUES ?s {")[1].split("}", 1)[0].split())
        rows = [tuple(each[:-2].split(" ", 2)) for each in self.held if each.split(" ", 1)[0] in named]
        if len(rows) > self.most_rows:
            raise IncompleteAnswer("cut")
        return Table(("s", "p", "o"), tuple(rows))

    def insert(self, graph: Iri, lines: tuple[str, ...]) -> None:
        if 0 < self.most_lines < len(lines):
            raise QuestionTooLarge("too large")
        self.sizes.append(len(lines))
        if len(self.sizes) == self.fail_at:
            raise QueryFailed("it broke.", hint="Look.")
        self.held.update(dict.fromkeys(lines if self.lose < 0 else lines[self.lose :]))

    def clear(self, graph: Iri) -> None:
        if not self.stubborn:
            self.held.clear()


def many(number: int, text: str = "x") -> Plan:
    triples = tuple((iri(f"a{n:05}"), iri("p"), Literal(text)) for n in range(number))
    return Plan(triples, "d", 1, "h", 1, 0, 0, 0, 0, False)


def test_a_broken_run_goes_on_after_the_last_confirmed_batch(states: PublishStates) -> None:
    store, planned = Store(), many(1_200)
    store.fail_at = 2
    with pytest.raises(QueryFailed, match="Confirmed are 500 of 1,200 statements") as broken:
        last(publishing.publish(store, states, GRAPH, planned))
    assert "goes on after" in broken.value.hint
    assert publishing.begun(store, states, GRAPH, planned) == 500
    done = last(publishing.publish(store, states, GRAPH, planned))
    assert (done.resumed_at, done.sent, done.compared, store.sizes) == (500, 700, 1_200, [500, 500, 500, 200])
    store.held.clear()  # somebody emptied it since: what was confirmed is not believed
    assert last(publishing.publish(store, states, GRAPH, planned)).sent == 1_200


def test_whoever_stops_taking_steps_stops_it(states: PublishStates) -> None:
    store, planned = Store(), many(1_200)
    steps = publishing.publish(store, states, GRAPH, planned)
    for step in steps:
        assert isinstance(step, Progress)
        if step.done:
            break
    assert len(store.held) == 500
    assert last(publishing.publish(store, states, GRAPH, planned)).resumed_at == 500


def test_lost_statements_are_found(states: PublishStates) -> None:
    store, planned = Store(), many(20)
    store.lose = 7
    with pytest.raises(IncompleteAnswer, match=r"7 of 20 statements are not in .*showing 5 of 7"):
        last(publishing.publish(store, states, GRAPH, planned))
    store.lose = -1
    assert last(publishing.publish(store, states, GRAPH, planned)).sent == 20
    store = Store()
    store.lose = 1
    with pytest.raises(IncompleteAnswer, match="1 of 1"):
        last(publishing.publish(store, states, GRAPH, many(1)))


def test_too_large_batches_and_cut_answers_are_halved(states: PublishStates) -> None:
    store = Store()
    store.most_lines, store.most_rows = 100, 30
    assert last(publishing.publish(store, states, GRAPH, many(300))).compared == 300
    assert max(store.sizes) <= 100
    store.most_lines = 0
    store = Store()
    assert last(publishing.publish(store, states, GRAPH, many(4, "x" * 90_000))).sent == 4
    assert store.sizes == [2, 2]
    store.most_rows = 0
    with pytest.raises(IncompleteAnswer, match="cut"):
        publishing.look(store, GRAPH, many(3))

    class Narrow(Store):
        def insert(self, graph: Iri, lines: tuple[str, ...]) -> None:
            raise QuestionTooLarge("too large")

    with pytest.raises(QuestionTooLarge):
        last(publishing.publish(Narrow(), states, GRAPH, many(3)))


def test_a_graph_that_is_not_emptied_or_not_counted_or_not_ours_alone_is_an_error(states: PublishStates) -> None:
    store = Store()
    store.held[f"<{BASE}x> <{BASE}p> _:b0 ."] = None
    store.stubborn = True
    with pytest.raises(QueryFailed, match="did not empty the graph: 1"):
        last(publishing.publish(store, states, GRAPH, many(3), replace=True))
    for wrong in ("<https://e.org/n>", '"many"'):
        store.count = wrong
        with pytest.raises(QueryFailed, match="does not tell how many"):
            publishing.look(store, GRAPH, many(3))
    late = Store()
    steps = publishing.publish(late, states, GRAPH, many(3))
    for step in steps:
        if isinstance(step, Progress) and step.doing == "Comparing":
            break
    late.held[f"<{BASE}x> <{BASE}p> _:b0 ."] = None
    with pytest.raises(IncompleteAnswer, match="holds 4 and 3 were read"):
        last(steps)
    strange = Store()
    strange.held[f"<{BASE}a00000> <{BASE}p> _:b0 ."] = None
    assert publishing.look(strange, GRAPH, many(3)).foreign == 1


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        ("decimal", "1.0", "1", True),
        ("decimal", "-0.0", "0", True),
        ("decimal", "3.14159265358979323846264338327", "3.14159265358979323846264338328", False),
        ("decimal", "NaN", "NaN", True),
        ("integer", "abc", "abd", False),
        ("boolean", "true", "1", True),
        ("boolean", "true", "yes", False),
        ("double", "1.50E2", "150", True),
        ("double", "-INF", "INF", False),
        ("double", "x", "y", False),
        ("float", "1.1", "1.10", True),
        ("float", "1e300", "1e301", False),
        ("dateTime", "2024-01-05T10:00:00+02:00", "2024-01-05T08:00:00Z", True),
        ("dateTime", "2024-01-05T10:00:00", "2024-01-05T10:00:00Z", False),
        ("dateTime", "2024-01-05T10:00:00.1234567Z", "2024-01-05T10:00:00.123456Z", False),
        ("dateTime", "2024-01-05T10:00:00.120+02:00", "2024-01-05T08:00:00.12Z", True),
        ("dateTime", "2024-01-05T10:00:00.000Z", "2024-01-05T10:00:00Z", True),
        ("dateTime", "soon", "later", False),
        ("dayTimeDuration", "PT36H", "P1DT12H", True),
        ("duration", "P1Y", "P12M", False),
        ("duration", "-PT0S", "P0D", True),
        ("date", "2024-01-05", "2024-01-06", False),
    ],
)
def test_values_are_compared_not_forms(kind: str, one: str, other: str, same: bool) -> None:
    left, right = (by_value.of(Literal(each, Iri(XSD + kind))) for each in (one, other))
    assert (left == right) is same


def test_truth_and_number_are_the_same_where_a_server_keeps_them_so() -> None:
    assert by_value.of(Literal("true", Iri(XSD + "boolean"))) == by_value.of(Literal("1", Iri(XSD + "integer")))
    assert by_value.of(iri("x")) == iri("x")
    assert ntriples(by_value.of(Literal("x"))) == '"x"'


# ------------------------------------------------------------------------------------------------ hostile


@pytest.fixture
def writes(hostile: Hostile) -> UpdateTarget:
    return UpdateTarget(Connection("bad", hostile.url, allow_private=True), waits_s=(0.01, 0.01))


def test_a_server_that_was_away_is_asked_again_a_few_times(hostile: Hostile, writes: UpdateTarget) -> None:
    answers = iter((503, 0, 204))

    def answer(talk: Talk) -> None:
        status = next(answers)
        if status:
            talk.send(b"", status=status)

    hostile.answer = answer
    writes.insert(GRAPH, ("<https://e.org/a> <https://e.org/b> <https://e.org/c> .",))
    assert [each.form["update"][:11] for each in hostile.asked] == ["INSERT DATA"] * 3
    hostile.answer = lambda talk: talk.send(b"no", status=503)
    with pytest.raises(QueryFailed, match="503"):
        writes.clear(GRAPH)
    hostile.answer = lambda talk: None
    with pytest.raises(UserError):
        writes.clear(GRAPH)
    assert len(hostile.asked) == 9


@pytest.mark.parametrize(
    ("status", "body", "headers", "words"),
    [
        (302, b"", {"Location": "https://e.org/"}, "sends the write on"),
        (500, b"broken", {}, "broken"),
        (403, b"", {}, "does not take writes"),
        (200, b"<!DOCTYPE html><title>Log in</title><input type=password>", {}, "login page"),
        (200, b"", {"X-SQL-State": "S1TAT"}, "S1TAT"),
        (418, b"", {}, "418"),
    ],
)
def test_what_is_no_write_is_an_error(
    hostile: Hostile, writes: UpdateTarget, status: int, body: bytes, headers: dict[str, str], words: str
) -> None:
    hostile.answer = lambda talk: talk.send(body, status=status, headers=headers)
    with pytest.raises(UserError, match=words):
        writes.clear(GRAPH)
    assert len(hostile.asked) == 1


def test_private_addresses_and_other_servers_need_leave(hostile: Hostile) -> None:
    with pytest.raises(QueryRefused):
        UpdateTarget(Connection("bad", hostile.url)).clear(GRAPH)
    with pytest.raises(BadInput, match="another server"):
        UpdateTarget(Connection("bad", hostile.url, SignIn.BASIC, "ann", True, update_url="http://127.0.0.2/u"), "pw")
    assert not hostile.asked


def test_who_stops_sends_nothing_more(hostile: Hostile, writes: UpdateTarget) -> None:
    hostile.answer = lambda talk: writes.stop()
    with pytest.raises(QueryStopped):
        writes.clear(GRAPH)
    with pytest.raises(QueryStopped):
        writes.insert(GRAPH, ())
    assert len(hostile.asked) == 1


def test_digest_proves_each_write(hostile: Hostile) -> None:
    def answer(talk: Talk) -> None:
        if "authorization" in talk.asked.headers:
            talk.send(b"", status=204)
        else:
            talk.send(b"", status=401, headers={"WWW-Authenticate": 'Digest realm="r", nonce="n", qop="auth"'})

    hostile.answer = answer
    signed = UpdateTarget(Connection("bad", hostile.url, SignIn.DIGEST, "ann", True), "pw")
    signed.clear(GRAPH)
    assert len(hostile.asked) == 2
    hostile.answer = lambda talk: talk.send(
        b"", status=401, headers={"WWW-Authenticate": 'Digest realm="r", nonce="n", qop="auth"'}
    )
    with pytest.raises(QueryFailed, match="again and again"):
        signed.clear(GRAPH)


def test_the_state_of_a_publication_is_kept_or_unknown(tmp_path: Path, states: PublishStates) -> None:
    assert states.read("a") == 0
    states.write("a", 12)
    assert states.read("a") == 12
    states.forget("a")
    states.forget("a")
    assert states.read("a") == 0
    (tmp_path / "file").write_text("")
    with pytest.raises(BadInput, match="cannot be kept"):
        PublishStates(tmp_path / "file").write("a", 1)
