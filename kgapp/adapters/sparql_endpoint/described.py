"""What an endpoint says of things, looked up once a session: in batches, with what will probably be asked for next.

Whoever compares two processes asks thing by thing and follows the links. So a request for one thing is filled up with things
that were seen beside it, and one for the users of a thing with others that were looked up: few requests instead of thousands. What is
kept is what was true when it was read; a new session reads anew.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from itertools import islice
from typing import Final

from kgapp.adapters.sparql_endpoint.asked import BATCH, Asked, Wanted, askable, graph_of, quad, spelled
from kgapp.domain.answers import Row
from kgapp.domain.errors import IncompleteAnswer, QuestionTooLarge
from kgapp.domain.terms import Iri, Quad, Term, sparql
from kgapp.domain.vocabulary import PREFIXES, RDF

VOCABULARY: Final = tuple(PREFIXES[prefix] for prefix in ("kg", "unit", "rdf", "rdfs", "owl", "xsd", "skos"))
"""What is named with one of these is a word and no thing of a project."""

_SAID: Final = Wanted(("a", "p", "o", "g"), graph_of("?a ?p ?o ."), parts="o")
_USED: Final = Wanted(("s", "p", "a", "g"), graph_of("?s ?p ?a ."), parts="s")
_MOST_KEPT: Final = 200_000
_MOST_SEEN: Final = 20_000
_MOST_GUESSED: Final = 5_000


class Described:
    """The session's memory of an endpoint. Any thread; two that miss the same thing may both ask for it."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._lock = threading.RLock()
        self._about: dict[Iri, tuple[Quad, ...]] = {}
        self._users: dict[tuple[Iri, Term], tuple[Quad, ...]] = {}
        self._seen: dict[Iri, None] = {}
        self._used: set[Iri] = set()  # all of whose users are known
        self._room = BATCH - 1
        self._kept = 0

    def about(self, things: Iterable[Iri]) -> dict[Iri, tuple[Quad, ...]]:
        """Every statement of each of the things that can be asked about; none for what nothing is said of."""
        wanted = tuple(dict.fromkeys(each for each in things if askable(each)))
        with self._lock:
            found = {each: self._about[each] for each in wanted if each in self._about}
        missing = [each for each in wanted if each not in found]
        if missing:
            fresh = self._read([*missing, *self._next(-len(missing) % BATCH, frozenset(missing))])
            found.update((each, fresh[each]) for each in missing)
        return found

    def users(self, predicate: Iri, value: Term) -> tuple[Quad, ...]:
        """Every statement that has this value for a property, by its subject. Raises ``IncompleteAnswer`` for a blank node."""
        written = spelled(value)
        with self._lock:
            if (predicate, value) in self._users:
                return self._users[predicate, value]
            if value in self._used:
                return ()
        if isinstance(value, str):
            return self._look_up(predicate, value)
        pattern = graph_of(f"?s {sparql(predicate)} {written} .")
        rows = self._asked.rows(Wanted(("s", "g"), pattern, parts="s"))
        found = _in_order(quad(s, f"<{predicate}>", written, g) for s, g in rows)
        self._keep_users({(predicate, value): found})
        return found

    def users_of(self, pairs: Iterable[tuple[Iri, Iri]]) -> tuple[Quad, ...]:
        """Every statement that has one of these values for the property beside it: asked for at once."""
        every = tuple(dict.fromkeys(pairs))
        with self._lock:
            missing = [pair for pair in every if pair not in self._users and pair[1] not in self._used]
            kept = {pair: self._users[pair] for pair in every if pair in self._users}
        fresh: dict[tuple[Iri, Term], list[Quad]] = {pair: [] for pair in missing}
        start = 0
        while start < len(missing):
            some = missing[start : start + self._asked.batch]
            rows = self._used_by(some)
            start += len(some)
            for row in rows:
                found = quad(*row)
                if (found.predicate, found.object) not in fresh:
                    raise _another()
                fresh[found.predicate, found.object].append(found)
        read = {pair: _in_order(found) for pair, found in fresh.items()}
        self._keep_users(read)
        return tuple(one for found in (kept | read).values() for one in found)

    def _used_by(self, pairs: list[tuple[Iri, Iri]]) -> tuple[Row, ...]:
        """The users of some values, in halves where the endpoint does not take so many at once."""
        listed = " ".join(f"({sparql(p)} {spelled(o)})" for p, o in pairs)
        pattern = f"VALUES (?p ?o) {{ {listed} }} {graph_of('?s ?p ?o .')}"
        try:
            return tuple(self._asked.rows(Wanted(("s", "p", "o", "g"), pattern, parts="s")))
        except QuestionTooLarge:
            middle = len(pairs) // 2
            if not middle:
                raise
            self._asked.batch = min(self._asked.batch, middle)
            return (*self._used_by(pairs[:middle]), *self._used_by(pairs[middle:]))

    def _next(self, room: int, besides: frozenset[Iri]) -> list[Iri]:
        """Things that were seen and not looked up yet, the last seen first."""
        with self._lock:
            return [each for each in reversed(self._seen) if each not in besides][:room]

    def _read(self, things: list[Iri]) -> dict[Iri, tuple[Quad, ...]]:
        said: dict[Iri, list[Quad]] = {each: [] for each in things}
        for row in self._asked.about(things, _SAID):
            found = quad(*row)
            if found.subject not in said:
                raise _another()
            said[found.subject].append(found)
        fresh = {each: _in_order(found) for each, found in said.items()}
        with self._lock:
            self._room_for(sum(map(len, fresh.values())))
            self._about |= fresh
            for each in fresh:
                self._seen.pop(each, None)
            self._notice(one.object for found in fresh.values() for one in found if one.predicate != RDF.type)
        return fresh

    def _look_up(self, predicate: Iri, value: Iri) -> tuple[Quad, ...]:
        """Who uses a thing with a property, and while at it who uses it, and others that were looked up, with any."""
        together = (value, *self._others(value)) if is_thing(value) else ()
        while together:
            rows = self._asked.few(together, _USED, _MOST_GUESSED)
            if rows is not None:
                found: dict[tuple[Iri, Term], list[Quad]] = {}
                for one in (quad(*row) for row in rows):
                    found.setdefault((one.predicate, one.object), []).append(one)
                self._keep_users({pair: _in_order(each) for pair, each in found.items()}, together)
                self._room = min(BATCH - 1, 2 * self._room + 1)
                return _in_order(found.get((predicate, value), ()))
            self._room //= 8  # too many of them: ask about fewer at once
            together = together[: self._room + 1] if len(together) > 1 else ()
        pattern = graph_of(f"?s {sparql(predicate)} ?a .")
        many = self._asked.about((value,), Wanted(("s", "a", "g"), pattern, parts="s"))
        used = _in_order(quad(s, f"<{predicate}>", a, g) for s, a, g in many)
        self._keep_users({(predicate, value): used})
        return used

    def _others(self, value: Iri) -> tuple[Iri, ...]:
        """Things that were looked up and whose users are not known, the last first."""
        with self._lock:
            others = (each for each in reversed(self._about) if each not in self._used and is_thing(each))
            return tuple(islice((each for each in others if each != value), self._room))

    def _keep_users(self, fresh: dict[tuple[Iri, Term], tuple[Quad, ...]], whole: Iterable[Iri] = ()) -> None:
        """Keep who uses what; of the ``whole`` ones that is all who use them."""
        with self._lock:
            self._room_for(sum(map(len, fresh.values())))
            self._users |= fresh
            self._used.update(whole)
            self._notice(one.subject for found in fresh.values() for one in found)

    def _room_for(self, more: int) -> None:
        """Forget everything where it would be too much."""
        if self._kept + more > _MOST_KEPT:
            self._about, self._users, self._used, self._kept = {}, {}, set(), 0
        self._kept += more

    def _notice(self, things: Iterable[Term]) -> None:
        for each in things:
            if isinstance(each, str) and each not in self._about and is_thing(each) and askable(each):
                self._seen.pop(each, None)
                self._seen[each] = None
        for each in tuple(islice(self._seen, max(0, len(self._seen) - _MOST_SEEN))):
            del self._seen[each]


def _another() -> IncompleteAnswer:
    return IncompleteAnswer(
        "The endpoint answered about something else than it was asked about.", hint="Ask who runs it."
    )


def is_thing(iri: Iri) -> bool:
    """Whether an IRI is no word of a vocabulary."""
    return not iri.startswith(VOCABULARY)


def _in_order(found: Iterable[Quad]) -> tuple[Quad, ...]:
    return tuple(sorted(dict.fromkeys(found), key=_place))


def _place(one: Quad) -> tuple[str, str, str, str, str]:
    value, kind = (one.object, "") if isinstance(one.object, str) else (one.object.lexical, one.object.datatype)
    return one.subject, one.predicate, value, kind, one.graph
