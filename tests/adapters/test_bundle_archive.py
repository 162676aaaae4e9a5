"""Bundles as zip files: the same entries give the same bytes, and every trick that zip knows is refused."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgapp.adapters import encryption
from kgapp.adapters.bundle_archive import BundleArchive
from kgapp.adapters.encryption import Age
from kgapp.domain.bundle import GRAPH, MANIFEST, SIGNATURE, known_path
from kgapp.domain.errors import BadInput, BrokenBundle, Missing, NotABundle
from kgapp.services.bundles.containers import Entry

ARCHIVE = BundleArchive()
CONTENT = {MANIFEST: b'{"a":1}', SIGNATURE: b"{}", GRAPH: b"<a> <b> <c> <d> .\n" * 9}
LOCAL, DIRECTORY, END = 30, 46, 22


def write(file: Path, content: dict[str, bytes]) -> Path:
    ARCHIVE.write(file, [Entry(path, (raw,)) for path, raw in content.items()])
    return file


def read(file: Path) -> dict[str, bytes]:
    with ARCHIVE.open(file) as container:
        return {path: container.whole(path, 9_000_000) for path in container.sizes}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(tmp_path / "b.kgbundle", CONTENT)


def refused(file: Path, raw: bytes) -> str:
    file.write_bytes(raw)
    with pytest.raises((BrokenBundle, NotABundle)) as error:
        read(file)
    return error.value.sentence


def test_what_was_written_is_read_and_other_programs_read_the_same(file: Path) -> None:
    assert read(file) == CONTENT
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        assert {each: archive.read(each) for each in archive.namelist()} == CONTENT


def test_the_same_entries_give_the_same_bytes(file: Path, tmp_path: Path) -> None:
    pieces = [Entry(path, [raw[:3], raw[3:]]) for path, raw in CONTENT.items()]
    ARCHIVE.write(tmp_path / "again", pieces)
    assert (tmp_path / "again").read_bytes() == file.read_bytes()


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=2_000), st.sampled_from([1, 40, 30_000]))
def test_any_content_comes_back(tmp_path_factory: pytest.TempPathFactory, raw: bytes, times: int) -> None:
    where = tmp_path_factory.mktemp("any") / "b"
    content = {**CONTENT, GRAPH: raw * times if len(raw) < 40 else raw}
    write(where, content)
    with ARCHIVE.open(where) as container:
        assert b"".join(container.pieces(GRAPH)) == content[GRAPH]


def test_truncated_at_each_byte_it_is_refused(file: Path) -> None:
    raw = file.read_bytes()
    for length in range(len(raw)):
        refused(file, raw[:length])


def test_every_flipped_byte_is_noticed_or_changes_nothing(file: Path) -> None:
    raw = file.read_bytes()
    for place in range(len(raw)):
        changed = bytearray(raw)
        changed[place] ^= 0x41
        file.write_bytes(changed)
        try:
            found = read(file)
        except (BrokenBundle, NotABundle):
            continue
        assert found == CONTENT


def zipped(entries: list[tuple[str, bytes]], remark: bytes = b"", **how: object) -> bytes:
    """A zip as other programs write it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = remark
        for name, raw in entries:
            entry = info(name)
            for field, value in how.items():
                setattr(entry, field, value)
            archive.writestr(entry, raw)
    return target.getvalue()


def info(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.compress_type, entry.create_system, entry.external_attr = 8, 3, (stat.S_IFREG | 0o644) << 16
    return entry


def test_a_zip_of_another_program_in_the_same_form_is_the_same(file: Path) -> None:
    assert zipped(list(CONTENT.items())) == file.read_bytes()


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([(GRAPH, b"a"), (GRAPH, b"b")], "twice"),
        ([("Graph.nq", b"a")], "no bundle holds"),
        ([("../graph.nq", b"a")], "no bundle holds"),
        ([("/graph.nq", b"a")], "no bundle holds"),
        ([("C:/graph.nq", b"a")], "no bundle holds"),
        ([("ontology\\kgapp.ttl", b"a")], "no bundle holds"),
        ([("ontology/../kgapp.ttl", b"a")], "no bundle holds"),
        ([("ontology/", b"")], "no bundle holds"),
        ([("attachments/con", b"a")], "no bundle holds"),
        ([("gräph.nq", b"a")], ""),
        ([("attachments/" + "a" * 65, b"a")], "no bundle holds"),
        ([], "0 files"),
    ],
)
def test_paths_that_no_bundle_has_are_refused(file: Path, entries: list[tuple[str, bytes]], said: str) -> None:
    assert said in refused(file, zipped(entries))


@pytest.mark.parametrize(
    "how",
    [
        {"external_attr": (stat.S_IFLNK | 0o777) << 16},
        {"external_attr": 0o755 << 16},
        {"create_system": 0},
        {"extra": b"\x01\x00\x00\x00"},
        {"comment": b"hello"},
        {"compress_type": 0},
        {"compress_type": 12},
        {"date_time": (2026, 1, 1, 0, 0, 0)},
        {"internal_attr": 1},
    ],
)
def test_what_zip_knows_besides_is_refused(file: Path, how: dict[str, object]) -> None:
    assert "not as kgapp writes it" in refused(file, zipped([(GRAPH, b"a" * 99)], b"", **how))


def test_a_comment_and_whatever_lies_before_behind_or_between_is_refused(file: Path) -> None:
    raw = file.read_bytes()
    refused(file, zipped(list(CONTENT.items()), remark=b"hello"))
    assert "no bundle" in refused(file, b"junk" + raw)
    refused(file, b"PK\3\4" + raw)
    assert "after its end" in refused(file, raw + b"junk")
    refused(file, raw + raw)
    start = struct.unpack_from("<I", raw, len(raw) - 6)[0]
    between = bytearray(raw[:start] + b"junk" + raw[start:])
    assert "does not fit" in refused(file, bytes(between))
    struct.pack_into("<I", between, len(between) - 6, start + 4)
    assert "between" in refused(file, bytes(between))
    struct.pack_into("<I", between, len(between) - 6, start)
    struct.pack_into("<I", between, len(between) - 10, len(raw) - END - start + 4)
    refused(file, bytes(between))


def test_entries_that_overlap_are_refused(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    start = struct.unpack_from("<I", raw, len(raw) - 6)[0]
    second = start + DIRECTORY + len(MANIFEST)
    struct.pack_into("<I", raw, second + 42, 0)  # the second entry begins where the first does
    assert "overlap" in refused(file, bytes(raw))


@pytest.mark.parametrize(("place", "value"), [(8, 1), (8, 8), (8, 0x800), (4, 45), (34, 1), (36, 1), (10, 9)])
def test_flags_versions_disks_and_methods_are_fixed(file: Path, place: int, value: int) -> None:
    raw = bytearray(file.read_bytes())
    start = struct.unpack_from("<I", raw, len(raw) - 6)[0]
    struct.pack_into("<H", raw, start + place, value)
    assert "not as kgapp writes it" in refused(file, bytes(raw))


def test_a_directory_that_says_something_else_than_the_entries_is_refused(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    raw[LOCAL] ^= 1  # the path in the first local header
    assert "something else" in refused(file, bytes(raw))


@pytest.mark.parametrize(("place", "value"), [(4, 1), (6, 1), (8, 9), (10, 9), (12, 9), (16, 9), (20, 1)])
def test_an_end_that_does_not_fit_is_refused(file: Path, place: int, value: int) -> None:
    raw = bytearray(file.read_bytes())
    struct.pack_into("<H", raw, len(raw) - END + place, value)
    refused(file, bytes(raw))


def test_zip64_is_refused(file: Path) -> None:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(info(GRAPH), "w", force_zip64=True) as each,
    ):
        each.write(b"a")
    refused(file, target.getvalue())
    raw = file.read_bytes()
    end = raw[-END:]
    record = b"PK\6\6" + bytes(52) + b"PK\6\7" + bytes(16)
    refused(file, raw[:-END] + record + end)


def crafted(packed: bytes, size: int, checksum: int) -> bytes:
    """One entry whose data are these, whatever its header says."""
    path = GRAPH.encode()
    head = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, checksum, len(packed), size, len(path), 0)
    local = b"PK\3\4" + head + path + packed
    told = struct.pack(
        "<HHHHHHIIIHHHHHII",
        788,
        20,
        0,
        8,
        0,
        33,
        checksum,
        len(packed),
        size,
        len(path),
        0,
        0,
        0,
        0,
        (stat.S_IFREG | 0o644) << 16,
        0,
    )
    directory = b"PK\1\2" + told + path
    return local + directory + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(directory), len(local), 0)


def deflated(raw: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(raw) + packer.flush()


def test_bombs_and_wrong_sizes_are_refused(file: Path) -> None:
    raw = b"a" * 5_000_000
    packed, checksum = deflated(raw), zlib.crc32(raw)
    file.write_bytes(crafted(packed, len(raw), checksum))
    with ARCHIVE.open(file) as container:
        assert sum(map(len, container.pieces(GRAPH))) == len(raw)
        assert max(map(len, container.pieces(GRAPH))) <= 1 << 18
        with pytest.raises(BrokenBundle, match="too large"):
            container.whole(GRAPH, 1_000_000)
    assert "more than it says" in refused(file, crafted(packed, 1_000, checksum))
    assert "not what it says" in refused(file, crafted(packed[:-9], len(raw), checksum))
    assert "not what it says" in refused(file, crafted(deflated(b"abc"), 3, 1))
    assert "not what it says" in refused(file, crafted(deflated(b"abc") + b"more", 3, zlib.crc32(b"abc")))
    assert "not what it says" in refused(file, crafted(deflated(b"abc")[:-1], 3, zlib.crc32(b"abc")))
    assert "cannot be unpacked" in refused(file, crafted(b"\xff\xff", 3, 1))
    assert "too large" in refused(file, crafted(packed, 2**31, checksum))


def test_a_file_that_cannot_be_read_or_written_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"), ARCHIVE.open(tmp_path / "none"):
        pass
    with pytest.raises(BadInput, match="cannot be read"):
        ARCHIVE.encrypted(tmp_path / "none")
    with pytest.raises(BadInput, match="cannot be written"):
        write(tmp_path / "no" / "folder", CONTENT)


def test_known_paths_are_those_of_the_format() -> None:
    good = [GRAPH, "ontology/kgapp.ttl", "questions/know-how.ttl", "report.html", f"attachments/{'0' * 64}"]
    assert all(map(known_path, good))
    assert not any(map(known_path, ["", MANIFEST, "graph.nq\n", "questions/A.ttl", "report.htm", "attachments/x"]))


@pytest.fixture
def locked(file: Path, tmp_path: Path) -> Callable[[str], Path]:
    def to(recipient: str) -> Path:
        BundleArchive(Age()).encrypt(file, tmp_path / "locked", (recipient,))
        return tmp_path / "locked"

    return to


def test_an_encrypted_bundle_opens_for_its_recipient_alone(
    file: Path, locked: Callable[[str], Path], tmp_path: Path
) -> None:
    archive = BundleArchive(Age())
    identity, recipient = Age().new_identity()
    other, _ = Age().new_identity()
    made = locked(recipient)
    assert archive.encrypted(made)
    assert not archive.encrypted(file)
    assert b"<a> <b>" not in made.read_bytes()
    archive.decrypt(made, tmp_path / "plain", identity)
    assert (tmp_path / "plain").read_bytes() == file.read_bytes()
    with pytest.raises(BadInput, match="does not open with your key"):
        archive.decrypt(made, tmp_path / "no", other)
    with pytest.raises(BadInput, match="cannot be encrypted"):
        archive.encrypt(file, tmp_path / "no", ("age1nothing",))


def test_without_encryption_it_is_said_what_to_install(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Missing, match="not installed"):
        ARCHIVE.encrypt(file, tmp_path / "x", ("age1",))
    with pytest.raises(Missing, match="not installed"):
        ARCHIVE.decrypt(file, tmp_path / "x", "")
    assert encryption.installed()
    monkeypatch.setattr("kgapp.domain.bundle.MOST_CONTENT", 10)
    with pytest.raises(NotABundle, match="larger than"):
        ARCHIVE.decrypt(file, tmp_path / "x", "")
    with pytest.raises(BrokenBundle, match="too large"):
        read(file)


def test_nothing_is_written_while_a_bundle_is_read(file: Path) -> None:
    before = sorted(file.parent.iterdir())
    read(file)
    assert sorted(file.parent.iterdir()) == before
