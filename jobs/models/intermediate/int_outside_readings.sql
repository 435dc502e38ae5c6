-- What the sensors of role outside measured in the month, in degrees Celsius.
-- grain: one row per meter_id, kind, started_at and measured_at
-- per: meter
with outside_meters as (
    select meter_id
    from meters
    where role = 'outside'
    group by meter_id
)
select
    stg_meter_readings.meter_id,
    stg_meter_readings.measured_at,
    cast(stg_meter_readings.value as double) / 1000 as temperature_c
from stg_meter_readings
inner join outside_meters using (meter_id)
cross join period
where stg_meter_readings.quantity = 'temperature'
    and stg_meter_readings.measured_at >= period.started_at
    and stg_meter_readings.measured_at < period.ended_at
