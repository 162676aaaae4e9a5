"""The job that runs an update on a copy of the graph and tells what it changed, as values.

The default graph of the copy is made of all its graphs together, and kept so from one operation to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import IO, Final, cast

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from kgapp.children.protocol import Channel, QuadStream
from kgapp.domain.messages import JobFailed, RunUpdate, UpdateRan, UpdateStep

_DATA: Final = frozenset({"insert data", "delete data"})
_FILLED: Final = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"
_DEFAULT: Final = DefaultGraph()


def serve(channel: Channel) -> None:
    """Run the one update that is asked for, then say what the engine makes of some statements."""
    request = channel.receive(RunUpdate)
    copy = _Copy(request)
    copy.store.load(cast(IO[bytes], QuadStream(channel)), format=RdfFormat.N_QUADS, lenient=True)
    try:
        _check(request)
        for step in request.steps:
            copy.run(step)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        channel.send(JobFailed(str(error) or type(error).__name__))
        return
    removed, added = (sorted(str(quad) for quad in quads) for quads in (copy.gone, copy.come))
    channel.send(UpdateRan(len(removed), len(added), tuple(_written(request))))
    channel.send_quads(_joined((*removed, *added)))
    stream = QuadStream(channel)
    channel.send_quads(_joined(_as_values(cast(IO[bytes], stream))))


def _check(request: RunUpdate) -> None:
    """Raise ``SyntaxError`` for what is wrong with the whole text, at its place in it."""
    with suppress(ValueError, OSError, RuntimeError):  # graphs that are not there, and the like: it runs on nothing
        Store().update(request.text, prefixes=dict(request.prefixes))


class _Copy:
    """The graph with its changes so far: ``gone`` and ``come`` are the net ones, in named graphs."""

    def __init__(self, request: RunUpdate) -> None:
        self.store = Store()
        self.gone: set[Quad] = set()
        self.come: set[Quad] = set()
        self._main = NamedNode(request.main)
        self._prefixes = dict(request.prefixes)
        self._most = request.most
        self._lines: set[bytes] | None = None

    def run(self, step: UpdateStep) -> None:
        """Do one operation. Raises ``ValueError`` when all in all too much has changed."""
        self._do(step)
        if len(self.gone) + len(self.come) > self._most:
            raise ValueError(f"it would change more than {self._most:,} statements")

    def _do(self, step: UpdateStep) -> None:
        """Afterwards the default graph is again what all graphs hold."""
        if step.kind in _DATA:
            scratch = Store()
            scratch.update(step.text, prefixes=self._prefixes)
            (self._state if step.kind == "insert data" else self._deny)(scratch)
            return
        if self._lines is None:
            self.store.update(_FILLED)
            self._lines = _dumped(self.store)
        self.store.update(step.text, prefixes=self._prefixes)
        now = _dumped(self.store)
        removed, added = (_quads(lines) for lines in (self._lines - now, now - self._lines))
        self._lines = now
        self._settle(removed, added)

    def _settle(self, removed: list[Quad], added: list[Quad]) -> None:
        """Carry what happened to the default graph over to the named ones, and the other way round."""
        loose = [(quad, self._graphs(quad)) for quad in removed if quad.graph_name == _DEFAULT]
        places = {(quad.subject, quad.predicate): graph for quad, graphs in loose for graph in graphs}
        homes = {quad.subject: graph for quad, graphs in loose for graph in graphs}
        for quad in (each for each in removed if each.graph_name != _DEFAULT):
            self._note(quad, self.come, self.gone)
            if not self._graphs(quad):
                self._drop(_of(quad, _DEFAULT))
        for quad, _ in loose:
            for graph in self._graphs(quad):
                self._remove(_of(quad, graph))
        for quad in added:
            if quad.graph_name != _DEFAULT:
                self._note(quad, self.gone, self.come)
                self._put(_of(quad, _DEFAULT))
            elif not self._graphs(quad):
                home = homes.get(quad.subject, self._main)
                self._add(_of(quad, places.get((quad.subject, quad.predicate), home)))

    def _state(self, scratch: Iterable[Quad]) -> None:
        for quad in scratch:
            if quad.graph_name != _DEFAULT or not self._graphs(quad):
                self._add(quad if quad.graph_name != _DEFAULT else _of(quad, self._main))

    def _deny(self, scratch: Iterable[Quad]) -> None:
        for quad in scratch:
            for graph in self._graphs(quad) if quad.graph_name == _DEFAULT else (quad.graph_name,):
                self._remove(_of(quad, graph))

    def _add(self, quad: Quad) -> None:
        if quad not in self.store:
            self._put(quad)
            self._note(quad, self.gone, self.come)
            if self._lines is not None:
                self._put(_of(quad, _DEFAULT))

    def _remove(self, quad: Quad) -> None:
        if quad in self.store:
            self._drop(quad)
            self._note(quad, self.come, self.gone)
            if self._lines is not None and not self._graphs(quad):
                self._drop(_of(quad, _DEFAULT))

    def _put(self, quad: Quad) -> None:
        self.store.add(quad)
        if self._lines is not None:
            self._lines.add(_line(quad))

    def _drop(self, quad: Quad) -> None:
        self.store.remove(quad)
        if self._lines is not None:
            self._lines.discard(_line(quad))

    def _graphs(self, quad: Quad) -> list[NamedNode | BlankNode]:
        """The named graphs that state the same."""
        found = self.store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return [each.graph_name for each in found if not isinstance(each.graph_name, DefaultGraph)]

    def _note(self, quad: Quad, undone: set[Quad], done: set[Quad]) -> None:
        if quad in undone:
            undone.discard(quad)
        else:
            done.add(quad)


def _of(quad: Quad, graph: NamedNode | BlankNode | DefaultGraph) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object, graph)


def _dumped(store: Store) -> set[bytes]:
    content = store.dump(format=RdfFormat.N_QUADS)
    assert content is not None, "without a file the content is returned"
    return set(content.splitlines())


def _line(quad: Quad) -> bytes:
    """A statement as it stands in ``_dumped``."""
    return next(iter(_dumped(_holding(quad))))


def _holding(quad: Quad) -> Store:
    scratch = Store()
    scratch.add(quad)
    return scratch


def _quads(lines: Iterable[bytes]) -> list[Quad]:
    return list(parse(b"\n".join(sorted(lines)), format=RdfFormat.N_QUADS, lenient=True))


def _joined(lines: Iterable[str]) -> bytes:
    return "".join(f"{line} .\n" for line in lines).encode()


def _as_values(stream: IO[bytes]) -> Iterator[str]:
    for quad in parse(stream, format=RdfFormat.N_QUADS, lenient=True):
        yield str(next(iter(_holding(quad))))


def _written(request: RunUpdate) -> Iterator[tuple[str, str]]:
    """The literals of the text with the values that the engine makes of them, each pair once."""
    usual = "".join(f"PREFIX {prefix}: <{name}>\n" for prefix, name in request.prefixes)
    seen: set[tuple[str, str]] = set()
    for step in request.steps:
        stated = "".join(f"<urn:x> <urn:x> {each} .\n" for each in step.literals)
        try:
            literals = [quad.object for quad in parse(f"{usual}{step.declared}{stated}", format=RdfFormat.TURTLE)]
        except (SyntaxError, ValueError):
            continue  # only the way in which they are written is lost, and that is said
        for literal in dict.fromkeys(literals):
            value = next(iter(_holding(Quad(NamedNode("urn:x"), NamedNode("urn:x"), literal)))).object
            seen.add((str(value), str(literal)))
    yield from sorted(seen)
