"""A goal in the making: what is known of it, and so what is still missing.

The next question is computed, never stored: the first slot that is required and still open.
"""

from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from coach.calendar import Absence
from coach.goal import CheckInTime, LeverAction, Member, Path, Sharing
from coach.guard import Guard, OwnLevels
from coach.language.reading import (
    Cadence,
    DeadlineProblem,
    Direction,
    Language,
    Origin,
    Resource,
    Slot,
)
from coach.messages.cues import Cue
from coach.metrics import MetricKey
from coach.own_metrics import Override, OwnMetric
from coach.quantity import Quantity, Value
from coach.samples import Answers


class DraftState(StrEnum):
    """Where a draft stands in its life."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class OwnFigures(Value):
    """The last figures that another goal of the team has of a metric, oldest first."""

    metric: MetricKey
    figures: tuple[Quantity, ...]


class PeerReview(Value):
    """A colleague's view on what the goal takes, given without seeing the author's."""

    colleague: str
    """Slack user id."""
    asked_at: datetime
    lacking: frozenset[Resource] | None = None
    """What they find missing; empty: nothing; None: not answered yet."""
    answered_at: datetime | None = None


class Draft(Value):
    """A goal in the making. Immutable: each turn makes a new one, one version up."""

    id: str
    workspace: str
    author: str
    """Slack user id."""
    language: Language
    country: str | None = None
    """ISO 3166-1 code of the author's country, for public holidays."""
    region: str | None = None
    """Subdivision of the country, for public holidays."""
    version: int = 1
    state: DraftState = DraftState.OPEN
    created_at: datetime
    touched_at: datetime

    wish: str
    """The text that it all began with."""
    source: str | None = None
    """The link to the message in Slack that it was made of."""
    parts: tuple[str, ...] = ()
    """Two goals that were joined by "and", until one is chosen."""
    later: tuple[str, ...] = ()
    """The parts that were kept for later."""

    metric: MetricKey | None = None
    metric_words: str | None = None
    own_metric: OwnMetric | None = None
    """What the workspace says of the metric, where it is one that it added; `metric` is `OTHER` then."""
    within: Quantity | None = None
    """A service level's time to answer."""
    alternatives: tuple[MetricKey, ...] = ()
    """Other metrics that the words fit: while there are any, which one is asked."""
    meant: MetricKey | None = None
    """Another metric that an answer named, until it is told whether it is meant in the place of `metric`."""
    direction: Direction | None = None
    vague: str | None = None
    """The wishing word ("plus vite", "better"), until a figure takes its place."""
    baseline: Quantity | None = None
    baseline_unknown: bool = False
    """It is said that nobody knows it: it will be measured, never invented."""
    target: Quantity | None = None
    stretch: Quantity | None = None
    delta: Quantity | None = None
    """A change (positive); percent is relative to the baseline."""
    rate: Decimal | None = None
    """A change every month, as a share: -0.05 is five percent less each month. It compounds."""
    change_open: bool = False
    """Whether the change is in points or percent has to be asked."""
    unit_open: frozenset[Slot] = frozenset()
    """Figures whose unit has to be asked ("4": minutes or hours?)."""
    deadline: date | None = None
    deadline_problem: DeadlineProblem | None = None
    owner: str | None = None
    """Slack user id."""
    owner_name: str | None = None
    lever: str | None = None
    actions: tuple[LeverAction, ...] = ()
    origin: Origin | None = None
    history: tuple[Quantity, ...] = ()
    """The metric's last weekly figures, oldest first, where the person gave them."""
    lacking: frozenset[Resource] | None = None
    """Resources said to be missing; empty: all there; None: not asked yet."""
    relevance: str | None = None
    scope: str | None = None
    guard: Guard | None = None
    """What must not break while the metric moves, as the person said it."""
    guard_refused: bool = False
    """It was said that nothing is to be watched besides."""
    guard_left: bool = False
    """It was asked and left to the coach: what is proposed stands on the card."""
    answers: Answers | None = None
    """How many answers the survey brings."""
    answers_left: bool = False
    """It was asked and is not known."""
    for_team: bool = False
    """The whole team's answers were chosen, one agent's being too few."""
    cadence: Cadence | None = None
    path: Path | None = None
    absences: tuple[Absence, ...] = ()
    """When those who take part are away, as far as it is known."""
    reviews: tuple[PeerReview, ...] = ()
    cue: Cue | None = None
    """The usual moment that calls for the lever action, where one was chosen."""

    contributors: tuple[str, ...] = ()
    sharing: Sharing = Sharing.EQUAL
    members: tuple[Member, ...] = ()
    """Hours or parts of those who take part, where they are not equal."""
    channel: str | None = None
    check_in: CheckInTime = CheckInTime()
    post_weekday: int | None = None
    """When the channel is to have its news, where that was told: 0 is Monday."""
    post_at: time | None = None

    own: tuple[OwnFigures, ...] = ()
    """What the team's other goals tell of its metrics."""
    own_metrics: tuple[OwnMetric, ...] = ()
    """The metrics that the workspace added."""
    overrides: tuple[Override, ...] = ()
    """The workspace's own references of metrics of the catalogue."""
    open_at_first: int = 0
    """Questions that the first text left open: they say how many more may be asked."""

    said: str | None = None
    """Dedupe key of the last message with something to press: its buttons go when the next one comes."""
    asked: Slot | None = None
    """The question that waits for an answer."""
    last_press: str | None = None
    """What was pressed last, where nothing was said since: the same once more is a finger that slipped."""
    trail: tuple[Slot, ...] = ()
    """The questions answered so far, for "back"."""
    skipped: frozenset[Slot] = frozenset()
    reopened: frozenset[Slot] = frozenset()
    """Slots to be asked again although they are filled ("back")."""

    @property
    def own_levels(self) -> OwnLevels:
        """Where the team's own metrics stand, as far as other goals tell it."""
        return {one.metric: one.figures[-1] for one in self.own if one.figures}
