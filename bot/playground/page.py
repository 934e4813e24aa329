"""The page in the browser: what it shows, and what people do on it."""

import asyncio
import json
import mimetypes
import threading
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from bot.playground import page_model as model
from bot.playground import timemachine
from bot.playground.acting import Person, Thing
from bot.playground.choosing import at, still
from bot.playground.delivery import Ack, Delivery
from bot.playground.errors import CannotDo, FieldsRefused, SlackRefusal
from bot.playground.timemachine import TimeMachine
from bot.playground.values import Channel, Command, Execution, Json, Shortcut, Step, View
from bot.playground.world import World

HERE = Path(__file__).parent
POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
LANDMARKS = 8
STATIC = {path.name: path.read_bytes() for path in (HERE / "static").iterdir()}
"""Three small files, held in memory: a browser that leaves in the middle of one leaves no file open."""


def static(request: Request) -> Response:
    """The page's style, script or icon."""
    name = request.path_params["name"]
    if name not in STATIC:
        return Response(status_code=404)
    return Response(STATIC[name], media_type=mimetypes.guess_type(name)[0])


@dataclass(frozen=True, slots=True)
class PageOptions:
    """What the page offers beside the workspace itself.

    Attributes:
        commands: For the composer's completion.
        shortcuts: Global ones beside the composer, those on messages at each message.
        steps: Of workflows, beside the composer.
        time_machine: Who moves the clock on; None leaves that out.
        welcome: What a newcomer may do first, by handle (`claire`) or by language (`fr`, `en`); the page's
            own words without it.
        examples: Things to say that a newcomer can pick, by handle or by language.
    """

    commands: Sequence[Command] = ()
    shortcuts: Sequence[Shortcut] = ()
    steps: Sequence[Step] = ()
    time_machine: TimeMachine | None = None
    welcome: Mapping[str, str] = field(default_factory=dict)
    examples: Mapping[str, Sequence[str]] = field(default_factory=dict)


class Page:
    """The page.

    Args:
        world: The workspace.
        delivery: The way to the app.
        options: What it offers.
    """

    def __init__(self, world: World, delivery: Delivery, options: PageOptions) -> None:
        self.world = world
        self.delivery = delivery
        self.options = options
        self.stopping = threading.Event()
        self._moving = threading.Lock()
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def stop(self) -> None:
        """Let go of browsers that wait for news."""
        self.stopping.set()

    def routes(self) -> list[BaseRoute]:
        """Where it is found."""
        return [
            Route("/", self.front),
            Route("/as/{person}/{place}", self.show),
            Route("/as/{person}/{place}/parts", self.parts),
            Route("/as/{person}/{place}/news", self.news),
            Route("/as/{person}/{place}/act", self.act, methods=["POST"]),
            Route("/archives/{channel}/{message}", self.permalink),
            Route("/static/{name}", static),
        ]

    # -- showing ----------------------------------------------------------------------------------------

    def front(self, request: Request) -> Response:
        """Go on as the person last in view."""
        known = {user.name for user in self.world.people()}
        name = request.cookies.get("playground_person", "")
        return RedirectResponse(f"/as/{name if name in known else self.world.people()[0].name}/app")

    def permalink(self, request: Request) -> Response:
        """Follow a message's permanent link, as the person last in view."""
        channel = self.world.state.channels.get(request.path_params["channel"])
        if channel is None:
            return RedirectResponse("/")
        digits = request.path_params["message"].removeprefix("p")
        name = request.cookies.get("playground_person") or self.world.people()[0].name
        if channel.is_im:
            name = self.world.state.users[channel.user].name
        return RedirectResponse(f"/as/{name}/{channel.name or 'app'}#m{digits[:-6]}-{digits[-6:]}")

    def _found(self, request: Request) -> tuple[Person, str, Channel] | None:
        place = request.path_params["place"]
        try:
            user = self.world.user(request.path_params["person"])
            channel = (
                self.world.open_im(user.id) if place in {"app", "home"} else self.world.channel(f"#{place}")
            )
        except KeyError:
            return None
        if user not in self.world.people() or user.id not in channel.members:
            return None
        known = {one.command: one for one in self.options.commands} or None
        return Person(self.world, self.delivery, user.id, known), place, channel

    def show(self, request: Request) -> Response:
        """The whole page."""
        found = self._found(request)
        if found is None:
            return RedirectResponse("/")
        person, place, channel = found
        if place == "home":
            person.open_home()
        elif place == "app":
            person.open_messages()
        eyes = model.Eyes(self.world, person.user)
        landmarks = self._landmarks(eyes)  # the owner's code: not under our lock
        with self.world.lock:
            context = self._context(eyes, place, channel, landmarks)
        setup = {
            "base": f"/as/{person.user.name}/{place}",
            "commands": model.completions(self.options.commands, eyes),
            "people": [user.real_name for user in [*self.world.people(), self.world.bot]],
            "words": {key: eyes.word(key) for key in ("lost", "moving", "ok", "cancel")},
            "seen": [notice.ts for notice in self.world.state.notices],
        }
        body = self._templates.get_template("page.html").render(**context, setup=json.dumps(setup))
        answer = HTMLResponse(body, headers=_guard())
        answer.set_cookie("playground_person", person.user.name, samesite="strict")
        return answer

    def parts(self, request: Request) -> Response:
        """The parts of the page that change, each as HTML."""
        found = self._found(request)
        if found is None:
            return JSONResponse({"gone": True}, 404)
        person, place, channel = found
        if request.query_params.get("seen") and place != "home":
            person.read(channel)
        eyes = model.Eyes(self.world, person.user)
        landmarks = self._landmarks(eyes)
        with self.world.lock:
            context = self._context(eyes, place, channel, landmarks)
            version = self.world.version
        names = ("clock", "sidebar", "modal", "home" if place == "home" else "messages")
        parts = {name: self._templates.get_template(f"{name}.html").render(**context) for name in names}
        view = context["modal"]
        notices = [
            {"ts": one.ts, "text": one.text} for one in self.world.state.notices if one.user == person.id
        ]
        return JSONResponse(
            {
                "version": version,
                "parts": parts,
                "modal": view["key"] if view else "",
                "notices": notices[-5:],
                "moving": context["moving"],
            },
            headers={"Cache-Control": "no-store"},
        )

    def _context(
        self, eyes: model.Eyes, place: str, channel: Channel, landmarks: list[dict[str, str]]
    ) -> dict[str, Any]:
        world, user = self.world, eyes.user
        now = world.now()
        modal, home = world.view(user), world.home(user)
        assistant = next(
            (
                one
                for key, one in reversed(world.state.assistants.items())
                if key.startswith(f"{channel.id}/")
            ),
            None,
        )
        return {
            **model.readers(eyes),
            **model.sidebar(eyes, place),
            "place": place,
            "base": f"/as/{user.name}",
            "lang": user.locale,
            "channel": channel,
            "members": len(channel.members),
            "app_absent": world.bot.id not in channel.members,
            "messages": [] if place == "home" else model.conversation(eyes, channel),
            "status": assistant.status if assistant else "",
            "prompts": assistant.prompts if assistant else [],
            "modal": model.shown_view(eyes, modal) if modal else None,
            "home": model.shown_view(eyes, home) if home else None,
            "today": model.capital(eyes.day(now)),
            "now_iso": now.isoformat(),
            "hour": eyes.hour(now),
            "city": model.city(user),
            "steps": ("hour", "day", "week", "monday") if self.options.time_machine else (),
            "landmarks": landmarks,
            "moving": self._moving.locked(),
            "shortcuts": [one for one in self.options.shortcuts if one.type == "global"],
            "workflow_steps": self.options.steps,
            "message_shortcuts": [one for one in self.options.shortcuts if one.type == "message"],
            "welcome": self.options.welcome.get(user.name) or self.options.welcome.get(user.language, ""),
            "examples": self.options.examples.get(user.name) or self.options.examples.get(user.language, ()),
        }

    def _landmarks(self, eyes: model.Eyes) -> list[dict[str, str]]:
        machine = self.options.time_machine
        if machine is None:
            return []
        now = self.world.now()
        coming = sorted(
            (one for one in machine.landmarks() if one.instant > now), key=lambda one: one.instant
        )
        return [
            {
                "key": one.key,
                "label": one.label(eyes.user.language),
                "when": f"{eyes.day(one.instant)}, {eyes.hour(one.instant)}",
            }
            for one in coming[:LANDMARKS]
        ]

    async def news(self, request: Request) -> Response:
        """Server-sent events: the version of the workspace whenever it changes."""

        async def tell() -> AsyncIterator[str]:
            known, idle = -1, 0.0
            while not self.stopping.is_set() and not await request.is_disconnected():
                if known != self.world.version:
                    known, idle = self.world.version, 0.0
                    yield f"data: {known}\n\n"
                elif idle > 15:
                    idle = 0.0
                    yield ": still here\n\n"
                await asyncio.sleep(0.1)
                idle += 0.1

        return StreamingResponse(
            tell(), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
        )

    # -- acting -----------------------------------------------------------------------------------------

    async def act(self, request: Request) -> Response:
        """Do what a person did on the page."""
        found = self._found(request)
        if found is None:
            return JSONResponse({"error": "gone"}, 404)
        if not request.headers.get("content-type", "").startswith("application/json"):
            return JSONResponse({"error": "json only"}, 415)
        body = await request.json()
        person, _place, channel = found
        what = _ACTS.get(str(body.get("do")))
        if what is None:
            return JSONResponse({"error": "unknown act"}, 400)
        try:
            await run_in_threadpool(what, self, person, channel, body)
        except FieldsRefused:
            return JSONResponse({"refused": True})
        except (CannotDo, SlackRefusal, KeyError) as problem:
            return JSONResponse({"error": str(problem)}, 409)
        return JSONResponse({"done": True})

    def _thing(self, person: Person, ref: str) -> Thing:
        kind, _, rest = ref.partition("/")
        if kind == "message":
            return self.world.message(*rest.split("/"))
        view = self.world.home(person.id) if kind == "home" else None
        for one in self.world.state.stacks.get(person.id, []):
            if one.id == rest:
                view = one
        if view is None:
            raise CannotDo("this is no longer open")
        return view

    def enter(self, person: Person, channel: Channel, body: Json) -> object:
        """Send what stands in the composer."""
        thread = self.world.message(channel.id, body["thread"]) if body.get("thread") else None
        return person.enter(str(body.get("text", "")), channel, thread=thread)

    def use(self, person: Person, _channel: Channel, body: Json) -> Ack | None:
        """Press a button, or choose in another element."""
        thing = self._thing(person, str(body["ref"]))
        spot = still(thing.blocks, str(body["block"]), str(body["action"]), str(body["type"]))
        if spot is None:
            return None
        if spot.type == "button":
            return person.press(thing, spot)
        if body.get("keep"):
            person.fill(thing, spot, body.get("chosen"))
            return None
        return person.choose(thing, spot, body.get("chosen"))

    def submit(self, person: Person, _channel: Channel, body: Json) -> Ack:
        """Send a modal with what stands in its fields."""
        view = self._thing(person, str(body["ref"]))
        for one in body.get("fields", []):
            person.fill(view, at(view.blocks, one["block"], one["action"]), one["chosen"])
        return person.submit()

    def close(self, person: Person, _channel: Channel, body: Json) -> Ack | None:
        """Close the modal in front, or all of them."""
        return person.close(everything=bool(body.get("everything")))

    def shortcut(self, person: Person, _channel: Channel, body: Json) -> Ack:
        """Use a shortcut, on a message if one is named."""
        if body.get("ref"):
            thing = self._thing(person, str(body["ref"]))
            if isinstance(thing, View):
                raise CannotDo("not a message")
            return person.message_shortcut(thing, str(body["callback"]))
        return person.shortcut(str(body["callback"]))

    def step(self, person: Person, channel: Channel, body: Json) -> Execution:
        """Run a workflow's step for the person, in the channel before them."""
        step = next((one for one in self.options.steps if one.callback_id == body["callback"]), None)
        if step is None:
            raise CannotDo("no such step")
        here = {"slack#/types/user_id": person.id, "slack#/types/channel_id": channel.id}
        inputs = {name: here.get(one["type"], "") for name, one in step.input_parameters.items()}
        return person.run_step(step, inputs)

    def move(self, person: Person, _channel: Channel, body: Json) -> None:
        """Move the clock on; one move at a time."""
        machine = self.options.time_machine
        if machine is None:
            raise CannotDo("nobody can move this clock")
        key = str(body["to"])
        goals: dict[str, datetime] = {one.key: one.instant for one in machine.landmarks()}
        if key not in goals:
            goals[key] = timemachine.step(machine.now(), person.user.tz, key)
        if not self._moving.acquire(blocking=False):
            return
        try:
            with self.world.change():
                pass
            machine.move_to(goals[key])
        finally:
            self._moving.release()
            with self.world.change():
                pass


_ACTS: dict[str, Callable[[Page, Person, Channel, Json], object]] = {
    "enter": Page.enter,
    "use": Page.use,
    "submit": Page.submit,
    "close": Page.close,
    "shortcut": Page.shortcut,
    "step": Page.step,
    "move": Page.move,
}


def _guard() -> dict[str, str]:
    return {
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cache-Control": "no-store",
    }
