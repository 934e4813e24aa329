"""A workspace's own metrics and references: added, changed, removed, and any of it taken back."""

import re
from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from coach.errors import Refused
from coach.language import read_reply
from coach.language.plain import fold
from coach.language.reading import Slot
from coach.messages import own_metrics as say
from coach.messages.base import Message, MetricName
from coach.messages.following import LabelUndo
from coach.messages.own_metrics import OwnField
from coach.metrics import MetricKey, Polarity
from coach.own_levels import check_own_level, in_own_unit, name_of
from coach.own_metrics import LONGEST_NAME, MOST, Override, OwnMetric, OwnReference
from coach.quantity import Quantity, Unit
from coach.roles import Deed, may_somewhere
from coach.speech import Button, Line, Row, Speech, Verb
from coach.targets import check_level, in_metric_unit
from coach.usecases.call import Call

NEW = "-"
"""What a form is about that adds a metric."""
LONGEST_SOURCE = 120
OTHER_NAMES = 5
"""Other names that a metric may have."""
LETTERS = 3
"""Letters of a name at the least: "de" or "to" stands in every other sentence."""
SEVERAL = re.compile(r"\d[^\d,.:]*(?:\b(?:à|et|ou|to|and|or)\b|[-–])\s*\d", re.IGNORECASE)
"""Two figures in a field that takes one."""
BELOW_ZERO = re.compile(r"\s*[-−–]\s*(?=\d)")


def may_keep(call: Call) -> bool:
    """Whether the person may add to the catalogue: whoever leads a goal, or administers the workspace."""
    goals = call.uow.goals.of_person(call.workspace, call.user)
    return may_somewhere(call.user, Deed.CATALOGUE, goals, admin=call.person.admin)


def found(call: Call, key: str) -> OwnMetric | Override | None:
    """A metric of the workspace's own, or its reference of a metric of the catalogue."""
    kept = call.uow.own_metrics
    if key in set(MetricKey):
        return next((one for one in kept.overrides(call.workspace) if one.metric == key), None)
    return next((one for one in kept.metrics(call.workspace) if one.key == key), None)


def metric_to_change(call: Call, key: str) -> OwnMetric | None:
    """The metric that a form is to change; None for a new one."""
    one = found(call, key)
    return one if isinstance(one, OwnMetric) else None


def reference_to_change(call: Call, key: str) -> Override | None:
    """The reference that a form is to change; None where the workspace has none yet."""
    one = found(call, key)
    return one if isinstance(one, Override) else None


def refused(call: Call) -> bool:
    """Say who may, to somebody who may not."""
    call.say(say.OwnMetricsNotYours())
    return True


# --- the forms -----------------------------------------------------------------------------------
def save_metric(
    call: Call, key: str, form: Mapping[str, str], known: Mapping[str, MetricKey]
) -> dict[str, Message]:
    """Take the form of a metric; an error at its field where something does not hold, and nothing is kept.

    Args:
        call: Who sent it.
        key: Which metric it changes, or `NEW`.
        form: Values by `OwnField`; an empty field is missing.
        known: The catalogue's metrics by the names that people read, folded.
    """
    if not may_keep(call):
        refused(call)
        return {}
    before = metric_to_change(call, key)
    others = [one for one in call.uow.own_metrics.metrics(call.workspace) if one.key != key]
    if before is None and len(others) >= MOST:
        return {OwnField.NAME: say.OwnMetricsFull(MOST)}
    name = " ".join(form.get(OwnField.NAME, "").split())[:LONGEST_NAME]
    names = [
        " ".join(one.split())[:LONGEST_NAME] for one in re.split(r"[,;\n]", form.get(OwnField.NAMES, ""))
    ]
    errors: dict[str, Message] = {}
    kept = tuple(dict.fromkeys(one for one in names if one))[:OTHER_NAMES]
    for field, told in ((OwnField.NAME, (name,)), (OwnField.NAMES, kept)):
        wrong = next((error for one in told if (error := _wrong_name(one, others, known))), None)
        if wrong is not None:
            errors[field] = wrong
    bare = OwnMetric(
        workspace=call.workspace,
        key=before.key if before is not None else call.ids.new(),
        name=name or NEW,
        unit=Unit(form.get(OwnField.UNIT, Unit.PERCENT)),
        polarity=Polarity(form.get(OwnField.POLARITY, Polarity.HIGHER)),
        names=kept,
        version=before.version + 1 if before is not None else 1,
    )
    bounds = {
        field: _figure(call, bare, form[field], field, errors)
        for field in (OwnField.LOWEST, OwnField.HIGHEST)
        if form.get(field)
    }
    made = _bounded(bare, bounds, errors)
    reference = _reference(call, made, form, errors)
    if errors:
        return errors
    made = made.model_copy(update={"reference": reference})
    call.uow.own_metrics.put(made)
    _say(call, say.OwnMetricChanged(name) if before is not None else say.OwnMetricAdded(name), made, before)
    return {}


def save_reference(call: Call, key: str, form: Mapping[str, str]) -> dict[str, Message]:
    """Take the form of the workspace's own reference of a metric of the catalogue."""
    if not may_keep(call):
        refused(call)
        return {}
    metric, before = MetricKey(key), reference_to_change(call, key)
    errors: dict[str, Message] = {}
    reference = _reference(call, metric, form, errors)
    if errors or reference is None:
        return errors or {OwnField.FIGURE: say.OwnFigureNotRead()}
    version = before.version + 1 if before is not None else 1
    made = Override(workspace=call.workspace, metric=metric, reference=reference, version=version)
    call.uow.own_metrics.put(made)
    told = say.OwnReferenceSet(MetricName(metric), reference.figure, reference.source)
    _say(call, told, made, before)
    return {}


def _wrong_name(name: str, others: Sequence[OwnMetric], known: Mapping[str, MetricKey]) -> Message | None:
    """Why a metric cannot have this name; None where it can."""
    if sum(letter.isalpha() for letter in name) < LETTERS:
        return say.OwnNameEmpty()
    taken = {fold(known): one for one in others for known in (one.name, *one.names)}
    if fold(name) in taken:
        return say.OwnNameTaken(taken[fold(name)].name)
    if fold(name) in known:
        return say.OwnNameKnown(MetricName(known[fold(name)]))
    return None


def _bounded(
    bare: OwnMetric, bounds: dict[OwnField, Quantity | None], errors: dict[str, Message]
) -> OwnMetric:
    """The metric with its bounds; without them where they cross."""
    lowest, highest = (
        figure.value if (figure := bounds.get(field)) is not None else None
        for field in (OwnField.LOWEST, OwnField.HIGHEST)
    )
    if lowest is not None and highest is not None and lowest >= highest:
        errors[OwnField.HIGHEST] = say.OwnBoundsCrossed()
        return bare
    return bare.model_copy(update={"lowest": lowest, "highest": highest})


def _reference(
    call: Call, of: OwnMetric | MetricKey, form: Mapping[str, str], errors: dict[str, Message]
) -> OwnReference | None:
    """The reference that a form tells: both its figure and its source, or neither."""
    text, source = form.get(OwnField.FIGURE, "").strip(), form.get(OwnField.SOURCE, "").strip()
    if not text and source:
        errors[OwnField.FIGURE] = say.OwnFigureMissing()
    if text and not source:
        errors[OwnField.SOURCE] = say.OwnSourceMissing()
    if not text:
        return None
    figure = _figure(call, of, text, OwnField.FIGURE, errors)
    if figure is None or not source:
        return None
    return OwnReference(figure=figure, source=source[:LONGEST_SOURCE])


def _figure(
    call: Call, of: OwnMetric | MetricKey, text: str, field: OwnField, errors: dict[str, Message]
) -> Quantity | None:
    """A field's figure in the metric's unit and within its bounds; None where that is an error."""
    key = of if isinstance(of, MetricKey) else MetricKey.OTHER
    below = BELOW_ZERO.match(text)
    reading = read_reply(
        text[below.end() :] if below else text,
        language=None,
        today=call.today,
        asked=Slot.BASELINE,
        metric=key,
        fallback=call.person.language,
    ).understanding
    level = reading.baseline or reading.target
    if level is None or SEVERAL.search(text):
        errors[field] = say.OwnFigureNotRead()
        return None
    if below:
        level = level.model_copy(update={"value": -level.value})
    try:
        if isinstance(of, MetricKey):
            level = in_metric_unit(of, level)
            check_level(of, level)
            return level
        level = in_own_unit(of, level)
        level = level.model_copy(update={"unit": of.unit})  # "12 a week" of what is counted is 12
        check_own_level(of, level)
    except Refused as refusal:
        errors[field] = refusal.says
        return None
    return level


# --- removing, and taking back -----------------------------------------------------------------------
def remove(call: Call, key: str) -> bool:
    """Drop a metric or a reference; goals under way keep what they had. False where there is no such one."""
    if not may_keep(call):
        return refused(call)
    before = found(call, key)
    if before is None:
        return False
    call.uow.own_metrics.remove(call.workspace, key)
    if isinstance(before, OwnMetric):
        _say(call, say.OwnMetricRemoved(before.name), None, before)
    else:
        _say(call, say.OwnReferenceRemoved(MetricName(before.metric)), None, before)
    return True


def undo(call: Call, key: str, value: str) -> bool:
    """Put back what stood before a change, unless it was changed again since.

    Args:
        call: Who pressed it.
        key: The metric's key.
        value: The version that the change led to (0: none), and what stood before as JSON (none: nothing).
    """
    if not may_keep(call):
        return refused(call)
    told, _, document = value.partition("|")
    now = found(call, key)
    try:
        before = _read(key, document) if document else None
    except ValidationError:
        return False
    named = before or now
    if named is None or (before is not None and before.workspace != call.workspace):
        return False
    name = _name(named)
    if told != str(now.version if now is not None else 0):
        call.say(say.OwnChangedSince(name))
        return True
    if before is None:
        call.uow.own_metrics.remove(call.workspace, key)
    else:
        version = (now.version if now is not None else before.version) + 1
        call.uow.own_metrics.put(before.model_copy(update={"version": version}))
    call.say(say.OwnUndone(name), replaces=call.pressed)
    return True


def _read(key: str, document: str) -> OwnMetric | Override:
    if key in set(MetricKey):
        return Override.model_validate_json(document)
    return OwnMetric.model_validate_json(document)


def _name(one: OwnMetric | Override) -> MetricName:
    return name_of(one) if isinstance(one, OwnMetric) else MetricName(one.metric)


def _say(
    call: Call, told: Message, after: OwnMetric | Override | None, before: OwnMetric | Override | None
) -> None:
    """What was done, with a button that takes it back."""
    one = after or before
    assert one is not None
    key = one.key if isinstance(one, OwnMetric) else one.metric.value
    document = before.model_dump_json(exclude_defaults=True) if before is not None else ""
    value = f"{after.version if after is not None else 0}|{document}"
    button = Button(Verb.UNDO_OWN, LabelUndo(), key, value=value)
    call.say(Speech((Line(told), Row((button,)))))
