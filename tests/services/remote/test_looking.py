"""The first look at an endpoint."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from kgapp.domain.terms import Iri, Quad
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services.ports import Pattern, ProjectMeta
from kgapp.services.remote import looking

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
