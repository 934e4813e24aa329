"""Whatever happens, each check-in comes once, at work, in order, or is left out with its reason."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from coach.calendar import is_working_day, within_hours
from coach.following import CheckIn, CheckInState, ScheduleKind
from coach.goal import CheckInTime
from coach.language.reading import Language
from coach.messages.rhythm import Rhythm
from coach.outgoing import Outgoing
from coach.people import Profile
from coach.scheduling import calendar_of, hours_of
from coach.speech import Verb
from coach.testing import Memory
from coach.usecases import absence, conversation, rhythm, snoozing
from coach.usecases.call import Call
from coach.usecases.following import nudge_due
from tests.coach.desk import goal
from tests.coach.team import WORKSPACE, Team, is_daily

START = datetime.fromisoformat("2027-03-01T07:00:00+00:00")
ZONES = {
    "lead": ("Europe/Paris", "FR", None),
    "marc": ("America/Montreal", "CA", "QC"),
    "nadia": ("Pacific/Noumea", "FR", "NC"),
}
PEOPLE = {
    user: Profile(
        workspace=WORKSPACE,
        user=user,
        name=user,
        language=Language.FR,
        zone=zone,
        country=country,
        region=region,
    )
    for user, (zone, country, region) in ZONES.items()
}
USERS = st.sampled_from(sorted(PEOPLE))


class Nudging(RuleBasedStateMachine):
    """Two goals and three people, with answers, leave, changes, crashes and clocks that jump."""

    @initialize(daily=st.booleans())
    def begin(self, daily: bool) -> None:
        self.memory = Memory()
        self.team = Team(self.memory.open_uow, START)
        self.heard = 0
        self.team.meets(list(PEOPLE.values()))
        first = goal(contributors=("marc", "nadia"), channel=None)
        second = first.model_copy(update={"id": "g2", "check_in": CheckInTime(weekday=2)})
        self.team.begins(first)
        self.team.begins(second)
        if daily:
            self.team.does("lead", lambda call: rhythm.choose(call, "g1", Verb.SET_RHYTHM, Rhythm.DAILY))

    @rule(hours=st.sampled_from([1, 2, 5, 24, 24, 48, 170]))
    def time_goes_on(self, hours: int) -> None:
        self._pass(self.team.now + timedelta(hours=hours))

    @rule()
    def the_clock_is_put_back(self) -> None:
        self._pass(self.team.now - timedelta(hours=1))

    @rule(hours=st.integers(1, 30))
    def a_pass_crashes_and_is_run_again(self, hours: int) -> None:
        at = self.team.now + timedelta(hours=hours)
        with self.memory.open_uow() as uow:
            nudge_due(uow, self.team.ids, at)  # never committed
        self._pass(at)
        before = len(self.memory.outgoing)
        self._pass(at)
        assert len(self.memory.outgoing) == before

    @rule(user=USERS, words=st.sampled_from(["80 %", "fait", "bloqué : l'outil", "ça avance"]))
    def somebody_answers(self, user: str, words: str) -> None:
        if self.team.waiting(user):
            self.team.does(user, lambda call: conversation.hear(call, words))

    @rule(user=USERS, until=st.sampled_from(["hour", "tomorrow", "monday"]))
    def somebody_puts_it_off(self, user: str, until: str) -> None:
        waiting = self.team.waiting(user)
        if waiting:
            self.team.does(user, lambda call: snoozing.snooze(call, waiting[0].id, until))

    @rule(user=USERS, ahead=st.integers(1, 9), length=st.integers(0, 9))
    def somebody_will_be_away(self, user: str, ahead: int, length: int) -> None:
        start = (self.team.now + timedelta(days=ahead)).date()
        self.team.does(user, lambda call: _away(call, start, start + timedelta(days=length)))

    @rule(how=st.sampled_from([one.value for one in Rhythm]), which=st.sampled_from(["g1", "g2"]))
    def the_lead_changes_the_rhythm(self, how: str, which: str) -> None:
        self.team.does("lead", lambda call: rhythm.choose(call, which, Verb.SET_RHYTHM, how))

    def _pass(self, at: datetime) -> None:
        before = len(self.memory.outgoing)
        self.team.passes(at)
        for one in self.memory.outgoing[before:]:
            if is_daily(one):
                self._is_at_work(one)
        for name in ("g1", "g2"):
            for row in self.team.schedules(name):
                stuck = row.kind in {ScheduleKind.CHECK_IN, ScheduleKind.REMIND}
                assert not (stuck and row.due_at is not None and row.due_at <= at), row

    def _is_at_work(self, one: Outgoing) -> None:
        person = PEOPLE[one.to]
        day = one.at.astimezone(person.tz).date()
        assert is_working_day(day, calendar_of(person))
        assert within_hours(one.at, person.tz, *hours_of(person))
        with self.memory.open_uow() as uow:
            assert not any(leave.covers(day) for leave in uow.leaves.of_person(WORKSPACE, one.to, day))

    @invariant()
    def a_person_has_one_message_a_day_of_jalons_own_accord(self) -> None:
        if not hasattr(self, "memory"):
            return
        sent = [one for one in self.memory.outgoing if is_daily(one) and one.dedupe_key.count(":") == 2]
        days = [(one.to, one.at.astimezone(PEOPLE[one.to].tz).date()) for one in sent]
        assert len(days) == len(set(days))

    @invariant()
    def each_check_in_comes_once_in_order_or_is_left_out_with_its_reason(self) -> None:
        if not hasattr(self, "memory"):
            return
        said = {one.dedupe_key for one in self.memory.outgoing}
        for name in ("g1", "g2"):
            for user in PEOPLE:
                kept = [one for one in self.team.check_ins(name) if one.user == user]
                asked = [one for one in kept if one.state is not CheckInState.SKIPPED]
                days = [one.due_on for one in asked]
                assert days == sorted(set(days))
                assert all(one.said in said for one in asked if not _came_by_itself(one))
                assert all(one.skipped for one in kept if one.state is CheckInState.SKIPPED)


def _came_by_itself(one: CheckIn) -> bool:
    """Whether it began with what somebody told, unasked or long after: kept as an answer all the same."""
    return one.said is None and (one.words is not None or one.asked_at == one.answered_at)


def _away(call: Call, start: date, end: date) -> None:
    absence.keep_leave(call, start, end)


SETTINGS = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


TestNudging = Nudging.TestCase
TestNudging.settings = SETTINGS


class AtLength(Nudging):
    """Weeks on end: what takes more than a dozen steps to go wrong. The same steps each time."""


TestNudgingAtLength = pytest.mark.slow(AtLength.TestCase)
TestNudgingAtLength.settings = settings(
    SETTINGS, max_examples=1000, stateful_step_count=40, derandomize=True, database=None
)


def test_weeks_of_questions_without_room_hide_none_that_was_put_off() -> None:
    weeks = Nudging()
    weeks.begin(daily=True)
    for hours in (49, 170, 48):
        weeks.time_goes_on(hours=hours)
    weeks.somebody_puts_it_off(user="lead", until="hour")
    (put_off,) = [one for one in weeks.team.check_ins("g1") if one.resting]
    weeks.time_goes_on(hours=170)
    again = next(one for one in weeks.team.check_ins("g1") if one.id == put_off.id)
    assert not again.resting
    assert again.said != put_off.said
