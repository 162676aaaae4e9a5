"""``kgapp export``: a project, or one of its graphs, as a file."""

from __future__ import annotations

from pathlib import Path

import click

from kgapp.cli.common import json_option, print_json, project_argument
from kgapp.cli.program import program
from kgapp.domain import terms
from kgapp.domain.terms import Iri


@click.command()
@project_argument
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--graph", metavar="IRI", help="Only this graph.")
@click.option("--merge", is_flag=True, help="Put all graphs together, forgetting which statement was in which.")
@click.option(
    "--blank-nodes", is_flag=True, help="Turn IRIs that replaced blank nodes at import back into blank nodes."
)
@json_option
def command(project: Path, file: Path, graph: str | None, merge: bool, blank_nodes: bool, as_json: bool) -> None:
    """Write PROJECT to FILE in the written form of each value; the name's ending tells the syntax.

    .nq .trig .ttl .nt .jsonld .rdf .owl; .graphml for programs that draw networks, .csv with a row for each statement, .svg with the map of the process. A file of that name is replaced, in one step and only when all is written.
    """
    from kgapp.services import exchange

    if graph and merge:
        raise click.UsageError("--graph takes one graph and --merge all of them: give one of the two.")
    if file.suffix.lower() in _OTHERS:
        _other(project, file, terms.iri(graph) if graph else None, as_json=as_json)
        return
    part = exchange.Part(terms.iri(graph) if graph else None, merge)
    with program().reading(project) as workspace:
        head = workspace.reader.head()
        done = exchange.export(workspace.reader, program().rdf_files(), file, part, blank_nodes=blank_nodes)
    if as_json:
        print_json(
            {
                "file": str(done.path),
                "syntax": done.syntax.name,
                "statements": done.statements,
                "revision_hash": head.hash if head else None,
            }
        )
    else:
        click.echo(f"{done.path}: {done.statements:,} statements as {done.syntax.name}.")


_OTHERS = {".graphml": "GraphML", ".csv": "CSV", ".svg": "SVG"}


def _other(project: Path, file: Path, graph: Iri | None, *, as_json: bool) -> None:
    from kgapp.domain.errors import BadInput
    from kgapp.services import graph_files, whole_files

    form = file.suffix.lower()
    with program().reading(project) as workspace:
        if graph is not None and graph not in {name for name, _ in workspace.reader.graphs()}:
            raise BadInput(f"The project has no graph <{graph}>.")
        if form == ".svg":
            if graph is not None:
                raise click.UsageError("A picture is drawn of the whole project: leave --graph out.")
            content = program().picture_of(workspace.reader)
        else:
            make = graph_files.graphml if form == ".graphml" else graph_files.table
            content = make(workspace.reader, graph)
    try:
        whole_files.write(file, content)
    except OSError as error:
        raise BadInput(f"{file.name} cannot be written: {error.strerror or error}.") from error
    if as_json:
        print_json({"file": str(file), "syntax": _OTHERS[form], "bytes": len(content)})
    else:
        click.echo(f"{file}: {len(content):,} bytes as {_OTHERS[form]}.")
