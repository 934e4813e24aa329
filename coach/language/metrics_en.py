"""How English-speaking teams name their metrics. Expressions over the folded text; see `patterns.py`."""

# ruff: noqa: E501 - a table: one expression a line, however long

from coach.metrics import MetricKey as M

_CALLS = r"(?:calls?|contacts?|tickets?|chats?|e-?mails?|requests?|cases?|enquir(?:y|ies)|inquir(?:y|ies)|messages?|queries)"
_CUSTOMERS = r"(?:customers?|clients?|callers?|users?|people|members?|guests?|shoppers?)"
_SHARE = r"(?:\d{1,3}(?:[.,]\d)? ?(?:%|percent) )?(?:of )?"
_TIME = r"(?:times?|speed|delays?|duration|turnaround)"

NAMES: tuple[tuple[M, tuple[str, ...]], ...] = (
    (M.CSAT, (
        r"csat(?: score)?", r"c-sat", r"(?:customer |client |user )?satisf(?:action)? (?:score|rating|rate|level|survey score|index|percentage|results?)s?",
        rf"(?:satisfied|happy|very satisfied|happier) {_CUSTOMERS}", rf"{_CUSTOMERS} (?:who are |are |being |say they are |rate us )?(?:very )?(?:satisfied|happy)",
        r"(?:good|positive|5[- ]star|five[- ]star) (?:ratings?|reviews?|scores?)", r"star rating",
    )),
    (M.NPS, (r"nps(?: score)?", r"net promoter(?: score)?", r"recommendation (?:score|rate)", r"promoters?", r"likelihood to recommend", rf"{_CUSTOMERS} (?:who )?(?:would )?recommend(?:ing)? us")),
    (M.CES, (r"(?:customer )?effort score", r"customer effort", r"ease of (?:contact|resolution|doing business|use)")),
    (M.FCR, (
        r"fcr(?: rate)?", r"(?:first|1st)[- ](?:contact|call|touch|time|interaction|reply)[- ](?:resolution|fix|resolved|resolve|close)(?: rates?)?", r"one[- ](?:touch|and[- ]done)(?: resolution| tickets)?",
        r"(?:solve|resolve|fix|close|resolved|solved|fixed|closed|resolving|solving|fixing|sorted|answered)[^.,;#]{0,40} (?:at|on|in|during|the) (?:the )?(?:first|1st) (?:contact|call|touch|time|go|reply|try|interaction)",
        r"(?:first|1st) contact", r"resolution rate", r"repeat (?:calls?|contacts?|callers?)", r"(?:customers?|people|callers?) (?:calling|call|having to call|who call) (?:us )?(?:back|again|twice)", r"without (?:a |having to )?call(?:ing)?[- ]?back", r"call[- ]?back rate", r"reopen(?:ed)?(?: rate| tickets?)?",
    )),
    (M.AHT, (
        r"aht", r"average handl(?:e|ing) time", r"handl(?:e|ing)[- ]times?", r"average (?:call|talk|conversation|chat) (?:time|duration|length)", r"(?:call|talk|chat|conversation) (?:time|duration|length|handling)s?",
        r"(?:length|duration) of (?:our |the |each |a )?(?:calls?|chats?|conversations?)", r"time (?:spent )?(?:per|on each|on the|on a|on) (?:call|phone|contact|chat)s?", r"calls? (?:take|takes|last|lasts|run|taking)", r"shorter calls", r"shorten (?:our |the )?calls", r"minutes per call", r"handle (?:calls|chats) (?:faster|quicker|more quickly)", r"att",
    )),
    (M.FIRST_RESPONSE_TIME, (
        r"frt", r"(?:average |mean |median )?(?:first|initial|1st)[- ](?:response|reply|answer)(?:[- ](?:times?|delays?|speed|sla))?", rf"(?:average |mean |median )?(?:e-?mail |chat |ticket |our )?(?:response|reply|reaction|acknowledg(?:e?)ment) {_TIME}", rf"{_TIME} (?:to|of) (?:first |1st |initial )?(?:respon(?:d|se)|reply|answer (?:e-?mails?|tickets?|messages?|chats?)|get back)", r"responsiveness",
        r"(?:answer|reply|respond|replying|responding|answering|get back|replies|responses?)(?: (?:to|faster|quicker|more quickly))*(?: (?:all|our|the|every|customers?'?|incoming|social|support))* (?:e-?mails?|messages?|tickets?|customers?|chats?|enquiries|inquiries|requests|dms?|reviews?|comments?|complaints?)", rf"{_CUSTOMERS} (?:are |get |being |to be |be )?(?:called|phoned|rung) back", r"call(?:ing)? (?:customers|people|clients) back", r"callback time", r"call[ -]?backs?",
        rf"{_CALLS}[^.,;#]{{0,16}} (?:replied to|responded to)", r"time until (?:we |first )(?:reply|respond|response)",
    )),
    (M.RESOLUTION_TIME, (
        r"ttr", r"mttr", r"(?:average |mean |median |full |total |ticket |case |issue |complaint |incident )*(?:resolution|closure|solving|turnaround|repair|fix|refund processing|case handling)[- ](?:times?|speed|delays?)", r"time (?:it takes )?(?:to|until|till|for) (?:resolv(?:e|ing)|resolution|close|clos(?:e|ing)|solv(?:e|ing)|fix|repair|full resolution)(?: (?:a |an |our |the )?(?:tickets?|cases?|issues?|complaints?|incidents?))?",
        r"(?:resolve|close|solve|fix|handle(?= complaints| claims| disputes| refunds)|resolving|closing|solving|fixing|sort out|settle|process|turn around|clear)(?: (?:faster|quicker))?(?: (?:all|our|the|every|each|most|customer|support|technical|complex|billing))* (?:tickets?|cases?|issues?|complaints?|incidents?|problems?|claims?|refunds?|requests?)",
        r"(?:tickets?|cases?|issues?|complaints?|incidents?|claims?|refunds?)[^.,;#]{0,20} (?:resolved|closed|solved|fixed|settled|processed) (?:in|within|under|faster|quicker|more quickly)", r"(?:complaint|claim|refund|case|ticket|dispute|incident)s? (?:handling|processing|treatment)(?: times?)?", r"turnaround(?: time)?", r"time to resolution",
    )),
    (M.WAIT_TIME, (
        r"(?:average |mean |call |phone |customer |caller |our )*(?:wait(?:ing)?|queue(?:ing)?|hold|queing)[- ](?:times?|duration|delays?)", r"(?:average )?speed (?:of|to) answer", r"time (?:spent )?(?:in|on) (?:the )?(?:queue|hold|waiting)", rf"{_CUSTOMERS} (?:to )?(?:wait(?:ing)?|spend|are waiting|have to wait|stay on hold|queue)", r"(?:waits?|on hold|hold times?|waiting|in (?:the )?queue)", r"(?:pick(?:ing)? up|answer(?:ing)?) (?:the )?(?:phone|calls?)(?: (?:faster|quicker|more quickly|in|within|under))?", r"queues?", r"pick[- ]?up time", r"answer time", r"time before (?:an )?answer", r"time to answer",
    )),
    (M.OCCUPANCY, (r"(?:agent |advisor |staff )?occupancy(?: rate| level)?", r"(?:agent )?utili[sz]ation(?: rate)?")),
    (M.WRAP_UP_TIME, (r"wrap[- ]?up(?: times?| work)?", r"after[- ](?:call|contact)(?: work)?(?: times?)?", r"acw(?: time)?", r"post[- ]call (?:work|time|processing|admin)(?: time)?", r"wrap times?")),
    (M.TRANSFER_RATE, (r"(?:call |ticket |warm |cold )?transfer(?:s|red)?(?: rates?| calls)?", r"(?:calls?|tickets?|contacts?|chats?|cases?) (?:being |that are |are |we )?(?:transfer(?:red|s)?|escalated|passed on|handed over)", r"escalation(?:s)?(?: rates?)?", r"(?:calls? )?hand[- ]?offs?", r"escalate(?:d)?(?: fewer| less)?", r"pass(?:ing)? (?:customers|calls) (?:around|on)")),
    (M.CONTACT_VOLUME, (rf"(?:inbound |incoming |monthly |weekly |daily |support |total )*{_CALLS} (?:volumes?|load|inflow|numbers?|counts?)", rf"(?:volumes?|number|amount) of (?:inbound |incoming |monthly |support |repeat )?{_CALLS}", rf"(?:inbound|incoming) {_CALLS}", r"(?:cut|reduce|decrease|lower|limit) (?:our |the |inbound |support )?(?:calls|tickets|contacts|emails)(?! (?:transf|escal|older|open|wait|abandon|lost|miss|that|per|in ))", r"contact rates?", rf"(?:weekly|monthly|daily) {_CALLS}(?! (?:made|resolved|per))", rf"(?:fewer|less) (?:inbound |incoming |support )?{_CALLS}(?! (?:transfer|escalat|abandon|lost))", rf"{_CALLS} (?:received|coming in|per order|we get|per customer)", r"(?:contacts|calls|tickets|emails|chats) (?:per|a|each) (?:day|week|month)(?! per (?:agent|advisor|rep))")),
    (M.TICKET_BACKLOG, (r"queue(?= [^.,;]{0,24} (?:tickets|cases|e-?mails|requests)(?!\w))", r"(?:ticket |case |email |queue )?back-?log(?: of (?:tickets|cases|emails))?", r"(?:open|pending|unresolved|overdue|outstanding|unanswered|old|aged|aging|stale|unsolved|waiting) (?:tickets?|cases?|emails?|requests?|issues)", r"(?:tickets?|cases?) (?:open|pending|in the queue|waiting|older than|outstanding)", r"ticket pile", r"pile of tickets", r"work in progress")),
    (M.SERVICE_LEVEL, (r"(?:answer|reply to|respond to|pick up|resolve|solve|close|handle|serve|take|return|answering|resolving|closing) (?:at least |over |more than )?\d{1,3} ?(?:%|percent) of (?:all |our |the |inbound |incoming )*\w{2,14}(?![^.,;]{0,30} (?:first|1st|by the bot|without))", r"\d{1,3} ?(?:%|percent) of (?:all |our |the |inbound |incoming |customer )*\w{2,14} (?:are |to be |being )?(?:answered|picked up|replied to|responded to|resolved|solved|closed|handled|taken|served)(?= (?:in|within|under|inside|before))", r"service[- ]levels?(?: agreements?)?", r"slas?(?: compliance| attainment| adherence)?", r"answer rates?", r"(?:calls?|chats?) (?:answered|picked up|taken)", r"qos", r"(?:call )?pick[- ]?up rates?", r"reachability", r"calls? answer(?:ed)? rate", r"response rate(?! to)", r"accessibility")),
    (M.ABANDONMENT_RATE, (rf"(?:{_CALLS} )?abandon(?:ment|ed|ing|s)?(?:[- ](?:rates?|{_CALLS}))?", r"(?:missed|lost|dropped|unanswered|abandoned) (?:calls?|chats?)(?: rates?)?", rf"{_CUSTOMERS} (?:who )?(?:are )?(?:hang(?:ing)?(?: |-)up|abandon(?:ing)?|drop(?:ping)? off|give up|giving up|hung up)", r"hang(?:ing|s)?[- ]?ups?", r"hung up", r"abandonments?", r"drop[- ]?off rate", r"give up (?:before|waiting)", r"calls? (?:lost|missed|dropped|abandoned)")),
    (M.QUALITY_SCORE, (r"(?:qa|quality(?: assurance| monitoring)?|call quality|evaluation|compliance|scorecard|iqs|internal quality)(?: audit)? (?:scores?|ratings?|marks?|results?|grades?)", r"quality of (?:our |the |reviewed )?(?:calls?|replies|answers|contacts?|responses|conversations|interactions|tickets)", r"call quality", r"iqs", r"(?:score|mark)s? on (?:the )?(?:qa|quality|call) (?:reviews?|scorecard|audits?)", r"quality audits?", r"(?:call|ticket) reviews? scores?", r"qa pass rate")),
    (M.CHURN_RATE, (r"churn(?:ed|ing)?(?: rate)?", r"(?:customer )?attrition(?: rate)?(?! of (?:staff|agents))", r"cancell?ations?(?: rates?)?", r"(?:lost|lose|losing|leaving|departing) (?:fewer |less |so many )?(?:customers?|clients?|subscribers?|accounts?)", rf"{_CUSTOMERS} (?:who )?(?:leav(?:e|ing)|cancel(?:l?ing)?|quit(?:ting)?)", r"unsubscri(?:bes?|ptions?)")),
    (M.RETENTION_RATE, (r"(?:customer |client )?retention(?: rates?)?", r"(?:customer |client )?loyalty", r"renewals?(?: rates?)?", r"(?:keep|keeping|retain|retaining|hold on to|save|saved) (?:more |our |at-risk |existing )*(?:customers?|clients?|subscribers?|accounts?)", rf"(?:retain|keep|save) {_SHARE}(?:our |the |all )?(?:customers?|clients?|subscribers?|accounts?)", r"save rate", r"repeat (?:purchases?|business|customers?)")),
    (M.CROSS_SELL, (r"cross[- ]?s(?:ell(?:s|ing)?|ales?|old)(?: rates?| offers?)?", r"additional sales", r"add-?ons? (?:sales|sold)", r"sell(?:ing)? (?:more |extra )?(?:add-?ons?|options|accessories|extras)", r"attach rate", r"x-?sell")),
    (M.UPSELL, (r"up[- ]?s(?:ell(?:s|ing)?|ales?|old)(?: rates?)?", r"(?:plan )?upgrades?(?: rates?| sold)?")),
    (M.REVENUE_PER_CUSTOMER, (r"(?:average )?(?:revenue|sales|income|spend|turnover|value) per (?:customer|user|client|account|call|contact|order|head)", r"arpu", r"arpc", r"(?:average )?(?:order|basket|cart|deal) (?:value|size)", r"aov", r"(?:customer )?lifetime value", r"ltv", r"average (?:basket|spend)")),
    (M.REVENUE, (r"(?:telesales |phone |monthly |additional |sales |upsell )?revenues?", r"sales (?:figures|volume|amount|value|turnover)", r"turnover (?:in|of) (?:\$|€|£)", r"bookings?", r"income(?! tax)", r"takings")),
    (M.CONVERSION_RATE, (r"(?:call |lead |sales |quote )?conversions?(?:[- ]rates?)?", r"close[- ]rates?", r"closing rates?", r"win[- ]rates?", r"strike rates?", r"(?:convert|converting|turn|close) (?:more )?(?:of (?:our|the) )?(?:leads?|calls?|prospects?|deals?|trials?|quotes?|demos?)", r"converted", r"lead[- ]to[- ]\w+ (?:rate|conversion)", r"sales per call", rf"(?:convert|converting|close|win) {_SHARE}(?:our |the |all )?(?:leads?|prospects?|calls?|quotes?|deals?|trials?)")),
    (M.LEADS, (r"(?:qualified |sales |new |inbound |marketing )*leads?(?: generated| qualified)?", r"prospects?", r"mqls?", r"sqls?", r"opportunities", r"pipeline")),
    (M.APPOINTMENTS, (r"(?:sales |qualified |booked |confirmed )?appointments?(?: (?:set|booked|made|kept|scheduled))?", r"appts?(?: (?:set|booked|made|kept))?", r"(?:meetings?|demos?|viewings?|visits?) (?:booked|set|scheduled|arranged|held)", r"book(?:ing)? (?:\d{1,4} |more )?(?:meetings|demos|appointments)", r"booked (?:meetings|demos)")),
    (M.CALLS_MADE, (r"(?:outbound|outgoing|cold|sales|prospecting) (?:calls?|dials?|calling)(?: (?:made|per))?", r"calls? (?:made|placed|dialed|dialled|out)", r"(?:courtesy|welcome|follow[- ]?up) calls?", r"dials?", r"(?:make|making|place|placing) (?:\d{1,4} |more |at least \d{1,4} )?(?:outbound |cold |sales )?calls?", r"call attempts")),
    (M.SURVEY_RESPONSE_RATE, (r"(?:repl(?:y|ies)|answers?|responses?|respondents|feedback|people (?:to |who )?(?:answer(?:ing)?|reply(?:ing)? to)) (?:(?:on|to|for|from) )?(?:our |the |my )?(?:[a-z-]{2,14} ){0,2}(?:surveys?|questionnaires?|polls?)", r"(?:survey|csat|nps|feedback|questionnaire|poll)(?: survey)? (?:response|participation|completion|return|reply|answer)(?:s)?(?: rates?)?", r"(?:response|participation|completion|return) rates? (?:to|of|on|for) (?:our |the )?(?:\w{1,12} )?(?:surveys?|questionnaires?|polls?)", r"(?:completed|returned|finished|filled(?: in)?) (?:surveys?|questionnaires?|interviews?)", r"surveys? (?:completed|returned|answered|filled|finished|done)", r"participation(?: rates?)?", r"(?:answer|complete|completing|fill in|respond to|answering) (?:our |the )?(?:[a-z-]{2,14} ){0,2}(?:surveys?|questionnaires?)", r"response rates? to (?:our |the )?(?:surveys?)")),
    (M.SELF_SERVICE_RATE, (r"self[- ]?(?:service|serve|help|care)(?: (?:rates?|usage|share|views?|resolution|adoption))?", r"(?:ticket |call |case |contact )?deflection(?: rates?)?", r"(?:bot|chatbot|ivr) (?:containment|resolution|deflection)(?: rates?)?", rf"deflect(?:ing)? {_SHARE}(?:our |the |all )?{_CALLS}", r"containment(?: rates?)?", r"(?:solved|resolved|handled|answered) (?:by (?:the |our )?(?:chat)?bot|without an? (?:agent|human))", r"(?:help ?cent(?:er|re)|knowledge base|faq|kb) (?:views?|visits?|usage|traffic)", r"(?:customers?|users?) (?:who )?(?:help(?:ing)?|serv(?:e|ing)|find(?:ing)? answers) themselves", r"automation rate", r"find answers themselves")),
    (M.KNOWLEDGE_ARTICLES, (r"(?:knowledge(?:[- ]base)?|help(?:[- ]cent(?:er|re))?|kb|faq|support|self-help)? ?articles?(?: (?:published|written|created))?", r"knowledge[- ]base", r"how-to guides?", r"macros?", r"(?:kb|faq) entries", r"faqs?", r"documentation pages?", r"tutorials?")),
    (M.ABSENTEEISM, (r"absenteeism(?: rates?)?", r"absentee?ism", r"(?:unplanned |sick |staff |agent )?absences?(?: rates?)?", r"sick[- ](?:days?|leaves?)", r"no[- ]shows? (?:of|among|by) (?:agents|staff)", r"attendance(?: rates?)?", r"shrinkage")),
    (M.TURNOVER, (r"(?:staff|agent|employee|team|advisor|personnel)(?:s)? (?:turn-?over|attrition|churn)(?: rates?)?", r"turn-?over(?: rates?)?", r"attrition (?:of|among) (?:staff|agents|advisors)", r"(?:agents?|staff|advisors?|employees?) (?:leaving|quitting|who leave|who quit|resigning)", r"resignations?")),
    (M.TRAINING, (r"training (?:hours?|sessions?|completion|modules?|days?|rates?|courses?)", r"hours? of training", r"(?:agents?|advisors?|staff|reps?|people|employees|team members) (?:trained|certified|who (?:have )?completed? (?:the )?training|coached)", r"(?:train|certify|onboard|upskill) (?:all |\d{1,4} |every |each |more |100 % of )?(?:of )?(?:our |the |new )?(?:agents?|advisors?|staff|team|reps?|people|employees|hires)", r"train (?:everyone|everybody|the whole team|all of (?:us|them))", r"certifications?", r"certified agents", r"coaching sessions?", r"e-?learning(?: modules?)?", r"cross-?training")),
    (M.OTHER, (
        r"(?:issues?|cases?|tickets?|requests?|problems?|chats?|claims?|orders?|files?) (?:resolved|solved|handled|processed|closed|treated)(?! (?:in|within|under|faster|quicker|first|at|by the))(?: (?:by|per) (?:each |every |an? )?(?:agent|advisor|rep|person|head))?", r"resolutions (?:by|per) (?:each |every )?(?:agent|advisor|rep)", r"(?:system |tool |service |platform |phone )?(?:uptime|downtime|availability)(?: of (?:the |our )?[a-z]{2,14}(?: (?:tool|system|platform|line|software))?)?",
        r"(?:positive |unanswered |open |customer |written |formal |unresolved |repeat )?complaints?(?: received| left unanswered)?", r"(?:billing |data entry |input |typing |order |shipping |process )?(?:errors|mistakes)(?: rates?)?", r"(?:signed |new )?(?:contracts?|deals?)(?: signed)?", r"costs? per (?:contact|call|ticket|case)", r"(?:critical |open )?bugs?", r"order cancell?ations",
    )),
    (M.SENTIMENT, (r"(?:net |social |customer |brand )*sentiment(?: score)?", r"(?:positive|negative) (?:mentions?|comments?|feedback)", r"(?:google|trustpilot|app store) (?:reviews?|ratings?|score)", r"(?:on )?trustpilot", r"(?:negative|bad) reviews?", r"(?:online )?reputation", r"brand image")),
)  # fmt: skip
"""Names and paraphrases of each metric, the first being the usual one."""

ACRONYMS: dict[str, M] = {
    "CES": M.CES, "ASA": M.WAIT_TIME, "QA": M.QUALITY_SCORE, "SL": M.SERVICE_LEVEL, "ACW": M.WRAP_UP_TIME, "SLA": M.SERVICE_LEVEL,
    "KB": M.KNOWLEDGE_ARTICLES, "ATT": M.AHT, "TSF": M.SERVICE_LEVEL, "FTR": M.FCR, "CX": M.CSAT,
}  # fmt: skip
"""Abbreviations that count in upper case only, being words otherwise."""

VAGUE: tuple[tuple[str, M | None, tuple[M, ...]], ...] = (
    (r"(?:customer|client|user|caller)s?'? ?satisfaction", M.CSAT, (M.NPS, M.CES)),
    (r"satisfaction", M.CSAT, (M.NPS, M.CES)),
    (r"(?:customer|client|user) experience", M.CSAT, (M.NPS, M.CES)),
    (rf"(?:make|keep|making|keeping) (?:our |the )?{_CUSTOMERS} (?:more )?(?:happy|happier|satisfied|smile)", M.CSAT, (M.NPS, M.CES)),
    (rf"(?:delight|please|satisfy|wow) (?:more |our |the )*{_CUSTOMERS}", M.CSAT, (M.NPS, M.CES)),
    (r"(?:customer|client) service", M.CSAT, (M.FIRST_RESPONSE_TIME, M.FCR)),
    (r"(?:service )?quality", M.QUALITY_SCORE, (M.CSAT, M.FCR)),
    (rf"(?:answer|respond|reply|responding|answering|replying|responses?|answers|replies|get back to {_CUSTOMERS})(?: to)?(?: (?:our|the|all))?(?: (?:customers?|people|callers?|everyone))? (?:much |a lot |way )?(?:faster|quicker|more quickly|sooner|more rapidly|promptly)", M.FIRST_RESPONSE_TIME, (M.WAIT_TIME,)),
    (r"(?:faster|quicker|speedier) (?:answers?|repl(?:y|ies)|responses?)", M.FIRST_RESPONSE_TIME, (M.WAIT_TIME,)),
    (r"more (?:responsive|reactive)", M.FIRST_RESPONSE_TIME, (M.WAIT_TIME, M.RESOLUTION_TIME)),
    (r"(?:agent |team )?productivity", None, (M.AHT, M.OCCUPANCY, M.CALLS_MADE)),
    (r"efficiency|performance|more efficient", None, (M.AHT, M.FCR, M.QUALITY_SCORE)),
    (r"(?:handle|process|take|resolve|close) more (?:calls?|tickets?|cases?|chats?)", M.OTHER, (M.AHT, M.TICKET_BACKLOG)),
    (r"(?:sales|selling|sell(?: more)?)", M.REVENUE, (M.CONVERSION_RATE, M.CROSS_SELL)),
    (r"calls|tickets|contacts", None, (M.CONTACT_VOLUME, M.TICKET_BACKLOG)),
)  # fmt: skip
"""Words that several metrics fit: the likeliest (if one is), and the others to offer."""
