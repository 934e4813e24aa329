"""The whole line once: a person says something, the app answers, the person presses a button."""

from slack_sdk import WebClient

from bot.playground import Playground
from bot.playground.testing import HearingApp


def test_a_person_says_something_and_the_app_answers_with_a_button(
    playground: Playground, app: HearingApp, client: WebClient
) -> None:
    claire = playground.person("Claire")
    claire.say("améliorer la satisfaction <client> & co @Karim #support")
    playground.settle()
    event = app.events("message")[0]
    assert event["channel_type"] == "im"
    assert (
        event["text"] == "améliorer la satisfaction &lt;client&gt; &amp; co <@U0KARIM00> <#C0SUPPORT|support>"
    )
    client.chat_postMessage(
        channel=claire.id,
        text="Voici",
        blocks=[
            {"type": "section", "text": {"type": "mrkdwn", "text": "*Voici* l’objectif :dart:"}},
            {
                "type": "actions",
                "elements": [
                    {"type": "button", "text": {"type": "plain_text", "text": "Confirmer"}, "action_id": "ok"}
                ],
            },
        ],
    )
    assert claire.press(claire.last(), "Confirmer").ok
    pressed = app.of("block_actions")[0]
    assert pressed["actions"][0]["action_id"] == "ok"
    assert playground.transcript("Claire") == (
        "Claire Fontaine: améliorer la satisfaction <client> & co @Karim Benali #support\n\n"
        "Jalon:\n  Voici l’objectif 🎯\n  [Confirmer]\n"
    )
