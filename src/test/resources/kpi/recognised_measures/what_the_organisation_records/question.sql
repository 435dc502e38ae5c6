select code, applies, unmet_text, unknown_text, taken, taken_since, note_text, evidence, document, documented_on from recognised_measures
