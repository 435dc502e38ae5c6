select room_id, code, applies, unmet_text, unknown_text, taken, taken_since, number, unit, coverage, kwh_low, kwh_high, eur_high, note_text, evidence, document from recognised_measures
