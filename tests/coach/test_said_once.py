"""What is said once is enough: in a message of several questions, in an overview, in a channel."""

from datetime import datetime, timedelta

from bot.render import plain
from coach.language.reading import Language
from coach.messages import check_in_questions as asks
from coach.messages import digest
from coach.messages import nudges as words
from coach.messages import posts as say
from coach.metrics import Kind
from coach.quantity import Unit
from coach.speech import Verb
from coach.usecases.digest import digest_speech
from coach.usecases.previewing import press
from tests.coach.desk import MONDAY, PARIS, Desk, goal, percent, person
from tests.coach.posts import TUESDAY, arrive, buttons, desk_with, figure, found, in_channel, other, read
from tests.coach.talk import messages_of


def test_all_is_well_and_welcome_back_are_said_once_above_several_questions() -> None:
    desk = desk_with(goal(channel=None), other("g2", channel=None), other("g3", channel=None))
    for name in ("g1", "g2", "g3"):
        figure(desk, 80, MONDAY + timedelta(days=3), of=name)
    desk.goes_to(MONDAY + timedelta(days=7, hours=1))
    (asked,) = [one for one in desk.news() if one.to == "lead"]
    told = messages_of(asked.speech)
    assert len(found(told, asks.CheckInFigure)) == 3
    assert len(found(told, words.OpenOnTrack) + found(told, words.OpenStreak)) == 1


def test_an_overview_gives_an_idea_once_and_none_before_the_first_question() -> None:
    team = {"contributors": ("karim",), "channel": None}
    desk = Desk(goal(**team), (person("lead"), person("karim")))  # type: ignore[arg-type]
    with desk.memory.open_uow() as uow:
        uow.goals.add(other("g2", **team))
        uow.commit()
    for day, ideas in ((7, 0), (21, 1)):
        if day == 21:
            desk.goes_to(MONDAY + timedelta(days=7, hours=1))
        now = datetime(2027, 1, day, 9, tzinfo=PARIS)
        with desk.memory.open_uow() as uow:
            speech = digest_speech(uow, person("lead"), now.date(), now)
        assert speech is not None
        assert len(found(messages_of(speech), digest.DigestSuggestion)) <= ideas


def test_the_example_in_a_question_is_near_the_goal_s_own_level() -> None:
    desk = desk_with(goal(channel=None).model_copy(update={"target": percent(4), "baseline": percent(8)}))
    desk.goes_to(MONDAY + timedelta(days=7, hours=1))
    (asked,) = [one for one in desk.news() if one.to == "lead"]
    (how,) = found(messages_of(asked.speech), asks.CheckInHow)
    assert isinstance(how, asks.CheckInHow)
    assert how.kind is Kind.SHARE
    assert how.example.unit is Unit.PERCENT
    assert 3 < how.example.value < 9
    assert how.done * 100 / how.total < 9
    assert "80" not in plain(how, Language.FR)


def test_a_post_that_would_repeat_the_last_one_is_sent_only_on_a_second_press() -> None:
    desk = desk_with(goal())
    figure(desk, 80, MONDAY + timedelta(days=7))
    desk.goes_to(TUESDAY)
    assert in_channel(desk)
    arrive(desk)
    desk.clock.move_to(TUESDAY + timedelta(hours=1))
    desk.does("lead", lambda call: press(call, "g1", Verb.PREVIEW_POST, ""))
    shown = [one for one in desk.memory.outgoing if one.to == "lead"][-1]
    send = buttons(shown)[Verb.SEND_POST]
    told = desk.does("lead", lambda call: press(call, "g1", Verb.SEND_POST, send.value or ""))
    assert found(told, say.NothingNewToSend)
    assert len([one for one in desk.memory.outgoing if one.to == "C1"]) == 1
    warned = [one for one in desk.memory.outgoing if one.to == "lead"][-1]
    anyway = buttons(warned)[Verb.SEND_POST]
    desk.does("lead", lambda call: press(call, "g1", Verb.SEND_POST, anyway.value or ""))
    assert len([one for one in desk.memory.outgoing if one.to == "C1"]) == 2


def test_what_is_next_in_a_preview_lies_after_the_day_on_which_it_is_read() -> None:
    desk = desk_with(goal())
    figure(desk, 78, MONDAY + timedelta(days=3))
    desk.clock.move_to(TUESDAY - timedelta(days=4))
    desk.does("lead", lambda call: press(call, "g1", Verb.PREVIEW_POST, ""))
    shown = read([one for one in desk.memory.outgoing if one.to == "lead"][-1])
    (coming,) = found(shown, say.PostNext)
    (first,) = found(shown, say.PreviewIs)
    assert isinstance(coming, say.PostNext)
    assert isinstance(first, say.PreviewIs)
    assert coming.end > first.on
