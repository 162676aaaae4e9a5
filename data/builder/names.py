"""The names the demo is written with: namespaces, and the ontology's terms by their local names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import OWL, PROV, RDF, RDFS, SKOS

DATA = Path(__file__).resolve().parent.parent
ONTOLOGY = DATA.parent / "ontology" / "kgapp.ttl"

KG = Namespace("https://w3id.org/kgapp/ontology#")
DEMO = Namespace("https://w3id.org/kgapp/demo/")
UNIT = Namespace("http://qudt.org/vocab/unit/")
IOF = Namespace("https://spec.industrialontologies.org/ontology/construct/")
OBO = Namespace("http://purl.obolibrary.org/obo/")

PREFIXES = {
    "demo": str(DEMO),
    "dcterms": "http://purl.org/dc/terms/",
    "iof": str(IOF),
    "kg": str(KG),
    "obo": str(OBO),
    "prov": str(PROV),
    "rdfs": str(RDFS),
    "skos": str(SKOS),
    "unit": str(UNIT),
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_BORROWED = {
    "wasDerivedFrom": PROV.wasDerivedFrom,
    "label": RDFS.label,
    "comment": RDFS.comment,
    "altLabel": SKOS.altLabel,
    "notation": SKOS.notation,
    "type": RDF.type,
}


class UnknownName(LookupError):
    """A table uses a word that the ontology does not have."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the ontology says of its terms, as far as the builder needs it."""

    classes: frozenset[str]
    ranges: dict[str, str]  # property -> local name of its range, "" where it has none
    objects: frozenset[str]  # properties whose values are things
    concepts: frozenset[str]
    units: dict[str, URIRef]

    def concept(self, name: str) -> URIRef:
        """The controlled word of that local name; raises ``UnknownName``."""
        if name not in self.concepts:
            raise UnknownName(f"no concept kg:{name}")
        return KG[name]

    def unit(self, name: str) -> URIRef:
        """The unit of that local name, of QUDT or minted; raises ``UnknownName``."""
        if name not in self.units:
            raise UnknownName(f"no unit {name}")
        return self.units[name]

    def klass(self, name: str) -> URIRef:
        """The class of that local name; raises ``UnknownName``."""
        if name not in self.classes:
            raise UnknownName(f"no class kg:{name}")
        return KG[name]

    def property(self, name: str) -> URIRef:
        """The property of that local name, ours or borrowed; raises ``UnknownName``."""
        if name in _BORROWED:
            return _BORROWED[name]
        if name not in self.ranges:
            raise UnknownName(f"no property kg:{name}")
        return KG[name]


def _range(graph: Graph, property_: URIRef) -> str:
    """The named range of a property; the words it is narrowed to are a class without a name."""
    return next((local(r) for r in graph.objects(property_, RDFS.range) if isinstance(r, URIRef)), "")


def local(iri: object) -> str:
    """The last part of an IRI."""
    return str(iri).rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def read_terms(path: Path = ONTOLOGY) -> Terms:
    """The terms that the ontology file declares."""
    graph = Graph().parse(path, format="turtle")
    things = {local(p) for p in graph.subjects(RDF.type, OWL.ObjectProperty)}
    others = [*graph.subjects(RDF.type, OWL.DatatypeProperty), *graph.subjects(RDF.type, OWL.AnnotationProperty)]
    properties = things | {local(p) for p in others if str(p).startswith(str(KG))}
    return Terms(
        classes=frozenset(local(c) for c in graph.subjects(RDF.type, OWL.Class) if str(c).startswith(str(KG))),
        ranges={p: _range(graph, KG[p]) for p in properties},
        objects=frozenset(things),
        concepts=frozenset(local(c) for c in graph.subjects(RDF.type, SKOS.Concept)),
        units={local(u): URIRef(str(u)) for u in graph.subjects(RDF.type, KG.Unit)},
    )
