"""One message of the outbox on its way to Slack: where it goes, whether it is there already, its pictures."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from bot.faults import Fault, Kind, Reason, SlackFault
from bot.gateway import Gateway
from bot.pacing import Hand, Held, Pulse
from bot.pictures import Painter, put_in, without_pictures
from coach.outgoing import MessageRef, Parcel

log = logging.getLogger("jalon.delivery")

FILE_PATIENCE = 10.0
"""Seconds that a file may take; then its message stands without it."""


class Sender:
    """Says what the deliverer has in hand, in the deliverer's loop. What fails is a `SlackFault`."""

    def __init__(self, gateway: Gateway, hand: Hand, pulse: Pulse, picture_waits: Sequence[float]) -> None:
        """A sender.

        Args:
            gateway: Slack.
            hand: told what was said in a channel, which then pauses.
            pulse: the seconds that a lease is counted in.
            picture_waits: seconds after each refusal of a picture that was just uploaded.
        """
        self._gateway, self._hand, self._pulse = gateway, hand, pulse
        self._picture_waits = picture_waits
        self._painter = Painter()
        self._conversations: dict[tuple[str, str], str] = {}

    def close(self) -> None:
        """Paint no more."""
        self._painter.close()

    def known_channel(self, parcel: Parcel) -> str:
        """Where a message goes, as far as that is known without asking."""
        return self._conversations.get((parcel.workspace, parcel.to), parcel.to)

    async def channel_of(self, parcel: Parcel) -> str:
        """The channel's id; a person's conversation is opened once and remembered."""
        if parcel.replaces is not None:
            return parcel.replaces.channel
        if not parcel.to.startswith(("U", "W")):
            return parcel.to
        key = (parcel.workspace, parcel.to)
        if key not in self._conversations:
            self._conversations[key] = await self._gateway.open_conversation(*key)
        return self._conversations[key]

    async def look_up(self, parcel: Parcel, channel: str) -> MessageRef | None:
        """Where a message in doubt went, if it did. An edit is simply done again."""
        if parcel.replaces is not None:
            return None
        since = parcel.queued_at - timedelta(minutes=5)  # our clock and Slack's may differ
        try:
            return await self._gateway.find_by_key(
                parcel.workspace, channel, parcel.dedupe_key, since, parcel.payload.get("thread_ts")
            )
        except SlackFault as error:
            fault = error.fault
            if fault.kind is Kind.PERMANENT:
                raise SlackFault(Fault(Kind.PERMANENT, Reason.UNVERIFIABLE, fault.code)) from error
            raise SlackFault(Fault(Kind.IN_DOUBT, fault.reason, fault.code, fault.retry_after)) from error

    async def say(self, held: Held, channel: str) -> MessageRef:
        """Send a message, with its pictures where they can be had, and then the file that belongs to it."""
        ref = await self._say(held, channel)
        if (file := held.parcel.payload.get("file")) is not None:
            await self._hand_out(held, channel, file)
        return ref

    async def _hand_out(self, held: Held, channel: str, file: dict[str, str]) -> None:
        """Share the file below its message, once: what it holds has been said, so it is not tried again."""
        content = file["content"].encode()
        try:
            async with asyncio.timeout(FILE_PATIENCE):
                await self._gateway.upload(
                    held.parcel.workspace, content, file["name"], file["words"], channel
                )
        except (SlackFault, TimeoutError) as error:
            log.warning("a message goes without its file: %s", str(error) or type(error).__name__)
        finally:
            self._hand.pause(held.parcel.workspace, channel, self._pulse.now())

    async def _say(self, held: Held, channel: str) -> MessageRef:
        """Send a message, with its pictures.

        Slack takes a file's id a moment after the upload; until then it refuses the blocks that show it.
        """
        parcel = held.parcel
        written = {name: value for name, value in parcel.payload.items() if name != "file"}
        payload = await put_in(written, self._painter, partial(self._gateway.upload, parcel.workspace))
        plain = without_pictures(payload) if "pictures" in parcel.payload else payload
        waits = self._picture_waits if plain != payload else ()
        for wait in waits:
            try:
                return await self._say_once(held, channel, payload)
            except SlackFault as error:
                if error.fault.code != "invalid_blocks":
                    raise
            await asyncio.sleep(wait)
        return await self._say_once(held, channel, plain)

    async def _say_once(self, held: Held, channel: str, payload: dict[str, Any]) -> MessageRef:
        parcel = held.parcel
        if "pictures" in parcel.payload and self._pulse.now() > held.until:
            raise SlackFault(Fault(Kind.TRANSIENT, Reason.NO_ANSWER, "the pictures took the lease's time"))
        try:
            if parcel.replaces is None:
                key = parcel.dedupe_key
                return await self._gateway.post(parcel.workspace, channel, payload, key)
            return await self._gateway.update(parcel.workspace, parcel.replaces, payload)
        except SlackFault as error:
            if parcel.replaces is not None and error.fault.kind is Kind.IN_DOUBT:
                fault = Fault(Kind.TRANSIENT, error.fault.reason, error.fault.code)
                raise SlackFault(fault) from error
            raise
        finally:
            if parcel.replaces is None:  # an edit is no new message, and Slack does not count it as one
                self._hand.pause(parcel.workspace, channel, self._pulse.now())
