"""What the stand-in answers when it refuses, and what a person cannot do."""

from collections.abc import Sequence
from typing import Any


class SlackRefusal(Exception):
    """A Web API call that Slack answers with `ok: false`.

    Args:
        code: Slack's error code, for instance `channel_not_found`.
        messages: Sentences for `response_metadata.messages`, without the `[ERROR]` mark.
        more: Further top-level keys of the answer.
    """

    def __init__(self, code: str, messages: Sequence[str] = (), **more: Any) -> None:
        super().__init__(code)
        self.code = code
        self.messages = tuple(messages)
        self.more = more

    def body(self) -> dict[str, Any]:
        """The JSON body of the answer."""
        answer: dict[str, Any] = {"ok": False, "error": self.code, **self.more}
        if self.messages:
            answer["errors"] = list(self.messages)
            answer["response_metadata"] = {"messages": [f"[ERROR] {message}" for message in self.messages]}
        return answer


class RateLimited(Exception):
    """Too many calls: HTTP 429.

    Args:
        retry_after: Whole seconds to wait.
    """

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"retry after {retry_after} s")
        self.retry_after = retry_after


class CannotDo(Exception):
    """Something that a person at Slack's window could not do: no such button, a field left empty."""


class FieldsRefused(CannotDo):
    """A form that Slack's own window would not send.

    Args:
        errors: What is wrong, by block id.
    """

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__("; ".join(f"{block}: {error}" for block, error in errors.items()))
        self.errors = errors
