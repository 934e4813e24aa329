"""What could not be said: whoever waits for it is told once, with a reference and a way out."""

from datetime import datetime

from coach.following import Schedule, ScheduleKind
from coach.messages.base import Channel, Message
from coach.messages.lost import DigestStopped, MessageLost, PostLost, Stop, Stopped
from coach.naming import metric_of
from coach.outgoing import Lane, Outgoing, Parcel
from coach.ports import UnitOfWork
from coach.speech import Line, Speech

MARK = "lost:"
"""How the keys of these messages begin: of one that is lost in its turn, nothing more is said."""


def tell_lost(uow: UnitOfWork, parcel: Parcel, reference: str, now: datetime) -> int:
    """A message was given up, by no fault of its reader's; how many people are told.

    Of several on one day, each is told of the first.

    Args:
        uow: A transaction of its own.
        parcel: The message.
        reference: What the log has it under.
        now: The instant.
    """
    if parcel.dedupe_key.startswith(MARK):
        return 0
    key = f"{MARK}{parcel.to}:{now:%Y-%m-%d}"
    if parcel.to.startswith(("U", "W")):
        return _tell(uow, parcel.workspace, parcel.to, MessageLost(reference), key, now)
    says = PostLost(Channel(parcel.to), reference)
    owners = {goal.owner: None for goal in uow.goals.of_channel(parcel.workspace, parcel.to)}
    return sum(_tell(uow, parcel.workspace, one, says, f"{key}:{one}", now) for one in owners)


def tell_stopped(uow: UnitOfWork, schedule: Schedule, reference: str, now: datetime) -> int:
    """Something that was due was given up; how many people are told.

    Args:
        uow: A transaction of its own.
        schedule: What was due.
        reference: What the log has it under.
        now: The instant.
    """
    key = f"{MARK}{schedule.id}:{now:%Y-%m-%d}"
    if schedule.kind is ScheduleKind.DIGEST:
        reader = schedule.user or ""
        return _tell(uow, schedule.workspace, reader, DigestStopped(reference), key, now)
    goal = uow.goals.get(schedule.workspace, schedule.goal) if schedule.goal is not None else None
    if goal is None:
        return 0
    says = Stopped(Stop(schedule.kind.value), metric_of(goal), reference)
    return _tell(uow, schedule.workspace, goal.owner, says, key, now)


def _tell(uow: UnitOfWork, workspace: str, user: str, says: Message, key: str, now: datetime) -> int:
    reader = uow.people.get(workspace, user)
    if reader is None or reader.deactivated:
        return 0
    speech = Speech((Line(says),))
    return uow.outbox.add(
        Outgoing(
            workspace=workspace,
            to=reader.user,
            language=reader.language,
            speech=speech,
            dedupe_key=key,
            lane=Lane.NUDGE,
            at=now,
        )
    )
