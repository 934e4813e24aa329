"""Modals and App Homes: opened by a trigger, three deep, changed under a hash."""

from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.playground import CannotDo, FieldsRefused, Playground
from bot.playground.testing import HearingApp, StillClock

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


BUTTON = {"type": "button", "text": plain("Suite"), "action_id": "next"}
MODAL: Json = {
    "type": "modal",
    "title": plain("Objectif"),
    "submit": plain("Enregistrer"),
    "close": plain("Annuler"),
    "callback_id": "goal",
    "notify_on_close": True,
    "blocks": [
        {
            "type": "input",
            "block_id": "target",
            "label": plain("Cible"),
            "hint": plain("En pourcentage"),
            "element": {"type": "plain_text_input", "action_id": "v", "max_length": 5},
        },
        {
            "type": "input",
            "block_id": "owner",
            "label": plain("Responsable"),
            "optional": True,
            "element": {"type": "users_select", "action_id": "v", "placeholder": plain("Choisir")},
        },
        {"type": "actions", "block_id": "acts", "elements": [BUTTON]},
    ],
}


def error(call: Callable[..., Any], **arguments: Any) -> str:
    with pytest.raises(SlackApiError) as caught:
        call(**arguments)
    return str(caught.value.response["error"])


@pytest.fixture
def trigger(playground: Playground, app: HearingApp) -> Callable[[], str]:
    def fresh() -> str:
        playground.person("Claire").command("/goal", "")
        return str(app.of("command")[-1]["trigger_id"])

    return fresh


def test_a_trigger_opens_one_modal_within_three_seconds(
    client: WebClient, clock: StillClock, trigger: Callable[[], str]
) -> None:
    first = trigger()
    client.views_open(trigger_id=first, view=MODAL)
    assert error(client.views_open, trigger_id=first, view=MODAL) == "exchanged_trigger_id"
    late = trigger()
    clock.move(seconds=3.5)
    assert error(client.views_open, trigger_id=late, view=MODAL) == "expired_trigger_id"
    assert error(client.views_open, trigger_id="1.2.3", view=MODAL) == "invalid_trigger_id"


def test_a_refused_view_does_not_use_up_its_trigger(client: WebClient, trigger: Callable[[], str]) -> None:
    name = trigger()
    wrong = MODAL | {"title": plain("x" * 25)}
    assert error(client.views_open, trigger_id=name, view=wrong) == "invalid_arguments"
    assert client.views_open(trigger_id=name, view=MODAL)["ok"]


def test_a_modal_reads_well_as_text(
    client: WebClient, playground: Playground, trigger: Callable[[], str]
) -> None:
    client.views_open(trigger_id=trigger(), view=MODAL)
    claire = playground.person("Claire")
    claire.fill(claire.view(), "Responsable", "Karim")
    assert playground.world.as_text(claire.view()) == (
        "┌ Objectif\n"
        "│ Cible: […]\n"
        "│   · En pourcentage\n"
        "│ Responsable (optional): [Karim Benali ▾]\n"
        "│ [Suite]\n"
        "└ [Annuler] [Enregistrer]"
    )


def test_a_submission_carries_what_was_filled_in_and_closes_the_modal(
    client: WebClient, playground: Playground, app: HearingApp, trigger: Callable[[], str]
) -> None:
    client.views_open(trigger_id=trigger(), view=MODAL)
    claire = playground.person("Claire")
    assert claire.submit(filled={"Cible": "85", "owner": "Karim"}).ok
    sent = app.of("view_submission")[0]["view"]
    assert sent["callback_id"] == "goal"
    assert sent["state"]["values"] == {
        "target": {"v": {"type": "plain_text_input", "value": "85"}},
        "owner": {"v": {"type": "users_select", "selected_user": "U0KARIM00"}},
    }
    assert playground.world.view("Claire") is None


def test_slacks_own_window_does_not_send_an_empty_required_field(
    client: WebClient, playground: Playground, app: HearingApp, trigger: Callable[[], str]
) -> None:
    client.views_open(trigger_id=trigger(), view=MODAL)
    claire = playground.person("Claire")
    with pytest.raises(FieldsRefused):
        claire.submit()
    with pytest.raises(FieldsRefused):
        claire.submit(filled={"Cible": "123456"})
    assert claire.view().errors == {"target": "Ce texte est trop long."}
    assert app.of("view_submission") == []


def test_errors_are_shown_at_their_field(
    client: WebClient, playground: Playground, app: HearingApp, trigger: Callable[[], str]
) -> None:
    client.views_open(trigger_id=trigger(), view=MODAL)
    app.answer = lambda _payload: {"response_action": "errors", "errors": {"target": "Trop haut"}}
    claire = playground.person("Claire")
    claire.submit(filled={"Cible": "120"})
    assert claire.view().errors == {"target": "Trop haut"}
    assert "✗ Trop haut" in playground.world.as_text(claire.view())


def test_errors_at_a_block_that_takes_none_are_refused(
    client: WebClient, playground: Playground, app: HearingApp, trigger: Callable[[], str]
) -> None:
    client.views_open(trigger_id=trigger(), view=MODAL)
    app.answer = lambda _payload: {"response_action": "errors", "errors": {"acts": "?"}}
    claire = playground.person("Claire")
    assert claire.submit(filled={"Cible": "85"}).error.startswith("invalid_errors")


def test_an_answer_may_update_push_or_clear(
    client: WebClient, playground: Playground, app: HearingApp, trigger: Callable[[], str]
) -> None:
    claire = playground.person("Claire")
    client.views_open(trigger_id=trigger(), view=MODAL)
    app.answer = lambda _payload: {"response_action": "push", "view": MODAL | {"title": plain("Deux")}}
    claire.submit(filled={"Cible": "1"})
    assert claire.view().title == "Deux"
    app.answer = lambda _payload: {"response_action": "update", "view": MODAL | {"title": plain("Trois")}}
    claire.submit(filled={"Cible": "1"})
    assert [view.title for view in playground.world.state.stacks[claire.id]] == ["Objectif", "Trois"]
    app.answer = lambda _payload: {"response_action": "clear"}
    claire.submit(filled={"Cible": "1"})
    assert playground.world.view("Claire") is None


def test_views_stack_three_deep(
    client: WebClient, playground: Playground, app: HearingApp, trigger: Callable[[], str]
) -> None:
    claire = playground.person("Claire")
    client.views_open(trigger_id=trigger(), view=MODAL)

    def push() -> str:
        claire.press(claire.view(), "Suite")
        return str(app.of("block_actions")[-1]["trigger_id"])

    client.views_push(trigger_id=push(), view=MODAL)
    client.views_push(trigger_id=push(), view=MODAL)
    assert error(client.views_push, trigger_id=push(), view=MODAL) == "push_limit_reached"
    claire.close()
    assert len(playground.world.state.stacks[claire.id]) == 2
    assert app.of("view_closed")[0]["is_cleared"] is False
    claire.close(everything=True)
    assert [one["is_cleared"] for one in app.of("view_closed")] == [False, True, True]
    with pytest.raises(CannotDo):
        claire.close()


def test_an_update_is_held_to_the_hash(client: WebClient, trigger: Callable[[], str]) -> None:
    view = client.views_open(trigger_id=trigger(), view=MODAL)["view"]
    changed = client.views_update(view_id=view["id"], hash=view["hash"], view=MODAL)["view"]
    assert changed["hash"] != view["hash"]
    assert error(client.views_update, view_id=view["id"], hash=view["hash"], view=MODAL) == "hash_conflict"
    assert error(client.views_update, view_id="V1", view=MODAL) == "not_found"


def test_an_external_id_stands_once(
    client: WebClient, trigger: Callable[[], str], playground: Playground
) -> None:
    named = MODAL | {"external_id": "goal-7"}
    client.views_open(trigger_id=trigger(), view=named)
    client.views_update(external_id="goal-7", view=named | {"title": plain("Autre")})
    assert playground.person("Claire").view().title == "Autre"
    home = {"type": "home", "external_id": "goal-7", "blocks": []}
    assert error(client.views_publish, user_id="U0CLAIRE0", view=home) == "duplicate_external_id"


def test_a_home_is_published_and_its_button_pressed(
    client: WebClient, playground: Playground, app: HearingApp
) -> None:
    claire = playground.person("Claire")
    assert claire.open_home() is None
    playground.settle()
    assert app.events("app_home_opened")[0]["tab"] == "home"
    home = {"type": "home", "blocks": [{"type": "actions", "elements": [BUTTON]}]}
    view = client.views_publish(user_id=claire.id, view=home)["view"]
    assert error(client.views_publish, user_id=claire.id, view=home, hash="1.x") == "hash_conflict"
    shown = playground.world.home("Claire")
    assert shown is not None
    claire.press(shown, "Suite")
    assert app.of("block_actions")[0]["container"] == {"type": "view", "view_id": view["id"]}
    assert playground.world.as_text(shown) == "⌂ Claire Fontaine\n  [Suite]"
