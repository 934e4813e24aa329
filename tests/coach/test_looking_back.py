"""What is written at the end of a goal, while another goal's questions are open."""

from datetime import date, datetime, timedelta

import pytest

from coach.following import CheckIn, CheckInState
from coach.goal import Goal, GoalState
from coach.language.reading import Language
from coach.messages import ending as at_end
from coach.messages import following as said
from coach.messages.base import Message
from coach.metrics import MetricKey
from coach.outgoing import Outgoing
from coach.people import FocusKind
from coach.scheduling import schedules_of
from coach.speech import Button, Row, Verb
from coach.usecases import conversation, looking_back, snoozing
from tests.coach.desk import MONDAY, PARIS, WORKSPACE, Desk, goal, percent, person
from tests.coach.posts import figure, found

THURSDAY = datetime(2027, 4, 1, 9, 35, tzinfo=PARIS)
"""The day after the first goal's deadline; the other one is asked about on that day too."""
WORDS = [
    "moving the lunch breaks helped most, I would train the newcomers earlier",
    "déplacer les pauses a le plus aidé, je formerais les nouveaux plus tôt",
    "the 2 listening sessions a week made it possible to keep going as planned",
]


def two_goals(language: Language = Language.EN) -> Desk:
    """A goal that has just ended, and one whose figure is asked on that very day."""
    lead = person("lead", language)
    desk = Desk(goal(), (lead,))
    running = desk.goal()
    other = running.model_copy(
        update={
            "id": "g2",
            "metric": MetricKey.TRANSFER_RATE,
            "baseline": percent(20),
            "target": percent(12),
            "decrease": True,
            "plan": None,
            "deadline": date(2027, 6, 30),
            "check_in": running.check_in.model_copy(update={"weekday": 3}),
            "confirmed_at": MONDAY + timedelta(minutes=1),
        }
    )
    with desk.memory.open_uow() as uow:
        uow.goals.add(other)
        for schedule in schedules_of(other, {"lead": lead}, desk.ids, MONDAY):
            uow.schedules.put(schedule)
        uow.commit()
    desk.goes_to(datetime(2027, 3, 25, 9, 35, tzinfo=PARIS))
    says(desk, "transfer rate 17%" if language is Language.EN else "taux de transfert 17 %")
    figure(desk, 80, datetime(2027, 3, 30, 9, 35, tzinfo=PARIS))
    desk.goes_to(THURSDAY - timedelta(minutes=30))
    desk.goes_to(THURSDAY)
    desk.news()
    assert desk.goal().state is GoalState.MISSED
    assert question(desk).state is CheckInState.ASKED
    return desk


def says(desk: Desk, text: str) -> list[Message]:
    return desk.does("lead", lambda call: conversation.hear(call, text))


def question(desk: Desk) -> CheckIn:
    with desk.memory.open_uow() as uow:
        return uow.check_ins.of_goal(WORKSPACE, "g2")[-1]


def figures(desk: Desk, goal_id: str) -> list[str]:
    with desk.memory.open_uow() as uow:
        kept = uow.measurements.of_goal(WORKSPACE, goal_id)
    return [str(one.value.value) for one in kept if not one.undone]


def ended(desk: Desk) -> Goal:
    return desk.goal()


def buttons(sent: Outgoing) -> dict[Verb, Button]:
    rows = [part for part in sent.speech.parts if isinstance(part, Row)]
    return {one.verb: one for row in rows for one in row.elements if isinstance(one, Button)}


@pytest.mark.parametrize("text", WORDS)
def test_words_about_the_way_are_the_look_back_though_another_figure_is_asked(text: str) -> None:
    desk = two_goals()
    (kept,) = found(says(desk, text), at_end.LookBackKept)
    assert isinstance(kept, at_end.LookBackKept)
    assert (kept.text, kept.metric.key) == (text, MetricKey.CSAT)
    assert question(desk).state is CheckInState.ASKED
    assert question(desk).words is None


@pytest.mark.parametrize("text", WORDS)
def test_they_still_are_once_the_other_figure_is_in(text: str) -> None:
    desk = two_goals()
    says(desk, "transfer rate 15%")
    assert found(says(desk, text), at_end.LookBackKept)
    assert ended(desk).look_back == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("no sorry it's 14,8", Language.EN),
        ("sorry, I meant 14.8%", Language.EN),
        ("non pardon, c'est 14,8", Language.FR),
        ("je voulais dire 14,8 %", Language.FR),
    ],
)
def test_a_correction_of_another_figure_is_no_look_back(text: str, language: Language) -> None:
    desk = two_goals(language)
    says(desk, "transfer rate 15%" if language is Language.EN else "taux de transfert 15 %")
    says(desk, text)
    assert ended(desk).look_back is None
    assert figures(desk, "g2") == ["17", "14.8"]


def test_a_correction_that_may_be_of_either_goal_is_asked_about() -> None:
    desk = two_goals()
    says(desk, "transfer rate 75%")
    says(desk, "yes")
    desk.does("lead", lambda call: call.focus(FocusKind.LOOK_BACK, "g1"))
    assert found(says(desk, "no sorry, it's 80"), said.WhichGoalIsIt)
    assert ended(desk).look_back is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("target was met, 86%", Language.EN),
        ("we ended at 86% in the end", Language.EN),
        ("cible atteinte, 86 %", Language.FR),
        ("on a fini à 86 % finalement", Language.FR),
    ],
)
def test_a_figure_with_few_words_is_the_last_figure(text: str, language: Language) -> None:
    desk = two_goals(language)
    desk.does("lead", lambda call: call.focus(FocusKind.LOOK_BACK, "g1"))
    says(desk, text)
    assert ended(desk).state is GoalState.ACHIEVED
    assert ended(desk).look_back is None


@pytest.mark.parametrize("text", ["blocked: the phone tool is down", "15%", "transfer rate 15%"])
def test_a_short_answer_goes_to_the_open_question(text: str) -> None:
    desk = two_goals()
    says(desk, text)
    assert ended(desk).look_back is None
    assert question(desk).state is not CheckInState.ASKED


def test_what_is_in_the_way_is_no_look_back_where_that_was_asked() -> None:
    desk = two_goals()
    says(desk, "blocked")
    says(desk, "the new tool has not helped us at all so far")
    assert ended(desk).look_back is None
    assert question(desk).words == "the new tool has not helped us at all so far"


def test_only_the_very_words_that_were_shown_are_shared() -> None:
    desk = two_goals()
    says(desk, WORDS[0])
    first = buttons([one for one in desk.memory.outgoing if one.to == "lead"][-1])
    desk.does("lead", lambda call: looking_back.take_back(call, "g1"))
    assert ended(desk).look_back is None
    says(desk, WORDS[1])
    old, new = first[Verb.SHARE_LOOK_BACK].value, WORDS[1][:200]
    told = []
    for value in (old, new):
        told += found(
            desk.does("lead", lambda call, value=value: looking_back.share(call, "g1", value)),  # type: ignore[misc]
            at_end.LookBackTold,
        )
    assert [one.text for one in told if isinstance(one, at_end.LookBackTold)] == [WORDS[1]]


def test_who_looks_back_with_a_figure_is_told_how_to_give_the_last_one() -> None:
    desk = two_goals()
    heard = says(
        desk, "we finished near 84% because the lunch breaks were moved, and the rest came by itself"
    )
    assert found(heard, at_end.LookBackKept)
    assert found(heard, at_end.LastFigureMayCome)


# --- put off ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("text", ["blocked: the phone tool is down", "bloqué : la téléphonie est en panne"])
def test_blocked_is_about_the_question_that_was_not_put_off(text: str) -> None:
    desk = two_goals()
    third = goal().model_copy(
        update={"id": "g3", "metric": MetricKey.FCR, "deadline": date(2027, 6, 30), "confirmed_at": MONDAY}
    )
    with desk.memory.open_uow() as uow:
        uow.goals.add(third)
        first = uow.check_ins.of_goal(WORKSPACE, "g2")[-1]
        uow.check_ins.add(first.model_copy(update={"id": "c3", "goal": "g3"}))
        uow.commit()
    put_off = question(desk).id
    desk.does("lead", lambda call: snoozing.snooze(call, put_off, "hour"))
    (noted,) = found(says(desk, text), said.BlockedOwnNoted)
    assert isinstance(noted, said.BlockedOwnNoted)
    assert noted.metric.key is MetricKey.FCR
    assert question(desk).state is CheckInState.ASKED
    assert question(desk).resting
