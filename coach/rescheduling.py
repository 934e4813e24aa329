"""What a goal has coming follows it when it is changed: who is asked, where news goes, when it ends."""

from collections.abc import Sequence
from datetime import datetime

from coach.following import Schedule, ScheduleKind
from coach.goal import Goal
from coach.people import Profile
from coach.ports import Ids
from coach.scheduling import close_at, next_check_in, next_post


def rescheduled(
    before: Goal,
    after: Goal,
    people: dict[str, Profile],
    existing: Sequence[Schedule],
    ids: Ids,
    now: datetime,
) -> tuple[Schedule, ...]:
    """The schedules that a changed goal needs put, the old ones adjusted; other kinds stay as they are.

    Args:
        before: The goal as it stood.
        after: The goal as it stands now.
        people: The profiles of those who lead and take part, by user id; who is missing is left out.
        existing: The goal's schedules.
        ids: Where new ids come from.
        now: The instant, aware.
    """
    owner = people.get(after.owner) or people.get(after.author)
    if owner is None:
        return ()
    askees = {user for user in (owner.user, *after.contributors) if user in people}
    askees = {user for user in askees if not people[user].deactivated}
    found = {(one.kind, one.user): one for one in existing}

    def schedule(kind: ScheduleKind, user: str | None = None) -> Schedule:
        return found.get((kind, user)) or Schedule(
            id=ids.new(), workspace=after.workspace, kind=kind, goal=after.id, user=user, due_at=None
        )

    same_rhythm = before.check_in == after.check_in and before.deadline <= after.deadline
    made = [
        one.model_copy(update={"due_at": None})
        for one in existing
        if one.kind is ScheduleKind.CHECK_IN and one.user not in askees
    ]
    for user in sorted(askees):
        one = schedule(ScheduleKind.CHECK_IN, user)
        if one.due_at is None or not same_rhythm:
            one = one.model_copy(update={"due_at": next_check_in(after, people[user], now)})
        made.append(one)
    made += _posts(after, owner, existing, ids, now)
    made.append(schedule(ScheduleKind.CLOSE).model_copy(update={"due_at": close_at(after, owner)}))
    return tuple(made)


def _posts(
    goal: Goal, owner: Profile, existing: Sequence[Schedule], ids: Ids, now: datetime
) -> list[Schedule]:
    """One post a channel: the one that the goal has now."""
    posts = [one for one in existing if one.kind is ScheduleKind.POST]
    if goal.channel is None:
        return [one.model_copy(update={"due_at": None}) for one in posts]
    due = next_post(goal, owner, now)
    if posts:
        return [one.model_copy(update={"channel": goal.channel, "due_at": due}) for one in posts[:1]]
    return [
        Schedule(
            id=ids.new(),
            workspace=goal.workspace,
            kind=ScheduleKind.POST,
            goal=goal.id,
            channel=goal.channel,
            due_at=due,
        )
    ]
