"""The outbox in memory, from both its sides."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from coach.outgoing import MessageRef, Outgoing, Parcel, key_of_page

Render: TypeAlias = Callable[[Outgoing], dict[str, Any]]
"""Makes what Slack is sent of a message; `more` lists what follows it."""

Key: TypeAlias = tuple[str, str]
"""Workspace and dedupe key."""


@dataclass(frozen=True)
class Line:
    """A message in the outbox. States and their meaning are those of `storage/outbox.py`."""

    outgoing: Outgoing
    payload: dict[str, Any]
    state: str = "due"
    due_at: datetime | None = None
    claims: int = 0
    ref: MessageRef | None = None
    reason: str | None = None


STATES = ("due", "sending", "sent", "in_doubt", "retry", "dead")


class MemoryOutbox:
    """`coach.ports.Outbox`."""

    def __init__(self, lines: dict[Key, Line], render: Render) -> None:
        self._lines = lines
        self._render = render

    def expect(self, workspace: str, keys: Iterable[str]) -> None:
        """Nothing is gained by it in memory."""

    def add(self, outgoing: Outgoing) -> bool:
        """Put a message in line, and what follows it; False where its dedupe key is already there."""
        key = (outgoing.workspace, outgoing.dedupe_key)
        if key in self._lines:
            return False
        if outgoing.keeps is not None:
            said = self._lines.get((outgoing.workspace, outgoing.keeps))
            outgoing = replace(outgoing, was=said.payload if said else None)
        payload = self._render(outgoing)
        more = payload.pop("more", ())
        self._lines[key] = Line(outgoing, payload, due_at=outgoing.at)
        for number, following in enumerate(more, start=2):
            name = key_of_page(outgoing.dedupe_key, number)
            page = replace(outgoing, dedupe_key=name)
            self._lines[outgoing.workspace, name] = Line(page, following, due_at=outgoing.at)
        return True

    def sent(self, workspace: str, dedupe_key: str) -> MessageRef | None:
        """Where a message went, once it is sent."""
        line = self._lines.get((workspace, dedupe_key))
        return line.ref if line else None


class MemoryQueue:
    """`coach.ports.OutboxQueue`; a parcel's id names its message and the claim, as in `storage`."""

    def __init__(self, lines: Callable[[], AbstractContextManager[dict[Key, Line]]]) -> None:
        self._lines = lines

    def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[Parcel]:
        """Take up to `limit` messages that are due: at most one a channel, none of a channel in flight.

        By lane, then age; a channel's messages keep their order. A row whose lease ran out comes back with
        `in_doubt` set: it may have gone out already.
        """
        with self._lines() as lines:
            busy = {
                _channel(line)
                for line in lines.values()
                if line.state == "sending" and line.due_at is not None and line.due_at > now
            }
            ready = [
                (key, line)
                for key, line in _heads(lines)
                if line.due_at is not None and line.due_at <= now and _channel(line) not in busy
            ]
            ready.sort(key=lambda pair: (pair[1].outgoing.lane, pair[1].outgoing.at))
            for key, line in ready[:limit]:
                lines[key] = replace(line, state="sending", due_at=now + lease, claims=line.claims + 1)
        return [_parcel(key, line) for key, line in ready[:limit]]

    def mark_sent(self, parcel: str, ref: MessageRef, now: datetime) -> None:
        """It arrived, as Slack's `ref`."""
        self.mark_all_sent([(parcel, ref)], now)

    def mark_all_sent(self, arrived: Sequence[tuple[str, MessageRef]], now: datetime) -> None:
        """These parcels arrived, each as Slack's message beside it: all of it is kept, or nothing."""
        del now
        with self._lines() as lines:
            for parcel, ref in arrived:
                key, _ = _claim_of(parcel)
                if lines[key].state != "sent":
                    lines[key] = replace(lines[key], state="sent", due_at=None, ref=ref, reason=None)

    def mark_in_doubt(self, parcel: str, at: datetime, reason: str) -> None:
        """It may have gone out: look it up at `at` or later, before it is sent again."""
        self._mark(parcel, "in_doubt", at, reason)

    def mark_retry(self, parcel: str, at: datetime, reason: str) -> None:
        """It surely did not go out: try again at `at` or later."""
        self._mark(parcel, "retry", at, reason)

    def mark_dead(self, parcel: str, reason: str, now: datetime) -> None:
        """It will not be sent; the reason is kept for the owner and the administrator."""
        del now
        self._mark(parcel, "dead", None, reason)

    def _mark(self, parcel: str, state: str, due_at: datetime | None, reason: str) -> None:
        """Tell what became of a claim, unless another claim has followed it."""
        key, claims = _claim_of(parcel)
        with self._lines() as lines:
            if lines[key].state == "sending" and lines[key].claims == claims:
                lines[key] = replace(lines[key], state=state, due_at=due_at, reason=reason)

    def next_due(self) -> datetime | None:
        """When the earliest waiting message is due (or its lease runs out)."""
        with self._lines() as lines:
            return min((line.due_at for _, line in _heads(lines) if line.due_at is not None), default=None)

    def counts(self) -> dict[str, int]:
        """Rows by state, each state named."""
        with self._lines() as lines:
            states = [line.state for line in lines.values()]
        return {state: states.count(state) for state in STATES}


def _channel(line: Line) -> tuple[str, str]:
    return line.outgoing.workspace, line.outgoing.to


def _heads(lines: dict[Key, Line]) -> list[tuple[Key, Line]]:
    """The first of each channel's waiting messages."""
    heads: dict[tuple[str, str], tuple[Key, Line]] = {}
    waiting = ((key, line) for key, line in lines.items() if line.due_at is not None)
    for key, line in sorted(waiting, key=lambda pair: pair[1].outgoing.at):
        heads.setdefault(_channel(line), (key, line))
    return list(heads.values())


def _parcel(key: Key, line: Line) -> Parcel:
    """A message as it was before the claim, as the deliverer gets it."""
    outgoing = line.outgoing
    return Parcel(
        id="\n".join((*key, str(line.claims + 1))),
        workspace=outgoing.workspace,
        to=outgoing.to,
        payload=line.payload,
        dedupe_key=outgoing.dedupe_key,
        lane=outgoing.lane,
        attempts=line.claims,
        in_doubt=line.state in {"in_doubt", "sending"},
        queued_at=outgoing.at,
        replaces=outgoing.replaces,
    )


def _claim_of(parcel: str) -> tuple[Key, int]:
    """The message and the number of the claim that a parcel's id names."""
    workspace, dedupe_key, claims = parcel.split("\n")
    return (workspace, dedupe_key), int(claims)
