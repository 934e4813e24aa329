"""Slack's requests over HTTP: each is handed to a worker thread, where the sync Bolt app runs."""

from collections.abc import Callable

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.adapter.starlette.handler import to_bolt_request, to_starlette_response
from slack_bolt.oauth import OAuthFlow
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

EVENTS = "/slack/events"


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

    async def events(request: Request) -> Response:
        return await answer(request, app.dispatch)

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
