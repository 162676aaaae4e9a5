"""SPARQL results in JSON are read the same however they are cut into pieces, and every beginning of them is an error."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgapp.adapters.sparql_endpoint.json_results import Results
from kgapp.domain import results, terms
from kgapp.domain.answers import Answer, Row
from kgapp.domain.connections import Bounds
from kgapp.domain.errors import IncompleteAnswer, QueryFailed
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import Iri, Literal

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8)
TERMS = st.one_of(
    TEXT.map(Literal),
    TEXT.map(lambda text: terms.language_literal(text, "en-gb")),
    TEXT.map(lambda text: Literal(text, Iri("https://e.org/type"))),
    st.integers(0, 99).map(lambda number: Iri(f"https://e.org/é{number}")),
)
CELLS = st.one_of(st.none(), TERMS.map(terms.ntriples))
ROWS = st.lists(st.tuples(CELLS, CELLS), max_size=5)


def read(text: bytes, size: int = 7) -> tuple[tuple[str, ...], list[Row]]:
    pieces: Iterator[bytes] = iter(text[at : at + size] for at in range(0, len(text), size))
    found = Results(pieces, Bounds())
    return found.columns, list(found.rows())


def written(rows: list[Row]) -> bytes:
    return "".join(results.json_lines(Answer(Form.SELECT, 0, ("x", "y"), iter((tuple(rows),))))).encode()


@given(ROWS, st.integers(1, 40))
def test_what_kgapp_writes_is_read_again(rows: list[Row], size: int) -> None:
    assert read(written(rows), size) == (("x", "y"), rows)


@given(ROWS, st.data())
def test_every_beginning_is_a_cut_answer(rows: list[Row], data: st.DataObject) -> None:
    whole = written(rows).rstrip()
    end = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(IncompleteAnswer):
        read(whole[:end])


def test_terms_of_all_kinds_are_read() -> None:
    star = {"type": "triple", "value": {"subject": {"type": "bnode", "value": "n7"}, "predicate": {"type": "uri", "value": "urn:p"}, "object": {"type": "literal", "value": "x"}}}  # fmt: skip
    rows = [
        {"x": {"type": "bnode", "value": "nodeID://b10"}, "y": {"type": "bnode", "value": "n7"}},
        {"x": {"type": "bnode", "value": "nodeID://b10"}, "y": star},
        {"x": {"type": "typed-literal", "value": "1", "datatype": terms.XSD + "integer"}},
        {"y": {"type": "literal", "value": "s", "datatype": terms.XSD + "string"}},
        {"x": {"type": "uri", "value": 'a>b "c" <d'}, "y": {"type": "literal", "value": "Hi", "xml:lang": "EN"}},
    ]
    text = json.dumps(
        {"head": {"vars": ["x", "y"], "link": []}, "results": {"distinct": False, "bindings": rows}, "z": 1}
    )
    assert read(text.encode())[1] == [
        ("_:b0", "_:b1"),
        ("_:b0", '<< _:b1 <urn:p> "x" >>'),
        ('"1"^^<http://www.w3.org/2001/XMLSchema#integer>', None),
        (None, '"s"'),
        ("<a\\u003Eb\\u0020\\u0022c\\u0022\\u0020\\u003Cd>", '"Hi"@en'),
    ]


def with_row(row: str) -> str:
    return f'{{"head": {{"vars": ["x"]}}, "results": {{"bindings": [{row}]}}}}'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (with_row("3"), "a row is 3"),
        (with_row('{"z": {"type": "uri", "value": "urn:a"}}'), "column “z”"),
        (with_row('{"x": 3}'), "no RDF term: 3"),
        (with_row('{"x": {"type": "uri"}}'), "no RDF term"),
        (with_row('{"x": {"type": "thing", "value": "a"}}'), "no RDF term"),
        (with_row('{"x": {"type": "literal", "value": "a", "xml:lang": "e n"}}'), "no RDF term"),
        (with_row('{"x": ' + "[" * 100_000), "nested too deeply"),
        (with_row('{"x": ' + '{"type": "triple", "value": {"subject": ' * 30 + "1" + "}" * 61), "no RDF term"),
        (with_row('{"x": NaN}'), "a number is too long"),
        (with_row("{} {}") + " " * 20, "stands where “,” or “]” should"),
        (with_row("") + " more", "more text follows its end"),
        (with_row("") .replace('"x"', '"x", "x"'), "columns twice"),
        (with_row("") .replace('["x"]', "[1]"), "names no columns"),
        (with_row("") .replace('{"vars": ["x"]}', "3"), "names no columns"),
        ('{"results": {"bindings": []}, "head": {"vars": []}}', "before its columns"),
        ('{"head": {"vars": []}, "results": {"bindings": [], "bindings": []}}', "come twice"),
        ('{"head": {}, "boolean": "yes"}', "its yes or no is 'yes'"),
        ('{3: 4, "head": {}, "boolean": true}', "stands where a name should"),
        ('{"head": {}, "results": {}}', "neither rows"),
    ],
)  # fmt: skip
def test_what_are_no_results_is_told(text: str, sentence: str) -> None:
    with pytest.raises(QueryFailed, match=sentence):
        read(text.encode())


@pytest.mark.parametrize("tail", ["1", "1.5", "true", '"a"', "[]"])
def test_members_that_nobody_knows_are_skipped(tail: str) -> None:
    assert read(
        f'{{"z": {tail}, "head": {{"link": {tail}}}, "results": {{"a": {tail}, "bindings": []}}}}'.encode(), 3
    ) == ((), [])


def test_half_a_character_at_the_end_is_a_cut_answer() -> None:
    with pytest.raises(IncompleteAnswer):
        read('{"head": {"vars": ["ä'.encode()[:-1])
