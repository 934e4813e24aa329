"""Whose turn it is to write: SQLite has one writer at a time, and people come before ticks."""

import heapq
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count


@dataclass(order=True, slots=True)
class _Waiting:
    background: bool
    arrival: int
    thread: int = field(compare=False)
    called: threading.Event = field(compare=False, default_factory=threading.Event)


class WriteTurns:
    """Lets one thread write at a time, in order of arrival, whoever is in the background last.

    Waiting here instead of in SQLite's busy loop keeps a person's turn short while a long pass of the
    scheduler is under way: the pass gives way between its batches.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._arrivals = count()
        self._waiting: list[_Waiting] = []
        self._writer: int | None = None

    @contextmanager
    def turn(self, *, background: bool = False) -> Iterator[None]:
        """Wait for the turn, have it for the length of the `with`, pass it on.

        Raises:
            RuntimeError: this thread has the turn already: it would wait for itself.
        """
        self._take(background=background)
        try:
            yield
        finally:
            self._pass_on()

    def is_wanted(self) -> bool:
        """Whether somebody who is not in the background waits for the turn."""
        with self._lock:
            return bool(self._waiting) and not self._waiting[0].background

    def _take(self, *, background: bool) -> None:
        me = threading.get_ident()
        with self._lock:
            if self._writer == me:
                raise RuntimeError("a unit of work inside another would wait for itself")
            if self._writer is None:
                self._writer = me
                return
            waiting = _Waiting(background, next(self._arrivals), me)
            heapq.heappush(self._waiting, waiting)
        try:
            waiting.called.wait()
        except BaseException:
            self._leave(waiting)
            raise

    def _leave(self, waiting: _Waiting) -> None:
        """Stop waiting (the thread was interrupted); a turn that was given meanwhile is passed on."""
        with self._lock:
            if not waiting.called.is_set():
                self._waiting.remove(waiting)
                heapq.heapify(self._waiting)
                return
        self._pass_on()

    def _pass_on(self) -> None:
        with self._lock:
            self._writer = None
            if self._waiting:
                following = heapq.heappop(self._waiting)
                self._writer = following.thread
                following.called.set()


class FreeTurns:
    """The turn to write where the database sees to it: everybody has it, but nobody twice at once.

    One unit of work inside another would be two transactions, of which one may wait for the other for ever.
    """

    def __init__(self) -> None:
        self._mine = threading.local()

    @contextmanager
    def turn(self, *, background: bool = False) -> Iterator[None]:
        """Have the turn for the length of the `with`.

        Raises:
            RuntimeError: this thread has the turn already.
        """
        del background
        if getattr(self._mine, "taken", False):
            raise RuntimeError("a unit of work inside another would wait for itself")
        self._mine.taken = True
        try:
            yield
        finally:
            self._mine.taken = False

    def is_wanted(self) -> bool:
        """Nobody waits: the database lets all of them write."""
        return False
