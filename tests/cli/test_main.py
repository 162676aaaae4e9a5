"""The command table: each command loads, errors become exit codes, and help stays light."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from kgapp import bootstrap
from kgapp.__main__ import run
from kgapp.cli import main
from kgapp.domain.errors import Ambiguous, BadInput, UndoConflict


@pytest.mark.parametrize("name", main.COMMANDS)
def test_each_command_loads_and_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    assert "Usage: kgapp " + name in capsys.readouterr().out


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown for name in main.COMMANDS)


def test_an_unknown_command_is_the_users_to_mend(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["impakt"]) == main.USER_ERROR
    assert "impakt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (BadInput("The file is empty.", hint="Export it again."), main.USER_ERROR, "The file is empty."),
        (Ambiguous("Two have it.", (("https://x.org/a", "MOI"),)), main.USER_ERROR, "MOI  <https://x.org/a>"),
        (UndoConflict("No longer fits.", ("<s> <p> <o> <g> .",) * 12), main.USER_ERROR, "and 2 more"),
        (BadInput("Odd \x1b[31m name."), main.USER_ERROR, "\\u001b[31m"),
        (click.exceptions.Abort(), main.USER_ERROR, "Stopped."),
        (KeyboardInterrupt(), main.USER_ERROR, "Nothing was changed"),
        (ZeroDivisionError("ours"), main.OUR_ERROR, "error of kgapp"),
    ],
)
def test_errors_become_exit_codes(
    raised: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(**_: object) -> None:
        raise raised

    monkeypatch.setattr(main, "command", fail)
    assert run(["demo"]) == code
    assert said in capsys.readouterr().err


def test_help_loads_no_library_that_it_does_not_need() -> None:
    asked = "import sys; from kgapp.__main__ import run; run(['--help']); print('LOADED', *sorted(sys.modules))"
    environ = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}  # it loads sqlite3
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, env=environ)
    loaded = set(done.stdout.rpartition("LOADED ")[2].split())
    heavy = {
        "pyoxigraph",
        "rdflib",
        "PySide6",
        "networkx",
        "sqlite3",
        "sqlite_utils",
        "msgspec",
        "rich",
        "jinja2",
        "typst",
        "docx",
        "xlsxwriter",
        "python_calamine",
        "owlready2",
        "numpy",
        "httpx",
        "keyring",
    }
    assert not loaded & heavy
    assert {name for name in loaded if name.startswith("kgapp.")} == {
        "kgapp.__main__",
        "kgapp.bootstrap",
        "kgapp.bootstrap_files",
        "kgapp.cli",
        "kgapp.cli.common",
        "kgapp.cli.main",
        "kgapp.cli.program",
        "kgapp.domain",
        "kgapp.domain.errors",
        "kgapp.domain.history",
        "kgapp.domain.terms",
    }


def test_a_project_in_place_of_a_command_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path | None] = []

    def open_window(project: Path | None) -> int:
        opened.append(project)
        return 0

    monkeypatch.setattr(bootstrap, "open_window", open_window)
    assert run(["demo.kgproject"]) == 0
    assert opened == [Path("demo.kgproject")]
