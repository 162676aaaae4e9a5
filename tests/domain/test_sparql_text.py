"""The gate, the tokens it reads, and the templates."""

from __future__ import annotations

import re
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgapp.domain import sparql_text
from kgapp.domain.errors import BadTerm, QueryRefused
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import Iri, Literal

ORDINARY = [
    ("SELECT * { ?s ?p ?o }", Form.SELECT),
    ("PREFIX service: <http://e/service#> SELECT ?load { ?service service:load ?load }", Form.SELECT),
    ("# LOAD nothing\nASK { <http://e/SERVICE> ?p 'LOAD', \"SERVICE\", '''a ' LOAD''' }", Form.ASK),
    ("BASE <http://e/> CONSTRUCT WHERE { ?s ?p ?o }", Form.CONSTRUCT),
    ("describe <http://e/a>", Form.DESCRIBE),
    ("SELECT * { ?a ?b ?c FILTER(?a < ?b && ?c>3 || !(-?c < - 1)) }", Form.SELECT),
    ("SELECT * { ?a !(^<http://e/p>|<http://e/q>)* ?c . ?a <http://e/p>/^<http://e/q>+ 1.5e3, 'x'@en-GB, '1'^^<http://e/d> }", Form.SELECT),
    ('SELECT * { ?a ex:b%20c\\,d ?c ; ex:1 _:load ; a-b.c..d:e.f ?x . FILTER(REGEX(?c, "\\\\{\\\\{")) }', Form.SELECT),
]  # fmt: skip


@pytest.mark.parametrize(("text", "form"), ORDINARY)
def test_ordinary_queries_pass_with_their_form(text: str, form: Form) -> None:
    assert sparql_text.gate(text) == sparql_text.Gated(text, form, own_dataset=False)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * " + "{" * 100_000,
        "SELECT * { FILTER(" + "!" * 50_000,
        "SELECT * { FILTER(" + "(" * 5000,
        "SELECT * { ?s ?p " + "[ ?p " * 5000,
        "SELECT * { FILTER(" + "- " * 5000 + "1)}",
        "SELECT * { ?s " + "^" * 5001 + "<http://e/p> ?o }",
        "SELECT * { ?s " + "/".join(["<http://e/p>"] * 50_000) + " ?o }",
        "SELECT * {" + " UNION ".join(["{}"] * 50_000) + "}",
        "SELECT * {" + "OPTIONAL {}" * 50_000 + "}",
        "SELECT * { ?s ?p '" + "x" * sparql_text.MAX_CHARACTERS + "' }",
        "SELECT * { SERVICE <http://e/> {} }",
        "SELECT * { service silent ?x {} }",
        "SELECT * { ?s ?p trueSERVICE <http://e/> {} }",
        "SELECT * { ?s ?p 1SERVICE <http://e/> {} }",
        "SELECT * { ?s ?p 1.5e3SERVICE <http://e/> {} }",
        "SELECT * { \\u0053ERVICE <http://e/> {} }",
        "SELECT * { ?s ?p 'a\\u0027 . SERVICE <http://e/> {} }",
        "SELECT * { ?s ?p 'a\nb' . SERVICE <http://e/> {} . ?s ?p 'c' }",
        "SELECT * { ?s ?p '''unfinished }",
        "LOAD <http://e/>",
        "INSERT DATA { <a:> <b:> <c:> } ; LOAD <http://e/>",
        "INSERT DATA { <a:> <b:> <c:> }",
        "WITH <http://e/g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "",
        "hello",
    ],
    ids=lambda text: text[:24].strip() or "nothing",
)  # fmt: skip
def test_what_no_engine_should_see_is_refused(text: str) -> None:
    with pytest.raises(QueryRefused):
        sparql_text.gate(text)


def test_a_refusal_names_the_place() -> None:
    with pytest.raises(QueryRefused, match=re.escape("line 2, column 3")):
        sparql_text.gate("SELECT * {\n  SERVICE <http://e/> {} }")


def test_a_query_with_from_has_its_own_dataset() -> None:
    assert sparql_text.gate("SELECT * FROM <http://e/g> { ?s ?p ?o }").own_dataset
    assert not sparql_text.gate("SELECT ?from { ?from ?p 'FROM' }").own_dataset


@given(st.text())
def test_the_lexer_reads_every_text_to_its_end(text: str) -> None:
    joined = "".join(token.text for token in sparql_text.tokens(text))
    assert len(joined) <= len(text)
    with suppress(QueryRefused):
        sparql_text.gate(text)


@given(st.text(alphabet="SERVICE service{}<>\"'\\#?:@^!a1 \n."))
def test_no_disguise_hides_service_outside_strings_names_and_comments(text: str) -> None:
    stripped = re.sub(r"#[^\n]*|<[^<>\s]*>|\"[^\"]*\"|'[^']*'|[?$]\w+|\S*:\S*|@\S+", " ", text, flags=re.DOTALL)
    if re.search("service", stripped, re.IGNORECASE) and not re.search("[\"'\\\\<>#:@]", text):
        with pytest.raises(QueryRefused):
            sparql_text.gate(text)


@given(st.text())
def test_a_literal_cannot_leave_its_values_block(text: str) -> None:
    block = sparql_text.values("x", [Literal(text)])
    kinds = [token.kind for token in sparql_text.tokens(block)]
    assert kinds == ["word", "variable", "open", "string", "close"]


def test_an_iri_cannot_leave_its_values_block() -> None:
    with pytest.raises(BadTerm):
        sparql_text.values("x", [Iri("http://e/> } SERVICE <http://e/")])


def test_terms_stand_in_values_as_they_are_written() -> None:
    assert sparql_text.values("x", [Iri("http://e/a"), Literal("7.40")]) == 'VALUES ?x { <http://e/a> "7.40" }'


def test_only_used_and_undeclared_prefixes_are_added() -> None:
    prefixes = [("a", "http://a/"), ("b", "http://b/"), ("c", "http://c/")]
    text = "PREFIX b: <http://other/>\nSELECT * { a:x b:y 'c:z', <c:q>, _:c }"
    assert sparql_text.with_prefixes(text, prefixes) == f"PREFIX a: <http://a/> {sparql_text.ADDED}\n{text}"
    assert sparql_text.with_prefixes("ASK { ?s ?p ?o }", prefixes) == "ASK { ?s ?p ?o }"


def test_select_star_names_its_columns_in_the_order_of_the_text() -> None:
    assert sparql_text.star_columns("SELECT DISTINCT * { ?z ?a ?m . ?a ?b ?z }") == ("z", "a", "m", "b")
    assert sparql_text.star_columns("SELECT ?a (COUNT(*) AS ?n) { ?a ?b ?c }") == ()


@pytest.mark.parametrize(
    "piece",
    ["a.", "1", "1.", "1a", '"', "'", '"' * 3, "'" * 3, '"""a', "\\", "<", "<a", "a:", ":.", ":a.", "?", "@", "#\n", "\\u0041", "_", "é", "%", "- ", "a1:", "a-", "a--.", "-a"],
)  # fmt: skip
def test_no_long_text_takes_the_gate_long(piece: str) -> None:
    text = "SELECT * { " + piece * (100_000 // len(piece))
    began = time.monotonic()
    for ending in ("", ":"):
        with suppress(QueryRefused):
            sparql_text.gate(text + ending)
    assert time.monotonic() - began < 8
