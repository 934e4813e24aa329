"""Steps of a workflow: somebody's check-ins asked now, a channel's progress told now.

What is asked, and whether, stays with the pass over what is due: a step only makes it due at once. Progress
is told as by "send now": the channel's next post comes out early, where there is something new to tell.
"""

from coach.following import Schedule, ScheduleKind
from coach.goal import Goal, GoalState
from coach.messages import steps as say
from coach.messages.base import Channel, Message, Person
from coach.roles import Deed, may
from coach.usecases.call import Call
from coach.usecases.posting import first_to_come, has_news, rhythm_of, send


def ask_now(call: Call) -> int | Message:
    """Have the person's own check-ins asked now; how many, or why there are none."""
    goals = [
        goal for goal in call.uow.goals.of_person(call.workspace, call.user) if goal.state is GoalState.ACTIVE
    ]
    due = [
        schedule
        for goal in goals
        for schedule in _waiting(call, goal, ScheduleKind.CHECK_IN)
        if schedule.user == call.user
    ]
    _make_due(call, due)
    return len(due) or say.StepNothingToAsk(Person(user=call.user))


def post_now(call: Call, channel: str) -> int | Message:
    """Have the progress of a channel's goals told there now; of how many, or why of none.

    It is for those who lead at least one of these goals: the roles are checked here, as for a button.
    """
    goals = list(call.uow.goals.of_channel(call.workspace, channel))
    if not goals:
        return say.StepNothingToPost(Channel(channel))
    mine = next((goal for goal in goals if may(call.user, Deed.POST, goal)), None)
    if mine is None:
        return say.StepNotYours(Channel(channel))
    owner = call.uow.people.get(call.workspace, mine.owner) or call.person
    rhythm = rhythm_of(call.uow, mine, owner)
    nominal = first_to_come(call.uow, rhythm, call.now)
    if not has_news(call.uow, rhythm, nominal, call.now):
        return say.StepNothingNew(Channel(channel))
    send(call.uow, rhythm, nominal, call.now)
    return len(goals)


def _waiting(call: Call, goal: Goal, kind: ScheduleKind) -> list[Schedule]:
    schedules = call.uow.schedules.of_goal(call.workspace, goal.id)
    return [one for one in schedules if one.kind is kind and one.due_at is not None]


def _make_due(call: Call, schedules: list[Schedule]) -> None:
    for schedule in schedules:
        call.uow.schedules.put(schedule.model_copy(update={"due_at": call.now}))
