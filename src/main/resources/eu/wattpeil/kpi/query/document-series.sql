-- grain: one row per document and series of readings in it
select
    meter_readings.meter_key,
    meter_readings.quantity,
    meter_readings.kind,
    meter_readings.document_id,
    documents.definition,
    documents.batch,
    documents.name,
    count(*) as readings,
    approx_count_distinct(
        hash(coalesce(meter_readings.started_at, meter_readings.measured_at),
            meter_readings.measured_at)
    ) as about_instants,
    min(coalesce(meter_readings.started_at, meter_readings.measured_at)) as first_at,
    max(meter_readings.measured_at) as last_at,
from meter_readings
inner join documents using (document_id)
group by all
