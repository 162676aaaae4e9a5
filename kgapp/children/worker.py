"""Where a child starts: ``python -m kgapp.children.worker NAME MEMORY_BYTES OPEN_FILES [DOORWAY]``.

It limits itself before it loads anything: memory and open files where the system offers that, and no network
for whatever Python code runs here. Standard output is the pipe; what libraries print goes to standard error.
"""

from __future__ import annotations

import importlib
import os
import select
import signal
import sys
import threading
from typing import Final

from kgapp.children.protocol import Channel, Closed
from kgapp.domain.messages import PROTOCOL, Hello

SERVERS: Final = {
    "index": "kgapp.children.index",
    "checker": "kgapp.children.checker",
    "parse": "kgapp.children.jobs.parse",
    "graph": "kgapp.children.jobs.graph",
    "write": "kgapp.children.jobs.write",
    "update": "kgapp.children.jobs.update",
    "shacl": "kgapp.children.jobs.shacl",
    "owl": "kgapp.children.jobs.owl",
    "workbook": "kgapp.children.jobs.workbook",
}
"""What a child is called and the module whose ``serve(channel)`` it runs."""

_STACK_BYTES: Final = 256 * 1024 * 1024
_NETWORK: Final = frozenset(
    {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}
)


def main(arguments: list[str]) -> int:
    """Serve one parent until it is gone or the job is done."""
    name, memory_bytes, open_files, *doorway = arguments[0], *map(int, arguments[1:])
    channel, incoming = _channel(*doorway)
    _limit(memory_bytes, open_files)
    _watch_parent(incoming)
    sys.addaudithook(_refuse_network)
    outcome: list[int] = []
    threading.stack_size(_STACK_BYTES)  # deep queries recurse in native code
    thread = threading.Thread(target=lambda: outcome.append(_serve(name, channel)), daemon=True)
    thread.start()
    thread.join()
    return outcome[0] if outcome else 1


def _serve(name: str, channel: Channel) -> int:
    server = importlib.import_module(SERVERS[name])
    try:
        channel.send(Hello(name, PROTOCOL))
        server.serve(channel)
    except Closed:  # kgapp is gone or has what it wanted
        return 0
    return 0


def _channel(doorway: int | None = None) -> tuple[Channel, int]:
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return Channel(incoming, outgoing, doorway), incoming.fileno()


def _limit(memory_bytes: int, open_files: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no limits of this kind
        return
    if memory_bytes:
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_NOFILE, (open_files, open_files))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _watch_parent(incoming: int) -> None:
    """End this child, and a Java that it started, when the other end of the pipe closes, even in mid query."""
    if not hasattr(select, "poll"):  # Windows: the end of the pipe is seen at the next read
        return
    hung_up = select.poll()
    hung_up.register(incoming, 0)

    def watch() -> None:
        hung_up.poll()
        if os.getpgrp() == os.getpid():  # the group is ours alone
            os.killpg(0, signal.SIGKILL)
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


def _refuse_network(event: str, _arguments: tuple[object, ...]) -> None:
    if event in _NETWORK:
        raise PermissionError("Children of kgapp have no network.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
