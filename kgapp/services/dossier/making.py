"""The dossier of a bundle: made of its graph and of what it says about itself, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kgapp.domain import bundle
from kgapp.domain.bundle import Level, Manifest
from kgapp.domain.document import (
    Block,
    Bullets,
    Facts,
    Manner,
    Note,
    Paragraph,
    Run,
    Section,
    Style,
    Tone,
    Words,
    plain,
    words,
)
from kgapp.domain.dossier import Card, Chapter, Dossier, Drawing
from kgapp.domain.errors import BadInput
from kgapp.domain.names import unmarked
from kgapp.domain.terms import Iri
from kgapp.services.bundles.bundled import Bundled
from kgapp.services.dossier import chapters, overview, steps
from kgapp.services.dossier.places import ATTRIBUTES, GAPS, KNOW_HOW, PROVISIONS, SOURCES, Places
from kgapp.services.ports import RecordReader
from kgapp.services.process_board import ProcessMap
from kgapp.services.process_map import process_map, steps_of
from kgapp.services.reports.origin import INVENTED
from kgapp.services.reports.wording import counted

_SUPPORTS: Final = (
    "This page supports decisions and is no record of one: that stays in the quality systems of those who decide."
)
_AFTERWARDS: Final = frozenset(("report.html", "ro-crate-metadata.json"))
"""What is made after the page: it does not tell of these, so that a receiver makes the same page."""

_LISTS: Final = (
    (ATTRIBUTES, "Quality attributes", chapters.attributes),
    (KNOW_HOW, "Know-how", chapters.know_how),
    (GAPS, "Gaps", chapters.gaps),
    (PROVISIONS, "Provisions", chapters.provisions),
    (SOURCES, "Sources", chapters.sources),
)
_GOES: Final = {Level.PUBLIC: "public", Level.PARTNER: "for partners", Level.INTERNAL: "internal"}


def dossier(said: Manifest, bundled: Bundled) -> Dossier:
    """What the page in a bundle says. ``said`` need not list the page itself."""
    places = Places(bundled.reader, (each.path for each in said.files))
    boards = [process_map(bundled.reader, process) for process in places.processes]
    return Dossier(
        _title(said, boards),
        (f"Bundle {said.sequence} for {said.audience.organization}", f"{said.sent:%Y-%m-%d %H:%M} UTC"),
        tuple(_front(said)),
        (
            *_overviews(boards, places),
            Chapter(Section("Steps and parameters", tuple(_steps(boards, places)), "steps")),
            *(Chapter(Section(title, tuple(make(places)), name)) for name, title, make in _LISTS),
            Chapter(Section("All that is in the bundle", tuple(_rest(said, places, bundled)), "content")),
            Chapter(Section("What this bundle is, and how to check it", tuple(_about(said)), "bundle")),
        ),
    )


def pictures(reader: RecordReader) -> tuple[str, tuple[Drawing, ...]]:
    """The processes of a project as drawings that lead nowhere, with a title. Raises ``BadInput`` where there is none to draw."""
    places = Places(reader)
    boards = [process_map(reader, process) for process in places.processes]
    shown = [board for board in boards if board.lanes and board.steps]
    if not shown:
        raise BadInput(
            "There is no process with steps at a site to draw.", hint="Record a process with its steps first."
        )
    names = ", ".join(unmarked(board.process.label) for board in shown if board.process is not None)
    return names, tuple(_unlinked(each) for board in shown for each in overview.drawings(board, places))


def _unlinked(drawing: Drawing) -> Drawing:
    marks = (replace(each, link="") if isinstance(each, Card) else each for each in drawing.marks)
    return replace(drawing, marks=tuple(marks))


def _title(said: Manifest, boards: list[ProcessMap]) -> str:
    names = [unmarked(board.process.label) for board in boards if board.process is not None]
    return ", ".join(names[:3]) or f"What {said.sender.card.organization} shares with {said.audience.organization}"


def _front(said: Manifest) -> Iterator[Block]:
    card, to = said.sender.card, said.audience
    purpose = said.purpose or "No purpose is given."
    yield Paragraph(plain(purpose), Manner.LEAD)
    receiver = ", ".join(filter(None, (to.name, to.organization)))
    yield Facts(
        (
            ("From", words(card.holder)),
            ("For", words(receiver)),
            ("Sent", words(f"{said.sent:%Y-%m-%d %H:%M} UTC, as bundle {said.sequence} to this receiver")),
            ("Profile", words(_profile(said))),
        )
    )
    yield Note(
        (
            Run("This page is a copy to read. ", Style.STRONG),
            Run("It shows what its sender shares, not all that the sender has: what is not here may still exist. "),
            Run("The page by itself proves nothing: "),
            Run("check the bundle", link="bundle"),
            Run(" before you rely on it."),
        ),
        Tone.UNKNOWN,
    )
    yield Paragraph(plain(f"{_SUPPORTS} {INVENTED}"), Manner.SMALL)


def _profile(said: Manifest) -> str:
    """What the profile lets go, in words."""
    profile = said.profile
    goes = " and ".join(_GOES[level] for level in Level if level in profile.levels)
    parts = f", {counted(len(profile.parts), 'chosen part')} only" if profile.parts else ""
    extras = (
        ("names of people", profile.people),
        ("since when each statement stands", profile.history),
        ("attached files", profile.attachments),
        ("notes", profile.notes),
    )
    without = ", ".join(name for name, goes_too in extras if not goes_too)
    with_ = ", ".join(name for name, goes_too in extras if goes_too)
    told = f"“{profile.name}”: what is {goes}{parts}"
    return told + (f"; with {with_}" if with_ else "") + (f"; without {without}" if without else "")


def _overviews(boards: list[ProcessMap], places: Places) -> Iterator[Chapter]:
    if not boards:
        hint = Paragraph(plain("No general process is in this bundle."), Manner.HINT)
        yield Chapter(Section("Process overview", (hint,), "overview"))
    for number, board in enumerate(boards):
        assert board.process is not None, "it is there"
        title = "Process overview" if len(boards) == 1 else f"Process overview: {board.process.label}"
        blocks = tuple(_legend(board))
        anchor = "overview" if not number else f"overview-{number + 1}"
        yield Chapter(Section(title, blocks, anchor), overview.drawings(board, places) if board.lanes else ())


def _legend(board: ProcessMap) -> Iterator[Block]:
    if not board.lanes:
        yield Paragraph(plain("No site process is in this bundle, so there is nothing to draw."), Manner.HINT)
        return
    first = next(lane for lane in board.lanes if lane.site.iri == board.reference)
    yield Paragraph(
        plain(
            f"Steps from left to right, sites below each other; a card leads to its step. {overview.UNLIKE} differs "
            f"from {first.name}. {overview.NOTHING} nothing about it is in this bundle. “{overview.BY_DESIGN}”: the "
            "site has chosen another option. Parameters that are set at no site stand in the steps below only. Values may be cut to fit here; the steps below tell them whole."
        ),
        Manner.SMALL,
    )
    if overview.left_out(board):
        yield Note(plain(overview.left_out(board)))


def _steps(boards: list[ProcessMap], places: Places) -> Iterator[Block]:
    done: set[Iri] = set()
    for board in boards:
        assert board.process is not None, "it is there"
        own = steps_of(places.known, board.process.iri)
        yield from steps.blocks(places, board, (one for one in own if one not in done))
        done.update(own)
    others = [one for one in places.steps if one not in done]
    yield from steps.blocks(places, ProcessMap(None, (), (), ()), others)
    yield from steps.loose(places)
    if not places.steps:
        yield Paragraph(plain("No step is in this bundle. That does not say that there is none."), Manner.HINT)


def _rest(said: Manifest, places: Places, bundled: Bundled) -> Iterator[Block]:
    yield Paragraph(plain(f"{said.statements:,} statements, about things of these kinds."))
    yield chapters.the_rest(places, bundled.classes())
    left = "leaves out what is no longer used" if chapters.TABLES in places.files else "is not in this bundle"
    yield Paragraph(plain(f"{chapters.TABLES} {left}; {bundle.GRAPH} holds everything."), Manner.HINT)


def _about(said: Manifest) -> Iterator[Block]:
    card, to = said.sender.card, said.audience
    yield Facts(
        (
            ("Signed by", words(card.holder)),
            ("Fingerprint of the key", words(card.fingerprint.words, card.fingerprint.groups)),
            ("Key", _code(card.key)),
            ("Key is valid", words(f"{card.made:%Y-%m-%d} to {card.until:%Y-%m-%d}")),
            ("For", words(", ".join(filter(None, (to.name, to.organization))))),
            ("Purpose", words(said.purpose or "none given")),
            ("Number", words(f"{said.sequence}, counted for each receiver")),
            ("Bundle before", _code(said.previous) if said.previous else words("none: this is the first")),
            ("Project", _code(said.project)),
            ("Addresses begin with", _code(said.base)),
            ("Profile", words(_profile(said))),
            ("Graph", words(f"{bundle.GRAPH}, {said.statements:,} statements")),
            ("SHA-256 of the graph", _code(said.graph_sha256)),
        )
    )
    yield Paragraph((Run("How to check it", Style.STRONG),))
    yield Bullets(
        (
            (
                Run("With kgapp: "),
                Run("kgapp bundle verify FILE", Style.CODE),
                Run(" checks the signature, every file and the order of bundles, and says in words what it found."),
            ),
            plain(
                f"Ring up {card.name} on a number that you know already, not one from this bundle, and compare the eight "
                "words of the fingerprint. Only then does the signature say who sent it."
            ),
            (
                Run("Without kgapp: a bundle is a zip file. "),
                Run(bundle.MANIFEST, Style.CODE),
                Run(" lists the SHA-256 of each file, also of this page; "),
                Run(bundle.SIGNATURE, Style.CODE),
                Run(
                    " signs that list (Ed25519, DSSE). Equal digests show that the files belong together, not who made them."
                ),
            ),
            plain(
                "What counts is the graph, which this page and the tables were made of. Where they seem to differ, "
                "tell the sender."
            ),
        )
    )
    yield Paragraph((Run("Files beside this page", Style.STRONG),))
    beside = (each for each in said.files if each.path not in _AFTERWARDS)
    files = ((Run(each.path, Style.CODE), Run(f"  {_size(each.size)}", Style.SECOND)) for each in beside)
    yield Bullets((*files, (Run(bundle.MANIFEST, Style.CODE), Run("  lists and describes them", Style.SECOND))))


def _size(size: int) -> str:
    return f"{size:,} bytes"


def _code(text: str) -> Words:
    return Words(((Run(text, Style.CODE),),))
