"""The graph for other programs: GraphML for what draws and measures networks, CSV with a row for each statement."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from typing import Final

from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import CLASSES, PROPERTIES, RDF
from kgapp.services import browsing, spreadsheets
from kgapp.services.ports import Pattern, RecordReader

_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HEADS: Final = (
    "subject", "subject label", "property", "property label", "value", "value label", "datatype", "language", "graph",
)  # fmt: skip


def graphml(reader: RecordReader, graph: Iri | None = None) -> bytes:
    """Things as nodes with ``label``, ``class`` and what is said of them in texts; what links them as edges.

    Several texts of one property stand in one attribute, each on its line. Signs that XML cannot hold become U+FFFD.
    """
    import networkx as nx  # slow to load

    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    quads = list(reader.quads(Pattern(graph=graph)))
    names = browsing.labels(reader, _things(quads))
    texts: dict[Iri, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.object, Literal):
            texts[quad.subject][_property(quad.predicate)].append(quad.object.lexical)
        elif quad.predicate == RDF.type:
            kind = CLASSES.get(Iri(quad.object))
            texts[quad.subject]["class"].append(kind.label if kind else quad.object)
    nodes = {quad.subject for quad in quads} | {
        Iri(quad.object) for quad in quads if isinstance(quad.object, str) and quad.predicate != RDF.type
    }
    for node in sorted(nodes):
        told = {name: _xml("\n".join(sorted(values))) for name, values in sorted(texts[node].items())}
        made.add_node(_xml(node), **{**told, "label": _xml(names[node])})
    for quad in sorted(quads, key=str):
        if isinstance(quad.object, str) and quad.predicate != RDF.type:
            name = _xml(_property(quad.predicate))
            made.add_edge(
                _xml(quad.subject), _xml(quad.object), label=name, iri=_xml(quad.predicate), graph=_xml(quad.graph)
            )
    written = io.BytesIO()
    nx.write_graphml(made, written, named_key_ids=True)
    return written.getvalue()


def table(reader: RecordReader, graph: Iri | None = None) -> bytes:
    """A row for each statement, UTF-8 with a byte order mark, as spreadsheets expect it.

    A text that a spreadsheet would run as a formula gets an apostrophe before it; figures do not.
    """
    quads = sorted(reader.quads(Pattern(graph=graph)), key=str)
    names = browsing.labels(reader, _things(quads))
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(HEADS)
    for quad in quads:
        value = quad.object
        rows.writerow(
            map(
                spreadsheets.guarded,
                (
                    quad.subject,
                    names[quad.subject],
                    quad.predicate,
                    _property(quad.predicate),
                    value.lexical if isinstance(value, Literal) else value,
                    "" if isinstance(value, Literal) else names[Iri(value)],
                    value.datatype if isinstance(value, Literal) else "",
                    value.language if isinstance(value, Literal) else "",
                    quad.graph,
                ),
            )
        )
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _things(quads: list[Quad]) -> set[Iri]:
    return {quad.subject for quad in quads} | {Iri(quad.object) for quad in quads if isinstance(quad.object, str)}


def _property(predicate: Iri) -> str:
    known = PROPERTIES.get(predicate)
    return known.label if known else predicate


def _xml(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
