"""What the commands share: arguments, JSON, tables, names of entities."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from rich.table import Table

NARROW: Final = 90
"""Characters a terminal needs for columns; identifiers must not be cut in two."""

_SEEN: Final = {"\n": "\\n", "\t": " "}
"""How what is common in texts is shown; the rest by its number."""

READ_ONLY: Final = "An endpoint is only read: by find, show, query, ask, impact, compare-sites, knowledge-risk, control-strategy and coverage."


def _is_url(value: object) -> bool:
    from kgapp.domain import connections

    return isinstance(value, str) and connections.is_url(value)


class _ProjectFile(click.Path):
    """A project file; the address of an endpoint is refused."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if _is_url(value):
            from kgapp.domain.errors import BadInput
            from kgapp.domain.terms import shorten

            raise BadInput(
                f"“{shorten(value)}” is the address of an endpoint; this works on a project file.", hint=READ_ONLY
            )
        return super().convert(value, param, ctx)


class _Target(click.Path):
    """A project file, or the address of an endpoint, which stays a text."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return str(value) if _is_url(value) else super().convert(value, param, ctx)


class _Shown(_Target):
    """A project file, or an endpoint by its address or, where no file has that name, by that of its connection."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if isinstance(value, str) and not _is_url(value) and not Path(value).exists() and _kept(value):
            return value
        return super().convert(value, param, ctx)


def _kept(name: str) -> bool:
    from kgapp.cli.program import program

    return any(each.name.casefold() == name.casefold() for each in program().connections().all())


project_argument = click.argument("project", type=_ProjectFile(path_type=Path))
target_argument = click.argument("project", type=_Target(path_type=Path))
"""For commands that only read: PROJECT may be the http(s) address of a SPARQL endpoint."""
shown_argument = click.argument("project", type=_Shown(path_type=Path), required=False)
"""For the window: PROJECT may be the name of a kept connection, too."""
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")


def _reason(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if not value.strip():
        raise click.BadParameter("say why in one sentence.", context, parameter)
    return value


reason_option = click.option("--reason", required=True, callback=_reason, help="Why: one sentence for the history.")


def say_endpoint(url: str) -> None:
    """Say of an answer for people that an endpoint gave it, and what that means; nothing for a project file."""
    if url:
        click.echo(
            f"\nFrom the endpoint {plain(url)}, as it is now. Numbers are values in its form, not written forms."
        )


def print_json(value: object) -> None:
    """Print one JSON document (UTF-8, two spaces), keys in the order given."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def print_json_members(members: Mapping[str, object]) -> None:
    """Print an object as ``print_json`` does; a member that is an iterator is a list, printed as it comes."""
    import json

    def text(value: object, indent: str) -> str:
        written = json.dumps(value, ensure_ascii=False, indent=2, default=_plain)
        return written.replace("\n", f"\n{indent}")  # a line break in a string is written as two characters

    before = "{\n"
    for name, member in members.items():
        click.echo(f"{before}  {text(name, '')}: ", nl=False)
        before = ",\n"
        if not isinstance(member, Iterator):
            click.echo(text(member, "  "), nl=False)
            continue
        between = "["
        for each in member:
            click.echo(f"{between}\n    {text(each, '    ')}", nl=False)
            between = ","
        click.echo("[]" if between == "[" else "\n  ]", nl=False)
    click.echo("\n}")


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, title: str = "") -> None:
    """Print a table for people; text from the graph is plain text, never markup or control characters.

    Where a terminal is too narrow for columns, each row is a block of lines.
    """
    from rich.console import Console

    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    if console.width < NARROW:
        _print_blocks(columns, rows)
    else:
        console.print(_table(columns, rows, title))


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title or None, title_justify="left", box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(Text(plain(cell)) for cell in row))
    return table


def _print_blocks(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    for row in rows:
        for column, cell in zip(columns, row, strict=True):
            if cell:
                click.echo(f"{column}: {plain(cell)}")
        click.echo()


def counted(number: int, noun: str) -> str:
    """A number with its noun: 1 revision, 2 revisions; "info" stays as it is."""
    return f"{number:,} {noun}" + ("" if number == 1 or noun == "info" else "s")


def plain(text: str) -> str:
    r"""Text from a graph as one line that is harmless for a terminal.

    Line breaks, control and direction characters become visible: a name never begins a line that looks like ours.

    >>> plain("a\nRevision 9")
    'a\\nRevision 9'
    """
    one = text.replace("\r\n", "\n")
    return "".join(each if each.isprintable() else _SEEN.get(each) or f"\\u{ord(each):04x}" for each in one)


def block(text: str) -> str:
    """The same of text whose line breaks are ours."""
    return "\n".join(map(plain, text.split("\n")))


def _plain(value: object) -> Any:
    if isinstance(value, frozenset | set):
        return sorted(value)
    return str(value)
