"""``kgapp connection``: the endpoints that you keep by name."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from kgapp.cli.common import json_option, plain, print_json, print_table
from kgapp.cli.program import program

if TYPE_CHECKING:
    from kgapp.domain.connections import Connection, SignIn
    from kgapp.services.remote.connections import Connections


@click.command()
@click.argument("name", required=False, default="")
@click.argument("url", required=False, default="")
@click.option("--user", default="", help="Sign in with this name; the password is asked for and kept in the keyring.")
@click.option("--token", is_flag=True, help="Sign in with a token, which is asked for and kept in the keyring.")
@click.option(
    "--allow-private", is_flag=True, help="The endpoint may lie on this computer or in a private network (VPN, office)."
)
@click.option("--drop", is_flag=True, help="Forget the connection NAME and its password.")
@json_option
def command(name: str, url: str, user: str, token: bool, allow_private: bool, drop: bool, as_json: bool) -> None:
    """Keep the SPARQL endpoint at URL as NAME; without a URL list what is kept.

    Commands that take PROJECT take the address of an endpoint too: one that is kept is signed in to, with the password or
    token from the keyring of this system or from KGAPP_ENDPOINT_PASSWORD, and may be private if you said so here.
    """
    if drop and (url or not name):
        raise click.UsageError("Name the connection to forget, and nothing else.")
    if user and token:
        raise click.UsageError("Sign in with --user or with --token, not with both.")
    kept = program().connections()
    if drop:
        kept.drop(name)
        click.echo(f"Forgotten: {plain(name)}")
    elif url:
        _keep(kept, _made(name, url, user, token=token, allow_private=allow_private))
    else:
        _list((kept.named(name),) if name else kept.all(), as_json=as_json)


def _made(name: str, url: str, user: str, *, token: bool, allow_private: bool) -> Connection:
    from kgapp.domain.connections import Connection

    return Connection(name, url, _sign_in(user, token=token), user, allow_private)


def _sign_in(user: str, *, token: bool) -> SignIn:
    from kgapp.domain.connections import SignIn

    if token:
        return SignIn.BEARER
    return SignIn.BASIC if user else SignIn.NONE


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
            {"name": e.name, "url": e.url, "sign_in": e.sign_in, "user": e.user, "allow_private": e.allow_private}
            for e in found
        ]
        print_json({"format": "kgapp-connections/1", "connections": rows})
        return
    if not found:
        click.echo("No connection is kept. Keep one with: kgapp connection NAME URL")
        return
    heads = ("name", "address", "sign-in", "user", "private")
    print_table(heads, [(e.name, e.url, e.sign_in, e.user, "allowed" if e.allow_private else "no") for e in found])
