"""A desk whose goals are told to a channel, and what is read there."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from coach.goal import Goal, Measurement
from coach.messages.base import Message
from coach.outgoing import MessageRef, Outgoing
from coach.scheduling import schedules_of
from coach.speech import Button, Row, Verb
from tests.coach.desk import PARIS, WORKSPACE, Desk, goal, percent, person
from tests.coach.talk import messages_of

LEAD = person("lead")
TUESDAY = datetime(2027, 1, 12, 10, 0, tzinfo=PARIS)
WEEK = timedelta(weeks=1)


def desk_with(*goals: Goal) -> Desk:
    """A desk with several goals in one channel, all led by `lead`."""
    desk = Desk(goals[0], (LEAD,))
    with desk.memory.open_uow() as uow:
        for one in goals[1:]:
            uow.goals.add(one)
            for schedule in schedules_of(one, {"lead": LEAD}, desk.ids, one.confirmed_at):
                uow.schedules.put(schedule)
        uow.commit()
    return desk


def other(name: str, **values: object) -> Goal:
    return goal().model_copy(update={"id": name, **values})


def figure(desk: Desk, value: float, on: datetime, of: str = "g1", **values: object) -> str:
    """A figure comes in, without any message."""
    name = desk.ids.new()
    made = {
        "id": name,
        "goal": of,
        "author": "lead",
        "value": percent(value),
        "measured_on": on.date(),
        "recorded_at": on,
    }
    with desk.memory.open_uow() as uow:
        uow.measurements.add(WORKSPACE, Measurement.model_validate(made | values))
        uow.commit()
    return name


def in_channel(desk: Desk) -> list[Outgoing]:
    return [one for one in desk.news() if one.to == "C1"]


def read(post: Outgoing) -> list[Message]:
    return messages_of(post.speech)


def found(messages: Sequence[Message], kind: type[Message]) -> list[Message]:
    return [message for message in messages if isinstance(message, kind)]


def buttons(post: Outgoing) -> dict[Verb, Button]:
    rows = [part for part in post.speech.parts if isinstance(part, Row)]
    return {one.verb: one for row in rows for one in row.elements if isinstance(one, Button)}


def arrive(desk: Desk) -> None:
    """Everything that was put in line is sent."""
    now = desk.clock.now()
    while parcels := desk.memory.queue.claim(now, timedelta(minutes=1), 100):
        for number, parcel in enumerate(parcels):
            desk.memory.queue.mark_sent(parcel.id, MessageRef(channel=parcel.to, ts=f"{number}.1"), now)
