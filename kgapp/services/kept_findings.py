"""What the last check of everything found, kept with the project: known again when it is opened, for its exact revision only."""

from __future__ import annotations

import json
from dataclasses import astuple
from typing import TYPE_CHECKING, Any, Final

from kgapp.domain.errors import NotFound
from kgapp.domain.findings import Finding, Severity
from kgapp.domain.terms import Iri
from kgapp.services.known_findings import Known

if TYPE_CHECKING:
    from kgapp.services.ports import RecordReader
    from kgapp.services.workspace import Workspace

KIND: Final = "findings"
NAME: Final = "last check of everything"
MOST: Final = 20_000
"""More findings than this are not worth keeping: the next check finds them again."""
_FORMAT: Final = "kgapp-findings/1"


def keep(workspace: Workspace, fingerprint: str, known: Known) -> None:
    """Keep what is known, found by the shapes with this fingerprint; no revision. Raises ``ReadOnly``."""
    if len(known.findings) > MOST:
        return
    content = {
        "format": _FORMAT,
        "shapes": fingerprint,
        "seq": known.seq,
        "revision_hash": known.revision_hash,
        "checked": known.checked,
        "findings": [astuple(finding) for finding in known.findings],
        "names": known.names,
        "sites": known.sites,
    }
    workspace.keep_view(NAME, KIND, json.dumps(content, ensure_ascii=False))


def kept(reader: RecordReader, fingerprint: str) -> Known | None:
    """What was kept, if the same shapes found it and its revision is in this history; ``None`` for anything else."""
    texts = dict(reader.views(KIND))
    if NAME not in texts:
        return None
    try:
        known = _read(json.loads(texts[NAME]), fingerprint)
    except (ValueError, KeyError, TypeError, AttributeError):  # written by something else: as if it were not there
        return None
    return known if known is not None and _is_here(reader, known) else None


def _read(content: Any, fingerprint: str) -> Known | None:
    if content["format"] != _FORMAT or content["shapes"] != fingerprint:
        return None
    return Known(
        tuple(_finding(*fields) for fields in content["findings"]),
        _named(content["names"]),
        _named(content["sites"]),
        int(content["seq"]),
        str(content["revision_hash"]),
        int(content["checked"]),
    )


def _finding(focus: str, path: str, value: str, severity: str, *rest: str) -> Finding:
    message, shape, constraint, fix = map(str, rest)
    return Finding(str(focus), str(path), str(value), Severity(severity), message, shape, constraint, fix)


def _named(names: dict[str, str]) -> dict[Iri, str]:
    return {Iri(thing): str(name) for thing, name in names.items()}


def _is_here(reader: RecordReader, known: Known) -> bool:
    try:
        return known.seq > 0 and reader.revision(known.seq).hash == known.revision_hash
    except NotFound:
        return False
