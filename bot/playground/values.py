"""What a workspace is made of: users, channels, messages, views, files.

Payloads keep Slack's own names and shapes; blocks stay the plain dictionaries that the app sent.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]


@dataclass(slots=True)
class User:
    """Somebody in the workspace, or the app's own bot user.

    Attributes:
        name: The handle, lower case, unique.
        title: What they do, in their own words.
        locale: As in `users.info` with `include_locale`, for instance `fr-FR`.
        tz: An IANA zone.
        colour: The circle behind the initials, as `#rrggbb`.
    """

    id: str
    name: str
    real_name: str
    title: str
    locale: str
    tz: str
    colour: str
    is_admin: bool = False
    is_bot: bool = False
    deleted: bool = False

    @property
    def initials(self) -> str:
        """The first letters of the first and last names."""
        words = self.real_name.split()
        return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()

    @property
    def language(self) -> str:
        """`fr` or `en`."""
        return "fr" if self.locale.startswith("fr") else "en"


@dataclass(slots=True)
class Channel:
    """A public or private channel, or a direct message with the app.

    Attributes:
        kind: `channel`, `private` or `im`.
        user: The person of an `im`.
        created: Seconds since the epoch.
    """

    id: str
    name: str
    kind: Literal["channel", "private", "im"]
    members: list[str]
    created: int
    topic: str = ""
    user: str = ""
    is_archived: bool = False

    @property
    def is_im(self) -> bool:
        """Is it a direct message?"""
        return self.kind == "im"


@dataclass(slots=True)
class Message:
    """Something said in a channel.

    Attributes:
        ts: Slack's name of the message in its channel, seconds since the epoch with six decimals.
        only_for: The one person who sees it, when it is ephemeral.
        edited_ts: When it was last changed, or empty.
        state: What the reader has chosen in its inputs, `{block_id: {action_id: value}}`.
        failed: Error codes of actions that the app did not acknowledge, by action id.
    """

    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    metadata: Json = field(default_factory=dict)
    thread_ts: str = ""
    edited_ts: str = ""
    only_for: str = ""
    client_msg_id: str = ""
    bot_id: str = ""
    files: list[str] = field(default_factory=list)
    state: Json = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)

    @property
    def is_reply(self) -> bool:
        """Does it hang in a thread below another message?"""
        return bool(self.thread_ts) and self.thread_ts != self.ts


@dataclass(slots=True)
class View:
    """A modal, or a person's App Home.

    Attributes:
        payload: What the app sent, with block ids filled in.
        hash: Changes with each change of the view.
        state: As in `Message`.
        errors: What to show at each field, by block id.
    """

    id: str
    type: Literal["modal", "home"]
    user: str
    payload: Json
    hash: str
    root_view_id: str
    previous_view_id: str = ""
    state: Json = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def blocks(self) -> list[Json]:
        """Its blocks."""
        found: list[Json] = self.payload["blocks"]
        return found

    @property
    def title(self) -> str:
        """The modal's title as text; empty for a Home."""
        return str(self.payload.get("title", {}).get("text", ""))

    @property
    def external_id(self) -> str:
        """The app's own name for it, or empty."""
        return str(self.payload.get("external_id") or "")


@dataclass(slots=True)
class File:
    """An uploaded file.

    Attributes:
        content: Its bytes in Latin-1, so that they fit in the saved state.
        length: The number of bytes that were announced.
        state: `awaiting` its bytes, `uploaded`, or `complete` (shareable).
    """

    id: str
    name: str
    title: str
    alt_text: str
    length: int
    user: str
    created: int
    content: str = ""
    state: Literal["awaiting", "uploaded", "complete"] = "awaiting"

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return self.content.encode("latin-1")

    @property
    def mimetype(self) -> str:
        """The media type by its name's ending."""
        ending = self.name.rsplit(".", 1)[-1].lower()
        return _MIME.get(ending, "application/octet-stream")


_MIME = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "csv": "text/csv",
    "txt": "text/plain",
    "json": "application/json",
    "pdf": "application/pdf",
}


@dataclass(slots=True)
class Trigger:
    """A `trigger_id` that lets the app open a view.

    Attributes:
        user: Whose window it opens in.
        issued: Seconds since the epoch, on the world's clock.
        view: The view it came from, or empty.
    """

    id: str
    user: str
    issued: float
    view: str = ""
    used: bool = False


@dataclass(slots=True)
class ResponseUrl:
    """Where the app may answer a command or an action.

    Attributes:
        message_ts: The message it came from, or empty for a command.
        issued: Seconds since the epoch, on the world's clock.
        uses: How often it was used; five are allowed.
    """

    id: str
    user: str
    channel: str
    message_ts: str
    issued: float
    uses: int = 0


@dataclass(slots=True)
class UserGroup:
    """A group of people that can be mentioned together."""

    id: str
    handle: str
    name: str
    users: list[str]


@dataclass(slots=True)
class Notice:
    """Something that Slack itself tells one person, outside any channel."""

    ts: str
    user: str
    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command as the app's manifest states it."""

    command: str
    description: str = ""
    usage_hint: str = ""
    should_escape: bool = False


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A shortcut as the app's manifest states it; `type` is `global` or `message`."""

    name: str
    callback_id: str
    type: Literal["global", "message"] = "global"
    description: str = ""


@dataclass(slots=True)
class Assistant:
    """What the app set for one thread of its assistant: prompts to choose from, and its status."""

    status: str = ""
    title: str = ""
    prompts: list[Json] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Step:
    """A step for workflows (a function) as the app's manifest states it; parameters by name."""

    callback_id: str
    title: str
    description: str = ""
    input_parameters: Json = field(default_factory=dict)
    output_parameters: Json = field(default_factory=dict)


@dataclass(slots=True)
class Execution:
    """One run of a step: `running` until the app says how it ended.

    Attributes:
        output_parameters: What the step gives to those that follow, as the manifest states it.
    """

    id: str
    callback_id: str
    inputs: Json
    output_parameters: Json
    state: Literal["running", "completed", "failed"] = "running"
    outputs: Json = field(default_factory=dict)
    error: str = ""
