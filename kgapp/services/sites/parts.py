"""What makes up one thing at two sites, told part by part: a grade and a status, a version and an instrument."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kgapp.domain.sites import Measured, State, judge
from kgapp.services.sites.pair import Pair


@dataclass(frozen=True, slots=True)
class Part:
    """One respect, in words; empty where nothing is recorded. ``optional`` parts may be absent at both sites.

    ``agrees`` says that other words mean the same here, such as two bases that a study bridges.
    """

    name: str
    sending: str
    receiving: str
    optional: bool = False
    agrees: bool = False

    @property
    def state(self) -> State | None:
        """How the part stands; ``None`` when there is nothing to say of it."""
        if self.agrees:
            return State.SAME
        if self.optional and not self.sending and not self.receiving:
            return None
        return judge(Measured(self.sending or None), Measured(self.receiving or None)).state


def together(pair: Pair, parts: Iterable[Part]) -> tuple[State, str]:
    """The state of the whole, and one sentence: what differs, then what nobody recorded."""
    judged = [(part, part.state) for part in parts]
    differing = [part for part, state in judged if state is State.DIFFERS]
    unknown = [part for part, state in judged if state is State.UNKNOWN]
    said = [f"Other {part.name}: {part.sending} → {part.receiving}." for part in differing]
    if unknown:
        said.append(_not_recorded(pair, unknown))
    if differing:
        return State.DIFFERS, " ".join(said)
    if unknown:
        return State.UNKNOWN, " ".join(said)
    return State.SAME, f"The same: {', '.join(part.name for part, state in judged if state)}."


def _not_recorded(pair: Pair, parts: Iterable[Part]) -> str:
    places: dict[str, list[str]] = {}
    for part in parts:
        if not part.sending and not part.receiving:
            where = "either site"
        else:
            where = pair.receiving.name if part.sending else pair.sending.name
        places.setdefault(where, []).append(part.name)
    told = (f"{where}: {', '.join(names)}" for where, names in places.items())
    return f"Not recorded at {'; at '.join(told)}."
