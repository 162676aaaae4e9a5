"""Answers as text, on answers made by hand."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgapp.domain import results
from kgapp.domain.answers import Answer, Row
from kgapp.domain.errors import BadInput
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import RDF_LANG_STRING, Iri, Literal, ntriples

DECIMAL = "http://www.w3.org/2001/XMLSchema#decimal"
ROW: Row = ("<http://e/a>", '"x\\ty"@en', f'"7.4"^^<{DECIMAL}>', "_:b0", None)


def answer(*rows: Row, form: Form = Form.SELECT, columns: tuple[str, ...] = ("a", "b", "c", "d", "e")) -> Answer:
    return Answer(form, 1, columns, iter([rows[:1], rows[1:]]))


def truth(value: str) -> Answer:
    return answer((f'"{value}"^^<http://www.w3.org/2001/XMLSchema#boolean>',), form=Form.ASK, columns=("answer",))


def test_csv_holds_plain_values() -> None:
    rows = list(csv.reader(io.StringIO("".join(results.csv_lines(answer(ROW, ROW))), newline="")))
    assert rows == [
        ["a", "b", "c", "d", "e"],
        ["http://e/a", "x\ty", "7.4", "_:b0", ""],
        ["http://e/a", "x\ty", "7.4", "_:b0", ""],
    ]


def test_tsv_holds_terms() -> None:
    assert "".join(results.tsv_lines(answer(ROW))).splitlines()[1].split("\t") == [cell or "" for cell in ROW]


def test_json_holds_types_languages_and_no_unbound_variables() -> None:
    found = json.loads("".join(results.json_lines(answer(ROW, ROW), {"revision": 3})))
    assert found["kgapp"] == {"revision": 3}
    assert found["head"]["vars"] == ["a", "b", "c", "d", "e"]
    assert found["results"]["bindings"][1] == {
        "a": {"type": "uri", "value": "http://e/a"},
        "b": {"type": "literal", "value": "x\ty", "xml:lang": "en"},
        "c": {"type": "literal", "value": "7.4", "datatype": DECIMAL},
        "d": {"type": "bnode", "value": "b0"},
    }


def test_xml_holds_the_same() -> None:
    found = ET.fromstring("".join(results.xml_lines(answer(ROW, ('"<&>\\r"', None, None, None, None)))))
    assert [element.tag.partition("}")[2] for element in found.findall(".//{*}binding/*")] == [
        "uri",
        "literal",
        "literal",
        "bnode",
        "literal",
    ]
    assert found.findall(".//{*}literal")[2].text == "<&>\r"


def test_xml_refuses_what_it_does_not_have() -> None:
    with pytest.raises(BadInput, match="control character"):
        "".join(results.xml_lines(answer(('"\\u0001"',), columns=("a",))))


@pytest.mark.parametrize("value", ["true", "false"])
def test_ask_is_a_boolean_in_json_and_xml(value: str) -> None:
    assert json.loads("".join(results.json_lines(truth(value))))["boolean"] is (value == "true")
    assert f"<boolean>{value}</boolean>" in "".join(results.xml_lines(truth(value)))
    assert results.truth(truth(value)) is (value == "true")


def test_graphs_are_n_triples_and_turtle_with_the_usual_prefixes() -> None:
    statement: Row = (
        "<http://e/a>",
        "<http://www.w3.org/2000/01/rdf-schema#label>",
        '"<http://www.w3.org/2002/07/owl#x>"',
    )

    def graph() -> Answer:
        return answer(statement, form=Form.CONSTRUCT, columns=("subject", "predicate", "object"))

    assert "".join(results.triples(graph())) == f"{statement[0]} {statement[1]} {statement[2]} .\n"
    assert "".join(results.turtle(graph())).endswith(f"<http://e/a> rdfs:label {statement[2]} .\n")
    with pytest.raises(BadInput, match="no graph"):
        "".join(results.triples(answer(ROW)))


def test_people_see_prefixed_names_and_plain_values() -> None:
    prefixes = [("e", "http://e/")]
    assert results.short("<http://e/a>", prefixes) == "e:a"
    assert results.short("<http://e/a/b>", prefixes) == "http://e/a/b"
    assert results.short("<http://www.w3.org/2002/07/owl#Class>") == "owl:Class"
    assert results.short('"7.4"') == "7.4"
    assert results.short(None) == ""


def test_what_no_record_could_hold_is_shown_as_it_came() -> None:
    assert results.plain("<< <http://e/a> <http://e/b> 1 >>") == "<< <http://e/a> <http://e/b> 1 >>"
    assert results.plain('"x"@9-bad') == "x"
    assert results.plain("neither") == "neither"


@given(
    st.builds(Literal, st.text(), st.just(Iri(DECIMAL)))
    | st.builds(Literal, st.text(), st.just(RDF_LANG_STRING), st.just("en"))
)
def test_every_literal_survives_json(literal: Literal) -> None:
    found = json.loads("".join(results.json_lines(answer((ntriples(literal),), columns=("a",)))))
    assert found["results"]["bindings"][0]["a"]["value"] == literal.lexical
