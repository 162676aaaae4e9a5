"""Checks against the shapes: what an edit touched, by the clock; everything, against pyshacl alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from kgapp import bootstrap
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, RDFS
from kgapp.resources import shipped
from kgapp.services import validation
from kgapp.services.ports import Pattern, ShapeChecker
from kgapp.services.workspace import Workspace
from tests.benchmarks.measures import Row, once

ALLOWED_S = 0.1
_EDITS = (
    ("upper limit of a range", "NOR-BOS-P17", KG.upperLimit),
    ("setpoint", "SET-BOS-P17", KG.setpoint),
    ("limit of a proven range", "PAR-BOS-P17-Q04", KG.lowerLimit),
    ("criticality of a factor", "P17", KG.criticality),
    ("label of a factor", "P17", RDFS.label),
    ("cue of know-how", "T14", KG.cue),
    ("strength of an influence", "INF-P17-Q04", KG.strength),
    ("order of steps", "UO05", KG.precedes),
)


def checks(folder: Path, repeat: int) -> Iterator[Row]:
    """On the demo: each kind of edit with a warm checker, then everything once."""
    path = folder / "checks.kgproject"
    bootstrap.create_demo(path)
    with bootstrap.reading(path) as workspace, closing(bootstrap.shape_checker()) as checker:
        for title, name, predicate in _EDITS:
            edit = partial(_edit, workspace, checker, name, predicate)
            ours = min(once(edit) for _ in range(repeat + 1))
            yield Row(f"check after an edit: {title}"[:44], "100 ms by the clock", ours, ALLOWED_S, 1)
        ours = once(lambda: validation.whole(workspace.reader, checker))
        yield Row("check of everything, 14,000 statements", "pyshacl alone", ours, once(lambda: _pyshacl(workspace)), 1)


def _edit(workspace: Workspace, checker: ShapeChecker, name: str, predicate: Iri) -> None:
    thing = Iri(f"{bootstrap.DEMO_BASE}{name}")
    changed = list(workspace.reader.quads(Pattern(subject=thing, predicate=predicate)))
    assert changed, name
    assert validation.after_edit(workspace.reader, checker, changed) is not None


def _pyshacl(workspace: Workspace) -> None:
    import pyoxigraph
    from pyshacl import validate

    from kgapp.children.graphs import read_turtle, triples

    files = [str(shipped("ontology", name)) for name in ("kgapp.ttl", "alignments.ttl", "propagation.ttl")]
    graph = read_turtle(files)
    with workspace.reader.snapshot() as snapshot:
        for triple in triples(b"".join(snapshot.chunks), pyoxigraph.RdfFormat.N_QUADS):
            graph.add(triple)
    validate(graph, shacl_graph=read_turtle([str(shipped("ontology", "shapes.ttl"))]), advanced=True)
