"""What the inspector says of an item of an impact: why it is touched, how sure that is, what holds and detects it."""

from __future__ import annotations

from kgapp.domain.impact import ImpactReport, Item, Step
from kgapp.ui.texts import count_of, number
from kgapp.ui.words import tr


def moves(report: ImpactReport) -> str:
    """What changes, and how."""
    change = report.change
    where = tr(" at {site}").format(site=change.site.label) if change.site else ""
    if change.old is not None and change.new is not None:
        return tr("{where} goes from {old} to {new}.").format(where=where, old=change.old, new=change.new)
    return f"{where}: {change.kind.value}."


def statement(step: Step) -> str:
    """A step of a path without its strength."""
    return step.sentence.partition(" (strength")[0]


def what_else(item: Item) -> list[str]:
    """Other paths, and what is open."""
    sentences = [
        tr("Best with {evidence}: {grade}.").format(evidence=best.evidence.phrase, grade=best.grade.word)
        for best in item.best[1:]
    ]
    if item.disjoint_paths is not None:
        paths = count_of(item.disjoint_paths, tr("separate path"), tr("separate paths"))
        sentences.append(tr("At least {paths} of this grade.").format(paths=paths))
    if item.opposing:
        sentences.append(tr("Paths point in opposite directions: the net effect is open."))
    if item.note:
        sentences.append(item.note)
    hops = count_of(item.hops, tr("step"), tr("steps"))
    return sentences or [tr("Of the best paths this is the shortest: {steps}.").format(steps=hops)]


def rests_on_nothing(item: Item) -> str:
    """Why no statement carries it alone."""
    if any(step.judged for step in item.path):
        return tr("No single statement: another path of the same grade remains when one is taken away.")
    return tr("Recorded facts only.")


def held(report: ImpactReport, item: Item) -> list[str]:
    """What holds it, or why nothing does."""
    holding = [barrier for barrier in item.held_by if not barrier.void]
    if holding:
        held = tr("With it in place: {grade}.").format(grade=item.held.word) if item.held is not None else ""
        return [*(barrier.sentence for barrier in holding), held, tr("A person confirms it.")]
    void = [one for one in report.barriers if one.void and one.attribute in (item.iri, None)]
    return [
        tr("Nothing."),
        *(
            line
            for one in void
            for line in (tr("{range} is void here:").format(range=one.label), *(f"· {why}" for why in one.void))
        ),
    ]


def detected(item: Item) -> list[str]:
    """What detects it, or why nothing does."""
    found = [one.sentence for one in item.detected_by]
    return found or [" ".join((tr("Nothing."), *item.undetected_because))]


def not_assessed(report: ImpactReport) -> list[str]:
    """What nobody has assessed."""
    total = report.coverage.total
    if not total.cells or not total.not_assessed:
        return [tr("Every effect of what moves was assessed.")]
    names = [each.label for missing in report.not_covered for each in missing.attributes]
    some = ", ".join(dict.fromkeys(names[:4]))
    return [
        tr("{count} of {total} effects, among them {names}: unknown, not “no impact”.").format(
            count=number(total.not_assessed), total=number(total.cells), names=some
        )
    ]
