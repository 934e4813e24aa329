"""The page: what it serves, and in a real browser what people do on it."""

import http.client
import re
import urllib.parse
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from slack_sdk import WebClient

from bot.playground import Command, Landmark, Playground, RateLimits
from bot.playground.testing import HearingApp, StillClock


class Machine:
    def __init__(self, clock: StillClock) -> None:
        self.clock = clock

    def now(self) -> datetime:
        return self.clock.now()

    def landmarks(self) -> Sequence[Landmark]:
        deadline = self.clock.now().replace(month=3, day=31)
        return [Landmark("deadline", "Échéance", "Deadline", deadline)]

    def move_to(self, instant: datetime) -> None:
        self.clock.move_to(instant)


@pytest.fixture
def shown(clock: StillClock, app: HearingApp) -> Iterator[Playground]:
    commands = [Command("/objectif", "Créer un objectif", "[vos mots]"), Command("/goal", "Make a goal")]
    with Playground(
        clock=clock,
        app_url=app.url,
        rate_limits=RateLimits.off(),
        commands=commands,
        time_machine=Machine(clock),
        examples={"fr": ["améliorer la satisfaction client"]},
    ) as running:
        yield running


def fetch(
    playground: Playground, path: str, body: str | None = None, **headers: str
) -> tuple[int, str, dict[str, str]]:
    where = urllib.parse.urlsplit(playground.url)
    connection = http.client.HTTPConnection(str(where.hostname), where.port or 80, timeout=5)
    try:
        connection.request("GET" if body is None else "POST", path, body, headers)
        answer = connection.getresponse()
        return (
            answer.status,
            answer.read().decode(),
            {key.lower(): value for key, value in answer.getheaders()},
        )
    finally:
        connection.close()


def test_the_page_speaks_the_language_of_the_person_in_view(shown: Playground) -> None:
    french = fetch(shown, "/as/claire/app")[1]
    assert '<html lang="fr-FR">' in french
    assert "Bienvenue, vous êtes Claire Fontaine" in french
    assert "Lundi 4 janvier 2027" in french
    assert "Conseillère clientèle" in french
    english = fetch(shown, "/as/sarah/app")[1]
    assert "Welcome, you are Sarah Collins" in english
    assert "Monday 4 January 2027" in english
    assert re.search(r"<strong>08:00</strong>", english)


def test_the_page_loads_nothing_from_elsewhere(shown: Playground) -> None:
    _status, page, headers = fetch(shown, "/as/claire/app")
    assert "default-src 'none'" in headers["content-security-policy"]
    assert not re.search(r"""(?:src|href)="(?:https?:)?//""", page)
    assert "style=" not in page
    assert "onclick" not in page
    for name in ("page.css", "page.js", "icon.svg"):
        status, content, _headers = fetch(shown, f"/static/{name}")
        assert status == 200
        assert not re.search(r"https?://(?!www\.w3\.org)", content)


def test_another_sites_page_reaches_nothing(shown: Playground) -> None:
    assert fetch(shown, "/as/claire/app", Host="evil.example")[0] == 400
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert fetch(shown, "/as/claire/app/act", "do=enter", **form)[0] == 415


def test_unknown_people_and_places_lead_to_the_front(shown: Playground) -> None:
    for path in ("/", "/as/nobody/app", "/as/paul/app", "/as/karim/support", "/archives/C0NOWHERE/p1"):
        assert fetch(shown, path)[0] == 307


def test_a_permalink_leads_to_its_message(shown: Playground) -> None:
    ts = shown.person("Claire").say("Bonjour", "#support").ts
    status, _body, headers = fetch(shown, f"/archives/C0SUPPORT/p{ts.replace('.', '')}")
    assert (status, headers["location"]) == (307, f"/as/claire/support#m{ts.replace('.', '-')}")


def test_what_people_write_cannot_become_markup(shown: Playground, app: HearingApp) -> None:
    shown.person("Claire").say("<img src=x onerror=alert(1)> & </script>")
    page = fetch(shown, "/as/claire/app")[1]
    assert "<img src=x" not in page
    assert "&lt;img src=x onerror=alert(1)&gt; &amp; &lt;/script&gt;" in page
    assert app is not None


def test_a_list_of_channels_offers_no_direct_messages_where_the_app_wants_none(shown: Playground) -> None:
    client = WebClient(shown.bot_token, base_url=shown.api_url)
    menu = {"type": "conversations_select", "action_id": "a", "filter": {"include": ["public", "private"]}}
    row = {"type": "actions", "elements": [menu]}
    client.chat_postMessage(channel="U0CLAIRE0", text="x", blocks=[row])
    page = fetch(shown, "/as/claire/app")[1]
    assert "#service-client</option>" in page
    assert "@Jalon</option>" not in page


def test_a_picture_is_shown_with_what_it_says(shown: Playground) -> None:
    client = WebClient(shown.bot_token, base_url=shown.api_url)
    done = client.files_upload_v2(filename="plan.png", content="png", alt_txt="courbe")
    image = {"type": "image", "alt_text": "CSAT de 78 à 85 %", "slack_file": {"id": done["file"]["id"]}}
    client.chat_postMessage(channel="U0CLAIRE0", text="x", blocks=[image])
    page = fetch(shown, "/as/claire/app")[1]
    found = re.search(r'<img class="" src="(/files/[^"]+)" alt="CSAT de 78 à 85 %"', page)
    assert found
    assert fetch(shown, found.group(1))[0] == 200


# -- in a browser -------------------------------------------------------------------------------------------


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="fr-FR")
    opened = context.new_page()
    opened.set_default_timeout(5000)
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
    yield opened
    context.close()
    assert problems == []


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


CARD: list[dict[str, Any]] = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "*Objectif* prêt"}},
    {
        "type": "actions",
        "elements": [
            {"type": "button", "action_id": "edit", "text": plain("Modifier")},
            {
                "type": "static_select",
                "action_id": "metric",
                "placeholder": plain("Indicateur"),
                "options": [{"text": plain("CSAT"), "value": "csat"}, {"text": plain("NPS"), "value": "nps"}],
            },
            {
                "type": "button",
                "action_id": "stop",
                "style": "danger",
                "text": plain("Abandonner"),
                "confirm": {
                    "title": plain("Sûr ?"),
                    "text": plain("Tout sera perdu."),
                    "confirm": plain("Oui"),
                },
            },
        ],
    },
]
FORM: dict[str, Any] = {
    "type": "modal",
    "title": plain("Modifier l’objectif"),
    "submit": plain("Enregistrer"),
    "blocks": [
        {
            "type": "input",
            "block_id": "target",
            "label": plain("Cible"),
            "element": {"type": "plain_text_input", "action_id": "v"},
        },
        {
            "type": "input",
            "block_id": "team",
            "label": plain("Participants"),
            "optional": True,
            "element": {"type": "multi_users_select", "action_id": "v", "placeholder": plain("Choisir")},
        },
    ],
}


@pytest.mark.browser
def test_a_newcomer_picks_an_example_and_sends_it(shown: Playground, app: HearingApp, page: Page) -> None:
    page.goto(shown.url)
    page.get_by_role("button", name="améliorer la satisfaction client").click()
    page.keyboard.press("Enter")
    expect(page.locator("#messages .said")).to_have_text("améliorer la satisfaction client")
    shown.settle()
    assert app.events("message")[0]["text"] == "améliorer la satisfaction client"
    client = WebClient(shown.bot_token, base_url=shown.api_url)
    client.chat_postMessage(channel="U0CLAIRE0", text="Bonne idée :dart:")
    expect(page.locator("#messages .said").last).to_have_text("Bonne idée 🎯")


@pytest.mark.browser
def test_a_command_is_completed_and_sent(shown: Playground, app: HearingApp, page: Page) -> None:
    page.goto(f"{shown.url}/as/claire/support")
    page.keyboard.type("/obj")
    expect(page.get_by_role("option")).to_have_text(re.compile("/objectif .*Créer un objectif"))
    page.keyboard.press("Tab")
    page.keyboard.type("répondre plus vite")
    page.keyboard.press("Enter")
    expect(page.locator("#compose")).to_have_value("")
    assert shown.world.wait_for(lambda: app.of("command"))
    assert app.of("command")[0]["text"] == "répondre plus vite"


@pytest.mark.browser
def test_buttons_menus_and_confirmations_reach_the_app(
    shown: Playground, app: HearingApp, page: Page
) -> None:
    client = WebClient(shown.bot_token, base_url=shown.api_url)
    client.chat_postMessage(channel="U0CLAIRE0", text="x", blocks=CARD)
    page.goto(f"{shown.url}/as/claire/app")
    page.get_by_label("Indicateur").select_option("NPS")
    page.get_by_role("button", name="Abandonner").click()
    dialog = page.get_by_role("dialog", name="Sûr ?")
    dialog.get_by_role("button", name="Annuler").click()
    page.get_by_role("button", name="Abandonner").click()
    dialog.get_by_role("button", name="Oui").click()
    expect(dialog).to_be_hidden()
    assert shown.world.wait_for(lambda: len(app.of("block_actions")) == 2)
    chosen, stopped = app.of("block_actions")
    assert chosen["actions"][0]["selected_option"]["value"] == "nps"
    assert stopped["actions"][0]["action_id"] == "stop"


@pytest.mark.browser
def test_what_is_chosen_quickly_arrives_in_order_though_the_app_renames_its_blocks(
    shown: Playground, app: HearingApp, page: Page
) -> None:
    client = WebClient(shown.bot_token, base_url=shown.api_url)

    def card(version: int) -> list[dict[str, Any]]:
        return [
            CARD[0]
            | {
                "block_id": f"team/{version}",
                "accessory": {
                    "type": "multi_users_select",
                    "action_id": "team",
                    "placeholder": plain("Participants"),
                },
            },
            CARD[1] | {"block_id": f"card/{version}"},
            {
                "type": "actions",
                "block_id": f"end/{version}",
                "elements": [{"type": "button", "action_id": "team", "text": plain("Personne")}],
            },
        ]

    posted = client.chat_postMessage(channel="U0CLAIRE0", text="x", blocks=card(1))

    def answer(payload: dict[str, Any]) -> Any:
        version = len(app.of("block_actions")) + 2
        client.chat_update(
            channel=str(posted["channel"]), ts=str(posted["ts"]), text="x", blocks=card(version)
        )
        return payload and ""

    app.answer = answer
    page.goto(f"{shown.url}/as/claire/app")
    page.locator("summary").filter(has_text="Participants").click()
    page.get_by_label("Karim Benali").check()
    page.get_by_label("Emma Tremblay").check()
    page.get_by_label("Indicateur").select_option("NPS")
    page.get_by_role("button", name="Modifier").click()
    assert shown.world.wait_for(lambda: len(app.of("block_actions")) == 4)
    actions = [one["actions"][0] for one in app.of("block_actions")]
    assert [one["action_id"] for one in actions] == ["team", "team", "metric", "edit"]
    assert actions[1]["selected_users"] == ["U0KARIM00", "U0EMMA000"]


@pytest.mark.browser
def test_a_modal_shows_errors_at_its_fields_and_then_closes(
    shown: Playground, app: HearingApp, page: Page
) -> None:
    client = WebClient(shown.bot_token, base_url=shown.api_url)
    client.chat_postMessage(channel="U0CLAIRE0", text="x", blocks=CARD)

    def answer(payload: dict[str, Any]) -> Any:
        if payload["type"] == "block_actions":
            client.views_open(trigger_id=payload["trigger_id"], view=FORM)
        elif payload["type"] == "view_submission":
            value = payload["view"]["state"]["values"]["target"]["v"]["value"]
            if value == "120":
                return {"response_action": "errors", "errors": {"target": "Plus de 100 %"}}
        return ""

    app.answer = answer
    page.goto(f"{shown.url}/as/claire/app")
    page.get_by_role("button", name="Modifier").click()
    form = page.get_by_role("dialog", name="Modifier l’objectif")
    expect(form.get_by_label("Cible")).to_be_focused()
    form.get_by_role("button", name="Enregistrer").click()
    expect(form.get_by_role("alert")).to_have_text("Veuillez renseigner ce champ obligatoire.")
    form.get_by_label("Cible").fill("120")
    form.locator("summary").click()
    form.get_by_label("Karim Benali").check()
    form.get_by_role("button", name="Enregistrer").click()
    expect(form.get_by_role("alert")).to_have_text("Plus de 100 %")
    expect(form.get_by_label("Cible")).to_have_value("120")
    form.get_by_label("Cible").fill("85")
    form.get_by_role("button", name="Enregistrer").click()
    expect(form).to_be_hidden()
    values = app.of("view_submission")[-1]["view"]["state"]["values"]
    assert values["target"]["v"]["value"] == "85"
    assert values["team"]["v"]["selected_users"] == ["U0KARIM00"]


@pytest.mark.browser
def test_the_clock_is_moved_on_and_others_unread_marks_appear(
    shown: Playground, clock: StillClock, page: Page
) -> None:
    page.goto(f"{shown.url}/as/claire/app")
    page.get_by_role("button", name="+ 1 semaine").click()
    expect(page.locator("#clock .date")).to_have_text("Lundi 11 janvier 2027")
    page.get_by_text("Aller à…").click()
    page.get_by_role("button", name="Échéance").click()
    expect(page.locator("#clock .date")).to_have_text("Mercredi 31 mars 2027")
    assert clock.now() - datetime.fromisoformat("2027-03-31T08:00:00+00:00") < timedelta(seconds=1)
    client = WebClient(shown.bot_token, base_url=shown.api_url)
    client.chat_postMessage(channel="U0JAMES00", text="Hello")
    james = page.get_by_role("link", name="James Wright")
    expect(james.locator(".count")).to_have_text("1")
    james.click()
    expect(page.locator("#messages .said")).to_have_text("Hello")
    expect(page.locator(".people [aria-current] .count")).to_have_count(0)


@pytest.mark.browser
def test_a_home_is_shown_and_changes_in_place(shown: Playground, page: Page) -> None:
    client = WebClient(shown.bot_token, base_url=shown.api_url)
    page.goto(f"{shown.url}/as/claire/home")
    expect(page.get_by_text("Jalon n’a encore rien mis ici.")).to_be_visible()
    home = {"type": "home", "blocks": [{"type": "header", "text": plain("Vos objectifs")}]}
    client.views_publish(user_id="U0CLAIRE0", view=home)
    expect(page.get_by_role("heading", name="Vos objectifs")).to_be_visible()
