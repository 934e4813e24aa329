"""Which figure is what, from the words right around it."""

import re

from coach.language import around
from coach.language.clauses import verbs
from coach.language.figures import Figure
from coach.language.patterns import exact
from coach.language.reading import Language
from coach.language.roles import Roles, comparable, same_unit
from coach.language.things import RATES
from coach.metrics import Kind
from coach.quantity import MONEY, SECONDS_IN, Unit


class Assignment:
    """Gives each figure of a text its role, from the words right around it."""

    def __init__(
        self,
        figures: list[Figure],
        masked: str,
        language: Language,
        *,
        kind: Kind | None,
        in_hours: bool = False,
        named: list[tuple[int, int]] | None = None,
    ) -> None:
        self.figures = figures
        if kind is Kind.INDEX:
            self.figures, masked = _with_minus(figures, masked)
            self.figures = [_signed(one, masked) for one in self.figures]
        self.masked = masked
        self.cues = around.cues(language)
        self.language = language
        self.kind = kind
        named = named or []
        self.named = named
        self.counted = kind in {Kind.COUNT, Kind.MONEY}
        self.timed = kind in {Kind.DURATION, None}
        self.in_hours = in_hours
        self.roles = Roles()
        self.levels: list[Figure] = []
        self.change_verbs = sorted(
            match.end()
            for name in ("increase", "decrease", "improve")
            for match in verbs(language, name).finditer(masked)
            if not any(start < match.start() < end for start, end in named)
        )
        self.passing = re.compile(
            r"(?<!\w)(?:passer|passe|ramener|amener|move|go|going|take|bring|get)(?!\w)"
        )

    def run(self) -> Roles:
        """The roles of all figures."""
        index = 0
        while index < len(self.figures):
            taken = self._pair(index)
            if not taken:
                self._single(self.figures[index])
                taken = 1
            index += taken
        self._settle_levels()
        target = self.roles.target
        self.roles.target_is_due = (
            target is not None and around.DUE.match(self.masked, target.end) is not None
        )
        self._share_unit()
        return self.roles

    def _share_unit(self) -> None:
        """A level without a unit has that of the other one ("420 s today, 360 by March")."""
        roles = self.roles
        if roles.baseline and roles.target:
            roles.baseline, roles.target = same_unit(roles.baseline, roles.target)
        if roles.delta and roles.delta.unit in RATES and roles.baseline and roles.baseline.unit is None:
            roles.baseline = same_unit(roles.baseline, roles.delta)[0]
        if roles.target and roles.stretch:
            roles.target, roles.stretch = same_unit(roles.target, roles.stretch)

    def _before(self, figure: Figure) -> str:
        return self.masked[max(0, figure.start - around.REACH) : figure.start]

    def _is_led_by(self, cue: str, before: str) -> bool:
        return self.cues.before[cue].search(before) is not None

    def _pair(self, index: int) -> int:
        """Two figures that belong together: how many were taken (0: this is no pair)."""
        if index + 1 >= len(self.figures):
            return 0
        first, second = self.figures[index], self.figures[index + 1]
        between = self.masked[first.end : second.start]
        if len(between) > around.REACH or not comparable(first, second) or around.NOW.search(between):
            return 0
        before = self._before(first)
        if around.ARROW.fullmatch(between) or around.DOWN_TO.fullmatch(between):
            return self._take_pair(first, second)
        if self.cues.instead.fullmatch(between) and not self._is_led_by("by", before):
            return self._take_pair(second, first, rising=False)
        if self._is_led_by("between", before) and self.cues.range_and.fullmatch(between):
            return self._take_range(first, second)
        if around.DASH.fullmatch(between) and not first.sign and first.of is None:
            return self._take_range(first, second)
        if self._is_led_by("pair_from", before) and self.cues.pair_to.fullmatch(between):
            if self._is_change_range(first, second, before):
                return self._take_range(first, second, change=True)
            return self._take_pair(first, second)
        if self._are_two_levels(first, second, between, before):
            return self._take_pair(first, second)
        if self.cues.range_and.fullmatch(between):
            return self._take_range(first, second, change=self._is_change(first, before))
        return 0

    def _are_two_levels(self, first: Figure, second: Figure, between: str, before: str) -> bool:
        """Whether both figures have their unit, and neither is a change ("cross-sell rate 4% to 6%")."""
        falls = first.unit is None and first.value > second.value  # no range runs downwards
        falls = falls or (first.unit in RATES and second.unit is None)  # "22 a week to 30"
        falls = falls or (first.unit is None and self._is_headed(first))
        if not (falls or (first.unit is not None and first.unit is second.unit)):
            return False
        if not around.FULL_TO.fullmatch(between):
            return False
        return not (self._is_led_by("by", before) or self._is_led_by("change", before))

    def _is_headed(self, figure: Figure) -> bool:
        """Whether a figure stands right behind its metric, and is none to keep ("CSAT 4.1 to 4.5")."""
        head = next((end for _, end in self.named if 0 <= figure.start - end <= around.CLOSE), None)
        if head is None or verbs(self.language, "maintain").search(self.masked[: figure.start]):
            return False
        return around.HEADED.fullmatch(self.masked[head : figure.start]) is not None

    def _is_change_range(self, first: Figure, second: Figure, before: str) -> bool:
        """Sales up by 5 to 10 %: percents of something that is no share."""
        if self.passing.search(before) or first.unit is not None or second.unit is not Unit.PERCENT:
            return False
        return self.counted and self._has_change_verb(first)

    def _take_pair(self, baseline: Figure, target: Figure, *, rising: bool = True) -> int:
        if self.roles.target is not None and self.roles.baseline is not None:
            return 2
        baseline, target = same_unit(baseline, target)
        if rising and around.WENT.search(self._before(baseline)):
            self.roles.baseline = target
            return 2
        self.roles.baseline, self.roles.target, self.roles.pair = baseline, target, rising
        return 2

    def _take_range(self, first: Figure, second: Figure, *, change: bool = False) -> int:
        first, second = same_unit(first, second)
        low = min(first, second, key=lambda one: one.value)
        lower = Figure(first.start, second.end, low.value, low.unit, first.sign, low.of)
        if change:
            self.roles.delta = self.roles.delta or lower
        else:
            self._single(lower)
        return 2

    def _has_change_verb(self, figure: Figure) -> bool:
        """Whether a verb of change stands before the figure in its sentence."""
        stop = max(self.masked.rfind(";", 0, figure.start), self.masked.rfind(". ", 0, figure.start))
        return any(stop < end <= figure.start for end in self.change_verbs)

    def _is_change(self, figure: Figure, before: str) -> bool:
        if self._is_led_by("change", before):
            return True
        if self._is_led_by("by", before):
            return self.language is Language.EN or self._has_change_verb(figure)
        return False

    def _fits(self, figure: Figure) -> bool:
        """Whether the figure can be a level of the metric (seven days are no number of tickets)."""
        if self.kind is None or figure.unit is None:
            return True
        is_time = figure.unit in SECONDS_IN
        if self.kind is Kind.DURATION:
            return is_time
        if self.kind is Kind.COUNT:
            return not is_time or (self.in_hours and figure.unit is Unit.HOURS)
        if self.kind is Kind.MONEY:
            return not is_time and figure.unit not in {Unit.POINTS, Unit.SCORE}
        return not is_time and figure.unit not in MONEY

    def _single(self, figure: Figure) -> None:
        before = self._before(figure)
        after = self.masked[figure.end : figure.end + 60]
        if figure.unit is None and self._is_crowd(before, after):
            return
        in_time = self._is_led_by("within", before) or around.PER.search(before) is not None
        if figure.unit in SECONDS_IN and not self.timed and in_time:
            self.roles.windows.append(figure)
        elif not self._fits(figure):
            self._take_other_unit(figure, before)
        elif not self._take_told(figure, before, after):
            self._take_likely(figure, before, after)

    def _take_other_unit(self, figure: Figure, before: str) -> None:
        """A figure that is no level of the metric may still be a change of it ("10 %" of a time)."""
        of_change = figure.unit in {Unit.PERCENT, Unit.POINTS} or (figure.sign and figure.unit in SECONDS_IN)
        if of_change and (not self._is_led_by("to", before) or self._is_led_by("by", before)):
            self.roles.delta = self.roles.delta or figure

    def _take_told(self, figure: Figure, before: str, after: str) -> bool:
        """Take a figure whose role the words right around it tell."""
        roles = self.roles
        is_least = roles.stretch is not None and around.AT_LEAST.match(after) is not None
        is_hoped_for = self._is_led_by("stretch", before) and not is_least
        if is_hoped_for or self._is_followed_by_stretch(figure, after):
            roles.stretch = roles.stretch or figure
        elif self._is_signed_change(figure, before):
            roles.delta = roles.delta or figure
        elif self._is_led_by("target", before) and not self.cues.after["change"].match(after):
            self._take_said_target(figure, before)
        elif self._is_told_as_change(figure, before, after):
            roles.delta = roles.delta or figure
        elif self._is_led_by("baseline", before) or self._is_followed_by_now(after):
            roles.baseline = roles.baseline or figure
        else:
            return False
        return True

    def _is_followed_by_stretch(self, figure: Figure, after: str) -> bool:
        """Whether the words behind say "at best", and do not lead on to the next figure ("82 at best 85")."""
        if self.cues.after["stretch"].match(after) is None:
            return False
        following = next((one for one in self.figures if one.start >= figure.end), None)
        if following is None or not self._is_led_by("stretch", self.masked[figure.end : following.start]):
            return True
        return around.AT_LEAST.match(self.masked, following.end) is not None  # "85 ideally 82 at least"

    def _is_signed_change(self, figure: Figure, before: str) -> bool:
        """A sign, or points after "by", say a change; "NPS at +20" is a level."""
        if figure.unit is Unit.POINTS and self._is_led_by("by", before):
            return True
        return bool(figure.sign) and not (self._is_level_sign(before) and figure.unit is None)

    def _is_followed_by_now(self, after: str) -> bool:
        """Whether the words behind say "today", and do not belong to the next figure ("30 s, today 75 s")."""
        match = self.cues.after["baseline"].match(after)
        if match is None:
            return False
        return not (
            after.lstrip().startswith((",", "(", ";")) and around.NEXT_FIGURE.match(after, match.end())
        )

    def _take_likely(self, figure: Figure, before: str, after: str) -> None:
        """Take a figure by its preposition, its unit, or what is still missing."""
        roles = self.roles
        if self._is_bare_change(figure, before):
            roles.delta = roles.delta or figure
        elif self._is_bound(before) or self.cues.after["target"].match(after):
            is_level = self._is_led_by("to", before) or around.AT_A_BOUND.search(before)
            if self._is_change(figure, before) and not is_level:
                roles.delta = roles.delta or figure
            else:
                self._take_target(figure, before)
        elif self._is_change(figure, before):
            roles.delta = roles.delta or figure
        elif self._is_led_by("to", before) or self._is_led_by("within", before):
            self._take_target(figure, before)
        else:
            self.levels.append(figure)

    def _is_bare_change(self, figure: Figure, before: str) -> bool:
        """Points, or percents of what is no share, beside a verb of change and without a preposition."""
        if self._is_led_by("to", before):
            return False
        if figure.unit is Unit.POINTS:
            return True
        is_share = self.kind in {Kind.SHARE, Kind.INDEX, Kind.MEAN}
        plain = figure.unit is Unit.PERCENT and not is_share and not self._is_bound(before)
        return plain and self._has_change_verb(figure)

    @staticmethod
    def _is_level_sign(before: str) -> bool:
        return around.LEVEL_SIGN.search(before) is not None

    def _is_crowd(self, before: str, after: str) -> bool:
        """A number of people or things that the goal is not about."""
        return bool((around.PEOPLE.match(after) and not self.counted) or around.CROWD.search(before))

    def _is_bound(self, before: str) -> bool:
        return any(self._is_led_by(cue, before) for cue in ("floor", "above", "below"))

    def _take_target(self, figure: Figure, before: str) -> None:
        if self.roles.target is not None and not self._was_told_before(figure):
            self.levels.append(figure)
            return
        self.roles.target = figure
        if self._is_led_by("floor", before):
            return
        self.roles.above = self._is_led_by("above", before)
        self.roles.below = self._is_led_by("below", before)

    def _was_told_before(self, figure: Figure) -> bool:
        """Whether what was taken for the target only told where it stands ("3.8 in October, back to 4.2")."""
        roles = self.roles
        if roles.target is None or roles.target_is_said or roles.baseline is not None:
            return False
        moves = any(roles.target.end < end <= figure.start for end in self.change_verbs)
        if not moves or not comparable(roles.target, figure) or self._has_change_verb(roles.target):
            return False
        roles.baseline, roles.target = roles.target, None
        return True

    def _is_told_as_change(self, figure: Figure, before: str, after: str) -> bool:
        """Whether the words right around say a change, whatever stands before."""
        if self._is_led_by("change", before) or self.cues.after["change"].match(after):
            return True
        return (
            self.language is Language.EN and self._is_led_by("by", before) and self._has_change_verb(figure)
        )

    def _take_said_target(self, figure: Figure, before: str) -> None:
        """The level that words of aim announce; what was taken for it on weaker signs is the level today."""
        roles = self.roles
        if roles.target is not None and not roles.target_is_said and roles.baseline is None:
            if comparable(roles.target, figure):
                roles.baseline = roles.target
            roles.target = None
        if roles.target is None:
            roles.target_is_said = True
        self._take_target(figure, before)

    def _settle_levels(self) -> None:
        """A level that no word explains: what is wanted, or what is, where the other is known."""
        roles = self.roles
        if self._is_where_it_stands():
            roles.baseline, roles.target = roles.target, None
            roles.above = roles.below = False
        for figure in self.levels:
            if roles.target is None and roles.delta is None:
                roles.target = figure
            elif roles.baseline is None and self._may_be_baseline(figure):
                roles.baseline = figure
        if self._is_too_much():
            roles.baseline, roles.target = roles.target, None

    def _is_where_it_stands(self) -> bool:
        """Whether the only level stands before the change wanted ("occupancy of 92 %, lower it by 6")."""
        target, delta = self.roles.target, self.roles.delta
        if target is None or delta is None or self.roles.baseline is not None or self.roles.target_is_said:
            return False
        is_told = around.STANDS_AT.search(self._before(target)) is not None
        return is_told and target.start < delta.start and not self._has_change_verb(target)

    def _is_too_much(self) -> bool:
        """Whether the only level is complained of, or is to be moved without saying where to."""
        target = self.roles.target
        if target is None or self.roles.delta or self.roles.baseline or self.roles.target_is_said:
            return False
        before, after = self._before(target), self.masked[target.end :]
        if (
            self._has_change_verb(target)
            or self._is_bound(before)
            or around.AIMED.search(before)
            or self.passing.search(before)
        ):
            return False
        moved = (
            any(end > target.end for end in self.change_verbs) and around.MOVE_IT.search(after) is not None
        )
        return moved or around.TOO_MUCH.search(self.masked) is not None

    def _may_be_baseline(self, figure: Figure) -> bool:
        roles = self.roles
        if roles.delta is not None and around.EQUATION.match(self.masked, figure.start - 1):
            return True
        if roles.target is not None:
            return comparable(figure, roles.target) and figure.start < roles.target.start
        assert roles.delta is not None
        return figure.start < roles.delta.start and (figure.unit is not None or self.counted)


def _signed(figure: Figure, masked: str) -> Figure:
    """A level of an index may lie below nought ("NPS from -5 to +10")."""
    if not figure.sign or not around.LEVEL_SIGN.search(masked[max(0, figure.start - 12) : figure.start]):
        return figure
    value = -figure.value if figure.sign == "-" else figure.value
    return Figure(figure.start, figure.end, value, figure.unit)


_MINUS = exact(
    r"(?<!\w)(?:is|at|from|to|de|a|est|sommes|suis|vers|nps|score)[ ]+(?P<minus>minus|moins|negative)[ ]+$"
)


def _with_minus(figures: list[Figure], masked: str) -> tuple[list[Figure], str]:
    """The figures with a minus that is spelled ("our NPS is minus five"), and the text without it."""
    told: list[Figure] = []
    for one in figures:
        found = _MINUS.search(masked[: one.start])
        if found is None or one.sign:
            told.append(one)
            continue
        start = found.start("minus")
        masked = f"{masked[:start]}{'#' * (one.start - start)}{masked[one.start :]}"
        told.append(Figure(start, one.end, one.value, one.unit, "-"))
    return told, masked
