"""What a channel reads of its goals: one post however many they are, the most important first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coach.achievability import difference_unit
from coach.broken_guard import broken_guard, instead_of_praise
from coach.earlier_plans import planned_anew_on
from coach.goal import Goal, Measurement, Period
from coach.guard import GuardFigure
from coach.messages import guards
from coach.messages import posts as say
from coach.messages.base import Change, Message, MetricName
from coach.messages.following import Standing, TargetHeld, TargetReachedThen
from coach.milestones import milestones, reached
from coach.naming import metric_of
from coach.outlook import outlook, surely_misses
from coach.posting import WEEK, PostKind, Told
from coach.progress import (
    Progress,
    Status,
    adds_up,
    expected_level,
    is_beyond,
    shown_level,
    valid_measurements,
)
from coach.quantity import Quantity
from coach.speech import Divider, Line, Part, Picture, Speech, Style

TOLD_WHOLE = 4
"""Goals that a post tells in full; the others get one line each."""
LINES = 30
"""Goals told in one line; of the rest only the number is told."""
BEHIND = frozenset({Status.AT_RISK, Status.OFF_TRACK})
UNTOLD = frozenset({Status.WAITING, Status.ACHIEVED, Status.PAUSED, Status.STALE})
"""Standings that are told otherwise than in a sentence of their own, or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One goal, as a post tells it."""

    goal: Goal
    progress: Progress
    figure: Measurement | None = None
    """The latest figure that counts, in the goal's unit."""
    before: Told | None = None
    """What the post before told of it."""
    reached: int = 0
    """Milestones reached by now, as far as the latest figure holds them; none where it fell back."""
    stages: tuple[Period, ...] = ()
    """All of its milestones."""
    coming: Period | None = None
    """The next stage of the plan."""
    picture: Picture | None = None
    actions: tuple[int, int] | None = None
    """How often the team's actions were done, and wanted, where the group is large enough."""
    held: bool = False
    """Whether an earlier post has told that the target is reached."""
    earlier: Measurement | None = None
    """The figure that the latest one is compared with: the last one of the post before's day, or earlier."""
    passed: Message | None = None
    """What is said of a stage whose day is past and that is not reached."""
    guard: GuardFigure | None = None
    """The latest figure of what must not break."""
    guard_is_new: bool = False
    """Whether that figure came since the post before."""

    @property
    def metric(self) -> MetricName:
        """The goal's metric as it is named to people."""
        return metric_of(self.goal)

    @property
    def is_new(self) -> bool:
        """Whether the figure came in since the post before."""
        return self.figure is not None and (self.before is None or self.before.measurement != self.figure.id)

    @property
    def has_news(self) -> bool:
        """Whether there is anything that the post before did not tell: a figure, actions, the goal itself."""
        done = bool(self.actions and self.actions[0])
        return self.is_new or self.before is None or done or self.guard_is_new

    @property
    def guard_breaks(self) -> bool:
        """Whether the latest figure of what must not break is past its limit."""
        return (
            self.guard is not None
            and self.goal.guard is not None
            and self.goal.guard.breaks_at(self.guard.value)
        )

    @property
    def tells_guard(self) -> bool:
        """Whether the guard's figure is told: while it breaks, and where a new one says that it holds."""
        return self.guard_breaks or self.guard_is_new

    @property
    def celebrated(self) -> tuple[Period, ...]:
        """Milestones that no post has told yet."""
        return self.stages[self._celebrated_before : self.reached]

    @property
    def _celebrated_before(self) -> int:
        """How many stages of the plan lie no further than what was celebrated, under whatever plan."""
        told = self.before
        if told is None or self.goal.target is None:
            return 0
        if told.furthest is None:
            return told.milestones
        unit, furthest = self.goal.target.unit, told.furthest
        ahead = (is_beyond(self.goal, Quantity(value=one.level, unit=unit), furthest) for one in self.stages)
        return next((number for number, is_ahead in enumerate(ahead) if is_ahead), len(self.stages))

    @property
    def _furthest(self) -> Quantity | None:
        """The furthest level that was celebrated by now."""
        known = self.before.furthest if self.before is not None else None
        if not self.reached or self.goal.target is None:
            return known
        level = Quantity(value=self.stages[self.reached - 1].level, unit=self.goal.target.unit)
        return level if known is None or is_beyond(self.goal, level, known) else known

    @property
    def told(self) -> Told:
        """What this post tells of it, to be kept."""
        figure = self.figure
        return Told(
            goal=self.goal.id,
            measurement=figure.id if figure is not None else None,
            value=figure.value if figure is not None else None,
            measured_on=figure.measured_on if figure is not None else None,
            news=self.has_news,
            guard=self.guard.id or None if self.guard is not None and self.tells_guard else None,
            milestones=max(self.reached, self.before.milestones if self.before is not None else 0),
            furthest=self._furthest,
        )


def in_order(news: Sequence[News]) -> list[News]:
    """The most important first: milestones reached, then what needs the team, then new figures."""

    def rank(one: News) -> tuple[bool, bool, bool, date, str]:
        reached = bool(one.celebrated) or (one.progress.status is Status.ACHIEVED and not one.held)
        return (
            not reached,
            one.progress.status not in BEHIND and not one.guard_breaks,
            not one.is_new,
            one.goal.deadline,
            one.goal.id,
        )

    return sorted(news, key=rank)


def post_speech(news: Sequence[News], kind: PostKind, on: date, *, note: Message | None = None) -> Speech:
    """A channel's post.

    Args:
        news: The channel's goals, in any order.
        kind: What it looks back on.
        on: The day that it speaks of.
        note: What has become of the post since it came out, where it was put right.
    """
    ordered = in_order(news)
    parts: list[Part] = [Line(say.PostHeading(kind, on), Style.HEADING)]
    if note is not None:
        parts.append(Line(note, Style.QUIET))
    for number, one in enumerate(ordered[:TOLD_WHOLE]):
        parts += ([Divider()] if number else []) + whole(one, on)
    others = ordered[TOLD_WHOLE:]
    if others:
        parts += [Divider(), Line(say.PostAlso())]
        parts += [Line(_in_a_line(one, on), Style.ITEM) for one in others[:LINES]]
    if len(others) > LINES:
        parts.append(Line(say.PostMore(len(others) - LINES), Style.QUIET))
    parts.append(Line(say.PostThanks(), Style.QUIET))
    return Speech(tuple(parts))


def whole(one: News, on: date) -> list[Part]:
    """A goal in full: where we stand, what moved, what is next."""
    parts: list[Part] = [Line(_figure(one, on))]
    passed = (one.passed,) if one.passed is not None else ()
    said = (*_celebrations(one), *_moved(one), *passed, *_standing(one), *_guard(one))
    parts += [Line(message) for message in said]
    if one.actions is not None:
        parts.append(Line(say.PostActions(*one.actions)))
    if one.coming is not None and one.goal.target is not None:
        level = Quantity(value=one.coming.level, unit=one.goal.target.unit)
        parts.append(Line(say.PostNext(level, one.coming.end)))
    if one.picture is not None:
        parts.append(one.picture)
    return parts


def _figure(one: News, on: date) -> Message:
    """The latest figure beside what the plan had for its day; where that is not the post's, with its day."""
    goal, figure = one.goal, one.figure
    if goal.baseline is None or goal.target is None:
        return say.PostMeasuring(one.metric)
    if figure is None:
        return say.PostNoFigure(one.metric, goal.target, goal.deadline)
    expected = expected_level(goal, figure.measured_on, figure.recorded_at) or goal.target
    if figure.measured_on == on and not figure.provisional:
        return say.PostFigure(one.metric, figure.value, expected, goal.target, goal.deadline)
    kind = say.PostFigureProvisional if figure.provisional else say.PostFigureOf
    return kind(one.metric, figure.value, figure.measured_on, expected, goal.target, goal.deadline)


def _celebrations(one: News) -> list[Message]:
    """What is reached, told when it is new; where no figure came since, as it was then."""
    figure = one.figure
    if one.progress.status is Status.ACHIEVED:
        if one.held and figure is not None and not one.is_new and not adds_up(one.goal):
            return [TargetReachedThen(figure.value, figure.measured_on)]
        if one.guard_breaks:
            return [guards.ReachedButGuard()]
        return [TargetHeld() if one.held else say.PostStanding(Standing.ACHIEVED)]
    if one.goal.target is None or not one.celebrated:
        return []
    stage = one.celebrated[-1]  # two at once are one feast
    if one.guard_breaks:
        return [guards.StageReachedButGuard(Quantity(value=stage.level, unit=one.goal.target.unit))]
    return [_milestone(one.goal.target, stage, figure)]


def _milestone(target: Quantity, stage: Period, figure: Measurement | None) -> Message:
    """A milestone that is reached; of one that comes more than a week late, its day is not told."""
    level = Quantity(value=stage.level, unit=target.unit)
    late = figure is not None and figure.measured_on > stage.end + WEEK
    return say.PostMilestoneLate(level) if late else say.PostMilestone(level, stage.end)


def fell_back(goal: Goal, latest: Measurement, before: Measurement | None) -> bool:
    """Whether a figure lies further from the target than the one that it is compared with."""
    return before is not None and goal.target is not None and is_beyond(goal, before.value, latest.value)


def milestone_words(goal: Goal, measurements: Sequence[Measurement], today: date) -> list[Message]:
    """The milestone that the latest figure is the first to reach, where no channel celebrates it."""
    figures = valid_measurements(goal, measurements, today)
    now, before = reached(goal, figures, today), reached(goal, figures[:-1], today)
    if now <= before or goal.target is None or fell_back(goal, figures[-1], next(iter(figures[-2:-1]), None)):
        return []
    stage = milestones(goal)[now - 1]
    if broken_guard(goal) is not None:
        return [guards.StageReachedButGuard(Quantity(value=stage.level, unit=goal.target.unit))]
    return [_milestone(goal.target, stage, figures[-1])]


def _moved(one: News) -> list[Message]:
    """How far the figure is from the one that it is compared with, told by that one's own day."""
    figure, earlier = one.figure, one.earlier
    if figure is not None and one.progress.status is Status.STALE:
        return [say.PostStale()]
    if figure is not None and not one.is_new:
        return [say.PostNothingNew()]
    if figure is None or earlier is None:
        return []
    step = figure.value.value - earlier.value.converted(figure.value.unit).value
    day = earlier.measured_on
    return [say.PostMoved(_change(figure.value, step), day) if step else say.PostUnmoved(day)]


def _guard(one: News) -> list[Message]:
    """What must not break: told while it does, and where a new figure says that it holds."""
    guard, seen = one.goal.guard, one.guard
    if guard is None or guard.limit is None or seen is None:
        return []
    metric = MetricName(guard.metric)
    if one.guard_breaks:
        return [say.PostGuardBroken(guard.side, metric, seen.value, seen.measured_on, guard.limit)]
    return [say.PostGuardHeld(metric, seen.value, seen.measured_on)] if one.guard_is_new else []


def _standing(one: News) -> list[Message]:
    """Whether we are on time, what it takes, and where it leads."""
    progress = one.progress
    if one.figure is None or progress.status in UNTOLD:
        return []
    instead = at_risk_words(one.goal, progress)
    if one.guard_breaks:
        instead = instead or instead_of_praise(one.goal, progress.status)
    instead = planned_anew(one.goal, one.figure) or instead
    said: list[Message] = [instead or say.PostStanding(Standing(progress.status))]
    if (ahead := forecast_words(one.goal, progress)) is not None:
        said.append(ahead)
    if (needed := needed_a_week(progress)) is not None:
        said.append(say.PostNeeded(needed))
    return said


def planned_anew(goal: Goal, figure: Measurement) -> Message | None:
    """What takes the place of a standing where the goal was planned anew after its latest figure.

    The new plan begins at that figure, so that it says nothing yet of how the plan goes.
    """
    day = planned_anew_on(goal, figure.measured_on, figure.recorded_at)
    return say.PlannedAnew(day) if day is not None else None


def at_risk_words(goal: Goal, progress: Progress) -> Message | None:
    """What takes the place of "the date is at risk" where the forecast told beside it clearly misses it."""
    sure = progress.status is Status.AT_RISK and surely_misses(goal, progress)
    return say.ForecastMisses() if sure else None


def needed_a_week(progress: Progress) -> Change | None:
    """What a goal that is behind needs a week from here, in every message the same; else None."""
    if progress.status not in BEHIND or progress.needed_per_week is None or progress.latest is None:
        return None
    return _change(progress.latest, progress.needed_per_week)


def forecast_words(goal: Goal, progress: Progress) -> Message | None:
    """Where the figure will be on the deadline at this pace, with its range; None where that says nothing."""
    ahead, like = outlook(goal, progress), goal.baseline or goal.target
    if ahead is None or ahead.low is None or ahead.high is None or like is None:
        return None
    low, high = (
        shown_level(Quantity(value=level, unit=like.unit)) for level in sorted((ahead.low, ahead.high))
    )
    if low == high:
        return say.ForecastLevel(low, goal.deadline)
    return say.ForecastRange(low, high, goal.deadline)


def _in_a_line(one: News, on: date) -> Message:
    goal, figure = one.goal, one.figure
    if goal.target is None or goal.baseline is None:
        return say.PostMeasuring(one.metric)
    if figure is None:
        return say.PostLineNoFigure(one.metric, goal.target, goal.deadline)
    standing, day = say.StandingShort(Standing(one.progress.status)), figure.measured_on
    if day == on:
        return say.PostLine(one.metric, figure.value, goal.target, goal.deadline, standing)
    return say.PostLineOf(one.metric, figure.value, day, goal.target, goal.deadline, standing)


def _change(like: Quantity, step: Decimal) -> Change:
    return Change(Quantity(value=step, unit=difference_unit(like.unit)))
