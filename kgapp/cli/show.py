"""``kgapp show``: what is recorded about an entity."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgapp.cli.common import json_option, plain, print_json, print_table, say_endpoint, target_argument
from kgapp.cli.program import program
from kgapp.cli.revisions import print_revisions, revision_json, term_json
from kgapp.domain.history import NO_HISTORY

if TYPE_CHECKING:
    from kgapp.domain.history import Revision
    from kgapp.domain.terms import Iri
    from kgapp.services.browsing import EntityPage, Fact, Named
    from kgapp.services.ports import RecordReader


@click.command()
@target_argument
@click.argument("entity")
@click.option("--history", "with_history", is_flag=True, help="Also who changed it, when and why.")
@json_option
def command(project: Path | str, entity: str, with_history: bool, as_json: bool) -> None:
    """Show what PROJECT records about ENTITY: an IRI, a prefixed name such as demo:P17, an id or a label."""
    from kgapp.services import browsing

    with program().reading(project) as workspace:
        reader = workspace.reader
        page = browsing.page(reader, browsing.resolve(reader, entity))
        revisions = reader.revisions(entity=page.entity.iri) if with_history else ()
        if as_json:
            _print_json(page, revisions if with_history else None)
        else:
            _print(reader, page)
            _print_attachments(reader, page.entity.iri)
            say_endpoint(reader.meta().endpoint)
            if with_history and reader.meta().endpoint:
                click.echo(NO_HISTORY)
            elif with_history:
                print_revisions(revisions)


def _print(reader: RecordReader, page: EntityPage) -> None:
    from kgapp.services import browsing

    click.echo(plain(page.entity.label))
    click.echo(f"{plain(browsing.compact(reader, page.entity.iri))}  {plain(page.entity.iri)}")
    graphs = sorted({fact.graph for fact in page.facts})
    rows = [(fact.predicate.label, _value(fact), browsing.compact(reader, fact.graph)) for fact in page.facts]
    if len(graphs) > 1:
        print_table(("property", "value", "graph"), rows)
    elif graphs:
        print_table(("property", "value"), [row[:2] for row in rows])
        click.echo(f"\nAll of it is in the graph {plain(graphs[0])}")
    if page.used_by:
        click.echo()
        print_table(
            ("used as", "times", "by"),
            [(use.predicate.label, str(use.count), _sources(use.sources, use.count)) for use in page.used_by],
        )


def _print_attachments(reader: RecordReader, entity: Iri) -> None:
    from kgapp.services import attachments

    if found := attachments.attached_to(reader, entity):
        click.echo()
        sizes = [f"{one.size:,} bytes" if one.size is not None else "" for one in found]
        print_table(
            ("attachment", "kind", "size"), [(one.name, one.kind, size) for one, size in zip(found, sizes, strict=True)]
        )


def _value(fact: Fact) -> str:
    if isinstance(fact.value, str):
        return fact.label
    return f"{fact.value.lexical} ({fact.value.language})" if fact.value.language else fact.value.lexical


def _sources(sources: tuple[Named, ...], count: int) -> str:
    more = f" and {count - len(sources):,} more" if count > len(sources) else ""
    return ", ".join(source.label for source in sources) + more


def _print_json(page: EntityPage, revisions: tuple[Revision, ...] | None) -> None:
    document: dict[str, object] = {
        "iri": page.entity.iri,
        "label": page.entity.label,
        "classes": [{"iri": kind.iri, "label": kind.label} for kind in page.types],
        "facts": [
            {
                "property": fact.predicate.iri,
                "property_label": fact.predicate.label,
                "value": term_json(fact.value, fact.label),
                "graph": fact.graph,
            }
            for fact in page.facts
        ],
        "used_by": [
            {
                "property": use.predicate.iri,
                "property_label": use.predicate.label,
                "count": use.count,
                "first": [{"iri": source.iri, "label": source.label} for source in use.sources],
            }
            for use in page.used_by
        ],
    }
    if revisions is not None:
        document["history"] = [revision_json(revision) for revision in revisions]
    print_json(document)
