"""The mix: twelve queries of at most 1,000 rows each, of the kinds that pages, maps and reviewers ask."""

from __future__ import annotations

from typing import Final

from kgapp.domain.vocabulary import KG, RDFS, SKOS
from tests.benchmarks.graphs import BASE

_PREFIXES: Final = "PREFIX kg: <{}> PREFIX rdfs: <{}> PREFIX skos: <{}> PREFIX : <{}>\n".format(
    *(str(term).rpartition("#")[0] + "#" for term in (KG.Site, RDFS.label, SKOS.notation)), BASE
)

_BODIES: Final = {
    "things of a class with names": "SELECT ?x ?l { ?x a kg:UnitOperation ; rdfs:label ?l } LIMIT 1000",
    "factors of a process": (
        "SELECT ?u ?f ?l ?c { ?u kg:partOf :GP-0 ; kg:hasFactor ?f . ?f rdfs:label ?l . OPTIONAL { ?f kg:criticality ?c } }"
    ),
    "how many of each class": "SELECT ?c (COUNT(?x) AS ?n) { ?x a ?c } GROUP BY ?c",
    "what a factor bears on": (
        "SELECT ?i ?e ?l ?s ?v { ?i kg:hasCause :P-0-7 ; kg:hasEffect ?e ; kg:evidenceLevel ?v . ?e rdfs:label ?l . "
        "OPTIONAL { ?i kg:strength ?s } }"
    ),
    "two steps of cause": (
        "SELECT ?m ?q ?s { ?i kg:hasCause :P-0-3 ; kg:hasEffect ?m . ?j kg:hasCause ?m ; kg:hasEffect ?q ; kg:strength ?s . "
        "?q a kg:QualityAttribute } LIMIT 1000"
    ),
    "everything downstream": "SELECT ?x { :P-0-3 (^kg:hasCause/kg:hasEffect)+ ?x }",
    "settings that differ between site processes": (
        "SELECT ?f ?a ?b { ?s kg:inSiteProcess :SP-0-0 ; kg:forFactor ?f ; kg:setpoint ?a . ?t kg:forFactor ?f ; "
        "kg:inSiteProcess :SP-0-1 ; kg:setpoint ?b . FILTER(?a != ?b) }"
    ),
    "know-how that is not approved": (
        "SELECT ?t ?l ?p { ?t a kg:TacitAssertion ; rdfs:label ?l ; kg:heldBy ?p . FILTER NOT EXISTS { ?t kg:status ?s } } LIMIT 1000"
    ),
    "attributes with their methods": (
        "SELECT ?q ?l ?m { ?q a kg:QualityAttribute ; rdfs:label ?l . OPTIONAL { ?m kg:measuresAttribute ?q } } LIMIT 1000"
    ),
    "a word in the labels": 'SELECT ?x ?l { ?x rdfs:label ?l FILTER(CONTAINS(LCASE(?l), "agitation ratio")) } LIMIT 1000',
    "averages of results": (
        "SELECT ?q (AVG(?v) AS ?mean) (COUNT(?r) AS ?n) { ?q ^kg:forAttribute ?r . ?r kg:ofBatch ?b ; kg:value ?v . "
        "?b kg:madeBy :SP-0-0 } GROUP BY ?q"
    ),
    "what is said of a factor": (
        "SELECT ?x ?k { { ?x kg:forFactor :P-0-5 BIND('setting' AS ?k) } UNION { ?x kg:concerns :P-0-5 BIND('concern' AS ?k) } "
        "UNION { ?x kg:hasCause :P-0-5 BIND('cause' AS ?k) } UNION { ?x kg:hasEffect :P-0-5 BIND('effect' AS ?k) } }"
    ),
}

QUERIES: Final = {title: _PREFIXES + body for title, body in _BODIES.items()}
ALL_ROWS: Final = "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 100000"
DOWNSTREAM: Final = _PREFIXES + "SELECT ?x { :M-7 (kg:affectsFactor|^kg:hasCause/kg:hasEffect)+ ?x }"
CONTAINS: Final = _PREFIXES + 'SELECT ?x ?l { ?x rdfs:label ?l FILTER(CONTAINS(LCASE(?l), "aarhus site")) }'
