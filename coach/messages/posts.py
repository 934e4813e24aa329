"""Progress posts in channels (totals only, nobody named for what they did not do), and the recap."""

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from coach.guard import Side
from coach.messages.base import Change, Channel, Message, MetricName
from coach.messages.following import Standing
from coach.posting import PostKind
from coach.quantity import Quantity


# --- the post ------------------------------------------------------------------------------------
@dataclass(frozen=True)
class PostHeading(Message):
    """Heading of a channel's post, with the day that it speaks of. One entry a kind."""

    variant: ClassVar[str | None] = "kind"
    kind: PostKind
    on: date


@dataclass(frozen=True)
class PostFigure(Message):
    """Where we stand against the plan."""

    metric: MetricName
    value: Quantity
    expected: Quantity
    target: Quantity
    deadline: date


@dataclass(frozen=True)
class PostFigureOf(Message):
    """The same, of a figure that is of an earlier day than the post: with its day."""

    metric: MetricName
    value: Quantity
    measured_on: date
    expected: Quantity
    target: Quantity
    deadline: date


@dataclass(frozen=True)
class PostFigureProvisional(Message):
    """The same, of a figure that may still change."""

    metric: MetricName
    value: Quantity
    measured_on: date
    expected: Quantity
    target: Quantity
    deadline: date


@dataclass(frozen=True)
class PostNoFigure(Message):
    """No figure came in yet."""

    metric: MetricName
    target: Quantity
    deadline: date


@dataclass(frozen=True)
class PostMeasuring(Message):
    """The baseline is being measured."""

    metric: MetricName


@dataclass(frozen=True)
class PostStanding(Message):
    """Whether we are on time, as a team says it. One entry a standing."""

    variant: ClassVar[str | None] = "standing"
    standing: Standing


@dataclass(frozen=True)
class PostMoved(Message):
    """How much the figure moved since an earlier figure, with that one's day."""

    change: Change
    since: date


@dataclass(frozen=True)
class PostUnmoved(Message):
    """There is a new figure, and it is the same as the earlier one of that day."""

    since: date


@dataclass(frozen=True)
class PostStale(Message):
    """The latest figure is so old that it says nothing of today."""


@dataclass(frozen=True)
class PostNothingNew(Message):
    """No new figure since the last post."""


@dataclass(frozen=True)
class PostMilestone(Message):
    """A milestone of the plan is reached: celebrated once."""

    level: Quantity
    end: date


@dataclass(frozen=True)
class PostMilestoneLate(Message):
    """A milestone of the plan is reached after its day: celebrated all the same."""

    level: Quantity


@dataclass(frozen=True)
class PostStageMissed(Message):
    """A milestone whose day is past and that is not reached: told once, without blame."""

    level: Quantity
    end: date


@dataclass(frozen=True)
class PostStageOpen(Message):
    """A milestone whose day is past, where no figure tells yet whether it was reached."""

    level: Quantity
    end: date


@dataclass(frozen=True)
class PostGuardBroken(Message):
    """The figure of what must not break is past its limit: told neutrally. One entry a side."""

    variant: ClassVar[str | None] = "side"
    side: Side
    metric: MetricName
    value: Quantity
    measured_on: date
    limit: Quantity


@dataclass(frozen=True)
class PostGuardHeld(Message):
    """A new figure of what must not break: it holds."""

    metric: MetricName
    value: Quantity
    measured_on: date


@dataclass(frozen=True)
class PostNeeded(Message):
    """What it takes a week from here on."""

    change: Change


@dataclass(frozen=True)
class ForecastRange(Message):
    """Where the figure will be on the deadline at this pace: between two levels."""

    low: Quantity
    high: Quantity
    deadline: date


@dataclass(frozen=True)
class ForecastLevel(Message):
    """The same, where the range is one level."""

    level: Quantity
    deadline: date


@dataclass(frozen=True)
class PlannedAnew(Message):
    """The plan was made anew since the latest figure, which therefore tells nothing of how it goes."""

    day: date


@dataclass(frozen=True)
class ForecastMisses(Message):
    """Even the better end of where it leads is short of the target."""


@dataclass(frozen=True)
class PostNext(Message):
    """What is next: the level and its day."""

    level: Quantity
    end: date


@dataclass(frozen=True)
class PostActions(Message):
    """How often the team's actions were done since the last post (totals only, of three people or more)."""

    plural: ClassVar[str | None] = "wanted"
    done: int
    wanted: int


@dataclass(frozen=True)
class PostAlso(Message):
    """Heading of the other goals, one line each."""


@dataclass(frozen=True)
class PostLine(Message):
    """Another goal in one line."""

    metric: MetricName
    value: Quantity
    target: Quantity
    deadline: date
    standing: Message


@dataclass(frozen=True)
class PostLineOf(Message):
    """The same, of a figure that is of an earlier day than the post: with its day."""

    metric: MetricName
    value: Quantity
    measured_on: date
    target: Quantity
    deadline: date
    standing: Message


@dataclass(frozen=True)
class PostLineNoFigure(Message):
    """Another goal in one line, without a figure yet."""

    metric: MetricName
    target: Quantity
    deadline: date


@dataclass(frozen=True)
class StandingShort(Message):
    """Where a goal stands, in two or three words. One entry a standing."""

    variant: ClassVar[str | None] = "standing"
    standing: Standing


@dataclass(frozen=True)
class PostMore(Message):
    """So many goals more than a post can hold."""

    plural: ClassVar[str | None] = "count"
    count: int


@dataclass(frozen=True)
class PostThanks(Message):
    """Thanks to those who take part."""


@dataclass(frozen=True)
class PostCorrected(Message):
    """A figure was put right since the post came out."""

    on: date


@dataclass(frozen=True)
class PostConfirmed(Message):
    """A provisional figure was confirmed since the post came out, as it was."""

    on: date


@dataclass(frozen=True)
class FigureProvisional(Message):
    """To whoever told it: the figure is kept as provisional, and how it is settled."""


@dataclass(frozen=True)
class PostPutRight(Message):
    """To whoever corrected a figure: the channel's post says so."""

    channel: Channel


# --- preview -------------------------------------------------------------------------------------
@dataclass(frozen=True)
class LabelPreview(Message):
    """Button: the next post."""


@dataclass(frozen=True)
class LabelSendNow(Message):
    """Button: send the post now."""


@dataclass(frozen=True)
class LabelSkip(Message):
    """Button: leave this one post out."""


@dataclass(frozen=True)
class LabelKeep(Message):
    """Button: send the post at its time after all."""


@dataclass(frozen=True)
class NothingNewToSend(Message):
    """The post would only repeat what the channel read last."""

    channel: Channel


@dataclass(frozen=True)
class LabelSendAnyway(Message):
    """Button: send it all the same."""


@dataclass(frozen=True)
class PreviewIs(Message):
    """What the channel will read, and when; the post follows."""

    channel: Channel
    on: date
    at: time


@dataclass(frozen=True)
class PreviewSkipped(Message):
    """The next post is left out; the post follows as it would be."""

    channel: Channel
    on: date


@dataclass(frozen=True)
class SentNow(Message):
    """The post is on its way; when the next one comes."""

    channel: Channel
    following: date


@dataclass(frozen=True)
class SentAlready(Message):
    """This post has gone out already."""

    channel: Channel


@dataclass(frozen=True)
class WillSkip(Message):
    """The post of that day is left out; when the next one comes."""

    on: date
    following: date


@dataclass(frozen=True)
class WillKeep(Message):
    """The post comes at its time after all."""

    on: date


@dataclass(frozen=True)
class PostTimesOf(Message):
    """Above the lists that change when a channel has its posts."""

    channel: Channel


@dataclass(frozen=True)
class PickPostDay(Message):
    """Label of the list of days for a channel's posts."""


@dataclass(frozen=True)
class PickPostHour(Message):
    """Label of the list of hours for a channel's posts."""


@dataclass(frozen=True)
class PostTimesKept(Message):
    """When a channel has its posts from now on."""

    channel: Channel
    weekday: int
    """0 is Monday."""
    at: time
    following: date
