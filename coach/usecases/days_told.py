"""The day that the figure of a text is of, where it is one gone by."""

from datetime import date

from coach.language.days_gone import day_of_figure
from coach.language.detection import detect
from coach.language.plain import plain
from coach.usecases.call import Call


def day_told(call: Call, text: str) -> date | None:
    """The day gone by that the figure of a text is of; None: today, as far as it says."""
    words = plain(text)
    return day_of_figure(words, detect(words, call.person.language), call.today)
