"""The lead's weekly overview: what changed since the last one, what must not break, and one idea."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from coach.following import CheckInState
from coach.goal import Goal, Measurement
from coach.guard import Guard, GuardFigure
from coach.messages import digest as say
from coach.messages import home as at_home
from coach.messages import posts
from coach.messages.base import Message, MetricName, Person
from coach.messages.digest import Suggestion
from coach.metrics import MetricKey
from coach.nudges import silent_people
from coach.people import Leave
from coach.post_speech import at_risk_words, forecast_words, needed_a_week
from coach.progress import Status, assess
from coach.scheduling import digest_before, next_digest
from coach.usecases import conversation
from coach.usecases.digest import digest_speech
from coach.usecases.home import home
from tests.coach.desk import PARIS, Desk, goal, percent, person
from tests.coach.posts import figure, found
from tests.coach.talk import messages_of

LEAD, BOSS = person("lead"), person("boss")
THURSDAY = datetime(2027, 1, 28, 10, tzinfo=PARIS)
GUARD = Guard(metric=MetricKey.QUALITY_SCORE, limit=percent(80))


def desk_of(**values: object) -> Desk:
    running = goal(contributors=("agent",)).model_copy(update=values)
    return Desk(running, (LEAD, person("agent")))


def overview(desk: Desk, at: datetime) -> list[Message]:
    with desk.memory.open_uow() as uow:
        speech = digest_speech(uow, LEAD, at.date(), at)
    assert speech is not None
    return messages_of(speech)


def ideas(heard: list[Message]) -> list[Suggestion]:
    return [one.suggestion for one in heard if isinstance(one, say.DigestSuggestion)]


def test_a_broken_guard_is_told_and_comes_before_any_thanks() -> None:
    seen = GuardFigure(value=percent(79), measured_on=date(2027, 1, 25), author="lead")
    desk = desk_of(guard=GUARD, guard_figures=(seen,))
    figure(desk, 80, THURSDAY - timedelta(days=3))
    heard = overview(desk, THURSDAY)
    name = MetricName(MetricKey.QUALITY_SCORE)
    assert say.DigestGuard(GUARD.side, name, percent(79), date(2027, 1, 25), percent(80)) in heard
    assert ideas(heard) == [Suggestion.GUARD]


def test_a_guard_that_holds_leaves_the_thanks() -> None:
    seen = GuardFigure(value=percent(81), measured_on=date(2027, 1, 25), author="lead")
    desk = desk_of(guard=GUARD, guard_figures=(seen,))
    figure(desk, 80, THURSDAY - timedelta(days=3))
    assert ideas(overview(desk, THURSDAY)) == [Suggestion.THANK]


def test_just_off_the_plan_the_team_is_not_thanked_for_what_worked() -> None:
    desk = desk_of()
    figure(desk, 78.8, THURSDAY - timedelta(days=3))
    assert ideas(overview(desk, THURSDAY)) == [Suggestion.HOLD]


def test_what_changed_is_told_against_what_the_last_overview_said() -> None:
    """The figure of last week came in after that week's overview was due, but a week ago to the hour."""
    desk = desk_of()
    last = digest_before(LEAD, THURSDAY)
    figure(desk, 79.9, last - timedelta(days=3))
    figure(desk, 77, last + timedelta(minutes=5))
    figure(desk, 80, THURSDAY - timedelta(days=1))
    heard = overview(desk, last + timedelta(days=7, hours=1))
    assert not found(heard, say.DigestChanged)


def test_the_overview_before_is_the_last_one_that_was_due_on_an_earlier_day() -> None:
    coming = next_digest(LEAD, THURSDAY)
    before = digest_before(LEAD, coming + timedelta(minutes=1))
    assert next_digest(LEAD, before) == coming


# --- what is said of a goal that is at risk ---------------------------------------------------------
def measured(*levels: str, running: Goal | None = None) -> list[Measurement]:
    first = datetime(2027, 1, 11, 9, tzinfo=PARIS)
    return [
        Measurement(
            id=f"m{number}",
            goal=(running or goal()).id,
            author="lead",
            value=percent(level),
            measured_on=(first + number * timedelta(weeks=1)).date(),
            recorded_at=first + number * timedelta(weeks=1),
        )
        for number, level in enumerate(levels)
    ]


def test_the_date_is_not_called_at_risk_beside_a_forecast_that_clearly_misses_it() -> None:
    figures = measured("78.4", "78.7", "79", "79.4", "79.7", "80")
    progress = assess(goal(), figures, date(2027, 2, 16))
    ahead = forecast_words(goal(), progress)
    assert isinstance(ahead, posts.ForecastRange | posts.ForecastLevel)
    assert progress.status is Status.AT_RISK
    assert at_risk_words(goal(), progress) == posts.ForecastMisses()


def test_what_it_takes_a_week_is_the_same_in_every_message_of_a_week() -> None:
    figures = measured("78", "78", "78", "78.2")
    told = [needed_a_week(assess(goal(), figures, date(2027, 2, day))) for day in range(1, 7)]
    assert told[0] is not None
    assert len({one.quantity.value for one in told if one is not None}) == 1
    later = needed_a_week(assess(goal(), figures, date(2027, 2, 9)))
    assert later is not None
    assert later.quantity.value > Decimal(0)


def test_what_is_asked_today_is_no_silence_yet() -> None:
    desk = desk_of()
    monday = datetime(2027, 1, 11, 10, tzinfo=PARIS)
    desk.goes_to(monday)
    desk.goes_to(monday + timedelta(hours=2))
    with desk.memory.open_uow() as uow:
        asked = uow.check_ins.of_goal("T1", "g1")
    assert any(one.state is CheckInState.ASKED for one in asked)
    assert silent_people(asked, monday.date(), monday - timedelta(days=7)) == {}
    assert "agent" in silent_people(asked, monday.date() + timedelta(days=1), monday - timedelta(days=7))


# --- who was away -----------------------------------------------------------------------------------
def away(desk: Desk, start: date, end: date) -> None:
    with desk.memory.open_uow() as uow:
        uow.leaves.add(Leave(id="l1", workspace="T1", user="agent", start=start, end=end))
        uow.commit()


def unanswered() -> Desk:
    """The agent was asked on a Monday, and has said nothing."""
    desk = desk_of()
    desk.goes_to(datetime(2027, 1, 25, 10, tzinfo=PARIS))
    return desk


@pytest.mark.parametrize(
    ("back", "listed"),
    [(date(2027, 1, 27), True), (date(2027, 1, 28), False), (date(2027, 2, 1), False)],
)
def test_who_comes_back_today_is_not_said_to_have_left_a_question_unanswered(
    back: date, *, listed: bool
) -> None:
    desk = unanswered()
    away(desk, date(2027, 1, 26), back - timedelta(days=1))
    assert bool(found(overview(desk, THURSDAY), say.DigestNoAnswer)) is listed
    told: list[Message] = []
    desk.clock.move_to(THURSDAY)
    desk.does("lead", lambda call: told.extend(messages_of(home(call))))
    assert bool(found(told, at_home.HomeNoAnswer)) is listed


def test_a_weekend_between_a_leave_and_today_is_no_time_to_answer() -> None:
    desk = unanswered()
    away(desk, date(2027, 1, 26), date(2027, 1, 29))
    assert not found(overview(desk, datetime(2027, 2, 1, 8, tzinfo=PARIS)), say.DigestNoAnswer)


# --- who has set a goal -----------------------------------------------------------------------------
def entrusted() -> Desk:
    """`boss` has set a goal that `lead` leads; the agent is blocked."""
    running = goal(contributors=("agent",)).model_copy(update={"author": "boss"})
    desk = Desk(running, (LEAD, person("agent"), BOSS))
    desk.goes_to(datetime(2027, 1, 25, 10, tzinfo=PARIS))
    desk.does("agent", lambda call: conversation.hear(call, "bloqué : pas de casque"))
    return desk


def test_who_has_set_a_goal_reads_where_it_stands_and_who_is_blocked() -> None:
    desk = entrusted()
    figure(desk, 78, THURSDAY - timedelta(days=2))
    with desk.memory.open_uow() as uow:
        speech = digest_speech(uow, BOSS, THURSDAY.date(), THURSDAY)
    told = messages_of(speech)
    assert found(told, say.DigestGoal)
    assert found(told, say.DigestLedBy) == [say.DigestLedBy(Person(user="lead"))]
    assert [one.who for one in told if isinstance(one, say.DigestBlocked)] == [Person(user="agent")]
    assert ideas(told) == []  # they are for whoever leads it


def test_who_leads_a_goal_is_not_told_that_they_do() -> None:
    assert not found(overview(entrusted(), THURSDAY), say.DigestLedBy)


def test_the_overview_comes_to_who_has_set_a_goal_too_once_a_week() -> None:
    desk = entrusted()
    desk.news()
    told = []
    for hours in range(24 * 14):
        desk.goes_to(datetime(2027, 1, 25, 11, tzinfo=PARIS) + timedelta(hours=hours))
        told += [one.at.astimezone(PARIS).date() for one in desk.news() if one.to == "boss"]
    assert told == [date(2027, 1, 28), date(2027, 2, 4)]
