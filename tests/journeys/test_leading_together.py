"""Two leads, several goals, several agents: a second view, what feeds what, parts of a gentle plan."""

from datetime import timedelta

from syrupy.assertion import SnapshotAssertion

from tests.stage import Stage

WEEK = timedelta(weeks=1)


def test_asking_a_colleague_in_french(stage: Stage, story: SnapshotAssertion) -> None:
    """The colleague reads the goal and not the answers; both read the difference; it becomes a first step."""
    stage.says("Claire", "passer le CSAT de 78 % à 85 % d'ici fin mars, par une écoute par semaine")
    stage.says("Claire", "nos résultats passés, tout est là")
    stage.says("Claire", "les clients n'ont plus à rappeler")
    stage.record.clear()
    stage.chooses("Claire", "Demander l'avis d'un collègue", "Karim")
    stage.record.append("— Karim")
    stage.news("Karim")
    stage.chooses("Karim", "Il manque…", ["des personnes"])
    stage.record.append(stage.transcript("Karim").strip())
    stage.record.append("— Claire")
    stage.news("Claire")
    stage.presses("Claire", "L'ajouter aux premiers pas")
    assert stage.story() == story


def test_asking_a_colleague_in_english(stage: Stage, story: SnapshotAssertion) -> None:
    """Both see it the same way."""
    stage.says("Sarah", "raise CSAT from 78% to 85% by end of March by one coached call per agent every week")
    stage.says("Sarah", "our own results, and we have it all")
    stage.says("Sarah", "customers do not have to call twice")
    stage.record.clear()
    stage.chooses("Sarah", "Ask a colleague", "James")
    stage.record.append("— James")
    stage.news("James")
    stage.presses("James", "Yes, we have it all")
    stage.record.append("— Sarah")
    stage.news("Sarah")
    assert stage.story() == story


def test_a_lever_below_its_objective_in_french(stage: Stage, story: SnapshotAssertion) -> None:
    """The second goal drives the first: linking is offered, and what feeds what is shown."""
    stage.says("Claire", "passer le CSAT de 78 % à 85 % d'ici fin mars, par une écoute par semaine")
    stage.says("Claire", "nos résultats passés, tout est là")
    stage.says("Claire", "les clients n'ont plus à rappeler")
    stage.presses("Claire", "Confirmer")
    stage.says(
        "Claire",
        "nouvel objectif : passer le niveau de service de 80 % à 90 % d'ici fin mars,"
        " par des pauses hors des heures de pointe",
    )
    stage.says("Claire", "un repère du métier, tout est là")
    stage.says("Claire", "les clients attendent moins")
    stage.record.clear()
    stage.presses("Claire", "Confirmer")
    stage.presses("Claire", "Les relier")
    stage.presses("Claire", "Ce qui nourrit quoi")
    assert stage.story() == story


def test_parts_and_a_gentle_start_in_english(stage: Stage, story: SnapshotAssertion) -> None:
    """Appointments shared by three: the way is changed on the card, parts by hand, each reads theirs."""
    stage.says(
        "Sarah", "make 60 appointments, from 0, by end of February, with one call list a day for each agent"
    )
    stage.says("Sarah", "our own results, and we have it all")
    stage.says("Sarah", "sales has enough prospects for the year")
    stage.record.clear()
    stage.chooses("Sarah", "Pick people", ["James", "Emma"])
    stage.chooses("Sarah", "Pace of the plan", "Gently at first, then faster")
    stage.chooses("Sarah", "Choose the moment", "when the day begins")
    stage.record.append(stage.transcript("Sarah").strip().split("Your goal, ready to go")[-1])
    stage.presses("Sarah", "Confirm")
    stage.commands("Sarah", "/goal list")
    stage.presses("Sarah", "See the plan")
    stage.presses("Sarah", "Share out")
    refused = stage.submits("Sarah", {"How to share": "A part for each, by hand", "James Wright": "40"})
    stage.record.append(str(refused.data()))
    stage.submits("Sarah", {"Emma Tremblay": "20"})
    stage.goes_on(WEEK + timedelta(hours=4))
    stage.record.append("— James")
    stage.news("James")
    assert stage.story() == story


def test_the_same_wish_three_times_in_english(stage: Stage, story: SnapshotAssertion) -> None:
    """Agents of a team set the same goal for themselves: two are counted to their lead, three are named."""
    stage.says("Sarah", "raise CSAT from 78% to 85% by end of March by one coached call per agent every week")
    stage.says("Sarah", "our own results, and we have it all")
    stage.says("Sarah", "customers do not have to call twice")
    stage.chooses("Sarah", "Pick people", ["James", "Emma", "Karim"])
    stage.presses("Sarah", "Confirm")
    stage.record.clear()
    for name, last in (("James", "Confirm"), ("Emma", "Confirmer"), ("Karim", "Confirmer")):
        stage.says(
            name, "new goal: first contact resolution from 60% to 70% by end of March by asking the team"
        )
        stage.says(name, "our own results, and we have it all")
        stage.says(name, "customers call once")
        stage.presses(name, "Confirm" if "[Confirm]" in stage.transcript(name) else last)
        stage.record.clear()
        stage.record.append("— Sarah")
        stage.news("Sarah")
        if name == "Emma":
            two = stage.story()
    assert two + stage.story() == story
