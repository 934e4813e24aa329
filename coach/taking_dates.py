"""The end of a goal, held against the day on which it is told."""

from datetime import date, timedelta
from typing import Any

from coach.language.reading import DeadlineProblem, Understanding
from coach.messages import dialogue as say
from coach.messages.base import Message

FARTHEST = timedelta(days=3 * 366)
"""Further than this is an ambition, not a goal with an end: it is asked again."""


def deadline_problem(reading: Understanding) -> Message | None:
    """What is wrong with a date that was written and not taken."""
    text = reading.deadline_text or ""
    match reading.deadline_problem:
        case DeadlineProblem.IMPOSSIBLE:
            return say.DeadlineIsImpossible(text)
        case DeadlineProblem.PAST:
            return say.DeadlineIsPast(text)
        case DeadlineProblem.AMBIGUOUS:
            return say.DeadlineIsAmbiguous(text)
        case _:
            return None


def check_deadline(facts: dict[str, Any], reading: Understanding | None, today: date) -> Message | None:
    """What is wrong with the date among the facts, which is left out of them where it was not to be read."""
    deadline = facts.get("deadline")
    if deadline is None:
        return None
    if reading is not None and reading.deadline_problem is not None:
        facts.pop("deadline")
        return None
    if deadline <= today:
        text = (reading.deadline_text if reading is not None else None) or deadline.isoformat()
        return say.DeadlineIsPast(text)
    if deadline > today + FARTHEST:
        return say.DeadlineIsFar(today + FARTHEST)
    return None
