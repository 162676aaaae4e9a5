from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgapp.domain.errors import BadInput
from kgapp.domain.terms import Iri
from kgapp.services.form_fields import Entry
from kgapp.services.form_input import FormDraft

ENTRIES = st.builds(
    Entry, st.text(), st.text(max_size=5), st.sampled_from(("", '"a"@en', "<https://e.org/b>")), st.booleans()
)
FIELDS = st.lists(st.tuples(st.text().map(Iri), st.lists(ENTRIES, max_size=3).map(tuple)), max_size=4).map(tuple)


@given(FIELDS, st.integers(0, 9999))
def test_a_draft_comes_back_as_it_was(fields: tuple[tuple[Iri, tuple[Entry, ...]], ...], revision: int) -> None:
    draft = FormDraft(Iri("https://e.org/a"), Iri(""), revision, fields)
    assert FormDraft.from_json(draft.to_json()) == draft
    assert bool(draft) == bool(fields)
    assert draft.inputs() == dict(fields)


def test_a_draft_belongs_to_a_thing_or_to_a_new_one_of_a_class() -> None:
    assert FormDraft(Iri("a:b"), Iri(""), 1).key == "a:b"
    assert FormDraft(Iri(""), Iri("c:d"), 1).key == "new c:d"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        '{"format": "kgapp-form/9"}',
        '{"format": "kgapp-form/1", "fields": 3}',
        '{"format": "kgapp-form/1", "fields": [{"path": "a:b", "entries": [["x", "", "no term", false]]}]}',
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        FormDraft.from_json(text)
