"""What comes due: check-ins, posts and the end of goals, claimed in batches and put in line."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from coach.catalogue import METRICS
from coach.following import CheckIn, CheckInAsks, CheckInState, Schedule, ScheduleKind
from coach.goal import Goal, GoalState, LeverAction
from coach.messages import following as say
from coach.messages.base import Channel
from coach.outgoing import Lane, Outgoing
from coach.people import Focus, FocusKind, Profile
from coach.ports import Ids, UnitOfWork
from coach.progress import assess, planned_level
from coach.quantity import Quantity, Unit
from coach.rounding import rounded
from coach.scheduling import next_check_in, next_post
from coach.speech import Button, Line, Part, Row, Speech, Style, Verb
from coach.targets import kind_in
from coach.usecases.check_ins import metric_of, next_stage

BATCH = 50
"""Due rows claimed in one transaction."""
LATE = timedelta(days=2)
"""A post later than this is last week's news: it is left out, the next one tells all."""


@dataclass(frozen=True, slots=True)
class Pass:
    """What one batch did."""

    claimed: int
    enqueued: int


def nudge_due(uow: UnitOfWork, ids: Ids, now: datetime, limit: int = BATCH) -> Pass:
    """Deal with up to `limit` due schedules: say what is due, and set when each is due next."""
    due = uow.schedules.claim(now, limit)
    enqueued = 0
    for schedule in due:
        batch = _Due(uow, ids, now, schedule)
        enqueued += batch.run()
    return Pass(len(due), enqueued)


class _Due:
    """One due schedule, with what is needed to deal with it."""

    def __init__(self, uow: UnitOfWork, ids: Ids, now: datetime, schedule: Schedule) -> None:
        self.uow, self.ids, self.now, self.schedule = uow, ids, now, schedule
        self.enqueued = 0

    def run(self) -> int:
        """Say what is due, set the next time; how many messages were put in line."""
        schedule = self.schedule
        goal = self.uow.goals.get(schedule.workspace, schedule.goal)
        following: datetime | None = None
        if goal is not None and goal.state in {GoalState.ACTIVE, GoalState.PAUSED}:
            match schedule.kind:
                case ScheduleKind.CHECK_IN:
                    following = self._check_in(goal)
                case ScheduleKind.POST:
                    following = self._post(goal)
                case ScheduleKind.CLOSE:
                    self._close(goal)
        self.uow.schedules.put(schedule.model_copy(update={"due_at": following}))
        return self.enqueued

    def _person(self, user: str | None) -> Profile | None:
        return self.uow.people.get(self.schedule.workspace, user) if user else None

    def _say(self, speech: Speech, to: str, goal: Goal, lane: Lane, who: Profile | None) -> None:
        due_at = self.schedule.due_at or self.now
        self.enqueued += self.uow.outbox.add(
            Outgoing(
                workspace=self.schedule.workspace,
                to=to,
                language=who.language if who is not None else goal.language,
                speech=speech,
                dedupe_key=f"{self.schedule.id}:{due_at.isoformat()}:{to}",
                lane=lane,
                at=self.now,
            )
        )

    # --- check-ins ---
    def _check_in(self, goal: Goal) -> datetime | None:
        person = self._person(self.schedule.user)
        if person is None or person.deactivated:
            return None
        following = next_check_in(goal, person, self.now)
        if goal.state is GoalState.PAUSED:
            return following
        today = self.now.astimezone(person.tz).date()
        if today > goal.deadline:
            return None
        asked = self._ask(goal, person, today)
        if asked is None:
            return following
        for old in self.uow.check_ins.of_goal(goal.workspace, goal.id):
            if old.user == person.user and old.state is CheckInState.ASKED:
                self.uow.check_ins.save(old.model_copy(update={"state": CheckInState.MISSED}))
        check_in, speech = asked
        self.uow.check_ins.add(check_in)
        self.uow.people.put(
            person.model_copy(update={"focus": Focus(kind=FocusKind.CHECK_IN, id=check_in.id)})
        )
        self._say(speech, person.user, goal, Lane.NUDGE, person)
        return following

    def _ask(self, goal: Goal, person: Profile, today: date) -> tuple[CheckIn, Speech] | None:
        """The owner is asked for the figure, a contributor for their action; None where there is none."""
        base = CheckIn(
            id=self.ids.new(),
            workspace=goal.workspace,
            goal=goal.id,
            user=person.user,
            asked_at=self.now,
            due_on=today,
        )
        if person.user == goal.owner:
            level = expected_level(goal, today)
            check_in = base.model_copy(update={"expected": level})
            return check_in, figure_question(goal, check_in)
        action = next(iter(goal.actions), None)
        if action is None:
            return None
        check_in = base.model_copy(update={"asks": CheckInAsks.ACTION, "wanted": action.a_week})
        return check_in, action_question(goal, check_in, action)

    # --- posts ---
    def _post(self, goal: Goal) -> datetime | None:
        owner = self._person(goal.owner) or self._person(goal.author)
        if owner is None or goal.channel is None:
            return None
        following = next_post(goal, owner, self.now)
        late = self.schedule.due_at is not None and self.now - self.schedule.due_at > LATE
        if goal.state is GoalState.ACTIVE and not late:
            today = self.now.astimezone(owner.tz).date()
            speech = progress_post(self.uow, goal, today)
            self._say(speech, goal.channel, goal, Lane.POST, None)
        return following

    # --- the end ---
    def _close(self, goal: Goal) -> None:
        owner = self._person(goal.owner) or self._person(goal.author)
        today = (self.now.astimezone(owner.tz) if owner is not None else self.now).date()
        figures = self.uow.measurements.of_goal(goal.workspace, goal.id)
        progress = assess(goal, figures, today)
        standing = say.Standing(progress.status)
        state = GoalState.ACHIEVED if standing is say.Standing.ACHIEVED else GoalState.MISSED
        self.uow.goals.save(goal.model_copy(update={"state": state, "version": goal.version + 1}))
        ended: list[Part] = [Line(say.GoalEnded(_final(standing, any_figure=progress.latest is not None)))]
        if progress.latest is not None and goal.baseline is not None and goal.target is not None:
            ended.append(
                Line(say.GoalEndedFigures(metric_of(goal), goal.baseline, progress.latest, goal.target))
            )
        if goal.channel is not None:
            self._say(Speech((*ended, Line(say.PostThanks()))), goal.channel, goal, Lane.POST, None)
        if owner is not None:
            new = Button(Verb.HELP, say.LabelNextGoal(), goal.id)
            speech = Speech((*ended, Line(say.LookBack()), Row((new,))))
            self._say(speech, owner.user, goal, Lane.NUDGE, owner)


def _final(standing: say.Standing, *, any_figure: bool) -> say.Standing:
    if standing is say.Standing.ACHIEVED:
        return standing
    return say.Standing.MISSED if any_figure else say.Standing.WAITING


def figure_question(goal: Goal, check_in: CheckIn) -> Speech:
    """The owner's check-in: the figure, with what the plan expects."""
    metric = metric_of(goal)
    known = goal.baseline or goal.target
    kind = kind_in(goal.metric, known.unit) if known is not None else METRICS[goal.metric].kind
    buttons: list[Button] = []
    if check_in.expected is not None:
        parts: list[Part] = [Line(say.CheckInFigure(metric, check_in.expected))]
        buttons.append(Button(Verb.ON_PLAN, say.LabelOnPlan(check_in.expected), check_in.id, primary=True))
    else:
        parts = [Line(say.CheckInFigureFirst(metric))]
    other = say.LabelFigure() if check_in.expected is not None else say.LabelFirstFigure()
    buttons += [
        Button(Verb.CHECK_IN, other, check_in.id),
        Button(Verb.BLOCKED, say.LabelBlocked(), check_in.id),
    ]
    if goal.target is not None:
        parts.append(Line(say.CheckInGoal(goal.target, goal.deadline), Style.QUIET))
    return Speech((*parts, Row(tuple(buttons)), Line(say.CheckInHow(kind), Style.QUIET)))


def action_question(goal: Goal, check_in: CheckIn, action: LeverAction) -> Speech:
    """A contributor's check-in: was the week's action done?"""
    wanted = check_in.wanted or 1
    buttons = (
        Button(Verb.DONE, say.LabelDone(), check_in.id, primary=True),
        Button(Verb.NOT_YET, say.LabelNotYet(), check_in.id),
        Button(Verb.BLOCKED, say.LabelBlocked(), check_in.id),
    )
    del goal
    return Speech(
        (
            Line(say.CheckInAction(wanted, action.text)),
            Row(buttons),
            Line(say.CheckInHowAction(), Style.QUIET),
        )
    )


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


_SHOWN_STEP = {Unit.PERCENT: Decimal("0.1"), Unit.SCORE: Decimal("0.1"), Unit.SECONDS: Decimal(1)}


def expected_level(goal: Goal, today: date) -> Quantity | None:
    """The planned level of a day, as finely as people follow the metric."""
    level = planned_level(goal, today)
    if level is None:
        return None
    if level.is_duration:
        seconds = rounded(level.converted(Unit.SECONDS).value, Decimal(1))
        return Quantity(value=seconds, unit=Unit.SECONDS).converted(level.unit)
    return Quantity(value=rounded(level.value, _SHOWN_STEP.get(level.unit, Decimal(1))), unit=level.unit)


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
