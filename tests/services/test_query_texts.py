"""The texts of the SPARQL editor as they are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kgapp.services import query_texts
from kgapp.services.drafts import Draft, LeftOver
from kgapp.services.query_texts import QueryText

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def test_what_is_kept_is_read_again_in_the_order_of_making() -> None:
    texts = [QueryText(f"t{n}", NOW + timedelta(seconds=n), f"ASK {{ {n} }}", "", n, n != 1, n == 2) for n in (2, 0, 1)]
    left = LeftOver(tuple(query_texts.draft(each, NOW) for each in texts))
    assert query_texts.read(left) == tuple(sorted(texts, key=lambda each: each.made))


@pytest.mark.parametrize(
    ("place", "content"),
    [
        ("edit x", query_texts.draft(QueryText("x", NOW), NOW).content),
        ("sparql", query_texts.draft(QueryText("x", NOW), NOW).content),
        ("sparql x", "{"),
        ("sparql x", "[]"),
        ("sparql x", '{"made": "2026-01-02T00:00:00+00:00"}'),
        ("sparql x", '{"made":"2026-01-02T00:00:00","text":"","title":"","cursor":0,"open":true}'),
        ("sparql x", '{"made":"2026-01-02T00:00:00+00:00","text":"","title":"","cursor":true,"open":true}'),
    ],
)
def test_what_kgapp_did_not_write_is_left_out(place: str, content: str) -> None:
    assert query_texts.read(LeftOver((Draft(place, "", NOW, content),))) == ()


def test_a_text_is_named_by_its_title_or_its_beginning() -> None:
    text = QueryText("a", NOW, "PREFIX kg: <urn:kg#>\n\n# Who knows it?\nSELECT *")
    assert text.name == "Who knows it?"
    assert replace(text, title="Leiden").name == "Leiden"
    assert QueryText("a", NOW, " \n").name == ""
    assert len(QueryText("a", NOW, "x" * 90).name) == query_texts.UNNAMED


def test_closed_texts_beyond_those_that_stay_go_the_oldest_first_and_blank_ones_at_once() -> None:
    closed = [QueryText(f"c{n}", NOW, "ASK {}", open=False) for n in range(query_texts.MOST_CLOSED + 2)]
    blank = QueryText("blank", NOW, " ", open=False)
    gone = query_texts.superfluous((*closed, blank, QueryText("open", NOW)))
    assert [each.id for each in gone] == ["blank", "c0", "c1"]
    assert query_texts.MOST_OPEN + query_texts.MOST_CLOSED < 40
