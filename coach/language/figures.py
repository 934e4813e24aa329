"""Figures in a text: shares, durations, amounts, scores, counts, with the unit that is written."""

import re
from dataclasses import dataclass
from decimal import Decimal

from coach.language.numbers import NUMBER, read_number
from coach.language.patterns import exact, rx
from coach.language.proportions import find_ratios
from coach.language.reading import Language
from coach.quantity import MONEY, Quantity, Unit

_PERCENT = r"%|pour~cents?|pourcents?|pct|percent|per cent|prct"
_POINTS = r"points? de (?:pourcentage|csat|nps|satisfaction)|percentage points?|points?|pts?|pp"
_TIME = (
    r"heures? ouvr(?:e|ee|able)s?|h ouvr(?:e|ee|able)s?|(?:business|working) hours?|heures?"
    r"|hours?|hrs?|hr?|minutes?|mins?|mn|secondes?|seconds?|secs?|s|jours? ouvr(?:e|able)s?"
    r"|(?:business|working) days?|jours?|days?|j|d"
)
_MONEY = (
    r"millions? d'euros|millions?(?: of)? (?:euros|dollars)|k ?€|k ?euros?|ke|m€|€|euros?|eur|k ?\$"
    r"|\$|dollars?|usd|£|pounds?|gbp|chf|k chf"
)
_PER = r"jours?|j|semaines?|sem|mois|day|d|week|wk|month|mo|journee"
_NOUNS = (
    r"(?: (?!par |per |a |an |de |in |en |by |et |and |d'ici |chaque |each |every |pour |sur |on |au "
    r"|avec |with )[a-z'-]{2,20}){0,3}?"
)

_FIGURE = rx(
    rf"(?<![\w.,:])(?P<sign>(?:(?<![\d%)])[+-] ?)?)(?P<money1>(?:[$€£]|chf|eur|usd|gbp) ?)?(?P<n>{NUMBER})"
    rf"(?![.,]?\d)(?:(?P<k>(?(money1)[km]|(?:k|m(?=€))))(?![\w']))?"
    rf"(?: ?(?:"
    rf"(?P<percent>(?:{_PERCENT})(?!\w))"
    rf"|(?P<points>(?:{_POINTS})(?!\w))"
    rf"|(?P<money2>(?:{_MONEY})(?!\w))"
    rf"|(?:(?P<whom>clients? |customers? |appels? |calls? |tickets? )|fois |times )?(?:/|sur|out of"
    rf"|of every|in every|of(?= \d+ (?!days|weeks|months)))[ ]*(?P<of>{NUMBER})(?!\w|[.,/]\d)"
    rf"(?: ?(?P<ofpercent>%))?"
    rf"|(?P<time>(?:{_TIME})(?![\w'])(?!/\d)|['\"](?=\W|\d|$)))"
    rf"|(?![\w]))"
)
_COMPOUND = rx(
    r"(?<![\w.,:/-])(?:"
    r"(?P<h>\d{1,3}) ?(?:h|heures?|hours?|hrs?)(?: et| and)? ?(?P<hm>\d{1,2})(?: ?(?:min|mn"
    r"|minutes?|m))?(?: ?(?P<hs>\d{1,2}) ?(?:s|sec|secondes?|seconds?))?"
    r"|(?P<h2>\d{1,3}) ?(?:h|heures?|hours?)(?: et| and) (?:demie?|a half)"
    r"|(?P<m>\d{1,4}) ?(?:min|mn|mins|minutes?|m|')\.?(?: et| and|,)? ?(?P<ms>\d{1,2})(?: ?(?:s"
    r"|sec|secs|secondes?|seconds?|\"|''))?"
    r"|(?P<m2>\d{1,4}) ?(?:min|mn|mins|minutes?)(?: et| and) (?:demie?|a half)"
    r"|(?P<c1>\d{1,3}):(?P<c2>[0-5]\d)(?::(?P<c3>[0-5]\d))?"
    r"|(?P<one>une|la|an?|1|one) (?:(?P<oneh>heure|hour)|(?P<onem>minute))(?: et demie?| and a half"
    r"|(?: et| and)? (?P<ones>\d{1,2}))?"
    r"|(?P<nh>\d{1,3}) and a half (?P<nhu>hours?|minutes?|days?)"
    r"|(?P<half>une demi[ -]?heure|half an hour|une demie? heure)|(?P<quarter>un quart d'heure"
    r"|a quarter of an hour)|(?P<tq>trois quarts d'heure)"
    r"|(?P<halfmin>une demi[ -]?minute|half a minute)"
    r"|(?P<halfday>une demi[ -]?journee|half a day)"
    r")(?![\w%]|[.,]\d|/\d)"
)
_CLOCK = rx(
    r"(?<!\w)(?:24 ?h? ?/ ?24|24 ?/ ?7|7 ?j? ?/ ?7|7 ?jours (?:sur|/) ?7|24 ?h(?:eures)? (?:sur|/) ?24|h24"
    r"|(?:de )?\d{1,2} ?h ?(?:\d\d)? ?(?:-|a) ?\d{1,2} ?h(?: ?\d\d)?(?= |$|[.,;)])"
    r"|\d{1,2}(?::\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)"
    r"|(?:niveau|level|tier|n|l) ?[123](?!\d)|(?:etape|step|version|v|#|no|n°|numero|number"
    r"|chapitre|phase|top|groupe|group|equipe|team|site|commande|order|ticket|dossier|ref|facture"
    r"|invoice|bureau|salle|room) ?[n°#]{0,2} ?\d{1,9}"
    r"|(?:100|1000)% (?:sur|sure))(?!\w)"
)
_UNIT_OF = {
    "h": Unit.HOURS,
    "m": Unit.MINUTES,
    "s": Unit.SECONDS,
    "j": Unit.DAYS,
    "d": Unit.DAYS,
    "b": Unit.DAYS,
    "w": Unit.DAYS,
}
_PER_UNIT = {
    "j": Unit.PER_DAY,
    "d": Unit.PER_DAY,
    "s": Unit.PER_WEEK,
    "w": Unit.PER_WEEK,
    "m": Unit.PER_MONTH,
}
_PER_AFTER = rx(
    rf"(?: (?:de|of)(?= ))?(?P<noun>{_NOUNS})(?: (?:de|en) (?:plus|moins))?(?: ?/ ?| par | per | a | chaque "
    rf"| each | every | an )(?:agent |personne |person )?(?:et par |per |/ ?|par "
    rf"|a )?(?P<per>{_PER})(?!\w)"
)
_MORE = exact(
    r"(?<!\w)(?:more|(?:extra|additional)(?![ ]sales)|new|(?:de|en)[ ]+plus"
    r"|(?<!ventes[ ])(?<!vente[ ])(?:supplementaires?|additionnel(?:le)?s?))(?!\w)"
)
_FEWER = exact(r"(?<!\w)(?:fewer|less|(?:de|en)[ ]+moins)(?!\w)")
_SCALES = {5, 7, 10, 20, 100}


@dataclass(frozen=True)
class Figure:
    """A figure of the text. `unit` is None where none is written."""

    start: int
    end: int
    value: Decimal
    unit: Unit | None
    sign: str = ""
    of: Decimal | None = None
    """What it was counted out of ("42 sur 50")."""
    noun: tuple[int, int] | None = None
    """The thing counted, where it stands between the figure and its rhythm ("60 dossiers par jour")."""

    def quantity(self, otherwise: Unit = Unit.COUNT) -> Quantity:
        """The figure with its unit, or with the one that is meant."""
        return Quantity(value=self.value, unit=self.unit or otherwise)


def hide_clocks(work: str) -> str:
    """The text without times of day, opening hours and numbers that are names ("niveau 2", "24/7")."""
    work = _DAY_AND_CLOCK.sub(lambda found: f"{found['day']}{'_' * len(found['clock'])}", work)
    return _ISH.sub("   ", _CLOCK.sub(_hidden, work))


_DAY_AND_CLOCK = rx(
    r"(?<!\w)(?P<day>(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday)s?(?: (?:matin|apres-midi|soir|morning|afternoon|evening))?,? )"
    r"(?P<clock>(?:a|at|vers|around|des|from) (?:[01]?\d|2[0-3])(?:(?:[.:]| ?h ?)[0-5]\d| ?h)?"
    r"|(?:[01]?\d|2[0-3])(?:\.(?:00|15|30|45)|[:h][0-5]\d))(?![\w%]|[.,]\d| ?%)"
)
"""An hour behind its weekday ("mondays 9.30", "le lundi à 9"), which no level stands behind so."""


_HOURS = exact(r"\d{1,2}(?=[ ]*h)")
_ISH = exact(r"(?<=\d)(?:ish|ich)(?!\w)")


def _hidden(found: re.Match[str]) -> str:
    """A time of day masked; "de 48 h à 24 h" is none."""
    hours = [int(hour) for hour in _HOURS.findall(found[0])]
    if len(hours) == 2 and "/" not in found[0] and not hours[0] < hours[1] <= 24:
        return found[0]
    return "_" * len(found[0])


def find_figures(work: str, language: Language, *, most: int = 40) -> list[Figure]:
    """The figures of a text whose dates are masked, in order."""
    found: list[Figure] = []
    for match in _COMPOUND.finditer(work):
        found.append(_compound(match))
        if len(found) >= most:
            break
    for start, end, value in find_ratios(work):
        if len(found) < most:
            found.append(Figure(start, end, value, Unit.PERCENT))
    for one in found:
        work = f"{work[: one.start]}{'#' * (one.end - one.start)}{work[one.end :]}"
    for match in _FIGURE.finditer(work):
        if len(found) >= most:
            break
        found.append(_simple(match, work, language))
    return sorted(found, key=lambda one: one.start)


_SHARE_IN_TIME = exact(
    r"(?<![\w.,/])(?P<share>\d{2,3})(?P<unit>[ ]?%)?[ ]?(?:/|in|within|en|sous|dans)[ ]?(?P<time>\d{1,3})"
    r"(?:[ ]?s(?:ec\w*)?)?(?![\w%/]|[.,]\d|[ ]?(?:%|min|mn|h|j|d|jour|heure|hour|day|week|sem|month|mois))"
)


def find_shares_in_time(work: str) -> list[Figure]:
    """A service level as the trade writes it ("80 in 20", "80/20"): percent, and seconds."""
    found: list[Figure] = []
    for one in _SHARE_IN_TIME.finditer(work):
        if int(one["share"]) <= 100:
            share_ends = one.end("unit") if one["unit"] else one.end("share")
            found.append(Figure(one.start(), share_ends, Decimal(one["share"]), Unit.PERCENT))
            found.append(Figure(one.start("time"), one.end(), Decimal(one["time"]), Unit.SECONDS))
    return found


_DENIED = exact(r"(?<!\w)(?:not|pas|(?:et|and|mais|but)[ ]+non)[ ]+$")


def without_denied(figures: list[Figure], work: str) -> list[Figure]:
    """The figures without one that is said to be wrong, where another one is right ("25% today, not 4%")."""
    kept = [one for one in figures if not _DENIED.search(work[max(0, one.start - 12) : one.start])]
    return kept or figures


def _compound(match: re.Match[str]) -> Figure:
    groups = {name: text for name, text in match.groupdict().items() if text is not None}
    start, end = match.span()
    number = {name: int(text) for name, text in groups.items() if text.isdigit()}
    if "h" in groups:
        seconds = number["h"] * 3600 + number.get("hm", 0) * 60 + number.get("hs", 0)
        largest = Unit.HOURS
    elif "h2" in groups:
        seconds, largest = number["h2"] * 3600 + 1800, Unit.HOURS
    elif "m" in groups:
        seconds, largest = number["m"] * 60 + number["ms"], Unit.MINUTES
    elif "m2" in groups:
        seconds, largest = number["m2"] * 60 + 30, Unit.MINUTES
    elif "c3" in groups:
        seconds, largest = number["c1"] * 3600 + number["c2"] * 60 + number["c3"], Unit.HOURS
    elif "c1" in groups:
        seconds, largest = number["c1"] * 60 + number["c2"], Unit.MINUTES
    elif "one" in groups:
        half = "half" in match[0] or "demi" in match[0]
        seconds = 3600 if "oneh" in groups else 60
        seconds = seconds * 3 // 2 if half else seconds
        seconds += number.get("ones", 0) * seconds // 60
        largest = Unit.HOURS if "oneh" in groups else Unit.MINUTES
    elif "nh" in groups:
        unit = {"h": Unit.HOURS, "m": Unit.MINUTES, "d": Unit.DAYS}[groups["nhu"][0]]
        return Figure(start, end, Decimal(number["nh"]) + Decimal("0.5"), unit)
    elif "halfmin" in groups:
        return Figure(start, end, Decimal(30), Unit.SECONDS)
    elif "halfday" in groups:
        return Figure(start, end, Decimal("0.5"), Unit.DAYS)
    else:
        seconds = 1800 if "half" in groups else 2700 if "tq" in groups else 900
        largest = Unit.MINUTES
    return Figure(start, end, *duration(seconds, largest))


def duration(seconds: int, largest: Unit) -> tuple[Decimal, Unit]:
    """A length of time in the largest unit that tells it within two decimals."""
    for size, unit in ((3600, Unit.HOURS), (60, Unit.MINUTES)):
        if (unit is largest or largest is Unit.HOURS) and seconds * 100 % size == 0:
            return Decimal(seconds) / size, unit
    return Decimal(seconds), Unit.SECONDS


_SCALE = {"k": 1000, "m": 1_000_000}


def _simple(match: re.Match[str], work: str, language: Language) -> Figure:
    groups = match.groupdict()
    value = read_number(groups["n"], language)
    start, end = match.span()
    start += len(match[0]) - len(match[0].lstrip())
    end = start + len(match[0].strip())
    sign = (groups["sign"] or "").strip()
    unit: Unit | None = None
    of: Decimal | None = None
    value *= _SCALE.get(groups["k"] or "", 1)
    if groups["percent"]:
        unit = Unit.PERCENT
    elif groups["points"]:
        unit = Unit.POINTS
    elif groups["money1"] or groups["money2"]:
        unit = _currency(groups["money1"] or groups["money2"])
        value *= _SCALE.get((groups["money2"] or "")[:1], 1)
    elif groups["time"]:
        unit = _time_unit(groups["time"])
    elif groups["of"]:
        of = read_number(groups["of"], language)
        if value > of:  # "80/20": 80 % in 20 s
            return Figure(start, end, value, None, sign)
        value, unit = _ratio(
            value, of, work[end : end + 30], percent=bool(groups["ofpercent"]), counted=bool(groups["whom"])
        )
    if (unit is None or unit in MONEY) and (per := _PER_AFTER.match(work, end)):
        unit = _PER_UNIT[per["per"][0]]
        end = per.end()
        noun = per.span("noun")
        between = per[0]
        if not sign and _MORE.search(between):
            sign = "+"
        elif not sign and _FEWER.search(between):
            sign = "-"
        return Figure(start, end, value, unit, sign, of, noun)
    return Figure(start, end, value, unit, sign, of)


_CURRENCIES = {
    "$": Unit.USD,
    "dollar": Unit.USD,
    "usd": Unit.USD,
    "£": Unit.GBP,
    "pound": Unit.GBP,
    "gbp": Unit.GBP,
    "chf": Unit.CHF,
}


def _currency(written: str) -> Unit:
    """The currency that a sign or a word stands for; what remains are the spellings of the euro."""
    return next((unit for sign, unit in _CURRENCIES.items() if sign in written), Unit.EUR)


def _time_unit(written: str) -> Unit:
    if "hour" in written:
        return Unit.HOURS
    return Unit.SECONDS if written == '"' else _UNIT_OF.get(written[0], Unit.MINUTES)


_COUNTED = rx(
    r" ?(?:de |des |of )?(?:nos |our |the )?(?:clients?|appels?|tickets?|contacts?|customers?"
    r"|calls?|people|users?|emails?|mails?|reponses?|answers?)"
)


def _ratio(value: Decimal, of: Decimal, after: str, *, percent: bool, counted: bool) -> tuple[Decimal, Unit]:
    """A score on its scale, or a share."""
    if percent:
        return value, Unit.PERCENT
    if of in _SCALES and not counted and not _COUNTED.match(after) and value <= of:
        return value, Unit.SCORE
    if of == 0:
        return value, Unit.COUNT
    share = (value * 100 / of).quantize(Decimal("0.01")).normalize()
    return Decimal(f"{share:f}"), Unit.PERCENT


_TIMES = rx(
    r"(?<!\w)(?:"
    r"(?P<double>(?<!une )(?<!la )(?<!de )(?<!des )(?<!les )(?<!nos )(?<!the )(?<!our )(?<!by a )(?<!with a )"
    r"doubl(?:er|e|ons|ing|ed)|multiplier par (?:2|deux)|twice as (?:many|much|high"
    r"|often)|fois (?:2|deux)|(?:2|deux) fois plus|x ?2|2x)"
    r"|(?P<triple>tripl(?:er|e|ons|ing)|multiplier par 3|(?:3|trois) fois plus|x ?3|3x"
    r"|three times as (?:many|much))"
    r"|(?P<half>de moitie|de la moitie|par (?:2|deux)|halv(?:e|ing)|in half|by half|(?:2"
    r"|deux) fois moins|half (?:as (?:many|much|long)|the|of the|our)|twice as (?:fast"
    r"|quick(?:ly)?)|(?:2|deux) fois plus vite|la moitie d[eu]|by 1/2)"
    r"|(?P<third>d'un tiers|un tiers|par (?:3|trois)(?P<thirdof>)|by (?:a|one) third|a third"
    r"|one third|1/3|(?:3|trois) fois moins(?P<thirdof2>))"
    r"|(?P<quarter>d'un quart|un quart(?! d'h)|by (?:a|one) quarter|a quarter (?:of|fewer|less"
    r"|more|off)|par (?:4|quatre)(?P<quarterof>))"
    r"|(?P<twothirds>des (?:2|deux) tiers|(?:by )?(?:2|two)[ -]thirds)"
    r"|(?P<threequarters>des (?:3|trois) quarts|(?:by )?(?:3|three)[ -]quarters)"
    r"|x ?(?P<x>\d{1,2})|multiplier par (?P<mx>\d{1,2}))(?![\w%]|[.,]\d)"
)


@dataclass(frozen=True)
class Multiple:
    """A change told as a multiple ("doubler", "d'un tiers"), in percent of what is."""

    start: int
    end: int
    percent: Decimal
    rises: bool | None
    """Whether the words themselves say up or down."""


def find_multiple(work: str) -> Multiple | None:
    """The first change told as a multiple."""
    for match in _TIMES.finditer(work):
        groups = {name for name, text in match.groupdict().items() if text is not None}
        before = work[max(0, match.start() - 40) : match.start()]
        start, end = match.span()
        if match[0].startswith("par ") and not re.search(r"divis\w{0,5}[^.;]{0,34}$", before):
            if re.search(r"multipli\w{0,5}[^.;]{0,34}$", before):
                factor = {"half": 2, "third": 3, "quarter": 4}[
                    next(iter(groups & {"half", "third", "quarter"}))
                ]
                return Multiple(start, end, Decimal(100 * (factor - 1)), rises=True)
            continue
        if "double" in groups:
            return Multiple(start, end, Decimal(100), rises=True)
        if "triple" in groups:
            return Multiple(start, end, Decimal(200), rises=True)
        if "x" in groups or "mx" in groups:
            factor = int(match["x"] or match["mx"])
            if factor > 1:
                return Multiple(start, end, Decimal(100 * (factor - 1)), rises=True)
            continue
        if "half" in groups:
            return Multiple(start, end, Decimal(50), rises=False)
        if "third" in groups:
            of = "thirdof" in groups or "thirdof2" in groups
            return Multiple(
                start, end, Decimal("66.67") if of else Decimal("33.33"), rises=False if of else None
            )
        if "quarter" in groups:
            return Multiple(start, end, Decimal(75) if "quarterof" in groups else Decimal(25), rises=None)
        if "twothirds" in groups:
            return Multiple(start, end, Decimal("66.67"), rises=None)
        return Multiple(start, end, Decimal(75), rises=None)
    return None
