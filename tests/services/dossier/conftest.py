"""Bundles of a few statements, and what a dossier says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from kgapp.domain.bundle import Audience, BundledFile, Manifest, Profile
from kgapp.domain.document import Facts, Heading, Note, Paragraph, Run, Table, Words, line_text, text_of
from kgapp.domain.dossier import Chapter, Dossier
from kgapp.domain.keys import KeyCard, SignedCard
from kgapp.domain.terms import Iri, Literal, Quad, Term, nquad, parse
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, PREFIXES, PROV, RDF, RDFS, SKOS, UNITS
from kgapp.services.bundles.bundled import Bundled
from kgapp.services.dossier import making

BASE = Iri("https://e.org/p/")
MAIN = Iri(f"{BASE}graph/main")
SENT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
CARD = KeyCard("Ann", "Innovator", b"\x01" * 32, SENT, SENT.replace(year=2028))
SAID = Manifest(
    "11111111-2222-3333-4444-555555555555",
    BASE,
    2,
    "b" * 64,
    SENT,
    SignedCard(CARD, b""),
    Audience("Leiden CDMO", "Bob"),
    "For the engineering runs",
    Profile("partner", parts=(Iri(f"{BASE}S1"),), people=True),
    1,
    "a" * 64,
    (BundledFile("graph.nq", "a" * 64, 1_234), BundledFile("tables.xlsx", "c" * 64, 5)),
)
_PROPERTIES = {"a": RDF.type, "label": RDFS.label, "notation": SKOS.notation, "from": PROV.wasDerivedFrom}


def quads(text: str) -> Iterator[Quad]:
    """Statements, one a line: ``P1 a ProcessParameter``, ``P1 atSite BOS``, ``P1 label "MOI"``."""
    for line in filter(None, map(str.strip, text.splitlines())):
        subject, predicate, value = line.split(maxsplit=2)
        path = _PROPERTIES.get(predicate) or Iri(PREFIXES["kg"] + predicate)
        yield Quad(Iri(BASE + subject), path, _value(value), MAIN)


def _value(word: str) -> Term:
    if word.startswith('"'):
        found = parse(word)
        assert isinstance(found, Literal)
        return found
    known = Iri(PREFIXES["kg"] + word)
    if known in CLASSES or known in CONCEPTS or known in UNITS:
        return known
    unit = Iri(PREFIXES["unit"] + word)
    return unit if unit in UNITS else Iri(BASE + word)


def bundled(text: str, said: Manifest = SAID) -> Bundled:
    """What a bundle of these statements holds."""
    return Bundled(said, ["".join(f"{nquad(each)}\n" for each in quads(text)).encode()])


@dataclass(frozen=True, slots=True)
class Read:
    """A dossier as somebody reads it."""

    dossier: Dossier

    def chapter(self, name: str) -> Chapter:
        return next(each for each in self.dossier.chapters if each.section.anchor == name)

    def lines(self, name: str) -> list[str]:
        """What the blocks of a chapter say: a row of a table is one line."""
        found: list[str] = []
        for block in self.chapter(name).section.blocks:
            match block:
                case Heading():
                    found.append(block.text)
                case Paragraph() | Note():
                    found.append(line_text(block.runs))
                case Facts():
                    found += [f"{key}: {text_of(words)}" for key, words in block.rows]
                case Table():
                    found += [
                        " | ".join(text_of(cell).replace("\n", " / ") for cell in row.cells) for row in block.rows
                    ]
                    found += [block.hint] if block.hint else []
                case _:
                    pass
        return found

    def links(self) -> set[str]:
        """The anchors that anything leads to."""
        return {run.link for run in self._runs() if run.link}

    def anchors(self) -> list[str]:
        """The anchors that there are."""
        blocks = [block for chapter in self.dossier.chapters for block in chapter.section.blocks]
        found = [chapter.section.anchor for chapter in self.dossier.chapters]
        found += [block.anchor for block in blocks if isinstance(block, Heading) and block.anchor]
        return found + [row.anchor for block in blocks if isinstance(block, Table) for row in block.rows if row.anchor]

    def _runs(self) -> Iterator[Run]:
        for chapter in self.dossier.chapters:
            for block in chapter.section.blocks:
                if isinstance(block, Table):
                    cells = (cell for row in block.rows for cell in row.cells)
                elif isinstance(block, Facts):
                    cells = iter(words for _, words in block.rows)
                else:
                    continue
                yield from (run for cell in cells if isinstance(cell, Words) for line in cell.lines for run in line)


@pytest.fixture
def read() -> Callable[..., Read]:
    """The dossier of statements; what the bundle says about itself may be altered."""

    def made(text: str, **altered: object) -> Read:
        said = replace(SAID, **altered)  # type: ignore[arg-type]  # fields of the manifest
        return Read(making.dossier(said, bundled(text, said)))

    return made
