"""Reads what follows a request on the pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgapp.domain.messages import EndOfQuads

if TYPE_CHECKING:
    from kgapp.children.protocol import Channel


def all_quads(channel: Channel) -> bytes:
    """The N-Quads frames up to ``EndOfQuads``, joined."""
    frames: list[bytes] = []
    while isinstance(frame := channel.receive(bytes, EndOfQuads), bytes):
        frames.append(frame)
    return b"".join(frames)
