"""What people answer to a check-in besides figures: done, not done, blocked, about the same. Folded text."""

from coach.language.patterns import exact, rx

BLOCKED = rx(
    r"(?<![\w])(?:bloque(?:e|s|es)?|blocage|je bloque|on bloque|coince(?:e|s)?|en panne"
    r"|impossible(?: d[e']| a)?|blocked|stuck|blocker|can't (?:do|make|continue|progress|move"
    r"|get)"
    r"|cannot (?:do|continue|progress)|unable to|empeche(?:e|s)?|arret force|a l'arret"
    r"|on hold because)(?!\w)"
)
STAYS_AT = rx(r" ?(?:a|at|autour de|around|vers)? ?\d{1,6}(?:[.,]\d+)?(?! ?(?:h|am|pm|:)(?!\w))")
"""Behind "stuck": a level that does not move ("stuck at 79"), not something in the way."""
REASON = rx(
    r"^[\s:,.;-]*(?:(?:car|parce que|parce qu'|a cause (?:de |du |d')|because(?: of)?|by|on"
    r"|par|since|as|due to|cause|pcq|with|:|-|,) ?)?[\s:,-]*"
)
BACK = rx(r"(?<!\w)(?:de retour|je (?:reviens|rentre)|back|returning|reprends?|reprise|rentre)(?!\w)")
UNTIL = rx(
    r"(?<!\w)(?:jusqu'(?:a|au|en)|jusqu a|jusque|until|till|til|through|thru|to"
    r"|du .{2,20} au)(?: (?:la|le|the))?(?!\w)"
)
NOT_DONE = rx(
    r"^(?:(?:non|no|nope|nan)[,. ]*)?(?:pas (?:encore )?(?:fait|faite|fini|termine|commence"
    r"|eu le temps|pu)|pas encore|not (?:yet|done|started|finished)(?: yet)?|(?:je n'ai|j'ai"
    r"|on n'a|on a) pas (?:pu|eu le temps|encore fait|fait|commence)[^.]{0,60}|(?:haven't"
    r"|have not|didn't|did not|couldn't)[^.]{0,60}|rien(?: fait| cette semaine| de fait)?"
    r"|nothing(?: yet| done)?(?: this week| last week)?|rate|not (?:this|last) week"
    r"|(?:pas|rien)(?: du tout)?(?: (?:fait|pour))? (?:cette semaine|la semaine (?:derniere|passee)|hier"
    r"|lundi|vendredi)"
    r"|non|no|nope"
    r"|nan)[.! ]*$"
)
NOT_DONE_BECAUSE = rx(
    r"^(?:(?:non|no|nope|nan)[,. ]*)?(?:pas (?:cette semaine|encore|fait|faite|eu le temps)"
    r"|rien (?:fait )?cette semaine|not (?:this week|yet|done)|nothing (?:done )?this week"
    r"|(?:no|didn't have|did not have) time)(?: this week| cette semaine)?[ ,;:.(-]+(?P<why>[^0-9]{3,300})$"
)
"""It was not done, and why not; with a figure in it, it is an answer of its own."""
DONE = rx(
    r"^(?:(?:oui|yes|ok|yep|ouais)[,.! ]*)?(?:c'est |it's |all |tout (?:est )?|deja |already "
    r"|bien |j'ai |i've |we've |on a |je l'ai |i |we )?(?:fait(?:e|es|s)?|done(?: it)?"
    r"|termine(?:e|s)?|fini(?:e|s)?|finished|completed?|complete|boucle(?:e)?|ok|regle(?:e)?"
    r"|valide(?:e)?|livre(?:e)?|realise(?:e)?|accompli|achieved|sorted|check|publie(?:e|s)?"
    r"|envoye(?:e|s)?|did it|made it|tout est fait|tout fait|finito|mission accomplie"
    r"|objectif atteint|target (?:reached|hit|met)|bouclee?)(?: (?:hier|ce matin|aujourd'hui"
    r"|yesterday|today|this morning|comme prevu|as planned|cette semaine|this week"
    r"|pour (?:ma part|moi)|a temps|on time|!))*[.! ]*$"
)
YES_ONLY = exact(
    r"^(?:oui|yes|yep|ouais|yup|yeah|k|c'?(?:est)? ?bon|c'est bon|all good|parfait|nickel)[.! ]*$"
)
VAGUE = rx(
    r"(?<!\w)(?:(?:ca|cela|tout) (?:avance|progresse|va|se passe|roule|marche|suit|monte"
    r"|s'ameliore|descend|stagne|bouge|baisse|augmente|se met en place)|avance|progresse"
    r"|on (?:avance|progresse|y est presque|y travaille|est dans les temps|est en bonne voie"
    r"|est bien|continue)|en (?:cours|bonne voie|progres|hausse|baisse)|pas mal|bien"
    r"|tres bien|mieux|super|top|presque|quasi|moyen|bof|difficile|dur|complique|tranquille"
    r"|mouais|comme ci comme ca|couci[- ]couca"
    r"|^(?:(?:je suis|on est|i'm|im|we're|we are) )?(?:deborde(?:e|s|es)?|sous l'eau|charrette|swamped"
    r"|snowed under"
    r"|overwhelmed|slammed)(?: \w+){0,2}$"
    r"|comme (?:prevu|d'habitude|la semaine derniere)|nickel|stable|pareil|idem"
    r"|rien de (?:neuf|nouveau|special)|stagne|galere|lentement|doucement|petit a petit"
    r"|sur la bonne voie"
    r"|(?:it's |we're |i'm |things are |all )?(?:going (?:well|ok|fine|good|great|slowly|up"
    r"|down|forward)|on track|progressing|getting (?:there|better|worse)|in progress"
    r"|moving(?: forward| along)?|making progress|improving|coming along|working on it|on it"
    r"|under way|underway)|not (?:bad|great|so good|too bad)|good|fine|great|almost(?: there"
    r"| done)?|nearly|slow(?:ly)?|so far so good|so[- ]so|as (?:usual|planned|expected)"
    r"|same(?: as (?:last week|before))?|ok-ish|meh|tough|hard|better|worse|nothing new"
    r"|steady|a bit)(?!\w)"
)
SAME = rx(
    r"^(?:(?:ok|euh|bah|ben|well|toujours|still|on est|c'est|it's|csat|c)[ ,:]+)*(?:pareil|idem|pas bouge"
    r"|inchangee?s?"
    r"|(?:rien|pas) (?:n'a |a )?(?:change|bouge|de changement)e?|(?:ca |le chiffre )?(?:n'a"
    r"|a) pas (?:bouge|change)"
    r"|(?:le |la )?meme(?: (?:chiffre|niveau|valeur|taux|score))?|pas de changement|aucun changement"
    r"|(?:stable|idem)"
    r"|comme (?:la semaine derniere|la derniere fois|le mois dernier|avant|hier)"
    r"|(?:the )?same(?: (?:figure|number|level|one|again|thing))?|no change|unchanged|not (?:changed|moved)"
    r"|(?:it )?(?:hasn't|didn't|has not|did not) (?:changed?|moved?))"
    r"(?: (?:que|qu'|as|than)? ?(?:la semaine derniere|la derniere fois|le mois dernier|avant|hier"
    r"|last (?:week|time"
    r"|month)|before|yesterday|since (?:last week|then)|cette semaine|this week|depuis|again))?[ .!]*$"
)
