"""What is said of a goal's standing is the same in the channel, the overview and the Home."""

from datetime import date, datetime, timedelta

from coach.messages import digest, following
from coach.messages import home as at_home
from coach.messages import posts as say
from coach.messages.base import Message
from coach.messages.following import Standing
from coach.usecases.digest import digest_speech
from coach.usecases.home import home, show_goal
from tests.coach.desk import PARIS, Desk, goal, person
from tests.coach.posts import LEAD, TUESDAY, figure, found, in_channel, read
from tests.coach.talk import messages_of

AGENT = person("agent")


def desk_long_after(value: float, days: int) -> Desk:
    """A goal with a team whose one figure is so many days old."""
    desk = Desk(goal(contributors=("agent",)), (LEAD, AGENT))
    figure(desk, value, datetime(2027, 1, 11, 9, 30, tzinfo=PARIS))
    desk.clock.move_to(datetime(2027, 1, 11, 10, tzinfo=PARIS) + timedelta(days=days))
    return desk


def overview(desk: Desk) -> list[Message]:
    now = desk.clock.now()
    with desk.memory.open_uow() as uow:
        speech = digest_speech(uow, LEAD, now.date(), now)
    assert speech is not None
    return messages_of(speech)


def in_home(desk: Desk) -> list[Message]:
    told: list[Message] = []
    desk.does("lead", lambda call: told.extend(messages_of(home(call))))
    return told


def test_an_owner_is_told_no_more_than_the_channel_where_figures_are_old() -> None:
    desk = desk_long_after(78.4, days=22)
    said = overview(desk)
    (headline,) = found(said, digest.DigestGoal)
    assert isinstance(headline, digest.DigestGoal)
    assert (headline.measured_on, headline.standing) == (date(2027, 1, 11), Standing.STALE)
    assert digest.DigestSuggestion(digest.Suggestion.MEASURE) in said
    (course,) = found(in_home(desk), at_home.HomeCourse)
    assert isinstance(course, at_home.HomeCourse)
    assert course.standing is Standing.STALE
    told = desk.does("lead", lambda call: show_goal(call, "g1"))
    assert following.HowItStands(Standing.STALE) in told


def test_the_first_post_of_a_channel_says_too_that_its_figure_is_old() -> None:
    desk = Desk(goal(), (LEAD,))
    figure(desk, 79, datetime(2027, 1, 11, 9, 30, tzinfo=PARIS))
    desk.goes_to(TUESDAY + timedelta(weeks=3))
    (post,) = in_channel(desk)
    assert say.PostStale() in read(post)
    assert found(read(post), say.PostStanding) == []


def test_an_overview_takes_a_figure_that_came_in_for_no_change_of_the_goals() -> None:
    desk = desk_long_after(78.4, days=22)
    figure(desk, 80.5, desk.clock.now() - timedelta(hours=1))
    assert found(overview(desk), digest.DigestChanged) == []


def test_a_level_that_misses_the_plan_by_little_is_said_to_be_off_it() -> None:
    desk = desk_long_after(78.2, days=0)
    (headline,) = found(overview(desk), digest.DigestGoal)
    assert isinstance(headline, digest.DigestGoal)
    assert headline.standing is Standing.CLOSE
