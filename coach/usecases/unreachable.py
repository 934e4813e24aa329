"""Somebody cannot be reached any more: nothing more is asked of them, and whoever leads the goal is told."""

from datetime import datetime

from coach.goal import Goal, GoalState
from coach.messages import home as say
from coach.messages.base import Message, Person
from coach.naming import metric_of
from coach.outgoing import Lane, Outgoing
from coach.ports import UnitOfWork
from coach.speech import Line, Speech

OVER = frozenset({GoalState.ACHIEVED, GoalState.MISSED})


def tell_unreachable(uow: UnitOfWork, workspace: str, user: str, now: datetime) -> int:
    """A person has no account any more: the owners of their goals are told once each; how many were told."""
    gone = uow.people.get(workspace, user)
    if gone is not None:
        # asked of Slack anew when they are heard of again: an account can come back
        uow.people.put(gone.model_copy(update={"deactivated": True, "refreshed_at": None}))
    return sum(
        _tell(uow, goal, user, now) for goal in uow.goals.of_person(workspace, user) if goal.state not in OVER
    )


def changed(uow: UnitOfWork, workspace: str, user: str, now: datetime, *, gone: bool) -> None:
    """Slack has other news of a person: they are asked of it anew; whoever is gone is asked nothing more.

    Args:
        uow: The transaction.
        workspace: Where.
        user: Slack user id.
        now: The instant.
        gone: Whether the account is deactivated.
    """
    known = uow.people.get(workspace, user)
    if known is None:
        return
    if gone and not known.deactivated:
        tell_unreachable(uow, workspace, user, now)
    else:
        uow.people.put(known.model_copy(update={"refreshed_at": None}))


def _tell(uow: UnitOfWork, goal: Goal, user: str, now: datetime) -> int:
    who, metric = Person(user=user), metric_of(goal)
    owns = goal.owner == user
    says: Message = say.CannotReachOwner(who, metric) if owns else say.CannotReach(who, metric)
    reader = uow.people.get(goal.workspace, goal.author if owns else goal.owner)
    if reader is None or reader.deactivated:
        return 0
    return uow.outbox.add(
        Outgoing(
            workspace=goal.workspace,
            to=reader.user,
            language=reader.language,
            speech=Speech((Line(says),)),
            dedupe_key=f"cannot-reach:{goal.id}:{user}",
            lane=Lane.NUDGE,
            at=now,
        )
    )
