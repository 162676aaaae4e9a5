"""What has changed since a verdict was given, in sentences. Two fingerprints are compared; nothing else is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from kgapp.domain.assessment import Doubt, Suspicion
from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.names import local_name, unmarked
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CONCEPTS, KG, PROPERTIES
from kgapp.services.assessments import fingerprints
from kgapp.services.assessments.fingerprints import Fact, Given, Hold, Hop, Limit, Move

Names = Mapping[Iri, str]
_GRADES: Final = {grade.word: grade for grade in Grade}
_PHRASES: Final = {each.word: each.phrase for each in Evidence}
_TOLD: Final = 3
RULES_CHANGED: Final = "Rules of impact changed."


def suspicions(kept: str, now: Given, names: Names) -> tuple[Suspicion, ...]:
    """Why a verdict with the state ``kept`` is suspect when its item stands as ``now``; empty while it holds."""
    if not kept.strip():
        return (Suspicion(Doubt.UNREADABLE, "What this verdict was given on is not recorded."),)
    before = fingerprints.from_json(kept)
    if before is None:
        return (Suspicion(Doubt.UNREADABLE, "What this verdict was given on cannot be read."),)
    if before == now:
        return ()
    if before.about != now.about:
        return (Suspicion(Doubt.UNREADABLE, "This verdict was given on another item."),)
    compared = _Compared(before, now, names)
    told = dict.fromkeys((*compared.altered(), *compared.item(), *compared.rules()))
    return tuple(told) or (Suspicion(Doubt.GRADE, "What it was given on changed."),)


def things(kept: str, now: Given) -> frozenset[Iri]:
    """What must be named to tell the difference; nothing where there is none."""
    before = fingerprints.from_json(kept) if kept.strip() else None
    return frozenset() if before is None or before == now else before.things() | now.things()


@dataclass(frozen=True, slots=True)
class _Compared:
    """Two fingerprints of one item."""

    before: Given
    now: Given
    names: Names

    def altered(self) -> Iterable[Suspicion]:
        """That the change itself is another one."""
        before, now = self.before.moves, self.now.moves
        if before == now:
            return
        gone, new = (
            [self._move(each) for each in side if each not in other] for side, other in ((before, now), (now, before))
        )
        if gone and new:
            yield Suspicion(Doubt.CHANGE, f"The change was altered: {_and(gone)} is now {_and(new)}.")
        elif gone:
            yield Suspicion(Doubt.CHANGE, f"Of what was assessed together, this is no longer part: {_and(gone)}.")
        else:
            yield Suspicion(Doubt.CHANGE, f"More is assessed together now: {_and(new) or 'in another order'}.")

    @property
    def _item(self) -> Iri:
        return Iri(self.now.about.partition(" ")[0])

    def item(self) -> Iterable[Suspicion]:
        """What became of the item."""
        if self.before.reached != self.now.reached:
            yield self._elsewhere()
            return
        path = tuple(self._path())
        yield from self._grade()
        yield from path
        yield from self._kind(explained=bool(path))
        yield from self._barriers()
        yield from self._ranges()
        yield from self._tests()
        yield from self._facts()
        yield from self._coverage()

    def rules(self) -> Iterable[Suspicion]:
        """That the rules are others."""
        before, now = self.before, self.now
        for word, rules in (("off", set(now.off) - set(before.off)), ("on again", set(before.off) - set(now.off))):
            for rule in sorted(rules):
                yield Suspicion(Doubt.RULES, f"A rule was switched {word} for this assessment: “{self._name(rule)}”.")
        if before.rules != now.rules:
            yield Suspicion(Doubt.RULES, RULES_CHANGED)

    def _elsewhere(self) -> Suspicion:
        before, now = self.before, self.now
        if now.reached == "yes":
            told = f", reach {_reach(now)}" if now.high else ""
            return Suspicion(Doubt.STRONGER, f"It is reached now{told}.")
        if before.reached == "cell":
            factor = _and(self._name(each) for each in before.uncovered)
            return Suspicion(
                Doubt.COVERAGE,
                f"It is no longer unassessed: the effect of {factor} was judged or is not asked for, or it no longer moves.",
            )
        if now.reached == "cell":
            return Suspicion(Doubt.COVERAGE, "Nobody has assessed this effect: it is unknown now.")
        return Suspicion(Doubt.GONE, "It is no longer reached.")

    def _grade(self) -> Iterable[Suspicion]:
        before, now = self.before, self.now
        if (before.low, before.high) != (now.low, now.high):
            if _order(now.high) > _order(before.high):
                told = f"A stronger path appears: {_reach(before)} → {_reach(now)}."
                yield Suspicion(Doubt.STRONGER, told)
            else:
                yield Suspicion(Doubt.GRADE, f"Its reach was {_reach(before)}, is now {_reach(now)}.")
        if before.held != now.held:
            told = f"With what holds it, it was {before.held or 'not graded'}, is now {now.held or 'not graded'}."
            yield Suspicion(Doubt.HELD, told)
        if before.severity != now.severity:
            told = f"Its severity was {before.severity or 'not recorded'}, is now {now.severity or 'not recorded'}."
            yield Suspicion(Doubt.SEVERITY, told)

    def _kind(self, *, explained: bool) -> Iterable[Suspicion]:
        before, now = self.before, self.now
        if (before.effect, before.kind) != (now.effect, now.kind):
            told = f"It was {before.effect} ({before.kind}), is now {now.effect} ({now.kind})."
            yield Suspicion(Doubt.GRADE, told)
        if before.opposing != now.opposing:
            told = (
                "Its paths go in opposite directions now." if now.opposing == "yes" else "Its paths no longer oppose."
            )
            yield Suspicion(Doubt.PATH, told)
        if before.evidence != now.evidence and not explained:
            told = f"It rested on {_evidence(before.evidence)}, rests now on {_evidence(now.evidence)}."
            yield Suspicion(Doubt.PATH, told)

    def _path(self) -> Iterable[Suspicion]:
        before, now = self.before.path, self.now.path
        if [hop.id for hop in before] != [hop.id for hop in now]:
            yield Suspicion(Doubt.PATH, self._routes(before, now))
            return
        for old, new in zip(before, now, strict=True):
            if old != new:
                yield Suspicion(Doubt.JUDGEMENT, self._hop(old, new))

    def _hop(self, old: Hop, new: Hop) -> str:
        told = []
        if old.strength != new.strength:
            told.append(f"strength was {old.strength or 'not recorded'}, is now {new.strength or 'not recorded'}")
        if old.evidence != new.evidence:
            told.append(f"evidence was {_evidence(old.evidence)}, is now {_evidence(new.evidence)}")
        changed = "; ".join(told) or "its statements are others"
        return f"On its path, “{self._name(new.via or new.target)}”: {changed}."

    def _barriers(self) -> Iterable[Suspicion]:
        before = {(each.iri, each.attribute): each for each in self.before.barriers}
        now = {(each.iri, each.attribute): each for each in self.now.barriers}
        for key in sorted(before.keys() | now.keys()):
            told = self._barrier(before.get(key), now.get(key))
            if told:
                yield Suspicion(Doubt.HELD, f"“{self._name(key[0])}” {told}.")

    def _barrier(self, old: Hold | None, new: Hold | None) -> str:
        if old == new:
            return ""
        if new is None:
            return "is no longer there to hold it"
        if old is None:
            return "is new and holds it" if new.holds == "yes" else "is new and does not hold it"
        if old.holds != new.holds:
            return "holds it now" if new.holds == "yes" else "no longer holds it"
        if old.evidence != new.evidence:
            return f"rested on {_evidence(old.evidence)}, rests now on {_evidence(new.evidence)}"
        return "does not hold it for other reasons than before" if old.site == new.site else "is now of another site"

    def _ranges(self) -> Iterable[Suspicion]:
        for iri in sorted({each.iri for each in (*self.before.ranges, *self.now.ranges)}):
            gone = [each for each in self.before.ranges if each.iri == iri and each not in self.now.ranges]
            new = [each for each in self.now.ranges if each.iri == iri and each not in self.before.ranges]
            for pair in zip_longest(gone, new):
                yield Suspicion(Doubt.RANGE, self._range(*pair))

    def _range(self, old: Limit | None, new: Limit | None) -> str:
        if old is None or new is None:
            one, word = (old, "no longer stands beside it") if new is None else (new, "stands beside it now")
            assert one is not None, "one of the two is there"
            return f"The {self._limit(one)} {word}."
        if old.limits != new.limits:
            return f"The {self._limit(old)} was changed to {new.limits or 'no figures'}."
        return f"The {self._limit(old)} is now the {self._limit(new)}."

    def _limit(self, limit: Limit) -> str:
        concept = CONCEPTS.get(Iri(limit.kind))
        kind = concept.label if concept else "range"
        site = f" of {unmarked(self._name(limit.site))}" if limit.site else ""
        where = f" (new value {limit.new})" if limit.new else ""
        return f"{kind} {limit.limits or 'without figures'}{site}{where}"

    def _tests(self) -> Iterable[Suspicion]:
        for told, one, other in (
            ("It is no longer detected by", self.before.tests, self.now.tests),
            ("It is detected now by", self.now.tests, self.before.tests),
        ):
            for each in one:
                if each not in other:
                    when = f", {each.when}" if each.when else ""
                    text = f"{told} {self._name(each.method)} at “{self._name(each.point)}” ({each.limit}{when})."
                    yield Suspicion(Doubt.DETECTION, text)

    def _facts(self) -> Iterable[Suspicion]:
        on_path = {hop.via for hop in self.now.path} & {hop.via for hop in self.before.path}
        off_path = ({hop.via for hop in self.now.path} | {hop.via for hop in self.before.path}) - on_path
        for key in sorted({(each.thing, each.property) for each in (*self.before.facts, *self.now.facts)}):
            old, new = (_values(given.facts, key) for given in (self.before, self.now))
            if old == new or key[0] in off_path:
                continue
            thing, path = key
            term = PROPERTIES.get(Iri(path))
            said = f"“{term.label if term else local_name(Iri(path))}”"
            was, is_now = (_and(self._name(value) for value in side) or "not recorded" for side in (old, new))
            about = f"Its {said}" if thing == self._item else f"“{self._name(thing)}”: {said}"
            doubt = Doubt.JUDGEMENT if thing in on_path else Doubt.GRADE if thing == self._item else Doubt.CHANGE
            yield Suspicion(doubt, f"{about} was {was}, is now {is_now}.")

    def _coverage(self) -> Iterable[Suspicion]:
        before, now = set(self.before.uncovered), set(self.now.uncovered)
        retired = Fact(self._item, KG.status, KG.retired) in self.now.facts
        for factor in () if retired else sorted(before - now):  # nobody asks what bears on what is retired
            yield Suspicion(Doubt.COVERAGE, f"Whether {self._name(factor)} bears on it was not assessed, and is now.")
        for factor in sorted(now - before):
            yield Suspicion(
                Doubt.COVERAGE, f"Whether {self._name(factor)} bears on it is not assessed: it is unknown now."
            )

    def _routes(self, before: tuple[Hop, ...], now: tuple[Hop, ...]) -> str:
        if [hop.target for hop in before] != [hop.target for hop in now]:
            return f"Another path leads to it: {self._route(before)} before, {self._route(now)} now."
        judged = [" and ".join(f"“{self._name(hop.via or hop.rule)}”" for hop in path) for path in (before, now)]
        return f"Its path rested on {judged[0]}, rests now on {judged[1]}."

    def _route(self, path: tuple[Hop, ...]) -> str:
        return " → ".join(self._name(hop.target) for hop in path) or "none"

    def _move(self, move: Move) -> str:
        old, new = move.old or "not stated", self._name(move.thing) if move.thing else move.new or "not stated"
        figures = f" {old} → {new}" if move.old or move.new or move.thing else ""
        where = f" at {unmarked(self._name(move.site))}" if move.site else ""
        more = "".join(
            [f", batch {self._name(move.batch)}"] * bool(move.batch) + [f", for {move.duration}"] * bool(move.duration)
        )
        return f"{self._name(move.entity)}{figures}{where} ({move.kind}{more})"

    def _name(self, thing: str) -> str:
        return self.names.get(Iri(thing)) or local_name(Iri(thing)) or thing


def _values(facts: tuple[Fact, ...], key: tuple[str, str]) -> list[str]:
    return [each.value for each in facts if (each.thing, each.property) == key]


def _and(texts: Iterable[str]) -> str:
    listed = list(texts)
    if len(listed) > _TOLD:
        return f"{', '.join(listed[:_TOLD])} and {len(listed) - _TOLD} more"
    return f"{', '.join(listed[:-1])} and {listed[-1]}" if len(listed) > 1 else "".join(listed)


def _order(word: str) -> int:
    grade = _GRADES.get(word)
    return -1 if grade is None else int(grade)


def _reach(given: Given) -> str:
    if not given.high:
        return given.effect
    return given.high if given.low == given.high else f"{given.low}–{given.high}"


def _evidence(word: str) -> str:
    return _PHRASES.get(word, word)
