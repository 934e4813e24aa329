"""From messages to words: the catalogues, read as they are, filled in with each parameter's own form.

Catalogue entries hold `{name}` or `{name:form}`. What a person wrote is escaped, so that it can neither
mention a channel nor break the mark-up around it.
"""

import re
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from bot import formats
from coach.language.reading import Language
from coach.messages.base import Change, Channel, Message, MetricName, Parameter, Person
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit

LOCALES = Path(__file__).parent / "locales"
MENTIONED = re.compile(r"&lt;@([UW][A-Z0-9]{2,20})&gt;")
PLACE = re.compile(r"\{(\w+)(?::(\w+))?\}")


RATES = frozenset({Unit.PER_DAY, Unit.PER_WEEK, Unit.PER_MONTH})
"""What is so much a week already: that it changes by the week is told in other words."""


class MissingWordsError(LookupError):
    """A catalogue has no entry for a key: a fault of ours, found by the tests."""


@cache
def catalogue(language: Language) -> dict[str, tuple[str, ...]]:
    """All entries of a language: the key, and its forms (one, or one a plural form)."""
    entries: dict[str, tuple[str, ...]] = {}
    for file in sorted((LOCALES / language / "LC_MESSAGES").glob("*.po")):
        for entry in _read(file, language):
            key = entry.id if isinstance(entry.id, str) else entry.id[0]
            if not key:
                continue
            if key in entries:
                raise MissingWordsError(f"{key} stands twice in the {language} catalogues")
            forms = entry.string if isinstance(entry.string, (tuple, list)) else (entry.string,)
            entries[key] = tuple(str(form) for form in forms)
    return entries


def _read(file: Path, language: Language) -> Catalog:
    with file.open(encoding="utf-8") as lines:
        return read_po(lines, locale=str(language))


def plural_form(count: Decimal, language: Language) -> int:
    """Which form goes with an amount: French counts from two, English has one for exactly one."""
    if language is Language.FR:
        return 0 if abs(count) < 2 else 1
    return 0 if count == 1 else 1


def slack_escape(text: str) -> str:
    """What somebody wrote, so that Slack shows it as it is, and a colleague whom they mention by name."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return MENTIONED.sub(r"<@\1>", escaped)


@lru_cache(maxsize=1024)
def words(message: Message, language: Language) -> str:
    """A message in words, in Slack's mark-up; twice in a row (the text, and its blocks), it is made once.

    Raises:
        MissingWordsError: the language's catalogue has no such entry.
    """
    parameters = message.parameters()
    key = message.key()
    if message.variant is not None:
        key = f"{key}.{parameters[message.variant]}"
    count = parameters[message.plural] if message.plural is not None else None
    form = plural_form(Decimal(count), language) if isinstance(count, int) else 0
    return _filled(entry(key, language, form), parameters, language)


def plain(message: Message, language: Language) -> str:
    """A message without mark-up, for buttons, headings and notifications."""
    text = words(message, language).replace("*", "").replace("_", " ")
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def value_text(figure: Quantity, language: Language) -> str:
    """A figure as it is told, and can be read back: `78 %`, `4 min 30 s`."""
    return formats.quantity(figure, language, _unit_words(language))


def change_text(difference: Change, language: Language) -> str:
    """A difference as it is told: `+5 points`, `−30 s`."""
    return formats.change(difference, language, _unit_words(language))


def entry(key: str, language: Language, form: int = 0) -> str:
    """The words of a catalogue's entry, unfilled, in one of its plural forms.

    Raises:
        MissingWordsError: the language's catalogue has no such entry.
    """
    forms = catalogue(language).get(key)
    if not forms or not forms[min(form, len(forms) - 1)]:
        raise MissingWordsError(f"{key} has no words in {language}")
    return forms[min(form, len(forms) - 1)]


def _filled(template: str, parameters: dict[str, Parameter], language: Language) -> str:
    pieces = _pieces(template)
    if len(pieces) == 1:
        return template
    made = [pieces[0]]
    for name, style, words_after in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        if name not in parameters:
            raise MissingWordsError(f"{{{name}}} is no parameter of {template!r}")
        text = _parameter(parameters[name], language, style.lower())
        made += (text[:1].upper() + text[1:] if style[:1].isupper() else text, words_after)
    return "".join(made)


@cache
def _pieces(template: str) -> tuple[str, ...]:
    """The words before the first place; then of each place its name, its form, and the words behind it."""
    return tuple(piece or "" for piece in PLACE.split(template))


def _parameter(value: Parameter, language: Language, style: str) -> str:  # noqa: C901, PLR0912
    match value:
        case None:
            return ""
        case Message():
            return words(value, language)
        case StrEnum():
            return entry(f"{_snake(type(value).__name__)}.{value}", language)
        case str():
            return slack_escape(formats.apostrophes(value) if language is Language.FR else value)
        case Quantity():
            return formats.quantity(value, language, _unit_words(language))
        case Change() if style == "weekly":
            kind = "rate" if value.quantity.unit in RATES else "level"
            return _filled(entry(f"weekly.{kind}", language), {"change": value}, language)
        case Change():
            return formats.change(value, language, _unit_words(language))
        case MetricName():
            return _metric(value, language, style)
        case Person():
            return f"<@{value.user}>" if value.user else slack_escape(value.name or "")
        case Channel():
            return f"<#{value.id}>"
        case datetime():
            return formats.instant(value, language)
        case date():
            return formats.day(value, language, style)
        case time():
            return formats.hour(value, language)
        case int() if style == "weekday":
            return formats.weekday(value, language)
        case int() | Decimal():
            return formats.number(value, language)
        case tuple():
            items = [_parameter(item, language, "") for item in value]
            return " · ".join(items) if style == "dots" else formats.listing(items, language)


def _metric(metric: MetricName, language: Language, style: str) -> str:
    suffix = f".{style}" if style in {"the", "of", "definition", "formula"} else ""
    if metric.key is MetricKey.OTHER and metric.words:
        template = entry(f"metric_in_own_words{suffix}", language)
        return _filled(template, {"words": metric.words}, language)
    name = entry(f"metric_key.{metric.key}{suffix}", language)
    if metric.within is None:
        return name
    return _filled(entry("metric_within", language), {"name": name, "within": metric.within}, language)


def _unit_words(language: Language) -> formats.UnitWords:
    def unit_words(unit: Unit, amount: Decimal) -> str:
        template = entry(f"amount.{unit}", language, plural_form(amount, language))
        return template.replace("{amount}", formats.number(amount, language))

    return unit_words


@cache
def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
