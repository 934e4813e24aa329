"""Two whole journeys in Chromium, from the vague wish to the first check-in's answer."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.window import Window

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.timeout(120)]


def test_claire_makes_a_goal_in_french_and_answers_its_first_check_in(window: Window) -> None:
    page = window.opens_as("Claire Fontaine").page
    expect(page.locator("html")).to_have_attribute("lang", "fr-FR")
    expect(page.locator("#clock")).to_contain_text("Mercredi 6 janvier 2027")
    claire_finds_her_goal(window)
    claire_changes_the_target_in_the_form(window)

    window.picks("Choisir des personnes", ["Karim Benali", "Emma Tremblay"])
    window.chooses("Salon des nouvelles", "#service-client")
    window.presses("Confirmer")
    window.reads("C’est confirmé", "lundi 11 janvier", "#service-client")
    expect(window.last.get_by_text("C’est confirmé")).to_be_in_viewport()  # whoever acts sees the answer
    window.goes_to("service-client")
    window.reads("@Claire Fontaine", "de 78 % à 84 %", "rappeler pour la même chose")
    window.picture("post-fr")

    window.goes_to("Jalon")
    window.moves_on("Lundi prochain", "Lundi 11 janvier 2027")
    window.reads("Où en est le CSAT ?", "84 %")
    window.writes("on est à 80 %")
    window.reads("Noté", "80 %", "dans les temps")

    window.goes_to("Accueil")
    home = page.locator("#home")
    expect(home.get_by_role("heading", name="Vos objectifs")).to_be_visible()
    expect(home).to_contain_text(re.compile(r"80\s%.*84\s%.*31 mars 2027"))
    window.picture("home-fr")

    window.switches_to("Karim Benali")
    window.reads("Votre part", "C’est fait ?")
    window.presses("C’est fait")
    window.reads("Merci")
    with window.on_a_phone():
        window.picture("phone-fr")


def claire_finds_her_goal(window: Window) -> None:
    window.writes("améliorer la satisfaction client")
    window.reads("« améliorer la satisfaction client »")
    window.presses("Le CSAT")
    window.reads("Où en est le CSAT aujourd’hui ?")
    window.writes("78 %")
    window.reads("aujourd’hui 78 %", "À quel niveau")
    window.writes("85 %, au mieux 88 %")
    window.reads("cible 85 %", "Pour quand ?")
    window.presses("31 mars 2027")
    window.reads("Par quelle action concrète")
    window.writes("une écoute d'appel par agent chaque semaine")
    window.reads("Est-ce à votre portée ?")
    window.presses("Nos résultats passés")
    window.presses("Oui, tout est là")
    window.reads("À quoi cela servira-t-il ?")
    window.writes("les clients n'ont plus à rappeler pour la même chose")
    window.reads("de 78 % à 85 %", "31 mars 2027", "Spécifique", "Le plan", "Par mois", "28 février")
    with window.tall():
        window.picture("carte-fr", top=window.last)


def claire_changes_the_target_in_the_form(window: Window) -> None:
    window.presses("Modifier")
    target = window.form.get_by_label("Cible")
    expect(window.form.get_by_role("heading", name="Modifier l’objectif")).to_be_visible()
    expect(target).to_have_value(re.compile(r"^85\s%$"))
    target.fill("78 %")
    window.saves("Enregistrer")
    expect(window.form.get_by_role("alert")).to_be_visible()
    expect(target).to_have_value("78 %")
    target.fill("84 %")
    window.saves("Enregistrer")
    expect(window.form).to_be_hidden()
    window.reads("de 78 % à 84 %")


def test_sarah_makes_a_goal_in_english_and_answers_its_first_check_in(window: Window) -> None:
    page = window.opens_as("Sarah Collins").page
    expect(page.locator("html")).to_have_attribute("lang", "en-GB")
    expect(page.locator("#clock")).to_contain_text("Wednesday 6 January 2027")
    sarah_finds_her_goal(window)

    window.presses("Change")
    expect(window.form.get_by_role("heading", name="Change the goal")).to_be_visible()
    window.form.get_by_label("Target").fill("55 seconds")
    window.saves("Save")
    expect(window.form).to_be_hidden()
    window.reads("55 s")

    window.picks("Pick people", ["James Wright"])
    window.chooses("Channel for news", "#support")
    window.presses("Confirm")
    window.reads("Confirmed", "Monday 11 January", "#support")
    window.goes_to("support")
    window.reads("@Sarah Collins", "55 s", "customers get help before they give up")

    window.goes_to("Jalon")
    window.moves_on("Next Monday", "Monday 11 January 2027")
    window.reads("stand? The plan", "55 s")
    window.writes("1 min 25")
    window.reads("Noted", "1 min 25 s", "on track")
    window.picture("check-in-en")

    window.goes_to("Home")
    expect(page.locator("#home")).to_contain_text(re.compile(r"1\smin\s25\ss.*55\ss.*31 March 2027"))

    window.switches_to("James Wright")
    window.reads("Your part last week", "Was it done")
    window.presses("Done")
    window.reads("Thank you")
    with window.in_the_dark():
        window.picture("dark-en")


def sarah_finds_her_goal(window: Window) -> None:
    window.writes("answer the phone faster")
    window.reads("Where does the average waiting time stand today")
    window.writes("95 seconds")
    window.reads("1 min 35 s today", "Where should it be?")
    window.writes("60 seconds")
    window.reads("By when?")
    window.presses("31 March 2027")
    window.reads("By doing what, and how often?")
    window.picture("dialogue-en")
    window.presses("Give me some ideas")
    window.reads("put more agents on the busiest hours")
    window.writes("every agent takes one more hour on the phone each day at peak time")
    window.reads("Is it within your reach?")
    window.writes("our own past results, and we have it all")
    window.reads("What is it for?")
    window.writes("customers get help before they give up")
    window.reads("What must not slip meanwhile?")
    window.presses("CSAT no lower than 80%")
    window.reads("31 March 2027", "Specific", "The plan", "By month", "28 February")
