"""What `jalon doctor` tells: one line a thing looked at."""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How a thing was found; told by a word, not by a colour."""

    OK = "ok"
    NOTE = "note"
    """Worth knowing; nothing is wrong with it."""
    SKIPPED = "skipped"
    """It could not be looked at, because something before it is missing."""
    MISSING = "MISSING"
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    title: str
    words: str
    mark: Mark = Mark.OK

    @property
    def fine(self) -> bool:
        """Whether nobody has to do anything."""
        return self.mark not in {Mark.MISSING, Mark.WRONG}

    def line(self) -> str:
        """The finding as a line of text."""
        return f"{self.mark:<7}  {self.title}: {self.words}"
