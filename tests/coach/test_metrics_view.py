"""The catalogue is read in Slack one aim at a time; raw answers make a figure whose number is kept."""

import pytest

from bot.render import words
from coach.catalogue import METRICS
from coach.errors import Refused
from coach.language.reading import Language
from coach.messages.metrics import MetricEntry, MetricsOfAim, QuotedBand, QuotedPoint
from coach.metrics import Aim, MetricKey
from coach.quantity import Unit
from coach.raw_answers import read_raw
from coach.speech import Button, Line, Row
from coach.usecases import commands
from coach.usecases.metrics import OWN, catalogue_page, show_metrics
from tests.coach.desk import Desk, goal, person

BLOCKS = 50
"""Blocks that a message may have."""


def test_every_metric_stands_on_exactly_one_page_with_its_formula() -> None:
    pages = [catalogue_page(aim) for aim in Aim]
    shown = [
        part.message.metric.key
        for page in pages
        for part in page.parts
        if isinstance(part, Line) and isinstance(part.message, MetricEntry)
    ]
    assert sorted(shown) == sorted(set(METRICS) - {MetricKey.OTHER})
    assert all(len(page.parts) <= BLOCKS for page in pages)


def test_each_reference_is_shown_with_its_source() -> None:
    lines = [part.message for aim in Aim for part in catalogue_page(aim).parts if isinstance(part, Line)]
    quoted = [one for one in lines if isinstance(one, (QuotedPoint, QuotedBand))]
    assert len(quoted) == sum(len(metric.references) for metric in METRICS.values())
    assert all("guides français" in words(one, Language.FR) for one in quoted)
    assert all("guides to goals" in words(one, Language.EN) for one in quoted)


def test_the_other_aims_are_one_press_away() -> None:
    row = catalogue_page(Aim.REVENUE).parts[-1]
    assert isinstance(row, Row)
    assert {one.value for one in row.elements if isinstance(one, Button)} == {*Aim, OWN} - {Aim.REVENUE}


@pytest.mark.parametrize("text", ["metrics", "indicateurs"])
def test_the_command_shows_them(text: str) -> None:
    desk = Desk(goal(), (person("lead"),))
    read = commands.read_command(text)
    assert read is not None
    heard = desk.does("lead", lambda call: commands.carry_out(call, *read))
    assert isinstance(heard[0], MetricsOfAim)
    later = desk.does("lead", lambda call: show_metrics(call, "revenue"))
    assert later[0] == MetricsOfAim(Aim.REVENUE)


@pytest.mark.parametrize(
    ("text", "metric", "unit", "figure", "sample"),
    [
        ("12 promoteurs, 3 détracteurs sur 20", MetricKey.NPS, Unit.SCORE, "45", 20),
        ("12 promoters, 5 passives and 3 detractors", MetricKey.NPS, Unit.SCORE, "45", 20),
        ("30 positives, 10 negatives out of 50", MetricKey.SENTIMENT, Unit.SCORE, "40", 50),
        ("notes : 5 4 4 3 5", MetricKey.CSAT, Unit.PERCENT, "80", 5),
        ("notes : 5, 4, 4, 3, 5", MetricKey.CSAT, Unit.SCORE, "4.2", 5),
        ("answers: 1 2 2 3", MetricKey.CES, Unit.SCORE, "2", 4),
    ],
)
def test_raw_answers_make_the_figure(
    text: str, metric: MetricKey, unit: Unit, figure: str, sample: int
) -> None:
    computed = read_raw(text, metric, unit)
    assert computed is not None
    assert (f"{computed.figure.value.normalize():f}", computed.sample) == (figure, sample)


@pytest.mark.parametrize("text", ["45", "42 sur 50", "12 promoteurs de plus", "notes : 4"])
def test_what_is_no_raw_answers_is_left_to_the_check_in(text: str) -> None:
    assert read_raw(text, MetricKey.NPS, Unit.SCORE) is None


def test_more_answers_than_there_are_is_refused() -> None:
    with pytest.raises(Refused):
        read_raw("12 promoteurs, 13 détracteurs sur 20", MetricKey.NPS, Unit.SCORE)
