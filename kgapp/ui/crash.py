"""What happens when kgapp makes an error that nobody foresaw: a report in a file, a word to the user, and on we go.

A report holds the version, the system, where in the program it happened and what was done last; no texts of errors and
nothing of the graph, because these can hold what is in a project. Errors that follow while the user is being told go into the
same report; the same error is told once. What kills the process outright leaves a trace that the next start finds.
"""

from __future__ import annotations

import faulthandler
import itertools
import os
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Final

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from kgapp.ui import about_text

_KEPT_ACTIONS: Final = 30
_MOST_REPORTS: Final = 50
_TRACE: Final = "trace-"
_ROOT: Final = Path(__file__).resolve().parent.parent.parent
_SAME: Final = 3
"""Frames at the end of a trace that make two errors the same."""

_ACTIONS: deque[str] = deque(maxlen=_KEPT_ACTIONS)


@dataclass(frozen=True, slots=True)
class Report:
    """A crash that was written down. ``path`` is ``None`` where nothing could be written; ``text`` is the report."""

    path: Path | None
    text: str


def note(action: str) -> None:
    """Remember what was done, by the id of an action or the kind of a place; never by what is in a project."""
    _ACTIONS.append(f"{datetime.now(UTC):%H:%M:%S} {action}")


class Crashes(QObject):
    """Listens for what nobody caught. ``told`` is called on the GUI thread with each report to be shown."""

    _happened = Signal(object)

    def __init__(self, folder: Path, told: Callable[[Report], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._told = folder, told
        self._seen: set[str] = set()
        self._busy = False
        self._trace: IO[str] | None = None
        self._trace_path = folder / f"{_TRACE}{os.getpid()}.txt"
        self._before = sys.excepthook, threading.excepthook
        self._before_qt: Callable[..., object] | None = None
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """From now on, until ``stop``."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._in_thread
        self._before_qt = qInstallMessageHandler(self.message_handler)
        with suppress(OSError):  # a folder that cannot be written: then without a trace of hard crashes
            self._folder.mkdir(parents=True, exist_ok=True)
            self._trace = self._trace_path.open("w", encoding="utf-8")
            faulthandler.enable(self._trace)

    def stop(self) -> None:
        """Give everything back; a tidy end leaves no trace."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(self._before_qt)
        if self._trace is not None:
            faulthandler.disable()
            self._trace.close()
            self._trace = None
            self._trace_path.unlink(missing_ok=True)

    def told_enough(self) -> None:
        """The user has read the last report."""
        self._busy = False

    def left_behind(self) -> Report | None:
        """A hard crash of an earlier run, as a report; its trace is used up."""
        found: Report | None = None
        for trace in sorted(self._folder.glob(f"{_TRACE}*.txt")):
            number = trace.stem.removeprefix(_TRACE)
            if trace == self._trace_path or (number.isdigit() and _runs(int(number))):
                continue
            with suppress(OSError):
                text = trace.read_text(encoding="utf-8", errors="replace")
                trace.unlink()
                if text.strip():
                    found = self._write(_page("It ended all at once, in an earlier run", _plain_paths(text)))
        return found

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        self._before[0](kind, error, trace)  # the terminal shows it as ever
        self._happened.emit(error)

    def _in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._uncaught(told.exc_type, told.exc_value, told.exc_traceback)

    def message_handler(self, kind: QtMsgType, _where: QMessageLogContext | None, message: str) -> None:
        """What Qt says goes to the terminal as ever; its last words are written down."""
        sys.stderr.write(f"{message}\n")
        if kind is QtMsgType.QtFatalMsg:  # the process ends right after this
            self._write(_page("Qt could not go on", "".join(traceback.format_list(_frames(traceback.extract_stack())))))

    def _tell(self, error: BaseException) -> None:
        text = of_error(error)
        same = _signature(error)
        report = self._write(_page(type(error).__name__, text))
        if self._busy or same in self._seen:
            return
        self._seen.add(same)
        self._busy = True
        self._told(report)

    def _write(self, text: str) -> Report:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _prune(self._folder)
            path = _free(self._folder / f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S}.txt")
            path.write_text(text, encoding="utf-8")
        except OSError:
            return Report(None, text)
        return Report(path, text)


def of_error(error: BaseException) -> str:
    """Where an error happened, and what led to it: places and kinds, no texts."""
    lines: list[str] = []
    now: BaseException | None = error
    seen: set[int] = set()
    while now is not None and id(now) not in seen:
        seen.add(id(now))
        lines += traceback.format_list(_frames(traceback.extract_tb(now.__traceback__)))
        lines.append(f"{type(now).__module__}.{type(now).__qualname__} (its text is left out)\n")
        now = now.__cause__ or now.__context__
        if now is not None:
            lines.append("because of\n")
    return "".join(lines)


def _page(title: str, text: str) -> str:
    done = "\n".join(_ACTIONS) or "nothing"
    when = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"
    head = f"kgapp {about_text.version()}\n{about_text.surroundings()}\n{when}\n"
    return f"{head}\n{title}\n\n{text}\nLast actions\n{done}\n"


def _frames(stack: traceback.StackSummary) -> list[traceback.FrameSummary]:
    """Frames with paths inside the program or the library, so that no name of a person's folder is told."""
    return [
        traceback.FrameSummary(_short(each.filename), each.lineno, each.name, lookup_line=False, line=each.line)
        for each in stack
    ]


def _short(path: str) -> str:
    whole = Path(path)
    if whole.is_relative_to(_ROOT):
        return whole.relative_to(_ROOT).as_posix()
    parts = whole.parts
    start = next((at + 1 for at, part in enumerate(parts) if part in ("site-packages", "dist-packages")), -2)
    return "/".join(parts[start:])


def _plain_paths(text: str) -> str:
    """The trace of a hard crash with its paths made short."""
    lines = []
    for line in text.splitlines():
        before, quote, rest = line.partition('File "')
        path, end, after = rest.partition('"')
        lines.append(f"{before}{quote}{_short(path)}{end}{after}" if quote else line)
    return "\n".join(lines) + "\n"


def _signature(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-_SAME:]
    return "|".join([type(error).__name__, *(f"{each.filename}:{each.lineno}" for each in frames)])


def _free(path: Path) -> Path:
    names = itertools.chain([path], (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in itertools.count(2)))
    return next(each for each in names if not each.exists())


def _prune(folder: Path) -> None:
    """Old reports go, so that an error in a loop does not fill the disk."""
    for old in sorted(folder.glob("crash-*.txt"))[: -_MOST_REPORTS + 1]:
        old.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    """Whether a process of this number is alive."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
