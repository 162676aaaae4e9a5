"""Answers as files: what was written is read again by the parsers of others and says the same."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pyoxigraph
import pytest
import python_calamine
import rdflib
from rdflib.query import Result as Parsed

from kgapp.adapters import answer_book
from kgapp.domain.answers import TRIPLE, Answer, Row
from kgapp.domain.errors import BadInput, QueryFailed
from kgapp.domain.sparql_text import Form
from kgapp.services import answer_files
from kgapp.services.answer_files import Asked
from kgapp.services.queries import Result
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
XSD = "http://www.w3.org/2001/XMLSchema#"
ASKED = Asked("SELECT * # --> -- é\n{ ?a ?b ?c }", "What -- is\nhere?", "p.kgproject")
COLUMNS = ("thing", "lead", "lead_unit", "said", "odd")
ROWS: tuple[Row, ...] = (
    (
        "<https://w3id.org/kgapp/demo/A>",
        f'"7.4"^^<{XSD}decimal>',
        "<http://qudt.org/vocab/unit/DAY>",
        '"=1+1\\t\\"x\\"\\n"@en',
        "_:b0",
    ),
    ("<http://e/b>", f'"-5"^^<{XSD}integer>', None, '"<&>\\r"', f'"2026-03-01"^^<{XSD}date>'),
    (None, f'"1.0E-7"^^<{XSD}double>', None, '"-5"', '"éø "'),
)
STATEMENT = '<http://e/a> <http://e/b> "q\\"\\n"'
ODD: tuple[Row, ...] = ((STATEMENT,), ('"x"@en--ltr',), (f"<<( _:b1 <http://e/b> <<( {STATEMENT} )>> )>>",))
GRAPH: tuple[Row, ...] = (
    ("<http://e/a>", "<http://www.w3.org/2000/01/rdf-schema#label>", '"<http://www.w3.org/2002/07/owl#x> \\"\\\\"'),
    ("_:b0", "<http://e/p>", f'"7.4"^^<{XSD}decimal>'),
    ("<http://e/a>", "<http://e/p>", "<https://w3id.org/kgapp/ontology#Site>"),
)


def result(
    rows: tuple[Row, ...] = ROWS, columns: tuple[str, ...] = COLUMNS, form: Form = Form.SELECT, endpoint: str = ""
) -> Result:
    return Result(Answer(form, 3, columns, iter([rows[:1], rows[1:]])), "ab" * 32, 0.1, endpoint)


def saved(workspace: Workspace, folder: Path, key: str, found: Result) -> Path:
    kind = answer_files.kind(key)
    file = folder / f"a{kind.suffix}"
    answer_files.save(workspace.reader, found, ASKED, file, kind, answer_book.save)
    return file


def terms_of(solutions: pyoxigraph.QuerySolutions) -> list[list[str | None]]:
    return [[None if term is None else str(term) for term in row] for row in solutions]


@pytest.mark.parametrize("key", ["json", "xml", "tsv"])
def test_rows_are_read_again_by_others_as_they_were(workspace: Workspace, tmp_path: Path, key: str) -> None:
    file = saved(workspace, tmp_path, key, result())
    kinds = {"json": "JSON", "xml": "XML", "tsv": "TSV"}
    oxigraph = pyoxigraph.parse_query_results(file.read_bytes(), getattr(pyoxigraph.QueryResultsFormat, kinds[key]))
    assert isinstance(oxigraph, pyoxigraph.QuerySolutions)
    assert [name.value for name in oxigraph.variables] == list(COLUMNS)
    wanted = [list(row) for row in ROWS]

    found = terms_of(oxigraph)
    assert [row[:4] for row in found] == [row[:4] for row in wanted]
    assert found[2][4] == ROWS[2][4]
    with file.open("rb") as content:
        other = Parsed.parse(content, format=key)
    assert other.vars == [rdflib.Variable(name) for name in COLUMNS]
    first, second, third = other.bindings
    assert first[rdflib.Variable("said")] == rdflib.Literal('=1+1\t"x"\n', lang="en")
    assert second[rdflib.Variable("said")] == rdflib.Literal("<&>\r")
    assert third[rdflib.Variable("odd")] == rdflib.Literal("éø ")
    assert rdflib.Variable("thing") not in third


@pytest.mark.parametrize("key", ["json", "xml", "tsv"])
def test_statements_as_terms_and_directions_survive(workspace: Workspace, tmp_path: Path, key: str) -> None:
    file = saved(workspace, tmp_path, key, result(ODD, ("odd",)))
    kinds = {"json": "JSON", "xml": "XML", "tsv": "TSV"}
    found = pyoxigraph.parse_query_results(file.read_bytes(), getattr(pyoxigraph.QueryResultsFormat, kinds[key]))
    assert isinstance(found, pyoxigraph.QuerySolutions)
    first, second, third = (row[0] for row in found)
    assert str(first) == STATEMENT
    assert isinstance(first, pyoxigraph.Triple)
    assert str(second) == '"x"@en--ltr'
    assert isinstance(third, pyoxigraph.Triple)
    assert str(third.object) == STATEMENT


@pytest.mark.parametrize(
    ("key", "format_"), [("ttl", "TURTLE"), ("nt", "N_TRIPLES"), ("trig", "TRIG"), ("nq", "N_QUADS")]
)
def test_graphs_are_read_again_and_say_what_they_are_true_of(
    workspace: Workspace, tmp_path: Path, key: str, format_: str
) -> None:
    file = saved(workspace, tmp_path, key, result(GRAPH, TRIPLE, Form.CONSTRUCT))
    found = list(pyoxigraph.parse(file.read_bytes(), getattr(pyoxigraph.RdfFormat, format_)))
    assert {str(quad.object) for quad in found} == {row[2] for row in GRAPH}
    head = file.read_text(encoding="utf-8")
    assert f"# Revision hash: {'ab' * 32}\n" in head
    assert "# SELECT * # --> -- é\n# { ?a ?b ?c }\n" in head
    assert "# Numbers: values in the engine's form" in head


def test_a_table_for_a_spreadsheet_calculates_nothing_and_an_exact_one_is_exact(
    workspace: Workspace, tmp_path: Path
) -> None:
    def rows(key: str) -> list[list[str]]:
        with saved(workspace, tmp_path, key, result()).open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    guarded, exact = rows("csv-guarded"), rows("csv")
    assert guarded[1][3] == "'" + exact[1][3]
    assert exact[1] == ["https://w3id.org/kgapp/demo/A", "7.4", "http://qudt.org/vocab/unit/DAY", '=1+1\t"x"\n', "_:b0"]
    assert guarded[2] == exact[2]
    assert exact[3] == ["", "1.0E-7", "", "-5", "éø "]
    beside = json.loads((tmp_path / "a.csv-metadata.json").read_text(encoding="utf-8"))
    assert beside["url"] == "a.csv"
    assert [column["name"] for column in beside["tableSchema"]["columns"]] == list(COLUMNS)
    assert {"key": "Query", "text": ASKED.query} in beside["notes"]


def test_a_workbook_has_names_addresses_units_and_numbers(workspace: Workspace, tmp_path: Path) -> None:
    book = python_calamine.CalamineWorkbook.from_path(str(saved(workspace, tmp_path, "xlsx", result())))
    rows = book.get_sheet_by_name("Answer").to_python()
    assert rows[0] == ["thing", "thing (address)", "lead", "unit of lead", "said", "odd"]
    assert rows[1][1:4] == ["https://w3id.org/kgapp/demo/A", 7.4, "d"]
    assert str(rows[1][4]).startswith('=1+1\t"x"')
    assert rows[2][2] == -5
    assert rows[3][:3] == ["", "", 1e-7]
    assert rows[3][4] == "-5"  # a text stays a text
    about = {str(key): text for key, text in book.get_sheet_by_name("About").to_python()}
    assert about["Revision hash"] == "ab" * 32
    assert about["Query"] == ASKED.query


def test_a_number_with_more_digits_than_a_spreadsheet_keeps_is_whole_in_a_workbook(
    workspace: Workspace, tmp_path: Path
) -> None:
    kept, held = ("12345678901234568", "0.30000000000000004"), ("123456789012345", "0.3")
    row = tuple(f'"{each}"^^<{XSD}decimal>' for each in (*kept, *held))
    columns = ("a", "b", "c", "d")
    book = python_calamine.CalamineWorkbook.from_path(str(saved(workspace, tmp_path, "xlsx", result((row,), columns))))
    assert book.get_sheet_by_name("Answer").to_python()[1] == [*kept, 123456789012345, 0.3]


def test_what_a_cell_cannot_hold_is_said_with_the_file_and_in_it(workspace: Workspace, tmp_path: Path) -> None:
    texts = ("a\\r\\nb", "x" * 32_001, "y" * 32_000, "z\\u0007")
    kind, file = answer_files.kind("xlsx"), tmp_path / "a.xlsx"
    asked = replace(ASKED, query="SELECT * {}" + "#" * 40_000)
    found = result(tuple((f'"{each}"',) for each in texts), ("text",))
    told = answer_files.save(workspace.reader, found, asked, file, kind, answer_book.save)
    cut, spelled = told.notes
    assert cut.startswith("1 text is cut after 32,000 characters")
    assert spelled.startswith("2 texts are written otherwise")
    book = python_calamine.CalamineWorkbook.from_path(str(file))
    cells = [str(row[0]) for row in book.get_sheet_by_name("Answer").to_python()[1:]]
    assert cells[0].split() == ["a", "b"]
    assert cells[1].endswith("… (cut: the first 32,000 of 32,001 characters)")
    assert cells[2:] == ["y" * 32_000, "z\\u0007"]
    about = [(str(key), str(text)) for key, text in book.get_sheet_by_name("About").to_python()]
    assert tuple(text for key, text in about if key == "Note") == told.notes
    assert "".join(text for key, text in about if key.startswith("Query")) == asked.query
    assert answer_files.save(workspace.reader, result(), ASKED, file, kind, answer_book.save).notes[1:] == ()


def test_a_thing_in_a_column_that_began_with_texts_keeps_its_address(
    workspace: Workspace, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    tell('B label "Bee"')
    mixed = result((('"a"',), (f"<{BASE}B>",), (None,)), ("x",))
    book = python_calamine.CalamineWorkbook.from_path(str(saved(workspace, tmp_path, "xlsx", mixed)))
    assert book.get_sheet_by_name("Answer").to_python() == [["x"], ["a"], [f"Bee ({BASE}B)"]]


def test_what_cannot_be_read_to_its_end_leaves_the_file_that_was_there(workspace: Workspace, tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[Row, ...]]:
        yield ROWS[:1]
        raise QueryFailed("The answer broke off.")

    for key in ("csv", "xlsx"):
        kind = answer_files.kind(key)
        file = tmp_path / f"a{kind.suffix}"
        file.write_text("before", encoding="utf-8")
        cut = replace(result(), answer=Answer(Form.SELECT, 3, COLUMNS, broken()))
        with pytest.raises(QueryFailed):
            answer_files.save(workspace.reader, cut, ASKED, file, kind, answer_book.save)
        assert file.read_text(encoding="utf-8") == "before"
    assert not (tmp_path / "a.csv-metadata.json").exists()
    assert not list(tmp_path.glob(".*part"))


def test_kinds_are_told_by_the_end_of_the_name_and_by_the_form(workspace: Workspace, tmp_path: Path) -> None:
    assert answer_files.kind_of(Path("A.CSV")).key == "csv-guarded"
    assert answer_files.kind_of(Path("a.srx")).key == "xml"
    with pytest.raises(BadInput, match="what kind of file"):
        answer_files.kind_of(Path("a.pdf"))
    assert not any(kind.graphs for kind in answer_files.fitting(Form.SELECT))
    assert answer_files.fitting(Form.DESCRIBE) == answer_files.KINDS
    with pytest.raises(BadInput, match="no graph"):
        saved(workspace, tmp_path, "ttl", result())
    kind = answer_files.kind("csv")
    with pytest.raises(BadInput, match="cannot be written"):
        answer_files.save(workspace.reader, result(), ASKED, tmp_path / "none" / "a.csv", kind, answer_book.save)


def test_what_an_endpoint_or_an_empty_project_answers_is_said(workspace: Workspace, tmp_path: Path) -> None:
    told = dict(answer_files.about(result(endpoint="https://e/sparql"), ASKED, datetime.now(UTC)))
    assert told["Endpoint"] == "https://e/sparql"
    assert "Revision hash" not in told
    empty = replace(result(), revision_hash="")
    file = saved(workspace, tmp_path, "json", empty)
    assert "the project is empty" in file.read_text(encoding="utf-8")
    asked = "".join(answer_files.pieces("json", Answer(Form.ASK, 1, ("answer",), iter([(('"true"',),)]))))
    assert json.loads(asked) == {"head": {}, "boolean": True}
