"""The layout of a query changes blanks only, and is stable."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kgapp.domain.sparql import layout, tokens
from kgapp.domain.sparql.tokens import Kind

WORDS = """SELECT ?x WHERE { } ( ) [ ] . ; , a kg:p kg:q-r :x <http://e.org/> ?y $z 1 2.5 .5 1e6 "s" 'it' @en ^^ ^ / | * +
 - ! = != < > && || FILTER NOT EXISTS OPTIONAL UNION MINUS BIND AS VALUES GRAPH GROUP BY ORDER LIMIT COUNT STR PREFIX
 INSERT DATA DELETE true _:b"""
PARTS = (*WORDS.split(), '"""l\n l"""')
BLANKS = ("", " ", "\n", "\n\n\n", "  \t", " # note \n", "\n# own line\n", "\r\n")
texts = st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(BLANKS)), max_size=40).map(
    lambda parts: "".join(part + blank for part, blank in parts)
)


def kept(text: str) -> list[tuple[Kind, str]]:
    return [
        (piece.kind, piece.text.rstrip() if piece.kind is Kind.COMMENT else piece.text)
        for piece in tokens.pieces(text)
        if piece.kind is not Kind.SPACE
    ]


@settings(max_examples=300, deadline=None)
@given(texts)
@example("SELECT ?x { ?x a kg:Y # why\n . }")
def test_only_blanks_change_and_a_second_time_nothing_changes(text: str) -> None:
    laid = layout.formatted(text)
    assert kept(laid) == kept(text)
    assert layout.formatted(laid) == laid


def test_statements_stand_on_lines_of_their_own() -> None:
    text = "prefix kg: <http://e.org/> select ?x (count(*) as ?n) where { ?x a kg:Y ; kg:p ?y . # the first\noptional { ?x kg:q ?z } filter(?y>3&&?z=1) ?y kg:r/kg:s+ ?w . } group by ?x order by desc(?n) limit 5"
    assert layout.formatted(text).splitlines() == [
        "prefix kg: <http://e.org/>",
        "select ?x (count(*) as ?n) where {",
        "  ?x a kg:Y ;",
        "    kg:p ?y .  # the first",
        "  optional { ?x kg:q ?z }",
        "  filter (?y > 3 && ?z = 1)",
        "  ?y kg:r/kg:s+ ?w .",
        "}",
        "group by ?x",
        "order by desc (?n)",
        "limit 5",
    ]


def test_what_is_no_text_to_lay_out_stays_as_it_is() -> None:
    assert layout.formatted('SELECT  "no end') == 'SELECT  "no end'
    assert layout.formatted("§  x") == "§  x"
    long = "?x  " * tokens.MAX_HELPED
    assert layout.formatted(long) is long
    assert layout.formatted("") == ""
