"""A goal that was changed on the way: who is told, what its picture keeps, what is said of it at the end."""

from datetime import date, datetime, timedelta

import pytest

from bot.render import words
from coach.guard import Guard, GuardFigure, Side
from coach.language.reading import Language
from coach.messages import charts, digest, following, guards, posts
from coach.messages import ending as at_end
from coach.messages import replanning as change
from coach.messages.base import Message, MetricName
from coach.metrics import MetricKey
from coach.milestones import milestones, on_the_way, reached
from coach.progress import expected_level
from coach.series import series
from coach.speech import Picture, Verb
from coach.usecases import conversation
from coach.usecases.digest import digest_speech
from coach.usecases.replanning import press
from tests.coach.desk import DEADLINE, MONDAY, PARIS, START, WORKSPACE, Desk, goal, percent, person
from tests.coach.posts import desk_with, figure, found, in_channel, read
from tests.coach.talk import messages_of

CHANGED = MONDAY + timedelta(weeks=3)
GUARD = Guard(metric=MetricKey.FCR, limit=percent(70))


def changed() -> Desk:
    """Three figures, then the target is lowered to 82 % and the deadline moved to the end of April."""
    people = (person("lead"), person("karim", Language.EN))
    desk = Desk(goal(contributors=("karim",)).model_copy(update={"guard": GUARD}), people)
    for week, text in enumerate(("78,5 %", "79 %", "79,5 %"), start=1):
        desk.goes_to(MONDAY + timedelta(weeks=week, hours=1))
        desk.does("lead", lambda call, text=text: conversation.hear(call, text))  # type: ignore[misc]
    for wish in (
        "baisser la cible à 82 % parce que l'outil arrive en retard",
        "repousser au 30 avril, outil",
    ):
        desk.news()
        desk.does("lead", lambda call, wish=wish: conversation.hear(call, wish))  # type: ignore[misc]
        if (proposal := desk.goal().proposal) is not None and proposal.reason is None:
            desk.does("lead", lambda call: conversation.hear(call, "l'outil arrive en retard"))
        proposal = desk.goal().proposal
        assert proposal is not None
        waiting = proposal.id
        desk.news()
        desk.does("lead", lambda call, one=waiting: press(call, "g1", Verb.CONFIRM_CHANGE, one))  # type: ignore[misc]
    return desk


def test_who_takes_part_is_told_in_their_own_language_and_the_channel_too() -> None:
    desk = changed()
    told = [one for one in desk.memory.outgoing if found(read(one), change.TeamToldOfChange)]
    assert {(one.to, one.language) for one in told} == {("C1", Language.FR), ("karim", Language.EN)}


def test_the_team_and_the_channel_are_told_why() -> None:
    desk = changed()
    told = [read(one) for one in desk.memory.outgoing if found(read(one), change.TeamToldOfChange)]
    assert told
    assert all(found(one, change.ReasonIs) for one in told)


# --- the past stays as it was told -------------------------------------------------------------------
def planned_anew(figures: dict[int, str], on: int) -> Desk:
    """A goal of January with these figures by day, put off until the end of April on a day at ten."""
    desk = Desk(goal(contributors=("karim",)), (person("lead"), person("karim", Language.EN)))
    for day, text in figures.items():
        desk.goes_to(datetime(2027, 1, day, 9, 35, tzinfo=PARIS))
        desk.does("lead", lambda call, text=text: conversation.hear(call, text))  # type: ignore[misc]
    desk.goes_to(datetime(2027, 1, on, 10, tzinfo=PARIS))
    wish = "repousser au 30 avril parce que l'outil arrive en retard"
    desk.does("lead", lambda call: conversation.hear(call, wish))
    proposal = desk.goal().proposal
    assert proposal is not None
    desk.does("lead", lambda call: press(call, "g1", Verb.CONFIRM_CHANGE, proposal.id))
    return desk


@pytest.mark.parametrize("on", [18, 21])
def test_what_the_plan_had_for_a_day_is_what_was_said_on_that_day(on: int) -> None:
    desk = Desk(goal(), (person("lead"),))
    desk.goes_to(datetime(2027, 1, 18, 9, 35, tzinfo=PARIS))
    (noted,) = found(desk.does("lead", lambda call: conversation.hear(call, "78 %")), following.FigureNoted)
    assert isinstance(noted, following.FigureNoted)
    desk = planned_anew({18: "78 %"}, on)
    desk.news()
    desk.goes_to(datetime(2027, 1, 26, 10, tzinfo=PARIS))
    (post,) = in_channel(desk)
    (told,) = found(read(post), posts.PostFigureOf)
    assert isinstance(told, posts.PostFigureOf)
    assert told.expected == noted.expected
    assert found(read(post), posts.PlannedAnew) == [posts.PlannedAnew(date(2027, 1, on))]
    assert not found(read(post), posts.PostStanding)
    (drawn,) = [part.tells for part in post.speech.parts if isinstance(part, Picture)]
    assert isinstance(drawn, charts.ChartTold)
    assert drawn.expected == noted.expected


def test_a_figure_that_came_since_is_told_by_the_plan_that_holds() -> None:
    desk = planned_anew({11: "78 %"}, 12)
    desk.goes_to(datetime(2027, 1, 18, 9, 35, tzinfo=PARIS))
    told = desk.does("lead", lambda call: conversation.hear(call, "79 %"))
    (noted,) = found(told, following.FigureNoted)
    assert isinstance(noted, following.FigureNoted)
    assert noted.expected == expected_level(desk.goal().model_copy(update={"history": ()}), date(2027, 1, 18))
    assert found(told, following.HowItStands)
    assert not found(told, posts.PlannedAnew)


def test_a_figure_of_before_the_change_that_is_put_right_says_nothing_of_the_new_plan() -> None:
    desk = planned_anew({18: "78 %"}, 19)
    told = desk.does(
        "lead", lambda call: conversation.hear(call, "en fait le csat du 18 janvier c'était 78,2")
    )
    assert found(told, posts.PlannedAnew)
    assert not found(told, following.HowItStands)


def overview(desk: Desk, at: datetime) -> list[Message]:
    lead = person("lead")
    with desk.memory.open_uow() as uow:
        speech = digest_speech(uow, lead, at.date(), at)
    assert speech is not None
    return messages_of(speech)


def test_an_overview_takes_another_plan_for_no_change_of_how_the_work_goes() -> None:
    desk = planned_anew({11: "78 %", 18: "78 %"}, 25)
    week = overview(desk, datetime(2027, 1, 28, 11, tzinfo=PARIS))
    assert found(week, digest.DigestPlannedAnew) == [digest.DigestPlannedAnew(date(2027, 1, 25))]
    assert not found(week, digest.DigestChanged)


def test_an_overview_compares_with_what_the_one_before_said() -> None:
    """It was at risk until the change, and the overview after the change said so no more."""
    desk = planned_anew({11: "78 %", 18: "78 %"}, 25)
    desk.goes_to(datetime(2027, 2, 1, 9, 35, tzinfo=PARIS))
    desk.does("lead", lambda call: conversation.hear(call, "78,7 %"))
    after = overview(desk, datetime(2027, 2, 4, 11, tzinfo=PARIS))
    assert not found(after, digest.DigestPlannedAnew)
    assert not found(after, digest.DigestChanged)


def test_the_picture_keeps_the_way_before_the_change() -> None:
    desk = changed()
    with desk.memory.open_uow() as uow:
        figures = uow.measurements.of_goal(WORKSPACE, "g1")
    drawn = series(desk.goal(), figures, CHANGED.date())
    assert drawn is not None
    assert drawn.start == START
    assert [str(one.level) for one in drawn.measured] == ["78.5", "79", "79.5"]
    days = [one.day for one in drawn.planned]
    assert days == sorted(set(days))
    assert (days[0], days[-1]) == (START, date(2027, 4, 30))
    assert drawn.planned[0].level == 78


def test_at_the_end_the_target_that_it_began_with_is_told() -> None:
    desk = changed()
    desk.news()
    desk.goes_to(datetime(2027, 5, 3, 9, 0, tzinfo=PARIS))
    desk.goes_to(datetime(2027, 5, 6, 9, 0, tzinfo=PARIS))
    told = {one.to: read(one) for one in desk.news()}
    for reader in ("C1", "lead"):
        assert found(told[reader], at_end.RecapChanged) == [at_end.RecapChanged(percent(85), DEADLINE)]


def test_every_day_on_which_a_guard_broke_on_the_way_is_told_to_who_leads_and_to_the_team() -> None:
    desk = changed()
    with desk.memory.open_uow() as uow:
        running = uow.goals.get(WORKSPACE, "g1")
        assert running is not None
        seen = tuple(
            GuardFigure(value=percent(level), measured_on=day, author="lead")
            for level, day in (
                (72, START),
                (64, CHANGED.date()),
                (71, date(2027, 3, 1)),
                (69, date(2027, 3, 8)),
            )
        )
        uow.goals.save(running.model_copy(update={"guard_figures": seen, "version": running.version + 1}))
        uow.commit()
    desk.news()
    desk.goes_to(datetime(2027, 5, 3, 9, 0, tzinfo=PARIS))
    desk.goes_to(datetime(2027, 5, 6, 9, 0, tzinfo=PARIS))
    told = {one.to: read(one) for one in desk.news()}
    worst = guards.GuardBrokenOnTheWay(
        Side.FLOOR,
        MetricName(MetricKey.FCR),
        percent(70),
        (guards.GuardDay(percent(64), CHANGED.date()), guards.GuardDay(percent(69), date(2027, 3, 8))),
    )
    for reader in ("C1", "lead"):
        assert found(told[reader], guards.GuardBrokenOnTheWay) == [worst]
    assert "70" in words(worst, Language.EN)


def test_a_milestone_that_was_celebrated_counts_at_the_end_though_the_rest_was_planned_anew() -> None:
    desk = changed()
    with desk.memory.open_uow() as uow:
        figures = list(uow.measurements.of_goal(WORKSPACE, "g1"))
    running = desk.goal()
    first = running.history[0].plan
    assert first is not None
    end_of_january = milestones(running.model_copy(update={"plan": first, "history": ()}))[0]
    assert end_of_january.end == date(2027, 1, 31)
    assert on_the_way(running, figures, date(2027, 2, 20))[1] == 1
    for day in (date(2027, 1, 21), date(2027, 1, 22)):
        at = datetime(day.year, day.month, day.day, 9, 30, tzinfo=PARIS)
        figure(desk, float(end_of_january.level), at)
    with desk.memory.open_uow() as uow:
        figures = list(uow.measurements.of_goal(WORKSPACE, "g1"))
    assert on_the_way(running, figures, date(2027, 2, 20)) == (1, 1)
    assert reached(running, figures, date(2027, 2, 20)) == 0  # of the plan that stands now


def test_only_the_milestones_that_were_due_count_where_a_goal_ends_early() -> None:
    desk = desk_with(goal())
    stages = milestones(desk.goal())
    assert len(stages) == 2
    for day in (25, 29):
        figure(desk, float(stages[0].level), datetime(2027, 1, day, 9, 30, tzinfo=PARIS))
    with desk.memory.open_uow() as uow:
        figures = uow.measurements.of_goal(WORKSPACE, "g1")
    assert on_the_way(desk.goal(), figures, date(2027, 2, 10)) == (1, 1)
    assert on_the_way(desk.goal(), figures, date(2027, 3, 1)) == (1, 2)
