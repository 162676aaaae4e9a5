"""Whether whoever asked has given up: a stop that comes before an engine has the question must stop it, too.

Who starts work on a thread says with ``known_by`` how it is given up; an engine looks before it asks. Work that nobody can
give up (the command line's, which ends with its process) is always wanted.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

_NEVER: Final = threading.Event()
_known: ContextVar[threading.Event] = ContextVar("given_up", default=_NEVER)


@contextmanager
def known_by(given_up: threading.Event) -> Iterator[None]:
    """What is asked on this thread within the block is not wanted any more once the event is set."""
    token = _known.set(given_up)
    try:
        yield
    finally:
        _known.reset(token)


def given_up() -> bool:
    """Whether what is asked on this thread is not wanted any more."""
    return _known.get().is_set()
