from __future__ import annotations

from collections.abc import Callable

import pytest

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import KG, OWL, RDF, XSD
from kgapp.services import history, retiring
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace

B = "https://w3id.org/kgapp/demo/"
MAIN = Iri(B + "graph/main")
T, P = Iri(B + "T"), Iri(B + "P")
Tell = Callable[[str], None]


@pytest.fixture
def told(tell: Tell) -> None:
    tell(
        """
        T a TacitAssertion
        T label "Listen to the pump"
        T status approved
        P a ProcessParameter
        P label "Flow"
        T concerns P
        U concerns P
        U contradicts T
        """
    )


def state(workspace: Workspace, thing: Iri) -> set[tuple[Iri, object]]:
    return {(quad.predicate, quad.object) for quad in workspace.reader.quads(Pattern(subject=thing))}


def test_the_status_says_retired_where_the_shape_has_that_word(workspace: Workspace, told: None) -> None:
    before = state(workspace, T)
    assert not retiring.is_retired(workspace.reader, T)
    revision = retiring.retire(workspace, T, "wrong")
    assert revision is not None
    assert revision.summary == "Retire “Listen to the pump”"
    assert state(workspace, T) == (before - {(KG.status, KG.approved)}) | {(KG.status, KG.retired)}
    assert retiring.retire(workspace, T, "again") is None
    assert retiring.retired(workspace.reader, (T, P)) == {T}
    assert retiring.unretire(workspace, T, "right after all") is not None
    assert state(workspace, T) == before
    assert retiring.unretire(workspace, T, "again") is None


def test_beside_it_stands_deprecated_where_the_shape_has_no_such_word(workspace: Workspace, told: None) -> None:
    before = state(workspace, P)
    retiring.retire(workspace, P, "not used")
    assert state(workspace, P) == before | {(OWL.deprecated, retiring.TRUE)}
    assert retiring.is_retired(workspace.reader, P)
    history.undo(workspace, "back")
    assert state(workspace, P) == before
    retiring.retire(workspace, P, "not used")
    retiring.unretire(workspace, P, "used")
    assert state(workspace, P) == before


def test_deprecated_false_is_not_retired(workspace: Workspace, told: None) -> None:
    said = Quad(P, OWL.deprecated, Literal("false", XSD.boolean), MAIN)
    workspace.commit(ChangeSet("x", added=frozenset((said,))), Note(workspace.author, "y"))
    assert not retiring.is_retired(workspace.reader, P)


def test_what_refers_to_a_thing_is_counted_and_named(workspace: Workspace, told: None) -> None:
    found = retiring.references(workspace.reader, P)
    assert (found.thing.label, found.total, found.retired) == ("Flow", 2, False)
    assert [(use.predicate.iri, use.count) for use in found.uses] == [(KG.concerns, 2)]


def test_only_what_nothing_refers_to_can_be_deleted(workspace: Workspace, told: None) -> None:
    for thing in (P, T):
        with pytest.raises(BadInput, match="refers"):
            retiring.delete(workspace, thing, "gone")
    retiring.delete(workspace, Iri(B + "U"), "gone")
    before = state(workspace, T)
    revision = retiring.delete(workspace, T, "gone")
    assert revision is not None
    assert state(workspace, T) == set()
    history.undo(workspace, "back")
    assert state(workspace, T) == before


def test_a_property_in_use_is_not_deleted(workspace: Workspace, told: None) -> None:
    used = {Quad(Iri(B + "prop"), RDF.type, KG.Document, MAIN), Quad(T, Iri(B + "prop"), P, MAIN)}
    workspace.commit(ChangeSet("x", added=frozenset(used)), Note(workspace.author, "y"))
    with pytest.raises(BadInput):
        retiring.delete(workspace, Iri(B + "prop"), "gone")


def test_what_is_not_there_cannot_be_retired(workspace: Workspace) -> None:
    for command in (retiring.retire, retiring.unretire, retiring.delete):
        with pytest.raises(NotFound):
            command(workspace, P, "why")


def test_a_status_that_no_history_tells_becomes_the_first_that_is_asked_for(workspace: Workspace, tell: Tell) -> None:
    tell("T a Influence\nT status retired\nS a Specification\nS status retired\nK status retired")
    retiring.unretire(workspace, T, "used")
    assert (KG.status, KG.hypothesis) in state(workspace, T)
    retiring.unretire(workspace, Iri(B + "S"), "used")
    assert state(workspace, Iri(B + "S")) == {(RDF.type, KG.Specification)}
    retiring.unretire(workspace, Iri(B + "K"), "used")
    assert not retiring.is_retired(workspace.reader, Iri(B + "K"))


def test_a_thing_in_another_graph_is_marked_there(workspace: Workspace) -> None:
    graph = Iri(B + "graph/other")
    said = Quad(P, RDF.type, KG.Site, graph)
    workspace.commit(ChangeSet("x", added=frozenset((said,))), Note(workspace.author, "y"))
    retiring.retire(workspace, P, "why")
    assert Quad(P, OWL.deprecated, retiring.TRUE, graph) in set(workspace.reader.quads(Pattern(subject=P)))


def test_the_history_of_other_steps_is_passed_over(workspace: Workspace, told: None) -> None:
    retiring.retire(workspace, T, "wrong")
    said = Quad(T, KG.cue, Literal("a hum"), MAIN)
    workspace.commit(ChangeSet("x", added=frozenset((said,))), Note(workspace.author, "y"))
    retiring.unretire(workspace, T, "right")
    assert (KG.status, KG.approved) in state(workspace, T)


def test_a_status_from_long_ago_is_not_looked_for(
    workspace: Workspace, told: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retiring, "MOST_REVISIONS", 1)
    retiring.retire(workspace, T, "wrong")
    said = Quad(T, KG.cue, Literal("a hum"), MAIN)
    workspace.commit(ChangeSet("x", added=frozenset((said,))), Note(workspace.author, "y"))
    retiring.unretire(workspace, T, "right")
    assert not retiring.is_retired(workspace.reader, T)
