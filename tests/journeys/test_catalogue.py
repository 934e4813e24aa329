"""The catalogue in Slack: a command, then from aim to aim by button; and raw answers that make a figure."""

from datetime import timedelta

from syrupy.assertion import SnapshotAssertion

from tests.stage import Stage


def test_the_catalogue_in_french(stage: Stage, story: SnapshotAssertion) -> None:
    """A lead looks metrics up."""
    stage.commands("Claire", "/objectif indicateurs")
    stage.presses("Claire", "Fidélité")
    assert stage.story() == story


def test_raw_answers_in_english(stage: Stage, story: SnapshotAssertion) -> None:
    """The NPS is reckoned from what the survey tool shows, and says how many answers it is made of."""
    stage.says("Sarah", "raise NPS from 20 to 30 by 31 March 2027 by calling unhappy customers back")
    stage.says("Sarah", "our own results, and we have it all")
    stage.says("Sarah", "customers stay with us")
    stage.presses("Sarah", "Confirm")
    stage.record.clear()
    stage.goes_on(timedelta(days=7, hours=2))
    stage.news("Sarah")
    stage.says("Sarah", "12 promoters, 3 detractors out of 40")
    assert stage.story() == story
