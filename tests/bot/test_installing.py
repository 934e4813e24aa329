"""Jalon for many workspaces over HTTP: installed, heard, its token changed, taken out, come back."""

import sqlite3
from datetime import timedelta
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from bot.tokens import Vault
from tests.bot.hosting import KEY, Hosted


def test_installing_ends_on_a_page_in_both_languages_and_with_a_first_message(hosted: Hosted) -> None:
    page = hosted.installs()
    assert page.status == 200
    assert "Jalon est installé dans" in page.text
    assert "Jalon is installed in" in page.text
    hosted.slack.settle(20)
    assert "merci d’avoir installé Jalon" in hosted.slack.transcript("Claire")


def test_once_installed_a_conversation_goes_on_as_ever(hosted: Hosted) -> None:
    hosted.installs()
    hosted.slack.person("Claire").say("améliorer la satisfaction client")
    hosted.slack.settle(20)
    assert "Bonne idée" in hosted.slack.transcript("Claire")
    hosted.slack.person("Claire").open_home()
    hosted.slack.settle(20)
    assert hosted.slack.world.home(hosted.slack.person("Claire").id) is not None


def test_slack_is_not_asked_whose_token_it_is_at_each_request(hosted: Hosted) -> None:
    hosted.installs()
    calls = hosted.slack.asgi.state.web.calls
    calls.clear()
    for text in ("bonjour", "merci"):
        hosted.slack.person("Claire").say(text)
    hosted.slack.settle(20)
    assert "auth.test" not in {name for name, _ in calls}


def test_a_token_is_not_readable_in_the_database(hosted: Hosted) -> None:
    hosted.installs()
    (token,) = hosted.slack.world.grants.tokens
    assert token.encode() not in hosted.database.read_bytes()
    assert Vault([KEY]).open(str(hosted.kept()["bot_token"])) == token


def test_who_says_no_reads_what_to_do_and_nothing_is_kept(hosted: Hosted) -> None:
    page = hosted.installs("Cancel")
    assert "n’a pas été acceptée" in page.text
    assert "was not approved" in page.text
    with sqlite3.connect(hosted.database) as rows:
        assert rows.execute("SELECT count(*) FROM installations").fetchone() == (0,)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("code=abc&state=never-given", "has to be finished within ten minutes"),
        ("state=never-given", "has to be finished within ten minutes"),
        ("", "has to be finished within ten minutes"),
    ],
)
def test_coming_back_without_having_begun_is_said_kindly(hosted: Hosted, query: str, words: str) -> None:
    page = hosted.window().get(f"/slack/oauth_redirect?{query}")
    assert page.status == 400
    assert words in page.text


def test_a_state_counts_once_and_for_ten_minutes(hosted: Hosted) -> None:
    rows = hosted.jalon.storage.installations
    now = hosted.clock.now()
    rows.begin("one", now + timedelta(minutes=10))
    assert rows.finish("one", now)
    assert not rows.finish("one", now)
    rows.begin("late", now + timedelta(minutes=10))
    assert not rows.finish("late", now + timedelta(minutes=11))


def test_a_request_of_a_workspace_without_jalon_changes_nothing(hosted: Hosted) -> None:
    hosted.slack.person("Claire").say("améliorer la satisfaction client")
    hosted.slack.settle(20)
    with sqlite3.connect(hosted.database) as rows:
        assert rows.execute("SELECT count(*) FROM drafts").fetchone() == (0,)
        assert rows.execute("SELECT count(*) FROM outbox").fetchone() == (0,)


def test_a_token_that_runs_out_is_changed_before_it_does(hosted: Hosted) -> None:
    hosted.slack.world.grants.rotating = True
    hosted.installs()
    first = set(hosted.slack.world.grants.tokens)
    hosted.clock.offset += timedelta(hours=11)
    hosted.jalon.scheduler.look()
    (new,) = hosted.slack.world.grants.tokens - first
    assert Vault([KEY]).open(str(hosted.kept()["bot_token"])) == new
    hosted.slack.world.grants.tokens.difference_update(first)
    hosted.slack.person("Claire").say("aide")
    hosted.slack.settle(20)
    assert "Écrivez-moi" in hosted.slack.transcript("Claire").split("aide")[-1]


def test_taken_out_its_token_goes_at_once_and_its_data_after_the_days_that_were_set(hosted: Hosted) -> None:
    hosted.installs()
    hosted.slack.person("Claire").say("améliorer la satisfaction client")
    hosted.slack.settle(20)
    hosted.slack.world.uninstall()
    hosted.slack.settle(20)
    assert hosted.kept() == {}
    assert drafts(hosted) == 1
    hosted.clock.offset += timedelta(days=31)
    hosted.jalon.scheduler.tidy()
    assert drafts(hosted) == 0
    with sqlite3.connect(hosted.database) as rows:
        assert rows.execute("SELECT count(*) FROM people").fetchone() == (0,)
        assert rows.execute("SELECT count(*) FROM installations").fetchone() == (0,)


def test_installed_again_within_the_time_it_finds_what_it_left(hosted: Hosted) -> None:
    hosted.installs()
    hosted.slack.person("Claire").say("améliorer la satisfaction client")
    hosted.slack.settle(20)
    hosted.slack.world.uninstall()
    hosted.slack.settle(20)
    hosted.installs()
    hosted.clock.offset += timedelta(days=31)
    hosted.jalon.scheduler.tidy()
    assert drafts(hosted) == 1


def drafts(hosted: Hosted) -> int:
    with sqlite3.connect(hosted.database) as rows:
        (found,) = rows.execute("SELECT count(*) FROM drafts").fetchone()
    return int(found)


def test_health_and_readiness_are_told_apart(hosted: Hosted) -> None:
    window = hosted.window()
    assert window.get("/healthz").text == "ok"
    assert window.get("/readyz").text == "ready"
    hosted.jalon.storage.close()
    hosted.database.unlink()
    assert window.get("/healthz").status == 200
    assert window.get("/readyz").status == 503


def test_requests_that_are_signed_wrongly_are_told_in_the_log_once_a_minute(
    hosted: Hosted, caplog: pytest.LogCaptureFixture
) -> None:
    """Or whoever set another signing secret would look for the reason in vain."""
    request = Request(f"{hosted.server.url}/slack/events", b"{}", {"Content-Type": "application/json"})  # noqa: S310 - loopback
    for _ in range(3):
        with pytest.raises(HTTPError, match="401") as refused:
            build_opener(ProxyHandler({})).open(request, timeout=20)
        refused.value.close()
    told = [one.message for one in caplog.records if "SLACK_SIGNING_SECRET" in one.message]
    assert len(told) == 1
