"""How the way to the target is laid: which part of it is gone after which part of the work.

A path sees the plan as pieces, the months cut at week ends, each with the work that is in it. It answers with
each piece's weight: its part of the whole change.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import expm1

from coach.calendar import WorkingCalendar, days, month_end, months_between, presence, weeks_between
from coach.goal import Path
from coach.metrics import MetricKey

PRACTICE = frozenset(
    {
        MetricKey.CSAT,
        MetricKey.NPS,
        MetricKey.CES,
        MetricKey.FCR,
        MetricKey.AHT,
        MetricKey.QUALITY_SCORE,
        MetricKey.TRANSFER_RATE,
        MetricKey.CROSS_SELL,
        MetricKey.UPSELL,
        MetricKey.CONVERSION_RATE,
        MetricKey.SELF_SERVICE_RATE,
    }
)
"""Metrics that move once people have learnt something: their plans start slowly where there is time."""

RAMP_DAYS = 56
"""From eight weeks on there is time to learn first."""
COMPOUNDING_DAYS = 180
COMPOUNDING_CHANGE = Decimal("0.2")
"""A volume that is to change by a fifth or more over half a year is planned by a rate a month."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of days inside one month and one week."""

    month: int
    """Index of its month in the plan."""
    week: int
    """Index of its week in the plan."""
    working_days: int
    work: Decimal
    """Working days weighted by how much of the team is there."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The whole time of a plan, cut into months, weeks and pieces."""

    months: tuple[tuple[date, date], ...]
    weeks: tuple[tuple[date, date], ...]
    pieces: tuple[Piece, ...]

    @property
    def work(self) -> Decimal:
        """All the work there is, in working days."""
        return sum((piece.work for piece in self.pieces), Decimal(0))


def stretch(start: date, deadline: date, calendar: WorkingCalendar, contributors: int) -> Stretch:
    """Cut the time from start to deadline (both included) into pieces, and count the work in each."""
    months = months_between(start, deadline)
    weeks = weeks_between(start, deadline)
    pieces = []
    week = 0
    for month, (first, last) in enumerate(months):
        while weeks[week][0] <= last:
            begins, ends = max(first, weeks[week][0]), min(last, weeks[week][1])
            there = [presence(day, calendar, contributors) for day in days(begins, ends)]
            at_work = [part for part in there if part > 0]
            pieces.append(Piece(month, week, len(at_work), sum(at_work, Decimal(0))))
            if weeks[week][1] > last or week + 1 == len(weeks):
                break  # the rest of this week is the next month's
            week += 1
    return Stretch(months, weeks, tuple(pieces))


def month_lengths(way: Stretch) -> tuple[Decimal, ...]:
    """How much of a calendar month each month of the plan is; 0 where nobody works in it."""
    worked = {piece.month for piece in way.pieces if piece.work > 0}
    return tuple(
        Decimal((last - first).days + 1) / month_end(first).day if index in worked else Decimal(0)
        for index, (first, last) in enumerate(way.months)
    )


def piece_weights(path: Path, way: Stretch, rate: Decimal | None = None) -> tuple[Decimal, ...]:
    """Each piece's part of the change; none negative, 0 where nobody works. They need not add up to 1.

    Args:
        path: How the way is laid. Steady: in proportion to the work. Ramp: the pace rises in proportion to
            the work done, from half the mean pace to one and a half times it. Compounding: each full month
            changes the level by the same rate, and inside a month in proportion to the work.
        way: The plan's time.
        rate: Compounding only: the rate a month, as a share; not 0, above -1.
    """
    if path is Path.COMPOUNDING:
        assert rate is not None
        growth = float((1 + rate).ln())
        return _differences([_grown(growth, at) for at in _months_done(way)], Decimal(0))
    done = Decimal(0)
    reached = []
    for piece in way.pieces:
        done += piece.work / way.work
        reached.append((done + done * done) / 2 if path is Path.RAMP else done)
    return _differences(reached, Decimal(0))


def _grown(growth: float, months: Decimal) -> Decimal:
    """How far a level of 1 has moved after some months, without its sign; `growth` is the rate's logarithm.

    A float is near enough for a weight (the parts are made exact afterwards), and cheaper.
    """
    return Decimal(abs(expm1(float(months) * growth)))


def _months_done(way: Stretch) -> list[Decimal]:
    """The time on the compounding clock, in months, at the end of each piece."""
    lengths = month_lengths(way)
    work = [Decimal(0)] * len(lengths)
    for piece in way.pieces:
        work[piece.month] += piece.work
    reached = []
    done = [Decimal(0)] * len(lengths)
    for piece in way.pieces:
        done[piece.month] += piece.work
        before = sum(lengths[: piece.month], Decimal(0))
        part = done[piece.month] / work[piece.month] if work[piece.month] else Decimal(0)
        reached.append(before + lengths[piece.month] * part)
    return reached


def _differences(reached: Sequence[Decimal], start: Decimal) -> tuple[Decimal, ...]:
    """What each step adds; rounding noise never makes it negative."""
    steps = []
    for level in reached:
        steps.append(max(level - start, Decimal(0)))
        start = level
    return tuple(steps)


def choose_path(metric: MetricKey, baseline: Decimal, target: Decimal, length: int) -> Path:
    """The path that suits the metric and the time.

    Args:
        metric: The metric that moves.
        baseline: Where it stands.
        target: Where it is to be.
        length: Days from start to deadline.
    """
    if metric is MetricKey.CONTACT_VOLUME and length >= COMPOUNDING_DAYS and baseline > 0 < target:
        change = abs(target - baseline) / baseline
        return Path.COMPOUNDING if change >= COMPOUNDING_CHANGE else Path.STEADY
    if metric in PRACTICE and length >= RAMP_DAYS:
        return Path.RAMP
    return Path.STEADY
