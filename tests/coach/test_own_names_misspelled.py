"""A goal on a team's own metric is known by its name, also with a slip of the pen, asked for or not."""

import pytest

from coach.language.reading import Language
from coach.messages import dialogue, home
from coach.metrics import MetricKey
from tests.coach.desk import percent
from tests.coach.test_figures_by_name import Led, asked, led, unasked
from tests.coach.test_following import found, says
from tests.coach.test_told_figures import figures

FR, EN = Language.FR, Language.EN
SERVICE: Led = (MetricKey.SERVICE_LEVEL, percent(70), percent(80), {})
ADHERENCE: Led = (MetricKey.OTHER, percent(85), percent(92), {"metric_words": "Schedule adherence"})
PRESENCE: Led = (MetricKey.OTHER, percent(85), percent(92), {"metric_words": "respect des plannings"})


@pytest.mark.parametrize("is_asked", [True, False])
@pytest.mark.parametrize(
    ("text", "own", "language"),
    [
        ("adherance 89", ADHERENCE, EN),
        ("adherence 89", ADHERENCE, EN),
        ("adherance is at 89%", ADHERENCE, EN),
        ("schedule adherance 89", ADHERENCE, EN),
        ("schedule adherence 89", ADHERENCE, EN),
        ("respect des plannings 89", PRESENCE, FR),
        ("le respect des plannings est à 89 %", PRESENCE, FR),
    ],
)
def test_the_figure_is_the_goals(text: str, own: Led, language: Language, *, is_asked: bool) -> None:
    desk = led(SERVICE, own, language=language)
    desk = asked(desk) if is_asked else unasked(desk)
    heard = says(desk, text)
    assert not found(heard, dialogue.Begun)
    assert not found(heard, home.IsItAGoal)
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([], [percent(89)])
