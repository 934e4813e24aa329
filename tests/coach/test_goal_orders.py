"""An order about a goal under way changes that goal, whatever its words are like: it never begins another."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from coach.language.goal_orders import orders_news, orders_owner, orders_terms
from coach.language.reading import Language
from coach.making import with_baseline
from coach.messages import following, home, posts
from coach.messages import goal_orders as say
from coach.messages import replanning as change
from coach.messages.base import Channel, Message, Person
from coach.messages.dialogue import Begun
from coach.messages.following import FigureNoted
from coach.metrics import MetricKey
from coach.people import Profile
from coach.quantity import Quantity, Unit
from coach.scheduling import schedules_of
from coach.speech import Button, Row, Verb
from coach.usecases import conversation
from tests.coach.desk import MONDAY, START, WORKSPACE, Desk, goal, percent, person
from tests.coach.posts import found

DEADLINE = date(2027, 3, 31)


def a_month(value: int) -> Quantity:
    return Quantity(value=Decimal(value), unit=Unit.PER_MONTH)


def asked_in(language: Language) -> Desk:
    """The same on the Monday on which the figures are asked."""
    desk = desk_in(language)
    desk.goes_to(MONDAY + timedelta(days=7, hours=1))
    desk.news()
    return desk


def desk_in(language: Language = Language.FR) -> Desk:
    """CSAT, and a number of sales on top a month from 20 to 40; led by `lead`, with `emma` and James."""
    people = (person("lead", language), person("emma", language), profile("james", "James Wright"))
    desk = Desk(goal(contributors=("emma", "james")), people)
    counted = {
        "id": "g2",
        "metric": MetricKey.ADDITIONAL_SALES,
        "wish": "plus de ventes additionnelles",
        "target": a_month(40),
    }
    made = goal(measured=False, contributors=("emma",), channel=None).model_copy(update=counted)
    sales = with_baseline(made, a_month(20), START).model_copy(update={"version": 1, "sub_goals": ()})
    with desk.memory.open_uow() as uow:
        uow.goals.add(sales)
        for schedule in schedules_of(sales, {one.user: one for one in people}, desk.ids, MONDAY):
            uow.schedules.put(schedule)
        uow.commit()
    return desk


def profile(user: str, name: str) -> Profile:
    return person(user).model_copy(update={"name": name})


def says(desk: Desk, text: str, user: str = "lead") -> list[Message]:
    return desk.does(user, lambda call: conversation.hear(call, text))


def drafts(desk: Desk) -> int:
    with desk.memory.open_uow() as uow:
        return len(uow.drafts.open_of(WORKSPACE, "lead"))


FR, EN = Language.FR, Language.EN
TO_35 = change.TargetMoved(a_month(40), a_month(35))
APRIL = change.DeadlineMoved(DEADLINE, date(2027, 4, 30))


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize(
    ("text", "language", "moved", "reason"),
    [
        (
            "change l'échéance des ventes additionnelles au 30 avril et la cible a 35 car 2 vendeurs partis",
            FR,
            (TO_35, APRIL),
            "2 vendeurs partis",
        ),
        (
            "mets la cible des ventes additionnelles à 35 parce que deux vendeurs sont partis",
            FR,
            (TO_35,),
            "deux vendeurs sont partis",
        ),
        (
            "mets l'échéance des ventes additionnelles au 30 avril car deux vendeurs sont partis",
            FR,
            (APRIL,),
            "deux vendeurs sont partis",
        ),
        (
            "la cible des ventes additionnelles passe à 35 par mois, deux vendeurs sont partis",
            FR,
            (TO_35,),
            "deux vendeurs sont partis",
        ),
        (
            "ventes additionnelles : cible à 35, échéance au 30 avril car deux vendeurs sont partis",
            FR,
            (TO_35, APRIL),
            "deux vendeurs sont partis",
        ),
        ("set the upsells target to 35 because two sellers left", EN, (TO_35,), "two sellers left"),
        (
            "move the upsells deadline to April 30 and the target to 35 because two sellers left",
            EN,
            (TO_35, APRIL),
            "two sellers left",
        ),
    ],
)
def test_the_goal_that_is_named_is_changed_by_any_of_its_names(
    text: str, language: Language, moved: tuple[Message, ...], reason: str, asked: bool
) -> None:
    desk = desk_in(language)
    if asked:
        desk.goes_to(MONDAY + timedelta(days=7, hours=1))
        desk.news()
    heard = says(desk, text)
    assert [one for one in heard if isinstance(one, change.TargetMoved | change.DeadlineMoved)] == list(moved)
    assert change.ReasonIs(reason) in heard
    assert (drafts(desk), found(heard, Begun)) == (0, [])


@pytest.mark.parametrize(
    ("text", "language"), [("mets la cible du NPS à 35", FR), ("set the NPS target to 35", EN)]
)
def test_an_order_about_a_goal_that_is_not_there_says_so_and_begins_none(
    text: str, language: Language
) -> None:
    desk = desk_in(language)
    assert found(says(desk, text), say.NoGoalOn)
    assert drafts(desk) == 0
    rows = [part for one in desk.memory.outgoing[-1:] for part in one.speech.parts if isinstance(part, Row)]
    (button,) = [one for row in rows for one in row.elements if isinstance(one, Button)]
    assert (button.verb, button.value) == (Verb.NEW_GOAL, text)


@pytest.mark.parametrize(
    "text", ["change la cible des ventes additionnelles", "mets la cible du CSAT plus bas"]
)
def test_a_change_without_its_figure_is_asked_for(text: str) -> None:
    assert found(says(desk_in(), text), say.ChangeToWhat)


def test_a_change_without_figure_or_name_asks_which_goal() -> None:
    desk = desk_in()
    assert found(says(desk, "il faut baisser la cible"), change.WhichGoalToChange)


@pytest.mark.parametrize(
    "text",
    [
        "nouvel objectif : cible 88 % de CSAT",
        "améliorer la CSAT : cible 88 %",
        "new goal: CSAT target to 88%",
    ],
)
def test_what_wishes_another_goal_outright_begins_it(text: str) -> None:
    desk = desk_in()
    assert found(says(desk, text), Begun)
    assert desk.goal().proposal is None


def test_a_wish_for_a_first_goal_is_no_order() -> None:
    desk = Desk(goal().model_copy(update={"owner": "lead"}), (person("lead"), person("new")))
    assert found(says(desk, "fixer la cible du NPS à 35 d'ici fin juin", "new"), Begun)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("change le responsable des ventes additionnelles : @James Wright", FR),
        ("change le responsable des ventes additionnelles : <@james|James Wright>", FR),
        ("James devient responsable des ventes additionnelles", FR),
        ("change the owner of upsells to James Wright", EN),
        ("make <@james> the owner of upsells", EN),
    ],
)
def test_a_goal_is_handed_over_in_words(text: str, language: Language) -> None:
    desk = desk_in(language)
    (handed,) = found(says(desk, text), change.OwnerChanged)
    assert isinstance(handed, change.OwnerChanged)
    assert handed.after == Person(user="james")
    assert drafts(desk) == 0


def test_a_name_that_nobody_has_is_asked_about_and_changes_nothing() -> None:
    heard = says(desk_in(), "change le responsable des ventes additionnelles : Sarah Long")
    assert heard == [say.WhoIsNewOwner("Sarah Long")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("change les nouvelles du CSAT : le vendredi", FR),
        ("poste les nouvelles du CSAT le vendredi svp", FR),
        ("change the CSAT news to Fridays", EN),
    ],
)
def test_the_day_of_a_goals_posts_is_moved_in_words(text: str, language: Language) -> None:
    desk = desk_in(language)
    (kept,) = found(says(desk, text), posts.PostTimesKept)
    assert isinstance(kept, posts.PostTimesKept)
    assert (kept.channel, kept.weekday) == (Channel("C1"), 4)
    assert drafts(desk) == 0


def test_a_goal_that_is_posted_nowhere_says_where_a_channel_is_picked() -> None:
    assert found(says(desk_in(), "les nouvelles des ventes additionnelles le vendredi"), say.NoChannelForNews)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("les nouvelles des ventes additionnelles dans <#C9|service-client> svp", FR),
        ("post the upsells news in <#C9|service-client> please", EN),
    ],
)
def test_the_channel_of_the_goal_that_is_named_is_changed(text: str, language: Language) -> None:
    desk = desk_in(language)
    assert found(says(desk, text), change.ChannelChanged)
    assert drafts(desk) == 0


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize(
    ("text", "language", "weekday"),
    [
        ("décale le point du CSAT au mardi 10h", FR, 1),
        ("demande-nous le CSAT le mardi à 10 h plutôt", FR, 1),
        ("mets le point des ventes additionnelles le mercredi à 10h", FR, 2),
        ("move the CSAT check-in to Tuesday 10am", EN, 1),
        ("ask us about upsells on Wednesdays at 10 instead", EN, 2),
    ],
)
def test_the_check_in_is_moved_in_words_and_is_no_figure(
    text: str, language: Language, weekday: int, asked: bool
) -> None:
    desk = desk_in(language)
    if asked:
        desk.goes_to(MONDAY + timedelta(days=7, hours=1))
        desk.news()
    (moved,) = found(says(desk, text), change.CheckInChanged)
    assert moved == change.CheckInChanged(weekday, time(10))
    assert desk.figures() == []


def test_beside_a_goal_in_the_making_the_one_that_is_named_is_meant() -> None:
    desk = desk_in()
    says(desk, "réduire le taux d'abandon")
    heard = says(desk, "décale le point du CSAT au mardi 10h")
    assert found(heard, change.ProposedChange)
    assert drafts(desk) == 1
    with desk.memory.open_uow() as uow:
        (draft,) = uow.drafts.open_of(WORKSPACE, "lead")
    assert draft.lever is None
    assert draft.check_in.weekday == 0


@pytest.mark.parametrize(
    "text",
    [
        "mets la cible du CSAT à 82",
        "change le responsable du CSAT : <@emma>",
        "les nouvelles du CSAT le vendredi",
        "décale le point du CSAT au mardi",
    ],
)
def test_who_takes_part_is_told_whose_goal_it_is(text: str) -> None:
    desk = desk_in()
    assert found(says(desk, text, "emma"), home.NotYours)
    assert desk.goal().proposal is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("je ne veux plus de rappels le lundi", FR),
        ("arrête les rappels", FR),
        ("rappelle-moi moins souvent", FR),
        ("no more reminders on Mondays", EN),
        ("don't remind me so often", EN),
    ],
)
def test_fewer_reminders_are_chosen_where_the_answer_says(text: str, language: Language) -> None:
    desk = desk_in(language)
    assert found(says(desk, text), say.FewerQuestions)
    assert found(says(desk, text, "emma"), say.FewerReminders)
    assert drafts(desk) == 0


@pytest.mark.parametrize(
    "text", ["moins de rappels clients", "réduire les rappels des clients", "fewer repeat calls by June"]
)
def test_fewer_calls_from_customers_are_a_wish(text: str) -> None:
    assert not found(says(desk_in(), text), say.FewerQuestions)


@pytest.mark.parametrize(
    "text",
    [
        "desolee pour le retard, lundi on etait a 2 min 50",
        "désolé du retard, on était à 2 min 50 lundi",
        "sorry for the delay, we were at 2 min 50 on Monday",
    ],
)
def test_an_apology_for_being_late_is_no_backlog(text: str) -> None:
    waiting = goal().model_copy(
        update={
            "metric": MetricKey.WAIT_TIME,
            "baseline": Quantity(value=Decimal(180), unit=Unit.SECONDS),
            "target": Quantity(value=Decimal(90), unit=Unit.SECONDS),
        }
    )
    desk = Desk(waiting, (person("lead"),))
    desk.goes_to(MONDAY + timedelta(days=7, hours=1))
    desk.news()
    assert found(says(desk, text), FigureNoted)
    assert [one.value for one in desk.figures()] == [170]


@pytest.mark.parametrize(
    "text",
    [
        "set a target of 85 for CSAT",
        "fixe une cible de 85 pour la CSAT",
        "qui est responsable du FCR ?",
        "le CSAT est à 82",
        "la cible du CSAT sera dure à tenir, on est à 79",
        "the target will be hard to reach, we are at 79",
        "la cible est atteinte : 86 %",
        "the news is good",
        "on a publié le guide vendredi",
    ],
)
def test_what_orders_nothing_is_read_as_no_order(text: str) -> None:
    assert (orders_terms(text), orders_owner(text), orders_news(text)) == (None, None, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.FR, "annule ce chiffre"),
        (Language.FR, "oups, annule ça"),
        (Language.EN, "undo"),
        (Language.EN, "undo that please"),
    ],
)
def test_undo_in_words_takes_the_last_figure_back(language: Language, text: str) -> None:
    desk = asked_in(language)
    says(desk, "80 %")
    assert desk.figures() == [percent(80)]
    assert found(says(desk, text), following.Undone)
    assert desk.figures() == []
    assert found(says(desk, text), following.NothingNotedLately)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.FR, "améliorer le CSAT de 79 à 88 % d'ici fin juin"),
        (Language.EN, "csat up to 88% by the end of June, it is 79 now, so callers are happier"),
    ],
)
def test_a_whole_wish_is_no_figure_of_the_goal_that_is_asked_about(language: Language, text: str) -> None:
    desk = asked_in(language)
    assert found(says(desk, text), say.FollowedAlready)
    assert desk.figures() == []


@pytest.mark.parametrize("text", ["le CSAT est remonté à 82 %", "CSAT remonté à 82 % au 10 janvier"])
def test_how_far_a_metric_went_up_is_its_figure(text: str) -> None:
    desk = asked_in(Language.FR)
    says(desk, text)
    assert desk.figures() == [percent(82)]


@pytest.mark.parametrize(
    "text",
    [
        "make the csat target 84 by end of june because two agents have left",
        "change the csat target to 84 by 30 june because two agents have left",
    ],
)
def test_a_target_and_a_date_are_changed_whatever_the_verb(text: str) -> None:
    desk = asked_in(Language.EN)
    assert found(says(desk, text), change.DeadlineMoved)
    assert desk.figures() == []
