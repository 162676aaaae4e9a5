"""Answers for people: headings, labels, units and links."""

from __future__ import annotations

from collections.abc import Callable

from kgapp.domain.terms import Iri
from kgapp.services.questions import answers
from kgapp.services.questions.answers import Cell
from kgapp.services.workspace import Workspace

DEMO = "https://w3id.org/kgapp/demo/"


def test_things_have_labels_and_links_and_units_their_symbol(workspace: Workspace, tell: Callable[[str], None]) -> None:
    tell('S1 label "Expansion"')
    shown = answers.columns(("step", "time", "time_unit", "only_unit"))
    assert [(each.heading, each.unit_of) for each in shown] == [
        ("step", ""),
        ("time", ""),
        ("unit", "time"),
        ("only unit", ""),
    ]
    number = '"7.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    minute = "<http://qudt.org/vocab/unit/MIN>"
    [row, empty] = answers.cells(
        workspace.reader, shown, [(f"<{DEMO}S1>", number, minute, minute), (None, "<< <a> <b> <c> >>", '"x"', "_:b0")]
    )
    assert row[:3] == (Cell("Expansion", Iri(f"{DEMO}S1")), Cell("7.5"), Cell("min"))
    assert row[3].thing is not None
    assert [each.thing for each in empty] == [None] * 4
    assert [each.text for each in empty] == ["", "<< <a> <b> <c> >>", "x", "_:b0"]
