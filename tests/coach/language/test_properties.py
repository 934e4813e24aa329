"""What holds for any text at all."""

from datetime import date, timedelta
from decimal import Decimal
from time import thread_time

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.language import read_reply, understand, what_is_wanted
from coach.language.check_in import read_check_in
from coach.language.dates import read_deadline
from coach.language.plain import fold, plain
from coach.language.reading import Language, Role, Slot
from coach.language.report import as_record, underlined
from coach.language.understanding import read
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit

TODAY = date(2026, 11, 23)
LANGUAGES = st.sampled_from(Language)
PIECES = (
    "réduire la DMT de 20 % d'ici fin mars CSAT 78 -> 85 by end of Q1 <@U1|x> &lt; 5 min ! ; , . 1 200 4:30 "
    "3/4 avec Julie en 31/02/2027 trente sept h 24/7 half deux fois moins par jour 9 sur 10 € k€ +5 pts "
    "sans perdre :tada: 2027 l' d' '"
)
WORDS = st.sampled_from(PIECES.split())
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=40).map(" ".join))


@given(TEXTS, st.none() | LANGUAGES)
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_without_an_exception(text: str, language: Language | None) -> None:
    reading = understand(text, language, TODAY)
    as_record(reading)
    underlined(reading)


@given(TEXTS, st.none() | st.sampled_from(Slot), st.none() | st.sampled_from(MetricKey))
@settings(max_examples=300, deadline=None)
def test_any_reply_is_read_without_an_exception(
    text: str, asked: Slot | None, metric: MetricKey | None
) -> None:
    read_reply(text, language=None, today=TODAY, asked=asked, metric=metric)


SHORT = (
    "bonjour merci aide help oui non ok annule retour 78 % demain ? 👍 :+1: je ne sais pas passe go pourquoi"
)


@given(st.one_of(TEXTS, st.lists(st.sampled_from(SHORT.split()), max_size=4).map(" ".join)))
@settings(max_examples=300, deadline=None)
def test_what_is_wanted_is_told_without_the_figures(text: str) -> None:
    reply = read_reply(text, language=None, today=TODAY, asked=None)
    if not reply.correction:
        assert what_is_wanted(text) == reply.intent


@given(
    st.integers(0, 999),
    st.sampled_from(("", "%", " %")),
    st.none() | st.sampled_from(MetricKey),
    st.booleans(),
    st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_a_bare_figure_is_the_same_in_both_languages(
    figure: int, sign: str, metric: MetricKey | None, answering: bool, bare_dates: bool
) -> None:
    one, other = (
        read(
            f"{figure}{sign}", language, TODAY, metric=metric, answering=answering, bare_dates=bare_dates
        ).understanding
        for language in Language
    )
    assert one == other.model_copy(update={"language": one.language})


@given(TEXTS, st.sampled_from(Unit))
@settings(max_examples=150, deadline=None)
def test_any_check_in_is_read_without_an_exception(text: str, unit: Unit) -> None:
    read_check_in(text, language=None, today=TODAY, metric=MetricKey.CSAT, unit=unit)


@given(TEXTS)
def test_folding_keeps_every_offset(text: str) -> None:
    shown = plain(text)
    assert len(fold(shown)) == len(shown)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_mentions_lie_within_the_text(text: str) -> None:
    reading = understand(text, None, TODAY)
    assert all(0 <= one.start < one.end <= len(reading.text) for one in reading.mentions)


def test_mentions_point_at_the_words() -> None:
    reading = understand("Augmenter le CSAT de 78 à 85 % d'ici fin mars, piloté par Julie", None, TODAY)
    words = {one.role: reading.text[one.start : one.end] for one in reading.mentions}
    assert words == {
        Role.DIRECTION: "Augmenter",
        Role.METRIC: "CSAT",
        Role.BASELINE: "78",
        Role.TARGET: "85 %",
        Role.DEADLINE: "d'ici fin mars",
        Role.OWNER: "Julie",
    }


GOALS = st.sampled_from(
    [
        (Language.FR, "passer le CSAT de 78 à 85 % d'ici fin mars"),
        (Language.FR, "réduire la DMT de 20 % en six semaines"),
        (Language.FR, "90 % des appels décrochés en moins de 30 s"),
        (Language.FR, "doubler les rendez-vous avant Pâques"),
        (Language.EN, "cut AHT from 6:30 to 5:00 by end of Q1"),
        (Language.EN, "raise NPS by 10 points within six months"),
        (Language.EN, "keep abandonment under 5%"),
    ]
)
PREFIXES = {
    Language.FR: [
        "Bonjour, ",
        "Salut Jalon ! ",
        "Merci de m'aider : ",
        "svp ",
        "Je voudrais ",
        "Nous souhaitons ",
    ],
    Language.EN: ["Hi, ", "Hello there! ", "Please ", "Good morning. ", "We'd like to ", "I want to "],
}
VALUES = ("metric", "baseline", "target", "delta", "deadline", "cadence", "owner", "direction")


@given(GOALS, st.integers(0, 5))
@settings(deadline=None)
def test_a_polite_prefix_changes_nothing(goal: tuple[Language, str], index: int) -> None:
    language, text = goal
    plainly = understand(text, language, TODAY)
    politely = understand(PREFIXES[language][index] + text, language, TODAY)
    assert {name: getattr(politely, name) for name in VALUES} == {
        name: getattr(plainly, name) for name in VALUES
    }


@given(LANGUAGES, st.integers(1, 3000), st.sampled_from(["short", "medium", "long", "full"]))
@settings(deadline=None)
def test_a_date_is_read_back_as_it_was_written(language: Language, days: int, style: str) -> None:
    day = TODAY + timedelta(days=days)
    locale = "fr_FR" if language is Language.FR else "en_US"
    written = format_date(day, style if style != "short" else "yyyy-MM-dd", locale=locale)
    found = read_deadline(written, language, TODAY)
    assert found is not None
    assert found.day == day


@given(LANGUAGES, st.decimals(0, 99, places=1))
@settings(deadline=None)
def test_a_share_is_read_back_as_it_was_written(language: Language, value: Decimal) -> None:
    written = format_percent(value / 100, locale=language.value, decimal_quantization=False)
    reading = read_reply(written, language=language, today=TODAY, asked=Slot.BASELINE, metric=MetricKey.FCR)
    assert reading.understanding.baseline == Quantity(value=value, unit=Unit.PERCENT)


@given(LANGUAGES, st.integers(0, 9_999_999))
@settings(deadline=None)
def test_a_count_is_read_back_as_it_was_written(language: Language, value: int) -> None:
    written = format_decimal(value, locale=language.value)
    reading = read_reply(
        written, language=language, today=TODAY, asked=Slot.BASELINE, metric=MetricKey.TICKET_BACKLOG
    )
    assert reading.understanding.baseline == Quantity(value=Decimal(value), unit=Unit.COUNT)


@given(st.sampled_from(Language), st.integers(0, 59), st.integers(1, 59))
@settings(deadline=None)
def test_a_time_is_read_back_as_it_was_written(language: Language, minutes: int, seconds: int) -> None:
    for written in (f"{minutes} min {seconds:02}", f"{minutes} min {seconds} s", f"{minutes}:{seconds:02}"):
        reading = read_reply(
            written, language=language, today=TODAY, asked=Slot.BASELINE, metric=MetricKey.AHT
        )
        assert reading.understanding.baseline is not None
        assert reading.understanding.baseline.converted(Unit.SECONDS).value == minutes * 60 + seconds


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "a",
        " ",
        "\n",
        "de 5 ",
        "5 % ",
        "<",
        "<@",
        "d'ici ",
        "en ",
        "-",
        "#",
        "@",
        "(",
        "piloté par ",
        "Aa ",
        "de ",
        "le ",
        "9:",
        "1,",
        "and ",
        "J",
        "é",
    ],
)
def test_a_text_twice_as_long_takes_about_twice_as_long(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        best = 10.0
        for _ in range(3):
            start = thread_time()
            understand(text, Language.FR, TODAY)
            best = min(best, thread_time() - start)
        return best

    seconds(500)
    short, long = seconds(2_000), seconds(16_000)
    assert long < 24 * short + 0.05
