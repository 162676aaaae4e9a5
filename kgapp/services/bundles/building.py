"""The content of a bundle, made of what may be seen and of what is shipped with kgapp: nothing else can reach it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from kgapp.domain import bundle
from kgapp.domain.bundle import BundledFile, Manifest, Profile
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.terms import GENID, Literal, nquad, shorten
from kgapp.domain.vocabulary import KG
from kgapp.services import attachments, browsing, strict_json
from kgapp.services.bundles import visible, withdrawing
from kgapp.services.bundles.bundled import Bundled, Maker
from kgapp.services.bundles.containers import Entry
from kgapp.services.bundles.visible import Visible, Withheld
from kgapp.services.ports import Pattern, RecordReader, ShapeChecker
from kgapp.services.watch import Watch

_AT_ONCE: Final = 4_000
_PAGE: Final = 200


@dataclass(frozen=True, slots=True)
class Shipped:
    """The files of kgapp that every bundle carries, by their path in it."""

    files: tuple[tuple[str, Path], ...]


@dataclass(frozen=True, slots=True)
class Content:
    """All files of a bundle but for manifest and signature, by path, and what the sender alone may know."""

    entries: tuple[Entry, ...]
    files: tuple[BundledFile, ...]
    statements: int
    graph_sha256: str
    withheld: Withheld
    revision: int
    revision_hash: str
    withdrawn: tuple[bytes, ...] = ()


def content(
    reader: RecordReader,
    profile: Profile,
    shipped: Shipped,
    checker: ShapeChecker | None,
    watch: Watch | None = None,
    before: Sequence[bytes] = (),
) -> Content:
    """What goes into a bundle of the project as it is now. Without a ``checker`` there is no validation in it.

    ``before`` is the graph that the recipient knows already: what of it is no longer said becomes ``withdrawn``.

    Raises ``BadInput`` when a part does not go or an attached file is not there, ``QueryStopped`` when told to stop.
    """
    with reader.snapshot() as snapshot:
        chunks = list(snapshot.chunks)
        seq = snapshot.seq
    base = reader.meta().base
    seen = visible.of(chunks, base, profile)
    if not seen.lines:
        raise BadInput(
            "Nothing would go: no statement may be seen by this recipient.", hint="Mark things for partners."
        )
    entries = [Entry(bundle.GRAPH, list(_pieces(seen.lines)))]
    entries += [Entry(path, (file.read_bytes(),)) for path, file in shipped.files]
    if profile.attachments:
        entries += _attached(reader, seen.files)
    if profile.history:
        entries.append(Entry(bundle.HISTORY, (_since(reader, seen, seq),)))
    if checker is not None:
        entries.append(Entry(bundle.VALIDATION, (_validated(checker, entries[0].pieces, watch or Watch()),)))
    entries.sort(key=lambda each: each.path)
    files = tuple(_listed(each) for each in entries)
    graph = next(each.sha256 for each in files if each.path == bundle.GRAPH)
    revision_hash = reader.revision(seq).hash if seq else ""
    gone = withdrawing.of(before, chunks, seen) if before else ()
    return Content(tuple(entries), files, len(seen.lines), graph, seen.withheld, seq, revision_hash, gone)


def told(content: Content, said: Manifest, makers: Iterable[Maker]) -> tuple[Content, Manifest]:
    """With the files that are made of the bundled graph and of what the bundle says about itself, and with those listed.

    Each maker is told of the files that were made before it.
    """
    graph = next(each for each in content.entries if each.path == bundle.GRAPH)
    seen: Bundled | None = None
    for maker in makers:
        seen = seen or Bundled(said, graph.pieces)
        entries = tuple(sorted((*content.entries, *maker(said, seen)), key=lambda each: each.path))
        known = {each.path: each for each in content.files}
        files = tuple(known.get(each.path) or _listed(each) for each in entries)
        content, said = replace(content, entries=entries, files=files), replace(said, files=files)
    return content, said


def shipped(folder: Path) -> Shipped:
    """What of the ontology folder goes along."""
    ontology = ((f"ontology/{name}", folder / name) for name in ("alignments.ttl", "kgapp.ttl", "propagation.ttl"))
    questions = ((f"questions/{each.name}", each) for each in sorted((folder / "questions").glob("*.ttl")))
    return Shipped((*ontology, *questions, ("shapes.ttl", folder / "shapes.ttl")))


def _pieces(lines: list[bytes]) -> Iterator[bytes]:
    for start in range(0, len(lines), _AT_ONCE):
        yield b"".join(lines[start : start + _AT_ONCE])


def _listed(entry: Entry) -> BundledFile:
    total, size = hashlib.sha256(), 0
    for piece in entry.pieces:
        total.update(piece)
        size += len(piece)
    return BundledFile(entry.path, total.hexdigest(), size)


def _attached(reader: RecordReader, digests: Iterable[str]) -> Iterator[Entry]:
    for digest in digests:
        if bundle.known_path(f"attachments/{digest}"):
            yield Entry(f"attachments/{digest}", (_content(reader, digest),))


def _content(reader: RecordReader, digest: str) -> bytes:
    try:
        return attachments.content(reader, digest)
    except NotFound as error:
        documents = [quad.subject for quad in reader.quads(Pattern(predicate=KG.sha256, object=Literal(digest)))]
        names = ", ".join(sorted(browsing.labels(reader, documents).values()))
        raise BadInput(
            f"The file of “{shorten(names)}” is not in this project: it came without its bytes.",
            hint="Attach the file, mark the document internal, or make the bundle without attachments.",
            page="exchange",
        ) from error


def _validated(checker: ShapeChecker, pieces: Iterable[bytes], watch: Watch) -> bytes:
    found = checker.whole(pieces, None, watch)
    rows = [
        {
            "severity": each.severity.value,
            "focus": each.focus,
            "path": each.path,
            "value": each.value,
            "message": each.message,
            "shape": each.shape,
            "constraint": each.constraint,
        }
        for each in found.findings
    ]
    return _json({"format": "kgapp-bundle-validation/1", "checked": found.checked, "findings": rows})


def _since(reader: RecordReader, seen: Visible, seq: int) -> bytes:
    """Since when each statement stands that goes; who said so and why stays."""
    left = set(seen.lines)
    since: list[tuple[str, str]] = []
    before: int | None = seq + 1
    while left and (page := reader.revisions(limit=_PAGE, before=before)):
        for revision in page:
            at = strict_json.written(revision.at)
            for quad in reader.change(revision.seq).added:
                line = _renamed(f"{nquad(quad)}\n".encode(), seen.names)
                if line in left:
                    left.discard(line)
                    since.append((line.decode().rstrip("\n"), at))
        before = page[-1].seq
    rows = [{"statement": line, "since": at} for line, at in sorted(since)]
    return _json({"format": "kgapp-bundle-history/1", "statements": rows})


def _renamed(line: bytes, names: Mapping[bytes, bytes]) -> bytes:
    if not names or f"/{GENID}".encode() not in line:
        return line
    ((subject, predicate, value, graph),) = visible.rows((line,))
    return visible.line((names.get(subject, subject), predicate, names.get(value, value), graph))


def _json(told: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode()
