"""Commands, the Home, settings and privacy over signed HTTP, as people use them in Slack."""

import json
from datetime import timedelta

import pytest

from bot.playground import View
from coach.calendar import public_holidays
from coach.messages.settings import Place
from tests.bad_input.goals import a_goal, reading
from tests.stage import START, Stage


def home(stage: Stage, name: str) -> View:
    """The Home that somebody sees once they have opened it."""
    stage.person(name).open_home()
    stage.settle()
    found = stage.trial.playground.world.home(stage.person(name).id)
    assert found is not None
    return found


def told(view: View) -> str:
    """All words of a view."""
    return reading(json.dumps(view.blocks, ensure_ascii=False))


def test_each_command_answers_in_the_conversation(stage: Stage) -> None:
    a_goal(stage)
    assert "Vos objectifs" in stage.commands("Claire", "/objectif liste")
    assert "pas encore de chiffre" in reading(stage.commands("Claire", "/objectif état")).lower()
    assert "CSAT est en pause" in stage.commands("Claire", "/objectif pause")
    assert "CSAT est reparti" in stage.commands("Claire", "/objectif reprendre")
    assert "Ce que je garde" in reading(stage.commands("Claire", "/goal privacy"))
    assert "Vos données" in stage.commands("Claire", "/objectif export")


def test_whoever_takes_part_sees_the_goal_from_the_first_word_of_it(stage: Stage) -> None:
    a_goal(stage, agents=("Karim Benali",))
    said = reading(stage.presses("Karim", "Voir l'objectif et le plan"))
    assert "85 %" in said
    assert "Par semaine" in said


def test_a_command_in_a_channel_is_answered_in_private(stage: Stage) -> None:
    a_goal(stage)
    stage.commands("Claire", "/objectif liste", where="service-client")
    whispered = stage.person("Claire").last("service-client")
    assert whispered.only_for == stage.person("Claire").id
    assert whispered.text == "Je vous réponds en message privé."


def test_the_settings_form_opens_by_command_and_changes_language_and_hours(stage: Stage) -> None:
    stage.commands("Claire", "/objectif réglages")
    stage.submits("Claire", {"language": "English", "starts": "08:30", "ends": "17:00"})
    said = stage.transcript("Claire").split("Jalon:")[-1]
    assert "Noted. I write to you in English, between 8:30 and 17:00, Europe/Paris time." in reading(said)
    assert "nothing to pause" in stage.commands("Claire", "/goal pause")


def test_a_day_that_ends_before_it_begins_is_said_at_its_field(stage: Stage) -> None:
    stage.commands("Sarah", "/goal settings")
    stage.submits("Sarah", {"starts": "18:00", "ends": "09:00"})
    assert stage.person("Sarah").view().errors == {
        "ends": "The day has to end at least an hour after it starts."
    }


def test_the_hour_of_the_check_ins_and_how_closely_are_one_s_own(stage: Stage) -> None:
    stage.commands("Claire", "/objectif réglages")
    stage.submits("Claire", {"asked_at": "14:30", "closeness": "Léger, sans rappel"})
    said = reading(stage.transcript("Claire").split("Jalon:")[-1])
    assert "Je vous demande où vous en êtes à 14 h 30." in said
    assert "Je vous suis de loin : pas de rappel." in said
    a_goal(stage)
    stage.goes_to(START.replace(hour=14, minute=29) + timedelta(days=7))
    assert stage.news("Claire") == ""
    stage.goes_on(timedelta(minutes=20))
    assert "Où en est le CSAT ?" in reading(stage.news("Claire"))
    stage.commands("Claire", "/objectif réglages")
    stage.submits("Claire", {"asked_at": "Comme prévu par chaque objectif", "closeness": "slack"})
    assert "de loin" not in stage.transcript("Claire").split("Jalon:")[-1]


def test_an_hour_outside_the_working_day_is_said_at_its_field(stage: Stage) -> None:
    stage.commands("Sarah", "/goal settings")
    stage.submits("Sarah", {"asked_at": "07:30"})
    assert stage.person("Sarah").view().errors == {
        "asked_at": "This is outside your working day. Choose a time between its start and its end."
    }


def test_settings_left_to_slack_are_slack_s_again(stage: Stage) -> None:
    stage.commands("Claire", "/objectif réglages")
    stage.submits("Claire", {"language": "English", "zone": "Pacific/Noumea"})
    stage.commands("Claire", "/goal settings")
    stage.submits("Claire", {"language": "As in Slack", "zone": "As in Slack"})
    assert "Vos réglages" not in stage.transcript("Claire")
    assert "Europe/Paris" in stage.says("Claire", "réglages")
    assert "français" in stage.transcript("Claire").split("Jalon:")[-1]


@pytest.mark.parametrize("place", list(Place))
def test_every_place_that_can_be_chosen_has_its_public_holidays(place: Place) -> None:
    country, _, region = place.partition("-")
    days = public_holidays(country, region or None, 2027)
    assert days
    if region in {"57", "6AE", "QC", "SCT", "GE"}:
        assert days != public_holidays(country, None, 2027)


def test_the_home_has_a_button_for_every_command_and_each_answers(stage: Stage) -> None:
    a_goal(stage)
    for label, answer in (("Indicateurs", "Les indicateurs"), ("Vie privée", "Qui le voit")):
        stage.presses("Claire", label, home(stage, "Claire"))
        assert answer in told(stage.person("Claire").view()), label
        stage.person("Claire").close()
    for label, title in (("Nouvel objectif", "Nouvel objectif"), ("Réglages", "Réglages")):
        stage.presses("Claire", label, home(stage, "Claire"))
        assert stage.person("Claire").view().title == title
        stage.person("Claire").close()


def test_pausing_in_the_home_shows_it_at_once(stage: Stage) -> None:
    a_goal(stage)
    view = home(stage, "Claire")
    stage.presses("Claire", "Mettre en pause", view)
    after = stage.trial.playground.world.home(stage.person("Claire").id)
    assert after is not None
    assert "Reprendre" in told(after)
    assert "En pause" in told(after)


def test_a_home_that_changed_meanwhile_is_drawn_anew(stage: Stage) -> None:
    """Two windows: the older one's press is answered, and both show the newest."""
    a_goal(stage)
    old = home(stage, "Claire")
    stage.presses("Claire", "Mettre en pause", home(stage, "Claire"))
    stage.presses("Claire", "Indicateurs", old)
    now = stage.trial.playground.world.home(stage.person("Claire").id)
    assert now is not None
    assert "Reprendre" in told(now)


def test_a_home_of_many_goals_turns_its_pages_and_stays_on_them(stage: Stage) -> None:
    for number in range(11):
        stage.says("Claire", f"nouvel objectif : améliorer la satisfaction client {number}")
    first = home(stage, "Claire")
    assert "Page 1 sur 2" in told(first)
    assert len(first.blocks) <= 100
    stage.presses("Claire", "Page suivante", first)
    second = stage.trial.playground.world.home(stage.person("Claire").id)
    assert second is not None
    assert "Page 2 sur 2" in told(second)
    stage.presses("Claire", "Reprendre", second)
    third = stage.trial.playground.world.home(stage.person("Claire").id)
    assert third is not None
    assert "Page 2 sur 2" in told(third)


def test_erasing_takes_two_presses_and_leaves_nothing(stage: Stage) -> None:
    a_goal(stage)
    stage.commands("Claire", "/objectif vie privée")
    stage.presses("Claire", "Effacer mes données")
    assert "C’est effacé." in stage.presses("Claire", "Oui, tout effacer")
    assert "pas d’objectif en cours" in stage.commands("Claire", "/objectif liste")


def test_what_is_only_read_opens_in_a_window_of_the_home(stage: Stage) -> None:
    """The plan, what feeds what and the metrics are there at once; nothing is written to the conversation."""
    a_goal(stage)
    before = stage.transcript("Claire")
    for button, words in (("Voir le plan", "Par semaine"), ("Indicateurs", "indicateurs")):
        stage.person("Claire").press(home(stage, "Claire"), button)
        stage.settle()
        assert words in told(stage.person("Claire").view())
        stage.person("Claire").close()
    assert stage.transcript("Claire") == before


def test_a_press_in_such_a_window_says_where_it_goes_on(stage: Stage) -> None:
    a_goal(stage)
    stage.person("Claire").press(home(stage, "Claire"), "Vie privée")
    stage.settle()
    stage.person("Claire").press(stage.person("Claire").view(), "Recevoir mes données")
    stage.settle()
    assert "La suite est dans l’onglet Messages" in told(stage.person("Claire").view())
    assert "Vos données" in stage.transcript("Claire")


def test_a_new_goal_is_begun_from_the_home_in_a_form(stage: Stage) -> None:
    stage.person("Sarah").press(home(stage, "Sarah"), "New goal")
    stage.settle()
    stage.submits("Sarah", {"wish": "answer faster"})
    assert "answer faster" in stage.transcript("Sarah")


def test_the_form_for_a_new_goal_helps_to_find_one(stage: Stage) -> None:
    """The service is picked in the form, its usual goals take its place, and one is taken up."""
    stage.person("Claire").press(home(stage, "Claire"), "Nouvel objectif")
    stage.person("Claire").choose(
        stage.person("Claire").view(), "Trouver une idée par métier", "support technique"
    )
    stage.settle()
    assert "Trois objectifs courants" in told(stage.person("Claire").view())
    stage.person("Claire").press(stage.person("Claire").view(), "Partir du n°\N{NO-BREAK SPACE}1")
    stage.settle()
    assert "La suite est dans l’onglet Messages" in told(stage.person("Claire").view())
    assert "objectif que l’on peut suivre" in stage.transcript("Claire")
