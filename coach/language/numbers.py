"""Numbers as people write them: `1 200`, `1,200`, `12.5`, `quatre-vingt-dix`."""

import re
from decimal import Decimal
from functools import cache

from coach.language.patterns import any_of, exact
from coach.language.reading import Language

_WORDS = {
    Language.FR: [
        "zero",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "(?<!fin.)(?<!fin.de.)(?<!mi.)(?<!debut.)(?<!\\d.)sept(?!\\.|.20\\d\\d)",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "vingts?",
        "trente",
        "quarante",
        "cinquante",
        "soixante",
        "septante",
        "huitante",
        "octante",
        "nonante",
        "cents?",
        "mille",
        "millions?",
    ],
    Language.EN: [
        "zero",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "million",
    ],
}
_FIRST = {
    Language.FR: (
        "une?(?= (?:million|milliard))",
        "une?(?= [a-z-]{2,20}(?: [a-z]{2,12})? (?:de|en) (?:plus|moins))",
        "(?<=e )une?(?= (?!fois)[a-z-]{2,20} par (?:agent et par |conseiller et par )?(?:jour|semaine|mois))",
    ),
    Language.EN: (
        "(?:an?|one)(?= (?:hundred|thousand|million))",
        "one(?= (?:more|fewer|extra|less|additional))",
        "one(?= (?:[a-z-]{2,14} ){1,2}(?:a|per|every|each) (?:day|week|month))",
    ),
}
_INNER = {Language.FR: ("une?", "onze"), Language.EN: ("one",)}
_ARTICLE = exact(r"^an? ")
_NOT_AFTER = r"(?<!\w)(?<!pour )(?<!pour-)(?<!per )"


@cache
def _spelled(language: Language) -> re.Pattern[str]:
    word = any_of((*_FIRST[language], *_WORDS[language]))
    inner = any_of((*_WORDS[language], *_INNER[language]))
    joint = r"(?:[ -]et[ -]|[ -])" if language is Language.FR else r"(?: and |[ -])"
    return re.compile(rf"{_NOT_AFTER}{word}(?!\w)(?:{joint}{inner}(?!\w)){{0,8}}")


def with_digits(folded: str, language: Language) -> str:
    """The folded text with spelled numbers in digits, padded so that every offset stays."""
    folded = _NEW.sub(lambda found: "_" * len(found[0]), folded)
    folded = _TOGETHER.sub(lambda found: found[0].replace(found["n"], "_" * len(found["n"])), folded)
    folded = _ONE_EACH.sub(lambda found: "1".ljust(len(found[0])), folded)
    folded = _HALF_A_POINT.sub(lambda found: "0.5".ljust(len(found[0])), folded)
    folded = _QUARTER_POINT.sub(lambda found: "0.25".ljust(len(found[0])), folded)
    digits = _spelled(language).sub(lambda found: _digits(found[0], language), folded)
    return _AND_A_HALF.sub(lambda found: f"{found['n']}.5".ljust(len(found[0])), digits)


_NEW = exact(r"(?<!\w)(?:(?:rien|quoi|quelque chose) de|a|du|tout|remis a)[ ]neuf(?!\w)(?![ ](?:pour|%))")
"""What is new, and not nine ("rien de neuf")."""
_TOGETHER = exact(
    r"(?<![\w-])(?:ensemble|reponses|appels|dossiers|tickets|(?:re)?lire|ecouter|travailler|preparer)[ ]a[ ]"
    r"(?P<n>deux|trois|quatre)(?=[ ]*(?:$|[,.;])|[ ](?:avec|chaque|tous|toutes|le|en)(?!\w))"
)
"""So many people together ("relire les réponses à deux"), which is no figure of the goal."""
_ONE_EACH = exact(
    r"(?<![\w-])(?<!par )(?<!avec )(?<!by )(?<!with )(?<!via )(?:une?|one|an?)"
    r"(?=[ ](?!(?:fois|points?|revue|bilan|suivi|reunion|brief|review|meeting"
    r"|[a-z]+aine|check|update|look|call|time|session|week|day|month|quarter)(?!\w))"
    r"[a-z]{4,20}(?:[ ](?!par|per|each|chaque)[a-z]{3,14}){0,2}[ ](?:par|per|a|each|every|chaque)[ ]"
    r"(?:jour|semaine|mois|day|week|month)(?!\w))"
)
"""Something done once in so long ("un article par semaine"); no weekly meeting, no "by one a day"."""
_QUARTER_POINT = exact(
    r"(?<!\w)(?:(?:un[ ]|1[ ]+)?quart[ ]de(?=[ ]point(?!\w))|a[ ]quarter[ ]of[ ]an?(?=[ ]point(?!\w)))"
)
_AND_A_HALF = exact(
    r"(?<![\w.,])(?P<n>\d{1,2})[ ]+(?:and[ ]a[ ]half|et[ ]demie?)"
    r"(?!\w|[ ]*(?:hours?|hrs?|days?|minutes?|mins?))"
)
"""Where a unit follows, `figures.py` reads both together."""
_HALF_A_POINT = exact(
    r"(?<!\w)(?:half[ ]an?(?=[ ]p(?:oin)?ts?(?!\w))|half(?=[ -]points?(?!\w))"
    r"|(?:un[ ]|une[ ])?demi(?=[ -]points?(?!\w)))"
)


def _digits(spelled: str, language: Language) -> str:
    from text_to_num import text2num  # noqa: PLC0415 - loaded at the first spelled number only

    phrase = spelled.replace("-", " ")
    tokens = phrase.split()
    for take in range(len(tokens), 0, -1):
        head = " ".join(tokens[:take])
        if tokens[take - 1] in {"et", "and"}:
            continue
        try:
            value = text2num(_ARTICLE.sub("one ", _spelled_right(head, language)), language.value)
        except ValueError:
            continue
        done = len(head)
        rest = spelled[done:]
        return f"{value}".ljust(done)[:done] + (_again(rest, language) if rest else "")
    return spelled


def _spelled_right(head: str, language: Language) -> str:
    """The words as the table of numbers writes them: its French nought has an accent."""
    return head.replace("zero", "zéro") if language is Language.FR else head


def _again(rest: str, language: Language) -> str:
    """What is left of a run that is not one number ("deux trois semaines")."""
    return with_digits(rest, language) if rest.strip() else rest


NUMBER = (
    r"(?:\d{1,3}(?:[ ']\d{3}){1,3}(?!\d)|\d{1,3}(?:,\d{3}){1,3}(?![\d,])"
    r"|\d{1,3}(?:\.\d{3}){2,3}(?!\d)|\d{1,9})"
    r"(?:[.,]\d{1,4}(?!\d))?"
)
"""A number in digits, as a part of a larger expression."""

_GROUPS_COMMA = exact(r"[1-9]\d{0,2}(?:,\d{3}){1,3}")
_GROUPS_DOT = exact(r"[1-9]\d{0,2}(?:\.\d{3}){1,3}")


def read_number(text: str, language: Language) -> Decimal:
    """The value of a number matched by `NUMBER`.

    A comma with three digits behind it groups thousands in both languages (nobody types a figure to a
    thousandth); a point does so in French only.
    """
    text = text.replace(" ", "").replace("'", "")
    if _GROUPS_COMMA.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _GROUPS_DOT.fullmatch(text) and (language is Language.FR or text.count(".") > 1):
        return Decimal(text.replace(".", ""))
    if "," in text and "." in text:
        decimal = max(text.rfind(","), text.rfind("."))
        whole = text[:decimal].replace(",", "").replace(".", "")
        return Decimal(f"{whole}.{text[decimal + 1 :]}")
    return Decimal(text.replace(",", "."))
