### Everything Vigie says, in English. One section a room; everybody appends theirs at the end.

## voice: dates
date-late = { $days } d late
