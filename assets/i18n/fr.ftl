### Tout ce que Vigie dit, en français. Une section par salle ; chacun ajoute la sienne à la fin.

## voice : dates
date-late = retard { $days } j

## readings : score, raisons
family-qualification = Qualification
family-fit = Profil
family-interest = Intérêt
family-data = Données
family-minus = Malus
because-not_asked = à demander
because-answered = { $sure } le { $on }
because-answered_words = « { $words } », { $sure } le { $on }
because-starts_now = début souhaité le { $start }, { $sure } le { $on }
because-starts_soon = début souhaité le { $start }, { $sure } le { $on } : la moitié des points tant que ce n’est pas dans le mois
because-starts_far = début souhaité le { $start }, trop loin pour compter ({ $sure } le { $on })
because-starts_undated = { $sure } le { $on }, sans date de début : la moitié des points
because-not_set = cible non réglée : compté comme acquis
because-empty = { $field } : non renseigné
because-inside = { $field } : { $value }, dans la cible
because-outside = { $field } : { $value }, hors cible
because-nothing = rien à ce jour
because-happened = { $times ->
    [one] 1 fois : { $channel }, le { $last }
   *[other] { $times } fois, la dernière : { $channel }, le { $last }
  }
because-complete = { $of } informations sur { $of }
because-filled = { $filled } informations sur { $of }, il manque : { $field }
because-opposed = opposition sur tous les canaux le { $on } : il ne reste rien du score
because-not_opposed = pas d’opposition générale
because-no_tries = aucune relance en attente de réponse
because-tries = { $times ->
    [one] 1 essai sans réponse, le { $last } (compte à partir de { $limit })
   *[other] { $times } essais sans réponse, le dernier le { $last } (compte à partir de { $limit })
  }
because-unreachable = { $times } essais sans réponse, le dernier le { $last }
because-condition = vrai : { $text }
because-no_condition = pas le cas : { $text }
raise-confirm = Valider : { $rule }
raise-date = Demander la date de début souhaitée
raise-fill = Renseigner : { $field }
raise-speak = Avoir un échange
raise-show = Partager un contenu, inviter à un événement
raise-offer = Proposer un devis ou une démonstration

## readings : prochaine action
because-cadence = { $days ->
    [one] le lendemain du dernier échange ({ $last })
   *[other] { $days } jours après le dernier échange ({ $last })
  }
because-first = { $days ->
    [one] premier contact, 1 jour après l’arrivée ({ $created })
   *[other] premier contact, { $days } jours après l’arrivée ({ $created })
  }
because-retry = pas de réponse le { $last } : réessayer le jour ouvré suivant
because-retry_am = pas de réponse l’après-midi du { $last } : réessayer un matin
because-retry_pm = pas de réponse le matin du { $last } : réessayer un après-midi
because-nurturing = { $touches } relances sans réponse, la dernière le { $last } : garder le contact
because-saturated = déjà { $touches } prises de contact en { $days } jours sans signe de leur part : laisser respirer
because-complaint = réclamation ouverte le { $since } : pas de relance commerciale avant sa clôture
because-opposed_everywhere = ne souhaite plus être contacté
why-turned_hot = devient chaud : { $rule }, { $because }
why-late = { $days ->
    [one] retard 1 j
   *[other] retard { $days } j
  }
why-quote = { $days ->
    [one] devis sans réponse depuis 1 j
   *[other] devis sans réponse depuis { $days } j
  }
why-fixed = prochaine action fixée le { $on }
why-fixed_what = { $what }

## readings : ce qui manque pour entrer dans une étape
missing-qualified = { $open ->
    [one] qualification : il reste 1 critère à valider
   *[other] qualification : il reste { $open } critères à valider
  }
missing-synthesis = qualification : la synthèse est à confirmer
missing-amount = le montant
missing-closing = la date de clôture prévue
missing-quote = un devis envoyé
missing-exchange_after_quote = un échange après l’envoi du devis
missing-purchase = un achat : montant, date, preuve
missing-loss_reason = le motif de la perte
oddity-proof_missing = preuve manquante
oddity-loss_reason_unknown = motif inconnu
oddity-won_without_purchase = dit gagné, sans achat
oddity-stage_unknown = étape inconnue
oddity-unqualified = chiffré sans être qualifié
forced = forcé : { $reason }

## readings : la loi
law-yes = oui
law-no = non
law-ask = à vérifier
law-from = pas avant { $from }
law-opposed = opposition le { $on }
law-asked = nous a sollicités ({ $channel }, le { $on }) : répondre n’est pas démarcher
law-asked_since = opposition, puis nouvelle demande ({ $channel }, le { $on }) : répondre seulement à cette demande
law-consented = consentement donné le { $on }
law-professional = professionnel
law-professional_opt_out = professionnel : proposer de se désinscrire
law-client = particulier déjà client : pour son contrat ou des produits analogues
law-no_consent = particulier sans consentement
law-post = courrier postal : permis sauf opposition
law-hours = particulier : appels aux jours et heures permis seulement
law-called_enough = particulier déjà appelé { $calls } fois en { $days } jours
law-banned_trade = particulier : démarchage interdit dans ce métier
law-unknown = particulier ou professionnel ? à préciser

## readings : réglages et recherche
playbook-flaw = { $file }, ligne { $line }, colonne { $column } : { $message } ; les derniers réglages valables restent en vigueur
playbook-syntax = { $message }
playbook-lacks = il manque « { $name } »
playbook-range = { $value } n’est pas entre { $least } et { $most }
playbook-thresholds = tiède ({ $warm }) doit rester sous chaud ({ $hot })
playbook-no_stage = pas d’étape « { $key } » au-dessus
playbook-closing_stages = il faut une étape qui demande un achat (purchase), une qui demande un motif de perte (loss_reason), et au moins une avant
playbook-key = « { $key } » : une clé s’écrit en minuscules, chiffres et _
playbook-no_framework = pas de méthode « { $key } »
playbook-no_field = pas de champ « { $key } »
playbook-hours = « { $text } » : écrire les heures comme 10:00-13:00
playbook-twice = la règle « { $key } » existe déjà
playbook-measure_or_when = la règle « { $key } » doit avoir soit measure, soit when
playbook-no_measure = pas de mesure « { $key } »
playbook-circular = « { $word } » dépend du score : une règle du score ne peut pas le demander
query-meant = { $message }. Vouliez-vous dire « { $word } » ?
query-too_long = recherche trop longue ({ $most } caractères au plus)
query-unknown_field = pas de champ « { $word } »
query-no_value = « { $word } » attend une valeur
query-open_quote = guillemet non fermé
query-no_order = « { $value } » ne se compare qu’avec : ou =
query-no_words = « { $value } » : mots attendus
query-no_number = « { $value } » n’est pas un nombre
query-no_percent = « { $value } » n’est pas un pourcentage
query-no_amount = « { $value } » n’est pas un montant
query-no_date = « { $value } » n’est pas une date (22/11/2026, 11/2026, 2026, aujourd’hui, 3j)
query-no_yes_no = « { $value } » : oui ou non
query-no_status = « { $value } » : lead, prospect, intermédiaire, client ou ancien
query-no_temperature = « { $value } » : froid, tiède ou chaud
query-no_stage = pas d’étape « { $value } »
query-no_source = pas de source « { $value } »
query-no_loss = pas de motif de perte « { $value } »
