"""What was asked before, with its answer: kept for this user on this computer, never in the project and never exported.

Only so many are kept: the oldest go first, and of large answers and of old ones only what they were, not their rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol

from kgapp.domain.answers import Row
from kgapp.domain.sparql_text import Form
from kgapp.services.ports import ProjectMeta

MOST_RUNS: Final = 200
"""Of one project or endpoint."""
MOST_KEPT: Final = 40
"""So many of the newest answers keep their rows."""
MOST_CHARACTERS: Final = 2_000_000
"""A longer answer is not kept, nor is a longer query."""

TOO_LARGE: Final = f"Its rows were not kept: they have more than {MOST_CHARACTERS:,} characters."
TOO_OLD: Final = f"Its rows are no longer kept: only those of the last {MOST_KEPT} answers are."
NO_ANSWER: Final = "It has no answer."
DAMAGED: Final = "Its rows were kept, but cannot be read."


class Outcome(StrEnum):
    """How a run ended."""

    ANSWERED = "answered"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a query. ``at`` is aware, in UTC; ``revision_hash`` is empty for an endpoint and an empty project.

    ``rows`` were read in ``seconds``; with ``more`` there were more than the limit of kgapp. ``problem`` is the sentence
    of a run that failed; ``inferred`` says that it was asked with what follows from the statements.
    """

    text: str
    at: datetime
    outcome: Outcome
    form: Form
    columns: tuple[str, ...] = ()
    rows: int = 0
    more: bool = False
    seconds: float = 0.0
    seq: int = 0
    revision_hash: str = ""
    endpoint: str = ""
    problem: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """A run in the history, by its number there; where its rows are not kept, ``not_kept`` says why."""

    number: int
    run: Run
    not_kept: str = ""

    @property
    def kept(self) -> bool:
        """Whether its rows are kept."""
        return not self.not_kept


@dataclass(frozen=True, slots=True)
class Kept:
    """A run and all rows that were read."""

    run: Run
    rows: tuple[Row, ...]


class RunStore(Protocol):
    """Keeps runs by project. Callable from any thread; one call at a time does its work."""

    def add(self, project: str, run: Run, rows: tuple[Row, ...]) -> Past:
        """Keep a run, whole or not at all. Raises ``BadInput`` when it is too large or the folder cannot be written."""
        ...

    def past(self, project: str) -> tuple[Past, ...]:
        """The runs, newest first; a file that is damaged is left out."""
        ...

    def rows(self, project: str, number: int) -> tuple[Row, ...] | None:
        """The kept rows of a run; ``None`` when there are none that can be read."""
        ...

    def forget(self, project: str, number: int) -> None:
        """Delete a run and its rows; harmless when it is gone."""
        ...


class History:
    """The runs of one project or endpoint."""

    def __init__(self, store: RunStore, meta: ProjectMeta) -> None:
        self._store = store
        self._project = meta.endpoint or meta.project_id

    def add(self, run: Run, rows: tuple[Row, ...] = ()) -> Past:
        """Keep a run that ended, and the rows that were read. Raises ``BadInput``."""
        return self._store.add(self._project, run, rows)

    def past(self) -> tuple[Past, ...]:
        """What was asked, newest first."""
        return self._store.past(self._project)

    def kept(self, past: Past) -> Kept | None:
        """A run with its rows; ``None`` where they are not kept or can no longer be read."""
        rows = self._store.rows(self._project, past.number) if past.kept else None
        return None if rows is None else Kept(past.run, rows)

    def earlier(self, text: str, *, than: int | None = None, inferred: bool = False) -> Past | None:
        """The newest answer of the same query, asked in the same way, whose rows are kept; from before a run if one is named."""
        for past in self.past():
            run = past.run
            same = run.text.strip() == text.strip() and run.inferred == inferred and run.outcome is Outcome.ANSWERED
            if same and past.kept and (than is None or past.number < than):
                return past
        return None

    def forget(self, past: Past) -> None:
        """Delete one."""
        self._store.forget(self._project, past.number)

    def clear(self) -> None:
        """Delete all."""
        for past in self.past():
            self._store.forget(self._project, past.number)
