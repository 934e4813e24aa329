"""Acting as a person in the workspace: saying, pressing, choosing, filling in. Tests and page alike."""

from collections.abc import Mapping
from typing import Any

from bot.playground import choosing, events, forms, payloads, steps, views
from bot.playground.blocks import Spot, values
from bot.playground.delivery import Ack, Delivery
from bot.playground.errors import CannotDo
from bot.playground.typing_in import escape, rich_text, typed
from bot.playground.values import Channel, Command, Execution, Message, Step, User, View
from bot.playground.words import say
from bot.playground.world import World

Where = str | Channel | User
Thing = Message | View

_DONE = Ack(200)


class Person:
    """Somebody at Slack's window.

    Args:
        world: The workspace.
        delivery: The way to the app.
        user_id: Who it is.
        commands: The slash commands that the app's manifest states; None takes any.
    """

    def __init__(
        self, world: World, delivery: Delivery, user_id: str, commands: Mapping[str, Command] | None = None
    ) -> None:
        self.world = world
        self.delivery = delivery
        self.id = user_id
        self._commands = commands

    def __repr__(self) -> str:
        return f"Person({self.user.real_name})"

    @property
    def user(self) -> User:
        """The person as the workspace knows them."""
        return self.world.state.users[self.id]

    @property
    def dm(self) -> Channel:
        """Their direct messages with the app."""
        return self.world.open_im(self.id)

    def _channel(self, where: "Where | None") -> Channel:
        if where is None:
            return self.dm
        found = self.world.channel(where)
        if self.id not in found.members:
            raise CannotDo(f"{self.user.real_name} is not in {found.name or 'that conversation'}")
        return found

    # -- saying -------------------------------------------------------------------------------------------

    def say(self, text: str, where: Where | None = None, *, thread: Message | None = None) -> Message:
        """Say something; the app hears of it a moment later (`Playground.settle` waits for that).

        Args:
            text: What is typed; `@Karim Benali` mentions, `#support` names a channel.
            where: A channel; by default the direct messages with the app.
            thread: The message to reply under.

        Raises:
            CannotDo: an empty text, or a channel that the person is not in.
        """
        channel = self._channel(where)
        if not text.strip():
            raise CannotDo("an empty message cannot be sent")
        if channel.is_archived:
            raise CannotDo("this channel is archived")
        kept = typed(self.world, text)
        ts = self.world.next_ts()
        message = Message(
            ts=ts,
            channel=channel.id,
            user=self.id,
            text=kept,
            blocks=[rich_text(kept, self.world.next_id("b").lower())],
            thread_ts=(thread.thread_ts or thread.ts) if thread else "",
            client_msg_id=payloads.client_msg_id(ts),
        )
        self.world.post(message)
        bot = self.world.bot
        if f"<@{bot.id}>" in kept and bot.id not in channel.members:
            self.world.whisper(self.id, channel.id, say(self.user.language, "not_here", bot=bot.real_name))
        self.world.tell(events.app_mention(self.world, message))
        self.read(channel)
        return message

    def command(self, command: str, text: str = "", *, where: Where | None = None) -> Ack:
        """Use a slash command, and wait until the app has acknowledged it.

        Args:
            command: With its slash, for instance `/goal`.
            text: What follows it.
            where: The channel to use it in; by default the direct messages with the app.
        """
        channel = self._channel(where)
        known = None if self._commands is None else self._commands.get(command)
        if self._commands is not None and known is None:
            self.world.whisper(
                self.id, channel.id, say(self.user.language, "no_such_command", command=command)
            )
            return Ack(error="no_such_command")
        escaped = known is not None and known.should_escape
        kept = typed(self.world, text, names=True) if escaped else escape(text)
        fields = payloads.command(self.world, self.user, channel, command, kept.strip())
        ack = self.delivery.command(fields)
        forms.command_answered(self.world, self.id, channel, command, ack)
        return ack

    def enter(self, line: str, where: Where | None = None, *, thread: Message | None = None) -> Message | Ack:
        """What the composer does on Enter: a message, or a slash command at its beginning.

        Args:
            line: The text in the composer.
            where: The channel; by default the direct messages with the app.
            thread: The message to reply under; commands do not work there, as in Slack.
        """
        line = line.strip()
        if not line.startswith("/") or line.startswith("//"):
            return self.say(line, where, thread=thread)
        name, _, rest = line.partition(" ")
        if thread is not None:
            channel = self._channel(where)
            self.world.whisper(self.id, channel.id, say(self.user.language, "not_in_threads", command=name))
            return Ack(error="not_in_threads")
        if name == "/invite":
            channel = self._channel(where)
            self.invite(channel)
            return _DONE
        return self.command(name, rest, where=where)

    def edit(self, message: Message, text: str) -> Message:
        """Change one's own message."""
        if message.user != self.id:
            raise CannotDo("only one's own messages can be changed")
        kept = typed(self.world, text)
        return self.world.edit(message, text=kept, blocks=[rich_text(kept, message.blocks[0]["block_id"])])

    def delete(self, message: Message) -> None:
        """Take one's own message away."""
        if message.user != self.id:
            raise CannotDo("only one's own messages can be deleted")
        self.world.delete(message)

    # -- pressing and choosing --------------------------------------------------------------------------

    def press(self, thing: Thing, what: str | Spot, *, confirm: bool = True) -> Ack:
        """Press a button, and wait until the app has acknowledged it.

        Args:
            thing: The message, modal or Home that it stands in, as the person saw it.
            what: The button's words or its action id.
            confirm: The answer to its confirmation dialog, if it has one.

        Raises:
            CannotDo: no such button there.
        """
        spot = choosing.find(thing.blocks, what, of=["button"])
        return self._act(thing, spot, {}, confirm=confirm)

    def choose(self, thing: Thing, what: str | Spot, chosen: Any, *, confirm: bool = True) -> Ack:
        """Choose in a menu, a picker, checkboxes, radio buttons or an overflow menu.

        Args:
            thing: The message, modal or Home that it stands in, as the person saw it.
            what: Its placeholder, its block's label or id, or its action id.
            chosen: The option's words or value, a person, a channel, a date, a time; a list where several
                are allowed.
            confirm: The answer to its confirmation dialog, if it has one.

        Raises:
            CannotDo: no such element or option there.
        """
        spot = choosing.find(thing.blocks, what)
        value = choosing.value_of(self.world, spot, chosen)
        if spot.element.get("confirm") and not confirm:
            return _DONE
        if spot.type != "overflow":
            self._keep(thing, spot, value)
        if spot.block.get("type") == "input" and not spot.block.get("dispatch_action"):
            return _DONE
        return self._act(thing, spot, value, confirm=confirm)

    def fill(self, thing: Thing, what: str | Spot, chosen: Any) -> None:
        """Fill in a field and send nothing yet: the app reads it with the next action or submission.

        Args:
            thing: The message, modal or Home that it stands in.
            what: As in `choose`.
            chosen: As in `choose`.

        Raises:
            CannotDo: no such element or option there.
        """
        spot = choosing.find(thing.blocks, what)
        self._keep(thing, spot, choosing.value_of(self.world, spot, chosen))

    def _keep(self, thing: Thing, spot: Spot, value: dict[str, Any]) -> None:
        with self.world.change():
            for one in {id(thing): thing, id(self._present(thing)): self._present(thing)}.values():
                one.state.setdefault(spot.block_id, {})[spot.action_id] = value

    def _present(self, thing: Thing) -> Thing:
        """The thing as it stands now, or as the person saw it if it is gone."""
        if isinstance(thing, Message):
            said = self.world.state.messages.get(thing.channel, [])
            return next((one for one in said if one.ts == thing.ts), thing)
        if thing.type == "home":
            return self.world.home(self.id) or thing
        return next((one for one in self.world.state.stacks.get(self.id, []) if one.id == thing.id), thing)

    def _act(self, thing: Thing, spot: Spot, value: dict[str, Any], *, confirm: bool) -> Ack:
        if spot.element.get("confirm") and not confirm:
            return _DONE
        if isinstance(thing, View) and thing.type == "modal":
            self._demand_open(thing)
        payload = payloads.block_actions(
            self.world, self.user, thing, choosing.action(spot, value, self.world.next_ts())
        )
        ack = self.delivery.interaction(payload)
        forms.action_answered(self.world, self.user, self._present(thing), spot.action_id, ack)
        return ack

    def _demand_open(self, view: View) -> None:
        if all(one.id != view.id for one in self.world.state.stacks.get(self.id, [])):
            raise CannotDo("this modal is no longer open")

    # -- modals and Home ------------------------------------------------------------------------------------

    def view(self) -> View:
        """The modal in front of the person.

        Raises:
            CannotDo: there is none.
        """
        found = self.world.view(self.id)
        if found is None:
            raise CannotDo("no modal is open")
        return found

    def submit(self, view: View | None = None, filled: Mapping[str, Any] | None = None) -> Ack:
        """Fill in a modal and send it.

        Args:
            view: The modal; by default the one in front.
            filled: Values by label, block id or action id; what is left out stays as it stands.

        Raises:
            CannotDo: no such field, or the modal has no button to send it.
            FieldsRefused: Slack's own window would not send it: a required field left empty...
        """
        view = self._present(view) if view else self.view()  # type: ignore[assignment]
        assert isinstance(view, View)
        self._demand_open(view)
        for what, chosen in (filled or {}).items():
            spot = choosing.find(view.blocks, what)
            self._keep(view, spot, choosing.value_of(self.world, spot, chosen))
        forms.demand_complete(self.world, view, self.user.language)
        payload = payloads.view_submission(self.world, self.user, view)
        ack = self.delivery.interaction(payload)
        return forms.submission_answered(self.world, view, ack)

    def close(self, view: View | None = None, *, everything: bool = False) -> Ack | None:
        """Close a modal without sending it; the app hears of it if it asked to (`notify_on_close`).

        Args:
            view: The modal; by default the one in front.
            everything: Close those below it too.
        """
        view = view or self.view()
        self._demand_open(view)
        ack = None
        cleared = everything or bool(view.payload.get("clear_on_close"))
        for closed in views.close_view(self.world, view, everything=everything):
            if closed.payload.get("notify_on_close"):
                ack = self.delivery.interaction(payloads.view_closed(self.world, self.user, closed, cleared))
        return ack

    def open_home(self) -> View | None:
        """Open the app's Home tab; what stands there at this moment (the app may change it at once)."""
        return self._open_tab("home")

    def open_messages(self) -> View | None:
        """Open the app's Messages tab."""
        return self._open_tab("messages")

    def _open_tab(self, tab: str) -> View | None:
        home = self.world.home(self.id)
        self.world.tell(payloads.app_home_opened(self.world, self.dm, home if tab == "home" else None, tab))
        return home

    # -- shortcuts, membership, profile ---------------------------------------------------------------------

    def shortcut(self, callback_id: str) -> Ack:
        """Use a global shortcut."""
        ack = self.delivery.interaction(payloads.shortcut(self.world, self.user, callback_id))
        forms.noticed(self.world, self.user, ack)
        return ack

    def message_shortcut(self, message: Message, callback_id: str) -> Ack:
        """Use a shortcut on a message."""
        ack = self.delivery.interaction(payloads.message_action(self.world, self.user, message, callback_id))
        forms.noticed(self.world, self.user, ack)
        return ack

    def run_step(self, step: Step, inputs: Mapping[str, object]) -> Execution:
        """Run one of the app's steps in a workflow; what came of it stands there once the app has said so.

        Args:
            step: As the manifest states it.
            inputs: Values of its input parameters.

        Raises:
            CannotDo: an input is missing or of the wrong type.
        """
        return steps.start(self.world, step, inputs, "xwfp-playground")

    def invite(self, where: Where, who: "str | User | None" = None) -> None:
        """Bring somebody into a channel; by default the app."""
        self.world.join(self._channel(where), who or self.world.bot)

    def join(self, where: Where) -> None:
        """Join a channel."""
        self.world.join(self.world.channel(where), self.user)

    def leave(self, where: Where) -> None:
        """Leave a channel."""
        self.world.leave(self.world.channel(where), self.user)

    def change_profile(self, **fields: Any) -> User:
        """Change one's profile: `locale="en-GB"`, `tz="America/Montreal"`, `real_name=...`."""
        return self.world.change_user(self.id, **fields)

    def read(self, where: Where | None = None) -> None:
        """Have read everything somewhere."""
        self.world.mark_read(self.user, self.world.channel(where) if where else self.dm)

    def sees(self, where: Where | None = None) -> list[Message]:
        """What the person sees in a conversation, oldest first."""
        return self.world.messages(self._channel(where), seen_by=self.user)

    def last(self, where: Where | None = None) -> Message:
        """The last message that the person sees in a conversation.

        Raises:
            CannotDo: nothing was said there.
        """
        said = self.sees(where)
        if not said:
            raise CannotDo("nothing was said there")
        return said[-1]

    def values(self, thing: Thing) -> dict[str, Any]:
        """What stands in the fields of a message, modal or Home, as `state.values`."""
        return values(thing.blocks, thing.state)
