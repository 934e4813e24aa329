"""Whether a text is about a goal at all, or merely tells of something."""

from coach.catalogue import METRICS
from coach.language.choice import Choice
from coach.language.clauses import verbs
from coach.language.direction import first_verb, quantified, wishes
from coach.language.figures import Multiple
from coach.language.openings import OPENING, TELLING, opens
from coach.language.paraphrases import wishes_or_complains
from coach.language.patterns import exact
from coach.language.reading import Language
from coach.language.roles import Roles
from coach.metrics import Kind, MetricKey


def is_goal(
    goal: str,
    language: Language,
    roles: Roles,
    choice: Choice,
    multiple: Multiple | None,
    *,
    due: bool = False,
) -> bool:
    """Whether the text wants something to change or to be reached, and does not merely tell of something.

    Args:
        goal: the text with what is not the goal itself masked.
        language: whose words to look for.
        roles: its figures.
        choice: its metric.
        multiple: a change told as a multiple.
        due: whether a date stands there that is surely a deadline.
    """
    verb = first_verb(goal, language)
    wish = wishes(language).search(goal) is not None
    has_value = bool(roles.known()) or multiple is not None
    tells = _tells(goal, language, roles, verb, due=due)
    if choice.metric is not None and choice.metric is not MetricKey.OTHER:
        verb = verb or quantified(goal, language)
        if choice.is_meant or not has_value:
            wish = wish or wishes_or_complains(goal, language)
        if verb is not None or wish:
            return not tells or wish
        if not due and _is_bare_count(roles, choice.metric):
            return False
        return (has_value or (due and _does(goal, language))) and not tells
    named = choice.metric is not None or bool(choice.alternatives)
    due = due or _RHYTHM.search(goal) is not None
    if named and has_value and not tells and (_does(goal, language) or _aims(goal, roles, choice, due=due)):
        return True
    if verb is None and choice.is_named:
        verb = quantified(goal, language)
    if verb is None:
        signed = roles.delta is not None and (bool(roles.delta.sign) or due)
        return (wish and (named or (has_value and not tells))) or (named and signed)
    begins = opens(goal[: verb[1]])
    return wish or ((begins or named) and not tells)


def _tells(
    goal: str, language: Language, roles: Roles, verb: tuple[str, int, int] | None, *, due: bool
) -> bool:
    """Whether the words around what would be the goal merely tell of something that happened."""
    telling = TELLING[language]
    if telling.search(goal) is None:
        return False
    figure = roles.target or roles.delta
    anchor = figure.start if figure is not None else verb[1] if verb else 0
    start = max((found.end() for found in _STOPS.finditer(goal, 0, anchor)), default=0)
    stop = _STOPS.search(goal, anchor)
    sentence = goal[start : stop.start() if stop else len(goal)]
    if telling.search(sentence) is None:
        return not (verb or roles.pair or due)
    if verb is None or not start <= verb[1] < start + len(sentence):
        return True
    comma = sentence.rfind(",", 0, verb[1] - start) + 1  # "... has crept up since May, bring it back to 6"
    piece = sentence[comma:]
    return not comma or not opens(piece[: verb[1] - start - comma]) or telling.search(piece) is not None


_RHYTHM = exact(r"^[^.;,]{0,60}\^")
"""A level with its rhythm at the head of the text ("50 new contracts a quarter")."""
_STOPS = exact(r"[.!?](?=[ ]|$)|[;\n]|:[ ]|(?<!\w)(?:but|mais)(?!\w)")


def _is_bare_count(roles: Roles, metric: MetricKey) -> bool:
    """Whether all that is said is how many there are ("2 tickets waiting"), not how many there shall be."""
    target = roles.target
    if METRICS[metric].kind is not Kind.COUNT or target is None or len(roles.known()) > 1:
        return False
    return target.unit is None and not (roles.target_is_said or roles.above or roles.below)


def _does(goal: str, language: Language) -> bool:
    """Whether the text opens with a verb of doing ("sign 45 contracts")."""
    doing = verbs(language, "doing").search(goal)
    return doing is not None and (
        not goal[: doing.start()].strip() or bool(OPENING.fullmatch(goal[: doing.start()]))
    )


def _aims(goal: str, roles: Roles, choice: Choice, *, due: bool) -> bool:
    """Whether a thing outside the catalogue has a level to come: one beside today's, or one with an end."""
    if roles.target is None:
        return False
    if roles.baseline is not None:
        return True
    if not choice.is_named:
        lead = goal[: roles.target.start]
        return due and (opens(lead) or _TO_A_LEVEL.search(lead) is not None)
    return due or _TO_A_LEVEL.search(goal[: roles.target.start]) is not None


_TO_A_LEVEL = exact(r"(?:(?<!\w)(?:to|a|at least|au moins|above|under|below|sous)|->|=>|:)[ ]*$")
