"""What a dossier says: all that is in the bundle, where it rests, and never that what is not in it does not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from kgapp.domain.bundle import BundledFile, Level, Profile
from kgapp.domain.dossier import Box, Card, Drawing, Look, Text
from kgapp.services.dossier import chapters, overview, places, steps
from kgapp.services.dossier.places import NOT_HERE
from tests.services.dossier.conftest import Read

Reading = Callable[..., Read]

PROCESS = """
    GP a GeneralProcess
    GP label "CAR-T process (invented)"
    S1 a UnitOperation
    S1 label "Transduction"
    S1 partOf GP
    S1 order "1"
    S1 statement "Vector and cells meet."
    S1 hasFactor MOI
    S1 hasFactor BEADS
    S2 a UnitOperation
    S2 label "Wash"
    S2 partOf GP
    S2 order "2"
    MOI a ProcessParameter
    MOI label "MOI"
    MOI notation "P17"
    MOI criticality CPP
    MOI unit TU-PER-CELL
    BEADS a ProcessParameter
    BEADS label "Beads per cell"
    BOS a Site
    BOS label "Boston"
    LEI a Site
    LEI label "Leiden"
    LEI inRegion EU
    EU a Region
    EU label "European Union"
    EU notation "EU"
    PB a SiteProcess
    PB from GP
    PB atSite BOS
    PL a SiteProcess
    PL from GP
    PL atSite LEI
    TP sendingProcess PB
    SB a SiteSetting
    SB forFactor MOI
    SB atSite BOS
    SB setpoint "3"
    SL a SiteSetting
    SL forFactor MOI
    SL atSite LEI
    SL setpoint "2000000000"
    SL basis TITRE
    TITRE label "Titre by flow cytometry"
    NOR a AcceptableRange
    NOR forFactor MOI
    NOR atSite BOS
    NOR rangeType NOR
    NOR lowerLimit "2"
    NOR upperLimit "4"
    NOR unit TU-PER-CELL
    NOR forAttribute VCN
    NOR inRegion EU
    NOR othersHeldAt "37 °C"
    NOR establishedBy DOC
    NOR evidenceLevel smallScale
    FILED a AcceptableRange
    FILED forFactor MOI
    FILED inRegion EU
    FILED rangeType filed
    FILED finding "as written"
    OLD a AcceptableRange
    OLD forFactor MOI
    OLD status retired
    OTHER forFactor MOI
    OTHER a Specification
    OPT brings BEADS
    SBE a SiteSetting
    SBE forFactor BEADS
    SBE atSite BOS
    SBE textValue "three beads for each cell, counted by hand on two days"
    VCN a QualityAttribute
    VCN label "Vector copy number"
    VCN severity high
    SPEC a Specification
    SPEC forAttribute VCN
    SPEC inRegion EU
    SPEC upperLimit "5"
    SPEC status retired
    WORDS a Specification
    WORDS forAttribute VCN
    WORDS textValue "as reported"
    DDPCR a AnalyticalMethod
    DDPCR label "VCN by ddPCR"
    DDPCR measuresAttribute VCN
    DOC a Document
    DOC label "Zhang 2004"
    DOC citation "Zhang 2004, J. Vec. 1:1"
    DOC evidenceWord "published"
    STEP ofUnitOperation S1
    STEP atSite BOS
    STEP usesEquipment BAG
    STEP consumesMaterial VEC
    BAG label "Bag 7"
    VEC label "Vector"
    VEC grade "GMP"
    K1 a PublishedKnowHow
    K1 label "Titrate first"
    K1 statement "Titres differ fifty-fold."
    K1 action "Titrate with the site's own assay"
    K1 concerns MOI
    K1 concerns S1
    K1 cites DOC
    K1 confidence medium
    K1 evidenceLevel otherProduct
    K2 a TacitAssertion
    K2 label "Listen to the pump"
    K2 status retired
    G1 a Gap
    G1 label "Own titre assay"
    G1 concerns MOI
    G1 gapSeverity high
    G1 justification "The assays differ"
    R1 a RiskItem
    R1 label "Wrong dose"
    R1 concerns S1
    V1 a Provision
    V1 label "Annex 1"
    V1 inRegion EU
    V1 status inForce
    V1 statusText "in force"
    V1 bearsOn S1
    V1 bearsOnClass Site
    V2 a Provision
    V2 label "Annex 2"
"""


def texts(drawings: Iterable[Drawing]) -> list[str]:
    inside = [
        each for one in drawings for mark in one.marks for each in (mark.marks if isinstance(mark, Card) else (mark,))
    ]
    return [each.text for each in inside if isinstance(each, Text)]


def test_each_parameter_stands_with_what_is_set_and_in_which_ranges_for_each_site(read: Reading) -> None:
    lines = read(PROCESS).lines("steps")
    assert lines[0] == "1. Transduction"
    assert "Vector and cells meet." in lines
    boston = next(line for line in lines if line.startswith("MOI / P17 · CPP · TU/cell | Boston"))
    assert "3 TU/cell" in boston
    assert "NOR 2–4 TU/cell" in boston
    assert "European Union · for Vector copy number · others held at 37 °C" in boston
    assert boston.endswith("evidence: small scale / Zhang 2004")
    assert f"MOI | Leiden | 2e9 TU/cell | {NOT_HERE} | basis: Titre by flow cytometry" in lines
    assert any(line.startswith("MOI | European Union |  | Filed as written") for line in lines)
    assert any("no site named" in line and "no longer used" in line for line in lines)
    assert "No parameter of this step is in this bundle." in lines


def test_a_step_says_what_it_has_at_each_site_and_leads_to_what_is_told_elsewhere(read: Reading) -> None:
    found = read(PROCESS)
    (row,) = [line for line in found.lines("steps") if line.startswith("Boston | ")]
    assert row == "Boston | Bag 7 | Vector (GMP) | Titrate first / Own titre assay / Wrong dose"
    anchors = found.anchors()
    assert len(anchors) == len(set(anchors))
    assert found.links() <= set(anchors)
    assert {"know-how-1", "gaps-1", "sources-1"} <= found.links()


def test_what_stands_in_no_step_and_in_no_process_is_told_too(read: Reading) -> None:
    lines = read("""
        S a UnitOperation
        S label "Alone"
        P a ProcessParameter
        P label "Speed"
        P status retired
    """).lines("steps")
    assert lines[0] == "1. Alone"
    assert lines[-2] == "Parameters that stand in no step of this bundle"
    assert lines[-1] == f"Speed / P / no longer used | {NOT_HERE} | {NOT_HERE} | {NOT_HERE} | {NOT_HERE}"


def test_an_empty_bundle_never_says_that_there_is_nothing(read: Reading) -> None:
    found = read('A label "A"')
    assert found.dossier.title == "What Innovator shares with Leiden CDMO"
    assert found.lines("overview") == ["No general process is in this bundle."]
    for chapter in ("steps", "know-how", "gaps", "provisions", "sources", "attributes"):
        assert "That does not say that there is none." in found.lines(chapter)[-1]
    assert read("GP a GeneralProcess").lines("overview") == [
        "No site process is in this bundle, so there is nothing to draw."
    ]


def test_know_how_says_all_that_is_recorded_and_what_it_rests_on(read: Reading) -> None:
    lines = read(PROCESS).lines("know-how")
    assert lines[:2] == ["Titrate first", "Titres differ fifty-fold."]
    assert "What to do: Titrate with the site's own assay" in lines
    assert "About: MOI · Transduction" in lines
    assert "Confidence: Medium" in lines
    assert "Rests on: other product\nZhang 2004" in lines
    assert lines[lines.index("Listen to the pump") + 1] == "No longer used."
    assert lines[-1] == f"Rests on: {NOT_HERE}"


def test_attributes_gaps_provisions_and_sources_are_listed_with_their_words(read: Reading) -> None:
    found = read(PROCESS)
    (attribute,) = found.lines("attributes")
    assert attribute.startswith("Vector copy number / VCN | high | ")
    assert "≤ 5  European Union · retired · no longer used" in attribute
    assert "as reported" in attribute
    assert attribute.endswith("| VCN by ddPCR")
    (gap,) = found.lines("gaps")
    assert gap == f"Own titre assay / G1 | MOI | high | {NOT_HERE} / The assays differ | {NOT_HERE} | {NOT_HERE}"
    first, second = found.lines("provisions")
    assert first == f"Annex 1 / V1 / European Union | {NOT_HERE} | in force | Site / Transduction"
    assert second == f"Annex 2 / V2 | {NOT_HERE} | {NOT_HERE} | {NOT_HERE}"
    (source,) = found.lines("sources")
    assert source == f"Zhang 2004 / DOC | Zhang 2004, J. Vec. 1:1 | read where it was published | {NOT_HERE}"


def test_a_file_is_named_only_where_it_is_in_the_bundle(read: Reading) -> None:
    digest = "d" * 64
    document = f"""
        DOC a Document
        DOC sha256 "{digest}"
        DOC fileName "batch.pdf"
        DOC version "3"
    """
    assert read(document).lines("sources")[0].endswith(f"| {NOT_HERE}")
    (line,) = read(document, files=(BundledFile(f"attachments/{digest}", digest, 1),)).lines("sources")
    assert "/ DOC / version 3 |" in line
    assert line.endswith(f"attachments/{digest} / batch.pdf")


def test_long_lists_say_how_much_they_show(read: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (places, chapters, steps):
        monkeypatch.setattr(module, "MOST", 1)
    lines = read("""
        S a UnitOperation
        S hasFactor P1
        S hasFactor P2
        D1 a Document
        D2 a Document
    """)
    assert "1 of 2: the graph of the bundle holds all." in lines.lines("steps")
    assert lines.lines("sources")[0] == "1 of 2 are shown; the graph of the bundle holds all."
    assert len(lines.lines("sources")) == 2


def test_what_is_no_longer_used_says_so(read: Reading) -> None:
    assert read("G a Gap\nG status retired").lines("gaps")[0].startswith("https://e.org/p/G / G / no longer used |")


def test_a_cell_that_names_many_counts_the_rest(read: Reading) -> None:
    many = "\n".join(f"G concerns X{number:02}" for number in range(14))
    (gap,) = read(f"G a Gap\n{many}").lines("gaps")
    assert "X11" in gap
    assert "X12" not in gap
    assert "and 2 more: see graph.nq" in gap


def test_the_bundle_says_who_sent_what_to_whom_and_how_it_is_checked(read: Reading) -> None:
    found = read(PROCESS)
    assert found.dossier.title == "CAR-T process"
    assert found.dossier.over == ("Bundle 2 for Leiden CDMO", "2026-11-24 09:00 UTC")
    lines = "\n".join(found.lines("bundle"))
    for told in (
        "Ann, Innovator",
        "For the engineering runs",
        "b" * 64,
        "a" * 64,
        "1 statements",
        "2026-11-24 to 2028",
    ):
        assert told in lines
    profile = "“partner”: what is public and for partners, 1 chosen part only; with names of people; without"
    assert profile in lines


def test_a_first_bundle_of_everything_says_so(read: Reading) -> None:
    every = Profile("all", frozenset(Level), (), people=True, history=True, attachments=True, notes=True)
    found = read(PROCESS, sequence=1, previous="", purpose="", profile=every, files=())
    lines = "\n".join((*found.lines("bundle"), *found.lines("content")))
    assert "none: this is the first" in lines
    assert "Purpose: none given" in lines
    assert "public and for partners and internal; with names" in lines
    assert "without" not in lines.partition("Profile: ")[2].partition("\n")[0]
    assert "tables.xlsx is not in this bundle" in lines
    assert "Gap | 1 | graph.nq" in lines
    assert "without" in "\n".join(read(PROCESS, profile=Profile("p")).lines("bundle"))


def test_the_overview_draws_each_step_at_each_site_and_leads_to_it(read: Reading) -> None:
    found = read(PROCESS)
    chapter = found.chapter("overview")
    said = texts(chapter.drawings)
    assert {"1. Transduction", "2. Wash", "Boston", "Leiden", "EU", "MOI"} <= set(said)
    assert "3 (2–4) TU/cell" in said
    assert any(each.startswith(overview.UNLIKE) for each in said)
    assert overview.BY_DESIGN in said
    assert "1 know-how · 1 gap · 1 risk" in said
    cards = [mark for one in chapter.drawings for mark in one.marks if isinstance(mark, Card)]
    assert [card.link for card in cards[:2]] == ["step-1", "step-2"]
    boxes = [mark for card in cards for mark in card.marks if isinstance(mark, Box)]
    assert boxes[0].look is Look.CARD
    assert boxes[0].said == "Transduction at Boston"
    assert boxes[1].look is Look.ABSENT


def test_two_processes_have_a_drawing_each_and_a_shared_step_stands_once(read: Reading) -> None:
    found = read(PROCESS + 'GQ a GeneralProcess\nGQ label "Second"\nS1 partOf GQ\n')
    assert found.lines("steps").count("1. Transduction") == 1
    assert [each.section.title for each in found.dossier.chapters[:2]] == [
        "Process overview: CAR-T process (invented)",
        "Process overview: Second",
    ]


def test_a_wide_process_is_drawn_as_far_as_it_goes_and_that_is_said(
    read: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "MOST_STEPS", 1)
    monkeypatch.setattr(overview, "MOST_LANES", 1)
    monkeypatch.setattr(overview, "ROWS", 1)
    found = read(PROCESS)
    said = texts(found.chapter("overview").drawings)
    assert "and 1 more" in said
    assert "2. Wash" not in said
    assert "Leiden" not in said
    assert "The drawings show the first 1 of 2 steps and the first 1 of 2 sites." in found.lines("overview")


def test_so_much_know_how_that_it_was_not_counted_is_told_as_such(
    read: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "SHOWN_MARKS", 1)
    assert any(each.startswith("1 or more know-how") for each in texts(read(PROCESS).chapter("overview").drawings))


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("short", 100, "short"),
        ("a rather long name", 60, "a rather…"),
        ("250000 to 500000", 60, "250000…"),
        ("from 250000", 60, "from…"),
        ("神戸神戸神戸", 60, "神戸神戸…"),
        ("x", 1, "…"),
    ],
)
def test_text_is_cut_to_fit_but_never_within_a_figure(text: str, room: float, shown: str) -> None:
    assert overview.cut(text, room) == shown
