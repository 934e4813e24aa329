"""Whom no answer comes from, and who needs not be asked: what is counted, said and shown agree."""

from datetime import date, datetime, timedelta

import pytest

from bot.render import plain
from coach.following import CheckInState, SkipReason
from coach.goal import CheckInTime
from coach.language.reading import Cadence, Language
from coach.messages import digest
from coach.messages import following as say
from coach.messages import home as home_says
from coach.messages import nudges as words
from coach.messages.base import Person
from coach.outgoing import MessageRef
from coach.speech import Speech, Verb, can_be_pressed
from coach.usecases import absence, check_ins, home
from tests.coach.desk import DEADLINE, PARIS, WORKSPACE, Desk, goal, percent, person
from tests.coach.talk import messages_of
from tests.coach.test_following import found, says
from tests.coach.test_nudging import asked, days_to, has, reasons, with_two_goals

LEAD, EMMA = person("lead"), person("emma")
FIRST = datetime(2027, 1, 11, 9, 35, tzinfo=PARIS)
"""The first Monday that asks."""


def alone() -> Desk:
    return Desk(goal(channel=None), (LEAD,))


def with_emma() -> Desk:
    return Desk(goal(channel=None, contributors=("emma",)), (LEAD, EMMA))


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=PARIS)


def test_a_figure_told_on_tuesday_does_not_silence_next_mondays_question() -> None:
    desk = alone()
    for week in range(1, 5):
        desk.goes_to(FIRST + timedelta(weeks=week))
        assert len(asked(desk)) == 1, week
        desk.clock.move_to(FIRST + timedelta(weeks=week, days=1))
        says(desk, f"CSAT {78 + week} %")
        desk.clock.move_to(FIRST + timedelta(weeks=week, days=2))
        says(desk, f"CSAT {78.5 + week} %")  # nothing is open by then: it comes by itself
    assert SkipReason.FRESH not in reasons(desk)


@pytest.mark.parametrize(("day", "silences"), [(12, False), (13, False), (15, True), (18, True)])
def test_a_figure_belongs_to_the_question_that_it_is_nearest_to(day: int, *, silences: bool) -> None:
    desk = alone()
    desk.goes_to(FIRST)
    says(desk, "79 %")
    asked(desk)
    desk.clock.move_to(at(date(2027, 1, day), 8))
    says(desk, "CSAT 80 %")
    desk.goes_to(FIRST + timedelta(weeks=1))
    assert (asked(desk) == []) is silences


def test_the_last_weeks_before_the_deadline_ask_though_figures_come_on_other_days() -> None:
    desk = alone()
    for day in (16, 23):
        desk.clock.move_to(at(date(2027, 3, day)))
        says(desk, "CSAT 83 %")
        desk.goes_to(at(date(2027, 3, day + 6)))
        assert len(asked(desk)) == 1


def test_after_the_last_days_figure_only_the_deadlines_own_is_asked() -> None:
    desk = alone()
    desk.goes_to(at(date(2027, 3, 29)))
    says(desk, "84 %")
    asked(desk)
    desk.goes_to(at(date(2027, 3, 30)))
    assert asked(desk) == []
    desk.goes_to(at(DEADLINE))
    assert len(asked(desk)) == 1


def test_a_deadline_the_day_after_a_check_in_is_not_asked_about_twice() -> None:
    running = goal(channel=None).model_copy(update={"deadline": date(2027, 3, 25)})
    desk = Desk(running, (LEAD,))
    desk.goes_to(at(date(2027, 3, 23), 8))
    says(desk, "84 %")
    asked(desk)
    desk.goes_to(at(date(2027, 3, 24)))
    assert asked(desk) == []
    assert reasons(desk)[-1] is SkipReason.FRESH


def test_an_absence_is_no_unanswered_question() -> None:
    desk = alone()
    days_to(desk, at(date(2027, 1, 17)))  # a question and its reminder
    desk.does("lead", lambda call: absence.command(call, "absent du 18 au 26 janvier"))
    heard = days_to(desk, at(date(2027, 2, 3)))
    assert not any(has(one, words.OpenLastCallOwner) for one in heard)
    assert has(heard[-1], words.OpenReminder)


def test_an_owner_who_no_longer_answers_is_asked_once_more_in_the_last_week() -> None:
    desk = alone()
    heard = days_to(desk, at(DEADLINE))
    assert len(heard) == 4
    assert has(heard[2], words.OpenLastCallOwner)
    assert has(heard[3], words.StillStands)
    assert desk.check_in("lead").due_on >= DEADLINE - timedelta(days=7)


def test_whoever_does_an_action_and_no_longer_answers_is_left_alone_to_the_end() -> None:
    desk = with_emma()
    days_to(desk, at(DEADLINE))
    with desk.memory.open_uow() as uow:
        kept = [one for one in uow.check_ins.of_goal(WORKSPACE, "g1") if one.user == "emma"]
    assert [one.due_on.day for one in kept if one.state is not CheckInState.SKIPPED] == [11, 18]


def test_silence_does_not_end_by_being_long() -> None:
    desk = Desk(
        goal(channel=None).model_copy(update={"check_in": CheckInTime(cadence=Cadence.DAILY)}), (LEAD,)
    )
    assert len(days_to(desk, at(date(2027, 2, 28)))) == 3
    says(desk, "80 %")
    assert len(days_to(desk, at(date(2027, 3, 3)))) == 3


def test_who_answers_about_another_goal_is_asked_about_the_quiet_one_there() -> None:
    desk = with_two_goals()
    for week in range(4):
        desk.goes_to(FIRST + timedelta(weeks=week))
        asked(desk)
        heard = says(desk, f"FCR {71 + week} %")
        desk.goes_to(FIRST + timedelta(weeks=week, days=2))
    assert found(heard, say.AndNext)
    says(desk, "81 %")
    assert desk.figures() == [percent(81)]


def overview(desk: Desk, day: date) -> list[object]:
    desk.goes_to(at(day))
    sent = [list(messages_of(one.speech)) for one in desk.news() if one.to == "lead"]
    return list(next(one for one in sent if found(one, digest.DigestTitle)))


def test_who_no_longer_answers_is_named_while_asked_and_counted_from_then_on() -> None:
    desk = with_emma()
    for week in range(6):
        days_to(desk, at(date(2027, 1, 13) + timedelta(weeks=week)))
        heard = overview(desk, date(2027, 1, 14) + timedelta(weeks=week))
        silent, quiet = found(heard, digest.DigestNoAnswer), found(heard, digest.DigestQuiet)
        if week < 2:
            assert isinstance(silent, digest.DigestNoAnswer), week
            assert silent.people == (Person(user="emma"),)
        else:
            assert (silent, quiet) == (None, digest.DigestQuiet(1)), week
    shown = list(messages_of(desk_home(desk)))
    assert found(shown, home_says.HomeNoAnswer)


def desk_home(desk: Desk) -> Speech:
    pages: list[Speech] = []
    desk.does("lead", lambda call: pages.append(home.home(call)))
    return pages[0]


@pytest.mark.parametrize("answer_day", [11, 18])
def test_a_blockage_is_in_the_overview_after_it_though_its_question_is_older(answer_day: int) -> None:
    desk = with_emma()
    desk.goes_to(FIRST)
    desk.clock.move_to(at(date(2027, 1, answer_day), 9).replace(minute=10))
    says(desk, "bloqué : les badges ne sont pas arrivés", "emma")
    days_to(desk, at(date(2027, 1, 13) + timedelta(days=answer_day - 11)))
    heard = overview(desk, date(2027, 1, 14) + timedelta(days=answer_day - 11))
    told = found(heard, digest.DigestBlocked)
    assert isinstance(told, digest.DigestBlocked)
    assert found(heard, digest.DigestSuggestion) == digest.DigestSuggestion(digest.Suggestion.UNBLOCK)


@pytest.mark.parametrize(
    "text",
    [
        "je ne sais pas",
        "pas de chiffre cette semaine",
        "je n'ai pas encore le chiffre",
        "no figure this week",
        "I don't know yet",
        "pas cette semaine",
    ],
)
def test_that_there_is_no_figure_is_an_answer_and_nobody_is_reminded(text: str) -> None:
    desk = alone()
    desk.goes_to(FIRST)
    asked(desk)
    assert found(says(desk, text), say.NoFigureNoted)
    assert desk.check_in("lead").state is CheckInState.ANSWERED
    heard = days_to(desk, FIRST + timedelta(days=8))
    assert not any(has(one, words.OpenReminder) or has(one, words.OpenLastCallOwner) for one in heard)
    assert len(heard) == 1


def test_a_figure_may_follow_and_no_figure_takes_none_back() -> None:
    desk = alone()
    desk.goes_to(FIRST)
    says(desk, "je ne sais pas")
    says(desk, "80 %")
    says(desk, "pas de chiffre cette semaine")
    assert desk.figures() == [percent(80)]


def test_a_question_loses_its_buttons_with_the_end_of_its_goal() -> None:
    desk = alone()
    desk.goes_to(at(DEADLINE))
    one = desk.check_in("lead")
    for parcel in desk.memory.queue.claim(desk.clock.now(), timedelta(minutes=1), 9):
        desk.memory.queue.mark_sent(parcel.id, MessageRef(channel="D1", ts="17.1"), desk.clock.now())
    desk.news()
    desk.goes_to(at(DEADLINE + timedelta(days=1)))
    redrawn = next(sent for sent in desk.news() if sent.replaces is not None)
    assert not can_be_pressed(redrawn.speech)
    heard = desk.does("lead", lambda call: check_ins.press(call, one.id, Verb.ON_PLAN))
    assert found(heard, say.QuestionIsOver)
    assert desk.figures() == []


def test_the_answer_to_a_blockage_names_the_goal() -> None:
    desk = alone()
    desk.goes_to(FIRST)
    heard = found(says(desk, "bloqué : pas de données"), say.BlockedOwnNoted)
    assert isinstance(heard, say.BlockedOwnNoted)
    assert found(
        desk.does("lead", lambda call: home.pause(call, "g1", resting=False)), home_says.GoalUnpaused
    )


def test_who_answered_this_week_is_not_named_though_a_question_came_since() -> None:
    desk = with_emma()
    desk.goes_to(FIRST)
    desk.clock.move_to(FIRST + timedelta(days=6))
    says(desk, "fait", "emma")
    days_to(desk, at(date(2027, 1, 19)))
    heard = overview(desk, date(2027, 1, 21))
    assert not found(heard, digest.DigestNoAnswer)
    assert not found(list(messages_of(desk_home(desk))), home_says.HomeNoAnswer)


@pytest.mark.parametrize(("weeks", "missed"), [(1, 1)])
def test_one_question_without_an_answer_is_told_as_one(weeks: int, missed: int) -> None:
    desk = with_emma()
    days_to(desk, at(date(2027, 1, 17)))
    desk.news()
    desk.goes_to(FIRST + timedelta(weeks=weeks))
    told = [one for out in desk.news() if out.to == "emma" for one in messages_of(out.speech)]
    assert words.OpenLastCall(missed) in told
    shown = [plain(words.OpenLastCall(count), Language.FR) for count in (1, 2)]
    assert shown[0].startswith("Ma dernière question")
    assert shown[1].startswith("Mes 2 dernières questions")


@pytest.mark.parametrize(
    "text", ["de retour, 1 sur 1 la semaine dernière", "fait", "back on it, 1 of 1 last week"]
)
def test_an_answer_after_weeks_without_one_ends_the_silence_everywhere(text: str) -> None:
    desk = with_emma()
    days_to(desk, at(date(2027, 2, 26)))
    assert found(list(messages_of(desk_home(desk))), home_says.HomeNoAnswer)
    desk.clock.move_to(at(date(2027, 2, 27)))
    says(desk, text, "emma")
    assert not found(list(messages_of(desk_home(desk))), home_says.HomeNoAnswer)
    days_to(desk, at(date(2027, 3, 5)))  # Monday's question is about what was told on Saturday
    assert desk.check_in("emma").skipped is SkipReason.FRESH
    assert not found(list(messages_of(desk_home(desk))), home_says.HomeNoAnswer)
    days_to(desk, at(date(2027, 3, 8)))
    assert desk.check_in("emma").state is CheckInState.ASKED


def test_a_button_pressed_weeks_later_ends_the_silence_too() -> None:
    desk = with_emma()
    days_to(desk, at(date(2027, 2, 23)))
    with desk.memory.open_uow() as uow:
        (waiting,) = uow.check_ins.waiting_for(WORKSPACE, "emma")
    desk.does("emma", lambda call: check_ins.press(call, waiting.id, Verb.DONE))
    assert not found(list(messages_of(desk_home(desk))), home_says.HomeNoAnswer)
    assert (desk.check_in("emma").done, desk.check_in("emma").due_on) == (1, date(2027, 2, 23))
