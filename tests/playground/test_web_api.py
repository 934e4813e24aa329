"""The Web API, called with Slack's own SDK: what comes back, and which error code when it refuses."""

import http.client
import json
import urllib.parse
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.playground import Playground, RateLimits
from bot.playground.testing import HearingApp, StillClock

SUPPORT, DIRECTION = "C0SUPPORT", "C0DIRECTN"
CLAIRE, PAUL, BOT = "U0CLAIRE0", "U0PAUL000", "U0JALON00"


def error(call: Callable[..., Any], **arguments: Any) -> str:
    with pytest.raises(SlackApiError) as caught:
        call(**arguments)
    return str(caught.value.response["error"])


def raw(playground: Playground, method: str, **arguments: str) -> tuple[int, dict[str, Any], dict[str, str]]:
    where = urllib.parse.urlsplit(playground.url)
    connection = http.client.HTTPConnection(str(where.hostname), where.port or 80, timeout=5)
    try:
        body = urllib.parse.urlencode({"token": playground.bot_token, **arguments})
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", f"/api/{method}", body, kind)
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read()), dict(answer.headers)
    finally:
        connection.close()


def test_auth_test_says_who_the_bot_is(client: WebClient) -> None:
    found = client.auth_test()
    assert (found["user_id"], found["team"], found["bot_id"]) == (BOT, "Atelier Lumen", "B0JALON00")


def test_a_call_without_a_token_is_not_authed_and_with_a_wrong_one_invalid(playground: Playground) -> None:
    assert raw(playground, "auth.test", token="")[1]["error"] == "not_authed"
    assert raw(playground, "auth.test", token="xoxb-other")[1]["error"] == "invalid_auth"


def test_a_revoked_token_is_refused(client: WebClient) -> None:
    client.auth_revoke()
    assert error(client.auth_test) == "token_revoked"


def test_an_unknown_method_is_said_to_be_unknown(client: WebClient) -> None:
    assert error(client.api_call, api_method="chat.shout") == "unknown_method"


def test_socket_mode_is_refused_with_a_reason(client: WebClient) -> None:
    with pytest.raises(SlackApiError) as caught:
        client.apps_connections_open(app_token="xapp-1")
    assert "signed HTTP" in str(caught.value)


def test_a_missing_scope_is_named(clock: StillClock) -> None:
    with Playground(clock=clock, scopes=["chat:write"]) as running:
        status, body, headers = raw(running, "users.info", user=CLAIRE)
        assert status == 200
        assert (body["error"], body["needed"], body["provided"]) == (
            "missing_scope",
            "users:read",
            "chat:write",
        )
        assert headers["x-oauth-scopes"] == "chat:write"


def test_posting_to_a_user_opens_the_direct_messages(client: WebClient, playground: Playground) -> None:
    posted = client.chat_postMessage(channel=CLAIRE, text="Bonjour")
    assert posted["channel"].startswith("D")
    assert [one.text for one in playground.world.dm("Claire")] == ["Bonjour"]
    assert client.conversations_open(users=[CLAIRE])["channel"]["id"] == posted["channel"]


@pytest.mark.parametrize(
    ("channel", "code"),
    [("C0NOWHERE", "channel_not_found"), (DIRECTION, "not_in_channel"), (PAUL, "channel_not_found")],
)
def test_posting_where_the_app_cannot_is_refused(client: WebClient, channel: str, code: str) -> None:
    assert error(client.chat_postMessage, channel=channel, text="Bonjour") == code


def test_posting_to_an_archived_channel_is_refused(client: WebClient, playground: Playground) -> None:
    playground.world.archive("#support")
    assert error(client.chat_postMessage, channel=SUPPORT, text="Bonjour") == "is_archived"


def test_a_message_needs_words(client: WebClient) -> None:
    assert error(client.api_call, api_method="chat.postMessage", json={"channel": SUPPORT}) == "no_text"


def test_a_message_has_40000_characters_and_an_update_4000(client: WebClient) -> None:
    assert error(client.chat_postMessage, channel=SUPPORT, text="x" * 40_001) == "msg_too_long"
    ts = client.chat_postMessage(channel=SUPPORT, text="x")["ts"]
    assert error(client.chat_update, channel=SUPPORT, ts=ts, text="x" * 4_001) == "msg_too_long"


def test_a_refused_block_says_why(client: WebClient) -> None:
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel=SUPPORT, text="x", blocks=[{"type": "section"}])
    assert caught.value.response["response_metadata"]["messages"] == [
        "[ERROR] must define either `text` or `fields` [json-pointer:/blocks/0/type]"
    ]


def test_metadata_comes_back_only_when_asked_for(client: WebClient) -> None:
    metadata = {"event_type": "nudge", "event_payload": {"key": "7"}}
    client.chat_postMessage(channel=SUPPORT, text="x", metadata=metadata)
    assert "metadata" not in client.conversations_history(channel=SUPPORT)["messages"][0]
    found = client.conversations_history(channel=SUPPORT, include_all_metadata=True)["messages"][0]
    assert found["metadata"] == metadata


def test_metadata_has_its_form_and_its_size(client: WebClient) -> None:
    post = client.chat_postMessage
    assert error(post, channel=SUPPORT, text="x", metadata={"type": "x"}) == "invalid_metadata_format"
    large = {"event_type": "x", "event_payload": {"x": "x" * 16_000}}
    assert error(post, channel=SUPPORT, text="x", metadata=large) == "metadata_too_large"


def test_a_client_msg_id_used_twice_makes_two_messages_unless_told_otherwise(
    client: WebClient, playground: Playground
) -> None:
    def post() -> Any:
        return client.chat_postMessage(channel=SUPPORT, text="x", client_msg_id="1")["ts"]

    assert post() != post()
    playground.world.idempotent_posts = True
    assert post() == post()


def test_an_update_keeps_the_blocks_that_it_does_not_mention(client: WebClient) -> None:
    block = {"type": "section", "text": {"type": "mrkdwn", "text": "avant"}}
    ts = client.chat_postMessage(channel=SUPPORT, text="avant", blocks=[block])["ts"]
    assert (
        client.chat_update(channel=SUPPORT, ts=ts, text="après")["message"]["blocks"][0]["text"]["text"]
        == "avant"
    )
    assert "blocks" not in client.chat_update(channel=SUPPORT, ts=ts, text="après", blocks=[])["message"]


def test_only_ones_own_messages_are_changed_or_deleted(client: WebClient, playground: Playground) -> None:
    ts = playground.person("Claire").say("Bonjour", "#support").ts
    assert error(client.chat_update, channel=SUPPORT, ts=ts, text="x") == "cant_update_message"
    assert error(client.chat_delete, channel=SUPPORT, ts=ts) == "cant_delete_message"
    assert error(client.chat_update, channel=SUPPORT, ts="1.000000", text="x") == "message_not_found"


def test_a_whisper_is_seen_by_one_and_found_by_no_method(client: WebClient, playground: Playground) -> None:
    ts = client.chat_postEphemeral(channel=SUPPORT, user=CLAIRE, text="Entre nous")["message_ts"]
    assert [one.text for one in playground.person("Claire").sees("#support")] == ["Entre nous"]
    assert playground.person("Sarah").sees("#support") == []
    assert client.conversations_history(channel=SUPPORT)["messages"] == []
    assert error(client.chat_update, channel=SUPPORT, ts=ts, text="x") == "message_not_found"
    assert (
        error(client.chat_postEphemeral, channel=SUPPORT, user="U0KARIM00", text="x") == "user_not_in_channel"
    )


def test_a_thread_hangs_below_its_message(client: WebClient) -> None:
    head = client.chat_postMessage(channel=SUPPORT, text="tête")["ts"]
    client.chat_postMessage(channel=SUPPORT, text="réponse", thread_ts=head)
    assert [one["text"] for one in client.conversations_history(channel=SUPPORT)["messages"]] == ["tête"]
    replies = client.conversations_replies(channel=SUPPORT, ts=head)["messages"]
    assert [one["text"] for one in replies] == ["tête", "réponse"]
    assert replies[0]["reply_count"] == 1
    assert (
        error(client.chat_postMessage, channel=SUPPORT, text="x", thread_ts="1.000000")
        == "cannot_reply_to_message"
    )


def test_history_is_paged_newest_first(client: WebClient) -> None:
    stamps = [client.chat_postMessage(channel=SUPPORT, text=str(number))["ts"] for number in range(5)]
    first = client.conversations_history(channel=SUPPORT, limit=2)
    assert [one["text"] for one in first["messages"]] == ["4", "3"]
    cursor = first["response_metadata"]["next_cursor"]
    second = client.conversations_history(channel=SUPPORT, limit=2, cursor=cursor)
    assert [one["text"] for one in second["messages"]] == ["2", "1"]
    between = client.conversations_history(channel=SUPPORT, oldest=stamps[1], latest=stamps[3])
    assert [one["text"] for one in between["messages"]] == ["2"]
    assert error(client.conversations_history, channel=SUPPORT, cursor="x") == "invalid_cursor"
    assert error(client.conversations_history, channel=DIRECTION) == "not_in_channel"


def test_users_info_tells_language_and_zone(client: WebClient) -> None:
    emma = client.users_info(user="U0EMMA000", include_locale=True)["user"]
    assert (emma["locale"], emma["tz"], emma["tz_offset"]) == ("fr-CA", "America/Montreal", -18_000)
    assert "locale" not in client.users_info(user="U0EMMA000")["user"]
    paul = client.users_info(user=PAUL)["user"]
    assert paul["deleted"]
    assert "tz" not in paul
    assert client.users_info(user=CLAIRE)["user"]["is_admin"]
    assert error(client.users_info, user="U0NOBODY0") == "user_not_found"


def test_a_deactivated_user_cannot_be_written_to(client: WebClient) -> None:
    assert error(client.conversations_open, users=[PAUL]) == "user_disabled"
    assert error(client.conversations_open, users=["U0NOBODY0"]) == "user_not_found"
    assert error(client.conversations_open, users="") == "users_list_not_supplied"


def test_channels_say_whether_the_app_is_in_them(client: WebClient) -> None:
    found = {one["name"]: one["is_member"] for one in client.conversations_list()["channels"]}
    assert found == {"general": True, "service-client": True, "support": True, "direction": False}
    assert client.conversations_info(channel=SUPPORT)["channel"]["name"] == "support"
    assert CLAIRE in client.conversations_members(channel=SUPPORT)["members"]
    assert len(client.users_conversations()["channels"]) == 3


def test_joining_a_channel_opens_it(client: WebClient, app: HearingApp, playground: Playground) -> None:
    client.conversations_join(channel=DIRECTION)
    assert client.chat_postMessage(channel=DIRECTION, text="x")["ok"]
    playground.settle()
    assert app.events("member_joined_channel")[0]["user"] == BOT


def test_a_user_group_names_its_people(client: WebClient) -> None:
    assert client.usergroups_users_list(usergroup="S0AGENTS0")["users"] == [
        "U0KARIM00",
        "U0EMMA000",
        "U0JAMES00",
    ]
    assert error(client.usergroups_users_list, usergroup="S1") == "no_such_subteam"


def test_a_permalink_leads_to_the_page(client: WebClient, playground: Playground) -> None:
    ts = client.chat_postMessage(channel=SUPPORT, text="x")["ts"]
    link = client.chat_getPermalink(channel=SUPPORT, message_ts=ts)["permalink"]
    assert link == f"{playground.url}/archives/C0SUPPORT/p{ts.replace('.', '')}"


def test_a_file_is_uploaded_shared_and_shown(client: WebClient, playground: Playground) -> None:
    early = {"type": "image", "alt_text": "courbe", "slack_file": {"id": "F0"}}
    assert error(client.chat_postMessage, channel=SUPPORT, text="x", blocks=[early]) == "invalid_blocks"
    done = client.files_upload_v2(filename="plan.png", content="png", alt_txt="courbe", channel=SUPPORT)
    assert client.files_info(file=done["file"]["id"])["file"]["alt_txt"] == "courbe"
    assert playground.world.messages("#support")[-1].files == [done["file"]["id"]]
    shown = {"type": "image", "alt_text": "courbe", "slack_file": {"id": done["file"]["id"]}}
    assert client.chat_postMessage(channel=SUPPORT, text="x", blocks=[shown])["ok"]


def test_a_file_of_another_length_than_announced_is_not_taken(
    client: WebClient, playground: Playground
) -> None:
    found = client.files_getUploadURLExternal(filename="a.csv", length=3)
    where = urllib.parse.urlsplit(found["upload_url"])
    connection = http.client.HTTPConnection(str(where.hostname), where.port or 80, timeout=5)
    connection.request("POST", where.path, b"1234")
    assert connection.getresponse().status == 400
    connection.close()
    files = [{"id": found["file_id"], "title": "a"}]
    assert error(client.files_completeUploadExternal, files=files) == "file_not_found"
    assert playground.world.file(found["file_id"]).state == "awaiting"


def test_the_assistants_prompts_and_status_are_kept(client: WebClient, playground: Playground) -> None:
    channel = client.conversations_open(users=[CLAIRE])["channel"]["id"]
    prompts = [{"title": "Un objectif", "message": "améliorer la satisfaction"}]
    client.assistant_threads_setSuggestedPrompts(channel_id=channel, thread_ts="1.0", prompts=prompts)
    client.assistant_threads_setStatus(channel_id=channel, thread_ts="1.0", status="réfléchit…")
    found = playground.world.state.assistants[f"{channel}/1.0"]
    assert (found.status, found.prompts) == ("réfléchit…", prompts)


@pytest.fixture
def metered(clock: StillClock) -> Iterator[Playground]:
    with Playground(clock=clock, rate_limits=RateLimits()) as running:
        yield running


def test_a_second_message_within_a_second_is_rate_limited(metered: Playground, clock: StillClock) -> None:
    assert raw(metered, "chat.postMessage", channel=SUPPORT, text="1")[0] == 200
    status, body, headers = raw(metered, "chat.postMessage", channel=SUPPORT, text="2")
    assert (status, body, headers["retry-after"]) == (429, {"ok": False, "error": "ratelimited"}, "1")
    assert raw(metered, "chat.postMessage", channel="C0GENERAL", text="2")[0] == 200
    clock.move(seconds=1)
    assert raw(metered, "chat.postMessage", channel=SUPPORT, text="2")[0] == 200


def test_a_methods_tier_counts(metered: Playground, clock: StillClock) -> None:
    codes = [raw(metered, "users.list")[0] for _ in range(21)]
    assert codes == [200] * 20 + [429]
    clock.move(minutes=1)
    assert raw(metered, "users.list")[0] == 200


def test_faults_come_when_they_are_ordered(client: WebClient, playground: Playground) -> None:
    playground.faults.answer("chat.postMessage", "internal_error")
    assert error(client.chat_postMessage, channel=SUPPORT, text="x") == "internal_error"
    assert playground.world.messages("#support") == []
    playground.faults.status("chat.postMessage", 429, retry_after=7)
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel=SUPPORT, text="x")
    assert caught.value.response.headers["retry-after"] == "7"
    playground.faults.cut("chat.postMessage")
    with pytest.raises((http.client.IncompleteRead, ConnectionError)):
        client.chat_postMessage(channel=SUPPORT, text="fait, mais sans réponse")
    assert [one.text for one in playground.world.messages("#support")] == ["fait, mais sans réponse"]
    playground.faults.delay("chat.postMessage", 0.2)
    slow = WebClient(playground.bot_token, base_url=playground.api_url, timeout=0, retry_handlers=[])
    slow.timeout = 0.05  # type: ignore[assignment]
    with pytest.raises(TimeoutError):
        slow.chat_postMessage(channel=SUPPORT, text="trop tard")
