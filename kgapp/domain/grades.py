"""The two ordinal scales of impact: how far something reaches, and on what evidence."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG


class Grade(IntEnum):
    """Reach, strength and severity, weakest first: an order and nothing more; never added, multiplied or averaged."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def word(self) -> str:
        """The word people and programs read."""
        return self.name.lower()


class Evidence(IntEnum):
    """What a statement rests on, weakest first. ``RECORDED`` is a recorded fact: neutral, it weakens no path."""

    UNKNOWN = 0
    OPINION = 1
    OTHER_PRODUCT = 2
    MANUFACTURING_HISTORY = 3
    SMALL_SCALE = 4
    QUALIFIED_MODEL = 5
    AT_SCALE = 6
    RECORDED = 7

    @property
    def word(self) -> str:
        """The word programs read: the notation of the concept, or ``recorded``."""
        return _WORDS[self][0]

    @property
    def phrase(self) -> str:
        """The words people read."""
        return _WORDS[self][1]


_WORDS: Final = {
    Evidence.UNKNOWN: ("unknown", "unknown"),
    Evidence.OPINION: ("opinion", "opinion"),
    Evidence.OTHER_PRODUCT: ("otherProduct", "literature on another product"),
    Evidence.MANUFACTURING_HISTORY: ("manufacturingHistory", "manufacturing history"),
    Evidence.SMALL_SCALE: ("smallScale", "small-scale study"),
    Evidence.QUALIFIED_MODEL: ("qualifiedModel", "qualified scale-down model"),
    Evidence.AT_SCALE: ("atScale", "study at scale"),
    Evidence.RECORDED: ("recorded", "recorded facts"),
}

_GRADES: Final = {KG.none: Grade.NONE, KG.low: Grade.LOW, KG.medium: Grade.MEDIUM, KG.high: Grade.HIGH}
_LEVELS: Final = {
    KG.unknownEvidence: Evidence.UNKNOWN,
    KG.opinion: Evidence.OPINION,
    KG.otherProduct: Evidence.OTHER_PRODUCT,
    KG.manufacturingHistory: Evidence.MANUFACTURING_HISTORY,
    KG.smallScale: Evidence.SMALL_SCALE,
    KG.qualifiedModel: Evidence.QUALIFIED_MODEL,
    KG.atScaleStudy: Evidence.AT_SCALE,
}


def grade_of(concept: Iri | None) -> Grade | None:
    """The grade a concept stands for; ``None`` (unknown) for no concept and for any other."""
    return _GRADES.get(concept) if concept else None


def evidence_of(concept: Iri | None) -> Evidence:
    """The level a concept stands for; no concept, or any other, is unknown."""
    return _LEVELS.get(concept, Evidence.UNKNOWN) if concept else Evidence.UNKNOWN
