"""Goals ready to be filled in, by service, and the word when there are too many goals."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from coach.messages.base import Message


class Service(StrEnum):
    """The services that a contact centre gives."""

    CUSTOMER_SERVICE = "customer_service"
    TELESALES = "telesales"
    APPOINTMENT_SETTING = "appointment_setting"
    TECHNICAL_SUPPORT = "technical_support"
    SURVEYS = "surveys"
    CROSS_SELLING = "cross_selling"


class TemplateKey(StrEnum):
    """Three goals a service."""

    FASTER_FIRST_RESPONSE = "faster_first_response"
    MORE_SOLVED_AT_ONCE = "more_solved_at_once"
    MORE_SATISFIED = "more_satisfied"
    MORE_SALES = "more_sales"
    MORE_CONTRACTS = "more_contracts"
    BETTER_CONVERSION = "better_conversion"
    MORE_APPOINTMENTS = "more_appointments"
    MORE_LEADS = "more_leads"
    CALLS_TO_APPOINTMENTS = "calls_to_appointments"
    FASTER_RESOLUTION = "faster_resolution"
    LESS_DOWNTIME = "less_downtime"
    FEWER_COMPLAINTS = "fewer_complaints"
    MORE_SURVEYS = "more_surveys"
    MORE_PARTICIPATION = "more_participation"
    BETTER_INTERVIEWS = "better_interviews"
    MORE_CROSS_SALES = "more_cross_sales"
    MORE_UPGRADES = "more_upgrades"
    MORE_PER_CUSTOMER = "more_per_customer"


@dataclass(frozen=True)
class TemplateGoal(Message):
    """A goal with its blanks, to be filled in. One entry a template."""

    variant: ClassVar[str | None] = "template"
    template: TemplateKey


@dataclass(frozen=True)
class ServiceName(Message):
    """What a service is called. One entry a service."""

    variant: ClassVar[str | None] = "service"
    service: Service


@dataclass(frozen=True)
class ManyOwnGoals(Message):
    """A person carries more goals than can be kept in mind."""

    plural: ClassVar[str | None] = "count"
    count: int


@dataclass(frozen=True)
class ManyTeamGoals(Message):
    """A team carries more goals than can be kept in mind."""

    plural: ClassVar[str | None] = "count"
    count: int
