import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.terms import GENID, Iri, Literal, Quad, Term, language_literal
from kgapp.domain.vocabulary import KG, RDF, RDFS, SKOS
from kgapp.services import search
from kgapp.services.ports import Pattern
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


def test_recent_things_come_first_among_equals(workspace: Workspace) -> None:
    add(workspace, *(label(name, f"pump {name}") for name in "abcd"), label("e", "pump"), label("f", "the pump"))
    hits = search.find(workspace.reader, "pump", recent=(thing("f"), thing("c"), thing("a"))).hits
    assert [hit.entity.iri.removeprefix(DEMO) for hit in hits] == ["e", "c", "a", "b", "d", "f"]


def test_a_recent_thing_is_found_among_more_than_can_be_ranked(workspace: Workspace) -> None:
    add(
        workspace,
        *(label(f"e{number}", f"the thing {number:03}") for number in range(600)),
        ("e599", SKOS.altLabel, Literal("Dings")),
        ("e599", KG.statement, Literal("thing")),
        label("other", "pump"),
    )
    recent = (thing("e599"), thing("gone"), thing("other"))
    first = search.find(workspace.reader, "thing", limit=1, recent=recent).hits[0]
    assert first.entity.iri == thing("e599")
    assert search.find(workspace.reader, "thing", limit=1, recent=(thing("gone"),)).more


def test_the_reason_is_the_value_that_holds_what_the_name_lacks(workspace: Workspace) -> None:
    add(
        workspace,
        label("a", "pump"),
        ("a", SKOS.altLabel, Literal("pump of the column")),
        ("a", KG.statement, Literal("It whistles.")),
    )
    (hit,) = search.find(workspace.reader, "pump whistles").hits
    assert (hit.property, hit.matched, hit.by_name) == ("statement", "It whistles.", False)
    (hit,) = search.find(workspace.reader, "pump column").hits
    assert (hit.property, hit.by_name) == ("also called", True)


def test_several_words_in_a_long_text_stand_in_the_part_that_is_shown(workspace: Workspace) -> None:
    text = "The pump stands. " + "Word " * 200 + "When the pump runs too fast it whistles. " + "Word " * 200
    add(workspace, label("a", "x"), ("a", KG.statement, Literal(text)))
    (hit,) = search.find(workspace.reader, "pump whistles").hits
    assert "pump runs too fast it whistles" in hit.matched
    assert len(hit.matched) <= 102


NAMES_OF = st.lists(st.sampled_from(["pump", "pumps", "moi", "mo", "at", "leiden"]), min_size=1, max_size=3).map(
    " ".join
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    facts=st.lists(
        st.tuples(st.sampled_from("abcde"), st.sampled_from([RDFS.label, SKOS.altLabel, KG.statement]), NAMES_OF),
        max_size=10,
    ),
    query=st.lists(st.sampled_from(["p", "pump", "mo", "moi", "lei", "at"]), min_size=1, max_size=3).map(" ".join),
    recent=st.permutations("abcde").map(lambda names: tuple(map(thing, names[:2]))),
)
def test_search_equals_looking_at_everything(
    workspace: Workspace, facts: list[tuple[str, Iri, str]], query: str, recent: tuple[Iri, ...]
) -> None:
    reader = workspace.reader
    added = frozenset(Quad(thing(name), predicate, Literal(text), thing("g")) for name, predicate, text in facts)
    workspace.commit(
        ChangeSet("x", removed=frozenset(reader.quads(Pattern())) - added, added=added), Note(workspace.author, "why")
    )
    tokens = query.split()
    ranks: dict[Iri, tuple[int, int]] = {}
    for name in {name for name, _, _ in facts}:
        names = [text for one, predicate, text in facts if one == name and predicate != KG.statement] + [name]
        texts = [text for one, _, text in facts if one == name] + [name]
        if all(any(word.startswith(token) for text in texts for word in text.split()) for token in tokens):
            ranks[thing(name)] = (_kind(names, query), recent.index(thing(name)) if thing(name) in recent else 2)
    hits = [hit.entity.iri for hit in search.find(reader, query, recent=recent).hits]
    assert set(hits) == set(ranks)
    assert [ranks[hit] for hit in hits] == sorted(ranks.values())


def _kind(names: list[str], query: str) -> int:
    """How good a match is: the whole name, its beginning, words of one name, beginnings of such, or only texts."""
    tokens = query.split()
    if query in names:
        return 0
    if any(name.startswith(query) for name in names):
        return 1
    if any(all(token in name.split() for token in tokens) for name in names):
        return 2
    if any(all(any(word.startswith(token) for word in name.split()) for token in tokens) for name in names):
        return 3
    return 4
