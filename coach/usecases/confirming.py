"""A whole draft becomes a goal: rows for what is due, and word to everybody whom it concerns."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from coach.cards import goal_sentence, joined_actions
from coach.draft import Draft, DraftState
from coach.following import Schedule, ScheduleKind
from coach.goal import Goal
from coach.making import goal_of
from coach.messages import announcing, choices
from coach.messages import cards as say
from coach.messages import dialogue as label
from coach.messages.base import Channel, Message, Person
from coach.messages.guards import GuardOnCard, guard_holds
from coach.messages.home import LabelOpen
from coach.messages.nudges import FirstCheckInAbout
from coach.messages.replanning import HandedOver
from coach.milestones import first_stage
from coach.naming import metric_of
from coach.outgoing import Lane
from coach.people import Profile
from coach.quantity import Quantity
from coach.questions import owner_of
from coach.scheduling import BREATHER, schedules_of
from coach.speech import Button, Divider, Line, Part, Row, Speech, Style, Verb
from coach.usecases.call import Call
from coach.usecases.cascade import offer_link, signal_shared_wish
from coach.usecases.load import load_parts
from coach.usecases.post_times import keep_rhythm
from coach.usecases.posting import first_to_come, rhythm_of


def confirm(call: Call, draft: Draft) -> None:
    """Make the goal, with its check-ins, posts and end as rows, and tell everybody."""
    people = _people(call, draft)
    gone = next((profile for profile in people.values() if profile.deactivated), None)
    if gone is not None:
        call.say(label.PersonIsGone(owner_of(draft.model_copy(update={"owner": gone.user}))))
        return
    goal = goal_of(draft, call.ids.new(), call.now, call.today)
    call.uow.goals.add(goal)
    call.uow.drafts.save(
        draft.model_copy(update={"state": DraftState.CONFIRMED, "asked": None, "touched_at": call.now})
    )
    owner = people.get(goal.owner, call.person)
    _keep_post_time(call, draft, goal, owner)
    coming = schedules_of(goal, people, call.ids, call.now)
    schedules = [_at_its_channels(call, goal, owner, one) for one in coming]
    for schedule in schedules:
        call.uow.schedules.put(schedule)
    sentence = Line(goal_sentence(draft))
    if call.pressed is not None:
        call.say(_settled_card(sentence), language=goal.language, replaces=call.pressed)
    first = min(
        (
            s.due_at
            for s in schedules
            if s.kind is ScheduleKind.CHECK_IN and s.user == owner.user and s.due_at
        ),
        default=None,
    )
    parts: list[Part] = [Line(say.Confirmed())]
    asked = [Line(_first_check_in(goal, owner, first))] if first is not None else []
    parts += asked if goal.owner == call.user else [Line(say.OwnerIsTold(Person(user=goal.owner)))]
    if goal.channel is not None:
        weekday = rhythm_of(call.uow, goal, owner).weekday  # what is promised now holds from now on
        moved = draft.post_weekday in {None, weekday}
        posts = say.PostsTo if moved else say.PostsWithOthers
        parts.append(Line(posts(Channel(goal.channel), weekday)))
        if call.uow.posts.last(call.workspace, goal.channel, call.now) is None:
            parts.append(Line(say.InviteToPost(), Style.QUIET))  # nobody knows yet whether it can write there
        call.say(_announcement(goal, sentence), to=goal.channel, language=goal.language, lane=Lane.POST)
    else:
        parts.append(Line(say.NoChannel(), Style.QUIET))
    parts += load_parts(call, goal)
    parts += _later(draft)
    call.say(Speech(tuple(parts)), language=goal.language)
    offer_link(call, goal)
    _tell_owner(call, goal, sentence, asked)
    _tell_contributors(call, goal, sentence)
    signal_shared_wish(call, goal)


def _keep_post_time(call: Call, draft: Draft, goal: Goal, owner: Profile) -> None:
    """Let the channel have its posts on the day that was told while the goal was made.

    Where it has them already for other goals, whoever leads there says when: a new goal moves none of them.
    """
    if goal.channel is None or draft.post_weekday is None:
        return
    if any(one.id != goal.id for one in call.uow.goals.of_channel(call.workspace, goal.channel)):
        return
    rhythm = rhythm_of(call.uow, goal, owner)
    at = draft.post_at or rhythm.at
    keep_rhythm(call, rhythm.model_copy(update={"weekday": draft.post_weekday, "at": at, "skips": None}))


def _at_its_channels(call: Call, goal: Goal, owner: Profile, schedule: Schedule) -> Schedule:
    """A new goal's post at the time of its channel's, where that has one already."""
    if schedule.kind is not ScheduleKind.POST:
        return schedule
    rhythm = rhythm_of(call.uow, goal, owner)
    due = first_to_come(call.uow, rhythm, call.now + BREATHER)
    comes = due.astimezone(owner.tz).date() <= goal.deadline
    return schedule.model_copy(update={"due_at": due if comes else None})


def _first_check_in(goal: Goal, owner: Profile, first: datetime) -> Message:
    """When the owner is asked first: at the hour that was chosen, else in the morning."""
    local = first.astimezone(owner.tz)
    if goal.check_in.before or not goal.check_in.chosen:
        starts = local.replace(minute=0)
        return FirstCheckInAbout(local.date(), starts.time(), (starts + timedelta(hours=1)).time())
    return say.FirstCheckIn(local.date(), goal.check_in.at)


def _people(call: Call, draft: Draft) -> dict[str, Profile]:
    """The profiles of the owner and the contributors, as far as Jalon has met them."""
    users = {draft.author, draft.owner or draft.author, *draft.contributors}
    found = (call.uow.people.get(call.workspace, user) for user in users)
    return {profile.user: profile for profile in found if profile is not None}


def _settled_card(sentence: Line) -> Speech:
    return Speech((Line(say.ConfirmedTitle(), Style.HEADING), sentence))


def _later(draft: Draft) -> Sequence[Part]:
    """The other goal that was kept, with a button that begins it."""
    if not draft.later:
        return ()
    part = draft.later[0]
    button = Button(Verb.NEW_GOAL, choices.LabelOther(), "", value=part)
    return (Divider(), Line(say.LaterPart(part)), Row((button,)))


def _announcement(goal: Goal, sentence: Line) -> Speech:
    """What the channel reads when the goal begins."""
    parts: list[Part] = [Line(announcing.ChannelGoalTitle()), sentence]
    if goal.relevance:
        parts.append(Line(announcing.ChannelGoalWhy(goal.relevance)))
    if goal.plan is not None and goal.target is not None:
        stage = first_stage(goal.plan)
        level = Quantity(value=stage.level, unit=goal.target.unit)
        parts.append(Line(announcing.ChannelGoalFirst(stage.end, level), Style.QUIET))
    return Speech((*parts, *_guard(goal)))


def _guard(goal: Goal) -> tuple[Part, ...]:
    """What must not break: everybody whose work moves the figure knows of it from the start."""
    if goal.guard is None or goal.guard.limit is None:
        return ()
    return (Line(GuardOnCard(guard_holds(goal.guard)), Style.QUIET),)


def _tell_owner(call: Call, goal: Goal, sentence: Line, asked: Sequence[Part]) -> None:
    """Whoever is to lead a goal that somebody else has set reads so, and when they are asked first."""
    if goal.owner == call.user:
        return
    open_it = Row((Button(Verb.OPEN_GOAL, LabelOpen(), goal.id, goal.version),))
    parts = (
        Line(HandedOver(Person(user=call.user), metric_of(goal))),
        sentence,
        *_guard(goal),
        *asked,
        open_it,
    )
    language = call.language_of(goal.owner)
    call.say(Speech(parts), to=goal.owner, language=language, lane=Lane.NUDGE, key=f"leads:{goal.id}")


def _tell_contributors(call: Call, goal: Goal, sentence: Line) -> None:
    """Everybody who takes part reads what the goal is and what is theirs to do."""
    for user in goal.contributors:
        if user == goal.owner:
            continue
        parts: list[Part] = [Line(announcing.JoinedTitle(Person(user=call.user))), sentence]
        parts += (*joined_actions(goal), *_guard(goal))
        call.say(Speech(tuple(parts)), to=user, language=call.language_of(user), lane=Lane.NUDGE)
