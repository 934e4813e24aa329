"""Is it noise? Over how long a change can be told from chance with so many answers, and what to do if never.

Two periods of the same length are compared at the size of sample that each brings (`noise.py`). A goal whose
change cannot be seen over any period that it lasts is refused: it would praise and blame people by lot.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from coach.messages.base import Change
from coach.messages.noise import AnswersUnknown, NoiseRefused, SampleSays, SeenOver, Span
from coach.metrics import Kind, MetricKey
from coach.noise import interval, smallest_visible_change, usual_dip
from coach.quantity import Quantity, Unit
from coach.rounding import rounded
from coach.samples import SURVEYED, Answers
from coach.targets import kind_in

DAYS: dict[Span, int] = {Span.WEEK: 7, Span.MONTH: 31, Span.QUARTER: 91, Span.HALF_YEAR: 182}
"""How long each period lasts, in days."""
LOOSE = 10
"""Days by which a goal may be shorter than a period that it is judged by ("by the end of the quarter")."""
DRIVERS = (MetricKey.QUALITY_SCORE, MetricKey.FCR)
"""What drives satisfaction and can be read in every contact, not in answers alone."""
EXAMPLE = 100
"""Answers a month that are shown as an example where their number is not known."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A change that is to be seen in a survey's figure."""

    metric: MetricKey
    baseline: Quantity
    target: Quantity
    days: int
    """Days from today to the deadline."""

    @property
    def change(self) -> Decimal:
        """How far it is, without its sign."""
        return abs(self.target.value - self.baseline.value)

    @property
    def is_share(self) -> bool:
        """Whether the figure is a share, whose chance is known."""
        return self.metric in SURVEYED and kind_in(self.metric, self.baseline.unit) is Kind.SHARE


def visible(level: Quantity, answers: int) -> Decimal:
    """The smallest change of a share that is more than chance from one period to the next, in points."""
    return Decimal(smallest_visible_change(float(level.value) / 100, answers) * 100)


def seen_over(sought: Sought, answers: Answers) -> Span | None:
    """The shortest period over which the change is more than chance; None where it is none that it lasts."""
    for span, days in DAYS.items():
        lasts = span is Span.WEEK or days <= sought.days + LOOSE
        if lasts and sought.change >= visible(sought.baseline, answers.within(days)):
            return span
    return None


def is_refused(sought: Sought, answers: Answers) -> bool:
    """Whether nobody could tell by so few answers whether the goal was reached."""
    return sought.is_share and sought.change > 0 and seen_over(sought, answers) is None


def longer(sought: Sought, answers: Answers, today: date) -> date | None:
    """An end far enough for the change to be seen; None where no half-year shows it."""
    for span in (Span.QUARTER, Span.HALF_YEAR):
        days = DAYS[span]
        if days > sought.days and sought.change >= visible(sought.baseline, answers.within(days)):
            return end_of_month(today + timedelta(days=days))
    return None


def end_of_month(day: date) -> date:
    """The last day of a day's month."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def refusal(sought: Sought, answers: Answers) -> NoiseRefused:
    """Why the goal is refused, with what chance alone does in a month."""
    dip, one_in = usual_dip(float(sought.baseline.value) / 100, answers.a_month)
    days = max([days for days in DAYS.values() if days <= sought.days + LOOSE], default=DAYS[Span.WEEK])
    return NoiseRefused(
        answers.a_month,
        level=sought.baseline,
        dip=Quantity(value=rounded(Decimal(dip * 100), Decimal(1)), unit=Unit.PERCENT),
        one_in=one_in,
        change=Quantity(value=sought.change, unit=Unit.POINTS),
        visible=_points(visible(sought.baseline, answers.within(days))),
    )


def sight_lines(sought: Sought, answers: Answers) -> tuple[SampleSays | SeenOver, ...]:
    """What so many answers can tell: a month's interval, and over how long the change is seen."""
    around = interval(sought.metric, sought.baseline, answers.a_month)
    if around is None:
        return ()
    step = Decimal(1) if sought.is_share or sought.metric is MetricKey.NPS else Decimal("0.1")
    low, high = (Quantity(value=rounded(end, step), unit=sought.baseline.unit) for end in around)
    says = SampleSays(answers.a_month, sought.baseline, low, high)
    span = seen_over(sought, answers) if sought.is_share else None
    if span is None:
        return (says,)
    change = Change(Quantity(value=sought.target.value - sought.baseline.value, unit=Unit.POINTS))
    return says, SeenOver(span, change, _points(visible(sought.baseline, answers.within(DAYS[span]))))


def unknown_line(sought: Sought) -> AnswersUnknown | None:
    """What a hundred answers a month would show, where nobody said how many there are."""
    if not sought.is_share:
        return None
    return AnswersUnknown(EXAMPLE, _points(visible(sought.baseline, EXAMPLE)))


def _points(change: Decimal) -> Quantity:
    return Quantity(value=rounded(change, Decimal(1)), unit=Unit.POINTS)
