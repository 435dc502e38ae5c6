select room_id, reused_wh, removed_wh, is_reuse_told, count(*) as hour_count, min(started_at) as first_at from int_room_heat_hours group by room_id, reused_wh, removed_wh, is_reuse_told
