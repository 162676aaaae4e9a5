"""From a query comes one that counts its answer."""

from __future__ import annotations

import pytest

from kgapp.adapters.sparql_endpoint import counting


@pytest.mark.parametrize(
    ("query", "limit"),
    [
        ("SELECT ?s { ?s ?p ?o } LIMIT 10", 10),
        ("SELECT ?s { { SELECT ?s { ?s ?p ?o } LIMIT 3 } }", None),
        ("SELECT ?s { ?s ?p 'LIMIT 4' } limit 010 OFFSET 2 # LIMIT 9", 10),
        ("SELECT ?s { ?s ?p ?o }", None),
    ],
)
def test_only_a_limit_of_the_whole_query_explains_its_rows(query: str, limit: int | None) -> None:
    assert counting.limit_of(query) == limit


def test_prefixes_stay_before_and_datasets_outside() -> None:
    counted = counting.of_select(
        "PREFIX a: <urn:a> # SELECT\nselect distinct ?s FROM a:g FROM NAMED <urn:h> { ?s a:p ?o } # end"
    )
    words = " ".join(counted.split())
    assert words == (
        "PREFIX a: <urn:a> # SELECT SELECT (COUNT(*) AS ?kgapp_rows) FROM a:g FROM NAMED <urn:h> "
        "WHERE { select distinct ?s { ?s a:p ?o } # end }"
    )
    assert counted.endswith("# end\n}")


@pytest.mark.parametrize(
    "query",
    [
        "CONSTRUCT { ?s <urn:p> [] } WHERE { ?s ?p ?o }",
        "CONSTRUCT { ?s <urn:p> _:b } WHERE { ?s ?p ?o }",
        "CONSTRUCT { ?s <urn:p> (1 2) } WHERE { ?s ?p ?o }",
        "CONSTRUCT { } WHERE { ?s ?p ?o }",
        "CONSTRUCT { ?s ?p ?o ?x } WHERE { ?s ?p ?o }",
    ],
)
def test_a_template_that_is_no_list_of_triples_is_not_counted(query: str) -> None:
    assert counting.of_construct(query) is None


@pytest.mark.parametrize(
    ("query", "triples"),
    [
        ("CONSTRUCT { ?s a ?o } { ?s ?p ?o }", ["?s <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ?o"]),
        ("CONSTRUCT WHERE { ?s ?p ?o }", ["?s ?p ?o"]),
        ("CONSTRUCT { ?s ?p 'a'@en, '1'^^x:y ; ?q -1 . } WHERE { ?s ?p ?o }", ["?s ?p 'a'@en", "?s ?p '1'^^x:y", "?s ?q -1"]),
    ],
)  # fmt: skip
def test_each_triple_of_a_template_is_counted(query: str, triples: list[str]) -> None:
    counted = counting.of_construct(query)
    assert counted is not None
    for triple in triples:
        subject, predicate, value = triple.split()
        assert f"BIND({subject} AS ?kgapp_s) BIND({predicate} AS ?kgapp_p) BIND({value} AS ?kgapp_o)" in counted
    assert counted.count("BOUND(") == len(triples)
