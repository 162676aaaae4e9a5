"""Signing in by Digest: the proofs of the standard, and a real server that asks for one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kgapp.adapters.sparql_endpoint import digest
from kgapp.adapters.sparql_endpoint.client import SparqlEndpoint
from kgapp.adapters.sparql_endpoint.digest import Digest
from kgapp.domain.connections import Connection, SignIn
from kgapp.domain.errors import QueryFailed
from tests.servers import RESULTS, Hostile, Server, Talk

# RFC 7616 section 3.9.1
NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"
OPAQUE = "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"
CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
ASKED = (
    f'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={{}}, nonce="{NONCE}", opaque="{OPAQUE}"'
)
ROW = '{"head": {"vars": ["n"]}, "results": {"bindings": []}}'


def mufasa() -> Digest:
    return Digest("Mufasa", "Circle of Life", token=lambda: CNONCE)


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_the_proof_is_that_of_the_standard(algorithm: str, response: str) -> None:
    made = mufasa()
    assert made.header("GET", "http://www.example.org/dir/index.html") == ""
    assert made.hear(f'Basic realm="x", {ASKED.format(algorithm)}, Negotiate')
    said = digest.parameters(made.header("GET", "http://www.example.org/dir/index.html"))
    assert (said["response"], said["nc"], said["uri"]) == (response, "00000001", "/dir/index.html")


def test_an_old_server_without_qop_and_a_session_are_answered() -> None:
    made = mufasa()
    assert made.hear('Digest realm="r", nonce="n"')
    assert "qop" not in made.header("GET", "http://h/")
    assert made.hear('Digest realm="r\\"1", nonce="n", qop="auth", algorithm=MD5-sess')
    said = made.header("POST", "http://h/s?a=b c")
    assert 'realm="r\\"1"' in said
    assert 'uri="/s?a=b%20c"' in said


@pytest.mark.parametrize("challenge", ['Digest nonce="n", algorithm=SHA-3', 'Digest nonce="n", qop="auth-int"'])
def test_a_kind_that_is_not_known_is_told(challenge: str) -> None:
    with pytest.raises(QueryFailed, match="kgapp knows"):
        mufasa().hear(challenge)


def test_another_way_to_sign_in_is_no_digest() -> None:
    assert not mufasa().hear('Basic realm="Digest of news"')
    assert not mufasa().hear("Digest realm=x")


@pytest.fixture
def signed(hostile: Hostile) -> Iterator[SparqlEndpoint]:
    """A client that signs in by Digest at the hostile server."""
    client = SparqlEndpoint(Connection("h", hostile.url, SignIn.DIGEST, "me", allow_private=True), "secret")
    yield client
    client.close()


def test_a_nonce_is_kept_and_a_stale_one_replaced(hostile: Hostile, signed: SparqlEndpoint) -> None:
    fresh = ["one"]

    def answer(talk: Talk) -> None:
        if f'nonce="{fresh[0]}"' in talk.asked.headers.get("authorization", ""):
            talk.results(ROW)
        else:
            talk.send(b"", RESULTS, 401, {"WWW-Authenticate": f'Digest realm="r", nonce="{fresh[0]}", qop="auth"'})

    hostile.answer = answer
    signed.select("SELECT ?n WHERE { }")
    signed.select("SELECT ?n WHERE { }")
    assert len(hostile.asked) == 3, "asked for a proof once"
    fresh[0] = "two"
    signed.select("SELECT ?n WHERE { }")
    assert len(hostile.asked) == 5


def test_a_wrong_password_is_told_after_a_few_tries(hostile: Hostile, signed: SparqlEndpoint) -> None:
    hostile.answer = lambda talk: talk.send(
        b"no", status=401, headers={"WWW-Authenticate": 'Digest realm="r", nonce="n", qop="auth"'}
    )
    with pytest.raises(QueryFailed, match="does not let you in") as told:
        signed.select("SELECT ?n WHERE { }")
    assert "Digest" in told.value.hint
    assert len(hostile.asked) == 3
    assert not any("secret" in str(each) for each in hostile.asked)


def test_virtuoso_lets_in_who_signs_in_by_digest(virtuoso: Server) -> None:
    url = virtuoso.query_url.replace("/sparql", "/sparql-auth")

    def client(sign_in: SignIn, password: str) -> SparqlEndpoint:
        return SparqlEndpoint(Connection("v", url, sign_in, "dba", allow_private=True), password)

    right = client(SignIn.DIGEST, "dba")
    assert '"1"' in str(right.select("SELECT (1 AS ?n) WHERE { }").rows)
    right.close()
    for wrong in (client(SignIn.DIGEST, "no"), client(SignIn.BASIC, "dba")):
        with pytest.raises(QueryFailed, match="does not let you in"):
            wrong.select("SELECT (1 AS ?n) WHERE { }")
        wrong.close()
