"""The first look at an endpoint."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.inference import INFERRED
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import KG, RDF, RDFS
from kgapp.services.ports import Pattern, ProjectMeta
from kgapp.services.remote import looking
from kgapp.services.workspace import Workspace

BASE = Iri("https://e.org/")


class Holds:
    """An endpoint that holds one thing of a class."""

    def __init__(self, kind: Iri) -> None:
        self._said = Quad(Iri(f"{BASE}a"), RDF.type, kind, Iri(f"{BASE}graph/main"))

    def meta(self) -> ProjectMeta:
        return ProjectMeta(Path("e.org"), "", BASE, ())

    def count(self) -> int:
        return 1

    def quads(self, pattern: Pattern, *, limit: int | None = None) -> Iterable[Quad]:
        assert limit == 1
        return [self._said] if pattern.object == self._said.object else []


@pytest.mark.parametrize(("kind", "processes"), [(KG.SiteProcess, True), (KG.GeneralProcess, True), (KG.Person, False)])
def test_it_says_how_much_there_is_and_whether_the_map_can_show_it(kind: Iri, processes: bool) -> None:
    assert looking.look(Holds(kind)) == looking.Found(1, BASE, processes)


def test_what_can_be_copied_is_told_with_counts_and_found_by_name_and_by_address(workspace: Workspace) -> None:
    graph, plant, ward = (Iri(f"{BASE}{each}") for each in ("g", "plant", "ward"))
    quads = {
        Quad(plant, RDF.type, KG.TacitAssertion, graph),
        Quad(plant, RDFS.label, Literal("Smell of the plant"), graph),
        Quad(ward, RDF.type, Iri(f"{BASE}Ward"), INFERRED),
    }
    workspace.commit(ChangeSet("in", added=frozenset(quads)), Note(workspace.author, "test"))
    held = looking.held(workspace.reader)
    counts = {kind.iri: count for kind, count in held.classes}
    assert (counts[KG.TacitAssertion], counts[KG.KnowHow], counts[Iri(f"{BASE}Ward")]) == (1, 1, 1)
    assert KG.Site not in counts
    assert held.graphs == ((graph, 2),)
    assert [hit.entity.label for hit in looking.things(workspace.reader, "smell").hits] == ["Smell of the plant"]
    (by_address,) = looking.things(workspace.reader, plant).hits
    assert (by_address.entity.label, by_address.types[0].iri) == ("Smell of the plant", KG.TacitAssertion)
    assert looking.things(workspace.reader, "nothing of the kind") == looking.Things((), 0, more=False)
