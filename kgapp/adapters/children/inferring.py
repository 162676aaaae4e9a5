"""The engine's client with what follows as one more graph: the same questions, asked with that switch on."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Final

from kgapp.domain import sparql_text
from kgapp.domain.errors import QueryRefused
from kgapp.domain.inference import INFERRED

if TYPE_CHECKING:
    from kgapp.adapters.children.engine import EngineClient
    from kgapp.domain.answers import Answer, Table
    from kgapp.domain.sparql_text import Gated, Token

WORKING_OUT_S: Final = 120.0
"""How long the first request may work out what follows, beside its own time."""
_BEGIN: Final = "<urn:kgapp"
"""How every address begins that may name the graph: most queries have none, and their tokens need not be read again."""


class Inferring:
    """Implements ``SparqlSource``."""

    def __init__(self, engine: EngineClient) -> None:
        self._engine = engine

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        """As ``EngineClient.select``."""
        return self._engine.select(query, timeout_s=timeout_s, inferred=True)

    def answer(self, query: str, *, timeout_s: float = 60.0) -> AbstractContextManager[Answer]:
        """As ``EngineClient.answer``."""
        return self._engine.answer(query, timeout_s=timeout_s, inferred=True)


def gate(query: str, *, inferred: bool) -> Gated:
    """The gate of every query; without what follows, a query that names its graph is refused: empty would say “nothing follows”."""
    gated = sparql_text.gate(query)
    if not inferred and _BEGIN in query and any(map(_names_it, sparql_text.tokens(query))):
        raise QueryRefused(
            f"The query names the graph {INFERRED}, and what follows is switched off.", hint="Ask with what follows."
        )
    return gated


def limit(timeout_s: float, *, inferred: bool) -> float:
    """How long the client waits."""
    return timeout_s + WORKING_OUT_S if inferred else timeout_s


def _names_it(token: Token) -> bool:
    """The graph's name, or the beginning of it as a prefix."""
    return token.kind == "iri" and token.text.startswith(_BEGIN) and INFERRED.startswith(token.text[1:-1])
