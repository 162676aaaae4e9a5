"""Two answers of a query, side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from kgapp.domain.answers import Row
from kgapp.domain.sparql_text import Form
from kgapp.services.asking.comparing import compare
from kgapp.services.asking.history import Kept, Outcome, Run

RUN = Run(
    "SELECT ?x ?y { }",
    datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
    Outcome.ANSWERED,
    Form.SELECT,
    ("x", "y"),
    rows=3,
    seq=4,
    revision_hash="a" * 64,
)
LATER = replace(RUN, seq=5, revision_hash="b" * 64)


def kept(run: Run, *rows: Row) -> Kept:
    return Kept(run, rows)


def test_rows_are_counted_and_kept_in_the_order_of_their_answer() -> None:
    found = compare(
        kept(RUN, ("1", "a"), ("1", "a"), ("2", None), ("3", "c")), kept(LATER, ("4", "d"), ("3", "c"), ("1", "a"))
    )
    assert found.only_before == (("1", "a"), ("2", None))
    assert found.only_now == (("4", "d"),)
    assert (found.same, found.partial) == (2, False)
    assert found.sentences == (
        "Then is revision 4 (aaaaaaaaaaaa), now is revision 5 (bbbbbbbbbbbb).",
        "2 rows only then, 1 row only now, 2 rows in both.",
    )


def test_columns_in_another_order_are_the_same_answer() -> None:
    found = compare(kept(replace(RUN, columns=("y", "x")), ("a", "1")), kept(RUN, ("1", "a")))
    assert found.sentences == (
        "Both answers are of the same revision, revision 4 (aaaaaaaaaaaa).",
        "The answers are the same: 1 row.",
    )


def test_another_order_is_said() -> None:
    found = compare(kept(RUN, ("1", "a"), ("2", "b")), kept(RUN, ("2", "b"), ("1", "a")))
    assert found.sentences[1] == "The answers are the same, in another order: 2 rows."


def test_parts_of_answers_are_never_called_the_same() -> None:
    cut = compare(kept(replace(RUN, more=True, rows=1), ("1", "a")), kept(replace(RUN, more=True, rows=1), ("1", "a")))
    unnamed = compare(kept(RUN, ("1", "_:b0")), kept(RUN, ("1", "_:b1")))
    assert cut.sentences[1] == "No difference in what could be compared: 1 row in both."
    assert unnamed.sentences[1] == "No difference in what could be compared: 0 rows in both."


def test_other_columns_are_not_compared() -> None:
    found = compare(kept(replace(RUN, columns=()), ()), kept(RUN, ("1", "a")))
    assert found.partial
    assert found.sentences == ("The answers cannot be compared: then the columns were none, now they are x, y.",)


def test_what_may_be_wrong_with_a_comparison_is_said() -> None:
    before = kept(replace(RUN, more=True, rows=1, endpoint="https://e.org"), ("1", "_:b0"))
    now = kept(replace(LATER, text="SELECT *", endpoint="https://e.org"), ("1", "_:b7"), ("<<_:b1", "<http://e/p>"))
    found = compare(before, now)
    assert found.partial
    assert (found.same, found.only_before, found.only_now) == (0, (), (("<<_:b1", "<http://e/p>"),)[1:])
    assert "at https://e.org" in found.sentences[0]
    said = " ".join(found.sentences)
    assert "Of the earlier answer only the first 1 row were read" in said
    assert "1 row then and 2 rows now have a thing without a name" in said
    assert "not the same text" in said


def test_an_empty_project_has_no_revision() -> None:
    found = compare(kept(replace(RUN, seq=0, revision_hash="")), kept(RUN))
    assert found.sentences[0].startswith("Then is an empty project, now is revision 4")


def test_answers_asked_with_and_without_what_follows_are_told_apart() -> None:
    found = compare(kept(RUN, ("1", "a")), kept(replace(LATER, inferred=True), ("1", "a"), ("2", "b")))
    assert found.sentences[-1] == (
        "The earlier answer was asked without what follows, the later with it: a difference may come from that alone."
    )
    assert (
        "asked with what follows, the later without it"
        in compare(kept(replace(RUN, inferred=True), ("1", "a")), kept(LATER, ("1", "a"))).sentences[-1]
    )
