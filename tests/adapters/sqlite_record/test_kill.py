"""A process that is killed while it writes: what it acknowledged is there, what it did not is not, and the file is whole."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from kgapp.adapters.sqlite_record import files
from kgapp.adapters.sqlite_record.verify import verify
from kgapp.domain.terms import Iri
from kgapp.services.ports import Pattern

PRELUDE = """
import sys
from pathlib import Path
from kgapp.adapters.sqlite_record import files
from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Author, Note
from kgapp.domain.terms import Iri, Literal, Quad

def quad(number, text):
    return Quad(Iri(f"https://e.org/E{number}"), Iri("http://www.w3.org/2000/01/rdf-schema#label"), Literal(text), Iri("https://e.org/g"))

note = Note(Author("a", "b"), "why")
writer = files.open_writer(Path(sys.argv[1]))
start = int(sys.argv[2])
print("ready", flush=True)
"""

EDITS = (
    PRELUDE
    + """
for number in range(start, start + 100_000):
    committed = writer.commit(ChangeSet("c", added=frozenset(quad(number, f"part {part} of {number}") for part in range(20))), note)
    print(committed.revision.seq, flush=True)
"""
)

IMPORTS = (
    PRELUDE
    + """
from kgapp.domain.terms import nquad
for number in range(start, start + 100_000):
    lines = "".join(nquad(quad(number, f"part {part} of {number}")) + "\\n" for part in range(3_000))
    committed = writer.import_nquads([lines.encode()], "i", note)
    print(committed.revision.seq, flush=True)
"""
)


def killed_after(script: str, project: Path, start: int, delay_s: float) -> int:
    """Run a script, kill it some time after its first commit; returns the last revision that it acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-c", script, str(project), str(start)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.stdout.readline()
        try:
            process.wait(timeout=delay_s)
        except subprocess.TimeoutExpired:
            process.kill()
        said = process.stdout.read().splitlines()
    whole = [line for line in said if line.isdigit()]
    return int(whole[-2]) if len(whole) > 1 else 1  # the last line may be cut


@pytest.mark.no_cover
@pytest.mark.parametrize(("script", "quads"), [(EDITS, 20), (IMPORTS, 3_000)])
def test_a_killed_writer_loses_nothing_it_acknowledged(project: Path, home: Path, script: str, quads: int) -> None:
    random_delay = random.Random(17)
    for attempt in range(6):
        acknowledged = killed_after(script, project, attempt * 100_000, random_delay.uniform(0.005, 0.12))
        for known in home.glob("heads/*"):
            known.unlink()  # so that opening checks the whole file
        reader = files.open_reader(project)
        head = reader.head()
        assert head is not None
        assert head.seq >= acknowledged
        assert reader.count() == len(list(reader.quads(Pattern(graph=Iri("https://e.org/g"))))) == head.seq * quads
        reader.close()
    assert verify(project).problems == ()


CREATES = """
import sys
from pathlib import Path
from kgapp.adapters.sqlite_record import files
from kgapp.domain.terms import Iri
print("ready", flush=True)
for number in range(100_000):
    files.create(Path(sys.argv[1]) / f"p{number}.kgproject", Iri("https://e.org/"))
    print(number, flush=True)
"""


def test_a_killed_creation_leaves_whole_projects_only(tmp_path: Path) -> None:
    folder = tmp_path / "made"
    folder.mkdir()
    killed_after(CREATES, folder, 0, 0.05)
    made = list(folder.glob("p*.kgproject"))
    assert made
    for path in made:
        assert verify(path).problems == ()
