"""Frames: what is sent arrives, and nothing else is taken for it."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgapp.children import protocol
from kgapp.children.protocol import Channel, Closed, ProtocolError, QuadStream
from kgapp.domain.messages import EndOfQuads, Gap, Hello, Page, Ready

cells = st.none() | st.text()
pages = st.builds(
    Page,
    st.integers(0, 9),
    st.booleans(),
    st.lists(st.text()).map(tuple),
    st.lists(st.lists(cells).map(tuple)).map(tuple),
)


def sent(*messages: object) -> Channel:
    pipe = io.BytesIO()
    channel = Channel(io.BytesIO(), pipe)
    for message in messages:
        channel.send_quads(message) if isinstance(message, bytes) else channel.send(message)
    return Channel(io.BytesIO(pipe.getvalue()), io.BytesIO())


@given(pages)
def test_a_message_arrives_as_it_was_sent(page: Page) -> None:
    assert sent(page).receive(Page) == page


@given(st.binary())
def test_bytes_that_are_no_frame_never_become_a_message(noise: bytes) -> None:
    with pytest.raises((ProtocolError, Closed, ValueError)):
        Channel(io.BytesIO(noise), io.BytesIO()).receive(Hello)


def test_a_message_that_nobody_asked_for_is_refused() -> None:
    with pytest.raises(ProtocolError, match="Gap"):
        sent(Gap(1)).receive(Ready, Hello)
    with pytest.raises(ProtocolError, match="N-Quads"):
        sent(b"<a> <b> <c> .\n").receive(Ready)


def test_a_cut_frame_is_the_end_of_the_stream() -> None:
    pipe = io.BytesIO()
    Channel(io.BytesIO(), pipe).send(Ready(1, 2))
    with pytest.raises(Closed):
        Channel(io.BytesIO(pipe.getvalue()[:-1]), io.BytesIO()).receive(Ready)


def test_a_closed_pipe_is_told_as_closed() -> None:
    gone = io.BytesIO()
    gone.close()
    with pytest.raises(Closed):
        Channel(gone, gone).send(Ready(1, 2))
    with pytest.raises(Closed):
        Channel(gone, gone).receive(Ready)


def test_frames_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "MAX_FRAME", 64)
    lines = b"".join(b"<a> <b> <c%d> .\n" % n for n in range(50))
    received = QuadStream(sent(lines, EndOfQuads()))
    assert b"".join(iter(lambda: received.read(7), b"")) == lines
    with pytest.raises(ProtocolError, match="statement"):
        sent(b"x" * 400)
    with pytest.raises(ProtocolError, match="message"):
        sent(Hello("x" * 400, 1))


def test_a_stream_of_quads_reads_like_a_file_and_can_be_drained() -> None:
    stream = QuadStream(sent(b"one\n", b"two\n", EndOfQuads(), Ready(1, 2)))
    assert stream.readable()
    assert stream.read(2) == b"on"
    assert stream.read() == b"e\n"
    stream.drain()
    assert stream.read() == b""
