"""A goal's last day is past: it is achieved or missed, and looked back on."""

from collections.abc import Sequence
from datetime import date

from coach.achievability import difference_unit
from coach.cards import person_of
from coach.following import CheckInState
from coach.goal import Goal, GoalState, Measurement
from coach.language import read_reply, understand
from coach.language.reading import Intent
from coach.messages import following as said
from coach.messages import home
from coach.messages import posts as say
from coach.messages.base import Change, Channel
from coach.milestones import held, milestones, reached
from coach.naming import metric_of
from coach.outgoing import Lane
from coach.people import Focus, FocusKind
from coach.pictures import picture_of
from coach.progress import assess
from coach.quantity import Quantity
from coach.roles import Deed, may
from coach.speech import Button, Line, Part, Row, Speech, Style, Verb
from coach.usecases.asking import redraw
from coach.usecases.call import Call
from coach.usecases.check_ins import reads_as_answer
from coach.usecases.due import Due

SHORT_WISH = 6
"""Words of "I would like a better NPS": who looks back says more."""
LONGEST_LOOK_BACK = 2000
"""Characters of a look back that are kept."""


def close(due: Due, goal: Goal) -> None:
    """End the goal, tell its channel and its owner how it ended; the owner is asked to look back."""
    owner = due.leader(goal)
    today = (due.now.astimezone(owner.tz) if owner is not None else due.now).date()
    figures = due.uow.measurements.of_goal(goal.workspace, goal.id)
    state, ended = ending(goal, figures, today)
    due.uow.goals.save(goal.model_copy(update={"state": state, "version": goal.version + 1}))
    for check_in in due.uow.check_ins.of_goal(goal.workspace, goal.id):
        if check_in.state is CheckInState.ASKED:
            due.uow.check_ins.save(check_in.model_copy(update={"state": CheckInState.MISSED}))
            if (asked := due.person(check_in.user)) is not None:
                redraw(due.uow, asked, check_in.said, due.now, f"close:{check_in.id}")
    if goal.channel is not None:
        due.say(Speech((*ended, Line(say.PostThanks(), Style.QUIET))), goal.channel, goal, Lane.POST)
    if owner is not None:
        new = Button(Verb.HELP, said.LabelNextGoal(), goal.id)
        asks: list[Part] = [Line(say.LookBackAsk()), Row((new,))]
        if not any(one.measured_on == goal.deadline and not one.undone for one in figures):
            asks.append(Line(say.LastFigureMayCome(goal.deadline), Style.QUIET))
        due.say(Speech((*ended, *asks)), owner.user, goal, Lane.NUDGE, owner)
        focus = Focus(kind=FocusKind.LOOK_BACK, id=goal.id)
        due.uow.people.put(owner.model_copy(update={"focus": focus}))


def ending(goal: Goal, figures: Sequence[Measurement], today: date) -> tuple[GoalState, list[Part]]:
    """How a goal ended, and the words for it.

    Args:
        goal: The goal, whose last day is past.
        figures: All of its measurements.
        today: The day, where its owner is.
    """
    progress = assess(goal.model_copy(update={"state": GoalState.ACTIVE}), figures, today)
    standing = said.Standing(progress.status)
    state = GoalState.ACHIEVED if standing is said.Standing.ACHIEVED else GoalState.MISSED
    final = _final(standing, any_figure=progress.latest is not None)
    ended: list[Part] = [Line(said.GoalEnded(final, metric_of(goal)))]
    if progress.latest is not None and goal.baseline is not None and goal.target is not None:
        ended.append(
            Line(said.GoalEndedFigures(metric_of(goal), goal.baseline, progress.latest, goal.target))
        )
        step = progress.latest.value - goal.baseline.value
        if step:
            unit = difference_unit(goal.baseline.unit)
            ended.append(Line(say.RecapMoved(Change(Quantity(value=step, unit=unit)))))
        if stages := milestones(goal):
            passed = max(reached(goal, figures, today), held(goal, progress.latest))
            ended.append(Line(say.RecapMilestones(passed, len(stages))))
    if (picture := picture_of(goal, figures, today)) is not None:
        ended.append(picture)
    return state, ended


def _final(standing: said.Standing, *, any_figure: bool) -> said.Standing:
    if standing is said.Standing.ACHIEVED:
        return standing
    return said.Standing.MISSED if any_figure else said.Standing.WAITING


def look_back(call: Call, text: str) -> bool:
    """Keep what the owner writes at the end of a goal; False where it was not asked, or is kept already."""
    focus = call.person.focus
    if focus is None or focus.kind is not FocusKind.LOOK_BACK:
        return False
    goal = call.uow.goals.get(call.workspace, focus.id)
    if goal is None or goal.look_back is not None or _is_something_else(call, text):
        return False
    words = text.strip()[:LONGEST_LOOK_BACK]
    call.uow.goals.save(goal.model_copy(update={"look_back": words, "version": goal.version + 1}))
    buttons = [Button(Verb.HELP, said.LabelNextGoal(), goal.id)]
    if goal.channel is not None:
        share = Button(Verb.SHARE_LOOK_BACK, say.LabelShare(), goal.id)
        buttons.insert(0, share)
    kept = say.LookBackKept() if goal.channel is not None else say.LookBackKeptAlone()
    call.say(Speech((Line(kept), Row(tuple(buttons)))))
    return True


def _is_something_else(call: Call, text: str) -> bool:
    """Whether a text asks for help, answers a check-in of another goal, or begins a new goal."""
    language, today = call.person.language, call.today
    intent = read_reply(text, language=None, today=today, asked=None, fallback=language).intent
    if intent in {Intent.GREETING, Intent.THANKS, Intent.HELP, Intent.RESUME, Intent.SUMMARY}:
        return True
    if any(
        reads_as_answer(call, one, text) for one in call.uow.check_ins.waiting_for(call.workspace, call.user)
    ):
        return True
    wish = understand(text, None, today, fallback=language)
    how_much = wish.target or wish.delta or wish.deadline
    short = bool(wish.vague_words) and len(text.split()) <= SHORT_WISH
    return wish.metric is not None and bool(how_much or short)


def share(call: Call, goal_id: str) -> bool:
    """Tell the goal's channel what its owner wrote at the end; False where there is nothing to tell."""
    goal = call.uow.goals.get(call.workspace, goal_id)
    if goal is None or goal.channel is None or goal.look_back is None:
        return False
    if not may(call.user, Deed.POST, goal):
        call.say(home.NotYours(person_of(goal)))
        return True
    call.say(
        Speech((Line(say.LookBackTold(person_of(goal), metric_of(goal), goal.look_back)),)),
        to=goal.channel,
        language=goal.language,
        lane=Lane.POST,
        key=f"look-back:{goal.id}",
    )
    call.say(say.LookBackShared(Channel(goal.channel)))
    return True
