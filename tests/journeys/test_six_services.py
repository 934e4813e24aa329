"""From the vague goal of each service to its check-ins: three conversations in French, three in English."""

from datetime import timedelta

from syrupy.assertion import SnapshotAssertion

from tests.stage import Stage

WEEK = timedelta(weeks=1)


def test_customer_service_in_french(stage: Stage, story: SnapshotAssertion) -> None:
    """Satisfaction: every question answered, agents and a channel, a check-in in words, the weekly post."""
    stage.commands("Claire", "/objectif améliorer la satisfaction client")
    stage.presses("Claire", "Le CSAT")
    stage.says("Claire", "78 %")
    stage.says("Claire", "85 %, au mieux 88 %")
    stage.says("Claire", "fin mars")
    stage.says("Claire", "une écoute d'appel par agent chaque semaine")
    stage.presses("Claire", "Nos résultats passés")
    stage.presses("Claire", "Oui, tout est là")
    stage.says("Claire", "les clients n'ont plus à rappeler pour la même chose")
    stage.chooses("Claire", "Choisir des personnes", ["Karim", "Emma", "James"])
    stage.chooses("Claire", "Salon des nouvelles", "service-client")
    stage.presses("Claire", "Confirmer")
    stage.post("service-client")
    for agent in ("Karim", "Emma", "James"):
        stage.news(agent)
    stage.goes_to(stage.now() + WEEK + timedelta(hours=8))
    stage.news("Claire")
    stage.says("Claire", "on est à 80 %")
    for agent in ("Karim", "Emma", "James"):
        stage.news(agent)
    stage.says("Karim", "c'est fait")
    stage.presses("Emma", "Quelque chose bloque")
    stage.says("Emma", "l'outil d'écoute est en panne")
    stage.presses("James", "Done")
    stage.news("Claire")
    stage.goes_on(timedelta(days=1))
    stage.post("service-client")
    assert stage.story() == story


def test_appointment_setting_in_french(stage: Stage, story: SnapshotAssertion) -> None:
    """Appointments: the starting point is unknown, so it is measured first and the plan comes after."""
    stage.says("Claire", "bonjour")
    stage.says("Claire", "prendre plus de rendez-vous")
    stage.says("Claire", "pourquoi ?")
    stage.presses("Claire", "Je ne sais pas : à mesurer")
    stage.says("Claire", "40 par semaine")
    stage.says("Claire", "dans deux mois")
    stage.says("Claire", "en fait plutôt le 31 mars")
    stage.says("Claire", "chaque agent passe 10 appels de plus par jour")
    stage.says("Claire", "c'est une demande de la direction, et il nous manque du budget")
    stage.says("Claire", "les commerciaux ont assez de prospects pour tenir l'année")
    stage.presses("Claire", "Confirmer")
    stage.goes_on(WEEK + timedelta(hours=2))
    stage.news("Claire")
    stage.says("Claire", "32")
    assert stage.story() == story


def test_technical_support_in_french(stage: Stage, story: SnapshotAssertion) -> None:
    """Resolution time: left in the middle, taken up days later, a missing hand becomes a first step."""
    stage.says("Claire", "réduire le temps de résolution des tickets techniques")
    stage.says("Claire", "3 jours")
    stage.goes_on(timedelta(days=3))
    stage.commands("Claire", "/objectif reprendre")
    stage.says("Claire", "deux fois moins")
    stage.says("Claire", "d'ici fin juin")
    stage.presses("Claire", "Donnez-moi des idées")
    stage.says("Claire", "retour")
    stage.says("Claire", "fin mai")
    stage.says("Claire", "une revue des dix plus vieux tickets chaque matin, menée par @Karim Benali")
    stage.says("Claire", "une estimation, et il nous manque une personne")
    stage.says("Claire", "je ne sais pas")
    stage.says("Claire", "les clients retrouvent leur service avant la fin de journée")
    stage.says("Claire", "pas de tickets fermés trop tôt : FCR pas sous 70 %")
    stage.says("Claire", "résumé")
    stage.says("Claire", "je confirme")
    assert stage.story() == story


def test_telesales_in_english(stage: Stage, story: SnapshotAssertion) -> None:
    """Contracts: a change in words, points and percent told apart, the weeks add up in whole contracts."""
    stage.commands("Sarah", "/goal sell more contracts")
    stage.says("Sarah", "contracts signed")
    stage.says("Sarah", "30 a week")
    stage.says("Sarah", "20% more")
    stage.says("Sarah", "by end of Q1")
    stage.says("Sarah", "every agent calls back five old leads a week")
    stage.says("Sarah", "last year we did 38 in our best month and yes we have it all")
    stage.says("Sarah", "the company wants to grow in the north")
    stage.says("Sarah", "no, by end of June")
    stage.presses("Sarah", "Confirm")
    stage.goes_on(WEEK + timedelta(hours=3))
    stage.news("Sarah")
    stage.says("Sarah", "+2")
    stage.says("Sarah", "33")
    assert stage.story() == story


def test_surveys_in_english(stage: Stage, story: SnapshotAssertion) -> None:
    """Survey participation: points or percent has to be asked; the form changes the target afterwards."""
    stage.says("Sarah", "get more people to fill in our survey")
    stage.says("Sarah", "12%")
    stage.says("Sarah", "+5%")
    stage.says("Sarah", "points")
    stage.says("Sarah", "in ten weeks")
    stage.says("Sarah", "agents invite every caller at the end of the call")
    stage.says("Sarah", "an estimate, we have everything")
    stage.says("Sarah", "with more answers we see which product hurts customers")
    stage.presses("Sarah", "Change")
    stage.submits("Sarah", {"Target": "9%"})
    stage.submits("Sarah", {"Target": "20%"})
    stage.presses("Sarah", "Confirm")
    assert stage.story() == story


def test_cross_selling_in_english(stage: Stage, story: SnapshotAssertion) -> None:
    """Two goals in one sentence are offered as two; the second is kept and begun after the first."""
    stage.says("Sarah", "increase cross-sell and reduce call transfers")
    stage.says("Sarah", "the first one")
    stage.says("Sarah", "6%")
    stage.says("Sarah", "9%")
    stage.says("Sarah", "31 March 2027")
    stage.says("Sarah", "two coached calls per agent every week")
    stage.says("Sarah", "our own history, and we have it all")
    stage.says("Sarah", "customers get what goes with their order in one call")
    stage.says("Sarah", "yes")
    stage.presses("Sarah", "Start the other one")
    stage.says("Sarah", "cancel")
    assert stage.story() == story
