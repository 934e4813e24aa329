"""What can follow `/goal` and `/objectif`: one table of words for both languages; all else is a wish.

Each command has a button twin, since Slack has no commands in threads.
"""

import html
import re
import textwrap
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum

from coach.broken_guard import guard_line
from coach.goal import Goal, GoalState
from coach.hearing import LONGEST_TEXT
from coach.language.figure_names import find_figure_names
from coach.language.patterns import exact, rx
from coach.language.plain import fold, plain
from coach.language.reading import Language
from coach.messages import commands as say
from coach.messages import home
from coach.messages.base import Message
from coach.metrics import MetricKey, is_called
from coach.naming import metric_of
from coach.roles import Deed, may
from coach.speech import Button, Line, Part, Row, Speech, Style, Verb
from coach.usecases.call import Call
from coach.usecases.goal_lines import RUNNING, goal_line, goal_parts, pause_button, progress_of
from coach.usecases.home import pause, show_goal
from coach.usecases.metrics import show_metrics
from coach.usecases.privacy import export, show_privacy
from coach.usecases.settings import show_settings
from coach.welcome import help_speech

SHOWN = 8
"""Goals that one message lists."""

GIVEN_BACK = 1500
"""Characters of a block of text that is given back to whoever typed it."""


class Command(StrEnum):
    """Something to be done, in the place of a wish."""

    HELP = "help"
    LIST = "list"
    STATUS = "status"
    PAUSE = "pause"
    RESUME = "resume"
    METRICS = "metrics"
    SETTINGS = "settings"
    EXPORT = "export"
    PRIVACY = "privacy"


WORDS: dict[Command, tuple[str, ...]] = {
    Command.HELP: ("", "?", "help", "aide"),
    Command.LIST: ("list", "goals", "my goals", "liste", "objectifs", "mes objectifs"),
    Command.STATUS: ("status", "etat", "statut", "where do we stand", "ou en est-on"),
    Command.PAUSE: ("pause", "mettre en pause"),
    Command.RESUME: ("resume", "unpause", "reprendre", "reprends"),
    Command.METRICS: ("metrics", "indicateurs"),
    Command.SETTINGS: ("settings", "preferences", "reglages", "parametres"),
    Command.EXPORT: ("export", "export my data", "exporter", "mes donnees", "exporter mes donnees"),
    Command.PRIVACY: ("privacy", "my data", "vie privee", "confidentialite"),
}
"""Folded words: lower case, without accents."""
_REST = rx(
    r"^(?:mets|mettez|mettre|mettons|put)(?: (?:the|le|la|les|l'objectif|mon objectif))? ?(?:l'|d'|de |sur )?"
    r"(?P<goal>.+?) (?:en pause|on hold|on pause)$"
)
OF_A_GOAL = frozenset({Command.STATUS, Command.PAUSE, Command.RESUME})
"""Commands that a goal's name may follow: `pause CSAT`."""


def read_command(text: str) -> tuple[Command, str] | None:
    """A command and what follows it, or None where the text is a wish.

    Only whole words count: "list of complaints cut by half" is a wish. What follows is given back for the
    commands that take a goal.
    """
    folded = fold(plain(text)).strip()
    folded = folded.rstrip(" .?!") or folded
    for command, words in WORDS.items():
        if folded in words:
            return command, ""
    for command in OF_A_GOAL:
        for word in WORDS[command]:
            if folded.startswith(f"{word} "):
                return command, folded[len(word) :].strip()
    if (resting := _REST.match(folded)) is not None:
        return Command.PAUSE, resting["goal"]
    return None


def carry_out(call: Call, command: Command, named: str = "") -> bool:
    """Do what a command says; False where what follows it names no goal of the person's: it was a wish.

    Args:
        call: Who typed it.
        command: What is to be done.
        named: The words that follow it.
    """
    chosen = named_goals(call, named) if named else None
    if named and not chosen:
        return False
    simple: dict[Command, Callable[[Call], object]] = {
        Command.LIST: list_goals,
        Command.METRICS: show_metrics,
        Command.SETTINGS: show_settings,
        Command.EXPORT: export,
        Command.PRIVACY: show_privacy,
    }
    match command:
        case Command.STATUS:
            status(call, chosen)
        case Command.PAUSE | Command.RESUME:
            rest(call, chosen, resting=command is Command.PAUSE)
        case _ if command in simple:
            simple[command](call)
        case _:
            call.say(command_help())
    return True


def command_help() -> Speech:
    """How to begin, what can follow the command, and a button for each."""
    parts = (
        *help_speech().parts,
        Line(say.CommandsTitle()),
        Line(say.CommandsList(), Style.QUIET),
        Row(command_buttons()),
    )
    return Speech(parts)


def command_buttons() -> tuple[Button, ...]:
    """The buttons that do what the commands do."""
    return (
        Button(Verb.LIST, say.LabelList(), ""),
        Button(Verb.STATUS, say.LabelStatus(), ""),
        Button(Verb.METRICS, say.LabelMetrics(), ""),
        Button(Verb.SETTINGS, say.LabelSettings(), ""),
        Button(Verb.PRIVACY, say.LabelPrivacy(), ""),
    )


def list_goals(call: Call) -> None:
    """The person's goals, one line each, with a button to open each."""
    goals = _running(call)
    parts: list[Part] = [Line(say.YourGoals())]
    for goal in goals[:SHOWN]:
        buttons = [Button(Verb.OPEN_GOAL, home.LabelOpen(), goal.id, goal.version)]
        if may(call.user, Deed.STEER, goal):
            buttons.append(pause_button(goal))
        broken = guard_line(goal)
        parts += [
            Line(goal_line(goal, progress_of(call, goal))),
            *([Line(broken)] if broken is not None else []),
            Row(tuple(buttons)),
        ]
    _say_all(call, parts, goals)


def status(call: Call, chosen: Sequence[Goal] | None = None) -> None:
    """Where the goals stand; where one goal is meant, everything about it."""
    if chosen is not None and len(chosen) == 1:
        show_goal(call, chosen[0].id)
        return
    goals = chosen or _running(call)
    parts = [part for goal in goals[:SHOWN] for part in goal_parts(call, goal)]
    _say_all(call, parts, goals)


def _say_all(call: Call, parts: list[Part], goals: Sequence[Goal]) -> None:
    if not goals:
        call.say(Speech((Line(say.NoGoalsYet()), *help_speech().parts[1:2])))
        return
    if len(goals) > SHOWN:
        parts.append(Line(say.MoreInHome(len(goals) - SHOWN), Style.QUIET))
    call.say(Speech(tuple(parts)))


def rest(call: Call, chosen: Sequence[Goal] | None, *, resting: bool, until: date | None = None) -> None:
    """Let the goal that is meant rest, or go on; where several can be meant, each gets its button.

    One that rests already gets another last day of its rest, where one is said; else it is said until when.

    Args:
        call: Who wants it.
        chosen: The goals that were named; None where none was.
        resting: Whether it is to rest.
        until: The last day of its rest, where that was said.
    """
    state = GoalState.ACTIVE if resting else GoalState.PAUSED
    fitting = [
        goal
        for goal in chosen or _running(call)
        if goal.state is state and (chosen or may(call.user, Deed.STEER, goal))
    ]
    if not fitting and resting and (already := _resting(call, chosen, until)) is not None:
        pause(call, already.id, resting=True, until=until or already.paused_until)
        return
    if not fitting:
        call.say(say.NothingToPause() if resting else say.NothingToResume())
        return
    if len(fitting) == 1:
        pause(call, fitting[0].id, resting=resting, until=until)
        return
    which: Message = say.WhichToPause() if resting else say.WhichToResume()
    parts: list[Part] = [Line(which)]
    for goal in fitting[:SHOWN]:
        parts += [Line(say.GoalInAList(metric_of(goal)), Style.ITEM), Row((pause_button(goal),))]
    call.say(Speech(tuple(parts)))


def _resting(call: Call, chosen: Sequence[Goal] | None, until: date | None) -> Goal | None:
    """The one goal that rests already and is to rest until another day, or was named; None where none is."""
    resting = [goal for goal in chosen or _running(call) if goal.state is GoalState.PAUSED]
    mine = [goal for goal in resting if may(call.user, Deed.STEER, goal, admin=call.person.admin)]
    meant = chosen is not None or until is not None
    return mine[0] if meant and len(mine) == 1 else None


def rests_any(call: Call) -> bool:
    """Whether a goal that the person leads is paused."""
    return any(goal.state is GoalState.PAUSED and may(call.user, Deed.STEER, goal) for goal in _running(call))


def _running(call: Call) -> list[Goal]:
    return [goal for goal in call.uow.goals.of_person(call.workspace, call.user) if goal.state in RUNNING]


def named_goals(call: Call, words: str) -> list[Goal]:
    """The person's goals that some words name: by their metric, else by the words of their wish."""
    goals = _running(call)
    reading = call.understood(words)
    by_metric = [
        goal for goal in goals if reading.metric is not None and is_called(goal.metric, reading.metric)
    ]
    if reading.metric is not MetricKey.OTHER and by_metric:
        return by_metric
    if reading.metric is None and (short := _by_short_name(words, goals)):
        return short
    whole = exact(rf"(?<!\w){re.escape(words)}(?!\w)")
    return [goal for goal in goals if whole.search(fold(plain(f"{goal.metric_words or ''} {goal.wish}")))]


def _by_short_name(words: str, goals: Sequence[Goal]) -> list[Goal]:
    """The goals that a name calls by an abbreviation, in any case ("sl")."""
    names = find_figure_names(words, fold(words), Language.EN)
    return [goal for goal in goals if any(is_called(goal.metric, one.metric) for one in names if one.metric)]


def given_back(text: str) -> Speech:
    """What was typed after a command stands nowhere else: where it is too long, it is given back."""
    typed = html.unescape(text)  # Slack escapes what it sends, and is sent it escaped anew
    back = tuple(Line(home.TextBack(piece)) for piece in textwrap.wrap(typed, GIVEN_BACK))
    return Speech((Line(home.CommandTooLong(len(typed), LONGEST_TEXT)), *back))
