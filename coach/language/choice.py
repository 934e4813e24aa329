"""Which of the metrics named is the goal's own."""

from dataclasses import dataclass, replace

from coach.catalogue import METRICS
from coach.language.figures import Figure
from coach.language.mentions import MetricMention
from coach.language.openings import TELLING
from coach.language.paraphrases import find_paraphrase
from coach.language.patterns import exact
from coach.language.reading import Language
from coach.language.roles import Roles
from coach.language.things import RATES, counting_words, outside_words
from coach.metrics import Kind, MetricKey
from coach.quantity import SECONDS_IN, Unit

_PART_OF = exact(
    r"[ ]*(?:(?:des|de|du|d'|aux|au|a|of|for|on|in|to|par|per|our|the|les|nos|sur|from|qui|la|le"
    r"|l'|chez|apres|after|when|avant|before|qu'on|que|we|they|on|nous)[ ]*){0,3}"
)
_COUNTED_BY = exact(
    r"[ ]*(?:(?:de|d'|des|of|fewer|more|less|en|our|nos|les|the|on|plus de|moins de|plus d'"
    r"|moins d'|new|nouveaux|in|for)[ ]*){0,3}"
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
    is_meant: bool = False
    """Whether the metric is not named, but what the words amount to ("people hang up")."""

    is_counted: bool = False
    """Whether the metric is told by its figures alone: so many sales, where a share was followed."""

    @property
    def is_named(self) -> bool:
        """Whether the metric is called by a name of the tables."""
        return self.mention is not None


def choose(
    mentions: list[MetricMention],
    goal: str,
    figures: list[Figure],
    settled: MetricKey | None = None,
    roles: Roles | None = None,
    language: Language = Language.FR,
    work: str = "",
) -> Choice:
    """The metric that carries the number, else the first; the others are alternatives."""
    mentions = _apart(mentions, goal)
    told = _served(mentions, goal, figures) or _handled(mentions, goal, work, figures, language)
    if told is not None:
        return told
    plain = [one for one in mentions if not one.is_vague and one.metric is not MetricKey.OTHER]
    usable = plain or [one for one in mentions if one.metric is not None] or mentions
    if settled is not None and all(_is_still_of(settled, one) for one in usable):
        return _settled(settled, usable, goal, roles)
    if not usable or usable[0].metric is None:
        unnamed = _unnamed(usable, goal, work, figures, language)
        if unnamed is not None or not usable:
            return unnamed if unnamed is not None else Choice()
    chosen = _carrier(usable, goal, figures)
    if roles is not None and _is_counted(chosen.metric, roles):
        return Choice(MetricKey.OTHER, (), replace(chosen, metric=MetricKey.OTHER))
    if roles is not None and chosen.metric in _SOLD and _is_counted_sales(roles, usable, goal):
        return Choice(MetricKey.ADDITIONAL_SALES, (), replace(chosen, metric=MetricKey.ADDITIONAL_SALES))
    if roles is not None and _is_number_of_sales(chosen, roles, goal, work):
        return Choice(MetricKey.OTHER, (), replace(chosen, metric=MetricKey.OTHER, alternatives=()))
    others = [one.metric for one in plain if one.metric is not None and one.metric is not chosen.metric]
    alternatives = tuple(dict.fromkeys((*chosen.alternatives, *others)))
    if chosen.metric in _SERVED and _is_share_of(goal, figures):
        return Choice(MetricKey.SERVICE_LEVEL, _not_served(alternatives), chosen)
    if roles is not None:
        return _in_the_light_of(roles, chosen, alternatives, figures)
    return Choice(chosen.metric, alternatives, chosen)


def _not_served(alternatives: tuple[MetricKey, ...]) -> tuple[MetricKey, ...]:
    return tuple(one for one in alternatives if one not in _SERVED)


def _in_the_light_of(
    roles: Roles, chosen: MetricMention, alternatives: tuple[MetricKey, ...], figures: list[Figure]
) -> Choice:
    """The metric named, where its figures tell which of several it is."""
    metric = chosen.metric
    if metric in _SERVED and _is_share_in_time(roles, figures):
        if metric in {MetricKey.FIRST_RESPONSE_TIME, MetricKey.WAIT_TIME, MetricKey.RESOLUTION_TIME}:
            roles.windows += [one for one in figures if one.unit in SECONDS_IN]
        metric, alternatives = MetricKey.SERVICE_LEVEL, _not_served(alternatives)
    if metric in _SERVED and _is_told_in_time(roles):
        alternatives = tuple(one for one in alternatives if one is not MetricKey.SERVICE_LEVEL)
    if metric is MetricKey.CSAT and chosen.alternatives and _has_share(roles):
        alternatives = tuple(one for one in alternatives if one not in chosen.alternatives)
    return Choice(metric, alternatives, chosen)


def _is_told_in_time(roles: Roles) -> bool:
    """Whether all levels are lengths of time."""
    levels = [one for one in (roles.baseline, roles.target) if one is not None]
    return bool(levels) and all(one.unit in SECONDS_IN for one in levels)


_ALSO_COUNTED = frozenset({MetricKey.TRANSFER_RATE, MetricKey.ABANDONMENT_RATE, MetricKey.CHURN_RATE})
_COUNTED_AS_WELL = _ALSO_COUNTED | {
    MetricKey.TURNOVER,
    MetricKey.SURVEY_RESPONSE_RATE,
    MetricKey.CONVERSION_RATE,
    MetricKey.SELF_SERVICE_RATE,
}
"""Shares of things that a team may only have the number of."""


def _is_still_of(settled: MetricKey, mention: MetricMention) -> bool:
    """Whether words that fit several metrics say no other than the one that is spoken of ("120 sales")."""
    fits = {mention.metric, *mention.alternatives}
    return mention.is_vague and settled in _SALES and bool(_SALES & fits)


def _settled(settled: MetricKey, mentions: list[MetricMention], goal: str, roles: Roles | None) -> Choice:
    """The metric that is spoken of; where it is a share and told as a number, what it is the share of."""
    if roles is not None and settled in _SOLD and _is_counted_sales(roles, mentions, goal):
        return Choice(MetricKey.ADDITIONAL_SALES, is_counted=True)
    levels = [one for one in (roles.baseline, roles.target) if one is not None] if roles is not None else []
    if settled in _COUNTED_AS_WELL and levels and all(one.unit in RATES for one in levels):
        return Choice(MetricKey.OTHER, is_counted=True)
    return Choice(settled)


def _is_counted(metric: MetricKey | None, roles: Roles) -> bool:
    """Whether something that is no count is told as one ("40 escalations a week", "8 cases an hour")."""
    levels = [one for one in (roles.baseline, roles.target) if one is not None]
    if metric is None:
        return len(levels) == 2 and all(one.unit is None or one.unit in RATES for one in levels)
    return metric in _ALSO_COUNTED and any(one.unit in RATES for one in levels)


_SOLD = frozenset({MetricKey.CROSS_SELL, MetricKey.UPSELL})
_SALES = _SOLD | {MetricKey.ADDITIONAL_SALES}
_MOST_PERCENT = 100
_SELLS = exact(
    r"(?<!\w)(?:sold|sell|selling|vend(?:u|re|ons|ez|ent)?)[ ]+(?:(?:about|around|environ|only)[ ]+)?$"
)


def _is_counted_sales(roles: Roles, mentions: list[MetricMention], goal: str) -> bool:
    """Whether sales are told as a number of them ("60 upsells", "42 a month"), not as a share."""
    told = [one for one in (roles.baseline, roles.target, roles.delta) if one is not None]
    if any(one.unit is not None and one.unit not in RATES for one in told):
        return False
    return any(
        one.unit in RATES
        or one.value > _MOST_PERCENT
        or _SELLS.search(goal[: one.start])
        or any(
            mention.start >= one.end and _COUNTED_BY.fullmatch(goal[one.end : mention.start])
            for mention in mentions
        )
        for one in told
    )


_IN_MONEY = exact(r"[€$£]|(?<!\w)(?:k?euros?|eur|ke|dollars?|pounds?|usd|gbp|chf)(?!\w)")


def _is_number_of_sales(mention: MetricMention, roles: Roles, goal: str, work: str) -> bool:
    """Whether sales are told as so many of them ("120 sales a month"), and not as an amount."""
    if mention.metric is not MetricKey.REVENUE or not mention.is_vague:
        return False
    told = [one for one in (roles.baseline, roles.target) if one is not None]
    if any(_IN_MONEY.search(work[one.start : one.end]) for one in told):
        return False
    return (
        bool(told)
        and all(one.unit is None or one.unit in RATES for one in told)
        and any(
            (one.noun is not None and one.noun[0] <= mention.start < one.noun[1])
            or (mention.start >= one.end and _COUNTED_BY.fullmatch(goal[one.end : mention.start]))
            for one in told
        )
    )


def _unnamed(
    usable: list[MetricMention], goal: str, work: str, figures: list[Figure], language: Language
) -> Choice | None:
    """A metric where none is named, or only words that several metrics fit."""
    if usable and figures:
        return _beside(usable, goal, work, figures, language)
    other = None if usable else outside_words(goal, work, figures, language)
    if other is not None:
        return _named(other)
    meant = _paraphrased(goal, language)
    return meant if meant is not None and _may_be_told_in(meant.metric, figures) else None


_UNITS_OF = {Kind.DURATION: frozenset(SECONDS_IN), Kind.SHARE: frozenset({Unit.PERCENT, Unit.POINTS})}


def _may_be_told_in(metric: MetricKey | None, figures: list[Figure]) -> bool:
    """Whether all the figures have a unit of the metric ("gain 30 seconds on each call")."""
    kind = METRICS[metric].kind if metric is not None else None
    units = _UNITS_OF.get(kind, frozenset()) if kind is not None else frozenset()
    return all(one.unit in units for one in figures)


def _beside(
    usable: list[MetricMention], goal: str, work: str, figures: list[Figure], language: Language
) -> Choice | None:
    """A thing outside the catalogue beside words that several metrics fit."""
    if (counted := counting_words(goal, work, figures, language)) is not None:
        return _named(counted)
    other = _outside(goal, work, figures, language)
    if other.words is None or any(_overlap(one, other.words) for one in usable):
        return None
    return other


def _overlap(one: MetricMention, words: tuple[int, int]) -> bool:
    return one.start < words[1] and words[0] < one.end


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


def _has_share(roles: Roles) -> bool:
    """Whether the text gives a level as a share or on a scale of answers."""
    return any(
        figure is not None and figure.unit in {Unit.PERCENT, Unit.SCORE}
        for figure in (roles.baseline, roles.target)
    )


_HANDLING = exact(
    r"(?<!\w)(?:trait\w{1,5}|ger(?:er|ons)|resou?\w{1,4}|cloturer|fermer|handl(?:e|es|ing)"
    r"|work|process(?:es)?|resolv(?:e|es)|clos(?:e|es)|answers?|take)"
    r"[ ]+(?:au moins |at least )?#"
)
_OF_THEM = exact(
    r"[ ]*(?:(?:des|de nos|d'|of)(?= )"
    r"|(?:dans|en|sous|within|in|under)(?: les| the)?(?: moins de| less than)?[ ]*#)"
)


def _served(mentions: list[MetricMention], goal: str, figures: list[Figure]) -> Choice | None:
    """A share that is to be answered within a time, in whatever order it is told."""
    verb = _SERVES.search(goal)
    if verb is None or not _is_share_of(goal, figures):
        return None
    named = next((one for one in mentions if one.metric in _SERVED), None)
    mention = named or MetricMention(verb.start(), verb.end(), MetricKey.SERVICE_LEVEL)
    return Choice(MetricKey.SERVICE_LEVEL, (), mention, is_meant=named is None)


def _handled(
    mentions: list[MetricMention], goal: str, work: str, figures: list[Figure], language: Language
) -> Choice | None:
    """What is handled so many times, and is no volume of contacts that come in."""
    if not any(one.metric is MetricKey.CONTACT_VOLUME for one in mentions) or not _HANDLING.search(goal):
        return None
    other = _outside(goal, work, figures, language)
    return other if other.words is not None else None


_SERVES = exact(
    r"(?<!\w)(?:answer(?:s|ed|ing)?|pick(?:s|ed|ing)?[ ]up|respond(?:s|ed|ing)?"
    r"|repl(?:y|ies|ied|ying)|decroch\w{1,5}|repond\w{1,5}|reponse|prendre|pris|traiter)(?!\w)"
)


def _is_share_of(goal: str, figures: list[Figure]) -> bool:
    """Whether most of something is to be served within a length of time ("90 % of requests in 24 h")."""
    timed = any(one.unit in SECONDS_IN for one in figures)
    return timed and any(
        one.unit is Unit.PERCENT and one.value >= 50 and _OF_THEM.match(goal, one.end) for one in figures
    )


def _is_share_in_time(roles: Roles, figures: list[Figure]) -> bool:
    """A share answered within a time: a share as the level, and a length of time beside it."""
    share = roles.target is not None and roles.target.unit is Unit.PERCENT
    timed = any(one.unit in SECONDS_IN for one in figures) or bool(roles.windows)
    return share and (timed or roles.delta is None)


def _outside(goal: str, work: str, figures: list[Figure], language: Language) -> Choice:
    """A measurable thing outside the catalogue."""
    words = outside_words(goal, work, figures, language)
    return Choice() if words is None else _named(words)


def _paraphrased(goal: str, language: Language) -> Choice | None:
    """A metric of the catalogue that the words amount to, though they do not name it."""
    found = find_paraphrase(goal, language)
    if found is None or TELLING[language].search(goal):
        return None
    metric, start, end = found
    return Choice(metric, (), MetricMention(start, end, metric), is_meant=True)


def _named(words: tuple[int, int]) -> Choice:
    return Choice(MetricKey.OTHER, (), None, words)
