"""Bundles as values: to whom what goes, what a bundle says about itself, and in which state one arrived."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from kgapp.domain.keys import SignedCard
from kgapp.domain.terms import Iri

FORMAT: Final = "kgapp-bundle/1"
SUFFIX: Final = ".kgbundle"
MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.sig"
GRAPH: Final = "graph.nq"
VALIDATION: Final = "validation.json"
HISTORY: Final = "history.json"
ITEMS: Final = "items.json"

MOST_FILES: Final = 10_000
MOST_CONTENT: Final = 2 * 1024**3 - 1
"""Bytes of all files of a bundle together, and of the bundle itself: what needs no zip64."""

_PATHS: Final = re.compile(
    r"(graph\.nq|validation\.json|history\.json|items\.json|shapes\.ttl|report\.html|tables\.xlsx|ro-crate-metadata\.json"
    r"|(ontology|questions)/[a-z0-9][a-z0-9_-]{0,60}\.ttl|attachments/[0-9a-f]{64})\Z"
)


class Level(StrEnum):
    """Who may see something, from everybody to the company; what is personal is in no bundle, so it is no level."""

    PUBLIC = "public"
    PARTNER = "partner"
    INTERNAL = "internal"


class State(StrEnum):
    """How far a bundle that came in can be trusted."""

    VERIFIED = "verified"
    NEW_KEY = "new key"
    DIFFERENT_KEY = "different key"
    EXPIRED = "expired key"
    REVOKED = "revoked key"
    UNSIGNED = "unsigned"
    ALTERED = "altered"
    NOT_UNDERSTOOD = "not understood"


class Standing(StrEnum):
    """How a bundle stands to its receiver and to those received before."""

    NOT_FOR_YOU = "not for you"
    OLDER = "older than the last"
    OTHER_CONTENT = "same number, other content"
    GAP = "gap"
    AGAIN = "received before"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who a bundle is for. ``key`` is the id of the receiver's key, or empty when it is not known."""

    organization: str
    name: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a project goes into bundles. The recipient sees the name and all choices.

    Without ``parts`` everything that may be seen goes; with them, those things and what belongs to them or is named by them.
    ``graphs`` go beside the main graph and those that are marked for the recipient.
    """

    name: str
    levels: frozenset[Level] = frozenset((Level.PUBLIC, Level.PARTNER))
    parts: tuple[Iri, ...] = ()
    people: bool = False
    history: bool = False
    attachments: bool = False
    notes: bool = False
    graphs: tuple[Iri, ...] = ()
    audience: Audience | None = None


@dataclass(frozen=True, slots=True)
class BundledFile:
    """A file of a bundle: its path, SHA-256 in hex, and size in bytes."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says about itself; signed. ``sequence`` counts the bundles of a project to one recipient from 1.

    ``previous`` is the SHA-256 of the manifest of the bundle before, empty for the first; ``answers`` that of the receiver's
    bundle to which this is the answer, empty for none.
    """

    project: str
    base: Iri
    sequence: int
    previous: str
    sent: datetime
    sender: SignedCard
    audience: Audience
    purpose: str
    profile: Profile
    statements: int
    graph_sha256: str
    files: tuple[BundledFile, ...]
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Stood:
    """A standing with its sentence."""

    standing: Standing
    sentence: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of a bundle found. ``manifest`` is ``None`` where it cannot be believed; ``digest`` is its SHA-256."""

    state: State
    sentence: str
    hint: str = ""
    manifest: Manifest | None = None
    digest: str = ""
    standings: tuple[Stood, ...] = ()


def known_path(path: str) -> bool:
    """Whether a bundle may hold a file of this path, besides manifest and signature."""
    return _PATHS.match(path) is not None
