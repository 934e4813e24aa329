"""A safeguard is offered, and may be refused, taken off, and is never the goal's own metric."""

from dataclasses import replace

import pytest

from coach.editing import Edits, check
from coach.guard import Guard
from coach.language.reading import Language, Slot
from coach.messages.guards import AskGuard, AskGuardBesides
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit
from coach.smart import guard_of
from coach.speech import Verb
from tests.coach.talk import TODAY, Talk

FR, EN = Language.FR, Language.EN


def asked_what_must_not_slip(language: Language) -> Talk:
    talk = (
        Talk("réduire la DMT").says(
            "8 min", "7 min", "fin mars", "une fiche", "estimation, tout est là", "le confort"
        )
        if language is FR
        else Talk("reduce AHT", EN).says(
            "8 min", "7 min", "end of March", "a sheet", "a guess, all there", "comfort"
        )
    )
    assert talk.draft.asked is Slot.GUARD
    return talk


def card(language: Language) -> Talk:
    text = (
        "réduire la DMT de 8 min à 7 min d’ici fin mars"
        if language is FR
        else "cut AHT from 8 min to 7 min by end of March"
    )
    answers = ("une fiche", "estimation, tout est là", "le confort")
    talk = Talk(text, language).says(
        *(answers if language is FR else ("a sheet", "a guess, all there", "comfort"))
    )
    assert guard_of(talk.draft) is not None
    return talk


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "non"),
        (FR, "aucun"),
        (FR, "rien de spécial"),
        (FR, "non rien"),
        (FR, "non pas de garde fou la dessus"),
        (FR, "aucun, enleve le garde fou"),
        (EN, "none"),
        (EN, "no"),
        (EN, "nothing special"),
        (EN, "no safeguard"),
        (EN, "nothing in particular, thanks"),
    ],
)
def test_a_safeguard_can_be_refused(language: Language, text: str) -> None:
    talk = asked_what_must_not_slip(language).says(text)
    assert talk.is_ready
    assert guard_of(talk.draft) is None


@pytest.mark.parametrize(
    ("language", "text"), [(FR, "non, le CSAT pas sous 80 %"), (EN, "no, CSAT no lower than 80%")]
)
def test_a_no_before_a_safeguard_refuses_none(language: Language, text: str) -> None:
    guard = guard_of(asked_what_must_not_slip(language).says(text).draft)
    assert guard == Guard(metric=MetricKey.CSAT, limit=Quantity(value=80, unit=Unit.PERCENT))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "enlève le garde-fou"),
        (FR, "sans garde-fou"),
        (EN, "remove the safeguard"),
        (EN, "no safeguard please"),
    ],
)
def test_a_safeguard_is_taken_off_the_card_and_can_be_given_again(language: Language, text: str) -> None:
    talk = card(language).says(text)
    assert (talk.is_ready, guard_of(talk.draft)) == (True, None)
    talk.says("CSAT pas sous 80 %" if language is FR else "CSAT no lower than 80%")
    assert guard_of(talk.draft) is not None


def test_a_safeguard_cleared_in_the_form_stays_away() -> None:
    draft = card(FR).draft
    facts = check(draft, replace(Edits(), metric="aht", lever=draft.lever), TODAY).facts
    assert facts["guard_refused"]


@pytest.mark.parametrize(
    ("wish", "kind"), [("réduire la DMT", AskGuard), ("améliorer le CSAT", AskGuardBesides)]
)
def test_only_a_goal_of_speed_is_told_that_speed_must_cost_nothing(
    wish: str, kind: type[AskGuard | AskGuardBesides]
) -> None:
    talk = Talk(wish).presses(Verb.ASK, slot=Slot.GUARD)
    assert talk.hears(kind)


@pytest.mark.parametrize(
    ("wish", "language", "text"),
    [
        ("réduire la DMT de 8 min à 7 min, CSAT pas sous 80 %", FR, "plutôt le CSAT"),
        ("cut AHT from 8 min to 7 min, CSAT no lower than 80%", EN, "rather CSAT"),
    ],
)
def test_a_metric_is_no_safeguard_of_itself(wish: str, language: Language, text: str) -> None:
    assert Talk(wish, language).draft.guard is not None
    draft = Talk(wish, language).says(text).draft
    assert (draft.metric, draft.guard) == (MetricKey.CSAT, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "garder nos clients, on en perd trop"),
        (FR, "moins de clients perdus"),
        (EN, "keep our customers, we lose too many"),
    ],
)
def test_whom_it_is_for_is_no_safeguard(language: Language, text: str) -> None:
    wish = (
        "passer le CSAT de 78 à 85 % d’ici fin mars"
        if language is FR
        else "raise CSAT from 78 to 85% by end of March"
    )
    talk = Talk(wish, language).says("une fiche" if language is FR else "a sheet", "estimation, tout est là")
    if talk.draft.asked is not Slot.RELEVANCE:
        talk.says("a guess, all there")
    talk.says(text)
    assert (talk.draft.relevance, talk.draft.guard) == (text, None)
