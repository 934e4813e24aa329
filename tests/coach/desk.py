"""A desk to run use cases on, in memory: a goal under way, people, time that goes on."""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from coach.following import CheckIn
from coach.goal import CheckInTime, Goal, LeverAction, SubGoal, SubGoalKind
from coach.language.reading import Language
from coach.making import with_baseline
from coach.messages.base import Message
from coach.metrics import MetricKey
from coach.outgoing import Outgoing
from coach.people import Profile
from coach.quantity import Quantity, Unit
from coach.scheduling import schedules_of
from coach.testing import CountingIds, FrozenClock, Memory
from coach.usecases.call import Call
from coach.usecases.following import Pass, nudge_due
from tests.coach.talk import messages_of

WORKSPACE = "T1"
PARIS = ZoneInfo("Europe/Paris")
MONDAY = datetime(2027, 1, 4, 9, 0, tzinfo=PARIS)
START = date(2027, 1, 4)
DEADLINE = date(2027, 3, 31)


def percent(value: float | str) -> Quantity:
    """A share, in percent."""
    return Quantity(value=Decimal(str(value)), unit=Unit.PERCENT)


def person(user: str, language: Language = Language.FR, zone: str = "Europe/Paris") -> Profile:
    """Somebody of the workspace."""
    return Profile(workspace=WORKSPACE, user=user, name=user.title(), language=language, zone=zone)


def goal(*, measured: bool = True, contributors: tuple[str, ...] = (), channel: str | None = "C1") -> Goal:
    """CSAT from 78 % to 85 % by the end of March, led by `lead`; or its baseline still to be measured."""
    made = Goal(
        id="g1",
        workspace=WORKSPACE,
        author="lead",
        owner="lead",
        language=Language.FR,
        wish="améliorer la satisfaction client",
        metric=MetricKey.CSAT,
        target=percent(85),
        start=START,
        deadline=DEADLINE,
        lever="une écoute par semaine",
        actions=(LeverAction(text="une écoute par semaine", each=True),),
        sub_goals=(SubGoal(kind=SubGoalKind.MEASURE_BASELINE, due=date(2027, 1, 18)),),
        contributors=contributors,
        channel=channel,
        check_in=CheckInTime(weekday=0, at=time(9, 30), chosen=True),
        confirmed_at=MONDAY,
    )
    if not measured:
        return made
    return with_baseline(made, percent(78), START).model_copy(update={"version": 1, "sub_goals": ()})


class Desk:
    """Use cases over memory, with one goal under way."""

    def __init__(self, running: Goal, people: tuple[Profile, ...]) -> None:
        self.memory, self.clock, self.ids = Memory(), FrozenClock(MONDAY), CountingIds()
        with self.memory.open_uow() as uow:
            for profile in people:
                uow.people.put(profile)
            uow.goals.add(running)
            known = {profile.user: profile for profile in people}
            for schedule in schedules_of(running, known, self.ids, MONDAY):
                uow.schedules.put(schedule)
            uow.commit()
        self._heard = 0

    def does(self, user: str, use_case: Callable[[Call], object]) -> list[Message]:
        """Somebody does something; what is said because of it, to anybody."""
        with self.memory.open_uow() as uow:
            profile = uow.people.get(WORKSPACE, user)
            assert profile is not None
            call = Call(uow, self.ids, WORKSPACE, self.ids.new(), self.clock.now(), profile)
            use_case(call)
            uow.commit()
        return [message for one in self.news() for message in messages_of(one.speech)]

    def goes_to(self, when: datetime) -> Pass:
        """Time goes on, and one pass deals with what is due."""
        self.clock.move_to(when)
        with self.memory.open_uow() as uow:
            done = nudge_due(uow, self.ids, when)
            uow.commit()
        return done

    def news(self) -> list[Outgoing]:
        """What was put in line since it was last looked at."""
        fresh = self.memory.outgoing[self._heard :]
        self._heard += len(fresh)
        return fresh

    def check_in(self, user: str) -> CheckIn:
        """The check-in that was asked of somebody last."""
        with self.memory.open_uow() as uow:
            asked = [one for one in uow.check_ins.of_goal(WORKSPACE, "g1") if one.user == user]
        return asked[-1]

    def goal(self) -> Goal:
        """The goal as it stands."""
        with self.memory.open_uow() as uow:
            found = uow.goals.get(WORKSPACE, "g1")
        assert found is not None
        return found

    def figures(self) -> list[Quantity]:
        """The goal's figures that stand, oldest first."""
        with self.memory.open_uow() as uow:
            return [m.value for m in uow.measurements.of_goal(WORKSPACE, "g1") if not m.undone]
