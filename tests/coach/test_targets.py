"""Figures as they were written become levels of the metric, or get a sentence that says what to do."""

from decimal import Decimal

import pytest

from coach.catalogue import METRICS, metric
from coach.errors import Refused
from coach.language.reading import Direction
from coach.messages import figures
from coach.messages.base import Message
from coach.metrics import MetricKey, Polarity
from coach.quantity import Quantity, Unit
from coach.targets import (
    check_change,
    check_level,
    check_target,
    falls,
    in_metric_unit,
    level_after,
    wished_direction,
)


def q(figure: str, unit: Unit = Unit.COUNT) -> Quantity:
    return Quantity(value=Decimal(figure), unit=unit)


def test_the_catalogue_holds_every_metric() -> None:
    assert tuple(METRICS) == tuple(MetricKey)
    assert all(metric(key).key is key for key in MetricKey)
    assert all(guard is not key for key in MetricKey for guard in metric(key).guards)


def test_only_occupancy_belongs_in_a_band() -> None:
    assert [key for key, entry in METRICS.items() if entry.polarity is Polarity.BAND] == [MetricKey.OCCUPANCY]


@pytest.mark.parametrize(
    ("key", "written", "like", "meant"),
    [
        (MetricKey.CSAT, q("78"), None, q("78", Unit.PERCENT)),
        (MetricKey.CSAT, q("4.2"), None, q("4.2", Unit.SCORE)),
        (MetricKey.CSAT, q("0"), None, q("0", Unit.PERCENT)),
        (MetricKey.CSAT, q("-5"), None, q("-5", Unit.PERCENT)),
        (MetricKey.CSAT, q("85", Unit.SCORE), None, q("85", Unit.PERCENT)),
        (MetricKey.CSAT, q("5"), q("78", Unit.PERCENT), q("5", Unit.PERCENT)),
        (MetricKey.CSAT, q("85", Unit.POINTS), q("78", Unit.PERCENT), q("85", Unit.PERCENT)),
        (MetricKey.FCR, q("30"), None, q("30", Unit.PERCENT)),
        (MetricKey.NPS, q("30"), None, q("30", Unit.SCORE)),
        (MetricKey.NPS, q("30", Unit.PERCENT), None, q("30", Unit.SCORE)),
        (MetricKey.AHT, q("300", Unit.SECONDS), None, q("300", Unit.SECONDS)),
        (MetricKey.AHT, q("4", Unit.MINUTES), q("300", Unit.SECONDS), q("240", Unit.SECONDS)),
        (MetricKey.AHT, q("4"), q("5", Unit.MINUTES), q("4", Unit.MINUTES)),
        (MetricKey.RESOLUTION_TIME, q("2", Unit.DAYS), q("72", Unit.HOURS), q("48", Unit.HOURS)),
        (MetricKey.WAIT_TIME, q("3"), None, q("3", Unit.MINUTES)),
        (MetricKey.APPOINTMENTS, q("12"), q("10", Unit.PER_WEEK), q("12", Unit.PER_WEEK)),
        (MetricKey.APPOINTMENTS, q("11", Unit.PER_DAY), q("50", Unit.PER_WEEK), q("55", Unit.PER_WEEK)),
        (MetricKey.CALLS_MADE, q("50", Unit.PER_WEEK), q("9", Unit.PER_DAY), q("10", Unit.PER_DAY)),
        (MetricKey.REVENUE, q("40000"), None, q("40000", Unit.CURRENCY)),
        (MetricKey.REVENUE, q("40000", Unit.EUR), None, q("40000", Unit.EUR)),
        (MetricKey.REVENUE, q("50000"), q("40000", Unit.EUR), q("50000", Unit.EUR)),
        (MetricKey.TRAINING, q("6", Unit.HOURS), None, q("6", Unit.HOURS)),
        (MetricKey.OTHER, q("90", Unit.PERCENT), None, q("90", Unit.PERCENT)),
    ],
)
def test_a_figure_is_told_in_the_metrics_unit(
    key: MetricKey, written: Quantity, like: Quantity | None, meant: Quantity
) -> None:
    assert in_metric_unit(key, written, like) == meant


@pytest.mark.parametrize(
    ("key", "written", "like", "says"),
    [
        (MetricKey.FCR, q("4", Unit.MINUTES), None, figures.FigureInPercent),
        (MetricKey.NPS, q("4", Unit.MINUTES), None, figures.FigureAsScore),
        (MetricKey.AHT, q("80", Unit.PERCENT), None, figures.FigureAsDuration),
        (MetricKey.LEADS, q("80", Unit.PERCENT), None, figures.FigureAsCount),
        (MetricKey.REVENUE, q("80", Unit.PERCENT), None, figures.FigureAsAmount),
        (MetricKey.CSAT, q("4.2", Unit.SCORE), q("78", Unit.PERCENT), figures.FiguresOnTwoScales),
        (MetricKey.LEADS, q("12", Unit.PER_WEEK), q("50"), figures.FiguresOnTwoScales),
    ],
)
def test_a_figure_of_another_kind_is_refused(
    key: MetricKey, written: Quantity, like: Quantity | None, says: type[Message]
) -> None:
    with pytest.raises(Refused) as refused:
        in_metric_unit(key, written, like)
    assert isinstance(refused.value.says, says)


@pytest.mark.parametrize(
    ("baseline", "delta", "decrease", "level"),
    [
        (q("60", Unit.PERCENT), q("25", Unit.PERCENT), False, q("75", Unit.PERCENT)),
        (q("60", Unit.PERCENT), q("25", Unit.POINTS), False, q("85", Unit.PERCENT)),
        (q("50", Unit.PER_WEEK), q("10", Unit.PERCENT), False, q("55", Unit.PER_WEEK)),
        (q("47", Unit.PER_WEEK), q("10", Unit.PERCENT), False, q("52", Unit.PER_WEEK)),
        (q("10", Unit.PER_DAY), q("5", Unit.PERCENT), False, q("10.5", Unit.PER_DAY)),
        (q("5", Unit.MINUTES), q("30", Unit.SECONDS), True, q("4.5", Unit.MINUTES)),
        (q("8", Unit.MINUTES), q("50", Unit.PERCENT), True, q("4", Unit.MINUTES)),
        (q("10", Unit.PER_DAY), q("5", Unit.PER_WEEK), False, q("11", Unit.PER_DAY)),
        (q("12000"), q("3000"), True, q("9000")),
    ],
)
def test_a_change_leads_to_a_level(
    baseline: Quantity, delta: Quantity, decrease: bool, level: Quantity
) -> None:
    after = level_after(baseline, delta, decrease=decrease)
    assert after == level
    assert str(after.value) == str(level.value)


def test_a_change_of_another_kind_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        check_change(MetricKey.CSAT, q("60", Unit.PERCENT), q("5", Unit.MINUTES))
    assert isinstance(refused.value.says, figures.ChangeDoesNotFit)


def test_what_falls_is_said_by_the_words_then_the_figures_then_the_metric() -> None:
    assert falls(None, Direction.DECREASE, None, None)
    assert falls(MetricKey.AHT, None, None, None)
    assert not falls(MetricKey.CSAT, Direction.REACH, q("60"), q("70"))


@pytest.mark.parametrize(
    ("key", "level", "says"),
    [
        (MetricKey.CSAT, q("120", Unit.PERCENT), figures.LevelTooHigh),
        (MetricKey.CSAT, q("0.5", Unit.SCORE), figures.LevelTooLow),
        (MetricKey.NPS, q("101", Unit.SCORE), figures.LevelTooHigh),
        (MetricKey.CES, q("0", Unit.SCORE), figures.LevelTooLow),
        (MetricKey.AHT, q("-1", Unit.MINUTES), figures.LevelTooLow),
        (MetricKey.LEADS, q("-3"), figures.LevelTooLow),
    ],
)
def test_a_level_that_cannot_be_is_refused(key: MetricKey, level: Quantity, says: type[Message]) -> None:
    with pytest.raises(Refused) as refused:
        check_level(key, level)
    assert isinstance(refused.value.says, says)


def test_levels_at_the_bounds_are_taken() -> None:
    check_level(MetricKey.CSAT, q("100", Unit.PERCENT))
    check_level(MetricKey.CSAT, q("5", Unit.SCORE))
    check_level(MetricKey.NPS, q("-100", Unit.SCORE))
    check_level(MetricKey.OTHER, q("-12", Unit.SCORE))


@pytest.mark.parametrize(
    ("key", "baseline", "target", "direction", "says"),
    [
        (MetricKey.CSAT, "80", "80", None, figures.TargetEqualsBaseline),
        (MetricKey.CSAT, "80", "70", None, figures.TargetRunsDown),
        (MetricKey.CSAT, "80", "70", Direction.INCREASE, figures.TargetBelowWish),
        (MetricKey.TRANSFER_RATE, "12", "15", None, figures.TargetRunsUp),
        (MetricKey.TRANSFER_RATE, "12", "15", Direction.DECREASE, figures.TargetAboveWish),
        (MetricKey.OCCUPANCY, "80", "90", None, figures.TargetOutsideBand),
        (MetricKey.OCCUPANCY, "80", "60", None, figures.TargetOutsideBand),
        (MetricKey.CSAT, "80", "101", None, figures.LevelTooHigh),
    ],
)
def test_a_target_that_leads_nowhere_is_refused(
    key: MetricKey, baseline: str, target: str, direction: Direction | None, says: type[Message]
) -> None:
    with pytest.raises(Refused) as refused:
        check_target(key, q(baseline, Unit.PERCENT), q(target, Unit.PERCENT), direction)
    assert isinstance(refused.value.says, says)


def test_targets_worth_working_for_are_taken() -> None:
    check_target(MetricKey.CSAT, q("80", Unit.PERCENT), q("85", Unit.PERCENT), Direction.REACH)
    check_target(MetricKey.CSAT, q("80", Unit.PERCENT), q("80", Unit.PERCENT), Direction.MAINTAIN)
    check_target(MetricKey.OCCUPANCY, q("95", Unit.PERCENT), q("88", Unit.PERCENT), None)
    check_target(MetricKey.CONTACT_VOLUME, q("100"), q("120"), Direction.INCREASE)
    check_target(MetricKey.OTHER, q("100"), q("80"), None)


def test_more_contacts_without_a_word_about_it_are_asked_about() -> None:
    with pytest.raises(Refused) as refused:
        check_target(MetricKey.CONTACT_VOLUME, q("100"), q("120"), None)
    assert isinstance(refused.value.says, figures.TargetRunsUp)


def test_an_occupancy_above_the_band_is_refused_even_without_a_baseline() -> None:
    with pytest.raises(Refused) as refused:
        check_target(MetricKey.OCCUPANCY, None, q("92", Unit.PERCENT), Direction.INCREASE)
    assert isinstance(refused.value.says, figures.TargetOutsideBand)


def test_a_change_that_changes_nothing_is_refused() -> None:
    with pytest.raises(Refused) as zero:
        check_change(MetricKey.CSAT, None, q("0", Unit.POINTS))
    with pytest.raises(Refused) as of_nothing:
        check_change(MetricKey.LEADS, q("0"), q("10", Unit.PERCENT))
    assert isinstance(zero.value.says, figures.ChangeIsNothing)
    assert isinstance(of_nothing.value.says, figures.PercentOfNothing)


@pytest.mark.parametrize(
    ("key", "direction", "baseline", "target", "way"),
    [
        (MetricKey.CSAT, None, None, None, Direction.INCREASE),
        (MetricKey.AHT, Direction.REACH, None, None, Direction.DECREASE),
        (MetricKey.CSAT, Direction.DECREASE, None, None, Direction.DECREASE),
        (MetricKey.OTHER, None, None, None, None),
        (MetricKey.OTHER, None, q("10"), q("8"), Direction.DECREASE),
        (MetricKey.OTHER, None, q("10"), q("10"), Direction.MAINTAIN),
        (MetricKey.OCCUPANCY, None, q("70", Unit.PERCENT), None, Direction.INCREASE),
        (MetricKey.OCCUPANCY, None, q("90", Unit.PERCENT), None, Direction.DECREASE),
        (MetricKey.OCCUPANCY, None, q("80", Unit.PERCENT), None, None),
    ],
)
def test_the_way_is_the_one_said_or_the_one_that_makes_things_better(
    key: MetricKey,
    direction: Direction | None,
    baseline: Quantity | None,
    target: Quantity | None,
    way: Direction | None,
) -> None:
    assert wished_direction(key, direction, baseline, target) is way
