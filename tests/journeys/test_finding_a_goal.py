"""Somebody who has no goal in mind finds one among the usual goals of their service."""

from syrupy.assertion import SnapshotAssertion

from tests.stage import Stage


def test_finding_a_goal_in_french(stage: Stage, story: SnapshotAssertion) -> None:
    """Technical support: a usual goal whose metric is the team's own is asked for its figure."""
    stage.commands("Claire", "/objectif")
    stage.chooses("Claire", "Trouver une idée par métier", "support technique")
    stage.presses("Claire", "Partir du n°\N{NO-BREAK SPACE}2")
    stage.says("Claire", "heures d'interruption par mois")
    stage.says("Claire", "6")
    assert stage.story() == story


def test_finding_a_goal_in_english(stage: Stage, story: SnapshotAssertion) -> None:
    """Appointment setting: the usual goal's blanks are asked one by one."""
    stage.says("Sarah", "hello")
    stage.chooses("Sarah", "Find an idea by service", "appointment setting")
    stage.presses("Sarah", "Start from no. 1")
    stage.says("Sarah", "18 a week")
    stage.says("Sarah", "25")
    assert stage.story() == story
