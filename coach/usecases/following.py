"""What comes due: check-ins, posts and the end of goals, claimed in batches and put in line."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from coach.errors import DatabaseUnavailable
from coach.following import Schedule, ScheduleKind
from coach.goal import GoalState
from coach.ports import Ids, UnitOfWork
from coach.usecases.closing import close
from coach.usecases.due import Due
from coach.usecases.nudging import OF_A_PERSON, day_key, nudge
from coach.usecases.posting import post
from coach.usecases.waking import awake

BATCH = 50
"""Due rows claimed in one transaction."""
A_DAY = timedelta(days=1)
FOLLOWED = frozenset({GoalState.ACTIVE, GoalState.PAUSED})


@dataclass(frozen=True, slots=True)
class Pass:
    """What one batch did."""

    claimed: int
    enqueued: int
    more: bool = False
    """Whether more may be due."""


class Poisoned(Exception):
    """A due schedule could not be dealt with (`__cause__` says why); nothing of its batch may be kept."""

    def __init__(self, schedule: Schedule) -> None:
        super().__init__(schedule.id)
        self.schedule = schedule


def never() -> bool:
    """Nobody waits for the pass to give way."""
    return False


def nudge_due(
    uow: UnitOfWork, ids: Ids, now: datetime, limit: int = BATCH, give_way: Callable[[], bool] = never
) -> Pass:
    """Deal with up to `limit` due schedules: say what is due, and set when each is due next.

    Args:
        uow: The transaction; it is committed by the caller.
        ids: For what comes into being.
        now: The instant up to which things are due.
        limit: How many at most.
        give_way: Whether somebody waits; then the batch ends after the row at hand.

    Raises:
        Poisoned: one of them could not be dealt with.
    """
    claimed = uow.schedules.claim(now, limit)
    if claimed:
        with _blaming(claimed[0]):
            _expect(uow, now, claimed)
    dealt = enqueued = 0
    for schedule in claimed:
        with _blaming(schedule):
            enqueued += _deal_with(uow, ids, now, schedule)
        dealt += 1
        if give_way():
            break
    return Pass(dealt, enqueued, more=dealt < len(claimed) or len(claimed) == limit)


def _expect(uow: UnitOfWork, now: datetime, claimed: Sequence[Schedule]) -> None:
    """Each person's message of the day is looked for at once, before the first of them is made."""
    keys: dict[str, list[str]] = {}
    for one in claimed:
        if one.kind in OF_A_PERSON and one.user and (person := uow.people.get(one.workspace, one.user)):
            keys.setdefault(one.workspace, []).append(day_key(person, now))
    for workspace, theirs in keys.items():
        uow.outbox.expect(workspace, theirs)


@contextmanager
def _blaming(schedule: Schedule) -> Iterator[None]:
    """Say which schedule it was where dealing with it fails."""
    try:
        yield
    except DatabaseUnavailable:  # no fault of the row's
        raise
    except Exception as error:
        raise Poisoned(schedule) from error


def _deal_with(uow: UnitOfWork, ids: Ids, now: datetime, schedule: Schedule) -> int:
    """Say what is due, set the next time; how many messages were put in line."""
    due = Due(uow, ids, now, schedule)
    if schedule.kind in OF_A_PERSON:
        uow.schedules.put(_following(due, nudge(due)))
        return due.enqueued
    goal = uow.goals.get(schedule.workspace, schedule.goal) if schedule.goal else None
    following: datetime | None = None
    if goal is not None and goal.state in FOLLOWED:
        match schedule.kind:
            case ScheduleKind.POST:
                owner = due.leader(goal)
                if owner is not None:
                    goal = awake(uow, goal, now.astimezone(owner.tz).date())
                following = post(due, goal)
            case ScheduleKind.CLOSE:
                following = close(due, goal)
    uow.schedules.put(_following(due, following))
    return due.enqueued


def _following(due: Due, due_at: datetime | None) -> Schedule:
    """The schedule as it goes on; its troubles are forgotten, unless it only waits for better hours."""
    waits = not due.enqueued and due_at is not None and due_at - due.now < A_DAY
    forgotten: dict[str, object] = {} if waits else {"tries": 0, "trouble": None}
    return due.schedule.model_copy(update={"due_at": due_at, **forgotten})
