### Tout ce que Vigie dit, en français. Une section par salle ; chacun ajoute la sienne à la fin.
### Espaces insécables devant : ; ? ! » % et après «. Une année est un texte, jamais un nombre (il serait groupé).

## voice : dates et heures
date-late = retard { $days } j
date-today = auj.
date-today-long = aujourd'hui
date-yesterday = hier
date-tomorrow = demain
date-at = { $day } à { $hour }
date-ago-days = il y a { $count } jours
date-ago-weeks = il y a { $count } semaines
date-ago-months = il y a { $count } mois
date-ago-years = il y a { $count } ans
date-none = sans date

## voice : mots des champs oui / non, taxes, poste
word-yes = oui
word-no = non
word-extension = poste
word-and = et
word-or = ou
word-none = aucun
tax-ht = HT
tax-ttc = TTC

## sales : ce dont parlent les faits
kind-contact = contact
kind-company = entreprise
kind-deal = affaire

## sales : canaux d'échange
channel-call = appel
channel-mail = mail
channel-sms = SMS
channel-letter = courrier
channel-meeting = rendez-vous
channel-visit = visite
channel-form = formulaire web
channel-download = document téléchargé
channel-webinar = webinaire
channel-fair = salon
channel-quote_request = demande de devis
channel-demo_request = demande de démonstration
channel-comparison = comparaison
channel-page = page vue
channel-click = clic
channel-social = réseau social
channel-note = note
direction-ours = de nous
direction-theirs = d'eux

## sales : un échange avec son sens
exchanged-call-ours = appel passé
exchanged-call-theirs = appel reçu
exchanged-mail-ours = mail envoyé
exchanged-mail-theirs = mail reçu
exchanged-sms-ours = SMS envoyé
exchanged-sms-theirs = SMS reçu
exchanged-letter-ours = courrier envoyé
exchanged-letter-theirs = courrier reçu
exchanged-meeting-ours = rendez-vous
exchanged-meeting-theirs = rendez-vous demandé par eux
exchanged-visit-ours = visite chez eux
exchanged-visit-theirs = visite chez nous
exchanged-form-ours = formulaire envoyé
exchanged-form-theirs = formulaire web rempli
exchanged-download-ours = document envoyé
exchanged-download-theirs = document téléchargé
exchanged-webinar-ours = invitation au webinaire
exchanged-webinar-theirs = webinaire suivi
exchanged-fair-ours = rencontre au salon
exchanged-fair-theirs = venue au salon
exchanged-quote_request-ours = devis proposé
exchanged-quote_request-theirs = devis demandé
exchanged-demo_request-ours = démonstration proposée
exchanged-demo_request-theirs = démonstration demandée
exchanged-comparison-ours = comparaison envoyée
exchanged-comparison-theirs = nous compare à d'autres
exchanged-page-ours = page envoyée
exchanged-page-theirs = page vue
exchanged-click-ours = lien envoyé
exchanged-click-theirs = lien cliqué
exchanged-social-ours = message sur un réseau social
exchanged-social-theirs = message reçu d'un réseau social
exchanged-note-ours = note
exchanged-note-theirs = note
outcome-reached = joint
outcome-no_answer = pas de réponse
outcome-message = message laissé
outcome-call_back = à rappeler

## sales : étapes livrées, statuts, températures
stage-lead = Lead
stage-prospect = Prospect
stage-opportunity = À chiffrer
stage-quoted = Devis envoyé
stage-negotiation = Négociation
stage-won = Gagné
stage-lost = Perdu
status-lead = lead
status-prospect = prospect
status-intermediary = intermédiaire
status-client = client
status-lapsed = ancien client
temperature-cold = froid
temperature-warm = tiède
temperature-hot = chaud

## sales : réponses de la qualification
sure-unknown = à demander
sure-assumed = à confirmer
sure-confirmed = validé
sure-no = non
sure-stale = à reconfirmer ({ $months } mois)
criterion-need = Besoin
criterion-budget = Budget
criterion-timing = Délai
criterion-authority = Qui décide ?

## sales : rôles
role-works_for = travaille pour
role-party = avec
role-decides = décide
role-influences = influence
role-uses = utilise
role-pays = paie
role-referred_by = recommandé par

## sales : devis, achats, pertes
quote-sent = envoyé
quote-accepted = accepté
quote-refused = refusé
proof-signed_quote = devis signé
proof-order = bon de commande
proof-contract = contrat
proof-missing = preuve manquante
loss-price = prix
loss-competitor = concurrent
loss-no_budget = pas de budget
loss-no_need = pas de besoin
loss-timing = délai
loss-out_of_area = hors zone
loss-unreachable = injoignable
loss-duplicate = doublon
loss-other = autre
loss-unknown = motif inconnu

## sales : oppositions et consentements
permission-consented = accepte
permission-opposed = s'oppose
permission-withdrawn = plus rien de dit
approach-phone = téléphone
approach-mail = e-mail
approach-sms = SMS
approach-post = courrier
approach-social = réseaux sociaux
approach-all = tous les canaux

## sales : sources livrées
source-fair = salon
source-website = site web
source-referral = recommandation
source-inbound_call = appel entrant
source-cold_call = appel à froid
source-linkedin = LinkedIn
source-advertising = publicité
source-white_paper = livre blanc
source-webinar = webinaire
source-directory = annuaire
source-partner = partenaire
source-emailing = e-mailing
source-search_engine = référencement
source-other = autre

## champs du catalogue
field-contact-civility = Civilité
field-contact-given_name = Prénom
field-contact-family_name = Nom
field-contact-job = Fonction
field-contact-phone = Téléphone
field-contact-mobile = Mobile
field-contact-email = E-mail
field-contact-street = Adresse
field-contact-postcode = Code postal
field-contact-town = Ville
field-contact-country = Pays
field-contact-source = Source
field-contact-consumer = Particulier
field-contact-tags = Étiquettes
field-contact-note = Note
field-company-name = Entreprise
field-company-siren = SIREN
field-company-siret = SIRET
field-company-vat_number = N° de TVA
field-company-naf = Code NAF
field-company-sector = Secteur
field-company-size = Effectif
field-company-phone = Standard
field-company-email = E-mail de l'entreprise
field-company-website = Site web
field-company-street = Adresse de l'entreprise
field-company-postcode = Code postal de l'entreprise
field-company-town = Ville de l'entreprise
field-deal-title = Affaire
field-deal-amount = Montant
field-deal-closing = Signature prévue
field-deal-start = Début souhaité
field-deal-probability = Probabilité
field-deal-competitor = Concurrent
field-deal-note = Note de l'affaire

## words : pourquoi un texte est refusé
flaw-empty = rien n'est écrit
flaw-too_long = texte trop long, { $max } octets au plus
flaw-not_a_phone = pas un numéro de téléphone : 10 chiffres, ou + et l'indicatif du pays
flaw-not_an_email = pas une adresse e-mail : il faut nom@domaine.fr
flaw-siren_length = 9 chiffres attendus
flaw-siren_key = la clé est fausse : un des 9 chiffres est mal recopié
flaw-siret_length = 14 chiffres attendus
flaw-siret_key = la clé est fausse : un des 14 chiffres est mal recopié
flaw-scientific_loss = arrondi par le tableur, des chiffres sont perdus
flaw-vat_number = pas un numéro de TVA : FR, 2 signes de clé et les 9 chiffres du SIREN
flaw-vat_key = la clé du numéro de TVA est fausse
flaw-not_a_postcode = pas un code postal : 5 chiffres attendus
flaw-not_an_amount = pas un montant
flaw-not_euros = montants en euros seulement
flaw-too_large = montant trop grand
flaw-negative = un nombre négatif n'a pas de sens ici
flaw-range = une fourchette : un seul montant attendu
flaw-not_a_date = pas une date : essayez 15/12, lundi ou 3j
flaw-no_such_day = { $date } n'existe pas
flaw-no_such_hour = l'heure { $hour } n'existe pas
flaw-not_a_number = pas un nombre entier
flaw-not_a_percent = pas un pourcentage entre 0 et 100
flaw-not_yes_no = oui ou non attendu
flaw-unknown_source = source inconnue

## words : ce qui a été réparé
repair-leading_zero = zéro de tête remis
repair-scientific = notation scientifique du tableur défaite
repair-percent_of_one = fraction lue comme un pourcentage
repair-postcode = zéro de tête du code postal remis
repair-serial_day = numéro de jour du tableur lu comme une date
repair-azerty = chiffres tapés sans majuscule
repair-invisible = caractères invisibles retirés

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
