"""A part that changes because somebody is away is told to whoever carries it, once and without names."""

from decimal import Decimal

from bot.render import plain
from coach.language.reading import Language
from coach.messages import sharing as say
from coach.messages.base import Change
from coach.quantity import Quantity, Unit
from coach.sharing import told_part
from coach.usecases import conversation
from tests.coach.desk import Desk, person
from tests.coach.talk import messages_of
from tests.coach.test_sharing import counted

PEOPLE = ("karim", "emma", "sarah", "paul")


def with_four() -> Desk:
    """48 appointments, shared equally."""
    return Desk(counted(*PEOPLE), tuple(person(one) for one in ("lead", *PEOPLE)))


def writes(desk: Desk, user: str, text: str) -> dict[str, say.PartChanged]:
    """Somebody writes; what each person reads of their part because of it."""
    before = len(desk.memory.outgoing)
    desk.does(user, lambda call: conversation.hear(call, text))
    return {
        one.to: message
        for one in desk.memory.outgoing[before:]
        for message in messages_of(one.speech)
        if isinstance(message, say.PartChanged)
    }


def test_everybody_whose_part_changes_reads_it_and_nobody_who_is_away() -> None:
    desk = with_four()
    heard = writes(desk, "karim", "absent du 11 au 22 janvier")
    assert set(heard) == set(PEOPLE)
    karim = heard["karim"].part
    assert isinstance(karim, Quantity)
    assert karim.value < 12
    for one in heard.values():
        for language in (Language.FR, Language.EN):
            assert "arim" not in plain(one, language)
    assert set(writes(desk, "karim", "annule mon absence")) == set(PEOPLE)


def test_an_absence_that_is_known_changes_nothing_anew() -> None:
    desk = with_four()
    writes(desk, "karim", "absent du 11 au 22 janvier")
    assert writes(desk, "karim", "absent du 12 au 13 janvier") == {}


def test_an_absence_that_is_put_right_is_told_once() -> None:
    desk = with_four()
    first = writes(desk, "karim", "absent du 11 au 22 janvier")
    then = writes(desk, "karim", "de retour le lundi 18 janvier")
    assert then["emma"].before == first["emma"].part


def test_a_part_of_a_rate_tells_its_rhythm_with_the_whole_alone() -> None:
    part = told_part(Decimal(11), Unit.PER_MONTH)
    whole = Change(Quantity(value=Decimal(32), unit=Unit.PER_MONTH))
    assert plain(say.OwnPart(part, whole), Language.EN) == "Your part: +11 of the +32 a month."
    french = plain(say.OwnPart(part, whole), Language.FR).replace("\N{NO-BREAK SPACE}", " ")
    assert french == "Votre part : +11 sur les +32 par mois."
