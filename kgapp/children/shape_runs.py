"""Which shapes look at which things, and having them looked at: pyshacl's own loop without the things that keep a shape.

Shapes that bring SHACL rules or functions are left to pyshacl as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pyshacl.functions import gather_functions
from pyshacl.rules import gather_rules
from pyshacl.shape import Shape
from pyshacl.target import apply_target_types, gather_target_types
from rdflib import RDF, RDFS, URIRef
from rdflib.namespace import SH

from kgapp.children import looked_over, quick_shapes
from kgapp.children.quick_shapes import Seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pyshacl import Validator
    from rdflib import Graph
    from rdflib.term import Node

    from kgapp.children.quick_shapes import Judge

    Told = Callable[[int, int], None]

_AT_ONCE: Final = 200

Result = dict["Node", list[Any]]
"""What pyshacl says of one violation, by predicate."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A shape that pyshacl evaluates, and the judge that knows which things need not be shown to it."""

    shape: Shape
    judge: Judge


@dataclass(frozen=True, slots=True)
class _Target:
    """A shape with targets of its own."""

    shape: Shape
    parts: tuple[_Part, ...]
    odd: bool
    """Whether its targets are found by a query."""


class Runs:
    """The shapes of a validator, made ready once."""

    def __init__(self, validator: Validator, shapes: Graph) -> None:
        looked_over.once()
        self._executor: Any = validator.make_executor()
        loaded: Any = validator.shacl_graph
        all_shapes: list[Shape] = list(loaded.shapes)
        apply_target_types(gather_target_types(loaded))
        self.plain = not gather_functions(self._executor, loaded) and not gather_rules(self._executor, loaded)
        for shape in all_shapes:
            shape.set_advanced(True)
        by_node: dict[Node, Shape] = {shape.node: shape for shape in all_shapes}
        self._targets = tuple(_target(shapes, by_node, shape) for shape in all_shapes if _has_target(shapes, shape))
        self._places = {
            predicate: _places(shapes, self._targets, predicate)
            for predicate in (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)
        }

    def results(self, graph: Graph, focus: frozenset[URIRef], told: Told) -> Iterator[Result]:
        """What the shapes find in a graph, about these things only if there are any."""
        work = [(target, nodes) for target, nodes in self._work(graph, focus) if nodes]
        total, done = sum(len(nodes) for _, nodes in work), 0
        seen = Seen(graph)
        for target, nodes in work:
            for some in _batches(sorted(nodes, key=str)):
                yield from self._judged(target, some, graph, seen)
                done += len(some)
                told(done, total)

    def _judged(self, target: _Target, nodes: list[Node], graph: Graph, seen: Seen) -> Iterator[Result]:
        for part in target.parts:
            left: list[Any] = [node for node in nodes if part.judge(seen, node) is not True]
            if left:
                _, reports = part.shape.validate(self._executor, graph, focus=left)
                yield from (_result(report) for report in reports)

    def _work(self, graph: Graph, focus: frozenset[URIRef]) -> Iterator[tuple[_Target, set[Node]]]:
        if not focus:
            yield from ((target, target.shape.focus_nodes(graph)) for target in self._targets)
            return
        found: dict[int, set[Node]] = {}
        for node in focus:
            for at in self._at(graph, node):
                found.setdefault(at, set()).add(node)
        for at, target in enumerate(self._targets):
            more = target.shape.focus_nodes(graph) & focus if target.odd else set()
            yield target, found.get(at, set()) | more

    def _at(self, graph: Graph, node: URIRef) -> Iterator[int]:
        """The numbers of the shapes whose plain targets take a thing."""
        kinds = graph.objects(node, RDF.type)
        classes = {
            above for kind in kinds for above in graph.transitive_objects(kind, RDFS.subClassOf) if above is not None
        }
        for predicate, keys in (
            (SH.targetClass, classes),
            (SH.targetSubjectsOf, set(graph.predicates(node, None))),
            (SH.targetObjectsOf, set(graph.predicates(None, node))),
            (SH.targetNode, {node}),
        ):
            places = self._places[predicate]
            yield from (at for key in keys & places.keys() for at in places[key])


def _has_target(shapes: Graph, shape: Shape) -> bool:
    return any((shape.node, predicate, None) in shapes for predicate in _TARGETS) or bool(
        shape.implicit_class_targets()
    )


def _target(shapes: Graph, by_node: dict[Node, Shape], shape: Shape) -> _Target:
    inner = quick_shapes.property_shapes(shapes, shape.node)
    nodes = inner if inner and all(node in by_node for node in inner) else (shape.node,)
    parts = tuple(_Part(by_node[node], quick_shapes.compiled(shapes, node)) for node in nodes)
    odd = (shape.node, SH.target, None) in shapes or bool(shape.implicit_class_targets())
    return _Target(shape, parts, odd)


def _places(shapes: Graph, targets: tuple[_Target, ...], predicate: Node) -> dict[Node, list[int]]:
    found: dict[Node, list[int]] = {}
    for at, target in enumerate(targets):
        for key in shapes.objects(target.shape.node, predicate):
            found.setdefault(key, []).append(at)
    return found


def _result(report: tuple[str, Node, Iterable[tuple[Node, Node, Any]]]) -> Result:
    found: Result = {}
    for _, predicate, value in report[2]:
        found.setdefault(predicate, []).append(value[1] if isinstance(value, tuple) else value)
    return found


def _batches(nodes: list[Node]) -> Iterator[list[Node]]:
    return (nodes[at : at + _AT_ONCE] for at in range(0, len(nodes), _AT_ONCE))


_TARGETS: Final = (SH.targetClass, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf, SH.target)
