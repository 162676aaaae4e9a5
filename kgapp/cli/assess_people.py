"""The commands of ``kgapp assess`` that say who judges, and that ask somebody."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from kgapp.cli.assess_naming import assessment_of, keys_of, named, report_of, say, task_of
from kgapp.cli.assess_writing import FUNCTION
from kgapp.cli.common import json_option, project_argument, reason_option
from kgapp.cli.program import program


@click.command("functions")
@project_argument
@click.argument("assessment")
@click.option("--ask", "asks", multiple=True, type=FUNCTION, help="One that must judge every item; again for more.")
@reason_option
@json_option
def functions(project: Path, assessment: str, asks: tuple[str, ...], reason: str, as_json: bool) -> None:
    """Set which functions must judge every item of ASSESSMENT; without any, one verdict of anybody is enough."""
    from kgapp.domain.assessment import Function
    from kgapp.services.assessments import changes

    with program().writing(project) as workspace:
        iri = assessment_of(workspace, assessment)
        revision = changes.set_asked(workspace, iri, [Function(each) for each in asks], reason)
    say(revision, as_json=as_json, assessment=iri)


@click.command("assign")
@project_argument
@click.argument("assessment")
@click.argument("items", nargs=-1, required=True, metavar="ITEM...")
@click.option("--to", "owner", metavar="E", help="Who is to judge.")
@click.option("--nobody", is_flag=True, help="Take back who is to judge, whoever that is.")
@click.option("--function", type=FUNCTION, help="For which function.")
@click.option("--site", default="", metavar="S", help="Only the items of this site.")
@click.option("--factor", default="", metavar="F", help="The effect of this factor on ITEM, which nobody has assessed.")
@click.option("--due", default="", metavar="DATE", help="Until when.")
@reason_option
@json_option
def assign(  # noqa: PLR0913, PLR0917 - click hands over one parameter for each option
    project: Path,
    assessment: str,
    items: tuple[str, ...],
    owner: str | None,
    nobody: bool,
    function: str | None,
    site: str,
    factor: str,
    due: str,
    reason: str,
    as_json: bool,
) -> None:
    """Say who is to judge ITEMs of ASSESSMENT."""
    from kgapp.domain.assessment import Function
    from kgapp.domain.errors import BadInput
    from kgapp.services.assessments import judging
    from kgapp.services.assessments.judging import Charge

    if nobody == (owner is not None):
        raise BadInput("Say who is to judge with --to, or --nobody.")
    with program().writing(project) as workspace:
        iri = assessment_of(workspace, assessment)
        keys = keys_of(workspace, iri, report_of(workspace, iri), (items, site, factor))
        if owner is None:
            revision = judging.unassign(workspace, iri, keys, reason)
        else:
            charge = Charge(named(workspace, owner), Function(function) if function else None, due)
            revision = judging.assign(workspace, iri, keys, charge, reason)
    say(revision, as_json=as_json, assessment=iri)


@click.command("ask")
@project_argument
@click.argument("assessment")
@click.argument("items", nargs=-1, metavar="[ITEM]...")
@click.option("--question", required=True, metavar="TEXT", help="What is asked.")
@click.option("--of", "owner", required=True, metavar="E", help="Who is to answer.")
@click.option("--due", default="", metavar="DATE", help="Until when.")
@reason_option
@json_option
def ask(  # noqa: PLR0913, PLR0917 - click hands over one parameter for each option
    project: Path,
    assessment: str,
    items: tuple[str, ...],
    question: str,
    owner: str,
    due: str,
    reason: str,
    as_json: bool,
) -> None:
    """Ask somebody about ITEMs of ASSESSMENT, or about all of it."""
    from kgapp.services.assessments import judging

    with program().writing(project) as workspace:
        iri = assessment_of(workspace, assessment)
        keys = keys_of(workspace, iri, report_of(workspace, iri), (items, "", "")) if items else ()
        made, revision = judging.ask(workspace, iri, keys, task_of(workspace, question, owner, due), reason)
    say(revision, as_json=as_json, question=made)


@click.command("answer")
@project_argument
@click.argument("question")
@click.argument("text")
@reason_option
@json_option
def answer(project: Path, question: str, text: str, reason: str, as_json: bool) -> None:
    """Answer QUESTION with TEXT, which closes it."""
    from kgapp.services.assessments import judging

    with program().writing(project) as workspace:
        iri = named(workspace, question)
        revision = judging.answer(workspace, iri, text, reason)
    say(revision, as_json=as_json, question=iri)


COMMANDS: Final = (functions, assign, ask, answer)
"""In the order in which they are used."""
