"""Who people are: asked of Slack when they are first met, and again when a day has gone by."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Protocol

from bot.clock import Clock
from coach.language.reading import Language
from coach.people import Profile
from coach.ports import OpenUnitOfWork

FRESH = timedelta(days=1)
"""How long what Slack said of a person is taken as true."""


class UserFacts(Protocol):
    """The part of the gateway that knows Slack's `users.info`."""

    def user_info(self, user: str) -> dict[str, Any] | None:
        """Slack's `user` object with its locale, or None where there is no such user."""
        ...


class Directory:
    """The people of a workspace, kept in the database so that Slack is rarely asked."""

    def __init__(self, slack: UserFacts, open_uow: OpenUnitOfWork, clock: Clock, fallback: Language) -> None:
        self._slack, self._open_uow, self._clock, self._fallback = slack, open_uow, clock, fallback

    def meet(self, workspace: str, users: Iterable[str]) -> list[Profile]:
        """The profiles of these people, fresh from Slack where they are new or a day old.

        No transaction is held while Slack is asked. Who is unknown to Slack is left out.
        """
        wanted = list(dict.fromkeys(users))
        with self._open_uow() as uow:
            known = {user: uow.people.get(workspace, user) for user in wanted}
        return [
            profile for user in wanted if (profile := self._fresh(workspace, user, known[user])) is not None
        ]

    def _fresh(self, workspace: str, user: str, known: Profile | None) -> Profile | None:
        now = self._clock.now()
        if known is not None and known.refreshed_at is not None and now - known.refreshed_at < FRESH:
            return known
        facts = self._slack.user_info(user)
        if facts is None:
            return known
        profile = profile_of(workspace, facts, self._fallback).model_copy(update={"refreshed_at": now})
        with self._open_uow() as uow:
            kept = uow.people.get(workspace, user)
            if kept is not None:
                profile = profile.chosen(kept.choices).model_copy(update={"focus": kept.focus})
            uow.people.put(profile)
            uow.commit()
        return profile


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
