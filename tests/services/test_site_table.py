"""Settings and ranges side by side, and writing them there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Quad
from kgapp.domain.vocabulary import KG
from kgapp.services import history, retiring, site_figures, site_table
from kgapp.services.ports import Pattern
from kgapp.services.site_figures import Entry
from kgapp.services.site_table import Column, Figure, SiteRow
from kgapp.services.statements import Statements
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
DECIMAL = "^^<http://www.w3.org/2001/XMLSchema#decimal>"
Tell = Callable[[str], None]
P, BOS, LEI = (Iri(BASE + name) for name in ("P", "BOS", "LEI"))

TOLD = f"""
P a ProcessParameter
P label "MOI"
P unit TU-PER-CELL
U hasFactor P
U hasFactor Z
U label "Transduction"
Z a ProcessParameter
Z label "Age"
BOS label "Boston (invented)"
BOS inRegion US
US label "United States"
LEI label "Leiden (invented)"
KOB label "Kobe"
TP a TransferProject
TP sendingProcess SPB
TP receivingProcess SPL
SPB a SiteProcess
SPB atSite BOS
SPB lifecycleStage commercial
SPL a SiteProcess
SPL atSite LEI
SPL lifecycleStage commercial
SPK a SiteProcess
SPK atSite KOB
S1 a SiteSetting
S1 forFactor P
S1 atSite BOS
S1 setpoint "3"{DECIMAL}
S1 unit TU-PER-CELL
S1 basis A
S1 atStep STB
STB usesEquipment EQB
EQB ofModel M1
M1 controlsFactor P
A label "Boston assay"
B label "Leiden assay"
S2 a SiteSetting
S2 forFactor P
S2 atSite LEI
S2 textValue "as Boston"
S2 basis B
S2 atStep STL
STL usesEquipment EQ
EQ ofModel M2
M2 label "Other device"
M2 controlsFactor P
N1 a AcceptableRange
N1 forFactor P
N1 atSite BOS
N1 rangeType NOR
N1 lowerLimit "2"{DECIMAL}
N1 upperLimit "4"{DECIMAL}
R1 a AcceptableRange
R1 forFactor P
R1 atSite BOS
R1 rangeType PAR
R1 lowerLimit "1"{DECIMAL}
R1 upperLimit "5"{DECIMAL}
R1 forAttribute Q
R1 basis A
R1 atScale commercialScale
R1 onEquipmentModel M1
M1 label "Prodigy"
Q label "VCN"
F1 a AcceptableRange
F1 forFactor P
F1 rangeType filed
F1 inRegion US
F1 finding "as filed"
"""


@pytest.fixture
def told(workspace: Workspace, tell: Tell) -> Workspace:
    """Two sites with settings, one without."""
    tell(TOLD)
    return workspace


def at(workspace: Workspace, site: Iri) -> SiteRow:
    return next(row for row in site_table.table(workspace.reader, P).rows if row.site.iri == site)


def enter(workspace: Workspace, site: Iri, column: Column, text: str) -> object:
    found = at(workspace, site).cell(column)
    return site_figures.write(workspace, Entry(P, site, column, found[0].thing if found else None, text), "why")


def test_a_factor_has_a_row_for_each_site_the_sending_one_first(told: Workspace) -> None:
    table = site_table.table(told.reader, P)
    assert [row.site.label for row in table.rows] == ["Boston (invented)", "Leiden (invented)", "Kobe"]
    boston = table.rows[0]
    assert [[figure.text for figure in boston.cell(column)] for column in Column] == [
        ["3 TU/cell"],
        ["2–4 TU/cell"],
        ["1–5 TU/cell"],
        ["as filed"],
        ["Boston assay"],
    ]
    assert boston.cell(Column.PROVEN)[0].about == "VCN"
    assert boston.cell(Column.FILED)[0].about == "United States"
    assert boston.unit == "TU/cell"
    assert table.rows[2].cell(Column.SETTING) == ()


def test_a_range_proven_elsewhere_says_why_it_is_void(told: Workspace, tell: Tell) -> None:
    (figure,) = at(told, LEI).cell(Column.PROVEN)
    assert figure == Figure("1–5 TU/cell", Iri(BASE + "R1"), "VCN", figure.void)
    assert figure.void == (
        "It holds at Boston, not at Leiden.",
        "It was established on Prodigy; here Other device is used.",
        "Its figures are measured by Boston assay, those here by Leiden assay, and no study bridges the two.",
    )
    assert figure.unsure == ()
    tell("B bridgedTo A")
    assert len(at(told, LEI).cell(Column.PROVEN)[0].void) == 2
    tell("R2 a AcceptableRange\nR2 forFactor P\nR2 rangeType PAR\nR2 status retired\nR2 label x")
    (_, second) = at(told, LEI).cell(Column.PROVEN)
    assert second.void[:2] == ("It is not in force: it is retired.", "It does not say at which site it holds.")


def test_a_step_shows_its_factors_where_something_is_recorded(told: Workspace) -> None:
    table = site_table.table(told.reader, Iri(BASE + "U"))
    assert [(row.factor.label, row.site.label) for row in table.rows] == [
        ("MOI", "Boston (invented)"),
        ("MOI", "Leiden (invented)"),
    ]
    assert (table.factors, table.sites) == (2, 3)
    assert site_table.table(told.reader, BOS).rows == ()
    assert site_table.table(told.reader, Iri(BASE + "Z")).rows == ()


def test_a_normal_range_is_widened_as_one_step(told: Workspace) -> None:
    entry = Entry(P, BOS, Column.NORMAL, Iri(BASE + "N1"), "2–6")
    assert site_figures.name(told.reader, entry) == "Set the normal range of MOI at Boston to 2–6"
    revision = site_figures.write(told, entry, "wider")
    assert revision is not None
    assert (revision.removed_count, revision.added_count) == (1, 1)
    assert at(told, BOS).cell(Column.NORMAL)[0].text == "2–6 TU/cell"
    assert site_figures.write(told, entry, "again") is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("≥ 2", "≥ 2 TU/cell"),
        ("at most 6", "≤ 6 TU/cell"),
        ("1e1-2e1 TU/cell", "10–20 TU/cell"),
        ("2.50 to 6.0", "2.50–6.0 TU/cell"),
    ],
)
def test_ranges_are_written_as_people_write_them(told: Workspace, text: str, shown: str) -> None:
    enter(told, BOS, Column.NORMAL, text)
    assert at(told, BOS).cell(Column.NORMAL)[0].text == shown


@pytest.mark.parametrize("text", ["wide", "6-2", "2,5-6", "2–6 min", "", "≥ low"])
def test_what_is_no_range_here_is_refused_with_a_sentence(told: Workspace, text: str) -> None:
    with pytest.raises(BadInput) as caught:
        enter(told, BOS, Column.NORMAL, text)
    assert caught.value.hint


def test_a_figure_replaces_words(told: Workspace) -> None:
    enter(told, LEI, Column.SETTING, "3.0")
    assert at(told, LEI).cell(Column.SETTING)[0].text == "3.0 TU/cell"
    assert not any(told.reader.quads(Pattern(subject=Iri(BASE + "S2"), predicate=KG.textValue)))


def test_a_figure_beside_words_is_left_to_the_form(told: Workspace, tell: Tell) -> None:
    tell('S1 textValue "3, by the Boston assay"')
    with pytest.raises(BadInput, match="3, by the Boston assay"):
        enter(told, BOS, Column.SETTING, "4")


def test_each_end_of_a_range_stays_in_its_graph(told: Workspace) -> None:
    thing, other = Iri(BASE + "N1"), Iri(BASE + "graph/other")
    (lower,) = told.reader.quads(Pattern(subject=thing, predicate=KG.lowerLimit))
    (upper,) = told.reader.quads(Pattern(subject=thing, predicate=KG.upperLimit))
    there = frozenset({Quad(thing, upper.predicate, upper.object, other), replace(lower, graph=other), lower})
    told.commit(ChangeSet("moved", frozenset({upper}), there), Note(told.author, "why"))
    change = site_figures.change(told.reader, Entry(P, BOS, Column.NORMAL, thing, "2–6"))
    assert [(quad.predicate, quad.graph) for quad in (*change.removed, *change.added)] == [(upper.predicate, other)] * 2
    change = site_figures.change(told.reader, Entry(P, BOS, Column.NORMAL, thing, "1–4"))
    assert {quad.graph for quad in change.added} == {lower.graph, other}


def test_what_is_not_recorded_is_made_with_what_belongs_to_it(told: Workspace) -> None:
    enter(told, LEI, Column.NORMAL, "2-4")
    (figure,) = at(told, LEI).cell(Column.NORMAL)
    known = Statements(told.reader)
    assert figure.thing == BASE + "NOR-LEI-P"
    assert known.name(figure.thing) == "Normal operating range of MOI at Leiden"
    assert known.things(figure.thing, KG.basis) == (BASE + "B",)
    enter(told, Iri(BASE + "KOB"), Column.NORMAL, "2-4")
    assert known.things(Iri(BASE + "NOR-KOB-P"), KG.basis) == ()
    enter(told, Iri(BASE + "KOB"), Column.SETTING, "3")
    assert at(told, Iri(BASE + "KOB")).cell(Column.SETTING)[0].text == "3 TU/cell"
    with pytest.raises(BadInput, match="No filed range"):
        enter(told, LEI, Column.FILED, "2-4")


def test_an_address_that_is_taken_is_not_used_again(told: Workspace, tell: Tell) -> None:
    tell('NOR-LEI-P label "something else"')
    enter(told, LEI, Column.NORMAL, "2-4")
    assert at(told, LEI).cell(Column.NORMAL)[0].thing == BASE + "NOR-LEI-P-2"


def test_the_address_of_what_was_deleted_is_not_used_again(told: Workspace) -> None:
    enter(told, LEI, Column.NORMAL, "2-4")
    history.undo(told, "back")
    enter(told, LEI, Column.NORMAL, "2-5")
    assert at(told, LEI).cell(Column.NORMAL)[0].thing == BASE + "NOR-LEI-P-2"


def test_a_factor_without_unit_takes_plain_figures(told: Workspace, tell: Tell) -> None:
    tell("V a ProcessParameter\nNV forFactor V\nNV atSite BOS\nNV rangeType NOR\nNV a AcceptableRange")
    factor = Iri(BASE + "V")
    site_figures.write(told, Entry(factor, BOS, Column.NORMAL, Iri(BASE + "NV"), "1-2"), "why")
    (row, *_) = site_table.table(told.reader, factor).rows
    assert row.cell(Column.NORMAL)[0].text == "1–2"
    site_figures.write(told, Entry(factor, BOS, Column.SETTING, None, "1"), "why")
    with pytest.raises(BadInput, match="not recorded"):
        site_figures.write(told, Entry(factor, BOS, Column.NORMAL, Iri(BASE + "NV"), "1-2 min"), "why")
    made = Entry(factor, BOS, Column.NORMAL, Iri(BASE + "nothing"), "1-2")
    assert site_figures.change(told.reader, made).added


@pytest.mark.parametrize("mark", ["deprecated", "status retired"])
def test_what_is_retired_neither_is_set_nor_holds(told: Workspace, tell: Tell, mark: str) -> None:
    for name in ("S1", "N1", "R1", "F1"):
        if mark == "deprecated":
            retiring.retire(told, Iri(BASE + name), "replaced")
        else:
            tell(f"{name} {mark}")
    boston = at(told, BOS)
    assert [boston.cell(column) for column in (Column.SETTING, Column.NORMAL, Column.FILED)] == [(), (), ()]
    assert [figure.void[0] for figure in boston.cell(Column.PROVEN)] == ["It is not in force: it is retired."]


def test_each_basis_of_several_settings_is_told_once(told: Workspace, tell: Tell) -> None:
    tell(
        "S3 a SiteSetting\nS3 forFactor P\nS3 atSite BOS\nS3 basis B\nS4 a SiteSetting\nS4 forFactor P\nS4 atSite BOS\nS4 basis B"
    )
    boston = at(told, BOS)
    assert [figure.text for figure in boston.cell(Column.BASIS)] == ["Boston assay", "Leiden assay"]
    (why,) = boston.cell(Column.PROVEN)[0].void
    assert why.startswith("Its figures are measured by Boston assay, those here by Leiden assay")


def test_a_proven_range_whose_basis_nobody_recorded_says_so(told: Workspace, tell: Tell) -> None:
    tell(
        'T a ProcessParameter\nT label "Temperature"\nTS a SiteSetting\nTS forFactor T\nTS atSite BOS\nTS setpoint "37"\n'
        'TR a AcceptableRange\nTR forFactor T\nTR rangeType PAR\nTR atSite BOS\nTR lowerLimit "36"\nTR upperLimit "38"'
    )
    rows = site_table.table(told.reader, Iri(BASE + "T")).rows
    (figure,) = next(row for row in rows if row.site.iri == BOS).cell(Column.PROVEN)
    assert (figure.text, figure.void) == ("36–38", ())
    assert figure.unsure == (
        "It does not say on which equipment it was established.",
        "It does not say at which scale it was established.",
        (
            "Its figures are measured by a way that is not recorded, those here by a way that is not recorded, "
            "and no study bridges the two."
        ),
    )
