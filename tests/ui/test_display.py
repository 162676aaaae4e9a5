from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from kgapp.domain.errors import Missing
from kgapp.ui import display

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")


def test_without_a_display_the_commands_are_named() -> None:
    with pytest.raises(Missing, match="no display") as refused:
        display.require({})
    assert "kgapp --help" in refused.value.hint


def test_a_display_that_nobody_serves_is_none() -> None:
    for name in (":59871", "unix:59871.0"):
        with pytest.raises(Missing):
            display.require({"DISPLAY": name})


def test_another_machines_display_is_left_to_qt() -> None:
    display.require({"DISPLAY": "localhost:10.0"})


def test_a_chosen_platform_of_qt_is_left_to_qt() -> None:
    display.require({"QT_QPA_PLATFORM": "offscreen"})


def test_a_wayland_display_that_answers_will_do(tmp_path: Path) -> None:
    environ = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    with pytest.raises(Missing):
        display.require(environ)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        display.require(environ)


def test_a_missing_library_of_the_system_is_named() -> None:
    text = "libEGL.so.1: cannot open shared object file: No such file or directory"
    assert "libEGL.so.1" in display.missing_library(ImportError(text)).sentence


def test_any_other_import_error_stays_what_it_is() -> None:
    with pytest.raises(ImportError, match="no name of ours"):
        display.missing_library(ImportError("no name of ours"))


def test_the_program_says_so_instead_of_ending_in_an_abort(tmp_path: Path) -> None:
    environ = {name: os.environ[name] for name in ("PATH", "KGAPP_HOME") if name in os.environ}
    command = [sys.executable, "-m", "kgapp", "open", str(tmp_path / "none.kgproject")]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(command, cwd=root, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("kgapp: There is no display here")
