"""``kgapp update``: SPARQL UPDATE, shown as a difference first, committed as one revision."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from kgapp.cli.common import counted, json_option, plain, print_json, target_argument
from kgapp.cli.program import program
from kgapp.cli.query import given_text
from kgapp.cli.revisions import revision_json, say_revision

if TYPE_CHECKING:
    from kgapp.domain.history import Revision
    from kgapp.services.updating import Preview
    from kgapp.services.validation import Validation
    from kgapp.services.workspace import Workspace

FORMAT: Final = "kgapp-update/1"
_MOST_LINES: Final = 200


@click.command()
@target_argument
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("-e", "--text", help="The update itself.")
@click.option("--dry-run", is_flag=True, help="Only show what it would change.")
@click.option("--reason", default="", help="Why: one sentence for the history; needed unless --dry-run.")
@click.option(
    "--remove-so-much",
    "agreed",
    is_flag=True,
    help="Yes, it may remove more than half of the project, or all of a graph.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    help="Seconds until it is stopped.",
)
@json_option
def command(  # noqa: PLR0913, PLR0917 - click hands over one parameter for each option
    project: Path | str,
    file: Path | None,
    text: str | None,
    dry_run: bool,
    reason: str,
    agreed: bool,
    timeout: float,
    as_json: bool,
) -> None:
    """Change PROJECT by the SPARQL UPDATE in FILE (.ru) or in -e, as one revision.

    It runs on a copy; what it changes is shown in sentences and then committed as a whole, or not at all. The default graph
    is all graphs together. Values that are not changed keep their written form. What removes more than half of the project, or all of
    a graph, is refused unless --remove-so-much says that it is meant. An endpoint is never changed.
    """
    from kgapp.services import updating

    update = given_text(file, text)
    if not dry_run and not reason.strip():
        raise click.UsageError("Say why with --reason, or look first with --dry-run.")
    if isinstance(project, str):
        raise updating.only_read()
    doors = program().reading(project) if dry_run else program().writing(project)
    with doors as workspace:
        shown = updating.preview(workspace, program().updates(), update, timeout_s=timeout)
        revision, findings = (
            (None, None) if dry_run else _committed(workspace, shown, reason, shown.sweeping if agreed else ())
        )
    if as_json:
        print_json(_document(shown, revision, findings, dry_run=dry_run))
        return
    _say(shown)
    if revision is not None:
        say_revision(revision)
        _say_findings(findings)
    else:
        click.echo("Nothing was changed: this was a dry run." if dry_run and shown.statements else "Nothing to do.")


def _committed(
    workspace: Workspace, shown: Preview, why: str, agreed: tuple[str, ...]
) -> tuple[Revision | None, list[str] | None]:
    """The revision, and the findings that it made; ``None`` where that is more than can be checked in passing."""
    from kgapp.services import known_findings, updating, validation

    if set(shown.sweeping) - set(agreed):
        raise updating.unconfirmed(shown)
    quads = shown.change.removed | shown.change.added
    reader = workspace.reader
    with closing(program().shape_checker()) as checker:
        before = validation.after_edit(reader, checker, quads)
        revision = updating.commit(workspace, shown, why, agreed=agreed)
        after = validation.after_edit(reader, checker, quads)
    if before is None or after is None:
        return revision, None
    known = {known_findings.same(each) for each in before.findings}
    return revision, [
        _told(after, at) for at, each in enumerate(after.findings) if known_findings.same(each) not in known
    ]


def _told(found: Validation, at: int) -> str:
    from kgapp.domain.terms import Iri

    finding = found.findings[at]
    return f"{finding.severity}: {found.names.get(Iri(finding.focus), finding.focus)}: {finding.message}"


def _say(shown: Preview) -> None:
    for sentence in shown.sentences[:_MOST_LINES]:
        click.echo(plain(sentence))
    hidden = len(shown.sentences) - _MOST_LINES
    if hidden > 0:
        click.echo(f"… and {hidden:,} lines more; --json tells more of them.")
    if shown.told < shown.statements:
        click.echo(f"These lines tell {shown.told:,} of {counted(shown.statements, 'statement')} that change.")
    for each in shown.graphs:
        click.echo(f"  <{plain(each.graph)}>: {each.removed:,} removed, {each.added:,} added")
    for warning in (*shown.sweeping, *shown.warnings):
        click.echo(f"Note: {plain(warning)}")


def _say_findings(findings: list[str] | None) -> None:
    if findings is None:
        click.echo("What this means for the findings was not checked: it changed too much. Run: kgapp validate")
        return
    if findings:
        click.echo(f"This made {counted(len(findings), 'finding')} that were not there before:")
    for each in findings[:_MOST_LINES]:
        click.echo(f"  {plain(each)}")


def _document(
    shown: Preview, revision: Revision | None, findings: list[str] | None, *, dry_run: bool
) -> dict[str, Any]:
    from kgapp.domain.terms import nquad

    return {
        "format": FORMAT,
        "dry_run": dry_run,
        "from_revision": shown.seq,
        "statements": shown.statements,
        "graphs": [{"graph": each.graph, "removed": each.removed, "added": each.added} for each in shown.graphs],
        "removed": sorted(map(nquad, shown.change.removed)),
        "added": sorted(map(nquad, shown.change.added)),
        "sentences": shown.sentences,
        "told": shown.told,
        "warnings": shown.warnings,
        "sweeping": shown.sweeping,
        "revision": revision_json(revision) if revision else None,
        "new_findings": findings,
    }
