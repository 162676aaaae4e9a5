"""What the commands print: whole identifiers, harmless text."""

from __future__ import annotations

import sys

import pytest

from kgapp.cli import common

ROWS = [("demo:BRS-LEI-07-1", "Take the beads out [red]now[/red]\x1b[2J"), ("demo:AM10", "")]


def test_columns_where_there_is_room(capsys: pytest.CaptureFixture[str]) -> None:
    common.print_table(("entity", "label"), ROWS)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["entity", "label"]
    assert lines[1].startswith("demo:BRS-LEI-07-1  Take the beads out [red]now[/red]\\u001b[2J")


def test_a_narrow_terminal_gets_blocks_with_whole_identifiers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    common.print_table(("entity", "label"), ROWS)
    assert capsys.readouterr().out.splitlines() == [
        "entity: demo:BRS-LEI-07-1",
        "label: Take the beads out [red]now[/red]\\u001b[2J",
        "",
        "entity: demo:AM10",
        "",
    ]


FORGED = "Thaw\r\nRevision 9: all is fine\n\tand\u2028more"


def test_a_line_break_in_a_name_never_makes_a_line_that_looks_like_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    one = "Thaw\\nRevision 9: all is fine\\n and\\u2028more"
    assert common.plain(FORGED) == one
    assert common.block("a\x1b\nb") == "a\\u001b\nb"
    common.print_table(("entity",), [(FORGED,)])
    assert capsys.readouterr().out.split("\n")[1].strip() == one
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    common.print_table(("entity",), [(FORGED,)])
    assert capsys.readouterr().out == f"entity: {one}\n\n"


def test_an_object_is_printed_member_by_member_as_it_is_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    lists: dict[str, list[object]] = {"none": [], "items": [{"a": [1, {"b": 'zä\n"q"'}]}, [], {}, 2, None]}
    others = {"first": "x", "inner": {"a": {"b": [1]}, "none": None}, "empty": {}}
    common.print_json({**others, **lists, "last": True})
    expected = capsys.readouterr().out
    common.print_json_members({**others, **{name: iter(each) for name, each in lists.items()}, "last": True})
    assert capsys.readouterr().out == expected
