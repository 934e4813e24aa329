"""How French-speaking teams speak of goals."""

# ruff: noqa: E501 - a table: one expression a line, however long

from coach.language.goal_words import GoalWords

_ABOUT = r"(?:environ |a peu pres |autour de |quasi |presque |pres de |seulement |a peine |deja |encore |que |qu'a |en moyenne |grosso modo |max |maxi |mini )?"

_NO_NAMES = (
    "csat nps ces fcr dmt dma frt aht qs qos ns ca sav it rh slack teams zendesk freshdesk intercom "
    "salesforce hubspot genesys excel aircall jira avec le la les un une des notre nos de du au aux en et "
    "ou il elle on nous vous je tu ils ce cette c'est dans pour par sur objectif cible reduire ameliorer "
    "augmenter passer janvier fevrier mars avril mai juin juillet aout septembre octobre novembre "
    "decembre lundi mardi mercredi jeudi vendredi samedi dimanche noel paques bonjour merci ok oui non "
    "salut hello t1 t2 t3 t4 q1 q2 q3 q4 s1 s2 france paris lyon lille nantes actuellement aujourd'hui "
    "equipe support client service chatgpt ia ivr svi crm acd kpi sla tma tmc rdv faq n1 n2 n3 "
)

FR = GoalWords(
    increase=(
        r"augment\w{0,6}", r"accro[iî]\w{0,8}", r"hausse[rs]?", r"mont(?:er|e|ons|ez|ent)", r"remont(?:er|e|ons|ez|ent)",
        r"croitre", r"developp(?:er|e|ons|ez)", r"elev(?:er|ons|ez)", r"relev(?:er|ons|ez|e)", r"progress(?:er|e|ons|ion)",
        r"boost(?:er|e|ons|ez)", r"gagn(?:er|e|ons|ez|ent)", r"multipli(?:er|e|ons)",
        r"faire grimper", r"grimper", r"pousser", r"ajouter", r"rajouter", r"up(?:er)?", r"muscler", r"decoller", r"vendre (?:plus|davantage)", r"recuperer", r"fidelis\w{1,5}",
        r"enrichir", r"intensifier", r"doper", r"garder plus",
    ),
    decrease=(
        r"recul(?:er|e|ons|ent)", r"redui(?:re|t|s|sons|sez|sent|rait|sant|te)", r"reduction", r"diminu(?:er|e|ons|ez|ent|tion|ant)", r"baiss(?:er|e|ons|ez|ent)",
        r"abaiss(?:er|e|ons|ez)", r"descend(?:re|s|ons|ez|e)", r"redescend(?:re|s|ons|ez)", r"ramen(?:er|e|ons|ez|ant)", r"raccourci(?:r|s|ssons|ssez)",
        r"limit(?:er|e|ons|ez)", r"coup(?:er|ons|ez)", r"divis(?:er|e|ons|ez)", r"perdre moins", r"economiser", r"chuter", r"faire tomber",
        r"tomber", r"decroitre", r"allege[rz]", r"eviter", r"supprimer", r"eliminer", r"minimiser", r"(?:ne |n')[a-z]{3,14} plus", r"freiner", r"enrayer", r"ecreter", r"vider", r"resorber",
        r"absorber", r"apurer", r"purger", r"ecouler", r"arreter d[e']", r"stopper", r"reduir", r"rogner", r"gratter", r"degonfler", r"desengorger", r"contenir", r"passer sous", r"repasser sous",
    ),
    reach=(
        r"attein(?:dre|s|t|dra|drons|te|gne|gnions)", r"arriv(?:er|e|ons|ions) a", r"obten(?:ir|ons|ez)", r"vis(?:er|e|ons|ez|ait)", r"parvenir a", r"avoir",
        r"etre a", r"passer a", r"toucher", r"viser", r"tenir", r"decrocher un", r"realiser", r"faire", r"objectif", r"cible", r"rester a",
    ),
    maintain=(
        r"mainten(?:ir|ons|ez|ant un|ue?)", r"maintien", r"gard(?:er|ons|ez)(?! plus)", r"conserv(?:er|ons|ez)", r"rest(?:er|ons|ez|e) (?:a|au|sous|en|au-dessus|inferieure?s?|superieure?s?|stable)", r"stabilis(?:er|e|ons|ation)",
        r"ne pas (?:descendre|depasser|perdre|baisser|degrader|laisser)", r"(?:ne )?(?:doi(?:t|vent)|devra\w{0,4}|devront|peu(?:t|vent)|faut) (?:surtout |absolument )?(?:pas|jamais|plus) (?:qu\w+ |que [^.,;#]{2,30} )?(?:re)?(?:descend\w{1,3}|depass\w{1,3}|pass(?:er|e) (?:sous|au-dessus|en dessous)|tomb\w{1,3}|baiss\w{1,3}|chut\w{1,3}|augment\w{1,3}|mont\w{1,3}|diminu\w{1,3}|recul\w{1,3})", r"preserver", r"tenir(?= (?:le|les|la|notre|nos|un|#))", r"continuer (?:a|d')", r"consolider", r"perenniser", r"sauvegarder",
    ),
    improve=(
        r"amelio\w{0,8}", r"ameilor\w{0,6}", r"amelior\w{0,8}", r"optimis\w{0,6}", r"redress(?:er|ons)", r"perfectionner", r"bonifier", r"faire evoluer", r"travailler sur",
        r"mieux", r"changer", r"meilleure?s?", r"renforc(?:er|e|ons)", r"maximis\w{0,5}",
    ),
    quicker=(r"plus (?:vite|rapide(?:ment|s)?|tot|court(?:e|s|es)?)", r"accelere[rz]?", r"accelerons", r"gagner du temps", r"moins (?:longtemps|longue?s?|longtps|attendre|lent(?:e|s|es)?)", r"trop long(?:s|ue|ues|temps)?", r"attende?nt? moins", r"attendre moins", r"raccourcir", r"rapidement", r"plus reactifs?", r"gagner en reactivite"),
    doing=(
        r"sign(?:er|e|ons|ez|ent)", r"obten(?:ir|ons|ez)", r"vend(?:re|ons|ez|s)", r"prend(?:re|s)", r"pren(?:ons|ez|dre)", r"form(?:er|ons|ez)", r"publi(?:er|ons|ez)", r"redig(?:er|eons|ez)", r"ecri(?:re|vons|vez|ve)", r"cree(?:r|ons|z)?", r"recrut(?:er|ons)", r"embauch(?:er|ons)",
        r"appel(?:er|ons)", r"pass(?:er|ons|ez|ent|e)", r"gener(?:er|ons|ez)", r"trait(?:er|ons|ez|ent|e)", r"resou(?:dre|s|d)", r"resol(?:vons|vent|ve)", r"certifi(?:er|ons)", r"decroch(?:er|ons)", r"collect(?:er|ons)", r"realis(?:er|ons|e)", r"faire",
        r"planifi(?:er|ons)", r"organis(?:er|ons)", r"produi(?:re|sons)", r"mettre en ligne", r"animer", r"completer", r"lancer", r"repondre", r"caler", r"poser", r"qualifier", r"ramener", r"envoyer", r"rappel(?:er|ons)", r"convertir", r"contacter", r"terminer", r"finir", r"fermer", r"cloturer", r"boucler", r"livrer",
    ),
    above=r"(?:au[- ]dessus (?:de|des|du)|au[- ]dela (?:de|des|du)|plus (?:de|d'|que)|superieure?s? (?:a|aux)|>|depass(?:er|e|ons)|franchir(?: les| le cap des| la barre des)?)",
    below=r"(?:en dessous (?:de|des|du)|au[- ]dessous (?:de|des|du)|en[- ]dessous|sous(?: la barre)?(?: les| des| le seuil des| de)?|moins (?:de|d'|que)|inferieure?s? (?:a|aux)|<|en deca de)",
    floor=r"(?:au moins|au minimum|minimum(?: de)?|mini|min\.?|a minima|au plus|au maximum|maximum(?: de)?|maxi|max\.?|>=|<=|≥|≤|pas plus (?:de|d')|pas moins (?:de|d')|d'au moins|d'au plus|ne depass\w{1,4} pas|sans depasser|jusqu'a|plafonn\w{1,3} a)",
    to=r"(?:(?:a|vers|jusqu'a|jusqu'aux|aux?) ?(?:les |la barre des |un niveau de |hauteur de |une moyenne de |un score de |un taux de |un |une |des |seulement )?|->|=>|→)",
    by=r"(?:de|d'|d')" + " ?" + r"(?:au moins |environ |pres de |plus de |minimum |quelques |l'ordre de |a peu pres |encore |moins de )?",
    change=r"(?:(?:hausse|baisse|augmentation|reduction|diminution|progression|amelioration|croissance|gain|recul|chute|economie|bond|\+|evolution) (?:moyenne |nette |significative |mensuelle |globale )?(?:de |d'|d'au moins |d'environ |minimum de |de plus de )|gagn(?:er|e|ons|ez) (?:au moins |environ |encore |plus de )?|perdre |ajouter |rajouter |economiser |rogner |gratter |prendre (?=#+ points?)|(?<!au )(?<!du )(?:plus|moins) )",
    change_after=r" ?(?!ou )(?:[a-z'% ]{0,34} (?:de|en) (?:plus|moins)(?! d(?!'ici)| que d)|de (?:plus|moins)|en (?:plus|moins)|(?:(?!ventes? )[a-z']{2,14} ){0,2}?(?:supplementaires?|additionnel(?:le)?s?)(?!\w)|de (?:reduction|baisse|hausse|mieux|gain|augmentation|croissance|progression|diminution)|plus (?:vite|rapide(?:ment)?|haut|bas|court)|(?:fois )?par rapport|moins (?:de |d')(?!#)|plus (?:de |d')(?!#|@))",
    baseline=r"(?:(?:qui atteint|qui est|actuellement|aujourd'hui|a ce jour|pour l'instant|en ce moment|ces temps-ci|a l'heure actuelle|present(?:ement)?|maintenant|la|auj|ajd|actuel(?:le)?s?|baseline|reference|depart|de base|l'existant|valeur actuelle|niveau actuel|point de depart|situation(?: actuelle)?|base|constat|(?:on|nous|ns|j'|je|c'|il|elle|qui|ca|cela) ?(?:en )?(?:est|sommes|suis|etait|etions|etais|sont|tourne|tournons|plafonne|plafonnons|stagne|stagnons|oscille|fait|faisons|avait|avions|avons|a|ai|atteint|vaut|part|partons|met|mettons|demarre|sort|rame)|(?:equipe|taux|score|csat|nps|dmt) (?:tourne|plafonne|stagne|oscille)|est|sommes|etait|etions|plafonne|plafonnons|stagne|stagnons|tourne|tournons|on a|on fait|on met|on est|nous sommes|partant|partir|partons|partis|au lieu|contre|au depart|initialement|passe de|versus|vs)(?: (?:actuellement|aujourd'hui|a ce jour|pour l'instant|en ce moment|deja|encore|juste|genre|dans les|seulement|toujours|bloques?|rendus?|en moyenne|autour|environ|a peu pres|plutot|maintenant|la))* ?(?:[:=(]|est |etait )? ?(?:est )?(?:a |de |d'|autour de |aux alentours de |aux environs de |vers |sur |en moyenne (?:a )?|environ )?(?:un |une |environ |a peine |seulement |les )?)",
    baseline_after=r" ?(?:[(,]? ?(?:de moyenne )?(?:(?:de )?(?!(?:a|et|au|vers|ou|en|par|objectif|cible)(?!\w))[a-z/]{2,14} (?:aujourd'hui|actuellement|auj|ajd)(?!\w)|actuellement|aujourd'hui|aujourdhui|auj|ajd|a ce jour|pour l'instant|pour le moment|en ce moment|maintenant|a l'heure actuelle|actuels?|actuelles?|au depart|de base|de depart|a date|la(?= ?(?:$|[.,;:!?)]| (?:on|nous|et|mais|je|avec|pour|sur)(?!\w)))|currently|today|now|en moyenne (?:actuellement|aujourd'hui)|constates?|constatee?s?|mesures?|ces derniers temps|§|(?:en|au|fin|sur|le|la|l'|du|de|depuis|il y a) ?(?:le |la |l'|les )?§))",
    target=r"(?:objectif|cible|but|visee?s?|viser|vise|visons|visez|target|(?<!qui )attein(?:dre|s|t|te|gne)|obj|souhait(?:e|ent|ons|erai[st]|erions)|voulons|veux|veut|veulent|voudrai[st]|voudrions|aimerai[st]|aimerions|besoin|faut|doit|devons|doivent|ambition|but est|realiste)(?: (?:est|serait|c'est|cible|final|vise|fixe|realiste|principal|moyen|d'atteindre|d'arriver|d'etre|de passer|de descendre|d'avoir|d'obtenir|arriver|etre|passer|atteindre|les|monter|descendre|tomber|faire|avoir|revenir|repasser|remonter|redescendre|retomber|ramener|un [a-z]{2,12}|une [a-z]{2,12}|le [a-z]{2,12}|la [a-z]{2,12}))* ?(?:[:=(]|est |c'est |->)? ?(?:a |de |d'|vers |autour de |les |un |une )?(?:au moins |au minimum |environ |plus de |moins de )?",
    target_after=r" ?(?:\(?(?:cible|vises?|visee?s?|souhaitee?s?|vise|minimum|mini|maximum|maxi|max|min|au minimum|au maximum|en cible|d'objectif|au moins|au plus|ou plus|ou moins|et plus|a terme)(?!\w)|@|(?:a|au|en|pour|d'ici|avant|fin|des|le|la|les|d'ici a|a la) ?(?:le |la |l'|les )?@)",
    stretch=r"(?:au mieux|idealement|dans l'ideal|l'ideal(?: serait| c'est)?|voire(?: meme)?|si possible|ambitieux|stretch|et pourquoi pas|pourquoi pas|reve|objectif haut|max reve|rever de|l'objectif ambitieux(?: serait| est)?)(?: serait| est|:)? ?(?:[:=(])? ?(?:a |de |d'|les |atteindre |monter a |vers )?",
    stretch_after=r" ?(?:\(?(?:avec (?:un peu )?de (?:la )?chance|dans l'ideal|idealement|au mieux|si possible|en stretch|ambitieux|en ambition|si tout va bien|si on est ambitieux))",
    pair_from=r"(?:(?:passer|de|depuis|du|d'|partir de|partant de|entre|monter|descendre|passe|passant)(?: (?:un|une|environ|pres de|plus de|moins de|l'actuel|les|nos|actuellement|aujourd'hui|en moyenne|[a-z]{3,12} (?:a|de)))? ?)",
    pair_to=r" ?(?:\(?(?:[a-z'@§, ]{0,45})\)?)? ?(?:a|vers|jusqu'a|aux?|et)(?: (?:les|au moins|moins de|plus de|environ|un|une|minimum|maximum|max|seulement|la barre des|quasi|presque|peine|atteindre))? ?",
    instead=r"(?: (?!de |a |et )[a-z]{2,12}){0,3} ?[,(]? ?(?:au lieu (?:de|des|d')|contre|plutot que(?: de)?|vs\.?|versus|et non|en lieu et place de|alors (?:qu'on|que nous|que l'on) (?:est|sommes)(?: a)?|quand on est a|pour|face a)(?: (?:les|actuellement|aujourd'hui|environ))? ?",
    between=r"(?:entre|de l'ordre de|dans une fourchette de) ?",
    range_and=r" ?(?:et|a|ou|-) ?",
    within=r"(?:en|sous|dans(?: les| un delai de)?|d'ici|en moins de|sous les|avant|en dessous de|moins de|dans les|inferieure? a|en maximum|en max|en maxi|delai de|jusqu'a|<|=<|<=|en moins d')(?: moins de)? ?",
    guard=r"(?:sans (?:que (?:le|la|les|notre|nos) )?(?:faire )?(?:baisser|perdre|degrad\w{1,4}|descendre|diminuer|sacrifier|deteriorer|toucher|nuire|impacter|abimer|compromettre|perte|baisse|augmenter|depasser|degradation|que|rogner|faire chuter|bouger|reculer|negliger|nuir|plomber|casser|flinguer|penaliser|affecter|faire de tort)|tout en (?:gardant|maintenant|conservant|preservant|restant|tenant|assurant)|en (?:gardant|maintenant|conservant|preservant|veillant|restant|tenant|respectant|garantissant)|a condition (?:que|de)|pourvu que|sous reserve|a (?:csat|qualite|nps|satisfaction|effectif|cout|fcr|dmt) (?:constante?|egale?|stable|maintenue?|au moins)|sans que|avec (?:un|une|le|la) (?:csat|nps|satisfaction|qualite|fcr|taux|note|dmt|ces)[a-z' ]{0,25} (?:d'au moins|au[- ]dessus|pas (?:en dessous|sous|inferieure?)|superieure?|stable|maintenue?|qui (?:reste|ne)|>|>=|au moins|minimum|a minima|constante?)|le (?:csat|nps) (?:ne|n')|la (?:satisfaction|qualite) (?:ne|n')|et que (?:le|la|les) [a-z]{2,20} (?:ne|n'|reste))",
    lever=r"(?:grace (?:a|au|aux)|via|par le biais (?:de|du|d')|au moyen (?:de|d'|du)|a l'aide (?:de|d'|du|des)|en s'appuyant sur|au travers (?:de|d'|du)|a travers|avec l'aide (?:de|d'|du|des)|par (?:un|une|des|le|la|les|l')(?= [a-z])(?! (?:jour|semaine|mois|an|agent|personne|conseiller|client|contact|heure))|avec (?:un|une|deux|des|plus de|de nouve\w{1,4})(?! (?:peu de (?:la )?chance|csat|nps|objectif|cible|baseline|taux|ces|fcr|dmt|satisfaction)) (?=[a-z])|levier ?:|comment ?:|action ?:|plan d'action ?:|moyens? ?:|en (?=(?!attend|maint|gard|conserv|veill|rest|respect|tenant|preserv|pass|partant|dimin|aug)[a-z]{2,14}ant(?!\w)))",
    relevance=r"(?:afin (?:que|qu'|de|d')|pour (?:que|qu')|dans le but (?:de|d')|parce (?:que|qu')|car(?!\w)|de (?:facon|maniere) a(?: ce que)?|puisque|histoire (?:de|d'|que)|(?:pourquoi|raison|enjeu|interet) ?:|pour (?=(?:mieux |ne (?:plus|pas) |plus |davantage |enfin |nous )?(?!atteindre|arriver|passer|etre|descendre|monter|obtenir|avoir|tenir|finir|faire)[a-z]{2,16}(?:er|ir|re)(?!\w)))",
    scope=r"(?:(?:au|a la|a l'|aux|dans|sur|pour|chez|du cote (?:du|de la|des)|cote|de|du|dans le cadre du) ?(?:le |la |les |l'|notre |nos |mon |ma |leur )?(?:equipe|service|plateau|support|pole|canal|file|perimetre|cellule|site|agence|departement|bu|front office|back[- ]office|hotline|standard|chat|tchat|mail|e-mail|telephone|whatsapp|sav|niveau|n[123](?!\w)|tickets? (?:techniques?|facturation|n[123])|appels? (?:entrants|techniques?)|reseaux sociaux|facturation)[^,.;()@#]{0,40})",
    owner=(
        r"(?:pilot[ée]e?s?|port[ée]e?s?|men[ée]e?s?|dirig[ée]e?s?|g[ée]r[ée]e?s?|suivie?s?|conduite?s?|anim[ée]e?s?|assur[ée]e?s?|coordonn[ée]e?s?|supervis[ée]e?s?|chapeaut[ée]e?s?|dirig[ée]e?s?|coach[ée]e?s?) par {name}",
        r"(?:[Rr]esponsable|[Rr]esp\.?|[Pp]ilote|[Pp]orteur|[Pp]orteuse|[Rr]éf[ée]rente?|[Rr]eferente?|[Oo]wner|[Ll]ead|[Pp]ropri[ée]taire|[Cc]hef de projet|RESPONSABLE|PILOTE)(?!\w) ?(?::|=|est|sera|c'est|-|ce sera)? ?(?:de ce projet |du projet )?{name}",
        r"(?:sous la (?:responsabilit[ée]|direction|conduite|houlette)|sous l'[ée]gide) (?:de |d'){name}", r"(?:confi[ée]e?s?|attribu[ée]e?s?|affect[ée]e?s?|assign[ée]e?s?) [àa] {name}",
        r"{name} (?:pilote(?:ra)?(?!nt)|porte(?:ra)?(?!nt)|s'en (?:occupe(?:ra)?|charge(?:ra)?)|est (?:le |la )?(?:responsable|pilote|lead|r[ée]f[ée]rente?)|sera (?:le |la )?(?:responsable|pilote|lead)|g[èe]re(?:ra)?|m[èe]ne(?:ra)?|dirige(?:ra)?|suit|suivra|prend (?:le lead|la main|en charge|le sujet)|lead|anime(?:ra)?|supervise(?:ra)?|coordonne(?:ra)?|conduit|conduira|en (?:est|sera) (?:responsable|charge|le pilote)|aux manettes|au pilotage|comme (?:pilote|responsable))",
        r"c'est {name} qui (?:pilote|porte|g[èe]re|s'en (?:occupe|charge)|m[èe]ne|suit|prend)", r"(?:avec|et) {name} (?:comme|en) (?:pilote|responsable|lead|owner|chef)", r"{name} (?:en|comme) (?:pilote|responsable|lead|owner)", r"{name} responsable(?= ?(?:$|[.,;!)]|avec |et ))",
        r"(?:c'est|ce sera|plut[ôo]t) {name}(?= ?(?:$|[.,;!]))", r"[Aa]vec {name}",
    ),
    no_names=frozenset(_NO_NAMES.split()),
    vague=r"(?:amelio\w{0,8}|optimis\w{0,6}|mieux|meilleure?s?|booster|plus (?:vite|rapide(?:ment|s)?|efficaces?|reactifs?|reactives?|performants?|souvent)|renforcer|maximis\w{0,5}|developper|progresser|perfectionner|monter en (?:gamme|puissance|competence)|plus de|moins de|davantage|accelerer|satisfaire|fluidifier|moderniser|dynamiser|faire mieux|top|au top|efficacite|efficace|performant)",
    cadences=(
        ("daily", r"(?:chaque jour|tous les jours|quotidien(?:ne)?(?:ment|s)?|par jour|journalier|/ ?jour|/ ?j)"),
        ("weekly", r"(?:chaque semaine|toutes les semaines|hebdo(?:madaire)?(?:ment|s)?|par semaine|/ ?sem(?:aine)?|chaque (?:lundi|mardi|mercredi|jeudi|vendredi)|tous les (?:lundi|mardi|mercredi|jeudi|vendredi)s?|une fois (?:par|la) semaine)"),
        ("monthly", r"(?:chaque mois|tous les mois|mensuel(?:le)?(?:ment|s)?|par mois|/ ?mois|une fois par mois|chaque fin de mois|/ ?m(?= |$))"),
        ("quarterly", r"(?:chaque trimestre|tous les trimestres|trimestriel(?:le)?(?:ment|s)?|par trimestre|/ ?trimestre|/ ?trim|tous les 3 mois)"),
    ),
    goal=r"(?:objectifs?|cible|but|viser|vise|visons|(?:je|on|nous) (?:veux|veut|voulons|voudrais|voudrions|souhaite|souhaitons|aimerais|aimerait|aimerions|doit|dois|devons|vise|vais|va|allons)|il faut|faudrait|faut|ambition|notre priorite|j'aimerais|l'idee|challenge|mon obj|obj|que (?:les|nos)|but du jeu|besoin d[e']|cap|defi)",
    fewer=r"(?:moins (?:de |d')|trop (?:de |d'))",
    more=r"(?:plus (?:de |d')|davantage (?:de |d')|un maximum de )",
    joint=r"(?:et(?: aussi| egalement| en meme temps| puis| ensuite)?|ainsi que|puis|mais aussi|\+|;|&|, et|,)",
    polite=r"(?:(?:bonjour|bonsoir|salut|hello|coucou|hi|hey)(?: (?:jalon|a tous|tout le monde|l'equipe|coach))?[,!. ]*)",
)  # fmt: skip
"""Everything the reader needs for French."""
