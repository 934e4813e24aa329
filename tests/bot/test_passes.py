"""A pass over what is due: a row that cannot be dealt with holds nobody up, and people come first."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.clock import MovableClock
from bot.container import RandomIds
from bot.scheduler import Ticker
from coach.errors import Stale
from coach.following import Schedule
from coach.goal import LeverAction
from coach.messages.lost import Stop, Stopped
from coach.outgoing import Outgoing
from coach.people import Choices
from coach.speech import Line
from coach.testing import Memory
from coach.usecases.putting_off import TRIES
from tests.storage.samples import NOW, T, goal, profile, schedule

TEAM = ("U1", "U2", "U3", "U4")
Trouble = Callable[[Outgoing], None]


def office(trouble: Trouble = lambda _: None) -> Memory:
    """A team of four, each to be asked now; `trouble` may fail when a message is made."""

    def render(outgoing: Outgoing) -> dict[str, Any]:
        trouble(outgoing)
        return {"text": outgoing.dedupe_key}

    memory = Memory(render)
    with memory.open_uow() as uow:
        uow.goals.add(
            goal(
                author="U1",
                owner="U1",
                contributors=TEAM[1:],
                channel=None,
                actions=(LeverAction(text="une écoute par semaine"),),
                start=date(2026, 12, 1),
            )
        )
        for user in TEAM:
            place = {"zone": "Europe/Paris", "country": "FR", "region": None, "choices": Choices()}
            uow.people.put(profile(user, **place))
            uow.schedules.put(schedule(f"s{user}", user=user))
        uow.commit()
    return memory


def ticker(memory: Memory, give_way: Callable[[], bool] = lambda: False) -> Ticker:
    return Ticker(memory.open_uow, RandomIds(), MovableClock(), give_way)


def row(memory: Memory, user: str) -> Schedule:
    with memory.open_uow() as uow:
        return next(one for one in uow.schedules.of_goal(T, "g1") if one.user == user)


def asked(memory: Memory) -> list[str]:
    return sorted(outgoing.to for outgoing in memory.outgoing)


class Poison:
    """Whatever is said to somebody cannot be made, as long as it is in there."""

    def __init__(self, user: str, error: Exception, times: int = 1000) -> None:
        self.user, self.error, self.left = user, error, times

    def __call__(self, outgoing: Outgoing) -> None:
        if outgoing.to == self.user and self.left:
            self.left -= 1
            raise self.error


def test_a_row_that_cannot_be_dealt_with_is_put_off_and_the_others_are_not() -> None:
    memory = office(Poison("U2", KeyError("somebody's words")))
    done = ticker(memory).run(NOW)
    assert (done.claimed, asked(memory)) == (3, ["U1", "U3", "U4"])
    poisoned = row(memory, "U2")
    assert (poisoned.due_at, poisoned.tries) == (NOW + timedelta(minutes=1), 1)
    assert poisoned.trouble is not None
    assert poisoned.trouble.startswith("KeyError at ")
    assert "words" not in poisoned.trouble


def test_it_is_tried_later_and_later_and_then_given_up() -> None:
    memory = office(Poison("U2", KeyError()))
    tries: list[int] = []
    waits: list[timedelta] = []
    now: datetime | None = NOW
    while now is not None and len(tries) < 50:
        ticker(memory).run(now)
        after = row(memory, "U2")
        if after.tries not in tries:  # at night it only waits for the morning
            tries.append(after.tries)
            waits += [after.due_at - now] if after.due_at is not None else []
        now = after.due_at
    assert tries == [*range(1, TRIES + 1)]
    assert waits == sorted(waits)
    assert row(memory, "U2").trouble is not None
    ticker(memory).run(NOW + timedelta(days=8))
    assert "U2" not in asked(memory)
    told = [one for one in memory.outgoing if one.dedupe_key.startswith("lost:")]
    assert [one.to for one in told] == ["U1"], "whoever leads the goal is told, once"
    (said,) = told[0].speech.parts
    assert isinstance(said, Line)
    assert isinstance(said.message, Stopped)
    assert said.message.stop is Stop.CHECK_IN


def test_where_nobody_can_be_told_either_the_others_are_not_held_up() -> None:
    memory = office(Poison("U1", KeyError()))
    now: datetime | None = NOW
    while now is not None:
        ticker(memory).run(now)
        now = row(memory, "U1").due_at
    assert row(memory, "U1").tries == TRIES
    assert {"U2", "U3", "U4"} <= set(asked(memory))


def test_once_it_can_be_dealt_with_its_troubles_are_forgotten() -> None:
    memory = office(Poison("U2", KeyError(), times=1))
    ticker(memory).run(NOW)
    ticker(memory).run(NOW + timedelta(minutes=1))
    assert asked(memory) == list(TEAM)
    after = row(memory, "U2")
    assert (after.tries, after.trouble) == (0, None)
    assert after.due_at is not None
    assert after.due_at > NOW + timedelta(days=1)


def test_what_others_overtook_is_done_anew_at_once() -> None:
    memory = office(Poison("U2", Stale(), times=2))
    assert ticker(memory).run(NOW).claimed == 4
    assert asked(memory) == list(TEAM)
    assert row(memory, "U2").tries == 0


def overtaken_at_the_end(memory: Memory, times: int) -> Callable[..., Any]:
    """A store whose first transactions lose to somebody else's when they are committed."""
    left = times

    def open_uow(*, background: bool = False) -> Any:
        work = memory.open_uow(background=background)
        commit = work.commit

        def lose_or_commit() -> None:
            nonlocal left
            if left:
                left -= 1
                raise Stale
            commit()

        work.commit = lose_or_commit  # type: ignore[method-assign]
        return work

    return open_uow


def test_a_batch_that_others_overtook_at_its_end_is_done_anew() -> None:
    memory = office()
    passing = Ticker(overtaken_at_the_end(memory, 2), RandomIds(), MovableClock())
    assert passing.run(NOW).claimed == 4
    assert asked(memory) == list(TEAM)


def test_a_batch_that_is_overtaken_each_time_waits_for_the_next_look() -> None:
    memory = office()
    with pytest.raises(Stale):
        Ticker(overtaken_at_the_end(memory, 100), RandomIds(), MovableClock()).run(NOW)
    assert asked(memory) == []
    assert ticker(memory).run(NOW).claimed == 4


def test_what_is_overtaken_again_and_again_is_no_coincidence() -> None:
    memory = office(Poison("U2", Stale()))
    assert ticker(memory).run(NOW).claimed == 3
    assert row(memory, "U2").tries == 1


@pytest.mark.parametrize("batch", [1, 3, 50])
def test_a_batch_ends_after_the_row_at_hand_where_somebody_waits(batch: int) -> None:
    memory = office()
    opened = 0

    def open_uow(*, background: bool = False) -> Any:
        nonlocal opened
        opened += 1
        return memory.open_uow(background=background)

    done = Ticker(open_uow, RandomIds(), MovableClock(), lambda: True).run(NOW, batch=batch)
    assert done.claimed == 4
    assert opened >= 4
    assert asked(memory) == list(TEAM)


def test_told_to_end_a_pass_ends_after_the_batch_at_hand() -> None:
    memory = office()
    looking: list[Ticker] = []

    def told_meanwhile() -> bool:
        looking[0].end()
        return False

    looking.append(ticker(memory, told_meanwhile))
    assert looking[0].run(NOW, batch=2).claimed == 2
    assert ticker(memory).run(NOW, batch=2).claimed == 2, "the rest waits for the next start"
