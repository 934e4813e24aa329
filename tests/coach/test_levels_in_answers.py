"""What an answer says of today and of the aim is read as it is in a wish, whatever question waits."""

import pytest

from coach.language.reading import Language, Slot
from coach.metrics import MetricKey
from coach.quantity import Quantity
from tests.coach.talk import TODAY, Talk

WISH = {Language.FR: "améliorer la satisfaction client", Language.EN: "improve customer satisfaction"}


def number(quantity: Quantity | None) -> int | None:
    return None if quantity is None else int(quantity.value)


def levels(talk: Talk) -> tuple[int | None, int | None]:
    return number(talk.draft.baseline), number(talk.draft.target)


@pytest.mark.parametrize(
    "text",
    [
        "le csat je pense, on est a 78 la, on a genre 150 reponses par mois",
        "csat i think, we're at 78, we get like 150 answers a month",
    ],
)
def test_the_figure_with_where_it_stands_and_its_answers_in_one_breath(text: str) -> None:
    language = Language.FR if "reponses" in text else Language.EN
    until = "85 dici fin mars si possible" if language is Language.FR else "85 by end of march if possible"
    for talk in (Talk(WISH[language], language).says(text), Talk(text, language)):
        assert levels(talk) == (78, None)
        assert talk.draft.answers is not None
        assert talk.draft.answers.a_month == 150
        talk.says(until)
        assert levels(talk) == (78, 85)
        assert talk.draft.deadline is not None
        assert talk.draft.deadline.month == 3


@pytest.mark.parametrize("says", ["le csat, {}", "csat : {}", "{}"])
@pytest.mark.parametrize(
    "words",
    [
        "on est à 78 là",
        "on est a 78",
        "nous en sommes à 78",
        "on tourne à 78",
        "on plafonne à 78",
        "on fait 78",
        "il est à 78",
        "78 là",
        "78 en ce moment",
        "aujourd’hui 78",
        "je crois qu’on est à 78",
    ],
)
def test_french_words_for_today(says: str, words: str) -> None:
    assert levels(Talk(WISH[Language.FR]).says(says.format(words))) == (78, None)


@pytest.mark.parametrize("says", ["csat, {}", "CSAT: {}", "{}"])
@pytest.mark.parametrize(
    "words",
    ["we’re at 78", "we are at about 78 rn", "78 rn", "it's 78", "we sit at 78", "78 right now", "now 78"],
)
def test_english_words_for_today(says: str, words: str) -> None:
    assert levels(Talk(WISH[Language.EN], Language.EN).says(says.format(words))) == (78, None)


@pytest.mark.parametrize(
    ("language", "again"), [(Language.FR, "on est à 79 là en fait"), (Language.EN, "we're at 79 actually")]
)
def test_where_it_stands_puts_the_figure_of_today_right_though_the_aim_is_asked(
    language: Language, again: str
) -> None:
    talk = Talk(WISH[language], language).says("CSAT", "78").says(again)
    assert (levels(talk), talk.draft.asked) == ((79, None), Slot.TARGET)


@pytest.mark.parametrize(
    ("language", "text"), [(Language.FR, "85 d’ici fin mars"), (Language.EN, "85 by end of March")]
)
def test_a_level_with_its_date_is_the_aim_though_today_is_asked(language: Language, text: str) -> None:
    talk = Talk(WISH[language], language).says("CSAT").says(text)
    assert (levels(talk), talk.draft.asked) == ((None, 85), Slot.BASELINE)
    assert levels(talk.says("78")) == (78, 85)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (Language.FR, "fin mars, on est à 79 là", (79, 85)),
        (Language.FR, "fin mars, et on vise 86", (78, 86)),
        (Language.EN, "end of March, we're at 79", (79, 85)),
        (Language.EN, "end of March, and we want 86", (78, 86)),
        (Language.FR, "le 31", (78, 85)),
        (Language.EN, "in 12 weeks", (78, 85)),
    ],
)
def test_levels_told_beside_the_date(language: Language, text: str, found: tuple[int, int]) -> None:
    talk = Talk(WISH[language], language).says("CSAT", "78", "85").says(text)
    assert levels(talk) == found
    assert talk.draft.metric is MetricKey.CSAT
    assert talk.draft.deadline is not None
    assert talk.draft.deadline > TODAY
