"""Goals that feed one another: shown, offered, linked; and a wish that several people of a team share."""

from collections.abc import Sequence

from coach.cards import person_of
from coach.cascade import RUNNING, link_offered, may_feed, part_of, tree
from coach.changing import changed, terms_of
from coach.goal import Goal, GoalLevel
from coach.messages import cascade as say
from coach.messages.base import Message, Person
from coach.metrics import MetricKey
from coach.naming import metric_of
from coach.outgoing import Lane
from coach.speech import Button, Line, Part, Row, Speech, Style, Verb
from coach.usecases.call import Call

ABOVE_TEAMS = frozenset({GoalLevel.AMBITION, GoalLevel.DEPARTMENT, GoalLevel.CENTRE})
"""Goals of these levels are everybody's to see: teams hang theirs below them."""
NAMED_FROM = 3
"""A shared wish of fewer people names nobody."""
SHOWN = 40


def in_sight(call: Call) -> list[Goal]:
    """Running goals that the person has to do with, those right above or below, and those above all teams."""
    running = list(call.uow.goals.active(call.workspace))
    running += [
        goal
        for goal in call.uow.goals.of_person(call.workspace, call.user)
        if goal.state in RUNNING and goal not in running
    ]
    own = {goal.id for goal in running if call.user in {goal.owner, goal.author, *goal.contributors}}
    above = {goal.parent for goal in running if goal.id in own}
    led = {goal.id for goal in running if call.user in {goal.owner, goal.author}}
    return [
        goal
        for goal in running
        if goal.id in own or goal.id in above or goal.parent in led or goal.level in ABOVE_TEAMS
    ]


def show_cascade(call: Call) -> None:
    """Say what feeds what, as far as it concerns the person."""
    call.say(cascade(in_sight(call)))


def cascade(goals: Sequence[Goal]) -> Speech:
    """The goals from the top down, each with what it is to the one above."""
    if not goals:
        return Speech((Line(say.CascadeEmpty()),))
    by_id = {goal.id: goal for goal in goals}
    parts: list[Part] = [Line(say.CascadeTitle(), Style.HEADING)]
    for depth, goal in tree(goals)[:SHOWN]:
        line = _line(goal, by_id.get(goal.parent or ""))
        parts.append(Line(say.Below("↳ " * depth, line) if depth else line))
    if not any(goal.parent in by_id for goal in goals):
        parts.append(Line(say.CascadeAlone(), Style.QUIET))
    return Speech(tuple(parts))


def _line(goal: Goal, parent: Goal | None) -> Message:
    part, owner = part_of(goal, parent), person_of(goal)
    if goal.target is None:
        return say.CascadeGoalOpen(part, goal.level, metric_of(goal), goal.deadline, owner)
    return say.CascadeGoal(part, goal.level, metric_of(goal), goal.target, goal.deadline, owner)


def parents_for(call: Call, goal: Goal) -> list[Goal]:
    """The goals below which a goal may hang, those that its metric drives first."""
    sight = in_sight(call)
    fitting = [one for one in sight if one.id != goal.id and may_feed(goal, one, sight)]
    return sorted(fitting, key=lambda one: part_of(goal, one) != "lever")


def offer_link(call: Call, goal: Goal) -> None:
    """Offer to link a new goal with one that it drives, or that drives it; in a message of its own."""
    goals = call.uow.goals.of_person(call.workspace, call.user)
    found = link_offered(goal, goals)
    if found is None:
        return
    lever, objective = found
    button = Button(Verb.LINK, say.LabelLink(), lever.id, value=objective.id)
    offer = Line(say.LinkOffered(metric_of(lever), metric_of(objective)))
    call.say(Speech((offer, Row((button,)))), language=goal.language, key=_key(lever.id, objective.id))


def _key(lever: str, objective: str) -> str:
    return f"link:{lever}:{objective}"


def link(call: Call, lever_id: str, objective_id: str) -> bool:
    """Hang a goal below another; False where there is no such goal of the person's."""
    lever = call.uow.goals.get(call.workspace, lever_id)
    objective = call.uow.goals.get(call.workspace, objective_id)
    if lever is None or objective is None or call.user not in {lever.owner, lever.author}:
        return False
    sight = {goal.id: goal for goal in in_sight(call)}
    linked = Speech(
        (
            Line(say.Linked(metric_of(lever), metric_of(objective))),
            Row((Button(Verb.CASCADE, say.LabelCascade(), lever.id),)),
        )
    )
    offer = call.uow.outbox.sent(call.workspace, _key(lever_id, objective_id))
    pressed = offer if offer is not None and offer == call.pressed else None
    if lever.parent == objective.id:
        call.say(linked, replaces=pressed)
    elif (
        objective.id not in sight
        or lever.state not in RUNNING
        or not may_feed(lever, objective, sight.values())
    ):
        call.say(say.CannotLink(), replaces=pressed)
    else:
        after = terms_of(lever).model_copy(update={"parent": objective.id})
        call.uow.goals.save(changed(lever, after, by=call.user, at=call.now, today=call.today))
        call.say(linked, replaces=pressed)
    return True


# --- the same wish, several times ----------------------------------------------------------------
def signal_shared_wish(call: Call, goal: Goal) -> None:
    """Tell the leads of somebody's team where several of its people wish the same for themselves."""
    if goal.metric is MetricKey.OTHER or set(goal.contributors) - {goal.owner}:
        return
    goals = [one for one in call.uow.goals.active(call.workspace) if one.id != goal.id]
    leads = {one.owner for one in goals if goal.owner in one.contributors and one.owner != goal.owner}
    for lead in sorted(leads):
        team = {user for one in goals if one.owner == lead for user in one.contributors} - {lead}
        wishing = sorted({one.owner for one in (*goals, goal) if one.owner in team and _same_wish(one, goal)})
        if len(wishing) < 2:
            continue
        metric = metric_of(goal)
        told: Message = say.SharedWish(metric, len(wishing))
        if len(wishing) >= NAMED_FROM:
            told = say.SharedWishNamed(metric, tuple(Person(user=user) for user in wishing))
        call.say(
            Speech((Line(told), Line(say.SharedWishMeans(), Style.QUIET))),
            to=lead,
            language=call.language_of(lead),
            lane=Lane.NUDGE,
            key=f"shared-wish:{lead}:{goal.metric}:{'-'.join(wishing)}",
        )


def _same_wish(one: Goal, other: Goal) -> bool:
    alone = not set(one.contributors) - {one.owner}
    return alone and one.metric is other.metric and one.decrease == other.decrease
