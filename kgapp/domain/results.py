"""Answers as text: SPARQL 1.1 CSV, TSV, JSON and XML results, and N-Triples.

Each writer is a generator over pages, so that a long answer is never held whole. Numbers are values in the
engine's form, as everywhere in answers. What is said about an answer goes with it where the format has a place:
a member of JSON, comments of XML and Turtle.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from kgapp.domain import result_terms, terms
from kgapp.domain.answers import Answer, Row
from kgapp.domain.errors import BadInput
from kgapp.domain.result_terms import Blank, Directed, Statement, Value
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import RDF_LANG_STRING, XSD_STRING, Literal
from kgapp.domain.vocabulary import PREFIXES

_IRI_OR_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"|<([^<>]*)>')
_NAMESPACE: Final = re.compile(r"(.*[/#])([A-Za-z_](?:[A-Za-z0-9_-]*[A-Za-z0-9_-])?)")
_EDGES: Final = re.compile(r"[\t\n\r]+|\A +| +\Z")
"""White space that readers of XML take away or turn into other white space unless it is written by its number."""
_TRUE: Final = '"true"'
_XML_START: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_XML_HEAD: Final = '<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n  <head>'
_ITS: Final = ' xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"'


def csv_lines(answer: Answer, told: Callable[[str], str] = str) -> Iterator[str]:
    """SPARQL 1.1 CSV: values without their types, rows end in CR LF; ``told`` may write a value otherwise."""
    yield _csv_row(answer.columns)
    for page in answer.pages:
        yield "".join(_csv_row([told(plain(cell)) for cell in row]) for row in page)


def tsv_lines(answer: Answer) -> Iterator[str]:
    """SPARQL 1.1 TSV: terms in N-Triples form, which never holds a tab."""
    yield "\t".join(f"?{column}" for column in answer.columns) + "\n"
    for page in answer.pages:
        yield "".join("\t".join(result_terms.spelled(cell or "") for cell in row) + "\n" for row in page)


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


def xml_lines(answer: Answer, about: str = "") -> Iterator[str]:
    """SPARQL 1.1 XML, with a comment on what it is. Raises ``BadInput`` for a character that XML does not have."""
    yield _XML_START + _xml_comment(about) + _XML_HEAD
    if answer.form is Form.ASK:
        yield f"</head>\n  <boolean>{'true' if truth(answer) else 'false'}</boolean>\n</sparql>\n"
        return
    yield "".join(f"<variable name={quoteattr(column)}/>" for column in answer.columns) + "</head>\n  <results>\n"
    for page in answer.pages:
        for row in page:
            yield f"    <result>{''.join(_xml_cells(answer.columns, row))}</result>\n"
    yield "  </results>\n</sparql>\n"


def triples(answer: Answer, about: str = "") -> Iterator[str]:
    """N-Triples of CONSTRUCT and DESCRIBE, which are TriG and N-Quads too. Raises ``BadInput`` for other forms."""
    if answer.form not in (Form.CONSTRUCT, Form.DESCRIBE):
        raise BadInput(
            f"The answer of {answer.form} is no graph.",
            hint="Choose table, csv, tsv, json or xml, or ask with CONSTRUCT.",
        )
    yield comments(about)
    for page in answer.pages:
        yield "".join(f"{' '.join(result_terms.spelled(cell or '') for cell in row)} .\n" for row in page)


def turtle(answer: Answer, about: str = "") -> Iterator[str]:
    """The same as Turtle with the usual prefixes, one statement a line. Raises like ``triples``."""
    names = {name: prefix for prefix, name in PREFIXES.items()}
    lines = triples(answer, about)
    yield next(lines)
    yield "".join(f"@prefix {prefix}: <{name}> .\n" for prefix, name in PREFIXES.items())
    for each in lines:
        yield _IRI_OR_STRING.sub(lambda match: _prefixed(match[1], names) if match[1] else match[0], each)


def comments(about: str) -> str:
    """Lines of text as comments of Turtle and its kin."""
    return "".join(f"# {line}\n" for line in about.splitlines())


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
    if not cell:
        return ""
    value = result_terms.read(cell)
    if isinstance(value, Directed):
        return value.text.lexical
    if isinstance(value, Literal):
        return value.lexical
    return value if isinstance(value, str) else result_terms.spelled(cell)


def _prefixed(iri: str, names: Mapping[str, str]) -> str:
    match = _NAMESPACE.fullmatch(iri)
    return f"{names[match[1]]}:{match[2]}" if match and match[1] in names else f"<{iri}>"


def _csv_row(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def _binding(columns: tuple[str, ...], row: Row) -> dict[str, dict[str, object]]:
    return {column: _json_term(cell) for column, cell in zip(columns, row, strict=True) if cell is not None}


def _json_term(cell: str) -> dict[str, object]:
    value = result_terms.read(cell)
    return {"type": "literal", "value": cell} if value is None else _json_value(value)


def _json_value(value: Value) -> dict[str, object]:
    if isinstance(value, Statement):
        parts = {"subject": value.subject, "predicate": value.predicate, "object": value.object}
        return {"type": "triple", "value": {name: _json_value(part) for name, part in parts.items()}}
    if isinstance(value, Directed):
        return _json_value(value.text) | {"its:dir": value.direction}
    if isinstance(value, Literal):
        kind: dict[str, object] = {"type": "literal", "value": value.lexical}
        if value.language:
            return kind | {"xml:lang": value.language}
        return kind if value.datatype in (XSD_STRING, RDF_LANG_STRING) else kind | {"datatype": value.datatype}
    return {"type": "bnode", "value": value.label} if isinstance(value, Blank) else {"type": "uri", "value": value}


def _xml_cells(columns: tuple[str, ...], row: Row) -> Iterator[str]:
    for column, cell in zip(columns, row, strict=True):
        if cell is not None:
            value = result_terms.read(cell)
            yield f"<binding name={quoteattr(column)}>{_xml_term(Literal(cell) if value is None else value)}</binding>"


def _xml_term(value: Value) -> str:
    if isinstance(value, Statement):
        parts = (("subject", value.subject), ("predicate", value.predicate), ("object", value.object))
        return f"<triple>{''.join(f'<{name}>{_xml_term(part)}</{name}>' for name, part in parts)}</triple>"
    if isinstance(value, Blank):
        return f"<bnode>{escape(value.label)}</bnode>"
    if isinstance(value, str):
        return f"<uri>{escape(value)}</uri>"
    text = value.text if isinstance(value, Directed) else value
    turned = f"{_ITS} its:dir={quoteattr(value.direction)}" if isinstance(value, Directed) else ""
    if not all(_in_xml(character) for character in text.lexical):
        raise BadInput(f"XML cannot hold a control character of “{terms.shorten(text.lexical)}”.", hint="Choose json.")
    kind = f" xml:lang={quoteattr(text.language)}" if text.language else ""
    if not kind and text.datatype != XSD_STRING:
        kind = f" datatype={quoteattr(text.datatype)}"
    return f"<literal{kind}{turned}>{_EDGES.sub(_as_number, escape(text.lexical))}</literal>"


def _xml_comment(about: str) -> str:
    """A comment, which must not hold what XML does not have; two hyphens in a row are parted."""
    told = (
        "".join(character if _in_xml(character) else " " for character in about)
        .replace("--", "- -")
        .replace("--", "- -")
    )
    return f"<!--\n{told}\n-->\n" if about else ""


def _as_number(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in match[0])


def _in_xml(character: str) -> bool:
    return character in "\t\n\r" or " " <= character < "\ufffe" or character > "\uffff"
