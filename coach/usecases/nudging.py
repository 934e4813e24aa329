"""A person's day: all that is theirs today comes in one message, or is left out with its reason."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from coach.calendar import instant, next_working_instant
from coach.following import CheckIn, CheckInAsks, CheckInState, Schedule, ScheduleKind, SkipReason
from coach.goal import Goal, GoalState
from coach.nudges import (
    HAD_NO_ROOM,
    REMIND_AFTER,
    Step,
    answer_is_fresh,
    asks_once_more,
    figure_is_fresh,
    last_figure_is_in,
    may_remind,
    next_step,
)
from coach.outgoing import Lane, Outgoing
from coach.people import Focus, FocusKind, Leave, Profile
from coach.progress import expected_level
from coach.scheduling import (
    calendar_of,
    days_between,
    hour_of,
    hours_of,
    intensity_of,
    next_check_in,
    next_digest,
    reminder,
)
from coach.speech import Speech
from coach.usecases.absences import worked_week
from coach.usecases.asking import day_speech, redraw
from coach.usecases.digest import bring_overviews, digest_speech
from coach.usecases.due import Due
from coach.usecases.remembering import remembered
from coach.usecases.waking import awake

OF_A_PERSON = frozenset({ScheduleKind.CHECK_IN, ScheduleKind.REMIND, ScheduleKind.DIGEST})
"""What goes to a person, and counts as their one message of the day."""
RUNNING = frozenset({GoalState.ACTIVE, GoalState.PAUSED})
DAY = timedelta(days=1)


def nudge(due: Due) -> datetime | None:
    """Say to a person all that is theirs today; when the schedule that came due is due next."""
    person = due.person(due.schedule.user)
    if person is None or person.deactivated:
        return None
    return _Day(due, person).deal()


def day_key(person: Profile, now: datetime) -> str:
    """The dedupe key of a person's message of the day."""
    return f"day:{person.user}:{now.astimezone(person.tz).date().isoformat()}"


class _Day:
    """One person's local day, with what is due on it."""

    def __init__(self, due: Due, person: Profile) -> None:
        self.due, self.uow, self.now, self.person = due, due.uow, due.now, person
        self.today = due.now.astimezone(person.tz).date()
        self.ends = self._midnight_after(self.today)
        self.key = day_key(person, due.now)
        self.next: dict[str, datetime | None] = {}
        self.caught_up = False
        self._coming: dict[tuple[str, datetime], datetime | None] = {}
        self._outdated: dict[str | None, None] = {}
        """Messages whose questions have changed, by their dedupe keys."""

    def deal(self) -> datetime | None:
        """Deal with all that is due today; when the claimed schedule is due next."""
        every = self.uow.schedules.of_person(self.person.workspace, self.person.user)
        rows = [row for row in every if row.kind in OF_A_PERSON]
        own = next((row for row in rows if row.id == self.due.schedule.id), None)
        if own is None or own.due_at is None or own.due_at > self.now:
            return own.due_at if own is not None else None  # it was dealt with together with another
        opens = next_working_instant(
            self.now, self.person.tz, calendar_of(self.person), *hours_of(self.person)
        )
        leave = self._leave()
        if opens > self.now and leave is None:
            return self._moved(own, opens, SkipReason.DOWNTIME)
        mine = [row for row in rows if row.due_at is not None and row.due_at < self.ends]
        if leave is not None:
            self._stay_away(mine, leave)
        elif (promised := self._promised(own, mine)) is not None:
            return promised
        elif self._is_wanted(own) and self._chosen_ahead(mine) is not None:
            self._ask_wanted(mine)
        elif not self._overview(mine):
            self._ask(mine, has_overview=any(row.kind is ScheduleKind.DIGEST for row in rows))
        for row in mine:
            if row.id in self.next and row.id != own.id:
                self.uow.schedules.put(row.model_copy(update={"due_at": self.next[row.id]}))
        return self.next.get(own.id, own.due_at)

    def _promised(self, own: Schedule, mine: Sequence[Schedule]) -> datetime | None:
        """The hour chosen for another question of today: what has no hour of its own joins it."""
        if own.kind is ScheduleKind.DIGEST or self._is_chosen(own) or self._is_wanted(own):
            return None
        return self._chosen_ahead(mine)

    def _chosen_ahead(self, mine: Sequence[Schedule]) -> datetime | None:
        """The first hour chosen for a question of today that is still to come."""
        chosen = (row.due_at for row in mine if self._is_chosen(row))
        return min((at for at in chosen if at is not None and at > self.now), default=None)

    def _is_chosen(self, row: Schedule) -> bool:
        goal = self._goal(row)
        return row.kind is ScheduleKind.CHECK_IN and goal is not None and goal.check_in.chosen

    def _is_wanted(self, row: Schedule) -> bool:
        """Whether it asks again what the person put off themselves: it comes when they said."""
        goal = self._goal(row)
        if row.kind is not ScheduleKind.REMIND or goal is None:
            return False
        latest = self._latest(goal)
        return latest is not None and latest.resting

    # --- away ---
    def _leave(self) -> Leave | None:
        coming = self.uow.leaves.of_person(self.person.workspace, self.person.user, self.today)
        return next((one for one in coming if one.covers(self.today)), None)

    def _stay_away(self, mine: Sequence[Schedule], leave: Leave) -> None:
        """Nothing is asked of who is away: check-ins are left out, the rest waits for the return."""
        back = self._working_from(leave.end + DAY)
        for row in mine:
            goal = self._goal(row)
            match row.kind:
                case ScheduleKind.CHECK_IN if goal is not None:
                    last = self._catch_up(row, goal)
                    self._skip(goal, self._local(last), SkipReason.AWAY)
                    self.next[row.id] = self._after(goal, self.ends)
                case ScheduleKind.DIGEST:
                    self.next[row.id] = next_digest(self.person, back - DAY)
                case _:
                    self.next[row.id] = back if goal is not None else None

    # --- the lead's overview ---
    def _overview(self, mine: Sequence[Schedule]) -> bool:
        """Send the lead's weekly overview where it is due; whether it was that day's message."""
        row = next((one for one in mine if one.kind is ScheduleKind.DIGEST), None)
        if row is None:
            return False
        speech = digest_speech(self.uow, self.person, self.today, self.now)
        self.next[row.id] = next_digest(self.person, self.ends)
        if speech is None:
            self.next[row.id] = None  # the next goal with a team brings it back
            return False
        if not self._say(speech, self.key):
            self.next[row.id] = self._tomorrow()
        rest = [one for one in mine if one.kind is not ScheduleKind.DIGEST]
        self._put_off(one for one in rest if not self._is_wanted(one))
        self._ask_wanted(rest)
        return True

    # --- questions ---
    def _ask_wanted(self, mine: Sequence[Schedule]) -> None:
        """Ask what the person put off until now, beside the day's one message."""
        due = [row for row in mine if row.due_at is not None and row.due_at <= self.now]
        if wanted := [row for row in due if self._is_wanted(row)]:
            self._ask(wanted, has_overview=True, key=self._key_beside())

    def _key_beside(self) -> str:
        return f"{self.key}:{self.now.isoformat()}"

    def _ask(self, mine: Sequence[Schedule], *, has_overview: bool, key: str | None = None) -> None:
        asked: list[tuple[Schedule, Goal, CheckIn]] = []
        for row in mine:
            goal = self._goal(row)
            if goal is None:
                self.next[row.id] = None
                continue
            check_in = self._again(row, goal) if row.kind is ScheduleKind.REMIND else self._anew(row, goal)
            if check_in is not None:
                asked.append((row, goal, check_in))
        anew = {goal.id for row, goal, _ in asked if row.kind is ScheduleKind.CHECK_IN}
        asked = [one for one in asked if one[0].kind is ScheduleKind.CHECK_IN or one[1].id not in anew]
        if not asked:
            return
        asked.sort(key=lambda one: (one[1].confirmed_at, one[1].id))
        questions = [check_in for _, _, check_in in asked]
        key = key or self.key
        speech = day_speech(self.uow, self.person, questions, self.today, caught_up=self.caught_up)
        if not self._say(speech, key):
            # the day has had its message: what the person put off themselves comes all the same
            wanted = [one for one in asked if one[2].snoozes and one[0].kind is ScheduleKind.REMIND]
            self._put_off(row for row, _, _ in asked if row not in [one for one, _, _ in wanted])
            key = self._key_beside()
            asked, questions = wanted, [check_in for _, _, check_in in wanted]
            if not asked or not self._say(day_speech(self.uow, self.person, questions, self.today), key):
                return
        for row, goal, check_in in asked:
            self._keep(row, goal, check_in.model_copy(update={"said": key}))
        for said in self._outdated:  # when all of its questions stand as they do now
            redraw(self.uow, self.person, said, self.now, key)
        focus = Focus(kind=FocusKind.CHECK_IN, id=questions[0].id)
        self.uow.people.put(self.person.model_copy(update={"focus": focus}))
        goals = [goal for _, goal, _ in asked]
        bring_overviews(self.uow, self.person, goals, self.now, has_overview=has_overview)

    def _anew(self, row: Schedule, goal: Goal) -> CheckIn | None:
        """The check-in that came due; None, with the reason kept, where it is not asked."""
        last = self._catch_up(row, goal)
        self.next[row.id] = self._after(goal, self.ends)
        history = remembered(self.uow, goal.workspace, goal.id, self.person.user)
        if any(one.due_on == self.today for one in history):
            return None  # today's is there already
        why = self._why_not(goal, history, self._local(last))
        if why is not None:
            self._skip(goal, self._local(last), why)
            return None
        base = CheckIn(
            id=self.due.ids.new(),
            workspace=goal.workspace,
            goal=goal.id,
            user=self.person.user,
            asked_at=self.now,
            due_on=self.today,
        )
        if self.person.user == goal.owner:
            return base.model_copy(update={"expected": expected_level(goal, self.today)})
        action = next(iter(goal.actions), None)
        if action is None:
            return None
        week = worked_week(self.uow, goal, self.person, self.today)
        if week.was_away:
            self._skip(goal, self.today, SkipReason.AWAY)
            return None
        wanted = week.wanted(action)
        return base.model_copy(update={"asks": CheckInAsks.ACTION, "wanted": wanted})

    def _why_not(self, goal: Goal, history: Sequence[CheckIn], due_on: date) -> SkipReason | None:
        if self.today > goal.deadline:
            return SkipReason.OVER
        if goal.state is GoalState.PAUSED:
            return SkipReason.PAUSED
        quiet = next_step(history) is Step.QUIET
        if self.person.user == goal.owner:
            figures = self.uow.measurements.of_goal(goal.workspace, goal.id)
            cadence = days_between(goal, self.person, due_on)
            fresh = figure_is_fresh(figures, history, due_on, cadence)
            if fresh or last_figure_is_in(goal, figures, self.today):
                return SkipReason.FRESH
            quiet = quiet and not asks_once_more(goal, history, self.today)
        elif answer_is_fresh(history, due_on, days_between(goal, self.person, due_on)):
            return SkipReason.FRESH
        return SkipReason.QUIET if quiet else None

    def _catch_up(self, row: Schedule, goal: Goal) -> datetime:
        """Leave out what was missed while Jalon was down; the last that came due."""
        last = row.due_at or self.now
        while True:
            following = self._after(goal, self._midnight_after(self._local(last)))
            if following is None or following > self.now:
                return last
            self._skip(goal, self._local(last), SkipReason.DOWNTIME)
            self.caught_up = True
            last = following

    def _again(self, row: Schedule, goal: Goal) -> CheckIn | None:
        """The question that had no answer, or was put off; None where there is nothing to ask again."""
        self.next[row.id] = None
        latest = self._latest(goal)
        if latest is None or goal.state is not GoalState.ACTIVE or self.today > goal.deadline:
            return None
        if latest.state is not CheckInState.ASKED:
            return None
        if latest.asks is CheckInAsks.FIGURE:  # the plan has moved on since
            latest = latest.model_copy(update={"expected": expected_level(goal, self.today)})
        if latest.resting:
            return latest.model_copy(update={"resting": False})
        if latest.nudged or latest.words:  # they answered, though no figure could be read
            return None
        return latest.model_copy(update={"nudged": True})

    def _keep(self, row: Schedule, goal: Goal, check_in: CheckIn) -> None:
        """Keep what was asked; an older question to the same end is closed, an older message redrawn."""
        if row.kind is ScheduleKind.REMIND:
            before = self.uow.check_ins.get(check_in.workspace, check_in.id) or check_in
            self.uow.check_ins.save(check_in)
            self._outdated[before.said] = None
            if not check_in.nudged:
                self._remind_later(row.id.removeprefix("r"), goal)
            return
        history = remembered(self.uow, goal.workspace, goal.id, self.person.user)
        for old in history:
            if old.state is CheckInState.ASKED:
                self.uow.check_ins.save(old.model_copy(update={"state": CheckInState.MISSED}))
                self._outdated[old.said] = None
        self.uow.check_ins.add(check_in)
        if may_remind(goal, [check_in, *history], intensity_of(goal, self.person)):
            self._remind_later(row.id, goal)

    def _remind_later(self, of: str, goal: Goal) -> None:
        """Ask once more where no answer comes, unless the next check-in comes first."""
        at = self._working_from(self.today + timedelta(days=REMIND_AFTER))
        following = self._after(goal, self.ends)
        if at.astimezone(self.person.tz).date() <= goal.deadline and (following is None or at < following):
            row = reminder(of, goal, self.person, at)
            self.uow.schedules.put(row)
            self.next[row.id] = at  # it may be the very row that came due: one that was put off

    # --- small things ---
    def _latest(self, goal: Goal) -> CheckIn | None:
        """The person's last check-in; one that had no room is as if it had not come due."""
        history = remembered(self.uow, goal.workspace, goal.id, self.person.user)
        return next((one for one in history if one.skipped not in HAD_NO_ROOM), None)

    def _after(self, goal: Goal, midnight: datetime) -> datetime | None:
        """The goal's next check-in from a midnight on; looked for once."""
        key = goal.id, midnight
        if key not in self._coming:
            self._coming[key] = next_check_in(goal, self.person, midnight - timedelta(seconds=1))
        return self._coming[key]

    def _goal(self, row: Schedule) -> Goal | None:
        """The goal, while it runs."""
        goal = self.uow.goals.get(row.workspace, row.goal) if row.goal is not None else None
        return awake(self.uow, goal, self.today) if goal is not None and goal.state in RUNNING else None

    def _say(self, speech: Speech, key: str) -> bool:
        added = self.uow.outbox.add(
            Outgoing(
                workspace=self.person.workspace,
                to=self.person.user,
                language=self.person.language,
                speech=speech,
                dedupe_key=key,
                lane=Lane.NUDGE,
                at=self.now,
            )
        )
        self.due.enqueued += added
        return added

    def _put_off(self, rows: Iterable[Schedule]) -> None:
        """The day has had its message: these come on the next working day."""
        tomorrow = self._tomorrow()
        for row in rows:
            goal = self._goal(row)
            at = self._at_its_hour(tomorrow, goal) if goal is not None and self._is_chosen(row) else tomorrow
            self.next[row.id] = self._moved(row, at, SkipReason.CAPPED)

    def _moved(self, row: Schedule, at: datetime, why: SkipReason) -> datetime:
        """When something comes that cannot come now; left out where the next check-in is there by then."""
        goal = self._goal(row)
        if row.kind is not ScheduleKind.CHECK_IN or goal is None or row.due_at is None:
            return at
        following = self._after(goal, self.ends)
        if following is None or following >= self._midnight_after(self._local(at)):
            return at
        last = self._catch_up(row, goal)
        if self._local(last) < self._local(following):
            self._skip(goal, self._local(last), why)
        return following

    def _skip(self, goal: Goal, day: date, why: SkipReason) -> None:
        """Keep why a check-in was not asked."""
        self.uow.check_ins.add(
            CheckIn(
                id=self.due.ids.new(),
                workspace=goal.workspace,
                goal=goal.id,
                user=self.person.user,
                asked_at=self.now,
                due_on=day,
                state=CheckInState.SKIPPED,
                skipped=why,
            )
        )

    def _local(self, moment: datetime) -> date:
        return moment.astimezone(self.person.tz).date()

    def _midnight_after(self, day: date) -> datetime:
        return instant(day + DAY, time(0), self.person.tz)

    def _tomorrow(self) -> datetime:
        return self._working_from(self.today + DAY)

    def _at_its_hour(self, day: datetime, goal: Goal) -> datetime:
        """The hour that was chosen for a goal's questions, on a day."""
        return instant(self._local(day), hour_of(goal, self.person), self.person.tz)

    def _working_from(self, day: date) -> datetime:
        """The same time of day as now, on the first working day from a day on."""
        at = self.now.astimezone(self.person.tz).time().replace(second=0, microsecond=0)
        return next_working_instant(
            instant(day, at, self.person.tz), self.person.tz, calendar_of(self.person), *hours_of(self.person)
        ).astimezone(UTC)
