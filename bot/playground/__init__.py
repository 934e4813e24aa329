"""A local Slack: a strict stand-in for its Web API and events on loopback, and a page to use it.

It knows nothing of the app under it. It answers the Web API at `api_url` and takes what people do to the
app's request URL over signed HTTP, just as Slack does; it refuses what Slack refuses. With it one tries an
app without an account, and tests it without a network::

    with Playground(clock=clock) as playground:
        bolt = App(
            token=playground.bot_token,
            signing_secret=playground.signing_secret,
            client=WebClient(playground.bot_token, base_url=playground.api_url),
            process_before_response=True,
        )
        playground.app_url = "http://127.0.0.1:3000/slack/events"  # where `bolt` is served

        claire = playground.person("Claire")
        claire.say("améliorer la satisfaction client")
        playground.settle()
        claire.press(claire.last(), "Confirmer")
        print(playground.transcript("Claire"))

To offer it in a browser, give it the commands of the manifest and somebody who moves the clock::

    Playground(path=state_file, clock=clock, commands=commands, time_machine=machine, port=8484)

See `docs/playground.md` for what it enforces and what it leaves out.
"""

from bot.playground.acting import Person
from bot.playground.as_text import as_text, transcript
from bot.playground.delivery import EVENTS, Ack, Delivered, Delivery
from bot.playground.errors import CannotDo, FieldsRefused
from bot.playground.faults import Fault, Faults
from bot.playground.limits import RateLimits
from bot.playground.page import PageOptions
from bot.playground.running import Playground
from bot.playground.server import create_asgi
from bot.playground.timemachine import Landmark, TimeMachine
from bot.playground.values import Channel, Command, File, Message, Shortcut, User, View
from bot.playground.world import World

__all__ = [
    "EVENTS",
    "Ack",
    "CannotDo",
    "Channel",
    "Command",
    "Delivered",
    "Delivery",
    "Fault",
    "Faults",
    "FieldsRefused",
    "File",
    "Landmark",
    "Message",
    "PageOptions",
    "Person",
    "Playground",
    "RateLimits",
    "Shortcut",
    "TimeMachine",
    "User",
    "View",
    "World",
    "as_text",
    "create_asgi",
    "transcript",
]
