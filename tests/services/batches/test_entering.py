"""Tables of results: what is taken, converted, recorded already, and listed with its place and reason."""

from __future__ import annotations

import pytest

from kgapp.domain.errors import BadInput
from kgapp.domain.terms import Literal
from kgapp.domain.vocabulary import KG, RDFS, UNIT, XSD
from kgapp.services.batches import entering
from kgapp.services.ports import Pattern
from kgapp.services.statements import Statements
from kgapp.services.workbooks import plan
from kgapp.services.workbooks.plan import Plan
from kgapp.services.workspace import Workspace
from tests.services.batches.conftest import HEADS, entered, iri
from tests.services.workbooks.conftest import FAULT, FORMULA, Tell, book, reasons, sheet


def taken(found: Plan) -> list[str]:
    """What would be new."""
    return [each.sentence for each in found.differences]


def test_batches_and_results_are_made_with_their_dates_and_units(process: Workspace) -> None:
    found = entered(
        process,
        ("B1", "2026-03-31", "2026-04-02", "Viability", "81.50", "%"),
        ("B1", "", "", "Copy number", "2.1", "copies/cell"),
        ("B1", "2026-03-31", "", "Yield", "5", ""),
        ("B2", "", "2026-05-02", "MOI", "3", "TU/cell"),
    )
    assert not found.rejected
    assert taken(found) == [
        "New batch “B1”.",
        "New result “Viability of B1: 81.50 %”.",
        "New result “Copy number of B1: 2.1 copies/cell”.",
        "New result “Yield of B1: 5”.",
        "New batch “B2”.",
        "New result “MOI of B2: 3 TU/cell”.",
    ]
    assert plan.commit(process, found, "results") is not None
    known = Statements(process.reader)
    (first,), (second,) = (process.reader.called(name) for name in ("b1", "b2"))
    assert (known.thing(first, KG.madeBy), known.thing(first, KG.atSite)) == (iri("SP1"), iri("BOS"))
    assert known.text(first, KG.manufacturedOn) == "2026-03-31"
    assert known.text(second, KG.manufacturedOn) == "", "the day of a result is not that of its batch"
    (result,) = known.that(KG.forAttribute, iri("Q1"))
    assert known.about(result)[KG.value] == (Literal("81.50", XSD.decimal),)
    assert (known.thing(result, KG.unit), known.text(result, KG.resultDate)) == (UNIT.PERCENT, "2026-04-02")
    assert known.that(KG.forFactor, iri("P1")), "a parameter is said with another property than an attribute"
    again = entered(
        process, ("B1", "", "", "Viability", "81.5", "%"), ("B1", "", "", "Copy number", "2.2", "copies/cell")
    )
    assert (again.counts.same, taken(again)) == (1, [])
    assert "A result is recorded already: 2.1" in again.rejected[0].why


def test_units_convert_where_nothing_is_rounded(process: Workspace) -> None:
    found = entered(
        process,
        ("B1", "2026-03-31", "", "Rest time", "1.5", "h"),
        ("B2", "2026-03-31", "", "Rest time", "20", "s"),
        ("B3", "2026-03-31", "", "Rest time", "20", "%"),
        ("B4", "2026-03-31", "", "Rest time", "20", "furlong"),
        ("B5", "2026-03-31", "", "Rest time", "20", ""),
        ("B6", "2026-03-31", "", "Yield", "20", "%"),
        ("B7", "2026-03-31", "", "Rest time", "20", "minute"),
    )
    assert taken(found)[1] == "New result “Rest time of B1: 90 min (The table says 1.5 h.)”."
    assert "Rest time of B7: 20 min”" in taken(found)[3], "another name of the same unit is no conversion"
    assert [(row, column) for row, column, _ in reasons(found)] == [(row, "unit") for row in (3, 4, 5, 6, 7)]
    assert [why.split(":")[0].split(" Write")[0] for _, _, why in reasons(found)] == [
        "“Rest time” is recorded in min",
        "“Rest time” is recorded in min",
        "“furlong” is not a unit that kgapp knows.",
        "It is empty; “Rest time” is recorded in min.",
        "No unit is recorded for “Yield”",
    ]
    plan.commit(process, found, "results")
    known = Statements(process.reader)
    values = {known.text(one, KG.value): known.text(one, RDFS.comment) for one in known.that(KG.forFactor, iri("P2"))}
    assert values == {"90": "The table says 1.5 h.", "20": ""}


def test_what_is_doubtful_is_listed(process: Workspace) -> None:
    day = "2026-03-31"
    found = entered(
        process,
        ("", day, "", "Viability", "80", "%"),
        ("B1", day, "", "", "80", "%"),
        ("B2", day, "", "Viability", "", "%"),
        ("B3", day, "", "Viability", "80,5", "%"),
        ("B4", day, "", "Viability", "> 80", "%"),
        ("B5", "31.03.2026", "", "Viability", "80", "%"),
        ("B6", "", "03/04/2026", "Viability", "80", "%"),
        ("B7", "", "", "Viability", "80", "%"),
        ("B8", day, "", "Nobody knows", "80", "%"),
        ("B9", day, "", "Viability", "80", "%"),
        ("b9", day, "", "viability", "81", "%"),
        ("B10", day, "", "Viability", "80", "%"),
        ("B10", "2026-04-01", "", "Copy number", "2", "copies/cell"),
    )
    listed = {row: (column, why) for row, column, why in reasons(found)}
    assert {row: column for row, (column, _) in listed.items()} == {
        2: "batch",
        3: "about",
        4: "value",
        5: "value",
        6: "value",
        7: "made",
        8: "date",
        9: "batch",
        10: "",
        11: "batch",
        12: "batch",
        14: "made",
    }
    assert "point instead of the comma" in listed[5][1]
    assert listed[6][1] == "It is no figure."
    assert "none of them is taken" in listed[11][1]
    assert taken(found) == ["New batch “B10”.", "New result “Viability of B10: 80 %”."]


def test_batches_of_somebody_else_or_of_another_day(process: Workspace, tell: Tell) -> None:
    tell(
        'B1 a Batch\nB1 label "One"\nB1 madeBy SP2\nB2 a Batch\nB2 label "Two"\nB3 a Batch\nB3 label "Three"\nB3 madeBy SP1\n'
        'B3 manufacturedOn "2026-01-01"^^<http://www.w3.org/2001/XMLSchema#date>\n'
        'R1 a Result\nR1 label "r"\nR1 ofBatch B3\nR1 forAttribute Q1\nR1 status retired\n'
        'R2 a Result\nR2 label "r"\nR2 ofBatch B3\nR2 forAttribute Q2'
    )
    found = entered(
        process,
        ("One", "", "", "Viability", "80", "%"),
        ("Two", "", "", "Viability", "80", "%"),
        ("Three", "2026-01-02", "", "MOI", "80", "TU/cell"),
        ("Three", "2026-01-01", "", "Viability", "80", "%"),
        ("Three", "", "", "Copy number", "2", "copies/cell"),
    )
    assert [(row, why) for row, _, why in reasons(found)] == [
        (2, "This batch was made by Process at Leiden."),
        (3, "This batch was made by nothing that is recorded."),
        (4, "It was made on 2026-01-01 by what is recorded."),
        (6, "A result is recorded already: no figure. Change it there."),
    ]
    assert taken(found) == ["New result “Viability of Three: 80 %”."]


def test_methods_and_bases_are_linked_where_the_table_names_them(process: Workspace, tell: Tell) -> None:
    tell('M a MethodAtSite\nM label "Flow at Boston"\nB a MeasurementBasis\nB label "Gate of 2025"')
    heads = ("Lot", "Tested on", "CQA", "Result", "UoM", "Method", "Basis", "Analyst")
    found = entered(
        process,
        ("L1", "2026-03-31", "Viability", "80", "%", "Flow at Boston", "Gate of 2025", "me"),
        ("L2", "2026-03-31", "Viability", "80", "%", "Flow nowhere", "", ""),
        heads=heads,
    )
    assert [row for row, _, _ in reasons(found)] == [3]
    assert [(each.column, each.why) for each in found.unread] == [
        ("Analyst", "It means nothing in a table of results.")
    ]
    plan.commit(process, found, "results")
    (result,) = process.reader.instances((KG.Result,))
    about = {quad.predicate: quad.object for quad in process.reader.quads(Pattern(subject=result))}
    assert (about[KG.byMethod], about[KG.basis]) == (iri("M"), iri("B"))


def test_sheets_heads_and_cells_that_cannot_be_read(process: Workspace) -> None:
    title = sheet("Results", ("Results of March",), (), HEADS, ("B1", "2026-03-31", "", "Viability", FORMULA, "%"), ())
    notes, empty = sheet("Notes", ("Remember", "this")), sheet("Empty", ("",))
    found = entering.read(process.reader, book(title, notes, empty), iri("SP1"))
    assert reasons(found) == [(4, "value", "A calculated cell: its result is not read. Write the value itself.")]
    assert [each.sheet for each in found.unread] == ["Notes"]
    faulty = entered(process, ("B1", "2026-03-31", "", "Viability", FAULT, "%"))  # type: ignore[arg-type]
    assert "fault" in faulty.rejected[0].why
    with pytest.raises(BadInput, match="holds no table of results"):
        entering.read(process.reader, book(notes), iri("SP1"))
    with pytest.raises(BadInput, match="two columns that could be the batch"):
        entered(process, heads=(*HEADS, "Lot"))
    with pytest.raises(BadInput, match="no site process with a site"):
        entered(process, maker="Q1")
