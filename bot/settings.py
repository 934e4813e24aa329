"""What an administrator sets, by environment variables; read once, in `main()`.

The table in README.md is held against this file by a test.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import Field, PrivateAttr, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.tokens import Vault, keys_in

PLAINLY = {
    "Input should be": "it should be",
    "a valid integer": "a whole number",
    "a valid number": "a number",
    "greater than or equal to": "at least",
    "less than or equal to": "at most",
}
"""What pydantic calls a value, as anybody does."""
LONGEST = 40
"""A value with more characters is not quoted."""


def default_database() -> str:
    """A SQLite file in the user's data directory."""
    return f"sqlite:///{data_directory() / 'jalon.sqlite3'}"


def data_directory() -> Path:
    """Where Jalon keeps its files on this machine."""
    return user_data_path("jalon", appauthor=False)


class SettingsError(Exception):
    """Settings are missing or wrong: one line each, which names the variable."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A setting that was given and cannot be taken."""

    variable: str
    why: str
    """The second half of a sentence, which quotes no secret."""


class Settings(BaseSettings):
    """Jalon's configuration."""

    model_config = SettingsConfigDict(
        env_prefix="", env_ignore_empty=True, extra="ignore", populate_by_name=True, hide_input_in_errors=True
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
    _wrong: tuple[Wrong, ...] = PrivateAttr(default=())

    @field_validator("language", "log_level", mode="before")
    @classmethod
    def _in_small_letters(cls, word: Any) -> Any:
        """`INFO` is as good as `info`."""
        return word.strip().lower() if isinstance(word, str) else word

    @field_validator("secret_key")
    @classmethod
    def _are_keys(cls, keys: SecretStr | None) -> SecretStr | None:
        """A key that seals nothing would be found out only when somebody installs."""
        if keys is not None and keys.get_secret_value().strip():
            try:
                Vault(keys_in(keys.get_secret_value()))
            except ValueError:
                raise ValueError("it should be what `jalon key` prints") from None
        return keys

    @field_validator("slack_api_url")
    @classmethod
    def _is_an_address(cls, url: str) -> str:
        """The SDK puts the method's name behind it as it is."""
        if not url.startswith(("https://", "http://")):
            raise ValueError("it should begin with https://")
        if not (url.isascii() and url.isprintable()) or " " in url:
            raise ValueError("it has characters that no address has")
        try:
            named = urlsplit(url)
            there = bool(named.hostname) and named.port != 0
        except ValueError:
            there = False
        if not there:
            raise ValueError("it should be an address such as https://slack.com/api/")
        return url if url.endswith("/") else f"{url}/"

    @property
    def wrong(self) -> Sequence[Wrong]:
        """What was given and cannot be taken; the defaults stand in its place."""
        return self._wrong

    def is_set(self, name: str) -> bool:
        """Whether something that has no default has a value; what was set to nothing has none."""
        return bool(self._value(name))

    @property
    def for_many(self) -> bool:
        """Whether Jalon is installed by many workspaces, each with its own token."""
        return self.is_set("slack_client_id") and self.is_set("slack_client_secret")

    def require(self, name: str) -> str:
        """The value of something without a default that this command cannot do without.

        Raises:
            SettingsError: it is not set.
        """
        if not (value := self._value(name)):
            raise SettingsError(f"{variable(name)} is missing. {Settings.model_fields[name].description}")
        return value

    def _value(self, name: str) -> str:
        value: SecretStr | str | None = getattr(self, name)
        return (value.get_secret_value() if isinstance(value, SecretStr) else value or "").strip()


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return str(Settings.model_fields[name].validation_alias)


def read_settings() -> Settings:
    """The settings of this environment.

    Raises:
        SettingsError: some are wrong: one sentence each, which names the variable.
    """
    settings = read_as_far_as_possible()
    if settings.wrong:
        raise SettingsError("\n".join(f"{one.variable} is wrong: {one.why}." for one in settings.wrong))
    return settings


def read_as_far_as_possible() -> Settings:
    """The settings of this environment; those that cannot be taken are named in `wrong`."""
    try:
        return Settings()
    except ValidationError as error:
        told = {str(one["loc"][0]): one for one in error.errors()}
        wrong = {name: Wrong(name, _reason(one["msg"], name, one["input"])) for name, one in told.items()}
    instead = {
        variable(name): field.get_default(call_default_factory=True)
        for name, field in Settings.model_fields.items()
        if variable(name) in wrong
    }
    settings = Settings(**instead)
    settings._wrong = tuple(wrong.values())  # noqa: SLF001 - our own
    return settings


def _reason(message: str, name: str, value: Any) -> str:
    """What pydantic says of a wrong value, as the second half of a sentence; it is quoted where it may be."""
    why = message.removeprefix("Value error, ").split(", unable")[0]
    for theirs, ours in PLAINLY.items():
        why = why.replace(theirs, ours)
    return f"{why}, and is {value!r}" if _may_be_shown(name, str(value)) else why


def _may_be_shown(name: str, value: str) -> bool:
    """Whether a value is no secret: neither its setting, nor what was pasted into another one by mistake."""
    fields = {variable(one): field for one, field in Settings.model_fields.items()}
    kinds = get_args(fields[name].annotation) or (fields[name].annotation,)
    may_hide_one = "@" in value or value.startswith(("xox", "xapp-")) or len(value) > LONGEST
    return SecretStr not in kinds and not may_hide_one
