-- The temperature of the air at the inlet of racks in each hour of the computed month in which a
-- sensor stands: the mean of what it measured, and the share of its measurements between the
-- thresholds inlet_lowest and inlet_highest; both null in an hour without one.
-- grain: one row per meter_id and hour
-- per: meter
with sensor_readings as (
    select
        stg_meter_readings.meter_id,
        floor(
            micros_between(period.started_at, stg_meter_readings.measured_at) / 3600000000
        ) as hour_number,
        stg_meter_readings.value as value_mc,
        cast(stg_meter_readings.value as double) / 1000 as temperature_c
    from stg_meter_readings
    cross join period
    where stg_meter_readings.quantity = 'temperature'
        and stg_meter_readings.measured_at >= period.started_at
        and stg_meter_readings.measured_at < period.ended_at
),
bounds as (
    select
        max(case when threshold = 'inlet_lowest' then value end) as lowest_c,
        max(case when threshold = 'inlet_highest' then value end) as highest_c
    from int_thresholds
),
measured_hours as (
    select
        sensor_readings.meter_id,
        sensor_readings.hour_number,
        cast(sum(sensor_readings.value_mc) as double) / 1000
        / count(sensor_readings.value_mc) as temperature_c,
        avg(
            case
                when sensor_readings.temperature_c >= bounds.lowest_c
                    and sensor_readings.temperature_c <= bounds.highest_c
                    then 1e0
                when bounds.lowest_c is not null and bounds.highest_c is not null
                    then 0e0
            end
        ) as in_range_share
    from sensor_readings
    cross join bounds
    group by
        sensor_readings.meter_id,
        sensor_readings.hour_number
),
standing_hours as (
    select
        meters.meter_id,
        max(meters.room_id) as room_id,
        period_hours.month,
        period_hours.hour_number,
        period_hours.started_at
    from meters
    inner join period_hours
        on period_hours.started_at >= start_of_day(meters.valid_from)
        and (
            meters.valid_to is null
            or period_hours.started_at < start_of_day(add_days(meters.valid_to, 1))
        )
    where meters.role = 'inlet'
        and meters.room_id is not null
    group by
        meters.meter_id,
        period_hours.month,
        period_hours.hour_number,
        period_hours.started_at
)
select
    standing_hours.month,
    standing_hours.room_id,
    standing_hours.meter_id,
    standing_hours.started_at,
    measured_hours.temperature_c,
    measured_hours.in_range_share
from standing_hours
left join measured_hours using (meter_id, hour_number)
