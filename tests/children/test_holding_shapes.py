"""The shapes and the one rule of the program agree when a proven range holds, as far as shapes look: use, site and basis."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgapp.children.shacl import Shapes
from kgapp.domain import holding
from kgapp.domain.holding import Answer, Known, Place, Proven
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG

X = "https://example.org/small/"
BASES = st.sampled_from(("", "A", "B"))
STATUS = {"": frozenset(), "approved": frozenset({KG.approved}), "draft": frozenset({KG.draft}), "retired": frozenset({KG.retired})}  # fmt: skip
BRIDGES = {"": "", "A": "x:A kg:bridgedTo x:B .", "B": "x:B kg:bridgedTo x:A ."}
MEASURED = """
    x:A a kg:MeasurementBasis ; rdfs:label "own titre"@en . x:B a kg:MeasurementBasis ; rdfs:label "their titre"@en .
    x:C a kg:MeasurementBasis ; rdfs:label "one"@en ; kg:bridgedTo x:D . x:D a kg:MeasurementBasis ; rdfs:label "two"@en .
"""
"""Two ways to measure, and two others that a study bridges: what has no basis must not fit by those."""
WITHOUT = "x:PAR1 kg:atSite x:BOS . x:P1 kg:basis x:TITRE ."
Small = Callable[..., bytes]


@pytest.fixture(scope="module")
def shapes(shape_files: tuple[str, ...], model_files: tuple[str, ...]) -> Shapes:
    return Shapes(shape_files, model_files)


def known(bases: tuple[str, ...]) -> frozenset[Iri | None]:
    """The first basis that is recorded."""
    found = next((basis for basis in bases if basis), "")
    return frozenset({Iri(X + found) if found else None})


@pytest.mark.no_cover
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    own=BASES,
    usual=BASES,
    theirs=BASES,
    bridge=st.sampled_from(tuple(BRIDGES)),
    site=st.sampled_from(("BOS", "LEI")),
    status=st.sampled_from(tuple(STATUS)),
    retired=st.booleans(),
)
def test_a_shape_finds_exactly_the_ranges_that_are_known_not_to_hold(
    shapes: Shapes,
    small: Small,
    *,
    own: str,
    usual: str,
    theirs: str,
    bridge: str,
    site: str,
    status: str,
    retired: bool,
) -> None:
    said = {"SET1": own, "NOR1": own, "P1": usual, "PAR1": theirs}
    plant = MEASURED + BRIDGES[bridge]
    plant += "".join(f"x:{thing} kg:basis x:{basis} . " for thing, basis in said.items() if basis)
    plant += f"x:PAR1 kg:atSite x:{site} . "
    plant += f"x:PAR1 kg:status kg:{status} . " if status else ""
    plant += "x:PAR1 <http://www.w3.org/2002/07/owl#deprecated> true . " if retired else ""
    found, _ = shapes.check(small(plant, WITHOUT), (X + "SET1", X + "NOR1"))
    told = {finding.shape.rpartition("#")[2] for finding in found}
    proven = Proven((Iri(X + site),), frozenset(), frozenset(), known((theirs, usual)), STATUS[status], retired)
    place = Place(Iri(X + "BOS"), known((own, usual)), frozenset(), frozenset(), frozenset())
    words = Known(str, lambda one, other: bool(bridge) and {one, other} == {X + "A", X + "B"})
    reasons = (check(proven, place, words) for check in (holding.in_use, holding.same_site, holding.same_basis))
    answer = holding.answer([reason for reason in reasons if reason is not None])
    assert ("CriticalIsProven" in told) is (answer is Answer.VOID)
    assert ("NormalIsProven" in told) is (answer is Answer.VOID)
    assert ("ProvenNotKnown" in told) is (answer is Answer.UNKNOWN)
    bridged = [finding.message for finding in found if bridge and "not bridged" in finding.message]
    assert not bridged


def test_a_normal_range_must_fit_a_range_whose_basis_is_bridged(shapes: Shapes, small: Small) -> None:
    wide = ("x:NOR1 kg:upperLimit 9.0 . x:NOR1 kg:basis x:A . x:PAR1 kg:basis x:B . ", "x:NOR1 kg:upperLimit 4.0 .")
    for bridge, found in (("", False), ("A", True), ("B", True)):
        data = small(wide[0] + MEASURED + BRIDGES[bridge], wide[1])
        shapes_found = {finding.shape.rpartition("#")[2] for finding in shapes.check(data)[0]}
        assert ("NormalInsideProven" in shapes_found) is found
