"""An agent answers several parts in one text: each piece goes to the part that it speaks of."""

from datetime import timedelta

import pytest

from coach.following import CheckIn, CheckInState
from coach.goal import LeverAction
from coach.messages import actions, nudges
from coach.messages import following as say
from coach.metrics import MetricKey
from coach.scheduling import schedules_of
from coach.usecases.asking import day_speech
from tests.coach.desk import MONDAY, Desk, goal
from tests.coach.talk import messages_of
from tests.coach.test_following import NEXT_MONDAY, TEAM, found, says

FRENCH = ("deux écoutes par semaine", "rédiger une macro", "proposer des options aux clients")
ENGLISH = ("two listenings a week", "call back unhappy customers", "side by side with a colleague")
COUNTS = (2, 1, 8)
METRICS = (MetricKey.CSAT, MetricKey.FCR, MetricKey.AHT)


def with_parts(*texts: str, counts: tuple[int, ...] = COUNTS) -> Desk:
    """An agent is asked about one part after the other in one message."""
    desk = Desk(goal(contributors=("agent",)), TEAM)
    first = desk.goal()
    with desk.memory.open_uow() as uow:
        made = [
            first.model_copy(
                update={
                    "id": f"g{number}",
                    "metric": metric,
                    "actions": (LeverAction(text=text, count=count),),
                    "confirmed_at": MONDAY + timedelta(minutes=number),
                }
            )
            for number, (text, count, metric) in enumerate(zip(texts, counts, METRICS, strict=False), 1)
        ]
        people = {profile.user: profile for profile in TEAM}
        uow.goals.save(made[0].model_copy(update={"version": first.version + 1}))
        for one in made[1:]:
            uow.goals.add(one)
            for schedule in schedules_of(one, people, desk.ids, MONDAY):
                uow.schedules.put(schedule)
        uow.commit()
    desk.goes_to(NEXT_MONDAY)
    desk.news()
    return desk


def asked(desk: Desk, number: int) -> CheckIn:
    with desk.memory.open_uow() as uow:
        return [one for one in uow.check_ins.of_goal("T1", f"g{number}") if one.user == "agent"][-1]


def done(desk: Desk, parts: int = 3) -> tuple[int | None, ...]:
    return tuple(asked(desk, number).done for number in range(1, parts + 1))


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("écoutes 2 sur 2, macros : fait",), (2, 1, None)),
        (("écoutes 2 sur 2, macros : fait", "fait aussi"), (2, 1, 8)),
        (("2 sur 2 ecoutes, les macros pas encore",), (2, 0, None)),
        (("fait 2/2, les macros aussi c fait, options oui 8",), (2, 1, 8)),
        (("options 5 sur 8 et macro pas faite",), (None, 0, 5)),
        (("écoutes et macros : fait",), (2, 1, None)),
        (("tout est fait",), (2, 1, 8)),
        (("les options 3, le reste pas encore",), (0, 0, 3)),
        (("fait", "fait", "fait"), (2, 1, 8)),
    ],
)
def test_each_piece_goes_to_the_part_whose_words_it_has(
    texts: tuple[str, ...], told: tuple[int | None, ...]
) -> None:
    desk = with_parts(*FRENCH)
    for text in texts:
        says(desk, text, "agent")
    assert done(desk) == told


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("3/5 callback, done side by side",), (None, 3, 1)),
        (("all done this week",), (2, 5, 1)),
        (("done all 3",), (2, 5, 1)),
        (("listening 1 of 2 and calbacks 3 of 5",), (1, 3, None)),
        (("we did 3 of 5 callbacks this week",), (None, 3, None)),
        (("all done, 4 of 5 on the callback",), (2, 4, 1)),
        (("2 of 2",), (2, None, None)),
        (("side by side done", "3 days of 5"), (None, 3, 1)),
    ],
)
def test_each_piece_goes_to_its_part_in_english(texts: tuple[str, ...], told: tuple[int | None, ...]) -> None:
    desk = with_parts(*ENGLISH, counts=(2, 5, 1))
    for text in texts:
        says(desk, text, "agent")
    assert done(desk) == told


def test_the_next_part_is_asked_in_the_order_of_the_message() -> None:
    following = found(says(with_parts(*FRENCH), "fait", "agent"), say.AndNextAction)
    assert isinstance(following, say.AndNextAction)
    assert following.text == "rédiger une macro"


def test_a_blockage_is_told_of_the_part_that_it_names_and_the_other_piece_is_kept() -> None:
    desk = with_parts("two listenings a week", "write four macros", counts=(2, 4))
    told = found(
        says(desk, "did 1 of 2 listenings, blocked on macros: no template yet, nobody answers", "agent"),
        say.ToldBlocked,
    )
    assert isinstance(told, say.ToldBlocked)
    assert (told.metric.key, told.reason) == (MetricKey.FCR, "macros: no template yet, nobody answers")
    assert (done(desk, 1), asked(desk, 2).state) == ((1,), CheckInState.BLOCKED)


@pytest.mark.parametrize(
    ("blocked", "settled"),
    [
        ("blocked: the crm is down", "all done this week, 5 of 5 on the callback, crm is fixed"),
        ("blocked: no template", "all done, template issue is settled"),
        ("bloqué : le crm est en panne", "tout est fait, le crm est réparé"),
    ],
)
def test_what_was_in_the_way_and_is_settled_is_told_so(blocked: str, settled: str) -> None:
    desk = with_parts(*ENGLISH, counts=(2, 5, 1))
    says(desk, blocked, "agent")
    told = says(desk, settled, "agent")
    assert found(told, say.SettledNoted)
    assert found(told, say.ToldSettled)
    assert all(asked(desk, number).state is CheckInState.ANSWERED for number in (1, 2, 3))


def test_what_is_settled_alone_leaves_the_part_to_be_told() -> None:
    desk = with_parts("two listenings a week", counts=(2,))
    says(desk, "blocked: the crm is down", "agent")
    assert found(says(desk, "the crm is working again", "agent"), say.AndNextAction)
    assert asked(desk, 1).state is CheckInState.ASKED
    says(desk, "2 of 2", "agent")
    assert done(desk, 1) == (2,)


def test_more_than_was_planned_is_told_as_more() -> None:
    desk = with_parts("une écoute par semaine", counts=(1,))
    assert found(says(desk, "7", "agent"), actions.ActionNotedMore)
    assert asked(desk, 1).counted == 1


def test_nothing_is_more_than_was_planned_where_nobody_said_how_often() -> None:
    desk = with_parts("écrire une fiche après chaque rappel", counts=(1,))
    running = desk.goal()
    action = running.actions[0].model_copy(update={"rhythm_told": False})
    with desk.memory.open_uow() as uow:
        uow.goals.save(running.model_copy(update={"actions": (action,), "version": running.version + 1}))
        uow.commit()
    heard = says(desk, "5", "agent")
    noted = found(heard, actions.ActionNotedTimes)
    assert isinstance(noted, actions.ActionNotedTimes)
    assert noted.done == 5
    assert not found(heard, actions.ActionNotedMore)
    check_in = asked(desk, 1)
    with desk.memory.open_uow() as uow:
        shown = messages_of(day_speech(uow, TEAM[-1], [check_in], check_in.due_on))
    assert nudges.SettledActionTimes(noted.text, 5) in shown


@pytest.mark.parametrize(
    "text",
    [
        "j'ai proposé à 30 appels sur 40",
        "30 appels sur 40",
        "30 sur 40, merci",
        "I offered it on 30 calls out of 40",
        "30 of the calls out of 40",
    ],
)
def test_so_many_calls_of_so_many_are_their_own_count_of_what_was_due(text: str) -> None:
    desk = with_parts("proposer des options aux clients", counts=(1,))
    assert not found(says(desk, text, "agent"), actions.ActionNotedMore)
    assert (asked(desk, 1).done, asked(desk, 1).wanted) == (30, 40)


@pytest.mark.parametrize("text", ["nah not much, 2 times", "pas beaucoup, 2 fois"])
def test_not_much_and_more_than_was_planned_is_asked_about(text: str) -> None:
    desk = with_parts("une écoute par semaine", counts=(1,))
    assert found(says(desk, text, "agent"), actions.VagueAction)
    assert done(desk, 1) == (None,)


def test_all_three_of_what_is_due_five_times_is_asked_about() -> None:
    desk = with_parts("call back unhappy customers", counts=(5,))
    assert found(says(desk, "done all 3", "agent"), actions.VagueAction)
    assert done(desk, 1) == (None,)
    says(desk, "3", "agent")
    assert done(desk, 1) == (3,)


def test_a_piece_that_may_be_of_two_parts_is_of_none_and_the_next_one_is_asked_about() -> None:
    desk = with_parts(*FRENCH)
    following = found(says(desk, "macros : fait, et aussi 1 fois", "agent"), say.AndNextAction)
    assert isinstance(following, say.AndNextAction)
    assert following.text == FRENCH[0]
    assert done(desk) == (None, 1, None)
