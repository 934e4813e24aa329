"""Each contributor's part, and how the plan is laid: chosen, then kept."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.calendar import Absence, WorkingCalendar
from coach.cards import smart_card
from coach.contributions import contributions
from coach.dialogue import Pressed
from coach.draft import Draft
from coach.goal import Goal, LeverAction, Member, Path, Sharing
from coach.making import actions_of, goal_of, plan_of
from coach.messages import cues, home, planning
from coach.messages import sharing as say
from coach.messages.base import Message
from coach.messages.cues import Cue
from coach.metrics import MetricKey
from coach.people import Leave
from coach.quantity import Quantity, Unit
from coach.sharing import own_part, parts_of_goal, weighed, with_sharing
from coach.speech import Picker, Row, Verb
from coach.usecases import conversation, drafting
from coach.usecases.home import show_goal
from coach.usecases.sharing import share_out
from tests.coach.desk import MONDAY, START, WORKSPACE, Desk, goal, person
from tests.coach.talk import Talk, messages_of


def counted(*contributors: str) -> Goal:
    """48 appointments from nothing by the end of January, by so many people."""
    from coach.making import with_baseline

    made = goal(measured=False, contributors=contributors).model_copy(
        update={
            "metric": MetricKey.APPOINTMENTS,
            "target": Quantity(value=Decimal(48), unit=Unit.COUNT),
            "deadline": date(2027, 1, 31),
            "sub_goals": (),
        }
    )
    nothing = Quantity(value=Decimal(0), unit=Unit.COUNT)
    return with_baseline(made, nothing, START).model_copy(update={"version": 1})


def totals(of: Goal) -> dict[str, Decimal]:
    return {part.person: part.total for part in parts_of_goal(of)}


# --- parts ---------------------------------------------------------------------------------------
def test_parts_are_equal_until_something_else_is_said() -> None:
    assert totals(counted("karim", "emma", "sarah", "paul")) == dict.fromkeys(
        ("karim", "emma", "sarah", "paul"), Decimal(12)
    )


def test_a_part_is_told_with_what_is_due_this_week() -> None:
    four = counted("karim", "emma", "sarah", "paul")
    twelve, all_of_it, three = (Quantity(value=Decimal(one), unit=Unit.COUNT) for one in (12, 48, 3))
    assert own_part(four, "karim", START) == say.OwnPartThisWeek(twelve, all_of_it, three)
    assert own_part(four, "somebody", START) is None


def test_a_rate_of_satisfied_customers_has_no_parts() -> None:
    assert parts_of_goal(goal(contributors=("karim", "emma"))) == ()


def test_one_person_alone_has_no_part() -> None:
    assert parts_of_goal(counted("karim")) == ()


def test_who_is_away_carries_less_and_the_parts_still_add_up() -> None:
    away = Absence(start=START, end=START + timedelta(days=6), person="emma")
    parts = {one.person: one.total for one in parts_of_goal(counted("karim", "emma"), [away])}
    assert parts == {"karim": Decimal(30), "emma": Decimal(18)}


def test_parts_set_by_hand_come_out_as_they_were_set() -> None:
    shared = with_sharing(
        counted("karim", "emma"), Sharing.BY_HAND, {"karim": Decimal(29), "emma": Decimal(19)}
    )
    assert totals(shared) == {"karim": Decimal(29), "emma": Decimal(19)}


@given(
    parts=st.lists(st.integers(0, 40), min_size=1, max_size=6).filter(any),
    weeks=st.integers(1, 26),
    falling=st.booleans(),
)
def test_whole_parts_are_exact_over_any_number_of_weeks(parts: list[int], weeks: int, falling: bool) -> None:
    from coach.plan import PlanRequest, make_plan

    whole = Decimal(sum(parts))
    plan = make_plan(
        PlanRequest(
            metric=MetricKey.TICKET_BACKLOG if falling else MetricKey.APPOINTMENTS,
            unit=Unit.COUNT,
            baseline=whole if falling else Decimal(0),
            target=Decimal(0) if falling else whole,
            start=START,
            deadline=START + timedelta(weeks=weeks),
        )
    )
    members = [Member(person=str(index), weight=Decimal(part)) for index, part in enumerate(parts)]
    split = contributions(plan.weeks, members, WorkingCalendar())
    sign = -1 if falling else 1
    assert [one.total * sign for one in split] == [Decimal(part) for part in parts]
    for index, week in enumerate(plan.weeks):
        assert sum(one.parts[index] for one in split) == week.share


def test_the_odd_one_goes_round() -> None:
    parts = parts_of_goal(
        counted("a", "b", "c").model_copy(update={"target": Quantity(value=Decimal(48), unit=Unit.COUNT)})
    )
    assert {one.total for one in parts} == {Decimal(16)}


# --- the form ------------------------------------------------------------------------------------
@pytest.fixture
def desk() -> Desk:
    return Desk(counted("karim", "emma"), (person("lead"), person("karim"), person("emma")))


def sends(desk: Desk, form: dict[str, str], user: str = "lead") -> dict[str, Message]:
    errors: dict[str, Message] = {}
    desk.does(user, lambda call: errors.update(share_out(call, "g1", form)))
    return errors


@pytest.mark.parametrize(
    ("form", "wrong"),
    [
        ({"how": "by_hand", "karim": "20", "emma": "20"}, say.SharesDoNotAddUp(Decimal(40), Decimal(48))),
        ({"how": "hours"}, say.SharesMissing()),
        ({"how": "hours", "karim": "beaucoup"}, say.ShareNotANumber()),
        ({"how": "hours", "karim": "-3"}, say.ShareNotANumber()),
        ({"how": "hours", "karim": "NaN"}, say.ShareNotANumber()),
        ({"how": "hours", "karim": "1e99"}, say.ShareNotANumber()),
    ],
)
def test_what_cannot_be_shared_is_said_at_its_field(desk: Desk, form: dict[str, str], wrong: Message) -> None:
    assert sends(desk, form) == {"karim": wrong}
    assert desk.goal().sharing is Sharing.EQUAL


def test_hours_are_kept_and_shown(desk: Desk) -> None:
    assert sends(desk, {"how": "hours", "karim": "35 h", "emma": "17,5"}) == {}
    assert totals(desk.goal()) == {"karim": Decimal(32), "emma": Decimal(16)}
    assert sends(desk, {"how": "equal"}) == {}
    assert totals(desk.goal()) == {"karim": Decimal(24), "emma": Decimal(24)}


def test_only_who_leads_shares_out(desk: Desk) -> None:
    sends(desk, {"how": "hours", "karim": "1"}, "karim")
    assert desk.goal().sharing is Sharing.EQUAL


def test_a_contributor_reads_their_part_and_the_moment_at_the_check_in() -> None:
    made = counted("karim", "emma").model_copy(
        update={"actions": (LeverAction(text="rappeler", each=True, cue=Cue.HESITATES),)}
    )
    desk = Desk(made, (person("lead"), person("karim"), person("emma")))
    desk.goes_to(MONDAY + timedelta(days=7, hours=1))
    karim = next(one for one in desk.news() if one.to == "karim")
    said = [type(part.message) for part in karim.speech.parts if not isinstance(part, Row)]  # type: ignore[union-attr]
    assert cues.RightMoment in said
    assert say.OwnPartThisWeek in said


READY = (
    "passer le CSAT de 78 % à 85 % d'ici le 31 mars 2027 par une écoute par agent chaque semaine",
    "nos résultats passés, tout est là",
    "les clients n'ont plus à rappeler",
)


def ready(*texts: str) -> Talk:
    first, *rest = texts
    talk = Talk(first).says(*rest)
    assert talk.is_ready
    return talk


def pickers(talk: Talk) -> dict[Verb, Picker]:
    speech = talk.outcome.settled or talk.outcome.speech
    assert speech is not None
    rows = [part for part in speech.parts if isinstance(part, Row)]
    return {one.verb: one for row in rows for one in row.elements if isinstance(one, Picker)}


# --- the way the plan is laid --------------------------------------------------------------------
def test_the_coach_chooses_a_way_and_the_lead_another() -> None:
    talk = ready(*READY)
    assert pickers(talk)[Verb.SET_PATH].chosen == ("ramp",)
    assert talk.hears(planning.PathRamp)
    talk.presses(Verb.SET_PATH, "steady")
    assert talk.draft.path is Path.STEADY
    plan = plan_of(talk.draft, START)
    assert plan is not None
    assert plan.path is Path.STEADY
    talk.presses(Verb.SET_PATH, "compounding")
    plan = plan_of(talk.draft, START)
    assert plan is not None
    assert plan.reaches == 85


def test_nothing_from_zero_compounds() -> None:
    talk = ready(
        "prendre 48 rendez-vous en partant de 0 d'ici le 31 mars 2027 en appelant le matin", *READY[1:]
    )
    assert "compounding" not in dict(pickers(talk)[Verb.SET_PATH].options)
    talk.presses(Verb.SET_PATH, "compounding")
    assert plan_of(talk.draft, START) is not None


def test_leave_that_was_told_lightens_the_week_and_the_part() -> None:
    desk = Desk(counted("karim", "emma"), (person("lead"), person("karim"), person("emma")))
    with desk.memory.open_uow() as uow:
        uow.leaves.add(
            Leave(id="l1", workspace="T1", user="emma", start=START, end=START + timedelta(days=6))
        )
        uow.commit()
    heard = desk.does("lead", lambda call: show_goal(call, "g1"))
    parts = {one.person.user: one.part for one in heard if isinstance(one, say.PartOf)}
    assert parts == {
        user: Quantity(value=Decimal(part), unit=Unit.COUNT) for user, part in (("karim", 30), ("emma", 18))
    }


def test_a_plan_on_the_card_knows_who_is_away() -> None:
    talk = ready(
        "prendre 48 rendez-vous en partant de 0 d'ici le 31 janvier 2027 en appelant le matin", *READY[1:]
    )
    away = Absence(start=START, end=START + timedelta(days=6), person="karim")
    draft = talk.draft.model_copy(update={"contributors": ("karim", "emma"), "absences": (away,)})
    plan = plan_of(draft, START)
    assert plan is not None
    assert plan.weeks[0].share < plan.weeks[1].share
    assert plan.reaches == 48


def test_a_lever_in_the_leads_words_is_told_once_with_its_moment() -> None:
    talk = ready(
        "passer le CSAT de 78 % à 85 % d'ici le 31 mars 2027",
        "si un appelant attend plus de 2 minutes, alors proposer un rappel",
        *READY[1:],
    )
    (action,) = actions_of(talk.draft)
    assert (action.when, action.text) == ("un appelant attend plus de 2 minutes", "proposer un rappel")
    assert Verb.SET_CUE not in pickers(talk)
    assert talk.text.count("alors : proposer un rappel".replace(" :", "\N{NO-BREAK SPACE}:")) == 1


# --- on the card, before it is confirmed -----------------------------------------------------------
WISH = "passer les rendez-vous pris de 0 à 48 d'ici fin janvier, par une heure d'appels chaque jour"


class Making:
    """A goal in the making, whole, with two people who take part."""

    def __init__(self) -> None:
        self.at = Desk(counted("karim", "emma"), (person("lead"), person("karim"), person("emma")))
        for text in (WISH, "nos résultats passés, tout est là", "remplir l'agenda"):
            self.at.does("lead", lambda call, text=text: conversation.hear(call, text))  # type: ignore[misc]
        assert self.draft.asked is None
        self.picks("karim", "emma")

    @property
    def draft(self) -> Draft:
        with self.at.memory.open_uow() as uow:
            return uow.drafts.open_of(WORKSPACE, "lead")[0]

    def picks(self, *people: str) -> None:
        """Choose who takes part, on the card."""
        draft = self.draft
        pressed = Pressed(Verb.SET_CONTRIBUTORS, draft.version, None, people)
        self.at.does("lead", lambda call: drafting.press(call, draft.id, pressed))

    def shares(self, form: dict[str, str]) -> dict[str, Message]:
        """Send the form; the errors at its fields."""
        draft, errors = self.draft, dict[str, Message]()
        self.at.does("lead", lambda call: errors.update(share_out(call, draft.id, form)))
        return errors

    def parts(self) -> dict[str, Decimal]:
        """What the goal would give each of them today."""
        return totals(goal_of(self.draft, "g2", MONDAY, START))


def test_hours_are_set_on_the_card_and_kept_by_the_goal() -> None:
    making = Making()
    assert making.parts() == {"karim": 24, "emma": 24}
    assert making.shares({"how": "hours", "karim": "35", "emma": "17,5"}) == {}
    assert making.parts() == {"karim": 32, "emma": 16}
    card = making.at.memory.outgoing[-1].speech
    assert say.PartsLabel(Sharing.HOURS) in messages_of(card)
    rows = [part for part in card.parts if isinstance(part, Row)]
    assert Verb.SHARE_OUT in {one.verb for row in rows for one in row.elements}
    draft = making.draft
    pressed = Pressed(Verb.CONFIRM, draft.version)
    making.at.does("lead", lambda call: drafting.press(call, draft.id, pressed))
    with making.at.memory.open_uow() as uow:
        made = next(one for one in uow.goals.of_person(WORKSPACE, "lead") if one.id != "g1")
    assert made.sharing is Sharing.HOURS
    assert totals(made) == {"karim": 32, "emma": 16}


def test_parts_that_do_not_make_the_whole_are_refused_on_the_card_too() -> None:
    making = Making()
    assert making.shares({"how": "by_hand", "karim": "40", "emma": "10"}) == {
        "karim": say.SharesDoNotAddUp(Decimal(50), Decimal(48))
    }
    assert making.draft.sharing is Sharing.EQUAL
    assert making.shares({"how": "by_hand", "karim": "40", "emma": "8"}) == {}
    assert making.parts() == {"karim": 40, "emma": 8}


def test_who_joins_after_the_hours_were_set_carries_the_mean_and_who_leaves_nothing() -> None:
    making = Making()
    making.shares({"how": "hours", "karim": "35", "emma": "17.5"})
    making.picks("karim", "emma", "lead")
    assert making.parts() == {"karim": 21, "emma": 11, "lead": 16}
    making.picks("emma", "lead")
    assert sum(making.parts().values()) == 48
    assert set(making.parts()) == {"emma", "lead"}
    making.picks("lead", "paul")
    assert making.parts() == {"lead": 24, "paul": 24}
    assert say.PartsLabel(Sharing.EQUAL) in messages_of(smart_card(making.draft, START))


def test_nobody_but_its_author_shares_a_goal_in_the_making_out() -> None:
    making = Making()
    draft = making.draft
    said = making.at.does("karim", lambda call: share_out(call, draft.id, {"how": "hours"}))
    assert said == [home.GoneAlready()]


@given(
    st.lists(st.sampled_from("abcdef"), min_size=1, max_size=5, unique=True),
    st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 60), max_size=6),
)
def test_everybody_who_takes_part_has_a_weight_and_nobody_else(
    people: list[str], set_: dict[str, int]
) -> None:
    members = [Member(person=one, weight=Decimal(weight)) for one, weight in set_.items()]
    found = weighed(people, members)
    assert [one.person for one in found] in ([], people)
    assert all(one.weight == set_[one.person] for one in found if one.person in set_)
