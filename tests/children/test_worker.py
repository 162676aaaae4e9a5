"""A child that loses kgapp takes what it started with it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

PROGRAM = """
import os, subprocess, sys, time
from kgapp.children.worker import _watch_parent

started = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], stdout=1)
print(started.pid, flush=True)
_watch_parent(0)
time.sleep(600)
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="process groups are a matter of POSIX")
def test_what_a_child_started_ends_with_it_when_kgapp_is_gone() -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )
    assert child.stdin is not None
    assert child.stdout is not None
    assert int(child.stdout.readline())
    child.stdin.close()  # what happens when kgapp is killed
    child.stdin = None
    rest, _ = child.communicate(timeout=20)  # ends only when everything that holds the pipe has ended
    assert rest == b""
    assert child.returncode
