"""The page of an entity as rows: its facts with what is missing, what belongs to it, what uses it, its history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kgapp.domain.findings import Finding, Severity
from kgapp.domain.terms import Iri
from kgapp.services.portrait_history import Event, HistoryPage
from kgapp.services.portrait_sections import Section, Value
from kgapp.services.portrait_uses import Link
from kgapp.services.portraits import FactRow, MissingRow, Portrait
from kgapp.ui.kinds import kind_of
from kgapp.ui.models.sections import Cell, Group, Row
from kgapp.ui.service_words import worded
from kgapp.ui.texts import number
from kgapp.ui.tones import Tone
from kgapp.ui.words import tr

FACTS: Final = "facts"
HISTORY: Final = "history"
USED: Final = "used by "
"""The key of what uses an entity by one property begins with this and ends with the property."""


@dataclass(frozen=True, slots=True)
class Fact:
    """The subject of a row of the facts: a value of a property, or a property that is missing."""

    predicate: Iri
    name: str
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """The subject of a row that says what a check found about a property; the property may be empty."""

    finding: Finding
    predicate: Iri | None


def columns() -> tuple[str, ...]:
    """The names of the columns."""
    return (tr("What"), tr("Value"), tr("Note"))


def facts(portrait: Portrait, findings: tuple[Finding, ...], *, writable: bool) -> Group:
    """The facts in the order of the form, what a check found beside each, then what is not recorded."""
    said = {row.predicate for row in portrait.rows} | {row.predicate for row in portrait.missing}
    rows = [
        *(row for fact in portrait.rows for row in _fact(fact, findings)),
        *(row for gap in portrait.missing for row in _missing(gap, findings, writable=writable)),
        *(_finding(one, None) for one in findings if one.path not in said),
    ]
    return Group(tr("Facts"), tuple(rows), FACTS)


def section(shown: Section) -> Group:
    """What belongs to an entity."""
    total = tr("more than {count}").format(count=number(shown.total)) if shown.more else number(shown.total)
    hidden = shown.total - len(shown.lines)
    rest = tr("and {count} more: search finds them").format(count=number(hidden)) if hidden else ""
    rows = tuple(_line(value) for value in shown.lines)
    if rest:
        rows = (*rows, Row((Cell(""), Cell(rest, ink="second"))))
    return Group(f"{worded(shown.title)}  {total}", rows, shown.title)


def used_by(link: Link, lines: tuple[Value, ...], skipped: int) -> Group:
    """The users by one property. ``skipped`` counts those before the first line, which have made room."""
    hidden = link.total - skipped - len(lines)
    rest = tr("and {count} more").format(count=number(hidden)) if link.last is not None and hidden > 0 else ""
    rows = tuple(_line(value) for value in lines)
    if skipped:
        words = tr("{count} before these: show them from the start").format(count=number(skipped))
        rows = (Row((Cell(""), Cell(words, ink="accent")), Again(USED + link.predicate)), *rows)
    title = tr("Used by · {link}").format(link=link.name)
    return Group(f"{title}  {number(link.total)}", rows, USED + link.predicate, rest)


@dataclass(frozen=True, slots=True)
class Again:
    """The subject of a row that leads to the start of a long list."""

    key: str


def history(page: HistoryPage, title: str = "") -> Group:
    """Who changed what, when in local time, why, and how."""
    rows = tuple(row for event in page.events for row in _event(event))
    rest = tr("older…") if page.before is not None else ""
    return Group(title or tr("History"), rows, HISTORY, rest)


def severity_word(severity: Severity) -> str:
    """How bad a finding is, in a word."""
    if severity is Severity.VIOLATION:
        return tr("Violation")
    return tr("Warning") if severity is Severity.WARNING else tr("Note")


def _fact(fact: FactRow, findings: tuple[Finding, ...]) -> Iterator[Row]:
    name = worded(fact.name)
    for at, value in enumerate(fact.values):
        yield Row((Cell(name if at == 0 else "", ink="second"), *_value(value)), Fact(fact.predicate, name, value))
    hidden = fact.total - len(fact.values)
    if hidden:
        yield Row((Cell(""), Cell(tr("and {count} more").format(count=number(hidden)), ink="second")))
    yield from _findings(findings, fact.predicate)


def _missing(gap: MissingRow, findings: tuple[Finding, ...], *, writable: bool) -> Iterator[Row]:
    add = Cell(tr("Add…"), ink="accent") if writable else Cell("")
    name = worded(gap.name)
    cells = (Cell(name, ink="third"), Cell(tr("not recorded"), ink="third"), add)
    yield Row(cells, Fact(gap.predicate, name))
    yield from _findings(tuple(one for one in findings if one.severity is Severity.VIOLATION), gap.predicate)


def _findings(findings: Iterable[Finding], predicate: Iri) -> Iterator[Row]:
    yield from (_finding(one, predicate) for one in findings if one.path == predicate)


def _finding(finding: Finding, predicate: Iri | None) -> Row:
    cells = (
        Cell(severity_word(finding.severity), tone=TONES[finding.severity]),
        Cell(finding.message),
        Cell(finding.fix, ink="second"),
    )
    return Row(cells, Note(finding, predicate))


def _line(value: Value) -> Row:
    return Row((Cell(_capital(value.lead), ink="second"), *_value(value)), value)


def _value(value: Value) -> tuple[Cell, Cell]:
    if value.iri is None:
        return Cell(value.text), Cell(value.note, ink="second")
    named = Cell(value.text, icon=kind_of(value.classes), ink="accent", iri=value.iri)
    return named, Cell(value.note, ink="second")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _event(event: Event) -> Iterator[Row]:
    revision = event.revision
    when = f"{revision.at.astimezone():%Y-%m-%d %H:%M}"
    who = f"{revision.note.author.name} · “{revision.note.why}”"
    more = (tr("and {count} more").format(count=number(event.unsaid)),) if event.unsaid else ()
    for at, sentence in enumerate((*event.sentences, *more)):
        first = at == 0
        cells = (Cell(when if first else "", ink="second"), Cell(sentence), Cell(who if first else "", ink="second"))
        yield Row(cells, event)


TONES: Final = {Severity.VIOLATION: Tone.HIGH, Severity.WARNING: Tone.MEDIUM, Severity.INFO: Tone.PLAIN}
