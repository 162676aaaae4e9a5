from __future__ import annotations

from collections.abc import Callable

import pytest

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.history import Note
from kgapp.domain.terms import GENID, Iri, Literal, Quad
from kgapp.domain.vocabulary import CLASSES, KG, RDF, RDFS, SKOS
from kgapp.services import entities, forms, history, retiring
from kgapp.services.form_fields import Entry
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace

B = "https://w3id.org/kgapp/demo/"
MAIN = Iri(B + "graph/main")
Tell = Callable[[str], None]


def about(workspace: Workspace, thing: Iri) -> set[tuple[Iri, object]]:
    return {(quad.predicate, quad.object) for quad in workspace.reader.quads(Pattern(subject=thing))}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("MOI at Boston → Leiden", "Site-moi-at-boston-to-leiden"),
        ("Überstand (25 °C)", "Site-uberstand-25-c"),
        ("培養", "Site-培養"),
        ("…", "Site"),
        ("x" * 200, "Site-" + "x" * 60),
    ],
)
def test_an_address_can_be_read(workspace: Workspace, label: str, expected: str) -> None:
    assert entities.mint(workspace.reader, KG.Site, label) == B + expected


def test_an_address_is_never_used_twice(workspace: Workspace, tell: Tell) -> None:
    assert entities.mint(workspace.reader, Iri(""), "a") == B + "thing-a"
    tell('Site-a label "A"\nX atSite Site-a-2')
    assert entities.mint(workspace.reader, KG.Site, "A") == B + "Site-a-3"
    retiring.delete(workspace, Iri(B + "X"), "gone")
    assert entities.mint(workspace.reader, KG.Site, "X").endswith("Site-x")
    tell('Site-b label "B"')
    retiring.delete(workspace, Iri(B + "Site-b"), "gone")
    assert entities.mint(workspace.reader, KG.Site, "b") == B + "Site-b-2"


def test_a_new_thing_has_its_class_and_what_was_entered(workspace: Workspace) -> None:
    form = forms.new_form(workspace.reader, KG.Site)
    thing, revision = entities.create(workspace, form, {RDFS.label: (Entry(" Basel ", "en"),)}, "new")
    assert thing == B + "Site-basel"
    assert about(workspace, thing) >= {(RDF.type, KG.Site)}
    assert revision.note.why == "new"
    named, _ = entities.create(workspace, form, {RDFS.label: (Entry("Basel"),)}, "new", Iri(B + "BAS"))
    assert named == B + "BAS"
    with pytest.raises(BadInput, match="taken"):
        entities.create(workspace, form, {RDFS.label: (Entry("Basel"),)}, "new", Iri(B + "BAS"))
    with pytest.raises(BadInput, match="label"):
        entities.create(workspace, form, {RDFS.label: (Entry("  "),)}, "new")


def test_a_new_factor_is_linked_with_its_step_in_the_same_revision(workspace: Workspace, tell: Tell) -> None:
    tell('U1 a UnitOperation\nU1 label "Expansion"')
    form = forms.new_form(workspace.reader, KG.ProcessParameter)
    asked = form.field(KG.hasFactor)
    assert asked is not None
    assert asked.shape.name == "unit operation"
    assert forms.new_form(workspace.reader, KG.Site).field(KG.hasFactor) is None
    step = Iri(B + "U1")
    inputs = {RDFS.label: (Entry("Speed"),), KG.hasFactor: (Entry(step),)}
    thing, revision = entities.create(workspace, form, inputs, "new")
    (link,) = workspace.reader.quads(Pattern(predicate=KG.hasFactor))
    assert (link.subject, link.object) == (step, thing)
    history.undo(workspace, "back")
    assert not tuple(workspace.reader.quads(Pattern(predicate=KG.hasFactor)))
    assert revision.summary == "New process parameter “Speed”"


def test_a_copy_says_the_same_but_for_ids_and_what_refers_to_it(workspace: Workspace, tell: Tell) -> None:
    tell(
        """
        R a AcceptableRange
        R label "Range"@en
        R notation "R1"
        R forFactor P1
        R lowerLimit "2.0"^^<http://www.w3.org/2001/XMLSchema#decimal>
        X toRange R
        """
    )
    copy, revision = entities.duplicate(workspace, Iri(B + "R"), " Copy of Range ", "why")
    assert copy == B + "AcceptableRange-copy-of-range"
    expected = {
        (path, value) for path, value in about(workspace, Iri(B + "R")) if path not in (SKOS.notation, RDFS.label)
    }
    new_label = next(value for path, value in about(workspace, copy) if path == RDFS.label)
    assert isinstance(new_label, Literal)
    assert (new_label.lexical, new_label.language) == ("Copy of Range", "en")
    assert about(workspace, copy) == expected | {(RDFS.label, new_label)}
    assert not tuple(workspace.reader.quads(Pattern(object=copy)))
    assert revision.summary == "Copy “Range” as “Copy of Range”"
    history.undo(workspace, "back")
    assert not about(workspace, copy)


def test_a_copy_was_reviewed_by_nobody_and_is_in_use(workspace: Workspace, tell: Tell) -> None:
    tell('K a TacitAssertion\nK label "Advice"\nK status retired\nK reviewedBy EX2\nK confidence high')
    copy, _ = entities.duplicate(workspace, Iri(B + "K"), "Other advice", "why")
    said = {quad.predicate for quad in workspace.reader.quads(Pattern(subject=copy))}
    assert said == {RDF.type, RDFS.label, KG.confidence}


def test_nameless_parts_are_copied_when_nothing_else_has_them(workspace: Workspace) -> None:
    thing, other, own, inner, shared = (
        Iri(B + "T"),
        Iri(B + "U"),
        *(Iri(f"{B}{GENID}{name}") for name in ("own", "inner", "shared")),
    )
    quads = {
        Quad(thing, KG.hasEvidence, own, MAIN),
        Quad(thing, KG.hasEvidence, shared, MAIN),
        Quad(other, KG.hasEvidence, shared, MAIN),
        Quad(own, KG.cites, inner, MAIN),
        Quad(own, KG.concerns, thing, MAIN),
        Quad(inner, RDFS.comment, Literal("deep"), MAIN),
        Quad(inner, KG.concerns, own, MAIN),
    }
    workspace.commit(ChangeSet("given", added=frozenset(quads)), Note(workspace.author, "test"))
    copy, change = entities.copying(workspace.reader, thing, "T2")
    parts = {quad.object for quad in change.added if quad.subject == copy and quad.predicate == KG.hasEvidence}
    assert shared in parts
    (new,) = parts - {shared}
    assert isinstance(new, str)
    assert Quad(new, KG.concerns, copy, MAIN) in change.added
    assert own not in {quad.object for quad in change.added} | {quad.subject for quad in change.added}
    assert Literal("T2") in {quad.object for quad in change.added if quad.subject == copy}


def test_what_is_not_there_cannot_be_copied_and_a_copy_needs_a_name(workspace: Workspace, tell: Tell) -> None:
    with pytest.raises(NotFound):
        entities.copying(workspace.reader, Iri(B + "X"), "a")
    tell('X label "x"')
    with pytest.raises(BadInput):
        entities.copying(workspace.reader, Iri(B + "X"), " ")
    assert entities.copy_label("x") == "Copy of x"


def test_what_the_ontology_says_of_a_class() -> None:
    assert entities.class_name(KG.Site) == CLASSES[KG.Site].label
    assert entities.class_definition(KG.Site) == CLASSES[KG.Site].definition
    assert (entities.class_name(Iri("a:b/c")), entities.class_definition(Iri("a:b/c"))) == ("c", "")
