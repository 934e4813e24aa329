"""What Slack sends, read: who, what, where; anything that is not ours is nothing."""

from typing import Any

import pytest

from bot import ids
from bot.payloads import (
    action_of,
    caller_of_command,
    caller_of_event,
    caller_of_interaction,
    chosen,
    form_of,
    is_from_a_person,
    people_in,
)
from coach.language.reading import Slot
from coach.outgoing import MessageRef
from coach.speech import Verb


def pressed(**element: Any) -> dict[str, Any]:
    """A button in a message, as Slack tells of it."""
    action = {
        "type": "button",
        "action_id": ids.action_id(Verb.ANSWER, Slot.METRIC, 0),
        "block_id": ids.block_id(ids.Subject("d1", 3, Slot.METRIC), 2),
        "action_ts": "1799000000.5",
        "value": "csat",
    }
    return {
        "type": "block_actions",
        "team": {"id": "T1"},
        "user": {"id": "U1", "team_id": "T1"},
        "container": {"type": "message", "channel_id": "D1", "message_ts": "1799000000.1"},
        "actions": [action | element],
    }


def submitted(values: dict[str, Any]) -> dict[str, Any]:
    """A form that was sent, as Slack tells of it."""
    view = {"id": "V1", "type": "modal", "hash": "h", "state": {"values": values}}
    return {"type": "view_submission", "team": {"id": "T1"}, "user": {"id": "U1"}, "view": view}


def text_field(value: str | None) -> dict[str, Any]:
    return {"figure": {"figure": {"type": "plain_text_input", "value": value}}}


def test_an_event_is_known_by_slack_s_id() -> None:
    body = {"team_id": "T1", "event_id": "Ev1", "event": {"user": "U1", "channel": "D1", "event_ts": "1.2"}}
    caller = caller_of_event(body)
    assert (caller.workspace, caller.user, caller.event, caller.channel) == ("T1", "U1", "Ev1", "D1")


def test_a_command_is_known_by_its_trigger() -> None:
    body = {"team_id": "T1", "user_id": "U1", "trigger_id": "7.8", "channel_id": "C1"}
    assert caller_of_command(body).event == "command:7.8"


def test_a_press_is_known_by_who_when_and_what() -> None:
    one = caller_of_interaction(pressed())
    assert one.pressed == MessageRef(channel="D1", ts="1799000000.1")
    assert one.event == caller_of_interaction(pressed()).event
    assert one.event != caller_of_interaction(pressed(action_ts="1799000001.0")).event
    assert one.event != caller_of_interaction(pressed() | {"user": {"id": "U2"}}).event


def test_a_form_sent_again_with_other_values_is_another_event() -> None:
    first = caller_of_interaction(submitted(text_field("nonsense")))
    assert first.event == caller_of_interaction(submitted(text_field("nonsense"))).event
    assert first.event != caller_of_interaction(submitted(text_field("80 %"))).event


def test_a_press_in_the_home_says_so() -> None:
    body = pressed() | {"container": {"type": "view", "view_id": "V1"}, "view": {"id": "V1", "type": "home"}}
    caller = caller_of_interaction(body)
    assert caller.home
    assert caller.pressed is None


def test_what_was_pressed_and_what_it_is_about() -> None:
    action = action_of(pressed())
    assert action is not None
    assert action.subject == "d1"
    assert (action.pressed.verb, action.pressed.version, action.pressed.slot) == (Verb.ANSWER, 3, Slot.METRIC)
    assert action.pressed.values == ("csat",)


@pytest.mark.parametrize(
    "foreign",
    [{"action_id": "of another app"}, {"action_id": ""}, {"action_id": "answers/metric/0"}],
)
def test_what_is_not_ours_is_nothing(foreign: dict[str, str]) -> None:
    assert action_of(pressed(**foreign)) is None


@pytest.mark.parametrize("block", ["b1", "", "a/b/c/d", "d1/-1/metric/0"])
def test_a_row_that_is_not_ours_is_about_nothing(block: str) -> None:
    action = action_of(pressed(block_id=block))
    assert action is not None
    assert (action.subject, action.pressed.version) == ("", 0)


@pytest.mark.parametrize(
    ("element", "values"),
    [
        ({"type": "button", "value": "x"}, ("x",)),
        ({"type": "button"}, ()),
        ({"type": "static_select", "selected_option": {"value": "a"}}, ("a",)),
        ({"type": "static_select", "selected_option": None}, ()),
        ({"type": "multi_static_select", "selected_options": [{"value": "a"}, {"value": "b"}]}, ("a", "b")),
        ({"type": "users_select", "selected_user": "U1"}, ("U1",)),
        ({"type": "multi_users_select", "selected_users": ["U1", "U2"]}, ("U1", "U2")),
        ({"type": "conversations_select", "selected_conversation": None}, ()),
        ({"type": "datepicker", "selected_date": "2027-03-31"}, ("2027-03-31",)),
        ({"type": "plain_text_input", "value": None}, ()),
        ({"type": "of tomorrow"}, ()),
    ],
)
def test_what_was_chosen(element: dict[str, Any], values: tuple[str, ...]) -> None:
    assert chosen(element) == values


def test_empty_fields_of_a_form_are_left_out() -> None:
    assert form_of(submitted(text_field("80 %"))["view"]) == {"figure": "80 %"}
    assert form_of(submitted(text_field(None))["view"]) == {}
    assert form_of({}) == {}


def test_everybody_who_is_named_is_found() -> None:
    assert people_in(None, "with <@U1> and <@W2|karim>, not <#C1> nor <@here>") == ["U1", "W2"]
    owner = action_of(
        pressed(type="users_select", action_id=ids.action_id(Verb.SET_OWNER, None, 0), selected_user="U3")
    )
    assert people_in(owner) == ["U3"]


@pytest.mark.parametrize(
    ("event", "person"),
    [
        ({"user": "U1", "text": "a"}, True),
        ({"user": "U1", "subtype": "file_share"}, True),
        ({"user": "U1", "bot_id": "B1"}, False),
        ({"user": "U1", "subtype": "message_changed"}, False),
        ({"text": "a"}, False),
    ],
)
def test_only_what_a_person_wrote_is_heard(event: dict[str, Any], person: bool) -> None:
    assert is_from_a_person(event) is person
