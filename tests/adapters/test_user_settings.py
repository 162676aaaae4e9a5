"""The name a user chose is one line in one small file, and a damaged file never stops kgapp."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgapp.adapters.user_settings import UserSettings
from kgapp.domain.errors import BadInput


def test_a_name_is_kept_and_read_again(tmp_path: Path) -> None:
    UserSettings(tmp_path / "new").keep_name("  Maria\nGómez\x00 (QA) ")
    assert UserSettings(tmp_path / "new").name == "Maria Gómez (QA)"


def test_nothing_told_is_no_name(tmp_path: Path) -> None:
    assert UserSettings(tmp_path).name == ""


def test_an_empty_name_takes_it_back(tmp_path: Path) -> None:
    settings = UserSettings(tmp_path)
    settings.keep_name("Maria")
    settings.keep_name("")
    assert settings.name == ""


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"format": "other/1", "name": "x"}', b'{"format": "kgapp-user/1", "name": 3}', b"\xff"],
)
def test_a_damaged_file_is_no_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "user.json").write_bytes(content)
    assert UserSettings(tmp_path).name == ""


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BadInput, match="cannot be kept"):
        UserSettings(tmp_path / "file").keep_name("Maria")
