"""Three shapes of a goal for each service, and a word when there are too many goals."""

from coach.catalogue import METRICS
from coach.catalogue.strata import Stratum, measured_on
from coach.messages.templates import ManyOwnGoals, ManyTeamGoals, Service, TemplateGoal, TemplateKey
from coach.metrics import MetricKey
from coach.templates import TEMPLATES, load_note, templates_for


def test_each_service_has_three_and_each_template_is_used_once() -> None:
    assert all(len(templates_for(service)) == 3 for service in Service)
    assert [template.key for template in TEMPLATES] == list(TemplateKey)


def test_the_lever_of_a_template_is_one_that_the_catalogue_knows() -> None:
    known = {lever for metric in METRICS.values() for lever in metric.levers}
    assert all(template.lever in known for template in TEMPLATES)
    assert TEMPLATES[0].words == TemplateGoal(TemplateKey.FASTER_FIRST_RESPONSE)


def test_too_many_goals_are_said_the_persons_first() -> None:
    assert load_note(own=3, team=5) is None
    assert load_note(own=4, team=9) == ManyOwnGoals(4)
    assert load_note(own=1, team=6) == ManyTeamGoals(6)


def test_absences_and_queues_are_never_one_agents_figure() -> None:
    assert measured_on(MetricKey.ABSENTEEISM) == (Stratum.TEAM, Stratum.CENTRE)
    assert Stratum.AGENT in measured_on(MetricKey.QUALITY_SCORE)
