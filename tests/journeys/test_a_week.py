"""Weeks of check-ins as those who are asked live them: put off, blocked, vague, unanswered, told."""

from datetime import datetime, timedelta

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.render import entry
from coach.language.reading import Language
from coach.messages.nudges import Way
from tests.stage import PARIS, Stage

pytestmark = pytest.mark.slow

MONDAY = datetime(2027, 1, 11, 11, 30, tzinfo=PARIS)
"""By half past eleven everybody has been asked."""
DAY = timedelta(days=1)


def one_wording(story: str) -> str:
    """The story with the first of the wordings that vary from week to week and from goal to goal."""
    for language in Language:
        for key in ("open_on_track", "open_reminder"):
            first, *others = (plain_spaces(entry(f"{key}.{way}", language)) for way in Way)
            for other in others:
                story = story.replace(other, first)
    return story


def plain_spaces(text: str) -> str:
    """Words as a story tells them."""
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ")


def day(stage: Stage, number: int, *names: str) -> None:
    """Another working day begins, and what each of them reads of Jalon by noon."""
    now = MONDAY + number * DAY
    stage.goes_to(now)
    stage.record.append(f"--- {now:%A %d %B}")
    for name in names:
        told = len(stage.record)
        if not stage.news(name):
            del stage.record[told:]


def test_a_lead_with_two_goals_in_french(stage: Stage, story: SnapshotAssertion) -> None:
    """Two figures in one message, one put off, one vague; who is blocked; the digest at the week's end."""
    for text in (
        "passer le CSAT de 78 % à 85 % d'ici fin mars, par une double écoute par agent chaque semaine",
        "nos chiffres, tout est là",
        "les clients restent plus longtemps",
    ):
        stage.says("Claire", text)
    stage.chooses("Claire", "Choisir des personnes", ["Karim", "Emma"])
    stage.presses("Claire", "Confirmer")
    for text in (
        "nouvel objectif : ramener la DMT de 6 min à 5 min 30 d'ici fin mars, par une fiche par motif",
        "nos chiffres, tout est là",
        "on attend moins longtemps",
        "le FCR pas sous 70 %",
        "je confirme",
    ):
        stage.says("Claire", text)
    for name in ("Claire", "Karim", "Emma"):
        stage.news(name)
    stage.record.clear()
    day(stage, 0, "Claire", "Karim", "Emma")
    stage.says("Claire", "CSAT 78,6 %, DMT 5 min 50")
    stage.says("Karim", "bloqué : l'outil d'écoute est en panne")
    stage.news("Claire")
    day(stage, 2, "Claire", "Emma")
    day(stage, 7, "Claire", "Karim", "Emma")
    stage.says("Claire", "ça avance")
    stage.says("Claire", "79")
    stage.chooses("Karim", "Plus tard", "demain")
    stage.says("Emma", "absente jusqu'à vendredi")
    day(stage, 8, "Claire", "Karim")
    stage.says("Karim", "fait")
    day(stage, 11, "Claire")
    day(stage, 14, "Claire", "Emma")
    assert one_wording(stage.story()) == story


def test_a_lead_with_two_goals_in_english(stage: Stage, story: SnapshotAssertion) -> None:
    """The same weeks for an English-speaking lead."""
    for text in (
        "raise CSAT from 78% to 85% by end of March by one coached call per agent every week",
        "our own results, and we have it all",
        "customers stay with us",
    ):
        stage.says("Sarah", text)
    stage.chooses("Sarah", "Pick people", ["James"])
    stage.presses("Sarah", "Confirm")
    for text in (
        "new goal: cut handle time from 6 min to 5:30 by end of March with one card per call reason",
        "our own results, and we have it all",
        "customers wait less",
        "FCR no lower than 70%",
        "I confirm",
    ):
        stage.says("Sarah", text)
    for name in ("Sarah", "James"):
        stage.news(name)
    stage.record.clear()
    day(stage, 0, "Sarah", "James")
    stage.says("Sarah", "CSAT 78.6%, AHT 5:50")
    stage.says("James", "blocked: the recording tool is down")
    stage.news("Sarah")
    day(stage, 2, "Sarah", "James")
    day(stage, 7, "Sarah", "James")
    stage.says("Sarah", "getting there")
    stage.says("Sarah", "79")
    stage.chooses("James", "Later", "tomorrow")
    day(stage, 8, "Sarah", "James")
    stage.says("James", "done")
    day(stage, 11, "Sarah")
    day(stage, 14, "Sarah", "James")
    assert one_wording(stage.story()) == story
