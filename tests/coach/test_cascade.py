"""What feeds what is shown without circles, levers are told apart, shared wishes name nobody too early."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.render import words
from coach.cascade import DRIVEN_BY, Part, drives, link_offered, may_feed, part_of, tree
from coach.goal import Goal, GoalLevel, GoalState
from coach.language.reading import Language
from coach.messages import cascade as say
from coach.messages import replanning
from coach.messages.base import Message
from coach.metrics import MetricKey
from coach.usecases.cascade import cascade, in_sight, link, show_cascade, signal_shared_wish
from coach.usecases.replanning import ChangeForm, change_by_form
from tests.coach.desk import MONDAY, Desk, goal, person
from tests.coach.talk import messages_of


def one(key: str, metric: MetricKey = MetricKey.CSAT, **more: object) -> Goal:
    return goal(channel=None).model_copy(update={"id": key, "metric": metric, "confirmed_at": MONDAY, **more})


def test_a_service_level_is_a_lever_of_satisfaction_and_not_the_other_way_round() -> None:
    objective, lever = one("a"), one("b", MetricKey.SERVICE_LEVEL, parent="a")
    assert part_of(lever, objective) is Part.LEVER
    assert part_of(objective, None) is Part.OBJECTIVE
    assert part_of(one("c", parent="a"), objective) is Part.SHARE
    assert part_of(one("d", MetricKey.REVENUE, parent="a"), objective) is Part.STEP
    assert not drives(MetricKey.CSAT, MetricKey.SERVICE_LEVEL)


def test_no_metric_drives_itself() -> None:
    assert not any(key in drivers for key, drivers in DRIVEN_BY.items())


def test_the_tree_goes_from_the_top_down() -> None:
    team, centre = one("team", parent="centre"), one("centre", level=GoalLevel.CENTRE)
    agent = one("agent", parent="team", level=GoalLevel.AGENT)
    lonely = one("lonely", parent="gone")
    assert [(depth, found.id) for depth, found in tree((agent, lonely, team, centre))] == [
        (0, "centre"),
        (1, "team"),
        (2, "agent"),
        (0, "lonely"),
    ]


@given(st.lists(st.integers(0, 9), min_size=1, max_size=10))
def test_every_goal_stands_in_the_tree_exactly_once_even_in_circles(parents: list[int]) -> None:
    goals = [one(str(index), parent=str(parent)) for index, parent in enumerate(parents)]
    found = [goal.id for _, goal in tree(goals)]
    assert sorted(found) == sorted(goal.id for goal in goals)


def test_a_goal_cannot_hang_below_what_hangs_below_it() -> None:
    top, middle, low = one("top"), one("middle", parent="top"), one("low", parent="middle")
    goals = (top, middle, low)
    assert not may_feed(top, low, goals)
    assert not may_feed(top, top, goals)
    assert may_feed(low, top, goals)
    assert not may_feed(low, one("over", state=GoalState.CLOSED), goals)


def test_a_link_is_offered_whichever_of_the_two_came_first() -> None:
    objective, lever = one("a"), one("b", MetricKey.WAIT_TIME)
    assert link_offered(lever, [objective, lever]) == (lever, objective)
    assert link_offered(objective, [lever]) == (lever, objective)
    assert link_offered(one("c", MetricKey.REVENUE), [objective]) is None
    assert link_offered(lever.model_copy(update={"parent": "z"}), [objective]) is None


# --- on the desk ---------------------------------------------------------------------------------
PEOPLE = ("lead", "karim", "emma", "paul", "sarah")


def desk(*more: Goal) -> Desk:
    made = Desk(
        goal(contributors=("karim", "emma", "paul")),
        tuple(person(user, Language.EN if user == "sarah" else Language.FR) for user in PEOPLE),
    )
    with made.memory.open_uow() as uow:
        for added in more:
            uow.goals.add(added)
        uow.commit()
    return made


def said(messages: list[Message]) -> str:
    return "\n".join(words(message, Language.EN) for message in messages)


def test_linking_keeps_it_in_the_history_and_shows_it() -> None:
    stage = desk(one("g2", MetricKey.SERVICE_LEVEL))
    assert say.Linked in map(type, stage.does("lead", lambda call: link(call, "g2", "g1")))
    text = said(stage.does("lead", show_cascade))
    assert "↳" in text
    assert "as a lever" in text
    assert [type(m) for m in stage.does("lead", lambda call: link(call, "g1", "g2"))] == [say.CannotLink]
    with stage.memory.open_uow() as uow:
        linked = uow.goals.get("T1", "g2")
    assert linked is not None
    assert linked.history[0].after.parent == "g1"


def test_nobody_links_what_is_not_theirs() -> None:
    stage = desk(one("g2", MetricKey.SERVICE_LEVEL))
    assert stage.does("karim", lambda call: link(call, "g2", "g1")) == []


def test_the_form_refuses_a_circle() -> None:
    stage = desk(one("g2", MetricKey.SERVICE_LEVEL, parent="g1"))
    errors: dict[str, Message] = {}
    form = ChangeForm(contributors=("karim", "emma", "paul"), channel="C1", parent="g2")
    stage.does("lead", lambda call: errors.update(change_by_form(call, "g1", form)))
    assert errors == {"parent": say.CannotLink()}


def test_the_level_is_changed_by_the_form() -> None:
    stage = desk()
    form = ChangeForm(contributors=("karim", "emma", "paul"), channel="C1", level="centre")
    heard = stage.does("lead", lambda call: change_by_form(call, "g1", form))
    assert replanning.LevelChanged(GoalLevel.TEAM, GoalLevel.CENTRE) in heard


def test_somebody_elses_team_goal_is_out_of_sight_and_a_centres_is_not() -> None:
    theirs: dict[str, object] = {"owner": "sarah", "author": "sarah", "contributors": ()}
    stage = desk(
        one("private").model_copy(update=theirs),
        one("centre", level=GoalLevel.CENTRE).model_copy(update=theirs),
    )
    seen: list[Goal] = []
    stage.does("karim", lambda call: seen.extend(in_sight(call)))
    assert {goal.id for goal in seen} == {"g1", "centre"}


def test_without_goals_or_links_it_says_so() -> None:
    assert messages_of(cascade(())) == [say.CascadeEmpty()]
    assert say.CascadeAlone() in messages_of(cascade((one("a"),)))


# --- the same wish -------------------------------------------------------------------------------
def own(user: str, metric: MetricKey = MetricKey.FCR) -> Goal:
    return one(f"own-{user}", metric, owner=user, author=user, contributors=(), level=GoalLevel.AGENT)


def signals(*users: str) -> list[Message]:
    *before, last = (own(user) for user in users)
    stage = desk(*before, last)
    return stage.does(users[-1], lambda call: signal_shared_wish(call, last))


def test_one_wish_is_no_signal() -> None:
    assert signals("karim") == []


def test_two_people_are_counted_and_not_named() -> None:
    first, _ = signals("karim", "emma")
    assert isinstance(first, say.SharedWish)
    text = words(first, Language.FR)
    assert "2 personnes" in text
    assert "karim" not in text


def test_three_people_are_named() -> None:
    first, _ = signals("karim", "emma", "paul")
    assert isinstance(first, say.SharedWishNamed)
    assert {one.user for one in first.people} == {"karim", "emma", "paul"}


def test_people_outside_the_team_do_not_count() -> None:
    assert signals("sarah", "karim") == []


def test_the_signal_goes_to_the_lead_once() -> None:
    first, second = own("karim"), own("emma")
    stage = desk(first, second)
    stage.does("emma", lambda call: signal_shared_wish(call, second))
    stage.does("emma", lambda call: signal_shared_wish(call, second))
    told = [one for one in stage.memory.outgoing if one.dedupe_key.startswith("shared-wish")]
    assert [one.to for one in told] == ["lead"]
    assert timedelta(0) <= told[0].at - MONDAY
