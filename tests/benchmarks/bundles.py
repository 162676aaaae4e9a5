"""``python -m tests.benchmarks.bundles --project FILE``: a bundle made and verified against plain zipped N-Quads of the same graph.

The plain way writes all statements into one deflated file and reads them back through the same parser in a child. The bundle is
what a partner gets, without the findings of the shapes and without pages to read. Exit code 1 when it takes more than three times
as long. ``--quads`` makes a graph first where no project is named.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from kgapp import bootstrap
from kgapp.adapters.bundle_archive import BundleArchive
from kgapp.adapters.key_files import KeyFiles
from kgapp.adapters.rdf_files.files import FileSystem
from kgapp.adapters.receipt_file import ReceiptFile
from kgapp.adapters.signatures import Signatures
from kgapp.domain.bundle import Audience, Level, Profile
from kgapp.services.bundles import sending
from kgapp.services.bundles.building import Shipped
from kgapp.services.bundles.doors import Exchange
from kgapp.services.bundles.sending import Tools, Wanted
from kgapp.services.bundles.verifying import Checker
from kgapp.services.exchange import main_graph
from kgapp.services.keys import Keys, Opened
from kgapp.services.ports import RecordReader
from tests.benchmarks import subjects

MOST: Final = 3.0
PASSWORD: Final = "a password to measure with"


def main() -> int:
    """Measure both ways in turns, and print the ratio of the quickest."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.bundles", description=__doc__)
    parser.add_argument("--quads", type=int, default=80_000)
    parser.add_argument("--project", type=Path)
    parser.add_argument("--repeat", type=int, default=2)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kgapp-bundles-") as name:
        folder = Path(name)
        os.environ["KGAPP_HOME"] = name
        project = chosen.project or subjects.imported(subjects.write(folder, chosen.quads), "project")
        with bootstrap.reading(project) as workspace:
            plain: list[float] = []
            bundled: list[float] = []
            tools, opened = _tools(folder)
            for _ in range(chosen.repeat):
                plain.append(_timed(lambda: _plain(workspace.reader, folder)))
                bundled.append(_timed(lambda: _bundle(workspace.reader, tools, opened)))
    ratio = min(bundled) / min(plain)
    sys.stdout.write(
        f"plain {min(plain):.1f} s, bundle {min(bundled):.1f} s: {ratio:.2f} times as long, at most {MOST:.0f} asked for\n"
    )
    return 0 if ratio <= MOST else 1


def _timed(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _plain(reader: RecordReader, folder: Path) -> None:
    packed, unpacked = folder / "plain.zip", folder / "plain.nq"
    with (
        reader.snapshot() as snapshot,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("plain.nq", "w", force_zip64=True) as written,
    ):
        for chunk in snapshot.chunks:
            written.write(chunk)
    with zipfile.ZipFile(packed) as archive:
        archive.extract("plain.nq", folder)
    files, base = FileSystem(), reader.meta().base
    for _ in files.quads(files.look(unpacked), base, main_graph(base)):
        pass


def _bundle(reader: RecordReader, tools: Tools, opened: Opened) -> None:
    """Making it verifies it, too: as its recipient will."""
    profile = Profile("all", frozenset(Level), audience=Audience("Partner"))
    made = sending.rehearse(reader, tools, Wanted(profile), opened)
    assert made.manifest.statements, "something went"


def _tools(folder: Path) -> tuple[Tools, Opened]:
    seals, now = Signatures(cost=10), datetime.now(UTC)
    keys = Keys(seals, KeyFiles(folder / "keys", seals), None, "A", lambda: now)
    keys.new("A", "Innovator", PASSWORD, now + timedelta(days=900))
    exchange = Exchange(keys, BundleArchive(), ReceiptFile(folder / "received.json"))
    return Tools(Checker(exchange, FileSystem(), now), Shipped(()), None), keys.open(PASSWORD)


if __name__ == "__main__":
    sys.exit(main())
