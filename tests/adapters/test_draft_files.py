"""Drafts on disk: kept whole or not at all, found again, set aside when damaged."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgapp.adapters.draft_files import DraftFiles
from kgapp.domain.errors import BadInput
from kgapp.services.drafts import MOST_CHARACTERS, MOST_DRAFTS, Draft, check_size

NOW = datetime(2026, 11, 23, 12, 3, tzinfo=UTC)


def draft(place: str, content: str = "x", at: datetime = NOW) -> Draft:
    return Draft(place, "MOI", at, content)


@pytest.fixture
def store(tmp_path: Path) -> DraftFiles:
    return DraftFiles(tmp_path / "drafts")


def test_a_draft_is_found_again_by_another_run(store: DraftFiles, tmp_path: Path) -> None:
    store.keep("p-1", draft("edit a"))
    assert DraftFiles(tmp_path / "drafts").left("p-1").drafts == (draft("edit a"),)
    assert store.left("p-2").drafts == ()


def test_a_newer_draft_takes_the_place_of_the_older_and_the_newest_comes_first(store: DraftFiles) -> None:
    store.keep("p", draft("edit a", "old"))
    store.keep("p", draft("edit b", "b", NOW + timedelta(seconds=1)))
    store.keep("p", draft("edit a", "new", NOW + timedelta(seconds=2)))
    assert [each.content for each in store.left("p").drafts] == ["new", "b"]


def test_what_was_saved_is_dropped_and_a_draft_that_comes_late_too(store: DraftFiles) -> None:
    store.keep("p", draft("edit a"))
    store.drop("p", "edit a", NOW + timedelta(seconds=1))
    store.keep("p", draft("edit a", "late"))
    assert store.left("p").drafts == ()
    store.keep("p", draft("edit a", "typed after", NOW + timedelta(seconds=2)))
    assert [each.content for each in store.left("p").drafts] == ["typed after"]
    store.drop("p", "nothing there", NOW)


def test_a_drop_that_comes_late_leaves_what_was_typed_since(store: DraftFiles) -> None:
    store.keep("p", draft("edit a", "typed after the save", NOW + timedelta(seconds=2)))
    store.drop("p", "edit a", NOW + timedelta(seconds=1))
    assert [each.content for each in store.left("p").drafts] == ["typed after the save"]
    store.keep("p", draft("edit a", "older", NOW + timedelta(seconds=1, milliseconds=1)))
    assert [each.content for each in store.left("p").drafts] == ["typed after the save"]
    store.drop("p", "edit a", NOW + timedelta(seconds=3))
    assert store.left("p").drafts == ()


DAMAGED = [
    b"",
    b"{",
    b"[1]",
    b"\xff\xfe",
    b"[" * 100_000,
    json.dumps({"format": "kgapp-draft/9", "place": "", "title": "", "at": NOW.isoformat(), "content": ""}).encode(),
    json.dumps({"format": "kgapp-draft/1", "place": 3, "title": "", "at": NOW.isoformat(), "content": ""}).encode(),
    json.dumps({"format": "kgapp-draft/1", "place": "", "title": "", "at": "noon", "content": ""}).encode(),
    json.dumps({"format": "kgapp-draft/1", "place": "", "title": "", "at": "2026-11-23", "content": ""}).encode(),
]


@pytest.mark.parametrize("content", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_file_is_set_aside_and_counted_once(store: DraftFiles, tmp_path: Path, content: bytes) -> None:
    store.keep("p", draft("edit a"))
    store.keep("p", draft("edit b"))
    path = next((tmp_path / "drafts" / "p").glob("*.json"))
    path.write_bytes(content)
    left = store.left("p")
    assert (len(left.drafts), left.damaged) == (1, 1)
    assert path.with_suffix(".damaged").read_bytes() == content
    assert store.left("p").damaged == 0


def test_what_is_no_file_is_damaged_and_stays(store: DraftFiles, tmp_path: Path) -> None:
    (tmp_path / "drafts" / "p" / "folder.json").mkdir(parents=True)
    (tmp_path / "drafts" / "p" / "folder.damaged" / "full").mkdir(parents=True)
    assert store.left("p").damaged == 1


def test_a_file_that_is_too_large_is_not_read(store: DraftFiles, tmp_path: Path) -> None:
    store.keep("p", draft("edit a"))
    path = next((tmp_path / "drafts" / "p").glob("*.json"))
    with path.open("r+b") as file:
        file.truncate(65_000_000)
    assert store.left("p").damaged == 1


def test_only_so_many_drafts_are_kept(store: DraftFiles) -> None:
    for at in range(MOST_DRAFTS + 3):
        store.keep("p", draft(f"edit {at}", at=NOW + timedelta(seconds=at)))
    assert len(store.left("p").drafts) == MOST_DRAFTS


def test_too_much_input_is_refused_and_the_older_draft_stays(store: DraftFiles) -> None:
    store.keep("p", draft("edit a", "small"))
    with pytest.raises(BadInput, match="too large"):
        store.keep("p", draft("edit a", "x" * MOST_CHARACTERS))
    assert [each.content for each in store.left("p").drafts] == ["small"]
    check_size(draft("edit a"))


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("a file")
    store = DraftFiles(tmp_path / "drafts")
    with pytest.raises(BadInput, match="cannot be kept"):
        store.keep("p", draft("edit a"))
    other = DraftFiles(tmp_path / "other")
    other.keep("p", draft("edit a"))
    path = next((tmp_path / "other" / "p").iterdir())
    path.unlink()
    path.mkdir()
    with pytest.raises(BadInput, match="cannot be removed"):
        other.drop("p", "edit a", NOW)


def test_a_strange_project_id_stays_below_the_folder(store: DraftFiles, tmp_path: Path) -> None:
    store.keep("../../etc/x", draft("edit a"))
    assert [path.name for path in (tmp_path / "drafts").iterdir()] == ["______etc_x"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["keep", "drop"]), st.sampled_from("abc"), st.text(alphabet='x\n"\0é\ud7ff', max_size=4)
        ),
        max_size=12,
    )
)
def test_after_any_input_and_saving_exactly_what_is_unsaved_is_left(steps: list[tuple[str, str, str]]) -> None:
    expected: dict[str, Draft] = {}
    with TemporaryDirectory() as folder:
        store = DraftFiles(Path(folder))
        for count, (what, place, content) in enumerate(steps):
            at = NOW + timedelta(seconds=count)
            if what == "keep":
                expected[place] = Draft(place, "title", at, content)
                store.keep("p", expected[place])
            else:
                expected.pop(place, None)
                store.drop("p", place, at)
        again = DraftFiles(Path(folder)).left("p")
    assert again.drafts == tuple(sorted(expected.values(), key=lambda each: each.at, reverse=True))
    assert again.damaged == 0
