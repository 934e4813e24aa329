"""What is looked back on of somebody's check-ins of a goal."""

from collections.abc import Sequence

from coach.following import CheckIn, SkipReason
from coach.nudges import HAD_NO_ROOM, MOST_MESSAGES, REMEMBERED
from coach.ports import UnitOfWork

_HIDES = HAD_NO_ROOM | {SkipReason.QUIET}
"""What is left out time after time, and would hide the questions before it."""


def remembered(uow: UnitOfWork, workspace: str, goal: str, user: str) -> Sequence[CheckIn]:
    """Somebody's last check-ins of a goal, the latest first; what was left out hides none that was asked.

    Each question that is left out is kept: in time those would hide the ones without an answer, who no
    longer answers would be asked as if for the first time, and what somebody put off would be forgotten.

    Args:
        uow: Where the check-ins are.
        workspace: Whose Slack it is.
        goal: The goal's id.
        user: The person.
    """
    latest = uow.check_ins.recent(workspace, goal, user, REMEMBERED)
    seen = sum(one.skipped not in _HIDES for one in latest)
    if len(latest) < REMEMBERED or seen >= MOST_MESSAGES:
        return latest
    asked = uow.check_ins.recent_asked(workspace, goal, user, REMEMBERED)
    return [*latest, *(one for one in asked if one not in latest)]
