"""Orders about a goal under way, in a sentence that begins with them: its terms, its owner, when and where.

They come before anything else that a sentence can be: its figures are no figures of the week, and a goal
that it names is changed, never begun anew.
"""

from collections.abc import Sequence
from datetime import timedelta

from coach.cards import person_of
from coach.changing import terms_of
from coach.draft import Draft
from coach.following import CheckInAsks
from coach.goal import Goal
from coach.language.arrangements import arranges_only
from coach.language.check_in import says_moved
from coach.language.goal_orders import NewsOrder, orders_news, orders_owner, orders_terms
from coach.language.part_pieces import is_alike
from coach.language.plain import fold, has_digit
from coach.language.reading import Direction, Understanding
from coach.messages import goal_orders as say
from coach.messages import home
from coach.messages.base import MetricName, Person
from coach.messages.dialogue import PersonIsGone
from coach.messages.replanning import LabelChangeGoal, NothingChanges, OneGoal
from coach.metrics import MetricKey, is_called
from coach.naming import metric_of
from coach.roles import Deed, may
from coach.speech import Button, Line, Row, Speech, Verb
from coach.usecases import post_times
from coach.usecases.call import Call
from coach.usecases.changing_in_words import chosen_goal, hear_change_of, hear_following
from coach.usecases.commands import named_goals
from coach.usecases.goal_lines import RUNNING
from coach.usecases.naming_people import account_of
from coach.usecases.posting import rhythm_of
from coach.usecases.previewing import preview_button
from coach.usecases.replanning import may_change, propose_besides

SOON = timedelta(days=7)
"""A day nearer than this may be the one that a figure is of."""
SELF = frozenset({"moi", "me"})


def hear_goal_order(call: Call, text: str, draft: Draft | None = None) -> bool:
    """Do what a sentence that begins with an order wants of a goal under way; False where it wants none.

    Args:
        call: Who writes.
        text: What they wrote.
        draft: The goal that they are making: what does not name another one under way is about that.
    """
    begins_so = any(read(text) for read in (orders_owner, orders_news, orders_terms, arranges_only))
    if not (begins_so or draft is None) or not call.uow.goals.of_person(call.workspace, call.user):
        return False
    return (
        _hear_owner(call, text, draft)
        or _hear_news(call, text, draft)
        or _hear_terms(call, text, draft)
        or _hear_following(call, text, draft)
        or (draft is None and _hear_wish(call, text))
    )


def _hear_wish(call: Call, text: str) -> bool:
    """Ask what a whole new wish is for, where that very goal's figure is asked: it is no figure of it."""
    if not has_digit(text):
        return False  # it names no target
    reading = call.understood(text)
    moves = reading.direction in {Direction.INCREASE, Direction.DECREASE}
    if reading.metric is None or reading.target is None or reading.deadline is None or not moves:
        return False
    if says_moved(text) or reading.deadline <= call.today + SOON:
        return False  # "remonté à 82 % au 31 janvier" tells where it stands
    waiting = call.uow.check_ins.waiting_for(call.workspace, call.user)
    asked = {one.goal for one in waiting if one.asks is CheckInAsks.FIGURE}
    goals = [goal for goal in call.uow.goals.of_person(call.workspace, call.user) if goal.id in asked]
    goal = next((one for one in goals if may_change(one, call.user) and _is_of(one, reading)), None)
    if goal is None or goal.target is None:
        return False
    change = Button(Verb.CHANGE_GOAL, LabelChangeGoal(), goal.id)
    new = Button(Verb.NEW_GOAL, home.LabelNewGoal(), "", value=text[:1900])
    followed = say.FollowedAlready(metric_of(goal), goal.target, goal.deadline)
    call.say(Speech((Line(followed), Row((change, new)))))
    return True


def _is_of(goal: Goal, reading: Understanding) -> bool:
    """Whether a reading is about a goal's metric; of one in somebody's own words, by a word of its name."""
    if reading.metric is None or not is_called(goal.metric, reading.metric):
        return False
    if goal.metric is not MetricKey.OTHER:
        return True
    ours, theirs = (fold(words or "").split() for words in (goal.metric_words, reading.metric_words))
    return any(is_alike(one, other) for one in ours for other in theirs)


def _hear_following(call: Call, text: str, draft: Draft | None) -> bool:
    """Take "décale le point de l'attente au mardi 10 h"; one of the goal in the making is its own."""
    if not arranges_only(text):
        return False
    reading = call.understood(text)
    named = reading.metric if reading.metric is not MetricKey.OTHER else None
    running = [goal for goal in call.uow.goals.of_person(call.workspace, call.user) if goal.state in RUNNING]
    known = [goal for goal in running if named is not None and is_called(goal.metric, named)]
    if draft is not None and (not known or _is_about(call, text, draft)):
        return False
    if known and not _yours(call, known):
        return True
    return hear_following(call, text) or (not known and _names_none(call, reading.metric_words or "", ""))


def _meant(call: Call, name: str, draft: Draft | None) -> list[Goal]:
    """The goals that an order names; none where the goal in the making may be meant."""
    if not name or (draft is not None and _is_about(call, name, draft)):
        return []
    return named_goals(call, name)


def _is_about(call: Call, name: str, draft: Draft) -> bool:
    named = call.understood(name).metric
    return draft.metric is None or named is None or is_called(draft.metric, named)


def _yours(call: Call, goals: Sequence[Goal]) -> list[Goal]:
    """Those of some goals that the person may change; where there are none, they are told whose they are."""
    mine = [goal for goal in goals if may_change(goal, call.user)]
    if goals and not mine:
        call.say(home.NotYours(person_of(goals[0])))
    return mine


def _names_none(call: Call, name: str, wish: str) -> bool:
    """Say that no goal under way follows the metric that an order names; False where it names no metric.

    Args:
        call: Who orders.
        name: The words that name it.
        wish: What a new goal would begin with; "": the name alone.
    """
    metric = call.understood(name).metric if name else None
    if metric is None or metric is MetricKey.OTHER:
        return False
    button = Button(Verb.NEW_GOAL, home.LabelNewGoal(), "", value=(wish or name)[:1900])
    call.say(Speech((Line(say.NoGoalOn(MetricName(metric))), Row((button,)))))
    return True


def _hear_terms(call: Call, text: str, draft: Draft | None) -> bool:
    """Take "change la cible des ventes à 35 et l'échéance au 30 avril": both in one proposal."""
    order = orders_terms(text)
    if order is None or (order.text != text and _wishes(call, order.named)):
        return False
    meant = _meant(call, order.named, draft)
    if not meant and (draft is not None or (order.named and _names_none(call, order.named, text))):
        return draft is None
    goals = call.uow.goals.of_person(call.workspace, call.user)
    mine = _yours(call, meant) if meant else [goal for goal in goals if may_change(goal, call.user)]
    if hear_change_of(call, mine, order.text) or not mine:
        return bool(mine or meant)
    if order.named and not meant:
        return False
    goal = chosen_goal(call, mine)
    if goal is not None:
        change = Button(Verb.CHANGE_GOAL, LabelChangeGoal(), goal.id)
        call.say(Speech((Line(say.ChangeToWhat(metric_of(goal))), Row((change,)))))
    return True


def _wishes(call: Call, name: str) -> bool:
    """Whether what stands before "cible : 2 min" wishes something, and is no goal's mere name."""
    reading = call.understood(name)
    return reading.direction is not None or bool(reading.vague_words)


def _hear_owner(call: Call, text: str, draft: Draft | None) -> bool:
    """Take "change le responsable des ventes : <@U1>": proposed as from the form."""
    order = orders_owner(text)
    meant = _meant(call, order.named, draft) if order is not None else []
    if order is None or not meant:
        return order is not None and draft is None and _names_none(call, order.named, "")
    goal = chosen_goal(call, mine) if (mine := _yours(call, meant)) else None
    if goal is None:
        return True
    who = call.user if order.who.casefold() in SELF else account_of(call, order.who)
    profile = call.uow.people.get(call.workspace, who) if who is not None else None
    if who is None:
        call.say(say.WhoIsNewOwner(order.who.removeprefix("@")))
    elif profile is not None and profile.deactivated:
        call.say(PersonIsGone(Person(user=who)))
    elif who == goal.owner and goal.owner_name is None:
        call.say(NothingChanges())
    else:
        propose_besides(call, goal, terms_of(goal).model_copy(update={"owner": who, "owner_name": None}), "")
    return True


def _hear_news(call: Call, text: str, draft: Draft | None) -> bool:
    """Take "les nouvelles du CSAT le vendredi": the day of its channel's posts."""
    order = orders_news(text)
    meant = _meant(call, order.named, draft) if order is not None else []
    if order is None or (not meant and draft is not None):
        return False
    if not meant and order.named:
        return _names_none(call, order.named, "")
    if not meant:
        goals = call.uow.goals.of_person(call.workspace, call.user)
        meant = [
            goal for goal in goals if may(call.user, Deed.POST, goal) and preview_button(goal) is not None
        ]
        return bool(meant) and _move_news(call, meant, order)
    mine = _yours(call, meant)
    return not mine or _move_news(call, mine, order)


def _move_news(call: Call, goals: Sequence[Goal], order: NewsOrder) -> bool:
    posted = {goal.channel: goal for goal in goals if preview_button(goal) is not None}
    if not posted:
        change = Button(Verb.CHANGE_GOAL, LabelChangeGoal(), goals[0].id)
        call.say(Speech((Line(say.NoChannelForNews(metric_of(goals[0]))), Row((change,)))))
    elif len(posted) == 1:
        goal = next(iter(posted.values()))
        owner = call.uow.people.get(call.workspace, goal.owner) or call.person
        post_times.move(call, rhythm_of(call.uow, goal, owner), order.weekday, order.at)
    else:
        buttons = (Button(Verb.PREVIEW_POST, OneGoal(metric_of(goal)), goal.id) for goal in posted.values())
        call.say(Speech((Line(say.WhichNews()), Row(tuple(buttons)))))
    return True
