"""The team's own last weeks count more than any rule: pasted in words, or taken from an earlier goal."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from coach.draft import OwnFigures
from coach.goal import GoalState, Measurement
from coach.history import history_of
from coach.language.reading import Origin, Slot
from coach.messages.achievability import FromRuleOfThumb, NotedHistory, OwnPace, Reach, SideBySide, VerdictIs
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit
from coach.speech import Button, Row, Verb
from coach.usecases import conversation
from tests.coach.desk import PARIS, Desk, goal, percent, person
from tests.coach.talk import Talk

EIGHT = "78 79 77 80 79 81 80 82"


def asked_where_it_comes_from(target: str = "85 %") -> Talk:
    return Talk("améliorer le taux de résolution au premier contact").says(
        "78 %", target, "fin mars", "une écoute par agent"
    )


@pytest.mark.parametrize(
    "words",
    [
        f"les 8 dernières semaines : {EIGHT}",
        "our last 8 weeks: 78, 79, 77, 80, 79, 81, 80, 82",
        "nos 8 dernières semaines : 78 % 79 % 77 % 80 % 79 % 81 % 80 % 82 %",
        "78 ; 79 ; 77 ; 80 ; 79 ; 81 ; 80 ; 82",
        "78 → 79 → 77 → 80 → 79 → 81 → 80 → 82",
        f"sur les dernières semaines {EIGHT} %, et tout est là",
    ],
)
def test_a_row_of_weeks_is_taken_as_the_teams_own(words: str) -> None:
    talk = asked_where_it_comes_from().says(words)
    assert [int(one.value) for one in talk.draft.history] == [78, 79, 77, 80, 79, 81, 80, 82]
    assert talk.draft.origin is Origin.HISTORY
    assert talk.hears(NotedHistory)


def test_what_else_the_answer_says_is_taken_too() -> None:
    talk = asked_where_it_comes_from().says(f"les 8 dernières semaines : {EIGHT}, et nous avons tout")
    assert talk.draft.lacking == frozenset()
    assert talk.draft.asked is Slot.RELEVANCE


@pytest.mark.parametrize("words", ["nos chiffres : 78 et 79", "une estimation", "78 79 140 80 81"])
def test_what_is_no_row_of_the_metrics_weeks_is_not_taken_for_one(words: str) -> None:
    assert asked_where_it_comes_from().says(words).draft.history == ()


def test_lengths_of_time_are_told_in_the_baselines_unit_and_mixed_ones_are_not_guessed() -> None:
    talk = Talk("réduire le délai de première réponse").says("6 min", "5 min", "fin mars", "une fiche")
    talk.says("les 5 dernières semaines : 6:20 6:10 6:05 6:10 6:00")
    assert [round(one.value * 60) for one in talk.draft.history] == [380, 370, 365, 370, 360]
    other = Talk("réduire le délai de première réponse").says("6 min", "5 min", "fin mars", "une fiche")
    assert other.says("les 4 dernières semaines : 6 min 10 6 min 05 6 min 6 min").draft.history == ()


def test_the_verdict_is_the_teams_own_and_its_sum_is_shown() -> None:
    talk = asked_where_it_comes_from().says(f"les 8 dernières semaines : {EIGHT}, tout est là", "les clients")
    assert talk.is_ready
    assert talk.heard(OwnPace).weeks == 8
    assert not talk.hears(FromRuleOfThumb)
    assert talk.heard(VerdictIs).reach is Reach.ROUTINE


def test_the_weeks_can_be_pasted_on_the_card_too() -> None:
    talk = asked_where_it_comes_from().says("une estimation, tout est là", "les clients")
    assert talk.hears(FromRuleOfThumb)
    assert talk.says(f"les 8 dernières semaines : {EIGHT}").hears(OwnPace)


def test_realistic_and_hoped_for_stand_side_by_side_with_their_verdicts() -> None:
    talk = asked_where_it_comes_from("82 %, au mieux 97 %").says("une estimation, tout est là", "les clients")
    both = talk.heard(SideBySide)
    assert (both.target, both.stretch) == (percent(82), percent(97))
    assert (both.reach, both.stretch_reach) == (Reach.PLAUSIBLE, Reach.RARE)


def out_of_reach() -> Talk:
    return asked_where_it_comes_from("97 %").says("une demande, tout est là", "les clients")


def pressable(talk: Talk, slot: Slot) -> str:
    assert talk.outcome.speech is not None
    rows = [part for part in talk.outcome.speech.parts if isinstance(part, Row)]
    return next(
        one.value for row in rows for one in row.elements if isinstance(one, Button) and one.slot is slot
    )


def test_a_rare_goal_is_brought_nearer_and_its_wish_stays_as_the_level_hoped_for() -> None:
    talk = out_of_reach()
    assert talk.heard(VerdictIs).reach is Reach.RARE
    talk.presses(Verb.ANSWER, pressable(talk, Slot.TARGET), slot=Slot.TARGET)
    assert talk.heard(VerdictIs).reach is not Reach.RARE
    assert talk.draft.stretch == percent(97)
    assert talk.draft.target is not None
    assert 78 < talk.draft.target.value < 97


def test_a_rare_goal_gets_the_time_that_it_takes_where_time_is_all_that_it_takes() -> None:
    talk = Talk("améliorer le taux de résolution au premier contact")
    talk.says("60 %", "78 %", "dans deux semaines", "une écoute", "une demande, tout est là", "les clients")
    assert talk.heard(VerdictIs).reach is Reach.RARE
    until = pressable(talk, Slot.DEADLINE)
    talk.presses(Verb.ANSWER, until, slot=Slot.DEADLINE)
    assert talk.draft.deadline == date.fromisoformat(until)
    assert talk.heard(VerdictIs).reach is not Reach.RARE


def test_another_goals_weeks_stand_in_where_none_were_given() -> None:
    talk = asked_where_it_comes_from()
    own = OwnFigures(metric=MetricKey.FCR, figures=tuple(percent(one) for one in (74, 75, 76, 77, 78)))
    assert history_of(talk.draft.model_copy(update={"own": (own,)})) == tuple(
        Decimal(one) for one in (74, 75, 76, 77, 78)
    )


def test_a_new_goal_knows_the_weeks_of_the_one_before() -> None:
    before = goal().model_copy(update={"state": GoalState.ACHIEVED})
    desk = Desk(before, (person("lead"),))
    with desk.memory.open_uow() as uow:
        for week, level in enumerate((78, 79, 80, 82)):
            uow.measurements.add(
                "T1",
                Measurement(
                    id=f"m{week}",
                    goal="g1",
                    author="lead",
                    value=Quantity(value=Decimal(level), unit=Unit.PERCENT),
                    measured_on=date(2027, 1, 4 + week),
                    recorded_at=datetime(2027, 1, 4 + week, 10, tzinfo=PARIS),
                ),
            )
        uow.commit()
    desk.does("lead", lambda call: conversation.hear(call, "nouvel objectif : améliorer le CSAT"))
    with desk.memory.open_uow() as uow:
        draft = uow.drafts.open_of("T1", "lead")[0]
    assert [int(one.value) for one in draft.own[0].figures] == [78, 79, 80, 82]
