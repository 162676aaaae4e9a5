"""Children run inside the test, their pipes made of memory."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pytest

from kgapp.children.protocol import Channel, Closed
from kgapp.domain.messages import EndOfQuads


@dataclass(frozen=True, slots=True)
class Conversation:
    """What a child answered: its messages in order, and all its N-Quads."""

    messages: tuple[Any, ...]
    quads: bytes


Talk = Callable[..., Conversation]


@pytest.fixture
def talk() -> Talk:
    """Call ``serve`` with requests (``bytes`` are N-Quads, closed by ``EndOfQuads``) and decode answers of ``types``."""

    def run(serve: Callable[[Channel], None], requests: Iterable[object], *types: type[Any]) -> Conversation:
        incoming, outgoing = io.BytesIO(), io.BytesIO()
        _send(Channel(io.BytesIO(), incoming), requests)
        incoming.seek(0)
        with suppress(Closed):  # no more requests: the end of a server
            serve(Channel(incoming, outgoing))
        outgoing.seek(0)
        return _received(Channel(outgoing, io.BytesIO()), types)

    return run


def _send(channel: Channel, requests: Iterable[object]) -> None:
    for request in requests:
        if isinstance(request, bytes):
            channel.send_quads(request)
            channel.send(EndOfQuads())
        else:
            channel.send(request)


def _received(channel: Channel, types: tuple[type[Any], ...]) -> Conversation:
    messages: list[Any] = []
    quads: list[bytes] = []
    while True:
        try:
            answer = channel.receive(bytes, *types)
        except Closed:
            return Conversation(tuple(messages), b"".join(quads))
        if isinstance(answer, bytes):
            quads.append(answer)
        else:
            messages.append(answer)
