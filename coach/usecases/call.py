"""Who did what, when; and how what is said to them is put in line."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Self

from coach.draft import Draft
from coach.language import understand
from coach.language.reading import Language, Understanding
from coach.messages.base import Message
from coach.outgoing import Lane, MessageRef, Outgoing
from coach.people import Focus, FocusKind, Profile
from coach.ports import Ids, UnitOfWork
from coach.speech import Line, Speech


@dataclass
class Call:
    """One thing that happened, and the unit of work in which it is dealt with."""

    uow: UnitOfWork
    ids: Ids
    workspace: str
    event: str
    """What Slack calls this event: the same when it is sent again."""
    now: datetime
    person: Profile
    """Who did it."""
    pressed: MessageRef | None = None
    """The message whose button was pressed."""
    retention_days: int = 365
    """How long what is over is kept."""
    _said: int = field(default=0)
    _open_drafts: Sequence[Draft] | None = field(default=None)
    _understood: dict[str, Understanding] = field(default_factory=dict)

    @property
    def user(self) -> str:
        """Slack user id of who did it."""
        return self.person.user

    @property
    def today(self) -> date:
        """The person's local date."""
        return self.now.astimezone(self.person.tz).date()

    def understood(self, text: str) -> Understanding:
        """What a text says for itself, whatever was asked: read once, however many look at it."""
        if text not in self._understood:
            self._understood[text] = understand(text, None, self.today, fallback=self.person.language)
        return self._understood[text]

    def say(
        self,
        speech: Speech | Message,
        *,
        to: str | None = None,
        language: Language | None = None,
        lane: Lane = Lane.ANSWER,
        replaces: MessageRef | None = None,
        thread: str | None = None,
        key: str | None = None,
        keeps: str | None = None,
        below: Speech | None = None,
    ) -> str:
        """Put a message in line, to the person unless somebody else is named; its dedupe key."""
        self._said += 1
        key = key or f"{self.event}:{self._said}"
        self._put(
            Outgoing(
                workspace=self.workspace,
                to=to or self.user,
                language=language or self.person.language,
                speech=Speech((Line(speech),)) if isinstance(speech, Message) else speech,
                dedupe_key=key,
                lane=lane,
                at=self.now,
                replaces=replaces,
                thread=thread,
                keeps=keeps,
                below=below,
            )
        )
        return key

    def _put(self, outgoing: Outgoing) -> None:
        """Put a message in line."""
        self.uow.outbox.add(outgoing)

    def focus(self, kind: FocusKind, subject: str) -> None:
        """Their next words are about this."""
        focus = Focus(kind=kind, id=subject)
        if focus != self.person.focus:
            self.person = self.person.model_copy(update={"focus": focus})
            self.uow.people.put(self.person)

    def open_drafts(self) -> Sequence[Draft]:
        """Their goals in the making as this turn found them, the latest touched first."""
        if self._open_drafts is None:
            self._open_drafts = self.uow.drafts.open_of(self.workspace, self.user)
        return self._open_drafts

    def language_of(self, user: str) -> Language:
        """The language of somebody else, or this person's where they were never met."""
        profile = self.uow.people.get(self.workspace, user)
        return profile.language if profile is not None else self.person.language


@dataclass
class Shown(Call):
    """A call whose answer is shown in a window: it is not put in line, and no words are expected next."""

    answer: Speech | None = None

    @classmethod
    def instead_of(cls, call: Call) -> Self:
        """The same call, to be shown."""
        return cls(**{one.name: getattr(call, one.name) for one in fields(call) if one.name[0] != "_"})

    def _put(self, outgoing: Outgoing) -> None:
        """Keep what the person would have been told; nobody else is told anything."""
        if outgoing.to == self.user:
            self.answer = outgoing.speech

    def focus(self, kind: FocusKind, subject: str) -> None:
        """Their next words are about what they were about before."""
