"""Asks a SPARQL source in batches and makes sure that no answer was cut.

A source that may cut answers (a remote endpoint) is asked for the number of rows in the same request; a cut answer is
split until it is complete, and what cannot be completed raises ``IncompleteAnswer``: a cut answer would read as
"no impact".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kgapp.domain.answers import Row
from kgapp.domain.errors import IncompleteAnswer
from kgapp.domain.terms import Iri, sparql
from kgapp.domain.vocabulary import PREFIXES
from kgapp.services.ports import SparqlSource

BATCH: Final = 200
"""The most IRIs in one ``VALUES`` block."""

_COUNT: Final = "#rows"
_PREFIX: Final = f"PREFIX kg: <{PREFIXES['kg']}> "


@dataclass(frozen=True, slots=True)
class Branch:
    """A graph pattern about ``?a``, whose values are ``about``; without any it stands as it is.

    The values come first in the pattern, or where it says ``%about%``.
    """

    pattern: str
    about: tuple[Iri, ...] = ()

    @property
    def text(self) -> str:
        """The pattern with its own ``VALUES``: outside a UNION it would be joined last."""
        if not self.about:
            return f"{{ {self.pattern} }}"
        values = f"VALUES ?a {{ {' '.join(map(_written, self.about))} }}"
        if "%about%" in self.pattern:
            return f"{{ {self.pattern.replace('%about%', values)} }}"
        return f"{{ {values} {self.pattern} }}"

    def halves(self) -> tuple[Branch, ...]:
        """The same pattern about half as many each; empty when it cannot be split."""
        if len(self.about) < 2:
            return ()
        middle = len(self.about) // 2
        return Branch(self.pattern, self.about[:middle]), Branch(self.pattern, self.about[middle:])


_written = lru_cache(maxsize=50_000)(sparql)
"""An IRI as checked SPARQL text: the same ones are asked about hop after hop."""


class Asking:
    """Counts its requests. ``may_cut`` says that the source does not promise complete answers."""

    def __init__(self, source: SparqlSource, *, may_cut: bool = False, timeout_s: float = 60.0) -> None:
        self.requests = 0
        self._source = source
        self._may_cut = may_cut
        self._timeout_s = timeout_s

    def rows(self, columns: Sequence[str], branches: Sequence[Branch]) -> Iterator[Row]:
        """The rows of all branches together, complete."""
        if not branches:
            return
        answered = self._answer(columns, branches)
        if answered is not None:
            yield from answered
            return
        for part in _split(branches):
            yield from self.rows(columns, part)

    def _answer(self, columns: Sequence[str], branches: Sequence[Branch]) -> tuple[Row, ...] | None:
        """The rows, or ``None`` when the answer was cut and can be split."""
        union = " UNION ".join(branch.text for branch in branches)
        names = " ".join(f"?{column}" for column in columns)
        self.requests += 1
        try:
            if not self._may_cut:
                return self._source.select(
                    f"{_PREFIX}SELECT {names} WHERE {{ {union} }}", timeout_s=self._timeout_s
                ).rows
            counting = f'{{ SELECT ("{_COUNT}" AS ?counted) (COUNT(*) AS ?number) WHERE {{ {union} }} }}'
            text = f"{_PREFIX}SELECT {names} ?counted ?number WHERE {{ {union} UNION {counting} }}"
            rows = self._source.select(text, timeout_s=self._timeout_s).rows
        except IncompleteAnswer:
            if not _splits(branches):
                raise
            return None
        return self._checked(rows, branches)

    def _checked(self, rows: tuple[Row, ...], branches: Sequence[Branch]) -> tuple[Row, ...] | None:
        counts = [row[-1] for row in rows if row[-2] == f'"{_COUNT}"']
        if len(counts) == 1 and _figure(counts[0]) == len(rows) - 1:
            return tuple(row[:-2] for row in rows if row[-2] is None)
        if _splits(branches):
            return None
        raise IncompleteAnswer(
            "The endpoint cut an answer that cannot be made smaller, so the analysis would not be complete.",
            hint="Raise the endpoint's limit of rows, or work on a project file.",
        )


def batches(iris: Iterable[Iri]) -> Iterator[tuple[Iri, ...]]:
    """At most ``BATCH`` IRIs at a time, in the order given."""
    ordered = tuple(iris)
    for start in range(0, len(ordered), BATCH):
        yield ordered[start : start + BATCH]


def _splits(branches: Sequence[Branch]) -> bool:
    return len(branches) > 1 or bool(branches[0].halves())


def _split(branches: Sequence[Branch]) -> tuple[Sequence[Branch], Sequence[Branch]]:
    if len(branches) > 1:
        middle = len(branches) // 2
        return branches[:middle], branches[middle:]
    first, second = branches[0].halves()
    return (first,), (second,)


def _figure(cell: str | None) -> int:
    digits = (cell or "").partition("^^")[0].strip('"')
    return int(digits) if digits.isdigit() else -1
