"""Working days, and times on the wall that come out once a day whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.calendar import (
    Absence,
    WorkingCalendar,
    check_country,
    is_working_day,
    months_between,
    next_local,
    next_month_day,
    next_working_instant,
    presence,
    public_holidays,
    weeks_between,
    within_hours,
    working_days,
)
from coach.errors import Refused

PARIS = ZoneInfo("Europe/Paris")
FRANCE = WorkingCalendar(country="FR")


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("country", "region", "day"),
    [
        ("FR", None, date(2026, 7, 14)),
        ("FR", "57", date(2026, 12, 26)),
        ("BE", None, date(2026, 7, 21)),
        ("CH", "GE", date(2026, 9, 10)),
        ("CA", "QC", date(2026, 6, 24)),
        ("GB", "SCT", date(2026, 11, 30)),
        ("US", None, date(2026, 11, 26)),
    ],
)
def test_nobody_works_on_a_public_holiday(country: str, region: str | None, day: date) -> None:
    assert not is_working_day(day, WorkingCalendar(country=country, region=region))


def test_the_rest_of_france_works_on_the_second_day_of_christmas_unless_it_is_a_weekend() -> None:
    assert is_working_day(date(2025, 12, 26), FRANCE)
    assert not is_working_day(date(2025, 12, 26), WorkingCalendar(country="FR", region="57"))


def test_an_unknown_country_or_region_has_the_holidays_that_are_known() -> None:
    assert public_holidays("XX", None, 2026) == frozenset()
    assert public_holidays("FR", "Atlantis", 2026) == public_holidays("FR", None, 2026)


def test_an_unknown_country_can_be_asked_about() -> None:
    check_country("FR")
    with pytest.raises(Refused):
        check_country("XX")


def test_may_2026_in_france_has_seventeen_working_days() -> None:
    assert working_days(date(2026, 5, 1), date(2026, 5, 31), FRANCE) == 17
    assert working_days(date(2026, 5, 1), date(2026, 5, 31), WorkingCalendar()) == 21


def test_an_absent_agent_takes_their_part_of_the_day_away() -> None:
    day = date(2026, 3, 4)
    away = WorkingCalendar(absences=(Absence(start=day, end=day, person="U1"),))
    assert presence(day, away, contributors=4) * 4 == 3
    assert presence(day, away, contributors=1) == 0
    assert working_days(day, day, away, contributors=1) == 0


def test_a_closed_team_does_not_work() -> None:
    closed = WorkingCalendar(absences=(Absence(start=date(2026, 8, 3), end=date(2026, 8, 14)),))
    assert working_days(date(2026, 8, 1), date(2026, 8, 31), closed) == 11


def test_months_and_weeks_are_cut_by_start_and_deadline() -> None:
    assert months_between(date(2026, 1, 15), date(2026, 3, 10)) == (
        (date(2026, 1, 15), date(2026, 1, 31)),
        (date(2026, 2, 1), date(2026, 2, 28)),
        (date(2026, 3, 1), date(2026, 3, 10)),
    )
    assert weeks_between(date(2026, 1, 15), date(2026, 1, 27)) == (
        (date(2026, 1, 15), date(2026, 1, 18)),
        (date(2026, 1, 19), date(2026, 1, 25)),
        (date(2026, 1, 26), date(2026, 1, 27)),
    )


def test_half_past_two_comes_once_on_the_night_without_one() -> None:
    first = next_local(utc(2026, 3, 28, 12), PARIS, None, time(2, 30))
    assert first == utc(2026, 3, 29, 1, 30)
    assert first.astimezone(PARIS).time() == time(3, 30)
    assert next_local(first, PARIS, None, time(2, 30)) == utc(2026, 3, 30, 0, 30)


def test_half_past_two_comes_once_on_the_night_with_two() -> None:
    first = next_local(utc(2026, 10, 24, 12), PARIS, None, time(2, 30))
    assert first == utc(2026, 10, 25, 0, 30)
    assert next_local(first, PARIS, None, time(2, 30)) == utc(2026, 10, 26, 1, 30)


def test_nine_on_mondays_stays_nine_on_mondays_across_the_change() -> None:
    before = next_local(utc(2026, 3, 20), PARIS, 0, time(9))
    after = next_local(before, PARIS, 0, time(9))
    assert (before, after) == (utc(2026, 3, 23, 8), utc(2026, 3, 30, 7))


@given(
    start=st.datetimes(min_value=datetime(2024, 1, 1), max_value=datetime(2028, 1, 1)),  # noqa: DTZ001
    zone=st.sampled_from(
        ["Europe/Paris", "America/Toronto", "Pacific/Noumea", "Australia/Lord_Howe", "America/St_Johns"]
    ),
    at=st.times(),
)
def test_a_time_of_day_comes_out_once_a_day(start: datetime, zone: str, at: time) -> None:
    moment = start.replace(tzinfo=UTC)
    tz = ZoneInfo(zone)
    seen: list[date] = []
    for _ in range(10):
        following = next_local(moment, tz, None, at)
        assert following > moment
        assert timedelta(hours=22) < following - moment < timedelta(hours=26) or not seen
        moment = following
        seen.append(following.astimezone(tz).date())
    assert len(set(seen)) == len(seen)


def test_the_thirty_first_is_the_last_day_of_each_month() -> None:
    moment = utc(2026, 1, 31, 12)
    days = []
    for _ in range(4):
        moment = next_month_day(moment, PARIS, 31, time(9))
        days.append(moment.astimezone(PARIS).date())
    assert days == [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)]


def test_working_hours_may_go_past_midnight() -> None:
    assert within_hours(utc(2026, 1, 5, 8), PARIS, time(9), time(18))
    assert not within_hours(utc(2026, 1, 5, 17), PARIS, time(9), time(18))
    assert within_hours(utc(2026, 1, 5, 23, 30), PARIS, time(22), time(6))


@pytest.mark.parametrize(
    ("moment", "moved"),
    [
        (utc(2026, 3, 4, 8, 30), utc(2026, 3, 4, 8, 30)),
        (utc(2026, 3, 4, 5), utc(2026, 3, 4, 8)),
        (utc(2026, 3, 4, 20), utc(2026, 3, 5, 8)),
        (utc(2026, 3, 7, 8, 30), utc(2026, 3, 9, 8, 30)),
        (utc(2026, 5, 1, 7, 30), utc(2026, 5, 4, 7, 30)),
        (utc(2026, 3, 28, 8, 30), utc(2026, 3, 30, 7, 30)),
    ],
)
def test_what_falls_outside_working_time_moves_to_the_next_of_it(moment: datetime, moved: datetime) -> None:
    assert next_working_instant(moment, PARIS, FRANCE) == moved


def test_a_decade_without_work_is_an_error_of_ours() -> None:
    never = WorkingCalendar(weekdays=frozenset())
    with pytest.raises(ValueError, match="without a working day"):
        next_working_instant(utc(2026, 3, 4), PARIS, never)
