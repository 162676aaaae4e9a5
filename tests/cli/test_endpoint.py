"""Commands that read work on the address of an endpoint; those that need a project file say so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgapp import bootstrap
from kgapp.__main__ import run
from kgapp.adapters.sparql_endpoint import client
from tests.contract.local_endpoint import LocalEndpoint

URL = "https://endpoint.example.org/sparql"


@pytest.fixture(autouse=True)
def endpoint(sites_project: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The demo, behind the local engine, at every address."""
    with bootstrap.reading(Path(sites_project)) as workspace:
        monkeypatch.setattr(client, "SparqlEndpoint", lambda *_: LocalEndpoint(workspace.engine))
        yield


def test_find_says_how_an_endpoint_is_searched(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["find", URL, "MOI"]) == 0
    said = capsys.readouterr().out
    assert "demo:P17" in said
    assert "with accents as they are written" in said


def test_show_says_that_numbers_are_values_and_that_there_is_no_history(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", URL, "demo:P17", "--history"]) == 0
    said = capsys.readouterr().out
    assert "MOI" in said
    assert f"From the endpoint {URL}" in said
    assert "An endpoint keeps no history." in said


def test_history_says_that_there_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["history", URL]) == 0
    assert capsys.readouterr().out == "An endpoint keeps no history.\n"
    assert run(["history", URL, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"head": None, "revisions": []}


def test_an_answer_names_the_endpoint(capsys: pytest.CaptureFixture[str]) -> None:
    query = "SELECT ?s WHERE { ?s a kg:Site } ORDER BY ?s"
    assert run(["query", URL, "-e", query]) == 0
    assert f"the endpoint {URL} now" in capsys.readouterr().out
    assert run(["query", URL, "-e", query, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kgapp"]["endpoint"] == URL


@pytest.mark.parametrize(
    "command",
    [
        ("impact", "demo:P17", "--change", "value", "--from", "3", "--to", "5"),
        ("compare-sites", "demo:SP-BOS", "demo:SP-LEI"),
        ("knowledge-risk",),
        ("control-strategy",),
        ("coverage",),
    ],
    ids=lambda command: command[0],
)
def test_views_of_the_graph_work_on_an_endpoint(
    command: tuple[str, ...], sites_project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name, *rest = command
    assert run([name, sites_project, *rest]) in {0, 1}
    here = capsys.readouterr().out.splitlines()
    assert run([name, URL, *rest]) in {0, 1}
    there = capsys.readouterr().out.splitlines()
    assert there[1:3] == here[1:3]
    assert there[-1].startswith(f"From the endpoint {URL}, as it is now.")
    assert len(there) == len(here) + 2


@pytest.mark.parametrize("command", ["set", "undo", "validate", "export", "verify"])
def test_what_needs_a_project_file_says_so(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    rest = {
        "set": ["demo:P17", "label", "x", "--reason", "no"],
        "undo": ["--reason", "no"],
        "export": ["out.nq"],
    }
    assert run([command, URL, *rest.get(command, [])]) == 2
    said = capsys.readouterr().err
    assert "is the address of an endpoint; this works on a project file" in said
    assert "An endpoint is only read" in said
