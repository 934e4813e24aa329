"""Two of the trade's worked examples, as somebody would bring them to Jalon."""

from syrupy.assertion import SnapshotAssertion

from tests.stage import Stage


def test_half_the_calls_by_self_service_in_french(stage: Stage, story: SnapshotAssertion) -> None:
    """Volume -50 % at -5 % a month: the plan says that this makes -46 %, and what -50 % would take."""
    stage.says("Claire", "réduire le volume d'appels de 50 % par rapport à l'an dernier")
    stage.says("Claire", "1000 par mois")
    stage.says("Claire", "dans un an")
    stage.says("Claire", "une bibliothèque d'aide : -5 % par mois, chaque agent écrit un article par semaine")
    stage.says("Claire", "une estimation, tout est là")
    stage.says("Claire", "les clients trouvent la réponse sans attendre")
    assert "-46,1" in stage.story().replace("−", "-")
    assert stage.story() == story


def test_half_the_waiting_in_six_weeks_in_english(stage: Stage, story: SnapshotAssertion) -> None:
    """Average waiting time -50 % in six weeks: a level a week, and a weekly review."""
    stage.says("Sarah", "reduce the average call waiting time by 50% in six weeks, led by @James Wright")
    stage.says("Sarah", "4 min")
    stage.says("Sarah", "a weekly review; first focus: calls resolved in 10 minutes or less")
    stage.says("Sarah", "our own results, and we have it all")
    stage.says("Sarah", "callers stop hanging up")
    stage.presses("Sarah", "CSAT no lower than 80%")
    assert stage.story() == story
