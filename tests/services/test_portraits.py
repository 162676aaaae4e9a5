"""The page of one entity."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from kgapp.domain.errors import NotFound
from kgapp.domain.terms import Iri
from kgapp.services import portraits
from kgapp.services.portrait_sections import SHOWN, Section
from kgapp.services.portraits import Portrait
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
DECIMAL = "^^<http://www.w3.org/2001/XMLSchema#decimal>"
BOOLEAN = "^^<http://www.w3.org/2001/XMLSchema#boolean>"

Tell = Callable[[str], None]
Draw = Callable[[str, str], Portrait]


@pytest.fixture
def draw(workspace: Workspace, tell: Tell) -> Draw:
    """Tell some statements, then give the page of a thing."""

    def make(name: str, text: str) -> Portrait:
        tell(text)
        return portraits.portrait(workspace.reader, Iri(BASE + name))

    return make


def lines(portrait: Portrait, title: str) -> list[tuple[str, str, str]]:
    section = next(each for each in (*portrait.sections, *portrait.used_by) if each.title == title)
    return [(line.lead, line.text, line.note) for line in section.lines]


def test_what_nobody_names_has_no_page(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        portraits.portrait(workspace.reader, Iri(BASE + "nothing"))


def test_facts_stand_in_the_order_of_the_form_and_say_their_unit(draw: Draw) -> None:
    page = draw("S", f'S a SiteSetting\nS label "MOI"\nS unit TU-PER-CELL\nS setpoint "3.0"{DECIMAL}\nS zzz "free"')
    assert [(row.name, row.values[0].text) for row in page.rows] == [
        ("Setpoint", "3.0 TU/cell"),
        ("Kg:zzz", "free"),
    ]
    assert page.rows[0].about


def test_a_unit_without_figures_has_a_row(draw: Draw) -> None:
    page = draw("P", "P a ProcessParameter\nP unit TU-PER-CELL\nP criticality CPP")
    assert {row.name: row.values[0].text for row in page.rows} == {
        "Criticality": "critical process parameter",
        "Unit": "TU/cell",
    }


def test_truth_is_told_in_words_and_what_is_invented_is_marked(draw: Draw) -> None:
    page = draw("K", f'K a KnowledgeTransfer\nK competent "true"{BOOLEAN}\nK invented "true"{BOOLEAN}')
    assert [(row.name, row.values[0].text) for row in page.rows] == [("Competent", "yes")]
    assert page.marks == ("invented for the demo",)


def test_know_how_of_one_holder_says_so(draw: Draw) -> None:
    text = 'T a TacitAssertion\nT cue "foam"\nT knownBy A\nT doneBy A'
    page = draw("T", text)
    assert page.marks == ("held by one person",)
    assert page.rows[0].name == "When you see"
    assert draw("T", "T taughtBy B").marks == ()


@pytest.mark.parametrize(
    ("thing", "expected"),
    [("P", ["Process", "Step"]), ("I", ["Process", "Step"]), ("Step", ["Process"]), ("GR", [])],
)
def test_above_leads_to_where_a_thing_belongs(draw: Draw, thing: str, expected: list[str]) -> None:
    page = draw(
        thing,
        'GR label "Process"\nStep label "Step"\nStep partOf GR\nStep hasFactor P\nStep hasIndicator I\n'
        'P label "P"\nI label "I"',
    )
    assert [each.label for each in page.above] == expected


def test_a_factor_shows_its_settings_ranges_and_influences(draw: Draw) -> None:
    page = draw(
        "P",
        f'P a ProcessParameter\nP label "MOI"\nP unit TU-PER-CELL\nBOS label "Boston"\nA label "assay"\nQ label "VCN"\n'
        f'S1 a SiteSetting\nS1 forFactor P\nS1 setpoint "3"{DECIMAL}\nS1 atSite BOS\nS1 basis A\n'
        'S2 a SiteSetting\nS2 forFactor P\nS2 textValue "slow"\nS3 a SiteSetting\nS3 forFactor P\nS3 label "empty"\n'
        'R1 a AcceptableRange\nR1 forFactor P\nR1 rangeType PAR\nR1 lowerLimit "1"\nR1 upperLimit "5"\n'
        "R1 forAttribute Q\nR1 evidenceLevel opinion\n"
        'R2 a AcceptableRange\nR2 forFactor P\nR2 finding "words"\nR3 a AcceptableRange\nR3 forFactor P\nR3 label "bare"\n'
        "I1 a Influence\nI1 hasCause P\nI1 hasEffect Q\nI1 strength high\nI1 direction increases\nI1 evidenceLevel opinion\n"
        'I2 a Influence\nI2 hasCause Q2\nI2 hasEffect P\nQ2 label "age"\n'
        'X a Interaction\nX ofFactor P\nX label "both"\nX finding "together"\nY ofFactor P\nY a Gap',
    )
    assert lines(page, "Settings at sites") == [
        ("Boston", "3 TU/cell", "assay"),
        ("", "slow", ""),
        ("", "empty", ""),
    ]
    assert lines(page, "Ranges and observations") == [
        ("proven acceptable range", "1–5 TU/cell", "VCN · evidence: opinion"),
        ("", "words", ""),
        ("", "bare", ""),
    ]
    assert lines(page, "Bears on") == [("strength high", "VCN", "increases · evidence: opinion")]
    assert lines(page, "What bears on it") == [("strength not recorded", "age", "")]
    assert lines(page, "Acts together") == [("", "both", "together")]


def test_uses_are_grouped_by_class_and_counted(draw: Draw) -> None:
    page = draw(
        "P", 'G a Gap\nG concerns P\nG label "a gap"\nG atSite B\nB label "Boston"\nN concerns P\nF a Foo\nF xx P'
    )
    assert lines(page, "Gap") == [("concerns", "a gap", "Boston")]
    assert [section.title for section in page.used_by] == ["Demo:Foo", "Gap", "Other things"]
    assert page.uses == 3


def test_know_how_that_concerns_a_thing_has_its_own_section(draw: Draw) -> None:
    page = draw(
        "P", "T2 a PublishedKnowHow\nT2 concerns P\nT1 a TacitAssertion\nT1 affectsAttribute P\nG a Gap\nG concerns P"
    )
    assert [line.lead for line in page.know_how.lines] == ["T1", "T2"]


def test_a_long_section_counts_what_it_does_not_show(draw: Draw) -> None:
    page = draw("P", "\n".join(f"T{n} a TacitAssertion\nT{n} concerns P" for n in range(SHOWN + 3)))
    assert page.know_how == Section(page.know_how.title, page.know_how.lines, SHOWN + 3)
    assert len(page.know_how.lines) == SHOWN


def test_history_tells_what_a_small_change_did(draw: Draw, monkeypatch: pytest.MonkeyPatch) -> None:
    page = draw("P", 'P label "MOI"\nOther label "x"')
    assert len(page.events) == 1
    assert all("MOI" in sentence for sentence in page.events[0].sentences)
    monkeypatch.setattr(portraits, "_SMALL_CHANGE", 0)
    assert draw("P", 'P notation "P"').events[0].sentences == ()


RESULTS = f"""
Q a QualityAttribute
Q unit COPIES-PER-CELL
B1 manufacturedOn "2025-03-01"
B1 label "batch 1"
B1 atSite BOS
BOS label "Boston"
A label "assay"
R1 a Result
R1 forAttribute Q
R1 ofBatch B1
R1 value "2.5"{DECIMAL}
R1 basis A
R2 a Result
R2 forAttribute Q
R2 ofBatch B2
R2 value "2.0"{DECIMAL}
R2 resultDate "2025-01-05"
R3 a Result
R3 forAttribute Q
R3 ofBatch B3
R3 value "many"
R4 a Result
R4 forAttribute Q
R4 value "1"
R5 a Result
R5 forAttribute Q
R5 ofBatch B5
R5 value "1"
R5 resultDate "soon"
S a Specification
S forAttribute Q
S label "limit"
S upperLimit "5"
S inRegion EU
EU label "Europe"
T a Specification
T forAttribute Q
T textValue "clear"
U a Specification
U forAttribute Q
U label "bare"
"""


def test_results_come_by_day_and_what_has_no_figure_or_day_is_left_out(draw: Draw) -> None:
    page = draw("Q", RESULTS)
    assert [(one.on, one.figure, one.site, one.basis) for one in page.results] == [
        (date(2025, 1, 5), Decimal("2.0"), "no site recorded", ""),
        (date(2025, 3, 1), Decimal("2.5"), "Boston", "assay"),
    ]
    assert page.results[0].unit == "copies/cell"


def test_specifications_are_drawn_and_listed(draw: Draw) -> None:
    page = draw("Q", RESULTS)
    assert next((limit.label, limit.low, limit.high) for limit in page.limits) == ("limit", None, Decimal(5))
    assert lines(page, "Specifications") == [("Europe", "≤ 5 copies/cell", ""), ("", "clear", ""), ("", "bare", "")]
    assert page.classes
