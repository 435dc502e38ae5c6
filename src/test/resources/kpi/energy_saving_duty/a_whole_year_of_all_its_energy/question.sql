select site_id, code, room_id, measure, title_en, value, number, unit, coverage, taken_since, unmet_text, note_text, evidence, document from energy_saving_duty
