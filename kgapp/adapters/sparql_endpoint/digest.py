"""Signing in by HTTP Digest (RFC 7616): the password is never sent, but a proof that belongs to one request."""

from __future__ import annotations

import hashlib
import re
import secrets
import threading
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote, urlsplit

from kgapp.domain.errors import QueryFailed

_PARAMETER: Final = re.compile(r'([a-zA-Z-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))')
_SCHEME: Final = re.compile(r"(?:^|[,\s])Digest\s+(?=[a-zA-Z-]+\s*=)", re.IGNORECASE)
_NEXT: Final = re.compile(r",\s*[A-Za-z][\w-]*\s+(?=[a-zA-Z-]+\s*=)")
_HASHES: Final[Mapping[str, Callable[[bytes], str]]] = {
    "MD5": lambda text: hashlib.md5(text, usedforsecurity=False).hexdigest(),
    "SHA-256": lambda text: hashlib.sha256(text).hexdigest(),
    "SHA-512-256": lambda text: hashlib.new("sha512_256", text).hexdigest(),
}
_SESSION: Final = "-sess"


class Digest:
    """What a server asked for last, and how often it was answered. Any thread."""

    def __init__(self, user: str, password: str, *, token: Callable[[], str] = lambda: secrets.token_hex(16)) -> None:
        self._user, self._password, self._token = user, password, token
        self._lock = threading.Lock()
        self._asked: Mapping[str, str] = {}
        self._count = 0

    def hear(self, challenge: str) -> bool:
        """Take over what a 401 asks for; whether it is Digest. Raises ``QueryFailed`` for a kind that is not known."""
        found = parameters(challenge)
        if not found.get("nonce"):
            return False
        _hash(found)
        if "qop" in found and "auth" not in {each.strip().lower() for each in found["qop"].split(",")}:
            raise QueryFailed(
                "The endpoint asks for a kind of Digest that also covers the content; kgapp knows “auth”."
            )
        with self._lock:
            self._asked, self._count = found, 0
        return True

    def header(self, method: str, url: str) -> str:
        """The proof for a request; empty before the server asked for one."""
        with self._lock:
            asked = self._asked
            self._count += 1
            count = f"{self._count:08x}"
        return self._proof(asked, count, method, target(url)) if asked else ""

    def _proof(self, asked: Mapping[str, str], count: str, method: str, uri: str) -> str:
        made, cnonce = _hash(asked), self._token()
        realm, nonce = asked.get("realm", ""), asked["nonce"]
        secret = made(f"{self._user}:{realm}:{self._password}".encode())
        if asked.get("algorithm", "").lower().endswith(_SESSION):
            secret = made(f"{secret}:{nonce}:{cnonce}".encode())
        what = made(f"{method}:{uri}".encode())
        parts = {"username": self._user, "realm": realm, "nonce": nonce, "uri": uri}
        bare = {"algorithm": asked["algorithm"]} if "algorithm" in asked else {}
        if "qop" in asked:
            parts["response"] = made(f"{secret}:{nonce}:{count}:{cnonce}:auth:{what}".encode())
            parts["cnonce"] = cnonce
            bare |= {"qop": "auth", "nc": count}
        else:
            parts["response"] = made(f"{secret}:{nonce}:{what}".encode())
        if "opaque" in asked:
            parts["opaque"] = asked["opaque"]
        quoted = (f'{name}="{_escaped(value)}"' for name, value in parts.items())
        return "Digest " + ", ".join((*quoted, *(f"{name}={value}" for name, value in bare.items())))


def parameters(challenge: str) -> Mapping[str, str]:
    """What a ``WWW-Authenticate`` header asks of who signs in by Digest; empty where it does not ask for that."""
    scheme = _SCHEME.search(challenge)
    if scheme is None:
        return {}
    rest = challenge[scheme.end() :]
    other = _NEXT.search(rest)
    own = rest[: other.start()] if other else rest
    return {name.lower(): re.sub(r"\\(.)", r"\1", text) or bare for name, text, bare in _PARAMETER.findall(own)}


def target(url: str) -> str:
    """What of an address stands in the first line of a request."""
    parts = urlsplit(url)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return f"{path}?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else path


def _hash(asked: Mapping[str, str]) -> Callable[[bytes], str]:
    named = asked.get("algorithm", "MD5")
    bare = named[: -len(_SESSION)] if named.lower().endswith(_SESSION) else named
    found = _HASHES.get(bare.upper())
    if found is None:
        raise QueryFailed(f"The endpoint asks for Digest with “{named[:30]}”; kgapp knows {', '.join(_HASHES)}.")
    return found


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
