"""What is still missing is told as it is counted: one more a day only where that is true."""

from datetime import datetime
from decimal import Decimal

import pytest

from bot.render import plain
from coach.goal import Measurement
from coach.language.reading import Language
from coach.making import with_baseline
from coach.messages import nudges as words
from coach.messages.base import Change
from coach.metrics import MetricKey
from coach.nudges import catch_up
from coach.progress import assess
from coach.quantity import Quantity, Unit
from tests.coach.desk import PARIS, START, WORKSPACE, Desk, goal, person
from tests.coach.posts import found
from tests.coach.talk import messages_of


def counted(baseline: int, target: int, unit: Unit) -> Desk:
    """A goal on additional sales, led by `lead`."""

    def level(value: int) -> Quantity:
        return Quantity(value=Decimal(value), unit=unit)

    made = goal(measured=False, channel=None).model_copy(
        update={"metric": MetricKey.ADDITIONAL_SALES, "target": level(target), "sub_goals": ()}
    )
    made = with_baseline(made, level(baseline), START).model_copy(update={"version": 1})
    return Desk(made, (person("lead"),))


def at(desk: Desk, value: int, unit: Unit, day: int) -> None:
    on = datetime(2027, 2, day, 9, 40, tzinfo=PARIS)
    told = Measurement(
        id=desk.ids.new(),
        goal="g1",
        author="lead",
        value=Quantity(value=Decimal(value), unit=unit),
        measured_on=on.date(),
        recorded_at=on,
    )
    with desk.memory.open_uow() as uow:
        uow.measurements.add(WORKSPACE, told)
        uow.commit()


@pytest.mark.parametrize("unit", [Unit.PER_MONTH, Unit.PER_WEEK, Unit.COUNT])
def test_what_is_missing_of_a_count_a_month_is_told_in_its_own_unit(unit: Unit) -> None:
    desk = counted(100, 150, unit)
    at(desk, 119, unit, 8)
    desk.goes_to(datetime(2027, 2, 15, 9, 40, tzinfo=PARIS))
    (asked,) = [one for one in desk.news() if one.to == "lead"]
    told = messages_of(asked.speech)
    assert not found(told, words.OpenBehindADay)
    (line,) = found(told, words.OpenBehindMissing)
    assert isinstance(line, words.OpenBehindMissing)
    assert line.missing.quantity == Quantity(value=line.aim.value - 119, unit=unit)


def test_one_more_a_day_is_told_of_a_running_total_and_of_what_is_counted_a_day() -> None:
    for baseline, unit in ((0, Unit.COUNT), (10, Unit.PER_DAY)):
        desk = counted(baseline, 150, unit)
        at(desk, 40, unit, 8)
        with desk.memory.open_uow() as uow:
            figures = uow.measurements.of_goal(WORKSPACE, "g1")
        day = datetime(2027, 2, 15, tzinfo=PARIS).date()
        a_day, aim = catch_up(desk.goal(), assess(desk.goal(), figures, day), day)
        assert a_day is not None
        assert aim is not None
        missing = aim.value - 40
        assert a_day >= (missing if unit is Unit.PER_DAY else missing / 5)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.FR, "Pour rejoindre le plan cette semaine : viser 124 par mois (+3 par mois)."),
        (Language.EN, "To be back on plan this week: aim at 124 a month (+3 a month)."),
    ],
)
def test_it_reads_as_a_sentence(language: Language, text: str) -> None:
    def level(value: int) -> Quantity:
        return Quantity(value=Decimal(value), unit=Unit.PER_MONTH)

    said = plain(words.OpenBehindMissing(level(124), Change(level(3))), language)
    assert said.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ") == text
