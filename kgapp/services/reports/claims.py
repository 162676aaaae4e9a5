"""The trace of an impact report: each link of a path is a claim with a number, and with the statements it was read from."""

from __future__ import annotations

from collections.abc import Iterable

from kgapp.domain.document import Entry, Line, Run, Style
from kgapp.domain.impact import Step
from kgapp.domain.terms import nquad


class Claims:
    """Claims, numbered in the order in which they are told for the first time; ``entries`` are those told so far."""

    def __init__(self) -> None:
        self._steps: dict[str, Step] = {}
        self._numbers: dict[str, int] = {}

    def told(self, step: Step) -> Line:
        """The sentence of a claim, and its number in the trace."""
        number = self._number(step)
        return Run(f"{step.sentence}\N{NO-BREAK SPACE}"), Run(f"[{number}]", Style.SECOND, link=_anchor(number))

    def path(self, steps: Iterable[Step]) -> tuple[Line, ...]:
        """A path, a line for each link."""
        return tuple(map(self.told, steps))

    def numbers(self, steps: Iterable[Step]) -> str:
        """The numbers of a path's claims."""
        return ", ".join(str(self._number(step)) for step in steps)

    def entries(self) -> tuple[Entry, ...]:
        """Every claim with its statements as N-Quads."""
        return tuple(
            Entry(number, step.sentence, tuple(nquad(quad) for quad in step.quads), _anchor(number))
            for number, step in enumerate(self._steps.values(), 1)
        )

    def _number(self, step: Step) -> int:
        self._steps.setdefault(step.id, step)
        return self._numbers.setdefault(step.id, len(self._steps))


def _anchor(number: int) -> str:
    return f"claim-{number}"
