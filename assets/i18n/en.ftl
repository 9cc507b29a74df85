### Everything Vigie says, in English. One section a room; everybody appends theirs at the end.

## voice: dates
date-late = { $days } d late

## readings: score, reasons
family-qualification = Qualification
family-fit = Profile
family-interest = Interest
family-data = Data
family-minus = Minus
because-not_asked = to ask
because-answered = { $sure } on { $on }
because-answered_words = “{ $words }”, { $sure } on { $on }
because-starts_now = wished start { $start }, { $sure } on { $on }
because-starts_soon = wished start { $start }, { $sure } on { $on }: half the points until it is within a month
because-starts_far = wished start { $start }, too far off to count ({ $sure } on { $on })
because-starts_undated = { $sure } on { $on }, without a start date: half the points
because-not_set = target not set: counted as met
because-empty = { $field }: empty
because-inside = { $field }: { $value }, in the target
because-outside = { $field }: { $value }, out of target
because-nothing = nothing so far
because-happened = { $times ->
    [one] once: { $channel }, on { $last }
   *[other] { $times } times, last: { $channel }, on { $last }
  }
because-complete = { $of } details out of { $of }
because-filled = { $filled } details out of { $of }, missing: { $field }
because-opposed = opposed every channel on { $on }: nothing is left of the score
because-not_opposed = no general opposition
because-no_tries = no try waiting for an answer
because-tries = { $times ->
    [one] 1 try without an answer, on { $last } (counts from { $limit })
   *[other] { $times } tries without an answer, the last on { $last } (counts from { $limit })
  }
because-unreachable = { $times } tries without an answer, the last on { $last }
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
because-retry = no answer on { $last }: try again the next working day
because-retry_am = no answer in the afternoon of { $last }: try a morning
because-retry_pm = no answer in the morning of { $last }: try an afternoon
because-nurturing = { $touches } touches without an answer, the last on { $last }: keep in contact
because-saturated = already { $touches } touches in { $days } days without a sign from them: leave them be for now
because-complaint = complaint open since { $since }: no commercial follow-up until it is closed
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
why-fixed = next step fixed on { $on }
why-fixed_what = { $what }

## readings: what a stage still asks for
missing-qualified = { $open ->
    [one] qualification: 1 criterion left to confirm
   *[other] qualification: { $open } criteria left to confirm
  }
missing-synthesis = qualification: the synthesis is to be confirmed
missing-amount = the amount
missing-closing = the expected closing date
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
law-opposed = opposed on { $on }
law-asked = asked us ({ $channel }, on { $on }): answering is no canvassing
law-asked_since = opposed, then asked us again ({ $channel }, on { $on }): answer that request only
law-consented = consented on { $on }
law-professional = professional
law-professional_opt_out = professional: offer a way to opt out
law-client = consumer and client: for their contract or similar products
law-no_consent = consumer without consent
law-post = by post: allowed unless opposed
law-hours = consumer: calls on the permitted days and hours only
law-called_enough = consumer already called { $calls } times in { $days } days
law-banned_trade = consumer: canvassing is forbidden in this trade
law-unknown = consumer or professional? please say

## readings: settings and search
playbook-flaw = { $file }, line { $line }, column { $column }: { $message }; the last good settings stay in force
playbook-syntax = { $message }
playbook-lacks = “{ $name }” is missing
playbook-range = { $value } is not between { $least } and { $most }
playbook-thresholds = warm ({ $warm }) must stay below hot ({ $hot })
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
query-meant = { $message }. Did you mean “{ $word }”?
query-too_long = query too long ({ $most } characters at most)
query-unknown_field = no field “{ $word }”
query-no_value = “{ $word }” needs a value
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
query-no_loss = no reason of loss “{ $value }”
