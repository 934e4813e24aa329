"""A survey's raw answers at a check-in: "12 promoteurs, 3 détracteurs sur 20", "notes : 5 4 4 3 5"."""

import re
from collections.abc import Callable

from coach.formulas import Computed, ces, csat, csat_mean, nps_of, sentiment
from coach.language.plain import fold, plain
from coach.metrics import MetricKey
from coach.quantity import Unit

_FOR = re.compile(r"(\d{1,6})[ ]*(?:promoteurs?|promoters?|positi(?:f|fs|ve|ves)|mentions positives)(?!\w)")
_AGAINST = re.compile(r"(\d{1,6})[ ]*(?:detracteurs?|detractors?|negati(?:f|fs|ve|ves))(?!\w)")
_BETWEEN = re.compile(r"(\d{1,6})[ ]*(?:passi(?:f|fs|ve|ves)|neutres?|neutrals?)(?!\w)")
_WHOLE = re.compile(r"(?:sur|out of|of|/)[ ]*(?:les |the )?(\d{1,6})")
_GRADES = re.compile(
    r"^(?:les |the )?(?:notes?|reponses?|answers?|scores?|ratings?)[ ]*:[ ]*((?:\d{1,2}[ ,;]*){3,})\.?$"
)
_BALANCES: dict[MetricKey, Callable[[int, int, int], Computed]] = {
    MetricKey.NPS: nps_of,
    MetricKey.SENTIMENT: sentiment,
}


def read_raw(text: str, metric: MetricKey, unit: Unit) -> Computed | None:
    """The figure that raw answers make, with how many there are; None where the text holds none.

    Args:
        text: The answer to a check-in.
        metric: The goal's metric.
        unit: The unit that the goal is followed in: CSAT may be a share or a mean.

    Raises:
        Refused: there are more of some answers than there are answers, or one is off the scale.
    """
    work = fold(plain(text)).strip()
    balance = _BALANCES.get(metric)
    if balance is not None:
        return _balance(work, balance)
    grades = _GRADES.match(work)
    if grades is None:
        return None
    answers = [int(one) for one in re.findall(r"\d+", grades[1])]
    if metric is MetricKey.CES:
        return ces(answers)
    if metric is MetricKey.CSAT:
        return csat_mean(answers) if unit is Unit.SCORE else csat(answers)
    return None


def _balance(work: str, computed: Callable[[int, int, int], Computed]) -> Computed | None:
    good, bad = _FOR.search(work), _AGAINST.search(work)
    whole, between = _WHOLE.search(work), _BETWEEN.search(work)
    if good is None or bad is None or (whole is None and between is None):
        return None
    given = int(good[1]), int(bad[1])
    rest = int(between[1]) if between is not None else 0
    return computed(*given, int(whole[1]) if whole is not None else sum(given) + rest)
