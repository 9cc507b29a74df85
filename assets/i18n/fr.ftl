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
