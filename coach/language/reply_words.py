"""What people answer besides values: intents, corrections, origins, resources, ordinals. Folded text."""

# ruff: noqa: E501 - a table: one expression a line, however long

from coach.language.reading import Intent, Origin, Resource, Slot

_POLITE_END = r"(?: (?:merci|stp|svp|s'il (?:te|vous) plait|please|pls|thanks|thx|jalon|alors|du coup|then|so|now|maintenant|pour le moment|for now|la|vraiment|really|d'ailleurs|actually|en fait))*"

INTENTS: tuple[tuple[Intent, str], ...] = (
    (Intent.CANCEL, r"annule[rz]?(?: tout)?|on annule(?: tout)?|annulons|j'annule|je veux annuler|laisse(?:z)? tomber|laissons tomber|on laisse tomber|stop|arrete(?:r|z)?|on arrete(?: la)?|abandonner|j'abandonne|(?:je )?renonce(?:r)?|(?:i )?give up|i'm giving up|cancel(?: it| that| this| everything| the goal)?|never ?mind|forget (?:it|about it|this)|quit|abort|drop it|stop (?:it|here|this)|i want to (?:stop|cancel)|exit|supprime(?:r)?(?: tout| le brouillon)?"),
    (Intent.BACK, r"retour(?: en arriere)?|reviens(?: en arriere)?|revenir(?: en arriere)?|revenons(?: en arriere)?|precedent(?:e)?|question precedente|en arriere|etape precedente|back|go back|previous(?: question| step)?|undo|step back|one step back|revenir a la question precedente|on revient"),
    (Intent.SKIP, r"(?:je )?passe(?:r|z)?(?: (?:cette )?(?:question|etape)| a la suite| la question)?|on passe|passons|question suivante|suivant(?:e)?|skip(?: it| this(?: one| question)?| that| for now)?|next(?: question| one)?|plus tard|on verra(?: plus tard| apres)?|later|not now|pas maintenant|move on|ignore(?:r)?|pass|sans reponse|je prefere passer|let's skip(?: it| this)?|maybe later"),
    (Intent.HELP, r"(?:et )?pourquoi(?: (?:cette question|tu (?:me )?demandes? (?:ca|cela)?|ca|vous (?:me )?demandez (?:ca|cela)|faire|me demander ca|est-ce important|c'est important))?|a quoi (?:ca|cela) sert|aide(?:-moi| moi)?|help(?: me)?|j'ai besoin d'aide|comment ca (?:marche|fonctionne)|c'est quoi(?: .{1,40})?|qu'est-ce que (?:c'est|ca veut dire|tu veux dire|ca signifie)(?: .{1,30})?|je ne comprends pas(?: la question)?|je comprends pas(?: la question)?|j'ai pas compris|pas compris|ca veut dire quoi|why(?: (?:do you (?:ask|need (?:this|that|to know))|that|this question|is that|does (?:it|that) matter|are you asking))?|what (?:do you mean|is (?:this|that)(?: for)?|does (?:this|that|it) mean|for)|i don't understand|don't understand|how does (?:it|this) work|what's (?:this|that)(?: for)?|que veux-tu dire|comment|explain|explique(?:-moi)?|i'm confused|what can you do|que sais-tu faire"),
    (Intent.SUMMARY, r"resume(?:-moi ca| moi ca)?|recap(?:itulatif|itule|itulons)?|un (?:resume|recap(?:itulatif)?)|fais(?:-moi| moi)? (?:un|le) (?:resume|recap(?:itulatif)?|point)|ou en (?:est-on|sommes-nous|on est|suis-je)|on en est ou|synthese|summary|sum(?:marise|marize)?(?: it| up| it up)?|sum up|where (?:are|were) we|recap please|show (?:me )?(?:the )?(?:summary|goal|recap|what we have)|montre(?:-moi)? (?:le )?(?:resume|recap|objectif)|what do we have(?: so far)?|status"),
    (Intent.RESUME, r"reprendre|on reprend|reprenons|je reprends|continuer|on continue|continuons|continue|resume where we (?:were|left off)|let's (?:resume|continue|carry on)|carry on|keep going|pick up where we left off|reprends|resume (?:it|please|the goal)"),
    (Intent.CONFIRM, r"go|go go|c'est (?:bon|parfait|valide|ok|tout bon)(?: pour moi)?|je (?:confirme|valide)|confirme[rz]?|valide[rz]?|on (?:valide|confirme)|c'est parti|on y va|allons[- ]y|(?:ok |allez )?vas[- ]y|(?:ok |yes )?go ahead|allez go|(?:ok,? )?let's go|let's (?:go|do it|start)|looks (?:good|great|fine|right)(?: to me)?|lgtm|parfait|ca me va|ca marche|all good|ok pour moi|that's (?:it|right|perfect|good|fine)|validate|confirm(?:ed)?(?: it)?|i confirm|perfect|good to go|nickel|impeccable|top|ship it|fine by me|great|sounds good|banco|lance(?:r|z)?(?: le| la)?|ok go|ok c'est bon|oui c'est bon|oui je confirme|yes confirm|super|excellent|yes that's it|oui parfait|ok on valide|oui on valide|yes go"),
    (Intent.UNKNOWN, r"(?:je (?:ne )?(?:le |la )?(?:sais|sait) pas(?: (?:du tout|trop|encore|exactement|combien|ou on en est|quand|qui|bien))?|j'(?:en )?sais (?:pas|rien)(?: du tout)?|(?:je )?(?:n'ai |j'ai )?(?:aucune|pas d'|pas la moindre|pas) idee|j'ai aucune idee|je n'(?:en )?ai (?:aucune|pas la moindre) idee|j'ignore|je l'ignore|(?:on )?(?:ne )?(?:le )?(?:sait|connait|mesure) pas(?: encore| trop| ca| le chiffre)?|on (?:ne )?(?:l'a|le sait) (?:jamais|pas)(?: mesure)?|on (?:ne )?(?:l'a|l'avait|a) (?:jamais|pas) (?:encore )?(?:mesure|calcule|suivi)(?: ca)?|pas mesure|jamais mesure|inconnu(?:e)?|chais pas|chai pas|jsp|jsais pas|j'sais pas|je sais plus|bonne question|no idea|i (?:really )?(?:don't|dont|do not) (?:really )?know(?: (?:yet|that|exactly|the figure|it))?|don't know(?: yet)?|dont know|idk|dunno|not sure(?: yet)?|i'm not sure(?: yet)?|i have no (?:idea|clue)|(?:haven't|have not|never|not) (?:got )?(?:a clue|measured(?: it| that| yet)*)|we(?:'ve)? (?:have )?(?:never|don't|do not|haven't) (?:measured?|tracked?|know)(?: (?:it|that|this|yet))*|no clue|unknown|hard to say|difficile a dire|aucune donnee|pas de (?:donnee|chiffre|donnees|chiffres)|no data|we don't have (?:that|the) (?:data|figure|number|numbers)|\?+|aucun chiffre|on n'a pas (?:le chiffre|de chiffre|de chiffres|les chiffres|l'info)|pas encore(?: mesure| connu)?)"),
    (Intent.YES, r"(?:oui|ouais|ouep|yes|yep|yup|yeah|ok|okay|oki|d'accord|dac|exact(?:ement)?|tout a fait|bien sur|absolument|affirmatif|sure|of course|correct|definitely|absolutely|exactly|right|si|carrement|evidemment|volontiers|y|o|ye|indeed|i do|we do|we have|c'est (?:ca|cela|exact|juste)|that's correct|oui oui|yes yes|oui tout a fait|oui bien sur|yes please|yes of course|oui c'est ca|yes we do|yes i do|tres bien|ouaip)"),
    (Intent.NO, r"(?:non|nan|no|nope|nah|pas du tout|absolument pas|not at all|negatif|certainement pas|non non|no no|n|jamais|never|not really|pas vraiment|non pas du tout|non pas encore|no not yet|aucun|aucune|none|nothing|rien|non rien)"),
    (Intent.THANKS, r"(?:un grand |grand )?merci(?: (?:beaucoup|bien|a toi|mille fois|jalon|bcp))?|mille mercis|thanks(?: a lot| so much| very much| jalon)?|thank you(?: (?:so|very) much| jalon)?|thx|ty|cheers|super merci|ok merci|parfait merci|great thanks|perfect thanks"),
    (Intent.GREETING, r"(?:bonjour|bonsoir|salut|hello|coucou|hi|hey|yo|good (?:morning|afternoon|evening)|hi there|hey there|hello there|re|bjr|slt|hola|salutations)(?: (?:jalon|a tous|tout le monde|coach|there|everyone|all|team|l'equipe))?(?:,? (?:ca va|comment (?:ca va|vas-tu|allez-vous)|how are you(?: doing)?|how's it going|tu vas bien))?|ca va|how are you(?: doing)?|comment (?:ca va|vas-tu)"),
)  # fmt: skip
"""Whole messages, politeness and final marks apart."""

FILLERS = rf"^(?:(?:euh+|hum+|hmm+|bah|ben|eh bien|alors|well|um+|uh+|oh|ah|bon|donc|so|mmh?|franchement|honnetement|honestly|desole|sorry),? )*|{_POLITE_END}$"

EMOJI_YES = ("👍", "✅", "👌", ":+1:", ":thumbsup:", ":white_check_mark:", ":ok_hand:", ":heavy_check_mark:")
EMOJI_NO = ("👎", ":-1:", ":thumbsdown:", "❌", ":x:")

CORRECTION = (
    r"^(?:(?:non|no|nope|nan|oups|oops|euh|ah|desole|sorry|pardon|oh|wait|attends|hmm)[,.! ]+)*"
    r"(?:en fait|finalement|au final|plutot|disons plutot|correction|rectification|erreur|je me suis trompee?|je voulais dire|je corrige|en realite"
    r"|actually|in fact|rather|make (?:it|that)|i meant?|i made a mistake|scratch that|let's say (?:rather|instead)|my mistake|my bad|on second thought|instead|pardon|oups|oops"
    r"|change[rz]?|changeons|modifie[rz]?|modifions|corrige[rz]?|remplace[rz]?|mets|mettez|mettons|met|passe (?:la|le|l')|set|update|replace|fix the|move|switch|repousse[rz]?|decale[rz]?|avance[rz]? la|postpone|push|extend"
    r"|(?:ce n'est|c'est|c'etait|it's|it is|that's) (?:pas|plutot|not|rather|actually)|(?:non|no|nope|nan)[,.!]? (?=\S))"
)
"""How a message begins that takes something back."""

CORRECTION_INSIDE = r"(?<!\w)(?:je me suis trompee?|plutot(?! (?:bien|bon|que))|finalement|et (?:non|pas) \d|au lieu de ce que|not \d[\d.,]* ?%?,|i was wrong|i meant|should be|should actually be|c'est plutot|devrait etre|instead|en fait(?= \S))"

SLOT_NAMES: tuple[tuple[Slot, str], ...] = (
    (
        Slot.STRETCH,
        r"(?:l'objectif |la cible |the )?(?:cible |target |goal )?(?:ambitieu(?:x|se)|stretch)(?: target| goal)?",
    ),
    (
        Slot.BASELINE,
        r"(?:la |le |l'|notre |the |our )?(?:baseline|base(?! de)|niveau actuel|valeur actuelle|chiffre actuel|point de depart|depart|situation actuelle|current (?:level|value|figure|rate|score)|starting point|taux actuel|score actuel)",
    ),
    (
        Slot.TARGET,
        r"(?:la |le |l'|notre |the |our )?(?:cible|objectif|target|goal|but|objectif chiffre|valeur cible|target value|target figure)",
    ),
    (
        Slot.DEADLINE,
        r"(?:la |le |l'|the |our )?(?:echeance|date(?: limite| de fin| butoir| cible)?|deadline|delai|end date|due date|target date|fin)",
    ),
    (
        Slot.OWNER,
        r"(?:la |le |l'|the )?(?:responsable|pilote|porteur|porteuse|owner|lead|leader|referente?|person in charge)",
    ),
    (Slot.METRIC, r"(?:la |le |l'|the )?(?:indicateur|metrique|metric|kpi|indicator|mesure)"),
    (Slot.LEVER, r"(?:la |le |l'|les |the )?(?:levier|lever|moyen|plan d'action|action|methode)s?"),
)
"""How a slot is called when somebody names it."""

NAMED = r"(?<!\w)(?:{names})(?:(?: de| du| est| c'est| ce sera| sera| serait| passe| is| to| should be| will be|,|:| =| a| au| en| pour| at| for|'s| of| doit etre)+)(?!\w)"

ORIGINS: tuple[tuple[Origin, str], ...] = (
    (Origin.GUESS, r"doigt mouille|au pif|pifometre|pif|intuition|a vue de nez|au feeling|feeling|au hasard|gut|guess\w*|made (?:it )?up|thin air|finger in the (?:air|wind)|estimation|estime|au juge|arbitraire\w*|chiffre rond|round number|a la louche|hunch|estimates?|sorti du chapeau|instinct\w*|ballpark|nobody knows|out of (?:a|the) hat|just a number|j'imagine|je pense que c'est (?:faisable|possible)|sounds (?:good|right|reasonable)|seems (?:reasonable|doable|achievable)|ca (?:me )?(?:semble|parait) (?:faisable|raisonnable|realiste|atteignable|possible)"),
    (Origin.REQUEST, r"directeur|directrice|direction|dg|dir|codir|comex|comite|chef(?:fe)?|patron(?:ne)?|manager|manageur|boss|n ?\+ ?1|siege|hierarchie|demande(?:e|es|s|nt)?|exige(?:e|nt)?|impose(?:e|s)?|fixe(?:e)? par|donneur d'ordre|contrat(?:uel(?:le)?)?|clause|asked|requested|imposed|required|requires|wants|told|head office|hq|board|ceo|coo|vp|executive\w*|leadership|management|director|supervisor|contract(?:ual(?:ly)?)?|mandate\w*|top[- ]down|from above|d'en haut|consigne|feuille de route|roadmap|okrs?|groupe|client (?:l')?(?:exige|demande|veut)"),
    (Origin.STANDARD, r"norme\w*|standards?|benchmark\w*|du (?:marche|secteur|metier)|le (?:marche|secteur)|secteur|industry|industrie|concurren\w*|competitor\w*|competition|referentiel|iso|nf ?345|best[- ]practice\w*|bonnes pratiques|moyenne (?:du|nationale|francaise)|market|etude\w*|study|studies|reference du|peers|autres (?:centres|plateaux|entreprises)|other (?:centres|centers|companies|teams)|article\w*|guide|profession|cop[cq]"),
    (Origin.HISTORY, r"l'an(?:nee)? (?:dernier|derniere|passee?)|annee(?:s)? (?:derniere|precedente|passee|d'avant)s?|historique\w*|meilleur(?:e)? (?:mois|semaine|trimestre|annee|score|resultat|performance)|record|deja (?:fait|atteint|eu|realise|ete)|(?:on|nous) (?:etait|etions|avait|avions|faisait|faisions|l'a(?:vait)? (?:deja )?(?:fait|atteint))|mois (?:dernier|precedent|passe)s?|trimestre (?:dernier|precedent|passe)|tendance|nos (?:propres )?(?:chiffres|donnees|resultats|stats|statistiques)|moyenne des|a partir de nos|experience passee|last (?:year|quarter|month|summer|winter|spring|autumn|fall|week)|best (?:month|week|quarter|year|ever|score|result)|histor\w*|we (?:were|did|had|reached|hit|made|have done|achieved|used to|'ve done|got)|used to|previous(?:ly)?|past|trend\w*|our (?:own )?(?:past )?(?:data|numbers|figures|record|results?|average|stats)|track record|before|en 20\d\d|in 20\d\d|avant|il y a|ago|yoy|extrapol\w*|progression (?:actuelle|des)"),
)  # fmt: skip
"""Where a figure comes from, by the words of the answer."""

RESOURCES: tuple[tuple[Resource, str], ...] = (
    (Resource.OTHER_TEAM, r"depend\w*|(?:une |l'|d'une |des )?autres? (?:equipe|service|departement|direction|pole)s?|l'it|dsi|(?:equipe|service) (?:it|informatique|technique|produit|marketing|rh|data|dev|juridique|logistique|commercial)|informatique|it (?:team|department|people|support|dept)|(?<!\w)the it|marketing|produit|product(?: team)?|other (?:teams?|departments?)|another (?:team|department)|developers?|developpeurs?|devs?|prestataire|editeur|fournisseur|vendor|provider|legal|juridique|logisti\w*|the data team|engineering|hr(?: team)?|les rh|finance team"),
    (Resource.TOOLS, r"outil(?:s|lage)?|tool(?:s|ing)?|casques?|headsets?|micros?|microphones?|materiels?|equipements?|equipment|gear|hardware|ordinateurs?|ordis?|pc|computers?|laptops?|ecrans?|screens?|monitors?|telephones?|telephonie|postes? de travail|phones?|logiciels?|software|applis?|applications?|crm|chatbots?|connexion|bandwidth"),
    (Resource.PEOPLE, r"personnes?|gens|agents?|conseillers?|teleconseillers?|effectifs?|recru\w*|renforts?|du monde|de monde|bras|etp|ftes?|people|persons?|staff\w*|headcount|hir(?:e|es|ing)|advisors?|reps?|humain(?:e|s|es)?|main d'oeuvre|collaborateurs?|manpower|capacity|bodies|hands|temps|time|disponibilites?|interimaires?|cdd|alternant\w*"),
    (Resource.BUDGET, r"budgets?|argent|financ\w*|sous(?! )|moyens(?! humains)|money|fund\w*|cash|euros?|€|depenses?|investissement\w*|investment|credits?|licen[cs]es?|enveloppe"),
    (Resource.EXPERTISE, r"competences?|expertises?|formations?|former|formee?s?|savoir(?:-| )?faire|connaissances?|train\w*|skills?|know[- ]?how|knowledge|experts?|expertise|qualification\w*|coach\w*|specialist\w*|specialistes?"),
)  # fmt: skip
"""What a team needs, by the words of the answer."""

LACK = r"(?:manqu\w*|pas d[e']|pas assez|pas l[ea']|pas les|personne n|not (?:the|enough|any|really)|n'(?:a|ai|avons|ont) pas|n'y a pas|aucune?|sans|besoin|faut|faudra(?:it|s)?|non|lack\w*|missing|short of|shortage|no(?= \w)|not enough|need\w*|don't have|do not have|haven't|without|sauf|hormis|excepte|a part|except|but not|everything but|tout sauf|all but|depend\w*|limite(?:e|es|s)?|insuffisan\w*|serre|tight|juste|trop peu|too few|too little|under ?staffed|sous[- ]effectif|en attente|waiting (?:for|on)|bloque par|blocked by|require\w*|necessite\w*|il me faut|hire|recruter|embaucher|not sure (?:about|of)|pas sure? (?:du|de|pour)|would need|devons|missing|il nous|could use|aurait besoin|manque)"
ALL_THERE = r"(?:oui(?: a tout| pour tout| tout| on a tout| nous avons tout| sans (?:probleme|souci))?|on a (?:tout|ce qu'il faut)(?: ce qu'il (?:nous )?faut)?|nous avons tout(?: ce qu'il (?:nous )?faut)?|tout (?:est )?(?:ok|bon|la|en place|y est|dispo(?:nible)?)|rien ne manque|il ne manque rien|aucun (?:besoin|manque|probleme)|yes(?: to (?:all|everything|both)(?: of (?:it|them|that))?| we have (?:everything|it all|all of (?:it|that))| all (?:good|set|there|of (?:them|it|that))?| everything)?|we have (?:everything|it all|all we need|what we need|all of (?:it|that|them))(?: we need)?|all (?:there|set|good|yes|in place|of (?:it|them|the above))|nothing(?: is)?(?: missing)?|everything(?: is| we need is)? (?:there|in place|ok|available)|we're (?:good|all set|covered)|tout|all|on est bon|c'est bon|ok|good|on a les moyens|pas de manque|pas besoin de rien|nothing is missing|we are all set|all yes|no problem|aucun souci|pas de (?:souci|probleme))"

FIRST = r"(?:(?:le |la |the )?(?:1er|1ere|premier|premiere|first|1st|1|un|une|one|a|option 1|number one|numero 1|n°1|no 1)(?: (?:one|objectif|goal|but|partie|part|option|des deux))?)"
SECOND = r"(?:(?:le |la |the )?(?:2e|2eme|2nd|deuxieme|second|seconde|2|deux|two|b|option 2|last|dernier|derniere|latter|numero 2|number two|n°2|no 2)(?: (?:one|objectif|goal|but|partie|part|option))?)"
THIRD = r"(?:(?:le |la |the )?(?:3e|3eme|3rd|troisieme|third|3|trois|three|c|option 3)(?: (?:one|objectif|goal|but|partie|part|option))?)"
BOTH = r"(?:les (?:deux|2)|both(?: of them)?|tous les deux|all of them|les deux objectifs|toutes les deux)"

POINTS = r"(?:points?|pts?|pp|percentage points?|points? de pourcentage|en points?|in points?|absolu\w*|absolute(?:ly)?)"
PERCENT = r"(?:%|pour ?cents?|percent|per cent|pourcentage|relati(?:f|ve|vement|vely)|en %|in %|de la valeur|of the (?:baseline|current)|du niveau actuel|proportionne\w*|percentage(?! points?))"

OWNER_LEAD = (
    r"^(?:(?:c'est|ce sera|ca sera|ce serait|je pense(?: a| que c'est)?|je dirais|plutot|sans doute|surement|probablement|peut-etre|it's|it is|it'll be|it will be|that's|that would be|probably|i think(?: it's)?|i'd say|maybe|let's say|say"
    r"|on (?:a|va) (?:confier|donner) (?:ca )?a|confie a|avec|with|par|by|for|pour|a|oui|yes|non|no|rather|actually|en fait|owner|responsable|pilote|lead)[,: ]+)+"
)
OWNER_TAIL = r"(?:[ ,]+(?:s'en (?:occupe(?:ra)?|charge(?:ra)?)|pilote(?:ra)?|porte(?:ra)?|gere(?:ra)?|leads?(?: it)?|will (?:lead|own|do|take|run)(?: it| care of it)?|owns?(?: it)?|is (?:the )?(?:lead|owner|responsible|in charge)|est (?:le |la )?(?:pilote|responsable)|sera (?:le |la )?(?:pilote|responsable)|would (?:lead|own)(?: it)?|peut le faire|i think|je pense|i guess|bien sur|of course|stp|please|qui (?:pilote|s'en (?:occupe|charge)|gere|porte)(?: le projet| ca)?|does|runs it|va (?:piloter|s'en occuper|gerer)))+[.! ]*$"
ME = r"(?:moi(?:[- ]meme)?|me|myself|i|je|ce sera moi|c'est moi|i will|i do|i'll do it|i'll lead(?: it)?|i will lead(?: it)?|i lead(?: it)?|i own it|i am|i'm the owner|je m'en (?:charge|occupe)|je (?:le |la |l')?(?:pilote|prends|gere|porte)(?: le sujet)?|c'est moi qui (?:m'en (?:charge|occupe)|pilote|gere|porte|prends)|i'll (?:take|do|handle|run|drive|own)(?: it| this| that)?|i can(?: do it| take it)?|it's me|it'll be me|that's me|that would be me|moi je (?:pilote|m'en charge)|mine)"
NOBODY = r"(?:nous|on|we|us|notre equipe|our team|l'equipe|the team|tout le monde|everyone|everybody|tous|all of us|toute l'equipe|mon equipe|my team|the whole team)"
