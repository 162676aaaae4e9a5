from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Literal, Quad, Term, language_literal, ntriples
from kgapp.domain.vocabulary import CLASSES, KG, OWL, RDF, RDFS, SKOS, UNIT, UNITS, XSD
from kgapp.services import entities, form_fields, form_rows, forms, history, retiring
from kgapp.services.form_fields import Entry, Weight
from kgapp.services.form_related import figures_path
from kgapp.services.form_rows import Group
from kgapp.services.forms import Form
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace

B = "https://w3id.org/kgapp/demo/"
MAIN = Iri(B + "graph/main")
OTHER = Iri(B + "graph/other")
R = Iri(B + "R1")
Tell = Callable[[str], None]


@pytest.fixture
def told(tell: Tell) -> None:
    tell(
        """
        P1 a ProcessParameter
        P1 label "MOI"
        P1 unit TU-PER-CELL
        R1 a AcceptableRange
        R1 label "Range of MOI"@en
        R1 forFactor P1
        R1 rangeType NOR
        R1 lowerLimit "2.0"^^<http://www.w3.org/2001/XMLSchema#decimal>
        R1 upperLimit "4"^^<http://www.w3.org/2001/XMLSchema#decimal>
        R1 unit TU-PER-CELL
        R1 ruleGroup "odd"^^<https://e.org/odd>
        """
    )


def rename(workspace: Workspace, predicate: Iri, old: Term, new: Term) -> None:
    removed, added = (frozenset((Quad(R, predicate, term, MAIN),)) for term in (old, new))
    workspace.commit(ChangeSet("elsewhere", removed, added), Note(workspace.author, "meanwhile"))


def decimal(text: str) -> Literal:
    return Literal(text, XSD.decimal)


def test_a_form_shows_all_that_is_said(workspace: Workspace, told: None) -> None:
    form = forms.form(workspace.reader, R)
    assert (form.entity.label, [kind.label for kind in form.classes], form.new) == (
        "Range of MOI",
        ["acceptable range"],
        False,
    )
    shown = {(field.path, form_fields.term_of(field, entry)) for field in form.fields for entry in field.entries}
    assert shown == {(quad.predicate, quad.object) for quad in form.quads if quad.predicate != RDF.type}
    assert form.names[Iri(B + "P1")] == "MOI"
    assert form.revision == 1
    assert not form.retired


def test_a_range_with_unit_and_basis_is_one_row(workspace: Workspace, told: None) -> None:
    form = forms.form(workspace.reader, R)
    row = next(row for row in form.rows if row.measured)
    assert [field.path for field in row.fields] == [KG.lowerLimit, KG.upperLimit, KG.unit, KG.basis]
    assert (row.name, row.group) == ("range", Group.FACTS)
    paths = [field.path for field in form.fields]
    assert len(paths) == len(set(paths))
    assert form.field(KG.ruleGroup) in next(row for row in form.rows if row.group is Group.OTHER).fields
    assert form.field(OWL.sameAs) is None


def test_only_units_of_the_right_kind_are_offered(workspace: Workspace, told: None, tell: Tell) -> None:
    tell("P2 a ProcessParameter\nP2 unit MY\nMY a Unit\nP3 unit MY")
    assert forms.form(workspace.reader, R).units == (KG.TU_PER_CELL,)
    minutes = forms.units_for(workspace.reader, None)
    assert set(minutes) == set(UNITS) | {Iri(B + "MY")}
    assert forms.units_for(workspace.reader, Iri(B + "P2")) == (Iri(B + "MY"),)
    tell("P4 unit MIN")
    workspace.commit(
        ChangeSet("x", added=frozenset((Quad(Iri(B + "P5"), KG.unit, UNIT.MIN, MAIN),))), Note(workspace.author, "y")
    )
    assert UNIT.HR in forms.units_for(workspace.reader, Iri(B + "P5"))
    assert KG.TU_PER_CELL not in forms.units_for(workspace.reader, Iri(B + "P5"))


def test_only_what_was_edited_is_changed_and_undo_restores_it(workspace: Workspace, told: None) -> None:
    form = forms.form(workspace.reader, R)
    upper = form.field(KG.upperLimit)
    assert upper is not None
    revision = forms.save(workspace, form, {KG.upperLimit: (Entry("6", was=upper.entries[0].was),)}, "wider")
    assert revision is not None
    change = workspace.reader.change(revision.seq)
    assert change.removed == {Quad(R, KG.upperLimit, decimal("4"), MAIN)}
    assert change.added == {Quad(R, KG.upperLimit, decimal("6"), MAIN)}
    assert revision.summary == "Set “upper limit” of “Range of MOI” to 6"
    history.undo(workspace, "back")
    assert frozenset(workspace.reader.quads(Pattern(subject=R))) == form.quads


def test_nothing_edited_is_nothing_saved(workspace: Workspace, told: None) -> None:
    form = forms.form(workspace.reader, R)
    same = {field.path: field.entries for field in form.fields}
    assert forms.changed(form, same) == ()
    assert forms.save(workspace, form, same, "why") is None
    lower = form.field(KG.lowerLimit)
    assert lower is not None
    assert forms.changed(form, {KG.lowerLimit: (Entry("2.0"),)}) == ()
    assert forms.changed(form, {KG.lowerLimit: (Entry("2"),)}) == (lower,)
    assert forms.changed(form, {KG.lowerLimit: (Entry("two"),)}) == (lower,)


def test_an_edited_statement_stays_in_its_graph(workspace: Workspace, told: None) -> None:
    odd = Quad(R, SKOS.altLabel, Literal("a"), OTHER)
    both = {Quad(R, SKOS.altLabel, Literal("b"), graph) for graph in (MAIN, OTHER)}
    workspace.commit(ChangeSet("x", added=frozenset({odd} | both)), Note(workspace.author, "y"))
    form = forms.form(workspace.reader, R)
    field = form.field(SKOS.altLabel)
    assert field is not None
    entries = tuple(Entry(entry.text + "!", entry.language, entry.was) for entry in field.entries)
    change = forms.change(form, {SKOS.altLabel: (*entries, Entry("new"))}, MAIN)
    assert change.removed == {odd} | both
    assert {(quad.object, quad.graph) for quad in change.added} == {
        (Literal("a!"), OTHER),
        (Literal("b!"), MAIN),
        (Literal("b!"), OTHER),
        (Literal("new"), MAIN),
    }


def test_a_field_changed_by_somebody_else_is_not_overwritten(workspace: Workspace, told: None) -> None:
    form = forms.form(workspace.reader, R)
    rename(workspace, KG.upperLimit, decimal("4"), decimal("5"))
    mine = {KG.upperLimit: (Entry("6"),)}
    with pytest.raises(BadInput, match="upper limit"):
        forms.save(workspace, form, mine, "why")
    now = forms.form(workspace.reader, R)
    clash = forms.clashes(form, now, mine)
    assert [(field.path, forms.spoken(now, field, field.entries)) for field in clash] == [(KG.upperLimit, "5")]
    assert (forms.overtaken(form, form.revision), forms.overtaken(now, form.revision)) == (False, True)
    with pytest.raises(BadInput, match="upper limit"):  # in another unit it would be another figure
        forms.save(workspace, form, {KG.unit: (Entry(UNIT.NUM),)}, "why")
    assert forms.save(workspace, form, {KG.lowerLimit: (Entry("1"),)}, "why") is not None
    assert forms.save(workspace, now, mine, "why") is not None


def test_a_figure_is_not_saved_with_a_unit_that_nobody_saw(workspace: Workspace, told: None) -> None:
    form = forms.form(workspace.reader, R)
    rename(workspace, KG.unit, KG.TU_PER_CELL, UNIT.NUM)
    mine = {KG.upperLimit: (Entry("6"),)}
    with pytest.raises(BadInput, match="unit"):
        forms.save(workspace, form, mine, "why")
    assert [field.path for field in forms.clashes(form, forms.form(workspace.reader, R), mine)] == [KG.unit]
    assert [entry.text for entry in forms.entries(form, KG.unit)] == [KG.TU_PER_CELL]
    assert forms.entries(form, KG.setpoint) == ()


def test_input_that_was_taken_back_by_hand_undoes_nobody(workspace: Workspace, told: None) -> None:
    form = forms.form(workspace.reader, R)
    upper = form.field(KG.upperLimit)
    assert upper is not None
    rename(workspace, KG.upperLimit, decimal("4"), decimal("5"))
    mine = {KG.upperLimit: upper.entries, RDFS.label: (Entry("Range", "en"),)}
    assert forms.save(workspace, form, mine, "why") is not None
    present = workspace.reader.quads(Pattern(subject=R, predicate=KG.upperLimit))
    assert [quad.object for quad in present] == [decimal("5")]


def test_a_thing_that_is_gone_has_no_form(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        forms.form(workspace.reader, R)


def test_a_range_that_ends_before_it_begins_cannot_be_saved(workspace: Workspace, told: None) -> None:
    form = forms.form(workspace.reader, R)
    row = next(row for row in form.rows if row.measured)
    found = forms.problems(form, row, {KG.lowerLimit: (Entry("9"),)})[KG.upperLimit]
    assert [problem.weight for problem in found] == [Weight.STOPS]
    assert not forms.problems(form, row, {})[KG.upperLimit]
    assert not forms.problems(form, row, {KG.lowerLimit: ()})[KG.upperLimit]


def test_before_and_after_of_a_change_have_no_order(workspace: Workspace) -> None:
    form = forms.new_form(workspace.reader, KG.Change)
    row = next(row for row in form.rows if KG.fromValue in [field.path for field in row.fields])
    assert not form_rows.ends_exchanged(row, (Entry("9"),), (Entry("1"),))


def test_a_new_thing_needs_its_label_and_nothing_else(workspace: Workspace) -> None:
    form = forms.new_form(workspace.reader, KG.AcceptableRange)
    weights = {
        path: [problem.weight for problem in found]
        for row in form.rows
        for path, found in forms.problems(form, row, {}).items()
        if found
    }
    assert weights == {
        RDFS.label: [Weight.STOPS],
        KG.forFactor: [Weight.REPORTED],
        KG.rangeType: [Weight.REPORTED],
    }
    assert form.new
    assert forms.summary(form, {RDFS.label: (Entry("A"),)}) == "New acceptable range “A”"


def test_summaries_name_what_was_done(workspace: Workspace, told: None) -> None:
    form = forms.form(workspace.reader, R)
    some = {KG.lowerLimit: (Entry("1"),), KG.upperLimit: (Entry("9"),)}
    assert forms.summary(form, some) == "Change “lower limit” and “upper limit” of “Range of MOI”"
    assert forms.summary(form, {KG.upperLimit: ()}) == "Remove “upper limit” of “Range of MOI”"
    assert forms.summary(form, {KG.rangeType: (Entry(KG.PAR),)}).endswith("to proven acceptable range")
    assert forms.summary(form, {KG.forFactor: (Entry(B + "P9"),)}).endswith(f"to {B}P9")
    many = some | {KG.rangeType: (), KG.unit: ()}
    assert forms.summary(form, many) == "Change 4 fields of “Range of MOI”"
    odd = {KG.ruleGroup: (Entry('"even"', exact=True),)}
    assert forms.summary(form, odd).endswith('to "even"')


def test_a_thing_of_no_known_class_has_a_label_and_what_is_said(workspace: Workspace, tell: Tell) -> None:
    tell('X ruleGroup "a"\nX setpoint "3"^^<http://www.w3.org/2001/XMLSchema#decimal>')
    form = forms.form(workspace.reader, Iri(B + "X"))
    assert [row.name for row in form.rows][:2] == ["label", "also called"]
    assert form.field(KG.setpoint) is not None


@pytest.mark.parametrize("kind", sorted(CLASSES))
def test_every_class_has_a_form_with_each_field_once(workspace: Workspace, kind: Iri) -> None:
    form = forms.new_form(workspace.reader, kind)
    paths = [field.path for field in form.fields]
    assert len(paths) == len(set(paths))
    assert {SKOS.altLabel, SKOS.notation, RDFS.label, RDFS.comment} <= set(paths)


NUMBERS = itertools.count()
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=8)
LITERALS = st.one_of(
    TEXTS.filter(str.strip).map(Literal),
    TEXTS.filter(str.strip).map(lambda text: language_literal(text, "de")),
)
GRAPHS = st.sampled_from((MAIN, OTHER))
SAID = st.lists(st.tuples(LITERALS, GRAPHS), max_size=4)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SAID, st.data())
def test_random_edits_mean_exactly_the_expected_change(
    workspace: Workspace, said: list[tuple[Literal, Iri]], data: st.DataObject
) -> None:
    thing = Iri(f"{B}T{next(NUMBERS)}")
    base = {Quad(thing, RDF.type, KG.Site, MAIN), Quad(thing, RDFS.label, Literal("site"), MAIN)}
    before = frozenset(base | {Quad(thing, RDFS.comment, term, graph) for term, graph in said})
    workspace.commit(ChangeSet("given", added=before), Note(workspace.author, "test"))
    form = forms.form(workspace.reader, thing)
    field = form.field(RDFS.comment)
    assert field is not None

    graphs = {term: {graph for each, graph in said if each == term} for term, _ in said}
    home = next(iter(graphs.values())) if len({graph for _, graph in said}) == 1 else {MAIN}
    wanted: dict[Term, set[Iri]] = {}
    entries: list[Entry] = []
    for entry in field.entries:
        term = form_fields.term_of(field, entry)
        what = data.draw(st.sampled_from(("keep", "remove", "edit")))
        if what == "keep":
            entries.append(entry)
            wanted.setdefault(term, set()).update(graphs[term])  # type: ignore[index]  # all are literals here
        elif what == "edit":
            text = data.draw(TEXTS.filter(str.strip))
            entries.append(Entry(text, entry.language, entry.was))
            meant = language_literal(text, entry.language) if entry.language else Literal(text)
            wanted.setdefault(meant, set()).update(graphs[term])  # type: ignore[index]
    for text in data.draw(st.lists(TEXTS.filter(str.strip), max_size=2)):
        entries.append(Entry(text, "en"))
        wanted.setdefault(language_literal(text, "en"), set()).update(home)
    expected = base | {
        Quad(thing, RDFS.comment, term, graph)
        for term, places in wanted.items()
        for graph in graphs.get(term, places)  # type: ignore[arg-type]  # all are literals here
    }

    revision = forms.save(workspace, form, {RDFS.comment: tuple(entries)}, "edit")
    after = frozenset(workspace.reader.quads(Pattern(subject=thing)))
    assert after == expected
    if revision is None:
        assert before == expected
        return
    change = workspace.reader.change(revision.seq)
    assert change.removed == before - expected
    assert change.added == expected - before
    history.undo(workspace, "back")
    assert frozenset(workspace.reader.quads(Pattern(subject=thing))) == before


def test_creating_from_a_form_says_what_was_entered(workspace: Workspace) -> None:
    form = forms.new_form(workspace.reader, KG.AcceptableRange)
    inputs = {RDFS.label: (Entry("Range of flow", "en"),), KG.upperLimit: (Entry("4"),), KG.finding: (Entry("", "en"),)}
    thing, revision = entities.create(workspace, form, inputs, "new")
    assert {ntriples(quad.object) for quad in workspace.reader.quads(Pattern(subject=thing))} == {
        f"<{KG.AcceptableRange}>",
        '"Range of flow"@en',
        f'"4"^^<{XSD.decimal}>',
    }
    assert revision.summary == "New acceptable range “Range of flow”"


def test_a_unit_without_figure_stands_by_itself(workspace: Workspace) -> None:
    form: Form = forms.new_form(workspace.reader, KG.ProcessParameter)
    row = next(row for row in form.rows if row.fields[0].path == KG.unit)
    assert not row.measured


def test_the_unit_of_a_duration_is_one_of_time(workspace: Workspace) -> None:
    form = forms.new_form(workspace.reader, KG.Deviation)
    row = next(row for row in form.rows if row.fields[0].path == KG.duration)
    assert row.unit is not None
    assert row.unit.path == KG.durationUnit
    assert UNIT.HR in forms.row_units(form, row)
    assert KG.TU_PER_CELL not in forms.row_units(form, row)
    other = next(row for row in form.rows if row.fields[0].path == KG.actualValue)
    assert KG.TU_PER_CELL in forms.row_units(form, other)


def test_an_empty_entry_beside_others_is_no_value(workspace: Workspace, told: None) -> None:
    form = forms.form(workspace.reader, R)
    change = forms.change(form, {KG.finding: (Entry("much", "en"), Entry("", "en"))}, MAIN)
    assert [quad.object for quad in change.added] == [language_literal("much", "en")]
    assert not change.removed


def test_the_ranges_and_settings_of_a_factor_stand_beside_its_form(
    workspace: Workspace, told: None, tell: Tell
) -> None:
    tell(
        """
        S1 a SiteSetting
        S1 label "MOI at Boston"
        S1 forFactor P1
        S1 setpoint "3.0"^^<http://www.w3.org/2001/XMLSchema#decimal>
        S2 a SiteSetting
        S2 label "MOI at Leiden"
        S2 forFactor P1
        S2 textValue "as received"@en
        R2 a AcceptableRange
        R2 label "Old range"
        R2 forFactor P1
        I1 a Influence
        I1 forFactor P1
        """
    )
    retiring.retire(workspace, Iri(B + "R2"), "old")
    found = forms.form(workspace.reader, Iri(B + "P1")).related
    assert [(each.thing.label, each.figures, each.path) for each in found] == [
        ("MOI at Boston", "3.0 TU/cell", KG.setpoint),
        ("MOI at Leiden", "as received", KG.setpoint),
        ("Range of MOI", "2.0–4 TU/cell", KG.lowerLimit),
    ]
    assert figures_path((KG.AcceptableRange,)) == KG.lowerLimit
    assert figures_path((KG.Site,)) is None
