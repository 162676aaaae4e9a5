from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note, RevisionKind
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import KG, RDFS, SKOS, UNIT, UNITS
from kgapp.services import grid, grid_rows, history
from kgapp.services.grid import CellEdit
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace

DEMO = "https://w3id.org/kgapp/demo/"
Tell = Callable[[str], None]


def thing(name: str) -> Iri:
    return Iri(DEMO + name)


def edit(name: str, predicate: Iri, text: str, seen: str = "") -> CellEdit:
    return CellEdit(thing(name), predicate, seen, text)


@pytest.fixture
def site(workspace: Workspace, tell: Tell) -> Workspace:
    """Two settings of a factor, one without a unit; things that cells can name."""
    tell(
        """
        P1 a ProcessParameter
        P1 label "MOI"@en
        U1 a UnitOperation
        U1 label "Transduction"@en
        U1 hasFactor P1
        BOS a Site
        BOS label "Boston"@en
        LEI a Site
        LEI label "Leiden"@en
        LEI2 a Site
        LEI2 label "Leiden"@en
        S1 a SiteSetting
        S1 label "MOI at Boston"@en
        S1 forFactor P1
        S1 atSite BOS
        S1 setpoint "3.0"^^<http://www.w3.org/2001/XMLSchema#decimal>
        S2 a SiteSetting
        S2 label "MOI at Leiden"
        S2 forFactor P1
        D1 a Document
        D1 label "Notes"
        K1 a PublishedKnowHow
        K1 label "Advice"
        K1 concerns P1
        K1 concerns U1
        NOTHING label "No class"
        """
    )
    unit = Quad(thing("S1"), KG.unit, _unit("TU/cell"), thing("graph/main"))
    workspace.commit(ChangeSet("unit", added=frozenset({unit})), Note(workspace.author, "test"))
    return workspace


def _unit(symbol: str) -> Iri:
    return next(unit for unit, row in UNITS.items() if row.symbol == symbol)


def values(workspace: Workspace, name: str, predicate: Iri) -> set[object]:
    found = workspace.reader.quads(Pattern(subject=thing(name), predicate=predicate))
    return {quad.object.lexical if isinstance(quad.object, Literal) else quad.object for quad in found}


def refusal(workspace: Workspace, one: CellEdit, *others: CellEdit) -> str:
    found = grid.outcome(workspace.reader, (one, *others))
    assert [each.edit for each in found.refused] == [one]
    return found.refused[0].why


def test_rows_are_the_things_of_a_class_by_name_and_columns_the_properties_of_its_shape(site: Workspace) -> None:
    plan = grid_rows.of_class(site.reader, KG.SiteSetting)
    assert [row.name for row in plan.rows] == ["MOI at Boston", "MOI at Leiden"]
    assert [column.path for column in plan.columns[:4]] == [KG.setpoint, KG.textValue, KG.unit, KG.basis]
    assert plan.columns[-1].path == RDFS.label


def test_rows_may_be_what_is_linked_with_a_thing(site: Workspace) -> None:
    kinds = [choice.kind for choice in grid_rows.linked(site.reader, thing("U1"))]
    assert kinds[:2] == [KG.SiteSetting, KG.ProcessParameter]
    assert [row.thing for row in grid_rows.of_thing(site.reader, thing("U1"), KG.SiteSetting).rows] == [
        thing("S1"),
        thing("S2"),
    ]


def test_classes_that_have_things_are_offered(site: Workspace) -> None:
    found = {choice.kind: choice.count for choice in grid_rows.classes(site.reader)}
    assert found[KG.SiteSetting] == 2
    assert KG.Batch not in found


def test_what_has_no_class_is_no_row(site: Workspace) -> None:
    assert grid_rows.plan(site.reader, (thing("NOTHING"), thing("S1"))).rows[0].thing == thing("S1")
    assert len(grid_rows.plan(site.reader, (thing("NOTHING"), thing("S1"))).rows) == 1


def test_cells_show_figures_as_written_words_and_things_by_name_and_units_by_symbol(site: Workspace) -> None:
    plan = grid_rows.plan(site.reader, (thing("S1"), thing("P1"), thing("K1")))
    rows = grid_rows.cells(site.reader, plan.rows, plan.columns)
    shown = {
        (row.name, column.path): cell
        for row, cells in zip(plan.rows, rows, strict=True)
        for column, cell in zip(plan.columns, cells, strict=True)
    }
    assert shown["MOI at Boston", KG.setpoint].text == "3.0"
    assert shown["MOI at Boston", KG.atSite].text == "Boston"
    assert shown["MOI at Boston", KG.unit].text == "TU/cell"
    assert shown["Advice", KG.concerns].text == "MOI; Transduction"
    assert not shown["MOI", KG.setpoint].fits


def test_many_cells_become_one_revision_that_is_undone_at_once(site: Workspace) -> None:
    before = site.reader.graph_hash()
    edits = [
        edit("S1", KG.setpoint, "4.50", "3.0"),
        edit("S2", KG.setpoint, "5"),
        edit("S2", KG.atSite, "Boston"),
        edit("S2", KG.unit, "TU/cell"),
    ]
    saved = grid.save(site, edits, "a study")
    assert saved.revision is not None
    assert (saved.revision.note.kind, saved.revision.note.why) == (RevisionKind.EDIT, "a study")
    assert saved.revision.summary == "Set 4 values of 2 things in the grid: at site, setpoint, unit"
    assert values(site, "S1", KG.setpoint) == {"4.50"}
    assert values(site, "S2", KG.atSite) == {thing("BOS")}
    history.undo(site, "back")
    assert site.reader.graph_hash() == before


def test_one_cell_is_named_and_one_thing_too(site: Workspace) -> None:
    one = grid.outcome(site.reader, [edit("S1", KG.setpoint, "4", "3.0")])
    assert one.change.summary == "Set “setpoint” of “MOI at Boston” to 4"
    cleared = grid.outcome(site.reader, [edit("S1", KG.setpoint, " ", "3.0")])
    assert cleared.change.summary.endswith("to nothing")
    both = grid.outcome(site.reader, [edit("S1", KG.setpoint, "4", "3.0"), edit("S1", KG.textValue, "four")])
    assert both.change.summary == "Set 2 values of “MOI at Boston” in the grid: setpoint, text value"


def test_what_does_not_fit_is_refused_and_the_rest_is_saved(site: Workspace) -> None:
    saved = grid.save(site, [edit("S1", KG.setpoint, "much", "3.0"), edit("S2", KG.setpoint, "5")], "why")
    assert [each.edit.text for each in saved.outcome.refused] == ["much"]
    assert "decimal number" in saved.outcome.refused[0].why
    assert (values(site, "S1", KG.setpoint), values(site, "S2", KG.setpoint)) == ({"3.0"}, {"5"})


def test_nothing_to_change_saves_nothing(site: Workspace) -> None:
    saved = grid.save(site, [edit("S1", KG.setpoint, "3.0", "3.0")], "why")
    assert saved.revision is None
    assert saved.outcome.cells == ()


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("S1", "3,5", "comma"),
        ("S1", "3E+06", "shortened"),
        ("S1", "3 min", "The figures of this row are in TU/cell"),
        ("S1", "3 quux", "not in “quux”"),
        ("S2", "3 TU/cell", "none is recorded"),
        ("S1", "3..5 TU/cell", "does not fit"),
    ],
)
def test_figures_that_are_not_plain_are_refused_with_what_to_do(
    site: Workspace, name: str, text: str, why: str
) -> None:
    seen = "3.0" if name == "S1" else ""
    assert why in refusal(site, edit(name, KG.setpoint, text, seen))


def test_a_figure_with_the_unit_of_its_row_is_taken_without_it(site: Workspace) -> None:
    grid.save(site, [edit("S1", KG.setpoint, " 3 TU/cell ", "3.0")], "why")
    assert values(site, "S1", KG.setpoint) == {"3"}


def test_the_unit_of_a_row_may_be_entered_with_the_figure(site: Workspace) -> None:
    grid.save(site, [edit("S2", KG.setpoint, "90 min"), edit("S2", KG.unit, "min")], "why")
    assert values(site, "S2", KG.setpoint) == {"90"}
    assert values(site, "S2", KG.unit) == {UNIT.MIN}


def test_an_unknown_unit_is_refused(site: Workspace) -> None:
    assert "quux" in refusal(site, edit("S2", KG.unit, "quux"))


def test_commas_become_points_only_when_asked_for() -> None:
    edits = [edit("S1", KG.setpoint, " 3,5 "), edit("S1", KG.setpoint, "1,000,000"), edit("S1", KG.setpoint, "x,5")]
    assert [each.text for each in grid.with_points(edits)] == ["3.5"]


def test_an_ambiguous_name_is_refused_with_the_candidates(site: Workspace) -> None:
    why = refusal(site, edit("S2", KG.atSite, "Leiden"))
    assert DEMO + "LEI2" in why


def test_a_thing_of_another_kind_is_refused(site: Workspace) -> None:
    assert "does not fit here" in refusal(site, edit("S2", KG.atSite, "Notes"))


def test_what_must_be_there_cannot_be_cleared(site: Workspace) -> None:
    assert "cannot be empty" in refusal(site, edit("S1", RDFS.label, "", "MOI at Boston"))


def test_a_class_without_the_property_has_no_such_cell(site: Workspace) -> None:
    assert "no such property" in refusal(site, edit("P1", KG.setpoint, "3"))
    assert "no such property" in refusal(site, edit("NEW", KG.setpoint, "3"))


def test_what_was_changed_meanwhile_is_not_overwritten(site: Workspace) -> None:
    assert "it is now “3.0”" in refusal(site, edit("S1", KG.setpoint, "5", "2.9"))
    assert "cleared meanwhile" in refusal(site, edit("S2", KG.setpoint, "5", "2.9"))


def test_several_things_stand_in_one_cell(site: Workspace) -> None:
    grid.save(site, [edit("K1", KG.concerns, "Transduction; ; Boston", "MOI; Transduction")], "why")
    assert values(site, "K1", KG.concerns) == {thing("U1"), thing("BOS")}


def test_several_texts_in_one_cell_are_left_to_the_form(site: Workspace, tell: Tell) -> None:
    tell('K1 altLabel "a"\nK1 altLabel "b"')
    tell('P1 notation "P1"')
    site.reader.quads(Pattern())
    shape = next((each for each in grid_rows.columns_of([(KG.AcceptableRange,)]) if each.path == KG.finding), None)
    assert shape is not None
    tell('R1 a AcceptableRange\nR1 label "R"\nR1 finding "a"\nR1 finding "b"')
    assert "Several texts" in refusal(site, edit("R1", KG.finding, "c", "a; b"))


def test_a_text_keeps_its_language_and_every_character(site: Workspace) -> None:
    grid.save(site, [edit("S1", RDFS.label, ' "MOI"  in\nBoston ', "MOI at Boston")], "why")
    quad = next(site.reader.quads(Pattern(subject=thing("S1"), predicate=RDFS.label)))
    assert quad.object == Literal(
        ' "MOI"  in\nBoston ', Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"), "en"
    )
    grid.save(site, [edit("S2", RDFS.label, "MOI in Leiden", "MOI at Leiden")], "why")
    quad = next(site.reader.quads(Pattern(subject=thing("S2"), predicate=RDFS.label)))
    assert quad.object == Literal("MOI in Leiden")


def test_spreadsheets_shout_booleans(site: Workspace, tell: Tell) -> None:
    tell('TE1 a KnowledgeTransfer\nTE1 label "T"')
    grid.save(site, [edit("TE1", KG.competent, "TRUE")], "why")
    assert values(site, "TE1", KG.competent) == {"true"}


def test_a_new_statement_goes_to_the_graph_of_the_one_it_replaces(site: Workspace) -> None:
    quad = Quad(thing("S2"), KG.setpoint, Literal("1", Iri("http://www.w3.org/2001/XMLSchema#decimal")), thing("g2"))
    site.commit(ChangeSet("x", added=frozenset({quad})), Note(site.author, "why"))
    change = grid.outcome(site.reader, [edit("S2", KG.setpoint, "2", "1")]).change
    assert {each.graph for each in change.added} == {thing("g2")}


TEXTS = st.text(alphabet="03.,-+ eTU/cl", max_size=6)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["S1", "S2"]), TEXTS), max_size=4, unique_by=lambda pair: pair[0]))
def test_every_cell_is_saved_as_typed_or_refused_and_what_is_saved_can_be_shown_again(
    site: Workspace, texts: list[tuple[str, str]]
) -> None:
    present = {"S1": "3.0", "S2": ""}
    edits = [edit(name, KG.setpoint, text, present[name]) for name, text in texts]
    found = grid.outcome(site.reader, edits)
    settled = [*found.cells, *(each.edit for each in found.refused)]
    untouched = [each for each in edits if each not in settled]
    assert len(settled) == len(set(settled))
    assert all(each.text.strip() in ("", each.seen) for each in untouched)
    assert all(each.why for each in found.refused)
    for quad in found.change.added:
        assert isinstance(quad.object, Literal)
        assert any(quad.object.lexical in each.text for each in found.cells if each.thing == quad.subject)
    assert {quad.subject for quad in found.change.removed | found.change.added} == {each.thing for each in found.cells}
    assert SKOS.notation not in {quad.predicate for quad in found.change.added}


def test_a_value_that_stands_in_two_graphs_is_replaced_in_both(site: Workspace) -> None:
    old = next(iter(site.reader.quads(Pattern(subject=thing("S1"), predicate=KG.setpoint))))
    again = Quad(old.subject, old.predicate, old.object, thing("g2"))
    site.commit(ChangeSet("again", added=frozenset((again,))), Note(site.author, "why"))
    change = grid.outcome(site.reader, (edit("S1", KG.setpoint, "4", seen="3.0"),)).change
    assert change.removed == {old, again}
    assert {quad.graph for quad in change.added} == {old.graph, again.graph}
