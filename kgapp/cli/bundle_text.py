"""What the commands of bundles say to people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from kgapp.cli.common import counted, plain, print_table

if TYPE_CHECKING:
    from kgapp.domain.bundle import Checked, Manifest
    from kgapp.services.bundles.preview import Preview
    from kgapp.services.bundles.sending import Made

_SHOWN: Final = 20


def say_checked(found: Checked) -> None:
    """State and standings, each as a sentence, and what to do."""
    click.echo(plain(found.sentence))
    for each in found.standings:
        click.echo(f"{each.standing.value.capitalize()}: {plain(each.sentence)}")
    if found.hint:
        click.echo(plain(found.hint))


def say_manifest(said: Manifest) -> None:
    """What a bundle says about itself."""
    to = ", ".join(filter(None, (said.audience.name, said.audience.organization)))
    rows = [
        ("From", f"{said.sender.card.holder}, key {said.sender.card.key[:16]}"),
        ("Fingerprint", said.sender.card.fingerprint.groups),
        ("To", to),
        ("Bundle", f"{said.sequence}, sent {said.sent:%Y-%m-%d %H:%M} UTC"),
        ("Purpose", said.purpose or "none said"),
        ("Profile", f"{said.profile.name}: {', '.join(_choices(said))}"),
    ]
    print_table(("", ""), rows)


def say_preview(seen: Preview) -> None:
    """What the graph holds, and the files."""
    click.echo(f"{counted(seen.statements, 'statement')} in {counted(len(seen.graphs), 'graph')}")
    print_table(("what", "how many"), [(each.kind, f"{each.things:,}") for each in seen.kinds])
    for each in seen.kinds:
        for label in each.labels[:_SHOWN]:
            click.echo(f"  {plain(each.kind)}: {plain(label)}")
        if len(each.labels) > _SHOWN:
            click.echo(f"  showing {_SHOWN} of {len(each.labels)}: {plain(each.kind)}; --json lists all")
    total = sum(size for _, size in seen.files)
    click.echo(f"{counted(len(seen.files), 'file')}, {total:,} bytes unpacked")


def say_made(made: Made) -> None:
    """What is in a bundle that was made, and what stayed."""
    say_manifest(made.manifest)
    say_preview(made.preview)
    stayed = made.withheld
    click.echo("Only you read this:")
    click.echo(
        f"  {counted(stayed.statements, 'statement')} and {counted(stayed.things, 'marked or silent thing')} stayed."
    )
    for graph, count in stayed.graphs:
        click.echo(f"  The graph {plain(graph)} stayed whole: {counted(count, 'statement')}.")
    for thing in stayed.incomplete[:_SHOWN]:
        click.echo(f"  Stayed, because it means nothing without what stays or is missing: {plain(thing)}")
    if len(stayed.incomplete) > _SHOWN:
        click.echo(f"  showing {_SHOWN} of {len(stayed.incomplete)} such things; --json lists all")
    click.echo(f"  Made of revision {made.revision}.")


def told(seen: Preview) -> dict[str, Any]:
    """The content for programs."""
    return {
        "statements": seen.statements,
        "graphs": list(seen.graphs),
        "kinds": [{"kind": each.kind, "things": each.things, "labels": list(each.labels)} for each in seen.kinds],
        "files": dict(seen.files),
    }


def _choices(said: Manifest) -> list[str]:
    profile = said.profile
    words = [
        f"what is {each} or not marked" if each != "public" else "what is public" for each in sorted(profile.levels)
    ]
    named = {
        "people": profile.people,
        "history": profile.history,
        "attachments": profile.attachments,
        "notes": profile.notes,
    }
    words += [f"{'with' if there else 'without'} {name}" for name, there in named.items()]
    words += [f"only {each}" for each in profile.parts]
    return words
