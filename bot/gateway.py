"""The only user of Slack's Web API. The SDK's own retries are off: they would send a message twice."""

from collections.abc import Callable
from datetime import datetime
from http.client import HTTPException
from types import TracebackType
from typing import Any, Self
from urllib.error import URLError
from urllib.parse import urlsplit
from uuid import NAMESPACE_OID, uuid5

import aiohttp
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.proxy_env_variable_loader import load_http_proxy_from_env
from slack_sdk.web.async_client import AsyncWebClient

from bot.faults import Fault, Kind, Reason, SlackFault, classify
from coach.outgoing import MessageRef

SLACK = "https://slack.com/api/"
EVENT_TYPE = "jalon_message"
"""The type of the metadata that our messages carry."""
PAGE = 200
"""Messages of a channel's history, or its members, that are asked for at once."""


class Gateway:
    """Slack for the deliverer: asynchronous, many workspaces, one shared session. Used as `async with`.

    Its calls raise `SlackFault`, and nothing else for whatever Slack or the network does.
    """

    def __init__(
        self,
        token_of: Callable[[str], str | None],
        *,
        api_url: str = SLACK,
        timeout: float = 10.0,
        at_once: int = 200,
    ) -> None:
        """A gateway that is not yet connected.

        Args:
            token_of: gives a workspace's bot token; None where Jalon was uninstalled.
            api_url: the root of Slack's Web API.
            timeout: seconds until a call that was not answered is in doubt.
            at_once: connections at the same time.
        """
        self._token_of = token_of
        self._api_url = api_url
        self._at_once = at_once
        self.timeout = timeout
        self._session: aiohttp.ClientSession | None = None
        self._clients: dict[str, AsyncWebClient] = {}

    async def __aenter__(self) -> Self:
        """Open the session, in the loop that will use it."""
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=self._at_once),
            timeout=aiohttp.ClientTimeout(total=self.timeout, sock_connect=self.timeout / 2),
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()
            self._session = None
            self._clients.clear()

    async def post(self, workspace: str, channel: str, payload: dict[str, Any], key: str) -> MessageRef:
        """Send a new message that can be found again by its key.

        Raises:
            SlackFault: it was refused, or it is in doubt.
        """
        body = {
            **payload,
            "channel": channel,
            "metadata": {"event_type": EVENT_TYPE, "event_payload": {"key": key}},
            "client_msg_id": str(uuid5(NAMESPACE_OID, key)),
        }
        answer = await self._call(workspace, "chat.postMessage", json=body)
        return MessageRef(channel=answer["channel"], ts=answer["ts"])

    async def update(self, workspace: str, ref: MessageRef, payload: dict[str, Any]) -> MessageRef:
        """Put another text in a message's place; doing it twice does no harm.

        Raises:
            SlackFault: it was refused, or it is in doubt.
        """
        body = {**payload, "channel": ref.channel, "ts": ref.ts}
        answer = await self._call(workspace, "chat.update", json=body)
        return MessageRef(channel=answer["channel"], ts=answer["ts"])

    async def upload(
        self, workspace: str, content: bytes, name: str, words: str, channel: str | None = None
    ) -> str:
        """Hand a file to Slack; its id, which blocks can show.

        Args:
            workspace: The workspace.
            content: Its bytes.
            name: Its name.
            words: What it shows; in a channel, what is said of it.
            channel: The channel or conversation that it is for; None: blocks will show it.

        Raises:
            SlackFault: it was refused, or Slack did not say.
        """
        about: dict[str, Any] = {"filename": name, "length": len(content)}
        about |= {"alt_txt": words} if channel is None else {}
        place = await self._call(workspace, "files.getUploadURLExternal", params=about)
        assert self._session is not None, "open first"
        proxy = None if _is_here(place["upload_url"]) else load_http_proxy_from_env()
        try:
            async with self._session.post(place["upload_url"], data=content, proxy=proxy) as answer:
                if answer.status != 200:
                    raise SlackFault(Fault(Kind.TRANSIENT, Reason.SLACK_FAILED, f"upload: {answer.status}"))
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise SlackFault(Fault(Kind.TRANSIENT, Reason.UNREACHABLE, type(error).__name__)) from error
        file: str = place["file_id"]
        if channel is None:
            done: dict[str, Any] = {"files": [{"id": file, "title": words[:100]}]}
        else:
            shown = [{"id": file, "title": name}]
            done = {"files": shown, "channel_id": channel, "initial_comment": words}
        await self._call(workspace, "files.completeUploadExternal", json=done)
        return file

    async def open_conversation(self, workspace: str, user: str) -> str:
        """The id of the conversation between a person and Jalon.

        Raises:
            SlackFault: there is no such person, or Slack did not say.
        """
        answer = await self._call(workspace, "conversations.open", json={"users": user})
        channel: str = answer["channel"]["id"]
        return channel

    async def find_by_key(
        self, workspace: str, channel: str, key: str, since: datetime, thread: str | None = None
    ) -> MessageRef | None:
        """A message of a channel by the key in its metadata, among those sent at `since` (aware) or later.

        What answers in a thread stands in no channel's history: it is looked up below the thread's message.

        Raises:
            SlackFault: the history cannot be read.
        """
        query: dict[str, Any] = {
            "channel": channel,
            "oldest": f"{since.timestamp():.6f}",
            "inclusive": True,
            "include_all_metadata": True,
            "limit": PAGE,
        }
        while True:
            answer = await self._said(workspace, query, thread)
            for message in answer["messages"]:
                metadata = message.get("metadata") or {}
                mine = metadata.get("event_type") == EVENT_TYPE
                if mine and (metadata.get("event_payload") or {}).get("key") == key:
                    return MessageRef(channel=channel, ts=message["ts"])
            cursor = (answer.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return None
            query["cursor"] = cursor

    async def _said(self, workspace: str, query: dict[str, Any], thread: str | None) -> dict[str, Any]:
        if thread is not None:
            return await self._call(workspace, "conversations.replies", params={**query, "ts": thread})
        return await self._call(workspace, "conversations.history", params=query)

    async def _call(self, workspace: str, method: str, **arguments: Any) -> dict[str, Any]:
        """Call a method and take its answer apart; every failure is told as a `SlackFault`."""
        token = self._token_of(workspace)
        if token is None:
            raise SlackFault(Fault(Kind.PERMANENT, Reason.UNINSTALLED))
        try:
            answer = await self._client(token).api_call(method, **arguments)
        except SlackApiError as error:
            raise SlackFault(_fault_of_answer(error.response)) from error
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise SlackFault(Fault(Kind.TRANSIENT, Reason.UNREACHABLE, type(error).__name__)) from error
        except (aiohttp.ClientError, TimeoutError, OSError, AttributeError) as error:
            # AttributeError: the SDK's own, where a proxy answers in plain text
            raise SlackFault(Fault(Kind.IN_DOUBT, Reason.NO_ANSWER, type(error).__name__)) from error
        data = answer.data
        if not isinstance(data, dict):
            raise SlackFault(Fault(Kind.IN_DOUBT, Reason.SLACK_FAILED, "no JSON"))
        return data

    def _client(self, token: str) -> AsyncWebClient:
        client = self._clients.get(token)
        if client is None:
            client = AsyncWebClient(token, self._api_url, session=self._session, retry_handlers=[])
            if _is_here(self._api_url):
                client.proxy = None
            self._clients[token] = client
        return client


class ListenerGateway:
    """Slack for the listeners of one workspace: synchronous, for what cannot wait in the outbox.

    A `trigger_id` lives three seconds, so that a view is opened at once; and a person is asked for when they
    are first met.
    """

    def __init__(self, token: str, *, api_url: str = SLACK, timeout: int = 3) -> None:
        self._client = WebClient(token, api_url, timeout=timeout, retry_handlers=[])
        if _is_here(api_url):
            self._client.proxy = None

    def views_open(self, trigger_id: str, view: dict[str, Any]) -> str:
        """Open a modal; its id.

        Raises:
            SlackFault: the trigger is too old, or Slack refused.
        """
        return self._view("views.open", {"trigger_id": trigger_id, "view": view})

    def views_push(self, trigger_id: str, view: dict[str, Any]) -> str:
        """Lay a modal on the open one; its id.

        Raises:
            SlackFault: the trigger is too old, or Slack refused.
        """
        return self._view("views.push", {"trigger_id": trigger_id, "view": view})

    def views_update(self, view_id: str, view: dict[str, Any], view_hash: str | None = None) -> str:
        """Change an open modal, unless it changed meanwhile (`view_hash`); its id.

        Raises:
            SlackFault: the modal is closed or was changed, or Slack refused.
        """
        guard = {"hash": view_hash} if view_hash else {}
        return self._view("views.update", {"view_id": view_id, "view": view, **guard})

    def views_publish(self, user: str, view: dict[str, Any], view_hash: str | None = None) -> str:
        """Show a person's App Home, unless it has changed meanwhile (`view_hash`); the view's id.

        Raises:
            SlackFault: there is no such person, the Home has changed, or Slack refused.
        """
        guard = {"hash": view_hash} if view_hash else {}
        return self._view("views.publish", {"user_id": user, "view": view, **guard})

    def whisper(self, channel: str, user: str, text: str) -> None:
        """Say something in a channel or conversation that only one person sees, without the outbox.

        Raises:
            SlackFault: Slack refused, or did not say.
        """
        self._call("chat.postEphemeral", json={"channel": channel, "user": user, "text": text})

    def suggest(self, channel: str, title: str, prompts: list[str]) -> None:
        """Offer things to say in a conversation that was just opened (four at most).

        Raises:
            SlackFault: Slack refused, as where its agent view is switched off.
        """
        offered = [{"title": prompt, "message": prompt} for prompt in prompts]
        body = {"channel_id": channel, "title": title, "prompts": offered}
        self._call("assistant.threads.setSuggestedPrompts", json=body)

    def step_done(self, execution: str, outputs: dict[str, Any]) -> None:
        """A workflow's step went well; telling it twice does no harm.

        Raises:
            SlackFault: there is no such step, or Slack refused.
        """
        self._end_step("functions.completeSuccess", {"function_execution_id": execution, "outputs": outputs})

    def step_failed(self, execution: str, error: str) -> None:
        """A workflow's step failed, and why; telling it twice does no harm.

        Raises:
            SlackFault: there is no such step, or Slack refused.
        """
        self._end_step("functions.completeError", {"function_execution_id": execution, "error": error})

    def _end_step(self, method: str, body: dict[str, Any]) -> None:
        try:
            self._call(method, json=body)
        except SlackFault as error:
            if error.fault.code != "execution_not_in_running_state":
                raise

    def user_info(self, user: str) -> dict[str, Any] | None:
        """Slack's `user` object with its locale, or None where there is no such user.

        Raises:
            SlackFault: Slack did not say.
        """
        try:
            answer = self._call("users.info", params={"user": user, "include_locale": True})
        except SlackFault as error:
            if error.fault.reason is Reason.PERSON_GONE:
                return None
            raise
        facts: dict[str, Any] = answer["user"]
        return facts

    def channel_members(self, channel: str, most: int) -> list[str]:
        """Slack user ids of a channel's members; where there are more than `most`, at least one more.

        Raises:
            SlackFault: there is no such channel, Jalon may not see it, or Slack did not say.
        """
        found: list[str] = []
        query: dict[str, Any] = {"channel": channel, "limit": PAGE}
        while True:
            answer = self._call("conversations.members", params=query)
            found += answer["members"]
            cursor = (answer.get("response_metadata") or {}).get("next_cursor")
            if not cursor or len(found) > most:
                return found
            query["cursor"] = cursor

    def group_members(self, group: str) -> list[str]:
        """Slack user ids of a user group's members.

        Raises:
            SlackFault: there is no such group, the plan has none, or Slack did not say.
        """
        members: list[str] = self._call("usergroups.users.list", params={"usergroup": group})["users"]
        return members

    def user_groups(self) -> list[dict[str, Any]]:
        """Slack's `usergroup` objects of the workspace.

        Raises:
            SlackFault: the plan has none, or Slack did not say.
        """
        groups: list[dict[str, Any]] = self._call("usergroups.list")["usergroups"]
        return groups

    def _view(self, method: str, body: dict[str, Any]) -> str:
        view: str = self._call(method, json=body)["view"]["id"]
        return view

    def _call(self, method: str, **arguments: Any) -> dict[str, Any]:
        try:
            answer = self._client.api_call(method, **arguments)
        except SlackApiError as error:
            raise SlackFault(_fault_of_answer(error.response)) from error
        except URLError as error:
            raise SlackFault(Fault(Kind.TRANSIENT, Reason.UNREACHABLE, str(error.reason))) from error
        except (OSError, HTTPException, ValueError) as error:
            raise SlackFault(Fault(Kind.IN_DOUBT, Reason.NO_ANSWER, type(error).__name__)) from error
        assert isinstance(answer.data, dict)
        return answer.data


def _is_here(api_url: str) -> bool:
    """Whether the API is on this machine: then the environment's proxy, which the SDK takes, is not asked."""
    return urlsplit(api_url).hostname in {"localhost", "127.0.0.1", "::1"}


def _fault_of_answer(response: Any) -> Fault:
    """The meaning of an answer that the SDK did not like.

    `response` is the SDK's, or aiohttp's where the body was no JSON.
    """
    data = getattr(response, "data", None)
    code = str(data.get("error") or "") if isinstance(data, dict) else ""
    status: int = getattr(response, "status_code", 0) or getattr(response, "status", 200)
    headers = {name.lower(): value for name, value in (getattr(response, "headers", None) or {}).items()}
    return classify(code, status, headers.get("retry-after"))
