"""Statements made ready for a reasoner: what it must not see is left out, what belongs together stays together.

Owlready2 fetches what ``owl:imports`` names and imports the Python modules that its own annotations name, so neither
reaches it. IRIs that stand for blank nodes become blank nodes again: as IRIs, restrictions would mean nothing and every
ontology would be consistent. Labels and notes mean nothing to a reasoner and are dropped.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kgapp.domain.terms import GENID
from kgapp.domain.vocabulary import OWL, PREFIXES, RDF, RDFS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OWLREADY: Final = "http://www.lesfleursdunormal.fr/static/_downloads/owlready_ontology.owl"
NUMBER: Final = "urn:kgapp:reasoner:number"
IMPORTS: Final = "owl:imports, which are never followed"
FOREIGN: Final = "instructions to the reasoner's library, which are never obeyed"
UNDECLARED: Final = "of properties that no ontology declares"

_XSD: Final = PREFIXES["xsd"]
_OWL: Final = PREFIXES["owl"]
_LOGICAL: Final = frozenset(
    {RDF.type, RDF.first, RDF.rest, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range}
)
_NOTES: Final = (PREFIXES["rdfs"], PREFIXES["skos"], PREFIXES["dcterms"], PREFIXES["owl"])
_LANGUAGE: Final = tuple(PREFIXES[prefix] for prefix in ("rdf", "rdfs", "owl", "xsd"))
_IRI: Final = re.compile(r"<([^>]*)>")
_PROPERTIES: Final = frozenset({_OWL + "ObjectProperty", _OWL + "DatatypeProperty"})
_DECLARED: Final = tuple(
    f"<{RDF.type}> <{_OWL}{kind}> ." for kind in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
)
_ANNOTATION: Final = _OWL + "AnnotationProperty"
_INTEGER: Final = re.compile(r"\s*[+-]?\d+\s*\Z")
_FLOAT: Final = re.compile(r"\s*([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|[+-]?INF|NaN)\s*\Z")
_FORMS: Final = {
    _XSD + "decimal": re.compile(r"\s*[+-]?(\d+(\.\d*)?|\.\d+)\s*\Z"),
    _XSD + "boolean": re.compile(r"\s*(true|false|0|1)\s*\Z"),
    _XSD + "dateTime": re.compile(r"\s*-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?\s*\Z"),
    **{_XSD + kind: _FLOAT for kind in ("double", "float")},
    **{_XSD + kind: _INTEGER for kind in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger")},
}


@dataclass(frozen=True, slots=True)
class Axiom:
    """N-Triples lines that mean something only together, the IRI that they are about, and the individuals they name."""

    lines: tuple[str, ...]
    subject: str
    individuals: frozenset[str]


@dataclass(frozen=True, slots=True)
class Theory:
    """What a reasoner is given: the ontology's axioms and those of the data, and what was left out, by reason.

    ``ill_formed`` are lines whose literal is no value of its type, which contradicts itself. ``same`` maps individuals that
    are said to be one to the name of their group.
    """

    ontology: tuple[Axiom, ...]
    data: tuple[Axiom, ...]
    left_out: tuple[tuple[str, int], ...]
    ill_formed: tuple[str, ...]
    same: dict[str, str]


def theory(ontology: Iterable[bytes], nquads: bytes) -> Theory:
    """Read Turtle files and N-Quads. Raises ``SyntaxError``."""
    left_out: Counter[str] = Counter()
    known = [triple for text in ontology for triple in _clean(text, ox.RdfFormat.TURTLE, left_out)]
    data = list(_clean(nquads, ox.RdfFormat.N_QUADS, left_out))
    declared = _declared(known + data)
    ours = _axioms(_logical(known, declared, Counter()), declared)
    theirs = _axioms(_logical(data, declared, left_out), declared)
    ill_formed = tuple(f"{triple} ." for triple in data if _ill_formed(triple.object))
    return Theory(ours, theirs, tuple(sorted(left_out.items())), ill_formed, _same(data))


def lines(axioms: Iterable[Axiom], same: dict[str, str]) -> bytes:
    """The N-Triples of some axioms, in which different IRIs are different individuals.

    OWL itself lets two IRIs name one thing, which hides most contradictions. A functional number tells them apart at a
    cost that grows with their count, not with its square as ``owl:AllDifferent`` would.
    """
    chosen = list(axioms)
    individuals = sorted({individual for axiom in chosen for individual in axiom.individuals})
    numbers: dict[str, int] = {}
    text = [line for axiom in chosen for line in axiom.lines]
    text.append(f"<{NUMBER}> <{RDF.type}> <{_OWL}DatatypeProperty> .")
    text.append(f"<{NUMBER}> <{RDF.type}> <{_OWL}FunctionalProperty> .")
    for individual in individuals:
        number = numbers.setdefault(same.get(individual, individual), len(numbers))
        text.append(f'<{individual}> <{NUMBER}> "{number}"^^<{_XSD}integer> .')
    return "\n".join([*text, ""]).encode()


def terms(found: Iterable[Axiom]) -> frozenset[str]:
    """The IRIs that some axioms name, without those of the language itself."""
    iris = {iri for axiom in found for line in axiom.lines for iri in _IRI.findall(line)}
    return frozenset(iri for iri in iris if not iri.startswith(_LANGUAGE))


def is_list_of_disjoint(axiom: Axiom) -> bool:
    """Whether it says of a list of classes that they have nothing in common."""
    return any(line.endswith(f"<{_OWL}AllDisjointClasses> .") for line in axiom.lines)


def is_declaration(axiom: Axiom) -> bool:
    """Whether it only says that something is a class or a property, which contradicts nothing."""
    return len(axiom.lines) == 1 and axiom.lines[0].endswith(_DECLARED)


def in_pairs(axiom: Axiom, known: frozenset[str]) -> tuple[Axiom, ...]:
    """A list of disjoint classes as pairs of those among ``known``, which read better; any other axiom as it is."""
    if not is_list_of_disjoint(axiom):
        return (axiom,)
    members = sorted(terms([axiom]) & known)
    pairs = ((f"<{one}> <{_OWL}disjointWith> <{other}> .", one) for one, other in combinations(members, 2))
    return tuple(Axiom((line,), one, frozenset()) for line, one in pairs)


def _clean(text: bytes, syntax: ox.RdfFormat, left_out: Counter[str]) -> Iterator[ox.Triple]:
    for quad in ox.parse(text, format=syntax, rename_blank_nodes=True):
        terms = (quad.subject, quad.predicate, quad.object)
        if quad.predicate.value == _OWL + "imports":
            left_out[IMPORTS] += 1
        elif any(isinstance(term, ox.NamedNode) and term.value.startswith(OWLREADY) for term in terms):
            left_out[FOREIGN] += 1
        else:
            yield ox.Triple(_blank(quad.subject), quad.predicate, _blank(quad.object))  # type: ignore[arg-type]  # as parsed


def _blank(term: object) -> object:
    """An IRI that stands for a blank node as a blank node; the label keeps it apart from others."""
    if isinstance(term, ox.NamedNode) and f"/{GENID}" in term.value:
        return ox.BlankNode("genid" + term.value.encode().hex())
    return term


def _declared(triples: list[ox.Triple]) -> dict[str, str]:
    """What each declared property is: object, data or annotation property."""
    found: dict[str, str] = {}
    for triple in triples:
        if triple.predicate.value == RDF.type and isinstance(triple.object, ox.NamedNode):
            kind = triple.object.value
            if kind in _PROPERTIES or kind == _ANNOTATION:
                found[_text(triple.subject)] = kind
    return found


def _logical(triples: list[ox.Triple], declared: dict[str, str], left_out: Counter[str]) -> list[ox.Triple]:
    kept = []
    for triple in triples:
        predicate = triple.predicate.value
        kind = declared.get(predicate)
        if kind in _PROPERTIES or predicate in _LOGICAL or _is_owl_or_facet(predicate):
            kept.append(triple)
        elif kind is None and not predicate.startswith(_NOTES):
            left_out[UNDECLARED] += 1
    return kept


def _is_owl_or_facet(predicate: str) -> bool:
    return predicate.startswith((_OWL, _XSD)) and predicate not in {_OWL + "versionInfo", _OWL + "deprecated"}


def _axioms(triples: list[ox.Triple], declared: dict[str, str]) -> tuple[Axiom, ...]:
    """One axiom for each triple, but for triples that share blank nodes: those are one axiom together."""
    groups = _Groups()
    for triple in triples:
        blanks = [term.value for term in (triple.subject, triple.object) if isinstance(term, ox.BlankNode)]
        for other in blanks[1:]:
            groups.join(blanks[0], other)
    members: dict[str, list[ox.Triple]] = defaultdict(list)
    for number, triple in enumerate(triples):
        blank = next((term.value for term in (triple.subject, triple.object) if isinstance(term, ox.BlankNode)), None)
        members[f"line {number}" if blank is None else groups.of(blank)].append(triple)
    return tuple(_axiom(found, declared) for found in members.values())


def _axiom(triples: list[ox.Triple], declared: dict[str, str]) -> Axiom:
    named = [triple.subject.value for triple in triples if isinstance(triple.subject, ox.NamedNode)]
    individuals = {iri for triple in triples for iri in _individuals(triple, declared)}
    return Axiom(tuple(f"{triple} ." for triple in triples), named[0] if named else "", frozenset(individuals))


def _individuals(triple: ox.Triple, declared: dict[str, str]) -> Iterator[str]:
    kind = declared.get(triple.predicate.value)
    a_type = triple.predicate.value == RDF.type and not _text(triple.object).startswith((_OWL, PREFIXES["rdfs"]))
    if isinstance(triple.subject, ox.NamedNode) and (kind in _PROPERTIES or a_type):
        yield triple.subject.value
    if isinstance(triple.object, ox.NamedNode) and kind == _OWL + "ObjectProperty":
        yield triple.object.value


def _same(triples: list[ox.Triple]) -> dict[str, str]:
    groups = _Groups()
    for triple in triples:
        if triple.predicate.value == OWL.sameAs:
            groups.join(_text(triple.subject), _text(triple.object))
    return groups.all()


def _ill_formed(term: object) -> bool:
    form = _FORMS.get(term.datatype.value) if isinstance(term, ox.Literal) else None
    return form is not None and isinstance(term, ox.Literal) and form.match(term.value) is None


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.BlankNode | ox.Literal) else ""


class _Groups:
    """Names that belong together, joined two at a time."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The name of the group of ``name``."""
        while (parent := self._parent.get(name, name)) != name:
            name = parent
        return name

    def join(self, one: str, other: str) -> None:
        self._parent.setdefault(one, one)
        self._parent.setdefault(other, other)
        self._parent[self.of(one)] = self.of(other)

    def all(self) -> dict[str, str]:
        """Every name that was joined, with its group."""
        return {name: self.of(name) for name in self._parent}
