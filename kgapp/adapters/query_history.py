"""The queries that were run, as files of the user's: one folder a project, one file a run and one for its rows.

The folder may be read by this user alone: answers may hold what is confidential.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import threading
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from kgapp.domain.answers import Row
from kgapp.domain.errors import BadInput
from kgapp.domain.sparql_text import Form
from kgapp.services import whole_files
from kgapp.services.asking.history import (
    DAMAGED,
    MOST_CHARACTERS,
    MOST_KEPT,
    MOST_RUNS,
    NO_ANSWER,
    TOO_LARGE,
    TOO_OLD,
    Outcome,
    Past,
    Run,
)

_FORMAT: Final = "kgapp-query-run/1"
_MOST_BYTES: Final = 64_000_000
"""A file that unfolds to more was not written by kgapp: it is not read."""


class QueryHistory:
    """Runs below a folder, which is made when the first one is kept; implements the port ``RunStore``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()

    def add(self, project: str, run: Run, rows: tuple[Row, ...]) -> Past:
        """Keep a run. Raises ``BadInput``."""
        if len(run.text) > MOST_CHARACTERS:
            raise BadInput("The query is too long to be kept in the history.")
        folder = self._of(project)
        not_kept, content = _packed(run, rows)
        with self._lock:
            number = max((_number(path) for path in folder.glob("*.run")), default=0) + 1
            try:
                folder.mkdir(parents=True, exist_ok=True)
                folder.chmod(0o700)
                if not not_kept:
                    whole_files.write(folder / f"{number:08}.rows", content)
                whole_files.write(folder / f"{number:08}.run", _text(run, not_kept))
                _prune(folder)
            except OSError as error:
                raise BadInput(
                    f"The query cannot be kept in the history: {error.strerror or error}.",
                    hint=f"The folder is {folder}.",
                ) from error
        return Past(number, run, not_kept)

    def past(self, project: str) -> tuple[Past, ...]:
        """The runs, newest first."""
        with self._lock:
            paths = sorted(self._of(project).glob("*.run"), reverse=True)
            found = [_read(path) for path in paths]
        return tuple(past for past in found if past is not None)

    def rows(self, project: str, number: int) -> tuple[Row, ...] | None:
        """The kept rows of a run."""
        path = self._of(project) / f"{number:08}.rows"
        try:
            with gzip.open(path) as file:
                read = json.loads(file.read(_MOST_BYTES))
        except (OSError, EOFError, ValueError, RecursionError):
            return None
        return tuple(tuple(row) for row in read) if _are_rows(read) else None

    def forget(self, project: str, number: int) -> None:
        """Delete a run and its rows."""
        for end in ("rows", "run"):
            (self._of(project) / f"{number:08}.{end}").unlink(missing_ok=True)

    def _of(self, project: str) -> Path:
        return self._folder / hashlib.sha256(project.encode()).hexdigest()[:32]


def _packed(run: Run, rows: tuple[Row, ...]) -> tuple[str, bytes]:
    """Why the rows are not kept, or nothing and the rows."""
    if run.outcome is not Outcome.ANSWERED:
        return NO_ANSWER, b""
    if sum(len(cell or "") + 4 for row in rows for cell in row) > MOST_CHARACTERS:
        return TOO_LARGE, b""
    return "", gzip.compress(json.dumps(rows, ensure_ascii=False).encode(), mtime=0)


def _text(run: Run, not_kept: str) -> bytes:
    told = {
        "format": _FORMAT,
        "text": run.text,
        "at": run.at.isoformat(),
        "outcome": run.outcome.value,
        "form": run.form.value,
        "columns": run.columns,
        "rows": run.rows,
        "more": run.more,
        "seconds": round(run.seconds, 6),
        "seq": run.seq,
        "revision_hash": run.revision_hash,
        "endpoint": run.endpoint,
        "problem": run.problem,
        "inferred": run.inferred,
        "not_kept": not_kept,
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode()


def _read(path: Path) -> Past | None:
    """The run of a file; ``None`` for anything that kgapp did not write whole."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        told = json.loads(path.read_text(encoding="utf-8"))
        if told["format"] != _FORMAT:
            return None
        run = _run(told)
        number = int(path.stem)
        not_kept = str(told["not_kept"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if not not_kept and not path.with_suffix(".rows").exists():
        not_kept = TOO_OLD if _later(path) >= MOST_KEPT else DAMAGED
    return Past(number, run, not_kept)


def _run(told: dict[str, Any]) -> Run:
    at = datetime.fromisoformat(told["at"])
    if at.tzinfo is None:
        raise ValueError("a time without a zone")
    return Run(
        text=str(told["text"]),
        at=at,
        outcome=Outcome(told["outcome"]),
        form=Form(told["form"]),
        columns=tuple(str(each) for each in told["columns"]),
        rows=int(told["rows"]),
        more=bool(told["more"]),
        seconds=float(told["seconds"]),
        seq=int(told["seq"]),
        revision_hash=str(told["revision_hash"]),
        endpoint=str(told["endpoint"]),
        problem=str(told["problem"]),
        inferred=bool(told.get("inferred")),
    )


def _later(path: Path) -> int:
    """How many newer answers have their rows."""
    return sum(_number(each) > _number(path) for each in path.parent.glob("*.rows"))


def _are_rows(read: object) -> bool:
    return isinstance(read, list) and all(
        isinstance(row, list) and all(cell is None or isinstance(cell, str) for cell in row) for row in read
    )


def _prune(folder: Path) -> None:
    """Only so many runs stay, and so many with their rows: the oldest go."""
    for path in sorted(folder.glob("*.rows"))[:-MOST_KEPT]:
        path.unlink(missing_ok=True)
    for path in sorted(folder.glob("*.run"))[:-MOST_RUNS]:
        path.unlink(missing_ok=True)


def _number(path: Path) -> int:
    return int(path.stem) if path.stem.isdigit() else 0
