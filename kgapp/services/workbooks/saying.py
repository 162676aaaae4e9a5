"""What is said about a workbook beside its columns: for which site, process and product, and on what judgements rest."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from kgapp.domain import shapes
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.vocabulary import KG
from kgapp.domain.workbook_mapping import SAID, Mapping
from kgapp.services import browsing
from kgapp.services.coverage_paste import Scale
from kgapp.services.coverage_writing import Run
from kgapp.services.ports import RecordReader
from kgapp.services.workbooks.crossing import Judging
from kgapp.services.workbooks.reading import Asked

Said = dict[str, Any]
"""By key: ``site``, ``site_process``, ``process``, ``basis``, ``level``, ``evidence``, ``evidence_label``, ``figures``: texts, empty
for nothing; ``hypothesis``: yes or no."""
_THINGS: Final = ("site", "site process", "process")


def completed(reader: RecordReader, mapping: Mapping, said: Said) -> tuple[Mapping, Said]:
    """What is said now, completed by what was kept with the mapping; and the mapping with all of it, to be kept."""
    kept, told, pairs = dict(mapping.said), dict(said), []
    for key in SAID:
        option = key.replace(" ", "_")
        text = said[option] or kept.get(key)
        told[option] = text
        if text:
            pairs.append((key, browsing.resolve(reader, text) if key in _THINGS else text))
    return replace(mapping, said=tuple(pairs)), told


def asked(reader: RecordReader, said: Said) -> Asked:
    """What is asked of a reading. Raises ``NotFound`` for a thing that is none, and ``BadInput`` for a word that is none."""
    site, site_process, process, evidence = (
        browsing.resolve(reader, said[key]) if said[key] else None
        for key in ("site", "site_process", "process", "evidence")
    )
    judging = None
    if said["evidence_label"] or evidence or said["hypothesis"]:
        levels = next(each for each in SHAPES[KG.Evidence].properties if each.path == KG.evidenceLevel)
        run = Run(
            shapes.word(levels, said["level"] or "opinion"),
            said["basis"] or "",
            hypothesis=said["hypothesis"],
            evidence=evidence,
            evidence_label=said["evidence_label"],
            site=site,
        )
        scale = {None: Scale.NOT_READ, "0123": Scale.TO_THREE, "0139": Scale.TO_NINE}[said["figures"]]
        judging = Judging(run, scale, process)
    return Asked(site, site_process, judging)
