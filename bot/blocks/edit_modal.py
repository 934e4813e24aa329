"""The form that edits a draft: every part of it, with the person's words filled in."""

from datetime import date, time
from typing import Any

from bot import ids
from bot.blocks.modals import FIELD, modal, text_input
from bot.blocks.speech import Block, picker, plain_text
from bot.payloads import Payload, choices_of
from bot.render import value_text
from coach.card_choices import path_options
from coach.catalogue import METRICS
from coach.draft import Draft
from coach.editing import Edits, path_shown
from coach.language.reading import Language
from coach.messages import forms as say
from coach.messages.base import Message, MetricName
from coach.messages.cards import ChoiceHour, ChoiceWeekday
from coach.messages.choices import ChoiceMetric
from coach.messages.forms import EditField
from coach.metrics import MetricKey
from coach.own_levels import name_of
from coach.own_metrics import MOST, choice_of
from coach.quantity import Quantity
from coach.smart import aim_of, guard_of
from coach.speech import Picker, PickerKind, Verb

HINTED = frozenset(
    {
        EditField.BASELINE,
        EditField.TARGET,
        EditField.STRETCH,
        EditField.LEVER,
        EditField.RELEVANCE,
        EditField.SCOPE,
        EditField.LIMIT,
    }
)
NEEDED = frozenset(
    {
        EditField.METRIC,
        EditField.BASELINE,
        EditField.TARGET,
        EditField.DEADLINE,
        EditField.OWNER,
        EditField.LEVER,
        EditField.RELEVANCE,
    }
)
"""What cannot be unsaid: such a field may be left empty only as long as it stands empty."""
HOURS = tuple(time(hour, minute) for hour in range(8, 18) for minute in (0, 30))


def edit_modal(draft: Draft, today: date, language: Language) -> dict[str, Any]:
    """Every part of a draft in one form.

    Args:
        draft: The goal in the making.
        today: The person's local date.
        language: The reader's.
    """

    def pick(
        field: EditField,
        kind: PickerKind,
        *chosen: str | None,
        options: tuple[tuple[str, Message], ...] = (),
    ) -> Block:
        values = tuple(one for one in chosen if one)
        choice = Picker(kind, Verb.EDIT, say.FieldLabel(field), draft.id, options=options, chosen=values)
        return _field(field, picker(choice, language, field), language)

    def words(field: EditField, initial: str | None, *, multiline: bool = False) -> Block:
        return _field(field, text_input(initial, multiline=multiline), language)

    guard, path, at = guard_of(draft), path_shown(draft, today), draft.check_in.at
    deadline = draft.deadline.isoformat() if draft.deadline is not None else None
    owner = draft.owner or (draft.author if draft.owner_name is None else None)
    one_of = PickerKind.ONE_OF
    guards = tuple(
        (key.value, ChoiceMetric(MetricName(key)))
        for key in METRICS
        if key not in {MetricKey.OTHER, draft.metric}
    )
    weekdays = tuple((str(day), ChoiceWeekday(day)) for day in sorted({*range(5), draft.check_in.weekday}))
    hours = tuple((f"{hour:%H:%M}", ChoiceHour(hour)) for hour in sorted({*HOURS, at}))
    blocks = [
        _field(EditField.METRIC, _metric_select(draft, language), language),
        words(EditField.BASELINE, _figure(draft.baseline, language)),
        words(EditField.TARGET, _figure(aim_of(draft) or draft.delta, language)),
        words(EditField.STRETCH, _figure(draft.stretch, language)),
        pick(EditField.DEADLINE, PickerKind.DATE, deadline),
        pick(EditField.OWNER, PickerKind.PERSON, owner),
        pick(EditField.CONTRIBUTORS, PickerKind.PEOPLE, *draft.contributors),
        words(EditField.LEVER, draft.lever, multiline=True),
        words(EditField.RELEVANCE, draft.relevance, multiline=True),
        words(EditField.SCOPE, draft.scope),
        pick(EditField.GUARD, one_of, guard.metric.value if guard is not None else None, options=guards),
        words(EditField.LIMIT, _figure(guard.limit if guard is not None else None, language)),
        pick(EditField.CHANNEL, PickerKind.CHANNEL, draft.channel),
        pick(EditField.WEEKDAY, one_of, str(draft.check_in.weekday), options=weekdays),
        pick(EditField.HOUR, one_of, f"{at:%H:%M}", options=hours),
    ]
    if path is not None:
        ends = (figure.value if figure is not None else None for figure in (draft.baseline, aim_of(draft)))
        blocks.append(pick(EditField.PATH, one_of, path.value, options=path_options(*ends)))
    subject = ids.Subject(draft.id, draft.version)
    return modal(Verb.EDIT, subject, say.EditTitle(), blocks, language)


def edits_of(view: Payload) -> Edits:
    """What the person left in the form."""
    values = choices_of(view)
    people = EditField.CONTRIBUTORS.value
    single = {name: found[0] for name, found in values.items() if name in set(EditField) and name != people}
    return Edits(**single, contributors=values.get(people, ()))


def _field(field: EditField, element: Block, language: Language) -> Block:
    filled = any(key.startswith("initial_") for key in element)
    block: Block = {
        "type": "input",
        "block_id": field.value,
        "optional": not (filled and field in NEEDED),
        "label": plain_text(say.FieldLabel(field), language, FIELD),
        "element": element | {"action_id": field.value},
    }
    if field in HINTED:
        block["hint"] = plain_text(say.FieldHint(field), language, FIELD)
    return block


def _figure(figure: Quantity | None, language: Language) -> str | None:
    return value_text(figure, language) if figure is not None else None


def _metric_select(draft: Draft, language: Language) -> Block:
    def option(key: MetricKey, words_of_person: str | None = None) -> Block:
        name = ChoiceMetric(MetricName(key, words_of_person))
        return {"text": plain_text(name, language, 75), "value": key.value}

    own = [
        {"text": plain_text(ChoiceMetric(name_of(one)), language, 75), "value": choice_of(one)}
        for one in draft.own_metrics[:MOST]
    ]
    if draft.metric_words and (draft.own_metric is None or draft.own_metric not in draft.own_metrics):
        own.insert(0, option(MetricKey.OTHER, draft.metric_words))
    options = own + [option(key) for key in METRICS if key is not MetricKey.OTHER]
    element: Block = {"type": "static_select", "options": options}
    values = {choice_of(draft.own_metric) if draft.own_metric else "", draft.metric and draft.metric.value}
    chosen = [one for one in options if one["value"] in values]
    return element | ({"initial_option": chosen[0]} if chosen else {})
