"""The day and the hour of a channel's posts, chosen by whoever leads a goal there."""

from datetime import date, datetime

import pytest

from coach.messages import posts as say
from coach.messages.base import Channel
from coach.metrics import MetricKey
from coach.speech import Verb
from coach.usecases import previewing
from tests.coach.desk import PARIS, Desk, goal, person
from tests.coach.posts import (
    LEAD,
    desk_with,
    in_channel,
    other,
)


def test_the_day_and_hour_of_a_channels_posts_are_changed_for_all_of_its_goals() -> None:
    desk = desk_with(goal(), other("g2", metric=MetricKey.NPS))
    said = desk.does("lead", lambda call: previewing.press(call, "g1", Verb.PREVIEW_POST, ""))
    assert say.PostTimesOf(Channel("C1")) in said
    (told,) = desk.does("lead", lambda call: previewing.press(call, "g1", Verb.SET_POST_DAY, "3"))
    assert isinstance(told, say.PostTimesKept)
    assert (told.weekday, told.following) == (3, date(2027, 1, 7))
    desk.does("lead", lambda call: previewing.press(call, "g2", Verb.SET_POST_HOUR, "14:30"))
    desk.goes_to(datetime(2027, 1, 7, 14, 29, tzinfo=PARIS))
    assert in_channel(desk) == []
    desk.goes_to(datetime(2027, 1, 7, 14, 31, tzinfo=PARIS))
    assert len(in_channel(desk)) == 1
    desk.goes_to(datetime(2027, 1, 12, 18, 0, tzinfo=PARIS))
    assert in_channel(desk) == [], "the Tuesday that it was is no more"


def test_a_week_whose_post_is_out_has_no_second_one_on_the_day_it_moved_to() -> None:
    desk = desk_with(goal())
    desk.goes_to(datetime(2027, 1, 12, 12, 0, tzinfo=PARIS))
    assert len(in_channel(desk)) == 1
    (told,) = desk.does("lead", lambda call: previewing.press(call, "g1", Verb.SET_POST_DAY, "3"))
    assert isinstance(told, say.PostTimesKept)
    assert told.following == date(2027, 1, 21)
    shown = desk.does("lead", lambda call: previewing.press(call, "g1", Verb.PREVIEW_POST, ""))
    assert [one.on for one in shown if isinstance(one, say.PreviewIs)] == [date(2027, 1, 21)]
    assert [one.on for one in shown if isinstance(one, say.PostHeading)] == [date(2027, 1, 21)]
    desk.goes_to(datetime(2027, 1, 17, 12, 0, tzinfo=PARIS))
    assert in_channel(desk) == []
    desk.goes_to(datetime(2027, 1, 21, 18, 0, tzinfo=PARIS))
    assert len(in_channel(desk)) == 1


def test_whoever_only_takes_part_changes_no_posts() -> None:
    desk = Desk(goal(contributors=("agent",)), (LEAD, person("agent")))
    (told,) = desk.does("agent", lambda call: previewing.press(call, "g1", Verb.SET_POST_DAY, "3"))
    assert not isinstance(told, say.PostTimesKept)


@pytest.mark.parametrize("value", ["", "9", "noon"])
@pytest.mark.parametrize("verb", [Verb.SET_POST_DAY, Verb.SET_POST_HOUR])
def test_a_day_or_hour_that_is_none_changes_nothing(verb: Verb, value: str) -> None:
    desk = desk_with(goal())
    (told,) = desk.does("lead", lambda call: previewing.press(call, "g1", verb, value))
    assert not isinstance(told, say.PostTimesKept)
