"""A person's own settings, over what Slack tells of them."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from coach.following import ScheduleKind
from coach.goal import Intensity
from coach.language.reading import Language
from coach.messages import settings as say
from coach.messages.base import Message
from coach.messages.rhythm import Closeness
from coach.messages.settings import Place, SettingField
from coach.people import Choices
from coach.scheduling import next_check_in
from coach.speech import Button, Line, Row, Speech, Verb
from coach.usecases.call import Call
from coach.usecases.goal_lines import RUNNING

AS_IN_SLACK = "slack"
"""The value of the option that leaves a field to Slack, or to what each goal says."""
SHORTEST_DAY = timedelta(hours=1)


def show_settings(call: Call) -> None:
    """The settings as they stand, with a button that opens the form."""
    choices = call.person.choices
    now = say.SettingsNow(call.person.zone, choices.day_starts, choices.day_ends)
    button = Button(Verb.SETTINGS, say.LabelChangeSettings(), "")
    call.say(Speech((Line(now), *_over_the_goals(choices), Row((button,)))))


def _over_the_goals(choices: Choices) -> list[Line]:
    """What the person chose over what their goals say."""
    lines: list[Line] = []
    if choices.check_in_at is not None:
        lines.append(Line(say.AskedAtNow(choices.check_in_at)))
    if choices.intensity is not None:
        lines.append(Line(say.ClosenessNow(Closeness(choices.intensity))))
    return lines


def save(call: Call, form: Mapping[str, str]) -> dict[str, Message]:
    """Take the form; an error at its field where something does not hold, and then nothing is changed.

    Args:
        call: Whose settings they are.
        form: Values by field; one that is missing is as in Slack.
    """
    chosen = {field: value for field, value in form.items() if value != AS_IN_SLACK}
    before = call.person.choices
    starts = _hour(chosen.get(SettingField.STARTS), before.day_starts)
    ends = _hour(chosen.get(SettingField.ENDS), before.day_ends)
    if _minutes(ends) - _minutes(starts) < SHORTEST_DAY:
        return {SettingField.ENDS: say.HoursTooShort()}
    at, closeness = chosen.get(SettingField.ASKED_AT), chosen.get(SettingField.CLOSENESS)
    asked_at = time.fromisoformat(at) if at else None
    if asked_at is not None and not starts <= asked_at < ends:
        return {SettingField.ASKED_AT: say.AskedOutOfHours()}
    country, _, region = chosen.get(SettingField.PLACE, "").partition("-")
    language = chosen.get(SettingField.LANGUAGE)
    choices = before.model_copy(
        update={
            "language": Language(language) if language in set(Language) else None,
            "zone": chosen.get(SettingField.ZONE),
            "country": country or None,
            "region": region or None,
            "day_starts": starts,
            "day_ends": ends,
            "check_in_at": asked_at,
            "intensity": Intensity(closeness) if closeness in set(Intensity) else None,
        }
    )
    left_to_slack = any(
        getattr(before, name) is not None and getattr(choices, name) is None
        for name in ("language", "zone", "country")
    )
    person = call.person.chosen(choices)
    if left_to_slack:
        person = person.model_copy(update={"refreshed_at": None})  # Slack is asked at the next meeting
    call.person = person
    call.uow.people.put(person)
    _move_check_ins(call)
    call.say(Speech((Line(say.SettingsKept(person.zone, starts, ends)), *_over_the_goals(choices))))
    return {}


def _hour(text: str | None, otherwise: time) -> time:
    return time.fromisoformat(text) if text else otherwise


def _minutes(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute)


def _move_check_ins(call: Call) -> None:
    """The person's next check-ins, at their hour in the zone that is theirs now."""
    for goal in call.uow.goals.of_person(call.workspace, call.user):
        if goal.state not in RUNNING:
            continue
        for schedule in call.uow.schedules.of_goal(call.workspace, goal.id):
            mine = schedule.user == call.user and schedule.kind is ScheduleKind.CHECK_IN
            if mine and schedule.due_at is not None:
                due: datetime | None = next_check_in(goal, call.person, call.now)
                call.uow.schedules.put(schedule.model_copy(update={"due_at": due}))


def place_of(choices: Choices) -> Place | None:
    """The place that was chosen, or None where it is left to Slack."""
    if choices.country is None:
        return None
    name = f"{choices.country}-{choices.region}" if choices.region else choices.country
    return Place(name) if name in set(Place) else None
