"""The words and signs around a figure that tell its role."""

import re
from dataclasses import dataclass
from functools import cache

from coach.language.clauses import GOAL_WORDS
from coach.language.patterns import exact, spaced
from coach.language.reading import Language

ARROW = exact(r" ?(?:\([^)#]{0,20}\))? ?(?:-{1,3}>|={1,2}>|→|>{1,2}|\.{2,3}) ?(?:\([^)#]{0,20}\))? ?")
DOWN_TO = exact(r"[ ]?(?:down|up|back)[ ]to[ ]?")
FULL_TO = exact(r"[ ](?:to|a)[ ]")
EQUATION = exact(r"\(#+[ ]?=[ ]?#")
"""What is today, told twice behind a change ("+10 % (10 a day = 50 a week)")."""
DASH = exact(r"[ ]?-[ ]?|[ ]?/[ ]?")
PEOPLE = exact(
    r" {0,3}(?:\w{2,14} )?(?:agents?|conseill?ers?|teleconseill?ers?|personnes?|collaborateurs?"
    r"|salaries|etp|people|advisors?|advisers?|reps?"
    r"|employees|equipes?|teams?|sites?|langues?|canaux|channels?|members|managers?|superviseurs?"
    r"|collegues|colleagues|ftes?|semaines?"
    r"|weeks?|mois|months?|ans?|years?|etapes|steps|fois(?! plus| moins)|times|modules? de"
    r"|raisons|marques|brands|pays|countries|points? cles)(?!\w)"
)
PER = exact(r"#[ ]?/[ ]?$")
CROWD = exact(r"(?:team|equipe|groupe|group|plateau|squad)s? (?:of|de|d'environ) $")
NEXT_FIGURE = exact(r"[^,;.#]{0,20}#")
WENT = exact(
    r"(?<!\w)(?:est[ ](?:passee?|montee?|descendue?|tombee?)|(?:a|ont)[ ](?:augmente|baisse"
    r"|grimpe|chute|bondi|glisse)|went|has[ ]gone|have[ ]gone"
    r"|rose|climbed|dropped|fell|grew|jumped|slipped|increased|decreased)[^#;.]{0,16}$"
)
AT_A_BOUND = exact(r"(?<!\w)(?:a|to|at)[ ]+(?:moins|plus)[ ]+d[e'][ ]*$")
LEVEL_SIGN = exact(r"(?:(?<!\w)(?:de|a|from|to|at|of|vers|nps|is|est)|->|=)[ ]*$")
NOW = exact(
    r"(?<!\w)(?:on[ ](?:en[ ])?est|nous[ ]sommes|aujourd'hui|actuel\w*|we[ ]?(?:'re|are)|currently|today"
    r"|right[ ]now)(?!\w)"
)
"""Between two figures: the second is told for itself, as where things stand."""
TOO_MUCH = exact(
    r"(?<!\w)(?:(?:beaucoup|bien|vraiment|c'est|est)[ ]trop|[:,][ ]?(?:c'est[ ])?trop"
    r"|trop[ ](?:long|lent|haut|bas|eleve|cher|peu|faible|court)\w*"
    r"|(?:way|far|much|is|are|it's|that's)[ ]too|too[ ](?:long|slow|high|low|much|many|few))(?!\w)"
)
MOVE_IT = exact(
    r"(?<!\w)(?:(?:le|la|les)[ ](?:redui\w*|baisser|diminuer|augmenter|remonter|faire[ ]\w+)"
    r"|\w+(?:ing)?[ ](?:it|them|that)(?:[ ](?:down|up))?)(?!\w)(?![^.;]{0,24}#)"
)
AIMED = exact(r"(?:->|=>|→|(?<!\w)(?:to|vers|jusqu'a|passer|viser|reach|hit))[ ]*$")
AT_LEAST = exact(r"[ ]*\(?(?:(?:au|at|a)[ ])?(?:minimum|mini?|least|moins)(?!\w)")
STANDS_AT = exact(r"(?<!\w)(?:of|at|de|d'|a)[ ]*$")
HEADED = exact(r"[ ]*(?:rating|score|rate|level|note|actuel(?:le)?|moyen(?:ne)?)?[ ]*")
DUE = exact(
    r"[ ]*(?:%[ ]*)?(?:d[' ]?ici|avant|pour|au plus tard|by|before|until|till)?[ ]*"
    r"(?:a|le|la|les|the|l'|end of)?[ ]*@"
)
"""The date that a level is to be reached by, right behind it."""
CLOSE = 12
"""Characters between a metric and the figures right behind it."""
REACH = 70
"""Characters before a figure that are looked at."""


@dataclass(frozen=True)
class Cues:
    """What is looked for right before a figure, right behind it, and between two."""

    before: dict[str, re.Pattern[str]]
    after: dict[str, re.Pattern[str]]
    pair_to: re.Pattern[str]
    instead: re.Pattern[str]
    range_and: re.Pattern[str]


@cache
def cues(language: Language) -> Cues:
    """A language's own."""
    words = GOAL_WORDS[language]

    def ending(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{spaced(pattern)})[ ]*$")

    names = (
        "baseline",
        "target",
        "stretch",
        "change",
        "by",
        "to",
        "above",
        "below",
        "floor",
        "pair_from",
        "between",
        "within",
    )
    return Cues(
        {name: ending(getattr(words, name)) for name in names},
        {
            name: re.compile(spaced(getattr(words, f"{name}_after")))
            for name in ("baseline", "target", "stretch", "change")
        },
        re.compile(spaced(words.pair_to)),
        re.compile(spaced(words.instead)),
        re.compile(spaced(words.range_and)),
    )
