-- The hours of the month in which a meter of energy stands. A meter whose key changes has several
-- rows, which share the day of the change.
-- grain: one row per meter_id and hour
select
    meters.meter_id,
    period_hours.month,
    period_hours.hour_number,
    period_hours.started_at,
    max_by(meters.room_id, meters.valid_from) as room_id,
    max_by(meters.site_id, meters.valid_from) as site_id,
    max_by(meters.role, meters.valid_from) as role
from meters
inner join period_hours
    on period_hours.started_at >= start_of_day(meters.valid_from)
    and (
        meters.valid_to is null
        or period_hours.started_at < start_of_day(add_days(meters.valid_to, 1))
    )
where meters.role not in ('water', 'inlet', 'outside')
group by
    meters.meter_id,
    period_hours.month,
    period_hours.hour_number,
    period_hours.started_at
