"""``start.py`` in a folder that is set up already: what it starts, with what, and what it leaves alone.

The Python of the environment is a stand-in that writes down how it was called.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
STAND_IN = """#!{python}
import json, pathlib, sys
arguments = sys.argv[1:]
with open({log!r}, "a", encoding="utf-8") as log:
    log.write(json.dumps(arguments) + chr(10))
made = [a for a in arguments if a.endswith((".kgproject", ".html"))] if {{"demo", "--report"}} & set(arguments) else []
for name in made:
    path = pathlib.Path(name)
    path.exists() or path.write_text("made once")
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script with a first line for Unix")


class Checkout:
    """A copy of the set-up files whose environment is stamped as complete."""

    def __init__(self, root: Path, start: ModuleType) -> None:
        self.root = root
        self.log = root / "calls.log"
        (root / "packaging").mkdir()
        for name in ("packaging/start.py", "packaging/requirements.lock", "packaging/requirements-test.lock"):
            shutil.copy(ROOT / name, root / name)
        shutil.copy(ROOT / "pyproject.toml", root)
        python = root / ".venv" / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.write_text(STAND_IN.format(python=sys.executable, log=str(self.log)), encoding="utf-8")
        python.chmod(0o755)
        setattr(start, "ROOT", root)  # noqa: B010 - the script's module has no declared names
        stamp = {name: start.fingerprint(root / "packaging" / lock.name) for name, lock in start.LOCKS.items()}
        (root / ".venv" / "kgapp-set-up.json").write_text(json.dumps({**stamp, "screen": True}), encoding="utf-8")

    def start(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        environ = {"PATH": os.environ["PATH"], "KGAPP_HOME": str(self.root / "home")}
        script = str(self.root / "packaging" / "start.py")
        return subprocess.run(
            [sys.executable, script, *arguments], env=environ, capture_output=True, text=True, check=True
        )

    def calls(self) -> list[list[str]]:
        return [json.loads(line)[3:] for line in self.log.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def checkout(tmp_path: Path, start: ModuleType) -> Checkout:
    return Checkout(tmp_path.resolve(), start)


def test_run_passes_every_argument_as_it_is(checkout: Checkout) -> None:
    checkout.start("run", "find", "a b", "--json", "", "*")
    assert checkout.calls() == [["find", "a b", "--json", "", "*"]]


def test_a_second_start_adds_less_than_two_seconds(checkout: Checkout) -> None:
    begin = time.monotonic()
    checkout.start("run", "--version")
    assert time.monotonic() - begin < 2


def test_without_a_display_it_prints_the_analysis_and_says_where_things_are(checkout: Checkout) -> None:
    told = checkout.start().stdout
    project, report = checkout.root / "home" / "demo.kgproject", checkout.root / "home" / "moi-at-leiden-3-to-5.html"
    asked = ["demo:P17", "--change", "value", "--from", "3", "--to", "5", "--site", "demo:LEI"]
    assert checkout.calls() == [
        ["demo", str(project)],
        ["impact", str(project), *asked, "--report", str(report)],
    ]
    assert f"Project  {project}" in told
    assert f"Report   {report}" in told


def test_a_second_start_opens_the_same_project_and_overwrites_nothing(checkout: Checkout) -> None:
    checkout.start()
    kept = {path: path.stat().st_mtime_ns for path in (checkout.root / "home").iterdir()}
    checkout.start()
    assert [call[0] for call in checkout.calls()] == ["demo", "impact", "impact"]
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
    assert (checkout.root / "home" / "moi-at-leiden-3-to-5-2.html").exists()
