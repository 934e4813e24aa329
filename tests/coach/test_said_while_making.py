"""What people say beside the question, while a goal is made: it is heard for what it is."""

import pytest

from coach.editing import Edits, check
from coach.language.reading import Language, Slot
from coach.messages import home
from coach.messages.arranging import NewsGoesTo
from coach.messages.leave import LeaveNoted
from coach.samples import part_answers
from coach.usecases import conversation
from tests.coach.desk import WORKSPACE, Desk, goal, person
from tests.coach.talk import TODAY, Talk


def says(desk: Desk, text: str) -> list[object]:
    return list(desk.does("lead", lambda call: conversation.hear(call, text)))


def has(messages: list[object], kind: type) -> bool:
    return any(isinstance(one, kind) for one in messages)


@pytest.mark.parametrize("text", ["je suis en congé du 20 au 24 janvier", "I'm off from 20 to 24 January"])
def test_an_absence_while_a_question_waits_is_no_deadline_and_no_figure(text: str) -> None:
    desk = Desk(goal(), (person("lead"),))
    says(desk, "nouvel objectif : passer le FCR de 70 à 75 %")
    assert has(says(desk, text), LeaveNoted)
    with desk.memory.open_uow() as uow:
        (draft,) = uow.drafts.open_of(WORKSPACE, "lead")
    assert draft.deadline is None
    assert draft.baseline is not None
    assert draft.baseline.value == 70


def test_the_channel_may_be_told_before_the_card_comes() -> None:
    talk = Talk("passer le CSAT de 78 à 85 %", Language.FR)
    asked = talk.draft.asked
    talk.says("canal <#C7|support>")
    assert talk.hears(NewsGoesTo)
    assert (talk.draft.channel, talk.draft.scope, talk.draft.asked) == ("C7", None, asked)


def test_who_leads_stays_who_leads_where_that_is_asked() -> None:
    talk = Talk("passer le CSAT de 78 à 85 % d'ici fin juin", Language.FR)
    talk.draft = talk.draft.model_copy(update={"asked": Slot.OWNER})
    talk.says("<@U2>")
    assert talk.draft.contributors == ()


@pytest.mark.parametrize("text", ["relire deux réponses par semaine chacun", "reviewing 2 answers a week"])
def test_what_is_done_to_answers_counts_no_answers(text: str) -> None:
    assert part_answers(text, Language.FR)[0] is None


def test_forty_answers_a_month_are_counted_all_the_same() -> None:
    answers, rest = part_answers("80 %, sur 40 réponses par mois", Language.FR)
    assert answers is not None
    assert (answers.count, rest) == (40, "80 %")


def test_what_was_not_done_begins_no_goal_where_nothing_was_asked() -> None:
    desk = Desk(goal(), (person("lead"), person("agent")))
    heard = desk.does("agent", lambda call: conversation.hear(call, "pas cette semaine, trop d'appels"))
    assert has(list(heard), home.IsItAGoal)


@pytest.mark.parametrize(
    "text", ["montre-moi ce que tu vas publier", "aperçu du prochain post", "show me what you will post"]
)
def test_the_next_post_is_shown_when_it_is_asked_for_in_words(text: str) -> None:
    desk = Desk(goal(), (person("lead"),))
    assert not has(says(desk, text), home.IsItAGoal)


def test_a_form_that_leaves_the_owner_as_shown_changes_no_owner() -> None:
    draft = Talk("passer le CSAT de 78 à 85 %", Language.FR).draft
    assert draft.owner is None
    assert "owner" not in check(draft, Edits(owner=draft.author, target="84"), TODAY).facts
    assert check(draft, Edits(owner="U2"), TODAY).facts["owner"] == "U2"
    named = draft.model_copy(update={"owner_name": "Sarah"})
    assert check(named, Edits(owner=draft.author), TODAY).facts["owner_name"] is None
