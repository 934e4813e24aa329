"""A channel's progress post that comes due: totals only, nobody named for what they did not do."""

from datetime import date, datetime, timedelta

from coach.following import CheckInAsks
from coach.goal import Goal, GoalState
from coach.messages import following as say
from coach.messages.base import Channel
from coach.outgoing import Lane, Outgoing
from coach.ports import UnitOfWork
from coach.progress import assess, expected_level
from coach.scheduling import next_post
from coach.speech import Line, Part, Speech, Style
from coach.usecases.check_ins import metric_of, next_stage
from coach.usecases.due import Due

LATE = timedelta(days=2)
"""A post later than this is last week's news: it is left out, the next one tells all."""


def post(due: Due, goal: Goal) -> datetime | None:
    """Tell the channel where the goal stands; when it is told next, None where it is over."""
    owner = due.leader(goal)
    if owner is None or goal.channel is None:
        return None
    late = due.schedule.due_at is not None and due.now - due.schedule.due_at > LATE
    if goal.state is GoalState.ACTIVE and not late:
        today = due.now.astimezone(owner.tz).date()
        due.say(progress_post(due.uow, goal, today), goal.channel, goal, Lane.POST)
    return next_post(goal, owner, due.now)


def progress_post(uow: UnitOfWork, goal: Goal, today: date) -> Speech:
    """The week's news for the channel: totals only, nobody named for what they did not do."""
    metric = metric_of(goal)
    figures = uow.measurements.of_goal(goal.workspace, goal.id)
    progress = assess(goal, figures, today)
    parts: list[Part] = [Line(say.PostTitle(), Style.HEADING)]
    expected = expected_level(goal, today)
    if goal.baseline is None or goal.target is None:
        parts.append(Line(say.PostMeasuring(metric)))
    elif progress.latest is None or expected is None:
        parts.append(Line(say.PostNoFigure(metric, goal.target, goal.deadline)))
    else:
        parts.append(Line(say.PostFigure(metric, progress.latest, expected, goal.target, goal.deadline)))
        parts.append(Line(say.HowItStands(say.Standing(progress.status))))
    if (actions := _actions_this_week(uow, goal, today)) is not None:
        parts.append(Line(actions))
    stage = next_stage(goal, today, progress.latest)
    if stage is not None:
        parts.append(Line(stage))
    parts.append(Line(say.PostThanks(), Style.QUIET))
    return Speech(tuple(parts))


SMALLEST_GROUP = 3
"""Figures of fewer people than this are not shown to others (DOMAIN.md: private before public)."""


def _actions_this_week(uow: UnitOfWork, goal: Goal, today: date) -> say.PostActions | None:
    """How often the team's actions were done in the last seven days, where the group is large enough."""
    asked = [
        check_in
        for check_in in uow.check_ins.of_goal(goal.workspace, goal.id)
        if check_in.asks is CheckInAsks.ACTION and today - timedelta(days=7) < check_in.due_on <= today
    ]
    if len({check_in.user for check_in in asked}) < SMALLEST_GROUP:
        return None
    done = sum(check_in.done or 0 for check_in in asked)
    wanted = sum(check_in.wanted or 0 for check_in in asked)
    return say.PostActions(done, wanted)


def tell_undeliverable(uow: UnitOfWork, workspace: str, channel: str, now: datetime) -> int:
    """A channel cannot be posted to: its goals' owners are told once each, with the way out."""
    told = 0
    for goal in uow.goals.of_channel(workspace, channel):
        owner = uow.people.get(workspace, goal.owner) or uow.people.get(workspace, goal.author)
        if owner is None:
            continue
        told += uow.outbox.add(
            Outgoing(
                workspace=workspace,
                to=owner.user,
                language=owner.language,
                speech=Speech((Line(say.CannotPost(Channel(channel))),)),
                dedupe_key=f"cannot-post:{goal.id}:{channel}",
                lane=Lane.NUDGE,
                at=now,
            )
        )
    return told
