"""What is looked back on of somebody's check-ins of a goal."""

from collections.abc import Sequence

from coach.following import CheckIn, SkipReason
from coach.nudges import REMEMBERED
from coach.ports import UnitOfWork


def remembered(uow: UnitOfWork, workspace: str, goal: str, user: str) -> Sequence[CheckIn]:
    """Somebody's last check-ins of a goal, the latest first; of who no longer answers, the last asked too.

    Each question that is left out is kept: in time those would hide the ones without an answer, and they
    would be asked as if for the first time.

    Args:
        uow: Where the check-ins are.
        workspace: Whose Slack it is.
        goal: The goal's id.
        user: The person.
    """
    latest = uow.check_ins.recent(workspace, goal, user, REMEMBERED)
    if len(latest) < REMEMBERED or all(one.skipped is not SkipReason.QUIET for one in latest):
        return latest
    asked = uow.check_ins.recent_asked(workspace, goal, user, REMEMBERED)
    return [*latest, *(one for one in asked if one not in latest)]
