"""The job that reads the graph an endpoint answered: N-Triples or Turtle in, rows of three cells out, each once.

Unlike a file that is imported it may be empty, keep blank nodes and speak about statements: it is shown, not recorded.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from kgapp.children.protocol import Channel
from kgapp.domain.messages import JobFailed, Page, ReadGraph
from kgapp.domain.terms import shorten

_FORMATS: Final = {"nt": RdfFormat.N_TRIPLES, "ttl": RdfFormat.TURTLE}
_SOME: Final = 500
_COLUMNS: Final = ("subject", "predicate", "object")
_MORE: Final = 1

_Row = tuple[str | None, ...]
_Term = NamedNode | BlankNode | Literal | Triple


def serve(channel: Channel) -> None:
    """Read the one file that is asked for; the last page has the number 0."""
    request = channel.receive(ReadGraph)
    rows: list[_Row] = []
    try:
        for row in _rows(request):
            rows.append(row)
            if len(rows) == _SOME:
                channel.send(Page(_MORE, True, _COLUMNS, tuple(rows)))
                rows.clear()
    except (SyntaxError, ValueError) as error:
        channel.send(JobFailed(shorten(str(error), 300)))
        return
    channel.send(Page(0, True, _COLUMNS, tuple(rows)))


def _rows(request: ReadGraph) -> Iterator[_Row]:
    names: dict[str, str] = {}
    seen: set[_Row] = set()  # a graph is a set, though a server may repeat itself
    with Path(request.path).open("rb") as file:
        for quad in parse(file, format=_FORMATS[request.syntax], base_iri=request.base):
            row = tuple([_cell(term, names) for term in quad.triple])
            if row not in seen:
                seen.add(row)
                yield row


def _cell(term: _Term, names: dict[str, str]) -> str:
    if isinstance(term, BlankNode):
        return names.setdefault(term.value, f"_:b{len(names)}")
    if isinstance(term, Triple):
        return f"<< {' '.join(_cell(part, names) for part in term)} >>"
    return str(term)
