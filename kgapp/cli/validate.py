"""``kgapp validate``: a project against the shapes."""

from __future__ import annotations

import sys
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kgapp.cli.common import counted, json_option, print_json, print_table, project_argument
from kgapp.cli.program import program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgapp.domain.findings import Finding
    from kgapp.services.validation import Validation
    from kgapp.services.watch import Watch

FORMAT: Final = "kgapp-validation/1"
_FINDINGS: Final = 1


@click.command()
@project_argument
@click.option(
    "--shapes",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A Turtle file with shapes to use instead of those of kgapp.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["info", "warning", "violation"]),
    default="violation",
    show_default=True,
    help="The least bad finding that makes the exit code 1.",
)
@click.option(
    "--since",
    type=click.IntRange(min=0),
    metavar="REV",
    help="Check only what the revisions after this one can have touched: a moment, in a project of any size.",
)
@json_option
def command(project: Path, shapes: Path | None, fail_on: str, since: int | None, as_json: bool) -> int:
    """Check PROJECT against the shapes and list what is missing or does not fit, worst first."""
    from kgapp.domain.findings import Severity
    from kgapp.services import validation

    if shapes is not None and since is not None:
        raise click.UsageError("--since uses the shapes of kgapp: leave --shapes out, or check all.")
    with program().reading(project) as workspace, closing(program().shape_checker()) as checker:
        found = None if since is None else validation.since(workspace.reader, checker, since)
        if found is None:
            with _progress() as watch:
                found = validation.whole(workspace.reader, checker, shapes, watch)
    if as_json:
        print_json(_document(found))
    else:
        _show(found)
    return _FINDINGS if found.reaching(Severity(fail_on)) else 0


@contextmanager
def _progress() -> Iterator[Watch]:
    """A bar on a terminal's error output while everything is checked."""
    from rich.console import Console
    from rich.progress import Progress

    from kgapp.services.watch import Watch

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Checking", total=None)
        yield Watch(lambda done, total: bar.update(task, completed=done, total=total))


def _show(found: Validation) -> None:
    from kgapp.domain.findings import Severity

    if found.findings:
        rows = [(finding.severity, _thing(found, finding), _said(found, finding)) for finding in found.findings]
        print_table(("severity", "thing", "finding"), rows)
    counts = ", ".join(f"{counted(found.count(severity), severity)}" for severity in reversed(Severity))
    click.echo(f"{counts}; {found.checked:,} statements checked.")
    sys.stdout.flush()


def _thing(found: Validation, finding: Finding) -> str:
    from kgapp.domain.terms import Iri

    return found.names.get(Iri(finding.focus), finding.focus)


def _said(found: Validation, finding: Finding) -> str:
    value = _value(found, finding) if finding.value else ""
    value = f" Found: {value}." if value and value not in finding.message else ""
    fix = f" → {finding.fix}" if finding.fix else ""
    return f"{finding.message}{value}{fix}"


def _value(found: Validation, finding: Finding) -> str:
    from kgapp.domain import terms

    if finding.value.startswith("_:"):
        return finding.value
    value = terms.parse(finding.value)
    return f"“{value.lexical}”" if isinstance(value, terms.Literal) else found.names.get(value, value)


def _document(found: Validation) -> dict[str, object]:
    from kgapp.domain.findings import Severity

    return {
        "format": FORMAT,
        "revision_hash": found.revision_hash,
        "conforms": not found.findings,
        "checked": found.checked,
        "counts": {str(severity): found.count(severity) for severity in reversed(Severity)},
        "findings": [
            {
                "focus": finding.focus,
                "label": _thing(found, finding),
                "path": finding.path,
                "value": finding.value,
                "severity": str(finding.severity),
                "message": finding.message,
                "shape": finding.shape,
                "constraint": finding.constraint,
                "fix": finding.fix or None,
            }
            for finding in found.findings
        ],
    }
