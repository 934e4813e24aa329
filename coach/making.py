"""From a whole draft to a goal: its steps, its plan, and the values that go with them."""

from datetime import date, datetime, timedelta

from coach.calendar import WorkingCalendar, calendar_in
from coach.cues import with_cue
from coach.draft import Draft
from coach.errors import Refused
from coach.goal import Goal, LeverAction, Path, Plan, Sharing, SubGoal, SubGoalKind
from coach.language.reading import Direction, Resource
from coach.metrics import MetricKey
from coach.plan import PlanRequest, make_plan
from coach.quantity import Quantity
from coach.sharing import weighed
from coach.smart import aim_of, guard_of, metric_name, wants_less
from coach.targets import level_after

MEASURING = timedelta(weeks=2)
"""How long a baseline is measured before the plan is made (DOMAIN.md: unknown is said and measured)."""
OBTAINING = timedelta(weeks=2)
"""How long a missing resource may take to be obtained before it endangers the goal."""

_STEP_FOR = {
    Resource.PEOPLE: SubGoalKind.OBTAIN_PEOPLE,
    Resource.BUDGET: SubGoalKind.OBTAIN_BUDGET,
    Resource.EXPERTISE: SubGoalKind.OBTAIN_EXPERTISE,
    Resource.TOOLS: SubGoalKind.OBTAIN_TOOLS,
    Resource.OTHER_TEAM: SubGoalKind.AGREE_OTHER_TEAM,
}


def steps_of(draft: Draft, today: date) -> tuple[SubGoal, ...]:
    """What has to be true first: a baseline to measure, resources to obtain; due before the deadline."""
    last = (draft.deadline or today + MEASURING) - timedelta(days=1)
    steps: list[SubGoal] = []
    if draft.baseline_unknown:
        steps.append(SubGoal(kind=SubGoalKind.MEASURE_BASELINE, due=min(today + MEASURING, last)))
    for resource, kind in _STEP_FOR.items():
        if resource in (draft.lacking or ()):
            steps.append(SubGoal(kind=kind, due=min(today + OBTAINING, last)))
    return tuple(steps)


def actions_of(draft: Draft) -> tuple[LeverAction, ...]:
    """The lever in small countable pieces: as the words count it, else as it is."""
    if draft.actions or not draft.lever:
        return with_cue(draft.actions, draft.cue)
    return with_cue((LeverAction(text=draft.lever, rhythm_told=False),), draft.cue)


def calendar_of(draft: Draft) -> WorkingCalendar:
    """When those who take part work."""
    away = tuple(one for one in draft.absences if one.person in draft.contributors)
    return WorkingCalendar(country=draft.country, region=draft.region, absences=away)


def request_of(draft: Draft, today: date) -> PlanRequest | None:
    """What the plan is made from; None while the baseline or the aim is unknown, or nothing is to move."""
    aim = aim_of(draft)
    if draft.metric is None or draft.baseline is None or draft.deadline is None:
        return None
    if aim is None and draft.rate is None:
        return None
    if draft.direction is Direction.MAINTAIN or aim == draft.baseline:
        return None
    return PlanRequest(
        metric=draft.metric,
        metric_words=draft.metric_words,
        own_metric=draft.own_metric,
        unit=draft.baseline.unit,
        baseline=draft.baseline.value,
        target=aim.value if aim is not None else None,
        direction=draft.direction,
        start=today,
        deadline=draft.deadline,
        path=draft.path if draft.path is not Path.COMPOUNDING or _can_compound(draft.baseline, aim) else None,
        rate=draft.rate,
        calendar=calendar_of(draft),
        contributors=max(1, len(draft.contributors)),
    )


def _can_compound(baseline: Quantity, aim: Quantity | None) -> bool:
    """Whether a percentage a month can lead there: neither end is zero."""
    return baseline.value > 0 and (aim is None or aim.value > 0)


def plan_of(draft: Draft, today: date) -> Plan | None:
    """The plan as it stands today, or None where it has to wait or cannot be."""
    request = request_of(draft, today)
    if request is None:
        return None
    try:
        return make_plan(request)
    except Refused:
        return None


def goal_of(draft: Draft, goal_id: str, now: datetime, today: date) -> Goal:
    """The goal that a whole draft becomes on the day it is confirmed."""
    assert draft.deadline is not None
    aim = aim_of(draft)
    members = weighed(draft.contributors, draft.members)
    return Goal(
        id=goal_id,
        workspace=draft.workspace,
        author=draft.author,
        owner=draft.owner or draft.author,
        owner_name=draft.owner_name,
        language=draft.language,
        country=draft.country,
        region=draft.region,
        wish=draft.wish,
        source=draft.source,
        metric=draft.metric or MetricKey.OTHER,
        metric_words=draft.metric_words,
        own_metric=draft.own_metric,
        within=metric_name(draft).within,
        baseline=draft.baseline,
        target=aim,
        delta=draft.delta,
        rate=draft.rate,
        decrease=wants_less(draft),
        stretch=draft.stretch,
        start=today,
        deadline=draft.deadline,
        lever=draft.lever,
        actions=actions_of(draft),
        relevance=draft.relevance,
        origin=draft.origin,
        lacking=draft.lacking or frozenset(),
        scope=draft.scope,
        guard=guard_of(draft),
        answers=draft.answers,
        sub_goals=steps_of(draft, today),
        plan=plan_of(draft, today),
        contributors=draft.contributors,
        sharing=draft.sharing if members else Sharing.EQUAL,
        members=members,
        channel=draft.channel,
        check_in=draft.check_in,
        path=draft.path,
        confirmed_at=now,
    )


def with_baseline(goal: Goal, baseline: Quantity, today: date) -> Goal:
    """The goal once its baseline has been measured: the aim is worked out and the plan is made."""
    target = goal.target
    if target is None and goal.delta is not None:
        target = level_after(baseline, goal.delta, decrease=goal.decrease)
    plan = None
    if target is not None and target.value != baseline.value and today < goal.deadline:
        try:
            plan = make_plan(
                PlanRequest(
                    metric=goal.metric,
                    metric_words=goal.metric_words,
                    own_metric=goal.own_metric,
                    unit=baseline.unit,
                    baseline=baseline.value,
                    target=target.value,
                    direction=Direction.DECREASE if goal.decrease else None,
                    start=today,
                    deadline=goal.deadline,
                    path=goal.path,
                    rate=goal.rate,
                    calendar=calendar_in(goal.country, goal.region),
                    contributors=max(1, len(goal.contributors)),
                )
            )
        except Refused:
            plan = None
    return goal.model_copy(
        update={
            "baseline": baseline,
            "target": target,
            "plan": plan,
            "sub_goals": _with_measuring(goal, done=True),
            "version": goal.version + 1,
        }
    )


def without_baseline(goal: Goal) -> Goal:
    """The goal as it was before its baseline was measured: the first figure was taken back."""
    return goal.model_copy(
        update={
            "baseline": None,
            "target": goal.target if goal.delta is None else None,
            "plan": None,
            "sub_goals": _with_measuring(goal, done=False),
            "version": goal.version + 1,
        }
    )


def _with_measuring(goal: Goal, *, done: bool) -> tuple[SubGoal, ...]:
    return tuple(
        step.model_copy(update={"done": done}) if step.kind is SubGoalKind.MEASURE_BASELINE else step
        for step in goal.sub_goals
    )


def was_measured(goal: Goal) -> bool:
    """Whether the baseline came from the first figure, and not from the conversation."""
    return any(step.kind is SubGoalKind.MEASURE_BASELINE and step.done for step in goal.sub_goals)
