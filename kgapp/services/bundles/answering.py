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
from kgapp.services.bundles.exchanged import Kept
from kgapp.services.bundles.items import Items
from kgapp.services.ports import Pattern, RecordReader


@dataclass(frozen=True, slots=True)
class Told:
    """What the recipient knows already: the graph of the bundle before or of the answered one, in lines.

    ``kept`` is what of it was taken over here: only that can have been taken away since. ``graph_sha256`` is the digest of the whole
    graph, ``graphs`` are those that hold what came from an answered recipient.
    """

    lines: tuple[bytes, ...] = ()
    kept: tuple[bytes, ...] = ()
    answers: str = ""
    graph_sha256: str = ""
    graphs: frozenset[Iri] = frozenset()


def before(exchange: Exchange, reader: RecordReader, partner: str, answers: str, last_sent: str) -> Told:
    """What a partner knows: by the bundle of theirs that is answered, else by the last one sent (SHA-256 of its bytes).

    Raises ``BadInput`` for an answer to a bundle that was not accepted here, is not kept, or came from somebody else.
    """
    if not answers:
        last = _kept(exchange, reader, last_sent) if last_sent else None
        return Told(last.lines, last.lines, "", last.manifest.graph_sha256) if last else Told()
    records = exchanged.received(reader)
    found = next((each for each in records if each.digest == answers), None)
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
    known = _kept(exchange, reader, found.sha256)
    if known is None:
        raise BadInput(
            "The bundle to answer is not kept in this project: what was taken away since cannot be told.",
            hint="Send a new bundle instead of an answer.",
            page="exchange",
        )
    untouched = {*(each.entity for each in found.refused), *found.undecided}
    there = [graph for graph, _ in reader.graphs()]
    rows = visible.rows(arriving.without(known.lines, untouched))
    taken, _ = arriving.allowed(rows, (found.base, reader.meta().base), there)
    graphs = exchanged.graphs_of(records, partner).intersection(there)
    return Told(known.lines, tuple(map(visible.line, taken)), answers, known.manifest.graph_sha256, graphs)


def newest(reader: RecordReader, partner: str) -> str:
    """The digest of the newest bundle of a partner that was accepted here. Raises ``NotFound`` when there is none."""
    found = [each for each in exchanged.received(reader) if same_organization(each.sender, partner)]
    if not found:
        raise NotFound(
            f"No bundle of {partner} was accepted into this project, so there is none to answer.",
            hint="Accept it first, all of it or a part: kgapp bundle accept.",
        )
    return max(found, key=lambda each: (each.received, each.sequence)).digest


def widened(profile: Profile, told: Told) -> Profile:
    """The profile with the graphs that hold what came from the recipient: it goes back as far as it is still said."""
    return replace(profile, graphs=tuple(sorted({*profile.graphs, *told.graphs}))) if told.graphs else profile


def makers(reader: RecordReader, partner: str, told: Told, withdrawn: Iterable[bytes]) -> tuple[Maker, ...]:
    """Makes ``items.json``: points about things that are in this bundle, or were in the one before and are gone here, and what was taken away.

    None where there is neither.
    """
    removed = frozenset(items.sealed(told.graph_sha256, line) for line in withdrawn)
    talk = points.with_partner(reader, partner)
    if not removed and not talk.points:
        return ()

    def made(_: Manifest, seen: Bundled) -> tuple[Entry, ...]:
        before = {Iri(row[0][1:-1].decode()) for row in visible.rows(told.lines)}
        talked = {each.entity for each in talk.points}
        gone = {each for each in before & talked if not any(reader.quads(Pattern(each), limit=1))}
        known = gone | set(seen.subjects())
        words = points.items_for(talk, known)
        if not words and not removed:
            return ()
        return (Entry(bundle.ITEMS, (items.written(Items(words, removed)),)),)

    return (made,)


def _kept(exchange: Exchange, reader: RecordReader, sha256: str) -> Kept | None:
    try:
        return exchanged.kept(exchange, reader, sha256)
    except NotFound:
        return None  # too large to be kept
