"""Cause and effect matrices: judged cells become influences, empty ones stay unknown, and the rest is listed with its place."""

from __future__ import annotations

import pytest

from kgapp.domain.errors import BadInput
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, RDFS
from kgapp.domain.workbook import Book
from kgapp.domain.workbook_mapping import Mapping
from kgapp.services.coverage_paste import Scale
from kgapp.services.coverage_writing import Run
from kgapp.services.statements import Statements
from kgapp.services.workbooks import choosing, crossing, kept, plan, whole
from kgapp.services.workbooks.choosing import Wanted
from kgapp.services.workbooks.crossing import Judging
from kgapp.services.workbooks.plan import Plan
from kgapp.services.workbooks.reading import Asked
from kgapp.services.workspace import Workspace
from tests.services.workbooks.conftest import FAULT, FORMULA, Tell, book, read, sentences, sheet

MEETING = Run(KG.opinion, "rated in the meeting of March", evidence_label="C&E meeting")
GUESS = Run(KG.opinion, "a first guess", hypothesis=True)


def iri(name: str) -> Iri:
    return Iri(f"https://w3id.org/kgapp/demo/{name}")


def judged(process: Workspace, found: Book, run: Run = MEETING, scale: Scale = Scale.NOT_READ) -> Plan:
    return read(process, found, asked=Asked(judging=Judging(run, scale)))


def places(found: Plan) -> list[tuple[int, str, str]]:
    return [(each.where.row, each.where.column, each.text) for each in found.rejected]


def test_a_matrix_with_titles_and_empty_rows_becomes_influences(process: Workspace) -> None:
    table = sheet(
        "C&E",
        ("Cause and effect, March",),
        (),
        ("Parameter", "Viability", "Copy number", "Colour"),
        ("MOI", "L ↓", "H", "M"),
        (),
        ("Rest time", "none", "", ""),
        ("Stirring", "H", "H"),
    )
    found = judged(process, book(table))
    assert sentences(found) == [
        "Effect on “Viability” of “MOI”: “not assessed” → “low, decreases”.",
        "Effect on “Copy number” of “MOI”: “not assessed” → “high”.",
        "Effect on “Viability” of “Rest time”: “not assessed” → “none”.",
    ]
    assert (3, "Colour", "Colour") in places(found)
    assert any(row == 7 and text == "Stirring" for row, _, text in places(found))
    assert (found.counts.judged, found.counts.blank, found.counts.rows) == (3, 1, 3)
    plan.commit(process, found, "matrix")
    known = Statements(process.reader)
    by_effect = {
        (known.things(one, KG.hasCause)[0], known.things(one, KG.hasEffect)[0]): one
        for one in process.reader.instances((KG.Influence,))
    }
    assert set(by_effect) == {(iri("P1"), iri("Q1")), (iri("P1"), iri("Q2")), (iri("P2"), iri("Q1"))}
    high = by_effect[iri("P1"), iri("Q2")]
    assert known.thing(high, KG.strength) == KG.high
    assert known.text(high, KG.strengthBasis) == "rated in the meeting of March"
    assert known.text(known.things(high, KG.hasEvidence)[0], RDFS.label) == "C&E meeting"
    again = judged(process, book(table))
    assert (sentences(again), again.counts.same) == ([], 3)


def test_what_cannot_be_judged_is_listed_at_its_place(process: Workspace, tell: Tell) -> None:
    tell(
        'I1 a Influence\nI1 label "a"\nI1 hasCause P1\nI1 hasEffect Q1\nI1 strength low\nI1 evidenceLevel opinion\n'
        'I2 a Influence\nI2 label "b"\nI2 hasCause P1\nI2 hasEffect Q1\nI2 strength high\nI2 evidenceLevel opinion\n'
    )
    table = sheet(
        "C&E",
        ("", "Viability", "Copy number"),
        ("MOI", "M", FORMULA),
        ("", "", ""),
        ("Rest time", "strong", FAULT),
    )
    found = judged(process, book(table))
    assert (2, "Copy number", "") in places(found)
    assert (4, "Copy number", "#REF!") in places(found)
    assert any(row == 4 and text == "strong" for row, _, text in places(found))
    assert sentences(found) == []


def test_a_guess_never_says_that_there_is_no_effect(process: Workspace) -> None:
    table = sheet("C&E", ("", "Viability", "Copy number"), ("MOI", "none", "M"))
    found = judged(process, book(table), GUESS)
    assert sentences(found) == ["Effect on “Copy number” of “MOI”: “not assessed” → “medium”."]
    assert [each.text for each in found.rejected] == ["none"]
    assert "→" in found.rejected[0].where.column
    assert "not known from a guess" in found.rejected[0].why


def test_figures_say_something_only_on_a_scale(process: Workspace) -> None:
    table = sheet("C&E", ("", "Viability", "Copy number"), ("MOI", "9", "3"))
    assert len(judged(process, book(table)).rejected) == 2
    found = judged(process, book(table), scale=Scale.TO_NINE)
    assert [each.after for each in found.differences] == ["high", "medium"]


def test_nobody_said_how_a_matrix_was_judged(process: Workspace) -> None:
    table = sheet("C&E", ("", "Viability"), ("MOI", "H"))
    with pytest.raises(BadInput, match="say on what its judgements rest"):
        read(process, book(table))


def test_effects_as_rows_are_understood_and_a_heading_is_told_apart(process: Workspace) -> None:
    table = sheet("C&E", ("", "MOI", "Rest time", "Speed"), ("Viability", "H", "L", "M"))
    found = read(process, book(table), Wanted(kind="matrix"), Asked(judging=Judging(MEETING)))
    assert [(each.name, each.after) for each in found.differences] == [("MOI", "high"), ("Rest time", "low")]
    assert [(each.where.row, each.where.column) for each in found.rejected] == [(1, "Speed")]


def test_a_matrix_crosses_what_the_same_workbook_makes_new(process: Workspace) -> None:
    made = book(
        sheet("Parameters", ("Parameter", "Unit", "CPP"), ("Stirring", "/min", "KPP")),
        sheet("C&E", ("", "Viability"), ("MOI", "H"), ("Stirring", "M")),
    )
    first = judged(process, made)
    assert [(each.text, each.why) for each in first.rejected] == [("Stirring", crossing.COMING)]
    mapping = choosing.mapping(process.reader, made, Wanted())
    found, revisions = whole.commit(process, made, mapping, Asked(judging=Judging(MEETING)), "both")
    assert [each.seq for each in revisions] == [first.seq + 1, first.seq + 2], "first the parameter, then the matrix"
    assert sentences(found)[-2:] == [
        "Effect on “Viability” of “MOI”: “not assessed” → “high”.",
        "Effect on “Viability” of “Stirring”: “not assessed” → “medium”.",
    ]
    assert (found.rejected, found.counts.rows, found.counts.judged) == ((), 3, 2)
    assert len(process.reader.instances((KG.Evidence,))) == 1
    again, nothing = whole.commit(process, made, mapping, Asked(judging=Judging(MEETING)), "again")
    assert (again.differences, nothing) == ((), ())


def test_a_kept_mapping_of_a_matrix_keeps_what_was_said(process: Workspace) -> None:
    table = book(sheet("C&E", ("", "Viability"), ("MOI", "H")))
    mapping = choosing.mapping(process.reader, table, Wanted())
    said = (("site", iri("BOS")), ("basis", "rated in a meeting"))
    kept.keep(process, "ours", Mapping(mapping.sheets, (), said))
    assert kept.load(process.reader, "ours").said == said
    assert choosing.mapping(process.reader, table, Wanted(name="ours")).said == said
    assert choosing.mapping(process.reader, table, Wanted(name="ours", only=("C&E",))).said == said
    with pytest.raises(BadInput, match="this version does not know"):
        kept.read('{"format":"kgapp-workbook-mapping/1","sheets":[],"said":[["evidence","x"]]}')
