"""What the view of the rules asks of the engine and of the record, off the thread of the window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kgapp.domain.rules import Rule
from kgapp.domain.terms import Iri, Term
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services import rules_counts, rules_editing, rules_reading
from kgapp.services.rules_counts import Example
from kgapp.services.rules_editing import Consequence
from kgapp.services.workspace import Workspace

Stated = Mapping[Iri, frozenset[Term]]

EMPTY: Final[Stated] = {
    RDF.type: frozenset({KG.PropagationRule}),
    KG.ruleGroup: frozenset({KG.obligationGroup}),
    KG.accepts: frozenset({KG.productEffect}),
    KG.passes: frozenset({KG.touchedEffect}),
    KG.ruleStrength: frozenset({KG.high}),
}
"""What a new rule begins with: something must be looked at."""

SOME_REASON: Final = "not said yet"
"""Stands for the reason while it is only asked what a step would do."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a rule does in this project, and what saving it would put in doubt. ``count`` is ``None`` where it was not counted."""

    row: Rule | None
    count: int | None
    example: Example | None
    consequence: Consequence


def counts(workspace: Workspace, rows: Iterable[Rule]) -> dict[Iri, int | None]:
    """How many links some rules make; ``None`` where counting takes too long."""
    return {row.iri: rules_counts.count(workspace.engine, row) for row in rows}


def preview(workspace: Workspace, iri: Iri, stated: Stated, *, altered: bool) -> Preview:
    """What a rule does as it is stated, saved or not. Raises ``BadInput`` for what cannot be one."""
    row = rules_reading.reading(iri, stated).row
    reader = workspace.reader
    consequence = (
        rules_editing.consequence(reader, rules_editing.put(reader, iri, stated)) if altered else Consequence()
    )
    if not isinstance(row, Rule):
        return Preview(None, None, None, consequence)
    count = rules_counts.count(workspace.engine, row)
    found = rules_counts.example(workspace.engine, reader, row) if count else None
    return Preview(row, count, found, consequence)
