"""The form that changes a goal under way, filled in with how it stands."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from bot import ids
from bot.blocks.modals import FIELD, modal, text_input
from bot.blocks.speech import Block, picker, plain_text
from bot.payloads import Payload, choices_of
from bot.render import value_text
from coach.card_choices import path_options
from coach.goal import Goal, GoalLevel
from coach.language.reading import Language
from coach.messages import replanning as say
from coach.messages.base import Message
from coach.messages.cards import ChoiceHour, ChoiceWeekday
from coach.messages.cascade import ChoiceGoalLevel, ChoiceNoParent, ChoiceParent
from coach.messages.choices import PickChannel, PickContributors, PickHour, PickOwner, PickWeekday
from coach.messages.replanning import ChangeField
from coach.naming import metric_of
from coach.speech import Picker, PickerKind, Verb
from coach.usecases.replanning import NO_PARENT, ChangeForm

MOST_PARENTS = 99
HINTED = frozenset({ChangeField.TARGET, ChangeField.REASON})


def change_modal(goal: Goal, parents: Sequence[Goal], language: Language) -> dict[str, Any]:
    """Everything that can be changed, and why.

    Args:
        goal: The goal.
        parents: The goals that it may feed.
        language: The reader's.
    """
    hours = tuple(
        (f"{hour:02}:{minute:02}", ChoiceHour(time(hour, minute)))
        for hour in range(8, 18)
        for minute in (0, 30)
    )
    weekdays = tuple((str(day), ChoiceWeekday(day)) for day in range(5))
    at = goal.check_in.at.strftime("%H:%M")
    target = value_text(goal.target, language) if goal.target is not None else None
    people, one_of = PickerKind.PEOPLE, PickerKind.ONE_OF
    owner = (goal.owner,) if goal.owner_name is None else ()

    def pick(
        field: ChangeField,
        kind: PickerKind,
        label: Message,
        chosen: tuple[str, ...],
        options: tuple[tuple[str, Message], ...] = (),
    ) -> Block:
        choice = Picker(kind, Verb.CHANGE_GOAL, label, goal.id, options=options, chosen=chosen)
        return _field(field, picker(choice, language, field), language)

    deadline = say.ChangeLabel(ChangeField.DEADLINE)
    blocks = [
        _field(ChangeField.TARGET, text_input(target), language),
        pick(
            ChangeField.DEADLINE,
            PickerKind.DATE,
            deadline,
            (goal.deadline.isoformat(),),
        ),
        _field(ChangeField.REASON, text_input(None, multiline=True), language),
        pick(ChangeField.OWNER, PickerKind.PERSON, PickOwner(), owner),
        pick(ChangeField.CONTRIBUTORS, people, PickContributors(), goal.contributors),
        pick(ChangeField.CHANNEL, PickerKind.CHANNEL, PickChannel(), (goal.channel,) if goal.channel else ()),
        pick(ChangeField.WEEKDAY, one_of, PickWeekday(), (str(goal.check_in.weekday),), weekdays),
        pick(ChangeField.HOUR, one_of, PickHour(), (at,), hours),
    ]
    if goal.plan is not None:
        chosen: tuple[str, ...] = (goal.plan.path.value,)
        label: Message = say.PickPath()
        ends = (figure.value if figure is not None else None for figure in (goal.baseline, goal.target))
        blocks.append(pick(ChangeField.PATH, one_of, label, chosen, path_options(*ends)))
    levels = tuple((level.value, ChoiceGoalLevel(level)) for level in GoalLevel)
    label = say.ChangeLabel(ChangeField.LEVEL)
    blocks.append(pick(ChangeField.LEVEL, one_of, label, (goal.level.value,), levels))
    if parents:
        above = tuple((one.id, ChoiceParent(metric_of(one), one.deadline)) for one in parents[:MOST_PARENTS])
        chosen, label = (goal.parent or NO_PARENT,), say.ChangeLabel(ChangeField.PARENT)
        options = ((NO_PARENT, ChoiceNoParent()), *above)
        blocks.append(pick(ChangeField.PARENT, one_of, label, chosen, options))
    return modal(Verb.CHANGE_GOAL, ids.Subject(goal.id, goal.version), say.ChangeTitle(), blocks, language)


def _field(field: ChangeField, element: Block, language: Language) -> Block:
    block: Block = {
        "type": "input",
        "block_id": field.value,
        "optional": True,
        "label": plain_text(say.ChangeLabel(field), language, FIELD),
        "element": element | {"action_id": field.value},
    }
    if field in HINTED:
        block["hint"] = plain_text(say.ChangeHint(field), language, FIELD)
    return block


def change_form(view: Payload) -> ChangeForm:
    """What the person left in the form."""
    values = choices_of(view)
    single = {
        field.value: values[field.value][0]
        for field in ChangeField
        if field is not ChangeField.CONTRIBUTORS and values.get(field.value)
    }
    return ChangeForm(**single, contributors=values.get(ChangeField.CONTRIBUTORS.value, ()))
