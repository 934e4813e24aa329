"""Dates and deadlines in French."""

# ruff: noqa: E501 - a table: one expression a line, however long

from coach.language.date_words import DateWords

# fmt: off
_MONTHS = {
    "janvier": 1, "janv": 1, "jan": 1, "fevrier": 2, "fevr": 2, "fev": 2, "mars": 3,
    "avril": 4, "avr": 4, "mai": 5, "juin": 6, "juillet": 7, "juil": 7, "aout": 8,
    "septembre": 9, "sept": 9, "sep": 9, "octobre": 10, "oct": 10, "novembre": 11, "nov": 11,
    "decembre": 12, "dec": 12,
}
_OF = r"(?:(?:de la|de l'|du mois de|de|du|d'|le|la|l') ?)?"
_NEXT = r"(?:prochaine?s?|suivante?s?|qui vien(?:t|nent)|a venir|en cours|courante?|ci|-ci|actuel(?:le)?)"
_LAST = r"(?:derniere?s?|passee?s?|precedente?s?|ecoulee?s?)"

FR = DateWords(
    months=_MONTHS,
    weekdays={
        "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
    },
    edges={
        "fin": "end", "la fin": "end", "mi": "mid", "milieu": "mid", "courant": "end", "debut": "early",
        "le debut": "early", "la mi": "mid", "le milieu": "mid", "moitie": "mid", "la moitie": "mid",
    },
    units={
        "jour": "day", "jours": "day", "j": "day",
        "jour ouvre": "workday", "jours ouvres": "workday", "jours ouvrables": "workday",
        "jours de travail": "workday", "quinzaine": "fortnight", "semaine": "week", "semaines": "week", "sem": "week", "sems": "week",
        "mois": "month", "trimestre": "quarter", "trimestres": "quarter", "trim": "quarter",
        "semestre": "half", "semestres": "half",
        "an": "year", "ans": "year", "annee": "year", "annees": "year", "exercice": "year",
    },
    ordinals={
        "premier": 1, "1er": 1, "1ier": 1, "deuxieme": 2, "second": 2, "2e": 2, "2eme": 2, "2nd": 2,
        "troisieme": 3, "3e": 3, "3eme": 3, "quatrieme": 4, "4e": 4, "4eme": 4, "dernier": 4,
    },
    feasts={
        "paques": "easter", "le lundi de paques": "easter_monday", "lundi de paques": "easter_monday",
        "noel": "christmas", "l'ascension": "ascension", "ascension": "ascension",
        "la pentecote": "pentecost", "pentecote": "pentecost", "la toussaint": "all_saints",
        "toussaint": "all_saints", "le 14 juillet": "bastille", "le nouvel an": "new_year",
        "nouvel an": "new_year", "la saint-sylvestre": "new_years_eve", "la rentree": "back_to_school",
        "rentree": "back_to_school", "la fete du travail": "labour_day", "le black friday": "black_friday",
        "black friday": "black_friday", "l'assomption": "assumption", "l'armistice": "armistice",
        "la saint-jean": "saint_john", "saint-jean": "saint_john", "la saint jean": "saint_john", "saint jean": "saint_john",
        "la st-jean": "saint_john", "la fete du canada": "canada", "fete du canada": "canada",
        "l'action de grace": "canadian_thanksgiving", "action de grace": "canadian_thanksgiving",
        "halloween": "halloween", "la saint-valentin": "valentine", "saint-valentin": "valentine",
        "la saint valentin": "valentine", "la chandeleur": "candlemas", "chandeleur": "candlemas", "l'epiphanie": "epiphany",
    },
    next_words=("prochain", "suivant", "vien", "venir"),
    last_words=("dern", "pass", "prec", "ecoul"),
    patterns=(
        ("past", rf"(?:l[ea']|au|du|les?|aux|des|{{k}}) ?(?:mois|semaines?|trimestres?|semestres?|ans?|annees?|exercice) {_LAST}"),
        ("past", rf"(?:[tqsh][1-4]|{{anymonth}}|{{anyday}}) {_LAST}"),
        ("past", r"(?:l'an|l'annee|les annees?|ans?) (?:dernier|passe)e?s?|annee n ?- ?1|n ?- ?1"),
        ("past", r"(?:ces|les|des|aux|sur les) (?:{k} )?dernier(?:e?s) (?:{k} )?(?:jours?|mois|semaines?|trimestres?|ans?|annees?)"),
        ("past", r"il y a (?:{k}|une?) (?:jours?|mois|semaines?|trimestres?|ans?)"),
        ("past", r"depuis (?:{k}|une?|des|plusieurs|quelques) (?:jours?|mois|semaines?|trimestres?|ans?|annees?)"),
        ("past", r"(?:vacances|conges|fetes)(?: scolaires)?(?: (?:de |d'|des )?(?:la )?{anyfeast})"),
        ("day_month", r"(?:{weekday} )?(?P<d>\d{1,2})(?:er|e)? ?(?:de |du mois de )?{month}\.?(?:,? {year})?"),
        ("edge_month", rf"{{edge}}~{_OF}{{month}}(?!\w)\.?(?: (?:de l'annee )?{_NEXT})?(?:(?: de)? {{year}})?"),
        ("edge_quarter", rf"(?:{{edge}}~{_OF})?(?<!\w)(?:t|q)(?P<q>[1-4])(?!\w)(?:[ ]?{{year2}})?"),
        ("edge_quarter", rf"(?:{{edge}}~{_OF})?{{ordinal}} trim(?:estre)?(?: (?:de )?{{year}}| de (?P<rel>l'annee|l'an) prochaine?)?"),
        ("edge_half", rf"(?:{{edge}}~{_OF})?(?<!\w)(?:s|h)(?P<h>[12])(?!\w)(?:[ ]?{{year2}})?"),
        ("edge_half", rf"(?:{{edge}}~{_OF})?{{ordinal}} semestre(?: (?:de )?{{year}})?"),
        ("edge_unit", rf"{{edge}}~(?:de la|de l'|de cette|de ce|de cet|du|de|d'|l')? ?(?:(?P<rel0>prochaine?) )?{{unit}}(?: (?P<rel>{_NEXT}))?(?: {{year}})?"),
        ("edge_unit", r"(?P<edge>fin|la mi|mi)(?: de)?~{year}"),
        ("this_unit", rf"(?P<rel>ce(?:tte|t)?|le|la|l'|au|du|prochaine?|au prochain|le prochain|la prochaine) ?{{unit}}(?: (?P<rel2>{_NEXT})|(?P<rel3>-ci))"),
        ("this_unit", r"(?P<rel>ce(?:tte|t)?|prochaine?|fin de) {unit}"),
        ("this_unit", r"{unit} (?P<rel>prochaine?)"),
        ("span", r"(?P<lead>d'ici(?: a| les| l')?|dans(?: les| l')?|en|sous|sur(?: les| l')?|pendant(?: les)?|durant(?: les)?|au bout de|avant|a horizon(?: de)?|horizon|a l'horizon de|pour dans|pour les|au cours des|delai(?: de| :)?|echeance(?: de| :| a)?|d'ici moins de|en moins de|dans moins de|sous moins de)(?: (?:environ|a peine|maximum|max))? ?(?:{n}|(?P<one>une?))(?: ?(?:a|ou|-|/|et) ?{n2})? ?(?:prochaine?s )?{unit}(?: (?P<rel>prochaine?s|a venir|qui viennent))?"),
        ("span", r"(?P<lead>les|des) {n} (?:prochaine?s {unit})"),
        ("bare_span", r"{n}(?: ?(?:a|ou|-|/) ?{n2})? {unit}"),
        ("bare_year", r"{year}"),
        ("month", r"{month}\.?(?: prochain)?(?:,? {year})?"),
        ("weekday", r"{weekday}(?: (?P<rel>prochain|en huit))?"),
        ("feast", r"{feast}(?: {year})?"),
        ("dom", r"(?P<lead>avant le|d'ici le|d'ici au|pour le|au plus tard le|jusqu'au|le) (?P<d>\d{1,2})(?![/.-]?\d)(?:er)?(?: du mois(?: (?P<rel>prochain))?)?"),
        ("year", r"(?P<lead>d'ici(?: a)?|en|avant|pour|a horizon|horizon|sur(?: toute l'annee)?|courant|tout au long de|durant) (?P<y>20\d\d)"),
        ("tomorrow", r"(?:apres[- ]?demain|demain)"),
        ("gone", r"(?:hier|avant[- ]?hier|aujourd'hui|ajd|ce matin)"),
    ),
    cue=r"(?:d'ici(?: a| au| aux| la| le| les| l')?|avant(?: le| la| l')?|pour(?: le| la| l')?|au plus tard(?: le| en| a| au)?|jusqu'(?:a|au|en)|echeance ?:?(?: le| en| au| a)?|deadline ?:?(?: le| en)?|date (?:limite|cible|butoir) ?:?(?: le)?|delai ?:?|a horizon|horizon|au terme d[ue]|pas plus tard que|d ici|dici)",
    not_cue=r"(?:depuis(?: le| la| l')?(?: mois de)?|par rapport (?:a|au|aux)(?: celui de| celle de| mois de| la| le| l')?|vs\.?(?: le| la)?|versus|compar[a-z]{1,8} (?:a|au|aux)(?: la| le| l')?|contre|face (?:a|au)|que(?: celui| celle)?(?: du| de| d'| en| l')?|il y a|des(?= )|etait[^.;@]{0,20} en|etait[^.;@]{0,20} (?:au|fin)|etions[^.;@]{0,20} (?:en|au|fin)|a partir (?:de|du)|entre|a compter d[ue]|chaque|tous les|toutes les|chiffres? d[ue']|resultats? d[ue']|niveau d[ue']|celui d[ue'])",
    not_after=r" ?(?:a|au|et|-) ?@",
    day_first=True,
)
"""Everything the finder needs for French."""
