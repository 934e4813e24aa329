"""A figure below nothing, alone ("-3", "-12 %"): a change for some, a slip or a level for others."""

from coach.language.detection import detect
from coach.language.figures import find_figures
from coach.language.numbers import with_digits
from coach.language.patterns import exact
from coach.language.plain import fold, plain
from coach.language.reading import Language
from coach.quantity import Quantity


def is_negative(text: str, language: Language) -> bool:
    """Whether a text is a figure with a minus before it, and nothing else."""
    return negative_figure(text, language) is not None


_SPELLED = exact(r"^(?:(?:we(?:'re| are) at|on est a|it's|c'est)[ ]+)?(?:minus|moins|negative)[ ]+(?=[0-9])")


def negative_figure(text: str, language: Language) -> Quantity | None:
    """The figure of a text that is one with a minus before it, and nothing else; a bare one is a `COUNT`.

    Args:
        text: The words.
        language: The language that they are read in, where they do not tell it.
    """
    shown = plain(text)
    lang = detect(shown, language)
    work = _SPELLED.sub("-", with_digits(fold(shown), lang).strip(" .!"))
    figures = find_figures(work, lang)
    if len(figures) != 1 or figures[0].sign != "-":
        return None
    if (work[: figures[0].start] + work[figures[0].end :]).strip(" +-"):
        return None
    found = figures[0].quantity()
    return Quantity(value=-found.value, unit=found.unit)
