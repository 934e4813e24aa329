"""A goal's picture as SVG: opaque, so that it reads in dark mode; large, so that it reads on a phone.

Nothing is told by colour alone: figures are dots on a line, the plan is dashed, milestones are diamonds.
"""

from collections.abc import Iterable, Sequence
from unicodedata import category
from xml.sax.saxutils import escape

from bot import formats
from bot.render import plain, value_text
from coach.chart import Chart, Frame, Place, chart
from coach.labels import clearest
from coach.language.reading import Language
from coach.messages import charts as say
from coach.messages.base import Message, MetricName
from coach.progress import shown_level
from coach.series import Series

WIDTH, HEIGHT = 720, 430
FRAME = Frame(left=138, top=84, right=606, bottom=318)
FONT = "DejaVu Sans"
SIZE, SMALL = 21, 18
HEAD = 54
"""Where the title's room ends."""
LATEST_LETTER = 0.7
"""The same of the bold figures of the latest label."""
LETTER = 0.6
"""How wide a letter is on average, as a part of its height."""
PAPER, EDGE, GRID = "#ffffff", "#cfd6dc", "#e4e9ed"
INK, QUIET = "#1b2830", "#55636e"
PLAN, FIGURES, TARGET = "#75838e", "#0b6e4f", "#a8430b"
HALO = 'stroke="#ffffff" stroke-width="5" stroke-linejoin="round" paint-order="stroke"'
LONGEST_TITLE = 46
CHANCE = "#b9d6cc"
"""How far chance reaches."""
ROOM = 34
"""What the latest figure's label needs below or above its dot."""
LEGEND, ROW = 30.0, 26.0
"""Where the legend begins, and how far its second row is below the first."""
PLACES = 13
"""So many places along the target's line are looked at for its label."""
APART = 24.0
"""Two labels above each other are at least so far apart."""


def svg(series: Series, metric: MetricName, language: Language) -> str:
    """The picture of a goal in a reader's language."""
    return "".join(_painted(chart(series, FRAME), metric, language))


def _painted(laid: Chart, metric: MetricName, language: Language) -> Iterable[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}"'
        f' height="{HEIGHT}" font-family="{FONT}" font-size="{SIZE}" fill="{INK}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>'
        f'<rect x="1" y="1" width="{WIDTH - 2}" height="{HEIGHT - 2}" rx="14" fill="{PAPER}"'
        f' stroke="{EDGE}" stroke-width="2"/>'
    )
    title = plain(say.ChartTitle(metric), language)
    title = title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rstrip() + "…"
    yield _text(26, 46, title, size=25, bold=True)
    yield from _scale(laid, language)
    yield from _band(laid, language)
    yield from _target(laid, language)
    yield from _plan(laid)
    yield from _figures(laid, language)
    yield from _legend(laid, language)
    yield "</svg>"


def _scale(laid: Chart, language: Language) -> Iterable[str]:
    frame = laid.frame
    for one in laid.scale:
        yield _line(frame.left, one.y, frame.right, one.y, GRID, 1.5)
        words = value_text(one.level, language)
        yield _text(frame.left - 12, one.y + 6, words, size=SMALL, fill=QUIET, anchor="end")
    yield _line(frame.left, frame.bottom, frame.right, frame.bottom, QUIET, 1.5)
    last = len(laid.days) - 1
    for number, day in enumerate(laid.days):
        yield _line(day.x, frame.bottom, day.x, frame.bottom + 6, QUIET, 1.5)
        words = formats.day(day.day, language, "brief")
        anchor = "middle" if number < last else "end"
        fill, x = (INK, min(day.x + 40, WIDTH - 26)) if number == last else (QUIET, day.x)
        yield _text(x, frame.bottom + 28, words, size=SMALL, fill=fill, anchor=anchor, bold=number == last)


def _band(laid: Chart, language: Language) -> Iterable[str]:
    """Where it leads, with its range at the deadline."""
    if not laid.band or laid.ends is None:
        return
    points = " ".join(f"{place.x},{place.y}" for place in laid.band)
    yield (
        f'<polygon points="{points}" fill="{FIGURES}" fill-opacity="0.16" stroke="{FIGURES}"'
        f' stroke-width="1.5" stroke-dasharray="2 4"/>'
    )
    high, low = laid.ends
    top, bottom = high.y + 7, low.y + 7
    if bottom - top < APART:
        middle = min(max((top + bottom) / 2, laid.frame.top + APART / 2), laid.frame.bottom - APART / 2)
        top, bottom = middle - APART / 2, middle + APART / 2
    words = [value_text(shown_level(end.level), language) for end in (high, low)]
    count = 1 if words[0] == words[1] else 2
    for y, told in list(zip((top, bottom), words, strict=True))[:count]:
        yield _text(laid.frame.right + 10, y, told, size=SMALL, fill=FIGURES)


def _target(laid: Chart, language: Language) -> Iterable[str]:
    frame, target = laid.frame, laid.target
    yield _line(frame.left, target.y, frame.right, target.y, TARGET, 2.5)
    yield _line(frame.right, frame.top - 8, frame.right, frame.bottom, TARGET, 2.5)
    words = plain(say.ChartTarget(target.level), language)
    width = len(words) * LETTER * SMALL
    first, last = frame.left + 8, frame.right - 8 - width
    between = (first + (last - first) * number / (PLACES - 1) for number in range(1, PLACES - 1))
    starts = (first, last, *between)
    ways = [y for y in (target.y - 9, target.y + SIZE + 3) if HEAD + SMALL <= y < frame.bottom - 4]
    tries = [(x, y) for y in ways for x in starts]
    boxes = [Frame(left=x - 4, top=y - SMALL, right=x + width + 4, bottom=y + 4) for x, y in tries]
    x, y = tries[clearest(boxes, laid, _latest_label(laid, language))]
    yield _text(x, y, words, size=SMALL, fill=TARGET, halo=True)


def _plan(laid: Chart) -> Iterable[str]:
    yield _polyline(laid.planned, PLAN, 2.5, dashes="9 7")
    for place in laid.milestones:
        yield _diamond(place.x, place.y)


def _figures(laid: Chart, language: Language) -> Iterable[str]:
    if not laid.measured or laid.latest is None:
        return
    for mark in laid.measured:
        if mark.high is not None and mark.low is not None:
            yield _line(mark.at.x, mark.high, mark.at.x, mark.low, CHANCE, 3)
    places = [mark.at for mark in laid.measured]
    yield _polyline(places, FIGURES, 4)
    for place in places:
        yield (
            f'<circle cx="{place.x}" cy="{place.y}" r="6" fill="{FIGURES}" stroke="{PAPER}"'
            f' stroke-width="2"/>'
        )
    words, box = value_text(laid.latest, language), _latest_label(laid, language)
    if box is not None:
        x, y = box.right - 4, box.bottom - 5
        yield _text(x, y, words, size=SIZE + 2, bold=True, fill=FIGURES, anchor="end", halo=True)


def _latest_label(laid: Chart, language: Language) -> Frame | None:
    """The room of the latest figure's label; None where there is no figure."""
    if not laid.measured or laid.latest is None:
        return None
    words = value_text(laid.latest, language)
    return _beside(laid, laid.measured[-1].at, len(words) * LATEST_LETTER * (SIZE + 2))


def _beside(laid: Chart, last: Place, width: float) -> Frame:
    """The room of a label near the latest figure's dot, where it covers the least."""
    frame, size = laid.frame, SIZE + 2
    left = frame.left + width + 8
    ends = [min(max(last.x + by, left), frame.right - 6) for by in (-4, width + 12, width / 2, -30)]
    ways = [last.y + by for by in (-15, ROOM, -30, ROOM + 18, ROOM + 40)]
    tries = [(x, y) for y in ways for x in ends if HEAD + size <= y < frame.bottom - 4]
    tries = tries or [(ends[0], last.y - 15)]
    boxes = [Frame(left=x - width - 4, top=y - size + 2, right=x + 4, bottom=y + 5) for x, y in tries]
    return boxes[clearest(boxes, laid)]


def _legend(laid: Chart, language: Language) -> Iterable[str]:
    """What each line is, in words."""
    entries: list[tuple[Message, str]] = []
    if laid.measured:
        dot = f'<circle cx="14" cy="-6" r="6" fill="{FIGURES}"/>'
        entries.append((say.ChartFigures(), _line(0, -6, 28, -6, FIGURES, 4) + dot))
    entries.append((say.ChartPlan(), _line(0, -6, 28, -6, PLAN, 2.5, dashes="9 7")))
    if laid.milestones:
        entries.append((say.ChartMilestones(), _diamond(14, -6)))
    if laid.band:
        patch = (
            f'<rect x="0" y="-15" width="28" height="18" fill="{FIGURES}" fill-opacity="0.16"'
            f' stroke="{FIGURES}" stroke-width="1.5" stroke-dasharray="2 4"/>'
        )
        entries.append((say.ChartAhead(), patch))
    if any(mark.high is not None and mark.low is not None for mark in laid.measured):
        entries.append((say.ChartChance(), _line(14, -18, 14, 4, CHANCE, 3)))
    told = [(plain(message, language), sign) for message, sign in entries]
    widths = [38 + len(words) * LETTER * SMALL + 26 for words, _ in told]
    rows = 1 if sum(widths) <= WIDTH - LEGEND else 2
    x, y = LEGEND, HEIGHT - 28.0 - (rows - 1) * ROW
    for (words, sign), width in zip(told, widths, strict=True):
        if x + width > WIDTH and x > LEGEND:
            x, y = LEGEND, y + ROW
        yield f'<g transform="translate({x:.0f} {y:.0f})">{sign}{_text(38, 0, words, size=SMALL)}</g>'
        x += width


def _text(
    x: float,
    y: float,
    words: str,
    *,
    size: int,
    fill: str = INK,
    anchor: str = "start",
    bold: bool = False,
    halo: bool = False,
) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{fill}" text-anchor="{anchor}"{weight}'
        f"{' ' + HALO if halo else ''}>{escape(_drawable(words))}</text>"
    )


def _drawable(words: str) -> str:
    """Without what XML does not hold; narrow spaces, which fonts draw badly, as plain no-break ones."""
    kept = "".join(letter for letter in words if letter.isprintable() or category(letter) == "Zs")
    return " ".join(kept.replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}").split(" "))


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float, *, dashes: str = "") -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}" stroke-width="{width}"{dashed}/>'


def _polyline(places: Sequence[Place], colour: str, width: float, *, dashes: str = "") -> str:
    points = " ".join(f"{place.x},{place.y}" for place in places)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{width}"'
        f' stroke-linejoin="round"{dashed}/>'
    )


def _diamond(x: float, y: float) -> str:
    return (
        f'<path d="M{x} {y - 9}L{x + 9} {y}L{x} {y + 9}L{x - 9} {y}Z" fill="{PAPER}" stroke="{INK}"'
        f' stroke-width="2.5"/>'
    )
