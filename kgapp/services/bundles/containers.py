"""The files that hold bundles, as the services need them; ``adapters.bundle_archive`` says what they may look like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Entry:
    """One file to put into a bundle; its content in pieces, which may be read more than once."""

    path: str
    pieces: tuple[bytes, ...] | list[bytes]


class Container(Protocol):
    """An open bundle whose rules were all checked."""

    @property
    def sizes(self) -> Mapping[str, int]:
        """The size of each file in it."""
        ...

    def whole(self, path: str, most: int) -> bytes:
        """A small file of it. Raises ``BrokenBundle``, also when it is larger than ``most``."""
        ...

    def pieces(self, path: str) -> Iterator[bytes]:
        """A file of it, checked to its end. Raises ``BrokenBundle``."""
        ...


class Containers(Protocol):
    """Files that hold bundles."""

    def write(self, file: Path, entries: Iterable[Entry]) -> None:
        """Write entries in this order: the same ones give the same bytes. Raises ``BadInput``."""

    def open(self, file: Path) -> AbstractContextManager[Container]:
        """Open a bundle and check the container. Raises ``NotABundle`` and ``BrokenBundle``."""
        ...

    def encrypted(self, file: Path) -> bool:
        """Whether a file is encrypted. Raises ``BadInput`` when it cannot be read."""
        ...

    def encrypt(self, source: Path, target: Path, recipients: tuple[str, ...]) -> None:
        """Encrypt a bundle to recipients. Raises ``Missing`` and ``BadInput``."""

    def decrypt(self, source: Path, target: Path, identity: str) -> None:
        """Decrypt a bundle. Raises ``Missing`` and ``BadInput``."""
