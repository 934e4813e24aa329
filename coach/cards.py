"""The SMART card: five letters with their words, the plan, the settings, and what to press."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from coach.achievability import difference_unit, guard_note, verdict, whole_difference_unit
from coach.card_choices import colleague_row, cue_row, part_parts, path_row
from coach.cues import if_then
from coach.draft import Draft
from coach.easing import later, nearer, stretch_reach
from coach.goal import Goal, LeverAction, Period, Plan, SubGoal
from coach.history import history_of
from coach.language.addressing import to_you
from coach.language.reading import Direction, Origin, Resource, Slot
from coach.levers import tells_each, tells_rhythm
from coach.making import actions_of, plan_of, request_of, steps_of
from coach.messages import announcing, choices, guards
from coach.messages import cards as say
from coach.messages.achievability import LabelLater, LabelNearer, Reach, SideBySide
from coach.messages.base import Change, Message, Person
from coach.messages.home import LabelSeeGoal
from coach.messages.noise import LabelGiveAnswers
from coach.messages.rosters import LabelFromRoster
from coach.metrics import Reference
from coach.milestones import stages
from coach.own_metrics import held_against
from coach.plan import PlanRequest, plan_notes
from coach.progress import shown_share
from coach.quantity import Quantity, Unit
from coach.questions import owner_of
from coach.smart import aim_of, guard_is_open, guard_of, metric_name, sought_by, wants_less
from coach.speech import Button, Divider, Line, Part, Picker, PickerKind, Row, Speech, Style, Verb
from coach.visibility import sight_lines, unknown_line

WEEKS_SHOWN = 6
"""Weeks that a card lists one by one; the others are summed up in a line."""


def goal_sentence(draft: Draft) -> Message:
    """The refined goal, in one sentence (DOMAIN.md, section 1, gives its shape)."""
    assert draft.deadline is not None
    aim, less = aim_of(draft), wants_less(draft)
    metric, owner, lever = metric_name(draft), owner_of(draft), draft.lever or ""
    if aim is not None and draft.baseline is not None:
        if draft.direction is Direction.MAINTAIN or aim == draft.baseline:
            return say.GoalKeep(metric, aim, draft.deadline, owner, lever)
        kind = say.GoalLower if less else say.GoalRaise
        return kind(metric, draft.baseline, aim, draft.deadline, owner, lever)
    if aim is not None:
        return say.GoalReach(metric, aim, draft.deadline, owner, lever)
    change = draft.delta or Quantity(value=Decimal(0), unit=Unit.PERCENT)
    by = say.GoalLowerBy if less else say.GoalRaiseBy
    return by(metric, change, draft.deadline, owner, lever)


def change_between(start: Quantity, end: Quantity) -> Change:
    """The way from one level to another, with its sign."""
    difference = end.value - start.converted(end.unit).value
    return Change(Quantity(value=difference, unit=whole_difference_unit(end.unit)))


def smart_card(draft: Draft, today: date) -> Speech:
    """Everything that a whole draft says, with Confirm, Change and Cancel."""
    assert draft.deadline is not None
    parts: list[Part] = [
        Line(say.CardTitle(), Style.HEADING),
        Line(goal_sentence(draft)),
        Line(say.WishWas(draft.wish), Style.QUIET),
        Divider(),
        *letters(draft, today),
    ]
    request, plan = request_of(draft, today), plan_of(draft, today)
    if request is not None and plan is not None:
        parts += _reach_parts(draft, request)
    parts += _sight_parts(draft) + _guard_parts(draft)
    parts += _steps(steps_of(draft, today))
    parts += [Divider(), Line(say.PlanTitle(), Style.HEADING)]
    if request is not None and plan is not None:
        parts += plan_lines(plan, request.unit)
        parts += [Line(message, Style.QUIET) for message in plan_notes(request, plan)]
        parts += path_row(draft, request, plan)
        parts += part_parts(draft, request, plan)
    elif draft.baseline_unknown:
        parts.append(Line(say.PlanWaits(steps_of(draft, today)[0].due)))
    parts += [*action_lines(actions_of(draft)), *cue_row(draft)]
    parts += [Divider(), *_settings(draft), colleague_row(draft), _decision(draft)]
    return Speech(tuple(parts))


def letters(draft: Draft, today: date) -> tuple[Line, ...]:
    """The five criteria, each in the draft's own words."""
    assert draft.deadline is not None
    metric, owner, lever = metric_name(draft), owner_of(draft), draft.lever or ""
    specific: Message = (
        say.SpecificFor(metric, lever, owner, draft.scope)
        if draft.scope
        else say.Specific(metric, lever, owner)
    )
    weeks = max(1, ((draft.deadline - today).days + 6) // 7)
    lines = [Line(specific), Line(_measurable(draft))]
    if draft.stretch is not None:
        lines.append(Line(say.MeasurableStretch(draft.stretch), Style.ITEM))
    lacking = tuple(resource for resource in Resource if resource in (draft.lacking or ()))
    origin = draft.origin or Origin.GUESS
    lines.append(Line(say.AchievableLacking(origin, lacking) if lacking else say.Achievable(origin)))
    lines += [Line(say.Relevant(draft.relevance or "")), Line(say.TimeBound(draft.deadline, weeks))]
    return tuple(lines)


def _measurable(draft: Draft) -> Message:
    metric, aim = metric_name(draft), aim_of(draft)
    if aim is not None and draft.baseline is not None:
        if aim == draft.baseline:
            return say.MeasurableKeep(metric, aim)
        return say.Measurable(metric, draft.baseline, aim, change_between(draft.baseline, aim))
    if aim is not None:
        return say.MeasurableTo(metric, aim)
    return say.MeasurableBy(metric, draft.delta or Quantity(value=Decimal(0), unit=Unit.PERCENT))


def _reach_parts(draft: Draft, request: PlanRequest) -> list[Part]:
    """Whether it is within reach, and what else to keep an eye on."""
    history = history_of(draft)
    references = held_against(request.metric, draft.own_metric, draft.overrides)
    found = verdict(request, references, history)
    watch = guard_note(request.metric, request.metric_words) if guard_of(draft) is None else None
    parts: list[Part] = [
        Line(message, Style.QUIET) for message in (*found.lines, *((watch,) if watch is not None else ()))
    ]
    if draft.stretch is not None and request.target is not None:
        hoped = stretch_reach(request, draft.stretch, history, references)
        target = request.quantity(request.target)
        parts.insert(1, Line(SideBySide(target, found.reach, draft.stretch, hoped), Style.QUIET))
    if found.reach is Reach.RARE:
        parts += _eased(draft, request, history, references)
    return parts


def _eased(
    draft: Draft, request: PlanRequest, history: tuple[Decimal, ...], references: tuple[Reference, ...]
) -> list[Part]:
    """What would bring a rare goal within reach, to press."""
    buttons = []
    if (near := nearer(request, history, references)) is not None:
        value = f"{near.value.normalize():f}|{near.unit}"
        buttons.append(
            Button(Verb.ANSWER, LabelNearer(near), draft.id, draft.version, value=value, slot=Slot.TARGET)
        )
    if (end := later(request, history, references)) is not None:
        value = end.isoformat()
        buttons.append(
            Button(Verb.ANSWER, LabelLater(end), draft.id, draft.version, value=value, slot=Slot.DEADLINE)
        )
    return [Row(tuple(buttons))] if buttons else []


def _sight_parts(draft: Draft) -> list[Part]:
    """What the survey's answers can tell; where their number is not known, what it would take."""
    sought = sought_by(draft)
    if sought is None:
        return []
    if draft.answers is not None:
        return [Line(message, Style.QUIET) for message in sight_lines(sought, draft.answers)]
    if (unknown := unknown_line(sought)) is None:
        return []
    button = Button(Verb.ASK, LabelGiveAnswers(), draft.id, draft.version, slot=Slot.ANSWERS)
    return [Line(unknown, Style.QUIET), Row((button,))]


def _guard_parts(draft: Draft) -> list[Part]:
    """What must not break; where it is a proposal the card says so, and how to change it."""
    guard = guard_of(draft)
    if guard is None:
        return []
    button = Button(Verb.ASK, guards.LabelChangeGuard(), draft.id, draft.version, slot=Slot.GUARD)
    if not guard_is_open(draft):
        return [Line(guards.GuardOnCard(guards.guard_holds(guard))), Row((button,))]
    return [Line(guards.GuardProposed(guards.guard_holds(guard), metric_name(draft))), Row((button,))]


def _steps(steps: tuple[SubGoal, ...]) -> list[Part]:
    if not steps:
        return []
    return [
        Line(say.StepsTitle(), Style.HEADING),
        *(Line(say.Step(step.kind, step.due), Style.ITEM) for step in steps),
    ]


def plan_lines(plan: Plan, unit: Unit, today: date | None = None) -> list[Part]:
    """The month ends, then the weeks, as milestones of the metric.

    Args:
        plan: The plan.
        unit: The unit of its levels.
        today: The day from whose week on the weeks are listed; None: all from the start.
    """
    parts: list[Part] = []
    if len(months := stages(plan)) > 1:
        parts.append(Line(say.MonthsLabel()))
        parts += [
            Line(say.MilestoneOfMonth(month.end, *_level_and_share(month, unit)), Style.ITEM)
            for month in months
        ]
    if today is not None and today > plan.deadline:
        return [*parts, Line(say.WeeksBehind(len(plan.weeks)), Style.QUIET)]
    parts.append(Line(say.WeeksLabel()))
    ahead = [week for week in plan.weeks if today is None or week.end >= today]
    if behind := len(plan.weeks) - len(ahead):
        parts.append(Line(say.WeeksBehind(behind), Style.QUIET))
    shown = ahead if len(ahead) <= WEEKS_SHOWN + 2 else ahead[:WEEKS_SHOWN]
    parts += [Line(_week_line(week, unit), Style.ITEM) for week in shown]
    rest = len(ahead) - len(shown)
    if rest:
        parts.append(Line(say.AndMoreWeeks(rest, plan.deadline), Style.QUIET))
    return parts


def _week_line(week: Period, unit: Unit) -> Message:
    level, share = _level_and_share(week, unit)
    if week.share == 0:
        return say.MilestoneOfWeekFlat(week.start, week.end, level)
    return say.MilestoneOfWeek(week.start, week.end, level, share)


def _level_and_share(period: Period, unit: Unit) -> tuple[Quantity, Change]:
    share = Quantity(value=shown_share(period, unit), unit=difference_unit(unit))
    return Quantity(value=period.level, unit=unit), Change(share)


def action_lines(actions: tuple[LeverAction, ...]) -> list[Part]:
    """Who does what, how often."""
    if not actions:
        return []
    done = (Line(if_then(action, _who_does(action)), Style.ITEM) for action in actions)
    return [Line(say.ActionsLabel()), *done]


def _who_does(action: LeverAction) -> Message:
    if not action.rhythm_told or tells_rhythm(action.text):
        if action.each and not tells_each(action.text):
            return say.ActionOfEachInWords(action.count, action.text)
        by_all = action.rhythm_told and not action.each
        return say.ActionOfTeamInWords(action.text) if by_all else say.ActionInWords(action.text)
    counted = say.ActionOfEach if action.each else say.ActionOfTeam
    return counted(action.count, action.per, action.text)


def _settings(draft: Draft) -> list[Part]:
    weekdays = tuple((str(day), say.ChoiceWeekday(day)) for day in range(5))
    hours = tuple(
        (f"{hour:02}:{minute:02}", say.ChoiceHour(time(hour, minute)))
        for hour in range(8, 18)
        for minute in (0, 30)
    )

    def picker(
        kind: PickerKind,
        verb: Verb,
        words: Message,
        chosen: tuple[str, ...],
        options: tuple[tuple[str, Message], ...] = (),
    ) -> Picker:
        return Picker(kind, verb, words, draft.id, draft.version, None, options, chosen)

    at = draft.check_in.at.strftime("%H:%M")
    owner = () if draft.owner is None and draft.owner_name else (draft.owner or draft.author,)
    return [
        Line(say.SettingsLabel(), leads=True),
        Row(
            (
                picker(PickerKind.PERSON, Verb.SET_OWNER, choices.PickOwner(), owner),
                replace(
                    picker(
                        PickerKind.PEOPLE,
                        Verb.SET_CONTRIBUTORS,
                        choices.PickContributors(),
                        draft.contributors,
                    ),
                    beside=choices.WhoTakesPart(),
                ),
                picker(
                    PickerKind.CHANNEL,
                    Verb.SET_CHANNEL,
                    choices.PickChannel(),
                    (draft.channel,) if draft.channel else (),
                ),
            )
        ),
        Row((Button(Verb.FROM_ROSTER, LabelFromRoster(), draft.id, draft.version),)),
        Row(
            (
                picker(
                    PickerKind.ONE_OF,
                    Verb.SET_CHECK_IN,
                    choices.PickWeekday(),
                    (str(draft.check_in.weekday),),
                    weekdays,
                ),
                picker(PickerKind.ONE_OF, Verb.SET_CHECK_IN_HOUR, choices.PickHour(), (at,), hours),
            )
        ),
    ]


def _decision(draft: Draft) -> Row:
    return Row(
        (
            Button(Verb.CONFIRM, choices.LabelConfirm(), draft.id, draft.version, primary=True),
            Button(Verb.EDIT, choices.LabelEdit(), draft.id, draft.version),
            Button(Verb.CANCEL, choices.LabelCancel(), draft.id, draft.version),
        )
    )


def joined_actions(goal: Goal) -> list[Part]:
    """What is theirs to do, for somebody who takes part from now on, and the way to the goal and its plan."""
    theirs = [
        Line(announcing.JoinedAction(goal.check_in.weekday, to_you(action.text, goal.language)))
        for action in goal.actions[:1]
    ]
    return [*theirs, Row((Button(Verb.OPEN_GOAL, LabelSeeGoal(), goal.id, goal.version),))]


def person_of(goal: Goal) -> Person:
    """A goal's owner, as they are named to people."""
    return Person(user=goal.owner) if goal.owner_name is None else Person(name=goal.owner_name)
