### Everything Vigie says, in English. One section a room; everybody appends theirs at the end.

## voice: dates
date-late = { $days } d late

## import: what the file says, line by line
import-word-file = file
import-word-column = column
import-doubt-empty = line { $line }, { $column }: nothing to read; field left empty
import-doubt-too_long = line { $line }, { $column }: text too long; field left empty
import-doubt-not_a_phone = line { $line }, { $column }: “{ $text }” is not a phone number; field left empty
import-doubt-not_an_email = line { $line }, { $column }: “{ $text }” is not an e-mail address; field left empty
import-doubt-siren_length = line { $line }, { $column }: { $text } does not have the 9 digits of a SIREN; field left empty
import-doubt-siren_key = line { $line }, { $column }: the SIREN { $text } is wrong (check digit); field left empty
import-doubt-siret_length = line { $line }, { $column }: { $text } does not have the 14 digits of a SIRET; field left empty
import-doubt-siret_key = line { $line }, { $column }: the SIRET { $text } is wrong (check digit); field left empty
import-doubt-scientific_loss = line { $line }, { $column }: { $text } lost digits in the spreadsheet; field left empty
import-doubt-vat_number = line { $line }, { $column }: { $text } is not a VAT number; field left empty
import-doubt-vat_key = line { $line }, { $column }: the VAT number { $text } is wrong (key); field left empty
import-doubt-not_a_postcode = line { $line }, { $column }: “{ $text }” is not a post code; field left empty
import-doubt-not_an_amount = line { $line }, { $column }: “{ $text }” is not an amount; field left empty
import-doubt-not_euros = line { $line }, { $column }: “{ $text }” is not in euros; field left empty
import-doubt-too_large = line { $line }, { $column }: { $text } is more than a deal can be worth; field left empty
import-doubt-negative = line { $line }, { $column }: { $text } is negative; field left empty
import-doubt-range = line { $line }, { $column }: “{ $text }” is a range; field left empty
import-doubt-not_a_date = line { $line }, { $column }: “{ $text }” is not a date; field left empty
import-doubt-no_such_day = line { $line }, { $column }: { $text } does not exist; field left empty
import-doubt-no_such_hour = line { $line }, { $column }: { $text }: no such time of day; field left empty
import-doubt-not_a_number = line { $line }, { $column }: “{ $text }” is not a whole number; field left empty
import-doubt-not_a_percent = line { $line }, { $column }: “{ $text }” is not a percentage; field left empty
import-doubt-not_yes_no = line { $line }, { $column }: “{ $text }” is neither yes nor no; field left empty
import-doubt-unknown_source = line { $line }, { $column }: the source “{ $text }” is unknown; field left empty
import-mended-leading_zero = line { $line }, { $column }: leading zero restored, { $text } read as { $read }
import-mended-scientific = line { $line }, { $column }: spreadsheet notation undone, { $text } read as { $read }
import-mended-percent_of_one = line { $line }, { $column }: { $text } read as { $read }
import-mended-postcode = line { $line }, { $column }: leading zero restored, { $text } read as { $read }
import-mended-serial_day = line { $line }, { $column }: spreadsheet day number, { $text } read as { $read }
import-mended-azerty = line { $line }, { $column }: digits typed without Shift, { $text } read as { $read }
import-mended-invisible = line { $line }, { $column }: invisible characters removed, read as “{ $read }”
import-opposed-all = line { $line }, { $column }: opposition to any approach recorded (“{ $text }”)
import-opposed-phone = line { $line }, { $column }: opposition to phone recorded (“{ $text }”)
import-opposed-mail = line { $line }, { $column }: opposition to e-mail recorded (“{ $text }”)
import-opposed-sms = line { $line }, { $column }: opposition to text messages recorded (“{ $text }”)
import-opposed-post = line { $line }, { $column }: opposition to post recorded (“{ $text }”)
import-opposed-social = line { $line }, { $column }: opposition to social networks recorded (“{ $text }”)
import-found-unknown_state = line { $line }, { $column }: “{ $text }” is no known state; kept in the note
import-found-purchase_unknown = line { $line }, { $column }: “{ $text }”, but no amount; the purchase is to be entered, the word is kept in the note
import-found-overlong =
    line { $line }: { $extra ->
        [one] one cell too many; kept in the note
        *[other] { $extra } cells too many; kept in the note
    }
import-found-unclosed = line { $line }: a quote is never closed; the cell ends with its line
import-found-shared = line { $line }: { $text } is somebody else's address too; two records
import-skip-empty = line { $line }: empty
import-skip-same_as = line { $line }: already read, line { $first }
import-skip-unchanged = line { $line }: nothing new
import-skip-above_header = line { $line }: above the headers
import-skip-header_again = line { $line }: the headers once more
import-refusal-nobody = line { $line }: no name, company, e-mail or phone; refused
import-refusal-too_long = line { $line }, { $column }: text of more than { $max } bytes; row refused
import-refusal-broken = line { $line }: reading stops here ({ $reason }); the rest of the file is not read
import-counts =
    { $rows ->
        [one] { $rows } row
        *[other] { $rows } rows
    }: { $created } created, { $updated } updated, { $skipped } skipped, { $refused } refused
import-written = { $encoding }, separator { $separator }
import-no_header = no header: the columns were told by what they hold; --map "1=phone" names them
import-column-note = { $column }: unknown column, kept in the note; --map "{ $column }=…" gives it a place
import-column-promised = { $column }: the cells are not what this field holds ({ $field }), kept in the note
import-untold =
    { $count ->
        [one] and one more remark
        *[other] and { $count } more remarks
    }
import-unreadable-empty = This file is empty.
import-unreadable-xlsx = This is an Excel workbook: open it, “Save as”, choose “CSV UTF-8”, then import the CSV file.
import-unreadable-xls = This is an old Office file: open it, “Save as”, choose “CSV”, then import the CSV file.
import-unreadable-ods = This is a LibreOffice workbook: open it, “Save as”, choose “Text CSV”, then import the CSV file.
import-unreadable-zip = This is a zip archive: unpack it, then import the CSV file inside.
import-unreadable-compressed = This file is compressed: unpack it first.
import-unreadable-pdf = This is a PDF: ask for the original table, or paste it into a spreadsheet and save it as CSV.
import-unreadable-vcard = These are address cards (vCard), not read yet: export the contacts as CSV.
import-unreadable-calendar = This is a calendar: Vigie imports contacts, as CSV.
import-unreadable-json = This is another program's JSON: export the contacts as CSV.
import-unreadable-html = This is a web page, whatever its name says: open it in a spreadsheet and save it as CSV.
import-unreadable-xml = This is XML: export the contacts as CSV.
import-unreadable-binary = This is not a text file: export the contacts as CSV, then import that file.
import-unreadable-facts = These are facts exported by Vigie: add --facts to import them.
import-unreadable-nobody_in_it = No column says who it is about (read: { $headers }): add --map "Header=name".
import-unreadable-no_such_header = --map: the file has no column “{ $name }”.
import-unreadable-no_such_field = --map: “{ $name }” is no known field.
import-unreadable-broken = Cannot be read: { $reason }.
import-facts-head = This file does not start like an export of facts by Vigie.
import-facts-version = These facts come from a newer version (format { $found }): update Vigie.
import-facts-fact = line { $line }: this is not a fact ({ $reason }); nothing is imported
import-facts-cut = line { $line }: the file stops before its last line; nothing is imported
import-facts-count = line { $line }: { $said } facts announced, { $found } found; nothing is imported
import-facts-digest = line { $line }: the facts are no longer those exported (digest); nothing is imported
import-facts-beyond = line { $line }: something follows the last line; nothing is imported
import-facts-reading = line { $line }: cannot be read ({ $reason }); nothing is imported
