"""What people wrote: an offline reader of goals and replies, in French and in English."""

from coach.language.detection import detect
from coach.language.reply import read_reply, what_is_wanted
from coach.language.understanding import understand

__all__ = ["detect", "read_reply", "understand", "what_is_wanted"]
