"""The week that a question about somebody's part is about: the one that has passed, or this one so far."""

from datetime import date, timedelta

from coach.calendar import calendar_in, working_days
from coach.goal import Goal, LeverAction
from coach.language.reading import Cadence
from coach.quantity import Value

DAY, WEEK = timedelta(days=1), timedelta(days=7)


class ActionWeek(Value):
    """What a question asks about, and how far it has come when it is asked."""

    first: date
    last: date
    """The last day asked about."""
    is_over: bool
    """Whether the week has passed."""
    days: int
    """Working days asked about."""
    passed: int
    """Working days of them that lie before the day of the question."""
    whole: int
    """Working days of the whole week."""

    def wanted(self, action: LeverAction) -> int:
        """How many times the action is due in it; one that is done daily, so many times a day."""
        return action.count * max(1, self.days) if action.per is Cadence.DAILY else action.a_week

    def pace(self, action: LeverAction, wanted: int) -> int:
        """How many times it should have been done before the day of the question.

        Args:
            action: What is done.
            wanted: How many times it is due, by the plan or by the person's own count.
        """
        if self.is_over:
            return wanted
        if action.per is Cadence.DAILY:
            return action.count * self.passed
        return wanted * self.passed // max(1, self.whole)


def action_week(goal: Goal, day: date) -> ActionWeek:
    """What a question of a day is about: last week where nothing of this one has been worked yet.

    Args:
        goal: The goal; nothing is asked about the days before its start.
        day: The day of the question.
    """
    calendar = calendar_in(goal.country, goal.region)
    monday = day - timedelta(days=day.weekday())
    before = max(monday - WEEK, goal.start)
    is_over = not working_days(monday, day - DAY, calendar) and bool(
        working_days(before, monday - DAY, calendar)
    )
    first, last = (before, monday - DAY) if is_over else (max(monday, goal.start), day)
    sunday = first + timedelta(days=6 - first.weekday())
    return ActionWeek(
        first=first,
        last=last,
        is_over=is_over,
        days=working_days(first, last, calendar),
        passed=working_days(first, min(last, day - DAY), calendar),
        whole=working_days(first - timedelta(days=first.weekday()), sunday, calendar),
    )
