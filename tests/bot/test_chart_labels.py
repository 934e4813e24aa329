"""The target's label in a picture stands beside the lines, not over them."""

import re
from datetime import date, timedelta
from decimal import Decimal

from bot.charts import FRAME, LETTER, SMALL, svg
from coach.chart import chart
from coach.language.reading import Language
from coach.messages.base import MetricName
from coach.metrics import MetricKey
from coach.quantity import Unit
from coach.series import Point, Series

START, DEADLINE = date(2026, 11, 30), date(2027, 2, 15)


def test_the_targets_label_hides_no_figure_where_there_is_room_above_its_line() -> None:
    """From 15 to 23 appointments a month: the figures come close to the target from below."""
    levels = (16, 18, 21, 22, 21, 22, 19)
    lines = Series(
        unit=Unit.PER_MONTH,
        start=START,
        deadline=DEADLINE,
        today=START + timedelta(days=43),
        baseline=Decimal(15),
        target=Decimal(23),
        planned=(Point(day=START, level=Decimal(15)), Point(day=DEADLINE, level=Decimal(23))),
        milestones=(),
        measured=tuple(
            Point(day=START + timedelta(days=1 + 7 * week), level=Decimal(level))
            for week, level in enumerate(levels)
        ),
    )
    picture = svg(lines, MetricName(MetricKey.APPOINTMENTS), Language.FR)
    found = re.search(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>(Cible[^<]*)<', picture)
    assert found is not None
    left, bottom, words = float(found[1]), float(found[2]), found[3]
    right, top = left + len(words) * LETTER * SMALL, bottom - SMALL
    laid = chart(lines, FRAME)
    places = [*laid.planned, *(mark.at for mark in laid.measured)]
    assert not [one for one in places if left <= one.x <= right and top <= one.y <= bottom + 4]
    assert not top <= laid.target.y <= bottom
