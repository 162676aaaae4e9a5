"""Answers as files: which kinds there are, what is said about an answer in each, and how one is written.

Guarantees: a file holds all rows of the answer or is not there; it appears whole; what was asked, the revision and its
hash, the time, and that numbers are values go with it: in the file where its format has a place for that, else in a
file beside it (``NAME.csv-metadata.json``, as CSV on the Web has it).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Protocol

from kgapp.domain import results
from kgapp.domain.answers import Answer, Row
from kgapp.domain.errors import BadInput
from kgapp.domain.sparql_text import Form
from kgapp.services import answer_sheets, spreadsheets, whole_files
from kgapp.services.answer_sheets import SheetRow
from kgapp.services.ports import RecordReader
from kgapp.services.queries import Result

GUARDED_NOTE: Final = "A text that a spreadsheet would calculate begins with an apostrophe here."
GRAPHS: Final = frozenset({Form.CONSTRUCT, Form.DESCRIBE})


class Books(Protocol):
    """Writes a workbook: heads, rows while they come, then what is said about them. Raises ``BadInput``.

    Says in sentences what its cells could not hold as it is; the same stands in the workbook.
    """

    def __call__(
        self, file: Path, title: str, heads: tuple[str, ...], rows: Iterable[SheetRow], about: Lines
    ) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: the query as it ran, a question's sentence, the project, and more to be said with the answer."""

    query: str
    sentence: str = ""
    project: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file. ``key`` names it on the command line, ``graphs`` says that it holds statements, not rows."""

    key: str
    suffix: str
    name: str
    graphs: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written: rows, how many cells got an apostrophe, the files, and what could not be written as it is."""

    rows: int
    guarded: int
    files: tuple[Path, ...]
    revision: int
    revision_hash: str
    notes: tuple[str, ...] = ()


Lines = tuple[tuple[str, str], ...]

KINDS: Final = (
    Kind("xlsx", ".xlsx", "Excel workbook"),
    Kind("csv-guarded", ".csv", "CSV for spreadsheets, no cell is calculated", beside=True),
    Kind("csv", ".csv", "CSV, exact", beside=True),
    Kind("tsv", ".tsv", "TSV with types (SPARQL 1.1)", beside=True),
    Kind("json", ".json", "SPARQL JSON"),
    Kind("xml", ".xml", "SPARQL XML"),
    Kind("ttl", ".ttl", "Turtle", graphs=True),
    Kind("nt", ".nt", "N-Triples", graphs=True),
    Kind("trig", ".trig", "TriG", graphs=True),
    Kind("nq", ".nq", "N-Quads", graphs=True),
)
_ALSO: Final = {".srj": "json", ".srx": "xml"}


def kind(key: str) -> Kind:
    """The kind with a name of the command line."""
    return next(each for each in KINDS if each.key == key)


def kind_of(file: Path) -> Kind:
    """The kind that a file's name says: ``.csv`` is for spreadsheets. Raises ``BadInput``."""
    suffix = file.suffix.lower()
    found = next((each for each in KINDS if each.suffix == suffix or each.key == _ALSO.get(suffix)), None)
    if found is None:
        known = ", ".join(dict.fromkeys(each.suffix for each in KINDS))
        raise BadInput(f"“{file.name}” does not say what kind of file it is to be.", hint=f"Let it end in {known}.")
    return found


def fitting(form: Form) -> tuple[Kind, ...]:
    """The kinds that can hold the answer of a form of query; rows of a graph are subject, predicate and object."""
    return KINDS if form in GRAPHS else tuple(each for each in KINDS if not each.graphs)


def about(result: Result, asked: Asked, at: datetime) -> Lines:
    """What is said about an answer: pairs of a key and a text."""
    return about_lines(result.endpoint, result.answer.seq, result.revision_hash, asked, at)


def about_lines(endpoint: str, revision: int, revision_hash: str, asked: Asked, at: datetime) -> Lines:
    """The same of an answer that was read before."""
    where: Lines = (("Project", asked.project),) if asked.project else ()
    if endpoint:
        where = (("Endpoint", endpoint), ("True of", "what the endpoint held then; it keeps no revisions"))
    elif revision_hash:
        where += (("Revision", str(revision)), ("Revision hash", revision_hash))
    else:
        where += (("Revision", "none: the project is empty"),)
    return (
        ("Answer", asked.sentence or "of a query in SPARQL"),
        *where,
        ("Asked", at.astimezone(UTC).isoformat(timespec="seconds")),
        ("Numbers", "values in the engine's form, not written forms (7.40 reads 7.4)"),
        *(("Note", each) for each in asked.notes),
        ("Query", asked.query.strip()),
    )


def as_text(lines: Lines) -> str:
    """The same as lines of text."""
    return "\n".join(f"{key}:\n{text}" if "\n" in text else f"{key}: {text}" for key, text in lines)


def pieces(key: str, answer: Answer, told: Lines = ()) -> Iterator[str]:
    """An answer as text of a kind, with what is said about it where the kind has a place for that."""
    return _WRITERS[key](answer, told)


def save(reader: RecordReader, result: Result, asked: Asked, file: Path, chosen: Kind, books: Books) -> Saved:
    """Write the whole answer to a file while it can be read. Raises ``BadInput`` and what reading raises."""
    if chosen.key == "csv-guarded":
        asked = replace(asked, notes=(*asked.notes, GUARDED_NOTE))
    told = about(result, asked, datetime.now(UTC))
    if chosen.graphs and result.answer.form not in GRAPHS:
        raise BadInput(f"The answer of {result.answer.form} is no graph.", hint="Choose csv, tsv, json, xml or xlsx.")
    count = _Count()
    answer = replace(result.answer, pages=count.over(result.answer.pages))
    beside = file.with_name(f"{file.name}-metadata.json")
    notes: tuple[str, ...] = ()
    if chosen.key == "xlsx":
        heads, rows = answer_sheets.table(reader, answer)
        notes = books(file, asked.sentence or "Answer", heads, rows, told)
    else:
        _write(
            file,
            _guarded(answer, count) if chosen.key == "csv-guarded" else pieces(chosen.key, answer, told),
            (beside, _csvw(file, answer.columns, chosen, told)) if chosen.beside else None,
        )
    files = (file, beside) if chosen.beside else (file,)
    return Saved(count.rows, count.guarded, files, result.answer.seq, result.revision_hash, notes)


class _Count:
    """Counts what passes."""

    def __init__(self) -> None:
        self.rows = 0
        self.guarded = 0

    def over(self, pages: Iterator[tuple[Row, ...]]) -> Iterator[tuple[Row, ...]]:
        for page in pages:
            self.rows += len(page)
            yield page

    def guard(self, text: str) -> str:
        told = spreadsheets.guarded(text)
        self.guarded += told != text
        return told


def _guarded(answer: Answer, count: _Count) -> Iterator[str]:
    return results.csv_lines(answer, count.guard)


def _write(file: Path, parts: Iterator[str], beside: tuple[Path, str] | None) -> None:
    """Both files or none: neither takes its name before both are written."""
    try:
        with ExitStack() as open_files:
            part = open_files.enter_context(whole_files.aside(file))
            if beside is not None:
                other = open_files.enter_context(whole_files.aside(beside[0]))
                other.write_text(beside[1], encoding="utf-8", newline="")
            with part.open("w", encoding="utf-8", newline="") as written:
                for each in parts:
                    written.write(each)
    except OSError as error:
        raise BadInput(
            f"“{file}” cannot be written: {error.strerror or error}.", hint="Choose another place."
        ) from error


def _csvw(file: Path, columns: tuple[str, ...], chosen: Kind, told: Lines) -> str:
    """What is said about a table, as CSV on the Web (W3C) has it."""
    tabs = {"delimiter": "\t", "quoteChar": None} if chosen.key == "tsv" else {"lineTerminators": ["\r\n"]}
    return json.dumps(
        {
            "@context": "http://www.w3.org/ns/csvw",
            "url": file.name,
            "dc:title": told[0][1],
            "dialect": tabs,
            "tableSchema": {"columns": [{"name": each, "titles": [each]} for each in columns]},
            "notes": [{"key": key, "text": text} for key, text in told],
        },
        ensure_ascii=False,
        indent=1,
    )


def _json(answer: Answer, told: Lines) -> Iterator[str]:
    return results.json_lines(answer, {"about": [{"key": key, "text": text} for key, text in told]} if told else None)


_WRITERS: Final[dict[str, Callable[[Answer, Lines], Iterator[str]]]] = {
    "csv": lambda answer, _: results.csv_lines(answer),
    "csv-guarded": lambda answer, _: results.csv_lines(answer, spreadsheets.guarded),
    "tsv": lambda answer, _: results.tsv_lines(answer),
    "json": _json,
    "xml": lambda answer, told: results.xml_lines(answer, as_text(told)),
    "ttl": lambda answer, told: results.turtle(answer, as_text(told)),
    "trig": lambda answer, told: results.turtle(answer, as_text(told)),
    "nt": lambda answer, told: results.triples(answer, as_text(told)),
    "nq": lambda answer, told: results.triples(answer, as_text(told)),
}
