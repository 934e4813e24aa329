"""Who may do what with a goal. The table of docs/privacy.md is held against this one by a test."""

from collections.abc import Iterable
from enum import StrEnum

from coach.goal import Goal


class Role(StrEnum):
    """What somebody is to a goal. One person can be several of these."""

    OWNER = "owner"
    """Leads the goal, and gives its figures."""
    LEAD = "lead"
    """Set the goal for the team."""
    CONTRIBUTOR = "contributor"
    """Takes part."""
    ADMIN = "admin"
    """Administers the Slack workspace."""


class Deed(StrEnum):
    """What can be done with a goal."""

    SEE = "see"
    """The goal, its plan, its figures."""
    SEE_ANSWERS = "see_answers"
    """Who answered what, who has not, who is blocked."""
    POST = "post"
    """Have its progress told in its channel."""
    REMIND = "remind"
    """Have its check-ins asked now."""
    STEER = "steer"
    """Let it rest, go on, change it."""
    CATALOGUE = "catalogue"
    """Add to what the workspace measures, for everybody in it."""


MAY: dict[Deed, frozenset[Role]] = {
    Deed.SEE: frozenset({Role.OWNER, Role.LEAD, Role.CONTRIBUTOR}),
    Deed.SEE_ANSWERS: frozenset({Role.OWNER, Role.LEAD}),
    Deed.POST: frozenset({Role.OWNER, Role.LEAD}),
    Deed.REMIND: frozenset({Role.OWNER, Role.LEAD}),
    Deed.STEER: frozenset({Role.OWNER, Role.LEAD, Role.ADMIN}),
    Deed.CATALOGUE: frozenset({Role.OWNER, Role.LEAD, Role.ADMIN}),
}
"""Which roles a deed takes. An administrator can stop a goal whose people are gone, and reads none of it."""


def roles_of(user: str, goal: Goal, *, admin: bool = False) -> frozenset[Role]:
    """What somebody is to a goal.

    Args:
        user: Slack user id.
        goal: The goal.
        admin: Whether the person administers the workspace.
    """
    held = {
        Role.OWNER: goal.owner == user,
        Role.LEAD: goal.author == user,
        Role.CONTRIBUTOR: user in goal.contributors,
        Role.ADMIN: admin,
    }
    return frozenset(role for role, is_it in held.items() if is_it)


def may(user: str, deed: Deed, goal: Goal, *, admin: bool = False) -> bool:
    """Whether somebody may do a thing with a goal."""
    return bool(roles_of(user, goal, admin=admin) & MAY[deed])


def may_somewhere(user: str, deed: Deed, goals: Iterable[Goal], *, admin: bool = False) -> bool:
    """Whether somebody may do what is about no one goal: as an administrator, or by their part in one."""
    return (admin and Role.ADMIN in MAY[deed]) or any(may(user, deed, goal) for goal in goals)
