"""How a form stands, in words for its foot."""

from __future__ import annotations

from dataclasses import dataclass

from kgapp.ui.words import tr


@dataclass(frozen=True, slots=True)
class Standing:
    """How many fields were changed and how many cannot be saved, and what else keeps a form from being saved."""

    new: bool
    changed: int
    wrong: int
    to_choose: bool
    saving: bool
    writable: bool

    @property
    def ready(self) -> bool:
        """Whether it may be saved."""
        return (self.changed > 0 or self.new) and not self.saving and self.writable

    @property
    def words(self) -> str:
        """What the foot says."""
        if self.saving:
            return tr("Saving…")
        if not self.writable:
            return tr("This project is open for reading only.")
        count, words = self.changed, list[str]()
        if count:
            words.append(tr("1 field changed") if count == 1 else tr("{count} fields changed").format(count=count))
        if self.wrong and (count or not self.new):
            one = self.wrong == 1
            words.append(tr("1 to correct before saving") if one else tr("{count} to correct").format(count=self.wrong))
        if self.to_choose:
            words.append(tr("choose what was changed meanwhile"))
        return " · ".join(words)
