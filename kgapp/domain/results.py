"""Answers as text: SPARQL 1.1 CSV, TSV, JSON and XML results, and N-Triples.

Each writer is a generator over pages, so that a long answer is never held whole. Numbers are values in the
engine's form, as everywhere in answers.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from kgapp.domain import terms
from kgapp.domain.answers import Answer, Row
from kgapp.domain.errors import BadInput, BadTerm
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import RDF_LANG_STRING, XSD_STRING, Literal
from kgapp.domain.vocabulary import PREFIXES

_IRI_OR_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"|<([^<>]*)>')
_NAMESPACE: Final = re.compile(r"(.*[/#])([A-Za-z_](?:[A-Za-z0-9_-]*[A-Za-z0-9_-])?)")
_TRUE: Final = '"true"'
_XML_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n  <head>'
)


def csv_lines(answer: Answer) -> Iterator[str]:
    """SPARQL 1.1 CSV: values without their types, rows end in CR LF."""
    yield _csv_row(answer.columns)
    for page in answer.pages:
        yield "".join(_csv_row([plain(cell) for cell in row]) for row in page)


def tsv_lines(answer: Answer) -> Iterator[str]:
    """SPARQL 1.1 TSV: terms in N-Triples form, which never holds a tab."""
    yield "\t".join(f"?{column}" for column in answer.columns) + "\n"
    for page in answer.pages:
        yield "".join("\t".join(cell or "" for cell in row) + "\n" for row in page)


def json_lines(answer: Answer, about: dict[str, object] | None = None) -> Iterator[str]:
    """SPARQL 1.1 JSON; ``about`` becomes one more member, ``kgapp``."""
    extra = f'"kgapp": {json.dumps(about, ensure_ascii=False)},\n' if about else ""
    if answer.form is Form.ASK:
        yield f'{{{extra}"head": {{}}, "boolean": {"true" if truth(answer) else "false"}}}\n'
        return
    yield f'{{{extra}"head": {{"vars": {json.dumps(answer.columns)}}}, "results": {{"bindings": ['
    between = "\n"
    for page in answer.pages:
        for row in page:
            yield between + json.dumps(_binding(answer.columns, row), ensure_ascii=False)
            between = ",\n"
    yield "\n]}}\n"


def xml_lines(answer: Answer) -> Iterator[str]:
    """SPARQL 1.1 XML. Raises ``BadInput`` for a character that XML does not have."""
    yield _XML_HEAD
    if answer.form is Form.ASK:
        yield f"</head>\n  <boolean>{'true' if truth(answer) else 'false'}</boolean>\n</sparql>\n"
        return
    yield "".join(f"<variable name={quoteattr(column)}/>" for column in answer.columns) + "</head>\n  <results>\n"
    for page in answer.pages:
        for row in page:
            yield f"    <result>{''.join(_xml_cells(answer.columns, row))}</result>\n"
    yield "  </results>\n</sparql>\n"


def triples(answer: Answer) -> Iterator[str]:
    """N-Triples of CONSTRUCT and DESCRIBE. Raises ``BadInput`` for other forms."""
    if answer.form not in (Form.CONSTRUCT, Form.DESCRIBE):
        raise BadInput(
            f"The answer of {answer.form} is no graph.",
            hint="Choose table, csv, tsv, json or xml, or ask with CONSTRUCT.",
        )
    for page in answer.pages:
        yield "".join(f"{subject} {predicate} {value} .\n" for subject, predicate, value in page)


def turtle(answer: Answer) -> Iterator[str]:
    """The same as Turtle with the usual prefixes, one statement a line. Raises like ``triples``."""
    names = {name: prefix for prefix, name in PREFIXES.items()}
    yield "".join(f"@prefix {prefix}: <{name}> .\n" for prefix, name in PREFIXES.items())
    for lines in triples(answer):
        yield _IRI_OR_STRING.sub(lambda match: _prefixed(match[1], names) if match[1] else match[0], lines)


def short(cell: str | None, prefixes: Iterable[tuple[str, str]] = ()) -> str:
    """A cell for people: a prefixed name where there is a prefix, a plain value for a literal."""
    if cell is None or cell[0] != "<":
        return plain(cell)
    names = {name: prefix for prefix, name in (*PREFIXES.items(), *prefixes)}
    written = _prefixed(cell[1:-1], names)
    return cell[1:-1] if written == cell else written


def truth(answer: Answer) -> bool:
    """The answer of ASK."""
    return any((row[0] or "").startswith(_TRUE) for page in answer.pages for row in page)


def plain(cell: str | None) -> str:
    """The value in a cell without its type or language; blank nodes keep their label."""
    term = _term(cell)
    return term.lexical if isinstance(term, Literal) else str(term)


def _term(cell: str | None) -> str | Literal:
    if not cell or cell.startswith(("_:", "<<")):
        return cell or ""
    try:
        return terms.parse(cell)
    except BadTerm:
        return cell  # an engine may answer what no record could hold: a statement as a term


def _prefixed(iri: str, names: Mapping[str, str]) -> str:
    match = _NAMESPACE.fullmatch(iri)
    return f"{names[match[1]]}:{match[2]}" if match and match[1] in names else f"<{iri}>"


def _csv_row(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def _binding(columns: tuple[str, ...], row: Row) -> dict[str, dict[str, str]]:
    return {column: _json_term(cell) for column, cell in zip(columns, row, strict=True) if cell is not None}


def _json_term(cell: str) -> dict[str, str]:
    term = _term(cell)
    if isinstance(term, Literal):
        kind = {"type": "literal", "value": term.lexical}
        if term.language:
            return kind | {"xml:lang": term.language}
        return kind if term.datatype in (XSD_STRING, RDF_LANG_STRING) else kind | {"datatype": term.datatype}
    return {"type": "bnode", "value": term[2:]} if term.startswith("_:") else {"type": "uri", "value": term}


def _xml_cells(columns: tuple[str, ...], row: Row) -> Iterator[str]:
    for column, cell in zip(columns, row, strict=True):
        if cell is not None:
            yield f"<binding name={quoteattr(column)}>{_xml_term(_term(cell))}</binding>"


def _xml_term(term: str | Literal) -> str:
    if isinstance(term, str):
        return f"<bnode>{escape(term[2:])}</bnode>" if term.startswith("_:") else f"<uri>{escape(term)}</uri>"
    if not all(
        character in "\t\n\r" or " " <= character < "\ufffe" or character > "\uffff" for character in term.lexical
    ):
        raise BadInput(f"XML cannot hold a control character of “{terms.shorten(term.lexical)}”.", hint="Choose json.")
    kind = f" xml:lang={quoteattr(term.language)}" if term.language else ""
    if not kind and term.datatype != XSD_STRING:
        kind = f" datatype={quoteattr(term.datatype)}"
    return f"<literal{kind}>{escape(term.lexical, {chr(13): '&#13;'})}</literal>"
