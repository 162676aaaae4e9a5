"""``kgapp bundle``: make a bundle for another company, check one that came in, and look into it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from kgapp.cli import bundle_answers, bundle_profiles
from kgapp.cli.bundle_parts import bundle_argument, checker, readable, tools_of
from kgapp.cli.common import json_option, plain, print_json, project_argument, reason_option
from kgapp.cli.passwords import asked
from kgapp.cli.program import program

if TYPE_CHECKING:
    from kgapp.domain.bundle import Checked
    from kgapp.services.bundles.sending import Made, Tools, Wanted
    from kgapp.services.keys import Opened
    from kgapp.services.ports import RecordReader

_FINDINGS: Final = 1


@click.group()
def command() -> None:
    """Make, check and look into bundles: signed files that carry a part of a project to another company.

    Only what the recipient may see goes in; what is personal never does. A bundle that came in alters nothing by being checked
    or shown.
    """


command.add_command(bundle_profiles.profiles)
command.add_command(bundle_profiles.profile)
for _each in (
    bundle_answers.receive,
    bundle_answers.accept,
    bundle_answers.points,
    bundle_answers.new,
    bundle_answers.export,
):
    command.add_command(_each)


@command.command()
@project_argument
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--profile", "name", required=True, help="What goes: partner, public, or one made by kgapp bundle profile."
)
@click.option(
    "--to", "recipient", default="", help="Whom it is for: a key that you know, or the name of an organisation."
)
@click.option("--purpose", default="", help="What it is for; the recipient reads this.")
@click.option("--answer", is_flag=True, help="Answer the newest bundle of the recipient that was accepted here.")
@click.option("--encrypt", is_flag=True, help="Only the recipient can open it (needs their key card, and pyrage).")
@click.option(
    "--no-validation", is_flag=True, help="Without the findings of the shapes: much faster for large projects."
)
@click.option(
    "--no-report",
    is_flag=True,
    help="Without report.html and tables.xlsx, which are read without kgapp: smaller, and faster.",
)
@click.option("--dry-run", is_flag=True, help="Only show what would be in it, told from a file that is thrown away.")
@reason_option
@json_option
def create(
    project: Path, file: Path, *, name: str, recipient: str, purpose: str, reason: str, as_json: bool, **how: bool
) -> None:
    """Make the next bundle of PROJECT for a recipient as FILE (*.kgbundle), and record that it was made.

    What is marked internal stays, and so do know-how, questions, deviations, changes and files that nobody marked.
    """
    exchange = program().exchange()
    opened = exchange.keys.open(asked(exchange.keys.card().card.holder))
    with program().reading(project) as workspace:
        wanted = _wanted(workspace.reader, name, recipient, purpose, how)
    with tools_of(validation=not how["no_validation"], pages=not how["no_report"]) as tools:
        made = _make(project, file, tools, wanted, opened, reason if not how["dry_run"] else "")
    if as_json:
        print_json({**_told(made), "sent": not how["dry_run"]})
        return
    from kgapp.cli import bundle_text

    bundle_text.say_made(made)
    click.echo(f"Written: {plain(str(file))}" if not how["dry_run"] else "Nothing was written.")


@command.command()
@bundle_argument
@click.option("--received", is_flag=True, help="Remember it as received, to notice older ones and gaps later.")
@json_option
def verify(file: Path, *, received: bool, as_json: bool) -> int:
    """Check that a bundle is what its sender signed, whose key that is, and how it stands to those before.

    Exit code 1 for all but a verified bundle that is for you and simply follows.
    """
    from kgapp.services.bundles import verifying

    known = checker()
    with readable(file) as plain_file:
        found = verifying.check(known, plain_file)
    if received:
        verifying.remember(known, found)
    if as_json:
        print_json(_checked(found))
    else:
        from kgapp.cli import bundle_text

        bundle_text.say_checked(found)
        if received:
            click.echo("Remembered as received.")
    return 0 if found.state.value == "verified" and not found.standings else _FINDINGS


@command.command()
@bundle_argument
@click.option(
    "--sender-card", type=click.Path(path_type=Path, dir_okay=False), help="Write the sender's key card to this file."
)
@json_option
def show(file: Path, *, sender_card: Path | None, as_json: bool) -> int:
    """Show what is in a bundle: what it says about itself, and what its graph holds. A bundle that was altered is not shown."""
    from kgapp.cli import bundle_text
    from kgapp.services.bundles import preview, verifying

    exchange = program().exchange()
    with readable(file) as plain_file:
        found = verifying.check(checker(), plain_file)
        if found.manifest is None:
            bundle_text.say_checked(found)
            return _FINDINGS
        with exchange.containers.open(plain_file) as container:
            seen = preview.of(container)
    if sender_card is not None:
        from kgapp.services import whole_files

        whole_files.write(sender_card, exchange.keys.card_file(found.manifest.sender))
    if as_json:
        print_json({**_checked(found), "content": bundle_text.told(seen)})
    else:
        bundle_text.say_checked(found)
        bundle_text.say_manifest(found.manifest)
        bundle_text.say_preview(seen)
    return 0


@command.command()
@bundle_argument
@click.argument("page", type=click.Path(path_type=Path, dir_okay=False))
def report(file: Path, page: Path) -> int:
    """Write what is in a bundle as a page to read, PAGE (*.html), made here from its graph.

    The page holds no script and loads nothing, whoever made the bundle. Of a bundle that was altered there is none. Exit code 1
    for all but a verified bundle that is for you and simply follows.
    """
    from kgapp.cli import bundle_text
    from kgapp.domain import bundle
    from kgapp.services.bundles import verifying
    from kgapp.services.bundles.bundled import Bundled

    with readable(file) as plain_file:
        found = verifying.check(checker(), plain_file)
        bundle_text.say_checked(found)
        if found.manifest is None:
            return _FINDINGS
        with program().exchange().containers.open(plain_file) as container:
            seen = Bundled(found.manifest, (b"".join(container.pieces(bundle.GRAPH)),))
    program().save_dossier(found.manifest, seen, page)
    click.echo(f"Written: {plain(str(page))}")
    return 0 if found.state.value == "verified" and not found.standings else _FINDINGS


def _make(project: Path, file: Path, tools: Tools, wanted: Wanted, opened: Opened, why: str) -> Made:
    from kgapp.services.bundles import sending

    if not why:
        with program().reading(project) as workspace:
            return sending.rehearse(workspace.reader, tools, wanted, opened)
    with program().writing(project) as workspace:
        return sending.create(workspace, tools, wanted, opened, file, why)


def _wanted(reader: RecordReader, name: str, recipient: str, purpose: str, how: Mapping[str, bool]) -> Wanted:
    from kgapp.services.bundles import answering, profile
    from kgapp.services.bundles.sending import Wanted

    audience = bundle_profiles.audience(recipient) if recipient else None
    addressed = profile.addressed(profile.named(reader, name), audience)
    assert addressed.audience is not None, "it is addressed"
    answers = answering.newest(reader, addressed.audience.organization) if how["answer"] else ""
    return Wanted(addressed, purpose, how["encrypt"], answers)


def _told(made: Made) -> dict[str, Any]:
    from kgapp.cli import bundle_text

    return {
        "format": "kgapp-bundle-made/1",
        "sequence": made.manifest.sequence,
        "digest": made.digest,
        "audience": made.manifest.audience.organization,
        "revision": made.revision,
        "content": bundle_text.told(made.preview),
        "withheld": {
            "statements": made.withheld.statements,
            "things": made.withheld.things,
            "incomplete": list(made.withheld.incomplete),
            "graphs": dict(made.withheld.graphs),
        },
    }


def _checked(found: Checked) -> dict[str, Any]:
    said = found.manifest
    return {
        "format": "kgapp-bundle-check/1",
        "state": found.state.value,
        "sentence": found.sentence,
        "hint": found.hint or None,
        "standings": [{"standing": each.standing.value, "sentence": each.sentence} for each in found.standings],
        "digest": found.digest or None,
        "sequence": said.sequence if said else None,
        "sent": said.sent.isoformat() if said else None,
        "sender": {"key": said.sender.card.key, "holder": said.sender.card.holder} if said else None,
        "audience": {"organization": said.audience.organization, "key": said.audience.key or None} if said else None,
        "purpose": said.purpose if said else None,
    }
