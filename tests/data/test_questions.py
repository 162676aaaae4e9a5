"""The questions that the model must answer have at least one row on the demo. Dates are the demo's reference date."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Ask = Callable[[str], list[tuple[str, ...]]]

TODAY = '"2026-03-01"^^<http://www.w3.org/2001/XMLSchema#date>'

KNOW_HOW = {
    "Which know-how bears on a unit operation or any of its parameters?": """SELECT ?k ?cue ?action ?why ?else WHERE {
        ?k kg:concerns ?x ; kg:cue ?cue ; kg:action ?action ; kg:rationale ?why ; kg:consequenceIfIgnored ?else
        FILTER ( ?x = demo:UO05 || EXISTS { demo:UO05 kg:hasFactor ?x } ) }""",
    "Which critical know-how is held by exactly one person?": """SELECT ?k (SAMPLE(?p) AS ?holder) WHERE {
        ?k kg:heldBy ?p ; kg:affectsAttribute/kg:severity kg:high } GROUP BY ?k HAVING ( COUNT(DISTINCT ?p) = 1 )""",
    "What is the risk of loss per person, and how much do they alone hold?": """SELECT ?p ?a ?b (COUNT(?k) AS ?n) WHERE {
        ?p kg:attritionRisk ?a ; kg:positionRisk ?b . ?k kg:heldBy ?p
        FILTER NOT EXISTS { ?k kg:heldBy ?q FILTER ( ?q != ?p ) } } GROUP BY ?p ?a ?b""",
    "What leaves when an expert leaves?": """SELECT ?k WHERE {
        demo:EX1 kg:leavesOn ?day . ?k kg:heldBy demo:EX1 FILTER ( ?day <= "2026-12-31"^^xsd:date )
        FILTER NOT EXISTS { ?k kg:codifiedIn ?d } FILTER NOT EXISTS { ?t kg:transfers ?k ; kg:competent true } }""",
    "Which approved know-how is in no controlled document?": """SELECT ?k WHERE {
        ?k kg:statement ?s ; kg:status kg:approved FILTER NOT EXISTS { ?k kg:codifiedIn ?d } }""",
    "Which know-how rests on opinion only?": """SELECT ?k WHERE { ?k kg:cue ?c ; kg:hasEvidence ?e
        FILTER NOT EXISTS { ?k kg:hasEvidence/kg:evidenceLevel ?l FILTER ( ?l NOT IN ( kg:opinion, kg:unknownEvidence ) ) }
        FILTER NOT EXISTS { ?k kg:corroboratedBy ?x } }""",
    "Which know-how is overdue for review?": f"SELECT ?k WHERE {{ ?k kg:reviewDue ?d FILTER ( ?d < {TODAY} ) }}",
    "Which critical parameters have no know-how at all?": """SELECT ?p WHERE {
        ?p kg:criticality kg:CPP FILTER NOT EXISTS { ?k kg:concerns ?p ; kg:cue ?c } }""",
    "Which deviations revealed know-how that had not reached the site?": """SELECT ?d ?k WHERE {
        ?d kg:revealed ?k ; kg:atSite ?site
        FILTER NOT EXISTS { ?t kg:transfers ?k ; kg:atSite ?site ; kg:competent true } }""",
    "How much of each step lives in people?": """SELECT ?u (COUNT(DISTINCT ?k) AS ?n) (COUNT(DISTINCT ?w) AS ?written) WHERE {
        ?k kg:concerns ?u . ?u a kg:UnitOperation OPTIONAL { ?k kg:codifiedIn ?w } } GROUP BY ?u""",
}

CHANGE = {
    "What is affected when a parameter changes?": """SELECT DISTINCT ?e WHERE {
        demo:P20 (^kg:hasCause/kg:hasEffect)+ ?e }""",
    "What is affected when a model of equipment is replaced?": """SELECT DISTINCT ?e WHERE {
        demo:E05 kg:controlsFactor/(^kg:hasCause/kg:hasEffect)+ ?e }""",
    "What is at a site that is closed?": "SELECT ?x WHERE { ?x kg:atSite|kg:locatedAt|kg:worksAt demo:LEI }",
    "Which parameters bear on an attribute, by strength and evidence?": """SELECT ?p ?s ?l WHERE {
        ?i kg:hasCause ?p ; kg:hasEffect demo:Q03 ; kg:strength ?s ; kg:evidenceLevel ?l }""",
    "Which parameters touch most attributes?": """SELECT ?p (COUNT(DISTINCT ?q) AS ?n) WHERE {
        ?i kg:hasCause ?p ; kg:hasEffect ?q . ?q a kg:QualityAttribute } GROUP BY ?p HAVING ( COUNT(DISTINCT ?q) > 2 )""",
    "Which steps follow the point of change?": "SELECT ?u WHERE { demo:UO05 kg:precedes+ ?u }",
    "Which trainings, procedures and know-how must be looked at again?": """SELECT ?k ?t ?b WHERE {
        demo:CH1 kg:changes ?f . ?k kg:concerns ?f ; kg:cue ?c . ?t kg:transfers ?k . ?b kg:implementsFactor ?f }""",
    "Which open changes touch a registration detail?": """SELECT ?c ?d ?r WHERE {
        ?c kg:status kg:open ; kg:changes ?x . ?d kg:concerns ?x ; kg:dossierSection ?s ; kg:inRegion ?r }""",
}

SUPPLY = {
    "Which materials behind a critical parameter have one source?": """SELECT ?m WHERE {
        ?m kg:affectsFactor/kg:criticality kg:CPP . ?o kg:offersMaterial ?m
        FILTER NOT EXISTS { ?p kg:offersMaterial ?m FILTER ( ?p != ?o ) } }""",
    "How many materials and attributes hang on each supplier?": """SELECT ?s (COUNT(DISTINCT ?m) AS ?n) (COUNT(DISTINCT ?q) AS ?k)
        WHERE { ?o kg:offeredBy ?s ; kg:offersMaterial ?m .
        ?m kg:affectsFactor ?f . ?i kg:hasCause ?f ; kg:hasEffect ?q } GROUP BY ?s""",
    "Which materials take long to get?": """SELECT ?u ?m ?d WHERE {
        ?o kg:offersMaterial ?m ; kg:leadTimeDays ?d . ?u kg:consumesMaterial ?m FILTER ( ?d > 90 ) }""",
    "What do recent supply events reach?": f"""SELECT ?e ?m ?q WHERE {{
        ?e a kg:SupplyEvent ; kg:eventDate ?d ; kg:concerns ?m . ?m kg:affectsFactor ?f .
        ?i kg:hasCause ?f ; kg:hasEffect ?q FILTER ( ?d >= "2026-01-01"^^xsd:date && ?d <= {TODAY} ) }}""",
}

RULES = {
    "Which provisions bear on a step in a region, and which are drafts?": """SELECT ?p ?status WHERE {
        ?p kg:bearsOn demo:UO05 ; kg:inRegion demo:EU ; kg:status ?status }""",
    "What is the reporting category of the same change, side by side?": """SELECT ?region ?category WHERE {
        demo:CH1 kg:reportingCategory ?category . ?category kg:inRegion ?region }""",
    "Which critical parameters are filed elsewhere but not here?": """SELECT ?p WHERE {
        ?p kg:criticality kg:CPP . ?d kg:concerns ?p ; kg:dossierSection ?s ; kg:inRegion demo:US
        FILTER NOT EXISTS { ?e kg:concerns ?p ; kg:dossierSection ?t ; kg:inRegion demo:EU } }""",
    "What rests on drafts?": "SELECT ?x ?p WHERE { ?x kg:citesProvision ?p . ?p kg:status kg:draft }",
    "Which regions of sites have no provision on a topic?": """SELECT ?r WHERE {
        ?s a kg:Site ; kg:inRegion ?r
        FILTER NOT EXISTS { ?p kg:inRegion ?r ; kg:bearsOnTopic kg:comparabilityTopic ; kg:status ?x } }""",
}

SITES = {
    "Which settings differ between the two sites?": """SELECT ?p ?a ?b WHERE {
        ?x a kg:SiteSetting ; kg:forFactor ?p ; kg:atSite demo:BOS ; kg:setpoint ?a .
        ?y a kg:SiteSetting ; kg:forFactor ?p ; kg:atSite demo:LEI ; kg:setpoint ?b FILTER ( ?a != ?b ) }""",
    "Which settings are the same figure on another basis?": """SELECT ?p WHERE {
        ?x a kg:SiteSetting ; kg:forFactor ?p ; kg:atSite demo:BOS ; kg:setpoint ?a ; kg:basis ?m .
        ?y a kg:SiteSetting ; kg:forFactor ?p ; kg:atSite demo:LEI ; kg:setpoint ?a ; kg:basis ?n FILTER ( ?m != ?n ) }""",
    "Which equipment differs per step?": """SELECT ?u ?m WHERE {
        ?s kg:inSiteProcess demo:SP-BOS ; kg:ofUnitOperation ?u ; kg:usesEquipment/kg:ofModel ?m
        FILTER NOT EXISTS { ?t kg:inSiteProcess demo:SP-LEI ; kg:ofUnitOperation ?u ; kg:usesEquipment/kg:ofModel ?m } }""",
    "What are the means by site, and the margin?": """SELECT ?q ?site (AVG(?v) AS ?mean) (SAMPLE(?m) AS ?margin) WHERE {
        ?c kg:forAttribute ?q ; kg:margin ?m . ?r kg:forAttribute ?q ; kg:value ?v ; kg:ofBatch/kg:atSite ?site }
        GROUP BY ?q ?site""",
    "Which methods are not validated or transferred at the receiving site?": """SELECT ?q WHERE {
        ?m kg:measuresAttribute ?q . ?a kg:ofMethod ?m ; kg:atSite demo:LEI ; kg:methodStatus ?s
        FILTER ( ?s IN ( kg:inTransfer, kg:notTransferred ) ) }""",
}

TRANSFER = {
    "Which package items have no document?": """SELECT ?i WHERE {
        ?i a kg:PackageItem ; kg:inTransferProject demo:TP1 FILTER NOT EXISTS { ?i kg:providedBy ?d } }""",
    "Which open gaps can reach which attributes?": """SELECT ?g ?s ?q WHERE {
        ?g a kg:Gap ; kg:status kg:open ; kg:gapSeverity ?s ; kg:concerns ?f . ?i kg:hasCause ?f ; kg:hasEffect ?q }""",
    "Which parameters are not implemented at the receiving site?": """SELECT ?p WHERE {
        ?u kg:partOf demo:GR ; kg:hasFactor ?p
        FILTER NOT EXISTS { ?s a kg:SiteSetting ; kg:forFactor ?p ; kg:atSite demo:LEI } }""",
    "Which steps are not planned at the new site?": """SELECT ?u WHERE {
        ?u a kg:UnitOperation FILTER NOT EXISTS { ?s kg:ofUnitOperation ?u ; kg:inSiteProcess demo:SP-KOB } }""",
    "Which statement comes from which level of evidence?": """SELECT ?l (COUNT(?i) AS ?n) WHERE {
        ?i a kg:Influence ; kg:evidenceLevel ?l } GROUP BY ?l""",
    "Which version of the general process is each site's derived from?": """SELECT ?s ?g ?v WHERE {
        ?s a kg:SiteProcess ; prov:wasDerivedFrom ?g . ?g kg:version ?v }""",
    "What is not marked as shareable with the partner?": """SELECT ?k WHERE {
        ?k kg:cue ?c ; kg:confidentiality kg:internal }""",
}

TRAINING = {
    "Who at the receiving site is qualified for a step today?": f"""SELECT ?p WHERE {{
        ?q kg:ofPerson ?p ; kg:forUnitOperation demo:UO06 ; kg:validUntil ?d . ?p kg:worksAt demo:LEI
        FILTER ( ?d >= {TODAY} ) }}""",
    "Whose qualification has lapsed?": f"SELECT ?q WHERE {{ ?q kg:validUntil ?d FILTER ( ?d < {TODAY} ) }}",
    "Which know-how on critical parameters is not shown to be held at the site?": """SELECT ?k WHERE {
        ?k kg:concerns/kg:criticality kg:CPP ; kg:cue ?c
        FILTER NOT EXISTS { ?t kg:transfers ?k ; kg:atSite demo:LEI ; kg:competent true } }""",
    "Which transfers failed?": "SELECT ?t WHERE { ?t kg:transfers ?k ; kg:competent false }",
    "What should a person learn, and how?": """SELECT ?k ?how WHERE {
        ?q kg:ofPerson demo:EX4 ; kg:forUnitOperation ?u . ?k kg:concerns ?u ; kg:transferMethod ?how
        FILTER NOT EXISTS { ?t kg:transfers ?k ; kg:toPerson demo:EX4 ; kg:competent true } }""",
}

RISK = {
    "Which know-how did a control replace, and where not?": """SELECT ?k ?site WHERE {
        ?c kg:replacesRelianceOn ?k ; kg:statusAtSite kg:validated . ?site a kg:Site
        FILTER NOT EXISTS { ?c kg:implementedAt ?site } }""",
    "Which high risks are not mitigated?": """SELECT ?r WHERE {
        ?r kg:severityScore ?s ; kg:occurrence ?o ; kg:detection ?d
        FILTER ( ?s * ?o * ?d > 100 ) FILTER NOT EXISTS { ?r kg:mitigatedBy ?m } }""",
    "Which critical parameters nothing controls at the receiving site?": """SELECT ?p WHERE {
        ?p kg:criticality kg:CPP FILTER NOT EXISTS { ?c kg:controls ?p ; kg:atSite demo:LEI ; kg:statusAtSite kg:validated } }""",
    "Which attributes rest on opinion and other products only?": """SELECT DISTINCT ?q WHERE {
        ?q a kg:QualityAttribute . ?i kg:hasEffect ?q
        FILTER NOT EXISTS { ?j kg:hasEffect ?q ; kg:evidenceLevel ?l
            FILTER ( ?l NOT IN ( kg:opinion, kg:otherProduct, kg:unknownEvidence ) ) } }""",
}

QUESTIONS = {**KNOW_HOW, **CHANGE, **SUPPLY, **RULES, **SITES, **TRANSFER, **TRAINING, **RISK}


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_demo_answers(ask: Ask, question: str) -> None:
    assert ask(QUESTIONS[question])
