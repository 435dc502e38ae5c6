select room_id, number, coverage, note_text from eed_data_centre
