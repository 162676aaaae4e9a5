"""Names that stand for what has no name at an endpoint. They are of one session only: neither is ever kept."""

from typing import Final

from kgapp.domain.terms import GENID, Iri

UNNAMED: Final = Iri("urn:kgapp:default-graph")
"""Stands for the graph of what an endpoint has in no named graph."""
BLANK: Final = f"urn:kgapp:endpoint/{GENID}"
"""Begins the names of blank nodes, which an endpoint cannot be asked about again."""
