"""A report as values."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from kgapp.domain.document import (
    NOTHING,
    Column,
    Document,
    Figure,
    Grading,
    Note,
    Origin,
    Run,
    Section,
    Table,
    Tone,
    keyed,
    named,
    plain,
    text_of,
    words,
)

ORIGIN = Origin("a.kgproject", datetime(2026, 3, 1, 9, 5, 7, tzinfo=UTC), "A. Reviewer", "KGAPP_USER")
TABLE = Table("One", (Column("What"),), ())


def test_tables_come_in_the_order_of_the_pages() -> None:
    other = Table("Two", (Column("What"),), ())
    document = Document("Kind", "Title", (Note(plain("x")), TABLE), (Section("A", (other,)),), ORIGIN, ())

    assert [table.title for table in document.tables()] == ["One", "Two"]
    assert document.origin.when == "2026-03-01 09:05:07 UTC"


def test_a_cell_says_its_text_whatever_it_looks_like() -> None:
    assert text_of(words("one", "", "two")) == "one\ntwo"
    assert text_of(named("MOI", "", "Leiden")) == "MOI\nLeiden"
    assert text_of(Grading("high", Tone.HIGH, (keyed("Held by:", "nothing"),))) == "high\nHeld by: nothing"
    assert text_of(Grading("high", Tone.HIGH)) == "high"
    assert text_of(Figure(Decimal("7.4"), "pH", "7.40")) == "7.40 pH"
    assert text_of(Figure(Decimal(12))) == "12"
    assert text_of(NOTHING) == ""
    assert plain("x") == (Run("x"),)
