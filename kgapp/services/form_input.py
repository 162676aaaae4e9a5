"""What somebody entered in a form and has not saved: a plain value that can be kept as text and put back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kgapp.domain.errors import BadInput, BadTerm
from kgapp.domain.terms import Iri, parse
from kgapp.services.form_fields import Entry

_FORMAT: Final = "kgapp-form/1"


@dataclass(frozen=True, slots=True)
class FormDraft:
    """The fields of a form that were changed, with what stands in them.

    ``entity`` is empty for a new thing of the class ``kind``; ``revision`` is the one the form was read at.
    """

    entity: Iri
    kind: Iri
    revision: int
    fields: tuple[tuple[Iri, tuple[Entry, ...]], ...] = ()

    @property
    def key(self) -> str:
        """What the draft belongs to: a thing's address, or ``new CLASS``."""
        return self.entity or f"new {self.kind}"

    def inputs(self) -> Mapping[Iri, tuple[Entry, ...]]:
        """What stands in each changed field."""
        return dict(self.fields)

    def __bool__(self) -> bool:
        return bool(self.fields)

    def to_json(self) -> str:
        """The draft as text."""
        fields = [
            {"path": path, "entries": [[each.text, each.language, each.was, each.exact] for each in entries]}
            for path, entries in self.fields
        ]
        return json.dumps(
            {
                "format": _FORMAT,
                "entity": self.entity,
                "kind": self.kind,
                "revision": self.revision,
                "fields": fields,
            },
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, text: str) -> FormDraft:
        """The draft that ``to_json`` wrote. Raises ``BadInput`` for anything else."""
        try:
            told = json.loads(text)
            return _read(told)
        except (ValueError, KeyError, TypeError, RecursionError, BadTerm) as error:
            raise BadInput("What was kept of a form cannot be read.", hint="Enter it again.") from error


def _read(told: Any) -> FormDraft:
    if told["format"] != _FORMAT:
        raise ValueError(told["format"])
    fields = tuple(
        (Iri(str(field["path"])), tuple(_entry(*each) for each in field["entries"])) for field in told["fields"]
    )
    return FormDraft(Iri(str(told["entity"])), Iri(str(told["kind"])), int(told["revision"]), fields)


def _entry(text: Any, tag: Any, was: Any, exact: Any) -> Entry:
    if was:
        parse(str(was))
    return Entry(str(text), str(tag), str(was), bool(exact))
