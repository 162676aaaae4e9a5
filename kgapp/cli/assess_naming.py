"""How the commands of ``kgapp assess`` find what is named, and say what they did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kgapp.cli.common import print_json

if TYPE_CHECKING:
    from kgapp.domain.assessment import ItemKey
    from kgapp.domain.history import Revision
    from kgapp.domain.impact import ImpactReport
    from kgapp.domain.terms import Iri
    from kgapp.services.assessments.writing import Task
    from kgapp.services.workspace import Workspace


def assessment_of(workspace: Workspace, text: str) -> Iri:
    from kgapp.services.assessments import reading

    return reading.resolve(workspace.reader, text)


def named(workspace: Workspace, text: str) -> Iri:
    from kgapp.services import browsing

    return browsing.resolve(workspace.reader, text)


def report_of(workspace: Workspace, iri: Iri) -> ImpactReport:
    from kgapp.services.assessments import reading

    return reading.report(workspace, reading.read(workspace.reader, iri))


def keys_of(
    workspace: Workspace, iri: Iri, report: ImpactReport, typed: tuple[tuple[str, ...], str, str]
) -> list[ItemKey]:
    """What is meant by items as typed: those of the site that is named, else of every site; or cells of a factor."""
    from kgapp.domain.assessment import ItemKey
    from kgapp.services.assessments import reading, standing

    items, site, factor = typed
    about = named(workspace, factor) if factor else None
    at = named(workspace, site) if site else None
    judged = (each.key for each in reading.read(workspace.reader, iri).verdicts)
    known = dict.fromkeys((*standing.keys(report), *judged))
    found: list[ItemKey] = []
    for text in items:
        item = named(workspace, text)
        fitting = [key for key in known if (key.item, key.about_factor) == (item, about) and at in (None, key.site)]
        found.extend(fitting or [ItemKey(item, at, about)])  # which is then refused with a sentence
    return list(dict.fromkeys(found))


def task_of(workspace: Workspace, label: str, owner: str, due: str) -> Task:
    from kgapp.services.assessments.writing import Task

    return Task(label, named(workspace, owner) if owner else None, due)


def say(revision: Revision | None, *, as_json: bool, **about: Iri) -> None:
    from kgapp.cli.revisions import revision_json, say_revision

    if as_json:
        print_json({**about, "revision": revision_json(revision) if revision else None})
    elif revision is None:
        click.echo("Nothing changed: it was so already.")
    else:
        say_revision(revision)
        for name, iri in about.items():
            click.echo(f"{name.capitalize()}: {iri}")
