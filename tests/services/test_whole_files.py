"""A file appears whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kgapp.services import whole_files


def write_half(path: Path) -> None:
    with whole_files.aside(path) as part:
        part.write_bytes(b"half")
        raise ZeroDivisionError


def test_a_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("old")
    path.chmod(0o640)

    whole_files.write(path, b"new")

    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == (0o640 if os.name == "posix" else path.stat().st_mode & 0o777)
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_older_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / ("long" * 50 + ".pdf")
    whole_files.write(path, b"old")

    with pytest.raises(ZeroDivisionError):
        write_half(path)

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_said_by_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        whole_files.write(tmp_path / "nowhere" / "report.html", b"new")


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_what_a_link_leads_to_is_replaced_not_the_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.html", tmp_path / "link.html"
    real.write_text("old")
    link.symlink_to(real)

    whole_files.write(link, b"new")

    assert link.is_symlink()
    assert real.read_bytes() == b"new"
