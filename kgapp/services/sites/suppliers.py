"""From whom a site has a material, and as what it is sold."""

from __future__ import annotations

from collections.abc import Iterable

from kgapp.domain.names import unmarked
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.sites.pair import Pair, apart, known_about, spoken

READ = (KG.qualifiedFor, KG.offeredBy, KG.partNumber)


def offerings(pair: Pair, used: Iterable[Iri]) -> tuple[Iri, ...]:
    """The offerings that are qualified for materials as a site has them."""
    return tuple(dict.fromkeys(each for one in used for each in pair.known.that(KG.qualifiedFor, one)))


def events(pair: Pair, materials: Iterable[Iri], used: Iterable[Iri]) -> str:
    """What happened to the supply of materials or their offerings, and the know-how about them; empty for nothing."""
    known = pair.known
    kinds = tuple(materials)
    about = (*kinds, *offerings(pair, used))
    concerned = dict.fromkeys(each for one in about for each in known.that(KG.concerns, one))
    happened = [unmarked(known.name(each)) for each in concerned if KG.SupplyEvent in known.types(each)]
    told = spoken(known.notation(one) for each in kinds for one in known_about(pair, each))
    return " ".join(
        part
        for part in (
            f"Supply: {'; '.join(happened)}." if happened else "",
            f"Know-how about it: {told}." if told else "",
        )
        if part
    )


def names(pair: Pair, used: tuple[tuple[Iri, ...], tuple[Iri, ...]]) -> tuple[str, str]:
    """The suppliers at both sites; different ones of one name are told apart."""
    known = pair.known
    ours, theirs = (
        [each for one in offerings(pair, side) for each in known.used(known.things(one, KG.offeredBy))] for side in used
    )
    return apart(known, ours, theirs)


def parts(pair: Pair, used: Iterable[Iri]) -> str:
    """The part numbers under which a site has a material; empty where one offering lacks its own."""
    told = [pair.known.written(one, KG.partNumber) for one in offerings(pair, used)]
    return "" if "" in told else spoken(sorted(told))
