"""The page of one entity."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import NotFound
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import KG, RDFS
from kgapp.services import (
    batch_results,
    editing,
    portrait_history,
    portrait_sections,
    portrait_sources,
    portrait_uses,
    portraits,
    retiring,
)
from kgapp.services.portrait_sections import SHOWN, Section, belongings
from kgapp.services.portrait_uses import Link
from kgapp.services.portraits import Portrait
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
DECIMAL = "^^<http://www.w3.org/2001/XMLSchema#decimal>"
BOOLEAN = "^^<http://www.w3.org/2001/XMLSchema#boolean>"

Tell = Callable[[str], None]
Draw = Callable[[str, str], Portrait]
Belonging = Callable[[str, str], dict[str, Section]]


@pytest.fixture
def draw(workspace: Workspace, tell: Tell) -> Draw:
    """Tell some statements, then give the page of a thing."""

    def make(name: str, text: str) -> Portrait:
        tell(text)
        return portraits.portrait(workspace.reader, Iri(BASE + name))

    return make


@pytest.fixture
def belonging(workspace: Workspace, tell: Tell) -> Belonging:
    """Tell some statements, then give what belongs to a thing, by title."""

    def make(name: str, text: str) -> dict[str, Section]:
        tell(text)
        return {section.title: section for section in belongings(workspace.reader, Iri(BASE + name))}

    return make


def lines(section: Section | Link) -> list[tuple[str, str, str]]:
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
    page = draw("R", "R a ProcessParameter\nR unit <http://qudt.org/vocab/unit/UNITLESS>")
    assert [row.values[0].text for row in page.rows] == ["unitless"]


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
    [
        ("S", ["Process", "Step", "P"]),
        ("P", ["Process", "Step"]),
        ("I", ["Process", "Step"]),
        ("Step", ["Process"]),
        ("GR", []),
    ],
)
def test_above_leads_to_where_a_thing_belongs(draw: Draw, thing: str, expected: list[str]) -> None:
    page = draw(
        thing,
        'GR label "Process"\nStep label "Step"\nStep partOf GR\nStep hasFactor P\nStep hasIndicator I\n'
        'P label "P"\nI label "I"\nS forFactor P\nGR partOf GR\nP2 partOf P3\nP3 partOf P2',
    )
    assert [each.label for each in page.above] == expected


def test_a_circle_of_wholes_ends(draw: Draw) -> None:
    assert [each.label for each in draw("A", 'A partOf B\nB partOf C\nC partOf B\nB label "B"\nC label "C"').above] == [
        "C",
        "B",
    ]


def test_what_the_form_asks_for_and_nobody_recorded_is_missing(draw: Draw) -> None:
    page = draw("S", 'S a SiteStep\nS label "Step"')
    missing = {row.predicate: row for row in page.missing}
    assert missing[KG.openness].name == "Openness"
    assert "exposed to the room" in missing[KG.openness].about
    assert KG.openness not in {row.predicate for row in draw("S", "S openness openProcessing").missing}


def test_how_a_source_was_read_is_told_in_words(draw: Draw) -> None:
    page = draw("D", 'D a Document\nD evidenceWord "not read"\nD citation "x"')
    assert ["not read"] in [[value.text for value in row.values] for row in page.rows]
    page = draw("D2", 'D2 a Document\nD2 evidenceWord "practice"')
    assert page.rows[0].values[0].text == "common practice, no source read"


def test_many_values_of_one_property_are_counted(draw: Draw) -> None:
    page = draw("P", "\n".join(f'P zzz "{n:03}"' for n in range(portraits.VALUES + 5)))
    assert (len(page.rows[0].values), page.rows[0].total) == (portraits.VALUES, portraits.VALUES + 5)


def test_values_say_what_they_rest_on(draw: Draw) -> None:
    page = draw(
        "I",
        'I a Influence\nE a Evidence\nD a Document\nX a Person\nI about X\nX cites D\nI hasEvidence E\nE evidenceLevel opinion\nE attributedTo X\nX label "Expert"\nI cites D\n'
        'D label "Report"\nD evidenceWord "title-only"\nI shape linear',
    )
    notes = {value.text: value.note for row in page.rows for value in row.values}
    assert notes["Report"] == "only its title was read"
    assert "evidence: opinion · Expert" in notes.values()
    assert (notes["linear"], notes["Expert"]) == ("", "")


def test_what_is_retired_says_so_and_what_replaced_it(draw: Draw) -> None:
    assert not draw("A", 'A label "old"\nN label "new"').retired
    page = draw("A", f'A status retired\nN supersedes A\nA deprecated "true"{BOOLEAN}')
    assert page.retired
    assert [one.label for one in page.replaced_by] == ["new"]
    assert page.classes == ()


def test_a_factor_shows_its_settings_ranges_and_influences(belonging: Belonging) -> None:
    found = belonging(
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
    assert lines(found["Settings at sites"]) == [
        ("Boston", "3 TU/cell", "assay"),
        ("", "slow", ""),
        ("", "empty", ""),
    ]
    assert lines(found["Ranges and observations"]) == [
        ("proven acceptable range", "1–5 TU/cell", "VCN · evidence: opinion"),
        ("", "words", ""),
        ("", "bare", ""),
    ]
    assert lines(found["Bears on"]) == [("strength high", "VCN", "increases · evidence: opinion")]
    assert lines(found["What bears on it"]) == [("strength not recorded", "age", "")]
    assert lines(found["Acts together"]) == [("", "both", "together")]


def test_know_how_that_concerns_a_thing_has_its_own_section(belonging: Belonging) -> None:
    found = belonging(
        "P", "T2 a PublishedKnowHow\nT2 concerns P\nT1 a TacitAssertion\nT1 affectsAttribute P\nG a Gap\nG concerns P"
    )
    assert [line.lead for line in found["Know-how that concerns it"].lines] == ["T1", "T2"]


def test_a_long_section_counts_what_it_does_not_show(belonging: Belonging, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(f"T{n} a TacitAssertion\nT{n} concerns P" for n in range(SHOWN + 3))
    (section,) = belonging("P", text).values()
    assert (len(section.lines), section.total, section.more) == (SHOWN, SHOWN + 3, False)
    monkeypatch.setattr(portrait_sections, "_LOOKED_AT", SHOWN + 1)
    (section,) = belonging("P", "").values()
    assert (section.total, section.more) == (SHOWN + 1, True)


def test_uses_are_counted_by_link_and_come_page_by_page(
    workspace: Workspace, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portrait_uses, "FIRST", 2)
    monkeypatch.setattr(portrait_uses, "PAGE", 3)
    tell('G a Gap\nG about P\nG label "a gap"\nG atSite B\nB label "Boston"\nF a Foo\nF about P')
    tell("\n".join(f'C{n} concerns P\nC{n} label "{n}"' for n in range(6)))
    about, concerns = portrait_uses.links(workspace.reader, Iri(BASE + "P"))
    assert (about.name, about.total, about.last) == ("kg:about", 2, None)
    assert lines(about) == [("gap", "a gap", "Boston"), ("demo:Foo", "demo:F", "")]
    assert (concerns.name, concerns.total, len(concerns.lines)) == ("concerns", 6, 2)
    second = portrait_uses.more(workspace.reader, Iri(BASE + "P"), concerns)
    third = portrait_uses.more(workspace.reader, Iri(BASE + "P"), second)
    assert (len(second.lines), len(third.lines), third.last) == (3, 1, None)
    assert len({line.iri for page in (concerns, second, third) for line in page.lines}) == 6
    assert lines(third)[0][0] == ""


def test_statements_of_several_graphs_count_once(workspace: Workspace, tell: Tell) -> None:
    tell("A concerns P")
    again = Quad(Iri(BASE + "A"), KG.concerns, Iri(BASE + "P"), Iri(BASE + "graph/other"))
    workspace.commit(ChangeSet("again", added=frozenset({again})), Note(workspace.author, "why"))
    assert [link.total for link in portrait_uses.links(workspace.reader, Iri(BASE + "P"))] == [1]


def test_history_tells_what_was_and_is_page_by_page(
    workspace: Workspace, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    thing = Iri(BASE + "P")
    tell('P label "MOI"\nOther label "x"')
    for figure in ("1", "2", "3"):
        editing.replace_values(workspace, thing, KG.setpoint, frozenset({Literal(figure)}), "because")
    monkeypatch.setattr(portrait_history, "PAGE", 2)
    monkeypatch.setattr(portrait_history, "_LOOKED_AT", 3)
    first = portrait_history.page(workspace.reader, thing)
    assert [event.sentences for event in first.events] == [("Setpoint was “2”, is “3”",), ("Setpoint was “1”, is “2”",)]
    older = portrait_history.page(workspace.reader, thing, first.before)
    assert [event.sentences for event in older.events] == [("Setpoint is “1” (new)",), ("Label is “MOI” (new)",)]
    assert older.before is None
    labels = portrait_history.page(workspace.reader, thing, predicate=RDFS.label)
    assert [event.revision.seq for event in labels.events] == [1]


def test_a_long_change_says_how_much_is_left_out(
    workspace: Workspace, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portrait_history, "SENTENCES", 2)
    tell('P label "MOI"\nP notation "P"\nP setpoint "1"')
    (event,) = portrait_history.page(workspace.reader, Iri(BASE + "P")).events
    assert (len(event.sentences), event.unsaid) == (2, 1)


def test_sources_are_documents_with_citation_year_and_how_they_were_read(workspace: Workspace, tell: Tell) -> None:
    tell(
        'P a ProcessParameter\nP cites D1\nD1 a Document\nD1 label "Tian"\nD1 citation "Tian et al., Front 2023;15:1328, 10.1/2019.5"\n'
        'D1 evidenceWord "published"\nI hasCause P\nI label "P to Q"\nI hasEvidence E\nE cites D2\nD2 label "Report"\n'
        'D2 citation "Report"\nJ hasEffect P\nJ label "J"\nJ cites D2\nK hasCause P\nK label "K"\nK cites D2'
    )
    section = portrait_sources.sources(workspace.reader, Iri(BASE + "P"))
    assert lines(section) == [
        ("", "Report", "for P to Q, K and 1 more"),
        ("2023", "Tian", "read where it was published · Tian et al., Front 2023;15:1328, 10.1/2019.5"),
    ]
    assert section.total == 2


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


def test_results_come_by_day_and_what_has_no_figure_or_day_is_left_out(workspace: Workspace, tell: Tell) -> None:
    tell(RESULTS)
    found = batch_results.results(workspace.reader, Iri(BASE + "Q"))
    assert [(one.on, one.figure, one.site, one.basis) for one in found.results] == [
        (date(2025, 1, 5), Decimal("2.0"), "no site recorded", ""),
        (date(2025, 3, 1), Decimal("2.5"), "Boston", "assay"),
    ]
    assert (found.left_out, found.more) == (3, False)
    assert found.results[0].unit == "copies/cell"
    assert next((limit.label, limit.low, limit.high) for limit in found.limits) == ("limit", None, Decimal(5))
    assert batch_results.results(workspace.reader, Iri(BASE + "S")) == batch_results.Results()
    tell("T status draft")
    for gone in ("R1", "S"):
        retiring.retire(workspace, Iri(BASE + gone), "wrong")
    left = batch_results.results(workspace.reader, Iri(BASE + "Q"))
    assert [one.figure for one in left.results] == [Decimal("2.0")]
    assert [limit.label for limit in left.limits] == ["bare"]


def test_specifications_are_listed(belonging: Belonging) -> None:
    found = belonging("Q", RESULTS)
    assert lines(found["Specifications"]) == [("Europe", "≤ 5 copies/cell", ""), ("", "clear", ""), ("", "bare", "")]
