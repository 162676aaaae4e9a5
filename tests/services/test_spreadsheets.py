"""No cell of a table for spreadsheets is calculated; everything else stays as it is."""

import pytest

from kgapp.services import spreadsheets


@pytest.mark.parametrize("cell", ["=1+1", "+a", "-a", "@a", "\t=1", "\r=1", "\n=1", "＝1", "＋a", "－a", "＠a"])
def test_what_would_be_calculated_begins_with_an_apostrophe(cell: str) -> None:
    assert spreadsheets.guarded(cell) == f"'{cell}"


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("a;=1+1", "a;'=1+1"),
        ("a;@b;＝c", "a;'@b;'＝c"),
        ("=a;-b", "'=a;'-b"),
        ("1;-2+3", "1;'-2+3"),
        ("3;-5;+7,5;-0.2", "3;-5;+7,5;-0.2"),
    ],
)
def test_semicolons_part_cells_in_many_spreadsheets(cell: str, told: str) -> None:
    assert spreadsheets.guarded(cell) == told


@pytest.mark.parametrize("cell", ["", "-5", "+1.5e-7", "a=b", " =1", "a; =b", "2026-01-01", "’=1"])
def test_everything_else_stays(cell: str) -> None:
    assert spreadsheets.guarded(cell) == cell
