"""Verdicts in words: each outcome has a sign of its own beside its name."""

from __future__ import annotations

from typing import Final

from kgapp.domain.assessment import Function, ItemStanding, Judged, Outcome
from kgapp.ui.words import mark, said, tr


def outcome_words(outcome: Outcome, *, signed: bool = True) -> str:
    """An outcome, with its sign if wanted: ``● Impacted``."""
    return f"{_SIGNS[outcome]} {said(_OUTCOMES[outcome])}" if signed else said(_OUTCOMES[outcome])


def function_words(function: Function) -> str:
    """A function as the window names it."""
    return said(_FUNCTIONS[function])


def verdict_words(standing: ItemStanding) -> str:
    """The verdicts about something in short: who found what, who is still asked, what is suspect."""
    if not standing.verdicts:
        return tr("open")
    found = [
        _one_verdict(each, alone=len(standing.verdicts) == 1 and not standing.missing) for each in standing.verdicts
    ]
    asked = [each for each in standing.missing if standing.by(each) is None]
    if asked:
        found.append(tr("open: {functions}").format(functions=", ".join(map(function_words, asked))))
    told = ", ".join(found[: len(standing.verdicts)])
    doubt = (tr("⚠ suspect"),) if any(each.suspect for each in standing.verdicts) else ()
    return "\n".join((*doubt, told, *found[len(standing.verdicts) :]))


def _one_verdict(judged: Judged, *, alone: bool) -> str:
    verdict = judged.verdict
    return outcome_words(verdict.outcome) if alone else f"{_SIGNS[verdict.outcome]} {function_words(verdict.function)}"


_SIGNS: Final = {Outcome.IMPACTED: "●", Outcome.NOT_IMPACTED: "○", Outcome.NEEDS_STUDY: "◐"}
_OUTCOMES: Final = {
    Outcome.IMPACTED: mark("Impacted"),
    Outcome.NOT_IMPACTED: mark("Not impacted"),
    Outcome.NEEDS_STUDY: mark("Needs study"),
}
_FUNCTIONS: Final = {
    Function.PROCESS: mark("Process"),
    Function.QC: mark("QC"),
    Function.REGULATORY: mark("Regulatory"),
    Function.QUALITY: mark("Quality"),
    Function.SUPPLY: mark("Supply"),
}
