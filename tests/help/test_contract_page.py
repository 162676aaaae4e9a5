"""The page on impact names every key of the JSON document, and no other."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kgapp.__main__ import run

PAGE = Path(__file__).resolve().parents[2] / "kgapp" / "help" / "impact.md"
ASKED = "demo:P17 --change value --from 3 --to 5 --site demo:LEI --details --json"


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("contract")
    project, printed = folder / "demo.kgproject", folder / "report.json"
    with pytest.MonkeyPatch.context() as patch, printed.open("w", encoding="utf-8") as out:
        patch.setenv("KGAPP_USER", "EX1")
        assert run(["demo", str(project)]) == 0
        patch.setattr("sys.stdout", out)
        assert run(["impact", str(project), *ASKED.split()]) == 0
    found: dict[str, Any] = json.loads(printed.read_text(encoding="utf-8"))
    return found


def documented(heading: str) -> set[str]:
    """The keys in the first column of the table below a heading."""
    text = PAGE.read_text(encoding="utf-8").partition(f"### {heading}\n")[2].partition("\n### ")[0]
    first = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    return set(re.findall(r"`([a-z_]+)`", " ".join(first)))


def test_the_tables_are_the_contract(document: dict[str, Any]) -> None:
    held = next(item for item in document["items"] if item["held_by"])
    places = {
        "The document": document,
        "In `change`": document["change"],
        "In each of `items`": document["items"][0],
        "In each step of a `path`": held["path"][0],
        "In `coverage`": document["coverage"],
        "In each of `not_covered`": document["not_covered"][0],
    }
    for heading, place in places.items():
        assert documented(heading) == set(place), heading


def test_the_objects_inside_are_named_too(document: dict[str, Any]) -> None:
    named = set(re.findall(r"`([a-z_]+)`", PAGE.read_text(encoding="utf-8")))
    assert _keys(document) <= named


def _keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for inner in value.values() for key in _keys(inner)}
    if isinstance(value, list):
        return {key for inner in value for key in _keys(inner)}
    return set()
