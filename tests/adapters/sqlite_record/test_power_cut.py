"""Simulated power cuts: whatever of the unsynced writes reached the disk, acknowledged revisions are there and the file is whole.

What SQLite asks of the disk is recorded once, with exactly the settings of the program (``recording_vfs``). A cut keeps all
that was synced, and of the rest a random part: writes get lost, come in another order or are torn between sectors.
"""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import kgapp
from kgapp.adapters.sqlite_record import files
from kgapp.adapters.sqlite_record.verify import verify
from kgapp.domain.terms import iri

CUTS = 200
SECTOR = 512
RECORDER = Path(__file__).with_name("recording_vfs.py")


class Disk:
    """Files as they are on the medium, and what was asked since they were last synced."""

    def __init__(self, name: str, content: bytes) -> None:
        self.safe: dict[str, bytearray] = {name: bytearray(content)}
        self.waiting: dict[str, list[list[Any]]] = {}

    def take(self, step: list[Any]) -> None:
        kind, name = step[0], step[1]
        if kind == "sync":
            for waiting in self.waiting.pop(name, ()):
                self.apply(waiting)
        elif kind == "delete":
            self.waiting.pop(name, None)
            self.safe.pop(name, None)
        else:
            self.waiting.setdefault(name, []).append(step)

    def apply(self, step: list[Any], keep: int | None = None) -> None:
        content = self.safe.setdefault(step[1], bytearray())
        if step[0] == "truncate":
            del content[step[2] :]
            return
        data = bytes.fromhex(step[3])[:keep]
        content.extend(bytes(max(0, step[2] + len(data) - len(content))))
        content[step[2] : step[2] + len(data)] = data

    def cut(self, chance: random.Random) -> None:
        share = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        for waiting in self.waiting.values():
            for step in waiting:
                if chance.random() < share:
                    torn = step[0] == "write" and len(step[3]) > 2 * SECTOR and chance.random() < 0.2
                    self.apply(step, SECTOR * chance.randrange(len(step[3]) // 2 // SECTOR) if torn else None)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, list[list[Any]]]:
    """The bytes of a project before the work, and the log of the work."""
    folder = tmp_path_factory.mktemp("recorded")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KGAPP_HOME", str(folder / "home"))
        patch.setenv("PYTHONPATH", str(Path(kgapp.__file__).parents[1]))
        files.create(folder / "p.kgproject", iri("https://e.org/"))
        before = (folder / "p.kgproject").read_bytes()
        done = subprocess.run(
            [sys.executable, str(RECORDER), str(folder / "p.kgproject"), str(folder / "log.json")], check=False
        )
    if done.returncode == 3:
        pytest.skip("the SQLite of this Python cannot be reached from outside")
    assert done.returncode == 0
    return before, json.loads((folder / "log.json").read_text())


def test_the_recording_replays_to_the_file(recorded: tuple[bytes, list[list[Any]]], tmp_path: Path) -> None:
    before, log = recorded
    disk = Disk("p.kgproject", before)
    for step in log:
        if step[0] != "acknowledged":
            disk.take(step)
    assert disk.waiting == {}
    (tmp_path / "p.kgproject").write_bytes(disk.safe["p.kgproject"])
    found = verify(tmp_path / "p.kgproject")
    assert (found.problems, found.head) == ((), [step for step in log if step[0] == "acknowledged"][-1][2])


@pytest.mark.no_cover
def test_no_power_cut_loses_an_acknowledged_revision(recorded: tuple[bytes, list[list[Any]]], tmp_path: Path) -> None:
    before, log = recorded
    chance = random.Random(394)
    for cut in sorted(chance.randrange(len(log)) for _ in range(CUTS)):
        disk = Disk("p.kgproject", before)
        acknowledged = 0
        for step in log[:cut]:
            if step[0] == "acknowledged":
                acknowledged = step[1]
            else:
                disk.take(step)
        disk.cut(chance)
        folder = tmp_path / "after"
        folder.mkdir(exist_ok=True)
        for name in ("p.kgproject", "p.kgproject-journal"):
            (folder / name).write_bytes(disk.safe.get(name, b""))
        found = verify(folder / "p.kgproject")
        assert found.problems == (), cut
        assert acknowledged <= found.revisions <= acknowledged + 1, cut


def test_commits_are_synced_before_they_are_acknowledged(recorded: tuple[bytes, list[list[Any]]]) -> None:
    _, log = recorded
    open_files: set[str] = set()
    for step in log:
        if step[0] == "acknowledged":
            assert open_files == set()
        elif step[0] == "sync":
            open_files.discard(step[1])
        else:
            open_files.add(step[1])
