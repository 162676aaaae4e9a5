import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgapp.domain import names
from kgapp.domain.errors import BadInput
from kgapp.domain.terms import GENID, Iri


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert names.fold(names.fold(text)) == names.fold(text)


@given(st.text())
def test_words_hold_no_syntax(text: str) -> None:
    assert all(word and not set(word) & set(' "*|:(){}^-+_') for word in names.words(text))


def test_case_accents_and_spaces_do_not_matter() -> None:
    assert names.fold("  Überstand\n CAR⁺ ") == names.fold("uberstand car+")


def test_an_iri_has_a_short_name() -> None:
    assert names.local_name(Iri("https://e.org/a/P17")) == "P17"
    assert names.local_name(Iri("https://e.org/a#P17")) == "P17"
    assert names.local_name(Iri("https://e.org/")) == ""


def test_what_replaced_a_blank_node_has_no_name() -> None:
    assert names.local_name(Iri(f"https://e.org/{GENID}abc-1")) == ""


@pytest.mark.parametrize("prefix", ["", "demo", "a-b_1"])
def test_a_prefix_is_letters_digits_and_dashes(prefix: str) -> None:
    names.check_prefix(prefix)


@pytest.mark.parametrize("prefix", ["1a", "a:b", "a b", "ü", "-"])
def test_other_prefixes_are_refused(prefix: str) -> None:
    with pytest.raises(BadInput, match="cannot be a prefix"):
        names.check_prefix(prefix)
