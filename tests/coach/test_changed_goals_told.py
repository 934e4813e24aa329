"""A goal that was changed on the way: who is told, what its picture keeps, what is said of it at the end."""

from datetime import date, datetime, timedelta

from bot.render import words
from coach.guard import Guard, GuardFigure, Side
from coach.language.reading import Language
from coach.messages import ending as at_end
from coach.messages import guards
from coach.messages import replanning as change
from coach.messages.base import MetricName
from coach.metrics import MetricKey
from coach.series import series
from coach.speech import Verb
from coach.usecases import conversation
from coach.usecases.replanning import press
from tests.coach.desk import DEADLINE, MONDAY, PARIS, START, WORKSPACE, Desk, goal, percent, person
from tests.coach.posts import found, read

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
    told = {one.to: read(one) for one in desk.news()}
    for reader in ("C1", "lead"):
        assert found(told[reader], at_end.RecapChanged) == [at_end.RecapChanged(percent(85), DEADLINE)]


def test_a_guard_that_broke_on_the_way_is_told_to_who_leads() -> None:
    desk = changed()
    with desk.memory.open_uow() as uow:
        running = uow.goals.get(WORKSPACE, "g1")
        assert running is not None
        seen = tuple(
            GuardFigure(value=percent(level), measured_on=day, author="lead")
            for level, day in ((72, START), (64, CHANGED.date()), (71, date(2027, 3, 1)))
        )
        uow.goals.save(running.model_copy(update={"guard_figures": seen, "version": running.version + 1}))
        uow.commit()
    desk.news()
    desk.goes_to(datetime(2027, 5, 3, 9, 0, tzinfo=PARIS))
    told = {one.to: read(one) for one in desk.news()}
    worst = guards.GuardWasBroken(
        Side.FLOOR, MetricName(MetricKey.FCR), percent(64), percent(70), CHANGED.date()
    )
    assert found(told["lead"], guards.GuardWasBroken) == [worst]
    assert found(told["C1"], guards.GuardWasBroken) == []
    assert "70" in words(worst, Language.EN)
