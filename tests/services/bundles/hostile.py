"""A partner whose program says whatever it wants, signed and well formed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from kgapp.domain import bundle
from kgapp.domain.bundle import Audience, BundledFile, Manifest, Profile
from kgapp.domain.terms import Quad, nquad
from kgapp.services.bundles import sending
from kgapp.services.bundles.containers import Entry
from tests.services.bundles.companies import Company


def bundle_of(
    by: Company, to: Company, quads: Iterable[Quad], *, items: bytes = b"", sequence: int = 1, **said: Any
) -> Path:
    """A bundle of statements that nobody checked."""
    by.made += 1
    by.user.at[0] += timedelta(minutes=1)
    to.user.at[0] = max(to.user.at[0], by.user.at[0])
    lines = "".join(sorted(f"{nquad(quad)}\n" for quad in quads)).encode()
    entries = [Entry(bundle.GRAPH, (lines,)), *([Entry(bundle.ITEMS, (items,))] if items else ())]
    files = tuple(
        BundledFile(each.path, hashlib.sha256(b"".join(each.pieces)).hexdigest(), sum(map(len, each.pieces)))
        for each in entries
    )
    meta = by.workspace.reader.meta()
    made = Manifest(
        meta.project_id,
        meta.base,
        sequence,
        "" if sequence == 1 else "0" * 64,
        by.user.at[0],
        by.user.opened.signed,
        Audience(to.organization),
        "",
        Profile("partner"),
        lines.count(b"\n"),
        files[0].sha256,
        files,
    )
    file = by.folder / f"hostile-{by.organization}-{by.made}.kgbundle"
    sending.write(by.user.tools, by.user.opened, replace(made, **said), entries, file)
    return file


def files_of(one: Company, file: Path) -> dict[str, bytes]:
    """What is in a bundle."""
    with one.user.exchange.containers.open(file) as container:
        return {path: container.whole(path, 10**9) for path in container.sizes}
