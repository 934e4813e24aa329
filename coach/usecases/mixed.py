"""Figures of the goals that somebody leads and answers about their parts, told in one sentence."""

from collections.abc import Mapping, Sequence

from coach.following import CheckIn, CheckInAsks, CheckInState
from coach.language.check_in import has_figure
from coach.language.detection import detect
from coach.language.figure_names import FigureName, find_figure_names
from coach.language.numbers import with_digits
from coach.language.part_pieces import PartName, find_part_names
from coach.language.plain import fold, plain
from coach.language.proportions import OUT_OF, with_one_of
from coach.language.reading import Language
from coach.messages.following import NotKept
from coach.mixed_answers import mixed_answer
from coach.mixed_tokens import OwnPart, stand_together
from coach.naming import metric_of
from coach.usecases.call import Call
from coach.usecases.check_ins import answer_in_words, reads_as_answer
from coach.usecases.parts import LONGEST, action_text, answer_parts, parts_asked
from coach.usecases.putting_right import hear_correction
from coach.usecases.several import answer_the_one_open, lead_on
from coach.usecases.sharing_out import Taker, is_somebodys, own_words
from coach.usecases.taking_back import take_back
from coach.usecases.told_figures import hear_told_figures, takers_of


def hear_mixed(call: Call, text: str, waiting: Sequence[CheckIn]) -> bool:
    """Take "csat 79,5 et renfort 4 sur 5" as a figure of a goal and an answer about a part.

    Args:
        call: Who says it.
        text: What they wrote.
        waiting: Their questions without an answer.

    Returns:
        False where it does not tell both, or may be something else: nothing is taken then.
    """
    words = plain(text)
    lang = detect(words, call.person.language)
    work = with_one_of(with_digits(fold(words), lang))
    if not has_figure(work) or len(words.split()) > LONGEST:
        return False
    asked, takers = parts_asked(call, waiting), takers_of(call, waiting)
    if not asked or not takers:
        return False
    parts = {
        one.id: OwnPart(action_text(call, one), one.wanted or 1, one.state is CheckInState.ASKED)
        for one in asked
    }
    of_parts = find_part_names(words, {key: part.action for key, part in parts.items()})
    names = _names(words, work, lang, takers, of_parts)
    mixed = mixed_answer(words, lang, names, parts)
    if mixed is None:
        both = bool(names and of_parts)  # "csat 83 grâce au renfort": the part is only spoken of
        if both and hear_told_figures(call, words, waiting, whole=False):
            lead_on(call, waiting)
            return True
        return False
    if not mixed.figures:
        counted = OUT_OF.search(work) is not None
        taken = counted and not mixed.unsure and answer_parts(call, mixed.parts, waiting)
    else:
        taken = _figures_taken(call, mixed.figures, waiting)
        if taken and mixed.parts:
            _parts_taken(call, mixed.parts, waiting)
    if not taken:
        return False
    for one in asked:
        if one.id in mixed.denied and one.answered_at is not None:
            _not_meant(call, one, asked)
    example = next(iter(takers.values())).goal
    for unsure in mixed.unsure:
        call.say(NotKept(unsure, metric_of(example)))
    lead_on(call, waiting)
    return True


def _not_meant(call: Call, part: CheckIn, asked: Sequence[CheckIn]) -> None:
    """Take back the last answer about a part, where it was more than was due: it was another figure."""
    last = max(one.answered_at for one in asked if one.answered_at is not None)
    goal = call.uow.goals.get(call.workspace, part.goal)
    more = part.done is not None and part.done > (part.wanted or 1)
    if goal is not None and more and part.answered_at == last:
        take_back(call, part, goal, "")


def _parts_taken(call: Call, text: str, waiting: Sequence[CheckIn]) -> None:
    """Take what is told of parts, by their names, else as the answer of the one that it can be of."""
    asked = [one for one in waiting if one.asks is CheckInAsks.ACTION]
    if answer_parts(call, text, waiting) or answer_the_one_open(call, text, asked, None):
        return
    if len(asked) == 1:
        answer_in_words(call, asked[0], text)


def _figures_taken(call: Call, text: str, waiting: Sequence[CheckIn]) -> bool:
    if hear_correction(call, text, waiting) or hear_told_figures(call, text, waiting, whole=False):
        return True
    asked = [one for one in waiting if one.asks is CheckInAsks.FIGURE]
    return len(asked) == 1 and reads_as_answer(call, asked[0], text) and answer_in_words(call, asked[0], text)


def _names(
    words: str, work: str, language: Language, takers: Mapping[str, Taker], of_parts: Sequence[PartName]
) -> list[FigureName]:
    """The metrics that a text names; a word of a part ("rappels") names none that nobody follows.

    Nor does one beside another of its part's words: "proposé une vente additionnelle 4 fois".
    """
    return [
        one
        for one in find_figure_names(words, work, language, own_words(takers))
        if not _is_of_part(one, of_parts, work)
        and (
            is_somebodys(one, takers)
            or (one.metric is not None and not any(_overlap(one, part) for part in of_parts))
        )
    ]


def _overlap(name: FigureName, part: PartName) -> bool:
    return part.start < name.end and name.start < part.end


def _is_of_part(name: FigureName, of_parts: Sequence[PartName], work: str) -> bool:
    """Whether a name is one of the words of a part, beside another one."""
    own = {one.part for one in of_parts if _overlap(name, one)}
    beside = [one for one in of_parts if one.part in own and not _overlap(name, one)]
    gaps = (work[min(one.end, name.end) : max(one.start, name.start)] for one in beside)
    return any(stand_together(gap) for gap in gaps)
