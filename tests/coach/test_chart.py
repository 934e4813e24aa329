"""Whatever the figures, a goal's picture can be laid out, and everything in it lies within its frame."""

import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.charts import FRAME, HEIGHT, LETTER, SMALL, WIDTH, svg
from bot.pictures import FONT_FILES, png
from bot.render import plain
from coach.chart import TICKS, Chart, chart
from coach.goal import Measurement
from coach.language.reading import Language
from coach.messages import charts as say
from coach.messages.base import MetricName
from coach.metrics import MetricKey
from coach.pictures import picture_of
from coach.quantity import Quantity, Unit
from coach.series import Point, Series
from coach.trend import Forecast
from tests.coach.desk import MONDAY, START, goal, percent

FIRST = date(2027, 1, 12)

figures = st.decimals(Decimal("-1e12"), Decimal("1e12"), places=4) | st.decimals(0, 100, places=1)
dates = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@st.composite
def points(draw: st.DrawFn) -> Point:
    low, level, high = sorted(draw(st.tuples(figures, figures, figures)))
    bounded = draw(st.booleans())
    return Point(day=draw(dates), level=level, low=low if bounded else None, high=high if bounded else None)


@st.composite
def any_series(draw: st.DrawFn) -> Series:
    start = draw(dates)
    ahead = None
    if draw(st.booleans()):
        low, level, high = sorted(draw(st.tuples(figures, figures, figures)))
        ranged = draw(st.booleans())
        ends = (low, high) if ranged else (None, None)
        ahead = Forecast(level=level, low=ends[0], high=ends[1], line=level, figures=4)
    return Series(
        unit=draw(st.sampled_from(list(Unit))),
        start=start,
        deadline=start + timedelta(days=draw(st.integers(0, 1500))),
        today=draw(dates),
        baseline=draw(figures),
        target=draw(figures),
        stretch=draw(st.none() | figures),
        planned=tuple(draw(st.lists(points(), max_size=6))),
        milestones=tuple(draw(st.lists(points(), max_size=4))),
        measured=tuple(draw(st.lists(points(), max_size=8))),
        forecast=ahead,
    )


def places(laid: Chart) -> list[tuple[float, float]]:
    """Every place of a picture; what has only one coordinate stands on the frame for the other."""
    found = [(place.x, place.y) for place in (*laid.planned, *laid.milestones, *laid.band)]
    for mark in laid.measured:
        found += [(mark.at.x, y) for y in (mark.at.y, mark.high, mark.low) if y is not None]
    found += [(FRAME.left, one.y) for one in (laid.target, laid.stretch, *laid.scale) if one is not None]
    found += [(FRAME.left, one.y) for one in laid.ends or ()]
    return found + [(day.x, FRAME.top) for day in laid.days] + [(laid.today, FRAME.top)]


@given(any_series())
def test_everything_lies_within_the_frame(series: Series) -> None:
    laid = chart(series, FRAME)
    for x, y in places(laid):
        assert FRAME.left <= x <= FRAME.right
        assert FRAME.top <= y <= FRAME.bottom
    assert len(laid.scale) <= TICKS + 1
    assert laid.days[-1].day == series.deadline


@given(any_series())
def test_higher_levels_stand_higher_and_later_days_further_right(series: Series) -> None:
    laid = chart(series, FRAME)
    for one, other in zip(series.planned, series.planned[1:], strict=False):
        here, there = (laid.planned[series.planned.index(point)] for point in (one, other))
        assert (one.level <= other.level) <= (here.y >= there.y)
        assert (one.day <= other.day) <= (here.x <= there.x)


@settings(max_examples=30, deadline=None)
@given(any_series(), st.text(max_size=80), st.sampled_from(list(Language)))
def test_any_picture_can_be_drawn(series: Series, words: str, language: Language) -> None:
    drawn = png(svg(series, MetricName(MetricKey.OTHER, words or "x"), language))
    assert drawn.startswith(b"\x89PNG")


def measured(*values: float, sample: int | None = None) -> list[Measurement]:
    return [
        Measurement(
            id=f"m{number}",
            goal="g1",
            author="lead",
            value=percent(value),
            measured_on=FIRST + timedelta(weeks=number),
            recorded_at=MONDAY + timedelta(days=8 + 7 * number),
            sample=sample,
        )
        for number, value in enumerate(values)
    ]


@pytest.mark.parametrize("language", list(Language))
def test_the_words_on_the_picture_are_the_readers(language: Language) -> None:
    picture = picture_of(goal(), measured(78.2, 78.9, 79.4, 80.1, 80.8), date(2027, 2, 10))
    assert picture is not None
    drawn = svg(picture.series, picture.metric, language)
    for message in (
        say.ChartTarget(percent(85)),
        say.ChartFigures(),
        say.ChartAhead(),
        say.ChartMilestones(),
    ):
        assert plain(message, language).replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}") in drawn
    months = {Language.FR: ("janv.", "févr.", "mars"), Language.EN: ("Jan", "Feb", "Mar")}[language]
    assert all(month in drawn for month in months)


@pytest.mark.parametrize("language", list(Language))
def test_how_far_chance_reaches_is_explained_where_it_is_drawn(language: Language) -> None:
    told = plain(say.ChartChance(), language)
    for sample in (None, 40):
        picture = picture_of(goal(), measured(78.2, 78.9, 79.4, 80.1, 80.8, sample=sample), date(2027, 2, 10))
        assert picture is not None
        drawn = svg(picture.series, picture.metric, language)
        assert (told in drawn) is (sample is not None)


@pytest.mark.parametrize("value", [78.5, 83, 84.5, 85.2, 86])
def test_the_targets_label_keeps_clear_of_the_figure_near_it(value: float) -> None:
    picture = picture_of(goal(), measured(value), date(2027, 1, 13))
    assert picture is not None
    drawn = svg(picture.series, picture.metric, Language.EN)
    words = plain(say.ChartTarget(percent(85)), Language.EN).replace("\N{NARROW NO-BREAK SPACE}", " ")
    (label,) = [text for text in drawn.split("<text") if words in text]
    left, bottom = (float(label.split(f'{name}="')[1].split('"')[0]) for name in ("x", "y"))
    dot = chart(picture.series, FRAME).measured[-1].at
    beside = not left <= dot.x <= left + len(words) * LETTER * SMALL
    assert beside or not bottom - SMALL <= dot.y <= bottom


def test_a_sentence_tells_what_the_picture_shows() -> None:
    picture = picture_of(goal(), measured(78.2, 78.5, 78.7, 79.1, 79.5), date(2027, 2, 10))
    assert picture is not None
    told = plain(picture.tells, Language.EN)
    assert told.startswith("Chart: CSAT, from 78% at the start to 79.5% now, against 80% planned;")
    assert told.endswith("and this pace leads to between 83% and 83.8%.")
    assert isinstance(picture_of(goal(), [], START).tells, say.ChartToldPlan)  # type: ignore[union-attr]


def test_a_goal_whose_baseline_is_being_measured_has_no_picture() -> None:
    assert picture_of(goal(measured=False), [], START) is None


def test_a_picture_is_opaque_so_that_it_reads_on_a_dark_page() -> None:
    picture = picture_of(goal(), measured(79.0), date(2027, 1, 13))
    assert picture is not None
    drawn = svg(picture.series, picture.metric, Language.FR)
    assert f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>' in drawn


def test_the_letters_are_drawn_with_our_own_fonts_and_no_others() -> None:
    assert len(FONT_FILES) == 2
    with_words = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60" font-family="DejaVu Sans">'
        '<text x="5" y="40" font-size="30">{}</text></svg>'
    )
    empty = png(with_words.format(""))
    for letters in ("85 % œuvre Été", "Ωλ", "Привет", "1 234,5 €"):
        assert png(with_words.format(letters)) != empty, letters


def test_a_count_is_never_told_in_halves_on_the_scale() -> None:
    series = Series(
        unit=Unit.COUNT,
        start=START,
        deadline=date(2027, 3, 31),
        today=START,
        baseline=Decimal(0),
        target=Decimal(2),
        planned=(),
        milestones=(),
        measured=(),
    )
    assert [one.level for one in chart(series, FRAME).scale] == [
        Quantity(value=Decimal(count), unit=Unit.COUNT) for count in range(3)
    ]


@pytest.mark.parametrize("step", ["0.2", "0.4", "0.44", "0.62"])
def test_the_last_figures_label_covers_neither_its_curve_nor_the_plan(step: str) -> None:
    """Short of the target, on the plan, at the target, beyond it."""
    figures = [
        Measurement(
            id=f"m{number}",
            goal="g1",
            author="lead",
            value=percent(str(78 + Decimal(step) * number)),
            measured_on=FIRST + number * timedelta(weeks=1),
            recorded_at=MONDAY + number * timedelta(weeks=1),
        )
        for number in range(12)
    ]
    shown = picture_of(goal(), figures, date(2027, 4, 1))
    assert shown is not None
    drawn = svg(shown.series, shown.metric, Language.FR)
    label = re.findall(r'<text x="([\d.]+)" y="([\d.]+)" font-size="23"[^>]*>([^<]*)<', drawn)[-1]
    right, foot, width = float(label[0]), float(label[1]), len(label[2]) * 0.7 * 23
    laid = chart(shown.series, FRAME)
    for line in ([mark.at for mark in laid.measured], laid.planned):
        for start, end in pairwise(line):
            for part in range(21):
                x, y = (
                    getattr(start, way) + (getattr(end, way) - getattr(start, way)) * part / 20
                    for way in ("x", "y")
                )
                assert not (right - width < x < right and foot - 16 < y < foot), (x, y)
