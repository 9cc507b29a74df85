### Tout ce que Vigie dit, en français. Une section par salle ; chacun ajoute la sienne à la fin.

## voice : dates
date-late = retard { $days } j

## import : ce que dit le fichier, ligne par ligne
import-word-file = fichier
import-word-column = colonne
import-doubt-empty = ligne { $line }, { $column } : rien à lire ; champ laissé vide
import-doubt-too_long = ligne { $line }, { $column } : texte trop long ; champ laissé vide
import-doubt-not_a_phone = ligne { $line }, { $column } : « { $text } » n'est pas un numéro de téléphone ; champ laissé vide
import-doubt-not_an_email = ligne { $line }, { $column } : « { $text } » n'est pas une adresse e-mail ; champ laissé vide
import-doubt-siren_length = ligne { $line }, { $column } : { $text } n'a pas les 9 chiffres d'un SIREN ; champ laissé vide
import-doubt-siren_key = ligne { $line }, { $column } : le SIREN { $text } est faux (clé) ; champ laissé vide
import-doubt-siret_length = ligne { $line }, { $column } : { $text } n'a pas les 14 chiffres d'un SIRET ; champ laissé vide
import-doubt-siret_key = ligne { $line }, { $column } : le SIRET { $text } est faux (clé) ; champ laissé vide
import-doubt-scientific_loss = ligne { $line }, { $column } : { $text } a perdu des chiffres dans le tableur ; champ laissé vide
import-doubt-vat_number = ligne { $line }, { $column } : { $text } n'est pas un numéro de TVA ; champ laissé vide
import-doubt-vat_key = ligne { $line }, { $column } : le numéro de TVA { $text } est faux (clé) ; champ laissé vide
import-doubt-not_a_postcode = ligne { $line }, { $column } : « { $text } » n'est pas un code postal ; champ laissé vide
import-doubt-not_an_amount = ligne { $line }, { $column } : « { $text } » n'est pas un montant ; champ laissé vide
import-doubt-not_euros = ligne { $line }, { $column } : « { $text } » n'est pas en euros ; champ laissé vide
import-doubt-too_large = ligne { $line }, { $column } : { $text } dépasse ce qu'une affaire peut valoir ; champ laissé vide
import-doubt-negative = ligne { $line }, { $column } : { $text } est négatif ; champ laissé vide
import-doubt-range = ligne { $line }, { $column } : « { $text } » est une fourchette ; champ laissé vide
import-doubt-not_a_date = ligne { $line }, { $column } : « { $text } » n'est pas une date ; champ laissé vide
import-doubt-no_such_day = ligne { $line }, { $column } : { $text } n'existe pas ; champ laissé vide
import-doubt-no_such_hour = ligne { $line }, { $column } : { $text } : cette heure n'existe pas ; champ laissé vide
import-doubt-not_a_number = ligne { $line }, { $column } : « { $text } » n'est pas un nombre entier ; champ laissé vide
import-doubt-not_a_percent = ligne { $line }, { $column } : « { $text } » n'est pas un pourcentage ; champ laissé vide
import-doubt-not_yes_no = ligne { $line }, { $column } : « { $text } » n'est ni oui ni non ; champ laissé vide
import-doubt-unknown_source = ligne { $line }, { $column } : la source « { $text } » est inconnue ; champ laissé vide
import-mended-leading_zero = ligne { $line }, { $column } : zéro de tête rétabli, { $text } lu { $read }
import-mended-scientific = ligne { $line }, { $column } : notation du tableur défaite, { $text } lu { $read }
import-mended-percent_of_one = ligne { $line }, { $column } : { $text } lu { $read }
import-mended-postcode = ligne { $line }, { $column } : zéro de tête rétabli, { $text } lu { $read }
import-mended-serial_day = ligne { $line }, { $column } : numéro de jour du tableur, { $text } lu { $read }
import-mended-azerty = ligne { $line }, { $column } : chiffres tapés sans Maj, { $text } lu { $read }
import-mended-invisible = ligne { $line }, { $column } : caractères invisibles retirés, lu « { $read } »
import-opposed-all = ligne { $line }, { $column } : opposition à toute prospection notée (« { $text } »)
import-opposed-phone = ligne { $line }, { $column } : opposition au téléphone notée (« { $text } »)
import-opposed-mail = ligne { $line }, { $column } : opposition à l'e-mail notée (« { $text } »)
import-opposed-sms = ligne { $line }, { $column } : opposition au SMS notée (« { $text } »)
import-opposed-post = ligne { $line }, { $column } : opposition au courrier notée (« { $text } »)
import-opposed-social = ligne { $line }, { $column } : opposition aux réseaux sociaux notée (« { $text } »)
import-found-unknown_state = ligne { $line }, { $column } : « { $text } » n'est pas un état connu ; gardé dans la note
import-found-purchase_unknown = ligne { $line }, { $column } : « { $text } », mais aucun montant ; achat à saisir, mot gardé dans la note
import-found-overlong =
    ligne { $line } : { $extra ->
        [one] une cellule de trop ; gardée dans la note
        *[other] { $extra } cellules de trop ; gardées dans la note
    }
import-found-unclosed = ligne { $line } : guillemet jamais refermé ; la cellule s'arrête à la fin de la ligne
import-found-shared = ligne { $line } : { $text } est aussi l'adresse de quelqu'un d'autre ; deux fiches
import-skip-empty = ligne { $line } : vide
import-skip-same_as = ligne { $line } : déjà lue, ligne { $first }
import-skip-unchanged = ligne { $line } : rien de nouveau
import-skip-above_header = ligne { $line } : au-dessus des en-têtes
import-skip-header_again = ligne { $line } : les en-têtes, encore une fois
import-refusal-nobody = ligne { $line } : ni nom, ni entreprise, ni e-mail, ni téléphone ; refusée
import-refusal-too_long = ligne { $line }, { $column } : texte de plus de { $max } octets ; ligne refusée
import-refusal-broken = ligne { $line } : la lecture s'arrête là ({ $reason }) ; le reste du fichier n'est pas lu
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
import-no_header = aucun en-tête : les colonnes sont devinées d'après leur contenu ; --map "1=téléphone" les nomme
import-column-note = { $column } : colonne inconnue, gardée dans la note ; --map "{ $column }=…" la range
import-column-promised = { $column } : le contenu n'est pas celui de ce champ ({ $field }), gardé dans la note
import-untold =
    { $count ->
        [one] et une autre remarque
        *[other] et { $count } autres remarques
    }
import-unreadable-empty = Ce fichier est vide.
import-unreadable-xlsx = C'est un classeur Excel : ouvrez-le, « Enregistrer sous », choisissez « CSV UTF-8 », puis importez le fichier CSV.
import-unreadable-xls = C'est un ancien fichier Office : ouvrez-le, « Enregistrer sous », choisissez « CSV », puis importez le fichier CSV.
import-unreadable-ods = C'est un classeur LibreOffice : ouvrez-le, « Enregistrer sous », choisissez « Texte CSV », puis importez le fichier CSV.
import-unreadable-zip = C'est une archive zip : décompressez-la, puis importez le fichier CSV qu'elle contient.
import-unreadable-compressed = Ce fichier est compressé : décompressez-le d'abord.
import-unreadable-pdf = C'est un PDF : demandez le tableau d'origine, ou copiez-le dans un tableur et enregistrez-le en CSV.
import-unreadable-vcard = Ce sont des cartes de visite (vCard), pas encore lues : exportez les contacts en CSV.
import-unreadable-calendar = C'est un agenda : Vigie importe des contacts, en CSV.
import-unreadable-json = C'est du JSON d'un autre programme : exportez les contacts en CSV.
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
