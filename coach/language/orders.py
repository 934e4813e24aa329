"""What somebody wants done with a goal under way, or wants to know of it, in their own words.

"mets en pause le taux d'abandon jusqu'au 19 avril", "ventes : on arrête", "what's my service level at?"
"""

from datetime import date
from enum import StrEnum

from coach.language.absence import read_absence
from coach.language.patterns import rx
from coach.language.plain import fold, plain
from coach.language.reading import Language
from coach.language.reasons import split_reason
from coach.quantity import Value


class OrderKind(StrEnum):
    """What is wanted."""

    REST = "rest"
    GO_ON = "go_on"
    END = "end"
    STANDING = "standing"
    NEXT_POST = "next_post"
    UNANSWERED = "unanswered"
    """Who has not answered what was asked."""
    LESS = "less"
    """Fewer questions and reminders, or none on a day."""


class Order(Value):
    """What is wanted, of which goal."""

    kind: OrderKind
    named: str = ""
    """The folded words that name the goal; "" where none does."""
    until: date | None = None
    """The last day of a pause."""
    reason: str | None = None
    """Why a goal is to end, as it was written."""


LONGEST = 200
"""Characters of an order; what is longer tells a story."""
LONGEST_NAME = 8
"""Words that name a goal."""
ASKS = (
    r"(?:please |svp |stp |on |nous |peux-tu |tu peux |pouvez-vous |vous pouvez |merci de |il faut "
    r"|can (?:you|we) "
    r"|could (?:you|we) |let's |we (?:need|want|have) to |je (?:veux|voudrais|souhaite) |i(?:'d like"
    r"| want) to )*"
)
_NAME = r"(?P<{0}>.{{2,80}}?)"
_FIRST = rf"(?:{_NAME.format('first')} ?[:,–—-] ?)?"
_REST = rx(
    rf"^{_FIRST}{ASKS}(?:"
    r"(?:mets|mettez|mettre|mettons|met|passe[rz]?|passons|laisse[rz]?) (?:.{2,80}? )?en pause(?: .{2,80})?"
    r"|(?:put|place) (?:.{2,80}? )?on (?:hold|pause)(?: .{2,80})?"
    r"|(?:suspend(?:s|re|ez|ons)?|gele[rz]?|freeze|pause[rz]?) .{2,80}|(?:pause|en pause|on hold"
    r"|on pause))$"
)
_REST_WORDS = rx(
    r"(?<!\w)(?:mets|mettez|mettre|mettons|met|passe[rz]?|passons|laisse[rz]?|en pause|put|place"
    r"|on hold|on pause"
    r"|suspend(?:s|re|ez|ons)?|gele[rz]?|freeze|pause[rz]?)(?!\w)"
)
_GO_ON = rx(
    rf"^{_FIRST}{ASKS}(?:(?:repren(?:ds|dre|ez|ons)|relance[rz]?|reactive[rz]?|resume|restart|unpause"
    rf"|carry on with|go on with)(?: {_NAME.format('name')})?)$"
)
_END = rx(
    rf"^(?:{_NAME.format('first')} ?[:,–—-] ?{ASKS}(?:arrete[rz]?|arretons|stoppe[rz]?|stoppons"
    r"|abandonne[rz]?"
    r"|abandonnons|laisse[rz]? tomber|laissons tomber|c'est fini|c'est termine|termine[rz]?"
    r"|stop(?:ping)?|end"
    r"|drop(?:ping)?|(?:we're|we are) (?:stopping|dropping|done)|give up|giving up)(?: (?:it|this|that"
    r"|tout|la|ca"
    r"|cet objectif|l'objectif|this goal|that goal|the goal|there))?"
    rf"|{ASKS}(?:arrete[rz]?|arretons|stoppe[rz]?|abandonne[rz]?|abandonnons|stop|end|drop"
    r"|we're (?:stopping"
    r"|dropping)|we are (?:stopping|dropping))(?: (?:de suivre|le suivi d[eu]|l'objectif|tracking"
    r"|following))?"
    rf" {_NAME.format('name')})$"
)
_END_ALONE = rx(
    rf"^{ASKS}(?:termine[rz]?|clos|clore|clotur(?:e|er|ez)|supprime[rz]?|finish|close|delete|remove|abandon)"
    r"(?: l'objectif| the goal)? (?P<name>[^0-9,;:]{2,60}?)$"
)
"""Verbs that mean many things besides: what follows is the name of a goal, and nothing else."""
_END_IT = rx(
    rf"^{ASKS}(?:(?:arrete[rz]?|arretons|stoppe[rz]?|stoppons|termine[rz]?|terminons|cloture[rz]?|cloturons"
    r"|clos|supprime[rz]?|abandonne[rz]?|abandonnons)-l[ea]|(?:l'|le |la )(?:arrete[rz]?|stoppe[rz]?"
    r"|termine[rz]?|cloture[rz]?|clore|supprime[rz]?|abandonne[rz]?)|(?:finish|close|delete|remove|abandon|end|stop|drop)"
    r" (?:it|that one|this one))(?: (?:la|ici|there|here|now|maintenant|stp|svp|please|alors|then))*$"
)
"""What was spoken of last is to end."""
_DOES = rx(
    r"(?<!\w)(?:de|d')(?: ?(?!la |le |les |l')[\w-]+(?:er|ir|re))(?!\w)"
    r"|(?<!\w)(?!stopping|dropping|giving|tracking|following)\w+ing(?!\w)"
)
"""Something else than a goal that is to stop: "arrêter de perdre des appels", "stop losing calls"."""
_WHERE = rx(
    r"^(?:(?:et |and |so |alors )?(?:"
    r"ou (?:en )?(?:est|sont|en est|en sont|en suis-je|en suis je|en est-on|en est on|en sommes-nous)"
    rf"(?: avec| sur| pour| de| du| des)? {_NAME.format('fr')}|{_NAME.format('fr2')} (?:en est|en sont) ou"
    rf"|on (?:en )?est (?:ou|a combien) (?:avec|sur|pour|de|du|en|cote) {_NAME.format('fr3')}"
    r"|(?:comment (?:va|vont|se porte|avance|evolue)|ca donne quoi|(?:quel"
    r"|quelle) est(?: le niveau d[eu]?)?"
    rf"(?= (?:mon|ma|mes|notre|nos)(?!\w))| combien (?:pour|sur)) {_NAME.format('fr4')}"
    rf"|{_NAME.format('fr5')} ?[:,-]? (?:ca donne quoi|on en est ou|ou en est-on|c'est combien"
    r"|il est a combien"
    r"|elle est a combien)"
    r"|where(?:'s| is|s| are we (?:on|with|at with)| do we stand (?:on|with))"
    rf" {_NAME.format('en')}(?: at| now| standing| today| going)*"
    rf"|(?:how(?:'s| is|s| are)|how are we doing (?:on|with)) {_NAME.format('en2')}"
    r"(?: doing| going| looking| coming along| coming on| now| today| so far| at)*"
    rf"|what(?:'s| is|s) (?=(?:my|our|the status of|the state of)(?!\w)|.{{2,60}} at(?: now| today)?$"
    rf"|.{{2,60}} goal$)(?:the (?:status|state) of )?{_NAME.format('en3')}(?: at| now| today| currently)*"
    rf"|(?:status|etat|statut) (?:of|de|du|d'|pour|for) {_NAME.format('en4')}"
    r"))$"
)
_ALL = (
    r"(?: (?:aujourd'hui|maintenant|cette semaine|la|globalement|sur tout|en tout|tous|today|now|this week"
    r"|overall|at|right now|so far))*"
)
_WHERE_ALL = rx(
    r"^(?:(?:et|and|alors|so|ok|bon|dis|bonjour|hello|hi)[ ,]+)*(?:ou (?:en )?(?:est|sommes|suis)[ -](?:on"
    r"|nous|je)"
    r"|on (?:en )?est ou|nous en sommes ou|j'en suis ou|quel est l'etat|(?:quelle est )?la situation"
    r"|where (?:do (?:we|i|things|our goals) stand|are we(?: at)?|am i(?: at)?)|how are (?:we"
    r"|our goals) doing"
    r"|what(?:'s| is) the (?:status|state of play)|how do we stand"
    r"|(?:which|what|quels?)(?: of (?:my|our))? (?:goals?|objectifs?)(?: (?:is|are|sont|est))?"
    r" (?:at risk|in danger|behind|late|off track|on track|in trouble|(?:a|en) (?:risque|danger|retard)"
    r"|menaces?|en bonne voie)"
    rf"){_ALL}$"
)
"""All of the goals: "où en est-on ?", "where do we stand?"."""
_TAIL_NAME = (
    r"(?: (?:pour|sur|a|au|aux|on|for|about|to|de|du|des|of)(?: (?:la|le|les|the|our|my))? "
    r"(?:l'|d')?(?P<name>.{2,60}?))?"
)
_THIS_TIME = (
    r"(?: (?:yet|encore|aujourd'hui|cette semaine|ce matin|ce lundi|this week|today|so far|a temps"
    r"|on time|la semaine derniere|last week))*"
)
_UNANSWERED = rx(
    r"^(?:(?:et|and|alors|so|ok|dis(?:-moi)?|tell me|bonjour|hello|hi)[ ,]+)*(?:"
    r"(?:qui|lesquels|lesquelles|qui est-ce qui|quels? \w+) (?:est-ce qui )?(?:(?:n'|ne )?(?:m'|nous |t'"
    r"|vous )?(?:a|ont|est))"
    r" (?:toujours |encore )*(?:pas|rien|jamais)(?: encore| toujours)?"
    r" (?:repond\w+|donne|envoye|rempli|transmis|dit|fait (?:son|le|leur) (?:retour|point))"
    r"|qui (?:ne |n')(?:repond|a repondu)(?: pas| rien| jamais)?"
    r"|(?:qui|lesquels) (?:doi(?:t|vent)|reste(?:nt)?(?: a)?)(?: encore| toujours)?(?: a)? repondre"
    r"|(?:qui est|qui sont|lesquels sont) (?:encore |toujours )?en retard"
    r"|(?:qui manque|il manque qui|qui reste-t-il|qui n'est pas a jour)"
    r"|(?:who|which (?:agents|people)) (?:(?:has|have|did|does|do)(?:n't|nt| not)|is(?:n't| not) "
    r"|ha(?:s|ve) yet to|still (?:has|have|needs?) to|(?:has|have) (?:still|never) not)"
    r"(?: yet| still| even)*(?: (?:answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|check(?:ed)? in|report(?:ed)?"
    r"|sen[dt]|giv(?:e|en)|told))(?: (?:(?:me|us|you|to me)|(?:their|any|the) (?:figures?|answers?"
    r"|numbers?)))?"
    r"|who(?:'s| is|s| are) (?:still )?(?:late|missing|overdue|not answered|behind(?: with their answers)?)"
    r"|whose answers? (?:is|are) missing|who do we still wait for|who are we (?:still )?waiting for"
    rf"){_THIS_TIME}{_TAIL_NAME}{_THIS_TIME}$"
)
_ON_DAYS = (
    r"(?: (?:le|les|on|du|des|de|a) (?:lundis?|mardis?|mercredis?|jeudis?|vendredis?|week-?end|weekends?"
    r"|matins?"
    r"|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|weekends?))"
)
_REMINDERS = (
    r"(?:rappels?|relances?|points?|check-?ins?|questions?|notifications?|reminders?|pings?|nudges?"
    r"|messages?)"
)
_LESS = rx(
    rf"^{ASKS}(?:"
    r"(?:je |on |nous )?(?:ne |n')?(?:veux|veut|voulons|voudrais|souhaite|aimerais)? ?(?:plus|moins)"
    rf" (?:de |d'){_REMINDERS}"
    rf"(?:{_ON_DAYS}|(?<=s)(?: stp| svp| s'il (?:te|vous) plait| de (?:ta|votre) part))"
    r"|(?:je|on|nous) (?:ne |n')?(?:veux|veut|voulons|voudrais|souhaite|aimerais) (?:plus"
    r"|moins)(?: recevoir)?"
    rf" (?:de |d'|tes |vos |les ){_REMINDERS}(?! (?:clients?|d'|de (?!lundi)))(?:{_ON_DAYS})?"
    r"|(?:arrete[rz]?|stoppe[rz]?|cesse[rz]?|supprime[rz]?|enleve[rz]?|retire[rz]?|coupe[rz]?)"
    rf" (?:(?:les|tes|vos|mes|ces) {_REMINDERS}|de (?:me |m'|nous )(?:rappel\w+|relanc\w+|demand\w+"
    r"|interrog\w+"
    rf"|sollicit\w+|ecri\w+|harcel\w+))(?:{_ON_DAYS})?"
    r"|ne (?:me |m'|nous )(?:rappelle|relance|demande|interroge|ecri(?:s|vez)|sollicite)[rz]? (?:plus|pas)"
    rf"(?: rien| si souvent| autant| aussi souvent)?(?:{_ON_DAYS})?"
    r"|(?:rappelle|relance|demande|interroge|sollicite)[rz]?[ -](?:moi|nous) moins(?: souvent)?"
    r"|moins souvent"
    rf"|(?:no more|fewer|less|too many|stop (?:the|your|all|sending(?: me| us)?)) {_REMINDERS}(?:{_ON_DAYS})?"
    r"|(?:don't|do not|dont|stop|please don't|never)(?: want)? (?:remind\w*|ask\w*|ping\w*|nudg\w*|chas\w*"
    r"|messag\w*)"
    rf" (?:me|us)(?: anything)?(?: so often| anymore| any more| again| so much)?(?:{_ON_DAYS})?"
    rf"|(?:i|we) (?:don't|do not|dont) want (?:any |any more |more |your |the )?{_REMINDERS}(?:{_ON_DAYS}"
    r"| anymore| any more)*"
    r"|(?:remind|ask|ping|nudge) (?:me|us) less(?: often)?|less often"
    r")(?: stp| svp| s'il (?:te|vous) plait| please| merci| thanks)*$"
)
_NEXT_POST = rx(
    r"^(?:(?:et |and )?(?:when(?:'s|s)?|what (?:day|time)|which day|at what time|quand|quel jour"
    r"|a quelle heure"
    r"|c'est quand|c'est pour quand)(?!\w).{0,60}?(?<!\w)(?:posts?|posting|publi\w+|point d'equipe"
    r"|update in"
    r"|salon|canal|channel)(?!\w)(?P<rest>.{0,60})"
    r"|(?:(?:la |le )?prochain(?:e)? (?:publication|post|message)|(?:the )?next (?:post|update))"
    r"(?P<rest2>.{0,60}))$"
)
_UNTIL = rx(r"(?<!\w)(?:jusqu'(?:a|au|en)|jusque|until|till|til|through)(?!\w).{2,}$")
_FOR = rx(
    r"(?<!\w)(?:pendant|durant|pour|for) (?=(?:the |les |next )*(?:\d|an?(?!\w)|une?(?!\w)|deux|trois"
    r"|two|three)).{2,}$"
)
_LINKS = rx(
    r"^(?: ?(?:mon|ma|mes|notre|nos|votre|the|our|my|this|that|le|la|les|l'|un|une|cet|cette|ce|d'|de"
    r"|du|des|sur|pour"
    r"|on|of|for|with|avec|l'objectif|objectif|goal)(?:(?<=')|(?!\w)))+"
)
_TAIL = rx(r"(?:(?:^| )(?:goal|goals|objectif|objective|target|cible|stp|svp|please))+$")


def read_order(text: str, *, language: Language, today: date) -> Order | None:
    """What a text wants of a goal under way; None where it wants something else.

    Args:
        text: The words.
        language: The person's language.
        today: The day of reading.
    """
    shown = plain(text).strip()
    if not shown or len(shown) > LONGEST:
        return None
    whole = fold(shown).strip(" .!?")
    if (found := _NEXT_POST.match(whole)) is not None:
        return Order(kind=OrderKind.NEXT_POST, named=goal_name(found["rest"] or found["rest2"] or ""))
    if _WHERE_ALL.match(whole) is not None:
        return Order(kind=OrderKind.STANDING)
    if (found := _UNANSWERED.match(whole)) is not None:
        return Order(kind=OrderKind.UNANSWERED, named=goal_name(found["name"] or ""))
    if _LESS.match(whole) is not None:
        return Order(kind=OrderKind.LESS)
    if (found := _WHERE.match(whole)) is not None:
        return _named(OrderKind.STANDING, found.groupdict())
    head, reason = split_reason(shown)
    folded = fold(head).strip(" .!?,;:")
    until = _UNTIL.search(folded) or _FOR.search(folded)
    day = None
    if until is not None:
        day = read_absence(until[0], language=language, today=today).end
        folded = folded[: until.start()].strip(" ,;:")
    if (found := _REST.match(folded)) is not None:
        named = goal_name(f"{found['first'] or ''} {_REST_WORDS.sub(' ', _behind(folded, found['first']))}")
        return Order(kind=OrderKind.REST, named=named, until=day) if _is_name(named) else None
    if (found := _GO_ON.match(folded)) is not None:
        return _named(OrderKind.GO_ON, found.groupdict())
    if until is None and _END_IT.match(folded) is not None:
        return Order(kind=OrderKind.END, named="it", reason=reason)
    ends = _END.match(folded) or _END_ALONE.match(folded)
    if until is None and (found := ends) is not None and _DOES.search(folded) is None:
        order = _named(OrderKind.END, found.groupdict())
        return order.model_copy(update={"reason": reason}) if order is not None and order.named else None
    return None


def _behind(folded: str, first: str | None) -> str:
    """What follows the goal's name, without the words of courtesy."""
    rest = folded[len(first) :].lstrip(" :,–—-") if first else folded
    return rx(rf"^{ASKS}").sub("", rest)


def _named(kind: OrderKind, groups: dict[str, str | None]) -> Order | None:
    named = goal_name(" ".join(one for one in groups.values() if one))
    return Order(kind=kind, named=named) if _is_name(named) else None


def goal_name(words: str) -> str:
    """The words that name a goal, without their articles."""
    words = " ".join(words.split()).strip(" ,;:.?!")
    return _TAIL.sub("", _LINKS.sub("", words).strip()).strip(" ,;:.?!")


def _is_name(words: str) -> bool:
    return len(words.split()) <= LONGEST_NAME
