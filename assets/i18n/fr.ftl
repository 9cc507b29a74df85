### Tout ce que Vigie dit, en français. Une section par salle ; chacun ajoute la sienne à la fin.

## voice : dates
date-late = retard { $days } j
