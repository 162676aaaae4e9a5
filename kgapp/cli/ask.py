"""``kgapp ask``: the ready-made questions of a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kgapp.cli.answers import format_options, settled
from kgapp.cli.common import counted, json_option, plain, print_json, print_table, target_argument
from kgapp.cli.inferred import inferred_option, say_inferred
from kgapp.cli.program import program
from kgapp.domain.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kgapp.domain.question import Parameter, Question
    from kgapp.domain.terms import Term
    from kgapp.services.ports import RecordReader
    from kgapp.services.queries import Result
    from kgapp.services.questions.answers import Cell, Column
    from kgapp.services.questions.library import Library

FORMAT: Final = "kgapp-questions/1"
MOST_TABLE_ROWS: Final = 1000


@click.command()
@target_argument
@click.argument("question", required=False, default="")
@click.argument("values", nargs=-1, metavar="[NAME=VALUE]...")
@click.option("--find", "words", default="", metavar="WORDS", help="List only the questions with these words.")
@format_options
@click.option(
    "--save-as", metavar="LABEL", default="", help="Keep a copy of QUESTION in PROJECT under this label; do not ask."
)
@click.option("--describe", metavar="TEXT", default="", help="What the copy explains, in place of the original's text.")
@click.option("--reason", default="", help="Why the copy is saved; needed with --save-as.")
@click.option("--sparql", is_flag=True, help="Print the query with its values, and do not ask.")
@click.option("--about", is_flag=True, help="Explain the question and what it takes, and do not ask.")
@inferred_option
@click.option("--people", is_flag=True, help="Ask also what shows personal figures, if you may see them.")
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
    question: str,
    values: tuple[str, ...],
    words: str,
    form: str | None,
    out: Path | None,
    save_as: str,
    describe: str,
    reason: str,
    sparql: bool,
    about: bool,
    inferred: bool,
    people: bool,
    timeout: float,
    as_json: bool,
) -> None:
    """Ask PROJECT one of its ready-made questions; without QUESTION, list them.

    QUESTION is a name such as knowHowOnStep, a label or an IRI. NAME=VALUE fills a blank: a thing by its label, id or
    prefixed name, a day such as 2026-03-31, a number with its unit. A day that is not given is the project's reference date.
    --save-as keeps a copy in the project; values that are given become what it usually takes.
    """
    from kgapp.services.questions import library

    kind = settled(form, out, as_json=as_json)
    if save_as or describe or reason:
        from kgapp.cli import ask_saving

        ask_saving.save_copy(project, question, _given(values), ask_saving.Wanted(save_as, describe, reason))
        return
    with program().reading(project) as workspace:
        found = library.library(workspace.reader)
        if not question:
            _list(found, words, as_json=as_json)
            return
        chosen = library.named(found, question)
        if about:
            _explain(workspace.reader, chosen, as_json=as_json)
            return
        from kgapp.services.questions import asking

        terms = asking.values(workspace.reader, chosen, _given(values))
        from kgapp.domain.question import fill

        if sparql:
            from kgapp.domain import sparql_text
            from kgapp.services import browsing

            prefixes = browsing.prefixes_of(workspace.reader)
            _say_query(sparql_text.with_prefixes(fill(chosen, terms), prefixes.items()))
            return
        if asking.shows_people(chosen) and not people:
            raise BadInput(f"“{chosen.label}” shows personal figures.", hint="Add --people if you may see them.")
        from kgapp.services import inference

        source = inference.source(workspace.engine, inferred=inferred)
        with asking.ask(workspace.reader, source, chosen, terms, timeout_s=timeout) as result:
            notes = (inference.NOTE,) if inferred else ()
            sentence = asking.said(workspace.reader, chosen, terms)
            if out is not None:
                _save(workspace.reader, result, (fill(chosen, terms), sentence, notes), out, kind)
            elif as_json:
                _print_answer(workspace.reader, chosen, terms, (sentence, notes), result)
            elif kind == "table":
                _table(workspace.reader, chosen, sentence, result, _hint(inferred=inferred, endpoint=result.endpoint))
            else:
                _write(result, kind)
            if not as_json:
                say_inferred(notes, err=out is None and kind != "table")


def _given(values: tuple[str, ...]) -> dict[str, str]:
    given: dict[str, str] = {}
    for each in values:
        name, equals, text = each.partition("=")
        if not equals:
            raise click.UsageError(f"“{each}” is not of the form NAME=VALUE.")
        if name in given:
            raise click.UsageError(f"“{name}” is given twice.")
        given[name] = text
    return given


def _list(found: Library, words: str, *, as_json: bool) -> None:
    from kgapp.services.questions import library

    shown = library.find(found.questions, words) if words.strip() else found.questions
    if as_json:
        print_json(
            {
                "format": FORMAT,
                "questions": [_question_json(each) for each in shown],
                "broken": [{"iri": each.iri, "label": each.label, "problem": each.problem} for each in found.broken],
            }
        )
        return
    for heading, questions in library.groups(shown):
        print_table(("question", "asks"), [(_name(each), each.sentence) for each in questions], title=heading)
        click.echo()
    for each in found.broken:
        click.echo(plain(f"“{each.label}” cannot be asked: {each.problem}"))
    click.echo(f"{counted(len(shown), 'question')}. kgapp ask PROJECT QUESTION --about explains one.")


def _explain(reader: RecordReader, question: Question, *, as_json: bool) -> None:
    if as_json:
        print_json(_question_json(question))
        return
    from kgapp.services.questions import asking

    click.echo(plain(question.sentence))
    if question.explanation:
        click.echo(plain(question.explanation))
    for each in question.parameters:
        usual = asking.usual(reader, each)
        told = f"; {_shown(reader, usual)} if you do not say" if usual is not None else ""
        told = told or ("; any if you do not say" if not each.required else "")
        click.echo(plain(f"  {each.name}: {each.label}, {asking.takes(each)}{told}"))


def _say_query(text: str) -> None:
    """A query to be copied: what cannot be seen is spelled as SPARQL itself spells it, so that it means the same."""
    for each in text.replace("\r\n", "\n").split("\n"):
        click.echo("\t".join(map(plain, each.split("\t"))))


def _shown(reader: RecordReader, term: Term) -> str:
    from kgapp.services import browsing

    return browsing.labels(reader, (term,))[term] if isinstance(term, str) else term.lexical


def _hint(*, inferred: bool, endpoint: str) -> str:
    """What to do about an answer without rows."""
    follows = "" if inferred or endpoint else " --inferred asks also what follows;"
    return f"{follows} --sparql prints the query, of which kgapp query --explain-empty says what leaves no rows."


def _table(reader: RecordReader, question: Question, sentence: str, result: Result, hint: str) -> None:
    from kgapp.cli.query_table import footer
    from kgapp.domain import results
    from kgapp.domain.sparql_text import Form
    from kgapp.services import queries
    from kgapp.services.questions import answers

    click.echo(plain(sentence))
    if result.answer.form is Form.ASK:
        click.echo("yes" if results.truth(result.answer) else "no")
        click.echo(footer(result, None))
        return
    rows, more = queries.first_rows(result.answer, MOST_TABLE_ROWS)
    columns = answers.columns(result.answer.columns)
    shown = answers.cells(reader, columns, rows)
    print_table([each.heading for each in columns], [[cell.text for cell in row] for row in shown])
    if more:
        click.echo(f"… more than {MOST_TABLE_ROWS:,} rows; --format csv gives all of them.")
    if not rows:
        click.echo(f"No rows: the graph holds nothing that fits. That is not a proof that there is nothing.{hint}")
    if question.explanation:
        click.echo(plain(question.explanation))
    click.echo(footer(result, None if more else len(rows)))


def _write(result: Result, form: str) -> None:
    from kgapp.cli.answers import writer
    from kgapp.cli.query import write_out
    from kgapp.cli.query_table import footer

    write_out(writer(form)(result.answer))
    click.echo(footer(result, None), err=True)


def _save(reader: RecordReader, result: Result, asked: tuple[str, str, tuple[str, ...]], out: Path, kind: str) -> None:
    from kgapp.cli import answers
    from kgapp.services.answer_files import Asked

    query, sentence, notes = asked
    answers.save(reader, result, Asked(query, sentence, reader.meta().path.name, notes), out, kind)


def _print_answer(
    reader: RecordReader,
    question: Question,
    terms: Mapping[str, Term],
    told: tuple[str, tuple[str, ...]],
    result: Result,
) -> None:
    """All rows with labels, for programs; a truth for a question that is answered by yes or no."""
    from kgapp.domain import results
    from kgapp.domain.sparql_text import Form
    from kgapp.domain.terms import ntriples
    from kgapp.services.queries import VALUES_NOTE
    from kgapp.services.questions import answers

    about: dict[str, object] = {
        "format": "kgapp-answer/1",
        "question": question.iri,
        "sentence": told[0],
        "values": {name: ntriples(term) for name, term in terms.items()},
        "revision": result.answer.seq,
        "revision_hash": result.revision_hash,
        "seconds": round(result.seconds, 3),
        "note": " ".join((VALUES_NOTE, *told[1])),
    }
    if result.answer.form is Form.ASK:
        print_json({**about, "answer": results.truth(result.answer)})
        return
    columns = answers.columns(result.answer.columns)
    rows = [row for page in result.answer.pages for row in page]
    print_json(
        {
            **about,
            "columns": [{"name": each.name, "heading": each.heading} for each in columns],
            "rows": [_row_json(columns, row) for row in answers.cells(reader, columns, rows)],
        }
    )


def _row_json(columns: tuple[Column, ...], row: tuple[Cell, ...]) -> dict[str, object]:
    return {
        column.name: {"iri": cell.thing, "label": cell.text} if cell.thing else cell.text or None
        for column, cell in zip(columns, row, strict=True)
    }


def _question_json(question: Question) -> dict[str, object]:
    from kgapp.domain.vocabulary import CONCEPTS

    return {
        "name": _name(question),
        "iri": question.iri,
        "label": question.label,
        "sentence": question.sentence,
        "group": CONCEPTS[question.group].label,
        "explanation": question.explanation,
        "own": question.own,
        "parameters": [_parameter_json(each) for each in question.parameters],
        "query": question.query,
    }


def _parameter_json(parameter: Parameter) -> dict[str, object]:
    from kgapp.domain.terms import ntriples

    return {
        "name": parameter.name,
        "label": parameter.label,
        "classes": parameter.classes,
        "scheme": parameter.scheme,
        "datatype": parameter.datatype,
        "unit": parameter.unit,
        "default": ntriples(parameter.default) if parameter.default is not None else None,
        "default_from": parameter.default_from,
        "required": parameter.required,
    }


def _name(question: Question) -> str:
    from kgapp.domain.names import local_name

    return local_name(question.iri) or question.iri
