"""Headings and names of rows that services give: translated here, because services know no language of the user.

Sentences that services put together (problems, findings, steps of the history) are not among them: they stay as they are.
"""

from __future__ import annotations

from typing import Final

from kgapp.ui.words import mark, said

KNOWN: Final = frozenset(
    (
        mark("Process"),
        mark("Sites"),
        mark("Knowledge"),
        mark("Quality system"),
        mark("Classes"),
        mark("Other classes"),
        mark("Other"),
        mark("All, by name"),
        mark("Without a model"),
        mark("No region"),
        mark("Settings"),
        mark("Processes"),
        mark("Steps"),
        mark("Know-how"),
        mark("People"),
        mark("Knows"),
        mark("Quality attributes"),
        mark("Specifications"),
        mark("Methods"),
        mark("At sites"),
        mark("Materials"),
        mark("Offered"),
        mark("Suppliers"),
        mark("Offers"),
        mark("Equipment"),
        mark("Regulations"),
        mark("Registration details"),
        mark("Process options"),
        mark("Documents"),
        mark("Changes"),
        mark("Deviations"),
        mark("Risks"),
        mark("Controls"),
        mark("Gaps"),
        mark("Actions"),
        mark("Comparability"),
        mark("Transfers"),
        mark("Package"),
        mark("Batches"),
        mark("Results"),
        mark("Know-how that concerns it"),
        mark("Settings at sites"),
        mark("Ranges and observations"),
        mark("Bears on"),
        mark("Acts together"),
        mark("What bears on it"),
        mark("Sources"),
        mark("When you see"),
        mark("Do"),
        mark("Because"),
        mark("If ignored"),
        mark("Only if"),
        mark("Not when"),
        mark("Affects"),
        mark("Allowed?"),
        mark("Noticed by"),
        mark("Seen (times)"),
        mark("May be seen by"),
        mark("Best taught by"),
        mark("How the source was read"),
        mark("Source"),
        mark("Note"),
        mark("Also called"),
    )
)


def worded(text: str) -> str:
    """A heading of a service in the user's language; what is recorded in the project, or in the ontology, as it is."""
    return said(text) if text in KNOWN else text
