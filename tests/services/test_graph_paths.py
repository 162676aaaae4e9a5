from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import combinations
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgapp.domain.errors import BadInput, QueryStopped
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import graph_paths
from kgapp.services.graph_paths import Limits, Outcome, Paths
from kgapp.services.ports import Link, ProjectMeta, RecordReader
from kgapp.services.watch import Watch

E = "https://e.org/"


class Net:
    """A record of nothing but links."""

    def __init__(self, links: Iterable[Link]) -> None:
        self.links = set(links)

    def degrees(self, things: Iterable[Iri], *, limit: int) -> Mapping[Iri, int]:
        return {one: min(limit, sum(one in {link.subject, link.object} for link in self.links)) for one in things}

    def around(self, things: Iterable[Iri]) -> tuple[Link, ...]:
        wanted = set(things)
        return tuple(link for link in self.links if {link.subject, link.object} & wanted)

    def labels(self, iris: Iterable[Iri]) -> Mapping[Iri, str]:
        return {one: one.removeprefix(E) for one in iris if one.startswith(E)}

    def meta(self) -> ProjectMeta:
        return cast("ProjectMeta", _Meta())


class _Meta:
    prefixes = ()


def net(*pairs: str) -> RecordReader:
    return cast("RecordReader", Net(Link(Iri(E + one[0]), KG.concerns, Iri(E + one[1])) for one in pairs))


def find(reader: RecordReader, ends: str, **limits: int) -> Paths:
    return graph_paths.find(reader, Iri(E + ends[0]), Iri(E + ends[1]), Limits(**limits))


def routes(paths: Paths) -> list[str]:
    return ["".join(hop.start.label for hop in way) + way[-1].end.label for way in paths.ways]


def test_all_shortest_ways_are_found_whichever_way_links_point_the_least_linked_first() -> None:
    found = find(net("ab", "cb", "ad", "cd", "dx", "dy", "ae", "ef", "fc"), "ac")
    assert routes(found) == ["abc", "adc"]
    assert found.sentence == "“a” and “c” are linked in 2 steps."
    assert found.ways[0][1].sentences == ("c: concerns b.",)


def test_parallel_links_are_one_hop_with_all_their_words() -> None:
    links = [Link(Iri(E + "a"), KG.concerns, Iri(E + "b")), Link(Iri(E + "b"), KG.hasFactor, Iri(E + "a"))]
    found = find(cast("RecordReader", Net(links)), "ab")
    assert found.ways[0][0].sentences == ("a: concerns b.", "b: has factor a.")
    assert found.sentence == "“a” and “b” are linked in 1 step."


def test_more_ways_than_shown_are_counted() -> None:
    found = find(net("ab", "bz", "ac", "cz", "ad", "dz"), "az", ways=2)
    assert (len(found.ways), found.total) == (2, 3)
    assert "Shown are 2 of 3 such ways" in found.sentence
    assert "Shown are 2 of at least 1,000 such ways" in replace(found, total=1_000).sentence


def test_no_way_and_a_way_that_is_too_long_are_told_with_the_bound() -> None:
    assert find(net("ab", "cd"), "ac").sentence == "There is no way of up to 8 links between “a” and “c”."
    found = find(net("ab", "bc", "cd"), "ad", longest=2)
    assert (found.outcome, found.ways) == (Outcome.NONE, ())


def test_a_hub_is_not_passed_and_is_named() -> None:
    hub = [f"h{name}" for name in "uvwxyz"]
    found = find(net("ah", "hb", *hub), "ab", hub=4)
    assert found.outcome is Outcome.NONE
    assert "Ways through h were left out" in found.sentence
    longer = find(net("ah", "hb", *hub, "ap", "pq", "qb"), "ab", hub=4)
    assert routes(longer) == ["apqb"]
    assert [one.label for one in longer.hubs] == ["h"]


def test_many_hubs_are_counted() -> None:
    hubs = [hub + leaf for hub in "hijk" for leaf in "abuvw"]
    assert "and 1 more were left out" in find(net(*hubs), "ab", hub=4).sentence


def test_a_hub_may_be_the_end_of_a_way() -> None:
    hub = [f"h{name}" for name in "uvwxyz"]
    assert routes(find(net("ab", "bh", *hub), "ah", hub=4)) == ["abh"]
    assert routes(find(net("ab", "bh", *hub), "ha", hub=4)) == ["hba"]


def test_a_limit_of_things_or_time_is_no_answer() -> None:
    many = find(net(*(f"a{name}" for name in "bcdefg"), *(f"z{name}" for name in "hijklm"), "bh"), "az", things=3)
    assert many.outcome is Outcome.LIMIT
    assert "is not known" in many.sentence
    assert find(net("ab", "bc"), "ac", seconds=-1).outcome is Outcome.LIMIT


def test_a_search_can_be_stopped_and_wants_two_things() -> None:
    watch = Watch()
    watch.stop()
    with pytest.raises(QueryStopped):
        graph_paths.find(net("ab"), Iri(E + "a"), Iri(E + "b"), watch=watch)
    with pytest.raises(BadInput):
        find(net("ab"), "aa")


@given(st.sets(st.sampled_from(["".join(pair) for pair in combinations("abcdefg", 2)]), max_size=14), st.integers(1, 5))
def test_ways_are_those_of_brute_force(pairs: set[str], longest: int) -> None:
    beside: dict[str, set[str]] = {name: set() for name in "abcdefg"}
    for one, other in map(tuple, pairs):
        beside[one].add(other)
        beside[other].add(one)
    rounds = [["a"]]
    while rounds and len(rounds[0]) <= longest and not any(route[-1] == "g" for route in rounds):
        rounds = [[*route, other] for route in rounds for other in sorted(beside[route[-1]]) if other not in route]
    wanted = sorted("".join(route) for route in rounds if route[-1] == "g")
    found = find(net(*pairs), "ag", longest=longest, ways=1000)
    assert sorted(routes(found)) == wanted
    assert found.outcome is (Outcome.FOUND if wanted else Outcome.NONE)
