"""A goal planned anew from where it stands: before and after side by side, never eased without a reason."""

from datetime import date
from decimal import Decimal

from coach.calendar import WorkingCalendar, calendar_in
from coach.errors import Refused
from coach.goal import Goal, Path, Plan
from coach.language.reading import Direction
from coach.messages.base import Change, Message
from coach.messages.replanning import (
    DeadlineMoved,
    EasingNeedsReason,
    NothingToReplan,
    PaceChanged,
    TargetMoved,
)
from coach.naming import metric_of
from coach.plan import PlanRequest, make_plan
from coach.progress import planned_level
from coach.quantity import Quantity, Unit, Value
from coach.rounding import rounded


class Replanning(Value):
    """What was changed, to be kept in the goal's history."""

    on: date
    reason: str
    old_plan: Plan
    old_target: Quantity
    new_plan: Plan
    new_target: Quantity

    @property
    def eased(self) -> bool:
        """Whether the goal became easier: a later deadline, or a target nearer to where things stand."""
        nearer = abs(self.new_target.value - _start_level(self.new_plan)) < abs(
            self.old_target.value - _start_level(self.new_plan)
        )
        return nearer or self.new_plan.deadline > self.old_plan.deadline


def replan(
    goal: Goal,
    today: date,
    latest: Quantity | None = None,
    *,
    reason: str = "",
    target: Quantity | None = None,
    deadline: date | None = None,
    contributors: int | None = None,
    path: Path | None = None,
    calendar: WorkingCalendar | None = None,
) -> Replanning:
    """A new plan from today and the latest figure; the old one stays beside it.

    Args:
        goal: The goal; it has a plan.
        today: First day of the new plan.
        latest: The latest figure, in the goal's unit; None: the level that the old plan expects.
        reason: Why; needed where the goal is eased.
        target: The new target; None: the old one.
        deadline: The new deadline; None: the old one.
        contributors: How many take part from now on; None: as before.
        path: How the new way is laid; None: the coach chooses.
        calendar: When the team works; None: by the goal's country.

    Raises:
        Refused: the goal has no plan yet, it would be eased without a reason, or the new plan cannot be.
    """
    level = latest or planned_level(goal, today)
    if goal.plan is None or goal.target is None or goal.baseline is None or level is None:
        raise Refused(NothingToReplan(metric_of(goal)))
    aim = target or goal.target
    plan = make_plan(
        PlanRequest(
            metric=goal.metric,
            metric_words=goal.metric_words,
            unit=goal.baseline.unit,
            baseline=level.value,
            target=aim.value,
            direction=Direction.DECREASE if goal.target.value < goal.baseline.value else Direction.INCREASE,
            start=today,
            deadline=deadline or goal.deadline,
            path=path,
            calendar=calendar or calendar_in(goal.country, goal.region),
            contributors=contributors or max(1, len(goal.contributors)),
        )
    )
    change = Replanning(
        on=today,
        reason=reason.strip(),
        old_plan=goal.plan,
        old_target=goal.target,
        new_plan=plan,
        new_target=aim,
    )
    if change.eased and not change.reason:
        raise Refused(EasingNeedsReason())
    return change


def with_replanning(goal: Goal, change: Replanning) -> Goal:
    """The goal with its new plan, one version up. The baseline stays where it all began."""
    return goal.model_copy(
        update={
            "plan": change.new_plan,
            "target": change.new_target,
            "deadline": change.new_plan.deadline,
            "version": goal.version + 1,
        }
    )


def before_and_after(change: Replanning) -> tuple[Message, ...]:
    """What is different: target, deadline, and the pace a working week."""
    notes: list[Message] = []
    if change.new_target != change.old_target:
        notes.append(TargetMoved(change.old_target, change.new_target))
    if change.new_plan.deadline != change.old_plan.deadline:
        notes.append(DeadlineMoved(change.old_plan.deadline, change.new_plan.deadline))
    pace = pace_change(change.old_plan, change.new_plan, change.new_target.unit)
    return tuple(notes) if pace is None else (*notes, pace)


def pace_change(old: Plan, new: Plan, unit: Unit) -> PaceChanged | None:
    """The change a working week, before and after; None where it stays the same."""
    before, after = (_pace(plan, unit) for plan in (old, new))
    return PaceChanged(before, after) if before != after else None


def _start_level(plan: Plan) -> Decimal:
    return plan.weeks[0].level - plan.weeks[0].share


def _pace(plan: Plan, unit: Unit) -> Change:
    """The mean change a working week of five days, to two digits."""
    worked = sum(week.working_days for week in plan.weeks)
    pace = (plan.reaches - _start_level(plan)) * 5 / worked
    if pace:
        pace = rounded(pace, Decimal(10) ** min(pace.adjusted() - 1, 0))
    return Change(Quantity(value=pace, unit=Unit.POINTS if unit is Unit.PERCENT else unit))
