"""The shape of a language's table of date words; `dates.py` turns it into deadlines."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DateWords:
    """What dates are made of in one language: patterns over the folded text.

    Named groups carry the parts: `d` day, `m` month, `y` year, `edge` which end of a period, `q` quarter,
    `h` half, `n` and `n2` numbers, `u` unit, `rel` which one, `wd` weekday, `feast`.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    edges: dict[str, str]
    """`end`, `mid` or `early`."""
    units: dict[str, str]
    """`day`, `workday`, `week`, `month`, `quarter`, `half`, `year`."""
    ordinals: dict[str, int]
    feasts: dict[str, str]
    next_words: tuple[str, ...]
    last_words: tuple[str, ...]
    patterns: tuple[tuple[str, str], ...]
    """Kind and expression, the most telling first. `{month}` and the like stand for the tables above."""
    cue: str
    """What stands before a deadline."""
    not_cue: str
    """What stands before a date that is no deadline."""
    not_after: str
    """What stands behind a date that is no deadline."""
    day_first: bool
