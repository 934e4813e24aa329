"""The workspace as it stands: who is in it, what was said, what is open. Thread-safe.

`World` holds the state and the few verbs that change it; the Web API, the people and the page all go
through them. It tells its listeners (`on_event`) what happened in Slack's own words, and wakes whoever
waits for a change.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.clock import Clock, SystemClock
from bot.playground import events, people, persist
from bot.playground.errors import SlackRefusal
from bot.playground.faults import Faults
from bot.playground.oauth import Grants
from bot.playground.state import State
from bot.playground.values import Channel, File, Json, Message, Notice, User, View

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class World:
    """One workspace of the playground.

    Args:
        clock: What tells the time of messages, triggers and limits.
        path: Where the state is kept across restarts; None keeps it in memory only.
        team_id: The workspace's id.
        team_name: The workspace's name.

    Attributes:
        state: The values themselves; hold `lock` to read several together.
        faults: What is to go wrong next.
        on_event: Called with the inner event of each thing that Slack would tell the app.
        idempotent_posts: Does a `client_msg_id` already used in a channel return the message it made?
        version: Grows with each change.
        base_url: Where the playground listens, without a slash at the end.
    """

    def __init__(
        self,
        clock: Clock | None = None,
        path: Path | None = None,
        team_id: str = people.TEAM_ID,
        team_name: str = people.TEAM_NAME,
    ) -> None:
        self.clock = clock or SystemClock()
        self.path = path
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
        self.faults = Faults()
        self.grants = Grants()
        self.on_event: list[Callable[[Json], None]] = []
        self.idempotent_posts = False
        self.version = 0
        self.base_url = "http://127.0.0.1"
        self._saved = 0
        loaded = persist.load(path) if path else None
        self.state = loaded or State.fresh(team_id, team_name, int(self.clock.now().timestamp()))

    # -- time and names -----------------------------------------------------------------------------

    def now(self) -> datetime:
        """The present instant on the world's clock, aware, in UTC."""
        return self.clock.now()

    def next_ts(self) -> str:
        """A new message name: the time now, in seconds with six decimals, never twice the same."""
        with self.lock:
            micros = int(self.now().timestamp() * 1_000_000)
            self.state.last_micros = max(micros, self.state.last_micros + 1)
            return f"{self.state.last_micros // 1_000_000}.{self.state.last_micros % 1_000_000:06d}"

    def next_id(self, prefix: str) -> str:
        """A new id with Slack's `prefix` (`Ev`, `V`, `D`, `F`...), never twice the same."""
        number = int(self.next_ts().replace(".", ""))
        digits = ""
        while number:
            number, rest = divmod(number, 36)
            digits = _DIGITS[rest] + digits
        return prefix + digits

    # -- change ---------------------------------------------------------------------------------------

    @contextmanager
    def change(self) -> Iterator[State]:
        """Change the state under the lock; whoever waits is woken afterwards."""
        with self.lock:
            yield self.state
            self.version += 1
            self.changed.notify_all()

    def wait_for(self, holds: Callable[[], Any], seconds: float = 5.0) -> bool:
        """Wait until `holds()` is true, looking again at each change.

        Args:
            holds: What to wait for.
            seconds: The longest wait.
        """
        with self.changed:
            return bool(self.changed.wait_for(lambda: bool(holds()), timeout=seconds))

    def tell(self, event: Json | None) -> None:
        """Tell the listeners that something happened (None: nothing that the app would hear of)."""
        if event is not None:
            for listener in self.on_event:
                listener(event)

    def save(self) -> None:
        """Write the state to its file if it has one and something changed."""
        with self.lock:
            if self.path is None or self._saved == self.version:
                return
            body, version = persist.dump(self.state), self.version
        persist.write(self.path, body)
        self._saved = version

    # -- who and where --------------------------------------------------------------------------------

    @property
    def bot(self) -> User:
        """The app's bot user."""
        return self.state.users[people.BOT_USER_ID]

    def people(self) -> list[User]:
        """The people whom one can act as, in the order of the switcher."""
        return [user for user in self.state.users.values() if not user.is_bot and not user.deleted]

    def user(self, who: "str | User") -> User:
        """A user by id, handle, first or full name.

        Raises:
            KeyError: nobody is called that.
        """
        if isinstance(who, User):
            return who
        found = self.state.users.get(who)
        if found:
            return found
        low = who.lstrip("@").casefold()
        for user in self.state.users.values():
            if low in {user.name, user.real_name.casefold(), user.real_name.split()[0].casefold()}:
                return user
        raise KeyError(who)

    def add_user(self, user: User) -> User:
        """Let somebody join the workspace."""
        with self.change() as state:
            state.users[user.id] = user
        self.tell({"type": "team_join", "user": events.user_object(self, user), "event_ts": self.next_ts()})
        return user

    def change_user(self, who: "str | User", **fields: Any) -> User:
        """Change somebody's profile; the app hears `user_change`.

        Args:
            who: The person.
            **fields: New values of `User`'s fields.
        """
        with self.change() as state:
            user = replace(self.user(who), **fields)
            state.users[user.id] = user
        ts = self.next_ts()
        self.tell(
            {
                "type": "user_change",
                "user": events.user_object(self, user),
                "cache_ts": int(float(ts)),
                "event_ts": ts,
            }
        )
        return user

    def channel(self, where: "str | Channel | User") -> Channel:
        """A channel by id or `#name`; for a person, their direct messages with the app.

        Raises:
            KeyError: there is no such channel.
        """
        if isinstance(where, Channel):
            return where
        if isinstance(where, User):
            return self.open_im(where.id)
        with self.lock:
            found = self.state.channels.get(where)
            if found:
                return found
            name = where.lstrip("#")
            for channel in self.state.channels.values():
                if channel.name == name and not channel.is_im:
                    return channel
        if not where.startswith("#"):
            return self.open_im(self.user(where).id)
        raise KeyError(where)

    def open_im(self, user: str) -> Channel:
        """The direct messages between the app and a user, opened if need be."""
        with self.lock:
            for channel in self.state.channels.values():
                if channel.is_im and channel.user == user:
                    return channel
            with self.change() as state:
                created = int(self.now().timestamp())
                channel = Channel(self.next_id("D"), "", "im", [user, self.bot.id], created, user=user)
                state.channels[channel.id] = channel
                return channel

    def join(self, where: "str | Channel", who: "str | User") -> None:
        """Somebody joins a channel; the app hears `member_joined_channel` if it is in it."""
        channel, user = self.channel(where), self.user(who)
        with self.change():
            if user.id in channel.members:
                return
            channel.members.append(user.id)
        self.tell(events.membership(self, "member_joined_channel", channel, user))

    def leave(self, where: "str | Channel", who: "str | User") -> None:
        """Somebody leaves a channel; the app hears `member_left_channel`."""
        channel, user = self.channel(where), self.user(who)
        event = events.membership(self, "member_left_channel", channel, user)
        with self.change():
            if user.id not in channel.members:
                return
            channel.members.remove(user.id)
        self.tell(event)

    def archive(self, where: "str | Channel") -> None:
        """A channel is archived; the app hears `channel_archive`."""
        channel = self.channel(where)
        with self.change():
            channel.is_archived = True
        self.tell(
            {
                "type": "channel_archive",
                "channel": channel.id,
                "user": "U0CLAIRE0",
                "event_ts": self.next_ts(),
            }
        )

    def uninstall(self) -> None:
        """The app is removed: its token is revoked; it hears `tokens_revoked` and `app_uninstalled`."""
        with self.change() as state:
            state.revoked = True
        tokens = {"oauth": [], "bot": [self.bot.id]}
        self.tell({"type": "tokens_revoked", "tokens": tokens, "event_ts": self.next_ts()})
        self.tell({"type": "app_uninstalled", "event_ts": self.next_ts()})

    # -- messages ---------------------------------------------------------------------------------------

    def messages(
        self, where: "str | Channel | User", *, seen_by: "str | User | None" = None
    ) -> list[Message]:
        """What was said somewhere, oldest first, replies in threads among them.

        Args:
            where: A channel, or a person for their direct messages with the app.
            seen_by: Add what only this person sees.
        """
        with self.lock:
            channel = self.channel(where)
            eyes = self.user(seen_by).id if seen_by else ""
            said = self.state.messages.get(channel.id, [])
            return [message for message in said if not message.only_for or message.only_for == eyes]

    def message(self, channel: str, ts: str) -> Message:
        """One message.

        Raises:
            SlackRefusal: `message_not_found`.
        """
        for message in reversed(self.state.messages.get(channel, [])):
            if message.ts == ts:
                return message
        raise SlackRefusal("message_not_found")

    def dm(self, who: "str | User") -> list[Message]:
        """The direct messages between a person and the app, with what only the person sees."""
        user = self.user(who)
        return self.messages(user, seen_by=user)

    def post(self, message: Message) -> Message:
        """Add a message to its channel, and tell the app if it would hear of it."""
        with self.change() as state:
            state.messages.setdefault(message.channel, []).append(message)
            if not message.only_for:
                state.read.setdefault(message.user, {})[message.channel] = message.ts
        if not message.only_for:
            self.tell(events.message_event(self, message))
        return message

    def edit(self, message: Message, **fields: Any) -> Message:
        """Change a message in place; the app hears `message_changed`.

        Args:
            message: The message as it stands.
            **fields: New values of `Message`'s fields.
        """
        with self.change() as state:
            before = events.message_object(self, message)
            said = state.messages[message.channel]
            changed = replace(message, edited_ts=self.next_ts(), **fields)
            said[[one.ts for one in said].index(message.ts)] = changed
        self.tell(events.message_changed(self, changed, before))
        return changed

    def delete(self, message: Message) -> None:
        """Take a message away; the app hears `message_deleted`."""
        with self.change() as state:
            before = events.message_object(self, message)
            state.messages[message.channel].remove(message)
        if not message.only_for:
            self.tell(events.message_deleted(self, message, before))

    def whisper(self, to: str, channel: str, text: str, **fields: Any) -> Message:
        """Show one person something that nobody else sees, from Slackbot unless said otherwise."""
        values: dict[str, Any] = {"user": people.SLACKBOT_ID, **fields}
        message = Message(ts=self.next_ts(), channel=channel, text=text, only_for=to, **values)
        with self.change() as state:
            state.messages.setdefault(channel, []).append(message)
        return message

    def notice(self, user: str, text: str) -> None:
        """Slack itself tells a person something, over whatever they look at."""
        with self.change() as state:
            state.notices.append(Notice(self.next_ts(), user, text))

    def notices(self, who: "str | User") -> list[str]:
        """What Slack itself told a person, oldest first."""
        user = self.user(who)
        return [notice.text for notice in self.state.notices if notice.user == user.id]

    # -- reading ------------------------------------------------------------------------------------------

    def unread(self, who: "str | User", where: "str | Channel | User") -> int:
        """How many messages a person has not read somewhere."""
        with self.lock:
            user, channel = self.user(who), self.channel(where)
            mark = self.state.read.get(user.id, {}).get(channel.id, "")
            said = self.messages(channel, seen_by=user)
            return sum(
                1
                for message in said
                if message.ts > mark and message.user != user.id and not message.is_reply
            )

    def mark_read(self, who: "str | User", where: "str | Channel | User") -> None:
        """A person has read everything somewhere."""
        user, channel = self.user(who), self.channel(where)
        with self.lock:
            said = self.messages(channel, seen_by=user)
            marks = self.state.read.setdefault(user.id, {})
            if said and marks.get(channel.id, "") < said[-1].ts:
                with self.change():
                    marks[channel.id] = said[-1].ts

    # -- views and files ------------------------------------------------------------------------------------

    def home(self, who: "str | User") -> View | None:
        """A person's App Home as last published."""
        return self.state.homes.get(self.user(who).id)

    def view(self, who: "str | User") -> View | None:
        """The modal that a person sees, on top of those below it."""
        stack = self.state.stacks.get(self.user(who).id)
        return stack[-1] if stack else None

    def file(self, file_id: str) -> File:
        """A file.

        Raises:
            SlackRefusal: `file_not_found`.
        """
        found = self.state.files.get(file_id)
        if found is None:
            raise SlackRefusal("file_not_found")
        return found

    def as_text(self, thing: "Message | View") -> str:
        """A message, a modal or a Home as a person reads it, in plain text."""
        from bot.playground.as_text import as_text  # noqa: PLC0415 - as_text knows World

        return as_text(self, thing)

    def elapsed(self, since: float) -> timedelta:
        """The time since an instant given in seconds since the epoch, on the world's clock."""
        return timedelta(seconds=self.now().timestamp() - since)
