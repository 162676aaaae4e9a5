"""Suppliers, identity, times that add up, runs, what replaces what, sites in place of processes, and what is retired."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgapp.domain.errors import BadInput
from kgapp.domain.sites import Comparison, Dimension, Row, State
from kgapp.domain.terms import Iri
from kgapp.services.ports import RecordReader
from kgapp.services.sites import processes

Two = Callable[..., Comparison]
Find = Callable[[Comparison, Dimension, str], Row]
Told = Callable[[str], RecordReader]
DEMO = "https://w3id.org/kgapp/demo/"
PROJECT = "TP a TransferProject\nTP sendingProcess SPB\nTP receivingProcess SPL\n"
CHOICE = "OA optionGroup culture\nOB optionGroup culture\nSPB choosesOption OA\nSPL choosesOption OB\n".replace(
    "culture", '"culture"'
)


def rows(comparison: Comparison, dimension: Dimension) -> list[Row]:
    return [row for row in comparison.rows if row.dimension is dimension]


# ---- suppliers


def material(side: str, step: str, *more: str) -> str:
    one = f"M{side}"
    lines = [f"{step} consumesMaterial {one}", f"{one} ofMaterial M", f'{one} grade "GMP"']
    return "\n".join([*lines, f"{one} qualificationStatus qualified", *(f"{one} {each}" for each in more)]) + "\n"


def offer(side: str, supplier: str, number: str = "") -> str:
    one = f"F{side}"
    part = f'{one} partNumber "{number}"\n' if number else ""
    return f"{one} a SupplyOffering\n{one} qualifiedFor M{side}\n{one} offeredBy {supplier}\n{part}"


@pytest.mark.parametrize(
    ("offers", "state", "says"),
    [
        ("", State.SAME, "The same: grade, qualification."),
        (offer("B", "S1", "10") + offer("L", "S1", "10"), State.SAME, "supplier, part number"),
        (offer("B", "S1", "10") + offer("L", "S2", "10"), State.DIFFERS, "Other supplier"),
        (offer("B", "S1", "10") + offer("L", "S1", "11"), State.DIFFERS, "Other part number: 10 → 11."),
        (offer("B", "S1", "10"), State.UNKNOWN, "Not recorded at Leiden: supplier, part number."),
        (offer("B", "S1", "10") + offer("L", "S1"), State.UNKNOWN, "Not recorded at Leiden: part number."),
        (offer("B", "S1") + offer("L", "S1") + "FB status retired\n", State.UNKNOWN, "Not recorded at Boston"),
    ],
)
def test_a_material_of_another_supplier_differs(offers: str, state: State, says: str, two: Two, row: Find) -> None:
    found = row(two(material("B", "SB") + material("L", "SL") + offers), Dimension.MATERIAL, "M")
    assert found.state is state
    assert says in found.meaning


# ---- identity and custody


def check(side: str, step: str, *more: str) -> str:
    one = f"I{side}"
    lines = [f"{one} a IdentityCheckpoint", f"{one} atStep {step}", f"{one} atSite {'BOS' if side == 'B' else 'LEI'}"]
    return "\n".join([*lines, f"{one} controls Q", *(f"{one} {each}" for each in more)]) + "\n"


@pytest.mark.parametrize(
    ("text", "state", "says"),
    [
        (check("B", "SB", "statusAtSite validated"), State.UNKNOWN, "Not recorded at Leiden"),
        (
            check("B", "SB", "statusAtSite validated") + check("L", "SL", "statusAtSite planned"),
            State.MISSING,
            "planned",
        ),
        (check("B", "SB", "statusAtSite validated") + check("L", "SL", "statusAtSite validated"), State.SAME, "status"),
        (check("B", "SB") + check("L", "SL"), State.UNKNOWN, "either site: status"),
        (
            check("B", "SB", "statusAtSite validated", 'custodyTransfer "true"')
            + check("L", "SL", "statusAtSite validated", 'custodyTransfer "false"'),
            State.DIFFERS,
            "Other custody: changes hands → stays.",
        ),
    ],
)
def test_identity_is_compared_step_by_step(text: str, state: State, says: str, two: Two, row: Find) -> None:
    found = row(two(text), Dimension.IDENTITY, "U1")
    assert found.state is state
    assert says in found.meaning
    assert (found.start is not None) is (state in {State.MISSING, State.DIFFERS})


def test_a_batch_record_step_that_hands_the_product_over_counts_for_custody(two: Two, row: Find) -> None:
    text = 'RB a BatchRecordStep\nRB atStep SB\nRB atSite BOS\nRB custodyTransfer "true"\n'
    found = row(two(text), Dimension.IDENTITY, "U1")
    assert (found.state, found.sending.text) == (State.UNKNOWN, "demo:RB (custody changes hands)")
    assert not rows(two(text.replace("true", "false")), Dimension.IDENTITY)
    assert not rows(two(text.replace("RB atStep SB\n", "")), Dimension.IDENTITY)


# ---- times that add up


def wait(factor: str, site: str, figure: str, unit: str = "MIN") -> str:
    one = f"W{factor}{site}"
    value = f'{one} setpoint "{figure}"\n{one} unit {unit}\n'
    return f"{one} a SiteSetting\n{one} forFactor {factor}\n{one} atSite {site}\n{value}"


HOLDS = """
U1 hasFactor H1
U1 hasFactor H2
H1 a HoldTime
H1 label "Fill"
H2 a HoldTime
H2 label "Contact"
H1 cumulativeWith H2
"""


@pytest.mark.parametrize(
    ("there", "here", "state", "says"),
    [
        (("20", "30"), ("30", "20"), State.SAME, "In all as long."),
        (("20", "30"), ("20", "45"), State.DIFFERS, "In all 15 min longer at Leiden."),
        (("20", "45"), ("20", "30"), State.DIFFERS, "In all 15 min shorter at Leiden."),
        (("20", "30"), ("20", ""), State.UNKNOWN, "Not every one of these times is recorded at Leiden."),
        (("20", "soon"), ("20", "30"), State.UNKNOWN, "recorded at Boston"),
    ],
)
def test_hold_times_that_count_together_are_added(
    there: tuple[str, str], here: tuple[str, str], state: State, says: str, two: Two
) -> None:
    sides = {"BOS": there, "LEI": here}
    text = HOLDS + "".join(
        wait(factor, site, figure)
        for site, figures in sides.items()
        for factor, figure in zip(("H1", "H2"), figures, strict=True)
        if figure
    )
    found = rows(two(text), Dimension.CUMULATIVE)
    assert [(each.state, each.thing.label) for each in found] == [(state, "Fill, Contact")]
    assert says in found[0].meaning
    alone = text.replace("H1 cumulativeWith H2\n", "")
    assert not rows(two(alone), Dimension.CUMULATIVE)


def test_minutes_and_hours_add_up(two: Two) -> None:
    text = HOLDS + wait("H1", "BOS", "1", "HR") + wait("H2", "BOS", "90") + wait("H1", "LEI", "60")
    found = rows(two(text + wait("H2", "LEI", "1.5", "HR")), Dimension.CUMULATIVE)
    assert [(each.state, each.sending.text, each.receiving.text) for each in found] == [(State.SAME, "2.5 h", "2.5 h")]


# ---- people and the next run


def qualified(person: str, site: str, until: str) -> str:
    return f'Z{person} forUnitOperation U1\nZ{person} ofPerson {person}\n{person} worksAt {site}\nZ{person} validUntil "{until}"\n'


RUN = (
    'R a TransferRun\nR inTransferProject TP\nR eventDate "2026-12-31"\nR status planned\nR label "First run"\n'
    + PROJECT
)


@pytest.mark.parametrize(
    ("more", "until", "state", "says"),
    [
        (
            RUN,
            "2026-10-31",
            State.NARROWER,
            "One person, qualification ends before the next run (First run, 2026-12-31).",
        ),
        (RUN, "2026-12-31", State.SAME, "As many people at both sites: 1."),
        (RUN.replace("planned", "closed"), "2026-10-31", State.SAME, "As many"),
        (RUN.replace("2026-12-31", "2025-12-31"), "2026-10-31", State.SAME, "As many"),
        (RUN.replace('eventDate "2026-12-31"', 'eventDate "soon"'), "2026-10-31", State.SAME, "As many"),
        (RUN + qualified("E3", "LEI", "2026-09-30"), "2026-10-31", State.NARROWER, "2 people, all qualifications end"),
    ],
)
def test_a_qualification_that_ends_before_the_next_run_counts_less(
    more: str, until: str, state: State, says: str, two: Two, row: Find
) -> None:
    found = row(
        two(qualified("E1", "BOS", "2027-06-01") + qualified("E2", "LEI", until) + more), Dimension.PEOPLE, "U1"
    )
    assert found.state is state
    assert says in found.meaning


def test_how_many_are_qualified_is_said_first(two: Two, row: Find) -> None:
    found = row(two(qualified("E1", "BOS", "2027-06-01")), Dimension.PEOPLE, "U1")
    assert found.sending.text == "1: demo:E1 until 2027-06-01"


# ---- know-how in all


def test_know_how_is_summed_up_with_what_one_person_alone_holds(two: Two) -> None:
    text = "E1 worksAt BOS\nE2 worksAt LEI\n" + "".join(
        f"{one} a TacitAssertion\n{one} concerns U1\n{one} heldBy E1\n" for one in ("T1", "T2", "T3")
    )
    found = two(text + 'T1 heldBy E2\nK transfers T2\nK atSite LEI\nK competent "false"\n')
    (whole,) = [row for row in rows(found, Dimension.KNOW_HOW) if row.step is None]
    assert (whole.sending.text, whole.receiving.text, whole.state) == ("3 of 3", "1 of 3", State.MISSING)
    assert whole.meaning == (
        "2 not shown to be held at Leiden, 1 of them tried or planned there and not shown; 2 held by one person only."
    )
    held = two(text + "T1 heldBy E2\nT2 heldBy E2\nT3 heldBy E2\n")
    (whole,) = [row for row in rows(held, Dimension.KNOW_HOW) if row.step is None]
    assert (whole.state, whole.meaning) == (State.SAME, "All of it is held at Leiden; 0 held by one person only.")
    (whole,) = [row for row in rows(two(text), Dimension.KNOW_HOW) if row.step is None]
    assert whole.state is State.UNKNOWN


# ---- what takes the place of what


FACTORS = """
U1 hasFactor PA
U1 hasFactor PB
PA a ProcessParameter
PA label "Rocking rate"
PB a ProcessParameter
PB label "Medium height"
OA brings PA
OB brings PB
IA hasCause PA
IA hasEffect Q
IA strength low
IB hasCause PB
IB hasEffect Q
Q label "Dose"
"""


def test_a_factor_that_replaces_another_is_a_row(two: Two, row: Find) -> None:
    text = FACTORS + CHOICE + "PB supersedes PA\n" + wait("PA", "BOS", "10")
    found = row(two(text), Dimension.REPLACES, "PB")
    assert (found.state, found.sending.text, found.receiving.text) == (
        State.MISSING,
        "Rocking rate: 10 min",
        "Medium height: not set",
    )
    assert found.meaning.startswith("Medium height takes the place of Rocking rate. It acts on Dose.")
    assert row(two(text + wait("PB", "LEI", "1")), Dimension.REPLACES, "PB").state is State.DIFFERS
    back = row(two(text, "SPL", "SPB"), Dimension.REPLACES, "PA")
    assert back.meaning.startswith("Rocking rate takes the place of Medium height.")
    assert not rows(two(text.replace("SPL choosesOption OB\n", "")), Dimension.REPLACES)


def test_a_function_names_what_acts_on_the_same_there(two: Two, row: Find) -> None:
    text = FACTORS + CHOICE + "SB usesEquipment EB\nEB ofModel MB\nMB controlsFactor PA\n"
    found = row(two(text), Dimension.FUNCTION, "PA")
    assert found.state is State.NOT_APPLICABLE
    assert found.meaning.endswith("It acts on Dose. At Leiden these act on the same: Medium height (Dose).")
    alone = text.replace("IA hasEffect Q\n", "IA hasEffect Q2\n")
    assert "act on the same" not in row(two(alone), Dimension.FUNCTION, "PA").meaning


# ---- provisions and gates


LAW = "L1 a Provision\nL1 bearsOn U1\nL1 inRegion EU\nL1 status inForce\nL1 bearsOnTopic biosafetyTopic\n"


@pytest.mark.parametrize(
    ("status", "state"), [("closed", State.SAME), ("planned", State.MISSING), ("open", State.MISSING)]
)
def test_a_gate_of_the_transfer_is_met_when_it_is_passed(status: str, state: State, two: Two, row: Find) -> None:
    gate = f"G a TransferGate\nG citesProvision L1\nG inTransferProject TP\nG status {status}\n"
    assert row(two(LAW + PROJECT + gate), Dimension.GATE, "L1").state is state


def test_an_approval_without_a_status_leaves_it_open(two: Two, row: Find) -> None:
    items = "I citesProvision L1\nI requiredFor SPL\nI status available\nJ citesProvision L1\nJ requiredFor SPL\n"
    assert row(two(LAW + items), Dimension.GATE, "L1").state is State.UNKNOWN


def test_a_draft_is_named(two: Two, row: Find) -> None:
    found = row(two(LAW.replace("inForce", "draft")), Dimension.PROVISIONS, "U1")
    assert found.meaning.endswith("Still a draft: L1.")


# ---- a site in place of its process


def test_a_site_stands_for_its_one_process(told: Told) -> None:
    site, other = Iri(DEMO + "LEI"), Iri(DEMO + "SPX")
    text = "LEI a Site\nSPL a SiteProcess\nSPL atSite LEI\n"
    assert processes.of(told(text), site) == DEMO + "SPL"
    assert processes.of(told(text), other) == other
    several = text + "SPX a SiteProcess\nSPX atSite LEI\n"
    with pytest.raises(BadInput, match="2 site processes: which one") as refused:
        processes.of(told(several), site)
    assert "SPL" in refused.value.hint
    assert "SPX" in refused.value.hint
    assert processes.of(told(several + "SPX status retired\n"), site) == DEMO + "SPL"
    with pytest.raises(BadInput, match="No site process"):
        processes.of(told("LEI a Site\n"), site)


def test_the_pairs_of_transfers_in_use_are_offered(told: Told) -> None:
    text = "TQ a TransferProject\nTQ sendingProcess SPL\nTQ receivingProcess SPB\nTQ status retired\n"
    assert processes.pairs(told(PROJECT + text)) == ((DEMO + "SPB", DEMO + "SPL"),)


# ---- what is retired


FACTOR = "U1 hasFactor P\nP a ProcessParameter\n"


@pytest.mark.parametrize(
    ("text", "dimension", "thing"),
    [
        (FACTOR + wait("P", "BOS", "3") + wait("P", "LEI", "3") + "WPLEI status retired\n", Dimension.SETTING, "P"),
        (
            material("B", "SB") + material("L", "SL") + "ML status retired\n",
            Dimension.MATERIAL,
            "M",
        ),
        (
            check("B", "SB", "statusAtSite validated") + check("L", "SL", "statusAtSite validated", "status retired"),
            Dimension.IDENTITY,
            "U1",
        ),
        (
            qualified("E1", "BOS", "2027-01-01") + qualified("E2", "LEI", "2027-01-01") + "E2 status retired\n",
            Dimension.PEOPLE,
            "U1",
        ),
        (
            "T a TacitAssertion\nT concerns U1\nT heldBy E1\nT heldBy E2\nE1 worksAt BOS\nE2 worksAt LEI\nE2 status retired\n",
            Dimension.KNOW_HOW,
            "T",
        ),
    ],
)
def test_what_is_retired_never_counts(text: str, dimension: Dimension, thing: str, two: Two, row: Find) -> None:
    assert row(two(text), dimension, thing).state is State.UNKNOWN
    assert row(two(text.replace("status retired", "status open")), dimension, thing).state is State.SAME


def test_a_retired_factor_and_a_retired_process_are_not_compared(two: Two) -> None:
    assert not rows(two(FACTOR + "P status retired\n"), Dimension.SETTING)
    with pytest.raises(BadInput, match="is retired"):
        two("SPL status retired\n")


def test_a_gap_that_names_its_respect_or_step_is_of_no_other_row(two: Two, row: Find) -> None:
    text = (
        PROJECT
        + "SB openness closedProcessing\nSL openness openProcessing\nSB automationLevel A\nSL automationLevel B\n"
    )
    text = text.replace("automationLevel A", 'automationLevel "1"').replace("automationLevel B", 'automationLevel "2"')
    gap = 'G a Gap\nG inTransferProject TP\nG concerns U1\nG status closed\nG disposition justifyGap\nG justification "Small"\n'
    both = two(text + gap)
    assert {row(both, each, "U1").state for each in (Dimension.OPENNESS, Dimension.AUTOMATION)} == {State.JUSTIFIED}
    one = two(text + gap + 'G gapDimension "openness"\n')
    assert row(one, Dimension.OPENNESS, "U1").state is State.JUSTIFIED
    assert row(one, Dimension.AUTOMATION, "U1").state is State.DIFFERS
    for step, state in (("SL", State.JUSTIFIED), ("U1", State.JUSTIFIED), ("U2", State.DIFFERS)):
        assert row(two(text + gap + f"G atStep {step}\n"), Dimension.OPENNESS, "U1").state is state


def test_know_how_about_what_only_the_receiving_site_chose_applies_there_by_design(two: Two, row: Find) -> None:
    text = "T a TacitAssertion\nT concerns PB\nT appliesAt LEI\nE2 worksAt LEI\n" + FACTORS + CHOICE
    held = row(two(text + "T heldBy E2\n"), Dimension.KNOW_HOW, "T")
    assert held.state is State.NOT_APPLICABLE
    assert held.meaning == "Applies at Leiden only: about Medium height, and Boston chose another option."
    assert row(two(text), Dimension.KNOW_HOW, "T").state is State.UNKNOWN
