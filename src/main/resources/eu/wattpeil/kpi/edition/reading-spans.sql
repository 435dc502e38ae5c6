-- From when to when each meter has readings of a kind on a day, by the key that its source
-- gives it.
-- grain: one row per meter_key, quantity, kind, definition and local day
select
    meter_readings.meter_key,
    meter_readings.quantity,
    meter_readings.kind,
    document_definitions.definition,
    local_date(min(coalesce(meter_readings.started_at, meter_readings.measured_at))) as read_on,
    min(coalesce(meter_readings.started_at, meter_readings.measured_at)) as first_at,
    max(meter_readings.measured_at) as last_at,
    count(*) as reading_count
from meter_readings
inner join document_definitions using (document_id)
group by
    meter_readings.meter_key,
    meter_readings.quantity,
    meter_readings.kind,
    document_definitions.definition,
    local_date(coalesce(meter_readings.started_at, meter_readings.measured_at))
