"""What is said of a target that was reached once a figure is old, has fallen, or cost what must not break."""

from datetime import date, datetime, timedelta

import pytest

from bot.render import plain
from coach.goal import Goal
from coach.guard import Guard, GuardFigure
from coach.language.reading import Language
from coach.messages import ending, guards
from coach.messages import following as said
from coach.messages import posts as say
from coach.messages.base import Message, MetricName
from coach.metrics import MetricKey
from coach.usecases import conversation
from tests.coach.desk import PARIS, START, Desk, goal, percent
from tests.coach.posts import LEAD, TUESDAY, WEEK, desk_with, figure, found, in_channel, read

CHECK_IN = datetime(2027, 1, 11, 9, 35, tzinfo=PARIS)
QUALITY = Guard(metric=MetricKey.QUALITY_SCORE, limit=percent(80))
BROKEN = GuardFigure(value=percent(76), measured_on=START + timedelta(days=7), author="lead")
CHEERS = ("Bravo", "Well done")


def told(post: list[Message], language: Language) -> str:
    return " ".join(plain(message, language) for message in post)


def cheers(messages: list[Message]) -> bool:
    return any(word in told(messages, language) for word in CHEERS for language in Language)


def test_without_a_new_figure_a_post_says_when_the_target_was_reached() -> None:
    desk = desk_with(goal())
    figure(desk, 86, TUESDAY)
    desk.goes_to(TUESDAY)
    in_channel(desk)
    desk.goes_to(TUESDAY + WEEK)
    (post,) = in_channel(desk)
    assert said.TargetReachedThen(percent(86), TUESDAY.date()) in read(post)
    assert not found(read(post), said.TargetHeld)
    assert "l’est toujours" not in told(read(post), Language.FR)
    assert "still is" not in told(read(post), Language.EN)


def test_with_a_new_figure_a_post_says_that_the_target_still_is_reached() -> None:
    desk = desk_with(goal())
    for week, value in enumerate((86, 87)):
        figure(desk, value, TUESDAY + week * WEEK)
        desk.goes_to(TUESDAY + week * WEEK)
    assert said.TargetHeld() in read(in_channel(desk)[-1])


def ended(*values: float) -> list[Message]:
    """What the channel reads of the end of a goal with these figures, the last of them of its last days."""
    desk = desk_with(goal())
    for week, value in enumerate(reversed(values)):
        figure(desk, value, datetime(2027, 3, 30, 9, 30, tzinfo=PARIS) - week * WEEK)
    desk.goes_to(datetime(2027, 4, 1, 9, 0, tzinfo=PARIS))
    (post,) = [one for one in in_channel(desk) if one.dedupe_key.startswith("ended:")]
    return read(post)


def test_an_end_short_of_the_target_tells_that_it_had_been_reached() -> None:
    told_then = ended(80, 86, 87.5, 84.5)
    name = MetricName(MetricKey.CSAT)
    assert ending.GoalEndedShort(name, percent(84.5)) in told_then
    assert ending.RecapBest(percent(87.5), date(2027, 3, 23)) in told_then
    assert not found(told_then, ending.GoalEnded)


def test_an_end_that_never_reached_the_target_tells_no_best_figure() -> None:
    told_then = ended(80, 84.9, 84.5)
    assert not found(told_then, ending.RecapBest)
    assert found(told_then, ending.GoalEnded)


# --- what must not break ---------------------------------------------------------------------------
def guarded(*, broken: bool = True) -> Goal:
    seen = (BROKEN,) if broken else ()
    return goal().model_copy(update={"guard": QUALITY, "guard_figures": seen})


@pytest.mark.parametrize(
    ("before", "answer", "gains"),
    [
        (None, "81 %, qualité 76 %", True),
        (None, "77 %, qualité 76 %", False),
        (82, "80 %, qualité 76 %", False),
        (80, "qualité 76 %", True),
        (None, "qualité 76 %", False),
    ],
)
def test_a_gain_is_said_to_be_paid_for_only_where_there_is_one(
    before: float | None, answer: str, gains: bool
) -> None:
    desk = Desk(guarded(broken=False), (LEAD,))
    if before is not None:
        figure(desk, before, CHECK_IN - timedelta(days=4))
    desk.goes_to(CHECK_IN)
    desk.news()
    heard = desk.does("lead", lambda call: conversation.hear(call, answer))
    assert bool(found(heard, guards.GuardPaysForGain)) == gains
    assert bool(found(heard, guards.GuardBroken)) != gains
    assert ("se paie ailleurs" in told(heard, Language.FR)) == gains


def test_a_target_reached_while_the_safeguard_is_broken_is_not_cheered_in_the_reply() -> None:
    desk = Desk(guarded(broken=False), (LEAD,))
    desk.goes_to(CHECK_IN)
    desk.news()
    heard = desk.does("lead", lambda call: conversation.hear(call, "86 %, qualité 76 %"))
    assert guards.ReachedButGuard() in heard
    assert not cheers(heard)


@pytest.mark.parametrize(
    ("value", "says"),
    [(86, guards.ReachedButGuard()), (81, guards.StageReachedButGuard(percent(80)))],
)
def test_nor_is_it_in_the_post(value: float, says: Message) -> None:
    desk = desk_with(guarded())
    figure(desk, value, TUESDAY)
    desk.goes_to(TUESDAY)
    (post,) = in_channel(desk)
    assert [type(says)] == [type(one) for one in found(read(post), type(says))]
    assert found(read(post), say.PostGuardBroken)
    assert not cheers(read(post))


def test_nor_at_the_end() -> None:
    desk = desk_with(guarded())
    figure(desk, 86, datetime(2027, 3, 30, 9, 30, tzinfo=PARIS))
    desk.goes_to(datetime(2027, 4, 1, 9, 0, tzinfo=PARIS))
    (post,) = [one for one in in_channel(desk) if one.dedupe_key.startswith("ended:")]
    assert guards.EndedButGuard(MetricName(MetricKey.CSAT)) in read(post)
    assert not cheers(read(post))
