"""A figure with a minus, where none can be below nothing, is asked about; a form shows its own examples."""

from datetime import date
from decimal import Decimal

import pytest

from bot.blocks.modals import check_in_modal
from coach.editing import Edits, check
from coach.language.negative import is_negative
from coach.language.reading import Language
from coach.messages import asking
from coach.messages import following as say
from coach.messages.forms import EditField
from coach.metrics import MetricKey
from coach.quantity import Unit
from coach.speech import Verb
from coach.usecases import check_ins
from tests.coach.desk import START, Desk, goal, percent, person
from tests.coach.talk import Talk
from tests.coach.test_following import NEXT_MONDAY, found, says
from tests.coach.test_told_figures import figures, only_waiting_time_is_asked, seconds

LEAD = person("lead")


def test_only_a_figure_alone_with_a_minus_is_negative() -> None:
    for text in ("-3", "-12 %", "-2 min", "-5%."):
        assert is_negative(text, Language.FR), text
    for text in ("12 %", "+2", "2 de moins", "78-80", "le 12-03", "CSAT -2", "78 % (-2)"):
        assert not is_negative(text, Language.FR), text


@pytest.mark.parametrize("answer", ["oui", "yes"])
def test_a_negative_figure_at_a_check_in_is_asked_about_and_taken_on_a_yes(answer: str) -> None:
    desk = Desk(goal(), (LEAD,))
    desk.goes_to(NEXT_MONDAY)
    asked = found(says(desk, "-2 %"), say.LessThanBefore)
    assert isinstance(asked, say.LessThanBefore)
    assert (asked.before, asked.value) == (percent(78), percent(76))
    assert desk.figures() == []
    says(desk, answer)
    assert desk.figures() == [percent(76)]


def test_the_yes_is_a_button_too_and_the_level_itself_may_be_written_instead() -> None:
    desk = Desk(goal(), (LEAD,))
    desk.goes_to(NEXT_MONDAY)
    says(desk, "-2 %")
    one = desk.check_in("lead").id
    desk.does("lead", lambda call: check_ins.press(call, one, Verb.SURE, "-2 %"))
    assert desk.figures() == [percent(76)]
    desk = only_waiting_time_is_asked()
    assert found(says(desk, "-2 min"), say.LessThanBefore)
    says(desk, "5 min")
    assert figures(desk, "g2") == [seconds(300)]


def test_words_that_say_a_fall_and_a_plus_are_no_slip() -> None:
    for text, level in (("2 points de moins", 76), ("+2", 80)):
        desk = Desk(goal(), (LEAD,))
        desk.goes_to(NEXT_MONDAY)
        says(desk, text)
        assert desk.figures() == [percent(level)]


def test_a_negative_baseline_is_answered_and_an_nps_may_have_one() -> None:
    talk = Talk("améliorer la satisfaction client", metric=MetricKey.CSAT)
    assert talk.says("-3").hears(asking.BelowNothing)
    nps = Talk("améliorer le NPS").says("-3")
    assert not nps.hears(asking.BelowNothing)
    assert nps.draft.baseline is not None
    assert (nps.draft.baseline.value, nps.draft.baseline.unit) == (Decimal(-3), Unit.SCORE)


def test_a_negative_figure_in_the_form_is_said_to_be_one() -> None:
    draft = Talk("améliorer la satisfaction client", metric=MetricKey.CSAT).draft
    assert check(draft, Edits(baseline="-25%"), START).errors[EditField.BASELINE] == asking.BelowNothing()


@pytest.mark.parametrize("language", Language)
def test_the_form_of_a_waiting_time_shows_a_length_of_time(language: Language) -> None:
    desk = only_waiting_time_is_asked()
    with desk.memory.open_uow() as uow:
        timed = uow.goals.get("T1", "g2")
        (waiting,) = uow.check_ins.waiting_for("T1", "lead")
    assert timed is not None
    shown = str(check_in_modal(waiting, timed, waiting.due_on, language)["blocks"][1]["hint"])
    assert "3 min 40" in shown.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert "80" not in shown
    assert date(2027, 1, 1) < waiting.due_on
