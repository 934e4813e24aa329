"""What every memory of Jalon does with a workspace's own metrics, whatever it is made of."""

from tests.storage.samples import T, own_metric, own_reference
from tests.storage.stores import Store

SMILES, CSAT = own_metric(), own_reference()


def test_metrics_and_references_are_kept_apart_and_in_their_workspace(store: Store) -> None:
    with store.open_uow() as work:
        work.own_metrics.put(CSAT)
        work.own_metrics.put(SMILES)
        work.commit()
    with store.open_uow() as work:
        assert work.own_metrics.metrics(T) == [SMILES]
        assert work.own_metrics.overrides(T) == [CSAT]
        assert work.own_metrics.metrics("T2") == []
        assert work.own_metrics.overrides("T2") == []


def test_the_same_key_again_is_a_change(store: Store) -> None:
    renamed = SMILES.model_copy(update={"name": "Sourires"})
    with store.open_uow() as work:
        work.own_metrics.put(SMILES)
        work.own_metrics.put(renamed)
        assert work.own_metrics.metrics(T) == [renamed]


def test_what_is_removed_is_gone_and_only_that(store: Store) -> None:
    with store.open_uow() as work:
        work.own_metrics.put(SMILES)
        work.own_metrics.put(CSAT)
        assert not work.own_metrics.remove("T2", "m1")
        assert work.own_metrics.remove(T, "m1")
        assert not work.own_metrics.remove(T, "m1")
        assert work.own_metrics.metrics(T) == []
        assert work.own_metrics.overrides(T) == [CSAT]
