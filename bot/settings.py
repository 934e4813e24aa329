"""What an administrator sets, by environment variables; read once, in `main()`.

The table in README.md is held against this file by a test.
"""

from pathlib import Path
from typing import Any, Literal

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.tokens import Vault, keys_in


def default_database() -> str:
    """A SQLite file in the user's data directory."""
    return f"sqlite:///{data_directory() / 'jalon.sqlite3'}"


def data_directory() -> Path:
    """Where Jalon keeps its files on this machine."""
    return user_data_path("jalon", appauthor=False)


class SettingsError(Exception):
    """A setting is missing or wrong: one sentence that names the variable."""


class Settings(BaseSettings):
    """Jalon's configuration."""

    model_config = SettingsConfigDict(
        env_prefix="", extra="ignore", populate_by_name=True, hide_input_in_errors=True
    )

    slack_bot_token: SecretStr | None = Field(
        None, validation_alias="SLACK_BOT_TOKEN", description="The bot's token, `xoxb-…`, for one workspace."
    )
    slack_app_token: SecretStr | None = Field(
        None,
        validation_alias="SLACK_APP_TOKEN",
        description="The app-level token, `xapp-…`, with `connections:write`: Socket Mode.",
    )
    slack_signing_secret: SecretStr | None = Field(
        None,
        validation_alias="SLACK_SIGNING_SECRET",
        description="Checks that HTTP requests come from Slack. Not needed in Socket Mode.",
    )
    slack_client_id: str | None = Field(
        None,
        validation_alias="SLACK_CLIENT_ID",
        description="The app's client id: with the client secret, Jalon can be installed in many workspaces.",
    )
    slack_client_secret: SecretStr | None = Field(
        None,
        validation_alias="SLACK_CLIENT_SECRET",
        description="The app's client secret, for many workspaces.",
    )
    secret_key: SecretStr | None = Field(
        None,
        validation_alias="JALON_SECRET_KEY",
        description="Seals the workspaces' tokens in the database; `jalon key` makes one. To change it, put"
        " the new one first and a comma between.",
    )
    slack_api_url: str = Field(
        "https://slack.com/api/",
        validation_alias="SLACK_API_URL",
        description="Root of Slack's Web API; another one for GovSlack.",
    )
    database_url: str = Field(
        default_factory=default_database,
        validation_alias="JALON_DATABASE_URL",
        description="Where Jalon keeps its rows: `sqlite:///jalon.sqlite3`, or"
        " `postgresql://user:password@host/jalon`, which several processes may share.",
    )
    language: Literal["fr", "en"] = Field(
        "fr",
        validation_alias="JALON_LANGUAGE",
        description="Language for people whose Slack is in neither French nor English.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", validation_alias="JALON_LOG_LEVEL", description="How much is logged."
    )
    tick_seconds: float = Field(
        15.0,
        ge=1,
        le=300,
        validation_alias="JALON_TICK_SECONDS",
        description="Seconds between two looks at what is due.",
    )

    retention_days: int = Field(
        365,
        ge=30,
        le=3650,
        validation_alias="JALON_RETENTION_DAYS",
        description="Days that goals are kept after they ended, and drafts after they were last touched.",
    )
    uninstalled_days: int = Field(
        30,
        ge=0,
        le=365,
        validation_alias="JALON_UNINSTALLED_DAYS",
        description="Days that a workspace's data is kept after Jalon was taken out; its tokens go at once.",
    )

    @field_validator("secret_key")
    @classmethod
    def _are_keys(cls, keys: SecretStr | None) -> SecretStr | None:
        """A key that seals nothing would be found out only when somebody installs."""
        for key in keys_in(keys.get_secret_value()) if keys is not None else ():
            try:
                Vault([key])
            except ValueError:
                raise ValueError("it should be what `jalon key` prints") from None
        return keys

    @field_validator("slack_api_url")
    @classmethod
    def _is_an_address(cls, url: str) -> str:
        """The SDK puts the method's name behind it as it is."""
        if not url.startswith(("https://", "http://")):
            raise ValueError("it should begin with https://")
        return url if url.endswith("/") else f"{url}/"

    def is_set(self, name: str) -> bool:
        """Whether a secret has a value; one that was set to nothing has none."""
        value: SecretStr | None = getattr(self, name)
        return value is not None and bool(value.get_secret_value().strip())

    @property
    def for_many(self) -> bool:
        """Whether Jalon is installed by many workspaces, each with its own token."""
        return bool(self.slack_client_id) and self.is_set("slack_client_secret")

    def require(self, name: str) -> str:
        """The value of a secret that this command cannot do without.

        Raises:
            SettingsError: it is not set.
        """
        value: SecretStr | None = getattr(self, name)
        if value is None or not self.is_set(name):
            raise SettingsError(f"{variable(name)} is missing. {Settings.model_fields[name].description}")
        return value.get_secret_value().strip()


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return str(Settings.model_fields[name].validation_alias)


def read_settings(**given: Any) -> Settings:
    """The settings of this environment, with `given` ones (from the command line) on top.

    Raises:
        SettingsError: some are wrong: one sentence each, which names the variable.
    """
    try:
        return Settings(**given)
    except ValidationError as error:
        wrong = [
            f"{one['loc'][0] if one['loc'] else 'a setting'} is wrong: {_reason(one['msg'])}."
            for one in error.errors()
        ]
        raise SettingsError("\n".join(wrong)) from error


def _reason(message: str) -> str:
    """What pydantic says of a wrong value, as the second half of a sentence."""
    short = message.removeprefix("Value error, ").split(", unable")[0]
    return short.replace("Input should be", "it should be")
