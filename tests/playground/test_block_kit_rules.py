"""What Slack refuses in blocks and views, and the words in which it says so."""

from typing import Any

import pytest

from bot.playground.errors import SlackRefusal
from bot.playground.rules_blocks import check_message_blocks, check_view

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def section(text: str = "Bonjour", **more: Any) -> Json:
    return {"type": "section", "text": mrkdwn(text), **more}


def button(**more: Any) -> Json:
    return {"type": "button", "text": plain("OK"), "action_id": "ok", **more}


def actions(*elements: Json, **more: Any) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def option(text: str = "Un", value: str = "1") -> Json:
    return {"text": plain(text), "value": value}


def select(**more: Any) -> Json:
    return {"type": "static_select", "action_id": "s", "options": [option()], **more}


def field(element: Json, **more: Any) -> Json:
    return {"type": "input", "block_id": "f", "label": plain("Cible"), "element": element, **more}


def modal(*blocks: Json, **more: Any) -> Json:
    return {
        "type": "modal",
        "title": plain("Objectif"),
        "submit": plain("OK"),
        "blocks": list(blocks),
        **more,
    }


def refusal(*blocks: Any) -> SlackRefusal:
    with pytest.raises(SlackRefusal) as caught:
        check_message_blocks(list(blocks), lambda name: name == "F1")
    return caught.value


def view_refusal(view: Any, surface: str = "modal") -> SlackRefusal:
    with pytest.raises(SlackRefusal) as caught:
        check_view(view, surface, lambda _name: False)
    return caught.value


def accepted(*blocks: Json) -> None:
    check_message_blocks(list(blocks), lambda name: name == "F1")


def test_a_section_of_3000_characters_is_accepted() -> None:
    accepted(section("x" * 3000))


def test_a_section_over_3000_characters_is_refused_in_slacks_words() -> None:
    found = refusal(section(), section("x" * 3001))
    assert found.code == "invalid_blocks"
    assert found.messages == ("must be less than 3001 characters [json-pointer:/blocks/1/text/text]",)
    assert found.body()["response_metadata"]["messages"] == [
        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]"
    ]


def test_an_empty_text_is_refused() -> None:
    assert refusal(section("")).messages == (
        "must be more than 0 characters [json-pointer:/blocks/0/text/text]",
    )


@pytest.mark.parametrize(
    ("block", "complaint", "pointer"),
    [
        ({"type": "section"}, "must define either `text` or `fields`", "/type"),
        (section(fields=[mrkdwn("x")] * 11), "no more than 10 items allowed", "/fields"),
        (section(fields=[mrkdwn("x" * 2001)]), "must be less than 2001 characters", "/fields/0/text"),
        (section(colour="red"), "invalid additional property: colour", ""),
        ({"type": "table"}, "unsupported type: table", "/type"),
        ({"text": "x"}, "missing required field: type", ""),
        ({"type": "header", "text": plain("x" * 151)}, "must be less than 151 characters", "/text/text"),
        ({"type": "header", "text": mrkdwn("x")}, "unsupported type: mrkdwn", "/text/type"),
        ({"type": "divider", "text": "x"}, "invalid additional property: text", ""),
        (
            actions(*[button(action_id=str(n)) for n in range(26)]),
            "no more than 25 items allowed",
            "/elements",
        ),
        (actions(), "no less than 1 item required", "/elements"),
        (actions(button(), button()), "`action_id` ok already exists", "/elements/1/action_id"),
        (actions(button(text=plain("x" * 76))), "must be less than 76 characters", "/elements/0/text/text"),
        (actions(button(value="x" * 2001)), "must be less than 2001 characters", "/elements/0/value"),
        (
            actions(button(url="https://a.b/" + "x" * 3000)),
            "must be less than 3001 characters",
            "/elements/0/url",
        ),
        (actions(button(style="green")), "must be a valid enum value: primary, danger", "/elements/0/style"),
        (actions(button(action_id="x" * 256)), "must be less than 256 characters", "/elements/0/action_id"),
        (
            actions({"type": "plain_text_input", "action_id": "a"}),
            "unsupported type: plain_text_input",
            "/elements/0/type",
        ),
        (
            actions(button(confirm={"title": plain("x")})),
            "missing required field: text",
            "/elements/0/confirm",
        ),
        ({"type": "context", "elements": [mrkdwn("x")] * 11}, "no more than 10 items allowed", "/elements"),
        ({"type": "context", "elements": [button()]}, "unsupported type: button", "/elements/0/type"),
        (
            actions(select(options=[option(value=str(n)) for n in range(101)])),
            "no more than 100 items allowed",
            "/elements/0/options",
        ),
        (
            actions(select(options=[option(value="x" * 151)])),
            "must be less than 151 characters",
            "/elements/0/options/0/value",
        ),
        (
            actions(select(options=[option(text="x" * 76)])),
            "must be less than 76 characters",
            "/elements/0/options/0/text/text",
        ),
        (actions(select(options=[])), "no less than 1 item required", "/elements/0/options"),
        (
            actions(select(options=[option(), option("Deux")])),
            "must not contain duplicate values",
            "/elements/0/options/1",
        ),
        (
            actions(select(initial_option=option("Autre", "9"))),
            "must match one of the options",
            "/elements/0/initial_option",
        ),
        (actions(select(initial_option=None)), "must provide an object", "/elements/0/initial_option"),
        (
            actions(select(placeholder=plain("x" * 151))),
            "must be less than 151 characters",
            "/elements/0/placeholder/text",
        ),
        (
            actions(
                {"type": "overflow", "action_id": "o", "options": [option(value=str(n)) for n in range(6)]}
            ),
            "no more than 5 items allowed",
            "/elements/0/options",
        ),
        (
            actions(
                {"type": "checkboxes", "action_id": "c", "options": [option(value=str(n)) for n in range(11)]}
            ),
            "no more than 10 items allowed",
            "/elements/0/options",
        ),
        (
            actions({"type": "datepicker", "action_id": "d", "initial_date": "4/1/2027"}),
            "must be a date in the form YYYY-MM-DD",
            "/elements/0/initial_date",
        ),
        (
            actions({"type": "datepicker", "action_id": "d", "initial_date": "2027-02-30"}),
            "must be a valid date",
            "/elements/0/initial_date",
        ),
        (
            actions({"type": "timepicker", "action_id": "t", "initial_time": "9:00"}),
            "must be a time in the form HH:mm",
            "/elements/0/initial_time",
        ),
        ({"type": "image", "slack_file": {"id": "F1"}}, "missing required field: alt_text", ""),
        ({"type": "image", "alt_text": "x", "slack_file": {"id": "F2"}}, "invalid slack file", "/slack_file"),
        (
            {"type": "image", "alt_text": "x", "image_url": "http://127.0.0.1/x.png"},
            "downloading image failed",
            "/image_url",
        ),
        ({"type": "image", "alt_text": "x"}, "must define either `image_url` or `slack_file`", ""),
        (
            field({"type": "plain_text_input", "action_id": "a", "max_length": 3001}),
            "must be less than or equal to 3000",
            "/element/max_length",
        ),
        (
            field({"type": "plain_text_input", "action_id": "a", "max_length": 3, "initial_value": "1234"}),
            "must be less than 4 characters",
            "/element/initial_value",
        ),
        (
            field({"type": "plain_text_input", "action_id": "a"}, label=plain("x" * 2001)),
            "must be less than 2001 characters",
            "/label/text",
        ),
        (field(button()), "unsupported type: button", "/element/type"),
        (section(block_id="x" * 256), "must be less than 256 characters", "/block_id"),
        (
            {"type": "rich_text", "elements": [{"type": "text", "text": "x"}]},
            "unsupported type: text",
            "/elements/0/type",
        ),
    ],
)
def test_slack_says_what_is_wrong_with_a_block_and_where(block: Json, complaint: str, pointer: str) -> None:
    assert f"{complaint} [json-pointer:/blocks/0{pointer}]" in refusal(block).messages


@pytest.mark.parametrize(
    "block",
    [
        section(accessory=button()),
        section(accessory={"type": "multi_users_select", "action_id": "u", "placeholder": plain("Qui ?")}),
        actions(button(style="danger", confirm={"title": plain("Sûr ?"), "text": mrkdwn("*Oui*")})),
        actions(select(initial_option=option())),
        actions({"type": "overflow", "action_id": "o", "options": [option()]}),
        field({"type": "number_input", "action_id": "n", "is_decimal_allowed": False, "min_value": "0"}),
        field({"type": "plain_text_input", "action_id": "p"}, dispatch_action=True, hint=plain("x")),
        {"type": "image", "alt_text": "courbe", "slack_file": {"id": "F1"}, "title": plain("x")},
        {"type": "context", "elements": [mrkdwn("x"), plain("y")]},
        {"type": "markdown", "text": "# x"},
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]}],
        },
    ],
)
def test_what_slack_documents_is_accepted(block: Json) -> None:
    accepted(block)


def test_fifty_blocks_are_a_message_and_fifty_one_are_not() -> None:
    accepted(*[section()] * 50)
    assert refusal(*[section()] * 51).messages == ("no more than 50 items allowed [json-pointer:/blocks]",)


def test_a_block_id_stands_once_in_a_message() -> None:
    found = refusal(section(block_id="a"), section(block_id="a"))
    assert found.messages == ("`block_id` a already exists [json-pointer:/blocks/1/block_id]",)


def test_all_blocks_together_hold_13200_characters() -> None:
    accepted(*[section("x" * 2640) for _ in range(5)])
    found = refusal(*[section("x" * 2640) for _ in range(5)], section("x"))
    assert found.code == "msg_blocks_too_long"


def test_blocks_that_are_no_list_of_objects_have_their_own_error() -> None:
    with pytest.raises(SlackRefusal, match="invalid_blocks_format"):
        check_message_blocks("[]", lambda _name: False)
    assert refusal("x").code == "invalid_blocks_format"


def test_a_modal_title_has_24_characters() -> None:
    found = view_refusal(modal(section(), title=plain("x" * 25)))
    assert found.code == "invalid_arguments"
    assert found.messages == ("must be less than 25 characters [json-pointer:/view/title/text]",)


@pytest.mark.parametrize("key", ["submit", "close"])
def test_a_modal_button_has_24_characters(key: str) -> None:
    found = view_refusal(modal(section(), **{key: plain("x" * 25)}))
    assert found.messages == (f"must be less than 25 characters [json-pointer:/view/{key}/text]",)


def test_a_modal_with_an_input_must_define_submit() -> None:
    view = modal(section(), field({"type": "plain_text_input", "action_id": "a"}))
    del view["submit"]
    assert view_refusal(view).messages == (
        "must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/1]",
    )


def test_private_metadata_has_3000_characters() -> None:
    found = view_refusal(modal(section(), private_metadata="x" * 3001))
    assert "must be less than 3001 characters [json-pointer:/view/private_metadata]" in found.messages


def test_a_view_has_a_hundred_blocks() -> None:
    check_view(modal(*[section()] * 100), "modal", lambda _name: False)
    found = view_refusal(modal(*[section()] * 101))
    assert found.messages == ("no more than 100 items allowed [json-pointer:/view/blocks]",)


def test_a_view_has_250_kilobytes() -> None:
    assert view_refusal(modal(*[section("é" * 3000)] * 50)).code == "view_too_large"


def test_a_home_is_no_place_for_a_title_nor_a_markdown_block() -> None:
    home = {"type": "home", "title": plain("x"), "blocks": [{"type": "markdown", "text": "x"}]}
    assert view_refusal(home, "home").messages == (
        "invalid additional property: title [json-pointer:/view]",
        "unsupported type: markdown [json-pointer:/view/blocks/0/type]",
    )


def test_a_modal_cannot_be_published_as_a_home() -> None:
    assert (
        "unsupported type: modal [json-pointer:/view/type]" in view_refusal(modal(section()), "home").messages
    )


def test_only_one_element_asks_for_the_focus() -> None:
    one = {"type": "plain_text_input", "action_id": "a", "focus_on_load": True}
    found = view_refusal(modal(field(one), field(one, block_id="g")))
    assert found.messages == (
        "only one element may be focused on load [json-pointer:/view/blocks/1/element/focus_on_load]",
    )
