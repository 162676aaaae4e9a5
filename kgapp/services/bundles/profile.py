"""The profiles of a project: what goes to whom, by name. They are kept beside the project's views and go nowhere."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Final

from kgapp.domain.bundle import Audience, Level, Profile
from kgapp.domain.errors import BadInput, BadTerm, NotFound
from kgapp.domain.keys import LONGEST_NAME
from kgapp.domain.terms import Iri
from kgapp.services.bundles import manifest, rules
from kgapp.services.ports import RecordReader
from kgapp.services.workspace import Workspace

KIND: Final = "bundle-profile"
_PAGE: Final = "exchange"

USUAL: Final = (
    Profile("partner"),
    Profile("public", frozenset((Level.PUBLIC,))),
)
"""The profiles that every project has; their recipient is named when a bundle is made."""


def every(reader: RecordReader) -> tuple[Profile, ...]:
    """The profiles of a project, its own ones first; one that cannot be read is an error, not left out."""
    own = tuple(_read(name, content) for name, content in reader.views(KIND))
    names = {each.name for each in own}
    return (*own, *(each for each in USUAL if each.name not in names))


def named(reader: RecordReader, name: str) -> Profile:
    """A profile by its name. Raises ``NotFound``."""
    found = next((each for each in every(reader) if each.name.casefold() == name.strip().casefold()), None)
    if found is None:
        known = ", ".join(each.name for each in every(reader))
        raise NotFound(f"There is no profile “{name}”.", hint=f"There are: {known}.")
    return found


def keep(workspace: Workspace, profile: Profile) -> None:
    """Keep a profile in place of one of the same name. Raises ``BadInput`` and ``ReadOnly``."""
    checked(workspace.reader, profile)
    assert profile.audience is not None, "it was checked"
    told = {"audience": vars_of(profile.audience), "profile": manifest.profile_row(profile)}
    workspace.keep_view(profile.name, KIND, json.dumps(told, ensure_ascii=False))


def drop(workspace: Workspace, name: str) -> None:
    """Forget a profile. Raises ``NotFound`` and ``ReadOnly``."""
    workspace.drop_view(name, KIND)


def addressed(profile: Profile, audience: Audience | None) -> Profile:
    """The profile for this recipient, or for its own. Raises ``BadInput`` when neither is named."""
    wanted = audience or profile.audience
    if wanted is None:
        raise BadInput(
            f"The profile “{profile.name}” names no recipient.", hint="Say whom the bundle is for.", page=_PAGE
        )
    return replace(profile, audience=wanted)


def checked(reader: RecordReader, profile: Profile) -> None:
    """Raise ``BadInput`` for a profile that cannot be."""
    if not profile.name.strip() or len(profile.name) > LONGEST_NAME or not profile.name.isprintable():
        raise BadInput("A profile has a name of one line.", page=_PAGE)
    if not profile.levels:
        raise BadInput("A profile lets something go: public, partner or internal.", page=_PAGE)
    addressed(profile, None)
    base = reader.meta().base
    shut = [each for each in profile.graphs if each in {f"{base}{own}" for own in rules.OWN_GRAPHS}]
    if shut:
        raise BadInput(f"The graph <{shut[0]}> goes into no bundle: it holds how you work.", page=_PAGE)
    there = {graph for graph, _ in reader.graphs()}
    unknown = [each for each in profile.graphs if each not in there]
    if unknown:
        raise BadInput(f"The project has no graph <{unknown[0]}>.", page=_PAGE)


def nameable(reader: RecordReader) -> tuple[Iri, ...]:
    """The graphs that go only where a profile names them or they are marked."""
    base = reader.meta().base
    shut = {f"{base}{each}" for each in ("graph/main", *rules.OWN_GRAPHS)}
    return tuple(graph for graph, _ in reader.graphs() if graph not in shut)


def vars_of(audience: Audience) -> dict[str, str]:
    """An audience as it is kept."""
    return {"organization": audience.organization, "name": audience.name, "key": audience.key}


def _read(name: str, content: str) -> Profile:
    try:
        told = json.loads(content)
        return manifest.profile_of(told["profile"], manifest.audience_of(told["audience"]))
    except (ValueError, KeyError, TypeError, RecursionError, BadInput, BadTerm) as error:
        raise BadInput(f"The profile “{name}” cannot be read.", hint="Drop it and make it anew.", page=_PAGE) from error
