"""Answers to "where are we this week?"."""

from datetime import date
from decimal import Decimal

import pytest

from coach.language.check_in import CheckInReading, read_check_in
from coach.language.reading import Language
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit

TODAY = date(2026, 11, 23)


def read(text: str, metric: MetricKey = MetricKey.CSAT, unit: Unit = Unit.PERCENT) -> CheckInReading:
    return read_check_in(text, language=Language.FR, today=TODAY, metric=metric, unit=unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("48", "48"),
        ("78 %", "78"),
        ("on est à 80 cette semaine", "80"),
        ("80, objectif 85", "80"),
        ("78,5", "78.5"),
    ],
)
def test_a_figure_is_where_the_metric_stands(text: str, value: str) -> None:
    assert read(text).level == Quantity(value=Decimal(value), unit=Unit.PERCENT)


def test_a_time_keeps_its_own_unit() -> None:
    level = read("4 min 10", MetricKey.AHT, Unit.MINUTES).level
    assert level is not None
    assert level.converted(Unit.SECONDS).value == 250


@pytest.mark.parametrize(
    ("text", "value"), [("+2", 2), ("2 de plus", 2), ("3 more", 3), ("-1", -1), ("2 de moins", -2)]
)
def test_an_increment_comes_on_top(text: str, value: int) -> None:
    assert read(text, MetricKey.APPOINTMENTS, Unit.COUNT).increment == value


@pytest.mark.parametrize("text", ["42 sur 50", "42/50", "42 out of 50 calls"])
def test_a_ratio_tells_how_many_of_how_many(text: str) -> None:
    assert (read(text).count, read(text).total) == (42, 50)


def test_a_score_on_its_scale_is_no_ratio() -> None:
    assert read("4,3/5", MetricKey.CSAT, Unit.SCORE).level == Quantity(value=Decimal("4.3"), unit=Unit.SCORE)


@pytest.mark.parametrize(
    "text",
    ["fait", "Done!", "c'est fait", "yes", "all done", "done 👍", "done!! 👍", "fait ✅ !", "👍", ":+1:"],
)
def test_done_is_done(text: str) -> None:
    assert read(text).done


@pytest.mark.parametrize("text", ["80 % 🎉", "🎉 80 %", "80% :tada:", "« 80 % » 💪"])
def test_a_picture_beside_a_figure_takes_nothing_from_it(text: str) -> None:
    assert read(text).level == Quantity(value=Decimal(80), unit=Unit.PERCENT)


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("I don't know", None),
        ("dunno yet", None),
        ("je ne sais pas encore", None),
        ("aucune idée", None),
        ("dunno yet, ask me tmrw", "tomorrow"),
        ("je ne sais pas, redemandez-moi demain", "tomorrow"),
        ("aucune idée, relancez-moi lundi", "monday"),
        ("ask me again in an hour", "hour"),
    ],
)
def test_not_to_know_is_an_answer(text: str, again: str | None) -> None:
    reading = read(text)
    assert (reading.no_figure, reading.ask_again) == (again is None, again)
    assert reading.is_answer


def test_a_figure_counts_though_more_is_to_come() -> None:
    reading = read("80 % for now, ask me again tomorrow")
    assert reading.level == Quantity(value=Decimal(80), unit=Unit.PERCENT)
    assert not reading.no_figure


@pytest.mark.parametrize(("text", "total"), [("22 + 1", 23), ("22+1+4", 27)])
def test_what_is_counted_may_be_told_in_parts(text: str, total: int) -> None:
    level = Quantity(value=Decimal(total), unit=Unit.COUNT)
    assert read(text, MetricKey.APPOINTMENTS, Unit.COUNT).level == level
    assert read(text).level is None


@pytest.mark.parametrize("text", ["pas encore", "not yet", "non", "pas eu le temps"])
def test_not_done_is_not_done(text: str) -> None:
    assert read(text).not_done
    assert not read(text).done


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("bloqué : l'outil est en panne", "l'outil est en panne"),
        ("blocked because the CRM is down", "the CRM is down"),
        ("bloqué", None),
    ],
)
def test_blocked_says_why(text: str, reason: str | None) -> None:
    assert read(text).blocked
    assert read(text).reason == reason


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("en congé jusqu'à lundi", date(2026, 11, 29)),
        ("en congé jusqu'à vendredi", date(2026, 11, 27)),
        ("off until Monday", date(2026, 11, 29)),
        ("off until Friday", date(2026, 11, 26)),
        ("off through Friday", date(2026, 11, 27)),
        ("en vacances jusqu'au 4 janvier", date(2027, 1, 4)),
        ("back on Friday", date(2026, 11, 26)),
        ("en arrêt maladie", None),
    ],
)
def test_away_says_until_when(text: str, until: date | None) -> None:
    assert read(text).away
    assert read(text).away_until == until


@pytest.mark.parametrize("text", ["ça avance", "going well", "en cours", "pas mal"])
def test_vague_words_are_no_figure(text: str) -> None:
    assert read(text).vague
    assert read(text).level is None


@pytest.mark.parametrize("text", ["bonjour", "quand est la réunion ?", "🙃", ""])
def test_the_rest_is_no_answer(text: str) -> None:
    assert not read(text).is_answer
