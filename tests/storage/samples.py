"""Values to keep, each with all that it may hold."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from coach.draft import Draft
from coach.following import CheckIn, Schedule, ScheduleKind
from coach.goal import Goal, LeverAction, Measurement, Path, Period, Plan, SubGoal, SubGoalKind
from coach.language.reading import Language, Origin, Resource, Slot
from coach.metrics import MetricKey, Polarity
from coach.outgoing import Lane, Outgoing
from coach.own_metrics import Override, OwnMetric, OwnReference
from coach.people import Choices, Focus, FocusKind, Leave, Profile
from coach.posting import Post, PostKind, Rhythm, Told
from coach.quantity import Quantity, Unit
from coach.speech import Speech

T = "T1"
NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
PERCENT_78 = Quantity(value=Decimal("78.0"), unit=Unit.PERCENT)
PERCENT_85 = Quantity(value=Decimal(85), unit=Unit.PERCENT)


def profile(user: str = "U1", **values: Any) -> Profile:
    focus = Focus(kind=FocusKind.DRAFT, id="d1")
    known: dict[str, Any] = {
        "name": "Zoé",
        "language": Language.FR,
        "zone": "America/Montreal",
        "country": "CA",
    }
    known |= {"region": "QC", "admin": True, "choices": Choices(region="QC", day_starts=time(8, 30))}
    return Profile.model_validate(
        {"workspace": T, "user": user, "focus": focus, "refreshed_at": NOW} | known | values
    )


def leave(name: str = "l1", **values: Any) -> Leave:
    known: dict[str, Any] = {"user": "U1", "start": date(2027, 8, 3), "end": date(2027, 8, 14)}
    return Leave.model_validate({"id": name, "workspace": T} | known | values)


def draft(name: str = "d1", **values: Any) -> Draft:
    filled = {
        "wish": "améliorer la satisfaction client",
        "metric": MetricKey.CSAT,
        "alternatives": (MetricKey.NPS,),
        "baseline": PERCENT_78,
        "unit_open": frozenset({Slot.TARGET}),
        "lacking": frozenset({Resource.BUDGET, Resource.PEOPLE}),
        "actions": (LeverAction(text="une formation"),),
        "trail": (Slot.METRIC, Slot.BASELINE),
    }
    times = {"created_at": NOW, "touched_at": NOW}
    return Draft.model_validate(
        {"id": name, "workspace": T, "author": "U1", "language": Language.FR} | times | filled | values
    )


def goal(name: str = "g1", **values: Any) -> Goal:
    week = Period(
        start=date(2027, 1, 4),
        end=date(2027, 1, 10),
        working_days=5,
        level=Decimal("78.3"),
        share=Decimal("0.3"),
    )
    plan = Plan(
        path=Path.STEADY,
        start=date(2027, 1, 4),
        deadline=date(2027, 6, 30),
        months=(),
        weeks=(week,),
        reaches=Decimal("85.0"),
    )
    filled = {
        "wish": "améliorer la satisfaction client",
        "metric": MetricKey.CSAT,
        "baseline": PERCENT_78,
        "target": PERCENT_85,
        "start": date(2027, 1, 4),
        "deadline": date(2027, 6, 30),
        "origin": Origin.HISTORY,
        "sub_goals": (SubGoal(kind=SubGoalKind.OBTAIN_BUDGET, due=date(2027, 2, 1)),),
        "plan": plan,
        "confirmed_at": NOW,
    }
    who = {"author": "U1", "owner": "U2", "contributors": ("U3", "U4"), "channel": "C1"}
    return Goal.model_validate({"id": name, "workspace": T, "language": Language.FR} | who | filled | values)


def measurement(name: str = "m1", **values: Any) -> Measurement:
    return Measurement.model_validate(
        {
            "id": name,
            "goal": "g1",
            "author": "U3",
            "value": PERCENT_78,
            "measured_on": date(2027, 1, 8),
            "recorded_at": NOW,
            "sample": 50,
            "words": "39 sur 50",
        }
        | values
    )


def check_in(name: str = "c1", **values: Any) -> CheckIn:
    return CheckIn.model_validate(
        {
            "id": name,
            "workspace": T,
            "goal": "g1",
            "user": "U3",
            "asked_at": NOW,
            "due_on": date(2027, 1, 4),
            "expected": PERCENT_85,
        }
        | values
    )


def schedule(name: str = "s1", **values: Any) -> Schedule:
    return Schedule.model_validate(
        {"id": name, "workspace": T, "kind": ScheduleKind.CHECK_IN, "goal": "g1", "user": "U3", "due_at": NOW}
        | values
    )


def outgoing(
    key: str, to: str = "U1", lane: Lane = Lane.ANSWER, at: datetime = NOW, workspace: str = T
) -> Outgoing:
    return Outgoing(
        workspace=workspace,
        to=to,
        language=Language.FR,
        speech=Speech(()),
        dedupe_key=key,
        lane=lane,
        at=at,
    )


def rhythm(**values: Any) -> Rhythm:
    return Rhythm.model_validate(
        {
            "workspace": T,
            "channel": "C1",
            "weekday": 1,
            "at": time(10),
            "zone": "Europe/Paris",
            "country": "FR",
            "language": Language.FR,
        }
        | values
    )


def post(**values: Any) -> Post:
    told = Told(goal="g1", measurement="m1", value=PERCENT_78, measured_on=date(2027, 1, 8), milestones=1)
    return Post.model_validate(
        {
            "workspace": T,
            "channel": "C1",
            "due_at": NOW,
            "kind": PostKind.WEEKLY,
            "on": date(2027, 1, 12),
            "key": "post:C1",
            "told": (told,),
        }
        | values
    )


def own_metric(key: str = "m1", **values: Any) -> OwnMetric:
    known: dict[str, Any] = {
        "name": "Indice sourire",
        "unit": Unit.PERCENT,
        "polarity": Polarity.HIGHER,
        "lowest": Decimal(0),
        "highest": Decimal(100),
        "reference": OwnReference(figure=PERCENT_78, source="Enquête 2026"),
        "names": ("sourires",),
    }
    return OwnMetric.model_validate({"workspace": T, "key": key} | known | values)


def own_reference() -> Override:
    reference = OwnReference(figure=PERCENT_85, source="Our 2026 survey")
    return Override(workspace=T, metric=MetricKey.CSAT, reference=reference)
