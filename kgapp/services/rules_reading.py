"""Reads a rule or a kind of barrier from what is stated of it, and says in sentences why it cannot be one.

The same reading serves the graph, a Turtle file and the form of the window. Nothing is guessed: a rule that cannot be
read as it is meant is no rule, because what it would have led to would be missing from a report without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kgapp.domain.errors import BadTerm
from kgapp.domain.grades import Grade, grade_of
from kgapp.domain.names import local_name
from kgapp.domain.rules import MOST_HOPS, BarrierKind, Condition, Group, Holds, Hop, Kind, LinkNode, Rule, placeholders
from kgapp.domain.terms import Iri, Literal, Term, iri, shorten
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, KG, OWL, PREFIXES, PROPERTIES, RDF, RDFS

Facts = Mapping[Iri, frozenset[Term]]
"""What is stated of one resource."""

LONGEST: Final = 1_000
"""The most characters of a sentence or label: reports repeat them on every line."""

OWN_CLASSES: Final = (KG.PropagationRule, KG.BarrierKind)

READ: Final = frozenset(
    {RDF.type, RDFS.label, KG.sentenceTemplate, KG.ruleGroup, KG.fromClass, KG.toClass, KG.path, KG.linkClass}
    | {KG.linkEntry, KG.linkExit, KG.ruleStrength, KG.accepts, KG.passes, KG.crossesSites, KG.notForChange}
    | {KG.optionalSet, KG.firstOnly, KG.holds, KG.againstChange, KG.underCondition}
)
"""The properties that make a rule or kind of barrier what it is."""

_HOP: Final = re.compile(r"\s*(\^?)\s*(?:<([^<>\s]*)>|([A-Za-z]\w*):([A-Za-z][\w-]*))\s*(/|\Z)")
_GROUPS: Final = {
    Kind.PRODUCT: Group.CAUSAL,
    Kind.RESULT: Group.CAUSAL,
    Kind.BASIS: Group.OBLIGATION,
    Kind.TOUCHED: Group.OBLIGATION,
    Kind.SUPPORT: Group.SUPPORT,
}
_NO_CAUSES: Final = frozenset({Kind.SUPPORT, Kind.TOUCHED, Kind.BASIS})
_TESTING: Final = frozenset({Condition.METHOD_VALID, Condition.HAS_LIMIT})
_NEEDED: Final = {
    Holds.FROM_CHANGED_FACTOR: frozenset(Condition) - _TESTING - {Condition.VALIDATED, Condition.NOT_THE_SETPOINT},
    Holds.INTO_FACTOR: frozenset(
        {Condition.SAME_SITE, Condition.VALIDATED, Condition.NOT_THE_SETPOINT, Condition.NOT_REACHED}
    ),
    Holds.NOTHING: frozenset({Condition.SAME_SITE, Condition.NOT_REACHED}) | _TESTING,
}
"""What a barrier must at least ask for: a project may ask for more, never for less."""
_BEARERS: Final = {
    Holds.FROM_CHANGED_FACTOR: KG.AcceptableRange,
    Holds.INTO_FACTOR: KG.ControlStrategyElement,
    Holds.NOTHING: KG.SamplingPoint,
}
_RULE_WORDS: Final = frozenset({"from", "to", "verb", "strength"})
_BARRIER_WORDS: Final = {
    Holds.FROM_CHANGED_FACTOR: frozenset({"barrier", "attribute"}),
    Holds.INTO_FACTOR: frozenset({"barrier", "factor"}),
    Holds.NOTHING: frozenset({"site", "method", "step"}),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something cannot be a rule as it is stated; ``about`` is the property to look at."""

    about: Iri
    sentence: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A row, or what is wrong with it; never both."""

    row: Rule | BarrierKind | None
    problems: tuple[Problem, ...] = ()


def reading(subject: Iri, facts: Facts) -> Reading:
    """A rule or kind of barrier as it is stated."""
    kinds = facts.get(RDF.type, frozenset()) & frozenset(OWN_CLASSES)
    if len(kinds) != 1:
        said = "both a rule and a kind of barrier" if kinds else "neither a rule nor a kind of barrier"
        return Reading(None, (Problem(RDF.type, f"It is {said}."),))
    look = _Look(facts)
    row = _rule(subject, look) if KG.PropagationRule in kinds else _barrier(subject, look)
    return Reading(None, tuple(look.problems)) if look.problems else Reading(row)


class _Look:
    """Reads values property by property and keeps what is wrong; what it returns then stands for nothing."""

    def __init__(self, facts: Facts) -> None:
        self.problems: list[Problem] = []
        self._facts = facts

    def wrong(self, about: Iri, sentence: str) -> None:
        self.problems.append(Problem(about, sentence))

    def terms(self, about: Iri) -> tuple[Term, ...]:
        return tuple(sorted(self._facts.get(about, frozenset()), key=str))

    def text(self, about: Iri) -> str:
        """The text of a property, English before others."""
        texts = [each for each in self.terms(about) if isinstance(each, Literal) and each.lexical.strip()]
        if not texts:
            self.wrong(about, f"It has no {_name(about)}.")
            return ""
        languages = [each.language for each in texts]
        if len(set(languages)) < len(texts):
            self.wrong(about, f"It has more than one {_name(about)}.")
        found = min(texts, key=lambda each: (not each.language.startswith("en"), each.language)).lexical
        if len(found) > LONGEST:
            self.wrong(about, f"Its {_name(about)} is longer than {LONGEST:,} characters.")
        return found

    def one(self, about: Iri) -> Term | None:
        found = self.terms(about)
        if len(found) != 1:
            self.wrong(about, f"It has {'no' if not found else 'more than one'} {_name(about)}.")
            return None
        return found[0]

    def class_(self, about: Iri, *, everything: bool = True) -> Iri:
        found = self.one(about)
        if found is None or found in CLASSES or (everything and found == OWL.Thing):
            return Iri(str(found))
        self.wrong(about, f"Its {_name(about)} “{_said(found)}” is no class of the model.")
        return OWL.Thing

    def property_(self, about: Iri) -> Iri:
        found = self.one(about)
        if found is not None:
            self._checked(about, found)
        return Iri(str(found))

    def _checked(self, about: Iri, found: Term) -> None:
        if isinstance(found, Literal):
            self.wrong(about, f"Its {_name(about)} “{_said(found)}” is a text, not a property.")
            return
        term = PROPERTIES.get(found)
        if term is None and found.startswith(PREFIXES["kg"]):
            self.wrong(about, f"The model has no property “{local_name(found)}”.")
        elif term is not None and term.kind == "data":
            self.wrong(about, f"“{term.label}” has texts and figures as values: it leads to no thing.")

    def word(self, about: Iri, scheme: Iri) -> str:
        found = self.one(about)
        return "" if found is None else self._notation(about, scheme, found)

    def words(self, about: Iri, scheme: Iri) -> tuple[str, ...]:
        return tuple(self._notation(about, scheme, each) for each in self.terms(about))

    def _notation(self, about: Iri, scheme: Iri, term: Term) -> str:
        concept = CONCEPTS.get(term) if isinstance(term, str) else None
        if concept is None or concept.scheme != scheme:
            self.wrong(about, f"“{_said(term)}” is none of the words for {_name(about)}.")
            return ""
        return concept.notation

    def hops(self) -> tuple[Hop, ...]:
        found = self.terms(KG.path)
        if len(found) != 1 or not isinstance(found[0], Literal):
            self.wrong(KG.path, "It has more than one path." if len(found) > 1 else "Its path is not a text.")
            return ()
        return self._hops(found[0].lexical)

    def _hops(self, text: str) -> tuple[Hop, ...]:
        hops: list[Hop] = []
        end = 0
        while True:
            match = _HOP.match(text, end)
            if match is None or (match[5] == "" and match.end() != len(text)):
                self.wrong(
                    KG.path,
                    f"The path “{shorten(text)}” cannot be read: write predicates with slashes between them, "
                    "such as kg:hasFactor/^kg:concerns.",
                )
                return ()
            predicate = self._predicate(match)
            if predicate is None:
                return ()
            hops.append(Hop(predicate, inverse=bool(match[1])))
            end = match.end()
            if match[5] == "":
                break
        if len(hops) > MOST_HOPS:
            self.wrong(KG.path, f"Its path has {len(hops)} predicates; {MOST_HOPS} are the most.")
        for each in hops:
            self._checked(KG.path, each.predicate)
        return tuple(hops)

    def _predicate(self, match: re.Match[str]) -> Iri | None:
        prefix: str | None = match[3]
        namespace = PREFIXES.get(prefix) if prefix is not None else ""
        if namespace is None:
            self.wrong(KG.path, f"“{prefix}:” in its path is no known prefix; write the whole address in < >.")
            return None
        try:
            return iri(namespace + str(match[4] if prefix is not None else match[2]))
        except BadTerm as error:
            self.wrong(KG.path, f"In its path: {error.sentence}")
            return None


def _rule(subject: Iri, look: _Look) -> Rule:
    way = _way(look)
    accepts = frozenset(Kind(word) for word in look.words(KG.accepts, KG.effectKindScheme) if word)
    passes = look.word(KG.passes, KG.effectKindScheme)
    group = look.word(KG.ruleGroup, KG.ruleGroupScheme)
    if not accepts:
        look.wrong(KG.accepts, "It says of no kind of effect that it accepts it.")
    sentence = look.text(KG.sentenceTemplate)
    _check_words(look, sentence, frozenset({"from", "to"}), _RULE_WORDS)
    row = Rule(
        iri=subject,
        group=Group(group or Group.OBLIGATION),
        label=look.text(RDFS.label),
        from_class=look.class_(KG.fromClass),
        to_class=look.class_(KG.toClass),
        way=way,
        accepts=accepts,
        passes=Kind(passes or Kind.TOUCHED),
        strength=_strength(look, way),
        crosses_sites=_truth(look, KG.crossesSites),
        sentence=sentence,
        not_for=_change_kinds(look, KG.notForChange),
        switch=look.text(KG.optionalSet) if look.terms(KG.optionalSet) else "",
        first_only=_truth(look, KG.firstOnly),
    )
    if group and passes:
        _check_group(look, row)
    return row


def _way(look: _Look) -> tuple[Hop, ...] | LinkNode:
    across = [about for about in (KG.linkClass, KG.linkEntry, KG.linkExit) if look.terms(about)]
    path = look.terms(KG.path)
    if path and across:
        look.wrong(KG.path, "It has both a path and a link; it can have one of them.")
    if not path and not across:
        look.wrong(KG.path, "It has neither a path nor a link.")
    if across:
        return LinkNode(
            look.class_(KG.linkClass, everything=False), look.property_(KG.linkEntry), look.property_(KG.linkExit)
        )
    return look.hops() if path else ()


def _strength(look: _Look, way: tuple[Hop, ...] | LinkNode) -> Grade | None:
    if isinstance(way, LinkNode):
        if look.terms(KG.ruleStrength):
            look.wrong(KG.ruleStrength, "Its strength is that of each link; a strength of its own would be ignored.")
        return None
    found = look.one(KG.ruleStrength)
    grade = grade_of(found) if isinstance(found, str) else None
    if found is not None and grade is None:
        look.wrong(KG.ruleStrength, f"“{_said(found)}” is no strength: it is low, medium or high.")
    elif grade is Grade.NONE:
        look.wrong(
            KG.ruleStrength, "With the strength none it would lead nowhere: switch it off instead, with a reason."
        )
    return grade


def _truth(look: _Look, about: Iri) -> bool:
    found = look.terms(about)
    said = {each.lexical for each in found if isinstance(each, Literal)}
    if len(found) > 1 or not said <= {"true", "false", "1", "0"} or len(said) != len(found):
        look.wrong(about, f"Its “{_name(about)}” is neither true nor false.")
    return bool(said & {"true", "1"})


def _change_kinds(look: _Look, about: Iri) -> frozenset[Iri]:
    look.words(about, KG.changeKindScheme)
    return frozenset(each for each in look.terms(about) if isinstance(each, str))


def _check_group(look: _Look, row: Rule) -> None:
    wanted = _GROUPS[row.passes]
    if wanted is not row.group:
        look.wrong(
            KG.ruleGroup,
            f"What passes on “{row.passes.value}” is a rule of the group “{wanted.value}”, not “{row.group.value}”.",
        )
    if row.group is Group.CAUSAL and row.accepts & _NO_CAUSES:
        odd = ", ".join(sorted(f"“{kind.value}”" for kind in row.accepts & _NO_CAUSES))
        look.wrong(KG.accepts, f"What is only {odd} is not altered, so it can be no cause.")


def _barrier(subject: Iri, look: _Look) -> BarrierKind:
    word = look.word(KG.holds, KG.holdsScheme)
    holds = Holds(word or Holds.NOTHING)
    node_class = look.class_(KG.linkClass, everything=False)
    conditions = tuple(
        sorted(Condition(each) for each in look.words(KG.underCondition, KG.barrierConditionScheme) if each)
    )
    against = _change_kinds(look, KG.againstChange)
    sentence = look.text(KG.sentenceTemplate)
    if word:
        _check_barrier(look, holds, node_class, frozenset(conditions))
        _check_words(look, sentence, frozenset(), _BARRIER_WORDS[holds])
    if not against:
        look.wrong(KG.againstChange, "It says against no kind of change that it helps.")
    return BarrierKind(subject, look.text(RDFS.label), holds, node_class, against, conditions, sentence)


def _check_barrier(look: _Look, holds: Holds, node_class: Iri, conditions: frozenset[Condition]) -> None:
    missing = _NEEDED[holds] - conditions
    if missing:
        words = ", ".join(sorted(f"“{each.value}”" for each in missing))
        look.wrong(KG.underCondition, f"What holds {holds.value} must ask for more: {words} is missing.")
    odd = conditions - _NEEDED[holds]
    if odd:
        words = ", ".join(sorted(f"“{each.value}”" for each in odd))
        look.wrong(KG.underCondition, f"What holds {holds.value} cannot be asked for {words}.")
    bearer = _BEARERS[holds]
    if node_class != bearer and node_class in CLASSES:
        look.wrong(KG.linkClass, f"What holds {holds.value} is a thing of the class “{CLASSES[bearer].label}”.")


def _check_words(look: _Look, sentence: str, needed: Iterable[str], known: frozenset[str]) -> None:
    if not sentence:
        return
    found = placeholders(sentence)
    for word in sorted(frozenset(needed) - found):
        look.wrong(KG.sentenceTemplate, f"Its sentence does not say {{{word}}}.")
    rest = re.sub(r"\{[a-z]+\}", "", sentence)
    if found - known or "{" in rest or "}" in rest:
        listed = ", ".join(f"{{{word}}}" for word in sorted(known))
        look.wrong(KG.sentenceTemplate, f"In braces its sentence can have {listed} only.")


_NAMES: Final = {
    KG.passes: "kind of effect that it passes on",
    KG.accepts: "the kinds of effect that it accepts",
    KG.holds: "word for what it holds",
    KG.notForChange: "the kinds of change for which it is silent",
    KG.againstChange: "the kinds of change against which it helps",
    KG.underCondition: "its conditions",
    KG.sentenceTemplate: "sentence",
    KG.ruleGroup: "group",
    KG.ruleStrength: "strength",
}
"""What some properties are called in a sentence, where their label is no noun."""


def _name(about: Iri) -> str:
    if about in _NAMES:
        return _NAMES[about]
    term = PROPERTIES.get(about)
    return term.label if term else local_name(about)


def _said(term: Term) -> str:
    return shorten(term.lexical) if isinstance(term, Literal) else shorten(local_name(term))
