"""Every message has its words in both languages, with every parameter, variant and plural form."""

import importlib
import pkgutil
import re
import typing
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_type_hints

import pytest

import coach.messages
from bot.render import PLACE, catalogue, plain, words
from coach.catalogue import METRICS
from coach.language.reading import Language
from coach.messages.base import Change, Channel, Message, MetricName, Person, every_message
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit

for module in pkgutil.iter_modules(coach.messages.__path__):
    importlib.import_module(f"coach.messages.{module.name}")

KINDS = sorted(set(every_message()), key=lambda kind: kind.__name__)
LANGUAGES = list(Language)

SAMPLES: dict[type, Any] = {
    str: "a <b> & c",
    int: 3,
    Decimal: Decimal("1.5"),
    bool: True,
    date: date(2027, 3, 1),
    datetime: datetime(2027, 3, 1, 9, 30, tzinfo=UTC),
    time: time(9, 30),
    Quantity: Quantity(value=Decimal("78.5"), unit=Unit.PERCENT),
    Change: Change(Quantity(value=Decimal(-5), unit=Unit.POINTS)),
    MetricName: MetricName(MetricKey.CSAT),
    Person: Person(user="U123"),
    Channel: Channel("C123"),
}


def sample(annotation: Any) -> Any:
    """A value of an annotated type."""
    if isinstance(annotation, UnionType):
        return sample(next(part for part in get_args(annotation) if part is not type(None)))
    if typing.get_origin(annotation) is tuple:
        return (sample(get_args(annotation)[0]),) * 2
    if annotation is Message or (isinstance(annotation, type) and issubclass(annotation, Message)):
        return importlib.import_module("coach.messages.home").YouAreWelcome()
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return next(iter(annotation))
    return SAMPLES[annotation]


def examples(kind: type[Message]) -> list[Message]:
    """A message of every variant and plural form that its catalogue entries can take."""
    hints = {
        name: hint
        for name, hint in get_type_hints(kind, include_extras=False).items()
        if name not in {"plural", "variant"}
    }
    values = {name: sample(hint) for name, hint in hints.items()}
    made = [values]
    if kind.variant is not None and isinstance(hints[kind.variant], type):
        written = {
            key.rsplit(".", 1)[1] for key in catalogue(Language.FR) if key.rsplit(".", 1)[0] == kind.key()
        }
        hint = hints[kind.variant]
        members = (
            sorted(written) if hint is str else [one for one in hint if one.value in written] or list(hint)
        )
        made = [values | {kind.variant: member} for member in members]
    if kind.plural is not None:
        made = [one | {kind.plural: count} for one in made for count in (0, 1, 2, 5)]
    made += [values | {name: member} for name, members in worded(kind, hints) for member in members]
    return [kind(**one) for one in made]


def worded(kind: type[Message], hints: dict[str, Any]) -> Iterator[tuple[str, Iterable[Any]]]:
    """Each parameter that is one of a few things with words of their own, and all that it can be."""
    for name, hint in hints.items():
        parts = get_args(hint) or (hint,)
        words_of = next((one for one in parts if isinstance(one, type) and issubclass(one, StrEnum)), None)
        if words_of is None or name == kind.variant:
            continue
        several = typing.get_origin(hint) is tuple
        yield name, [(one,) for one in words_of] if several else list(words_of)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_message_can_be_said(kind: type[Message], language: Language) -> None:
    for message in examples(kind):
        text = words(message, language)
        assert text.strip(), message
        assert "{" not in text, message
        assert plain(message, language)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_both_languages_use_only_parameters_that_the_message_has(kind: type[Message]) -> None:
    names = {field for field in kind.__dataclass_fields__ if field not in {"plural", "variant"}}
    for language in LANGUAGES:
        for key, forms in catalogue(language).items():
            if key == kind.key() or key.rsplit(".", 1)[0] == kind.key():
                used = {place.group(1) for form in forms for place in PLACE.finditer(form)}
                assert used <= names, (language, key)


def test_both_languages_have_the_same_entries() -> None:
    assert set(catalogue(Language.FR)) == set(catalogue(Language.EN))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_left_empty(language: Language) -> None:
    assert [key for key, forms in catalogue(language).items() if not all(forms)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_metric_can_be_named_in_a_sentence(language: Language) -> None:
    for key in METRICS:
        for suffix in ("", ".the", ".of"):
            assert f"metric_key.{key}{suffix}" in catalogue(language)


def test_french_has_its_typography() -> None:
    plain_space_before_sign = re.compile(r"(?<=\S) [?!;:»%](?!\w+:)")
    straight_quote = re.compile(r"(?<=\w)'(?=\w)")
    for key, forms in catalogue(Language.FR).items():
        for form in forms:
            assert not plain_space_before_sign.search(form), (key, form)
            assert not straight_quote.search(form), (key, form)
            assert "« " not in form.replace("«\N{NO-BREAK SPACE}", ""), (key, form)


def test_nobody_is_shouted_at() -> None:
    for language in LANGUAGES:
        assert [key for key, forms in catalogue(language).items() if any("!" in form for form in forms)] == []


def test_what_a_person_wrote_cannot_mention_a_channel_or_break_the_mark_up() -> None:
    from coach.messages.dialogue import About

    assert "<!channel>" not in words(About("<!channel> & co"), Language.FR)
    assert "&lt;!channel&gt; &amp; co" in words(About("<!channel> & co"), Language.EN)
