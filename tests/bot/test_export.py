"""`/goal export`: what is kept of a person, in words and as a file in their own conversation."""

import json
from typing import Any

from tests.bad_input.goals import a_card, a_goal, a_week_later, reading
from tests.stage import Stage


def exported(stage: Stage, name: str) -> dict[str, Any]:
    """The file that somebody was sent last."""
    state = stage.trial.playground.world.state
    files = [file for message in stage.messages(name) for file in message.files]
    file = state.files[files[-1]]
    assert file.name.startswith("jalon-2027-01-")
    assert file.name.endswith(".json")
    found: dict[str, Any] = json.loads(file.content.encode("latin-1").decode())
    return found


def test_the_file_follows_what_is_told_in_words(stage: Stage) -> None:
    a_goal(stage)
    a_week_later(stage)
    stage.says("Claire", "80 %, l'équipe a bien tenu")
    stage.commands("Claire", "/objectif export")
    words, file = (
        reading(one) for one in stage.transcript("Claire").split("Claire Fontaine:")[-1].split("Jalon:")[-2:]
    )
    assert "Vos données" in words
    assert "Les mêmes données dans un fichier (JSON)" in file
    data = exported(stage, "Claire")
    assert data["person"]["name"] == "Claire Fontaine"
    assert data["goals"][0]["roles"] == ["owner", "author"]
    assert data["goals"][0]["target"] == {"value": "85", "unit": "percent"}
    assert data["figures"][0]["words"] == "80 %, l'équipe a bien tenu"
    assert data["answers"][0]["state"] == "answered"
    assert data["drafts"][0]["wish"].startswith("faire passer le CSAT")


def test_who_takes_part_gets_nothing_of_their_colleagues(stage: Stage) -> None:
    a_goal(stage, agents=("Karim Benali", "James Wright"))
    a_week_later(stage, "Claire", "Karim")
    stage.says("Claire", "80 %, entre nous")
    stage.says("Karim", "fait, avec deux nouveaux")
    stage.commands("Karim", "/objectif export")
    data = exported(stage, "Karim")
    assert data["goals"][0]["roles"] == ["contributor"]
    assert "target" not in data["goals"][0]
    told = json.dumps(data, ensure_ascii=False)
    assert "avec deux nouveaux" in told
    for foreign in ("entre nous", "U0JAMES00", "U0CLAIRE0"):
        assert foreign not in told


def test_the_file_is_shared_with_nobody_else(stage: Stage) -> None:
    a_card(stage, "Sarah")
    stage.commands("Sarah", "/goal export", where="support")
    world = stage.trial.playground.world
    calls = stage.trial.playground.calls
    shared = [sent for method, sent in calls if method == "files.completeUploadExternal"]
    assert [sent["channel_id"] for sent in shared] == [stage.person("Sarah").dm.id]
    assert not any(message.files for message in world.messages(world.channel("support")))


def test_where_the_file_cannot_be_had_the_words_stand_once(stage: Stage) -> None:
    a_card(stage, "Sarah")
    stage.trial.playground.faults.answer("files.getUploadURLExternal", "internal_error")
    stage.commands("Sarah", "/goal export")
    assert stage.transcript("Sarah").count("Your data") == 1
    assert not any(message.files for message in stage.messages("Sarah"))
