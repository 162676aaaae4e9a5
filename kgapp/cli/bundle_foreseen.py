"""What the shapes would say of a project if a bundle were accepted, on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from kgapp.cli.common import counted, plain, print_table
from kgapp.cli.program import program

if TYPE_CHECKING:
    from kgapp.domain.findings import Finding
    from kgapp.domain.terms import Iri
    from kgapp.services.bundles.differences import Decision
    from kgapp.services.bundles.foreseeing import Foreseen
    from kgapp.services.bundles.looking import Arrival
    from kgapp.services.workspace import Workspace


def of(workspace: Workspace, arrival: Arrival, decisions: Mapping[Iri, Decision]) -> Foreseen:
    """Check the project as it is and as it would be."""
    from kgapp.services.bundles import foreseeing
    from kgapp.services.watch import Watch

    with closing(program().shape_checker()) as checker:
        return foreseeing.foreseen(workspace.reader, checker, arrival, decisions, Watch())


def breaks(found: Foreseen) -> bool:
    """Whether a violation would be new; then it is said."""
    from kgapp.domain.findings import Severity

    broken = any(each.severity is Severity.VIOLATION for each in found.appeared)
    if broken:
        say(found)
    return broken


def say(found: Foreseen) -> None:
    """The findings that would be new, and how many would be gone."""
    gone = f"{counted(len(found.resolved), 'finding')} would be gone."
    if not found.appeared:
        click.echo(f"The shapes would find nothing new. {gone}")
        return
    rows = [(each.severity, plain(found.names[each.focus]), plain(each.message)) for each in found.appeared]
    print_table(("severity", "thing", "finding"), rows, title="The shapes would newly find")
    click.echo(gone)


def told(found: Foreseen) -> dict[str, Any]:
    """The same for programs."""
    return {"appeared": _rows(found.appeared), "resolved": _rows(found.resolved)}


def _rows(findings: Iterable[Finding]) -> list[dict[str, str]]:
    return [
        {"severity": each.severity.value, "thing": each.focus, "message": each.message, "shape": each.shape}
        for each in findings
    ]
