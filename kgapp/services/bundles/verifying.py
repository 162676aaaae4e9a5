"""Whether a bundle is what its sender signed, whether the sender's key is known, and how it stands to those before.

The order is fixed: the rules of the container, the sizes, the signature over the bytes of the manifest, the digest of each file
while it is read once, then the graph by a parser in a child. What fails ends the check with a state in words, never an error.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from kgapp.domain import bundle
from kgapp.domain.bundle import Checked, Manifest, Standing, State, Stood
from kgapp.domain.errors import BadInput, BrokenBundle, NotABundle, UserError
from kgapp.domain.keys import Trust, Trusted, key_id, same_organization
from kgapp.services.bundles import manifest, receipts
from kgapp.services.bundles.containers import Container
from kgapp.services.bundles.doors import Exchange
from kgapp.services.ports import RdfFiles

_MOST_SIGNATURE: Final = 10_000
_COMPARE: Final = "Compare its fingerprint with the sender by phone, then confirm it."


@dataclass(frozen=True, slots=True)
class Checker:
    """What a check needs: the exchange of this user, a parser in a child, and the time."""

    exchange: Exchange
    rdf_files: RdfFiles
    now: datetime


def check(checker: Checker, file: Path) -> Checked:
    """Check a bundle. Raises ``BadInput`` only for a file that cannot be opened at all."""
    try:
        with checker.exchange.containers.open(file) as container:
            found = _content(checker, container)
    except NotABundle as error:
        return Checked(State.NOT_UNDERSTOOD, f"Not understood: {_low(error.sentence)}", error.hint)
    except BrokenBundle as error:
        return _altered(error.sentence)
    if found.manifest is None:
        return found
    judged = _judged(checker, found, found.manifest)
    return replace(judged, standings=_standings(checker, found.manifest, found.digest))


def remember(checker: Checker, checked: Checked) -> None:
    """Keep that a bundle was received. Raises ``BadInput`` for one whose sender is not confirmed, or that is not for this user."""
    if checked.state is not State.VERIFIED or checked.manifest is None:
        raise BadInput(
            f"The bundle is not remembered as received: it is {checked.state.value}.",
            hint=checked.hint,
            page="exchange",
        )
    wrong = [each for each in checked.standings if each.standing in {Standing.NOT_FOR_YOU, Standing.OTHER_CONTENT}]
    if wrong:
        raise BadInput(f"The bundle is not remembered as received. {wrong[0].sentence}", page="exchange")
    stream = receipts.stream_of(checked.manifest)
    checker.exchange.receipts.keep(stream, checked.manifest.sequence, checked.digest)


def _content(checker: Checker, container: Container) -> Checked:
    seals = checker.exchange.keys.seals
    if bundle.MANIFEST not in container.sizes:
        return Checked(
            State.NOT_UNDERSTOOD, "Not understood: it holds no manifest.", "Ask the sender for a bundle of kgapp."
        )
    told = container.whole(bundle.MANIFEST, manifest.MOST_BYTES)
    if bundle.SIGNATURE not in container.sizes:
        return Checked(
            State.UNSIGNED,
            "Unsigned: nobody vouches for it, and anybody may have written it.",
            "Ask the sender for a signed bundle.",
        )
    public = manifest.signer(seals, told)
    try:
        key, signature = manifest.read_signature(seals, container.whole(bundle.SIGNATURE, _MOST_SIGNATURE))
    except BrokenBundle:
        raise
    except BadInput as error:
        return _altered(error.sentence)
    if key != key_id(public) or not seals.verified(public, manifest.to_sign(told), signature):
        return _altered("The signature does not fit what the bundle says about itself.")
    said = manifest.read(seals, told)
    wrong = _digests(container, said)
    if wrong:
        return _altered(wrong)
    wrong = _parsed(checker.rdf_files, container, said)
    if wrong:
        return Checked(State.NOT_UNDERSTOOD, f"Not understood: {wrong}", "Ask the sender to make it anew.")
    return Checked(State.VERIFIED, "", "", said, hashlib.sha256(told).hexdigest())


def _digests(container: Container, said: Manifest) -> str:
    """What is not as the manifest lists it; empty when all is."""
    listed = {each.path: each for each in said.files}
    present = set(container.sizes) - {bundle.MANIFEST, bundle.SIGNATURE}
    if present != set(listed):
        other = min(present ^ set(listed))
        return f"{other} is in it but not listed." if other in present else f"{other} is listed but not in it."
    for path, each in listed.items():
        if container.sizes[path] != each.size or (
            path != bundle.GRAPH and _digest(container.pieces(path)) != each.sha256
        ):
            return f"{path} is not what was signed."
    return ""


def _parsed(rdf_files: RdfFiles, container: Container, said: Manifest) -> str:
    """What is wrong with the graph: read once into a file of our own, its digest taken on the way, and parsed in a child."""
    total = hashlib.sha256()
    with tempfile.TemporaryDirectory(prefix="kgapp-") as folder:
        copy = Path(folder) / bundle.GRAPH
        with copy.open("wb") as file:
            for piece in container.pieces(bundle.GRAPH):
                total.update(piece)
                file.write(piece)
        if total.hexdigest() != said.graph_sha256:
            raise BrokenBundle(f"{bundle.GRAPH} is not what was signed.")
        return _unlike(rdf_files, copy, said)


def _unlike(rdf_files: RdfFiles, copy: Path, said: Manifest) -> str:
    again, statements = hashlib.sha256(), 0
    try:
        for lines in rdf_files.quads(rdf_files.look(copy), said.base, said.base):
            again.update(lines)
            statements += lines.count(b"\n")
    except UserError as error:
        return f"its graph cannot be read. {error.sentence}"
    if again.hexdigest() != said.graph_sha256:
        return "its graph is not in the canonical form of N-Quads."
    return "" if statements == said.statements else "its graph has another number of statements than it says."


def _judged(checker: Checker, found: Checked, said: Manifest) -> Checked:
    """The state, by what is known of the key."""
    card, sent = said.sender.card, said.sent
    known = checker.exchange.keys.seen(said.sender)
    if known is not None and known.trust is Trust.REVOKED:
        sentence = f"Revoked key: the key of {card.holder} was revoked on {known.at:%Y-%m-%d} ({known.how})."
        return replace(found, state=State.REVOKED, sentence=sentence, hint="Do not use this bundle. Ask the sender.")
    if known is not None and known.trust is Trust.SUPERSEDED:
        sentence = f"Different key: {card.holder} replaced this key by another one on {known.at:%Y-%m-%d}."
        hint = "Ask the sender to sign it with the key in use."
        return replace(found, state=State.DIFFERENT_KEY, sentence=sentence, hint=hint)
    if max(sent, checker.now) > card.until or sent < card.made:
        sentence = (
            f"Expired key: the key of {card.holder} is valid from {card.made:%Y-%m-%d} to {card.until:%Y-%m-%d}; "
        )
        sentence += f"the bundle says it was sent on {sent:%Y-%m-%d}."
        return replace(found, state=State.EXPIRED, sentence=sentence, hint="Ask the sender for a new key and bundle.")
    if known is not None and known.trust is Trust.CONFIRMED:
        return replace(found, state=State.VERIFIED, sentence=_verified(known))
    others = checker.exchange.keys.same_organization(card)
    if others:
        sentence = f"Different key: you know {card.organization} by the key of {others[0].card.name}, "
        sentence += f"{others[0].card.key[:16]}; this one, of {card.name}, is {card.key[:16]} and nobody confirmed it."
        return replace(found, state=State.DIFFERENT_KEY, sentence=sentence, hint=_COMPARE)
    sentence = (
        f"New key: unaltered since somebody who calls themselves {card.holder} signed it; nobody confirmed who that is."
    )
    return replace(found, state=State.NEW_KEY, sentence=sentence, hint=_COMPARE)


def _verified(known: Trusted) -> str:
    return f"Verified: from {known.card.holder}, unaltered; key confirmed on {known.at:%Y-%m-%d} by {known.who}, {known.how}."


def _standings(checker: Checker, said: Manifest, digest: str) -> tuple[Stood, ...]:
    found = receipts.standing(said, digest, checker.exchange.receipts.received(receipts.stream_of(said)))
    return (*_not_for_you(checker, said), *found)


def _not_for_you(checker: Checker, said: Manifest) -> tuple[Stood, ...]:
    """Whether a bundle names somebody else; one that names no key is for whoever belongs to its organisation."""
    audience, keys = said.audience, checker.exchange.keys
    current = keys.current()
    if audience.key:
        mine = audience.key in keys.own()
    else:
        mine = current is not None and same_organization(current.card.organization, audience.organization)
        if current is None:
            return ()  # nothing here says who this user is
    if mine or said.sender.card.key in keys.own():
        return ()
    named = ", ".join(filter(None, (audience.name, audience.organization)))
    return (Stood(Standing.NOT_FOR_YOU, f"This bundle is for {named}, not for you. Tell the sender."),)


def _altered(reason: str) -> Checked:
    hint = "Do not use it. Ask the sender to send it once more, and tell them that this one did not arrive as it was."
    return Checked(State.ALTERED, f"Altered: {_low(reason)}", hint)


def _digest(pieces: Iterator[bytes]) -> str:
    total = hashlib.sha256()
    for piece in pieces:
        total.update(piece)
    return total.hexdigest()


def _low(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
