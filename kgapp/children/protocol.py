"""Frames on a pipe: four bytes of length, one of kind, then a named message as JSON or N-Quads bytes.

Never a pickle: what arrives is decoded into the types that the receiver names, or refused.
"""

from __future__ import annotations

import io
import struct
from typing import Any, Final, Protocol, TypeVar, overload

import msgspec

from kgapp.domain.messages import EndOfQuads

MAX_FRAME: Final = 64 * 1024 * 1024
_HEADER: Final = struct.Struct(">Ic")
_MESSAGE: Final = b"M"
_QUADS: Final = b"Q"

T = TypeVar("T")
U = TypeVar("U")
V = TypeVar("V")
W = TypeVar("W")


class Closed(Exception):
    """The other end is gone."""


class ProtocolError(Exception):
    """Bytes that are no frame, or a message that nobody asked for: a bug, or a child that is not ours."""


class Incoming(Protocol):
    """What a channel reads from: ``read`` gives fewer bytes than asked for only at the end."""

    def read(self, size: int, /) -> bytes: ...
    def close(self) -> None: ...


class Outgoing(Protocol):
    """What a channel writes to."""

    def write(self, piece: bytes, /) -> int: ...
    def flush(self) -> None: ...
    def close(self) -> None: ...


class Channel:
    """One end of a pair of pipes. Not thread-safe. ``doorway`` is where a child that is copied gets the copy's pipes."""

    def __init__(self, incoming: Incoming, outgoing: Outgoing, doorway: int | None = None) -> None:
        self.doorway = doorway
        self._incoming = incoming
        self._outgoing = outgoing

    def close(self) -> None:
        """Close this end."""
        self._incoming.close()
        self._outgoing.close()

    def send(self, message: object) -> None:
        """Send a dataclass under the name of its class. Raises ``Closed``."""
        name = type(message).__name__.encode()
        self._write(_MESSAGE, bytes([len(name)]) + name + msgspec.json.encode(message))

    def send_quads(self, lines: bytes) -> None:
        """Send whole lines of N-Quads, cut at line ends when they are longer than a frame."""
        while len(lines) > MAX_FRAME:
            end = lines.rfind(b"\n", 0, MAX_FRAME) + 1
            if not end:
                raise ProtocolError("a statement is longer than a frame")
            self._write(_QUADS, lines[:end])
            lines = lines[end:]
        self._write(_QUADS, lines)

    @overload
    def receive(self, first: type[T], /) -> T: ...
    @overload
    def receive(self, first: type[T], second: type[U], /) -> T | U: ...
    @overload
    def receive(self, first: type[T], second: type[U], third: type[V], /) -> T | U | V: ...
    @overload
    def receive(self, first: type[T], second: type[U], third: type[V], fourth: type[W], /) -> T | U | V | W: ...
    @overload
    def receive(self, *types: type[Any]) -> Any: ...
    def receive(self, *types: type[Any]) -> Any:
        """The next message, which must be of one of ``types``; ``bytes`` among them admits N-Quads.

        Raises ``Closed`` at the end of the stream and ``ProtocolError`` for anything else.
        """
        kind, body = self._read()
        if kind == _QUADS:
            if bytes in types:
                return body
            raise ProtocolError("N-Quads that nobody asked for")
        end = body[0] + 1
        name = body[1:end].decode()
        for wanted in types:
            if wanted.__name__ == name:
                return _decoder(wanted).decode(memoryview(body)[end:])
        raise ProtocolError(f"a message {name} that nobody asked for")

    def _read(self) -> tuple[bytes, bytes]:
        length, kind = _HEADER.unpack(self._exactly(_HEADER.size))
        if length > MAX_FRAME + 256 or kind not in (_MESSAGE, _QUADS):
            raise ProtocolError("bytes that are no frame")
        return kind, self._exactly(length)

    def _exactly(self, size: int) -> bytes:
        try:
            read = self._incoming.read(size)
        except (OSError, ValueError) as error:  # ValueError: the pipe was closed on our side
            raise Closed from error
        if len(read) != size:
            raise Closed
        return read

    def _write(self, kind: bytes, body: bytes) -> None:
        if len(body) > MAX_FRAME + 256:
            raise ProtocolError("a message is longer than a frame")
        try:
            self._outgoing.write(_HEADER.pack(len(body), kind) + body)
            self._outgoing.flush()
        except (OSError, ValueError) as error:
            raise Closed from error


class QuadStream(io.RawIOBase):
    """The N-Quads frames of a channel, up to ``EndOfQuads``, as one file."""

    def __init__(self, channel: Channel) -> None:
        super().__init__()
        self._channel = channel
        self._left = b""
        self._ended = False

    def readable(self) -> bool:
        """Always."""
        return True

    def read(self, size: int = -1) -> bytes:
        """At most ``size`` bytes; empty at the end."""
        while not self._left and not self._ended:
            frame = self._channel.receive(bytes, EndOfQuads)
            self._left, self._ended = (frame, False) if isinstance(frame, bytes) else (b"", True)
        if size < 0 or size >= len(self._left):
            piece, self._left = self._left, b""
        else:
            piece, self._left = self._left[:size], self._left[size:]
        return piece

    def drain(self) -> None:
        """Read to the end, so that the next message can be answered."""
        while self.read():
            pass


_DECODERS: Final[dict[type[Any], msgspec.json.Decoder[Any]]] = {}


def _decoder(wanted: type[Any]) -> msgspec.json.Decoder[Any]:
    found = _DECODERS.get(wanted)
    if found is None:
        found = _DECODERS[wanted] = msgspec.json.Decoder(wanted)
    return found
