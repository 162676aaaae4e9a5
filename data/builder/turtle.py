"""Writes a graph as Turtle whose bytes depend on the statements alone.

rdflib's own writer rewrites decimals (``3`` becomes ``3.0``); here a literal keeps the form in which a table has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, XSD
from rdflib.term import Node

from data.builder.names import PREFIXES, local

_SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_DIGITS = re.compile(r"(\d+)")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def write(graph: Graph, heading: str) -> str:
    """The graph as Turtle: subjects by class, then in natural order of their names."""
    lines = [f"# {line}" for line in heading.splitlines()]
    lines += ["", *(f"@prefix {prefix}: <{iri}> ." for prefix, iri in sorted(PREFIXES.items()))]
    kind = ""
    for subject in sorted(set(graph.subjects()), key=lambda s: (_kind(graph, s), _natural(str(s)))):
        if _kind(graph, subject) != kind:
            kind = _kind(graph, subject)
            lines += ["", f"# ---- {kind}"]
        lines += ["", _block(graph, subject)]
    return "\n".join(lines) + "\n"


def term(node: Node) -> str:
    """One term in Turtle."""
    if isinstance(node, URIRef):
        return _iri(str(node))
    if not isinstance(node, Literal):
        raise TypeError(f"the demo has IRIs and literals only, not {node!r}")
    text = f'"{str(node).translate(_ESCAPES)}"'
    if node.language:
        return f"{text}@{node.language}"
    if node.datatype is None or node.datatype == XSD.string:
        return text
    if node.datatype == XSD.boolean:
        return str(node)
    return f"{text}^^{_iri(str(node.datatype))}"


def _block(graph: Graph, subject: Node) -> str:
    rows = [f"{term(subject)} a {_objects(graph.objects(subject, RDF.type))}"]
    predicates = sorted(set(graph.predicates(subject)) - {RDF.type}, key=_predicate_order)
    rows += [f"    {term(predicate)} {_objects(graph.objects(subject, predicate))}" for predicate in predicates]
    return " ;\n".join(rows) + " ."


def _objects(nodes: Iterable[Node]) -> str:
    return ", ".join(term(node) for node in sorted(nodes, key=lambda n: (_natural(str(n)), term(n))))


def _predicate_order(predicate: Node) -> tuple[int, str]:
    return (0 if predicate == RDFS.label else 1, term(predicate))


def _kind(graph: Graph, subject: Node) -> str:
    return min((local(kind) for kind in graph.objects(subject, RDF.type)), default="")


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in _DIGITS.split(text) if part)


def _iri(iri: str) -> str:
    for prefix, start in PREFIXES.items():
        if iri.startswith(start) and _SAFE.fullmatch(iri[len(start) :]):
            return f"{prefix}:{iri[len(start) :]}"
    return f"<{iri}>"
