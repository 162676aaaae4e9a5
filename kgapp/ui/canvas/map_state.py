"""What the user chose to see of the process map: one frozen value, so that it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kgapp.domain.terms import Iri
from kgapp.services.process_board import ProcessMap
from kgapp.services.process_differences import compared, only_differing
from kgapp.ui.canvas.map_level import Level
from kgapp.ui.models.process_parts import Key, Part
from kgapp.ui.words import tr


@dataclass(frozen=True, slots=True)
class MapState:
    """Level, reference lane (``None``: the first), filter, what is folded, and whether the tree is shown."""

    level: Level = Level.STEP
    reference: Iri | None = None
    only_differing: bool = False
    folded_steps: frozenset[Iri] = frozenset()
    folded_sites: frozenset[Iri] = frozenset()
    tree: bool = False

    def folded(self, key: Key) -> bool:
        """Whether a step or a site is folded."""
        return key.thing in (self.folded_steps if key.part is Part.COLUMN else self.folded_sites)

    def fold(self, key: Key) -> MapState:
        """With a step or a site folded, or open again."""
        if key.part is Part.COLUMN:
            return replace(self, folded_steps=self.folded_steps ^ {key.thing})
        return replace(self, folded_sites=self.folded_sites ^ {key.thing})

    def prepared(self, board: ProcessMap) -> ProcessMap:
        """The map as it is to be shown: compared with the reference, and filtered."""
        seen = compared(board, self.reference)
        return only_differing(seen) if self.only_differing else seen


def level_name(level: Level) -> str:
    """A level as the window names it."""
    return {
        Level.OVERVIEW: tr("Overview"),
        Level.STEP: tr("Steps"),
        Level.PARAMETER: tr("Parameters"),
    }[level]
