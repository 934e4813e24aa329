"""Answers to a check-in as people type them on their way: which figure is meant, and who is away when."""

from datetime import date
from decimal import Decimal

import pytest

from coach.language.absence import read_absence
from coach.language.check_in import CheckInReading, read_check_in
from coach.language.reading import Language
from coach.metrics import MetricKey
from coach.quantity import Unit

TODAY = date(2027, 1, 11)


def read(text: str, metric: MetricKey = MetricKey.CSAT, unit: Unit = Unit.PERCENT) -> CheckInReading:
    return read_check_in(text, language=Language.FR, today=TODAY, metric=metric, unit=unit)


def level(text: str, metric: MetricKey = MetricKey.CSAT, unit: Unit = Unit.PERCENT) -> Decimal | None:
    found = read(text, metric, unit).level
    return found.value if found is not None else None


@pytest.mark.parametrize(
    "text",
    [
        "de 78 à 80",
        "passé de 78 à 80",
        "78 -> 80",
        "from 78 to 80",
        "went from 78% to 80%",
        "up 2 to 80",
        "+2 à 80",
        "gagné 2 points, 80",
        "79 la semaine dernière, 80 cette semaine",
        "last week 79, this week 80",
        "80 (78 la sem dernière)",
        "80 vs 78 last week",
        "we were at 78, now 80",
        "remplace 79 par 80",
        "change 79 to 80",
    ],
)
def test_a_way_gone_is_told_by_its_end(text: str) -> None:
    assert level(text) == 80


@pytest.mark.parametrize(
    "text", ["pas 79, 82,5", "82,5 et pas 79", "not 79 but 82.5", "it's 82.5 not 79", "non 82,5", "no 82.5"]
)
def test_a_figure_that_is_said_to_be_wrong_is_not_the_one(text: str) -> None:
    assert level(text) == Decimal("82.5")


@pytest.mark.parametrize("text", ["pas 80", "not 80"])
def test_a_figure_that_is_only_denied_is_not_kept(text: str) -> None:
    assert level(text) is None


@pytest.mark.parametrize("text", ["entre 78 et 80", "78 ou 80", "78-80", "between 78 and 80", "78 or 80 %"])
def test_two_figures_of_which_one_is_meant_are_both_kept_to_ask(text: str) -> None:
    found = read(text)
    assert found.level is None
    assert found.either is not None
    assert [one.value for one in found.either] == [78, 80]


def test_a_unit_behind_a_range_is_that_of_both() -> None:
    found = read("entre 3 et 4 min", MetricKey.WAIT_TIME, Unit.SECONDS).either
    assert found is not None
    assert [(one.value, one.unit) for one in found] == [
        (Decimal(3), Unit.MINUTES),
        (Decimal(4), Unit.MINUTES),
    ]


@pytest.mark.parametrize(
    "text", ["semaine 12", "week 12", "S12", "semaine du 12", "20/01", "le 12", "12 mars", "week of the 12th"]
)
def test_a_week_or_a_day_alone_is_no_figure(text: str) -> None:
    assert level(text, MetricKey.WAIT_TIME, Unit.SECONDS) is None


@pytest.mark.parametrize(
    "text",
    ["semaine 12 : 79", "S12 79", "20/01 : 79", "week of the 12th: 79", "cette semaine 79", "this week 79"],
)
def test_the_figure_beside_a_week_is_read(text: str) -> None:
    assert level(text) == 79


@pytest.mark.parametrize("text", ["120 appels", "35 réponses", "120 calls", "35 answers"])
def test_what_is_counted_is_no_share_and_no_length_of_time(text: str) -> None:
    assert level(text, MetricKey.WAIT_TIME, Unit.SECONDS) is None
    assert level("79 %, 35 réponses") == 79


@pytest.mark.parametrize("text", ["bloqué à 79", "coincés à 79 %", "stuck at 79"])
def test_what_is_stuck_at_a_level_tells_the_level(text: str) -> None:
    assert not read(text).blocked
    assert level(text) == 79


@pytest.mark.parametrize(
    "text",
    [
        "79 malgré 3 absents",
        "79 (holiday week)",
        "79 because of the bank holiday",
        "je suis off aujourd'hui 79",
        "away last week, 79 now",
        "j'étais malade lundi, 79",
        "Emma is on leave this week, 79",
        "back from holiday, 79",
        "de retour de vacances : 79",
        "vacances scolaires donc moins d'appels, 79",
    ],
)
def test_a_figure_beside_an_absence_is_taken(text: str) -> None:
    assert level(text) == 79


@pytest.mark.parametrize(
    "text",
    [
        "pas la semaine dernière",
        "absent hier",
        "off yesterday",
        "I was off last week",
        "j'étais en congé la semaine dernière",
        "Karim est en congé",
        "Karim en congé",
        "my colleague is sick",
        "3 people were off sick",
        "j'ai eu 3 absents dans l'équipe",
        "beaucoup d'absents cette semaine",
        "je reviens de congés",
    ],
)
def test_an_absence_that_is_over_or_somebody_elses_is_none(text: str) -> None:
    found = read(text)
    assert not found.away
    assert found.level is None


@pytest.mark.parametrize("text", ["pas la semaine dernière", "rien la semaine dernière", "nothing last week"])
def test_not_last_week_is_an_answer(text: str) -> None:
    assert read(text).not_done


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("pas là", None),
        ("pas là jusqu'à mercredi", date(2027, 1, 13)),
        ("désolé je suis en vacances cette semaine", date(2027, 1, 17)),
        ("je suis en formation jeudi", date(2027, 1, 14)),
        ("I'm in training on Thursday", date(2027, 1, 14)),
        ("demain je suis absent", date(2027, 1, 12)),
        ("jeudi rtt", date(2027, 1, 14)),
        ("absent 3 jours", date(2027, 1, 13)),
        ("j'ai été malade, je reprends lundi", date(2027, 1, 17)),
        ("back on Monday", date(2027, 1, 17)),
    ],
)
def test_an_absence_of_ones_own_is_one(text: str, until: date | None) -> None:
    found = read(text)
    assert (found.away, found.away_until) == (True, until)


@pytest.mark.parametrize(
    "text",
    [
        "pareil",
        "idem",
        "comme la semaine dernière",
        "ça n'a pas bougé",
        "même chiffre",
        "same as last week",
        "unchanged",
    ],
)
def test_what_has_not_moved_is_known_as_such(text: str) -> None:
    assert read(text).same


@pytest.mark.parametrize("text", ["c bon", "k", "c'est bon"])
def test_short_words_for_done(text: str) -> None:
    assert read(text).done


@pytest.mark.parametrize("text", ["je suis débordé", "swamped", "sous l'eau"])
def test_a_sigh_is_no_wish(text: str) -> None:
    assert read(text).vague


@pytest.mark.parametrize("text", ["I'll be out next week", "je ne serai pas là la semaine prochaine"])
def test_an_absence_that_begins_later_does_not_begin_today(text: str) -> None:
    found = read_absence(text, language=None, today=TODAY)
    assert (found.start, found.end) == (date(2027, 1, 18), date(2027, 1, 24))
