"""Uploading files in three steps: an address, the bytes, the sharing."""

from bot.playground import events, people
from bot.playground.api import Call
from bot.playground.api_chat import checked_blocks
from bot.playground.errors import SlackRefusal
from bot.playground.values import File, Json, Message
from bot.playground.world import World


def get_upload_url(call: Call) -> Json:
    """`files.getUploadURLExternal`: where to send the bytes."""
    name, length = call.need("filename"), call.number("length", 0)
    if length <= 0:
        raise SlackRefusal("invalid_arguments", ["missing required field: length"])
    if len(call.text("alt_txt")) > 1000:
        raise SlackRefusal("alt_txt_too_large")
    world = call.world
    with world.change() as state:
        file = File(
            id=world.next_id("F"),
            name=name,
            title="",
            alt_text=call.text("alt_txt"),
            length=length,
            user=world.bot.id,
            created=int(world.now().timestamp()),
        )
        state.files[file.id] = file
    return {"upload_url": f"{world.base_url}/upload/v1/{file.id}", "file_id": file.id}


def receive(world: World, file_id: str, content: bytes) -> bool:
    """Take the bytes of a file; refused (False) when the length is not what was announced."""
    with world.change() as state:
        file = state.files.get(file_id)
        if file is None or file.state == "complete" or len(content) != file.length:
            return False
        file.content = content.decode("latin-1")
        file.state = "uploaded"
        return True


def complete_upload(call: Call) -> Json:
    """`files.completeUploadExternal`: the files exist from now on, shared in a channel if one is named."""
    world = call.world
    wanted = call.structure("files")
    if not isinstance(wanted, list) or not wanted or not all(isinstance(one, dict) for one in wanted):
        raise SlackRefusal("invalid_arguments", ["missing required field: files"])
    with world.change():
        channel = None
        if call.text("channel_id"):
            channel = world.state.channels.get(call.text("channel_id"))
            if channel is None:
                raise SlackRefusal("channel_not_found")
            if world.bot.id not in channel.members:
                raise SlackRefusal("not_in_channel")
        found = [world.file(str(one.get("id"))) for one in wanted]
        if any(file.state == "awaiting" for file in found):
            raise SlackRefusal("file_not_found")
        blocks = checked_blocks(world, call.structure("blocks", "invalid_blocks"))
        for file, one in zip(found, wanted, strict=True):
            file.title, file.state = str(one.get("title") or file.name), "complete"
    if channel is not None:
        message = Message(
            ts=world.next_ts(),
            channel=channel.id,
            user=world.bot.id,
            text=call.text("initial_comment"),
            blocks=blocks,
            thread_ts=call.text("thread_ts"),
            bot_id=people.BOT_ID,
            files=[file.id for file in found],
        )
        world.post(message)
    return {"files": [events.file_object(world, file) for file in found]}


def info(call: Call) -> Json:
    """`files.info`."""
    return {"file": events.file_object(call.world, call.world.file(call.need("file")))}


METHODS = {
    "files.getUploadURLExternal": get_upload_url,
    "files.completeUploadExternal": complete_upload,
    "files.info": info,
}
