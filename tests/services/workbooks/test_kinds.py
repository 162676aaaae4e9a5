"""Foreign tables: each kind is known by its heads, everything that does not fit is listed with its place and reason."""

from __future__ import annotations

import pytest

from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, UNIT
from kgapp.domain.workbook import Cell, CellKind
from kgapp.services.ports import Pattern
from kgapp.services.statements import Statements
from kgapp.services.workbooks import choosing, contract, kept, plan
from kgapp.services.workbooks.choosing import Wanted
from kgapp.services.workbooks.reading import Asked
from kgapp.services.workspace import Workspace
from tests.services.workbooks.conftest import FAULT, FORMULA, Tell, book, read, reasons, sentences, sheet

HEADS = ("ID", "Parameter", "Step", "CPP", "Unit", "NOR", "PAR low [TU/cell]", "PAR high [TU/cell]", "Remarks", "Odd")


def iri(name: str) -> Iri:
    return Iri(f"https://w3id.org/kgapp/demo/{name}")


def test_a_parameter_table_with_ranges_steps_and_ids(process: Workspace) -> None:
    table = sheet(
        "Parameters",
        ("Our table",),
        HEADS,
        ("P1", "MOI", "Transduction", "CPP", "TU/cell", "2-4", "1", "6.50"),
        ("X9", "Stirrer speed", "UO1", "KPP", "/min", "10–20"),
    )
    found = read(process, book(table))
    assert not found.rejected
    assert [(each.column, each.why.split(":")[0].split(",")[0]) for each in found.unread] == [
        ("Remarks", "It is known"),
        ("Odd", "It means nothing here."),
    ]
    assert "New acceptable range “NOR range of MOI”." in sentences(found)
    assert "has factor of “Transduction”: also “Stirrer speed”." in sentences(found)
    assert plan.commit(process, found, "line 2") is not None
    known = Statements(process.reader)
    ranges = {known.typed(one, KG.rangeType): one for one in known.that(KG.forFactor, iri("P1"))}
    assert known.limits(ranges["PAR"]) == "1–6.50"
    assert known.text(ranges["NOR"], KG.upperLimit) == "4"
    (speed,) = process.reader.called("stirrer speed")
    assert known.text(speed, KG.externalId) == "X9"
    again = read(process, book(table))
    assert (sentences(again), again.rejected) == ([], ()), "the second time there is nothing to do"


def test_what_does_not_fit_a_parameter_table_is_listed(process: Workspace, tell: Tell) -> None:
    tell('N1 a AcceptableRange\nN1 label "a"\nN1 forFactor P2\nN1 rangeType NOR')
    tell('N2 a AcceptableRange\nN2 label "b"\nN2 forFactor P2\nN2 rangeType NOR')
    tell('P3 a ProcessParameter\nP3 label "Twin"\nP4 a ProcessParameter\nP4 label "Twin"')
    tell('P5 a ProcessParameter\nP5 label "Old"\nP5 status retired')
    found = read(
        process,
        book(
            sheet(
                "Parameters",
                HEADS,
                ("", "MOI", "Nowhere", "critical?", "furlong", "2,5-3"),
                ("", FORMULA),
                ("", "Rest time", "", "", FAULT, "1-2"),
                ("P1", "Rest time"),
                ("", "MOI"),
                ("", "Twin"),
                ("", "Old"),
                ("Z", ""),
                ("P2", "Pause"),
                ("", "New one", "", "", "", "(none)"),
                ("", "new ONE"),
            )
        ),
    )
    assert [(row, column) for row, column, _ in reasons(found)] == [
        (2, "Step"),
        (2, "NOR"),
        (3, ""),
        (4, "Unit"),
        (4, "NOR"),
        (5, ""),
        (6, ""),
        (7, ""),
        (8, ""),
        (9, ""),
        (10, ""),
        (11, "NOR"),
        (12, ""),
        (2, "NOR"),
        (2, "CPP"),
        (2, "Unit"),
    ]
    whys = {(row, column): why for row, column, why in reasons(found)}
    assert "2 are recorded for this row" in whys[4, "NOR"]
    assert "The identifier is that of “MOI”" in whys[5, ""]
    assert "stands in row 2" in whys[6, ""]
    assert "2 things of the kind process parameter" in whys[7, ""]
    assert "retired" in whys[8, ""]
    assert "needs a name" in whys[9, ""]
    assert "stands in row 4" in whys[10, ""]
    assert "makes a new process parameter" in whys[12, ""]
    assert sentences(found) == ["New process parameter “New one”."]


def test_names_of_things_are_not_changed_by_a_foreign_table(process: Workspace) -> None:
    found = read(process, book(sheet("Parameters", ("ID", "Parameter", "CPP"), ("P1", "Multiplicity", "KPP"))))
    assert "a table changes no names" in found.rejected[0].why
    assert sentences(found) == ["criticality of “MOI”: “critical process parameter” → “KPP”."]


def test_setpoints_need_their_site_process_and_units_must_agree(process: Workspace) -> None:
    rows = (
        ("Parameter", "Unit", "Setpoint [min]", "NOR low [h]", "NOR high [h]"),
        ("Rest time", "min", "90", "1", "2"),
    )
    without = read(process, book(sheet("Parameters", *rows)))
    assert "--site-process" in without.rejected[0].why
    found = read(process, book(sheet("Parameters", *rows)), asked=Asked(site_process=iri("SP1")))
    assert not found.rejected
    plan.commit(process, found, "set")
    known = Statements(process.reader)
    (setting,) = process.reader.instances((KG.SiteSetting,))
    assert (known.text(setting, KG.setpoint), known.thing(setting, KG.atSite)) == ("90", iri("BOS"))
    (limits,) = process.reader.instances((KG.AcceptableRange,))
    assert known.thing(limits, KG.unit) == UNIT.HR
    strange = (
        ("Parameter", "Unit", "NOR low [h]", "PAR low [furlong]", "PAR high [%]"),
        ("MOI", "TU/cell", "1", "2", "3"),
    )
    refused = read(process, book(sheet("Parameters", *strange)))
    assert [why for _, _, why in reasons(refused)][:2] == [
        "The column is in h, the row in TU/cell: they do not convert.",
        "The column is in %, the row in TU/cell: they do not convert.",
    ]
    assert "“furlong” is not a unit" in refused.unread[0].why
    minutes = ("Parameter", "Unit", "NOR low [min]", "NOR high [min]")
    other = read(
        process,
        book(sheet("Parameters", minutes, ("Rest time", "min", "90", "120"))),
        asked=Asked(site_process=iri("SP1")),
    )
    assert (sentences(other), other.rejected, other.counts.same) == (
        ["lower limit of “NOR range of Rest time at Boston”: “1” → “1.5 (90 min in the table)”."],
        (),
        2,
    ), "120 min are 2 h, which is recorded"
    plan.commit(process, other, "narrower")
    assert Statements(process.reader).limits(limits) == "1.5–2"
    rounded = read(
        process,
        book(sheet("Parameters", minutes, ("Rest time", "min", "100", "2,5"))),
        asked=Asked(site_process=iri("SP1")),
    )
    assert "The column is in min, the unit recorded is h: convert it." in rounded.rejected[0].why


def test_an_fmea_table_makes_scored_risks_only(process: Workspace) -> None:
    table = sheet(
        "FMEA",
        ("Failure mode", "Parameter", "CQA", "S", "O", "D", "RPN"),
        ("Wrong MOI", "MOI", "Viability", "9", "3", "7", FORMULA),
        ("No score", "MOI", "", "9", "", "7", FORMULA),
        ("Half a score", "MOI", "", "9", "2.5", "7", FORMULA),
        ("About nothing", "Unheard of", "", "9", "2", "7", FORMULA),
    )
    found = read(process, book(table))
    assert [each.name for each in found.new] == ["Wrong MOI"]
    assert {row for row, _, _ in reasons(found)} == {3, 4, 5}
    assert any("needs: occurrence" in why for _, _, why in reasons(found))
    plan.commit(process, found, "FMEA")
    (risk,) = process.reader.instances((KG.RiskItem,))
    about = {quad.object for quad in process.reader.quads(Pattern(subject=risk, predicate=KG.concerns))}
    assert about == {iri("P1"), iri("Q1")}
    more = sheet("FMEA", ("Failure mode", "Parameter", "S", "O", "D"), ("Wrong MOI", "Rest time", "9", "3", "8"))
    again = read(process, book(more))
    assert sentences(again) == [
        "concerns of “Wrong MOI”: “MOI; Viability” → “MOI; Viability; Rest time”.",
        "detection of “Wrong MOI”: “7” → “8”.",
    ]


def test_materials_methods_and_batch_records(process: Workspace) -> None:
    materials = sheet(
        "BOM",
        ("Part number", "Material", "Manufacturer", "Used in", "Substitute", "Qty"),
        ("A1", "Beads", "Maker Ltd", "Transduction", "Other beads", "3"),
        ("A2", "Other beads", "Maker Ltd", "", "", "3"),
    )
    methods = sheet(
        "Methods",
        ("Method", "Attribute", "Site", "Status", "Version"),
        ("Flow cytometry", "Viability", "Boston", "validated", "v2"),
        ("Flow at both", "Viability", "Paris", "validated", "v2"),
    )
    records = sheet(
        "MBR",
        ("Step", "Instruction", "Unit operation", "Parameters"),
        ("1.1", "Add vector", "Transduction", "MOI; Rest time"),
    )
    found = read(process, book(materials, methods))
    assert [row for row, _, _ in reasons(found)] == [3, 3, 3]
    plan.commit(process, found, "lists")
    known = Statements(process.reader)
    (beads,), (other,) = (process.reader.called(name) for name in ("beads", "other beads"))
    assert known.things(beads, KG.substitutableBy) == (other,)
    assert known.things(iri("UO1"), KG.consumesMaterial) == (beads,)
    (at_site,) = process.reader.instances((KG.MethodAtSite,))
    assert (known.text(at_site, KG.methodVersion), known.thing(at_site, KG.atSite)) == ("v2", iri("BOS"))
    steps = read(process, book(records), Wanted(fixed=(("document", "Master batch record"),)))
    assert not steps.rejected
    plan.commit(process, steps, "record")
    (step,) = process.reader.instances((KG.BatchRecordStep,))
    assert known.things(step, KG.implementsFactor) == (iri("P1"), iri("P2"))
    assert (
        "needs: in document" in read(process, book(sheet("MBR", ("Step", "Instruction"), ("2", "Mix")))).rejected[0].why
    )


def test_a_mapping_is_kept_and_finds_its_heads_again(process: Workspace) -> None:
    table = sheet("Werte", ("Merkmal", "Klasse"), ("MOI", "KPP"))
    with pytest.raises(BadInput, match="could be matched"):
        read(process, book(table))
    wanted = Wanted(kind="parameters")
    with pytest.raises(BadInput):
        choosing.mapping(process.reader, book(table), wanted)
    heads = sheet("Werte", ("Parameter", "Klasse", "CPP"), ("MOI", "x", "KPP"))
    mapping = choosing.mapping(process.reader, book(heads), Wanted(columns=(("Klasse", "unit"), ("CPP", "not read"))))
    kept.keep(process, "german", mapping)
    assert kept.names(process.reader) == ("german",)
    assert kept.load(process.reader, "german") == mapping
    moved = sheet("Other name", ("note",), ("CPP", "Klasse", "Parameter"), ("x", "TU/cell", "MOI"))
    again = read(process, book(moved), Wanted(name="german"))
    assert (again.counts.same, again.rejected, sentences(again)) == (1, (), [])
    gone = read(process, book(sheet("Other", ("Parameter",), ("MOI",)), sheet("Two", ("a",))), Wanted(name="german"))
    assert "no such sheet" in gone.rejected[0].why
    short = read(process, book(sheet("Werte", ("Parameter", "New head"), ("MOI", "1"))), Wanted(name="german"))
    assert "This column is not in the sheet" in short.rejected[0].why
    assert ("New head", "The mapping does not know this head.") in [(each.column, each.why) for each in short.unread]
    kept.drop(process, "german")
    with pytest.raises(NotFound, match="No mapping is called"):
        kept.load(process.reader, "german")


@pytest.mark.parametrize(
    "content",
    [
        "no json",
        "{}",
        '{"format":"kgapp-workbook-mapping/9","sheets":[]}',
        '{"format":"kgapp-workbook-mapping/1","sheets":3}',
        '{"format":"kgapp-workbook-mapping/1","sheets":[{"sheet":"a","kind":"","class":"https://e.org/x","head_row":1,"columns":[],"fixed":[]}]}',
        '{"format":"kgapp-workbook-mapping/1","sheets":[{"sheet":"a","kind":"fmea","class":"https://w3id.org/kgapp/ontology#RiskItem","head_row":0,"columns":[],"fixed":[]}]}',
        '{"format":"kgapp-workbook-mapping/1","sheets":[{"sheet":"a","kind":"fmea","class":"https://w3id.org/kgapp/ontology#RiskItem","head_row":1,"columns":[["h","value","https://e.org/p","","",""]],"fixed":[]}]}',
        '{"format":"kgapp-workbook-mapping/1","sheets":[{"sheet":"a","kind":"fmea","class":"https://w3id.org/kgapp/ontology#RiskItem","head_row":1,"columns":[["h","value","","","https://e.org/u",""]],"fixed":[]}]}',
        '{"format":"kgapp-workbook-mapping/1","sheets":[{"sheet":"a","kind":"fmea","class":"https://w3id.org/kgapp/ontology#RiskItem","head_row":1,"columns":[["h","value","","","",""]],"fixed":[]}]}',
        '{"format":"kgapp-workbook-mapping/1","sheets":[{"sheet":3,"kind":"","class":"","head_row":1,"columns":[],"fixed":[]}]}',
    ],
)
def test_a_mapping_that_cannot_be_trusted_is_refused(content: str) -> None:
    with pytest.raises(BadInput, match="cannot be used"):
        kept.read(content)


def test_what_somebody_says_of_a_table(process: Workspace) -> None:
    table = book(sheet("A", ("Label", "Severity"), ("Potency", "high")), sheet("B", ("x", "y"), ("1", "2")))
    found = read(process, table, Wanted(kind="quality attribute", only=("a",), fixed=(("role", "release"),)))
    assert "New quality attribute “Potency”." in sentences(found)
    for wanted, sentence in (
        (Wanted(kind="unicorn"), "no kind of table"),
        (Wanted(only=("C",)), "no sheet"),
        (Wanted(kind="risk item", only=("A",), columns=(("Label", "wings"),)), "no property"),
        (Wanted(kind="risk item", only=("A",), columns=(("Wings", "name"),)), "no one column"),
    ):
        with pytest.raises(BadInput, match=sentence):
            read(process, table, wanted)


def test_doubtful_heads_are_not_read(process: Workspace) -> None:
    table = sheet("P", ("Parameter", "Unit", "Unit", "Name", "CPP"), ("MOI", "%", "min", "Other", "KPP"))
    found = read(process, book(table))
    assert {(each.column, each.why.split(";")[0]) for each in found.unread} == {
        ("Unit", "This head stands twice"),
        ("Name", "Another column is the name already."),
    }
    assert sentences(found) == ["criticality of “MOI”: “critical process parameter” → “KPP”."]


def test_figures_are_written_out_and_equal_ones_are_no_difference(process: Workspace, tell: Tell) -> None:
    tell(
        'R a AcceptableRange\nR label "R"\nR forFactor P1\nR rangeType PAR\n'
        'R lowerLimit "0.50"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    )
    rows = (("Parameter", "PAR low", "PAR high"), ("MOI", "0.5", Cell("1e-05", CellKind.NUMBER)))
    found = read(process, book(sheet("P", *rows)))
    assert sentences(found) == ["upper limit of “R”: nothing → “0.00001”."]
    assert plan.text_of(Cell("1e+16", CellKind.NUMBER)) == "10000000000000000"


def test_programs_get_everything(process: Workspace) -> None:
    table = book(sheet("Parameters", HEADS, ("P1", "MOI", "Nowhere", "KPP", "", "2-4")))
    mapping = choosing.mapping(process.reader, table, Wanted())
    told = contract.plan(read(process, table), mapping, None)
    assert told["format"] == "kgapp-workbook-plan/1"
    assert told["mapping"][0]["means"] == "parameter table"
    assert [each["means"] for each in told["mapping"][0]["columns"]][:7] == [
        "id",
        "name",
        "what has it as “has factor”",
        "criticality",
        "unit",
        "NOR range, both limits",
        "PAR range: lower limit",
    ]
    assert told["rejected"][0]["row"] == 2
    assert told["revision"] is None
