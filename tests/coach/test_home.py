"""The App Home: each reader's own view, on pages, and never behind the latest figure."""

from datetime import date, timedelta

from coach.following import CheckIn, CheckInAsks, CheckInState
from coach.goal import Goal, Measurement
from coach.language.reading import Language
from coach.messages import home as say
from coach.messages.base import Message, Person
from coach.messages.this_week import (
    HomeAway,
    HomeMyActions,
    HomeMyLeave,
    HomeWeek,
    HomeWeekAction,
    HomeWeekActionAll,
    HomeWeekActionDone,
    HomeWeekAhead,
    HomeWeekLevel,
    HomeWeekReached,
)
from coach.speech import Button, Row, Speech, Verb
from coach.usecases import absence
from coach.usecases.call import Call
from coach.usecases.home import PER_PAGE, home
from tests.coach.desk import MONDAY, START, WORKSPACE, Desk, goal, percent, person
from tests.coach.talk import messages_of

TEAM = (person("lead"), person("agent"), person("anna"), person("ben", Language.EN, "Europe/London"))


def desk() -> Desk:
    return Desk(goal(contributors=("agent", "anna", "ben")), TEAM)


def shown(at: Desk, user: str, page: int = 0) -> Speech:
    with at.memory.open_uow() as uow:
        profile = uow.people.get(WORKSPACE, user)
        assert profile is not None
        return home(Call(uow, at.ids, WORKSPACE, "e1", at.clock.now(), profile), page)


def found(speech: Speech, kind: type[Message]) -> list[Message]:
    return [one for one in messages_of(speech) if isinstance(one, kind)]


def doors(speech: Speech) -> list[Verb]:
    row = next(part for part in speech.parts if isinstance(part, Row))
    return [one.verb for one in row.elements]


def test_the_cascade_is_one_press_away_for_whoever_has_a_goal() -> None:
    at = desk()
    assert Verb.CASCADE in doors(shown(at, "agent"))
    with at.memory.open_uow() as uow:
        uow.people.put(person("newcomer"))
        uow.commit()
    assert Verb.CASCADE not in doors(shown(at, "newcomer"))


def measures(at: Desk, *levels: float) -> None:
    with at.memory.open_uow() as uow:
        for number, level in enumerate(levels):
            figure = Measurement(
                id=f"m{number}",
                goal="g1",
                author="lead",
                value=percent(level),
                measured_on=START + timedelta(days=number),
                recorded_at=MONDAY + timedelta(days=number),
            )
            uow.measurements.add(WORKSPACE, figure)
        uow.commit()
    at.clock.move_to(MONDAY + timedelta(days=len(levels)))


def asks(
    at: Desk, user: str, state: CheckInState, *, words: str | None = None, done: int | None = None
) -> None:
    with at.memory.open_uow() as uow:
        uow.check_ins.add(
            CheckIn(
                id=f"c-{user}-{state}",
                workspace=WORKSPACE,
                goal="g1",
                user=user,
                asked_at=MONDAY,
                due_on=START,
                asks=CheckInAsks.ACTION,
                wanted=4,
                state=state,
                words=words,
                done=done,
            )
        )
        uow.commit()


def test_this_week_aims_at_the_level_that_the_plan_has() -> None:
    at = desk()
    week = at.goal().plan.weeks[0]  # type: ignore[union-attr]
    (aim,) = found(shown(at, "lead"), HomeWeekLevel)
    assert isinstance(aim, HomeWeekLevel)
    assert (aim.level.value, aim.end) == (week.level, week.end)


def test_what_to_aim_at_never_lies_behind_the_latest_figure() -> None:
    at = desk()
    measures(at, 81)
    speech = shown(at, "lead")
    assert found(speech, HomeWeekLevel) == []
    (ahead,) = found(speech, HomeWeekAhead)
    assert isinstance(ahead, HomeWeekAhead)
    assert ahead.level.value > 81


def test_with_the_target_reached_there_is_nothing_left_to_aim_at() -> None:
    at = desk()
    measures(at, 90)
    assert found(shown(at, "lead"), HomeWeekReached)


def test_the_course_of_the_figures_is_told_in_bars_and_in_words() -> None:
    at = desk()
    measures(at, 79, 80, 82)
    (course,) = found(shown(at, "lead"), say.HomeCourse)
    assert isinstance(course, say.HomeCourse)
    assert (course.first, course.last) == (percent(78), percent(82))
    assert len(course.bars) == 4
    assert list(course.bars) == sorted(course.bars)


def test_the_lead_sees_who_has_not_answered_and_who_is_blocked_on_what() -> None:
    at = desk()
    asks(at, "agent", CheckInState.MISSED)
    asks(at, "anna", CheckInState.BLOCKED, words="l'outil est en panne")
    speech = shown(at, "lead")
    assert found(speech, say.HomeNoAnswer) == [say.HomeNoAnswer(1, (Person(user="agent"),))]
    assert found(speech, say.HomeBlocked) == [say.HomeBlocked(Person(user="anna"), "l'outil est en panne")]
    assert found(speech, say.HomeTeam)


def test_an_agent_sees_their_own_numbers_and_nobody_else_s() -> None:
    at = desk()
    asks(at, "agent", CheckInState.ANSWERED, done=3)
    asks(at, "anna", CheckInState.BLOCKED, words="l'outil est en panne")
    speech = shown(at, "agent")
    assert found(speech, HomeMyActions) == [HomeMyActions(3, 4, "une écoute par semaine", START)]
    assert (
        found(speech, say.HomeBlocked) == found(speech, say.HomeNoAnswer) == found(speech, say.HomeTeam) == []
    )
    assert found(speech, HomeWeekActionDone) == [HomeWeekActionDone("une écoute par semaine", 3, 4)]
    assert found(shown(at, "anna"), HomeWeekAction)


def test_what_was_done_before_being_blocked_counts() -> None:
    at = desk()
    asks(at, "agent", CheckInState.BLOCKED, done=3, words="l'outil est en panne")
    assert found(shown(at, "agent"), HomeMyActions) == [HomeMyActions(3, 4, "une écoute par semaine", START)]


def test_an_agent_s_part_is_ticked_once_all_of_it_is_done() -> None:
    at = desk()
    asks(at, "agent", CheckInState.ANSWERED, done=4)
    assert found(shown(at, "agent"), HomeWeekActionAll) == [HomeWeekActionAll("une écoute par semaine")]


def test_the_home_tells_who_is_away_and_the_readers_own_leave() -> None:
    at = desk()
    for user in ("agent", "lead"):
        at.does(user, lambda call: absence.note(call, "du 4 au 8 janvier"))
    led = shown(at, "lead")
    assert found(led, HomeMyLeave) == [HomeMyLeave(date(2027, 1, 4), date(2027, 1, 8))]
    assert found(led, HomeAway) == [HomeAway(Person(user="agent"), date(2027, 1, 8))]
    assert found(shown(at, "anna"), HomeAway) == []


def test_an_agent_has_no_button_that_steers_the_goal() -> None:
    pressed = [one.verb for one in buttons(shown(desk(), "agent"))]
    assert Verb.OPEN_GOAL in pressed
    assert Verb.PAUSE not in pressed


def test_every_command_has_its_button() -> None:
    wanted = {Verb.HELP, Verb.METRICS, Verb.SETTINGS, Verb.PRIVACY, Verb.PAUSE, Verb.OPEN_GOAL}
    assert wanted <= {one.verb for one in buttons(shown(desk(), "lead"))}


def test_a_long_home_is_paged() -> None:
    at = desk()
    with at.memory.open_uow() as uow:
        for number in range(PER_PAGE * 2):
            uow.goals.add(at_rest(f"g{number + 2}"))
        uow.commit()
    first, second, last = (shown(at, "lead", page) for page in range(3))
    assert [one.value for one in buttons(first) if one.verb is Verb.PAGE] == ["1"]
    assert [one.value for one in buttons(second) if one.verb is Verb.PAGE] == ["0", "2"]
    assert [one.value for one in buttons(last) if one.verb is Verb.PAGE] == ["1"]
    assert found(second, HomeWeek) == []
    assert shown(at, "lead", 99) == last
    opened = [
        one.subject for page in (first, second, last) for one in buttons(page) if one.verb is Verb.OPEN_GOAL
    ]
    assert len(opened) == len(set(opened)) == PER_PAGE * 2 + 1


def at_rest(name: str) -> Goal:
    return goal().model_copy(update={"id": name})


def buttons(speech: Speech) -> list[Button]:
    return [
        one
        for part in speech.parts
        if isinstance(part, Row)
        for one in part.elements
        if isinstance(one, Button)
    ]
