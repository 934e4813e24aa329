"""The day and the hour of a channel's posts: chosen by whoever leads a goal there, for all of its goals."""

from datetime import datetime, time

from coach.following import ScheduleKind
from coach.goal import Goal
from coach.messages import home
from coach.messages import posts as say
from coach.messages.base import Channel
from coach.messages.cards import ChoiceHour, ChoiceWeekday
from coach.posting import Rhythm
from coach.speech import Picker, PickerKind, Row, Verb
from coach.usecases.call import Call
from coach.usecases.posting import first_to_come

WORKDAYS = 5
HOURS = tuple(time(hour, minute) for hour in range(8, 18) for minute in (0, 30))


def time_row(goal: Goal, rhythm: Rhythm) -> Row:
    """The lists that change when a channel has its posts."""
    days = sorted({*range(WORKDAYS), rhythm.weekday})
    hours = sorted({*HOURS, rhythm.at})
    day = Picker(
        PickerKind.ONE_OF,
        Verb.SET_POST_DAY,
        say.PickPostDay(),
        goal.id,
        options=tuple((str(one), ChoiceWeekday(one)) for one in days),
        chosen=(str(rhythm.weekday),),
    )
    hour = Picker(
        PickerKind.ONE_OF,
        Verb.SET_POST_HOUR,
        say.PickPostHour(),
        goal.id,
        options=tuple((f"{one:%H:%M}", ChoiceHour(one)) for one in hours),
        chosen=(f"{rhythm.at:%H:%M}",),
    )
    return Row((day, hour))


def choose(call: Call, rhythm: Rhythm, verb: Verb, value: str) -> None:
    """Take a day or an hour for a channel's posts; the next post of each of its goals moves there.

    Args:
        call: Who chose it.
        rhythm: The channel's, as it was.
        verb: What was chosen.
        value: The weekday (0 is Monday) or the hour.
    """
    if verb is Verb.SET_POST_DAY and value in {str(day) for day in range(7)}:
        move(call, rhythm, int(value), None)
    elif verb is Verb.SET_POST_HOUR and (at := _time(value)) is not None:
        move(call, rhythm, None, at)
    else:
        call.say(home.GoneAlready())


def move(call: Call, rhythm: Rhythm, weekday: int | None, at: time | None) -> None:
    """Give a channel's posts another day, another hour, or both, and say when the next one comes.

    Args:
        call: Who wants it.
        rhythm: The channel's, as it was.
        weekday: The new day, 0 is Monday; None: as it was.
        at: The new hour; None: as it was.
    """
    weekday, at = rhythm.weekday if weekday is None else weekday, at or rhythm.at
    changed = rhythm.model_copy(update={"weekday": weekday, "at": at, "skips": None})
    local = keep_rhythm(call, changed).astimezone(rhythm.tz)
    call.say(say.PostTimesKept(Channel(rhythm.channel), weekday, at, local.date()))


def keep_rhythm(call: Call, rhythm: Rhythm) -> datetime:
    """Keep a channel's new day and hour; its next post, which is moved there with each of its goals (UTC)."""
    call.uow.posts.set_rhythm(rhythm)
    following = first_to_come(call.uow, rhythm, call.now)
    for goal in call.uow.goals.of_channel(rhythm.workspace, rhythm.channel):
        comes = following if following.astimezone(rhythm.tz).date() <= goal.deadline else None
        for row in call.uow.schedules.of_goal(rhythm.workspace, goal.id):
            if row.kind is ScheduleKind.POST:
                update = {"due_at": comes, "tries": 0, "trouble": None}
                call.uow.schedules.put(row.model_copy(update=update))
    return following


def _time(value: str) -> time | None:
    try:
        return time.fromisoformat(value)
    except ValueError:
        return None
