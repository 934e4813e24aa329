"""Small words and figures that a team says in its own way while a goal is made."""

from decimal import Decimal

import pytest

from coach.draft import DraftState
from coach.language.reading import Language, Slot
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit
from tests.coach.talk import Talk

FR, EN = Language.FR, Language.EN


@pytest.mark.parametrize(
    ("wish", "language", "figure"),
    [("réduire la DMT", FR, "7.40"), ("reduce AHT", EN, "7.40"), ("réduire la DMT", FR, "7,40")],
)
def test_minutes_and_seconds_as_a_phone_system_writes_them(
    wish: str, language: Language, figure: str
) -> None:
    draft = Talk(wish, language).says("8 min 20", figure).draft
    assert draft.target == Quantity(value=Decimal(460), unit=Unit.SECONDS)
    assert draft.baseline == Quantity(value=Decimal(500), unit=Unit.SECONDS)


def test_a_figure_beside_whole_minutes_is_still_asked_for_its_unit() -> None:
    assert Slot.TARGET in Talk("reduce AHT", EN).says("8 min", "7.40").draft.unit_open


@pytest.mark.parametrize(
    "wish",
    [
        "reduce AHT from 8 min to 7 min by end of March, I lead",
        "improve FCR from 60 to 70%, I will lead it",
        "AHT from 8 min to 7 min, Karim to lead",
    ],
)
def test_to_lead_a_goal_is_no_sales_lead(wish: str) -> None:
    draft = Talk(wish, EN).draft
    assert draft.metric in {MetricKey.AHT, MetricKey.FCR}
    assert draft.alternatives == ()


@pytest.mark.parametrize(
    "wish", ["get more leads", "20 leads a week", "from 10 to 20 qualified leads a week"]
)
def test_sales_leads_are_still_counted(wish: str) -> None:
    assert Talk(wish, EN).draft.metric is MetricKey.LEADS


@pytest.mark.parametrize("text", ["vas y", "ok vas y", "ok go", "allez go", "go ahead", "ok let's go"])
def test_a_ready_card_is_confirmed_in_the_words_of_every_day(text: str) -> None:
    talk = Talk("passer le CSAT de 78 à 85 % d’ici fin mars").says(
        "une fiche", "estimation, on a tout", "le confort"
    )
    assert talk.is_ready
    assert talk.says(text).outcome.wants_confirmation


@pytest.mark.parametrize("text", ["give up", "I give up", "je renonce"])
def test_to_give_up_is_nothing_to_do(text: str) -> None:
    talk = Talk("raise CSAT from 78 to 85% by end of March", EN)
    assert talk.draft.asked is Slot.LEVER
    assert talk.says(text).draft.state is DraftState.CANCELLED
