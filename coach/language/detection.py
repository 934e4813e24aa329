"""Which language a message is in, from its words."""

import re

from coach.language.plain import fold, plain
from coach.language.reading import Language

_FRENCH = (
    "le la les l un une des du de d au aux et ou en dans sur sous pour par avec sans ce cette ces c est "
    "sont etait nous vous ils elles il elle je tu notre nos votre vos mon ma mes leur leurs qui que qu "
    "quoi ne pas plus moins tres bien aujourd hui actuellement fin debut mois semaine semaines jour jours "
    "annee trimestre semestre janvier fevrier avril mai juin juillet aout septembre octobre novembre "
    "decembre lundi mardi mercredi jeudi vendredi samedi dimanche reduire ameliorer augmenter passer "
    "atteindre baisser diminuer objectif cible taux temps attente appel appels clients clientele equipe "
    "oui non bonjour merci salut afin grace ici avant jusqu delai moyenne duree reponse traitement "
    "qualite note mieux vite faire avoir etre veux voudrais aimerais faut souhaite peut peux quel quelle "
    "combien comment pourquoi personne rien tout tous toute plutot fait bloque sais ok deux trois quatre "
    "cinq six sept huit neuf dix quinze vingt trente pourcent euros heures retour annuler passe resume "
    "ventes rdv dmt dma qs mars satisfaction ca va "
)
_ENGLISH = (
    "the a an of to in on at by for from with without and or is are was were be been we our you your they "
    "their he she it its i my this that these those not no yes more less than currently today now end "
    "month months week weeks day days year quarter half january february march april may june july august "
    "september october november december monday tuesday wednesday thursday friday saturday sunday reduce "
    "improve increase reach cut lower raise keep maintain goal target rate time wait waiting call calls "
    "customer customers team hi hello thanks so because before until within over under above below please "
    "want need should how what why when who which where better faster make get have has do does done can "
    "could would will handle answer score average percent two three four five six seven eight nine ten "
    "twenty thirty hours minutes skip back cancel know idea blocked off let it's don't i'd first second "
    "last next each every per sales agents aht wrap satisfaction response level "
)
_FR = frozenset((*_FRENCH.split(), "on", "a", "veut", "veux", "vise"))
_EN = frozenset(_ENGLISH.split())
_TOKEN = re.compile(r"[a-z]+(?:'(?:s|t|d|ll|re|ve)(?![a-z]))?")
_ACCENT = re.compile("[éèêàùçôîâûëï]", re.IGNORECASE)


def evidence(text: str) -> dict[Language, int]:
    """How many words of each language a text holds."""
    tokens = _TOKEN.findall(fold(text)[:4000])
    french = sum(token in _FR for token in tokens) + min(len(_ACCENT.findall(text[:4000])), 3)
    english = sum(token in _EN for token in tokens)
    return {Language.FR: french, Language.EN: english}


def detect(text: str, fallback: Language = Language.FR) -> Language:
    """The language that a text is in, or `fallback` where its words do not say."""
    found = evidence(plain(text))
    if found[Language.FR] == found[Language.EN]:
        return fallback
    return max(found, key=lambda language: found[language])
