"""Checks data against shapes with pyshacl; shared by the warm checker and the job for a whole graph."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox
from pyshacl import Validator
from pyshacl.graph_abstraction import DataGraph
from rdflib import RDF, RDFS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import SH, SKOS

from kgapp.children.graphs import ILL_FORMED, PreparedGraph, read_turtle, triples
from kgapp.children.shape_runs import Result, Runs
from kgapp.domain import terms
from kgapp.domain.errors import BadInput
from kgapp.domain.findings import Finding, Severity, worst_first
from kgapp.domain.names import unmarked
from kgapp.domain.vocabulary import KG as KG_TERMS
from kgapp.domain.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib.term import Node

    from kgapp.children.graphs import Triple
    from kgapp.children.shape_runs import Told

KG: Final = Namespace(PREFIXES["kg"])
_KNOWN_BESIDES: Final = (RDFS.subClassOf, KG.quantityKind, KG.conversionMultiplier, KG.conversionOffset)
_SEVERITIES: Final = {SH.Violation: Severity.VIOLATION, SH.Warning: Severity.WARNING, SH.Info: Severity.INFO}
_IRI_IN_TEXT: Final = re.compile(r"<?(https?://[^\s<>\"]+?)>?(?=[\s.,;:!?]*(?:\s|$))")


_PLAIN: Final = (URIRef(KG_TERMS.Unit), URIRef(KG_TERMS.Site))
"""What a sentence names without quotation marks."""

_LOOSE: Final = re.compile(r"(\() | +([).,:;])")
"""Spaces that part an IRI from what follows it, which are too many once it is named."""


class Shapes:
    """Shapes, loaded once, and a graph that holds what is being checked and nothing between two checks."""

    def __init__(self, shapes: tuple[str, ...], ontology: tuple[str, ...]) -> None:
        """Raises ``BadInput`` for files that cannot be read."""
        self._shapes = _read(shapes)
        self._graph = PreparedGraph(bind_namespaces="none")
        known = _read(ontology)
        for predicate in _KNOWN_BESIDES:
            for subject, value in known.subject_objects(predicate):
                self._graph.add((subject, predicate, value))
        for kind in (SKOS.Concept, URIRef(KG_TERMS.Unit)):
            for subject in known.subjects(RDF.type, kind):
                self._graph.add((subject, RDF.type, kind))
        self._declared = frozenset(known.subjects(RDF.type))
        self._base = frozenset(self._graph)
        self._known = frozenset(subject for subject, _, _ in self._base)
        self._labels = {subject: str(label) for subject, label in known.subject_objects(RDFS.label)}
        self._validator = Validator(
            DataGraph.from_rdflib_graph(self._graph),
            shacl_graph=self._shapes,
            options={"advanced": True, "inplace": True, "logger": _quiet()},
        )
        self._runs: Runs | None = None

    def check(
        self, nquads: bytes, focus: tuple[str, ...] = (), told: Told | None = None
    ) -> tuple[tuple[Finding, ...], int]:
        """What the shapes say about some statements, worst first, and how many statements these were.

        With ``focus`` only findings about these IRIs; ``told`` hears how many checks are made of how many. Raises
        ``BadInput`` for shapes that cannot be used.
        """
        try:
            piece = [triple for triple in triples(nquads, ox.RdfFormat.N_QUADS) if triple not in self._base]
        except SyntaxError as error:
            raise BadInput(f"These statements cannot be read: {error}") from error
        noted = {(triple[0], KG.unknownTerm, term) for triple in piece for term in self._unknown(triple)}
        try:
            for triple in (*piece, *noted):
                self._graph.add(triple)
            results = self._results(frozenset(map(URIRef, focus)), told or _nobody)
            findings = {self._finding(result) for result in results if self._is_data(result)}
        finally:
            for triple in (*piece, *noted):
                self._graph.remove(triple)
        return tuple(sorted(findings, key=worst_first)), len(piece)

    def _unknown(self, triple: Triple) -> Iterator[URIRef]:
        """Names in kgapp's namespace that the model does not have."""
        for term in triple[1:]:
            if isinstance(term, URIRef) and term not in self._declared and term.startswith(KG):
                yield term

    def _results(self, focus: frozenset[URIRef], told: Told) -> list[Result]:
        try:
            if self._runs is None:
                self._runs = Runs(self._validator, self._shapes)
            plain = self._runs.plain
            found = self._runs.results(self._graph, focus, told) if plain else self._all_results()
            return [result for result in found if not focus or _first(result, SH.focusNode) in focus]
        except Exception as error:  # shapes of others drive three libraries: whatever these raise is theirs
            raise BadInput(
                f"The shapes cannot be used: {_first_line(error)}", hint="Correct the shapes file."
            ) from error

    def _all_results(self) -> Iterable[Result]:
        """For shapes with rules or functions: pyshacl's whole run."""
        report: Graph = self._validator.run()[1]
        return [
            {predicate: list(report.objects(result, predicate)) for predicate in set(report.predicates(result))}
            for result in report.subjects(RDF.type, SH.ValidationResult)
        ]

    def _is_data(self, result: Result) -> bool:
        """What the ontology brings along is not reported on, unless the data say more about it."""
        focus = _first(result, SH.focusNode)
        return focus not in self._known or any(
            triple not in self._base for triple in self._graph.triples((focus, None, None))
        )

    def _finding(self, result: Result) -> Finding:
        focus, value = _first(result, SH.focusNode), _first(result, SH.value)
        source = _first(result, SH.sourceShape)
        severity = _first(result, SH.resultSeverity)
        component = str(_first(result, SH.sourceConstraintComponent) or "")
        return Finding(
            focus=str(focus),
            path=self._path(_first(result, SH.resultPath)),
            value="" if value is None or value == focus else _ntriples(value),
            severity=_SEVERITIES.get(severity, Severity.VIOLATION),  # type: ignore[call-overload]  # any node is refused alike
            message=self._message(result),
            shape=self._owner(source),
            constraint=component.removeprefix(str(SH)).removesuffix("ConstraintComponent"),
            fix=self._fix(source, _first(result, SH.sourceConstraint)),
        )

    def _message(self, result: Result) -> str:
        texts = [text for text in result.get(SH.resultMessage, ()) if isinstance(text, Literal)]
        texts.sort(key=lambda text: (text.language not in {None, "en"}, str(text)))
        message = str(texts[0]) if texts else "This does not fit its shape."
        named = _IRI_IN_TEXT.sub(lambda found: self._name(found.group(1)), message)
        return _LOOSE.sub(r"\1\2", named)

    def _name(self, iri: str) -> str:
        node = URIRef(iri)
        labels = sorted(self._graph.objects(node, RDFS.label), key=_english_first)
        label = str(labels[0]) if labels else self._labels.get(node)
        if label is None:
            return iri
        plain = any((node, RDF.type, kind) in self._graph for kind in _PLAIN)
        return unmarked(label) if plain else f"“{label}”"

    def _path(self, path: Node | None) -> str:
        if path is None:
            return ""
        return str(path) if isinstance(path, URIRef) else _written(self._shapes, path)

    def _owner(self, shape: Node | None) -> str:
        """The named shape to which a shape belongs; lists of alternatives and nested shapes are climbed."""
        seen: set[Node] = set()
        while isinstance(shape, BNode) and shape not in seen:
            seen.add(shape)
            shape = next(iter(self._shapes.subjects(None, shape)), None)
        return str(shape) if isinstance(shape, URIRef) else ""

    def _fix(self, shape: Node | None, constraint: Node | None) -> str:
        for node in (constraint, shape):
            fix = None if node is None else self._shapes.value(node, KG.fix)
            if fix is not None:
                return str(fix)
        return ""


def _first(result: Result, predicate: Node) -> Node | None:
    return next(iter(result.get(predicate, ())), None)


def _english_first(label: Node) -> tuple[bool, str]:
    return (getattr(label, "language", None) not in {None, "en"}, str(label))


def _nobody(_done: int, _total: int) -> None:
    """Nobody wants to know how far it is."""


def _ntriples(node: Node) -> str:
    if not isinstance(node, Literal):
        return f"<{node}>" if isinstance(node, URIRef) else f"_:{node}"
    language = (node.language or "").lower()
    return terms.ntriples(
        terms.Literal(str(node), terms.Iri(str(node.datatype or terms.XSD_STRING).removeprefix(ILL_FORMED)), language)
    )


def _written(graph: Graph, path: Node) -> str:
    """A SHACL property path as SPARQL would write it."""
    if isinstance(path, URIRef):
        return f"<{path}>"
    for predicate, form in (
        (SH.inversePath, "^{}"),
        (SH.zeroOrMorePath, "{}*"),
        (SH.oneOrMorePath, "{}+"),
        (SH.zeroOrOnePath, "{}?"),
    ):
        inner = graph.value(path, predicate)
        if inner is not None:
            return form.format(_written(graph, inner))
    alternatives = graph.value(path, SH.alternativePath)
    if alternatives is not None:
        return "(" + "|".join(_written(graph, part) for part in graph.items(alternatives)) + ")"
    return "/".join(_written(graph, part) for part in graph.items(path))


def _read(paths: tuple[str, ...]) -> Graph:
    try:
        return read_turtle(paths)
    except OSError as error:
        raise BadInput(f"“{error.filename}” cannot be read: {error.strerror}.", hint="Name a Turtle file.") from error
    except SyntaxError as error:
        raise BadInput(f"The shapes are not Turtle: {error}", hint="Correct the file at that place.") from error


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), "") or type(error).__name__


def _quiet() -> logging.Logger:
    logger = logging.getLogger("kgapp.shacl")
    logger.setLevel(logging.CRITICAL)
    return logger
