"""Figures of goals and somebody's own parts, told in one sentence: each goes to what it names."""

from datetime import timedelta
from decimal import Decimal

import pytest

from coach.following import CheckIn
from coach.goal import LeverAction
from coach.language.reading import Cadence, Language
from coach.making import with_baseline
from coach.messages import following as say
from coach.messages.base import MetricName, Person
from coach.messages.figures import FigureOfAnother
from coach.metrics import MetricKey
from coach.quantity import Quantity
from coach.scheduling import schedules_of
from tests.coach.desk import MONDAY, START, Desk, goal, percent, person
from tests.coach.test_figures_by_name import SALES, Led, a_month
from tests.coach.test_following import NEXT_MONDAY, TEAM, found, says
from tests.coach.test_told_figures import figures

FR, EN = Language.FR, Language.EN
CSAT: Led = (MetricKey.CSAT, percent(78), percent(85), {})
SALES_FROM_20: Led = (SALES[0], a_month(20), a_month(40), {})
OWN_SALES: Led = (
    MetricKey.OTHER,
    a_month(20),
    a_month(40),
    {"metric_words": "nombre de ventes additionnelles"},
)
FCR: Led = (MetricKey.FCR, percent(58), percent(70), {})
Action = tuple[str, Cadence]
RELIEF: Action = ("renfort de 12h à 14h", Cadence.DAILY)
COVER: Action = ("cover from 12 to 2 pm", Cadence.DAILY)
RECALLS: Action = ("rappel des clients mécontents", Cadence.WEEKLY)
CALL_BACK: Action = ("call back unhappy customers", Cadence.WEEKLY)
WARRANTY: Action = ("proposer l'extension de garantie", Cadence.WEEKLY)
FORM: Action = ("remplir la fiche client", Cadence.WEEKLY)
OF_OTHERS = (MetricKey.AHT, MetricKey.WAIT_TIME, MetricKey.NPS)


def karim(
    *led: Led,
    parts: tuple[Action, ...],
    language: Language = FR,
    unasked: tuple[str, ...] = (),
    counts: tuple[int, ...] = (),
) -> Desk:
    """The lead of `g1`, `g2`… takes part in `p1`, `p2`… of a colleague; all are asked in one message.

    Args:
        led: The goals that they lead.
        parts: What they do in those of the colleague.
        language: Theirs.
        unasked: Goals whose question does not come that day.
        counts: How often each part is due; once where none is given.
    """
    people = (person("lead", language), person("emma", language))
    made = []
    for number, (metric, baseline, target, more) in enumerate(led, 1):
        told = {"id": f"g{number}", "metric": metric, "target": target, "language": language, **more}
        one = goal(measured=False, channel=None).model_copy(update=told)
        made.append(with_baseline(one, baseline, START).model_copy(update={"version": 1, "sub_goals": ()}))
    for number, (text, per) in enumerate(parts, 1):
        told = {"id": f"p{number}", "metric": OF_OTHERS[number - 1], "author": "emma", "owner": "emma"}
        action = LeverAction(text=text, count=counts[number - 1] if counts else 1, per=per)
        more = {"contributors": ("lead",), "language": language, "actions": (action,)}
        made.append(goal(channel=None).model_copy(update=told | more))
    ordered = [
        one.model_copy(update={"confirmed_at": MONDAY + timedelta(minutes=place)})
        for place, one in enumerate(made)
    ]
    desk = Desk(ordered[0], people)
    with desk.memory.open_uow() as uow:
        for one in ordered[1:]:
            uow.goals.add(one)
            for schedule in schedules_of(one, {each.user: each for each in people}, desk.ids, MONDAY):
                uow.schedules.put(schedule)
        for name in unasked:
            for schedule in uow.schedules.of_goal("T1", name):
                uow.schedules.put(schedule.model_copy(update={"due_at": None}))
        uow.commit()
    desk.goes_to(NEXT_MONDAY)
    desk.news()
    return desk


def asked(desk: Desk, part: str) -> CheckIn:
    with desk.memory.open_uow() as uow:
        return [one for one in uow.check_ins.of_goal("T1", part) if one.user == "lead"][-1]


def done(desk: Desk, part: str = "p1") -> tuple[int | None, int | None]:
    """How often a part was done, and of how many times."""
    one = asked(desk, part)
    return one.done, one.wanted


def last(desk: Desk, name: str) -> Decimal | None:
    kept = figures(desk, name)
    return kept[-1].value if kept else None


Told = tuple[str, str | None, str | None, tuple[int | None, int]]
FRENCH: list[Told] = [
    ("csat 79,5 fcr 61 renfort 4 jours sur 5", "79.5", "61", (4, 5)),
    ("csat 42 sur 50, fcr : 62,8 et le renfort j'etais en congé, 3 sur 3", "84", "62.8", (3, 3)),
    ("renfort 2 sur 2, csat 78, fcr 63,5", "78", "63.5", (2, 2)),
    ("csat 83, renfort 5 sur 5", "83", None, (5, 5)),
    ("4 sur 5 renfort, 83 csat, 61 fcr", "83", "61", (4, 5)),
    ("j'ai fait 4 renforts sur 6 et csat 81", "81", None, (4, 6)),
    ("csat 83, fcr 61, renfort 12h-14h : 4 sur 5", "83", "61", (4, 5)),
    ("csat 83, fcr pas encore, renfort 4 sur 5", "83", None, (4, 5)),
    ("csat 83 fcr 61 renfort pas fait", "83", "61", (0, 5)),
    ("csat 83, fcr 61, renfort fait, 3 sur 3", "83", "61", (3, 3)),
    ("csat 83 et fcr 61, tout le reste est fait", "83", "61", (5, 5)),
    ("Le csat est à 83 %. La fcr est à 61,5. Pour le renfort j'ai fait 4 jours sur 5", "83", "61.5", (4, 5)),
    ("csat 79, fcr 61, 4 sur 5", "79", "61", (4, 5)),
    ("csat 84 %, 42 sur 50, renfort fait", "84", None, (5, 5)),
    ("csat 83 fcr 61 grâce au renfort", "83", "61", (None, 5)),
    ("csat 42 sur 50, fcr 61", "84", "61", (None, 5)),
    ("csat 83 grâce au renfort", "83", None, (None, 5)),
    ("renfort quatre sur cinq, csat quatre-vingt-trois", "83", None, (4, 5)),
    ("csat 83 ; fcr 61 ; renfort 80 %", "83", "61", (None, 5)),
    ("csat 83, renfort 4 sur 5, soit 80 %", "83", None, (4, 5)),
    ("renfort 4 sur 5", None, None, (4, 5)),
]
ENGLISH: list[Told] = [
    ("csat 79.5, fcr 61, cover 4 out of 5", "79.5", "61", (4, 5)),
    ("csat 79.5 fcr 61 cover 4 of 5", "79.5", "61", (4, 5)),
    ("cover 2 out of 2, csat 78, fcr 63.5", "78", "63.5", (2, 2)),
    ("did the cover 4 days out of 5, csat 83", "83", None, (4, 5)),
    ("csat is 83 and fcr 61, haven't done the cover yet", "83", "61", (0, 5)),
    ("csat 42 of 50, fcr 61 and cover done", "84", "61", (5, 5)),
]


@pytest.mark.parametrize(
    ("told", "language", "part"),
    [*((one, FR, RELIEF) for one in FRENCH), *((one, EN, COVER) for one in ENGLISH)],
)
def test_each_figure_and_each_count_goes_to_what_it_stands_by(
    told: Told, language: Language, part: Action
) -> None:
    text, csat, fcr, relief = told
    desk = karim(CSAT, FCR, parts=(part,), language=language)
    says(desk, text)
    expected = [Decimal(one) if one is not None else None for one in (csat, fcr)]
    assert [last(desk, "g1"), last(desk, "g2")] == expected
    assert done(desk) == relief


@pytest.mark.parametrize(
    ("text", "csat", "fcr", "times", "language"),
    [
        ("non la fcr c'est 61 et le renfort 4 sur 5", 84, 61, 4, FR),
        ("non c'etait 83 le csat, et 5 sur 5 c'est le renfort", 83, 62, 5, FR),
        ("non, le renfort c'est 4 sur 5", 84, 62, 4, FR),
        ("non 4 sur 5 le renfort", 84, 62, 4, FR),
        ("csat 83 et renfort 4 sur 5", 83, 62, 4, FR),
        ("no, fcr is 61 and cover 4 out of 5", 84, 61, 4, EN),
        ("actually csat was 83 and cover was 5 of 5", 83, 62, 5, EN),
    ],
)
def test_a_figure_and_a_part_are_put_right_in_one_sentence(
    text: str, csat: int, fcr: int, times: int, language: Language
) -> None:
    part, word = (RELIEF, "renfort") if language is FR else (COVER, "cover")
    desk = karim(CSAT, FCR, parts=(part,), language=language)
    says(desk, f"csat 84, fcr 62, {word} 3/5")
    says(desk, text)
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([percent(csat)], [percent(fcr)])
    assert done(desk) == (times, 5)


def test_a_figure_without_a_name_is_put_right_beside_a_part() -> None:
    desk = karim(CSAT, FCR, parts=(RELIEF,))
    says(desk, "csat 83")
    says(desk, "non 82 et le renfort 4 sur 5")
    assert (figures(desk, "g1"), figures(desk, "g2"), done(desk)) == ([percent(82)], [], (4, 5))


def test_a_count_that_may_be_anybodys_takes_no_figures_place_and_is_asked_about() -> None:
    desk = karim(CSAT, FCR, parts=(RELIEF,))
    heard = says(desk, "csat 79, fcr 61, 2 sur 9")
    kept = found(heard, say.NotKept)
    assert isinstance(kept, say.NotKept)
    assert kept.words == "2 sur 9"
    assert found(heard, say.AndNextAction)
    assert (figures(desk, "g1"), figures(desk, "g2"), done(desk)) == ([percent(79)], [percent(61)], (None, 5))


def sold(value: int) -> list[Quantity]:
    return [a_month(value)]


@pytest.mark.parametrize(
    ("text", "part", "language"),
    [
        ("32 ventes, rappels 10 sur 10", RECALLS, FR),
        ("ventes 32, rappels 10 sur 10", RECALLS, FR),
        ("32 sales, callbacks 10 out of 10", CALL_BACK, EN),
    ],
)
def test_a_count_of_a_metric_and_one_of_a_part_are_told_apart(
    text: str, part: Action, language: Language
) -> None:
    relief = RELIEF if language is FR else COVER
    desk = karim(SALES_FROM_20, parts=(part, relief), language=language)
    says(desk, text)
    assert (figures(desk, "g1"), done(desk, "p1"), done(desk, "p2")) == (sold(32), (10, 10), (None, 5))


def test_three_answers_in_one_sentence_are_each_kept() -> None:
    desk = karim(SALES_FROM_20, parts=(RELIEF, WARRANTY, FORM))
    says(desk, "3 sur 4 pour le renfort, la fiche oui, et 27 ventes ce mois ci")
    assert figures(desk, "g1") == sold(27)
    assert [done(desk, one) for one in ("p1", "p2", "p3")] == [(3, 4), (None, 1), (1, 1)]


def test_a_share_told_as_a_count_stands_beside_parts_that_are_done() -> None:
    desk = karim(FCR, parts=(RELIEF, WARRANTY, FORM))
    says(desk, "fcr 62 sur 100, renfort fait, garantie faite")
    assert figures(desk, "g1") == [percent("62.0")]
    assert [done(desk, one) for one in ("p1", "p2", "p3")] == [(5, 5), (1, 1), (None, 1)]


@pytest.mark.parametrize("unasked", [(), ("g1",)])
@pytest.mark.parametrize("led", [SALES_FROM_20, OWN_SALES])
@pytest.mark.parametrize("first", ["ventes 32", "32 ventes", "ventes : 32 ce mois-ci"])
def test_sales_are_the_sales_goals_and_never_how_often_a_part_was_done(
    first: str, led: Led, unasked: tuple[str, ...]
) -> None:
    desk = karim(led, parts=(RECALLS, RELIEF), unasked=unasked)
    says(desk, first)
    assert figures(desk, "g1") == sold(32)
    says(desk, "non, 33 c'est les ventes additionnelles pas les rappels")
    assert (figures(desk, "g1"), done(desk, "p1"), done(desk, "p2")) == (sold(33), (None, 1), (None, 5))


@pytest.mark.parametrize("unasked", [(), ("g1",)])
def test_sales_are_the_sales_goals_in_english_too(unasked: tuple[str, ...]) -> None:
    desk = karim(SALES_FROM_20, parts=(CALL_BACK, COVER), language=EN, unasked=unasked)
    says(desk, "sales 32")
    says(desk, "no, 33 is the sales, not the callbacks")
    assert (figures(desk, "g1"), done(desk, "p1"), done(desk, "p2")) == (sold(33), (None, 1), (None, 5))


def test_a_part_that_was_given_anothers_figure_is_open_again_once_that_is_said() -> None:
    desk = karim(SALES_FROM_20, parts=(RECALLS, RELIEF), unasked=("g1",))
    says(desk, "32")
    assert done(desk) == (32, 1)
    says(desk, "non, 33 c'est les ventes additionnelles pas les rappels")
    assert (figures(desk, "g1"), done(desk, "p1"), done(desk, "p2")) == (sold(33), (None, 1), (None, 5))


def test_what_names_a_metric_of_theirs_is_no_count_of_a_part_even_where_it_is_no_plain_report() -> None:
    desk = karim(SALES_FROM_20, parts=(RECALLS,), unasked=("g1",))
    says(desk, "on est à 32 ventes additionnelles, mieux que prévu")
    assert done(desk) == (None, 1)


OFFERS: Action = ("proposer une vente additionnelle à chaque appel", Cadence.DAILY)
ASKS: Action = ("demander le csat à chaque appel", Cadence.DAILY)


@pytest.mark.parametrize(
    ("text", "led", "part", "figure", "times"),
    [
        ("ventes 32", SALES_FROM_20, OFFERS, 32, None),
        ("ventes 32, proposé 4 sur 5", SALES_FROM_20, OFFERS, 32, 4),
        ("j'ai proposé une vente additionnelle 4 fois", SALES_FROM_20, OFFERS, None, 4),
        ("csat 83", CSAT, ASKS, 83, None),
        ("csat demandé 4 sur 5", CSAT, ASKS, None, 4),
        ("demandé 4 jours sur 5, csat 82", CSAT, ASKS, 82, 4),
    ],
)
def test_an_action_that_has_a_metrics_name_in_it_takes_none_of_its_figures(
    text: str, led: Led, part: Action, figure: int | None, times: int | None
) -> None:
    desk = karim(led, parts=(part,))
    says(desk, text)
    assert (last(desk, "g1"), done(desk)) == (figure, (times, 5))


@pytest.mark.parametrize(
    ("text", "language"), [("30 appels sur 40", FR), ("18 fois sur 25", FR), ("18 times out of 25", EN)]
)
def test_so_many_of_so_many_is_a_parts_where_the_figure_that_is_asked_for_is_counted(
    text: str, language: Language
) -> None:
    part = ("proposer l'option" if language is FR else "offer the option", Cadence.WEEKLY)
    desk = karim(SALES_FROM_20, parts=(part,), language=language)
    says(desk, text)
    assert (figures(desk, "g1"), done(desk)[1]) == ([], 40 if "40" in text else 25)


@pytest.mark.parametrize(("text", "language"), [("nps 42", FR), ("NPS is 42", EN)])
def test_whose_figure_it_is_is_told_to_whoever_only_takes_part(text: str, language: Language) -> None:
    desk = karim(CSAT, parts=(RELIEF, RECALLS, FORM), language=language)
    heard = says(desk, text)
    told = found(heard, FigureOfAnother)
    assert isinstance(told, FigureOfAnother)
    assert (told.metric.key, told.owner) == (MetricKey.NPS, Person(user="emma"))
    assert figures(desk, "g1") == []


def test_whose_figure_it_is_is_told_to_whoever_leads_nothing() -> None:
    desk = Desk(goal(contributors=("agent",)), TEAM)
    desk.goes_to(NEXT_MONDAY)
    desk.news()
    assert found(says(desk, "csat 79", "agent"), FigureOfAnother) == FigureOfAnother(
        MetricName(MetricKey.CSAT), Person(user="lead")
    )
