"""Children as processes: their limits, their end, and what they may not do."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kgapp.adapters.children import jobs, pipes, process
from kgapp.adapters.children.process import Child, Limits
from kgapp.domain.errors import BadInput, ChildDied, QueryTimeout
from kgapp.domain.messages import Ask, EndOfQuads, Load, Parsed, ParseFile, Ready, WriteFile, Written

if TYPE_CHECKING:
    from tests.adapters.children.conftest import Processes


def test_a_child_that_cannot_start_says_why() -> None:
    with pytest.raises(ChildDied, match="KeyError"):
        Child("nonsense", Limits())


def test_a_killed_child_ends_whoever_waits_for_it() -> None:
    child = Child("index", Limits())
    try:
        timer = threading.Timer(0.1, child.kill)
        timer.start()
        with pytest.raises(ChildDied, match="signal 9"):
            child.receive(Ready)
        timer.join()
    finally:
        child.close()
        child.close()


@pytest.mark.parametrize("polls", [True, False], ids=["poll", "timer"])
def test_a_late_child_is_killed(monkeypatch: pytest.MonkeyPatch, polls: bool) -> None:
    monkeypatch.setattr(process, "POLLS", polls and pipes.POLLS)
    child = Child("index", Limits())
    try:
        with pytest.raises(ChildDied), child.within(0.1):
            child.receive(Ready)
        assert child.late
    finally:
        child.close()


def test_a_late_job_is_told_as_late(tmp_path: Path) -> None:
    big = tmp_path / "big.nt"
    big.write_bytes(b"".join(b"<http://e/%d> <http://e/p> 'x' .\n" % n for n in range(200_000)).replace(b"'", b'"'))
    request = ParseFile(str(big), "nt", "http://e/", "http://e/g", "0" * 64)
    with pytest.raises(QueryTimeout, match="parse"):
        list(jobs.read("parse", request, Parsed, limit_s=0.05))
    with pytest.raises(QueryTimeout, match="write"):
        jobs.write("write", WriteFile(str(tmp_path / "x.ttl"), "ttl", ()), _endless(), Written, limit_s=0.3)


def test_a_job_that_is_not_read_to_its_end_leaves_no_process(tmp_path: Path, processes: Processes) -> None:
    big = tmp_path / "big.nt"
    big.write_bytes(b"".join(b'<http://e/%d> <http://e/p> "x" .\n' % n for n in range(100_000)))
    answers = jobs.read("parse", ParseFile(str(big), "nt", "http://e/", "http://e/g", "0" * 64), Parsed, limit_s=60)
    next(answers)
    answers.close()  # type: ignore[attr-defined]  # a generator
    assert not processes()


def test_a_job_that_dies_is_told(tmp_path: Path) -> None:
    request = ParseFile(str(tmp_path), "nt", "http://e/", "http://e/g", "0" * 64)  # a folder: the job's own open fails
    with pytest.raises((ChildDied, BadInput)):
        list(jobs.read("parse", request, Parsed, limit_s=60))


def test_python_code_in_a_child_has_no_network() -> None:
    script = (
        "import sys; from kgapp.children import worker\n"
        "sys.addaudithook(worker._refuse_network)\n"
        "import urllib.request\n"
        "try:\n    urllib.request.urlopen('http://127.0.0.1:9/')\n"
        "except OSError as error:\n    print(error)\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "no network" in ran.stdout


def _endless() -> list[bytes]:
    return [b'<http://e/a> <http://e/p> "%d" .\n' % n * 2000 for n in range(3000)]


def test_an_endless_query_ends_its_child_even_when_nobody_waits() -> None:
    child = Child("index", Limits())
    try:
        child.send(Load(1))
        child.send_quads(b"".join(b'<http://e/%d> <http://e/p> "x" .\n' % n for n in range(1000)))
        child.send(EndOfQuads())
        child.receive(Ready)
        child.send(Ask(1, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", True, 0.1))
        with pytest.raises(ChildDied, match="signal 14"):
            child.receive(Ready)
    finally:
        child.close()
