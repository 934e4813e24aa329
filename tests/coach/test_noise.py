"""How much of a survey's figure is chance, and what the coach makes of it before anybody is held to it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.goal import Measurement
from coach.language.reading import Cadence, Language, Slot
from coach.messages import asking, noise
from coach.metrics import MetricKey
from coach.noise import chance_of_at_most, smallest_visible_change, usual_dip, wilson
from coach.progress import Status, assess
from coach.quantity import Quantity, Unit
from coach.samples import Answers, part_answers, read_answers
from coach.speech import Button, Row, Verb
from coach.visibility import Sought, is_refused, longer, seen_over
from tests.coach.desk import MONDAY, goal, percent
from tests.coach.talk import TODAY, Talk

ONE_AGENT = "améliorer le CSAT de Julie"


def test_eighteen_answers_at_a_true_83_show_72_or_less_one_month_in_six() -> None:
    """The field's example, computed twice: by the binomial formula, and one answer after the other."""
    chance = chance_of_at_most(0.83, 18, 13)
    assert round(1 / chance) == 6
    months = [1.0]  # how likely each number of good answers is
    for _ in range(18):
        months = [0.17 * stay + 0.83 * up for stay, up in zip([*months, 0], [0, *months], strict=True)]
    assert sum(months[:14]) == pytest.approx(chance)
    level, one_in = usual_dip(0.83, 18)
    assert (round(level * 100), one_in) == (72, 6)


@given(st.floats(0.01, 0.99), st.integers(1, 100_000))
def test_the_usual_dip_is_below_the_true_share_and_no_rarer_than_it_says(share: float, answers: int) -> None:
    level, one_in = usual_dip(share, answers)
    assert 0 <= level <= share + 1e-9
    assert one_in >= 5


@given(st.floats(0, 1), st.integers(1, 10_000))
def test_wilsons_interval_holds_the_share_within_0_and_1(share: float, answers: int) -> None:
    low, high = wilson(share, answers)
    assert 0 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= 1


def test_more_answers_show_smaller_changes() -> None:
    assert smallest_visible_change(0.8, 1000) < smallest_visible_change(0.8, 100) < 0.2


def csat(baseline: int, target: int, days: int) -> Sought:
    return Sought(MetricKey.CSAT, percent(baseline), percent(target), days)


@pytest.mark.parametrize(
    ("answers", "span"),
    [(18, None), (100, noise.Span.QUARTER), (300, noise.Span.MONTH), (2000, noise.Span.WEEK)],
)
def test_over_how_long_seven_points_are_seen(answers: int, span: noise.Span | None) -> None:
    assert seen_over(csat(78, 85, 91), Answers(count=answers)) is span


def test_a_longer_period_is_offered_only_where_it_shows_the_change() -> None:
    assert longer(csat(70, 82, 21), Answers(count=40), TODAY) == date(2027, 4, 30)
    assert longer(csat(83, 85, 21), Answers(count=18), TODAY) is None


def test_a_mean_is_never_refused_since_its_spread_is_not_known() -> None:
    score = Quantity(value=Decimal(4), unit=Unit.SCORE)
    better = Quantity(value=Decimal("4.2"), unit=Unit.SCORE)
    assert not is_refused(Sought(MetricKey.CSAT, score, better, 30), Answers(count=5))


@pytest.mark.parametrize(
    ("words", "answers", "rest"),
    [
        ("78 %, 40 réponses par mois", Answers(count=40), "78 %"),
        ("78 % sur 40 réponses par mois", Answers(count=40), "78 %"),
        ("83% from about 18 answers a month", Answers(count=18), "83%"),
        ("78 % avec 25 avis par semaine", Answers(count=25, per=Cadence.WEEKLY), "78 %"),
        ("40 réponses par mois", Answers(count=40), ""),
        ("78 %", None, "78 %"),
        ("répondre à 40 clients par mois", None, "répondre à 40 clients par mois"),
    ],
)
def test_the_number_of_answers_is_parted_from_the_figure(
    words: str, answers: Answers | None, rest: str
) -> None:
    assert part_answers(words, Language.FR) == (answers, rest)


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("18", Answers(count=18)),
        ("environ 200 par mois", Answers(count=200)),
        ("une centaine par semaine", Answers(count=100, per=Cadence.WEEKLY)),
        ("about 50 a month", Answers(count=50)),
        ("12 réponses par jour", Answers(count=12, per=Cadence.DAILY)),
        ("85 %", None),
        ("beaucoup", None),
    ],
)
def test_the_answer_to_how_many_is_read(words: str, answers: Answers | None) -> None:
    assert read_answers(words, Language.FR) == answers


def test_where_it_is_today_asks_how_many_answers_that_is_in_the_same_question() -> None:
    talk = Talk("améliorer le CSAT")
    assert talk.hears(noise.AnswersHint)
    talk.says("78 %, 300 réponses par mois")
    assert (talk.draft.baseline, talk.draft.answers) == (percent(78), Answers(count=300))
    assert talk.draft.asked is Slot.TARGET


def test_the_card_shows_the_interval_and_over_how_long_the_change_is_seen() -> None:
    talk = Talk("améliorer le CSAT").says("78 %, 300 réponses par mois", "85 %", "fin mars", "une écoute")
    talk.says("nos chiffres, tout est là", "les clients")
    assert talk.is_ready
    says = talk.heard(noise.SampleSays)
    assert (says.low, says.high) == (percent(73), percent(82))
    assert talk.heard(noise.SeenOver).span is noise.Span.MONTH


def test_without_their_number_the_card_says_what_it_would_take_and_takes_it_from_its_button() -> None:
    talk = Talk("améliorer le CSAT").says("78 %", "85 %", "fin mars", "une écoute")
    talk.says("nos chiffres, tout est là", "les clients")
    assert talk.hears(noise.AnswersUnknown)
    talk.presses(Verb.ASK, slot=Slot.ANSWERS)
    assert talk.hears(noise.AskAnswers)
    assert talk.says("une centaine par semaine").is_ready
    assert talk.draft.answers == Answers(count=100, per=Cadence.WEEKLY)


def refused() -> Talk:
    return Talk(ONE_AGENT).says("83 %, 18 réponses par mois", "88 %", "fin mars")


def labels(talk: Talk) -> list[str]:
    assert talk.outcome.speech is not None
    rows = [part for part in talk.outcome.speech.parts if isinstance(part, Row)]
    return [one.value for row in rows for one in row.elements if isinstance(one, Button) and one.value]


def test_a_goal_that_chance_would_decide_is_refused_with_the_reason() -> None:
    talk = refused()
    reason = talk.heard(noise.NoiseRefused)
    assert (reason.answers, reason.dip, reason.one_in) == (18, percent(72), 6)
    assert not talk.says("je confirme").outcome.wants_confirmation
    assert talk.says("passer").hears(noise.NoWayAround)


def test_the_whole_team_is_a_way_out_and_asks_for_its_figures() -> None:
    talk = refused().presses(Verb.ANSWER, "team", slot=Slot.ANSWERS)
    assert talk.draft.asked is Slot.BASELINE
    assert talk.says("82 %, 900 réponses par mois", "88 %").draft.asked is Slot.LEVER


def test_a_longer_period_is_a_way_out_where_it_helps() -> None:
    talk = Talk(ONE_AGENT).says("70 %, 40 réponses par mois", "82 %", "dans trois semaines")
    until = next(value for value in labels(talk) if value.startswith("until"))
    talk.presses(Verb.ANSWER, until, slot=Slot.ANSWERS)
    assert talk.draft.deadline == date(2027, 4, 30)
    assert talk.draft.asked is Slot.LEVER


@pytest.mark.parametrize("press", [True, False])
def test_a_driver_is_a_way_out_by_its_button_and_by_its_name(press: bool) -> None:
    talk = refused()
    if press:
        talk.presses(Verb.ANSWER, "driver:fcr", slot=Slot.ANSWERS)
    else:
        talk.says("plutôt le FCR")
    assert (talk.draft.metric, talk.draft.asked) == (MetricKey.FCR, Slot.BASELINE)
    assert talk.hears(asking.AskBaseline)
    assert (talk.draft.target, talk.draft.answers) == (None, None)


def test_another_number_of_answers_lifts_the_refusal() -> None:
    assert refused().says("900 par mois").draft.asked is Slot.LEVER


def test_a_smaller_change_or_a_later_end_can_be_said_in_words() -> None:
    assert refused().says("en fait fin juin").draft.deadline == date(2027, 6, 30)


def test_a_figure_behind_the_plan_within_the_noise_of_its_answers_is_no_alarm() -> None:
    figure = Measurement(
        id="m", goal="g1", author="lead", value=percent(74), measured_on=date(2027, 1, 25), recorded_at=MONDAY
    )
    plain = goal()
    assert assess(plain, [figure], date(2027, 1, 25)).status is not Status.ON_TRACK
    few = plain.model_copy(update={"answers": Answers(count=60)})
    standing = assess(few, [figure], date(2027, 1, 25))
    assert (standing.within_noise, standing.status) == (True, Status.WITHIN_NOISE)
