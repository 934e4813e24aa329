"""The conventions of reading, one sentence each."""

from datetime import date
from decimal import Decimal

import pytest

from coach.language import read_reply, understand
from coach.language.reading import Cadence, DeadlineProblem, Direction, Language, Slot
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit

TODAY = date(2026, 11, 23)  # a Monday


def quantity(value: str, unit: Unit) -> Quantity:
    return Quantity(value=Decimal(value), unit=unit)


def count(value: str) -> Quantity:
    return quantity(value, Unit.COUNT)


def percent(value: str) -> Quantity:
    return quantity(value, Unit.PERCENT)


def points(value: str) -> Quantity:
    return quantity(value, Unit.POINTS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CSAT à 85 % d'ici mars", date(2027, 3, 31)),
        ("CSAT à 85 % d'ici fin novembre", date(2026, 11, 30)),
        ("CSAT à 85 % avant le 31/03/2027", date(2027, 3, 31)),
        ("CSAT à 85 % avant la fin du T1", date(2027, 3, 31)),
        ("CSAT à 85 % en six semaines", date(2027, 1, 4)),
        ("CSAT à 85 % sous trois mois", date(2027, 2, 23)),
        ("CSAT à 85 % pour la mi-janvier", date(2027, 1, 15)),
        ("CSAT à 85 % le trimestre prochain", date(2027, 3, 31)),
        ("CSAT à 85 % dans 20 jours ouvrés", date(2026, 12, 21)),
        ("CSAT à 85 % avant Pâques", date(2027, 3, 28)),
        ("CSAT à 85 % pour le 1er mars", date(2027, 3, 1)),
        ("CSAT at 85% by end of Q1", date(2027, 3, 31)),
        ("CSAT at 85% by the end of the year", date(2026, 12, 31)),
        ("CSAT at 85% in four to six weeks", date(2027, 1, 4)),
        ("CSAT at 85% by March 31st", date(2027, 3, 31)),
        ("CSAT at 85% next quarter", date(2027, 3, 31)),
        ("CSAT at 85% by Thanksgiving", date(2026, 11, 26)),
    ],
)
def test_a_named_period_ends_on_its_last_day_and_a_length_counts_from_today(
    text: str, expected: date
) -> None:
    assert understand(text, None, TODAY).deadline == expected


@pytest.mark.parametrize(
    "text",
    [
        "5 % de CSAT en plus par trimestre",
        "améliorer le CSAT par rapport au T3",
        "le CSAT baisse depuis mai, il faut l'augmenter",
        "improve CSAT compared to Q3",
        "reply to every email within 24 hours",
        "answer 90% of emails within 2 days",
        "résoudre les tickets en 2 jours",
    ],
)
def test_cadences_comparisons_and_promises_to_customers_are_no_deadlines(text: str) -> None:
    assert understand(text, None, TODAY).deadline is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("CSAT à 85 % pour le 30 février", DeadlineProblem.IMPOSSIBLE),
        ("CSAT at 85% by February 30", DeadlineProblem.IMPOSSIBLE),
        ("CSAT à 85 % avant le 31/02/2027", DeadlineProblem.IMPOSSIBLE),
        ("CSAT à 85 % avant le 31/03/2025", DeadlineProblem.PAST),
        ("CSAT 85 % 03/04/2027", DeadlineProblem.AMBIGUOUS),
    ],
)
def test_a_date_that_cannot_be_is_said_and_never_rolled_over(text: str, problem: DeadlineProblem) -> None:
    reading = understand(text, None, TODAY)
    assert (reading.deadline, reading.deadline_problem) == (None, problem)
    assert reading.deadline_text


def test_a_date_in_figures_follows_the_language() -> None:
    assert understand("CSAT 85 % 03/04/2027", Language.FR, TODAY).deadline == date(2027, 4, 3)
    assert understand("CSAT 85% 03/04/2027", Language.EN, TODAY).deadline == date(2027, 3, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("halve the backlog", quantity("50", Unit.PERCENT)),
        ("doubler les rendez-vous", quantity("100", Unit.PERCENT)),
        ("deux fois moins de transferts", quantity("50", Unit.PERCENT)),
        ("x2 sur les rendez-vous", quantity("100", Unit.PERCENT)),
        ("réduire la DMT de trente pour cent", quantity("30", Unit.PERCENT)),
        ("gagner 5 points de CSAT", quantity("5", Unit.POINTS)),
    ],
)
def test_a_change_is_positive_and_in_its_own_unit(text: str, expected: Quantity) -> None:
    assert understand(text, None, TODAY).delta == expected


def test_a_change_is_never_computed_from_two_levels() -> None:
    reading = understand("passer le CSAT de 78 à 85 %", None, TODAY)
    assert reading.delta is None
    assert (reading.baseline, reading.target) == (quantity("78", Unit.PERCENT), quantity("85", Unit.PERCENT))


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        ("CSAT 78% -> 85%", quantity("78", Unit.PERCENT), quantity("85", Unit.PERCENT)),
        ("AHT from 4:30 to 3:15", quantity("4.5", Unit.MINUTES), quantity("3.25", Unit.MINUTES)),
        ("réduire la DMT de 8 min 30 à 7 min", quantity("8.5", Unit.MINUTES), quantity("7", Unit.MINUTES)),
        (
            "passer de 1 500 à 1 200 tickets en attente",
            quantity("1500", Unit.COUNT),
            quantity("1200", Unit.COUNT),
        ),
        ("CSAT de 4,2/5 à 4,5/5", quantity("4.2", Unit.SCORE), quantity("4.5", Unit.SCORE)),
        ("FRT à 4 h au lieu de 8 h", quantity("8", Unit.HOURS), quantity("4", Unit.HOURS)),
        ("panier moyen de 45 à 52 €", quantity("45", Unit.EUR), quantity("52", Unit.EUR)),
        ("average order value from $45 to $52", quantity("45", Unit.USD), quantity("52", Unit.USD)),
        ("monthly revenue from £8k to 12k", quantity("8000", Unit.GBP), quantity("12000", Unit.GBP)),
    ],
)
def test_two_levels_are_where_it_is_and_where_it_should_be(
    text: str, baseline: Quantity, target: Quantity
) -> None:
    reading = understand(text, None, TODAY)
    assert (reading.baseline, reading.target) == (baseline, target)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CSAT à 85 %", Direction.REACH),
        ("maintenir le CSAT à 85 %", Direction.MAINTAIN),
        ("keep AHT below 5 minutes", Direction.MAINTAIN),
        ("moins de 5 % d'abandon", Direction.DECREASE),
        ("service level above 85%", Direction.INCREASE),
        ("améliorer le temps d'attente", Direction.DECREASE),
        ("improve the retention rate", Direction.INCREASE),
    ],
)
def test_the_way_follows_from_the_verb_the_bound_and_the_metric(text: str, expected: Direction) -> None:
    assert understand(text, None, TODAY).direction is expected


def test_a_guard_is_neither_baseline_nor_target() -> None:
    reading = understand("reduce AHT by 10% with CSAT no lower than 3.6", None, TODAY)
    assert (reading.metric, reading.baseline, reading.target) == (MetricKey.AHT, None, None)
    assert reading.delta == quantity("10", Unit.PERCENT)
    assert reading.parts == ()


def test_two_goals_joined_by_and_are_two_parts() -> None:
    reading = understand("réduire la DMT et améliorer le CSAT", None, TODAY)
    assert reading.parts == ("réduire la DMT", "améliorer le CSAT")


@pytest.mark.parametrize(
    "text", ["réduire la DMT sans perdre en CSAT", "réduire et stabiliser la DMT", "improve CSAT and NPS"]
)
def test_a_guard_or_one_verb_for_all_makes_no_second_goal(text: str) -> None:
    assert understand(text, None, TODAY).parts == ()


def test_of_several_metrics_the_one_with_the_number_is_the_goal() -> None:
    reading = understand("improve AHT, and CSAT to 85%", None, TODAY)
    assert (reading.metric, reading.metric_alternatives) == (MetricKey.CSAT, (MetricKey.AHT,))


def test_satisfaction_alone_fits_several_metrics_until_a_share_is_given() -> None:
    assert understand("améliorer la satisfaction client", None, TODAY).metric_alternatives == (
        MetricKey.NPS,
        MetricKey.CES,
    )
    assert understand("passer la satisfaction client à 85 %", None, TODAY).metric_alternatives == ()


def test_percent_of_a_share_is_left_open_and_points_are_not() -> None:
    assert Slot.CHANGE in understand("+5 % de CSAT", None, TODAY).ambiguous
    assert Slot.CHANGE not in understand("+5 points de CSAT", None, TODAY).ambiguous


def test_a_time_without_its_unit_is_left_open() -> None:
    reading = understand("réduire la DMT de 6 à 5", None, TODAY)
    assert reading.ambiguous == {Slot.BASELINE, Slot.TARGET}


@pytest.mark.parametrize(
    "text", ["nous réduisons la DMT", "our team will reduce AHT", "reduce AHT with our team"]
)
def test_we_and_our_team_lead_nothing(text: str) -> None:
    assert understand(text, None, TODAY).owner is None


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("réduire la DMT, piloté par Julie", "Julie"),
        ("reduce AHT, led by Tom Baker, by March", "Tom Baker"),
        ("réduire la DMT avec <@U024BE7LH|julie>", "<@U024BE7LH>"),
        ("Karim s'en charge : réduire la DMT", "Karim"),
    ],
)
def test_who_leads_is_kept_in_the_words(text: str, owner: str) -> None:
    assert understand(text, None, TODAY).owner == owner


def test_slack_mark_up_is_read_as_it_is_seen() -> None:
    reading = understand("*DMT* &lt; 5&nbsp;min dans <#C12|support>", None, TODAY)
    assert reading.text == "DMT < 5 min dans #support"
    assert (reading.target, reading.scope) == (quantity("5", Unit.MINUTES), "#support")


def test_lever_and_relevance_are_kept_apart_from_the_goal() -> None:
    reading = understand(
        "réduire les transferts de 20 % grâce à une formation, afin que les clients n'attendent plus",
        None,
        TODAY,
    )
    assert (reading.metric, reading.lever) == (MetricKey.TRANSFER_RATE, "une formation")
    assert reading.relevance == "afin que les clients n'attendent plus"


def test_a_rhythm_is_a_cadence() -> None:
    assert understand("réduire les transferts de 5 % chaque mois", None, TODAY).cadence is Cadence.MONTHLY


def test_a_thing_outside_the_catalogue_keeps_its_words() -> None:
    reading = understand("réduire le nombre d'erreurs de facturation de 20 %", None, TODAY)
    assert (reading.metric, reading.metric_words) == (MetricKey.OTHER, "erreurs de facturation")


def test_mixed_messages_are_read_in_both_languages() -> None:
    reading = understand("improve le CSAT de 80 à 85 % by end of March", None, TODAY)
    assert (reading.baseline, reading.deadline) == (quantity("80", Unit.PERCENT), date(2027, 3, 31))


@pytest.mark.parametrize("text", ["ces clients appellent ca et là", "un taux de satisfation de 80 %"])
def test_small_words_are_no_acronyms_and_slips_are_forgiven(text: str) -> None:
    assert understand(text, None, TODAY).metric in {None, MetricKey.CSAT}


@pytest.mark.parametrize(
    ("text", "target", "words"),
    [
        ("30 referrals a month by end of March", quantity("30", Unit.PER_MONTH), "referrals"),
        ("12 parrainages par mois d’ici fin mars", quantity("12", Unit.PER_MONTH), "parrainages"),
        ("10 cases closed per day per agent by end of Q1", quantity("10", Unit.PER_DAY), "cases closed"),
        ("work 90 emails a day per agent by Christmas", quantity("90", Unit.PER_DAY), "emails"),
    ],
)
def test_things_that_are_counted_need_no_verb_where_an_end_is_said(
    text: str, target: Quantity, words: str
) -> None:
    reading = understand(text, None, TODAY)
    assert (reading.metric, reading.target, reading.metric_words) == (MetricKey.OTHER, target, words)


@pytest.mark.parametrize(
    "text", ["2 tickets en attente chez moi", "3 réunions hier", "5 new agents started in May"]
)
def test_things_that_are_merely_told_are_no_goal(text: str) -> None:
    assert understand(text, None, TODAY).target is None


@pytest.mark.parametrize(
    "text", ["absenteeism below 5% all december", "tenir 85 % de taux de service tout le mois de décembre"]
)
def test_a_month_that_is_filled_wholly_ends_on_its_last_day(text: str) -> None:
    assert understand(text, None, TODAY).deadline == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        ("cross-sell rate 4% to 6% by March", quantity("4", Unit.PERCENT), quantity("6", Unit.PERCENT)),
        ("NPS de 12 à 20 d’ici mars", quantity("12", Unit.SCORE), quantity("20", Unit.SCORE)),
        (
            "clear the backlog 450 to 200 by end of January",
            quantity("450", Unit.COUNT),
            quantity("200", Unit.COUNT),
        ),
        (
            "la satisfaction était à 3,8 sur 5 en octobre, j’aimerais qu’on remonte à 4,2 sur 5",
            quantity("3.8", Unit.SCORE),
            quantity("4.2", Unit.SCORE),
        ),
        (
            "raise schedule adherence from 86% to 92% by 5 February",
            quantity("86", Unit.PERCENT),
            quantity("92", Unit.PERCENT),
        ),
    ],
)
def test_a_way_is_told_in_many_forms(text: str, baseline: Quantity, target: Quantity) -> None:
    reading = understand(text, None, TODAY)
    assert (reading.baseline, reading.target) == (baseline, target)


@pytest.mark.parametrize(
    ("text", "baseline", "delta"),
    [
        (
            "occupancy of 92% is killing my team, lower it by 6 points",
            quantity("92", Unit.PERCENT),
            quantity("6", Unit.POINTS),
        ),
        (
            "churn is 4% today, decrease it by half a point",
            quantity("4", Unit.PERCENT),
            quantity("0.5", Unit.POINTS),
        ),
        (
            "je veux réduire le backlog de 40 %, on en est à 820 tickets",
            quantity("820", Unit.COUNT),
            quantity("40", Unit.PERCENT),
        ),
    ],
)
def test_where_it_stands_and_a_change_make_no_target(text: str, baseline: Quantity, delta: Quantity) -> None:
    reading = understand(text, None, TODAY)
    assert (reading.baseline, reading.target, reading.delta) == (baseline, None, delta)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("CSAT to 85% by March, Hannah's leading", "Hannah"),
        ("CSAT to 85% by March, Dominic in the lead", "Dominic"),
        ("survey response rate 12% -> 18% by April, Yasmin owner", "Yasmin"),
        ("QS 74 % → 85 % fin T1, resp : Élodie Marchand", "Élodie Marchand"),
        ("NPS à 30 fin mars, chapeauté par Mathieu Tremblay", "Mathieu Tremblay"),
    ],
)
def test_who_leads_is_said_in_many_forms(text: str, owner: str) -> None:
    assert understand(text, None, TODAY).owner == owner


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("FCR +6 points d’ici la Saint-Jean", date(2027, 6, 24)),
        ("CSAT to 85% by Canada Day", date(2027, 7, 1)),
        ("schedule adherence is 84%, up 3 points in a fortnight please", date(2026, 12, 7)),
        ("NPS: 32 today, target 40 on June 30", date(2027, 6, 30)),
        (
            "1,400 calls in one day was rough, I still want CSAT up 4 by Valentine's Day",
            date(2027, 2, 14),
        ),
    ],
)
def test_more_ends(text: str, day: date) -> None:
    assert understand(text, None, TODAY).deadline == day


def test_a_guard_takes_its_figure_in_brackets_along() -> None:
    reading = understand(
        "réduire la DMT de 8 min à 6 min 30 sans plomber la qualité (plancher 85 %)", None, TODAY
    )
    assert (reading.target, reading.delta) == (quantity("6.5", Unit.MINUTES), None)


def test_a_raised_two_chooses_nothing() -> None:
    assert read_reply("²", language=None, today=TODAY, asked=Slot.PART).part is None
