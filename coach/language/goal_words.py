"""The shape of a language's table of goal words: verbs, cues around figures, clauses, vague words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class GoalWords:
    """Expressions over the folded text, in which `#` is a figure and `@` a date."""

    increase: tuple[str, ...]
    decrease: tuple[str, ...]
    reach: tuple[str, ...]
    maintain: tuple[str, ...]
    improve: tuple[str, ...]
    """Verbs of change whose way depends on the metric."""
    quicker: tuple[str, ...]
    """Words that make a time shorter."""
    doing: tuple[str, ...]
    """Verbs of doing something countable ("sign 30 contracts")."""
    above: str
    """Right before a figure: at more than it."""
    below: str
    floor: str
    """Right before a figure: at least or at most it."""
    to: str
    """Right before a figure: it is a level to be reached."""
    by: str
    """Right before a figure: it is a change, where a verb of change stands before."""
    change: str
    """Right before a figure: it is a change, whatever stands before."""
    change_after: str
    """Right after a figure: it is a change."""
    baseline: str
    baseline_after: str
    target: str
    target_after: str
    stretch: str
    stretch_after: str
    pair_from: str
    """Before the first of two figures that are a start and an end."""
    pair_to: str
    """The whole of what stands between them."""
    instead: str
    """Between a target and the baseline that it replaces."""
    between: str
    """Before the first figure of a range."""
    range_and: str
    within: str
    """Right before a length of time: a promise to the customer."""
    guard: str
    """Where a clause about what must not break begins."""
    lever: str
    relevance: str
    scope: str
    owner: tuple[str, ...]
    """Expressions over the text as written; `{name}` is a name."""
    no_names: frozenset[str]
    """Capitalised words that are no people, folded."""
    vague: str
    cadences: tuple[tuple[str, str], ...]
    goal: str
    """Words that say that this is a goal ("objectif", "I want to")."""
    fewer: str
    """Right before a metric that is counted: the person wants fewer."""
    more: str
    joint: str
    """Between two goals in one sentence."""
    polite: str
    """How a message may begin without saying anything."""
