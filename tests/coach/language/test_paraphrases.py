"""Metrics that nobody names: what people say when something is too long, too many, or too hard."""

from datetime import date

import pytest

from coach.language import understand
from coach.language.reading import Direction, Language
from coach.metrics import MetricKey

TODAY = date(2026, 11, 23)
MORE, LESS = Direction.INCREASE, Direction.DECREASE


@pytest.mark.parametrize(
    ("text", "metric", "way"),
    [
        ("trop de gens raccrochent avant qu’on décroche", MetricKey.ABANDONMENT_RATE, LESS),
        ("que les clients n’aient plus besoin de nous rappeler", MetricKey.FCR, MORE),
        ("arrêter de balader les clients de service en service", MetricKey.TRANSFER_RATE, LESS),
        ("moins de paperasse après chaque appel", MetricKey.WRAP_UP_TIME, LESS),
        ("nos dossiers traînent pendant des semaines", MetricKey.RESOLUTION_TIME, LESS),
        ("les mails restent sans réponse pendant des heures", MetricKey.FIRST_RESPONSE_TIME, LESS),
        ("on perd trop de clients", MetricKey.CHURN_RATE, LESS),
        ("les conseillers démissionnent trop", MetricKey.TURNOVER, LESS),
        ("gagner 30 secondes sur chaque appel", MetricKey.AHT, LESS),
        ("customers shouldn't have to call twice", MetricKey.FCR, MORE),
        ("too many people hang up before we answer", MetricKey.ABANDONMENT_RATE, LESS),
        ("keep calls brief", MetricKey.AHT, LESS),
        ("don't pass customers from pillar to post", MetricKey.TRANSFER_RATE, LESS),
        ("our emails sit unanswered for hours", MetricKey.FIRST_RESPONSE_TIME, LESS),
        ("get more people to renew", MetricKey.RETENTION_RATE, MORE),
        ("push people to the help centre instead of calling", MetricKey.SELF_SERVICE_RATE, MORE),
        ("too many advisors leave", MetricKey.TURNOVER, LESS),
        ("people are off sick too often", MetricKey.ABSENTEEISM, LESS),
    ],
)
def test_what_bothers_people_tells_the_metric_and_the_way(
    text: str, metric: MetricKey, way: Direction
) -> None:
    reading = understand(text, None, TODAY, fallback=Language.EN)
    assert (reading.metric, reading.direction) == (metric, way)


@pytest.mark.parametrize(
    "text",
    [
        "I'm off sick today",
        "the customer was unhappy with us yesterday",
        "je suis en arrêt jusqu’à jeudi",
        "elle a rappelé deux fois hier",
        "the meeting room is on the second floor",
        "le stock de cartons est au sous-sol",
    ],
)
def test_what_merely_tells_of_something_names_no_metric(text: str) -> None:
    assert understand(text, None, TODAY).metric is None


def test_a_name_of_the_catalogue_wins_over_a_paraphrase() -> None:
    reading = understand("CSAT is too low, people hang up unhappy", None, TODAY)
    assert reading.metric is MetricKey.CSAT
