"""Figures, dates and times as people read them in each language, by Babel's rules.

French has narrow no-break spaces before the percent sign and "1er" for the first of a month; English dates
put the day first and spell the month, which nobody can misread.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from coach.language.reading import Language
from coach.messages.base import Change
from coach.quantity import SECONDS_IN, Quantity, Unit

LOCALES = {Language.FR: "fr_FR", Language.EN: "en_GB"}
NARROW = "\N{NARROW NO-BREAK SPACE}"
NO_BREAK = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"

SMALLEST_DAY = Decimal("0.05")
"""Differences of less are told in minutes."""

UnitWords = Callable[[Unit, Decimal], str]
"""The catalogue's words for an amount of a unit: `(points, 5)` is "5 points"."""


def number(value: Decimal | int, language: Language) -> str:
    """A number with at most two decimals: `1 234,5`, `1,234.5`."""
    return format_decimal(value, format="#,##0.##", locale=LOCALES[language])


def quantity(figure: Quantity, language: Language, words: UnitWords) -> str:
    """A figure with its unit: `12,3 %`, `4 min 30 s`, `5 points`, `12 par semaine`."""
    if figure.value < 0:
        return MINUS + quantity(figure.model_copy(update={"value": -figure.value}), language, words)
    if figure.unit is Unit.PERCENT:
        return number(figure.value, language) + (f"{NARROW}%" if language is Language.FR else "%")
    if figure.is_duration:
        return duration(figure, language, words)
    if figure.unit in {Unit.COUNT, Unit.SCORE, Unit.CURRENCY}:
        return number(figure.value, language)
    if figure.unit in _SIGNS:
        return _money(figure, language)
    return words(figure.unit, figure.value)


_SIGNS = {Unit.EUR: "€", Unit.USD: "$", Unit.GBP: "£", Unit.CHF: "CHF"}


def _money(figure: Quantity, language: Language) -> str:
    """An amount with its currency where each language puts it: `12 000 €`, `€12,000`, `CHF 12,000`."""
    cents = figure.value != figure.value.to_integral_value()
    amount = format_decimal(figure.value, "#,##0.00" if cents else "#,##0", locale=LOCALES[language])
    sign = _SIGNS[figure.unit]
    if language is Language.FR:
        return f"{amount}{NO_BREAK}{sign}"
    return f"{sign}{NO_BREAK if sign.isalpha() else ''}{amount}"


def duration(figure: Quantity, language: Language, words: UnitWords) -> str:
    """A length of time by its two largest parts: `45 s`, `4 min 30 s`, `2 h 30 min`, `3 jours`."""
    seconds = figure.value * SECONDS_IN[figure.unit]
    if seconds >= SECONDS_IN[Unit.DAYS]:
        return words(Unit.DAYS, (seconds / SECONDS_IN[Unit.DAYS]).quantize(Decimal("0.1")))
    for larger, least in ((Unit.HOURS, Unit.MINUTES), (Unit.MINUTES, Unit.SECONDS)):
        size, half = SECONDS_IN[least], SECONDS_IN[least] / 2
        rounds = larger is Unit.MINUTES or seconds % SECONDS_IN[larger] >= half  # "2 h 20 s" is told as it is
        if seconds >= SECONDS_IN[larger] - half and rounds:
            # what is told last is a whole number, rounded as levels are where they are subtracted
            seconds = (seconds / size).to_integral_value(ROUND_HALF_UP) * size
            break
    parts: list[str] = []
    sizes = ((Unit.HOURS, "h"), (Unit.MINUTES, "min"), (Unit.SECONDS, "s"))
    for unit, sign in sizes:
        size = SECONDS_IN[unit]
        whole = seconds // size if unit is not Unit.SECONDS else seconds
        seconds -= whole * size
        if whole:
            parts.append(f"{number(whole, language)}{NO_BREAK}{sign}")
    return NO_BREAK.join(parts[:2]) or f"0{NO_BREAK}s"


def change(difference: Change, language: Language, words: UnitWords) -> str:
    """A difference with its sign: `+5 points`, `−30 s`."""
    figure = difference.quantity
    sign = "" if figure.value < 0 else "+"
    if figure.unit is Unit.DAYS and abs(figure.value) >= SMALLEST_DAY:
        days = words(Unit.DAYS, abs(figure.value).quantize(Decimal("0.1")))
        return (MINUS if figure.value < 0 else "+") + days
    return sign + quantity(difference.quantity, language, words)


def day(value: date, language: Language, style: str) -> str:
    """A date: plain "31 janvier 2027", `short` "31 janvier", `full` "lundi 31 janvier", `weekday` "lundi".

    `brief` is for pictures: "31 janv.".
    """
    patterns = {"short": "d MMMM", "full": "EEEE d MMMM", "weekday": "EEEE", "brief": "d MMM"}
    pattern = patterns.get(style, "d MMMM y")
    text = format_date(value, pattern, locale=LOCALES[language])
    if language is Language.FR and value.day == 1 and style != "weekday":
        text = text.replace("1 ", f"1er{NO_BREAK}", 1)
    return text


def weekday(index: int, language: Language) -> str:
    """A weekday's name; 0 is Monday."""
    return format_date(date(2024, 1, 1 + index), "EEEE", locale=LOCALES[language])


def hour(value: time, language: Language) -> str:
    """A time of day: `9 h 30`, `9:30`."""
    if language is Language.EN:
        return f"{value.hour}:{value.minute:02}"
    return f"{value.hour}{NO_BREAK}h" + (f"{NO_BREAK}{value.minute:02}" if value.minute else "")


def instant(value: datetime, language: Language) -> str:
    """A day and a time of day, as the value's own zone shows them."""
    return f"{day(value.date(), language, 'full')}, {hour(value.timetz(), language)}"


def listing(items: list[str], language: Language) -> str:
    """A list in words: `a, b et c`."""
    return format_list(items, locale=LOCALES[language])


def apostrophes(text: str) -> str:
    """French words with the apostrophe that print has; people type the straight one."""
    return _STRAIGHT.sub("\N{RIGHT SINGLE QUOTATION MARK}", text)


_STRAIGHT = re.compile(r"(?<=[^\W\d_])'(?=\w)")
