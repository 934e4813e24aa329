"""Slack's requests over HTTP: each is handed to a worker thread, where the sync Bolt app runs."""

import logging
import time
from collections.abc import Callable
from http import HTTPStatus

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.adapter.starlette.handler import to_bolt_request, to_starlette_response
from slack_bolt.oauth import OAuthFlow
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

EVENTS = "/slack/events"
QUIET_FOR = 60.0
"""Seconds in which further requests that are refused are not told."""

log = logging.getLogger(__name__)


class Refusals:
    """Tells the log of requests whose signature does not fit; anybody can send such, so once a minute."""

    def __init__(self) -> None:
        self._told_at: float | None = None

    def tell(self, now: float) -> None:
        """One was refused.

        Args:
            now: Seconds of a clock that only goes forward.
        """
        if self._told_at is None or now - self._told_at >= QUIET_FOR:
            self._told_at = now
            log.warning(
                "a request was refused: it is signed with another secret than SLACK_SIGNING_SECRET,"
                " or it seems more than five minutes old by this machine's clock"
            )


def build_http(
    app: App, flow: OAuthFlow | None = None, is_ready: Callable[[], bool] = lambda: True
) -> Starlette:
    """The web application that Slack's events, commands and interactions are sent to.

    Args:
        app: The Bolt app.
        flow: How it is installed in a workspace, where many may.
        is_ready: Whether the database answers and is up to date.
    """

    async def answer(request: Request, handle: Callable[[BoltRequest], BoltResponse]) -> Response:
        bolt_request = to_bolt_request(request, await request.body())
        return to_starlette_response(await run_in_threadpool(handle, bolt_request))

    refusals = Refusals()

    async def events(request: Request) -> Response:
        answered = await answer(request, app.dispatch)
        if answered.status_code == HTTPStatus.UNAUTHORIZED:
            refusals.tell(time.monotonic())
        return answered

    async def healthy(_: Request) -> Response:
        return PlainTextResponse("ok")

    async def ready(_: Request) -> Response:
        if await run_in_threadpool(is_ready):
            return PlainTextResponse("ready")
        return PlainTextResponse("the database does not answer, or is not up to date", status_code=503)

    routes = [
        Route(EVENTS, events, methods=["POST"]),
        Route("/healthz", healthy, methods=["GET"]),
        Route("/readyz", ready, methods=["GET"]),
    ]
    if flow is not None:
        of = flow

        async def install(request: Request) -> Response:
            return await answer(request, of.handle_installation)

        async def redirect(request: Request) -> Response:
            return await answer(request, of.handle_callback)

        routes += [
            Route(of.install_path, install, methods=["GET"]),
            Route(of.redirect_uri_path, redirect, methods=["GET"]),
        ]
    return Starlette(routes=routes)
