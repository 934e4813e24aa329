"""A team at work over weeks: goals, people in several zones, answers; everything said, as a calendar."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.render import plain
from coach.following import CheckIn, CheckInState, Schedule
from coach.goal import Goal
from coach.outgoing import Lane, Outgoing
from coach.people import Profile
from coach.ports import UnitOfWork
from coach.scheduling import schedules_of
from coach.speech import Line, Style
from coach.testing import CountingIds
from coach.usecases.call import Call
from coach.usecases.following import nudge_due

WORKSPACE = "T1"
QUARTER_HOUR = timedelta(minutes=15)


class OpenUow(Protocol):
    """Opens a unit of work, in memory or on a database."""

    def __call__(self) -> UnitOfWork: ...


@dataclass
class Team:
    """People and goals; time goes on by passes on the quarter hour."""

    open_uow: OpenUow
    now: datetime
    ids: CountingIds = field(default_factory=CountingIds)

    def meets(self, people: Sequence[Profile]) -> None:
        """These people are known."""
        with self.open_uow() as uow:
            for person in people:
                uow.people.put(person)
            uow.commit()

    def begins(self, goal: Goal) -> None:
        """A goal is confirmed."""
        with self.open_uow() as uow:
            uow.goals.add(goal)
            users = {goal.owner, goal.author, *goal.contributors}
            found = {user: uow.people.get(WORKSPACE, user) for user in sorted(users)}
            people = {user: profile for user, profile in found.items() if profile is not None}
            for schedule in schedules_of(goal, people, self.ids, self.now):
                uow.schedules.put(schedule)
            uow.commit()

    def passes(self, at: datetime) -> None:
        """One pass over what is due."""
        self.now = at
        with self.open_uow() as uow:
            nudge_due(uow, self.ids, at)
            uow.commit()

    def does(self, user: str, use_case: Callable[[Call], object]) -> None:
        """Somebody does something."""
        with self.open_uow() as uow:
            profile = uow.people.get(WORKSPACE, user)
            assert profile is not None
            use_case(Call(uow, self.ids, WORKSPACE, self.ids.new(), self.now, profile))
            uow.commit()

    def next_pass(self) -> datetime | None:
        """The first quarter of an hour at which something is due."""
        with self.open_uow() as uow:
            due = uow.schedules.next_due()
        if due is None:
            return None
        start = datetime(2027, 1, 1, tzinfo=UTC)
        behind = max(due, self.now + timedelta(seconds=1)) - start
        return start + -(-behind // QUARTER_HOUR) * QUARTER_HOUR

    def waiting(self, user: str) -> Sequence[CheckIn]:
        """What waits for somebody's answer, in the order asked."""
        with self.open_uow() as uow:
            return uow.check_ins.waiting_for(WORKSPACE, user)[::-1]

    def check_ins(self, goal: str) -> Sequence[CheckIn]:
        """All check-ins of a goal."""
        with self.open_uow() as uow:
            return uow.check_ins.of_goal(WORKSPACE, goal)

    def schedules(self, goal: str) -> Sequence[Schedule]:
        """All schedules of a goal."""
        with self.open_uow() as uow:
            return uow.schedules.of_goal(WORKSPACE, goal)


def is_daily(one: Outgoing) -> bool:
    """Whether a message counts as somebody's one message of the day."""
    return one.lane is Lane.NUDGE and one.dedupe_key.startswith("day:")


def on_the_calendar(one: Outgoing, person: Profile) -> str:
    """A message as a line of a calendar: the reader's own day and hour, and what it says first."""
    local = one.at.astimezone(person.tz)
    lines = [
        plain(part.message, one.language)
        for part in one.speech.parts
        if isinstance(part, Line) and part.style is not Style.QUIET
    ]
    city = person.zone.partition("/")[2]
    return f"{local:%a %d %b %H:%M} {city:<8} {person.name:<7} {' / '.join(lines)}"


def left_out(one: CheckIn, person: Profile, goal: str) -> str:
    """A check-in that was not asked, as a line of a calendar."""
    assert one.state is CheckInState.SKIPPED
    return f"{one.due_on:%a %d %b}  –    {'':<8} {person.name:<7} ({goal} not asked: {one.skipped})"
