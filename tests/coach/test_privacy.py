"""What is kept of a person is shown to them alone, handed out, and erased at their word."""

import json
from datetime import date, timedelta
from functools import partial

import pytest

from bot.render import words
from coach.following import CheckIn, CheckInState
from coach.goal import GoalState, Measurement
from coach.guard import Guard
from coach.language.reading import Language
from coach.messages import privacy as say
from coach.messages.base import Message, MetricName
from coach.messages.leave import LeaveItem
from coach.metrics import MetricKey
from coach.people import ERASED
from coach.roles import MAY, Deed, Role, may, roles_of
from coach.speech import Attachment
from coach.usecases import conversation, privacy
from tests.coach.desk import MONDAY, START, WORKSPACE, Desk, goal, percent, person

TEAM = (person("lead"), person("agent"), person("anna"))


def desk(*, contributors: tuple[str, ...] = ("agent", "anna")) -> Desk:
    at = Desk(goal(contributors=contributors), TEAM)
    with at.memory.open_uow() as uow:
        figure = Measurement(
            id="m1",
            goal="g1",
            author="lead",
            value=percent(80),
            measured_on=START,
            recorded_at=MONDAY,
            words="80 je crois",
        )
        uow.measurements.add(WORKSPACE, figure)
        for user in ("agent", "anna"):
            asked = {"id": user, "workspace": WORKSPACE, "goal": "g1", "user": user, "asked_at": MONDAY}
            said = {"due_on": START, "state": CheckInState.BLOCKED, "words": f"mots de {user}"}
            uow.check_ins.add(CheckIn.model_validate(asked | said))
        uow.commit()
    return at


def erases(at: Desk, user: str) -> list[Message]:
    return at.does(user, lambda call: privacy.erase(call, privacy.SURE))


def texts(messages: list[Message]) -> str:
    return " ".join(str(value) for one in messages for value in one.parameters().values())


def test_an_export_holds_what_is_theirs_and_nothing_of_a_colleague() -> None:
    said = desk().does("agent", privacy.export)
    assert "mots de agent" in texts(said)
    assert "mots de anna" not in texts(said)
    assert "80 je crois" not in texts(said)


@pytest.mark.parametrize("language", list(Language))
def test_an_export_has_words_for_whatever_became_of_a_question(language: Language) -> None:
    at = desk()
    with at.memory.open_uow() as uow:
        for state in CheckInState:
            asked = {"id": state, "workspace": WORKSPACE, "goal": "g1", "user": "agent", "asked_at": MONDAY}
            uow.check_ins.add(CheckIn.model_validate(asked | {"due_on": START, "state": state}))
        uow.commit()
    told = [one for one in at.does("agent", privacy.export) if isinstance(one, say.ExportAnswer)]
    assert {one.state for one in told} == set(CheckInState)
    assert all(words(one, language) for one in told)


def test_an_export_holds_figures_drafts_and_settings() -> None:
    at = desk()
    at.does("lead", lambda call: conversation.hear(call, "nouvel objectif : répondre plus vite"))
    kinds = {type(one) for one in at.does("lead", privacy.export)}
    assert {say.ExportPerson, say.ExportGoal, say.ExportFigure, say.ExportDraft} <= kinds


def test_an_export_holds_the_safeguards_figures_and_the_absences_in_words_and_in_the_file() -> None:
    guard = Guard(metric=MetricKey.QUALITY_SCORE, limit=percent(80))
    at = Desk(goal(contributors=("agent",)).model_copy(update={"guard": guard}), TEAM)
    for words_told in ("qualité 84", "non, qualité 86", "absent du 8 au 12 février"):
        at.does("lead", partial(conversation.hear, text=words_told))
    at.news()
    told = at.does("lead", privacy.export)
    name = MetricName(MetricKey.QUALITY_SCORE)
    assert say.ExportUndone(START, name, percent(84), "qualité 84") in told
    assert say.ExportFigure(START, name, percent(86), "non, qualité 86") in told
    assert LeaveItem(date(2027, 2, 8), date(2027, 2, 12)) in told
    (file,) = [part for part in at.memory.outgoing[-1].speech.parts if isinstance(part, Attachment)]
    kept = json.loads(file.content)["guard_figures"]
    assert [(one["value"]["value"], one["undone"]) for one in kept] == [("84", True), ("86", False)]
    assert say.ExportGuardFigures() not in at.does("agent", privacy.export)


def test_erasing_takes_name_and_words_off_the_safeguards_figures() -> None:
    guard = Guard(metric=MetricKey.QUALITY_SCORE, limit=percent(80))
    at = Desk(goal(contributors=("agent",)).model_copy(update={"guard": guard}), TEAM)
    at.does("lead", lambda call: conversation.hear(call, "qualité 84"))
    erases(at, "lead")
    (figure,) = at.goal().guard_figures
    assert (figure.author, figure.words, figure.value) == (ERASED, None, percent(84))


def test_a_long_export_goes_out_in_several_messages() -> None:
    at = desk()
    with at.memory.open_uow() as uow:
        for number in range(100):
            asked = CheckIn(
                id=f"c{number}", workspace=WORKSPACE, goal="g1", user="agent", asked_at=MONDAY, due_on=START
            )
            uow.check_ins.add(asked)
        uow.commit()
    at.does("agent", privacy.export)
    assert at.does("agent", privacy.export).count(say.ExportTitle(START)) == 1
    with at.memory.open_uow():
        pass
    assert len(at.memory.outgoing) == 6


def test_erasing_is_asked_once_more_before_anything_is_done() -> None:
    at = desk()
    assert at.does("agent", privacy.erase) == [say.EraseSure()]
    with at.memory.open_uow() as uow:
        assert uow.records.check_ins_of(WORKSPACE, "agent")


def test_erasing_forgets_the_person_and_leaves_the_team_s_figures_without_name() -> None:
    at = desk()
    assert erases(at, "agent") == [say.Erased()]
    with at.memory.open_uow() as uow:
        assert uow.people.get(WORKSPACE, "agent") is None
        assert uow.records.check_ins_of(WORKSPACE, "agent") == []
        assert len(uow.records.check_ins_of(WORKSPACE, "anna")) == 1
        assert uow.goals.of_person(WORKSPACE, "agent") == []
        assert not [
            one for one in uow.schedules.of_goal(WORKSPACE, "g1") if one.user == "agent" and one.due_at
        ]
    assert at.goal().contributors == ("anna",)
    assert at.figures() == [percent(80)]


def test_a_goal_that_only_they_led_ends_and_the_team_is_told() -> None:
    at = desk()
    said = erases(at, "lead")
    assert [type(one) for one in said].count(say.GoalEndsErased) == 2
    assert (at.goal().state, at.goal().owner) == (GoalState.CLOSED, ERASED)
    with at.memory.open_uow() as uow:
        (figure,) = uow.measurements.of_goal(WORKSPACE, "g1")
    assert (figure.author, figure.words) == (ERASED, None)
    assert at.goes_to(MONDAY + timedelta(days=30)).enqueued == 0


def test_a_goal_that_somebody_set_for_them_goes_back_to_who_set_it() -> None:
    at = desk()
    with at.memory.open_uow() as uow:
        there = uow.goals.get(WORKSPACE, "g1")
        assert there is not None
        uow.goals.save(there.model_copy(update={"author": "anna", "version": there.version + 1}))
        uow.commit()
    said = erases(at, "lead")
    assert [type(one) for one in said] == [say.GoalIsYours, say.Erased]
    assert (at.goal().state, at.goal().owner) == (GoalState.ACTIVE, "anna")


def test_a_goal_that_is_theirs_alone_goes_with_them() -> None:
    at = Desk(goal(contributors=()), TEAM)
    erases(at, "lead")
    with at.memory.open_uow() as uow:
        assert uow.goals.get(WORKSPACE, "g1") is None


def test_what_ended_and_what_was_left_lying_goes_after_its_time() -> None:
    at = desk()
    at.does("lead", lambda call: conversation.hear(call, "nouvel objectif : répondre plus vite"))
    with at.memory.open_uow() as uow:
        assert uow.records.erase_before(MONDAY) == 0
        assert uow.records.erase_before(MONDAY + timedelta(days=400)) == 1, "the draft: the goal goes on"


# --- roles -------------------------------------------------------------------------------------------
PEOPLE = {"owner": Role.OWNER, "setter": Role.LEAD, "agent": Role.CONTRIBUTOR, "admin": Role.ADMIN}


@pytest.mark.parametrize("deed", list(Deed))
@pytest.mark.parametrize("user", [*PEOPLE, "stranger"])
def test_each_may_do_what_the_table_says_and_a_stranger_nothing(user: str, deed: Deed) -> None:
    team = goal(contributors=("agent",)).model_copy(update={"owner": "owner", "author": "setter"})
    assert may(user, deed, team, admin=user == "admin") is (PEOPLE.get(user) in MAY[deed])


def test_one_person_can_be_several_things_to_a_goal() -> None:
    team = goal(contributors=("lead",))
    assert roles_of("lead", team, admin=True) == set(Role)


def test_an_administrator_sees_nobody_s_figures_nor_answers() -> None:
    assert Role.ADMIN not in MAY[Deed.SEE] | MAY[Deed.SEE_ANSWERS]


def test_a_contributor_sees_nobody_else_s_answers_and_steers_nothing() -> None:
    assert Role.CONTRIBUTOR not in MAY[Deed.SEE_ANSWERS] | MAY[Deed.STEER]
