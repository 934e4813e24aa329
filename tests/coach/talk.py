"""Talking with the pure dialogue, without Slack or storage."""

from datetime import UTC, date, datetime
from typing import Any

from bot.render import words
from coach import dialogue
from coach.dialogue import Pressed, Said
from coach.draft import Draft
from coach.language.reading import Language, Slot
from coach.messages.base import Message
from coach.outcomes import Outcome
from coach.speech import Line, Speech, Verb

TODAY = date(2027, 1, 4)
NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)


class Talk:
    """One person making one goal."""

    def __init__(self, wish: str, language: Language = Language.FR, **known: Any) -> None:
        draft = Draft(
            id="d1",
            workspace="T1",
            author="U1",
            language=language,
            created_at=NOW,
            touched_at=NOW,
            wish=wish,
            **known,
        )
        self.asked: list[Slot] = []
        self._take(dialogue.begin(draft, TODAY))

    def _take(self, outcome: Outcome) -> "Talk":
        self.outcome = outcome
        self.draft = outcome.draft
        if outcome.speech is not None and self.draft.asked is not None:
            self.asked.append(self.draft.asked)
        return self

    def says(self, *texts: str) -> "Talk":
        """Say one thing after the other."""
        for text in texts:
            self._take(dialogue.step(self.draft, Said(text), NOW, TODAY))
        return self

    def presses(
        self, verb: Verb, *values: str, slot: Slot | None = None, version: int | None = None
    ) -> "Talk":
        """Press something on the last message (or one of an older version)."""
        pressed = Pressed(verb, version or self.draft.version, slot, values)
        return self._take(dialogue.step(self.draft, pressed, NOW, TODAY))

    @property
    def messages(self) -> list[Message]:
        """What was said last."""
        return messages_of(self.outcome.speech)

    def heard(self, kind: type[Message]) -> Any:
        """The last message of a kind, among what was said last."""
        return next(message for message in self.messages if isinstance(message, kind))

    def hears(self, kind: type[Message]) -> bool:
        """Whether a message of a kind was said last."""
        return any(isinstance(message, kind) for message in self.messages)

    @property
    def text(self) -> str:
        """What was said last, in words."""
        return "\n".join(words(message, self.draft.language) for message in self.messages)

    @property
    def is_ready(self) -> bool:
        """Whether nothing is left to ask."""
        return self.draft.asked is None


def messages_of(speech: Speech | None) -> list[Message]:
    """The messages of a speech, those inside others included."""
    found: list[Message] = []
    for part in speech.parts if speech is not None else ():
        if isinstance(part, Line):
            found.append(part.message)
            found += getattr(part.message, "items", ())
    return found
