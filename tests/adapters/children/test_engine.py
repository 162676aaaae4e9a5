"""What every engine owes its callers, on the real child."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from kgapp.adapters.children import copies
from kgapp.adapters.children.engine import EngineClient
from kgapp.adapters.children.process import GIB, Limits
from kgapp.domain.errors import (
    IncompleteAnswer,
    ProjectProblem,
    QueryFailed,
    QueryRefused,
    QueryStopped,
    QueryTimeout,
)
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.services import giving_up
from kgapp.services.ports import Delta
from tests.adapters.children.conftest import fields

if TYPE_CHECKING:
    from tests.adapters.children.conftest import Processes, SetRecord

DECIMAL = Iri("http://www.w3.org/2001/XMLSchema#decimal")
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r }"
ALL = "SELECT ?s ?p ?o { ?s ?p ?o }"


def quad(subject: str = "s", predicate: str = "p", value: str = "v", graph: str = "g") -> Quad:
    return Quad(Iri(f"http://e/{subject}"), Iri(f"http://e/{predicate}"), Literal(value), Iri(f"http://e/{graph}"))


def many(count: int) -> set[Quad]:
    return {quad(f"s{n}", "p", f"value {n}") for n in range(count)}


def test_an_answer_is_complete_over_many_pages(record: SetRecord, engine: EngineClient) -> None:
    record.quads = many(3210)
    rows = engine.select(ALL).rows
    assert len(rows) == len(set(rows)) == 3210


def test_unbound_variables_are_none_and_literals_keep_type_and_language(
    record: SetRecord, engine: EngineClient
) -> None:
    record.quads = {quad(value="x")}
    table = engine.select('SELECT ?s ?u ?l ?d { ?s ?p ?o BIND("a"@EN AS ?l) BIND(1.50 AS ?d) }')
    assert table.columns == ("s", "u", "l", "d")
    assert table.rows == (("<http://e/s>", None, '"a"@en', f'"1.5"^^<{DECIMAL}>'),)


def test_the_default_graph_is_all_graphs_and_named_graphs_answer_by_name(
    record: SetRecord, engine: EngineClient
) -> None:
    record.quads = {quad("a", graph="g1"), quad("b", graph="g2")}
    assert len(engine.select(ALL).rows) == 2
    assert engine.select("SELECT ?s { GRAPH <http://e/g2> { ?s ?p ?o } }").rows == (("<http://e/b>",),)
    assert engine.select("SELECT ?s FROM <http://e/g1> { ?s ?p ?o }").rows == (("<http://e/a>",),)


def test_ask_construct_and_describe_are_answered_in_their_forms(record: SetRecord, engine: EngineClient) -> None:
    record.quads = {quad()}
    with engine.answer("ASK { ?s ?p ?o }") as answer:
        assert [row for page in answer.pages for row in page] == [
            ('"true"^^<http://www.w3.org/2001/XMLSchema#boolean>',)
        ]
    for text in ("CONSTRUCT WHERE { ?s ?p ?o }", "DESCRIBE <http://e/s>"):
        with engine.answer(text) as answer:
            assert answer.columns == ("subject", "predicate", "object")
            assert [row for page in answer.pages for row in page] == [("<http://e/s>", "<http://e/p>", '"v"')]


def test_select_refuses_other_forms(engine: EngineClient) -> None:
    with pytest.raises(QueryRefused, match="ASK"):
        engine.select("ASK { ?s ?p ?o }")


def test_a_wrong_query_fails_with_its_place_and_the_next_one_works(record: SetRecord, engine: EngineClient) -> None:
    record.quads = {quad()}
    with pytest.raises(QueryFailed, match="line 1, column 18"):
        engine.select("SELECT * { ?s ?p ")
    assert len(engine.select(ALL).rows) == 1
    assert record.loads == 1


def test_an_endless_query_stops_at_its_limit_and_the_next_one_works(record: SetRecord, engine: EngineClient) -> None:
    record.quads = many(1000)
    engine.select(ALL)
    began = time.monotonic()
    with pytest.raises(QueryTimeout, match=r"0\.5 seconds"):
        engine.select(ENDLESS, timeout_s=0.5)
    assert time.monotonic() - began < 1.5
    assert len(engine.select(ALL).rows) == 1000


def test_an_answer_that_becomes_endless_while_it_is_read_stops_too(record: SetRecord, engine: EngineClient) -> None:
    record.quads = many(1000)
    text = "SELECT * { { ?s ?p ?o } UNION { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER(?a = ?z) } }"
    with pytest.raises(QueryTimeout), engine.answer(text, timeout_s=0.5) as answer:
        for _ in answer.pages:
            pass
    assert len(engine.select(ALL).rows) == 1000


def test_a_stopped_query_says_so_and_the_next_one_works(record: SetRecord, engine: EngineClient) -> None:
    record.quads = many(1000)
    engine.select(ALL)
    stopper = threading.Timer(0.2, engine.stop)
    stopper.start()
    with pytest.raises(QueryStopped):
        engine.select(ENDLESS, timeout_s=30)
    stopper.join()
    assert len(engine.select(ALL).rows) == 1000


def test_who_gives_up_before_the_engine_has_the_question_is_not_answered(
    record: SetRecord, engine: EngineClient
) -> None:
    record.quads = many(3)
    over = threading.Event()
    record.during_load = over.set  # nothing runs yet that could be killed
    with giving_up.known_by(over), pytest.raises(QueryStopped):
        engine.select(ENDLESS)
    with giving_up.known_by(over), pytest.raises(QueryStopped):
        engine.select(ENDLESS)
    assert len(engine.select(ALL).rows) == 3
    assert record.loads == 1, "what was loaded stays"


def test_a_stop_while_one_who_gave_up_begins_is_not_met_by_the_next(record: SetRecord, engine: EngineClient) -> None:
    record.quads = many(3)
    engine.select(ALL)
    delta = record.commit(added=[quad("more")])
    over = threading.Event()

    def both() -> bool:
        over.set()
        engine.stop()
        return True

    engine.follow(delta)
    with giving_up.known_by(over), pytest.MonkeyPatch.context() as patch:
        patch.setattr(giving_up, "given_up", both)
        with pytest.raises(QueryStopped):
            engine.select(ENDLESS)
    assert len(engine.select(ALL).rows) == 4


def test_stopping_an_idle_engine_leaves_no_copy_and_what_was_loaded_stays(
    record: SetRecord, engine: EngineClient, processes: Processes
) -> None:
    record.quads = {quad()}
    engine.stop()
    engine.select(ALL)
    (keeper,) = processes()
    assert len(processes(keeper)) == 1
    engine.stop()
    assert processes() == [keeper]
    assert not processes(keeper)
    assert len(engine.select(ALL).rows) == 1
    assert record.loads == 1


def test_where_nothing_can_be_copied_the_engine_itself_is_stopped_and_loads_again(
    record: SetRecord, monkeypatch: pytest.MonkeyPatch, processes: Processes
) -> None:
    monkeypatch.setattr(copies, "FORKS", False)
    engine = EngineClient(record.snapshot)
    try:
        record.quads = {quad()}
        engine.select(ALL)
        assert len(processes()) == 1
        engine.follow(record.commit(added=[quad("new")]))
        engine.stop()
        assert not processes()
        assert len(engine.select(ALL).rows) == 2
        assert record.loads == 2
    finally:
        engine.close()


def test_a_stopped_or_late_query_costs_no_load_and_the_next_one_knows_every_commit(
    record: SetRecord, engine: EngineClient
) -> None:
    record.quads = many(1000)
    engine.select(ALL)
    engine.follow(record.commit(added=[quad("one")]))
    with pytest.raises(QueryTimeout):
        engine.select(ENDLESS, timeout_s=0.3)
    engine.follow(record.commit(added=[quad("two")]))
    with pytest.raises(QueryTimeout):
        engine.select(ENDLESS, timeout_s=0.3)
    assert len(engine.select(ALL).rows) == 1002
    assert record.loads == 1


def test_a_copy_that_dies_is_told_how_and_replaced_without_a_load(
    record: SetRecord, engine: EngineClient, processes: Processes
) -> None:
    record.quads = {quad()}
    engine.select(ALL)
    os.kill(processes(processes()[0])[0], 9)
    with pytest.raises(QueryFailed, match="signal 9"):
        engine.select(ALL)
    assert len(engine.select(ALL).rows) == 1
    assert record.loads == 1


def test_a_copy_that_rested_too_long_is_not_used_again_unless_its_answer_is_read(
    record: SetRecord, engine: EngineClient, monkeypatch: pytest.MonkeyPatch, processes: Processes
) -> None:
    record.quads = many(1200)
    monkeypatch.setattr(copies, "USED_S", 0.0)
    with engine.answer(ALL) as answer:
        first = next(answer.pages)
        assert len(engine.select(ALL).rows) == 1200
        assert len(first) + sum(map(len, answer.pages)) == 1200
    (before,) = processes(processes()[0])
    engine.select(ALL)
    assert processes(processes()[0]) != [before]
    assert record.loads == 1


def test_an_edit_after_a_copy_went_to_rest_is_answered(
    record: SetRecord, engine: EngineClient, monkeypatch: pytest.MonkeyPatch, processes: Processes
) -> None:
    record.quads = {quad()}
    engine.select(ALL)
    monkeypatch.setattr(copies, "USED_S", 0.0)
    (copy,) = processes(processes()[0])
    os.kill(copy, 9)  # as it does itself after a rest
    engine.follow(record.commit(added=[quad("two")]))
    assert len(engine.select(ALL).rows) == 2
    assert record.loads == 1


def test_a_killed_child_is_replaced(record: SetRecord, engine: EngineClient, processes: Processes) -> None:
    record.quads = {quad()}
    engine.select(ALL)
    (keeper,) = processes()
    (copy,) = processes(keeper)
    os.kill(keeper, 9)
    _wait_for_the_end_of(copy)
    with pytest.raises(QueryFailed, match="signal 9"):
        engine.select(ALL)
    assert len(engine.select(ALL).rows) == 1


def test_a_query_beyond_its_memory_fails_and_the_next_one_works(record: SetRecord) -> None:
    record.quads = many(3000)
    client = EngineClient(record.snapshot, Limits(memory_bytes=GIB))
    try:
        with pytest.raises(QueryFailed, match="memory"):
            client.select("SELECT ?o ?c { ?s ?p ?o . ?a ?b ?c } ORDER BY CONCAT(?o, ?c)", timeout_s=60)
        assert len(client.select(ALL).rows) == 3000
    finally:
        client.close()


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * " + "{" * 100_000,
        "SELECT * { FILTER(" + "!" * 50_000 + "?x) }",
        "SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }",
        "LOAD <http://localhost/>",
        "DELETE WHERE { ?s ?p ?o }",
    ],
    ids=["braces", "nots", "service", "load", "update"],
)
def test_hostile_texts_are_refused_before_any_child_starts(
    engine: EngineClient, text: str, processes: Processes
) -> None:
    with pytest.raises(QueryRefused):
        engine.select(text)
    assert not processes()


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * " + "{" * 100 + "?s ?p ?o" + "}" * 100,
        "SELECT * { ?s ?p ?o FILTER(" + "(" * 90 + "true" + ")" * 90 + ") }",
        "SELECT * { ?s ?p ?o FILTER(" + "||".join(["?o=1"] * 5000) + ") }",
        "SELECT * { ?s " + "/".join(["<http://e/p>"] * 2000) + " ?o }",
        "SELECT * { ?s <http://e/p> (" + "1 " * 2000 + ") }",
        'SELECT * { ?s ?p ?o FILTER(REGEX(?o, "(a{1000}){1000}")) }',
    ],
    ids=["braces", "parentheses", "ors", "path", "list", "regex"],
)
def test_what_passes_the_gate_does_not_kill_the_engine(record: SetRecord, engine: EngineClient, text: str) -> None:
    record.quads = {quad()}
    engine.select(ALL)
    with suppress(QueryTimeout):  # slow is no crash
        sentence = ""
        try:
            engine.select(text, timeout_s=2)
        except QueryFailed as failed:
            sentence = failed.sentence
        assert "ended" not in sentence


def test_a_commit_is_seen_by_the_next_query(record: SetRecord, engine: EngineClient) -> None:
    engine.select(ALL)
    engine.follow(record.commit(added=[quad(value="7")]))
    engine.follow(record.commit(removed=[quad(value="7")], added=[quad(value="8")]))
    assert engine.select(ALL).rows == (("<http://e/s>", "<http://e/p>", '"8"'),)
    assert record.loads == 1


def test_written_forms_that_are_one_value_leave_the_engine_together(record: SetRecord, engine: EngineClient) -> None:
    one, same = (
        Quad(Iri("http://e/s"), Iri("http://e/p"), Literal(form, DECIMAL), Iri("http://e/g"))
        for form in ("7.40", "7.4")
    )
    record.quads = {one, same}
    assert len(engine.select(ALL).rows) == 1
    engine.follow(record.commit(removed=[one]))
    assert len(engine.select(ALL).rows) == 1
    engine.follow(record.commit(removed=[same]))
    assert engine.select(ALL).rows == ()


def test_a_gap_makes_the_engine_load_again(record: SetRecord, engine: EngineClient) -> None:
    engine.select(ALL)
    record.commit(added=[quad("lost")])
    engine.follow(record.commit(added=[quad("told")]))
    assert len(engine.select(ALL).rows) == 2
    engine.follow(Delta(record.seq + 1, -1, ()))
    record.commit(added=[quad("imported")])
    assert len(engine.select(ALL).rows) == 3
    assert record.loads == 3


def test_a_commit_during_the_load_is_applied_after_it(record: SetRecord, engine: EngineClient) -> None:
    record.quads = many(500)
    record.during_load = lambda: engine.follow(
        record.commit(removed=[quad("s1", value="value 1")], added=[quad("new")])
    )
    assert ("<http://e/new>",) in engine.select("SELECT ?s { ?s ?p ?o }").rows
    assert len(engine.select(ALL).rows) == 500


def test_start_loads_in_the_background_and_a_query_waits_for_it(record: SetRecord, engine: EngineClient) -> None:
    record.quads = many(2000)
    engine.start()
    engine.start()
    assert len(engine.select(ALL).rows) == 2000
    assert record.loads == 1


def test_many_threads_may_ask_at_once(record: SetRecord, engine: EngineClient) -> None:
    record.quads = many(1500)
    sizes: list[int] = []
    threads = [threading.Thread(target=lambda: sizes.append(len(engine.select(ALL).rows))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sizes == [1500] * 6


def test_an_open_answer_does_not_hold_up_another_and_a_commit_does_not_alter_it(
    record: SetRecord, engine: EngineClient
) -> None:
    record.quads = many(1200)
    with engine.answer(ALL) as answer:
        first = next(answer.pages)
        engine.follow(record.commit(removed=record.quads))
        assert engine.select(ALL).rows == ()
        rest = [row for page in answer.pages for row in page]
    assert len(first) + len(rest) == 1200


def test_an_answer_cut_by_a_restart_is_an_error_and_never_short(record: SetRecord, engine: EngineClient) -> None:
    record.quads = many(1200)
    with engine.answer(ALL) as answer:
        next(answer.pages)
        engine.stop()
        engine.select(ALL)
        with pytest.raises(IncompleteAnswer):
            next(answer.pages)


def test_a_closed_engine_leaves_nothing_and_answers_nothing(record: SetRecord, processes: Processes) -> None:
    record.quads = many(2000)
    client = EngineClient(record.snapshot)
    client.start()
    client.close()
    client.close()
    assert not processes()
    with pytest.raises(QueryFailed, match="closed"):
        client.select(ALL)


def test_an_ended_engine_refuses_whoever_waits_and_loads_no_more(record: SetRecord, processes: Processes) -> None:
    record.quads = many(2000)
    client = EngineClient(record.snapshot)
    client.select(ALL)
    ender = threading.Timer(0.2, client.end)
    ender.start()
    with pytest.raises(QueryStopped):
        client.select(ENDLESS, timeout_s=30)
    ender.join()
    loads = record.loads
    client.start()
    with pytest.raises(QueryFailed, match="closed"):
        client.select(ALL)
    assert record.loads == loads
    assert not processes()
    client.close()


def test_an_error_of_the_snapshot_reaches_the_caller_and_the_next_load_works(
    record: SetRecord, engine: EngineClient, processes: Processes
) -> None:
    def fail() -> None:
        record.during_load = lambda: None
        raise OSError("disk")

    record.during_load = fail
    with pytest.raises(OSError, match="disk"):
        engine.select(ALL)
    assert not processes()
    assert engine.select(ALL).rows == ()


def test_a_child_ends_when_its_parent_is_killed_during_a_query() -> None:
    script = (
        "import sys, threading\n"
        "from contextlib import contextmanager\n"
        "from kgapp.adapters.children.engine import EngineClient\n"
        "from kgapp.services.ports import Snapshot\n"
        "lines = b''.join(b'<http://e/%d> <http://e/p> \"v\" <http://e/g> .\\n' % n for n in range(1000))\n"
        "@contextmanager\n"
        "def snapshot():\n    yield Snapshot(1, 1000, iter([lines]))\n"
        "engine = EngineClient(snapshot)\n"
        "engine.select('SELECT * { ?s ?p ?o }')\n"
        "print(engine._child.pid, flush=True)\n"
        f"engine.select('{ENDLESS}')\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()
    _wait_for_the_end_of(child)


def test_terms_that_strict_parsers_refuse_are_indexed_and_followed(record: SetRecord, engine: EngineClient) -> None:
    odd = Quad(Iri("http://e/%zz"), Iri("http://e/p q"), Literal("x", language="a"), Iri("http://e/g"))
    record.quads = {odd}
    assert len(engine.select(ALL).rows) == 1
    engine.follow(record.commit(removed=[odd]))
    assert engine.select(ALL).rows == ()


def test_a_load_that_fails_in_the_background_is_told_to_the_next_request(
    record: SetRecord, engine: EngineClient
) -> None:
    def fail() -> None:
        raise ProjectProblem("The file is gone.")

    record.during_load = fail
    engine.start()
    with pytest.raises(ProjectProblem, match="gone"):
        engine.select(ALL)


def _wait_for_the_end_of(pid: int) -> None:
    deadline = time.monotonic() + 5
    while _runs(pid) and time.monotonic() < deadline:
        threading.Event().wait(0.02)
    assert not _runs(pid)


def _runs(pid: int) -> bool:
    return fields(pid)[:1] not in ([], ["Z"], ["X"])
