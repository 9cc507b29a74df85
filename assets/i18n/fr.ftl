### Tout ce que Vigie dit, en français. Une section par salle ; chacun ajoute la sienne à la fin.
### Espaces insécables devant : ; ? ! » % et après «. Une année est un texte, jamais un nombre (il serait groupé).

## voice : dates et heures
date-late = retard { $days } j
date-today = auj.
date-today-long = aujourd'hui
date-yesterday = hier
date-tomorrow = demain
date-on = le { $day }
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
field-contact-archived = Archivé
field-contact-reference = Référence du contact
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
field-company-archived = Entreprise archivée
field-company-reference = Référence de l'entreprise
field-deal-title = Affaire
field-deal-amount = Montant
field-deal-closing = Signature prévue
field-deal-start = Début souhaité
field-deal-probability = Probabilité
field-deal-competitor = Concurrent
field-deal-note = Note de l'affaire
field-deal-archived = Affaire archivée
field-deal-framework = Grille de qualification
framework-bant = BANT
framework-champ = CHAMP
framework-meddic = MEDDIC
framework-meddpicc = MEDDPICC
field-deal-reference = Référence de l'affaire
field-deal-contact_reference = Contact attendu
field-deal-company_reference = Entreprise attendue

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
because-own = grille { $checklist } remplie à { $percent } %
because-answered = { $sure } { $on }
because-answered_words = « { $words } », { $sure } { $on }
because-starts_now = début souhaité { $start }, { $sure } { $on }
because-starts_soon = début souhaité { $start }, { $sure } { $on } : la moitié des points tant que ce n'est pas dans le mois
because-starts_far = début souhaité { $start }, trop loin pour compter ({ $sure } { $on })
because-starts_undated = { $sure } { $on }, sans date de début : la moitié des points
because-not_set = cible non réglée : compté comme acquis
because-empty = { $field } : non renseigné
because-inside = { $field } : { $value }, dans la cible
because-outside = { $field } : { $value }, hors cible
because-nothing = rien à ce jour
because-happened = { $times ->
    [one] 1 fois : { $channel }, { $last }
   *[other] { $times } fois, la dernière : { $channel }, { $last }
  }
because-complete = { $of } informations sur { $of }
because-filled = { $filled } informations sur { $of }, il manque : { $field }
because-opposed = opposition sur tous les canaux { $on } : il ne reste rien du score
because-not_opposed = pas d'opposition générale
because-no_tries = aucune relance en attente de réponse
because-tries = { $times ->
    [one] 1 essai sans réponse, { $last } (compte à partir de { $limit })
   *[other] { $times } essais sans réponse, le dernier { $last } (compte à partir de { $limit })
  }
because-unreachable = { $times } essais sans réponse, le dernier { $last }
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
because-retry = pas de réponse { $last } : réessayer le jour ouvré suivant
because-retry_am = pas de réponse { $last } l'après-midi : réessayer un matin
because-retry_pm = pas de réponse { $last } au matin : réessayer un après-midi
because-nurturing = { $touches } relances sans réponse, la dernière { $last } : garder le contact
because-step = étape { $step }/{ $of } de la séquence
because-sequence = { $label } : étape { $step }/{ $of }
sequence-step = étape { $step }/{ $of }, { $when } ({ $what })
sequence-answered = arrêtée, réponse { $on }
sequence-opposed = arrêtée, opposition ({ $way })
sequence-done = terminée
because-saturated = pause de { $days } jours après { $touches } prises de contact sans signe de leur part
because-complaint = réclamation ouverte { $since } : pas de relance commerciale avant sa clôture
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
why-fixed = prochaine action fixée { $on }
why-fixed_what = { $what }

## readings : ce qui manque pour entrer dans une étape
missing-qualified = { $open ->
    [one] qualification : il reste 1 critère à valider
   *[other] qualification : il reste { $open } critères à valider
  }
missing-synthesis = qualification : la synthèse est à confirmer
missing-amount = le montant
missing-closing = la signature prévue
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
law-opposed = opposition { $on }
law-asked = nous a sollicités ({ $channel }, { $on }) : répondre n'est pas démarcher
law-asked_since = opposition, puis nouvelle demande ({ $channel }, { $on }) : répondre seulement à cette demande
law-consented = consentement donné { $on }
law-professional = professionnel
law-professional_opt_out = professionnel : proposer de se désinscrire
law-client = particulier déjà client : pour des produits analogues
law-contract = particulier déjà client : seulement pour un contrat en cours
law-no_consent = particulier sans consentement
law-post = courrier postal : permis sauf opposition
law-hours = particulier : appels aux jours et heures permis seulement
law-called_enough = particulier déjà appelé { $calls } fois en { $days } jours
law-banned_trade = particulier : démarchage interdit dans ce métier
law-unknown = particulier ou professionnel ? à préciser

## lettres et envoi
letter-madam = Madame
letter-sir = Monsieur
letter-nobody = Madame, Monsieur
letter-missing = [{ $name } à compléter]
letter-way_out = Si vous ne souhaitez plus recevoir de messages de notre part, répondez simplement « stop ».
post-address = Adresse illisible : « { $why } ». Rien n'est parti.
post-message = Le mail n'a pas pu être composé ({ $why }). Rien n'est parti.
post-password = Le mot de passe n'a pas pu être lu ({ $why }). Rien n'est parti.
post-password-unset = ni password_command ni password_file
post-unreachable = Pas de liaison avec le serveur de mail ({ $why }). Rien n'est parti ; réessayez plus tard.
post-login = Le serveur de mail refuse l'identifiant ou le mot de passe ({ $why }). Rien n'est parti.
post-refused = Le serveur de mail refuse le message ({ $why }). Rien n'est parti.
post-program = Le programme d'envoi refuse le message ({ $why }). Rien n'est parti.
post-unknown = On ne sait pas si le mail est parti : la liaison a été coupée en fin d'envoi ({ $why }). Vérifiez avant de le renvoyer ; rien n'a été noté.

## readings : réglages et recherche
playbook-flaw = { $file }, ligne { $line }, colonne { $column } : { $message } ; les derniers réglages valables restent en vigueur
playbook-syntax = { $message }
playbook-lacks = il manque « { $name } »
playbook-range = { $value } n’est pas entre { $least } et { $most }
playbook-thresholds = tiède ({ $warm }) doit rester sous chaud ({ $hot })
playbook-steps = les étapes d'une séquence vont par jours croissants
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
playbook-step_waits = « { $word } » dépend du score ou de la liste du jour : une étape de séquence ne peut pas le demander
playbook-unwritable = ce fichier est écrit d’une façon que Vigie ne sait pas compléter : changez-le à la main
keys-flaw-place = « [{ $word }] » n’est pas un endroit connu
keys-flaw-command = « { $word } » n’est pas une commande connue
keys-flaw-key = « { $word } » n’est pas une touche
theme-flaw-name = pas de thème « { $word } » : dark, light, mono, contrast, ou un fichier du dossier themes
theme-flaw-role = « { $word } » n’est pas un élément connu d’un thème
theme-flaw-look = « { $word } » n’est ni une couleur ni un attribut
query-meant = { $message }. Vouliez-vous dire « { $word } » ?
query-too_long = recherche trop longue ({ $most } caractères au plus)
query-unknown_field = pas de champ « { $word } »
query-no_value = « { $word } » attend une valeur
query-no_choice = « { $word } » : ni OU ni parenthèses pour l’instant ; faites une recherche par cas
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
query-no_segment = pas de segment « { $value } »
query-no_loss = pas de motif de perte « { $value } »

## Ce qui ne va pas (desk) : ce qui s'est passé, ce qui est sûr, quoi faire

trouble-refused = Rien n'a été enregistré, votre saisie est gardée : { $why }
trouble-uncertain = Impossible de savoir si c'est enregistré : { $why } Relancez vigie : il vérifiera lui-même.
trouble-nothing-to-undo = Il n'y a rien à annuler.
trouble-nothing-to-redo = Il n'y a rien à rétablir.
trouble-no-writer = Vigie ne peut plus écrire. Ce qui est marqué ✓ est enregistré ; relancez vigie.
trouble-forgotten = Cette adresse ou ce numéro est celui d'une personne oubliée à sa demande : rien n'est enregistré. Si elle revient d'elle-même : vigie add --anyway.
trouble-history = L'historique est illisible pour l'instant ; rien n'est perdu. Relancez vigie.
trouble-full = le disque est plein ou le quota atteint. Libérez de la place, puis recommencez.
trouble-read-only = le disque est en lecture seule. Ce qui est enregistré reste lisible ; rendez-le inscriptible pour continuer.
trouble-no-lock = ce disque ne sait pas verrouiller un fichier. Choisissez un dossier local avec --store.
trouble-unsettled = une écriture précédente est restée incertaine. Relancez vigie : il vérifiera lui-même.
trouble-clock-back = l'horloge indique une date d'avant Vigie. Remettez-la à l'heure, puis recommencez.
trouble-stopped = arrêté : rien n'a changé.
trouble-numbering = une écriture porte un numéro inattendu. Rien n'est perdu ; lancez « vigie doctor ».
trouble-denied = accès refusé à { $path }. Rien n'a été changé ; vérifiez à qui appartient ce dossier.
trouble-not-a-store = { $path } n'est pas un portefeuille Vigie. Rien n'a été changé ; choisissez un dossier vide ou un autre avec --store.
trouble-not-a-backup = { $path } n'est pas une copie de Vigie. Rien n'a été changé ; choisissez un autre fichier.
trouble-spoilt-backup =
    { $line ->
        [0] la copie { $path } ne se relit pas comme il faut : elle n'a pas été gardée. Recommencez, ou choisissez un autre disque.
        *[other] la copie { $path } est abîmée à partir de la ligne { $line }. Rien n'a été changé ; prenez-en une autre.
    }
trouble-newer = ce portefeuille a été écrit par une version plus récente de Vigie (format { $found }). Rien n'a été changé ; mettez Vigie à jour.
trouble-too-long = ce texte est trop long ({ $max } Ko au plus). Raccourcissez-le.
trouble-locked = le portefeuille est occupé par une commande de { $user } (processus { $pid }, { $tty }, { $host }, depuis { $since }). Recommencez dans un instant.
trouble-silent = le cockpit de { $user } qui tient le portefeuille ne répond pas (processus { $pid }, { $tty }, { $host }, depuis { $since }). Fermez-le, puis recommencez.
waiting-silent = Gardé, en attente : le cockpit de { $user } ne répond pas (processus { $pid }). Dès qu'il répond ou se ferme, c'est enregistré.
waiting-locked = Gardé, en attente : une commande de { $user } occupe le portefeuille (processus { $pid }). Dès qu'elle a fini, c'est enregistré.
trouble-foreign = le portefeuille est tenu par une autre version de Vigie ou par un autre compte : { $user } (processus { $pid }, { $tty }, { $host }, depuis { $since }). Fermez-le, puis recommencez.
trouble-crowded = trop de cockpits sont ouverts sur ce portefeuille, tenu par { $user } (processus { $pid }, { $tty }, { $host }). Fermez-en un, puis recommencez.
trouble-ended = le cockpit de { $user } qui tenait le portefeuille (processus { $pid }) s'est arrêté pendant l'écriture. Vérifiez si elle y est avant de recommencer.
trouble-damaged = le journal est abîmé (segment { $segment }, ligne { $line }). Rien d'autre n'est touché ; lancez « vigie doctor ».
trouble-absent = { $path } n'existe pas ou n'existe plus. Remettez ce dossier en place ou choisissez un autre endroit, puis recommencez.
trouble-in_the_way = { $path } n'est pas ce qu'il devrait être : un dossier est à la place d'un fichier, ou l'inverse. Rien n'a été changé ; mettez-le de côté, puis recommencez.
trouble-io = { $path } : { $text }. Ce qui est marqué ✓ est enregistré.
health-fast = La copie rapide était abîmée : elle se refait depuis le journal. Rien n'est perdu.
health-hurt = Le journal est abîmé (segment { $segment }, ligne { $line }) : Vigie compare les deux copies.
health-healed = Le journal était abîmé (segment { $segment }, ligne { $line }) : tout est repris de l'autre copie, rien n'est perdu.
health-lost_one = L'écriture n° { $first } n'est dans aucune des deux copies. Lancez « vigie doctor », ou reprenez une sauvegarde.
health-lost = Les écritures n° { $first } à { $last } ne sont dans aucune des deux copies. Lancez « vigie doctor », ou reprenez une sauvegarde.
store-ahead = La dernière écriture est datée du { $last }, et l'horloge dit le { $today }. Ce que vous saisissez est daté d'aujourd'hui ; si ce n'est pas la bonne date, réglez l'horloge d'abord.
store-copied = Ce dossier de données est une copie : ce qui se saisit ici et dans l'autre porte désormais des numéros différents. Rien n'est perdu.
trouble-unread = L'historique n'a pas pu être relu : l'écran peut dater. Rien n'est perdu ; relancez vigie.
## import : ce que dit le fichier, ligne par ligne
import-word-file = fichier
import-word-column = colonne
import-word-refused = Refus
import-doubt-empty = rien à lire
import-doubt-too_long = texte trop long
import-doubt-not_a_phone = pas un numéro de téléphone : { $texts }
import-doubt-not_an_email = pas une adresse e-mail : { $texts }
import-doubt-siren_length = pas les 9 chiffres d'un SIREN : { $texts }
import-doubt-siren_key = SIREN faux (clé) : { $texts }
import-doubt-siret_length = pas les 14 chiffres d'un SIRET : { $texts }
import-doubt-siret_key = SIRET faux (clé) : { $texts }
import-doubt-scientific_loss = chiffres perdus dans le tableur : { $texts }
import-doubt-vat_number = pas un numéro de TVA : { $texts }
import-doubt-vat_key = numéro de TVA faux (clé) : { $texts }
import-doubt-not_a_postcode = pas un code postal : { $texts }
import-doubt-not_an_amount = pas un montant : { $texts }
import-doubt-not_euros = pas en euros : { $texts }
import-doubt-too_large = plus que ce qu'une affaire peut valoir : { $texts }
import-doubt-negative = négatif : { $texts }
import-doubt-range = une fourchette : { $texts }
import-doubt-not_a_date = pas une date : { $texts }
import-doubt-no_such_day = ce jour n'existe pas : { $texts }
import-doubt-no_such_hour = cette heure n'existe pas : { $texts }
import-doubt-not_a_number = pas un nombre entier : { $texts }
import-doubt-not_a_percent = pas un pourcentage : { $texts }
import-doubt-not_yes_no = ni oui ni non : { $texts }
import-doubt-unknown_source = source inconnue : { $texts }
import-mended-leading_zero = zéro de tête rétabli : { $texts }
import-mended-scientific = notation scientifique du tableur : { $texts }
import-mended-percent_of_one = lu en pourcentage : { $texts }
import-mended-postcode = zéro de tête rétabli : { $texts }
import-mended-serial_day = numéro de jour du tableur : { $texts }
import-mended-azerty = chiffres tapés sans Maj : { $texts }
import-mended-invisible = caractères invisibles retirés : { $texts }
import-opposed-all = opposition à toute prospection : { $texts }
import-opposed-phone = opposition au téléphone : { $texts }
import-opposed-mail = opposition à l'e-mail : { $texts }
import-opposed-sms = opposition au SMS : { $texts }
import-opposed-post = opposition au courrier : { $texts }
import-opposed-social = opposition aux réseaux sociaux : { $texts }
import-found-unknown_state = état inconnu : { $texts }
import-found-purchase_unknown = { $texts } sans montant : l'achat reste à saisir
import-found-warmth = température comme réglée à la main : { $texts }
import-found-loss_unknown = perdu sans motif : { $texts }
import-found-overlong = cellules en trop
import-found-unclosed = guillemet jamais refermé : la cellule s'arrête à la fin de la ligne
import-found-alone = rien d'autre sur la ligne : { $texts }
import-found-no_party = affaire sans contact ni entreprise connus : à rattacher
import-found-shared = aussi l'adresse de quelqu'un d'autre, deux fiches : { $texts }
import-found-joined = affaires arrivées avant, rattachées : { $texts }
import-like-same_name = même nom, même lieu ou même entreprise : { $texts }
import-like-swapped = prénom et nom inversés, même lieu ou même entreprise : { $texts }
import-like-near = presque le même nom, même lieu ou même entreprise : { $texts }
import-like-initial = une initiale pour un prénom, même lieu ou même entreprise : { $texts }
import-like-part = un nom dans l'autre, même lieu ou même entreprise : { $texts }
import-like-row = « { $text } » et ligne { $other }
import-like-known = « { $text } » et « { $other } »
import-skip-empty = vide
import-skip-same_as = déjà lue plus haut
import-skip-unchanged = rien de nouveau
import-skip-above_header = au-dessus des en-têtes
import-skip-header_again = les en-têtes, encore une fois
import-skip-total = un total
import-refusal-nobody = ni nom, ni entreprise, ni e-mail, ni téléphone
import-refusal-forgotten = une personne oubliée à sa demande
import-refusal-too_long = texte de plus de 64 Kio
import-refusal-broken = la lecture s'arrête là, le reste du fichier n'est pas lu : { $texts }
import-heap-refused = Lignes refusées
import-heap-noted = Pas compris, gardé dans la note
import-heap-doubted = À vérifier
import-heap-taken = Pris du fichier
import-heap-mended = Corrigé
import-heap-skipped = Lignes ignorées
import-remark = { $column } : { $what } · { $rows }
import-remark-row = { $what } · { $rows }
import-rows =
    { $count ->
        [one] ligne { $rows }
        *[other] { $count } lignes ({ $rows })
    }
import-quoted = « { $text } »
import-refused = ligne { $line } : { $why }
import-own-name = Nom complet
import-own-next = Date de relance
import-own-todo = Prochaine action
import-own-state = État ou étape
import-own-owner = Responsable
import-own-created = Date de création
import-own-last = Dernier échange
import-own-channel = Canal du dernier échange
import-own-loss = Motif de perte
import-own-tax = HT ou TTC
import-own-currency = Devise
import-own-bought = Date d'achat
import-own-opposition = Oppositions
import-own-note = note, avec son en-tête
import-own-new = nouveau champ
import-own-nothing = laissée de côté
import-columns-born = champs à vous, gardés dans playbook.toml : { $columns }
import-columns-guessed = colonnes devinées d'après leur contenu : { $columns }
import-columns-spare = colonnes de rechange, si l'autre est vide, sinon dans la note : { $columns }
import-columns-unknown =
    { $count ->
        [one] colonne inconnue, gardée dans la note : { $columns }
        *[other] colonnes inconnues, gardées dans la note : { $columns }
    }
import-columns-hint = --map "{ $first }=champ" en fait un champ à vous, --map "{ $first }=téléphone" la range
import-counts =
    { $rows ->
        [one] { $rows } ligne
        *[other] { $rows } lignes
    } : { $created ->
        [one] { $created } créée
        *[other] { $created } créées
    }, { $updated ->
        [one] { $updated } mise à jour
        *[other] { $updated } mises à jour
    }, { $skipped ->
        [one] { $skipped } ignorée
        *[other] { $skipped } ignorées
    }, { $refused ->
        [one] { $refused } refusée
        *[other] { $refused } refusées
    }
import-written = { $encoding }, séparateur { $separator }
import-sheet = feuille « { $name } »
import-sheet-of = feuille « { $name } » lue ; non lues : { $others } (--sheet "NOM" en choisit une)
import-cards = cartes de visite (vCard)
import-json = JSON : la ligne est le rang de l'objet
import-no_header = aucun en-tête : les colonnes sont devinées d'après leur contenu ; --map "1=téléphone" les nomme
import-recalled = colonnes rangées comme pour un fichier précédent aux mêmes en-têtes (maps.toml) ; --no-memory s'en passe
import-column-promised = { $column } : le contenu n'est pas celui de ce champ ({ $field }), gardé dans la note
import-unreadable-empty = Ce fichier est vide.
import-unreadable-locked = Ce classeur est protégé par un mot de passe : ouvrez-le, retirez le mot de passe, enregistrez, puis importez-le.
import-unreadable-workbook = Ce classeur ne peut pas être lu ({ $reason }) : ouvrez-le, enregistrez-le en XLSX, puis importez-le.
import-unreadable-no_such_sheet = --sheet : le classeur n'a pas de feuille « { $name } » (il a : { $sheets }).
import-unreadable-zip = C'est une archive zip : décompressez-la, puis importez le fichier CSV qu'elle contient.
import-unreadable-compressed = Ce fichier est compressé : décompressez-le d'abord.
import-unreadable-pdf = C'est un PDF : demandez le tableau d'origine, ou copiez-le dans un tableur et enregistrez-le en CSV.
import-unreadable-calendar = C'est un agenda : Vigie importe des contacts, en CSV.
import-unreadable-json = Ce JSON ne peut pas être lu ({ $reason }).
import-unreadable-html = C'est une page web, même si son nom dit autre chose : ouvrez-la dans un tableur et enregistrez-la en CSV.
import-unreadable-xml = C'est du XML : exportez les contacts en CSV.
import-unreadable-binary = Ce n'est pas un fichier texte : exportez les contacts en CSV, puis importez ce fichier.
import-unreadable-facts = Ce sont des faits exportés par Vigie : ajoutez --facts pour les importer.
import-unreadable-nobody_in_it = Aucune colonne ne dit de qui il s'agit (lu : { $headers }) : ajoutez --map "En-tête=nom".
import-unreadable-no_such_header = --map : le fichier n'a pas de colonne « { $name } ».
import-unreadable-no_such_field = --map : « { $name } » n'est pas un champ connu.
import-unreadable-broken = Lecture impossible : { $reason }.
import-facts-head = Ce fichier ne commence pas comme un export de faits de Vigie.
import-facts-version = Ces faits viennent d'une version plus récente (format { $found }) : mettez Vigie à jour.
import-facts-fact = ligne { $line } : ce n'est pas un fait ({ $reason }) ; rien n'est importé
import-facts-cut = ligne { $line } : le fichier s'arrête avant sa dernière ligne ; rien n'est importé
import-facts-count = ligne { $line } : { $said } faits annoncés, { $found } trouvés ; rien n'est importé
import-facts-digest = ligne { $line } : les faits ne sont plus ceux qui ont été exportés (empreinte) ; rien n'est importé
import-facts-beyond = ligne { $line } : quelque chose suit la dernière ligne ; rien n'est importé
import-facts-reading = ligne { $line } : lecture impossible ({ $reason }) ; rien n'est importé

## cockpit : lignes du haut et du bas
tab-demo = démo

## cockpit : aujourd'hui
today-progress = { $done } / { $all } faits
today-left = en retard { $late } · chauds { $hot }
today-past = { $hour } passées
today-skipped = { $who } : laissé pour plus tard
spread-offer = plus de { $most } par jour : { $key } étale
spread-day = { $day } : { $count }
spread-stay = Restent aujourd'hui : { $names }
spread-number = un nombre de 1 à 10000
spread-nothing = Rien à étaler.
proposal-offer = { $count ->
    [one] Une personne répond à la règle d'une séquence
   *[other] { $count } personnes répondent à la règle d'une séquence
 } : { $key } p
proposal-offer-short = séquence : { $count } à inscrire, { $key } p
proposal-which = Qui répond à la règle d'une séquence
proposal-nobody = Personne ne répond à la règle d'une séquence.
proposal-title = « { $sequence } » : { $count ->
    [one] une personne
   *[other] { $count } personnes
 }
proposal-words = Règle { $rule } : { $names }. Rien ne part tout seul.
proposal-all = { $count ->
    [one] l'inscrire
   *[other] inscrire les { $count }
 }
proposal-first = inscrire les { $count } premières seulement
proposal-look = les voir d'abord, cochées
proposal-not_now = pas maintenant
proposal-marked = Cochées : Espace en écarte une, { $key } inscrit les autres
alert-hot = { $who } devient chaud
alert-hot-many = { $count } affaires deviennent chaudes
paper-title = Relances du { $day } : { $count } · { $who }
paper-why = Pourquoi
paper-may = Téléphone
paper-ask = À demander
paper-question = « { $question } » ({ $criterion })
paper-last = Dernier
paper-result = Résultat
paper-boxes = [ ] joint   [ ] pas de réponse   [ ] message   [ ] à rappeler   [ ] ne plus appeler
paper-note = Note
paper-next = Et ensuite
paper-file = relances-{ $day }
paper-nothing = Personne dans la liste : rien à imprimer.
spread-done = { $count ->
    [one] Liste étalée : une affaire, { $day }
   *[other] Liste étalée : { $count } affaires, la dernière { $day }
 }
today-why = Pourquoi, maintenant
today-may = { $way } : { $verdict } ({ $because })
today-clocks = Notre dernier contact : { $ours } · leur dernier signe : { $theirs }
today-never = jamais
today-ended = C'est fini pour aujourd'hui : { $done ->
    [one] { $done } faite
   *[other] { $done } faites
 }, { $postponed ->
    [one] { $postponed } reportée
   *[other] { $postponed } reportées
 }. Au programme { $day } : { $tomorrow }.
today-nothing = Personne à relancer aujourd'hui. Au programme { $day } : { $tomorrow }.
today-stray = { $count ->
    [one] Une affaire chaude n'a pas de prochaine action
   *[other] { $count } affaires chaudes n'ont pas de prochaine action
 } : { $key } pour voir.
today-stray-query = temp:chaud délaissé:oui
today-approach-lead = Lead : l'écouter, montrer (étude de cas, témoignage), un premier appel sans pression
today-approach-prospect = Prospect : l'offre, le devis, une démonstration, un planning, répondre aux objections
today-approach-intermediary = Intermédiaire : l'aider à vous présenter à qui décide
today-approach-client = Client : satisfaction, suite à proposer, renouvellement, recommandation
today-approach-lapsed = Ancien client : renouer, demander ce qui a changé

## cockpit : contacts
asking-keys = Tab complète · ↑↓ autre mot · Entrée garde · Échap abandonne
segments-title = Segments
segments-none = Aucun segment gardé.
segments-name = Nom :
segments-keys = Entrée voir · n garder le filtre · r renommer · x retirer · Échap
segments-no_filter = Aucun filtre à garder : { $key } en pose un.
contacts-all = Tous les contacts
contacts-count = { $count ->
    [0] personne
    [one] un contact
   *[other] { $line } / { $count } contacts
 }
contacts-narrowed = { $count } sur { $all }
contacts-reading = lecture { $done } / { $of }…
contacts-nobody = Personne ne répond à ce filtre. { $key } le lève.
column-name = Nom
column-company = Entreprise
column-town = Ville
column-phone = Téléphone
column-status = Statut
column-temperature = Température
column-score = Score
column-stage = Étape
column-amount = Montant
column-next = À faire
column-owner = Suivi par
column-last = Dernier échange
column-listed = { $family } { $given }

tab-open = { $count } { $count ->
    [one] affaire
   *[other] affaires
 } · { $money }
tab-weighted = pondéré { $money }
state-saved = enregistré
state-writing = … écriture
state-delayed = … en attente

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
key-backspace = Ret.arr.
key-unknown = ?

## cockpit : commandes
command-left = gauche
command-left-help = colonne de gauche
command-right = droite
command-right-help = colonne de droite
command-right-part = partie suivante
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
command-open-edit = modifier
command-open-words = modifier
command-open-synthesis = conclure
command-back = retour
command-back-help = revenir
command-next_pane = suivant
command-next_pane-help = volet suivant
command-previous_pane = précédent
command-previous_pane-help = volet précédent
command-fold = replier
command-fold-help = replier ou déplier la colonne
command-lost_column = perdues
command-lost_column-help = voir les affaires perdues, revenir
command-filter = filtrer
command-filter-help = filtrer : à moi, tous, une personne, une requête
command-widen = tous
command-widen-help = lever le filtre : tous
command-mark = marquer
command-mark-help = marquer la ligne ou la carte pour agir sur plusieurs
command-mark_column = marquer la colonne
command-mark_column-list = tout marquer
command-mark_column-help = marquer toute la colonne ou toute la liste du jour, ou l'inverse
command-back-marks = lâcher
command-mouse = souris
command-mouse-help = rendre la souris au terminal (sélectionner), la reprendre
command-call = appel
command-call-help = noter un appel : résultat, note, prochaine action
command-note = noter
command-note-help = noter une info, un SMS, un courrier, un signal
command-mail = mail
command-mail-help = noter un mail envoyé ou reçu
command-meeting = RDV
command-meeting-help = noter ou prévoir un rendez-vous, une visite
command-sheet = fiche
command-sheet-help = fiche : tous les champs
command-exchanges = échanges
command-exchanges-help = échanges : tout ce qui s'est dit
command-quotes = devis
command-quotes-help = devis et achats de l'affaire
command-past = historique
command-past-help = historique : qui, quand, quoi, avant
command-take_back = retirer
command-take_back-help = retirer l'échange, le devis ou l'achat sous le curseur
command-move_entry = autre fiche
command-move_entry-help = donner cet échange à une autre fiche
command-delete = supprimer
command-delete-help = supprimer l'affaire, le contact ou l'entreprise
command-forget = oublier
command-forget-help = effacer quelqu'un pour de bon, de tous les fichiers
command-next_step = prochaine action
command-next_step-help = fixer la prochaine action, reporter
command-today = Aujourd'hui
command-today-help = la liste du jour : qui rappeler, et pourquoi
command-pipeline = Pipeline
command-pipeline-help = les affaires par étape
command-contacts = Contacts
command-contacts-help = le tableau de tous les contacts
command-query = requête
command-query-help = taper une requête : qui afficher
command-segments = segments
command-segments-help = les requêtes gardées, et combien elles comptent
command-sort = trier
command-sort-help = trier par la colonne sous le curseur, puis dans l'autre sens
command-next_tab = onglet suivant
command-next_tab-help = passer à l'onglet suivant
command-previous_tab = onglet précédent
command-previous_tab-help = revenir à l'onglet précédent
command-skip = passer
command-skip-help = laisser pour plus tard, voir le suivant
command-spread = étaler
command-spread-help = étaler une liste trop pleine sur les jours ouvrés suivants
command-print = imprimer la liste
command-print-help = écrire la liste du jour dans un fichier à imprimer, avec de la place pour noter
command-qualify = qualifier
command-qualify-help = remplir la qualification
command-framework = grille
command-framework-help = changer de grille de qualification (BANT, CHAMP…)
command-sequence = séquence
command-sequence-help = suivre par une séquence (relance de devis, bienvenue…), ou l'arrêter
command-confirmed = validé
command-confirmed-help = réponse validée
command-assumed = à confirmer
command-assumed-help = réponse à confirmer
command-denied = non
command-denied-help = réponse : non
command-stage = étape
command-stage-help = changer d'étape
command-stage_back = étape avant
command-stage_back-help = étape précédente
command-stage_forward = étape après
command-stage_forward-help = étape suivante
command-quote = devis
command-quote-help = devis envoyé
command-won = gagné
command-won-help = gagné : enregistrer l'achat
command-lost = perdu
command-lost-help = perdu : dire pourquoi
command-new_contact = nouveau
command-new_contact-help = nouveau contact
command-new_deal = nouvelle affaire
command-new_deal-help = nouvelle affaire avec ce contact
command-oppose = ne plus contacter
command-oppose-help = ne plus contacter (par canal)
command-complain = réclamation
command-complain-help = réclamation : l'ouvrir, la clore
command-hand_over = transmettre
command-hand_over-help = transmettre à un collègue, avec un mot
command-relate = qui compte
command-relate-help = qui décide, influence, utilise, paie, recommande
command-archive = archiver
command-archive-help = archiver ou sortir des archives
command-tag = étiquette
command-tag-help = mettre une étiquette
command-find = chercher
command-find-help = chercher une personne ou une action
command-undo = annuler
command-undo-help = annuler la dernière saisie
command-redo = rétablir
command-redo-help = rétablir ce qui vient d'être annulé
command-drafts = texte non validé
command-drafts-help = reprendre un texte tapé et jamais validé
command-copy = copier
command-copy-help = copier ce qui est sous le curseur
command-save = valider
command-save-help = valider le formulaire
command-import = importer
command-import-help = importer un fichier
command-history = historique
command-history-help = Tout ce qui a été fait, pour annuler un acte
command-doubles = doublons
command-doubles-help = Les fiches qui se ressemblent : les comparer, les réunir
command-retention = à recontacter ou effacer
command-retention-help = qui n'a plus donné signe depuis plus longtemps que la durée de conservation
command-settings = réglages
command-settings-help = régler le score (le classement bouge), le rythme des relances et les heures de la loi
command-tour = visite
command-tour-help = la visite de la démo : la commencer, l'arrêter
command-help = aide
command-help-help = cette aide
command-redraw = redessiner
command-redraw-help = redessiner l'écran
command-quit = quitter
command-quit-help = quitter Vigie

## cockpit : volets
pane-tiny = Trop petit pour Vigie : agrandir.
pane-nothing = Rien ici. n crée un contact, c cherche.
pane-no_deal = Aucune affaire ici. { $key } montre les { $count } contacts et entreprises ; là, { $all } les coche tous et { $next } leur donne une prochaine action.
pane-folded = Colonne repliée : z la déplie.
pane-marked-people =
    { $count ->
        [one] un marqué
       *[other] { $count } marqués
    }
pane-marked =
    { $count ->
        [one] une marquée
       *[other] { $count } marquées
    }
pane-weighted = { $percent } % → { $money }
pane-won-lately = { $count } en { $days } j
badge-complaint = réclamation
badge-turned_hot = devient chaud
badge-turned_hot-short = ▲+
badge-forced = forcé
badge-forced-short = F!
badge-quote = devis { $n } j
badge-quote-short = D{ $n }
badge-client = client depuis { $n }
badge-client-short = cl.{ $n }
badge-no_step = sans action
badge-no_step-short = ?
pane-nameless = (sans nom)
pane-untitled = (sans titre)
pane-no-phone = pas de numéro
pane-no-way = ni téléphone ni mail
pane-contact = Contact
pane-company = Entreprise
pane-deal = Affaire
pane-opposed = s'oppose : { $channels } ({ $since })
pane-opposed-all = ne plus contacter ({ $since })
pane-by-hand = (à la main)
pane-client-since = client depuis { $year }
pane-next = Prochaine action :
pane-sequence = { $name } : { $standing }
pane-owner = Suivi par :
pane-archived = Archivé : hors des colonnes et du jour
pane-suggested = aucune ; rythme : { $when }
pane-bought = Acheté { $amount } le { $day }
pane-lost = Perdu : { $reason }
pane-complaint = Réclamation ({ $since }) : { $text }
pane-adjusted = { $temperature } réglé à la main { $day } par { $who } : « { $reason } »
pane-qualification = Qualification
pane-qualified = qualifié
pane-qualified-done = Qualifié : c'est un prospect.
pane-synthesis-ready = Entrée : confirmer, passer en prospect
pane-synthesis-open = Entrée : passer en prospect malgré les questions sans réponse
pane-to-ask = à demander : « { $question } »
pane-ask = À demander, { $criterion } : « { $question } » (+{ $gain })
pane-stale = à reconfirmer ({ $months } mois)
pane-offer = Tab : { $field } = { $value }
pane-score = Score { $total }
pane-exchanges = Échanges
pane-no-exchange = Aucun échange noté.
pane-remark = info
pane-typing = Entrée valider   Tab valider et suivant   Échap annuler
pane-words = tapez leurs mots
pane-typing-words = Entrée ou ↓ valider et suivant   ↑ précédent   Échap annuler
pane-import-title = Import
pane-import-progress = { $done } lignes lues
pane-import-stop = Échap arrête
pane-many-title = En cours
pane-many-progress = { $done } sur { $total }
pane-report-title = Compte rendu
pane-report-keys = ↑↓ défiler   Entrée fermer
pane-before-title = Avant d’importer
pane-before-keys = ↑↓ défiler   Entrée importer   Échap ne rien faire
pane-before-stopped = Lecture arrêtée : rien n’est entré.
settings-title = Réglages
settings-page-score = Score
settings-page-rhythm = Rythme
settings-page-law = Loi
settings-follow_up = Liste du jour
settings-spread = Relances par jour
settings-touches = Essais sans réponse
settings-nurturing_days = Puis un contact tous les (jours)
settings-saturation_touches = Contacts sans signe, au plus
settings-saturation_days = …sur tant de jours
settings-quote_days = Devis ancien après (jours)
settings-attrition_months = Ancien client après (mois)
settings-days = Jours entre deux contacts
settings-row-lead = Lead
settings-row-prospect = Prospect
settings-row-open = Offre en cours
settings-row-intermediary = Intermédiaire
settings-row-client = Client
settings-row-lapsed = Ancien client, perdu
settings-calling = Appeler un particulier
settings-opens = Plage { $n }, de
settings-closes = Plage { $n }, à
settings-phone_calls = Appels au plus
settings-phone_window = …sur tant de jours
settings-request_days = Leur demande vaut (jours)
settings-retention_months = Garder un prospect, sans signe (mois)
settings-keeping = Données
settings-trade = Métier
settings-banned = Rénovation énergétique, habitat
settings-yes = oui
settings-no = non
settings-about-days = Sans date fixée, la personne revient dans la liste du jour tant de jours après le dernier échange, le jour ouvré suivant.
settings-about-rhythm = Au-delà des relances par jour, étaler est proposé. Après tant d'essais sans réponse : garder le contact. Trop de contacts sans signe : la relance attend.
settings-about-law = Ces nombres viennent de la loi : faites-les vérifier avant de les changer.
settings-thresholds = Seuils
settings-framework = Grille de qualification
settings-hot = Chaud à partir de
settings-warm = Tiède à partir de
settings-half_life = moitié au bout de (jours)
settings-changed = { $count ->
    [0] Classement
    [one] Classement : 1 score changerait
   *[other] Classement : { $number } scores changeraient
 }
settings-keys = Entrée garder  Échap abandonner  ↑↓  ←→ chiffres  Tab page  Suppr remettre
settings-keys-short = ↑↓ ←→ chiffres  Tab page  Entrée  Échap
settings-place = { $file }, ligne { $line } : { $what }. Rien n'est changé : corrigez ce fichier, ou abandonnez.
settings-unwritten = { $file } n'a pas pu être écrit ({ $why }) : rien n'est changé.
settings-demo = Pour cette démo seulement.
part-sheet = Fiche
part-qualification = Qualification
part-exchanges = Échanges
part-quotes = Devis
part-history = Historique
part-history-back = annulé par { $who }
part-no-line = Cette ligne ne se retire pas ; u annule la dernière saisie.
part-purchases = Achats
part-exchanges-none = Aucun échange noté : a note un appel, i le reste.
part-quotes-none = Aucun devis : d note un devis envoyé.
part-purchases-none = Aucun achat : g enregistre le premier.
part-purchases-elsewhere = Aucun achat sur cette affaire ; client depuis { $year } par une autre.
part-quote-unnumbered = Devis
part-quote-sent = envoyé le { $day }
part-quote-until = valable jusqu'au { $day }
part-quote-answered = { $state } { $day }
part-quote-waiting =
    { $days ->
        [0] envoyé aujourd'hui
        [one] sans réponse depuis 1 j
        *[other] sans réponse depuis { $days } j
    }
part-quote-expired =
    { $days ->
        [one] expiré, envoyé il y a 1 j
        *[other] expiré, envoyé il y a { $days } j
    }
part-not-yet = Encore en cours d'écriture : réessayez dans un instant.
part-no-entry = Rien à retirer ici : placez-vous sur un échange, un devis ou un achat.
part-no-exchange-here = Placez-vous sur un échange pour le donner à une autre fiche.
settings-reread = Réglages relus.
settings-unwatched = Les réglages ne seront pas relus pendant cette session ({ $why }).
help-title = Aide
help-keys = ↑↓ défiler   des lettres cherchent   Échap fermer
help-narrowed = Aide : « { $text } »
help-nothing = Rien de ce nom ici.   Retour efface   Échap fermer
help-here = Le plus utile ici
help-also = Aussi
help-signs = Les signes des cartes
help-signs-of-cards = ▲ = chaud · • = tiède · ▲+ = vient de devenir chaud · cl.26 = client depuis 2026 · D11 = devis sans réponse depuis 11 jours · F! = étape forcée, avec son motif · ? = aucune prochaine action · !! = réclamation ouverte
help-moving = Se déplacer
help-over-form = Entrée Ctrl-S = valider · Échap = abandonner (annuler rend le texte) · Tab ↓ = ligne suivante · ⇧Tab ↑ = ligne précédente · ←→ Espace = autre choix · une lettre = ce choix · Alt-Entrée = à la ligne, dans une note · Ctrl-Z Ctrl-Y = annuler, rétablir dans une note · Ctrl-C = copier
help-over-menu = ↑↓ = choisir · Entrée = prendre · une lettre = prendre ce choix · Échap = revenir sans rien changer
help-over-box = des lettres = un nom, une entreprise, une action · des chiffres = un numéro de téléphone · ↑↓ = choisir · Entrée = ouvrir, faire, ou créer (dernière ligne) · Tab → = que faire avec cette personne, faire l'action · Pg↑ Pg↓ = une page · Échap = revenir
help-over-segments = ↑↓ = choisir, le tableau suit · Entrée = filtrer par ce segment · n + = garder le filtre sous un nom · r F2 = renommer · x Suppr = retirer · Échap = fermer
help-over-settings = ↑↓ = choisir un nombre · des chiffres = le changer (930 = 9 h 30) · ←→ = un de moins, un de plus · Tab = score, rythme, loi · Suppr = comme en vigueur · Entrée Ctrl-S = garder, dans playbook.toml · Échap = abandonner (annuler rend les essais)
help-over-asking = Tab = prendre le mot proposé · ↑ ↓ = un autre des mots proposés · Entrée = garder ce filtre · Échap = revenir au filtre d'avant
help-over-report = ↑↓ Pg↑ Pg↓ = défiler · Entrée Échap = fermer, arrêter
help-over-field = Entrée ↓ = valider · Tab = valider et modifier le suivant · ↑ = valider et remonter · Échap = abandonner (annuler rend le texte)
help-words = lettres = leurs mots, validés ; ils remplacent ceux d'avant (non seul : réponse non)
help-over-words = Entrée ↓ = valider et suivant · ↑ = valider et précédent · Tab = prendre la date ou le montant proposé · Échap = abandonner (annuler rend le texte)
palette-title = Chercher
tour-move = ↑↓ ←→ vont d'une affaire à l'autre, les pressantes en haut.
tour-open = { $key } ouvre la fiche et son score, { $back } en revient.
tour-qualify = { $key } qualifie : ↑↓ une question, leurs mots ou { $yes } { $maybe } { $no }, Entrée.
tour-call = { $key } note un appel : une lettre pour le résultat, des mots, Entrée.
tour-next = { $key } fixe la prochaine action : « 3j », « jeudi 14h », Entrée.
tour-undo = { $key } annule la dernière saisie ; rien n'est jamais perdu.
tour-end = Visite faite. { $find } retrouve n'importe qui, { $help } dit le reste.
tour-skip = { $key } arrête
tour-demo = La visite se fait dans la démo : vigie demo
palette-move = À quelle fiche donner cet échange ?
palette-person = Quelle personne ?
palette-company = Quelle entreprise ?
palette-hint = un nom, une entreprise, un numéro, ou une action
palette-keys = Entrée ouvrir   → agir   Échap fermer
palette-keys-move = Entrée donner   Échap fermer
palette-keys-choose = Entrée choisir   Échap fermer
palette-open = ouvrir la fiche
palette-create = + Créer « { $text } »

## cockpit : choix
menu-keys = ↑↓ choisir   Entrée valider   Échap revenir
menu-letter-title = Mail à { $who }
menu-letter-ours = noter un mail déjà envoyé
menu-letter-theirs = noter un mail reçu
menu-sequence-title = Séquence pour { $who }
menu-sequence-many = Séquence pour { $count } affaires
menu-sequence-words = Rien ne part tout seul : chaque étape vient dans la liste du jour, avec son modèle.
menu-sequence-days = jours { $days }
menu-sequence-end = arrêter la séquence
menu-sequence-over = passer { $step }
menu-sequence-proposed = qui répond à une règle
filter-title = Quelles affaires regarder ?
filter-mine = à moi
filter-all = tous
filter-nobody = à personne
filter-owner = à { $who }
filter-query = une requête…
menu-stage = Étape de { $who }
menu-stage-many = Étape de { $count } affaires marquées
menu-framework = Grille de { $who }
menu-framework-words = Les réponses qui disent la même chose sont gardées.
menu-framework-one = { $name }
menu-framework-house = { $name } (celle de la maison)
menu-framework-answered = { $done }/{ $of } répondu
menu-framework-all = Toutes les affaires : réglages
menu-here = ici
menu-greeting-title = Bonjour { $who }
menu-greeting-words = Votre portefeuille est vide. Par quoi commencer ?
menu-greeting-import = importer mon fichier (CSV, Excel…)
menu-greeting-contact = saisir mon premier contact
menu-greeting-demo = voir la démo
menu-greeting-quit = quitter
menu-quit-title = Quitter ?
menu-quit-yes = quitter Vigie
menu-quit-no = rester
menu-burst-title = Du texte est arrivé d'un coup
menu-burst-search = Chercher « { $text } » ?
menu-burst-note = le noter chez { $who }
menu-burst-drop = l'ignorer
menu-draft-title = Texte non validé
menu-draft-waits = Texte non validé, qui revient quand on rouvre sa saisie
menu-draft-resume = le reprendre
menu-draft-copy = le copier
menu-draft-gone = Texte non validé ; sa fiche n’existe plus
menu-drafts-title = Textes non validés
menu-drafts-words = Lequel reprendre ? Les autres restent gardés.
menu-draft-drop = l'abandonner
menu-undo-title = Annuler ?
menu-undo-older = { $what } ({ $who }, avant cette session)
letter-yes = o
menu-undo-yes = oui, annuler
menu-undo-no = non
chronicle-title = Historique : tout ce qui a été fait
chronicle-none = Rien n'a encore été fait.
chronicle-keys = ↑↓ choisir · Entrée ou u annuler l'acte · Échap fermer
doubles-title =
    { $count ->
        [0] Doublons
        [one] Un doublon possible
        *[other] { $count } doublons possibles
    }
doubles-none = Aucun doublon en vue.
doubles-keys = Entrée comparer · n pas un doublon · ↑↓ choisir · Échap fermer
doubles-broken = La recherche des doublons a échoué ; le portefeuille est intact.
compare-title = Une seule fiche ?
compare-keys = Entrée réunir · ←→ valeur gardée · n pas un doublon · Échap retour
compare-stays = Gardé : { $field }, { $value }
compare-empty = Ce champ restera vide.
met-title = Déjà dans le portefeuille ?
met-differs = La compléter changerait : { $what }
met-open = Ouvrir la fiche
met-complete = Compléter la fiche avec ce qui est saisi
met-anyway = Créer quand même
met-back = Revenir à la saisie
met-nothing = Rien à compléter : tout y est déjà.
chronicle-dead = Cet acte est déjà annulé ou effacé.
chronicle-busy = Autre chose est déjà en cours ; réessayez dans un instant.
menu-delete-what = { $who } : que supprimer ?
menu-delete-a-deal = l'affaire
menu-delete-contact = le contact et ses affaires
menu-delete-company = l'entreprise et ses propres affaires
menu-delete-forget = oublier pour de bon (RGPD)
menu-role-title = Qui compte pour { $who } ?
menu-role-decides = qui décide
menu-role-influences = qui influence
menu-role-uses = qui utilisera
menu-role-pays = qui paie
menu-role-referred_by = qui l'a recommandé
menu-role-works_for = l'entreprise où il travaille
menu-archives = voir tout ce qui est archivé
menu-archives-title = { $count } aux archives : qui sortir ?
menu-kind-contact = contact
menu-kind-company = entreprise
menu-kind-deal = affaire
menu-archive-title = Archives
menu-archive-deal = archiver l'affaire
menu-archive-contact = archiver le contact et ses affaires
menu-archive-company = archiver l'entreprise et ses affaires
menu-unarchive-deal = sortir l'affaire des archives
menu-unarchive-contact = sortir le contact des archives
menu-unarchive-company = sortir l'entreprise des archives
menu-delete-title = Supprimer { $who } ?
menu-delete-deal = L'affaire part avec ses réponses, devis et achats ; les échanges restent au contact. Une annulation ramène tout.
menu-delete-party =
    { $deals ->
        [0] { $exchanges ->
            [0] Tout ce qui en est dit part avec.
            [one] Un échange part avec.
            *[other] { $exchanges } échanges partent avec.
        }
        [one] Une affaire et { $exchanges } échanges partent avec.
        *[other] { $deals } affaires et { $exchanges } échanges partent avec.
    } Une annulation ramène tout.
retention-title =
    { $count ->
        [0] À recontacter ou à effacer
        [one] À recontacter ou à effacer : une personne sans signe depuis { $months } mois
        *[other] À recontacter ou à effacer : { $count } personnes sans signe depuis { $months } mois
    }
retention-none = Personne : tous ont acheté ou donné signe depuis moins de { $months } mois.
retention-off = Aucune durée de conservation n'est réglée (playbook.toml, [law] retention_months).
retention-sign = dernier signe { $day }
retention-no_sign = aucun signe, saisi { $day }
retention-keys = a appel · m mail · i noter · o oublier · Espace marquer · * tous · Entrée fiche · Échap fermer
retention-close = Échap fermer
forget-nobody = Personne ici à oublier.
forget-weighs = Recherche de tout ce qui serait effacé…
forget-people =
    { $count ->
        [one] une personne
        *[other] { $count } personnes
    }
forget-sure = Tapez « oublier » ou le nom : { $who }
forget-sure-many = Tapez « oublier ».
forget-unsure = Ce n'est ni « oublier » ni le nom : rien n'est effacé.
forget-backups =
    { $count ->
        [0] Les copies tenues par Vigie sont effacées aussi.
        [one] La sauvegarde tenue par Vigie et la quarantaine sont effacées aussi.
        *[other] Les { $count } sauvegardes tenues par Vigie et la quarantaine sont effacées aussi.
    } Vos propres copies et exports ne le sont pas : à vous de les effacer.
forget-opposed = Opposition notée : une nouvelle saisie avec cette adresse ou ces numéros sera refusée ; seule une empreinte en est gardée.
forget-final = Effacer ne s'annule pas.
forget-stopped = Arrêté : rien n'est effacé.
forget-unsettled = Pas de réponse : rouvrir Vigie dira si l'effacement est allé au bout.
forget-refused = Rien n'est effacé : { $why }
forget-done = Effacé pour de bon : { $what }.
menu-delete-yes = supprimer
menu-delete-no = garder

## cockpit : formulaires
form-call = Appel : { $who }
form-note = Noter : { $who }
form-forget = Oublier pour de bon : { $who }
form-mail = Mail : { $who }
form-letter = Mail à { $who }
form-meeting = Rendez-vous : { $who }
form-next = Prochaine action : { $who }
form-move = { $who } → { $stage }
form-quote = Devis envoyé : { $who }
form-buy = Achat : { $who }
form-correct = Corriger : { $who }
form-contact = Nouveau contact
form-related = { $who } : { $stage }
form-tag-known = Tab complète : { $tags }
form-tag-new = nouvelle étiquette
form-deal = Nouvelle affaire : { $who }
form-oppose = Contacter ou non : { $who }
form-complain = Réclamation : { $who }
form-hand_over = Transmettre : { $who }
form-pass_over = Passer une étape : { $who }
form-author = Bienvenue dans Vigie
form-import = Importer un fichier
form-columns = Les colonnes du fichier
form-columns-hint = À droite, ce que chaque colonne devient. Tapez pour changer, Tab complète ; « nouveau champ » en fait un champ à vous.
form-columns-recalled = Rangées comme la dernière fois. Tapez pour changer, Tab complète ; « nouveau champ » en fait un champ à vous.
form-column-spare = { $field }, si l'autre est vide
form-column-none = rien de ce nom ; champ:NOM fait un champ à vous
form-column-unknown = « { $text } » n'est pas un champ
form-filter = Filtrer les affaires
form-spread = Étaler la liste du jour
form-many-next =
    { $count ->
        [one] Prochaine action : une affaire
       *[other] Prochaine action : { $count } affaires
    }
form-many-hand_over =
    { $count ->
        [one] Transmettre : une affaire
       *[other] Transmettre : { $count } affaires
    }
form-many-tag =
    { $count ->
        [one] Étiquette : un contact
       *[other] Étiquette : { $count } contacts
    }
form-many-aside =
    { $count ->
        [one] Mettre de côté : un contact
       *[other] Mettre de côté : { $count } contacts
    }
form-many-aside-deals =
    { $count ->
        [one] Mettre de côté : une affaire
       *[other] Mettre de côté : { $count } affaires
    }
form-many-forecast = pondéré { $before } → { $after }
form-many-enrolled = Séquence pour { $count } affaires
form-many-unenrolled = Séquence arrêtée pour { $count } affaires
form-many-move =
    { $count ->
        [one] { $stage } : une affaire
       *[other] { $stage } : { $count } affaires
    }
form-many-left =
    { $go ->
        [0] Aucune des { $all } ne peut. Restent : { $names }
        [one] Une sur { $all }. Restent : { $names }
       *[other] { $go } sur { $all }. Restent : { $names }
    }
form-many-rhythm = Entrée : chacune selon son rythme
form-many-closing = pour celles qui n'ont pas de date
form-many-forced = un motif pour toutes ; vide : celles à qui il manque un fait restent
form-many-won = gagnée
form-many-nobody = aucun contact
form-row-outcome = Résultat
form-row-channel = Quoi
form-row-approach = Canal
form-row-note = Note
form-row-to = À
form-row-subject = Objet
form-row-body = Texte
form-row-by = Comment
form-row-next = Prochaine action
form-row-what = À faire
form-row-when = Quand
form-row-wording = Dans ses mots
form-row-permission = Dit
form-row-origin = Origine
form-row-complaint = Ce qui ne va pas
form-row-settled = Réglé comment
form-row-owner = À qui
form-row-per_day = Par jour
form-row-sure = Pour confirmer
form-row-mentions = Notes qui en parlent
form-mentions-keep = les garder
form-mentions-erase = les effacer aussi
form-row-objects = Si on la ressaisit
form-objects-free = permis
form-objects-blocked = refusé (elle s'y oppose)
form-row-handover = Un mot
form-row-why = Pourquoi
form-row-author = Votre prénom ?
form-row-path = Fichier
form-row-query = Requête
form-row-tag = Étiquette
form-row-synthesis = Synthèse
form-row-nurture = Rappeler le
form-row-forced = Ou forcer, motif
form-row-quote_number = N° du devis
form-row-quote_amount = Montant du devis
form-row-quote_on = Envoyé le
form-row-quote_until = Valable jusqu'au
form-row-state = Réponse
form-row-answered_on = Répondu le
form-row-bought_amount = Montant acheté
form-row-bought_on = Acheté le
form-row-proof = Preuve
form-row-reason = Motif
form-row-detail = Précision
form-outcome-reached = joint
form-outcome-no_answer = pas de réponse
form-outcome-message = message laissé
form-outcome-call_back = à rappeler
form-outcome-theirs = il m'a appelé
form-outcome-stop = ne plus appeler
form-outcome-none = sans objet
form-state-waiting = attendue
form-state-accepted = accepté
form-state-refused = refusé
form-channel-note-ours = info
form-channel-sms-ours = SMS
form-channel-sms-theirs = SMS reçu
form-channel-letter-theirs = courrier reçu
form-channel-social-theirs = réseau social, reçu
form-channel-letter-ours = courrier
form-channel-social-ours = réseau social
form-channel-mail-theirs = mail reçu
form-channel-mail-ours = mail envoyé
form-letter-by-send = envoyer
form-letter-by-copy = copier le texte
form-letter-by-file = fichier .eml
form-channel-quote_request-theirs = demande de devis
form-channel-demo_request-theirs = demande de démo
form-channel-comparison-theirs = nous compare
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
form-permission-opposed = ne plus contacter
form-permission-consented = accord donné
form-permission-withdrawn = rien de dit
form-synthesis-confirm = passer en prospect
form-synthesis-nurture = pas encore mûr : garder le contact
form-proof-signed_quote = devis signé
form-proof-order = commande
form-proof-contract = contrat
form-key-submit = Entrée valider
form-key-next = Tab suivant
form-key-cancel = Échap annuler
form-key-newline = Alt-Entrée ligne
form-key-editor = Ctrl-E éditeur
form-key-choice = une lettre choisit
form-needed = à remplir
form-when-needed = quand ?
form-who-needed = un nom, une entreprise ou un numéro
form-detail-needed = précisez
form-amount-positive = un achat vaut plus que zéro
form-not-ahead = cette date est à venir
form-past = cette date est passée
form-quote-unqualified = Affaire non qualifiée : ce devis sera compté comme tel.
form-next-help = lundi, 3j, 15/12, jeudi 14h ; vide : plus d'action fixée
form-letter-next = vide : { $when }, selon le rythme ; ou lundi, 3j, 15/12
form-call-next = vide : { $when } ; ou lundi, 3j, 15/12 14h
form-letter-next-sequence = vide : la séquence continue ; ou lundi, 3j, 15/12
form-letter-unfilled = il reste { $mark }
form-letter-way_out = { $may }. Une phrase pour se désinscrire est ajoutée sous le texte.
form-letter-insist = { $why } Entrée une seconde fois pour passer outre.
form-letter-already = Déjà envoyé aujourd'hui à { $hour }.
form-letter-leaving = Le même mail est en cours d'envoi.
form-letter-unset = Envoi non réglé ([mail] de config.toml) : Entrée copie le texte, à coller dans votre messagerie, ou l'écrit dans un fichier .eml, et note l'échange.
form-letter-maybe = Ce mail était en cours d'envoi : il est peut-être parti. Vérifiez avant de le renvoyer.
form-next-from-note = { $when }, proposé d’après la note
form-answered-help = vide : aujourd'hui
form-next-rhythm = Entrée : { $when }, selon le rythme. Ou : 3j, lundi, 15/12 14h, dans 2 semaines
form-complaint-help = Elle reste en tête ; les relances commerciales attendent qu'elle soit close.
form-settled-help = Ouverte { $since } : { $text }. Entrée la clôt.
form-owner-help = connus : { $names }
form-owner-near = personne ne s'appelle « { $name } » ici : { $near } ? Entrée encore une fois pour l'ajouter
form-owner-new = personne ne s'appelle « { $name } » ici. Entrée encore une fois pour l'ajouter
form-handover-note = Pour { $owner } : { $line }
form-wording-needed = un accord demande les mots dits
form-forced-help = un motif remplace ce qui manque et reste sur la carte
form-path-help = CSV, Excel, cartes (vCard) ou JSON ; ~ est le dossier personnel
form-query-help = comme « ville:nantes montant>10k -étape:lead » ou « score>60 relance<3j » ; vide : tous
form-query-next = Tab complète : { $offers }
form-origin = cockpit
form-heard = { $who } vient de noter : { $what }. Si vous validez, c'est votre saisie qui vaut ; les deux restent dans l'historique.
form-nurture-what = garder le contact

## cockpit : ce qui vient de se passer
toast-undo = { $what } · { $key } annule
toast-letter-leaves = Envoi à { $to }…
toast-letter-sent = Mail envoyé à { $to } · { $key } retire l'échange
toast-letter-copied = Texte copié, à coller dans votre messagerie ; échange noté · { $key } annule
toast-letter-written = Écrit dans { $file }, à ouvrir pour l'envoyer ; échange noté · { $key } annule
toast-printed = Écrit : { $file }
toast-undone-word = Annulé
toast-undone = Annulé : { $what } · { $key } rétablit
toast-undone-hidden = Annulé : { $what }, mais { $field } reste { $value } (autre saisie) · { $key } rétablit
toast-again = Rétabli : { $what } · { $key } annule
toast-cut_off =
    { $count ->
        [0] Import de { $label } interrompu avant sa première ligne · { $key } l'efface
        [one] Import de { $label } interrompu : une ligne enregistrée · { $key } l'annule, importer à nouveau le finit
        *[other] Import de { $label } interrompu : { $count } lignes enregistrées · { $key } les annule, importer à nouveau le finit
    }
toast-no-drafts = Aucun texte en attente
toast-draft-met = Texte de la dernière fois repris · Échap l’abandonne
toast-drafts-left = { $count ->
    [one] Reste un autre texte non validé : { $key }
   *[other] Restent { $count } autres textes non validés : { $key }
}
toast-refused-kept = { $why } · votre texte est gardé : { $key }
toast-delayed-saved = C'est enregistré.
toast-delayed-quit = Une saisie attend encore. Quittez à nouveau pour partir : le texte vous sera proposé à la prochaine ouverture.
toast-many-cut = « { $what } » interrompu, { $count } sur { $of } faites : { $why } Valider à nouveau fait le reste ; u annule ce qui est fait.
toast-cut_off-many = « { $label } » interrompu : { $count } sur { $of } faites · le refaire finit le reste, { $key } les annule
toast-editor-none = Aucun éditeur : réglez EDITOR, par exemple EDITOR=nano
toast-editor-failed = L’éditeur « { $editor } » n’a rien rendu ({ $why }) ; votre texte est là
toast-abandoned = Texte abandonné · { $key } le rend
toast-already = Déjà enregistré.
toast-settings-kept = Réglages gardés · { $key } remet les précédents
toast-settings-back = Réglages précédents remis · { $key } rétablit
toast-settings-newest = Ces réglages sont les derniers gardés
toast-no-archives = Rien n’est archivé
toast-settings-dropped = Réglages abandonnés · { $key } les rend
toast-copied = Copié : { $text }
toast-done = Noté
toast-won-alone = Un achat se note affaire par affaire : Échap les lâche, puis g sur chacune.
toast-marked = Marquées : { $keys } · { $key } les lâche
toast-merged = { $who } : une seule fiche
toast-apart = { $who } et { $whom } : pas un doublon
toast-none-to-move = Rien à faire : elles y sont déjà.
toast-mouse-ours = Vigie a la souris · { $key } la rend au terminal
toast-mouse-theirs = Le terminal a la souris : sélectionnez, copiez · { $key } la reprend
toast-drag = { $who } → { $stage }
toast-wide = Toutes les affaires
toast-narrow =
    { $count ->
        [one] { $filter } : une affaire
       *[other] { $filter } : { $count } affaires
    }
toast-looking = { $filter } : { $done } affaires regardées…
toast-narrow-none = { $filter } : aucune affaire · { $key } lève le filtre
toast-struck = une ligne retirée
toast-struck-out = Retiré : { $what } · { $key } annule
toast-gone = suppression
toast-corrected = { $what }, corrigé
toast-deleted = Supprimé · { $key } ramène tout
toast-moved = { $who } → { $stage }
toast-won = { $who } : gagné, { $amount }
toast-lost = { $who } : perdu
toast-quoted = { $who } : devis envoyé
toast-opposed = { $who } : opposition notée
toast-consented = { $who } : accord noté
toast-withdrawn = { $who } : plus rien de dit
toast-assigned = { $who } : suivi par { $owner }
toast-complained = { $who } : réclamation ouverte
toast-settled = { $who } : réclamation close
toast-linked = { $who } : { $role } { $whom }
toast-unlinked = { $who } : plus de lien avec { $whom }
toast-needs-company = C'est une entreprise qu'il faut choisir.
toast-needs-person = C'est une personne qu'il faut choisir.
toast-exchanged = { $who } : { $what }
toast-created = { $who } : fiche créée
toast-answered = { $who }, { $criterion } : { $sure }
toast-next = { $who } : prochaine action { $when }
toast-no-next = { $who } : plus d'action fixée
toast-enrolled = { $who } : séquence « { $sequence } »
toast-unenrolled = { $who } : séquence arrêtée
toast-step-skipped = { $who } : étape passée ({ $what })
toast-set = { $who }, { $field } : { $value }
toast-over = { $who } vient de noter : { $what } · votre saisie reste dans l'historique
toast-no-door = Les autres vigie ne pourront que lire tant que ce cockpit est ouvert : { $why }
toast-emptied = { $who }, { $field } : vidé
toast-long = { $what }
toast-unread = L'historique est illisible pour l'instant ; rien n'est perdu. Rouvrez Vigie.
toast-won-stays = Gagnée : seule l'annulation de l'achat la remet en jeu.
## cli : l'aide
cli-help-usage = Utilisation :
cli-help-commands = Commandes{ " " }
cli-help-options = Options{ " " }
cli-help-arguments = Arguments{ " " }
cli-about-vigie = Vigie, le cockpit commercial qui vit dans le terminal. Sans commande : ouvre le cockpit.
cli-about-import = Importe un fichier (CSV, XLSX, ODS), ligne par ligne, en un seul acte annulable
cli-about-add = Ajoute quelqu'un : nom, entreprise, téléphone, mail… dans n'importe quel ordre
cli-about-list = Liste les contacts, tous ou ceux d'une recherche
cli-about-today = La liste du jour : qui rappeler, et pourquoi
cli-about-show = Montre une fiche entière : affaires, qualification, échanges, historique
cli-about-set = Modifie des champs : téléphone=… montant=8400
cli-about-log = Note un échange : appel, mail, rendez-vous…
cli-about-send = Remplit un modèle de mail, le montre et l'envoie ; sans --template, liste les modèles
cli-about-sequence = Fait suivre une affaire par une séquence ; « aucune » l'arrête ; sans nom, dit où elle en est
cli-about-qualify = Note les réponses de la qualification
cli-about-move = Change une affaire d'étape
cli-about-buy = Enregistre un achat, avec sa preuve
cli-about-lose = Marque une affaire perdue, avec son motif
cli-about-score = Explique le score ligne par ligne
cli-about-next = Fixe la prochaine action
cli-about-retention = Qui n'a plus donné signe depuis plus longtemps que la durée de conservation : à recontacter ou à effacer
cli-about-doubles = Les fiches qui se ressemblent, les plus sûres et les plus importantes d'abord
cli-about-merge = Réunit deux fiches en une, champ par champ ; s'annule à tout moment
cli-about-undo = Annule le dernier acte, ou celui qu'on nomme
cli-about-forget = Efface une personne pour de bon, avec tout ce qui est dit d'elle
cli-about-history = Qui a fait quoi et quand : d'une personne, ou de tous
cli-about-redo = Rétablit ce qui vient d'être annulé
cli-about-export = Écrit le portefeuille pour d'autres logiciels, ou tous les faits
cli-about-backup = Copie tout le portefeuille dans un seul fichier, relu avant d'être annoncé
cli-about-restore = Remet le portefeuille d'une copie ; l'actuel est gardé de côté
cli-about-config = Montre les réglages, leurs valeurs et d'où elles viennent
cli-about-doctor = Vérifie le dossier de données et dit ce qui a été vérifié
cli-about-demo = Ouvre le cockpit sur un portefeuille inventé, effacé en sortant
cli-about-guide = Le métier et Vigie en clair, en dix minutes ; ou un seul chapitre
cli-about-completions = Écrit de quoi compléter les commandes dans bash, zsh ou fish
cli-about-man = Écrit la page de manuel
cli-arg-store = Dossier des données
cli-arg-lang = Langue : fr ou en
cli-arg-author = Qui saisit
cli-arg-today = Regarder comme si l'on était ce jour-là ; ne date jamais ce qui est saisi
cli-arg-json = Écrire du JSON, pour les programmes
cli-arg-help = Affiche cette aide
cli-arg-version = Affiche la version
cli-arg-who = Nom, fin d'identifiant, mail ou téléphone
cli-arg-deal = Affaire : son titre, sa fin d'identifiant, ou la personne
cli-arg-import-file = Fichier CSV ou classeur, ou - pour l'entrée standard
cli-arg-import-dry_run = Tout dire sans rien enregistrer
cli-arg-import-map = Dire ce qu'est une colonne : "Tél. 2=téléphone" ; "Machine=champ" en fait un champ à vous
cli-arg-import-sheet = La feuille du classeur à lire (sinon la première qui contient quelque chose)
cli-arg-import-rejects = Où mettre les lignes refusées, pour les corriger et les importer
cli-arg-import-remember = Garder ce rangement (--map) pour le prochain fichier aux mêmes en-têtes
cli-arg-import-no_memory = Ne pas reprendre un rangement gardé
cli-arg-import-facts = Le fichier vient de « vigie export --facts »
cli-arg-add-pieces = Ce qu'on sait, séparé par des virgules
cli-arg-add-anyway = Ajouter même si le mail ou le téléphone est déjà connu
cli-arg-list-query = Recherche : statut:prospect montant>10k ville:Nantes
cli-arg-list-limit = Nombre de lignes au plus
cli-arg-history-limit = Nombre de lignes au plus
cli-arg-history-since = Depuis ce jour : 01/11, hier, 2026-11-01
cli-arg-today-limit = Nombre de lignes au plus
cli-arg-export-into = Pour ics : le fichier à remplacer (un agenda s'y abonne) au lieu de la sortie
cli-arg-export-channel = Laisse de côté qui s'oppose à ce canal : téléphone, mail, sms, courrier, réseaux sociaux
cli-arg-today-spread = Étaler une liste trop pleine sur les jours ouvrés suivants, par priorité
cli-arg-today-per_day = Combien par jour (sinon celui des réglages)
cli-arg-today-dry_run = Montrer sans rien enregistrer
cli-arg-today-print = Une feuille à imprimer : qui, pourquoi, que demander, de la place pour noter
cli-arg-set-fields = champ=valeur ; une valeur vide efface
cli-arg-log-channel = appel, mail, SMS, courrier, rendez-vous, visite…
cli-arg-log-outcome = joint, pas de réponse, message, à rappeler
cli-arg-log-note = Ce qui s'est dit
cli-arg-log-next = Prochaine action : 3j, lundi, jeudi 14h, 15/12
cli-arg-log-what = Ce qu'il y aura à faire
cli-arg-log-theirs = C'est la personne qui nous a contactés
cli-arg-send-template = Le modèle : devis-1, bienvenue…
cli-arg-send-with = Une variable donnée ici : --with "date du devis=12 novembre"
cli-arg-send-dry_run = Montrer le mail sans l'envoyer
cli-arg-send-eml = Écrire le mail dans un fichier .eml au lieu de l'envoyer
cli-arg-send-again = Renvoyer ce qui est déjà parti aujourd'hui
cli-arg-send-yes = Envoyer même si la loi le déconseille
cli-arg-sequence-name = quote, welcome… ou le début de son nom ; « aucune » arrête
cli-arg-sequence-skip = Passer la prochaine étape, avec ou sans raison
cli-arg-sequence-rule = Qui répond à la règle d'une séquence ; avec un nom, l'inscrire
cli-arg-sequence-limit = Combien au plus, les plus pressants d'abord
cli-arg-sequence-dry_run = Montrer sans rien enregistrer
cli-arg-on = Quand cela s'est passé ; aujourd'hui si rien n'est dit
cli-arg-qualify-answers = besoin=oui:"ses mots" budget=peut-être délai=non
cli-arg-stage = Étape : prospect, à chiffrer, devis, négociation
cli-arg-move-amount = Montant de l'affaire
cli-arg-move-closing = Date de signature prévue
cli-arg-move-quote = Montant du devis envoyé
cli-arg-move-number = Numéro du devis
cli-arg-move-exchange = L'échange qui a suivi le devis, en quelques mots
cli-arg-move-force = Passer outre la qualification, en disant pourquoi
cli-arg-buy-amount = Montant de l'achat
cli-arg-buy-proof = devis signé, bon de commande, contrat
cli-arg-lose-reason = prix, concurrent, pas de budget, pas de besoin, délai…
cli-arg-lose-detail = Le concurrent, ou quelques mots
cli-arg-next-when = 3j, lundi, jeudi 14h, 15/12 ; « aucune » efface
cli-arg-next-what = Ce qu'il y aura à faire
cli-arg-doctor-repair = Mettre de côté ce qui est abîmé et réécrire le reste
cli-arg-backup-file = Fichier ou dossier où écrire la copie ; sans rien : celle du jour, dans le dossier de données
cli-arg-restore-file = La copie, ou un portefeuille mis de côté
cli-arg-undo-act = Nom du fichier importé, ou fin de l'identifiant d'un acte
cli-arg-undo-list = Les actes qu'on peut annuler
cli-arg-forget-objects = Refuser aussi qu'elle soit reprise plus tard par un import ou une saisie
cli-arg-forget-mentions = Effacer aussi les notes à propos d'autres qui la nomment
cli-arg-retention-limit = Combien de personnes montrer (50)
cli-arg-doubles-limit = Combien de paires montrer (20)
cli-arg-doubles-apart = Deux fiches qui ne sont pas un doublon : retenu, et annulable
cli-arg-merge-one = A : la fiche qui reste, ses valeurs d'abord
cli-arg-merge-other = B : la fiche qui la rejoint
cli-arg-merge-keep = Quelle valeur reste : téléphone=b ; étiquette=ab garde les deux
cli-arg-merge-dry_run = Montre seulement ce qui changerait
cli-arg-yes = Sans demander
cli-arg-export-query = Recherche, comme pour list
cli-arg-export-to = csv, xlsx, vcard (4.0), vcard3 (3.0), ics (agenda) ou json
cli-arg-export-excel = CSV pour Excel : marque UTF-8 et points-virgules, quelle que soit la langue
cli-arg-export-facts = Tous les faits, pour un autre Vigie
cli-arg-export-person = Tout ce qui est détenu sur une personne, lisible, ou en JSON avec --to json
cli-arg-demo-size = Nombre de contacts
cli-arg-guide-topic = Chapitre : vente, score, relance, loi, importer…
cli-arg-completions-shell = bash, zsh ou fish
cli-guide-unknown = Pas de chapitre « { $topic } » : { $known }.

## cli : ce qui a été mal compris
cli-args-unknown = « { $word } » n'est pas une option connue : « vigie --help » les liste.
cli-args-command = « { $word } » n'est pas une commande : « vigie --help » les liste.
cli-args-missing = Il manque { $word }.
cli-args-no_value = { $word } attend une valeur.
cli-args-value = { $word } : « { $value } » ne convient pas ({ $known }).
cli-args-bad = { $word } : « { $value } » ne convient pas.
cli-args-conflict = { $word } ne va pas avec { $other }.
cli-args-utf8 = Un mot de la commande n'est pas du texte UTF-8.
cli-args-other = La commande n'est pas comprise : « vigie --help » explique.
cli-args-meant = Vouliez-vous dire « { $word } » ?

## cli : réglages
cli-settings-place = { $file }, ligne { $line }
cli-settings-mistake = { $place } : { $what } ; { $carry }.
cli-settings-last_good = les derniers réglages valides sont utilisés
cli-settings-shipped = les réglages d'origine sont utilisés
cli-settings-password = le mot de passe ne s'écrit pas ici en clair : indiquez password_command = "pass show mail" ou password_file = "…"
cli-settings-open_line = tls = "none" n'est permis que vers cette machine (localhost) : utilisez "tls" ou "starttls"
cli-no-home = Le dossier personnel est introuvable : indiquez un dossier avec --store et la variable HOME.
cli-author-empty = --as attend un nom.
cli-author-nobody = moi
cli-config-store = données
cli-config-lang = langue
cli-config-author = auteur
cli-config-theme = thème
cli-config-ascii = ascii
cli-config-mouse = souris
cli-config-mail_from = expéditeur
cli-config-mail_way = envoi des mails
cli-config-mail_password = mot de passe pris dans
cli-config-none = non réglé
cli-config-there = présent
cli-config-absent = absent
cli-config-others = Tout le reste est comme livré.
cli-origin-flag = ligne de commande
cli-origin-usual = par défaut
cli-no-terminal = Il n'y a pas de terminal où dessiner le cockpit : ouvrez-le dans un terminal, ou utilisez une commande (vigie --help).

## cli : qui et quoi
cli-who-empty = Il faut un nom, une fin d'identifiant, un mail ou un téléphone.
cli-who-nobody = Personne ne correspond à « { $who } ».
cli-who-nobody_but = Personne ne correspond à « { $who } ». Les plus proches :
cli-who-several =
    { $count ->
        [one] Une fiche correspond à « { $who } » :
        *[other] { $count } fiches correspondent à « { $who } » : précisez, ou donnez les lettres du début de ligne.
    }
cli-who-several_deals =
    { $count ->
        [one] Une affaire correspond à « { $who } » :
        *[other] { $count } affaires correspondent à « { $who } » : donnez les lettres du début de ligne.
    }
cli-who-no_deal = { $who } n'a pas d'affaire en cours : « vigie set "{ $who }" affaire="…" » en ouvre une.
cli-and-more =
    { $count ->
        [one] … et un autre
        *[other] … et { $count } autres
    }
cli-colon = { " : " }
cli-flaw = « { $text } » : { $why }.
cli-flaw-future = « { $text } » est dans l'avenir : on note ce qui s'est déjà passé.
cli-bug-no_deal = L'affaire n'est plus là.
cli-bug = Vigie a eu une panne de son fait. Ce qui était enregistré l'est toujours ; les détails sont dans { $file } : envoyez-nous ce fichier.
cli-bug-unwritten = Vigie a eu une panne de son fait. Ce qui était enregistré l'est toujours ; les détails n'ont pas pu être écrits.

## cli : ce qui a été fait
cli-changed = { "  " }{ $before } → { $after }
cli-undo-hint = vigie undo annule.
cli-redo-hint = vigie redo rétablit.
cli-next-suggested = { $when } (proposé : { $why })
cli-next-paused = rien n'est proposé : { $why }
cli-next-done = { $who } : prochaine action { $when }.
cli-next-done_what = { $who } : { $what }, { $when }.
cli-next-cleared = { $who } : plus de prochaine action.
cli-log-done = { $who } : { $what }, noté.
cli-log-done_next = { $who } : { $what }, noté ; prochaine action { $when }.
cli-log-opposed = Attention : { $who } s'oppose à être sollicité depuis le { $since }.
cli-log-channel = « { $text } » n'est pas un échange connu : { $known }.
cli-log-outcome = « { $text } » n'est pas une issue connue : { $known }.
cli-buy-done = { $who } : achat de { $amount } ({ $proof }).
cli-buy-zero = Un achat a un montant au-dessus de zéro.
cli-buy-proof_missing = Un achat demande sa preuve : ajoutez --proof "…" ({ $known }).
cli-buy-proof = « { $text } » n'est pas une preuve connue : { $known }.
cli-lose-done = { $who } : perdu ({ $reason }).
cli-lose-reason = « { $text } » n'est pas un motif connu : { $known }.
cli-lose-detail = « { $reason } » : lequel ? Ajoutez-le : vigie lose "{ $deal }" "{ $reason }" "…"
cli-move-done = { $who } → { $stage }.
cli-move-there = « { $deal } » est déjà à l'étape { $stage }.
cli-move-stage = « { $text } » n'est pas une étape connue : { $known }.
cli-move-won = Une affaire se gagne par un achat : vigie buy "{ $deal }" MONTANT --proof "devis signé"
cli-move-lost = Une affaire perdue a un motif : vigie lose "{ $deal }" MOTIF
cli-move-missing = Pour passer à l'étape { $stage }, il manque :
cli-missing-qualified =
    { $open ->
        [0] la synthèse de la qualification
        *[other] la qualification ({ $criteria }) : vigie qualify "{ $deal }" …, ou --force "pourquoi"
    }
cli-missing-amount = le montant : --amount 8400
cli-missing-closing = la date de signature prévue : --closing 15/12
cli-missing-quote = un devis envoyé : --quote 8400 --on hier
cli-missing-exchange = un échange après l'envoi du devis : --exchange "ce qui s'est dit"
cli-missing-purchase = un achat : vigie buy "{ $deal }" MONTANT --proof "devis signé"
cli-missing-loss = le motif : vigie lose "{ $deal }" MOTIF
cli-qualify-done =
    { $count ->
        [one] { $who } : une réponse notée.
        *[other] { $who } : { $count } réponses notées.
    }
cli-qualify-open = Reste à valider : { $open }.
cli-qualify-ready = Tout est validé : « vigie move "{ $who }" prospect » passe en prospect.
cli-qualify-shape = « { $text } » : écrivez critère=oui:"ses mots", par exemple besoin=oui:"cuisine, plan pris".
cli-qualify-criterion = « { $text } » n'est pas un critère de la qualification : { $known }.
cli-set-done = { $who } : { $what }.
cli-set-known = Déjà enregistré : rien de nouveau.
cli-set-shape = « { $text } » : écrivez champ=valeur.
cli-set-approach = « { $text } » n'est pas un canal : téléphone, mail, SMS, courrier, réseaux sociaux, tout.
cli-field-unknown = « { $field } » n'est pas un champ connu.
cli-field-unknown_near = « { $field } » n'est pas un champ connu. Les plus proches : { $near }.
cli-field-flaw = { $field } : « { $text } », { $why }. Rien n'est enregistré.
cli-field-postcode = « { $text } » : un code postal a cinq chiffres ; est-ce 0{ $text } ? Rien n'est enregistré.
cli-field-of_person = Ce champ est celui d'une personne ; cette fiche est une entreprise.
cli-add-done = Ajouté : { $what }.
cli-add-nobody = Il faut au moins un nom, une entreprise, un mail ou un téléphone.
cli-add-piece = « { $piece } » n'est pas compris : écrivez ce que c'est, par exemple fonction={ $piece } ou ville={ $piece }.
cli-add-known = { $who } y est peut-être déjà ({ $why }). Complétez la fiche (vigie set { $short } …), ou ajoutez --anyway.
cli-list-count =
    { $count ->
        [one] une fiche
        *[other] { $count } fiches
    }
cli-list-empty = Le portefeuille est vide : « vigie import FICHIER » ou « vigie add » pour commencer.
cli-list-nothing = Rien ne correspond à « { $query } ».
cli-list-query = La recherche n'est pas comprise : { $why }
cli-deal-untitled = sans titre
cli-show-owner = Suivi par
cli-show-deal = Affaire « { $title } »
cli-show-next = Prochaine action : { $next }
cli-show-complaint = Réclamation du { $since } : { $text }
cli-show-permission =
    { $said ->
        [yes] { $what } le { $on } (« { $words } »)
        *[no] { $what } le { $on }
    }
cli-show-origin = { $what }, origine : { $origin }
cli-show-exchanges =
    { $count ->
        [one] Un échange
        *[other] { $count } échanges
    }
cli-show-history = Historique
cli-person-title = Tout ce qui est détenu sur { $who }, au { $on }
cli-history-of = Historique : { $who }
cli-history-none = Rien n'a encore été enregistré, ou rien depuis ce jour.
cli-retention-how = « vigie log QUI … » note un échange, « vigie forget QUI » efface pour de bon. Rien ne s'efface tout seul.
cli-doubles-none = Aucun doublon probable : { $count } fiches comparées.
cli-doubles-count =
    { $count ->
        [one] Un doublon probable :
        *[other] { $count } doublons probables :
    }
cli-doubles-how = « vigie merge { $one } { $other } » réunit les deux fiches ; « vigie doubles --apart { $one } { $other } » retient que ce n'est pas un doublon.
cli-doubles-apart = « { $one } » et « { $other } » ne sont pas un doublon : c'est retenu.
cli-doubles-same = C'est déjà la même fiche : { $who }.
cli-doubles-kinds = Une personne et une entreprise ne sont jamais la même fiche : { $one }, { $other }.
cli-merge-alike =
    { $count ->
        [0] Rien d'identique des deux côtés.
        [one] Un champ identique des deux côtés.
        *[other] { $count } champs identiques des deux côtés.
    }
cli-merge-dry = Essai : rien n'a été changé.
cli-merge-done = C'est une seule fiche. Pour les séparer, à tout moment : vigie undo --act { $act }
cli-merge-keep = « { $text } » ne se comprend pas : champ=a, champ=b, ou champ=ab pour garder les deux (étiquettes, notes).
cli-merge-silent = « { $text } » : aucune des deux fiches n'en dit rien.
union-house = Entreprise
union-brought = Apporté par
union-owner = Suivi par
union-next = Prochaine action
union-kept = Tout est gardé : { $what }. Les valeurs qui cèdent restent dans l'historique.
union-nothing = rien d'autre à reprendre
union-exchanges =
    { $count ->
        [one] un échange
        *[other] { $count } échanges
    }
union-deals =
    { $count ->
        [one] une affaire
        *[other] { $count } affaires
    }
union-purchases =
    { $count ->
        [one] un achat
        *[other] { $count } achats
    }
union-people =
    { $count ->
        [one] une personne
        *[other] { $count } personnes
    }
double-sure-maybe = possible
double-sure-likely = probable
double-sure-surely = presque sûr
double-sign-siret = même SIRET { $text }
double-sign-siren = même SIREN { $text }
double-sign-email = même e-mail { $text }
double-sign-phone = même numéro { $text }
double-sign-same_name = même nom
double-sign-swapped = prénom et nom inversés
double-sign-near = une lettre de différence
double-sign-initial = initiale pour prénom
double-sign-part = l'un des noms contient l'autre
double-sign-house = même entreprise
double-sign-town = même ville
double-sign-other_name = noms différents
double-sign-elsewhere = autre ville
cli-history-more = Les { $count } derniers actes : --limit ou --since en montrent d'autres.
cli-history-back =
    { $known ->
        [yes] (annulé par { $by } le { $on })
        *[no] (annulé)
    }
cli-score-title = { $who } : score { $total }, { $heat }
cli-score-adjusted = Température réglée à la main : { $why }
cli-score-raises = Ce qui l'augmenterait le plus :
cli-score-no_raise = Rien de simple ne l'augmenterait.
cli-score-raise = { $what } : +{ $gain }
cli-score-raise_to = { $what } : +{ $gain } → { $heat }
cli-undo-undone = Annulé : l'acte de { $author } du { $day }.
cli-undo-hidden = { $who } : { $field } reste { $value }, dit aussi par une autre saisie.
cli-undo-redone = Rétabli : l'acte de { $author } du { $day }.
cli-undo-long =
    { $count ->
        [one] import de { $label } (une ligne)
        *[other] import de { $label } ({ $count } lignes)
    }
cli-cut_off =
    { $count ->
        [0] L'import de { $label } a été interrompu avant sa première ligne : vigie undo l'efface, ou importez le fichier à nouveau.
        [one] L'import de { $label } a été interrompu ; une ligne est enregistrée : vigie undo l'annule, importer à nouveau le fichier le finit.
        *[other] L'import de { $label } a été interrompu ; { $count } lignes sont enregistrées : vigie undo les annule, importer à nouveau le fichier le finit.
    }
cli-cut_off-many = « { $label } » a été interrompu : { $count } sur { $of } faites ; le refaire finit le reste, vigie undo les annule.
cli-undo-no_act = Aucun acte récent ne finit par « { $act } ».
cli-undo-dead = L'acte « { $act } » est déjà annulé.
cli-undo-list_hint = vigie undo --act LETTRES en annule un.
cli-undo-gone =
    { $count ->
        [one] Une fiche disparaît : { $names }.
        *[other] { $count } fiches disparaissent : { $names }.
    }
cli-undo-later =
    { $count ->
        [one] Une fiche née de cet acte a reçu autre chose depuis et resterait sans ce qu'il disait :
        *[other] { $count } fiches nées de cet acte ont reçu autre chose depuis et resteraient sans ce qu'il disait :
    }
cli-undo-since =
    { $count ->
        [one] { $who } : { $what }
        *[other] { $who } : { $what } ({ $count } choses en tout)
    }
cli-undo-hangs = Autre chose dépend de cet acte ; --yes l'annule quand même.
cli-undo-ask = Annuler l'acte de { $author } du { $day } ({ $what }) ? (oui / non)
cli-nothing-done = Rien n'est fait.
cli-forget-what =
    { $count ->
        [one] Sera effacé pour de bon : { $who } (un enregistrement).
        *[other] Sera effacé pour de bon : { $who } ({ $count } enregistrements).
    }
cli-forget-deals =
    { $count ->
        [one] Avec une affaire : { $names }.
        *[other] Avec { $count } affaires : { $names }.
    }
cli-forget-exchanges =
    { $count ->
        [one] Avec un échange.
        *[other] Avec { $count } échanges.
    }
cli-forget-mentions =
    { $count ->
        [one] Une note à propos d'autres en parle :
        *[other] { $count } notes à propos d'autres en parlent :
    }
cli-forget-mention = {"  "}{ $day } · { $who } : « { $words } »
cli-forget-mentions_stay = Ces notes restent telles quelles : corrigez-les, ou --mentions les efface aussi.
cli-forget-mentions_go = Ces notes sont effacées aussi (--mentions).
cli-forget-blocks = Un import ou une saisie avec son adresse ou ses numéros sera refusé (opposition) ; seule une empreinte en est gardée.
cli-forget-free = Rien n'empêchera de la saisir à nouveau (--objects le refuserait).
cli-forget-copies = Les sauvegardes tenues par Vigie et la quarantaine sont effacées aussi. Vos propres copies et exports ne le sont pas : à vous de les effacer.
cli-forget-yes = Effacer ne s'annule pas ; --yes efface sans demander.
cli-forget-ask = Effacer ne s'annule pas. Pour effacer, tapez le nom ({ $who }) :
cli-forget-progress = Effacement : { $share }
cli-forget-done = { $who } : effacé pour de bon.

## cli : envoyer un mail
cli-send-from = De : { $value }
cli-send-to = À : { $value }
cli-send-subject = Objet : { $value }
cli-send-choose = Choisissez : vigie send QUI --template NOM (--dry-run pour voir le mail)
cli-send-template = Aucun modèle « { $name } ». Modèles : { $known }.
cli-send-missing = À compléter avant l'envoi : { $missing } (dans la fiche, ou avec --with "nom=valeur").
cli-send-no_address = Aucune adresse mail dans la fiche : vigie set QUI mail=…
cli-send-nowhere = L'envoi n'est pas réglé : dans config.toml, [mail] from = "Prénom Nom <adresse>" et [mail.smtp] host = "…" ; ou écrivez le mail avec --eml FICHIER.
cli-send-forbidden = Non envoyé. { $may }. Avec --yes pour passer outre.
cli-send-agree = Envoyer quand même à { $to } ? (oui/non)
cli-send-already = Déjà envoyé à { $to } aujourd'hui à { $hour }.
cli-send-again = { $already } Avec --again, il part une seconde fois.
cli-send-done = { $who } : mail envoyé, « { $subject } »
cli-send-unnoted = Le mail est parti, mais l'échange n'a pas pu être noté. { $why }
cli-send-written = { $who } : mail écrit dans { $file }, à envoyer avec votre messagerie ; rien n'est noté.
cli-send-unwritten = Le fichier { $file } n'a pas pu être écrit ({ $why }).
cli-sequence-unknown = Aucune séquence « { $name } ». Séquences : { $known }.
cli-sequence-none = Aucune séquence en cours : vigie sequence QUI NOM
cli-sequence-rules = Inscrire qui répond à une règle : vigie sequence --rule NOM
cli-today-proposed = { $count ->
    [one] Une personne répond à la règle d'une séquence
   *[other] { $count } personnes répondent à la règle d'une séquence
 } : vigie sequence --rule

## cli : import et export
cli-import-not_found = { $file } n'existe pas.
cli-import-folder = { $file } est un dossier : donnez un fichier.
cli-import-denied = { $file } ne peut pas être lu : les droits manquent.
cli-import-unreadable = { $file } ne peut pas être lu ({ $why }).
cli-import-map = --map attend "En-tête=champ" ; reçu « { $text } ».
cli-import-tab = tabulation
cli-import-progress = { $rows } lignes lues…
cli-import-left = { $rows } lignes lues ({ $percent } %), encore { $left } s environ…
cli-import-left-minutes = { $rows } lignes lues ({ $percent } %), encore { $left } min environ…
cli-import-dry = Essai : rien n'est enregistré.
cli-import-cut =
    { $count ->
        [one] Import interrompu : { $why } Une ligne est enregistrée ; importer à nouveau le fichier le finit, vigie undo annule tout.
        *[other] Import interrompu : { $why } { $count } lignes sont enregistrées ; importer à nouveau le fichier le finit, vigie undo annule tout.
    }
cli-import-cut_here =
    { $count ->
        [one] Import interrompu : { $why } Une ligne est enregistrée ; importer à nouveau le fichier le finit, u annule tout.
        *[other] Import interrompu : { $why } { $count } lignes sont enregistrées ; importer à nouveau le fichier le finit, u annule tout.
    }
cli-import-none = Rien de nouveau à enregistrer.
cli-import-done = Enregistré. vigie undo annule tout l'import.
cli-import-halted = Arrêté ici : ce qui est lu est enregistré. Importer à nouveau le fichier le finit ; vigie undo annule tout.
cli-import-rejects =
    { $count ->
        [one] La ligne refusée est dans { $file } : corrigez-la, puis importez ce fichier.
        *[other] Les { $count } lignes refusées sont dans { $file } : corrigez-les, puis importez ce fichier.
    }
cli-import-rejects_hint =
    { $count ->
        [one] --rejects refus.csv met la ligne refusée dans un fichier à corriger.
        *[other] --rejects refus.csv met les { $count } lignes refusées dans un fichier à corriger.
    }
cli-import-rejects_there = { $file } existe déjà : donnez un autre nom à --rejects.
cli-import-rejects_failed = { $file } n'a pas pu être écrit ({ $why }).
cli-import-remembered = Ce rangement des colonnes est gardé (maps.toml) pour le prochain fichier aux mêmes en-têtes.
cli-import-maps = maps.toml ne peut pas être lu ou écrit ({ $why })
cli-facts-done =
    { $count ->
        [one] Un fait repris.
        *[other] { $count } faits repris.
    }
cli-terminal-refused = Le terminal n'a pas voulu s'ouvrir ({ $why }).
cli-import-stopped = Import arrêté ici : ce qui est lu est enregistré, u annule tout.
cli-errand-config = { $file } n'a pas pu être écrit ({ $why }) : votre nom vaut pour cette fois.
cli-export-format = --to : « { $text } » n'est pas un format : csv, xlsx, vcard, vcard3, ics ou json.
cli-export-binary = Un classeur ne s'affiche pas : ajoutez > portefeuille.xlsx.
cli-export-sheet = Portefeuille
cli-export-refused = Le classeur n'a pas pu être écrit ({ $why }) ; le CSV n'a pas cette limite.
cli-export-into = --into va avec --to ics ; pour les autres formats, redirigez la sortie.
cli-export-for = --for : « { $text } » n'est pas un canal : téléphone, mail, sms, courrier, réseaux sociaux.
cli-export-left_out =
    { $count ->
        [0] Personne ne s'oppose à ce canal ({ $way }).
        [one] Une fiche laissée de côté : opposition ({ $way }).
       *[other] { $count } fiches laissées de côté : opposition ({ $way }).
    }
cli-calendar-title = { $what } : { $who }
cli-calendar-step = relance
cli-calendar-opposed = Opposition : { $ways }
cli-calendar-done =
    { $count ->
        [one] Un rendez-vous ou une relance dans { $file }
       *[other] { $count } rendez-vous et relances dans { $file }
    }
cli-calendar-failed = { $file } n'a pas pu être écrit ({ $why }).
cli-export-status = Statut
cli-export-stage = Étape
cli-export-score = Score
cli-export-temperature = Température
cli-export-next = Relance
cli-export-owner = Responsable
cli-export-tax = HT/TTC
cli-export-bought = Date d'achat
cli-export-loss = Motif de perte
cli-export-opposition = Opposition
cli-export-all = tous
cli-export-todo = Prochaine action
cli-export-suggested = Relance proposée

## cli : une phrase d'historique
cli-said-set = { $field } : { $to }
cli-said-changed = { $field } : { $from } → { $to }
cli-said-empty = (vide)
cli-said-before = { $what } (avant : { $was })
cli-said-happened = { $what }, le { $when }
cli-said-others =
    { $count ->
        [one] { $what } (et une autre chose)
        *[other] { $what } (et { $count } autres choses)
    }
cli-said-undone = annulé : { $what }
cli-said-again = rétabli : { $what }
cli-said-born = nouvelle fiche
cli-said-erased = effacé (personne oubliée)
cli-said-words = { $head } : « { $words } »
cli-said-answered =
    { $said ->
        [yes] { $criterion } : { $sure }, « { $words } »
        *[no] { $criterion } : { $sure }
    }
cli-said-qualified = qualification confirmée
cli-said-forced = qualification forcée : « { $reason } »
cli-said-moved =
    { $said ->
        [yes] { $from } → { $stage } (« { $words } »)
        *[no] { $from } → { $stage }
    }
cli-said-promised =
    { $said ->
        [yes] prochaine action { $when } : { $words }
        *[no] prochaine action { $when }
    }
cli-said-unpromised = plus de prochaine action
cli-said-enrolled = séquence « { $sequence } » commencée
cli-said-unenrolled = séquence arrêtée
cli-said-step_skipped =
    { $said ->
        [yes] séquence « { $sequence } » : étape passée ({ $what }), « { $words } »
        *[no] séquence « { $sequence } » : étape passée ({ $what })
    }
cli-said-quoted = devis { $what }
cli-said-bought = achat de { $amount } ({ $proof })
cli-said-lost =
    { $said ->
        [yes] perdu : { $reason } (« { $words } »)
        *[no] perdu : { $reason }
    }
cli-said-adjusted =
    { $said ->
        [yes] température réglée sur { $heat } : « { $words } »
        *[no] température réglée sur { $heat }
    }
cli-said-unadjusted = température calculée à nouveau
cli-said-linked = { $role } { $to }
cli-said-unlinked = plus de lien : { $role } { $to }
cli-said-merged = fiche « { $from } » réunie avec « { $into } »
cli-said-merged-in = fiche en double réunie avec « { $into } »
cli-said-apart = « { $one } » et « { $other } » : pas un doublon
cli-said-permitted =
    { $said ->
        [yes] { $what } : « { $words } »
        *[no] { $what }
    }
cli-said-assigned = suivi par { $owner }
cli-said-complained = réclamation : « { $text } »
cli-said-settled = réclamation close : « { $text } »
cli-said-retracted = acte …{ $act } annulé ou rétabli
cli-said-struck = une ligne corrigée ou retirée
cli-said-out = retiré : { $what }
cli-said-long = « { $label } »
cli-said-began = import de { $label }
cli-said-unknown = dit par une version plus récente de Vigie
cli-permission-consented = accepte : { $channel }
cli-permission-opposed = s'oppose : { $channel }
cli-permission-withdrawn = plus rien de dit : { $channel }

## cli : les mots qu'on tape (séparés par des virgules)
cli-words-channel-call = appel, appel passé, appel reçu, tel, téléphone, coup de fil
cli-words-channel-mail = mail, e-mail, email, courriel, mél, mail reçu
cli-words-channel-meeting = rdv, rendez-vous, réunion, visio
cli-words-channel-letter = lettre, courrier
cli-words-channel-sms = sms, texto
cli-words-channel-form = formulaire, formulaire web
cli-words-channel-fair = salon, foire
cli-words-channel-note = note, info, remarque
cli-words-channel-social = linkedin, réseau, réseaux sociaux
cli-words-channel-quote_request = demande de devis, devis demandé
cli-words-channel-demo_request = demande de démo, démo demandée
cli-words-received = appel reçu, mail reçu, sms reçu, courrier reçu
cli-words-outcome-reached = joint, jointe, ok, parlé
cli-words-outcome-no_answer = pas de réponse, sans réponse, absent, absente, nrp
cli-words-outcome-message = message, répondeur, message laissé
cli-words-outcome-call_back = à rappeler, rappeler
cli-words-sure-confirmed = oui, o, ok, validé, y
cli-words-sure-assumed = peut-être, peut etre, à confirmer, sans doute
cli-words-sure-no = non, n
cli-words-sure-unknown = ?, à demander, inconnu
cli-words-proof-signed_quote = devis signé, devis, signé
cli-words-proof-order = bon de commande, commande, bc
cli-words-proof-contract = contrat
cli-words-criterion-need = besoin, besoins, défis
cli-words-criterion-budget = budget, argent
cli-words-criterion-timing = délai, délais, échéance, quand
cli-words-criterion-authority = décideur, décisionnaire, qui décide, décision
cli-words-owner = responsable, suivi par, commercial, vendeur
cli-words-yes = oui, o, yes, y
cli-words-opposition = opposition, opposé, ne plus contacter
cli-words-consent = accord, consentement
cli-words-complaint = réclamation, plainte
cli-words-settled = réclamation close, réglé
cli-words-approach-all = tout, tous, partout
cli-words-approach-phone = téléphone, tel, appel
cli-words-approach-mail = mail, e-mail, email
cli-words-none = aucune, aucun, rien, jamais

## cli : doctor
cli-backup-done =
    { $count ->
        [one] Copie faite et relue : un fait, { $size }, dans { $file }
        *[other] Copie faite et relue : { $count } faits, { $size }, dans { $file }
    }
cli-backup-lost =
    { $count ->
        [one] Une ligne illisible n'y est pas : lancez « vigie doctor ».
        *[other] { $count } lignes illisibles n'y sont pas : lancez « vigie doctor ».
    }
cli-backup-progress = Copie : { $share }
cli-restore-progress = Restauration : { $share }
cli-restore-done =
    { $count ->
        [one] Restauré : un fait, de la copie du { $day } à { $hour }.
        *[other] Restauré : { $count } faits, de la copie du { $day } à { $hour }.
    }
cli-restore-open = Le portefeuille est ouvert par { $user } (processus { $pid }, { $tty }). Rien n'a été changé ; fermez-le, puis recommencez.
cli-restore-forgotten =
    { $count ->
        [one] Un fait de personnes oubliées depuis n'a pas été repris.
        *[other] { $count } faits de personnes oubliées depuis n'ont pas été repris.
    }
cli-restore-fresh = Ce dossier était vide : rien n'y dit qui a été oublié après cette copie. Ces personnes reviennent avec elle ; vigie forget les efface à nouveau.
cli-restore-kept =
    { $count ->
        [one] Le portefeuille d'avant (un fait) est gardé dans { $folder }
        *[other] Le portefeuille d'avant ({ $count } faits) est gardé dans { $folder }
    }
cli-size-kilo = { $size } Ko
cli-size-mega = { $size } Mo
cli-size-mark = ,
cli-doctor-nothing = Il n'y a pas encore de données dans { $store }.
cli-doctor-not_a_store = { $store } n'est pas un dossier de données de Vigie ; rien n'y a été touché.
cli-doctor-format = format connu ({ $text })
cli-doctor-format_bad = format illisible ({ $text })
cli-doctor-lock_free = personne d'autre n'a le dossier ouvert
cli-doctor-lock_held = { $user } a le dossier ouvert (processus { $pid }) : la copie rapide sera vérifiée quand il sera fermé
cli-doctor-journal =
    { $facts ->
        [one] journal lu en entier, sommes et chaîne vérifiées : un fait, { $size }
        *[other] journal lu en entier, sommes et chaîne vérifiées : { $facts } faits, { $size }
    }
cli-doctor-journal_beside =
    { $facts ->
        [one] journal lu en entier à côté, sommes vérifiées : un fait, { $size }
        *[other] journal lu en entier à côté, sommes vérifiées : { $facts } faits, { $size }
    }
cli-doctor-line = journal, segment { $segment }, ligne { $line } : illisible
cli-doctor-meaning = journal, segment { $segment }, ligne { $line } : écrit par une autre version de Vigie
cli-doctor-gone = journal : le segment { $segment } manque
cli-doctor-chain = journal : le segment { $segment } n'est plus celui que son suivant a connu
cli-doctor-short = journal : le segment { $segment } a été coupé
cli-doctor-lost_one = l'écriture n° { $first } n'est dans aucune copie ; une sauvegarde l'a peut-être
cli-doctor-lost = les écritures n° { $first } à { $last } ne sont dans aucune copie ; une sauvegarde les a peut-être
cli-doctor-repair = vigie doctor --repair met les fichiers abîmés de côté et réécrit tout ce qui se lit
cli-doctor-repaired = réparé : tout ce qui se lit est réécrit et relu ; les fichiers abîmés sont gardés dans { $folder }
cli-doctor-backups =
    { $count ->
        [one] une sauvegarde, relue en entier : { $file }
        *[other] { $count } sauvegardes, relues en entier ; la dernière : { $file }
    }
cli-doctor-backup_spoilt = la sauvegarde { $file } est abîmée et ne peut plus servir ; effacez-la, puis vigie backup
cli-doctor-backups_progress = sauvegarde relue à { $share }
cli-doctor-in_backup =
    { $count ->
        [one] la sauvegarde { $file } a cette écriture : vigie doctor --repair l'y reprend
        *[other] la sauvegarde { $file } a { $count } de ces écritures : vigie doctor --repair les y reprend
    }
cli-doctor-given_back =
    { $count ->
        [one] une écriture que les deux copies avaient perdue est reprise de la sauvegarde { $file }
        *[other] { $count } écritures que les deux copies avaient perdues sont reprises de la sauvegarde { $file }
    }
cli-doctor-rights = vous seul pouvez lire ces fichiers
cli-doctor-rights_tightened =
    { $count ->
        [one] un fichier ou dossier pouvait être lu par d'autres : il vous est de nouveau réservé
        *[other] { $count } fichiers ou dossiers pouvaient être lus par d'autres : ils vous sont de nouveau réservés
    }
cli-doctor-rights_loose = d'autres peuvent lire ces fichiers, et cela n'a pas pu être changé ({ $why })
cli-doctor-backups_none = aucune sauvegarde encore : vigie backup
cli-doctor-aside =
    { $count ->
        [one] un élément mis de côté dans { $folder }
        *[other] { $count } éléments mis de côté dans { $folder }
    }
cli-doctor-sled = la copie rapide dit la même chose que le journal ({ $count } faits comparés)
cli-doctor-sled_behind = la copie rapide dit la même chose que le journal pour les { $count } faits qu'elle avait ; les autres, sur { $facts }, viennent d'y être copiés
cli-doctor-sled_empty = la copie rapide était vide : rien à comparer ; elle vient d'être remplie depuis le journal
cli-doctor-sled_rebuilt = la copie rapide était abîmée : mise de côté, elle se refait depuis le journal
cli-doctor-healed =
    { $count ->
        [one] un fait perdu par le journal a été repris de la copie
        *[other] { $count } faits perdus par le journal ont été repris de la copie
    }
cli-doctor-snapshot = démarrage rapide prêt
cli-doctor-snapshot_old = démarrage rapide à refaire (autre version, autre jour ou autres réglages), ce sera fait tout seul
cli-doctor-snapshot_none = aucun instantané (le prochain démarrage relira le journal)
cli-doctor-space = { $free } Mo libres sur le disque
cli-doctor-space_little = il ne reste que { $free } Mo sur le disque
cli-doctor-space_unknown = place libre inconnue ({ $why })
cli-doctor-settings = réglages lus sans faute
cli-doctor-well = Tout va bien.
cli-doctor-ill = Quelque chose ne va pas : voyez les lignes marquées ✗.


## demo
demo-kept =
    { $count ->
        [one] Démonstration : un contact inventé dans { $store }.
        *[other] Démonstration : { $count } contacts inventés dans { $store }.
    }
demo-not_empty = { $store } contient déjà des données : la démonstration ne s'écrit que dans un dossier neuf.
demo-too_many = La démonstration va jusqu'à { $most } contacts.
demo-no-terminal = La démonstration ouvre le cockpit, et il n'y a pas de terminal. Pour la garder dans un dossier : vigie demo --store DOSSIER
demo-no-folder = Le dossier temporaire n'a pas pu être créé ({ $why }).
demo-is = Démonstration : données inventées.
demo-is-gone = Démonstration : données inventées, effacées en sortant.
demo-removed =
    { $count ->
        [one] La démonstration (un contact inventé) est effacée.
        *[other] La démonstration ({ $count } contacts inventés) est effacée.
    }
form-choose = à choisir : sa lettre ou →
