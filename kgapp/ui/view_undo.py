"""What was done to a view - expanded, hidden, pinned, moved, filtered, zoomed, folded - as data that can be taken back.

A view keeps its whole state as one frozen value. Each operation makes a new value and says its name; taking it back
shows the value before. Nothing of this is a change of the project: that has its own undo, which is recorded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

S = TypeVar("S")

MOST: Final = 200
"""More steps than this, and the oldest is forgotten."""


@dataclass(frozen=True, slots=True)
class Named(Generic[S]):
    """A state of a view beside the present one, and the name of the operation between the two: ``Hide MOI``.

    ``joins`` tells operations that are one to the user while they follow each other, such as the turns of a wheel.
    """

    name: str
    state: S
    joins: str = ""


@dataclass(frozen=True, slots=True)
class ViewSteps(Generic[S]):
    """The present state of a view, what led to it (``past``, newest last) and what was taken back (``ahead``, next last)."""

    here: S
    past: tuple[Named[S], ...] = ()
    ahead: tuple[Named[S], ...] = ()

    @property
    def to_undo(self) -> str:
        """The name of the operation that would be taken back; empty when there is none."""
        return self.past[-1].name if self.past else ""

    @property
    def to_redo(self) -> str:
        """The name of the operation that would be done again; empty when there is none."""
        return self.ahead[-1].name if self.ahead else ""

    def did(self, name: str, state: S, joins: str = "") -> ViewSteps[S]:
        """After an operation that led to ``state``; what had been taken back is forgotten. No change is no step.

        With the same ``joins`` as the step before, both are taken back together.
        """
        if state == self.here:
            return self
        if joins and self.past and self.past[-1].joins == joins and not self.ahead:
            return replace(self, here=state, past=(*self.past[:-1], replace(self.past[-1], name=name)))
        return ViewSteps(state, (*self.past, Named(name, self.here, joins))[-MOST:])

    def shown(self, state: S) -> ViewSteps[S]:
        """The present state replaced without a step: for what the user did not do, such as data that came later."""
        return replace(self, here=state)

    def back(self) -> ViewSteps[S]:
        """Before the newest operation; the same when there is none."""
        if not self.past:
            return self
        last = self.past[-1]
        return ViewSteps(last.state, self.past[:-1], (*self.ahead, replace(last, state=self.here)))

    def forward(self) -> ViewSteps[S]:
        """After the operation that was taken back last; the same when there is none."""
        if not self.ahead:
            return self
        following = self.ahead[-1]
        return ViewSteps(following.state, (*self.past, replace(following, state=self.here)), self.ahead[:-1])
