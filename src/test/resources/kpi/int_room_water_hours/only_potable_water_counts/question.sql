select room_id, input_l, measured_l, count(*) as hour_count, min(started_at) as first_at from int_room_water_hours group by room_id, input_l, measured_l
