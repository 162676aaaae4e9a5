"""``kgapp key``: your own key, and those of the people you exchange bundles with."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kgapp.cli.common import json_option, plain, print_json, print_table
from kgapp.cli.passwords import asked, chosen
from kgapp.cli.program import program

if TYPE_CHECKING:
    from kgapp.domain.keys import KeyCard, Trusted

until_option = click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The last day on which the key is valid (three years from now).",
)


@click.group()
def command() -> None:
    """Make your key, send its card, and say whose keys you trust.

    A key is confirmed when its holder read its fingerprint aloud to you, by phone or side by side. The password of your key is
    asked for, or taken from KGAPP_KEY_PASSWORD.
    """


@command.command()
@click.option("--name", required=True, help="Whose key it is: a person or a role.")
@click.option("--organization", required=True, help="For which company or institute.")
@until_option
@json_option
def new(name: str, organization: str, until: datetime | None, *, as_json: bool) -> None:
    """Make your key. It signs the bundles that you send; its card goes to those who receive them."""
    keys = program().exchange().keys
    if keys.current() is not None:
        keys.new(name, organization, "", _until(until))  # refused, before a password is asked for
    made = keys.new(name, organization, chosen(), _until(until))
    if as_json:
        print_json(_row(keys.find(made.card.key), own=True))
        return
    _say_key(made.card)
    click.echo("Keep the password: nobody can recover it. Send your card with: kgapp key card FILE")


@command.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@click.option("--key", "name", default="", help="The card of this key, not of yours.")
@json_option
def card(file: Path | None, name: str, *, as_json: bool) -> None:
    """Write your key card to FILE, to be sent; without FILE show what stands on it. It holds nothing secret."""
    from kgapp.services import whole_files

    keys = program().exchange().keys
    signed = keys.card(name)
    if file is not None:
        _written(lambda: whole_files.write(file, keys.card_file(signed)), file)
    if as_json:
        print_json(_row(keys.find(signed.card.key), own=signed.card.key in keys.own()))
        return
    if file is not None:
        click.echo(f"Written: {plain(str(file))}")
    _say_key(signed.card)


@command.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@json_option
def trust(file: Path, *, as_json: bool) -> None:
    """Take in the key card, or the revocation, that somebody sent you.

    The key is new then: compare its fingerprint with its holder, and say so with kgapp key confirm.
    """
    from kgapp.services import key_cards

    keys = program().exchange().keys
    one = keys.trust(key_cards.content_of(file))
    if as_json:
        print_json(_row(one, own=one.card.key in keys.own()))
        return
    click.echo(f"The key of {plain(one.card.holder)} is {one.trust.value}: {plain(one.how)}.")
    _say_fingerprint(one.card)
    if one.trust.value == "new":
        click.echo(f"Compare this with its holder by phone, then: kgapp key confirm {one.card.key[:16]}")


@command.command()
@click.argument("key")
@click.option("--fingerprint", required=True, help="What its holder read to you: all eight groups, or all eight words.")
@click.option("--how", required=True, help="How you compared it, such as: by phone with A. Holder.")
@json_option
def confirm(key: str, fingerprint: str, how: str, *, as_json: bool) -> None:
    """Mark KEY as its holder's, because they read its fingerprint to you."""
    keys = program().exchange().keys
    one = keys.confirm(key, fingerprint, how)
    if as_json:
        print_json(_row(one, own=False))
    else:
        click.echo(f"Confirmed: the key of {plain(one.card.holder)}, by {plain(one.who)}, {plain(one.how)}.")


@command.command("list")
@json_option
def list_(*, as_json: bool) -> None:
    """List the keys that are known here: yours first."""
    keys = program().exchange().keys
    own, every = keys.own(), keys.all()
    if as_json:
        rows = [_row(each, own=each.card.key in own) for each in every]
        print_json({"format": "kgapp-keys/1", "keys": rows})
    elif not every:
        click.echo("No key is known here. Make yours with: kgapp key new --name NAME --organization NAME")
    else:
        heads = ("key", "holder", "state", "since", "who said so, and how", "valid until")
        print_table(heads, [_cells(each, own=each.card.key in own) for each in every])


@command.command()
@until_option
@json_option
def rotate(until: datetime | None, *, as_json: bool) -> None:
    """Make a new key in place of yours, which signs it: whoever confirmed the present one trusts the new one, too.

    The password of the present key is asked for, then that of the new one; from KGAPP_KEY_PASSWORD both are the same.
    """
    keys = program().exchange().keys
    password = asked(keys.card().card.holder)
    made = keys.rotate(password, chosen(), _until(until))
    if as_json:
        print_json(_row(keys.find(made.card.key), own=True))
        return
    _say_key(made.card)
    click.echo("Send the new card to everybody you send bundles to: kgapp key card FILE")


@command.command()
@click.argument("key")
@click.option("--reason", required=True, help="Why the key is not to be trusted any more.")
@click.option(
    "--file", type=click.Path(path_type=Path, dir_okay=False), help="Of your own key: the word of it, to be sent."
)
@json_option
def revoke(key: str, reason: str, file: Path | None, *, as_json: bool) -> None:
    """Trust KEY no more, for good. Of your own key, FILE takes a revocation for those who have its card."""
    from kgapp.services import key_cards, whole_files

    keys = program().exchange().keys
    one = keys.find(key)
    own = one.card.key in keys.own()
    if file is not None and not own:
        raise click.UsageError("A revocation to send can only be made of your own key.")
    word = keys.revoke(one.card.key, reason, asked(one.card.holder) if own else "")
    if file is not None and word is not None:
        _written(lambda: whole_files.write(file, key_cards.revocation_file(keys.seals, word)), file)
    if as_json:
        print_json(_row(keys.find(one.card.key), own=own))
        return
    click.echo(f"Revoked: the key of {plain(one.card.holder)} ({one.card.key[:16]}).")
    if word is not None and file is None:
        click.echo("Tell everybody who has its card that it is revoked.")


def _until(day: datetime | None) -> datetime:
    """The end of the last valid day, in UTC."""
    if day is None:
        from kgapp.services import key_cards

        return datetime.now(UTC) + key_cards.VALID
    return day.replace(hour=23, minute=59, second=59, tzinfo=UTC)


def _written(write: Any, file: Path) -> None:
    from kgapp.domain.errors import BadInput

    try:
        write()
    except OSError as error:
        raise BadInput(f"{file.name} cannot be written: {error.strerror}.") from error


def _say_key(one: KeyCard) -> None:
    click.echo(f"Key of {plain(one.holder)}: {one.key[:16]}, valid until {one.until:%Y-%m-%d}")
    _say_fingerprint(one)


def _say_fingerprint(one: KeyCard) -> None:
    from kgapp.domain.keys import FINGERPRINT_BITS

    click.echo(f"Fingerprint:  {one.fingerprint.groups}")
    click.echo(f"or in words:  {one.fingerprint.words}")
    click.echo(f"Either one is enough; each says the same {FINGERPRINT_BITS} bits. Compare all eight parts.")


def _cells(one: Trusted, *, own: bool) -> tuple[str, ...]:
    said = f"{one.who}, {one.how}"
    holder = f"{one.card.holder} (you)" if own else one.card.holder
    return one.card.key[:16], holder, one.trust.value, f"{one.at:%Y-%m-%d}", said, f"{one.card.until:%Y-%m-%d}"


def _row(one: Trusted, *, own: bool) -> dict[str, Any]:
    return {
        "key": one.card.key,
        "name": one.card.name,
        "organization": one.card.organization,
        "own": own,
        "fingerprint": one.card.fingerprint.groups,
        "fingerprint_words": one.card.fingerprint.words,
        "trust": one.trust.value,
        "who": one.who,
        "at": one.at.isoformat(),
        "how": one.how,
        "made": one.card.made.isoformat(),
        "until": one.card.until.isoformat(),
        "encryption": one.card.encryption or None,
        "replaces": one.card.replaces or None,
        "successor": one.successor or None,
    }
