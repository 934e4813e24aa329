"""The forms of a workspace's own metrics, as Slack shows them: filled in, and what is known is told apart."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from bot.blocks.edit_modal import edit_modal
from bot.blocks.own_metric_modal import names_known, own_metric_modal, own_reference_modal
from coach.draft import Draft
from coach.language.reading import Language
from coach.messages.own_metrics import OwnField
from coach.metrics import MetricKey, Polarity
from coach.own_metrics import Override, OwnMetric, OwnReference, choice_of
from coach.quantity import Quantity, Unit

CALLBACK = OwnMetric(
    workspace="T1",
    key="m1",
    name="Délai de rappel",
    unit=Unit.MINUTES,
    polarity=Polarity.LOWER,
    lowest=Decimal(0),
    highest=Decimal("4.5"),
    names=("rappels", "callbacks"),
)
PERCENT = Quantity(value=Decimal(81), unit=Unit.PERCENT)
OURS = Override(
    workspace="T1", metric=MetricKey.CSAT, reference=OwnReference(figure=PERCENT, source="Enquête 2026")
)


def filled(view: dict[str, Any]) -> dict[str, str]:
    """What stands in a form's fields, by block id."""
    found: dict[str, str] = {}
    for block in view["blocks"]:
        element = block.get("element", {})
        option = element.get("initial_option", {}).get("value")
        value = element.get("initial_value") or option
        if value:
            found[block["block_id"]] = value.replace("\N{NARROW NO-BREAK SPACE}", " ").replace(
                "\N{NO-BREAK SPACE}", " "
            )
    return found


def test_a_metric_is_filled_in_as_it_can_be_read_back() -> None:
    assert filled(own_metric_modal(CALLBACK, Language.FR)) == {
        OwnField.NAME: "Délai de rappel",
        OwnField.UNIT: "minutes",
        OwnField.POLARITY: "lower",
        OwnField.LOWEST: "0 s",
        OwnField.HIGHEST: "4 min 30 s",
        OwnField.NAMES: "rappels, callbacks",
    }


def test_a_new_metric_is_a_share_that_should_rise_until_somebody_says_otherwise() -> None:
    assert filled(own_metric_modal(None, Language.EN)) == {
        OwnField.UNIT: "percent",
        OwnField.POLARITY: "higher",
    }


def test_a_reference_needs_its_figure_and_its_source() -> None:
    view = own_reference_modal(MetricKey.CSAT, OURS, Language.FR)
    assert filled(view) == {OwnField.FIGURE: "81 %", OwnField.SOURCE: "Enquête 2026"}
    assert [block.get("optional") for block in view["blocks"][1:]] == [False, False]


@pytest.mark.parametrize("name", ["csat", "satisfaction client (csat)", "satisfaction client", "le csat"])
def test_the_catalogue_is_known_by_the_names_that_people_read(name: str) -> None:
    assert names_known()[name] is MetricKey.CSAT


def test_a_name_that_is_only_read_as_a_metric_stays_free() -> None:
    assert "delai de rappel" not in names_known()


def test_the_edit_form_lists_the_workspaces_metrics_first_and_shows_which_one_it_is() -> None:
    now = datetime(2027, 1, 4, 9, tzinfo=UTC)
    draft = Draft(
        id="d1",
        workspace="T1",
        author="U1",
        language=Language.FR,
        created_at=now,
        touched_at=now,
        wish="améliorer le délai de rappel",
        metric=MetricKey.OTHER,
        metric_words="Délai de rappel",
        own_metric=CALLBACK,
        own_metrics=(CALLBACK,),
    )
    select = next(
        block["element"]
        for block in edit_modal(draft, now.date(), Language.FR)["blocks"]
        if block["block_id"] == "metric"
    )
    values = [option["value"] for option in select["options"]]
    assert values[0] == select["initial_option"]["value"] == choice_of(CALLBACK)
    assert MetricKey.OTHER not in values
    removed = edit_modal(draft.model_copy(update={"own_metrics": ()}), now.date(), Language.FR)
    select = next(block["element"] for block in removed["blocks"] if block["block_id"] == "metric")
    assert select["initial_option"]["value"] == MetricKey.OTHER
