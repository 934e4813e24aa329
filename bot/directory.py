"""Who people are: asked of Slack when they are first met, and again when a day has gone by."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Protocol

from bot.clock import Clock
from coach.language.reading import Language
from coach.people import Profile
from coach.ports import OpenUnitOfWork, UnitOfWork

FRESH = timedelta(days=1)
"""How long what Slack said of a person is taken as true."""


class UserFacts(Protocol):
    """The part of the gateway that knows Slack's `users.info`, in one workspace."""

    def user_info(self, user: str) -> dict[str, Any] | None:
        """Slack's `user` object with its locale, or None where there is no such user."""
        ...


class Slack(Protocol):
    """The gateways of all workspaces."""

    def of(self, workspace: str) -> UserFacts:
        """A workspace's."""
        ...


class UnmetError(Exception):
    """Somebody is new, or was asked after a day ago: Slack is asked before the turn goes on."""


class Directory:
    """The people of a workspace, kept in the database so that Slack is rarely asked."""

    def __init__(self, slack: Slack, open_uow: OpenUnitOfWork, clock: Clock, fallback: Language) -> None:
        self._slack, self._open_uow, self._clock, self._fallback = slack, open_uow, clock, fallback

    def recall(
        self, uow: UnitOfWork, workspace: str, users: Iterable[str], *, met: bool = False
    ) -> dict[str, Profile]:
        """The profiles that are kept of these people, in a transaction that is under way.

        Args:
            uow: The transaction.
            workspace: Theirs.
            users: Slack user ids.
            met: Whether they were met just now: who is unknown all the same is left out.

        Raises:
            UnmetError: one of them has to be met first.
        """
        found = {user: uow.people.get(workspace, user) for user in dict.fromkeys(users)}
        now = self._clock.now()
        if not met and not all(is_fresh(profile, now) for profile in found.values()):
            raise UnmetError
        return {user: profile for user, profile in found.items() if profile is not None}

    def meet(self, workspace: str, users: Iterable[str]) -> None:
        """Ask Slack who these people are, where they are new or what is known of them is a day old.

        No transaction is held while Slack is asked.
        """
        with self._open_uow() as uow:
            known = {user: uow.people.get(workspace, user) for user in users}
        for user, profile in known.items():
            if not is_fresh(profile, self._clock.now()):
                self._ask(workspace, user)

    def introduce(self, workspace: str, everybody: Iterable[dict[str, Any]]) -> None:
        """Keep what Slack just said of these people.

        Args:
            workspace: Theirs.
            everybody: Slack's `user` objects with their locale.
        """
        now = self._clock.now()
        with self._open_uow() as uow:
            for facts in everybody:
                profile = profile_of(workspace, facts, self._fallback)
                profile = profile.model_copy(update={"refreshed_at": now})
                kept = uow.people.get(workspace, profile.user)
                if kept is not None:
                    profile = profile.chosen(kept.choices).model_copy(update={"focus": kept.focus})
                uow.people.put(profile)
            uow.commit()

    def _ask(self, workspace: str, user: str) -> None:
        facts = self._slack.of(workspace).user_info(user)
        if facts is not None:
            self.introduce(workspace, (facts,))


def is_fresh(known: Profile | None, now: datetime) -> bool:
    """Whether what is kept of somebody may be taken as true still."""
    return known is not None and known.refreshed_at is not None and now - known.refreshed_at < FRESH


def profile_of(workspace: str, facts: dict[str, Any], fallback: Language) -> Profile:
    """A profile from Slack's `user` object: `locale` gives the language and, as "fr-CA" does, the country."""
    language, _, country = str(facts.get("locale") or "").partition("-")
    details: dict[str, Any] = facts.get("profile") or {}
    name = details.get("display_name") or details.get("real_name") or facts.get("real_name") or ""
    return Profile(
        workspace=workspace,
        user=facts["id"],
        name=name or str(facts.get("name") or facts["id"]),
        language=Language(language) if language in set(Language) else fallback,
        zone=facts.get("tz") or "UTC",
        country=country or None,
        admin=bool(facts.get("is_admin") or facts.get("is_owner")),
        deactivated=bool(facts.get("deleted")),
    )
