"""A lead's weekly overview: each goal they lead or have set, what changed, who needs something, one idea."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from coach.broken_guard import guard_line
from coach.cards import person_of
from coach.earlier_plans import as_of
from coach.following import CheckIn, CheckInAsks, CheckInState, ScheduleKind, SkipReason
from coach.goal import Goal, GoalState
from coach.messages import digest as say
from coach.messages import home as label
from coach.messages.base import Message, Person
from coach.messages.commands import MoreInHome
from coach.messages.digest import Suggestion
from coach.messages.following import Standing
from coach.messages.nudges import LabelChange
from coach.naming import metric_of
from coach.nudges import is_silent, silent_people, status_changed
from coach.people import Profile
from coach.ports import UnitOfWork
from coach.progress import Progress, Status, assess
from coach.scheduling import digest_before, digest_of
from coach.speech import Button, Divider, Line, Part, Row, Speech, Style, Verb
from coach.usecases.absences import absences_of, just_away

SHOWN = 8
"""Goals of an overview; a message holds 50 blocks."""
WEEK = timedelta(days=7)
LOOKED_BACK = timedelta(days=14)
"""How long a blockage is told of: some answer a week late, and others are blocked for longer than that."""
_ALIKE = frozenset({Status.ON_TRACK, Status.CLOSE, Status.WITHIN_NOISE})
"""Chance moves a figure from one to the other: that is no news."""
_UNKNOWN = frozenset({None, Status.WAITING, Status.STALE})
"""Nobody knew: that somebody does now is no change of the goal's."""
THANKS_EVERY = 4
"""Weeks from one idea to thank the team to the next, while all goes well."""
NAMED = 5
"""People who are named in one line; the Home shows all of them."""


def leads_a_team(goal: Goal, user: str) -> bool:
    """Whether somebody leads a goal in which others take part."""
    return goal.owner == user and any(one != user for one in goal.contributors)


def _entrusted(goal: Goal, user: str) -> bool:
    """Whether somebody has set a goal that somebody else leads."""
    return goal.author == user != goal.owner


def bring_overviews(
    uow: UnitOfWork, owner: Profile, goals: Sequence[Goal], now: datetime, *, has_overview: bool
) -> None:
    """See that the overview comes to whoever leads these goals with a team, and to whoever has set them.

    Args:
        uow: The transaction.
        owner: Who was just asked about the goals.
        goals: The goals.
        now: The instant.
        has_overview: Whether the owner has one coming already.
    """
    if not has_overview and any(leads_a_team(goal, owner.user) for goal in goals):
        uow.schedules.put(digest_of(owner, now))
    for user in sorted({goal.author for goal in goals if goal.owner == owner.user} - {owner.user}):
        author = uow.people.get(owner.workspace, user)
        coming = uow.schedules.of_person(owner.workspace, user)
        known = any(one.kind is ScheduleKind.DIGEST for one in coming)
        if author is not None and not author.deactivated and not known:
            uow.schedules.put(digest_of(author, now))


def digest_speech(uow: UnitOfWork, lead: Profile, today: date, now: datetime) -> Speech | None:
    """The overview; None where no goal with a team of theirs is under way, and none that they have set.

    Args:
        uow: Where everything is.
        lead: Who reads it.
        today: Their local date.
        now: The instant.
    """
    every = uow.goals.of_person(lead.workspace, lead.user)
    running = [goal for goal in every if goal.state is GoalState.ACTIVE and today <= goal.deadline]
    goals = [goal for goal in running if goal.owner == lead.user]
    others = [goal for goal in running if _entrusted(goal, lead.user)]
    if not others and not any(leads_a_team(goal, lead.user) for goal in goals):
        return None
    goals += others
    last = digest_before(lead, now)
    parts: list[Part] = [Line(say.DigestTitle(), Style.HEADING)]
    ideas: set[Suggestion] = set()
    for number, goal in enumerate(goals[:SHOWN]):
        if number:
            parts.append(Divider())
        parts += _without(_goal(uow, goal, lead, now, last), ideas)
    if len(goals) > SHOWN:
        parts.append(Line(MoreInHome(len(goals) - SHOWN), Style.QUIET))
    return Speech(tuple(parts))


def _without(parts: Sequence[Part], ideas: set[Suggestion]) -> list[Part]:
    """A goal's parts without an idea that the overview has given already."""
    kept: list[Part] = []
    for part in parts:
        idea = part.message if isinstance(part, Line) else None
        if isinstance(idea, say.DigestSuggestion):
            if idea.suggestion in ideas:
                continue
            ideas.add(idea.suggestion)
        kept.append(part)
    return kept


def _goal(uow: UnitOfWork, goal: Goal, reader: Profile, now: datetime, last: datetime) -> list[Part]:
    """A goal as the overview tells it; whoever leads it has the ideas, whoever has set it reads the rest."""
    today = now.astimezone(reader.tz).date()
    figures = uow.measurements.of_goal(goal.workspace, goal.id)
    progress = assess(goal, figures, today)
    asked = uow.check_ins.of_goal(goal.workspace, goal.id, today - LOOKED_BACK)
    latest = _latest_of_each(asked, today - WEEK, today)
    blocked = _still_blocked(asked, today)
    unheard = silent_people(asked, today, now - WEEK)
    absences = absences_of(uow, goal.workspace, goal.contributors, today)
    absent = {one.person for one in absences if one.covers(today)}
    away = [user for user in goal.contributors if user in absent]
    not_waited_for = just_away(uow, goal, unheard, today) | {goal.owner, reader.user}
    unheard = {user: one for user, one in unheard.items() if user not in not_waited_for}
    silent = [user for user, one in unheard.items() if one.skipped is not SkipReason.QUIET]
    quiet = len(unheard) - len(silent)
    parts: list[Part] = [Line(_headline(goal, progress))]
    if _entrusted(goal, reader.user):
        parts.append(Line(say.DigestLedBy(person_of(goal)), Style.ITEM))
    before = status_changed(goal, figures, now, last, today, last.date())
    if goal.plan is not None and as_of(goal, last) is not goal:
        parts.append(Line(say.DigestPlannedAnew(goal.plan.start), Style.ITEM))
        before = None  # another plan is no change of how the work goes
    elif before is not None and before not in _UNKNOWN and not {before, progress.status} <= _ALIKE:
        parts.append(Line(say.DigestChanged(Standing(before), Standing(progress.status)), Style.ITEM))
    if (broken := guard_line(goal)) is not None:
        parts.append(Line(broken, Style.ITEM))
    parts += [Line(_blocked(one), Style.ITEM) for one in blocked[:NAMED]]
    if silent:
        parts.append(Line(say.DigestNoAnswer(len(silent), _people(silent)), Style.ITEM))
    if quiet:
        parts.append(Line(say.DigestQuiet(quiet), Style.ITEM))
    if away:
        parts.append(Line(say.DigestAway(len(away), _people(away)), Style.ITEM))
    idea = suggestion(progress.status, blocked=bool(blocked), silent=len(silent), asked=len(latest) - quiet)
    if broken is not None:
        idea = Suggestion.GUARD
    if idea is Suggestion.CELEBRATE and before is None:
        idea = Suggestion.THANK  # it was celebrated when it was new
    unmeasured = idea is Suggestion.MEASURE and progress.status is Status.WAITING
    unasked = unmeasured and not _was_asked(uow, goal, today)
    changed = before is not None and leads_a_team(goal, goal.owner)
    mine = goal.owner == reader.user
    if mine and (changed or _is_worth_saying(idea, goal, today, unasked=unasked)):
        parts.append(Line(say.DigestSuggestion(idea)))
    buttons = [Button(Verb.OPEN_GOAL, label.LabelOpen(), goal.id, goal.version)]
    if mine and idea is Suggestion.CHANGE:
        buttons.append(Button(Verb.CHANGE_GOAL, LabelChange(), goal.id, goal.version))
    return [*parts, Row(tuple(buttons))]


def _is_worth_saying(idea: Suggestion, goal: Goal, today: date, *, unasked: bool) -> bool:
    """Whether an idea is given: thanks to a team, not every week; who reads the figure, once it was asked."""
    if idea is Suggestion.THANK:
        return leads_a_team(goal, goal.owner) and today.isocalendar().week % THANKS_EVERY == 0
    return not unasked


def _was_asked(uow: UnitOfWork, goal: Goal, today: date) -> bool:
    """Whether the goal's figure was asked for before today."""
    asked = uow.check_ins.of_goal(goal.workspace, goal.id)
    return any(one.asks is CheckInAsks.FIGURE and one.due_on < today for one in asked)


def suggestion(status: Status, *, blocked: bool, silent: int, asked: int) -> Suggestion:
    """The one thing that helps most now: one lever at a time, thanks where it goes well."""
    if blocked:
        return Suggestion.UNBLOCK
    if status is Status.ACHIEVED:
        return Suggestion.CELEBRATE
    if asked and silent * 2 > asked:
        return Suggestion.TALK
    match status:
        case Status.OFF_TRACK | Status.MISSED:
            return Suggestion.CHANGE
        case Status.AT_RISK:
            return Suggestion.ONE_LEVER
        case Status.WAITING | Status.STALE:
            return Suggestion.MEASURE
        case Status.WITHIN_NOISE:
            return Suggestion.WAIT
        case Status.CLOSE:
            return Suggestion.HOLD
        case _:
            return Suggestion.THANK


def _headline(goal: Goal, progress: Progress) -> Message:
    if progress.latest is None or goal.target is None:
        return say.DigestGoalNoFigure(metric_of(goal), goal.deadline)
    standing = Standing(progress.status)
    day = progress.measured_on or progress.today
    return say.DigestGoal(metric_of(goal), progress.latest, day, goal.target, goal.deadline, standing)


def _latest_of_each(asked: Sequence[CheckIn], since: date, today: date) -> list[CheckIn]:
    """Each person's last check-in after a day, by person; what was left out counts where nobody answered."""
    found: dict[str, CheckIn] = {}
    for one in asked:
        told = one.state is not CheckInState.SKIPPED or is_silent(one)
        if since < one.due_on <= today and told:
            found[one.user] = one
    return [found[user] for user in sorted(found)]


def _still_blocked(asked: Sequence[CheckIn], today: date) -> list[CheckIn]:
    """Who is blocked, by person: a question that came since and has no answer does not end that."""
    answered = [one for one in asked if not is_silent(one) and one.state is not CheckInState.SKIPPED]
    latest = _latest_of_each(answered, today - LOOKED_BACK, today)
    return [one for one in latest if one.state is CheckInState.BLOCKED]


def _blocked(one: CheckIn) -> Message:
    who = Person(user=one.user)
    return say.DigestBlocked(who, one.words) if one.words else say.DigestBlockedOnly(who)


def _people(users: Sequence[str]) -> tuple[Person, ...]:
    return tuple(Person(user=user) for user in users[:NAMED])
