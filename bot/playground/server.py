"""The HTTP face of the stand-in: `/api/*`, uploads, response URLs, files; and the page beside it."""

import asyncio
import json
from base64 import b64decode
from collections import deque
from collections.abc import Mapping
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from bot.playground import api, api_files, forms, oauth
from bot.playground.delivery import Delivery
from bot.playground.errors import RateLimited
from bot.playground.page import Page, PageOptions
from bot.playground.world import World


class _Cut(Response):
    """A connection cut before the answer."""

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Promise a body that never comes: the client sees the connection break."""
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1000")]})


async def _arguments(request: Request) -> dict[str, Any]:
    found: dict[str, Any] = dict(request.query_params)
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        body = await request.body()
        given = json.loads(body) if body else {}
        found |= given if isinstance(given, dict) else {}
    elif kind.startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
        async with request.form() as form:
            found |= dict(form)
    return found


class WebApi:
    """Slack's Web API over HTTP.

    Args:
        world: The workspace.
        access: How the app may call.
    """

    def __init__(self, world: World, access: api.Access) -> None:
        self.world = world
        self.access = access
        self.redirect_url = ""
        """Where the app wants people back, as its settings at Slack say."""
        self.calls: deque[tuple[str, Mapping[str, Any]]] = deque(maxlen=5000)

    async def method(self, request: Request) -> Response:
        """Answer one call of a method, with the fault that awaits it if any."""
        name = request.path_params["method"]
        fault = self.world.faults.take(name)
        if fault and fault.kind == "error":
            return JSONResponse({"ok": False, "error": fault.error})
        if fault and fault.kind == "status":
            headers = {"Retry-After": str(fault.retry_after)} if fault.retry_after else {}
            body: dict[str, Any] = {"ok": False, "error": "ratelimited"} if fault.status == 429 else {}
            return JSONResponse(body, fault.status, headers)
        answer = await self._answer(request, name)
        if fault and fault.kind == "timeout":
            await asyncio.sleep(fault.seconds)
        return _Cut() if fault and fault.kind == "cut" else answer

    async def _answer(self, request: Request, name: str) -> Response:
        try:
            args = await _arguments(request)
        except ValueError:
            return JSONResponse({"ok": False, "error": "invalid_json"})
        given = args.pop("token", None)
        header = request.headers.get("authorization", "")
        if header.startswith("Basic "):
            client, _, secret = b64decode(header.removeprefix("Basic ")).decode().partition(":")
            args |= {"client_id": client, "client_secret": secret}
        token = header.removeprefix("Bearer ").strip() if header.startswith("Bearer ") else str(given or "")
        self.calls.append((name, args))
        try:
            body = await run_in_threadpool(api.call, self.world, self.access, name, token, args)
        except RateLimited as limit:
            headers = {"Retry-After": str(limit.retry_after)}
            return JSONResponse({"ok": False, "error": "ratelimited"}, 429, headers)
        headers = {"X-OAuth-Scopes": ",".join(sorted(self.access.scopes or ()))}
        return JSONResponse(body, headers=headers)

    async def upload(self, request: Request) -> Response:
        """Take the bytes of a file, raw or as a form's `file`."""
        if request.headers.get("content-type", "").startswith("multipart/form-data"):
            async with request.form() as form:
                part = next(iter(form.values()), "")
                content = part.encode() if isinstance(part, str) else await part.read()
        else:
            content = await request.body()
        taken = api_files.receive(self.world, request.path_params["file"], content)
        return PlainTextResponse(f"OK - {len(content)}") if taken else PlainTextResponse("failure", 400)

    async def response(self, request: Request) -> Response:
        """Take what the app says at a response URL."""
        try:
            body = json.loads(await request.body())
        except ValueError:
            return PlainTextResponse("invalid_payload", 400)
        status, text = await run_in_threadpool(forms.response, self.world, request.path_params["name"], body)
        if status == 200:
            return PlainTextResponse(text)
        return JSONResponse({"ok": False, "error": text}, status)

    def file(self, request: Request) -> Response:
        """A file's bytes."""
        file = self.world.state.files.get(request.path_params["file"])
        if file is None or file.state == "awaiting":
            return PlainTextResponse("not found", 404)
        headers = {
            "Cache-Control": "private, max-age=3600",
            "Content-Security-Policy": "default-src 'none'; sandbox",
        }
        return Response(file.data, media_type=file.mimetype, headers=headers)

    def authorize(self, request: Request) -> Response:
        """The page on which whoever administers the workspace says yes or no to the app."""
        return oauth.consent(request, self.world.state.team_name, self.world.user("Claire"))

    def routes(self) -> list[BaseRoute]:
        """Where all this is found."""
        return [
            Route("/oauth/v2/authorize", self.authorize),
            Route("/api/{method}", self.method, methods=["GET", "POST"]),
            Route("/upload/v1/{file}", self.upload, methods=["POST", "PUT"]),
            Route("/response/{team}/{name}", self.response, methods=["POST"]),
            Route("/files/{file}/{name}", self.file),
        ]


def create_asgi(
    world: World, delivery: Delivery, access: api.Access, options: PageOptions | None = None
) -> Starlette:
    """The playground as an ASGI application: the Web API, files, response URLs and the page.

    Args:
        world: The workspace.
        delivery: The way to the app.
        access: How the app may call.
        options: What the page offers: commands, shortcuts, a time machine.
    """
    web = WebApi(world, access)
    page = Page(world, delivery, options or PageOptions())
    # another site's page must not reach this one under a name of its own
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])
    app = Starlette(routes=[*web.routes(), *page.routes()], middleware=[hosts])
    app.state.page = page
    app.state.web = web
    return app
