"""The day and the hour of a channel's posts, chosen by whoever leads a goal there."""

from datetime import date, datetime, timedelta

import pytest

from coach.dialogue import Pressed
from coach.goal import CheckInTime, GoalState
from coach.messages import cards
from coach.messages import posts as say
from coach.messages.base import Channel, Message
from coach.metrics import MetricKey
from coach.posting import PostKind
from coach.speech import Verb
from coach.usecases import previewing
from coach.usecases.pressing import press
from tests.coach.desk import MONDAY, PARIS, WORKSPACE, Desk, goal, person
from tests.coach.posts import (
    LEAD,
    desk_with,
    in_channel,
    other,
    read,
)
from tests.coach.talk import Talk


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


def confirms(desk: Desk, name: str, weekday: int) -> list[Message]:
    """A goal for #C2 is confirmed; its check-in is on a weekday."""
    wish = "passer le CSAT de 78 % à 85 % d'ici le 31 mars 2027 par une écoute par agent chaque semaine"
    talk = Talk(wish).says("nos résultats passés, il nous manque du budget", "les clients rappellent moins")
    assert talk.is_ready
    update = {"id": name, "workspace": WORKSPACE, "author": "lead", "channel": "C2"}
    times = {"created_at": MONDAY, "touched_at": MONDAY, "check_in": CheckInTime(weekday=weekday)}
    draft = talk.draft.model_copy(update=update | times)
    with desk.memory.open_uow() as uow:
        uow.drafts.add(draft)
        uow.commit()
    pressed = Pressed(Verb.CONFIRM, draft.version, None, ())
    return desk.does("lead", lambda call: press(call, name, pressed))


def test_the_day_that_a_confirmation_promises_is_the_channels() -> None:
    desk = Desk(goal(), (LEAD,))
    promised = [
        one.weekday
        for name, weekday in (("d1", 2), ("d2", 0))
        for one in confirms(desk, name, weekday)
        if isinstance(one, cards.PostsTo)
    ]
    assert promised == [3, 3]
    desk.news()
    came = []
    for day in range(5, 30):
        desk.goes_to(datetime(2027, 1, day, 16, 0, tzinfo=PARIS))
        came += [desk.clock.now().weekday() for one in desk.news() if one.to == "C2"]
    assert set(came) == {3}


def test_a_new_goal_is_told_at_the_next_time_of_a_channel_that_has_one() -> None:
    desk = Desk(goal(channel="C2"), (LEAD,))
    desk.does("lead", lambda call: previewing.press(call, "g1", Verb.SET_POST_DAY, "1"))
    ended = desk.goal().model_copy(update={"state": GoalState.CLOSED, "version": 2})
    with desk.memory.open_uow() as uow:
        uow.goals.save(ended)
        uow.commit()
    (promise,) = [one for one in confirms(desk, "d1", weekday=3) if isinstance(one, cards.PostsTo)]
    assert promise.weekday == 1
    desk.news()
    desk.goes_to(datetime(2027, 1, 12, 10, 30, tzinfo=PARIS))
    assert [one.to for one in desk.news() if one.to == "C2"] == ["C2"]


@pytest.mark.parametrize(
    ("began", "kinds"),
    [
        (date(2027, 1, 29), [(PostKind.WEEKLY, date(2027, 2, 2)), (PostKind.MONTHLY, date(2027, 3, 1))]),
        (date(2027, 1, 18), [(PostKind.MONTHLY, date(2027, 2, 1)), (PostKind.MONTHLY, date(2027, 3, 1))]),
    ],
)
def test_a_month_is_looked_back_on_once_a_goal_has_seen_two_weeks_of_it(
    began: date, kinds: list[tuple[PostKind, date]]
) -> None:
    desk = desk_with(goal().model_copy(update={"start": began}))
    told = []
    for days in range(60):
        desk.goes_to(datetime(2027, 2, 1, 17, 0, tzinfo=PARIS) + timedelta(days=days))
        told += [one for post in in_channel(desk) for one in read(post) if isinstance(one, say.PostHeading)]
    assert [(one.kind, one.on) for one in told if one.on.day <= 2 and one.on.month < 4] == kinds
