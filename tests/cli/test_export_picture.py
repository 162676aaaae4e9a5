"""The map of the process as a picture file, made without a window."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from kgapp import bootstrap
from kgapp.__main__ import run

SVG = "{http://www.w3.org/2000/svg}"


def test_the_process_is_drawn_as_one_file(tmp_path: Path) -> None:
    project, file = tmp_path / "d.kgproject", tmp_path / "map.svg"
    bootstrap.create_demo(project)
    assert run(["export", str(project), str(file)]) == 0
    root = ET.parse(file).getroot()
    assert root.tag == f"{SVG}svg"
    texts = [each.text for each in root.iter(f"{SVG}text")]
    assert any("Transduction" in (each or "") for each in texts)
    assert any("Leiden" in (each or "") for each in texts)
    assert not list(root.iter(f"{SVG}a")), "it leads nowhere"
    assert not list(root.iter(f"{SVG}script"))
    again = tmp_path / "again.svg"
    assert run(["export", str(project), str(again)]) == 0
    assert again.read_bytes() == file.read_bytes()


def test_without_a_process_there_is_no_picture(tmp_path: Path) -> None:
    project = tmp_path / "e.kgproject"
    bootstrap.create(project)
    assert run(["export", str(project), str(tmp_path / "map.svg")]) == 2
    assert not (tmp_path / "map.svg").exists()
