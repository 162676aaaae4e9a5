import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgapp.domain.errors import BadInput, NotFound, ReadOnly
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import saved_views
from kgapp.services.graph_state import GraphState, Placed, Rest
from kgapp.services.neighbourhood import Step, Way
from kgapp.services.workspace import Workspace

IRIS = st.sampled_from([Iri(f"https://e.org/{name}") for name in ("a", "b", "ü", "c d".replace(" ", "-"))])
FIGURES = st.floats(-1e6, 1e6, allow_nan=False)
MARKS = st.booleans()
PLACED = st.builds(Placed, IRIS, FIGURES, FIGURES, st.one_of(st.none(), IRIS), MARKS, MARKS, MARKS)


@st.composite
def states(draw: st.DrawFn) -> GraphState:
    placed = draw(st.lists(PLACED, unique_by=lambda one: one.iri, min_size=1))
    origins = st.sampled_from([one.iri for one in placed])
    rests = st.builds(Rest, origins, st.builds(Step, IRIS, st.sampled_from(Way)), FIGURES, FIGURES)
    words = st.frozensets(st.text(st.characters(exclude_categories=["Cs"])), max_size=3)
    return GraphState(tuple(placed), tuple(draw(st.lists(rests))), draw(words), draw(st.frozensets(IRIS)), draw(words))


@given(states())
def test_a_saved_view_is_restored_exactly(state: GraphState) -> None:
    assert saved_views.read(saved_views.written(state)) == state


def one(**changed: Any) -> str:
    content = json.loads(saved_views.written(GraphState((Placed(Iri("https://e.org/a"), 1, 2),))))
    return json.dumps(content | changed)


ROW = ["https://e.org/a", 1, 2, "", False, False, False]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "null",
        "[" * 100_000,
        one(format="kgapp-graph-view/2"),
        one(things=[ROW, ROW]),
        one(things=["a"]),
        one(things={}),
        one(things=[ROW] * 1_001),
        one(things=[["no address", *ROW[1:]]]),
        one(things=[[7, *ROW[1:]]]),
        one(things=[["https://e.org/a", True, *ROW[2:]]]),
        one(things=[["https://e.org/a", 1e300, *ROW[2:]]]),
        one(things=[["https://e.org/a", 1, 2, "", 1, False, False]]),
        one(things=[ROW[:5]]),
        one(rests=[["https://e.org/b", "https://e.org/p", "to", 0, 0]]),
        one(rests=[["https://e.org/a", "https://e.org/p", "sideways", 0, 0]]),
        one(hidden_kinds="abc"),
        one(hidden_links=[1]),
        one(folded=["x"] * 1_001),
        one(things=[["https://e.org/a", float("nan"), *ROW[2:]]]),
    ],
)
def test_what_is_no_saved_view_is_refused_in_a_sentence(content: str) -> None:
    with pytest.raises(BadInput, match="cannot be opened"):
        saved_views.read(content)


def test_views_are_kept_renamed_and_deleted_and_are_no_revision(
    workspace: Workspace, tell: Callable[[str], None]
) -> None:
    tell('a label "x"')
    state = GraphState((Placed(Iri("https://e.org/a"), 1.5, -2),), hidden_links=frozenset({KG.concerns}))
    for name in ("b", " A ", "b"):
        saved_views.keep(workspace, name, state)
    assert saved_views.names(workspace.reader) == ("A", "b")
    assert saved_views.load(workspace.reader, "A") == state
    saved_views.rename(workspace, "A", "c")
    with pytest.raises(BadInput, match="already"):
        saved_views.rename(workspace, "c", "b")
    saved_views.drop(workspace, "b")
    assert saved_views.names(workspace.reader) == ("c",)
    with pytest.raises(NotFound):
        saved_views.load(workspace.reader, "b")
    head = workspace.reader.head()
    assert head is not None
    assert head.seq == 1


def test_a_window_that_only_reads_saves_no_view_and_says_why(workspace: Workspace) -> None:
    reading = Workspace(workspace.reader, None, workspace.engine, workspace.author, "Somebody else writes.")
    works: list[Callable[[], None]] = [
        lambda: saved_views.keep(reading, "a", GraphState()),
        lambda: saved_views.drop(reading, "a"),
        lambda: saved_views.rename(reading, "a", "b"),
    ]
    for work in works:
        with pytest.raises(ReadOnly, match="Somebody else"):
            work()
