"""Two leads are better than one: a colleague's view on people, budget and expertise."""

from coach.cards import goal_sentence
from coach.draft import Draft, DraftState, PeerReview
from coach.language.reading import Resource
from coach.messages import choices
from coach.messages import home as gone
from coach.messages import peer_review as say
from coach.messages.base import Message, Person
from coach.messages.dialogue import PersonIsGone
from coach.outgoing import Lane
from coach.peer_review import only_they_miss, review_of, views, with_review
from coach.questions import ALL_THERE
from coach.smart import next_missing
from coach.speech import Button, Line, Picker, PickerKind, Row, Speech, Style, Verb
from coach.usecases import drafting
from coach.usecases.call import Call


def press(call: Call, subject: str, verb: Verb, values: tuple[str, ...]) -> bool:
    """A colleague is picked, answers, or their answer is taken over; False where there is no such draft."""
    draft = call.uow.drafts.get(call.workspace, subject)
    if draft is None:
        return False
    if verb is Verb.REVIEW:
        return _answer(call, draft, values)
    if draft.author != call.user:
        return False
    if verb is Verb.ASK_COLLEAGUE and values:
        _ask(call, draft, values[0])
    elif verb is Verb.ADOPT_REVIEW and values:
        _adopt(call, draft, values[0])
    return True


def _ask(call: Call, draft: Draft, colleague: str) -> None:
    """Send the questions, with the goal and without the author's own answers."""
    refused = _cannot_ask(call, draft, colleague)
    if refused is not None:
        call.say(refused, language=draft.language)
        return
    review = PeerReview(colleague=colleague, asked_at=call.now)
    asked = with_review(draft, review)
    call.uow.drafts.save(asked)
    options = tuple((str(resource), choices.ChoiceLacking(resource)) for resource in Resource)
    answers = Row(
        (
            Button(Verb.REVIEW, choices.ChoiceAllThere(), draft.id, value=ALL_THERE),
            Picker(
                PickerKind.SOME_OF,
                Verb.REVIEW,
                choices.PickLacking(),
                draft.id,
                options=options,
                beside=choices.OrLacking(),
            ),
        )
    )
    call.say(
        Speech(
            (
                Line(say.ReviewAsked(Person(user=draft.author))),
                Line(goal_sentence(draft)),
                Line(say.ReviewQuestion()),
                answers,
            )
        ),
        to=colleague,
        language=call.language_of(colleague),
        lane=Lane.NUDGE,
    )
    call.say(say.ColleagueAsked(Person(user=colleague)), language=draft.language)


def _cannot_ask(call: Call, draft: Draft, colleague: str) -> Message | None:
    """Why nobody is asked; None where they can be."""
    profile = call.uow.people.get(call.workspace, colleague)
    before = review_of(draft, colleague)
    if draft.state is not DraftState.OPEN or next_missing(draft) is not None:
        return gone.GoneAlready()
    if colleague == call.user:
        return say.NotYourself()
    if profile is not None and profile.deactivated:
        return PersonIsGone(Person(user=colleague))
    if before is not None and before.lacking is None:
        return say.ColleagueAskedAlready(Person(user=colleague))
    return None


def _answer(call: Call, draft: Draft, values: tuple[str, ...]) -> bool:
    """Keep the colleague's answer, and show both where they differ."""
    review = review_of(draft, call.user)
    if review is None:
        return False
    if review.lacking is not None or draft.state is DraftState.CANCELLED:
        call.say(say.ReviewOver())
        return True
    if not values:  # everything was unpicked: no answer yet
        return True
    lacking = frozenset(Resource(value) for value in values if value in set(Resource))
    if not lacking and ALL_THERE not in values:
        return False
    answered = review.model_copy(update={"lacking": lacking, "answered_at": call.now})
    call.uow.drafts.save(with_review(draft, answered))
    compared = tuple(Line(line, Style.ITEM) for line in views(draft, answered))
    thanks = Speech((Line(say.ReviewThanks(Person(user=draft.author))), *compared))
    call.say(thanks, replaces=call.pressed)
    missed = only_they_miss(draft, answered)
    row: tuple[Row, ...] = ()
    if missed and draft.state is DraftState.OPEN:
        row = (Row((Button(Verb.ADOPT_REVIEW, say.LabelAdopt(), draft.id, value=call.user),)),)
    call.say(
        Speech((Line(say.ReviewCame(Person(user=call.user))), *compared, *row)),
        to=draft.author,
        language=draft.language,
        lane=Lane.NUDGE,
    )
    return True


def _adopt(call: Call, draft: Draft, colleague: str) -> None:
    """What the colleague misses becomes a first step of the goal."""
    review = review_of(draft, colleague)
    if review is None or draft.state is not DraftState.OPEN:
        call.say(gone.GoneAlready())
        return
    lacking = (draft.lacking or frozenset()) | (review.lacking or frozenset())
    drafting.edit(call, draft.id, {"lacking": lacking})
