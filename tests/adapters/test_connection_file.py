"""Connections outlive the program, a damaged file never stops it, and no secret is in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kgapp.adapters.connection_file import ConnectionFile
from kgapp.domain.connections import Bounds, Connection, SignIn
from kgapp.domain.errors import BadInput

PLANT = Connection("Plant", "https://e.org/sparql", SignIn.BASIC, "mé", bounds=Bounds(answer_bytes=5, rows=7))
OPEN = Connection("open", "http://localhost/x", allow_private=True)


def test_connections_are_kept_and_read_again(tmp_path: Path) -> None:
    ConnectionFile(tmp_path / "new").write((PLANT, OPEN))
    assert ConnectionFile(tmp_path / "new").read() == (PLANT, OPEN)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"format": "other/1"}', '{"format": "kgapp-connections/1", "connections": 3}', "[" * 99_999])  # fmt: skip
def test_a_damaged_file_holds_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "connections.json").write_text(content)
    assert ConnectionFile(tmp_path).read() == ()


@pytest.mark.parametrize(
    "damage", [{"url": "file:///x"}, {"name": 3}, {"sign_in": "other"}, {"rows": 0}, {"rows": "7"}, {"user": ""}]
)
def test_a_damaged_row_is_left_out(tmp_path: Path, damage: dict[str, object]) -> None:
    ConnectionFile(tmp_path).write((PLANT, OPEN))
    file = tmp_path / "connections.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    told["connections"][0].update(damage)
    told["connections"].append("x")
    file.write_text(json.dumps(told))
    assert ConnectionFile(tmp_path).read() == (OPEN,)


def test_only_true_allows_private_addresses(tmp_path: Path) -> None:
    ConnectionFile(tmp_path).write((OPEN,))
    file = tmp_path / "connections.json"
    file.write_text(file.read_text().replace("true", '"yes"'))
    assert not ConnectionFile(tmp_path).read()[0].allow_private


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BadInput, match="cannot be kept"):
        ConnectionFile(tmp_path / "file").write((PLANT,))


def test_limits_are_kept_and_those_that_cannot_be_are_the_usual_ones(tmp_path: Path) -> None:
    file = ConnectionFile(tmp_path)
    kept = Connection(
        "slow", "https://e.org/sparql", SignIn.DIGEST, "me", bounds=Bounds(connect_s=40.0, silence_s=900.0)
    )
    file.write((kept,))
    assert file.read() == (kept,)
    (place,) = tmp_path.iterdir()
    place.write_text(place.read_text().replace("900.0", '"long"').replace("40.0", "-1"))
    assert file.read()[0].bounds == Bounds()
