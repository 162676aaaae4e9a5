"""``python -m tests.benchmarks.editor``: how long the window is away while one types into a long query, offscreen.

2,000 lines with 2,000 variables; after every tenth key one rests, so that completion and the check of the text run beside.
The gap is told by a timer of the window. Run by hand on a quiet machine; exit code 1 when the bound is missed.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kgapp import bootstrap
from kgapp.ui.panels import sparql_open
from kgapp.ui.panels.sparql import SparqlPanel
from kgapp.ui.window import MainWindow
from tests.benchmarks.window import GAP_S, Watch, shown

LINES: Final = 2000
_KEYS: Final = "?v1 kg:hasCause ?other . ?other a kg:Fac"
_KEY_MS: Final = 60
_REST_MS: Final = 900


def text(lines: int = LINES) -> str:
    """A chain of as many statements with a variable each."""
    chain = "".join(f"  ?v{each} kg:hasCause ?v{each + 1} .\n" for each in range(lines))
    return f"PREFIX kg: <https://w3id.org/kgapp/ontology#>\nSELECT * WHERE {{\n{chain}}}\n"


class Typist:
    """Presses one key after the other; ``done`` when all are pressed and nothing more is at work."""

    def __init__(self, window: MainWindow, panel: SparqlPanel) -> None:
        self.done = False
        self._window, self._panel = window, panel
        self._keys: Iterator[str] = iter(_KEYS)
        self._count = 0
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._press)
        self._timer.start(_REST_MS)

    def _press(self) -> None:
        key = next(self._keys, None)
        if key is None:
            self.done = self._window.tasks.idle
            if not self.done:
                self._timer.start(_KEY_MS)
            return
        QTest.keyClicks(self._panel.text, key)
        self._count += 1
        self._timer.start(_KEY_MS if self._count % 10 else _REST_MS)


def gap_s(folder: Path, lines: int = LINES) -> float:
    """The longest time that the window was away while one typed."""
    project = folder / "demo.kgproject"
    bootstrap.create_demo(project)
    with shown(folder) as (window, watch):
        window.open(project)
        watch.until(lambda: window.tabs is not None and window.tasks.idle)
        assert sparql_open.open_text(window, text(lines))
        assert window.tabs is not None
        panel = window.tabs.currentWidget()
        assert isinstance(panel, SparqlPanel)
        panel.take_focus()
        Watch().until(lambda: window.tasks.idle)
        panel.text.go_to(len(panel.text.text) - 3)
        typist = Typist(window, panel)
        watch.until(lambda: typist.done)
        return watch.gap_s


def main() -> int:
    """Measure and tell."""
    assert QApplication.instance() is None
    with tempfile.TemporaryDirectory(prefix="kgapp-editor-") as folder:
        os.environ["KGAPP_HOME"] = folder
        gap = 0.0
        for lines in (20, LINES):
            gap = gap_s(Path(tempfile.mkdtemp(dir=folder)), lines)
            sys.stdout.write(
                f"typing in {lines:,} lines: the longest gap is {gap * 1000:.0f} ms, bound {GAP_S * 1000:.0f} ms\n"
            )
    return 0 if gap <= GAP_S else 1


if __name__ == "__main__":
    sys.exit(main())
