"""The wheel: it carries what kgapp needs, nothing beside the package, and works where no checkout is."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.wheel


class Installed:
    """The wheel, unpacked by pip in a folder of its own."""

    def __init__(self, wheel: Path, folder: Path) -> None:
        self.folder = folder
        install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(folder), str(wheel)]
        subprocess.run([sys.executable, *install], check=True, capture_output=True)

    def python(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        environ = {**os.environ, "PYTHONPATH": str(self.folder), "KGAPP_USER": "EX1"}
        command = [sys.executable, "-P", *arguments]
        return subprocess.run(command, cwd=self.folder.parent, env=environ, capture_output=True, text=True, check=False)

    def kgapp(self, *arguments: str) -> str:
        done = self.python("-m", "kgapp", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(wheel, tmp_path_factory.mktemp("fresh") / "site")


def test_it_holds_the_package_and_nothing_else_at_its_top(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0] for name in names} == {"kgapp", f"{wheel.name.rpartition('-py3')[0]}.dist-info"}
    assert "kgapp/_shipped/ontology/kgapp.ttl" in names
    assert "kgapp/help/user-guide.md" in names
    rooms = "kgapp/adapters/{}_report/{}"
    assert {rooms.format("html", "document.html.j2"), rooms.format("html", "report.css")} < set(names)
    assert rooms.format("pdf", "report.typ") in names
    assert not [name for name in names if "__pycache__" in name]


def test_it_finds_its_own_files(installed: Installed) -> None:
    found = installed.python("-c", "from kgapp.resources import shipped; print(shipped('ontology', 'kgapp.ttl'))")
    assert found.stdout.startswith(str(installed.folder / "kgapp" / "_shipped"))


def test_its_command_line_explains_itself(installed: Installed) -> None:
    assert "Usage: kgapp" in installed.kgapp("--help")


def test_it_makes_the_demo_and_answers_from_it(installed: Installed, tmp_path: Path) -> None:
    project = tmp_path / "demo.kgproject"
    installed.kgapp("demo", str(project))
    assert "P17" in installed.kgapp("find", str(project), "MOI")
