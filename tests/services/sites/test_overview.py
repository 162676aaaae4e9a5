"""A comparison with its transfer, what stands behind a row, what can be compared, and what happened to a supply."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgapp.domain.errors import BadInput
from kgapp.domain.impact import ChangeKind
from kgapp.domain.sites import Comparison, Dimension, Row, Start, State
from kgapp.domain.terms import Iri
from kgapp.services.ports import RecordReader
from kgapp.services.sites import gaps, overview, processes

Two = Callable[..., Comparison]
Find = Callable[[Comparison, Dimension, str], Row]
Told = Callable[[str], RecordReader]
DEMO = "https://w3id.org/kgapp/demo/"
SITES = """
GR a GeneralProcess
SPB a SiteProcess
SPB from GR
SPB atSite BOS
SPL a SiteProcess
SPL from GR
SPL atSite LEI
SPL label "at Leiden"
LEI a Site
BOS label "Boston"
"""
PROJECT = """
TP a TransferProject
TP sendingProcess SPB
TP receivingProcess SPL
TP label "Transfer"
I1 a PackageItem
I1 inTransferProject TP
I1 status available
I2 a PackageItem
I2 inTransferProject TP
I2 status missing
I3 a PackageItem
I3 inTransferProject TP
I3 status retired
G a Gap
G inTransferProject TP
"""


def test_a_comparison_comes_with_its_transfer_and_what_is_there_of_its_package(told: Told) -> None:
    found = overview.overview(told(SITES + PROJECT), Iri(DEMO + "SPB"), Iri(DEMO + "LEI"))
    assert found.comparison.receiving.process.iri == DEMO + "SPL"
    assert found.transfer is not None
    assert (found.transfer.project.label, found.transfer.available, found.transfer.items) == ("Transfer", 1, 2)
    for text in ("", PROJECT + "TP status retired\n", PROJECT.replace("receivingProcess SPL", "receivingProcess SPX")):
        assert overview.overview(told(SITES + text), Iri(DEMO + "SPB"), Iri(DEMO + "SPL")).transfer is None


def test_without_two_sites_those_of_the_transfer_are_compared(told: Told) -> None:
    assert overview.of_transfer(told(SITES + PROJECT)).comparison.receiving.process.iri == DEMO + "SPL"
    with pytest.raises(BadInput, match="No transfer"):
        overview.of_transfer(told(SITES))


def test_what_a_row_was_read_from_is_told_in_words(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    text = SITES + PROJECT.replace("G inTransferProject TP", "G inTransferProject TP\nG concerns P")
    text += "GR hasX GR\nU partOf GR\nU a UnitOperation\nU hasFactor P\nP a ProcessParameter\nP label MOI\n".replace(
        "MOI", '"MOI"'
    )
    text += 'S a SiteSetting\nS forFactor P\nS atSite BOS\nS setpoint "3"\nS basis B\nS label "MOI at Boston"\n'
    text += 'G label "Other MOI"\nG owner E\nE label "EX3"\nG due "2026-05-01"\nG status open\nG gapSeverity high\n'
    reader = told(text)
    comparison = overview.overview(reader, Iri(DEMO + "SPB"), Iri(DEMO + "SPL")).comparison
    (row,) = [each for each in comparison.rows if each.dimension is Dimension.SETTING]
    found = overview.behind(reader, row)
    assert {each.text for each in found.sending} == {"MOI at Boston: setpoint 3", "MOI at Boston: basis demo:B"}
    assert {each.about for each in found.sending} == {Iri(DEMO + "S")}
    assert (found.receiving, found.more) == ((), 0)
    (gap,) = found.gaps
    assert (gap.gap.label, gap.status, gap.severity, gap.owner, gap.due) == (
        "Other MOI",
        "open",
        "high",
        "EX3",
        "2026-05-01",
    )
    monkeypatch.setattr(overview, "MOST", 1)
    assert overview.behind(reader, row).more == 1
    nobody = told(text.replace("G owner E\n", ""))
    assert overview.behind(nobody, row).gaps[0].owner == ""


def test_what_can_be_compared_is_offered_by_name(told: Told) -> None:
    text = SITES + PROJECT + "SPX a SiteProcess\nSPY a SiteProcess\nSPY atSite BOS\nSPY status retired\n"
    found = processes.offered(told(text))
    assert [each.label for each in found.choices] == ["at Leiden", "demo:SPB"]
    assert found.pairs == ((DEMO + "SPB", DEMO + "SPL"),)


def test_long_lists_of_candidates_are_cut_and_counted(told: Told, two: Two) -> None:
    many = "".join(f"SP{at} a SiteProcess\nSP{at} atSite LEI\n" for at in range(14))
    with pytest.raises(BadInput) as refused:
        processes.of(told(SITES + many), Iri(DEMO + "LEI"))
    assert refused.value.hint.endswith("; and 3 more.")
    with pytest.raises(BadInput) as refused:
        two(many, "GR", "SPL")
    assert refused.value.hint.endswith(" and 4 more.")


def test_what_happened_to_a_supply_stands_with_the_material(two: Two, row: Find) -> None:
    text = "".join(
        f'{step} consumesMaterial {one}\n{one} ofMaterial {kind}\n{one} grade "GMP"\n'
        for step, one, kind in (("SB", "MB", "M"), ("SL", "ML", "N"))
    )
    text += 'M substitutableBy N\nE a SupplyEvent\nE concerns F\nE label "Allocation (invented)"\n'
    text += 'F a SupplyOffering\nF qualifiedFor MB\nT a TacitAssertion\nT concerns N\nT notation "T20"\n'
    found = row(two(text), Dimension.MATERIAL, "M")
    assert found.state is State.DIFFERS
    assert found.meaning.endswith("Supply: Allocation. Know-how about it: T20.")
    alone = row(two(text.replace("M substitutableBy N\n", "")), Dimension.MATERIAL, "M")
    assert alone.meaning.endswith("Supply: Allocation.")


def test_differences_are_asked_as_one_question() -> None:
    starts = tuple(Start(Iri(f"urn:{name}"), ChangeKind.VALUE, Iri("urn:LEI"), "3", "5") for name in "ab")
    asked = gaps.together(starts)
    assert (asked.entity, [each.entity for each in asked.also]) == ("urn:a", ["urn:b"])
    assert gaps.together(starts[:1]).also == ()
