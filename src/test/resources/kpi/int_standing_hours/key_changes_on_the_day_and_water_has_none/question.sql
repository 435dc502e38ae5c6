select room_id, count(*) as hour_count, min(started_at) as from_at from int_standing_hours where meter_id = 'grid' group by room_id
union all
select 'all', count(*), min(started_at) from int_standing_hours
