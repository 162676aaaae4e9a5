import pytest

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, BadTerm, NotFound
from kgapp.domain.history import Note
from kgapp.domain.terms import XSD as XSD_NAMESPACE
from kgapp.domain.terms import Iri, Literal, Quad, Term, language_literal
from kgapp.domain.vocabulary import KG, RDF, RDFS, SKOS, XSD
from kgapp.services import editing
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace

DEMO = "https://w3id.org/kgapp/demo/"
SETTING, P17, LEI, MAIN, OTHER = (
    Iri(DEMO + name) for name in ("SET-LEI-P17", "P17", "LEI", "graph/main", "graph/other")
)
COLOUR = Iri("https://e.org/colour")


def add(workspace: Workspace, *facts: tuple[Iri, Iri, Term], graph: Iri = MAIN) -> None:
    quads = frozenset(Quad(subject, predicate, value, graph) for subject, predicate, value in facts)
    workspace.commit(ChangeSet("Add", added=quads), Note(workspace.author, "why"))


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    add(
        workspace,
        (SETTING, RDF.type, KG.SiteSetting),
        (SETTING, RDFS.label, language_literal("MOI at Leiden", "en")),
        (SETTING, KG.setpoint, Literal("3", XSD.decimal)),
        (P17, RDF.type, KG.ProcessParameter),
        (P17, RDFS.label, language_literal("MOI", "de")),
        (LEI, RDF.type, KG.Site),
        (LEI, RDFS.label, language_literal("Leiden", "en")),
    )
    return workspace


def values(workspace: Workspace, entity: Iri, predicate: Iri) -> set[Term]:
    return {quad.object for quad in workspace.reader.quads(Pattern(subject=entity, predicate=predicate))}


def put(workspace: Workspace, entity: Iri, predicate: Iri, *texts: str) -> set[Term]:
    editing.set_values(workspace, entity, predicate, texts, "because")
    return values(workspace, entity, predicate)


def test_set_replaces_all_values_and_says_what_it_did(filled: Workspace) -> None:
    revision = editing.set_values(filled, SETTING, KG.setpoint, ["5.0"], "faster")
    assert revision is not None
    assert revision.summary == "Set “setpoint” of “MOI at Leiden” to 5.0"
    assert (revision.note.why, revision.note.author.name) == ("faster", "A. Scientist")
    assert (revision.removed_count, revision.added_count) == (1, 1)
    assert values(filled, SETTING, KG.setpoint) == {Literal("5.0", XSD.decimal)}


def test_setting_the_same_changes_nothing(filled: Workspace) -> None:
    assert editing.set_values(filled, SETTING, KG.setpoint, ["3"], "why") is None


@pytest.mark.parametrize("text", ["7.40", "007", "-0.5", "+1"])
def test_a_number_keeps_its_written_form(filled: Workspace, text: str) -> None:
    assert put(filled, SETTING, KG.setpoint, text) == {Literal(text, XSD.decimal)}


@pytest.mark.parametrize("text", ["five", "", "1e2"])
def test_what_the_shape_does_not_allow_is_refused(filled: Workspace, text: str) -> None:
    with pytest.raises(BadInput, match="does not fit"):
        editing.set_values(filled, SETTING, KG.setpoint, [text], "why")


def test_a_thing_is_named_as_people_name_it(filled: Workspace) -> None:
    assert put(filled, SETTING, KG.atSite, "Leiden") == {LEI}
    assert put(filled, SETTING, KG.forFactor, "demo:P17") == {P17}
    with pytest.raises(NotFound):
        editing.set_values(filled, SETTING, KG.atSite, ["Atlantis"], "why")


def test_a_thing_of_the_wrong_kind_is_refused_in_the_words_of_the_shape(filled: Workspace) -> None:
    with pytest.raises(BadInput, match=r"“MOI” is of the kind process parameter.*at site"):
        put(filled, SETTING, KG.atSite, "MOI")
    assert values(filled, SETTING, KG.atSite) == set()


def test_a_thing_whose_kind_is_not_recorded_is_left_to_validation(filled: Workspace) -> None:
    unknown, own = Iri(DEMO + "KYO"), Iri(DEMO + "OSA")
    add(filled, (unknown, RDFS.label, Literal("Kyoto")), (own, RDF.type, Iri(DEMO + "Plant")))
    assert put(filled, SETTING, KG.atSite, unknown) == {unknown}
    assert put(filled, SETTING, KG.atSite, own) == {own}


@pytest.mark.parametrize("text", ["CPP", "kg:CPP", f"<{KG.CPP}>"])
def test_a_controlled_word_is_found_by_notation_or_name(filled: Workspace, text: str) -> None:
    assert put(filled, P17, KG.criticality, text) == {KG.CPP}


def test_a_word_that_is_none_is_refused(filled: Workspace) -> None:
    with pytest.raises(BadInput, match="is none of the words"):
        editing.set_values(filled, P17, KG.criticality, ["very"], "why")


def test_a_label_keeps_the_language_it_has(filled: Workspace) -> None:
    assert put(filled, P17, RDFS.label, "Virusmenge") == {language_literal("Virusmenge", "de")}
    assert put(filled, LEI, SKOS.altLabel, "Leyden") == {language_literal("Leyden", "en")}
    assert put(filled, Iri(DEMO + "new"), RDFS.label, "new") == {language_literal("new", "en")}


def test_ntriples_syntax_says_exactly_what_is_meant(filled: Workspace) -> None:
    exact = [f"<{LEI}>", '"a"', '"b"@fr', '"7.40"^^<http://www.w3.org/2001/XMLSchema#double>']
    expected = {LEI, Literal("a"), language_literal("b", "fr"), Literal("7.40", Iri(XSD_NAMESPACE + "double"))}
    assert put(filled, SETTING, COLOUR, *exact) == expected
    with pytest.raises(BadTerm):
        editing.set_values(filled, SETTING, COLOUR, ['"a"b"'], "why")


def test_a_class_is_named_by_its_prefixed_name(filled: Workspace) -> None:
    assert put(filled, Iri(DEMO + "new"), RDF.type, "kg:Site") == {KG.Site}


def test_without_a_shape_the_range_in_the_ontology_counts(filled: Workspace) -> None:
    new = Iri(DEMO + "untyped")
    assert put(filled, new, KG.setpoint, "7.40") == {Literal("7.40", XSD.decimal)}
    assert put(filled, new, KG.atSite, "Leiden") == {LEI}
    assert put(filled, new, KG.statement, "Hear it") == {language_literal("Hear it", "en")}
    with pytest.raises(BadInput, match="does not fit"):
        editing.set_values(filled, new, KG.setpoint, ["much"], "why")


def test_without_a_range_the_values_that_are_there_count(filled: Workspace) -> None:
    add(filled, (P17, COLOUR, Literal("3", XSD.integer)))
    assert put(filled, P17, COLOUR, "4") == {Literal("4", XSD.integer)}
    add(filled, (LEI, COLOUR, language_literal("rot", "de")))
    assert put(filled, LEI, COLOUR, "blau") == {language_literal("blau", "de")}
    add(filled, (SETTING, COLOUR, LEI))
    assert put(filled, SETTING, COLOUR, "MOI") == {P17}


def test_what_nothing_types_must_be_written_out(filled: Workspace) -> None:
    with pytest.raises(BadInput, match="does not know what kind of value"):
        editing.set_values(filled, P17, COLOUR, ["red"], "why")


def test_a_text_of_the_ontology_keeps_the_language_of_its_value(filled: Workspace) -> None:
    know_how = Iri(DEMO + "T14")
    add(filled, (know_how, RDF.type, KG.TacitAssertion), (know_how, KG.statement, language_literal("Hear it", "en")))
    assert put(filled, know_how, KG.statement, "Listen to it") == {language_literal("Listen to it", "en")}


def test_an_edited_statement_stays_in_its_graph(filled: Workspace) -> None:
    add(filled, (P17, KG.setpoint, Literal("1", XSD.decimal)), graph=OTHER)
    put(filled, P17, KG.setpoint, "2")
    assert [quad.graph for quad in filled.reader.quads(Pattern(P17, KG.setpoint))] == [OTHER]
    put(filled, LEI, KG.setpoint, "2")
    assert [quad.graph for quad in filled.reader.quads(Pattern(LEI, KG.setpoint))] == [MAIN]


def test_a_value_added_to_others_goes_where_they_are(filled: Workspace) -> None:
    add(filled, (P17, SKOS.altLabel, language_literal("a", "en")), graph=OTHER)
    put(filled, P17, SKOS.altLabel, "a", "b")
    assert {quad.graph for quad in filled.reader.quads(Pattern(P17, SKOS.altLabel))} == {OTHER}


def test_unset_removes_all_or_the_named_values(filled: Workspace) -> None:
    put(filled, P17, SKOS.altLabel, "a", "b", "c")
    revision = editing.unset_values(filled, P17, SKOS.altLabel, ["a", '"b"@en'], "why")
    assert revision.summary == "Remove “also called” of “MOI” a, b"
    assert values(filled, P17, SKOS.altLabel) == {language_literal("c", "en")}
    editing.unset_values(filled, P17, SKOS.altLabel, [], "why")
    assert values(filled, P17, SKOS.altLabel) == set()


def test_unset_takes_things_by_their_names(filled: Workspace) -> None:
    put(filled, SETTING, KG.atSite, "Leiden")
    editing.unset_values(filled, SETTING, KG.atSite, ["leiden"], "why")
    assert values(filled, SETTING, KG.atSite) == set()


def test_what_is_not_there_cannot_be_removed(filled: Workspace) -> None:
    with pytest.raises(NotFound, match="“Leiden” has no “setpoint”"):
        editing.unset_values(filled, LEI, KG.setpoint, [], "why")
    with pytest.raises(NotFound, match="is not among its values") as raised:
        editing.unset_values(filled, SETTING, KG.setpoint, ["4"], "why")
    assert '"3"^^' in raised.value.hint
    put(filled, SETTING, KG.atSite, "Leiden")
    with pytest.raises(NotFound, match="is not among its values"):
        editing.unset_values(filled, SETTING, KG.atSite, ["MOI"], "why")
    with pytest.raises(NotFound, match="is not among its values") as raised:
        editing.unset_values(filled, LEI, KG.setpoint, ["4"], "why")
    assert raised.value.hint == "Its values: none."
