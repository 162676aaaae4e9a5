"""What a bundle says about itself, as canonical JSON, and the signature over it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from kgapp.domain import bundle, ed25519_points, keys, terms
from kgapp.domain.bundle import Audience, BundledFile, Level, Manifest, Profile
from kgapp.domain.errors import BadInput, BadTerm, NotABundle
from kgapp.domain.terms import Iri
from kgapp.services import key_cards, strict_json
from kgapp.services.key_cards import Seals
from kgapp.services.strict_json import Fields

TYPE: Final = "application/vnd.kgapp.bundle-manifest+json"
MOST_BYTES: Final = 4_000_000
_DIGEST_LENGTH: Final = 64
_LONGEST_TEXT: Final = 2_000
_ANY_VERSION: Final = bundle.FORMAT.partition("/")[0] + "/"


def written(seals: Seals, manifest: Manifest) -> bytes:
    """The manifest in its one spelling."""
    return seals.canonical(
        {
            "format": bundle.FORMAT,
            "project": manifest.project,
            "base": manifest.base,
            "sequence": manifest.sequence,
            "previous": manifest.previous,
            "answers": manifest.answers,
            "sent": strict_json.written(manifest.sent),
            "sender": key_cards.row(manifest.sender),
            "audience": _audience_row(manifest.audience),
            "purpose": manifest.purpose,
            "profile": profile_row(manifest.profile),
            "statements": manifest.statements,
            "graph_sha256": manifest.graph_sha256,
            "files": [{"path": each.path, "sha256": each.sha256, "size": each.size} for each in manifest.files],
        }
    )


def signer(seals: Seals, content: bytes) -> bytes:
    """The public key that the manifest says it is signed with: sound, and nothing else in it believed yet.

    Raises ``NotABundle`` for what this version does not understand.
    """
    told = _told(seals, content)
    sender = told.get("sender")
    card = sender.get("card") if isinstance(sender, dict) else None
    try:
        public = Fields(card, "The key card").raw("public_key")
    except BadInput as error:
        raise NotABundle(f"Its manifest cannot be read: {error.sentence}") from error
    why = ed25519_points.problem(public)
    if why:
        raise NotABundle(f"Its public key is refused: {why}.")
    return public


def read(seals: Seals, content: bytes) -> Manifest:
    """The manifest of a stranger. Raises ``NotABundle`` for what this version does not understand."""
    try:
        return _manifest(seals, Fields(_told(seals, content), "The manifest"))
    except NotABundle:
        raise
    except (BadInput, BadTerm) as error:
        raise NotABundle(f"Its manifest cannot be read: {error.sentence}") from error


def _told(seals: Seals, content: bytes) -> dict[str, Any]:
    try:
        told = dict(strict_json.read(content, seals.canonical))
    except BadInput as error:
        raise NotABundle(f"Its manifest cannot be read: {error.sentence}") from error
    kind = told.pop("format", None)
    if kind == bundle.FORMAT:
        return told
    if isinstance(kind, str) and kind.startswith(_ANY_VERSION):
        raise NotABundle("It was made by another version of kgapp.", hint="Update kgapp, then open it again.")
    raise NotABundle("Its manifest is none of kgapp.")


def to_sign(content: bytes) -> bytes:
    return key_cards.pae(TYPE, content)


def signature(seals: Seals, key: str, signed: bytes) -> bytes:
    """The file that holds the signature: an envelope of DSSE without its payload, which is the manifest itself."""
    told = {"payloadType": TYPE, "signatures": [{"keyid": key, "sig": strict_json.base64(signed)}]}
    return seals.canonical(told)


def read_signature(seals: Seals, content: bytes) -> tuple[str, bytes]:
    """The id of the signing key, and the signature. Raises ``BadInput``."""
    fields = Fields(strict_json.read(content, seals.canonical), "The signature")
    every = fields.objects("signatures")
    if fields.text("payloadType") != TYPE or len(every) != 1:
        raise BadInput("The signature is of something else.")
    fields.done()
    one = Fields(every[0], "The signature")
    found = one.text("keyid"), one.raw("sig")
    one.done()
    return found


def profile_row(profile: Profile) -> Mapping[str, Any]:
    """What the recipient reads of the profile."""
    return {
        "name": profile.name,
        "levels": sorted(profile.levels),
        "parts": list(profile.parts),
        "people": profile.people,
        "history": profile.history,
        "attachments": profile.attachments,
        "notes": profile.notes,
        "graphs": list(profile.graphs),
    }


def profile_of(told: object, audience: Audience | None = None) -> Profile:
    """A profile from its row. Raises ``BadInput`` and ``BadTerm``."""
    fields = Fields(told, "The profile")
    try:
        levels = frozenset(Level(each) for each in fields.texts("levels"))
    except ValueError as error:
        raise BadInput("The profile names a confidentiality that is none.") from error
    profile = Profile(
        fields.text("name"),
        levels,
        _iris(fields, "parts"),
        fields.truth("people"),
        fields.truth("history"),
        fields.truth("attachments"),
        fields.truth("notes"),
        _iris(fields, "graphs"),
        audience,
    )
    fields.done()
    return profile


def audience_of(told: object) -> Audience:
    """An audience from its row. Raises ``BadInput``."""
    fields = Fields(told, "The audience")
    found = Audience(fields.text("organization"), fields.text("name"), fields.text("key"))
    fields.done()
    if found.key and not keys.is_key_id(found.key):
        raise BadInput("The audience has a key that is none.")
    return found


def _audience_row(audience: Audience) -> Mapping[str, Any]:
    return {"organization": audience.organization, "name": audience.name, "key": audience.key}


def _manifest(seals: Seals, fields: Fields) -> Manifest:
    found = Manifest(
        fields.text("project"),
        terms.iri(fields.text("base")),
        fields.number("sequence"),
        _digest(fields.text("previous"), "previous", empty=True),
        fields.time("sent"),
        key_cards.of_row(seals, fields.object("sender")),
        audience_of(fields.object("audience")),
        fields.text("purpose"),
        profile_of(fields.object("profile")),
        fields.number("statements"),
        _digest(fields.text("graph_sha256"), "graph_sha256"),
        tuple(_file(each) for each in fields.objects("files")),
        _digest(fields.text("answers"), "answers", empty=True),
    )
    fields.done()
    if not found.sequence or bool(found.previous) != (found.sequence > 1) or len(found.purpose) > _LONGEST_TEXT:
        raise BadInput("What it says about itself does not fit together.")
    paths = [each.path for each in found.files]
    if paths != sorted(set(paths)) or not all(map(bundle.known_path, paths)):
        raise BadInput("It lists files that no bundle of this version holds.")
    graph = next((each for each in found.files if each.path == bundle.GRAPH), None)
    if graph is None or graph.sha256 != found.graph_sha256:
        raise BadInput("It does not list the graph that it names.")
    return found


def _file(told: object) -> BundledFile:
    fields = Fields(told, "A file of the manifest")
    found = BundledFile(fields.text("path"), _digest(fields.text("sha256"), "sha256"), fields.number("size"))
    fields.done()
    return found


def _iris(fields: Fields, name: str) -> tuple[Iri, ...]:
    return tuple(terms.iri(each) for each in fields.texts(name))


def _digest(text: str, name: str, *, empty: bool = False) -> str:
    if not (empty and not text) and not (len(text) == _DIGEST_LENGTH and keys.is_key_id(text)):
        raise BadInput(f"“{name}” is no SHA-256.")
    return text
