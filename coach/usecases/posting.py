"""Channels' progress posts: each comes out once, can be seen before, sent early, left out, put right."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from coach.following import CheckInAsks, CheckInState
from coach.goal import Goal, Measurement
from coach.messages import following as said
from coach.messages import posts as say
from coach.messages.base import Channel, Message
from coach.milestones import coming_stage, held, milestones, reached, stage_missed, tells_of, was_reached
from coach.outgoing import Lane, Outgoing
from coach.people import Profile
from coach.pictures import picture_of
from coach.ports import UnitOfWork
from coach.post_speech import News, fell_back, post_speech
from coach.posting import LATE, WEEK, Post, PostKind, Rhythm, Told, kind_of, last_post, next_post, week_of
from coach.progress import all_figures, assess, valid_measurements
from coach.quantity import Quantity
from coach.scheduling import POST_AT, post_weekday
from coach.speech import Line, Speech
from coach.usecases.due import Due

SMALLEST_GROUP = 3
"""Figures of fewer people than this are not shown to others (DOMAIN.md: private before public)."""
TELLS = frozenset({CheckInState.ANSWERED, CheckInState.BLOCKED})
"""Answers that say how often an action was done: what came in the way was not done any more."""


def post(due: Due, goal: Goal) -> datetime | None:
    """A goal's posting time: tell its channel where all of its goals stand, once; when it comes again.

    Every goal of a channel wakes us; the first that does makes the post, and the others find it there.
    """
    owner = due.leader(goal)
    if owner is None or goal.channel is None:
        return None
    rhythm = rhythm_of(due.uow, goal, owner)
    nominal = last_post(rhythm, due.now)
    if nominal is not None and _is_wanted(due, rhythm, nominal):
        due.enqueued += send(due.uow, rhythm, nominal, due.now, unless_quiet=True)
    following = next_post(rhythm, due.now)
    return following if following.astimezone(owner.tz).date() <= goal.deadline else None


def _is_wanted(due: Due, rhythm: Rhythm, nominal: datetime) -> bool:
    """Whether the post of an instant is still to come out, and something is there to tell."""
    if due.now - nominal > LATE or rhythm.skips == nominal:
        return False
    if is_told(due.uow, rhythm, nominal):
        return False
    return bool(due.uow.goals.of_channel(rhythm.workspace, rhythm.channel))


def is_told(uow: UnitOfWork, rhythm: Rhythm, nominal: datetime) -> bool:
    """Whether the week of a post has had its post: on that day, or on the one that was its day before."""
    begins, ends = week_of(rhythm, nominal)
    last = uow.posts.last(rhythm.workspace, rhythm.channel, ends)
    return last is not None and last.due_at >= begins


def first_to_come(uow: UnitOfWork, rhythm: Rhythm, now: datetime) -> datetime:
    """The nominal instant of the first post after now that has not gone out."""
    due = next_post(rhythm, now)
    while is_told(uow, rhythm, due):
        due = next_post(rhythm, due)
    return due


def rhythm_of(uow: UnitOfWork, goal: Goal, owner: Profile) -> Rhythm:
    """When the goal's channel has its posts; the first goal there gives the day, zone and language."""
    assert goal.channel is not None
    every = uow.goals.of_channel(goal.workspace, goal.channel)
    begun = min((one.start for one in every), default=goal.start)
    known = uow.posts.rhythm(goal.workspace, goal.channel)
    if known is not None:
        return known.model_copy(update={"begun": begun})
    made = Rhythm(
        workspace=goal.workspace,
        channel=goal.channel,
        weekday=post_weekday(goal),
        at=POST_AT,
        zone=owner.zone,
        country=owner.country,
        region=owner.region,
        language=goal.language,
        begun=begun,
    )
    uow.posts.set_rhythm(made)
    return made


def send(
    uow: UnitOfWork, rhythm: Rhythm, nominal: datetime, now: datetime, *, unless_quiet: bool = False
) -> bool:
    """Put a channel's post in line and keep what it tells; whether there was one.

    Args:
        uow: The transaction.
        rhythm: The channel's.
        nominal: The post's instant.
        now: The instant.
        unless_quiet: Leave out a weekly post that has nothing new after one that had nothing new either.
    """
    made, speech = _compose(uow, rhythm, nominal, now)
    before = uow.posts.last(rhythm.workspace, rhythm.channel, nominal)
    quiet = made.kind is PostKind.WEEKLY and not made.has_news and before is not None and not before.has_news
    if quiet and unless_quiet:
        return False
    uow.posts.put(made)
    _say(uow, rhythm, speech, made.key, now)
    return True


def has_news(uow: UnitOfWork, rhythm: Rhythm, nominal: datetime, now: datetime) -> bool:
    """Whether the post of an instant would tell anything that the channel's last one did not."""
    last = uow.posts.last(rhythm.workspace, rhythm.channel, nominal)
    return last is None or _compose(uow, rhythm, nominal, now)[0].has_news


def preview(uow: UnitOfWork, rhythm: Rhythm, nominal: datetime, now: datetime) -> Speech:
    """The post of an instant as it would be now, headed by the day on which it comes."""
    headed = nominal.astimezone(rhythm.tz).date()
    return _compose(uow, rhythm, nominal, now, headed)[1]


def _compose(
    uow: UnitOfWork, rhythm: Rhythm, nominal: datetime, now: datetime, headed: date | None = None
) -> tuple[Post, Speech]:
    on, kind = now.astimezone(rhythm.tz).date(), kind_of(rhythm, nominal)
    before = uow.posts.last(rhythm.workspace, rhythm.channel, nominal)
    every = uow.goals.of_channel(rhythm.workspace, rhythm.channel)
    goals = [goal for goal in every if on <= goal.deadline] or every  # how the others end is told by itself
    news = [news_of(uow, goal, on, before) for goal in goals]
    if headed is not None and headed > on:  # what is next is next to those who will read it
        news = [replace(one, coming=coming_stage(one.goal, headed, one.progress.latest)) for one in news]
    made = Post(
        workspace=rhythm.workspace,
        channel=rhythm.channel,
        due_at=nominal,
        kind=kind,
        on=on,
        key=f"post:{rhythm.channel}:{nominal.isoformat()}",
        told=tuple(one.told for one in news),
    )
    return made, post_speech(news, kind, headed or on)


def news_of(uow: UnitOfWork, goal: Goal, on: date, before: Post | None) -> News:
    """Everything that a post says of a goal on a day.

    Args:
        uow: The transaction.
        goal: The goal.
        on: The day that the post speaks of.
        before: The channel's post before.
    """
    figures = uow.measurements.of_goal(goal.workspace, goal.id)
    progress = assess(goal, figures, on)
    standing = valid_measurements(goal, figures, on)
    since = before.on if before is not None else on - WEEK
    told = before.of(goal.id) if before is not None else None
    seen = [one for one in goal.guard_standing if one.measured_on <= on]
    earlier = _compared_with(goal, figures, on, before)
    return News(
        goal=goal,
        progress=progress,
        figure=standing[-1] if standing else None,
        before=told,
        reached=_to_celebrate(goal, figures, on, earlier),
        stages=milestones(goal),
        coming=coming_stage(goal, on, progress.latest),
        picture=picture_of(goal, figures, on),
        actions=_actions(uow, goal, since, on),
        held=_is_told_reached(goal, standing, before),
        earlier=earlier,
        passed=_passed(goal, figures, on, since, told),
        guard=seen[-1] if seen else None,
        guard_is_new=bool(seen) and seen[-1].measured_on > since,
    )


def _to_celebrate(goal: Goal, figures: Sequence[Measurement], on: date, earlier: Measurement | None) -> int:
    """How many milestones are reached and held by the latest figure: beside a fall nothing is celebrated."""
    standing = valid_measurements(goal, figures, on)
    if not standing or fell_back(goal, standing[-1], earlier or next(iter(standing[-2:-1]), None)):
        return 0
    return min(reached(goal, figures, on), held(goal, standing[-1].value))


def _compared_with(
    goal: Goal, figures: Sequence[Measurement], on: date, before: Post | None
) -> Measurement | None:
    """The figure that the latest one is compared with: the last one of the post before's day, or earlier.

    That post may have repeated an older one: what came in after it, of its own day, counts here.
    """
    every = all_figures(goal, figures, on)
    if before is None or not every:
        return None
    latest = every[-1].measured_on
    return next(
        (one for one in reversed(every) if one.measured_on < latest and one.measured_on <= before.on), None
    )


def _passed(
    goal: Goal, figures: Sequence[Measurement], on: date, since: date, told: Told | None
) -> Message | None:
    """What is said, once, of the last stage whose day is past and that is not reached."""
    stage, standing = stage_missed(goal, figures, on), valid_measurements(goal, figures, on)
    if stage is None or goal.target is None or not standing:
        return None
    level = Quantity(value=stage.level, unit=goal.target.unit)
    if tells_of(stage, standing[-1].measured_on):
        known = told is not None and told.measured_on is not None and tells_of(stage, told.measured_on)
        return None if known else say.PostStageMissed(level, stage.end)
    return say.PostStageOpen(level, stage.end) if since <= stage.end else None


def _is_told_reached(goal: Goal, standing: Sequence[Measurement], before: Post | None) -> bool:
    """Whether an earlier post has told that the target is reached."""
    told = before.of(goal.id) if before is not None else None
    if told is None or told.measured_on is None:
        return False
    return was_reached(goal, [one for one in standing if one.measured_on <= told.measured_on])


def _actions(uow: UnitOfWork, goal: Goal, since: date, on: date) -> tuple[int, int] | None:
    """How often the team's actions were done and wanted after a day, by those who answered.

    Who was silent or away has not said that nothing was done. None where fewer answered than are shown.
    """
    told = [
        one
        for one in uow.check_ins.of_goal(goal.workspace, goal.id, since)
        if one.asks is CheckInAsks.ACTION and since < one.due_on <= on and one.state in TELLS
    ]
    if len({one.user for one in told}) < SMALLEST_GROUP:
        return None
    return sum(one.counted for one in told), sum(one.wanted or 0 for one in told)


def _say(
    uow: UnitOfWork, rhythm: Rhythm, speech: Speech, key: str, now: datetime, edits: Post | None = None
) -> None:
    replaces = uow.outbox.sent(rhythm.workspace, edits.key) if edits is not None else None
    uow.outbox.add(
        Outgoing(
            workspace=rhythm.workspace,
            to=rhythm.channel,
            language=rhythm.language,
            speech=speech,
            dedupe_key=key,
            lane=Lane.POST,
            at=now,
            replaces=replaces,
        )
    )


# --- putting a post right ------------------------------------------------------------------------
def put_right(uow: UnitOfWork, goal: Goal, now: datetime) -> bool:
    """A goal's figures have changed: edit its channel's last post where it told one that no longer stands.

    A newer figure is news for the next post; only a figure that was corrected, taken back, or was provisional
    and is known by now, changes what was said.

    Returns:
        Whether the post is edited.
    """
    rhythm = uow.posts.rhythm(goal.workspace, goal.channel) if goal.channel is not None else None
    if rhythm is None:
        return False
    last = uow.posts.last(rhythm.workspace, rhythm.channel, now + timedelta(days=8))  # one sent early too
    told = last.of(goal.id) if last is not None else None
    if last is None or told is None:
        return False
    today = now.astimezone(rhythm.tz).date()
    note: Message | None = None
    if told.measurement is not None or last.edits:
        note = _what_became(uow, goal, last, told.measurement, today)
    if note is None and _guard_is_another(goal, told):
        note = say.PostCorrected(today)
    if note is None or uow.outbox.sent(rhythm.workspace, last.key) is None:
        return False
    before = uow.posts.last(rhythm.workspace, rhythm.channel, last.due_at)
    goals = [uow.goals.get(rhythm.workspace, one.goal) for one in last.told]
    news = [news_of(uow, one, last.on, before) for one in goals if one is not None]
    update = {
        "edits": last.edits + 1,
        "told": tuple(one.told for one in news),
        "at_first": last.at_first or last.told,
    }
    edited = last.model_copy(update=update)
    if isinstance(note, say.PostCorrected) and edited.tells_as_at_first:
        note = None  # the correction was taken back
    speech = post_speech(news, last.kind, last.on, note=note)
    uow.posts.put(edited)
    _say(uow, rhythm, speech, f"{last.key}:{edited.edits}", now, last)
    return True


def _guard_is_another(goal: Goal, told: Told) -> bool:
    """Whether the guard's figure that a post told was put right or taken back since."""
    return any(one.undone for one in goal.guard_figures if one.id and one.id == told.guard)


def _what_became(
    uow: UnitOfWork, goal: Goal, last: Post, measurement: str | None, today: date
) -> Message | None:
    """What became of the figure that a post told; None where it stands as it did."""
    figures = uow.measurements.of_goal(goal.workspace, goal.id)
    old = next((one for one in figures if one.id == measurement), None)
    standing = valid_measurements(goal, figures, last.on)
    now = standing[-1] if standing else None
    if last.edits and now is not None and now.measured_on == last.on and now.id != measurement:
        return say.PostCorrected(today)  # it takes the place of one that was taken back
    if old is None or (now is not None and now.id == old.id):
        return None
    if not _no_longer_stands(old, figures):
        return None
    same = now is not None and now.value.value == old.value.value and old.provisional
    return say.PostConfirmed(today) if same else say.PostCorrected(today)


def _no_longer_stands(old: Measurement, figures: Sequence[Measurement]) -> bool:
    replaced = any(one.corrects == old.id and not one.undone for one in figures)
    final = any(
        one.measured_on == old.measured_on and not one.provisional and not one.undone for one in figures
    )
    return old.undone or replaced or (old.provisional and final)


def tell_undeliverable(uow: UnitOfWork, workspace: str, channel: str, now: datetime) -> int:
    """A channel cannot be posted to: its goals' owners are told once each, with the way out."""
    told = 0
    for goal in uow.goals.of_channel(workspace, channel):
        owner = uow.people.get(workspace, goal.owner) or uow.people.get(workspace, goal.author)
        if owner is None:
            continue
        told += uow.outbox.add(
            Outgoing(
                workspace=workspace,
                to=owner.user,
                language=owner.language,
                speech=Speech((Line(said.CannotPost(Channel(channel))),)),
                dedupe_key=f"cannot-post:{goal.id}:{channel}",
                lane=Lane.NUDGE,
                at=now,
            )
        )
    return told
