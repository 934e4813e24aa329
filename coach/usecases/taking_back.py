"""Undo: what was noted last of a check-in is taken back."""

from datetime import datetime, timedelta

from coach.following import CheckIn, CheckInState, SkipReason
from coach.goal import Goal, Measurement
from coach.language.patterns import rx
from coach.language.plain import fold, plain
from coach.making import was_measured, with_baseline, without_baseline
from coach.messages import following as say
from coach.naming import metric_of
from coach.people import FocusKind
from coach.speech import Line, Row, Speech
from coach.usecases.answers import ANSWERED, mark, undo_button
from coach.usecases.asking import redraw
from coach.usecases.call import Call
from coach.usecases.figures import latest
from coach.usecases.guards import unfeed_guards
from coach.usecases.posting import put_right

_UNDO = rx(
    r"^(?:(?:no|non|oups|oops|ah|sorry|pardon|please|stp|svp)[ ,]+)*(?:"
    r"undo(?: (?:it|that|this|the last (?:one|figure|answer)|my last (?:one|figure|answer)))?"
    r"|(?:take (?:it|that) back|scratch that|(?:delete|remove|cancel) (?:that|this|the last|my last)"
    r" (?:one|figure|answer))"
    r"|(?:annule|retire|supprime|efface|enleve)[rz]? (?:ca|cela|(?:ce|le dernier|mon dernier) chiffre"
    r"|(?:la|ma) derniere (?:reponse|saisie))"
    r")(?:[ ,]+(?:please|thanks|stp|svp|merci))*$"
)
RECENT = 3
"""Check-ins of a goal that are looked through for the last answer."""
LATELY = timedelta(days=2)
"""What was noted longer ago has been read by others: it is put right by its name, or by its button."""


def take_back(call: Call, check_in: CheckIn, goal: Goal, measurement: str) -> None:
    """Mark the figure of a check-in as undone. What it had put right stands again; else the question is open.

    Args:
        call: Who takes it back.
        check_in: The question.
        goal: Its goal.
        measurement: Id of the figure that the button was about; empty where it was about none.
    """
    if check_in.state not in ANSWERED or (measurement and measurement != check_in.measurement):
        call.say(say.NothingToUndo())
        return
    before = None
    if check_in.measurement is not None:
        before = _undo(call, goal, check_in.measurement)
        put_right(call.uow, goal, call.now)
    if before is None:
        _open_again(call, check_in)
        return
    mark(call, check_in, CheckInState.ANSWERED, before.words or "", measurement=before.id)
    told = say.UndoneTo(metric_of(goal), before.value, before.measured_on)
    call.say(Speech((Line(told), Row((undo_button(check_in, before.id),)))))


def hear_undo(call: Call, text: str) -> bool:
    """Take "undo" and "annule ce chiffre" as the button below the person's last answer; else False."""
    focus = call.person.focus
    proposed = focus is not None and focus.kind is FocusKind.GOAL  # a change that waits for its yes
    if proposed or _UNDO.match(fold(plain(text)).strip(" .!")) is None:
        return False
    told: list[tuple[datetime, CheckIn, Goal]] = []
    for goal in call.uow.goals.of_person(call.workspace, call.user):
        recent = call.uow.check_ins.recent(call.workspace, goal.id, call.user, RECENT)
        told += [
            (one.answered_at, one, goal)
            for one in recent
            if one.state in ANSWERED and one.answered_at is not None and call.now - one.answered_at < LATELY
        ]
    if not told:
        call.say(say.NothingNotedLately())
        return True
    _, last, goal = max(told, key=lambda one: one[0])
    take_back(call, last, goal, "")
    return True


def _undo(call: Call, goal: Goal, measurement: str) -> Measurement | None:
    """Take a figure back; the one whose place it had taken is kept anew, and given."""
    figures = call.uow.measurements
    undone = figures.get(call.workspace, measurement)
    figures.undo(call.workspace, measurement)
    old = figures.get(call.workspace, undone.corrects) if undone is not None and undone.corrects else None
    before = old.model_copy(update={"id": call.ids.new(), "undone": False}) if old is not None else None
    if was_measured(goal) and latest(call, goal) is None:
        goal = without_baseline(goal)
        call.uow.goals.save(goal)
        if before is not None:
            call.uow.goals.save(with_baseline(goal, before.value, call.today))
    if before is not None:
        figures.add(call.workspace, before)
    unfeed_guards(call, measurement, before)
    return before


def _open_again(call: Call, check_in: CheckIn) -> None:
    told = check_in.said is None  # nobody asked: with the figure the question is gone too
    call.uow.check_ins.save(
        check_in.model_copy(
            update={
                "state": CheckInState.SKIPPED if told else CheckInState.ASKED,
                "skipped": SkipReason.UNDONE if told else None,
                "measurement": None,
                "done": None,
                "words": None,
                "answered_at": None,
            }
        )
    )
    redraw(call.uow, call.person, check_in.said, call.now, call.event)
    call.say(say.UndoneAlone() if told else say.Undone())
