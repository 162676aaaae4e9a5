"""A move of a process is made of its differences where one sending process is recorded, and of all of it where not."""

from __future__ import annotations

from typing import Any

import pytest

from kgapp.domain.impact import ChangeKind
from kgapp.domain.rules import Kind
from kgapp.domain.terms import Iri
from kgapp.services.impact import assess, moves
from kgapp.services.ports import RecordReader
from tests.services.sites.conftest import BASE, TWO_SITES, reader_of

TRANSFER = """
TP a TransferProject
TP sendingProcess SPB
TP receivingProcess SPL
P a ProcessParameter
P label "MOI"
P unit TU-PER-CELL
P basis BS
U1 hasFactor P
SETB a SiteSetting
SETB forFactor P
SETB inSiteProcess SPB
SETB atSite BOS
SETB atStep SB
SETB setpoint "3.0"
SETL a SiteSetting
SETL forFactor P
SETL inSiteProcess SPL
SETL atSite LEI
SETL atStep SL
SETL setpoint "5.0"
SB openness closed
SL openness open
"""
DEMO = "https://w3id.org/kgapp/demo/"
LEIDEN = Iri(f"{BASE}SPL")


def reader(text: str) -> RecordReader:
    return reader_of(TWO_SITES + text)


def test_each_thing_that_differs_begins_one_path_with_all_its_differences_as_its_sentence() -> None:
    move = moves.differences(reader(TRANSFER), LEIDEN)
    assert move is not None
    found = {link.target.removeprefix(BASE): link for link in move.links}
    assert found["P"].rule.passes is Kind.PRODUCT
    assert found["P"].rule.sentence.startswith("MOI (setting): ")
    assert found["P"].source == LEIDEN
    assert found["P"].quads, "the statements of both sites"
    assert found["SL"].rule.passes is Kind.TOUCHED, "what an open step moves is not recorded"
    assert "differences between Boston and Leiden" in move.told


@pytest.mark.parametrize("more", ["", "TP receivingProcess SPL", TRANSFER + "TP sendingProcess SPX"])
def test_without_one_sending_process_nothing_can_be_compared(more: str) -> None:
    assert moves.differences(reader(more), LEIDEN) is None


@pytest.mark.parametrize("kind", [ChangeKind.REMOVAL, ChangeKind.RELOCATION])
def test_differences_are_looked_up_only_where_a_whole_process_moves(graph: Any, kind: ChangeKind) -> None:
    source = graph("demo:SP a kg:SiteProcess ; kg:atSite demo:LEI . demo:LEI a kg:Site . demo:ST a kg:SiteStep .")
    asked: list[Iri] = []
    for entity in ("SP", "ST"):
        question = assess.Question(Iri(f"{DEMO}{entity}"), kind)
        assess.report(source, question, revision_hash="", made_of=asked.append)
    assert asked == ([Iri(f"{DEMO}SP")] if kind is ChangeKind.RELOCATION else [])
