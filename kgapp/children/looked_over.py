"""pyshacl looks a query over before each use of it, for thousands of things; here it does so once for each text."""

from __future__ import annotations

from typing import Any, Final

from pyshacl.helper.sparql_query_helper import SPARQLQueryHelper

_LOOK_OVER: Final[Any] = SPARQLQueryHelper.check_invalid_sparql
_FINE: Final[set[tuple[str, frozenset[str]]]] = set()


def once() -> None:
    """Let queries that were found in order be; harmless when repeated."""
    SPARQLQueryHelper.check_invalid_sparql = _look_over  # pyright: ignore[reportAttributeAccessIssue] - as it is there


def _look_over(self: Any, sparql_text: str, valuenode: Any = None, extravars: Any = None) -> bool:
    bound = frozenset(extravars or ()) | ({"value"} if valuenode is not None else set())
    if (sparql_text, bound) not in _FINE:
        _LOOK_OVER(self, sparql_text, valuenode=valuenode, extravars=extravars)
        _FINE.add((sparql_text, bound))
    return True
