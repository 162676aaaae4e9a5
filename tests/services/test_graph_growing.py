from collections.abc import Callable

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import graph_growing
from kgapp.services.graph_growing import FIRST, Wish
from kgapp.services.graph_state import GraphState, Placed, Rest
from kgapp.services.neighbourhood import Step, Way
from kgapp.services.workspace import Workspace
from tests.services.conftest import BASE

Tell = Callable[[str], None]
BOS = Iri(BASE + "BOS")
AT = Step(KG.atSite, Way.FROM)


def start(*names: str) -> GraphState:
    return GraphState(tuple(Placed(Iri(BASE + name), 0, 0) for name in names))


def test_a_graph_begins_with_links_that_have_few_neighbours(workspace: Workspace, tell: Tell) -> None:
    tell("BOS inRegion US\n" + "\n".join(f"B{at} atSite BOS" for at in range(FIRST + 1)))
    found = graph_growing.first(workspace.reader, start("BOS"))
    assert {one.iri for one in found.around.things} == {BOS, Iri(BASE + "US")}
    assert graph_growing.wishes(workspace.reader, (BOS,)) == (Wish(BOS, Step(KG.inRegion, Way.TO)),)


def test_growing_keeps_within_its_bounds_and_counts_the_rest(workspace: Workspace, tell: Tell) -> None:
    tell("\n".join(f"B{at} atSite BOS" for at in range(30)))
    wishes = (Wish(BOS, AT, 5), Wish(BOS, AT, 50))
    found = graph_growing.grow(workspace.reader, start("BOS"), wishes, 8)
    assert [len(page.neighbours) for _, page in found.pages] == [5, 3]
    assert found.around.counts == ((BOS, AT, 30),)
    assert len(found.around.things) == 9


def test_everything_is_looked_up_for_what_a_graph_holds(workspace: Workspace, tell: Tell) -> None:
    tell("B1 atSite BOS")
    state = start("BOS", "B1", "gone").added((), [Rest(BOS, AT, 0, 0)])
    found = graph_growing.everything(workspace.reader, state)
    assert (len(found.things), len(found.links), found.gone) == (2, 1, (Iri(BASE + "gone"),))
    assert found.counts == ((BOS, AT, 1),)
