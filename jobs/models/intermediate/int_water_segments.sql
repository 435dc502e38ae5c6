-- Litres of each water meter between two instants: of its intervals, and between two readings of
-- its counter. A fall of the register, another key or ratio and a new meter leave a gap, and so
-- does a longer time than counter-max-gap: it cannot be said in which hours the water was used. Of
-- a meter with both kinds the counter counts.
-- grain: one row per meter_id, started_at and ended_at that are known
-- per: meter
with water_readings as (
    select
        meter_id,
        meter_key,
        multiplier,
        kind,
        started_at,
        measured_at,
        value,
        is_estimated
    from stg_meter_readings
    where quantity = 'water'
        and kind in ('counter', 'interval')
),
counter_readings as (
    select
        meter_id,
        meter_key,
        lag(meter_key) over reading_order as previous_meter_key,
        multiplier,
        lag(multiplier) over reading_order as previous_multiplier,
        lag(measured_at) over reading_order as started_at,
        measured_at as ended_at,
        value - lag(value) over reading_order as difference_l,
        is_estimated or lag(is_estimated) over reading_order as is_estimated
    from water_readings
    where kind = 'counter'
    window reading_order as (
        partition by meter_id
        order by measured_at
    )
),
counter_meters as (
    select meter_id
    from counter_readings
    group by meter_id
),
interval_readings as (
    select
        water_readings.meter_id,
        water_readings.started_at,
        water_readings.measured_at as ended_at,
        water_readings.multiplier,
        water_readings.value,
        water_readings.is_estimated,
        lag(water_readings.measured_at) over (
            partition by water_readings.meter_id
            order by water_readings.started_at, water_readings.measured_at
        ) as previous_ended_at
    from water_readings
    left join counter_meters using (meter_id)
    where water_readings.kind = 'interval'
        and counter_meters.meter_id is null
),
segments as (
    select
        counter_readings.meter_id,
        counter_readings.started_at,
        counter_readings.ended_at,
        cast(counter_readings.difference_l as double)
        * cast(counter_readings.multiplier as double) as water_l,
        counter_readings.is_estimated
    from counter_readings
    where counter_readings.meter_key = counter_readings.previous_meter_key
        and counter_readings.multiplier = counter_readings.previous_multiplier
        -- A new meter in its place has a register of its own.
        and not exists (
            select 1
            from meter_events
            where meter_events.meter_id = counter_readings.meter_id
                and meter_events.kind = 'replacement'
                and meter_events.happened_at >= counter_readings.started_at
                and meter_events.happened_at <= counter_readings.ended_at
        )
    union all
    select
        meter_id,
        started_at,
        ended_at,
        cast(value as double) * cast(multiplier as double) as water_l,
        is_estimated
    from interval_readings
    where previous_ended_at is null
        or previous_ended_at <= started_at
)
select
    segments.meter_id,
    segments.started_at,
    segments.ended_at,
    segments.water_l,
    segments.is_estimated
from segments
cross join settings
where segments.started_at < segments.ended_at
    and segments.water_l >= 0
    and clock_micros_between(segments.started_at, segments.ended_at)
        <= settings.counter_max_gap_s * 1000000
