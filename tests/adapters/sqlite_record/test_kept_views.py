from collections.abc import Iterator
from pathlib import Path

import pytest

from kgapp.adapters.sqlite_record import files, kept_views
from kgapp.adapters.sqlite_record.reader import SqliteReader
from kgapp.adapters.sqlite_record.writer import SqliteWriter
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.terms import Iri


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[SqliteReader, SqliteWriter]]:
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    path = tmp_path / "a.kgproject"
    files.create(path, Iri("https://e.org/"), ())
    reader, writer = files.open_reader(path), files.open_writer(path)
    yield reader, writer
    writer.close()
    reader.close()


def test_views_of_a_kind_are_given_by_name(both: tuple[SqliteReader, SqliteWriter]) -> None:
    reader, writer = both
    for name, kind in (("b", "graph"), ("a", "graph"), ("c", "map")):
        writer.keep_view(name, kind, f"{kind} {name}")
    writer.keep_view("a", "graph", "newer")
    assert reader.views("graph") == (("a", "newer"), ("b", "graph b"))
    assert reader.views("none") == ()


@pytest.mark.parametrize("name", ["", "  ", "x" * 121, "a\nb", "a\x00b"])
def test_a_name_is_short_and_can_be_read(both: tuple[SqliteReader, SqliteWriter], name: str) -> None:
    with pytest.raises(BadInput, match="cannot be the name"):
        both[1].keep_view(name, "graph", "")


def test_a_name_of_another_kind_is_not_replaced(both: tuple[SqliteReader, SqliteWriter]) -> None:
    reader, writer = both
    writer.keep_view("a", "map", "kept")
    with pytest.raises(BadInput, match="another kind"):
        writer.keep_view("a", "graph", "new")
    assert reader.views("map") == (("a", "kept"),)


def test_size_and_number_are_bounded(both: tuple[SqliteReader, SqliteWriter], monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = both
    with pytest.raises(BadInput, match="too large"):
        writer.keep_view("a", "graph", "x" * (kept_views.LARGEST + 1))
    monkeypatch.setattr(kept_views, "MOST", 2)
    writer.keep_view("a", "graph", "abc")
    writer.keep_view("b", "graph", "")
    with pytest.raises(BadInput, match="at most 2"):
        writer.keep_view("c", "graph", "")
    writer.keep_view("b", "graph", "again")
    monkeypatch.setattr(kept_views, "LARGEST", 2)
    assert reader.views("graph")[0] == ("a", "")
    writer.rename_view("a", "graph", "too large to read")
    monkeypatch.setattr(kept_views, "LARGEST", 3)
    assert ("too large to read", "abc") in reader.views("graph")


def test_a_renamed_view_keeps_its_content_and_a_failed_one_its_name(both: tuple[SqliteReader, SqliteWriter]) -> None:
    reader, writer = both
    writer.keep_view("a", "graph", "content")
    writer.rename_view("a", "graph", "a")
    writer.rename_view("a", "graph", "b")
    with pytest.raises(BadInput):
        writer.rename_view("b", "graph", "x" * 200)
    assert reader.views("graph") == (("b", "content"),)
    with pytest.raises(NotFound):
        writer.rename_view("a", "graph", "c")
    with pytest.raises(NotFound):
        writer.drop_view("a", "graph")
    writer.drop_view("b", "graph")
    assert reader.views("graph") == ()
