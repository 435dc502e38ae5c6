-- How much of each day of the month a meter is known for, of the hours in which it stands: what is
-- measured, what comes from a reading far apart whose spread over the hours is a guess, and what
-- is estimated. The rest to 1 is not known. A day on which a meter does not stand has no row, and
-- neither has one that lies ahead. A meter of two kinds of energy is known as far as the less known
-- one.
-- grain: meter
-- picture: calendar
-- rows: part
-- columns: day
-- figure: metering_coverage
with meter_hours as (
    select
        hourly_energy.month,
        hourly_energy.meter_id,
        hourly_energy.started_at,
        max(hourly_energy.role) as role,
        min(hourly_energy.covered_s) as covered_s,
        least(max(hourly_energy.estimated_s), min(hourly_energy.covered_s)) as estimated_s,
        max(hourly_energy.interpolated_s) as interpolated_s
    from hourly_energy
    inner join period using (month)
    where hourly_energy.started_at < period.known_until_at
    group by
        hourly_energy.month,
        hourly_energy.meter_id,
        hourly_energy.started_at
),
meter_days as (
    select
        month,
        meter_id,
        local_date(started_at) as day_on,
        max(role) as role,
        sum(covered_s) as covered_s,
        sum(estimated_s) as estimated_s,
        sum(least(interpolated_s, covered_s - estimated_s)) as interpolated_s,
        count(*) * 3600 as day_s
    from meter_hours
    group by
        month,
        meter_id,
        local_date(started_at)
),
parts as (
    select
        month,
        meter_id,
        day_on,
        role,
        'measured' as part,
        0 as part_number,
        covered_s - estimated_s - interpolated_s as part_s,
        day_s
    from meter_days
    union all
    select
        month,
        meter_id,
        day_on,
        role,
        'interpolated' as part,
        1 as part_number,
        interpolated_s as part_s,
        day_s
    from meter_days
    union all
    select
        month,
        meter_id,
        day_on,
        role,
        'estimated' as part,
        2 as part_number,
        estimated_s as part_s,
        day_s
    from meter_days
)
select
    month,
    'meter' as scope_kind,
    meter_id as scope_id,
    part as row_key,
    part_number as row_order,
    cast(day_on as varchar) as column_key,
    cast(day(day_on) as bigint) as column_order,
    decimal_6(cast(part_s as double) / day_s) as value,
    'share' as unit,
    cast(1 as double) as coverage,
    cast(null as varchar) as reason,
    role as mark,
    cast(null as varchar) as note
from parts
