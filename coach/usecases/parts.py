"""Answers about somebody's parts, read piece by piece: each piece goes to the part that it speaks of."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import timedelta

from coach.following import CheckIn, CheckInAsks, CheckInState
from coach.goal import ENDED
from coach.language.check_in import CheckInReading, read_check_in, says_aim
from coach.language.mentions import find_metrics
from coach.language.part_pieces import (
    PartPiece,
    bare,
    counts_something,
    is_only_a_name,
    part_pieces,
    speaks_of,
)
from coach.language.plain import fold, has_digit, plain
from coach.messages import actions
from coach.messages import following as say
from coach.messages.base import Person
from coach.naming import metric_of
from coach.outgoing import Lane
from coach.people import FocusKind
from coach.quantity import Unit
from coach.usecases.answers import as_of_today, keep_words
from coach.usecases.asking import action_of, in_order
from coach.usecases.call import Call
from coach.usecases.check_ins import blocked
from coach.usecases.part_answers import action_done, action_in_words

LONGEST = 40
"""Words of an answer about parts; what is longer is something else."""
STILL = timedelta(days=28)
"""How far back something that is in the way is looked for."""


def answer_parts(call: Call, text: str, waiting: Sequence[CheckIn]) -> bool:
    """Take "écoutes 2 sur 2, les macros pas encore" as the answers of the parts that it names.

    "All done" is for all that wait; "2 of 2" for the one that asks for two; what was in the way and is said
    to be settled is so. False where a text names no part and says neither.
    """
    words = plain(text)
    parts = parts_asked(call, waiting)
    if not parts or len(words.split()) > LONGEST or says_aim(words):
        return False
    pieces = part_pieces(words, {one.id: action_text(call, one) for one in parts})
    obstacles = {place: _obstacle(call, one) for place, one in enumerate(pieces) if one.settled}
    settled = {place: one for place, one in obstacles.items() if one is not None}
    open_ids = {one.id for one in parts if one.state is CheckInState.ASKED}
    open_ids |= {one.id for one in settled.values()}
    readings = [_reading(call, one) for one in pieces]
    named = any(one.part is not None or one.everything or one.others for one in pieces)
    if not settled and not named and not _each_has_its_own(readings, parts, open_ids):
        return False
    if any(one.away for one in readings) or _tells_a_metric(call, pieces):
        return False
    readings = _with_reasons(pieces, readings)
    told = _shared(pieces, readings, settled, parts, open_ids)
    if not told and not settled:
        return _asked_how_many(call, pieces, [one for one in parts if one.id in open_ids], text)
    for one in settled.values():
        _settle(call, one, answered=one.id in told)
    for one in settled.values() if not told else ():
        _ask_again(call, one)
    for ident, place in told.items():
        _take(call, ident, pieces[place], readings[place], text)
    return True


def _each_has_its_own(
    readings: Sequence[CheckInReading], parts: Sequence[CheckIn], open_ids: AbstractSet[str]
) -> bool:
    """Whether several shares are each of another part, by how often it is due ("3 of 4 and 1 of 2")."""
    due = [one.wanted for one in parts if one.id in open_ids]
    told = [one.total for one in readings]
    return len(told) > 1 and len(set(told)) == len(told) and all(due.count(one) == 1 for one in told)


def parts_asked(call: Call, waiting: Sequence[CheckIn]) -> list[CheckIn]:
    """The questions about parts that wait and those beside them that were answered, in their order."""
    asked = {one.id: one for one in waiting if one.asks is CheckInAsks.ACTION}
    focus = call.person.focus
    last = (
        call.uow.check_ins.get(call.workspace, focus.id)
        if focus is not None and focus.kind is FocusKind.CHECK_IN
        else None
    )
    for said in {one.said for one in (*asked.values(), *([last] if last is not None else []))}:
        if said is not None:
            beside = call.uow.check_ins.in_message(call.workspace, call.user, said)
            asked |= {one.id: one for one in beside if one.asks is CheckInAsks.ACTION}
    latest: dict[str, CheckIn] = {}
    for one in sorted(asked.values(), key=lambda each: each.asked_at):
        goal = call.uow.goals.get(call.workspace, one.goal)
        if goal is not None and goal.state not in ENDED and goal.actions:
            latest[one.goal] = one
    return in_order(call.uow, list(latest.values()))


def action_text(call: Call, one: CheckIn) -> str:
    """What somebody does as their part, in words."""
    goal = call.uow.goals.get(call.workspace, one.goal)
    return " ".join(action.text for action in goal.actions) if goal is not None else ""


def _reading(call: Call, piece: PartPiece) -> CheckInReading:
    """What a piece says of its part: in its own words where they say it, else without what ties the two."""

    def read(words: str) -> CheckInReading:
        language = call.person.language
        return read_check_in(words, language=language, today=call.today, metric=None, unit=Unit.COUNT)

    whole = read(piece.words)
    if (
        whole.blocked
        or whole.away
        or whole.not_done
        or whole.total is not None
        or (piece.part is None and not piece.others)
    ):
        return whole
    if (rest := read(piece.rest)).total is not None:
        return rest  # "4 renforts sur 5"
    return read(bare(piece)) if bare(piece) else whole.model_copy(update={"done": False, "vague": False})


def _asked_how_many(call: Call, pieces: Sequence[PartPiece], waiting: Sequence[CheckIn], text: str) -> bool:
    """Ask how many times, where "done all 3" is of no part that was asked about."""
    if not waiting or not any(one.everything and one.count is not None for one in pieces):
        return False
    keep_words(call, waiting[0], text)
    call.say(actions.VagueAction())
    return True


def _with_reasons(pieces: Sequence[PartPiece], readings: Sequence[CheckInReading]) -> list[CheckInReading]:
    """The readings, where what is in the way is told in several pieces ("no headset, nobody answers")."""
    told = list(readings)
    last: int | None = None
    for place, (piece, reading) in enumerate(zip(pieces, readings, strict=True)):
        if reading.blocked:
            last = place
        elif reading.is_answer or piece.part is not None or piece.everything or piece.settled:
            last = None
        elif last is not None:
            reason = ", ".join(one for one in (told[last].reason, piece.words) if one)
            told[last] = told[last].model_copy(update={"reason": reason})
    return told


def _tells_a_metric(call: Call, pieces: Sequence[PartPiece]) -> bool:
    """Whether a piece that names no part tells the figure of a metric: who hears figures takes it all."""
    for piece in pieces:
        if piece.part is None and has_digit(piece.words):
            found = find_metrics(piece.words, fold(piece.words), call.person.language)
            if any(one.metric is not None for one in found):
                return True
    return False


def _shared(
    pieces: Sequence[PartPiece],
    readings: Sequence[CheckInReading],
    settled: dict[int, CheckIn],
    parts: Sequence[CheckIn],
    open_ids: AbstractSet[str],
) -> dict[str, int]:
    """Which piece answers which part: the place of the piece by the part's id, in the order of the text."""
    told: dict[str, int] = {}
    named = {place: one.part for place, one in enumerate(pieces) if one.part is not None}
    for place, part in named.items():
        behind = place
        while is_only_a_name(pieces[behind]) and behind + 1 in named:
            behind += 1
        if behind not in settled and readings[behind].is_answer and part not in told:
            told[part] = behind
    loose = [place for place in range(len(pieces)) if place not in named and place not in settled]
    for place in sorted(loose, key=lambda one: pieces[one].everything or pieces[one].others):
        piece = pieces[place]
        left = [one for one in parts if one.id in open_ids and one.id not in told]
        if piece.others and readings[place].is_answer:
            told |= {one.id: place for one in left}
        elif piece.everything:
            if piece.count is None or piece.count in {len(left), *(one.wanted for one in left)}:
                told |= {one.id: place for one in left}
        elif readings[place].is_answer and (fitting := _place(piece, readings[place], left)) is not None:
            told[fitting.id] = place
    return dict(sorted(told.items(), key=lambda each: each[1]))


def _place(piece: PartPiece, reading: CheckInReading, left: Sequence[CheckIn]) -> CheckIn | None:
    """The one part that a piece without a name can be about; None where it may be of several, or of none."""
    if reading.total is not None:
        due = [one for one in left if one.wanted == reading.total]
        left = due if due or counts_something(piece) else left
    elif reading.level is not None and reading.level.value != int(reading.level.value):
        left = []  # a decimal counts nothing
    elif reading.level is not None:
        left = [one for one in left if reading.level.value <= (one.wanted or 1)]
    return left[0] if len(left) == 1 else None


def _take(call: Call, ident: str, piece: PartPiece, reading: CheckInReading, text: str) -> None:
    check_in = call.uow.check_ins.get(call.workspace, ident)
    goal = call.uow.goals.get(call.workspace, check_in.goal) if check_in is not None else None
    if check_in is None or goal is None:
        return
    check_in = as_of_today(call, check_in, goal)
    call.focus(FocusKind.CHECK_IN, check_in.id)
    if reading.blocked:
        blocked(call, check_in, goal, reading.reason)
    elif piece.everything and piece.part is None:
        action_done(call, check_in, goal, check_in.wanted or 1, text)
    elif reading.level is not None and not reading.done:
        action_done(call, check_in, goal, int(reading.level.value), piece.words)
    else:
        action_in_words(call, check_in, goal, reading, piece.words)


def _obstacle(call: Call, piece: PartPiece) -> CheckIn | None:
    """What was in the person's way and is settled: what the piece speaks of, else the only thing."""
    found: dict[str, CheckIn] = {}
    for goal in call.uow.goals.active(call.workspace):
        if call.user in {goal.owner, *goal.contributors}:
            asked = call.uow.check_ins.of_goal(call.workspace, goal.id, call.today - STILL)
            mine = [one for one in asked if one.user == call.user and one.state is CheckInState.BLOCKED]
            if mine:
                found[goal.id] = mine[-1]
    spoken = [one for one in found.values() if speaks_of(piece, one.words or "")]
    candidates = spoken or list(found.values())
    return candidates[0] if len(candidates) == 1 else None


def _settle(call: Call, one: CheckIn, *, answered: bool) -> None:
    """Nothing is in the way any more: a question of today is open again, and whoever leads is told."""
    goal = call.uow.goals.get(call.workspace, one.goal)
    if goal is None:
        return
    current = any(each.id == one.id for each in _latest_of(call, one))
    if not answered and one.asks is CheckInAsks.ACTION and current and one.done is None:
        open_again = one.model_copy(update={"state": CheckInState.ASKED, "answered_at": None, "words": None})
        call.uow.check_ins.save(open_again)
        call.focus(FocusKind.CHECK_IN, one.id)
    elif not answered:
        call.uow.check_ins.save(one.model_copy(update={"state": CheckInState.ANSWERED, "words": None}))
    call.say(say.SettledNoted(metric_of(goal)))
    if goal.owner != call.user:
        call.say(
            say.ToldSettled(Person(user=call.user), metric_of(goal)),
            to=goal.owner,
            language=call.language_of(goal.owner),
            lane=Lane.NUDGE,
            key=f"settled:{one.id}:{call.event}",
        )


def _latest_of(call: Call, one: CheckIn) -> Sequence[CheckIn]:
    return call.uow.check_ins.recent(call.workspace, one.goal, call.user, 1)


def _ask_again(call: Call, settled: CheckIn) -> None:
    """Ask about the part itself, once nothing is in its way."""
    one = call.uow.check_ins.get(call.workspace, settled.id)
    goal = call.uow.goals.get(call.workspace, settled.goal)
    if one is not None and goal is not None and one.state is CheckInState.ASKED:
        call.say(say.AndNextAction(one.wanted or 1, action_of(goal)))
