"""A figure that is put right in the same breath, and words that only look as if they did."""

import pytest

from coach.language.mentions import find_metrics
from coach.language.plain import fold
from coach.language.reading import Language
from coach.language.second_thoughts import with_second_thoughts
from coach.metrics import MetricKey


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("the last one was 79 i'm afraid, no wait 79.5", "the last one was 79.5 i'm afraid"),
        ("79, no wait 79.5", "79.5"),
        ("csat 79, fcr 60, no wait 61", "csat 79, fcr 61"),
        ("79 or rather 80", "80"),
        ("79, actually 80%", "80%"),
        ("5:50, sorry 5:40", "5:40"),
        ("csat 79, non pardon 80 et fcr 61", "csat 80 et fcr 61"),
        ("79 % enfin plutôt 80", "80 %"),
        ("42 sur 50, non 43 sur 50", "43 sur 50"),
        ("79, attendez, 80", "80"),
    ],
)
def test_the_second_figure_takes_the_place_of_the_first(text: str, told: str) -> None:
    assert with_second_thoughts(text, Language.FR) == told


@pytest.mark.parametrize(
    "text",
    [
        "csat 79, no 80 for fcr",
        "fcr 60. non, csat 80",
        "csat 79, fcr 60, non le csat c'est 80",
        "csat 79, wait 45",
        "csat 79, wait 45 s",
        "sl 79. sorry 3 were away",
        "1. yes 2. no 3. done",
        "1 oui 2 non 3 oui",
        "79, désolé 4 sur 5",
        "79, non 5 min",
        "entre 78 et 80",
        "non, 82",
        "pas 79, 82,5",
        "79, no change",
        "no wait today",
    ],
)
def test_what_puts_nothing_right_stays_as_it_is(text: str) -> None:
    assert with_second_thoughts(text, Language.FR) == text


@pytest.mark.parametrize("text", ["no wait 79.5", "oh wait, i meant 79", "wait, it was 79", "no wait"])
def test_wait_is_no_metric_where_it_only_makes_one_wait(text: str) -> None:
    assert find_metrics(text, fold(text), Language.EN) == []


@pytest.mark.parametrize(
    "text",
    ["wait 2:30", "wait: 2:30", "no wait over 2 minutes", "no wait time above 2 min", "csat, wait 9 s"],
)
def test_wait_is_the_waiting_time_elsewhere(text: str) -> None:
    assert MetricKey.WAIT_TIME in {one.metric for one in find_metrics(text, fold(text), Language.EN)}
