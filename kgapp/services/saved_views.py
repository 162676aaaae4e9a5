"""Saved views of graphs: kept in the project file by name, no part of its history; checked when they are read.

A file may come from anywhere, so nothing in a saved view is believed: form, sizes, addresses and figures are checked.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import Any, Final

from kgapp.domain import terms
from kgapp.domain.errors import BadInput, BadTerm, NotFound
from kgapp.domain.terms import Iri
from kgapp.services.graph_state import MOST_KEPT, GraphState, Placed, Rest
from kgapp.services.neighbourhood import Step, Way
from kgapp.services.ports import RecordReader
from kgapp.services.workspace import Workspace

KIND: Final = "graph"
FORMAT: Final = "kgapp-graph-view/1"
FARTHEST: Final = 1_000_000.0
_MOST_WORDS: Final = 1_000


def names(reader: RecordReader) -> tuple[str, ...]:
    """The names of the saved graphs, in the order of people."""
    return tuple(sorted((name for name, _ in reader.views(KIND)), key=lambda name: (name.casefold(), name)))


def load(reader: RecordReader, name: str) -> GraphState:
    """A saved graph. Raises ``NotFound``, or ``BadInput`` for one that cannot be understood."""
    content = next((kept for known, kept in reader.views(KIND) if known == name), None)
    if content is None:
        raise NotFound(f"There is no saved view “{terms.shorten(name)}”.", hint="It may have been deleted or renamed.")
    return read(content)


def keep(workspace: Workspace, name: str, state: GraphState) -> None:
    """Save a graph, in place of one of the same name. Raises ``ReadOnly`` or ``BadInput``."""
    workspace.keep_view(name.strip(), KIND, written(state))


def drop(workspace: Workspace, name: str) -> None:
    """Delete a saved graph. Raises ``ReadOnly`` or ``NotFound``."""
    workspace.drop_view(name, KIND)


def rename(workspace: Workspace, name: str, to: str) -> None:
    """Call a saved graph differently. Raises ``ReadOnly``, ``NotFound``, or ``BadInput`` for a name that is taken."""
    workspace.rename_view(name, KIND, to.strip())


def written(state: GraphState) -> str:
    """A graph as the text that is kept: the same graph always gives the same text."""
    content = {
        "format": FORMAT,
        "things": [
            [one.iri, one.x, one.y, one.origin or "", one.pinned, one.stopped, one.hidden] for one in state.placed
        ],
        "rests": [[rest.origin, rest.step.predicate, rest.step.way.value, rest.x, rest.y] for rest in state.rests],
        "hidden_kinds": sorted(state.hidden_kinds),
        "hidden_links": sorted(state.hidden_links),
        "folded": sorted(state.folded),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def read(content: str) -> GraphState:
    """The graph that a text stands for. Raises ``BadInput``."""
    try:
        found = json.loads(content)
        if found["format"] != FORMAT:
            raise _bad("it was saved by another version")
        return _state(found)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, BadTerm) as error:
        raise _bad("it is damaged") from error


def _state(found: Any) -> GraphState:
    state = GraphState(
        tuple(_placed(*row) for row in _rows(found["things"], MOST_KEPT)),
        tuple(_rest(*row) for row in _rows(found["rests"], MOST_KEPT)),
        frozenset(_texts(found["hidden_kinds"])),
        frozenset(map(terms.iri, _texts(found["hidden_links"]))),
        frozenset(_texts(found["folded"])),
    )
    if len(set(state.things)) != len(state.placed):
        raise ValueError("a thing stands twice")
    if any(rest.origin not in state.things for rest in state.rests):
        raise ValueError("a rest of nothing")
    return state


def _placed(iri: str, x: Any, y: Any, origin: str, *marks: Any) -> Placed:
    pinned, stopped, hidden = (_true(mark) for mark in marks)
    return Placed(
        terms.iri(iri), _figure(x), _figure(y), terms.iri(origin) if origin else None, pinned, stopped, hidden
    )


def _rest(origin: str, predicate: str, way: str, x: Any, y: Any) -> Rest:
    return Rest(terms.iri(origin), Step(terms.iri(predicate), Way(way)), _figure(x), _figure(y))


def _rows(found: Any, most: int) -> Iterable[list[Any]]:
    if not isinstance(found, list) or len(found) > most or not all(isinstance(row, list) for row in found):
        raise ValueError("no list of rows")
    return found


def _texts(found: Any) -> Iterable[Iri]:
    if not isinstance(found, list) or len(found) > _MOST_WORDS or not all(isinstance(text, str) for text in found):
        raise ValueError("no list of texts")
    return found


def _figure(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("no figure")
    if not math.isfinite(value) or abs(value) > FARTHEST:
        raise ValueError("a place out of bounds")
    return float(value)


def _true(mark: Any) -> bool:
    if not isinstance(mark, bool):
        raise TypeError("neither true nor false")
    return mark


def _bad(why: str) -> BadInput:
    return BadInput(
        f"This saved view cannot be opened: {why}.", hint="Nothing else is affected. Delete it or leave it."
    )
