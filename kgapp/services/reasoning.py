"""Whether a project contradicts the ontology, and why, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeGuard

from kgapp.domain import terms
from kgapp.domain.terms import Iri, Literal
from kgapp.domain.vocabulary import PREFIXES, RDF, RDFS
from kgapp.services.browsing import labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kgapp.domain.messages import Because, Reasoned
    from kgapp.services.ports import Reasoner, RecordReader

_OWL: Final = PREFIXES["owl"]
_DECLARATIONS: Final = frozenset(
    _OWL + kind for kind in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "NamedIndividual")
)
_UNDER: Final = "Every “{s}” is a “{o}”."
_OF_KIND: Final = "“{s}” is of the kind “{o}”."
_KINDS: Final = {
    _OWL + "FunctionalProperty": "“{s}” has one value only.",
    _OWL + "IrreflexiveProperty": "“{s}” never joins a thing to itself.",
    _OWL + "AsymmetricProperty": "“{s}” never runs both ways.",
    _OWL + "SymmetricProperty": "“{s}” runs both ways.",
    _OWL + "TransitiveProperty": "“{s}” carries on along a chain.",
    _OWL + "AllDisjointClasses": "Some classes have nothing in common: a thing is of one of them only.",
    _OWL + "Restriction": "A class limits one of its properties.",
}
_RULES: Final = {
    RDFS.domain: "Only a “{o}” has “{s}”.",
    RDFS.range: "The values of “{s}” are of the kind “{o}”.",
    RDFS.subClassOf: _UNDER,
    RDFS.subPropertyOf: "“{s}” is a kind of “{o}”.",
    _OWL + "disjointWith": "Nothing is both “{s}” and “{o}”.",
    _OWL + "propertyDisjointWith": "“{s}” and “{o}” never join the same two things.",
    _OWL + "inverseOf": "“{s}” is “{o}” the other way round.",
}


@dataclass(frozen=True, slots=True)
class Explained:
    """Why nothing can belong to a class, in sentences; both empty when it was not looked for, or not in time."""

    about: Iri
    name: str
    because: tuple[str, ...]
    rules: tuple[str, ...]
    minimal: bool


@dataclass(frozen=True, slots=True)
class Falls:
    """A class that falls under another, or an individual that belongs to a class, which nobody stated."""

    thing: Iri
    kind: Iri
    sentence: str


@dataclass(frozen=True, slots=True)
class Reasoning:
    """What the reasoner says of one revision.

    ``because`` are sentences of the project and ``rules`` of the ontology that contradict each other: a smallest set if
    ``minimal``, else the smallest found in time; both empty unless asked for. ``answer`` has the same as statements.
    ``explained`` has one entry for each unsatisfiable class, if asked for. ``wider`` and ``kinds`` are what else follows.
    """

    answer: Reasoned
    unsatisfiable: tuple[str, ...]
    because: tuple[str, ...]
    rules: tuple[str, ...]
    revision_hash: str
    explained: tuple[Explained, ...] = ()
    wider: tuple[Falls, ...] = ()
    kinds: tuple[Falls, ...] = ()
    things: tuple[tuple[Iri, str], ...] = ()
    """What the statements of a contradiction are about, with names: to be opened."""

    @property
    def sound(self) -> bool:
        """Whether nothing contradicts anything."""
        return self.answer.consistent and not self.answer.unsatisfiable


def reason(reader: RecordReader, reasoner: Reasoner, *, explain: bool = False) -> Reasoning:
    """Reason over the project as it is now, with the shipped ontology. Raises ``Missing`` without Java."""
    head = reader.head()
    with reader.snapshot() as snapshot:
        answer = reasoner.reason(snapshot.chunks, explain=explain)
    told = (*answer.because, *answer.rules, *(line for each in answer.explained for line in each.because + each.rules))
    lines = tuple(_parts(line) for line in told)
    pairs = {Iri(iri) for pair in answer.wider + answer.kinds for iri in pair}
    named = {term for parts in lines for term in parts if isinstance(term, str) and not term.startswith("_:")}
    empty = map(Iri, (*answer.unsatisfiable, *(each.about for each in answer.explained)))
    names = labels(reader, {*named, *pairs, *empty})
    return Reasoning(
        answer,
        tuple(names[Iri(iri)] for iri in answer.unsatisfiable),
        _sentences(answer.because, names),
        _sentences(answer.rules, names),
        head.hash if head else "",
        tuple(_explained(each, names) for each in answer.explained),
        tuple(_falls(pair, _UNDER, names) for pair in answer.wider),
        tuple(_falls(pair, _OF_KIND, names) for pair in answer.kinds),
        _things(answer.because, names),
    )


def _explained(found: Because, names: Mapping[Iri, str]) -> Explained:
    about = Iri(found.about)
    because, rules = _sentences(found.because, names), _sentences(found.rules, names)
    return Explained(about, names[about], because, rules, found.minimal)


def _falls(pair: tuple[str, str], words: str, names: Mapping[Iri, str]) -> Falls:
    thing, kind = map(Iri, pair)
    return Falls(thing, kind, words.format(s=names[thing], o=names[kind]))


def _things(lines: Iterable[str], names: Mapping[Iri, str]) -> tuple[tuple[Iri, str], ...]:
    subjects = (_parts(line)[0] for line in lines)
    return tuple(dict.fromkeys((each, names[each]) for each in subjects if _is_iri(each)))


def _is_iri(term: terms.Term) -> TypeGuard[Iri]:
    return isinstance(term, str) and not term.startswith("_:")


def _sentences(lines: Iterable[str], names: Mapping[Iri, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sentence for line in lines if (sentence := _sentence(_parts(line), names))))


def _sentence(parts: tuple[terms.Term, Iri, terms.Term], names: Mapping[Iri, str]) -> str:
    """One statement in words; empty for what only declares a term or belongs to a sentence said already."""
    subject, predicate, value = parts
    said = _words(subject, names), _words(value, names)
    if predicate == RDF.type and value in _DECLARATIONS:
        return ""
    if predicate == RDF.type and isinstance(value, str) and value in _KINDS:
        return _KINDS[value].format(s=said[0], o=said[1])
    if isinstance(subject, str) and subject.startswith("_:"):
        return ""
    if predicate in _RULES:
        return _RULES[predicate].format(s=said[0], o=said[1])
    if predicate == RDF.type:
        return _OF_KIND.format(s=said[0], o=said[1])
    return f"“{said[0]}” – {names.get(predicate, predicate)} – “{said[1]}”."


def _words(term: terms.Term, names: Mapping[Iri, str]) -> str:
    if isinstance(term, Literal):
        return term.lexical
    return "a description" if term.startswith("_:") else names.get(term, term)


def _parts(line: str) -> tuple[terms.Term, Iri, terms.Term]:
    """The three terms of an N-Triples line; a blank node keeps its label with ``_:`` before it."""
    subject, predicate, value = line.removesuffix(" .").split(" ", 2)
    return _term(subject), Iri(predicate[1:-1]), _term(value)


def _term(text: str) -> terms.Term:
    return Iri(text) if text.startswith("_:") else terms.parse(text)
