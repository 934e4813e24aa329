"""What the app hears, how it is signed, and what happens when it does not answer in time."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier
from slack_sdk.webhook import WebhookClient

from bot.playground import CannotDo, Command, Playground, RateLimits
from bot.playground.testing import HearingApp, StillClock

BUTTONS: list[dict[str, Any]] = [
    {
        "type": "actions",
        "block_id": "row",
        "elements": [
            {
                "type": "button",
                "text": {"type": "plain_text", "text": "Confirmer :tada:"},
                "action_id": "ok",
                "value": "7",
            },
            {
                "type": "static_select",
                "action_id": "metric",
                "placeholder": {"type": "plain_text", "text": "Indicateur"},
                "options": [
                    {"text": {"type": "plain_text", "text": "CSAT"}, "value": "csat"},
                    {"text": {"type": "plain_text", "text": "NPS"}, "value": "nps"},
                ],
            },
            {"type": "datepicker", "action_id": "by"},
            {
                "type": "overflow",
                "action_id": "more",
                "options": [{"text": {"type": "plain_text", "text": "Abandonner"}, "value": "stop"}],
            },
        ],
    }
]


def test_every_request_is_signed_as_slack_signs(playground: Playground, app: HearingApp) -> None:
    playground.person("Claire").say("Bonjour")
    playground.settle()
    verifier = SignatureVerifier(playground.signing_secret)
    assert verifier.is_valid_request(app.raw[0], app.headers[0])


def test_an_event_comes_in_its_envelope(playground: Playground, app: HearingApp) -> None:
    message = playground.person("Claire").say("Bonjour")
    playground.settle()
    heard = app.heard[0]
    assert heard["type"] == "event_callback"
    assert heard["authorizations"][0]["user_id"] == "U0JALON00"
    assert heard["event_id"].startswith("Ev")
    assert heard["event"]["ts"] == message.ts
    assert heard["event"]["channel"] == message.channel
    assert heard["event"]["blocks"][0]["type"] == "rich_text"


def test_the_app_hears_its_own_direct_messages_too(
    playground: Playground, app: HearingApp, client: WebClient
) -> None:
    ts = client.chat_postMessage(channel="U0CLAIRE0", text="Bonjour")["ts"]
    client.chat_update(channel=playground.person("Claire").dm.id, ts=ts, text="Bonsoir")
    playground.settle()
    first, second = app.events("message")
    assert first["bot_id"] == "B0JALON00"
    assert second["subtype"] == "message_changed"


def test_in_a_channel_only_mentions_are_heard(playground: Playground, app: HearingApp) -> None:
    claire = playground.person("Claire")
    claire.say("Bonjour à tous", "#support")
    claire.say("@Jalon bonjour", "#support")
    playground.settle()
    assert [one["type"] for one in app.events("app_mention")] == ["app_mention"]
    assert app.events("message") == []
    assert app.events("app_mention")[0]["text"] == "<@U0JALON00> bonjour"


def test_a_mention_where_the_app_is_not_is_not_heard(playground: Playground, app: HearingApp) -> None:
    claire = playground.person("Claire")
    claire.say("@Jalon bonjour", "#direction")
    playground.settle()
    assert app.heard == []
    assert "/invite @Jalon" in claire.last("#direction").text
    claire.enter("/invite @Jalon", "#direction")
    playground.settle()
    assert app.events("member_joined_channel")[0]["channel"] == "C0DIRECTN"


def test_an_event_not_acknowledged_is_sent_three_times_more(playground: Playground, app: HearingApp) -> None:
    app.status = 500
    playground.person("Claire").say("Bonjour")
    playground.settle()
    numbers = [one.get("X-Slack-Retry-Num") for one in app.headers]
    assert numbers == [None, "1", "2", "3"]
    assert app.headers[1]["X-Slack-Retry-Reason"] == "http_error"
    assert len({one["event_id"] for one in app.heard}) == 1


def test_a_late_answer_counts_as_none(playground: Playground, app: HearingApp) -> None:
    late = threading.Event()
    app.answer = lambda _payload: late.wait(0.5) and ""
    playground.delivery.retry_waits = (0,)
    playground.person("Claire").say("Bonjour")
    playground.settle()
    late.set()
    assert app.headers[1]["X-Slack-Retry-Reason"] == "http_timeout"


def test_the_app_may_ask_for_no_retry(playground: Playground, app: HearingApp) -> None:
    app.status, app.more_headers = 500, {"X-Slack-No-Retry": "1"}
    playground.person("Claire").say("Bonjour")
    playground.settle()
    assert len(app.heard) == 1


def test_later_retries_wait_a_minute_and_five(clock: StillClock, app: HearingApp) -> None:
    waits: list[float] = []
    done = threading.Event()

    def pause(seconds: float) -> bool:
        waits.append(seconds)
        if seconds == 300:
            done.set()
        return True

    app.status = 500
    with Playground(clock=clock, app_url=app.url, pause=pause) as running:
        running.person("Claire").say("Bonjour")
        assert done.wait(5)
    assert waits == [0, 60, 300]


def test_an_event_can_be_replayed_as_it_was(playground: Playground, app: HearingApp) -> None:
    playground.person("Claire").say("Bonjour")
    playground.settle()
    playground.delivery.replay(playground.delivery.log[-1])
    assert app.raw[0] == app.raw[1]
    assert app.headers[0]["X-Slack-Signature"] == app.headers[1]["X-Slack-Signature"]


def test_the_request_url_can_be_verified(playground: Playground, app: HearingApp) -> None:
    assert not playground.delivery.verify()
    app.answer = lambda payload: payload.get("challenge", "")
    assert playground.delivery.verify()


def test_a_command_carries_its_fields_and_its_answer_is_a_whisper(
    playground: Playground, app: HearingApp
) -> None:
    app.answer = lambda _payload: {"text": "Compris", "response_type": "ephemeral"}
    claire = playground.person("Claire")
    assert claire.command("/objectif", "répondre <vite> & bien", where="#support").ok
    heard = app.of("command")[0]
    assert heard["command"] == "/objectif"
    assert heard["text"] == "répondre &lt;vite&gt; &amp; bien"
    assert (heard["channel_name"], heard["user_id"]) == ("support", "U0CLAIRE0")
    assert claire.last("#support").text == "Compris"
    assert playground.person("Sarah").sees("#support") == []


def test_a_command_without_acknowledgement_says_so_to_the_person(
    playground: Playground, app: HearingApp
) -> None:
    late = threading.Event()
    app.answer = lambda _payload: late.wait(0.5) and ""
    sarah = playground.person("Sarah")
    ack = sarah.command("/goal", "answer faster")
    late.set()
    assert ack.error == "operation_timeout"
    assert sarah.last().text == '/goal failed with the error "operation_timeout"'


def test_only_the_manifests_commands_exist(clock: StillClock, app: HearingApp) -> None:
    with Playground(clock=clock, app_url=app.url, commands=[Command("/goal", should_escape=True)]) as running:
        claire = running.person("Claire")
        claire.command("/gaol")
        assert app.heard == []
        assert "/gaol" in claire.last().text
        claire.enter("/goal avec @Karim dans #support")
        assert app.heard[0]["text"] == "avec <@U0KARIM00|karim> dans <#C0SUPPORT|support>"


def test_commands_do_not_work_in_threads(playground: Playground, app: HearingApp) -> None:
    claire = playground.person("Claire")
    head = claire.say("Bonjour", "#support")
    claire.enter("/goal vite", "#support", thread=head)
    assert app.of("command") == []


def test_a_button_tells_where_it_was_pressed(
    playground: Playground, app: HearingApp, client: WebClient
) -> None:
    client.chat_postMessage(channel="C0SUPPORT", text="Choisir", blocks=BUTTONS)
    claire = playground.person("Claire")
    claire.choose(claire.last("#support"), "Indicateur", "NPS")
    claire.choose(claire.last("#support"), "by", "2027-03-31")
    claire.press(claire.last("#support"), "Confirmer")
    heard = app.of("block_actions")[-1]
    assert heard["container"]["type"] == "message"
    assert heard["channel"] == {"id": "C0SUPPORT", "name": "support"}
    assert heard["message"]["text"] == "Choisir"
    assert heard["actions"][0]["value"] == "7"
    assert heard["actions"][0]["block_id"] == "row"
    held = heard["state"]["values"]["row"]
    assert held["metric"]["selected_option"]["value"] == "nps"
    assert held["by"]["selected_date"] == "2027-03-31"
    assert "ok" not in held


def test_an_overflow_menu_sends_its_option(
    playground: Playground, app: HearingApp, client: WebClient
) -> None:
    client.chat_postMessage(channel="U0CLAIRE0", text="Choisir", blocks=BUTTONS)
    claire = playground.person("Claire")
    claire.choose(claire.last(), "more", "Abandonner")
    assert app.of("block_actions")[0]["actions"][0]["selected_option"]["value"] == "stop"


def test_what_is_not_there_cannot_be_pressed(playground: Playground, client: WebClient) -> None:
    client.chat_postMessage(channel="U0CLAIRE0", text="Choisir", blocks=BUTTONS)
    claire = playground.person("Claire")
    with pytest.raises(CannotDo, match=r"no 'Annuler' here; there is .*Confirmer"):
        claire.press(claire.last(), "Annuler")
    with pytest.raises(CannotDo, match="no option"):
        claire.choose(claire.last(), "Indicateur", "CES")


def test_a_button_of_an_older_rendition_can_still_be_pressed(
    playground: Playground, app: HearingApp, client: WebClient
) -> None:
    posted = client.chat_postMessage(channel="U0CLAIRE0", text="Choisir", blocks=BUTTONS)
    claire = playground.person("Claire")
    old = claire.last()
    client.chat_update(channel=posted["channel"], ts=posted["ts"], text="Fait", blocks=[])
    assert claire.press(old, "Confirmer").ok
    assert app.of("block_actions")[0]["message"]["text"] == "Choisir"


def test_an_action_without_acknowledgement_shows_at_its_button(
    playground: Playground, app: HearingApp, client: WebClient
) -> None:
    client.chat_postMessage(channel="U0SARAH00", text="Choose", blocks=BUTTONS)
    app.status = 500
    sarah = playground.person("Sarah")
    assert not sarah.press(sarah.last(), "Confirmer").ok
    assert sarah.last().failed == {"ok": "dispatch_failed"}
    assert playground.world.notices("Sarah") == [
        "The app did not answer. Would you like to try again? (dispatch_failed)"
    ]


def test_a_response_url_replaces_whispers_and_deletes_five_times_within_half_an_hour(
    playground: Playground, app: HearingApp, client: WebClient, clock: StillClock
) -> None:
    claire = playground.person("Claire")
    client.chat_postMessage(channel="C0SUPPORT", text="Choisir", blocks=BUTTONS)
    claire.press(claire.last("#support"), "ok")
    answer = WebhookClient(app.of("block_actions")[0]["response_url"])
    assert answer.send(text="Fait", replace_original=True).status_code == 200
    assert playground.world.messages("#support")[0].text == "Fait"
    assert answer.send(text="Entre nous", response_type="ephemeral").status_code == 200
    assert claire.last("#support").only_for == claire.id
    assert answer.send(text="Pour tous", response_type="in_channel").status_code == 200
    assert answer.send(text="x" * 10, blocks=[{"type": "section"}]).status_code == 400
    assert answer.send(delete_original=True).status_code == 200
    assert [one.text for one in playground.world.messages("#support")] == ["Pour tous"]
    assert "used_url" in answer.send(text="Trop").body
    claire.command("/goal", "")
    late = WebhookClient(app.of("command")[0]["response_url"])
    clock.move(minutes=31)
    assert "expired_url" in late.send(text="Trop tard").body


def test_shortcuts_are_sent(playground: Playground, app: HearingApp) -> None:
    claire = playground.person("Claire")
    claire.shortcut("new_goal")
    message = claire.say("Il faut répondre plus vite", "#support")
    claire.message_shortcut(message, "make_goal")
    assert app.of("shortcut")[0]["callback_id"] == "new_goal"
    heard = app.of("message_action")[0]
    assert (heard["message"]["text"], heard["message_ts"]) == (message.text, message.ts)


def test_a_changed_profile_is_told(playground: Playground, app: HearingApp) -> None:
    playground.person("Emma").change_profile(locale="en-GB", tz="Europe/London")
    playground.settle()
    user = app.events("user_change")[0]["user"]
    assert (user["locale"], user["tz"], user["tz_offset"]) == ("en-GB", "Europe/London", 0)


def test_only_subscribed_events_are_sent(clock: StillClock, app: HearingApp) -> None:
    with Playground(clock=clock, app_url=app.url, events=["message.channels"]) as running:
        claire = running.person("Claire")
        claire.say("ici")
        claire.say("là", "#support")
        running.settle()
    assert [one["text"] for one in app.events("message")] == ["là"]


def test_settling_waits_for_what_the_app_still_has_to_send(clock: StillClock, app: HearingApp) -> None:
    idle = threading.Event()
    with Playground(
        clock=clock, app_url=app.url, rate_limits=RateLimits.off(), app_is_idle=idle.is_set
    ) as running:
        with pytest.raises(TimeoutError):
            running.settle(0.05)
        idle.set()
        running.settle()


def test_time_stands_in_message_names(playground: Playground, clock: StillClock) -> None:
    claire = playground.person("Claire")
    first, second = claire.say("un"), claire.say("deux")
    clock.move(days=7)
    third = claire.say("trois")
    assert first.ts == "1799049600.000001" or first.ts.startswith("1799049600.")
    assert float(first.ts) < float(second.ts)
    assert float(third.ts) - float(first.ts) >= timedelta(days=7).total_seconds() - 1
