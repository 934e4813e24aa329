"""One message a day, in working hours, in the words of the goal's state; what is not asked has its reason."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest

from coach.following import CheckInState, ScheduleKind, SkipReason
from coach.goal import CheckInTime, GoalState, Intensity
from coach.guard import Guard
from coach.language.absence import read_absence, says_away
from coach.language.addressing import to_you
from coach.language.reading import Cadence, Language
from coach.messages import digest
from coach.messages import nudges as say
from coach.messages.base import Message
from coach.messages.following import AndNext
from coach.metrics import MetricKey
from coach.people import Choices
from coach.quantity import Quantity, Unit
from coach.scheduling import next_check_in, schedules_of
from coach.usecases import conversation, home, snoozing
from coach.usecases.call import Call
from tests.coach.desk import MONDAY, PARIS, WORKSPACE, Desk, goal, percent, person
from tests.coach.talk import messages_of

LEAD = person("lead")
AGENT = person("agent")
FIRST = datetime(2027, 1, 11, 9, 35, tzinfo=PARIS)
TODAY = date(2027, 7, 12)
FR, EN = Language.FR, Language.EN


def alone(**changes: object) -> Desk:
    return Desk(goal(channel=None).model_copy(update=changes), (LEAD,))


def asked(desk: Desk) -> list[list[Message]]:
    return [list(messages_of(one.speech)) for one in desk.news() if one.dedupe_key.startswith("day:")]


def has(messages: list[Message], kind: type) -> bool:
    return any(isinstance(one, kind) for one in messages)


def reasons(desk: Desk) -> list[SkipReason | None]:
    with desk.memory.open_uow() as uow:
        return [one.skipped for one in uow.check_ins.of_goal(WORKSPACE, "g1") if one.skipped is not None]


def days_to(desk: Desk, until: datetime) -> list[list[Message]]:
    """What comes day after day, at noon."""
    at, heard = desk.clock.now().replace(hour=12), []
    while at <= until:
        desk.goes_to(at)
        heard += asked(desk)
        at += timedelta(days=1)
    return heard


def test_without_an_answer_there_are_three_messages_and_never_a_fourth() -> None:
    """The question, its reminder, one last question with a way out; then nothing, with its reason kept."""
    desk = alone()
    heard = days_to(desk, datetime(2027, 2, 28, 12, tzinfo=PARIS))
    assert len(heard) == 3
    assert has(heard[1], say.OpenReminder)
    assert has(heard[2], say.OpenLastCallOwner)
    assert set(reasons(desk)) == {SkipReason.QUIET}


def test_who_answered_something_that_could_not_be_read_is_not_told_that_nothing_came() -> None:
    desk = alone()
    desk.goes_to(FIRST)
    asked(desk)
    desk.does("lead", lambda call: conversation.hear(call, "le prestataire l'envoie dans l'après-midi"))
    heard = days_to(desk, datetime(2027, 1, 19, 12, tzinfo=PARIS))
    assert not any(has(one, say.OpenReminder) or has(one, say.OpenLastCallOwner) for one in heard)


def test_an_answer_ends_the_quiet() -> None:
    desk = alone()
    days_to(desk, datetime(2027, 2, 20, 12, tzinfo=PARIS))
    desk.does("lead", lambda call: conversation.hear(call, "80 %"))
    assert len(days_to(desk, datetime(2027, 2, 23, 12, tzinfo=PARIS))) == 1


def test_whoever_wants_it_light_is_not_reminded() -> None:
    desk = alone(intensity=Intensity.LIGHT)
    heard = days_to(desk, datetime(2027, 1, 16, 12, tzinfo=PARIS))
    assert [has(one, say.OpenReminder) for one in heard] == [False]


def with_two_goals(**changes: object) -> Desk:
    """Two check-ins of one lead, due on the same morning."""
    desk = alone()
    other = goal(channel=None).model_copy(update={"id": "g2", "metric": MetricKey.FCR} | changes)
    with desk.memory.open_uow() as uow:
        uow.goals.add(other)
        mine = next(
            one for one in uow.schedules.of_goal(WORKSPACE, "g1") if one.kind is ScheduleKind.CHECK_IN
        )
        uow.schedules.put(mine.model_copy(update={"id": "other", "goal": "g2"}))
        uow.commit()
    desk.goes_to(FIRST)
    return desk


def test_two_goals_come_in_one_message_and_words_answer_the_first() -> None:
    desk = with_two_goals()
    (heard,) = asked(desk)
    assert has(heard, say.SeveralToday)
    desk.does("lead", lambda call: conversation.hear(call, "80 %"))
    with desk.memory.open_uow() as uow:
        assert len(uow.check_ins.waiting_for(WORKSPACE, "lead")) == 1


@pytest.mark.parametrize(("text", "answered"), [("FCR 71 %", "g2"), ("le CSAT est à 80 %", "g1")])
def test_words_that_name_a_metric_answer_its_question(text: str, answered: str) -> None:
    desk = with_two_goals()
    desk.does("lead", lambda call: conversation.hear(call, text))
    with desk.memory.open_uow() as uow:
        waiting = [one.goal for one in uow.check_ins.waiting_for(WORKSPACE, "lead")]
    assert {"g1", "g2"} - {answered} == set(waiting)


@pytest.mark.parametrize("text", ["8 min 20", "DMT : 8 min 10 s", "dmt 8:10"])
def test_a_length_of_time_answers_the_goal_that_is_timed(text: str) -> None:
    minutes = {
        name: Quantity(value=Decimal(value), unit=Unit.MINUTES)
        for name, value in (("baseline", 9), ("target", 8))
    }
    desk = with_two_goals(metric=MetricKey.AHT, plan=None, **minutes)
    desk.does("lead", lambda call: conversation.hear(call, text))
    with desk.memory.open_uow() as uow:
        assert [one.goal for one in uow.check_ins.waiting_for(WORKSPACE, "lead")] == ["g1"]


@pytest.mark.parametrize(
    "text", ["CSAT 80 %, FCR 71 %", "FCR 71 % et CSAT 80 %", "80 % de CSAT et 71 % de FCR", "CSAT 80\nFCR 71"]
)
def test_one_text_answers_both_questions_each_with_its_own_figure(text: str) -> None:
    desk = with_two_goals()
    desk.does("lead", lambda call: conversation.hear(call, text))
    with desk.memory.open_uow() as uow:
        assert uow.check_ins.waiting_for(WORKSPACE, "lead") == []
        levels = [uow.measurements.of_goal(WORKSPACE, goal)[-1].value for goal in ("g1", "g2")]
    assert levels == [percent(80), percent(71)]


def test_a_guards_figure_goes_with_the_goal_that_it_guards() -> None:
    desk = with_two_goals(guard=Guard(metric=MetricKey.QUALITY_SCORE, limit=percent(75)))
    desk.does("lead", lambda call: conversation.hear(call, "CSAT 80 %, FCR 71 %, score qualité 78 %"))
    with desk.memory.open_uow() as uow:
        goal = uow.goals.get(WORKSPACE, "g2")
    assert goal is not None
    assert [one.value for one in goal.guard_figures] == [percent(78)]


def test_once_one_figure_is_in_the_next_of_the_same_message_is_asked_for() -> None:
    desk = with_two_goals()
    heard = desk.does("lead", lambda call: conversation.hear(call, "80 %"))
    assert has(heard, AndNext)
    desk.does("lead", lambda call: conversation.hear(call, "71"))
    with desk.memory.open_uow() as uow:
        assert uow.check_ins.waiting_for(WORKSPACE, "lead") == []
        assert uow.measurements.of_goal(WORKSPACE, "g2")[-1].value == percent(71)


def test_a_question_without_an_hour_of_its_own_joins_the_one_whose_hour_was_promised() -> None:
    desk = alone(check_in=CheckInTime(weekday=0))
    other = goal(channel=None).model_copy(
        update={"id": "g2", "check_in": CheckInTime(weekday=0, at=time(11), chosen=True)}
    )
    with desk.memory.open_uow() as uow:
        uow.goals.add(other)
        for schedule in schedules_of(other, {"lead": LEAD}, desk.ids, MONDAY):
            uow.schedules.put(schedule)
        uow.commit()
    for minutes in range(0, 120, 15):
        desk.goes_to(FIRST.replace(hour=9, minute=0) + timedelta(minutes=minutes))
        assert asked(desk) == []
    desk.goes_to(FIRST.replace(hour=11, minute=30))
    (heard,) = asked(desk)
    assert has(heard, say.SeveralToday)


def test_after_downtime_one_question_stands_for_those_missed() -> None:
    desk = alone()
    desk.goes_to(FIRST + timedelta(weeks=3, hours=1))
    (heard,) = asked(desk)
    assert has(heard, say.CaughtUp)
    assert reasons(desk) == [SkipReason.DOWNTIME] * 3


def test_a_pass_in_the_night_waits_for_the_morning() -> None:
    desk = alone()
    desk.goes_to(FIRST.replace(hour=22))
    assert asked(desk) == []
    desk.goes_to(FIRST + timedelta(days=1))
    assert len(asked(desk)) == 1


def test_a_figure_that_came_by_itself_makes_the_question_needless() -> None:
    desk = alone()
    desk.goes_to(FIRST)
    desk.does("lead", lambda call: conversation.hear(call, "80 %"))

    def by_hand(call: Call) -> None:
        (given,) = call.uow.measurements.of_goal(WORKSPACE, "g1")
        call.uow.measurements.add(
            WORKSPACE,
            given.model_copy(update={"id": "import", "value": percent(81), "measured_on": date(2027, 1, 15)}),
        )

    desk.does("lead", by_hand)
    desk.goes_to(FIRST + timedelta(weeks=1))
    assert asked(desk) == []
    assert reasons(desk) == [SkipReason.FRESH]


def test_a_paused_goal_is_left_out_with_its_reason() -> None:
    desk = alone()
    desk.does("lead", lambda call: home.pause(call, "g1", resting=True))
    desk.goes_to(FIRST)
    assert reasons(desk) == [SkipReason.PAUSED]
    assert desk.goal().state is GoalState.PAUSED


def test_the_lead_reads_on_thursday_who_is_blocked_and_who_did_not_answer() -> None:
    desk = Desk(goal(channel=None, contributors=("agent", "anna")), (LEAD, AGENT, person("anna")))
    desk.goes_to(FIRST)
    desk.news()
    desk.does("agent", lambda call: conversation.hear(call, "bloqué : l'outil est en panne"))
    desk.does("lead", lambda call: conversation.hear(call, "79 %"))
    desk.goes_to(datetime(2027, 1, 14, 11, 30, tzinfo=PARIS))
    overview = next(one for one in asked(desk) if has(one, digest.DigestTitle))
    assert [one.reason for one in overview if isinstance(one, digest.DigestBlocked)] == [
        "l'outil est en panne"
    ]
    assert has(overview, digest.DigestNoAnswer)
    assert digest.DigestSuggestion(digest.Suggestion.UNBLOCK) in overview


def test_on_the_day_of_the_overview_a_daily_question_is_left_out_with_its_reason() -> None:
    daily = CheckInTime(cadence=Cadence.DAILY)
    running = goal(channel=None, contributors=("agent",)).model_copy(update={"check_in": daily})
    desk = Desk(running, (LEAD, AGENT))
    for day in range(6, 16):
        desk.goes_to(datetime(2027, 1, day, 11, 30, tzinfo=PARIS))
        if day not in {7, 9, 10, 14}:
            desk.does("lead", lambda call: conversation.hear(call, "79 %"))
    with desk.memory.open_uow() as uow:
        kept = [one for one in uow.check_ins.of_goal(WORKSPACE, "g1") if one.user == "lead"]
    left = [(one.due_on.day, one.skipped) for one in kept if one.skipped is not None]
    assert left == [(7, SkipReason.CAPPED), (14, SkipReason.CAPPED)]  # both are Thursdays
    assert [one.due_on.day for one in kept] == [6, 7, 8, 11, 12, 13, 14, 15]


def test_in_the_last_week_the_owner_is_asked_once_if_the_target_stands() -> None:
    desk = alone()
    desk.goes_to(datetime(2027, 3, 24, 9, 40, tzinfo=PARIS))
    (heard,) = asked(desk)
    assert has(heard, say.StillStands)
    desk.does("lead", lambda call: snoozing.stands(call, "g1"))
    assert desk.goal().stands_on == date(2027, 3, 24)


@pytest.mark.parametrize(
    ("cadence", "days"),
    [
        (CheckInTime(cadence=Cadence.DAILY), [5, 6, 7, 8, 11]),
        (CheckInTime(weekday=2), [6, 13, 20, 27]),
        (CheckInTime(cadence=Cadence.MONTHLY, weekday=4), [5, 5]),  # the first Friday of February, of March
    ],
)
def test_each_cadence_has_its_days(cadence: CheckInTime, days: list[int]) -> None:
    running, found, at = goal().model_copy(update={"check_in": cadence}), [], MONDAY + timedelta(hours=9)
    for _ in days:
        due = next_check_in(running, LEAD, at)
        assert due is not None
        found.append(due.astimezone(PARIS).day)
        at = due.astimezone(PARIS).replace(hour=23)
    assert found == days


def due_at(check_in: CheckInTime, choices: Choices | None = None) -> time:
    running = goal().model_copy(update={"check_in": check_in})
    who = LEAD.model_copy(update={"choices": choices or Choices()})
    due = next_check_in(running, who, MONDAY)
    assert due is not None
    return due.astimezone(PARIS).time()


def test_a_chosen_hour_is_kept_to_within_minutes_and_others_spread_from_nine_to_eleven() -> None:
    assert time(14) <= due_at(CheckInTime(at=time(14), chosen=True)) < time(14, 5)
    assert time(9) <= due_at(CheckInTime()) < time(11)
    assert time(9, 40) <= due_at(CheckInTime(at=time(10), before=True)) < time(9, 45)
    assert time(16) <= due_at(CheckInTime(), Choices(check_in_at=time(16))) < time(16, 5)


def test_a_region_has_its_own_holidays() -> None:
    """Good Friday is a holiday in Moselle alone: it moves to the Tuesday after Easter."""
    friday = goal().model_copy(update={"check_in": CheckInTime(weekday=4, at=time(9), chosen=True)})
    moselle = LEAD.model_copy(update={"country": "FR", "region": "57"})
    france = LEAD.model_copy(update={"country": "FR"})
    after = datetime(2027, 3, 23, 12, tzinfo=UTC)
    first = [next_check_in(friday, one, after + timedelta(days=1, hours=12)) for one in (france, moselle)]
    assert [one.astimezone(PARIS).day if one else None for one in first] == [26, 30]


@pytest.mark.parametrize(
    ("text", "language", "start", "end"),
    [
        ("3 to 14 August", EN, date(2027, 8, 3), date(2027, 8, 14)),
        ("away from 3 to 14 August", EN, date(2027, 8, 3), date(2027, 8, 14)),
        ("du 3 au 14 août", FR, date(2027, 8, 3), date(2027, 8, 14)),
        ("du 28 juillet au 3 août", FR, date(2027, 7, 28), date(2027, 8, 3)),
        ("du 28 au 3 août", FR, date(2027, 7, 28), date(2027, 8, 3)),
        ("en congé jusqu'à vendredi", FR, TODAY, date(2027, 7, 16)),
        ("off until Friday", EN, TODAY, date(2027, 7, 15)),
        ("off through Friday", EN, TODAY, date(2027, 7, 16)),
        ("from tomorrow until Friday", EN, date(2027, 7, 13), date(2027, 7, 15)),
        ("from tomorrow to Friday", EN, date(2027, 7, 13), date(2027, 7, 16)),
        ("from tomorrow through Friday", EN, date(2027, 7, 13), date(2027, 7, 16)),
        ("I'm off from thursday until monday 19 july", EN, date(2027, 7, 15), date(2027, 7, 18)),
        ("absent de jeudi jusqu'à lundi 19 juillet", FR, date(2027, 7, 15), date(2027, 7, 18)),
        ("absent du 15 au 19 juillet", FR, date(2027, 7, 15), date(2027, 7, 19)),
        ("off until Monday", EN, TODAY, date(2027, 7, 18)),
        ("off until Monday 19 July", EN, TODAY, date(2027, 7, 18)),
        ("out until the 14th", EN, TODAY, date(2027, 7, 14)),
        ("en congé jusqu'à lundi", FR, TODAY, date(2027, 7, 18)),
        ("en congé jusqu'à lundi inclus", FR, TODAY, date(2027, 7, 19)),
        ("absent jusqu'au 14", FR, TODAY, date(2027, 7, 14)),
        ("absent jusqu'au 14 inclus", FR, TODAY, date(2027, 7, 14)),
        ("demain", FR, date(2027, 7, 13), date(2027, 7, 13)),
        ("next week", EN, date(2027, 7, 19), date(2027, 7, 25)),
        ("la semaine prochaine", FR, date(2027, 7, 19), date(2027, 7, 25)),
        ("this week", EN, TODAY, date(2027, 7, 18)),
        ("the week of 2 August", EN, date(2027, 8, 2), date(2027, 8, 8)),
        ("la semaine du 2 août", FR, date(2027, 8, 2), date(2027, 8, 8)),
        ("next month", EN, date(2027, 8, 1), date(2027, 8, 31)),
        ("all of August", EN, date(2027, 8, 1), date(2027, 8, 31)),
        ("tout le mois d'août", FR, date(2027, 8, 1), date(2027, 8, 31)),
        ("for two weeks", EN, TODAY, date(2027, 7, 25)),
        ("2 semaines à partir du 2 août", FR, date(2027, 8, 2), date(2027, 8, 15)),
    ],
)
def test_an_absence_is_read(text: str, language: Language, start: date, end: date) -> None:
    reading = read_absence(text, language=language, today=TODAY)
    assert (reading.start, reading.end) == (start, end)


@pytest.mark.parametrize("text", ["bientôt", "", "du 31 au 30", "blah to blah", "next quarter"])
def test_what_has_no_dates_is_no_absence(text: str) -> None:
    assert read_absence(text, language=FR, today=TODAY).start is None


def test_reducing_absences_is_a_wish_and_no_absence() -> None:
    assert not says_away("réduire l'absentéisme de 10 %")


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("chaque agent rédige un article", FR, "rédigez un article"),
        ("écrit un article", FR, "écrivez un article"),
        ("writes one article", EN, "write one article"),
        ("each agent replies to two reviews", EN, "reply to two reviews"),
        ("une écoute par semaine", FR, "une écoute par semaine"),
        ("chaque agent relit deux réponses par jour", FR, "relisez deux réponses par jour"),
        ("chaque conseiller passe 10 appels de plus", FR, "passez 10 appels de plus"),
        ("une écoute d'appel par agent chaque semaine", FR, "une écoute d'appel chaque semaine"),
        ("two coached calls per agent every week", EN, "two coached calls every week"),
        ("every agent visits one shop", EN, "visit one shop"),
        ("every agent must call back", EN, "every agent must call back"),
        ("i do a floor walk every day at 9", EN, "do a floor walk every day at 9"),
        ("We review our two worst calls", EN, "review your two worst calls"),
        ("I'll listen to three calls a week", EN, "listen to three calls a week"),
        ("we're going to call back my customers", EN, "call back your customers"),
        ("I want to coach two agents", EN, "coach two agents"),
        ("I am at the desk by 9", EN, "I am at the desk by 9"),
        ("weekly coaching", EN, "weekly coaching"),
        ("incident review every Friday", EN, "incident review every Friday"),
        ("je fais un tour de plateau à 9 h", FR, "faites un tour de plateau à 9 h"),
        ("nous faisons notre point chaque lundi", FR, "faites votre point chaque lundi"),
        ("on fait deux écoutes par semaine", FR, "faites deux écoutes par semaine"),
        ("J'appelle mes clients le lundi", FR, "appelez vos clients le lundi"),
        ("j’écoute deux appels", FR, "écoutez deux appels"),
        ("nous partageons une réponse par jour", FR, "partagez une réponse par jour"),
        ("nous commençons par les dossiers anciens", FR, "commencez par les dossiers anciens"),
        ("je complète la fiche", FR, "complétez la fiche"),
        ("je relève les compteurs", FR, "relevez les compteurs"),
        ("j'envoie un récapitulatif", FR, "envoyez un récapitulatif"),
        ("j'enverrai un récapitulatif", FR, "envoyez un récapitulatif"),
        ("je vérifie la boîte à 9 h", FR, "vérifiez la boîte à 9 h"),
        ("je vais relire deux réponses", FR, "relisez deux réponses"),
        ("on va faire un tour de plateau", FR, "faites un tour de plateau"),
        ("je les rappelle dans l'heure", FR, "rappelez-les dans l'heure"),
        ("nous nous réunissons le lundi", FR, "réunissez-vous le lundi"),
        ("je m'assure que le client est rappelé", FR, "assurez-vous que le client est rappelé"),
        ("je prends deux appels de plus", FR, "prenez deux appels de plus"),
        ("je réponds aux avis", FR, "répondez aux avis"),
        ("je rédigerai un article", FR, "rédigez un article"),
        ("nous préparons la semaine", FR, "préparez la semaine"),
        ("je tiendrai un registre", FR, "tenez un registre"),
        ("je cours après les dossiers", FR, "je cours après les dossiers"),
        ("onboarding des nouveaux", FR, "onboarding des nouveaux"),
        ("jeu de rôle chaque mardi", FR, "jeu de rôle chaque mardi"),
    ],
)
def test_an_action_is_said_to_whoever_does_it(text: str, language: Language, said: str) -> None:
    assert to_you(text, language) == said


def test_an_answer_in_words_about_leave_is_kept_as_an_absence() -> None:
    desk = alone()
    desk.goes_to(FIRST)
    desk.does("lead", lambda call: conversation.hear(call, "en congé jusqu'au 29 janvier"))
    with desk.memory.open_uow() as uow:
        (leave,) = uow.leaves.of_person(WORKSPACE, "lead", date(2027, 1, 1))
    assert (leave.start, leave.end) == (date(2027, 1, 11), date(2027, 1, 29))
    assert desk.check_in("lead").state is CheckInState.AWAY
