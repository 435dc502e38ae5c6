select room_id, code, number, coverage, note_text from eed_data_centre
