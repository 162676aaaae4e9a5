"""An update is run on a copy, shown in sentences, and committed as exactly what was shown."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from kgapp.adapters.children.updates import ChildUpdates
from kgapp.domain import sparql_update
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, QueryFailed, QueryRefused, QueryTimeout
from kgapp.domain.history import Note, RevisionKind
from kgapp.domain.messages import RunUpdate
from kgapp.domain.terms import XSD, Iri, Literal, Quad, nquad, parse
from kgapp.services import updating, updating_words
from kgapp.services.ports import Pattern
from kgapp.services.updating import Preview, Ran
from kgapp.services.workspace import Workspace

Alike = Callable[[tuple[str, ...], tuple[str, ...]], tuple[str, ...]]
DEMO = "https://w3id.org/kgapp/demo/"
ENDLESS = "INSERT {{ demo:x demo:n ?n }} WHERE {{ SELECT (COUNT(*) AS ?n) {{ {} }} }}".format(
    " . ".join(f"?a{n} ?b{n} ?c{n}" for n in range(20))
)
LINES = """
a p "7.40"^^<decimal> g
a p "007"^^<integer> g
a t "x" g
a t "x" h
a q <b> g
b p "7.4"^^<decimal> h
"""


def quad(line: str) -> Quad:
    subject, predicate, value, graph = line.replace("<d", f"<{XSD}d").replace("<i", f"<{XSD}i").split()
    value = value.replace("<b>", f"<{DEMO}b>")
    return Quad(Iri(DEMO + subject), Iri(DEMO + predicate), parse(value), Iri(DEMO + graph))


def quads(lines: str) -> frozenset[Quad]:
    return frozenset(quad(line) for line in lines.strip().splitlines())


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    workspace.commit(ChangeSet("in", added=quads(LINES)), Note(workspace.author, "test"))
    return workspace


def shown(workspace: Workspace, text: str) -> Preview:
    return updating.preview(workspace, ChildUpdates(), text, timeout_s=30)


def difference(found: Preview) -> tuple[frozenset[Quad], frozenset[Quad]]:
    return found.change.removed, found.change.added


def test_a_value_that_is_moved_keeps_its_written_form_and_its_graph(filled: Workspace) -> None:
    found = shown(filled, "DELETE { ?s demo:p ?v } INSERT { ?s demo:r ?v } WHERE { ?s demo:p ?v }")
    assert difference(found) == (
        quads('a p "7.40"^^<decimal> g\na p "007"^^<integer> g\nb p "7.4"^^<decimal> h'),
        quads('a r "7.40"^^<decimal> g\na r "007"^^<integer> g\nb r "7.4"^^<decimal> h'),
    )
    assert not found.warnings
    revision = updating.commit(filled, found, "renamed")
    assert revision is not None
    assert (revision.note.kind, revision.note.why) == (RevisionKind.UPDATE, "renamed")
    assert quad('a r "7.40"^^<decimal> g') in set(filled.reader.quads(Pattern()))
    assert updating.commit(filled, shown(filled, "DELETE WHERE { demo:a demo:nothing ?x }"), "none") is None


def test_a_removed_value_removes_each_way_in_which_it_is_written_and_says_so(filled: Workspace) -> None:
    found = shown(filled, "DELETE { ?s demo:p 7.4 } WHERE { ?s demo:p 7.4 }")
    assert difference(found) == (quads('a p "7.40"^^<decimal> g\nb p "7.4"^^<decimal> h'), frozenset())
    assert "“7.40” (in queries 7.4)" in found.warnings[0]
    assert [(each.graph[-1], each.removed, each.added) for each in found.graphs] == [("g", 1, 0), ("h", 1, 0)]
    assert any("was “7.40” (removed)" in sentence for sentence in found.sentences)


def test_a_written_form_of_the_text_is_kept_and_a_computed_one_is_said_to_be_the_engines(filled: Workspace) -> None:
    found = shown(
        filled,
        'INSERT DATA { demo:c demo:p 8.50, -0.10, "08"^^<http://www.w3.org/2001/XMLSchema#integer> } ;'
        "INSERT { demo:d demo:p ?w } WHERE { demo:b demo:p ?v BIND(?v * 2 AS ?w) }",
    )
    written = sorted(each.object.lexical for each in found.change.added if isinstance(each.object, Literal))
    assert written == ["-0.10", "08", "14.8", "8.50"]
    assert found.warnings == (
        "Written as the engine writes values, because they stand like this neither in the text nor where they are replaced: “14.8”.",
    )


def test_what_has_no_graph_goes_from_all_and_comes_to_the_main_one(filled: Workspace) -> None:
    found = shown(filled, 'DELETE DATA { demo:a demo:t "x" }; INSERT DATA { demo:a demo:n "y" . demo:a demo:q demo:b }')
    assert difference(found) == (quads('a t "x" g\na t "x" h'), quads('a n "y" graph/main'))
    assert "1 of the removed statements are in more than one graph" in found.warnings[0]
    found = shown(filled, 'DELETE { GRAPH demo:g { demo:a ?t "x" } } WHERE { demo:a ?t "x" }')
    assert difference(found)[0] == quads('a t "x" g')
    assert "1 of the removed statements stay true" in found.warnings[0]


def test_operations_see_what_those_before_them_did(filled: Workspace) -> None:
    found = shown(
        filled,
        "PREFIX e: <https://e.org/> INSERT DATA { GRAPH demo:k { demo:n demo:is 1 } } ;"
        "INSERT { ?n demo:seen true } WHERE { ?n demo:is 1 } ; DELETE WHERE { GRAPH demo:k { ?n demo:is ?v } } ;"
        "INSERT { demo:z demo:seen ?v } WHERE { ?n demo:is ?v } ; DELETE DATA { demo:b demo:p 7.4 } ;"
        "INSERT DATA { GRAPH demo:h { demo:b demo:p 7.4 } } ;",
    )
    assert difference(found) == (
        frozenset(),
        quads('n seen "true"^^<http://www.w3.org/2001/XMLSchema#boolean> graph/main'),
    )


def test_graphs_are_moved_and_emptied_as_they_are_written(filled: Workspace) -> None:
    found = shown(filled, "MOVE GRAPH demo:g TO demo:k")
    assert {nquad(each).replace("/demo/g>", "/demo/k>") for each in found.change.removed} == set(
        map(nquad, found.change.added)
    )
    gone = shown(filled, "CLEAR SILENT GRAPH demo:h")
    assert difference(gone) == (quads('a t "x" h\nb p "7.4"^^<decimal> h'), frozenset())
    assert any("Nothing is said any more of “demo:b”" in each for each in gone.warnings)


def test_new_blank_nodes_become_names_of_the_project(filled: Workspace) -> None:
    found = shown(filled, "INSERT DATA { _:x demo:p demo:a . demo:a demo:q _:x }")
    subjects = {each.subject for each in found.change.added} | {each.object for each in found.change.added}
    (made,) = (each for each in subjects if "genid" in str(each))
    assert str(made).startswith(f"{DEMO}.well-known/genid/")


def test_what_was_shown_is_committed_or_nothing(filled: Workspace) -> None:
    found = shown(filled, "DELETE WHERE { demo:b ?p ?o }")
    filled.commit(ChangeSet("between", added=quads('c t "z" g')), Note(filled.author, "test"))
    with pytest.raises(BadInput, match="changed since"):
        updating.commit(filled, found, "late")
    assert quad('b p "7.4"^^<decimal> h') in set(filled.reader.quads(Pattern()))


def test_what_removes_most_of_the_project_or_all_of_a_graph_takes_a_yes_that_was_given_to_its_counts(
    filled: Workspace,
) -> None:
    assert shown(filled, "DELETE WHERE { demo:a demo:q ?o }").sweeping == ()
    assert shown(filled, "INSERT DATA { demo:a demo:q demo:a }").sweeping == ()
    found = shown(filled, "DELETE WHERE { ?s ?p ?o }")
    assert found.sweeping == (
        "It removes 6 of the 6 statements of the project.",
        f"It removes all 4 statements of the graph <{DEMO}g>.",
        f"It removes all 2 statements of the graph <{DEMO}h>.",
    )
    for agreed in ((), found.sweeping[:1]):
        with pytest.raises(BadInput, match="6 of the 6 statements"):
            updating.commit(filled, found, "all of it?", agreed=agreed)
    assert filled.reader.count() == 6
    assert updating.commit(filled, found, "all of it", agreed=found.sweeping) is not None
    assert filled.reader.count() == 0


def test_a_project_that_changes_while_the_copy_runs_is_looked_at_again(filled: Workspace) -> None:
    class Meanwhile(ChildUpdates):
        def run(self, chunks: Iterable[bytes], request: RunUpdate, alike: Alike, *, limit_s: float) -> Ran:
            filled.commit(ChangeSet("between", added=quads('c t "z" g')), Note(filled.author, "test"))
            return super().run(chunks, request, alike, limit_s=limit_s)

    with pytest.raises(BadInput, match="changed since"):
        updating.preview(filled, Meanwhile(), "DELETE WHERE { demo:b ?p ?o }")


def test_an_endpoint_is_never_changed(filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    meta = replace(filled.reader.meta(), endpoint="https://e.org/sparql")
    monkeypatch.setattr(filled.reader, "meta", lambda: meta, raising=False)
    with pytest.raises(BadInput, match="only read"):
        shown(filled, "DELETE WHERE { ?s ?p ?o }")


def test_a_large_difference_is_told_in_part_and_too_large_a_one_refused(
    filled: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updating, "TOLD", 3)
    monkeypatch.setattr(updating_words, "_LOOKED_AT", 1)
    found = shown(filled, "DELETE WHERE { ?s ?p ?o }")
    assert (found.told, found.statements) == (3, 6)
    assert any("the first 1 were looked at" in each for each in found.warnings)
    monkeypatch.setattr(updating, "MOST_STATEMENTS", 2)
    with pytest.raises(QueryFailed, match="more than 2 statements"):
        shown(filled, "DELETE WHERE { ?s ?p ?o }")


def test_what_stands_wrong_is_told_at_its_place_and_what_cannot_be_kept_is_refused(filled: Workspace) -> None:
    with pytest.raises(QueryFailed, match=r"update is not SPARQL at line 2, column 15: “}”"):
        shown(filled, "INSERT DATA {\ndemo:a demo:b }")
    with pytest.raises(QueryFailed, match="does not keep"):
        shown(filled, "INSERT { demo:a demo:b ?x } WHERE { BIND(<<( demo:a demo:b demo:c )>> AS ?x) }")
    with pytest.raises(QueryFailed, match="does not exist"):
        shown(filled, "CLEAR GRAPH demo:none")
    with pytest.raises(QueryTimeout, match="nothing was changed"):
        updating.preview(filled, ChildUpdates(), ENDLESS, timeout_s=0.3)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("SELECT * { ?s ?p ?o }", "changes nothing"),
        ("LOAD <http://x/y>", "LOAD is refused"),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://x/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("DROP ALL", "DROP of more than one"),
        ("CLEAR DEFAULT", "CLEAR of more than one"),
        ("CREATE GRAPH <urn:g>", "CREATE is refused"),
        ("COPY DEFAULT TO <urn:g>", "COPY with DEFAULT"),
        ("INSERT DATA { <a:a> <a:b> 1 } ; SELECT * {}", "begins no change"),
        ("DELETE { ?s ?p ?o } INSERT { GRAPH <urn:g> { ?s ?p ?o } } WHERE { ?s ?p ?o }", "both with and without"),
        ("\\u0044ROP ALL ; INSERT DATA {}", "hides signs"),
        ('INSERT DATA { <a:a> <a:b> "\\u0022 } ; DROP ALL #"}', "hides signs"),
        ("INSERT DATA {} ;" * 1001, "1,001 operations"),
        ("INSERT DATA {}" + " " * 4_000_000, "characters"),
    ],
)
def test_the_gate_refuses(text: str, why: str) -> None:
    with pytest.raises(QueryRefused, match=why):
        sparql_update.gate(text)


def test_the_gate_lets_through_what_changes_named_parts() -> None:
    text = 'BASE <urn:> PREFIX e: <urn:e:> WITH e:g DELETE { ?s ?p "\\u00e9" } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o } ;; MOVE e:a TO e:b'
    first, second = sparql_update.gate(text)
    assert first.text.startswith("BASE <urn:>\nPREFIX e: <urn:e:>\nWITH")
    assert (first.literals, second.kind) == (("1",), sparql_update.Kind.OTHER)
    assert len(sparql_update.gate("INSERT { <a:a> <a:b> <a:c>")) == 1, (
        "what is not finished is told by the engine, at its place"
    )
    both = "DELETE { GRAPH ?g { ?s ?p ?o } } INSERT { GRAPH ?g { ?s ?p 'y'^^e:z } } WHERE { GRAPH ?g { ?s ?p ?o } }"
    assert sparql_update.gate(both)[0].literals == ("'y'^^e:z",)
