"""Reading what somebody answers to "where are we this week?"."""

import re
from datetime import date, timedelta
from decimal import Decimal

from coach.language.absence import read_absence
from coach.language.asides import ask_again, says_unknown
from coach.language.dates import read_deadline
from coach.language.detection import detect
from coach.language.figures import Figure, find_figures, hide_clocks
from coach.language.named_days import hide_days
from coach.language.no_figure import says_no_figure
from coach.language.numbers import with_digits
from coach.language.patterns import exact, rx
from coach.language.plain import fold, plain
from coach.language.reading import Language
from coach.language.reply_words import EMOJI_YES
from coach.language.units import level
from coach.metrics import MetricKey
from coach.quantity import MONEY, SECONDS_IN, Quantity, Unit, Value


class CheckInReading(Value):
    """What an answer to a check-in says. All empty: it is not understood."""

    text: str
    level: Quantity | None = None
    """Where the metric stands."""
    increment: Decimal | None = None
    """How much came on top ("+2"), negative where some went."""
    count: int | None = None
    """Of `total`, how many ("42 sur 50")."""
    total: int | None = None
    done: bool = False
    not_done: bool = False
    blocked: bool = False
    reason: str | None = None
    away: bool = False
    away_until: date | None = None
    """The last day of the absence."""
    no_figure: bool = False
    """There is no figure this time, or they do not know it."""
    ask_again: str | None = None
    """When to be asked again: `hour`, `tomorrow`, `monday`."""
    vague: bool = False
    """Words about how it goes, without a figure."""

    @property
    def is_answer(self) -> bool:
        """Whether anything was understood."""
        return (
            self.level is not None
            or self.increment is not None
            or self.count is not None
            or self.done
            or self.not_done
            or self.blocked
            or self.away
            or self.no_figure
            or self.ask_again is not None
            or self.vague
        )


_BLOCKED = rx(
    r"(?<![\w])(?:bloque(?:e|s|es)?|blocage|je bloque|on bloque|coince(?:e|s)?|en panne"
    r"|impossible(?: d[e']| a)?|blocked|stuck|blocker|can't (?:do|make|continue|progress|move"
    r"|get)"
    r"|cannot (?:do|continue|progress)|unable to|empeche(?:e|s)?|arret force|a l'arret"
    r"|on hold because)(?!\w)"
)
_REASON = rx(
    r"^[\s:,.;-]*(?:(?:car|parce que|parce qu'|a cause (?:de |du |d')|because(?: of)?|by|on"
    r"|par|since|as|due to|cause|pcq|with|:|-|,) ?)?[\s:,-]*"
)
_AWAY = rx(
    r"(?<!\w)(?:en (?:conges?|vacances|rtt|arret(?: maladie)?|formation|deplacement|repos"
    r"|maladie)|conges?|absente?s?|vacances|rtt|en off|malade|de retour|je (?:reviens|rentre"
    r"|suis off)|pas la|conge (?:maternite|paternite|parental|maladie)"
    r"|off(?= (?:until|till|til|through|thru|to|this|next|sick|work|today|on|for|all|the|from|jusqu)|$)"
    r"|on (?:leave|vacation|holiday|holidays|pto|sick leave|annual leave)"
    r"|out(?= (?:of (?:the )?office|until|till|sick|this|next|all|on|for))|ooo|away"
    r"|sick(?! day)|holiday|vacation|pto|back (?:on|in|next)|annual leave)(?!\w)"
)
_BACK = rx(r"(?<!\w)(?:de retour|je (?:reviens|rentre)|back|returning|reprends?|reprise|rentre)(?!\w)")
_UNTIL = rx(
    r"(?<!\w)(?:jusqu'(?:a|au|en)|jusqu a|jusque|until|till|til|through|thru|to"
    r"|du .{2,20} au)(?: (?:la|le|the))?(?!\w)"
)
_NOT_DONE = rx(
    r"^(?:(?:non|no|nope|nan)[,. ]*)?(?:pas (?:encore )?(?:fait|faite|fini|termine|commence"
    r"|eu le temps|pu)|pas encore|not (?:yet|done|started|finished)(?: yet)?|(?:je n'ai|j'ai"
    r"|on n'a|on a) pas (?:pu|eu le temps|encore fait|fait|commence)[^.]{0,60}|(?:haven't"
    r"|have not|didn't|did not|couldn't)[^.]{0,60}|rien(?: fait| cette semaine| de fait)?"
    r"|nothing(?: yet| this week| done)?|rate|not this week|pas cette semaine|non|no|nope"
    r"|nan)[.! ]*$"
)
_NOT_DONE_BECAUSE = rx(
    r"^(?:(?:non|no|nope|nan)[,. ]*)?(?:pas (?:cette semaine|encore|fait|faite|eu le temps)"
    r"|rien (?:fait )?cette semaine|not (?:this week|yet|done)|nothing (?:done )?this week"
    r"|(?:no|didn't have|did not have) time)(?: this week| cette semaine)?[ ,;:.(-]+(?P<why>[^0-9]{3,300})$"
)
"""It was not done, and why not; with a figure in it, it is an answer of its own."""
_DONE = rx(
    r"^(?:(?:oui|yes|ok|yep|ouais)[,.! ]*)?(?:c'est |it's |all |tout (?:est )?|deja |already "
    r"|bien |j'ai |i've |we've |on a |je l'ai |i |we )?(?:fait(?:e|es|s)?|done(?: it)?"
    r"|termine(?:e|s)?|fini(?:e|s)?|finished|completed?|complete|boucle(?:e)?|ok|regle(?:e)?"
    r"|valide(?:e)?|livre(?:e)?|realise(?:e)?|accompli|achieved|sorted|check|publie(?:e|s)?"
    r"|envoye(?:e|s)?|did it|made it|tout est fait|tout fait|finito|mission accomplie"
    r"|objectif atteint|target (?:reached|hit|met)|bouclee?)(?: (?:hier|ce matin|aujourd'hui"
    r"|yesterday|today|this morning|comme prevu|as planned|cette semaine|this week"
    r"|pour (?:ma part|moi)|a temps|on time|!))*[.! ]*$"
)
_YES_ONLY = exact(r"^(?:oui|yes|yep|ouais|yup|yeah|c'est bon|all good|parfait|nickel)[.! ]*$")
_VAGUE = rx(
    r"(?<!\w)(?:(?:ca|cela|tout) (?:avance|progresse|va|se passe|roule|marche|suit|monte"
    r"|s'ameliore|descend|stagne|bouge|baisse|augmente|se met en place)|avance|progresse"
    r"|on (?:avance|progresse|y est presque|y travaille|est dans les temps|est en bonne voie"
    r"|est bien|continue)|en (?:cours|bonne voie|progres|hausse|baisse)|pas mal|bien"
    r"|tres bien|mieux|super|top|presque|quasi|moyen|bof|difficile|dur|complique|tranquille"
    r"|mouais|comme ci comme ca|couci[- ]couca"
    r"|comme (?:prevu|d'habitude|la semaine derniere)|nickel|stable|pareil|idem"
    r"|rien de (?:neuf|nouveau|special)|stagne|galere|lentement|doucement|petit a petit"
    r"|sur la bonne voie"
    r"|(?:it's |we're |i'm |things are |all )?(?:going (?:well|ok|fine|good|great|slowly|up"
    r"|down|forward)|on track|progressing|getting (?:there|better|worse)|in progress"
    r"|moving(?: forward| along)?|making progress|improving|coming along|working on it|on it"
    r"|under way|underway)|not (?:bad|great|so good|too bad)|good|fine|great|almost(?: there"
    r"| done)?|nearly|slow(?:ly)?|so far so good|so[- ]so|as (?:usual|planned|expected)"
    r"|same(?: as (?:last week|before))?|ok-ish|meh|tough|hard|better|worse|nothing new"
    r"|steady|a bit)(?!\w)"
)
_MORE = rx(
    r"^ ?(?:[a-z'-]{2,18} ){0,2}?(?:de plus|en plus|supplementaires?|additionnel(?:le)?s?"
    r"|more|extra|additional|new(?: ones?)?|nouveaux|nouvelles)(?!\w)"
)
_FEWER = rx(r"^ ?(?:[a-z'-]{2,18} ){0,2}?(?:de moins|en moins|fewer|less|down|lower)(?!\w)")
_ADDED = rx(
    r"(?<!\w)(?:ajoute|rajoute|plus|added|another|encore|gagne|gained|up(?: by)?|extra"
    r"|hausse de|monte de)(?: encore)? ?$"
)
_LOST = rx(r"(?<!\w)(?:perdu|lost|moins|minus|down(?: by)?|baisse de|baisse d'|descendu de)(?: encore)? ?$")
_IGNORED = rx(
    r"(?<!\w)(?:semaine|week|s|w|objectif|cible|target|goal|sur l'objectif de|au lieu de"
    r"|instead of|contre|vs|versus|was|etait|avant|before|semaine derniere|last week|prevus?"
    r"|attendus?|expected|planned)[ :]*(?:de |of |was |est |is |a |d'|etait )?$"
)
_OUT_OF = exact(
    r"(?P<a>\d{1,7})[ ]*(?:/|sur(?: les)?|out[ ]of|of(?: the)?|parmi)[ ]*(?P<b>\d{1,7})(?![\d,.%])"
)


_AIM = rx(
    r"(?<!\w)(?:passer|atteindre|atteignons|arriver|parvenir|monter a|descendre a|ramener|porter|viser|vise"
    r"|visons|objectif|cible|je v(?:eux|oudrais)|on v(?:eut|oudrait)|nous voul\w+|il faut|faudrait"
    r"|reach|get (?:to|us)|go (?:to|for)|aim\w*|target\w*|goal|hit|bring|take (?:us|it)|want|would like"
    r"|we (?:need|should|must)|let's)(?!\w)"
)


_ENDS = exact(r"^[^\w+\-$€£#<@(\"']+|(?:[^\w\s%$€£)\"'.!?°-][\s.!]*)+$")
"""Marks and pictures around an answer ("done!! 👍"), other than those that belong to a figure."""


def says_not_done(text: str) -> bool:
    """Whether a text says that something was not done, and why: an answer, though nothing was asked."""
    return _NOT_DONE_BECAUSE.search(fold(plain(text))) is not None


_MOVED = exact(
    r"(?<!\w)(?:back[ ](?:up|down|to|at)"
    r"|(?:went|gone|is|are|was|were|now|came|come|crept)[ ](?:now[ ])?(?:back[ ])?(?:up|down)"
    r"|fell|fallen|dropped|rose|risen|climbed|slipped|jumped"
    r"|(?:re)?montée?s?|(?:re)?descendue?s?|(?:re)?tombée?s?|revenue?s?"
    r"|(?:est|a|sont|ont)[ ](?:re)?(?:passé|baissé|augmenté|grimpé|chuté|progressé"
    r"|reculé|diminué)e?s?)(?!\w)"
)


def says_moved(text: str) -> bool:
    """Whether a text tells which way something went ("back up to 1m20"), rather than where to take it."""
    return _MOVED.search(plain(text).lower()) is not None


def says_aim(text: str) -> bool:
    """Whether a text with a figure says where to get to, rather than where things stand."""
    return _AIM.search(fold(plain(text))) is not None


def has_figure(text: str) -> bool:
    """Whether there is a number in a text beside those of the days that it names."""
    return any(character.isdigit() for character in hide_days(fold(plain(text))))


def read_check_in(
    text: str, *, language: Language | None, today: date, metric: MetricKey | None, unit: Unit | None
) -> CheckInReading:
    """What an answer to a check-in says.

    Args:
        text: the message as Slack delivers it.
        language: its language where that is known.
        today: the day of reading.
        metric: the goal's metric.
        unit: the unit that a bare figure is in.
    """
    shown = plain(text)
    lang = detect(shown, language or Language.FR)
    work = _ENDS.sub(lambda found: " " * len(found[0]), with_digits(fold(shown), lang))
    if not work.strip() and text.strip().startswith(EMOJI_YES):
        return CheckInReading(text=shown, done=True)
    blocked = _BLOCKED.search(work)
    if blocked and not re.search(r"(?<!\w)(?:pas|plus|not|no)[ ]+$", work[: blocked.start()]):
        return CheckInReading(
            text=shown, blocked=True, reason=_reason(shown, work, blocked.end(), blocked.start())
        )
    if _AWAY.search(work) and not re.search(r"\d ?%", work):
        return CheckInReading(text=shown, away=True, away_until=_until(shown, work, lang, today))
    if _NOT_DONE.search(work):
        return CheckInReading(text=shown, not_done=True)
    if (why := _NOT_DONE_BECAUSE.search(work)) is not None:
        return CheckInReading(text=shown, not_done=True, reason=shown[why.start("why") : why.end("why")])
    if says_no_figure(work):
        return CheckInReading(text=shown, no_figure=True)
    if _DONE.search(work) or _YES_ONLY.search(work):
        return CheckInReading(text=shown, done=True)
    when, rest = ask_again(work)
    if (told := _figure(shown, rest, lang, metric, unit)) is not None:
        return told
    if when is not None:
        return CheckInReading(text=shown, ask_again=when)
    no_figure = says_unknown(shown, work)
    vague = not no_figure and _VAGUE.search(work) is not None
    return CheckInReading(text=shown, no_figure=no_figure, vague=vague)


def _reason(shown: str, work: str, end: int, start: int) -> str | None:
    """Why: what follows, else what came before."""
    lead = _REASON.match(work[end:])
    reason = shown[end + (lead.end() if lead else 0) :].strip(" .,;:-\n")
    if len(reason) > 2:
        return reason
    before = shown[:start].strip(" .,;:-\n")
    return shown if len(before.split()) > 2 else None


def _until(shown: str, work: str, language: Language, today: date) -> date | None:
    """The last day of an absence: the day named, or the eve of the return."""
    read = read_absence(shown, language=language, today=today)
    if read.end is not None or read.problem is not None:
        return read.end
    until = _UNTIL.search(work)
    back = _BACK.search(work)
    tail = shown[until.end() :] if until else shown[back.end() :] if back else shown
    found = read_deadline(tail, language, today) or read_deadline(shown, language, today)
    if found is None or found.day is None:
        return None
    if back and not until:
        return found.day - timedelta(days=1)
    return found.day


def _figure(
    shown: str, work: str, language: Language, metric: MetricKey | None, unit: Unit | None
) -> CheckInReading | None:
    work = hide_days(work)
    if (sum_of := _SUM.fullmatch(work)) is not None:
        return _added_up(shown, sum_of[0], unit)
    ratio = _OUT_OF.search(work)
    if ratio and not _is_score(ratio, unit):
        count, total = int(ratio["a"]), int(ratio["b"])
        if total > 0 and count <= total:
            return CheckInReading(text=shown, count=count, total=total)
    hidden = hide_clocks(work)
    figures = find_figures(hidden, language, most=12)
    if not figures:
        return None
    usable = [
        one for one in figures if not _IGNORED.search(hidden[max(0, one.start - 24) : one.start])
    ] or figures
    figure = _fitting(usable, unit)
    before, after = hidden[max(0, figure.start - 24) : figure.start], hidden[figure.end : figure.end + 40]
    if (
        figure.sign
        or _MORE.match(after)
        or _FEWER.match(after)
        or _ADDED.search(before)
        or _LOST.search(before)
    ):
        less = figure.sign == "-" or (not figure.sign and bool(_FEWER.match(after) or _LOST.search(before)))
        if figure.sign == "-" and metric in {MetricKey.NPS, MetricKey.SENTIMENT}:
            return _as_level(
                shown, Figure(figure.start, figure.end, -figure.value, figure.unit), metric, unit
            )
        value = _in_unit(figure, unit)
        return CheckInReading(text=shown, increment=-value if less else value)
    return _as_level(shown, figure, metric, unit)


_SUM = exact(r"[ ]*\d{1,6}(?:[ ]*\+[ ]*\d{1,6}){1,8}[ ]*")


def _added_up(shown: str, terms: str, unit: Unit | None) -> CheckInReading | None:
    """What is counted may be told in parts ("22 + 1"); of a share or a time the sum says nothing."""
    if unit not in {Unit.COUNT, Unit.PER_DAY, Unit.PER_WEEK, Unit.PER_MONTH, *MONEY}:
        return None
    total = sum(Decimal(one) for one in terms.split("+"))
    return CheckInReading(text=shown, level=Quantity(value=total, unit=unit or Unit.COUNT))


def _is_score(ratio: re.Match[str], unit: Unit | None) -> bool:
    return unit is Unit.SCORE and int(ratio["b"]) in {5, 7, 10, 20, 100}


def _fitting(figures: list[Figure], unit: Unit | None) -> Figure:
    """The figure in the unit that is expected, else the first."""
    for one in figures:
        if one.unit is not None and (one.unit is unit or (one.unit in SECONDS_IN and unit in SECONDS_IN)):
            return one
    return figures[0]


def _in_unit(figure: Figure, unit: Unit | None) -> Decimal:
    if figure.unit in SECONDS_IN and unit in SECONDS_IN and unit is not None:
        return figure.quantity().converted(unit).value
    return figure.value


def _as_level(shown: str, figure: Figure, metric: MetricKey | None, unit: Unit | None) -> CheckInReading:
    if figure.unit is None and unit is not None:
        return CheckInReading(text=shown, level=Quantity(value=figure.value, unit=unit))
    quantity, _ = level(figure, metric)
    return CheckInReading(text=shown, level=quantity)
