"""RDF files in and out: imports as one revision, exports in the written forms of the record."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgapp.domain import syntaxes, terms
from kgapp.domain.errors import BadInput, NotFound, QueryStopped
from kgapp.domain.history import Note, Revision, RevisionKind
from kgapp.domain.syntaxes import Syntax
from kgapp.domain.terms import GENID, Iri
from kgapp.domain.vocabulary import PREFIXES
from kgapp.services.ports import ProjectMeta, RdfFiles, RdfSource, RdfTarget, RecordReader
from kgapp.services.watch import Watch
from kgapp.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; ``revision`` is ``None`` when nothing was new."""

    sources: tuple[RdfSource, ...]
    revision: Revision | None


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote."""

    path: Path
    syntax: Syntax
    statements: int


@dataclass(frozen=True, slots=True)
class Part:
    """What to export: one ``graph``, or every graph; ``merge`` forgets in which graph a statement was."""

    graph: Iri | None = None
    merge: bool = False


def main_graph(base: Iri) -> Iri:
    """Where statements go that are in no graph of their own."""
    return Iri(f"{base}graph/main")


def import_files(
    workspace: Workspace,
    files: RdfFiles,
    paths: Sequence[Path],
    *,
    graph: Iri | None = None,
    why: str = "",
    watch: Watch | None = None,
) -> Imported:
    """Add the statements of files to a project as one revision, all or nothing.

    ``graph`` takes the place of the main graph. ``watch`` is told how many statements were read (of 0: nobody knows how
    many there are). Raises ``BadInput`` with the place of what cannot be read, ``QueryStopped`` when the watch was stopped.
    """
    sources = tuple(files.look(path) for path in paths)
    base = workspace.reader.meta().base
    names = ", ".join(source.path.name for source in sources)
    note = Note(
        author=workspace.author,
        why=why or f"Import of {names}",
        kind=RevisionKind.IMPORT,
        source_digest=" ".join(source.sha256 for source in sources),
    )
    chunks = _content(files, sources, base, graph or main_graph(base))
    watched = _watched(chunks, watch) if watch else chunks
    try:
        revision = workspace.import_nquads(watched, f"Imported {names}", note)
    finally:
        chunks.close()  # ends the child of a file that was not read to its end
    return Imported(sources, revision)


def export(reader: RecordReader, files: RdfFiles, path: Path, part: Part, *, blank_nodes: bool = False) -> Exported:
    """Write a project, or a part of it, to a file whose name tells the syntax; an older file of that name is replaced.

    ``blank_nodes`` turns IRIs that replaced blank nodes back. Raises ``BadInput`` for several graphs in a syntax
    that has none, and for a statement that the syntax cannot say; ``NotFound`` for a graph that is not there.
    """
    syntax = syntaxes.of_extension(path.suffix, path.name) or syntaxes.by_key("rdf")
    meta = reader.meta()
    graphs = reader.graphs()
    if part.graph is not None and part.graph not in dict(graphs):
        raise NotFound(f"The project has no graph <{part.graph}>.", hint=f"It has {_listed(graphs)}.")
    if part.graph is None and not part.merge and not syntax.has_graphs and len(graphs) > 1:
        raise BadInput(
            f"{syntax.name} holds one graph, and the project has {len(graphs)}: {_listed(graphs)}.",
            hint="Name one with --graph, put them together with --merge, or write TriG or N-Quads.",
        )
    target = RdfTarget(path, syntax, _prefixes(meta), f"{meta.base}{GENID}" if blank_nodes else "")
    with reader.snapshot() as snapshot:
        statements = files.write(target, _selected(snapshot.chunks, part, syntax))
    return Exported(path, syntax, statements)


def _content(files: RdfFiles, sources: Iterable[RdfSource], base: Iri, graph: Iri) -> Generator[bytes]:
    for source in sources:
        yield from files.quads(source, base, graph)


def _watched(chunks: Iterable[bytes], watch: Watch) -> Iterator[bytes]:
    read = 0
    for chunk in chunks:
        if watch.stopped:
            raise QueryStopped("The import was stopped.", hint="Nothing was added.")
        read += chunk.count(b"\n")
        watch.told(read, 0)
        yield chunk


def _selected(chunks: Iterable[bytes], part: Part, syntax: Syntax) -> Iterator[bytes]:
    """The wanted lines, each without its graph where the file will have none."""
    ending = f" <{part.graph}> .".encode() if part.graph else b""
    without = part.merge or not syntax.has_graphs
    for chunk in chunks:
        lines = [line for line in chunk.split(b"\n") if line and line.endswith(ending)]
        if without:
            lines = [line[: line.rindex(b" <")] + b" ." for line in lines]
        yield b"".join(line + b"\n" for line in lines)


def _prefixes(meta: ProjectMeta) -> tuple[tuple[str, Iri], ...]:
    """The project's own prefixes before the usual ones; a name that is taken stays taken."""
    usual = {prefix: Iri(name) for prefix, name in PREFIXES.items()}
    return tuple((usual | dict(meta.prefixes)).items())


def _listed(graphs: Iterable[tuple[Iri, int]]) -> str:
    return ", ".join(f"<{terms.shorten(name)}> ({count:,})" for name, count in graphs) or "none"
