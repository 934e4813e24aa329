"""Figures, dates and times as people read them in each language."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from bot.formats import day, hour, instant, listing, number, weekday
from bot.render import change_text, value_text, words
from coach.language.reading import Language
from coach.messages.base import Change
from coach.messages.posts import PostNeeded
from coach.quantity import Quantity, Unit

FR, EN = Language.FR, Language.EN


def spaced(text: str) -> str:
    """A narrow no-break space as `_`, a no-break space as `~`: what cannot be seen can be checked."""
    return text.replace("\N{NARROW NO-BREAK SPACE}", "_").replace("\N{NO-BREAK SPACE}", "~")


def of(value: str, unit: Unit) -> Quantity:
    return Quantity(value=Decimal(value), unit=unit)


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        ("0", "0", "0"),
        ("78.5", "78,5", "78.5"),
        ("78.50", "78,5", "78.5"),
        ("1234.5", "1_234,5", "1,234.5"),
        ("1234567", "1_234_567", "1,234,567"),
        ("0.005", "0", "0"),
        ("2.675", "2,68", "2.68"),
    ],
)
def test_numbers(value: str, french: str, english: str) -> None:
    assert spaced(number(Decimal(value), FR)) == french
    assert spaced(number(Decimal(value), EN)) == english


@pytest.mark.parametrize(
    ("value", "unit", "french", "english"),
    [
        ("78", Unit.PERCENT, "78_%", "78%"),
        ("12.3", Unit.PERCENT, "12,3_%", "12.3%"),
        ("-3", Unit.PERCENT, "−3_%", "−3%"),
        ("5", Unit.POINTS, "5 points", "5 points"),
        ("1", Unit.POINTS, "1 point", "1 point"),
        ("4.2", Unit.SCORE, "4,2", "4.2"),
        ("12", Unit.PER_WEEK, "12 par semaine", "12 a week"),
        ("12000", Unit.EUR, "12_000 €", "€12,000"),
        ("52.5", Unit.USD, "52,50 $", "$52.50"),
        ("900", Unit.CHF, "900 CHF", "CHF 900"),
    ],
)
def test_figures(value: str, unit: Unit, french: str, english: str) -> None:
    assert spaced(value_text(of(value, unit), FR)).replace("~", " ") == french
    assert spaced(value_text(of(value, unit), EN)).replace("~", " ") == english


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("45", Unit.SECONDS, "45~s"),
        ("2.5", Unit.SECONDS, "2.5~s"),
        ("270", Unit.SECONDS, "4~min~30~s"),
        ("4.5", Unit.MINUTES, "4~min~30~s"),
        ("4", Unit.MINUTES, "4~min"),
        ("150", Unit.MINUTES, "2~h~30~min"),
        ("368.5", Unit.SECONDS, "6~min~9~s"),  # as the level is rounded where it is subtracted
        ("6.0033", Unit.MINUTES, "6~min"),
        ("7220", Unit.SECONDS, "2~h~20~s"),
        ("299.7", Unit.SECONDS, "5~min"),
        ("59.8", Unit.SECONDS, "1~min"),
        ("2999.6", Unit.SECONDS, "50~min"),
        ("3599.9", Unit.SECONDS, "1~h"),
        ("21585", Unit.SECONDS, "6~h"),
        ("3601", Unit.SECONDS, "1~h~1~s"),
        ("0", Unit.MINUTES, "0~s"),
        ("-90", Unit.SECONDS, "−1~min~30~s"),
        ("2999.9999", Unit.SECONDS, "50~min"),
        ("0.83333333", Unit.HOURS, "50~min"),
        ("3599.7", Unit.SECONDS, "1~h"),
        ("59.999", Unit.SECONDS, "1~min"),
    ],
)
def test_durations_are_told_by_their_two_largest_parts(value: str, unit: Unit, shown: str) -> None:
    assert spaced(value_text(of(value, unit), EN)) == shown
    assert spaced(value_text(of(value, unit), FR)) == shown.replace(".", ",")


@pytest.mark.parametrize(
    ("value", "unit", "french", "english"),
    [
        (
            "0.98",
            Unit.PER_MONTH,
            "+0,98 par mois d’une semaine à l’autre",
            "+0.98 a month from one week to the next",
        ),
        ("0.5", Unit.POINTS, "+0,5 point par semaine", "+0.5 points a week"),
    ],
)
def test_what_is_counted_by_the_month_grows_from_one_week_to_the_next(
    value: str, unit: Unit, french: str, english: str
) -> None:
    needed = PostNeeded(Change(of(value, unit)))
    assert french in words(needed, FR)
    assert english in words(needed, EN)


def test_days_are_told_as_days() -> None:
    assert value_text(of("3", Unit.DAYS), FR).replace("\N{NO-BREAK SPACE}", " ") == "3 jours"
    assert value_text(of("1", Unit.DAYS), EN).replace("\N{NO-BREAK SPACE}", " ") == "1 day"
    assert value_text(of("36", Unit.HOURS), EN).replace("\N{NO-BREAK SPACE}", " ") == "1.5 days"


@pytest.mark.parametrize(
    ("value", "unit", "french", "english"),
    [
        ("5", Unit.POINTS, "+5 points", "+5 points"),
        ("-1", Unit.POINTS, "−1 point", "−1 point"),
        ("-30", Unit.SECONDS, "−30~s", "−30~s"),
        ("20", Unit.PERCENT, "+20_%", "+20%"),
        ("0", Unit.COUNT, "+0", "+0"),
    ],
)
def test_changes_have_their_sign(value: str, unit: Unit, french: str, english: str) -> None:
    change = Change(of(value, unit))
    assert spaced(change_text(change, FR)).replace("~p", " p") == french
    assert spaced(change_text(change, EN)).replace("~p", " p") == english


@pytest.mark.parametrize(
    ("value", "style", "french", "english"),
    [
        (date(2027, 3, 1), "", "1er~mars 2027", "1 March 2027"),
        (date(2027, 3, 31), "", "31 mars 2027", "31 March 2027"),
        (date(2027, 3, 11), "", "11 mars 2027", "11 March 2027"),
        (date(2027, 3, 1), "short", "1er~mars", "1 March"),
        (date(2027, 2, 1), "full", "lundi 1er~février", "Monday 1 February"),
        (date(2027, 3, 21), "full", "dimanche 21 mars", "Sunday 21 March"),
        (date(2027, 3, 1), "weekday", "lundi", "Monday"),
    ],
)
def test_dates(value: date, style: str, french: str, english: str) -> None:
    assert spaced(day(value, FR, style)) == french
    assert spaced(day(value, EN, style)) == english


def test_hours_and_instants() -> None:
    assert spaced(hour(time(9, 30), FR)) == "9~h~30"
    assert spaced(hour(time(9), FR)) == "9~h"
    assert hour(time(9, 5), EN) == "9:05"
    at = datetime(2027, 1, 11, 9, 30, tzinfo=UTC)
    assert spaced(instant(at, FR)) == "lundi 11 janvier, 9~h~30"
    assert instant(at, EN) == "Monday 11 January, 9:30"


def test_weekdays_count_from_monday() -> None:
    assert [weekday(index, FR) for index in (0, 6)] == ["lundi", "dimanche"]
    assert weekday(4, EN) == "Friday"


def test_lists_are_told_as_people_tell_them() -> None:
    assert listing(["a"], FR) == "a"
    assert listing(["a", "b", "c"], FR) == "a, b et c"
    assert listing(["a", "b", "c"], EN) in {"a, b and c", "a, b, and c"}
