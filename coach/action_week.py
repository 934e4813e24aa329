"""The week that a question about somebody's part is about: the one that has passed, or this one so far."""

from collections.abc import Sequence
from datetime import date, timedelta

from coach.calendar import WorkingCalendar, calendar_in, days, is_working_day, working_days
from coach.goal import Goal, LeverAction
from coach.language.reading import Cadence
from coach.people import Leave
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
    """Days asked about on which the person worked."""
    passed: int
    """Days of them that lie before the day of the question."""
    whole: int
    """Days of the whole week on which the person works."""

    @property
    def was_away(self) -> bool:
        """Whether the week has passed without a day on which the person worked."""
        return self.is_over and not self.days

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


def action_week(
    goal: Goal, day: date, worked: WorkingCalendar | None = None, leaves: Sequence[Leave] = ()
) -> ActionWeek:
    """What a question of a day is about: last week where nothing of this one has been worked yet.

    Args:
        goal: The goal; nothing is asked about the days before its start.
        day: The day of the question.
        worked: When the person works; None: as the goal's country does.
        leaves: When the person is away.
    """
    calendar = calendar_in(goal.country, goal.region)
    monday = day - timedelta(days=day.weekday())
    before = max(monday - WEEK, goal.start)
    is_over = not working_days(monday, day - DAY, calendar) and bool(
        working_days(before, monday - DAY, calendar)
    )
    first, last = (before, monday - DAY) if is_over else (max(monday, goal.start), day)
    sunday = first + timedelta(days=6 - first.weekday())

    def there(start: date, end: date) -> int:
        return sum(
            is_working_day(one, worked or calendar) and not any(leave.covers(one) for leave in leaves)
            for one in days(start, end)
        )

    return ActionWeek(
        first=first,
        last=last,
        is_over=is_over,
        days=there(first, last),
        passed=there(first, min(last, day - DAY)),
        whole=there(first - timedelta(days=first.weekday()), sunday),
    )
