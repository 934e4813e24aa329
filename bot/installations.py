"""Where Jalon is installed, and with which token: Bolt's installation and state stores over our database.

A workspace's token is asked for at every request and every message: it is remembered for a minute. Only the
bot's token is kept; what a person granted for themselves is not asked for, and not kept if it comes.
"""

import json
import logging
import secrets
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from slack_bolt import BoltContext
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError, SlackTokenRotationError
from slack_sdk.oauth import OAuthStateStore
from slack_sdk.oauth.installation_store import Installation, InstallationStore
from slack_sdk.oauth.token_rotation import TokenRotator

from bot.clock import Clock
from bot.tokens import Vault, WrongKeyError
from coach.installation import Kept, KeptInstallations

log = logging.getLogger(__name__)
REMEMBERED = timedelta(minutes=1)
STATE_LIVES = timedelta(minutes=10)
"""How long somebody may take to say yes at Slack."""
AHEAD = timedelta(hours=2)
"""A token is changed so long before it runs out."""
UNOPENED = "%s: its token was sealed with a key that is not in JALON_SECRET_KEY"
SEALED = ("bot_token", "bot_refresh_token")
KEPT = (
    "app_id",
    "enterprise_id",
    "enterprise_name",
    "team_id",
    "team_name",
    "bot_id",
    "bot_user_id",
    "user_id",
    "is_enterprise_install",
    "token_type",
)
"""What is kept of an installation besides its tokens and scopes."""


class Installations(InstallationStore):
    """Installations, with their tokens sealed."""

    def __init__(self, rows: KeptInstallations, vault: Vault, clock: Clock, rotator: TokenRotator) -> None:
        self._rows, self._vault, self._clock, self._rotator = rows, vault, clock, rotator
        self._known: dict[str, tuple[datetime, Installation | None]] = {}
        self._refreshing = threading.Lock()

    # --- what Bolt asks for ---
    def save(self, installation: Installation) -> None:
        """Keep an installation, over the one before it."""
        team = _key(installation.enterprise_id, installation.team_id, org=installation.is_enterprise_install)
        self._rows.put(Kept(team, self._sealed(installation), refresh_at=_refresh_at(installation)))
        self._known.clear()

    def find_installation(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None = None,
        is_enterprise_install: bool | None = False,
    ) -> Installation | None:
        """The installation of a workspace; where the organisation has it, the organisation's."""
        del user_id
        return self._of(enterprise_id, team_id, org=bool(is_enterprise_install))

    def authorizing(self) -> Callable[..., AuthorizeResult | None]:
        """What tells Bolt whose token answers a request; none where Jalon is not. Slack is not asked."""

        # Bolt gives what a plain function names; it would take a method's `self` for one of these
        def authorize(
            context: BoltContext, enterprise_id: str | None, team_id: str | None
        ) -> AuthorizeResult | None:
            found = self._of(enterprise_id, team_id, org=bool(context.is_enterprise_install))
            if found is None:
                return None
            return AuthorizeResult(
                enterprise_id=enterprise_id,
                team_id=team_id,
                bot_id=found.bot_id,
                bot_user_id=found.bot_user_id,
                bot_token=found.bot_token,
                bot_scopes=list(found.bot_scopes or []),
            )

        return authorize

    # --- what Jalon asks for ---
    def token_of(self, workspace: str) -> str | None:
        """A workspace's bot token; None where Jalon is not installed."""
        found = self._of(None, workspace, org=False)
        return found.bot_token if found is not None else None

    def forget(self) -> None:
        """What is remembered may have changed: it is read anew."""
        self._known.clear()

    def refresh(self) -> int:
        """Change the tokens that run out soon for new ones; how many."""
        with self._refreshing:
            soon = self._clock.now()
            due = [one for one in self._rows.every() if one.refresh_at is not None and one.refresh_at <= soon]
            return sum(self._refresh(one) for one in due)

    def opens(self, kept: Kept) -> bool:
        """Whether a key at hand opens what is kept."""
        return self._opened(kept) is not None

    def renew_seals(self) -> int:
        """Seal everything with the newest key; how many installations. What no key opens is left as it is."""
        renewed = 0
        for one in self._rows.every():
            if one.document is None:
                continue
            facts = json.loads(one.document)
            try:
                new = {name: self._vault.renew(facts[name]) for name in SEALED if facts.get(name)}
            except WrongKeyError:
                log.error(UNOPENED, one.team)  # noqa: TRY400 - where it happened tells nothing
                continue
            document = json.dumps(facts | new)
            self._rows.put(Kept(one.team, document, one.enterprise, one.refresh_at, one.gone_at))
            renewed += 1
        return renewed

    # --- within ---
    def _of(self, enterprise: str | None, team: str | None, *, org: bool) -> Installation | None:
        """The workspace's own installation, else its organisation's, which is noted for the deliverer."""
        if org and enterprise is not None:
            return self._read(enterprise)
        if team is None:
            return None
        own = self._read(team)
        if own is not None:
            return own
        if enterprise is None:
            link = self._rows.get(team)
            return self._read(link.enterprise) if link is not None and link.enterprise else None
        found = self._read(enterprise)
        if found is not None:
            link = self._rows.get(team)
            if link is None or link.enterprise != enterprise:
                self._rows.put(Kept(team, None, enterprise=enterprise))
        return found

    def _read(self, key: str) -> Installation | None:
        now = self._clock.now()
        known = self._known.get(key)
        if known is not None and timedelta(0) <= now - known[0] < REMEMBERED:
            return known[1]
        kept = self._rows.get(key)
        found = self._opened(kept) if kept is not None and kept.document is not None else None
        self._known[key] = (now, found)
        return found

    def _refresh(self, kept: Kept) -> bool:
        installation = self._opened(kept)
        if installation is None:
            return False
        try:
            changed = self._rotator.perform_token_rotation(
                installation=installation, minutes_before_expiration=60 * 24
            )
        except (SlackTokenRotationError, SlackApiError, OSError) as error:
            log.warning("%s: its token could not be changed: %s", kept.team, type(error).__name__)
            return False
        if changed is None:
            return False
        self.save(changed)
        return True

    def _sealed(self, installation: Installation) -> str:
        facts = {name: getattr(installation, name) for name in KEPT}
        for name in SEALED:
            token = getattr(installation, name)
            facts[name] = self._vault.seal(token) if token else None
        scopes = installation.bot_scopes
        facts["bot_scopes"] = scopes.split(",") if isinstance(scopes, str) else list(scopes or [])
        facts["bot_token_expires_at"] = installation.bot_token_expires_at
        return json.dumps(facts)

    def _opened(self, kept: Kept) -> Installation | None:
        if kept.document is None:
            return None
        facts = json.loads(kept.document)
        try:
            for name in SEALED:
                facts[name] = self._vault.open(facts[name]) if facts.get(name) else None
        except WrongKeyError:
            log.error(UNOPENED, kept.team)  # noqa: TRY400 - where it happened tells nothing
            return None
        return Installation(**facts)


class States(OAuthStateStore):
    """What an installation under way is known by: given out once, taken once, for ten minutes."""

    def __init__(self, rows: KeptInstallations, clock: Clock) -> None:
        self._rows, self._clock = rows, clock

    def issue(self, *_: Any, **__: Any) -> str:
        """A new state."""
        state = secrets.token_urlsafe(32)
        self._rows.begin(state, self._clock.now() + STATE_LIVES)
        return state

    def consume(self, state: str) -> bool:
        """Whether it was given out, lives still, and was not taken before."""
        return self._rows.finish(state, self._clock.now())


def _key(enterprise: str | None, team: str | None, *, org: bool | None) -> str:
    key = enterprise if org else team
    if key is None:
        raise ValueError("an installation is of a workspace or of an organisation")
    return key


def _refresh_at(installation: Installation) -> datetime | None:
    if not installation.bot_refresh_token or installation.bot_token_expires_at is None:
        return None
    return datetime.fromtimestamp(installation.bot_token_expires_at, UTC) - AHEAD
