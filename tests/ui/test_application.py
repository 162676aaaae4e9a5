"""The window as a program of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

STARTED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from kgapp.__main__ import main
from kgapp.ui.window import MainWindow
application = QApplication(sys.argv[:1])
def look():
    window = next((each for each in application.topLevelWidgets() if isinstance(each, MainWindow)), None)
    if application.styleSheet() and window and window.tabs and window.tabs.map.view.spots:
        print("usable", flush=True)
        if "close" in sys.argv:
            window.close()
        timer.stop()
timer = QTimer()
timer.timeout.connect(look)
timer.start(10)
sys.argv[1:] = ["open", sys.argv[1]]
sys.exit(main())
"""


def start(demo: Path, *more: str) -> subprocess.Popen[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(demo.parent / "config")}
    code = STARTED.replace('"close" in sys.argv', repr("close" in more))
    return subprocess.Popen(
        [sys.executable, "-c", code, str(demo)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )


def test_the_program_opens_a_project_and_closes_cleanly(demo: Path) -> None:
    running = start(demo, "close")
    said, errors = running.communicate(timeout=60)
    assert (running.returncode, said) == (0, "usable\n")
    assert [line for line in errors.splitlines() if "This plugin does not support" not in line] == []


@pytest.mark.skipif(sys.platform == "win32", reason="a console of Windows has no such signal for one process")
def test_an_interrupt_in_the_terminal_closes_the_window(demo: Path) -> None:
    running = start(demo)
    assert running.stdout is not None
    assert running.stdout.readline() == "usable\n"
    running.send_signal(signal.SIGINT)
    running.communicate(timeout=60)
    assert running.returncode == 0
