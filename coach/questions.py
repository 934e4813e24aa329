"""How each question is put: its words, and what can be pressed to answer it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from coach.catalogue import METRICS
from coach.draft import Draft
from coach.language.reading import Origin, Resource, Slot
from coach.messages import asking, choices
from coach.messages import dialogue as say
from coach.messages.base import Message, MetricName, Person
from coach.messages.noise import AnswersHint
from coach.messages.own_metrics import ChoiceMetricHeld
from coach.metrics import MetricKey
from coach.own_levels import name_of
from coach.own_metrics import MOST, choice_of
from coach.quantity import Quantity, Unit
from coach.questions_besides import UNKNOWN, choices_besides, words_besides
from coach.samples import SURVEYED
from coach.smart import aim_of, is_open, metric_name, wants_less
from coach.speech import Button, Line, Part, Picker, PickerKind, Row, Speech, Style, Verb
from coach.targets import level_after

ALL_THERE = "all_there"
OTHER_METRIC = "other"


def ask(draft: Draft, slot: Slot, today: date) -> Speech:
    """The question for one slot, with its buttons and the small print."""
    parts: list[Part] = [Line(_words(draft, slot))]
    if slot is Slot.BASELINE and draft.metric in SURVEYED and draft.answers is None:
        parts.append(Line(AnswersHint(), Style.QUIET))
    parts += [Row(tuple(row)) for row in _rows(draft, slot, today) if row]
    parts.append(Row(_always(draft, slot)))
    return Speech(tuple(parts))


def ideas(draft: Draft) -> tuple[Row, ...]:
    """Usual levers of the metric, each of which can be pressed as it stands."""
    levers = METRICS[draft.metric].levers[:4] if draft.metric is not None else ()
    labels = [choices.Lever(lever) for lever in levers]
    rows = tuple(Row((replace(_answer(draft, Slot.LEVER, "", label), says=label),)) for label in labels)
    return (*rows, Row(_always(draft, Slot.LEVER)))


def settled(draft: Draft, slot: Slot, answer: Message) -> Speech:
    """The same question once it is answered: nothing left to press."""
    return Speech((Line(_words(draft, slot)), Line(say.Answered(answer), Style.QUIET)))


def same_question(one: Slot | None, other: Slot | None) -> bool:
    """Whether two slots are asked in one question (where the figure comes from, and what it takes)."""
    reach = {Slot.ORIGIN, Slot.RESOURCES}
    return one == other or {one, other} == reach


def _words(draft: Draft, slot: Slot) -> Message:
    """The question itself."""
    metric = metric_name(draft)
    figure = _figure_without_unit(draft, slot)
    if figure is not None:
        return asking.AskUnit(figure)
    match slot:
        case Slot.PART:
            return asking.AskPart(draft.parts[0], draft.parts[1])
        case Slot.METRIC:
            if draft.meant is not None:
                return asking.AskMetricInstead(MetricName(draft.meant), metric)
            return asking.AskMetricAmong(draft.wish) if draft.alternatives else asking.AskMetric()
        case Slot.BASELINE | Slot.TARGET:
            return _level_words(draft, slot)
        case Slot.CHANGE:
            return _change_words(draft)
        case Slot.DEADLINE:
            return asking.AskDeadline()
        case Slot.LEVER:
            return asking.AskLever(metric, owner_of(draft))
        case Slot.ORIGIN | Slot.RESOURCES:
            return _reach_words(draft, slot)
        case Slot.GUARD | Slot.ANSWERS:
            return words_besides(draft, slot)
        case _:
            return asking.AskRelevance(metric)


def _level_words(draft: Draft, slot: Slot) -> Message:
    """Where it is, or where it should be."""
    metric = metric_name(draft)
    if slot is Slot.BASELINE:
        return asking.AskBaselineVague(metric, draft.vague) if draft.vague else asking.AskBaseline(metric)
    if draft.baseline is None:
        return asking.AskTargetBlind(metric)
    return asking.AskTarget(metric, draft.baseline)


def owner_of(draft: Draft) -> Person:
    """Who leads: whoever was named, else the author."""
    if draft.owner is None and draft.owner_name is not None:
        return Person(name=draft.owner_name)
    return Person(user=draft.owner or draft.author)


def _figure_without_unit(draft: Draft, slot: Slot) -> Quantity | None:
    if slot not in draft.unit_open:
        return None
    return draft.baseline if slot is Slot.BASELINE else draft.target or draft.delta


def both_changes(draft: Draft) -> tuple[Quantity, Quantity] | None:
    """The levels that an open change makes, read as points and as percent; None without a baseline."""
    if draft.baseline is None or draft.delta is None:
        return None
    less = wants_less(draft)
    as_points = Quantity(value=draft.delta.value, unit=Unit.POINTS)
    as_percent = Quantity(value=draft.delta.value, unit=Unit.PERCENT)
    return (
        level_after(draft.baseline, as_points, decrease=less),
        level_after(draft.baseline, as_percent, decrease=less),
    )


def _change_words(draft: Draft) -> Message:
    change = draft.delta or Quantity(value=0, unit=Unit.PERCENT)
    both = both_changes(draft)
    return asking.AskChange(change, *both) if both else asking.AskChangeBlind(change)


def _reach_words(draft: Draft, slot: Slot) -> Message:
    aim, change = aim_of(draft), draft.delta
    both = is_open(draft, Slot.ORIGIN) and is_open(draft, Slot.RESOURCES)
    if slot is Slot.RESOURCES and not both:
        return asking.AskResources()
    if aim is not None:
        return asking.AskReach(aim) if both else asking.AskOrigin(aim)
    shown = change or Quantity(value=0, unit=Unit.PERCENT)
    return asking.AskReachOfChange(shown) if both else asking.AskOriginOfChange(shown)


def _rows(draft: Draft, slot: Slot, today: date) -> Sequence[Sequence[Button | Picker]]:
    """What can be pressed to answer."""
    if _figure_without_unit(draft, slot) is not None:
        return [_unit_buttons(draft, slot)]
    match slot:
        case Slot.PART:
            return [
                [_answer(draft, slot, str(i), choices.ChoiceText(part)) for i, part in enumerate(draft.parts)]
            ]
        case Slot.METRIC:
            return _metric_rows(draft)
        case Slot.BASELINE:
            return [[_answer(draft, slot, UNKNOWN, choices.ChoiceUnknown(slot))]]
        case Slot.CHANGE:
            return [_change_buttons(draft)]
        case Slot.DEADLINE:
            return [_deadline_row(draft, today)]
        case Slot.LEVER:
            return [[_answer(draft, slot, UNKNOWN, choices.ChoiceUnknown(slot))]]
        case Slot.ORIGIN | Slot.RESOURCES:
            return _reach_rows(draft)
        case Slot.GUARD | Slot.ANSWERS:
            return [
                [_answer(draft, slot, value, label) for value, label in choices_besides(draft, slot, today)]
            ]
        case _:
            return []


def _answer(draft: Draft, slot: Slot, value: str, label: Message) -> Button:
    return Button(Verb.ANSWER, label, draft.id, draft.version, value, slot)


_OF_CATALOGUE = {
    key: (str(key), choices.ChoiceMetric(MetricName(key))) for key in METRICS if key is not MetricKey.OTHER
}
"""Each metric's value and label, where nothing is held against it by the workspace."""


def _metric_rows(draft: Draft) -> list[list[Button | Picker]]:
    fits = [key for key in (draft.meant, draft.metric, *draft.alternatives) if key is not None]
    buttons: list[Button | Picker] = [
        _answer(
            draft,
            Slot.METRIC,
            _value_of(draft, key),
            choices.ChoiceMetric(MetricName(key, _words_of(draft, key))),
        )
        for key in fits[:4]
    ]
    own = tuple(
        (choice_of(one), choices.ChoiceMetric(name_of(one)))
        for one in draft.own_metrics[:MOST]
        if one != draft.own_metric
    )
    held = {one.metric: one.reference.figure for one in draft.overrides}
    every = own + tuple(
        (str(key), ChoiceMetricHeld(MetricName(key), held[key])) if key in held else usual
        for key, usual in _OF_CATALOGUE.items()
        if key not in fits
    )
    picker = Picker(
        PickerKind.ONE_OF, Verb.ANSWER, choices.PickMetric(), draft.id, draft.version, Slot.METRIC, every
    )
    return [[*buttons, picker]]


def _value_of(draft: Draft, key: MetricKey) -> str:
    return choice_of(draft.own_metric) if key is MetricKey.OTHER and draft.own_metric is not None else key


def _words_of(draft: Draft, key: MetricKey) -> str | None:
    return draft.metric_words if key is MetricKey.OTHER else None


def _unit_buttons(draft: Draft, slot: Slot) -> list[Button]:
    units = (Unit.SECONDS, Unit.MINUTES, Unit.HOURS, Unit.DAYS)
    return [_answer(draft, slot, unit, choices.ChoiceUnit(unit)) for unit in units]


def _change_buttons(draft: Draft) -> list[Button]:
    both = both_changes(draft)
    units = (Unit.POINTS, Unit.PERCENT)
    labels: list[Message] = (
        [choices.ChoiceLevel(unit, level) for unit, level in zip(units, both, strict=True)]
        if both
        else [choices.ChoiceChange(unit) for unit in units]
    )
    return [_answer(draft, Slot.CHANGE, unit, label) for unit, label in zip(units, labels, strict=True)]


def deadlines_offered(today: date) -> tuple[date, date, date]:
    """Three usual ends, by date: six weeks, and those of the two quarters that leave at least a month."""
    ends: list[date] = []
    year, month = today.year, (today.month - 1) // 3 * 3 + 3
    while len(ends) < 2:
        following = date(year + month // 12, month % 12 + 1, 1)
        end = following - timedelta(days=1)
        if (end - today).days >= 30:
            ends.append(end)
        year, month = (year, month + 3) if month < 12 else (year + 1, 3)
    first, second, third = sorted((today + timedelta(weeks=6), *ends))
    return first, second, third


def _deadline_row(draft: Draft, today: date) -> list[Button | Picker]:
    buttons: list[Button | Picker] = [
        _answer(draft, Slot.DEADLINE, day.isoformat(), choices.ChoiceDate(day))
        for day in deadlines_offered(today)
    ]
    picker = Picker(PickerKind.DATE, Verb.ANSWER, choices.PickDate(), draft.id, draft.version, Slot.DEADLINE)
    return [*buttons, picker]


def _reach_rows(draft: Draft) -> list[list[Button | Picker]]:
    rows: list[list[Button | Picker]] = []
    if is_open(draft, Slot.ORIGIN):
        rows.append([_answer(draft, Slot.ORIGIN, origin, choices.ChoiceOrigin(origin)) for origin in Origin])
    if is_open(draft, Slot.RESOURCES):
        options = tuple((str(resource), choices.ChoiceLacking(resource)) for resource in Resource)
        rows.append(
            [
                _answer(draft, Slot.RESOURCES, ALL_THERE, choices.ChoiceAllThere()),
                Picker(
                    PickerKind.SOME_OF,
                    Verb.ANSWER,
                    choices.PickLacking(),
                    draft.id,
                    draft.version,
                    Slot.RESOURCES,
                    options,
                    beside=choices.OrLacking(),
                ),
            ]
        )
    return rows


def _always(draft: Draft, slot: Slot) -> tuple[Button, ...]:
    """What goes below every question: why, back, give up."""
    buttons = [Button(Verb.WHY, choices.LabelWhy(), draft.id, draft.version, slot=slot)]
    if draft.trail:
        buttons.append(Button(Verb.BACK, choices.LabelBack(), draft.id, draft.version, slot=slot))
    buttons.append(Button(Verb.CANCEL, choices.LabelCancel(), draft.id, draft.version, slot=slot))
    return tuple(buttons)
