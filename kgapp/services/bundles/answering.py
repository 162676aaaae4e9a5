"""What a bundle says beside its graph: to which it is the answer, what was taken away since, and the points of both sides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kgapp.domain import bundle
from kgapp.domain.bundle import Manifest, Profile
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.keys import same_organization
from kgapp.domain.terms import Iri
from kgapp.services.bundles import arriving, exchanged, items, points, visible
from kgapp.services.bundles.bundled import Bundled, Maker
from kgapp.services.bundles.containers import Entry
from kgapp.services.bundles.doors import Exchange
from kgapp.services.bundles.items import Items
from kgapp.services.bundles.rules import OWN_GRAPHS
from kgapp.services.ports import RecordReader


@dataclass(frozen=True, slots=True)
class Told:
    """What the recipient knows already: the graph of the bundle before or of the answered one, in lines.

    ``kept`` is what of it was taken over here: only that can have been taken away since.
    """

    lines: tuple[bytes, ...] = ()
    kept: tuple[bytes, ...] = ()
    answers: str = ""


def before(exchange: Exchange, reader: RecordReader, partner: str, answers: str, last_sent: str) -> Told:
    """What a partner knows: by the bundle of theirs that is answered, else by the last one sent (SHA-256 of its bytes).

    Raises ``BadInput`` for an answer to a bundle that was not accepted here, is not kept, or came from somebody else.
    """
    if not answers:
        lines = _kept(exchange, reader, last_sent) if last_sent else ()
        return Told(lines, lines)
    found = next((each for each in exchanged.received(reader) if each.digest == answers), None)
    if found is None:
        raise BadInput(
            "The bundle to answer was not accepted into this project.",
            hint="Accept it first, all of it or a part: kgapp bundle accept.",
            page="exchange",
        )
    if not same_organization(found.sender, partner):
        raise BadInput(
            f"The bundle to answer came from {found.sender}, and the answer would go to {partner}.",
            hint="Answer to whoever sent it.",
            page="exchange",
        )
    lines = _kept(exchange, reader, found.sha256)
    if not lines:
        raise BadInput(
            "The bundle to answer is not kept in this project: what was taken away since cannot be told.",
            hint="Send a new bundle instead of an answer.",
            page="exchange",
        )
    untouched = {*(each.entity for each in found.refused), *found.undecided}
    taken, _ = arriving.allowed(visible.rows(arriving.without(lines, untouched)), (found.base, reader.meta().base))
    return Told(lines, tuple(map(visible.line, taken)), answers)


def newest(reader: RecordReader, partner: str) -> str:
    """The digest of the newest bundle of a partner that was accepted here. Raises ``NotFound`` when there is none."""
    found = [each for each in exchanged.received(reader) if same_organization(each.sender, partner)]
    if not found:
        raise NotFound(
            f"No bundle of {partner} was accepted into this project, so there is none to answer.",
            hint="Accept it first, all of it or a part: kgapp bundle accept.",
        )
    return max(found, key=lambda each: (each.received, each.sequence)).digest


def widened(profile: Profile, reader: RecordReader, told: Told) -> Profile:
    """The profile with the graphs of the answered bundle: what came from the recipient goes back as far as it is still said."""
    if not told.answers:
        return profile
    base, there = reader.meta().base, {graph for graph, _ in reader.graphs()}
    theirs = {Iri(row[3][1:-1].decode()) for row in visible.rows(told.lines)} & there
    own = {Iri(f"{base}{each}") for each in ("graph/main", *OWN_GRAPHS)}
    return replace(profile, graphs=tuple(sorted({*profile.graphs, *(theirs - own)})))


def makers(reader: RecordReader, partner: str, told: Told, withdrawn: Iterable[bytes]) -> tuple[Maker, ...]:
    """Makes ``items.json``: points about things that are in this bundle or were in the one before, and what was taken away.

    None where there is neither.
    """
    removed = frozenset(map(items.quad, withdrawn))
    if not removed and not points.with_partner(reader, partner).points:
        return ()

    def made(_: Manifest, seen: Bundled) -> tuple[Entry, ...]:
        known = {Iri(row[0][1:-1].decode()) for row in visible.rows(told.lines)} | set(seen.subjects())
        words = points.items_for(reader, partner, known)
        if not words and not removed:
            return ()
        return (Entry(bundle.ITEMS, (items.written(Items(words, removed)),)),)

    return (made,)


def _kept(exchange: Exchange, reader: RecordReader, sha256: str) -> tuple[bytes, ...]:
    try:
        return exchanged.kept(exchange, reader, sha256).lines
    except NotFound:
        return ()  # too large to be kept
