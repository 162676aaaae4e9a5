"""``python -m tests.benchmarks --quads 80000``: print the table; exit code 1 when a bound is missed.

``--counts`` compares the number of rows of each query of the mix in kgapp, a bare store and rdflib instead of times.
``--window`` measures the window, offscreen: until it can be used, the gaps of its thread while one works, its frames.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import cases, checks, measures, mix, subjects
from tests.benchmarks.measures import Row, once


def main() -> int:
    """Run what is asked for in a temporary folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quads", type=int, default=80_000, help="size of the graph")
    parser.add_argument("--repeat", type=int, default=5, help="runs of each; the quickest is shown")
    parser.add_argument("--without", nargs="*", default=[], choices=["rdflib", "owlready2"], help="what takes long")
    parser.add_argument("--counts", action="store_true", help="compare answers, not times")
    parser.add_argument("--window", action="store_true", help="measure the window")
    parser.add_argument("--project", type=Path, help="a project made before, for --window")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kgapp-benchmarks-") as folder:
        os.environ["KGAPP_HOME"] = folder
        if chosen.window:
            made = _window_rows(Path(folder), chosen.project, chosen.quads, chosen.repeat)
        else:
            files = subjects.write(Path(folder), chosen.quads)
            if chosen.counts:
                return _counts(files)
            made = _rows(files, chosen.repeat, frozenset(chosen.without))
        rows = []
        for row in made:
            rows.append(row)
            _say(measures.table([row]).splitlines()[1])
    _say(f"{chosen.quads:,} quads, the quickest of {chosen.repeat}\n{measures.table(rows)}")
    return 0 if all(row.kept for row in rows) else 1


def _rows(files: subjects.Files, repeat: int, without: frozenset[str]) -> Iterator[Row]:
    projects: list[Path] = []
    import_s = once(lambda: projects.append(subjects.imported(files, "project")))
    small = subjects.imported(subjects.write(files.folder, cases.SMALL), "small")
    yield from cases.start_up(files.folder, repeat)
    yield from cases.imports(files, min(repeat, 3))
    with subjects.opened(projects[0]) as workspace:
        yield from cases.engine_start(workspace, files, min(repeat, 3))
        yield from cases.first_inferred(workspace, files, min(repeat, 3))
        yield from cases.queries(workspace, files, repeat)
        yield from cases.impact(workspace, repeat)
        yield from cases.searches(workspace, files, repeat)
        if "rdflib" not in without:
            yield from cases.against_rdflib(workspace, subjects.rdflib_graph(files), repeat)
        if "owlready2" not in without:
            yield from cases.against_owlready(workspace, files, import_s, repeat)
    yield from cases.same_as_small(projects[0], small, repeat)
    yield from checks.checks(files.folder, repeat)


def _window_rows(folder: Path, project: Path | None, quads: int, repeat: int) -> Iterator[Row]:
    from tests.benchmarks import window

    large = project or subjects.imported(subjects.write(folder, quads), "project")
    small = subjects.imported(subjects.write(folder, cases.SMALL), "small")
    yield from window.opening(Path(shutil.copy(large, folder / "large.kgproject")), small, folder, repeat)
    yield from window.gaps(large, subjects.others(folder, quads // 10), folder)
    yield from window.frames()


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _counts(files: subjects.Files) -> int:
    store, graph = subjects.bare(files), subjects.rdflib_graph(files)
    differing = 0
    with subjects.opened(subjects.imported(files, "counts")) as workspace:
        for title, text in mix.QUERIES.items():
            ours, bare, rdflib = (
                len(workspace.engine.select(text).rows),
                subjects.read_all(store, text),
                subjects.rdflib_rows(graph, text),
            )
            differing += len({ours, bare, rdflib}) > 1
            _say(f"{title}: {ours} {bare} {rdflib}")
        count = workspace.reader.count()
    _say(f"quads: {count}")
    return 1 if differing or count != files.size else 0


if __name__ == "__main__":
    sys.exit(main())
