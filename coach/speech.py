"""What a message is made of: things said, and things to press, before any of it is Slack's."""

from dataclasses import dataclass
from enum import StrEnum

from coach.language.reading import Slot
from coach.messages.base import Message, MetricName
from coach.series import Series


class Style(StrEnum):
    """How a line stands in a message."""

    PLAIN = "plain"
    HEADING = "heading"
    QUIET = "quiet"  # small print
    ITEM = "item"  # one line of a list


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said."""

    message: Message
    style: Style = Style.PLAIN
    leads: bool = False
    """It introduces what can be pressed below it, and goes with that."""


class Verb(StrEnum):
    """What pressing a button does; the one list of what people can press."""

    ANSWER = "answer"  # a question of the dialogue
    CONFIRM = "confirm"
    EDIT = "edit"  # opens the modal
    CANCEL = "cancel"
    RESUME = "resume"
    BACK = "back"
    WHY = "why"
    SUMMARY = "summary"
    ASK = "ask"  # puts one question of a draft once more
    NEW_GOAL = "new_goal"  # begins one with the button's words
    HELP = "help"  # how to begin
    FIND = "find"  # goals that are usual in a service
    OPEN_GOAL = "open_goal"
    CHECK_IN = "check_in"  # opens the modal for a figure
    ON_PLAN = "on_plan"  # the figure is what the plan expects
    SURE = "sure"  # the figure is right, though it is far from the one before
    NOT_YET = "not_yet"
    BLOCKED = "blocked"
    UNDO = "undo"
    PAUSE = "pause"
    UNPAUSE = "unpause"
    END_GOAL = "end_goal"  # before its date; asked once more first
    DONE = "done"  # a sub-goal is done
    CHANGE_GOAL = "change_goal"  # opens the form for a goal under way
    CONFIRM_CHANGE = "confirm_change"
    KEEP_AS_IS = "keep_as_is"
    SHARE_OUT = "share_out"  # opens the form for each contributor's part
    HISTORY = "history"  # what was changed since the goal was confirmed
    LIST = "list"  # my goals
    STATUS = "status"  # where they stand
    METRICS = "metrics"  # what can be followed
    OWN_METRIC = "own_metric"  # opens the form of a metric of the workspace's own
    OWN_REFERENCE = "own_reference"  # opens the form of its own reference
    REMOVE_OWN = "remove_own"
    UNDO_OWN = "undo_own"
    SETTINGS = "settings"  # opens the modal of language, zone and hours
    PRIVACY = "privacy"  # what is kept, and who sees it
    EXPORT = "export"
    ERASE = "erase"
    PAGE = "page"  # another page of the Home
    CASCADE = "cascade"  # what feeds what
    LINK = "link"  # hang a goal below another
    ASK_COLLEAGUE = "ask_colleague"  # picks who is asked for a second view
    REVIEW = "review"  # a colleague's answer: what is missing, or nothing
    ADOPT_REVIEW = "adopt_review"  # what the colleague misses becomes first steps
    SET_PATH = "set_path"  # how the plan is laid
    SET_CUE = "set_cue"  # the moment of the lever action
    LATER = "later"  # puts a check-in off
    STANDS = "stands"  # the goal stands as it is, in its last week
    CANCEL_LEAVE = "cancel_leave"
    SET_RHYTHM = "set_rhythm"  # how often a goal under way is asked about
    SET_CLOSENESS = "set_closeness"  # how closely people are followed
    PREVIEW_POST = "preview_post"  # the channel's next post
    SEND_POST = "send_post"  # now, in place of its time
    SKIP_POST = "skip_post"
    KEEP_POST = "keep_post"  # skip it not after all
    SET_POST_DAY = "set_post_day"  # the weekday of all posts of a channel
    SET_POST_HOUR = "set_post_hour"
    SHARE_LOOK_BACK = "share_look_back"
    UNDO_GUARD = "undo_guard"  # takes a safeguard's figure back
    UNDO_LOOK_BACK = "undo_look_back"  # what was written is no look back, or is written anew
    SET_OWNER = "set_owner"
    SET_CONTRIBUTORS = "set_contributors"
    FROM_ROSTER = "from_roster"  # opens the form that takes them from a channel or a user group
    SET_CHANNEL = "set_channel"
    SET_CHECK_IN = "set_check_in"  # the weekday
    SET_CHECK_IN_HOUR = "set_check_in_hour"


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press. `subject` and `version` say what it is about, so that an old one is recognised."""

    verb: Verb
    label: Message
    subject: str
    """Id of the draft, goal or check-in."""
    version: int = 0
    value: str = ""
    slot: Slot | None = None
    primary: bool = False
    danger: bool = False
    says: Message | None = None
    """What pressing it says, word for word in the person's language, in place of `value`."""


class PickerKind(StrEnum):
    """What can be picked in place."""

    PERSON = "person"
    PEOPLE = "people"
    CHANNEL = "channel"
    DATE = "date"
    ONE_OF = "one_of"
    SOME_OF = "some_of"


@dataclass(frozen=True, slots=True)
class Picker:
    """Something to choose from in place."""

    kind: PickerKind
    verb: Verb
    label: Message
    subject: str
    version: int = 0
    slot: Slot | None = None
    options: tuple[tuple[str, Message], ...] = ()
    """Value and label, for `ONE_OF` and `SOME_OF`."""
    chosen: tuple[str, ...] = ()
    beside: Message | None = None
    """The words beside a list in which several can be chosen."""


@dataclass(frozen=True, slots=True)
class Divider:
    """A line between two parts."""


@dataclass(frozen=True, slots=True)
class Row:
    """Buttons and pickers beside each other."""

    elements: tuple[Button | Picker, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A goal's progress drawn; whoever does not see it reads or hears `tells`."""

    series: Series
    metric: MetricName
    tells: Message


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that follows the message, for a program to read; all that it holds is said in words before."""

    name: str
    """Its name, with its ending."""
    content: str
    tells: Message
    """What it is."""


Part = Line | Divider | Row | Picture | Attachment


@dataclass(frozen=True, slots=True)
class Speech:
    """A whole message, from top to bottom."""

    parts: tuple[Part, ...]

    def __add__(self, other: "Speech") -> "Speech":
        """One after the other."""
        return Speech(self.parts + other.parts)


def can_be_pressed(speech: Speech) -> bool:
    """Whether there is something to press or to choose."""
    return any(isinstance(part, Row) for part in speech.parts)


def without_buttons(speech: Speech) -> Speech:
    """The same words with nothing left to press."""
    kept = [part for part in speech.parts if not _goes_with_buttons(part)]
    while kept and isinstance(kept[-1], Divider):  # nothing is left below it
        del kept[-1]
    return Speech(tuple(kept))


def _goes_with_buttons(part: Part) -> bool:
    return part.leads if isinstance(part, Line) else isinstance(part, Row)
