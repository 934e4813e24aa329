"""Small things that people read: dates in their order, what is counted, the way to a goal that is joined."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.following import CheckIn, CheckInAsks
from coach.goal import LeverAction
from coach.language.reading import Cadence
from coach.messages.check_in_questions import CheckInAction, CheckInActionDays
from coach.questions import deadlines_offered
from coach.speech import Button, Row, Verb
from coach.usecases.asking import action_words
from coach.usecases.replanning import joined_parts
from tests.coach.desk import MONDAY, START, WORKSPACE, goal


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)))
def test_the_ends_offered_are_in_their_order_and_in_the_future(today: date) -> None:
    offered = deadlines_offered(today)
    assert all(one <= next_one for one, next_one in pairwise(offered))
    assert offered[0] >= today + timedelta(days=30)


@pytest.mark.parametrize(
    ("action", "wanted", "asked"),
    [
        (LeverAction(text="un rappel", per=Cadence.DAILY), 5, CheckInActionDays(5, "un rappel")),
        (LeverAction(text="un rappel", per=Cadence.DAILY), 1, CheckInAction(1, "un rappel")),
        (LeverAction(text="deux rappels", count=2, per=Cadence.DAILY), 10, CheckInAction(10, "deux rappels")),
        (LeverAction(text="une écoute"), 1, CheckInAction(1, "une écoute")),
    ],
)
def test_what_is_done_once_a_day_is_counted_in_days_and_all_else_in_times(
    action: LeverAction, wanted: int, asked: CheckInAction | CheckInActionDays
) -> None:
    check_in = CheckIn(
        id="c1",
        workspace=WORKSPACE,
        goal="g1",
        user="agent",
        asked_at=MONDAY,
        due_on=START,
        asks=CheckInAsks.ACTION,
        wanted=wanted,
    )
    assert action_words(goal(), check_in, action, START) == asked


def test_whoever_takes_part_from_now_on_can_see_the_goal() -> None:
    rows = [part for part in joined_parts(goal(contributors=("agent",)), "lead") if isinstance(part, Row)]
    buttons = [one for row in rows for one in row.elements if isinstance(one, Button)]
    assert [(one.verb, one.subject) for one in buttons] == [(Verb.OPEN_GOAL, "g1")]
