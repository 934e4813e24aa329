"""How often a goal is asked about and how closely people are followed: chosen by whoever leads it."""

from collections.abc import Sequence
from datetime import time

from coach.following import ScheduleKind
from coach.goal import CheckInTime, Goal, GoalState, Intensity
from coach.language.plain import fold, plain
from coach.language.reading import Cadence
from coach.messages import rhythm as say
from coach.messages.rhythm import Closeness, Rhythm
from coach.naming import metric_of
from coach.scheduling import next_check_in
from coach.speech import Line, Part, Picker, PickerKind, Row, Speech, Verb
from coach.usecases.call import Call
from coach.usecases.commands import named_goals

COMMANDS = ("rhythm", "rythme", "pace", "check-ins", "checkins", "suivi")
"""Words after `/goal` and `/objectif` that speak of how often."""
SURE = frozenset({"rhythm", "rythme", "pace"})
"""Those that begin no wish."""
WORDS = {
    Rhythm.STAND_UP: ("stand-up", "standup", "point"),
    Rhythm.DAILY: ("daily", "day", "quotidien", "quotidienne", "jour", "jours"),
    Rhythm.WEEKLY: ("weekly", "week", "hebdo", "hebdomadaire", "semaine"),
    Rhythm.MONTHLY: ("monthly", "month", "mensuel", "mensuelle", "mois"),
}
"""Folded words that name a rhythm."""
AROUND = frozenset(
    ["chaque", "par", "tous", "toutes", "les", "le", "la", "every", "each", "once", "a", "the", "for", "pour"]
)
STAND_UP = time(10, 0)
"""The stand-up's hour, where none was chosen."""
SHOWN = 8
_CADENCE = {
    Rhythm.DAILY: Cadence.DAILY,
    Rhythm.WEEKLY: Cadence.WEEKLY,
    Rhythm.MONTHLY: Cadence.MONTHLY,
    Rhythm.STAND_UP: Cadence.DAILY,
}


def command(call: Call, text: str) -> bool:
    """Take `/goal rhythm`, or `/goal rhythm daily CSAT`; False where the text is something else.

    What follows is taken where it names a rhythm and one goal can be meant; else there are the lists.
    """
    first, _, rest = fold(plain(text)).strip(" .!").partition(" ")
    if first.strip(":") not in COMMANDS:
        return False
    rhythm = _named_rhythm(rest)
    if rest and rhythm is None and first not in SURE:
        return False  # "suivi des dossiers en retard" is a wish
    named = WORDS[rhythm] if rhythm is not None else ()
    words = " ".join(word for word in rest.split() if word not in named and word not in AROUND)
    meant = [goal for goal in (named_goals(call, words) if words else led_goals(call)) if _may(call, goal)]
    if rhythm is not None and len(meant) == 1:
        choose(call, meant[0].id, Verb.SET_RHYTHM, rhythm.value)
    else:
        show(call)
    return True


def _named_rhythm(words: str) -> Rhythm | None:
    """The rhythm that some folded words name."""
    return next((one for one, names in WORDS.items() if set(words.split()) & set(names)), None)


def led_goals(call: Call) -> list[Goal]:
    """The goals under way whose rhythm the person may choose."""
    return [goal for goal in call.uow.goals.of_person(call.workspace, call.user) if _may(call, goal)]


def show(call: Call) -> None:
    """Each goal that the person leads, with how often and how closely."""
    goals = led_goals(call)
    call.say(Speech(tuple(lists_of(goals))) if goals else say.RhythmNone())


def lists_of(goals: Sequence[Goal]) -> list[Part]:
    """Each goal with the lists that choose how often, and how closely."""
    return [
        part for goal in goals[:SHOWN] for part in (Line(say.RhythmOf(metric_of(goal))), Row(_lists(goal)))
    ]


def _may(call: Call, goal: Goal) -> bool:
    return call.user in {goal.owner, goal.author} and goal.state in {GoalState.ACTIVE, GoalState.PAUSED}


def rhythm_of(when: CheckInTime) -> Rhythm:
    """How often, as it is chosen."""
    if when.before:
        return Rhythm.STAND_UP
    return {Cadence.DAILY: Rhythm.DAILY, Cadence.WEEKLY: Rhythm.WEEKLY}.get(when.cadence, Rhythm.MONTHLY)


def _lists(goal: Goal) -> tuple[Picker, ...]:
    return (
        Picker(
            PickerKind.ONE_OF,
            Verb.SET_RHYTHM,
            say.PickRhythm(),
            goal.id,
            goal.version,
            options=tuple((one.value, say.RhythmChoice(one)) for one in Rhythm),
            chosen=(rhythm_of(goal.check_in).value,),
        ),
        Picker(
            PickerKind.ONE_OF,
            Verb.SET_CLOSENESS,
            say.PickCloseness(),
            goal.id,
            goal.version,
            options=tuple((one.value, say.ClosenessChoice(one)) for one in Closeness),
            chosen=(goal.intensity.value,),
        ),
    )


def choose(call: Call, goal_id: str, verb: Verb, value: str) -> bool:
    """Take a choice; False where the person leads no such goal, or there is no such choice."""
    goal = call.uow.goals.get(call.workspace, goal_id)
    if goal is None or not _may(call, goal):
        return False
    if verb is Verb.SET_RHYTHM and value in set(Rhythm):
        rhythm = Rhythm(value)
        changed = goal.model_copy(update={"check_in": _check_in(goal.check_in, rhythm)})
        call.say(say.RhythmNoted(metric_of(goal), say.RhythmChoice(rhythm)))
    elif verb is Verb.SET_CLOSENESS and value in set(Intensity):
        changed = goal.model_copy(update={"intensity": Intensity(value)})
        call.say(say.ClosenessNoted(metric_of(goal), say.ClosenessChoice(Closeness(value))))
    else:
        return False
    changed = changed.model_copy(update={"version": goal.version + 1})
    call.uow.goals.save(changed)
    _move_check_ins(call, changed)
    return True


def _check_in(when: CheckInTime, rhythm: Rhythm) -> CheckInTime:
    before = rhythm is Rhythm.STAND_UP
    update: dict[str, object] = {"cadence": _CADENCE[rhythm], "before": before}
    if before and not when.chosen:
        update["at"] = STAND_UP
    return when.model_copy(update=update)


def _move_check_ins(call: Call, goal: Goal) -> None:
    """Everybody's next check-in of the goal, at its new rhythm; one that was given up begins anew."""
    for row in call.uow.schedules.of_goal(call.workspace, goal.id):
        person = call.uow.people.get(call.workspace, row.user) if row.user is not None else None
        comes = row.due_at is not None or row.trouble is not None
        if row.kind is ScheduleKind.CHECK_IN and comes and person is not None:
            due = next_check_in(goal, person, call.now)
            call.uow.schedules.put(row.model_copy(update={"due_at": due, "tries": 0, "trouble": None}))
