"""The scenarios of the review, on the shipped demo: each test names why the answer must be as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

from kgapp.domain.grades import Grade
from kgapp.domain.impact import ChangeKind, Effect, ImpactReport, Item
from kgapp.domain.quantity import Position
from kgapp.domain.rules import Group, Kind
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.impact import assess
from kgapp.services.impact.assess import Question

DEMO = "https://w3id.org/kgapp/demo/"
FILES = Path(__file__).parents[3] / "data" / "demo"
FILED = {KG.RegistrationDetail, KG.EstablishedCondition}
Ask = Callable[..., ImpactReport]


def asked(entity: str, kind: str, old: str = "", new: str = "", site: str = "", **more: Any) -> Question:
    named: dict[str, Any] = {key: Iri(f"{DEMO}{more.pop(key)}") for key in ("new_thing", "batch") if key in more}
    place = Iri(f"{DEMO}{site}") if site else None
    return Question(Iri(f"{DEMO}{entity}"), ChangeKind(kind), old, new, place, **named, **more)


@pytest.fixture(scope="module")
def demo(graph: Any) -> Any:
    source = graph("")
    for file in sorted(FILES.glob("*.ttl")):
        for triple in pyoxigraph.parse(path=str(file), format=pyoxigraph.RdfFormat.TURTLE):
            main = pyoxigraph.NamedNode(f"{DEMO}graph/main")
            source.store.add(pyoxigraph.Quad(triple.subject, triple.predicate, triple.object, main))
    return source


@pytest.fixture(scope="module")
def ask(demo: Any) -> Ask:
    def answered(*words: Any, **more: Any) -> ImpactReport:
        return assess.report(demo, asked(*words, **more), revision_hash="r")

    return answered


def found(report: ImpactReport) -> dict[str, Item]:
    return {item.iri.removeprefix(DEMO): item for item in report.items}


def affected(report: ImpactReport) -> set[str]:
    return {name for name, item in found(report).items() if item.effect is Effect.AFFECTED}


def said(report: ImpactReport) -> str:
    return " ".join((*report.summary, *report.notes))


# ---- a. MOI 3 → 5 at Leiden


def test_a_more_vector_per_cell_reaches_car_cells_copy_number_and_what_is_open_of_potency_and_phenotype(
    ask: Ask,
) -> None:
    items = found(ask("P17", "value", "3", "5", "LEI"))
    assert (items["Q03"].high, items["Q04"].high) == (Grade.HIGH, Grade.HIGH)
    for open_one in ("Q05", "Q11"):
        assert items[open_one].undetermined, "nobody recorded how strong it is"
        assert "strength not recorded" in items[open_one].why
    assert "(a hypothesis, strength not recorded, evidence: opinion)" in items["Q05"].why
    assert "Dose is computed from CAR+ cells" in items["Q12"].why


def test_a_both_filed_ranges_are_left_and_nothing_detects_copy_number_or_holds_anything(ask: Ask) -> None:
    report = ask("P17", "value", "3", "5", "LEI")
    filed = [each for each in report.positions if each.range_type == KG.filed]
    assert sorted(each.region.label for each in filed if each.region) == ["European Union", "United States"]
    assert {each.new for each in filed} == {Position.OUTSIDE}
    assert {"EC1", "EC2"} <= set(found(report))
    copy_number = found(report)["Q04"]
    assert copy_number.detected_by == ()
    assert "not transferred" in " ".join(copy_number.undetected_because), "the method is absent at Leiden"
    proven = [each for each in copy_number.held_by if each.kind.endswith("provenRange")]
    assert proven
    assert all("Titre by the Boston assay" in " ".join(each.void) for each in proven), "another titration"
    assert all(item.held == item.high for item in report.items)


def test_a_vector_use_goes_up_so_the_vector_and_its_supplier_are_asked(ask: Ask) -> None:
    items = found(ask("P17", "value", "3", "5", "LEI"))
    assert {"M10", "OFF-M10-S07", "S07"} <= set(items)
    assert "Lentiviral vector" in items["M10"].why
    assert [step.target.removeprefix(DEMO) for step in items["S07"].path] == ["M10", "OFF-M10-S07", "S07"]


def test_a_the_size_of_the_move_removes_nothing(ask: Ask) -> None:
    small, large = ask("P17", "value", "3", "3.1", "LEI"), ask("P17", "value", "3", "5", "LEI")
    assert {item.iri for item in small.items} == {item.iri for item in large.items}


# ---- b. MOI 3 = 3 with another titre assay


def test_b_the_same_figure_by_another_assay_is_never_the_same(ask: Ask) -> None:
    report = ask("P17", "value", "3", "3", "LEI")
    assert "The figure stays 3 TU/cell. Where it is measured in another way, the same figure is not the same." in said(
        report
    )
    assert "stays inside the filed range" in said(report)
    assert "is unknown" in said(report)
    boston = [each for each in report.positions if each.site and each.site.label.startswith("Boston")]
    assert boston
    assert all("the same figure is not the same" in each.reason for each in boston)
    assert all(item.held == item.high for item in report.items)


def test_b_another_titration_moves_copy_number_though_the_set_figure_stays(ask: Ask) -> None:
    report = ask("AM12", "method", site="LEI")
    assert {"P17", "Q03", "Q04"} <= affected(report)
    assert found(report)["Q04"].kind is Kind.PRODUCT, "more or less vector goes in for the same figure"


# ---- c. Cooling rate 1 → 5 °C/min with slow warming


@pytest.fixture(scope="module")
def freezing(ask: Ask) -> ImpactReport:
    return ask("P44", "value", "1", "5", "BOS", also=(asked("P45", "value", "", "2", "BOS"),))


def test_c_cooling_and_warming_act_together_and_the_finding_is_told(freezing: ImpactReport) -> None:
    assert "Cooling rate and Thaw rate act together on Viability, and both change: slow cooling tolerates" in said(
        freezing
    )
    assert [change.entity.label for change in freezing.also] == ["Thaw rate"]
    assert found(freezing)["Q01"].high is Grade.HIGH


def test_c_a_range_proven_in_vials_with_fast_warming_holds_nothing(freezing: ImpactReport, ask: Ask) -> None:
    (proven,) = [each for each in freezing.barriers if each.iri.endswith("PAR-BOS-P44-Q01")]
    reasons = " ".join(proven.void)
    assert "laboratory scale" in reasons
    assert "An interacting factor moves too: Thaw rate." in reasons
    assert "in cryovials" in proven.sentence
    assert all(item.held == item.high for item in freezing.items)
    (alone,) = [each for each in ask("P44", "value", "1", "5", "BOS").barriers if each.iri == proven.iri]
    assert "interacting factor moves" not in " ".join(alone.void), "alone, it is void for its scale and the filed range"


# ---- d. TransAct → Dynabeads


@pytest.fixture(scope="module")
def beads(ask: Ask) -> ImpactReport:
    return ask("M02", "replacement", site="BOS", new_thing="M03")


def test_d_one_factor_leaves_and_another_enters_with_beads_magnet_and_residual_beads(beads: ImpactReport) -> None:
    gone, come = (next(each for each in beads.summary if each.startswith(f"With {name}")) for name in ("MACS", "CTS"))
    assert "TransAct dilution" in gone
    assert "Bead:cell ratio" not in gone
    for name in ("Bead:cell ratio", "Debeading magnet", "Residual beads", "Selection buffer identity"):
        assert name in come
    assert {"P15", "P14", "Q10", "E13", "P12"} <= affected(beads)
    assert "comes and goes with the option" in found(beads)["Q10"].why


def test_d_know_how_about_the_buffer_becomes_applicable(beads: ImpactReport, ask: Ask) -> None:
    assert "T01" in found(beads), "monocytes engulf beads in the medium: it was of no concern without beads"
    assert "T01" not in found(ask("M02", "replacement", site="BOS")), "not without knowing what takes its place"


def test_d_what_both_options_bring_stays(graph: Any) -> None:
    world = """demo:A a kg:Material . demo:B a kg:Material . demo:P a kg:ProcessParameter ; rdfs:label "shared" .
    demo:O a kg:ProcessOption ; kg:brings demo:A , demo:B , demo:P ."""
    question = asked("A", "replacement", new_thing="B")
    report = assess.report(graph(world), question, revision_hash="")
    assert "shared" not in {item.label for item in report.items}
    assert "What A brings to the process is not recorded." in report.summary


# ---- e. Rocking bag → G-Rex


def test_e_rocking_goes_and_area_based_factors_come_with_their_know_how(ask: Ask) -> None:
    report = ask("EQ-BOS-E05", "replacement", new_thing="E04")
    gone = next(each for each in report.summary if " goes: " in each)
    come = next(each for each in report.summary if " comes: " in each)
    assert "Rocking rate" in gone
    assert "Rocking angle" in gone
    for name in ("Seeding per area", "Feed per area", "Medium height"):
        assert name in come
    assert {"P28", "P29", "P51", "P52", "P53"} <= affected(report)
    assert "T24" in found(report)


# ---- f. Rest 2 → 16 h


def test_f_a_longer_rest_is_a_longer_hold_and_both_sides_of_the_contradiction_stand_with_their_scope(ask: Ask) -> None:
    report = ask("P09", "timing", "2 h", "16 h", "LEI")
    items = found(report)
    assert report.change.entity.class_iri == KG.HoldTime
    assert (items["Q01"].high, items["Q18"].high) == (Grade.HIGH, Grade.HIGH)
    assert items["T09"].note.startswith("scope: healthy-donor PBMC vials")
    assert items["T10"].note.startswith("scope: CTS Dynabeads process")
    assert "contradicts “Rest overnight before selection”" in items["T09"].note
    assert "contradict each other. Both stand" in said(report)
    assert items["T09"].evidence == items["T10"].evidence, "not settled by a rank of evidence"
    assert "leaves the filed range 0–8 h (United States)" in said(report)


# ---- g. Gate template changed


def test_g_another_gate_moves_results_and_the_computed_dose_but_not_the_product(ask: Ask) -> None:
    report = ask("AM2", "method", "template 3", "template 4", "LEI")
    attributes = {name: item for name, item in found(report).items() if item.class_iri == KG.QualityAttribute}
    assert {"Q03", "Q12"} <= set(attributes)
    assert {item.kind for item in attributes.values()} == {Kind.RESULT}
    assert "Dose is computed from CAR+ cells, so its reported figure moves" in attributes["Q12"].why
    assert "form no common trend until a study bridges the two" in said(report)
    for item in attributes.values():
        assert item.detected_by == (), "a result that is reported otherwise is not shown by a test of it"


# ---- h. The expert leaves


def test_h_when_the_expert_leaves_only_support_is_lost_and_no_quality_is_reached(ask: Ask) -> None:
    report = ask("EX1", "departure")
    assert {item.group for item in report.items} == {Group.SUPPORT}
    assert {item.effect for item in report.items} == {Effect.LOSES_SUPPORT}
    assert not any(item.class_iri == KG.QualityAttribute for item in report.items)
    assert {"T39", "T49"} <= set(found(report)), "what only a person sees or hears"


# ---- i. Apheresis 30 h at 15 °C, one batch


@pytest.fixture(scope="module")
def excursion(ask: Ask) -> ImpactReport:
    time = asked("P03", "excursion", "", "30 h", "BOS", batch="B-BOS-09")
    return ask("P02", "excursion", "", "15", "BOS", batch="B-BOS-09", duration="30 h", also=(time,))


def test_i_a_warm_hold_acts_together_with_the_cell_concentration(excursion: ImpactReport) -> None:
    viability = found(excursion)["Q01"]
    assert viability.effect is Effect.AFFECTED
    assert "acts on Viability together with Nucleated-cell concentration" in said(excursion)
    assert any(step.rule.endswith("#interactionOnAttribute") for step in viability.path)


def test_i_one_batch_needs_a_disposition_and_no_registration_study_or_training_is_touched(
    excursion: ImpactReport,
) -> None:
    assert "Batch B-BOS-09 (invented) needs a disposition" in said(excursion)
    classes = {item.class_iri for item in excursion.items}
    assert not classes & (FILED | {KG.KnowledgeTransfer, KG.ComparabilityStudy, KG.Document, KG.Provision})


def test_i_a_proven_range_says_nothing_of_how_long(excursion: ImpactReport) -> None:
    (proven,) = [each for each in excursion.barriers if each.iri.endswith("PAR-BOS-P02-Q01")]
    assert any("30 h" in reason for reason in proven.void)
    assert all(item.held == item.high for item in excursion.items)


@pytest.mark.parametrize("factor", ["P02", "P03", "P09", "P17", "P44"])
def test_i_no_excursion_of_a_factor_touches_a_registration(ask: Ask, factor: str) -> None:
    assert not any(item.class_iri in FILED for item in ask(factor, "excursion").items)


# ---- j. Fill 20 → 25 min; a label; Kobe


def test_j_a_range_of_practice_is_never_called_proven(ask: Ask) -> None:
    report = ask("P43", "timing", "20 min", "25 min", "LEI")
    (published,) = [each for each in report.positions if each.range_type == KG.publishedObservation]
    assert published.new is Position.INSIDE
    assert "roven" not in published.sentence
    assert "No proven acceptable range is recorded at Leiden (invented)." in report.summary
    assert "No filed range is recorded: whether the move stays inside what is filed is unknown." in report.summary


def test_j_another_label_reaches_nothing_and_changes_no_grade(demo: Any, graph: Any, ask: Ask) -> None:
    renamed = graph("")
    label = pyoxigraph.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    for quad in demo.store:
        is_label = quad.predicate == label and quad.subject == pyoxigraph.NamedNode(f"{DEMO}Q04")
        value = pyoxigraph.Literal("copies of the vector", language="en") if is_label else quad.object
        renamed.store.add(pyoxigraph.Quad(quad.subject, quad.predicate, value, quad.graph_name))
    question = asked("P17", "value", "3", "5", "LEI")
    one, other = ask("P17", "value", "3", "5", "LEI"), assess.report(renamed, question, revision_hash="r")

    def told(report: ImpactReport) -> set[tuple[object, ...]]:
        return {
            (
                item.iri,
                item.site and item.site.iri,
                item.low,
                item.high,
                item.held,
                tuple(step.id for step in item.path),
            )
            for item in report.items
        }

    assert told(one) == told(other)
    assert found(other)["Q04"].label == "copies of the vector"


@pytest.mark.parametrize("entity", ["SP-KOB", "KOB"])
def test_j_kobe_added_brings_the_cartagena_gate_and_the_biological_raw_materials(ask: Ask, entity: str) -> None:
    report = ask(entity, "addition")
    assert {"JP-CART", "JP-SBRM"} <= set(found(report))
    assert {"PI23", "PI24"} <= set(found(report)), "the papers that the gates ask for"
    assert "Nothing filed is recorded in Japan: what has to be filed there is unknown, never “nothing”." in said(report)


def test_a_provision_of_a_region_without_site_or_filing_is_not_listed_and_that_is_said(ask: Ask) -> None:
    report = ask("P17", "value", "3", "5", "LEI")
    assert not {"CN-GMP22", "JP-CART", "JP-GCTP"} & set(found(report))
    assert {"EU-GMP4", "US-CMC20", "ICH-Q11", "PICS-2A"} <= set(found(report)), "the site, the filings, no one place"
    assert (
        "of China and Japan are not listed: neither a site of the change nor anything that is filed is there."
        in said(report)
    )
    assert found(ask("JP-CART", "requirement")), "what changes itself is followed, whatever region it is of"


def test_provisions_about_kinds_and_topics_bear_on_what_changes_and_on_nothing_it_reaches(ask: Ask) -> None:
    items = found(ask("P17", "value", "3", "5", "LEI"))
    assert "ICH-Q8" in items, "it bears on factors"
    assert "US-60112" in items, "it bears on changes"
    assert all(items[name].hops == 1 for name in ("ICH-Q8", "US-60112"))
    assert not any(item.iri.endswith("US-60112") for item in ask("P02", "excursion").items)
