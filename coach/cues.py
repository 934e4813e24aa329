"""The moment that calls for a lever action: if this happens, then we do that.

An action tied to a moment is done far more often than one that is only meant (DOMAIN.md, section 7).
"""

import re
from functools import cache

from coach.goal import LeverAction
from coach.language.reading import Language
from coach.messages.base import Message
from coach.messages.cues import Cue, CueWords, IfThen, UsualCue
from coach.metrics import Aim, MetricKey

_WAITING = (Cue.LONG_WAIT, Cue.QUEUE_GROWS)
_OF_METRIC: dict[MetricKey, tuple[Cue, ...]] = {
    MetricKey.WAIT_TIME: _WAITING,
    MetricKey.SERVICE_LEVEL: _WAITING,
    MetricKey.ABANDONMENT_RATE: _WAITING,
    MetricKey.FIRST_RESPONSE_TIME: _WAITING,
    MetricKey.TICKET_BACKLOG: (Cue.QUEUE_GROWS, Cue.OLD_TICKET),
    MetricKey.RESOLUTION_TIME: (Cue.OLD_TICKET, Cue.NO_ANSWER_KNOWN),
    MetricKey.FCR: (Cue.COMES_BACK, Cue.NO_ANSWER_KNOWN),
    MetricKey.TRANSFER_RATE: (Cue.NO_ANSWER_KNOWN, Cue.COMES_BACK),
    MetricKey.CONTACT_VOLUME: (Cue.COMES_BACK, Cue.NO_ANSWER_KNOWN),
    MetricKey.SELF_SERVICE_RATE: (Cue.COMES_BACK, Cue.NO_ANSWER_KNOWN),
    MetricKey.AHT: (Cue.NO_ANSWER_KNOWN, Cue.CONTACT_ENDS),
    MetricKey.WRAP_UP_TIME: (Cue.CONTACT_ENDS,),
    MetricKey.SURVEY_RESPONSE_RATE: (Cue.CONTACT_ENDS,),
}
_OF_AIM: dict[Aim, tuple[Cue, ...]] = {
    Aim.SATISFACTION: (Cue.UNHAPPY, Cue.COMES_BACK),
    Aim.LOYALTY: (Cue.UNHAPPY, Cue.COMES_BACK),
    Aim.IMAGE: (Cue.UNHAPPY,),
    Aim.REVENUE: (Cue.CONTACT_ENDS, Cue.HESITATES),
}
_ALWAYS = (Cue.DAY_BEGINS, Cue.TEAM_MEETING, Cue.QUIET)


def cues_for(metric: MetricKey, aims: tuple[Aim, ...]) -> tuple[Cue, ...]:
    """The moments that suit a metric, its own first; then those of any week."""
    own = _OF_METRIC.get(metric) or next((_OF_AIM[aim] for aim in aims if aim in _OF_AIM), ())
    return (*own, *_ALWAYS)


def with_cue(actions: tuple[LeverAction, ...], cue: Cue | None) -> tuple[LeverAction, ...]:
    """The actions tied to a moment; one whose words name their own keeps it."""
    return tuple(action if action.when else action.model_copy(update={"cue": cue}) for action in actions)


def moment_of(action: LeverAction) -> Message | None:
    """The moment that an action is tied to; None where there is none."""
    if action.when:
        return CueWords(action.when)
    return UsualCue(action.cue) if action.cue is not None else None


def if_then(action: LeverAction, words: Message) -> Message:
    """An action with its moment, where it has one: "if a caller waits long, then: offer a call-back"."""
    moment = moment_of(action)
    return words if moment is None else IfThen(moment, words)


_FIRST = {
    Language.FR: (
        r"(?:si|quand|lorsque?|d[èe]s que?|(?:à|a)? ?chaque fois que?)[ '’](?P<when>[^,;]{4,120}?)"
        r"(?:\s*[,;]\s*(?:alors )?:?|\s+alors)\s*(?P<then>.{3,})"
    ),
    Language.EN: (
        r"(?:if|when|whenever|each time|every time|as soon as) (?P<when>[^,;]{4,120}?)"
        r"(?:\s*[,;]\s*(?:then )?:?|\s+then)\s*(?P<then>.{3,})"
    ),
}
_LAST = {
    Language.FR: (
        r"(?P<then>.{3,}?),? (?<!v[ée]rifier )(?<!demander )(?<!savoir )(?<!voir )"
        r"(?:si|quand|lorsque?|d[èe]s que?|(?:à )?chaque fois que?)[ '’](?P<when>[^,;]{4,120})"
    ),
    Language.EN: (
        r"(?P<then>.{3,}?),? (?<!check )(?<!ask )(?<!know )(?<!see )"
        r"(?:if|when|whenever|each time|every time|as soon as) (?P<when>[^,;]{4,120})"
    ),
}


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern, re.IGNORECASE | re.DOTALL) for pattern in (_FIRST[language], _LAST[language])
    )


def read_moment(lever: str, language: Language) -> tuple[str | None, str]:
    """The moment that the lead's own words name, and the words without it.

    Args:
        lever: "si un appelant attend plus de 2 minutes, proposer un rappel".
        language: The language it is written in.
    """
    for pattern in _patterns(language):
        if (found := pattern.fullmatch(lever.strip())) is not None:
            return found["when"].strip(" .:"), found["then"].strip(" .:")
    return None, lever
