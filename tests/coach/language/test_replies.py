"""Answers, read in the light of the question."""

from datetime import date
from decimal import Decimal

import pytest

from coach.language import detect, read_reply
from coach.language.reading import Intent, Language, Origin, Reply, Resource, Slot
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit

TODAY = date(2026, 11, 23)


def reply(text: str, asked: Slot | None = None, metric: MetricKey | None = MetricKey.CSAT) -> Reply:
    return read_reply(text, language=None, today=TODAY, asked=asked, metric=metric)


def percent(value: str) -> Quantity:
    return Quantity(value=Decimal(value), unit=Unit.PERCENT)


def test_a_bare_figure_stands_in_the_slot_that_was_asked_for() -> None:
    assert reply("30", Slot.BASELINE).understanding.baseline == percent("30")
    assert reply("30", Slot.TARGET).understanding.target == percent("30")
    assert reply("30", Slot.STRETCH).understanding.stretch == percent("30")


def test_a_bare_figure_of_a_time_asks_for_its_unit() -> None:
    reading = reply("4", Slot.BASELINE, MetricKey.AHT).understanding
    assert reading.baseline == Quantity(value=Decimal(4), unit=Unit.COUNT)
    assert reading.ambiguous == {Slot.BASELINE}
    assert reply("4 minutes", Slot.BASELINE, MetricKey.AHT).understanding.ambiguous == frozenset()


def test_several_answers_in_one_message_are_all_taken() -> None:
    reading = reply("78 aujourd'hui, je vise 85 d'ici fin mars avec Julie", Slot.BASELINE).understanding
    assert (reading.baseline, reading.target) == (percent("78"), percent("85"))
    assert (reading.deadline, reading.owner) == (date(2027, 3, 31), "Julie")


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("en fait 85 %", "target", percent("85")),
        ("non, plutôt fin juin", "deadline", date(2027, 6, 30)),
        ("no, by end of June", "deadline", date(2027, 6, 30)),
        ("change the target to 85", "target", percent("85")),
        ("la cible c'est 85", "target", percent("85")),
        ("actually Julie leads it", "owner", "Julie"),
        ("the baseline is 72", "baseline", percent("72")),
    ],
)
def test_a_correction_goes_to_its_own_slot(text: str, slot: str, value: object) -> None:
    found = reply(text, Slot.LEVER)
    assert found.correction
    assert getattr(found.understanding, slot) == value


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("oui", Intent.YES),
        ("👍", Intent.YES),
        ("nope", Intent.NO),
        ("je ne sais pas", Intent.UNKNOWN),
        ("no idea", Intent.UNKNOWN),
        ("passe", Intent.SKIP),
        ("retour", Intent.BACK),
        ("Annuler !", Intent.CANCEL),
        ("pourquoi ?", Intent.HELP),
        ("why do you ask?", Intent.HELP),
        ("récapitulatif", Intent.SUMMARY),
        ("go", Intent.CONFIRM),
        ("c'est bon", Intent.CONFIRM),
        ("on reprend", Intent.RESUME),
        ("Bonjour", Intent.GREETING),
        ("merci beaucoup", Intent.THANKS),
    ],
)
def test_short_words_say_what_is_wanted_of_the_conversation(text: str, intent: Intent) -> None:
    assert reply(text, Slot.BASELINE).intent is intent


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("c'est notre meilleur mois", Origin.HISTORY),
        ("l'an dernier on était à 85", Origin.HISTORY),
        ("the industry standard", Origin.STANDARD),
        ("mon directeur le demande", Origin.REQUEST),
        ("au doigt mouillé", Origin.GUESS),
    ],
)
def test_an_origin_is_told_and_its_figure_is_no_baseline(text: str, origin: Origin) -> None:
    found = reply(text, Slot.ORIGIN)
    assert found.origin is origin
    assert found.understanding.baseline is None


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("oui à tout", frozenset()),
        ("il manque du budget", frozenset({Resource.BUDGET})),
        ("we need one more person and training", frozenset({Resource.PEOPLE, Resource.EXPERTISE})),
        ("ça dépend de l'IT", frozenset({Resource.OTHER_TEAM})),
        ("everything but budget", frozenset({Resource.BUDGET})),
        ("we lack headsets", frozenset({Resource.TOOLS})),
        ("il nous manque un outil", frozenset({Resource.TOOLS})),
        ("on a les gens mais pas les compétences", frozenset({Resource.EXPERTISE})),
        ("blabla", None),
    ],
)
def test_what_is_lacking_is_told(text: str, lacking: frozenset[Resource] | None) -> None:
    assert reply(text, Slot.RESOURCES).lacking == lacking


def test_a_lever_is_kept_whole_and_its_figures_are_no_values() -> None:
    found = reply("2 heures de coaching par semaine pour chaque agent", Slot.LEVER)
    assert found.text_answer == "2 heures de coaching par semaine pour chaque agent"
    assert (found.understanding.target, found.understanding.baseline, found.correction) == (None, None, False)


@pytest.mark.parametrize(
    ("text", "part"), [("le premier", 0), ("the second one", 1), ("2", 1), ("both", 0), ("la deuxième", 1)]
)
def test_a_part_is_chosen_by_its_place(text: str, part: int) -> None:
    assert reply(text, Slot.PART, None).part == part


def test_a_metric_is_chosen_by_its_place_or_its_name() -> None:
    assert reply("3", Slot.METRIC, None).part == 2
    assert reply("le NPS", Slot.METRIC, None).understanding.metric is MetricKey.NPS


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("julie", "julie"),
        ("c'est Karim qui pilote", "Karim"),
        ("moi", "moi"),
        ("I will", "me"),
        ("<@U02ABC|jo>", "<@U02ABC>"),
        ("our team", None),
    ],
)
def test_an_owner_is_named(text: str, owner: str | None) -> None:
    assert reply(text, Slot.OWNER).understanding.owner == owner


@pytest.mark.parametrize(
    ("text", "unit"), [("points", "points"), ("en %", "percent"), ("relative", "percent")]
)
def test_points_or_percent_is_answered(text: str, unit: str) -> None:
    assert reply(text, Slot.CHANGE).change_unit == unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mars", date(2027, 3, 31)),
        ("dans 3 mois", date(2027, 2, 23)),
        ("6 semaines", date(2027, 1, 4)),
        ("12/05", date(2027, 5, 12)),
        ("the 15th", date(2026, 12, 15)),
        ("vendredi", date(2026, 11, 27)),
        ("demain", date(2026, 11, 24)),
    ],
)
def test_a_bare_date_answers_by_when(text: str, expected: date) -> None:
    assert reply(text, Slot.DEADLINE).understanding.deadline == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [("réduire l'attente", Language.FR), ("reduce waiting", Language.EN), ("CSAT 85", Language.EN)],
)
def test_the_words_tell_the_language_and_the_conversation_tells_the_rest(
    text: str, language: Language
) -> None:
    assert detect(text, Language.EN) is language
