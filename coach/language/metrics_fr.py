"""How French-speaking teams name their metrics. Expressions over the folded text; see `patterns.py`."""

# ruff: noqa: E501 - a table: one expression a line, however long

from coach.metrics import MetricKey as M

_CALLS = r"(?:appels?|contacts?|demandes?|tickets?|sollicitations?|mails?|e-?mails?|dossiers?|requetes?|chats?|messages?)"
_CUSTOMERS = r"(?:clients?|usagers?|utilisateurs?|abonnes?|appelants?|clientele|adherents?|assures?)"
_SHARE = r"(?:\d{1,3}(?:[.,]\d)? ?(?:%|pour cent) )?(?:des |de |d')?"
_RATE = r"(?:taux|part|pourcentage|tx|%|nombre|nb|proportion)"
_BACKLOG = (
    r"(?:(?<!en )(?<!pour le )(?<!pour ce )(?<!pour mon )(?<!pour notre )(?<!desole du )(?<!desolee du )"
    r"(?<!desoles du )(?<!desole de ce )(?<!desolee de ce )(?<!excusez le )(?<!excuse le )(?<!moi du )"
    r"(?<!moi le )retard|(?<=en )retard(?= (?:sur|dans) ))"
)
"""Work that waits; not somebody who is late, nor their apology."""
_OF = r"(?:de la |de l'|de l |d'|d |de |du |des )"

NAMES: tuple[tuple[M, tuple[str, ...]], ...] = (
    (M.CSAT, (
        r"csat", r"c-sat", r"taux de satisf(?:action)?(?: (?:des |de nos )?clients?| clientele)?",
        r"(?:score|note|indice|niveau|pourcentage|%)(?: moyenn?e?)? (?:de )?(?:la )?satisf(?:action)?(?: clients?| clientele| des clients)?",
        r"note (?:client|moyenne des clients|de satisfaction|donnee par les clients)", r"clients? satisfaits?", r"clients? sur \d{1,3} (?:soient |sont |tres )?(?:satisfaits|contents)",
        r"(?:taux de )?clients? (?:tres )?satisfaits?", r"% de satisfaits",
        rf"{_CUSTOMERS} (?:qui sont |soient |se disent |se disant )?(?:tres |plus )?(?:satisfaits?|contents?|heureux)",
        r"notes? des enquetes(?: de satisfaction)?", r"avis (?:a )?5 etoiles",
    )),
    (M.NPS, (r"nps", r"net promoter(?: score)?", r"taux de recommandation", r"score de recommandation",
             r"(?:nos )?promoteurs", r"recommand(?:ent|eraient|er) (?:notre service|a (?:un|leurs) (?:proche|amis?))",
             r"clients? (?:nous |qui nous )recommande(?:nt|raient)")),
    (M.CES, (r"customer effort score", r"effort clients?", r"score d'effort(?: clients?)?", r"effort (?:des|de nos|du) clients?",
             r"facilite de (?:contact|resolution)")),
    (M.FCR, (
        r"fcr", r"rpc", r"one and done", rf"(?:taux )?{_OF}?resolution (?:au|des le|du|dès le|en|en un) (?:premier|1er|1|un seul|un) (?:contact|appel|coup)",
        r"resolution (?:en )?(?:one shot|immediate|1er niveau|au premier niveau)", r"taux de resolution(?! rapide)(?: en ligne| immediate| 1er contact| n1)?",
        r"(?:resolus?|resolues?|resoudre|regle[rs]?|reglees?|traites?|traitees?|solutionne[rs]?|resolve)[^.,;#]{0,40} (?:du|au|des le) (?:premier|1er|1) (?:contact|appel|coup|echange)",
        r"sans (?:que les clients aient a |avoir a )?rappeler", r"taux de reiteration", r"(?:clients?|appels?) qui (?:nous )?rappellent",
        r"premier contact resolu", r"reiterations?", r"tickets? rouverts?", r"(?:taux de )?reouvertures?(?: de tickets?)?", r"taux de rappel(?: client)?",
    )),
    (M.AHT, (
        r"dmt", r"aht", r"dmc", r"tmt", r"tmc", r"dmta", r"tht", r"dcm", r"temps (?:moyen )?de traitement(?: moyen)?(?: des? (?:appels?|contacts?|chats?))?",
        r"duree (?:moyenne )?de traitement(?: moyenne)?(?: des? (?:appels?|contacts?|chats?))?",
        r"duree (?:moyenne )?(?:des|d'|d'un|de nos|de conversation|d'une) ?(?:appels?|communications?|conversations?|com)?",
        r"duree (?:moyenne )?(?:de )?com(?:munication)?s?", r"temps (?:moyen )?(?:passe )?(?:par|en|de|d'|sur chaque) ?(?:appel|communication|contact|com|conversation)s?",
        r"temps de parole", r"temps moyen de conversation", r"appels (?:trop longs|plus courts)", r"longueur des appels", r"raccourcir les appels",
    )),
    (M.FIRST_RESPONSE_TIME, (
        r"frt", r"(?:premiere|1ere|1re) reponse",
        r"(?!vitesse moyenne de reponse(?! au))(?:temps|delais?|duree|vitesse|rapidite|tps)(?: (?:moyen|moyenne|de|pour la))* (?:de |la )?(?:premiere |1ere |1re )?reponse(?: moyen(?:ne)?)?(?: (?:initiale|aux? (?:mails?|e-?mails?|clients?|tickets?|demandes?|messages?|courriels?)|mail|email|chat))?",
        r"tmr", r"dmr", r"temps de reaction", r"delai de (?:prise en charge|prise de contact|rappel|recontact)",
        r"reactivite", r"temps (?:moyen )?de prise en charge", r"temps (?:mis )?pour repondre", r"delai pour repondre",
        r"(?<!mieux )(?:repondre|reponde|repond|repondons|repondent|reponse)(?: (?:plus vite|plus rapidement))?(?: a)?(?: (?:tou(?:s|tes) )?(?:les|nos|aux|a nos|a toutes les|a tous les|des|leurs))? ?(?:mails?|e-?mails?|courriels?|messages?|tickets?|clients?|demandes?|dm|avis|commentaires)(?: google| trustpilot)?",
        r"(?:rappele[rs]?|recontacte[rs]?|rappeles|rappelees) (?:plus vite|plus rapidement|plus tot|sous|dans|en moins)", r"rappeler (?:les|nos) clients?", r"rappels? (?:des )?clients?",
    )),
    (M.RESOLUTION_TIME, (
        r"ttr", r"mttr", r"dmr", r"gtr", r"(?:temps|delais?|duree|tps)(?: moyen(?:ne)?)? (?:de |pour )?(?:resolution|resoudre|cloture des? (?:tickets?|dossiers?|demandes?)|traitement des? (?:tickets?|dossiers?|demandes?|reclamations?|litiges?|mails?|remboursements?|sav)|resolution moyen|retablissement|depannage)(?: (?:moyen(?:ne)?|des (?:tickets?|incidents?|demandes?|reclamations?|pannes?|problemes?|litiges?)|un (?:ticket|incident)|les (?:tickets|incidents)))?",
        r"traitement (?:des|de nos|d'un|du) (?:tickets?|litiges?|reclamations?|dossiers?|demandes?|incidents?|sav|plaintes?|remboursements?|e-?mails?|mails?)", r"delai(?:s)?(?: moyen)? de (?:traitement|remboursement|reglement)", r"(?:resoudre|resolvions|regler|traiter|cloturer|fermer|clore|boucler|resolus|traites|clos|fermes)(?: (?:plus vite|plus rapidement))?(?: (?:tou(?:s|tes) )?(?:les|nos|des|chaque|un))? ?(?:tickets?|incidents?|reclamations?|dossiers?|litiges?|pannes?|problemes?|plaintes?)",
        r"(?:tickets?|incidents?|reclamations?|dossiers?|litiges?|plaintes?|pannes?)[^.,;#]{0,20} (?:resolus?|resolues?|traitee?s?|clos|closes?|fermee?s?|cloturee?s?) (?:en|sous|dans|plus vite|plus rapidement)",
    )),
    (M.WAIT_TIME, (
        r"tma", r"dma", r"dmd", r"tmd", r"(?:temps|delais?|duree|tps)(?: moyen(?:ne)?)? ?(?:d'|de |d |en )?(?:mise en )?(?:at+ente?|attent|decroche|decrochage|file d'attente|patience|prise d'appel|mise en relation|mise en attente)(?: moyen(?:ne)?)?(?: (?:telephonique|au telephone|des clients|des appels|des appelants|client|moyen(?:ne)?))?",
        r"attente (?:telephonique|au telephone|moyenne|client|des clients|des appelants|en ligne|au standard|avant decroche)", r"vitesse de (?:reponse|decroche)", r"vitesse moyenne de reponse",
        r"(?:clients?|appelants?|gens|usagers?)[^.,;#]{0,25} (?:attendent|attende|patientent|attendre|patienter)",
        r"(?:attendent|patientent|attendre|patienter|d'attente)(?: (?:trop|moins|longtemps))*", r"file(?:s)? d'attente", r"decrocher plus (?:vite|rapidement)",
        r"decroche(?:r|ons|nt)? (?:en|sous|avant) (?:moins )?",
    )),
    (M.OCCUPANCY, (r"taux d'occup(?:ation)?(?: des (?:agents|conseillers|teleconseillers))?", r"occupation(?: des (?:agents|conseillers))?", r"taux d'utilisation des agents", r"taux d'activite(?: des agents)?", r"occupancy")),
    (M.WRAP_UP_TIME, (r"(?:delai|temps|duree)(?: moyen(?:ne)?)? (?:de |d')?(?:cloture(?: d'appel| des appels)?|post[- ]?appels?|apres[- ]?appels?|apres l'appel|wrap[- ]?up|acw|saisie(?: apres(?: l')?appel)?|post[- ]?traitement|finalisation)", r"acw", r"wrap[- ]?up", r"post[- ]?appels?", r"travail (?:post|apres)[- ]?appel", r"(?:temps|delai|duree)(?: moyen(?:ne)?)? de (?:traitement|travail|saisie|gestion) (?:post|apres)[- ]?(?:l'|les |chaque |un )?appels?", r"temps de traitement apres appel", r"traitement post[- ]appel")),
    (M.TRANSFER_RATE, (rf"{_RATE} {_OF}?(?:transferts?|transferes?|escalades?)(?: d'appels?| {_CALLS})?", rf"transferts?(?: d'appels?| {_OF}?{_CALLS}| au niveau 2| au n2| vers le (?:niveau 2|n2|back[- ]?office))?", r"taux de transfert", r"transfer(?:er|e|ons|ent)(?: #+| \d+ ?%)?(?: des?| moins| trop| plus)? ?(?:d'|de |des )?(?:appels?|contacts?)", r"(?:appels?|contacts?|tickets?) (?:transferes|escalades|rediriges)", r"escalades?(?: (?:au|vers le) (?:niveau|n) ?2)?", r"transferer moins(?: d'appels)?", r"renvois? d'appels?")),
    (M.CONTACT_VOLUME, (rf"(?:volumes?|nombre|nb|flux|quantite)(?: moyen)? {_OF}?(?:{_CALLS}|appels entrants|contacts entrants)(?: entrants?| recus?| client)?(?! (?:en attente|ouvert|en retard|en cours|non |en souffrance|transf|perdu|abandon|manque|sortant|emis|passe|qualifie))", r"volumetrie(?: des? (?:appels?|contacts?|tickets?))?", r"taux de contact", r"appels entrants", r"(?:appels?|tickets?|contacts?|mails?) (?:recus?|entrants?)", r"(?:moins|reduction|baisse|diminution|reduire|diminuer|baisser) (?:d'|des |de |les |nos )(?:appels|contacts|tickets)(?! (?:transf|repet|reiter|rouvert|non |en attente|en retard|de plus de))", r"taux d'appel", r"(?:appels|contacts|tickets|mails|demandes) (?:par|/) ?(?:jour|semaine|mois)(?! (?:et )?par (?:agent|conseiller|tele|commerc|personne))")),
    (M.TICKET_BACKLOG, (r"backlog(?: de tickets?)?", rf"(?:stock|encours|en-?cours|{_BACKLOG}|reste a traiter|pile|arriere)s?(?: (?:de|des|sur les) (?:tickets?|dossiers?|mails?|demandes?|reclamations?))?(?! de (?:cartons?|papiers?|marchandises?|pieces?|produits?))", r"tickets? (?:en attente|ouverts|en retard|non (?:traites|resolus)|en souffrance|en stock|anciens|de plus de {k} jours)", r"(?:dossiers|demandes|mails) (?:en attente|en retard|en souffrance|non traites|ouvertes?|en cours)", r"arriere de tickets?")),
    (M.SERVICE_LEVEL, (r"(?:repondre|repondions|reponde|traiter|traite|decrocher|decroche|resoudre|prendre(?: en charge)?|pris|rappeler|cloturer|servir|satisfaire) (?:a )?(?:au moins |plus de )?\d{1,3} ?(?:%|pour cent) (?:des |de nos |d')(?:\w{2,14})(?![^.,;]{0,30} (?:premier|1er|avec le bot|sans ))", r"\d{1,3} ?(?:%|pour cent) (?:des |de nos |d')\w{2,14}(?: \w{2,14})? (?:decroches|repondus|pris|prises|traites|traitees|servis|resolus|resolues|rappeles|cloturees?|clos)(?: en charge)?(?= (?:en|sous|dans|avant)(?: moins)?(?: d[e'])? ?(?:les )?\d)", r"appels? sur \d{1,3} (?:soient |sont )?(?:pris|decroches|repondus|traites)", r"qs", r"qos", r"taux de (?:qualite de service|service|decroche|decrochage|prise en charge|reponse|traitement des appels|joignabilite|accessibilite|prise d'appels?)(?: telephonique)?", r"niveau de service", r"qualite de service", r"service level", r"sla", r"accessibilite(?: telephonique)?", r"joignabilite", r"appels? (?:decroches?|repondus?|pris(?: en charge)?|traites|servis)", r"decroche", r"taux de respect (?:du|des) sla")),
    (M.ABANDONMENT_RATE, (rf"{_RATE} {_OF}?(?:abandons?|appels? (?:abandonnes?|perdus?|manques?)|perte|perdus|raccroches?)(?: d'appels?| {_OF}{_CALLS})?", r"abandons?(?: d'appels?| {_OF}appels)?".replace("{_OF}", _OF), r"appels? (?:abandonnes?|perdus?|manques?|rates?|non decroches|sans reponse)", r"(?:perd(?:re|ons)?|ratons|rater|manquer|manquons) (?:trop d'|moins d'|des |d')appels?", r"taux de perte", r"raccroche(?:nt|r)?(?: avant)?", r"abandonne(?:nt|r)?")),
    (M.QUALITY_SCORE, (r"(?:score|note|notes|taux|indice|grilles?|resultats?|niveau)(?: moyenn?e?)? (?:de |d')?(?:la )?(?:qualite(?! de service)|qa|evaluation qualite|ecoutes?|double ecoute|qualite des appels|conformite|qualite relationnelle)(?: (?:des|d') ?(?:appels?|ecoutes?|echanges|reponses))?", r"qualite (?:des|de nos|d') ?(?:appels?|echanges?|reponses?|contacts?|ecoutes?|ecoute)", r"score qa", r"scoring qualite", r"note (?:d'|des |de l')ecoutes?", r"grille (?:d'evaluation|qualite|d'ecoute)", r"monitoring qualite", r"evaluations? qualite")),
    (M.CHURN_RATE, (r"churn", r"(?:taux )?(?:d'|de |l')?attrition(?: clients?)?", rf"{_RATE} {_OF}?(?:resiliations?|churn|desabonnements?|departs? (?:de )?clients?|clients? perdus|perte de clients)", r"resiliations?", r"desabonnements?", r"pertes? de clients?", r"perdre (?:moins de |des |trop de )?clients?", r"clients? (?:perdus|qui (?:partent|resilient|nous quittent))", r"depart(?:s)? (?:de(?:s)?|de nos) clients")),
    (M.RETENTION_RATE, (r"(?:taux )?(?:de )?(?:retention|fidelisation|fidelite)(?: (?:des )?clients?| clientele)?", r"fidelis(?:er|ation)(?: (?:davantage |mieux )?(?:les|nos)? ?clients?)?", rf"(?:garder|conserver|retenir) {_SHARE}(?:plus de |nos |les )?(?:clients?|abonnes?)", r"clients? (?:conserves|gardes|fideles|fidelises|retenus)", r"taux de (?:renouvellement|reabonnement|reachat)", r"retenir (?:plus de |nos |les )?clients?")),
    (M.CROSS_SELL, (r"vendre (?:(?:plus|davantage) )?(?:d'|des |de )?(?:options|accessoires|extras|services additionnels)", r"(?:taux de )?(?:cross[- ]?sell(?:ing)?|ventes? croisees?|vente(?:s)? additionnelles?|vente(?:s)? complementaires?|rebond commercial|rebonds?|x-?sell)", r"cross[- ]sales?")),
    (M.UPSELL, (r"(?:taux d'|d')?(?:up[- ]?sell(?:ing)?|montee en gamme|montees en gamme|ventes? incitatives?)",)),
    (M.REVENUE_PER_CUSTOMER, (r"(?:panier|chiffre d'affaires?|ca|revenus?|depenses?|valeur)(?: moyen(?:ne)?s?)?(?: genere)? (?:par|/) ?(?:client|abonne|contact|appel|commande)", r"panier moyen", r"arpu", r"valeur (?:vie )?client", r"ltv", r"revenu moyen")),
    (M.REVENUE, (r"chiffre d'affaires?(?: (?:genere|additionnel|telephonique|mensuel|par telephone))?", r"(?:montant|valeur) des ventes", r"revenus?(?! par)", r"ca (?:additionnel|supplementaire|mensuel|annuel|genere|realise|ht|ttc)", r"recettes", r"encaissements?")),
    (M.CONVERSION_RATE, (r"(?:taux )?(?:de )?(?:conversion|transformation|concretisation|closing)(?: (?:des )?(?:appels?|leads?|prospects?|devis|rdv))?", r"conversions?", r"taux de (?:vente|signature|succes commercial|transfo|conv)", rf"(?:convertir|transformer|concretiser|signer) {_SHARE}(?:nos |les )?(?:leads?|prospects?|devis|appels?|rdv)", r"convertir (?:plus|davantage|mieux)?", r"transformer (?:plus|davantage)")),
    (M.LEADS, (r"leads?(?: qualifies?)?", r"prospects?(?: qualifies?)?", r"contacts? qualifies?", r"fiches? (?:contacts?|qualifiees?)", r"opportunites?(?: (?:commerciales?|qualifiees?))?")),
    (M.APPOINTMENTS, (r"rdvs?", r"r d v", r"rendez[- ]?vous(?: (?:pris|qualifies?|fermes|honores|confirmes|poses?))?", r"prises? de (?:rdv|rendez[- ]?vous)", r"rdv (?:pris|qualifies?|fermes|honores|confirmes|poses?)")),
    (M.CALLS_MADE, (r"appels? (?:sortants?|emis|passes|effectues|de prospection|realises|donnes)", r"(?:nombre d'|nb d')?(?:appels|calls) (?:emis|sortants|passes)", r"(?:passer|emettre|faire)(?: (?:plus|davantage|\d{1,4}|au moins \d{1,4}))?(?: d'| de)? ?appels?", r"appels? de (?:courtoisie|bienvenue|suivi|relance|prospection)", r"numerotations?", r"outbound", r"appels (?:par (?:jour|heure|agent|commercial|teleconseiller)[^#@]{0,20}prospection)")),
    (M.SURVEY_RESPONSE_RATE, (r"(?:taux )?(?:de )?(?:participation|retour|reponse|completion)s? (?:a |aux |au |des |du |de |sur |a l')(?:l')?(?:notre |nos |la )?(?:enquetes?|questionnaires?|sondages?|csat|nps)(?: de satisfaction)?", r"taux de (?:participation|retour|completion)", r"(?:enquetes?|questionnaires?|sondages?) (?:remplie?s?|completee?s?|realisee?s?|terminee?s?|administree?s?)", r"(?:repond(?:ent|re|eurs?)|reponses?) (?:a |aux )(?:l'|notre |nos |la )?(?:enquetes?|questionnaires?|sondages?)", r"participation")),
    (M.SELF_SERVICE_RATE, (r"(?:taux (?:de |d'))?(?:self[- ]?(?:service|care)|selfcare|libre[- ]service|autonomie(?: des? clients?)?|deflection|deviation|evitement)(?: d'appels)?", r"auto[- ]?(?:resolution|service|depannage)", r"(?:resolus?|resolues?|traitees?|traites?) (?:par le (?:bot|chatbot|robot|svi)|en selfcare|en self-?service|sans agent|sans conseiller)", r"(?:consultations?|vues|visites|utilisation) (?:de la |de notre |du |de l')(?:faq|base de connaissances?|centre d'aide|aide en ligne|chatbot)", r"taux de (?:resolution|containment) (?:du )?(?:bot|chatbot|svi)")),
    (M.KNOWLEDGE_ARTICLES, (r"articles?(?: (?:d'aide|de (?:la )?base|de la faq|par semaine|dans la base|publies|rediges))?(?: de connaissances?)?", r"fiches? (?:pratiques?|de la base|connaissances?|procedures?|process|reflexes?|techniques?|d'aide)", r"base de connaissances?", r"tutos?", r"tutoriels?", r"faq")),
    (M.ABSENTEEISM, (r"absenteisme", r"abs(?:e|a)nt(?:e|é)?isme", r"taux d'absen(?:ces?|teisme)", r"absences?(?! de (?:reponse|retour))", r"jours d'absence", r"arrets? maladie")),
    (M.TURNOVER, (r"turn[- ]?over", r"rotation (?:du personnel|des (?:effectifs|equipes|agents|conseillers))", r"departs? (?:d'agents?|de conseillers?|de collaborateurs?|volontaires?|de salaries)", r"(?:taux de )?(?:rotation|roulement|depart)s? (?:du |de )?personnel", r"taux de (?:rotation|depart|roulement)", r"demissions?")),
    (M.TRAINING, (r"h(?:eures?)? (?:de )?formation", r"jours? de formation", r"formations? (?:suivies?|realisees?|terminees?|completees?|par (?:agent|conseiller|mois))", r"taux de formation", r"(?:agents?|conseillers?|collaborateurs?|teleconseillers?) (?:formes?|certifies?|habilites?)", r"(?:former|certifier) (?:tous |toute |\d{1,4} |100 % des )?(?:les |l'|nos |des )?(?:\d{1,4} )?(?:nouveaux|nouvelles recrues|recrues|agents?|conseillers?|equipes?|collaborateurs?|teleconseillers?)", r"certifications?", r"(?:former|certifier) (?:tout le monde|toute l'equipe)", r"modules? (?:de formation|e-?learning)", r"sessions? de formation", r"nombre de formations?", r"polyvalence")),
    (M.OTHER, (
        r"taux de (?:re-?ouvertures?|reouverture)(?: (?:des?|de nos) (?:tickets?|dossiers?))?", r"(?:tickets?|dossiers?) (?:rouverts|re-?ouverts)", r"re-?ouvertures?(?: de (?:tickets?|dossiers?))?", r"adh[ae]?r[ae]n[cs]e(?: (?:au|aux) plannings?)?", r"parrainages?",
        r"(?:incidents?|tickets?|dossiers?|demandes?|problemes?|cas|chats?|commandes?) (?:resolus?|resolues?|traitee?s?|clos|cloturee?s?|fermee?s?)(?! (?:en|sous|dans|des|au|plus|par le|du) )(?: (?:par|/) ?(?:chaque )?(?:agent|conseiller|teleconseiller|personne))?", r"resolutions? (?:par|/) ?(?:chaque )?(?:agent|conseiller)", r"(?:uptime|downtime|disponibilite|indisponibilite)s?(?: (?:de (?:l'|la |notre )|du |des )[a-z]{2,14}(?: (?:de |d')[a-z]{3,14})?)?",
        r"(?:plaintes?|reclamations?)(?: (?:clients?|ecrites?|recues?|non traitees?|sans reponse|ouvertes?))*", r"(?:taux d')?erreurs?(?: (?:de |d')[a-z]{3,14})?", r"contrats?(?: signes?)?", r"couts? (?:par|du|de) (?:contact|appel|ticket|dossier)", r"bugs?(?: critiques?)?", r"(?:annulations? de commandes?|commandes annulees)", r"(?:appels|contacts) (?:repetes|reiteres)",
    )),
    (M.SENTIMENT, (r"sentiment(?: net| clients?)?", r"tonalite", r"e-?reputation", r"mentions? (?:positives?|negatives?)", r"avis (?:positifs?|negatifs?|google|clients?|trustpilot)", r"commentaires? (?:positifs?|negatifs?)", r"trustpilot", r"reputation", r"image(?: de marque)?(?: sur les reseaux)?")),
)  # fmt: skip
"""Names and paraphrases of each metric, the first being the usual one."""

ACRONYMS: dict[str, M] = {
    "CES": M.CES, "CA": M.REVENUE, "ASA": M.WAIT_TIME, "NS": M.SERVICE_LEVEL, "QS": M.SERVICE_LEVEL,
    "DMT": M.AHT, "RPC": M.FCR, "TT": M.TRANSFER_RATE, "SC": M.CSAT, "TO": M.OCCUPANCY, "ACW": M.WRAP_UP_TIME,
    "RDV": M.APPOINTMENTS, "KB": M.KNOWLEDGE_ARTICLES, "QA": M.QUALITY_SCORE, "AHT": M.AHT, "TNS": M.SERVICE_LEVEL,
}  # fmt: skip
"""Abbreviations that count in upper case only, being words otherwise."""

VAGUE: tuple[tuple[str, M | None, tuple[M, ...]], ...] = (
    (r"(?:la |de |notre )?satisfaction (?:de (?:nos|la|l')|des|du)? ?(?:clients?|clientele|usagers|abonnes|utilisateurs)?", M.CSAT, (M.NPS, M.CES)),
    (r"satisfaction", M.CSAT, (M.NPS, M.CES)),
    (r"satisfaire (?:(?:nos|les|plus de|davantage de|mieux nos|mieux les) )?clients?", M.CSAT, (M.NPS, M.CES)),
    (r"experience (?:client|utilisateur)s?", M.CSAT, (M.NPS, M.CES)),
    (r"relation clients?(?! a)", M.CSAT, (M.NPS, M.FIRST_RESPONSE_TIME)),
    (r"(?:clients|gens|usagers) (?:soient )?(?:plus )?(?:contents|heureux|satisfaits)", M.CSAT, (M.NPS, M.CES)),
    (r"service client(?= (?:plus|meilleur|au top))", M.CSAT, (M.FIRST_RESPONSE_TIME, M.FCR)),
    (r"qualite(?: du service)?(?: client)?", M.QUALITY_SCORE, (M.CSAT, M.FCR)),
    (r"(?:repondre|repondions|reponde|repond|reponse|reponses) (?:beaucoup |bien |encore )?(?:plus vite|plus rapide(?:ment|s)?|plus tot)", M.FIRST_RESPONSE_TIME, (M.WAIT_TIME,)),
    (r"(?:plus reactifs?|plus reactives?|gagner en reactivite)", M.FIRST_RESPONSE_TIME, (M.WAIT_TIME, M.RESOLUTION_TIME)),
    (r"attentes?", M.WAIT_TIME, (M.FIRST_RESPONSE_TIME,)),
    (r"productivite(?: des (?:agents|conseillers))?", None, (M.AHT, M.OCCUPANCY, M.CALLS_MADE)),
    (r"efficacite|performances?|plus efficaces?", None, (M.AHT, M.FCR, M.QUALITY_SCORE)),
    (r"(?:traiter|gerer) (?:plus|davantage) (?:de|d') ?(?:tickets?|appels?|demandes?|dossiers?|mails?)", M.OTHER, (M.AHT, M.TICKET_BACKLOG)),
    (r"ventes?", M.REVENUE, (M.CONVERSION_RATE, M.CROSS_SELL)),
    (r"vendre(?: (?:plus|mieux|davantage))?", M.REVENUE, (M.CONVERSION_RATE, M.CROSS_SELL)),
    (r"appels|tickets|contacts", None, (M.CONTACT_VOLUME, M.TICKET_BACKLOG)),
)  # fmt: skip
"""Words that several metrics fit: the likeliest (if one is), and the others to offer."""
