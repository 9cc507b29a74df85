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

## cockpit : lignes du haut et du bas
tab-pipeline = Pipeline
tab-open = { $count } { $count ->
    [one] affaire
   *[other] affaires
 } · { $money }
state-saved = enregistré
state-writing = … écriture

## cockpit : touches
key-enter = Entrée
key-esc = Échap
key-tab = Tab
key-space = Espace
key-left = ←
key-right = →
key-up = ↑
key-down = ↓
key-page-up = Pg↑
key-page-down = Pg↓
key-home = Début
key-end = Fin
key-delete = Suppr
key-backspace = Retour
key-unknown = ?

## cockpit : commandes
command-left = gauche
command-left-help = colonne de gauche
command-right = droite
command-right-help = colonne de droite
command-up = haut
command-up-help = ligne ou carte du dessus
command-down = bas
command-down-help = ligne ou carte du dessous
command-page_up = page avant
command-page_up-help = une page plus haut
command-page_down = page après
command-page_down-help = une page plus bas
command-first = début
command-first-help = au début
command-last = fin
command-last-help = à la fin
command-open = fiche
command-open-help = ouvrir la fiche, modifier le champ
command-back = retour
command-back-help = revenir
command-next_pane = suivant
command-next_pane-help = volet suivant
command-previous_pane = précédent
command-previous_pane-help = volet précédent
command-call = appel
command-call-help = noter un appel : résultat, note, prochaine action
command-note = noter
command-note-help = noter une info, un SMS, un courrier, un signal
command-mail = mail
command-mail-help = noter un mail envoyé ou reçu
command-meeting = RDV
command-meeting-help = noter ou prévoir un rendez-vous, une visite
command-next_step = prochaine action
command-next_step-help = fixer la prochaine action, reporter
command-qualify = qualifier
command-qualify-help = remplir la qualification
command-confirmed = validé
command-confirmed-help = réponse validée
command-assumed = à confirmer
command-assumed-help = réponse à confirmer
command-denied = non
command-denied-help = réponse : non
command-stage = étape
command-stage-help = changer d’étape
command-stage_back = étape avant
command-stage_back-help = étape précédente
command-stage_forward = étape après
command-stage_forward-help = étape suivante
command-quote = devis
command-quote-help = devis envoyé
command-won = gagné
command-won-help = gagné : enregistrer l’achat
command-lost = perdu
command-lost-help = perdu : dire pourquoi
command-new_contact = nouveau
command-new_contact-help = nouveau contact
command-new_deal = nouvelle affaire
command-new_deal-help = nouvelle affaire avec ce contact
command-oppose = ne plus contacter
command-oppose-help = ne plus contacter (par canal)
command-find = chercher
command-find-help = chercher une personne ou une action
command-undo = annuler
command-undo-help = annuler la dernière saisie
command-redo = rétablir
command-redo-help = rétablir ce qui vient d’être annulé
command-copy = copier
command-copy-help = copier (sous tmux : set-clipboard on)
command-save = valider
command-save-help = valider le formulaire
command-import = importer
command-import-help = importer un fichier
command-help = aide
command-help-help = cette aide
command-redraw = redessiner
command-redraw-help = redessiner l’écran
command-quit = quitter
command-quit-help = quitter Vigie

## cockpit : volets
pane-tiny = Fenêtre trop petite : agrandissez-la, Vigie suivra.
pane-nothing = Rien ici. n crée un contact, c cherche.
pane-nameless = (sans nom)
pane-untitled = (sans titre)
pane-no-way = ni téléphone ni mail
pane-contact = Contact
pane-company = Entreprise
pane-deal = Affaire
pane-client-since = client depuis { $year }
pane-next = Prochaine action :
pane-suggested = aucune ; proposée { $when }
pane-bought = Acheté { $amount } le { $day }
pane-lost = Perdu : { $reason }
pane-complaint = Réclamation : { $text }
pane-qualification = Qualification
pane-qualified = qualifié
pane-qualified-done = Qualifié : c’est un prospect.
pane-synthesis-ready = Entrée : confirmer la synthèse, passer en prospect
pane-synthesis-open = Entrée : passer en prospect (il reste des critères)
pane-to-ask = à demander : « { $question } » (+{ $gain })
pane-ask = À demander, { $criterion } : « { $question } » (+{ $gain })
pane-stale = à reconfirmer ({ $months } mois)
pane-offer = Tab : { $field } = { $value }
pane-score = Score { $total }
pane-exchanges = Échanges
pane-no-exchange = Aucun échange noté.
pane-remark = info
pane-typing = Entrée valider   Tab valider et suivant   Échap abandonner
pane-typing-words = Entrée ou ↓ valider et suivant   ↑ précédent   Échap abandonner
pane-import-title = Import
pane-import-progress = { $done } lignes lues
pane-import-stop = Échap arrête
pane-report-title = Compte rendu
pane-report-keys = ↑↓ défiler   Entrée fermer
help-title = Aide
help-keys = ↑↓ défiler   une autre touche ferme
palette-title = Chercher
palette-hint = un nom, une entreprise, un numéro, ou une action
palette-create = + Créer « { $text } »

## cockpit : choix
menu-keys = ↑↓ choisir   Entrée valider   Échap revenir
menu-stage = Étape de { $who }
menu-here = ici
menu-greeting-title = Bonjour { $who }
menu-greeting-words = Votre portefeuille est vide. Par quoi commencer ?
menu-greeting-import = importer mon fichier (CSV)
menu-greeting-contact = saisir mon premier contact
menu-greeting-demo = voir la démo
menu-greeting-quit = quitter
menu-quit-title = Quitter ?
menu-quit-yes = quitter Vigie
menu-quit-no = rester
menu-burst-title = Du texte est arrivé d’un coup
menu-burst-search = Chercher « { $text } » ?
menu-burst-drop = l’ignorer
menu-draft-title = Texte non validé de la dernière fois
menu-draft-resume = le reprendre
menu-draft-drop = l’abandonner
menu-undo-title = Annuler ?
menu-undo-older = { $what } ({ $who }, avant cette session)
menu-undo-yes = oui, annuler
menu-undo-no = non

## cockpit : formulaires
form-call = Appel : { $who }
form-note = Noter : { $who }
form-mail = Mail : { $who }
form-meeting = Rendez-vous : { $who }
form-next = Prochaine action : { $who }
form-move = { $who } → { $stage }
form-quote = Devis envoyé : { $who }
form-contact = Nouveau contact
form-deal = Nouvelle affaire : { $who }
form-oppose = Ne plus contacter : { $who }
form-author = Bienvenue dans Vigie
form-import = Importer un fichier
form-row-outcome = Résultat
form-row-channel = Quoi
form-row-approach = Canal
form-row-note = Note
form-row-next = Prochaine action
form-row-what = À faire
form-row-when = Quand
form-row-wording = Dans ses mots
form-row-author = Votre prénom ?
form-row-path = Fichier
form-row-synthesis = Synthèse
form-row-nurture = Rappeler le
form-row-forced = Ou forcer, motif
form-row-quote_number = N° du devis
form-row-quote_amount = Montant du devis
form-row-quote_on = Envoyé le
form-row-bought_amount = Montant acheté
form-row-bought_on = Acheté le
form-row-proof = Preuve
form-row-reason = Motif
form-row-detail = Précision
form-outcome-reached = joint
form-outcome-no_answer = pas de réponse
form-outcome-message = message laissé
form-outcome-call_back = à rappeler
form-outcome-theirs = il m’a appelé
form-outcome-stop = ne plus appeler
form-channel-note-ours = info
form-channel-sms-ours = SMS
form-channel-letter-ours = courrier
form-channel-social-ours = réseau social
form-channel-mail-theirs = mail reçu
form-channel-mail-ours = mail envoyé
form-channel-quote_request-theirs = demande de devis
form-channel-demo_request-theirs = demande de démo
form-channel-comparison-theirs = compare
form-channel-form-theirs = formulaire web
form-channel-download-theirs = téléchargement
form-channel-webinar-theirs = webinaire
form-channel-fair-theirs = salon
form-channel-meeting-ours = rendez-vous
form-channel-visit-ours = visite
form-channel-call-ours = appel passé
form-channel-call-theirs = appel reçu
form-approach-all = tous
form-approach-phone = téléphone
form-approach-mail = mail
form-approach-sms = SMS
form-approach-post = courrier
form-approach-social = réseaux sociaux
form-synthesis-confirm = passer en prospect
form-synthesis-nurture = pas encore mûr : garder le contact
form-proof-signed_quote = devis signé
form-proof-order = commande
form-proof-contract = contrat
form-key-submit = Entrée valider
form-key-next = Tab suivant
form-key-cancel = Échap abandonner
form-key-newline = Alt-Entrée à la ligne
form-key-choice = une lettre choisit
form-needed = à remplir
form-when-needed = quand ?
form-who-needed = un nom, une entreprise ou un numéro
form-detail-needed = précisez
form-amount-positive = un achat vaut plus que zéro
form-not-ahead = cette date est à venir
form-quote-unqualified = Affaire non qualifiée : ce devis sera compté comme tel.
form-next-help = lundi, 3j, 15/12, jeudi 14h ; vide : plus d’action fixée
form-forced-help = un motif remplace ce qui manque et reste sur la carte
form-path-help = export CSV du tableur ; ~ pour le dossier personnel
form-origin = cockpit
form-nurture-what = garder le contact

## cockpit : ce qui vient de se passer
toast-undo = { $what } · { $key } annule
toast-undone = Annulé : { $what } · { $key } rétablit
toast-again = Rétabli : { $what } · { $key } annule
toast-abandoned = Texte abandonné · { $key } le rend
toast-already = Déjà enregistré.
toast-copied = Copié : { $text }
toast-done = Noté
toast-moved = { $who } → { $stage }
toast-won = { $who } gagné, { $amount }
toast-lost = { $who } perdu
toast-quoted = { $who } : devis envoyé
toast-opposed = { $who } : opposition notée
toast-exchanged = { $who } : { $what }
toast-created = { $who } créé
toast-answered = { $who }, { $criterion } : { $sure }
toast-next = { $who } : prochaine action { $when }
toast-no-next = { $who } : plus d’action fixée
toast-set = { $who }, { $field } : { $value }
toast-emptied = { $who }, { $field } : vidé
toast-long = { $what } (import)
toast-unread = L’historique est illisible pour l’instant ; rien n’est perdu. Rouvrez Vigie.
toast-won-stays = Gagnée : seule l’annulation de l’achat la remet en jeu.
