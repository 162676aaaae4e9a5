import pytest

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import Ambiguous, BadTerm, NotFound
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Literal, Quad, Term, language_literal
from kgapp.domain.vocabulary import KG, RDF, RDFS, SKOS
from kgapp.services import browsing
from kgapp.services.workspace import Workspace

DEMO = "https://w3id.org/kgapp/demo/"
P17, LEI, MAIN = (Iri(DEMO + name) for name in ("P17", "LEI", "graph/main"))


def add(workspace: Workspace, *facts: tuple[Iri, Iri, Term]) -> None:
    quads = frozenset(Quad(subject, predicate, value, MAIN) for subject, predicate, value in facts)
    workspace.commit(ChangeSet("Add", added=quads), Note(workspace.author, "why"))


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    add(
        workspace,
        (P17, RDF.type, KG.ProcessParameter),
        (P17, RDFS.label, language_literal("multiplicity of infection", "en")),
        (P17, SKOS.altLabel, language_literal("MOI", "en")),
        (P17, SKOS.notation, Literal("P17")),
        (LEI, RDFS.label, language_literal("Leiden", "en")),
        *((Iri(f"{DEMO}SET{number}"), KG.forFactor, P17) for number in range(25)),
        *((Iri(f"{DEMO}SET{number}"), RDFS.label, Literal("a setting")) for number in range(25)),
    )
    return workspace


@pytest.mark.parametrize("text", [f"<{P17}>", P17, "demo:P17", "P17", "p17", "moi", "Multiplicity  of Infection"])
def test_an_entity_is_found_by_iri_prefixed_name_id_and_label(filled: Workspace, text: str) -> None:
    assert browsing.resolve(filled.reader, text) == P17


@pytest.mark.parametrize("text", ["kg:low", "kg:setpoint", "unit:MilliL", KG.Site])
def test_terms_of_the_ontology_are_entities(filled: Workspace, text: str) -> None:
    assert browsing.resolve(filled.reader, text)


def test_an_ambiguous_label_lists_its_candidates(filled: Workspace) -> None:
    with pytest.raises(Ambiguous, match=r"may be one of 25\. Here are the first 20") as raised:
        browsing.resolve(filled.reader, "a setting")
    assert len(raised.value.candidates) == 20
    assert raised.value.candidates[0] == (f"{DEMO}SET0", "a setting")
    add(filled, (P17, SKOS.altLabel, Literal("Leiden")))
    with pytest.raises(Ambiguous, match=r"may be one of 2\. Name"):
        browsing.resolve(filled.reader, "leiden")


@pytest.mark.parametrize("text", ["unknown", "demo:P18", "https://e.org/none", "urn:x:y", "nix:P17", ""])
def test_what_nothing_is_called_is_not_found(filled: Workspace, text: str) -> None:
    with pytest.raises(NotFound, match="Nothing in this project is called"):
        browsing.resolve(filled.reader, text)


def test_what_is_not_found_comes_with_a_near_name(filled: Workspace) -> None:
    with pytest.raises(NotFound) as raised:
        browsing.resolve(filled.reader, "multiplicity")
    assert raised.value.hint == "Did you mean demo:P17?"


def test_a_label_may_look_like_a_prefixed_name(filled: Workspace) -> None:
    add(filled, (LEI, SKOS.altLabel, Literal("demo: the other site")), (LEI, SKOS.altLabel, Literal("MOI:7")))
    assert browsing.resolve(filled.reader, "demo: the other site") == LEI
    assert browsing.resolve(filled.reader, "moi:7") == LEI


def test_a_bad_iri_in_angle_brackets_is_refused(filled: Workspace) -> None:
    with pytest.raises(BadTerm):
        browsing.resolve(filled.reader, "<no iri>")


def test_a_new_entity_may_be_spelled_but_not_called(filled: Workspace) -> None:
    assert browsing.resolve_or_new(filled.reader, "demo:P99") == f"{DEMO}P99"
    assert browsing.resolve_or_new(filled.reader, "moi") == P17
    with pytest.raises(NotFound):
        browsing.resolve_or_new(filled.reader, "P99")


def test_an_entity_that_is_gone_is_still_in_the_history(filled: Workspace) -> None:
    gone = Iri(DEMO + "GONE")
    fact = Quad(gone, RDFS.label, Literal("gone"), MAIN)
    filled.commit(ChangeSet("Add", added=frozenset({fact})), Note(filled.author, "why"))
    filled.commit(ChangeSet("Remove", removed=frozenset({fact})), Note(filled.author, "why"))
    assert browsing.resolve_once_known(filled.reader, "demo:GONE") == gone
    assert browsing.resolve_once_known(filled.reader, "moi") == P17
    with pytest.raises(NotFound):
        browsing.resolve_once_known(filled.reader, "demo:NEVER")


@pytest.mark.parametrize("text", ["kg:forFactor", KG.forFactor, "forFactor", "for factor"])
def test_a_property_is_found_by_name_and_label(filled: Workspace, text: str) -> None:
    assert browsing.resolve_property(filled.reader, text) == KG.forFactor


def test_an_unknown_property_is_not_found(filled: Workspace) -> None:
    with pytest.raises(NotFound, match="There is no property"):
        browsing.resolve_property(filled.reader, "nonsense")


def test_a_page_has_names_before_facts_and_counts_uses(filled: Workspace) -> None:
    page = browsing.page(filled.reader, P17)
    assert page.entity == browsing.Named(P17, "multiplicity of infection")
    assert page.types == (browsing.Named(KG.ProcessParameter, "process parameter"),)
    assert [fact.predicate.label for fact in page.facts] == ["is a", "label", "also called", "id"]
    (use,) = page.used_by
    assert (use.predicate.label, use.count, len(use.sources)) == ("for factor", 25, browsing.SHOWN_USES)
    assert use.sources[0].label == "a setting"


def test_a_page_of_an_unknown_entity_is_not_found(filled: Workspace) -> None:
    with pytest.raises(NotFound):
        browsing.page(filled.reader, Iri(DEMO + "none"))


def test_names_come_from_the_project_the_vocabulary_or_the_iri(filled: Workspace) -> None:
    strange = Iri("https://strange.org/x")
    deep = Iri(DEMO + "a/b")
    local = Iri("https://e.org/a#b")
    assert browsing.labels(filled.reader, [P17, KG.low, RDF.type, strange, deep, local]) == {
        P17: "multiplicity of infection",
        KG.low: "low",
        RDF.type: "is a",
        strange: strange,
        deep: deep,
        local: "other:b",
    }


def test_a_misspelt_property_of_the_model_is_refused_with_what_is_near(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match=r"no property “kg:ownr”.*kg:owner"):
        browsing.resolve_property(workspace.reader, "kg:ownr")
    with pytest.raises(NotFound, match="prefixed name such as"):
        browsing.resolve_property(workspace.reader, "kg:zzzzzz")


def test_an_id_is_the_notation_else_the_end_of_the_iri(workspace: Workspace) -> None:
    add(workspace, (P17, SKOS.notation, Literal("P-17")), (LEI, RDFS.label, Literal("Leiden")))
    assert browsing.notations(workspace.reader, (P17, LEI)) == {P17: "P-17", LEI: "LEI"}
