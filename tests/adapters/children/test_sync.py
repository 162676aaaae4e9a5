"""An engine that follows commits answers like one that loads the same graph anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgapp.adapters.children.engine import EngineClient
from kgapp.domain.terms import Iri, Literal, Quad, Term
from kgapp.services.ports import Delta

if TYPE_CHECKING:
    from tests.adapters.children.conftest import SetRecord

XSD = "http://www.w3.org/2001/XMLSchema#"
FORMS = [
    ("7.40", "decimal"), ("7.4", "decimal"), ("+7.4", "decimal"), ("007", "integer"), ("7", "integer"), ("7", "decimal"),
    ("1.0E2", "double"), ("100", "double"), ("2024-03-31+02:00", "date"), ("2024-03-31", "date"), ("PT60M", "duration"),
    ("PT1H", "duration"), ("true", "boolean"), ("1", "boolean"), ("nonsense", "integer"),
]  # fmt: skip
ALL = "SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }"


def _iris(*names: str) -> st.SearchStrategy[Iri]:
    return st.sampled_from([Iri(f"http://e/{name}") for name in names])


objects: st.SearchStrategy[Term] = st.one_of(
    st.sampled_from([Literal(form, Iri(XSD + kind)) for form, kind in FORMS]),
    st.builds(Literal, st.text(max_size=4)),
    _iris("a", "b"),
)
quads = st.builds(Quad, _iris("a", "b"), _iris("p", "q"), objects, _iris("g", "h"))
commits = st.tuples(st.sets(quads, max_size=6), st.sets(quads, max_size=6), st.booleans())


@pytest.fixture(scope="module")
def shared() -> Iterator[tuple[SetRecord, EngineClient]]:
    from tests.adapters.children.conftest import SetRecord

    record = SetRecord()
    engine = EngineClient(record.snapshot)
    yield record, engine
    engine.close()


@given(start=st.sets(quads, max_size=12), steps=st.lists(commits, max_size=6))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_following_equals_loading(
    shared: tuple[SetRecord, EngineClient], start: set[Quad], steps: list[tuple[set[Quad], set[Quad], bool]]
) -> None:
    record, engine = shared
    record.quads = start
    engine.follow(_reload(record))
    for removed, added, ask in steps:
        engine.follow(record.commit(removed, added))
        if ask:
            engine.select(ALL)
    followed = sorted(engine.select(ALL).rows, key=str)
    engine.follow(_reload(record))
    assert followed == sorted(engine.select(ALL).rows, key=str)


def _reload(record: SetRecord) -> Delta:
    record.seq += 1
    return Delta(record.seq, -1, ())
