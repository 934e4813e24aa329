"""A goal under way is changed: in words with its reason, by the form, and handed over."""

from datetime import timedelta

from syrupy.assertion import SnapshotAssertion

from tests.stage import Stage

WEEK = timedelta(weeks=1)


def test_a_later_deadline_in_french(stage: Stage, story: SnapshotAssertion) -> None:
    """The reason is asked for, before and after stand side by side, the channel is told."""
    stage.says(
        "Claire", "passer le CSAT de 78 % à 85 % d'ici fin mars, par une écoute par agent chaque semaine"
    )
    stage.says("Claire", "nos résultats passés, tout est là")
    stage.says("Claire", "les clients n'ont plus à rappeler")
    stage.chooses("Claire", "Choisir des personnes", ["Karim", "Emma"])
    stage.chooses("Claire", "Salon des nouvelles", "service-client")
    stage.presses("Claire", "Confirmer")
    stage.goes_on(WEEK + timedelta(hours=3))
    stage.news("Claire")
    stage.says("Claire", "79 %")
    stage.record.clear()
    stage.says("Claire", "repousser à fin mai")
    stage.says("Claire", "deux agents sont absents jusqu'en mars")
    stage.presses("Claire", "Confirmer")
    stage.post("service-client")
    stage.presses("Claire", "Historique")
    assert stage.story() == story


def test_handing_a_goal_over_in_english(stage: Stage, story: SnapshotAssertion) -> None:
    """The form says at its field what is missing; then the new owner, who joins and who leaves are told."""
    stage.says("Sarah", "raise CSAT from 78% to 85% by end of March by one coached call per agent every week")
    stage.says("Sarah", "our own results, and we have it all")
    stage.says("Sarah", "customers do not have to call twice")
    stage.chooses("Sarah", "Pick people", ["James"])
    stage.presses("Sarah", "Confirm")
    stage.news("James")
    stage.record.clear()
    stage.says("Sarah", "lower the target to 82%")
    stage.says("Sarah", "cancel")
    stage.says("Sarah", "raise the target to 88%")
    stage.presses("Sarah", "Change")
    refused = stage.submits("Sarah", {"Target": "80%", "Who leads": "Claire", "Who takes part": ["Emma"]})
    stage.record.append(str(refused.data()))
    stage.submits("Sarah", {"Why this change": "the new tool comes in April", "Check-in day": "on Thursday"})
    stage.presses("Sarah", "Confirm")
    for name in ("Claire", "James", "Emma"):
        stage.record.append(f"— {name}")
        stage.news(name)
    assert stage.story() == story
