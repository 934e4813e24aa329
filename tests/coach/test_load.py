"""Beyond three goals a person, or five a team, it is said, and others can be paused from where it is said."""

from coach.goal import Goal, GoalState
from coach.messages.load import LabelPauseGoal
from coach.messages.templates import ManyOwnGoals, ManyTeamGoals
from coach.speech import Button, Line, Row
from coach.usecases import home
from coach.usecases.call import Call
from coach.usecases.load import load_parts
from tests.coach.desk import WORKSPACE, Desk, goal, person


def desk(*more: Goal) -> Desk:
    made = Desk(goal(), (person("lead"), person("other")))
    with made.memory.open_uow() as uow:
        for one in more:
            uow.goals.add(one)
        uow.commit()
    return made


def another(name: str, **changes: object) -> Goal:
    return goal().model_copy(update={"id": name, "channel": None, **changes})


def said(desk: Desk, new: Goal) -> list[object]:
    heard: list[object] = []

    def look(call: Call) -> None:
        for part in load_parts(call, new):
            if isinstance(part, Line):
                heard.append(part.message)
            if isinstance(part, Row):
                heard.extend(one.label for one in part.elements if isinstance(one, Button))

    desk.does("lead", look)
    return heard


def test_three_goals_are_no_word_worth() -> None:
    assert said(desk(another("g2"), another("g3")), another("g3")) == []


def test_a_fourth_is_said_and_the_others_can_be_paused_there() -> None:
    heard = said(desk(another("g2"), another("g3"), another("g4")), another("g4"))
    assert heard[0] == ManyOwnGoals(4)
    assert sum(isinstance(one, LabelPauseGoal) for one in heard) == 3


def test_goals_at_rest_do_not_count() -> None:
    resting = another("g2", state=GoalState.PAUSED)
    assert said(desk(resting, another("g3"), another("g4")), another("g4")) == []


def test_a_team_of_six_goals_in_one_channel_is_told_whoever_leads_them() -> None:
    theirs = [another(f"o{n}", owner="other", author="other", channel="C1") for n in range(4)]
    new = another("new", channel="C1")
    heard = said(desk(*theirs, new), new)
    assert heard[0] == ManyTeamGoals(6)
    assert sum(isinstance(one, LabelPauseGoal) for one in heard) == 1


def test_the_button_pauses_the_goal() -> None:
    made = desk(another("g2"))
    made.does("lead", lambda call: home.pause(call, "g2", resting=True))
    with made.memory.open_uow() as uow:
        paused = uow.goals.get(WORKSPACE, "g2")
    assert paused is not None
    assert paused.state is GoalState.PAUSED
