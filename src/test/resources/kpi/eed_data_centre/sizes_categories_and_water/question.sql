select room_id, code, value, number, category, coverage, is_whole_year, note_text from eed_data_centre where number is not null or category is not null or room_id = 'r4'
