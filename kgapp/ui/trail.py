"""Where the user has been: back and forward."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Trail:
    """Places in the order of visiting and where we are among them; a new visit drops what was ahead."""

    places: tuple[str, ...] = ()
    at: int = -1

    @property
    def here(self) -> str:
        """The place we are at; empty at the start."""
        return self.places[self.at] if self.places else ""

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self.at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after this one."""
        return self.at < len(self.places) - 1

    def visit(self, place: str) -> Trail:
        """Go to a place; staying where we are adds nothing."""
        if place == self.here:
            return self
        places = (*self.places[: self.at + 1], place)
        return Trail(places, len(places) - 1)

    def back(self) -> Trail:
        """One place back, if there is one."""
        return replace(self, at=self.at - 1) if self.can_go_back else self

    def forward(self) -> Trail:
        """One place forward, if there is one."""
        return replace(self, at=self.at + 1) if self.can_go_forward else self
