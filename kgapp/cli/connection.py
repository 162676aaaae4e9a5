"""``kgapp connection``: the endpoints that you keep by name."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from kgapp.cli.common import json_option, plain, print_json, print_table
from kgapp.cli.program import program

if TYPE_CHECKING:
    from kgapp.domain.connections import Bounds, Connection, SignIn
    from kgapp.services.remote.connections import Connections


@click.command()
@click.argument("name", required=False, default="")
@click.argument("url", required=False, default="")
@click.option("--user", default="", help="Sign in with this name; the password is asked for and kept in the keyring.")
@click.option(
    "--token", "way", flag_value="bearer", help="Sign in with a token, which is asked for and kept in the keyring."
)
@click.option(
    "--allow-private", is_flag=True, help="The endpoint may lie on this computer or in a private network (VPN, office)."
)
@click.option(
    "--digest", "way", flag_value="digest", help="Sign in --user by HTTP Digest, as Virtuoso's /sparql-auth asks for."
)
@click.option("--most-rows", type=click.IntRange(1), help="Refuse answers of more rows (5,000,000).")
@click.option("--most-mib", type=click.IntRange(1), help="Refuse answers of more MiB (512).")
@click.option("--connect-s", type=click.FloatRange(0.1, 86_400), help="Wait so long for a connection (15).")
@click.option("--silence-s", type=click.FloatRange(0.1, 86_400), help="Wait so long for the next bytes (300).")
@click.option("--update-url", default="", help="The address that takes what kgapp publish writes, if it is another.")
@click.option("--drop", is_flag=True, help="Forget the connection NAME and its password.")
@json_option
def command(
    name: str,
    url: str,
    user: str,
    way: str | None,
    allow_private: bool,
    drop: bool,
    as_json: bool,
    **rest: Any,
) -> None:
    """Keep the SPARQL endpoint at URL as NAME; without a URL list what is kept.

    Commands that take PROJECT take the address of an endpoint too: one that is kept is signed in to, with the password or
    token from the keyring of this system or from KGAPP_ENDPOINT_PASSWORD, and may be private if you said so here.
    """
    if drop and (url or not name):
        raise click.UsageError("Name the connection to forget, and nothing else.")
    if user and way == "bearer":
        raise click.UsageError("Sign in with --user or with --token, not with both.")
    if way == "digest" and not user:
        raise click.UsageError("Digest needs the name of a user: give --user, too.")
    kept = program().connections()
    if drop:
        kept.drop(name)
        click.echo(f"Forgotten: {plain(name)}")
    elif url:
        from kgapp.domain.connections import Connection

        sign_in = _sign_in(user, way)
        _keep(kept, Connection(name, url, sign_in, user, allow_private, _bounds(rest), rest["update_url"]))
    else:
        _list((kept.named(name),) if name else kept.all(), as_json=as_json)


def _bounds(limits: Mapping[str, Any]) -> Bounds:
    """The usual limits, but for those that were given."""
    from kgapp.domain.connections import MIB, Bounds

    usual = Bounds()
    return Bounds(
        answer_bytes=int(limits["most_mib"] or 0) * MIB or usual.answer_bytes,
        rows=int(limits["most_rows"] or 0) or usual.rows,
        connect_s=limits["connect_s"] or usual.connect_s,
        silence_s=limits["silence_s"] or usual.silence_s,
    )


def _sign_in(user: str, way: str | None) -> SignIn:
    from kgapp.domain.connections import SignIn

    return SignIn(way or ("basic" if user else "none"))


def _keep(kept: Connections, connection: Connection) -> None:
    from kgapp.domain import connections
    from kgapp.domain.connections import SignIn
    from kgapp.services.remote.connections import SECRET

    connections.checked(connection)  # before a password is asked for
    secret = None
    if connection.sign_in is not SignIn.NONE and sys.stdin.isatty():
        what = "Token" if connection.sign_in is SignIn.BEARER else "Password"
        secret = click.prompt(f"{what} (empty: keep none)", hide_input=True, default="", show_default=False) or None
    kept.keep(connection, secret)
    click.echo(f"Kept: {plain(connection.name)}, {plain(connection.url)}")
    if connection.sign_in is not SignIn.NONE and secret is None:
        click.echo(f"No password was kept; one that is not in the keyring is taken from {SECRET}.")


def _list(found: tuple[Connection, ...], *, as_json: bool) -> None:
    if as_json:
        rows = [
            {
                "name": e.name,
                "url": e.url,
                "sign_in": e.sign_in,
                "user": e.user,
                "allow_private": e.allow_private,
                "update_url": e.update_url,
            }
            for e in found
        ]
        print_json({"format": "kgapp-connections/1", "connections": rows})
        return
    if not found:
        click.echo("No connection is kept. Keep one with: kgapp connection NAME URL")
        return
    heads = ("name", "address", "sign-in", "user", "private")
    print_table(heads, [(e.name, e.url, e.sign_in, e.user, "allowed" if e.allow_private else "no") for e in found])
