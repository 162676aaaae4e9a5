from hypothesis import given
from hypothesis import strategies as st

from kgapp.domain import tabbed

CELLS = st.text(alphabet=st.sampled_from('ab,.3"\t\n\r µ;'), max_size=8)
ROWS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=5)
)


@given(ROWS)
def test_what_is_copied_out_is_read_again_as_it_was(rows: list[list[str]]) -> None:
    assert tabbed.parse(tabbed.write(rows)) == tuple(map(tuple, rows))


@given(st.text())
def test_any_text_is_some_table(text: str) -> None:
    rows = tabbed.parse(text)
    assert bool(rows) == bool(text)
    assert all(rows)


def test_what_excel_puts_on_the_clipboard_is_read() -> None:
    text = 'MOI\t3,5\r\n"two\nlines"\t"with ""marks"" and\ttab"\r\n\t\r\n'
    assert tabbed.parse(text) == (("MOI", "3,5"), ("two\nlines", 'with "marks" and\ttab'), ("", ""))


def test_a_mark_that_is_not_closed_at_the_end_of_a_cell_is_a_character() -> None:
    assert tabbed.parse('"open\tb\n') == (('"open', "b"),)
    assert tabbed.parse('5" pipe\t"a"b\n') == (('5" pipe', '"a"b'),)


def test_a_tab_at_the_end_makes_an_empty_cell() -> None:
    assert tabbed.parse("a\t") == (("a", ""),)
    assert tabbed.parse("") == ()
    assert tabbed.parse("\n") == (("",),)
