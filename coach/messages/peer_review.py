"""Asking a colleague for a second view, their answer, and where the two differ."""

from dataclasses import dataclass
from typing import ClassVar

from coach.language.reading import Resource
from coach.messages.base import Message, Person


@dataclass(frozen=True)
class PickColleague(Message):
    """Placeholder of the list of people, on the card."""


@dataclass(frozen=True)
class ColleagueAsked(Message):
    """The colleague was asked."""

    colleague: Person


@dataclass(frozen=True)
class ColleagueAskedAlready(Message):
    """They were asked before and have not answered yet."""

    colleague: Person


@dataclass(frozen=True)
class NotYourself(Message):
    """A second view comes from somebody else."""


@dataclass(frozen=True)
class ReviewAsked(Message):
    """To the colleague: who would like their view, on the goal below."""

    author: Person


@dataclass(frozen=True)
class ReviewQuestion(Message):
    """To the colleague: the people, budget and expertise question, without the author's answers."""


@dataclass(frozen=True)
class ReviewThanks(Message):
    """To the colleague, once they answered; the comparison follows."""

    author: Person


@dataclass(frozen=True)
class ReviewCame(Message):
    """To the author: the colleague answered; the comparison follows."""

    colleague: Person


@dataclass(frozen=True)
class ViewsDiffer(Message):
    """One of the two finds a resource missing, the other does not."""

    variant: ClassVar[str | None] = "resource"
    resource: Resource
    misses: Person
    has: Person


@dataclass(frozen=True)
class ViewsAgree(Message):
    """Both find that everything is there."""


@dataclass(frozen=True)
class ViewsAgreeLacking(Message):
    """Both find the same missing."""

    lacking: tuple[Resource, ...]


@dataclass(frozen=True)
class LabelAdopt(Message):
    """Button: what the colleague misses becomes first steps of the goal."""


@dataclass(frozen=True)
class ReviewOver(Message):
    """The goal was given up, or they answered before: no answer is needed any more."""
