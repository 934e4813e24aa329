"""A message of two sentences or clauses, cut in two: "81 for the service level, and pause the sales"."""

from collections.abc import Iterator

from coach.language.patterns import exact
from coach.language.plain import fold, plain
from coach.language.reasons import without_lead
from coach.quantity import Value

_CUT = exact(
    r"(?P<full>[ ]*(?:\.(?=[ ])|[;!\n])[ ]*)(?:(?:et|and|mais|but|puis|then|alors|also|aussi)[ ,]+)*"
    r"|[ ]*,(?!\d)[ ]*(?:(?:et|and|mais|but|puis|then|alors|so|also|aussi)[ ,]+)*"
    r"|[ ]+(?:et|and|puis|then|mais|but)[ ]+(?:(?:puis|then|alors|also|aussi)[ ]+)*"
)
MOST = 8
"""Places at which a message is cut; what has more of them tells a story."""


class Halves(Value):
    """A message cut in two."""

    head: str
    tail: str
    full: bool
    """Whether a sentence ends there, rather than a clause."""


def halves(text: str) -> Iterator[Halves]:
    """Each way to cut a message in two, between sentences or clauses; not before "because".

    Args:
        text: The message as Slack delivers it.
    """
    shown = plain(text)
    cuts = list(_CUT.finditer(fold(shown)))
    for cut in cuts if len(cuts) <= MOST else ():
        head, tail = shown[: cut.start()].strip(), shown[cut.end() :].strip()
        if head and tail and without_lead(tail) == tail.strip(" .;,)("):
            yield Halves(head=head, tail=tail, full=cut["full"] is not None)
