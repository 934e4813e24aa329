"""Shares as people say them: one call in four, a third of the calls, half."""

from datetime import date
from decimal import Decimal

import pytest

from coach.language import read_reply, understand
from coach.language.check_in import read_check_in
from coach.language.reading import Slot
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit

TODAY = date(2026, 11, 23)


def percent(value: str | None) -> Quantity | None:
    return None if value is None else Quantity(value=Decimal(value), unit=Unit.PERCENT)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("about one call in four", "25"),
        ("one in five", "20"),
        ("1 in 4", "25"),
        ("3 calls in 10", "30"),
        ("one out of every ten calls", "10"),
        ("half of the calls", "50"),
        ("half", "50"),
        ("about a third", "33.33"),
        ("three quarters of them", "75"),
        ("un appel sur quatre", "25"),
        ("environ 3 appels sur 10", "30"),
        ("un sur cinq", "20"),
        ("la moitié", "50"),
        ("la moitié des appels", "50"),
        ("un tiers", "33.33"),
        ("deux tiers", "66.67"),
        ("un quart de nos appels", "25"),
    ],
)
def test_where_a_share_stands_may_be_told_in_words(text: str, value: str) -> None:
    reply = read_reply(text, language=None, today=TODAY, asked=Slot.BASELINE, metric=MetricKey.TRANSFER_RATE)
    assert reply.understanding.baseline == percent(value)
    assert (reply.understanding.target, reply.understanding.delta) == (None, None)
    assert reply.understanding.metric is None


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        ("reduce transfers from one in four to 15%", "25", "15"),
        ("reduce the transfer rate from one in five to one in ten", "20", "10"),
        ("bring transfers down from a third to 15%", "33.33", "15"),
        ("half of the calls are transferred, target 20%", "50", "20"),
        ("réduire les transferts d'un appel sur quatre à 15 %", "25", "15"),
        ("passer les transferts d'un tiers à 20 %", "33.33", "20"),
        ("la moitié des appels sont transférés, viser 20 %", "50", "20"),
    ],
)
def test_a_goal_may_tell_its_shares_in_words(text: str, baseline: str, target: str) -> None:
    read = understand(text, None, TODAY)
    assert (read.baseline, read.target) == (percent(baseline), percent(target))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("reduce transfers by a third", "33.33"),
        ("cut transfers in half", "50"),
        ("réduire les transferts d'un tiers", "33.33"),
        ("réduire les transferts de moitié", "50"),
        ("réduire les transferts de moitié d'ici fin juin", "50"),
    ],
)
def test_a_part_of_what_is_stays_a_change(text: str, value: str) -> None:
    read = understand(text, None, TODAY)
    assert (read.baseline, read.target, read.delta) == (None, None, percent(value))


@pytest.mark.parametrize(
    "text",
    [
        "close 8 tickets in 10 minutes",
        "resolve 5 cases in 7 days",
        "traiter 5 tickets sur 3 jours",
        "train 2 people in 4 teams",
    ],
)
def test_so_many_in_so_long_is_no_share(text: str) -> None:
    read = understand(text, None, TODAY)
    assert not {Unit.PERCENT} & {one.unit for one in (read.baseline, read.target) if one is not None}


@pytest.mark.parametrize("text", ["half a minute", "une demi-minute"])
def test_half_a_minute_is_a_time(text: str) -> None:
    reply = read_reply(text, language=None, today=TODAY, asked=Slot.BASELINE, metric=MetricKey.WAIT_TIME)
    assert reply.understanding.baseline == Quantity(value=Decimal(30), unit=Unit.SECONDS)


@pytest.mark.parametrize(("text", "value"), [("one call in four", "25"), ("un appel sur cinq", "20")])
def test_a_check_in_may_be_answered_so(text: str, value: str) -> None:
    read = read_check_in(text, language=None, today=TODAY, metric=MetricKey.TRANSFER_RATE, unit=Unit.PERCENT)
    assert read.level == percent(value)


@pytest.mark.parametrize(
    "text",
    [
        "no, 25% today not 4%",
        "25% today, not 4%",
        "non, 25 % aujourd'hui, pas 4 %",
        "aujourd'hui 25 % et non 4 %",
    ],
)
def test_the_figure_that_is_denied_is_not_taken(text: str) -> None:
    reply = read_reply(text, language=None, today=TODAY, asked=Slot.TARGET, metric=MetricKey.TRANSFER_RATE)
    assert reply.understanding.baseline == percent("25")
    assert reply.understanding.target is None
