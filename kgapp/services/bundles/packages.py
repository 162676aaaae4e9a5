"""A bundle as a folder that archives and other programs read: an RO-Crate or a BagIt bag, with every file of the bundle in it.

Sources: RO-Crate Metadata Specification 1.1 (doi:10.5281/zenodo.3406497); RFC 8493 (BagIt 1.0). The signature stays in the folder
as files, so what was signed can still be compared; the folder itself is not signed.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from kgapp.domain import bundle
from kgapp.domain.bundle import Manifest
from kgapp.domain.errors import BadInput
from kgapp.services.bundles.containers import Container

_CRATE: Final = "ro-crate-metadata.json"
_KINDS: Final = {
    ".json": "application/json",
    ".nq": "application/n-quads",
    ".ttl": "text/turtle",
    ".html": "text/html",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".sig": "application/json",
}
_NAMES: Final = {
    bundle.MANIFEST: "What the bundle says about itself",
    bundle.SIGNATURE: "Signature over the manifest",
    bundle.GRAPH: "Statements of the bundle",
    bundle.VALIDATION: "Findings of the shapes",
    bundle.HISTORY: "Since when each statement stands",
    bundle.ITEMS: "Points that both sides talk about, and what was taken away",
    "report.html": "Page to read",
    "tables.xlsx": "Tables to read",
}


class Form(StrEnum):
    """The forms of such a folder."""

    RO_CRATE = "ro-crate"
    BAGIT = "bagit"


def write(container: Container, said: Manifest, digest: str, folder: Path, form: Form) -> int:
    """Write an open, checked bundle as a new folder, whole or not at all; returns the number of its files.

    Raises ``BadInput`` when there is something of that name already or it cannot be written, ``BrokenBundle``.
    """
    if folder.exists() or folder.is_symlink():
        raise BadInput(f"There is something called {folder.name} already.", hint="Name a folder that is not there yet.")
    try:
        made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise BadInput(f"{folder} cannot be made: {error.strerror or error}.") from error
    try:
        files = {Form.RO_CRATE: _crate, Form.BAGIT: _bag}[form](container, said, digest, made)
        made.chmod(0o755)
        made.rename(folder)
    except OSError as error:
        raise BadInput(f"{folder} cannot be written: {error.strerror or error}.") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return files


def _crate(container: Container, said: Manifest, digest: str, folder: Path) -> int:
    digests = dict(_copied(container, folder))
    content = json.dumps(_metadata(said, digest, digests, container.sizes), ensure_ascii=False, indent=1)
    (folder / _CRATE).write_bytes(f"{content}\n".encode())
    return len(digests) + 1


def _metadata(said: Manifest, digest: str, digests: Mapping[str, str], sizes: Mapping[str, int]) -> dict[str, Any]:
    sender, to = said.sender.card, said.audience
    about: dict[str, Any] = {
        "@id": "./",
        "@type": "Dataset",
        "name": f"Bundle {said.sequence} from {sender.organization} to {to.organization}",
        "description": said.purpose or "A part of a process knowledge graph, exchanged with a partner.",
        "datePublished": said.sent.isoformat(),
        "identifier": f"urn:sha256:{digest}",
        "license": {"@id": "#licence"},
        "publisher": {"@id": "#sender"},
        "audience": {"@id": "#receiver"},
        "hasPart": [{"@id": path} for path in sorted(digests)],
    }
    return {
        "@context": "https://w3id.org/ro/crate/1.1/context",
        "@graph": [
            {
                "@id": _CRATE,
                "@type": "CreativeWork",
                "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
                "about": {"@id": "./"},
            },
            about,
            {
                "@id": "#licence",
                "@type": "CreativeWork",
                "name": "No licence is granted",
                "description": f"For {to.organization} only, as agreed between the two organisations.",
            },
            {"@id": "#sender", "@type": "Organization", "name": sender.organization},
            {"@id": "#receiver", "@type": "Organization", "name": to.organization},
            *(_file(path, digests[path], sizes[path]) for path in sorted(digests)),
        ],
    }


def _file(path: str, sha256: str, size: int) -> dict[str, Any]:
    return {
        "@id": path,
        "@type": "File",
        "name": _NAMES.get(path, path),
        "encodingFormat": _KINDS.get(Path(path).suffix, "application/octet-stream"),
        "contentSize": str(size),
        "sha256": sha256,
    }


def _bag(container: Container, said: Manifest, digest: str, folder: Path) -> int:
    payload = folder / "data"
    payload.mkdir()
    digests = dict(_copied(container, payload))
    total = sum(container.sizes[path] for path in digests)
    about = (
        ("Source-Organization", said.sender.card.organization),
        ("Contact-Name", said.sender.card.name),
        ("External-Description", said.purpose or "A part of a process knowledge graph"),
        ("External-Identifier", f"urn:sha256:{digest}"),
        ("Bagging-Date", f"{said.sent:%Y-%m-%d}"),
        ("Payload-Oxum", f"{total}.{len(digests)}"),
    )
    tags = {
        "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": "".join(f"{name}: {_one_line(text)}\n" for name, text in about),
        "manifest-sha256.txt": _listed((f"data/{path}", sha256) for path, sha256 in digests.items()),
    }
    for name, text in tags.items():
        (folder / name).write_bytes(text.encode())
    told = ((name, hashlib.sha256(text.encode()).hexdigest()) for name, text in tags.items())
    (folder / "tagmanifest-sha256.txt").write_bytes(_listed(told).encode())
    return len(digests) + len(tags) + 1


def _copied(container: Container, folder: Path) -> Iterator[tuple[str, str]]:
    """Write every file of a bundle below a folder; the container allows no path that leads out of it."""
    for path in sorted(container.sizes):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        total = hashlib.sha256()
        with target.open("xb") as written:
            for piece in container.pieces(path):
                total.update(piece)
                written.write(piece)
        yield path, total.hexdigest()


def _listed(digests: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{sha256}  {path}\n" for path, sha256 in sorted(digests))


def _one_line(text: str) -> str:
    return " ".join(text.split())
