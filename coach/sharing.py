"""Each contributor's part of a goal whose metric is counted: 12 of 48, and how many of them this week."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from coach.calendar import Absence, WorkingCalendar, calendar_in
from coach.catalogue.strata import Stratum, measured_on
from coach.contributions import contributions
from coach.goal import Goal, Member, Plan, Sharing
from coach.language.things import RATES
from coach.messages import sharing as say
from coach.messages.base import Change, Message, Person
from coach.metrics import Kind, MetricKey
from coach.quantity import Quantity, Unit, Value
from coach.rounding import rounded
from coach.targets import kind_in


class Part(Value):
    """What somebody brings of a plan's whole change, with its sign."""

    person: str
    """Slack user id."""
    total: Decimal
    weeks: tuple[Decimal, ...]
    """In each week of the plan."""


def can_be_shared(metric: MetricKey, unit: Unit, plan: Plan | None, people: int) -> bool:
    """Whether parts make sense: two people or more, and a metric that is counted for each of them.

    A share, a mean or a queue has no parts: nobody brings two points of a satisfaction rate.
    """
    counted = kind_in(metric, unit) is Kind.COUNT and Stratum.AGENT in measured_on(metric)
    return plan is not None and people > 1 and counted


def members_of(goal: Goal) -> tuple[Member, ...]:
    """Everybody who carries a part, those who left included."""
    known = {one.person: one for one in goal.members}
    people = dict.fromkeys((*goal.contributors, *known))
    return tuple(known.get(person, Member(person=person)) for person in people)


def weighed(people: Sequence[str], members: Sequence[Member]) -> tuple[Member, ...]:
    """Those who take part, by the hours or parts that were set; none where all are equal.

    Whoever came since carries what the others do on average.

    Args:
        people: Slack user ids.
        members: What was set; whoever does not take part any more is left out.
    """
    known = {one.person: one for one in members if one.person in people}
    if not any(one.weight for one in known.values()):
        return ()
    mean = rounded(sum((one.weight for one in known.values()), Decimal(0)) / len(known), Decimal("0.01"))
    return tuple(known.get(person, Member(person=person, weight=mean)) for person in people)


def parts_of(
    plan: Plan,
    members: Sequence[Member],
    calendar: WorkingCalendar,
    absences: Sequence[Absence] = (),
) -> tuple[Part, ...]:
    """Each member's part; they add up to the plan's change exactly.

    Args:
        plan: The plan.
        members: Who takes part, and how much.
        calendar: When the team works.
        absences: Who is away when; they carry less.
    """
    away = calendar.model_copy(update={"absences": (*calendar.absences, *absences)})
    whole = all(week.share == week.share.to_integral_value() for week in plan.weeks)
    return tuple(
        Part(person=one.person, total=one.total, weeks=one.parts)
        for one in contributions(plan.weeks, members, away, whole=whole)
    )


def has_parts(goal: Goal) -> bool:
    """Whether parts of a goal under way make sense."""
    if goal.target is None:
        return False
    return can_be_shared(goal.metric, goal.target.unit, goal.plan, len(goal.contributors))


def parts_of_goal(goal: Goal, absences: Sequence[Absence] = ()) -> tuple[Part, ...]:
    """The parts of a goal under way; none where they make no sense."""
    if goal.plan is None or not has_parts(goal):
        return ()
    calendar = calendar_in(goal.country, goal.region)
    parts = parts_of(goal.plan, members_of(goal), calendar, absences)
    return tuple(one for one in parts if one.total or one.person in goal.contributors)


def part_lines(parts: Sequence[Part], unit: Unit) -> tuple[Message, ...]:
    """One line a person: their part of the whole."""
    whole = told(sum((one.total for one in parts), Decimal(0)), unit)
    return tuple(say.PartOf(Person(user=one.person), told_part(one.total, unit), whole) for one in parts)


def own_part(goal: Goal, user: str, today: date, absences: Sequence[Absence] = ()) -> Message | None:
    """A contributor's part as their check-in tells it; None where there is none."""
    parts = parts_of_goal(goal, absences)
    mine = next((one for one in parts if one.person == user), None)
    if mine is None or goal.plan is None or goal.target is None:
        return None
    unit = goal.target.unit
    total = told_part(mine.total, unit)
    whole = told(sum((one.total for one in parts), Decimal(0)), unit)
    current = (
        share
        for week, share in zip(goal.plan.weeks, mine.weeks, strict=True)
        if week.start <= today <= week.end
    )
    this_week = next(current, Decimal(0))
    if unit is Unit.COUNT and this_week:
        return say.OwnPartThisWeek(total, whole, told(this_week, unit))
    return say.OwnPart(total, whole)


def told(amount: Decimal, unit: Unit) -> Quantity | Change:
    """A part as it is told: "12", or a change with its sign where the metric falls or is a rate."""
    figure = Quantity(value=amount, unit=unit)
    return figure if unit is Unit.COUNT and amount >= 0 else Change(figure)


def told_part(amount: Decimal, unit: Unit) -> Quantity | Change:
    """A part beside its whole, which tells the rhythm of both: "+11" of "+32 a month"."""
    return told(amount, unit) if unit not in RATES else Change(Quantity(value=amount, unit=Unit.COUNT))


def with_sharing(goal: Goal, sharing: Sharing, weights: dict[str, Decimal]) -> Goal:
    """The goal with its parts shared anew, one version up.

    Args:
        goal: The goal.
        sharing: How.
        weights: Hours a week, or parts, by user id; who is missing weighs nothing. Unused for equal parts.
    """
    equal = sharing is Sharing.EQUAL
    members = (
        one.model_copy(update={"weight": Decimal(1) if equal else weights.get(one.person, Decimal(0))})
        for one in members_of(goal)
    )
    kept = tuple(one for one in members if one != Member(person=one.person))
    return goal.model_copy(update={"sharing": sharing, "members": kept, "version": goal.version + 1})


def whole_change(goal: Goal) -> Decimal | None:
    """What all parts add up to, without its sign; None where there is no plan."""
    if goal.plan is None:
        return None
    return abs(sum((week.share for week in goal.plan.weeks), Decimal(0)))
