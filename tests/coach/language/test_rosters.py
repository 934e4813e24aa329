"""Who is named together: a user group, or everybody in a channel; and what names a place only."""

import pytest

from coach.language.arrangements import read_arrangements
from coach.language.rosters import Roster, RosterKind, rosters_as_people, with_people

AGENTS = Roster(kind=RosterKind.GROUP, id="S1")
SUPPORT = Roster(kind=RosterKind.CHANNEL, id="C1")
GROUP = "<!subteam^S1|@agents>"
CHANNEL = "<#C1|support>"


@pytest.mark.parametrize(
    "text",
    [
        f"avec {GROUP}",
        f"with {GROUP}",
        f"contributeurs : {GROUP}",
        f"ajoute {GROUP}",
        GROUP,
        "avec <!subteam^S1>",
    ],
)
def test_a_user_group_is_people(text: str) -> None:
    assert rosters_as_people(text, alone=False) == (AGENTS,)


@pytest.mark.parametrize(
    "text",
    [
        f"tous ceux de {CHANNEL}",
        f"avec tous ceux du salon {CHANNEL}",
        f"ajoute les membres de {CHANNEL}",
        f"avec l’équipe de {CHANNEL}",
        f"everyone in {CHANNEL}",
        f"with everybody in the {CHANNEL} channel",
        f"add the members of {CHANNEL}",
        f"everyone in {CHANNEL} takes part",
    ],
)
def test_everybody_in_a_channel_is_people(text: str) -> None:
    assert rosters_as_people(text, alone=True) == (SUPPORT,)


@pytest.mark.parametrize(
    "text",
    [
        f"canal {CHANNEL}",
        f"in {CHANNEL}",
        f"post the news to {CHANNEL}",
        f"les appels de {CHANNEL}",
        f"{GROUP} répond trop lentement aux demandes de remboursement",
    ],
)
def test_a_place_for_news_and_a_complaint_name_nobody(text: str) -> None:
    assert rosters_as_people(text, alone=True) == ()


def test_a_goal_that_mentions_a_group_besides_is_left_as_it_is() -> None:
    wish = f"je voudrais que l'on réponde plus vite aux clients le lundi matin avec {GROUP}"
    assert rosters_as_people(wish, alone=True) == ()


@pytest.mark.parametrize("people", [("U1",), ("U1", "U2"), tuple(f"U{n}" for n in range(50))])
@pytest.mark.parametrize("text", [f"everyone in {CHANNEL}", f"tous ceux de {CHANNEL}", f"avec {GROUP}"])
def test_those_who_are_meant_are_read_as_if_each_was_mentioned(text: str, people: tuple[str, ...]) -> None:
    said = with_people(text, {AGENTS: people, SUPPORT: people})
    found, rest = read_arrangements(said)
    assert found.people == people
    assert rest == ""
