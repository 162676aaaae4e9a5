"""Checks data against shapes with pyshacl; shared by the warm checker and the job for a whole graph."""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox
from pyshacl import Validator
from pyshacl.graph_abstraction import DataGraph
from pyshacl.shape import Shape
from rdflib import RDF, RDFS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import SH, SKOS

from kgapp.children.graphs import ILL_FORMED, PreparedGraph, read_turtle, triples
from kgapp.domain import terms
from kgapp.domain.errors import BadInput
from kgapp.domain.findings import Finding, Severity, worst_first
from kgapp.domain.vocabulary import KG as KG_TERMS
from kgapp.domain.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

    from kgapp.children.graphs import Triple

KG: Final = Namespace(PREFIXES["kg"])
_KNOWN_BESIDES: Final = (RDFS.subClassOf, KG.quantityKind, KG.conversionMultiplier, KG.conversionOffset)
_SEVERITIES: Final = {SH.Violation: Severity.VIOLATION, SH.Warning: Severity.WARNING, SH.Info: Severity.INFO}
_IRI_IN_TEXT: Final = re.compile(r"<?(https?://[^\s<>\"]+?)>?(?=[\s.,;:!?]*(?:\s|$))")


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

    def check(self, nquads: bytes, focus: tuple[str, ...] = ()) -> tuple[tuple[Finding, ...], int]:
        """What the shapes say about some statements, worst first, and how many statements these were.

        With ``focus`` only findings about these IRIs. Raises ``BadInput`` for shapes that cannot be used.
        """
        try:
            piece = [triple for triple in triples(nquads, ox.RdfFormat.N_QUADS) if triple not in self._base]
        except SyntaxError as error:
            raise BadInput(f"These statements cannot be read: {error}") from error
        noted = {(triple[0], KG.unknownTerm, term) for triple in piece for term in self._unknown(triple)}
        try:
            for triple in (*piece, *noted):
                self._graph.add(triple)
            with _targets_among(frozenset(map(URIRef, focus))):
                report = self._report()
            results = list(report.subjects(RDF.type, SH.ValidationResult))
            findings = [self._finding(report, result) for result in results if self._is_data(report, result)]
        finally:
            for triple in (*piece, *noted):
                self._graph.remove(triple)
        return tuple(sorted(set(findings), key=worst_first)), len(piece)

    def _unknown(self, triple: Triple) -> Iterator[URIRef]:
        """Names in kgapp's namespace that the model does not have."""
        for term in triple[1:]:
            if isinstance(term, URIRef) and term not in self._declared and term.startswith(KG):
                yield term

    def _report(self) -> Graph:
        try:
            return self._validator.run()[1]  # type: ignore[no-any-return]  # pyshacl has no types here
        except Exception as error:  # shapes of others drive three libraries: whatever these raise is theirs
            raise BadInput(
                f"The shapes cannot be used: {_first_line(error)}", hint="Correct the shapes file."
            ) from error

    def _is_data(self, report: Graph, result: Node) -> bool:
        """What the ontology brings along is not reported on, unless the data say more about it."""
        focus = report.value(result, SH.focusNode)
        return focus not in self._known or any(
            triple not in self._base for triple in self._graph.triples((focus, None, None))
        )

    def _finding(self, report: Graph, result: Node) -> Finding:
        focus = report.value(result, SH.focusNode)
        value = report.value(result, SH.value)
        source = report.value(result, SH.sourceShape)
        severity = report.value(result, SH.resultSeverity)
        component = str(report.value(result, SH.sourceConstraintComponent) or "")
        return Finding(
            focus=str(focus),
            path=self._path(report.value(result, SH.resultPath)),
            value="" if value is None or value == focus else _ntriples(value),
            severity=_SEVERITIES.get(severity, Severity.VIOLATION),  # type: ignore[call-overload]  # any node is refused alike
            message=self._message(report, result),
            shape=self._owner(source),
            constraint=component.removeprefix(str(SH)).removesuffix("ConstraintComponent"),
            fix=self._fix(source, report.value(result, SH.sourceConstraint)),
        )

    def _message(self, report: Graph, result: Node) -> str:
        texts = [text for text in report.objects(result, SH.resultMessage) if isinstance(text, Literal)]
        texts.sort(key=lambda text: (text.language not in {None, "en"}, str(text)))
        message = str(texts[0]) if texts else "This does not fit its shape."
        return _IRI_IN_TEXT.sub(lambda found: self._name(found.group(1)), message)

    def _name(self, iri: str) -> str:
        node = URIRef(iri)
        label = self._graph.value(node, RDFS.label) or self._labels.get(node)
        return f"“{label}”" if label else iri

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


@contextmanager
def _targets_among(focus: frozenset[URIRef]) -> Iterator[None]:
    """Let shapes target only these nodes; all of them when there are none.

    pyshacl's own option for that also skips the value nodes at which sh:or, sh:node and sh:not look, and whatever is
    skipped conforms: a wrong value would be told to be right.
    """
    targets = Shape.focus_nodes

    def among(shape: Shape, data_graph: DataGraph, debug: bool = False) -> set[Node]:
        found: set[Node] = targets(shape, data_graph, debug)
        return found & focus if focus else found

    Shape.focus_nodes = among  # pyright: ignore[reportAttributeAccessIssue] - the same signature, unannotated there
    try:
        yield
    finally:
        Shape.focus_nodes = targets


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
