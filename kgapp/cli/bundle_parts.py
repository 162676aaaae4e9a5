"""What several commands of bundles need."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgapp.cli.passwords import asked
from kgapp.cli.program import program

if TYPE_CHECKING:
    from kgapp.services.bundles.sending import Tools
    from kgapp.services.bundles.verifying import Checker

bundle_argument = click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))


def checker() -> Checker:
    """What a check of a bundle needs, now."""
    from kgapp.services.bundles.verifying import Checker

    return Checker(program().exchange(), program().rdf_files(), datetime.now(UTC))


@contextmanager
def tools_of(*, validation: bool, pages: bool) -> Iterator[Tools]:
    """What making a bundle needs; the checker of shapes ends with it."""
    from kgapp.resources import shipped
    from kgapp.services.bundles import building
    from kgapp.services.bundles.sending import Tools

    makers = program().bundle_makers() if pages else ()
    tools = Tools(checker(), building.shipped(shipped("ontology")), None, makers)
    if not validation:
        yield tools
        return
    shapes = program().shape_checker()
    try:
        yield replace(tools, shapes=shapes)
    finally:
        shapes.close()


@contextmanager
def readable(file: Path) -> Iterator[Path]:
    """The bundle itself; one that is encrypted is opened with the user's key, in a folder that is removed afterwards."""
    exchange = program().exchange()
    if not exchange.containers.encrypted(file):
        yield file
        return
    opened = exchange.keys.open(asked(exchange.keys.card().card.holder))
    with tempfile.TemporaryDirectory(prefix="kgapp-") as folder:
        opened_file = Path(folder) / file.name
        exchange.containers.decrypt(file, opened_file, opened.identity)
        yield opened_file
