"""How English-speaking teams speak of goals."""

# ruff: noqa: E501 - a table: one expression a line, however long

from coach.language.goal_words import GoalWords

_NO_NAMES = (
    "csat nps ces fcr aht asa frt ttr qa sla kb cx it hr slack teams zendesk freshdesk intercom "
    "salesforce hubspot genesys excel aircall jira i we you he she it they the a an our my your their "
    "this that with by in on at to from for and or is are was be of as if so january february march april "
    "may june july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday easter christmas thanksgiving reduce increase improve cut target goal hi hello "
    "thanks ok yes no q1 q2 q3 q4 h1 h2 currently today eoy eoq eom support customer service tier level "
    "team london dublin paris chatgpt ai ivr crm kpi faq "
)

EN = GoalWords(
    increase=(
        r"increas\w{1,4}", r"rais(?:e|es|ing)", r"grow(?:s|ing|th)?", r"boost(?:s|ing)?", r"lift(?:s|ing)?", r"gain(?:s|ing)?", r"push(?:ing)? (?:up|our|the|\w{2,12} up)", r"bring(?:ing)? [^.,;#]{0,40} up", r"bring up",
        r"expand(?:ing)?", r"double|doubling", r"triple", r"improve upon", r"climb(?:ing)?", r"scale up", r"add(?:ing)?(?= #)", r"(?<!pick )(?<!hang )(?<!wrap )up(?= (?:#|by|to|from))", r"ramp up", r"drive up", r"move [^.,;#]{0,40} up", r"step up", r"get [^.,;#]{0,30} up", r"take [^.,;#]{0,30} up", r"sell more", r"win", r"keep more", r"retain more", r"crank up", r"bump(?:ing)?",
    ),
    decrease=(
        r"reduc\w{1,5}", r"decreas\w{1,4}", r"cut(?:s|ting)?", r"lower(?:s|ing)?", r"drop(?:ping|s)?(?! ?-?off)", r"bring(?:ing)? [^.,;#]{0,40} down", r"bring down", r"get [^.,;#]{0,40} down", r"take [^.,;#]{0,30} down", r"shorten(?:ing)?", r"shrink(?:ing)?", r"trim(?:ming)?", r"slash(?:ing)?",
        r"minimi[sz]\w{1,3}", r"limit(?:ing)?", r"halv(?:e|ing)", r"shave", r"no longer", r"curb", r"eliminat(?:e|ing)", r"stop(?:ping)?", r"prevent(?:ing)?", r"avoid(?:ing)?", r"clear(?:ing)?(?: out)?", r"keep [^.,;#]{0,20} down", r"go down", r"come down", r"get rid of", r"divide", r"decline", r"lessen", r"lose fewer", r"down(?= (?:to|by|from))", r"whittle", r"drive [^.,;#]{0,30} down", r"work (?:off|through) the",
    ),
    reach=(
        r"reach(?:es|ing)?", r"hit(?:ting)?", r"achiev\w{1,4}", r"attain(?:ing)?", r"get (?:to|our|the|us|csat|nps|it)", r"getting to", r"aim(?:ing)?(?: for| at)?", r"target(?:ing)?", r"be at", r"meet(?:ing)?", r"deliver(?:ing)?", r"have", r"make it to", r"goal", r"go to", r"move to",
    ),
    maintain=(
        r"maintain(?:ing|s)?", r"keep(?:ing)?(?! more| fewer)", r"hold(?:ing)?(?! time)", r"sustain(?:ing)?", r"stay(?:ing)? (?:at|above|below|under|over)", r"preserv(?:e|ing)", r"stabili[sz]\w{1,3}", r"remain(?:ing)? (?:at|above|below|under|over)", r"not (?:drop|fall|go|exceed)", r"never (?:drop|fall|go|exceed)", r"(?:mustn't|can't|cannot|cant|shouldn't|won't|mustnt) (?:ever )?(?:drop|fall|go (?:above|below|over|under|beyond)|exceed|dip|slip|rise|climb)",
    ),
    improve=(r"(?:mak|keep)(?:e|ing)? [^.,;#]{0,30}happ(?:y|ier)", r"improv\w{1,6}", r"optimi[sz]\w{1,4}", r"enhanc\w{1,4}", r"better", r"strengthen(?:ing)?", r"fix(?:ing)? our", r"work(?:ing)? on", r"upgrade our", r"maximi[sz]\w{1,3}", r"develop", r"move the needle", r"step up our", r"imporve|improove|imrpove"),
    quicker=(r"(?:faster|quicker|sooner|more (?:quickly|rapidly|promptly)|shorter|speedier|less (?:long|time)|wait(?:ing)? less)", r"speed(?:ing)? up", r"accelerat\w{1,3}", r"too long", r"more (?:responsive|reactive)", r"not (?:have to )?wait(?:ing)?(?: so long)?", r"shorten"),
    doing=(
        r"sign(?:ing)?", r"work(?= (?:at least )?#)", r"sell(?:ing)?", r"book(?:ing)?", r"train(?:ing)?", r"publish(?:ing)?", r"writ(?:e|ing)", r"creat(?:e|ing)", r"hire", r"hiring", r"recruit(?:ing)?", r"call(?:ing)?", r"mak(?:e|ing)", r"generat(?:e|ing)", r"handl(?:e|ing)", r"solv(?:e|ing)", r"resolv(?:e|ing)",
        r"certify(?:ing)?", r"collect(?:ing)?", r"complet(?:e|ing)", r"do", r"schedul(?:e|ing)", r"set(?:ting)?(?: up)?", r"run(?:ning)?", r"produc(?:e|ing)", r"launch(?:ing)?", r"answer(?:ing)?", r"clos(?:e|ing)", r"onboard(?:ing)?", r"get", r"process(?:ing)?", r"bring in", r"qualif(?:y|ying)", r"convert(?:ing)?", r"send(?:ing)?", r"dial", r"coach(?:ing)?", r"pick up", r"respond(?:ing)? to", r"reply(?:ing)? to", r"score", r"finish",
    ),
    above=r"(?:above|over|more than|greater than|north of|exceed(?:s|ing)?|higher than|better than|past|>|beyond|upwards of|in excess of)(?: the)?",
    below=r"(?:below|under|beneath|less than|fewer than|lower than|shorter than|<|south of|sub[- ]?|faster than|quicker than)(?: the)?",
    floor=r"(?:at least|a minimum of|minimum(?: of)?|min\.?|no less than|no fewer than|not less than|at most|a maximum of|maximum(?: of)?|max\.?|no more than|not more than|up to|>=|<=|≥|≤|no lower than|no higher than|no longer than)",
    to=r"(?:(?:to|at|towards?|hit|reach(?:ing)?|hitting|achiev(?:e|ing)|of|for) ?(?:the |a |an |about |around |roughly |just |only |a score of |a rate of |a level of )?|->|=>|→)",
    by=r"by ?(?:at least |about |around |roughly |over |more than |up to |another |some |approximately |a further |a minimum of |an? (?:average|extra) (?:of )?)?",
    change=r"(?:(?:increase|reduction|drop|cut|rise|growth|improvement|gain|boost|uplift|decrease|decline|jump|lift|saving|change|raise|bump) (?:in [a-z' ]{2,30} )?of (?:at least |about |around |over )?|(?:gain|lose|add|win|save|(?<!pick )(?<!wrap )up|down|shave(?: off)?|cut|another|an extra|an additional|plus|minus|grow|bump|boost) (?:at least |about |around |another |an extra |up to |by )?)",
    change_after=r" ?(?!or )(?:(?:[a-z'%]{2,16} ){0,2}?(?:more|fewer|less|extra(?! sales)|additional(?! sales)|faster|quicker|higher|lower|shorter|better|longer|up|down)(?!\w)(?! than #)(?! than @)|(?:[a-z]{2,14} )?(?:increase|reduction|drop|cut|rise|growth|improvement|gain|boost|uplift|decrease|decline|jump|lift|off)(?!\w)|year[- ]on[- ]year)",
    baseline=r"(?:(?:currently|today|right now|rn|presently|at present|at the moment|now|so far|as of today|these days|current(?:ly)?(?: level| value| rate| score| average| figure| baseline)?|baseline|starting point|starting(?: from| at| level)?|start|as[- ]is|we're|we are|we were|we was|it's|its|it is|it was|it has been|we've been|we have been|i'm|i am|is|are|was|were|has been|sits?|sitting|stands?|standing|hover(?:s|ing)?|stuck|stalled|runs?|running|averag(?:es|ing)|plateau(?:ed|ing)|hovers|we do|we make|we have|we get|we take|rather than|compared to|vs|versus|that's|thats|which is|from|down from|up from)(?: (?:currently|today|now|right now|still|already|just|only|like|more like|something like|somewhere around|some|stuck|at|sitting|hovering|running|averaging|around|about|roughly|approximately|on average|at the moment|standing|presently|doing|making|taking|getting|level|value|is))* ?(?:[:=(]|is |was )? ?(?:at |of |from |around |about |roughly |to )?(?:an? |an average of |the )?)",
    baseline_after=r" ?[(,]? ?(?:(?!(?:to|and|by|or|from|at|target|goal|wanted)(?!\w))[a-z/]{2,14} (?:[a-z/]{2,14} )?(?:today|now|currently)(?!\w)|currently|today|right now|rn(?!\w)|now|at the moment|at present|so far|presently|current(?:ly)?|as of (?:now|today)|these days|to date|on average (?:today|now|currently)|(?:is |was )?(?:our |the )?(?:baseline|current|starting point|average)|as it stands|§|(?:in|at|on|over|during|for|since|the|as of|of) ?(?:the |our )?§)",
    target=r"(?:target(?:s|ing)?|goals?|objective|aim(?:ing|s)?|wants?|wanted|need|needs|should|must|hit|reach|reaching|hitting|achieve|achieving|get|attain|shoot(?:ing)?|go(?:ing)? for|(?<!is )(?<!are )(?<!was )(?<!it's )(?<!that's )(?<!more )(?<!something )like|would like|expect|desired|ideal|realistic)(?: (?:is|are|level|value|to be|to get|to reach|to hit|to|be|level is|score|csat|nps|for|at|it|us|them|that|rate|realistic|final|our [a-z]{2,12}|the [a-z]{2,12}|a [a-z]{2,12}|an [a-z]{2,12}))* ?(?:[:=(]|is |of |->)? ?(?:at |to |of |for |around |about )?(?:a |an |the )?(?:at least |a minimum of |around |about |over |under )?",
    target_after=r" ?(?:\(?(?:target|goal|wanted|desired|targeted|needed|min(?:imum)?|max(?:imum)?|or (?:more|better|less|higher|above|below|lower|under)|at (?:least|most|minimum|max)|\+ by|as a target|as target|tops)(?!\w)|@|(?:by|in|before|for|until|till|come|at|from|on|this|the|over|within)(?: the| end of)* ?@)",
    stretch=r"(?:stretch(?: goal| target)?|ideally|at best|best case|or even|maybe even|perhaps even|even|if possible|dream|ambitious(?:ly)?|hopefully|with luck)(?: is| of| would be)? ?(?:[:=(])? ?(?:to |at |a |an |hit |reach )?",
    stretch_after=r" ?\(?(?:as a stretch|with (?:a (?:bit|little) (?:of )?)?luck|hopefully|stretch|ideally|at best|if (?:possible|we can|all goes well)|in the best case|best case|would be (?:amazing|great|ideal))",
    pair_from=r"(?:(?:from|between|take|move|go|going|grow|raise|bring|lift)(?: (?:our|the|a|an|about|around|roughly|over|under|current(?:ly)?|today's|an average of|nearly|almost|just|it|it from|[a-z]{2,12} from))* ?)",
    pair_to=r" ?(?:\(?(?:[a-z'@§, ]{0,40})\)?)? ?(?:(?:down |up |back |all the way )?(?:to|towards?)|into|and)(?: (?:at least|under|below|over|above|about|around|a|an|less than|more than|just|roughly|no more than|reach|hit|only))* ?",
    instead=r"(?: (?!to |by |and |from )[a-z]{2,12}){0,3} ?[,(]? ?(?:instead of|rather than|vs\.?|versus|against|compared (?:to|with)|up from|down from|from|not|as opposed to|over our current|than our current)(?: (?:the|our|a|today's|current|currently|about|around|now))* ?",
    between=r"(?:between|in the range of|anywhere from|somewhere between) ?",
    range_and=r" ?(?:and|to|or|-) ?",
    within=r"(?:in|within|under|below|less than|inside|in under|in less than|in no more than|no more than|up to|before|<|<=|inside of|by)(?: the)?(?: first)? ?",
    guard=r"(?:(?:without|w/o) (?:hurting|losing|dropping|sacrificing|lowering|harming|damaging|reducing|letting|impacting|a drop|any drop|compromising|degrading|hitting|increasing|raising|affecting|going|any loss|cutting|breaking|touching|burning|hurt|adding|worsening)|while (?:keeping|maintaining|holding|preserving|staying|protecting|sustaining|still|not)|keeping|holding|as long as|provided|with (?:a |an |our |the )?(?:csat|nps|quality|satisfaction|fcr|qa|ces|aht|abandonment|occupancy)[a-z ]{0,25} (?:no (?:lower|less|worse|higher|more)|at least|above|not (?:below|lower|under|above)|staying|steady|unchanged|held|stable|kept|at or above|over|under|below|constant|intact|>=|>|<)|and (?:keep|maintain|hold) (?:csat|nps|quality|satisfaction|the|our)(?= [^.;]{0,30}(?:above|below|steady|stable|at least|over|under|where))|but (?:not at the expense|keep|without|csat|quality|hold)|not at the expense|so long as|subject to|(?:csat|nps|quality|satisfaction) (?:must|should|can'?t|cannot|mustn't|shouldn't|may not) (?:not )?(?:drop|fall|go|stay|remain|suffer|dip|slip))",
    lever=r"(?:thanks to|via|through(?= [a-z])|by means of|with the help of|using|by (?=(?:weekly|daily|monthly|regular|more|better) [a-z])|by (?=(?!using the end)[a-z]{2,14}ing(?!\w))|by (?:means|way) of|with (?:a|an|one|two|more|new|better|some|weekly|daily|monthly|regular)(?! (?:(?:bit |little )?(?:of )?luck|csat|nps|target|goal|baseline|score|rate|deadline|ces|stretch)) (?=[a-z])|lever ?:|how ?:|action ?:|actions ?:|plan ?:|means ?:|leveraging)",
    relevance=r"(?:so that|so (?=(?:our|we|customers|agents|people|they|clients|callers)(?!\w))|so (?=(?:every(?:one|body)|no ?(?:one|body)|the (?!target|goal|aim|plan|objective|figure|metric|kpi|score|rate)[a-z'-]{3,20}) (?:is|are|can|gets?|stays?|has|have|does|feels?|runs?|keeps?|doesn't|don't|won't|waits?)(?!\w))|in order (?:to|that)|because|(?:'?cause|cos|cuz) (?=(?:our|we|customers|clients|callers|people|agents|they|it)(?!\w))|as (?=(?:it|this|that|our|customers) )|since (?=(?:it|our|we|customers|agents|people) )|(?:why|reason|purpose|benefit) ?:|(?<!like )(?<!want )(?<!need )(?<!trying )(?<!have )(?<!aim )(?<!going )(?<!plan )(?<!love )(?<!us )to (?=(?:help|free|support|reduce the cost|serve|protect|make (?:our|the|customers|life)|avoid|stop|give|ease|retain|keep our|delight|save (?:money|costs?|time|agents)|win|please|build|ensure|allow|let|prevent|relieve) ?))",
    scope=r"(?:(?:on|in|for|at|across|within|of) (?:the |our |my |all )?(?:[a-z0-9]{2,14} ){0,2}?(?:team|squad|queue|channel|chat|support|desk|hotline|helpdesk|helpline|department|site|tier ?[123]|level ?[123]|l[123](?!\w)|region|segment|line|inbox|phone|email|social media|whatsapp|back[- ]office|front desk)(?! (?:response|time|volume|reply|satisfaction|csat|to|quality|tickets volume))(?: (?:tickets|calls|team|queue|channel|requests|customers))?)",
    owner=(
        r"under {name}(?='s (?:lead|leadership|responsibility|watch))",
        r"(?:led|owned|driven|run|managed|headed|piloted|championed|overseen|coordinated|sponsored|handled|supervised) by {name}",
        r"(?:[Oo]wner|[Ll]ead(?:er)?|[Rr]esponsible|[Aa]ccountable|[Dd]river|OWNER|LEAD|DRI|[Cc]hampion|[Pp]erson in charge|[Ii]n charge)(?!\w) ?(?::|=|is|will be|-|should be)? ?{name}",
        r"under (?:the (?:leadership|responsibility|lead) of )?{name}(?:'s (?:lead|leadership|responsibility|watch))", r"under the (?:leadership|responsibility|lead|supervision|direction) of {name}", r"(?:assigned|given|entrusted|handed) to {name}",
        r"{name}(?:'s| is) (?:leading|in charge|owning|on it|running|driving|heading)(?: it| this)?", r"{name} (?:in the lead|owner|lead(?:er)?)(?= ?(?:$|[.,;!)]))", r"{name} (?:leads|will lead|is leading|owns|will own|is (?:the )?(?:owner|lead|responsible|accountable|in charge)|runs|will run|is running|drives|will drive|is driving|takes (?:the lead|care|charge|it)|will take|to lead|to own|manages|will manage|heads|in charge|leading|as (?:the )?(?:owner|lead|leader)|handles|will handle|has the lead|should lead|can lead|should own|on point|is on it)",
        r"with {name} (?:as (?:the )?(?:owner|lead|leader)|leading|in charge|in the lead|owning|driving|at the helm|running)", r"(?:it's|it is|that's|make it|rather|let's say) {name}(?= ?(?:$|[.,;!]))", r"[Ww]ith {name}(?= ?(?:$|[.,;!]|and i\b|by |before |in ))",
    ),
    no_names=frozenset(_NO_NAMES.split()),
    vague=r"(?:improv\w{1,6}|better|faster|quicker|optimi[sz]\w{1,4}|enhanc\w{1,4}|boost(?:ing)?|more (?:efficient(?:ly)?|responsive|productive|effective(?:ly)?|quickly|rapidly|often)|strengthen|maximi[sz]\w{1,3}|grow|happier|best|world[- ]class|excellent|sooner|efficiently|smoother|speed up|more|fewer|less|streamline|take care of)",
    cadences=(
        ("daily", r"(?:every ?day|each day|daily|per day|a day|/ ?day)"),
        ("weekly", r"(?:every week|each week|weekly|per week|a week|/ ?w(?:ee)?k|every (?:monday|tuesday|wednesday|thursday|friday)|once a week)"),
        ("monthly", r"(?:every month|each month|monthly|per month|a month|/ ?mo(?:nth)?|once a month)"),
        ("quarterly", r"(?:every quarter|each quarter|quarterly|per quarter|a quarter(?= |$)(?! (?:of|fewer|less|more|off))|/ ?quarter|every (?:3|three) months)"),
    ),
    goal=r"(?:goals?|targets?|objectives?|aim(?:ing)?|(?:i|we)(?: (?:still|now|just|really|also|do))? (?:want|need|would like|aim|plan|should|must|will|hope|have to)|i'd like|we'd like|let's|our priority|ambition|my goal|okr|would love|help (?:me|us)|looking to|trying to|how (?:can|do) we|challenge)",
    fewer=r"(?:fewer|less|too many) ",
    more=r"(?<!no )(?<!any )more (?=[a-z])(?!than|efficient|often|about|time|info)",
    joint=r"(?:and(?: also| then| at the same time)?|as well as|plus|then|but also|\+|;|&|, and|,)",
    polite=r"(?:(?:hi|hello|hey|good (?:morning|afternoon))(?: (?:jalon|there|all|team|everyone|coach))?[,!. ]*)",
)  # fmt: skip
"""Everything the reader needs for English."""
