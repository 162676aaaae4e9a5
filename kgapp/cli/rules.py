"""``kgapp rules``: the rules that an impact follows, and those of the project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kgapp.cli.common import counted, json_option, plain, print_json, print_table, project_argument
from kgapp.cli.program import program
from kgapp.cli.revisions import revision_json, say_revision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kgapp.domain.changes import ChangeSet
    from kgapp.domain.findings import Finding
    from kgapp.domain.terms import Iri
    from kgapp.services.ports import RecordReader
    from kgapp.services.rules_editing import Entry
    from kgapp.services.workspace import Workspace

FORMAT: Final = "kgapp-rules/1"
_FINDINGS: Final = 1
_RULES: Final = "https://w3id.org/kgapp/ontology/rules#"


@click.command()
@project_argument
@click.option("--own", is_flag=True, help="List only what is the project's own, changed here or switched off.")
@click.option(
    "--check", is_flag=True, help="Count what each rule matches; exit with 1 when something is wrong with one."
)
@click.option(
    "--load",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Put the rules that a Turtle file states, in place of what the project says of each.",
)
@click.option("--off", metavar="RULE", default="", help="Do without a rule in this project.")
@click.option("--on", metavar="RULE", default="", help="Use a rule again that was switched off.")
@click.option(
    "--back", metavar="RULE", default="", help="Take a changed rule back to how it is shipped, or an own one out."
)
@click.option("--reason", default="", help="Why: one sentence for the history, and for what is switched off.")
@click.option("--dry-run", is_flag=True, help="Say what a change would mean for open assessments, and change nothing.")
@json_option
def command(  # noqa: PLR0913, PLR0917 - click hands over one parameter for each option
    project: Path,
    own: bool,
    check: bool,
    file: Path | None,
    off: str,
    on: str,
    back: str,
    reason: str,
    dry_run: bool,
    as_json: bool,
) -> int:
    """List the rules of impact of PROJECT, check them, or change them.

    RULE is a name such as supplierOf, an IRI or a label. “kgapp import --graph BASE/graph/rules FILE” adds statements to
    rules; --load replaces what is stated of each rule in the file.
    """
    wanted = [word for word, value in (("load", file), ("off", off), ("on", on), ("back", back)) if value]
    if len(wanted) > 1:
        raise click.UsageError("Do one thing at a time: --load, --off, --on or --back.")
    if not wanted:
        return _list(project, own=own, check=check, as_json=as_json)
    if not reason.strip() and not dry_run:
        raise click.UsageError("Say why with --reason: one sentence for the history.")
    doors = program().reading if dry_run else program().writing
    with doors(project) as workspace:
        change = _change(workspace.reader, file, off, on, back, reason or "not said")
        _do(workspace, change, reason, dry_run=dry_run, as_json=as_json)
    return 0


def _change(reader: RecordReader, file: Path | None, off: str, on: str, back: str, reason: str) -> ChangeSet:
    from kgapp.services import rules_editing

    if file is not None:
        base = reader.meta().base
        return rules_editing.load(reader, rules_editing.stated_in(program().rdf_files(), file, base))
    if off:
        return rules_editing.switch_off(reader, _named(reader, off), reason)
    if on:
        return rules_editing.switch_on(reader, _named(reader, on))
    return rules_editing.take_back(reader, _named(reader, back))


def _named(reader: RecordReader, text: str) -> Iri:
    """The rule that a name, an IRI or a label names. Raises ``NotFound`` or ``Ambiguous``."""
    from kgapp.domain.errors import Ambiguous, NotFound
    from kgapp.domain.terms import shorten
    from kgapp.services import rules_editing

    entries = rules_editing.entries(reader)
    found = [each for each in entries if text in {each.iri, each.iri.removeprefix(_RULES)}]
    found = found or [each for each in entries if each.label.casefold() == text.casefold()]
    if len(found) > 1:
        raise Ambiguous(f"Several rules are called “{shorten(text)}”.", tuple((one.iri, one.label) for one in found))
    if not found:
        raise NotFound(f"There is no rule “{shorten(text)}”.", hint="kgapp rules PROJECT lists them.")
    return found[0].iri


def _do(workspace: Workspace, change: ChangeSet, reason: str, *, dry_run: bool, as_json: bool) -> None:
    from kgapp.domain.history import Note
    from kgapp.services import rules_editing

    meant = rules_editing.consequence(workspace.reader, change)
    revision = None if dry_run else workspace.commit(change, Note(workspace.author, reason))
    if as_json:
        suspect = [{"iri": each.iri, "label": each.label} for each in meant.suspect]
        made = revision_json(revision) if revision else None
        print_json({"revision": made, "suspect": suspect, "refused": meant.refused or None})
        return
    if revision is not None:
        say_revision(revision)
    elif not dry_run or not change:
        click.echo("Nothing to do: it is so already.")
    if meant.refused:
        click.echo(plain(f"No impact can be asked for until this is corrected: {meant.refused}"))
    words = "would become suspect" if dry_run else "became suspect"
    if meant.suspect:
        click.echo(f"The verdicts of {counted(len(meant.suspect), 'open assessment')} {words}:")
    for each in meant.suspect:
        click.echo(plain(f"  {each.label}  <{each.iri}>"))


def _list(project: Path, *, own: bool, check: bool, as_json: bool) -> int:
    from kgapp.domain.findings import Severity
    from kgapp.domain.rules import Rule
    from kgapp.services import rulebook, rules_checks, rules_counts, rules_editing
    from kgapp.services.rules_editing import Origin

    with program().reading(project) as workspace:
        stated = rulebook.own(workspace.reader)
        entries = [
            each
            for each in rules_editing.of_project(stated)
            if not own or each.off is not None or each.origin is not Origin.SHIPPED
        ]
        found = list(rules_checks.of_project(stated))
        counts: dict[Iri, int | None] = {}
        if check:
            rows = [each.row for each in entries if isinstance(each.row, Rule) and each.off is None]
            counts = {row.iri: rules_counts.count(workspace.engine, row) for row in rows}
            mine = (row for row in rows if row.iri not in rulebook.SHIPPED or row != rulebook.SHIPPED[row.iri])
            found.extend(rules_checks.unmatched(mine, counts))
    if as_json:
        print_json(_document(entries, counts if check else None, found))
    else:
        _show(entries, counts if check else None, found)
    return _FINDINGS if check and any(each.severity.reaches(Severity.WARNING) for each in found) else 0


def _show(entries: list[Entry], counts: Mapping[Iri, int | None] | None, found: list[Finding]) -> None:
    columns = ("name", "group", "rule", "where from", "state", *(("links",) if counts is not None else ()))
    print_table(columns, [_cells(each, counts) for each in entries])
    for each in found:
        click.echo(plain(f"{each.severity}: {each.message}"))
    off = sum(each.off is not None for each in entries)
    click.echo(f"{counted(len(entries), 'row')}, {off} switched off, {counted(len(found), 'finding')}.")


def _cells(entry: Entry, counts: Mapping[Iri, int | None] | None) -> tuple[str, ...]:
    from kgapp.domain.rules import Rule

    group = entry.row.group.value if isinstance(entry.row, Rule) else "barrier" if entry.row else ""
    told = entry.row.sentence if entry.row else entry.problems[0].sentence
    counted_links = counts.get(entry.iri) if counts is not None else None
    links = f"{counted_links:,}" if counted_links is not None else "not counted"
    number = () if counts is None else (links if entry.iri in counts else "",)
    return (entry.iri.removeprefix(_RULES), group, f"{entry.label}: {told}", entry.origin.value, _state(entry), *number)


def _state(entry: Entry) -> str:
    if entry.off is not None:
        return f"off: {entry.off.reason}"
    return "in force" if entry.row is not None else "cannot be used"


def _document(entries: list[Entry], counts: Mapping[Iri, int | None] | None, found: list[Finding]) -> dict[str, object]:
    return {
        "format": FORMAT,
        "rules": [_json(each, counts) for each in entries],
        "findings": [
            {"focus": each.focus, "path": each.path, "severity": str(each.severity), "message": each.message}
            for each in found
        ],
    }


def _json(entry: Entry, counts: Mapping[Iri, int | None] | None) -> dict[str, object]:
    from kgapp.domain.terms import ntriples
    from kgapp.services.rules_stating import facts_of

    facts = facts_of(entry.row) if entry.row is not None else {}
    return {
        "iri": entry.iri,
        "label": entry.label,
        "origin": entry.origin.value,
        "off": entry.off.reason if entry.off else None,
        "links": counts.get(entry.iri) if counts is not None else None,
        "problems": [each.sentence for each in entry.problems],
        "stated": {predicate: sorted(map(ntriples, terms)) for predicate, terms in sorted(facts.items())},
    }
