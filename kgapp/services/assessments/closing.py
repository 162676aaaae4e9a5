"""Closing an assessment: when everything has a verdict that holds. A closed one is never altered (``services.sealing``)."""

from __future__ import annotations

from kgapp.domain.assessment import State
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotReady
from kgapp.domain.history import Note, Revision
from kgapp.domain.impact import ImpactReport
from kgapp.domain.terms import Iri, Literal, Quad, Term, shorten
from kgapp.domain.vocabulary import KG
from kgapp.services.assessments import judging, standing, writing
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace


def close(workspace: Workspace, iri: Iri, report: ImpactReport, conclusion: str, why: str = "") -> Revision:
    """Close an assessment with what it came to; ``report`` is of the newest revision.

    Raises ``NotReady`` with everything that is missing, ``BadInput`` for a report that is older than the graph, and
    ``Sealed`` for a closed assessment.
    """
    reader = workspace.reader
    assessment = writing.open_one(reader, iri)
    if report.revision_hash != writing.head_hash(reader):
        raise BadInput(
            "The project has changed since its impact was looked at.", hint="Assess the impact again, then close."
        )
    state = standing.state(reader, assessment, report)
    _check(state, conclusion)
    graph = writing.assessments(reader)
    before = frozenset(reader.quads(Pattern(iri, KG.status)))
    said: dict[Iri, Term] = {
        KG.status: KG.closed,
        KG.closedAt: writing.now(),
        KG.closedBy: Literal(writing.signature(workspace.author)),
        KG.conclusion: Literal(conclusion.strip()),
        KG.atRevision: Literal(report.revision_hash),
        KG.rulesDigest: Literal(report.rules_hash),
    }
    added = frozenset(Quad(iri, predicate, value, graph) for predicate, value in said.items())
    summary = shorten(f"Close “{assessment.label}”: {conclusion.strip()}", 200)
    change = ChangeSet(summary, before - added, added)
    return judging.done(workspace.commit(change, Note(workspace.author, why or conclusion.strip())))


def _check(state: State, conclusion: str) -> None:
    missing = (*state.missing, *(() if conclusion.strip() else ("It has no conclusion.",)))
    if missing:
        raise NotReady(f"“{state.assessment.label}” cannot be closed yet.", missing, hint="Nothing was closed.")
