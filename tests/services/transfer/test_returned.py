"""A gap list that goes out and comes back: the difference, conflicts, and what cannot be taken over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput
from kgapp.domain.history import Note
from kgapp.domain.vocabulary import KG
from kgapp.domain.workbook import Book, Cell, CellKind, Sheet, letters
from kgapp.services import history
from kgapp.services.ports import Pattern
from kgapp.services.transfer import contract, deciding, gaps, returned, sending
from kgapp.services.transfer.cells import Entered
from kgapp.services.transfer.deciding import Decision
from kgapp.services.transfer.returned import Returned
from kgapp.services.workspace import Workspace
from tests.services.transfer.conftest import TP, iri, line_of, meeting

Tell = Callable[[str], None]


def text(value: str) -> Cell:
    return Cell(value, CellKind.TEXT) if value else Cell()


def sent(workspace: Workspace) -> Book:
    """The workbook that goes out now, as it would be read."""
    found = meeting(workspace)
    made = sending.workbook(workspace.reader, found, found.lines, "me")
    heads = tuple(text(column.title) for column in made.form.columns)
    rows = tuple(tuple(map(text, row)) for row in made.form.rows)
    hidden = tuple(tuple(map(text, row)) for row in made.sent)
    return Book("list.xlsx", "0" * 64, (Sheet("Gaps", (heads, *rows)), Sheet("Sent", hidden)))


def answered(book: Book, workspace: Workspace, label: str, **cells: str | Cell) -> Book:
    """The same workbook with cells of a row filled in."""
    form = book.sheets[0]
    wanted = line_of(workspace, label)
    name = sending.name_of(wanted)
    heads = [cell.text for cell in form.rows[0]]
    titles = {column.key: column.title for column in gaps.COLUMNS}
    rows = []
    for row in form.rows:
        cells_ = list(row)
        if row[0].text == name:
            for key, value in cells.items():
                cells_[heads.index(titles[key])] = text(value) if isinstance(value, str) else value
        rows.append(tuple(cells_))
    return replace(book, sheets=(Sheet("Gaps", tuple(rows)), *book.sheets[1:]))


def compare(workspace: Workspace, book: Book) -> Returned:
    return returned.compare(workspace.reader, TP, book)


def test_what_comes_back_unchanged_has_no_difference(transfer: Workspace) -> None:
    found = compare(transfer, sent(transfer))
    assert (found.rows, found.rejected, found.agreed) == ((), (), 0)
    assert found.unchanged == len(found.meeting.lines)
    assert found.clear == ()


def test_an_answer_is_shown_and_taken_over_as_one_revision(transfer: Workspace) -> None:
    book = answered(sent(transfer), transfer, "Rest", owner="The CDMO", due=Cell("2026-08-01", CellKind.DATE))
    book = answered(book, transfer, "MOI", disposition="accept", justification="as agreed")
    found = compare(transfer, book)
    assert {(cell.column, cell.theirs) for row in found.rows for cell in row.cells} == {
        ("owner", "The CDMO"),
        ("due", "2026-08-01"),
        ("disposition", "accept"),
        ("justification", "as agreed"),
    }
    assert len(found.clear) == 2
    revision = returned.accept(transfer, found, found.clear, "their answer")
    assert revision is not None
    assert line_of(transfer, "Rest").value("owner") == "The CDMO"
    assert line_of(transfer, "MOI").value("disposition") == "accept"
    again = compare(transfer, book)
    assert (again.rows, again.agreed) == ((), 4)
    assert returned.accept(transfer, again, (), "why") is None


def test_what_both_sides_changed_is_a_conflict_and_only_taken_over_by_name(transfer: Workspace) -> None:
    book = answered(sent(transfer), transfer, "MOI", owner="The CDMO")
    line = line_of(transfer, "MOI")
    deciding.save(transfer, TP, (Decision(line, (Entered("owner", "Ben", ""),)),), "ours")
    found = compare(transfer, book)
    assert found.clear == ()
    (row,) = found.conflicts
    (cell,) = row.cells
    assert (cell.sent, cell.theirs, cell.ours, cell.conflict, cell.title) == ("Ben", "The CDMO", "", True, "Owner")
    assert returned.accept(transfer, found, (row.name,), "theirs") is not None
    assert line_of(transfer, "MOI").value("owner") == "The CDMO"


def test_an_answer_that_was_overtaken_is_refused_when_it_is_accepted(transfer: Workspace) -> None:
    found = compare(transfer, answered(sent(transfer), transfer, "MOI", owner="The CDMO"))
    line = line_of(transfer, "MOI")
    deciding.save(transfer, TP, (Decision(line, (Entered("owner", "Ben", ""),)),), "ours")
    with pytest.raises(BadInput, match="cleared meanwhile"):
        returned.accept(transfer, found, found.clear, "why")
    with pytest.raises(BadInput, match="no row that differs"):
        returned.accept(transfer, found, ("nothing",), "why")


def test_what_cannot_be_taken_over_is_listed_with_its_place_and_reason(transfer: Workspace) -> None:
    book = sent(transfer)
    book = answered(book, transfer, "MOI", severity="awful", owner="Somebody", due="soon")
    book = answered(book, transfer, "Rest", disposition="accept", status="closed")
    found = compare(transfer, book)
    why = {(each.column, each.text): each.why for each in found.rejected}
    assert "not one of the words" in why["Severity", "awful"]
    assert "no person or organization" in why["Owner", "Somebody"]
    assert "no date" in why["Due", "soon"]
    assert "reason in words" in why["Disposition", "accept"]
    assert all(each.sheet == "Gaps" and each.row > 1 for each in found.rejected)
    assert [[cell.column for cell in row.acceptable] for row in found.rows if row.acceptable] == [["status"]]


def test_calculated_and_faulty_cells_are_never_read(transfer: Workspace) -> None:
    book = answered(sent(transfer), transfer, "MOI", justification=Cell("", CellKind.FORMULA))
    book = answered(book, transfer, "MOI", owner=Cell("#REF!", CellKind.FAULT))
    found = compare(transfer, book)
    assert found.rows == ()
    assert {each.column: each.why for each in found.rejected} == {
        "Reason": "A calculated cell: write the value itself.",
        "Owner": "A fault of the spreadsheet.",
    }


def test_rows_added_doubled_or_taken_out_are_listed(transfer: Workspace) -> None:
    book = sent(transfer)
    heads, *rows = book.sheets[0].rows
    odd = (text("mine"), text(""), text("A new gap"))
    sheet = Sheet("Gaps", (heads, rows[0], rows[0], (), odd, *rows[2:]))
    found = compare(transfer, replace(book, sheets=(sheet, book.sheets[1])))
    assert {each.why.partition(":")[0] for each in found.rejected} == {
        "This row stands twice in the sheet",
        "This row was not in the list that was sent.",
        "This row was taken out of the sheet",
    }


def test_columns_may_move_and_a_missing_one_is_told(transfer: Workspace) -> None:
    book = answered(sent(transfer), transfer, "MOI", owner="The CDMO")
    turned = Sheet("Gaps", tuple(tuple(reversed(row)) for row in book.sheets[0].rows))
    found = compare(transfer, replace(book, sheets=(turned, book.sheets[1])))
    assert [cell.theirs for row in found.rows for cell in row.cells] == ["The CDMO"]
    heads = [cell.text for cell in book.sheets[0].rows[0]]
    at = heads.index("Owner")
    less = Sheet("Gaps", tuple(row[:at] + row[at + 1 :] for row in book.sheets[0].rows))
    found = compare(transfer, replace(book, sheets=(less, book.sheets[1])))
    assert (found.rows, found.rejected[0].column) == ((), "Owner")
    bare = Sheet("Gaps", tuple(row[1:] for row in book.sheets[0].rows))
    with pytest.raises(BadInput, match="no column “Row”"):
        compare(transfer, replace(book, sheets=(bare, book.sheets[1])))
    with pytest.raises(BadInput, match="no column “Row”"):
        compare(transfer, replace(book, sheets=(Sheet("Gaps", ()), book.sheets[1])))


def test_rows_of_one_gap_that_disagree_are_not_taken_over(transfer: Workspace, tell: Tell) -> None:
    tell("G1 concerns P2")
    book = answered(sent(transfer), transfer, "MOI", owner="The CDMO")
    book = answered(book, transfer, "Rest", owner=Cell(""))
    found = compare(transfer, book)
    assert {each.why for each in found.rejected} == {"Another row about the same gap says something else here."}
    assert all(not row.acceptable for row in found.rows)


def test_a_line_that_went_away_is_told_only_where_something_was_answered(transfer: Workspace) -> None:
    before = sent(transfer)
    book = answered(before, transfer, "Rest", owner="The CDMO")
    settings_ = [quad for name in ("S3", "S4") for quad in transfer.reader.quads(Pattern(subject=iri(name)))]
    settings_ += transfer.reader.quads(Pattern(subject=iri("U1"), predicate=KG.hasFactor, object=iri("P2")))
    transfer.commit(ChangeSet("gone", removed=frozenset(settings_)), Note(transfer.author, "no longer set"))
    found = compare(transfer, book)
    assert found.rows == ()
    assert [each.why for each in found.rejected] == ["What this row is about is not in the list any more."]
    assert compare(transfer, before).rejected == ()


def test_a_gap_recorded_meanwhile_takes_the_answer_for_its_line(transfer: Workspace) -> None:
    book = answered(sent(transfer), transfer, "Rest", owner="The CDMO")
    deciding.save(transfer, TP, (Decision(line_of(transfer, "Rest"), (Entered("due", "", "2026-07-01"),)),), "ours")
    found = compare(transfer, book)
    assert found.clear
    returned.accept(transfer, found, found.clear, "why")
    line = line_of(transfer, "Rest")
    assert (line.value("owner"), line.value("due")) == ("The CDMO", "2026-07-01")


def test_a_workbook_that_is_not_ours_or_of_another_time_is_refused(transfer: Workspace, tell: Tell) -> None:
    book = sent(transfer)
    tell('T2 a TransferProject\nT2 label "Other"')
    with pytest.raises(BadInput, match="another transfer project"):
        returned.compare(transfer.reader, iri("T2"), book)
    with pytest.raises(BadInput, match="not a gap list"):
        compare(transfer, replace(book, sheets=book.sheets[:1]))
    with pytest.raises(BadInput, match="no sheet “Gaps”"):
        compare(transfer, replace(book, sheets=book.sheets[1:]))
    head = list(book.sheets[1].rows[0])
    for place, value in ((3, "f" * 64), (4, "99"), (4, "²"), (4, "")):
        changed = (*head[:place], text(value), *head[place + 1 :])
        other = Sheet("Sent", (changed, *book.sheets[1].rows[1:]))
        with pytest.raises(BadInput, match="a state that this project does not hold"):
            compare(transfer, replace(book, sheets=(book.sheets[0], other)))


def test_what_is_internal_does_not_go_out_and_is_told_to_the_sender_alone(transfer: Workspace, tell: Tell) -> None:
    everything = len(sending.workbook(transfer.reader, meeting(transfer), meeting(transfer).lines, "me").form.rows)
    tell("P2 confidentiality internal\nG2 confidentiality personal\nS1 confidentiality partner\nEX3 worksAt LEI")
    tell("EX3 confidentiality personal\nDOC a PublishedKnowHow")
    found = meeting(transfer)
    book = sending.workbook(transfer.reader, found, found.lines, "me")
    kept = sending.withheld(transfer.reader, found.lines)
    assert {line.thing.label for line in kept} == {"Rest", "A report"}
    assert len(book.form.rows) == everything - len(kept)
    said = repr(book)
    assert "Rest" not in said
    assert "A report" not in said
    owners = next(column.choices for column in book.form.columns if column.title == "Owner")
    assert owners == ("Anna", "Ben")


def test_the_difference_as_json_says_each_cell(transfer: Workspace) -> None:
    found = compare(transfer, answered(sent(transfer), transfer, "MOI", owner="Nobody", due=""))
    told = contract.returned(found)
    assert told["rows"][0]["cells"][0]["theirs"] == "Nobody"
    assert told["rejected"][0]["column"] == "Owner"
    listed = contract.meeting(found.meeting, found.meeting.lines[:1])
    assert (listed["lines"], listed["shown"]) == (len(found.meeting.lines), 1)


def test_undo_takes_an_answer_back(transfer: Workspace) -> None:
    found = compare(transfer, answered(sent(transfer), transfer, "MOI", owner="The CDMO"))
    returned.accept(transfer, found, found.clear, "why")
    history.undo(transfer, "back")
    assert line_of(transfer, "MOI").value("owner") == "Ben"
    assert KG.Gap in transfer.reader.types((iri("G1"),))[iri("G1")]


@given(words=st.text(min_size=1, max_size=60))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_reason_is_what_was_said_or_no_difference(transfer: Workspace, words: str) -> None:
    found = compare(transfer, answered(sent(transfer), transfer, "MOI", justification=words))
    if found.rows:
        assert [cell.theirs for row in found.rows for cell in row.cells] == [words]
    else:
        assert not words.split() or not words.isprintable()


def test_columns_are_named_as_spreadsheets_do() -> None:
    assert [letters(each) for each in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]
    assert Sheet("s", ()).at(1, 1) == Cell()
    assert Sheet("s", ((),)).at(1, 0) == Cell()
