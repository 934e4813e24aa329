"""The form that edits a draft: every part of it in one window, each mistake at its own field."""

from typing import Any

from tests.bad_input.goals import a_card, reading
from tests.stage import Stage


def opened(stage: Stage, name: str = "Claire") -> dict[str, dict[str, Any]]:
    """The form's fields by block id, once the card's button was pressed."""
    stage.presses(name, "Modifier" if name == "Claire" else "Change")
    return {block["block_id"]: block for block in stage.person(name).view().blocks}


def initial(field: dict[str, Any]) -> Any:
    """What stands in a field when it opens."""
    found = next((value for key, value in field["element"].items() if key.startswith("initial_")), None)
    return found["value"] if isinstance(found, dict) else found


def label(field: dict[str, Any]) -> str:
    """What a field is called."""
    return str(field["label"]["text"])


def errors(stage: Stage, name: str = "Claire") -> dict[str, str]:
    """What is said at which field of the form in front of somebody."""
    return {field: reading(text) for field, text in stage.person(name).view().errors.items()}


def test_the_form_has_every_part_and_what_may_be_left_out_is_optional(stage: Stage) -> None:
    a_card(stage)
    fields = opened(stage)
    needed = {name for name, block in fields.items() if not block.get("optional")}
    assert needed == {"metric", "baseline", "target", "deadline", "owner", "lever", "relevance"}
    assert set(fields) - needed == {
        "stretch",
        "contributors",
        "scope",
        "guard",
        "limit",
        "channel",
        "weekday",
        "hour",
        "path",
    }
    assert initial(fields["weekday"]) == "0"
    assert initial(fields["hour"]) == "09:00"
    assert initial(fields["path"]) == "ramp"  # its default: gently, while people learn


def test_its_labels_are_in_the_reader_s_language(stage: Stage) -> None:
    a_card(stage)
    a_card(stage, "Sarah")
    french, english = opened(stage), opened(stage, "Sarah")
    assert [label(french[name]) for name in ("stretch", "contributors", "guard", "path")] == [
        "Au mieux",
        "Qui participe",
        "Ce qui ne doit pas se dégrader",
        "Allure du plan",
    ]
    assert [label(english[name]) for name in ("stretch", "contributors", "guard", "path")] == [
        "At best",
        "Who takes part",
        "What must not get worse",
        "Pace of the plan",
    ]


def test_all_of_it_is_taken_at_once_and_stands_in_the_form_again(stage: Stage) -> None:
    a_card(stage)
    opened(stage)
    stage.submits(
        "Claire",
        {
            "stretch": "90 %",
            "scope": "les appels de facturation",
            "contributors": ["Karim Benali", "Emma"],
            "guard": "fcr",
            "limit": "70 %",
            "channel": "service-client",
            "weekday": "le mardi",
            "hour": "10:30",
            "path": "Du même pas chaque semaine",
        },
    )
    said = reading(stage.transcript("Claire").split("Jalon:")[-1])
    for part in ("90 %", "les appels de facturation", "70 %"):
        assert part in said, part
    fields = opened(stage)
    world = stage.trial.playground.world
    people = [world.state.users[user].real_name for user in initial(fields["contributors"])]
    assert people == ["Karim Benali", "Emma Tremblay"]
    assert world.state.channels[initial(fields["channel"])].name == "service-client"
    kept = {name: initial(fields[name]) for name in ("guard", "weekday", "hour", "path", "scope")}
    assert kept == {
        "guard": "fcr",
        "weekday": "1",
        "hour": "10:30",
        "path": "steady",
        "scope": "les appels de facturation",
    }
    assert reading(initial(fields["stretch"])) == "90 %"
    assert reading(initial(fields["limit"])) == "70 %"


def test_what_is_emptied_is_taken_off(stage: Stage) -> None:
    a_card(stage)
    opened(stage)
    stage.submits("Claire", {"stretch": "90 %", "scope": "les appels", "channel": "service-client"})
    opened(stage)
    stage.submits("Claire", {"stretch": None, "scope": None, "channel": None})
    fields = opened(stage)
    assert [initial(fields[name]) for name in ("stretch", "scope", "channel")] == [None, None, None]


def test_a_form_sent_as_it_opened_changes_nothing(stage: Stage) -> None:
    a_card(stage)
    before = {name: initial(field) for name, field in opened(stage).items()}
    stage.submits("Claire", {})
    assert {name: initial(field) for name, field in opened(stage).items()} == before


def test_each_mistake_is_said_at_its_field_and_nothing_is_lost(stage: Stage) -> None:
    a_card(stage)
    opened(stage)
    stage.submits("Claire", {"stretch": "beaucoup", "limit": "70 %", "scope": "les appels"})
    said = errors(stage)
    assert said.pop("guard") == "Choisissez juste au-dessus le chiffre auquel cette limite s’applique."
    assert "chiffre" in said.pop("stretch")
    assert not said
    stage.submits("Claire", {"stretch": "80 %", "limit": None})
    assert errors(stage) == {
        "stretch": "« Au mieux » va plus loin que la cible. Laissez vide s’il n’y a rien au-delà."
    }
    stage.submits("Claire", {"stretch": "120 %"})
    assert set(errors(stage)) == {"stretch"}
    stage.submits("Claire", {"stretch": "90 %"})
    assert initial(opened(stage)["scope"]) == "les appels"


def test_a_limit_that_cannot_be_is_said_at_its_field(stage: Stage) -> None:
    a_card(stage, "Sarah")
    opened(stage, "Sarah")
    stage.submits("Sarah", {"guard": "fcr", "limit": "high"})
    assert errors(stage, "Sarah") == {"limit": "I find no figure here. For instance “80%” or “5 min”."}
    stage.submits("Sarah", {"limit": "150%"})
    assert set(errors(stage, "Sarah")) == {"limit"}


def test_somebody_who_has_left_cannot_take_part(stage: Stage) -> None:
    a_card(stage)
    opened(stage)
    karim = stage.person("Karim")
    karim.say("bonjour")
    stage.settle()
    karim.change_profile(deleted=True)
    stage.settle()
    stage.submits("Claire", {"contributors": ["Karim Benali"]})
    assert set(errors(stage)) == {"contributors"}
    assert "est désactivé. Choisissez quelqu’un d’autre." in errors(stage)["contributors"]
