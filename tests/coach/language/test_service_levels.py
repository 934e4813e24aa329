"""A share answered within a time is a service level, in whatever words and order."""

from datetime import date
from decimal import Decimal

import pytest

from coach.language import understand
from coach.language.reading import Language
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit

TODAY = date(2026, 11, 23)  # a Monday


def quantity(value: str, unit: Unit) -> Quantity:
    return Quantity(value=Decimal(value), unit=unit)


def test_a_share_answered_in_time_is_a_service_level() -> None:
    reading = understand("90 % des appels décrochés en moins de 30 s", None, TODAY)
    assert reading.metric is MetricKey.SERVICE_LEVEL
    assert reading.target == quantity("90", Unit.PERCENT)


def test_an_answer_in_time_without_a_share_is_a_response_time() -> None:
    reading = understand("répondre aux mails en moins de 4 h", None, TODAY)
    assert reading.metric is MetricKey.FIRST_RESPONSE_TIME
    assert reading.target == quantity("4", Unit.HOURS)


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("répondre à 90 % des mails sous 24 h", quantity("24", Unit.HOURS)),
        ("taux de service de 72 à 85 % en 60 s", quantity("60", Unit.SECONDS)),
        ("answer 90% of calls within 20 seconds by Q1", quantity("20", Unit.SECONDS)),
        ("service level from 72 to 85%", None),
    ],
)
def test_a_service_level_keeps_its_time_to_answer(text: str, within: Quantity | None) -> None:
    assert understand(text, None, TODAY).within == within


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("answer within 20 seconds for 80% of calls by end of June", 80),
        ("pick up within 30 s on 90% of calls", 90),
        ("reply within 4 hours to 90% of emails", 90),
        ("répondre en 20 secondes à 80 % des appels", 80),
        ("décrocher sous 20 secondes pour 80 % des appels", 80),
    ],
)
def test_a_share_served_within_a_time_is_a_service_level_in_whatever_order(text: str, share: int) -> None:
    read = understand(text, None, TODAY)
    assert read.metric is MetricKey.SERVICE_LEVEL
    assert read.target == Quantity(value=Decimal(share), unit=Unit.PERCENT)
    assert read.within is not None


@pytest.mark.parametrize(
    ("text", "language"), [("service level 80/20", Language.EN), ("niveau de service 80/20", Language.FR)]
)
def test_a_service_level_tells_its_language(text: str, language: Language) -> None:
    assert understand(text, None, TODAY).language is language
