"""The App Home, the help, and the words around the conversation."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from coach.messages.base import Message, MetricName, Person
from coach.messages.following import Standing
from coach.quantity import Quantity


@dataclass(frozen=True)
class HomeHello(Message):
    """Heading of the Home."""


@dataclass(frozen=True)
class HomeIntro(Message):
    """What Jalon is for, in two sentences."""


@dataclass(frozen=True)
class HomeGoals(Message):
    """Heading: my goals."""


@dataclass(frozen=True)
class HomeNoGoals(Message):
    """There is no goal yet."""


@dataclass(frozen=True)
class HomeDrafts(Message):
    """Heading: goals in the making."""


@dataclass(frozen=True)
class HomeEnded(Message):
    """Heading: goals that are over."""


@dataclass(frozen=True)
class HomeGoal(Message):
    """A goal with its figures."""

    metric: MetricName
    value: Quantity
    measured_on: date
    target: Quantity
    deadline: date
    owner: Person


@dataclass(frozen=True)
class HomeGoalNoFigure(Message):
    """A goal without a figure yet."""

    metric: MetricName
    target: Quantity
    deadline: date
    owner: Person


@dataclass(frozen=True)
class HomeGoalMeasuring(Message):
    """A goal whose baseline is being measured."""

    metric: MetricName
    deadline: date
    owner: Person


@dataclass(frozen=True)
class HomeStanding(Message):
    """A standing in a word or two."""

    standing: Standing


@dataclass(frozen=True)
class HomeWaiting(Message):
    """A check-in waits for an answer."""

    metric: MetricName


@dataclass(frozen=True)
class HomeDraft(Message):
    """A goal in the making: the wish, and how much is left."""

    plural: ClassVar[str | None] = "count"
    wish: str
    count: int


@dataclass(frozen=True)
class HomeEndedGoal(Message):
    """A goal that is over."""

    metric: MetricName
    standing: Standing
    deadline: date


@dataclass(frozen=True)
class LabelNewGoal(Message):
    """Button: a new goal."""


@dataclass(frozen=True)
class LabelAnswer(Message):
    """Button: answer the check-in."""


@dataclass(frozen=True)
class LabelSeeGoal(Message):
    """Button: see the goal and its plan, for who takes part from now on."""


@dataclass(frozen=True)
class LabelOpen(Message):
    """Button: show the goal."""


@dataclass(frozen=True)
class Help(Message):
    """What Jalon does and how to begin."""


@dataclass(frozen=True)
class HelpCommands(Message):
    """What can be said at any time."""


@dataclass(frozen=True)
class HelpExampleOne(Message):
    """An example that starts a goal."""


@dataclass(frozen=True)
class HelpExampleTwo(Message):
    """Another one."""


@dataclass(frozen=True)
class HelpExampleThree(Message):
    """And another one."""


@dataclass(frozen=True)
class PickService(Message):
    """Label of the list of services: whoever has no goal in mind picks theirs."""


@dataclass(frozen=True)
class UsualGoals(Message):
    """Above three usual goals of a service."""

    service: Message


@dataclass(frozen=True)
class LabelTake(Message):
    """Button: take this one of the usual goals."""

    number: int


@dataclass(frozen=True)
class Hello(Message):
    """Answer to a greeting."""


@dataclass(frozen=True)
class YouAreWelcome(Message):
    """Answer to thanks."""


@dataclass(frozen=True)
class IsItAGoal(Message):
    """Something was written that is no answer: shall we make it a goal?"""


@dataclass(frozen=True)
class InDirectMessage(Message):
    """To whoever used the command in a channel: the answer is in the conversation with Jalon."""


@dataclass(frozen=True)
class GoalPaused(Message):
    """The goal rests: nothing is asked nor posted."""

    metric: MetricName


@dataclass(frozen=True)
class GoalUnpaused(Message):
    """The goal is under way again."""

    metric: MetricName


@dataclass(frozen=True)
class LabelPause(Message):
    """Button: let the goal rest."""


@dataclass(frozen=True)
class LabelUnpause(Message):
    """Button: go on."""


@dataclass(frozen=True)
class NotYours(Message):
    """Only the owner may do that."""

    owner: Person


@dataclass(frozen=True)
class AskedOfSomebodyElse(Message):
    """A button on what Jalon asked another person."""

    who: Person


@dataclass(frozen=True)
class CommandTooLong(Message):
    """What came after a command is too long to be read; it is given back below."""

    length: int
    longest: int


@dataclass(frozen=True)
class TextBack(Message):
    """What somebody typed, as they typed it."""

    text: str


@dataclass(frozen=True)
class CannotReach(Message):
    """To the owner: somebody who takes part has no account any more."""

    who: Person
    metric: MetricName


@dataclass(frozen=True)
class CannotReachOwner(Message):
    """To whoever made the goal: its owner has no account any more."""

    who: Person
    metric: MetricName


@dataclass(frozen=True)
class GoneAlready(Message):
    """What the button was about is not there any more."""


@dataclass(frozen=True)
class SomethingWrong(Message):
    """An error that we did not foresee, with the reference that the log has too."""

    reference: str


@dataclass(frozen=True)
class DatabaseBusy(Message):
    """The database is locked or read-only: nothing was kept; try again."""


@dataclass(frozen=True)
class HomeTeam(Message):
    """Heading: the goals that I lead with a team."""


@dataclass(frozen=True)
class HomeShared(Message):
    """Heading: the goals of others that I take part in."""


@dataclass(frozen=True)
class HomePage(Message):
    """Which page of how many."""

    page: int
    pages: int


@dataclass(frozen=True)
class LabelPageBefore(Message):
    """Button: the page before."""


@dataclass(frozen=True)
class LabelPageAfter(Message):
    """Button: the page after."""


@dataclass(frozen=True)
class HomeCourse(Message):
    """A standing, and the figures' course so far in bars and in words."""

    standing: Standing
    bars: str
    first: Quantity
    last: Quantity


@dataclass(frozen=True)
class HomeNoAnswer(Message):
    """To whoever leads: who has not answered the latest check-in."""

    plural: ClassVar[str | None] = "count"
    count: int
    people: tuple[Person, ...]


@dataclass(frozen=True)
class HomeBlocked(Message):
    """To whoever leads: who is blocked, on what."""

    who: Person
    words: str


@dataclass(frozen=True)
class HomeBlockedSilently(Message):
    """To whoever leads: who is blocked and did not say on what."""

    who: Person


@dataclass(frozen=True)
class HomeClosedGoal(Message):
    """A goal that was ended before its date."""

    metric: MetricName


@dataclass(frozen=True)
class FromMessage(Message):
    """The message in Slack that a goal was made of."""

    source: str


@dataclass(frozen=True)
class NoWordsToTake(Message):
    """The message that was to become a goal holds no words."""


@dataclass(frozen=True)
class MessageTooLong(Message):
    """The message that was to become a goal is too long to be read."""

    length: int
    longest: int


@dataclass(frozen=True)
class GoalBegun(Message):
    """A goal was begun; the conversation goes on in private."""


@dataclass(frozen=True)
class AnsweringInPrivate(Message):
    """In the thread where somebody called Jalon: the answer is in their conversation."""

    who: Person


@dataclass(frozen=True)
class WishTitle(Message):
    """Title of the form for a new goal (24 characters at most)."""


@dataclass(frozen=True)
class WishLabel(Message):
    """Label of its field."""


@dataclass(frozen=True)
class WishHint(Message):
    """Hint below it."""


@dataclass(frozen=True)
class LabelBegin(Message):
    """Button: begin (24 characters at most)."""


@dataclass(frozen=True)
class BeginWith(Message):
    """Above the ways to begin, for whoever opens the conversation."""
