"""What can be chosen beside the plan on the card: how it is laid, and the moment of the action."""

from decimal import Decimal

from coach.catalogue import METRICS
from coach.cues import cues_for
from coach.draft import Draft
from coach.goal import Member, Path, Plan, Sharing
from coach.making import actions_of
from coach.messages import cues as say
from coach.messages.base import Message
from coach.messages.cues import Cue, UsualCue
from coach.messages.peer_review import PickColleague
from coach.messages.replanning import ChoicePath, PickPath
from coach.messages.sharing import LabelShareOut, PartsLabel
from coach.metrics import MetricKey
from coach.plan import PlanRequest
from coach.sharing import can_be_shared, part_lines, parts_of, weighed
from coach.speech import Button, Line, Part, Picker, PickerKind, Row, Style, Verb

NO_CUE = "none"


def path_options(baseline: Decimal | None, target: Decimal | None) -> tuple[tuple[str, Message], ...]:
    """The ways that the figures allow: a percentage a month neither leaves zero nor reaches it."""
    positive = all(end is not None and end > 0 for end in (baseline, target))
    paths = (path for path in Path if positive or path is not Path.COMPOUNDING)
    return tuple((path.value, ChoicePath(path)) for path in paths)


def path_row(draft: Draft, request: PlanRequest, plan: Plan) -> tuple[Part, ...]:
    """The way the plan is laid, to be chosen; a rate that was wished is its own way."""
    if request.rate is not None:
        return ()
    options = path_options(request.baseline, request.target)
    chosen = (plan.path.value,)
    pick = Picker(
        PickerKind.ONE_OF, Verb.SET_PATH, PickPath(), draft.id, draft.version, options=options, chosen=chosen
    )
    return (Row((pick,)),)


def part_parts(draft: Draft, request: PlanRequest, plan: Plan) -> list[Part]:
    """Each contributor's part, where the metric has parts, and the way to share them out otherwise."""
    if not can_be_shared(request.metric, request.unit, plan, len(draft.contributors)):
        return []
    weights = weighed(draft.contributors, draft.members)
    members = weights or tuple(Member(person=user) for user in draft.contributors)
    button = Button(Verb.SHARE_OUT, LabelShareOut(), draft.id, draft.version)
    lines = part_lines(parts_of(plan, members, request.calendar), request.unit)
    told = [Line(line, Style.ITEM) for line in lines]
    return [Line(PartsLabel(draft.sharing if weights else Sharing.EQUAL)), *told, Row((button,))]


def cue_row(draft: Draft) -> tuple[Part, ...]:
    """The moment of the action, to be chosen; nothing where the lead's own words name it."""
    actions = actions_of(draft)
    if not actions or all(action.when for action in actions):
        return ()
    metric = METRICS[draft.metric or MetricKey.OTHER]
    options = tuple((cue.value, say.ChoiceCue(UsualCue(cue))) for cue in cues_for(metric.key, metric.aims))
    pick = Picker(
        PickerKind.ONE_OF,
        Verb.SET_CUE,
        say.PickCue(),
        draft.id,
        draft.version,
        options=(*options, (NO_CUE, say.ChoiceNoCue())),
        chosen=(draft.cue.value,) if draft.cue is not None else (),
    )
    return (Line(say.CueOffer(), Style.QUIET, leads=True), Row((pick,)))


def chosen_cue(value: str) -> Cue | None:
    """The moment that a choice stands for."""
    return Cue(value) if value in set(Cue) else None


def colleague_row(draft: Draft) -> Row:
    """Another lead, to be asked for a second view on what the goal takes."""
    pick = Picker(PickerKind.PERSON, Verb.ASK_COLLEAGUE, PickColleague(), draft.id, draft.version)
    return Row((pick,))
