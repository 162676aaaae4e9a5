"""Which bundles were received before, by stream: all that one sender sends of one project to one receiver."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kgapp.domain.bundle import Manifest, Standing, Stood


@dataclass(frozen=True, slots=True, order=True)
class Stream:
    """Whose bundles of which project to whom; a new key of either side changes nothing."""

    project: str
    sender: str
    receiver: str


@dataclass(frozen=True, slots=True)
class Received:
    """The digests of the manifests received of a stream, by sequence."""

    digests: Mapping[int, str] = field(default_factory=dict)

    @property
    def last(self) -> int:
        """The highest sequence; 0 for none."""
        return max(self.digests, default=0)


class ReceiptStore(Protocol):
    """What this user received."""

    def received(self, stream: Stream) -> Received:
        """What is known of a stream. Raises ``BadInput`` when it cannot be read."""
        ...

    def keep(self, stream: Stream, sequence: int, digest: str) -> None:
        """Remember a bundle. Raises ``BadInput``."""


def stream_of(manifest: Manifest) -> Stream:
    """The stream that a bundle belongs to."""
    return Stream(manifest.project, _folded(manifest.sender.card.organization), _folded(manifest.audience.organization))


def standing(manifest: Manifest, digest: str, before: Received) -> tuple[Stood, ...]:
    """How a bundle stands to those received before it; nothing for one that simply follows."""
    number, last = manifest.sequence, before.last
    known = before.digests.get(number)
    if known is not None and known != digest:
        return (
            Stood(
                Standing.OTHER_CONTENT,
                f"Bundle {number} was received before with other content. Ask the sender which one holds.",
            ),
        )
    if known is not None and number == last:
        return (Stood(Standing.AGAIN, f"Bundle {number} was received before; this is the same."),)
    if number < last:
        return (Stood(Standing.OLDER, f"This is bundle {number}; bundle {last} was received already and is newer."),)
    follows = before.digests.get(number - 1)
    if last and number == last + 1 and follows != manifest.previous:
        return (
            Stood(
                Standing.OTHER_CONTENT,
                f"This bundle follows another bundle {last} than the one that was received. Ask the sender.",
            ),
        )
    if number > last + 1:
        return (Stood(Standing.GAP, _gap(last, number)),)
    return ()


def _gap(last: int, number: int) -> str:
    missing = f"bundle {last + 1}" if number == last + 2 else f"bundles {last + 1} to {number - 1}"
    before = f"after bundle {last} " if last else ""
    return f"This is bundle {number}: {before}{missing} did not arrive. Ask the sender for what is missing."


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
