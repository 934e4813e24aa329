"""How to begin: examples to press, and usual goals of a service for whoever has none in mind."""

from coach.messages import home as say
from coach.messages.templates import Service, ServiceName
from coach.speech import Button, Line, Part, Picker, PickerKind, Row, Speech, Style, Verb
from coach.templates import templates_for


def help_speech() -> Speech:
    """What Jalon does, with examples to press and a way to find a goal."""
    wishes = (say.HelpExampleOne(), say.HelpExampleTwo(), say.HelpExampleThree())
    examples = tuple(Button(Verb.NEW_GOAL, wish, "", says=wish) for wish in wishes)
    return Speech(
        (Line(say.Help()), Row(examples), finder(), Line(say.HelpCommands(), Style.QUIET)),
    )


def finder() -> Row:
    """The list of services, for whoever has no goal in mind: its usual goals follow."""
    services = tuple((service.value, ServiceName(service)) for service in Service)
    return Row((Picker(PickerKind.ONE_OF, Verb.FIND, say.PickService(), "", options=services),))


def greeting() -> Speech:
    """Answer to "bonjour"."""
    return Speech((Line(say.Hello()), *help_speech().parts))


def usual_goals(service: Service) -> Speech:
    """Three goals that are usual in a service, with blanks for the team's own figures."""
    parts: list[Part] = [Line(say.UsualGoals(ServiceName(service)))]
    for number, template in enumerate(templates_for(service), start=1):
        take = Button(Verb.NEW_GOAL, say.LabelTake(number), template.key, says=template.words)
        parts += [Line(template.words, Style.ITEM), Row((take,))]  # a row is about one subject
    return Speech(tuple(parts))
