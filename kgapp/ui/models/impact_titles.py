"""A change in a few words: for tabs, headings and the map."""

from __future__ import annotations

from kgapp.domain.impact import Change, ImpactReport
from kgapp.domain.names import unmarked
from kgapp.services.impact import summary
from kgapp.ui.texts import line
from kgapp.ui.words import tr


def about(change: Change) -> str:
    """What changes and where: ``MOI at Leiden``."""
    named = change.site is not None and summary.names(change.entity.label, change.site.label)
    if change.site is None or named or change.site.iri == change.entity.iri:
        return line(change.entity.label, 90)
    return line(tr("{thing} at {site}").format(thing=change.entity.label, site=unmarked(change.site.label)), 90)


def title(report: ImpactReport) -> str:
    """All changes in a few words: ``MOI at Leiden: 3 → 5 TU/cell``."""
    return line(summary.heading(report), 120)
