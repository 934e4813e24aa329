"""What every memory of Jalon does with the channels' posts, whatever it is made of."""

from coach.goal import Source
from tests.storage.samples import MINUTE, NOW, T, goal, measurement, post, rhythm
from tests.storage.stores import Store


def test_a_channels_rhythm_is_kept_and_can_change(store: Store) -> None:
    with store.open_uow() as work:
        assert work.posts.rhythm(T, "C1") is None
        work.posts.set_rhythm(rhythm())
        work.posts.set_rhythm(rhythm(weekday=4, skips=NOW))
        work.commit()
    with store.open_uow() as work:
        assert work.posts.rhythm(T, "C1") == rhythm(weekday=4, skips=NOW)
        assert work.posts.rhythm("T2", "C1") is None


def test_a_channel_has_one_post_for_each_instant(store: Store) -> None:
    with store.open_uow() as work:
        work.posts.put(post())
        work.posts.put(post(edits=1))
        work.commit()
    with store.open_uow() as work:
        assert work.posts.at(T, "C1", NOW) == post(edits=1)
        assert work.posts.at(T, "C2", NOW) is None
        assert work.posts.at("T2", "C1", NOW) is None


def test_the_last_post_is_the_latest_before_an_instant(store: Store) -> None:
    earlier = post(due_at=NOW - MINUTE)
    with store.open_uow() as work:
        work.posts.put(post())
        work.posts.put(earlier)
        work.posts.put(post(channel="C2", due_at=NOW - MINUTE / 2))
        assert work.posts.last(T, "C1", NOW) == earlier
        assert work.posts.last(T, "C1", NOW + MINUTE) == post()
        assert work.posts.last(T, "C1", NOW - MINUTE) is None


def test_a_provisional_figure_of_another_system_stays_one(store: Store) -> None:
    figure = measurement(source=Source.IMPORT, provisional=True)
    with store.open_uow() as work:
        work.goals.add(goal())
        work.measurements.add(T, figure)
        work.commit()
    with store.open_uow() as work:
        assert work.measurements.get(T, "m1") == figure


def test_old_posts_go_with_what_is_kept_too_long(store: Store) -> None:
    with store.open_uow() as work:
        work.posts.put(post())
        work.posts.put(post(due_at=NOW - MINUTE))
        assert work.records.erase_before(NOW) == 0
        assert work.posts.at(T, "C1", NOW - MINUTE) is None
        assert work.posts.at(T, "C1", NOW) == post()
