"""``kgapp bundle receive``, ``accept``, ``points`` and ``new``: what came in beside the project, and what is done with it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from kgapp.cli import bundle_foreseen
from kgapp.cli.bundle_parts import bundle_argument, checker, readable
from kgapp.cli.common import counted, json_option, plain, print_json, print_table, project_argument, reason_option
from kgapp.cli.program import program

if TYPE_CHECKING:
    from kgapp.domain.terms import Iri
    from kgapp.services.bundles.differences import Decision, Touched
    from kgapp.services.bundles.looking import Arrival, Arrived
    from kgapp.services.bundles.points import Talk

_FINDINGS: Final = 1
_MARKS: Final = {"new": "+", "changed": "±", "removed": "−"}
_SIDES: Final = ("theirs", "mine", "both")
_STATUSES: Final = ("open", "agreed", "refused", "done")


@click.command()
@project_argument
@bundle_argument
@click.option("--check", is_flag=True, help="Say what the shapes would newly find if all that needs no choice came in.")
@json_option
def receive(project: Path, file: Path, *, check: bool, as_json: bool) -> int:
    """Show what the bundle FILE would change in PROJECT, thing by thing. Nothing enters the project.

    Of a thing that both sides changed, both stand side by side. Exit code 1 when nothing of the bundle can be accepted.
    """
    from kgapp.services.bundles import looking, receiving

    with readable(file) as bundle, program().reading(project) as workspace:
        arrival = looking.look(workspace.reader, checker(), bundle)
        check = check and not arrival.hindrance
        found = bundle_foreseen.of(workspace, arrival, receiving.everything(arrival)) if check else None
    if as_json:
        print_json(_told(arrival) | ({"foreseen": bundle_foreseen.told(found)} if found else {}))
    else:
        _say(arrival)
        if found is not None:
            bundle_foreseen.say(found)
    return _FINDINGS if arrival.hindrance else 0


@click.command()
@project_argument
@bundle_argument
@click.option("--all", "everything", is_flag=True, help="Accept whatever needs no choice and is not refused here.")
@click.option("--accept", "accepted", multiple=True, metavar="THING", help="Accept what is said about this thing.")
@click.option(
    "--refuse", "refused", nargs=2, multiple=True, metavar="THING WHY", help="Refuse it; the sender reads why."
)
@click.option(
    "--choose",
    "chosen",
    nargs=3,
    multiple=True,
    metavar="THING PROPERTY SIDE",
    help="Where both sides changed something: theirs, mine or both. Accepts the thing.",
)
@click.option("--despite-gap", is_flag=True, help="Although bundles before it did not arrive.")
@click.option("--check", is_flag=True, help="Accept nothing, exit code 1, if the shapes would find a new violation.")
@reason_option
def accept(project: Path, file: Path, *, reason: str, despite_gap: bool, check: bool, **said: Any) -> int:
    """Take over from the bundle FILE into PROJECT what is named, as one revision. What is not named stays undecided.

    A THING is named by its identifier, its address or its label, as ``kgapp bundle receive`` shows them.
    """
    from kgapp.services.bundles import looking, receiving

    with readable(file) as bundle, program().writing(project) as workspace:
        known = checker()
        arrival = looking.look(workspace.reader, known, bundle)
        decisions = _decisions(arrival, **said)
        if not decisions and (arrival.arrived or not said["everything"]):
            raise click.UsageError("Say what to accept or to refuse: --all, --accept, --refuse or --choose.")
        if check and bundle_foreseen.breaks(bundle_foreseen.of(workspace, arrival, decisions)):
            click.echo("Nothing was accepted.")
            return _FINDINGS
        revision = receiving.accept(workspace, known, bundle, arrival, decisions, reason, despite_gap=despite_gap)
    taken = sum(each.accepted for each in decisions.values())
    if revision is not None:
        click.echo(f"Revision {revision.seq}: {plain(revision.summary)}")
    left = len(arrival.arrived) - len(decisions)
    click.echo(f"{taken} accepted, {len(decisions) - taken} refused, {left} undecided.")
    return 0


@click.command()
@project_argument
@click.option("--with", "partner", default="", help="The organisation that it is talked about with.")
@click.option(
    "--say",
    "words",
    nargs=3,
    multiple=True,
    metavar="THING STATUS COMMENT",
    help="Say something about a thing: open, agreed, refused or done. The partner reads it with the next bundle.",
)
@json_option
def points(project: Path, *, partner: str, words: Sequence[tuple[str, str, str]], as_json: bool) -> None:
    """List the points that are talked about with partners, open ones first, or say something about them."""
    from kgapp.services import browsing
    from kgapp.services.bundles import points as service
    from kgapp.services.bundles.items import Status, Word

    if words:
        if not partner:
            raise click.UsageError("Say with whom it is talked about: --with.")
        wrong = next((status for _, status, _ in words if status not in _STATUSES), None)
        if wrong is not None:
            raise click.UsageError(f"“{plain(wrong)}” is no status. Use one of: {', '.join(_STATUSES)}.")
        with program().writing(project) as workspace:
            said = {
                browsing.resolve(workspace.reader, thing): Word(Status(status), comment)
                for thing, status, comment in words
            }
            service.say(workspace, partner, said)
    with program().reading(project) as workspace:
        talks = service.every(workspace.reader)
        named = browsing.labels(workspace.reader, {each.entity for talk in talks for each in talk.points})
    if as_json:
        print_json({"format": "kgapp-bundle-points/1", "partners": [_talk(each) for each in talks]})
        return
    if not talks:
        click.echo("Nothing is talked about with anybody.")
    for talk in talks:
        ended = "all settled" if not talk.open else f"{counted(len(talk.open), 'point')} open"
        rows = [
            (
                named[each.entity],
                each.here.status.value,
                each.here.comment,
                each.there.status.value,
                each.there.comment,
            )
            for each in sorted(talk.points, key=lambda each: each.settled)
        ]
        print_table(("thing", "we", "our comment", "they", "their comment"), rows, title=f"{talk.partner}: {ended}")


@click.command()
@project_argument
@bundle_argument
@click.option("--base", metavar="IRI", help="What the addresses of your own things begin with; else one is made.")
@reason_option
def new(project: Path, file: Path, *, base: str | None, reason: str) -> None:
    """Start the new project PROJECT from the verified bundle FILE: all it says, as its sender says it.

    What the sender said stays in the sender's graph; what you add stands in your own.
    """
    from kgapp.domain import terms
    from kgapp.services.bundles import receiving

    own = terms.iri(base) if base else terms.iri(f"{program().DEFAULT_BASE}{uuid.uuid4()}/")
    known = checker()
    with readable(file) as bundle:
        receiving.check_startable(known, bundle, own)
        program().create(project, own, "")
        try:
            with program().writing(project) as workspace:
                receiving.start(workspace, known, bundle, reason)
        except BaseException:
            project.unlink(missing_ok=True)
            raise
    click.echo(f"Made {plain(str(project))}.")


@click.command()
@bundle_argument
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--as", "form", type=click.Choice(["ro-crate", "bagit"]), required=True, help="The form of the folder.")
def export(file: Path, folder: Path, *, form: str) -> int:
    """Write the bundle FILE as the new FOLDER for archives and other programs: an RO-Crate or a BagIt bag.

    All files of the bundle are in it, also its signature. Of a bundle that was altered there is none. Exit code 1 for all but a
    verified bundle that is for you and simply follows.
    """
    from kgapp.cli import bundle_text
    from kgapp.services.bundles import packages, verifying

    with readable(file) as bundle:
        found = verifying.check(checker(), bundle)
        bundle_text.say_checked(found)
        if found.manifest is None:
            return _FINDINGS
        with program().exchange().containers.open(bundle) as container:
            files = packages.write(container, found.manifest, found.digest, folder, packages.Form(form))
    click.echo(f"Written: {plain(str(folder))}, {counted(files, 'file')}.")
    return 0 if found.state.value == "verified" and not found.standings else _FINDINGS


def _decisions(
    arrival: Arrival,
    *,
    everything: bool,
    accepted: Sequence[str],
    refused: Sequence[tuple[str, str]],
    chosen: Sequence[tuple[str, str, str]],
) -> dict[Iri, Decision]:
    from kgapp.services.bundles import receiving
    from kgapp.services.bundles.differences import Choice, Decision

    found: dict[Iri, Decision] = receiving.everything(arrival) if everything else {}
    choices: dict[Iri, dict[tuple[Iri, Iri], Choice]] = {}
    for name, prop, side in chosen:
        if side not in _SIDES:
            raise click.UsageError(f"“{plain(side)}” is no side. Use one of: {', '.join(_SIDES)}.")
        each = _named(arrival, name)
        choices.setdefault(each.difference.entity, {}).update(
            {(one.subject, one.predicate): Choice(side) for one in _properties(each, prop)}
        )
    for name in accepted:
        choices.setdefault(_named(arrival, name).difference.entity, {})
    found |= {entity: Decision(accepted=True, choices=sides) for entity, sides in choices.items()}
    for name, why in refused:
        found[_named(arrival, name).difference.entity] = Decision(accepted=False, reason=why)
    return found


def _named(arrival: Arrival, name: str) -> Arrived:
    from kgapp.domain.errors import BadInput

    wanted = name.strip()
    exact = [each for each in arrival.arrived if wanted in {each.difference.entity, each.compact}]
    found = exact or [each for each in arrival.arrived if wanted == each.name]
    if len(found) != 1:
        why = "is the name of several things in" if found else "is nothing that differs in"
        raise BadInput(f"“{wanted}” {why} this bundle.", hint="Name it as kgapp bundle receive shows it.")
    return found[0]


def _properties(each: Arrived, name: str) -> list[Touched]:
    from kgapp.domain.errors import BadInput

    found = [one.touched for one in each.conflicts if name.strip() in {one.touched.predicate, one.property}]
    if not found:
        raise BadInput(f"Not both sides changed “{name}” of “{each.name}”.", hint="See kgapp bundle receive.")
    return found


def _say(arrival: Arrival) -> None:
    from kgapp.cli import bundle_text

    bundle_text.say_checked(arrival.checked)
    said = arrival.checked.manifest
    if said is not None:
        bundle_text.say_manifest(said)
    if arrival.answers is not None:
        click.echo(f"It answers bundle {arrival.answers.sequence} to {plain(arrival.answers.receiver)}.")
    if not arrival.arrived:
        click.echo("It says nothing that is not so here already.")
    for step, things in arrival.by_step:
        if step or len(arrival.by_step) > 1:
            click.echo(f"\n{plain(step) or 'About no step'}")
        for each in things:
            for line in _lines(each):
                click.echo(line)
    for sentence in arrival.left_out:
        click.echo(plain(sentence))


def _lines(each: Arrived) -> Iterator[str]:
    what = each.difference.what.value
    kind = f" ({plain(each.kind)})" if each.kind else ""
    yield f"{_MARKS[what]} {plain(each.name)}{kind}  {plain(each.compact)}"
    for sentence in each.sentences:
        yield f"    {plain(sentence)}"
    for one in each.conflicts:
        choices = "choose theirs or mine." if one.touched.single else "choose theirs, mine or both."
        since = f" (since revision {one.since.seq}, {plain(one.since.who_and_when)})" if one.since else ""
        yield f"    ⇄ Both sides changed {plain(one.property)}: {choices}"
        yield f"        here: {plain(one.here) or 'nothing'}{since}"
        yield f"        theirs: {plain(one.theirs) or 'nothing'}"
    if each.draft:
        yield "    Know-how: comes in as a draft, to be reviewed here."
    if each.blocked:
        yield f"    Cannot be accepted. {plain(each.blocked)}"
    for note in each.notes:
        yield f"    {plain(note)}"
    if each.word.comment:
        yield f"    They say ({each.word.status.value}): {plain(each.word.comment)}"


def _talk(talk: Talk) -> dict[str, Any]:
    return {
        "partner": talk.partner,
        "open": len(talk.open),
        "points": [
            {
                "entity": each.entity,
                "here": {"status": each.here.status.value, "comment": each.here.comment},
                "there": {"status": each.there.status.value, "comment": each.there.comment},
            }
            for each in talk.points
        ],
    }


def _told(arrival: Arrival) -> dict[str, Any]:
    return {
        "format": "kgapp-bundle-arrival/1",
        "state": arrival.checked.state.value,
        "sentence": arrival.checked.sentence,
        "hindrance": arrival.hindrance or None,
        "gap": arrival.gap or None,
        "answers": arrival.answers.sequence if arrival.answers else None,
        "left_out": list(arrival.left_out),
        "things": [
            {
                "entity": each.difference.entity,
                "name": each.name,
                "kind": each.kind,
                "step": each.step.label if each.step else None,
                "what": each.difference.what.value,
                "sentences": list(each.sentences),
                "conflicts": [
                    {
                        "property": one.touched.predicate,
                        "here": one.here,
                        "theirs": one.theirs,
                        "single": one.touched.single,
                        "since_revision": one.since.seq if one.since else None,
                    }
                    for one in each.conflicts
                ],
                "draft": each.draft,
                "blocked": each.blocked or None,
                "notes": list(each.notes),
                "status": each.word.status.value,
                "comment": each.word.comment,
            }
            for each in arrival.arrived
        ],
    }
