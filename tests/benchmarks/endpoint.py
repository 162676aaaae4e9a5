"""``python -m tests.benchmarks.endpoint --quads 8000000 --folder F``: impact on a Virtuoso that holds a generated graph.

Run by hand: the graph is made, loaded, and asked in a process of its own, whose requests, time and memory are told; then again
with low limits of rows, where each report is the same or refused. ``--local PROJECT`` asks a project file beside it, whose
reports are the same too. What was loaded into the folder is used again. ``--counts`` asks everything in this process: only
requests and reports count then, not the machine. Exit code 1 when a bound is missed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final

from kgapp import bootstrap
from kgapp.adapters.sparql_endpoint.client import SparqlEndpoint
from kgapp.adapters.sparql_endpoint.dataset import AllGraphs
from kgapp.adapters.sparql_endpoint.engine import EndpointEngine
from kgapp.adapters.sparql_endpoint.reader import EndpointReader
from kgapp.domain.answers import Answer, Row, Table
from kgapp.domain.errors import IncompleteAnswer
from kgapp.domain.impact import ChangeKind, ImpactReport
from kgapp.domain.terms import nquad
from kgapp.services.impact import assess, contract, ways
from kgapp.services.impact.asking import BATCH
from kgapp.services.workspace import Workspace
from tests import servers
from tests.benchmarks import graphs

MOST_MB: Final = 500
BUFFERS: Final = 300_000
"""Pages of 8 KB: 2.4 GB hold 8,000,000 statements."""
_CHUNK: Final = 500_000
_USUAL: Final = 10_000
_LOW: Final = (300, 100)
_REFUSED: Final = "refused"
_LOADED: Final = "loaded"
_LEADS: Final = " ".join(f"?{column}" for column in ways.COLUMNS)
_DESCRIBED: Final = " ".join(f"?{column}" for column in ways.DESCRIBED_COLUMNS)
_VALUES: Final = re.compile(r"VALUES \?a \{([^}]*)\}")
_ASKED: Final = {
    "a factor of one product": assess.Question(graphs.name("P", 0, 3), ChangeKind.VALUE),
    "a material of many products": assess.Question(graphs.name("M", 7), ChangeKind.REPLACEMENT),
}
_COUNTED: Final = {
    **_ASKED,
    "a factor at one site": assess.Question(graphs.name("P", 1, 5), ChangeKind.VALUE, site=graphs.name("SITE", 1)),
    "a person": assess.Question(graphs.name("PERSON", 3), ChangeKind.DEPARTURE),
    "a step of one site": assess.Question(graphs.name("ST", 0, 1, 2), ChangeKind.RELOCATION),
    "a method": assess.Question(graphs.name("AM", 0, 2), ChangeKind.METHOD),
    "a factor, with a second one": assess.Question(
        graphs.name("P", 0, 3),
        ChangeKind.VALUE,
        also=(assess.Question(graphs.name("P", 1, 4), ChangeKind.VALUE),),
    ),
}
"""Asked besides where only requests count: wide and narrow, with few hops and many."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one report cost; ``batches`` are those of 200 things that each hop needs, once.

    ``megabytes`` is the highest memory until the report was made: its digest here, a text of all of it, takes more.
    ``requests`` is all that went to the server: also what opens an endpoint and what makes sure of an answer.
    """

    items: int
    batches: int
    requests: int
    seconds: float
    megabytes: int
    digest: str

    @property
    def allowed(self) -> int:
        """The most requests."""
        return 2 * self.batches + 3


class Tap:
    """Speaks to an endpoint for kgapp and keeps what an analysis asked about, hop by hop."""

    def __init__(self, endpoint: SparqlEndpoint) -> None:
        self._endpoint = endpoint
        self._hops: list[set[str]] = [set()]
        self._leading = False

    @property
    def batches(self) -> int:
        """The fewest batches for what the hops are about, each hop once: what changes, what that leads to, and so on."""
        return sum(-(-len(about) // BATCH) for about in self._hops)

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        """Pass a query on."""
        self._keep(query)
        return self._endpoint.select(query, timeout_s=timeout_s)

    def look(self, query: str, *, timeout_s: float = 60.0) -> tuple[Row, ...]:
        """Pass the first look on."""
        return self._endpoint.look(query, timeout_s=timeout_s)

    def answer(self, query: str, *, timeout_s: float = 60.0) -> AbstractContextManager[Answer]:
        """Pass a query on."""
        self._keep(query)
        return self._endpoint.answer(query, timeout_s=timeout_s)

    def stop(self) -> None:
        """Nothing is stopped here."""

    def close(self) -> None:
        """The endpoint is closed by whoever opened it."""

    def _keep(self, query: str) -> None:
        """A hop is described and then led on from: what is described after that belongs to the next one."""
        leads, describes = _LEADS in query, _DESCRIBED in query
        if describes and self._leading:
            self._hops.append(set())
        if leads or describes:
            self._hops[-1].update(one for values in _VALUES.findall(query) for one in values.split())
            self._leading = leads


def told_by(target: str, question: assess.Question) -> Told:
    """One report of an endpoint, read for the first time, and all that was sent for it."""
    with closing(bootstrap.endpoint(target)) as endpoint:
        tap = Tap(endpoint)
        engine = EndpointEngine(AllGraphs(tap))
        reader = EndpointReader(engine, target, default_base=graphs.BASE)
        workspace = Workspace(reader, None, engine, bootstrap.author(), "An endpoint is only read.")
        seconds, megabytes, report = _timed(workspace, question)
        return Told(len(report.items), tap.batches, endpoint.requests, seconds, megabytes, _digest(report))


def told_of(workspace: Workspace, question: assess.Question) -> Told:
    """One report of a project; nothing is sent."""
    seconds, megabytes, report = _timed(workspace, question)
    return Told(len(report.items), 0, 0, seconds, megabytes, _digest(report))


def _timed(workspace: Workspace, question: assess.Question) -> tuple[float, int, ImpactReport]:
    began = time.perf_counter()
    report = assess.of_workspace(workspace, question)
    seconds = time.perf_counter() - began
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, report


def _digest(report: ImpactReport) -> str:
    """Of all that is reported, but not when, of which revision and at what cost."""
    told = contract.to_json(replace(report, made_at=datetime.min.replace(tzinfo=UTC), revision_hash="", requests=0))
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


def main() -> int:
    """Measure, or be the process that is measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.endpoint", description=__doc__)
    parser.add_argument("--quads", type=int, default=80_000)
    parser.add_argument("--folder", type=Path, help="where the server keeps its pages; made where it is not there")
    parser.add_argument("--local", help="a project file with the same graph")
    parser.add_argument("--buffers", type=int, default=BUFFERS)
    parser.add_argument("--counts", action="store_true", help="more questions, no memory and no time")
    parser.add_argument("--ask", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.ask:
        return _ask(chosen.ask)
    with tempfile.TemporaryDirectory(prefix="kgapp-endpoint-") as other:
        os.environ |= {"KGAPP_HOME": other, "KGAPP_ALLOW_PRIVATE": "1"}
        folder = chosen.folder or Path(other)
        folder.mkdir(parents=True, exist_ok=True)
        measure = (lambda target: _asked(target, _COUNTED)) if chosen.counts else _measured
        with servers.virtuoso_at(folder, most_rows=_USUAL, buffers=chosen.buffers) as server:
            _load(server, folder, chosen.quads)
            usual = measure(server.query_url)
        kept = _kept("Virtuoso", usual, usual, bounded=not chosen.counts)
        for most in _LOW:
            with servers.virtuoso_at(folder, most_rows=most, buffers=chosen.buffers) as server:
                kept &= _kept(f"Virtuoso, at most {most:,} rows", measure(server.query_url), usual, bounded=False)
        if chosen.local:
            kept &= _kept("project file", _measured(chosen.local), usual, bounded=False)
    return 0 if kept else 1


def _load(server: servers.Server, folder: Path, size: int) -> None:
    done = folder / _LOADED
    if done.exists():
        assert done.read_text() == str(size), f"{folder} holds {done.read_text()} statements"
        return
    began = time.perf_counter()
    every = graphs.quads(size)
    loaded = 0
    while some := b"".join(f"{nquad(quad)}\n".encode() for quad in islice(every, _CHUNK)):
        server.fill(some)
        loaded += some.count(b"\n")
        _say(f"{loaded:,} statements loaded, {time.perf_counter() - began:.0f} s")
    done.write_text(str(size))


def _kept(name: str, answers: dict[str, Told | None], usual: dict[str, Told | None], *, bounded: bool) -> bool:
    """Tell what came, and whether it is within bounds: the report of the usual server, whole, or none.

    Memory is ``bounded`` where an endpoint is asked in a process of its own; a project file has its engine besides.
    """
    _say(name)
    kept = True
    for asked, found in answers.items():
        if found is None:
            _say(f"  {asked}: {_REFUSED}")
            kept &= answers is not usual
            continue
        expected = usual[asked]
        few = answers is not usual or found.requests <= found.allowed
        same = expected is not None and found.digest == expected.digest
        small = not bounded or found.megabytes < MOST_MB
        bound = f", at most {found.allowed} requests" if answers is usual else ""
        faults = [
            fault for fault, fine in (("TOO MANY", few), ("ANOTHER REPORT", same), ("TOO LARGE", small)) if not fine
        ]
        _say(f"  {asked}: {json.dumps(asdict(found))}{bound} {' '.join(faults)}".rstrip())
        kept &= not faults
    return kept


def _measured(target: str) -> dict[str, Told | None]:
    """Ask in a process of its own, so that its memory is kgapp's alone."""
    command = [sys.executable, "-m", "tests.benchmarks.endpoint", "--ask", target]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    said: dict[str, dict[str, Any] | None] = json.loads(done.stdout)
    return {name: Told(**found) if found else None for name, found in said.items()}


def _ask(target: str) -> int:
    said = {name: asdict(found) if found else None for name, found in _asked(target, _ASKED).items()}
    _say(json.dumps(said))
    return 0


def _asked(target: str, questions: dict[str, assess.Question]) -> dict[str, Told | None]:
    """The reports of an endpoint or a project file; ``None`` for a refused one."""
    answers: dict[str, Told | None] = {}
    with nullcontext() if "://" in target else bootstrap.reading(Path(target)) as workspace:
        if workspace is not None:
            workspace.engine.select("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1")
        for name, question in questions.items():
            try:
                answers[name] = told_by(target, question) if workspace is None else told_of(workspace, question)
            except IncompleteAnswer:
                answers[name] = None
    return answers


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
