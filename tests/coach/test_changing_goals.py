"""A goal under way is changed with before and after shown, a reason where it is eased, and word to all."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from coach.following import ScheduleKind
from coach.goal import Member
from coach.language.changing import read_change
from coach.language.reading import Language
from coach.messages import replanning as say
from coach.messages.arranging import ChannelByLink
from coach.messages.base import Message
from coach.metrics import MetricKey
from coach.people import ERASED
from coach.progress import Status, assess
from coach.speech import Button, Row, Verb
from coach.usecases.call import Call
from coach.usecases.conversation import hear
from coach.usecases.home import show_goal
from coach.usecases.privacy import SURE, erase
from coach.usecases.replanning import ChangeForm, change_by_form, press
from tests.coach.desk import MONDAY, WORKSPACE, Desk, goal, percent, person

LATER = date(2027, 6, 30)


@pytest.fixture
def desk() -> Desk:
    people = (person("lead"), person("karim"), person("emma"), person("sarah", Language.EN))
    return Desk(goal(contributors=("karim", "emma")), people)


def says(text: str) -> Callable[[Call], None]:
    return lambda call: hear(call, text)


def kinds(messages: list[Message]) -> list[type[Message]]:
    return [type(message) for message in messages]


def confirms(desk: Desk) -> list[Message]:
    proposal = desk.goal().proposal
    assert proposal is not None
    return desk.does("lead", lambda call: press(call, "g1", Verb.CONFIRM_CHANGE, proposal.id))


def form(**changed: object) -> ChangeForm:
    """The form as it opens on the desk's goal, with some fields changed."""
    filled: dict[str, object] = {
        "target": "85 %",
        "deadline": "2027-03-31",
        "owner": "lead",
        "contributors": ("karim", "emma"),
        "channel": "C1",
        "weekday": "0",
        "hour": "09:30",
        "path": "ramp",
    }
    return ChangeForm(**{**filled, **changed})  # type: ignore[arg-type]


def sends(desk: Desk, sent: ChangeForm, user: str = "lead") -> dict[str, Message]:
    errors: dict[str, Message] = {}
    desk.does(user, lambda call: errors.update(change_by_form(call, "g1", sent)))
    return errors


# --- in words ------------------------------------------------------------------------------------
def test_a_later_deadline_in_words_is_shown_before_it_holds(desk: Desk) -> None:
    heard = desk.does("lead", says("repousser à fin juin parce que deux agents sont absents"))
    assert say.DeadlineMoved(date(2027, 3, 31), LATER) in heard
    assert say.ReasonIs("deux agents sont absents") in heard
    assert desk.goal().deadline == date(2027, 3, 31)
    heard = confirms(desk)
    assert say.ChangeDone in kinds(heard)
    changed = desk.goal()
    assert changed.deadline == LATER
    assert changed.plan is not None
    assert changed.plan.weeks[-1].end == LATER
    assert changed.history[0].reason == "deux agents sont absents"
    assert changed.history[0].before.deadline == date(2027, 3, 31)


def test_a_yes_in_words_confirms_and_a_no_leaves_the_goal_as_it_is(desk: Desk) -> None:
    desk.does("lead", says("repousser à fin juin parce que deux agents sont absents"))
    assert say.ChangeDropped in kinds(desk.does("lead", says("non")))
    assert desk.goal().deadline == date(2027, 3, 31)
    desk.does("lead", says("repousser à fin juin parce que deux agents sont absents"))
    desk.does("lead", says("oui"))
    assert desk.goal().deadline == LATER


def test_easing_without_a_reason_asks_for_it_and_takes_the_next_words(desk: Desk) -> None:
    heard = desk.does("lead", says("baisser la cible à 82 %"))
    assert kinds(heard)[-1] is say.EasingNeedsReason
    heard = desk.does("lead", says("le nouvel outil arrive en retard"))
    assert say.ReasonIs("le nouvel outil arrive en retard") in heard
    confirms(desk)
    assert desk.goal().target == percent(82)


def test_a_harder_goal_needs_no_reason(desk: Desk) -> None:
    heard = desk.does("lead", says("passer la cible à 87 %"))
    assert say.EasingNeedsReason not in kinds(heard)
    confirms(desk)
    assert desk.goal().target == percent(87)
    assert desk.goal().history[0].reason is None


def test_words_of_somebody_who_leads_nothing_change_nothing(desk: Desk) -> None:
    desk.does("karim", says("repousser à fin juin parce que je suis absent"))
    assert desk.goal().proposal is None


def test_an_answer_to_a_check_in_is_no_change(desk: Desk) -> None:
    desk.goes_to(MONDAY + timedelta(days=7, hours=1))
    desk.news()
    desk.does("lead", says("on est à 80 %"))
    assert desk.figures() == [percent(80)]
    assert desk.goal().proposal is None


@pytest.mark.parametrize(
    ("text", "language", "deadline", "target", "reason"),
    [
        ("prolonger de deux semaines", Language.FR, date(2027, 4, 14), None, None),
        ("extend by two weeks because of the holidays", Language.EN, date(2027, 4, 14), None, "the holidays"),
        ("push it back to 30 June since the tool is late", Language.EN, LATER, None, "the tool is late"),
        ("push CSAT back to 30 June", Language.EN, LATER, None, None),
        ("bring the CSAT goal forward to 30 June", Language.EN, LATER, None, None),
        ("lower the target to 82%", Language.EN, None, percent(82), None),
        ("avancer d'une semaine", Language.FR, date(2027, 3, 24), None, None),
    ],
)
def test_changes_are_read_in_both_languages(
    text: str, language: Language, deadline: date | None, target: object, reason: str | None
) -> None:
    found = read_change(
        text,
        language=language,
        today=date(2027, 1, 20),
        metric=MetricKey.CSAT,
        deadline=date(2027, 3, 31),
    )
    assert found is not None
    assert (found.deadline, found.target, found.reason) == (deadline, target, reason)


@pytest.mark.parametrize("text", ["on est à 80 %", "c'est fait", "fin juin", "reporté sur Paul", "merci", ""])
def test_other_words_ask_for_no_change(text: str) -> None:
    day = date(2027, 3, 31)
    assert (
        read_change(text, language=Language.FR, today=date(2027, 1, 20), metric=MetricKey.CSAT, deadline=day)
        is None
    )


# --- by the form ---------------------------------------------------------------------------------
def test_the_form_says_what_the_whole_goal_is_to_be_though_another_change_waits(desk: Desk) -> None:
    desk.does("lead", lambda call: hear(call, "passe la cible du CSAT à 84 parce que l'offre change"))
    assert sends(desk, form(deadline="2027-02-26", reason="la salle est prise en mars")) == {}
    proposal = desk.goal().proposal
    assert proposal is not None
    assert proposal.after.target == percent(85)


def test_the_form_as_it_opened_changes_nothing(desk: Desk) -> None:
    assert kinds(list(sends(desk, form()).values())) == [say.NothingChanges]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"target": "beaucoup"}, "target"),
        ({"target": "130 %"}, "target"),
        ({"deadline": "2026-12-31"}, "deadline"),
        ({"deadline": "2027-06-30"}, "reason"),
        ({"target": "80 %"}, "reason"),
        ({"target": "78 %", "reason": "x"}, "target"),
        ({"deadline": "2037-06-30", "reason": "x"}, "deadline"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(desk: Desk, changed: dict[str, object], field: str) -> None:
    assert list(sends(desk, form(**changed))) == [field]
    assert desk.goal().proposal is None


def test_a_goal_handed_over_tells_both_and_asks_the_new_owner(desk: Desk) -> None:
    assert sends(desk, form(owner="sarah")) == {}
    desk.news()
    confirms(desk)
    told = {one.to: one for one in desk.memory.outgoing if one.lane}
    assert told["sarah"].language is Language.EN
    assert desk.goal().owner == "sarah"
    with desk.memory.open_uow() as uow:
        asked = {
            one.user: one.due_at is not None
            for one in uow.schedules.of_goal(WORKSPACE, "g1")
            if one.kind is ScheduleKind.CHECK_IN
        }
    assert asked == {"lead": False, "sarah": True, "karim": True, "emma": True}


def test_the_author_who_hands_over_for_another_leaves_nobody_in_the_dark(desk: Desk) -> None:
    sends(desk, form(owner="sarah"))
    confirms(desk)
    sends(desk, form(owner="karim", contributors=("emma",)))
    desk.news()
    proposal = desk.goal().proposal
    assert proposal is not None
    desk.does("lead", lambda call: press(call, "g1", Verb.CONFIRM_CHANGE, proposal.id))
    assert {"karim", "sarah"} <= {one.to for one in desk.memory.outgoing}


def test_who_joins_and_who_leaves_carry_a_part_of_the_time(desk: Desk) -> None:
    desk.goes_to(MONDAY + timedelta(days=14))
    sends(desk, form(contributors=("karim", "sarah")))
    heard = confirms(desk)
    assert say.PartEnded in kinds(heard)
    today = date(2027, 1, 18)
    assert set(desk.goal().members) == {
        Member(person="karim"),
        Member(person="emma", leaves=today),
        Member(person="sarah", joins=today),
    }


def due(desk: Desk, user: str) -> datetime | None:
    with desk.memory.open_uow() as uow:
        rows = {(one.kind, one.user): one for one in uow.schedules.of_goal(WORKSPACE, "g1")}
    return rows[ScheduleKind.CHECK_IN, user].due_at


def test_a_later_deadline_leaves_the_promised_check_in_where_it_was(desk: Desk) -> None:
    promised = due(desk, "lead")
    desk.clock.move_to(desk.clock.now() - timedelta(hours=30))  # the day before the week that it begins in
    desk.does("lead", says("repousser à fin juin parce que deux agents sont absents"))
    confirms(desk)
    assert due(desk, "lead") == promised


def test_check_ins_posts_and_the_end_follow(desk: Desk) -> None:
    sends(desk, form(weekday="3", hour="14:00", channel="C9", deadline="2027-06-30", reason="absences"))
    confirms(desk)
    with desk.memory.open_uow() as uow:
        rows = {(one.kind, one.user): one for one in uow.schedules.of_goal(WORKSPACE, "g1")}
    asked = rows[ScheduleKind.CHECK_IN, "lead"].due_at
    assert asked is not None
    assert (asked.weekday(), asked.hour) == (3, 13)
    assert rows[ScheduleKind.POST, None].channel == "C9"
    ends = rows[ScheduleKind.CLOSE, None].due_at
    assert ends is not None
    assert ends.date() == date(2027, 7, 1)


def test_the_last_figure_still_counts_after_planning_anew(desk: Desk) -> None:
    desk.goes_to(MONDAY + timedelta(days=7, hours=1))
    desk.does("lead", says("80 %"))
    desk.goes_to(MONDAY + timedelta(days=9))
    desk.does("lead", says("repousser à fin juin parce que deux agents sont absents"))
    confirms(desk)
    plan = desk.goal().plan
    assert plan is not None
    assert plan.weeks[0].level - plan.weeks[0].share == 80
    with desk.memory.open_uow() as uow:
        figures = uow.measurements.of_goal(WORKSPACE, "g1")
    stands = assess(desk.goal(), figures, date(2027, 1, 14))
    assert (stands.latest, stands.status) == (percent(80), Status.ON_TRACK)


def test_somebody_else_cannot_change_it(desk: Desk) -> None:
    assert sends(desk, form(target="87 %"), "karim") == {}
    assert desk.goal().proposal is None


def test_an_old_proposal_holds_no_more(desk: Desk) -> None:
    desk.does("lead", says("passer la cible à 87 %"))
    old = desk.goal().proposal
    assert old is not None
    desk.does("lead", says("passer la cible à 88 %"))
    heard = desk.does("lead", lambda call: press(call, "g1", Verb.CONFIRM_CHANGE, old.id))
    assert kinds(heard) == [say.ChangeIsOld]
    assert desk.goal().target == percent(85)


def test_the_goals_own_view_has_the_form_and_then_the_history(desk: Desk) -> None:
    def pressable() -> list[Verb]:
        desk.does("lead", lambda call: show_goal(call, "g1"))
        speech = desk.memory.outgoing[-1].speech
        rows = [part for part in speech.parts if isinstance(part, Row)]
        return [one.verb for row in rows for one in row.elements if isinstance(one, Button)]

    assert Verb.CHANGE_GOAL in pressable()
    assert Verb.HISTORY not in pressable()
    desk.does("lead", says("passer la cible à 87 %"))
    confirms(desk)
    assert Verb.HISTORY in pressable()
    heard = desk.does("lead", lambda call: press(call, "g1", Verb.HISTORY, ""))
    assert say.TargetMoved(percent(85), percent(87)) in heard


def test_who_had_their_data_erased_is_named_nowhere_in_a_goal(desk: Desk) -> None:
    sends(desk, form(owner="sarah", contributors=("karim",), deadline="2027-06-30", reason="je pars"))
    confirms(desk)
    desk.does("lead", lambda call: erase(call, SURE))
    desk.does("emma", lambda call: erase(call, SURE))
    left = desk.goal()
    assert left.owner == "sarah"
    kept = left.model_dump_json()
    for trace in ('"lead"', '"emma"', "je pars"):
        assert trace not in kept
    assert left.history[0].by == ERASED


def test_an_absence_is_no_reason_for_a_change(desk: Desk) -> None:
    desk.does("lead", says("repousser l'échéance à fin juin"))
    desk.does("lead", says("absent du 21 décembre au 3 janvier"))
    proposal = desk.goal().proposal
    assert proposal is not None
    assert proposal.reason is None
    with desk.memory.open_uow() as uow:
        assert uow.leaves.of_people(WORKSPACE, ("lead",), MONDAY.date())
    assert say.ProposedChange in kinds(desk.does("lead", says("deux agents sont partis")))


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("ajoute <@sarah>", say.JoinNow),
        ("sans <@emma>", say.LeaveNow),
        ("point le jeudi à 10 h", say.CheckInChanged),
        ("CSAT: check-in on Thursday at 10", say.CheckInChanged),
        ("canal <#C2|support>", say.ChannelChanged),
        ("no channel", say.ChannelDropped),
    ],
)
def test_who_takes_part_where_and_when_are_changed_in_words(
    desk: Desk, text: str, note: type[Message]
) -> None:
    assert note in kinds(desk.does("lead", says(text)))
    confirms(desk)
    assert desk.goal().history


def test_names_without_a_mention_lead_to_the_form(desk: Desk) -> None:
    told = kinds(desk.does("lead", says("canal #support")))
    assert told == [ChannelByLink]
    assert desk.goal().proposal is None


@pytest.mark.parametrize(
    "text",
    [
        "baisse la cible à 82 %",
        "abaissez la cible à 82 %",
        "remonte la cible à 82 %",
        "monter la cible à 82 %",
    ],
)
def test_the_target_is_changed_by_whoever_asks_for_it_in_few_words(text: str) -> None:
    day = date(2027, 3, 31)
    read = read_change(
        text, language=Language.FR, today=date(2027, 1, 20), metric=MetricKey.CSAT, deadline=day
    )
    assert read is not None
    assert read.target == percent(82)
