"""Who holds which know-how, how sure that is, and what goes with a departure: told exactly, unknown where not recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kgapp.domain.grades import Grade
from kgapp.domain.knowledge import Competence, Departure, Holding, KnowHow, Survey
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import XSD
from kgapp.services import knowledge_contract, knowledge_departure, knowledge_risk, knowledge_tables
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
