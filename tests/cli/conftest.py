"""The demo, compared once for every test that reads what is wrong between its sites."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kgapp.__main__ import run
from tests.measuring import unmeasured


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
