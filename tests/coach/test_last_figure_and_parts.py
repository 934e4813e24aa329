"""The last figure of a goal was asked for, and questions about parts are open: each gets its own answer."""

from datetime import date, datetime

import pytest

from coach.goal import GoalState
from coach.language.reading import Cadence, Language
from coach.messages import actions
from coach.messages import following as say
from coach.metrics import MetricKey
from coach.people import Focus, FocusKind
from tests.coach.desk import PARIS, Desk, percent
from tests.coach.test_figures_and_parts import CSAT, SALES_FROM_20, asked, karim
from tests.coach.test_figures_by_name import Led
from tests.coach.test_following import found, says
from tests.coach.test_told_figures import figures

FR, EN = Language.FR, Language.EN
ENDING: Led = (MetricKey.SERVICE_LEVEL, percent(70), percent(80), {"deadline": date(2027, 1, 29)})


def at_the_end(*led: Led, language: Language = EN, part_last: bool = False) -> Desk:
    """The deadline is past, the last figure was asked for, and a part is open.

    Args:
        led: What else they lead.
        language: Theirs.
        part_last: Whether their part was asked about, or spoken of, since.
    """
    article = ("write a kb article after each repeat call", Cadence.WEEKLY)
    fiche = ("écrire une fiche après chaque rappel", Cadence.WEEKLY)
    desk = karim(ENDING, *led, parts=(article if language is EN else fiche,), language=language)
    says(desk, "sl 76")
    for day in range(12, 32):
        desk.goes_to(datetime(2027, 1, day, 10, 0, tzinfo=PARIS))
    desk.goes_to(datetime(2027, 2, 1, 10, 0, tzinfo=PARIS))
    assert desk.goal().state is GoalState.ACTIVE
    if part_last:
        with desk.memory.open_uow() as uow:
            (part,) = [one for one in uow.check_ins.waiting_for("T1", "lead") if one.goal == "p1"]
            lead = uow.people.get("T1", "lead")
            assert lead is not None
            focus = Focus(kind=FocusKind.CHECK_IN, id=part.id)
            uow.people.put(lead.model_copy(update={"focus": focus}))
            uow.commit()
    desk.news()
    return desk


@pytest.mark.parametrize("part_last", [True, False])
@pytest.mark.parametrize("led", [(), (SALES_FROM_20,)])
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("79.5", EN),
        ("79.5%", EN),
        ("the last one was 79.5", EN),
        ("the last one was 79 i'm afraid, no wait 79.5", EN),
        ("79, no wait 79.5", EN),
        ("79,5", FR),
        ("le dernier c'était 79, non pardon 79,5", FR),
    ],
)
def test_a_bare_figure_that_fits_is_the_last_one(
    text: str, language: Language, led: tuple[Led, ...], *, part_last: bool
) -> None:
    desk = at_the_end(*led, language=language, part_last=part_last)
    heard = says(desk, text)
    assert figures(desk, "g1")[-1] == percent("79.5")
    assert desk.goal().state is GoalState.MISSED
    assert not found(heard, say.NotFollowed)
    assert not found(heard, actions.ActionNotedMore)


@pytest.mark.parametrize("part_last", [True, False])
@pytest.mark.parametrize("text", ["1", "done"])
def test_what_counts_the_part_is_the_parts(text: str, *, part_last: bool) -> None:
    desk = at_the_end(part_last=part_last)
    assert found(says(desk, text), actions.ActionNoted)
    assert (figures(desk, "g1"), desk.goal().state) == ([percent(76)], GoalState.ACTIVE)


@pytest.mark.parametrize("part_last", [True, False])
def test_what_an_open_question_can_have_too_is_asked_about(*, part_last: bool) -> None:
    desk = at_the_end(CSAT, part_last=part_last)
    assert found(says(desk, "79.5"), say.WhichGoalIsIt)
    assert figures(desk, "g1") == [percent(76)]


def test_a_decimal_is_no_count_of_a_part() -> None:
    desk = karim(parts=(("call back unhappy customers", Cadence.WEEKLY),), language=EN)
    assert found(says(desk, "79.5"), actions.ActionNotRead)
    assert asked(desk, "p1").done is None
