"""A goal of speed has a guard with its limit: asked, read in the text, or proposed on the card in words."""

from datetime import datetime
from decimal import Decimal

import pytest

from coach.catalogue import METRICS
from coach.draft import OwnFigures
from coach.guard import SPEED, Guard, Side, guard_as_text, guard_of_text, guards_offered, proposed, side_of
from coach.guard_reading import read_guard, without_guard_figure
from coach.language.reading import Language, Slot
from coach.messages import cards, guards
from coach.messages.figures import LevelTooHigh
from coach.metrics import MetricKey
from coach.progress import Status, assess
from coach.quantity import Quantity, Unit
from coach.smart import guard_of, next_missing
from coach.speech import Verb
from coach.usecases import conversation
from tests.coach.desk import PARIS, START, Desk, goal, percent, person
from tests.coach.talk import Talk

VAGUE = ("6 min", "5 min", "fin mars", "une fiche par motif", "nos chiffres, tout est là", "les clients")
SMART = "Ramener la DMT de 6 min à 5 min d'ici le 31 mars 2027, grâce à une fiche par motif"
REST = ("nos résultats, tout est là", "les clients attendent moins")


def csat(limit: str, unit: Unit = Unit.PERCENT) -> Guard:
    return Guard(metric=MetricKey.CSAT, limit=Quantity(value=Decimal(limit), unit=unit))


@pytest.mark.parametrize(
    ("words", "guard"),
    [
        ("CSAT pas sous 82 %", csat("82")),
        ("82 % de CSAT", csat("82")),
        ("le CSAT ne doit pas descendre sous 82", csat("82")),
        ("CSAT no lower than 3.6", csat("3.6", Unit.SCORE)),
        ("keep CSAT at four out of five", csat("4", Unit.SCORE)),
    ],
)
def test_the_guard_of_a_vague_wish_is_asked_and_read_in_words(words: str, guard: Guard) -> None:
    talk = Talk("réduire la durée moyenne de traitement").says(*VAGUE)
    assert talk.draft.asked is Slot.GUARD
    assert talk.says(words).draft.guard == guard
    assert talk.is_ready
    assert talk.heard(guards.GuardOnCard).holds == guards.guard_holds(guard)


def test_the_guard_can_be_pressed_and_the_card_says_which_it_is() -> None:
    talk = Talk("réduire la durée moyenne de traitement").says(*VAGUE)
    talk.presses(Verb.ANSWER, guard_as_text(csat("80")), slot=Slot.GUARD)
    assert (talk.draft.guard, talk.is_ready) == (csat("80"), True)


@pytest.mark.parametrize(
    ("wish", "guard"),
    [
        (f"{SMART}, avec un CSAT pas sous 80 %", csat("80")),
        (f"{SMART}, sans que le CSAT passe sous 80 %", csat("80")),
        ("Cut AHT from 6 to 5 min by 31 March 2027 with CSAT no lower than 3.6", csat("3.6", Unit.SCORE)),
    ],
)
def test_what_the_text_says_of_the_guard_fills_it(wish: str, guard: Guard) -> None:
    talk = Talk(wish)
    assert talk.draft.guard == guard
    assert (talk.draft.metric, talk.draft.asked) == (MetricKey.AHT, talk.asked[0])


@pytest.mark.parametrize("unsure", ["je ne sais pas", "passer"])
def test_left_to_the_coach_a_guard_is_proposed_and_the_card_says_so_in_words(unsure: str) -> None:
    talk = Talk("réduire la durée moyenne de traitement").says(*VAGUE, unsure)
    assert talk.is_ready
    assert "C’est une proposition" in talk.text
    assert talk.heard(guards.GuardProposed).holds == guards.guard_holds(csat("80"))


def test_a_text_that_is_smart_already_is_asked_no_third_question_its_guard_is_proposed() -> None:
    talk = Talk(SMART).says(*REST)
    assert talk.is_ready
    assert len(talk.asked) <= 2
    assert talk.hears(guards.GuardProposed)
    assert talk.says("ok").outcome.wants_confirmation
    assert guard_of(talk.draft) == csat("80")


def test_a_proposal_can_be_changed_by_its_button_and_in_words_on_the_card() -> None:
    talk = Talk(SMART).says(*REST)
    talk.presses(Verb.ASK, slot=Slot.GUARD)
    assert talk.hears(guards.AskGuard)
    assert talk.says("FCR pas sous 70 %").draft.guard == Guard(metric=MetricKey.FCR, limit=percent(70))
    assert talk.says("plutôt CSAT pas sous 84 %").draft.guard == csat("84")
    assert (talk.draft.metric, talk.is_ready) == (MetricKey.AHT, True)


def test_a_guard_named_without_its_limit_is_asked_for_it() -> None:
    talk = Talk("réduire la durée moyenne de traitement").says(*VAGUE, "la satisfaction client")
    assert talk.heard(guards.AskGuardLimit).metric.key is MetricKey.CSAT
    assert talk.says("81 %").draft.guard == csat("81")


def test_a_limit_that_cannot_be_is_refused_and_asked_again() -> None:
    talk = Talk("réduire la durée moyenne de traitement").says(*VAGUE, "CSAT pas sous 120 %")
    assert talk.hears(LevelTooHigh)
    assert talk.draft.asked is Slot.GUARD


def test_the_teams_own_figure_is_suggested_before_the_trades() -> None:
    talk = Talk(SMART)
    own = OwnFigures(metric=MetricKey.CSAT, figures=(percent(86), percent(87)))
    talk.draft = talk.draft.model_copy(update={"own": (own,)})
    talk.says(*REST)
    assert talk.heard(guards.GuardProposed).holds == guards.guard_holds(csat("87"))


def test_a_goal_that_is_no_goal_of_speed_is_asked_for_no_guard() -> None:
    talk = Talk("améliorer le taux de transfert").says("20 %", "15 %", "fin mars", "une fiche", *REST)
    assert Slot.GUARD not in talk.asked
    assert guard_of(talk.draft) is None


def test_every_goal_of_speed_can_be_proposed_a_guard_with_its_limit() -> None:
    assert {MetricKey.AHT, MetricKey.WRAP_UP_TIME, MetricKey.OCCUPANCY} <= SPEED
    for metric in SPEED:
        assert proposed(metric, {}).limit is not None
        assert all(guard.metric in METRICS[metric].guards for guard in guards_offered(metric, {}))


def test_a_guard_survives_its_button() -> None:
    for guard in (csat("3.6", Unit.SCORE), csat("80"), Guard(metric=MetricKey.FCR)):
        assert guard_of_text(guard_as_text(guard)) == guard


def test_a_metric_that_is_better_lower_has_a_ceiling() -> None:
    assert side_of(MetricKey.CSAT) is Side.FLOOR
    ceiling = read_guard("DMT pas au-dessus de 6 min", Language.FR, MetricKey.FCR)
    assert ceiling is not None
    assert ceiling.side is Side.CEILING
    assert ceiling.breaks_at(Quantity(value=Decimal(390), unit=Unit.SECONDS))
    assert not ceiling.breaks_at(Quantity(value=Decimal("5.5"), unit=Unit.MINUTES))


@pytest.mark.parametrize(
    ("answer", "rest"),
    [("5 min 40, CSAT 78 %", "5 min 40"), ("CSAT 78 %", ""), ("5 min 40 et CSAT 78", "5 min 40")],
)
def test_an_answer_is_parted_from_the_guards_figure(answer: str, rest: str) -> None:
    found, left = without_guard_figure(answer, Language.FR, csat("80"))
    assert found is not None
    assert (found.limit, left) == (percent(78), rest)


def test_without_the_guards_name_all_of_it_is_the_answer() -> None:
    answer = "5 min 40, un bon mois"
    assert without_guard_figure(answer, Language.FR, csat("80")) == (None, answer)


def desk_with_guard() -> Desk:
    aht = goal().model_copy(
        update={
            "metric": MetricKey.AHT,
            "guard": csat("80"),
            "baseline": Quantity(value=Decimal(6), unit=Unit.MINUTES),
            "target": Quantity(value=Decimal(5), unit=Unit.MINUTES),
            "decrease": True,
            "plan": None,
        }
    )
    return Desk(aht, (person("lead"),))


def test_at_the_check_in_the_guards_figure_is_asked_taken_and_warned_of() -> None:
    desk = desk_with_guard()
    desk.goes_to(datetime(2027, 1, 11, 9, 30, tzinfo=PARIS))
    asked = [message for one in desk.news() for message in _messages(one.speech)]
    assert any(isinstance(message, guards.AskGuardFigure) for message in asked)
    heard = desk.does("lead", lambda call: conversation.hear(call, "5 min 40, CSAT 78 %"))
    broken = next(message for message in heard if isinstance(message, guards.GuardPaysForGain))
    assert (broken.level, broken.limit) == (percent(78), percent(80))
    assert desk.goal().guard_figures[-1].value == percent(78)
    assert [round(one.converted(Unit.SECONDS).value) for one in desk.figures()] == [340]


def test_a_guard_that_holds_is_said_to_hold() -> None:
    desk = desk_with_guard()
    desk.goes_to(datetime(2027, 1, 11, 9, 30, tzinfo=PARIS))
    heard = desk.does("lead", lambda call: conversation.hear(call, "CSAT 83 %"))
    assert any(isinstance(message, guards.GuardNoted) for message in heard)
    assert desk.figures() == []


def _messages(speech: object) -> list[object]:
    return [part.message for part in getattr(speech, "parts", ()) if hasattr(part, "message")]


def test_occupancy_above_its_band_is_warned_of_when_it_is_told() -> None:
    talk = Talk("réduire le taux d'occupation").says("92 %")
    warning = talk.heard(guards.AboveBand)
    assert (warning.low, warning.high) == (percent(75), percent(85))


def test_occupancy_above_its_band_is_no_goal_reached() -> None:
    busy = goal().model_copy(
        update={"metric": MetricKey.OCCUPANCY, "baseline": percent(70), "target": percent(80), "plan": None}
    )
    desk = Desk(busy, (person("lead"),))
    desk.goes_to(datetime(2027, 1, 11, 9, 30, tzinfo=PARIS))
    heard = desk.does("lead", lambda call: conversation.hear(call, "93 %"))
    assert any(isinstance(message, guards.AboveBand) for message in heard)
    with desk.memory.open_uow() as uow:
        figures = uow.measurements.of_goal("T1", "g1")
    assert assess(desk.goal(), figures, START).status is not Status.ACHIEVED


def test_a_guard_question_is_open_only_while_it_is_asked() -> None:
    talk = Talk("réduire la durée moyenne de traitement").says(*VAGUE)
    assert next_missing(talk.draft) is Slot.GUARD
    assert not talk.hears(cards.CardTitle)
