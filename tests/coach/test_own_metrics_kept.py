"""A workspace's own metrics and references: who may keep them, what holds, and how it is taken back."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from bot.blocks.speech import MESSAGE_BLOCKS, MESSAGE_CHARACTERS, VALUE, blocks, fitting
from coach.dialogue import Pressed
from coach.following import CheckIn
from coach.language.reading import Language
from coach.messages import own_metrics as say
from coach.messages.achievability import OwnReferencePoint
from coach.messages.base import MetricName
from coach.messages.figures import LevelTooHigh
from coach.messages.metrics import QuotedPoint
from coach.messages.own_metrics import OwnField
from coach.metrics import Aim, MetricKey, Polarity
from coach.own_metrics import Override, OwnMetric, OwnReference
from coach.quantity import Unit
from coach.speech import Button, Line, Row, Speech, Verb
from coach.usecases import conversation
from coach.usecases.call import Call
from coach.usecases.check_ins import answer_in_words
from coach.usecases.metrics import OWN, PER_PAGE, catalogue_page, own_page, show_metrics
from coach.usecases.own_metrics import NEW, save_metric, save_reference
from coach.usecases.pressing import press
from tests.coach.desk import MONDAY, START, WORKSPACE, Desk, goal, percent, person
from tests.coach.talk import messages_of

SMILES: dict[str, str] = {
    OwnField.NAME: "Indice sourire",
    OwnField.UNIT: "percent",
    OwnField.POLARITY: "higher",
    OwnField.LOWEST: "0",
    OwnField.HIGHEST: "100",
    OwnField.FIGURE: "75",
    OwnField.SOURCE: "Réseau 2026",
    OwnField.NAMES: "sourire, note sourire",
}
KNOWN = {"csat": MetricKey.CSAT, "nps": MetricKey.NPS}
OURS: dict[str, str] = {OwnField.FIGURE: "81 %", OwnField.SOURCE: "Enquête 2026"}


def desk() -> Desk:
    boss = person("boss").model_copy(update={"admin": True})
    return Desk(goal(contributors=("agent",)), (person("lead"), person("agent"), boss))


def metrics(at: Desk) -> list[OwnMetric]:
    with at.memory.open_uow() as uow:
        return list(uow.own_metrics.metrics(WORKSPACE))


def references(at: Desk) -> list[Override]:
    with at.memory.open_uow() as uow:
        return list(uow.own_metrics.overrides(WORKSPACE))


def sends(at: Desk, user: str, form: Mapping[str, str], key: str = NEW) -> list[object]:
    """The form of a metric is sent; its errors, then what is said."""
    errors: dict[str, object] = {}
    said = at.does(user, lambda call: errors.update(save_metric(call, key, form, KNOWN)))
    return [*errors.items(), *said]


def refers(at: Desk, user: str, form: Mapping[str, str], key: str = MetricKey.CSAT) -> list[object]:
    errors: dict[str, object] = {}
    said = at.does(user, lambda call: errors.update(save_reference(call, key, form)))
    return [*errors.items(), *said]


def undo_button(at: Desk) -> Button:
    speech = at.memory.outgoing[-1].speech
    return next(
        one
        for part in speech.parts
        if isinstance(part, Row)
        for one in part.elements
        if isinstance(one, Button) and one.verb is Verb.UNDO_OWN
    )


def remove_button(key: str) -> Button:
    return Button(Verb.REMOVE_OWN, say.LabelRemoveMetric(MetricName(MetricKey.OTHER)), key)


def presses(at: Desk, user: str, button: Button) -> list[object]:
    pressed = Pressed(button.verb, button.version, values=(button.value,))
    return list(at.does(user, lambda call: press(call, button.subject, pressed)))


def verbs(speech: Speech) -> set[Verb]:
    return {one.verb for part in speech.parts if isinstance(part, Row) for one in part.elements}


# --- keeping ---------------------------------------------------------------------------------------
def test_a_lead_adds_a_metric_with_all_that_is_known_of_it() -> None:
    at = desk()
    assert sends(at, "lead", SMILES) == [say.OwnMetricAdded("Indice sourire")]
    (kept,) = metrics(at)
    assert (kept.unit, kept.polarity, kept.lowest, kept.highest) == (
        Unit.PERCENT,
        Polarity.HIGHER,
        Decimal(0),
        Decimal(100),
    )
    assert kept.names == ("sourire", "note sourire")
    assert kept.reference == OwnReference(figure=percent(75), source="Réseau 2026")


def test_an_administrator_may_and_somebody_who_only_takes_part_may_not() -> None:
    at = desk()
    assert sends(at, "boss", SMILES) == [say.OwnMetricAdded("Indice sourire")]
    assert sends(at, "agent", SMILES | {OwnField.NAME: "Écoute"}) == [say.OwnMetricsNotYours()]
    assert refers(at, "agent", OURS) == [say.OwnMetricsNotYours()]
    assert presses(at, "agent", remove_button(metrics(at)[0].key)) == [say.OwnMetricsNotYours()]
    assert [one.name for one in metrics(at)] == ["Indice sourire"]
    assert references(at) == []


@pytest.mark.parametrize(
    ("changed", "field", "error"),
    [
        ({OwnField.NAME: "…"}, OwnField.NAME, say.OwnNameEmpty()),
        ({OwnField.NAMES: "de"}, OwnField.NAMES, say.OwnNameEmpty()),
        ({OwnField.NAME: "CSAT"}, OwnField.NAME, say.OwnNameKnown(MetricName(MetricKey.CSAT))),
        ({OwnField.NAMES: "NPS"}, OwnField.NAMES, say.OwnNameKnown(MetricName(MetricKey.NPS))),
        ({OwnField.LOWEST: "beaucoup"}, OwnField.LOWEST, say.OwnFigureNotRead()),
        ({OwnField.FIGURE: "entre 70 et 80"}, OwnField.FIGURE, say.OwnFigureNotRead()),
        ({OwnField.FIGURE: "70-80 %"}, OwnField.FIGURE, say.OwnFigureNotRead()),
        ({OwnField.LOWEST: "100", OwnField.HIGHEST: "0"}, OwnField.HIGHEST, say.OwnBoundsCrossed()),
        ({OwnField.SOURCE: ""}, OwnField.SOURCE, say.OwnSourceMissing()),
        ({OwnField.FIGURE: ""}, OwnField.FIGURE, say.OwnFigureMissing()),
        (
            {OwnField.FIGURE: "120"},
            OwnField.FIGURE,
            LevelTooHigh(MetricName(MetricKey.OTHER, "Indice sourire"), percent(120), percent(100)),
        ),
    ],
)
def test_what_does_not_hold_is_said_at_its_field_and_nothing_is_kept(
    changed: dict[str, str], field: OwnField, error: object
) -> None:
    at = desk()
    assert sends(at, "lead", SMILES | changed) == [(field, error)]
    assert metrics(at) == []


def test_a_name_is_given_once_in_a_workspace_whatever_its_accents() -> None:
    at = desk()
    sends(at, "lead", SMILES | {OwnField.NAME: "Écoute"})
    again = sends(at, "boss", SMILES | {OwnField.NAME: "ecoute", OwnField.NAMES: ""})
    assert again == [(OwnField.NAME, say.OwnNameTaken("Écoute"))]


def test_figures_below_zero_and_lengths_of_time_are_read() -> None:
    at = desk()
    balance: dict[str, str] = {OwnField.NAME: "Solde d'avis", OwnField.UNIT: "score"}
    sends(at, "lead", balance | {OwnField.LOWEST: "-100"})
    callback: dict[str, str] = {
        OwnField.NAME: "Rappel client",
        OwnField.UNIT: "minutes",
        OwnField.HIGHEST: "2 heures",
    }
    sends(at, "lead", callback | {OwnField.HIGHEST: "2 heures"})
    kept = {one.name: one for one in metrics(at)}
    assert kept["Solde d'avis"].lowest == Decimal(-100)
    assert kept["Rappel client"].highest == Decimal(120)


# --- changing, removing, taking back -----------------------------------------------------------------
def test_a_change_is_taken_back_to_what_stood_before() -> None:
    at = desk()
    sends(at, "lead", SMILES)
    (before,) = metrics(at)
    assert sends(at, "lead", SMILES | {OwnField.NAME: "Sourires"}, before.key) == [
        say.OwnMetricChanged("Sourires")
    ]
    assert presses(at, "lead", undo_button(at)) == [
        say.OwnUndone(MetricName(MetricKey.OTHER, "Indice sourire"))
    ]
    (after,) = metrics(at)
    assert after == before.model_copy(update={"version": 3})


def test_an_addition_is_taken_back_to_nothing() -> None:
    at = desk()
    sends(at, "lead", SMILES)
    presses(at, "lead", undo_button(at))
    assert metrics(at) == []


def test_a_removal_is_taken_back() -> None:
    at = desk()
    sends(at, "lead", SMILES)
    (before,) = metrics(at)
    remove = remove_button(before.key)
    assert presses(at, "lead", remove) == [say.OwnMetricRemoved("Indice sourire")]
    assert metrics(at) == []
    presses(at, "boss", undo_button(at))
    assert [one.name for one in metrics(at)] == ["Indice sourire"]


def test_what_was_changed_again_since_is_not_taken_back() -> None:
    at = desk()
    sends(at, "lead", SMILES)
    old = undo_button(at)
    (before,) = metrics(at)
    sends(at, "boss", SMILES | {OwnField.NAME: "Sourires"}, before.key)
    assert presses(at, "lead", old) == [say.OwnChangedSince(MetricName(MetricKey.OTHER, "Sourires"))]
    assert [one.name for one in metrics(at)] == ["Sourires"]


def test_a_reference_is_set_changed_and_removed() -> None:
    at = desk()
    csat = MetricName(MetricKey.CSAT)
    assert refers(at, "lead", OURS) == [say.OwnReferenceSet(csat, percent(81), "Enquête 2026")]
    refers(at, "lead", OURS | {OwnField.FIGURE: "82"})
    presses(at, "lead", undo_button(at))
    assert [one.reference.figure for one in references(at)] == [percent(81)]
    remove = remove_button(MetricKey.CSAT)
    assert presses(at, "lead", remove) == [say.OwnReferenceRemoved(csat)]
    assert references(at) == []


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({OwnField.FIGURE: "120 %", OwnField.SOURCE: "nous"}, OwnField.FIGURE),
        ({OwnField.FIGURE: "bien", OwnField.SOURCE: "nous"}, OwnField.FIGURE),
        ({OwnField.FIGURE: "81"}, OwnField.SOURCE),
        ({}, OwnField.FIGURE),
    ],
)
def test_a_reference_that_does_not_hold_is_refused_at_its_field(
    form: dict[str, str], field: OwnField
) -> None:
    at = desk()
    errors: dict[str, object] = {}
    at.does("lead", lambda call: errors.update(save_reference(call, MetricKey.CSAT, form)))
    assert list(errors) == [field]
    assert references(at) == []


# --- the list ----------------------------------------------------------------------------------------
def test_the_workspaces_reference_stands_in_the_place_of_the_trades() -> None:
    own = Override(
        workspace=WORKSPACE,
        metric=MetricKey.CSAT,
        reference=OwnReference(figure=percent(81), source="Enquête 2026"),
    )
    plain, marked = catalogue_page(Aim.SATISFACTION), catalogue_page(Aim.SATISFACTION, (own,))
    assert say.QuotedOwn(percent(81), "Enquête 2026") in messages_of(marked)
    quoted = [sum(isinstance(one, QuotedPoint) for one in messages_of(page)) for page in (plain, marked)]
    assert quoted[0] - quoted[1] == 3  # those of CSAT, and no other metric's


def test_only_who_may_sees_what_changes_the_list() -> None:
    kept = {Verb.OWN_METRIC, Verb.OWN_REFERENCE, Verb.REMOVE_OWN}
    at = desk()
    sends(at, "lead", SMILES)
    for value in (OWN, "satisfaction"):
        at.does("agent", lambda call, value=value: show_metrics(call, value))  # type: ignore[misc]
        assert not verbs(at.memory.outgoing[-1].speech) & kept
        at.does("lead", lambda call, value=value: show_metrics(call, value))  # type: ignore[misc]
        assert verbs(at.memory.outgoing[-1].speech) & kept


def test_many_metrics_are_shown_a_page_at_a_time() -> None:
    many = [
        OwnMetric(
            workspace=WORKSPACE, key=f"m{one}", name=f"Note {one}", unit=Unit.SCORE, polarity=Polarity.BAND
        )
        for one in range(PER_PAGE + 1)
    ]
    first, second = own_page(many, may=True), own_page(many, 1, may=True)
    shown = [
        sum(isinstance(part, Line) and isinstance(part.message, say.OwnMetricEntry) for part in page.parts)
        for page in (first, second)
    ]
    assert shown == [PER_PAGE, 1]
    assert f"{OWN}/1" in {
        one.value
        for part in first.parts
        if isinstance(part, Row)
        for one in part.elements
        if isinstance(one, Button)
    }


# --- in a goal ---------------------------------------------------------------------------------------
def test_a_goal_in_the_making_knows_what_was_added_since_it_was_begun() -> None:
    at = desk()
    at.does("lead", lambda call: conversation.hear(call, "rendre l'équipe meilleure"))
    sends(at, "lead", SMILES)
    at.does("lead", lambda call: conversation.hear(call, "l'indice sourire"))
    with at.memory.open_uow() as uow:
        (draft,) = uow.drafts.open_of(WORKSPACE, "lead")
    assert draft.own_metric == metrics(at)[0]


def test_the_name_alone_with_a_figure_is_a_wish() -> None:
    at = desk()
    sends(at, "lead", SMILES)
    at.does("lead", lambda call: conversation.hear(call, "Indice sourire"))
    with at.memory.open_uow() as uow:
        (draft,) = uow.drafts.open_of(WORKSPACE, "lead")
    assert draft.own_metric is not None


def test_the_card_is_held_against_the_workspaces_reference() -> None:
    at = desk()
    refers(at, "lead", OURS)
    wish = "passer le CSAT de 78 % à 83 % d'ici fin septembre, par une écoute par agent chaque semaine"
    at.does("lead", lambda call: conversation.hear(call, wish))
    at.does("lead", lambda call: conversation.hear(call, "nos résultats passés, tout est là"))
    said = at.does("lead", lambda call: conversation.hear(call, "les clients n'ont plus à rappeler"))
    assert OwnReferencePoint(percent(81), "Enquête 2026") in said


def test_a_figure_given_at_a_check_in_is_in_its_unit_and_within_its_bounds() -> None:
    at = desk()
    sends(at, "lead", SMILES)
    following = goal(measured=False).model_copy(
        update={
            "id": "g2",
            "metric": MetricKey.OTHER,
            "metric_words": "Indice sourire",
            "own_metric": metrics(at)[0],
            "target": None,
            "delta": percent(5),
        }
    )
    asked = CheckIn(id="c2", workspace=WORKSPACE, goal="g2", user="lead", asked_at=MONDAY, due_on=START)
    with at.memory.open_uow() as uow:
        uow.goals.add(following)
        uow.check_ins.add(asked)
        uow.commit()
    assert LevelTooHigh in {type(one) for one in at.does("lead", lambda call: answered(call, "120"))}
    at.does("lead", lambda call: answered(call, "70"))
    with at.memory.open_uow() as uow:
        (figure,) = uow.measurements.of_goal(WORKSPACE, "g2")
    assert figure.value == percent(70)


def answered(call: Call, text: str) -> None:
    """The check-in of the second goal is answered."""
    asked = call.uow.check_ins.get(WORKSPACE, "c2")
    assert asked is not None
    answer_in_words(call, asked, text)


# --- what Slack takes ----------------------------------------------------------------------------------
def test_the_longest_metric_can_be_taken_back_all_the_same() -> None:
    at = desk()
    quotes = '"a' * 30
    names = ",".join(f"{one}{quotes}"[:60] for one in range(5))
    sends(at, "lead", SMILES | {OwnField.NAME: quotes, OwnField.NAMES: names, OwnField.SOURCE: '"' * 120})
    (before,) = metrics(at)
    assert len(before.names) == 5
    sends(at, "lead", SMILES, before.key)
    assert len(undo_button(at).value) <= VALUE
    presses(at, "lead", undo_button(at))
    assert metrics(at) == [before.model_copy(update={"version": 3})]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("aim", list(Aim))
def test_every_page_with_all_that_changes_it_fits_into_a_message(aim: Aim, language: Language) -> None:
    every = [
        Override(
            workspace=WORKSPACE, metric=key, reference=OwnReference(figure=percent(81), source="s" * 120)
        )
        for key in MetricKey
    ]
    made = blocks(catalogue_page(aim, every, may=True), language)
    assert fitting(made, MESSAGE_BLOCKS, MESSAGE_CHARACTERS) == made
