"""What every write of an assessment shares: the addresses and statements of its parts, and what is refused first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Final

from kgapp.domain import shapes
from kgapp.domain.assessment import Assessment, Function, ItemKey
from kgapp.domain.errors import BadInput, Sealed
from kgapp.domain.history import Author
from kgapp.domain.terms import Iri, Literal, Quad, Term, shorten
from kgapp.domain.vocabulary import KG, RDF, RDFS, XSD
from kgapp.services import entities
from kgapp.services.assessments import reading
from kgapp.services.exchange import main_graph
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.statements import Statements

_OWNERS: Final = (KG.Person, KG.Organization)


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done, by whom and until when (an ISO date, or empty)."""

    label: str
    owner: Iri | None = None
    due: str = ""


def open_one(reader: RecordReader, iri: Iri) -> Assessment:
    """An assessment that can be written to. Raises ``NotFound``, and ``Sealed`` for a closed one."""
    found = reading.read(reader, iri)
    if found.closed:
        raise Sealed(
            f"“{found.label}” is closed and is never altered.",
            hint="Open a new assessment of the change. To take the closing back, undo its revision by number, with a reason.",
        )
    return found


def signature(author: Author, name: str = "") -> str:
    """Who gives a verdict: the name, and by what identity; for somebody else, also who entered it.

    Raises ``BadInput`` when nobody is named.
    """
    given, own = " ".join(name.split()), " ".join(author.name.split())
    if not given and not own:
        raise BadInput("A verdict needs the name of who gives it.", hint="Enter a name in the settings.")
    entered = f"{own} ({author.identity})"
    return f"{given}, entered by {entered}" if given and given != own else entered


def text(value: str, what: str, hint: str) -> str:
    """A text that must be there. Raises ``BadInput`` with what is missing."""
    if not value.strip():
        raise BadInput(f"{what} is missing.", hint=hint)
    return value.strip()


def day(value: str) -> str:
    """An ISO date, or nothing. Raises ``BadInput`` for anything else."""
    try:
        return date.fromisoformat(value.strip()).isoformat() if value.strip() else ""
    except ValueError as error:
        raise BadInput(f"“{shorten(value)}” is not a date.", hint="Write it like 2026-11-30.") from error


def owner(reader: RecordReader, thing: Iri) -> Iri:
    """Somebody who can see to something. Raises ``BadInput`` for what is no person and no organization."""
    return of_class(reader, thing, _OWNERS, "a person or an organization")


def of_class(reader: RecordReader, thing: Iri, classes: Iterable[Iri], words: str) -> Iri:
    """A thing of one of these classes. Raises ``BadInput`` for any other."""
    if not set(shapes.with_superclasses(reader.types((thing,)).get(thing, ()))).intersection(classes):
        raise BadInput(f"“{Statements(reader).name(thing)}” is not {words}.", hint="Choose another, or add it first.")
    return thing


def now() -> Literal:
    """The present moment in UTC, to the millisecond: the reasoner knows no finer ones."""
    return Literal(datetime.now(UTC).isoformat(timespec="milliseconds"), XSD.dateTime)


def head_hash(reader: RecordReader) -> str:
    """The hash of the newest revision; empty for an empty project."""
    head = reader.head()
    return head.hash if head else ""


def member(reader: RecordReader, kind: Iri, *about: str | None) -> Iri:
    """The address of a part of an assessment: the same for the same part, so that its history tells who said what before."""
    digest = sha256("\n".join(each or "" for each in about).encode()).hexdigest()[:16]
    return Iri(f"{reader.meta().base}{kind.rpartition('#')[2]}-{digest}")


def new(reader: RecordReader, kind: Iri, label: str) -> Iri:
    """A new address that can be read."""
    return entities.mint(reader, kind, label)


def statements(
    subject: Iri, kind: Iri, label: str, said: Iterable[tuple[Iri, Term | None]], graph: Iri
) -> frozenset[Quad]:
    """A thing with its class, its label and what else is said of it; what is ``None`` is not said."""
    pairs: tuple[tuple[Iri, Term | None], ...] = ((RDF.type, kind), (RDFS.label, Literal(label)), *said)
    return frozenset(Quad(subject, predicate, value, graph) for predicate, value in pairs if value is not None)


def about(key: ItemKey) -> tuple[tuple[Iri, Term | None], ...]:
    """What says what a verdict or an assignment is about."""
    return ((KG.concerns, key.item), (KG.atSite, key.site), (KG.aboutFactor, key.about_factor))


def literal(value: str) -> Literal | None:
    """A text, unless it is empty."""
    return Literal(value) if value else None


def dated(value: str) -> Literal | None:
    """A date, unless it is empty."""
    return Literal(value, XSD.date) if value else None


def said_of(reader: RecordReader, things: Iterable[Iri]) -> frozenset[Quad]:
    """Everything said of these things now: to be replaced."""
    return frozenset(quad for thing in things for quad in reader.quads(Pattern(subject=thing)))


def assessments(reader: RecordReader) -> Iri:
    """The graph of assessments."""
    return reading.graph(reader.meta().base)


def main(reader: RecordReader) -> Iri:
    """The graph of everything else."""
    return main_graph(reader.meta().base)


def action(
    reader: RecordReader, assessment: Iri, kind: Iri, task: Task, keys: Iterable[ItemKey]
) -> tuple[Iri, frozenset[Quad]]:
    """An action that comes out of an assessment, with its address.

    Raises ``BadInput`` without a label or an owner, or for a date that is none.
    """
    listed = list(keys)
    label = " ".join(text(task.label, "What is to be done", "Say it in a few words.").split())
    if task.owner is None:
        raise BadInput(f"Nobody is named who sees to “{shorten(label)}”.", hint="Choose an owner.")
    sites = {key.site for key in listed}
    made = new(reader, KG.Action, label)
    said: list[tuple[Iri, Term | None]] = [
        (KG.actionKind, kind),
        (KG.status, KG.open),
        (KG.owner, owner(reader, task.owner)),
        (KG.due, dated(day(task.due))),
        (KG.raisedBy, assessment),
        (KG.atSite, sites.pop() if len(sites) == 1 else None),
        *((KG.concerns, key.item) for key in listed),
    ]
    return made, statements(made, KG.Action, label, said, main(reader))


def functions(asked: Iterable[Function]) -> str:
    """Functions in words."""
    return ", ".join(each.label for each in asked)
