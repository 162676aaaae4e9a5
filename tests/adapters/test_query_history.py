"""What was asked, as files of the user's."""

from __future__ import annotations

import stat
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from kgapp.adapters import query_history
from kgapp.adapters.query_history import QueryHistory
from kgapp.domain.errors import BadInput
from kgapp.domain.sparql_text import Form
from kgapp.services.asking import history
from kgapp.services.asking.history import History, Outcome, Run

if TYPE_CHECKING:
    from kgapp.services.ports import ProjectMeta

RUN = Run("SELECT ?x { ?x ?p ?o }", datetime(2026, 1, 2, tzinfo=UTC), Outcome.ANSWERED, Form.SELECT, ("x", "y"), 2)
ROWS = (("<http://e/ä>", None), ('"1"', "_:b0"))


class Meta:
    """Of a project, or of an endpoint."""

    def __init__(self, project_id: str, endpoint: str = "") -> None:
        self.project_id = project_id
        self.endpoint = endpoint


def of(folder: Path, project: str = "p", endpoint: str = "") -> History:
    return History(QueryHistory(folder / "queries"), cast("ProjectMeta", Meta(project, endpoint)))


def test_a_run_comes_back_as_it_was_with_its_rows_for_its_own_project_only(tmp_path: Path) -> None:
    kept = of(tmp_path).add(RUN, ROWS)
    assert of(tmp_path).past() == (kept,)
    found = of(tmp_path).kept(kept)
    assert found is not None
    assert (found.run, found.rows) == (RUN, ROWS)
    assert of(tmp_path, "other").past() == of(tmp_path, "p", "https://e.org").past() == ()


def test_only_this_user_may_read_it(tmp_path: Path) -> None:
    of(tmp_path).add(RUN)
    (folder,) = (tmp_path / "queries").iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_oldest_go_first_and_what_is_not_kept_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query_history, "MOST_RUNS", 4)
    monkeypatch.setattr(query_history, "MOST_KEPT", 2)
    monkeypatch.setattr(query_history, "MOST_CHARACTERS", 60)
    mine = of(tmp_path)
    for seq in range(5):
        mine.add(replace(RUN, seq=seq), ROWS)
    mine.add(replace(RUN, seq=5), (("x" * 70,),))
    mine.add(replace(RUN, seq=6, outcome=Outcome.FAILED, problem="No."))
    with pytest.raises(BadInput, match="too long"):
        mine.add(replace(RUN, text="x" * 70))
    assert [past.run.seq for past in mine.past()] == [6, 5, 4, 3]
    assert [past.not_kept for past in mine.past()] == [history.NO_ANSWER, history.TOO_LARGE, "", ""]
    mine.add(replace(RUN, seq=7), ROWS)
    assert [past.not_kept for past in mine.past()] == ["", history.NO_ANSWER, history.TOO_LARGE, ""]
    assert mine.kept(mine.past()[1]) is None


def test_older_rows_are_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query_history, "MOST_KEPT", 1)
    mine = of(tmp_path)
    mine.add(RUN, ROWS)
    mine.add(RUN, ROWS)
    assert [past.not_kept for past in mine.past()] == ["", history.TOO_OLD]


def test_the_earlier_answer_of_a_query_is_found(tmp_path: Path) -> None:
    mine = of(tmp_path)
    first = mine.add(RUN, ROWS)
    mine.add(replace(RUN, outcome=Outcome.STOPPED))
    mine.add(replace(RUN, text="ASK { }"), ROWS)
    again = mine.add(replace(RUN, text=f" {RUN.text}\n"), ROWS)
    assert mine.earlier(RUN.text) == again
    assert mine.earlier(RUN.text, than=again.number) == first
    assert mine.earlier(RUN.text, than=first.number) is None


def test_one_or_all_are_forgotten(tmp_path: Path) -> None:
    mine = of(tmp_path)
    first, second = mine.add(RUN, ROWS), mine.add(RUN, ROWS)
    mine.forget(first)
    mine.forget(first)
    assert mine.past() == (second,)
    mine.clear()
    assert mine.past() == ()
    assert not [path for path in (tmp_path / "queries").rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"format": "other"}', "[" * 9000, '{"format": "kgapp-query-run/1", "at": 3}'],
    ids=["empty", "list", "nothing", "other", "deep", "half"],
)
def test_a_damaged_run_is_left_out(tmp_path: Path, text: str) -> None:
    mine = of(tmp_path)
    mine.add(RUN, ROWS)
    (path,) = tmp_path.rglob("*.run")
    path.with_name("00000002.run").write_text(text, encoding="utf-8")
    path.with_name("notes.run").write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    path.with_name("00000003.run").write_text(path.read_text(encoding="utf-8").replace("+00:00", ""), encoding="utf-8")
    assert len(mine.past()) == 1


def test_a_run_that_is_too_large_to_be_ours_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = of(tmp_path)
    mine.add(RUN, ROWS)
    monkeypatch.setattr(query_history, "_MOST_BYTES", 10)
    assert mine.past() == ()


@pytest.mark.parametrize("content", [None, b"x", b"\x1f\x8b\x08"], ids=["gone", "no gzip", "cut"])
def test_damaged_rows_are_no_rows(tmp_path: Path, content: bytes | None) -> None:
    mine = of(tmp_path)
    past = mine.add(RUN, ROWS)
    (path,) = tmp_path.rglob("*.rows")
    path.unlink()
    if content is None:
        assert mine.past()[0].not_kept == history.DAMAGED
    else:
        path.write_bytes(content)
    assert mine.kept(past) is None


def test_rows_of_another_shape_are_no_rows(tmp_path: Path) -> None:
    mine = of(tmp_path)
    past = mine.add(RUN, cast("tuple[tuple[str | None, ...], ...]", ROWS))
    (path,) = tmp_path.rglob("*.rows")
    import gzip

    path.write_bytes(gzip.compress(b"[[1]]"))
    assert mine.kept(past) is None


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "queries").write_text("a file")
    with pytest.raises(BadInput, match="cannot be kept"):
        of(tmp_path).add(RUN)


def test_many_threads_may_add(tmp_path: Path) -> None:
    mine = of(tmp_path)
    threads = [threading.Thread(target=mine.add, args=(RUN, ROWS)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [past.number for past in mine.past()] == [6, 5, 4, 3, 2, 1]
