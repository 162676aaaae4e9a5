"""What goes with a person, a supplier or a site: what only this one gives, what others give too, what is recorded to be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kgapp.domain.errors import BadInput
from kgapp.domain.grades import Grade
from kgapp.domain.knowledge import Departure, Left, Lost
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import XSD
from kgapp.services import knowledge_departure, knowledge_tables
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
ON = date(2026, 3, 1)
Tell = Callable[[str], None]


def rehearsed(workspace: Workspace, who: str) -> Departure:
    return knowledge_departure.rehearse(workspace.reader, Iri(BASE + who), ON)


def losses(departure: Departure, kind: Lost, left: Left | None = None) -> dict[str, str]:
    return {loss.thing.id: loss.sentence for loss in departure.of(kind, left)}


def test_only_a_person_supplier_or_site_can_go(workspace: Workspace, tell: Tell) -> None:
    tell("U1 a UnitOperation")
    with pytest.raises(BadInput, match="no person, supplier or site"):
        rehearsed(workspace, "U1")


def test_who_holds_nothing_leaves_nothing(workspace: Workspace, tell: Tell) -> None:
    tell('A a Person\nA label "Ann"')
    told = knowledge_tables.of_departure(rehearsed(workspace, "A"), ())
    assert told.answer == ("Nothing that is recorded loses support when Ann goes.",)


def test_know_how_is_told_by_who_is_left(workspace: Workspace, tell: Tell) -> None:
    tell(
        "A a Person\nB a Person\nB worksAt S1\nS1 a Site\nD1 a Document\n"
        "K1 a TacitAssertion\nK1 knownBy A\nK1 codifiedIn D1\nK2 a TacitAssertion\nK2 knownBy A\nK2 knownBy B\n"
        "K3 a TacitAssertion\nK3 elicitedFrom A\nK4 a TacitAssertion\nK4 knownBy B\nK4 elicitedFrom A"
    )
    departure = rehearsed(workspace, "A")
    assert losses(departure, Lost.KNOW_HOW, Left.NOTHING) == {"K1": "Written down in demo:D1."}
    assert losses(departure, Lost.KNOW_HOW, Left.OTHERS) == {
        "K2": "B (S1): competence not known. Not recorded as written down."
    }
    assert losses(departure, Lost.KNOW_HOW, Left.UNKNOWN) == {
        "K3": "Nobody is recorded as holding it. Not recorded as written down."
    }


def test_conclusions_rest_on_one_judgement_only_if_all_their_evidence_does(workspace: Workspace, tell: Tell) -> None:
    tell(
        "A a Person\nB a Person\nV1 a Evidence\nV1 attributedTo A\nV2 a Evidence\nV2 attributedTo A\nV2 attributedTo B\n"
        "V3 a Evidence\nV3 evidenceLevel smallScale\nQ1 a QualityAttribute\nQ1 severity high\n"
        "I1 a Influence\nI1 hasEvidence V1\nI1 hasEffect Q1\nI1 status hypothesis\nI2 a Influence\nI2 hasEvidence V2\n"
        "I3 a Influence\nI3 hasEvidence V1\nI3 hasEvidence V3\nI4 a Influence\nI4 hasEvidence V1\nI4 status rejected\n"
        "K1 a TacitAssertion\nK1 hasEvidence V1"
    )
    departure = rehearsed(workspace, "A")
    assert losses(departure, Lost.CONCLUSION, Left.NOTHING) == {"I1": "A hypothesis. Rests on this judgement alone."}
    assert losses(departure, Lost.CONCLUSION, Left.OTHERS) == {"I3": "Rests on demo:V3 (small-scale study) too."}
    assert departure.of(Lost.CONCLUSION)[0].severity is Grade.HIGH
    assert (
        "1 conclusion rests on this judgement alone, 1 of them as a hypothesis."
        in knowledge_tables.departure_answer(departure)
    )


def test_trainings_charges_and_open_gaps_of_who_goes(workspace: Workspace, tell: Tell) -> None:
    tell(
        "A a Person\nB a Person\nC a Person\nS1 a Site\nK1 a TacitAssertion\nK1 knownBy A\nK2 a TacitAssertion\nK2 knownBy C\n"
        f'E1 a KnowledgeTransfer\nE1 transfers K1\nE1 toPerson B\nE1 eventDate "2026-05-01"^^<{XSD.date}>\nE1 atSite S1\n'
        f'E2 a KnowledgeTransfer\nE2 transfers K1\nE2 toPerson B\nE2 eventDate "2026-01-01"^^<{XSD.date}>\n'
        "E3 a KnowledgeTransfer\nE3 transfers K1\nE3 toPerson B\n"
        f'E4 a KnowledgeTransfer\nE4 transfers K1\nE4 toPerson C\nE4 competent "false"^^<{XSD.boolean}>\nE4 assessor A\n'
        "E5 a KnowledgeTransfer\nE5 transfers K2\nE5 toPerson A\n"
        "E6 a KnowledgeTransfer\nE6 transfers K2\nE6 toPerson B\nE6 assessor A\nE6 assessor C\n"
        "E7 a KnowledgeTransfer\nE7 transfers K2\nE7 toPerson B\nE7 assessor A\n"
        "E8 a KnowledgeTransfer\nE8 transfers K1\n"
        f'G1 a Gap\nG1 concerns K1\nG1 owner A\nG1 owner B\nG1 due "2026-04-01"^^<{XSD.date}>\nG1 status open\n'
        "G2 a Gap\nG2 concerns K1\nG2 status closed\nG2 owner A\nR1 a Responsibility\nR1 responsibleParty A\n"
        "G3 a Gap\nG3 concerns K1"
    )
    departure = rehearsed(workspace, "A")
    assert set(losses(departure, Lost.TRAINING, Left.NOTHING)) == {"E1", "E2", "E3", "E5", "E7", "E8"}
    assert losses(departure, Lost.TRAINING, Left.OTHERS) == {
        "E4": "Assessed by who goes; the result is recorded.",
        "E6": "To be assessed; C can do it too.",
    }
    assert losses(departure, Lost.CHARGE, Left.NOTHING) == {"R1": "The responsibility of A."}
    assert losses(departure, Lost.CHARGE, Left.OTHERS) == {"G1": "Owned by A. Also B."}
    assert losses(departure, Lost.KNOW_HOW) == {"K1": "Not recorded as written down. C did not pass E4."}
    assert [each.sentence for each in departure.next] == [
        "Training of K1 to B on 2026-01-01; no result is recorded.",
        "Open gap about K1; owner A, B; due 2026-04-01.",
        "Training of K1 to B at S1, planned for 2026-05-01.",
        "Training of K1 to B; no day recorded.",
        "Open gap about K1; owner nobody recorded; due on no recorded day.",
    ]
    shown = knowledge_tables.of_departure(departure, None)
    assert shown.tables[-1].title == "What is recorded to be done"


def test_second_sources_are_looked_for_where_the_material_is_used(workspace: Workspace, tell: Tell) -> None:
    tell(
        "W a Supplier\nX a Supplier\nM1 a Material\nM2 a Material\nM3 a Material\nU1 a UnitOperation\nU1 consumesMaterial M1\n"
        "U2 a SiteStep\nU2 consumesMaterial M1\nM1 substitutableBy M3\n"
        "N1 a MaterialAtSite\nN1 ofMaterial M1\nN2 a MaterialAtSite\nN2 ofMaterial M1\nN3 a MaterialAtSite\nN3 ofMaterial M2\n"
        "F1 a SupplyOffering\nF1 offeredBy W\nF1 offersMaterial M1\nF1 qualifiedFor N1\nF1 qualifiedFor N2\n"
        f'F1 leadTimeDays "30"^^<{XSD.integer}>\n'
        "F2 a SupplyOffering\nF2 offeredBy X\nF2 offersMaterial M1\nF2 qualifiedFor N1\n"
        "F3 a SupplyOffering\nF3 offeredBy W\nF3 offersMaterial M2\nF3 qualifiedFor N3\n"
        "F4 a SupplyOffering\nF4 offeredBy W\nF4 offersMaterial M3\nF6 a SupplyOffering\nF6 offersMaterial M3\n"
        "F5 a SupplyOffering\nF5 offeredBy W\nF5 offersMaterial M4"
    )
    departure = rehearsed(workspace, "W")
    assert knowledge_tables.departure_answer(departure) == (
        "3 materials have no second qualified source.",
        "2 more lose support that others still give.",
    )
    tail = " Consumed by demo:U1. Recorded as a substitute: demo:M3. Its lead time is 30 days."
    assert losses(departure, Lost.OFFERING, Left.NOTHING) == {
        "N2": f"No second source is qualified; offered too, not qualified here: demo:X.{tail}",
        "N3": "No second source is recorded.",
        "F5": "Not recorded as qualified at any site. No second source is recorded.",
    }
    assert losses(departure, Lost.OFFERING, Left.OTHERS) == {
        "N1": f"Second source qualified: demo:X.{tail}",
        "F4": "Not recorded as qualified at any site. Offered too by demo:F6.",
    }


def test_a_site_takes_its_people_methods_materials_equipment_and_process_along(
    workspace: Workspace, tell: Tell
) -> None:
    tell(
        "S1 a Site\nS2 a Site\nA a Person\nA worksAt S1\nB a Person\nB worksAt S2\nR a Person\nR worksAt S1\nR status retired\n"
        "K1 a TacitAssertion\nK1 knownBy A\nU1 a UnitOperation\nU2 a UnitOperation\n"
        + "\n".join(
            f'{name} a Qualification\n{name} ofPerson {who}\n{name} forUnitOperation {step}\n{name} validUntil "{until}"^^<{XSD.date}>'
            for name, who, step, until in (
                ("L1", "A", "U1", "2027-01-01"),
                ("L2", "B", "U1", "2027-01-01"),
                ("L3", "A", "U2", "2027-01-01"),
                ("L4", "B", "U2", "2020-01-01"),
            )
        )
        + "\nT1 a MethodAtSite\nT1 ofMethod AM\nT1 atSite S1\nT1 methodStatus validated\n"
        "T2 a MethodAtSite\nT2 ofMethod AM\nT2 atSite S2\nT2 methodStatus inTransfer\n"
        "T3 a MethodAtSite\nT3 ofMethod AN\nT3 atSite S1\nT3 methodStatus notTransferred\n"
        "N1 a MaterialAtSite\nN1 ofMaterial M1\nN1 atSite S1\nN1 qualificationStatus qualified\n"
        "N2 a MaterialAtSite\nN2 ofMaterial M1\nN2 atSite S2\nN2 qualificationStatus qualified\n"
        "N3 a MaterialAtSite\nN3 ofMaterial M1\nN3 atSite S1\nN3 qualificationStatus inQualification\n"
        "Y1 a SiteProcess\nY1 from GR\nY1 atSite S1\nH1 a Equipment\nH1 locatedAt S1\nZ1 a SiteStep\nZ1 atSite S1"
    )
    departure = rehearsed(workspace, "S1")
    assert [each.id for each in departure.people] == ["A"]
    assert set(losses(departure, Lost.KNOW_HOW, Left.NOTHING)) == {"K1"}
    assert losses(departure, Lost.QUALIFICATION) == {
        "U2": "Nobody else has a valid qualification recorded.",
        "U1": "Qualified too: B (S2). Nobody of them works at the same site.",
    }
    assert losses(departure, Lost.METHOD) == {"T1": "Nowhere else recorded as valid."}
    assert losses(departure, Lost.OFFERING) == {"N1": "Elsewhere qualified: demo:N2."}
    assert losses(departure, Lost.PROCESS) == {"Y1": "Nowhere else recorded as of the same general process."}
    assert losses(departure, Lost.EQUIPMENT, Left.UNKNOWN) == {"H1": "What it is of is not recorded."}


def test_the_sentences_count_in_plain_english(workspace: Workspace, tell: Tell) -> None:
    tell(
        "S1 a Site\n"
        + "\n".join(
            f"Y{at} a SiteProcess\nY{at} from GR{at}\nY{at} atSite S1\nC{at} a Action\nC{at} owner A\nA a Person\n"
            f"K{at} a TacitAssertion\nK{at} knownBy A\nK{at} knownBy B\nB a Person\nA worksAt S1"
            for at in (1, 2)
        )
    )
    assert knowledge_tables.departure_answer(rehearsed(workspace, "S1")) == (
        "0 of 2 pieces of know-how are left without a holder.",
        "2 site processes have no other of the same general process.",
        "Of open tasks and responsibilities 2 are with nobody else.",
        "2 more lose support that others still give.",
    )
