"""Bundles as zip files: written in one form only, and read only in that form.

The reader believes nothing: the file must begin with the first local header and end with the end record; the entries must
follow each other without a gap or an overlap, each the same in its local header and in the directory, with the fixed time,
rights and flags that the writer gives; what zip knows besides (comments, extra fields, zip64, encryption, links, folders,
several disks, sizes after the data) is refused. So there is one way to read such a file, for every program.
"""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from kgapp.adapters.encryption import Age
from kgapp.domain import bundle
from kgapp.domain.errors import BadInput, BrokenBundle, Missing, NotABundle
from kgapp.services.bundles.containers import Entry

_LOCAL: Final = struct.Struct("<4sHHHHHIIIHH")
_DIRECTORY: Final = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END: Final = struct.Struct("<4sHHHHIIH")
_VERSION: Final = 20
_DEFLATED: Final = 8
_TIME: Final = 0
_DATE: Final = 1 << 5 | 1  # 1980-01-01
_MADE_BY: Final = 3 << 8 | _VERSION
_RIGHTS: Final = (stat.S_IFREG | 0o644) << 16
_LONGEST_PATH: Final = 200
_PIECE: Final = 1 << 18
_AGE: Final = b"age-encryption.org/v1\n"
_LIMIT: Final = "a bundle holds at most"


@dataclass(frozen=True, slots=True)
class BundleArchive:
    """Implements the port ``Containers``. ``age`` is the encryption, where it is installed."""

    age: Age | None = None

    def write(self, file: Path, entries: Iterable[Entry]) -> None:
        """Write the entries in this order; the same ones give the same bytes. Raises ``BadInput``."""
        try:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, allowZip64=False, compresslevel=6) as archive:
                for entry in entries:
                    named = zipfile.ZipInfo(entry.path)
                    named.compress_type, named.create_system, named.external_attr = _DEFLATED, 3, _RIGHTS
                    with archive.open(named, "w") as opened:
                        for piece in entry.pieces:
                            opened.write(piece)
        except zipfile.LargeZipFile as error:
            raise BadInput(
                f"The bundle would be too large: {_LIMIT} {bundle.MOST_CONTENT / 1e9:.1f} GB.", hint="Choose parts."
            ) from error
        except OSError as error:
            raise BadInput(f"The bundle cannot be written: {error.strerror or error}.") from error

    @contextmanager
    def open(self, file: Path) -> Iterator[_Opened]:
        """Open a bundle and check the container. Raises ``NotABundle`` and ``BrokenBundle``."""
        try:
            opened = file.open("rb")
        except OSError as error:
            raise BadInput(f"{file.name} cannot be read: {error.strerror}.") from error
        with opened:
            yield _Opened(opened, _checked(opened))

    def encrypted(self, file: Path) -> bool:
        """Whether a file is encrypted. Raises ``BadInput`` when it cannot be read."""
        try:
            with file.open("rb") as opened:
                return opened.read(len(_AGE)) == _AGE
        except OSError as error:
            raise BadInput(f"{file.name} cannot be read: {error.strerror}.") from error

    def encrypt(self, source: Path, target: Path, recipients: tuple[str, ...]) -> None:
        """Encrypt a bundle to recipients. Raises ``Missing`` and ``BadInput``."""
        self._age().encrypt(source, target, recipients)

    def decrypt(self, source: Path, target: Path, identity: str) -> None:
        """Decrypt a bundle. Raises ``Missing`` and ``BadInput``."""
        if source.stat().st_size > bundle.MOST_CONTENT:
            raise NotABundle(f"{source.name} is larger than a bundle can be.")
        self._age().decrypt(source, target, identity)

    def _age(self) -> Age:
        if self.age is None:
            raise Missing("Encryption is not installed.", hint="Install it with: pip install 'kgapp[encryption]'")
        return self.age


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the data of an entry is, and what it must be."""

    start: int
    packed: int
    size: int
    checksum: int
    raw_path: bytes
    header: int


class _Opened:
    """Implements ``Container``."""

    def __init__(self, file: BinaryIO, places: Mapping[str, _Place]) -> None:
        self._file = file
        self._places = places

    @property
    def sizes(self) -> Mapping[str, int]:
        return {path: place.size for path, place in self._places.items()}

    def whole(self, path: str, most: int) -> bytes:
        if self._places[path].size > most:
            raise BrokenBundle(f"{path} is too large: {self._places[path].size:,} bytes.")
        return b"".join(self.pieces(path))

    def pieces(self, path: str) -> Iterator[bytes]:
        place = self._places[path]
        unpacker, size, checksum = zlib.decompressobj(-15), 0, 0
        for piece in _unpacked(unpacker, self._packed(place), path):
            size, checksum = size + len(piece), zlib.crc32(piece, checksum)
            if size > place.size:
                raise BrokenBundle(f"{path} holds more than it says.")
            yield piece
        if not unpacker.eof or unpacker.unused_data or size != place.size or checksum != place.checksum:
            raise BrokenBundle(f"{path} is not what it says it is.")

    def _packed(self, place: _Place) -> Iterator[bytes]:
        here, end = place.start, place.start + place.packed
        while here < end:
            self._file.seek(here)
            piece = self._file.read(min(_PIECE, end - here))
            if not piece:
                raise BrokenBundle("The file became shorter while it was read.")
            here += len(piece)
            yield piece


def _unpacked(unpacker: zlib._Decompress, packed: Iterable[bytes], path: str) -> Iterator[bytes]:
    """What comes out, in pieces of a bounded size however much that is."""
    try:
        for waiting in packed:
            while waiting and not unpacker.eof:
                yield unpacker.decompress(waiting, _PIECE)
                waiting = unpacker.unconsumed_tail  # noqa: PLW2901 - what is left of it
        yield unpacker.flush()  # at most the rest of one match (RFC 1951: 258 bytes)
    except zlib.error as error:
        raise BrokenBundle(f"{path} cannot be unpacked.") from error


def _checked(file: BinaryIO) -> Mapping[str, _Place]:
    """The entries of the file, when all rules hold."""
    size = file.seek(0, 2)
    file.seek(0)
    if file.read(2) != b"PK":
        raise NotABundle("This file is no bundle.", hint="A bundle of kgapp ends in .kgbundle.")
    if size > bundle.MOST_CONTENT:
        raise BrokenBundle(f"The file is too large: {_LIMIT} {bundle.MOST_CONTENT / 1e9:.1f} GB.")
    start, count = _end(file, size)
    places = _directory(file, start, size - _END.size, count)
    _follow_each_other(file, places, start)
    if sum(place.size for place in places) > bundle.MOST_CONTENT:
        raise BrokenBundle(f"Unpacked, it is too large: {_LIMIT} {bundle.MOST_CONTENT / 1e9:.1f} GB.")
    found = {_path(place.raw_path): place for place in places}
    if len(found) != len(places):
        raise BrokenBundle("It holds a file twice.")
    return found


def _end(file: BinaryIO, size: int) -> tuple[int, int]:
    """Where the directory starts and how many entries it has."""
    if size < _END.size:
        raise BrokenBundle("It is cut off.")
    file.seek(size - _END.size)
    mark, disk, first, here, count, length, start, comment = _END.unpack(file.read(_END.size))
    if mark != b"PK\5\6":
        raise BrokenBundle("It is cut off, or something follows after its end.")
    if disk or first or here != count or comment or start + length != size - _END.size:
        raise BrokenBundle("Its end does not fit the rest.")
    if not 0 < count <= bundle.MOST_FILES:
        raise BrokenBundle(f"It has {count} files; {_LIMIT} {bundle.MOST_FILES}.")
    return start, count


def _directory(file: BinaryIO, start: int, end: int, count: int) -> list[_Place]:
    file.seek(start)
    content = file.read(end - start)
    places: list[_Place] = []
    here = 0
    for _ in range(count):
        if here + _DIRECTORY.size > len(content):
            raise BrokenBundle("Its directory is cut off.")
        told = _DIRECTORY.unpack_from(content, here)
        mark, made, version, flags, method, time, date, checksum, packed, size, path, extra, comment = told[:13]
        fixed = (mark, made, version, flags, method, time, date, extra, comment, *told[13:16])
        if fixed != (b"PK\1\2", _MADE_BY, _VERSION, 0, _DEFLATED, _TIME, _DATE, 0, 0, 0, 0, _RIGHTS):
            raise BrokenBundle("An entry of its directory is not as kgapp writes it.")
        here += _DIRECTORY.size
        name = content[here : here + path]
        here += path
        header = told[16]
        places.append(_Place(header + _LOCAL.size + path, packed, size, checksum, name, header))
    if here != len(content):
        raise BrokenBundle("Its directory does not end where it says.")
    return places


def _follow_each_other(file: BinaryIO, places: Iterable[_Place], end: int) -> None:
    """Each entry begins where the one before ends, the first with the file, the last ends with the directory."""
    here = 0
    for place in places:
        if place.header != here:
            raise BrokenBundle("Its files overlap, or something lies between them.")
        file.seek(here)
        path = place.raw_path
        expected = _LOCAL.pack(
            b"PK\3\4", _VERSION, 0, _DEFLATED, _TIME, _DATE, place.checksum, place.packed, place.size, len(path), 0
        )
        if file.read(_LOCAL.size + len(path)) != expected + path:
            raise BrokenBundle("A file in it says something else than the directory.")
        here = place.start + place.packed
    if here != end:
        raise BrokenBundle("Something lies between its files and its directory.")


def _path(raw: bytes) -> str:
    """A path as bundles have them: known, in small letters, without a way out."""
    path = raw.decode("ascii", "replace")
    if len(path) > _LONGEST_PATH or not (path in {bundle.MANIFEST, bundle.SIGNATURE} or bundle.known_path(path)):
        raise BrokenBundle(f"It holds a file that no bundle holds: {path[:80]!a}.")
    return path
