"""How an engine would go about a query: said only where it says so itself."""

from __future__ import annotations

from typing import Final

NONE_HERE: Final = (
    "The engine in this program does not show how it goes about a query. Where time goes can be found by asking parts of "
    "the query, one pattern at a time."
)
NONE_THERE: Final = (
    "The SPARQL protocol has no way to ask an endpoint how it goes about a query. Whoever runs the server can see it there "
    "(Virtuoso: explain; GraphDB: onto:explain; Fuseki: its log)."
)


def said(endpoint: str) -> str:
    """Why no plan is shown, of the engine or, with an address, of an endpoint."""
    return NONE_THERE if endpoint else NONE_HERE
