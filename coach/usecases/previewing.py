"""A channel's next post, seen by an owner before the channel does: sent now, left out, or kept."""

from datetime import datetime

from coach.cards import person_of
from coach.errors import Refused
from coach.goal import Goal, GoalState
from coach.language.patterns import rx
from coach.language.plain import fold, plain
from coach.messages import home
from coach.messages import posts as say
from coach.messages.base import Channel, Message
from coach.posting import Rhythm, next_post
from coach.roles import Deed, may
from coach.speech import Button, Divider, Line, Row, Speech, Style, Verb
from coach.usecases import post_times, posting
from coach.usecases.call import Call

LONGEST_WISH = 120
"""Characters of a wish to see a post; what is longer says something else."""


def preview_button(goal: Goal) -> Button | None:
    """What shows a goal's next post; None where it has none."""
    if goal.channel is None or goal.state is not GoalState.ACTIVE:
        return None
    return Button(Verb.PREVIEW_POST, say.LabelPreview(), goal.id)


_SHOW_ME = rx(
    r"(?<!\w)(?:montre|montrez|affiche|apercu|previsualis\w*|voir|show|preview|see)(?!\w).{0,60}(?<!\w)"
    r"(?:publi\w*|post(?:e|er|es|ez|s|ing)?|nouvelles|news|salon|canal|channel)(?!\w)"
)


def hear_preview(call: Call, text: str) -> bool:
    """Take "show me what you will post" as the button that shows it; False where it is something else."""
    if len(text) > LONGEST_WISH or _SHOW_ME.search(fold(plain(text))) is None:
        return False
    goals = call.uow.goals.of_person(call.workspace, call.user)
    mine = [goal for goal in goals if preview_button(goal) is not None and may(call.user, Deed.POST, goal)]
    if not mine:
        return False
    shown = dict.fromkeys(goal.channel for goal in mine)
    for channel in shown:
        goal = next(one for one in mine if one.channel == channel)
        press(call, goal.id, Verb.PREVIEW_POST, "")
    return True


def press(call: Call, goal_id: str, verb: Verb, value: str) -> bool:
    """A button about a channel's next post was pressed; False where there is no such goal or channel.

    Args:
        call: Who pressed it.
        goal_id: One of the channel's goals.
        verb: What the button does.
        value: The nominal instant of the post that it is about, in ISO form; or the day or hour chosen.
    """
    goal = call.uow.goals.get(call.workspace, goal_id)
    if goal is None or goal.channel is None:
        return False
    if not may(call.user, Deed.POST, goal):
        call.say(home.NotYours(person_of(goal)))
        return True
    owner = call.uow.people.get(call.workspace, goal.owner) or call.person
    rhythm = posting.rhythm_of(call.uow, goal, owner)
    try:
        match verb:
            case Verb.PREVIEW_POST:
                _show(call, goal, rhythm)
            case Verb.SEND_POST:
                _send(call, goal, rhythm, value)
            case Verb.SET_POST_DAY | Verb.SET_POST_HOUR:
                post_times.choose(call, rhythm, verb, value)
            case Verb.SKIP_POST:
                _skip(call, goal, rhythm, _still_to_come(call, rhythm, value))
            case _:
                _keep(call, rhythm, _still_to_come(call, rhythm, value))
    except Refused as refusal:
        call.say(refusal.says)
    return True


def _still_to_come(call: Call, rhythm: Rhythm, value: str) -> datetime:
    """The instant that a button names.

    Raises:
        Refused: its post has gone out, or its time is past.
    """
    try:
        nominal = datetime.fromisoformat(value)
    except ValueError as error:
        raise Refused(home.GoneAlready()) from error
    if posting.is_told(call.uow, rhythm, nominal):
        raise Refused(say.SentAlready(Channel(rhythm.channel)))
    if nominal != posting.first_to_come(call.uow, rhythm, call.now):
        raise Refused(home.GoneAlready())
    return nominal


def _show(call: Call, goal: Goal, rhythm: Rhythm) -> None:
    nominal = posting.first_to_come(call.uow, rhythm, call.now)
    local, channel = nominal.astimezone(rhythm.tz), Channel(rhythm.channel)
    skipped = rhythm.skips == nominal
    first: Message = (
        say.PreviewSkipped(channel, local.date())
        if skipped
        else say.PreviewIs(channel, local.date(), local.time())
    )
    value = nominal.isoformat()
    wait = (
        Button(Verb.KEEP_POST, say.LabelKeep(), goal.id, value=value)
        if skipped
        else Button(Verb.SKIP_POST, say.LabelSkip(), goal.id, value=value)
    )
    now = Button(Verb.SEND_POST, say.LabelSendNow(), goal.id, value=value)
    shown = posting.preview(call.uow, rhythm, nominal, call.now)
    when = Line(say.PostTimesOf(channel), Style.QUIET)
    row = post_times.time_row(goal, rhythm)
    parts = (Line(first, Style.QUIET), Divider(), *shown.parts, Divider(), Row((now, wait)), when, row)
    call.say(Speech(parts), language=rhythm.language)


_ANYWAY = "anyway "
"""Before the instant in the value of a button that sends a post though it tells nothing new."""


def _send(call: Call, goal: Goal, rhythm: Rhythm, value: str) -> None:
    """Send the post now; where it would only repeat the last one, that is said first."""
    nominal = _still_to_come(call, rhythm, value.removeprefix(_ANYWAY))
    if not value.startswith(_ANYWAY) and not posting.has_news(call.uow, rhythm, nominal, call.now):
        anyway = Button(
            Verb.SEND_POST, say.LabelSendAnyway(), goal.id, value=f"{_ANYWAY}{nominal.isoformat()}"
        )
        call.say(Speech((Line(say.NothingNewToSend(Channel(rhythm.channel))), Row((anyway,)))))
        return
    posting.send(call.uow, rhythm, nominal, call.now)
    following = next_post(rhythm, nominal).astimezone(rhythm.tz).date()
    call.say(say.SentNow(Channel(rhythm.channel), following))


def _skip(call: Call, goal: Goal, rhythm: Rhythm, nominal: datetime) -> None:
    call.uow.posts.set_rhythm(rhythm.model_copy(update={"skips": nominal}))
    day, following = (one.astimezone(rhythm.tz).date() for one in (nominal, next_post(rhythm, nominal)))
    keep = Button(Verb.KEEP_POST, say.LabelKeep(), goal.id, value=nominal.isoformat())
    call.say(Speech((Line(say.WillSkip(day, following)), Row((keep,)))))


def _keep(call: Call, rhythm: Rhythm, nominal: datetime) -> None:
    call.uow.posts.set_rhythm(rhythm.model_copy(update={"skips": None}))
    call.say(say.WillKeep(nominal.astimezone(rhythm.tz).date()))
