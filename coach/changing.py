"""A goal under way is changed: what is different, what it does to the plan, and what its history keeps."""

from datetime import date, datetime

from coach.calendar import Absence, WorkingCalendar
from coach.errors import Refused
from coach.goal import Goal, Member, Plan, Revision, Terms
from coach.messages import replanning as say
from coach.messages.base import Channel, Message, Person
from coach.messages.dialogue import DeadlineIsPast
from coach.quantity import Quantity
from coach.replanning import pace_change, replan


def terms_of(goal: Goal) -> Terms:
    """What can be changed of a goal, as it stands."""
    return Terms(**{name: getattr(goal, name) for name in Terms.model_fields})


def is_eased(goal: Goal, after: Terms) -> bool:
    """Whether a change makes the goal easier: a later deadline, or a target that asks for less."""
    if after.deadline > goal.deadline:
        return True
    if goal.target is None or after.target is None:
        return False
    before, aim = goal.target.value, after.target.value
    return aim > before if goal.decrease else aim < before


def changed(
    goal: Goal,
    after: Terms,
    *,
    by: str,
    at: datetime,
    today: date,
    latest: Quantity | None = None,
    reason: str | None = None,
    absences: tuple[Absence, ...] = (),
) -> Goal:
    """The goal with its new terms, planned anew where they touch the plan, and the change in its history.

    Args:
        goal: The goal as it stands.
        after: What is to hold from now on.
        by: Slack user id of who changes it.
        at: The instant, aware.
        today: First day of a new plan.
        latest: The latest figure, in the goal's unit.
        reason: Why; needed where the goal is eased.
        absences: When those who take part are away.

    Raises:
        Refused: nothing would change, the deadline is past, it would be eased without a reason, or it
            cannot be planned.
    """
    before = terms_of(goal)
    if after == before:
        raise Refused(say.NothingChanges())
    if after.deadline != goal.deadline and after.deadline <= today:
        raise Refused(DeadlineIsPast(after.deadline))
    if is_eased(goal, after) and not (reason or "").strip():
        raise Refused(say.EasingNeedsReason())
    plan, anew = (
        goal.plan,
        (after.target, after.deadline, after.path)
        != (
            goal.target,
            goal.deadline,
            goal.path,
        ),
    )
    if goal.plan is not None and anew:
        plan = replan(
            goal,
            today,
            latest,
            reason=reason or "",
            target=after.target,
            deadline=after.deadline,
            contributors=len(after.contributors) or None,
            path=after.path,
            calendar=WorkingCalendar(country=goal.country, region=goal.region, absences=absences),
        ).new_plan
    revision = Revision(
        at=at,
        by=by,
        reason=(reason or "").strip() or None,
        before=before,
        after=after,
        plan=goal.plan if plan != goal.plan else None,
    )
    return goal.model_copy(
        update={
            **{name: getattr(after, name) for name in Terms.model_fields},
            "plan": plan,
            "members": _members(goal, after, today),
            "history": (*goal.history, revision),
            "proposal": None,
            "version": goal.version + 1,
        }
    )


def _members(goal: Goal, after: Terms, today: date) -> tuple[Member, ...]:
    """Who joins carries a part from today, who leaves until today; the others go on as before."""
    known = {one.person: one for one in goal.members}
    made = []
    for person in dict.fromkeys((*known, *goal.contributors, *after.contributors)):
        member = known.get(person, Member(person=person))
        if person in after.contributors and person not in goal.contributors:
            member = member.model_copy(update={"joins": today, "leaves": None})
        elif person in goal.contributors and person not in after.contributors:
            member = member.model_copy(update={"leaves": today})
        made.append(member)
    return tuple(made) if any(one != Member(person=one.person) for one in made) else ()


def differences(
    before: Terms, after: Terms, old: Plan | None = None, new: Plan | None = None
) -> tuple[Message, ...]:
    """What is different, before and after, one line each.

    Args:
        before: The terms as they stood.
        after: The new ones.
        old: The plan that stood before, where it was made anew.
        new: The new plan.
    """
    notes: list[Message] = []
    if before.target != after.target and after.target is not None:
        notes.append(
            say.TargetMoved(before.target, after.target) if before.target else say.TargetSet(after.target)
        )
    if before.deadline != after.deadline:
        notes.append(say.DeadlineMoved(before.deadline, after.deadline))
    if old is not None and new is not None and after.target is not None:
        if (pace := pace_change(old, new, after.target.unit)) is not None:
            notes.append(pace)
        if old.path is not new.path:
            notes.append(say.PathChanged(old.path, new.path))
    if (before.owner, before.owner_name) != (after.owner, after.owner_name):
        notes.append(say.OwnerChanged(_owner(before), _owner(after)))
    notes += _people(before, after)
    if before.channel != after.channel:
        notes.append(say.ChannelChanged(Channel(after.channel)) if after.channel else say.ChannelDropped())
    if before.check_in != after.check_in:
        notes.append(say.CheckInChanged(after.check_in.weekday, after.check_in.at))
    if before.level != after.level:
        notes.append(say.LevelChanged(before.level, after.level))
    if before.parent != after.parent:
        notes.append(say.ParentChanged() if after.parent else say.ParentDropped())
    return tuple(notes)


def _owner(terms: Terms) -> Person:
    return Person(user=terms.owner) if terms.owner_name is None else Person(name=terms.owner_name)


def _people(before: Terms, after: Terms) -> list[Message]:
    joining = tuple(Person(user=one) for one in after.contributors if one not in before.contributors)
    leaving = tuple(Person(user=one) for one in before.contributors if one not in after.contributors)
    notes: list[Message] = [say.JoinNow(joining)] if joining else []
    return notes + ([say.LeaveNow(leaving)] if leaving else [])
