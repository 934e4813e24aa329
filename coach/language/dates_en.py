"""Dates and deadlines in English."""

# ruff: noqa: E501 - a table: one expression a line, however long

from coach.language.date_words import DateWords

_OF = r"(?:(?:of the month of|of the|of|the|in) )?"
_LAST = r"(?:last|previous|past|prior|preceding)"
_UNITS = r"(?:days?|weeks?|wks?|months?|quarters?|years?|yrs?|semesters?)"

EN = DateWords(
    months={
        "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
        "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
        "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
    },
    weekdays={
        "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    },
    edges={
        "end": "end", "the end": "end", "the close": "end", "close of": "end", "late": "end", "mid": "mid",
        "middle": "mid", "the middle": "mid", "early": "early", "beginning": "early",
        "the beginning": "early", "start": "early", "the start": "early",
    },
    units={
        "day": "day", "days": "day", "d": "day", "working day": "workday", "working days": "workday",
        "business day": "workday", "business days": "workday", "week": "week", "weeks": "week",
        "wk": "week", "wks": "week", "fortnight": "fortnight", "fortnights": "fortnight", "month": "month", "months": "month", "mo": "month", "mos": "month",
        "quarter": "quarter", "quarters": "quarter", "qtr": "quarter", "semester": "half", "half": "half",
        "half year": "half", "half-year": "half", "year": "year", "years": "year", "yr": "year",
        "yrs": "year", "fiscal year": "year",
    },
    ordinals={
        "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 4,
    },
    feasts={
        "easter": "easter", "easter monday": "easter_monday", "good friday": "good_friday",
        "christmas eve": "christmas_eve", "christmas": "christmas", "xmas": "christmas",
        "new year's eve": "new_years_eve", "new year": "new_year", "new year's": "new_year",
        "new years": "new_year", "new year's day": "new_year", "thanksgiving": "thanksgiving",
        "black friday": "black_friday", "halloween": "halloween", "ascension": "ascension",
        "pentecost": "pentecost", "whitsun": "pentecost", "valentine's day": "valentine",
        "labor day": "us_labor_day", "bastille day": "bastille", "independence day": "independence",
        "4th of july": "independence", "boxing day": "boxing",
        "canada day": "canada", "canadian thanksgiving": "canadian_thanksgiving", "memorial day": "memorial",
        "st patrick's day": "saint_patrick", "st. patrick's day": "saint_patrick",
    },
    next_words=("next", "coming", "following", "upcoming"),
    last_words=("last", "previous", "past", "prior"),
    patterns=(
        ("past", rf"(?:the )?{_LAST} (?:{{k}} )?(?:few |couple of )?(?:{_UNITS}|{{anymonth}}(?!\w)|{{anyday}}|spring|summer|autumn|fall|winter)(?:'s)?"),
        ("past", rf"(?:{{k}}|an?|a few) {_UNITS} ago"),
        ("past", r"{anyfeast} (?:holidays?|break|vacations?)"),
        ("past", rf"since (?:{{k}} )?(?:{_UNITS})"),
        ("past", r"year[- ]over[- ]year|yoy|year on year|month on month|month over month|mom(?= )|week over week"),
        ("past", r"(?:the )?(?:same (?:quarter|month|period|week)) (?:of )?(?:last|previous) year"),
        ("day_month", r"(?:{weekday},? )?(?:the )?(?P<d>\d{1,2})(?:st|nd|rd|th)? (?:of )?{month}\.?(?:,? {year})?"),
        ("day_month", r"(?:{weekday},? )?{month}\.? (?:the )?(?P<d>\d{1,2})(?!\d| ?%|[.,]\d)(?:st|nd|rd|th)?(?:,? {year})?"),
        ("edge_month", rf"{{edge}}~{_OF}(?P<rel0>next )?{{month}}(?!\w)\.?(?: next year(?P<rel>))?(?:,? {{year}})?"),
        ("edge_quarter", rf"(?:{{edge}}~{_OF})?(?<!\w)(?:q|t)(?P<q>[1-4])(?!\w)(?:(?: of)? next year(?P<rel>))?(?:(?: of)? ?{{year2}})?"),
        ("edge_quarter", rf"(?:{{edge}}~{_OF})?{{ordinal}} (?:quarter|qtr)(?: of next year(?P<rel>))?(?:(?: of)? {{year}})?"),
        ("edge_half", rf"(?:{{edge}}~{_OF})?(?<!\w)(?:h)(?P<h>[12])(?!\w)(?:(?: of)? ?{{year2}})?"),
        ("edge_half", rf"(?:{{edge}}~{_OF})?{{ordinal}} (?:half|semester)(?: of (?:the year|next year(?P<rel>)|{{year}}))?"),
        ("edge_unit", r"{edge}~(?:of |the )?(?:(?:the|this|of|our) )?(?:(?P<rel0>next|coming|current) )?{unit}(?: {year})?"),
        ("edge_unit", r"(?P<edge>eo)(?P<eou>y|q|m|w)(?: {year2})?"),
        ("edge_unit", r"(?:year(?:'s)?[ -](?P<edge>end)|(?P<eou>month|quarter)(?:'s)?[ -]end)"),
        ("edge_unit", r"{edge}~(?:of )?{year}"),
        ("this_unit", r"(?:over|during|in|within|through) the (?P<rel>next|coming|current) {unit}(?!s)"),
        ("this_unit", r"(?:(?:the|this) )?(?P<rel>this|next|coming|upcoming|following|current) (?:calendar )?{unit}(?!s)"),
        ("span", r"(?P<lead>in(?: the)?|within(?: the)?|over(?: the)?(?: course of)?(?: the)?|during(?: the)?|for(?: the)?|across(?: the)?|in under|in less than|in no more than|deadline ?:?|timeline ?:?|through(?: the)?|throughout(?: the)?)(?: (?:next|coming|following|about|around|roughly|max|maximum))? ?(?:{n}|(?P<one>an?|one))(?: ?(?:to|or|-|/|and) ?{n2})? ?(?:more )?{unit}(?:'s)?(?: time| (?P<rel>from now|from today))?"),
        ("span", r"{n}(?: ?(?:to|or|-) ?{n2})? {unit} (?P<lead>from (?:now|today))"),
        ("span", r"(?P<lead>in|within|over) the (?:next|coming) {unit}(?P<one>)"),
        ("bare_span", r"{n}(?: ?(?:to|or|-) ?{n2})? {unit}"),
        ("bare_year", r"{year}"),
        ("bare_dom", r"(?:the )?(?P<d>\d{1,2})(?:st|nd|rd|th)"),
        ("month", r"(?:(?P<rel>next|this) )?{month}\.?(?:,? {year}|(?: of)? next year(?P<rel2>))?"),
        ("weekday", r"(?:(?P<rel>next|this|coming) )?{weekday}(?: (?P<rel2>next) week)?"),
        ("feast", r"{feast}(?: {year})?"),
        ("dom", r"(?P<lead>by the|before the|until the|on the|no later than the) (?P<d>\d{1,2})(?:st|nd|rd|th)(?: of (?P<rel>this|next) month)?"),
        ("year", r"(?P<lead>by|in|before|during|for|through|throughout|until) (?P<y>20\d\d)"),
        ("tomorrow", r"(?:(?:the )?day after tomorrow|tomorrow)"),
        ("gone", r"(?:yesterday|today|the day before yesterday|this morning)"),
    ),
    cue=r"(?:by(?: the)?|before(?: the)?|until(?: the)?|till|til|no later than(?: the)?|not later than|latest(?: by)?|deadline ?:?(?: is| of| on)?|due(?: date)? ?:?(?: on| by| in)?|target date ?:?|at the latest(?: in| by)?|come|ahead of|due)",
    not_cue=r"(?:since(?: the)?|compared (?:to|with)(?: the)?|vs\.?(?: the)?|versus(?: the)?|against(?: the)?|than(?: (?:in|the|it was in|that of))*|relative to(?: the)?|over(?: the)?|above(?: the)?|on(?: our)?|(?:was|were|had|been|stood)[^.;@]{0,25} (?:in|at|on|by|during)(?: the)?|as of|from|between|starting(?: in| from| on)?|start(?:ed)? in|every|each|back in|after|last|ago in|figures? for|results? for|in our)",
    not_after=r" ?(?:to|and|-|through) ?@|(?:'s)? (?:figures?|numbers?|results?|report|level|baseline|average|campaign|survey|meeting)",
    day_first=False,
)  # fmt: skip
"""Everything the finder needs for English."""
