### Everything Vigie says, in English. One section a room; everybody appends theirs at the end.
### A year is a text, never a number (it would be grouped).

## voice: dates and hours
date-late = { $days } d late
date-today = today
date-today-long = today
date-yesterday = yesterday
date-tomorrow = tomorrow
date-on = on { $day }
date-at = { $day } at { $hour }
date-ago-days = { $count } days ago
date-ago-weeks = { $count } weeks ago
date-ago-months = { $count } months ago
date-ago-years = { $count } years ago
date-none = no date

## voice: yes and no, taxes, extension
word-yes = yes
word-no = no
word-extension = ext.
word-and = and
word-or = or
word-none = none
tax-ht = excl. VAT
tax-ttc = incl. VAT

## sales: what facts are about
kind-contact = contact
kind-company = company
kind-deal = deal

## sales: channels of exchange
channel-call = call
channel-mail = e-mail
channel-sms = text message
channel-letter = letter
channel-meeting = meeting
channel-visit = visit
channel-form = web form
channel-download = download
channel-webinar = webinar
channel-fair = trade fair
channel-quote_request = quote request
channel-demo_request = demo request
channel-comparison = comparison
channel-page = page view
channel-click = click
channel-social = social network
channel-note = note
direction-ours = from us
direction-theirs = from them

## sales: an exchange with its direction
exchanged-call-ours = call made
exchanged-call-theirs = call received
exchanged-mail-ours = e-mail sent
exchanged-mail-theirs = e-mail received
exchanged-sms-ours = text message sent
exchanged-sms-theirs = text message received
exchanged-letter-ours = letter sent
exchanged-letter-theirs = letter received
exchanged-meeting-ours = meeting
exchanged-meeting-theirs = meeting they asked for
exchanged-visit-ours = visit to them
exchanged-visit-theirs = visit to us
exchanged-form-ours = form sent
exchanged-form-theirs = web form filled in
exchanged-download-ours = document sent
exchanged-download-theirs = document downloaded
exchanged-webinar-ours = webinar invitation
exchanged-webinar-theirs = webinar attended
exchanged-fair-ours = met at a trade fair
exchanged-fair-theirs = came to us at a trade fair
exchanged-quote_request-ours = quote proposed
exchanged-quote_request-theirs = quote asked for
exchanged-demo_request-ours = demo proposed
exchanged-demo_request-theirs = demo asked for
exchanged-comparison-ours = comparison sent
exchanged-comparison-theirs = compares us with others
exchanged-page-ours = page sent
exchanged-page-theirs = page seen
exchanged-click-ours = link sent
exchanged-click-theirs = link clicked
exchanged-social-ours = social network message sent
exchanged-social-theirs = social network message received
exchanged-note-ours = note
exchanged-note-theirs = note
outcome-reached = reached
outcome-no_answer = no answer
outcome-message = message left
outcome-call_back = to call back

## sales: shipped stages, statuses, temperatures
stage-lead = Lead
stage-prospect = Prospect
stage-opportunity = To quote
stage-quoted = Quote sent
stage-negotiation = Negotiation
stage-won = Won
stage-lost = Lost
status-lead = lead
status-prospect = prospect
status-intermediary = intermediary
status-client = client
status-lapsed = former client
temperature-cold = cold
temperature-warm = warm
temperature-hot = hot

## sales: answers of the qualification
sure-unknown = to ask
sure-assumed = to confirm
sure-confirmed = confirmed
sure-no = no
sure-stale = { $months ->
    [one] to reconfirm ({ $months } month)
   *[other] to reconfirm ({ $months } months)
}
criterion-need = Need
criterion-budget = Budget
criterion-timing = Timing
criterion-authority = Who decides?

## sales: roles
role-works_for = works for
role-party = with
role-decides = decides
role-influences = influences
role-uses = uses
role-pays = pays
role-referred_by = referred by

## sales: quotes, purchases, losses
quote-sent = sent
quote-accepted = accepted
quote-refused = refused
proof-signed_quote = signed quote
proof-order = order
proof-contract = contract
proof-missing = proof missing
loss-price = price
loss-competitor = competitor
loss-no_budget = no budget
loss-no_need = no need
loss-timing = timing
loss-out_of_area = out of area
loss-unreachable = unreachable
loss-duplicate = duplicate
loss-other = other
loss-unknown = reason unknown

## sales: oppositions and consents
permission-consented = consents
permission-opposed = opposes
permission-withdrawn = nothing said any more
approach-phone = phone
approach-mail = e-mail
approach-sms = text message
approach-post = post
approach-social = social networks
approach-all = every channel

## sales: shipped sources
source-fair = trade fair
source-website = website
source-referral = referral
source-inbound_call = inbound call
source-cold_call = cold call
source-linkedin = LinkedIn
source-advertising = advertising
source-white_paper = white paper
source-webinar = webinar
source-directory = directory
source-partner = partner
source-emailing = e-mailing
source-search_engine = search engine
source-other = other

## fields of the catalogue
field-contact-civility = Title
field-contact-given_name = First name
field-contact-family_name = Last name
field-contact-job = Job
field-contact-phone = Phone
field-contact-mobile = Mobile
field-contact-email = E-mail
field-contact-street = Address
field-contact-postcode = Post code
field-contact-town = Town
field-contact-country = Country
field-contact-source = Source
field-contact-consumer = Consumer
field-contact-tags = Tags
field-contact-note = Note
field-contact-archived = Archived
field-contact-reference = Contact reference
field-company-name = Company
field-company-siren = SIREN
field-company-siret = SIRET
field-company-vat_number = VAT number
field-company-naf = NAF code
field-company-sector = Sector
field-company-size = Employees
field-company-phone = Main phone
field-company-email = Company e-mail
field-company-website = Website
field-company-street = Company address
field-company-postcode = Company post code
field-company-town = Company town
field-company-archived = Company archived
field-company-reference = Company reference
field-deal-title = Deal
field-deal-amount = Amount
field-deal-closing = Expected signature
field-deal-start = Wished start
field-deal-probability = Probability
field-deal-competitor = Competitor
field-deal-note = Deal note
field-deal-archived = Deal archived
field-deal-framework = Qualification framework
framework-bant = BANT
framework-champ = CHAMP
framework-meddic = MEDDIC
framework-meddpicc = MEDDPICC
field-deal-reference = Deal reference
field-deal-contact_reference = Awaited contact
field-deal-company_reference = Awaited company

## words: why a text is refused
flaw-empty = nothing is written
flaw-too_long = text too long, { $max } bytes at most
flaw-not_a_phone = not a phone number: 10 digits, or + and the country code
flaw-not_an_email = not an e-mail address: it takes name@domain.com
flaw-siren_length = 9 digits expected
flaw-siren_key = the key is wrong: one of the 9 digits was miscopied
flaw-siret_length = 14 digits expected
flaw-siret_key = the key is wrong: one of the 14 digits was miscopied
flaw-scientific_loss = rounded by the spreadsheet, digits are lost
flaw-vat_number = not a VAT number: FR, 2 key signs and the 9 digits of the SIREN
flaw-vat_key = the key of the VAT number is wrong
flaw-not_a_postcode = not a post code: 5 digits expected
flaw-not_an_amount = not an amount
flaw-not_euros = amounts in euros only
flaw-too_large = amount too large
flaw-negative = a negative number makes no sense here
flaw-range = a range: one amount expected
flaw-not_a_date = not a date: try 15/12, monday or 3d
flaw-no_such_day = { $date } does not exist
flaw-no_such_hour = the time { $hour } does not exist
flaw-not_a_number = not a whole number
flaw-not_a_percent = not a percentage between 0 and 100
flaw-not_yes_no = yes or no expected
flaw-unknown_source = unknown source

## words: what was mended
repair-leading_zero = leading zero put back
repair-scientific = spreadsheet's scientific notation undone
repair-percent_of_one = fraction read as a percentage
repair-postcode = leading zero of the post code put back
repair-serial_day = spreadsheet's day number read as a date
repair-azerty = digits typed without Shift
repair-invisible = invisible characters removed

## readings: score, reasons
family-qualification = Qualification
family-fit = Profile
family-interest = Interest
family-data = Data
family-minus = Minus
because-not_asked = to ask
because-own = { $checklist } checklist { $percent }% answered
because-answered = { $sure } { $on }
because-answered_words = “{ $words }”, { $sure } { $on }
because-starts_now = wished start { $start }, { $sure } { $on }
because-starts_soon = wished start { $start }, { $sure } { $on }: half the points until it is within a month
because-starts_far = wished start { $start }, too far off to count ({ $sure } { $on })
because-starts_undated = { $sure } { $on }, without a start date: half the points
because-not_set = target not set: counted as met
because-empty = { $field }: empty
because-inside = { $field }: { $value }, in the target
because-outside = { $field }: { $value }, out of target
because-nothing = nothing so far
because-happened = { $times ->
    [one] once: { $channel }, { $last }
   *[other] { $times } times, last: { $channel }, { $last }
  }
because-complete = { $of } details out of { $of }
because-filled = { $filled } details out of { $of }, missing: { $field }
because-opposed = opposed every channel { $on }: nothing is left of the score
because-not_opposed = no general opposition
because-no_tries = no try waiting for an answer
because-tries = { $times ->
    [one] 1 try without an answer, { $last } (counts from { $limit })
   *[other] { $times } tries without an answer, the last { $last } (counts from { $limit })
  }
because-unreachable = { $times } tries without an answer, the last { $last }
because-condition = true: { $text }
because-no_condition = not the case: { $text }
raise-confirm = Confirm: { $rule }
raise-date = Ask for the wished start date
raise-fill = Fill in: { $field }
raise-speak = Have an exchange
raise-show = Share content, invite to an event
raise-offer = Offer a quote or a demonstration

## readings: next step
because-cadence = { $days ->
    [one] the day after the last exchange ({ $last })
   *[other] { $days } days after the last exchange ({ $last })
  }
because-first = { $days ->
    [one] first contact, 1 day after they came in ({ $created })
   *[other] first contact, { $days } days after they came in ({ $created })
  }
because-retry = no answer { $last }: try again the next working day
because-retry_am = no answer { $last } in the afternoon: try a morning
because-retry_pm = no answer { $last } in the morning: try an afternoon
because-nurturing = { $touches } touches without an answer, the last { $last }: keep in contact
because-step = step { $step }/{ $of } of the sequence
because-sequence = { $label }: step { $step }/{ $of }
sequence-step = step { $step }/{ $of }, { $when } ({ $what })
sequence-answered = ended, they answered { $on }
sequence-opposed = ended, opposed ({ $way })
sequence-done = finished
because-saturated = a pause of { $days } days after { $touches } touches without a sign from them
because-complaint = complaint opened { $since }: no commercial follow-up until it is closed
because-opposed_everywhere = no longer wants to be contacted
why-turned_hot = turns hot: { $rule }, { $because }
why-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
  }
why-quote = { $days ->
    [one] quote unanswered for 1 day
   *[other] quote unanswered for { $days } days
  }
why-fixed = next step fixed { $on }
why-fixed_what = { $what }

## readings: what a stage still asks for
missing-qualified = { $open ->
    [one] qualification: 1 criterion left to confirm
   *[other] qualification: { $open } criteria left to confirm
  }
missing-synthesis = qualification: the synthesis is to be confirmed
missing-amount = the amount
missing-closing = the expected signature
missing-quote = a quote that was sent
missing-exchange_after_quote = an exchange after the quote was sent
missing-purchase = a purchase: amount, date, proof
missing-loss_reason = the reason of the loss
oddity-proof_missing = proof missing
oddity-loss_reason_unknown = reason unknown
oddity-won_without_purchase = said to be won, nothing bought
oddity-stage_unknown = unknown stage
oddity-unqualified = quoted without being qualified
forced = forced: { $reason }

## readings: the law
law-yes = yes
law-no = no
law-ask = to be checked
law-from = not before { $from }
law-opposed = opposed { $on }
law-asked = asked us ({ $channel }, { $on }): answering is no canvassing
law-asked_since = opposed, then asked us again ({ $channel }, { $on }): answer that request only
law-consented = consented { $on }
law-professional = professional
law-professional_opt_out = professional: offer a way to opt out
law-client = consumer and client: for similar products
law-contract = consumer and client: only about a running contract
law-no_consent = consumer without consent
law-post = by post: allowed unless opposed
law-hours = consumer: calls on the permitted days and hours only
law-called_enough = consumer already called { $calls } times in { $days } days
law-banned_trade = consumer: canvassing is forbidden in this trade
law-unknown = consumer or professional? please say

## letters and sending
letter-madam = Ms
letter-sir = Mr
letter-nobody = Sir or Madam
letter-missing = [{ $name } to be filled in]
letter-way_out = If you no longer wish to hear from us, simply reply "stop".
post-address = Unreadable address: "{ $why }". Nothing left.
post-message = The mail could not be composed ({ $why }). Nothing left.
post-password = The password could not be read ({ $why }). Nothing left.
post-password-unset = neither password_command nor password_file
post-unreachable = No connection to the mail server ({ $why }). Nothing left; try again later.
post-login = The mail server refuses the user name or the password ({ $why }). Nothing left.
post-refused = The mail server refuses the message ({ $why }). Nothing left.
post-program = The sending program refuses the message ({ $why }). Nothing left.
post-unknown = Nobody knows whether the mail left: the line was cut at the very end ({ $why }). Check before sending it again; nothing was noted.

## readings: settings and search
playbook-flaw = { $file }, line { $line }, column { $column }: { $message }; the last good settings stay in force
playbook-syntax = { $message }
playbook-lacks = “{ $name }” is missing
playbook-range = { $value } is not between { $least } and { $most }
playbook-thresholds = warm ({ $warm }) must stay below hot ({ $hot })
playbook-steps = the steps of a sequence go by rising days
playbook-no_stage = no stage “{ $key }” above
playbook-closing_stages = it takes one stage that requires a purchase, one that requires a loss_reason, and at least one before
playbook-key = “{ $key }”: a key is written in small letters, digits and _
playbook-no_framework = no framework “{ $key }”
playbook-no_field = no field “{ $key }”
playbook-hours = “{ $text }”: write hours as 10:00-13:00
playbook-twice = the rule “{ $key }” exists already
playbook-measure_or_when = the rule “{ $key }” needs either measure or when
playbook-no_measure = no measure “{ $key }”
playbook-circular = “{ $word }” depends on the score: a rule of the score cannot ask for it
playbook-step_waits = "{ $word }" follows from the score or the list of the day: a step of a sequence may not ask for it
playbook-unwritable = this file is written in a way Vigie cannot complete: change it by hand
keys-flaw-place = “[{ $word }]” is not a known place
keys-flaw-command = “{ $word }” is not a known command
keys-flaw-key = “{ $word }” is not a key
theme-flaw-name = no theme “{ $word }”: dark, light, mono, contrast, or a file of the themes folder
theme-flaw-role = “{ $word }” is not a known part of a theme
theme-flaw-look = “{ $word }” is neither a colour nor an attribute
query-meant = { $message }. Did you mean “{ $word }”?
query-too_long = query too long ({ $most } characters at most)
query-unknown_field = no field “{ $word }”
query-no_value = “{ $word }” needs a value
query-no_choice = “{ $word }”: neither OR nor parentheses are understood yet; search once for each case
query-open_quote = quote not closed
query-no_order = “{ $value }” only compares with : or =
query-no_words = “{ $value }”: words expected
query-no_number = “{ $value }” is not a number
query-no_percent = “{ $value }” is not a percentage
query-no_amount = “{ $value }” is not an amount
query-no_date = “{ $value }” is not a date (22/11/2026, 11/2026, 2026, today, 3d)
query-no_yes_no = “{ $value }”: yes or no
query-no_status = “{ $value }”: lead, prospect, intermediary, client or lapsed
query-no_temperature = “{ $value }”: cold, warm or hot
query-no_stage = no stage “{ $value }”
query-no_source = no source “{ $value }”
query-no_segment = no segment “{ $value }”
query-no_loss = no reason of loss “{ $value }”

## What goes wrong (desk): what happened, what is safe, what to do

trouble-refused = Nothing was saved, what you typed is kept: { $why }
trouble-uncertain = It is not known whether this was saved: { $why } Start vigie again: it will check by itself.
trouble-nothing-to-undo = There is nothing to undo.
trouble-nothing-to-redo = There is nothing to redo.
trouble-no-writer = Vigie can no longer write. What is marked ✓ is saved; start vigie again.
trouble-forgotten = This address or number is that of a person forgotten at their request: nothing was recorded. If they come back by themselves: vigie add --anyway.
trouble-history = The history cannot be read for now; nothing is lost. Start vigie again.
trouble-full = the disk is full or the quota used up. Free some space, then try again.
trouble-read-only = the disk is read-only. What is saved can still be read; make it writable to go on.
trouble-no-lock = this disk cannot lock a file. Choose a local folder with --store.
trouble-unsettled = an earlier write was left uncertain. Start vigie again: it will check by itself.
trouble-clock-back = the clock shows a date before Vigie existed. Set it right, then try again.
trouble-stopped = stopped: nothing was changed.
trouble-numbering = a write has an unexpected number. Nothing is lost; run “vigie doctor”.
trouble-denied = no access to { $path }. Nothing was changed; check who owns this folder.
trouble-not-a-store = { $path } is not a Vigie portfolio. Nothing was changed; choose an empty folder or another one with --store.
trouble-not-a-backup = { $path } is not a Vigie backup. Nothing was changed; choose another file.
trouble-spoilt-backup =
    { $line ->
        [0] the backup { $path } does not read back as it should: it was not kept. Try again, or choose another disk.
        *[other] the backup { $path } is damaged from line { $line } on. Nothing was changed; take another.
    }
trouble-newer = this portfolio was written by a newer version of Vigie (format { $found }). Nothing was changed; update Vigie.
trouble-too-long = this text is too long ({ $max } KiB at most). Make it shorter.
trouble-locked = the portfolio is busy with a command of { $user } (process { $pid }, { $tty }, { $host }, since { $since }). Try again in a moment.
trouble-silent = the cockpit of { $user } that holds the portfolio does not answer (process { $pid }, { $tty }, { $host }, since { $since }). Close it, then try again.
waiting-silent = Kept, waiting: the cockpit of { $user } does not answer (process { $pid }). It is saved once it answers or closes.
waiting-locked = Kept, waiting: a command of { $user } is using the portfolio (process { $pid }). It is saved once that has ended.
trouble-foreign = the portfolio is held by another version of Vigie or by another account: { $user } (process { $pid }, { $tty }, { $host }, since { $since }). Close it, then try again.
trouble-crowded = too many cockpits are open on this portfolio, held by { $user } (process { $pid }, { $tty }, { $host }). Close one, then try again.
trouble-ended = the cockpit of { $user } that held the portfolio (process { $pid }) ended while this was being saved. Check whether it is there before you try again.
trouble-damaged = the journal is damaged (segment { $segment }, line { $line }). Nothing else is affected; run “vigie doctor”.
trouble-absent = { $path } does not exist, or does not any more. Put that folder back or choose another place, then try again.
trouble-in_the_way = { $path } is not what it should be: a folder stands in place of a file, or the other way round. Nothing was changed; move it aside, then try again.
trouble-io = { $path }: { $text }. What is marked ✓ is saved.
health-fast = The fast copy was damaged: it is being rebuilt from the journal. Nothing is lost.
health-hurt = The journal is damaged (segment { $segment }, line { $line }): Vigie is comparing the two copies.
health-healed = The journal was damaged (segment { $segment }, line { $line }): everything was taken from the other copy, nothing is lost.
health-lost_one = Entry no. { $first } is in neither copy. Run vigie doctor, or go back to a backup.
health-lost = Entries no. { $first } to { $last } are in neither copy. Run vigie doctor, or go back to a backup.
store-ahead = The last entry is dated { $last }, and the clock says { $today }. What you enter is dated today; if that is not the right date, set the clock first.
store-copied = This data folder is a copy: what is entered here and in the other one is numbered apart from now on. Nothing is lost.
trouble-unread = The history could not be read again: the screen may be old. Nothing is lost; start vigie again.
## import: what the file says, line by line
import-word-file = file
import-word-column = column
import-word-refused = Refused
import-doubt-empty = nothing to read
import-doubt-too_long = text too long
import-doubt-not_a_phone = not a phone number: { $texts }
import-doubt-not_an_email = not an e-mail address: { $texts }
import-doubt-siren_length = not the 9 digits of a SIREN: { $texts }
import-doubt-siren_key = wrong SIREN (key): { $texts }
import-doubt-siret_length = not the 14 digits of a SIRET: { $texts }
import-doubt-siret_key = wrong SIRET (key): { $texts }
import-doubt-scientific_loss = digits lost in the spreadsheet: { $texts }
import-doubt-vat_number = not a VAT number: { $texts }
import-doubt-vat_key = wrong VAT number (key): { $texts }
import-doubt-not_a_postcode = not a post code: { $texts }
import-doubt-not_an_amount = not an amount: { $texts }
import-doubt-not_euros = not in euros: { $texts }
import-doubt-too_large = more than a deal can be worth: { $texts }
import-doubt-negative = below zero: { $texts }
import-doubt-range = a range: { $texts }
import-doubt-not_a_date = not a date: { $texts }
import-doubt-no_such_day = no such day: { $texts }
import-doubt-no_such_hour = no such hour: { $texts }
import-doubt-not_a_number = not a whole number: { $texts }
import-doubt-not_a_percent = not a percentage: { $texts }
import-doubt-not_yes_no = neither yes nor no: { $texts }
import-doubt-unknown_source = unknown source: { $texts }
import-mended-leading_zero = leading zero put back: { $texts }
import-mended-scientific = scientific notation of the spreadsheet: { $texts }
import-mended-percent_of_one = read as a percentage: { $texts }
import-mended-postcode = leading zero put back: { $texts }
import-mended-serial_day = day number of the spreadsheet: { $texts }
import-mended-azerty = digits typed without Shift: { $texts }
import-mended-invisible = invisible characters taken out: { $texts }
import-opposed-all = opposed to being canvassed: { $texts }
import-opposed-phone = opposed to calls: { $texts }
import-opposed-mail = opposed to e-mail: { $texts }
import-opposed-sms = opposed to text messages: { $texts }
import-opposed-post = opposed to letters: { $texts }
import-opposed-social = opposed to social networks: { $texts }
import-found-unknown_state = unknown state: { $texts }
import-found-purchase_unknown = { $texts } without an amount: the purchase is still to be entered
import-found-warmth = temperature as if set by hand: { $texts }
import-found-loss_unknown = lost without a reason: { $texts }
import-found-overlong = cells beyond the headers
import-found-unclosed = a quote never closed: the cell ends with its line
import-found-alone = nothing else on the row: { $texts }
import-found-no_party = deal without a known contact or company: to be linked
import-found-shared = somebody else's address too, two records: { $texts }
import-found-joined = deals that came before, linked: { $texts }
import-like-same_name = same name, same place or company: { $texts }
import-like-swapped = names swapped, same place or company: { $texts }
import-like-near = nearly the same name, same place or company: { $texts }
import-like-initial = an initial for a name, same place or company: { $texts }
import-like-part = one name in the other, same place or company: { $texts }
import-like-row = “{ $text }” and line { $other }
import-like-known = “{ $text }” and “{ $other }”
import-skip-empty = empty
import-skip-same_as = read further up
import-skip-unchanged = nothing new
import-skip-above_header = above the headers
import-skip-header_again = the headers once more
import-skip-total = a total
import-refusal-nobody = neither a name, a company, an e-mail nor a phone
import-refusal-forgotten = a person forgotten at their request
import-refusal-too_long = text of more than 64 KiB
import-refusal-broken = reading stops here, the rest of the file is not read: { $texts }
import-heap-refused = Rows refused
import-heap-noted = Not understood, kept in the note
import-heap-doubted = Worth a look
import-heap-taken = Taken from the file
import-heap-mended = Mended
import-heap-skipped = Rows skipped
import-remark = { $column }: { $what } · { $rows }
import-remark-row = { $what } · { $rows }
import-rows =
    { $count ->
        [one] line { $rows }
        *[other] { $count } lines ({ $rows })
    }
import-quoted = “{ $text }”
import-refused = line { $line }: { $why }
import-own-name = Full name
import-own-next = Next step on
import-own-todo = Next step
import-own-state = State or stage
import-own-owner = Owner
import-own-created = Created on
import-own-last = Last exchange
import-own-channel = Channel of the last exchange
import-own-loss = Reason of loss
import-own-tax = With or without VAT
import-own-currency = Currency
import-own-bought = Bought on
import-own-opposition = Oppositions
import-own-note = note, with its header
import-own-new = new field
import-own-nothing = left out
import-columns-born = fields of your own, kept in playbook.toml: { $columns }
import-columns-guessed = columns told by what they hold: { $columns }
import-columns-spare = columns standing in where the other is empty, else in the note: { $columns }
import-columns-unknown =
    { $count ->
        [one] unknown column, kept in the note: { $columns }
        *[other] unknown columns, kept in the note: { $columns }
    }
import-columns-hint = --map "{ $first }=field" makes it a field of your own, --map "{ $first }=phone" puts it in its place
import-counts =
    { $rows ->
        [one] { $rows } row
        *[other] { $rows } rows
    }: { $created } created, { $updated } updated, { $skipped } skipped, { $refused } refused
import-written = { $encoding }, separator { $separator }
import-sheet = sheet “{ $name }”
import-sheet-of = sheet “{ $name }” was read; not read: { $others } (--sheet "NAME" chooses one)
import-cards = address cards (vCard)
import-json = JSON: the line is the place of the object
import-no_header = no header: the columns were told by what they hold; --map "1=phone" names them
import-recalled = columns placed as for an earlier file with the same headers (maps.toml); --no-memory does without
import-column-promised = { $column }: the cells are not what this field holds ({ $field }), kept in the note
import-unreadable-empty = This file is empty.
import-unreadable-locked = This workbook is behind a password: open it, take the password off, save it, then import it.
import-unreadable-workbook = This workbook cannot be read ({ $reason }): open it, save it as XLSX, then import it.
import-unreadable-no_such_sheet = --sheet: the workbook has no sheet “{ $name }” (it has: { $sheets }).
import-unreadable-zip = This is a zip archive: unpack it, then import the CSV file inside.
import-unreadable-compressed = This file is compressed: unpack it first.
import-unreadable-pdf = This is a PDF: ask for the original table, or paste it into a spreadsheet and save it as CSV.
import-unreadable-calendar = This is a calendar: Vigie imports contacts, as CSV.
import-unreadable-json = This JSON cannot be read ({ $reason }).
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

## cockpit: top and bottom lines
tab-demo = demo

## cockpit: today
today-progress = { $done } / { $all } done
today-left = late { $late } · hot { $hot }
today-past = { $hour }, past
today-skipped = { $who }: left for later
spread-offer = more than { $most } a day: { $key } spreads them
spread-day = { $day }: { $count }
spread-stay = Staying today: { $names }
spread-number = a number from 1 to 10000
spread-nothing = Nothing to spread.
proposal-offer = { $count ->
    [one] One person matches the rule of a sequence
   *[other] { $count } people match the rule of a sequence
 }: { $key } p
proposal-offer-short = sequence: { $count } to enrol, { $key } p
proposal-which = Who matches the rule of a sequence
proposal-nobody = Nobody matches the rule of a sequence.
proposal-title = “{ $sequence }”: { $count ->
    [one] one person
   *[other] { $count } people
 }
proposal-words = Rule { $rule }: { $names }. Nothing is sent by itself.
proposal-all = { $count ->
    [one] enrol
   *[other] enrol all { $count }
 }
proposal-first = enrol the first { $count } only
proposal-look = look at them first, marked
proposal-not_now = not now
proposal-marked = Marked: Space leaves one out, { $key } enrols the others
alert-hot = { $who } has turned hot
alert-hot-many = { $count } deals have turned hot
paper-title = Follow-ups of { $day }: { $count } · { $who }
paper-why = Why
paper-may = Phone
paper-ask = To ask
paper-question = "{ $question }" ({ $criterion })
paper-last = Last
paper-result = Outcome
paper-boxes = [ ] reached   [ ] no answer   [ ] message   [ ] call back   [ ] never call again
paper-note = Note
paper-next = Then
paper-file = calls-{ $day }
paper-nothing = Nobody on the list: nothing to print.
spread-done = { $count ->
    [one] List spread: one deal, { $day }
   *[other] List spread: { $count } deals, the last { $day }
 }
today-why = Why now
today-may = { $way }: { $verdict } ({ $because })
today-clocks = Our last contact: { $ours } · their last sign: { $theirs }
today-never = never
today-ended = That is all for today: { $done } done, { $postponed } put off. On the list { $day }: { $tomorrow }.
today-nothing = Nobody to follow up today. On the list { $day }: { $tomorrow }.
today-stray = { $count ->
    [one] One hot deal has no next step
   *[other] { $count } hot deals have no next step
 }: { $key } shows them.
today-stray-query = temp:hot stray:yes
today-approach-lead = Lead: listen, show (case study, testimonial), a first call without pressure
today-approach-prospect = Prospect: the offer, the quote, a demonstration, a schedule, answers to objections
today-approach-intermediary = Intermediary: help them introduce you to whoever decides
today-approach-client = Client: satisfaction, what to offer next, renewal, referrals
today-approach-lapsed = Past client: get back in touch, ask what has changed

## cockpit: contacts
asking-keys = Tab completes · ↑↓ another word · Enter keeps · Esc gives up
segments-title = Segments
segments-none = No segment kept.
segments-name = Name:
segments-keys = Enter show · n keep the filter · r rename · x remove · Esc
segments-no_filter = No filter to keep: { $key } sets one.
contacts-all = All contacts
contacts-count = { $count ->
    [0] nobody
    [one] one contact
   *[other] { $line } / { $count } contacts
 }
contacts-narrowed = { $count } of { $all }
contacts-reading = reading { $done } / { $of }…
contacts-nobody = Nobody answers this filter. { $key } lifts it.
column-name = Name
column-company = Company
column-town = Town
column-phone = Phone
column-status = Status
column-temperature = Temperature
column-score = Score
column-stage = Stage
column-amount = Amount
column-next = Next step
column-owner = Owner
column-last = Last exchange
column-listed = { $family }, { $given }

tab-open = { $count } { $count ->
    [one] deal
   *[other] deals
 } · { $money }
tab-weighted = weighted { $money }
state-saved = saved
state-writing = … writing
state-delayed = … waiting

## cockpit: keys
key-enter = Enter
key-esc = Esc
key-tab = Tab
key-space = Space
key-left = ←
key-right = →
key-up = ↑
key-down = ↓
key-page-up = PgUp
key-page-down = PgDn
key-home = Home
key-end = End
key-delete = Del
key-backspace = Backspace
key-unknown = ?

## cockpit: commands
command-left = left
command-left-help = column to the left
command-right = right
command-right-help = column to the right
command-right-part = next part
command-up = up
command-up-help = line or card above
command-down = down
command-down-help = line or card below
command-page_up = page up
command-page_up-help = one page up
command-page_down = page down
command-page_down-help = one page down
command-first = first
command-first-help = to the first
command-last = last
command-last-help = to the last
command-open = open
command-open-help = open the record, edit the field
command-open-edit = edit
command-open-words = edit
command-open-synthesis = conclude
command-back = back
command-back-help = go back
command-next_pane = next pane
command-next_pane-help = next pane
command-previous_pane = previous pane
command-previous_pane-help = previous pane
command-fold = fold
command-fold-help = fold or unfold the column
command-lost_column = lost ones
command-lost_column-help = see the lost deals, go back
command-filter = filter
command-filter-help = filter: mine, everybody, a person, a query
command-widen = everybody
command-widen-help = take the filter off: everybody
command-mark = mark
command-mark-help = mark the card to act on several
command-mark_column = mark the column
command-mark_column-list = mark all
command-mark_column-help = mark the whole column or the whole list of the day, or unmark it
command-back-marks = let go
command-mouse = mouse
command-mouse-help = leave the mouse to the terminal (to select), take it back
command-call = call
command-call-help = note a call: outcome, note, next step
command-note = note
command-note-help = note a remark, a text message, a letter, a signal
command-mail = mail
command-mail-help = note a mail sent or received
command-meeting = meeting
command-meeting-help = note or plan a meeting, a visit
command-sheet = record
command-sheet-help = record: every field
command-exchanges = exchanges
command-exchanges-help = exchanges: everything that was said
command-quotes = quotes
command-quotes-help = quotes and purchases of the deal
command-past = history
command-past-help = history: who, when, what, before
command-take_back = take back
command-take_back-help = take back the exchange, quote or purchase under the cursor
command-move_entry = other record
command-move_entry-help = give this exchange to another record
command-delete = delete
command-delete-help = delete the deal, the contact or the company
command-forget = forget
command-forget-help = erase somebody for good, from every file
command-next_step = next step
command-next_step-help = set the next step, put it off
command-today = Today
command-today-help = the list of the day: whom to call, and why
command-pipeline = Pipeline
command-pipeline-help = the deals by stage
command-contacts = Contacts
command-contacts-help = the table of all contacts
command-query = query
command-query-help = type a query: whom to show
command-segments = segments
command-segments-help = the queries that were kept, and how many each counts
command-sort = sort
command-sort-help = sort by the column under the cursor, then the other way round
command-next_tab = next tab
command-next_tab-help = go to the next tab
command-previous_tab = previous tab
command-previous_tab-help = go back to the previous tab
command-skip = skip
command-skip-help = leave for later, show the next one
command-spread = spread
command-spread-help = spread a list too full over the next working days
command-print = print the list
command-print-help = write the list of the day into a file to print, with room for notes
command-qualify = qualify
command-qualify-help = fill in the checklist
command-framework = framework
command-framework-help = change the qualification framework (BANT, CHAMP…)
command-sequence = sequence
command-sequence-help = follow with a sequence (quote follow-up, welcome…), or end it
command-confirmed = confirmed
command-confirmed-help = answer confirmed
command-assumed = to confirm
command-assumed-help = answer to be confirmed
command-denied = no
command-denied-help = the answer is no
command-stage = stage
command-stage-help = change the stage
command-stage_back = stage back
command-stage_back-help = one stage back
command-stage_forward = stage on
command-stage_forward-help = one stage on
command-quote = quote
command-quote-help = a quote was sent
command-won = won
command-won-help = won: record the purchase
command-lost = lost
command-lost-help = lost: say why
command-new_contact = new
command-new_contact-help = new contact
command-new_deal = new deal
command-new_deal-help = new deal with this contact
command-oppose = oppose
command-oppose-help = do not contact any more (by channel)
command-complain = complaint
command-complain-help = complaint: open it, close it
command-hand_over = hand over
command-hand_over-help = hand over to a colleague, with a line
command-relate = who counts
command-relate-help = who decides, influences, uses, pays, refers
command-archive = archive
command-archive-help = archive, or bring back
command-tag = tag
command-tag-help = put a tag on
command-find = find
command-find-help = find a person or an action
command-undo = undo
command-undo-help = undo the last act
command-redo = redo
command-redo-help = redo what was just undone
command-drafts = unsaved text
command-drafts-help = take up a text that was typed and never saved
command-copy = copy
command-copy-help = copy what is under the cursor
command-save = save
command-save-help = save the form
command-import = import
command-import-help = import a file
command-history = history
command-history-help = Everything that was done, to undo an act
command-doubles = duplicates
command-doubles-help = Records that look alike: compare them, make them one
command-retention = silent too long
command-retention-help = who has given no sign for longer than data may be kept: call them or forget them
command-settings = settings
command-settings-help = set the score (the ranking moves), the rhythm of follow-ups and the hours of the law
command-tour = tour
command-tour-help = the tour of the demo: begin it, end it
command-help = help
command-help-help = this help
command-redraw = redraw
command-redraw-help = draw the screen again
command-quit = quit
command-quit-help = leave Vigie

## cockpit: panes
pane-tiny = Too small for Vigie: enlarge.
pane-nothing = Nothing here. n creates a contact, c searches.
pane-no_deal = No deal here. { $key } shows the { $count } contacts and companies; there { $all } marks them all and { $next } gives each a next step.
pane-folded = Folded column: z unfolds it.
pane-marked-people =
    { $count ->
        [one] one marked
       *[other] { $count } marked
    }
pane-marked =
    { $count ->
        [one] one marked
       *[other] { $count } marked
    }
pane-weighted = { $percent }% → { $money }
pane-won-lately = { $count } in { $days } d
badge-complaint = complaint
badge-turned_hot = just turned hot
badge-turned_hot-short = ▲+
badge-forced = forced
badge-forced-short = F!
badge-quote = quote { $n } d
badge-quote-short = Q{ $n }
badge-client = client since { $n }
badge-client-short = cl.{ $n }
badge-no_step = no next step
badge-no_step-short = ?
pane-nameless = (no name)
pane-untitled = (untitled)
pane-no-phone = no number
pane-no-way = no phone, no mail
pane-contact = Contact
pane-company = Company
pane-deal = Deal
pane-opposed = objects: { $channels } ({ $since })
pane-opposed-all = do not contact ({ $since })
pane-by-hand = (by hand)
pane-client-since = client since { $year }
pane-next = Next step:
pane-sequence = { $name }: { $standing }
pane-owner = Looked after by:
pane-archived = Archived: not in the columns nor in the day's list
pane-suggested = none; rhythm: { $when }
pane-bought = Bought { $amount } on { $day }
pane-lost = Lost: { $reason }
pane-complaint = Complaint ({ $since }): { $text }
pane-adjusted = { $temperature } set by hand { $day } by { $who }: “{ $reason }”
pane-qualification = Qualification
pane-qualified = qualified
pane-qualified-done = Qualified: this is a prospect.
pane-synthesis-ready = Enter: confirm, make it a prospect
pane-synthesis-open = Enter: make it a prospect although questions stay open
pane-to-ask = to ask: “{ $question }”
pane-ask = To ask, { $criterion }: “{ $question }” (+{ $gain })
pane-stale = to reconfirm ({ $months } months)
pane-offer = Tab: { $field } = { $value }
pane-score = Score { $total }
pane-exchanges = Exchanges
pane-no-exchange = No exchange noted.
pane-remark = remark
pane-typing = Enter save   Tab save and next   Esc cancel
pane-words = type their words
pane-typing-words = Enter or ↓ save and next   ↑ previous   Esc cancel
pane-import-title = Import
pane-import-progress = { $done } rows read
pane-import-stop = Esc stops
pane-many-title = Under way
pane-many-progress = { $done } of { $total }
pane-report-title = Report
pane-report-keys = ↑↓ scroll   Enter close
pane-before-title = Before the import
pane-before-keys = ↑↓ scroll   Enter import   Esc do nothing
pane-before-stopped = Reading stopped: nothing was entered.
settings-title = Settings
settings-page-score = Score
settings-page-rhythm = Rhythm
settings-page-law = Law
settings-follow_up = List of the day
settings-spread = Follow-ups a day
settings-touches = Attempts without an answer
settings-nurturing_days = Then in touch every (days)
settings-saturation_touches = Touches without a sign, at most
settings-saturation_days = …in so many days
settings-quote_days = Old quote after (days)
settings-attrition_months = Past client after (months)
settings-days = Days between two touches
settings-row-lead = Lead
settings-row-prospect = Prospect
settings-row-open = Offer under way
settings-row-intermediary = Intermediary
settings-row-client = Client
settings-row-lapsed = Past client, lost
settings-calling = Calling a consumer
settings-opens = Span { $n }, from
settings-closes = Span { $n }, to
settings-phone_calls = Calls at most
settings-phone_window = …in so many days
settings-request_days = Their request counts for (days)
settings-retention_months = Keep a prospect without a sign (months)
settings-keeping = Data
settings-trade = Trade
settings-banned = Energy renovation, home works
settings-yes = yes
settings-no = no
settings-about-days = Without a fixed date, a person comes back to the list of the day so many days after the last exchange, on the next working day.
settings-about-rhythm = Beyond the follow-ups a day, spreading is offered. After so many attempts without an answer: keep in touch. Too many touches without a sign: it waits.
settings-about-law = These numbers come from the law: have them checked before you change them.
settings-thresholds = Thresholds
settings-framework = Qualification framework
settings-hot = Hot from
settings-warm = Warm from
settings-half_life = half of it after (days)
settings-changed = { $count ->
    [0] Ranking
    [one] Ranking: 1 score would change
   *[other] Ranking: { $number } scores would change
 }
settings-keys = Enter keep  Esc drop  ↑↓  ←→ digits  Tab page  Del put back
settings-keys-short = ↑↓ ←→ digits  Tab page  Enter  Esc
settings-place = { $file }, line { $line }: { $what }. Nothing is changed: mend this file, or drop the change.
settings-unwritten = { $file } could not be written ({ $why }): nothing is changed.
settings-demo = For this demo only.
part-sheet = Record
part-qualification = Qualification
part-exchanges = Exchanges
part-quotes = Quotes
part-history = History
part-history-back = taken back by { $who }
part-no-line = This line cannot be taken back; u undoes what was done last.
part-purchases = Purchases
part-exchanges-none = No exchange noted: a notes a call, i anything else.
part-quotes-none = No quote: d notes one that was sent.
part-purchases-none = No purchase: g records the first.
part-purchases-elsewhere = No purchase on this deal; client since { $year } through another one.
part-quote-unnumbered = Quote
part-quote-sent = sent { $day }
part-quote-until = valid until { $day }
part-quote-answered = { $state } { $day }
part-quote-waiting =
    { $days ->
        [0] sent today
        [one] no answer for 1 day
        *[other] no answer for { $days } days
    }
part-quote-expired =
    { $days ->
        [one] expired, sent 1 day ago
        *[other] expired, sent { $days } days ago
    }
part-not-yet = Still being written: try again in a moment.
part-no-entry = Nothing to take back here: stand on an exchange, a quote or a purchase.
part-no-exchange-here = Stand on an exchange to give it to another record.
settings-reread = Settings read again.
settings-unwatched = The settings will not be read again during this sitting ({ $why }).
help-title = Help
help-keys = ↑↓ scroll   letters search   Esc close
help-narrowed = Help: “{ $text }”
help-nothing = Nothing of that name here.   Backspace clears   Esc close
help-here = Most used here
help-also = Also
help-signs = The signs of the cards
help-signs-of-cards = ▲ = hot · • = warm · ▲+ = just turned hot · cl.26 = client since 2026 · Q11 = quote unanswered for 11 days · F! = stage forced, with its reason · ? = no next step · !! = complaint open
help-moving = Moving about
help-over-form = Enter Ctrl-S = save · Esc = abandon (undo brings the text back) · Tab ↓ = next row · ⇧Tab ↑ = row before · ←→ Space = another choice · a letter = that choice · Alt-Enter = new line, in a note · Ctrl-Z Ctrl-Y = undo, redo in a note · Ctrl-C = copy
help-over-menu = ↑↓ = choose · Enter = take · a letter = take that choice · Esc = back, nothing changed
help-over-box = letters = a name, a company, an action · digits = a phone number · ↑↓ = choose · Enter = open, do, or create (last line) · Tab → = what to do with this person, do the action · Pg↑ Pg↓ = a page · Esc = back
help-over-segments = ↑↓ = choose, the table follows · Enter = filter by this segment · n + = keep the filter under a name · r F2 = rename · x Del = remove · Esc = close
help-over-settings = ↑↓ = choose a number · digits = change it (930 = 9:30) · ←→ = one less, one more · Tab = score, rhythm, law · Del = as in force · Enter Ctrl-S = keep, in playbook.toml · Esc = drop (undo brings it back)
help-over-asking = Tab = take the word that is offered · ↑ ↓ = another of the offered words · Enter = keep this filter · Esc = back to the filter before
help-over-report = ↑↓ Pg↑ Pg↓ = scroll · Enter Esc = close, stop
help-over-field = Enter ↓ = save · Tab = save and edit the next · ↑ = save and go up · Esc = abandon (undo brings the text back)
help-words = letters = their words, confirmed; they replace those before (no alone: the answer is no)
help-over-words = Enter ↓ = save and next · ↑ = save and back · Tab = take the date or amount offered · Esc = abandon (undo brings the text back)
palette-title = Find
tour-move = ↑↓ ←→ go from deal to deal, the most pressing on top.
tour-open = { $key } opens the record and its score, { $back } goes back.
tour-qualify = { $key } qualifies: ↑↓ a question, their words or { $yes } { $maybe } { $no }, Enter.
tour-call = { $key } notes a call: a letter for the outcome, words, Enter.
tour-next = { $key } sets the next step: “3d”, “thursday 14h”, Enter.
tour-undo = { $key } undoes what was entered last; nothing is ever lost.
tour-end = That was it. { $find } finds anybody, { $help } tells the rest.
tour-skip = { $key } ends it
tour-demo = The tour is in the demo: vigie demo
palette-move = Which record does this exchange belong to?
palette-person = Which person?
palette-company = Which company?
palette-hint = a name, a company, a number, or an action
palette-keys-move = Enter give   Esc close
palette-keys-choose = Enter choose   Esc close
palette-keys = Enter open   → act   Esc close
palette-open = open the card
palette-create = + Create “{ $text }”

## cockpit: choices
menu-keys = ↑↓ choose   Enter confirm   Esc back
menu-letter-title = Mail to { $who }
menu-letter-ours = note a mail already sent
menu-letter-theirs = note a mail received
menu-sequence-title = Sequence for { $who }
menu-sequence-many = Sequence for { $count } deals
menu-sequence-words = Nothing leaves by itself: each step comes up in the list of the day, with its template.
menu-sequence-days = days { $days }
menu-sequence-end = end the sequence
menu-sequence-over = skip { $step }
menu-sequence-proposed = who matches a rule
filter-title = Which deals to look at?
filter-mine = mine
filter-all = everybody's
filter-nobody = nobody's
filter-owner = { $who }'s
filter-query = a query…
menu-stage = Stage of { $who }
menu-stage-many = Stage of { $count } marked deals
menu-framework = Framework of { $who }
menu-framework-words = Answers that stand for the same thing are kept.
menu-framework-one = { $name }
menu-framework-house = { $name } (the house's own)
menu-framework-answered = { $done }/{ $of } answered
menu-framework-all = Every deal: settings
menu-here = here
menu-greeting-title = Hello { $who }
menu-greeting-words = Your portfolio is empty. Where to begin?
menu-greeting-import = import my file (CSV, Excel…)
menu-greeting-contact = enter my first contact
menu-greeting-demo = see the demo
menu-greeting-quit = leave
menu-quit-title = Leave?
menu-quit-yes = leave Vigie
menu-quit-no = stay
menu-burst-title = Text came in at once
menu-burst-search = Search “{ $text }”?
menu-burst-note = note it for { $who }
menu-burst-drop = ignore it
menu-draft-title = Text not saved
menu-draft-waits = Text not entered; it comes back where it was typed
menu-draft-resume = take it up
menu-draft-copy = copy it
menu-draft-gone = Text not saved; what it was about is gone
menu-drafts-title = Texts not saved
menu-drafts-words = Which one? The others are kept.
menu-draft-drop = drop it
menu-undo-title = Undo?
menu-undo-older = { $what } ({ $who }, before this session)
letter-yes = y
menu-undo-yes = yes, undo
menu-undo-no = no
chronicle-title = History: everything that was done
chronicle-none = Nothing was done yet.
chronicle-keys = ↑↓ choose · Enter or u undo the act · Esc close
doubles-title =
    { $count ->
        [0] Duplicates
        [one] One possible duplicate
        *[other] { $count } possible duplicates
    }
doubles-none = No duplicate in sight.
doubles-keys = Enter compare · n not a duplicate · ↑↓ choose · Esc close
doubles-broken = Looking for duplicates failed; the portfolio is untouched.
compare-title = One record?
compare-keys = Enter merge · ←→ value that stays · n not a duplicate · Esc back
compare-stays = Stays: { $field }, { $value }
compare-empty = This field will be empty.
met-title = Already in the portfolio?
met-differs = Completing it would change: { $what }
met-open = Open the record
met-complete = Complete the record with what was typed
met-anyway = Create anyway
met-back = Back to the form
met-nothing = Nothing to complete: it is all there.
chronicle-dead = This act is undone or erased already.
chronicle-busy = Something else is going on already; try again in a moment.
menu-delete-what = { $who }: delete what?
menu-delete-a-deal = the deal
menu-delete-contact = the contact with all deals
menu-delete-company = the company with its own deals
menu-delete-forget = forget for good (GDPR)
menu-role-title = Who counts for { $who }?
menu-role-decides = who decides
menu-role-influences = who influences
menu-role-uses = who will use it
menu-role-pays = who pays
menu-role-referred_by = who referred them
menu-role-works_for = the company they work for
menu-archives = see everything archived
menu-archives-title = { $count } archived: whom to bring back?
menu-kind-contact = contact
menu-kind-company = company
menu-kind-deal = deal
menu-archive-title = Archive
menu-archive-deal = archive the deal
menu-archive-contact = archive the contact with all deals
menu-archive-company = archive the company with all deals
menu-unarchive-deal = bring the deal back
menu-unarchive-contact = bring the contact back
menu-unarchive-company = bring the company back
menu-delete-title = Delete { $who }?
menu-delete-deal = The deal goes with its answers, quotes and purchases; the exchanges stay with the contact. One undo brings it all back.
menu-delete-party =
    { $deals ->
        [0] { $exchanges ->
            [0] Everything said about it goes too.
            [one] One exchange goes too.
            *[other] { $exchanges } exchanges go too.
        }
        [one] One deal and { $exchanges } exchanges go too.
        *[other] { $deals } deals and { $exchanges } exchanges go too.
    } One undo brings it all back.
retention-title =
    { $count ->
        [0] To win back or to erase
        [one] To win back or to erase: one person without a sign for { $months } months
        *[other] To win back or to erase: { $count } people without a sign for { $months } months
    }
retention-none = Nobody: everybody has bought or given a sign within { $months } months.
retention-off = No time of retention is set (playbook.toml, [law] retention_months).
retention-sign = last sign { $day }
retention-no_sign = no sign, entered { $day }
retention-keys = a call · m mail · i note · o forget · Space mark · * all · Enter file · Esc close
retention-close = Esc close
forget-nobody = Nobody here to forget.
forget-weighs = Looking for everything that would be erased…
forget-people =
    { $count ->
        [one] one person
        *[other] { $count } people
    }
forget-sure = Type “forget” or the name: { $who }
forget-sure-many = Type “forget”.
forget-unsure = This is neither “forget” nor the name: nothing is erased.
forget-backups =
    { $count ->
        [0] The copies Vigie keeps are erased too.
        [one] The backup Vigie keeps and the quarantine are erased too.
        *[other] The { $count } backups Vigie keeps and the quarantine are erased too.
    } Your own copies and exports are not: erase them yourself.
forget-opposed = Objection noted: a new entry with this address or these numbers will be refused; only a digest of them is kept.
forget-final = Erasing cannot be undone.
forget-stopped = Stopped: nothing is erased.
forget-unsettled = No answer: opening Vigie again will tell whether the erasing was done.
forget-refused = Nothing is erased: { $why }
forget-done = Erased for good: { $what }.
menu-delete-yes = delete
menu-delete-no = keep

## cockpit: forms
form-call = Call: { $who }
form-note = Note: { $who }
form-forget = Forget for good: { $who }
form-mail = Mail: { $who }
form-letter = Mail to { $who }
form-meeting = Meeting: { $who }
form-next = Next step: { $who }
form-move = { $who } → { $stage }
form-quote = Quote sent: { $who }
form-buy = Purchase: { $who }
form-correct = Correct: { $who }
form-contact = New contact
form-related = { $who }: { $stage }
form-tag-known = Tab completes: { $tags }
form-tag-new = a new tag
form-deal = New deal: { $who }
form-oppose = To contact or not: { $who }
form-complain = Complaint: { $who }
form-hand_over = Hand over: { $who }
form-pass_over = Skip a step: { $who }
form-author = Welcome to Vigie
form-import = Import a file
form-columns = The columns of the file
form-columns-hint = On the right what each column becomes. Type to change it, Tab completes; “new field” makes it a field of your own.
form-columns-recalled = Placed as last time. Type to change it, Tab completes; “new field” makes it a field of your own.
form-column-spare = { $field }, where the other is empty
form-column-none = nothing of this name; field:NAME makes a field of your own
form-column-unknown = “{ $text }” is no field
form-filter = Filter the deals
form-spread = Spread the list of the day
form-many-next =
    { $count ->
        [one] Next step: one deal
       *[other] Next step: { $count } deals
    }
form-many-hand_over =
    { $count ->
        [one] Hand over: one deal
       *[other] Hand over: { $count } deals
    }
form-many-tag =
    { $count ->
        [one] Tag: one contact
       *[other] Tag: { $count } contacts
    }
form-many-aside =
    { $count ->
        [one] Set aside: one contact
       *[other] Set aside: { $count } contacts
    }
form-many-aside-deals =
    { $count ->
        [one] Set aside: one deal
       *[other] Set aside: { $count } deals
    }
form-many-forecast = weighted { $before } → { $after }
form-many-enrolled = Sequence for { $count } deals
form-many-unenrolled = Sequence ended for { $count } deals
form-many-move =
    { $count ->
        [one] { $stage }: one deal
       *[other] { $stage }: { $count } deals
    }
form-many-left =
    { $go ->
        [0] None of { $all } can. Left out: { $names }
        [one] One of { $all }. Left out: { $names }
       *[other] { $go } of { $all }. Left out: { $names }
    }
form-many-rhythm = Enter: each by its own rhythm
form-many-closing = for those without a date
form-many-forced = one reason for all; empty: those that miss a fact stay
form-many-won = won
form-many-nobody = no contact
form-row-outcome = Outcome
form-row-channel = What
form-row-approach = Channel
form-row-note = Note
form-row-to = To
form-row-subject = Subject
form-row-body = Text
form-row-by = How
form-row-next = Next step on
form-row-what = To do
form-row-when = When
form-row-wording = In their words
form-row-permission = Says
form-row-origin = Origin
form-row-complaint = What is wrong
form-row-settled = Settled how
form-row-owner = To whom
form-row-per_day = A day
form-row-sure = To confirm
form-row-mentions = Notes about them
form-mentions-keep = keep them
form-mentions-erase = erase them too
form-row-objects = If entered again
form-objects-free = allowed
form-objects-blocked = refused (they object)
form-row-handover = A line for them
form-row-why = Why
form-row-author = Your first name?
form-row-path = File
form-row-query = Query
form-row-tag = Tag
form-row-synthesis = Synthesis
form-row-nurture = Call again on
form-row-forced = Or force, reason
form-row-quote_number = Quote number
form-row-quote_amount = Quote amount
form-row-quote_on = Sent on
form-row-quote_until = Valid until
form-row-state = Answer
form-row-answered_on = Answered on
form-row-bought_amount = Amount bought
form-row-bought_on = Bought on
form-row-proof = Proof
form-row-reason = Reason
form-row-detail = Detail
form-outcome-reached = reached
form-outcome-no_answer = no answer
form-outcome-message = message left
form-outcome-call_back = call back
form-outcome-theirs = they called
form-outcome-stop = never call again
form-outcome-none = none
form-state-waiting = awaited
form-state-accepted = accepted
form-state-refused = refused
form-channel-note-ours = remark
form-channel-sms-ours = text message
form-channel-sms-theirs = text message received
form-channel-letter-theirs = letter received
form-channel-social-theirs = social network, received
form-channel-letter-ours = letter
form-channel-social-ours = social network
form-channel-mail-theirs = mail received
form-channel-mail-ours = mail sent
form-letter-by-send = send
form-letter-by-copy = copy the text
form-letter-by-file = .eml file
form-channel-quote_request-theirs = asks for a quote
form-channel-demo_request-theirs = asks for a demo
form-channel-comparison-theirs = compares us
form-channel-form-theirs = web form
form-channel-download-theirs = download
form-channel-webinar-theirs = webinar
form-channel-fair-theirs = trade fair
form-channel-meeting-ours = meeting
form-channel-visit-ours = visit
form-channel-call-ours = call made
form-channel-call-theirs = call received
form-approach-all = all
form-approach-phone = phone
form-approach-mail = mail
form-approach-sms = text message
form-approach-post = post
form-approach-social = social networks
form-permission-opposed = no more contact
form-permission-consented = consent given
form-permission-withdrawn = nothing said
form-synthesis-confirm = make it a prospect
form-synthesis-nurture = not ripe yet: keep in touch
form-proof-signed_quote = signed quote
form-proof-order = order
form-proof-contract = contract
form-key-submit = Enter save
form-key-next = Tab next
form-key-cancel = Esc cancel
form-key-newline = Alt-Enter new line
form-key-editor = Ctrl-E editor
form-key-choice = a letter chooses
form-needed = to be filled in
form-when-needed = when?
form-who-needed = a name, a company or a number
form-detail-needed = say which
form-amount-positive = a purchase is worth more than nothing
form-not-ahead = this date lies ahead
form-past = this date is past
form-quote-unqualified = Deal not qualified: this quote will be counted as such.
form-next-help = Monday, 3d, 15/12, Thursday 2pm; empty: no step set
form-letter-next = empty: { $when }, by the rhythm; or Monday, 3d, 15/12
form-call-next = empty: { $when }; or monday, 3d, 15/12 2pm
form-letter-next-sequence = empty: the sequence goes on; or Monday, 3d, 15/12
form-letter-unfilled = { $mark } is left
form-letter-way_out = { $may }. A sentence offering to opt out is added below the text.
form-letter-insist = { $why } Enter once more to send it all the same.
form-letter-already = Already sent today at { $hour }.
form-letter-leaving = The same mail is on its way.
form-letter-unset = Sending is not set up ([mail] in config.toml): Enter copies the text, to paste into your mail program, or writes it into an .eml file, and notes the exchange.
form-letter-maybe = This mail was on its way: it may have left. Check before sending it again.
form-next-from-note = { $when }, proposed from the note
form-answered-help = empty: today
form-next-rhythm = Enter: { $when }, by the rhythm. Or: 3d, monday, 15/12 2pm, in 2 weeks
form-complaint-help = It stands on top; commercial follow-ups wait until it is closed.
form-settled-help = Opened { $since }: { $text }. Enter closes it.
form-owner-help = known: { $names }
form-owner-near = nobody here is called “{ $name }”: { $near }? Enter once more to add the name
form-owner-new = nobody here is called “{ $name }”. Enter once more to add the name
form-handover-note = For { $owner }: { $line }
form-wording-needed = consent needs the words that were said
form-forced-help = a reason stands in for what is missing and stays on the card
form-path-help = CSV, Excel, address cards (vCard) or JSON; ~ is the home folder
form-query-help = like “town:nantes amount>10k -stage:lead” or “score>60 next<3d”; empty: everybody
form-query-next = Tab completes: { $offers }
form-origin = cockpit
form-heard = { $who } just noted: { $what }. If you confirm, yours counts; both stay in the history.
form-nurture-what = keep in touch

## cockpit: what just happened
toast-undo = { $what } · { $key } undoes
toast-letter-leaves = Sending to { $to }…
toast-letter-sent = Mail sent to { $to } · { $key } takes the exchange back
toast-letter-copied = Text copied, paste it into your mail program; exchange noted · { $key } undoes
toast-letter-written = Written to { $file }, to be opened and sent; exchange noted · { $key } undoes
toast-printed = Written: { $file }
toast-undone-word = Undone
toast-undone = Undone: { $what } · { $key } redoes
toast-undone-hidden = Undone: { $what }, but { $field } stays { $value } (another entry) · { $key } brings it back
toast-again = Redone: { $what } · { $key } undoes
toast-no-drafts = No text is waiting
toast-draft-met = Text of last time taken up · Esc drops it
toast-drafts-left = { $count ->
    [one] One more unsaved text: { $key }
   *[other] { $count } more unsaved texts: { $key }
}
toast-refused-kept = { $why } · your text is kept: { $key }
toast-delayed-saved = It is saved.
toast-delayed-quit = Something still waits. Leave once more to go: the text is offered the next time.
toast-editor-none = No editor: set EDITOR, for instance EDITOR=nano
toast-editor-failed = The editor “{ $editor }” gave nothing back ({ $why }); your text is here
toast-abandoned = Text set aside · { $key } brings it back
toast-cut_off =
    { $count ->
        [0] Import of { $label } cut off before its first row · { $key } clears it
        [one] Import of { $label } cut off: one row saved · { $key } takes it back, importing again finishes it
        *[other] Import of { $label } cut off: { $count } rows saved · { $key } takes them back, importing again finishes it
    }
toast-many-cut = “{ $what }” cut off, { $count } of { $of } done: { $why } Validate again for the rest; u takes back what was done.
toast-cut_off-many = “{ $label }” was cut off: { $count } of { $of } done · doing it again does the rest, { $key } takes them back
toast-already = Already saved.
toast-settings-kept = Settings kept · { $key } puts the earlier ones back
toast-settings-back = Earlier settings are back · { $key } redoes
toast-settings-newest = These settings are the latest ones kept
toast-no-archives = Nothing is archived
toast-settings-dropped = Settings dropped · { $key } brings them back
toast-copied = Copied: { $text }
toast-done = Noted
toast-won-alone = A purchase is noted deal by deal: Esc lets them go, then g on each.
toast-marked = Marked: { $keys } · { $key } lets them go
toast-merged = { $who }: one record
toast-apart = { $who } and { $whom }: not a duplicate
toast-none-to-move = Nothing to do: they are there already.
toast-mouse-ours = Vigie has the mouse · { $key } gives it to the terminal
toast-mouse-theirs = The terminal has the mouse: select, copy · { $key } takes it back
toast-drag = { $who } → { $stage }
toast-wide = All deals
toast-narrow =
    { $count ->
        [one] { $filter }: one deal
       *[other] { $filter }: { $count } deals
    }
toast-looking = { $filter }: { $done } deals looked at…
toast-narrow-none = { $filter }: no deal · { $key } lifts the filter
toast-struck = one entry taken back
toast-struck-out = Taken back: { $what } · { $key } undoes
toast-gone = deletion
toast-corrected = { $what }, corrected
toast-deleted = Deleted · { $key } brings it all back
toast-moved = { $who } → { $stage }
toast-won = { $who }: won, { $amount }
toast-lost = { $who }: lost
toast-quoted = { $who }: quote sent
toast-opposed = { $who }: objection noted
toast-consented = { $who }: consent noted
toast-withdrawn = { $who }: nothing said any more
toast-assigned = { $who }: looked after by { $owner }
toast-complained = { $who }: complaint opened
toast-settled = { $who }: complaint closed
toast-linked = { $who }: { $role } { $whom }
toast-unlinked = { $who }: no longer tied to { $whom }
toast-needs-company = Choose a company.
toast-needs-person = Choose a person.
toast-exchanged = { $who }: { $what }
toast-created = { $who } created
toast-answered = { $who }, { $criterion }: { $sure }
toast-next = { $who }: next step { $when }
toast-no-next = { $who }: no next step
toast-enrolled = { $who }: sequence "{ $sequence }"
toast-unenrolled = { $who }: sequence ended
toast-step-skipped = { $who }: step skipped ({ $what })
toast-set = { $who }, { $field }: { $value }
toast-over = { $who } just noted: { $what } · your entry stays in the history
toast-no-door = Other vigie can only read while this cockpit is open: { $why }
toast-emptied = { $who }, { $field }: emptied
toast-long = { $what }
toast-unread = The history cannot be read for now; nothing is lost. Open Vigie again.
toast-won-stays = Won: only undoing the purchase brings it back.
## cli: help
cli-help-usage = Usage:
cli-help-commands = Commands
cli-help-options = Options
cli-help-arguments = Arguments
cli-about-vigie = Vigie, the sales cockpit that lives in the terminal. Without a command: opens the cockpit.
cli-about-import = Imports a file (CSV, XLSX, ODS), row by row, as one act that can be undone
cli-about-add = Adds somebody: name, company, phone, mail… in any order
cli-about-list = Lists contacts, all or those of a query
cli-about-today = The list of the day: whom to call, and why
cli-about-show = Shows a whole record: deals, qualification, exchanges, history
cli-about-set = Changes fields: phone=… amount=8400
cli-about-log = Notes an exchange: call, mail, meeting…
cli-about-send = Fills in a mail template, shows it and sends it; without --template, lists the templates
cli-about-sequence = Has a sequence follow a deal; "none" ends it; without a name, says where it stands
cli-about-qualify = Notes the answers of the qualification
cli-about-move = Moves a deal to a stage
cli-about-buy = Records a purchase, with its proof
cli-about-lose = Marks a deal as lost, with its reason
cli-about-score = Explains the score line by line
cli-about-next = Sets the next step
cli-about-retention = Who has given no sign for longer than data may be kept: to win back or to erase
cli-about-doubles = Records that look alike, the surest and most important first
cli-about-merge = Makes two records one, field by field; can be undone at any time
cli-about-undo = Undoes the last act, or the one named
cli-about-forget = Erases a person for good, with everything said about them
cli-about-history = Who did what and when: of one person, or of everybody
cli-about-redo = Does again what was just undone
cli-about-export = Writes the portfolio for other programs, or every fact
cli-about-backup = Copies the whole portfolio into one file, read back before it is called made
cli-about-restore = Puts a backup in place of the portfolio; the present one is kept aside
cli-about-config = Shows settings, their values and where they come from
cli-about-doctor = Checks the data folder and says what was checked
cli-about-demo = Opens the cockpit on a made-up portfolio, gone when you leave
cli-about-guide = Selling and Vigie in plain words, in ten minutes; or one chapter
cli-about-completions = Writes what completes the commands in bash, zsh or fish
cli-about-man = Writes the manual page
cli-arg-store = Data folder
cli-arg-lang = Language: fr or en
cli-arg-author = Who enters
cli-arg-today = Look as if it were that day; never dates what is entered
cli-arg-json = Write JSON, for programs
cli-arg-help = Shows this help
cli-arg-version = Shows the version
cli-arg-who = Name, end of an id, mail or phone
cli-arg-deal = Deal: its title, the end of its id, or the person
cli-arg-import-file = CSV file or workbook, or - for standard input
cli-arg-import-dry_run = Tell everything, record nothing
cli-arg-import-map = Say what a column is: "Phone 2=phone"; "Machine=field" makes it a field of your own
cli-arg-import-sheet = The sheet of the workbook to read (else the first with something in it)
cli-arg-import-rejects = Where to put the refused rows, to mend and import them
cli-arg-import-remember = Keep this placing (--map) for the next file with the same headers
cli-arg-import-no_memory = Do not take up a placing that was kept
cli-arg-import-facts = The file comes from “vigie export --facts”
cli-arg-add-pieces = What is known, parted by commas
cli-arg-add-anyway = Add even if the mail or phone is known already
cli-arg-list-query = Query: status:prospect amount>10k town:Nantes
cli-arg-list-limit = Rows at most
cli-arg-history-limit = Lines at most
cli-arg-history-since = From this day on: 01/11, yesterday, 2026-11-01
cli-arg-today-limit = Rows at most
cli-arg-export-into = For ics: the file to replace (a calendar subscribes to it) instead of the output
cli-arg-export-channel = Leave out who opposes this channel: phone, mail, sms, post, social
cli-arg-today-spread = Spread a list too full over the next working days, by priority
cli-arg-today-per_day = How many a day (else that of the settings)
cli-arg-today-dry_run = Show it, record nothing
cli-arg-today-print = A sheet to print: who, why, what to ask, room to write
cli-arg-set-fields = field=value; an empty value clears
cli-arg-log-channel = call, mail, SMS, letter, meeting, visit…
cli-arg-log-outcome = reached, no answer, message, call back
cli-arg-log-note = What was said
cli-arg-log-next = Next step: 3d, monday, thursday 14h, 15/12
cli-arg-log-what = What will have to be done
cli-arg-log-theirs = They contacted us
cli-arg-send-template = The template: quote-1, welcome…
cli-arg-send-with = A variable given here: --with "quote date=12 November"
cli-arg-send-dry_run = Show the mail without sending it
cli-arg-send-eml = Write the mail to an .eml file instead of sending it
cli-arg-send-again = Send once more what left today already
cli-arg-send-yes = Send even where the law advises against it
cli-arg-sequence-name = quote, welcome… or how its name begins; "none" ends it
cli-arg-sequence-skip = Skip the next step, with a reason or without
cli-arg-sequence-rule = Who matches the rule of a sequence; with a name, enrol them
cli-arg-sequence-limit = How many at most, the most pressing first
cli-arg-sequence-dry_run = Show it, save nothing
cli-arg-on = When it happened; today if nothing is said
cli-arg-qualify-answers = need=yes:"their words" budget=maybe timing=no
cli-arg-stage = Stage: prospect, to quote, quote sent, negotiation
cli-arg-move-amount = Amount of the deal
cli-arg-move-closing = Expected signing date
cli-arg-move-quote = Amount of the quote sent
cli-arg-move-number = Number of the quote
cli-arg-move-exchange = The exchange that followed the quote, in a few words
cli-arg-move-force = Overrule the qualification, saying why
cli-arg-buy-amount = Amount of the purchase
cli-arg-buy-proof = signed quote, order, contract
cli-arg-lose-reason = price, competitor, no budget, no need, timing…
cli-arg-lose-detail = The competitor, or a few words
cli-arg-next-when = 3d, monday, thursday 14h, 15/12; “none” clears
cli-arg-next-what = What will have to be done
cli-arg-doctor-repair = Keep what is damaged aside and write the rest anew
cli-arg-backup-file = File or folder to write the backup to; with none: the day's own, in the data folder
cli-arg-restore-file = The backup, or a portfolio that was kept aside
cli-arg-undo-act = Name of the imported file, or end of the id of an act
cli-arg-undo-list = The acts that can be undone
cli-arg-forget-objects = Also refuse that they be taken in later by an import or by hand
cli-arg-forget-mentions = Also erase notes about others that name them
cli-arg-retention-limit = How many people to show (50)
cli-arg-doubles-limit = How many pairs to show (20)
cli-arg-doubles-apart = Two records that are no duplicate: remembered, and can be undone
cli-arg-merge-one = A: the record that stays, its values first
cli-arg-merge-other = B: the record that joins it
cli-arg-merge-keep = Which value stays: phone=b; tag=ab keeps both
cli-arg-merge-dry_run = Only shows what would change
cli-arg-yes = Without asking
cli-arg-export-query = Query, as for list
cli-arg-export-to = csv, xlsx, vcard (4.0), vcard3 (3.0), ics (calendar) or json
cli-arg-export-excel = CSV for a French Excel: UTF-8 mark and semicolons, whatever the language
cli-arg-export-facts = Every fact, for another Vigie
cli-arg-export-person = Everything held about one person, readable, or as JSON with --to json
cli-arg-demo-size = How many contacts
cli-arg-guide-topic = Chapter: selling, score, followup, law, importing…
cli-arg-completions-shell = bash, zsh or fish
cli-guide-unknown = No chapter “{ $topic }”: { $known }.

## cli: what was not understood
cli-args-unknown = “{ $word }” is not a known option: “vigie --help” lists them.
cli-args-command = “{ $word }” is not a command: “vigie --help” lists them.
cli-args-missing = { $word } is missing.
cli-args-no_value = { $word } wants a value.
cli-args-value = { $word }: “{ $value }” will not do ({ $known }).
cli-args-bad = { $word }: “{ $value }” will not do.
cli-args-conflict = { $word } does not go with { $other }.
cli-args-utf8 = A word of the command is not UTF-8 text.
cli-args-other = The command is not understood: “vigie --help” explains.
cli-args-meant = Did you mean “{ $word }”?

## cli: settings
cli-settings-place = { $file }, line { $line }
cli-settings-mistake = { $place }: { $what }; { $carry }.
cli-settings-last_good = the last good settings are used
cli-settings-shipped = the original settings are used
cli-settings-password = the password is not written here in clear: give password_command = "pass show mail" or password_file = "…"
cli-settings-open_line = tls = "none" is allowed to this machine (localhost) only: use "tls" or "starttls"
cli-no-home = The home folder cannot be found: name a folder with --store and the HOME variable.
cli-author-empty = --as wants a name.
cli-author-nobody = me
cli-config-store = data
cli-config-lang = language
cli-config-author = author
cli-config-theme = theme
cli-config-ascii = ascii
cli-config-mouse = mouse
cli-config-mail_from = sender
cli-config-mail_way = mail leaves by
cli-config-mail_password = password taken from
cli-config-none = not set
cli-config-there = there
cli-config-absent = absent
cli-config-others = Everything else is as shipped.
cli-origin-flag = command line
cli-origin-usual = default
cli-no-terminal = There is no terminal to draw the cockpit on: open it in a terminal, or use a command (vigie --help).

## cli: who and what
cli-who-empty = A name, the end of an id, a mail or a phone is needed.
cli-who-nobody = Nobody matches “{ $who }”.
cli-who-nobody_but = Nobody matches “{ $who }”. The nearest:
cli-who-several =
    { $count ->
        [one] One record matches “{ $who }”:
        *[other] { $count } records match “{ $who }”: say more, or give the letters at the start of a line.
    }
cli-who-several_deals =
    { $count ->
        [one] One deal matches “{ $who }”:
        *[other] { $count } deals match “{ $who }”: give the letters at the start of a line.
    }
cli-who-no_deal = { $who } has no open deal: “vigie set "{ $who }" deal="…"” opens one.
cli-and-more =
    { $count ->
        [one] … and one more
        *[other] … and { $count } more
    }
cli-colon = { ": " }
cli-flaw = “{ $text }”: { $why }.
cli-flaw-future = “{ $text }” is in the future: what is noted has happened already.
cli-bug-no_deal = The deal is no longer there.
cli-bug = Vigie broke down, its own fault. What was saved still is; the details are in { $file }: please send us that file.
cli-bug-unwritten = Vigie broke down, its own fault. What was saved still is; the details could not be written.

## cli: what was done
cli-changed = { "  " }{ $before } → { $after }
cli-undo-hint = vigie undo takes it back.
cli-redo-hint = vigie redo does it again.
cli-next-suggested = { $when } (suggested: { $why })
cli-next-paused = nothing is suggested: { $why }
cli-next-done = { $who }: next step { $when }.
cli-next-done_what = { $who }: { $what }, { $when }.
cli-next-cleared = { $who }: no next step any more.
cli-log-done = { $who }: { $what }, noted.
cli-log-done_next = { $who }: { $what }, noted; next step { $when }.
cli-log-opposed = Mind: { $who } has opposed being approached since { $since }.
cli-log-channel = “{ $text }” is not a known exchange: { $known }.
cli-log-outcome = “{ $text }” is not a known outcome: { $known }.
cli-buy-done = { $who }: bought for { $amount } ({ $proof }).
cli-buy-zero = A purchase has an amount above zero.
cli-buy-proof_missing = A purchase needs its proof: add --proof "…" ({ $known }).
cli-buy-proof = “{ $text }” is not a known proof: { $known }.
cli-lose-done = { $who }: lost ({ $reason }).
cli-lose-reason = “{ $text }” is not a known reason: { $known }.
cli-lose-detail = “{ $reason }”: which one? Add it: vigie lose "{ $deal }" "{ $reason }" "…"
cli-move-done = { $who } → { $stage }.
cli-move-there = “{ $deal }” is on the stage { $stage } already.
cli-move-stage = “{ $text }” is not a known stage: { $known }.
cli-move-won = A deal is won by a purchase: vigie buy "{ $deal }" AMOUNT --proof "signed quote"
cli-move-lost = A lost deal has a reason: vigie lose "{ $deal }" REASON
cli-move-missing = To enter the stage { $stage }, this is missing:
cli-missing-qualified =
    { $open ->
        [0] the synthesis of the qualification
        *[other] the qualification ({ $criteria }): vigie qualify "{ $deal }" …, or --force "why"
    }
cli-missing-amount = the amount: --amount 8400
cli-missing-closing = the expected signing date: --closing 15/12
cli-missing-quote = a quote that was sent: --quote 8400 --on yesterday
cli-missing-exchange = an exchange after the quote was sent: --exchange "what was said"
cli-missing-purchase = a purchase: vigie buy "{ $deal }" AMOUNT --proof "signed quote"
cli-missing-loss = the reason: vigie lose "{ $deal }" REASON
cli-qualify-done =
    { $count ->
        [one] { $who }: one answer noted.
        *[other] { $who }: { $count } answers noted.
    }
cli-qualify-open = Still to be confirmed: { $open }.
cli-qualify-ready = Everything is confirmed: “vigie move "{ $who }" prospect” makes a prospect.
cli-qualify-shape = “{ $text }”: write criterion=yes:"their words", for example need=yes:"kitchen, plan done".
cli-qualify-criterion = “{ $text }” is not a criterion of the qualification: { $known }.
cli-set-done = { $who }: { $what }.
cli-set-known = Already saved: nothing new.
cli-set-shape = “{ $text }”: write field=value.
cli-set-approach = “{ $text }” is not a channel: phone, mail, SMS, post, social, all.
cli-field-unknown = “{ $field }” is not a known field.
cli-field-unknown_near = “{ $field }” is not a known field. The nearest: { $near }.
cli-field-flaw = { $field }: “{ $text }”, { $why }. Nothing was saved.
cli-field-postcode = “{ $text }”: a post code has five digits; is it 0{ $text }? Nothing was saved.
cli-field-of_person = This field is a person's; this record is a company.
cli-add-done = Added: { $what }.
cli-add-nobody = At least a name, a company, a mail or a phone is needed.
cli-add-piece = “{ $piece }” is not understood: write what it is, for example job={ $piece } or town={ $piece }.
cli-add-known = { $who } may be there already ({ $why }). Complete the record (vigie set { $short } …), or add --anyway.
cli-list-count =
    { $count ->
        [one] one record
        *[other] { $count } records
    }
cli-list-empty = The portfolio is empty: “vigie import FILE” or “vigie add” to begin.
cli-list-nothing = Nothing matches “{ $query }”.
cli-list-query = The query is not understood: { $why }
cli-deal-untitled = untitled
cli-show-owner = Looked after by
cli-show-deal = Deal “{ $title }”
cli-show-next = Next step: { $next }
cli-show-complaint = Complaint of { $since }: { $text }
cli-show-permission =
    { $said ->
        [yes] { $what } on { $on } (“{ $words }”)
        *[no] { $what } on { $on }
    }
cli-show-origin = { $what }, origin: { $origin }
cli-show-exchanges =
    { $count ->
        [one] One exchange
        *[other] { $count } exchanges
    }
cli-show-history = History
cli-person-title = Everything held about { $who }, on { $on }
cli-history-of = History: { $who }
cli-history-none = Nothing was recorded yet, or nothing since that day.
cli-retention-how = “vigie log WHO …” notes an exchange, “vigie forget WHO” erases for good. Nothing is erased by itself.
cli-doubles-none = No duplicate in sight: { $count } records compared.
cli-doubles-count =
    { $count ->
        [one] One possible duplicate:
        *[other] { $count } possible duplicates:
    }
cli-doubles-how = “vigie merge { $one } { $other }” makes the two records one; “vigie doubles --apart { $one } { $other }” remembers that they are no duplicate.
cli-doubles-apart = “{ $one }” and “{ $other }” are no duplicate: remembered.
cli-doubles-same = It is one record already: { $who }.
cli-doubles-kinds = A person and a company are never one record: { $one }, { $other }.
cli-merge-alike =
    { $count ->
        [0] Nothing is the same on both.
        [one] One field is the same on both.
        *[other] { $count } fields are the same on both.
    }
cli-merge-dry = A trial: nothing was changed.
cli-merge-done = It is one record now. To part them, at any time: vigie undo --act { $act }
cli-merge-keep = “{ $text }” is not understood: field=a, field=b, or field=ab to keep both (tags, notes).
cli-merge-silent = “{ $text }”: neither record says anything about it.
union-house = Company
union-brought = Brought by
union-owner = Looked after by
union-next = Next step
union-kept = Everything is kept: { $what }. Values that give way stay in the history.
union-nothing = nothing else to take over
union-exchanges =
    { $count ->
        [one] one exchange
        *[other] { $count } exchanges
    }
union-deals =
    { $count ->
        [one] one deal
        *[other] { $count } deals
    }
union-purchases =
    { $count ->
        [one] one purchase
        *[other] { $count } purchases
    }
union-people =
    { $count ->
        [one] one person
        *[other] { $count } people
    }
double-sure-maybe = possible
double-sure-likely = likely
double-sure-surely = nearly certain
double-sign-siret = same SIRET { $text }
double-sign-siren = same SIREN { $text }
double-sign-email = same e-mail { $text }
double-sign-phone = same number { $text }
double-sign-same_name = same name
double-sign-swapped = given and family name swapped
double-sign-near = one letter differs
double-sign-initial = initial for a name
double-sign-part = one name contains the other
double-sign-house = same company
double-sign-town = same town
double-sign-other_name = different names
double-sign-elsewhere = another town
cli-history-more = The last { $count } acts: --limit or --since show others.
cli-history-back =
    { $known ->
        [yes] (undone by { $by } on { $on })
        *[no] (undone)
    }
cli-score-title = { $who }: score { $total }, { $heat }
cli-score-adjusted = Temperature set by hand: { $why }
cli-score-raises = What would raise it most:
cli-score-no_raise = Nothing simple would raise it.
cli-score-raise = { $what }: +{ $gain }
cli-score-raise_to = { $what }: +{ $gain } → { $heat }
cli-undo-undone = Undone: the act of { $author } on { $day }.
cli-undo-hidden = { $who }: { $field } stays { $value }, another entry says so.
cli-undo-redone = Done again: the act of { $author } on { $day }.
cli-undo-long =
    { $count ->
        [one] import of { $label } (one row)
        *[other] import of { $label } ({ $count } rows)
    }
cli-cut_off =
    { $count ->
        [0] The import of { $label } was cut off before its first row: vigie undo clears it, or import the file again.
        [one] The import of { $label } was cut off; one row is saved: vigie undo takes it back, importing the file again finishes it.
        *[other] The import of { $label } was cut off; { $count } rows are saved: vigie undo takes them back, importing the file again finishes it.
    }
cli-cut_off-many = “{ $label }” was cut off: { $count } of { $of } done; doing it again does the rest, vigie undo takes them back.
cli-undo-no_act = No recent act ends in “{ $act }”.
cli-undo-dead = The act “{ $act }” is undone already.
cli-undo-list_hint = vigie undo --act LETTERS undoes one.
cli-undo-gone =
    { $count ->
        [one] One record goes away: { $names }.
        *[other] { $count } records go away: { $names }.
    }
cli-undo-later =
    { $count ->
        [one] One record born of this act got more since and would stay without what it said:
        *[other] { $count } records born of this act got more since and would stay without what it said:
    }
cli-undo-since =
    { $count ->
        [one] { $who }: { $what }
        *[other] { $who }: { $what } ({ $count } things in all)
    }
cli-undo-hangs = Something else hangs on this act; --yes undoes it all the same.
cli-undo-ask = Undo the act of { $author } of { $day } ({ $what })? (yes / no)
cli-nothing-done = Nothing was done.
cli-forget-what =
    { $count ->
        [one] To be erased for good: { $who } (one record).
        *[other] To be erased for good: { $who } ({ $count } records).
    }
cli-forget-deals =
    { $count ->
        [one] With one deal: { $names }.
        *[other] With { $count } deals: { $names }.
    }
cli-forget-exchanges =
    { $count ->
        [one] With one exchange.
        *[other] With { $count } exchanges.
    }
cli-forget-mentions =
    { $count ->
        [one] One note about others names them:
        *[other] { $count } notes about others name them:
    }
cli-forget-mention = {"  "}{ $day } · { $who }: “{ $words }”
cli-forget-mentions_stay = These notes stay as they are: correct them, or --mentions erases them too.
cli-forget-mentions_go = These notes are erased too (--mentions).
cli-forget-blocks = An import or an entry with their address or numbers will be refused (objection); only a digest of them is kept.
cli-forget-free = Nothing will prevent them from being entered again (--objects would refuse it).
cli-forget-copies = The backups Vigie keeps and the quarantine are erased too. Your own copies and exports are not: erase them yourself.
cli-forget-yes = Erasing cannot be undone; --yes erases without asking.
cli-forget-ask = Erasing cannot be undone. To erase, type the name ({ $who }):
cli-forget-progress = Erasing: { $share }
cli-forget-done = { $who }: erased for good.

## cli: sending a mail
cli-send-from = From: { $value }
cli-send-to = To: { $value }
cli-send-subject = Subject: { $value }
cli-send-choose = Choose: vigie send WHO --template NAME (--dry-run to see the mail)
cli-send-template = There is no template "{ $name }". Templates: { $known }.
cli-send-missing = To be filled in before sending: { $missing } (on the record, or with --with "name=value").
cli-send-no_address = There is no e-mail address on the record: vigie set WHO mail=…
cli-send-nowhere = Sending is not set up: in config.toml, [mail] from = "Given Name <address>" and [mail.smtp] host = "…"; or write the mail with --eml FILE.
cli-send-forbidden = Not sent. { $may }. Use --yes to send it all the same.
cli-send-agree = Send it all the same to { $to }? (yes/no)
cli-send-already = Already sent to { $to } today at { $hour }.
cli-send-again = { $already } With --again it leaves a second time.
cli-send-done = { $who }: mail sent, "{ $subject }"
cli-send-unnoted = The mail left, but the exchange could not be noted. { $why }
cli-send-written = { $who }: mail written to { $file }, to be sent with your own program; nothing is noted.
cli-send-unwritten = The file { $file } could not be written ({ $why }).
cli-sequence-unknown = There is no sequence "{ $name }". Sequences: { $known }.
cli-sequence-none = No sequence is under way: vigie sequence WHO NAME
cli-sequence-rules = To enrol who matches a rule: vigie sequence --rule NAME
cli-today-proposed = { $count ->
    [one] One person matches the rule of a sequence
   *[other] { $count } people match the rule of a sequence
 }: vigie sequence --rule

## cli: import and export
cli-import-not_found = { $file } does not exist.
cli-import-folder = { $file } is a folder: give a file.
cli-import-denied = { $file } cannot be read: permission denied.
cli-import-unreadable = { $file } cannot be read ({ $why }).
cli-import-map = --map wants "Header=field"; got “{ $text }”.
cli-import-tab = tab
cli-import-progress = { $rows } rows read…
cli-import-left = { $rows } rows read ({ $percent } %), some { $left } s to go…
cli-import-left-minutes = { $rows } rows read ({ $percent } %), some { $left } min to go…
cli-import-dry = Dry run: nothing was saved.
cli-import-cut =
    { $count ->
        [one] Import cut off: { $why } One row is recorded; importing the file again finishes it, vigie undo takes it all back.
        *[other] Import cut off: { $why } { $count } rows are recorded; importing the file again finishes it, vigie undo takes it all back.
    }
cli-import-cut_here =
    { $count ->
        [one] Import cut off: { $why } One row is recorded; importing the file again finishes it, u takes it all back.
        *[other] Import cut off: { $why } { $count } rows are recorded; importing the file again finishes it, u takes it all back.
    }
cli-import-none = Nothing new to record.
cli-import-done = Recorded. vigie undo takes the whole import back.
cli-import-halted = Stopped here: what was read is saved. Importing the file again finishes it; vigie undo takes it all back.
cli-import-rejects =
    { $count ->
        [one] The refused row is in { $file }: mend it, then import that file.
        *[other] The { $count } refused rows are in { $file }: mend them, then import that file.
    }
cli-import-rejects_hint =
    { $count ->
        [one] --rejects refused.csv puts the refused row into a file to mend.
        *[other] --rejects refused.csv puts the { $count } refused rows into a file to mend.
    }
cli-import-rejects_there = { $file } exists already: give --rejects another name.
cli-import-rejects_failed = { $file } could not be written ({ $why }).
cli-import-remembered = This placing of the columns is kept (maps.toml) for the next file with the same headers.
cli-import-maps = maps.toml cannot be read or written ({ $why })
cli-facts-done =
    { $count ->
        [one] One fact taken over.
        *[other] { $count } facts taken over.
    }
cli-terminal-refused = The terminal would not open ({ $why }).
cli-import-stopped = Import stopped here: what was read is saved, u takes it all back.
cli-errand-config = { $file } could not be written ({ $why }): your name holds for this time.
cli-export-format = --to: “{ $text }” is not a format: csv, xlsx, vcard, vcard3, ics or json.
cli-export-binary = A workbook cannot be shown: add > portfolio.xlsx.
cli-export-sheet = Portfolio
cli-export-refused = The workbook could not be written ({ $why }); CSV has no such limit.
cli-export-into = --into goes with --to ics; for the other formats, redirect the output.
cli-export-for = --for: "{ $text }" is no channel: phone, mail, sms, post, social.
cli-export-left_out =
    { $count ->
        [0] Nobody opposes this channel ({ $way }).
        [one] One record left out: opposed ({ $way }).
       *[other] { $count } records left out: opposed ({ $way }).
    }
cli-calendar-title = { $what }: { $who }
cli-calendar-step = follow-up
cli-calendar-opposed = Opposed: { $ways }
cli-calendar-done =
    { $count ->
        [one] One appointment or follow-up in { $file }
       *[other] { $count } appointments and follow-ups in { $file }
    }
cli-calendar-failed = { $file } could not be written ({ $why }).
cli-export-status = Status
cli-export-stage = Stage
cli-export-score = Score
cli-export-temperature = Temperature
cli-export-next = Next step date
cli-export-owner = Owner
cli-export-tax = Tax basis
cli-export-bought = Purchase date
cli-export-loss = Loss reason
cli-export-opposition = Opted out
cli-export-all = all
cli-export-todo = Next step
cli-export-suggested = Suggested on

## cli: a sentence of the history
cli-said-set = { $field }: { $to }
cli-said-changed = { $field }: { $from } → { $to }
cli-said-empty = (empty)
cli-said-before = { $what } (before: { $was })
cli-said-happened = { $what }, on { $when }
cli-said-others =
    { $count ->
        [one] { $what } (and one more thing)
        *[other] { $what } (and { $count } more things)
    }
cli-said-undone = undone: { $what }
cli-said-again = done again: { $what }
cli-said-born = new record
cli-said-erased = erased (person forgotten)
cli-said-words = { $head }: “{ $words }”
cli-said-answered =
    { $said ->
        [yes] { $criterion }: { $sure }, “{ $words }”
        *[no] { $criterion }: { $sure }
    }
cli-said-qualified = qualification confirmed
cli-said-forced = qualification forced: “{ $reason }”
cli-said-moved =
    { $said ->
        [yes] { $from } → { $stage } (“{ $words }”)
        *[no] { $from } → { $stage }
    }
cli-said-promised =
    { $said ->
        [yes] next step { $when }: { $words }
        *[no] next step { $when }
    }
cli-said-unpromised = no next step any more
cli-said-enrolled = sequence "{ $sequence }" begun
cli-said-unenrolled = sequence ended
cli-said-step_skipped =
    { $said ->
        [yes] sequence “{ $sequence }”: step skipped ({ $what }), “{ $words }”
        *[no] sequence “{ $sequence }”: step skipped ({ $what })
    }
cli-said-quoted = quote { $what }
cli-said-bought = bought for { $amount } ({ $proof })
cli-said-lost =
    { $said ->
        [yes] lost: { $reason } (“{ $words }”)
        *[no] lost: { $reason }
    }
cli-said-adjusted =
    { $said ->
        [yes] temperature set to { $heat }: “{ $words }”
        *[no] temperature set to { $heat }
    }
cli-said-unadjusted = temperature computed again
cli-said-linked = { $role } { $to }
cli-said-unlinked = no longer: { $role } { $to }
cli-said-merged = record “{ $from }” merged into “{ $into }”
cli-said-merged-in = duplicate record merged into “{ $into }”
cli-said-apart = “{ $one }” and “{ $other }”: not a duplicate
cli-said-permitted =
    { $said ->
        [yes] { $what }: “{ $words }”
        *[no] { $what }
    }
cli-said-assigned = looked after by { $owner }
cli-said-complained = complaint: “{ $text }”
cli-said-settled = complaint closed: “{ $text }”
cli-said-retracted = act …{ $act } undone or done again
cli-said-struck = a line corrected or taken back
cli-said-out = taken out: { $what }
cli-said-long = "{ $label }"
cli-said-began = import of { $label }
cli-said-unknown = said by a later version of Vigie
cli-permission-consented = agrees: { $channel }
cli-permission-opposed = objects: { $channel }
cli-permission-withdrawn = nothing said any more: { $channel }

## cli: the words people type (parted by commas)
cli-words-channel-call = call, phone, call made, call received
cli-words-channel-mail = mail, e-mail, email, mail received
cli-words-channel-meeting = meeting, appointment, video
cli-words-channel-letter = letter, post
cli-words-channel-sms = sms, text
cli-words-channel-form = form, web form
cli-words-channel-fair = fair, trade fair
cli-words-channel-note = note, info, remark
cli-words-channel-social = linkedin, social
cli-words-channel-quote_request = quote request, quote asked
cli-words-channel-demo_request = demo request, demo asked
cli-words-received = call received, mail received, sms received, letter received
cli-words-outcome-reached = reached, ok, spoke
cli-words-outcome-no_answer = no answer, no-answer, nobody
cli-words-outcome-message = message, voicemail, message left
cli-words-outcome-call_back = call back, callback
cli-words-sure-confirmed = yes, y, ok, confirmed
cli-words-sure-assumed = maybe, perhaps, to confirm, assumed
cli-words-sure-no = no, n
cli-words-sure-unknown = ?, to ask, unknown
cli-words-proof-signed_quote = signed quote, quote, signed
cli-words-proof-order = order, purchase order, po
cli-words-proof-contract = contract
cli-words-criterion-need = need, needs
cli-words-criterion-budget = budget, money
cli-words-criterion-timing = timing, when, delay
cli-words-criterion-authority = authority, decision maker, who decides
cli-words-owner = owner, looked after by, seller
cli-words-yes = yes, y, oui, o
cli-words-opposition = opposition, opposed, do not contact
cli-words-consent = consent, agreement
cli-words-complaint = complaint
cli-words-settled = complaint closed, settled
cli-words-approach-all = all, everything, everywhere
cli-words-approach-phone = phone, call
cli-words-approach-mail = mail, e-mail, email
cli-words-none = none, nothing, never

## cli: doctor
cli-backup-done =
    { $count ->
        [one] Backup made and read back: one fact, { $size }, in { $file }
        *[other] Backup made and read back: { $count } facts, { $size }, in { $file }
    }
cli-backup-lost =
    { $count ->
        [one] One unreadable line is not in it: run vigie doctor.
        *[other] { $count } unreadable lines are not in it: run vigie doctor.
    }
cli-backup-progress = Backup: { $share }
cli-restore-progress = Restoring: { $share }
cli-restore-done =
    { $count ->
        [one] Restored: one fact, from the backup of { $day } at { $hour }.
        *[other] Restored: { $count } facts, from the backup of { $day } at { $hour }.
    }
cli-restore-open = The portfolio is open by { $user } (process { $pid }, { $tty }). Nothing was changed; close it, then try again.
cli-restore-forgotten =
    { $count ->
        [one] One fact about people forgotten since was left out.
        *[other] { $count } facts about people forgotten since were left out.
    }
cli-restore-fresh = This folder was empty: nothing here says who was forgotten after this copy. They come back with it; vigie forget erases them again.
cli-restore-kept =
    { $count ->
        [one] The portfolio of before (one fact) is kept in { $folder }
        *[other] The portfolio of before ({ $count } facts) is kept in { $folder }
    }
cli-size-kilo = { $size } kB
cli-size-mega = { $size } MB
cli-size-mark = .
cli-doctor-nothing = There is no data in { $store } yet.
cli-doctor-not_a_store = { $store } is not a data folder of Vigie; nothing in it was touched.
cli-doctor-format = known format ({ $text })
cli-doctor-format_bad = unreadable format ({ $text })
cli-doctor-lock_free = nobody else has the folder open
cli-doctor-lock_held = { $user } has the folder open (process { $pid }): the fast copy will be checked when it is closed
cli-doctor-journal =
    { $facts ->
        [one] journal read in full, sums and chain checked: one fact, { $size }
        *[other] journal read in full, sums and chain checked: { $facts } facts, { $size }
    }
cli-doctor-journal_beside =
    { $facts ->
        [one] journal read to its end from beside, sums checked: one fact, { $size }
        *[other] journal read to its end from beside, sums checked: { $facts } facts, { $size }
    }
cli-doctor-line = journal, segment { $segment }, line { $line }: unreadable
cli-doctor-meaning = journal, segment { $segment }, line { $line }: written by another version of Vigie
cli-doctor-gone = journal: segment { $segment } is missing
cli-doctor-chain = journal: segment { $segment } is not the one its successor knew
cli-doctor-short = journal: segment { $segment } was cut
cli-doctor-lost_one = entry no. { $first } is in neither copy; a backup may have it
cli-doctor-lost = entries no. { $first } to { $last } are in neither copy; a backup may have them
cli-doctor-repair = vigie doctor --repair keeps the damaged files aside and writes all that can be read anew
cli-doctor-repaired = repaired: all that can be read is written anew and read back; the damaged files are kept in { $folder }
cli-doctor-backups =
    { $count ->
        [one] one backup, read back in full: { $file }
        *[other] { $count } backups, read back in full; the last: { $file }
    }
cli-doctor-backup_spoilt = the backup { $file } is damaged and of no use any more; delete it, then run vigie backup
cli-doctor-backups_progress = backup read back: { $share }
cli-doctor-in_backup =
    { $count ->
        [one] the backup { $file } has that entry: vigie doctor --repair takes it from there
        *[other] the backup { $file } has { $count } of those entries: vigie doctor --repair takes them from there
    }
cli-doctor-given_back =
    { $count ->
        [one] an entry both copies had lost was taken from the backup { $file }
        *[other] { $count } entries both copies had lost were taken from the backup { $file }
    }
cli-doctor-rights = only you can read these files
cli-doctor-rights_tightened =
    { $count ->
        [one] a file or folder could be read by others: it is yours alone again
        *[other] { $count } files or folders could be read by others: they are yours alone again
    }
cli-doctor-rights_loose = others can read these files, and that could not be changed ({ $why })
cli-doctor-backups_none = no backup yet: vigie backup
cli-doctor-aside =
    { $count ->
        [one] one thing kept aside in { $folder }
        *[other] { $count } things kept aside in { $folder }
    }
cli-doctor-sled = the fast copy says the same as the journal ({ $count } facts compared)
cli-doctor-sled_behind = the fast copy says the same as the journal for the { $count } facts it had; the others, of { $facts }, were copied just now
cli-doctor-sled_empty = the fast copy was empty: nothing to compare; it was filled from the journal just now
cli-doctor-sled_rebuilt = the fast copy was damaged: put aside, it is being rebuilt from the journal
cli-doctor-healed =
    { $count ->
        [one] one fact the journal had lost was taken from the copy
        *[other] { $count } facts the journal had lost were taken from the copy
    }
cli-doctor-snapshot = quick start ready
cli-doctor-snapshot_old = quick start to be made anew (another version, day or settings), which happens by itself
cli-doctor-snapshot_none = no quick start yet
cli-doctor-space = { $free } MB free on the disk
cli-doctor-space_little = only { $free } MB left on the disk
cli-doctor-space_unknown = free space unknown ({ $why })
cli-doctor-settings = settings read without a mistake
cli-doctor-well = All is well.
cli-doctor-ill = Something is wrong: see the lines marked ✗.


## demo
demo-kept =
    { $count ->
        [one] Demo: one made-up contact in { $store }.
        *[other] Demo: { $count } made-up contacts in { $store }.
    }
demo-not_empty = { $store } holds data already: the demo is only written into a new folder.
demo-too_many = The demo goes up to { $most } contacts.
demo-no-terminal = The demo opens the cockpit, and there is no terminal. To keep it in a folder: vigie demo --store FOLDER
demo-no-folder = The temporary folder could not be made ({ $why }).
demo-is = Demo: made-up data.
demo-is-gone = Demo: made-up data, gone when you leave.
demo-removed =
    { $count ->
        [one] The demo (one made-up contact) is gone.
        *[other] The demo ({ $count } made-up contacts) is gone.
    }
form-choose = choose one: its letter or →
