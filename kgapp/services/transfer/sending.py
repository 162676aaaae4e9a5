"""The gap list as a workbook for a partner who installs nothing: what is in it, without how a file is written.

Each row carries a short name of its line; a sheet that is not shown carries what was sent, so that an answer can be told from
what was there before. What is marked internal or personal, and know-how that is not marked for partners, stays here: whole lines
are left out, and the workbook does not say how many. Names of people go out only where they are in the list already, or
work at the receiving site.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from kgapp.domain.shapes import with_subclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements
from kgapp.services.transfer.cells import Kind
from kgapp.services.transfer.gaps import COLUMNS, Line, Meeting

FORMAT: Final = "kgapp-gaps/1"
LIST: Final = "Gaps"
SENT: Final = "Sent"
READ_ME: Final = "Read me"
HEAD_ROWS: Final = 2
"""Rows above the table on the sheet ``Sent``: what the workbook is, and the heads."""
_STAYS: Final = frozenset((KG.internal, KG.personal))
_GOES: Final = frozenset((KG.partner, KG.public))
_KNOW_HOW: Final = frozenset(with_subclasses((KG.KnowHow,)))
_INTENDED: Final = (
    "This list supports a decision; it does not take it. The record of decision is in your quality system."
)


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a sheet that is filled in. Without ``editable`` it is locked; ``choices`` become a drop-down."""

    title: str
    width: float
    editable: bool = False
    choices: tuple[str, ...] = ()
    date: bool = False
    strict: bool = False
    """Whether only the choices may stand there; otherwise others are asked about."""
    hidden: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet that is filled in, with its rows as text. With ``spare`` rows for new ones below it is not protected."""

    name: str
    columns: tuple[FormColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    spare: int = 0


@dataclass(frozen=True, slots=True)
class GapBook:
    """Everything that the workbook holds. ``sent`` is the sheet that is not shown, ``read_me`` what it says about itself."""

    title: str
    by: str
    form: FormSheet
    read_me: tuple[tuple[str, str], ...]
    sent: tuple[tuple[str, ...], ...] = field(default=())


def name_of(line: Line) -> str:
    """A short name that a line keeps, as long as it is about the same gap or difference."""
    return hashlib.sha256(line.key.encode()).hexdigest()[:12]


def workbook(reader: RecordReader, meeting: Meeting, lines: Iterable[Line], by: str) -> GapBook:
    """The workbook of some lines of a meeting."""
    known = Statements(reader)
    chosen = tuple(line for line in lines if not _stays(known, line))
    owners = _owners(known, meeting.project.iri, chosen)
    return GapBook(
        f"Gap list: {meeting.title}",
        by,
        FormSheet(LIST, _columns(meeting, owners), tuple(_row(line) for line in chosen)),
        _read_me(meeting, len(chosen), by),
        _sent(reader, meeting, chosen),
    )


def withheld(reader: RecordReader, lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines that do not leave the company: for the sender to know, never for the partner."""
    known = Statements(reader)
    return tuple(line for line in lines if _stays(known, line))


def _stays(known: Statements, line: Line) -> bool:
    about = {line.thing.iri, *line.rests_on} | ({line.gap.iri} if line.gap else set())
    return any(_internal(known, one) for one in about)


def _internal(known: Statements, thing: Iri) -> bool:
    """Whether something is marked internal or personal, or is know-how that nobody marked for partners."""
    marks = set(known.things(thing, KG.confidentiality))
    if marks & _STAYS:
        return True
    return not marks & _GOES and bool(_KNOW_HOW & set(known.types(thing)))


def _owners(known: Statements, project: Iri, lines: Iterable[Line]) -> tuple[str, ...]:
    """Who can be chosen: who is in the list already, and who works at the receiving site or runs it."""
    named = {name.strip() for line in lines for name in line.value("owner").split(";") if name.strip()}
    receiving = known.thing(project, KG.receivingProcess)
    site = known.thing(receiving, KG.atSite) if receiving else None
    people = known.that(KG.worksAt, site) if site else ()
    named |= {known.name(one) for one in people if not _internal(known, one)}
    return tuple(sorted(named, key=str.casefold))


def _columns(meeting: Meeting, owners: tuple[str, ...]) -> tuple[FormColumn, ...]:
    fixed = (
        FormColumn("Row", 13, hidden=True, note="Names the row. Please leave it as it is."),
        FormColumn("Step", 18),
        FormColumn("What", 30),
        FormColumn("In which respect", 16),
        FormColumn(meeting.sending or "Sending site", 26, note="What the sending site records."),
        FormColumn(meeting.receiving or "Receiving site", 26, note="What the receiving site records."),
        FormColumn("State", 14, note="How the receiving site stands to the sending one, from what is recorded."),
        FormColumn("What it means", 40),
    )
    asked = tuple(
        FormColumn(
            each.title,
            _WIDTHS[each.key],
            editable=True,
            choices=each.words if each.kind is Kind.WORD else owners if each.kind is Kind.OWNER else (),
            date=each.kind is Kind.DATE,
            strict=each.kind is Kind.WORD,
            note=_NOTES[each.key],
        )
        for each in COLUMNS
    )
    return (*fixed, *asked)


def _row(line: Line) -> tuple[str, ...]:
    state = line.state.value if line.state else "not in the comparison"
    about = (line.step.label if line.step else "", line.thing.label, line.dimension, line.sending, line.receiving)
    return (name_of(line), *about, state, line.gap.label if line.gap and not line.state else line.meaning, *line.values)


def _sent(reader: RecordReader, meeting: Meeting, lines: Iterable[Line]) -> tuple[tuple[str, ...], ...]:
    head = (FORMAT, meeting.project.iri, reader.meta().project_id, meeting.revision_hash, str(meeting.revision))
    rows = ((name_of(line), line.key, *line.values) for line in lines)
    return (head, ("Row", "Line", *(each.key for each in COLUMNS)), *rows)


def _read_me(meeting: Meeting, rows: int, by: str) -> tuple[tuple[str, str], ...]:
    return (
        (f"Gap list: {meeting.title}", ""),
        ("What it is", f"{rows} differences between the two processes and the gaps recorded about them."),
        ("As of", f"revision {meeting.revision} of the project, {meeting.on.isoformat()}, sent by {by}"),
        ("Revision hash", meeting.revision_hash),
        ("How to answer", f"Fill in the white columns of the sheet “{LIST}” and send the file back as *.xlsx."),
        ("", "Severity, disposition and status are chosen from lists. A date is entered as 2026-03-31."),
        ("", "A gap that is justified or accepted needs its reason in words."),
        ("", "The grey columns and the order of the rows are not read; rows may be sorted or filtered."),
        ("", "A row that is added, and a cell that is calculated, is not taken over: write the value itself."),
        ("What happens then", "Each cell that differs is shown beside what was sent and what is recorded by then."),
        ("", "Nothing is taken over before somebody accepts it."),
        ("Intended use", _INTENDED),
    )


_WIDTHS: Final = {"severity": 11, "disposition": 12, "justification": 40, "owner": 26, "due": 12, "status": 12}
_NOTES: Final = {
    "severity": "How bad the gap is. Choose from the list.",
    "disposition": "close: the difference is removed. justify: it stays, with a reason. accept: it is accepted, with a reason.",
    "justification": "Why the gap is justified or accepted. Needed for both.",
    "owner": "Who sees to it: a person or an organization of the list.",
    "due": "The day by which it must be done, such as 2026-03-31.",
    "status": "open, in progress or closed.",
}
