"""What one person does goes one after the other, in the order in which it came in."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Lines:
    """A line for each person: whoever comes first goes first, and nobody waits for anybody else's."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[tuple[str, str], deque[threading.Event]] = {}

    @contextmanager
    def stand(self, workspace: str, user: str) -> Iterator[None]:
        """Wait for what came in before; the next one goes on afterwards."""
        mine = threading.Event()
        with self._lock:
            line = self._waiting.setdefault((workspace, user), deque())
            line.append(mine)
            if line[0] is mine:
                mine.set()
        mine.wait()
        try:
            yield
        finally:
            with self._lock:
                line.popleft()
                if line:
                    line[0].set()
                else:
                    del self._waiting[workspace, user]
