"""Actions, package and time line of a transfer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.vocabulary import KG
from kgapp.services.transfer import actions, contract, package, timeline
from kgapp.services.transfer.actions import QUESTION, Draft
from kgapp.services.transfer.cells import Entered, Sitting
from kgapp.services.transfer.timeline import Lane, Standing
from kgapp.services.workspace import Workspace
from tests.services.transfer.conftest import DATE, TP, iri, objects

Tell = Callable[[str], None]
DUE = "2026-02-01"


def names(found: actions.Actions) -> list[str]:
    return [row.thing.label for row in found.rows]


def test_open_actions_stand_first_by_their_day_and_those_of_a_project_are_its_gaps_too(transfer: Workspace) -> None:
    found = actions.actions(transfer.reader)
    assert names(found) == ["Measure it", "Which titre?", "Old"]
    assert names(actions.actions(transfer.reader, TP)) == ["Measure it", "Which titre?"]
    assert [row.thing.label for row in found.overdue] == ["Measure it"]
    assert len(found.open) == 2
    assert found.rows[1].question
    assert not found.rows[1].overdue(date(2030, 1, 1))


def test_a_question_is_closed_with_its_answer(transfer: Workspace) -> None:
    with pytest.raises(BadInput, match="closed with its answer"):
        actions.edit(transfer, iri("A2"), (Entered("status", "open", "closed"),), "why")
    revision = actions.answer(transfer, iri("A2"), "The one of Boston", "why")
    assert revision is not None
    assert "The one of Boston" in revision.summary
    row = actions.actions(transfer.reader).rows[-1]
    assert row.closed
    assert actions.answer(transfer, iri("A2"), "The one of Boston", "why") is None


def test_a_list_goes_on_with_what_it_saved_itself_but_not_over_what_others_did(packed: Workspace) -> None:
    action, item = Sitting(actions.COLUMNS), Sitting(package.COLUMNS)
    for text in ("2026-06-01", "2026-06-02"):
        actions.edit(packed, iri("A2"), (Entered("due", "", text),), "why", action)
        package.edit(packed, iri("I2X"), (Entered("due", DUE, text),), "why", item)
    for column, text in (("due", "2026-07-07"), ("owner", "Ben")):
        seen = "2026-06-02" if column == "due" else ""
        package.edit(packed, iri("I2X"), (Entered(column, seen, text),), "other")
    actions.edit(packed, iri("A2"), (Entered("due", "2026-06-02", "2026-07-07"),), "other")
    package.edit(packed, iri("I2X"), (Entered("label", "Description", "Description of it"),), "why", item)
    with pytest.raises(BadInput, match="changed meanwhile: it is now “2026-07-07”"):
        actions.edit(packed, iri("A2"), (Entered("due", "", "2026-06-03"),), "why", action)
    with pytest.raises(BadInput, match="changed meanwhile: it is now “2026-07-07”"):
        package.edit(packed, iri("I2X"), (Entered("due", DUE, "2026-06-03"),), "why", item)
    with pytest.raises(BadInput, match="changed meanwhile: it is now “Ben”"):
        package.edit(packed, iri("I2X"), (Entered("owner", "", ""),), "why", item)


def test_an_action_that_is_none_is_told(transfer: Workspace) -> None:
    with pytest.raises(NotFound):
        actions.edit(transfer, iri("P1"), (), "why")


def test_an_action_is_made_about_a_gap_or_a_thing(transfer: Workspace) -> None:
    made, revision = actions.create(
        transfer, Draft("Ask  Leiden", QUESTION, "Ben", "2026-04-01", closes=iri("G1"), project=TP), "why"
    )
    assert revision.summary == "New question “Ask Leiden”"
    assert objects(transfer, made, KG.closes) == {iri("G1")}
    assert objects(transfer, made, KG.status) == {KG.open}
    other, _ = actions.create(transfer, Draft("Look", concerns=iri("P2")), "why")
    assert objects(transfer, other, KG.actionKind) == {KG.taskAction}
    with pytest.raises(BadInput, match="needs words"):
        actions.create(transfer, Draft("  "), "why")
    with pytest.raises(BadInput, match="no person"):
        actions.create(transfer, Draft("Look", owner="Nobody"), "why")


@pytest.fixture
def packed(transfer: Workspace, tell: Tell) -> Workspace:
    """A package, gates, runs, qualifications and what the sending site uses."""
    tell(
        f"""
        WHO a Provision
        WHO label "The annex"
        WHO bearsOnClass TransferProject
        WHO status finalGuidance
        NEW a Provision
        NEW label "A draft"
        NEW bearsOnClass TransferProject
        NEW status draft
        I1X a PackageItem
        I1X label "Procedure"
        I1X inTransferProject TP
        I1X requiredFor AM1
        I1X status missing
        I1X due "2026-02-01"{DATE}
        I2X a PackageItem
        I2X label "Description"
        I2X inTransferProject TP
        I2X requiredFor TP
        I2X providedBy DOC
        I2X status available
        I2X due "2026-02-01"{DATE}
        I3X a PackageItem
        I3X label "Said to be there"
        I3X inTransferProject TP
        I3X status available
        AM1 a AnalyticalMethod
        AM1 label "Titration"
        AM2 a AnalyticalMethod
        AM2 label "Copies"
        M1 a MethodAtSite
        M1 ofMethod AM1
        M1 atSite BOS
        M2 a MethodAtSite
        M2 ofMethod AM2
        M2 atSite BOS
        K1 a TacitAssertion
        K1 label "Count late"
        K2 a TacitAssertion
        K2 label "About somebody"
        K2 confidentiality personal
        KT a KnowledgeTransfer
        KT atSite LEI
        KT transfers K1
        KT transfers K2
        GT1 a TransferGate
        GT1 label "First"
        GT1 inTransferProject TP
        GT1 requires I1X
        GT1 requires I2X
        GT1 requires I3X
        GT1 requires QL1
        GT1 requires P1
        GT1 due "2026-04-01"{DATE}
        GT1 owner EX2
        GT1 citesProvision WHO
        GT2 a TransferGate
        GT2 label "No needs"
        GT2 inTransferProject TP
        GT3 a TransferGate
        GT3 label "Closed too early"
        GT3 inTransferProject TP
        GT3 requires G1
        GT3 status closed
        GT3 due "not a day"
        GT4 a TransferGate
        GT4 label "Done"
        GT4 inTransferProject TP
        GT4 requires I2X
        GT5 a TransferGate
        GT5 label "Closed"
        GT5 inTransferProject TP
        GT5 requires I2X
        GT5 status closed
        R1 a TransferRun
        R1 label "Run"
        R1 inTransferProject TP
        R1 eventDate "2026-01-10"{DATE}
        R1 status closed
        QL1 a Qualification
        QL1 label "Anna for transduction"
        QL1 ofPerson EX1
        QL1 validUntil "2026-02-20"{DATE}
        E1 a Equipment
        E1 label "Freezer"
        E1 locatedAt LEI
        E1 atSite LEI
        QL2 a Qualification
        QL2 label "Over"
        QL2 ofPerson EX1
        QL2 status retired
        E1 requalificationDue "2026-09-01"{DATE}
        """
    )
    return transfer


def test_what_is_missing_stands_first_and_available_needs_a_document(packed: Workspace) -> None:
    found = package.package(packed.reader, TP)
    assert [row.thing.label for row in found.rows] == ["Procedure", "Said to be there", "Description"]
    assert (found.ready, found.overdue) == (1, 1)
    with pytest.raises(BadInput, match="No document provides"):
        package.edit(packed, iri("I1X"), (Entered("status", "missing", "available"),), "why")
    assert package.edit(packed, iri("I1X"), (Entered("owner", "", "Ben"),), "why") is not None
    assert package.edit(packed, iri("I1X"), (Entered("owner", "Ben", "Ben"),), "why") is None
    assert package.edit(packed, iri("I2X"), (Entered("status", "available", "available"),), "why") is None
    with pytest.raises(NotFound):
        package.edit(packed, iri("P1"), (), "why")


def test_what_nobody_listed_is_proposed_from_what_is_recorded(packed: Workspace) -> None:
    found = package.package(packed.reader, TP)
    labels = [each.label for each in found.proposed]
    assert labels == ["Procedure and validation: Copies", "Know-how: Count late"]
    assert [one.label for one in found.proposed[0].cites] == ["The annex"]
    item, _ = package.add(packed, TP, found.proposed[0], "why")
    with pytest.raises(BadInput, match="is listed already"):
        package.add(packed, TP, found.proposed[0], "why")
    assert objects(packed, item, KG.requiredFor) == {TP, iri("AM2")}
    assert objects(packed, item, KG.status) == {KG.missing}
    again = package.package(packed.reader, TP)
    assert [each.label for each in again.proposed] == ["Know-how: Count late"]
    proposed = package.Proposed("With a paper", found.proposed[0].required_for, "", found.rows[2].provided_by)
    package.add(packed, TP, again.proposed[0], "why")
    assert package.package(packed.reader, TP).proposed == ()
    other, _ = package.add(packed, TP, proposed, "why")
    assert objects(packed, other, KG.status) == {KG.draft}


def test_a_transfer_without_processes_proposes_nothing(transfer: Workspace, tell: Tell) -> None:
    tell('T2 a TransferProject\nT2 label "Half"')
    assert package.package(transfer.reader, iri("T2")).proposed == ()
    assert timeline.timeline(transfer.reader, iri("T2")).moments == ()


def test_a_gate_is_ready_only_when_all_that_it_requires_is_done(packed: Workspace) -> None:
    gates = {gate.thing.label: gate for gate in timeline.timeline(packed.reader, TP).gates}
    first = gates["First"]
    assert first.word == "4 of 5 not done"
    assert {each.thing.label: each.status for each in first.missing} == {
        "Procedure": "missing",
        "Said to be there": "available",
        "Anna for transduction": "valid until 2026-02-20",
        "MOI": "status not recorded",
    }
    assert (first.owner, [each.label for each in first.cites]) == ("Ben", ["The annex"])
    assert gates["No needs"].word.startswith("not known")
    assert gates["Closed too early"].word == "passed, though not all is done"
    assert (gates["Done"].word, gates["Closed"].word) == ("ready: all is done", "passed")


def test_the_time_line_holds_every_day_and_counts_what_has_none(packed: Workspace) -> None:
    found = timeline.timeline(packed.reader, TP)
    days = {(each.lane, each.thing.label): (each.day.isoformat(), each.standing) for each in found.moments}
    assert days[Lane.GAP, "Another MOI"] == ("2026-02-01", Standing.OVERDUE)
    assert days[Lane.RUN, "Run"] == ("2026-01-10", Standing.DONE)
    assert days[Lane.PROCESS, "at Leiden"] == ("2026-02-01", Standing.DONE)
    assert days[Lane.QUALIFICATION, "Anna for transduction"] == ("2026-02-20", Standing.OVERDUE)
    assert days[Lane.EQUIPMENT, "Freezer"] == ("2026-09-01", Standing.AHEAD)
    assert {"No needs", "Closed too early", "Which titre?"} <= {each.label for each in found.undated}
    assert [each.day for each in found.moments] == sorted(each.day for each in found.moments)
    assert timeline.timeline(packed.reader, TP, date(2026, 1, 1)).on == date(2026, 1, 1)


def test_when_people_leave_is_told_only_where_it_is_asked_for(packed: Workspace) -> None:
    assert all(each.lane is not Lane.PERSON for each in timeline.timeline(packed.reader, TP).moments)
    told = [each for each in timeline.timeline(packed.reader, TP, personal=True).moments if each.lane is Lane.PERSON]
    assert [(each.thing.label, each.day.isoformat()) for each in told] == [("Anna", "2026-11-01")]


def test_a_process_without_a_site_has_no_days_of_its_site(transfer: Workspace, tell: Tell) -> None:
    tell('T4 a TransferProject\nT4 label "No site"\nT4 sendingProcess SPB\nT4 receivingProcess SPN\nSPN label "New"')
    found = timeline.timeline(transfer.reader, iri("T4"))
    assert [each.label for each in found.undated] == ["No site", "New"]


def test_lists_as_json_say_what_is_shown_of_how_many(packed: Workspace) -> None:
    found = actions.actions(packed.reader)
    told = contract.action_list(found, found.overdue)
    assert (told["open"], len(told["rows"]), told["rows"][0]["about"][0]["label"]) == (2, 1, "Another MOI")
    listed = contract.checklist(package.package(packed.reader, TP))
    assert (listed["items"], listed["ready"], len(listed["proposed"])) == (3, 1, 2)
