"""Which of the metrics named is the goal's own."""

import re
from dataclasses import dataclass

from coach.language.figures import Figure
from coach.language.mentions import MetricMention
from coach.language.roles import Roles
from coach.metrics import MetricKey
from coach.quantity import SECONDS_IN, Unit

_PART_OF = re.compile(
    r"[ ]*(?:(?:des|de|du|d'|aux|au|a|of|for|on|in|to|par|per|our|the|les|nos|sur|from|qui|la|le|l'|chez|apres|after|when)[ ]*){0,3}"
)
_COUNTED_BY = re.compile(
    r"[ ]*(?:(?:de|d'|des|of|fewer|more|less|en|our|nos|les|the|on|plus de|moins de|plus d'|moins d'|new|nouveaux|in|for)[ ]*){0,3}"
)
_SERVED = frozenset(
    {MetricKey.SERVICE_LEVEL, MetricKey.FIRST_RESPONSE_TIME, MetricKey.RESOLUTION_TIME, MetricKey.WAIT_TIME}
)


@dataclass(frozen=True)
class Choice:
    """The goal's metric, where the text names it, and what else it could be."""

    metric: MetricKey | None = None
    alternatives: tuple[MetricKey, ...] = ()
    mention: MetricMention | None = None
    words: tuple[int, int] | None = None
    """Where a metric outside the catalogue is named."""


def choose(
    mentions: list[MetricMention],
    goal: str,
    figures: list[Figure],
    settled: MetricKey | None = None,
    roles: Roles | None = None,
) -> Choice:
    """The metric that carries the number, else the first; the others are alternatives."""
    mentions = _apart(mentions, goal)
    plain = [one for one in mentions if not one.is_vague and one.metric is not MetricKey.OTHER]
    usable = plain or [one for one in mentions if one.metric is not None] or mentions
    if not usable:
        if settled is not None:
            return Choice(settled)
        return _outside(goal, roles)
    chosen = _carrier(usable, goal, figures)
    others = [one.metric for one in plain if one.metric is not None and one.metric is not chosen.metric]
    alternatives = tuple(dict.fromkeys((*chosen.alternatives, *others)))
    metric = chosen.metric
    if roles is not None and metric in _SERVED and _is_share_in_time(roles, figures):
        if metric in {MetricKey.FIRST_RESPONSE_TIME, MetricKey.WAIT_TIME, MetricKey.RESOLUTION_TIME}:
            roles.windows += [one for one in figures if one.unit in SECONDS_IN]
        metric = MetricKey.SERVICE_LEVEL
        alternatives = tuple(one for one in alternatives if one not in _SERVED)
    if metric is MetricKey.CSAT and chosen.alternatives and _has_share(roles):
        alternatives = tuple(one for one in alternatives if one not in chosen.alternatives)
    return Choice(metric, alternatives, chosen)


def _apart(mentions: list[MetricMention], goal: str) -> list[MetricMention]:
    """The mentions without those that only say more of the one before ("waiting time of inbound calls")."""
    kept: list[MetricMention] = []
    for one in mentions:
        if kept and _PART_OF.fullmatch(goal[kept[-1].end : one.start]) and not kept[-1].is_vague:
            continue
        if kept and one.is_vague and one.metric is None and not kept[-1].is_vague:
            continue
        kept.append(one)
    return kept


def _carrier(mentions: list[MetricMention], goal: str, figures: list[Figure]) -> MetricMention:
    """The mention that the first figure belongs to."""
    for figure in figures:
        for one in mentions:
            if one.start >= figure.end and _COUNTED_BY.fullmatch(goal[figure.end : one.start]):
                return one
        before = [one for one in mentions if one.end <= figure.start]
        if before:
            return before[-1]
    return mentions[0]


def _has_share(roles: Roles | None) -> bool:
    """Whether the text gives a level as a share or on a scale of answers."""
    if roles is None:
        return False
    return any(
        figure is not None and figure.unit in {Unit.PERCENT, Unit.SCORE}
        for figure in (roles.baseline, roles.target)
    )


def _is_share_in_time(roles: Roles, figures: list[Figure]) -> bool:
    """ "X % answered within T": a share as the level, and a length of time beside it."""
    share = roles.target is not None and roles.target.unit is Unit.PERCENT
    timed = any(one.unit in SECONDS_IN for one in figures) or bool(roles.windows)
    return share and (timed or roles.delta is None)


_THING = re.compile(
    r"(?:nombre (?:de |d')|taux (?:de |d')|nb (?:de |d')|number of |rate of |share of |volume (?:de |d'))?"
)


def _outside(goal: str, roles: Roles | None) -> Choice:
    return Choice()
