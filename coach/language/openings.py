"""How a message begins before it comes to the point."""

from coach.language.patterns import exact
from coach.language.reading import Language


def opens(lead: str) -> bool:
    """Whether nothing but an opening ("we would like to") stands before."""
    lead = lead.strip(" ,!.'^_;:")
    return not lead or (len(lead) < 80 and OPENING.fullmatch(lead) is not None)


OPENING = exact(
    r"[ ]*(?:(?:ok|okay|so|well|right|alors|bon|donc"
    r"|bonjour|bonsoir|salut|hello|hi|hey|jalon|on|nous|je|we|i|you|il|faut|doit|devons|dois|va"
    r"|allons|vais|veut|veux|voulons|souhaite|souhaitons|voudrais|voudrait|aimerais|aimerait|want|need|will"
    r"|would|like|to|must|should|have|let's|please|de|d'|objectif|but|goal|aim|our|my|notre|mon|is|est|:|tous"
    r"|all|a|team|equipe|help|us|me|aide|moi|nos|j'|i'd|we'd|plan|how|can|do|comment|pour|each|every|chaque"
    r"|agents?|conseillers?|advisors?|reps?|of|que|member|etre|be|devenir|become|avoir)[ ,!.:']*){0,9}"
)
"""Greetings, who speaks, wishing and the like."""

TELLING = {
    Language.FR: exact(
        r"(?<!\w)(?:a (?:ete|dure|attendu|appele|recu|mis|gagne)|ont ete|etait|etaient|hier|j'ai|il a"
        r"|elle a|on a eu|avons (?:eu|recu)"
        r"|on a (?:[a-z]{3,12}(?:ee?s?|i|u|is|it))(?<!une)|y a eu|(?:est|sont) (?:sorti|tombe|finie?)e?s?"
        r"|mon (?:colis|dossier|ticket|client|contrat)|son (?:colis|dossier|contrat)|le client"
        r"|la cliente|m\.|mme|monsieur|madame|medecin|desole)(?!\w)"
    ),
    Language.EN: exact(
        r"(?<!\w)(?:was|were|had|has been|came (?:in|out)|ended|finished|yesterday"
        r"|took|lasted|received|waited|called"
        r"|my (?:order|ticket|account|parcel|bill|contract)|i've|did"
        r"|his|her|she|he|the customer|mrs?|ms|doctor's|sorry)(?!\w)"
    ),
}
"""Words of what happened, and of one customer's case."""
