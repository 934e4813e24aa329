"""What comes due: check-ins, posts and the end of goals, claimed in batches and put in line."""

from dataclasses import dataclass
from datetime import datetime

from coach.following import Schedule, ScheduleKind
from coach.goal import GoalState
from coach.ports import Ids, UnitOfWork
from coach.usecases.closing import close
from coach.usecases.due import Due
from coach.usecases.nudging import OF_A_PERSON, nudge
from coach.usecases.posting import post

BATCH = 50
"""Due rows claimed in one transaction."""
FOLLOWED = frozenset({GoalState.ACTIVE, GoalState.PAUSED})


@dataclass(frozen=True, slots=True)
class Pass:
    """What one batch did."""

    claimed: int
    enqueued: int


def nudge_due(uow: UnitOfWork, ids: Ids, now: datetime, limit: int = BATCH) -> Pass:
    """Deal with up to `limit` due schedules: say what is due, and set when each is due next."""
    claimed = uow.schedules.claim(now, limit)
    enqueued = sum(_deal_with(uow, ids, now, schedule) for schedule in claimed)
    return Pass(len(claimed), enqueued)


def _deal_with(uow: UnitOfWork, ids: Ids, now: datetime, schedule: Schedule) -> int:
    """Say what is due, set the next time; how many messages were put in line."""
    due = Due(uow, ids, now, schedule)
    if schedule.kind in OF_A_PERSON:
        uow.schedules.put(schedule.model_copy(update={"due_at": nudge(due)}))
        return due.enqueued
    goal = uow.goals.get(schedule.workspace, schedule.goal) if schedule.goal else None
    following: datetime | None = None
    if goal is not None and goal.state in FOLLOWED:
        match schedule.kind:
            case ScheduleKind.POST:
                following = post(due, goal)
            case ScheduleKind.CLOSE:
                close(due, goal)
    uow.schedules.put(schedule.model_copy(update={"due_at": following}))
    return due.enqueued
