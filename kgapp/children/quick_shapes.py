"""The plain part of SHACL Core, compiled: tells at once that a thing keeps a shape, so that pyshacl is asked about the others only.

Most things keep most shapes. What is compiled here answers ``True`` or ``False`` for certain and ``None`` where it does
not know; whatever does not keep its shape for certain is judged by pyshacl, which also makes all the findings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rdflib import RDF, RDFS, BNode, Literal, URIRef
from rdflib.namespace import SH, SKOS

from kgapp.children.graphs import ILL_FORMED
from kgapp.domain.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rdflib import Graph
    from rdflib.term import Node

    Answer = bool | None
    Judge = Callable[["Seen", Node], Answer]
    """What is known of one value."""
    Counter = Callable[[list[Node]], Answer]
    """What is known of all values together."""


class Seen:
    """The graph that is checked, with what was found out about classes in this check."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._subclasses: dict[Node, frozenset[Node]] = {}

    def subclasses(self, kind: Node) -> frozenset[Node]:
        """A class and all that are below it."""
        found = self._subclasses.get(kind)
        if found is None:
            found = self._subclasses[kind] = frozenset(
                below for below in self.graph.transitive_subjects(RDFS.subClassOf, kind) if below is not None
            )
        return found

    def is_a(self, thing: Node, kind: Node) -> bool:
        """Whether a thing belongs to a class."""
        below = self.subclasses(kind)
        return not isinstance(thing, Literal) and any(one in below for one in self.graph.objects(thing, RDF.type))


def compiled(shapes: Graph, shape: Node, within: tuple[Node, ...] = ()) -> Judge:
    """A judge of single things for a node shape or a property shape; one that never knows where a shape uses more than this."""
    path = shapes.value(shape, SH.path)
    if shape in within or (path is not None and not isinstance(path, URIRef)):
        return _unknown
    judges: list[Judge] = []
    counters: list[Counter] = []
    for predicate, value in shapes.predicate_objects(shape):
        if predicate in _SILENT or not _speaks(predicate):
            continue
        if predicate in _COUNTERS and path is not None:
            counters.append(_COUNTERS[predicate](value))
        elif predicate in _JUDGES:
            judges.append(_JUDGES[predicate](shapes, value, (*within, shape)))
        else:
            return _unknown
    return _all(judges) if path is None else _along(path, judges, counters)


def property_shapes(shapes: Graph, shape: Node) -> tuple[Node, ...]:
    """The property shapes of a node shape that says nothing else; none for one that does."""
    spoken = [(p, o) for p, o in shapes.predicate_objects(shape) if _speaks(p) and p not in _SILENT]
    return tuple(o for _, o in spoken) if spoken and all(p == SH.property for p, _ in spoken) else ()


def _unknown(_seen: Seen, _thing: Node) -> Answer:
    return None


def _along(path: URIRef, judges: list[Judge], counters: list[Counter]) -> Judge:
    every = _all(judges)

    def judge(seen: Seen, thing: Node) -> Answer:
        values = list(seen.graph.objects(thing, path)) if not isinstance(thing, Literal) else []
        return _both([counter(values) for counter in counters] + [every(seen, value) for value in values])

    return judge


def _all(judges: list[Judge]) -> Judge:
    return lambda seen, thing: _both(judge(seen, thing) for judge in judges)


def _both(answers: Iterable[Answer]) -> Answer:
    """Certainly false when one is, certainly true when all are."""
    known: Answer = True
    for answer in answers:
        if answer is False:
            return False
        if answer is None:
            known = None
    return known


def _or(shapes: Graph, alternatives: Node, within: tuple[Node, ...]) -> Judge:
    judges = [compiled(shapes, each, within) for each in shapes.items(alternatives)]

    def judge(seen: Seen, thing: Node) -> Answer:
        found = _both(_not(judge(seen, thing)) for judge in judges)
        return _not(found)

    return judge


def _not(answer: Answer) -> Answer:
    return None if answer is None else not answer


def _negated(shapes: Graph, shape: Node, within: tuple[Node, ...]) -> Judge:
    inner = compiled(shapes, shape, within)
    return lambda seen, thing: _not(inner(seen, thing))


def _and(shapes: Graph, parts: Node, within: tuple[Node, ...]) -> Judge:
    return _all([compiled(shapes, each, within) for each in shapes.items(parts)])


def _class(_shapes: Graph, kind: Node, _within: tuple[Node, ...]) -> Judge:
    return lambda seen, value: seen.is_a(value, kind)


def _datatype(_shapes: Graph, wanted: Node, _within: tuple[Node, ...]) -> Judge:
    def judge(_seen: Seen, value: Node) -> Answer:
        if not isinstance(value, Literal):
            return False
        if value.datatype == wanted and not value.ill_typed and value.value is not None:
            return True
        return False if str(value.datatype).startswith(ILL_FORMED) else None

    return judge


def _in(shapes: Graph, words: Node, _within: tuple[Node, ...]) -> Judge:
    known = frozenset(shapes.items(words))
    return lambda _seen, value: True if value in known else (None if isinstance(value, Literal) else False)


def _node_kind(_shapes: Graph, kind: Node, _within: tuple[Node, ...]) -> Judge:
    fits = {
        SH.IRI: (URIRef,),
        SH.Literal: (Literal,),
        SH.BlankNode: (BNode,),
        SH.BlankNodeOrIRI: (BNode, URIRef),
        SH.IRIOrLiteral: (URIRef, Literal),
        SH.BlankNodeOrLiteral: (BNode, Literal),
    }.get(kind)  # type: ignore[call-overload]  # any node may stand there
    return _unknown if fits is None else (lambda _seen, value: isinstance(value, fits))


def _min_inclusive(_shapes: Graph, least: Node, _within: tuple[Node, ...]) -> Judge:
    return lambda _seen, value: _compared(least, value, low=True)


def _max_inclusive(_shapes: Graph, most: Node, _within: tuple[Node, ...]) -> Judge:
    return lambda _seen, value: _compared(most, value, low=False)


def _compared(limit: Node, value: Node, *, low: bool) -> Answer:
    if not (isinstance(value, Literal) and isinstance(limit, Literal)) or value.datatype != limit.datatype:
        return None
    figure, bound = value.value, limit.value
    if value.ill_typed or not isinstance(figure, int) or not isinstance(bound, int):
        return None
    return figure >= bound if low else figure <= bound


def _at_least(count: Node) -> Counter:
    least = int(str(count))
    return lambda values: len(values) >= least


def _at_most(count: Node) -> Counter:
    most = int(str(count))
    return lambda values: len(values) <= most


def _has_value(wanted: Node) -> Counter:
    return lambda values: wanted in values if isinstance(wanted, URIRef) else None


_JUDGES: Final[dict[Node, Callable[[Graph, Node, tuple[Node, ...]], Judge]]] = {
    SH["class"]: _class,
    SH.datatype: _datatype,
    SH["in"]: _in,
    SH.nodeKind: _node_kind,
    SH.minInclusive: _min_inclusive,
    SH.maxInclusive: _max_inclusive,
    SH["or"]: _or,
    SH["and"]: _and,
    SH["not"]: _negated,
    SH.property: compiled,
}
_COUNTERS: Final[dict[Node, Callable[[Node], Counter]]] = {
    SH.minCount: _at_least,
    SH.maxCount: _at_most,
    SH.hasValue: _has_value,
}
_SILENT: Final = frozenset(
    {
        RDF.type, SH.path, SH.name, SH.description, SH.order, SH.group, SH.message, SH.severity, SH.target,
        SH.targetClass, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf, SH.defaultValue,
    }
)  # fmt: skip
"""What says how a shape is called and shown, and to what it applies."""


def _speaks(predicate: Node) -> bool:
    """Whether a property of a shape may be a constraint: those of labels and of our own never are."""
    return not str(predicate).startswith((str(RDFS), str(SKOS), PREFIXES["kg"]))
