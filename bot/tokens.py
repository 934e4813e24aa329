"""Tokens at rest: sealed with a key that is not in the database, so that a copy of it opens nothing."""

from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class WrongKeyError(Exception):
    """What was kept was sealed with another key than the ones at hand."""


class Vault:
    """Seals and opens tokens. The first key seals; all of them open, so that a key can be changed.

    Raises:
        ValueError: a key is not one that `jalon key` made.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise ValueError("at least one key is needed")
        self._box = MultiFernet([Fernet(key) for key in keys])

    def seal(self, token: str) -> str:
        """A token that only a key opens."""
        return self._box.encrypt(token.encode()).decode()

    def open(self, sealed: str) -> str:
        """The token again.

        Raises:
            WrongKeyError: no key at hand opens it.
        """
        try:
            return self._box.decrypt(sealed.encode()).decode()
        except InvalidToken as error:
            raise WrongKeyError from error

    def renew(self, sealed: str) -> str:
        """The same, sealed with the first key.

        Raises:
            WrongKeyError: no key at hand opens it.
        """
        try:
            return self._box.rotate(sealed.encode()).decode()
        except InvalidToken as error:
            raise WrongKeyError from error


def new_key() -> str:
    """A key for `JALON_SECRET_KEY`."""
    return Fernet.generate_key().decode()


def keys_in(text: str) -> list[str]:
    """The keys in a setting: one, or several with commas between, the newest first."""
    return [key.strip() for key in text.split(",") if key.strip()]
