-- When each meter was last read up to the end of the month, among the readings that the month sees.
-- grain: one row per meter_id that was read
-- per: meter
select
    stg_meter_readings.meter_id,
    max(stg_meter_readings.measured_at) as read_at
from stg_meter_readings
cross join period
where stg_meter_readings.measured_at <= period.ended_at
group by stg_meter_readings.meter_id
