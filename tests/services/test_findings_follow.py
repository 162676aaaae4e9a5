"""After any edits, what is known by following them is what a check of everything finds (property over random edits of the demo)."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgapp import bootstrap
from kgapp.children.shacl import Shapes
from kgapp.domain.changes import ChangeSet
from kgapp.domain.findings import Finding
from kgapp.domain.history import Note
from kgapp.domain.messages import Findings
from kgapp.domain.terms import Iri, Quad, nquad
from kgapp.domain.vocabulary import KG, PROV, RDF, RDFS
from kgapp.resources import shipped
from kgapp.services import known_findings
from kgapp.services.known_findings import Known
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.watch import Watch
from kgapp.services.workspace import Workspace

pytestmark = pytest.mark.no_cover

HOT = frozenset(
    {
        KG.forFactor, KG.unit, KG.basis, KG.atSite, KG.rangeType, KG.precedes, KG.criticality, RDF.type, RDFS.label,
        KG.inSiteProcess, PROV.wasDerivedFrom, KG.hasFactor, KG.partOf, KG.excludes, KG.choosesOption, KG.lowerLimit,
        KG.upperLimit, KG.setpoint, KG.forAttribute, KG.madeBy, KG.atStep, KG.changes, KG.hasCause, KG.heldBy,
    }
)  # fmt: skip
"""What rules across things look at."""


class Here:
    """A checker in this process."""

    def __init__(self) -> None:
        model = (shipped("ontology", name) for name in ("kgapp.ttl", "alignments.ttl", "propagation.ttl"))
        self._shapes = Shapes((str(shipped("ontology", "shapes.ttl")),), tuple(map(str, model)))

    def whole(self, chunks: Iterable[bytes], shapes: Path | None, watch: Watch) -> Findings:
        return Findings(*self._shapes.check(b"".join(chunks), (), watch.told))

    def piece(self, nquads: bytes, focus: tuple[Iri, ...]) -> tuple[Finding, ...]:
        return self._shapes.check(nquads, focus)[0]

    def fingerprint(self) -> str:
        return ""

    def stop(self) -> None:
        """Nothing runs."""

    def close(self) -> None:
        """Nothing is open."""


class Scene:
    """The demo open for writing, what was known of it at first, and its statements to draw from."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.checker = workspace, Here()
        self.quads = sorted(workspace.reader.quads(Pattern()), key=nquad)
        self.hot = [quad for quad in self.quads if quad.predicate in HOT]
        self.alike: dict[Iri, list[Quad]] = {}
        for quad in self.quads:
            self.alike.setdefault(quad.predicate, []).append(quad)
        self.known = self.whole()

    def whole(self) -> Known:
        return known_findings.whole(self.workspace.reader, self.checker, Watch())

    def edit(self, drawn: random.Random) -> None:
        """Remove statements, point them elsewhere, say them of others."""
        removed: set[Quad] = set()
        added: set[Quad] = set()
        for _ in range(drawn.choice((1, 1, 2, 3))):
            quad = drawn.choice(self.hot if drawn.random() < 0.8 else self.quads)
            other = drawn.choice(self.alike[quad.predicate])
            way = drawn.randrange(5)
            if way in {0, 1}:
                removed.add(quad)
            if way in {1, 2}:
                added.add(Quad(quad.subject, quad.predicate, other.object, quad.graph))
            if way == 3:
                added.add(Quad(other.subject, quad.predicate, quad.object, quad.graph))
            if way == 4:
                added.add(quad)
        change = ChangeSet("a random edit", frozenset(removed), frozenset(added))
        self.workspace.commit(change, Note(self.workspace.author, "test"))


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    path = tmp_path_factory.mktemp("follow") / "demo.kgproject"
    bootstrap.create_demo(path)
    with bootstrap.writing(Path(shutil.copy(path, path.with_name("edited.kgproject")))) as workspace:
        yield Scene(workspace)


def readable(findings: Iterable[Finding]) -> set[tuple[str, str, str]]:
    return {(finding.focus, finding.shape, finding.message) for finding in findings}


@pytest.mark.slow
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(seed=st.integers(0, 2**32))
def test_following_edits_finds_what_a_check_of_everything_finds(scene: Scene, seed: int) -> None:
    drawn = random.Random(seed)
    reader: RecordReader = scene.workspace.reader
    for _ in range(8):
        scene.edit(drawn)
        followed = known_findings.follow(reader, scene.checker, scene.known)
        scene.known = scene.whole() if followed.too_much else followed.known
    everything = scene.whole()
    assert readable(scene.known.findings) == readable(everything.findings)
    assert set(scene.known.findings) == set(everything.findings)
