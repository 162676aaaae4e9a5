"""``kgapp import``: RDF files into a project."""

from __future__ import annotations

from pathlib import Path

import click

from kgapp.cli.common import json_option, print_json, project_argument
from kgapp.cli.program import program
from kgapp.domain import terms


@click.command()
@project_argument
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--graph", metavar="IRI", help="Graph for statements that are in none; usually BASE/graph/main.")
@click.option("--reason", default="", help="Why: one sentence for the history. Usually “Import of FILE”.")
@json_option
def command(project: Path, files: tuple[Path, ...], graph: str | None, reason: str, as_json: bool) -> None:
    """Add the statements of FILEs to PROJECT as one revision: all of them or none.

    Reads N-Quads (.nq), N-Triples (.nt), TriG (.trig), Turtle (.ttl), JSON-LD (.jsonld; no remote contexts), RDF/XML (.rdf)
    and OWL in these (.owl). Blank nodes become IRIs made of the file's content: importing the same file again changes nothing.
    """
    from kgapp.services import exchange

    wanted = terms.iri(graph) if graph else None
    with program().writing(project) as workspace:
        done = exchange.import_files(workspace, program().rdf_files(), files, graph=wanted, why=reason)
    if as_json:
        _print(done)
    elif done.revision is None:
        click.echo("Nothing new: the project holds all of it already.")
    else:
        click.echo(
            f"Revision {done.revision.seq}: {done.revision.added_count:,} statements added. {done.revision.hash[:12]}"
        )


def _print(done: object) -> None:
    from kgapp.services.exchange import Imported

    assert isinstance(done, Imported)
    revision = done.revision
    print_json(
        {
            "revision": revision.seq if revision else None,
            "revision_hash": revision.hash if revision else None,
            "added": revision.added_count if revision else 0,
            "files": [
                {"file": str(source.path), "syntax": source.syntax.name, "sha256": source.sha256}
                for source in done.sources
            ],
        }
    )
