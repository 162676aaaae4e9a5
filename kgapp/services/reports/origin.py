"""What every report says of itself: from which project, when and by whom, and what it is not used for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from kgapp.domain.document import Origin
from kgapp.domain.history import Author

SUPPORTS: Final = "This report supports a decision and is no record of one: that stays in the company's quality system."
INVENTED: Final = "An invented entry of a demo says so in its name."
NOT_RECORDED: Final = "not recorded"


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asked for a report, when, and of which project (the name of its file); ``graph`` is the hash of its graph."""

    project: str
    by: Author
    at: datetime
    graph: str = ""

    def origin(self, *hashes: tuple[str, str]) -> Origin:
        """What a document was made of: these digests and that of the graph; an empty one is left out."""
        named = dict(hashes)
        named.setdefault("Graph", self.graph)
        return Origin(
            self.project,
            self.at,
            self.by.name,
            self.by.identity,
            tuple((name, one) for name, one in named.items() if one),
        )
