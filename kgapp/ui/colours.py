"""The palettes: light and dark after ``look``, and one of high contrast with thicker edges.

A test reads ``written``: every ink has a contrast of 4.5 to each ground it is written on, 7 in high contrast. Tones stay
apart for the commonest kinds of colour blindness; beside a tone there is always a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kgapp.ui.tones import Tone


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette; pairs are ink and ground. ``edge`` and ``focus`` are widths of lines at 100 %."""

    accent: str
    accent_ground: str
    on_accent: str
    ink: str
    second: str
    third: str
    page: str
    panel: str
    line: str
    faint_line: str
    difference: str
    high: tuple[str, str]
    medium: tuple[str, str]
    low: tuple[str, str]
    unknown: tuple[str, str]
    plain: tuple[str, str]
    edge: int = 1
    focus: int = 2

    def tone(self, tone: Tone) -> tuple[str, str]:
        """Ink and ground of a tone."""
        return {
            Tone.HIGH: self.high,
            Tone.MEDIUM: self.medium,
            Tone.LOW: self.low,
            Tone.UNKNOWN: self.unknown,
            Tone.PLAIN: self.plain,
        }[tone]

    def written(self) -> Iterator[tuple[str, str]]:
        """Every pair of ink and ground that text is written in."""
        for ground in (self.page, self.panel, self.faint_line, self.accent_ground):
            yield from ((ink, ground) for ink in (self.ink, self.second, self.third, self.accent))
        yield self.on_accent, self.accent
        for tone in Tone:
            ink, ground = self.tone(tone)
            yield from ((ink, each) for each in (ground, self.panel, self.page))


LIGHT: Final = Colours(
    accent="#2457D6",
    accent_ground="#E2EAFD",
    on_accent="#FFFFFF",
    ink="#1B2330",
    second="#566070",
    third="#5F6978",
    page="#F4F5F7",
    panel="#FFFFFF",
    line="#DFE2E8",
    faint_line="#EDEFF3",
    difference="#D98A00",
    high=("#B4232A", "#FBE9E9"),
    medium=("#A15600", "#FDF1DF"),
    low=("#2F6F4F", "#E6F3EB"),
    unknown=("#5B4B8A", "#EEEAF7"),
    plain=("#566070", "#EDEFF3"),
)

DARK: Final = Colours(
    accent="#7FA5FF",
    accent_ground="#25345F",
    on_accent="#14171C",
    ink="#E8EBF0",
    second="#A8B0BE",
    third="#9AA3B2",
    page="#14171C",
    panel="#1C2026",
    line="#323843",
    faint_line="#282D36",
    difference="#F2B35C",
    high=("#FF8B86", "#43211F"),
    medium=("#F2B35C", "#3D2C12"),
    low=("#7CCB9C", "#1C3628"),
    unknown=("#BBA8F0", "#2E2747"),
    plain=("#A8B0BE", "#2A303A"),
)

CONTRAST: Final = Colours(
    accent="#FFE04D",
    accent_ground="#333300",
    on_accent="#000000",
    ink="#FFFFFF",
    second="#F2F2F2",
    third="#DADADA",
    page="#000000",
    panel="#000000",
    line="#FFFFFF",
    faint_line="#3A3A3A",
    difference="#FFB300",
    high=("#FF8F88", "#300504"),
    medium=("#FFC961", "#332200"),
    low=("#8CF0B4", "#00301A"),
    unknown=("#CFC0FF", "#241A4D"),
    plain=("#F2F2F2", "#2B2B2B"),
    edge=2,
    focus=3,
)
