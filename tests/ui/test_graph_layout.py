"""Where cards of a graph stand: never on each other, and what is there stays."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kgapp.ui.canvas import graph_layout
from kgapp.ui.canvas.graph_layout import CARD, Place

KEYS = [f"k{at}" for at in range(30)]
PLACES = st.tuples(st.floats(-3000, 3000), st.floats(-3000, 3000))
EDGES = st.sets(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)), max_size=60)


def overlaps(places: list[Place]) -> bool:
    return any(
        abs(one[0] - other[0]) < CARD[0] and abs(one[1] - other[1]) < CARD[1] for one, other in combinations(places, 2)
    )


@given(PLACES, st.integers(0, 40), st.lists(PLACES, max_size=40), st.sampled_from([-1, 0, 1]))
def test_new_cards_stand_on_no_other(origin: Place, count: int, taken: list[Place], side: int) -> None:
    new = graph_layout.near(origin, count, taken, side)
    assert len(new) == count
    assert not overlaps(new)
    assert not any(overlaps([one, other]) for one in new for other in taken)


def test_new_cards_stand_on_their_side_and_below_everything_when_there_is_no_room() -> None:
    assert all(place[0] > 0 for place in graph_layout.near((0, 0), 30, [(0, 0)], 1))
    assert all(place[0] < 0 for place in graph_layout.near((0, 0), 30, [(0, 0)], -1))
    many = graph_layout.near((0, 0), 420, [(0, 0)], 1)
    assert not overlaps(many)
    assert many[-1][0] == 0


@settings(max_examples=40, deadline=None)
@given(EDGES, st.dictionaries(st.sampled_from(KEYS[:4]), st.just((0.0, 0.0)), max_size=1), st.booleans())
def test_arranging_overlaps_nothing_moves_no_fixed_card_and_is_the_same_each_time(
    edges: set[tuple[str, str]], fixed: dict[str, Place], layers: bool
) -> None:
    arrange = graph_layout.layered if layers else graph_layout.free
    places = arrange(KEYS, edges, fixed)
    assert places.keys() == set(KEYS)
    assert not overlaps(list(places.values()))
    assert all(places[key] == place for key, place in fixed.items())
    assert arrange(KEYS, edges, fixed) == places


def test_layers_follow_the_links() -> None:
    places = graph_layout.layered(KEYS[:5], [("k0", "k1"), ("k1", "k2"), ("k0", "k2"), ("k3", "k2"), ("k2", "k0")], {})
    assert places["k0"][0] < places["k1"][0] < places["k2"][0]
    assert places["k3"][0] == places["k1"][0]


def test_linked_cards_come_near_each_other_and_a_stop_is_heard() -> None:
    edges = [("k0", "k1"), ("k2", "k3")]
    places = graph_layout.free(KEYS[:12], edges, {})

    def far(one: str, other: str) -> float:
        return abs(places[one][0] - places[other][0]) + abs(places[one][1] - places[other][1])

    assert far("k0", "k1") < max(far("k0", other) for other in KEYS[4:12])
    assert not overlaps(list(graph_layout.free(KEYS[:12], edges, {}, lambda: True).values()))
    assert graph_layout.free([], [], {}) == graph_layout.layered([], [], {}) == {}


def test_cards_without_a_link_stand_in_rows_below_the_others() -> None:
    loose = [f"x{number}" for number in range(7)]
    placed = graph_layout.free(["a", "b", "c", *loose], [("a", "b"), ("b", "c")], {})
    lowest = max(placed[key][1] for key in "abc")
    assert all(placed[key][1] > lowest for key in loose)
    width = max(x for x, _ in placed.values()) - min(x for x, _ in placed.values())
    assert width <= 3 * CARD[0] + 3 * graph_layout.GAP[0]
    alone = graph_layout.free(loose, [], {})
    assert len(set(alone.values())) == len(loose)
    assert graph_layout.free([], [], {}) == {}
