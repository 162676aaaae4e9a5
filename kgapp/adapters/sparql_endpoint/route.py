"""Where a question goes, and what is told there: redirects are followed by hand, and each step is looked at anew."""

from __future__ import annotations

import base64
from contextlib import suppress
from urllib.parse import urljoin, urlsplit

from kgapp.adapters.sparql_endpoint import rules
from kgapp.adapters.sparql_endpoint.digest import Digest
from kgapp.domain import connections
from kgapp.domain.connections import Connection, SignIn
from kgapp.domain.errors import BadInput, QueryFailed, QueryRefused
from kgapp.domain.terms import shorten


class Route:
    """Where a question goes: the address of the connection, then where that sends it on."""

    def __init__(
        self, connection: Connection, secret: str, resolve: rules.Resolve, digest: Digest | None = None
    ) -> None:
        self.url = connection.url
        self._digest = digest
        self._connection = connection
        self._secret = secret
        self._resolve = resolve
        self._private_allowed = connection.allow_private
        self._origin = _origin(connection.url)

    def place(self) -> rules.Place:
        """Where to connect now. Only who begins in a private network may be sent on into one."""
        scheme, host, port = _origin(self.url)
        place = rules.look(host, port, self._resolve, private_allowed=self._private_allowed)
        if (scheme, host, port) == self._origin:
            self._private_allowed = place.private
        return place

    @property
    def may_answer(self) -> bool:
        """Whether a challenge of the place where we are now is answered: only there where the connection leads."""
        return _origin(self.url) == self._origin

    def secrets(self, place: rules.Place, method: str = "POST") -> dict[str, str]:
        """The header that signs in: only for the origin of the connection, and in clear only within one's own walls."""
        sign_in = self._connection.sign_in
        if sign_in is SignIn.NONE or not self.may_answer:
            return {}
        if self._origin[0] != "https" and not place.private:
            raise QueryRefused(
                "The password or token would go over the network in clear.",
                hint="Use an address that begins with https.",
            )
        if sign_in is SignIn.DIGEST:
            assert self._digest is not None, "who signs in by Digest has one"
            proof = self._digest.header(method, self.url)
            return {"Authorization": proof} if proof else {}
        if sign_in is SignIn.BEARER:
            if not (self._secret.isascii() and self._secret.isprintable() and " " not in self._secret):
                raise QueryRefused("The token of this connection has characters that no token has.")
            return {"Authorization": f"Bearer {self._secret}"}
        pair = f"{self._connection.user}:{self._secret}".encode()
        return {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}

    def follow(self, location: str) -> None:
        """Go where the server sends us. Raises ``QueryFailed`` or ``QueryRefused`` for where nobody should go."""
        target = urljoin(self.url, location).partition("#")[0] if location else ""
        with suppress(BadInput):
            connections.check_url(target)
            if urlsplit(self.url).scheme == "https" and urlsplit(target).scheme != "https":
                raise QueryRefused(f"The endpoint sends on from https to an open connection: {shorten(target)}")
            self.url = target
            return
        raise QueryFailed(f"The endpoint sends on to what is no address of an endpoint: “{shorten(location)}”.")


def _origin(url: str) -> tuple[str, str, int]:
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    return scheme, parts.hostname or "", parts.port or (443 if scheme == "https" else 80)
