"""One thing that happened in Slack: one use case, one transaction, exactly once."""

import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TypeVar

from bot.clock import Clock
from bot.directory import Directory, UnmetError
from bot.lines import Lines
from bot.payloads import Caller
from coach.errors import Refused, Stale
from coach.ports import Ids, OpenUnitOfWork, UnitOfWork
from coach.usecases.call import Call

T = TypeVar("T")
TRIES = 3
"""How often a use case is run when somebody else changes the same rows under its feet."""

log = logging.getLogger(__name__)


class Turns:
    """Runs use cases: opens a transaction, notes the event, sees that its people are known, and commits.

    Where somebody is not, Slack is asked with no transaction open, and the turn begins anew.
    """

    def __init__(
        self,
        open_uow: OpenUnitOfWork,
        ids: Ids,
        clock: Clock,
        directory: Directory,
        retention_days: int = 365,
    ) -> None:
        self._open_uow, self._ids, self._clock, self._directory = open_uow, ids, clock, directory
        self._retention_days = retention_days
        self._lines = Lines()

    def run(self, caller: Caller, use_case: Callable[[Call], T], *, meeting: Iterable[str] = ()) -> T | None:
        """Run a use case for what the caller did; None where this event was dealt with before.

        Args:
            caller: Who did what.
            use_case: What is to be done about it.
            meeting: Other people whom it names.
        """
        people = (caller.user, *meeting)
        with self._lines.stand(caller.workspace, caller.user):
            try:
                return self._tries(caller, use_case, people)
            except UnmetError:
                self._directory.meet(caller.workspace, people)
                return self._tries(caller, use_case, people, met=True)

    def look(self, caller: Caller, use_case: Callable[[Call], T]) -> T | None:
        """Run a use case that only reads; the event is not noted and nothing is kept."""
        try:
            return self._look(caller, use_case)
        except UnmetError:
            self._directory.meet(caller.workspace, (caller.user,))
            return self._look(caller, use_case, met=True)

    def aside(self, workspace: str, event: str, work: Callable[[UnitOfWork, datetime], object]) -> None:
        """Do something that an event asks for and that nobody is at the other end of, once."""
        with self._open_uow() as uow:
            now = self._clock.now()
            if uow.inbox.accept(workspace, event, now):
                work(uow, now)
                uow.commit()

    def _tries(
        self, caller: Caller, use_case: Callable[[Call], T], people: Sequence[str], *, met: bool = False
    ) -> T | None:
        for attempt in range(1, TRIES + 1):
            try:
                return self._once(caller, use_case, people, met=met)
            except Stale:
                if attempt == TRIES:
                    raise
        return None

    def _once(
        self, caller: Caller, use_case: Callable[[Call], T], people: Sequence[str], *, met: bool
    ) -> T | None:
        with self._open_uow() as uow:
            if not uow.inbox.accept(caller.workspace, caller.event, self._clock.now()):
                return None
            call = self._call(uow, caller, people, met=met)
            if call is None or call.person.deactivated:
                log.warning("an event of somebody unknown or deactivated was left out")
                return None
            result: T | None = None
            try:
                result = use_case(call)
            except Refused as refusal:
                call.say(refusal.says)
            uow.commit()
            return result

    def _look(self, caller: Caller, use_case: Callable[[Call], T], *, met: bool = False) -> T | None:
        with self._open_uow() as uow:
            call = self._call(uow, caller, (caller.user,), met=met)
            return use_case(call) if call is not None else None

    def _call(self, uow: UnitOfWork, caller: Caller, people: Sequence[str], *, met: bool) -> Call | None:
        person = self._directory.recall(uow, caller.workspace, people, met=met).get(caller.user)
        if person is None:
            return None
        return Call(
            uow=uow,
            ids=self._ids,
            workspace=caller.workspace,
            event=caller.event,
            now=self._clock.now(),
            person=person,
            pressed=caller.pressed,
            retention_days=self._retention_days,
        )
