"""A second view on what a goal takes: a colleague answers without seeing the first answers."""

from coach.draft import Draft, PeerReview
from coach.language.reading import Resource
from coach.messages import peer_review as say
from coach.messages.base import Message, Person


def review_of(draft: Draft, colleague: str) -> PeerReview | None:
    """What was asked of a colleague; None where nothing was."""
    return next((one for one in draft.reviews if one.colleague == colleague), None)


def with_review(draft: Draft, review: PeerReview) -> Draft:
    """The draft with a review asked or answered, one version up."""
    others = tuple(one for one in draft.reviews if one.colleague != review.colleague)
    return draft.model_copy(update={"reviews": (*others, review), "version": draft.version + 1})


def views(draft: Draft, review: PeerReview) -> tuple[Message, ...]:
    """Where the two see it differently, one line a resource; that they see it alike, where they do."""
    own, other = draft.lacking or frozenset(), review.lacking or frozenset()
    author, colleague = Person(user=draft.author), Person(user=review.colleague)
    lines: list[Message] = []
    for resource in Resource:
        if resource in own and resource not in other:
            lines.append(say.ViewsDiffer(resource, author, colleague))
        elif resource in other and resource not in own:
            lines.append(say.ViewsDiffer(resource, colleague, author))
    if lines:
        return tuple(lines)
    missing = tuple(resource for resource in Resource if resource in own)
    return (say.ViewsAgreeLacking(missing),) if missing else (say.ViewsAgree(),)


def only_they_miss(draft: Draft, review: PeerReview) -> tuple[Resource, ...]:
    """What the colleague finds missing and the author did not."""
    found = (review.lacking or frozenset()) - (draft.lacking or frozenset())
    return tuple(resource for resource in Resource if resource in found)
