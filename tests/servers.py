"""Real SPARQL servers on loopback for tests, and a hostile one. A server that is not installed skips its tests.

Each starts once per test process, in a temporary folder, on a free port, and is ended with everything it started.
"""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

import pytest

RESULTS: Final = "application/sparql-results+json"
_START_S: Final = 90.0
_VIRTUOSO: Final = "virtuoso-t"
_INI: Final = """\
[Database]
DatabaseFile = {folder}/v.db
ErrorLogFile = {folder}/v.log
LockFile = {folder}/v.lck
TransactionFile = {folder}/v.trx
xa_persistent_file = {folder}/v.pxa
FileExtend = 200
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = {folder}/t.db
TransactionFile = {folder}/t.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
DisableUnixSocket = 1
ServerThreads = 10
CheckpointInterval = 0
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
DirsAllowed = {folder}
CaseMode = 2
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
ServerThreads = 6
[SPARQL]
ResultSetMaxRows = {most_rows}
"""
_EMPTIED: Final = (  # RDF_GLOBAL_RESET also makes all its tables anew, which takes longer than most tests
    "log_enable(3, 1); delete from DB.DBA.RDF_QUAD; delete from DB.DBA.RDF_EXPLICITLY_CREATED_GRAPH;"
)


@dataclass(frozen=True, slots=True)
class Server:
    """A running server. ``fill`` adds N-Quads (every line with a graph), ``empty`` removes everything that was filled in."""

    name: str
    query_url: str
    update_url: str
    fill: Callable[[bytes], None]
    empty: Callable[[], None]


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Virtuoso as Debian has it, with the usual limit of 10,000 rows."""
    with virtuoso_at(tmp_path_factory.mktemp("virtuoso"), most_rows=10_000) as server:
        yield server


@pytest.fixture(scope="session")
def strict_virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Virtuoso that gives at most 300 rows."""
    with virtuoso_at(tmp_path_factory.mktemp("strict-virtuoso"), most_rows=300) as server:
        yield server


@pytest.fixture(scope="session")
def oxigraph_server() -> Iterator[Server]:
    """The Oxigraph server, in memory."""
    with oxigraph_running() as server:
        yield server


@contextmanager
def virtuoso_at(folder: Path, *, most_rows: int, buffers: int = 10_000) -> Iterator[Server]:
    """Virtuoso in a folder, until the block ends; ``buffers`` of 8 KB hold its pages. What a folder holds is used again."""
    if shutil.which(_VIRTUOSO) is None or shutil.which("isql-vt") is None:
        pytest.skip("Virtuoso is not installed (Debian: virtuoso-opensource-7)")
    sql_port, port = free_port(), free_port()
    ini = _INI.format(
        folder=folder, sql_port=sql_port, port=port, most_rows=most_rows, buffers=buffers, dirty=buffers * 3 // 5
    )
    (folder / "virtuoso.ini").write_text(ini)

    def told(command: str) -> None:
        called = ["isql-vt", f"127.0.0.1:{sql_port}", "dba", "dba", "BANNER=OFF", "ERRORS=STDOUT", f"exec={command}"]
        done = subprocess.run(called, capture_output=True, text=True, timeout=600, check=False)
        failed = done.returncode != 0 or "Error" in done.stdout
        assert not failed, done.stdout + done.stderr

    def fill(nquads: bytes) -> None:
        file = folder / f"fill-{time.monotonic_ns()}.nq"
        file.write_bytes(nquads)
        told(
            f"delete from DB.DBA.load_list; ld_dir('{folder}', '{file.name}', 'urn:none'); rdf_loader_run(); checkpoint;"
        )
        told(
            "select case when exists (select 1 from DB.DBA.load_list where ll_error is not null) then signal('Error','load') else 1 end;"
        )
        file.unlink()

    def empty() -> None:
        told(_EMPTIED)

    log, new = folder / "out.log", not (folder / "v.db").exists()
    with _process([_VIRTUOSO, "+foreground", "+configfile", str(folder / "virtuoso.ini")], log, folder):
        url = f"http://127.0.0.1:{port}/sparql"
        _wait_for(f"{url}?query=ask%7B%7D", log)
        if new:
            told('grant SPARQL_UPDATE to "SPARQL";')
        yield Server("Virtuoso", url, url, fill, empty)


@contextmanager
def oxigraph_running() -> Iterator[Server]:
    """The Oxigraph server, until the block ends."""
    program = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if program is None:
        pytest.skip("the Oxigraph server is not installed (PyPI: oxigraph)")
    place = f"127.0.0.1:{free_port()}"

    def sent(path: str, content: bytes, kind: str) -> None:
        request = urllib.request.Request(f"http://{place}{path}", content, {"Content-Type": kind}, method="POST")
        urllib.request.urlopen(request, timeout=600).close()

    def fill(nquads: bytes) -> None:
        sent("/store", nquads, "application/n-quads")

    def empty() -> None:
        sent("/update", b"CLEAR ALL", "application/sparql-update")

    log = Path(os.environ["KGAPP_HOME"]) / "oxigraph.log"
    with _process([program, "serve", "--bind", place], log, log.parent):
        _wait_for(f"http://{place}/query?query=ask%7B%7D", log)
        yield Server("Oxigraph", f"http://{place}/query", f"http://{place}/update", fill, empty)


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@contextmanager
def _process(command: list[str], log: Path, folder: Path) -> Iterator[None]:
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=folder)
    try:
        yield
    finally:
        process.kill()
        process.wait()


def _wait_for(url: str, log: Path) -> None:
    end = time.monotonic() + _START_S
    while True:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except OSError:
            if time.monotonic() > end:
                pytest.fail(f"the server did not start: {log.read_text(errors='replace')[-2000:]}")
            threading.Event().wait(0.05)
        else:
            return


# ------------------------------------------------------------------------------------------------ the hostile one


@dataclass(frozen=True, slots=True)
class Asked:
    """What the hostile server was asked."""

    method: str
    path: str
    headers: dict[str, str]
    form: dict[str, str]


class Talk:
    """One conversation: what was asked, and raw bytes to answer with."""

    def __init__(self, asked: Asked, handler: BaseHTTPRequestHandler, gone: threading.Event) -> None:
        self.asked = asked
        self._handler = handler
        self._gone = gone

    def send(
        self, body: bytes, kind: str = "text/plain", status: int = 200, headers: dict[str, str] | None = None
    ) -> None:
        """A whole answer; ``headers`` may claim another length."""
        self.head(status, {"Content-Length": str(len(body)), "Content-Type": kind, **(headers or {})})
        self.raw(body)

    def results(self, json: str, headers: dict[str, str] | None = None) -> None:
        """SPARQL results."""
        self.send(json.encode(), RESULTS, headers=headers)

    def packed(self, body: bytes) -> None:
        """SPARQL results, packed."""
        self.send(gzip.compress(body), RESULTS, headers={"Content-Encoding": "gzip"})

    def head(self, status: int, headers: dict[str, str]) -> None:
        """Status and headers."""
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self.raw(f"HTTP/1.1 {status} Said\r\nConnection: close\r\n{lines}\r\n".encode())

    def raw(self, content: bytes) -> None:
        """Anything."""
        self._handler.wfile.write(content)
        self._handler.wfile.flush()

    def wait(self) -> None:
        """Say nothing until the test is over."""
        self._gone.wait(30)

    def drip(self, content: bytes) -> None:
        """The same bytes again and again, until the other side or the test is gone."""
        while not self._gone.wait(0.01):
            self.raw(content)


class Hostile:
    """A server that answers as a test says; ``asked`` is what came."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.answer: Callable[[Talk], None] = lambda talk: talk.send(b"")
        self._gone = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
                form = dict(urllib.parse.parse_qsl(body))
                asked = Asked(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, form)
                outer.asked.append(asked)
                self.close_connection = True
                outer.answer(Talk(asked, self, outer._gone))

            do_GET = do_POST  # noqa: N815 - the library's name

            def log_message(self, *_: object) -> None: ...

        class Quiet(ThreadingHTTPServer):
            daemon_threads = False

            def handle_error(self, *_: object) -> None: ...

        self._server = Quiet(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()
        self.port = self._server.server_port
        self.url = f"http://127.0.0.1:{self.port}/sparql"

    def secured(self, context: ssl.SSLContext) -> None:
        """Speak TLS from now on."""
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.url = self.url.replace("http:", "https:")

    def close(self) -> None:
        """End, and let go of whoever waits."""
        self._gone.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def hostile() -> Iterator[Hostile]:
    """A server of one's own, on loopback, that does what the test says."""
    server = Hostile()
    yield server
    server.close()
