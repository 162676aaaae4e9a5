"""Whatever people do in whatever order: a closed assessment stays as it was, and the graph is what its revisions make it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgapp.domain.assessment import Function, Outcome
from kgapp.domain.errors import NotReady, UserError
from kgapp.domain.terms import Iri, Quad
from kgapp.domain.vocabulary import KG, RDFS
from kgapp.services import editing, history, retiring
from kgapp.services.assessments import changes, closing, judging, reading, standing
from kgapp.services.assessments.changes import Opening
from kgapp.services.assessments.judging import Judgement
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace
from tests.services.assessments.conftest import seen, thing, world

pytestmark = pytest.mark.no_cover

STRENGTHS = ("low", "medium", "high")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with world(tmp_path_factory.mktemp("users")) as opened:
        yield opened


class User:
    """Does what it is told, as far as the program lets it; remembers what was closed, and how it looked then."""

    def __init__(self, workspace: Workspace) -> None:
        self.space = workspace
        self.closed: dict[Iri, frozenset[Quad]] = {}

    def open(self, number: int) -> None:
        listed = (thing(("CH", "CX", "CT", "CL")[number % 4]),)
        changes.open_assessment(self.space, Opening(changes=listed), "t")

    def judge(self, number: int) -> None:
        iri = self.one(number)
        report = reading.report(self.space, reading.read(self.space.reader, iri))
        keys = standing.keys(report)[: 1 + number] if number % 3 else standing.keys(report)
        judging.judge(self.space, iri, report, keys, Judgement(Function.QC, Outcome.IMPACTED, f"{number}"))

    def close(self, number: int) -> None:
        iri = self.one(number)
        closing.close(self.space, iri, reading.report(self.space, reading.read(self.space.reader, iri)), "done")
        self.closed[iri] = self.said(iri)

    def edit(self, number: int) -> None:
        editing.set_values(self.space, thing("I"), KG.strength, [STRENGTHS[number % 3]], "t")

    def label(self, number: int) -> None:
        editing.set_values(self.space, thing("Q"), RDFS.label, [f"copy number {number}"], "t")

    def meddle(self, number: int) -> None:
        iri = self.one(number)
        ways = (
            lambda: editing.set_values(self.space, iri, KG.status, ["closed" if number % 2 else "open"], "t"),
            lambda: retiring.retire(self.space, iri, "t"),
            lambda: editing.set_values(self.space, thing("CH"), KG.toValue, [f"3.{number}"], "t"),
            lambda: editing.unset_values(self.space, iri, KG.assesses, [], "t"),
        )
        ways[number % len(ways)]()

    def undo(self, _: int) -> None:
        history.undo(self.space, "t")

    def redo(self, _: int) -> None:
        history.redo(self.space, "t")

    def by_number(self, number: int) -> None:
        head = self.space.reader.head()
        assert head is not None
        history.undo(self.space, "a reason", max(2, head.seq - number % 5))
        still = {row.iri for row in reading.rows(self.space.reader) if row.closed}
        self.closed = {iri: self.closed.get(iri, self.said(iri)) for iri in still}

    def one(self, number: int) -> Iri:
        listed = sorted(row.iri for row in reading.rows(self.space.reader))
        if not listed:
            raise UserError("nothing was opened yet")
        return listed[number % len(listed)]

    def said(self, iri: Iri) -> frozenset[Quad]:
        """Everything that makes a closed assessment."""
        reader = self.space.reader
        members = {quad.subject for quad in reader.quads(Pattern(predicate=KG.inAssessment, object=iri))}
        return frozenset(quad for each in (iri, *members) for quad in reader.quads(Pattern(subject=each)))


DEEDS = st.sampled_from(
    ["open", "judge", "judge", "close", "close", "edit", "label", "meddle", "undo", "redo", "by_number"]
)


@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(DEEDS, st.integers(0, 11)), min_size=3, max_size=14))
def test_what_is_closed_stays_as_it_was_and_the_graph_is_its_revisions(
    workspace: Workspace, deeds: list[tuple[str, int]]
) -> None:
    user = User(workspace)
    for row in reading.rows(workspace.reader):
        if row.closed:
            user.closed[row.iri] = user.said(row.iri)
    for name, number in (("open", 0), ("judge", 0), ("close", 0), *deeds):
        before = workspace.reader.head()
        try:
            getattr(user, name)(number)
        except UserError:
            assert workspace.reader.head() == before, "what is refused changes nothing"
        for iri, quads in user.closed.items():
            assert user.said(iri) == quads, name
    replayed: set[Quad] = set()
    for revision in reversed(list(history.newest_first(workspace.reader))):
        change = workspace.reader.change(revision.seq)
        assert change.removed <= replayed
        replayed = (replayed - change.removed) | change.added
    assert replayed == set(workspace.reader.quads(Pattern()))
    for row in reading.rows(workspace.reader):
        with contextlib.suppress(UserError):
            state = seen(workspace, row.iri)
            assert bool(state.review) <= row.closed
            assert state.decided + state.suspect <= state.total
            if not row.closed and not state.missing:
                with pytest.raises(NotReady):  # all it lacks is what it came to
                    closing.close(workspace, row.iri, state.report, "")
