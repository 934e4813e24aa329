"""The key that seals the workspaces' tokens: changed, and lost."""

import re
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import container
from bot.doctor import examine
from bot.settings import Settings
from bot.tokens import Vault, WrongKeyError, new_key
from tests.bot.hosting import KEY, Hosted, settings_for


def test_a_new_key_in_front_seals_anew_and_the_old_one_can_go() -> None:
    old, new = new_key(), new_key()
    sealed = Vault([old]).seal("xoxb-1")
    renewed = Vault([new, old]).renew(sealed)
    assert Vault([new]).open(renewed) == "xoxb-1"
    with pytest.raises(WrongKeyError):
        Vault([new]).open(sealed)


def test_starting_with_a_new_key_seals_what_is_kept_anew(hosted: Hosted) -> None:
    hosted.installs()
    (token,) = hosted.slack.world.grants.tokens
    new = new_key()
    changed = settings_for(hosted.slack, hosted.database).model_copy(
        update={"secret_key": SecretStr(f"{new},{KEY}")}
    )
    container.build(changed, clock=hosted.clock).storage.close()
    assert Vault([new]).open(str(hosted.kept()["bot_token"])) == token


def test_the_doctor_counts_workspaces_and_names_what_no_key_opens(hosted: Hosted) -> None:
    hosted.installs()
    chosen = settings_for(hosted.slack, hosted.database)
    assert "workspaces: 1 installed" in examine(chosen).text
    lost = chosen.model_copy(update={"secret_key": SecretStr(new_key())})
    found = examine(lost)
    assert not found.healthy
    assert "1 sealed with a key that is not in JALON_SECRET_KEY" in found.text


def test_the_doctor_names_what_is_missing_for_many_workspaces(tmp_path: Path) -> None:
    chosen = Settings(slack_client_id="1.2", database_url=f"sqlite:///{tmp_path / 'none.sqlite3'}")
    text = examine(chosen).text
    for name in ("SLACK_CLIENT_SECRET", "SLACK_SIGNING_SECRET", "JALON_SECRET_KEY"):
        assert re.search(rf"MISSING\s+{name}", text)
