"""A goal that somebody confirmed, and what hangs below it."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum

from coach.guard import Guard, GuardFigure
from coach.language.reading import Cadence, Language, Origin, Resource
from coach.messages.cues import Cue
from coach.metrics import MetricKey
from coach.own_metrics import OwnMetric
from coach.quantity import Quantity, Value
from coach.samples import Answers


class Path(StrEnum):
    """How the way to the target is laid."""

    STEADY = "steady"
    RAMP = "ramp"
    COMPOUNDING = "compounding"


class Period(Value):
    """A month or a week of the plan: a milestone of the metric."""

    start: date
    end: date
    """Last day of the period (inclusive)."""
    working_days: int
    level: Decimal
    """The metric's expected level at the end, in the metric's unit (counted metrics: the running total)."""
    share: Decimal
    """What this period contributes to the change (whole units for counted metrics)."""


class Plan(Value):
    """The way from the start to the deadline, by month ends and weeks, such that the parts add up."""

    path: Path
    start: date
    deadline: date
    months: tuple[Period, ...]
    weeks: tuple[Period, ...]
    reaches: Decimal
    """The level on the deadline, in the metric's unit."""
    rate: Decimal | None = None
    """Compounding only: the rate a month, as a share (-0.05 is five percent less a month)."""


class LeverAction(Value):
    """Something that somebody does, small and countable: "one article a week each"."""

    text: str
    count: int = 1
    per: Cadence = Cadence.WEEKLY
    each: bool = False
    """Whether each contributor does it, or the team together."""
    rhythm_told: bool = True
    """Whether somebody said how often; else it is asked about once a week, and not shown as weekly."""
    when: str | None = None
    """The moment that calls for it, in the lead's words: "un appelant attend plus de 2 minutes"."""
    cue: Cue | None = None
    """A usual moment that was chosen instead."""

    @property
    def a_week(self) -> int:
        """How many times in a week of five working days; once a month counts as once when it is due."""
        return self.count * 5 if self.per is Cadence.DAILY else self.count


class SubGoalKind(StrEnum):
    """What has to be true before the goal can be reached."""

    MEASURE_BASELINE = "measure_baseline"
    OBTAIN_PEOPLE = "obtain_people"
    OBTAIN_BUDGET = "obtain_budget"
    OBTAIN_EXPERTISE = "obtain_expertise"
    OBTAIN_TOOLS = "obtain_tools"
    AGREE_OTHER_TEAM = "agree_other_team"


class SubGoal(Value):
    """A step that makes the goal possible, with the date by which it should be done."""

    kind: SubGoalKind
    due: date
    done: bool = False


class GoalState(StrEnum):
    """Where a goal stands in its life."""

    ACTIVE = "active"
    PAUSED = "paused"
    ACHIEVED = "achieved"
    MISSED = "missed"
    CLOSED = "closed"


ENDED = frozenset({GoalState.ACHIEVED, GoalState.MISSED, GoalState.CLOSED})
"""Nothing more is asked nor posted."""


UNTIL = timedelta(days=45)
"""So long after the deadline its figure is still taken: what closes a month comes in the month after."""


class Intensity(StrEnum):
    """How closely people are followed."""

    LIGHT = "light"  # no reminder, nothing more often near the deadline
    STANDARD = "standard"
    ACTIVE = "active"  # twice a week while the goal is behind


class CheckInTime(Value):
    """When figures are asked for, in each person's own zone."""

    cadence: Cadence = Cadence.WEEKLY
    weekday: int = 0
    """0 is Monday. Monthly: the first such day of the month."""
    at: time = time(9, 0)
    chosen: bool = False
    """Whether the lead chose the hour. Where not, check-ins spread over the two hours from `at` on."""
    before: bool = False
    """Whether `at` is the team's stand-up, and the check-in comes shortly before."""


class Member(Value):
    """Somebody who takes part, and how much."""

    person: str
    """Slack user id."""
    weight: Decimal = Decimal(1)
    """Equal numbers share equally; hours a week, or parts set by hand, share in proportion."""
    joins: date | None = None
    """First day; None: from the start."""
    leaves: date | None = None
    """Last day; None: to the end."""


class Sharing(StrEnum):
    """How the parts of those who take part are found."""

    EQUAL = "equal"
    HOURS = "hours"
    BY_HAND = "by_hand"


class GoalLevel(StrEnum):
    """At whose level a goal stands, from the top down (DOMAIN.md, section 4)."""

    AMBITION = "ambition"
    DEPARTMENT = "department"
    CENTRE = "centre"
    TEAM = "team"
    AGENT = "agent"


class Terms(Value):
    """What can be changed of a goal under way."""

    target: Quantity | None = None
    deadline: date
    owner: str
    owner_name: str | None = None
    contributors: tuple[str, ...] = ()
    channel: str | None = None
    check_in: CheckInTime = CheckInTime()
    path: Path | None = None
    """None: the coach chooses."""
    parent: str | None = None
    """Id of the goal that this one feeds."""
    level: GoalLevel = GoalLevel.TEAM


class Revision(Value):
    """One change of a goal under way, as its history keeps it."""

    at: datetime
    by: str
    """Slack user id."""
    reason: str | None = None
    """In their words; always there where the goal was eased."""
    before: Terms
    after: Terms
    plan: Plan | None = None
    """The plan that stood before, where it was made anew."""


class Proposal(Value):
    """A change that waits for its reason or for a yes."""

    id: str
    by: str
    """Slack user id."""
    after: Terms
    reason: str | None = None


class Goal(Value):
    """A confirmed goal. Levels are in the metric's unit."""

    id: str
    workspace: str
    author: str
    """Slack user id of the person who set it."""
    owner: str
    """Slack user id of the one who leads it."""
    owner_name: str | None = None
    """The owner in the author's words, where no Slack user was picked."""
    language: Language
    country: str | None = None
    """ISO 3166-1 code, for public holidays."""
    region: str | None = None
    """Subdivision of the country, for public holidays, as `holidays` names it."""
    wish: str
    """The text that it all began with."""
    source: str | None = None
    """The link to the message in Slack that it was made of."""
    metric: MetricKey
    metric_words: str | None = None
    own_metric: OwnMetric | None = None
    """What the workspace said of the metric when the goal was set, where it is one that it added."""
    within: Quantity | None = None
    """A service level's time to answer: the share of contacts answered in so long."""
    baseline: Quantity | None = None
    """None while it is being measured."""
    target: Quantity | None = None
    """The realistic level. None while a change waits for its baseline."""
    delta: Quantity | None = None
    """The change as it was wished, where it was a change: positive; percent is relative to the baseline."""
    rate: Decimal | None = None
    """A change every month as a share, where one was wished; it compounds."""
    decrease: bool = False
    """Whether the metric is to fall."""
    stretch: Quantity | None = None
    start: date
    deadline: date
    lever: str | None = None
    actions: tuple[LeverAction, ...] = ()
    relevance: str | None = None
    origin: Origin | None = None
    lacking: frozenset[Resource] = frozenset()
    scope: str | None = None
    guard: Guard | None = None
    """What must not break while the metric moves."""
    guard_figures: tuple[GuardFigure, ...] = ()
    """The guard metric's figures as they came in, those that were taken back or put right too."""
    answers: Answers | None = None
    """How many answers the survey's figure is made of, where it was said."""
    sub_goals: tuple[SubGoal, ...] = ()
    plan: Plan | None = None
    """None while the baseline is being measured."""
    contributors: tuple[str, ...] = ()
    """Slack user ids of the agents who take part."""
    channel: str | None = None
    """Slack id of the channel that gets the progress posts."""
    check_in: CheckInTime = CheckInTime()
    intensity: Intensity = Intensity.STANDARD
    stands_on: date | None = None
    """The day on which the owner confirmed, near the end, that target and deadline still stand."""
    path: Path | None = None
    """How the lead wants the way laid; None: the coach chooses."""
    sharing: Sharing = Sharing.EQUAL
    members: tuple[Member, ...] = ()
    """Weights, late joiners and leavers; who is not named here takes part equally from the start."""
    parent: str | None = None
    """Id of the goal that this one feeds."""
    level: GoalLevel = GoalLevel.TEAM
    history: tuple[Revision, ...] = ()
    """What was changed since it was confirmed, oldest first."""
    proposal: Proposal | None = None
    state: GoalState = GoalState.ACTIVE
    paused_until: date | None = None
    """The last day of its pause, where one was said; it goes on by itself then."""
    look_back: str | None = None
    """What the owner wrote at the end: what helped, what they would do differently."""
    confirmed_at: datetime
    version: int = 1

    @property
    def guard_standing(self) -> tuple[GuardFigure, ...]:
        """The guard metric's figures that stand, by the day that they are of."""
        kept = (one for one in self.guard_figures if not one.undone)
        return tuple(sorted(kept, key=lambda one: one.measured_on))


class Source(StrEnum):
    """Where a figure came from."""

    PERSON = "person"  # somebody told it
    IMPORT = "import"  # it was read from another system


class Measurement(Value):
    """One figure of a goal's metric, by whom and when. A correction is a new row that names the old one."""

    id: str
    goal: str
    author: str
    value: Quantity
    measured_on: date
    recorded_at: datetime
    sample: int | None = None
    """Number of answers or contacts behind a share or a mean, where it is known ("42 of 50": 50)."""
    words: str | None = None
    """What the person wrote."""
    corrects: str | None = None
    """Id of the measurement that it takes the place of; that row stays."""
    undone: bool = False
    source: Source = Source.PERSON
    provisional: bool = False
    """Whether it may still change, as a survey that is not over: it is told as such."""
