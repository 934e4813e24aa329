"""Goals in a few turns, for tests of what comes after; and what is read, with plain spaces."""

from datetime import timedelta

from tests.stage import Stage

FRENCH = (
    "faire passer le CSAT de 78 % à 85 % d'ici fin mars grâce à une écoute d'appel par agent chaque semaine,"
    " pour que les clients n'aient plus à rappeler"
)
ENGLISH = "raise CSAT from 78% to 85% by end of March so that customers need not call back"


def a_card(stage: Stage, name: str = "Claire") -> str:
    """Somebody has answered everything; the card is in front of them."""
    if name == "Sarah":
        stage.says(name, ENGLISH)
        stage.says(name, "one coached call per agent every week")
        return stage.says(name, "our past results, and we have it all")
    stage.says(name, FRENCH)
    return stage.says(name, "nos résultats passés, et oui, tout est là")


def a_goal(stage: Stage, name: str = "Claire", agents: tuple[str, ...] = (), channel: str = "") -> str:
    """Somebody has confirmed a goal; what they read then."""
    french = name != "Sarah"
    a_card(stage, name)
    if agents:
        stage.chooses(name, "Choisir des personnes" if french else "Choose people", list(agents))
    if channel:
        stage.chooses(name, "Salon des nouvelles" if french else "Channel for news", channel)
    return reading(stage.presses(name, "Confirmer" if french else "Confirm"))


def reading(text: str) -> str:
    """What Jalon said, without what was said to it and with plain spaces."""
    text = text.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ")
    before, jalon, said = text.partition("Jalon:")
    return (said if jalon else before).strip()


def a_week_later(stage: Stage, *names: str) -> None:
    """The first check-ins have come, and were read."""
    stage.goes_on(timedelta(days=7, hours=2))
    for name in names or ("Claire",):
        stage.news(name)
