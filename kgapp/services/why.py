"""Why a statement holds: it is stated, or it follows; then by which axiom from which others, down to what is stated.

The way is looked for in the record, not in the engine: from the wanted statement backwards, each goal (“what does this
property lead to from here?”) asked once and its answers passed on as they are found. An answer is noted with the axiom and
the premises that gave it first, and those were noted before it, so that no explanation goes round in a circle.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, NamedTuple

from kgapp.domain import inference
from kgapp.domain.axiom_table import AXIOMS
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.inference import KINDS, RELATIONS, Axiom, Link, Rule
from kgapp.domain.terms import Iri, Literal, Term
from kgapp.domain.vocabulary import RDF
from kgapp.services.browsing import labels
from kgapp.services.ports import Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kgapp.domain.inference import Axioms
    from kgapp.services.ports import RecordReader

MOST_STEPS: Final = 200_000
_DEEPEST: Final = 150
_WORDS: Final = {
    Rule.SUBCLASS: "Every “{body}” is a “{head}”.",
    Rule.SUBPROPERTY: "“{body}” is a kind of “{head}”.",
    Rule.INVERSE: "“{head}” is “{body}” the other way round.",
    Rule.SYMMETRIC: "“{head}” runs both ways.",
    Rule.TRANSITIVE: "“{head}” carries on along a chain.",
    Rule.CHAIN: "{body} make “{head}”.",
}


class Fact(NamedTuple):
    """A statement in whichever graph."""

    subject: Iri
    predicate: Iri
    object: Term


@dataclass(frozen=True, slots=True)
class Reason:
    """A statement in words, and why it holds: stated in ``graphs``, or else by ``rule`` from ``premises``.

    ``axiom`` is that rule in words; ``own`` when the project states the axiom itself, not the ontology of the program.
    """

    fact: Fact
    sentence: str
    graphs: tuple[Iri, ...] = ()
    rule: Rule | None = None
    axiom: str = ""
    own: bool = False
    premises: tuple[Reason, ...] = ()


class _How(NamedTuple):
    axiom: Axiom
    premises: tuple[Fact, ...]


class _Goal(NamedTuple):
    """Where a property leads; not ``whole``: in one go, without carrying on along a chain, so that chains grow link by link."""

    link: Link
    start: Term
    whole: bool = True


def why(reader: RecordReader, subject: Iri, predicate: Iri, value: Term) -> Reason:
    """Why (subject, predicate, value) holds.

    Raises ``NotFound`` when it is neither stated nor follows, ``BadInput`` when the way to it is too long to find.
    """
    wanted = Fact(subject, predicate, value)
    search = _Search(reader, axioms(reader), wanted)
    found = search.found()
    if found is None:
        names = labels(reader, {subject, predicate, *({value} if isinstance(value, str) else ())})
        raise NotFound(
            f"Neither stated nor following: {sentence(wanted, names)}",
            hint="Only subclasses, subproperties, inverse, symmetric and transitive properties and chains are followed.",
        )
    return _told(reader, found, search.how)


def axioms(reader: RecordReader) -> Axioms:
    """The axioms of the program's ontology and those that the project states."""
    patterns = [Pattern(predicate=predicate) for predicate in RELATIONS]
    patterns += [Pattern(predicate=RDF.type, object=kind) for kind in KINDS]
    quads = reader.any_of(patterns)
    told = [(quad.subject, quad.predicate, quad.object) for quad in quads if isinstance(quad.object, str)]
    return inference.index((*AXIOMS, *inference.read(told, own=True)))


class _Search:
    """Finds one fact, and how each fact on the way to it follows."""

    def __init__(self, reader: RecordReader, known: Axioms, wanted: Fact) -> None:
        self._reader = reader
        self._known = known
        self._wanted = wanted
        self._answers: dict[_Goal, dict[Term, Fact]] = {}
        self._told: dict[_Goal, list[Callable[[Term, Fact], None]]] = {}
        self._ahead: deque[Callable[[], None]] = deque()
        self._steps = 0
        self.how: dict[Fact, _How] = {}

    def found(self) -> Fact | None:
        """The wanted fact as it is stated or follows."""
        if self._wanted.predicate == RDF.type:
            return self._kind()
        goal = _Goal(Link(self._wanted.predicate), self._wanted.subject)
        self._open(goal)
        while (fact := self._there(goal)) is None and self._ahead:
            self._count()
            self._ahead.popleft()()
        return fact

    def _count(self) -> None:
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise BadInput("The way to this is too long to be found here.", hint="Ask why of a statement nearer by.")

    def _there(self, goal: _Goal) -> Fact | None:
        answers = self._answers[goal]
        if self._wanted.object in answers or isinstance(self._wanted.object, str):
            return answers.get(self._wanted.object)
        return next((fact for end, fact in answers.items() if _same(end, self._wanted.object)), None)

    def _kind(self) -> Fact | None:
        """By the classes between what it is stated to be and what is asked."""
        thing = self._wanted.subject
        stated = self._reader.quads(Pattern(subject=thing, predicate=RDF.type))
        ahead = deque(sorted({Fact(thing, RDF.type, quad.object) for quad in stated}, key=str))
        seen = set(ahead)
        while ahead:
            fact = ahead.popleft()
            if fact == self._wanted:
                return fact
            for axiom in self._known.of_class.get(str(fact.object), ()):
                wider = Fact(thing, RDF.type, axiom.head)
                if wider not in seen:
                    seen.add(wider)
                    self.how[wider] = _How(axiom, (fact,))
                    ahead.append(wider)
        return None

    def _open(self, goal: _Goal) -> None:
        if goal in self._answers:
            return
        self._answers[goal], self._told[goal] = {}, []
        for fact in self._stated(goal):
            self._found(goal, fact.subject if goal.link.backwards else fact.object, None)
        for axiom in self._known.to_property.get(goal.link.property, ()):
            if axiom.rule is Rule.TRANSITIVE and not goal.whole:
                continue
            links = tuple(map(_turned, reversed(axiom.body))) if goal.link.backwards else axiom.body
            self._walk(goal, axiom, links, goal.start, ())

    def _stated(self, goal: _Goal) -> Iterator[Fact]:
        name, start = goal.link.property, goal.start
        if goal.link.backwards:
            pattern = Pattern(predicate=name, object=start)
        elif isinstance(start, str):
            pattern = Pattern(subject=start, predicate=name)
        else:
            return
        for quad in self._reader.quads(pattern):
            yield Fact(quad.subject, quad.predicate, quad.object)

    def _walk(self, goal: _Goal, axiom: Axiom, links: tuple[Link, ...], at: Term, premises: tuple[Fact, ...]) -> None:
        if not links:
            self._found(goal, at, _How(axiom, premises[::-1] if goal.link.backwards else premises))
            return
        last_of_chain = axiom.rule is Rule.TRANSITIVE and len(links) == 1
        step = _Goal(links[0], at, whole=not last_of_chain)

        def go_on(end: Term, fact: Fact) -> None:
            self._walk(goal, axiom, links[1:], end, (*premises, fact))

        def begin() -> None:
            self._open(step)
            for end, fact in tuple(self._answers[step].items()):
                go_on(end, fact)
            self._told[step].append(go_on)

        self._ahead.append(begin)

    def _found(self, goal: _Goal, end: Term, how: _How | None) -> None:
        start, end_of = (end, goal.start) if goal.link.backwards else (goal.start, end)
        if end in self._answers[goal] or not isinstance(start, str):
            return
        fact = self._answers[goal][end] = Fact(start, goal.link.property, end_of)
        if how is not None:
            self.how.setdefault(fact, how)
        for tell in tuple(self._told[goal]):
            self._ahead.append(lambda tell=tell: tell(end, fact))  # type: ignore[misc]  # a default binds it now


def _told(reader: RecordReader, fact: Fact, how: Mapping[Fact, _How]) -> Reason:
    names = labels(reader, _named(fact, how))
    return _reason(reader, fact, how, names, 0)


def _reason(reader: RecordReader, fact: Fact, how: Mapping[Fact, _How], names: Mapping[Iri, str], depth: int) -> Reason:
    if depth > _DEEPEST:
        raise BadInput("The way to this is too long to be told here.", hint="Ask why of a statement nearer by.")
    found = how.get(fact)
    if found is None:
        quads = reader.quads(Pattern(fact.subject, fact.predicate, fact.object))
        return Reason(fact, sentence(fact, names), graphs=tuple(sorted({quad.graph for quad in quads})))
    premises = tuple(_reason(reader, each, how, names, depth + 1) for each in _premises(found, how))
    axiom = found.axiom
    return Reason(fact, sentence(fact, names), (), axiom.rule, _axiom(axiom, names), axiom.own, premises)


def _premises(found: _How, how: Mapping[Fact, _How]) -> tuple[Fact, ...]:
    """The premises; along a chain that carries on, its links one after the other."""
    if found.axiom.rule is not Rule.TRANSITIVE:
        return found.premises
    links: list[Fact] = []
    ahead = list(reversed(found.premises))
    while ahead:
        fact = ahead.pop()
        further = how.get(fact)
        if further is not None and further.axiom == found.axiom:
            ahead += reversed(further.premises)
        else:
            links.append(fact)
    return tuple(links)


def _named(fact: Fact, how: Mapping[Fact, _How]) -> set[Iri]:
    named: set[Iri] = set()
    seen: set[Fact] = set()
    ahead = [fact]
    while ahead:
        each = ahead.pop()
        if each in seen:
            continue
        seen.add(each)
        named |= {each.subject, each.predicate, *({each.object} if isinstance(each.object, str) else ())}
        if (found := how.get(each)) is not None:
            named |= {found.axiom.head, *(link.property for link in found.axiom.body)}
            ahead += found.premises
    return named


def sentence(fact: Fact, names: Mapping[Iri, str]) -> str:
    """A statement as a sentence, with names for its addresses."""
    value = names[fact.object] if isinstance(fact.object, str) else fact.object.lexical
    if fact.predicate == RDF.type:
        return f"“{names[fact.subject]}” is of the kind “{value}”."
    return f"“{names[fact.subject]}” – {names[fact.predicate]} – “{value}”."


def _axiom(axiom: Axiom, names: Mapping[Iri, str]) -> str:
    links = [f"“{names[link.property]}”{' backwards' if link.backwards else ''}" for link in axiom.body]
    body = ", then ".join(links) if axiom.rule is Rule.CHAIN else names[axiom.body[0].property]
    return _WORDS[axiom.rule].format(head=names[axiom.head], body=body)


def _turned(link: Link) -> Link:
    return link._replace(backwards=not link.backwards)


def _same(one: Term, other: Term) -> bool:
    """Whether two literals are one value: what comes from the engine is a value, not a written form."""
    if not isinstance(one, Literal) or not isinstance(other, Literal) or one.datatype != other.datatype:
        return False
    try:
        return Decimal(one.lexical) == Decimal(other.lexical)
    except InvalidOperation:
        return False
