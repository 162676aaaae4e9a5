"""The demo, compared once for every test that reads what is wrong between its sites; and two who exchange bundles."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from kgapp.__main__ import run
from kgapp.adapters.signatures import Signatures
from tests.measuring import unmeasured

Run = Callable[..., tuple[int, str]]


@pytest.fixture(scope="session")
def sites_project(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The demo, only to be read."""
    path = tmp_path_factory.mktemp("sites") / "demo.kgproject"
    with unmeasured():
        assert run(["demo", str(path)]) == 0
    return str(path)


def printed(*arguments: str) -> Any:
    """What a command prints as JSON."""
    said: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("click.echo", lambda text="", **_: said.append(str(text)))
        assert run([*arguments, "--json"]) == 0
    return json.loads("\n".join(said))


@pytest.fixture(scope="session")
def sites_found(sites_project: str) -> dict[str, Any]:
    """Boston and Leiden compared, with how far each difference reaches."""
    with unmeasured():
        found: dict[str, Any] = printed("compare-sites", sites_project, "demo:SP-BOS", "demo:SP-LEI", "--impact")
    return found


EXCHANGED = """
@prefix kg: <https://w3id.org/kgapp/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix p: <https://w3id.org/kgapp/project/> .
p:MOI a kg:ProcessParameter ; rdfs:label "MOI"@en .
p:K1 a kg:PublishedKnowHow ; rdfs:label "Spin slowly"@en ; kg:concerns p:MOI ; kg:confidentiality kg:partner .
p:K2 a kg:PublishedKnowHow ; rdfs:label "canary-secret"@en ; kg:concerns p:MOI .
p:R a kg:AcceptableRange ; rdfs:label "Range of nothing"@en .
"""


@pytest.fixture
def as_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command as somebody; returns the exit code and what was said."""
    monkeypatch.setattr("kgapp.adapters.exchange_room.Signatures", partial(Signatures, 10))
    monkeypatch.setenv("KGAPP_KEY_PASSWORD", "correct horse")
    monkeypatch.chdir(tmp_path)

    def ran(name: str, *arguments: str) -> tuple[int, str]:
        monkeypatch.setenv("KGAPP_HOME", str(tmp_path / name))
        monkeypatch.setenv("KGAPP_USER", name)
        code = run(list(arguments))
        said = capsys.readouterr()
        return code, said.out + said.err

    return ran


@pytest.fixture
def exchange(as_user: Run, tmp_path: Path) -> Run:
    """Ann has a project, both have keys and each other's cards."""
    (tmp_path / "p.ttl").write_text(EXCHANGED, "utf-8")
    for name, organization in (("Ann", "Innovator"), ("Bob", "Leiden")):
        assert as_user(name, "key", "new", "--name", name, "--organization", organization)[0] == 0
        assert as_user(name, "key", "card", f"{name}.kgkey")[0] == 0
    assert as_user("Ann", "key", "trust", "Bob.kgkey")[0] == 0
    assert as_user("Bob", "key", "trust", "Ann.kgkey")[0] == 0
    assert as_user("Ann", "new", "a.kgproject")[0] == 0
    assert as_user("Ann", "import", "a.kgproject", "p.ttl")[0] == 0
    return as_user
