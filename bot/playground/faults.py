"""Faults on demand: what goes wrong between an app and Slack, for tests."""

import threading
from collections import deque
from dataclasses import dataclass
from typing import Literal

Kind = Literal["error", "status", "timeout", "cut"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to go wrong.

    Attributes:
        kind: `error` answers an error code and does nothing; `status` answers a bare HTTP status and does
            nothing; `timeout` does the work and answers after `seconds`; `cut` does the work and cuts the
            connection without an answer.
        error: The code of an `error`.
        status: The HTTP status of a `status`.
        seconds: How long a `timeout` holds the answer back.
        retry_after: Seconds for a `Retry-After` header (with status 429), or 0 for none.
    """

    kind: Kind
    error: str = "internal_error"
    status: int = 503
    seconds: float = 0.0
    retry_after: int = 0


class Faults:
    """What is to go wrong next, by Web API method (`*` stands for any)."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._due: dict[str, deque[Fault]] = {}
        self.met: list[tuple[str, Fault]] = []

    def answer(self, method: str, error: str, *, times: int = 1) -> None:
        """Make the next calls of `method` fail with an error code."""
        self.add(method, Fault("error", error=error), times=times)

    def status(self, method: str, status: int = 503, *, times: int = 1, retry_after: int = 0) -> None:
        """Make the next calls of `method` answer a bare HTTP status."""
        self.add(method, Fault("status", status=status, retry_after=retry_after), times=times)

    def delay(self, method: str, seconds: float, *, times: int = 1) -> None:
        """Make the next calls of `method` do their work, then answer after `seconds`."""
        self.add(method, Fault("timeout", seconds=seconds), times=times)

    def cut(self, method: str, *, times: int = 1) -> None:
        """Make the next calls of `method` do their work, then cut the connection."""
        self.add(method, Fault("cut"), times=times)

    def add(self, method: str, fault: Fault, *, times: int = 1) -> None:
        """Line up `fault` for the next `times` calls of `method`."""
        with self._lock:
            self._due.setdefault(method, deque()).extend([fault] * times)

    def take(self, method: str) -> Fault | None:
        """The fault that this call of `method` meets, if any."""
        with self._lock:
            for key in (method, "*"):
                if self._due.get(key):
                    fault = self._due[key].popleft()
                    self.met.append((method, fault))
                    return fault
        return None

    def clear(self) -> None:
        """Let everything go right again."""
        with self._lock:
            self._due.clear()
