"""Those who take part, named by a user group or a channel: in words and by the card's form."""

import pytest

from bot.gateway import ListenerGateway
from bot.playground.values import User
from tests.bad_input.goals import a_card, a_goal, reading
from tests.stage import Stage


def taking_part(stage: Stage, name: str = "Claire") -> list[str]:
    """Who takes part, as the edit form shows it."""
    stage.presses(name, "Modifier" if name == "Claire" else "Change")
    view = stage.person(name).view()
    field = next(block for block in view.blocks if block["block_id"] == "contributors")
    stage.person(name).close()
    users = stage.trial.playground.world.state.users
    return [users[user].real_name for user in field["element"].get("initial_users", [])]


def crowd(stage: Stage, channel: str, count: int, *, bots: int = 0) -> None:
    """So many more people in a channel, the last ones bots."""
    state = stage.trial.playground.world.state
    for number in range(count):
        user = f"U1{number:05}"
        bot = number >= count - bots
        state.users[user] = User(
            user, f"p{number}", f"Agent {number}", "", "fr-FR", "Europe/Paris", "#777777", is_bot=bot
        )
        state.channels[channel].members.append(user)


def test_a_user_group_takes_part(stage: Stage) -> None:
    a_card(stage)
    said = reading(stage.says("Claire", "avec @agents"))
    assert "@Karim Benali, @Emma Tremblay et @James Wright" in said
    assert taking_part(stage) == ["Karim Benali", "Emma Tremblay", "James Wright"]


def test_everybody_in_a_channel_takes_part_but_the_lead_and_jalon(stage: Stage) -> None:
    a_card(stage)
    stage.says("Claire", "tous ceux de #service-client")
    assert taking_part(stage) == ["Karim Benali", "Emma Tremblay"]
    a_card(stage, "Sarah")
    stage.says("Sarah", "everyone in #support")
    assert taking_part(stage, "Sarah") == ["James Wright", "Claire Fontaine"]


def test_bots_and_closed_accounts_are_left_out(stage: Stage) -> None:
    state = stage.trial.playground.world.state
    state.channels["C0SERVICE"].members += ["U0PAUL000"]
    crowd(stage, "C0SERVICE", 2, bots=1)
    a_card(stage)
    stage.says("Claire", "avec tous ceux de #service-client")
    assert taking_part(stage) == ["Karim Benali", "Emma Tremblay", "Agent 0"]


@pytest.mark.parametrize(("more", "bots"), [(49, 0), (55, 5), (250, 0)])
def test_more_than_fifty_are_too_many_and_nothing_is_lost(stage: Stage, more: int, bots: int) -> None:
    crowd(stage, "C0SERVICE", more, bots=bots)
    a_card(stage)
    stage.chooses("Claire", "Choisir des personnes", ["James"])
    said = reading(stage.says("Claire", "avec tous ceux de #service-client"))
    assert said.startswith("Il y a plus de 50 personnes. Prenez un salon ou un groupe plus petit")
    assert taking_part(stage) == ["James Wright"]


def test_fifty_people_and_some_bots_all_take_part(stage: Stage) -> None:
    crowd(stage, "C0SERVICE", 53, bots=5)
    a_card(stage)
    stage.says("Claire", "avec tous ceux de #service-client")
    assert len(taking_part(stage)) == 50


def test_a_channel_that_jalon_cannot_see_is_said_with_the_way_out(stage: Stage) -> None:
    stage.trial.playground.world.state.channels["C0DIRECTN"].kind = "private"
    a_card(stage)
    said = reading(stage.says("Claire", "avec tous ceux de #direction"))
    assert said.startswith("Je ne vois pas qui en fait partie. Si c’est un salon privé, invitez-moi d’abord")
    assert taking_part(stage) == []


def test_a_goal_under_way_takes_a_group_in_words(stage: Stage) -> None:
    a_goal(stage, agents=("Karim Benali",))
    said = reading(stage.says("Claire", "ajoute @agents"))
    assert "@James Wright" in said
    stage.presses("Claire", "Confirmer")
    assert "Claire Fontaine" in stage.news("James")


def test_the_card_s_form_takes_a_channel_and_a_group(stage: Stage) -> None:
    a_card(stage)
    stage.chooses("Claire", "Choisir des personnes", ["James"])
    stage.presses("Claire", "Depuis un salon ou un groupe")
    stage.submits("Claire", {"group": "Agents (@agents)", "channel": "service-client"})
    assert taking_part(stage) == ["James Wright", "Karim Benali", "Emma Tremblay"]


def test_the_card_s_form_says_what_is_wrong_at_its_field(stage: Stage) -> None:
    a_card(stage, "Sarah")
    stage.presses("Sarah", "From a channel or group")
    stage.submits("Sarah", {})
    assert stage.person("Sarah").view().errors == {"channel": "Choose a channel or a group."}
    crowd(stage, "C0SERVICE", 120)
    stage.submits("Sarah", {"channel": "service-client"})
    assert stage.person("Sarah").view().errors["channel"].startswith("There are more than 50 people in it.")
    stage.submits("Sarah", {"channel": "support"})
    assert taking_part(stage, "Sarah") == ["James Wright", "Claire Fontaine"]


def test_a_workspace_without_user_groups_is_offered_channels_only(stage: Stage) -> None:
    stage.trial.playground.world.state.groups.clear()
    a_card(stage)
    stage.presses("Claire", "Depuis un salon ou un groupe")
    names = [block["block_id"] for block in stage.person("Claire").view().blocks if block["type"] == "input"]
    assert names == ["channel"]


def test_a_channel_is_read_page_by_page_as_far_as_is_needed(stage: Stage) -> None:
    crowd(stage, "C0SERVICE", 450)
    playground = stage.trial.playground
    slack = ListenerGateway(playground.bot_token, api_url=playground.api_url)
    everybody = playground.world.state.channels["C0SERVICE"].members
    assert slack.channel_members("C0SERVICE", 1000) == everybody
    assert len(slack.channel_members("C0SERVICE", 60)) == 200


@pytest.mark.parametrize(
    ("error", "says"),
    [
        ("ratelimited", "Slack ne me dit pas qui en fait partie pour l’instant."),
        ("internal_error", "Slack ne me dit pas qui en fait partie pour l’instant."),
        ("no_such_subteam", "Je ne vois pas qui en fait partie."),
        ("plan_upgrade_required", "Je ne vois pas qui en fait partie."),
    ],
)
def test_where_slack_does_not_say_who_the_way_out_is_told(stage: Stage, error: str, says: str) -> None:
    a_card(stage)
    stage.trial.playground.faults.answer("usergroups.users.list", error)
    assert reading(stage.says("Claire", "avec @agents")).startswith(says)
    assert taking_part(stage) == []
