"""The form that shares a plan out among those who take part."""

from typing import Any

from bot import ids
from bot.blocks.modals import FIELD, modal, text_input
from bot.blocks.speech import Block, picker, plain_text
from bot.formats import number
from bot.render import words
from coach.goal import Goal, Sharing
from coach.language.reading import Language
from coach.messages import sharing as say
from coach.naming import metric_of
from coach.quantity import Unit
from coach.sharing import members_of, told
from coach.speech import Picker, PickerKind, Verb
from coach.usecases.sharing import HOW

MOST_FIELDS = 40


def share_modal(goal: Goal, names: dict[str, str], language: Language) -> dict[str, Any]:
    """How the plan is shared, and a field for each person's hours or part."""
    assert goal.plan is not None
    start = goal.plan.weeks[0].level - goal.plan.weeks[0].share
    unit = goal.target.unit if goal.target is not None else Unit.COUNT
    whole = told(goal.plan.reaches - start, unit)
    intro = say.ShareIntro(metric_of(goal), whole)
    ways = tuple((way.value, say.ChoiceSharing(way)) for way in Sharing)
    how = Picker(
        PickerKind.ONE_OF, Verb.SHARE_OUT, say.ShareHow(), goal.id, options=ways, chosen=(goal.sharing.value,)
    )
    weights = {one.person: one.weight for one in members_of(goal)}
    equal = goal.sharing is Sharing.EQUAL
    blocks: list[Block] = [
        {"type": "section", "text": {"type": "mrkdwn", "text": words(intro, language)}},
        {
            "type": "input",
            "block_id": HOW,
            "label": plain_text(say.ShareHow(), language, FIELD),
            "element": picker(how, language, HOW),
        },
    ]
    for user, name in list(names.items())[:MOST_FIELDS]:
        known = None if equal else number(weights[user], language)
        blocks.append(
            {
                "type": "input",
                "block_id": user,
                "optional": True,
                "label": plain_text(say.ShareOfPerson(name), language, FIELD),
                "hint": plain_text(say.ShareHint(), language, FIELD),
                "element": text_input(known) | {"action_id": user},
            }
        )
    return modal(Verb.SHARE_OUT, ids.Subject(goal.id, goal.version), say.ShareTitle(), blocks, language)
