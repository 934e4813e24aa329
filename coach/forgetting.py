"""A person who had their data erased goes out of what a goal remembers of them."""

from coach.goal import Goal, Revision, Terms
from coach.guard import GuardFigure
from coach.people import ERASED


def remembers(goal: Goal, user: str) -> bool:
    """Whether a goal's history, parts, guard figures or waiting proposal name somebody."""
    named = {member.person for member in goal.members} | {one.author for one in goal.guard_figures}
    for revision in goal.history:
        named |= {revision.by, *_people(revision.before), *_people(revision.after)}
    if goal.proposal is not None:
        named |= {goal.proposal.by, *_people(goal.proposal.after)}
    return user in named


def without_person(goal: Goal, user: str) -> Goal:
    """The goal without somebody's name and words; its version stays, to be raised by who saves it."""
    proposal = goal.proposal
    if proposal is not None and user in {proposal.by, *_people(proposal.after)}:
        proposal = None
    return goal.model_copy(
        update={
            "history": tuple(_unsigned(revision, user) for revision in goal.history),
            "members": tuple(member for member in goal.members if member.person != user),
            "guard_figures": tuple(_unnamed(figure, user) for figure in goal.guard_figures),
            "proposal": proposal,
        }
    )


def _unnamed(figure: GuardFigure, user: str) -> GuardFigure:
    own = figure.author == user
    return figure.model_copy(update={"author": ERASED, "words": None}) if own else figure


def _people(terms: Terms) -> set[str]:
    return {terms.owner, *terms.contributors}


def _unsigned(revision: Revision, user: str) -> Revision:
    own = revision.by == user
    return revision.model_copy(
        update={
            "by": ERASED if own else revision.by,
            "reason": None if own else revision.reason,
            "before": _nameless(revision.before, user),
            "after": _nameless(revision.after, user),
        }
    )


def _nameless(terms: Terms, user: str) -> Terms:
    return terms.model_copy(
        update={
            "owner": ERASED if terms.owner == user else terms.owner,
            "contributors": tuple(one for one in terms.contributors if one != user),
        }
    )
