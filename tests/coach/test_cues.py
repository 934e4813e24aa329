"""The moment that an action is tied to: read in the lead's own words, or chosen on the card."""

import pytest

from coach.cues import cues_for, read_moment
from coach.language.reading import Cadence, Language
from coach.levers import read_actions
from coach.making import actions_of
from coach.messages.cues import Cue
from coach.metrics import MetricKey
from coach.speech import Verb
from tests.coach.test_sharing import READY, pickers, ready


@pytest.mark.parametrize(
    ("language", "lever", "moment", "then"),
    [
        (
            Language.FR,
            "si un appelant attend plus de 2 minutes, alors proposer un rappel",
            "un appelant attend plus de 2 minutes",
            "proposer un rappel",
        ),
        (
            Language.FR,
            "proposer un rappel dès que la file s'allonge",
            "la file s'allonge",
            "proposer un rappel",
        ),
        (
            Language.EN,
            "if a caller waits more than 2 minutes, then offer a call-back",
            "a caller waits more than 2 minutes",
            "offer a call-back",
        ),
        (Language.EN, "offer a call-back when the queue grows", "the queue grows", "offer a call-back"),
        (Language.FR, "vérifier si le client est satisfait", None, "vérifier si le client est satisfait"),
        (Language.EN, "ask if the problem is solved", None, "ask if the problem is solved"),
        (Language.FR, "une écoute par semaine", None, "une écoute par semaine"),
    ],
)
def test_the_moment_is_read_in_the_leads_own_words(
    language: Language, lever: str, moment: str | None, then: str
) -> None:
    assert read_moment(lever, language) == (moment, then)


def test_an_action_keeps_its_moment_and_its_count() -> None:
    (action,) = read_actions(
        "si un appelant attend plus de 2 minutes, chaque agent propose un rappel par jour", Language.FR
    )
    assert action.when == "un appelant attend plus de 2 minutes"
    assert (action.count, action.per, action.each) == (1, Cadence.DAILY, True)


def test_the_moments_offered_begin_with_the_metrics_own() -> None:
    assert cues_for(MetricKey.WAIT_TIME, ())[0] is Cue.LONG_WAIT


def test_a_moment_is_chosen_on_the_card() -> None:
    talk = ready(*READY).presses(Verb.SET_CUE, "unhappy")
    assert actions_of(talk.draft)[0].cue is Cue.UNHAPPY
    assert pickers(talk)[Verb.SET_CUE].chosen == ("unhappy",)
    talk.presses(Verb.SET_CUE, "none")
    assert actions_of(talk.draft)[0].cue is None
