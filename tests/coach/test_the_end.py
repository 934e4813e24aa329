"""A goal comes to its end: its last figure, the look back, and what is said of it."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from coach.following import ScheduleKind
from coach.goal import GoalState
from coach.messages import ending as at_end
from coach.messages import following
from coach.messages import posts as say
from coach.messages.base import Change, MetricName
from coach.metrics import MetricKey
from coach.people import FocusKind
from coach.quantity import Quantity, Unit
from coach.usecases import conversation, looking_back
from coach.usecases.closing import end_key
from tests.coach.desk import PARIS, WORKSPACE, Desk, goal
from tests.coach.posts import TUESDAY, arrive, desk_with, figure, found, in_channel, read


def ended(last: float = 86) -> Desk:
    desk = desk_with(goal())
    figure(desk, last, datetime(2027, 3, 29, 9, 30, tzinfo=PARIS))
    desk.clock.move_to(datetime(2027, 4, 1, 9, 0, tzinfo=PARIS))
    desk.goes_to(datetime(2027, 4, 1, 9, 0, tzinfo=PARIS))
    return desk


def test_the_recap_tells_the_way_and_the_owner_is_asked_to_look_back() -> None:
    told = {one.to: read(one) for one in ended().news()}
    assert found(told["C1"], at_end.RecapMoved) == [
        at_end.RecapMoved(Change(Quantity(value=Decimal(8), unit=Unit.POINTS)))
    ]
    assert found(told["C1"], at_end.RecapMilestones) == [at_end.RecapMilestones(2, 2)]
    assert found(told["lead"], at_end.LookBackAsk)
    assert found(told["C1"], at_end.LookBackAsk) == []


def test_what_the_owner_writes_at_the_end_is_kept_and_shared_only_if_they_say_so() -> None:
    desk = ended()
    words = "Les écoutes à deux ont tout changé ; je commencerais plus tôt."
    said = desk.does("lead", lambda call: conversation.hear(call, words))
    assert found(said, at_end.LookBackKept)
    assert desk.goal().look_back == words
    assert in_channel(desk) == []
    shared = desk.does("lead", lambda call: looking_back.share(call, "g1"))
    (told,) = found(shared, at_end.LookBackTold)
    assert isinstance(told, at_end.LookBackTold)
    assert told.text == words


@pytest.mark.parametrize(
    "text", ["passer le NPS de 20 à 30 d'ici juin", "améliorer le NPS", "aide", "merci", "améliorer la DMT"]
)
def test_a_new_wish_or_a_kind_word_at_the_end_is_no_look_back(text: str) -> None:
    desk = ended()
    desk.does("lead", lambda call: conversation.hear(call, text))
    assert desk.goal().look_back is None


def test_the_second_thing_written_after_the_end_is_no_look_back() -> None:
    desk = ended()
    for text in ("Les écoutes ont aidé.", "La paie arrive quand ?"):
        desk.does("lead", lambda call, text=text: conversation.hear(call, text))  # type: ignore[misc]
    assert desk.goal().look_back == "Les écoutes ont aidé."


@pytest.mark.parametrize(("text", "state"), [("85,5 %", GoalState.ACHIEVED), ("84 %", GoalState.MISSED)])
def test_the_figure_of_the_deadline_may_come_after_it(text: str, state: GoalState) -> None:
    desk = ended(82)
    told = desk.does("lead", lambda call: conversation.hear(call, text))
    assert desk.goal().state is state
    assert desk.goal().look_back is None
    assert found(told, at_end.LookBackAsk)
    channel = [one for one in desk.memory.outgoing if one.to == "C1"][-1]
    assert channel.dedupe_key.startswith("last-figure:")
    assert found(read(channel), at_end.GoalEnded)
    assert found(read(channel), at_end.EndCorrected)


def test_the_last_figure_edits_what_the_channel_read_of_the_end() -> None:
    desk = ended(82)
    arrive(desk)
    told = desk.does("lead", lambda call: conversation.hear(call, "86 %"))
    (edit,) = [one for one in desk.memory.outgoing if one.to == "C1" and one.replaces is not None]
    with desk.memory.open_uow() as uow:
        assert edit.replaces == uow.outbox.sent(WORKSPACE, end_key(goal()))
    assert found(read(edit), at_end.GoalEnded) == [
        at_end.GoalEnded(following.Standing.ACHIEVED, MetricName(MetricKey.CSAT))
    ]
    assert found(told, say.PostPutRight)


def test_the_figure_of_the_deadline_can_be_put_right() -> None:
    desk = ended(82)
    for text in ("84 %", "86 %"):
        desk.does("lead", lambda call, text=text: conversation.hear(call, text))  # type: ignore[misc]
    assert desk.goal().state is GoalState.ACHIEVED


def test_a_last_figure_that_cannot_be_is_refused_and_asked_again() -> None:
    desk = ended(82)
    desk.does("lead", lambda call: conversation.hear(call, "850 %"))
    assert desk.goal().state is GoalState.MISSED
    assert desk.goal().look_back is None


def test_words_about_the_way_are_a_look_back_though_they_hold_a_figure() -> None:
    desk = ended()
    desk.does("lead", lambda call: conversation.hear(call, "Les 2 écoutes par semaine ont tout changé."))
    assert desk.goal().look_back is not None


def test_a_post_does_not_speak_of_today_by_a_figure_of_long_ago() -> None:
    desk = desk_with(goal())
    figure(desk, 80, datetime(2027, 1, 11, 9, 30, tzinfo=PARIS))
    told = []
    for hours in range(0, 24 * 28, 4):
        desk.goes_to(TUESDAY + timedelta(hours=hours))
        told += [read(post) for post in in_channel(desk)]
    assert found(told[0], say.PostStale) == []
    assert found(told[-1], say.PostStale) == [say.PostStale()]
    assert found(told[-1], say.PostStanding) == []


def test_a_goal_that_nobody_answered_ends_without_blame() -> None:
    desk = desk_with(goal())
    desk.goes_to(datetime(2027, 4, 1, 9, 0, tzinfo=PARIS))
    desk.goes_to(datetime(2027, 4, 6, 9, 0, tzinfo=PARIS))
    (post,) = in_channel(desk)
    assert found(read(post), at_end.GoalEnded) == [
        at_end.GoalEnded(following.Standing.WAITING, MetricName(MetricKey.CSAT))
    ]
    assert found(read(post), at_end.RecapMoved) == []


HINDSIGHTS = [
    "les macros ont bien aidé, 10 sur 10 faites, la prochaine fois j'embarque la qualité plus tot",
    "callback IVR helped, lunch breaks no",
    "the 2 weekly listening sessions worked well, 10 out of 10 held",
    "autrement : la qualité plus tôt",
]


@pytest.mark.parametrize("text", HINDSIGHTS)
@pytest.mark.parametrize("days", [0, 5, 13])
def test_what_helped_is_the_look_back_whatever_numbers_are_in_it(text: str, days: int) -> None:
    desk = ended(82)
    desk.clock.move_to(datetime(2027, 4, 1 + days, 11, 0, tzinfo=PARIS))
    said = desk.does("lead", lambda call: conversation.hear(call, text))
    assert found(said, at_end.LookBackKept)
    assert (desk.goal().look_back, desk.goal().state) == (text, GoalState.MISSED)
    assert len(desk.figures()) == 1


def test_what_is_told_once_more_is_put_below_and_can_be_shared() -> None:
    desk = ended(82)
    texts = ["les macros ont bien aidé", "ce qui a aidé : les macros. autrement : la qualité plus tôt"]
    for text in texts:
        desk.does("lead", lambda call, text=text: conversation.hear(call, text))  # type: ignore[misc]
        shared = desk.does("lead", lambda call: looking_back.share(call, "g1"))
        assert found(shared, at_end.LookBackTold)
    assert desk.goal().look_back == "\n".join(texts)


@pytest.mark.parametrize("text", ["85,5 %", "la CSAT finit à 85,5 %, les macros ont bien aidé"])
def test_a_figure_alone_or_with_its_metric_is_still_the_last_figure(text: str) -> None:
    desk = ended(82)
    desk.does("lead", lambda call: conversation.hear(call, text))
    assert desk.goal().state is GoalState.ACHIEVED


def test_a_month_after_the_end_what_helped_is_no_look_back_any_more() -> None:
    desk = ended(82)
    desk.clock.move_to(datetime(2027, 4, 28, 11, 0, tzinfo=PARIS))
    desk.does("lead", lambda call: call.focus(FocusKind.GOAL, "g0"))
    desk.does("lead", lambda call: conversation.hear(call, "callback IVR helped, lunch breaks no"))
    assert desk.goal().look_back is None


# --- the end waits for the last figure -------------------------------------------------------------
def waiting(last: date = date(2027, 3, 22), deadline: date = date(2027, 4, 2)) -> Desk:
    """A goal that ends on a Friday, whose figures come on Mondays; the last one before it is old."""
    desk = desk_with(goal().model_copy(update={"deadline": deadline}))
    with desk.memory.open_uow() as uow:
        (end,) = [one for one in uow.schedules.of_goal(WORKSPACE, "g1") if one.kind is ScheduleKind.CLOSE]
    assert end.due_at == datetime(2027, 4, 5, 9, 0, tzinfo=PARIS)  # no Saturday
    figure(desk, 82, datetime(last.year, last.month, last.day, 9, 30, tzinfo=PARIS))
    desk.goes_to(datetime(2027, 4, 3, 9, 0, tzinfo=PARIS))
    desk.news()
    return desk


def test_the_owner_is_asked_for_the_last_figure_before_the_end_is_told() -> None:
    desk = waiting()
    assert desk.goal().state is GoalState.ACTIVE
    desk.goes_to(datetime(2027, 4, 5, 9, 5, tzinfo=PARIS))
    told = desk.news()
    assert [one.to for one in told] == ["lead"]
    assert found(read(told[0]), at_end.LastFigureAsk) == [
        at_end.LastFigureAsk(MetricName(MetricKey.CSAT), date(2027, 4, 2), date(2027, 4, 8))
    ]
    said = desk.does("lead", lambda call: conversation.hear(call, "85,2 %"))
    assert found(said, at_end.LookBackAsk)
    assert desk.goal().state is GoalState.ACHIEVED
    (post,) = [one for one in desk.memory.outgoing if one.to == "C1" and one.dedupe_key == end_key(goal())]
    assert not found(read(post), at_end.EndCorrected)
    desk.goes_to(datetime(2027, 4, 9, 9, 5, tzinfo=PARIS))
    assert not [one for one in desk.news() if one.to == "C1"]


def test_without_a_last_figure_the_end_is_told_by_the_one_before_a_few_working_days_later() -> None:
    desk = waiting()
    for day in (5, 6, 7):
        desk.goes_to(datetime(2027, 4, day, 9, 5, tzinfo=PARIS))
    assert desk.goal().state is GoalState.ACTIVE
    desk.news()
    desk.goes_to(datetime(2027, 4, 8, 9, 5, tzinfo=PARIS))
    assert desk.goal().state is GoalState.MISSED
    assert {one.to for one in desk.news()} == {"lead", "C1"}


def test_a_figure_of_the_last_days_is_enough() -> None:
    desk = waiting(last=date(2027, 3, 31))
    desk.goes_to(datetime(2027, 4, 5, 9, 5, tzinfo=PARIS))
    assert desk.goal().state is GoalState.MISSED


def test_who_has_no_last_figure_ends_it_and_words_are_no_look_back_yet() -> None:
    desk = waiting()
    desk.goes_to(datetime(2027, 4, 5, 9, 5, tzinfo=PARIS))
    desk.does("lead", lambda call: conversation.hear(call, "je demande à Paul demain matin"))
    assert (desk.goal().look_back, desk.goal().state) == (None, GoalState.ACTIVE)
    desk.does("lead", lambda call: call.focus(FocusKind.LOOK_BACK, "g1"))
    said = desk.does("lead", lambda call: conversation.hear(call, "pas de chiffre"))
    assert desk.goal().state is GoalState.MISSED
    assert found(said, at_end.LookBackAsk)
