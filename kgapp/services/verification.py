"""What a check of a project file found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a project file that is not as it was written. ``place`` names the revision, or the table and row."""

    place: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of a check: whole and unaltered when there are no problems.

    ``head`` is the hash of the newest revision; ``graph_hash`` is empty where the graph could not be read.
    """

    revisions: int
    quads: int
    head: str
    graph_hash: str
    problems: tuple[Problem, ...]
