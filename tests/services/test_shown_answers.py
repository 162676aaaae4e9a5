"""Answers as they are shown: what can be drawn of them, as chart and as graph, and what goes to the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from kgapp.domain import result_terms
from kgapp.domain.answers import TRIPLE, Answer, Row
from kgapp.domain.sparql_text import Form
from kgapp.services import answer_charts, answer_copy, answer_graphs, shown_answers
from kgapp.services.answer_charts import Drawn
from kgapp.services.queries import Result
from kgapp.services.shown_answers import Answered
from kgapp.services.workspace import Workspace

XSD = "http://www.w3.org/2001/XMLSchema#"
BASE = "https://w3id.org/kgapp/demo/"
UNIT = "http://qudt.org/vocab/unit/"
AT = datetime(2026, 11, 23, tzinfo=UTC)


def number(text: str) -> str:
    return f'"{text}"^^<{XSD}decimal>'


def day(text: str) -> str:
    return f'"{text}"^^<{XSD}date>'


def answered(
    workspace: Workspace, columns: tuple[str, ...], *rows: Row, form: Form = Form.SELECT, most: int = 100
) -> Answered:
    result = Result(Answer(form, 2, columns, iter([rows])), "ab" * 32, 0.1)
    return shown_answers.of_result(workspace.reader, result, "SELECT\n*", "What is there?", most)


def test_an_answer_is_read_so_far_and_knows_what_it_is_true_of(workspace: Workspace) -> None:
    found = answered(workspace, ("a",), ('"x"',), ('"y"',), most=1)
    assert (len(found.rows), found.more, found.revision, found.revision_hash) == (1, True, 2, "ab" * 32)
    truth = answered(workspace, ("answer",), (f'"true"^^<{XSD}boolean>',), form=Form.ASK)
    assert truth.truth is True
    assert not truth.columns


def test_bars_stand_over_names_in_the_commonest_unit_and_what_is_left_out_is_counted(workspace: Workspace) -> None:
    columns = ("thing", "lead", "lead_unit")
    rows: list[Row] = [(f'"n{at}"', number(str(at)), f"<{UNIT}DAY>") for at in range(45)]
    rows[1] = ('"wk"', number("3"), f"<{UNIT}WK>")
    rows[2] = ('"none"', None, None)
    found = answered(workspace, columns, *rows)
    choice = answer_charts.choice(found)
    assert ([each.name for each in choice.ups], [each.name for each in choice.across]) == (["lead"], ["thing", "lead"])
    chart = answer_charts.chart(found, choice.ups[0], choice.across[0])
    assert (chart.drawn, chart.unit, len(chart.points)) == (Drawn.BARS, "d", 38)
    assert (chart.other_units, chart.without, chart.beyond) == (1, 1, 5)


def test_days_make_a_line_if_each_has_one_figure_and_numbers_make_points(workspace: Workspace) -> None:
    found = answered(workspace, ("on", "x"), (day("2026-03-02"), number("2")), (day("2026-03-01"), number("1")))
    on, x = found.columns
    chart = answer_charts.chart(found, x, on)
    assert (chart.drawn, chart.days, [point.height for point in chart.points]) == (Drawn.LINE, True, [1.0, 2.0])
    twice = answered(
        workspace, ("on", "x"), (day("2026-03-01"), number("2")), (day("2026-03-01"), number("1")), (None, None)
    )
    chart = answer_charts.chart(twice, *reversed(twice.columns))
    assert (chart.drawn, chart.without) == (Drawn.POINTS, 1)
    both = answered(workspace, ("x", "y"), (number("3"), number("2")), (number("1"), number("1")))
    assert answer_charts.chart(both, both.columns[1], both.columns[0]).drawn is Drawn.POINTS
    odd = answered(workspace, ("on", "x"), (day("2026-13-45"), number("2")))
    assert answer_charts.chart(odd, odd.columns[1], odd.columns[0]).drawn is Drawn.BARS


@pytest.mark.parametrize(
    ("columns", "rows", "form", "said"),
    [
        (("answer",), ((f'"true"^^<{XSD}boolean>',),), Form.ASK, "yes or no"),
        (("a",), (), Form.SELECT, "no rows"),
        (("a", "b"), (('"x"', '"y"'),), Form.SELECT, "column of numbers"),
        (("a",), ((number("1"),),), Form.SELECT, "second column"),
        (("a", "b"), (('"x"', f'"INF"^^<{XSD}double>'),), Form.SELECT, "column of numbers"),
        (("a", "b"), (('"x"', f'"much"^^<{XSD}decimal>'),), Form.SELECT, "column of numbers"),
    ],
)
def test_why_there_is_no_chart_is_said(
    workspace: Workspace, columns: tuple[str, ...], rows: tuple[Row, ...], form: Form, said: str
) -> None:
    assert said in answer_charts.choice(answered(workspace, columns, *rows, form=form)).why_not


def test_a_graph_has_the_known_things_and_says_what_is_left_out(
    workspace: Workspace, tell: Callable[[str], None]
) -> None:
    tell('A label "A"\nB label "B"\nA precedes B')
    a, b = f"<{BASE}A>", f"<{BASE}B>"
    precedes, kind = "<https://w3id.org/kgapp/ontology#precedes>", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    graph = answered(
        workspace,
        TRIPLE,
        (a, precedes, b),
        (b, precedes, a),
        (a, kind, "<http://e/Class>"),
        (a, precedes, "<http://e/strange>"),
        (a, precedes, '"x"'),
        form=Form.CONSTRUCT,
    )
    found = answer_graphs.drawable(workspace.reader, graph)
    assert found.things == (f"{BASE}A", f"{BASE}B")
    assert (found.left.total, found.left.unknown, found.left.unrecorded, found.left.values) == (3, 1, 1, 1)
    told = " ".join(answer_graphs.sentences(found.left, 2))
    assert told.startswith("Showing 2 of 3 things")
    assert "1 statement of the answer the project does not hold" in told
    rows = answered(workspace, ("x", "y"), (a, '"1"'), (b, None), most=1)
    assert answer_graphs.drawable(workspace.reader, rows).left.more


def test_a_copy_calculates_nothing_and_says_what_it_is_true_of(workspace: Workspace) -> None:
    found = answered(workspace, ("a", "b"), ('"=1+1"', '"<b>&"'), ('"y"', None), most=1)
    text, page = answer_copy.table(found, found.rows, "p.kgproject")
    assert text.splitlines()[:2] == ["a\tb", "'=1+1\t<b>&"]
    assert "first 1 rows" in text
    assert f"Revision hash\t{'ab' * 32}" in text
    assert "<td>&#x27;=1+1</td><td>&lt;b&gt;&amp;</td>" in page
    assert "Query" in page


def test_terms_that_a_record_cannot_hold_are_read() -> None:
    statement = '<http://e/a> <http://e/b> "x"'
    assert isinstance(result_terms.read(statement), result_terms.Statement)
    assert result_terms.spelled(statement) == f"<<( {statement} )>>"
    assert result_terms.thing(statement) is None
    assert result_terms.read("<relative>") == "relative"
    for broken in ("<< <http://e/a> >>", "<<( <http://e/a> <http://e/b> nothing )>>", "nothing", '"x"^^<bad>y'):
        assert result_terms.read(broken) is None
    assert result_terms.read("<< <http://e/a> <http://e/b> << <http://e/a> >> >>") is None
