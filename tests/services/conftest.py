from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest

from kgapp.adapters.sqlite_record import files
from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Author, Note
from kgapp.domain.terms import Iri, Quad, Term, parse
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, PREFIXES, PROV, RDF, RDFS, SKOS, UNITS
from kgapp.services.ports import Delta, Engine
from kgapp.services.workspace import Workspace

KG_NS = PREFIXES["kg"]
BASE = Iri("https://w3id.org/kgapp/demo/")


class NoEngine:
    """An engine that cannot be asked: browsing, editing and history do without."""

    def follow(self, delta: Delta) -> None:
        """It may be told what changed."""

    def close(self) -> None:
        """There is nothing to close."""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """An empty project on the real record, opened for writing."""
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    path = tmp_path / "a.kgproject"
    files.create(path, BASE, (("demo", BASE), ("other", Iri("https://e.org/a#"))))
    author = Author("A. Scientist", "KGAPP_USER")
    opened = Workspace(files.open_reader(path), files.open_writer(path), cast("Engine", NoEngine()), author)
    yield opened
    opened.close()


@pytest.fixture
def tell(workspace: Workspace) -> Callable[[str], None]:
    """Commit statements, one a line: ``P1 a ProcessParameter``, ``P1 label "MOI"``, ``P1 atSite BOS``.

    Properties, classes and words are of the ontology, everything else is the project's.
    """

    def property_of(word: str) -> Iri:
        return {"a": RDF.type, "label": RDFS.label, "notation": SKOS.notation, "from": PROV.wasDerivedFrom}.get(
            word
        ) or Iri(KG_NS + word)

    def value(word: str) -> Term:
        if word.startswith(('"', "<")):
            return parse(word)
        known = Iri(KG_NS + word)
        return known if known in CLASSES or known in CONCEPTS or known in UNITS else Iri(BASE + word)

    def commit(text: str) -> None:
        lines = [line.split(maxsplit=2) for line in text.strip().splitlines() if line.strip()]
        graph = Iri(BASE + "graph/main")
        quads = (Quad(Iri(BASE + each[0]), property_of(each[1]), value(each[2]), graph) for each in lines)
        workspace.commit(ChangeSet("told", added=frozenset(quads)), Note(workspace.author, "test"))

    return commit
