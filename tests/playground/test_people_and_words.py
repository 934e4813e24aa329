"""Acting as people, reading as they read: mentions, unread marks, transcripts, persistence."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from slack_sdk import WebClient

from bot.playground import CannotDo, Message, Playground, World
from bot.playground.emoji import EMOJI
from bot.playground.mrkdwn import parse, to_html, to_text
from bot.playground.testing import StillClock
from bot.playground.timemachine import next_monday, step
from bot.playground.typing_in import typed
from bot.playground.words import WORDS, say


@pytest.fixture
def world(clock: StillClock) -> World:
    return World(clock)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"),
        ("@Karim Benali et @emma", "<@U0KARIM00> et <@U0EMMA000>"),
        ("avec @Karim, vite", "avec <@U0KARIM00>, vite"),
        ("karim@exemple.fr", "karim@exemple.fr"),
        ("dans #service-client", "dans <#C0SERVICE|service-client>"),
        ("@agents @here", "<!subteam^S0AGENTS0> <!here>"),
        ("voir https://exemple.fr/a?b=1.", "voir <https://exemple.fr/a?b=1>."),
        ("<@U0KARIM00>", "&lt;@U0KARIM00&gt;"),
    ],
)
def test_what_is_typed_becomes_slacks_mark_up(world: World, line: str, kept: str) -> None:
    assert typed(world, line) == kept


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("*gras* _italique_ ~barré~ `code`", "gras italique barré code"),
        ("2 * 3 * 4 et un_nom_long", "2 * 3 * 4 et un_nom_long"),
        ("<https://a.fr|le site> &amp; <https://b.fr>", "le site (https://a.fr) & https://b.fr"),
        ("<@U0CLAIRE0> <#C0SUPPORT> <!here> <!subteam^S0AGENTS0>", "@Claire Fontaine #support @here @agents"),
        ("&gt; cité\n&gt; deux\nsuite", "> cité\n> deux\nsuite"),
        ("```a\nb```\nfin", "a\nb\nfin"),
        (":tada: :inconnu:", "🎉 :inconnu:"),
        ("un\n\ndeux", "un\n\ndeux"),
    ],
)
def test_slacks_mark_up_is_read_as_people_read_it(world: World, source: str, text: str) -> None:
    assert to_text(parse(source, world)) == text


def test_html_is_safe_and_keeps_the_marks(world: World) -> None:
    html = to_html(parse("*gras* &lt;script&gt; <javascript:alert(1)|x> `a&lt;b`", world))
    assert html == "<strong>gras</strong> &lt;script&gt; x <code>a&lt;b</code>"


def test_unread_marks_belong_to_each_person(playground: Playground, client: WebClient) -> None:
    client.chat_postMessage(channel="C0SUPPORT", text="Bonjour")
    client.chat_postMessage(channel="U0SARAH00", text="Bonjour")
    world = playground.world
    assert (world.unread("Claire", "#support"), world.unread("Sarah", "Sarah")) == (1, 1)
    playground.person("Claire").read("#support")
    assert (world.unread("Claire", "#support"), world.unread("Sarah", "#support")) == (0, 1)


def test_nobody_speaks_where_they_are_not(playground: Playground) -> None:
    with pytest.raises(CannotDo):
        playground.person("Karim").say("Bonjour", "#support")
    with pytest.raises(CannotDo):
        playground.person("Karim").say("   ")


def test_a_conversation_reads_as_a_transcript(playground: Playground, client: WebClient) -> None:
    emma = playground.person("Emma")
    emma.say("Où en suis-je ?")
    client.chat_postMessage(
        channel=emma.id,
        text="Votre semaine",
        blocks=[
            {"type": "header", "text": {"type": "plain_text", "text": "Votre semaine"}},
            {
                "type": "section",
                "text": {"type": "mrkdwn", "text": "*55* tickets à résoudre"},
                "accessory": {
                    "type": "button",
                    "text": {"type": "plain_text", "text": "Répondre"},
                    "action_id": "a",
                },
            },
            {
                "type": "section",
                "fields": [
                    {"type": "mrkdwn", "text": "*Fait*\n42"},
                    {"type": "mrkdwn", "text": "*Reste*\n13"},
                ],
            },
            {"type": "divider"},
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "checkboxes",
                        "action_id": "c",
                        "options": [{"text": {"type": "mrkdwn", "text": "Bloquée"}, "value": "b"}],
                    },
                    {
                        "type": "users_select",
                        "action_id": "u",
                        "placeholder": {"type": "plain_text", "text": "Qui ?"},
                    },
                ],
            },
            {"type": "context", "elements": [{"type": "mrkdwn", "text": "avant vendredi"}]},
        ],
    )
    client.chat_postEphemeral(channel=emma.dm.id, user=emma.id, text="Entre nous")
    emma.choose(playground.world.dm("Emma")[1], "c", ["Bloquée"])
    assert playground.transcript("Emma") == (
        "Emma Tremblay: Où en suis-je ?\n"
        "\n"
        "Jalon:\n"
        "  # Votre semaine\n"
        "  55 tickets à résoudre  [Répondre]\n"
        "  ▪ Fait — 42\n"
        "  ▪ Reste — 13\n"
        "  ────────────────────────\n"
        "  ☑ Bloquée\n"
        "  [Qui ? ▾]\n"
        "  · avant vendredi\n"
        "\n"
        "Jalon (only visible to Emma Tremblay): Entre nous\n"
    )


def test_a_restart_finds_the_workspace_as_it_was(clock: StillClock, tmp_path: Path) -> None:
    path = tmp_path / "state" / "world.json"
    with Playground(clock=clock, path=path) as running:
        claire = running.person("Claire")
        head = claire.say("Bonjour")
        claire.say("encore", thread=head)
        claire.change_profile(locale="en-GB")
        before = running.transcript("Claire")
    with Playground(clock=clock, path=path) as running:
        assert running.transcript("Claire") == before
        assert running.person("Claire").user.locale == "en-GB"
        assert running.person("Claire").say("suite").ts > head.ts


def test_a_file_of_another_format_is_left_aside(clock: StillClock, tmp_path: Path) -> None:
    path = tmp_path / "world.json"
    path.write_text('{"format": 0}')
    assert World(clock, path).dm("Claire") == []
    path.write_text("broken")
    assert World(clock, path).dm("Claire") == []


def test_waiting_for_a_change_ends_with_it(playground: Playground, client: WebClient) -> None:
    world = playground.world
    client.chat_postMessage(channel="U0CLAIRE0", text="Bonjour")
    assert world.wait_for(lambda: world.dm("Claire"))
    assert not world.wait_for(lambda: world.dm("Sarah"), seconds=0.01)


def test_next_monday_is_at_eleven_in_the_persons_zone() -> None:
    monday = datetime(2027, 3, 22, 8, 0, tzinfo=UTC)
    assert next_monday(monday, "Europe/Paris").astimezone(UTC) == datetime(2027, 3, 29, 9, 0, tzinfo=UTC)
    assert next_monday(monday, "America/Montreal").astimezone(UTC) == datetime(2027, 3, 29, 15, 0, tzinfo=UTC)
    sunday = datetime(2027, 3, 21, 22, 30, tzinfo=UTC)
    assert next_monday(sunday, "Europe/Paris").astimezone(UTC) == datetime(2027, 3, 22, 10, 0, tzinfo=UTC)


def test_a_week_on_is_the_same_hour_across_the_change_of_clocks() -> None:
    before = datetime(2027, 3, 22, 8, 0, tzinfo=UTC)
    assert step(before, "Europe/Paris", "week").astimezone(UTC) == datetime(2027, 3, 29, 7, 0, tzinfo=UTC)


def test_both_languages_have_the_same_words_and_french_has_its_spaces() -> None:
    assert WORDS["fr"].keys() == WORDS["en"].keys()
    assert say("fr", "trouble", error="x") == (
        "L’application n’a pas répondu. Voulez-vous réessayer\N{NARROW NO-BREAK SPACE}? (x)"
    )
    assert "«\N{NO-BREAK SPACE}/goal\N{NO-BREAK SPACE}»" in say("fr", "no_such_command", command="/goal")


def test_emoji_names_stand_for_something() -> None:
    assert all(EMOJI.values())
    assert EMOJI["dart"] == "🎯"


def test_a_message_that_a_person_changes_or_deletes_is_their_own(playground: Playground) -> None:
    claire = playground.person("Claire")
    said = claire.say("Bonjor")
    changed = claire.edit(said, "Bonjour")
    assert playground.transcript("Claire") == "Claire Fontaine (edited): Bonjour\n"
    with pytest.raises(CannotDo):
        playground.person("Sarah").delete(changed)
    claire.delete(changed)
    found: list[Message] = playground.world.dm("Claire")
    assert found == []
