"""Where a dossier tells of a thing, so that whatever names the thing can lead there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kgapp.domain.document import Line, Run, Style, Tone, Words
from kgapp.domain.shapes import with_subclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.ports import RecordReader
from kgapp.services.process_map import factors_of, steps_of
from kgapp.services.statements import Statements

NOT_HERE: Final = "not in this bundle"
"""What is said where something could stand: whether it exists is not known from a bundle."""
NOTHING: Final[Line] = (Run(NOT_HERE, Style.SECOND),)

MOST: Final = 2_000
"""Things that a chapter tells of; how many there are is said, and the graph of the bundle holds all."""

KNOW_HOW, GAPS, PROVISIONS, SOURCES, ATTRIBUTES = "know-how", "gaps", "provisions", "sources", "attributes"
CHAPTERS: Final = {
    ATTRIBUTES: (KG.QualityAttribute, KG.InProcessAttribute),
    KNOW_HOW: (KG.KnowHow,),
    GAPS: (KG.Gap,),
    PROVISIONS: (KG.Provision,),
    SOURCES: (KG.Document,),
}
"""The chapters that tell of all things of some classes, by their anchor."""


class Places:
    """What is recorded in the bundle, the files in it, and the anchor of each thing that the dossier tells of."""

    def __init__(self, reader: RecordReader, files: Iterable[str] = ()) -> None:
        self.reader = reader
        self.files = frozenset(files)
        self.known = Statements(reader)
        self.processes = tuple(sorted(reader.instances((KG.GeneralProcess,)), key=self._by_name))
        self.steps = self._steps()
        self.chapters = {name: self._chapter(kinds) for name, kinds in CHAPTERS.items()}
        self._anchors = {step: f"step-{number}" for number, step in enumerate(self.steps, 1)}
        for name, things in self.chapters.items():
            for number, thing in enumerate(things[:MOST], 1):
                self._anchors.setdefault(thing, f"{name}-{number}")
        for step in self.steps:
            for factor in factors_of(self.known, step):
                self._anchors.setdefault(factor, f"{self._anchors[step]}-{len(self._anchors)}")

    def anchor(self, thing: Iri) -> str:
        """The anchor of a thing, empty where nothing tells of it."""
        return self._anchors.get(thing, "")

    def link(self, thing: Iri) -> Run:
        """The name of a thing, leading to where it is told of."""
        return Run(self.known.name(thing), link=self.anchor(thing))

    def named(self, thing: Iri) -> Words:
        """A thing by name and id; that it is no longer used is said."""
        known = self.known
        lines: list[Line] = [(Run(known.name(thing), Style.STRONG),)]
        lines.append((Run(known.notation(thing), Style.SECOND),))
        if known.retired(thing):
            lines.append((Run("no longer used", Style.MARK, Tone.QUIET),))
        return Words(tuple(lines))

    def by_name(self, things: Iterable[Iri]) -> list[Iri]:
        """Things in the order of their names."""
        return sorted(things, key=self._by_name)

    def _by_name(self, thing: Iri) -> tuple[str, Iri]:
        return self.known.name(thing).casefold(), thing

    def _steps(self) -> tuple[Iri, ...]:
        """The steps of each process in order, then those of none."""
        found = dict.fromkeys(step for process in self.processes for step in steps_of(self.known, process))
        others = (one for one in self.by_name(self.reader.instances((KG.UnitOperation,))) if one not in found)
        return (*found, *others)

    def _chapter(self, kinds: tuple[Iri, ...]) -> list[Iri]:
        return sorted(self.reader.instances(with_subclasses(kinds)), key=lambda one: (self.known.notation(one), one))
