import pytest

from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.terms import GENID, Iri, Literal, Quad, Term, language_literal
from kgapp.domain.vocabulary import KG, RDF, RDFS, SKOS
from kgapp.services import search
from kgapp.services.workspace import Workspace

DEMO = "https://w3id.org/kgapp/demo/"


def thing(name: str) -> Iri:
    return Iri(DEMO + name)


def add(workspace: Workspace, *facts: tuple[str, Iri, Term]) -> None:
    quads = frozenset(Quad(thing(subject), predicate, value, thing("g")) for subject, predicate, value in facts)
    workspace.commit(ChangeSet("Add", added=quads), Note(workspace.author, "why"))


def label(name: str, text: str) -> tuple[str, Iri, Term]:
    return (name, RDFS.label, language_literal(text, "en"))


def found(workspace: Workspace, text: str) -> list[str]:
    return [hit.entity.iri.removeprefix(DEMO) for hit in search.find(workspace.reader, text).hits]


def test_exact_names_come_first_then_beginnings_then_words_then_texts(workspace: Workspace) -> None:
    add(
        workspace,
        label("a", "shear"),
        label("b", "shear rate"),
        label("c", "wall shear"),
        label("d", "low shearing"),
        label("e", "pump"),
        ("e", KG.statement, language_literal("Listen: too much shear whistles.", "en")),
        label("f", "temperature"),
    )
    assert found(workspace, "Shear") == ["a", "b", "c", "d", "e"]


def test_words_may_come_in_any_order(workspace: Workspace) -> None:
    add(workspace, label("a", "MOI at Leiden"), label("b", "MOI at Boston"))
    assert found(workspace, "leiden moi") == ["a"]
    assert found(workspace, "mo lei") == ["a"]
    assert found(workspace, "leiden moi temperature") == []


def test_words_may_stand_in_different_places(workspace: Workspace) -> None:
    add(workspace, label("a", "pump"), ("a", KG.statement, Literal("Whistles when fast.")))
    assert found(workspace, "pump whistles") == ["a"]


def test_ids_and_synonyms_are_names(workspace: Workspace) -> None:
    add(
        workspace,
        label("SET-LEI-P17", "a"),
        ("SET-LEI-P17", SKOS.altLabel, Literal("Vektormenge")),
        ("x", SKOS.notation, Literal("P17")),
    )
    assert found(workspace, "p17") == ["x", "SET-LEI-P17"]
    assert found(workspace, "vektor") == ["SET-LEI-P17"]


@pytest.mark.parametrize("text", ["", "  ", "\x00"])
def test_nothing_is_found_for_nothing(workspace: Workspace, text: str) -> None:
    add(workspace, label("a", "a"))
    assert search.find(workspace.reader, text) == search.Found((), 0, more=False)


@pytest.mark.parametrize(
    "text", ['"', "a OR b", "NEAR(a b)", "labels:a", "a*", "-a", "^", "(", "'; DROP TABLE quad", "%", "_", "\\"]
)
def test_nothing_in_a_search_is_a_command(workspace: Workspace, text: str) -> None:
    add(workspace, label("a", "alpha"))
    assert isinstance(search.find(workspace.reader, text), search.Found)
    assert workspace.reader.count() == 1


def test_signs_are_found_in_names(workspace: Workspace) -> None:
    add(workspace, label("a", "+ control"), label("b", "control"))
    assert found(workspace, "+") == ["a"]


def test_a_hit_says_where_the_words_are(workspace: Workspace) -> None:
    add(
        workspace,
        label("a", "pump"),
        ("a", RDF.type, KG.Equipment),
        ("a", KG.statement, Literal("x " * 60 + "It whistles when it runs too fast, " + "y " * 60)),
        ("a", KG.setpoint, Literal("5")),
    )
    (hit,) = search.find(workspace.reader, "whistles").hits
    assert hit.property == "statement"
    assert hit.matched.startswith("…")
    assert "whistles when it runs" in hit.matched
    assert [kind.label for kind in hit.types] == ["equipment"]
    (hit,) = search.find(workspace.reader, "pump").hits
    assert (hit.property, hit.matched) == ("label", "pump")


def test_a_hit_by_the_name_in_the_iri_says_id(workspace: Workspace) -> None:
    add(workspace, ("QX9", KG.setpoint, Literal("5")))
    (hit,) = search.find(workspace.reader, "qx9").hits
    assert (hit.property, hit.matched) == ("id", "QX9")


def test_blank_nodes_are_not_found_by_their_made_up_names(workspace: Workspace) -> None:
    add(workspace, (f"{GENID}abc-1", KG.setpoint, Literal("5")))
    assert found(workspace, "abc") == []


def test_more_than_five_hundred_is_said(workspace: Workspace) -> None:
    add(workspace, *(label(f"e{number}", f"thing number {number}") for number in range(501)))
    many = search.find(workspace.reader, "thing", limit=7)
    assert (len(many.hits), many.total > 499, many.more) == (7, True, True)
    one = search.find(workspace.reader, "thing 499")
    assert (len(one.hits), one.total, one.more) == (1, 1, False)
