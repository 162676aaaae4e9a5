"""What goes out as a workbook and comes back gives no difference; a changed cell gives exactly its own."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgapp.domain.changes import ChangeSet
from kgapp.domain.document import visible
from kgapp.domain.errors import BadInput
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Literal, Quad, Term, language_literal
from kgapp.domain.vocabulary import KG, RDF, RDFS, XSD
from kgapp.domain.workbook import Book, Cell, Sheet
from kgapp.services import grid
from kgapp.services.exchange import main_graph
from kgapp.services.grid import CellEdit
from kgapp.services.workbooks import own, plan, template
from kgapp.services.workbooks.template import FormBook
from kgapp.services.workspace import Workspace
from tests.services.workbooks.conftest import FORMULA, Tell, book, cell, read, reasons, sentences, sheet


def as_read(content: FormBook) -> Book:
    """The workbook as the child reads it: what no cell can hold is made visible, trailing empty cells are gone."""

    def trimmed(row: tuple[str, ...]) -> tuple[Cell, ...]:
        while row and not row[-1]:
            row = row[:-1]
        return tuple(cell(visible(text)) for text in row)

    forms = tuple(
        Sheet(form.name, tuple(map(trimmed, (tuple(each.title for each in form.columns), *form.rows))))
        for form in content.forms
    )
    return book(
        *forms,
        Sheet(own.READ_ME, tuple(map(trimmed, content.read_me))),
        Sheet(own.SENT, tuple(map(trimmed, content.sent))),
    )


def exported(workspace: Workspace) -> Book:
    return as_read(template.export(workspace.reader, (), "me"))


def changed(found: Book, name: str, row: int, head: str, value: str | Cell) -> Book:
    """The same workbook with another cell."""
    old = found.sheet(name)
    assert old is not None
    at = [each.text for each in old.rows[0]].index(head)
    width = len(old.rows[0])
    rows = [list(each) + [Cell()] * (width - len(each)) for each in old.rows]
    while len(rows) < row:
        rows.append([Cell()] * width)
    rows[row - 1][at] = cell(value)
    new = Sheet(name, tuple(map(tuple, rows)))
    return replace(found, sheets=tuple(new if each.name == name else each for each in found.sheets))


NUMBERS = count()
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=30)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(labels=st.lists(TEXT, min_size=1, max_size=4), figure=st.decimals(-9999, 9999, allow_nan=False, places=3))
def test_out_and_back_gives_no_difference(process: Workspace, labels: list[str], figure: object) -> None:
    main = main_graph(process.reader.meta().base)
    added = set()
    for label in labels:
        thing = Iri(f"https://e.org/R{next(NUMBERS)}")
        said: list[tuple[Iri, Term]] = [
            (RDF.type, KG.AcceptableRange),
            (RDFS.label, language_literal(label, "en")),
            (KG.forFactor, Iri("https://w3id.org/kgapp/demo/P1")),
            (KG.rangeType, KG.NOR),
            (KG.lowerLimit, Literal(str(figure), XSD.decimal)),
            (KG.finding, language_literal(label[::-1], "en")),
        ]
        added |= {Quad(thing, path, value, main) for path, value in said}
    process.commit(ChangeSet("more", added=frozenset(added)), Note(process.author, "test"))
    found = read(process, exported(process))
    assert (sentences(found), found.rejected, found.unread, bool(found.change)) == ([], (), (), False), repr(
        found.change
    )


def test_a_changed_cell_is_one_difference_and_one_revision(process: Workspace) -> None:
    out = changed(exported(process), "process parameter", 2, "Criticality", "KPP")
    found = read(process, out)
    assert sentences(found) == ["criticality of “MOI”: “critical process parameter” → “KPP”."]
    revision = plan.commit(process, found, "meeting")
    assert revision is not None
    assert read(process, exported(process)).differences == ()
    with pytest.raises(BadInput, match="changed after"):
        plan.commit(process, found, "again")


def test_an_emptied_cell_removes_nothing_and_a_word_does(process: Workspace) -> None:
    out = exported(process)
    emptied = read(process, changed(out, "process parameter", 2, "Criticality", ""))
    assert not emptied.change
    assert reasons(emptied) == [
        (2, "Criticality", "An empty cell removes nothing. Write (none) to take the value away.")
    ]
    assert sentences(read(process, changed(out, "process parameter", 2, "Criticality", "(none)"))) == [
        "criticality of “MOI”: “critical process parameter” → nothing."
    ]


def test_a_new_row_and_a_new_name(process: Workspace) -> None:
    out = changed(exported(process), "process parameter", 4, "Label", "Speed")
    out = changed(out, "process parameter", 2, "Label", "MOI at start")
    assert sentences(read(process, out)) == [
        "label of “MOI”: “MOI” → “MOI at start”.",
        "New process parameter “Speed”.",
    ]


def test_what_both_sides_changed_is_a_conflict(process: Workspace) -> None:
    out = exported(process)
    moi = Iri("https://w3id.org/kgapp/demo/P1")
    grid.save(process, [CellEdit(moi, KG.criticality, "critical process parameter", "nonCPP")], "meanwhile")
    assert read(process, out).differences == (), "what only the project changed is no difference"
    found = read(process, changed(out, "process parameter", 2, "Criticality", "KPP"))
    assert not found.change
    assert "changed on both sides" in found.rejected[0].why
    assert not read(process, changed(out, "process parameter", 2, "Criticality", "not critical")).rejected


def test_a_calculated_cell_and_a_wrong_address_are_listed(process: Workspace) -> None:
    out = changed(exported(process), "process parameter", 2, "Criticality", FORMULA)
    out = changed(out, "process parameter", 3, "Address", "https://w3id.org/kgapp/demo/Q1")
    assert [(row, why.split(":")[0]) for row, _, why in reasons(read(process, out))] == [
        (2, "A calculated cell"),
        (3, "There is no process parameter at this address. Leave the address as it was sent."),
    ]
    spoiled = changed(exported(process), "process parameter", 3, "Address", "<no address>")
    assert "no process parameter" in read(process, spoiled).rejected[0].why


def test_a_text_too_long_for_a_cell_stays(process: Workspace, tell: Tell) -> None:
    tell(f'R a AcceptableRange\nR label "Long"\nR forFactor P1\nR rangeType NOR\nR finding "{"x" * 33_000}"')
    out = exported(process)
    assert not read(process, out).differences
    found = read(process, changed(out, "acceptable range", 2, "Finding", "short"))
    assert "cut" in found.rejected[0].why


def test_a_workbook_of_another_project_and_one_taken_apart(process: Workspace) -> None:
    out = exported(process)
    sent = out.sheet(own.SENT)
    assert sent is not None
    head = (sent.rows[0][0], cell("another"), *sent.rows[0][2:])
    foreign = replace(out, sheets=(*out.sheets[:-1], Sheet(own.SENT, (head, *sent.rows[1:]))))
    with pytest.raises(BadInput, match="another project"):
        read(process, foreign)
    less = replace(out, sheets=(*out.sheets[1:], sheet("Mine", ("a",))))
    assert [(each.sheet, each.why.split(":")[0]) for each in read(process, less).unread] == [
        (out.sheets[0].name, "It was taken out of the workbook, or its heads were"),
        ("Mine", "kgapp did not write this sheet."),
    ]


def test_a_template_has_lists_examples_and_notes(process: Workspace) -> None:
    made = template.template(process.reader, template.USUAL, "me")
    parameters = next(each for each in made.forms if each.name == "process parameter")
    by_title = {each.title: each for each in parameters.columns}
    assert by_title["Criticality"].strict
    assert "not critical" in by_title["Criticality"].choices
    assert "TU/cell" in by_title["Unit"].choices
    assert "Needed" in by_title["Label"].note
    assert (parameters.rows, parameters.spare > 0) == ((), True)
    ranges = next(each for each in made.forms if each.name == "acceptable range")
    assert "7.40" in next(each for each in ranges.columns if each.title == "Lower limit").note
    assert "MOI" in next(each for each in ranges.columns if each.title == "For factor").choices
    filled = changed(as_read(made), "process parameter", 2, "Label", "Speed")
    assert sentences(read(process, filled)) == ["New process parameter “Speed”."]


def test_classes_by_name_and_what_is_retired(process: Workspace, tell: Tell) -> None:
    assert template.classes(("kg:RiskItem", "quality attributes")) == (KG.RiskItem, KG.QualityAttribute)
    with pytest.raises(BadInput, match="No class with a form"):
        template.classes(("unicorn",))
    tell('I a Influence\nI label "x"\nI hasCause P1\nI hasEffect Q1\nI status retired')
    made = template.export(process.reader, (KG.Influence,), "me")
    assert (made.left_out, made.forms[0].rows) == (1, ())
    assert ("Left out", "1 things that are no longer used.") in made.read_me


def test_limits(process: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template, "MOST_THINGS", 3)
    with pytest.raises(BadInput, match="more than the 3 of one workbook"):
        exported(process)
    many = book(Sheet("Parameters", ((cell("Parameter"), cell("Unit")),) * 50_001))
    with pytest.raises(BadInput, match="read at once"):
        read(process, many)
