"""What whoever leads says of the action that their team does: no question asks them, and it is no figure."""

from collections.abc import Sequence
from itertools import pairwise

from coach.following import CheckIn
from coach.language.detection import detect
from coach.language.figure_names import find_figure_names
from coach.language.numbers import with_digits
from coach.language.part_pieces import find_part_names
from coach.language.patterns import rx
from coach.language.plain import fold, plain
from coach.language.proportions import OUT_OF
from coach.messages.following import ActionOfTheTeam
from coach.usecases.asking import action_of
from coach.usecases.call import Call
from coach.usecases.goal_lines import RUNNING
from coach.usecases.parts import action_text, parts_asked
from coach.usecases.sharing_out import own_words
from coach.usecases.told_figures import takers_of

_CUTS = rx(r" ?[;\n] ?| ?, (?:et |and )?|\.(?= |$) ?| (?:et|and|puis|then) ")


def without_team_actions(call: Call, text: str, waiting: Sequence[CheckIn]) -> str:
    """A text without "rappels 2 sur 2" of an action that its writer leads and is not asked about.

    Such a count would be read as the goal's figure. That it is not kept is said.

    Args:
        call: Who writes.
        text: What they wrote.
        waiting: Their questions without an answer.
    """
    words = plain(text)
    if OUT_OF.search(fold(words)) is None:
        return text
    goals = call.uow.goals.of_person(call.workspace, call.user)
    led = {
        goal.id: action_of(goal)
        for goal in goals
        if goal.owner == call.user and goal.state in RUNNING and goal.actions
    }
    asked = {one.id: action_text(call, one) for one in parts_asked(call, waiting)}
    own = own_words(takers_of(call, waiting))
    language = detect(words, call.person.language)
    left = ""
    for joint, piece in _pieces(words):
        work = with_digits(fold(piece), language)
        counts = OUT_OF.search(work) is not None and not find_figure_names(piece, work, language, own)
        named = counts and any(one.part is not None for one in find_part_names(piece, led))
        if named and not any(one.part is not None for one in find_part_names(piece, asked)):
            call.say(ActionOfTheTeam(piece.strip(" ,;.")))
        else:
            left += f"{joint}{piece}" if left else piece
    return left


def _pieces(words: str) -> list[tuple[str, str]]:
    """The clauses of a text, each behind what joins it to the one before."""
    cuts = [(0, 0), *(cut.span() for cut in _CUTS.finditer(fold(words))), (len(words), len(words))]
    return [(words[start:end], words[end:following]) for (start, end), (following, _) in pairwise(cuts)]
