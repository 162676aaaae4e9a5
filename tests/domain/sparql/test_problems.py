"""Every text has its problems told in plain words, at their place, quickly."""

import re
import time

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgapp import resources
from kgapp.domain.sparql import editing, layout, parsing, prefixes, problems, reading, tokens
from kgapp.domain.sparql_text import Form
from kgapp.domain.vocabulary import PREFIXES

QUESTIONS = tuple(
    text
    for file in sorted(resources.shipped("ontology", "questions").glob("*.ttl"))
    for text in re.findall(r'questionQuery """(.*?)"""', file.read_text(encoding="utf-8"), re.DOTALL)
)
KNOWN = {**PREFIXES, "demo": "https://w3id.org/kgapp/demo/"}


def found(text: str) -> list[tuple[str, str, str]]:
    all_found = problems.of_text(text, parsing.parse(text), KNOWN)
    return [(each.severity, text[each.start : each.end], each.sentence) for each in all_found]


def first(text: str) -> str:
    wrong = reading.first_wrong(tokens.telling(tokens.pieces(text)), len(text))
    return wrong.sentence if wrong else ""


def test_the_questions_of_the_library_have_no_errors_and_stay_the_same_when_laid_out() -> None:
    assert len(QUESTIONS) > 70
    for text in QUESTIONS:
        assert [each for each in found(text) if each[0] == "error" or "Nothing joins" in each[2]] == []
        laid = layout.formatted(text)
        assert layout.formatted(laid) == laid
        assert not first(laid)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("SELECT", "The text is not finished. Variables, or * for all, are needed here."),
        ("SELECT ?x { ?x a kg:Y ; kg:con }", "“}” cannot stand here. A value is needed here: a variable, a name, a text or a number."),
        ("SELECT ?x { ?x a kg:Y", "This “{” is not closed."),
        ("SELECT ?x { } }", "“}” closes nothing: there is no “{” before it."),
        ("SELEC ?x { }", "“SELEC” is no word of SPARQL; perhaps SELECT. A query begins with SELECT, ASK, CONSTRUCT or DESCRIBE."),
        ("ASK { ?x ?y 'a }", "This text in quotation marks has no end."),
        ("ASK {\u00a0}", "This is not an ordinary blank: type it again."),
        ("ASK { § }", "“§” means nothing in SPARQL."),
        ("ASK { ?x a kg:Y } LIMIT x", "“x” is no word of SPARQL. Here can stand: a whole number."),
        ("ASK { FILTER(LANG(?x, 1)) }", "“,” cannot stand here. Something else is needed after “?x”."),
        ("", ""),
    ],
)  # fmt: skip
def test_an_error_is_told_at_its_place(text: str, sentence: str) -> None:
    assert first(text) == sentence


def test_prefixes_are_looked_at() -> None:
    told = found(
        "PREFIX x: <http://e.org/> PREFIX kg: <http://e.org/> PREFIX kg: <a:b> ASK { ?a kg:p zz:k ; unit:x ?a }"
    )
    assert [(severity, place.split(" <")[0]) for severity, place, _ in told] == [
        ("error", "zz:k"), ("warning", "PREFIX kg:"), ("hint", "PREFIX x:"), ("hint", "unit:x"),
    ]  # fmt: skip


def test_a_prefix_is_put_after_those_there_are() -> None:
    assert prefixes.insertion("ASK {}", "a", "http://e.org/") == prefixes.Insertion(0, "PREFIX a: <http://e.org/>\n")
    assert prefixes.insertion("", "a", "b:") == prefixes.Insertion(0, "PREFIX a: <b:>\n")
    assert prefixes.insertion("BASE <b:>\nASK {}", "a", "b:") == prefixes.Insertion(9, "\nPREFIX a: <b:>")
    assert prefixes.insertion("PREFIX a: <b:>\nASK {}", "a", "b:") is None
    assert prefixes.insertion("PREFIX a: <b:>\nASK {}", "c", "b:") == prefixes.Insertion(14, "\nPREFIX c: <b:>")


def test_a_variable_that_stands_alone_is_told_with_the_one_that_is_meant() -> None:
    told = found(
        "SELECT ?holder ?gone { ?x kg:heldBy ?holder ; kg:p ?holdr ; kg:q ?any FILTER NOT EXISTS { ?x kg:r ?z } }"
    )
    assert [each[:2] for each in told if "prefix" not in each[2]] == [
        ("warning", "?gone"),
        ("warning", "?holdr"),
        ("hint", "?any"),
    ]
    assert "Is ?holder meant?" in told[1][2]
    assert all("prefix" in each[2] for each in found("SELECT * { ?x kg:heldBy ?holder }"))
    assert all("prefix" in each[2] for each in found("SELECT (COUNT(*) AS ?n) { ?x kg:p ?y . ?y kg:q ?x }"))
    assert all("prefix" in each[2] for each in found("SELECT ?a ?b { ?x kg:p ?a ; kg:q ?b }")), "?x joins by ;"
    assert all("prefix" in each[2] for each in found("SELECT ?a ?b { ?x kg:p ?a , ?b }")), "?x joins by ,"


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("?a kg:p ?b . ?c kg:q ?d . ?a kg:r ?b . ?c kg:s ?d", False),
        ("?a kg:p ?b . ?c kg:q ?d . FILTER(?a = ?c) ?b kg:r ?b", True),
        ("?a kg:p ?b . ?b kg:q/kg:r+ ?c", True),
        ("{ ?a kg:p ?b } UNION { ?c kg:q ?d }", True),
        ("?a kg:p ?b OPTIONAL { ?c kg:q ?d }", False),
        ("?a kg:p ?b BIND(?b AS ?c) ?c kg:q ?d", True),
        ("?a kg:p [ kg:q ?c ; kg:r (?d) ] . ?c kg:s ?d", True),
        ("?a kg:p ?b . GRAPH ?a { ?c kg:q ?d }", True),
        ("?a kg:p ?b { SELECT (?c AS ?b) (COUNT(*) AS ?n) { ?c kg:q ?d } GROUP BY ?c }", True),
        ("{ SELECT (COUNT(*) AS ?n) { ?c kg:q ?d } }", True),
        ("?a kg:p _:n . ?b kg:q _:n", True),
        ("?a kg:p _:n . ?b kg:q _:m", False),
        ("VALUES ?x { 1 2 } ?a kg:p ?b", True),
        ("?a kg:p ?b FILTER EXISTS { ?a kg:p ?c . ?c kg:q ?d }", True),
    ],
)
def test_what_nothing_joins_is_told(text: str, joined: bool) -> None:
    told = [each for each in found(f"SELECT * {{ {text} }}") if "Nothing joins" in each[2]]
    assert bool(told) is not joined


@pytest.mark.parametrize("text", ["<<?a kg:p ?b>> kg:q ?c", "<<( ?a kg:p ?b )>> kg:q ?c", "?a kg:p ?b {| kg:q ?c |}"])
def test_statements_about_statements_are_left_to_the_engine(text: str) -> None:
    query = f"SELECT  * {{ {text} }}"
    told = found(query)
    assert {each[0] for each in told} == {"hint"}
    assert [each for each in told if "about statements" in each[2]]
    assert layout.formatted(query) == query


def test_the_place_of_a_cursor_is_known() -> None:
    def at(text: str) -> tuple[str, str, str]:
        now = parsing.here(tokens.telling(tokens.pieces(text)))
        return now.role, now.subject.text if now.subject else "", now.predicate.text if now.predicate else ""

    assert at("SELECT ") == ("", "", "")
    assert at("ASK { ?x ") == ("predicate", "?x", "")
    assert at("ASK { ?x a kg:Y ; ") == ("predicate", "?x", "")
    assert at("ASK { ?x kg:p 5 , ") == ("object", "?x", "kg:p")
    assert at("ASK { ?x kg:p/ ") == ("predicate", "?x", "")
    assert at("ASK { ?x kg:p+ ") == ("object", "?x", "")
    assert at("ASK { ?x kg:p 5 ") == ("after", "?x", "")
    assert at("ASK { FILTER(?x > ") == ("", "", "")
    assert at("ASK { [ kg:p ") == ("object", "", "kg:p")
    assert at("ASK { ?x (kg:p|kg:q)+ ") == ("predicate", "?x", "")
    assert at("ASK { ?x kg:p - ") == ("object", "?x", "kg:p")


def test_the_form_is_the_first_word_that_says_one() -> None:
    assert [parsing.form(text) for text in ("PREFIX a: <b> aSk {}", "WITH <a> DELETE", "# SELECT", "CONSTRUCT")] == [
        Form.ASK, Form.UPDATE, None, Form.CONSTRUCT,
    ]  # fmt: skip


PIECES = st.sampled_from(
    [*(piece.text for text in QUESTIONS[::9] for piece in tokens.pieces(text)), "{", "}", '"', "<", "?", "§", "\\"]
)
mutated = st.builds(
    lambda text, at, cut, put: text[: at % (len(text) + 1)] + put + text[at % (len(text) + 1) + cut :],
    st.sampled_from(QUESTIONS), st.integers(0, 3000), st.integers(0, 30), st.lists(PIECES, max_size=4).map("".join),
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join), mutated), st.integers(0, 3000))
def test_no_text_raises_and_every_place_is_in_the_text(text: str, cursor: int) -> None:
    assert "".join(piece.text for piece in tokens.pieces(text)) == text
    for each in problems.of_text(text, parsing.parse(text), KNOWN):
        assert 0 <= each.start < each.end <= len(text)
        assert each.line == text.count("\n", 0, each.start) + 1
        if each.fix is not None:
            editing.changed(text, each.fix.changes)
    editing.brackets(text, cursor)
    editing.toggled(text, cursor % 5, cursor % 9)
    layout.formatted(text)
    parsing.here(tokens.telling(tokens.pieces(text[:cursor])))
    state = 0
    for line in text.split("\n"):
        coloured = tokens.line(line, state)
        assert "".join(piece.text for piece in coloured.pieces) == line
        state = coloured.state


@settings(max_examples=80, deadline=None)
@given(mutated)
def test_an_engine_finds_no_error_of_grammar_that_is_not_told(text: str) -> None:
    """What kgapp lets pass the engine takes as well, but for what no grammar says."""
    if first(text) or parsing.form(text) is Form.UPDATE:
        return
    said = ""
    try:
        pyoxigraph.Store().query("".join(f"PREFIX {name}: <{iri}> " for name, iri in KNOWN.items()) + text)
    except SyntaxError as error:
        said = str(error)
    assert not said or re.search(r"variable|Prefix|already|aggregat|IRI|VALUES|blank|number|projected", said), said


@pytest.mark.parametrize("part", ["{ ", "?a ", "a.", '"""', "<", "_:a.", "{?a kg:p ?b.", "[", "(", ") ", "FILTER(", "?a kg:p/", "} UNION {", "\n", "# a\n"])  # fmt: skip
def test_long_texts_take_time_in_proportion(part: str) -> None:
    text = (part * 10_000)[:10_000]
    began = time.process_time()
    problems.of_text(text, parsing.parse(text), KNOWN)
    layout.formatted(text)
    assert time.process_time() - began < 1.5
