"""What can be done with the rows of a comparison of two sites: commands, the form of a gap, one assessment of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgapp.domain.grades import Grade
from kgapp.domain.history import Revision
from kgapp.domain.sites import Row, Start
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, RDFS
from kgapp.services.assessments import changes
from kgapp.services.assessments.changes import Opening, Proposed
from kgapp.services.sites.gaps import Reach
from kgapp.services.sites.overview import Overview
from kgapp.services.workspace import Workspace
from kgapp.ui import places_table
from kgapp.ui.menus import Group, MenuRow
from kgapp.ui.models import site_compare as model
from kgapp.ui.saving import Step
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.panels.site_compare import SiteComparePanel

_SEVERITIES = {Grade.NONE: KG.none, Grade.LOW: KG.low, Grade.MEDIUM: KG.medium, Grade.HIGH: KG.high}


def new_gap(row: Row, found: Overview) -> str:
    """The place of the form of a gap that begins with what the row says."""
    label = tr("{item}: {state}, {sites}").format(
        item=model.item(row), state=row.state.value, sites=found.comparison.title
    )
    given = [(RDFS.label, places_table.text(label)), (KG.concerns, row.thing.iri)]
    given.append((KG.gapDimension, places_table.text(row.dimension.value)))
    if row.step is not None:
        given.append((KG.atStep, row.step.iri))
    if row.severity is not None:
        given.append((KG.gapSeverity, _SEVERITIES[row.severity]))
    if found.transfer is not None:
        given.append((KG.inTransferProject, found.transfer.project.iri))
    return places_table.new_with(KG.Gap, *given)


def asked(panel: SiteComparePanel) -> tuple[Start, ...]:
    """The differences whose impact could be asked, the most severe first."""
    comparison = panel.comparison
    found = panel.reaching.found
    starts = model.starts(comparison) if comparison is not None else ()
    return tuple(start for start in starts if isinstance(found.get(start), Reach))


def open_assessment(desk: Desk, starts: tuple[Start, ...], title: str) -> None:
    """Ask for the reason, then open one assessment with a change for each difference."""
    proposed = tuple(Proposed(each.entity, each.kind, each.old, each.new, site=each.site) for each in starts)
    opening = Opening(proposed=proposed, label=tr("Transfer {sites}").format(sites=title))
    made: list[Iri] = []

    def work(workspace: Workspace, why: str) -> Revision:
        assessment, revision = changes.open_assessment(workspace, opening, why)
        made.append(assessment)
        return revision

    name = tr("Open one assessment of {count} differences").format(count=len(starts))
    desk.save(Step(name, work, lambda _: desk.open_place(f"assessment {made[0]}")))


def commands(panel: SiteComparePanel, row: Row) -> tuple[MenuRow, ...]:
    """What the menu of a row offers beside the commands for its thing."""
    made = []
    if row.start is not None:
        made.append(
            MenuRow(tr("Impact of this difference"), Group.HERE, _always, lambda *_: panel.assess(row), tr("A"))
        )
    if row.gaps:
        made.append(MenuRow(tr("Open its gap"), Group.HERE, _always, lambda *_: panel.gap(row), tr("G")))
    elif panel.can_write:
        made.append(MenuRow(tr("Record a gap…"), Group.HERE, _always, lambda *_: panel.gap(row), tr("G")))
    made.append(MenuRow(tr("Copy the list as table"), Group.HERE, _always, lambda *_: panel.copy()))
    return tuple(made)


def gaps_of(project: Iri) -> str:
    """The place of the grid for the gap meeting."""
    return _own_place("gaps", project)


def package_of(project: Iri) -> str:
    """The place of the transfer package."""
    return _own_place("package", project)


def _own_place(word: str, project: Iri) -> str:
    """A place of the project, or its page in a window without that view."""
    return f"{word} {project}" if word in places_table.PLACES else places_table.page_of(project)


def _always(_about: object) -> bool:
    return True
