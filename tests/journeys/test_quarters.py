"""A whole quarter of a goal, as its lead and channel live it: one goes well, one badly, one is left alone."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.stage import PARIS, Stage

pytestmark = pytest.mark.slow

MONDAY = datetime(2027, 1, 11, 11, 30, tzinfo=PARIS)
"""The first Monday on which a figure is asked for; by half past eleven everybody has been asked."""
WEEK = timedelta(weeks=1)
END = datetime(2027, 4, 1, 12, 0, tzinfo=PARIS)
FRENCH = (
    "passer le CSAT de 78 % à 85 % d'ici le 31 mars 2027",
    "une double écoute par semaine",
    "nos chiffres, tout est là",
    "les clients restent plus longtemps",
)
ENGLISH = (
    "move first contact resolution from 62% to 70% by 31 March 2027",
    "a review of reopened tickets every week",
    "our own results, and we have it all",
    "customers need not call twice",
)


def begins(stage: Stage, name: str, texts: Sequence[str], picker: str, channel: str, confirm: str) -> None:
    """Somebody makes a goal for their channel; how is another journey's story."""
    for text in texts:
        stage.says(name, text)
    stage.chooses(name, picker, channel)
    stage.says(name, confirm)
    stage.news(name)
    stage.record.clear()


def passes_over(stage: Stage, name: str) -> None:
    """What the lead is asked is told elsewhere, and its words vary; here they only see it."""
    told = len(stage.record)
    stage.news(name)
    del stage.record[told:]


def weeks(stage: Stage, name: str, channel: str, figures: Sequence[str | None]) -> None:
    """Week by week a figure comes in, or none; the channel reads its post in between."""
    posted = len(stage.trial.playground.world.messages(channel))
    for number, figure in enumerate(figures):
        stage.record.append(f"--- {(MONDAY + number * WEEK).date().isoformat()}")
        for days in range(7):
            stage.goes_to(MONDAY + number * WEEK + timedelta(days=days))
            passes_over(stage, name)
            if days == 0 and figure is not None:
                stage.says(name, figure)
            there = len(stage.trial.playground.world.messages(channel))
            if there > posted:
                stage.post(channel)
                posted = there


def ends(stage: Stage, name: str, channel: str) -> None:
    """The day after the last: the recap in the channel, the look back with the lead."""
    stage.record.append(f"--- {END.date().isoformat()}")
    stage.goes_to(END - timedelta(hours=3, minutes=10))
    passes_over(stage, name)
    stage.goes_to(END)
    stage.post(channel)
    stage.news(name)


def test_a_quarter_that_goes_well_in_french(stage: Stage, story: SnapshotAssertion) -> None:
    """Figures every week, milestones celebrated once, the target reached early, a look back shared."""
    begins(stage, "Claire", FRENCH, "Salon des nouvelles", "#service-client", "je confirme")
    figures = ("78,5 %", "79 %", "79,4 %", "80 %", "80,5", "81,2", "81 %", "82 %", "83,1", "84 %", "85,3 %")
    weeks(stage, "Claire", "#service-client", figures)
    ends(stage, "Claire", "#service-client")
    stage.says("Claire", "Les doubles écoutes ont tout changé ; je les commencerais dès la première semaine.")
    stage.presses("Claire", "Le partager avec l’équipe")
    stage.post("#service-client")
    assert stage.story() == story


def test_a_quarter_that_goes_well_in_english(stage: Stage, story: SnapshotAssertion) -> None:
    """The same in English: ahead of the plan, and told so without flattery."""
    begins(stage, "Sarah", ENGLISH, "Channel for news", "#support", "I confirm")
    figures = ("62.5%", "63%", "63.6%", "64.4%", "65%", "65.9%", "66.2%", "67.1%", "68%", "69.2%", "70.4%")
    weeks(stage, "Sarah", "#support", figures)
    ends(stage, "Sarah", "#support")
    stage.says("Sarah", "The weekly review of reopened tickets. I would start it in week one.")
    stage.presses("Sarah", "Share it with the team")
    stage.post("#support")
    assert stage.story() == story


def test_a_quarter_that_goes_badly_and_is_replanned_in_french(stage: Stage, story: SnapshotAssertion) -> None:
    """Behind for weeks, the lead moves the date with a reason; the plan starts anew, the history stays."""
    begins(stage, "Claire", FRENCH, "Salon des nouvelles", "#service-client", "je confirme")
    weeks(stage, "Claire", "#service-client", ("78 %", "77,8 %", "78,2 %", "78,1 %", "78,4 %"))
    stage.says("Claire", "repousser à fin mai parce que l'outil d'écoute est arrivé en retard")
    stage.presses("Claire", "Confirmer")
    stage.post("#service-client")
    stage.record.append("--- et quinze jours après")
    stage.goes_on(2 * WEEK)
    passes_over(stage, "Claire")
    stage.says("Claire", "79,6 %")
    assert stage.story() == story


def test_a_quarter_that_goes_badly_in_english(stage: Stage, story: SnapshotAssertion) -> None:
    """The figure hardly moves and falls behind: what it takes is said, and nobody is blamed."""
    begins(stage, "Sarah", ENGLISH, "Channel for news", "#support", "I confirm")
    figures = (
        "62%",
        "62.4%",
        None,
        "61.8%",
        "62.5%",
        "63% provisional",
        "63.4%",
        "63.2%",
        "64%",
        "64.1%",
        "64.5%",
    )
    weeks(stage, "Sarah", "#support", figures)
    ends(stage, "Sarah", "#support")
    stage.says("Sarah", "The new tool came too late. Next time we agree on it with IT before we begin.")
    assert stage.story() == story


def test_a_quarter_in_which_nobody_answers_in_french(stage: Stage, story: SnapshotAssertion) -> None:
    """No figure ever comes in: few words, no blame, and the end says that nothing can be said."""
    begins(stage, "Claire", FRENCH, "Salon des nouvelles", "#service-client", "je confirme")
    weeks(stage, "Claire", "#service-client", (None,) * 11)
    ends(stage, "Claire", "#service-client")
    assert stage.story() == story


def test_a_quarter_in_which_nobody_answers_in_english(stage: Stage, story: SnapshotAssertion) -> None:
    """The same, as an English-speaking lead lives it."""
    begins(stage, "Sarah", ENGLISH, "Channel for news", "#support", "I confirm")
    weeks(stage, "Sarah", "#support", (None,) * 11)
    ends(stage, "Sarah", "#support")
    assert stage.story() == story
