"""A bundle's graph answers like a record that holds nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgapp.domain import bundle
from kgapp.domain.bundle import BundledFile
from kgapp.domain.terms import Iri, Literal, Quad, language_literal
from kgapp.domain.vocabulary import KG, RDF, RDFS, SKOS
from kgapp.services.bundles import building
from kgapp.services.bundles.building import Shipped
from kgapp.services.bundles.bundled import Bundled
from kgapp.services.bundles.containers import Entry
from kgapp.services.ports import Pattern
from tests.services.bundles.conftest import BASE, NOW, PARTNER, Record, User
from tests.services.bundles.conftest import manifest as manifest_of
from tests.services.bundles.pairs import MAIN

A, B, C = (Iri(f"{BASE}{each}") for each in "abc")
QUADS = (
    Quad(A, RDF.type, KG.Material, MAIN),
    Quad(A, RDFS.label, Literal("Ä\n“x”"), MAIN),
    Quad(A, KG.concerns, C, MAIN),
    Quad(B, KG.concerns, C, MAIN),
    Quad(B, KG.hasFactor, C, MAIN),
    Quad(B, SKOS.prefLabel, language_literal("Bé", "fr"), MAIN),
)


@pytest.fixture(scope="module")
def seen(ann: User) -> Bundled:
    record = Record([(NOW, frozenset(QUADS))])
    content = building.content(record.reader, PARTNER, Shipped(()), None)
    (graph,) = [each for each in content.entries if each.path == bundle.GRAPH]
    return Bundled(manifest_of(ann, content, PARTNER), graph.pieces)


def test_statements_are_found_by_any_of_their_parts(seen: Bundled) -> None:
    about = [quad for quad in QUADS if quad.subject == A]
    assert set(seen.quads(Pattern(A))) == set(about)
    assert list(seen.quads(Pattern(A, RDFS.label))) == [about[1]]
    assert {quad.subject for quad in seen.quads(Pattern(predicate=KG.concerns, object=C))} == {A, B}
    assert [quad.subject for quad in seen.quads(Pattern(object=Literal("Ä\n“x”")))] == [A]
    assert len(list(seen.quads(Pattern(graph=MAIN)))) == len(QUADS)
    assert len(list(seen.quads(Pattern(graph=MAIN), limit=2))) == 2
    assert not list(seen.quads(Pattern(Iri(f"{BASE}none"))))
    assert not list(seen.quads(Pattern(object=Iri(f"{BASE}none"))))
    assert len(list(seen.any_of((Pattern(A), Pattern(predicate=KG.concerns))))) == len(about) + 1


def test_names_kinds_and_uses_are_those_of_the_bundle(seen: Bundled) -> None:
    assert seen.labels((A, B, C)) == {A: "Ä\n“x”", B: "Bé"}
    assert set(seen.literals((A, C))) == {A}
    assert seen.types((A, B)) == {A: (KG.Material,)}
    assert seen.instances((KG.Material, KG.Site)) == (A,)
    assert seen.classes() == {KG.Material: 1}
    assert seen.usage(C) == ((KG.concerns, 2), (KG.hasFactor, 1))
    assert seen.users(C, KG.concerns, limit=9) == (A, B)
    assert seen.users(C, KG.concerns, limit=1) == (A,)
    assert seen.users(C, KG.concerns, limit=9, after=A) == (B,)
    assert seen.users(A, KG.concerns, limit=9) == ()


def test_it_has_no_file_and_no_revision(seen: Bundled) -> None:
    assert seen.reader.head() is None
    assert seen.reader.meta().base == BASE
    assert seen.reader.meta().path == Path()


def test_files_that_are_made_are_listed_and_later_makers_know_of_earlier_ones(ann: User) -> None:
    content = building.content(Record([(NOW, frozenset(QUADS))]).reader, PARTNER, Shipped(()), None)
    said = manifest_of(ann, content, PARTNER)
    known: list[list[str]] = []

    def first(told: object, _: Bundled) -> tuple[Entry, ...]:
        known.append([each.path for each in getattr(told, "files", ())])
        return (Entry("report.html", (b"one", b"two")),)

    def second(told: object, _: Bundled) -> tuple[Entry, ...]:
        known.append([each.path for each in getattr(told, "files", ())])
        return ()

    found, listed = building.told(content, said, (first, second))
    assert known == [["graph.nq"], ["graph.nq", "report.html"]]
    assert [each.path for each in found.entries] == ["graph.nq", "report.html"]
    assert listed.files == found.files
    digest = "25b6746d5172ed6352966a013d93ac846e1110d5a25e8f183b5931f4688842a1"
    assert listed.files[1] == BundledFile("report.html", digest, 6)
    assert building.told(content, said, ()) == (content, said)
