"""A year of a workspace: 200 agents, 40 goals, real holidays, through the same use cases.

    uv run python -m bench.year

Prints how many messages a person got a week, and what went wrong; exits 1 where something falls short. Every
message that Jalon sends by itself to a person is counted (answers to what people say are not). The bar is on
the time that goes by; the processor's time beside it tells how much of that went in waiting, for the disk or
for other work on the machine.
"""

import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random  # noqa: TID251 - the same year each time
from statistics import median
from typing import Any

from bot.container import render
from bot.serving import settle
from coach.calendar import is_working_day, within_hours
from coach.following import CheckIn, CheckInAsks, CheckInState, ScheduleKind
from coach.goal import CheckInTime, Goal, LeverAction
from coach.language.reading import Cadence, Language
from coach.making import with_baseline
from coach.metrics import MetricKey
from coach.outgoing import Lane, Outgoing
from coach.people import Leave, Profile
from coach.quantity import Quantity, Unit
from coach.scheduling import calendar_of, hours_of, next_check_in, schedules_of
from coach.speech import Verb
from coach.testing import CountingIds
from coach.usecases import check_ins
from coach.usecases.call import Call
from coach.usecases.following import BATCH, nudge_due
from storage import Storage, migrate, open_storage

WORKSPACE = "T1"
AGENTS, GOALS, TEAM = 200, 40, 6
START, DAYS = datetime(2027, 1, 4, 6, 0, tzinfo=UTC), 364
STEP = timedelta(minutes=15)
MOST_SECONDS, MOST_A_WEEK = 60.0, 7
PLACES = (
    ("Europe/Paris", "FR", None, Language.FR),
    ("Europe/Paris", "FR", "57", Language.FR),
    ("America/Montreal", "CA", "QC", Language.FR),
    ("Pacific/Noumea", "FR", "NC", Language.FR),
    ("Europe/London", "GB", "ENG", Language.EN),
    ("Europe/Brussels", "BE", None, Language.FR),
)


@dataclass
class Year:
    """The workspace, and what was said in it."""

    storage: Storage
    people: dict[str, Profile]
    heard: list[Outgoing]
    leaves: dict[str, list[Leave]] = field(default_factory=lambda: defaultdict(list))
    ids: CountingIds = field(default_factory=CountingIds)
    rng: Random = field(default_factory=lambda: Random(2027))  # noqa: S311 - no secret

    def begin(self) -> None:
        """Forty goals of six people each; everybody has two weeks of leave in summer."""
        with self.storage.open_uow() as uow:
            for person in self.people.values():
                uow.people.put(person)
                start = date(2027, 7, 5) + timedelta(weeks=self.rng.randrange(8))
                leave = Leave(
                    id=self.ids.new(),
                    workspace=WORKSPACE,
                    user=person.user,
                    start=start,
                    end=start + timedelta(days=13),
                )
                uow.leaves.add(leave)
                self.leaves[person.user].append(leave)
            for number in range(GOALS):
                goal = _goal(number)
                uow.goals.add(goal)
                for schedule in schedules_of(goal, self.people, self.ids, START):
                    uow.schedules.put(schedule)
            uow.commit()

    def run(self) -> None:
        """Pass after pass, to the end of the year; people answer, or do not."""
        now, end = START, START + timedelta(days=DAYS)
        while now < end:
            asked = len(self.heard)
            self._pass(now)
            for one in self.heard[asked:]:
                if one.dedupe_key.startswith("day:"):
                    self._answer(one, now)
            with self.storage.open_uow() as uow:
                due = uow.schedules.next_due()
            if due is None:
                return
            steps = max(1, -(-(due - now) // STEP))
            now += steps * STEP

    def _pass(self, now: datetime) -> None:
        while True:
            with self.storage.open_uow(background=True) as uow:
                done = nudge_due(uow, self.ids, now)
                uow.commit()
            if done.claimed < BATCH:
                return

    def _answer(self, message: Outgoing, now: datetime) -> None:
        """Four of five answer by a button within the hour."""
        if self.rng.random() > 0.8:
            return
        with self.storage.open_uow() as uow:
            person = uow.people.get(WORKSPACE, message.to)
            assert person is not None
            for asked in uow.check_ins.in_message(WORKSPACE, message.to, message.dedupe_key):
                if asked.state is not CheckInState.ASKED:
                    continue
                call = Call(uow, self.ids, WORKSPACE, self.ids.new(), now + timedelta(minutes=20), person)
                if asked.asks is CheckInAsks.ACTION:
                    check_ins.press(call, asked.id, Verb.DONE)
                else:
                    check_ins.press(call, asked.id, Verb.ON_PLAN)
            uow.commit()


def _goal(number: int) -> Goal:
    """A goal of a lead and five agents; every eighth by the day, every tenth by the month."""
    members = [f"U{(number * 5 + place) % AGENTS:03}" for place in range(TEAM)]
    cadence = Cadence.DAILY if number % 8 == 7 else Cadence.MONTHLY if number % 10 == 0 else Cadence.WEEKLY
    start = START.date() + timedelta(weeks=number % 8)
    made = Goal(
        id=f"g{number:02}",
        workspace=WORKSPACE,
        author=members[0],
        owner=members[0],
        language=Language.FR,
        wish="améliorer la satisfaction client",
        metric=MetricKey.CSAT,
        target=Quantity(value=85, unit=Unit.PERCENT),
        start=start,
        deadline=date(2027, 12, 17),
        actions=(LeverAction(text="une écoute par semaine", each=True),),
        contributors=tuple(members[1:]),
        check_in=CheckInTime(cadence=cadence, weekday=number % 5),
        confirmed_at=START,
    )
    return with_baseline(made, Quantity(value=78, unit=Unit.PERCENT), start)


def faults(year: Year) -> Counter[str]:
    """What went wrong: doubled, sent outside working hours or on leave, or never dealt with."""
    found: Counter[str] = Counter({"duplicates": 0, "missed": 0, "outside working hours": 0})
    seen: set[tuple[str, str]] = set()
    days: set[tuple[str, date]] = set()
    for one in sent(year):
        person = year.people[one.to]
        local = one.at.astimezone(person.tz).date()
        found["duplicates"] += (one.to, one.dedupe_key) in seen or (one.to, local) in days
        seen.add((one.to, one.dedupe_key))
        days.add((one.to, local))
        at_work = is_working_day(local, calendar_of(person)) and within_hours(
            one.at, person.tz, *hours_of(person)
        )
        away = any(leave.covers(local) for leave in year.leaves[one.to])
        found["outside working hours"] += not at_work or away
    with year.storage.open_uow() as uow:
        for number in range(GOALS):
            goal = uow.goals.get(WORKSPACE, f"g{number:02}")
            assert goal is not None
            kept: dict[str, list[CheckIn]] = defaultdict(list)
            for asked in uow.check_ins.of_goal(WORKSPACE, goal.id):
                kept[asked.user].append(asked)
            for row in uow.schedules.of_goal(WORKSPACE, goal.id):
                if row.kind is ScheduleKind.CHECK_IN and row.user is not None:
                    found["missed"] += _missed(goal, year.people[row.user], kept[row.user])
    return found


def _missed(goal: Goal, person: Profile, kept: list[CheckIn]) -> int:
    """Check-ins that the calendar has and nobody was asked, nor had left out with a reason.

    One that had to wait for the next working day counts as asked.
    """
    expected, at, end = 0, START + timedelta(days=2), START + timedelta(days=DAYS)
    while (due := next_check_in(goal, person, at)) is not None and due < end:
        expected += 1
        at = due.astimezone(person.tz).replace(hour=23, minute=59).astimezone(UTC)
    return max(0, expected - len(kept))


def sent(year: Year) -> list[Outgoing]:
    """The messages that Jalon sent to people by itself."""
    return [one for one in year.heard if one.lane is Lane.NUDGE and one.dedupe_key.startswith("day:")]


def a_week(year: Year) -> list[int]:
    """How many messages each person got in each week of the year; a week without counts as 0."""
    weeks = Counter((one.to, one.at.date().isocalendar()[:2]) for one in sent(year))
    every = {key[1] for key in weeks}
    return sorted(weeks[person, week] for person in year.people for week in every)


def main() -> int:
    """The year; 1 where it falls short."""
    people = {
        f"U{number:03}": Profile(
            workspace=WORKSPACE,
            user=f"U{number:03}",
            name=f"Agent {number}",
            zone=zone,
            country=country,
            region=region,
            language=language,
        )
        for number in range(AGENTS)
        for zone, country, region, language in (PLACES[number % len(PLACES)],)
    }
    heard: list[Outgoing] = []

    def keep(outgoing: Outgoing) -> dict[str, Any]:
        heard.append(outgoing)
        return render(outgoing)

    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'year.db'}"
        migrate.upgrade(url)
        year = Year(open_storage(url, keep), people, heard)
        year.begin()
        settle()  # as a worker does
        began, worked = time.perf_counter(), time.process_time()
        year.run()
        took, worked = time.perf_counter() - began, time.process_time() - worked
        found, weeks = faults(year), a_week(year)
        with year.storage.open_uow() as uow:
            rows = [one for n in range(GOALS) for one in uow.check_ins.of_goal(WORKSPACE, f"g{n:02}")]
        year.storage.close()
    left = Counter(one.skipped for one in rows if one.skipped is not None)
    print(f"{AGENTS} people, {GOALS} goals, {DAYS} days: {len(sent(year))} messages, {len(rows)} check-ins")
    print("left out: " + ", ".join(f"{count} {why}" for why, count in sorted(left.items())))
    print(f"{took:.1f} s (at most {MOST_SECONDS:.0f}), {worked:.1f} s of it on the processor")
    p95, most = weeks[int(len(weeks) * 0.95)], weeks[-1]
    print(
        f"messages a person a week: median {median(weeks):.0f}, p95 {p95}, max {most} (at most {MOST_A_WEEK})"
    )
    print(", ".join(f"{what} {count}" for what, count in found.items()))
    return int(took > MOST_SECONDS or most > MOST_A_WEEK or any(found.values()))


if __name__ == "__main__":
    sys.exit(main())
