"""From whom a site has a material, and as what it is sold."""

from __future__ import annotations

from collections.abc import Iterable

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.sites.pair import Pair, apart, spoken

READ = (KG.qualifiedFor, KG.offeredBy, KG.partNumber)


def offerings(pair: Pair, used: Iterable[Iri]) -> tuple[Iri, ...]:
    """The offerings that are qualified for materials as a site has them."""
    return tuple(dict.fromkeys(each for one in used for each in pair.known.that(KG.qualifiedFor, one)))


def names(pair: Pair, used: tuple[tuple[Iri, ...], tuple[Iri, ...]]) -> tuple[str, str]:
    """The suppliers at both sites; different ones of one name are told apart."""
    known = pair.known
    ours, theirs = (
        [each for one in offerings(pair, side) for each in known.used(known.things(one, KG.offeredBy))] for side in used
    )
    return apart(known, ours, theirs)


def parts(pair: Pair, used: Iterable[Iri]) -> str:
    """The part numbers under which a site has a material; empty where one offering lacks its own."""
    told = [pair.known.text(one, KG.partNumber) for one in offerings(pair, used)]
    return "" if "" in told else spoken(sorted(told))
