"""What is said of one item of an impact, as sentences: why it is reached, how sure that is, what holds and detects it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kgapp.domain.assessment import Judged
from kgapp.domain.impact import Barrier, Effect, ImpactReport, Item, SmallestSize, Step
from kgapp.domain.terms import Iri
from kgapp.services.impact import summary
from kgapp.ui.models.verdict_words import function_words, outcome_words
from kgapp.ui.texts import count_of, number
from kgapp.ui.words import tr


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence; ``leads_to`` is the statement behind it, ``beside`` what is said of it in a lighter ink."""

    text: str
    leads_to: Iri | None = None
    beside: str = ""


def moves(report: ImpactReport) -> tuple[str, ...]:
    """What changes, and how: one sentence a change."""
    found = []
    for change in report.changes:
        site = change.site
        where = (
            tr(" at {site}").format(site=site.label)
            if site and not summary.names(change.entity.label, site.label)
            else ""
        )
        what = f"{change.entity.label}{where}"
        if change.old is not None and change.new is not None:
            found.append(tr("{what} goes from {old} to {new}.").format(what=what, old=change.old, new=change.new))
        elif change.new_thing is not None:
            words = tr("{what} is replaced by {new}.")
            found.append(words.format(what=what, new=change.new_thing.label))
        else:
            found.append(f"{what}: {change.kind.value}.")
    return tuple(found)


def witness(item: Item) -> tuple[Said, ...]:
    """The path that was found, link by link; each leads to the statement it is made of."""
    return tuple(Said(step.sentence, step.via or step.target) for step in item.path)


def path_words(path: tuple[Step, ...]) -> str:
    """A path in one line."""
    return " → ".join(statement(step).rstrip(".") for step in path)


def statement(step: Step) -> str:
    """A step of a path without its strength."""
    return _STRENGTH.sub("", step.sentence)


def what_else(item: Item) -> list[str]:
    """Other paths, opposing directions, and what must be known of it."""
    sentences = [
        tr("Best with {evidence}: {grade}.").format(evidence=best.evidence.phrase, grade=best.grade.word)
        for best in item.best[1:]
    ]
    if item.disjoint_paths is not None:
        sentences.append(_disjoint(item.disjoint_paths))
        sentences += [tr("Also: {path}.").format(path=path_words(path)) for path in item.others]
    if item.opposing:
        sentences.append(tr("Paths point in opposite directions: the net effect is open."))
    if item.note:
        sentences.append(item.note)
    return sentences


def _disjoint(paths: int) -> str:
    if paths <= 1:
        return tr("No further path of this grade goes another way.")
    count = count_of(paths, tr("path"), tr("paths"))
    return tr("At least {paths} of this grade that share no link.").format(paths=count)


def rests_on(item: Item) -> tuple[Said, ...]:
    """The fewest judgements that carry it; with none, why."""
    smallest = item.smallest_set
    if item.load_bearing:
        return tuple(Said(statement(step), step.via or step.target, tr("load-bearing")) for step in item.load_bearing)
    if smallest is None:
        return (Said(_not_one(item)),)
    if smallest.size is SmallestSize.FACTS:
        return (Said(tr("Recorded facts only.")),)
    if smallest.size is SmallestSize.MORE:
        return (Said(tr("More than three statements would have to fall.")),)
    count = {SmallestSize.ONE: 1, SmallestSize.TWO: 2, SmallestSize.THREE: 3}[smallest.size]
    words = tr("It falls only if these {count} fall together.").format(count=count)
    links = (Said(statement(step), step.via or step.target) for step in smallest.links)
    return (*links, Said(words)) if count > 1 else tuple(links)


def _not_one(item: Item) -> str:
    if any(step.judged for step in item.path):
        return tr("No single statement: another path of the same grade remains when one is taken away.")
    return tr("Recorded facts only.")


def held(item: Item) -> list[str]:
    """What holds it, or why nothing does."""
    holding = [barrier for barrier in item.held_by if not barrier.void]
    if holding:
        with_it = tr("With it in place: {grade}.").format(grade=item.held.word) if item.held is not None else ""
        sentences = [*(barrier.sentence for barrier in holding), with_it, tr("A person confirms it.")]
        return [each for each in sentences if each]
    return [tr("Nothing.")]


def void(report: ImpactReport, item: Item) -> tuple[Barrier, ...]:
    """What could hold it and does not."""
    own = [barrier for barrier in item.held_by if barrier.void]
    return tuple(own) or tuple(one for one in report.barriers if one.void and one.attribute in (item.iri, None))


def detected(item: Item) -> list[str]:
    """What detects it, earliest first, or why nothing does."""
    found = [one.sentence for one in item.detected_by]
    if found:
        return [*found, *item.undetected_because]
    return [" ".join((tr("Nothing."), *item.undetected_because))]


def not_assessed(report: ImpactReport) -> list[str]:
    """What nobody has assessed."""
    total = report.coverage.total
    if not total.cells:
        return []
    if not total.not_assessed:
        return [tr("Every effect of what moves was assessed.")]
    names = [each.label for missing in report.not_covered for each in missing.attributes]
    some = ", ".join(dict.fromkeys(names[:4]))
    return [
        tr("{count} of {total} effects, among them {names}: unknown, not “no impact”.").format(
            count=number(total.not_assessed), total=number(total.cells), names=some
        )
    ]


def facts(item: Item) -> list[str]:
    """What stands beside its reach: how sure, on what evidence, how severe, where."""
    if item.effect is Effect.AFFECTED:
        sure = tr("depends on what is not recorded") if item.undetermined else tr("determined")
        words = [sure, tr("evidence: {level}").format(level=item.evidence.phrase)]
    else:
        words = [item.class_label]
    if item.severity is not None:
        words.append(tr("severity {word}").format(word=item.severity.word))
    if item.site is not None:
        words.append(tr("at {site}").format(site=item.site.label))
    return [word for word in words if word]


def verdict(judged: Judged) -> str:
    """A verdict with who gave it and when."""
    given = judged.verdict
    day = f"{given.at.astimezone():%Y-%m-%d}" if given.at is not None else tr("day not recorded")
    who = given.by or tr("name not recorded")
    return f"{outcome_words(given.outcome)} · {function_words(given.function)} · {who} · {day}"


_STRENGTH: Final = re.compile(r" \((?:a hypothesis, )?strength [^()]*\)")


def determined() -> str:
    """What "determined" means."""
    return tr(
        "Determined: every link of the best path has a recorded strength, so nothing unknown could change this grade."
    )


def undetermined() -> str:
    """What it means that a grade depends on what is not recorded."""
    return tr(
        "A link without a recorded strength could make this grade higher or lower. “Decided by” names the links to look at."
    )
