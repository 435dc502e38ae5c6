select room_id, count(*) as hour_count from hourly_energy group by room_id
