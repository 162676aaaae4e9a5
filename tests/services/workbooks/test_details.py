"""What seldom happens in a table, each with its answer: several columns of one property, conversions, words and names."""

from __future__ import annotations

import pytest

from kgapp.domain.errors import BadInput
from kgapp.domain.vocabulary import KG
from kgapp.domain.workbook_mapping import Column, Mapping, Role, SheetMap, Target
from kgapp.services import coverage_paste
from kgapp.services.ports import Pattern
from kgapp.services.statements import Statements
from kgapp.services.workbooks import choosing, contract, guessing, kept, plan
from kgapp.services.workbooks.choosing import Wanted
from kgapp.services.workbooks.plan import Where
from kgapp.services.workspace import Workspace
from tests.services.batches.conftest import iri
from tests.services.workbooks.conftest import Tell, book, read, reasons, sentences, sheet


def test_two_columns_that_say_one_thing_differently(process: Workspace) -> None:
    table = sheet(
        "Parameters",
        ("Parameter", "Unit", "NOR [h]", "NOR low [min]", "NOR min [h]", "Criticality", "CPP"),
        ("Rest time", "min", "1-2", "1", "1", "CPP", "KPP"),
    )
    found = read(process, book(table), Wanted(columns=(("Criticality", "criticality"),)))
    assert [(column, why) for _, column, why in reasons(found)] == [
        ("CPP", "There is one “criticality” only."),
        ("NOR low [min]", "Another column says “1” already."),
    ], "the same figure in another unit is another figure"
    assert sentences(found)[0] == "New acceptable range “NOR range of Rest time”."


def test_a_property_that_the_class_lacks(process: Workspace) -> None:
    table = book(sheet("Parameters", ("Parameter", "Maker", "CPP"), ("MOI", "Somebody", "KPP")))
    wrong = SheetMap(
        "Parameters",
        "",
        KG.ProcessParameter,
        1,
        (Column("Parameter", Target(Role.NAME)), Column("Maker", Target(Role.VALUE, KG.maker))),
    )
    kept.keep(process, "wrong", Mapping((wrong,)))
    found = read(process, table, Wanted(name="wrong"))
    assert [why for _, _, why in reasons(found)] == ["A process parameter has no property “maker”."]


def test_a_name_may_hold_a_semicolon(process: Workspace, tell: Tell) -> None:
    tell('P7 a ProcessParameter\nP7 label "Speed; slow"')
    table = sheet(
        "FMEA",
        ("Failure mode", "Parameter", "S", "O", "D"),
        ("Too fast", "Speed; slow", "9", "2", "7"),
        ("Both", "MOI; Rest time", "9", "2", "7"),
    )
    found = read(process, book(table))
    assert not found.rejected
    plan.commit(process, found, "FMEA")
    known = Statements(process.reader)
    about = {known.name(one): set(known.things(one, KG.concerns)) for one in process.reader.instances((KG.RiskItem,))}
    assert about == {"Too fast": {iri("P7")}, "Both": {iri("P1"), iri("P2")}}


def test_new_things_of_one_name_written_differently_get_addresses_of_their_own(process: Workspace) -> None:
    table = sheet("Parameters", ("Parameter", "Unit", "CPP"), ("Speed 1", "", "KPP"), ("Speed-1", "", "KPP"))
    found = read(process, book(table))
    plan.commit(process, found, "two")
    assert len({each.thing for each in found.new}) == len(found.new) == 2


def test_a_unit_that_is_no_unit_converts_nothing(process: Workspace) -> None:
    table = sheet(
        "Parameters",
        ("Parameter", "Unit", "Setpoint", "NOR low [h]", "NOR unit"),
        ("Rest time", "min", "", "1", "furlong"),
    )
    mapping = choosing.mapping(process.reader, book(table), Wanted())
    (first,) = mapping.sheets
    first = first.with_column("NOR unit", Target(Role.VALUE, KG.unit, "NOR"))
    columns = tuple(sorted(first.columns, key=lambda each: each.head != "NOR unit"))
    kept.keep(process, "units", Mapping((SheetMap(first.sheet, "parameters", first.thing, 1, columns, first.parts),)))
    found = read(process, book(table), Wanted(name="units"))
    assert any("The column is in h, the unit recorded is furlong" in why for _, _, why in reasons(found))


def test_nothing_and_the_word_for_nothing_name_no_new_thing(process: Workspace) -> None:
    table = sheet("Parameters", ("Parameter", "Unit", "NOR low [min]"), (" ", "min", "3"), ("(none)", "min", "3"))
    found = read(process, book(table))
    assert not found.change
    assert [(row, why) for row, _, why in reasons(found)] == [(2, "No name."), (3, "No name.")]


@pytest.mark.parametrize(
    ("kind", "head", "meant", "said"),
    [
        ("parameters", "NOR low [min]", "parameter table", "NOR range: lower limit"),
        ("parameters", "NOR", "parameter table", "NOR range, both limits"),
        ("parameters", "Step", "parameter table", "what has it as “has factor”"),
        ("parameters", "Parameter", "parameter table", "name"),
        ("parameters", "CPP", "parameter table", "criticality"),
    ],
)
def test_columns_are_told_in_words(process: Workspace, kind: str, head: str, meant: str, said: str) -> None:
    heads = ("Parameter", "Step", "Unit", "CPP", *({head} - {"Parameter", "Step", "Unit", "CPP"}))
    mapping = choosing.mapping(process.reader, book(sheet("Parameters", heads, ("MOI",))), Wanted(kind=kind))
    (found,) = mapping.sheets
    assert contract.meaning(found) == meant
    assert contract.said(found, next(each for each in found.columns if each.head == head)) == said
    assert contract.mapped(mapping)


def test_a_range_without_a_part_and_a_matrix_in_words() -> None:
    alone = SheetMap("a", "", KG.AcceptableRange, 1, ())
    assert contract.meaning(alone) == "acceptable range"
    assert contract.said(alone, Column("x", Target(Role.RANGE, KG.lowerLimit))) == "both limits"
    assert contract.meaning(SheetMap("a", "matrix", KG.AcceptableRange, 1, ())) == "cause and effect matrix"


def test_a_place_in_words() -> None:
    assert [str(each) for each in (Where("A"), Where("A", 3), Where("A", 3, "Head"), Where("A", 0, "Head"))] == [
        "A",
        "A, row 3",
        "A, row 3, “Head”",
        "A, “Head”",
    ]


def test_a_column_of_one_sheet_among_several(process: Workspace) -> None:
    one = sheet("Parameters", ("Parameter", "CPP", "Unit", "Odd"), ("MOI", "", "", "KPP"))
    other = sheet("Risks", ("Failure mode", "Parameter", "S", "O", "D"), ("Wrong", "MOI", "9", "2", "7"))
    wanted = Wanted(columns=(("Odd", "criticality"), ("CPP", "not read")))
    mapping = choosing.mapping(process.reader, book(one, other, sheet("Empty")), wanted)
    assert [each.sheet for each in mapping.sheets] == ["Parameters", "Risks"]
    found = read(process, book(one, other), wanted)
    assert "criticality of “MOI”: “critical process parameter” → “KPP”." in sentences(found)
    assert {quad.object for quad in process.reader.quads(Pattern(predicate=KG.strength))} == set()


def test_what_is_too_large_for_a_matrix_or_has_no_heads_is_none(
    process: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = sheet("C&E", ("", "Viability"), ("MOI", "H"))
    assert guessing.as_matrix(process.reader, table) is not None
    monkeypatch.setattr(coverage_paste, "MOST_CELLS", 3)
    assert guessing.as_matrix(process.reader, table) is None
    assert guessing.as_class(sheet("Risk item", ("Scores",), ("9",)), KG.RiskItem) is None


def test_a_mapping_that_is_far_too_long_is_refused() -> None:
    with pytest.raises(BadInput, match="damaged"):
        kept.read('{"format":"kgapp-workbook-mapping/1","sheets":[' + ",".join(["1"] * 501) + "]}")
    with pytest.raises(BadInput, match="damaged"):
        kept.read('{"format":"kgapp-workbook-mapping/1","sheets":[],"said":[["basis",3]]}')


def test_scores_say_their_scale_and_another_scale_is_not_taken_for_ours(process: Workspace) -> None:
    row = ("Wrong MOI", "MOI", "9", "2", "7")
    ours = sheet(
        "FMEA", ("Failure Mode(s)", "Parameter", "Severity (1–10)", "Occurrence (O)", "Detection [1 to 10]"), row
    )
    assert sentences(read(process, book(ours)))[0] == "New risk item “Wrong MOI”."
    other = sheet("FMEA", ("Failure mode", "Parameter", "Severity (1-5)", "Occurrence", "Detection"), row)
    found = read(process, book(other))
    assert [(each.column, each.why) for each in found.unread] == [
        ("Severity (1-5)", "“1-5” is not the scale of scores here, which is 1 to 10.")
    ]
    assert not found.change
    assert "needs: severity score" in found.rejected[0].why
