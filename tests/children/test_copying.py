"""A child that copies itself, with this process as the child."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from kgapp.children import copying
from kgapp.children.copying import Copier
from kgapp.children.protocol import Channel
from kgapp.domain.messages import Hello


def _said_by_a_copy(script: str) -> str:
    """What a script of its own process prints; a copy of this process would run the tests a second time."""
    import subprocess
    import sys

    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout


def test_a_copy_rests_only_after_its_last_work(monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = socket.socketpair()
    with here:
        copier = Copier(there.detach())
        monkeypatch.setattr(copying, "REST_S", 0.0)
        assert not copier._rested()
        copier.rests()
        assert copier._rested()
        copier.works()
        assert not copier._rested()
        copier._door.close()
        for end in copier._ends_with_us:
            os.close(end)


def test_a_copy_has_what_was_there_a_channel_of_its_own_and_ends_after_a_rest(tmp_path: Path) -> None:
    script = f"""
import os, socket
from kgapp.children import copying
from kgapp.children.protocol import Channel
from kgapp.domain.messages import Hello
copying.REST_S = 0.1
here, there = socket.socketpair()
copier = copying.Copier(there.detach())
theirs_in, ours_out = os.pipe()
ours_in, theirs_out = os.pipe()
socket.send_fds(here, [b"."], [theirs_in, theirs_out])
os.close(theirs_in); os.close(theirs_out)
held = "what was loaded"
first = open({str(tmp_path / "a")!r}, "w+b")
number, channel = copier.fork(Channel(first, first))
if not number:
    channel.send(Hello(held, 1))
    copier.rests()
    channel.receive(Hello)
mine = Channel(os.fdopen(ours_in, "rb"), os.fdopen(ours_out, "wb"))
print(mine.receive(Hello).name, copier.bury(), first.closed)
"""
    assert _said_by_a_copy(script).split("\n")[0] == "what was loaded -9 False"


def test_a_channel_that_is_closed_says_nothing_more(tmp_path: Path) -> None:
    with (tmp_path / "a").open("w+b") as file:
        channel = Channel(file, file)
        channel.close()
        assert file.closed
        with pytest.raises(Exception):  # noqa: B017, PT011 - Closed, whose module is not imported here
            channel.send(Hello("a", 1))
