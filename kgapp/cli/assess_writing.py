"""The commands of ``kgapp assess`` that alter an assessment."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kgapp.cli.assess_naming import assessment_of, keys_of, named, report_of, say, task_of
from kgapp.cli.common import json_option, project_argument, reason_option
from kgapp.cli.program import program

if TYPE_CHECKING:
    from collections.abc import Collection

    from kgapp.domain.assessment import Function, ItemKey, Standing
    from kgapp.domain.impact import ImpactReport
    from kgapp.domain.terms import Iri
    from kgapp.services.workspace import Workspace

_KINDS: Final = (
    *("value", "range", "replacement", "removal", "addition", "relocation", "timing", "specification", "method"),
    *("software", "shortage", "departure", "requirement", "excursion"),
)
_FUNCTIONS: Final = ("process", "qc", "regulatory", "quality", "supply")
_OUTCOMES: Final = ("impacted", "not-impacted", "needs-study")
FUNCTION: Final = click.Choice(_FUNCTIONS)
"""The functions that judge, as an option takes them."""


@click.command("new")
@project_argument
@click.argument("entity", required=False)
@click.option("--change", "kind", type=click.Choice(_KINDS), help="What kind of change of ENTITY it is.")
@click.option("--from", "old", default="", metavar="V", help="What it goes from, such as 3, “90 min” or 2-4.")
@click.option("--to", "new", default="", metavar="V", help="What it goes to.")
@click.option("--by", "new_thing", default="", metavar="E", help="What takes its place.")
@click.option("--site", default="", metavar="S", help="Where it changes; without it, everywhere.")
@click.option("--effective", default="", metavar="DATE", help="When it takes effect, such as 2026-11-30.")
@click.option("--batch", "batches", multiple=True, metavar="B", help="A batch in process; may be given again.")
@click.option("--number", default="", metavar="ID", help="The number of the change in the quality system.")
@click.option(
    "--of", "recorded", multiple=True, metavar="CHANGE", help="A change that is recorded; may be given again."
)
@click.option("--deviation", default="", metavar="D", help="Assess this deviation.")
@click.option(
    "--ask", "asks", multiple=True, type=FUNCTION, help="A function that must judge every item; again for more."
)
@click.option("--name", default="", metavar="TEXT", help="What the assessment is called.")
@reason_option
@json_option
def new(  # noqa: PLR0913, PLR0917 - click hands over one parameter for each option
    project: Path,
    entity: str | None,
    kind: str | None,
    old: str,
    new: str,
    new_thing: str,
    site: str,
    effective: str,
    batches: tuple[str, ...],
    number: str,
    recorded: tuple[str, ...],
    deviation: str,
    asks: tuple[str, ...],
    name: str,
    reason: str,
    as_json: bool,
) -> None:
    """Open an assessment in PROJECT: of a change of ENTITY, of changes that are recorded, or of a deviation."""
    from dataclasses import replace

    from kgapp.domain.assessment import Function
    from kgapp.domain.errors import BadInput
    from kgapp.domain.impact import ChangeKind
    from kgapp.services.assessments import changes, triage
    from kgapp.services.assessments.changes import Opening, Proposed

    if (entity is None) != (kind is None):
        raise BadInput("ENTITY and --change belong together.", hint="Say what changes, and how.")
    with program().writing(project) as workspace:
        if deviation:
            iri, revision = triage.from_deviation(workspace, named(workspace, deviation), reason)
            say(revision, as_json=as_json, assessment=iri)
            return
        proposed: tuple[Proposed, ...] = ()
        if entity is not None and kind is not None:
            told = Proposed(
                named(workspace, entity), ChangeKind(kind), old, new, effective=effective, external_id=number
            )
            proposed = (
                replace(
                    told,
                    new_thing=named(workspace, new_thing) if new_thing else None,
                    site=named(workspace, site) if site else None,
                    batches=tuple(named(workspace, each) for each in batches),
                ),
            )
        opening = Opening(
            proposed,
            tuple(named(workspace, each) for each in recorded),
            tuple(Function(each) for each in asks),
            label=name,
        )
        iri, revision = changes.open_assessment(workspace, opening, reason)
    say(revision, as_json=as_json, assessment=iri)


@click.command("add")
@project_argument
@click.argument("assessment")
@click.argument("change")
@reason_option
@json_option
def add(project: Path, assessment: str, change: str, reason: str, as_json: bool) -> None:
    """Assess CHANGE, which is recorded, together with what ASSESSMENT assesses."""
    from kgapp.services.assessments import changes

    with program().writing(project) as workspace:
        iri = assessment_of(workspace, assessment)
        _, revision = changes.add_change(workspace, iri, named(workspace, change), reason)
    say(revision, as_json=as_json, assessment=iri)


@click.command("drop")
@project_argument
@click.argument("assessment")
@click.argument("change")
@reason_option
@json_option
def drop(project: Path, assessment: str, change: str, reason: str, as_json: bool) -> None:
    """Assess CHANGE no longer in ASSESSMENT; it stays recorded."""
    from kgapp.services.assessments import changes

    with program().writing(project) as workspace:
        iri = assessment_of(workspace, assessment)
        revision = changes.drop_change(workspace, iri, named(workspace, change), reason)
    say(revision, as_json=as_json, assessment=iri)


@click.command("verdict")
@project_argument
@click.argument("assessment")
@click.argument("items", nargs=-1, metavar="[ITEM]...")
@click.option("--function", type=FUNCTION, required=True, help="Who judges.")
@click.option("--outcome", type=click.Choice(_OUTCOMES), help="What was found; left out with --confirm.")
@click.option("--site", default="", metavar="S", help="Only the items of this site.")
@click.option("--factor", default="", metavar="F", help="The effect of this factor on ITEM, which nobody has assessed.")
@click.option("--all-open", is_flag=True, help="Every item on which the function has given no verdict.")
@click.option("--all-suspect", is_flag=True, help="Every item on which the function's verdict is suspect.")
@click.option("--confirm", is_flag=True, help="The same verdicts as before, on what is known now.")
@click.option("--name", default="", metavar="TEXT", help="Who gives it, when that is not you.")
@click.option("--study", default="", metavar="TEXT", help="What is to be found out, when study is needed.")
@click.option("--owner", default="", metavar="E", help="Who sees to it.")
@click.option("--due", default="", metavar="DATE", help="Until when.")
@reason_option
@json_option
def verdict(  # noqa: PLR0913, PLR0917 - click hands over one parameter for each option
    project: Path,
    assessment: str,
    items: tuple[str, ...],
    function: str,
    outcome: str | None,
    site: str,
    factor: str,
    all_open: bool,
    all_suspect: bool,
    confirm: bool,
    name: str,
    study: str,
    owner: str,
    due: str,
    reason: str,
    as_json: bool,
) -> None:
    """Give a verdict on ITEMs of ASSESSMENT: one revision, however many they are."""
    from kgapp.domain.assessment import Function, Outcome, Standing
    from kgapp.domain.errors import BadInput
    from kgapp.services.assessments import judging
    from kgapp.services.assessments.judging import Judgement

    if confirm == (outcome is not None):
        raise BadInput("A verdict is given with --outcome or with --confirm.", hint="Name one of the two.")
    with program().writing(project) as workspace:
        iri, by = assessment_of(workspace, assessment), Function(function)
        report = report_of(workspace, iri)
        wanted = {Standing.OPEN: all_open, Standing.SUSPECT: all_suspect}
        keys = _standing(workspace, iri, report, by, {each for each, asked in wanted.items() if asked})
        keys.extend(each for each in keys_of(workspace, iri, report, (items, site, factor)) if each not in keys)
        if outcome is None:
            revision = judging.confirm(workspace, iri, report, keys, (by, reason), name)
        else:
            task = task_of(workspace, study, owner, due) if study else None
            said = Judgement(by, Outcome(outcome), reason, name, task)
            revision = judging.judge(workspace, iri, report, keys, said)
    say(revision, as_json=as_json, assessment=iri)


@click.command("rule")
@project_argument
@click.argument("assessment")
@click.argument("rule")
@click.option("--off/--on", "off", required=True, help="Do without the rule in this assessment, or apply it again.")
@reason_option
@json_option
def rule(project: Path, assessment: str, rule: str, off: bool, reason: str, as_json: bool) -> None:
    """Switch RULE off, or on again, for ASSESSMENT; the reason stands on the first page of its report."""
    from kgapp.domain.terms import Iri
    from kgapp.services import browsing
    from kgapp.services.assessments import judging

    with program().writing(project) as workspace:
        iri = assessment_of(workspace, assessment)
        meant = browsing.spelled(workspace.reader, rule) or Iri(_rule(workspace, rule))
        switch = judging.switch_off if off else judging.switch_on
        revision = switch(workspace, iri, meant, reason)
    say(revision, as_json=as_json, assessment=iri)


def _rule(workspace: Workspace, text: str) -> str:
    """What a name such as supplierOf, or a label, stands for; itself when there is no such rule or there are several."""
    from kgapp.services import rulebook

    book = rulebook.book(workspace.reader)
    every = [(each.iri, each.label) for each in book.rules] + [(each.iri, each.label) for each in book.barriers]
    found = [iri for iri, label in every if iri.rpartition("#")[2] == text or label.casefold() == text.casefold()]
    return found[0] if len(found) == 1 else text


@click.command("close")
@project_argument
@click.argument("assessment")
@click.option("--conclusion", required=True, metavar="TEXT", help="What it came to, in words.")
@json_option
def close(project: Path, assessment: str, conclusion: str, as_json: bool) -> None:
    """Close ASSESSMENT when every item has a verdict that holds; else say what is missing."""
    from kgapp.services.assessments import closing

    with program().writing(project) as workspace:
        iri = assessment_of(workspace, assessment)
        revision = closing.close(workspace, iri, report_of(workspace, iri), conclusion)
    say(revision, as_json=as_json, assessment=iri)


def _standing(
    workspace: Workspace, iri: Iri, report: ImpactReport, function: Function, wanted: Collection[Standing]
) -> list[ItemKey]:
    """Everything on which a function has given no verdict, or one that is suspect."""
    from kgapp.domain.assessment import Standing
    from kgapp.services.assessments import reading, standing

    if not wanted:
        return []
    found = standing.state(workspace.reader, reading.read(workspace.reader, iri), report)
    given = [(each.key, each.by(function)) for each in found.standings]
    return [
        key
        for key, judged in given
        if (judged is None and Standing.OPEN in wanted)
        or (judged is not None and judged.suspect and Standing.SUSPECT in wanted)
    ]


COMMANDS: Final = (new, add, drop, verdict, rule, close)
"""In the order in which they are used."""
