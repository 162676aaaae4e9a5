"""Nothing is sent to an address that was not looked at, and to a private one only when the user said so."""

from __future__ import annotations

import ssl
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kgapp.adapters.sparql_endpoint import rules
from kgapp.adapters.sparql_endpoint.client import SparqlEndpoint
from kgapp.adapters.sparql_endpoint.route import Route
from kgapp.domain.connections import Connection, SignIn
from kgapp.domain.errors import QueryFailed, QueryRefused, QueryStopped
from kgapp.services import giving_up
from tests.servers import Hostile, free_port

QUERY = "SELECT ?x WHERE { ?x ?p ?o }"
EMPTY = '{"head": {"vars": ["x"]}, "results": {"bindings": []}}'
PUBLIC = "93.184.216.34"
PRIVATE = [
    "127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "::1", "fe80::1%eth0",
    "fc00::1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1", "2001:0:4136:e378:8000:63bf:f5ff:fffe",
]  # fmt: skip


def at(*addresses: str) -> rules.Resolve:
    return lambda host, port: addresses


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_address_is_refused_unless_it_is_allowed(address: str) -> None:
    with pytest.raises(QueryRefused, match="private network"):
        rules.look("e.org", 80, at(address), private_allowed=False)
    assert rules.look("e.org", 80, at(address), private_allowed=True).private


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(QueryRefused):
        rules.look("e.org", 80, at(PUBLIC, "10.0.0.1"), private_allowed=False)


@pytest.mark.parametrize("address", ["0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "ff02::1"])
def test_what_is_no_address_of_one_computer_is_always_refused(address: str) -> None:
    with pytest.raises(QueryRefused, match="no address of one computer"):
        rules.look("e.org", 80, at(address), private_allowed=True)


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"])
def test_a_public_address_is_allowed(address: str) -> None:
    assert rules.look("e.org", 443, at(address), private_allowed=False) == rules.Place((address,), private=False)


def test_an_unknown_host_is_told() -> None:
    def unknown(host: str, port: int) -> tuple[str, ...]:
        raise OSError

    with pytest.raises(QueryFailed, match=r"no host “e\.org”"):
        rules.look("e.org", 80, unknown, private_allowed=False)


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "localhost"])
def test_loopback_is_recognised_however_it_is_written(host: str) -> None:
    client = SparqlEndpoint(Connection("x", f"http://{host}:9/sparql"))
    with pytest.raises(QueryRefused, match="private network"):
        client.select(QUERY)
    client.close()


def test_who_begins_outside_is_not_sent_on_inside(hostile: Hostile) -> None:
    """A name that stands for this computer is taken for a public one here, by the rules' own view of its address."""
    inside = Hostile()
    hostile.answer = lambda talk: talk.send(b"", status=307, headers={"Location": inside.url})
    route = Connection("x", hostile.url.replace("127.0.0.1", "e.org"), allow_private=True)
    looked: list[str] = []

    def resolve(host: str, port: int) -> tuple[str, ...]:
        looked.append(host)
        return ("127.0.0.1",)

    real = rules.look

    def look(host: str, port: int, found: rules.Resolve, *, private_allowed: bool) -> rules.Place:
        place = real(host, port, found, private_allowed=private_allowed)
        return rules.Place(place.addresses, private=False) if host == "e.org" else place

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rules, "look", look)
        client = SparqlEndpoint(route, resolve=resolve)
        with pytest.raises(QueryRefused, match="private network"):
            client.select(QUERY)
    client.close()
    inside.close()
    assert looked == ["e.org", "127.0.0.1"]
    assert hostile.asked[0].headers["host"] == f"e.org:{hostile.port}"
    assert not inside.asked


def test_the_next_address_is_tried_when_one_cannot_be_reached(hostile: Hostile) -> None:
    hostile.answer = lambda talk: talk.results(EMPTY)
    client = SparqlEndpoint(
        Connection("x", hostile.url, allow_private=True), resolve=lambda host, port: ("127.0.0.2", "127.0.0.1")
    )
    assert client.select(QUERY).rows == ()
    client.close()


def test_nobody_listening_is_told() -> None:
    client = SparqlEndpoint(Connection("x", f"http://127.0.0.1:{free_port()}/", allow_private=True))
    with pytest.raises(QueryFailed, match=r"127\.0\.0\.1 cannot be reached: [A-Z]"):
        client.select(QUERY)
    client.close()


def test_who_gave_up_between_two_requests_sends_no_more(hostile: Hostile) -> None:
    hostile.answer = lambda talk: talk.results(EMPTY)
    client = SparqlEndpoint(Connection("x", hostile.url, allow_private=True))
    over = threading.Event()
    with giving_up.known_by(over):
        client.select(QUERY)
        sent = len(hostile.asked)
        over.set()
        with pytest.raises(QueryStopped):
            client.select(QUERY)
    assert len(hostile.asked) == sent
    assert client.select(QUERY).rows == ()
    client.close()


def test_a_password_is_not_sent_in_clear_to_the_outside() -> None:
    connection = Connection("x", "http://e.org/sparql", SignIn.BASIC, "me")
    client = SparqlEndpoint(connection, "secret", resolve=at(PUBLIC))
    with pytest.raises(QueryRefused, match="in clear"):
        client.select(QUERY)
    client.close()


def test_a_certificate_that_nobody_vouches_for_is_refused(hostile: Hostile, tmp_path: Path) -> None:
    hostile.secured(own_certificate(tmp_path))
    client = SparqlEndpoint(Connection("x", hostile.url, allow_private=True))
    with pytest.raises(QueryFailed, match=r"cannot prove that it is 127\.0\.0\.1: self.signed certificate"):
        client.select(QUERY)
    client.close()
    assert not hostile.asked


def test_a_server_without_tls_behind_https_is_told(hostile: Hostile) -> None:
    client = SparqlEndpoint(Connection("x", hostile.url.replace("http:", "https:"), allow_private=True))
    with pytest.raises(QueryFailed, match="cannot prove"):
        client.select(QUERY)
    client.close()


def own_certificate(folder: Path) -> ssl.SSLContext:
    """A certificate that 127.0.0.1 made for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(days=1))
    file = folder / "own.pem"
    kept = serialization.Encoding.PEM
    secret = key.private_bytes(kept, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(made.sign(key, hashes.SHA256()).public_bytes(kept) + secret)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def test_nobody_is_sent_on_from_a_closed_connection_to_an_open_one() -> None:
    way = Route(Connection("x", "https://e.org/sparql"), "", at(PUBLIC))
    with pytest.raises(QueryRefused, match="from https to an open connection: http://e"):
        way.follow("http://e.org/sparql")
    way.follow("//other.org/query")
    assert way.url == "https://other.org/query"
