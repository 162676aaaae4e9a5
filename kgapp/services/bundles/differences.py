"""What a bundle would change, against the state that both sides knew, beside what was changed here since.

Guarantees: a statement that is merely missing from what came in takes nothing away, for it may be confidential there; only
what its sender says was taken away is. Where both sides changed the same property of the same thing to something else, both
stand side by side and nothing is done until somebody chose. What is here already is no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

from kgapp.domain.errors import BadInput
from kgapp.domain.terms import GENID, Iri, Quad, Term, nquad

Single = Callable[[Iri, Iri], bool]
"""Whether a property of a thing can have one value only."""
_Key = tuple[Iri, Iri]


class What(StrEnum):
    """What became of a thing."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"


class Choice(StrEnum):
    """Whose values a property gets where both sides changed it."""

    THEIRS = "theirs"
    MINE = "mine"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class States:
    """Statements of both sides: ``base`` was known to both, ``theirs`` came in and ``mine`` is here, as far as they may see it.

    ``removed`` is what they say they took away; what of it was never in ``base`` takes nothing away.
    """

    base: frozenset[Quad]
    theirs: frozenset[Quad]
    mine: frozenset[Quad]
    removed: frozenset[Quad] = frozenset()


@dataclass(frozen=True, slots=True)
class Touched:
    """What they did to one property of one thing; ``here`` is what it says here now, ``theirs`` what it would say.

    ``taken`` is what they said that they took away, as both knew it.
    """

    subject: Iri
    predicate: Iri
    removed: frozenset[Quad]
    added: frozenset[Quad]
    here: frozenset[Quad]
    theirs: frozenset[Quad]
    conflict: bool
    single: bool
    taken: frozenset[Quad] = frozenset()


@dataclass(frozen=True, slots=True)
class Difference:
    """All that they did to one thing, with what has no name of its own and belongs to it."""

    entity: Iri
    what: What
    touched: tuple[Touched, ...]

    @property
    def conflicts(self) -> tuple[Touched, ...]:
        """The properties that somebody has to choose for."""
        return tuple(each for each in self.touched if each.conflict)


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about a thing: taken over or refused, why, and whose values where both sides changed some."""

    accepted: bool
    reason: str = ""
    choices: Mapping[_Key, Choice] = field(default_factory=dict)


def of(states: States, single: Single) -> tuple[Difference, ...]:
    """What they changed and is not so here already, by thing."""
    base, theirs, mine = map(_by_key, (states.base, states.theirs, states.mine))
    taken = _by_key(quad for quad in states.removed if quad in states.base)
    owners = _owners(states)
    found: dict[Iri, list[Touched]] = defaultdict(list)
    for key in sorted(theirs.keys() | taken.keys()):
        touched = _touched(key, _Values(base[key], theirs[key], mine[key], taken[key]), single)
        if touched is not None:
            found[owners.get(key[0], key[0])].append(touched)
    here = {quad.subject for quad in states.mine}
    left = {quad.subject for quad in states.theirs}
    return tuple(
        Difference(entity, _what(entity, here, left, touched), tuple(touched))
        for entity, touched in sorted(found.items())
    )


def changes(
    differences: Iterable[Difference], decisions: Mapping[Iri, Decision]
) -> tuple[frozenset[Quad], frozenset[Quad]]:
    """The statements to remove and to add by what was decided; things nobody decided about stay as they are.

    Raises ``BadInput`` for a conflict that nobody chose for, a refusal without a reason, and two values where one can be.
    """
    removed: set[Quad] = set()
    added: set[Quad] = set()
    for difference in differences:
        decision = decisions.get(difference.entity)
        if decision is None:
            continue
        if not decision.accepted:
            if not decision.reason.strip():
                raise BadInput(f"It is not said why <{difference.entity}> is refused.", hint="Say why in one sentence.")
            continue
        for touched in difference.touched:
            gone, come = _chosen(touched, decision)
            removed |= gone
            added |= come
    return frozenset(removed - added), frozenset(added - removed)


@dataclass(frozen=True, slots=True)
class _Values:
    base: frozenset[Quad]
    theirs: frozenset[Quad]
    mine: frozenset[Quad]
    taken: frozenset[Quad]


def _touched(key: _Key, values: _Values, single: Single) -> Touched | None:
    base, theirs, mine = _terms(values.base), _terms(values.theirs), _terms(values.mine)
    one = single(*key)
    added = theirs - base
    removed = _terms(values.taken) - theirs
    if one and added:
        removed |= base - theirs  # another value in its place
    wanted = (base - removed) | added
    if not one and not added:
        wanted |= mine - base  # nothing stands in the place of what was added here
    if (not removed and not added) or wanted == mine:
        return None
    done = not removed & mine and added <= mine
    parted = one and bool(mine - base) and not added  # taken away there, replaced here
    if done and not parted:
        return None
    side_by_side = not one and base <= mine and not removed
    conflict = (mine != base and not side_by_side) or (one and len(wanted) > 1)
    known = values.base | values.theirs | values.mine
    return Touched(
        *key,
        frozenset(quad for quad in values.mine if quad.object in removed),
        frozenset(quad for quad in values.theirs if quad.object in added - mine),
        values.mine,
        frozenset(quad for quad in known if quad.object in wanted),
        conflict,
        one,
        values.taken,
    )


def _chosen(touched: Touched, decision: Decision) -> tuple[frozenset[Quad], frozenset[Quad]]:
    if not touched.conflict:
        return touched.removed, touched.added
    choice = decision.choices.get((touched.subject, touched.predicate))
    if choice is None:
        raise BadInput(
            f"Both sides changed <{touched.predicate}> of <{touched.subject}>, and nobody chose.",
            hint="Choose theirs, mine or, where there can be several, both.",
        )
    if choice is Choice.MINE:
        return frozenset(), frozenset()
    wanted, here = _terms(touched.theirs), _terms(touched.here)
    replaced = wanted if choice is Choice.THEIRS else wanted | here
    if touched.single and len(replaced) > 1:
        raise BadInput(
            f"<{touched.predicate}> of <{touched.subject}> can have one value only: several cannot stand.",
            hint="Keep yours, or refuse the thing and ask the sender which value holds.",
        )
    if choice is Choice.THEIRS:
        return (
            frozenset(quad for quad in touched.here if quad.object not in wanted),
            frozenset(quad for quad in touched.theirs if quad.object not in here),
        )
    return frozenset(), touched.added


def _what(entity: Iri, here: Set[Iri], left: Set[Iri], touched: Iterable[Touched]) -> What:
    if entity not in here:
        return What.NEW
    gone = entity not in left and not any(each.added for each in touched)
    return What.REMOVED if gone else What.CHANGED


def _owners(states: States) -> dict[Iri, Iri]:
    """For what has no name of its own, the named thing that it belongs to; what belongs to none stands for itself."""
    above: dict[Iri, Iri] = {}
    told = (states.mine, states.base | states.theirs)
    order = [sorted(each, key=lambda quad: (_unnamed(quad.subject), nquad(quad))) for each in told]
    for quad in chain(*order):
        if isinstance(quad.object, str) and _unnamed(Iri(quad.object)) and quad.object != quad.subject:
            above.setdefault(Iri(quad.object), quad.subject)
    return {thing: owner for thing in above if not _unnamed(owner := _top(thing, above))}


def _top(thing: Iri, above: Mapping[Iri, Iri]) -> Iri:
    seen = {thing}
    while _unnamed(thing) and thing in above and above[thing] not in seen:
        thing = above[thing]
        seen.add(thing)
    return thing


def _unnamed(thing: Iri) -> bool:
    return f"/{GENID}" in thing


def _by_key(quads: Iterable[Quad]) -> Mapping[_Key, frozenset[Quad]]:
    found: dict[_Key, set[Quad]] = defaultdict(set)
    for quad in quads:
        found[quad.subject, quad.predicate].add(quad)
    return _Known({key: frozenset(quads) for key, quads in found.items()})


class _Known(dict[_Key, frozenset[Quad]]):
    """Nothing for what nobody said."""

    def __missing__(self, key: _Key) -> frozenset[Quad]:
        return frozenset()


def _terms(quads: Iterable[Quad]) -> frozenset[Term]:
    return frozenset(quad.object for quad in quads)
