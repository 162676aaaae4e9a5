"""A departure as it is shown: each loss with its step, what it bears on and what would go with it; figures only when asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kgapp.domain.errors import BadInput
from kgapp.domain.knowledge import Lost
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, XSD
from kgapp.services import departure_view
from kgapp.services.departure_view import LossRow, Rehearsal
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
TODAY = date(2026, 3, 1)
Tell = Callable[[str], None]


def rehearsed(workspace: Workspace, who: str) -> Rehearsal:
    return departure_view.rehearsal(workspace.reader, Iri(BASE + who), TODAY)


def rows(found: Rehearsal, kind: Lost) -> dict[str, LossRow]:
    return {row.loss.thing.id: row for row in found.rows if row.loss.kind is kind}


PEOPLE = """
A a Person
A label "Ann"
B a Person
B label "Bea"
B worksAt S1
S1 a Site
S1 label "Leiden"
U1 a UnitOperation
U1 label "Transduction"
U1 hasFactor F1
F1 a ProcessParameter
Q1 a QualityAttribute
Q1 label "Copy number"
Q1 severity high
I1 a Influence
I1 hasCause F1
I1 hasEffect Q1
I1 hasEvidence V1
V1 a Evidence
V1 attributedTo A
D1 a Document
D1 label "The record"
K1 a TacitAssertion
K1 knownBy A
K1 concerns F1
K1 appliesAt S1
K1 affectsAttribute Q2
Q2 a QualityAttribute
Q2 label "Dose"
K2 a TacitAssertion
K2 knownBy A
K2 knownBy B
K2 codifiedIn D1
K3 a TacitAssertion
K3 elicitedFrom A
E1 a KnowledgeTransfer
E1 transfers K1
E1 toPerson B
E2 a KnowledgeTransfer
E2 label "A course"
E2 transfers K1
W a Qualification
W ofPerson A
W forUnitOperation U1
"""


def test_know_how_says_what_would_go_with_it(workspace: Workspace, tell: Tell) -> None:
    tell(PEOPLE)
    found = rehearsed(workspace, "A")
    assert found.kind == KG.Person
    know_how = rows(found, Lost.KNOW_HOW)
    alone = know_how["K1"]
    assert alone.if_lost == (
        "Nobody else holds it. It bears on Copy number and Dose (severity high). It is recorded in no document. "
        "Nobody is known to be competent at Leiden."
    )
    assert alone.passed_on == (
        "Bea: no result yet; A course: no result yet. Nobody is known to be competent at Leiden."
    )
    assert [step.label for step in alone.steps] == ["Transduction"]
    shared = know_how["K2"]
    assert shared.if_lost == "Bea is left. What it bears on is not recorded. It is written down in The record."
    assert [thing.label for thing in shared.written] == ["The record"]
    assert know_how["K3"].if_lost.startswith("Nobody is recorded as holding it.")
    assert know_how["K3"].passed_on == "No training is recorded."


def test_conclusions_qualifications_and_trainings_stand_at_their_steps(workspace: Workspace, tell: Tell) -> None:
    tell(PEOPLE)
    found = rehearsed(workspace, "A")
    conclusion = rows(found, Lost.CONCLUSION)["I1"]
    assert conclusion.if_lost == "Nothing else supports it. It bears on Copy number (severity high)."
    for row in (conclusion, rows(found, Lost.QUALIFICATION)["U1"], rows(found, Lost.TRAINING)["E1"]):
        assert [step.label for step in row.steps] == ["Transduction"]
    assert [step.label for step in found.steps] == ["Transduction"]
    assert "left without a holder" in found.answer[0]


def test_a_supplier_takes_materials_along_and_a_site_what_is_there(workspace: Workspace, tell: Tell) -> None:
    tell(
        'S a Supplier\nS label "Maker"\nO a SupplyOffering\nO offeredBy S\nO offersMaterial M\nM a Material\nM label "Beads"\n'
        'U1 a UnitOperation\nU1 label "Activation"\nU1 consumesMaterial M\nX a SiteStep\nX consumesMaterial M\n'
        "L a Site\nEQ a Equipment\nEQ locatedAt L\nEQ ofModel MO\nEQ2 a Equipment\nEQ2 locatedAt L2\nEQ2 ofModel MO\n"
        "L2 a Site\nEQ3 a Equipment\nEQ3 locatedAt L\nEQ3 ofModel MO3\nEQ4 a Equipment\nEQ4 locatedAt L"
    )
    offering = rows(rehearsed(workspace, "S"), Lost.OFFERING)["O"]
    assert offering.if_lost == "No second source is qualified."
    assert [step.label for step in offering.steps] == ["Activation"]
    equipment = rows(rehearsed(workspace, "L"), Lost.EQUIPMENT)
    assert equipment["EQ"].if_lost == "demo:EQ2 is left."
    assert equipment["EQ3"].if_lost == "No other of its model is recorded."


def test_what_others_give_too_is_said_without_names_where_none_is_known(workspace: Workspace, tell: Tell) -> None:
    tell(f'{PEOPLE}T a KnowledgeTransfer\nT assessor A\nT toPerson B\nT competent "true"^^<{XSD.boolean}>')
    assert rows(rehearsed(workspace, "A"), Lost.TRAINING)["T"].if_lost == "Others are left."


def test_nothing_else_can_be_rehearsed(workspace: Workspace, tell: Tell) -> None:
    tell("U1 a UnitOperation")
    with pytest.raises(BadInput, match="no person"):
        rehearsed(workspace, "U1")


def test_figures_about_people_are_shown_only_to_who_asks(workspace: Workspace, tell: Tell) -> None:
    tell(f'{PEOPLE}A attritionRisk "5"\nA positionRisk "5"\nA leavesOn "2026-12-01"\nB confidentiality personal')
    quiet = departure_view.overview(workspace.reader, TODAY, figures=False)
    assert [each.person.label for each in quiet.people] == ["Ann"], "who is marked personal is left out"
    assert (quiet.people[0].total, quiet.people[0].leaves_on, quiet.people[0].alone) == (None, None, 1)
    asked = departure_view.overview(workspace.reader, TODAY, figures=True)
    assert {each.person.label: each.total for each in asked.people} == {"Ann": 25, "Bea": None}
    assert asked.answer
