from __future__ import annotations

from collections.abc import Callable

from kgapp.domain.shapes import PropertyShape
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, UNIT
from kgapp.services import picking, retiring
from kgapp.services.workspace import Workspace

B = "https://w3id.org/kgapp/demo/"
FACTOR = PropertyShape(KG.forFactor, "for factor", 1, "", classes=(KG.Factor,))
ANY = PropertyShape(KG.changes, "changes", 1, "", entity=True)
UNITS = PropertyShape(KG.unit, "unit", 1, "", classes=(KG.Unit,))
Tell = Callable[[str], None]
TOLD = """
P1 a ProcessParameter
P1 label "Flow rate"
P1 notation "P1"
P2 a HoldTime
P2 label "Flow time"
P3 a ProcessParameter
P3 label "Air flow"
S a Site
S label "Flow town"
X label "Flow of no kind"
"""


def names(picked: picking.Picked) -> list[str]:
    return [choice.thing.label for choice in picked.choices]


def test_only_what_fits_is_offered_best_first(workspace: Workspace, tell: Tell) -> None:
    tell(TOLD)
    assert names(picking.candidates(workspace.reader, FACTOR, "flow")) == ["Flow rate", "Flow time", "Air flow"]
    assert set(names(picking.candidates(workspace.reader, ANY, "flow"))) == {
        "Flow rate",
        "Flow time",
        "Air flow",
        "Flow town",
        "Flow of no kind",
    }
    assert picking.candidates(workspace.reader, FACTOR, "P1").choices[0].note == "process parameter · P1"


def test_without_words_the_first_by_name_are_offered(workspace: Workspace, tell: Tell) -> None:
    tell(TOLD)
    assert names(picking.candidates(workspace.reader, FACTOR, " ")) == ["Air flow", "Flow rate", "Flow time"]
    few = picking.candidates(workspace.reader, FACTOR, "", limit=2)
    assert (len(few.choices), few.more) == (2, True)
    assert picking.candidates(workspace.reader, ANY, "") == picking.Picked((), more=False)


def test_what_is_retired_is_not_offered(workspace: Workspace, tell: Tell) -> None:
    tell(TOLD)
    retiring.retire(workspace, Iri(B + "P1"), "why")
    assert names(picking.candidates(workspace.reader, FACTOR, "flow")) == ["Flow time", "Air flow"]
    assert "retired" in picking.refusal(workspace.reader, FACTOR, Iri(B + "P1"))


def test_units_come_from_the_ontology(workspace: Workspace) -> None:
    found = picking.candidates(workspace.reader, UNITS, "min", limit=50)
    assert UNIT.MIN in [choice.thing.iri for choice in found.choices]
    assert picking.refusal(workspace.reader, UNITS, UNIT.MIN) == ""


def test_a_thing_that_does_not_fit_is_refused_in_a_sentence(workspace: Workspace, tell: Tell) -> None:
    tell(TOLD + "Y a other\n")
    assert picking.refusal(workspace.reader, FACTOR, Iri(B + "P2")) == ""
    assert picking.refusal(workspace.reader, ANY, Iri(B + "X")) == ""
    assert (
        picking.refusal(workspace.reader, FACTOR, Iri(B + "S")) == "“Flow town” is a site; this field takes a factor."
    )
    assert "of no known kind" in picking.refusal(workspace.reader, FACTOR, Iri(B + "X"))
    assert "demo/other" in picking.refusal(workspace.reader, FACTOR, Iri(B + "Y"))
