"""What a workspace adds to the catalogue: a metric and a reference of its own, then a goal on each."""

from syrupy.assertion import SnapshotAssertion

from tests.stage import Stage


def test_a_metric_of_their_own_in_french(stage: Stage, story: SnapshotAssertion) -> None:
    """The list says who may; an administrator adds a metric, puts its name right, and sets a goal on it."""
    stage.commands("Karim", "/objectif indicateurs")
    stage.commands("Claire", "/objectif indicateurs")
    stage.record.clear()
    stage.presses("Karim", "Les vôtres")
    stage.presses("Claire", "Les vôtres")
    stage.presses("Claire", "Ajouter un indicateur")
    form = {"Minimum possible": "0", "Maximum possible": "100", "Notre repère": "75"}
    refused = stage.submits("Claire", {"Nom": "NPS", **form})
    stage.record.append(str(refused.data()))
    source = {"D’où vient ce repère\N{NARROW NO-BREAK SPACE}?": "moyenne de nos sites"}
    stage.submits("Claire", {"Nom": "Indice sourire", "Autres noms": "sourire", **form, **source})
    stage.commands("Claire", "/objectif améliorer le sourire d'ici fin mars")
    stage.says("Claire", "70")
    stage.says("Claire", "120")
    stage.says("Claire", "80")
    stage.says("Claire", "un exercice de sourire par semaine")
    stage.says("Claire", "nos résultats passés, tout est là")
    stage.says("Claire", "l'accueil fait la différence")
    assert stage.story() == story


def test_a_reference_of_their_own_in_english(stage: Stage, story: SnapshotAssertion) -> None:
    """The reference takes the place of the trade's in the list and on the card; then it is taken back."""
    stage.says("Sarah", "raise FCR from 70% to 76% by end of March by one coached call per agent every week")
    stage.says("Sarah", "our own results, and we have it all")
    stage.says("Sarah", "customers do not have to call twice")
    stage.presses("Sarah", "Confirm")
    stage.commands("Sarah", "/goal metrics")
    stage.record.clear()
    stage.presses("Sarah", "Our own reference for first contact resolution")
    stage.submits("Sarah", {"Our reference": "74%", "Where does it come from?": "average of our three sites"})
    stage.commands("Sarah", "/goal metrics")
    stage.says(
        "Sarah", "new goal: raise FCR from 70% to 76% by end of June by one coached call per agent every week"
    )
    stage.says("Sarah", "our own results, and we have it all")
    stage.says("Sarah", "customers do not have to call twice")
    stage.presses("Sarah", "Undo")
    assert "Undone: for first contact resolution, all is as it was." in stage.transcript("Sarah")
    assert stage.story() == story
