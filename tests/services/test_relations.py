from __future__ import annotations

from collections.abc import Callable

import pytest

from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import relations
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace

B = "https://w3id.org/kgapp/demo/"
STEP, P, R, BOS, LEI, T = (Iri(B + name) for name in ("U", "P", "R", "BOS", "LEI", "T"))
Tell = Callable[[str], None]


@pytest.fixture
def told(tell: Tell) -> None:
    tell(
        """
        U a UnitOperation
        U label "Transduction"
        P a ProcessParameter
        P label "MOI"
        R a AcceptableRange
        R label "Range"
        R atSite BOS
        BOS a Site
        BOS label "Boston"
        LEI a Site
        LEI label "Leiden"
        T a TacitAssertion
        """
    )


def test_what_the_model_allows_is_offered_in_both_directions(workspace: Workspace, told: None) -> None:
    found = relations.between(workspace.reader, P, STEP)
    assert "Transduction — has factor → MOI" in [each.sentence for each in found]
    assert [each.predicate.iri for each in found][-1] == KG.computedFrom, (
        "what may be said of any two things comes last"
    )
    assert all(each.definition for each in found)
    assert KG.hasFactor in [each.predicate.iri for each in relations.between(workspace.reader, STEP, P)]


def test_a_narrower_class_counts_as_its_superclass(workspace: Workspace, told: None) -> None:
    paths = [shape.path for shape in relations.allowed((KG.AcceptableRange,), (KG.ProcessParameter,))]
    assert KG.forFactor in paths
    assert KG.doneBy in [shape.path for shape in relations.allowed((KG.TacitAssertion,), (KG.Person,))]
    assert relations.allowed((), ()) == ()


def test_the_only_value_is_replaced_and_that_is_said(workspace: Workspace, told: None) -> None:
    offered = next(each for each in relations.between(workspace.reader, R, LEI) if each.predicate.iri == KG.atSite)
    assert ([each.label for each in offered.replaces], offered.present) == (["Boston"], False)
    revision = relations.relate(workspace, R, KG.atSite, LEI, "moved")
    assert revision is not None
    assert revision.summary == "Add “at site” Leiden to “Range”"
    assert {quad.object for quad in workspace.reader.quads(Pattern(subject=R, predicate=KG.atSite))} == {LEI}
    assert relations.relate(workspace, R, KG.atSite, LEI, "again") is None
    there = relations.between(workspace.reader, R, LEI)[0]
    assert (there.predicate.iri, there.present) == (KG.atSite, True)


def test_a_further_value_joins_the_others(workspace: Workspace, told: None) -> None:
    relations.relate(workspace, STEP, KG.hasFactor, P, "one")
    assert relations.relate(workspace, T, KG.concerns, P, "one") is not None
    assert relations.relate(workspace, T, KG.concerns, STEP, "two") is not None
    assert len(tuple(workspace.reader.quads(Pattern(subject=T, predicate=KG.concerns)))) == 2


def test_a_relation_is_removed_alone(workspace: Workspace, told: None) -> None:
    revision = relations.unrelate(workspace, R, KG.atSite, BOS, "wrong")
    assert revision is not None
    assert (revision.removed_count, revision.added_count) == (1, 0)
    with pytest.raises(NotFound, match="at site"):
        relations.unrelate(workspace, R, KG.atSite, BOS, "again")


def test_what_the_model_does_not_allow_is_refused(workspace: Workspace, told: None) -> None:
    with pytest.raises(BadInput, match="does not lead"):
        relations.relate(workspace, BOS, KG.hasFactor, P, "why")


def test_a_thing_can_be_related_to_itself_once(workspace: Workspace, told: None) -> None:
    found = relations.between(workspace.reader, P, P)
    assert len(found) == len({each.predicate.iri for each in found})
