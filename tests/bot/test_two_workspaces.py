"""Two workspaces on one database: one never reads another's."""

import sqlite3
from datetime import timedelta

from bot.installations import Installations
from tests.bot.hosting import Hosted, also_installed, hears


def test_the_same_person_in_two_workspaces_is_two_people(hosted: Hosted) -> None:
    """The same user id, draft and words: nothing of one is found, changed or exported in the other."""
    hosted.installs()
    own = hosted.slack.world.state.team_id
    also_installed(hosted, "T0OTHER00")
    hosted.slack.person("Claire").say("améliorer la satisfaction client")
    hosted.slack.settle(20)
    hears(hosted, "T0OTHER00", "réduire la DMT", 1)
    hears(hosted, "T0OTHER00", "6 min", 2)
    with hosted.jalon.storage.open_uow() as uow:
        (ours,) = uow.drafts.open_of(own, "U0CLAIRE0")
        (theirs,) = uow.drafts.open_of("T0OTHER00", "U0CLAIRE0")
    assert (ours.wish, theirs.wish) == ("améliorer la satisfaction client", "réduire la DMT")
    assert ours.baseline is None
    assert theirs.baseline is not None
    hears(hosted, "T0OTHER00", "/objectif export", 3)
    with sqlite3.connect(hosted.database) as rows:
        told = " ".join(
            text for (text,) in rows.execute("SELECT payload FROM outbox WHERE workspace = 'T0OTHER00'")
        )
    assert "satisfaction" not in told


def test_one_workspace_taken_out_leaves_the_other_as_it_was(hosted: Hosted) -> None:
    hosted.installs()
    also_installed(hosted, "T0OTHER00")
    hosted.slack.person("Claire").say("améliorer la satisfaction client")
    hosted.slack.settle(20)
    hears(hosted, "T0OTHER00", "réduire la DMT", 1)
    hosted.slack.world.uninstall()
    hosted.slack.settle(20)
    hosted.clock.offset += timedelta(days=31)
    hosted.jalon.scheduler.tidy()
    with sqlite3.connect(hosted.database) as rows:
        assert rows.execute("SELECT DISTINCT workspace FROM drafts").fetchall() == [("T0OTHER00",)]
        assert rows.execute("SELECT team FROM installations").fetchall() == [("T0OTHER00",)]


def test_an_organisation_s_installation_serves_its_workspaces(hosted: Hosted) -> None:
    """A workspace of the organisation is heard with its token, and written to by the deliverer."""
    hosted.installs()
    also_installed(
        hosted, "", team_id=None, enterprise_id="E0ORG0000", is_enterprise_install=True, enterprise_name="Org"
    )
    store = hosted.jalon.flow.settings.installation_store if hosted.jalon.flow is not None else None
    assert isinstance(store, Installations)
    assert store.token_of("T0OFORG00") is None
    found = store.find_installation(enterprise_id="E0ORG0000", team_id="T0OFORG00")
    assert found is not None
    assert store.token_of("T0OFORG00") == found.bot_token
