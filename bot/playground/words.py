"""The words of the page and of Slack itself, in French and in English. Nothing of the app's is here."""

NBSP = "\N{NO-BREAK SPACE}"
THIN = "\N{NARROW NO-BREAK SPACE}"

WORDS: dict[str, dict[str, str]] = {
    "fr": {
        # what Slack says itself
        "command_failed": "{command} a échoué avec l’erreur « {error} ».",
        "no_such_command": "« {command} » n’est pas une commande valide. "
        "Un message qui commence par « / » est une commande.",
        "not_in_threads": "« {command} » ne peut pas s’utiliser dans un fil de discussion.",
        "not_here": "@{bot} n’est pas dans ce canal. Tapez « /invite @{bot} » pour l’ajouter.",
        "trouble": "L’application n’a pas répondu. Voulez-vous réessayer ? ({error})",
        "required": "Veuillez renseigner ce champ obligatoire.",
        "too_short": "Ce texte est trop court.",
        "too_long": "Ce texte est trop long.",
        "not_a_number": "Veuillez saisir un nombre valide.",
    },
    "en": {
        "command_failed": '{command} failed with the error "{error}"',
        "no_such_command": "“{command}” is not a valid command. A message that starts with “/” is a command.",
        "not_in_threads": "“{command}” cannot be used in a thread.",
        "not_here": "@{bot} is not in this channel. Type “/invite @{bot}” to add it.",
        "trouble": "The app did not answer. Would you like to try again? ({error})",
        "required": "Please complete this required field.",
        "too_short": "This entry is too short.",
        "too_long": "This entry is too long.",
        "not_a_number": "Please enter a valid number.",
    },
}


def say(language: str, key: str, **values: object) -> str:
    """The words of `key`, with French spacing where French asks for it.

    Args:
        language: `fr` or `en`.
        key: Which words.
        **values: What they speak of.
    """
    words = WORDS[language][key].format(**values)
    return spaced(words) if language == "fr" else words


def spaced(words: str) -> str:
    """French text with its spaces before ; ! ? : and inside « » made non-breaking."""
    for mark in ("?", "!", ";"):
        words = words.replace(f" {mark}", THIN + mark)
    return words.replace(" :", NBSP + ":").replace("« ", "«" + NBSP).replace(" »", NBSP + "»")
