"""What the page shows a person, as plain values for the templates."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from markupsafe import Markup

from bot.playground import mrkdwn
from bot.playground.as_text import as_text
from bot.playground.blocks import values
from bot.playground.values import Channel, Json, Message, User, View
from bot.playground.words import say
from bot.playground.world import World

TOGETHER = timedelta(minutes=5)
"""Messages of one person closer than this stand under one name."""

SHOWN = 250
"""How many of a conversation's last messages the page lists."""


@dataclass(frozen=True, slots=True)
class Eyes:
    """Somebody who looks at the page: their language, their zone, their words."""

    world: World
    user: User

    @property
    def locale(self) -> str:
        """Their locale as Babel names it."""
        return self.user.locale.replace("-", "_")

    def word(self, key: str, **about: object) -> str:
        """The page's words in their language."""
        return say(self.user.language, key, **about)

    def local(self, instant: datetime, tz: str = "") -> datetime:
        """An instant in their zone, or another one."""
        return instant.astimezone(ZoneInfo(tz or self.user.tz))

    def hour(self, instant: datetime, tz: str = "") -> str:
        """The time of day in their manner."""
        return str(format_time(self.local(instant, tz), "short", locale=self.locale))

    def day(self, instant: datetime) -> str:
        """The day in their words, `lundi 4 janvier 2027`."""
        return self.date(self.local(instant).date())

    def date(self, day: date) -> str:
        """A date in their words."""
        words = str(format_date(day, "EEEE d MMMM y", locale=self.locale))
        return words.replace(" 1 ", " 1er ") if self.user.language == "fr" else words

    def separator(self, instant: datetime) -> str:
        """The day between messages: today, yesterday, or in full."""
        day, today = self.local(instant).date(), self.local(self.world.now()).date()
        if day == today:
            return self.word("today")
        if day == today - timedelta(days=1):
            return self.word("yesterday")
        return capital(self.date(day))

    def rich(self, text: str) -> Markup:
        """Slack's mark-up as HTML."""
        return mrkdwn.to_html(mrkdwn.parse(text, self.world))

    def text(self, words: Json | None) -> Markup | str:
        """A text object as HTML."""
        if not words:
            return ""
        if words["type"] == "mrkdwn":
            return self.rich(str(words["text"]))
        return mrkdwn.emojified(str(words["text"]))


def capital(words: str) -> str:
    """Words with a capital first letter."""
    return words[:1].upper() + words[1:]


def instant_of(ts: str) -> datetime:
    """The instant of a message's name."""
    return datetime.fromtimestamp(float(ts), UTC)


def sidebar(eyes: Eyes, place: str) -> dict[str, Any]:
    """The workspace, the people to act as, channels and the app, with what is unread.

    Args:
        eyes: Who looks.
        place: Where they are: `app`, `home`, or a channel's name.
    """
    world, me = eyes.world, eyes.user
    now = world.now()
    people = [
        {
            "user": user,
            "here": user.id == me.id,
            "hour": eyes.hour(now, user.tz),
            "city": city(user),
            "unread": sum(world.unread(user, channel) for channel in _mine(world, user)),
        }
        for user in world.people()
    ]
    channels = [
        {"channel": channel, "here": channel.name == place, "unread": world.unread(me, channel)}
        for channel in _mine(world, me)
        if not channel.is_im
    ]
    return {
        "team": world.state.team_name,
        "people": people,
        "channels": channels,
        "bot": world.bot,
        "app_here": place in {"app", "home"},
        "app_unread": world.unread(me, world.open_im(me.id)),
        "me": me,
    }


def _mine(world: World, user: User) -> list[Channel]:
    return [channel for channel in world.state.channels.values() if user.id in channel.members]


def city(user: User) -> str:
    """The city of somebody's zone, as both languages write it."""
    name = user.tz.rsplit("/", 1)[-1].replace("_", " ")
    return {"fr": {"London": "Londres", "Montreal": "Montréal"}, "en": {}}[user.language].get(name, name)


def conversation(eyes: Eyes, channel: Channel) -> list[dict[str, Any]]:
    """The messages of a conversation as the page lists them, replies under their heads."""
    said = eyes.world.messages(channel, seen_by=eyes.user)[-SHOWN:]
    heads = {one.ts for one in said if not one.is_reply}
    found: list[dict[str, Any]] = []
    before: Message | None = None
    for message in said:
        if message.is_reply and message.thread_ts in heads:
            continue
        shown = shown_message(eyes, message)
        shown["day"] = (
            "" if before and _same_day(eyes, before, message) else eyes.separator(instant_of(message.ts))
        )
        shown["joined"] = (
            not (shown["day"] or message.edited_ts) and before is not None and _joins(before, message)
        )
        replies = [one for one in said if one.is_reply and one.thread_ts == message.ts]
        shown["replies"] = [shown_message(eyes, one) for one in replies]
        found.append(shown)
        # what follows a thread stands under its own name again
        before = replace(message, user="") if replies else message
    return found


def _same_day(eyes: Eyes, one: Message, other: Message) -> bool:
    return eyes.local(instant_of(one.ts)).date() == eyes.local(instant_of(other.ts)).date()


def _joins(before: Message, message: Message) -> bool:
    near = instant_of(message.ts) - instant_of(before.ts) < TOGETHER
    return near and before.user == message.user and bool(before.only_for) == bool(message.only_for)


def shown_message(eyes: Eyes, message: Message) -> dict[str, Any]:
    """One message as the page shows it."""
    world = eyes.world
    user = world.state.users[message.user]
    blocks = message.blocks if message.bot_id else []
    instant = instant_of(message.ts)
    return {
        "id": f"m{message.ts.replace('.', '-')}",
        "ref": f"message/{message.channel}/{message.ts}",
        "ts": message.ts,
        "user": user,
        "hour": eyes.hour(instant),
        "when": instant.isoformat(),
        "blocks": blocks,
        "held": values(blocks, message.state),
        "body": "" if blocks else eyes.rich(message.text),
        "private": bool(message.only_for),
        "edited": bool(message.edited_ts),
        "failed": message.failed,
        "plain": as_text(world, message).split(":", 1)[-1].strip()[:120],
        "files": [world.state.files[name] for name in message.files],
    }


def shown_view(eyes: Eyes, view: View) -> dict[str, Any]:
    """A modal or Home as the page shows it."""
    depth = len(eyes.world.state.stacks.get(view.user, []))
    return {
        "view": view,
        "ref": "home" if view.type == "home" else f"view/{view.id}",
        "blocks": view.blocks,
        "held": values(view.blocks, view.state),
        "errors": view.errors,
        "payload": view.payload,
        "depth": depth,
        "key": f"{view.id} {view.hash} {sorted(view.errors.items())}",
    }


def choices(eyes: Eyes, element: Json) -> list[tuple[str, str]]:
    """What a menu of people, channels or conversations offers: ids and words.

    Args:
        eyes: Who looks.
        element: The menu; its `filter` may leave direct messages or channels out.
    """
    world, kind = eyes.world, str(element["type"])
    if "users" in kind:
        return [(user.id, user.real_name) for user in world.people()]
    channels = [(one.id, "#" + one.name) for one in world.state.channels.values() if not one.is_im]
    if "channels" in kind:
        return channels
    wanted = (element.get("filter") or {}).get("include") or ["public", "private", "im"]
    mine = world.open_im(eyes.user.id)
    offered = channels if {"public", "private"} & set(wanted) else []
    return [*offered, (mine.id, f"@{world.bot.real_name}")] if "im" in wanted else offered


def picked(held: Json) -> list[str]:
    """The values that an element holds, as option values or ids."""
    found: list[str] = []
    for key, value in held.items():
        many = value if isinstance(value, list) else [value]
        found += [
            one["value"] if isinstance(one, dict) else str(one) for one in many if key != "type" and one
        ]
    return found


def readers(eyes: Eyes) -> dict[str, Any]:
    """The functions that the templates use."""
    return {
        "w": eyes.word,
        "rich": eyes.rich,
        "text": eyes.text,
        "picked": picked,
        "choices": partial(choices, eyes),
        "has_file": lambda found: _file(eyes.world, found),
        "capital": capital,
        "long_day": partial(long_day, eyes),
    }


def long_day(eyes: Eyes, iso: str) -> str:
    """A chosen date as its reader writes it: `31 mars 2027`."""
    return str(format_date(date.fromisoformat(iso), "long", locale=eyes.locale))


def _file(world: World, found: Json) -> str:
    """The address of a `slack_file`, or empty."""
    name = str(found.get("id") or found.get("url") or "")
    for file in world.state.files.values():
        if file.state == "complete" and (file.id == name or f"/{file.id}/" in name):
            return f"/files/{file.id}/{file.name}"
    return ""


def completions(commands: Sequence[Any], eyes: Eyes) -> list[dict[str, str]]:
    """Slash commands for the composer, those of the app and the one of Slack itself."""
    found = [
        {
            "name": one.command,
            "hint": one.usage_hint,
            "about": one.description,
            "by": eyes.world.bot.real_name,
        }
        for one in commands
    ]
    return [*found, {"name": "/invite", "hint": f"@{eyes.world.bot.real_name}", "about": "", "by": "Slack"}]
