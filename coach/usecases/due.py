"""One schedule that came due, with what is needed to deal with it."""

from datetime import datetime

from coach.following import Schedule
from coach.goal import Goal
from coach.outgoing import Lane, Outgoing
from coach.people import Profile
from coach.ports import Ids, UnitOfWork
from coach.speech import Speech


class Due:
    """A due schedule in its transaction; what is said of it is counted."""

    def __init__(self, uow: UnitOfWork, ids: Ids, now: datetime, schedule: Schedule) -> None:
        self.uow, self.ids, self.now, self.schedule = uow, ids, now, schedule
        self.enqueued = 0

    def person(self, user: str | None) -> Profile | None:
        """What is known of a person."""
        return self.uow.people.get(self.schedule.workspace, user) if user else None

    def leader(self, goal: Goal) -> Profile | None:
        """Who leads the goal, else who set it."""
        return self.person(goal.owner) or self.person(goal.author)

    def say(
        self,
        speech: Speech,
        to: str,
        goal: Goal,
        lane: Lane,
        who: Profile | None = None,
        *,
        key: str | None = None,
    ) -> None:
        """Put a message in line, once for this schedule's due instant and reader.

        Args:
            speech: What is said.
            to: Slack id of the person or channel.
            goal: The goal that it is about; a channel is spoken to in its language.
            lane: How urgent it is.
            who: The reader, where it is a person.
            key: Under which it can be found again; None: the schedule's own.
        """
        due_at = self.schedule.due_at or self.now
        self.enqueued += self.uow.outbox.add(
            Outgoing(
                workspace=self.schedule.workspace,
                to=to,
                language=who.language if who is not None else goal.language,
                speech=speech,
                dedupe_key=key or f"{self.schedule.id}:{due_at.isoformat()}:{to}",
                lane=lane,
                at=self.now,
            )
        )
