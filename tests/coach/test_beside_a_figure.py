"""What leads tell beside their figures: the team's action, an obstacle, a leave, a second change."""

from datetime import timedelta

import pytest

from coach.following import CheckInState
from coach.goal import LeverAction
from coach.language.numbers import with_digits
from coach.language.reading import Language
from coach.making import with_baseline
from coach.messages import following as say
from coach.messages import posts
from coach.messages import replanning as change
from coach.messages.base import Message
from coach.messages.following import ReallySo
from coach.metrics import MetricKey
from coach.scheduling import schedules_of
from coach.usecases import conversation
from tests.coach.desk import MONDAY, START, WORKSPACE, Desk, goal, percent, person
from tests.coach.posts import found
from tests.coach.test_told_figures import figures, seconds

FR, EN = Language.FR, Language.EN
CALLS = LeverAction(text="rappelle un client mécontent", count=2, each=True)
LISTENS = LeverAction(text="does one call listening", each=True)


def desk_in(language: Language, action: LeverAction) -> Desk:
    """CSAT with an action of the team, and a waiting time, both led by `lead` and asked today."""
    people = {"lead": person("lead", language), "agent": person("agent", language)}
    running = goal(contributors=("agent",)).model_copy(update={"actions": (action,)})
    desk = Desk(running, tuple(people.values()))
    timed = {"id": "g2", "metric": MetricKey.WAIT_TIME, "target": seconds(150), "actions": ()}
    second = goal(measured=False, channel=None).model_copy(update=timed)
    with desk.memory.open_uow() as uow:
        uow.goals.add(with_baseline(second, seconds(240), START))
        for schedule in schedules_of(second, people, desk.ids, MONDAY):
            uow.schedules.put(schedule)
        uow.commit()
    desk.goes_to(MONDAY + timedelta(days=7, hours=1))
    desk.news()
    return desk


def says(desk: Desk, text: str, user: str = "lead") -> list[Message]:
    return desk.does(user, lambda call: conversation.hear(call, text))


@pytest.mark.parametrize(
    ("language", "action", "text"),
    [
        (FR, CALLS, "csat 79, mes rappels 2 sur 2"),
        (FR, CALLS, "rappels faits 2 sur 2, csat 79"),
        (FR, CALLS, "rien de neuf, csat 79 et rappels 2 sur 2"),
        (EN, LISTENS, "csat 79 and listening done 2 of 2"),
    ],
)
def test_what_a_lead_counts_of_the_team_s_action_is_no_figure(
    language: Language, action: LeverAction, text: str
) -> None:
    desk = desk_in(language, action)
    told = says(desk, text)
    assert found(told, say.ActionOfTheTeam)
    assert figures(desk, "g1") == [percent(79)]


def test_the_team_s_action_alone_is_doubted_by_nobody() -> None:
    desk = desk_in(FR, CALLS)
    told = says(desk, "mes rappels 2 sur 2")
    assert found(told, say.ActionOfTheTeam)
    assert not [one for one in told if isinstance(one, ReallySo)]


@pytest.mark.parametrize("text", ["rien de neuf, csat 79", "quoi de neuf ? csat 79"])
def test_what_is_new_in_french_is_not_nine(text: str) -> None:
    desk = desk_in(FR, CALLS)
    says(desk, text)
    assert figures(desk, "g1") == [percent(79)]


def test_nine_is_nine_all_the_same() -> None:
    assert with_digits("neuf appels sur dix", FR).split() == ["9", "appels", "sur", "10"]


def test_what_is_in_the_way_stays_with_the_figure_that_is_named() -> None:
    desk = desk_in(FR, CALLS)
    told = says(desk, "bloqué : l'outil plante mais attente 3 min 30")
    assert figures(desk, "g2")[-1] == seconds(210)
    assert found(told, say.BlockedOwnNoted)


@pytest.mark.parametrize("text", ["fait, et absent jeudi", "done, and I'm off on Thursday"])
def test_a_part_is_done_and_its_agent_is_away(text: str) -> None:
    desk = desk_in(EN if "done" in text else FR, CALLS)
    says(desk, text, "agent")
    check_in = desk.check_in("agent")
    assert (check_in.state, check_in.done) == (CheckInState.ANSWERED, 2)
    with desk.memory.open_uow() as uow:
        assert len(uow.leaves.of_person(WORKSPACE, "agent", desk.clock.now().date())) == 1


@pytest.mark.parametrize(
    "text",
    ["bloqué : le casque est cassé mais fait 1 sur 2", "blocked: the headset is broken but done 1 of 2"],
)
def test_an_obstacle_leaves_what_was_done_counted(text: str) -> None:
    desk = desk_in(EN if "done" in text else FR, CALLS)
    (told,) = [one for one in says(desk, text, "agent") if isinstance(one, say.ToldBlocked)]
    check_in = desk.check_in("agent")
    assert (check_in.state, check_in.done) == (CheckInState.BLOCKED, 1)
    assert "1" not in told.reason


def test_a_second_change_keeps_the_one_that_waits() -> None:
    desk = desk_in(FR, CALLS)
    says(desk, "repousse l'échéance du CSAT au 30 juin parce que l'offre change")
    told = says(desk, "mets le point du CSAT le mardi à 10 h")
    assert found(told, change.DeadlineMoved)
    assert found(told, change.CheckInChanged)


def test_the_next_post_is_shown_while_a_figure_is_asked() -> None:
    told = says(desk_in(FR, CALLS), "aperçu du prochain post")
    assert found(told, posts.PreviewIs)
