"""Who holds which know-how, how sure that is, and what goes with a departure: told exactly, unknown where not recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgapp.domain.errors import BadInput
from kgapp.domain.grades import Grade
from kgapp.domain.knowledge import Competence, Departure, Holding, KnowHow, Left, Lost, Survey
from kgapp.domain.terms import Iri, Literal, Quad, Term
from kgapp.domain.vocabulary import KG, RDF, RDFS, XSD
from kgapp.services import knowledge_contract, knowledge_departure, knowledge_risk, knowledge_tables
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
ON = date(2026, 3, 1)
Tell = Callable[[str], None]


def survey(workspace: Workspace, on: date = ON) -> Survey:
    return knowledge_risk.survey(workspace.reader, on)


def rehearsed(workspace: Workspace, who: str, on: date = ON) -> Departure:
    return knowledge_departure.rehearse(workspace.reader, Iri(BASE + who), on)


def only(found: Survey) -> KnowHow:
    (one,) = found.know_how
    return one


def losses(departure: Departure, kind: Lost, left: Left | None = None) -> dict[str, str]:
    return {loss.thing.id: loss.sentence for loss in departure.of(kind, left)}


# ---------------------------------------------------------------- what is not known


def test_nothing_recorded_is_said_and_is_no_safety(workspace: Workspace) -> None:
    told = knowledge_tables.of_survey(survey(workspace), None)
    assert told.answer == ("No know-how is recorded in this project.",)
    assert told.tables == ()


def test_know_how_without_holder_severity_or_document_is_unknown_and_exposed(workspace: Workspace, tell: Tell) -> None:
    tell('K1 a TacitAssertion\nK1 label "Listen"')
    one = only(survey(workspace))
    assert one.holding is Holding.NOBODY
    assert (one.severity, one.open, one.exposed, one.competent) == (None, True, True, 0)
    told = knowledge_tables.of_survey(survey(workspace), None)
    assert told.tables[0].rows == (("K1 Listen", "unknown", "nobody recorded", "in no document"),)
    assert told.answer == (
        "0 of 1 piece of know-how is held by one person and recorded in no document or batch record step.",
        "1 more has no recorded holder and no document.",
        "For 1 of these the severity is not fully recorded.",
        "For 1 nobody is known to be competent.",
    )


def test_a_holder_without_assessment_or_qualification_is_not_known_to_be_competent(
    workspace: Workspace, tell: Tell
) -> None:
    tell("K1 a TacitAssertion\nK1 heldBy A\nA a Person")
    (holder,) = only(survey(workspace)).holders
    assert holder.competence is Competence.UNKNOWN
    assert holder.ways == ("holds",)
    told = knowledge_tables.of_survey(survey(workspace), None)
    assert told.tables[0].rows[0][2] == "A (no site recorded): competence not known"


def test_severity_that_is_not_recorded_beside_one_that_is_makes_it_at_least(workspace: Workspace, tell: Tell) -> None:
    tell(
        "K1 a TacitAssertion\nK1 affectsAttribute Q1\nK1 affectsAttribute Q2\nQ1 a QualityAttribute\nQ1 severity low\n"
        "Q2 a QualityAttribute"
    )
    one = only(survey(workspace))
    assert (one.severity, one.open) == (Grade.LOW, True)
    assert knowledge_tables.of_survey(survey(workspace), None).tables[0].rows[0][1] == "at least low"


# ---------------------------------------------------------------- what makes somebody competent


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2026-03-01", Competence.COMPETENT),
        ("2026-02-28", Competence.NOT_COMPETENT),
        (None, Competence.UNKNOWN),
    ],
)
def test_a_qualification_counts_up_to_its_last_day(
    workspace: Workspace, tell: Tell, until: str | None, expected: Competence
) -> None:
    tell(
        "K1 a TacitAssertion\nK1 knownBy A\nK1 concerns P1\nP1 a ProcessParameter\nU1 a UnitOperation\nU1 hasFactor P1\n"
        "A a Person\nL1 a Qualification\nL1 ofPerson A\nL1 forUnitOperation U1\n"
        + (f'L1 validUntil "{until}"^^<{XSD.date}>' if until else "")
    )
    assert only(survey(workspace)).holders[0].competence is expected


def test_one_qualification_without_end_beside_a_lapsed_one_leaves_it_open(workspace: Workspace, tell: Tell) -> None:
    tell(
        "K1 a TacitAssertion\nK1 knownBy A\nK1 concerns U1\nU1 a UnitOperation\nA a Person\n"
        "L1 a Qualification\nL1 ofPerson A\nL1 forUnitOperation U1\n"
        f'L2 a Qualification\nL2 ofPerson A\nL2 forUnitOperation U1\nL2 validUntil "2020-01-01"^^<{XSD.date}>\n'
        f'L3 a Qualification\nL3 ofPerson A\nL3 forUnitOperation U1\nL3 validUntil "2030-01-01"^^<{XSD.date}>\n'
        "L3 status retired"
    )
    assert only(survey(workspace)).holders[0].competence is Competence.UNKNOWN


def test_a_learner_holds_it_once_competence_was_shown_and_the_last_result_counts(
    workspace: Workspace, tell: Tell
) -> None:
    tell(
        "K1 a TacitAssertion\nA a Person\nB a Person\nC a Person\n"
        + "\n".join(
            f"{name} a KnowledgeTransfer\n{name} transfers K1\n{name} toPerson {who}\n"
            f'{name} eventDate "{when}"^^<{XSD.date}>\n{name} competent "{passed}"^^<{XSD.boolean}>'
            for name, who, when, passed in (
                ("E1", "A", "2025-01-01", "true"),
                ("E2", "B", "2025-01-01", "true"),
                ("E3", "B", "2025-06-01", "false"),
                ("E4", "C", "2026-06-01", "true"),
                ("E5", "A", "2024-01-01", "false"),
            )
        )
        + "\nE6 a KnowledgeTransfer\nE6 transfers K1"
    )
    one = only(survey(workspace))
    assert [(holder.person.id, holder.ways) for holder in one.holders] == [("A", ("learned",))]
    assert [each.thing.id for each in one.transfers] == ["E5", "E1", "E2", "E3", "E4", "E6"]
    assert one.transfers[4].competent is None
    assert [holder.person.id for holder in only(survey(workspace, date(2026, 6, 1))).holders] == ["A", "C"]
    told = knowledge_tables.of_survey(survey(workspace), None).tables[0].rows[0][3]
    written = knowledge_contract.to_json(survey(workspace), None, None)
    assert written["people_source"] is written["departure"] is None
    assert [each["competent"] for each in written["know_how"][0]["transfers"]] == [False, True, True, False, None, None]
    assert [each["day"] for each in written["know_how"][0]["transfers"]][-2:] == ["2026-06-01", None]
    assert told == "in no document; without result: E4, E6; not passed: E5, E3"


def test_who_failed_is_not_competent_whatever_qualification_says(workspace: Workspace, tell: Tell) -> None:
    tell(
        "K1 a TacitAssertion\nK1 knownBy A\nK1 doneBy A\nK1 concerns U1\nU1 a UnitOperation\nA a Person\n"
        f'L1 a Qualification\nL1 ofPerson A\nL1 forUnitOperation U1\nL1 validUntil "2030-01-01"^^<{XSD.date}>\n'
        f'E1 a KnowledgeTransfer\nE1 transfers K1\nE1 toPerson A\nE1 competent "false"^^<{XSD.boolean}>'
    )
    (holder,) = only(survey(workspace)).holders
    assert (holder.competence, holder.ways) == (Competence.NOT_COMPETENT, ("knows", "does"))


def test_retired_know_how_and_retired_people_do_not_count(workspace: Workspace, tell: Tell) -> None:
    tell(
        "K1 a TacitAssertion\nK1 status retired\nK2 a TacitAssertion\nK2 knownBy A\nA a Person\nA status retired\n"
        "K3 a TacitAssertion\nK3 status retired"
    )
    found = survey(workspace)
    assert only(found).holding is Holding.NOBODY
    assert found.retired == 2
    assert "2 no longer in use are left out." in knowledge_tables.of_survey(found, None).notes


# ---------------------------------------------------------------- order, severity, dates


def test_the_most_at_risk_comes_first(workspace: Workspace, tell: Tell) -> None:
    tell(
        "A a Person\nB a Person\nD1 a Document\nQh a QualityAttribute\nQh severity high\nQl a QualityAttribute\nQl severity low\n"
        "K1 a TacitAssertion\nK1 knownBy A\nK1 knownBy B\nK1 affectsAttribute Qh\nK1 codifiedIn D1\n"
        "K2 a TacitAssertion\nK2 knownBy A\nK2 knownBy B\nK2 affectsAttribute Qh\n"
        "K3 a TacitAssertion\nK3 knownBy A\nK3 affectsAttribute Qh\nK3 codifiedIn D1\n"
        "K4 a TacitAssertion\nK4 knownBy A\nK4 affectsAttribute Ql\n"
        "K5 a TacitAssertion\nK5 knownBy A\n"
        "K6 a TacitAssertion\nK6 knownBy A\nK6 affectsAttribute Qh"
    )
    assert [each.thing.id for each in survey(workspace).know_how] == ["K6", "K5", "K4", "K3", "K2", "K1"]


def test_severity_comes_by_recorded_links_only(workspace: Workspace, tell: Tell) -> None:
    tell(
        "K1 a TacitAssertion\nK1 concerns M1\nK1 concerns Q9\nM1 a Material\nM1 affectsFactor P1\nP1 a ProcessParameter\n"
        "P1 criticality CPP\nQ9 a QualityAttribute\nQ9 severity none\n"
        + "\n".join(
            f"I{at} a Influence\nI{at} hasCause P1\nI{at} hasEffect Q{at}\nQ{at} a QualityAttribute\nQ{at} severity high\n{more}"
            for at, more in enumerate(
                ("I0 strength low", "I1 strength none", "I2 status rejected", "I3 status retired")
            )
        )
    )
    one = only(survey(workspace))
    assert [stake.attribute.id for stake in one.stakes] == ["Q0", "Q9"]
    assert [thing.id for thing in one.critical] == ["P1"]
    assert one.severity is Grade.HIGH
    assert knowledge_tables.of_survey(survey(workspace), None).tables[0].rows[0][1] == "high, CPP"


def test_a_site_where_it_applies_and_nobody_is_known_to_be_competent_is_named(workspace: Workspace, tell: Tell) -> None:
    tell(
        "S1 a Site\nS2 a Site\nA a Person\nA worksAt S1\nB a Person\nB worksAt S2\nU1 a UnitOperation\n"
        "K1 a TacitAssertion\nK1 knownBy A\nK1 knownBy B\nK1 appliesAt S1\nK1 appliesAt S2\nK1 concerns U1\n"
        f'L1 a Qualification\nL1 ofPerson A\nL1 forUnitOperation U1\nL1 validUntil "2030-01-01"^^<{XSD.date}>'
    )
    found = survey(workspace)
    assert [site.id for site in only(found).missing_at] == ["S2"]
    told = knowledge_tables.of_survey(found, None).tables[0].rows[0][3]
    assert told == "in no document; nobody known to be competent at S2"


def test_the_day_of_a_project_counts_unless_there_are_several(workspace: Workspace, tell: Tell) -> None:
    assert knowledge_risk.reference_day(workspace.reader, ON) == ON
    tell(f'X1 a Project\nX1 referenceDate "2025-05-05"^^<{XSD.date}>\nX3 a Project')
    assert knowledge_risk.reference_day(workspace.reader, ON) == date(2025, 5, 5)
    tell(f'X2 a Project\nX2 referenceDate "2025-06-05"^^<{XSD.date}>')
    assert knowledge_risk.reference_day(workspace.reader, ON) == ON


def test_contradictions_stand_side_by_side_once(workspace: Workspace, tell: Tell) -> None:
    tell(
        "K1 a TacitAssertion\nK2 a TacitAssertion\nK1 contradicts K2\nK2 contradicts K1\nK1 contradicts K1\n"
        'K1 scope "vials"\nK1 evidenceLevel opinion\nK1 hasEvidence V1\nV1 cites D1\nD1 label "Source"'
    )
    found = survey(workspace)
    ((one, other),) = found.contradictions
    assert (one.thing.id, one.scope, one.evidence, [each.label for each in one.sources]) == (
        "K1",
        "vials",
        "opinion",
        ["Source"],
    )
    assert other.evidence == "unknown"
    told = knowledge_tables.of_survey(found, None)
    assert "In 1 pair one contradicts the other." in told.answer
    assert ("Holds for", "vials", "not recorded") in told.tables[-1].rows
    ((written, _),) = knowledge_contract.to_json(found, None, None)["contradictions"]
    assert (written["scope"], written["sources"][0]["label"]) == ("vials", "Source")


# ---------------------------------------------------------------- people


def test_figures_of_people_are_told_with_their_source_and_unknown_where_missing(
    workspace: Workspace, tell: Tell
) -> None:
    tell(
        f'A a Person\nA attritionRisk "5"^^<{XSD.integer}>\nA positionRisk "4"^^<{XSD.integer}>\n'
        f'A leavesOn "2026-12-01"^^<{XSD.date}>\nB a Person\nB attritionRisk "9"^^<{XSD.integer}>\n'
        "K1 a TacitAssertion\nK1 knownBy A\nK2 a TacitAssertion\nK2 knownBy A\nK2 knownBy B\nK3 a TacitAssertion\nK3 knownBy B"
    )
    found = survey(workspace)
    people = knowledge_risk.people(workspace.reader, found)
    assert [(each.person.id, each.total, each.holds, each.alone) for each in people] == [
        ("A", 20, 2, 1),
        ("B", None, 2, 1),
    ]
    told = knowledge_tables.of_survey(found, people)
    assert "IAEA" in told.tables[-1].hint
    assert told.tables[-1].rows == (
        ("demo:A", "5", "4", "20", "2026-12-01", "2, 1 alone"),
        ("demo:B", "unknown", "unknown", "unknown", "not recorded", "2, 1 alone"),
    )
    risks = {row[0]: row[3] for row in told.tables[0].rows}
    assert risks == {
        "K1 demo:K1": "in no document; risk 20 of 25",
        "K2 demo:K2": "in no document; risk at most 20 of 25",
        "K3 demo:K3": "in no document; risk unknown",
    }
    assert knowledge_tables.LEFT_OUT not in told.notes
    assert knowledge_contract.to_json(found, None, people)["people"][0]["total_risk"] == 20


def test_personal_figures_alter_nothing_that_is_told_without_asking(workspace: Workspace, tell: Tell) -> None:
    tell("A a Person\nB a Person\nK1 a TacitAssertion\nK1 knownBy A\nK2 a TacitAssertion\nK2 knownBy B")

    def told() -> tuple[object, ...]:
        found, gone = survey(workspace), rehearsed(workspace, "A")
        return (
            knowledge_tables.of_survey(found, None),
            knowledge_tables.of_departure(gone, None),
            knowledge_contract.to_json(found, gone, None),
        )

    before = told()
    tell(
        f'B attritionRisk "5"^^<{XSD.integer}>\nB positionRisk "5"^^<{XSD.integer}>\nA leavesOn "2026-03-02"^^<{XSD.date}>'
    )
    assert told() == before
    assert knowledge_contract.to_json(survey(workspace), None, None)["people"] is None


def test_what_is_marked_personal_is_left_out_and_counted(workspace: Workspace, tell: Tell) -> None:
    tell(
        'A a Person\nB a Person\nK1 a TacitAssertion\nK1 label "Secret one"\nK1 knownBy A\nK1 confidentiality personal\n'
        "K2 a TacitAssertion\nK2 knownBy A\nK2 contradicts K1\nE1 a KnowledgeTransfer\nE1 transfers K2\nE1 toPerson B\n"
        'E1 label "Secret two"\nE1 confidentiality personal\nC1 a Action\nC1 owner A\nI1 a Influence\n'
        'I1 hasEvidence V1\nI1 hasEvidence V2\nV1 attributedTo A\nV2 label "Secret three"\nV2 confidentiality personal'
    )
    hidden = knowledge_risk.marked_personal(workspace.reader)
    found = knowledge_risk.survey(workspace.reader, ON, hidden)
    gone = knowledge_departure.rehearse(workspace.reader, Iri(BASE + "A"), ON, hidden)
    told = knowledge_tables.of_survey(found, None), knowledge_tables.of_departure(gone, None)
    assert "Secret" not in repr((told, knowledge_contract.to_json(found, gone, None)))
    assert "1 marked personal is left out too." in told[0].notes
    assert "1 marked personal is left out too." in told[1].notes
    assert "Secret one" in repr(survey(workspace))


# ---------------------------------------------------------------- departures


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


# ---------------------------------------------------------------- against brute force


class _Quads:
    """A graph in memory that answers what the service asks of a record."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._quads = tuple(quads)

    def quads(self, pattern: Pattern, *, limit: int | None = None) -> Iterator[Quad]:
        found = (
            quad
            for quad in self._quads
            if pattern.subject in {None, quad.subject}
            and pattern.predicate in {None, quad.predicate}
            and (pattern.object is None or pattern.object == quad.object)
        )
        yield from list(found)[:limit]

    def instances(self, classes: Iterable[Iri]) -> tuple[Iri, ...]:
        wanted = frozenset(classes)
        return tuple(sorted({q.subject for q in self._quads if q.predicate == RDF.type and q.object in wanted}))


KNOW_HOW, PEOPLE, STEPS = ("K1", "K2", "K3"), ("A", "B", "C"), ("U1", "U2")
World = tuple[
    frozenset[tuple[str, str]],  # holds: know-how, person
    tuple[tuple[str, str, int, bool | None], ...],  # trainings: know-how, person, day, result
    tuple[tuple[str, str, int], ...],  # qualifications: person, step, last day
    frozenset[tuple[str, str]],  # concerns: know-how, step
]
_days = st.integers(-3, 3)
WORLDS: st.SearchStrategy[World] = st.tuples(
    st.frozensets(st.tuples(st.sampled_from(KNOW_HOW), st.sampled_from(PEOPLE))),
    st.lists(
        st.tuples(st.sampled_from(KNOW_HOW), st.sampled_from(PEOPLE), _days, st.sampled_from((True, False, None))),
        max_size=6,
    ).map(tuple),
    st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(STEPS), _days), max_size=5).map(tuple),
    st.frozensets(st.tuples(st.sampled_from(KNOW_HOW), st.sampled_from(STEPS))),
)


def graph_of(world: World) -> RecordReader:
    holds, trainings, qualifications, concerns = world
    quads: list[Quad] = []

    def say(subject: str, predicate: Iri, value: Term) -> None:
        quads.append(Quad(Iri(BASE + subject), predicate, value, Iri(BASE + "graph/main")))

    kinds = ((KNOW_HOW, KG.TacitAssertion), (PEOPLE, KG.Person), (STEPS, KG.UnitOperation))
    for names, kind in kinds:
        for name in names:
            say(name, RDF.type, kind)
            say(name, RDFS.label, Literal(name))
    for know_how, person in holds:
        say(know_how, KG.knownBy, Iri(BASE + person))
    for at, (know_how, person, when, result) in enumerate(trainings):
        say(f"E{at}", RDFS.label, Literal(f"Training {at}"))
        say(f"E{at}", KG.transfers, Iri(BASE + know_how))
        say(f"E{at}", KG.toPerson, Iri(BASE + person))
        say(f"E{at}", KG.eventDate, Literal(str(ON + timedelta(when)), XSD.date))
        if result is not None:
            say(f"E{at}", KG.competent, Literal(str(result).lower(), XSD.boolean))
    for at, (person, step, when) in enumerate(qualifications):
        say(f"L{at}", KG.ofPerson, Iri(BASE + person))
        say(f"L{at}", KG.forUnitOperation, Iri(BASE + step))
        say(f"L{at}", KG.validUntil, Literal(str(ON + timedelta(when)), XSD.date))
    for know_how, step in concerns:
        say(know_how, KG.concerns, Iri(BASE + step))
    return cast("RecordReader", _Quads(quads))


def expected(world: World, know_how: str) -> dict[str, str]:
    """Who holds it and how competent, by the rules in words; shares no code with the service."""
    holds, trainings, qualifications, concerns = world
    found = {}
    for person in PEOPLE:
        results = [(day, result) for one, who, day, result in trainings if (one, who) == (know_how, person)]
        past = [(day, result) for day, result in results if day <= 0 and result is not None]
        latest = max((day for day, _ in past), default=None)
        passed = None if latest is None else all(result for day, result in past if day == latest)
        ends = [day for who, step, day in qualifications if who == person and (know_how, step) in concerns]
        if (know_how, person) not in holds and not passed:
            continue
        if passed is False or (ends and max(ends) < 0):
            found[person] = "not competent"
        elif passed or ends:
            found[person] = "competent"
        else:
            found[person] = "competence not known"
    return found


@settings(max_examples=150, deadline=None)
@given(WORLDS)
def test_holders_and_competence_are_what_brute_force_finds(world: World) -> None:
    found = {each.thing.id: each for each in knowledge_risk.survey(graph_of(world), ON).know_how}
    for know_how in KNOW_HOW:
        wanted = expected(world, know_how)
        assert {holder.person.id: holder.competence.value for holder in found[know_how].holders} == wanted
        assert found[know_how].holding is (Holding.NOBODY, Holding.ONE, Holding.SEVERAL)[min(len(wanted), 2)]


@settings(max_examples=100, deadline=None)
@given(WORLDS, st.sampled_from(PEOPLE))
def test_a_departure_loses_exactly_what_brute_force_loses(world: World, who: str) -> None:
    departure = knowledge_departure.rehearse(graph_of(world), Iri(BASE + who), ON)
    held = {know_how: expected(world, know_how) for know_how in KNOW_HOW}
    mine = {know_how for know_how, holders in held.items() if who in holders}
    assert set(losses(departure, Lost.KNOW_HOW, Left.NOTHING)) == {each for each in mine if len(held[each]) == 1}
    assert set(losses(departure, Lost.KNOW_HOW, Left.OTHERS)) == {each for each in mine if len(held[each]) > 1}
    assert not departure.of(Lost.KNOW_HOW, Left.UNKNOWN)


def key(each: KnowHow) -> tuple[object, ...]:
    return each.order[:-2]


@settings(max_examples=100, deadline=None)
@given(WORLDS, st.sampled_from(KNOW_HOW), st.sampled_from(PEOPLE))
def test_one_more_holder_never_moves_know_how_forward_and_one_less_never_back(
    world: World, know_how: str, person: str
) -> None:
    holds, *rest = world
    more = cast("World", (holds | {(know_how, person)}, *rest))
    less = cast("World", (holds - {(know_how, person)}, *rest))
    ranked = [
        {each.thing.id: each for each in knowledge_risk.survey(graph_of(one), ON).know_how} for one in (less, more)
    ]
    for each in KNOW_HOW:
        assert key(ranked[0][each]) <= key(ranked[1][each])
        assert ranked[0][each].competent <= ranked[1][each].competent
        assert len(ranked[0][each].holders) <= len(ranked[1][each].holders)
