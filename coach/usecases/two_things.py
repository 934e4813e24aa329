"""A figure or an answer and an order about a goal in one message: each half is heard by itself."""

from collections.abc import Callable, Sequence

from coach.errors import Refused
from coach.following import CheckIn
from coach.goal import Goal
from coach.language.check_in import has_figure, read_check_in
from coach.language.detection import detect
from coach.language.ending import ends_goal
from coach.language.figure_names import find_figure_names
from coach.language.goal_orders import orders_news, orders_owner, orders_terms
from coach.language.numbers import with_digits
from coach.language.orders import OrderKind, read_order
from coach.language.plain import fold, plain
from coach.language.sentences import halves
from coach.people import FocusKind
from coach.told_pieces import told_pieces
from coach.usecases.call import Call
from coach.usecases.commands import named_goals
from coach.usecases.goal_lines import RUNNING
from coach.usecases.orders import it_named
from coach.usecases.sharing_out import is_somebodys, own_words, taker_meant
from coach.usecases.told_figures import takers_of

_DONE_TO_A_GOAL = frozenset({OrderKind.REST, OrderKind.GO_ON, OrderKind.END})


def hear_two_things(
    call: Call,
    text: str,
    waiting: Sequence[CheckIn],
    hear: Callable[[str], object],
    order: Callable[[str], bool],
) -> bool:
    """Take "81 for the service level, and end it please" as a figure and what is wanted of its goal.

    Args:
        call: Who writes.
        text: What they wrote.
        waiting: Their questions without an answer.
        hear: Hears one half as if it were all.
        order: Does what one half wants of a goal under way; False where it wants nothing.

    Returns:
        False where it is not both: nothing is taken then.
    """
    for cut in halves(text):
        if _tells(call, cut.head, waiting) and orders(call, cut.tail) and not orders(call, cut.head):
            about = _told_of(call, cut.head, waiting)
            if _names_resting(call, cut.tail):
                _ordered(call, cut.tail, order)  # what is to rest is asked for no more
                hear(cut.head)
                return True
            hear(cut.head)
            if about is not None:
                call.focus(FocusKind.GOAL, about.id)  # "end it": what was spoken of last
            _ordered(call, cut.tail, order)
            return True
        after = cut.full or not _sets_terms(cut.head)  # "the target of CSAT to 90 and FCR to 60"
        if after and orders(call, cut.head) and _names_figure(call, cut.tail, waiting):
            if not _ordered(call, cut.head, order):
                return False
            hear(cut.tail)
            return True
    return False


def _ordered(call: Call, text: str, order: Callable[[str], bool]) -> bool:
    """Do what is ordered; where it cannot be, that is said, and the other half stands."""
    try:
        return order(text)
    except Refused as refusal:
        call.say(refusal.says)
        return True


def orders(call: Call, text: str) -> bool:
    """Whether a text, by itself, is an order about a goal of theirs under way."""
    goals = [goal for goal in call.uow.goals.of_person(call.workspace, call.user) if goal.state in RUNNING]
    if not goals:
        return False
    found = read_order(text, language=call.person.language, today=call.today)
    if found is not None and found.kind in _DONE_TO_A_GOAL:
        return not found.named or it_named(found.named) or bool(named_goals(call, found.named))
    if (ended := ends_goal(text)) is not None:
        return not ended or bool(named_goals(call, ended))
    changes = (orders_terms(text), orders_owner(text), orders_news(text))
    return any(one is not None and (not one.named or bool(named_goals(call, one.named))) for one in changes)


def _names_resting(call: Call, text: str) -> bool:
    """Whether a text names the goal that is to rest."""
    found = read_order(text, language=call.person.language, today=call.today)
    rests = found is not None and found.kind is OrderKind.REST
    return rests and found is not None and bool(found.named) and not it_named(found.named)


def _sets_terms(text: str) -> bool:
    return orders_terms(text) is not None


def _tells(call: Call, text: str, waiting: Sequence[CheckIn]) -> bool:
    """Whether a text tells a figure, or answers a question that is open."""
    language = call.person.language
    if has_figure(text):
        return bool(told_pieces(plain(text), language))
    reading = read_check_in(text, language=language, today=call.today, metric=None, unit=None)
    return bool(waiting) and (reading.done or reading.not_done or reading.blocked)


def _names_figure(call: Call, text: str, waiting: Sequence[CheckIn]) -> bool:
    """Whether a text tells the figure of a goal of theirs, by its name."""
    takers = takers_of(call, waiting)
    pieces = told_pieces(plain(text), call.person.language, own_words(takers))
    return any(
        one.figure is not None and one.name is not None and is_somebodys(one.name, takers) for one in pieces
    )


def _told_of(call: Call, text: str, waiting: Sequence[CheckIn]) -> Goal | None:
    """The one goal that a text names, else the one whose question is open or was answered last."""
    words, takers = plain(text), takers_of(call, waiting)
    lang = detect(words, call.person.language)
    names = find_figure_names(words, with_digits(fold(words), lang), lang, own_words(takers))
    meant = {one.goal.id: one.goal for name in names if (one := taker_meant(name, takers)) is not None}
    if names:
        return next(iter(meant.values())) if len(meant) == 1 else None
    focus = call.person.focus
    if focus is None or focus.kind is not FocusKind.CHECK_IN:
        return None
    check_in = call.uow.check_ins.get(call.workspace, focus.id)
    return call.uow.goals.get(call.workspace, check_in.goal) if check_in is not None else None
