"""A goal from a message, from anywhere, and from a mention, over signed HTTP."""

from bot.listeners.shortcuts import MAKE_GOAL, NEW_GOAL
from bot.playground.values import Message
from coach.draft import Draft
from tests.bad_input.goals import reading
from tests.stage import Stage

CHANNEL = "service-client"


def drafts(stage: Stage, name: str) -> list[Draft]:
    team = stage.trial.playground.world.state.team_id
    with stage.trial.jalon.storage.open_uow() as uow:
        return list(uow.drafts.open_of(team, stage.person(name).id))


def says_in_channel(stage: Stage, name: str, text: str, thread: Message | None = None) -> Message:
    message = stage.person(name).say(text, CHANNEL, thread=thread)
    stage.settle()
    return message


def notice(stage: Stage, name: str) -> str:
    """What the small window says."""
    (block,) = stage.person(name).view().blocks
    return reading(str(block["text"]["text"]))


def test_a_message_becomes_a_goal_that_knows_where_it_came_from(stage: Stage) -> None:
    message = says_in_channel(stage, "Karim", "il faudrait que les clients attendent moins au téléphone")
    assert stage.person("Claire").message_shortcut(message, MAKE_GOAL).ok
    stage.settle()
    assert notice(stage, "Claire") == "C’est commencé. Nous continuons en message privé."
    (draft,) = drafts(stage, "Claire")
    assert draft.wish == "il faudrait que les clients attendent moins au téléphone"
    number = message.ts.replace(".", "")
    assert draft.source == f"https://atelier-lumen.slack.com/archives/C0SERVICE/p{number}"
    assert "?" in stage.news("Claire")


def test_a_goal_s_own_view_leads_back_to_the_message(stage: Stage) -> None:
    wish = "faire passer le CSAT de 78 % à 85 % d'ici fin mars, pour que les clients n'aient plus à rappeler"
    message = says_in_channel(stage, "Claire", wish)
    stage.person("Claire").message_shortcut(message, MAKE_GOAL)
    stage.settle()
    stage.says("Claire", "une écoute par agent chaque semaine")
    stage.says("Claire", "nos résultats passés, et oui, tout est là")
    stage.presses("Claire", "Confirmer")
    assert "Né de ce message" in stage.commands("Claire", "/objectif état csat")


def test_the_link_to_a_reply_leads_into_its_thread(stage: Stage) -> None:
    head = says_in_channel(stage, "Karim", "les clients attendent trop")
    reply = says_in_channel(stage, "Emma", "oui, il faut répondre plus vite", thread=head)
    stage.person("Claire").message_shortcut(reply, MAKE_GOAL)
    stage.settle()
    (draft,) = drafts(stage, "Claire")
    assert (draft.source or "").endswith(f"?thread_ts={head.ts}&cid=C0SERVICE")


def test_a_message_without_words_says_what_to_do_instead(stage: Stage) -> None:
    message = says_in_channel(stage, "Karim", "🎉 :+1:")
    stage.person("Claire").message_shortcut(message, MAKE_GOAL)
    assert "pas de texte dont je puisse faire un objectif" in notice(stage, "Claire")
    assert drafts(stage, "Claire") == []


def test_a_message_that_is_too_long_is_not_cut(stage: Stage) -> None:
    message = says_in_channel(stage, "Karim", "répondre plus vite " * 100)
    stage.person("Claire").message_shortcut(message, MAKE_GOAL)
    assert "caractères, et je m’y perds" in notice(stage, "Claire")
    assert drafts(stage, "Claire") == []


def test_a_new_goal_begins_from_anywhere_with_one_field(stage: Stage) -> None:
    stage.person("Sarah").shortcut(NEW_GOAL)
    stage.submits("Sarah", {"What would you like to get better?": "answer the phone faster"})
    (draft,) = drafts(stage, "Sarah")
    assert draft.wish == "answer the phone faster"


def test_an_emoji_in_that_field_is_said_there(stage: Stage) -> None:
    stage.person("Sarah").shortcut(NEW_GOAL)
    stage.submits("Sarah", {"What would you like to get better?": "🎉"})
    assert stage.person("Sarah").view().errors
    assert drafts(stage, "Sarah") == []


def test_a_mention_is_answered_in_private_and_the_thread_says_so(stage: Stage) -> None:
    message = says_in_channel(stage, "Claire", "@Jalon on voudrait améliorer la satisfaction client")
    (draft,) = drafts(stage, "Claire")
    assert draft.wish == "on voudrait améliorer la satisfaction client"
    answer = stage.person("Claire").last(CHANNEL)
    assert (answer.thread_ts, answer.only_for) == (message.ts, "")
    assert "je vous réponds en message privé." in answer.text
    assert stage.news("Claire")


def test_a_mention_in_a_thread_is_answered_in_that_thread(stage: Stage) -> None:
    head = says_in_channel(stage, "Karim", "les clients attendent trop")
    says_in_channel(stage, "Claire", "@Jalon répondre plus vite au téléphone", thread=head)
    assert stage.person("Claire").last(CHANNEL).thread_ts == head.ts


def test_a_mention_alone_is_answered_with_what_can_be_done(stage: Stage) -> None:
    says_in_channel(stage, "Claire", "@Jalon")
    assert "Par exemple" in reading(stage.news("Claire"))


def test_small_talk_that_mentions_jalon_begins_no_goal(stage: Stage) -> None:
    says_in_channel(stage, "Claire", "merci @Jalon")
    assert drafts(stage, "Claire") == []
    assert "Avec plaisir." in stage.news("Claire")
