"""Modals and App Homes: opening, stacking, changing, closing; the triggers that allow it."""

from dataclasses import replace
from datetime import timedelta

from bot.playground.blocks import accepted
from bot.playground.errors import SlackRefusal
from bot.playground.values import Json, Trigger, View
from bot.playground.world import World

TRIGGER_LIFE = timedelta(seconds=3)
DEPTH = 3


def issue_trigger(world: World, user: str, view: str = "") -> str:
    """A new trigger id, for three seconds and one use.

    Args:
        world: The workspace.
        user: In whose window a view may open.
        view: The view that the person acted in, or empty.
    """
    with world.change() as state:
        stamp = world.next_ts()
        name = f"{stamp.replace('.', '')}.{state.team_id}.{world.next_id('')}"
        now = world.now().timestamp()
        state.triggers = {key: one for key, one in state.triggers.items() if now - one.issued < 600}
        state.triggers[name] = Trigger(name, user, now, view)
        return name


def use_trigger(world: World, name: str) -> Trigger:
    """Use up a trigger.

    Raises:
        SlackRefusal: `invalid_trigger_id`, `exchanged_trigger_id` or `expired_trigger_id`.
    """
    found = world.state.triggers.get(name)
    if found is None:
        raise SlackRefusal("invalid_trigger_id")
    if found.used:
        raise SlackRefusal("exchanged_trigger_id")
    if world.elapsed(found.issued) > TRIGGER_LIFE:
        raise SlackRefusal("expired_trigger_id")
    found.used = True
    return found


def fresh_hash(world: World) -> str:
    """A new hash for a changed view."""
    ts = world.next_ts()
    return f"{ts.split('.', maxsplit=1)[0]}.{world.next_id('').lower()}"


def _kept(payload: Json) -> Json:
    return payload | {"blocks": accepted(payload["blocks"])}


def _unique(world: World, payload: Json, but: str = "") -> None:
    name = payload.get("external_id")
    if name:
        every = [view for stack in world.state.stacks.values() for view in stack] + list(
            world.state.homes.values()
        )
        if any(view.external_id == name and view.id != but for view in every):
            raise SlackRefusal("duplicate_external_id")


def open_view(world: World, trigger: Trigger, payload: Json) -> View:
    """Open a modal over what the person sees; from within a modal it goes on top, as Slack does it.

    Raises:
        SlackRefusal: `duplicate_external_id` or `push_limit_reached`.
    """
    with world.change() as state:
        _unique(world, payload)
        stack = state.stacks.setdefault(trigger.user, [])
        if stack and not trigger.view:
            stack.clear()
        return _put(world, stack, trigger.user, payload)


def push_view(world: World, trigger: Trigger, payload: Json) -> View:
    """Put a modal on top of the one that the person acted in.

    Raises:
        SlackRefusal: `not_found`, `duplicate_external_id` or `push_limit_reached`.
    """
    with world.change() as state:
        stack = state.stacks.setdefault(trigger.user, [])
        if not trigger.view or not stack:
            raise SlackRefusal("not_found")
        _unique(world, payload)
        return _put(world, stack, trigger.user, payload)


def _put(world: World, stack: list[View], user: str, payload: Json) -> View:
    if len(stack) >= DEPTH:
        raise SlackRefusal("push_limit_reached")
    name = world.next_id("V")
    view = View(
        id=name,
        type="modal",
        user=user,
        payload=_kept(payload),
        hash=fresh_hash(world),
        root_view_id=stack[0].id if stack else name,
        previous_view_id=stack[-1].id if stack else "",
    )
    stack.append(view)
    return view


def find(world: World, view_id: str, external_id: str) -> View:
    """An open modal or a Home, by its id or the app's own.

    Raises:
        SlackRefusal: `not_found`.
    """
    every = [view for stack in world.state.stacks.values() for view in stack] + list(
        world.state.homes.values()
    )
    for view in every:
        if (view_id and view.id == view_id) or (external_id and view.external_id == external_id):
            return view
    raise SlackRefusal("not_found")


def update_view(world: World, view: View, payload: Json, expected: str = "") -> View:
    """Change an open view. What the person filled in stays where block and action ids stay.

    Raises:
        SlackRefusal: `hash_conflict` or `duplicate_external_id`.
    """
    with world.change() as state:
        if expected and expected != view.hash:
            raise SlackRefusal("hash_conflict")
        _unique(world, payload, but=view.id)
        changed = replace(view, payload=_kept(payload), hash=fresh_hash(world), errors={})
        if view.type == "home":
            state.homes[view.user] = changed
        else:
            stack = state.stacks[view.user]
            stack[[one.id for one in stack].index(view.id)] = changed
        return changed


def publish(world: World, user: str, payload: Json, expected: str = "") -> View:
    """Set a person's App Home.

    Raises:
        SlackRefusal: `hash_conflict`.
    """
    with world.change() as state:
        before = state.homes.get(user)
        if expected and (before is None or before.hash != expected):
            raise SlackRefusal("hash_conflict")
        _unique(world, payload, but=before.id if before else "")
        name = before.id if before else world.next_id("V")
        kept = before.state if before else {}
        home = View(name, "home", user, _kept(payload), fresh_hash(world), root_view_id=name, state=kept)
        state.homes[user] = home
        return home


def close_view(world: World, view: View, *, everything: bool = False) -> list[View]:
    """Take a modal away, or the whole stack; what was closed, from the top down."""
    with world.change() as state:
        stack = state.stacks.get(view.user, [])
        if everything or bool(view.payload.get("clear_on_close")):
            closed, stack[:] = stack[::-1], []
            return closed
        kept = [one for one in stack if one.id != view.id]
        closed = [one for one in stack if one.id == view.id]
        stack[:] = kept
        return closed
