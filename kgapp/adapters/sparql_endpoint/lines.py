"""One connection to a server at a time, which another thread can cut: the only place that knows httpx.

No proxy, no password file and no redirect is taken from anywhere. Certificates are checked against those of httpx and
those of this system, by the name of the host, though the connection is made to an address that was looked at before.
"""

from __future__ import annotations

import re
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from socket import SHUT_RDWR, socket
from typing import Final

import httpx

from kgapp.domain.connections import MIB, Bounds
from kgapp.domain.errors import IncompleteAnswer, QueryFailed, QueryStopped, QueryTimeout, UserError
from kgapp.domain.terms import shorten

_PIECE: Final = 65_536


@dataclass(frozen=True, slots=True)
class Request:
    """What to send: ``form`` is posted; without one the address is read, unless a ``method`` is named."""

    url: str
    headers: Mapping[str, str]
    form: Mapping[str, str]
    named_method: str = ""
    body: bytes = b""

    @property
    def method(self) -> str:
        """The method of HTTP."""
        return self.named_method or ("POST" if self.form else "GET")


class Reply:
    """The head of an answer, and its body while the line is held."""

    def __init__(self, response: httpx.Response, bounds: Bounds) -> None:
        self._response = response
        self._bounds = bounds
        self.status = response.status_code
        self.content_type = self.header("content-type").partition(";")[0].strip().lower()

    def header(self, name: str) -> str:
        """A header's value; empty when there is none."""
        return str(self._response.headers.get(name, ""))

    @property
    def has_end(self) -> bool:
        """Whether the end of the body can be told from a connection that broke."""
        return bool(self.header("content-length") or self.header("transfer-encoding") or self._encoding)

    def body(self) -> Iterator[bytes]:
        """The body in pieces, unpacked. Raises for one that is too large, cut or packed in an unknown way."""
        total = 0
        for piece in self._unpacked():
            total += len(piece)
            if total > self._bounds.answer_bytes:
                raise QueryFailed(
                    f"The answer is larger than {self._bounds.answer_bytes // MIB:,} MiB, the limit of this connection.",
                    hint="Ask for less, or raise the limit of the connection.",
                )
            yield piece

    def start(self, most: int) -> bytes:
        """The beginning of the body, for a message: whatever is wrong with the rest is of no interest."""
        kept = b""
        try:
            for piece in self.body():
                kept += piece
                if len(kept) >= most:
                    break
        except (UserError, httpx.TransportError, OSError):
            return kept[:most]
        return kept[:most]

    @property
    def _encoding(self) -> str:
        named = self.header("content-encoding").strip().lower()
        return "" if named == "identity" else named

    def _unpacked(self) -> Iterator[bytes]:
        if not self._encoding:
            yield from self._response.iter_raw(_PIECE)
            return
        if self._encoding not in ("gzip", "x-gzip", "deflate"):
            raise QueryFailed(
                f"The endpoint packs its answer as “{shorten(self._encoding)}”, which kgapp does not read."
            )
        try:
            yield from _inflated(self._response.iter_raw(_PIECE))
        except zlib.error as error:
            raise QueryFailed("The endpoint sent a packed answer that cannot be unpacked.") from error


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Unpacked in pieces of bounded size, however little packs however much."""
    unpack = zlib.decompressobj(wbits=47)  # gzip or zlib, as its first bytes say
    for piece in pieces:
        rest = piece
        while rest and not unpack.eof:
            yield unpack.decompress(rest, _PIECE)
            rest = unpack.unconsumed_tail
    while not unpack.eof and (more := unpack.decompress(unpack.unconsumed_tail, _PIECE)):
        yield more
    if not unpack.eof:
        raise cut_off()


class Line:
    """A connection that is kept for the next request to the same host; used by one thread at a time but for ``cut``."""

    def __init__(self, host: str, bounds: Bounds) -> None:
        self.host = host
        self._bounds = bounds
        self._lock = threading.Lock()
        self._socket: socket | None = None
        self._because: UserError | None = None
        self._client = httpx.Client(
            verify=_context(),
            trust_env=False,
            follow_redirects=False,
            limits=httpx.Limits(max_connections=1, max_keepalive_connections=1),
            timeout=httpx.Timeout(bounds.silence_s, connect=bounds.connect_s),
        )

    @contextmanager
    def ask(self, request: Request, addresses: tuple[str, ...]) -> Iterator[Reply]:
        """Send a request to the first of the addresses that can be reached. Raises what ``translated`` makes."""
        response = self._sent(request, addresses)
        try:
            yield Reply(response, self._bounds)
        finally:
            response.close()

    def cut(self, because: UserError) -> None:
        """End what runs, for this reason; returns at once, callable from any thread."""
        with self._lock:
            self._because = self._because or because
            self._shut()

    @contextmanager
    def within(self, limit_s: float, whole_s: float) -> Iterator[None]:
        """Cut the line when the block takes longer than what is left of a whole; what breaks is told as what it is."""
        late = QueryTimeout(
            f"Stopped at its limit of {whole_s:g} seconds.", hint="Make the question smaller, or give it more time."
        )
        timer = threading.Timer(max(limit_s, 0.0), self.cut, (late,))
        timer.start()
        try:
            yield
        except (httpx.TransportError, OSError, IncompleteAnswer, QueryFailed) as error:
            timer.cancel()
            if self.broken is not None:
                raise self.broken from error
            if isinstance(error, UserError):
                raise
            raise translated(error, self.host, self._bounds) from error
        finally:
            timer.cancel()
            timer.join()

    @property
    def broken(self) -> UserError | None:
        """Why the line was cut; such a line is of no more use."""
        with self._lock:
            return self._because

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def _sent(self, request: Request, addresses: tuple[str, ...]) -> httpx.Response:
        for address in addresses[:-1]:
            try:
                return self._sent_to(request, address)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return self._sent_to(request, addresses[-1])

    def _sent_to(self, request: Request, address: str) -> httpx.Response:
        named = httpx.URL(request.url)
        headers = {**request.headers, "Host": named.netloc.decode("ascii"), "Accept-Encoding": "gzip"}
        built = self._client.build_request(
            request.method,
            named.copy_with(host=address),
            headers=headers,
            data=request.form or None,
            content=request.body or None,
            extensions={"sni_hostname": named.raw_host.decode("ascii").strip("[]"), "trace": self._traced},
        )
        return self._client.send(built, stream=True)

    def _traced(self, event: str, told: Mapping[str, object]) -> None:
        if event not in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            return
        stream = told["return_value"]
        get: Callable[[str], object] = getattr(stream, "get_extra_info", lambda _: None)
        found = get("socket")
        with self._lock:
            self._socket = found if isinstance(found, socket) else None
            if self._because is not None:
                self._shut()

    def _shut(self) -> None:
        if self._socket is None:
            return
        try:
            socket.shutdown(self._socket, SHUT_RDWR)  # not that of an SSL socket, which another thread is reading
        except OSError:
            return  # it was closed in this moment


@cache
def _context() -> ssl.SSLContext:
    context = httpx.create_ssl_context(trust_env=False)
    context.load_default_certs()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def stopped() -> QueryStopped:
    """The reason of a line that the user cut."""
    return QueryStopped("Stopped.")


def cut_off() -> IncompleteAnswer:
    """What to raise for a body that ends too early."""
    return IncompleteAnswer(
        "The connection broke before the whole answer was here; nothing of it is used.", hint="Ask again."
    )


def translated(error: Exception, host: str, bounds: Bounds) -> UserError:
    """What to raise for what httpx says."""
    if isinstance(error, httpx.ConnectTimeout):
        return QueryTimeout(f"{host} could not be reached within {bounds.connect_s:g} seconds.", hint="Is it running?")
    if isinstance(error, httpx.TimeoutException):
        return QueryTimeout(
            f"{host} sent nothing for {bounds.silence_s:g} seconds.", hint="Ask for less, or again later."
        )
    certificate = _certificate(error)
    if certificate:
        return QueryFailed(
            f"{host} cannot prove that it is {host}: {certificate}.",
            hint="kgapp sends nothing to such a server. Whoever runs it has to mend its certificate.",
        )
    if isinstance(error, httpx.ConnectError):
        said = re.sub(r"^\[Errno -?\d+\] ", "", str(error))
        return QueryFailed(f"{host} cannot be reached: {shorten(said)}.", hint="Is it running? Check the network.")
    if "complete message body" in str(error) or isinstance(error, httpx.ReadError):
        return cut_off()
    if isinstance(error, httpx.RemoteProtocolError) and "chunk" in str(error):
        return cut_off()
    return QueryFailed(
        f"{host} does not answer as a web server should: {shorten(str(error))}.", hint="Check the address."
    )


def _certificate(error: BaseException) -> str:
    """What is wrong with a certificate; empty when the error is another one."""
    found: BaseException | None = error
    while found is not None:
        if isinstance(found, ssl.SSLCertVerificationError):
            return shorten(found.verify_message)
        if isinstance(found, ssl.SSLError):
            return shorten(found.reason or "it does not speak TLS")
        found = found.__cause__ or found.__context__
    return ""
