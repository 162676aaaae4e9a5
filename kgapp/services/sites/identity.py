"""Where each site checks whose product it is, and where custody of it changes hands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kgapp.domain.impact import ChangeKind
from kgapp.domain.sites import Dimension, Row, Start, State
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.sites import laboratory
from kgapp.services.sites.laboratory import Both
from kgapp.services.sites.pair import Pair, Subject, spoken
from kgapp.services.sites.parts import Part, together


def checkpoints(pair: Pair) -> Iterator[Row]:
    """Each step at which one of the sites checks identity or hands the product over."""
    steps = [one for one in pair.recorded(KG.BatchRecordStep) if _hands_over(pair, one)]
    every = [*pair.recorded(KG.IdentityCheckpoint), *steps]
    for step in dict.fromkeys(laboratory.unit_operation(pair, one) for one in every):
        here = [one for one in every if laboratory.unit_operation(pair, one) == step]
        if step is not None:
            yield _row(pair, step, laboratory.of_both(here, pair))


def _row(pair: Pair, step: Iri, found: Both) -> Row:
    known, here = pair.known, pair.receiving
    sides = laboratory.told_of(pair, found, lambda one: _words(pair, one), _READ)
    checks = _checks(pair, found)
    attributes = frozenset(
        each for side in checks for one in side for each in known.used(known.things(one, KG.controls))
    )
    subject = Subject(step, Dimension.IDENTITY, step, attributes, (*found[0], *found[1]))
    start = Start(checks[1][0], ChangeKind.REPLACEMENT, here.site.iri) if checks[1] else None
    idle = [one for one in checks[1] if known.thing(one, KG.statusAtSite) in laboratory.NOT_WORKING]
    if idle:
        words = spoken(known.word(one, KG.statusAtSite) for one in idle)
        return pair.row(subject, sides, State.MISSING, f"At {here.name} the check of identity is {words}.", start)
    state, meaning = together(pair, _parts(pair, found, checks))
    return pair.row(subject, sides, state, meaning, start)


def _parts(pair: Pair, found: Both, checks: Both) -> Iterator[Part]:
    yield Part("number of checks", *laboratory.each_of(checks, lambda each: str(len(each)) if each else ""))
    yield Part("status", *laboratory.each_of(checks, lambda each: laboratory.worded(pair, each, KG.statusAtSite)))
    yield Part("custody", *laboratory.each_of(found, lambda each: _custody(pair, each)), optional=True)


def _checks(pair: Pair, found: Both) -> Both:
    ours, theirs = (tuple(one for one in side if KG.IdentityCheckpoint in pair.known.types(one)) for side in found)
    return ours, theirs


def _custody(pair: Pair, found: Iterable[Iri]) -> str:
    """In words; empty where it is not said."""
    said = {pair.known.text(one, KG.custodyTransfer) for one in found} - {""}
    return ("changes hands" if said & _TRUE else "stays") if said else ""


def _hands_over(pair: Pair, one: Iri) -> bool:
    return pair.known.text(one, KG.custodyTransfer) in _TRUE


def _words(pair: Pair, one: Iri) -> str:
    known = pair.known
    word = known.word(one, KG.statusAtSite)
    more = [each for each in (word, "custody changes hands" if _hands_over(pair, one) else "") if each]
    return f"{known.name(one)} ({', '.join(more)})" if more else known.name(one)


_TRUE: Final = {"true", "1"}
_READ: Final = (KG.atStep, KG.controls, KG.statusAtSite, KG.custodyTransfer)
