"""The trace of an impact report: each link of a path is a claim with a number, and with the statements it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kgapp.domain.document import Entry, Line, Run, Style
from kgapp.domain.impact import ImpactReport, Step
from kgapp.domain.terms import nquad


class Claims:
    """The claims of a report, numbered in the order in which they are told."""

    def __init__(self, report: ImpactReport) -> None:
        steps = (step for item in report.items for step in (*item.path, *item.decided_by))
        self._steps: Mapping[str, Step] = {step.id: step for step in steps}
        self._numbers = {key: number for number, key in enumerate(self._steps, 1)}

    def told(self, step: Step) -> Line:
        """The sentence of a claim, and its number in the trace."""
        number = self._numbers[step.id]
        return Run(step.sentence), Run(f" [{number}]", Style.SECOND, link=_anchor(number))

    def path(self, steps: Iterable[Step]) -> tuple[Line, ...]:
        """A path, a line for each link."""
        return tuple(map(self.told, steps))

    def numbers(self, steps: Iterable[Step]) -> str:
        """The numbers of a path's claims."""
        return ", ".join(str(self._numbers[step.id]) for step in steps)

    def entries(self) -> tuple[Entry, ...]:
        """Every claim with its statements as N-Quads."""
        return tuple(
            Entry(number, step.sentence, tuple(nquad(quad) for quad in step.quads), _anchor(number))
            for number, step in enumerate(self._steps.values(), 1)
        )


def _anchor(number: int) -> str:
    return f"claim-{number}"
