"""A workspace's own metrics: recognised by name, held against its own figures."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from coach.catalogue import METRICS
from coach.metrics import MetricKey, Polarity
from coach.own_metrics import Override, OwnMetric, OwnReference, named_in, references_of
from coach.quantity import Quantity, Unit

OURS = OwnReference(figure=Quantity(value=Decimal(82), unit=Unit.PERCENT), source="Our 2026 survey")


def metric(key: str = "m1", name: str = "Écoute", **values: Any) -> OwnMetric:
    known: dict[str, Any] = {"unit": Unit.PERCENT, "polarity": Polarity.HIGHER}
    return OwnMetric.model_validate({"workspace": "T1", "key": key, "name": name} | known | values)


def test_the_workspaces_reference_counts_instead_of_the_trades() -> None:
    override = Override(workspace="T1", metric=MetricKey.CSAT, reference=OURS)
    assert references_of(MetricKey.CSAT, [override]) == (OURS.as_reference(),)
    assert references_of(MetricKey.FCR, [override]) == METRICS[MetricKey.FCR].references


@pytest.mark.parametrize("text", ["notre ecoute à 80 %", "l’ÉCOUTE doit monter", "active  listening up"])
def test_a_metric_is_recognised_by_any_of_its_names(text: str) -> None:
    listening = metric(names=("active listening",))
    assert named_in(text, [listening]) == listening


def test_half_a_word_is_no_name() -> None:
    assert named_in("les écouteurs sont arrivés", [metric()]) is None


def test_the_longest_name_wins() -> None:
    short, long = metric(), metric("m2", "Écoute à froid")
    assert named_in("monter l’écoute à froid", [short, long]) == long


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": "csat"},
        {"name": ""},
        {"lowest": 100, "highest": 0},
        {"unit": Unit.SCORE, "reference": OURS},
    ],
)
def test_what_does_not_add_up_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        metric(**wrong)
