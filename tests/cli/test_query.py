"""``kgapp query``: every form and format, and plain about what it refuses."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kgapp import bootstrap
from kgapp.__main__ import run
from kgapp.domain.terms import Iri

TTL = """@prefix : <http://base/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:a :p 7.40, "x, \\"y\\"\\n\\tz"@en ; :q :b . :b :p 007, "<&>" .
"""
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?q ?r ?s . ?t ?u ?v . ?w ?x ?y . ?z ?aa ?bb . ?cc ?dd ?ee . ?ff ?gg ?hh }"
ALL = "SELECT ?s ?o { ?s b:p ?o } ORDER BY ?s STR(?o)"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    path = tmp_path / "p.kgproject"
    bootstrap.create(path, Iri("http://base/"), "b")
    (tmp_path / "in.ttl").write_text(TTL, encoding="utf-8")
    assert run(["import", str(path), str(tmp_path / "in.ttl")]) == 0
    capsys.readouterr()
    return str(path)


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["query", *arguments]) == 0
    return capsys.readouterr().out


def test_a_table_names_the_revision_and_says_that_numbers_are_values(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = answer(capsys, project, "-e", "SELECT ?o { b:a b:p ?o FILTER(ISNUMERIC(?o)) }")
    assert "7.4 " in shown or "7.4\n" in shown
    assert "7.40\n" not in shown
    assert "revision 1 (" in shown
    assert "values in the engine's form" in shown


def test_csv_tsv_json_and_xml_hold_the_same_rows(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.reader(io.StringIO(answer(capsys, project, "-e", ALL, "--format", "csv"), newline="")))
    assert rows[0] == ["s", "o"]
    assert ["http://base/a", 'x, "y"\n\tz'] in rows
    tabbed = answer(capsys, project, "-e", ALL, "--format", "tsv").splitlines()
    assert len(tabbed) == len(rows)
    assert '<http://base/a>\t"x, \\"y\\"\\n\\tz"@en' in tabbed
    found = json.loads(answer(capsys, project, "-e", ALL, "--format", "json"))
    assert [[b["s"]["value"], b["o"]["value"]] for b in found["results"]["bindings"]] == rows[1:]
    xml = ET.fromstring(answer(capsys, project, "-e", ALL, "--format", "xml"))
    assert len(xml.findall(".//{*}result")) == len(rows) - 1


def test_json_carries_the_revision_hash(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(answer(capsys, project, "-e", ALL, "--json"))
    assert len(found["kgapp"]["revision_hash"]) == 64
    assert found["kgapp"]["revision"] == 1
    assert "values" in found["kgapp"]["note"]


def test_ask_says_yes_or_no(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, project, "-e", "ASK { ?s ?p ?o }").startswith("yes")
    assert json.loads(answer(capsys, project, "-e", "ASK { ?s a ?o }", "--format", "json"))["boolean"] is False
    assert "<boolean>true</boolean>" in answer(capsys, project, "-e", "ASK {?s ?p ?o}", "--format", "xml")


def test_graphs_are_written_as_turtle_and_n_triples(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    for text in ("CONSTRUCT WHERE { ?s b:q ?o }", "CONSTRUCT { ?s b:q ?o } WHERE { ?s b:q ?o }"):
        assert (
            answer(capsys, project, "-e", text, "--format", "nt")
            == "<http://base/a> <http://base/q> <http://base/b> .\n"
        )
    assert "<http://base/q>" in answer(capsys, project, "-e", "DESCRIBE b:a", "--format", "ttl")
    assert run(["query", project, "-e", ALL, "--format", "ttl"]) == 2
    assert "no graph" in capsys.readouterr().err


def test_a_query_may_stand_in_a_file(project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "q.rq").write_text("\ufeff" + ALL, encoding="utf-8")
    assert "b:a" in answer(capsys, project, str(tmp_path / "q.rq"))
    assert run(["query", project, str(tmp_path / "none.rq")]) == 2
    (tmp_path / "latin.rq").write_bytes(b"SELECT * { ?s ?p '\xe9' }")
    assert run(["query", project, str(tmp_path / "latin.rq")]) == 2
    assert "UTF-8" in capsys.readouterr().err
    assert run(["query", project]) == 2
    assert run(["query", project, str(tmp_path / "q.rq"), "-e", ALL]) == 2


def test_select_star_keeps_the_order_of_the_text(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, project, "-e", "SELECT * { ?z ?a ?m }", "--format", "csv").startswith("z,a,m\r\n")


def test_an_endless_query_stops_within_a_second_of_its_limit(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    began = time.monotonic()
    assert run(["query", project, "-e", ENDLESS, "--timeout", "1"]) == 2
    assert time.monotonic() - began < 2.5
    assert "limit of 1 seconds" in capsys.readouterr().err
    assert run(["query", project, "-e", ALL]) == 0


@pytest.mark.parametrize(
    "text",
    ["SELECT * " + "{" * 100_000, "SELECT * { FILTER(" + "!" * 50_000 + "1) }", "SELECT * { SERVICE <http://e/> {} }", "LOAD <http://e/>", "SELECT * {"],
    ids=["braces", "nots", "service", "load", "unfinished"],
)  # fmt: skip
def test_what_cannot_be_answered_is_a_sentence(project: str, capsys: pytest.CaptureFixture[str], text: str) -> None:
    assert run(["query", project, "-e", text]) == 2
    said = capsys.readouterr().err
    assert said.startswith("kgapp: ")
    assert "Traceback" not in said


def test_a_long_answer_is_cut_in_the_table_and_whole_in_csv(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    numbers = " ".join(map(str, range(1500)))
    text = f"SELECT ?n {{ VALUES ?n {{ {numbers} }} }}"
    assert "more than 1,000 rows" in answer(capsys, project, "-e", text)
    assert len(answer(capsys, project, "-e", text, "--format", "csv").splitlines()) == 1501


def test_terminal_controls_in_the_graph_are_shown_and_not_obeyed(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "\x1b" not in answer(capsys, project, "-e", 'SELECT ?x { BIND("\\u001b[31m" AS ?x) }')


def test_ctrl_c_ends_a_query_and_its_engine(project: str) -> None:
    program = [sys.executable, "-c", "import sys; from kgapp.__main__ import main; sys.exit(main())"]
    with subprocess.Popen(
        [*program, "query", project, "-e", ENDLESS], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as asking:
        children = _children_of(asking.pid)
        while not children:
            children = _children_of(asking.pid)
        threading.Event().wait(0.5)  # until it computes
        asking.send_signal(signal.SIGINT)
        said = asking.communicate(timeout=10)[1]
    assert asking.returncode == 2
    assert "Stopped" in said
    assert "Traceback" not in said
    assert not any(Path(f"/proc/{child}").exists() for child in children)


def _children_of(pid: int) -> list[int]:
    return [int(stat.parent.name) for stat in Path("/proc").glob("[0-9]*/stat") if _parent(stat) == str(pid)]


def _parent(stat: Path) -> str:
    try:
        return stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[1]
    except OSError:  # it ended meanwhile
        return ""


def test_why_an_answer_is_empty_is_said_in_sentences_or_for_programs(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "SELECT * { ?s b:p ?o ; b:nowhere ?x }"
    shown = answer(capsys, project, "-e", text, "--explain-empty")
    assert shown.startswith("Nothing matches the statement ?s “b:nowhere” ?x, also by itself")
    told = json.loads(answer(capsys, project, "-e", text, "--explain-empty", "--json"))
    assert [part["verdict"] for part in told["parts"]] == [
        "without it there is still no answer",
        "matches nothing by itself",
    ]
    assert told["complete"]
