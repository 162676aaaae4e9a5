"""Where the shipped ontology, rules and demo are: in the wheel or beside the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(*parts: str) -> Path:
    """The path of a shipped file such as ``shipped("ontology", "shapes.ttl")``.

    The wheel carries the folders ``ontology`` and ``data`` in ``kgapp/_shipped``; a checkout has them at its top.
    Raises ``FileNotFoundError`` when neither has the file, which means a broken installation.
    """
    for root in (_PACKAGE / "_shipped", _PACKAGE.parent):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"kgapp's own file {'/'.join(parts)} is missing: install kgapp again.")
