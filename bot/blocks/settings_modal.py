"""The form of a person's own settings."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from bot import ids
from bot.blocks.speech import Block, plain_text
from coach.language.reading import Language
from coach.messages import forms
from coach.messages import settings as say
from coach.messages.base import Message
from coach.messages.cards import ChoiceHour
from coach.messages.rhythm import Closeness, ClosenessChoice
from coach.messages.settings import Place, SettingField
from coach.people import Profile
from coach.speech import Verb
from coach.usecases.settings import AS_IN_SLACK, place_of

HOURS = tuple(time(hour, minute) for hour in range(7, 20) for minute in (0, 30))
TITLE = 24
FIELD = 2000
OPTION = 75
# fmt: off
ZONES = (
    "Europe/Paris", "Europe/Brussels", "Europe/Luxembourg", "Europe/Zurich", "Europe/London",
    "Europe/Dublin", "Europe/Lisbon", "Europe/Madrid", "Europe/Berlin", "Europe/Rome", "Europe/Warsaw",
    "Europe/Bucharest", "Europe/Athens", "Europe/Istanbul", "Africa/Casablanca", "Africa/Algiers",
    "Africa/Tunis", "Africa/Dakar", "Africa/Abidjan", "Africa/Douala", "Africa/Johannesburg",
    "Indian/Antananarivo", "Indian/Mauritius", "Indian/Reunion", "Asia/Beirut", "Asia/Dubai",
    "Asia/Kolkata", "Asia/Manila", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney",
    "Pacific/Noumea", "Pacific/Auckland", "Pacific/Tahiti", "America/Martinique", "America/Guadeloupe",
    "America/Cayenne", "America/Sao_Paulo", "America/St_Johns", "America/Halifax", "America/Toronto",
    "America/Montreal", "America/New_York", "America/Chicago", "America/Winnipeg", "America/Denver",
    "America/Edmonton", "America/Los_Angeles", "America/Vancouver", "UTC",
)
# fmt: on
"""Zones where contact centres that work in French or English are; anybody else's own is added."""


def settings_modal(person: Profile) -> dict[str, Any]:
    """Language, zone, public holidays, hours and check-ins, filled in with what was chosen."""
    language, choices = person.language, person.choices
    own = [choices.zone] if choices.zone and choices.zone not in ZONES else []
    languages = [(one.value, say.LanguageName(one)) for one in Language]
    zones = [(name, say.ZoneName(name)) for name in [*own, *ZONES]]
    places = [(one.value, say.PlaceName(one)) for one in Place]
    place = place_of(choices)
    own_hour = {choices.check_in_at} if choices.check_in_at is not None else set[time]()
    hours = [(f"{one:%H:%M}", ChoiceHour(one)) for one in sorted({*HOURS, *own_hour})]
    at = f"{choices.check_in_at:%H:%M}" if choices.check_in_at is not None else None
    ways = [(one.value, ClosenessChoice(one)) for one in Closeness]
    blocks = [
        _select(SettingField.LANGUAGE, languages, choices.language, language),
        _select(SettingField.ZONE, zones, choices.zone, language),
        _select(SettingField.PLACE, places, place, language)
        | {"hint": plain_text(say.PlaceHint(), language, FIELD)},
        _hour(SettingField.STARTS, choices.day_starts, language),
        _hour(SettingField.ENDS, choices.day_ends, language)
        | {"hint": plain_text(say.HoursHint(), language, FIELD)},
        _select(SettingField.ASKED_AT, hours, at, language, say.AsEachGoalSays())
        | {"hint": plain_text(say.AskedAtHint(), language, FIELD)},
        _select(SettingField.CLOSENESS, ways, choices.intensity, language, say.AsEachGoalSays()),
    ]
    return {
        "type": "modal",
        "callback_id": ids.view_id(Verb.SETTINGS, ids.Subject("")),
        "title": plain_text(say.SettingsTitle(), language, TITLE),
        "submit": plain_text(forms.LabelSave(), language, TITLE),
        "close": plain_text(forms.LabelClose(), language, TITLE),
        "blocks": blocks,
    }


def _select(
    field: SettingField,
    told: Sequence[tuple[str, Message]],
    chosen: str | None,
    language: Language,
    otherwise: Message | None = None,
) -> Block:
    """A list whose first entry leaves the choice to Slack, or to what `otherwise` names."""
    entries: list[tuple[str, Message]] = [(AS_IN_SLACK, otherwise or say.AsInSlack()), *told]
    options = [{"text": plain_text(label, language, OPTION), "value": value} for value, label in entries]
    picked = next((one for one in options if one["value"] == chosen), options[0])
    return _input(field, {"type": "static_select", "options": options, "initial_option": picked}, language)


def _hour(field: SettingField, at: time, language: Language) -> Block:
    return _input(field, {"type": "timepicker", "initial_time": at.strftime("%H:%M")}, language)


def _input(field: SettingField, element: Block, language: Language) -> Block:
    return {
        "type": "input",
        "block_id": field.value,
        "label": plain_text(say.SettingLabel(field), language, FIELD),
        "element": element | {"action_id": field.value},
    }
