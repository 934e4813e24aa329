"""What a reading of a text holds: the shape of `understand`'s and `read_reply`'s answers."""

from datetime import date
from enum import StrEnum

from coach.metrics import MetricKey
from coach.quantity import Quantity, Value


class Language(StrEnum):
    """The languages that Jalon reads and speaks (ISO 639-1)."""

    FR = "fr"
    EN = "en"


class Direction(StrEnum):
    """Which way the person wants the metric to go."""

    INCREASE = "increase"
    DECREASE = "decrease"
    REACH = "reach"
    MAINTAIN = "maintain"


class Cadence(StrEnum):
    """How often something comes back."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class Slot(StrEnum):
    """One thing that a goal needs to be SMART, or that it may carry."""

    PART = "part"  # which of two goals joined by "and"
    METRIC = "metric"
    BASELINE = "baseline"
    TARGET = "target"  # a level or a change
    CHANGE = "change"  # whether "+5 %" means points or a share of the baseline
    STRETCH = "stretch"
    DEADLINE = "deadline"
    OWNER = "owner"
    LEVER = "lever"
    ORIGIN = "origin"  # where the target's figure comes from
    RESOURCES = "resources"  # people, budget, expertise, no other team
    RELEVANCE = "relevance"
    SCOPE = "scope"  # which team, channel or ticket type
    CADENCE = "cadence"
    GUARD = "guard"  # what must not break meanwhile, and how far it may go
    ANSWERS = "answers"  # how many answers the survey's figure is made of


class Origin(StrEnum):
    """Where a target's figure comes from (DOMAIN.md, section 1)."""

    HISTORY = "history"
    STANDARD = "standard"
    REQUEST = "request"
    GUESS = "guess"


class Resource(StrEnum):
    """What a team needs to reach a goal by itself."""

    PEOPLE = "people"
    BUDGET = "budget"
    EXPERTISE = "expertise"
    TOOLS = "tools"
    OTHER_TEAM = "other_team"
    """It depends on another team."""


class DeadlineProblem(StrEnum):
    """Why a deadline that was written cannot be taken."""

    IMPOSSIBLE = "impossible"  # 30 February
    PAST = "past"
    AMBIGUOUS = "ambiguous"  # 03/04/2027 where the language is unknown


class Role(StrEnum):
    """What a stretch of the text plays in the goal."""

    METRIC = "metric"
    DIRECTION = "direction"
    BASELINE = "baseline"
    TARGET = "target"
    DELTA = "delta"
    STRETCH = "stretch"
    DEADLINE = "deadline"
    CADENCE = "cadence"
    OWNER = "owner"
    LEVER = "lever"
    RELEVANCE = "relevance"
    SCOPE = "scope"
    VAGUE = "vague"
    GUARD = "guard"


class Mention(Value):
    """A stretch of the text and its role. `start` and `end` count characters of `Understanding.text`."""

    role: Role
    start: int
    end: int


class Understanding(Value):
    """What a text says about a goal, and what it leaves open. Nothing here is guessed."""

    text: str
    """The text as read: Slack's mark-up taken off, spaces and quotes made plain."""
    language: Language
    metric: MetricKey | None = None
    metric_alternatives: tuple[MetricKey, ...] = ()
    """Other metrics that fit; with `metric` None, the pick-list to offer."""
    metric_words: str | None = None
    """The metric in the person's own words (the custom metric's name where `metric` is `other`)."""
    direction: Direction | None = None
    baseline: Quantity | None = None
    target: Quantity | None = None
    """The level to be reached (the realistic one)."""
    stretch: Quantity | None = None
    """The level hoped for ("au mieux 88 %", "ideally 88%")."""
    delta: Quantity | None = None
    """The change wanted, always positive; its sign is the direction. Percent is relative to the baseline."""
    within: Quantity | None = None
    """A service level's time to answer ("80 % en 20 s"); it is no level of the metric."""
    deadline: date | None = None
    deadline_text: str | None = None
    deadline_problem: DeadlineProblem | None = None
    cadence: Cadence | None = None
    owner: str | None = None
    """Who leads, in the person's words, or a Slack user id as `<@U…>`."""
    lever: str | None = None
    """By doing what ("grâce à …", "by …")."""
    relevance: str | None = None
    """What for ("afin que …", "so that …")."""
    scope: str | None = None
    """Which team, channel or ticket type ("au support technique", "on chat")."""
    parts: tuple[str, ...] = ()
    """The goals as separate texts, where two were joined by "and"."""
    vague_words: tuple[str, ...] = ()
    """Words that wish without saying how much ("améliorer", "faster")."""
    ambiguous: frozenset[Slot] = frozenset()
    """Slots whose reading the text leaves open (`CHANGE`: points or percent)."""
    mentions: tuple[Mention, ...] = ()


def moved(understanding: Understanding, source: str, goal: str) -> Understanding:
    """A value in another slot, with its mark of ambiguity and its mention."""
    value: Quantity | None = getattr(understanding, source)
    ambiguous = set(understanding.ambiguous)
    if source in {"baseline", "target", "stretch"} and Slot(source) in ambiguous:
        ambiguous.discard(Slot(source))
        ambiguous.add(Slot(goal))
    if source == "delta":
        ambiguous.discard(Slot.CHANGE)
    mentions = tuple(
        one.model_copy(update={"role": Role(goal)}) if one.role.value == source else one
        for one in understanding.mentions
    )
    return understanding.model_copy(
        update={source: None, goal: value, "ambiguous": frozenset(ambiguous), "mentions": mentions}
    )


class Intent(StrEnum):
    """What a reply wants of the conversation, apart from what it says about the goal."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"  # "je ne sais pas", "no idea"
    SKIP = "skip"
    BACK = "back"
    CANCEL = "cancel"
    HELP = "help"  # "pourquoi cette question ?"
    SUMMARY = "summary"
    CONFIRM = "confirm"
    RESUME = "resume"
    GREETING = "greeting"
    THANKS = "thanks"


class Reply(Value):
    """A reply read in the light of the question that was asked.

    A bare value ("30") stands in the slot that was asked for; whatever else the message says stands in its
    own slot of `understanding`.
    """

    understanding: Understanding
    intent: Intent | None = None
    correction: bool = False
    """The message takes back something said before ("en fait 85 %", "no, by end of June")."""
    origin: Origin | None = None
    lacking: frozenset[Resource] | None = None
    """Resources said to be missing; empty: all there; None: not spoken of."""
    change_unit: str | None = None
    """`points` or `percent`, in answer to the question which was meant."""
    part: int | None = None
    """Which part was chosen, from 0 ("le premier"), in answer to the question which goal comes first."""
    text_answer: str | None = None
    """The message as the answer in words, where the slot asked for takes words (lever, relevance, owner)."""
