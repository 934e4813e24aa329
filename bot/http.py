"""Slack's requests over HTTP: each is handed to a worker thread, where the sync Bolt app runs."""

from slack_bolt import App
from slack_bolt.adapter.starlette.handler import to_bolt_request, to_starlette_response
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

EVENTS = "/slack/events"


def build_http(app: App) -> Starlette:
    """The web application that Slack's events, commands and interactions are sent to."""

    async def events(request: Request) -> Response:
        bolt_request = to_bolt_request(request, await request.body())
        return to_starlette_response(await run_in_threadpool(app.dispatch, bolt_request))

    async def healthy(_: Request) -> Response:
        return PlainTextResponse("ok")

    return Starlette(
        routes=[Route(EVENTS, events, methods=["POST"]), Route("/healthz", healthy, methods=["GET"])]
    )
