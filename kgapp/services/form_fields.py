"""One field of a form: what it accepts, what stands in it, and which value that means. Nothing of a window is known here.

Guarantee: what is not touched keeps its exact written form, also where the value does not suit the field.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import Final

from kgapp.domain import shapes
from kgapp.domain.errors import BadInput, BadTerm, UserError
from kgapp.domain.shapes import PropertyShape
from kgapp.domain.terms import XSD_STRING, Iri, Literal, Term, iri, language_literal, ntriples, parse, shorten
from kgapp.domain.vocabulary import KG, PROPERTIES, RDFS, SKOS, XSD

LANGUAGE: Final = "en"
"""What a new text is written in unless somebody says otherwise."""


class Kind(StrEnum):
    """What a field takes, which decides how it is entered."""

    DECIMAL = "decimal"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"
    DATE_TIME = "date-time"
    WORD = "word"
    CHOICE = "choice"
    LINK = "link"
    TEXT = "text"
    OTHER = "other"


class Weight(IntEnum):
    """How much a problem matters: what is advised, what the shapes will report, what cannot be saved."""

    ADVISED = 0
    REPORTED = 1
    STOPS = 2


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a field. ``at`` is the entry it is about, -1 the whole field."""

    at: int
    sentence: str
    weight: Weight


@dataclass(frozen=True, slots=True)
class Entry:
    """One value as it stands in a form: a figure, a text, a date as written, or the address of a thing or a word.

    ``was`` is the written form (N-Triples) of the value it came from; empty for a new one. ``exact`` says that ``text``
    is such a form itself, because the value does not suit the field.
    """

    text: str
    language: str = ""
    was: str = ""
    exact: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing was entered."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Field:
    """One property of a form. ``known`` tells that a shape has it; ``tagged`` that its texts are in a language."""

    shape: PropertyShape
    kind: Kind
    known: bool
    definition: str
    tagged: bool = False
    entries: tuple[Entry, ...] = ()

    @property
    def path(self) -> Iri:
        """The property."""
        return self.shape.path

    @property
    def many(self) -> bool:
        """Whether it may hold several values."""
        return self.shape.max_count != 1

    @property
    def links(self) -> bool:
        """Whether its values are things or words rather than texts and figures."""
        return self.kind in _THINGS

    @property
    def required(self) -> bool:
        """Whether something has to be there."""
        return self.shape.min_count > 0

    def holding(self, terms: Sequence[Term]) -> Field:
        """The field with these values, in the order of their written forms."""
        entries = tuple(entry_of(self, term) for term in sorted(terms, key=_in_order))
        return replace(self, entries=entries)


def field_of(shape: PropertyShape, *, known: bool = True) -> Field:
    """The empty field of a property."""
    kind = _kind(shape)
    term = PROPERTIES.get(shape.path)
    tagged = kind is Kind.TEXT and shape.datatype is None and shape.path != SKOS.notation
    return Field(shape, kind, known, term.definition if term else "", tagged)


def step_field() -> Field:
    """For a new factor: the step that has it. The statement is about the step, so it is turned round when it is saved."""
    words = "Choose the step that it is a factor of; without one it stands nowhere on the process map."
    shape = PropertyShape(KG.hasFactor, "unit operation", 1, words, classes=(KG.UnitOperation, KG.ReleaseTesting))
    return replace(field_of(shape), definition=words)


def unknown_field(path: Iri, name: str, terms: Sequence[Term]) -> Field:
    """The field of a property that no shape knows, after what the ontology says of it, else after its values."""
    term = PROPERTIES.get(path)
    if path in _TEXTS or (term is None and terms and all(_is_text(value) for value in terms)):
        return field_of(PropertyShape(path, name, 0, ""), known=False).holding(terms)
    if term is not None and term.kind == "object":
        ranges = tuple(term.ranges)
        return field_of(
            PropertyShape(path, name, 0, term.definition, classes=ranges, entity=not ranges), known=False
        ).holding(terms)
    datatype = next((each for each in term.ranges if each in _BY_DATATYPE), None) if term else None
    if datatype is not None:
        return field_of(PropertyShape(path, name, 0, _EXPECTS[datatype], datatype=datatype), known=False).holding(terms)
    plain = Field(PropertyShape(path, name, 0, ""), Kind.OTHER, known=False, definition=term.definition if term else "")
    return plain.holding(terms)


def new_entry(field: Field) -> Entry:
    """An entry for a value that is not there yet."""
    return Entry("", LANGUAGE if field.tagged else "")


def entry_of(field: Field, term: Term) -> Entry:
    """How a value stands in the field."""
    written = ntriples(term)
    if field.kind is Kind.OTHER or isinstance(term, str) != (field.kind in _THINGS):
        return Entry(written, was=written, exact=True)
    if isinstance(term, str):
        return Entry(term, was=written)
    return Entry(term.lexical, term.language if field.kind is Kind.TEXT else "", written)


def term_of(field: Field, entry: Entry) -> Term:
    """The value that an entry means. Raises ``BadInput`` or ``BadTerm`` with the sentence of the field's shape."""
    if entry.was:
        before = parse(entry.was)
        if entry_of(field, before) == entry:
            return before
    if entry.exact or field.kind is Kind.OTHER:
        return parse(entry.text.strip())
    if field.kind is Kind.WORD:
        return shapes.word(field.shape, entry.text)
    if field.kind is Kind.LINK:
        return _thing(entry.text.strip())
    if field.kind is not Kind.TEXT:
        return shapes.literal(field.shape, entry.text.strip())
    text = shapes.literal(field.shape, entry.text)
    return language_literal(text.lexical, entry.language) if entry.language else text


def kept(field: Field, entry: Entry) -> bool:
    """Whether an entry counts: something stands in it, or it stands for an empty text that was there before."""
    return not entry.blank or (bool(entry.was) and entry_of(field, parse(entry.was)) == entry)


def problems(field: Field, entries: Sequence[Entry]) -> tuple[Problem, ...]:
    """What is wrong with what stands in a field, the worst first."""
    counted = [entry for entry in entries if kept(field, entry)]
    found = [*_of_entries(field, entries)]
    if len(counted) < field.shape.min_count:
        found.append(Problem(-1, field.shape.message, Weight.REPORTED))
    elif field.shape.recommended and not counted:
        found.append(Problem(-1, field.shape.message, Weight.ADVISED))
    elif field.shape.max_count is not None and len(counted) > field.shape.max_count:
        found.append(Problem(-1, field.shape.message, Weight.REPORTED))
    return tuple(sorted(found, key=lambda problem: -problem.weight))


def _of_entries(field: Field, entries: Sequence[Entry]) -> list[Problem]:
    found: list[Problem] = []
    for at, entry in enumerate(entries):
        if not kept(field, entry):
            continue
        try:
            term = term_of(field, entry)
        except UserError as error:
            found.append(Problem(at, error.hint or error.sentence, Weight.STOPS))
            continue
        if not _suits(field, term):
            found.append(Problem(at, field.shape.message, Weight.REPORTED))
    return found


def _suits(field: Field, term: Term) -> bool:
    """Whether an untouched value is of the kind that the field takes; its limits are left to the shapes."""
    if not field.known:
        return True
    if field.kind in _THINGS:
        return isinstance(term, str) and (not field.shape.words or term in field.shape.words)
    return isinstance(term, Literal) and (field.shape.datatype or term.datatype) == term.datatype


def _thing(text: str) -> Iri:
    try:
        return iri(text)
    except BadTerm as error:
        hint = "Choose one from the list, or make a new one."
        raise BadInput(f"“{shorten(text)}” is not chosen yet.", hint=hint) from error


def _kind(shape: PropertyShape) -> Kind:
    if shape.words:
        return Kind.WORD
    if shape.classes or shape.entity:
        return Kind.LINK
    if shape.texts:
        return Kind.CHOICE
    return _BY_DATATYPE.get(shape.datatype or XSD.string, Kind.TEXT)


def _is_text(term: Term) -> bool:
    return isinstance(term, Literal) and (bool(term.language) or term.datatype == XSD_STRING)


def _in_order(term: Term) -> tuple[bool, str]:
    return (isinstance(term, Literal) and not term.language.startswith("en"), ntriples(term))


_THINGS: Final = frozenset((Kind.WORD, Kind.LINK))
_TEXTS: Final = frozenset((SKOS.altLabel, SKOS.prefLabel, SKOS.notation, SKOS.definition, RDFS.comment, RDFS.label))
_BY_DATATYPE: Final[dict[Iri, Kind]] = {
    XSD.decimal: Kind.DECIMAL,
    XSD.integer: Kind.INTEGER,
    XSD.boolean: Kind.BOOLEAN,
    XSD.date: Kind.DATE,
    XSD.dateTime: Kind.DATE_TIME,
    XSD.string: Kind.TEXT,
}
_EXPECTS: Final[dict[Iri, str]] = {
    XSD.decimal: "A decimal number such as 7.40.",
    XSD.integer: "A whole number such as 3.",
    XSD.boolean: "Yes or no.",
    XSD.date: "A date such as 2026-03-31.",
    XSD.dateTime: "A date and time such as 2026-03-31T09:30:00Z.",
    XSD.string: "A text.",
}
