"""A figure that is named goes to what it names, by any name, or is said not to be kept; never elsewhere."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from coach.following import CheckInState
from coach.guard import Guard
from coach.language.figure_names import find_figure_names
from coach.language.plain import fold
from coach.language.reading import Language
from coach.making import with_baseline
from coach.messages import following as say
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit
from coach.scheduling import schedules_of
from tests.coach.desk import MONDAY, START, Desk, goal, percent, person
from tests.coach.test_following import NEXT_MONDAY, found, says
from tests.coach.test_told_figures import desk_waiting, figures, seconds

FR, EN = Language.FR, Language.EN
QUALITY = Guard(metric=MetricKey.QUALITY_SCORE, limit=percent(85))


Led = tuple[MetricKey, Quantity, Quantity, dict[str, Any]]


def a_month(value: int) -> Quantity:
    return Quantity(value=Decimal(value), unit=Unit.PER_MONTH)


def led(*goals: Led, language: Language = FR) -> Desk:
    """Goals `g1`, `g2`… that `lead` leads, each with its metric, from one level to another."""
    lead = person("lead", language)
    made = []
    for number, (metric, baseline, target, more) in enumerate(goals, 1):
        one = goal(measured=False, channel=None).model_copy(
            update={
                "id": f"g{number}",
                "metric": metric,
                "target": target,
                "language": language,
                "confirmed_at": MONDAY + timedelta(minutes=number),
                **more,
            }
        )
        made.append(with_baseline(one, baseline, START).model_copy(update={"version": 1, "sub_goals": ()}))
    desk = Desk(made[0], (lead,))
    with desk.memory.open_uow() as uow:
        for one in made[1:]:
            uow.goals.add(one)
            for schedule in schedules_of(one, {"lead": lead}, desk.ids, MONDAY):
                uow.schedules.put(schedule)
        uow.commit()
    return desk


def asked(desk: Desk) -> Desk:
    desk.goes_to(NEXT_MONDAY)
    desk.news()
    return desk


def unasked(desk: Desk) -> Desk:
    desk.clock.move_to(MONDAY + timedelta(days=2, hours=5))
    return desk


def guard_figures(desk: Desk, goal_id: str) -> list[Quantity]:
    with desk.memory.open_uow() as uow:
        kept = uow.goals.get("T1", goal_id)
    assert kept is not None
    return [one.value for one in kept.guard_figures]


SALES: Led = (MetricKey.ADDITIONAL_SALES, a_month(122), a_month(150), {})
CSAT: Led = (MetricKey.CSAT, percent(78), percent(85), {})
AHT: Led = (MetricKey.AHT, seconds(500), seconds(450), {})
LEVEL: Led = (MetricKey.SERVICE_LEVEL, percent(70), percent(80), {})
ABANDON: Led = (MetricKey.ABANDONMENT_RATE, percent(12), percent(8), {})
FCR: Led = (MetricKey.FCR, percent(70), percent(80), {"guard": QUALITY})
REVENUE: Led = (
    MetricKey.REVENUE,
    Quantity(value=Decimal(20_000), unit=Unit.EUR),
    Quantity(value=Decimal(25_000), unit=Unit.EUR),
    {},
)

OF_OTHERS = [
    ("service level 73.5", EN),
    ("sl 74", EN),
    ("oops service level was 72", EN),
    ("csat 79", EN),
    ("and qa was 88", EN),
    ("qualité 83", FR),
    ("la dmt est à 8:20", FR),
    ("QS 76", FR),
    ("80/20 tenu à 76 %", FR),
    ("service level within 20 s: 74", EN),
]


@pytest.mark.parametrize("when", [asked, unasked])
@pytest.mark.parametrize(("text", "language"), OF_OTHERS)
def test_what_names_a_metric_that_nobody_follows_is_not_kept(
    text: str, language: Language, when: Any
) -> None:
    desk = when(led(SALES, language=language))
    assert found(says(desk, text), say.NotFollowed)
    assert figures(desk, "g1") == []


def test_what_names_another_metric_and_a_day_to_come_answers_no_question() -> None:
    desk = asked(led(SALES, language=EN))
    says(desk, "service level 72% on 18 jan")
    assert [one.words for one in desk_waiting(desk)] == [None]


@pytest.mark.parametrize("text", ["qa back to 88", "QA 88", "quality score 88", "qa was 88%"])
def test_a_safeguards_figure_goes_by_any_of_its_names_to_the_safeguard(text: str) -> None:
    desk = asked(led(FCR, SALES, language=EN))
    says(desk, text)
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([], [])
    assert guard_figures(desk, "g1") == [percent(88)]


def test_a_safeguards_figure_is_kept_for_each_goal_that_it_guards() -> None:
    metric, baseline, target, _ = AHT
    desk = asked(led(FCR, (metric, baseline, target, {"guard": QUALITY}), language=EN))
    says(desk, "qa 88")
    assert guard_figures(desk, "g1") == guard_figures(desk, "g2") == [percent(88)]


@pytest.mark.parametrize("when", [asked, unasked])
def test_a_goal_whose_owner_is_only_a_name_takes_its_figures_from_who_is_asked_for_them(when: Any) -> None:
    metric, baseline, target, _ = LEVEL
    desk = when(led((metric, baseline, target, {"owner_name": "James"}), CSAT, language=EN))
    says(desk, "service level 74%, csat 80%")
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([percent(74)], [percent(80)])


def test_five_figures_in_one_line_find_their_goals_and_the_safeguard() -> None:
    desk = unasked(led(LEVEL, AHT, SALES, CSAT, FCR, language=EN))
    says(desk, "service level 73.5, aht 8:02, add-on sales 128, csat 79, quality score 84")
    assert [figures(desk, f"g{number}") for number in range(1, 6)] == [
        [percent("73.5")],
        [seconds(482)],
        [a_month(128)],
        [percent(79)],
        [],
    ]
    assert guard_figures(desk, "g5") == [percent(84)]


@pytest.mark.parametrize("when", [asked, unasked])
@pytest.mark.parametrize(
    ("text", "value", "language"),
    [
        ("ventes 130", 130, FR),
        ("pour les ventes je suis a 138", 138, FR),
        ("130 ventes", 130, FR),
        ("le nombre de ventes additionnelles 121", 121, FR),
        ("sales 121", 121, EN),
        ("add on sales 126", 126, EN),
    ],
)
def test_a_general_word_finds_the_one_goal_that_it_may_be_short_for(
    text: str, value: int, language: Language, when: Any
) -> None:
    desk = when(led(SALES, CSAT, language=language))
    says(desk, text)
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([a_month(value)], [])


def test_a_general_word_that_two_goals_go_by_is_asked_about_unless_the_unit_tells() -> None:
    desk = unasked(led(SALES, REVENUE))
    assert found(says(desk, "ventes 130"), say.WhichGoalIsIt)
    says(desk, "ventes 21 000 €")
    assert figures(desk, "g1") == []
    assert figures(desk, "g2") == [Quantity(value=Decimal(21_000), unit=Unit.EUR)]


@pytest.mark.parametrize("text", ["délai 5:40", "notre temps : 5 min 40"])
def test_a_word_for_any_length_of_time_finds_the_one_goal_about_one(text: str) -> None:
    wait: Led = (MetricKey.WAIT_TIME, seconds(360), seconds(240), {})
    desk = unasked(led(wait, CSAT))
    says(desk, text)
    assert figures(desk, "g1") == [seconds(340)]


def test_a_teams_own_words_name_its_goal_among_several() -> None:
    own = {"metric_words": "escalades"}
    count = Quantity(value=Decimal(40), unit=Unit.COUNT)
    other: Led = (MetricKey.OTHER, count, Quantity(value=Decimal(20), unit=Unit.COUNT), own)
    twenty = Quantity(value=Decimal(20), unit=Unit.COUNT)
    more: Led = (MetricKey.OTHER, count, twenty, {"metric_words": "litiges"})
    desk = unasked(led(other, more, CSAT))
    assert found(says(desk, "35"), say.WhichGoalIsIt)
    says(desk, "Escalades 35")
    assert figures(desk, "g1") == [Quantity(value=Decimal(35), unit=Unit.COUNT)]
    assert figures(desk, "g2") == figures(desk, "g3") == []


@pytest.mark.parametrize(
    ("text", "language", "kept", "guarded"),
    [
        ("aht 7:57 qa 86%", EN, seconds(477), 86),
        ("dmt 7:57, par contre qualité 83", FR, seconds(477), 83),
        ("AHT at 7:57 and qa 87", EN, seconds(477), 87),
    ],
)
def test_no_number_is_lost_beside_another(
    text: str, language: Language, kept: Quantity, guarded: int
) -> None:
    desk = asked(led(AHT, FCR, language=language))
    says(desk, text)
    assert figures(desk, "g1") == [kept]
    assert guard_figures(desk, "g2") == [percent(guarded)]


def test_an_abbreviation_in_small_letters_names_its_goal_beside_a_nameless_figure() -> None:
    desk = asked(led(ABANDON, LEVEL))
    says(desk, "11,4 et le sl à 76")
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([percent("11.4")], [percent(76)])


def test_the_same_again_is_said_of_a_metric_by_its_name() -> None:
    desk = asked(led(AHT, FCR))
    says(desk, "dmt 8:10")
    desk.goes_to(NEXT_MONDAY + timedelta(weeks=1))
    says(desk, "dmt pareil, par contre qualité 83")
    assert figures(desk, "g1") == [seconds(490), seconds(490)]
    assert guard_figures(desk, "g2") == [percent(83)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("remind me about sales tomorrow", EN),
        ("sales: put off till tomorrow", EN),
        ("Monday for the sales one", EN),
        ("put the sales off an hour", EN),
        ("ventes : demain", FR),
        ("rappelez-moi demain pour les ventes", FR),
        ("reporte les ventes à lundi", FR),
    ],
)
def test_the_question_that_is_named_is_the_one_put_off(text: str, language: Language) -> None:
    desk = asked(led(AHT, SALES, language=language))
    says(desk, text)
    assert [one.goal for one in desk_waiting(desk) if one.resting] == ["g2"]
    assert figures(desk, "g1") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("csat dont have it yet", EN),
        ("no csat figure yet", EN),
        ("pas encore le chiffre du csat", FR),
        ("je n'ai pas encore le csat", FR),
        ("csat : je lai pas encore", FR),
    ],
)
def test_there_is_no_figure_yet_of_what_is_named(text: str, language: Language) -> None:
    desk = asked(led(AHT, CSAT, language=language))
    assert found(says(desk, text), say.NoFigureNoted)
    assert [one.goal for one in desk_waiting(desk)] == ["g1"]


def test_one_has_no_figure_yet_and_the_other_has() -> None:
    desk = asked(led(CSAT, AHT))
    says(desk, "pas encore le chiffre du csat, dmt 8:05")
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([], [seconds(485)])
    assert desk_waiting(desk) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [("actually put it off an hour", EN), ("repousse ça d'une heure", FR), ("snooze until tomorrow", EN)],
)
def test_an_hour_to_put_off_by_is_no_length_of_time(text: str, language: Language) -> None:
    desk = asked(led(AHT, language=language))
    says(desk, text)
    assert [one.resting for one in desk_waiting(desk)] == [True]


@pytest.mark.parametrize(
    ("text", "language"), [("I'm off until Monday", EN), ("je suis en congé jusqu'à lundi", FR)]
)
def test_an_absence_touches_only_what_still_waits(text: str, language: Language) -> None:
    desk = asked(led(AHT, CSAT, language=language))
    says(desk, "aht 8:02")
    says(desk, text)
    with desk.memory.open_uow() as uow:
        states = [uow.check_ins.of_goal("T1", one)[-1].state for one in ("g1", "g2")]
    assert states == [CheckInState.ANSWERED, CheckInState.AWAY]


def test_an_absence_alone_leaves_an_answer_as_it_was() -> None:
    desk = asked(led(AHT))
    says(desk, "8:02")
    says(desk, "je suis en congé jusqu'à lundi")
    assert desk.check_in("lead").state is CheckInState.ANSWERED


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("sl 76", MetricKey.SERVICE_LEVEL),
        ("le qa est à 88", MetricKey.QUALITY_SCORE),
        ("90/10 à 81 %", MetricKey.SERVICE_LEVEL),
        ("acw 45 s", MetricKey.WRAP_UP_TIME),
        ("aht 7:57", MetricKey.AHT),
    ],
)
@pytest.mark.parametrize("language", [FR, EN])
def test_short_names_count_in_any_case_and_language(text: str, metric: MetricKey, language: Language) -> None:
    assert [one.metric for one in find_figure_names(text, fold(text), language)] == [metric]
