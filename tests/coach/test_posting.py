"""A channel hears of all of its goals in one post: what is new, what is next, and nothing twice."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.blocks.speech import MESSAGE_BLOCKS, MESSAGE_CHARACTERS, message
from coach.calendar import WorkingCalendar, is_working_day
from coach.goal import GoalState, Path
from coach.language.reading import Language
from coach.messages import home
from coach.messages import posts as say
from coach.messages.base import Change
from coach.messages.following import Standing
from coach.metrics import MetricKey
from coach.outgoing import Outgoing
from coach.post_speech import milestone_words
from coach.posting import LATE, PostKind, Rhythm, kind_of, last_post, next_post
from coach.quantity import Quantity, Unit
from coach.replanning import replan, with_replanning
from coach.speech import Verb
from coach.usecases import check_ins, conversation, previewing
from tests.coach.desk import DEADLINE, WORKSPACE, Desk, goal, percent, person
from tests.coach.posts import (
    LEAD,
    TUESDAY,
    WEEK,
    arrive,
    buttons,
    desk_with,
    figure,
    found,
    in_channel,
    other,
    read,
)


# --- one post a channel ----------------------------------------------------------------------------
def test_three_goals_of_a_channel_come_in_one_post() -> None:
    desk = desk_with(goal(), other("g2", metric=MetricKey.FCR), other("g3", metric=MetricKey.QUALITY_SCORE))
    desk.goes_to(TUESDAY)
    (post,) = in_channel(desk)
    assert {one.metric.key for one in found(read(post), say.PostNoFigure)} == {  # type: ignore[attr-defined]
        MetricKey.CSAT,
        MetricKey.FCR,
        MetricKey.QUALITY_SCORE,
    }


def test_goals_with_other_check_in_days_do_not_make_other_posts() -> None:
    thursday = goal().check_in.model_copy(update={"weekday": 3})
    desk = desk_with(goal(), other("g2", check_in=thursday))
    posts = []
    for hours in range(0, 24 * 14, 2):
        desk.goes_to(TUESDAY + timedelta(hours=hours))
        posts += in_channel(desk)
    assert len(posts) == 2


def test_a_pass_that_is_run_again_posts_nothing_more() -> None:
    desk = desk_with(goal(), other("g2"))
    desk.goes_to(TUESDAY)
    desk.goes_to(TUESDAY + timedelta(minutes=5))
    assert len(in_channel(desk)) == 1


def test_the_first_post_after_a_months_end_looks_back_on_the_month() -> None:
    desk = desk_with(goal())
    desk.goes_to(TUESDAY)
    desk.news()
    kinds = []
    for week in range(1, 5):
        figure(desk, 78 + week / 2, TUESDAY + week * WEEK - timedelta(days=1))
    for hours in range(5, 24 * 27, 5):
        desk.goes_to(TUESDAY + timedelta(hours=hours))
        kinds += [found(read(post), say.PostHeading) for post in in_channel(desk)]
    told = [(one.kind, one.on) for (one,) in kinds]  # type: ignore[attr-defined]
    assert told == [
        (PostKind.WEEKLY, date(2027, 1, 19)),
        (PostKind.WEEKLY, date(2027, 1, 26)),
        (PostKind.MONTHLY, date(2027, 2, 1)),
    ]


def test_a_paused_goal_is_left_out_and_a_channel_with_none_hears_nothing() -> None:
    desk = desk_with(other("g1", state=GoalState.PAUSED))
    desk.goes_to(TUESDAY)
    assert in_channel(desk) == []


def test_a_channel_without_news_hears_nothing_until_the_months_end() -> None:
    desk = desk_with(goal())
    days = []
    for number in range(28):
        desk.goes_to(TUESDAY + timedelta(days=number, hours=6))
        days += [desk.clock.now().date() for _ in in_channel(desk)]
    assert days == [date(2027, 1, 12), date(2027, 1, 19), date(2027, 2, 1)]


def test_an_owner_can_send_a_post_that_has_nothing_new() -> None:
    desk = desk_with(goal())
    for week in range(2):
        desk.goes_to(TUESDAY + week * WEEK)
    (shown,) = press(desk, Verb.PREVIEW_POST)
    (warned,) = press(desk, Verb.SEND_POST, buttons(shown)[Verb.SEND_POST].value)
    sent = press(desk, Verb.SEND_POST, buttons(warned)[Verb.SEND_POST].value)
    assert [one.to for one in sent] == ["C1", "lead"]


# --- what it says ----------------------------------------------------------------------------------
def test_what_moved_is_told_since_the_last_post() -> None:
    desk = desk_with(goal())
    figure(desk, 78.5, TUESDAY)
    desk.goes_to(TUESDAY)
    (first,) = in_channel(desk)
    assert found(read(first), say.PostMoved) == []
    figure(desk, 79.7, TUESDAY + WEEK)
    desk.goes_to(TUESDAY + WEEK)
    (second,) = in_channel(desk)
    step = Change(Quantity(value=Decimal("1.2"), unit=Unit.POINTS))
    assert found(read(second), say.PostMoved) == [say.PostMoved(step, TUESDAY.date())]


def test_a_goal_without_a_new_figure_says_of_when_it_is() -> None:
    desk = desk_with(goal())
    figure(desk, 78.5, TUESDAY)
    desk.goes_to(TUESDAY)
    desk.news()
    desk.goes_to(TUESDAY + WEEK)
    (post,) = in_channel(desk)
    assert found(read(post), say.PostNothingNew) == [say.PostNothingNew()]
    (told,) = found(read(post), say.PostFigureOf)
    assert isinstance(told, say.PostFigureOf)
    assert told.measured_on == TUESDAY.date()


def feasts_of(*levels: float, sample: int | None = None) -> list[int]:
    """How many milestones each week's post celebrates."""
    desk = desk_with(goal())
    told = []
    for week, level in enumerate(levels):
        figure(desk, level, TUESDAY + week * WEEK, sample=sample)
        desk.goes_to(TUESDAY + week * WEEK)
        (post,) = in_channel(desk)
        told.append(len(found(read(post), say.PostMilestone)))
    return told


def test_beside_a_fall_nothing_is_celebrated_until_the_figure_rises_again() -> None:
    """Of a survey a second figure bears the first one out: it may well lie lower."""
    assert feasts_of(79, 84, 81, sample=400) == [0, 0, 0]
    assert feasts_of(79, 84, 81, 82, sample=400) == [0, 0, 0, 1]


@pytest.mark.parametrize(("levels", "feasts"), [((79, 84, 81), 0), ((79, 81, 84), 1)])
def test_without_a_channel_nothing_is_celebrated_beside_a_fall_either(
    levels: tuple[float, ...], feasts: int
) -> None:
    desk = desk_with(goal(channel=None))
    for week, level in enumerate(levels):
        figure(desk, level, TUESDAY + week * WEEK, sample=400)
    with desk.memory.open_uow() as uow:
        figures = uow.measurements.of_goal(WORKSPACE, "g1")
    assert len(milestone_words(desk.goal(), figures, (TUESDAY + 3 * WEEK).date())) == feasts


def test_a_milestone_that_was_reached_and_lost_between_two_posts_is_not_celebrated() -> None:
    desk = desk_with(goal())
    figure(desk, 79, TUESDAY)
    desk.goes_to(TUESDAY)
    in_channel(desk)
    figure(desk, 80.6, TUESDAY + timedelta(days=1))
    figure(desk, 79.2, TUESDAY + WEEK)
    desk.goes_to(TUESDAY + WEEK)
    (post,) = in_channel(desk)
    assert not found(read(post), say.PostMilestone)


def test_a_milestone_is_celebrated_once_even_where_figures_fall_back() -> None:
    desk = desk_with(goal())
    feasts = []
    for week, value in enumerate((80.6, 79.0, 80.8, 81.0)):
        figure(desk, value, TUESDAY + week * WEEK)
        desk.goes_to(TUESDAY + week * WEEK)
        feasts += [found(read(post), say.PostMilestone) for post in in_channel(desk)]
    assert [len(feast) for feast in feasts] == [1, 0, 0, 0]
    (reached,) = feasts[0]
    assert isinstance(reached, say.PostMilestone)
    assert reached.end == date(2027, 1, 31)


def feasts_around_a_new_plan(
    before: tuple[float, ...], planned: float, after: tuple[float, ...]
) -> list[int]:
    """How many milestones each post celebrates, where the goal is planned anew in between."""
    desk = desk_with(goal())
    feasts, week = [], 0
    for value in (*before, None, *after):
        at = TUESDAY + week * WEEK
        if value is None:
            running = desk.goal()
            change = replan(running, (at - timedelta(days=3)).date(), percent(planned), path=Path.STEADY)
            with desk.memory.open_uow() as uow:
                uow.goals.save(with_replanning(running, change))
                uow.commit()
            continue
        figure(desk, value, at)
        desk.goes_to(at + timedelta(hours=6))
        feasts += [len(found(read(post), say.PostMilestone)) for post in in_channel(desk)]
        week += 1
    return feasts


def test_the_first_stage_of_a_new_plan_is_celebrated_too() -> None:
    assert feasts_around_a_new_plan((79, 80.6), 80.6, (81, 82, 82.2)) == [0, 1, 0, 1, 0]


def test_a_stage_of_a_new_plan_that_lies_behind_what_was_celebrated_is_not() -> None:
    assert feasts_around_a_new_plan((80.6,), 78, (79, 79.9, 80)) == [1, 0, 0, 0]


def test_a_service_level_is_named_with_its_time_to_answer() -> None:
    seconds = Quantity(value=Decimal(20), unit=Unit.SECONDS)
    desk = desk_with(goal().model_copy(update={"metric": MetricKey.SERVICE_LEVEL, "within": seconds}))
    figure(desk, 80, TUESDAY)
    desk.goes_to(TUESDAY)
    (post,) = in_channel(desk)
    (told,) = found(read(post), say.PostFigure)
    assert isinstance(told, say.PostFigure)
    assert told.metric.within == seconds


def test_a_lucky_survey_is_no_milestone_until_a_second_bears_it_out() -> None:
    desk = desk_with(goal())
    feasts = []
    for week, value in enumerate((80.6, 80.8, 79.0)):
        figure(desk, value, TUESDAY + week * WEEK, sample=40)
        desk.goes_to(TUESDAY + week * WEEK)
        feasts += [len(found(read(post), say.PostMilestone)) for post in in_channel(desk)]
    assert feasts == [0, 1, 0]


def test_a_short_fall_that_chance_explains_is_not_called_late() -> None:
    desk = desk_with(goal())
    figure(desk, 76, TUESDAY, sample=40)
    desk.goes_to(TUESDAY)
    (post,) = in_channel(desk)
    (standing,) = found(read(post), say.PostStanding)
    assert isinstance(standing, say.PostStanding)
    assert standing.standing is Standing.WITHIN_NOISE


def test_where_it_leads_is_told_as_a_range_on_the_deadline() -> None:
    desk = desk_with(goal())
    for week, value in enumerate((78.2, 78.5, 78.7, 79.1, 79.5)):
        figure(desk, value, TUESDAY + week * WEEK)
    desk.goes_to(TUESDAY + 4 * WEEK + timedelta(days=7))
    (post,) = in_channel(desk)
    (ahead,) = found(read(post), say.ForecastRange)
    assert isinstance(ahead, say.ForecastRange)
    assert ahead.deadline == DEADLINE
    assert 82 <= ahead.low.value < ahead.high.value <= 85


def test_many_goals_fit_with_the_most_important_told_whole() -> None:
    late = date(2027, 3, 30)
    goals = [other(f"g{number:02}", deadline=late + timedelta(days=number)) for number in range(2, 50)]
    desk = desk_with(goal(), *goals)
    figure(desk, 80.9, TUESDAY, "g40")
    desk.goes_to(TUESDAY)
    (post,) = in_channel(desk)
    made = message(post.speech, Language.FR)
    assert len(made["blocks"]) <= MESSAGE_BLOCKS
    assert sum(len(str(block)) for block in made["blocks"]) < MESSAGE_CHARACTERS
    first = read(post)[1]
    assert isinstance(first, say.PostFigure)
    assert len(found(read(post), say.PostLineNoFigure)) == 30
    assert found(read(post), say.PostMore) == [say.PostMore(15)]


# --- before it comes out ---------------------------------------------------------------------------
def press(desk: Desk, verb: Verb, value: str = "", user: str = "lead") -> list[Outgoing]:
    desk.news()
    heard = len(desk.memory.outgoing)
    desk.does(user, lambda call: previewing.press(call, "g1", verb, value))
    return desk.memory.outgoing[heard:]


def test_an_owner_sees_the_next_post_and_when_it_comes() -> None:
    desk = desk_with(goal())
    (shown,) = press(desk, Verb.PREVIEW_POST)
    assert shown.to == "lead"
    (when,) = found(read(shown), say.PreviewIs)
    assert isinstance(when, say.PreviewIs)
    assert (when.on, when.at) == (date(2027, 1, 5), time(10, 0))
    assert found(read(shown), say.PostNoFigure)


def test_a_post_that_was_sent_early_does_not_come_again_at_its_time() -> None:
    desk = desk_with(goal())
    desk.clock.move_to(TUESDAY - timedelta(days=1))
    (shown,) = press(desk, Verb.PREVIEW_POST)
    value = buttons(shown)[Verb.SEND_POST].value
    sent = press(desk, Verb.SEND_POST, value)
    assert [one.to for one in sent] == ["C1", "lead"]
    assert found(read(sent[1]), say.SentNow) == [say.SentNow(read(sent[1])[0].channel, date(2027, 1, 19))]  # type: ignore[attr-defined]
    (again,) = press(desk, Verb.SEND_POST, value)
    assert found(read(again), say.SentAlready)
    desk.goes_to(TUESDAY)
    assert in_channel(desk) == []
    desk.goes_to(TUESDAY + WEEK)
    assert len(in_channel(desk)) == 1


def test_a_post_can_be_skipped_and_kept_after_all() -> None:
    desk = desk_with(goal())
    desk.clock.move_to(TUESDAY - timedelta(days=1))
    value = buttons(press(desk, Verb.PREVIEW_POST)[0])[Verb.SKIP_POST].value
    (said,) = press(desk, Verb.SKIP_POST, value)
    assert found(read(said), say.WillSkip) == [say.WillSkip(date(2027, 1, 12), date(2027, 1, 19))]
    assert Verb.KEEP_POST in buttons(press(desk, Verb.PREVIEW_POST)[0])
    press(desk, Verb.KEEP_POST, value)
    press(desk, Verb.SKIP_POST, value)
    desk.goes_to(TUESDAY)
    assert in_channel(desk) == []
    desk.goes_to(TUESDAY + WEEK)
    assert len(in_channel(desk)) == 1


def test_an_old_button_about_a_post_does_nothing_but_say_so() -> None:
    desk = desk_with(goal())
    desk.clock.move_to(TUESDAY + timedelta(days=1))
    for value in (TUESDAY.astimezone(UTC).isoformat(), "", "x", "2027-01-12T10:00:00"):
        (said,) = press(desk, Verb.SEND_POST, value)
        assert found(read(said), home.GoneAlready), value


def test_nobody_else_sends_a_teams_post() -> None:
    desk = Desk(goal(contributors=("agent",)), (LEAD, person("agent")))
    (said,) = press(desk, Verb.PREVIEW_POST, user="agent")
    assert found(read(said), home.NotYours)


# --- put right -------------------------------------------------------------------------------------
def posted(text: str = "80 %") -> Desk:
    """A figure was told on Monday and posted on Tuesday."""
    desk = desk_with(goal())
    desk.goes_to(TUESDAY - timedelta(days=1, minutes=30))
    desk.does("lead", lambda call: conversation.hear(call, text))
    desk.goes_to(TUESDAY)
    arrive(desk)
    desk.news()
    return desk


def test_a_figure_corrected_after_the_post_edits_it_and_says_so() -> None:
    desk = posted()
    desk.clock.move_to(TUESDAY + timedelta(days=1))
    desk.does("lead", lambda call: conversation.hear(call, "81 %"))
    (edit,) = [one for one in desk.memory.outgoing if one.replaces is not None and one.to == "C1"]
    told = read(edit)
    assert found(told, say.PostCorrected) == [say.PostCorrected(date(2027, 1, 13))]
    (line,) = found(told, say.PostFigureOf)
    assert isinstance(line, say.PostFigureOf)
    assert line.value == percent(81)
    with desk.memory.open_uow() as uow:
        kept = uow.measurements.of_goal(WORKSPACE, "g1")
    assert [(one.value, one.undone) for one in kept] == [(percent(80), True), (percent(81), False)]


def test_a_provisional_figure_is_told_as_such_and_confirmed_later() -> None:
    desk = posted("80 % provisoire")
    (told,) = [one for one in desk.memory.outgoing if one.to == "C1"]
    assert found(read(told), say.PostFigureProvisional)
    desk.clock.move_to(TUESDAY + timedelta(days=1))
    desk.does("lead", lambda call: conversation.hear(call, "80 %"))
    (edit,) = [one for one in desk.memory.outgoing if one.replaces is not None and one.to == "C1"]
    assert found(read(edit), say.PostConfirmed)
    assert found(read(edit), say.PostFigureOf)


def test_a_new_figure_of_the_next_week_edits_nothing() -> None:
    desk = posted()
    desk.goes_to(TUESDAY + WEEK - timedelta(days=1, minutes=30))
    desk.does("lead", lambda call: conversation.hear(call, "81 %"))
    assert [one for one in desk.memory.outgoing if one.replaces is not None and one.to == "C1"] == []


def test_a_figure_that_is_taken_back_is_taken_out_of_the_post() -> None:
    desk = posted()
    asked = desk.check_in("lead").id
    desk.does("lead", lambda call: check_ins.press(call, asked, Verb.UNDO))
    (edit,) = [one for one in desk.memory.outgoing if one.replaces is not None and one.to == "C1"]
    assert found(read(edit), say.PostNoFigure)


@pytest.mark.parametrize("back", ["undo", "80 %"])
def test_a_correction_that_is_taken_back_leaves_no_remark(back: str) -> None:
    desk = posted()
    asked = desk.check_in("lead").id
    desk.clock.move_to(TUESDAY + timedelta(hours=3))
    desk.does("lead", lambda call: conversation.hear(call, "81 %"))
    arrive(desk)
    if back == "undo":
        desk.does("lead", lambda call: check_ins.press(call, asked, Verb.UNDO))
    else:
        desk.does("lead", lambda call: conversation.hear(call, back))
    edits = [one for one in desk.memory.outgoing if one.replaces is not None and one.to == "C1"]
    assert [len(found(read(edit), say.PostCorrected)) for edit in edits] == [1, 0]
    assert [one.value for one in found(read(edits[-1]), say.PostFigureOf)] == [percent(80)]  # type: ignore[attr-defined]


# --- laws of the rhythm ----------------------------------------------------------------------------
rhythms = st.builds(
    Rhythm,
    workspace=st.just("T1"),
    channel=st.just("C1"),
    weekday=st.integers(0, 4),
    at=st.times(time(8), time(17)).map(lambda at: at.replace(microsecond=0)),
    zone=st.sampled_from(["Europe/Paris", "America/Montreal", "Pacific/Noumea"]),
    country=st.sampled_from([None, "FR", "CA", "GB"]),
    language=st.just(Language.FR),
)
instants = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@settings(deadline=None)  # the first look at a country's holidays takes longer
@given(rhythms, instants)
def test_posts_come_on_working_days_one_a_week_and_after_each_month(rhythm: Rhythm, start: datetime) -> None:
    calendar = WorkingCalendar(country=rhythm.country, region=rhythm.region)
    instants, at = [], start
    for _ in range(12):
        following = next_post(rhythm, at)
        assert following > at
        at = following
        instants.append(at)
    days = [one.astimezone(rhythm.tz).date() for one in instants]
    assert all(is_working_day(day, calendar) for day in days)
    weeks = [day.isocalendar()[:2] for day in days]
    assert len(set(weeks)) == len(weeks)
    months = {day.replace(day=1) for day in days[1:]}
    monthly = {
        day.replace(day=1)
        for day, one in zip(days, instants, strict=True)
        if kind_of(rhythm, one) is PostKind.MONTHLY
    }
    assert months - monthly <= {days[0].replace(day=1)}


@settings(deadline=None)  # the first look at a country's holidays takes longer
@given(rhythms, instants)
def test_the_last_post_is_the_one_before_the_next(rhythm: Rhythm, now: datetime) -> None:
    last = last_post(rhythm, now)
    assert last is not None
    assert last <= now
    assert next_post(rhythm, last) > now
    assert next_post(rhythm, last) == next_post(rhythm, now)
    assert timedelta(days=5) > LATE
