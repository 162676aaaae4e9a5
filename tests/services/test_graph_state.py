from collections.abc import Callable
from dataclasses import replace

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.graph_picture import MOST_DRAWN, Picture, picture
from kgapp.services.graph_state import GraphState, Placed, Rest
from kgapp.services.neighbourhood import Step, Surroundings, Thing, Way
from kgapp.services.ports import Link


def iri(name: str) -> Iri:
    return Iri(f"https://e.org/{name}")


STEP = Step(KG.concerns, Way.FROM)


def state(names: str, **more: object) -> GraphState:
    """Letters are things; each was expanded from the one before it."""
    placed = tuple(Placed(iri(name), at, 0, iri(names[at - 1]) if at else None) for at, name in enumerate(names))
    return GraphState(placed, **more)  # type: ignore[arg-type]  # the fields of the state


def known(
    names: str, links: str = "", counts: tuple[tuple[Iri, Step, int], ...] = (), kind: str = "factor"
) -> Surroundings:
    things = tuple(Thing(iri(name), name.upper(), "", (KG.Factor,), kind if name != "s" else "site") for name in names)
    found = tuple(Link(iri(pair[0]), KG.concerns, iri(pair[1])) for pair in links.split())
    return Surroundings(things, found, ((KG.concerns, "concerns"), (KG.hasFactor, "has factor")), counts, ())


def test_adding_leaves_what_is_there_where_it_is() -> None:
    before = state("ab")
    after = before.added([Placed(iri("a"), 9, 9), Placed(iri("c"), 5, 5)], [Rest(iri("a"), STEP, 1, 1)])
    assert after.placed[:2] == before.placed
    assert after.has(iri("c"))
    assert after.added((), [Rest(iri("a"), STEP, 2, 2)]).rests == (Rest(iri("a"), STEP, 2, 2),)
    assert after.without_rest(iri("a"), STEP).rests == ()
    assert after.removed({iri("a")}).rests == ()
    assert after.of(iri("z")) is None


def test_marks_and_places_are_of_single_things() -> None:
    one = state("ab", rests=(Rest(iri("a"), STEP, 1, 1), Rest(iri("b"), STEP, 1, 1)))
    changed = one.pinning({iri("a")}, pinned=True).stopping({iri("a")}, stopped=True).hiding({iri("b")})
    assert [(each.pinned, each.stopped, each.hidden) for each in changed.placed] == [
        (True, True, False),
        (False, False, True),
    ]
    moved = one.moved({iri("b"): (7, 8)}, {(iri("a"), STEP): (3, 4)})
    assert [(each.x, each.y) for each in moved.placed] == [(0, 0), (7, 8)]
    assert [(rest.x, rest.y) for rest in moved.rests] == [(3, 4), (1, 1)]


def test_collapsing_takes_away_what_was_expanded_but_for_what_is_pinned_and_leads_there() -> None:
    chain = state("abcde", rests=(Rest(iri("b"), STEP, 0, 0), Rest(iri("e"), STEP, 0, 0)))
    gone = chain.collapsed({iri("b")})
    assert gone.things == (iri("a"), iri("b"))
    assert gone.rests == ()
    kept = chain.pinning({iri("d")}, pinned=True).collapsed({iri("b")})
    assert kept.things == tuple(map(iri, "abcd"))
    both = chain.pinning({iri("d"), iri("e")}, pinned=True).collapsed({iri("b")})
    assert both.things == chain.things


def test_filters_and_groups_are_taken_back_by_doing_them_again() -> None:
    changes: list[Callable[[GraphState], GraphState]] = [
        lambda one: one.filtering_kind("x"),
        lambda one: one.folding("x"),
        lambda one: one.filtering_link(KG.concerns),
    ]
    for change in changes:
        assert change(state("a")) != state("a")
        assert change(change(state("a"))) == state("a")


def drawn(found: Picture) -> list[str]:
    return [card.key.removeprefix("https://e.org/") for card in found.cards]


def test_parallel_links_are_one_line_with_all_words() -> None:
    around = known("ab", "ab ba aa")
    more = replace(around, links=(*around.links, Link(iri("b"), KG.hasFactor, iri("a"))))
    found = picture(state("ab"), more)
    assert [line.key for line in found.lines] == [(iri("a"), iri("a")), (iri("a"), iri("b"))]
    assert [(word.label, word.forward) for word in found.lines[1].words] == [
        ("concerns", True),
        ("concerns", False),
        ("has factor", False),
    ]
    assert [(entry.label, entry.count) for entry in found.links] == [("concerns", 3), ("has factor", 1)]


def test_hidden_and_filtered_things_are_not_drawn_and_are_counted() -> None:
    found = picture(state("abs", hidden_kinds=frozenset({"site"})).hiding({iri("b")}), known("abs", "ab as"))
    assert drawn(found) == ["a"]
    assert (found.shown, found.total, found.hidden, found.lines) == (1, 3, 1, ())
    assert [(entry.label, entry.shown) for entry in found.kinds] == [("factor", True), ("site", False)]
    assert picture(state("ab", hidden_links=frozenset({KG.concerns})), known("ab", "ab")).lines == ()


def test_a_grouped_kind_is_one_card_with_all_its_links() -> None:
    found = picture(state("abcs", folded=frozenset({"factor", "nothing"})), known("abcs", "ab as bs cs"))
    group = next(card for card in found.cards if card.kind is not None)
    assert (group.count, set(group.members)) == (3, {iri("a"), iri("b"), iri("c")})
    assert [(line.words[0].count, line.start, line.end) for line in found.lines] == [(3, "*factor", iri("s"))]


def test_a_rest_counts_what_is_not_named_and_goes_when_everything_is() -> None:
    one = state("ab", rests=(Rest(iri("a"), STEP, 0, 0),))
    found = picture(one, known("ab", "ba", ((iri("a"), STEP, 5),)))
    assert (found.shown, found.total) == (2, 6)
    assert found.cards[-1].count == 4
    assert found.lines[0].words[0].forward is False
    assert len(picture(one, known("ab", "ba", ((iri("a"), STEP, 1),))).cards) == 2
    assert len(picture(one.hiding({iri("a")}), known("ab", "ba", ((iri("a"), STEP, 5),))).cards) == 1
    filtered = replace(one, hidden_links=frozenset({KG.concerns}))
    assert picture(filtered, known("ab", "ba", ((iri("a"), STEP, 5),))).lines == ()


def test_never_more_is_drawn_than_can_be_read_and_what_is_gone_is_left_out() -> None:
    names = [f"t{at}" for at in range(MOST_DRAWN + 20)]
    many = GraphState(tuple(Placed(iri(name), 0, 0) for name in [*names, "gone"]))
    things = tuple(Thing(iri(name), name, "", (), "") for name in names)
    found = picture(many, Surroundings(things, (), (), (), (iri("gone"),)))
    assert (len(found.cards), found.shown, found.total, found.crowded) == (MOST_DRAWN, MOST_DRAWN, MOST_DRAWN + 20, 20)
