"""Connections are kept by name, their secrets elsewhere, and a secret is only for the address it was given for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgapp.domain import connections as values
from kgapp.domain.connections import Connection, SignIn
from kgapp.domain.errors import BadInput, Missing, NotFound
from kgapp.services.remote.connections import PRIVATE, SECRET, Connections

URL = "https://e.org/sparql"
PLANT = Connection("Plant graph", URL, SignIn.BASIC, "me")
OPEN = Connection("open", "http://localhost:7878/query", allow_private=True)


class Memory:
    """A store that forgets with the test."""

    def __init__(self) -> None:
        self.kept: tuple[Connection, ...] = ()

    def read(self) -> tuple[Connection, ...]:
        return self.kept

    def write(self, kept: tuple[Connection, ...]) -> None:
        self.kept = kept


class Ring:
    """A keyring."""

    def __init__(self) -> None:
        self.secrets: dict[tuple[str, str], str] = {}

    def get(self, name: str, url: str) -> str | None:
        return self.secrets.get((name, url))

    def keep(self, name: str, url: str, secret: str) -> None:
        self.secrets[name, url] = secret

    def forget(self, name: str, url: str) -> None:
        self.secrets.pop((name, url), None)


class NoRing:
    """A system without a keyring."""

    def get(self, name: str, url: str) -> str | None:
        raise Missing("There is no keyring.")

    def keep(self, name: str, url: str, secret: str) -> None:
        raise Missing("There is no keyring.")

    def forget(self, name: str, url: str) -> None:
        raise Missing("There is no keyring.")


def test_a_connection_is_kept_found_by_name_and_dropped() -> None:
    ring = Ring()
    kept = Connections(Memory(), ring, {})
    kept.keep(PLANT, "pass")
    kept.keep(OPEN)
    assert kept.all() == (OPEN, PLANT)
    assert kept.named("plant GRAPH") == PLANT
    assert kept.secret(PLANT) == "pass"
    assert kept.secret(OPEN) == ""
    kept.drop("plant graph")
    kept.drop("open")
    assert kept.all() == ()
    assert not ring.secrets


def test_keeping_again_replaces_and_leaves_the_secret() -> None:
    kept = Connections(Memory(), Ring(), {})
    kept.keep(PLANT, "pass")
    kept.keep(replace(PLANT, name="PLANT graph", user="you"))
    assert [each.user for each in kept.all()] == ["you"]


def test_a_secret_belongs_to_its_address() -> None:
    kept = Connections(Memory(), Ring(), {})
    kept.keep(PLANT, "pass")
    kept.keep(replace(PLANT, url="https://evil.org/sparql"))
    with pytest.raises(Missing, match=r"no password of “Plant graph” for https://evil\.org/sparql"):
        kept.secret(kept.named("Plant graph"))


def test_an_unknown_name_lists_those_there_are() -> None:
    kept = Connections(Memory(), Ring(), {})
    with pytest.raises(NotFound, match="Keep one first"):
        kept.named("x")
    kept.keep(OPEN)
    with pytest.raises(NotFound, match="There are: “open”"):
        kept.named("x")


def test_a_target_is_a_name_or_an_address() -> None:
    kept = Connections(Memory(), Ring(), {})
    kept.keep(PLANT)
    assert kept.for_target("Plant graph") == PLANT
    assert kept.for_target(URL) == PLANT
    other = kept.for_target("https://e.org/other")
    assert (other.url, other.sign_in, other.allow_private) == ("https://e.org/other", SignIn.NONE, False)
    assert Connections(Memory(), Ring(), {PRIVATE: "1"}).for_target("http://localhost/x").allow_private


def test_the_environment_holds_a_secret_before_the_keyring() -> None:
    kept = Connections(Memory(), Ring(), {SECRET: "told"})
    kept.keep(PLANT, "kept")
    assert kept.secret(PLANT) == "told"


def test_without_a_keyring_it_is_said_and_nothing_is_kept() -> None:
    kept = Connections(Memory(), NoRing(), {})
    with pytest.raises(Missing):
        kept.keep(PLANT, "pass")
    assert kept.all() == ()
    kept.keep(replace(PLANT, sign_in=SignIn.BEARER))
    with pytest.raises(Missing, match="The token of “Plant graph” is not known: There is no keyring") as caught:
        kept.secret(kept.named("Plant graph"))
    assert SECRET in caught.value.hint
    kept.drop("Plant graph")
    assert kept.all() == ()


@pytest.mark.parametrize("secret", ["", "a\nb", "a\x00"])
def test_a_secret_that_cannot_be_sent_is_refused(secret: str) -> None:
    with pytest.raises(BadInput, match="at least one character"):
        Connections(Memory(), Ring(), {}).keep(PLANT, secret)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "cannot be the name"),
        ({"name": "a/b"}, "cannot be the name"),
        ({"url": "ftp://e.org"}, "no address of an endpoint"),
        ({"url": "https://e.org/a b"}, "no address of an endpoint"),
        ({"url": "https:///x"}, "no usable host"),
        ({"url": "https://e.org:0/"}, "no usable host"),
        ({"url": "https://e.org:99999/"}, "no usable host"),
        ({"url": "https://[::1/"}, "no usable host"),
        ({"url": "https://me:pass@e.org/"}, "does not belong in an address"),
        ({"url": "https://e.org/#top"}, "a part after #"),
        ({"user": ""}, "needs the name of a user"),
        ({"user": "a:b"}, "needs the name of a user"),
    ],
)
def test_what_cannot_be_a_connection_is_refused(changes: dict[str, str], sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        Connections(Memory(), Ring(), {}).keep(replace(PLANT, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(("target", "url"), [("HTTPS://e.org", True), ("http://x", True), ("a.kgproject", False)])
def test_an_address_is_told_from_a_file(target: str, url: bool) -> None:
    assert values.is_url(target) is url
