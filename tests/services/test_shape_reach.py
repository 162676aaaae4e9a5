"""How far the shapes look."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgapp.domain.terms import Iri, Quad
from kgapp.domain.vocabulary import KG, UNIT
from kgapp.services import retiring, shape_reach
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
Tell = Callable[[str], None]
STORY = """
P1 a ProcessParameter
P1 unit TU-PER-CELL
P1 criticality CPP
UO1 hasFactor P1
UO1 partOf GR
UO1 precedes UO2
UO2 precedes UO3
NOR forFactor P1
NOR atSite BOS
NOR unit OWN
OWN quantityKind someKind
BOS label "Boston"
PAR forFactor P1
PAR atSite BOS
SET forFactor P1
SET inSiteProcess SP
SP from GR
SP atSite BOS
SP choosesOption O1
O2 excludes O1
FAR label "elsewhere"
"""


@pytest.fixture
def story(workspace: Workspace, tell: Tell) -> Workspace:
    tell(STORY)
    return workspace


def named(things: frozenset[Iri]) -> set[str]:
    return {iri.removeprefix(BASE) for iri in things}


def quads(workspace: Workspace, subject: str, predicate: Iri) -> list[Quad]:
    return list(workspace.reader.quads(Pattern(subject=Iri(BASE + subject), predicate=predicate)))


@pytest.mark.parametrize(
    ("subject", "predicate", "touched"),
    [
        ("FAR", None, {"FAR"}),
        ("P1", KG.criticality, {"P1", "NOR", "PAR", "SET"}),
        ("PAR", KG.atSite, {"PAR", "NOR", "SET"}),
        ("UO1", KG.partOf, {"UO1", "NOR", "PAR", "SET"}),
        ("SP", KG.atSite, {"SP", "SET"}),
        ("O2", KG.excludes, {"O2", "SP"}),
        ("UO1", KG.precedes, {"UO1", "UO2", "UO3"}),
        ("NOR", KG.unit, {"NOR", "PAR", "SET", "OWN"}),
        ("P1", KG.unit, {"P1", "NOR", "PAR", "SET"}),
        ("OWN", KG.quantityKind, {"OWN", "NOR", "PAR", "SET"}),
        ("BOS", None, {"BOS"}),
    ],
)
def test_an_edit_touches_whoever_looks_there(
    story: Workspace, subject: str, predicate: Iri | None, touched: set[str]
) -> None:
    changed = list(story.reader.quads(Pattern(subject=Iri(BASE + subject), predicate=predicate)))
    assert named(shape_reach.touched(story.reader, changed)) == touched


def test_a_type_is_seen_by_all_that_point_there(story: Workspace) -> None:
    changed = list(story.reader.quads(Pattern(object=KG.ProcessParameter)))
    assert named(shape_reach.touched(story.reader, changed)) == {"P1", "UO1", "NOR", "PAR", "SET"}


def test_the_piece_holds_what_the_shapes_ask_and_no_more(story: Workspace) -> None:
    found = shape_reach.piece(story.reader, [Iri(BASE + "NOR")])
    subjects = {subject.removeprefix(BASE) for subject, _, _ in found}
    assert subjects == {"NOR", "PAR", "SET", "P1", "UO1", "OWN", "BOS"}
    assert not [each for each in found if each[1] == KG.precedes]
    steps = shape_reach.piece(story.reader, [Iri(BASE + "UO1")])
    assert {(s.removeprefix(BASE)) for s, p, _ in steps if p == KG.precedes} == {"UO1", "UO2"}


def test_one_use_makes_a_unit(story: Workspace) -> None:
    found = shape_reach.piece(story.reader, [Iri(BASE + "OWN")])
    assert (Iri(BASE + "NOR"), KG.unit, Iri(BASE + "OWN")) in found


def test_units_of_the_ontology_are_nobodys_to_check(story: Workspace) -> None:
    assert Iri(KG.TU_PER_CELL) not in shape_reach.touched(story.reader, quads(story, "P1", KG.unit))
    assert UNIT.MIN not in shape_reach.touched(
        story.reader, [Quad(Iri(BASE + "X"), KG.unit, UNIT.MIN, Iri(BASE + "g"))]
    )


def test_hubs_and_long_chains_are_too_far(story: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shape_reach, "MOST", 2)
    for subject, predicate in (("P1", KG.criticality), ("UO1", KG.precedes)):
        with pytest.raises(shape_reach.TooFar):
            shape_reach.touched(story.reader, quads(story, subject, predicate))
    with pytest.raises(shape_reach.TooFar):
        shape_reach.piece(story.reader, [Iri(BASE + "NOR")])


def test_a_range_that_is_retired_touches_what_it_was_compared_with(story: Workspace) -> None:
    change = retiring.retiring(story.reader, Iri(BASE + "PAR"))
    assert named(shape_reach.touched(story.reader, change.added)) == {"PAR", "NOR", "SET"}
