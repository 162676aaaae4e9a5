"""Whatever a server does, the user gets the whole answer or a sentence that says what is wrong: never less rows."""

from __future__ import annotations

import gzip
import itertools
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from kgapp.adapters.sparql_endpoint.client import SparqlEndpoint
from kgapp.domain.connections import MIB, Bounds, Connection, SignIn
from kgapp.domain.errors import (
    IncompleteAnswer,
    QueryFailed,
    QueryRefused,
    QueryStopped,
    QueryTimeout,
    QuestionTooLarge,
    UserError,
)
from tests.servers import RESULTS, Hostile, Talk

ASK_ALL = "SELECT ?x WHERE { ?x ?p ?o }"
ROW = '{"x": {"type": "uri", "value": "https://e.org/a"}}'
EMPTY = '{"head": {"vars": ["x"]}, "results": {"bindings": []}}'
ONE = EMPTY.replace("[]", f"[{ROW}]")
LOGIN = b"<!DOCTYPE html><html><head><title>Sign &amp; in</title></head><input type='password'></html>"

Make = Callable[..., SparqlEndpoint]


@pytest.fixture
def endpoint(hostile: Hostile) -> Iterator[Make]:
    """A client of the hostile server; what is given alters its connection or its bounds."""
    made: list[SparqlEndpoint] = []

    def make(secret: str = "", bounds: Bounds | None = None, **changes: Any) -> SparqlEndpoint:
        connection = Connection("hostile", hostile.url, allow_private=True, bounds=bounds or Bounds())
        made.append(SparqlEndpoint(replace(connection, **changes), secret))
        return made[-1]

    yield make
    for each in made:
        each.close()


def many(number: int) -> str:
    return EMPTY.replace("[]", f"[{', '.join([ROW] * number)}]")


def failing(
    hostile: Hostile, client: SparqlEndpoint, answer: Callable[[Talk], None], query: str = ASK_ALL
) -> UserError:
    """The error that an answer makes."""
    hostile.answer = answer
    with pytest.raises(UserError) as caught, client.answer(query, timeout_s=5) as answered:
        for _ in answered.pages:
            pass
    return caught.value


def test_an_answer_is_asked_for_by_post_and_read(hostile: Hostile, endpoint: Make) -> None:
    hostile.answer = lambda talk: talk.results(ONE)
    client = endpoint()
    query = f"{ASK_ALL} LIMIT 1"
    assert client.select(query).rows == (("<https://e.org/a>",),)
    asked = hostile.asked[0]
    assert (asked.method, asked.path, asked.form) == ("POST", "/sparql", {"query": query})
    assert asked.headers["accept"].startswith(RESULTS)
    assert asked.headers["host"] == f"127.0.0.1:{hostile.port}"
    assert "authorization" not in asked.headers


def test_no_rows_are_no_rows(hostile: Hostile, endpoint: Make) -> None:
    hostile.answer = lambda talk: talk.results(EMPTY)
    assert endpoint().select(ASK_ALL).rows == ()


def test_a_packed_answer_is_unpacked(hostile: Hostile, endpoint: Make) -> None:
    hostile.answer = lambda talk: talk.packed(EMPTY.encode())
    assert endpoint().select(ASK_ALL).rows == ()


def cut_chunk(talk: Talk) -> None:
    talk.head(200, {"Content-Type": RESULTS, "Transfer-Encoding": "chunked"})
    talk.raw(b"ff\r\n{")


def endless(talk: Talk) -> None:
    talk.head(200, {"Content-Type": RESULTS})
    talk.raw(b'{"head": {"vars": ["x"]}, "results": {"bindings": [')
    talk.drip(f"{ROW},".encode() * 9)


SENTENCES: list[tuple[str, Callable[[Talk], None], type[UserError], str]] = [
    ("login page", lambda t: t.send(LOGIN, "text/html"), QueryFailed, "titled “Sign & in”. This looks like a login page"),
    ("page called JSON", lambda t: t.send(b"<html><body>Hello", RESULTS), QueryFailed, "with a web page, not"),
    ("login page with 403", lambda t: t.send(LOGIN, "text/html", 403), QueryFailed, "looks like a login page"),
    ("CSV", lambda t: t.send(b"x\r\n", "text/csv; charset=utf-8"), QueryFailed, "answered with text/csv, not with SPARQL"),
    ("no type", lambda t: t.send(b"x", ""), QueryFailed, "something without a type"),
    ("no JSON", lambda t: t.results("[1, 2]"), QueryFailed, "no SPARQL results in JSON"),
    ("no JSON at all", lambda t: t.results('{"head": oh dear, this is nothing like JSON}'), QueryFailed, "Expecting value"),
    ("neither", lambda t: t.results("{}"), QueryFailed, "neither rows nor a yes or no"),
    ("yes", lambda t: t.results('{"head": {}, "boolean": true}'), QueryFailed, "yes or no to a question that asks for rows"),
    ("no UTF-8", lambda t: t.send(EMPTY.encode().replace(b'"x"', b'"\xe4a"'), RESULTS), QueryFailed, "not UTF-8"),
    ("nothing", lambda t: t.results(""), IncompleteAnswer, "ends in the middle"),
    ("cut JSON", lambda t: t.results(many(3)[:-10]), IncompleteAnswer, "ends in the middle"),
    ("shorter than told", lambda t: t.results(EMPTY, {"Content-Length": "500"}), IncompleteAnswer, "connection broke"),
    ("longer than told", lambda t: t.results(EMPTY, {"Content-Length": "30"}), IncompleteAnswer, "ends in the middle"),
    ("cut chunk", cut_chunk, IncompleteAnswer, "connection broke"),
    ("cut in packing", lambda t: t.send(gzip.compress(EMPTY.encode())[:-12], RESULTS, 200, {"Content-Encoding": "gzip"}), IncompleteAnswer, "connection broke"),
    ("bad packing", lambda t: t.send(EMPTY.encode(), RESULTS, 200, {"Content-Encoding": "gzip"}), QueryFailed, "cannot be unpacked"),
    ("strange packing", lambda t: t.send(b"x", RESULTS, 200, {"Content-Encoding": "br"}), QueryFailed, "packs its answer as “br”"),
    ("row limit told", lambda t: t.results(many(2), {"X-SPARQL-MaxRows": "2"}), IncompleteAnswer, "at most 2 rows"),
    ("odd row limit", lambda t: t.results(EMPTY, {"X-SPARQL-MaxRows": "some"}), IncompleteAnswer, "at most some rows"),
    ("anytime", lambda t: t.results(EMPTY, {"X-SQL-State": "S1TAT", "X-SQL-Message": "partial"}), IncompleteAnswer, r"stopped in the middle .* \(S1TAT partial\)"),
    ("partial", lambda t: t.send(EMPTY.encode(), RESULTS, 206), IncompleteAnswer, "status 206"),
    ("400", lambda t: t.send(b"SPARQL compiler, line 1: <b>oops</b>\n", status=400), QueryFailed, "does not take this query .400.: SPARQL compiler, line 1: oops"),
    ("401", lambda t: t.send(b"", status=401), QueryFailed, r"does not let you in \(401\)\. Check the user"),
    ("digest", lambda t: t.send(b"", status=401, headers={"WWW-Authenticate": "Digest realm=x"}), QueryFailed, "sign in by Digest: choose that"),
    ("negotiate", lambda t: t.send(b"", status=401, headers={"WWW-Authenticate": "Negotiate"}), QueryFailed, "sign in by “Negotiate”"),
    ("413", lambda t: t.send(b"", status=413), QuestionTooLarge, r"question of this size \(413\)"),
    ("404", lambda t: t.send(b"", status=404), QueryFailed, r"\(404\)\. Check the address"),
    ("429", lambda t: t.send(b"", status=429, headers={"Retry-After": "30"}), QueryFailed, "asks to wait 30"),
    ("500", lambda t: t.send(b"\x1b[31m" + b"words " * 999, status=500), QueryFailed, r"error \(500\): \[31mwords words .*…"),
    ("500 late", lambda t: t.send(b"Virtuoso S1T00 Error", status=500), QueryTimeout, "own limit of time"),
    ("504", lambda t: t.send(b"", status=504), QueryTimeout, "own limit of time"),
    ("no HTTP", lambda t: t.raw(b"SSH-2.0 hello\r\n\r\n"), QueryFailed, "does not answer as a web server"),
    ("hung up", lambda t: None, QueryFailed, "does not answer as a web server"),
    ("round and round", lambda t: t.send(b"", status=307, headers={"Location": "/sparql"}), QueryFailed, "more than 5 times"),
    ("nowhere", lambda t: t.send(b"", status=302), QueryFailed, "no address of an endpoint"),
    ("to a file", lambda t: t.send(b"", status=302, headers={"Location": "file:///etc/passwd"}), QueryFailed, "no address of an endpoint: “file:///etc/passwd”"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "error", "sentence"), [row[1:] for row in SENTENCES], ids=[r[0] for r in SENTENCES])
def test_each_trick_has_its_sentence(
    hostile: Hostile, endpoint: Make, answer: Callable[[Talk], None], error: type[UserError], sentence: str
) -> None:
    caught = failing(hostile, endpoint(), answer)
    assert type(caught) is error
    with pytest.raises(error, match=sentence):
        raise caught


def test_an_endless_answer_is_ended_at_the_limit_of_time(hostile: Hostile, endpoint: Make) -> None:
    hostile.answer = endless
    began = time.monotonic()
    with pytest.raises(QueryTimeout, match=r"limit of 0\.3 seconds"):
        endpoint().select(ASK_ALL, timeout_s=0.3)
    assert time.monotonic() - began < 3


def test_a_silent_server_is_ended_at_the_limit_of_time(hostile: Hostile, endpoint: Make) -> None:
    hostile.answer = Talk.wait
    with pytest.raises(QueryTimeout, match=r"limit of 0\.2 seconds"):
        endpoint().select(ASK_ALL, timeout_s=0.2)


def test_a_server_that_says_nothing_for_long_is_told(hostile: Hostile, endpoint: Make) -> None:
    hostile.answer = Talk.wait
    with pytest.raises(QueryTimeout, match=r"sent nothing for 0\.1 seconds"):
        endpoint(bounds=Bounds(silence_s=0.1)).select(ASK_ALL)


def test_a_small_package_that_holds_much_is_refused_at_the_limit_of_size(hostile: Hostile, endpoint: Make) -> None:
    hostile.answer = lambda talk: talk.packed(b" " * (8 * MIB))
    with pytest.raises(QueryFailed, match="larger than 2 MiB"):
        endpoint(bounds=Bounds(answer_bytes=2 * MIB)).select(ASK_ALL)


def test_too_many_rows_are_refused(hostile: Hostile, endpoint: Make) -> None:
    hostile.answer = lambda talk: talk.results(many(4))
    with pytest.raises(QueryFailed, match="more than 3 rows"):
        endpoint(bounds=Bounds(rows=3)).select(ASK_ALL)


def test_one_endless_row_is_refused(hostile: Hostile, endpoint: Make) -> None:
    hostile.answer = lambda talk: talk.results(ONE.replace("/a", "/" + "a" * 400_000))
    with pytest.raises(QueryFailed, match="longer than 100,000 characters"):
        endpoint(bounds=Bounds(row_characters=100_000)).select(ASK_ALL)


def test_what_runs_is_stopped_from_another_thread_and_the_next_question_is_answered(
    hostile: Hostile, endpoint: Make
) -> None:
    client = endpoint()
    arrived = threading.Event()

    def answer(talk: Talk) -> None:
        arrived.set()
        talk.wait()

    hostile.answer = answer

    def stop() -> None:
        arrived.wait(10)
        client.stop()

    stopper = threading.Thread(target=stop)
    stopper.start()
    with pytest.raises(QueryStopped):
        client.select(ASK_ALL)
    stopper.join()
    hostile.answer = lambda talk: talk.results(EMPTY)
    assert client.select(ASK_ALL).rows == ()


def test_a_closed_connection_asks_no_more(endpoint: Make) -> None:
    client = endpoint()
    client.close()
    with pytest.raises(QueryFailed, match="was closed"):
        client.select(ASK_ALL)


def test_time_in_which_rows_are_only_looked_at_does_not_count(hostile: Hostile, endpoint: Make) -> None:
    hostile.answer = lambda talk: talk.results(ONE)
    with endpoint().answer(f"{ASK_ALL} LIMIT 1", timeout_s=0.5) as answer:
        threading.Event().wait(0.7)
        assert [len(page) for page in answer.pages] == [1]


def counting(rows: int, most: int, there: int) -> Callable[[Talk], None]:
    """A server that gives at most so many rows and says nothing of it."""

    def answer(talk: Talk) -> None:
        query = talk.asked.form["query"]
        if "kgapp_rows" in query:
            number = f'{{"type": "literal", "value": "{there}"}}'
            talk.results(f'{{"head": {{"vars": ["n"]}}, "results": {{"bindings": [{{"n": {number}}}]}}}}')
        else:
            talk.results(many(min(most, 1000 if "VALUES" in query else rows)))

    return answer


def test_an_answer_as_long_as_the_server_gives_is_counted_and_found_cut(hostile: Hostile, endpoint: Make) -> None:
    hostile.answer = counting(50, 7, 50)
    with pytest.raises(IncompleteAnswer, match="7 rows came, 50 are there"):
        endpoint().select(ASK_ALL)


def test_an_answer_as_long_as_the_server_gives_may_be_whole(hostile: Hostile, endpoint: Make) -> None:
    hostile.answer = counting(7, 7, 7)
    client = endpoint()
    assert len(client.select(ASK_ALL).rows) == 7
    assert client.requests == 3


def test_a_short_answer_is_not_counted_and_the_probe_is_made_once(hostile: Hostile, endpoint: Make) -> None:
    hostile.answer = counting(999, 10_000, 999)
    client = endpoint()
    for _ in range(3):
        client.select(ASK_ALL)
    assert client.requests == 4


def test_a_limit_of_its_own_explains_the_number_of_rows(hostile: Hostile, endpoint: Make) -> None:
    hostile.answer = counting(5, 5, 99)
    client = endpoint()
    assert len(client.select(f"{ASK_ALL} LIMIT 5").rows) == 5
    assert client.requests == 1


def test_a_server_that_cannot_count_is_not_believed(hostile: Hostile, endpoint: Make) -> None:
    def answer(talk: Talk) -> None:
        if "kgapp_rows" in talk.asked.form["query"] or "VALUES" in talk.asked.form["query"]:
            talk.send(b"no", status=400)
        else:
            talk.results(ONE)

    caught = failing(hostile, endpoint(), answer)
    assert "could not be counted: 127.0.0.1 does not take this query (400): no" in caught.sentence


def test_a_count_that_is_no_number_is_not_believed(hostile: Hostile, endpoint: Make) -> None:
    hostile.answer = lambda talk: talk.results(ONE)
    with pytest.raises(IncompleteAnswer, match="could not be counted: The endpoint cannot count"):
        endpoint().select(ASK_ALL)


def test_a_redirect_is_followed_with_the_question(hostile: Hostile, endpoint: Make) -> None:
    def answer(talk: Talk) -> None:
        if talk.asked.path == "/sparql":
            talk.send(b"", status=308, headers={"Location": "/new?x=1#top"})
        else:
            talk.results(EMPTY)

    hostile.answer = answer
    assert endpoint().select(ASK_ALL).rows == ()
    assert [(asked.method, asked.path, asked.form) for asked in hostile.asked] == [
        ("POST", "/sparql", {"query": ASK_ALL}),
        ("POST", "/new?x=1", {"query": ASK_ALL}),
    ]


def test_see_other_is_read_without_the_question(hostile: Hostile, endpoint: Make) -> None:
    def answer(talk: Talk) -> None:
        if talk.asked.method == "POST":
            talk.send(b"", status=303, headers={"Location": "/login"})
        else:
            talk.send(LOGIN, "text/html")

    assert "login page" in failing(hostile, endpoint(), answer).sentence
    assert hostile.asked[-1].form == {}


@pytest.mark.parametrize(
    ("sign_in", "secret", "header"),
    [(SignIn.BASIC, "pä:ss", "Basic bWU6cMOkOnNz"), (SignIn.BEARER, "abc.def", "Bearer abc.def")],
)
def test_who_asks_is_told_to_the_endpoint_and_to_no_other_origin(
    hostile: Hostile, endpoint: Make, sign_in: SignIn, secret: str, header: str
) -> None:
    other = Hostile()
    try:
        other.answer = lambda talk: talk.results(EMPTY)
        hostile.answer = lambda talk: talk.send(b"", status=307, headers={"Location": other.url})
        endpoint(secret, sign_in=sign_in, user="me").select(ASK_ALL)
    finally:
        other.close()
    assert hostile.asked[0].headers["authorization"] == header
    assert "authorization" not in other.asked[0].headers


def test_a_token_with_a_line_break_is_not_sent(hostile: Hostile, endpoint: Make) -> None:
    with pytest.raises(QueryRefused, match="characters that no token has"):
        endpoint("a\r\nX-Evil: 1", sign_in=SignIn.BEARER).select(ASK_ALL)
    assert not hostile.asked


def test_yes_and_no_are_answered(hostile: Hostile, endpoint: Make) -> None:
    for word, cell in (("true", '"true"'), ("false", '"false"')):
        json = f'{{"head": {{}}, "boolean": {word}}}'
        hostile.answer = partial(Talk.results, json=json)
        with endpoint().answer("ASK { ?s ?p ?o }") as answer:
            rows = tuple(itertools.chain.from_iterable(answer.pages))
        assert rows == ((f"{cell}^^<http://www.w3.org/2001/XMLSchema#boolean>",),)


@pytest.mark.parametrize("json", [EMPTY, '{"head": {}, "boolean": true, "results": {"bindings": [{}]}}'])
def test_rows_are_no_answer_to_yes_or_no(hostile: Hostile, endpoint: Make, json: str) -> None:
    assert "row" in failing(hostile, endpoint(), lambda talk: talk.results(json), "ASK { ?s ?p ?o }").sentence


def test_only_select_has_a_table(endpoint: Make) -> None:
    with pytest.raises(QueryRefused, match="form ASK"):
        endpoint().select("ASK { ?s ?p ?o }")
