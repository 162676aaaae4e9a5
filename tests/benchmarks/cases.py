"""The rows of the table: each measures one kind of work against what the design compares it with."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

from kgapp.adapters.children.engine import EngineClient
from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.impact import ChangeKind
from kgapp.domain.terms import Literal, Quad
from kgapp.domain.vocabulary import KG, XSD
from kgapp.services import browsing, search
from kgapp.services.impact import assess
from kgapp.services.workspace import Workspace
from tests.benchmarks import graphs, mix, subjects
from tests.benchmarks.measures import Row, alternating, once
from tests.benchmarks.subjects import Files

SMALL = 3000
_CLICK = """import click
@click.group()
def main(): "A program."
for n in range(25):
    def run(project): pass
    run.__doc__ = f"Do the thing number {n}."
    main.command(name=f"command{n}")(click.argument("project")(run))
main()
"""


def queries(workspace: Workspace, files: Files, repeat: int) -> Iterator[Row]:
    """The mix and 100,000 rows, against a bare store."""
    store = subjects.bare(files)
    engine = workspace.engine

    def ours() -> None:
        for text in mix.QUERIES.values():
            engine.select(text)

    def theirs() -> None:
        for text in mix.QUERIES.values():
            subjects.read_all(store, text)

    yield Row("mix of 12 queries", "bare pyoxigraph", *alternating(ours, theirs, repeat), 1.3)
    yield Row(
        "100,000 rows",
        "bare iteration",
        *alternating(lambda: engine.select(mix.ALL_ROWS), lambda: subjects.read_all(store, mix.ALL_ROWS), repeat),
        2.5,
    )


def against_rdflib(workspace: Workspace, graph: Any, repeat: int) -> Iterator[Row]:
    """The mix query by query, and the reach of a change, against rdflib."""
    total_ours = total_theirs = 0.0
    worst: Row | None = None
    for title, text in mix.QUERIES.items():
        ours, theirs = _both(workspace, graph, text, repeat)
        total_ours, total_theirs = total_ours + ours, total_theirs + theirs
        row = Row(f"  slowest gain: {title}"[:44], "rdflib", ours, theirs, 7, at_least=True)
        worst = row if worst is None or row.ratio < worst.ratio else worst
    yield Row("mix of 12 queries, total", "rdflib", total_ours, total_theirs, 20, at_least=True)
    if worst:
        yield worst
    ours, items = _report_s(workspace, _wide(), repeat)
    yield Row(
        f"whole impact report, {items:,} items",
        "rdflib property path alone",
        ours,
        once(lambda: _until_overflow(graph)),
        10,
        at_least=True,
    )


def _until_overflow(graph: Any) -> None:
    """rdflib follows a path by recursion; on a wide reach its time is that until its stack is full."""
    with suppress(RecursionError):
        subjects.rdflib_rows(graph, mix.DOWNSTREAM)


def _both(workspace: Workspace, graph: Any, text: str, repeat: int) -> tuple[float, float]:
    workspace.engine.select(text)
    ours = min(_five(lambda: workspace.engine.select(text)) for _ in range(repeat))
    theirs = once(lambda: subjects.rdflib_rows(graph, text))
    return ours, theirs if theirs > 1 else _five(lambda: subjects.rdflib_rows(graph, text))


def _five(work: Callable[[], object]) -> float:
    """Seconds of one of five runs in a row: short work is not measured cold."""
    return once(lambda: [work() for _ in range(5)]) / 5


def imports(files: Files, repeat: int) -> Iterator[Row]:
    """Import and engine start against a bulk load."""
    runs = itertools.count()
    ours, theirs = alternating(
        lambda: subjects.imported(files, f"import{next(runs) % 2}"), lambda: subjects.bare(files), repeat
    )
    yield Row("import N-Quads, durable, searchable", "bare bulk_load", ours, theirs, 4)


def engine_start(workspace: Workspace, files: Files, repeat: int) -> Iterator[Row]:
    """From no engine to the first answer."""

    def ours() -> None:
        with closing(EngineClient(workspace.reader.snapshot)) as engine:
            engine.select("SELECT ?s { ?s ?p ?o } LIMIT 1")

    yield Row("engine ready", "bare bulk_load", *alternating(ours, lambda: subjects.bare(files), repeat), 2)


def first_inferred(workspace: Workspace, files: Files, repeat: int) -> Iterator[Row]:
    """The first question with what follows on an engine that has answered before: it works out what follows."""
    text = mix.QUERIES["things of a class with names"]
    ours: list[float] = []
    for _ in range(repeat):
        with closing(EngineClient(workspace.reader.snapshot)) as engine:
            engine.select(text)
            ours.append(once(lambda: engine.select(text, inferred=True)))
    theirs = min(once(lambda: subjects.bare(files)) for _ in range(repeat))
    yield Row("first question with what follows", "bare bulk_load", min(ours), theirs, 2)


def against_owlready(workspace: Workspace, files: Files, project_s: float, repeat: int) -> Iterator[Row]:
    """What owlready2 can do of this: load triples and answer a query its own way."""
    worlds: list[Any] = []
    theirs = once(lambda: worlds.append(subjects.owlready_world(files)))
    yield Row("import, durable, searchable", "owlready2 load (in memory)", project_s, theirs, 3)
    text = mix.QUERIES["two steps of cause"]
    workspace.engine.select(text)
    ours = min(once(lambda: workspace.engine.select(text)) for _ in range(repeat))
    theirs = min(once(lambda: list(worlds[0].sparql(text))) for _ in range(repeat))
    yield Row("query: two steps of cause", "owlready2 SPARQL", ours, theirs, 1, at_least=True)
    worlds[0].close()


def same_as_small(large: Path, small: Path, repeat: int) -> Iterator[Row]:
    """Work whose time must not grow with the project."""
    yield Row(
        "open to a first page", f"a {SMALL:,}-quad project", *alternating(_open(large), _open(small), repeat), 1.5
    )
    with subjects.opened(large) as big, subjects.opened(small) as little:
        for title, work in (("one edit committed", _edit), ("entity page", _page), ("search, selective", _search)):
            ours, theirs = alternating(work(big), work(little), repeat * 4)
            yield Row(title, f"a {SMALL:,}-quad project", ours, theirs, 1.5)


def searches(workspace: Workspace, files: Files, repeat: int) -> Iterator[Row]:
    """A selective search against CONTAINS over all labels, and any search against the clock."""
    store = subjects.bare(files)
    ours, theirs = alternating(_search(workspace), lambda: subjects.read_all(store, mix.CONTAINS), repeat)
    yield Row("search, selective", "SPARQL CONTAINS, bare", ours, theirs, 5, at_least=True)
    slowest = max(
        once(partial(search.find, workspace.reader, text)) for text in ("b", "p", "influence", "a s", "oxygen 1")
    )
    yield Row("search, slowest of five", "50 ms by the clock", slowest, 0.05, 1)


def start_up(folder: Path, repeat: int) -> Iterator[Row]:
    """``kgapp --help`` against a bare program of 25 commands."""
    program = folder / "bare_click.py"
    program.write_text(_CLICK, encoding="utf-8")

    def run(*arguments: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, *arguments, "--help"], capture_output=True, check=True)

    yield Row(
        "kgapp --help", "bare click, 25 commands", *alternating(run("-m", "kgapp"), run(str(program)), repeat * 3), 1.5
    )


def impact(workspace: Workspace, repeat: int) -> Iterator[Row]:
    """A whole report on a warm engine, by the clock: 150 ms to 500 items, then 150 ms for each 1,000 more."""
    for question in (_narrow(), _wide()):
        ours, items = _report_s(workspace, question, repeat)
        allowed = 0.15 + 0.15 * max(0, items - 500) / 1000
        yield Row(f"whole impact report, {items:,} items", f"{allowed * 1000:.0f} ms by the clock", ours, allowed, 1)


def _report_s(workspace: Workspace, question: assess.Question, repeat: int) -> tuple[float, int]:
    items = len(assess.of_workspace(workspace, question).items)
    return min(once(partial(assess.of_workspace, workspace, question)) for _ in range(repeat)), items


def _narrow() -> assess.Question:
    """A factor of one product."""
    return assess.Question(graphs.name("P", 0, 3), ChangeKind.VALUE)


def _wide() -> assess.Question:
    """A material of many products."""
    return assess.Question(graphs.name("M", 7), ChangeKind.REPLACEMENT)


def _open(path: Path) -> Callable[[], object]:
    def work() -> None:
        with subjects.opened(path) as workspace:
            workspace.reader.head()
            browsing.page(workspace.reader, graphs.name("P", 0, 3))

    return work


def _edit(workspace: Workspace) -> Callable[[], object]:
    numbers = itertools.count()
    thing = graphs.name("SET", 0, 0, 5)
    note = Note(workspace.author, "benchmark")

    def quad(number: int) -> Quad:
        return Quad(thing, KG.setpoint, Literal(f"{number}.50", XSD.decimal), graphs.GRAPH)

    def work() -> None:
        number = next(numbers)
        change = ChangeSet("edit", removed=frozenset({quad(number - 1)}), added=frozenset({quad(number)}))
        workspace.commit(change, note)

    return work


def _page(workspace: Workspace) -> Callable[[], object]:
    return lambda: browsing.page(workspace.reader, graphs.name("P", 0, 3))


def _search(workspace: Workspace) -> Callable[[], object]:
    return lambda: search.find(workspace.reader, "aarhus site")
