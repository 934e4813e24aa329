"""How much it should move, told before where it stands, is kept, and added once the level is known."""

from decimal import Decimal

import pytest

from coach.language.reading import Slot
from coach.messages import asking
from coach.messages.noted import NotedChange, NotedLevelAfter
from coach.quantity import Quantity, Unit
from tests.coach.talk import Talk


def quantity(value: str, unit: Unit) -> Quantity:
    return Quantity(value=Decimal(value), unit=unit)


@pytest.mark.parametrize(
    ("wish", "change", "today", "level"),
    [
        ("améliorer le CSAT", "+1", "78 %", quantity("79", Unit.PERCENT)),
        ("améliorer le CSAT", "+2 points", "78 %", quantity("80", Unit.PERCENT)),
        ("réduire la DMT", "-30 s", "6 min", quantity("5.5", Unit.MINUTES)),
        ("réduire les transferts", "-5", "20 %", quantity("15", Unit.PERCENT)),
        ("improve NPS", "+5", "20", quantity("25", Unit.SCORE)),
        ("more appointments", "+5", "40 a week", quantity("45", Unit.PER_WEEK)),
    ],
)
def test_a_change_told_before_the_level_is_said_back_and_then_added(
    wish: str, change: str, today: str, level: Quantity
) -> None:
    talk = Talk(wish).says(change)
    assert talk.hears(NotedChange)
    assert talk.says(today).heard(NotedLevelAfter).level == level
    assert talk.asked == [Slot.BASELINE, Slot.BASELINE, Slot.DEADLINE]


@pytest.mark.parametrize(
    ("wish", "unknown", "change"),
    [("améliorer le CSAT", "je ne sais pas", "+1"), ("improve CSAT", "no idea", "+2 points")],
)
def test_a_change_stands_where_nobody_knows_the_level(wish: str, unknown: str, change: str) -> None:
    talk = Talk(wish).says(unknown, change)
    assert talk.hears(NotedChange)
    assert (talk.draft.baseline_unknown, talk.draft.asked) == (True, Slot.DEADLINE)


@pytest.mark.parametrize(("wish", "today"), [("améliorer le CSAT", "78 %"), ("improve CSAT", "78%")])
def test_a_plus_on_a_share_is_so_many_points(wish: str, today: str) -> None:
    talk = Talk(wish).says(today, "+1")
    assert talk.heard(NotedLevelAfter).level == quantity("79", Unit.PERCENT)


@pytest.mark.parametrize(("wish", "today"), [("améliorer le CSAT", "78 %"), ("improve CSAT", "78%")])
def test_a_percentage_of_a_share_is_still_asked_about(wish: str, today: str) -> None:
    assert Talk(wish).says(today, "+5 %").draft.asked is Slot.CHANGE


def test_a_percentage_told_first_is_said_back_before_it_is_asked_what_it_means() -> None:
    talk = Talk("améliorer le CSAT").says("+5 %")
    assert talk.hears(NotedChange)
    assert talk.says("78 %").draft.asked is Slot.CHANGE


def test_a_level_below_nothing_is_still_asked_about_where_it_is_to_rise() -> None:
    assert Talk("améliorer le CSAT").says("-3").hears(asking.BelowNothing)
